import { type Day, yearOf } from "../base/date.ts";
import type { YearRecord } from "../evidence/history.ts";
import type { HeldTitle, Standing } from "../evidence/standing.ts";
import { plainStanding } from "../evidence/standing.ts";
import type { Problem } from "../findings/problem.ts";
import { standingAfter } from "../outcome/effects.ts";
import type { OutcomePlan, Plan } from "../rubric/plan.ts";
import type { StandingWord, Status } from "../rubric/schema.ts";
import type { RecordCondition } from "./assumption.ts";
import { referenceDay } from "./draft.ts";
import { createSearch, type KindContext } from "./outcome-proof.ts";
import { recordConditions, settlePlan } from "./records.ts";

/**
 * What a unit can come to over the years, as far as the rubric can tell: never less than what can happen.
 * Days are left open (a ban may have ended by the next decision, or not), so that it does not hang on when
 * decisions are made; others may grant and take their own titles at any time, and a title with a term may
 * run out. Units start without titles of the rubric's own, or with one of them where it continues another rubric.
 */
export interface State {
  /** Titles held, in the order of the rubric. */
  readonly titles: readonly number[];
  /** Which days earlier decisions have left: they may be over. */
  readonly left: readonly Left[];
  /** The outcomes of the last assessments, the latest first: those that some rule asks for, otherwise empty. */
  readonly past: readonly string[];
}

type Left = "suspended" | "banned" | "rectify";

/** From one state to the next. */
export interface Move {
  readonly from: number;
  readonly to: number;
  /** The rule that was taken; undefined where nothing was decided. */
  readonly rule: number | undefined;
  /** Why it came to be: a decision, others, the end of a term, a year without an assessment. */
  readonly by: "rule" | "refer" | "none" | "others" | "term" | "away";
}

/** A decision that cannot be: it would leave the unit with titles that the rubric forbids. */
export interface Clash {
  readonly state: number;
  readonly rule: number;
  readonly problem: Problem;
}

export interface Machine {
  readonly states: readonly State[];
  readonly moves: readonly Move[];
  readonly clashes: readonly Clash[];
  /** By place in the list of outcomes: whether the rule may be taken in some state. */
  readonly possible: readonly boolean[];
  /** What a condition on records comes to in a state: true or false whatever else is the case, or either. */
  known(state: State, condition: RecordCondition, status?: Status): boolean | undefined;
  /** The place of the state in which a unit stands that was decided on in earlier years. */
  placeOf(standing: Standing, history: readonly YearRecord[]): number | undefined;
  /** Whether these are all; otherwise nothing is proven. */
  readonly complete: boolean;
}

/** More states than these are not looked at. */
const mostStates = 1500;
const mostMoves = 30_000;

