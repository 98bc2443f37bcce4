import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** Where published assessments lie that are not part of the project; undefined where there are none. */
export const vectorsFolder = process.env["CEPING_VECTORS"];

/** Said in the name of a test that needs them. */
export const vectorsReason = vectorsFolder === undefined ? " (skipped: CEPING_VECTORS names no folder)" : "";

export const readVector = (...path: readonly string[]): Record<string, string>[] =>
  parse(readFileSync(join(vectorsFolder ?? "", ...path)), { columns: true, bom: true });
