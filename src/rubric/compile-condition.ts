import { closest } from "../base/closest.ts";
import { formatExact, isWhole } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { type Context, ownOutcomes, resolve } from "./compile-context.ts";
import { comesToNumber, compileWindow } from "./compile-several.ts";
import { mostBack, titlesNamed } from "./compile-years.ts";
import type { Path } from "./document.ts";
import { referenceProblem, wordProblem } from "./misread.ts";
import type { Condition, CountPlan, EarlierTest, InputPlan, Subject } from "./plan.ts";
import {
  type ConditionNode,
  type CountRounding,
  type Figured,
  numericOperators,
  relativeOperators,
  subjects,
} from "./schema.ts";

/**
 * What a condition may speak of. `unit`: the unit's kind only, so that points can be worked out before
 * any data is there; `data`: inputs as well; `scores`: also scores (vetoes); `gates`: also vetoes, which are
 * judged before gates; `outcomes`: also gates, which are judged before outcomes.
 */
export type Scope = "unit" | "data" | "scores" | "gates" | "outcomes";

const scopeOf: Record<(typeof subjects)[number], Scope> = {
  column: "unit",
  category: "unit",
  tag: "unit",
  input: "data",
  score: "scores",
  veto: "gates",
  "unmet-gate": "outcomes",
  event: "data",
  result: "outcomes",
  title: "scores",
  status: "scores",
  standing: "scores",
  "term-ends": "scores",
  predecessor: "scores",
  earlier: "scores",
};
const reach: Record<Scope, number> = { unit: 0, data: 1, scores: 2, gates: 3, outcomes: 4 };

const never: Condition = { kind: "any", conditions: [] };

/** The condition with its names resolved. A faulty one is reported and stands as one that never holds. */
export function compileCondition(context: Context, node: ConditionNode, path: Path, scope: Scope): Condition {
  const combined = (["all", "any", "not"] as const).filter((key) => node[key] !== undefined);
  const named = subjects.filter((key) => node[key] !== undefined);
  const [subject, ...others] = [...combined, ...named];
  if (subject === undefined || others.length > 0) {
    context.report(path, problems.conditionSubject([...combined, ...named]));
    return never;
  }
  checkKeys(context, node, path, subject);
  if (subject === "all" || subject === "any") {
    const conditions = (node[subject] ?? []).map((inner, index) =>
      compileCondition(context, inner, [...path, subject, index], scope),
    );
    return { kind: subject, conditions };
  }
  if (subject === "not") {
    return { kind: "not", condition: compileCondition(context, node.not ?? {}, [...path, "not"], scope) };
  }
  if (reach[scopeOf[subject]] > reach[scope]) {
    context.report([...path, subject], problems.conditionScope(subject, scope));
    return never;
  }
  return compileSubject(context, node, path, subject);
}

function compileSubject(
  context: Context,
  node: ConditionNode,
  path: Path,
  subject: (typeof subjects)[number],
): Condition {
  const at = [...path, subject];
  switch (subject) {
    case "category":
    case "tag": {
      const words = node[subject] ?? [];
      const declared = subject === "category" ? context.rubric.units?.categories : context.rubric.units?.tags;
      for (const word of words) {
        if (declared !== undefined && !declared.includes(word)) {
          context.report(at, referenceProblem(subject, word, declared));
        }
      }
      return { kind: subject, words };
    }
    case "column":
      if (node.is === undefined) context.report(path, problems.conditionOperator("column", ["is"]));
      return { kind: "column", column: node.column ?? "", words: node.is ?? [] };
    case "event": {
      const within = compileWindow(context, node.within, [...path, "within"]);
      const atLeast = compileCount(context, node["at-least"], [...path, "at-least"]);
      return { kind: "event", events: node.event ?? [], levels: node.level, within, atLeast };
    }
    case "title":
    case "term-ends":
    case "predecessor":
      return { kind: subject, titles: titlesNamed(context, at, node[subject] ?? []) };
    case "status":
      return { kind: "status", statuses: node.status ?? [] };
    case "standing":
      return { kind: "standing", standings: node.standing ?? [] };
    case "earlier":
      return compileEarlier(context, node, path);
    case "result": {
      const result = resolve(context, at, "result", node.result ?? "", context.resultsById);
      return result === undefined
        ? never
        : measured(context, node, path, { by: "result", result }, undefined);
    }
    case "veto":
      return { kind: "veto", vetoes: listed(context, at, "veto", node.veto ?? [], context.vetoesById) };
    case "unmet-gate":
      return {
        kind: "gate",
        gates: listed(context, at, "gate", node["unmet-gate"] ?? [], context.gatesById),
      };
    case "score": {
      const name = node.score ?? "";
      const index = resolve(context, at, "indicator", name, new Map([["total", 0], ...context.nodesById]));
      return index === undefined
        ? never
        : measured(
            context,
            node,
            path,
            { by: "score", node: index, phase: compilePhase(context, node.phase, path) },
            undefined,
          );
    }
    case "input": {
      const input = resolve(context, at, "input", node.input ?? "", context.inputsById);
      if (input === undefined) return never;
      return (
        wordCondition(context, node, path, input) ??
        measured(context, node, path, { by: "input", input: input.index }, input)
      );
    }
    default:
      return subject satisfies never;
  }
}

