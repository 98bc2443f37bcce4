import { casesJsonSchema } from "./cases-json-schema.ts";
import type { Json } from "./described.ts";
import { rubricJsonSchema } from "./rubric-json-schema.ts";

export { casesSchemaFile, schemaFile, withModeline } from "./modeline.ts";

const render = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`;

/** The JSON Schema of rubric files as a text, the same every time. */
export const renderRubricJsonSchema = (): string => render(rubricJsonSchema());

/** That of the files with their cases. */
export const renderCasesJsonSchema = (): string => render(casesJsonSchema());