/** Every state that a unit can come into that starts without any title. */
export function createMachine(plan: Plan, kinds: readonly KindContext[], allKinds: boolean): Machine {
  const asked = recordConditions(plan);
  const nameOf = createNames(asked);
  const watched = new Set(
    asked.flatMap((condition) => (condition.kind === "standing" ? condition.standings.map(leftBy) : [])),
  );
  const reach = Math.max(
    0,
    ...asked.map((condition) =>
      condition.kind === "earlier" && condition.test.by === "outcome" ? condition.last : 0,
    ),
  );
  const statuses = statusesAsked(asked);
  const possible = plan.outcomes.map(() => false);
  const states: State[] = [];
  const places = new Map<string, number>();
  const moves = new Map<string, Move>();
  const clashes = new Map<string, Clash>();
  let complete = allKinds;
  /** Titles that somebody may hold: a unit that is taken over may be one of them. */
  const held = new Set<number>();
  const known = (state: State, condition: RecordCondition, status?: Status): boolean | undefined =>
    knownIn(state, condition, status, held);

  const placeOf = (state: State): number | undefined => {
    const key = JSON.stringify(state);
    const before = places.get(key);
    if (before !== undefined) return before;
    if (states.length >= mostStates) {
      complete = false;
      return undefined;
    }
    places.set(key, states.length);
    states.push(state);
    for (const title of state.titles) held.add(title);
    return states.length - 1;
  };
  const move = (from: number, state: State, by: Move["by"], rule?: number): void => {
    const to = placeOf(state);
    if (to === undefined) return;
    const one: Move = { from, to, rule, by };
    moves.set(JSON.stringify([from, to, rule, by]), one);
    if (moves.size > mostMoves) complete = false;
  };
  const after = ({ past }: State, outcome: string): readonly string[] =>
    [nameOf(outcome), ...past].slice(0, reach);

  /** What may be decided in states that the conditions on records cannot tell apart. */
  const decided = new Map<string, readonly number[]>();
  const rulesFor = (state: State, status: Status): readonly number[] => {
    const verdicts = asked.map((condition) => known(state, condition, status));
    const key = JSON.stringify(verdicts.map((holds) => holds ?? null));
    const before = decided.get(key);
    if (before !== undefined) return before;
    const settled = settlePlan(plan, (condition) => known(state, condition, status));
    const search = createSearch(
      settled,
      kinds,
      settled.outcomes.map(({ when }) => when),
      allKinds,
      cutRules(plan),
    );
    const rules = [...plan.outcomes.keys(), -1].filter((rule) => !allKinds || search.feasible(rule, true));
    decided.set(key, rules);
    return rules;
  };

  const decide = (index: number, state: State, rule: OutcomePlan, place: number): void => {
    possible[place] = true;
    const { standing, problems } = standingAfter(plan, rule, standingOf(state), referenceDay(plan), "");
    for (const problem of problems)
      clashes.set(`${index} ${place} ${problem.message.en}`, { state: index, rule: place, problem });
    if (problems.length === 0)
      move(index, { ...stateOf(standing, watched), past: after(state, rule.name) }, "rule", place);
    const tie = rule.quota?.tie;
    if (tie?.kind === "refer") move(index, { ...state, past: after(state, tie.outcome) }, "refer", place);
  };

  const visit = (index: number, state: State): void => {
    for (const status of statuses)
      for (const place of rulesFor(state, status)) {
        const rule = plan.outcomes[place];
        if (rule !== undefined) decide(index, state, rule, place);
        else move(index, { ...state, past: after(state, "") }, "none");
      }
    if (reach > 0) move(index, { ...state, past: after(state, "") }, "away");
    for (const [title, { term, external }] of plan.titles.entries()) {
      const without = { ...state, titles: state.titles.filter((one) => one !== title) };
      if (!state.titles.includes(title)) {
        if (external && mayBeGranted(plan, title, state.titles))
          move(index, { ...state, titles: [...state.titles, title].sort((a, b) => a - b) }, "others");
      } else if (external) move(index, without, "others");
      else if (term !== undefined) move(index, without, "term");
    }
  };

  const unknown = plan.years.continues.length > 1 || plan.years.outcomes.length > 0;
  const past = Array.from({ length: reach }, () => (unknown ? "?" : ""));
  placeOf({ titles: [], left: [], past });
  // What an earlier rubric has granted is held when this one begins.
  if (plan.years.continues.length > 1)
    for (const title of plan.titles.keys()) placeOf({ titles: [title], left: [], past });
  // What units can hold decides what those can have held that they take over from: once more until nothing is new.
  const inherits = asked.some(({ kind }) => kind === "predecessor");
  for (let round = -1; round < 0 || (inherits && round < held.size); ) {
    round = held.size;
    decided.clear();
    for (let index = 0; index < states.length && moves.size <= mostMoves; index += 1) {
      const state = states[index];
      if (state !== undefined) visit(index, state);
    }
  }
  const now = yearOf(referenceDay(plan));
  return {
    states,
    moves: [...moves.values()],
    clashes: [...clashes.values()],
    possible,
    known,
    complete,
    placeOf: (standing, history) => {
      const past = Array.from({ length: reach }, (_, ago) => {
        const record = history.find(({ year }) => year === now - (ago + 1) * plan.years.every);
        if (record === undefined) return unknown ? "?" : "";
        return nameOf(record.outcome);
      });
      return places.get(JSON.stringify({ ...stateOf(standing, watched), past }));
    },
  };
}

