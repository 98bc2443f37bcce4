import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inOwnFolder } from "./support/own-folder.ts";
import { run } from "./support/recording-io.ts";

/** Rubrics of which some holds for a time, from the command line. */

inOwnFolder();

const head = 'ceping: 1\nid: r\ntitle: 小测评\nversion: "1"\n';
const rubric = `${head}indicators:
  - { id: a, name: 甲项, points: 60, rule: marks }
  - { id: old, name: 老项, points: 40, rule: marks, valid: { to: 1990 } }
  - { id: new, name: 新项, points: 40, rule: marks, valid: { from: 1991 } }
outcomes:
  - { name: 好, when: { score: total, at-least: 80 } }
  - { name: 中, when: { score: total, at-least: 60 }, valid: { from: 1991 } }
  - { name: 差, when: { score: total, below: 60 } }
`;

const codes = (stdout: string): string[] =>
  (JSON.parse(stdout) as { findings: { code: string; message: string }[] }).findings.map(
    ({ code, message }) => `${code} ${/（[^（）]*）$/.exec(message)?.[0] ?? ""}`.trim(),
  ); // the format of the contract

const check = async (...options: string[]): Promise<string[]> => {
  const { stdout } = await run(["check", "r.yaml", "-f", "json", ...options]);
  return codes(stdout);
};

describe("check", () => {
  test("looks at every time, and says when something is wrong; with a day only then", async () => {
    writeFileSync("r.yaml", rubric);
    expect(await check()).toEqual(["outcome-gap （1990-12-31 止）"]);
    expect(await check("--as-of", "1990-12-31")).toEqual(["outcome-gap"]);
    expect(await check("--as-of", "1991-01-01")).toEqual([]);
    expect((await run(["check", "r.yaml", "--as-of", "1991-01-32"])).code).toBe(2);
  });

  test("without data a day is of use only to rubrics of several times", async () => {
    writeFileSync("r.yaml", `${head}indicators: [{ id: a, name: 甲项, points: 60, rule: marks }]\n`);
    const { code, stdout } = await run(["check", "r.yaml", "--as-of", "1991-01-01", "-f", "json"]);
    expect([code, codes(stdout)]).toEqual([2, ["data-missing"]]);
  });

  test("a witness is of the time it is about, and is scored by its command", async () => {
    writeFileSync("r.yaml", rubric);
    await run(["check", "r.yaml", "--witness", "out"]);
    const command = readFileSync("out/1-outcome-gap/command.txt", "utf8").trim();
    expect(command).toContain("--as-of 1990-12-31");
    const [program, ...words] = command.split(" ");
    expect(program).toBe("ceping");
    expect((await run(words)).stderr).toContain("outcome-none");
  });

  test("what one time has no use for may have it at another", async () => {
    const unused = rubric
      .replace("indicators:", "inputs: { x: { type: count }, y: { type: count } }\nindicators:")
      .replace("rule: marks, valid: { from", "rule: proportional, input: x, target: 4, valid: { from");
    writeFileSync("r.yaml", unused);
    const found = async (...options: string[]): Promise<string[]> =>
      (await check(...options)).filter((code) => code.startsWith("input-unused"));
    expect(await found()).toEqual(["input-unused"]);
    expect(await found("--as-of", "1980-01-01")).toEqual([]);
  });

  test("a comment that lets something stand at one time is not stale at the others", async () => {
    writeFileSync("r.yaml", rubric.replace("outcomes:", "# 允许 outcome-gap：那时如此\noutcomes:"));
    const [only, ...others] = await check();
    expect(others).toEqual([]);
    expect(only).toBeUndefined();
  });

  test("the printed rubric of a day means the same on it", async () => {
    writeFileSync("r.yaml", rubric);
    writeFileSync("d.csv", "单位,a,old\n甲,50,29\n乙,60,40\n");
    const { stdout } = await run(["check", "r.yaml", "--print", "--as-of", "1985-05-05"]);
    writeFileSync("p.yaml", stdout);
    expect(stdout).not.toContain("新项");
    const scored = async (path: string): Promise<string> =>
      (await run(["score", path, "d.csv", "--as-of", "1985-05-05", "-f", "csv"])).stdout;
    expect(await scored("p.yaml")).toBe(await scored("r.yaml"));
    expect((await run(["score", "p.yaml", "d.csv", "--as-of", "1991-01-01"])).stderr).toContain(
      "as-of-outside",
    );
    expect((await run(["check", "r.yaml", "--print"])).stderr).toContain("as-of-missing");
  });
});

test("check --data and template go by the day", async () => {
  writeFileSync("r.yaml", rubric);
  writeFileSync("d.csv", "单位,a,new\n甲,50,29\n");
  writeFileSync("u.csv", "单位\n甲\n");
  const data = ["check", "r.yaml", "--data", "d.csv", "-f", "json", "--as-of"];
  expect(codes((await run([...data, "1991-01-01"])).stdout)).toEqual([]);
  expect(codes((await run([...data, "1990-12-31"])).stdout)).toContain("heading-unknown");
  const forms = async (asOf: string): Promise<string> => {
    await run(["template", "r.yaml", "--units", "u.csv", "-o", asOf, "--as-of", asOf]);
    return readdirSync(asOf)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => readFileSync(join(asOf, name), "utf8"))
      .join("");
  };
  expect(await forms("1990-12-31")).toMatch(/老项/);
  expect(await forms("1991-01-01")).toMatch(/新项/);
  const { code, stderr } = await run(["template", "r.yaml", "--units", "u.csv", "-o", "none"]);
  expect([code, existsSync("none")]).toEqual([2, false]);
  expect(stderr).toContain("as-of-missing");
});

