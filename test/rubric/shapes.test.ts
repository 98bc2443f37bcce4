import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { byShape, keyed } from "../../src/rubric/shapes.ts";

const shape = {
  id: z.string().min(1),
  rule: z.literal("marks"),
  note: z.string().optional(),
  whole: z
    .string()
    .transform((text, context) => {
      if (!/^\d+$/.test(text)) context.addIssue("no");
      return Number(text);
    })
    .optional(),
  words: z.array(z.string().min(1)).optional(),
};

/** What stands under a key, right and wrong; `__proto__` and `constructor` are keys like others. */
const key = fc.constantFrom(...Object.keys(shape), "other", "constructor", "__proto__");
const value = fc.constantFrom<unknown>("", "marks", "12", "x", ["a"], ["", "b"], {}, undefined);
const map = fc.array(fc.tuple(key, value)).map((entries) => Object.fromEntries(entries));

/** Which issues, and where: their order is that of the keys in the one, of the schema in the other. */
const issuesOf = ({ error }: z.ZodSafeParseResult<unknown>): string[] =>
  (error?.issues ?? []).map((issue) => JSON.stringify([issue.code, issue.path, issue.message])).sort();

describe("a map of known keys", () => {
  test.each<[string, z.ZodType, z.ZodType]>([
    ["alone", keyed(shape), z.strictObject(shape)],
    [
      "in others",
      keyed({ a: keyed(shape).optional() }),
      z.strictObject({ a: z.strictObject(shape).optional() }),
    ],
    [
      "with a condition on the whole",
      keyed(shape).refine(({ id }) => id !== "x"),
      z.strictObject(shape).refine(({ id }) => id !== "x"),
    ],
  ])("%s, is read as zod's own reads it", (_, own, zods) => {
    const anything = fc.oneof(
      map,
      map.map((inner) => ({ a: inner })),
      value,
      fc.constant(null),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const [read, expected] = [own.safeParse(given), zods.safeParse(given)];
        expect(read.data).toEqual(expected.data);
        expect(issuesOf(read)).toEqual(issuesOf(expected));
      }),
    );
  });

  test("still says what its keys are", () => {
    expect(Object.keys(keyed(shape).shape)).toEqual(Object.keys(shape));
    expect(keyed(shape)).toBeInstanceOf(z.ZodObject);
  });
});

describe("one of several shapes", () => {
  const several = byShape({ text: z.literal("all"), list: z.array(z.string().min(2)) });

  test("is read by the one that stands there", () => {
    expect(several.safeParse("all").data).toBe("all");
    expect(several.safeParse(["ab"]).data).toEqual(["ab"]);
    expect(several.safeParse(["ab", "c"]).error?.issues).toMatchObject([{ code: "too_small", path: [1] }]);
  });

  test("or is told to be none of them", () => {
    const issues = several.safeParse({}).error?.issues;
    expect(issues).toMatchObject([
      { code: "custom", path: [], params: { problem: { code: expect.any(String) } } },
    ]);
  });
});
