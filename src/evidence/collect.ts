import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import { type Evidence, type EvidenceFile, placeOf } from "./evidence.ts";
import { type Form, findInput, type InputNames, knownNames, nameInputs, readHeadings } from "./headings.ts";
import { createRoster, type Roster, type RosterEntry } from "./roster.ts";
import { readRows, type Source } from "./rows.ts";
import { cellReader, type Reading, readCell } from "./value.ts";

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
  if (register !== undefined) await collector.read(register, true);
  for (const source of submissions) await collector.read(source, false);
  collector.finish(register?.name);
  return outcomeOf(collector.evidence(), collector.findings);
}

interface Collector {
  readonly findings: Finding[];
  read(source: Source, register: boolean): Promise<void>;
  finish(register: string | undefined): void;
  evidence(): Evidence;
}

/** What one file needs at hand while its rows go by. */
interface Reader {
  readonly index: number;
  readonly name: string;
  readonly form: Form;
  readonly headings: readonly string[];
  /** Units with a row in this file (wide only), and its line. */
  readonly seen: Map<RosterEntry, number>;
}

function createCollector(plan: Plan, onProgress: CollectInput["onProgress"]): Collector {
  const findings: Finding[] = [];
  const files: EvidenceFile[] = [];
  const names = nameInputs(plan);
  const readers = plan.inputs.map((input) => cellReader(input));
  const roster = createRoster();
  const lookUp = createLookUp(plan, names);
  let rowsRead = 0;

  const read = async (source: Source, register: boolean): Promise<void> => {
    let reader: Reader | undefined = undefined as Reader | undefined; // set inside the callback, which the compiler does not follow
    let rows = 0;
    let headed = false;
    const index = files.length;
    const stopped = await readRows(source, (fields, line) => {
      if (!headed) {
        headed = true;
        const { form, problems: faults } = readHeadings(plan, names, fields, register);
        for (const { field, problem } of faults) findings.push(atCell(source.name, line, field, problem));
        const headings = fields.map((heading) => heading.trim());
        if (!faults.some(({ problem }) => problem.severity === "error"))
          reader = { index, name: source.name, form, headings, seen: new Map() };
        files.push({ name: source.name, headings, form, rows: 0, lines: new Map() });
        return;
      }
      rows += 1;
      rowsRead += 1;
      if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
      if (reader !== undefined) readRow(reader, fields, line);
    });
    const file = files[index];
    const lines = new Map([...(reader?.seen ?? [])].map(([unit, line]) => [unit.index, line]));
    if (file !== undefined) files[index] = { ...file, rows, lines };
    findings.push(...stopped);
    if (!headed && stopped.length === 0) findings.push(inFile(source.name, problems.fileEmpty()));
    else if (headed && rows === 0 && stopped.length === 0)
      findings.push(inFile(source.name, problems.fileHeadingOnly()));
  };

  const readRow = (reader: Reader, fields: readonly string[], line: number): void => {
    const { form, headings } = reader;
    if (fields.length !== headings.length && !fieldsFit(reader, fields, line)) return;
    for (const field of form.unnamed) {
      const text = fields[field] ?? "";
      if (text.trim() !== "")
        findings.push(atCell(reader.name, line, field, problems.valueWithoutHeading(text)));
    }
    const unit = findUnit(reader, fields, line);
    if (unit === undefined) return;
    if (form.attributes.length > 0) describe(reader, unit, fields, line);
    if (form.kind === "long") readLong(reader, unit, fields, line);
    else readWide(reader, unit, fields, line);
  };

  /** Fields past the heading may be blank, as Excel leaves them; anything else is ragged. */
  const fieldsFit = (reader: Reader, fields: readonly string[], line: number): boolean => {
    const surplus = fields.slice(reader.headings.length);
    if (fields.length > reader.headings.length && surplus.every((field) => field.trim() === "")) return true;
    const field = Math.min(fields.length, reader.headings.length) - 1;
    findings.push(
      atCell(
        reader.name,
        line,
        Math.max(field, 0),
        problems.rowRagged(fields.length, reader.headings.length),
      ),
    );
    return false;
  };

  const findUnit = (reader: Reader, fields: readonly string[], line: number): RosterEntry | undefined => {
    const { roles } = reader.form;
    const codeField = roles.get("code");
    const nameField = roles.get("name");
    const unitField = roles.get("unit") ?? codeField ?? nameField ?? 0;
    const written = (fields[unitField] ?? "").trim();
    if (written === "") {
      findings.push(atCell(reader.name, line, unitField, problems.unitBlank()));
      return undefined;
    }
    const code = codeField === undefined ? undefined : (fields[codeField] ?? "").trim();
    const name = nameField === undefined ? undefined : (fields[nameField] ?? "").trim();
    if (reader.form.kind === "register") return registerUnit(reader, line, unitField, code, name ?? written);
    const known = roster.find(written);
    if (known !== undefined) return known;
    if (roster.ambiguous(written)) {
      findings.push(atCell(reader.name, line, unitField, problems.unitAmbiguous(written)));
      return undefined;
    }
    if (roster.closed) {
      const near = closest(written, roster.names());
      findings.push(atCell(reader.name, line, unitField, problems.unitUnknown(written, near)));
      return undefined;
    }
    return roster.add(code || written, name || written);
  };

  const registerUnit = (
    reader: Reader,
    line: number,
    field: number,
    code: string | undefined,
    name: string,
  ): RosterEntry | undefined => {
    const clash = roster.find(code || name);
    if (clash !== undefined) {
      findings.push(atCell(reader.name, line, field, problems.unitDuplicate(clash.name, clash.line)));
      return undefined;
    }
    const unit = roster.add(code || name, name);
    unit.line = line;
    return unit;
  };

  const describe = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    for (const { field, name } of reader.form.attributes) {
      const text = (fields[field] ?? "").trim();
      const before = unit.columns.get(name);
      if (before === undefined || before === "") {
        unit.columns.set(name, text);
        if (text !== "") checkAttribute(reader, name, text, line, field);
      } else if (text !== "" && text !== before) {
        findings.push(
          atCell(
            reader.name,
            line,
            field,
            problems.attributeDisagrees(unit.name, reader.headings[field] ?? "", text, before),
          ),
        );
      }
    }
  };

  const checkAttribute = (reader: Reader, name: string, text: string, line: number, field: number): void => {
    const { categories, tags } = plan.units;
    const allowed =
      name === "category"
        ? categories
        : name === "tags"
          ? tags
          : name === "group" && plan.ranking.groups.length > 0
            ? plan.ranking.groups
            : undefined;
    if (allowed === undefined) return;
    const words = name === "tags" ? text.split(/[;,、，；|\s]+/u).filter((tag) => tag !== "") : [text];
    for (const word of words) {
      if (!allowed.includes(word))
        findings.push(
          atCell(reader.name, line, field, problems.valueNotInList(word, allowed, closest(word, allowed))),
        );
    }
  };

  const readWide = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const before = reader.seen.get(unit);
    if (before !== undefined) {
      if (reader.form.kind === "wide") {
        const { roles } = reader.form;
        findings.push(
          atCell(
            reader.name,
            line,
            roles.get("unit") ?? roles.get("code") ?? roles.get("name") ?? 0,
            problems.unitDuplicate(unit.name, before),
          ),
        );
      }
      return;
    }
    reader.seen.set(unit, line);
    for (const { field, input } of reader.form.cells)
      store(reader, unit, input, fields[field] ?? "", line, field);
  };

  const readLong = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    const { roles } = reader.form;
    const indicatorField = roles.get("indicator") ?? 0;
    const valueField = roles.get("value") ?? 0;
    const methodField = roles.get("method");
    const found = lookUp(
      fields[indicatorField] ?? "",
      methodField === undefined ? "" : (fields[methodField] ?? ""),
    );
    if ("problem" in found) {
      const field = found.about === "method" ? (methodField ?? indicatorField) : indicatorField;
      findings.push(atCell(reader.name, line, field, found.problem));
    } else store(reader, unit, found.input, fields[valueField] ?? "", line, valueField);
  };

  const store = (
    reader: Reader,
    unit: RosterEntry,
    input: number,
    text: string,
    line: number,
    field: number,
  ): void => {
    const reading = readers[input]?.(text) as Reading; // one reader for each input
    if (reading.problem !== undefined) findings.push(atCell(reader.name, line, field, reading.problem));
    if (reading.value === undefined) return;
    if (unit.values[input] !== undefined) {
      const [file, earlier] = splitPlace(unit.places[input] ?? 0);
      findings.push(
        atCell(
          reader.name,
          line,
          field,
          problems.cellDuplicate(unit.name, plan.inputs[input]?.name ?? "", files[file]?.name ?? "", earlier),
        ),
      );
      return;
    }
    unit.values[input] = reading.value;
    unit.places[input] = placeOf(reader.index, line);
  };

  /** Values that stand in the register, once all of it is known; then units of which nothing was handed in. */
  const finish = (register: string | undefined): void => {
    for (const input of plan.inputs) {
      if (input.source.from !== "register") continue;
      const { column } = input.source;
      for (const unit of roster.entries) {
        const reading = readCell(input, unit.columns.get(column) ?? "");
        if (reading.problem !== undefined) {
          const file = files[0];
          const field = file?.headings.indexOf(column) ?? -1;
          findings.push(atCell(register ?? file?.name ?? "", unit.line, Math.max(field, 0), reading.problem));
        }
        unit.values[input.index] = reading.value;
      }
    }
    if (register === undefined) return;
    const submitted = plan.inputs.filter(({ source }) => source.from === "submissions");
    for (const unit of roster.entries) {
      if (submitted.every(({ index }) => unit.values[index] === undefined)) {
        findings.push(atCell(register, unit.line, 0, problems.unitWithoutData(unit.name)));
      }
    }
  };

  const readAll = async (source: Source, register: boolean): Promise<void> => {
    await read(source, register);
    if (register) roster.closed = true;
  };

  return {
    findings,
    read: readAll,
    finish,
    evidence: () => ({
      units: roster.entries.map(({ key, name, columns }, index) => ({ index, key, name, columns })),
      values: roster.entries.map(({ values }) => values),
      places: roster.entries.map(({ places }) => places),
      files,
    }),
  };
}

