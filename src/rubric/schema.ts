import * as z from "zod";
import { formatDay } from "../base/date.ts";
import { type Period, parseEnd } from "../base/period.ts";
import {
  compare,
  isNegative,
  isWhole,
  one,
  parseNumber,
  type Rational,
  rational,
  roundingModes,
} from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { numberProblem, seenAs } from "./misread.ts";
import { byShape, keyed } from "./shapes.ts";

/**
 * The shape of a rubric file. Every scalar arrives as text; numbers become fractions here and nowhere
 * else. Objects are strict, so that a misspelt key is found. The groups of the tree are read node by
 * node (`read.ts`), so that a fault deep inside is reported where it stands.
 */

interface ProblemSink {
  addIssue(issue: { code: "custom"; message: string; params: { problem: Problem }; input?: unknown }): void;
}

const report = (sink: ProblemSink, problem: Problem, input: unknown): never => {
  sink.addIssue({ code: "custom", message: problem.code, params: { problem }, input });
  return z.NEVER;
};

export const text = z.string().min(1);
/** Letters and digits of any script, with `_ . -` inside: never an `@`, which separates a method. */
export const identifierPattern = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
export const identifier = z.string().regex(identifierPattern);

/** A number in a rubric: `5`, `0.5`, `66%`. */
export interface Figured {
  readonly value: Rational;
  /** Written with a percent sign. */
  readonly percent: boolean;
  readonly text: string;
}

export const numberText = z.string().transform((written, context): Figured => {
  const value = parseNumber(written);
  if (value !== undefined) return { value, percent: written.endsWith("%"), text: written };
  return report(context, numberProblem(written), written);
});

export const amount = numberText.transform(
  (number, context): Figured =>
    isNegative(number.value) ? report(context, problems.rubricNegative(number.text), number) : number,
);

export const count = amount.transform((number, context): number => {
  const whole =
    isWhole(number.value) && !number.percent ? Number(number.value.numerator / number.value.denominator) : -1;
  return whole < 0 || whole > 1_000_000 ? report(context, problems.rubricWhole(number.text), number) : whole;
});

/** Far more decimal places than any score is told with; past these, every figure would be a line of zeros. */
export const mostPlaces = 30;
export const places = count.transform((number, context): number =>
  number > mostPlaces ? report(context, problems.roundingPlaces(number, mostPlaces), number) : number,
);

export const percentage = amount.transform(
  (number, context): Rational =>
    number.percent ? number.value : report(context, problems.rubricPercent(number.text), number),
);

const flag = z.enum(["yes", "no"]).transform((word) => word === "yes");

const dayProblem = (written: string) =>
  seenAs(written, (text) => parseEnd(text, "from") !== undefined) ?? problems.validDay(written);

const endOf = (end: keyof Period) =>
  text.transform(
    (written, context) => parseEnd(written, end) ?? report(context, dayProblem(written), written),
  );
export const validFrom = endOf("from");
export const validTo = endOf("to");

/** The days on which something holds: an item of a list, or the whole rubric. `dated.ts` picks by it. */
export const validity = keyed({ from: validFrom.optional(), to: validTo.optional() }).superRefine(
  ({ from, to }, context) => {
    if (from === undefined && to === undefined) report(context, problems.validNothing(), {});
    if (from !== undefined && to !== undefined && from > to)
      report(context, problems.validOrder(formatDay(from), formatDay(to)), {});
  },
);

export const numericOperators = ["at-least", "above", "at-most", "below", "equals"] as const;
export const relativeOperators = ["among-worst", "among-best"] as const;
export const subjects = [
  "input",
  "score",
  "result",
  "column",
  "category",
  "tag",
  "title",
  "status",
  "standing",
  "term-ends",
  "predecessor",
  "earlier",
  "veto",
  "unmet-gate",
  "event",
] as const;

/** What has become of a unit itself, whatever titles it holds. */
export const statuses = ["active", "merged", "split", "closed", "renamed"] as const;
export type Status = (typeof statuses)[number];
/** What a decision has left a unit with besides its titles; `overdue` is a rectification whose day has passed. */
export const standings = ["banned", "suspended", "rectifying", "overdue"] as const;
export type StandingWord = (typeof standings)[number];
/** What earlier years are asked about. */
export const earlierFigures = ["outcome", "total", "rank"] as const;
/** How a share of a number of units becomes a number of units. */
export const countRoundings = ["down", "up", "half-up"] as const;
export type CountRounding = (typeof countRoundings)[number];

