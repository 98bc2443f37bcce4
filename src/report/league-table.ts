import type { Assessment, Result } from "../assess.ts";
import { formatDay } from "../base/date.ts";
import { joinTexts, same, type Text } from "../base/language.ts";
import { groupBy } from "../base/order.ts";
import { formatDecimal, type Rational, zero } from "../base/rational.ts";
import { outcomeNames } from "../rubric/outcome-names.ts";
import type { EntryPlan, Plan } from "../rubric/plan.ts";
import { phaseScore } from "../scoring/phases.ts";
import type { UnitScore } from "../scoring/score.ts";
import { markTexts } from "./marks.ts";

/** A cell of a report: a text to be escaped, or a number that is ready. */
export type Cell =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "number"; readonly text: string };

export interface Column {
  readonly id: string;
  readonly heading: Text;
  readonly kind: "text" | "number";
  cell(result: Result): Cell;
}

const text = (value: Text): Cell => ({ kind: "text", text: value });
const number = (value: string): Cell => ({ kind: "number", text: value });

/** A figure as the report shows it: with the decimal places of the rubric. */
export const showPoints = ({ rounding }: Plan, value: Rational): string =>
  formatDecimal(value, rounding.places, rounding.mode);

/** `showPoints` for many figures: indicators of many units share theirs, and each is written out once. */
function pointsWriter(plan: Plan): (value: Rational) => string {
  const written = new Map<Rational, string>();
  return (value) => {
    let text = written.get(value);
    if (text === undefined) {
      text = showPoints(plan, value);
      if (written.size < mostWritten) written.set(value, text);
    }
    return text;
  };
}

const mostWritten = 20_000;

const headings = {
  group: { zh: "组别", en: "Group" },
  rank: { zh: "名次", en: "Rank" },
  unit: { zh: "单位代码", en: "Code" },
  name: { zh: "单位", en: "Unit" },
  total: { zh: "总分", en: "Total" },
  outcome: { zh: "结果", en: "Outcome" },
  computed: { zh: "计算结果", en: "Computed" },
  reasons: { zh: "理由", en: "Reasons" },
} as const;

export const entryName = (entry: EntryPlan): Text =>
  entry.kind === "leaf" ? same(entry.leaf.name) : entry.name;
export const entryId = (entry: EntryPlan): string => (entry.kind === "leaf" ? entry.leaf.id : entry.id);

/**
 * The points of an entry. What is missing shows as a blank and what does not apply as such, unless
 * the rubric gives points for it, so that the numbers of a row add up.
 */
export function entryCell(score: UnitScore, entry: number, write: (value: Rational) => string): Cell {
  const points = score.contributions[entry] ?? zero;
  const state = score.states[entry];
  if (state !== "scored" && points.big === undefined && points.numerator === 0) {
    return text(state === "missing" ? same("") : { zh: "不适用", en: "n/a" });
  }
  return number(write(points));
}

/** Why a unit has its outcome, and what alone has made it so; where it was changed by hand, who did so and why. */
export function reasonsText(assessment: Assessment, result: Result): Text {
  const computed = [
    ...result.reasons.map(({ clause, text: words }) => ({
      zh: `[${clause}] ${words.zh}`,
      en: `[${clause}] ${words.en}`,
    })),
    ...markTexts(assessment, result),
  ];
  const changed = overrideText(result);
  return joinTexts(changed === undefined ? computed : [changed, ...computed], "；", "; ");
}

/** What a decision by hand has made of the computed outcome. */
export function overrideText({ outcome = "", computed, override }: Result): Text | undefined {
  if (override === undefined) return undefined;
  const { reason, by, date } = override;
  const day = formatDay(date);
  return {
    zh: `计算结果为“${computed ?? "（无）"}”，${by} ${day} 改为“${outcome}”：${reason}`,
    en: `computed "${computed ?? "none"}", changed to "${outcome}" by ${by} on ${day}: ${reason}`,
  };
}

/** All that a table of results can show, in order; formats choose from it. */
export function leagueColumns(assessment: Assessment): Record<"before" | "entries" | "after", Column[]> {
  const { plan, results } = assessment;
  const grouped = results.some(({ group }) => group !== "");
  const coded = results.some(({ score }) => score.unit.key !== score.unit.name);
  const column = (id: keyof typeof headings, kind: Column["kind"], cell: Column["cell"]): Column => ({
    id,
    heading: headings[id],
    kind,
    cell,
  });
  const before = [
    ...(grouped ? [column("group", "text", ({ group }) => text(same(group)))] : []),
    column("rank", "number", ({ rank }) => number(String(rank))),
    ...(coded ? [column("unit", "text", ({ score }) => text(same(score.unit.key)))] : []),
    column("name", "text", ({ score }) => text(same(score.unit.name))),
  ];
  const write = pointsWriter(plan);
  const names = groupBy(plan.entries, (entry) => entryName(entry).zh);
  const entries = plan.entries.map((entry, index): Column => {
    const name = entryName(entry);
    // Two indicators of one name are told apart by their ids.
    const shared = (names.get(name.zh)?.length ?? 0) > 1;
    const id = entryId(entry);
    const heading = shared ? { zh: `${name.zh}（${id}）`, en: `${name.en} (${id})` } : name;
    return { id, heading, kind: "number", cell: ({ score }) => entryCell(score, index, write) };
  });
  const after = [
    ...phaseColumns(assessment),
    column("total", "number", ({ score }) => number(showPoints(plan, score.total))),
    ...(plan.outcomes.length === 0
      ? []
      : [
          column("outcome", "text", ({ outcome }) => text(same(outcome ?? ""))),
          ...(results.some(({ override }) => override !== undefined)
            ? [column("computed", "text", ({ computed }) => text(same(computed ?? "")))]
            : []),
          column("reasons", "text", (result) => text(reasonsText(assessment, result))),
        ]),
  ];
  return { before, entries, after };
}

/** The totals of the other runs of the rubric, beside the one that counts (domain M34). */
function phaseColumns({ plan, phases, evidence }: Assessment): Column[] {
  return (plan.phases?.list ?? []).flatMap((phase, index): Column[] => {
    if (index === plan.phases?.result) return [];
    const heading = { zh: `${phase}总分`, en: `Total, ${phase}` };
    const cell = ({ score }: Result): Cell => {
      const run = phaseScore(phases, evidence, index, score.unit.index);
      return run === undefined ? text(same("")) : number(showPoints(plan, run.total));
    };
    return [{ id: `phase:${phase}`, heading, kind: "number", cell }];
  });
}

/** How many units have each outcome, in the rubric's order; outcomes that nobody has are left out. */
export function tally({ plan, results }: Assessment): Map<string, number> {
  const counts = new Map<string, number>();
  const byOutcome = groupBy(
    results.filter(({ outcome }) => outcome !== undefined),
    ({ outcome }) => outcome ?? "",
  );
  for (const name of outcomeNames(plan)) {
    const members = byOutcome.get(name);
    if (members !== undefined) counts.set(name, members.length);
  }
  return counts;
}