/** So many times; once where nothing is said. */
function compileCount(context: Context, figured: Figured | undefined, path: Path): number {
  if (figured === undefined) return 1;
  const { value, percent, text } = figured;
  const times = isWhole(value) && !percent ? Number(formatExact(value)) : -1;
  if (times < 0 || times > 1_000_000) context.report(path, problems.rubricWhole(text));
  return times;
}

/** What so many of the last assessments were like. */
function compileEarlier(context: Context, node: ConditionNode, path: Path): Condition {
  const { last = 1, times = 1, earlier = "outcome" } = node;
  if (last < 1 || times < 1 || times > last || last > mostBack)
    context.report(path, problems.earlierTimes(times, last));
  const test = compileEarlierTest(context, node, path, earlier);
  return test === undefined ? never : { kind: "earlier", last, times, test };
}

function compileEarlierTest(
  context: Context,
  node: ConditionNode,
  path: Path,
  earlier: NonNullable<ConditionNode["earlier"]>,
): EarlierTest | undefined {
  if (earlier === "outcome") {
    const known = outcomeNames(context);
    for (const name of node.is ?? [])
      if (!known.includes(name)) context.report([...path, "is"], referenceProblem("outcome", name, known));
    if (node.is === undefined) context.report(path, problems.conditionOperator("earlier: outcome", ["is"]));
    return node.is && { by: "outcome", outcomes: node.is };
  }
  const operators = earlier === "total" ? numericOperators : relativeOperators;
  const [operator, ...others] = operators.filter((key) => node[key] !== undefined);
  if (operator === undefined || others.length > 0) {
    context.report(path, problems.conditionOperator(`earlier: ${earlier}`, operators));
    return undefined;
  }
  if (operator === "among-worst" || operator === "among-best") {
    const end = operator === "among-worst" ? "worst" : "best";
    return { by: "rank", end, count: compilePlaces(node[operator], node.round) };
  }
  const value = node[operator]?.value;
  return value && { by: "total", operator, value, exact: context.rubric.rounding?.lines === "exact" };
}

/** Every outcome that a unit can have, or can have had. */
const outcomeNames = ({ rubric, earlierOutcomes }: Context): string[] => [
  ...new Set([...ownOutcomes(rubric), ...earlierOutcomes]),
];

/** So many places, or a share of those there are. */
function compilePlaces(figured: Figured | undefined, round: CountRounding | undefined): CountPlan {
  if (figured?.percent === true) return { kind: "share", share: figured.value, round: round ?? "down" };
  return { kind: "number", count: figured === undefined ? 1 : Number(formatExact(figured.value)) };
}

const measures = [...numericOperators, ...relativeOperators] as const;
/** They say more of `among-worst` and `among-best`. */
export const relativeKeys: readonly (keyof ConditionNode)[] = ["better", "over", "round"];
const none: readonly (keyof ConditionNode)[] = [];

/** What may stand beside a subject, or beside what combines conditions. */
export const besideSubject = {
  all: none,
  any: none,
  not: none,
  category: none,
  tag: none,
  veto: none,
  "unmet-gate": none,
  column: ["is"],
  event: ["level", "within", "at-least"],
  title: none,
  status: none,
  standing: none,
  "term-ends": none,
  predecessor: none,
  earlier: ["last", "times", "is", ...measures, "round"],
  input: [...measures, "better", "over", "round", "is"],
  score: [...measures, "better", "over", "round", "phase"],
  result: [...measures, "better", "over", "round"],
} as const satisfies Record<
  "all" | "any" | "not" | (typeof subjects)[number],
  readonly (keyof ConditionNode)[]
>;
type Key = keyof typeof besideSubject;

/** Anything else than what belongs to the subject would be passed over unseen. */
function checkKeys(context: Context, node: ConditionNode, path: Path, subject: Key): void {
  const allowed = allowedBeside(context, node, subject);
  if (allowed === undefined) return;
  const named = subject === "input" || subject === "score" || subject === "result" || subject === "earlier";
  const about = (named ? node[subject] : undefined) ?? subject;
  for (const [key, value] of Object.entries(node)) {
    if (value !== undefined && key !== subject && !allowed.includes(key))
      context.reportKey([...path, key], problems.conditionKey(key, about, allowed));
  }
}