/** A condition as data: `all`, `any`, `not`, or one subject with one operator. */
export interface ConditionNode {
  readonly all?: readonly ConditionNode[] | undefined;
  readonly any?: readonly ConditionNode[] | undefined;
  readonly not?: ConditionNode | undefined;
  readonly input?: string | undefined;
  readonly score?: string | undefined;
  readonly column?: string | undefined;
  readonly category?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly veto?: readonly string[] | undefined;
  readonly "unmet-gate"?: readonly string[] | undefined;
  readonly title?: readonly string[] | undefined;
  readonly status?: readonly Status[] | undefined;
  readonly standing?: readonly StandingWord[] | undefined;
  readonly "term-ends"?: readonly string[] | undefined;
  readonly predecessor?: readonly string[] | undefined;
  readonly earlier?: (typeof earlierFigures)[number] | undefined;
  readonly last?: number | undefined;
  readonly times?: number | undefined;
  readonly result?: string | undefined;
  readonly event?: readonly string[] | undefined;
  readonly level?: readonly string[] | undefined;
  readonly within?: string | undefined;
  readonly phase?: string | undefined;
  readonly is?: readonly string[] | undefined;
  readonly "at-least"?: Figured | undefined;
  readonly above?: Figured | undefined;
  readonly "at-most"?: Figured | undefined;
  readonly below?: Figured | undefined;
  readonly equals?: Figured | undefined;
  readonly "among-worst"?: Figured | undefined;
  readonly "among-best"?: Figured | undefined;
  readonly round?: CountRounding | undefined;
  readonly better?: "higher" | "lower" | undefined;
  readonly over?: "group" | "all" | undefined;
}

export const textList = byShape({ text: text.transform((word) => [word]), list: z.array(text).min(1) });

/** One word of a list, or several. */
const wordList = <Word extends string>(words: readonly Word[]) =>
  byShape({ text: z.enum(words).transform((word): Word[] => [word]), list: z.array(z.enum(words)).min(1) });

/** So many units, or a share of them. */
const countOrShare = amount.transform((number, context): Figured => {
  const isFine = number.percent
    ? compare(number.value, one) <= 0
    : isWhole(number.value) && compare(number.value, million) <= 0;
  return isFine ? number : report(context, problems.countOrShare(number.text), number);
});
const million = rational(1_000_000);

export const conditionSchema: z.ZodType<ConditionNode> = z.lazy(() =>
  keyed({
    all: z.array(conditionSchema).min(1).optional(),
    any: z.array(conditionSchema).min(1).optional(),
    not: conditionSchema.optional(),
    input: text.optional(),
    score: text.optional(),
    column: text.optional(),
    category: textList.optional(),
    tag: textList.optional(),
    veto: textList.optional(),
    "unmet-gate": textList.optional(),
    title: textList.optional(),
    status: wordList(statuses).optional(),
    standing: wordList(standings).optional(),
    "term-ends": textList.optional(),
    predecessor: textList.optional(),
    earlier: z.enum(earlierFigures).optional(),
    last: count.optional(),
    times: count.optional(),
    result: text.optional(),
    event: textList.optional(),
    level: textList.optional(),
    within: text.optional(),
    phase: text.optional(),
    is: textList.optional(),
    "at-least": numberText.optional(),
    above: numberText.optional(),
    "at-most": numberText.optional(),
    below: numberText.optional(),
    equals: numberText.optional(),
    "among-worst": countOrShare.optional(),
    "among-best": countOrShare.optional(),
    round: z.enum(countRoundings).optional(),
    better: z.enum(["higher", "lower"]).optional(),
    over: z.enum(["group", "all"]).optional(),
  }),
);

interface FigureItem {
  readonly when?: ConditionNode | undefined;
  readonly value?: Figured | undefined;
  readonly otherwise?: Figured | undefined;
  readonly valid?: Period | undefined;
}

export const figureCase = keyed({
  when: conditionSchema.optional(),
  value: amount.optional(),
  otherwise: amount.optional(),
  valid: validity.optional(),
});

/** A figure that may depend on what kind of unit it is: the first case whose condition holds. */
export const figure = byShape({
  text: amount.transform((number): FigureItem[] => [{ value: number }]),
  list: z.array(figureCase).min(1),
});
export type FigureNode = z.output<typeof figure>;

/** What an award is worth: `66%` of the points, `3` points, or a step of the scale. */
const award = text;

const missingPolicies = ["finding", "zero", "full", "not-applicable"] as const;
const notApplicablePolicies = ["renormalise", "full", "zero", "mean"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];
export type NotApplicablePolicy = (typeof notApplicablePolicies)[number];

