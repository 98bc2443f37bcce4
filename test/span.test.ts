import fc from "fast-check";
import { expect, test } from "vitest";
import { positions } from "../src/findings/span.ts";

/** Line and column of an offset, counted from the beginning. */
function counted(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: [...before.slice(start)].length + 1 };
}

const character = fc.constantFrom("a", "长", "𠮷", "\n");
/** Long lines, too: a character may be of two units, and each line has its own columns. */
const texts = fc
  .array(fc.tuple(character, fc.constantFrom(1, 2, 900, 3000)), { maxLength: 12 })
  .map((parts) => parts.map(([one, times]) => (one === "\n" ? one : one.repeat(times))).join(""));

test("columns are those of counting, in whatever order they are asked for", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(30_000), { maxLength: 20 }), (text, wanted) => {
      const position = positions(text);
      const offsets = wanted
        .map((offset) => Math.min(offset, text.length))
        .filter((offset) => !/[\udc00-\udfff]/.test(text[offset] ?? "")); // inside a character there is no place
      expect(offsets.map(position)).toEqual(offsets.map((offset) => counted(text, offset)));
    }),
    { numRuns: 300 },
  );
});

test("a line of half a million characters is no longer to go through backwards than forwards", () => {
  const text = "长".repeat(500_000);
  const position = positions(text);
  const offsets = Array.from({ length: 50_000 }, (_, index) => 500_000 - 10 * index);
  const from = performance.now();
  for (const offset of offsets) position(offset);
  expect(performance.now() - from).toBeLessThan(5_000);
});
