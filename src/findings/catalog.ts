import { caseProblems } from "./case-problems.ts";
import { checkProblems } from "./check-problems.ts";
import { datedProblems } from "./dated-problems.ts";
import { figureProblems } from "./figure-problems.ts";
import { fileProblems } from "./file-problems.ts";
import { headingProblems } from "./heading-problems.ts";
import { historyProblems } from "./history-problems.ts";
import { overlayProblems } from "./overlay-problems.ts";
import { overrideProblems } from "./override-problems.ts";
import { proofProblems } from "./proof-problems.ts";
import { registerProblems } from "./register-problems.ts";
import { replayProblems } from "./replay-problems.ts";
import { rubricProblems } from "./rubric-problems.ts";
import { runProblems } from "./run-problems.ts";
import { severalProblems } from "./several-problems.ts";
import { shapeProblems } from "./shape-problems.ts";
import { structureProblems } from "./structure-problems.ts";
import { titleProblems } from "./title-problems.ts";
import { typingProblems } from "./typing-problems.ts";
import { unitProblems } from "./unit-problems.ts";
import { valueProblems } from "./value-problems.ts";
import { yamlProblems } from "./yaml-problems.ts";
import { yearsProblems } from "./years-problems.ts";

export type { Problem, Severity } from "./problem.ts";

/** Everything that can be wrong, in one place for all who report. */
export const problems = {
  ...yamlProblems,
  ...shapeProblems,
  ...overlayProblems,
  ...figureProblems,
  ...rubricProblems,
  ...fileProblems,
  ...headingProblems,
  ...unitProblems,
  ...valueProblems,
  ...severalProblems,
  ...datedProblems,
  ...runProblems,
  ...checkProblems,
  ...structureProblems,
  ...proofProblems,
  ...titleProblems,
  ...caseProblems,
  ...typingProblems,
  ...yearsProblems,
  ...registerProblems,
  ...historyProblems,
  ...overrideProblems,
  ...replayProblems,
};

/** Any of the problems above. */
export type KnownProblem = ReturnType<(typeof problems)[keyof typeof problems]>;

/** The code of any of them: tests, pages and users name a problem by it. */
export type Code = KnownProblem["code"];