/** The keys of groups and indicators alike. */
export const nodeKeys = {
  id: identifier,
  no: text.optional(),
  name: text,
  note: text.optional(),
  criteria: text.optional(),
  as: z.enum(["base", "bonus", "deduction"]).optional(),
  points: figure.optional(),
  weight: percentage.optional(),
  method: text.optional(),
  "applies-to": conditionSchema.optional(),
  missing: z.enum(missingPolicies).optional(),
  "not-applicable": z.enum(notApplicablePolicies).optional(),
  valid: validity.optional(),
};

/** What several values of one thing come to. `trimmed-mean` leaves out the highest and the lowest. */
export const reducers = ["mean", "median", "trimmed-mean", "least", "greatest", "sum"] as const;
export type Reducer = (typeof reducers)[number];
const reducer = z.enum(reducers);

/** Several assessors, sampled sites or periods of the same thing, and what they come to. */
const several = {
  assessors: reducer.optional(),
  sites: reducer.optional(),
  periods: byShape({ text: reducer, map: z.record(text, percentage) }).optional(),
};

/** The keys of every indicator, whatever its rule. */
export const leafKeys = {
  ...nodeKeys,
  ...several,
  input: identifier.optional(),
  methods: byShape({ list: z.array(text).min(1), map: z.record(text, percentage) }).optional(),
  combine: z.enum(["least", "greatest", "mean"]).optional(),
};

export const clauseNode = keyed({
  id: identifier.optional(),
  no: text.optional(),
  text,
  points: amount.optional(),
  when: conditionSchema.optional(),
  valid: validity.optional(),
});
export const clause = byShape({
  text: text.transform((wording): z.output<typeof clauseNode> => ({ text: wording })),
  map: clauseNode,
});
const clauses = z.array(clause).min(1);
export type ClauseNode = z.output<typeof clauseNode>;

export const scale = z.record(text, numberText);
const band = keyed({
  "at-least": numberText.optional(),
  above: numberText.optional(),
  "at-most": numberText.optional(),
  below: numberText.optional(),
  give: award,
  valid: validity.optional(),
});

export const partPointsChoices = ["ignore", "proportional", "full"] as const;

export const leafSchemas = {
  marks: keyed({ ...leafKeys, rule: z.literal("marks"), "out-of": amount.optional() }),
  clauses: keyed({ ...leafKeys, rule: z.literal("clauses"), clauses }),
  "all-or-nothing": keyed({ ...leafKeys, rule: z.literal("all-or-nothing"), clauses }),
  grade: keyed({ ...leafKeys, rule: z.literal("grade"), scale: byShape({ text, map: scale }) }),
  "k-of-n": keyed({
    ...leafKeys,
    rule: z.literal("k-of-n"),
    clauses: clauses.optional(),
    of: count.optional(),
    per: z.enum(["assessor", "site", "period"]).optional(),
    table: z.record(text, award),
    otherwise: award.optional(),
    scale: byShape({ text, map: scale }).optional(),
  }),
  bands: keyed({
    ...leafKeys,
    rule: z.literal("bands"),
    bands: z.array(band).min(1),
    otherwise: award.optional(),
    scale: byShape({ text, map: scale }).optional(),
  }),
  threshold: keyed({
    ...leafKeys,
    rule: z.literal("threshold"),
    when: conditionSchema,
    otherwise: award.optional(),
  }),
  "deduct-per-missing": keyed({
    ...leafKeys,
    rule: z.literal("deduct-per-missing"),
    due: figure,
    each: figure,
  }),
  "deduct-per-fault": keyed({ ...leafKeys, rule: z.literal("deduct-per-fault"), each: figure }),
  "deduct-per-point-short": keyed({
    ...leafKeys,
    rule: z.literal("deduct-per-point-short"),
    target: figure,
    each: figure,
    "part-points": z.enum(partPointsChoices),
  }),
  proportional: keyed({ ...leafKeys, rule: z.literal("proportional"), target: figure }),
  curve: keyed({
    ...leafKeys,
    rule: z.literal("curve"),
    curve: z.array(keyed({ at: numberText, points: amount })).min(2),
  }),
  "min-max": keyed({
    ...leafKeys,
    rule: z.literal("min-max"),
    better: z.enum(["higher", "lower"]).optional(),
    over: z.enum(["group", "all"]).optional(),
    "if-equal": z.enum(["full", "zero"]).optional(),
  }),
  fixed: keyed({ ...leafKeys, rule: z.literal("fixed") }),
  once: keyed({ ...leafKeys, rule: z.literal("once") }),
  "each-time": keyed({
    ...leafKeys,
    rule: z.literal("each-time"),
    each: figure,
    times: count.optional(),
  }),
  "on-time": keyed({
    ...leafKeys,
    rule: z.literal("on-time"),
    due: text,
    late: percentage.optional(),
    "not-after": text.optional(),
  }),
  events: keyed({
    ...leafKeys,
    rule: z.literal("events"),
    event: textList,
    each: figure.optional(),
    levels: z.record(text, amount).optional(),
    "once-per": z.enum(["matter", "event", "unit"]).optional(),
    within: text.optional(),
    factors: z.record(text, amount).optional(),
    repeat: keyed({ per: z.enum(["day", "matter", "unit"]), from: count, factor: amount }).optional(),
  }),
} as const;

