import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { createProof } from "../../src/check/proof.ts";
import { filesOf } from "../../src/check/sample.ts";
import { collect } from "../../src/evidence/collect.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";
import { blocksOf } from "../support/readme-blocks.ts";

/** What a unit was taken through in the proof, written as files and read by the road that `score` goes. */

const readme = blocksOf(readFileSync("rubrics/README.md", "utf8"));
const shown = readme.find(({ language, file }) => language === "yaml" && file === "titles.yaml")?.text ?? "";

const merging = rubricOf(`
titles:
  - { name: 县级, term: 2 years }
  - { name: 市级, granted-by: others, requires: 县级, term: 3 years }
indicators:
  - { id: work, name: 工作, points: 100, rule: marks }
outcomes:
  - { name: 终止, when: { all: [{ status: [merged, closed] }, { title: any }] }, effect: { takes: 县级 } }
  - { name: 接续, when: { all: [{ predecessor: 县级 }, { not: { title: any } }] }, effect: { grants: 县级 } }
  - { name: 双牌, when: { all: [{ title: 市级 }, { score: total, at-least: 90 }] }, effect: { renews: 县级 } }
  - { name: 连续落后, when: { earlier: outcome, is: 落后, last: 2, times: 2 } }
  - { name: 期满复查, when: { all: [{ term-ends: 县级 }, { score: total, at-least: 80 }] }, effect: { renews: 县级 } }
  - { name: 撤销, when: { all: [{ title: 县级 }, { score: total, below: 60 }] }, effect: { takes: 县级, bans: 2 years } }
  - { name: 禁止, when: { standing: banned } }
  - { name: 授予, when: { score: total, at-least: 85 }, quota: { share: 30%, of: group, tie: none }, effect: { grants: 县级 } }
  - { name: 落选, when: { score: total, at-least: 85 } }
  - { name: 落后, when: { score: total, below: 60 } }
  - { name: 不变, otherwise: yes }
`);

/** Very many states, and a quota of so many places that there must be as many units. */
const large = rubricOf(`
titles:
  - { name: A, term: 3 years }
  - { name: B, term: 3 years, requires: A }
  - { name: C, term: 3 years, requires: B }
  - { name: D, granted-by: others }
indicators:
  - { id: work, name: 工作, points: 100, rule: marks }
outcomes:
  - { name: 停, when: { all: [{ title: any }, { score: total, below: 60 }, { earlier: outcome, is: [黄, 停], last: 3, times: 2 }] }, effect: { takes: [A, B, C], bans: 3 years } }
  - { name: 黄, when: { all: [{ title: any }, { score: total, below: 70 }] }, effect: { rectify: 1 year } }
  - { name: 升C, when: { all: [{ title: B }, { score: total, at-least: 95 }] }, quota: { most: 5, tie: none }, effect: { grants: C } }
  - { name: 升B, when: { all: [{ title: A }, { score: total, at-least: 90 }] }, quota: { share: 10%, of: group, tie: refer, refer: 议 }, effect: { grants: B } }
  - { name: 授A, when: { all: [{ not: { standing: banned } }, { score: total, at-least: 80 }] }, effect: { grants: A } }
  - { name: 不变, otherwise: yes }
`);

describe.each([
  ["the example of rubrics/README.md", shown],
  ["mergers, predecessors, bans, terms, quotas and earlier outcomes", merging],
  ["four titles, quotas by number and by share", large],
])("%s", (_, text) => {
  const { plan, findings } = planText(text);
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  const titles = createProof(plan).titles();

  test.each(plan.outcomes.map(({ name }, index) => ({ name, index })))("$name", async ({ name, index }) => {
    const trail = titles?.trails().outcomes[index];
    if (trail === undefined) throw new Error("no unit was taken there");
    const { files } = filesOf(plan, trail.sample);
    const source = (file: string) => sourceOf(file, files[file] ?? "");
    const { asOf } = trail.sample;
    const collected = await collect({
      plan,
      submissions: [source("submissions.csv")],
      register: source("units.csv"),
      history: files["history.csv"] === undefined ? undefined : [source("history.csv")],
      asOf,
    });
    const codes = collected.findings.map(({ code, message }) => `${code} ${message.en}`);
    if (!collected.ok) throw new Error(codes.join("\n"));
    expect(codes).toEqual([]);
    const assessed = assess(plan, collected.value, asOf);
    if (!assessed.ok) throw new Error(assessed.findings.map(({ message }) => message.en).join("\n"));
    const result = assessed.value.results.find(({ score }) => score.unit.index === 0);
    expect([result?.outcome, result?.rule]).toEqual([name, index]);
  });
});
