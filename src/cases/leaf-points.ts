import {
  compare,
  formatExact,
  formatPercent,
  hundred,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  zero,
} from "../base/rational.ts";
import { constantOf } from "../rubric/compile-rule.ts";
import type { Path } from "../rubric/document.ts";
import type { Award, Figure, InputType, LeafPlan, NodePlan, Plan, Rule } from "../rubric/plan.ts";
import { type AddTo, atomPoints } from "./condition-points.ts";
import { ownerOfClause, ownerOfNode } from "./owner.ts";

export type About = (node: NodePlan, zh: string, en: string, what: string, path?: Path) => void;

/** What cases should show of one indicator: that it is scored, its full points and less, and every branch of its rule. */
export function leafPoints(plan: Plan, leaf: LeafPlan, about: About, addTo: AddTo): void {
  const { rule, origin } = leaf;
  about(leaf, "计了分", "scored", "scored");
  const reach = reachOf(leaf);
  if (reach.full) about(leaf, "得满分", "full points", "full");
  if (reach.less) about(leaf, "没有得满分", "less than full points", "less");
  if (leaf.points === undefined) {
    about(leaf, "有分", "some points", "some");
    about(leaf, "没有分", "no points", "none");
  }
  if (leaf.variants.length > 1)
    about(leaf, "几种方法的分不同", "methods that differ", "methods", [...origin, "methods"]);
  if (leaf.reductions.length > 0) about(leaf, "几个值的分不同", "several values that differ", "several");
  const branch = (what: number | string, zh: string, en: string, key: string, at: Path): void =>
    about(leaf, zh, en, `${key}.${what}`, [...origin, ...at]);
  if ("clauses" in rule) {
    for (const [index, clause] of rule.clauses.entries()) {
      const { no, text, when, origin: at } = clause;
      const owner = ownerOfClause(leaf, clause, index);
      const called = { zh: `${leaf.name}：第 ${no} 条“${text}”`, en: `${leaf.name}: clause ${no} "${text}"` };
      addTo(owner)("met", at, `${called.zh}达到`, `${called.en} met`);
      addTo(owner)("unmet", at, `${called.zh}未达到`, `${called.en} unmet`);
      if (when !== undefined) atomPoints(owner, `${leaf.name} ${no}`, when, [...at, "when"], addTo);
    }
  }
  switch (rule.kind) {
    case "grade":
      for (const step of rule.scale.keys())
        branch(step, `等级“${step}”`, `the step "${step}"`, "step", ["scale"]);
      break;
    case "k-of-n":
      for (const { met, share, give } of rule.table) {
        const count = share ? formatPercent(met) : formatExact(met);
        branch(count, `达到 ${count} → ${wordOf(give)}`, `${count} met → ${wordOf(give)}`, "row", [
          "table",
          count,
        ]);
      }
      if (rule.table.every(({ met }) => !isZero(met)))
        branch("otherwise", "不足最低一行", "fewer than the lowest row", "row", ["otherwise"]);
      break;
    case "bands":
      for (const [index, { give }] of rule.bands.entries())
        branch(
          index + 1,
          `第 ${index + 1} 段 → ${wordOf(give)}`,
          `band ${index + 1} → ${wordOf(give)}`,
          "band",
          ["bands", index],
        );
      branch("otherwise", "各段之外", "outside all bands", "band", ["otherwise"]);
      break;
    case "threshold":
      branch("met", "达到要求", "the requirement met", "threshold", ["when"]);
      branch("unmet", "未达到要求", "the requirement not met", "threshold", ["when"]);
      atomPoints(ownerOfNode(leaf), leaf.name, rule.when, [...origin, "when"], addTo);
      break;
    case "curve": {
      const least = leastOf(plan, leaf);
      const first = rule.curve[0];
      for (let index = 0; index <= rule.curve.length; index += 1) {
        if (index === 0 && first !== undefined && least !== undefined && compare(first.at, least) <= 0)
          continue;
        const at = Math.min(index, rule.curve.length - 1);
        const zh =
          index === 0
            ? "第一点之前"
            : index === rule.curve.length
              ? "到达或超过最后一点"
              : `第 ${index} 点到第 ${index + 1} 点之间`;
        const en =
          index === 0
            ? "before the first point"
            : index === rule.curve.length
              ? "at the last point or past it"
              : `between points ${index} and ${index + 1}`;
        branch(index, zh, en, "curve", ["curve", at]);
      }
      break;
    }
    case "deduct-per-missing":
    case "deduct-per-fault":
    case "deduct-per-point-short":
      if (canUseUp(leaf, rule))
        branch("used-up", "扣完为止：要扣的比分值多", "more to be taken off than there is", "deduct", [
          "each",
        ]);
      if (rule.kind === "deduct-per-point-short")
        branch("part-points", "差的不是整百分点", "short by a part of a percentage point", "deduct", [
          "part-points",
        ]);
      break;
    case "proportional":
      if (canPass(plan, leaf, rule.target))
        branch("past-target", "超过目标", "past the target", "target", ["target"]);
      break;
    case "min-max":
      for (const [what, zh, en] of minMaxBranches) branch(what, zh, en, "min-max", []);
      break;
    case "each-time":
      if (rule.times !== undefined)
        branch("times", "次数超过上限", "more times than count", "each-time", ["times"]);
      else if (leaf.points !== undefined)
        branch("limit", "超过分值，封顶", "more than the points", "each-time", ["points"]);
      break;
    case "on-time":
      branch("on-time", "按时", "on time", "on-time", ["due"]);
      branch("late", "逾期", "late", "on-time", ["late"]);
      if (rule.notAfter !== undefined)
        branch("too-late", "超过最后期限", "past the last day", "on-time", ["not-after"]);
      break;
    case "events":
      for (const kind of rule.events) branch(kind, `事项“${kind}”`, `the event "${kind}"`, "kind", ["event"]);
      for (const level of rule.levels?.keys() ?? [])
        branch(level, `级别“${level}”`, `the level "${level}"`, "level", ["levels", level]);
      for (const word of rule.factors.keys())
        branch(word, `情节“${word}”`, `the circumstance "${word}"`, "factor", ["factors", word]);
      if (rule.within !== undefined)
        branch("outside", "时间范围以外的事项", "an event outside the window", "events", ["within"]);
      if (rule.oncePer !== "event")
        branch("once", "同一事由只计最高的一件", "of one matter only the highest counts", "events", [
          "once-per",
        ]);
      if (rule.repeat !== undefined)
        branch("repeat", "重复到规定次数", "as many times as repeat says", "events", ["repeat"]);
      if (leaf.points !== undefined)
        branch("limit", "超过分值，封顶", "more than the points", "events", ["points"]);
      break;
    case "marks":
    case "clauses":
    case "all-or-nothing":
    case "fixed":
    case "once":
      break;
    default:
      rule satisfies never;
  }
}

