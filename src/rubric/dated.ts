import { type Day, dayAfter, formatDay } from "../base/date.ts";
import { forLast } from "../base/once.ts";
import {
  always,
  intersection,
  isWithinPeriod,
  joined,
  type Period,
  parseEnd,
  parted,
} from "../base/period.ts";
import { problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import { documentOf, findingAt, type Path, type RubricDocument } from "./document.ts";
import { figureCase } from "./schema.ts";
import { type Branch, listIn, mapIn, type Spot, stepInto, type Tree, type TreeMap, textIn } from "./tree.ts";

/**
 * Rules and figures that hold for a time. Whatever is an item of a list may say `valid`, and so may the
 * rubric itself. What does not hold on a day is left out of the tree before it is compiled, so that all
 * that follows sees the rubric as it stood on that day, in which every value still knows its place.
 *
 * The documents are known to have the shape of a rubric: `readRubric` has looked at the whole of them.
 */

const validOf = (tree: Tree): Tree | undefined => mapIn(tree)?.get("valid")?.value;

/** The days on which an item holds by what it says itself; undefined where it says nothing. */
function periodOf(tree: Tree): Period | undefined {
  const valid = mapIn(validOf(tree));
  if (valid === undefined) return undefined;
  const end = (key: keyof Period): Day | undefined => parseEnd(textIn(valid.get(key)?.value) ?? "", key);
  return { from: end("from"), to: end("to") };
}

const scopeOf = ({ tree }: RubricDocument): Period => periodOf(tree) ?? always;

/** Looked for once in a document: most have none, which takes all of it to tell. */
const periodsOf = forLast((document: RubricDocument) => periodsIn(document.tree, scopeOf(document)));

/** The periods of all items, as far as what they stand in holds; they are added to `found`. */
function periodsIn(tree: Tree, scope: Period, found: Period[] = []): readonly Period[] {
  if (textIn(tree) !== undefined) return found;
  const list = listIn(tree);
  if (list === undefined) {
    for (const { value } of mapIn(tree)?.values() ?? []) periodsIn(value, scope, found);
    return found;
  }
  for (const item of list) {
    const own = periodOf(item);
    const period = own === undefined ? scope : intersection(scope, own);
    if (period === undefined) continue;
    if (own !== undefined) found.push(period);
    periodsIn(item, period, found);
  }
  return found;
}

/** Whether some of the rubric, or all of it, holds for a time only: it then needs a reference date. */
export const isDated = (document: RubricDocument): boolean =>
  periodOf(document.tree) !== undefined || periodsOf(document).length > 0;

/** The periods in which the rubric stays the same, in order: from each change to the day before the next. */
export const versionsOf = (document: RubricDocument): Period[] =>
  parted(scopeOf(document), periodsOf(document));

/**
 * The rubric as it stood on a day; undefined where it did not hold at all. It says itself on which days
 * it is the same.
 */
export function documentAt(document: RubricDocument, day: Day): RubricDocument | undefined {
  if (!isDated(document)) return document;
  const version = versionsOf(document).find((period) => isWithinPeriod(day, period));
  if (version === undefined) return undefined;
  const { spot, content } = treeAt(document.tree, day);
  const own = mapIn(document.tree)?.get("valid");
  const days = {
    key: own?.key ?? spot,
    value: { spot: own?.value.spot ?? spot, content: daysTree(version, own?.value.spot ?? spot) },
  };
  const top = new Map([...(content as TreeMap), ["valid", days]]); // a rubric that was read is a map
  return { ...documentOf(document.file, { spot, content: top }), otherOutcomes: outcomesEver(document) };
}

/** Every outcome that is named at any time, also those that ties are referred to. */
function outcomesEver({ tree }: RubricDocument): readonly string[] {
  const rules = listIn(mapIn(tree)?.get("outcomes")?.value ?? tree) ?? [];
  const textIn = (map: TreeMap | undefined, key: string): readonly string[] => {
    const text = map?.get(key)?.value.content;
    return typeof text === "string" ? [text] : [];
  };
  const names = rules.flatMap((rule) => {
    const own = mapIn(rule);
    const quota = own?.get("quota")?.value;
    return [...textIn(own, "name"), ...textIn(quota && mapIn(quota), "refer")];
  });
  return [...new Set(names)];
}

/** `from` and `to` as a rubric would say them. */
const daysTree = (period: Period, spot: Spot): TreeMap =>
  new Map(
    (["from", "to"] as const).flatMap((key) => {
      const day = period[key];
      return day === undefined ? [] : [[key, { key: spot, value: { spot, content: formatDay(day) } }]];
    }),
  );

function treeAt(tree: Tree, day: Day): Tree {
  const list = listIn(tree);
  if (list !== undefined) {
    const items = list.filter((item) => isWithinPeriod(day, periodOf(item) ?? always));
    return { ...tree, content: items.map((item) => treeAt(item, day)) };
  }
  const map = mapIn(tree);
  if (map === undefined) return tree;
  const content = new Map<string, Branch>();
  for (const [key, branch] of map) {
    const value = treeAt(branch.value, day);
    if (!isEmptied(branch.value, value)) content.set(key, { ...branch, value });
  }
  return { ...tree, content };
}

/** A list of which nothing is left, or a section of which the list is gone: as good as none. */
const isEmptied = (before: Tree, after: Tree): boolean =>
  (listIn(after)?.length === 0 && listIn(before)?.length !== 0) ||
  (mapIn(before)?.has("list") === true && mapIn(after)?.has("list") === false);

/** The days on which what stands at a path holds by what it says itself; undefined where it always does. */
export function validAt({ tree }: RubricDocument, path: Path): Period | undefined {
  const found = path.reduce<Tree | undefined>((inner, step) => inner && stepInto(inner, step)?.value, tree);
  return found && periodOf(found);
}

/** Where in the whole document that stands which stands at a path of one version of it. */
export function pathInWhole(whole: RubricDocument, version: RubricDocument, path: Path): Path {
  let [outer, inner]: (Tree | undefined)[] = [whole.tree, version.tree];
  return path.map((step) => {
    const found = inner && stepInto(inner, step)?.value;
    // What is left of a list keeps the places it had.
    const at = listIn(outer)?.findIndex(({ spot }) => spot === found?.spot) ?? -1;
    const own = at === -1 ? step : at;
    [outer, inner] = [outer && stepInto(outer, own)?.value, found];
    return own;
  });
}

/** Where it is said that something begins on a day, or ends on the day before. */
export function pathOfChange({ tree }: RubricDocument, day: Day): Path {
  const find = (inner: Tree, path: Path): Path | undefined => {
    const { from, to } = periodOf(inner) ?? always;
    if (from === day || (to !== undefined && dayAfter(to) === day)) return [...path, "valid"];
    const list = listIn(inner);
    const parts: readonly (readonly [string | number, Tree])[] = list
      ? [...list.entries()]
      : [...(mapIn(inner) ?? [])].map(([key, { value }]) => [key, value]);
    for (const [step, part] of parts) {
      const found = find(part, [...path, step]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(tree, []) ?? [];
}

/** What is wrong with the periods: days on which a figure has no value or two, or a list nothing at all. */
export const datedFindings = (document: RubricDocument): Finding[] =>
  faultsIn(document.tree, scopeOf(document), []);

function faultsIn(tree: Tree, scope: Period, keys: readonly string[]): Finding[] {
  const list = listIn(tree);
  if (list === undefined)
    return [...(mapIn(tree) ?? [])].flatMap(([key, { value }]) => faultsIn(value, scope, [...keys, key]));
  const inside = list.flatMap((item) => {
    const own = periodOf(item);
    const period = own === undefined ? scope : intersection(scope, own);
    if (period !== undefined) return faultsIn(item, period, keys);
    const place = (validOf(item) ?? item).spot();
    return [findingAt(place, problems.validOutside(own ?? always, scope))];
  });
  const isPlain = list.every((item) => periodOf(item) === undefined);
  return isPlain ? inside : [...faultsOfList(tree, list, scope, keys), ...inside];
}

/** Lists without which a rubric does just as well. */
const mayBeEmpty: readonly string[] = ["ties", "tie-break", "gates", "vetoes"];

function faultsOfList(tree: Tree, list: readonly Tree[], scope: Period, keys: readonly string[]): Finding[] {
  const isFigure = list.every(isFigureCase);
  const name = keys.findLast((key) => key !== "list") ?? "";
  const parts = parted(
    scope,
    list.flatMap((item) => periodOf(item) ?? []),
  ).map((period) => ({ period, holding: list.filter((item) => holdsIn(item, period)) }));
  const empty = joined(parts.filter(({ holding }) => holding.length === 0).map(({ period }) => period));
  const gaps = mayBeEmpty.includes(name)
    ? []
    : empty.map((gap) => (isFigure ? problems.validGap(name, gap) : problems.validNoneLeft(name, gap)));
  const overlaps = parts.flatMap(({ period, holding }): Finding[] => {
    const open = holding.filter((item) => mapIn(item)?.has("when") === false);
    const second = open[1];
    if (!isFigure || second === undefined) return [];
    return [findingAt((validOf(second) ?? second).spot(), problems.validOverlap(name, period, open.length))];
  });
  return [...gaps.map((problem) => findingAt(tree.spot(), problem)), ...overlaps];
}

/** Whether an item holds in a period that no change of its list parts. */
const holdsIn = (item: Tree, period: Period): boolean =>
  intersection(period, periodOf(item) ?? always) !== undefined;

const figureKeys: readonly string[] = Object.keys(figureCase.shape);

/** Only figures have such items. */
function isFigureCase(item: Tree): boolean {
  const map = mapIn(item);
  return map !== undefined && [...map.keys()].every((key) => figureKeys.includes(key));
}
