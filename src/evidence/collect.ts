import { problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import { createEnlist } from "./enlist.ts";
import { type Evidence, type EvidenceFile, placeOf, splitPlace } from "./evidence.ts";
import { nameInputs, readHeadings } from "./headings.ts";
import { createLookUp } from "./look-up.ts";
import { createReader, type Reader } from "./reader.ts";
import { createRoster, type RosterEntry } from "./roster.ts";
import { readRows, type Source } from "./rows.ts";
import { cellReader, readCell } from "./value.ts";

export interface CollectInput {
  readonly plan: Plan;
  readonly submissions: readonly Source[];
  readonly register?: Source | undefined;
  /** Told how many rows have been read so far, now and then. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** How often progress is told, in rows. */
const progressStep = 8192;

/** Reads the register and all submissions into Evidence, or tells everything that is wrong with them. */
export async function collect({
  plan,
  submissions,
  register,
  onProgress,
}: CollectInput): Promise<Outcome<Evidence>> {
  const collector = createCollector(plan, onProgress);
  if (register !== undefined) await collector.read(register, "register");
  for (const source of submissions) await collector.read(source, "submissions");
  collector.finish();
  return outcomeOf(collector.evidence(), collector.findings);
}

interface Collector {
  readonly findings: Finding[];
  read(source: Source, as: "register" | "submissions"): Promise<void>;
  finish(): void;
  evidence(): Evidence;
}

function createCollector(plan: Plan, onProgress: CollectInput["onProgress"]): Collector {
  const findings: Finding[] = [];
  const files: EvidenceFile[] = [];
  const names = nameInputs(plan);
  const readers = plan.inputs.map((input) => cellReader(input));
  const roster = createRoster();
  const enlist = createEnlist(plan, roster, findings);
  const lookUp = createLookUp(plan, names);
  let rowsRead = 0;

  const read: Collector["read"] = async (source, as) => {
    const index = files.length;
    let reader: Reader | undefined;
    let rows = 0;
    const stopped = await readRows(source, (fields, line) => {
      if (files.length === index) {
        reader = open(source, fields, line, as);
        return;
      }
      rows += 1;
      rowsRead += 1;
      if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
      if (reader !== undefined) readRow(reader, fields, line);
    });
    findings.push(...stopped);
    if (as === "register") roster.closed = true;
    const file = files[index];
    if (file === undefined) {
      if (stopped.length === 0) findings.push(inFile(source.name, problems.fileEmpty()));
      return;
    }
    files[index] = { ...file, rows, lines: linesOf(reader) };
    if (rows === 0 && stopped.length === 0) findings.push(inFile(source.name, problems.fileHeadingOnly()));
  };

  /** Reads the heading row; a file whose headings are wrong has no reader, and its rows are only counted. */
  const open = (source: Source, fields: readonly string[], line: number, as: string): Reader | undefined => {
    const { form, problems: faults } = readHeadings(plan, names, fields, as === "register");
    for (const { field, problem } of faults) findings.push(atCell(source.name, line, field, problem));
    const headings = fields.map((heading) => heading.trim());
    const index = files.push({ name: source.name, headings, form, rows: 0, lines: new Map() }) - 1;
    const readable = !faults.some(({ problem }) => problem.severity === "error");
    return readable ? createReader(index, source.name, form, headings) : undefined;
  };

  const readRow = (reader: Reader, fields: readonly string[], line: number): void => {
    const { form, headings } = reader;
    if (fields.length !== headings.length && !fieldsFit(reader, fields, line)) return;
    for (const field of form.unnamed) {
      const text = fields[field] ?? "";
      if (text.trim() === "") continue;
      findings.push(atCell(reader.name, line, field, problems.valueWithoutHeading(text)));
    }
    const unit = enlist.find(reader, fields, line);
    if (unit === undefined) return;
    if (form.attributes.length > 0) enlist.describe(reader, unit, fields, line);
    if (form.kind === "long") readLong(reader, unit, fields, line);
    else readWide(reader, unit, fields, line);
  };

  /** Fields past the heading may be blank, as Excel leaves them; anything else is ragged. */
  const fieldsFit = ({ name, headings }: Reader, fields: readonly string[], line: number): boolean => {
    const surplus = fields.slice(headings.length);
    if (fields.length > headings.length && surplus.every((field) => field.trim() === "")) return true;
    const field = Math.max(Math.min(fields.length, headings.length) - 1, 0);
    findings.push(atCell(name, line, field, problems.rowRagged(fields.length, headings.length)));
    return false;
  };

  const readWide = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const before = reader.seen.get(unit);
    if (before !== undefined) {
      findings.push(atCell(reader.name, line, reader.unitField, problems.unitDuplicate(unit.name, before)));
      return;
    }
    reader.seen.set(unit, line);
    for (const { field, input } of reader.form.cells)
      store(reader, unit, input, fields[field] ?? "", line, field);
  };

  const readLong = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const { indicatorField, valueField, methodField } = reader;
    const found = lookUp(fields[indicatorField] ?? "", methodField === -1 ? "" : (fields[methodField] ?? ""));
    if ("input" in found) {
      store(reader, unit, found.input, fields[valueField] ?? "", line, valueField);
      return;
    }
    const field = found.about === "method" && methodField !== -1 ? methodField : indicatorField;
    findings.push(atCell(reader.name, line, field, found.problem));
  };

  const store = (
    reader: Reader,
    unit: RosterEntry,
    input: number,
    text: string,
    line: number,
    field: number,
  ): void => {
    const { value, problem } = readers[input]?.(text) ?? { value: undefined, problem: undefined };
    if (problem !== undefined) findings.push(atCell(reader.name, line, field, problem));
    if (value === undefined) return;
    if (unit.values[input] !== undefined) {
      const place = splitPlace(unit.places[input] ?? 0);
      const name = plan.inputs[input]?.name ?? "";
      const twice = problems.cellDuplicate(unit.name, name, files[place.file]?.name ?? "", place.line);
      findings.push(atCell(reader.name, line, field, twice));
      return;
    }
    unit.values[input] = value;
    unit.places[input] = placeOf(reader.index, line);
  };

  /** Values that stand in the register, once all of it is known; then units of which nothing was handed in. */
  const finish = (): void => {
    const [first] = files;
    if (first === undefined) return;
    for (const { index, source } of plan.inputs) {
      if (source.from === "register") readColumn(files[0] ?? first, index, source.column);
    }
    if (plan.units.categories !== undefined) for (const unit of roster.entries) checkCategory(unit);
    if (first.form.kind !== "register") return;
    const submitted = plan.inputs.filter(({ source }) => source.from === "submissions");
    for (const unit of roster.entries) {
      if (submitted.length === 0 || submitted.some(({ index }) => unit.values[index] !== undefined)) continue;
      findings.push(atCell(first.name, unit.line, 0, problems.unitWithoutData(unit.name)));
    }
  };

  /** Points and applicability hang on the category: a unit without one would be scored as some other kind. */
  const checkCategory = ({ index, name, columns }: RosterEntry): void => {
    if ((columns.get("category") ?? "") !== "") return;
    const file = files.find(({ lines }) => lines.has(index));
    const problem = problems.categoryBlank(name, plan.units.categories ?? []);
    if (file === undefined) findings.push(inFile(files[0]?.name ?? "", problem));
    else
      findings.push(
        atCell(file.name, file.lines.get(index) ?? 1, file.form.roles.get("category") ?? 0, problem),
      );
  };

  const readColumn = (file: EvidenceFile, index: number, column: string): void => {
    const input = plan.inputs[index];
    const field = file.form.attributes.find(({ name }) => name === column)?.field;
    if (input === undefined) return;
    for (const unit of roster.entries) {
      const { value, problem } = readCell(input, unit.columns.get(column) ?? "");
      if (problem !== undefined) findings.push(atCell(file.name, unit.line, field ?? 0, problem));
      if (value === undefined) continue;
      unit.values[index] = value;
      if (unit.line > 0) unit.places[index] = placeOf(0, unit.line);
    }
    if (field !== undefined)
      files[0] = { ...file, form: { ...file.form, cells: [...file.form.cells, { field, input: index }] } };
  };

  const evidence = (): Evidence => ({
    units: roster.entries.map(({ key, name, columns }, index) => ({ index, key, name, columns })),
    values: roster.entries.map(({ values }) => values),
    places: roster.entries.map(({ places }) => places),
    files,
  });

  return { findings, read, finish, evidence };
}

const linesOf = (reader: Reader | undefined): ReadonlyMap<number, number> =>
  new Map([...(reader?.seen ?? [])].map(([unit, line]) => [unit.index, line]));
