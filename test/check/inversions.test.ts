import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inOwnFolder } from "../support/own-folder.ts";
import { run } from "../support/recording-io.ts";

/** Decisions that are harder on a unit with a higher total: told, with both totals, only where it is so. */

inOwnFolder();

const rubric = (outcomes: string): string => `ceping: 1
id: r
title: 小测评
version: "1"
titles:
  - { name: 文明单位, term: 3 years }
  - { name: 标兵单位, term: 3 years, requires: 文明单位 }
indicators:
  - { id: work, name: 日常工作, points: 100, rule: marks }
outcomes:
${outcomes}
  - { name: 命名, when: { all: [{ not: { title: any } }, { score: total, at-least: 85 }] }, effect: { grants: 文明单位 } }
  - { name: 不变, otherwise: yes }
`;

async function told(outcomes: string): Promise<readonly string[]> {
  writeFileSync("rubric.yaml", rubric(outcomes));
  const { stdout } = await run(["check", "rubric.yaml", "-f", "json", "--lang", "zh-CN"]);
  const { findings } = JSON.parse(stdout) as { findings: { code: string; message: string }[] }; // the format of the contract
  expect(findings.filter(({ code }) => code === "yaml-syntax")).toEqual([]);
  return findings.filter(({ code }) => code === "outcome-inverted").map(({ message }) => message);
}

const past = "持有“文明单位”的单位（第 1 年[";

describe("a higher total that is treated harder", () => {
  test.each([
    [
      "a line the wrong way round",
      "  - { name: 撤销, when: { all: [{ title: any }, { score: total, at-least: 60 }] }, effect: { takes: any } }",
      "总分 0 是“不变”；总分 100、别的都一样，却是“撤销”",
    ],
    [
      "a ban only for those who did well",
      "  - { name: 落选, when: { score: total, below: 70 } }\n  - { name: 停报, when: { event: 弄虚作假, within: year }, effect: { bans: 2 years } }",
      "总分 0 是“落选”；总分 100、别的都一样，却是“停报”",
    ],
    [
      "a warning where less is let off, and the title where more is reached",
      "  - { name: 整改, when: { all: [{ title: any }, { score: total, below: 60 }] }, effect: { rectify: 6 months } }\n  - { name: 撤销, when: { all: [{ title: any }, { score: total, below: 70 }] }, effect: { takes: any } }",
      "总分 0 是“整改”；总分 62.5、别的都一样，却是“撤销”",
    ],
  ])("%s", async (_, outcomes, expected) => {
    const [message = "", ...others] = await told(outcomes);
    expect(others).toEqual([]);
    expect(message).toContain(expected);
  });

  test("tells how such a unit came to its title", async () => {
    const [message] = await told(
      "  - { name: 撤销, when: { all: [{ title: any }, { score: total, at-least: 60 }] }, effect: { takes: any } }",
    );
    expect(message).toContain(past);
  });

  test.each([
    [
      "the title goes at the low end",
      "  - { name: 撤销, when: { all: [{ title: any }, { score: total, below: 60 }] }, effect: { takes: any } }",
    ],
    [
      "what is harder goes by other data than the total",
      "  - { name: 撤销, when: { all: [{ title: any }, { event: 重大事故, within: year }] }, effect: { takes: any } }\n  - { name: 落选, when: { score: total, below: 60 } }",
    ],
    [
      "nobody with that title can get there",
      "  - { name: 落选, when: { score: total, below: 60 } }\n  - { name: 撤销, when: { all: [{ title: any }, { not: { title: any } }] }, effect: { takes: any } }",
    ],
    [
      "one title is granted in place of another",
      "  - { name: 晋级, when: { all: [{ title: 文明单位 }, { score: total, at-least: 95 }] }, effect: { grants: 标兵单位, takes: 文明单位 } }",
    ],
    [
      "the title goes up",
      "  - { name: 晋级, when: { all: [{ title: 文明单位 }, { score: total, at-least: 95 }] }, effect: { changes: { 文明单位: 标兵单位 } } }",
    ],
  ])("not told where %s", async (_, outcomes) => expect(await told(outcomes)).toEqual([]));

  test("a title that goes down to the one it needs is harder", async () => {
    const [message] = await told(
      [
        "  - { name: 保留标兵, when: { all: [{ title: 标兵单位 }, { score: total, below: 90 }] } }",
        "  - { name: 降级, when: { title: 标兵单位 }, effect: { changes: { 标兵单位: 文明单位 } } }",
        "  - { name: 晋级, when: { all: [{ title: 文明单位 }, { score: total, at-least: 95 }] }, effect: { changes: { 文明单位: 标兵单位 } } }",
      ].join("\n"),
    );
    expect(message).toContain("却是“降级”");
  });
});
