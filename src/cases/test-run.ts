import { compare, multiply, type Rational, rational } from "../base/rational.ts";
import { type Finding, isError } from "../findings/finding.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Coverage, Point } from "./gap.ts";
import type { CaseResult } from "./run.ts";
import type { RubricVersion } from "./version.ts";

/** What came of testing one rubric by one case file. */
export interface TestRun {
  /** Every version of the rubric, in order of time. */
  readonly versions: readonly RubricVersion[];
  /** The plan of the last version, for what all have in common. */
  readonly plan: Plan;
  /** The rubric with all that holds at any time. */
  readonly rubric: RubricDocument;
  readonly cases: RubricDocument;
  readonly results: readonly CaseResult[];
  readonly coverage: Coverage;
  /** Undefined where nobody asked; "skipped" where a case fails as it is. */
  readonly mutants: Mutants | "skipped" | undefined;
  /** What is wrong with the case file itself. */
  readonly findings: readonly Finding[];
}

/** What the cases notice when the rubric is changed a little. */
export interface Mutants {
  readonly noticed: number;
  /** Mutants that no case notices, in the order of the rubric. */
  readonly survivors: readonly Point[];
  /** Survivors that the case file accepts. */
  readonly accepted: readonly Point[];
  /** What is accepted and does not survive. */
  readonly stale: readonly number[];
  /** Changes that `check` would have found. */
  readonly refused: number;
  /** Changes that were proven to change nothing. */
  readonly same: number;
  /** Both, one by one. */
  readonly refusedMutants: readonly Point[];
  readonly sameMutants: readonly Point[];
}

export const passed = ({ differences }: CaseResult): boolean => differences.length === 0;

/** Whether the cases show less than so large a share. Compared exactly: 99.96% is less than 100%. */
export const isBelow = ({ coverage: { all, gaps, accepted } }: TestRun, least: Rational): boolean => {
  const counted = all - accepted.length;
  return compare(rational(counted - gaps.length), multiply(rational(counted), least)) < 0;
};

/** Whether a run is one to be told of: a case fails, too little is shown, a mutant gets away, or the file is wrong. */
export const isBad = (run: TestRun, least: Rational): boolean =>
  !run.results.every(passed) ||
  isBelow(run, least) ||
  (ranMutants(run.mutants)?.survivors.length ?? 0) > 0 ||
  run.findings.some(isError);

/** What came of the mutants; undefined where there were none. */
export const ranMutants = (mutants: TestRun["mutants"]): Mutants | undefined =>
  mutants === "skipped" ? undefined : mutants;
