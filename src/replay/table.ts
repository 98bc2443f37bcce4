import { guarded, unguarded } from "../base/harmless.ts";
import { readRows, type Source } from "../evidence/rows.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile } from "../findings/finding.ts";
import { csvText } from "../report/csv-fields.ts";

/** A small table as it was written, a register of some hundred units. */
export interface Table {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** One for each heading, without the blanks around it. */
  readonly cells: readonly string[];
}

/** Reads a table whole; a row that does not fit its headings is told of and left out. */
export async function readTable(source: Source): Promise<{ table: Table; findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const rows: TableRow[] = [];
  let headings: readonly string[] | undefined;
  const stopped = await readRows(source, (fields, line) => {
    const cells = fields.map((field) => unguarded(field.trim()));
    if (headings === undefined) {
      headings = cells;
      return;
    }
    const width = headings.length;
    if (cells.length < width || cells.slice(width).some((cell) => cell !== "")) {
      const field = Math.max(Math.min(cells.length, width) - 1, 0);
      findings.push(atCell(source.name, line, field, problems.rowRagged(cells.length, width)));
      return;
    }
    for (const [field, heading] of headings.entries()) {
      const text = cells[field] ?? "";
      if (heading === "" && text !== "")
        findings.push(atCell(source.name, line, field, problems.valueWithoutHeading(text)));
    }
    rows.push({ line, cells: cells.slice(0, width) });
  });
  findings.push(...stopped);
  if (headings === undefined && stopped.length === 0)
    findings.push(inFile(source.name, problems.fileEmpty()));
  return { table: { name: source.name, headings: headings ?? [], rows }, findings };
}

/** A text that is read as a file is. */
export const textSource = (name: string, text: string): Source => ({
  name,
  async *chunks() {
    yield new TextEncoder().encode(text);
  },
});

/** A table as a file that can be read again. */
export const tableText = ({ headings, rows }: Table): string =>
  csvText([headings, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(guarded)));
