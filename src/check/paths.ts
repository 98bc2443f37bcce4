import type { Condition, Plan } from "../rubric/plan.ts";
import { unitIs } from "../scoring/profile.ts";
import type { Assumption } from "./assumption.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { createQuestions, type Question } from "./questions.ts";
import type { Attainable } from "./ranges.ts";

/** One way in which conditions can turn out: what has to be so, and what follows. */
export interface OnePath<T> {
  /** By what was asked. What is asked once has the same answers on every path: two of them are the same, or exclude each other. */
  readonly answers: ReadonlyMap<string, Assumption>;
  readonly result: T;
}

export interface Paths<T> {
  readonly list: readonly OnePath<T>[];
  /** Whether these are all; a rubric with very many conditions has too many. */
  readonly complete: boolean;
}

/** What is left for a search, and for all those that come after it; it takes from that what it uses. */
export interface Allowance {
  paths: number;
  /** Steps of the search, whether or not they lead anywhere. */
  steps: number;
}

const mostPaths = 400;
const mostSteps = 4000;
/** So many searches may go to the utmost; those that come after have a tenth of that each. */
export const allowanceOf = (searches: number): Allowance => ({
  paths: mostPaths * searches,
  steps: mostSteps * searches,
});

/** What is known on the way to a path, by what was asked. */
type State = ReadonlyMap<string, Assumption>;

/** A condition turned over until something has to be assumed: a verdict (undefined: not to be told), or the question. */
type Verdict = boolean | undefined | Question;

export interface Explorer {
  /** Every way in which the first of the conditions that holds can be this or that one; -1 where none does. */
  first(
    conditions: readonly (Condition | undefined)[],
    cut: ReadonlySet<number>,
    allowance: Allowance,
  ): Paths<number>;
}

/** Looks at conditions for one kind of unit, with what nodes of the tree can come to. */
export function createExplorer(
  plan: Plan,
  kind: KindOfUnit,
  ranges: Pick<Attainable, "reaches">,
  roundLines: boolean,
): Explorer {
  const questions = createQuestions(plan, kind, ranges, roundLines);
  /** What stands behind vetoes and gates. */
  const behind = new Map<Condition, readonly Condition[]>();
  const inside = (condition: Condition, make: () => readonly Condition[]): readonly Condition[] => {
    const list = behind.get(condition) ?? make();
    behind.set(condition, list);
    return list;
  };

  const verdictOf = (condition: Condition, state: State): Verdict => {
    switch (condition.kind) {
      case "all":
        return several(condition.conditions, false, state);
      case "any":
        return several(condition.conditions, true, state);
      case "not": {
        const inner = verdictOf(condition.condition, state);
        return typeof inner === "boolean" ? !inner : inner;
      }
      case "category":
      case "tag":
      case "column":
        return unitIs(condition, kind.unit);
      case "veto": {
        const vetoes = inside(condition, () =>
          condition.vetoes.flatMap((index) => plan.vetoes[index]?.when ?? []),
        );
        return several(vetoes, true, state, false);
      }
      case "gate": {
        const unmet = inside(condition, () =>
          condition.gates
            .flatMap((index) => plan.gates[index]?.requires ?? [])
            .map((gate): Condition => ({ kind: "not", condition: gate })),
        );
        // A gate whose own input does not apply stands in nobody's way; any other that cannot be told is unmet.
        const stand = unmet.filter(
          (gate) =>
            gate.kind !== "not" ||
            gate.condition.kind !== "yes" ||
            state.get(`yes ${gate.condition.input}`)?.kind !== "not-applicable",
        );
        return several(stand, true, state, true);
      }
      default: {
        const question = questions.of(condition);
        return question && asked(question, state);
      }
    }
  };

  /** As conditions are judged: one that decides does so whatever the others come to. `unknown` is what untold ones count as. */
  const several = (
    conditions: readonly Condition[],
    by: boolean,
    state: State,
    unknown?: boolean,
  ): Verdict => {
    let ask: Verdict;
    let known = true;
    for (const condition of conditions) {
      const found = verdictOf(condition, state);
      const verdict = found === undefined && unknown !== undefined ? unknown : found;
      if (verdict === by) return by;
      if (verdict === undefined) known = false;
      else if (typeof verdict === "object") ask ??= verdict;
    }
    return ask ?? (known ? !by : undefined);
  };

  return {
    first: (conditions, cut, allowance) => {
      const most = {
        paths: allowance.paths >= mostPaths ? mostPaths : mostPaths / 10,
        steps: allowance.steps >= mostSteps ? mostSteps : mostSteps / 10,
      };
      const list: OnePath<number>[] = [];
      const state = new Map<string, Assumption>();
      let steps = 0;
      const visit = (from: number): void => {
        steps += 1;
        if (list.length >= most.paths || steps > most.steps) return;
        for (let index = from; index < conditions.length; index += 1) {
          const condition = conditions[index];
          const fits = condition === undefined ? true : verdictOf(condition, state);
          const verdict = fits === true && cut.has(index) ? asked(questions.quota(index), state) : fits;
          if (verdict === true) {
            list.push({ answers: new Map(state), result: index });
            return;
          }
          if (typeof verdict === "object") {
            for (const answer of verdict.answers) {
              state.set(verdict.key, answer);
              visit(index);
            }
            state.delete(verdict.key);
            return;
          }
        }
        list.push({ answers: new Map(state), result: -1 });
      };
      visit(0);
      allowance.paths -= list.length;
      allowance.steps -= steps;
      return { list, complete: list.length < most.paths && steps <= most.steps };
    },
  };
}

/** What is known of it, or the question itself. */
function asked(question: Question, state: State): Verdict {
  const known = state.get(question.key);
  return known === undefined ? question : question.verdict(known);
}
