import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess } from "../../src/assess.ts";
import { formatExact, type Rational, rational, round, roundingModes } from "../../src/base/rational.ts";
import { checkRubric } from "../../src/check/check.ts";
import { createLeafRanges } from "../../src/check/leaf-range.ts";
import { createProof } from "../../src/check/proof.ts";
import { beforeRounding, includes, type Range, rangeOf } from "../../src/check/range.ts";
import { attainable } from "../../src/check/ranges.ts";
import { evidenceOf, filesOf } from "../../src/check/sample.ts";
import { loadEvidence, loadRubric, planRubric } from "../../src/cli/load.ts";
import { collect } from "../../src/evidence/collect.ts";
import { numericOperators } from "../../src/rubric/schema.ts";
import { compareBy } from "../../src/scoring/condition.ts";
import { assessText, sourceOf } from "../support/assess-text.ts";
import { recordingIo } from "../support/recording-io.ts";
import { brokenClaims } from "./broken-claims.ts";
import { csvOf, randomAssessment } from "./random-assessment.ts";
import { randomRubric } from "./random-rubric.ts";

/** What is proven of rubrics, held against what units really come to. */

const show = ({ low, high }: Range): string =>
  `${low === undefined ? "-" : formatExact(low)} to ${high === undefined ? "-" : formatExact(high)}`;

/** Every score of every unit lies where it was said to lie. */
function expectWithin({ plan, results }: Assessment): void {
  const leafRanges = createLeafRanges(plan);
  for (const { score } of results) {
    const ranges = attainable(plan, score, leafRanges).widest();
    for (const node of plan.nodes) {
      const figure = node.index === 0 ? score.total : score.earned[node.index];
      const range = ranges[node.index];
      if (figure === undefined || range === undefined) continue;
      const place = `${score.unit.name}, ${node.id}: ${formatExact(figure)} in ${show(range)}`;
      expect(includes(range, figure), place).toBe(true);
    }
  }
}

test("no unit of a random assessment leaves the ranges that were proven", async () => {
  await fc.assert(
    fc.asyncProperty(randomAssessment, async ({ rubric, headings, rows }) => {
      const { assessment } = await assessText(rubric(1), csvOf(headings, rows));
      if (assessment !== undefined) expectWithin(assessment);
    }),
    { numRuns: 200 },
  );
});

/** Where no cell is blank or says 不适用, no score leaves what `check --print` says can be earned. */
function expectWithinPrinted({ plan, results }: Assessment): void {
  const leafRanges = createLeafRanges(plan);
  for (const { score } of results) {
    const handedIn = plan.inputs.every(({ index }) => {
      const value = score.values[index];
      return value !== undefined && value.kind !== "not-applicable";
    });
    if (!handedIn) continue;
    const ranges = attainable(plan, score, leafRanges).nodes();
    for (const { index, id } of plan.nodes) {
      const figure = index === 0 ? score.total : score.earned[index];
      const range = ranges[index];
      if (figure === undefined || range === undefined) continue;
      const place = `${score.unit.name}, ${id}: ${formatExact(figure)} in ${show(range)}`;
      expect(includes(range, figure), place).toBe(true);
    }
  }
}

test("nothing that is said of a random rubric is proven wrong by a random unit", async () => {
  const held = new Map<string, number>();
  let assessed = 0;
  await fc.assert(
    fc.asyncProperty(randomRubric, async ({ rubric, register, submissions }) => {
      const planned = planRubric("rubric.yaml", rubric);
      if (!planned.ok) throw new Error(planned.findings.map(({ message }) => message.en).join("\n"));
      const { document, rubric: read, plan } = planned.value;
      const { assessment } = await assessText(rubric, submissions, register);
      if (assessment === undefined) return;
      assessed += 1;
      const findings = checkRubric(document, read, plan);
      for (const { code } of findings) held.set(code, (held.get(code) ?? 0) + 1);
      expectWithin(assessment);
      expectWithinPrinted(assessment);
      expect(brokenClaims(document, findings, assessment)).toEqual([]);
    }),
    { numRuns: 120 },
  );
  // A claim that is never made is not held against anything.
  expect(assessed).toBeGreaterThan(60);
  for (const code of claims) expect(held.get(code) ?? 0, code).toBeGreaterThan(0);
}, 30_000);

/** Claims that so many rubrics are sure to be told of; the others are held as often as they are made. */
const claims: readonly string[] = [
  "cap-never-binds",
  "points-unattainable",
  "band-never",
  "outcome-unreachable",
  "veto-never",
  "gate-never-met",
];

