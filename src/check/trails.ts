import type { Result } from "../assess.ts";
import { type Day, dayOf, endOfYear, monthsAfter, monthsBefore, yearOf } from "../base/date.ts";
import { round } from "../base/rational.ts";
import type { YearRecord } from "../evidence/history.ts";
import { plainStanding, type Standing } from "../evidence/standing.ts";
import type { Problem } from "../findings/problem.ts";
import { standingAfter } from "../outcome/effects.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Status } from "../rubric/schema.ts";
import { type Facts, holds, recordsMeeting } from "../scoring/condition.ts";
import type { RecordCondition } from "./assumption.ts";
import { createAttempts, type Found, type Situation, withRecord } from "./attempts.ts";
import { referenceDay } from "./draft.ts";
import type { Inversion } from "./inversions.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import type { KindContext } from "./outcome-proof.ts";
import { recordConditions } from "./records.ts";
import type { Sample, SampleRecord, SampleUnit } from "./sample.ts";
import { type Machine, mayBeGranted, statusesAsked } from "./states.ts";

/** What happened to a unit in one year, or between two. */
export type Step =
  | { readonly by: "rule"; readonly rule: number; readonly outcome: string; readonly status: Status }
  | { readonly by: "none"; readonly status: Status }
  | { readonly by: "others"; readonly title: number }
  | { readonly by: "term"; readonly title: number };

/** A unit that was really taken from year to year: what it came to, and the last year as a sample. */
export interface Trail {
  readonly steps: readonly Step[];
  /** Where it stood before the last decision. */
  readonly before: Standing;
  readonly sample: Sample;
  readonly kind: KindOfUnit;
}

/** From one place to the next by one decision; a place is a unit with all that was ever decided on it. */
export interface Walked {
  readonly from: Place;
  readonly to: Place;
  readonly trail: Trail;
  readonly rule: number | undefined;
  /** Titles held as soon as it was decided, whichever of them run out by the next decision. */
  readonly after: readonly number[];
}

interface Place {
  readonly standing: Standing;
  readonly history: readonly YearRecord[];
  readonly steps: readonly Step[];
  /** Among the states of the machine. */
  readonly state: number | undefined;
}

export interface Trails {
  /** By place in the list of outcomes: how a unit came to have it. */
  readonly outcomes: readonly (Trail | undefined)[];
  /** How a unit came to have none. */
  readonly none: Trail | undefined;
  /** Decisions that would leave a unit with titles that the rubric forbids. */
  readonly clashes: readonly { readonly rule: number; readonly problem: Problem; readonly trail: Trail }[];
  /** Decisions that are harder on the unit with the higher total, each with such a unit and how it came to be. */
  readonly inversions: readonly (Inversion & { readonly trail: Trail })[];
  readonly walked: readonly Walked[];
}

/** No more than these are looked at: what is not found is not decided. */
const mostPlaces = 160;

const unitName = "示例单位";
const otherName = "接续单位";

