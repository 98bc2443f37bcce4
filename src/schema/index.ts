import { rubricJsonSchema } from "./rubric-json-schema.ts";

export { schemaFile, withModeline } from "./modeline.ts";

/** The JSON Schema of rubric files as a text, the same every time. */
export const renderRubricJsonSchema = (): string => `${JSON.stringify(rubricJsonSchema(), null, 2)}\n`;
