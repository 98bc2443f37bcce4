import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse, parseDocument } from "yaml";
import { rubricJsonSchema } from "../../src/schema/rubric-json-schema.ts";

// Not strict: editors have keywords of their own, which a validator passes over.
const ajv = new Ajv({ strict: false, allErrors: true });
export const schema = rubricJsonSchema();
export const isDraft07 = (): boolean => ajv.validateSchema(schema) === true;
const validate = ajv.compile(schema);

/** What the JSON Schema refuses in a value, with where it stands. */
export function faultsIn(value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The same for a text, as an editor reads YAML: `5` is a number. */
export const faultsOf = (text: string): string[] =>
  parseDocument(text).errors.length > 0 ? ["this is no YAML"] : faultsIn(parse(text, { logLevel: "silent" }));

export { shippedRubrics } from "./shipped-rubrics.ts";

export const textOf = (path: string): string => readFileSync(path, "utf8");