/** Takes made-up units from year to year by real decisions, as far as they lead to anything new. */
export function walk(plan: Plan, kinds: readonly KindContext[], allKinds: boolean, machine: Machine): Trails {
  const now = referenceDay(plan);
  const asked = recordConditions(plan);
  const statuses = statusesAsked(asked);
  const outcomes: (Trail | undefined)[] = plan.outcomes.map(() => undefined);
  let none: Trail | undefined;
  const clashes = new Map<string, { rule: number; problem: Problem; trail: Trail }>();
  const inversions = new Map<number, Inversion & { readonly trail: Trail }>();
  const walked: Walked[] = [];
  const places = new Map<string, Place>();
  const queue: Place[] = [];
  const attempt = createAttempts(plan, kinds, allKinds, now);
  /** A title that some unit came to hold. */
  const reached = new Set(plan.titles.flatMap(({ external }, title) => (external ? [title] : [])));

  const arrive = (standing: Standing, history: readonly YearRecord[], steps: readonly Step[]): Place => {
    const key = placeKey(plan, asked, now, standing, history);
    const before = places.get(key);
    if (before !== undefined) return before;
    const place: Place = { standing, history, steps, state: machine.placeOf(standing, history) };
    places.set(key, place);
    queue.push(place);
    for (const { title } of standing.titles) reached.add(title);
    return place;
  };

  const decide = (from: Place, record: SampleRecord, beside: readonly SampleUnit[], found: Found): void => {
    const { result, sample, kind, rule } = found;
    const status = record.standing.status;
    const step: Step =
      rule === undefined
        ? { by: "none", status }
        : { by: "rule", rule, outcome: result.outcome ?? "", status };
    const steps = [...from.steps, step];
    const trail: Trail = {
      steps,
      before: record.standing,
      sample: withRecord(sample, record, beside, now),
      kind,
    };
    const taken = rule === undefined ? undefined : plan.outcomes[rule];
    const effective = taken?.name === result.outcome ? taken : undefined; // what is referred has no effect yet
    if (rule === undefined) none ??= trail;
    else if (effective !== undefined) outcomes[rule] ??= trail;
    const after = standingAfter(plan, effective, record.standing, now, unitName);
    if (after.problems.length > 0 && rule !== undefined) {
      for (const problem of after.problems) {
        const key = `${rule} ${problem.message.en}`;
        if (!clashes.has(key)) clashes.set(key, { rule, problem, trail });
      }
      return;
    }
    const next = nextYear(plan, now, after.standing);
    const names = (one: Standing): readonly string[] =>
      one.titles.map(({ title }) => plan.titles[title]?.name ?? "");
    const year: YearRecord = {
      ...recordOf(plan, now, result),
      before: names(record.standing),
      after: names(next.standing),
    };
    const history = [year, ...from.history.map((one) => aYearAgo(plan, one))];
    const kept = history.filter(({ year }) => year >= yearOf(now) - plan.years.reach * plan.years.every);
    const to = arrive(next.standing, kept, [...steps, ...next.over]);
    const titles = after.standing.titles.map(({ title }) => title);
    walked.push({ from, to, trail, rule, after: titles });
  };

  const visit = (from: Place): void => {
    for (const [title, { external }] of plan.titles.entries()) {
      const held = from.standing.titles.map((one) => one.title);
      if (!external || held.includes(title) || !mayBeGranted(plan, title, held)) continue;
      const titles = [...from.standing.titles, heldBefore(plan, title, now, from.history)];
      const standing = { ...from.standing, titles: titles.sort((a, b) => a.title - b.title) };
      arrive(standing, from.history, [...from.steps, { by: "others", title }]);
    }
    for (const world of worldsOf(from.standing, statuses, asked, reached, now)) {
      const record: SampleRecord = { standing: world.standing, history: from.history };
      const facts = factsOf(plan, record, world.inherited, now);
      const known = (condition: RecordCondition): boolean => holds(condition, facts);
      const beside = (units: readonly SampleUnit[]): readonly SampleUnit[] =>
        besideOf(plan, units, world, record, now);
      const at: Situation = { verdicts: asked.map(known), known, record, beside };
      for (const found of attempt.decisions(at)) decide(from, record, beside(found.sample.units), found);
      for (const inversion of attempt.inversions(at, (rule) => inversions.has(rule))) {
        const { kind, higher } = inversion;
        const sample = withRecord(inversion.sample, record, beside(inversion.sample.units), now);
        const trail = { steps: from.steps, before: record.standing, sample, kind };
        inversions.set(higher.rule, { ...inversion, trail });
      }
    }
  };

  arrive(plainStanding, [], []);
  for (let place = queue.shift(), count = 0; place !== undefined && count < mostPlaces; count += 1) {
    visit(place);
    place = queue.shift();
  }
  return { outcomes, none, clashes: [...clashes.values()], inversions: [...inversions.values()], walked };
}

/** What may have become of a unit since the last decision. */
interface World {
  readonly standing: Standing;
  /** Titles of a unit that it takes over. */
  readonly inherited: readonly number[];
}

function worldsOf(
  standing: Standing,
  statuses: readonly Status[],
  asked: readonly RecordCondition[],
  reached: ReadonlySet<number>,
  now: Day,
): readonly World[] {
  // What has become of a unit stays so.
  const words = standing.status === "active" ? statuses : [standing.status];
  const plain = words.map((status): World => {
    const successor = status === "merged" || status === "split" || status === "renamed";
    const changed = {
      status,
      statusDate: status === "active" ? undefined : now,
      into: successor ? otherName : "",
    };
    return { standing: { ...standing, ...changed }, inherited: [] };
  });
  const taken = asked.flatMap((condition) =>
    condition.kind === "predecessor"
      ? condition.titles.filter((title) => reached.has(title)).slice(0, 1)
      : [],
  );
  if (standing.status !== "active") return plain;
  return [...plain, ...[...new Set(taken)].map((title): World => ({ standing, inherited: [title] }))];
}

