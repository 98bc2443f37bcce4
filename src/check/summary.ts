import { type Language, say, type Text } from "../base/language.ts";
import { formatExact, type Rational } from "../base/rational.ts";
import { padEnd, widthOf } from "../base/width.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Reach } from "./outcome-proof.ts";
import type { Proof } from "./proof.ts";
import type { Range } from "./range.ts";
import { noneOver, reachOver, summariseTitles } from "./state-summary.ts";

/** More kinds of unit than this are not listed one by one. */
const mostKinds = 8;

const words = {
  title: { zh: "能得多少分（数据齐全、都适用时）", en: "what can be earned (all handed in, all applicable)" },
  kind: { zh: "单位种类", en: "kind of unit" },
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
  const tell = (key: keyof typeof words): string => say(words[key], language);
  const lines: string[] = [tell("title")];
  const told = new Set<string>();
  for (const { kind, attainable } of proof.kinds()) {
    const rows = plan.nodes.flatMap(({ index, id, name }): Row[] => {
      const range = attainable.nodes()[index];
      const reached = index === 0 || kind.profile.reached[index] === true;
      return range === undefined || !reached ? [] : [{ id, name, range: rangeText(range, tell("noLimit")) }];
    });
    const table = tableOf(rows);
    // Kinds that can earn the same are listed once.
    if (told.has(table.join("\n"))) continue;
    if (told.size === mostKinds) {
      lines.push(tell("more"));
      break;
    }
    told.add(table.join("\n"));
    if (proof.kinds().length > 1) lines.push(`${tell("kind")}: ${kind.name || "—"}`);
    lines.push(...table);
  }
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

const noneText = (status: Reach["status"], tell: (key: keyof typeof words) => string): string =>
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

const rangeText = ({ low, high }: Range, noLimit: string): string => {
  const show = (end: Rational | undefined): string => (end === undefined ? noLimit : formatExact(end));
  return show(low) === show(high) ? show(low) : `${show(low)} … ${show(high)}`;
};
