import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { inOwnFolder } from "../support/own-folder.ts";
import { run } from "../support/recording-io.ts";

inOwnFolder();

const rubric = rubricOf("indicators: [{ id: s, name: 分, points: 10, rule: marks }]\n");
const cases = (name: string, total: number, named?: string): string =>
  `ceping-cases: 1\n${named === undefined ? "" : `rubric: ${named}\n`}cases:\n  - { name: ${name}, given: { s: 5 }, expect: { total: ${total} } }\n`;

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
};

/** What was run, with the rubric it was run against; and the codes of what was found, with their files. */
async function tested(...argv: readonly string[]) {
  const { code, stdout } = await run(["test", ...argv, "-f", "json"]);
  const { runs, findings } = JSON.parse(stdout);
  return {
    code,
    runs: runs.map((one: { file: string; rubric: { file: string } }) => `${one.file} of ${one.rubric.file}`),
    findings: findings.map(({ file, code: found }: { file: string; code: string }) => `${file} ${found}`),
  };
}

describe("the case files of a folder", () => {
  test("are all run, whatever they are called", async () => {
    write({ "v.yaml": rubric, "v.cases.yaml": cases("a", 5), "v-more.cases.yaml": cases("b", 1, "v.yaml") });
    expect(await tested(".")).toEqual({
      code: 1,
      runs: ["v-more.cases.yaml of v.yaml", "v.cases.yaml of v.yaml"],
      findings: [],
    });
  });

  test("stand for the rubrics that they name", async () => {
    mkdirSync("tests");
    write({ "v.yaml": rubric, "tests/v.cases.yaml": cases("a", 5, "../v.yaml") });
    const { code, runs, findings } = await tested(".");
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(runs).toHaveLength(1);
  });

  test("may have none of their ending, where they name their rubric", async () => {
    write({ "v.yaml": rubric, "hand.yaml": cases("a", 5, "v.yaml") });
    expect(await tested(".")).toEqual({ code: 0, runs: ["hand.yaml of v.yaml"], findings: [] });
    expect((await tested("hand.yaml")).runs).toEqual(["hand.yaml of v.yaml"]);
  });

  test("are run without a rubric in the folder, and each once", async () => {
    mkdirSync("tests");
    write({ "v.yaml": rubric, "tests/a.cases.yaml": cases("a", 5, "../v.yaml") });
    const { code, runs } = await tested("tests", "tests/a.cases.yaml", "tests/*.yaml");
    expect({ code, runs: runs.length }).toEqual({ code: 0, runs: 1 });
  });
});

describe("the cases beside a rubric", () => {
  const two = { "v.yaml": rubric, "w.yaml": rubric };

  test.each([["w.yaml"], ["."]])("that are of another leave it without: test %s", async (argument) => {
    write({ ...two, "v.cases.yaml": cases("a", 5), "w.cases.yaml": cases("b", 5, "v.yaml") });
    const { code, findings } = await tested(argument);
    expect({ code, findings }).toEqual({ code: 2, findings: ["w.cases.yaml cases-of-another"] });
  });

  test("that are of another are no fault where others are of it", async () => {
    write({ ...two, "w.cases.yaml": cases("b", 5, "v.yaml"), "x.cases.yaml": cases("c", 5, "w.yaml") });
    expect(await tested(".")).toEqual({
      code: 0,
      runs: ["w.cases.yaml of v.yaml", "x.cases.yaml of w.yaml"],
      findings: [],
    });
  });

  test("may name it themselves", async () => {
    write({ ...two, "w.cases.yaml": cases("b", 5, "./w.yaml") });
    expect((await tested("w.yaml")).runs).toEqual(["w.cases.yaml of w.yaml"]);
  });

  test("are of both endings", async () => {
    write({ "v.yml": rubric, "v.cases.yaml": cases("a", 1), "v.cases.yml": cases("b", 5) });
    expect(await tested("v.yml")).toEqual({
      code: 1,
      runs: ["v.cases.yml of v.yml", "v.cases.yaml of v.yml"],
      findings: [],
    });
    expect((await tested("v.cases.yaml")).runs).toEqual(["v.cases.yaml of v.yml"]);
  });

  test("go by its own ending where rubrics of both are there", async () => {
    write({ "v.yml": rubric, "v.yaml": rubric, "v.cases.yaml": cases("a", 5) });
    expect(await tested("v.yml")).toEqual({ code: 2, runs: [], findings: ["v.yml cases-missing"] });
    expect((await tested("v.yaml")).runs).toEqual(["v.cases.yaml of v.yaml"]);
  });
});

describe("JUnit", () => {
  const xml = async (...argv: readonly string[]) => {
    write({ "v.yaml": rubric, "v.cases.yaml": cases("a", 5) });
    const { code, stdout } = await run(["test", "v.yaml", "-f", "junit", "--lang", "en", ...argv]);
    const failures = [
      ...stdout.matchAll(/<testcase name="([^"]*)"[^>]*><failure message="([^"]*)" type="(\w+)"/g),
    ];
    const counted = [...stdout.matchAll(/<testsuites? name="[^"]*" tests="(\d+)" failures="(\d+)"/g)];
    return {
      code,
      failures: failures.map(([, name = "", , type = ""]) => `${type} ${name}`),
      counts: counted.map(([, tests, failed]) => [Number(tests), Number(failed)]),
    };
  };

  test("what is not seen fails by name, where too little is", async () => {
    const { code, failures, counts } = await xml("--min-coverage", "100");
    expect(failures).toContain("gap not seen: s.full");
    expect(failures).toHaveLength(3);
    expect(code).toBe(1);
    expect(counts).toEqual([
      [4, 3],
      [4, 3],
    ]);
    expect(await xml("--min-coverage", "10")).toEqual({
      code: 0,
      failures: [],
      counts: [
        [1, 0],
        [1, 0],
      ],
    });
  });

  test("what no case notices fails by name", async () => {
    const { code, failures, counts } = await xml("--mutate");
    expect(failures).toContain("mutant no case notices: rounding.places 2 → 3");
    expect(failures.every((one) => one.startsWith("mutant "))).toBe(true);
    expect(code).toBe(1);
    expect(counts[0]).toEqual([failures.length + 1, failures.length]);
  });
});
