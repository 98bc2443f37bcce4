import { describe, expect, test } from "vitest";
import { widthOf } from "../../../src/base/width.ts";
import { nastyNames, renderFindings, sample } from "../../support/findings-samples.ts";

/** The source line and the caret of a finding about `part` of `line`. */
function framed(line: string, part: string, width = 100): { source: string; caret: string; margin: number } {
  const before = line.slice(0, line.indexOf(part));
  const finding = sample({ file: "a", line: 1, column: [...before].length + 1, length: [...part].length });
  const [, source = "", caret = ""] = renderFindings("pretty", [finding], {
    texts: { a: line },
    width,
  }).split("\n");
  return { source, caret, margin: "1 | ".length };
}

/** What stands above the caret, cell by cell. */
function above({ source, caret }: { source: string; caret: string }): string {
  const from = widthOf(caret.slice(0, caret.indexOf("^")));
  const to = widthOf(caret);
  let at = 0;
  let found = "";
  for (const character of source) {
    if (at >= from && at < to) found += character;
    at += widthOf(character);
  }
  return found;
}

describe("the caret stands under what is meant", () => {
  test.each([
    ["plain", "name: wrong # x", "wrong"],
    ["after Chinese", "  - { id: a, name: 材料审核, poinst: 60 }", "poinst"],
    ["Chinese itself", "name: 材料审核，很好", "材料审核"],
    ["full-width signs", "ｎａｍｅ：ｗ，ｘ", "ｗ，"],
    ["emoji", "name: 😀🏆 wrong", "wrong"],
    ["an emoji itself", "a: 😀🏆 b", "🏆"],
    ["combining marks before", "nom: e\u0301te\u0301 wrong", "wrong"],
    ["astral characters", "a: 𠮷𠮷 wrong", "wrong"],
  ])("%s", (_, line, part) => {
    expect(above(framed(line, part))).toBe(part);
  });
  test("a tab takes one cell, and what could steer the terminal shows as a dot", () => {
    const frame = framed("a:\t\u001b[31m\u202ewrong", "wrong");
    expect(frame.source).toBe("1 | a: ·[31m·wrong");
    expect(above(frame)).toBe("wrong");
  });
  test("at the end of a line", () => {
    const finding = sample({ file: "a", line: 1, column: 5 });
    const lines = renderFindings("pretty", [finding], { texts: { a: "名: x" } }).split("\n");
    expect(lines[2]).toBe("  |      ^");
  });
});

describe("a long line is cut around the place", () => {
  const parts = ["开头", "<middle>", "结尾。"];
  const long = `${parts[0]}${"很长的内容，".repeat(40)}${parts[1]}${"much text ".repeat(60)}${parts[2]}`;
  test.each(parts.flatMap((part) => [24, 40, 80, 100].map((width) => [part, width] as const)))(
    "%s in %i cells",
    (part, width) => {
      const frame = framed(long, part, width);
      expect(above(frame)).toBe(part);
      expect(widthOf(frame.source)).toBeLessThanOrEqual(width);
      expect(widthOf(frame.caret)).toBeLessThanOrEqual(width);
      // Most of the room is used, wherever in the line the place is.
      expect(widthOf(frame.source)).toBeGreaterThan(width - 12);
      expect(frame.source.slice(frame.margin).startsWith("...")).toBe(part !== parts[0]);
      expect(frame.source.endsWith("...")).toBe(part !== parts[2]);
    },
  );
  test("a line that just fits is whole", () => {
    const line = `a: ${"满".repeat(46)}x`;
    expect(framed(line, "x").source).toBe(`1 | ${line}`);
    expect(framed(`${line}y`, "x").source).not.toBe(`1 | ${line}y`);
  });
  test("no mark is left without its letter", () => {
    const line = `${"e\u0301".repeat(200)}x${"e\u0301".repeat(200)}`;
    const { source } = framed(line, "x");
    expect(source).toMatch(/^1 \| \.\.\.e\u0301/);
    expect(source).toMatch(/e\u0301\.\.\.$/);
  });
  test("a place as long as the line ends where the line is cut", () => {
    const { source, caret } = framed("9".repeat(500), "9".repeat(500));
    expect(widthOf(caret)).toBeLessThanOrEqual(widthOf(source));
  });
  test("a line as long as a file is no burden", () => {
    // Work that grew with the square of it would not end in anybody's time.
    expect(above(framed(`${"字".repeat(2_000_000)}x`, "x"))).toBe("x");
  });
});

