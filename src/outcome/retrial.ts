import { groupBy } from "../base/order.ts";
import { compare, type Rational } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import type { Figures, Ranked } from "../ranking/rank.ts";
import type { Condition, Plan, QuotaPlan, Subject } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import { type Facts, holds, placesOf } from "../scoring/condition.ts";
import type { Relations } from "../scoring/relations.ts";
import type { UnitScore } from "../scoring/score.ts";
import { type Court, createCourt, type JudgeInput, orderOf } from "./judge.ts";
import { directed, type Keyed, placeRuns, quotaFigure, quotaGroup, quotaSize, runsOf } from "./quota.ts";

/** What another score of one unit would have changed. */
export interface Retried {
  /** What the unit itself would have. */
  readonly outcome: string | undefined;
  /** The others who would have something else. */
  readonly others: readonly OtherOutcome[];
}

/** Another unit whose outcome would have been a different one. */
export interface OtherOutcome {
  readonly unit: number;
  readonly outcome: string | undefined;
}

/** A unit by its place among those that are judged, and what is the case for it. */
interface Member {
  readonly index: number;
  readonly unit: Unit;
  readonly group: string;
  readonly place: Ranked;
}

/** One unit with another score, and all for whom that makes something else the case. */
interface Change {
  readonly own: Keyed<Member, UnitScore>;
  readonly facts: ReadonlyMap<number, Facts>;
}

/**
 * Judges all the units of `input` again and again, each time with another score for one of them (of the same
 * nodes). All that does not hang on that score is worked out once: to judge thousands of units from the
 * beginning for each of them would take hours.
 */
export function createRetrial(input: JudgeInput): (score: UnitScore) => Retried {
  const { plan, ranked } = input;
  const court = createCourt(input);
  if (!comparesUnits(plan))
    return (score) => {
      const own = court.factsOf(score);
      const rule = plan.outcomes.find(({ when }) => when === undefined || holds(when, own));
      return { outcome: rule?.name, others: [] };
    };
  const members = ranked.map(
    (place, index): Member => ({ index, unit: place.score.unit, group: place.group, place }),
  );
  const memberOf = new Map(members.map((member) => [member.unit.index, member]));
  const facts = members.map(({ place }) => court.factsOf(place.score));
  const affectedBy = createAffected(plan, court, members);
  const answers = remembered((_: Condition): (boolean | undefined)[] => []);
  /** Whether a condition holds for a member; for those whom the change does not touch it is asked once. */
  const asked = (condition: Condition, change: Change | undefined): ((member: Member) => boolean) => {
    const known = answers(condition);
    return ({ index }) => {
      const changed = change?.facts.get(index);
      if (changed !== undefined) return holds(condition, changed);
      const own = facts[index];
      known[index] ??= own !== undefined && holds(condition, own);
      return known[index] === true;
    };
  };
  const lists = plan.outcomes.map(({ quota }) => quota && createLists(plan, quota, members, court));

  const settle = (change?: Change): Settled => {
    const outcomes: (string | undefined)[] = members.map(() => undefined);
    const rules: (number | undefined)[] = members.map(() => undefined);
    const edges = new Map<QuotaList, Figures>();
    for (const [rule, { name, when, quota }] of plan.outcomes.entries()) {
      const fits = when === undefined ? () => true : asked(when, change);
      const open = (member: Member): boolean => rules[member.index] === undefined && fits(member);
      const give = ({ index }: Member, outcome: string): void => {
        outcomes[index] = outcome;
        rules[index] = rule;
      };
      if (quota === undefined) for (const member of members) if (open(member)) give(member, name);
      for (const list of lists[rule] ?? []) {
        const runs = [...eligibleRuns(list, change, open)];
        const eligible = runs.reduce((count, run) => count + run.length, 0);
        const size = quotaSize(list.quota, list.figure, {
          group: list.members.length,
          eligible,
          fitting: (condition) => list.members.filter(asked(condition, change)).length,
        });
        for (const { run, place, verdict } of placeRuns(list.quota, runs, size, eligible)) {
          const [leader] = run;
          if (leader !== undefined && place - 1 + run.length > size && !edges.has(list))
            edges.set(list, leader.key);
          if (verdict === "cut") break; // and so are all that come after
          const { tie } = list.quota;
          const outcome = verdict === "referred" && tie.kind === "refer" ? tie.outcome : name;
          for (const { member } of run) give(member, outcome);
        }
      }
    }
    return { outcomes, rules, edges };
  };
  const before = settle();

  /** Whether nothing can become of the change: every rule fits as it did, on the same side of the last place. */
  const isIdle = (member: Member, score: UnitScore, own: Facts): boolean => {
    const same = (condition: Condition): boolean =>
      holds(condition, own) === asked(condition, undefined)(member);
    let decided = false;
    for (const [rule, { when, quota }] of plan.outcomes.entries()) {
      if (quota?.size.kind === "share" && typeof quota.size.of !== "string" && !same(quota.size.of))
        return false;
      if (decided) continue;
      if (when !== undefined && !same(when)) return false;
      decided = before.rules[member.index] === rule;
      if (when !== undefined && !asked(when, undefined)(member)) continue;
      const list = lists[rule]?.find(({ group }) => quota && quotaGroup(quota)(member) === group);
      const edge = list && before.edges.get(list);
      if (list === undefined || edge === undefined) continue;
      const side = Math.sign(list.order(list.keyOf(member.place.score), edge));
      if (side === 0 || side !== Math.sign(list.order(list.keyOf(score), edge))) return false;
    }
    return true;
  };

  return (score) => {
    const member = memberOf.get(score.unit.index);
    if (member === undefined) return { outcome: undefined, others: [] };
    const { index } = member;
    const { relations, affected } = affectedBy(member, score);
    const own = court.factsOf(score, relations);
    if (affected.every((other) => other === member) && isIdle(member, score, own))
      return { outcome: before.outcomes[index], others: [] };
    const changed = new Map([[index, own]]);
    for (const other of affected)
      if (other !== member) changed.set(other.index, court.factsOf(other.place.score, relations));
    const after = settle({ own: { member, key: score }, facts: changed }).outcomes;
    const moved = members.filter((other) => after[other.index] !== before.outcomes[other.index]);
    return {
      outcome: after[index],
      others: moved.flatMap((other) =>
        other === member ? [] : [{ unit: other.unit.index, outcome: after[other.index] }],
      ),
    };
  };
}

