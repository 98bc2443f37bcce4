import type { Assessment, Result } from "../../assess.ts";
import { type Day, parseDay, yearOf } from "../../base/date.ts";
import { guarded } from "../../base/harmless.ts";
import { type Language, say, type Text } from "../../base/language.ts";
import { type Register, standingHeadings } from "../../evidence/register.ts";
import { type HeldTitle, isGone, type Standing } from "../../evidence/standing.ts";
import type { Plan } from "../../rubric/plan.ts";
import { csvText } from "../csv-fields.ts";
import { daysText, dayText, lastingTitles, titlesText } from "../held-titles.ts";
import type { Reporter } from "../reporter.ts";

/**
 * The register for the next year: that which was given, column by column, with what the decisions of this
 * year have made of titles and bans. Units that were merged, split or closed are in it no more. Columns that
 * it did not have are added where there is something to say. A unit that was renamed has its name, and is no
 * longer told of as renamed.
 */
export const register: Reporter = {
  extensions: [],
  isCsv: true,
  render(assessment, { asOf }, { language }) {
    const { plan, evidence } = assessment;
    const day = parseDay(asOf ?? "");
    const year = day === undefined ? undefined : yearOf(day);
    const given = evidence.register;
    const results = assessment.results
      .filter(({ after }) => !isGone(after))
      .sort((a, b) => a.score.unit.index - b.score.unit.index);
    const columns = columnsOf(plan, given, language, year);
    const own = given === undefined ? identity(assessment, language) : givenColumns(given, columns);
    const written = columns.filter(({ role }) => given?.roles.has(role) !== true);
    const added = written.filter(
      ({ role, cell }) => role === "title" || results.some((one) => cell(one) !== ""),
    );
    const taken = new Set(own.map(({ heading }) => heading.toLowerCase()));
    const headed = added.map((column) => ({
      ...column,
      heading: column.headings.find((heading) => !taken.has(heading.toLowerCase())) ?? column.role,
    }));
    const all = [...own, ...headed];
    const rows = results.map((result) => all.map(({ cell }) => guarded(cell(result))));
    return csvText([all.map(({ heading }) => guarded(heading)), ...rows]);
  },
};

interface RegisterColumn {
  readonly heading: string;
  cell(result: Result): string;
}

/** Roles whose columns decisions change. */
type ChangedRole =
  | "title"
  | "since"
  | "expires"
  | "status"
  | "status-date"
  | "suspended-until"
  | "banned-until"
  | "rectify-by";

interface ChangedColumn {
  readonly role: ChangedRole;
  /** What it may be called, the best first. */
  readonly headings: readonly string[];
  cell(result: Result): string;
}

function columnsOf(
  plan: Plan,
  given: Register | undefined,
  language: Language,
  year: number | undefined,
): ChangedColumn[] {
  if (plan.titles.length === 0) return [];
  const column = (role: ChangedRole, cell: ChangedColumn["cell"]): ChangedColumn => {
    const usual: Text = standingHeadings[role];
    return {
      role,
      headings: [...(plan.columns[role] ?? []), say(usual, language), usual.zh, usual.en],
      cell,
    };
  };
  const titles = (result: Result): readonly HeldTitle[] => lastingTitles(result.after.titles, year);
  const day = (role: ChangedRole, of: (standing: Standing) => Day | undefined): ChangedColumn =>
    column(role, ({ after }) => dayText(of(after)));
  /** What the register said of what becomes of a unit; that a unit has another name is no news in the next year. */
  const stated = (role: "status" | "status-date"): ChangedColumn => {
    const field = given?.roles.get(role) ?? -1;
    return column(role, ({ before, score }) =>
      before.status === "renamed" ? "" : (given?.rows[score.unit.index]?.[field] ?? "").trim(),
    );
  };
  return [
    column("title", (result) => titlesText(plan, titles(result))),
    column("since", (result) => daysText(titles(result), ({ since }) => since)),
    column("expires", (result) => daysText(titles(result), ({ expires }) => expires)),
    stated("status"),
    stated("status-date"),
    day("suspended-until", ({ suspendedUntil }) => suspendedUntil),
    day("banned-until", ({ bannedUntil }) => bannedUntil),
    day("rectify-by", ({ rectifyBy }) => rectifyBy),
  ];
}

/** The columns of the register that was given, those of titles brought up to date. */
function givenColumns(
  { headings, roles, rows }: Register,
  changed: readonly ChangedColumn[],
): RegisterColumn[] {
  const byField = new Map(changed.map((column) => [roles.get(column.role), column]));
  return headings.flatMap((heading, field): RegisterColumn[] => {
    // Nothing stands in a column without a heading.
    if (heading === "") return [];
    const own = ({ score }: Result): string => (rows[score.unit.index]?.[field] ?? "").trim();
    return [{ heading, cell: byField.get(field)?.cell ?? own }];
  });
}

/** Who the units are, where no register says so. */
function identity({ results }: Assessment, language: Language): RegisterColumn[] {
  const coded = results.some(({ score }) => score.unit.key !== score.unit.name);
  const code = {
    heading: language === "en" ? "code" : "单位代码",
    cell: ({ score }: Result) => score.unit.key,
  };
  const name = {
    heading: language === "en" ? "name" : "单位名称",
    cell: ({ score }: Result) => score.unit.name,
  };
  return coded ? [code, name] : [name];
}
