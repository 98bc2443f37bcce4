import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse, parseDocument } from "yaml";
import { casesJsonSchema } from "../../src/schema/cases-json-schema.ts";
import { isPart, type Json } from "../../src/schema/described.ts";
import { rubricJsonSchema } from "../../src/schema/rubric-json-schema.ts";

// Not strict: editors have keywords of their own, which a validator passes over.
const ajv = new Ajv({ strict: false, allErrors: true });
export const schema = rubricJsonSchema();
export const casesSchema = casesJsonSchema();
export const isDraft07 = (json = schema): boolean => ajv.validateSchema(json) === true;

const faultsBy = (json: Json): ((value: unknown) => string[]) => {
  const validate = ajv.compile(json);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};

const inText = (faults: (value: unknown) => string[], text: string): string[] =>
  parseDocument(text).errors.length > 0 ? ["this is no YAML"] : faults(parse(text, { logLevel: "silent" }));

/** What the JSON Schema refuses in a value, with where it stands. */
export const faultsIn = faultsBy(schema);

/** The same for a text, as an editor reads YAML: `5` is a number. */
export const faultsOf = (text: string): string[] => inText(faultsIn, text);

export const casesFaultsIn = faultsBy(casesSchema);
export const casesFaultsOf = (text: string): string[] => inText(casesFaultsIn, text);

/** Every part of the schema, with its path. */
export function partsOf(json: Json, path = ""): [path: string, part: Json][] {
  const inner = Object.entries(json).flatMap(([keyword, value]): [string, Json][] => {
    const here = `${path}/${keyword}`;
    if (Array.isArray(value))
      return value.flatMap((part, index) => (isPart(part) ? partsOf(part, `${here}/${index}`) : []));
    return isPart(value) ? partsOf(value, here) : [];
  });
  return [[path, json], ...inner];
}

export { shippedCases, shippedRubrics } from "./shipped-rubrics.ts";

export const textOf = (path: string): string => readFileSync(path, "utf8");