/** Whether what one unit has hangs on what others have. */
export const comparesUnits = (plan: Plan): boolean =>
  plan.outcomes.some(({ quota }) => quota !== undefined) ||
  decisiveConditions(plan)
    .flatMap(conditionsInside)
    .some(({ kind }) => kind === "relative");

/** What the rules come to, by the place of each member. */
interface Settled {
  readonly outcomes: readonly (string | undefined)[];
  readonly rules: readonly (number | undefined)[];
  /** Of each list, what the first has who are not all within the places. */
  readonly edges: ReadonlyMap<QuotaList, Figures>;
}

/** The units among whom the places of a quota are given, in the order in which they are. */
interface QuotaList {
  readonly group: string;
  readonly members: readonly Member[];
  readonly figure: ReturnType<typeof quotaFigure>;
  readonly runs: readonly (readonly Keyed<Member, Figures>[])[];
  readonly quota: QuotaPlan;
  readonly keyOf: ReturnType<typeof orderOf>["keyOf"];
  readonly order: (a: Figures, b: Figures) => number;
}

function createLists(
  plan: Plan,
  quota: QuotaPlan,
  members: readonly Member[],
  court: Court,
): readonly QuotaList[] {
  const { keyOf, compare: best } = orderOf(plan, quota, court);
  const order = directed(quota, best);
  return [...groupBy(members, quotaGroup(quota))].map(([group, own]): QuotaList => {
    const keyed = own.map((member) => ({ member, key: keyOf(member.place.score) }));
    const figure = quotaFigure(quota, own);
    return { group, members: own, figure, runs: runsOf(keyed, order), quota, keyOf, order };
  });
}

