import {
  add,
  ceiling,
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from "../base/rational.ts";
import type { ClausePlan, InputPlan, LeafPlan, Plan } from "../rubric/plan.ts";
import type { Profile } from "../scoring/profile.ts";
import { assign, bring, type Draft, dayText, dayWithin, levelFor, say } from "./draft.ts";

/** One way in which an indicator can turn out: what to write into a draft for it. */
export type Option = (draft: Draft) => void;

/**
 * Ways in which an indicator can turn out, the plainest first: among them those with the fewest and with the
 * most points, and the figures on both sides of every edge that its rule has.
 */
export function optionsOf(plan: Plan, leaf: LeafPlan, profile: Profile): readonly Option[] {
  const figures = profile.figures[leaf.index];
  if (figures === undefined) return [];
  const { rule } = leaf;
  const inputs = [...new Set(leaf.variants.flatMap((variant) => variant.inputs))];
  const first = plan.inputs[inputs[0] ?? -1];
  const { points = zero, due, target, each } = figures;
  const numbers = (list: readonly Rational[]): readonly Option[] =>
    fitting(first, list).map((figure) => (draft) => {
      for (const input of inputs) assign(plan, draft, input, figure);
    });
  const words = (list: readonly string[]): readonly Option[] =>
    list.map((word) => (draft) => {
      for (const input of inputs) say(plan, draft, input, word);
    });
  const most = limitOf(first) ?? hundred;
  const least = leastOf(first);
  switch (rule.kind) {
    case "marks": {
      const outOf = rule.outOf ?? points;
      const top = limitOf(first) ?? outOf;
      return numbers([least, top, divide(add(least, top), rational(2)), outOf]);
    }
    case "clauses":
    case "all-or-nothing":
      return clauseOptions(plan, rule.clauses);
    case "k-of-n":
      if (rule.clauses.length > 0) return clauseOptions(plan, rule.clauses);
      if (rule.per !== undefined) return countOptions(plan, inputs, rule.of ?? 3);
      return numbers(edgesOf(plan, leaf, profile));
    case "grade":
      return words([...rule.scale.keys()]);
    case "bands":
      return numbers(edgesOf(plan, leaf, profile));
    case "threshold":
      return [true, false].map((wanted) => (draft: Draft) => bring(plan, draft, rule.when, wanted));
    case "deduct-per-missing":
      return numbers([zero, due, ...upTo(due)]);
    case "deduct-per-fault": {
      const gone = isZero(each) ? one : divide(points, each);
      return numbers([zero, add(gone, one), ...upTo(gone)]);
    }
    case "deduct-per-point-short": {
      const gone = isZero(each) ? zero : divide(divide(points, each), hundred);
      return numbers([
        subtract(target, gone),
        target,
        divide(subtract(add(target, target), gone), rational(2)),
        zero,
      ]);
    }
    case "proportional":
      return numbers([zero, target, divide(target, rational(2)), divide(target, rational(4))]);
    case "curve":
      return numbers(edgesOf(plan, leaf, profile));
    case "min-max":
      return numbers([least, most, divide(add(least, most), rational(2))]);
    case "fixed":
      return [];
    case "once":
      return words(["否", "是"]);
    case "each-time": {
      const enough =
        isZero(each) || figures.points === undefined ? rational(rule.times ?? 20) : divide(points, each);
      return numbers([zero, add(enough, one), ...upTo(enough)]);
    }
    case "on-time":
      return words([
        dayText(rule.due),
        ...(rule.notAfter === undefined ? [] : [dayText(rule.notAfter)]),
        dayText((rule.notAfter ?? rule.due) + 10_000),
      ]);
    case "events": {
      const clear = (draft: Draft): void => {
        const kept = draft.events.filter(({ kind }) => !rule.events.includes(kind));
        draft.events.splice(0, draft.events.length, ...kept);
      };
      const happened =
        (kind: string, level: string, times: number): Option =>
        (draft) => {
          clear(draft);
          const date = dayWithin(plan, rule.within);
          for (let index = 0; index < times; index += 1) draft.events.push({ date, kind, level });
        };
      const kinds = rule.events.flatMap((kind) =>
        (rule.levels === undefined ? [levelFor(plan, kind)] : [...rule.levels.keys()]).flatMap((level) =>
          [1, 2, 20].map((times) => happened(kind, level, times)),
        ),
      );
      return [clear, ...kinds];
    }
    default:
      return rule satisfies never;
  }
}

/** The figures at which the rule of an indicator with one number for an input turns, and those next to them. */
export function edgesOf(plan: Plan, leaf: LeafPlan, profile: Profile): Rational[] {
  const { rule } = leaf;
  const input = plan.inputs[leaf.variants[0]?.inputs[0] ?? -1];
  const around = (edges: readonly Rational[]): readonly Rational[] =>
    edges.flatMap((edge) => [edge, subtract(edge, stepFor(input)), add(edge, stepFor(input))]);
  const all = (): readonly Rational[] => {
    if (rule.kind === "bands") {
      const edges = around(rule.bands.flatMap(({ tests }) => tests.map(({ value }) => value)));
      return [leastOf(input), limitOf(input) ?? hundred, ...edges];
    }
    if (rule.kind === "curve") {
      const ats = rule.curve.map(({ at }) => at);
      return [...ats, ...ats.slice(1).map((at, index) => divide(add(at, ats[index] ?? at), rational(2)))];
    }
    if (rule.kind === "k-of-n") return [zero, rational(rule.of ?? 0), ...rule.table.map(({ met }) => met)];
    return profile.points[leaf.index] === undefined ? [] : [zero];
  };
  return [...fitting(input, all())];
}

/** No clause, each number of them from the first on, and all but the first; of many, some of these. */
function clauseOptions(plan: Plan, clauses: readonly ClausePlan[]): readonly Option[] {
  const set = (draft: Draft, clause: ClausePlan, met: boolean): void => {
    if (clause.input !== undefined) say(plan, draft, clause.input, met ? "是" : "否");
    else if (clause.when !== undefined) bring(plan, draft, clause.when, met);
  };
  const counts = clauses.map((_, index) => index + 1);
  return [0, ...counts].map((count) => (draft: Draft) => {
    for (const [index, clause] of clauses.entries()) set(draft, clause, index < count);
  });
}

const countOptions = (plan: Plan, inputs: readonly number[], of: number): readonly Option[] =>
  Array.from({ length: of + 1 }, (_, yes) => (draft: Draft) => {
    const texts = Array.from({ length: of }, (__, index) => (index < yes ? "是" : "否"));
    for (const input of inputs) {
      if (plan.inputs[input]?.source.from === "submissions") draft.texts.set(input, texts);
    }
  });

const limitOf = (input: InputPlan | undefined): Rational | undefined => {
  if (input === undefined || !("most" in input.type)) return undefined;
  return input.type.most;
};

const stepFor = (input: InputPlan | undefined): Rational =>
  input?.type.kind === "count" ? one : input?.percent === true ? rational(1, 10_000) : rational(1, 100);

/** Whether the cells of an input may say a figure; those of a computed one are not held to limits here. */
function allowed(input: InputPlan, figure: Rational): boolean {
  if (!("least" in input.type) || input.sheets !== undefined) return true;
  const { least, most } = input.type;
  return (
    (least === undefined || compare(figure, least) >= 0) && (most === undefined || compare(figure, most) <= 0)
  );
}

const leastOf = (input: InputPlan | undefined): Rational =>
  input !== undefined && "least" in input.type ? (input.type.least ?? zero) : zero;

/** The figures that the cells of an input may say, each once. */
const fitting = (input: InputPlan | undefined, list: readonly Rational[]): readonly Rational[] =>
  distinct(list.filter((figure) => input === undefined || allowed(input, figure)));

const distinct = (list: readonly Rational[]): readonly Rational[] =>
  list.filter((figure, index) => list.findIndex((other) => compare(other, figure) === 0) === index);

/** The whole numbers up to a figure, or some of them where there are many. */
function upTo(figure: Rational): readonly Rational[] {
  const last = Number(formatExact(ceiling(figure)));
  if (!Number.isSafeInteger(last) || last < 1) return [];
  const step = Math.max(1, Math.ceil(last / 8));
  return Array.from({ length: Math.floor(last / step) }, (_, index) => rational((index + 1) * step));
}
