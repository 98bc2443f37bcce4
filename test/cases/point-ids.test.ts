import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { always } from "../../src/base/period.ts";
import { coverageOf } from "../../src/cases/coverage.ts";
import type { Coverage } from "../../src/cases/gap.ts";
import { loadVersions, planRubric } from "../../src/cli/load.ts";
import { rubricOf } from "../support/assess-text.ts";
import { inOwnFolder } from "../support/own-folder.ts";
import { recordingIo, run } from "../support/recording-io.ts";
import { shippedRubrics } from "../support/shipped-rubrics.ts";
import { tryCases } from "../support/test-cases.ts";

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

/** Every point of a rubric: without cases, all of them are gaps. */
function pointsWithoutCases(rubric: string): Coverage["gaps"] {
  const read = planRubric("rubric.yaml", rubric);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message.en).join("; "));
  return coverageOf([{ valid: always, ...read.value }], read.value.document, [], []).gaps;
}

const idsWith = (rubric: string, start: string): string[] =>
  pointsWithoutCases(rubric)
    .map(({ id }) => id)
    .filter((id) => id.startsWith(start));

describe("the ids of points", () => {
  test.each(shippedRubrics)("%s: each is one point's alone", async (path) => {
    const reads = await loadVersions(recordingIo(), path);
    const versions = reads.flatMap((read) =>
      read.ok ? [{ valid: read.valid ?? always, ...read.value }] : [],
    );
    const whole = reads[0]?.whole;
    if (whole === undefined) throw new Error("not read");
    const ids = coverageOf(versions, whole, [], []).gaps.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(duplicates(ids)).toEqual([]);
  });

  const section = rubricOf(`vetoes: { missing: no, list: [{ id: s, name: 安全 }, { id: v2, name: 信访 }] }

indicators:
  - { id: x, name: 台账, rule: clauses, clauses: [{ no: ①, text: 甲, points: 1 }, { no: ①, text: 乙, points: 2 }] }
outcomes:
  - { name: 撤销, no: 第五条, when: { veto: s } }
  - { name: 撤销, no: 第五条, when: { veto: v2 } }
  - { name: 优, no: 第五条, when: { score: total, at-least: 3 } }
  - { name: 良, no: 第六条, when: { score: total, at-least: 2 } }
  - { name: 可, no: 第六条, when: { score: total, at-least: 1 } }
  - { name: 差, no: 第七条, otherwise: yes }
`);

  test("outcomes of one section go by their names as well, those of one name by their order", () => {
    const ids = idsWith(section, "outcome.");
    expect(duplicates(ids)).toEqual([]);
    expect(ids.filter((id) => !id.includes("when"))).toEqual([
      "outcome.第五条 撤销 #1",
      "outcome.第五条 撤销 #2",
      "outcome.第五条 优",
      "outcome.第六条 良",
      "outcome.第六条 可",
      "outcome.第七条",
    ]);
  });

  test("an outcome beside another of its section is a gap of its own", async () => {
    const { coverage } = await tryCases(
      rubricOf(`indicators: [{ id: s, name: 分, points: 10, rule: marks }]
outcomes:
  - { name: 优, no: 第五条, when: { score: total, at-least: 9 } }
  - { name: 良, no: 第五条, when: { score: total, at-least: 6 } }
  - { name: 差, no: 第六条, otherwise: yes }
`),
      `cases:
  - { name: 优, given: { s: 10 }, expect: { outcome: 优 } }
  - { name: 差, given: { s: 1 }, expect: { outcome: 差 } }
`,
    );
    const gaps = coverage.gaps.map(({ id }) => id).filter((id) => id.startsWith("outcome."));
    expect(gaps).toEqual(["outcome.第五条 良"]);
    expect(coverage.all).toBe(12);
  });

  test("clauses of one number are told apart by their texts", () => {
    expect(idsWith(section, "x.clause.")).toEqual([
      "x.clause.①.met 甲",
      "x.clause.①.unmet 甲",
      "x.clause.①.met 乙",
      "x.clause.①.unmet 乙",
    ]);
  });

  test("an item that is called as another would be keeps its name", () => {
    const ids = idsWith(
      rubricOf(`indicators: [{ id: s, name: 分, points: 10, rule: marks }]
outcomes:
  - { name: 优, no: 五, when: { score: total, at-least: 9 } }
  - { name: 良, no: 五, when: { score: total, at-least: 6 } }
  - { name: 差, no: 五 优, otherwise: yes }
`),
      "outcome.五",
    );
    expect(duplicates(ids)).toEqual([]);
    expect(ids).toContain("outcome.五 优");
  });
});

describe("rules of one place at two times", () => {
  inOwnFolder();
  const rubric = rubricOf(`indicators: [{ id: s, name: 分, points: 100, rule: marks }]
outcomes:
  - { name: 保级, when: { score: total, at-least: 30 }, valid: { to: 1980 } }
  - { name: 保级, when: { score: total, at-least: 40 }, valid: { from: 1981 } }
  - { name: 升级, when: { score: total, at-least: 20 }, valid: { from: 1981 } }
  - { name: 降级, otherwise: yes }
`);
  const outcomeGaps = async (accepted = ""): Promise<{ gaps: string[]; accepted: string[] }> => {
    writeFileSync("r.yaml", rubric);
    writeFileSync(
      "r.cases.yaml",
      `ceping-cases: 1
cases:
  - { name: a, as-of: 1980-01-01, given: { s: 50 }, expect: { outcome: 保级 } }
  - { name: b, as-of: 1981-01-01, given: { s: 50 }, expect: { outcome: 保级 } }
  - { name: c, as-of: 1981-01-01, given: { s: 30 }, expect: { outcome: 升级 } }
${accepted}`,
    );
    const { stdout, stderr } = await run(["test", "r.yaml", "-f", "json"]);
    expect(stderr).toBe("");
    const { runs, findings } = JSON.parse(stdout);
    expect(findings).toEqual([]);
    const ids = (points: readonly { id: string }[]): string[] =>
      points.map(({ id }) => id).filter((id) => id.startsWith("outcome."));
    return { gaps: ids(runs[0].coverage.gaps), accepted: ids(runs[0].coverage.acceptedGaps) };
  };

  test("what is accepted of the old rule hides nothing of the new", async () => {
    const { gaps } = await outcomeGaps();
    expect(gaps).toEqual(["outcome.1.when.no @first", "outcome.2 降级", "outcome.2.when.no"]);
    const old = "accepted-gaps: [{ what: outcome.1.when.no @first, because: 旧规定已无资料 }]";
    expect(await outcomeGaps(old)).toEqual({ gaps: gaps.slice(1), accepted: gaps.slice(0, 1) });
  });
});
