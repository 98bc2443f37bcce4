import type { Assessment, Result } from "../assess.ts";
import { type Day, formatDay } from "../base/date.ts";
import { joinTexts, same, type Text } from "../base/language.ts";
import { compareText } from "../base/order.ts";
import { add, equals, formatDecimal, formatExact, type Rational, round, zero } from "../base/rational.ts";
import type { HeldTitle } from "../evidence/standing.ts";
import type { Finding } from "../findings/finding.ts";
import type { Path } from "../rubric/document.ts";
import type { NodePlan, Plan } from "../rubric/plan.ts";
import type { UnitScore } from "../scoring/score.ts";
import type { Case, CaseUnit, DayLeft, Expected } from "./case.ts";
import type { Scored } from "./names.ts";

/** One thing that came out otherwise than a case expects. */
export interface Difference {
  /** Where the case says it. */
  readonly path: Path;
  /** What it is about: the total, an indicator, the outcome. */
  readonly about: Text;
  /** Said only where the case has several units. */
  readonly unit: string | undefined;
  readonly expected: Text;
  readonly found: Text;
  /** Whose working shows why; undefined where no score does. */
  readonly working: { readonly result: Result; readonly node: number } | undefined;
}

/** What differs: the findings first, then unit by unit in the order of the case. */
export function differencesOf(
  plan: Plan,
  one: Case,
  assessment: Assessment | undefined,
  findings: readonly Finding[],
): Difference[] {
  const differences = findingDifferences(one, findings);
  for (const unit of one.units) {
    const result = assessment?.results.find(({ score }) => score.unit.name === unit.name);
    for (const expected of unit.expected) {
      const difference = differenceOf(plan, one, unit, expected, result);
      if (difference !== undefined) differences.push(difference);
    }
  }
  return differences;
}

function findingDifferences(one: Case, findings: readonly Finding[]): Difference[] {
  const found = new Map<string, number>();
  for (const { code } of findings) found.set(code, (found.get(code) ?? 0) + 1);
  const codes = [...new Set([...one.findings.keys(), ...found.keys()])].sort(compareText);
  return codes.flatMap((code): Difference[] => {
    const expected = one.findings.get(code) ?? 0;
    const count = found.get(code) ?? 0;
    if (expected === count) return [];
    return [
      {
        path: [...one.path, "expect", ...(expected > 0 ? ["findings"] : [])],
        about: { zh: `问题 ${code}`, en: `finding ${code}` },
        unit: undefined,
        expected: timesOf(expected),
        found: timesOf(count),
        working: undefined,
      },
    ];
  });
}

const timesOf = (count: number): Text => ({ zh: `${count} 处`, en: String(count) });

const notScored: Text = { zh: "没有计出分", en: "nothing was scored" };

/** What an expectation is about, what it says, and what came out. */
interface Held {
  readonly about: Text;
  readonly expected: Text;
  readonly found: Text;
  readonly agrees: boolean;
  readonly node?: number;
}

function differenceOf(
  plan: Plan,
  one: Case,
  unit: CaseUnit,
  expected: Expected,
  result: Result | undefined,
): Difference | undefined {
  const held = hold(plan, expected, result);
  if (held.agrees) return undefined;
  return {
    path: expected.path,
    about: held.about,
    unit: one.units.length > 1 ? unit.name : undefined,
    expected: held.expected,
    found: result === undefined ? notScored : held.found,
    working: result === undefined || held.node === undefined ? undefined : { result, node: held.node },
  };
}

function hold(plan: Plan, expected: Expected, result: Result | undefined): Held {
  const figure = (about: Text, want: Rational, found: Rational | undefined, node: number): Held => ({
    about,
    expected: same(formatExact(want)),
    found: same(found === undefined ? "" : formatExact(found)),
    agrees: found !== undefined && equals(want, found),
    node,
  });
  const { places, mode } = plan.rounding;
  switch (expected.kind) {
    case "total": {
      const total = result && round(result.score.total, places, mode);
      const held = figure({ zh: "总分", en: "total" }, expected.value, total, 0);
      return total === undefined ? held : { ...held, found: same(formatDecimal(total, places, mode)) };
    }
    case "exact":
      return figure({ zh: "精确总分", en: "exact total" }, expected.value, result?.score.total, 0);
    case "rank":
      return {
        about: { zh: "名次", en: "rank" },
        expected: same(String(expected.rank)),
        found: same(String(result?.rank ?? "")),
        agrees: result?.rank === expected.rank,
        node: 0,
      };
    case "outcome":
      return {
        about: { zh: "结果", en: "outcome" },
        expected: same(expected.outcome),
        found: result?.outcome === undefined ? { zh: "没有", en: "none" } : saidOf(result, result.outcome),
        agrees: result?.outcome === expected.outcome,
        node: 0,
      };
    case "reasons":
      return {
        about: { zh: "理由", en: "reasons" },
        expected: listOf(expected.reasons.map(same)),
        found: listOf(reasonsOf(result)),
        agrees: result !== undefined && reasonsAgree(expected.reasons, result),
      };
    case "titles":
      return holdTitles(plan, expected.titles, result);
    case "suspended-until":
    case "banned-until":
    case "rectify-by": {
      const { day, kind } = expected;
      const found = result?.after[daysOf[kind].of];
      return {
        about: daysOf[kind].about,
        expected: dayText(day),
        found: dayText(found),
        agrees: found === day,
      };
    }
    case "marks": {
      const found = (result?.marks ?? []).map(({ kind }) => kind);
      const wanted = [...expected.marks].sort(compareText);
      return {
        about: { zh: "标记", en: "marks" },
        expected: listOf(wanted.map(same)),
        found: listOf(found.map(same)),
        agrees: wanted.join() === [...found].sort(compareText).join(),
      };
    }
    case "points": {
      const { scored, value } = expected;
      const node = "node" in scored ? scored.node : entryOf(plan, scored.entry)?.node;
      return figure(nameOf(plan, scored), value, result && pointsOf(plan, result.score, scored), node ?? 0);
    }
    case "state": {
      const state = result && stateOf(plan, result.score, expected.node);
      return {
        about: joinTexts([nameOf(plan, { node: expected.node }), { zh: "的状态", en: " (state)" }], "", ""),
        expected: same(expected.state),
        found: same(state ?? ""),
        agrees: state === expected.state,
        node: expected.node,
      };
    }
    default:
      return expected satisfies never;
  }
}

