import { joinTexts, type Text } from "../base/language.ts";
import { splitTags } from "../evidence/tags.ts";
import type { Condition } from "../rubric/plan.ts";
import type { FormUnit } from "./form.ts";

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
