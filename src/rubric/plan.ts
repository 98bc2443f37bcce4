import type { Day } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import type { Period } from "../base/period.ts";
import type { Rational, RoundingMode } from "../base/rational.ts";
import type { Path } from "./document.ts";
import type {
  Calculation,
  ColumnRole,
  CountRounding,
  MissingPolicy,
  NotApplicablePolicy,
  Reducer,
  StandingWord,
  Status,
} from "./schema.ts";

/**
 * The Plan: a rubric with every name resolved and every default filled in; plain data that scoring,
 * ranking, outcomes, forms and proofs read. Positions are not in it: `origin` is the path to look up.
 */
export interface Plan {
  readonly rubric: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    /** The days on which all of this holds; undefined where nothing says so. */
    readonly valid: Period | undefined;
  };
  readonly rounding: RoundingPlan;
  readonly total: { readonly floor: Rational | undefined; readonly cap: Rational | undefined };
  readonly ranking: RankingPlan;
  readonly units: {
    readonly categories: readonly string[] | undefined;
    readonly tags: readonly string[] | undefined;
  };
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  readonly ignored: readonly string[];
  readonly inputs: readonly InputPlan[];
  /** The whole tree; the root stands for the total. */
  readonly root: GroupPlan;
  /** All nodes in paper order, root first; `node.index` is the place in this list. */
  readonly nodes: readonly NodePlan[];
  readonly leaves: readonly LeafPlan[];
  /** What the report has a column for: leaves and the adjustments of groups, in paper order. */
  readonly entries: readonly EntryPlan[];
  readonly events: EventsPlan;
  readonly phases: PhasesPlan | undefined;
  readonly gates: readonly GatePlan[];
  readonly vetoes: readonly VetoPlan[];
  readonly outcomes: readonly OutcomePlan[];
  readonly titles: readonly TitlePlan[];
  readonly years: YearsPlan;
}

/** A title of honour that units hold, or come to hold. */
export interface TitlePlan {
  readonly name: string;
  /** How long it is held; undefined for a title without an end. */
  readonly term: LengthPlan | undefined;
  /** One of these is held already when it is granted; none where it needs none. */
  readonly requires: readonly number[];
  /** Titles that nobody holds beside it. */
  readonly excludes: readonly number[];
  /** Granted by somebody else: units may hold it though no outcome grants it. */
  readonly external: boolean;
  readonly origin: Path;
}

/** A length of time. */
export interface LengthPlan {
  readonly months: number;
  readonly written: string;
}

/** How earlier assessments count. */
export interface YearsPlan {
  /** The rubrics whose results count as earlier results of this one: its own id first. */
  readonly continues: readonly string[];
  /** Outcomes that only earlier rubrics know. */
  readonly outcomes: readonly string[];
  /** Years from one assessment to the next. */
  readonly every: number;
  readonly results: readonly YearsResultPlan[];
  /** How many assessments back any rule looks; 0 where none does. */
  readonly reach: number;
}

/** What several assessments come to (domain M32). */
export interface YearsResultPlan {
  readonly id: string;
  readonly name: string;
  /** Shares by how many assessments ago, 0 being this one; they add up to one. */
  readonly weights: ReadonlyMap<number, Rational>;
  readonly missing: "finding" | "renormalise";
  readonly origin: Path;
}

export interface RoundingPlan {
  readonly places: number;
  readonly mode: RoundingMode;
  /** Where sums are rounded before the total is: nowhere, at each group, or at each term of each sum. */
  readonly at: "total" | "groups" | "terms";
  /** Whether lines and ranks see the rounded figures. */
  readonly lines: "rounded" | "exact";
  readonly ranks: "rounded" | "exact";
}

export interface RankingPlan {
  readonly groupBy: readonly string[];
  readonly groups: readonly string[];
  readonly better: Better;
  readonly ties: readonly TiePlan[];
}

export type Better = "higher" | "lower";

export type TiePlan = (
  | { readonly by: "score"; readonly node: number }
  | { readonly by: "input"; readonly input: number }
) & {
  readonly better: Better;
  /** The kind of unit that it parts; all where undefined. */
  readonly when: Condition | undefined;
};

/** What the file of events may hold; undefined where any word will do. */
export interface EventsPlan {
  /** Whether the rubric reads events at all. */
  readonly used: boolean;
  /** Whether anything is counted from a reference date, or holds for a time; the date must then be given. */
  readonly needsAsOf: boolean;
  /** The rules that give points for events. */
  readonly rules: readonly EventsRule[];
  readonly kinds: readonly string[];
  readonly levels: readonly string[] | undefined;
  readonly circumstances: readonly string[] | undefined;
}