describe("cases", () => {
  const tested = async (cases: string): Promise<{ code: number; out: string; err: string }> => {
    writeFileSync("r.yaml", rubric.replace("60 }, valid: { from: 1991 }", "60 }"));
    writeFileSync("r.cases.yaml", `ceping-cases: 1\n${cases}`);
    const { code, stdout, stderr } = await run(["test", "r.yaml", "--mutate", "--lang", "en"]);
    return { code, out: stdout, err: stderr };
  };

  test("go by their day; what did not exist then is not taken over", async () => {
    const { out, err } = await tested(`
given: { a: 60, old: 40, new: 30 }
cases:
  - { name: before, as-of: 1990-12-31, expect: { total: 100 } }
  - { name: after, as-of: 1991-01-01, expect: { total: 90 } }
  - { name: like, like: before, as-of: 1991-01-01, given: { new: 10 }, expect: { total: 70 } }
`);
    expect(err).toBe("");
    expect(out).toContain("3 cases: 3 passed, 0 failed");
    expect(out).not.toContain("day of the change");
    expect(out).not.toContain("[version.");
  });

  test("a case that names itself what did not exist is told, at its place", async () => {
    const { code, err } = await tested(
      "cases: [{ name: a, as-of: 1990-12-31, given: { a: 1, new: 2 }, expect: { total: 1 } }]\n",
    );
    expect(code).not.toBe(0);
    expect(err).toMatch(/r\.cases\.yaml:2:[\s\S]*"new"/);
  });

  test("a name that no time has is told, wherever it stands", async () => {
    const { err } = await tested(
      "given: { nothing: 1 }\ncases: [{ name: a, as-of: 1980-01-01, given: { a: 1, old: 2 }, expect: { total: 3 } }]\n",
    );
    expect(err).toContain('"nothing"');
    expect(err).toContain("1 error");
  });

  test("without a day, the case is told that it needs one", async () => {
    const { out } = await tested("cases: [{ name: a, given: { a: 60, new: 40 }, expect: { total: 100 } }]\n");
    expect(out).toContain("as-of-missing");
  });

  test("the days on both sides of a change, and every time, are to be shown", async () => {
    const { out } = await tested(`
cases:
  - { name: before, as-of: 1990-12-30, given: { a: 60, old: 40 }, expect: { total: 100 } }
`);
    expect(out).toContain("[version.1991-01-01]");
    expect(out).toContain("[valid 1991-01-01 → 1991-01-02]");
    expect(out).toContain("[valid 1991-01-01 → 1990-12-31]");
  });
});

test("an overlay changes an item of every time, and adds one for another", async () => {
  writeFileSync("r.yaml", rubric);
  const twin = rubric.replace("id: new", "id: old");
  writeFileSync("r.yaml", twin);
  writeFileSync(
    "o.yaml",
    `ceping: 1\nextends: r.yaml\nid: o\ntitle: 县\nversion: "1"\nchange: { old: { points: 30 } }\nadd: [{ into: total, indicator: { id: extra, name: 特色, points: 10, rule: marks, valid: { to: 1990 } } }, { into: total, indicator: { id: extra, name: 特色项, points: 10, rule: marks, valid: { from: 1991 } } }]\n`,
  );
  writeFileSync("d.csv", "单位,a,old,extra\n甲,60,30,10\n");
  for (const asOf of ["1990-12-31", "1991-01-01"]) {
    const { stdout } = await run(["score", "o.yaml", "d.csv", "--as-of", asOf, "-f", "json"]);
    const [unit] = (JSON.parse(stdout) as { units: { indicators: { id: string; max: string }[] }[] }).units; // the format of the contract
    expect(unit?.indicators.map(({ id, max }) => `${id} ${max}`)).toEqual(["a 60", "old 30", "extra 10"]);
  }
  writeFileSync(
    "o.yaml",
    readFileSync("o.yaml", "utf8").replace("valid: { from: 1991 }", "valid: { from: 1990 }"),
  );
  const { stdout } = await run(["check", "o.yaml", "-f", "json"]);
  expect(codes(stdout)).toContain("duplicate-id （1990-01-01 至 1990-12-31）");
});

test("the places of a quota change with time", async () => {
  writeFileSync(
    "r.yaml",
    `${head}indicators: [{ id: a, name: 甲项, points: 10, rule: marks }]
outcomes:
  - name: 授牌
    when: { score: total, at-least: 6 }
    quota: { most: [{ valid: { to: 2017 }, value: 1 }, { valid: { from: 2018 }, value: 2 }], tie: none }
  - { name: 不授牌, otherwise: yes }
`,
  );
  writeFileSync("d.csv", "单位,a\n甲,9\n乙,8\n丙,7\n");
  const winners = async (asOf: string): Promise<string[]> => {
    const { stdout } = await run(["score", "r.yaml", "d.csv", "--as-of", asOf, "-f", "json"]);
    const { units } = JSON.parse(stdout) as { units: { name: string; outcome: string }[] }; // the format of the contract
    return units.flatMap(({ name, outcome }) => (outcome === "授牌" ? [name] : []));
  };
  expect(await winners("2017-12-31")).toEqual(["甲"]);
  expect(await winners("2018-01-01")).toEqual(["甲", "乙"]);
  const explained = await run(["explain", "r.yaml", "d.csv", "--as-of", "2018-01-01", "--unit", "乙"]);
  expect(explained.stdout).toContain("most 2（2018-01-01 起）");
});
