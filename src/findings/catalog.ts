import { dataProblems } from "./data-problems.ts";
import { rubricProblems } from "./rubric-problems.ts";
import { runProblems } from "./run-problems.ts";
import { severalProblems } from "./several-problems.ts";

export type { Problem, Severity } from "./problem.ts";

/** Everything that can be wrong, in one place for all who report. */
export const problems = { ...rubricProblems, ...dataProblems, ...severalProblems, ...runProblems };
