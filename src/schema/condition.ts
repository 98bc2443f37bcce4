import { besideSubject, relativeKeys } from "../rubric/compile-condition.ts";
import { numericOperators, relativeOperators } from "../rubric/schema.ts";
import { need, none, notTwo, oneOf, where, windowText } from "./constraints.ts";
import { describeEach, type Json } from "./described.ts";
import { conditionTexts } from "./descriptions/condition.ts";
import { allowed, choice, ref } from "./parts.ts";

const operators = [...numericOperators, ...relativeOperators];
const heads = Object.keys(besideSubject);

/**
 * A condition: one subject, or what combines conditions, and only what belongs to it. An editor offers the
 * subjects first, and then what may stand beside the one that was chosen.
 */
export function conditionDefinition({ properties = {} }: Json): Json {
  const keys = describeEach(properties, conditionTexts);
  const pick = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, keys[name] ?? false]));
  const anyHead: Json = { anyOf: heads.map((head) => ({ required: [head] })) };
  const nothingElse: Json = { properties: allowed(Object.keys(keys)), additionalProperties: false };
  return {
    type: "object",
    properties: pick(heads),
    allOf: [
      choice(anyHead, {}, nothingElse),
      oneOf(heads, {
        zh: `条件要有且只有一个：${heads.join("、")}`,
        en: `a condition has one of ${heads.join(", ")}`,
      }),
      ...Object.entries(besideSubject).map(([head, beside]) =>
        where([head], {
          properties: { ...allowed(heads), ...pick(beside) },
          additionalProperties: false,
        }),
      ),
      where(["column"], need(["is"], { zh: "column 要有 is", en: "column needs is" })),
      where(["event"], { properties: { within: windowText, "at-least": ref("count") } }),
      where(
        ["score"],
        oneOf(operators, {
          zh: "score 要有一个判断，如 at-least",
          en: "score needs one operator, such as at-least",
        }),
      ),
      where(["input"], {
        allOf: [
          ...notTwo(operators, { zh: "一个条件只有一个判断", en: "a condition has one operator" }),
          where(["is"], none([...operators, ...relativeKeys])),
        ],
      }),
      choice({ anyOf: numericOperators.map((operator) => ({ required: [operator] })) }, none(relativeKeys)),
    ],
  };
}
