import { historyColumnNames, historyColumns } from "../evidence/history-columns.ts";
import type { Source } from "../evidence/rows.ts";
import type { Finding } from "../findings/finding.ts";
import type { Path } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { Case } from "./case.ts";
import { historyRows } from "./history-rows.ts";

/** What a case hands in, as the CSV files that would say the same; and where each cell stands in the case file. */
export interface CaseSources {
  readonly register: Source | undefined;
  /** Undefined where nothing is handed in. */
  readonly values: Source | undefined;
  readonly events: Source | undefined;
  /** Undefined where the case says nothing of earlier years. */
  readonly history: Source | undefined;
  /** The path of the cell a finding is about; undefined where it is about none. */
  pathOf(finding: Pick<Finding, "file" | "cell">): Path | undefined;
  /** The same of a cell by its heading, as the working of a score names it. */
  pathOfCell(file: string, line: number, heading: string): Path | undefined;
}

/** Headings that no input can have: an id does not begin with this sign. */
const headingOf = (role: ColumnRole): string => `@${role}`;
const valueRoles = [
  "unit",
  "indicator",
  "value",
  "assessor",
  "site",
  "period",
  "sheet",
  "phase",
] as const satisfies readonly ColumnRole[];
const eventRoles = [
  "unit",
  "date",
  "kind",
  "level",
  "matter",
  "circumstance",
  "count",
  "note",
] as const satisfies readonly ColumnRole[];

/** The Plan with the headings that these files have, besides the rubric's own. */
export function readingPlan(plan: Plan): Plan {
  const roles: readonly ColumnRole[] = [...new Set<ColumnRole>([...valueRoles, ...eventRoles])];
  const columns = Object.fromEntries(
    roles.map((role) => [role, [...(plan.columns[role] ?? []), headingOf(role)]]),
  );
  return { ...plan, columns: { ...plan.columns, ...columns } };
}

interface PlacedCell {
  readonly text: string;
  readonly path: Path;
}

/** The files of one case. They name inputs by id, whatever the case calls them. */
export function sourcesOf(plan: Plan, { units }: Case): CaseSources {
  const headings = [...new Set(units.flatMap(({ columns }) => columns.map(({ heading }) => heading)))];
  const register = units.map(({ name, path, columns }): PlacedCell[] => [
    { text: name, path },
    ...headings.map((heading) => columns.find((cell) => cell.heading === heading) ?? { text: "", path }),
  ]);
  const values = units.flatMap(({ name, values: rows }) =>
    rows.map(({ input, text, path, assessor, site, period, sheet, phase }): PlacedCell[] => {
      const indicator = plan.inputs[input]?.id ?? "";
      const run =
        plan.phases === undefined ? undefined : (phase ?? plan.phases.list[plan.phases.result] ?? "");
      const texts = [
        name,
        indicator,
        text,
        assessor,
        site,
        period,
        sheet,
        ...(run === undefined ? [] : [run]),
      ];
      return texts.map((one) => ({ text: one, path }));
    }),
  );
  const events = units.flatMap(({ name, events: happened }) =>
    happened.map(({ cells, path }): PlacedCell[] =>
      eventRoles.map((role) =>
        role === "unit" ? { text: name, path } : (cells.get(role) ?? { text: "", path }),
      ),
    ),
  );
  const years = historyRows(plan, units).map((cell) => historyColumnNames.map(cell));
  const valueHeadings = valueRoles.filter((role) => role !== "phase" || plan.phases !== undefined);
  const files = [
    tableOf("register", [headingOf("unit"), ...headings], register),
    ...(values.length > 0 ? [tableOf("values", valueHeadings.map(headingOf), values)] : []),
    // Events that the rubric does not use are read as `score` reads them: it has no words for them.
    ...(plan.events.used || events.length > 0 ? [tableOf("events", eventRoles.map(headingOf), events)] : []),
    ...(years.length > 0
      ? [
          tableOf(
            "history",
            historyColumnNames.map((column) => historyColumns[column].en),
            years,
          ),
        ]
      : []),
  ];
  const named = (name: string): Source | undefined =>
    files.find(({ source }) => source.name === name)?.source;
  return {
    register: named("register"),
    values: named("values"),
    events: named("events"),
    history: named("history"),
    pathOf: ({ file, cell }) =>
      cell && files.find(({ source }) => source.name === file)?.pathOf(cell.line, cell.field),
    pathOfCell: (file, line, heading) => {
      const table = files.find(({ source }) => source.name === file);
      return table?.pathOf(line, Math.max(0, table.headings.indexOf(heading)));
    },
  };
}

interface Table {
  readonly source: Source;
  readonly headings: readonly string[];
  pathOf(line: number, field: number): Path | undefined;
}

const encoder = new TextEncoder();
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function tableOf(name: string, headings: readonly string[], rows: readonly (readonly PlacedCell[])[]): Table {
  const lines = [headings, ...rows.map((row) => row.map(({ text }) => text))].map((texts) =>
    texts.map(quote).join(","),
  );
  // A text may hold line breaks: a row then takes several lines.
  const starts = new Map<number, number>();
  let line = 1;
  for (const [index, text] of lines.entries()) {
    starts.set(line, index - 1);
    line += text.split("\n").length;
  }
  const bytes = encoder.encode(`${lines.join("\n")}\n`);
  return {
    headings,
    source: {
      name,
      async *chunks() {
        yield bytes;
      },
    },
    pathOf: (at, field) => rows[starts.get(at) ?? -1]?.[field]?.path,
  };
}
