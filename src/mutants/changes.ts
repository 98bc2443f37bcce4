import { dayAfter, dayBefore, formatDay, parseDay, parseDays } from "../base/date.ts";
import { add, formatPercent, isNegative, type Rational, subtract } from "../base/rational.ts";
import type { Path } from "../rubric/document.ts";
import { type Figured, numericOperators, type Rubric } from "../rubric/schema.ts";
import { type Change, changing, valueAt, withValue } from "./change.ts";
import { isNumber } from "./defaults.ts";
import { figured, neighbours, percent, placesOf, stepOf } from "./numbers.ts";
import { changesBeside, effectChanges, titleKeys, titleListChanges } from "./title-changes.ts";
import { alternativesOf, calculations, comparisons, droppable, isSilent } from "./words.ts";

type Values = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isFigured = (value: unknown): value is Figured => isMap(value) && "text" in value && "percent" in value;
const isRational = (value: unknown): value is Rational => isMap(value) && "numerator" in value;

/**
 * All small changes of a Rubric that has its defaults written out. It is gone through as plain data: a
 * number is a number wherever it stands, so that what the language will have later is changed as well.
 */
export function changesOf(rubric: Rubric): Change[] {
  const changes: Change[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (value === undefined) return;
    changes.push(...changesAt(rubric, value, path));
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) visit(one, [...path, index]);
    } else if (isMap(value) && !isNumber(value)) {
      for (const [key, one] of Object.entries(value))
        if (!isSilent(path, key) && !isVocabulary(path, key)) visit(one, [...path, key]);
    }
  };
  visit(rubric, []);
  return changes;
}

/** Lists of words at the top of the file, and the words of an input: what cells may hold. */
const isVocabulary = (path: Path, key: string): boolean =>
  (path.length === 0 && (key === "methods" || key === "events")) ||
  (path.at(-2) === "inputs" && key === "words");

function changesAt(rubric: Rubric, value: unknown, path: Path): Change[] {
  const key = String(path.at(-1) ?? "");
  if (isFigured(value)) return figureChanges(rubric, value, path);
  if (isRational(value)) return key === "late" ? shareChanges(value, path) : [];
  if (typeof value === "number") return countChanges(value, path);
  if (typeof value === "string") return textChanges(rubric, value, path);
  if (Array.isArray(value))
    return titleKeys.includes(key) && isTitles(rubric, value)
      ? titleListChanges(rubric, value, path)
      : listChanges(value, path, key);
  return isMap(value) ? mapChanges(rubric, value, path) : [];
}

/** Where a figure stands: the key of one that does not depend on the unit. */
function figurePath(rubric: Rubric, path: Path): Path {
  if (path.at(-1) !== "value" || path.at(-2) !== 0) return path;
  const list = valueAt(rubric, path.slice(0, -2));
  return Array.isArray(list) && list.length === 1 ? path.slice(0, -2) : path;
}

function figureChanges(rubric: Rubric, value: Figured, path: Path): Change[] {
  const at = figurePath(rubric, path);
  return neighbours(value.text).map((other) => ({
    ...changing(path, value.text, other.text, other),
    path: at,
  }));
}

const shareChanges = (value: Rational, path: Path): Change[] =>
  [add(value, percent(1)), subtract(value, percent(1))]
    .filter((other) => !isNegative(other))
    .map((other) => changing(path, formatPercent(value), formatPercent(other), other));

const countChanges = (value: number, path: Path): Change[] =>
  [value + 1, value - 1]
    .filter((other) => other >= 0)
    .map((other) => changing(path, String(value), String(other), other));

function textChanges(rubric: Rubric, value: string, path: Path): Change[] {
  const key = String(path.at(-1) ?? "");
  const others = (words: readonly string[]): Change[] =>
    words.filter((word) => word !== value).map((word) => changing(path, value, word, word));
  if (isAward(path)) return others(awardsBeside(rubric, value, path));
  if (lengthKeys.includes(key) || (key === "term" && path[0] === "titles"))
    return others(windowsBeside(value));
  if (key === "within") return others(windowsBeside(value));
  if (key === "due" || key === "not-after" || path[0] === "term") return others(daysBeside(value));
  if (path[0] === "phases" && key === "result") return others(rubric.phases?.list ?? []);
  if (key === "phase") return others(rubric.phases?.list ?? []);
  if (path.at(-2) === "is" && (value === "yes" || value === "no")) return others(["yes", "no"]);
  if (isOperand(path)) return others(neighbours(value).map(({ text }) => text));
  return others(alternativesOf(path, value));
}

