import { closest } from "../base/closest.ts";
import type { Day } from "../base/date.ts";
import { unguarded } from "../base/harmless.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile, isError, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Dimension, Plan } from "../rubric/plan.ts";
import type { Status } from "../rubric/schema.ts";
import { createEnlist, type Misread } from "./enlist.ts";
import { readEvent } from "./events.ts";
import { type Evidence, type EvidenceFile, type EvidenceRun, placeOf, splitPlace } from "./evidence.ts";
import { type FileUse, nameInputs, readHeadings } from "./headings.ts";
import { createLookUp } from "./look-up.ts";
import { namesakes } from "./namesakes.ts";
import type { OverrideRecord } from "./override.ts";
import type { HistoryMemory } from "./read-history.ts";
import { createReader, type Reader } from "./reader.ts";
import type { Register } from "./register.ts";
import { createRoster, type PhaseValues, type RosterEntry } from "./roster.ts";
import { readRows, type Source } from "./rows.ts";
import { plainStanding, type Standing } from "./standing.ts";
import { cellReader, type Observation, readCell, type Value } from "./value.ts";

export interface CollectInput {
  readonly plan: Plan;
  readonly submissions: readonly Source[];
  readonly register?: Source | undefined;
  readonly events?: Source | undefined;
  /** Results of earlier years; an empty list says that there are none. */
  readonly history?: readonly Source[] | undefined;
  /** What has been read of these before, and is not read again. */
  readonly historyRead?: HistoryMemory | undefined;
  /** Decisions that were changed by hand. */
  readonly overrides?: Source | undefined;
  /** The reference date: what the register says of later days has not happened yet. */
  readonly asOf?: Day | undefined;
  /** Told how many rows have been read so far, now and then. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** A file with more faults than this is of the wrong kind; its other rows are not looked at. */
const mostFindings = 50_000;

/** How often progress is told, in rows. */
const progressStep = 8192;

/** Reads the register and all submissions into Evidence, or tells everything that is wrong with them. */
export async function collect({
  plan,
  submissions,
  register,
  events,
  history,
  historyRead,
  overrides,
  asOf,
  onProgress,
}: CollectInput): Promise<Outcome<Evidence>> {
  const collector = createCollector(plan, onProgress);
  if (register !== undefined) await collector.read(register, "register");
  for (const source of submissions) await collector.read(source, "submissions");
  if (events !== undefined) await collector.read(events, "events");
  const years = await collector.years({ history, historyRead, asOf, registerGiven: register !== undefined });
  collector.finish(events !== undefined, years.standings);
  const changed = overrides === undefined ? [] : await collector.overrides(overrides, asOf);
  const evidence = { ...collector.evidence(), ...years };
  return outcomeOf(changed.length === 0 ? evidence : { ...evidence, overrides: changed }, collector.findings);
}

interface Collector {
  readonly findings: Finding[];
  read(source: Source, use: FileUse): Promise<void>;
  years(
    given: Pick<CollectInput, "history" | "historyRead" | "asOf"> & { readonly registerGiven: boolean },
  ): Promise<Years>;
  finish(eventsGiven: boolean, standings: readonly Standing[]): void;
  /** Decisions changed by hand, once the units are known. */
  overrides(source: Source, asOf: Day | undefined): Promise<readonly OverrideRecord[]>;
  evidence(): Omit<Evidence, keyof Years>;
}

/** What the register says of titles, and what was found in earlier years. */
type Years = Pick<Evidence, "standings" | "predecessors" | "history">;

function createCollector(plan: Plan, onProgress: CollectInput["onProgress"]): Collector {
  const findings: Finding[] = [];
  const files: EvidenceFile[] = [];
  const names = nameInputs(plan);
  const readers = plan.inputs.map((input) => cellReader(input));
  const roster = createRoster();
  const misread: Misread = { units: new Set(), ofAnybody: false };
  const enlist = createEnlist(plan, roster, findings, misread);
  const lookUp = createLookUp(plan, names);
  const registered: (readonly string[])[] = [];
  let rowsRead = 0;

  const read: Collector["read"] = async (source, use) => {
    const index = files.length;
    const before = findings.length;
    let reader: Reader | undefined;
    let faulty = false;
    let rows = 0;
    const stopped = await readRows(source, (fields, line) => {
      if (files.length === index) {
        reader = open(source, fields, line, use);
        faulty = findings.slice(before).some(isError);
        return;
      }
      rows += 1;
      rowsRead += 1;
      if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
      if (reader === undefined) return;
      readRow(reader, fields, line);
      if (findings.length < before + mostFindings) return;
      findings.push(atCell(source.name, line, 0, problems.tooManyFindings(mostFindings)));
      reader = undefined;
    });
    findings.push(...stopped);
    // A register that could not be read to its end says nothing about who is missing from it.
    if (use === "register") roster.closed = reader !== undefined && stopped.length === 0;
    const file = files[index];
    const isWhole = reader !== undefined && stopped.length === 0 && rows > 0 && !faulty;
    if (use === "submissions" && !isWhole) misread.ofAnybody = true;
    if (file === undefined) {
      if (stopped.length === 0) findings.push(inFile(source.name, problems.fileEmpty()));
      return;
    }
    files[index] = { ...file, rows };
    // A file of events may well hold none; that is how an office says so.
    if (rows === 0 && stopped.length === 0 && use !== "events")
      findings.push(inFile(source.name, problems.fileHeadingOnly()));
  };

  /** Reads the heading row; a file whose headings are wrong has no reader, and its rows are only counted. */
  const open = (
    source: Source,
    written: readonly string[],
    line: number,
    use: FileUse,
  ): Reader | undefined => {
    const fields = use === "register" ? written.map(unguarded) : written;
    const { form, problems: faults } = readHeadings(plan, names, fields, use);
    for (const { field, problem } of faults) findings.push(atCell(source.name, line, field, problem));
    const headings = fields.map((heading) => heading.trim());
    const index = files.push({ name: source.name, headings, form, rows: 0, lines: new Map() }) - 1;
    // With a unit column the rows can be looked at all the same: nobody should have to run the tool twice.
    const faulty = faults.some(({ problem }) => problem.severity === "error");
    const named = (["unit", "code", "name"] as const).some((role) => form.roles.has(role));
    const readable = use === "events" ? !faulty : named;
    const several = form.cells.some(({ input }) => plan.inputs[input]?.many !== undefined);
    const repeats = several || form.roles.has("phase");
    return readable ? createReader(index, source.name, form, headings, repeats) : undefined;
  };

  const readRow = (reader: Reader, written: readonly string[], line: number): void => {
    const { form, headings } = reader;
    const fields = form.kind === "register" ? written.map(unguarded) : written;
    if (fields.length !== headings.length && !fieldsFit(reader, fields, line)) return;
    for (const field of form.unnamed) {
      const text = fields[field] ?? "";
      if (text.trim() === "") continue;
      findings.push(atCell(reader.name, line, field, problems.valueWithoutHeading(text)));
    }
    const unit = enlist.find(reader, fields, line);
    if (unit === undefined) return;
    if (form.kind === "register") registered[unit.index] = fields;
    if (form.attributes.length > 0) enlist.describe(reader, unit, fields, line);
    if (form.kind === "events") readEventRow(reader, unit, fields, line);
    else if (form.kind === "long") readLong(reader, unit, fields, line);
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
    if (before !== undefined && !reader.repeats) {
      findings.push(atCell(reader.name, line, reader.unitField, problems.unitDuplicate(unit.name, before)));
      return;
    }
    const run = runOf(reader, unit, fields, line);
    if (run === undefined) return;
    if (before === undefined) reader.seen.set(unit, line);
    if (!run.lines.has(reader.index)) run.lines.set(reader.index, line);
    for (const { field, input } of reader.form.cells) store(reader, unit, run, input, fields, line, field);
  };

  const readEventRow = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const event = readEvent(plan, reader.form.roles, fields, placeOf(reader.index, line), (problem, field) =>
      findings.push(atCell(reader.name, line, field, problem)),
    );
    if (event !== undefined) unit.events.push(event);
  };

