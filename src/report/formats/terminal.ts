import type { Assessment, Result } from "../../assess.ts";
import { type Language, same, say, type Text } from "../../base/language.ts";
import { inBrackets } from "../../base/period.ts";
import { add, type Rational, zero } from "../../base/rational.ts";
import { wrap } from "../../base/width.ts";
import { outcomeNames } from "../../rubric/outcome-names.ts";
import type { NodePlan, Plan } from "../../rubric/plan.ts";
import { type GridColumn, grid, leastWidth } from "../grid.ts";
import { type Cell, type Column, leagueColumns, reasonsText, showPoints } from "../league-table.ts";
import type { Reporter, Style } from "../reporter.ts";

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
        lines.push(...laidOut.heading.map((line) => style.faint(line)));
      }
      lines.push(...(laidOut.rows[index] ?? []));
    });
    lines.push(...outcomeLines(assessment, language, width, style));
    return `${lines.join("\n")}\n`;
  },
};

function subtitle({ rubric: { version, valid } }: Plan, units: number, language: Language): string {
  const days = say(inBrackets(valid), language);
  return language === "en"
    ? `version ${version}${days}, ${units} units`
    : `版本 ${version}${days}，${units} 个单位`;
}

const sectionTitle = (group: string, size: number, language: Language): string =>
  language === "en" ? `${group} (${size})` : `${group}（${size}）`;

const cellText = (cell: Cell, language: Language): string =>
  cell.kind === "number" ? cell.text : say(cell.text, language);
const rowOf = (columns: readonly Column[], result: Result, language: Language): string[] =>
  columns.map((column) => cellText(column.cell(result), language));

/** `shrinks`: a long name may be broken over several lines. */
const gridColumn = ({ id, heading, kind }: Column, language: Language, shrinks = true): GridColumn => {
  const base = {
    heading: say(heading, language),
    align: kind === "number" ? ("right" as const) : ("left" as const),
  };
  return id === "name" && shrinks ? { ...base, shrinksTo: 12 } : base;
};

/**
 * Every indicator where the terminal is wide enough, otherwise the items of the first level, otherwise
 * the total alone; the code of a unit where there is room. The section says the group, and the
 * reasons stand below: neither is repeated here.
 */
function chooseColumns(assessment: Assessment, language: Language, width: number): Column[] {
  const { before, entries, after } = leagueColumns(assessment);
  const own = before.filter(({ id }) => id !== "group");
  const last = after.filter(({ id }) => id !== "reasons");
  const withoutCode = own.filter(({ id }) => id !== "unit");
  const firstLevel = assessment.plan.root.children.map((node) => nodeColumn(assessment.plan, node));
  const fits = (columns: Column[], shrunk: boolean): boolean => {
    // A column takes a cell and a gap at the very least: no need to lay out what cannot fit.
    if (columns.length * 3 > width) return false;
    const rows = assessment.results.map((result) => rowOf(columns, result, language));
    const laidOut = columns.map((column) => gridColumn(column, language, shrunk));
    return leastWidth(laidOut, rows) <= width;
  };
  for (const points of [entries, firstLevel, []]) {
    const whole = [...own, ...points, ...last];
    const short = [...withoutCode, ...points, ...last];
    if (fits(whole, false)) return whole;
    if (fits(short, false) || fits(short, true)) return short;
  }
  return [...withoutCode, ...last];
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

/** Each outcome, how many units have it, and each of them with its reasons. */
function outcomeLines(assessment: Assessment, language: Language, width: number, style: Style): string[] {
  const { plan, results } = assessment;
  return outcomeNames(plan).flatMap((name) => {
    const members = results.filter(({ outcome }) => outcome === name);
    if (members.length === 0) return [];
    const lines = members.flatMap((result) => {
      const reasons = say(reasonsText(assessment, result), language);
      const line = `${result.score.unit.name}${language === "en" ? ": " : "："}${reasons}`;
      return wrap(line, Math.max(20, width - 4)).map((part, index) =>
        index === 0 ? `  ${part}` : `    ${part}`,
      );
    });
    return ["", style.strong(sectionTitle(name, members.length, language)), ...lines];
  });
}
