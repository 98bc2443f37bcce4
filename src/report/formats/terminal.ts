import type { Assessment, Result } from "../../assess.ts";
import { type Language, same, say, type Text } from "../../base/language.ts";
import { add, type Rational, zero } from "../../base/rational.ts";
import type { NodePlan, Plan } from "../../rubric/plan.ts";
import { type GridColumn, grid, leastWidth } from "../grid.ts";
import { type Cell, type Column, leagueColumns, showPoints, tally } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

/** The ranked table for a terminal: no rules, Chinese aligned, as many columns of points as fit. */
export const terminal: Reporter = {
  extensions: ["txt"],
  render(assessment, _facts, { language, style, width }) {
    const { plan, results } = assessment;
    const columns = chooseColumns(assessment, language, width);
    const rows = results.map((result) => rowOf(columns, result, language));
    const laidOut = grid(
      columns.map((column) => gridColumn(column, language)),
      rows,
      width,
    );
    const sizes = new Map<string, number>();
    for (const { group } of results) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const lines = [style.strong(plan.rubric.title), style.faint(subtitle(plan, results.length, language))];
    results.forEach(({ group }, index) => {
      if (index === 0 || results[index - 1]?.group !== group) {
        lines.push("");
        if (group !== "") lines.push(style.strong(sectionTitle(group, sizes.get(group) ?? 0, language)));
        lines.push(...laidOut.heading.map(style.faint));
      }
      lines.push(...(laidOut.rows[index] ?? []));
    });
    lines.push(...tallyLines(assessment, language));
    return `${lines.join("\n")}\n`;
  },
};

const subtitle = (plan: Plan, units: number, language: Language): string =>
  language === "en"
    ? `version ${plan.rubric.version}, ${units} units`
    : `版本 ${plan.rubric.version}，${units} 个单位`;

const sectionTitle = (group: string, size: number, language: Language): string =>
  language === "en" ? `${group} (${size})` : `${group}（${size}）`;

const cellText = (cell: Cell, language: Language): string =>
  cell.kind === "number" ? cell.text : say(cell.text, language);
const rowOf = (columns: readonly Column[], result: Result, language: Language): string[] =>
  columns.map((column) => cellText(column.cell(result), language));

const gridColumn = ({ id, heading, kind }: Column, language: Language): GridColumn => {
  const base = {
    heading: say(heading, language),
    align: kind === "number" ? ("right" as const) : ("left" as const),
  };
  if (id === "name") return { ...base, shrinksTo: 12 };
  if (id === "reasons") return { ...base, shrinksTo: 16 };
  return base;
};

/**
 * Every indicator where the terminal is wide enough, otherwise the groups of the first level,
 * otherwise the total alone. The section title says the group; a column would repeat it.
 */
function chooseColumns(assessment: Assessment, language: Language, width: number): Column[] {
  const { before, entries, after } = leagueColumns(assessment);
  const own = before.filter(({ id }) => id !== "group");
  const firstLevel = assessment.plan.root.children.map((node) => nodeColumn(assessment.plan, node));
  const choices = [entries, firstLevel, []].map((points) => [...own, ...points, ...after]);
  const fits = (columns: Column[]): boolean => {
    const rows = assessment.results.map((result) => rowOf(columns, result, language));
    return (
      leastWidth(
        columns.map((column) => gridColumn(column, language)),
        rows,
      ) <= width
    );
  };
  return choices.find(fits) ?? choices.at(-1) ?? [];
}

/** What a whole item of the first level has added to the total. */
function nodeColumn(plan: Plan, node: NodePlan): Column {
  const within = new Set<number>();
  const visit = (inner: NodePlan): void => {
    within.add(inner.index);
    if (inner.kind === "group") inner.children.forEach(visit);
  };
  visit(node);
  const entries = plan.entries.flatMap((entry, index) =>
    within.has(entry.kind === "leaf" ? entry.leaf.index : entry.node) ? [index] : [],
  );
  const notApplicable: Text = { zh: "不适用", en: "n/a" };
  return {
    id: node.id,
    heading: same(node.name),
    kind: "number",
    cell: ({ score }) => {
      if (score.earned[node.index] === undefined) return { kind: "text", text: notApplicable };
      const value = entries.reduce<Rational>(
        (total, entry) => add(total, score.contributions[entry] ?? zero),
        zero,
      );
      return { kind: "number", text: showPoints(plan, value) };
    },
  };
}

function tallyLines(assessment: Assessment, language: Language): string[] {
  const counts = [...tally(assessment)].map(([name, count]) => `${name} ${count}`);
  if (counts.length === 0) return [];
  return ["", language === "en" ? `Outcomes: ${counts.join(", ")}` : `结果统计：${counts.join("，")}`];
}
