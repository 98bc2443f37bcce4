import type { Path } from "../rubric/document.ts";
import type { Rubric } from "../rubric/schema.ts";
import { type Change, changing } from "./change.ts";

type Values = Readonly<Record<string, unknown>>;

/** Keys under which stands a list of titles. */
export const titleKeys: readonly string[] = [
  "title",
  "term-ends",
  "predecessor",
  "grants",
  "takes",
  "renews",
  "requires",
  "excludes",
];

const namesIn = ({ titles = [] }: Rubric): readonly string[] => titles.map(({ name }) => name);

/** The titles next to one in the rubric's order, for which it is most easily mistaken. */
function beside(names: readonly string[], name: string): readonly string[] {
  const at = names.indexOf(name);
  return at === -1 ? [] : names.filter((_, index) => Math.abs(index - at) === 1);
}

/** One title left out, or another one in its place; of `any`, one left out. */
export function titleListChanges(rubric: Rubric, list: readonly unknown[], path: Path): Change[] {
  const names = namesIn(rubric);
  const [only] = list;
  if (list.length === 1 && only === "any")
    return names.length < 2
      ? []
      : names.map((name) => {
          const rest = names.filter((other) => other !== name);
          return changing(path, "any", rest.join(" "), rest);
        });
  return list.flatMap((one, index) => {
    const name = String(one);
    const others = beside(names, name).filter((other) => !list.includes(other));
    return [
      ...(list.length > 1 ? [changing([...path, index], name, "—", undefined)] : []),
      ...others.map((other) => changing([...path, index], name, other, other)),
    ];
  });
}

/** Each thing that an outcome does left undone; the only one takes `effect` with it. */
export function effectChanges(effect: Values, path: Path): Change[] {
  const keys = Object.keys(effect).filter((key) => effect[key] !== undefined);
  return keys.map((key) =>
    keys.length > 1 ? changing([...path, key], key, "—", undefined) : changing(path, key, "—", undefined),
  );
}

/** Titles that come in the place of others: another one, none, or the old one left as it is. */
export function changesBeside(rubric: Rubric, changes: Values, path: Path): Change[] {
  const names = namesIn(rubric);
  const entries = Object.entries(changes);
  return entries.flatMap(([from, to]) => {
    const at = [...path, from];
    const word = String(to);
    const others = [...beside(names, word), ...beside(names, from), "none"].filter(
      (other, index, all) => other !== word && other !== from && all.indexOf(other) === index,
    );
    return [
      ...(entries.length > 1 ? [changing(at, `${from} ${word}`, "—", undefined)] : []),
      ...others.map((other) => changing(at, word, other, other)),
    ];
  });
}