/** Lengths of time that an outcome leaves a unit with. */
const lengthKeys: readonly string[] = ["suspends", "bans", "rectify"];

const isOperand = (path: Path): boolean =>
  path[0] === "inputs" && path.length === 4 && typeof path[3] === "number" && path[2] !== "words";

/** An award of a rule: `give`, `otherwise`, a row of a table. In figures, `otherwise` is a number already. */
const isAward = (path: Path): boolean =>
  path.at(-1) === "give" || path.at(-1) === "otherwise" || path.at(-2) === "table";

function awardsBeside(rubric: Rubric, value: string, path: Path): readonly string[] {
  const leaf = path.slice(
    0,
    path.findLastIndex((step) => step === "bands" || step === "table" || step === "otherwise"),
  );
  const node = valueAt(rubric, leaf);
  const named = isMap(node) ? node["scale"] : undefined;
  const scale = typeof named === "string" ? rubric.scales?.[named] : named;
  if (!isMap(scale)) return neighbours(value).map(({ text }) => text);
  const steps = Object.keys(scale);
  const at = steps.indexOf(value);
  return steps.filter((_, index) => Math.abs(index - at) === 1);
}

/** `1 year`, `2 years`. */
const counted = (unit: string, count: number): string =>
  unit.replace(/^(\s*(?:year|month|day))s?$/, (_, one: string) => (count === 1 ? one : `${one}s`));

function windowsBeside(value: string): string[] {
  const [, count, rest] = /^(\d+)(\D.*)$/.exec(value) ?? [];
  if (count !== undefined && rest !== undefined && !value.includes(".."))
    return [Number(count) + 1, Number(count) - 1]
      .filter((other) => other > 0)
      .map((other) => `${other}${counted(rest, other)}`);
  const [from, to] = value.split("..").map((text) => parseDays(text));
  if (from === undefined || to === undefined) return [];
  const written = (first: number, last: number): string => `${formatDay(first)}..${formatDay(last)}`;
  return [
    written(dayAfter(from.first), to.last),
    written(dayBefore(from.first), to.last),
    written(from.first, dayAfter(to.last)),
    written(from.first, dayBefore(to.last)),
  ];
}

function daysBeside(value: string): string[] {
  const day = parseDay(value) ?? parseDays(value)?.last;
  return day === undefined ? [] : [formatDay(dayAfter(day)), formatDay(dayBefore(day))];
}

/** Whether a list is one of titles: gates have `requires`, too. */
const isTitles = ({ titles = [] }: Rubric, list: readonly unknown[]): boolean =>
  titles.length > 0 && list.every((one) => typeof one === "string");

/** Words that any of will do, in a condition or a rule. */
const wordLists: readonly string[] = [
  "category",
  "tag",
  "is",
  "level",
  "event",
  "veto",
  "unmet-gate",
  "invalid",
  "status",
  "standing",
  "lifts",
];

function listChanges(list: readonly unknown[], path: Path, key: string): Change[] {
  const dropEach = (): Change[] =>
    list.map((one, index) => changing([...path, index], shown(one), "—", undefined));
  const several = list.length > 1;
  switch (key) {
    case "bands":
      return several ? dropEach() : [];
    case "curve":
      return list.length > 2 ? dropEach().slice(1, -1) : [];
    case "ties":
    case "tie-break":
      return [...(several ? dropEach() : [dropped(path, key)]), ...swaps(list, path)];
    case "all":
    case "any":
      return several ? [...dropEach(), otherJoin(path, key)] : [];
    case "indicators":
      return [...moves(list, path, pointsOf), ...moves(list, path, weightOf)];
    case "clauses":
      return moves(list, path, clausePointsOf);
    case "group-by":
      return [changing(path, list.map(String).join(", "), "—", [])];
    default:
      if (wordLists.includes(key)) return several ? dropEach() : [];
      if (path[0] === "inputs" && path.length === 3 && Object.hasOwn(calculations, key))
        return several ? dropEach() : [];
      return path[0] === "inputs" && (key === "subtract" || key === "divide") ? swaps(list, path) : [];
  }
}

