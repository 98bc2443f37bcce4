import type { RubricDocument } from "../rubric/document.ts";
import type { EffectPlan, OutcomePlan, Plan, QuotaPlan } from "../rubric/plan.ts";
import { type Add, atomPoints } from "./condition-points.ts";
import { isWritten } from "./written.ts";

/** What cases should show of gates, vetoes, outcomes and results over years. */
export function decisionPoints(plan: Plan, document: RubricDocument, add: Add): void {
  yearsPoints(plan, document, add);
  for (const { id, name, requires, origin } of plan.gates) {
    add(`${id}.met`, origin, `${name}：达到`, `${name}: met`);
    add(`${id}.unmet`, origin, `${name}：未达到`, `${name}: not met`);
    atomPoints(id, name, requires, [...origin, "requires"], add);
  }
  for (const { id, name, when, origin } of plan.vetoes) {
    add(`${id}.fired`, origin, `${name}：发生`, `${name}: occurred`);
    add(`${id}.quiet`, origin, `${name}：没有发生`, `${name}: did not occur`);
    atomPoints(id, name, when, [...origin, "when"], add);
  }
  for (const outcome of plan.outcomes) outcomePoints(plan, outcome, add);
}

function outcomePoints(
  plan: Plan,
  { name, clause, when, quota, effect, origin }: OutcomePlan,
  add: Add,
): void {
  const id = `outcome.${clause}`;
  const called = `${name}（${clause}）`;
  add(id, origin, `结果“${name}”（${clause}）`, `the outcome "${name}" (${clause})`);
  if (when !== undefined) atomPoints(id, called, when, [...origin, "when"], add);
  if (quota !== undefined) quotaPoints(`${id}.quota`, called, quota, add);
  if (effect === undefined) return;
  for (const key of effectsSeen(plan, effect))
    add(
      `${id}.${key}`,
      [...origin, "effect", key],
      `${called}：${effectWords[key].zh}`,
      `${called}: ${effectWords[key].en}`,
    );
}

const effectWords = {
  grants: { zh: "授予了称号", en: "a title granted" },
  takes: { zh: "撤销了持有的称号", en: "a title taken that was held" },
  changes: { zh: "以新换旧", en: "a title that was held changed" },
  renews: { zh: "延续了有效期", en: "a title renewed for another term" },
  lifts: { zh: "解除了还没有满的", en: "something lifted before its end" },
} as const;
type EffectSeen = keyof typeof effectWords;

/** What an effect can do that depends on what a unit holds: suspensions, bans and times to put things right follow in any case. */
const effectsSeen = (
  plan: Plan,
  { grants, takes, changes, renews, lifts }: EffectPlan,
): readonly EffectSeen[] => [
  ...(grants.length > 0 ? (["grants"] as const) : []),
  ...(takes.length > 0 ? (["takes"] as const) : []),
  ...(changes.size > 0 ? (["changes"] as const) : []),
  ...(renews.some((title) => plan.titles[title]?.term !== undefined) ? (["renews"] as const) : []),
  ...(lifts.length > 0 ? (["lifts"] as const) : []),
];

function quotaPoints(id: string, called: string, { size, tie, ties, origin }: QuotaPlan, add: Add): void {
  const about = (what: string, zh: string, en: string, ...at: readonly (string | number)[]): void =>
    add(`${id}.${what}`, [...origin, ...at], `${called}的名额：${zh}`, `quota of ${called}: ${en}`);
  about("placed", "在名额以内", "a unit within it");
  about("cut", "名额已满，没有取到", "a unit for which there is no place left");
  about("tie", `并列在最后一个名额上（${tie.kind}）`, `units level on the last place (${tie.kind})`, "tie");
  for (const index of ties.keys())
    about(
      `tie-break.${index + 1}`,
      `按第 ${index + 1} 条分出先后`,
      `tie-break ${index + 1} puts one of two equal units first`,
      "tie-break",
      index,
    );
  const [key, figure] =
    size.kind === "most" ? (["most", size.most] as const) : (["share", size.share] as const);
  if (figure.length > 1)
    for (const index of figure.keys())
      about(
        `${key}.${index + 1}`,
        `${key} 的第 ${index + 1} 种情形`,
        `case ${index + 1} of ${key}`,
        key,
        index,
      );
  if (size.kind === "share" && typeof size.of !== "string")
    atomPoints(`${id}.of`, `${called} of`, size.of, [...origin, "of"], add);
}

/** Each year that has a weight, and what a missing one comes to. */
function yearsPoints(plan: Plan, document: RubricDocument, add: Add): void {
  for (const { id, name, weights, missing, origin } of plan.years.results) {
    for (const ago of weights.keys())
      add(
        `years.${id}.${ago}`,
        [...origin, "weights", String(ago)],
        `${name}：${ago === 0 ? "本年" : `${ago} 次以前`}的成绩`,
        `${name}: the total of ${ago === 0 ? "this year" : `${ago} assessments ago`}`,
      );
    if (missing === "renormalise" || isWritten(document, [...origin, "missing"]))
      add(
        `years.${id}.missing`,
        [...origin, "missing"],
        `${name}：缺一年（${missing}）`,
        `${name}: a year missing (${missing})`,
      );
  }
}