/** Those who take part, in order: the unit that was changed stands where its other score puts it. */
function* eligibleRuns(
  { group, runs, quota, keyOf, order }: QuotaList,
  change: Change | undefined,
  open: (member: Member) => boolean,
): Generator<readonly Keyed<Member, Figures>[]> {
  const moved = change?.own.member;
  let waiting: Keyed<Member, Figures> | undefined;
  if (change !== undefined && moved !== undefined && quotaGroup(quota)(moved) === group && open(moved))
    waiting = { member: moved, key: keyOf(change.own.key) };
  for (const run of runs) {
    const [leader] = run;
    const stay = run.filter(({ member }) => member !== moved && open(member));
    if (waiting !== undefined && leader !== undefined) {
      const side = order(waiting.key, leader.key);
      if (side < 0) yield [waiting];
      if (side === 0) stay.push(waiting);
      if (side <= 0) waiting = undefined;
    }
    if (stay.length > 0) yield stay;
  }
  if (waiting !== undefined) yield [waiting];
}

/** How units stand to each other with another score for one of them, and for whom that decides something. */
interface Affected {
  relations(subject: Subject): Relations;
  readonly affected: readonly Member[];
}

type Relative = Extract<Condition, { kind: "relative" }>;

function createAffected(
  plan: Plan,
  court: Court,
  members: readonly Member[],
): (member: Member, score: UnitScore) => Affected {
  const conditions = decisiveConditions(plan)
    .flatMap(conditionsInside)
    .filter((condition): condition is Relative => condition.kind === "relative")
    .filter(({ subject }) => subject.by !== "input");
  /** The members of whom a list of figures is made, in its order. */
  const membersIn = remembered((list: readonly Rational[]) =>
    remembered((condition: Relative) =>
      members
        .flatMap((member) => {
          const { figures } = court.relations(condition.subject);
          const key = court.figureOf(member.place.score, condition.subject);
          return key !== undefined && figures(member.unit.index, condition.over) === list
            ? [{ member, key }]
            : [];
        })
        .sort((a, b) => compare(a.key, b.key)),
    ),
  );
  return (member, score) => {
    const { index } = member.unit;
    const others = remembered((list: readonly Rational[]) =>
      remembered((subject: Subject) =>
        withOther(list, court.figureOf(member.place.score, subject), court.figureOf(score, subject)),
      ),
    );
    const relations = (subject: Subject): Relations => {
      const base = court.relations(subject);
      if (subject.by === "input") return base;
      return {
        figures: (unit, over) => {
          const list = base.figures(unit, over);
          return list === base.figures(index, over) ? others(list)(subject) : list;
        },
      };
    };
    const affected = conditions.flatMap((condition) => {
      const list = court.relations(condition.subject).figures(index, condition.over);
      const [one, other] = [list, others(list)(condition.subject)].map((each) => lastOf(condition, each));
      if (one === undefined || other === undefined || compare(one, other) === 0) return [];
      const [low, high] = compare(one, other) < 0 ? [one, other] : [other, one];
      return between(membersIn(list)(condition), low, high).map((each) => each.member);
    });
    return { relations, affected };
  };
}

/** Sorted figures with one of them changed. */
function withOther(
  list: readonly Rational[],
  before: Rational | undefined,
  after: Rational | undefined,
): readonly Rational[] {
  if (before === undefined || after === undefined || compare(before, after) === 0) return list;
  const left = list.toSpliced(countBelow(list, before), 1);
  return left.toSpliced(countBelow(left, after), 0, after);
}

/** The figure of the last of those whom a condition means; undefined where it means none, or all. */
function lastOf({ count, end, better }: Relative, list: readonly Rational[]): Rational | undefined {
  const places = placesOf(count, list.length);
  const fromLow = (end === "worst") === (better === "higher");
  return list[fromLow ? places - 1 : list.length - places];
}

/** The entries of a sorted list from `low` to `high`, with both. */
function between<Value>(
  sorted: readonly Keyed<Value, Rational>[],
  low: Rational,
  high: Rational,
): readonly Keyed<Value, Rational>[] {
  const from = firstIndex(sorted.length, (at) => compare(sorted[at]?.key ?? low, low) >= 0);
  const to = firstIndex(sorted.length, (at) => compare(sorted[at]?.key ?? high, high) > 0);
  return sorted.slice(from, to);
}

const countBelow = (list: readonly Rational[], figure: Rational): number =>
  firstIndex(list.length, (at) => compare(list[at] ?? figure, figure) >= 0);

/** The first place from which on `reached` holds: it is false before, and true after. */
function firstIndex(length: number, reached: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A function that is asked the same often. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value; // it is there
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}
