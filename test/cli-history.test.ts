import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { run } from "./support/recording-io.ts";

const rubric = `ceping: 1
id: years
title: 年度复查
version: "1"
titles:
  - { name: 文明单位, term: 3 years }
indicators:
  - { id: docs, name: 材料, points: 100, rule: marks }
outcomes:
  - { name: 撤销, when: { all: [{ score: total, below: 80 }, { earlier: total, below: 80 }] }, effect: { takes: any } }
  - { name: 保留, otherwise: yes }
`;
const heading = "年度,测评体系,单位名称,总分,名次,组内单位数,结果,现有称号\n";

let folder = "";
const at = (name: string): string => join(folder, name);
const score = (...words: string[]) =>
  run(["score", at("rubric.yaml"), at("data.csv"), "--units", at("units.csv"), ...words]);
const inYear = (year: number, ...words: string[]) => score("--as-of", `${year}-12-31`, ...words);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-history-"));
  mkdirSync(at("history"));
  writeFileSync(at("rubric.yaml"), rubric);
  writeFileSync(at("data.csv"), "单位,材料\n甲,75\n乙,90\n");
  writeFileSync(at("units.csv"), "单位名称,称号,授予日期\n甲,文明单位,2020-12-31\n乙,,\n");
  writeFileSync(at("history/2020.csv"), heading);
});

describe("--history", () => {
  it("takes the files that earlier years have written, and decides by them", async () => {
    const first = await inYear(
      2021,
      "--history",
      at("history"),
      "-o",
      `history:${at("history/2021.csv")}`,
      "-q",
    );
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).not.toContain("撤销");
    expect(readFileSync(at("history/2021.csv"), "utf8")).toMatch(
      /^\uFEFF年度,测评体系,.*\n2021,years,乙,乙,,90\.00,90,1,2,/,
    );
    const second = await inYear(2022, "--history", at("history"), "-f", "json");
    expect([second.code, second.stderr]).toEqual([0, ""]);
    const report = JSON.parse(second.stdout);
    expect(report.tally).toEqual({ 撤销: 1, 保留: 1 });
    expect(report.inputs.map(({ path, rows }: { path: string; rows: number }) => [path, rows])).toEqual([
      [at("units.csv"), 2],
      [at("history/2020.csv"), 0],
      [at("history/2021.csv"), 2],
      [at("data.csv"), 2],
    ]);
  });

  it("passes over in a folder or pattern what this run writes, but writes over no file that is named", async () => {
    const output = `history:${at("history/2021.csv")}`;
    const words = ["--history", at("history"), "-o", output];
    expect((await inYear(2021, ...words, "-q")).code).toBe(0);
    const before = readFileSync(at("history/2021.csv"), "utf8");
    const again = await inYear(2021, ...words, "-q");
    expect([again.code, again.stderr, readFileSync(at("history/2021.csv"), "utf8")]).toEqual([0, "", before]);
    expect((await inYear(2021, "--history", at("history/*.csv"), "-o", output, "-q")).stderr).toBe("");
    const named = await inYear(2021, "--history", at("history/2021.csv"), "-o", output);
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining("[output-is-input]")]);
    // Without the output it is a year too many.
    expect((await inYear(2021, "--history", at("history"))).stderr).toContain("[history-later]");
  });

  it("may be repeated, and takes each file once", async () => {
    writeFileSync(
      at("2021.csv"),
      `${heading}2021,years,甲,75,2,2,保留,文明单位\n2021,years,乙,90,1,2,保留,\n`,
    );
    const words = ["--history", at("2021.csv"), "--history", at("history"), "--history", at("2021.csv")];
    const { code, stdout, stderr } = await inYear(2022, ...words);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("撤销（1）");
    const explained = await run([
      "explain",
      at("rubric.yaml"),
      at("data.csv"),
      "--units",
      at("units.csv"),
      "--as-of",
      "2022-12-31",
      "--unit",
      "甲",
      ...words,
    ]);
    expect([explained.code, explained.stderr]).toEqual([0, ""]);
    expect(explained.stdout).toContain("2021 年总分 75");
    const checked = await run([
      "check",
      at("rubric.yaml"),
      "--data",
      at("data.csv"),
      "--units",
      at("units.csv"),
      "--as-of",
      "2022-12-31",
      ...words,
    ]);
    expect(checked.stdout).not.toContain("[history-");
  });

  it("is not among the submissions, though it stands in their folder", async () => {
    mkdirSync(at("all"));
    writeFileSync(at("all/data.csv"), "单位,材料\n甲,75\n乙,90\n");
    writeFileSync(at("all/history.csv"), heading);
    const { code, stderr } = await run([
      "score",
      at("rubric.yaml"),
      at("all"),
      "--units",
      at("units.csv"),
      "--as-of",
      "2021-12-31",
      "--history",
      at("all/history.csv"),
    ]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("is missed, and so is the reference date", async () => {
    const missing = await inYear(2021);
    expect([missing.code, missing.stdout, missing.stderr]).toEqual([
      2,
      "",
      expect.stringContaining("[history-missing]"),
    ]);
    const undated = await score("--history", at("history"));
    expect([undated.code, undated.stderr.match(/\[as-of-missing\]/g)?.length]).toEqual([2, 1]);
    const nowhere = await inYear(2021, "--history", at("nowhere"));
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining("[file-missing]")]);
    const alone = await run(["check", at("rubric.yaml"), "--history", at("history")]);
    expect([alone.code, alone.stdout]).toEqual([2, expect.stringContaining("[data-missing]")]);
  });
});

describe("what is written for the next year", () => {
  it("is not written where anything is wrong", async () => {
    writeFileSync(at("history/2019.csv"), `${heading}2019,years,甲,75,9,9,保留,\n`);
    const { code } = await inYear(2021, "--history", at("history"), "-o", `register:${at("next.csv")}`);
    expect([code, existsSync(at("next.csv"))]).toEqual([1, false]);
  });

  it("needs a year for a history, and none for a register", async () => {
    writeFileSync(at("rubric.yaml"), rubric.replace(/titles:\n.*\n/, "").replace(/outcomes:[\s\S]*/, ""));
    const history = await score("-f", "history");
    expect([history.code, history.stdout, history.stderr]).toEqual([
      2,
      "",
      expect.stringContaining("[as-of-missing]"),
    ]);
    const register = await score("-f", "register", "-q");
    expect([register.code, register.stdout]).toEqual([
      0,
      "单位名称,称号,授予日期\n甲,文明单位,2020-12-31\n乙,,\n",
    ]);
  });

  it("is chosen by name only", async () => {
    const { code, stderr } = await inYear(2021, "--history", at("history"), "-o", at("x.history"));
    expect([code, stderr]).toEqual([2, expect.stringContaining("history、register")]);
  });
});
