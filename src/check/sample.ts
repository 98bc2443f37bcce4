import { stringify } from "csv-stringify/sync";
import { type Day, formatDay } from "../base/date.ts";
import { harmless } from "../base/harmless.ts";
import { one } from "../base/rational.ts";
import type { EventRecord } from "../evidence/events.ts";
import type { Evidence, Unit } from "../evidence/evidence.ts";
import { historyColumnNames, historyColumns } from "../evidence/history-columns.ts";
import { plainStanding } from "../evidence/standing.ts";
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

const layouts = new WeakMap<InputPlan, Layout>();

/** Worked out once for each input: drafts ask for it all the time. */
function layoutOf(plan: Plan, input: InputPlan): Layout {
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
  const values = units.map(({ texts }) =>
    plan.inputs.map((input): Value | undefined => {
      const said = texts.get(input.index);
      if (said === undefined) return undefined;
      const rows = rowsOf(plan, input, said);
      if (input.many === undefined) return rows[0] && read(input, rows[0].text);
      const observations = rows.map(({ text, ...from }) => ({ ...from, value: read(input, text), place: 0 }));
      return { kind: "many", observations, text: "" };
    }),
  );
  return {
    units: units.map(
      ({ name, columns }, index): Unit => ({ index, key: name, name, columns: new Map(columns) }),
    ),
    values,
    places: units.map(() => []),
    files: [],
    phases: new Map(),
    events: units.map(eventsOf),
    standings: units.map(() => plainStanding),
    predecessors: units.map(() => []),
    history: units.map(() => []),
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
  // Nobody in it holds a title, and there is no year before.
  const said = columns.some((column) => headings.roleOf(column, "register") === "title");
  const titled = plan.titles.length > 0 && !said ? [role("title", "register")] : [];
  files["units.csv"] = table([
    [
      role("name", "register"),
      ...columns.map(named),
      ...register.map(({ column }) => named(column)),
      ...titled,
    ],
    ...sample.units.map(({ name, columns: own, texts }) => [
      name,
      ...columns.map((column) => own.get(column) ?? ""),
      ...register.map(({ input }) => texts.get(input.index)?.[0] ?? ""),
      ...titled.map(() => ""),
    ]),
  ]);

  const dimensions = (["assessor", "site", "period", "sheet"] as const).filter((dimension) =>
    plan.inputs.some((input) =>
      dimension === "sheet" ? input.many === "sheets" : input.dimensions.includes(dimension),
    ),
  );
  const phase = plan.phases?.list[plan.phases.result];
  files["submissions.csv"] = table([
    [
      role("unit", "submissions"),
      ...(phase === undefined ? [] : [role("phase", "submissions")]),
      role("indicator", "submissions"),
      ...dimensions.map((dimension) => role(dimension, "submissions")),
      role("value", "submissions"),
    ],
    ...sample.units.flatMap(({ name, texts }) =>
      [...texts].flatMap(([index, said]) => {
        const input = plan.inputs[index];
        if (input === undefined || input.source.from !== "submissions") return [];
        return rowsOf(plan, input, said).map((row) => [
          name,
          ...(phase === undefined ? [] : [phase]),
          headings.inLongRow(input),
          ...dimensions.map((dimension) => row[dimension]),
          row.text,
        ]);
      }),
    ),
  ]);

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
  if (plan.years.reach > 0) {
    files["history.csv"] = table([historyColumnNames.map((column) => historyColumns[column].zh)]);
    options.push("--history", "history.csv");
  }
  if (sample.asOf !== undefined) options.push("--as-of", formatDay(sample.asOf));
  return { files, arguments: [...given, ...options] };
}
