import { describe, expect, it, test } from "vitest";
import { readSilences } from "../../src/check/silence.ts";

/** What is read: `line code: reason`, and of what only seems to allow something, `line ? codes`. */
const read = (text: string): string[] =>
  readSilences("r.yaml", text).map(({ code, reason, line, missed }) =>
    missed === undefined ? `${line} ${code}: ${reason}` : `${line} ? ${missed.join(" ")}`,
  );

describe("only comments allow anything", () => {
  test.each([
    ["a text in a block", "note: |\n  # 允许 band-gap：甲\n\n  # allow band-gap: b\nid: a\n"],
    ["one that is folded, in a list", "a:\n  - >-\n    # 允许 band-gap：甲\n  - b\n"],
    ["double quotation marks", 'note: "甲 # 允许 band-gap：甲"\n'],
    ["quotation marks over several lines", "note: '甲\n  # 允许 band-gap：甲\n  乙'\n"],
    ["a text with such a sign", "note: 甲# 允许 band-gap：甲\n"],
  ])("not %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
  test.each([
    ["behind the sign of a block", "note: | # 允许 band-gap：甲\n  乙\n", ["1 band-gap: 甲"]],
    ["behind a block", "note: |\n  乙\n# 允许 band-gap：甲\nid: a\n", ["4 band-gap: 甲"]],
    ["between brackets", "a: [1, # allow band-gap: why\n  2]\n", ["1 band-gap: why"]],
    ["behind other words", "id: a # 说明 # 允许 band-gap：甲\n", ["1 band-gap: 甲"]],
    ["in a file with the mark of its encoding", "\uFEFF# 允许 band-gap：甲\nid: a\n", ["2 band-gap: 甲"]],
    ["in a file of Windows", "# 允许 band-gap：甲\r\nid: a\r\n", ["2 band-gap: 甲"]],
  ])("but %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("which line one speaks of", () => {
  test.each([
    ["the line below", "# 允许 band-gap：甲\nid: a\n", 2],
    ["past other comments", "# 允许 band-gap：甲\n  # 乙\nid: a\n", 3],
    ["not past an empty line", "# 允许 band-gap：甲\n\nid: a\n", 2],
    ["its own", "id: a # 允许 band-gap：甲\ntitle: b\n", 1],
  ])("%s", (_, text, line) => {
    expect(readSilences("r.yaml", text).map((silence) => silence.line)).toEqual([line]);
  });
});

describe("several in one line", () => {
  it("each has its sign", () => {
    expect(read("id: a # 允许 band-gap：甲 # 允许 scale-unused：乙\n")).toEqual([
      "1 band-gap: 甲",
      "1 scale-unused: 乙",
    ]);
    const [, second] = readSilences("r.yaml", "id: a # 允许 band-gap：甲 # 允许 scale-unused：乙 \n");
    expect(second?.span).toEqual({ start: { line: 1, column: 23 }, end: { line: 1, column: 42 } });
  });
  it("a second without one is told, and so is one behind other words", () => {
    expect(read("id: a # 允许 band-gap：甲；允许 scale-unused：乙\n")).toEqual([
      "1 band-gap: 甲；允许 scale-unused：乙",
      "1 ? scale-unused",
    ]);
    expect(read("id: a # 说明。允许 band-gap：甲\n")).toEqual(["1 ? band-gap"]);
    expect(read("id: a # 文件不允许 band-gap\n")).toEqual([]);
  });
});
