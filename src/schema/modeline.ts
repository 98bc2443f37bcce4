/** What the JSON Schema is called where it lies beside rubrics. */
export const schemaFile = "rubric.schema.json";

const written = /^# yaml-language-server: \$schema=\S*(?:\r?\n|$)/;

/**
 * A rubric whose first line tells an editor where the JSON Schema is. `path` is that of the rubric from the
 * folder in which the schema lies.
 */
export function withModeline(text: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1);
  const line = `# yaml-language-server: $schema=${up}${schemaFile}\n`;
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return mark + line + text.slice(mark.length).replace(written, "");
}
