import * as z from "zod";
import { groupSchema, leafKeys, leafSchemas, nodeKeys, type RuleName, ruleNames } from "../rubric/schema.ts";
import { innerConstraints, leafConstraints, limited, need, ruleConstraints } from "./constraints.ts";
import { convert, type Definitions } from "./convert.ts";
import { describe, describeEach, type Json } from "./described.ts";
import { groupTexts, leafTexts, nodeTexts, ruleText } from "./descriptions/indicator.ts";
import { ruleTexts } from "./descriptions/rules.ts";
import { allowed, choice, type Properties, ref } from "./parts.ts";

/** The properties of a schema but for those of another. */
const without = ({ properties = {} }: Json, known: object): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !Object.hasOwn(known, key)));

/**
 * A node of the tree: a group where it has `indicators`, otherwise an indicator of its `rule`, just as
 * `rubric/read.ts` chooses. `kinds` are the keys of each kind of node.
 */
export function nodeDefinition(definitions: Definitions): { definition: Json; kinds: Properties[] } {
  const shared = convert(z.strictObject(nodeKeys), definitions);
  const group = convert(groupSchema, definitions);
  const leaf = describeEach(without(convert(z.strictObject(leafKeys), definitions), nodeKeys), leafTexts);
  const { indicators, ...groupKeys } = describeEach(without(group, nodeKeys), groupTexts);
  const rule = describe({ enum: [...ruleNames] }, { ...ruleText, words: ruleTexts });
  const rules = ruleNames.map((name) => ruleOf(name, definitions));
  const properties: Properties = {
    ...describeEach(shared.properties ?? {}, nodeTexts),
    rule,
    indicators: { ...indicators, items: ref("node") },
  };
  const definition: Json = {
    type: "object",
    properties,
    required: shared.required ?? [],
    ...choice(
      { required: ["indicators"] },
      {
        properties: {
          ...allowed(Object.keys(nodeKeys)),
          ...groupKeys,
          indicators: { items: limited({}, innerConstraints) },
        },
        additionalProperties: false,
      },
      {
        properties: leaf,
        allOf: [
          need(["rule"], {
            zh: "指标要有 rule（怎样得分）；组要有 indicators（下级指标）",
            en: "an indicator needs a rule, a group needs indicators",
          }),
          ...leafConstraints,
          ...rules.map(({ name, shape }) =>
            choice({ required: ["rule"], properties: { rule: { const: name } } }, shape),
          ),
        ],
      },
    ),
  };
  return { definition, kinds: [properties, groupKeys, leaf, ...rules.map(({ keys }) => keys)] };
}

/** What an indicator of one rule may have, and must. */
function ruleOf(name: RuleName, definitions: Definitions): { name: RuleName; keys: Properties; shape: Json } {
  const all = convert(leafSchemas[name], definitions);
  const keys = describeEach(without(all, { ...leafKeys, rule: true }), ruleTexts[name].keys);
  const shape: Json = {
    properties: { ...allowed([...Object.keys(leafKeys), "rule"]), ...keys },
    required: (all.required ?? []).filter((key) => Object.hasOwn(keys, key)),
    additionalProperties: false,
  };
  return { name, keys, shape: limited(shape, ruleConstraints[name] ?? []) };
}
