import type { Text } from "../base/language.ts";
import type { Path } from "../rubric/document.ts";
import type { Owner } from "./owner.ts";

/** One thing that cases should show of a rubric. */
export interface Point {
  /** Names it, for `accepted-gaps`: the id of the item, then what of it. */
  readonly id: string;
  /** Where it stands in the rubric. */
  readonly path: Path;
  readonly text: Text;
}

/** A point as one version of a rubric has it: its id may still be that of another. */
export interface OwnPoint extends Point {
  readonly owner: Owner;
  /** What of its owner it is; nothing for the owner itself. */
  readonly what: string;
}

/** How much of a rubric its cases show. */
export interface Coverage {
  readonly all: number;
  /** Points that no case shows, in the order of the rubric. */
  readonly gaps: readonly Point[];
  /** Gaps that the case file accepts; they count neither way. */
  readonly accepted: readonly Point[];
  /** What is accepted and is no gap. */
  readonly stale: readonly number[];
}