/** What every indicator has, whatever its rule; other keys are passed over. */
export const anyLeafSchema = z.object(leafKeys);

export type RuleName = keyof typeof leafSchemas;
export const ruleNames = Object.keys(leafSchemas) as readonly RuleName[]; // the keys of the object just above

export type LeafNode = { [Name in RuleName]: z.output<(typeof leafSchemas)[Name]> }[RuleName];

export const groupSchema = keyed({
  ...nodeKeys,
  cap: figure.optional(),
  indicators: z.array(z.unknown()).min(1),
});
export type GroupNode = Omit<z.output<typeof groupSchema>, "indicators"> & {
  readonly indicators: readonly IndicatorNode[];
};
export type IndicatorNode = GroupNode | LeafNode;

const operand = text;
const operands = z.array(operand).min(1);
const twoOperands = z.tuple([operand, operand]);

export const calculations = ["add", "subtract", "multiply", "divide", "mean", "least", "greatest"] as const;
export type Calculation = (typeof calculations)[number];

/** Single answer sheets of a survey, one a row, and how they make one figure (domain M18, M19). */
const sheets = keyed({
  answers: z.record(text, amount).optional(),
  invalid: z.array(text).min(1).optional(),
  sample: count.optional(),
  "short-sample": z.enum(["finding", "missing"]).optional(),
  "blank-takes": amount.optional(),
  verdict: keyed({
    question: text,
    approves: z.array(text).min(1),
    disapproves: z.array(text).min(1),
  }).optional(),
});
export type SheetsNode = z.output<typeof sheets>;

export const inputSchema = keyed({
  ...several,
  sheets: sheets.optional(),
  no: text.optional(),
  name: text.optional(),
  note: text.optional(),
  type: z.enum(["number", "count", "percent", "yes-no", "word"]).optional(),
  words: z.array(text).min(1).optional(),
  from: numberText.optional(),
  to: numberText.optional(),
  register: text.optional(),
  add: operands.optional(),
  subtract: twoOperands.optional(),
  multiply: operands.optional(),
  divide: twoOperands.optional(),
  mean: operands.optional(),
  least: operands.optional(),
  greatest: operands.optional(),
});
export type InputNode = z.output<typeof inputSchema>;

const listed = <Entry extends z.ZodType>(entry: Entry) =>
  keyed({ missing: z.enum(["finding", "no", "yes"]).optional(), list: z.array(entry).min(1) });

const tie = keyed({
  score: text.optional(),
  input: text.optional(),
  better: z.enum(["higher", "lower"]).optional(),
  when: conditionSchema.optional(),
  valid: validity.optional(),
});

const ties = z.array(tie).min(1);

/** A title of honour: how long it is held, and what it goes with. */
const titleNode = keyed({
  name: text,
  note: text.optional(),
  term: text.optional(),
  requires: textList.optional(),
  excludes: textList.optional(),
  "granted-by": z.enum(["rubric", "others"]).optional(),
});
export type TitleNode = z.output<typeof titleNode>;

/** How earlier years count: whose results they may be, and what several years come to. */
const years = keyed({
  continues: textList.optional(),
  outcomes: z.array(text).min(1).optional(),
  every: count.optional(),
  results: z
    .array(
      keyed({
        id: identifier,
        name: text,
        weights: z.record(text, percentage).optional(),
        mean: count.optional(),
        missing: z.enum(["finding", "renormalise"]).optional(),
      }),
    )
    .min(1)
    .optional(),
});

/** How many may have an outcome, which of those whom its rule fits, and what a tie on the last place comes to. */
const quota = keyed({
  most: figure.optional(),
  share: figure.optional(),
  of: byShape({ text: z.enum(["group", "eligible"]), map: conditionSchema }).optional(),
  round: z.enum(countRoundings).optional(),
  per: z.enum(["group", "all"]).optional(),
  from: z.enum(["best", "worst"]).optional(),
  by: text.optional(),
  "tie-break": ties.optional(),
  tie: z.enum(["none", "all", "refer"]),
  refer: text.optional(),
});
export type QuotaNode = z.output<typeof quota>;

