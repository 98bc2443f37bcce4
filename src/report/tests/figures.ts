import { divide, formatDecimal, hundred, multiply, rational } from "../../base/rational.ts";
import { passed, ranMutants, type TestRun } from "../../cases/test-run.ts";

/** How many of how many, as a percentage cut after one decimal: what is not all is never shown as 100. */
export const percentOf = (part: number, whole: number): string =>
  part === whole
    ? "100%"
    : `${formatDecimal(multiply(divide(rational(part), rational(whole)), hundred), 1, "down")}%`;

/** The figures of a run that all formats tell. */
export function figuresOf({ results, coverage, mutants: ran }: TestRun) {
  const mutants = ranMutants(ran);
  const points = coverage.all - coverage.accepted.length;
  const shown = points - coverage.gaps.length;
  const good = results.filter(passed).length;
  const counted = mutants && mutants.noticed + mutants.survivors.length;
  return {
    cases: results.length,
    passed: good,
    failed: results.length - good,
    coverage: { points, shown, percent: percentOf(shown, points), accepted: coverage.accepted.length },
    mutants:
      mutants === undefined || counted === undefined
        ? undefined
        : {
            mutants: counted,
            noticed: mutants.noticed,
            percent: percentOf(mutants.noticed, counted),
            accepted: mutants.accepted.length,
            refused: mutants.refused,
            same: mutants.same,
          },
  };
}
