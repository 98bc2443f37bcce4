const formulaStart = /^[=+\-@＝＋－＠\t\r]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet would run as a formula, made harmless; numbers, also negative ones, stay. */
export const harmless = (text: string): string =>
  formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
