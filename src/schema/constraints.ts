import { writtenDay } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import { writtenLength } from "../rubric/compile-several.ts";
import { calculations, type RuleName } from "../rubric/schema.ts";
import { inBothLines, type Json } from "./described.ts";
import { choice } from "./parts.ts";

/**
 * What must stand together, beyond the shape of each value. The compiler of rubrics has the last word;
 * this says as much of it as a JSON Schema can, so that an editor tells it at once. It must never refuse
 * what the compiler takes.
 */

/** A copy that demands these, too. */
export const limited = (json: Json, constraints: readonly Json[]): Json =>
  constraints.length === 0 ? json : { ...json, allOf: [...(json.allOf ?? []), ...constraints] };

export const need = (keys: readonly string[], wanted: Text): Json => ({
  required: [...keys],
  errorMessage: inBothLines(wanted),
});

/** One of these keys at least. */
export const someOf = (keys: readonly string[], wanted: Text): Json => ({
  anyOf: keys.map((key) => need([key], wanted)),
});

export const none = (keys: readonly string[], reason?: Text): Json => ({
  properties: Object.fromEntries(keys.map((key) => [key, false])),
  ...(reason === undefined ? {} : { errorMessage: inBothLines(reason) }),
});

/** No two of these keys. */
export const notTwo = (keys: readonly string[], reason?: Text): Json[] =>
  keys.slice(0, -1).map((key, index) => where([key], none(keys.slice(index + 1), reason)));

/** One of these keys and no other. */
export const oneOf = (keys: readonly string[], wanted: Text): Json => ({
  allOf: [someOf(keys, wanted), ...notTwo(keys, wanted)],
});

export const where = (keys: readonly string[], then: Json, otherwise?: Json): Json =>
  choice({ required: [...keys] }, then, otherwise);

const inner = ({ source }: RegExp): string => source.replace(/^\^|\$$/g, "");

export const dayText: Json = {
  pattern: `^\\s*${inner(writtenDay)}\\s*$`,
  patternErrorMessage: inBothLines({
    zh: "应是日期或月份，如 2012-03-31、2012-03",
    en: "a day or a month is expected, such as 2012-03-31 or 2012-03",
  }),
};

export const windowText: Json = {
  type: "string",
  pattern: `^\\s*(?:${inner(writtenLength)}|year|本年|term|本届|[^.]*\\.\\..*)\\s*$`,
  patternErrorMessage: inBothLines({
    zh: "应是 12 months、2 years、year、term，或 2021-03-01..2021-03-31",
    en: "12 months, 2 years, year, term or 2021-03-01..2021-03-31 is expected",
  }),
};

export const caseConstraints: readonly Json[] = [
  where(
    ["otherwise"],
    none(["when", "value"]),
    need(["value"], {
      zh: "要有 when 和 value，或 otherwise",
      en: "when and value, or otherwise, is needed",
    }),
  ),
];

export const tieConstraints: readonly Json[] = [
  oneOf(["score", "input"], { zh: "要有 score 或 input 之一", en: "one of score and input is needed" }),
];

export const outcomeConstraints: readonly Json[] = [
  choice(
    { required: ["otherwise"], properties: { otherwise: { const: "yes" } } },
    none(["when"]),
    need(["when"], {
      zh: "要有 when，最后一条可写 otherwise: yes",
      en: "when is needed; the last may have otherwise: yes",
    }),
  ),
];

export const inputConstraints: readonly Json[] = [
  choice(
    { required: ["type"], properties: { type: { const: "word" } } },
    {
      anyOf: [
        need(["words"], { zh: "type: word 要有 words", en: "type: word needs words" }),
        { required: ["sheets"] },
      ],
    },
  ),
  where(["sheets"], none(["assessors", "sites", "periods"])),
  ...notTwo([...calculations, "register", "sheets"], {
    zh: "一个输入项只有一个来源",
    en: "an input has one source",
  }),
];

/** Of every indicator. */
export const leafConstraints: readonly Json[] = [
  where(["methods"], none(["method"]), none(["combine"])),
  choice(
    { required: ["methods"], properties: { methods: { type: "array", minItems: 2 } } },
    need(["combine"], {
      zh: "几种方法要写 combine，或者写成“方法: 百分比”",
      en: "several methods need combine, or shares as method: percentage",
    }),
  ),
  choice({ required: ["methods"], properties: { methods: { type: "object" } } }, none(["combine"])),
];

/** Of what stands inside a group: bonuses and deductions are on the first level only. */
export const innerConstraints: readonly Json[] = [none(["as"])];

/** Of the rules that demand more than their keys. */
export const ruleConstraints: Readonly<Partial<Record<RuleName, readonly Json[]>>> = {
  clauses: [
    {
      properties: {
        clauses: {
          items: {
            type: "object",
            ...need(["points"], { zh: "每条要写明 points", en: "each clause needs points" }),
          },
        },
      },
    },
  ],
  bands: [
    {
      properties: {
        bands: {
          items: someOf(["at-least", "above", "at-most", "below"], {
            zh: "每段要有一条边，如 at-least",
            en: "a band needs an edge, such as at-least",
          }),
        },
      },
    },
  ],
  "k-of-n": [
    someOf(["clauses", "of", "per"], {
      zh: "要有 clauses、of 或 per",
      en: "clauses, of or per is needed",
    }),
    where(
      ["clauses"],
      none(["of", "per"], {
        zh: "写了 clauses，就不写 of 和 per",
        en: "neither of nor per stands beside clauses",
      }),
    ),
  ],
  "on-time": [{ properties: { due: dayText, "not-after": dayText } }],
  events: [
    oneOf(["each", "levels"], { zh: "要有 each 或 levels 之一", en: "one of each and levels is needed" }),
    { properties: { within: windowText } },
  ],
};