/** Several runs of the rubric in a year, such as self check and acceptance; one of them counts. */
export interface PhasesPlan {
  readonly list: readonly string[];
  readonly result: number;
}

/** What is counted: days after `from` months before the reference date, a fixed term, or its calendar year. */
export type WindowPlan =
  | { readonly kind: "months"; readonly months: number; readonly written: string }
  | { readonly kind: "year"; readonly written: string }
  | { readonly kind: "days"; readonly from: Day; readonly to: Day; readonly written: string };

/** Several values of one thing: over what they are several, and what they come to. */
export interface Reduction {
  readonly over: Dimension;
  readonly by: Reducer | { readonly weights: ReadonlyMap<string, Rational> };
}
export type Dimension = "assessor" | "site" | "period";

/** How answer sheets make one figure (domain M18, M19). */
export interface SheetsPlan {
  /** Points or shares of each answer; undefined where sheets hold marks. */
  readonly answers: ReadonlyMap<string, Rational> | undefined;
  readonly sample: number;
  readonly shortSample: "finding" | "missing";
  readonly blankTakes: Rational;
  readonly verdict: { readonly input: number; readonly disapproves: readonly string[] } | undefined;
}

/** One thing that is known of a unit. `index` is its slot in the evidence. */
export interface InputPlan {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** What headings and long rows may call it. */
  readonly names: readonly string[];
  readonly method: string | undefined;
  readonly type: InputType;
  /** Shown as a percentage. */
  readonly percent: boolean;
  readonly source: InputSource;
  /** Whether a unit may have several values of it, told apart by assessor, site or period, or a sheet each. */
  readonly many: "dimensions" | "sheets" | undefined;
  /** What tells the several values apart; a second value that differs in nothing of it is one too many. */
  readonly dimensions: readonly Dimension[];
  /** What the several values come to before any rule sees them. */
  readonly reductions: readonly Reduction[];
  readonly sheets: SheetsPlan | undefined;
  readonly origin: Path;
}

export type InputType =
  | {
      readonly kind: "number";
      readonly least: Rational | undefined;
      readonly most: Rational | undefined;
      /** Words that make an answer sheet invalid. */
      readonly invalid?: readonly string[];
    }
  | { readonly kind: "count"; readonly least: Rational | undefined; readonly most: Rational | undefined }
  | { readonly kind: "percent"; readonly least: Rational | undefined; readonly most: Rational | undefined }
  | { readonly kind: "yes-no" }
  | { readonly kind: "word"; readonly words: readonly string[]; readonly invalid?: readonly string[] }
  /** A day, or a month. */
  | { readonly kind: "date" };

export type InputSource =
  | { readonly from: "submissions" }
  | { readonly from: "register"; readonly column: string }
  | { readonly from: "inputs"; readonly calculation: Calculation; readonly operands: readonly Operand[] };

export type Operand = { readonly input: number } | { readonly number: Rational };

/** A number that may depend on the kind of unit: the first case that holds, with or without a condition. */
export type Figure = readonly FigureCase[];
export interface FigureCase {
  readonly when: Condition | undefined;
  readonly value: Rational;
}

export type Part = "base" | "bonus" | "deduction";

interface NodeShared {
  readonly index: number;
  readonly id: string;
  readonly no: string | undefined;
  readonly name: string;
  readonly part: Part;
  readonly appliesTo: Condition | undefined;
  readonly missing: MissingPolicy;
  readonly notApplicable: NotApplicablePolicy;
  /** Points on the node's own scale; undefined where they are the sum of what is inside, or without limit. */
  readonly points: Figure | undefined;
  /** Share of the parent's points; undefined where the points of the parent's children are added up. */
  readonly weight: Rational | undefined;
  readonly parent: number;
  readonly origin: Path;
}

export interface GroupPlan extends NodeShared {
  readonly kind: "group";
  readonly cap: Figure | undefined;
  readonly children: readonly NodePlan[];
  /** The entry for what a cap takes off, and for what rounding the group's sum changes. */
  readonly capEntry: number | undefined;
  readonly roundingEntry: number | undefined;
}

export interface LeafPlan extends NodeShared {
  readonly kind: "leaf";
  /** The place among `plan.leaves`, and in a unit's points. */
  readonly entry: number;
  readonly methods: readonly string[];
  /** One for each method scored apart, otherwise one. */
  readonly variants: readonly LeafVariant[];
  readonly combine: "least" | "greatest" | "mean" | "weights";
  /** Scored for each assessor, site and period apart; what those points come to. */
  readonly reductions: readonly Reduction[];
  readonly rule: Rule;
}