/** A value in a few words, without colons: it may have to be written in a case file. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(shown).join(" ");
  if (!isMap(value)) return String(value);
  if (isFigured(value)) return value.text;
  if (isRational(value)) return formatPercent(value);
  const text = Object.entries(value)
    .filter(([key, one]) => one !== undefined && key !== "valid")
    .map(([key, one]) => `${key} ${shown(one)}`)
    .join(", ");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const dropped = (path: Path, key: string): Change => changing(path, key, "—", undefined);

const swaps = (list: readonly unknown[], path: Path): Change[] =>
  list.slice(1).map((one, index): Change => {
    const before = list[index];
    return {
      path: [...path, index],
      from: shown(before),
      to: shown(one),
      edit: {
        on: "rubric",
        change: (rubric) =>
          withValue(rubric, path, (all) =>
            Array.isArray(all) ? all.with(index, one).with(index + 1, before) : all,
          ) as Rubric, // the same items in another order
      },
    };
  });

/** `all` for `any`, and the other way round. */
function otherJoin(path: Path, key: "all" | "any"): Change {
  const other = key === "all" ? "any" : "all";
  return renamed(path, key, other);
}

/** The same value under another key of its map. */
function renamed(path: Path, key: string, other: string): Change {
  const around = path.slice(0, -1);
  return {
    path,
    from: key,
    to: other,
    edit: {
      on: "rubric",
      change: (rubric) =>
        withValue(rubric, around, (map) => {
          if (!isMap(map)) return map;
          const { [key]: value, ...rest } = map;
          return { ...rest, [other]: value };
        }) as Rubric, // a key that takes the same kind of value
    },
  };
}

/** How a number of one item is found and written, where a neighbour's can make up for it. */
interface Movable {
  readonly path: Path;
  readonly value: Rational;
  readonly places: number;
  readonly percent: boolean;
  readonly bare: boolean;
}
type Finder = (node: unknown) => Movable | undefined;

const pointsOf: Finder = (node) => {
  const figure = isMap(node) ? node["points"] : undefined;
  const only: unknown = Array.isArray(figure) && figure.length === 1 ? figure[0] : undefined;
  const value = isMap(only) ? only["value"] : undefined;
  return isFigured(value) ? movable(["points", 0, "value"], value) : undefined;
};
const clausePointsOf: Finder = (node) => {
  const value = isMap(node) ? node["points"] : undefined;
  return isFigured(value) ? movable(["points"], value) : undefined;
};
const weightOf: Finder = (node) => {
  const value = isMap(node) ? node["weight"] : undefined;
  return isRational(value) ? { path: ["weight"], value, places: 0, percent: true, bare: true } : undefined;
};
const movable = (path: Path, { value, percent: share, text }: Figured): Movable => ({
  path,
  value,
  places: placesOf(text),
  percent: share,
  bare: false,
});

/** Points moved from one item to the next, so that the sum stays right and nothing else shows it. */
const moves = (list: readonly unknown[], path: Path, find: Finder): Change[] =>
  list.slice(1).flatMap((node, index): Change[] => {
    const from = find(list[index]);
    const to = find(node);
    return from === undefined || to === undefined
      ? []
      : moved(
          { ...from, path: [...path, index, ...from.path] },
          { ...to, path: [...path, index + 1, ...to.path] },
        );
  });

