import type * as z from "zod";
import type { Text } from "../base/language.ts";

/** A JSON Schema; which keywords a part has depends on what it is about. */
export type Json = z.core.JSONSchema.BaseSchema;

/** What a key is for. `words` says what each word it allows means, `keys` what the keys below it are for. */
export interface Description extends Text {
  readonly words?: Readonly<Record<string, Text>>;
  readonly keys?: Readonly<Record<string, Description>>;
}

type Words<Word extends PropertyKey> = Text & { readonly words: { readonly [Each in Word]: Text } };

/**
 * The descriptions that a schema needs: for every key, every word of a closed set, and so on below. A key
 * that is new in `rubric/schema.ts` does not compile here until it is described in both languages. What
 * has a name of its own in the JSON Schema (conditions, figures, clauses) is described where it is named.
 */
export type Described<Schema> =
  Schema extends z.ZodOptional<infer Inner>
    ? Described<Inner>
    : Schema extends z.ZodPipe<infer Input, infer _Output>
      ? Described<Input>
      : Schema extends {
            readonly shapes: {
              readonly text: z.ZodEnum<infer Word> | z.ZodPipe<z.ZodEnum<infer Word>, z.ZodTransform>;
            };
          }
        ? Words<keyof Word>
        : Schema extends z.ZodEnum<infer Word> | z.ZodRecord<infer _Key, z.ZodEnum<infer Word>>
          ? Words<keyof Word>
          : Schema extends z.ZodArray<infer Element>
            ? Described<Element>
            : Schema extends z.ZodObject<infer Shape>
              ? Text & { readonly keys: DescribedKeys<Shape> }
              : Text;

/** The same for the keys of a map. */
export type DescribedKeys<Shape> = { readonly [Key in keyof Shape]: Described<Shape[Key]> };

/** Both languages in one text, a paragraph each: a JSON Schema has room for one. */
export const inBoth = ({ zh, en }: Text): string => `${zh}\n\n${en}`;

/** The same for a message, a line each. */
export const inBothLines = ({ zh, en }: Text): string => `${zh}\n${en}`;

/** A copy that says what it is for. */
export function describe(json: Json, description: Description): Json {
  const { words, keys } = description;
  const said = { ...json, description: inBoth(description) };
  const worded = words === undefined ? said : describeWords(said, words);
  return keys === undefined ? worded : describeKeys(worded, keys);
}

/** A copy in which every property says what it is for. */
export function describeKeys(json: Json, keys: Readonly<Record<string, Description>>): Json {
  if (isPart(json.items)) return { ...json, items: describeKeys(json.items, keys) };
  return { ...json, properties: describeEach(json.properties ?? {}, keys) };
}

/** Properties, each with its description. */
export function describeEach(
  properties: Readonly<Record<string, Json | boolean>>,
  keys: Readonly<Record<string, Description>>,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, part]) => {
      const description = keys[key];
      if (description === undefined || !isPart(part)) throw new Error(`the key ${key} is not described`);
      return [key, describe(part, description)];
    }),
  );
}

/** `enumDescriptions` is what editors read; they pass over what they do not know. */
function describeWords(json: Json, words: Readonly<Record<string, Text>>): Json {
  if (isPart(json.additionalProperties))
    return { ...json, additionalProperties: describeWords(json.additionalProperties, words) };
  if (json.anyOf !== undefined)
    return { ...json, anyOf: json.anyOf.map((part) => describeWordsOf(part, words)) };
  const enumDescriptions = json.enum?.map((word) => {
    const text = words[String(word)];
    if (text === undefined) throw new Error(`the word ${String(word)} is not described`);
    return `${text.zh} / ${text.en}`;
  });
  return { ...json, enumDescriptions };
}

/** One of several shapes: a word, or a list of words; any other has none. */
function describeWordsOf(part: Json, words: Readonly<Record<string, Text>>): Json {
  if (part.enum !== undefined) return describeWords(part, words);
  if (!isPart(part.items) || part.items.enum === undefined) return part;
  return { ...part, items: describeWords(part.items, words) };
}

/** A schema of its own: not `true`, not `false`, not a list of them. */
export const isPart = (json: unknown): json is Json =>
  typeof json === "object" && json !== null && !Array.isArray(json);
