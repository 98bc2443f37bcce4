import { CsvError, parse } from "csv-parse";
import { type Problem, problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile } from "../findings/finding.ts";

/** A CSV file as it arrives: its name for findings, and its bytes, a piece at a time. */
export interface Source {
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
}

/** What is done with each row, the heading first. `line` is the line of the file the row starts on. */
export type RowHandler = (fields: readonly string[], line: number) => void;

const newline = 0x0a;
const quote = 0x22;
/** "PK\3\4": how a zip archive, and so an .xlsx workbook, begins. */
const zipMark = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a CSV file row by row, never the whole of it at once. Rows come as arrays: headings and
 * lengths are judged by the caller. Blank rows are passed over. Gives back what kept the file from
 * being read to its end.
 */
export async function readRows(source: Source, handle: RowHandler): Promise<Finding[]> {
  const parser = parse({ bom: true, relax_column_count: true, record_delimiter: ["\r\n", "\n"] });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const findings: Finding[] = [];
  let line = 1;
  let quoted = false;
  let stopped = false;

  parser.on("data", (fields: string[]) => {
    const start = line;
    line += quoted ? 1 + lineBreaksIn(fields) : 1;
    if (fields.some((field) => field !== "")) handle(fields, start);
  });
  const finished = new Promise<void>((resolve) => {
    parser.on("end", resolve);
    parser.on("close", resolve);
    parser.on("error", (error) => {
      stopped = true;
      findings.push(csvFinding(source.name, error, line));
      resolve();
    });
  });

  let first = true;
  for await (const chunk of source.chunks()) {
    if (stopped) break;
    const problem = problemIn(chunk, decoder, first);
    if (problem !== undefined) {
      stopped = true;
      findings.push(inFile(source.name, problem));
      parser.destroy();
      break;
    }
    first = false;
    // Before the first quotation mark every row is one line, and nothing needs to be counted.
    quoted ||= chunk.includes(quote);
    if (!parser.write(chunk)) await writable(parser, finished);
  }
  if (!stopped) parser.end();
  await finished;
  return findings;
}

const writable = (parser: ReturnType<typeof parse>, finished: Promise<void>): Promise<void> =>
  Promise.race([new Promise<void>((resolve) => parser.once("drain", resolve)), finished]);

/** A line break inside quotation marks, however it is written, is one line of the file. */
function lineBreaksIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let index = field.indexOf("\n"); index !== -1; index = field.indexOf("\n", index + 1)) count += 1;
  }
  return count;
}

function problemIn(
  chunk: Uint8Array,
  decoder: InstanceType<typeof TextDecoder>,
  first: boolean,
): Problem | undefined {
  if (first && zipMark.every((byte, index) => chunk[index] === byte)) return problems.fileIsWorkbook();
  const nul = chunk.indexOf(0);
  if (nul !== -1) return problems.fileBinary(linesBefore(chunk, nul));
  try {
    decoder.decode(chunk, { stream: true });
  } catch {
    return problems.fileEncoding();
  }
  return undefined;
}

const linesBefore = (chunk: Uint8Array, end: number): number => {
  let lines = 0;
  for (
    let index = chunk.indexOf(newline);
    index !== -1 && index < end;
    index = chunk.indexOf(newline, index + 1)
  )
    lines += 1;
  return lines + 1;
};

function csvFinding(file: string, error: Error, line: number): Finding {
  const code = error instanceof CsvError ? error.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED") return atCell(file, line, 0, problems.quoteNotClosed());
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE") {
    const column: unknown = error instanceof CsvError ? error["index"] : undefined;
    return atCell(file, line, typeof column === "number" ? column : 0, problems.quoteMisplaced());
  }
  return atCell(file, line, 0, problems.csvSyntax(error.message));
}
