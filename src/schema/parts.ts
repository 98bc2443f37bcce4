import { isPart, type Json } from "./described.ts";

/** What is said under `definitions`. */
export const ref = (name: string): Json => ({ $ref: `#/definitions/${name}` });

/** One schema or the other, by whether a third fits. */
export const choice = (condition: Json, then: Json, otherwise?: Json): Json => ({
  if: condition,
  then,
  ...(otherwise === undefined ? {} : { else: otherwise }),
});

export type Properties = Record<string, Json | boolean>;

/** Keys that are described and checked elsewhere for the same value. */
export const allowed = (keys: readonly string[]): Properties =>
  Object.fromEntries(keys.map((key) => [key, true]));

type Path = readonly (string | number)[];

/** The part of a schema at a path, which is there. */
export function partAt(json: object, path: Path): Json {
  const found = path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step], // a list, too
    json,
  );
  if (!isPart(found)) throw new Error(`the JSON Schema has no part ${path.join(".")}`);
  return found;
}

/** A copy in which the part at a path is what `edit` makes of it. */
export function changed(json: Json, [step, ...rest]: Path, edit: (part: Json) => Json): Json {
  if (step === undefined) return edit(json);
  const [index, ...inside] = rest;
  const list = json[step];
  if (Array.isArray(list) && typeof index === "number")
    return { ...json, [step]: list.with(index, changed(partAt(list, [index]), inside, edit)) };
  return { ...json, [step]: changed(partAt(json, [step]), rest, edit) };
}

/** A copy that says the same more briefly. */
export function tidy(json: Json): Json {
  const [only, ...others] = json.allOf ?? [];
  if (only?.$ref !== undefined && others.length === 0) {
    const { allOf: _, ...rest } = json;
    return { ...rest, $ref: only.$ref };
  }
  return Object.fromEntries(
    Object.entries(json).map(([keyword, value]) => [keyword, tidyValue(keyword, value)]),
  );
}

function tidyValue(keyword: string, value: unknown): unknown {
  // The keys of a map are texts to everybody.
  if (keyword === "propertyNames" && isPart(value) && value.enum === undefined) return { minLength: 1 };
  if (Array.isArray(value)) return value.map((part) => (isPart(part) ? tidy(part) : part));
  return isPart(value) ? tidy(value) : value;
}
