import { type Assessment, assess } from "../assess.ts";
import { type Day, formatDay, yearOf } from "../base/date.ts";
import { type Language, say } from "../base/language.ts";
import { collect } from "../evidence/collect.ts";
import { historyColumnNames, historyColumns } from "../evidence/history-columns.ts";
import type { HistoryMemory } from "../evidence/read-history.ts";
import type { Source } from "../evidence/rows.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile, isError } from "../findings/finding.ts";
import { csvText } from "../report/csv-fields.ts";
import { history as historyReport } from "../report/formats/history.ts";
import { register as registerReport } from "../report/formats/register.ts";
import { plainStyle, type Reporter } from "../report/reporter.ts";
import type { Plan } from "../rubric/plan.ts";
import { type Carried, nothingCarried, standingsIn, standingsOf } from "./carried.ts";
import { withoutEnded } from "./ended-titles.ts";
import { type MergedRegister, mergeRegister } from "./merge-register.ts";
import { readTable, tableText, textSource } from "./table.ts";

/** What one year of a replay is made from. */
export interface YearInput {
  /** The folder of the year, as findings name it. */
  readonly name: string;
  readonly asOf: Day;
  /** Whether a year is missing before it: then what that year has left is not known. */
  readonly afterGap?: boolean;
  /** The rubric as it stood on that day; undefined where it could not be had, which has been told of. */
  readonly plan: Plan | undefined;
  readonly register: Source | undefined;
  readonly events: Source | undefined;
  readonly overrides: Source | undefined;
  /** None where nobody was assessed in the year. */
  readonly submissions: readonly Source[] | undefined;
  /** What is wrong with the year before anything is read. */
  readonly findings: readonly Finding[];
}

export interface ReplayedYear {
  readonly name: string;
  readonly year: number;
  readonly asOf: Day;
  /** Undefined where nobody was assessed, or where an error stood in the way. */
  readonly assessment: Assessment | undefined;
  readonly findings: readonly Finding[];
  /** What the year leaves for the next ones, as `-o history:` and `-o register:` would write it. */
  readonly history: string;
  readonly register: string;
  /** How many rows the year's own file of the register has. */
  readonly registerRows: number;
}

export interface Replay {
  /** In order; those that could not be calculated have findings only. */
  readonly years: readonly ReplayedYear[];
  /** Whether every year was calculated. */
  readonly complete: boolean;
  /** What was carried from year to year, by the name that findings call it. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface ReplayOptions {
  readonly language: Language;
  /** Findings as the run judges them: which of them are errors. */
  readonly judge: (findings: readonly Finding[]) => readonly Finding[];
}

/**
 * Years in a row, each from what the ones before have left: what `score` would come to if every year were run
 * with `-o history:` and `-o register:`, and the next one with both. A unit that was merged, split or closed
 * by the end of a year is not in the register of the next one. After an error the years that follow are read,
 * so that all that is wrong with them is told, but not calculated.
 */
export async function replay(inputs: readonly YearInput[], options: ReplayOptions): Promise<Replay> {
  const texts = new Map<string, string>();
  const years: ReplayedYear[] = [];
  const memory: HistoryMemory = new Map();
  let carried = nothingCarried;
  let sound = true;
  let registersRead = true;
  for (const input of inputs) {
    if (input.afterGap) {
      carried = { ...carried, history: [], standings: undefined };
      sound = false;
      registersRead = false;
    }
    const given = await registerFor(input, carried, texts);
    const done = await oneYear(input, carried, given, sound, memory);
    const findings = options.judge([...input.findings, ...given.findings, ...done.findings]);
    registersRead &&= !given.findings.some(isError);
    /** Whether this is the year in which something went wrong first. */
    const first = sound;
    sound &&= !findings.some(isError) && input.plan !== undefined;
    const year = yearOf(input.asOf);
    const registerRows = given.rows ?? done.assessment?.evidence.register?.rows.length ?? 0;
    const base = { name: input.name, year, asOf: input.asOf, registerRows };
    if (!sound) {
      // What seems to be amiss with the units may come from what could not be read or calculated before.
      const errors = findings.filter(
        (finding) =>
          isError(finding) &&
          (first || finding.file === undefined || finding.file !== carried.register?.name) &&
          (registersRead || finding.code !== "unit-unknown"),
      );
      years.push({
        ...base,
        assessment: undefined,
        findings: done.assessment === undefined ? errors : findings,
        history: "",
        register: "",
      });
      carried = { ...carried, year, register: given.known, history: [], standings: undefined };
      continue;
    }
    const { assessment } = done;
    const left = leaves(input, assessment, options.language);
    years.push({ ...base, assessment, findings, ...left });
    const hand = (kind: string, text: string): Source => {
      const name = `${kind}:${input.name}`;
      texts.set(name, text);
      return textSource(name, text);
    };
    const history = [...carried.history, hand("history", left.history)];
    if (assessment === undefined) {
      carried = { ...carried, year, register: given.known, history, standings: given.standings };
      continue;
    }
    carried = {
      year,
      register: given.source === undefined ? undefined : hand("register", left.register),
      history,
      standings: standingsOf(assessment, year),
      plan: input.plan,
    };
  }
  return { years, complete: sound, texts };
}