/** A title that was granted before all that is on record, and is still held. */
function heldBefore(
  plan: Plan,
  title: number,
  now: Day,
  history: readonly YearRecord[],
): Standing["titles"][number] {
  const first = Math.min(yearOf(now), ...history.map(({ year }) => year));
  const since = dayOf(first - 1, 12, 31);
  const { term } = plan.titles[title] ?? {};
  const expires = term && Math.max(monthsAfter(since, term.months), endOfYear(now));
  return { title, since, expires };
}

/** The unit that it goes into, or that has gone into it. */
function besideOf(
  plan: Plan,
  [first]: readonly SampleUnit[],
  { standing, inherited }: World,
  { history }: SampleRecord,
  now: Day,
): readonly SampleUnit[] {
  if (first === undefined) return [];
  if (standing.into !== "") return [{ ...first, name: otherName }];
  if (inherited.length === 0) return [];
  const titles = inherited.map((title) => heldBefore(plan, title, now, history));
  const merged = {
    ...plainStanding,
    titles,
    status: "merged",
    statusDate: undefined,
    into: unitName,
  } as const;
  return [{ ...first, name: "并入单位", record: { standing: merged, history: [] } }];
}

/** The year over: days lie a year further back, and titles have run out. */
function nextYear(
  plan: Plan,
  now: Day,
  standing: Standing,
): { readonly standing: Standing; readonly over: readonly Step[] } {
  const back = (day: Day | undefined): Day | undefined =>
    day === undefined ? undefined : monthsBefore(day, 12 * plan.years.every);
  const titles = standing.titles.map((one) => ({
    title: one.title,
    since: back(one.since),
    expires: back(one.expires),
  }));
  const lasting = titles.filter(
    ({ expires }) => expires === undefined || expires >= dayOf(yearOf(now), 1, 1),
  );
  const over = titles.filter((one) => !lasting.includes(one));
  return {
    standing: {
      ...standing,
      titles: lasting,
      statusDate: back(standing.statusDate),
      suspendedUntil: back(standing.suspendedUntil),
      bannedUntil: back(standing.bannedUntil),
      rectifyBy: back(standing.rectifyBy),
    },
    over: over.map(({ title }): Step => ({ by: "term", title })),
  };
}

const aYearAgo = (plan: Plan, record: YearRecord): YearRecord => ({
  ...record,
  year: record.year - plan.years.every,
});

/** What the year is on record with: of a unit that is alone in its group, so that no other need be on record. */
function recordOf(plan: Plan, now: Day, { score, group, outcome }: Result): YearRecord {
  return {
    year: yearOf(now) - plan.years.every,
    rubric: plan.rubric.id,
    unit: score.unit.key,
    name: score.unit.name,
    group,
    exact: score.total,
    total: round(score.total, plan.rounding.places, plan.rounding.mode),
    rank: 1,
    size: 1,
    worse: 0,
    outcome: outcome ?? "",
    computed: "",
    before: [],
    after: [],
    place: 0,
  };
}

const nothing = (): undefined => undefined;

/** As much of a unit as conditions on records look at. */
export const factsOf = (
  plan: Plan,
  { standing, history }: SampleRecord,
  inherited: readonly number[],
  asOf: Day,
): Facts => ({
  unit: { index: 0, key: unitName, name: unitName, columns: new Map() },
  values: [],
  score: nothing,
  points: nothing,
  relations: () => ({ figures: () => [] }),
  events: [],
  asOf,
  vetoes: [],
  unmetGates: [],
  standing,
  inherited,
  history,
  every: plan.years.every,
  result: nothing,
  missing: nothing,
});

/** Units with the same key have the same future: what is over is over, however long ago. */
function placeKey(
  plan: Plan,
  asked: readonly RecordCondition[],
  now: Day,
  standing: Standing,
  history: readonly YearRecord[],
): string {
  const months = (day: Day | undefined): number | undefined => {
    if (day === undefined) return undefined;
    let count = 0;
    while (count < 600 && monthsAfter(now, count) <= day) count += 1;
    return count;
  };
  const facts = factsOf(plan, { standing, history }, [], now);
  const earlier = asked.flatMap((condition) =>
    condition.kind === "earlier"
      ? [
          recordsMeeting({ ...condition, last: plan.years.reach }, facts).map(
            ({ year }) => yearOf(now) - year,
          ),
        ]
      : [],
  );
  return JSON.stringify([
    standing.titles.map(({ title, expires }) => [title, months(expires) ?? null]),
    standing.status,
    [standing.suspendedUntil, standing.bannedUntil, standing.rectifyBy].map((day) => months(day) ?? null),
    earlier,
  ]);
}