const minMaxBranches = [
  ["best", "组内最好", "the best of the group"],
  ["worst", "组内最差", "the worst of the group"],
  ["between", "居中", "between the best and the worst"],
  ["equal", "组内都相同", "all of the group equal"],
] as const;

const wordOf = ({ step, share, value }: Award): string =>
  step ?? (share ? formatPercent(value) : formatExact(value));

const leastOf = (plan: Plan, leaf: LeafPlan): Rational | undefined => {
  const type = plan.inputs[leaf.variants[0]?.inputs[0] ?? -1]?.type;
  return type !== undefined && "least" in type ? type.least : undefined;
};

/** Whether the figure can be more than the target: answers and declared limits may not let it. */
function canPass(plan: Plan, leaf: LeafPlan, target: Figure): boolean {
  const input = plan.inputs[leaf.variants[0]?.inputs[0] ?? -1];
  const answers = input?.sheets?.answers;
  const most = answers === undefined ? mostOf(input?.type) : [...answers.values()].reduce(larger, zero);
  return most === undefined || target.some(({ value }) => compare(value, most) < 0);
}

const mostOf = (type: InputType | undefined): Rational | undefined =>
  type !== undefined && "most" in type ? type.most : undefined;

/** Whether the rule can give full points at all, and anything else: where awards are fixed, they say. */
function reachOf(leaf: LeafPlan): { readonly full: boolean; readonly less: boolean } {
  if (leaf.points === undefined || leaf.points.every(({ value }) => isZero(value)))
    return { full: false, less: false };
  const { rule } = leaf;
  if (rule.kind === "fixed") return { full: true, less: false };
  const points = constantOf(leaf.points);
  const awards = awardsOf(rule);
  if (awards === undefined || points === undefined) return { full: true, less: true };
  const isFull = ({ share, value }: Award): boolean => compare(value, share ? one : points) >= 0;
  return {
    full: rule.kind === "threshold" || awards.some(isFull),
    less: awards.some((award) => !isFull(award)),
  };
}

/** Everything a rule can give, where that is written down. */
export function awardsOf(rule: Rule): readonly Award[] | undefined {
  switch (rule.kind) {
    case "grade":
      return [...rule.scale.values()];
    case "bands":
      return [...rule.bands.map(({ give }) => give), rule.otherwise];
    case "k-of-n":
      return [...rule.table.map(({ give }) => give), rule.otherwise];
    case "threshold":
      return [rule.otherwise];
    case "curve":
      return rule.curve.map(({ points }) => ({ share: false, value: points, step: undefined }));
    default:
      return undefined;
  }
}

/** Whether as much can be taken off as there is, and more. Faults have no end; what is due has. */
function canUseUp(leaf: LeafPlan, rule: Extract<Rule, { readonly each: Figure }>): boolean {
  if (rule.kind === "deduct-per-fault") return true;
  const points = constantOf(leaf.points);
  const each = constantOf(rule.each);
  if (points === undefined || each === undefined) return true;
  if (rule.kind === "deduct-per-missing") {
    const due = constantOf(rule.due);
    return due === undefined || compare(multiply(due, each), points) > 0;
  }
  if (rule.kind !== "deduct-per-point-short") return true;
  const target = constantOf(rule.target);
  return target === undefined || compare(multiply(multiply(target, hundred), each), points) > 0;
}