/** The register of a year, and how findings about it get back to where they belong. */
interface GivenRegister {
  readonly source: Source | undefined;
  /** What is known of the units after reading it, should the year not be calculated. */
  readonly known: Carried["register"];
  /** What was carried over of where the units stand, by what they are called now. */
  readonly standings: Carried["standings"];
  readonly findings: readonly Finding[];
  readonly place: MergedRegister["place"];
  /** The rows of the year's own file, where it was put together with what was carried over. */
  readonly rows?: number;
}

const inPlace = (finding: Finding): Finding => finding;

async function registerFor(
  { plan, asOf, register }: YearInput,
  carried: Carried,
  texts: Map<string, string>,
): Promise<GivenRegister> {
  const before = carried.register;
  const same = { standings: carried.standings, place: inPlace };
  if (before === undefined || plan === undefined) {
    const source = register && rereadable(register);
    return { ...same, source, known: before ?? source, findings: [] };
  }
  const { table: left } = await readTable(before);
  const table = withoutEnded(plan, left, carried.year, asOf);
  const read = register && (await readTable(register));
  // Of a file that cannot be read nothing more is to be said.
  if (register === undefined || read === undefined || read.table.headings.length === 0) {
    const text = tableText(table);
    const source = textSource(before.name, text);
    texts.set(before.name, text);
    return { ...same, source, known: source, findings: read?.findings ?? [] };
  }
  const { table: own, findings } = read;
  const standings = standingsIn(plan, carried, yearOf(asOf));
  const merged = mergeRegister({ plan, asOf, carried: table, year: carried.year, standings, own });
  const source = textSource(register.name, merged.text);
  return {
    source,
    known: textSource(`register:${register.name}`, merged.text),
    standings: calledNow(carried.standings, merged.renamed),
    findings: [...findings, ...merged.findings],
    place: merged.place,
    rows: own.rows.length,
  };
}

const calledNow = (
  standings: Carried["standings"],
  renamed: ReadonlyMap<string, string>,
): Carried["standings"] =>
  standings && new Map([...standings].map(([unit, standing]) => [renamed.get(unit) ?? unit, standing]));

/** A file that is read a second time from memory: its digest is that of its bytes, read once. */
function rereadable(source: Source): Source {
  let kept: Uint8Array[] | undefined;
  return {
    name: source.name,
    async *chunks() {
      if (kept !== undefined) {
        yield* kept;
        return;
      }
      const read: Uint8Array[] = [];
      for await (const chunk of source.chunks()) {
        read.push(chunk);
        yield chunk;
      }
      kept = read;
    },
  };
}

/** Reads and calculates a year; after an error in an earlier one, it is only read. */
async function oneYear(
  input: YearInput,
  carried: Carried,
  given: GivenRegister,
  sound: boolean,
  memory: HistoryMemory,
): Promise<{ readonly assessment: Assessment | undefined; readonly findings: readonly Finding[] }> {
  const { plan, asOf, submissions, events, overrides } = input;
  if (plan === undefined || submissions === undefined) return { assessment: undefined, findings: [] };
  const place = (finding: Finding): Finding => {
    const placed = given.place(finding);
    return placed.file === undefined ? inFile(input.name, placed) : placed;
  };
  const collected = await collect({
    plan,
    submissions,
    register: given.source,
    events,
    overrides,
    history: carried.history,
    historyRead: memory,
    asOf,
  });
  // Which years are missing is told of the folder, not of the history that is made of it.
  const own = collected.findings
    .filter(({ code }) => code !== "history-gap")
    .filter(isOfThisYear(given, carried));
  const usable = sound && ![...input.findings, ...given.findings].some(isError);
  if (!collected.ok || !usable) return { assessment: undefined, findings: own.map(place) };
  const assessed = assess(plan, collected.value, asOf);
  return {
    assessment: assessed.ok ? assessed.value : undefined,
    findings: [...own, ...assessed.findings].map(place),
  };
}

/** What may be amiss in a register was told in the year that wrote it, and not again of what was carried over. */
const isOfThisYear =
  ({ place }: GivenRegister, { register }: Carried) =>
  (finding: Finding): boolean =>
    !toldOnce.includes(finding.code) || place(finding).file !== register?.name;
const toldOnce: readonly string[] = [problems.headingNear("", "").code, problems.unitNamesake("", []).code];

/** What a year leaves behind; a year in which nobody was assessed says so in the history. */
function leaves(
  { asOf }: YearInput,
  assessment: Assessment | undefined,
  language: Language,
): Pick<ReplayedYear, "history" | "register"> {
  if (assessment === undefined) {
    const headings = historyColumnNames.map((column) => say(historyColumns[column], language));
    const row = historyColumnNames.map((column) => (column === "year" ? String(yearOf(asOf)) : ""));
    return { history: csvText([headings, row]), register: "" };
  }
  const facts = {
    tool: { name: "", version: "" },
    rubricSha256: "",
    inputs: [],
    asOf: formatDay(asOf),
    findings: [],
  };
  const render = (reporter: Reporter): string =>
    reporter.render(assessment, facts, { language, width: 100, style: plainStyle });
  return { history: render(historyReport), register: render(registerReport) };
}