test.each(nastyNames)("the name %j steers no terminal", (name) => {
  const text = renderFindings("pretty", [sample({ file: `${name}.yaml`, line: 1 })]);
  expect(text.trimEnd().split("\n")).toHaveLength(2);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

describe("of one file fifty are told, errors rather than warnings, in their order", () => {
  const findings = Array.from({ length: 120 }, (_, index) =>
    sample({
      file: index < 100 ? "a.yaml" : "b.yaml",
      line: index + 1,
      severity: index % 2 === 0 ? "warning" : "error",
      code: index % 4 === 0 ? "one" : "two",
    }),
  );
  const lines = renderFindings("pretty", findings).trimEnd().split("\n");
  test("of the first file all errors, of the second all", () => {
    const told = lines.filter((line) => /^[ab]\.yaml:\d/.test(line));
    expect(told.map((line) => Number(line.split(":")[1]))).toEqual([
      ...Array.from({ length: 50 }, (_, index) => 2 * index + 2),
      ...Array.from({ length: 20 }, (_, index) => index + 101),
    ]);
  });
  test("the rest is counted by code, and the sum is of all", () => {
    expect(lines).toContain(
      "a.yaml: 50 more findings: 25 [one], 25 [two]; ceping check --all lists them all",
    );
    expect(lines.at(-1)).toBe("60 errors, 60 warnings");
  });
  test("all are told where that is asked for", () => {
    const all = renderFindings("pretty", findings, { all: true }).trimEnd().split("\n");
    expect(all.filter((line) => /^[ab]\.yaml:\d/.test(line))).toHaveLength(120);
    expect(all.filter((line) => line.includes("more findings"))).toEqual([]);
    expect(all.at(-1)).toBe("60 errors, 60 warnings");
  });
});

describe("what is the same but for its item is told once a row", () => {
  const missing = (line: number, item: string, column = 1) => ({
    ...sample({
      file: "a.csv",
      line,
      column,
      severity: "warning",
      code: "lacks",
      hint: "add",
      message: item,
    }),
    item,
  });
  const findings = [missing(2, "乙", 3), missing(2, "甲", 4), missing(3, "乙"), missing(2, "丙", 5)];

  test("with the others of it by name, in their order", () => {
    const lines = renderFindings("pretty", findings).trimEnd().split("\n");
    expect(lines).toEqual([
      "a.csv:2:3: warning: en: 乙 [lacks]",
      "  2 more of this row: 甲, 丙",
      "  hint: en: add",
      "a.csv:3:1: warning: en: 乙 [lacks]",
      "  hint: en: add",
      "0 errors, 4 warnings",
    ]);
  });

  test("but one by one where all are asked for", () => {
    const lines = renderFindings("pretty", findings, { all: true }).split("\n");
    expect(lines.filter((line) => line.startsWith("a.csv:"))).toHaveLength(4);
  });

  test("and of fifty rows each has its line", () => {
    const wall = Array.from({ length: 100 }, (_, index) => missing(2 + Math.floor(index / 10), `${index}`));
    const lines = renderFindings("pretty", wall).split("\n");
    expect(lines.filter((line) => line.startsWith("a.csv:"))).toHaveLength(10);
    expect(lines.filter((line) => line.includes("9 more of this row"))).toHaveLength(10);
  });
});