  const readLong = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const { indicatorField, valueField, methodField } = reader;
    const found = lookUp(fields[indicatorField] ?? "", methodField === -1 ? "" : (fields[methodField] ?? ""));
    if ("input" in found) {
      const run = runOf(reader, unit, fields, line);
      if (run !== undefined) store(reader, unit, run, found.input, fields, line, valueField);
      return;
    }
    const field = found.about === "method" && methodField !== -1 ? methodField : indicatorField;
    findings.push(atCell(reader.name, line, field, found.problem));
  };

  const store = (
    reader: Reader,
    unit: RosterEntry,
    run: PhaseValues,
    input: number,
    fields: readonly string[],
    line: number,
    field: number,
  ): void => {
    const { value, problem } = readers[input]?.(fields[field] ?? "") ?? nothingRead;
    if (problem !== undefined) {
      findings.push(atCell(reader.name, line, field, problem));
      misread.units.add(unit);
    }
    const several = plan.inputs[input]?.many;
    if (several !== undefined) {
      if (problem?.severity !== "error")
        observe(reader, unit, run, input, several, value, fields, line, field);
      return;
    }
    if (value === undefined) return;
    if (run.values[input] !== undefined) {
      reportTwice(reader, unit, input, run.places[input] ?? 0, line, field);
      return;
    }
    run.values[input] = value;
    run.places[input] = placeOf(reader.index, line);
  };

  /** Where the values of a row belong: to the run that counts, unless the row names another. */
  const runOf = (
    reader: Reader,
    unit: RosterEntry,
    fields: readonly string[],
    line: number,
  ): PhaseValues | undefined => {
    if (plan.phases === undefined || reader.phaseField === -1) return unit;
    const { list, result } = plan.phases;
    const written = (fields[reader.phaseField] ?? "").trim();
    const phase = list.indexOf(written);
    if (phase === result) return unit;
    if (phase === -1) {
      const fault =
        written === ""
          ? problems.phaseBlank(list)
          : problems.phaseResult(written, list, closest(written, list));
      findings.push(atCell(reader.name, line, reader.phaseField, fault));
      return undefined;
    }
    const run = unit.phases.get(phase) ?? { values: [], places: [], lines: new Map() };
    unit.phases.set(phase, run);
    return run;
  };

  /** One of several values of a thing. A blank one counts: it is a blank answer sheet, or missing there. */
  const observe = (
    reader: Reader,
    unit: RosterEntry,
    run: PhaseValues,
    input: number,
    several: "dimensions" | "sheets",
    value: Value | undefined,
    fields: readonly string[],
    line: number,
    field: number,
  ): void => {
    const seen = observationOf(reader, plan.inputs[input]?.dimensions ?? [], value, fields, line);
    const before = run.values[input];
    const observations = before?.kind === "many" ? before.observations : [];
    const twin = several === "sheets" ? undefined : observations.find((other) => isSameKey(other, seen));
    if (twin !== undefined) reportTwice(reader, unit, input, twin.place, line, field);
    else if (before?.kind === "many")
      (observations as Observation[]).push(seen); // the list made below, while it grows
    else {
      run.values[input] = { kind: "many", observations: [seen], text: "" };
      run.places[input] = seen.place;
    }
  };

  const reportTwice = (
    reader: Reader,
    unit: RosterEntry,
    input: number,
    earlier: number,
    line: number,
    field: number,
  ): void => {
    const place = splitPlace(earlier);
    const name = plan.inputs[input]?.name ?? "";
    const twice = problems.cellDuplicate(unit.name, name, files[place.file]?.name ?? "", place.line);
    findings.push(atCell(reader.name, line, field, twice));
  };

  const registerTable = (): Register | undefined => {
    const [first] = files;
    return first?.form.kind !== "register"
      ? undefined
      : { file: 0, headings: first.headings, roles: first.form.roles, rows: registered };
  };

  const years: Collector["years"] = async ({ history, historyRead, asOf, registerGiven }) => {
    if (history === undefined && plan.years.reach > 0) findings.push(problems.historyMissing());
    // Where it is not known which units there are, those of earlier years cannot be held against them.
    const unknown = roster.entries.length === 0 || (registerGiven && !roster.closed);
    if (unknown || (history === undefined && plan.titles.length === 0))
      return {
        standings: roster.entries.map(() => plainStanding),
        predecessors: roster.entries.map(() => []),
        history: roster.entries.map(() => []),
      };
    // Most rubrics look at one year only: they need not wait for this.
    const { readYears } = await import("./read-years.ts");
    const register = registerTable();
    const sources = history;
    return readYears({ plan, asOf, roster, register, sources, memory: historyRead, files, findings });
  };

  const overrides: Collector["overrides"] = async (source, asOf) => {
    // Few runs have any: they need not wait for this.
    const { readOverrides } = await import("./overrides.ts");
    const found = await readOverrides(plan, source, roster, asOf);
    files.push(found.file);
    findings.push(...found.findings);
    return found.records;
  };

  /** Values that stand in the register, once all of it is known; then units of which nothing was handed in. */
  const finish: Collector["finish"] = (eventsGiven, standings) => {
    const [first] = files;
    if (first === undefined) return;
    if (plan.events.used && !eventsGiven) findings.push(problems.eventsMissing());
    for (const { index, source } of plan.inputs) {
      if (source.from === "register") readColumn(files[0] ?? first, index, source.column);
    }
    if (plan.units.categories !== undefined) checkCategories(first, plan.units.categories);
    const register = registerTable();
    if (register === undefined) return;
    // Without titles or earlier years nothing hangs on who a unit was before.
    if (plan.titles.length > 0 || plan.years.reach > 0)
      findings.push(...namesakes(roster.entries, register, first.name));
    if (misread.ofAnybody) return;
    const submitted = plan.inputs.filter(({ source }) => source.from === "submissions");
    for (const unit of roster.entries) {
      if (submitted.length === 0 || submitted.some(({ index }) => unit.values[index] !== undefined)) continue;
      // A unit that is no more hands nothing in.
      if (gone.includes(standings[unit.index]?.status ?? "active")) continue;
      if (misread.units.has(unit)) continue;
      findings.push(atCell(first.name, unit.line, 0, problems.unitWithoutData(unit.name)));
    }
  };

  const checkCategories = (first: EvidenceFile, categories: readonly string[]): void => {
    // A column that is missing is told of once, not of each unit.
    if (files.some(({ form }) => form.roles.has("category")) || roster.entries.length === 0)
      for (const unit of roster.entries) checkCategory(unit);
    else findings.push(atCell(first.name, 1, 0, problems.categoryColumn(categories)));
  };

  /** Points and applicability hang on the category: a unit without one would be scored as some other kind. */
  const checkCategory = ({ index, name, columns }: RosterEntry): void => {
    if ((columns.get("category") ?? "") !== "") return;
    const unit = roster.entries[index];
    const [at, line] = [...(unit?.lines ?? [])][0] ?? [];
    const file = at === undefined ? undefined : files[at];
    const problem = problems.categoryBlank(name, plan.units.categories ?? []);
    if (file === undefined) findings.push(inFile(files[0]?.name ?? "", problem));
    else findings.push(atCell(file.name, line ?? 1, file.form.roles.get("category") ?? 0, problem));
  };

  const readColumn = (file: EvidenceFile, index: number, column: string): void => {
    const input = plan.inputs[index];
    const field = file.form.attributes.find(({ name }) => name === column)?.field;
    if (input === undefined) return;
    for (const unit of roster.entries) {
      const { value, problem } = readCell(input, unit.columns.get(column) ?? "");
      if (problem !== undefined) findings.push(atCell(file.name, unit.line, field ?? 0, problem));
      if (value === undefined) continue;
      for (const run of [unit, ...unit.phases.values()]) {
        run.values[index] = value;
        if (unit.line > 0) run.places[index] = placeOf(0, unit.line);
      }
    }
    if (field !== undefined)
      files[0] = { ...file, form: { ...file.form, cells: [...file.form.cells, { field, input: index }] } };
  };

  const evidence: Collector["evidence"] = () => {
    const { list, result } = plan.phases ?? { list: [], result: 0 };
    const others = list.map((_, phase) => phase).filter((phase) => phase !== result);
    const runOfUnit = (unit: RosterEntry, phase: number): PhaseValues => unit.phases.get(phase) ?? emptyRun();
    const runOfAll = (run: (unit: RosterEntry) => PhaseValues): EvidenceRun => {
      const runs = roster.entries.map(run);
      return {
        values: runs.map(({ values }) => values),
        places: runs.map(({ places }) => places),
        files: files.map((file, index) => ({ ...file, lines: linesIn(index, runs) })),
      };
    };
    return {
      units: roster.entries.map(({ key, name, columns }, index) => ({ index, key, name, columns })),
      ...runOfAll((unit) => unit),
      events: roster.entries.map((unit) => unit.events),
      phases: new Map(others.map((phase) => [phase, runOfAll((unit) => runOfUnit(unit, phase))])),
      register: registerTable(),
    };
  };

  return { findings, read, years, finish, overrides, evidence };
}

