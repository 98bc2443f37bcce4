import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldLines } from "../../src/base/fold.ts";
import { widthOf } from "../../src/base/width.ts";

const folded = (text: string, width: number, hang = 4): string[] => fold([{ text }], width, hang);

describe("where lines end", () => {
  test.each<[string, string, number, string[]]>([
    ["English between words", "the weights do not add up", 14, ["the weights do", "    not add up"]],
    [
      "a word wider than the line stays whole",
      "see unacceptable-word-here",
      10,
      ["see", "    unacceptable-word-here"],
    ],
    ["Chinese between characters", "分值加起来不等于总分", 12, ["分值加起来不", "    等于总分"]],
    [
      "no closing mark begins a line",
      "分值加起来不，等于总分",
      12,
      ["分值加起来", "    不，等于", "    总分"],
    ],
    ["no opening mark ends a line", "分值加起来（不等于", 12, ["分值加起来", "    （不等于"]],
    ["a number beside Chinese is not broken", "应该是12345分", 10, ["应该是", "    12345", "    分"]],
    ["a path with Chinese in it stays whole", "请看测评/登记表.csv:3", 12, ["请看测评/登记表.csv:3"]],
    ["but a figure makes none", "写“0.5分以上都要”不对", 14, ["写“0.5分以上都", "    要”不对"]],
    [
      "so does a quoted one",
      "写一个“好测评.cases.yaml”，再运行",
      16,
      ["写一个", "    “好测评.cases.yaml”，", "    再运行"],
    ],
    ["what fits is left as it is", "  提示：检查  路径", 40, ["  提示：检查  路径"]],
    ["nothing", "", 40, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(folded(text, width)).toEqual(lines);
  });

  test("a whole piece stays whole, and each piece keeps its look over lines", () => {
    const mark = (text: string): string => `<${text}>`;
    const pieces = [
      { text: "a b 测评.x:3", whole: true, tint: mark },
      { text: ": " },
      { text: "错误错误", tint: mark },
      { text: " " },
      { text: "[code]", tint: mark },
    ];
    expect(fold(pieces, 8, 2)).toEqual(["<a b 测评.x:3>:", "  <错误错>", "  <误>", "  <[code]>"]);
    expect(fold(pieces, 80, 2)).toEqual(["<a b 测评.x:3>: <错误错误> <[code]>"]);
  });
});

describe("laws", () => {
  const words = fc.array(
    fc.constantFrom(
      "测",
      "评",
      "）",
      "，",
      "（",
      "“",
      "”",
      "a",
      "bc",
      "12",
      ".",
      "-",
      " ",
      " ",
      "[x-y]",
      " 甲/乙.csv",
      "。",
    ),
    { maxLength: 40 },
  );
  const pieces = fc.array(
    words.map((list) => ({ text: list.join("") })),
    { minLength: 1, maxLength: 3 },
  );
  const bare = (text: string): string => text.replace(/\s/g, "");

  test("no character but spaces is lost, and no line but the first is less indented", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const [first = "", ...lines] = fold(list, width, 4);
        expect(bare(first + lines.join(""))).toBe(bare(list.map(({ text }) => text).join("")));
        for (const line of lines) expect(line).toMatch(/^ {4}\S/);
      }),
    );
  });

  test("a wider line has no place where it could end", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 12, max: 60 }), (list, width) => {
        // What stands in quotation marks may be a path.
        for (const line of fold(list, width, 4))
          if (widthOf(line) > width)
            expect(line.trim().replace(/“[^“”\s]*”/g, "“”"), line).not.toMatch(/ |[测评][测评]/);
      }),
    );
  });

  test("what fits comes out as it went in", () => {
    fc.assert(
      fc.property(pieces, (list) => {
        expect(fold(list, 10_000, 4)).toEqual([
          list
            .map(({ text }) => text)
            .join("")
            .trimEnd(),
        ]);
      }),
    );
  });
});

test("lines of a text go on further in than they begin; those that fit, and those with colours, stay", () => {
  const text = `短\n  ${"长".repeat(8)}\n\u001b[1m${"色".repeat(9)}\u001b[22m\n\n    word word word`;
  expect(foldLines(text, 12)).toBe(
    `短\n  ${"长".repeat(5)}\n    ${"长".repeat(3)}\n\u001b[1m${"色".repeat(9)}\u001b[22m\n\n    word\n      word\n      word`,
  );
});
