import { closest } from "../../base/closest.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/**
 * A kind, level or circumstance of events that is not among the declared ones, but nearly one of them that
 * nothing reads. Words that rules use need not be declared, so that a slip makes a word of its own.
 */
export const eventWordNear: CheckRule = {
  codes: ["event-word-near"],
  check(context) {
    if (context.rubric.events === undefined) return []; // no words are declared
    const { kinds, levels, circumstances } = context.rubric.events;
    const read = wordsRead(context);
    return [
      ...slips(read.kinds, kinds, context),
      ...slips(read.levels, levels, context),
      ...slips(read.circumstances, circumstances, context),
    ];
  },
};

interface Read {
  readonly word: string;
  readonly path: Path;
  /** It stands there as a key. */
  readonly isKey: boolean;
}

function wordsRead({ nodes, sites }: CheckContext): Record<"kinds" | "levels" | "circumstances", Read[]> {
  const read: Record<"kinds" | "levels" | "circumstances", Read[]> = {
    kinds: [],
    levels: [],
    circumstances: [],
  };
  const listed = (words: readonly string[] | undefined, path: Path): Read[] =>
    (words ?? []).map((word) => ({ word, path, isKey: false }));
  const keyed = (map: Readonly<Record<string, unknown>> | undefined, path: Path): Read[] =>
    Object.keys(map ?? {}).map((word) => ({ word, path: [...path, word], isKey: true }));
  for (const { node, plan: compiled } of nodes) {
    if (!("rule" in node) || node.rule !== "events") continue;
    read.kinds.push(...listed(node.event, [...compiled.origin, "event"]));
    read.levels.push(...keyed(node.levels, [...compiled.origin, "levels"]));
    read.circumstances.push(...keyed(node.factors, [...compiled.origin, "factors"]));
  }
  for (const { node, path } of sites.everyCondition) {
    read.kinds.push(...listed(node.event, [...path, "event"]));
    read.levels.push(...listed(node.level, [...path, "level"]));
  }
  return read;
}

/** Of two characters one is half of the word: 省级 is no slip for 市级. */
const isLong = (word: string): boolean => [...word].length > 2;

function slips(
  read: readonly Read[],
  declared: readonly string[] | undefined,
  { at, atKey }: CheckContext,
): readonly Finding[] {
  const idle = (declared ?? []).filter((word) => isLong(word) && read.every((one) => one.word !== word));
  return read.flatMap(({ word, path, isKey }) => {
    const near = isLong(word) && declared?.includes(word) === false ? closest(word, idle) : undefined;
    if (near === undefined) return [];
    return [(isKey ? atKey : at)(path, problems.eventWordNear(word, near))];
  });
}
