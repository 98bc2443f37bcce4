import type { RubricDocument } from "../rubric/document.ts";
import type { EffectPlan, OutcomePlan, Plan, QuotaPlan } from "../rubric/plan.ts";
import { type AddTo, atomPoints } from "./condition-points.ts";
import { type Owner, ownerOfItem, ownerOfOutcome } from "./owner.ts";
import { isWritten } from "./written.ts";

/** What cases should show of gates, vetoes, outcomes and results over years. */
export function decisionPoints(plan: Plan, document: RubricDocument, addTo: AddTo): void {
  yearsPoints(plan, document, addTo);
  for (const [index, gate] of plan.gates.entries()) {
    const { name, requires, origin } = gate;
    const owner = ownerOfItem("gate", gate, index);
    addTo(owner)("met", origin, `${name}：达到`, `${name}: met`);
    addTo(owner)("unmet", origin, `${name}：未达到`, `${name}: not met`);
    atomPoints(owner, name, requires, [...origin, "requires"], addTo);
  }
  for (const [index, veto] of plan.vetoes.entries()) {
    const { name, when, origin } = veto;
    const owner = ownerOfItem("veto", veto, index);
    addTo(owner)("fired", origin, `${name}：发生`, `${name}: occurred`);
    addTo(owner)("quiet", origin, `${name}：没有发生`, `${name}: did not occur`);
    atomPoints(owner, name, when, [...origin, "when"], addTo);
  }
  for (const [index, outcome] of plan.outcomes.entries())
    outcomePoints(plan, outcome, ownerOfOutcome(outcome, index), addTo);
}

function outcomePoints(
  plan: Plan,
  { name, clause, when, quota, effect, origin }: OutcomePlan,
  owner: Owner,
  addTo: AddTo,
): void {
  const add = addTo(owner);
  const called = `${name}（${clause}）`;
  add("", origin, `结果“${name}”（${clause}）`, `the outcome "${name}" (${clause})`);
  if (when !== undefined) atomPoints(owner, called, when, [...origin, "when"], addTo);
  if (quota !== undefined) quotaPoints(owner, called, quota, addTo);
  if (effect === undefined) return;
  for (const key of effectsSeen(plan, effect))
    add(
      key,
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

function quotaPoints(
  owner: Owner,
  called: string,
  { size, tie, ties, origin }: QuotaPlan,
  addTo: AddTo,
): void {
  const add = addTo(owner);
  const about = (what: string, zh: string, en: string, ...at: readonly (string | number)[]): void =>
    add(`quota.${what}`, [...origin, ...at], `${called}的名额：${zh}`, `quota of ${called}: ${en}`);
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
    atomPoints(owner, `${called} of`, size.of, [...origin, "of"], addTo, "quota.of.");
}

/** Each year that has a weight, and what a missing one comes to. */
function yearsPoints(plan: Plan, document: RubricDocument, addTo: AddTo): void {
  for (const [index, result] of plan.years.results.entries()) {
    const { name, weights, missing, origin } = result;
    const add = addTo(ownerOfItem("years", result, index));
    for (const ago of weights.keys())
      add(
        String(ago),
        [...origin, "weights", String(ago)],
        `${name}：${ago === 0 ? "本年" : `${ago} 次以前`}的成绩`,
        `${name}: the total of ${ago === 0 ? "this year" : `${ago} assessments ago`}`,
      );
    if (missing === "renormalise" || isWritten(document, [...origin, "missing"]))
      add(
        "missing",
        [...origin, "missing"],
        `${name}：缺一年（${missing}）`,
        `${name}: a year missing (${missing})`,
      );
  }
}
