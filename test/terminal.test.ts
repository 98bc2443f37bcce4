import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../src/base/width.ts";
import { createProgress } from "../src/cli/progress.ts";
import { recordingIo, run } from "./support/recording-io.ts";

const dynamic = [
  "score",
  "rubrics/dynamic-70-20-10.yaml",
  "fixtures/dynamic-70-20-10/submissions",
  "--units",
  "fixtures/dynamic-70-20-10/register.csv",
];
const escapes = /\u001b\[[\d;]*m/g;

describe("colours", () => {
  test("change nothing but the colours: table, findings and explanation", async () => {
    const unit = ["--unit", "示例市飞梭纺织公司"];
    for (const argv of [dynamic, ["explain", ...dynamic.slice(1), ...unit]]) {
      const plain = await run(argv);
      const coloured = await run(argv, { env: { FORCE_COLOR: "1" } });
      expect(coloured.stdout).toMatch(escapes);
      expect(coloured.stdout.replace(escapes, "")).toBe(plain.stdout);
      expect(coloured.stderr.replace(escapes, "")).toBe(plain.stderr);
    }
  });
  test("NO_COLOR and --no-color win over FORCE_COLOR", async () => {
    expect((await run(dynamic, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toMatch(escapes);
    expect((await run([...dynamic, "--no-color"], { env: { FORCE_COLOR: "1" } })).stdout).not.toMatch(
      escapes,
    );
  });
});

describe("language", () => {
  test.each([
    ["zh_CN.UTF-8", "名次"],
    ["zh-Hans-CN", "名次"],
    ["en_US.UTF-8", "Rank"],
    ["de-DE", "Rank"],
  ])("a machine set to %s says %s", async (locale, word) => {
    expect((await run(dynamic, { locale })).stdout).toContain(word);
  });
  test("--lang goes before the locale, and help is in it too", async () => {
    expect((await run([...dynamic, "--lang", "en"], { locale: "zh-CN" })).stdout).toContain("Rank");
    expect((await run(["--help", "--lang", "zh-CN"], { locale: "en" })).stdout).toContain("计分");
  });
  test("Chinese help is aligned by cells", async () => {
    const { stdout } = await run(["score", "--help", "--lang", "zh-CN"]);
    const starts = stdout.split("\n").flatMap((line) => {
      const match = /^( {2}-.*? {2,})\S/.exec(line);
      return match === null ? [] : [widthOf(match[1] ?? "")];
    });
    expect(starts.length).toBeGreaterThan(8);
    expect(new Set(starts).size).toBe(1);
  });
});

describe("exit codes", () => {
  test("a revoked unit alone is 0", async () => {
    expect((await run(dynamic)).code).toBe(0);
  });
  test("--fail-on an outcome that somebody has is 1, and the report is there all the same", async () => {
    const { code, stdout } = await run([...dynamic, "--fail-on", "撤销"]);
    expect(code).toBe(1);
    expect(stdout).toContain("撤销（4）");
  });
  test("--strict makes a warning an error, and nothing is reported", async () => {
    const { code, stdout } = await run([...dynamic, "--strict"]);
    expect([code, stdout]).toEqual([1, ""]);
  });
  test("--version is 0", async () => {
    expect((await run(["--version"])).code).toBe(0);
  });
});

test("no line is wider than the terminal", async () => {
  for (const columns of [60, 80, 120]) {
    let text = "";
    const write = (piece: string): void => {
      text += piece;
    };
    await run(dynamic, { out: { isTerminal: true, columns, write } });
    for (const line of text.replace(escapes, "").split("\n"))
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
  }
});

describe("findings on a terminal", () => {
  const check = ["check", "fixtures/check-pretty/rubrics", "--no-color"];
  const at = async (columns: number | undefined, isTerminal: boolean, lang: string): Promise<string> => {
    let text = "";
    const write = (piece: string): void => {
      text += piece;
    };
    await run([...check, "--lang", lang], { out: { isTerminal, columns, write } });
    return text;
  };
  const isFrame = (line: string): boolean => /^\d+ \| |^ +\| +\^+$/.test(line);

  test.each(["zh-CN", "en"])("end at its width, but for source lines, and say the same: %s", async (lang) => {
    const plain = await at(undefined, false, lang);
    expect(plain).toBe(await at(40, false, lang));
    expect(plain).toBe(await at(undefined, true, lang));
    const narrow = await at(40, true, lang);
    expect(narrow).not.toBe(plain);
    const bare = (text: string): string =>
      text
        .split("\n")
        .filter((line) => !isFrame(line))
        .join("")
        .replace(/\s/g, "");
    expect(bare(narrow)).toBe(bare(plain));
    // Paths and codes stay in one piece.
    for (const word of plain.match(/^\S+:\d+:\d+:|\[[a-z-]+\]$/gm) ?? []) expect(narrow).toContain(word);
    // The path alone is wider than 40 cells.
    for (const columns of [70, 80, 120])
      for (const line of (await at(columns, true, lang)).split("\n"))
        expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });
});

describe("progress", () => {
  const told = async (
    isTerminal: boolean,
    options: Parameters<typeof createProgress>[1],
  ): Promise<string> => {
    let text = "";
    let clock = 0;
    const err = {
      isTerminal,
      columns: 80,
      write: (piece: string): void => {
        text += piece;
      },
    };
    const progress = createProgress(recordingIo({ err, now: () => clock }), options, "en");
    for (const rows of [8192, 16384, 24576]) {
      clock += 400;
      progress.rows?.(rows);
    }
    progress.done();
    return text;
  };
  test("on long work, rows and rows per second, wiped at the end", async () => {
    expect(await told(true, {})).toBe(
      "\r\u001b[K16384 rows read, 20480 rows/s\r\u001b[K24576 rows read, 20480 rows/s\r\u001b[K",
    );
  });
  test("none where standard error is no terminal, or nobody wants it", async () => {
    expect([
      await told(false, {}),
      await told(true, { quiet: true }),
      await told(true, { progress: false }),
    ]).toEqual(["", "", ""]);
  });
});

test("several outputs in one run, each in its own format; a CSV file begins with a mark, standard output does not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ceping-outputs-"));
  try {
    const paths = ["r.csv", "r.md", "r.json", "r.txt"].map((name) => join(folder, name));
    const { code, stdout } = await run([...dynamic, "-f", "csv", ...paths.flatMap((path) => ["-o", path])]);
    expect(code).toBe(0);
    const [csv = "", markdown = "", json = "", table = ""] = paths.map((path) => readFileSync(path, "utf8"));
    expect(csv).toBe(`\uFEFF${stdout}`);
    expect(markdown).toMatch(/^# 某市/);
    expect(JSON.parse(json).units).toHaveLength(24);
    expect(table).toContain("名次");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
