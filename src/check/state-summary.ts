import { type Language, say, type Text } from "../base/language.ts";
import type { LengthPlan, Plan } from "../rubric/plan.ts";
import type { Reach } from "./outcome-proof.ts";
import type { Move } from "./states.ts";
import type { TitleProof } from "./title-proof.ts";

/** More ways than these are not listed one by one. */
const mostWays = 60;

const words = {
  titles: { zh: "称号", en: "titles" },
  term: { zh: "有效期", en: "term" },
  others: { zh: "由上级授予", en: "granted by others" },
  nobody: { zh: "没有单位能得到", en: "no unit can hold it" },
  ways: { zh: "称号怎样变化（从何到何：依据）", en: "how titles change (from, to: by what)" },
  none: { zh: "（无称号）", en: "(no title)" },
  "by-others": { zh: "上级授予或取消", en: "others grant or take" },
  "by-term": { zh: "期满", en: "end of term" },
  "by-none": { zh: "没有结果", en: "no outcome" },
  more: { zh: "其余略去", en: "further ones are left out" },
  "not-decided": { zh: "未判定：能走到的地步太多", en: "not decided: there are too many states" },
} as const satisfies Readonly<Record<string, Text>>;

/** The titles, and who may get from where to where by which clause, as lines of text. */
export function summariseTitles(plan: Plan, proof: TitleProof, language: Language): readonly string[] {
  if (plan.titles.length === 0) return [];
  const tell = (key: keyof typeof words): string => say(words[key], language);
  const { states, moves, complete } = proof.machine;
  const lines: string[] = [tell("titles")];
  for (const [index, { name, term, external }] of plan.titles.entries()) {
    const held = states.some(({ titles }) => titles.includes(index));
    const notes = [
      ...(term === undefined ? [] : [`${tell("term")} ${say(lengthText(term), language)}`]),
      ...(external ? [tell("others")] : []),
      ...(complete && !held ? [tell("nobody")] : []),
    ];
    lines.push(`  ${name}${notes.length === 0 ? "" : `: ${notes.join(language === "en" ? ", " : "，")}`}`);
  }
  if (!complete) return [...lines, `${tell("ways")}: ${tell("not-decided")}`];
  const nameOf = (state: number): string =>
    (states[state]?.titles ?? []).map((title) => plan.titles[title]?.name ?? "").join(" + ") || tell("none");
  const ways = new Map<string, Set<string>>();
  for (const move of inOrder(moves)) {
    const [from, to] = [nameOf(move.from), nameOf(move.to)];
    const by = reasonOf(plan, move, tell);
    if (by === undefined) continue;
    const key = `${from} → ${to}`;
    ways.set(key, (ways.get(key) ?? new Set()).add(by));
  }
  lines.push(tell("ways"));
  for (const [way, by] of [...ways].slice(0, mostWays))
    lines.push(`  ${way}: ${[...by].join(language === "en" ? ", " : "、")}`);
  if (ways.size > mostWays) lines.push(`  ${tell("more")}`);
  return lines;
}

/** A term in words; in English as the rubric writes it. */
const lengthText = ({ months, written }: LengthPlan): Text => ({
  zh: months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`,
  en: written,
});

/** By the state they lead from, then in the order of the rules. */
const inOrder = (moves: readonly Move[]): readonly Move[] =>
  [...moves].sort((a, b) => a.from - b.from || (a.rule ?? Infinity) - (b.rule ?? Infinity) || a.to - b.to);

function reasonOf(
  plan: Plan,
  { by, rule }: Move,
  tell: (key: keyof typeof words) => string,
): string | undefined {
  if (by === "away") return undefined;
  if (by === "others" || by === "term" || by === "none") return tell(`by-${by}`);
  const { clause = "", name = "", quota } = plan.outcomes[rule ?? -1] ?? {};
  return `[${clause}] ${by === "refer" && quota?.tie.kind === "refer" ? quota.tie.outcome : name}`;
}

/** Whether a unit can have an outcome, with what is known of titles and earlier years besides. */
export function reachOver(
  reach: Reach["status"],
  proof: TitleProof | undefined,
  rule: number,
): Reach["status"] {
  if (reach !== "not-decided" || proof === undefined) return reach;
  if (proof.machine.complete && proof.machine.possible[rule] === false) return "unreachable";
  return proof.trails().outcomes[rule] === undefined ? "not-decided" : "reachable";
}

/** Whether a unit can be left without an outcome. */
export function noneOver(reach: Reach["status"], proof: TitleProof | undefined): Reach["status"] {
  if (reach !== "not-decided" || proof === undefined) return reach;
  if (proof.machine.complete && !proof.machine.moves.some(({ by }) => by === "none")) return "unreachable";
  return proof.trails().none === undefined ? "not-decided" : "reachable";
}
