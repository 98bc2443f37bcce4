import { joinTexts, type Text } from "../base/language.ts";
import { splitTags } from "../evidence/tags.ts";
import { figuresIn } from "../rubric/figures.ts";
import type { Condition, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import type { FormUnit } from "./form.ts";

/** Every condition of the rubric, with those inside it. */
export function conditionsOf(plan: Plan): Condition[] {
  const outer = [
    ...plan.nodes.flatMap(conditionsOfNode),
    ...plan.gates.map(({ requires }) => requires),
    ...plan.vetoes.map(({ when }) => when),
    ...plan.outcomes.flatMap(({ when }) => when ?? []),
  ];
  return outer.flatMap(withInner);
}

const withInner = (condition: Condition): Condition[] => {
  if (condition.kind === "not") return [condition, ...withInner(condition.condition)];
  return condition.kind === "all" || condition.kind === "any"
    ? [condition, ...condition.conditions.flatMap(withInner)]
    : [condition];
};

function conditionsOfNode(node: NodePlan): Condition[] {
  const figures = node.kind === "group" ? [node.points, node.cap] : [node.points, ...figuresIn(node.rule)];
  return [
    ...(node.appliesTo === undefined ? [] : [node.appliesTo]),
    ...figures.flatMap((figure) => figure?.flatMap(({ when }) => when ?? []) ?? []),
    ...(node.kind === "leaf" ? conditionsOfRule(node) : []),
  ];
}

const conditionsOfRule = ({ rule }: LeafPlan): Condition[] => {
  if (rule.kind === "threshold") return [rule.when];
  return "clauses" in rule ? rule.clauses.flatMap(({ when }) => when ?? []) : [];
};

/** The kinds of units a condition is about, in words; only such conditions say whom an indicator applies to. */
export function describeUnits(condition: Condition): Text {
  switch (condition.kind) {
    case "all":
      return joinTexts(condition.conditions.map(describeUnits), "且", " and ");
    case "any":
      return joinTexts(condition.conditions.map(describeUnits), "或", " or ");
    case "not": {
      const inner = describeUnits(condition.condition);
      return { zh: `非（${inner.zh}）`, en: `not (${inner.en})` };
    }
    case "category":
      return wordsOf({ zh: "类别", en: "category" }, condition.words);
    case "tag":
      return wordsOf({ zh: "标签", en: "tag" }, condition.words);
    case "column":
      return wordsOf({ zh: condition.column, en: condition.column }, condition.words);
    default:
      return { zh: "按测评体系的规定", en: "as the rubric says" };
  }
}

const wordsOf = (subject: Text, words: readonly string[]): Text => ({
  zh: `${subject.zh}为${words.join("、")}`,
  en: `${subject.en} ${words.join(", ")}`,
});

/** Whether a unit is of the kind a condition is about; where that hangs on more, it may be. */
export function mayBe(condition: Condition, { columns }: FormUnit): boolean {
  const judge = (inner: Condition): boolean | undefined => {
    switch (inner.kind) {
      case "all":
      case "any": {
        const verdicts = inner.conditions.map(judge);
        const decisive = inner.kind === "any";
        if (verdicts.includes(decisive)) return decisive;
        return verdicts.includes(undefined) ? undefined : !decisive;
      }
      case "not": {
        const verdict = judge(inner.condition);
        return verdict === undefined ? undefined : !verdict;
      }
      case "category":
        return inner.words.includes(columns.get("category") ?? "");
      case "tag":
        return splitTags(columns.get("tags") ?? "").some((tag) => inner.words.includes(tag));
      case "column":
        return inner.words.includes(columns.get(inner.column) ?? "");
      default:
        return undefined;
    }
  };
  return judge(condition) !== false;
}
