import type { Path } from "../rubric/document.ts";

/** Words of which another would have been possible: by their key, for each word what it may be mistaken for. */
export const alternatives: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  missing: {
    finding: ["zero", "full"],
    zero: ["finding", "full"],
    full: ["finding", "zero"],
    "not-applicable": ["zero", "finding"],
  },
  "not-applicable": {
    renormalise: ["full", "zero"],
    full: ["renormalise", "zero"],
    zero: ["renormalise", "full"],
    mean: ["renormalise", "full"],
  },
  mode: {
    "half-up": ["half-even", "down"],
    "half-even": ["half-up", "down"],
    up: ["half-up"],
    down: ["half-up"],
  },
  at: { total: ["groups", "terms"], groups: ["total", "terms"], terms: ["total", "groups"] },
  lines: { rounded: ["exact"], exact: ["rounded"] },
  ranks: { rounded: ["exact"], exact: ["rounded"] },
  better: { higher: ["lower"], lower: ["higher"] },
  over: { group: ["all"], all: ["group"] },
  "if-equal": { full: ["zero"], zero: ["full"] },
  combine: { least: ["mean", "greatest"], mean: ["least", "greatest"], greatest: ["mean", "least"] },
  "part-points": {
    ignore: ["proportional", "full"],
    proportional: ["ignore", "full"],
    full: ["proportional", "ignore"],
  },
  "once-per": { matter: ["event", "unit"], event: ["matter", "unit"], unit: ["event", "matter"] },
  per: {
    day: ["matter", "unit"],
    matter: ["day", "unit"],
    unit: ["day", "matter"],
    group: ["all"],
    all: ["group"],
  },
  from: { best: ["worst"], worst: ["best"] },
  of: { group: ["eligible"], eligible: ["group"] },
  round: { down: ["up", "half-up"], up: ["down", "half-up"], "half-up": ["down", "up"] },
  tie: { none: ["all"], all: ["none"] },
  "short-sample": { finding: ["missing"], missing: ["finding"] },
  as: { bonus: ["deduction"], deduction: ["bonus"] },
};

const reducers: Readonly<Record<string, readonly string[]>> = {
  mean: ["least", "greatest"],
  median: ["mean"],
  "trimmed-mean": ["mean"],
  least: ["mean", "greatest"],
  greatest: ["mean", "least"],
  sum: ["mean"],
};

/** What a gate or a veto that nobody has told of may be taken for. */
const untold: Readonly<Record<string, readonly string[]>> = {
  finding: ["no", "yes"],
  no: ["finding", "yes"],
  yes: ["finding", "no"],
};

/** What a year without a result may be taken for. */
const yearless: Readonly<Record<string, readonly string[]>> = {
  finding: ["renormalise"],
  renormalise: ["finding"],
};

/** What is left of an earlier decision, and what that may be mistaken for. */
const standingWords: Readonly<Record<string, readonly string[]>> = {
  banned: ["suspended"],
  suspended: ["banned"],
  rectifying: ["overdue"],
  overdue: ["rectifying"],
};

/** What the word at a path may be mistaken for. */
export function alternativesOf(path: Path, word: string): readonly string[] {
  const key = String(path.at(-1) ?? "");
  if (key === "missing" && (path[0] === "gates" || path[0] === "vetoes")) return untold[word] ?? [];
  if (key === "missing" && path[0] === "years") return yearless[word] ?? [];
  if (path.at(-2) === "standing") return standingWords[word] ?? [];
  const known = ["assessors", "sites", "periods"].includes(key) ? reducers : alternatives[key];
  return known?.[word] ?? [];
}

/** Limits that can be left out. */
export const droppable: readonly string[] = [
  "cap",
  "floor",
  "times",
  "not-after",
  "within",
  "repeat",
  "applies-to",
  "verdict",
  "quota",
  "by",
];

/** Comparisons that a slip turns into each other. */
export const comparisons: Readonly<Record<string, string>> = {
  "at-least": "above",
  above: "at-least",
  "at-most": "below",
  below: "at-most",
  equals: "at-least",
};

/** Calculations of an input that a slip turns into each other. */
export const calculations: Readonly<Record<string, readonly string[]>> = {
  mean: ["least", "greatest"],
  least: ["greatest"],
  greatest: ["least"],
  add: ["greatest"],
};

/** Whether what stands under a key changes no score: the title of a rubric does not, one that units hold does. */
export const isSilent = (path: Path, key: string): boolean =>
  saysNothing.includes(key) || (key === "title" && path.length === 0);

/** Keys under which stands what changes no score: names, notes, words that files may hold. */
const saysNothing: readonly string[] = [
  "ceping",
  "extends",
  "id",
  "version",
  "source",
  "note",
  "no",
  "name",
  "text",
  "criteria",
  "because",
  "columns",
  "ignore",
  "units",
  "check",
  "valid",
];