/** The rules whose units are cut by a quota. */
export const cutRules = (plan: Plan): ReadonlySet<number> =>
  new Set(plan.outcomes.flatMap(({ quota }, index) => (quota === undefined ? [] : [index])));

/** The words of status that make a difference, and one that stands for all others. */
export function statusesAsked(conditions: readonly RecordCondition[]): readonly Status[] {
  const named = conditions.flatMap((condition) => (condition.kind === "status" ? condition.statuses : []));
  const others: readonly Status[] = ["active", "closed", "renamed", "merged", "split"];
  const other = others.find((status) => !named.includes(status));
  return [...new Set<Status>(["active", ...named, ...(other === undefined ? [] : [other])])];
}

/** Others keep to what the rubric says of their titles. */
export const mayBeGranted = (plan: Plan, title: number, held: readonly number[]): boolean => {
  const { requires = [], excludes = [] } = plan.titles[title] ?? {};
  return (
    (requires.length === 0 || requires.some((other) => held.includes(other))) &&
    held.every((other) => !excludes.includes(other) && plan.titles[other]?.excludes.includes(title) !== true)
  );
};

const day = 1; // any day will do where days are left open

function standingOf({ titles, left }: State): Standing {
  return {
    ...plainStanding,
    titles: titles.map((title): HeldTitle => ({ title, since: undefined, expires: undefined })),
    suspendedUntil: left.includes("suspended") ? day : undefined,
    bannedUntil: left.includes("banned") ? day : undefined,
    rectifyBy: left.includes("rectify") ? day : undefined,
  };
}

/** Days that no rule asks about make no difference. */
const stateOf = (standing: Standing, watched: ReadonlySet<Left>): Omit<State, "past"> => {
  const days: readonly (readonly [Left, Day | undefined])[] = [
    ["suspended", standing.suspendedUntil],
    ["banned", standing.bannedUntil],
    ["rectify", standing.rectifyBy],
  ];
  return {
    titles: standing.titles.map(({ title }) => title),
    left: days.flatMap(([word, until]) => (until !== undefined && watched.has(word) ? [word] : [])),
  };
};

/** Outcomes by what rules ask of them: those that no rule tells apart go by one name, those that none asks for by an empty one. */
function createNames(asked: readonly RecordCondition[]): (outcome: string) => string {
  const tests = asked.flatMap((condition) =>
    condition.kind === "earlier" && condition.test.by === "outcome" ? [condition.test.outcomes] : [],
  );
  const first = new Map<string, string>();
  const named = new Map<string, string>();
  for (const outcome of tests.flat()) {
    const answers = tests.map((outcomes) => (outcomes.includes(outcome) ? "1" : "0")).join("");
    first.set(answers, first.get(answers) ?? outcome);
    named.set(outcome, first.get(answers) ?? outcome);
  }
  return (outcome) => named.get(outcome) ?? "";
}

function knownIn(
  { titles, left, past }: State,
  condition: RecordCondition,
  status: Status | undefined,
  held: ReadonlySet<number>,
): boolean | undefined {
  switch (condition.kind) {
    case "title":
      return condition.titles.some((title) => titles.includes(title));
    case "predecessor":
      return condition.titles.some((title) => held.has(title)) ? undefined : false;
    case "term-ends":
      return condition.titles.some((title) => titles.includes(title)) ? undefined : false;
    case "status":
      return status === undefined ? undefined : condition.statuses.includes(status);
    case "standing": {
      const { standings } = condition;
      if (standings.includes("rectifying") && standings.includes("overdue") && left.includes("rectify"))
        return true;
      return standings.some((word) => left.includes(leftBy(word))) ? undefined : false;
    }
    case "earlier": {
      const { test, last, times } = condition;
      if (test.by !== "outcome") return undefined;
      const looked = past.slice(0, last);
      const sure = looked.filter((outcome) => test.outcomes.includes(outcome)).length;
      if (sure >= times) return true;
      return sure + looked.filter((outcome) => outcome === "?").length >= times ? undefined : false;
    }
    default:
      return condition satisfies never;
  }
}

const leftBy = (word: StandingWord): Left => (word === "banned" || word === "suspended" ? word : "rectify");
