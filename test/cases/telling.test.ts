import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { widthOf } from "../../src/base/width.ts";
import { main } from "../../src/cli/main.ts";
import { rubricOf } from "../support/assess-text.ts";
import { inOwnFolder } from "../support/own-folder.ts";
import { recordingIo, run } from "../support/recording-io.ts";

inOwnFolder();

const plain = "indicators: [{ id: s, name: 分, points: 10, rule: marks }]\n";
const looksBack = `${plain}outcomes:
  - { name: 降级, when: { earlier: outcome, is: 降级, last: 2 } }
  - { name: 保留, otherwise: yes }
`;
const write = (rubric: string, cases: string): void => {
  writeFileSync("v.yaml", rubricOf(rubric));
  writeFileSync("v.cases.yaml", cases === "" ? "" : `ceping-cases: 1\n${cases}`);
};
const passing = "cases: [{ name: a, given: { s: 5 }, expect: { total: 5 } }]\n";
const failing = "cases: [{ name: a, given: { s: 5 }, expect: { total: 6 } }]\n";

test("of an empty case file it is said what belongs into a case file", async () => {
  write(plain, "");
  const { code, stderr } = await run(["test", "v.yaml", "--lang", "en"]);
  expect(code).toBe(1);
  expect(stderr).toContain("the case file is empty [cases-shape]");
  expect(stderr).not.toContain("indicators");
});

test.each([
  ["given: { s: 5 }, history: { 2020: { outcome: 保留 } }", "as-of: 2021-12-31"],
  ["as-of: 2021-12-31, given: { s: 5 }, history: { 2019: { outcome: 保留 } }", "2020: none"],
])("hints are of what is written in a case: %s", async (given, said) => {
  write(looksBack, `cases: [{ name: a, ${given}, expect: { outcome: 保留 } }]\n`);
  const { stdout } = await run(["test", "v.yaml", "--lang", "en"]);
  expect(stdout).toContain(said);
  expect(stdout).not.toMatch(/--as-of|add a row/);
});

test("a unit without a name is not called as a grade may be", async () => {
  write(`missing: zero\n${plain}`, 'cases: [{ name: a, given: { s: "" }, expect: { total: 0 } }]\n');
  const { stdout } = await run(["test", "v.yaml"]);
  expect(stdout).toContain("“单位/unit”");
  expect(stdout).not.toContain("甲");
});

test("quiet, it tells only what fails", async () => {
  write(plain, passing);
  expect(await run(["test", "v.yaml", "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
  write(plain, failing);
  const { stdout } = await run(["test", "v.yaml", "-q", "--lang", "en"]);
  expect(stdout).toContain("total: expected 6, got 5");
  expect(stdout).not.toContain("coverage");
  write(plain, passing);
  const low = await run(["test", "v.yaml", "-q", "--lang", "en", "--min-coverage", "100"]);
  expect(low.stdout).toContain("[s.full]");
});

test.each(["zh-CN", "en"])("on a terminal long lines are broken (%s)", async (lang) => {
  write(
    looksBack,
    failing.replace("given", "as-of: 2021-12-31, history: { 2019: none, 2020: { outcome: 保留 } }, given"),
  );
  const text: string[] = [];
  const out = { isTerminal: true, columns: 44, write: (piece: string) => void text.push(piece) };
  await main(["test", "v.yaml", "--lang", lang, "--no-color"], recordingIo({ out }));
  const lines = text.join("").split("\n");
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => widthOf(line) > 44)).toEqual([]);
});

test("standard input holds no rubric to be tested", async () => {
  const { code, stderr } = await run(["test", "-", "--lang", "en"]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("-.yaml");
});
