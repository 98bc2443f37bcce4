/** Text in Markdown: no cell of a table can end early and no markup can begin. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/\r\n|\r|\n/g, "<br>");