/** What follows from an outcome: titles before and after, and what the unit is left with. */
const effect = keyed({
  grants: textList.optional(),
  takes: textList.optional(),
  changes: z.record(text, text).optional(),
  renews: textList.optional(),
  suspends: text.optional(),
  bans: text.optional(),
  rectify: text.optional(),
  lifts: wordList(["suspension", "ban"]).optional(),
});
export type EffectNode = z.output<typeof effect>;

/** Columns that say what a unit holds and has become: read as such where the rubric has titles, otherwise as they stand. */
export const standingRoles = [
  "title",
  "since",
  "expires",
  "status",
  "status-date",
  "into",
  "former",
  "suspended-until",
  "banned-until",
  "rectify-by",
] as const;

/** Columns that describe a unit, and so may stand in any file. */
export const describingRoles = [
  "group",
  "category",
  "tags",
  "headcount",
  "region",
  "system",
  "level",
] as const;

export const columnRoles = [
  "unit",
  "code",
  "name",
  ...describingRoles,
  ...standingRoles,
  "indicator",
  "value",
  "method",
  "assessor",
  "site",
  "period",
  "phase",
  "sheet",
  "date",
  "kind",
  "matter",
  "circumstance",
  "count",
  "note",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How much a finding weighs; a rubric may say it for a code of its choice. */
export const severities = ["error", "warning", "info"] as const;

export const rubricSchema = keyed({
  ceping: z.literal("1"),
  id: identifier,
  title: text,
  version: text,
  source: text.optional(),
  note: text.optional(),
  valid: validity.optional(),
  points: figure.optional(),
  total: keyed({ floor: numberText.optional(), cap: numberText.optional() }).optional(),
  rounding: keyed({
    places: places.optional(),
    mode: z.enum(roundingModes).optional(),
    at: z.enum(["total", "groups", "terms"]).optional(),
    lines: z.enum(["rounded", "exact"]).optional(),
    ranks: z.enum(["rounded", "exact"]).optional(),
  }).optional(),
  missing: z.enum(missingPolicies).optional(),
  "not-applicable": z.enum(notApplicablePolicies).optional(),
  units: keyed({
    categories: z.array(text).min(1).optional(),
    tags: z.array(text).min(1).optional(),
  }).optional(),
  ranking: keyed({
    "group-by": byShape({ text: text.transform((word) => [word]), list: z.array(text) }).optional(),
    groups: z.array(text).min(1).optional(),
    better: z.enum(["higher", "lower"]).optional(),
    ties: ties.optional(),
  }).optional(),
  columns: z.partialRecord(z.enum(columnRoles), textList).optional(),
  ignore: z.array(text).min(1).optional(),
  term: keyed({ from: text, to: text }).optional(),
  phases: keyed({ list: z.array(text).min(2), result: text }).optional(),
  titles: z.array(titleNode).min(1).optional(),
  years: years.optional(),
  events: keyed({
    kinds: z.array(text).min(1).optional(),
    levels: z.array(text).min(1).optional(),
    circumstances: z.array(text).min(1).optional(),
  }).optional(),
  methods: z.array(text).min(1).optional(),
  scales: z.record(text, scale).optional(),
  inputs: z.record(text, inputSchema).optional(),
  indicators: z.array(z.unknown()).min(1),
  gates: listed(
    keyed({
      id: identifier,
      no: text.optional(),
      name: text,
      requires: conditionSchema.optional(),
      valid: validity.optional(),
    }),
  ).optional(),
  vetoes: listed(
    keyed({
      id: identifier,
      no: text.optional(),
      name: text,
      when: conditionSchema.optional(),
      valid: validity.optional(),
    }),
  ).optional(),
  outcomes: z
    .array(
      keyed({
        name: text,
        no: text.optional(),
        because: text.optional(),
        when: conditionSchema.optional(),
        otherwise: flag.optional(),
        quota: quota.optional(),
        effect: effect.optional(),
        final: flag.optional(),
        valid: validity.optional(),
      }),
    )
    .min(1)
    .optional(),
  check: keyed({ severity: z.record(text, z.enum(severities)).optional() }).optional(),
});

/** A rubric as it stands in its file: shapes are right, names are not resolved yet. */
export type Rubric = Omit<z.output<typeof rubricSchema>, "indicators"> & {
  readonly indicators: readonly IndicatorNode[];
};
