import { closest } from "../base/closest.ts";
import { unguarded } from "../base/harmless.ts";
import type { Text } from "../base/language.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { atCell, type Finding } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { EvidenceFile } from "./evidence.ts";
import { headingKey } from "./usual-headings.ts";

/** The columns that a kind of file has, whatever the rubric: what the tool calls them, and what else they may be called. */
export interface NamedColumns<Column extends string> {
  readonly columns: Readonly<Record<Column, Text>>;
  readonly others: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Those that a file cannot do without. */
  needed(has: (column: Column) => boolean): readonly Column[];
  /** A column for which two headings may stand, such as a code and a name: the first counts. */
  readonly twice?: Column;
}

/** A row of such a file. */
export interface NamedRow<Column extends string> {
  readonly line: number;
  readonly fields: readonly string[];
  cell(column: Column): string;
  /** What stands under the other heading of a column that has two. */
  readonly second: string;
  at(column: Column, problem: Problem): Finding;
  report(column: Column, problem: Problem): void;
  reportSecond(problem: Problem): void;
}

/** Reads such a file row by row. */
export interface NamedReader<Column extends string> {
  readonly fieldOf: ReadonlyMap<Column, number>;
  headings(): readonly string[];
  /** The row of headings: whether the others can be read by it. */
  open(fields: readonly string[], line: number): boolean;
  /** A row with its cells; undefined for one that is ragged, which is told of. */
  row(written: readonly string[], line: number): NamedRow<Column> | undefined;
}

/** Remarks, which may stand in any table. */
const noteHeadings: readonly string[] = ["备注", "note"];

export function createNamedReader<Column extends string>(
  plan: Plan,
  named: NamedColumns<Column>,
  file: string,
  findings: Finding[],
): NamedReader<Column> {
  const fieldOf = new Map<Column, number>();
  let headings: readonly string[] = [];
  let second = -1;
  const at = (line: number, field: number, problem: Problem): Finding => atCell(file, line, field, problem);
  return {
    fieldOf,
    headings: () => headings,
    open: (fields, line) => {
      headings = fields.map((heading) => heading.trim());
      const { faults, secondOfTwo } = readHeadings(plan, named, headings, fieldOf);
      second = secondOfTwo ?? -1;
      for (const { field, problem } of faults) findings.push(at(line, field, problem));
      return faults.length === 0;
    },
    row: (written, line) => {
      const fields = written.map((field) => unguarded(field.trim()));
      // Fields past the headings may be blank, as Excel leaves them.
      const surplus = fields.slice(headings.length);
      if (fields.length < headings.length || surplus.some((field) => field !== "")) {
        const field = Math.max(Math.min(fields.length, headings.length) - 1, 0);
        findings.push(at(line, field, problems.rowRagged(fields.length, headings.length)));
        return undefined;
      }
      const place = (column: Column, problem: Problem): Finding =>
        at(line, fieldOf.get(column) ?? 0, problem);
      return {
        line,
        fields,
        cell: (column) => fields[fieldOf.get(column) ?? -1] ?? "",
        second: fields[second] ?? "",
        at: place,
        report: (column, problem) => void findings.push(place(column, problem)),
        reportSecond: (problem) => void findings.push(at(line, second, problem)),
      };
    },
  };
}

/** Finds the columns by their headings; what is wrong with them, in the order of the fields. */
function readHeadings<Column extends string>(
  plan: Plan,
  { columns, others, needed, twice }: NamedColumns<Column>,
  headings: readonly string[],
  fields: Map<Column, number>,
): {
  readonly faults: { readonly field: number; readonly problem: Problem }[];
  readonly secondOfTwo: number | undefined;
} {
  let secondOfTwo: number | undefined;
  const faults: { field: number; problem: Problem }[] = [];
  const names = Object.keys(columns) as Column[]; // the keys of the record
  const known = names.flatMap((column) => [columns[column].zh, columns[column].en]);
  const columnOf = (heading: string): Column | undefined =>
    names.find((column) =>
      [columns[column].zh, columns[column].en, ...(others[column] ?? [])].includes(headingKey(heading)),
    );
  const passedOver = new Set([...noteHeadings, ...plan.ignored].map(headingKey));
  for (const [field, heading] of headings.entries()) {
    if (heading === "" || passedOver.has(headingKey(heading))) continue;
    const column = columnOf(heading);
    const before = column === undefined ? undefined : fields.get(column);
    if (column === undefined)
      faults.push({ field, problem: problems.headingUnknown(heading, known, closest(heading, known)) });
    else if (before === undefined) fields.set(column, field);
    else if (column !== twice || headingKey(heading) === headingKey(headings[before] ?? ""))
      faults.push({
        field,
        problem: problems.headingSameMeaning(heading, headings[before] ?? "", before + 1),
      });
    else secondOfTwo = field;
  }
  for (const column of needed((one) => fields.has(one)))
    if (!fields.has(column)) {
      const { zh, en } = columns[column];
      faults.push({ field: 0, problem: problems.headingMissing(`${zh} / ${en}`) });
    }
  return { faults, secondOfTwo };
}

/** How such a file stands among those that were read: its cells are nobody's input. */
export const namedFile = (name: string, headings: readonly string[], rows: number): EvidenceFile => ({
  name,
  headings,
  form: {
    kind: "register",
    roles: new Map<ColumnRole, number>(),
    cells: [],
    attributes: [],
    unnamed: [],
  },
  rows,
  lines: new Map(),
});
