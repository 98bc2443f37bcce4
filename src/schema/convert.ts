import * as z from "zod";
import {
  amount,
  clause,
  conditionSchema,
  count,
  figure,
  identifier,
  inputSchema,
  numberText,
  percentage,
  places,
  scale,
  text,
  validFrom,
  validTo,
} from "../rubric/schema.ts";
import type { Shapes } from "../rubric/shapes.ts";
import { isPart, type Json } from "./described.ts";
import { tidy } from "./parts.ts";
import {
  amountScalar,
  countScalar,
  endScalar,
  numberScalar,
  percentageScalar,
  placesScalar,
  readings,
  textScalar,
} from "./scalars.ts";

/** What is said once, under `definitions`, and by name wherever it is used. */
const named = {
  text,
  identifier,
  number: numberText,
  amount,
  count,
  percentage,
  condition: conditionSchema,
  figure,
  clause,
  scale,
  input: inputSchema,
} as const satisfies Record<string, z.ZodType>;

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) names.add(schema, { id });

/** What zod cannot know: the number that a text comes to. */
const scalars = new Map<unknown, Json>([
  [numberText, numberScalar],
  [amount, amountScalar],
  [count, countScalar],
  [places, placesScalar],
  [percentage, percentageScalar],
  [validFrom, endScalar],
  [validTo, endScalar],
]);

export type Definitions = Record<string, Json>;

/** The JSON Schema of what a zod schema reads; what it names is added to `definitions`. */
export function convert(schema: z.ZodType, definitions: Definitions): Json {
  const {
    $schema: _,
    definitions: found = {},
    ...json
  } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      const better = betterThan(zodSchema, jsonSchema, definitions);
      if (better === undefined) return;
      for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword];
      Object.assign(jsonSchema, better);
    },
  });
  // zod's type leaves open what stands there: schemas by name.
  for (const [name, definition] of Object.entries(found as Definitions)) definitions[name] = tidy(definition);
  return tidy(json);
}

/** What takes the place of zod's own answer; undefined where that will do. */
function betterThan(schema: unknown, json: Json, definitions: Definitions): Json | undefined {
  const scalar = scalars.get(schema);
  if (scalar !== undefined) return scalar;
  const shapes = shapesOf(schema);
  if (shapes !== undefined) {
    const parts = [shapes.text, shapes.list, shapes.map].flatMap((shape) =>
      shape === undefined ? [] : [convert(shape, definitions)],
    );
    return parts.length === 1 ? parts[0] : { anyOf: parts };
  }
  if (isPart(json.propertyNames)) return { ...json, propertyNames: { ...json.propertyNames } };
  if (json.const !== undefined) return { enum: readings(json.const) };
  if (json.enum !== undefined) return { enum: [...new Set(json.enum.flatMap(readings))] };
  return json.type === "string" ? { ...json, ...textScalar } : undefined;
}

const shapesOf = (schema: unknown): Shapes | undefined => (schema as { readonly shapes?: Shapes }).shapes; // only what `byShape` makes has them