const fixtures = readdirSync("fixtures", { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && !entry.name.startsWith("bad-") ? [entry.name] : [],
);
const commands = fixtures.flatMap((name) => {
  const [command = "", rubric = "", ...words] = readFileSync(`fixtures/${name}/command.txt`, "utf8")
    .trim()
    .split(/\s+/);
  // Several years are proven one by one in other tests; here there is one assessment to look at.
  return command === "score" && !words.includes("--replay") ? [{ name, rubric, words }] : [];
});

function optionsIn(words: readonly string[]) {
  const after = (option: string): string | undefined => {
    const at = words.indexOf(option);
    return at === -1 ? undefined : words[at + 1];
  };
  const first = words.findIndex((word) => word.startsWith("-"));
  return {
    submissions: words.slice(0, first === -1 ? undefined : first),
    units: after("--units"),
    events: after("--events"),
    history: after("--history"),
    asOf: after("--as-of"),
  };
}

describe("no unit of a fixture leaves the ranges that were proven", () => {
  test.each(commands)("$name", async ({ rubric: path, words }) => {
    const io = recordingIo();
    const { submissions, units, events, history, asOf } = optionsIn(words);
    const rubric = await loadRubric(io, path, asOf);
    if (!rubric.ok) throw new Error(path);
    const given = {
      ...(units === undefined ? {} : { units }),
      ...(events === undefined ? {} : { events }),
      ...(history === undefined ? {} : { history: [history] }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    const { plan } = rubric.value;
    const evidence = await loadEvidence(io, plan, submissions, given, "en");
    if (!evidence.ok) throw new Error(evidence.findings.map(({ message }) => message.en).join("\n"));
    const assessed = assess(plan, evidence.value.evidence, evidence.value.asOf);
    if (!assessed.ok) throw new Error(path);
    expect(assessed.value.results.length).toBeGreaterThan(0);
    expectWithin(assessed.value);
  });
});

const shipped = readdirSync("rubrics").filter((name) => /^[a-z0-9-]+\.yaml$/.test(name));

describe("a sample scores the same by itself and through its files", () => {
  test.each(shipped)("%s", async (name) => {
    const rubric = await loadRubric(recordingIo(), `rubrics/${name}`);
    if (!rubric.ok) throw new Error(name);
    const { plan } = rubric.value;
    for (const context of createProof(plan).kinds().slice(0, 3)) {
      const solver = context.solver();
      for (const end of ["best", "worst"] as const) {
        const [sample] = solver.samples(solver.extreme(end), 0);
        if (sample === undefined) throw new Error("a draft makes a sample");
        const direct = assess(plan, evidenceOf(plan, sample), sample.asOf);
        const { files } = filesOf(plan, sample);
        const { "units.csv": register = "", "submissions.csv": values = "", "events.csv": events } = files;
        const { "history.csv": history } = files;
        const collected = await collect({
          plan,
          submissions: [sourceOf("submissions.csv", values)],
          register: sourceOf("units.csv", register),
          events: events === undefined ? undefined : sourceOf("events.csv", events),
          history: history === undefined ? undefined : [sourceOf("history.csv", history)],
          asOf: sample.asOf,
        });
        if (!collected.ok) throw new Error(collected.findings.map(({ message }) => message.en).join("\n"));
        const evidence = collected.value;
        const through = assess(plan, evidence, sample.asOf);
        if (!direct.ok || !through.ok) throw new Error("a sample has no errors");
        const figures = ({ results }: Assessment): string[] =>
          results.map(({ score, outcome }) => `${formatExact(score.total)} ${outcome}`);
        expect(figures(through.value)).toEqual(figures(direct.value));
      }
    }
  });
});

const figure: fc.Arbitrary<Rational> = fc
  .integer({ min: -4000, max: 4000 })
  .map((number) => rational(number, 400));

test("a figure lies in the range before rounding exactly if it lies in the range once rounded", () => {
  fc.assert(
    fc.property(
      figure,
      figure,
      fc.constantFrom(...numericOperators),
      fc.constantFrom(...roundingModes),
      fc.integer({ min: 0, max: 2 }),
      (value, line, operator, mode, places) => {
        const range = rangeOf(operator, line);
        expect(includes(range, value)).toBe(compareBy(operator, value, line));
        const rounded = round(value, places, mode);
        expect(includes(beforeRounding(range, places, mode), value)).toBe(compareBy(operator, rounded, line));
      },
    ),
    { numRuns: 3000 },
  );
});
