import type { Path } from "../rubric/document.ts";
import type { Condition } from "../rubric/plan.ts";
import type { Owner } from "./owner.ts";

/** A condition that says something by itself: neither `all`, `any` nor `not`. */
export interface Atom {
  readonly atom: Condition;
  readonly path: Path;
}

/** Atoms with the paths they stand at. */
export function atomsOf(condition: Condition, path: Path): Atom[] {
  if (condition.kind === "all" || condition.kind === "any")
    return condition.conditions.flatMap((inner, index) => atomsOf(inner, [...path, condition.kind, index]));
  // `is: no` reads as a `not` that is not written.
  if (condition.kind === "not") return atomsOf(condition.condition, [...path, "not"]);
  return [{ atom: condition, path }];
}

/** Adds a point of an item: what of it, and where that stands. */
export type Add = (what: string, path: Path, zh: string, en: string) => void;

/** Adds points for an item of the rubric. */
export type AddTo = (owner: Owner) => Add;

/** The atoms of a condition that are points of their own, with what each is called. */
export function namedAtoms(
  { kind }: Pick<Owner, "kind">,
  within: string,
  condition: Condition,
  path: Path,
): (Atom & { readonly what: string; readonly part: string })[] {
  const atoms = atomsOf(condition, path);
  // Whether a condition of one part holds is a point already; of an outcome, only that it was given.
  if (atoms.length === 1 && kind !== "outcome") return [];
  return atoms.map((atom, index) => {
    const part = atoms.length === 1 ? "" : String(index + 1);
    return { ...atom, what: `${within}when${part}`, part };
  });
}

/** Each part of a condition, holding and not holding: one that never decides could as well not be there. */
export function atomPoints(
  owner: Owner,
  name: string,
  condition: Condition,
  path: Path,
  addTo: AddTo,
  within = "",
): void {
  const add = addTo(owner);
  for (const { what: own, part, path: at } of namedAtoms(owner, within, condition, path)) {
    const which = part === "" ? "" : ` ${part}`;
    add(`${own}.yes`, at, `${name}：条件${which}成立`, `${name}: condition${which} holds`);
    add(`${own}.no`, at, `${name}：条件${which}不成立`, `${name}: condition${which} does not hold`);
  }
}
