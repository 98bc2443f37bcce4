const formulaStart = /^[=+\-@＝＋－＠\t\r]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet would run as a formula, made harmless; numbers, also negative ones, stay. */
export const harmless = (text: string): string =>
  formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;

const guardedStart = /^'+[=+\-@＝＋－＠\t\r]/u;

/** `harmless`, for files that are read again: `unguarded` gives back what was guarded, whatever it was. */
export const guarded = (text: string): string => (guardedStart.test(text) ? `'${text}` : harmless(text));

/** A text without the mark that made it harmless. */
export const unguarded = (text: string): string => (guardedStart.test(text) ? text.slice(1) : text);
