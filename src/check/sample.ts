import { stringify } from "csv-stringify/sync";
import { type Day, formatDay } from "../base/date.ts";
import { harmless } from "../base/harmless.ts";
import { forLast } from "../base/once.ts";
import { formatDecimal, formatFraction, one } from "../base/rational.ts";
import type { EventRecord } from "../evidence/events.ts";
import type { Evidence, Unit } from "../evidence/evidence.ts";
import type { YearRecord } from "../evidence/history.ts";
import { historyColumns } from "../evidence/history-columns.ts";
import { type standingHeadings, statusText } from "../evidence/register.ts";
import { plainStanding, type Standing } from "../evidence/standing.ts";
import { type Observation, readCell, type Value } from "../evidence/value.ts";
import { createHeadings } from "../forms/headings.ts";
import type { InputPlan, Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";

/** What one unit of a sample hands in: the texts of each input, one for each of its several values. */
export interface SampleUnit {
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<number, readonly string[]>;
  readonly events: readonly SampleEvent[];
  /** The texts that it hands in for the other runs of the rubric, by their place in the list of phases. */
  readonly runs?: ReadonlyMap<number, SampleUnit["texts"]>;
  /** What is on record of it; nothing where that is left out. */
  readonly record?: SampleRecord;
}

/** What earlier years have left a unit with. */
export interface SampleRecord {
  readonly standing: Standing;
  /** The latest first. */
  readonly history: readonly YearRecord[];
}

export interface SampleEvent {
  readonly date: Day;
  readonly kind: string;
  readonly level: string;
}

/** A whole small submission, made up to show what a rubric does. */
export interface Sample {
  readonly units: readonly SampleUnit[];
  readonly asOf: Day | undefined;
}

/** One value of an input, and what tells it from its others. */
interface Row extends Pick<Observation, "assessor" | "site" | "period" | "sheet"> {
  readonly text: string;
}

const alone: Omit<Row, "text"> = { assessor: "", site: "", period: "", sheet: "" };

/**
 * The rows of an input: one, or, where a unit may have several values of it, a row each; a single text is
 * then said by every one of them.
 */
export function rowsOf(plan: Plan, input: InputPlan, texts: readonly string[]): readonly Row[] {
  if (input.many === undefined) return texts.slice(0, 1).map((text) => ({ ...alone, text }));
  const { count, periods } = layoutOf(plan, input);
  const least = input.many === "sheets" ? Math.max(input.sheets?.sample ?? 0, 1) : 1;
  const all =
    texts.length === 1 ? Array.from({ length: Math.max(least, count) }, () => texts[0] ?? "") : texts;
  if (input.many === "sheets")
    return all.map((text, index) => ({ ...alone, sheet: String(index + 1), text }));
  const own = (dimension: "assessor" | "site" | "period", word: string): string =>
    input.dimensions.includes(dimension) ? word : "";
  if (periods.length > 0 && texts.length === 1) {
    return periods.flatMap((period) =>
      all.map((text, index) => ({
        ...alone,
        assessor: own("assessor", `测评员${index + 1}`),
        site: own("site", "点位1"),
        period,
        text,
      })),
    );
  }
  // Several texts are those of several sites, or of several assessors where there are no sites.
  const varied = (["site", "assessor", "period"] as const).find((over) => input.dimensions.includes(over));
  return all.map((text, index) => ({
    ...alone,
    assessor: own("assessor", varied === "assessor" ? `测评员${index + 1}` : "测评员1"),
    site: own("site", varied === "site" ? `点位${index + 1}` : "点位1"),
    period: own("period", varied === "period" ? `${index + 1}` : (periods[0] ?? "1")),
    text,
  }));
}

interface Layout {
  /** How many values are needed before the rubric makes something of them. */
  readonly count: number;
  /** The periods that the rubric weighs, all of which must be there. */
  readonly periods: readonly string[];
}

/** By the inputs of a plan, which what is made of a plan shares with it. */
const layoutsOf = forLast((_: readonly InputPlan[]) => new Map<InputPlan, Layout>());

/** Worked out once for each input: drafts ask for it all the time. */
function layoutOf(plan: Plan, input: InputPlan): Layout {
  const layouts = layoutsOf(plan.inputs);
  let layout = layouts.get(input);
  if (layout === undefined) {
    const ofLeaves = plan.leaves.flatMap(({ variants, reductions }) =>
      reductions.length > 0 && variants.some(({ inputs }) => inputs.includes(input.index)) ? reductions : [],
    );
    const all = [...input.reductions, ...ofLeaves];
    const periods =
      all.flatMap(({ by }) => (typeof by === "string" ? [] : [[...by.weights.keys()]]))[0] ?? [];
    layout = { count: all.some(({ by }) => by === "trimmed-mean") ? 3 : 1, periods };
    layouts.set(input, layout);
  }
  return layout;
}

/** What happened to a unit of a sample, as scoring sees it. */
export const eventsOf = ({ events }: Pick<SampleUnit, "events">): readonly EventRecord[] =>
  events.map(({ date, kind, level }, index) => ({
    date,
    kind,
    level,
    matter: `事由${index + 1}`,
    circumstances: [],
    count: one,
    note: "",
    place: 0,
  }));

/** The sample as scoring sees it: what reading its files would give. */
export function evidenceOf(plan: Plan, { units }: Sample): Evidence {
  const read = (input: InputPlan, text: string): Value | undefined => readCell(input, text).value;
  const valuesOf = (texts: SampleUnit["texts"]) =>
    plan.inputs.map((input): Value | undefined => {
      const said = texts.get(input.index);
      if (said === undefined) return undefined;
      if (input.many === undefined) return said[0] === undefined ? undefined : read(input, said[0]);
      const observations = rowsOf(plan, input, said).map(({ text, ...from }) => ({
        ...from,
        value: read(input, text),
        place: 0,
      }));
      return { kind: "many", observations, text: "" };
    });
  /** What the register says is said in every run that a unit takes part in. */
  const inRun = ({ texts, runs }: SampleUnit, phase: number) => {
    const own = runs?.get(phase);
    const registered = [...texts].filter(([input]) => plan.inputs[input]?.source.from === "register");
    return valuesOf(own === undefined ? new Map() : new Map([...own, ...registered]));
  };
  const phases = [...new Set(units.flatMap(({ runs }) => [...(runs?.keys() ?? [])]))];
  return {
    units: units.map(
      ({ name, columns }, index): Unit => ({ index, key: name, name, columns: new Map(columns) }),
    ),
    values: units.map(({ texts }) => valuesOf(texts)),
    places: units.map(() => []),
    files: [],
    phases: new Map(
      phases.map((phase) => [
        phase,
        { values: units.map((unit) => inRun(unit, phase)), places: units.map(() => []), files: [] },
      ]),
    ),
    events: units.map(eventsOf),
    standings: units.map(({ record }) => record?.standing ?? plainStanding),
    predecessors: units.map(({ name }) =>
      units.flatMap(({ record }, index) => (record?.standing.into === name ? [index] : [])),
    ),
    history: units.map(({ record }) => record?.history ?? []),
  };
}

/** The sample as files that `score` reads, and what to type after the rubric. */
export function filesOf(
  plan: Plan,
  sample: Sample,
): { readonly files: Readonly<Record<string, string>>; readonly arguments: readonly string[] } {
  const headings = createHeadings(plan, "zh-CN");
  const files: Record<string, string> = {};
  const table = (rows: readonly (readonly string[])[]): string =>
    stringify(rows.map((row) => row.map(harmless)));
  const role = (name: ColumnRole, use: "submissions" | "events" | "register"): string =>
    headings.ofRole(name, use);
  const given = ["submissions.csv"];

  const columns = [...new Set(sample.units.flatMap((unit) => [...unit.columns.keys()]))];
  const register = plan.inputs.flatMap((input) =>
    input.source.from === "register" ? [{ input, column: input.source.column }] : [],
  );
  const named = (column: string): string =>
    column === "category" || column === "tags" || column === "group" || column === "headcount"
      ? role(column, "register")
      : column;
  const standings = standingColumns(plan, sample);
  files["units.csv"] = table([
    [
      role("name", "register"),
      ...columns.map(named),
      ...register.map(({ column }) => named(column)),
      ...standings.map(({ column }) => role(column, "register")),
    ],
    ...sample.units.map(({ name, columns: own, texts, record }) => [
      name,
      ...columns.map((column) => own.get(column) ?? ""),
      ...register.map(({ input }) => texts.get(input.index)?.[0] ?? ""),
      ...standings.map(({ cell }) => cell(record?.standing ?? plainStanding)),
    ]),
  ]);

  const dimensions = (["assessor", "site", "period", "sheet"] as const).filter((dimension) =>
    plan.inputs.some((input) =>
      dimension === "sheet" ? input.many === "sheets" : input.dimensions.includes(dimension),
    ),
  );
  const phase = plan.phases?.list[plan.phases.result];
  const heading = [
    role("unit", "submissions"),
    ...(phase === undefined ? [] : [role("phase", "submissions")]),
    role("indicator", "submissions"),
    ...dimensions.map((dimension) => role(dimension, "submissions")),
    role("value", "submissions"),
  ];
  const rowsIn = (name: string, run: string | undefined, texts: SampleUnit["texts"]) =>
    [...texts].flatMap(([index, said]) => {
      const input = plan.inputs[index];
      if (input === undefined || input.source.from !== "submissions") return [];
      return rowsOf(plan, input, said).map((row) => [
        name,
        ...(run === undefined ? [] : [run]),
        headings.inLongRow(input),
        ...dimensions.map((dimension) => row[dimension]),
        row.text,
      ]);
    });
  const values = sample.units.flatMap(({ name, texts, runs }) => [
    ...rowsIn(name, phase, texts),
    ...[...(runs ?? [])].flatMap(([run, own]) => rowsIn(name, plan.phases?.list[run] ?? "", own)),
  ]);
  // A table without a row says nothing, not even that nothing was handed in.
  const names = [[role("unit", "submissions")], ...sample.units.map(({ name }) => [name])];
  files["submissions.csv"] = table(values.length === 0 ? names : [heading, ...values]);

  const options = ["--units", "units.csv"];
  if (plan.events.used) {
    const used: ColumnRole[] = ["date", "kind", "level", "matter"];
    files["events.csv"] = table([
      [role("unit", "events"), ...used.map((name) => role(name, "events"))],
      ...sample.units.flatMap(({ name, events }) =>
        events.map(({ date, kind, level }, index) => [
          name,
          formatDay(date),
          kind,
          level,
          `事由${index + 1}`,
        ]),
      ),
    ]);
    options.push("--events", "events.csv");
  }
  const years = historyRows(plan, sample);
  if (years.length > 0 || plan.years.reach > 0) {
    files["history.csv"] = table([historyKeys.map((key) => historyColumns[key].zh), ...years]);
    options.push("--history", "history.csv");
  }
  if (sample.asOf !== undefined) options.push("--as-of", formatDay(sample.asOf));
  return { files, arguments: [...given, ...options] };
}

interface StandingColumn {
  readonly column: keyof typeof standingHeadings;
  cell(standing: Standing): string;
}

/** The columns of the register that say what units hold and have become, as far as any unit has something to say. */
function standingColumns(plan: Plan, { units }: Sample): readonly StandingColumn[] {
  const day = (date: Day | undefined): string => (date === undefined ? "" : formatDay(date));
  const several = (cells: readonly string[]): string =>
    cells.every((cell) => cell === "") ? "" : cells.join("；");
  const all: readonly StandingColumn[] = [
    {
      column: "title",
      cell: ({ titles }) => several(titles.map(({ title }) => plan.titles[title]?.name ?? "")),
    },
    { column: "since", cell: ({ titles }) => several(titles.map(({ since }) => day(since))) },
    { column: "expires", cell: ({ titles }) => several(titles.map(({ expires }) => day(expires))) },
    {
      column: "status",
      cell: ({ status }) => (status === "active" ? "" : statusText(status).zh),
    },
    { column: "status-date", cell: ({ statusDate }) => day(statusDate) },
    { column: "into", cell: ({ into }) => into },
    { column: "suspended-until", cell: ({ suspendedUntil }) => day(suspendedUntil) },
    { column: "banned-until", cell: ({ bannedUntil }) => day(bannedUntil) },
    { column: "rectify-by", cell: ({ rectifyBy }) => day(rectifyBy) },
  ];
  // Where there are titles, a register without them would leave open who holds what.
  return all.filter(
    ({ column, cell }) =>
      (column === "title" && plan.titles.length > 0) ||
      units.some(({ record }) => record !== undefined && cell(record.standing) !== ""),
  );
}

const historyKeys = [
  ...(["year", "rubric", "name", "group", "total", "exact"] as const),
  ...(["rank", "units", "outcome", "before", "after"] as const),
];

function historyRows(plan: Plan, { units }: Sample): readonly (readonly string[])[] {
  return units.flatMap(({ record }) =>
    (record?.history ?? []).map((year) => [
      String(year.year),
      year.rubric,
      year.name,
      year.group,
      formatDecimal(year.total, plan.rounding.places, plan.rounding.mode),
      formatFraction(year.exact),
      String(year.rank),
      String(year.size),
      year.outcome,
      year.before.join("；"),
      year.after.join("；"),
    ]),
  );
}