function moved(from: Movable, to: Movable): Change[] {
  const places = Math.max(from.places, to.places);
  const step = from.percent ? percent(1) : stepOf(places);
  const [less, more] = [subtract(from.value, step), add(to.value, step)];
  if (isNegative(less)) return [];
  const written = (value: Rational): string => figured(value, places, from.percent).text;
  const put = (rubric: unknown, { path, bare, percent: share }: Movable, value: Rational): unknown =>
    withValue(rubric, path, () => (bare ? value : figured(value, places, share)));
  return [
    {
      path: from.path.at(-1) === "value" ? from.path.slice(0, -2) : from.path,
      from: `${written(from.value)} + ${written(to.value)}`,
      to: `${written(less)} + ${written(more)}`,
      edit: {
        on: "rubric",
        change: (rubric) => put(put(rubric, from, less), to, more) as Rubric, // numbers in place of numbers
      },
    },
  ];
}

function mapChanges(rubric: Rubric, map: Values, path: Path): Change[] {
  const key = String(path.at(-1) ?? "");
  const changes: Change[] = [];
  for (const name of droppable)
    if (map[name] !== undefined && !(name === "times" && map["earlier"] !== undefined))
      changes.push(dropped([...path, name], name));
  for (const operator of numericOperators) {
    const other = comparisons[operator];
    if (map[operator] !== undefined && other !== undefined)
      changes.push(renamed([...path, operator], operator, other));
  }
  for (const [one, other] of [
    ["among-worst", "among-best"],
    ["among-best", "among-worst"],
  ] as const)
    if (map[one] !== undefined) changes.push(renamed([...path, one], one, other));
  if (isMap(map["not"])) {
    const inner = map["not"];
    changes.push(changing([...path], "not", "—", inner));
  }
  if (key === "table") changes.push(...tableChanges(map, path));
  if (key === "periods" || key === "methods" || key === "weights") changes.push(...shareMoves(map, path));
  if (path[0] === "inputs" && path.length === 2) {
    for (const [name, others] of Object.entries(calculations))
      if (map[name] !== undefined)
        for (const other of others) changes.push(renamed([...path, name], name, other));
  }
  if (key === "effect") changes.push(...effectChanges(map, path));
  if (key === "changes") changes.push(...changesBeside(rubric, map, path));
  if (path[0] === "titles" && path.length === 2)
    for (const name of ["requires", "excludes"] as const)
      if (map[name] !== undefined) changes.push(dropped([...path, name], name));
  // A tie-break for some kind of unit only.
  if ((path.at(-2) === "ties" || path.at(-2) === "tie-break") && map["when"] !== undefined)
    changes.push(dropped([...path, "when"], "when"));
  if (map["tie"] === "refer") changes.push(...unreferred(map, path));
  return changes;
}

/** Those level on the last place have nothing, or all have the outcome: both instead of another outcome. */
const unreferred = ({ refer: _, ...quota }: Values, path: Path): Change[] =>
  ["none", "all"].map((tie) => ({
    ...changing(path, "refer", tie, { ...quota, tie }),
    path: [...path, "tie"],
  }));

/** Rows left out, and rows for one more or one less. */
function tableChanges(table: Values, path: Path): Change[] {
  const rows = Object.entries(table);
  const put = (before: string, after: string | undefined): Values =>
    Object.fromEntries(
      rows.flatMap(([key, give]) =>
        key !== before ? [[key, give]] : after === undefined ? [] : [[after, give]],
      ),
    );
  return rows.flatMap(([key]) => {
    const other = neighbours(key)
      .map(({ text }) => text)
      .filter((text) => !Object.hasOwn(table, text));
    const changes = other.map((text) => ({
      ...changing(path, `at ${key}`, `at ${text}`, put(key, text)),
      path: [...path, key],
    }));
    return rows.length > 1
      ? [...changes, { ...changing(path, `at ${key}`, "—", put(key, undefined)), path: [...path, key] }]
      : changes;
  });
}

/** Weights of methods or periods: one percent from each to the next. */
function shareMoves(map: Values, path: Path): Change[] {
  const shares = Object.entries(map);
  return shares.slice(1).flatMap(([name, value], index): Change[] => {
    const [before = "", first] = shares[index] ?? [];
    if (!isRational(first) || !isRational(value)) return [];
    const part = { places: 0, percent: true, bare: true };
    return moved(
      { ...part, path: [...path, before], value: first },
      { ...part, path: [...path, name], value },
    );
  });
}