const splitPlace = (place: number): [number, number] => [Math.floor(place / 2 ** 32), place % 2 ** 32];

type Found =
  | { readonly input: number }
  | {
      readonly problem: ReturnType<(typeof problems)[keyof typeof problems]>;
      readonly about: "indicator" | "method";
    };

/** Which input a long row speaks of, by its indicator and method; remembered, for rows repeat them. */
function createLookUp(plan: Plan, names: InputNames): (indicator: string, method: string) => Found {
  const remembered = new Map<string, Map<string, Found>>();
  const find = (indicator: string, method: string): Found => {
    const written = indicator.trim();
    const by = method.trim();
    const found = (by === "" ? undefined : findInput(names, `${written}@${by}`)) ?? findInput(names, written);
    if (found === undefined) {
      const several = plan.inputs.filter(({ names: own }) =>
        own.some((name) => name.startsWith(`${written}@`)),
      );
      if (several.length > 0) {
        const methods = several.flatMap((input) => input.method ?? []);
        return {
          problem: problems.methodUnknown(written, by, methods, closest(by, methods)),
          about: "method",
        };
      }
      const known = knownNames(plan);
      return {
        problem: problems.indicatorUnknown(written, known, closest(written, known)),
        about: "indicator",
      };
    }
    if ("several" in found)
      return { problem: problems.headingAmbiguous(written, found.several), about: "indicator" };
    const expected = plan.inputs[found.input]?.method;
    if (by !== "" && expected !== undefined && by !== expected) {
      return {
        problem: problems.methodUnknown(written, by, [expected], closest(by, [expected])),
        about: "method",
      };
    }
    return found;
  };
  return (indicator, method) => {
    let byMethod = remembered.get(indicator);
    if (byMethod === undefined) {
      byMethod = new Map();
      remembered.set(indicator, byMethod);
    }
    let found = byMethod.get(method);
    if (found === undefined) {
      found = find(indicator, method);
      byMethod.set(method, found);
    }
    return found;
  };
}

export type { Roster };
