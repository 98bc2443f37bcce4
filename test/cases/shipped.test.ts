import { describe, expect, test } from "vitest";
import { run } from "../support/recording-io.ts";
import { shippedCases, shippedRubrics } from "../support/shipped-rubrics.ts";

/** Rubrics whose cases are still to be written. */
const withoutCases: readonly string[] = [];

test("every shipped rubric has cases beside it", () => {
  const tested = shippedCases.map((path) => path.replace(".cases.yaml", ".yaml"));
  expect([...tested, ...withoutCases].sort()).toEqual([...shippedRubrics]);
});

describe("the cases of shipped rubrics", () => {
  test.each(shippedCases)(
    "%s: all pass, all is seen, no mutant gets away",
    async (path) => {
      const { code, stdout, stderr } = await run([
        "test",
        path,
        "--min-coverage",
        "100",
        "--mutate",
        "-f",
        "json",
      ]);
      expect(stderr).toBe("");
      const { runs, findings } = JSON.parse(stdout);
      expect(findings).toEqual([]);
      expect(runs).toHaveLength(1);
      const [{ tally, coverage, mutants }] = runs;
      expect(tally.failed).toBe(0);
      expect(coverage.gaps).toEqual([]);
      expect(mutants.survivors).toEqual([]);
      expect(mutants.noticed).toBeGreaterThan(5);
      expect(code).toBe(0);
    },
    60_000,
  );
});
