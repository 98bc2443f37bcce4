import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { compare, formatExact, formatPercent, one, rational } from "../../src/base/rational.ts";
import { type FileUse, type Form, findInput, nameInputs, readHeadings } from "../../src/evidence/headings.ts";
import type { InputPlan, Plan } from "../../src/rubric/plan.ts";
import type { ColumnRole } from "../../src/rubric/schema.ts";

/** A value that the input takes: its greatest, or a small one where there is none. */
export function validValue({ type, name }: InputPlan): string {
  switch (type.kind) {
    case "yes-no":
      return "是";
    case "word":
      return type.words[0] ?? name;
    case "date":
      return "2021-03-15";
    case "percent":
      return formatPercent(type.most ?? rational(1, 2));
    default: {
      const { least = one, most } = type;
      return formatExact(most ?? (compare(least, one) > 0 ? least : one));
    }
  }
}

export const tableOf = (path: string): string[][] => parse(readFileSync(path), { bom: true });

const rewrite = (path: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(path, stringify(rows.map((row) => [...row])));

interface Filling {
  readonly plan: Plan;
  readonly form: Form;
  readonly headings: readonly string[];
}

const readForm = (plan: Plan, path: string, use: FileUse): Filling & { rows: string[][] } => {
  const [headings = [], ...rows] = tableOf(path);
  const { form, problems } = readHeadings(plan, nameInputs(plan), headings, use);
  if (problems.length > 0)
    throw new Error(`${path}: ${problems.map(({ problem }) => problem.message.en).join("; ")}`);
  return { plan, form, headings, rows };
};

/** Fills in a register of so many units, each of another kind and group. */
export function fillRegister(plan: Plan, path: string, count: number): void {
  const { form, headings } = readForm(plan, path, "register");
  const roleAt = (field: number): ColumnRole | undefined =>
    [...form.roles].find(([, place]) => place === field)?.[0];
  const { groupBy, groups } = plan.ranking;
  const cellOf = (heading: string, field: number, unit: number): string => {
    const role = roleAt(field);
    const pick = (words: readonly string[] = []): string => words[unit % Math.max(1, words.length)] ?? "";
    const input = plan.inputs.find(
      ({ source }) => source.from === "register" && (source.column === heading || source.column === role),
    );
    if (role === "code") return `1211010100000038${unit + 10}`;
    if (role === "name") return `单位${unit + 1}`;
    if (role === "category") return pick(plan.units.categories);
    if (role === "tags") return pick(plan.units.tags);
    if (input !== undefined) return validValue(input);
    return groupBy.includes(heading) || groupBy.includes(role ?? "") ? pick(groups) : "";
  };
  const units = Array.from({ length: count }, (_, unit) =>
    headings.map((heading, field) => cellOf(heading, field, unit)),
  );
  rewrite(path, [headings, ...units]);
}

/** Fills in every form of a folder, as the people it was handed out to would. */
export function fillForms(
  plan: Plan,
  folder: string,
  units: readonly string[],
  events: string | undefined,
): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // In the first year there are no earlier results: the form with nothing but its headings says so.
    const isHistory = name === "历年结果.csv" || name === "history.csv";
    if (!name.endsWith(".csv") || name === events || isHistory) continue;
    const { form, headings, rows } = readForm(plan, path, "submissions");
    const survey = form.roles.has("sheet");
    const sheets = Array.from({
      length: Math.max(2, ...plan.inputs.map((input) => input.sheets?.sample ?? 0)),
    });
    const runs = plan.phases?.list ?? [""];
    const given = survey
      ? units.flatMap((unit) =>
          runs.flatMap((phase) => sheets.map((_, index) => sheetRow(form, unit, phase, index + 1))),
        )
      : rows;
    // The rows of one unit and indicator are of different sites; those of another indicator of the same ones.
    const counts = new Map<string, number>();
    const filled = given.map((row) => {
      const key = JSON.stringify(row);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return fillRow({ plan, form, headings }, row, counts.get(key) ?? 1);
    });
    rewrite(path, [headings, ...filled]);
  }
}

const sheetRow = ({ roles }: Form, unit: string, phase: string, sheet: number): string[] => {
  const row: string[] = [];
  row[roles.get("unit") ?? 0] = unit;
  row[roles.get("sheet") ?? 1] = String(sheet);
  const field = roles.get("phase");
  if (field !== undefined) row[field] = phase;
  return row;
};

function fillRow({ plan, form, headings }: Filling, row: readonly string[], count: number): string[] {
  const { roles, cells } = form;
  const inputAt = (field: number): InputPlan | undefined => {
    const cell = cells.find((candidate) => candidate.field === field);
    if (cell !== undefined) return plan.inputs[cell.input];
    if (roles.get("value") !== field) return undefined;
    const found = findInput(nameInputs(plan), row[roles.get("indicator") ?? -1] ?? "");
    return found !== undefined && "input" in found ? plan.inputs[found.input] : undefined;
  };
  return headings.map((_, field) => {
    const before = row[field] ?? "";
    if (before !== "") return before;
    const input = inputAt(field);
    if (input !== undefined) return validValue(input);
    const free = (["assessor", "site", "period"] as const).find((role) => roles.get(role) === field);
    if (free !== undefined) return `第${count}`;
    return "";
  });
}
