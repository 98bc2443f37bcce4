import { type Language, say, type Text } from "../base/language.ts";
import { equals, formatExact, type Rational } from "../base/rational.ts";
import { padEnd, widthOf } from "../base/width.ts";
import type { Plan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import { unitIs } from "../scoring/profile.ts";
import { type Attained, attainedBy } from "./attained.ts";
import { speaksOfKind } from "./for-kind.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import type { Reach } from "./outcome-proof.ts";
import type { Proof } from "./proof.ts";
import type { Range } from "./range.ts";
import { noneOver, reachOver, summariseTitles } from "./state-summary.ts";

/** More tables than this are not listed, and no more kinds of unit by name for each. */
const mostTables = 8;
const mostNames = 12;

const words = {
  title: { zh: "能得多少分（数据齐全、都适用时）", en: "what can be earned (all handed in, all applicable)" },
  kind: { zh: "单位种类", en: "kind of unit" },
  or: { zh: "；", en: "; " },
  atLeast: { zh: "至少", en: "at least" },
  atMost: { zh: "至多", en: "at most" },
  bound: { zh: "（未必能达到）", en: " (may not be reached)" },
  noLimit: { zh: "不限", en: "no limit" },
  more: { zh: "其余单位种类略去", en: "further kinds of unit are left out" },
  outcomes: { zh: "结果", en: "outcomes" },
  reachable: { zh: "有单位能得到", en: "some unit gets it" },
  unreachable: { zh: "没有单位能得到", en: "no unit can get it" },
  "not-decided": { zh: "未判定", en: "not decided" },
  none: { zh: "（没有结果）", en: "(none)" },
  covered: { zh: "不会出现，每个单位都有一个结果", en: "cannot be: every unit gets one" },
} as const satisfies Readonly<Record<string, Text>>;

/** What is proven of a rubric, as lines of text: the range of every node for each kind of unit, and every outcome. */
export function summarise(plan: Plan, proof: Proof, language: Language): readonly string[] {
  const tell: Tell = (key) => say(words[key], language);
  const lines: string[] = [tell("title")];
  const tables = tablesOf(plan, proof, tell);
  for (const { rows, kinds } of tables.slice(0, mostTables)) {
    if (proof.kinds().length > 1) lines.push(`${tell("kind")}: ${namesOf(kinds, tell)}`);
    lines.push(...rows);
  }
  if (tables.length > mostTables || !proof.complete()) lines.push(tell("more"));
  const titles = proof.titles();
  if (titles !== undefined) lines.push(...summariseTitles(plan, titles, language));
  if (plan.outcomes.length === 0) return lines;
  const outcomes = proof.outcomes();
  lines.push(tell("outcomes"));
  for (const [index, { name, clause }] of plan.outcomes.entries())
    lines.push(`  [${clause}] ${name}: ${tell(reachOver(outcomes.reach(index).status, titles, index))}`);
  lines.push(`  ${tell("none")}: ${noneText(noneOver(outcomes.none().status, titles), tell)}`);
  return lines;
}

/** What can be earned, and the kinds of unit for which it is so. */
interface Table {
  readonly rows: readonly string[];
  readonly kinds: string[];
}

type Tell = (key: keyof typeof words) => string;

/** Kinds that can earn the same are listed once. */
function tablesOf(plan: Plan, proof: Proof, tell: Tell): readonly Table[] {
  const tables = new Map<string, Table>();
  for (const context of proof.kinds()) {
    const { kind, attainable } = context;
    const attained = attainedBy(plan, context);
    const rows = tableOf(
      plan.nodes.flatMap((node): Row[] => {
        const range = attainable.nodes()[node.index];
        const reached = node.index === 0 || kind.profile.reached[node.index] === true;
        if (range === undefined || !reached) return [];
        return [{ id: node.id, name: node.name, range: rangeText(range, attained(node), tell) }];
      }),
    );
    const key = rows.join("\n");
    const table = tables.get(key) ?? { rows, kinds: [] };
    tables.set(key, table);
    table.kinds.push(...namesOfKind(plan, kind));
  }
  return [...tables.values()];
}

/** A kind of unit stands for all categories that no condition tells from its own. */
function namesOfKind(plan: Plan, { name, unit, columns }: KindOfUnit): readonly string[] {
  const own = columns.get("category") ?? "";
  const conditions = allConditions(plan).filter(speaksOfKind);
  if (own === "" || !conditions.some(({ kind }) => kind === "category")) return [name || "—"];
  const others = (plan.units.categories ?? []).filter((category) => {
    const other = { ...unit, columns: new Map([...columns, ["category", category]]) };
    return category !== own && conditions.every((each) => unitIs(each, other) === unitIs(each, unit));
  });
  return [name, ...others.map((category) => name.replace(own, category))];
}

const namesOf = (kinds: readonly string[], tell: Tell): string =>
  kinds.length > mostNames
    ? `${kinds.slice(0, mostNames).join(tell("or"))}${tell("or")}…`
    : kinds.join(tell("or"));

const noneText = (status: Reach["status"], tell: Tell): string =>
  tell(status === "unreachable" ? "covered" : status);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly range: string;
}

function tableOf(rows: readonly Row[]): readonly string[] {
  const widest = (key: "id" | "name"): number => Math.max(0, ...rows.map((row) => widthOf(row[key])));
  const [id, name] = [widest("id"), widest("name")];
  return rows.map((row) => `  ${padEnd(row.id, id)}  ${padEnd(row.name, name)}  ${row.range}`);
}

function rangeText({ low, high }: Range, attained: Attained, tell: Tell): string {
  const isJust = low !== undefined && high !== undefined && equals(low, high);
  if (isJust) return formatExact(low);
  if (low === undefined && high === undefined) return tell("noLimit");
  const show = (end: Rational | undefined, isReached: boolean, bound: "atLeast" | "atMost"): string => {
    if (end === undefined) return tell("noLimit");
    return isReached ? formatExact(end) : `${tell(bound)} ${formatExact(end)}${tell("bound")}`;
  };
  return `${show(low, attained.low, "atLeast")} … ${show(high, attained.high, "atMost")}`;
}