export interface LeafVariant {
  readonly method: string | undefined;
  readonly weight: Rational | undefined;
  /** The slots the rule reads, in the rule's own order. */
  readonly inputs: readonly number[];
}

export type NodePlan = GroupPlan | LeafPlan;

/** What reaching a step is worth: a share of the points, or points. */
export interface Award {
  readonly share: boolean;
  readonly value: Rational;
  /** The letter or word of the scale, where the rubric names one. */
  readonly step: string | undefined;
}

export interface ClausePlan {
  readonly no: string;
  readonly text: string;
  readonly points: Rational | undefined;
  readonly when: Condition | undefined;
  /** Which of the variant's inputs says whether it is met; undefined where `when` does. */
  readonly input: number | undefined;
  readonly origin: Path;
}

export type NumericOperator = "at-least" | "above" | "at-most" | "below" | "equals";

export interface BandPlan {
  readonly tests: readonly { readonly operator: NumericOperator; readonly value: Rational }[];
  readonly give: Award;
}

export type Rule =
  | { readonly kind: "marks"; readonly outOf: Rational | undefined }
  | { readonly kind: "clauses"; readonly clauses: readonly ClausePlan[] }
  | { readonly kind: "all-or-nothing"; readonly clauses: readonly ClausePlan[] }
  | { readonly kind: "grade"; readonly scale: ReadonlyMap<string, Award> }
  | {
      readonly kind: "k-of-n";
      readonly clauses: readonly ClausePlan[];
      /** How many there are; undefined where it is as many as were handed in. */
      readonly of: number | undefined;
      /** Counts sites, assessors or periods that say yes, instead of clauses. */
      readonly per: Dimension | undefined;
      /** From the most met to the fewest; `share` counts shares of all, not numbers. */
      readonly table: readonly { readonly met: Rational; readonly share: boolean; readonly give: Award }[];
      readonly otherwise: Award;
    }
  | { readonly kind: "bands"; readonly bands: readonly BandPlan[]; readonly otherwise: Award }
  | { readonly kind: "threshold"; readonly when: Condition; readonly otherwise: Award }
  | { readonly kind: "deduct-per-missing"; readonly due: Figure; readonly each: Figure }
  | { readonly kind: "deduct-per-fault"; readonly each: Figure }
  | {
      readonly kind: "deduct-per-point-short";
      readonly target: Figure;
      readonly each: Figure;
      readonly partPoints: "ignore" | "proportional" | "full";
    }
  | { readonly kind: "proportional"; readonly target: Figure }
  | {
      readonly kind: "curve";
      readonly curve: readonly { readonly at: Rational; readonly points: Rational }[];
    }
  | {
      readonly kind: "min-max";
      readonly better: Better;
      readonly over: "group" | "all";
      readonly ifEqual: "full" | "zero";
    }
  | { readonly kind: "fixed" }
  | { readonly kind: "once" }
  | { readonly kind: "each-time"; readonly each: Figure; readonly times: number | undefined }
  | {
      readonly kind: "on-time";
      readonly due: Day;
      readonly late: Rational;
      readonly notAfter: Day | undefined;
    }
  | EventsRule;

/** Points for dated events (domain M25, M26). */
export interface EventsRule {
  readonly kind: "events";
  readonly events: readonly string[];
  readonly each: Figure | undefined;
  readonly levels: ReadonlyMap<string, Rational> | undefined;
  readonly oncePer: "matter" | "event" | "unit";
  readonly within: WindowPlan | undefined;
  readonly factors: ReadonlyMap<string, Rational>;
  readonly repeat:
    | { readonly per: "day" | "matter" | "unit"; readonly from: number; readonly factor: Rational }
    | undefined;
}

export type EntryPlan =
  | { readonly kind: "leaf"; readonly leaf: LeafPlan }
  | {
      readonly kind: "cap" | "rounding" | "floor";
      readonly id: string;
      readonly name: Text;
      readonly node: number;
    };

export interface GatePlan {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly requires: Condition;
  readonly origin: Path;
}

export interface VetoPlan {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly when: Condition;
  readonly origin: Path;
}

export interface OutcomePlan {
  readonly name: string;
  readonly clause: string;
  readonly because: string | undefined;
  /** Undefined for the outcome of all that no rule before it has decided. */
  readonly when: Condition | undefined;
  /** How many of the units that `when` fits may have it; all of them where undefined. */
  readonly quota: QuotaPlan | undefined;
  readonly effect: EffectPlan | undefined;
  /** Nothing need come after it: what is left of the unit is meant to stay so. */
  readonly final: boolean;
  readonly origin: Path;
}

