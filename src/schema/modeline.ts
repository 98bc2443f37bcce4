/** What the JSON Schema is called where it lies beside rubrics. */
export const schemaFile = "rubric.schema.json";
/** The same for that of their cases. */
export const casesSchemaFile = "cases.schema.json";

const written = /^# yaml-language-server: \$schema=\S*(?:\r?\n|$)/;

/**
 * A rubric, or its cases, whose first line tells an editor where the JSON Schema is. `path` is that of the
 * file from the folder in which the schema lies.
 */
export function withModeline(text: string, path: string, schema = schemaFile): string {
  const up = "../".repeat(path.split("/").length - 1);
  const line = `# yaml-language-server: $schema=${up}${schema}\n`;
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return mark + line + text.slice(mark.length).replace(written, "");
}