/** What may stand beside a subject; undefined where what must stand there is missing, which is told of as such. */
function allowedBeside(context: Context, node: ConditionNode, subject: Key): readonly string[] | undefined {
  const allowed: readonly (keyof ConditionNode)[] = besideSubject[subject];
  const input = subject === "input" ? context.inputsById.get(node.input ?? "") : undefined;
  if (input !== undefined && !comesToNumber(input)) return ["is"];
  if (subject === "earlier") return allowedBesideEarlier(node);
  if (subject !== "input" && subject !== "score" && subject !== "result") return allowed;
  if (measures.every((key) => node[key] === undefined)) return undefined;
  const isRelative = relativeOperators.some((key) => node[key] !== undefined);
  return allowed.filter((key) => key !== "is" && (isRelative || !relativeKeys.includes(key)));
}

/** What an earlier year is asked decides what may stand beside it. */
function allowedBesideEarlier({ earlier }: ConditionNode): readonly (keyof ConditionNode)[] {
  const beside: readonly (keyof ConditionNode)[] = ["last", "times"];
  if (earlier === "outcome") return [...beside, "is"];
  return earlier === "total" ? [...beside, ...numericOperators] : [...beside, ...relativeOperators, "round"];
}

function listed(
  context: Context,
  path: Path,
  kind: "veto" | "gate",
  names: readonly string[],
  known: ReadonlyMap<string, number>,
): number[] {
  if (names.length === 1 && names[0] === "any") return [...known.values()];
  return names.flatMap((name) => resolve(context, path, kind, name, known) ?? []);
}

export const yesWords: readonly string[] = [
  "yes",
  "是",
  "有",
  "√",
  "✓",
  "y",
  "true",
  "1",
  "达标",
  "合格",
  "符合",
];
export const noWords: readonly string[] = [
  "no",
  "否",
  "无",
  "×",
  "✗",
  "n",
  "false",
  "0",
  "不达标",
  "不合格",
  "不符合",
  "没有",
];

/** The run of the rubric a score is taken from; undefined for the one that counts. */
function compilePhase(context: Context, name: string | undefined, path: Path): number | undefined {
  if (name === undefined) return undefined;
  const list = context.rubric.phases?.list ?? [];
  const index = list.indexOf(name);
  if (index !== -1) return index;
  context.report([...path, "phase"], problems.phaseResult(name, list, closest(name, list)));
  return undefined;
}

/** A condition on words or on yes and no; undefined where the input is a number. */
function wordCondition(
  context: Context,
  node: ConditionNode,
  path: Path,
  input: InputPlan,
): Condition | undefined {
  if (input.type.kind === "yes-no") {
    const yes: Condition = { kind: "yes", input: input.index, missing: "finding" };
    const [word, ...others] = node.is ?? ["yes"];
    if (word === undefined || others.length > 0 || !(yesWords.includes(word) || noWords.includes(word))) {
      context.report([...path, "is"], wordProblem("is", (node.is ?? []).join(", "), ["yes", "no"]));
    }
    return yesWords.includes(word ?? "") ? yes : { kind: "not", condition: yes };
  }
  if (input.type.kind !== "word" || input.sheets !== undefined) return undefined;
  const { words } = input.type;
  for (const word of node.is ?? []) {
    if (!words.includes(word)) context.report([...path, "is"], wordProblem("is", word, words));
  }
  if (node.is === undefined) context.report(path, problems.conditionOperator(input.id, ["is"]));
  return { kind: "word", input: input.index, words: node.is ?? [] };
}

function measured(
  context: Context,
  node: ConditionNode,
  path: Path,
  subject: Subject,
  input: InputPlan | undefined,
): Condition {
  const operators = [...numericOperators, ...relativeOperators].filter((key) => node[key] !== undefined);
  const [operator, ...others] = operators;
  if (operator === undefined || others.length > 0) {
    context.report(
      path,
      problems.conditionOperator(input?.id ?? node.score ?? "", [...numericOperators, ...relativeOperators]),
    );
    return never;
  }
  if (operator === "among-worst" || operator === "among-best") {
    const end = operator === "among-worst" ? "worst" : "best";
    const count = compilePlaces(node[operator], node.round);
    return {
      kind: "relative",
      subject,
      end,
      count,
      better: node.better ?? "higher",
      over: node.over ?? "group",
    };
  }
  const figured = node[operator];
  if (figured === undefined) return never;
  if (input !== undefined) checkPercent(context, [...path, operator], input, figured);
  return {
    kind: "number",
    subject,
    operator,
    value: figured.value,
    share: subject.by === "score" && figured.percent,
  };
}

/** A percentage is compared with percentages, a number with numbers; a computed input is either. */
export function checkPercent(context: Context, path: Path, input: InputPlan, figured: Figured): void {
  if (
    input.source.from === "inputs" ||
    input.sheets !== undefined ||
    figured.percent === (input.type.kind === "percent")
  )
    return;
  context.report(
    path,
    figured.percent ? problems.percentAgainstNumber(input.id) : problems.numberAgainstPercent(input.id),
  );
}
