import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { padEnd, padStart, widthOf, wrap } from "../../src/base/width.ts";

describe("cells on a terminal", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["测评", 4],
    ["ａ", 2],
    ["ｱ", 1],
    ["e\u0301", 1],
    ["\u200b", 0],
    ["（1）", 5],
    ["😀", 2],
  ])("%j takes %i", (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });
  test("padding counts cells", () => {
    expect([padEnd("测", 4), padStart("测", 4)]).toEqual(["测  ", "  测"]);
  });
});

describe("wrapping", () => {
  const text = fc.string({
    unit: fc.constantFrom("测", "评", "）", "，", "a", "b", " ", "1", "（"),
    maxLength: 40,
  });
  test("no character but spaces at the ends of lines is lost", () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 12 }),
        (line, width) => wrap(line, width).join("").replaceAll(" ", "") === line.replaceAll(" ", ""),
      ),
    );
  });
  test("no line is wider than asked, but for one character that is", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 12 }), (line, width) =>
        wrap(line, width).every((part) => widthOf(part) <= width),
      ),
    );
  });
  test("a line with no good place to break is broken all the same", () => {
    expect(wrap("a测））", 5)).toEqual(["a", "测）", "）"]);
  });
  test("a closing mark does not begin a line", () => {
    expect(wrap("总分八十三（不达标）", 18)).toEqual(["总分八十三（不达", "标）"]);
  });
  test("words stay whole where they fit", () => {
    expect(wrap("did you mean this", 9)).toEqual(["did you", "mean this"]);
  });
});
