import { describe, expect, it, test } from "vitest";
import { widthOf } from "../src/base/width.ts";
import { checkCodes } from "../src/check/check.ts";
import { answerOf } from "../src/cli/commands/explain-code.ts";
import { exampleIo } from "../src/cli/example-io.ts";
import { main } from "../src/cli/main.ts";
import { families, pages } from "../src/findings/pages/index.ts";
import { check, type Example, lines, type Page, run as running } from "../src/findings/pages/page.ts";
import { recordingIo, run } from "./support/recording-io.ts";

const entries = Object.entries<Page>(pages);
const io = recordingIo();
const answer = (example: Example): Promise<string> => answerOf(example, io, "zh-CN", main);

/** Severity and code of what was found: `错误 points-sum`. */
const found = (told: string): string[] => [
  ...new Set(
    told.split("\n").flatMap((line) => {
      const [, severity, code] = /(?:^|: )(错误|警告|提示)：.* \[([a-z0-9-]+)\]$/.exec(line) ?? [];
      return code === undefined ? [] : [`${severity} ${code}`];
    }),
  ),
];
const severities = { error: "错误", warning: "警告", info: "提示" };

/** What cannot come alone. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "too-many-findings": ["错误 value-not-number"],
  "silence-without-reason": ["警告 scale-unused"],
  "silence-form": ["警告 scale-unused"],
  "silence-of-error": ["错误 scale-unused"],
};

describe.each(entries)("the page of %s", (code, page) => {
  test("has a bad example that gives this code and no other", async () => {
    const all = [...(besides[code] ?? []), `${severities[page.severity]} ${code}`];
    const told = await answer(page.bad);
    expect(found(told)).toEqual(all);
    const places = told.split("\n").filter((line) => line.includes(`[${code}]`));
    expect(
      places.filter((place, index) => places.indexOf(place) !== index),
      "told twice",
    ).toEqual([]);
  });

  test("has a good example in which nothing is found", async () => {
    const told = await answer(page.good);
    expect(found(told), told).toEqual([]);
    expect(told).not.toContain("错误");
    expect(page.good).not.toEqual(page.bad);
  });

  test("speaks both languages", () => {
    const texts = [page.title, page.why, page.mend];
    expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || en.trim() === "")).toEqual([]);
    // A title is a line of a list; the others are sentences.
    expect([page.title.zh, page.title.en].filter((title) => /[.。]$/.test(title))).toEqual([]);
    expect(page.title.en).not.toMatch(/^[A-Z](?![A-Z])/);
    for (const { zh, en } of [page.why, page.mend]) expect([zh.at(-1), en.at(-1)]).toEqual(["。", "."]);
  });

  test.each(["zh-CN", "en"])("fits a terminal of 80 columns in %s", async (lang) => {
    const out = { isTerminal: true, columns: 80 };
    const pieces: string[] = [];
    const stream = { ...out, write: (text: string) => void pieces.push(text) };
    expect((await run(["explain", code, "--lang", lang, "--no-color"], { out: stream })).code).toBe(0);
    const shown = pieces.join("");
    expect(shown.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
    expect(shown).toContain(`[${code}]`);
    expect(shown.split("\n").length).toBeLessThan(70);
  });
});

test("no code stands in two families", () => {
  const codes = families.flatMap((family) => Object.keys(family));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect([...codes].sort()).toEqual(entries.map(([code]) => code).sort());
});

test("why a finding of a rule matters is told without figures, which would be taken for those of the rubric at hand", () => {
  const own = entries.filter(([code]) => checkCodes.includes(code));
  const withFigures = own.filter(([, { why }]) => /[2-9]|\d\d/.test(why.zh + why.en));
  expect(withFigures.map(([code]) => code)).toEqual([]);
});

test("titles tell codes apart", () => {
  for (const language of ["zh", "en"] as const) {
    const titles = entries.map(([, { title }]) => title[language]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});

describe("explain <code>", () => {
  it("takes a code as it is copied from a finding", async () => {
    const plain = await run(["explain", "points-sum"]);
    expect(plain.stdout).toContain("points-sum  错误");
    expect(await run(["explain", "[points-sum]"])).toEqual(plain);
    expect(await run(["explain", "Points-Sum"])).toEqual(plain);
  });

  it("suggests a near code, or how to list them all", async () => {
    const near = await run(["explain", "poinst-sum"]);
    expect([near.code, near.stdout]).toEqual([2, ""]);
    expect(near.stderr).toContain("是否想写“points-sum”？");
    const part = await run(["explain", "circle"]);
    expect(part.stderr).toContain("可用的有：case-circle、extends-circle、input-circle");
    const far = await run(["explain", "x", "--lang", "en"]);
    expect([far.code, far.stdout]).toEqual([2, ""]);
    expect(far.stderr).toContain("ceping explain --list");
  });

  it("lists every code with its severity and title", async () => {
    const { code, stdout } = await run(["explain", "--list", "--lang", "en"]);
    expect(code).toBe(0);
    const listed = stdout.split("\n").map((line) => /^([a-z0-9-]+) +(error|warning|info) +\S/.exec(line));
    expect(listed.flatMap((match) => (match ? [`${match[1]} ${match[2]}`] : []))).toEqual(
      entries.map(([code, { severity }]) => `${code} ${severity}`).sort(),
    );
  });

  test.each([
    [[], "缺少参数 <rubric>（测评体系文件（YAML））"],
    [["rubric.yaml"], "缺少参数 <submissions>"],
    [["rubric.yaml", "data.csv"], "缺少必需的选项“--unit <code or name>”"],
    [["points-sum", "--unit", "甲"], "缺少参数 <submissions>"],
    [["points-sum", "--list"], "参数太多"],
  ])("refuses %j", async (words, said) => {
    const result = await run(["explain", ...words]);
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).toContain(said);
  });
});

describe("after findings", () => {
  const files = { "rubric.yaml": "a: 1\n" };
  const told = async (isTerminal: boolean, ...options: string[]): Promise<string> => {
    const world = exampleIo(running("", files), io, "en");
    await main(["check", "rubric.yaml", ...options], { ...world, err: { ...world.err, isTerminal } });
    return world.written("err");
  };

  it("somebody at a terminal is told where to read more", async () => {
    expect(await told(true)).toMatch(/^more about one of them: ceping explain [a-z-]+\n$/);
    expect(await told(true, "--lang", "zh-CN")).toContain("看某一条的详细说明：ceping explain ");
  });

  it("nobody else is, nor with --quiet", async () => {
    expect(await told(false)).toBe("");
    expect(await told(true, "--quiet")).toBe("");
  });
});

describe("the world of an example", () => {
  it("has the files of the example only", async () => {
    const files = {
      "a/b.csv": "甲",
      "a/c/": "",
      "x.yaml": { shown: { zh: "锁", en: "locked" }, fault: "EACCES" },
    };
    const world = exampleIo(running("", files), io, "en");
    expect(await world.list("./a/")).toEqual(["b.csv", "c"]);
    expect(await Promise.all([".", "a", "a/c", "a/b.csv", "b"].map(world.kindOf))).toEqual([
      "folder",
      "folder",
      "folder",
      "file",
      "missing",
    ]);
    expect(await world.kindOf("x.yaml")).toEqual({ unreadable: "EACCES" });
    await expect(world.readBytes("x.yaml")).rejects.toThrow("EACCES");
    expect(await world.glob("a/*.csv")).toEqual(["a/b.csv"]);
    expect(new TextDecoder().decode(await world.readBytes("./a/b.csv"))).toBe("甲");
    await expect(world.writeFiles([{ path: "a/d.csv", text: "" }])).resolves.toBeUndefined();
    await expect(world.writeFiles([{ path: "d/e.csv", text: "" }])).rejects.toThrow("ENOENT");
  });

  it("takes texts as they are indented in the source", () => {
    expect(lines("\n    a:\n      b\n\n    \tc\n  ")).toBe("a:\n  b\n\n\tc\n");
    expect(check("\n  indicators: []\n").files["rubric.yaml"]).toMatch(
      /^ceping: 1\n.*\nindicators: \[\]\n$/s,
    );
  });
});
