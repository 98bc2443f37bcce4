import fc from "fast-check";
import { expect, test } from "vitest";
import type { Assessment } from "../../src/assess.ts";
import { rational } from "../../src/base/rational.ts";
import { type JudgeInput, judgeAll } from "../../src/outcome/judge.ts";
import { createRetrial } from "../../src/outcome/retrial.ts";
import type { UnitScore } from "../../src/scoring/score.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";

/** A unit with another score, judged among others who were judged before: against judging all of them from the beginning. */

const share = fc.constantFrom("10%", "30%", "50%", "100%", "1", "3");
const over = fc.constantFrom("group", "all");
const relativeBy = (...subjects: readonly string[]) =>
  fc
    .record({
      subject: fc.constantFrom(...subjects),
      end: fc.constantFrom("among-worst", "among-best"),
      share,
      over,
    })
    .map(({ subject, end, share, over }) => `{ ${subject}, ${end}: ${share}, over: ${over} }`);
const atom = fc.oneof(
  { weight: 3, arbitrary: relativeBy("score: total", "score: a", "result: both") },
  fc.integer({ min: 2, max: 16 }).map((line) => `{ score: total, at-least: ${line} }`),
  fc.integer({ min: 1, max: 8 }).map((line) => `{ score: a, below: ${line} }`),
  fc.constantFrom("{ veto: any }", "{ not: { veto: any } }"),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: atom },
  fc.tuple(atom, atom).map((both) => `{ all: [${both.join(", ")}] }`),
  fc.tuple(atom, atom).map((both) => `{ any: [${both.join(", ")}] }`),
);
const size = fc.oneof(
  fc.integer({ min: 0, max: 2 }).map((most) => `most: ${most}`),
  fc
    .record({
      share: fc.constantFrom("20%", "50%", "80%"),
      of: fc.oneof(fc.constantFrom("group", "eligible"), atom),
    })
    .map(({ share, of }) => `share: ${share}, of: ${of}`),
);
const quota = fc
  .record({
    size,
    per: fc.constantFrom("", ", per: all"),
    from: fc.constantFrom("", ", from: worst"),
    by: fc.constantFrom("", ", by: both", ", tie-break: [{ score: a }]"),
    tie: fc.constantFrom("none", "all", "refer, refer: 丁"),
  })
  .map(({ size, per, from, by, tie }) => `{ ${size}${per}${from}${by}, tie: ${tie} }`);
const rule = fc
  .record({ name: fc.constantFrom("甲", "乙", "丙"), when: condition, quota: fc.option(quota) })
  .map(
    ({ name, when, quota }) =>
      `  - { name: ${name}, when: ${when}${quota === null ? "" : `, quota: ${quota}`} }\n`,
  );
const rubric = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    veto: relativeBy("score: total", "score: a"),
    ties: fc.constantFrom("", "ranking: { ties: [{ score: a }] }\n"),
    rounding: fc.constantFrom("", "rounding: { places: 0, lines: exact, ranks: rounded }\n"),
  })
  .map(({ rules, veto, ties, rounding }) =>
    rubricOf(
      `${ties}${rounding}years: { results: [{ id: both, name: 两年, weights: { 0: 60%, 1: 40% }, missing: renormalise }] }
indicators:
  - { id: a, name: 材料, points: 10, rule: marks }
  - { id: b, name: 实地, points: 10, rule: marks }
vetoes: { list: [{ id: low, name: 太低, when: ${veto} }] }
outcomes:
${rules.join("")}  - { name: 戊, otherwise: yes }
`,
    ),
  );
const marks = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2);
const units = fc.array(
  fc.record({ a: marks, b: marks, group: fc.constantFrom("一组", "二组"), last: marks }),
  {
    minLength: 2,
    maxLength: 9,
  },
);

const inputOf = ({ plan, results: ranked, scores, phases, evidence, asOf }: Assessment): JudgeInput => ({
  plan,
  ranked,
  scores,
  phases,
  evidence,
  asOf,
});

/** The score with so many points in the second indicator and so many off the total. */
const changed = (score: UnitScore, halves: number): UnitScore => ({
  ...score,
  total: rational(halves, 2),
  earned: score.earned.map((points, node) => (node === 1 ? rational(halves % 21, 2) : points)),
});

const outcomes = (input: JudgeInput): Map<number, string | undefined> =>
  new Map(judgeAll(input).map(({ facts, outcome }) => [facts.unit.index, outcome]));

test("comes to what judging everybody anew comes to", async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(
      rubric,
      units,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 4 }),
      async (text, rows, changes) => {
        const data = rows.map(({ a, b, group }, index) => `单位${index},${group},${a},${b}\n`).join("");
        const earlier = rows.map(
          ({ last }, index) => `2022,case,单位${index},${last},${last},1,${rows.length},戊\n`,
        );
        const { assessment, codes } = await assessText(text, `单位名称,组别,材料,实地\n${data}`, undefined, {
          history: `年度,测评体系,单位名称,总分,精确总分,名次,组内单位数,结果\n${earlier.join("")}`,
          asOf: "2023-12-31",
        });
        // A quota may be larger than its group: then there is no result.
        if (assessment === undefined) {
          expect(codes).toContain("quota-above");
          return;
        }
        const input = inputOf(assessment);
        const before = outcomes(input);
        const retrial = createRetrial(input);
        for (const [which, halves] of changes) {
          const place = input.ranked[which % input.ranked.length];
          if (place === undefined) continue;
          const score = changed(place.score, halves);
          const after = outcomes({
            ...input,
            ranked: input.ranked.map((other) => (other === place ? { ...place, score } : other)),
          });
          const own = score.unit.index;
          const others = [...after].filter(([unit, outcome]) => unit !== own && outcome !== before.get(unit));
          moved += others.length;
          expect(retrial(score)).toEqual({
            outcome: after.get(own),
            others: others.map(([unit, outcome]) => ({ unit, outcome })),
          });
        }
      },
    ),
    { numRuns: 300 },
  );
  // Otherwise little was tried.
  expect(moved).toBeGreaterThan(50);
});