const gone: readonly Status[] = ["merged", "split", "closed"];

/** A value with what tells it apart from the others; what the rubric does not ask about is left out. */
function observationOf(
  reader: Reader,
  dimensions: readonly Dimension[],
  value: Value | undefined,
  fields: readonly string[],
  line: number,
): Observation {
  const textAt = (field: number): string => (fields[field] ?? "").trim();
  const told = (dimension: Dimension, field: number): string =>
    dimensions.includes(dimension) ? textAt(field) : "";
  return {
    value,
    assessor: told("assessor", reader.assessorField),
    site: told("site", reader.siteField),
    period: told("period", reader.periodField),
    sheet: textAt(reader.sheetField),
    place: placeOf(reader.index, line),
  };
}

const isSameKey = (a: Observation, b: Observation): boolean =>
  a.assessor === b.assessor && a.site === b.site && a.period === b.period;

const nothingRead = { value: undefined, problem: undefined };
const emptyRun = (): PhaseValues => ({ values: [], places: [], lines: new Map() });

/** The line of each unit's first row in a file, by the index of the unit. */
const linesIn = (file: number, runs: readonly PhaseValues[]): ReadonlyMap<number, number> =>
  new Map(
    runs.flatMap(({ lines }, unit) => {
      const line = lines.get(file);
      return line === undefined ? [] : [[unit, line] as const];
    }),
  );
