import { CsvError, Parser } from "csv-parse";
import { type Problem, problems } from "../findings/catalog.ts";
import { at, atCell, type Finding, inFile } from "../findings/finding.ts";
import { codePoints, type Position } from "../findings/span.ts";

/** A CSV file as it arrives: its name for findings, and its bytes, a piece at a time. */
export interface Source {
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
}

/** What is done with each row, the heading first. `line` is the line of the file the row starts on. */
export type RowHandler = (fields: readonly string[], line: number) => void;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** A row longer than this (in bytes) is no row: a quotation mark that never closes swallows the whole file. */
const longestRow = 1 << 22;

/**
 * Reads a CSV file row by row, never the whole of it at once. Rows come as arrays: headings and
 * lengths are judged by the caller. Blank rows are passed over. Gives back what kept the file from
 * being read to its end.
 */
export async function readRows(source: Source, handle: RowHandler): Promise<Finding[]> {
  const watch = watchBytes();
  let parser: RowParser | undefined;
  let fault: Finding | undefined;
  for await (const chunk of source.chunks()) {
    parser ??= createParser(source.name, chunk, handle);
    const bad = watch.problemIn(chunk);
    if (bad !== undefined) {
      fault =
        bad.position === undefined
          ? inFile(source.name, bad.problem)
          : at(source.name, { start: bad.position, end: nextTo(bad.position) }, bad.problem);
      break;
    }
    fault = parser.feed(chunk);
    if (fault !== undefined) break;
  }
  fault ??= watch.problemAtEnd(source.name) ?? (await parser?.finish());
  parser?.destroy();
  return fault === undefined ? [] : [fault];
}

const nextTo = ({ line, column }: Position): Position => ({ line, column: column + 1 });

interface RowParser {
  /** Reads on; the finding says why it cannot. */
  feed(chunk: Uint8Array): Finding | undefined;
  finish(): Promise<Finding | undefined>;
  destroy(): void;
}

function createParser(name: string, firstChunk: Uint8Array, handle: RowHandler): RowParser {
  const lineEnd = endsLinesWithReturns(firstChunk) ? "\r" : "\n";
  let line = 1;
  let quoted = false;
  let unfinished = 0;
  let fault: Finding | undefined;

  /** Takes rows as they are found: a queue between would lose those before a fault, and the line with them. */
  class Rows extends Parser {
    override push(fields: string[] | null): boolean {
      if (fields === null) return super.push(null);
      const start = line;
      line += quoted ? 1 + lineBreaksIn(fields, lineEnd) : 1;
      unfinished = 0;
      for (const field of fields) {
        if (field === "") continue;
        handle(fields, start);
        break;
      }
      return true;
    }
  }
  const parser = new Rows({
    bom: true,
    relax_column_count: true,
    record_delimiter: lineEnd === "\r" ? ["\r"] : ["\r\n", "\n"],
  });
  parser.on("error", (error) => {
    fault ??= csvFinding(name, error, line);
  });
  parser.resume();
  return {
    feed: (chunk) => {
      // Before the first quotation mark every row is one line, and nothing needs to be counted.
      quoted ||= chunk.includes(quote);
      unfinished += chunk.length;
      parser.write(chunk, (error) => {
        if (error instanceof Error) fault ??= csvFinding(name, error, line);
      });
      if (fault === undefined && unfinished > longestRow + chunk.length)
        fault = atCell(name, line, 0, quoted ? problems.quoteNotClosed() : problems.rowTooLong());
      return fault;
    },
    finish: async () => {
      if (fault !== undefined) return fault;
      await new Promise<void>((resolve) => {
        parser.on("close", resolve);
        parser.end();
      });
      return fault;
    },
    destroy: () => void parser.destroy(),
  };
}

/** Whether lines end as on an old Mac. A return at the very end of the piece may belong to a line feed after it. */
const endsLinesWithReturns = (chunk: Uint8Array): boolean => {
  const first = chunk.indexOf(carriageReturn);
  return first !== -1 && first < chunk.length - 1 && !chunk.includes(lineFeed);
};

/** A line break inside quotation marks, however it is written, is one line of the file. */
function lineBreaksIn(fields: readonly string[], lineEnd: string): number {
  let count = 0;
  for (const field of fields) {
    for (let index = field.indexOf(lineEnd); index !== -1; index = field.indexOf(lineEnd, index + 1))
      count += 1;
  }
  return count;
}

interface BadBytes {
  readonly problem: Problem;
  readonly position?: Position;
}

/** How files begin that are no text, however they are named. */
const marks: readonly { readonly bytes: readonly number[]; readonly problem: () => Problem }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], problem: problems.fileIsWorkbook }, // a zip archive: .xlsx, .ods
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], problem: problems.fileIsWorkbook }, // .xls, .et
  { bytes: [0xff, 0xfe], problem: problems.fileUtf16 },
  { bytes: [0xfe, 0xff], problem: problems.fileUtf16 },
];

/** Looks at the bytes as they go by; what is no UTF-8 text is told with the place of its first bad character. */
function watchBytes() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  let lines = 0;
  /** What has been read of the line that is not at its end yet. */
  let begun: Uint8Array[] = [];

  const placed = (chunk: Uint8Array, sign: string, problem: Problem): BadBytes => {
    const text = new TextDecoder().decode(joined([...begun, chunk]));
    const before = text.slice(0, Math.max(0, text.indexOf(sign)));
    const breaks = before.split("\n");
    return {
      problem,
      position: { line: lines + breaks.length, column: codePoints(breaks.at(-1) ?? "") + 1 },
    };
  };

  return {
    problemIn: (chunk: Uint8Array): BadBytes | undefined => {
      if (first) {
        first = false;
        const mark = marks.find(({ bytes }) => bytes.every((byte, index) => chunk[index] === byte));
        if (mark !== undefined) return { problem: mark.problem() };
      }
      if (chunk.includes(0)) return placed(chunk, "\0", problems.fileBinary());
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        return placed(chunk, "\uFFFD", problems.fileEncoding());
      }
      let last = -1;
      for (let index = chunk.indexOf(lineFeed); index !== -1; index = chunk.indexOf(lineFeed, index + 1)) {
        lines += 1;
        last = index;
      }
      if (last === -1) begun.push(chunk);
      else begun = [chunk.subarray(last + 1)];
      return undefined;
    },
    /** A file may end in the middle of a character. */
    problemAtEnd: (name: string): Finding | undefined => {
      try {
        decoder.decode();
        return undefined;
      } catch {
        const { problem, position } = placed(new Uint8Array(), "\uFFFD", problems.fileEncoding());
        return position === undefined ? undefined : at(name, { start: position, end: position }, problem);
      }
    },
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** As it is set up above, the parser finds fault with quotation marks only. */
function csvFinding(file: string, error: Error, line: number): Finding {
  const isOpen = error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
  return atCell(file, line, fieldOf(error), isOpen ? problems.quoteNotClosed() : problems.quoteMisplaced());
}

/** Which field of its row the parser was in. */
const fieldOf = (error: Error): number => {
  const index: unknown = error instanceof CsvError ? error["index"] : undefined;
  return typeof index === "number" ? index : 0;
};
