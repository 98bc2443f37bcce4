import { stringify } from "csv-stringify/sync";

const special = /[",\r\n]/;

/** A text as a field of a CSV file. Few hold anything to be quoted; csv-stringify is asked about those that do. */
export const field = (text: string): string => (special.test(text) ? stringify([[text]]).slice(0, -1) : text);

/** Rows of texts that are ready, as a CSV file without the mark at its beginning. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(field).join(",")).join("\n")}\n`;
