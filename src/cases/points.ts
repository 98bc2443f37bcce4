import { isZero } from "../base/rational.ts";
import type { Path, RubricDocument } from "../rubric/document.ts";
import type { NodePlan, Plan } from "../rubric/plan.ts";
import { figuresOf } from "../rubric/walk.ts";
import type { AddTo } from "./condition-points.ts";
import { decisionPoints } from "./decision-points.ts";
import type { OwnPoint } from "./gap.ts";
import { leafPoints } from "./leaf-points.ts";
import { outOfReach } from "./out-of-reach.ts";
import { keyOf, ownerOfInput, ownerOfNode, rankingOwner, totalOwner } from "./owner.ts";
import { isWritten } from "./written.ts";

/** All that cases should show of a rubric: `rubrics/README.md` says the same in words. */
export function pointsOf(plan: Plan, document: RubricDocument): OwnPoint[] {
  const points: OwnPoint[] = [];
  const addTo: AddTo = (owner) => (what, path, zh, en) => {
    points.push({ id: what === "" ? owner.id : `${owner.id}.${what}`, path, text: { zh, en }, owner, what });
  };
  const about = (node: NodePlan, zh: string, en: string, what: string, path: Path = node.origin): void =>
    addTo(ownerOfNode(node))(
      what,
      path,
      `${node.index === 0 ? "总分" : node.name}：${zh}`,
      `${node.index === 0 ? "total" : node.name}: ${en}`,
    );

  for (const input of plan.inputs) {
    const named = (what: string, zh: string, en: string): void =>
      addTo(ownerOfInput(input))(what, input.origin, `${input.name}：${zh}`, `${input.name}: ${en}`);
    if (input.reductions.length > 0) named("several", "几个值不相同", "several values that differ");
    if (input.sheets === undefined) continue;
    named("sheets", "有效问卷", "valid sheets");
    if (input.sheets.sample > 0) named("short", "有效问卷不足规定份数", "fewer valid sheets than the sample");
    if (!isZero(input.sheets.blankTakes)) named("blank", "有空白问卷", "a blank sheet");
    if ("invalid" in input.type && (input.type.invalid ?? []).length > 0)
      named("invalid", "有无效问卷", "an invalid sheet");
    if (input.sheets.verdict !== undefined)
      named("disapproves", "有总体否定的问卷", "a sheet that disapproves of the whole");
  }

  for (const node of plan.nodes) {
    if (node.appliesTo !== undefined) {
      const at = [...node.origin, "applies-to"];
      about(node, "适用于某个单位", "for some unit", "applies", at);
      about(node, "不适用于某个单位", "not for some unit", "not-for", at);
    }
    for (const { key, figure } of figuresOf(node)) {
      if (figure.length > 1)
        for (const index of figure.keys())
          about(
            node,
            `${key} 的第 ${index + 1} 种情形`,
            `case ${index + 1} of ${key}`,
            `${key}.${index + 1}`,
            [...node.origin, key, index],
          );
    }
    for (const key of ["missing", "not-applicable"] as const) {
      if (!isWritten(document, [...node.origin, key])) continue;
      const missing = key === "missing";
      about(
        node,
        missing ? "有缺报" : "有不适用",
        missing ? "something missing" : "something not applicable",
        key,
        [...node.origin, key],
      );
    }
    if (node.kind === "leaf") leafPoints(plan, node, about, addTo);
    else if (node.cap !== undefined) {
      about(node, "封顶，超过的不计", "more than the cap", "cap", [...node.origin, "cap"]);
      about(node, "没有到封顶", "less than the cap", "below-cap", [...node.origin, "cap"]);
    }
  }
  const { floor, cap } = plan.total;
  const [ofTotal, ofRanking] = [addTo(totalOwner), addTo(rankingOwner)];
  if (cap !== undefined) ofTotal("cap", ["total", "cap"], "总分超过上限", "a total above its cap");
  if (floor !== undefined) ofTotal("floor", ["total", "floor"], "总分低于下限", "a total below its floor");
  if (floor !== undefined || cap !== undefined)
    ofTotal("inside", ["total"], "总分在上下限之内", "a total within its limits");

  for (const [index, name] of plan.ranking.groups.entries())
    ofRanking(
      `group.${name}`,
      ["ranking", "groups", index],
      `“${name}”组有单位`,
      `a unit in the group "${name}"`,
    );
  ofRanking("apart", ["ranking"], "同组两个单位分出先后", "two units of a group, one before the other");
  for (const index of plan.ranking.ties.keys())
    ofRanking(
      `tie.${index + 1}`,
      ["ranking", "ties", index],
      `按第 ${index + 1} 条分出总分相同的单位的先后`,
      `tie-break ${index + 1} puts one of two equal units first`,
    );
  ofRanking("shared", ["ranking"], "两个单位并列", "two units that share a place");

  decisionPoints(plan, document, addTo);
  const never = outOfReach(plan);
  return points.filter(({ owner, what }) => !never.has(keyOf(owner, what)));
}
