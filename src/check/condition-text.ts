import { joinTexts, same, type Text } from "../base/language.ts";
import { formatExact, formatPercent } from "../base/rational.ts";
import { statusText } from "../evidence/register.ts";
import type { BandPlan, Condition, Plan } from "../rubric/plan.ts";
import { subjectName } from "../scoring/describe.ts";
import { earlierText, placesText, standingWords } from "../scoring/describe-years.ts";
import { formatFigure } from "../scoring/kinds/bands.ts";
import { operatorWords } from "../scoring/operator-words.ts";
import { type FigureRange, rangeOfInput } from "./condition-range.ts";

/** A condition in words, as it is laid down, without anybody's data. */
export function conditionText(plan: Plan, condition: Condition): Text {
  switch (condition.kind) {
    case "number": {
      const { subject, operator, value, share } = condition;
      const name = subjectName(plan, subject);
      const percent = share || (subject.by === "input" && plan.inputs[subject.input]?.percent === true);
      const line = percent ? formatPercent(value) : formatExact(value);
      const words = operatorWords[operator];
      return { zh: `${name.zh}${words.zh} ${line}`, en: `${name.en} ${words.en} ${line}` };
    }
    case "relative": {
      const { subject, over, end, count } = condition;
      const name = subjectName(plan, subject);
      const places = placesText(end, count);
      return {
        zh: `${name.zh}居${over === "group" ? "组" : "全体"}内${places.zh}`,
        en: `${name.en} among ${places.en} of ${over === "group" ? "its group" : "all"}`,
      };
    }
    case "title":
    case "predecessor":
    case "term-ends": {
      const names = condition.titles.map((title) => plan.titles[title]?.name ?? "");
      const words = {
        title: { zh: "持有", en: "holds" },
        predecessor: { zh: "接续的单位持有", en: "has taken over from a unit with" },
        "term-ends": { zh: "本年期满的有", en: "its term ends this year:" },
      }[condition.kind];
      return { zh: `${words.zh}${names.join("或")}`, en: `${words.en} ${names.join(" or ")}` };
    }
    case "status":
      return joinTexts(condition.statuses.map(statusText), "或", " or ");
    case "standing":
      return joinTexts(
        condition.standings.map((word) => standingWords[word]),
        "或",
        " or ",
      );
    case "earlier": {
      const asked = earlierText(condition.test);
      return {
        zh: `前 ${condition.last} 年有 ${condition.times} 次${asked.zh}`,
        en: `${condition.times} of the last ${condition.last} years: ${asked.en}`,
      };
    }
    case "yes":
      return same(plan.inputs[condition.input]?.name ?? "");
    case "word":
      return oneOf(same(plan.inputs[condition.input]?.name ?? ""), condition.words);
    case "category":
      return oneOf({ zh: "类别", en: "category" }, condition.words);
    case "tag":
      return oneOf({ zh: "标签", en: "tag" }, condition.words);
    case "column":
      return oneOf(same(condition.column), condition.words);
    case "event":
      return { zh: `有${condition.events.join("、")}`, en: `an event of ${condition.events.join(", ")}` };
    case "veto": {
      const which = numbersOf(plan.vetoes, condition.vetoes);
      return { zh: `有否决事项${which.zh}`, en: `a veto${which.en}` };
    }
    case "gate": {
      const which = numbersOf(plan.gates, condition.gates);
      return { zh: `有准入条件${which.zh}未达到`, en: `a gate${which.en} unmet` };
    }
    case "not": {
      const { zh, en } = conditionText(plan, condition.condition);
      return { zh: `并非${zh}`, en: `not ${en}` };
    }
    case "all":
    case "any": {
      const parts = condition.conditions.map((inner) => {
        const { zh, en } = conditionText(plan, inner);
        return inner.kind === "all" || inner.kind === "any" ? { zh: `（${zh}）`, en: `(${en})` } : { zh, en };
      });
      return condition.kind === "all" ? joinTexts(parts, "，且", " and ") : joinTexts(parts, "，或", " or ");
    }
    default:
      return condition satisfies never;
  }
}

/** The clauses of some of a list; nothing where it is all of them. */
function numbersOf(all: readonly { readonly no: string }[], some: readonly number[]): Text {
  if (some.length === all.length) return same("");
  const names = some.map((index) => all[index]?.no ?? "");
  return { zh: `（${names.join("、")}）`, en: ` (${names.join(", ")})` };
}

/** The limits of an input's figures, as they are told; undefined where it has none. */
export const limitsText = (plan: Plan, input: number): Text | undefined =>
  rangeText(rangeOfInput(plan, input), plan.inputs[input]?.percent === true);

/** The same of any range of figures. */
export function rangeText({ least, most, whole }: FigureRange, percent: boolean): Text | undefined {
  const show = percent ? formatPercent : formatExact;
  const [kind, kinds] = whole ? ["整数", "whole numbers "] : ["数", ""];
  const [from, to] = [least && show(least), most && show(most)];
  if (from !== undefined && to !== undefined)
    return {
      zh: `这项数据是 ${from} 到 ${to} 的${kind}`,
      en: `its figures are ${kinds}from ${from} to ${to}`,
    };
  if (from !== undefined)
    return { zh: `这项数据是不低于 ${from} 的${kind}`, en: `its figures are ${kinds}from ${from} up` };
  return to === undefined
    ? undefined
    : { zh: `这项数据是不高于 ${to} 的${kind}`, en: `its figures are ${kinds}up to ${to}` };
}

/** The edges of a band: `不低于 80%、低于 90%`. */
export const bandText = ({ tests }: BandPlan, percent: boolean): Text =>
  joinTexts(
    tests.map(({ operator, value }) => {
      const line = formatFigure(value, percent);
      return { zh: `${operatorWords[operator].zh} ${line}`, en: `${operatorWords[operator].en} ${line}` };
    }),
    "、",
    " and ",
  );

const oneOf = (subject: Text, words: readonly string[]): Text => ({
  zh: `${subject.zh}为${words.join("、")}`,
  en: `${subject.en} ${words.join(" or ")}`,
});