/** Which of the units that a rule fits have its outcome. */
export interface QuotaPlan {
  readonly size:
    | { readonly kind: "most"; readonly most: Figure }
    | {
        readonly kind: "share";
        readonly share: Figure;
        /** Of how many: the units of the group, those that the rule fits, or those that a condition fits. */
        readonly of: "group" | "eligible" | Condition;
        readonly round: CountRounding;
      };
  /** Whether each group has places of its own, or all share them. */
  readonly per: "group" | "all";
  readonly from: "best" | "worst";
  /** The result over years that the places go by; the ranking where undefined. */
  readonly by: number | undefined;
  /** What parts those whom the ranking leaves equal. */
  readonly ties: readonly TiePlan[];
  /** What those have who share the last place with too many: nothing, all of them the outcome, or another one. */
  readonly tie: { readonly kind: "none" | "all" } | { readonly kind: "refer"; readonly outcome: string };
  readonly origin: Path;
}

/** What follows from an outcome; titles by their place in `plan.titles`. */
export interface EffectPlan {
  readonly grants: readonly number[];
  readonly takes: readonly number[];
  /** Each held title by what comes in its place; undefined where nothing does. */
  readonly changes: ReadonlyMap<number, number | undefined>;
  readonly renews: readonly number[];
  readonly suspends: LengthPlan | undefined;
  readonly bans: LengthPlan | undefined;
  readonly rectify: LengthPlan | undefined;
  readonly lifts: readonly ("suspension" | "ban")[];
}

/** So many units, or a share of those there are. */
export type CountPlan =
  | { readonly kind: "number"; readonly count: number }
  | { readonly kind: "share"; readonly share: Rational; readonly round: CountRounding };

/** A condition with every name resolved. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | { readonly kind: "column"; readonly column: string; readonly words: readonly string[] }
  | { readonly kind: "category" | "tag"; readonly words: readonly string[] }
  | {
      readonly kind: "number";
      readonly subject: Subject;
      readonly operator: NumericOperator;
      readonly value: Rational;
      /** Compares the share of the points, not the points. */
      readonly share: boolean;
    }
  | { readonly kind: "word"; readonly input: number; readonly words: readonly string[] }
  /** True where the input says yes; a missing one says what `missing` says. */
  | { readonly kind: "yes"; readonly input: number; readonly missing: "finding" | "no" | "yes" }
  | {
      readonly kind: "relative";
      readonly subject: Subject;
      readonly end: "worst" | "best";
      readonly count: CountPlan;
      readonly better: Better;
      readonly over: "group" | "all";
    }
  /** Holds one of these titles before the decision; or has taken over from a unit that did. */
  | { readonly kind: "title" | "predecessor"; readonly titles: readonly number[] }
  /** Holds one of these titles, and its term ends by the end of the year. */
  | { readonly kind: "term-ends"; readonly titles: readonly number[] }
  | { readonly kind: "status"; readonly statuses: readonly Status[] }
  | { readonly kind: "standing"; readonly standings: readonly StandingWord[] }
  /** So many of the last assessments before this one were like that. */
  | {
      readonly kind: "earlier";
      readonly last: number;
      readonly times: number;
      readonly test: EarlierTest;
    }
  /** Any of these vetoes occurred. */
  | { readonly kind: "veto"; readonly vetoes: readonly number[] }
  /** Any of these gates is unmet. */
  | { readonly kind: "gate"; readonly gates: readonly number[] }
  /** At least so many events of these kinds and levels, within the window. */
  | {
      readonly kind: "event";
      readonly events: readonly string[];
      readonly levels: readonly string[] | undefined;
      readonly within: WindowPlan | undefined;
      readonly atLeast: number;
    };

/** What an earlier assessment is asked. */
export type EarlierTest =
  | { readonly by: "outcome"; readonly outcomes: readonly string[] }
  /** The total as lines see it: exact, or as it was rounded then. */
  | {
      readonly by: "total";
      readonly operator: NumericOperator;
      readonly value: Rational;
      readonly exact: boolean;
    }
  | { readonly by: "rank"; readonly end: "worst" | "best"; readonly count: CountPlan };

export type Subject =
  | { readonly by: "input"; readonly input: number }
  /** What several years come to. */
  | { readonly by: "result"; readonly result: number }
  | { readonly by: "score"; readonly node: number; readonly phase: number | undefined };