const daysOf = {
  "suspended-until": { of: "suspendedUntil", about: { zh: "停牌至", en: "suspended until" } },
  "banned-until": { of: "bannedUntil", about: { zh: "禁止申报至", en: "banned until" } },
  "rectify-by": { of: "rectifyBy", about: { zh: "整改期限", en: "rectify by" } },
} as const satisfies Readonly<Record<DayLeft, { of: keyof Result["after"]; about: Text }>>;

const dayText = (day: Day | undefined): Text =>
  day === undefined ? { zh: "没有", en: "none" } : same(formatDay(day));

/** The titles after the decision: all that are named and no other, and the last days that are said. */
function holdTitles(
  plan: Plan,
  wanted: Extract<Expected, { kind: "titles" }>["titles"],
  result: Result | undefined,
): Held {
  const held = result?.after.titles ?? [];
  const nameOfTitle = ({ title }: HeldTitle): string => plan.titles[title]?.name ?? "";
  const endText = (name: string, end: Day | "without-end" | undefined): Text =>
    end === undefined
      ? same(name)
      : end === "without-end"
        ? { zh: `${name}（无期限）`, en: `${name} (without end)` }
        : { zh: `${name}（至 ${formatDay(end)}）`, en: `${name} (until ${formatDay(end)})` };
  const withEnds = [...wanted.values()].some((end) => end !== undefined);
  return {
    about: { zh: "评定后的称号", en: "titles afterwards" },
    expected: listOf([...wanted].map(([name, end]) => endText(name, end))),
    found: listOf(
      held.map((one) => endText(nameOfTitle(one), withEnds ? (one.expires ?? "without-end") : undefined)),
    ),
    agrees:
      result !== undefined &&
      held.length === wanted.size &&
      held.every((one) => {
        const name = nameOfTitle(one);
        const end = wanted.get(name);
        return wanted.has(name) && (end === undefined || end === (one.expires ?? "without-end"));
      }),
  };
}

const listOf = (texts: readonly Text[]): Text =>
  texts.length === 0 ? { zh: "没有", en: "none" } : joinTexts(texts, "；", "; ");

const saidOf = (result: Result, outcome: string): Text => {
  const reasons = listOf(reasonsOf(result));
  return { zh: `${outcome}（${reasons.zh}）`, en: `${outcome} (${reasons.en})` };
};

const reasonsOf = (result: Result | undefined): Text[] =>
  (result?.reasons ?? []).map(({ clause, text }) => ({
    zh: `[${clause}] ${text.zh}`,
    en: `[${clause}] ${text.en}`,
  }));

/** Every reason that is expected was given, by its clause or a part of its words; and no other was. */
function reasonsAgree(expected: readonly string[], { reasons }: Result): boolean {
  const meets = (wanted: string, { clause, text }: Result["reasons"][number]): boolean =>
    clause === wanted || text.zh.includes(wanted) || text.en.includes(wanted);
  return (
    expected.every((wanted) => reasons.some((reason) => meets(wanted, reason))) &&
    reasons.every((reason) => expected.some((wanted) => meets(wanted, reason)))
  );
}

function nameOf(plan: Plan, scored: Scored): Text {
  if ("entry" in scored) return entryOf(plan, scored.entry)?.name ?? same("");
  const node = plan.nodes[scored.node];
  if (node === undefined || node.index === 0) return { zh: "总分", en: "total" };
  return same(`${node.name} (${node.id})`);
}

/** The entry with this id that is no indicator, and its place; undefined in a rubric changed to have none. */
function entryOf(plan: Plan, id: string) {
  for (const [place, entry] of plan.entries.entries())
    if (entry.kind !== "leaf" && entry.id === id) return { ...entry, place };
  return undefined;
}

/** What a node or an entry adds to the total: what reports show in its column. An entry that is not there adds nothing. */
export function pointsOf(plan: Plan, score: UnitScore, scored: Scored): Rational {
  if ("entry" in scored) return score.contributions[entryOf(plan, scored.entry)?.place ?? -1] ?? zero;
  const node = plan.nodes[scored.node];
  return node === undefined
    ? zero
    : entriesOf(plan, node).reduce((sum, entry) => add(sum, score.contributions[entry] ?? zero), zero);
}

/** The entries of a node: its own where it is an indicator, otherwise all inside, with what caps and rounding changed. */
function entriesOf(plan: Plan, node: NodePlan): number[] {
  if (node.kind === "leaf") return [node.entry];
  const own = plan.entries.flatMap((entry, index) =>
    entry.kind !== "leaf" && entry.node === node.index ? [index] : [],
  );
  return [...node.children.flatMap((child) => entriesOf(plan, child)), ...own];
}

const stateOf = (plan: Plan, score: UnitScore, node: number) => {
  const planned = plan.nodes[node];
  return planned?.kind === "leaf" ? score.states[planned.entry] : undefined;
};
