import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { equals, parseDecimal, type Rational, rational, round, subtract } from "../../src/base/rational.ts";
import { assessText } from "../support/assess-text.ts";
import { readVector, vectorsFolder, vectorsReason } from "../support/vectors.ts";

const domains = ["clinical_outcomes", "person_community_engagement", "safety", "efficiency_cost_reduction"];
const lastDigit = rational(1, 1_000_000_000_000);

describe.skipIf(vectorsFolder === undefined)(`Hospital Value-Based Purchasing 2026${vectorsReason}`, () => {
  test("2,455 hospitals: 9,664 weighted domain scores and 2,376 totals to the 12th digit", async () => {
    const rubric = readFileSync("rubrics/cms-hvbp-2026.yaml", "utf8");
    const submissions = readFileSync(join(vectorsFolder ?? "", "cms-hvbp-2026/submissions.csv"), "utf8");
    const { assessment, findings } = await assessText(rubric, submissions);
    expect(findings).toEqual([]);
    const scores = new Map(assessment?.results.map(({ score }) => [score.unit.key, score]));
    expect(scores.size).toBe(2455);
    const rounded = (value: Rational | undefined) => round(value ?? rational(-1), 12, "half-up");
    let domainsEqual = 0;
    let domainsPublished = 0;
    let equal = 0;
    let oneDigitAway = 0;
    for (const row of readVector("cms-hvbp-2026", "expected.csv")) {
      const score = scores.get(row["unit_id"] ?? "");
      for (const [entry, domain] of domains.entries()) {
        const published = parseDecimal(row[`weighted_${domain}`] ?? "");
        expect(score?.states[entry]).toBe(published === undefined ? "not-applicable" : "scored");
        if (published === undefined) continue;
        domainsPublished += 1;
        if (equals(rounded(score?.contributions[entry]), published)) domainsEqual += 1;
      }
      const published = parseDecimal(row["total_performance_score"] ?? "") ?? rational(-1);
      const difference = subtract(rounded(score?.total), published);
      if (equals(difference, rational(0))) equal += 1;
      else if (equals(difference, lastDigit) || equals(difference, subtract(rational(0), lastDigit)))
        oneDigitAway += 1;
    }
    expect({ domainsPublished, domainsEqual, equal, oneDigitAway }).toEqual({
      domainsPublished: 9664,
      domainsEqual: 9664,
      equal: 2376,
      oneDigitAway: 79,
    });
  });
});
