import { formatDay } from "../base/date.ts";
import { joinTexts, same, type Text } from "../base/language.ts";
import { formatDecimal, formatExact, formatPercent, type Rational } from "../base/rational.ts";
import type { Condition, Plan, Subject } from "../rubric/plan.ts";
import { eventsMeeting, type Facts } from "./condition.ts";
import { describeYears, placesText } from "./describe-years.ts";
import { formatFigure } from "./kinds/bands.ts";
import { operatorWords } from "./operator-words.ts";
import { windowText } from "./window.ts";

const saysHowItIs: ReadonlySet<Condition["kind"]> = new Set<Condition["kind"]>([
  "event",
  "title",
  "term-ends",
  "predecessor",
  "status",
  "standing",
  "earlier",
]);

/** A condition in words, with the unit's own figure where it has one. */
export function describe(plan: Plan, condition: Condition, facts: Facts): Text {
  switch (condition.kind) {
    case "number": {
      const name = subjectName(plan, condition.subject);
      const figure = shownFigure(plan, condition.subject, facts);
      const line = condition.share ? formatPercent(condition.value) : shownLine(plan, condition);
      const words = operatorWords[condition.operator];
      return {
        zh: `${name.zh} ${figure}，${words.zh} ${line}`,
        en: `${name.en} ${figure}, ${words.en} ${line}`,
      };
    }
    case "relative": {
      const name = subjectName(plan, condition.subject);
      const figure = shownFigure(plan, condition.subject, facts);
      const places = placesText(condition.end, condition.count);
      const zh = `${name.zh} ${figure}，居${condition.over === "group" ? "组" : "全体"}内${places.zh}`;
      const en = `${name.en} ${figure}, among ${places.en} of ${condition.over === "group" ? "its group" : "all"}`;
      return { zh, en };
    }
    case "title":
    case "term-ends":
    case "predecessor":
    case "status":
    case "standing":
    case "earlier":
      return describeYears(plan, condition, facts);
    case "yes":
    case "word": {
      const value = facts.values[condition.input];
      const said = value?.text ?? "";
      return same(`${plan.inputs[condition.input]?.name ?? ""}: ${said}`);
    }
    case "category":
      return {
        zh: `类别为${facts.unit.columns.get("category") ?? ""}`,
        en: `category ${facts.unit.columns.get("category") ?? ""}`,
      };
    case "tag":
      return { zh: `标签含${condition.words.join("或")}`, en: `tagged ${condition.words.join(" or ")}` };
    case "column":
      return same(`${condition.column}: ${facts.unit.columns.get(condition.column) ?? ""}`);
    case "not": {
      // What is said of events and earlier years is how it is, not what was asked: it needs no "not" before it.
      if (saysHowItIs.has(condition.condition.kind)) return describe(plan, condition.condition, facts);
      const inner = describe(plan, condition.condition, facts);
      return { zh: `并非：${inner.zh}`, en: `not: ${inner.en}` };
    }
    case "all":
    case "any": {
      const parts = condition.conditions.map((inner) => describe(plan, inner, facts));
      return condition.kind === "all"
        ? joinTexts(parts, "，且", ", and ")
        : joinTexts(parts, "，或", ", or ");
    }
    case "event": {
      const met = eventsMeeting(condition, facts);
      const said = met.map(({ date, kind, level, matter }) =>
        [formatDay(date), kind, level, matter].filter((word) => word !== "").join(" "),
      );
      const window = windowText(condition.within, facts.asOf);
      if (met.length === 0)
        return {
          zh: `没有${condition.events.join("、")}${window.zh}`,
          en: `no ${condition.events.join(", ")}${window.en}`,
        };
      return { zh: `${said.join("；")}${window.zh}`, en: `${said.join("; ")}${window.en}` };
    }
    case "veto": {
      const all = condition.vetoes.length === plan.vetoes.length;
      const which = all ? "" : condition.vetoes.map((index) => plan.vetoes[index]?.no ?? "").join("、");
      return all
        ? { zh: "有否决事项", en: "a veto" }
        : { zh: `有否决事项（${which}）`, en: `a veto (${which.replaceAll("、", ", ")})` };
    }
    case "gate": {
      const all = condition.gates.length === plan.gates.length;
      const which = all ? "" : condition.gates.map((index) => plan.gates[index]?.no ?? "").join("、");
      return all
        ? { zh: "有准入条件未达到", en: "a gate unmet" }
        : { zh: `有准入条件未达到（${which}）`, en: `a gate unmet (${which.replaceAll("、", ", ")})` };
    }
    default:
      return condition satisfies never;
  }
}

export const subjectName = (plan: Plan, subject: Subject): Text => {
  if (subject.by === "input") return same(plan.inputs[subject.input]?.name ?? "");
  if (subject.by === "result") return same(plan.years.results[subject.result]?.name ?? "");
  const phase = subject.phase === undefined ? "" : `${plan.phases?.list[subject.phase] ?? ""} `;
  const name = plan.nodes[subject.node]?.name ?? "";
  return subject.node === 0 ? { zh: `${phase}总分`, en: `${phase}total` } : same(phase + name);
};

const decimal = (plan: Plan, value: Rational): string =>
  plan.rounding.lines === "exact"
    ? formatExact(value)
    : formatDecimal(value, plan.rounding.places, plan.rounding.mode);

function shownFigure(plan: Plan, subject: Subject, facts: Facts): string {
  if (subject.by === "score") {
    const score = facts.score(subject.node, subject.phase);
    return score === undefined ? "—" : decimal(plan, score);
  }
  if (subject.by === "result") {
    const result = facts.result(subject.result);
    return result === undefined ? "—" : decimal(plan, result);
  }
  const value = facts.values[subject.input];
  if (value === undefined) return "—";
  if (value.kind !== "number" || value.text !== "") return value.text;
  return formatFigure(value.number, plan.inputs[subject.input]?.percent === true);
}

const shownLine = (plan: Plan, { subject, value }: Extract<Condition, { kind: "number" }>): string =>
  subject.by === "input" && plan.inputs[subject.input]?.percent === true
    ? formatPercent(value)
    : formatExact(value);
