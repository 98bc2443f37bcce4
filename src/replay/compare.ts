import type { Result } from "../assess.ts";
import { compareText, groupBy } from "../base/order.ts";
import { equals, formatExact, formatFraction, type Rational, round } from "../base/rational.ts";
import { splitNames } from "../evidence/named-list.ts";
import type { HistoryRow } from "../evidence/read-history.ts";
import { lastingTitles, titleSeparator, titlesText } from "../report/held-titles.ts";
import { showPoints } from "../report/league-table.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ReplayedYear } from "./replay.ts";

/** How a unit fared in one year, as it was published and as it comes out now. */
export interface Change {
  readonly year: number;
  readonly unit: string;
  readonly name: string;
  readonly group: string;
  readonly fields: readonly ChangedField[];
  readonly cause: Cause;
}

export interface ChangedField {
  readonly field: "total" | "rank" | "outcome" | "titles";
  readonly recorded: string;
  readonly replayed: string;
}

/** What made the difference, the first that is known of: */
export type Cause =
  /** It was not assessed then, or is not now; or its own total is another one; or somebody changed it by hand; */
  | { readonly kind: "not-recorded" | "not-replayed" | "total" | "override" }
  /** an earlier year has come out differently for it; */
  | { readonly kind: "earlier"; readonly year: number }
  /** a place has gone to somebody else, or come from there; */
  | {
      readonly kind: "place";
      /** The first of these units by name, and how many there are besides. */
      readonly units: readonly string[];
      readonly more: number;
    }
  /** the others have come before or after it; or none of these: the rubric is another one. */
  | { readonly kind: "others" | "rules" };

export interface Comparison {
  readonly changes: readonly Change[];
  /** Years that only one of the two has. */
  readonly notRecorded: readonly number[];
  readonly notReplayed: readonly number[];
  /** How many results were held against each other. */
  readonly compared: number;
}

interface Pair {
  readonly unit: string;
  readonly name: string;
  readonly group: string;
  readonly recorded: HistoryRow | undefined;
  readonly replayed: Result | undefined;
}

/** What is different now from what was published, year by year, in the order of the ranks. */
export function compareYears(years: readonly ReplayedYear[], rows: readonly HistoryRow[]): Comparison {
  const published = groupBy(rows, ({ year }) => String(year));
  const changes: Change[] = [];
  const notRecorded: number[] = [];
  /** The years in which each unit has come out differently. */
  const changed = new Map<string, number[]>();
  let compared = 0;
  for (const { year, assessment } of years) {
    const recorded = published.get(String(year)) ?? [];
    if (assessment === undefined) continue;
    if (recorded.length === 0) {
      notRecorded.push(year);
      continue;
    }
    const { plan } = assessment;
    const pairs = pairsOf(assessment.results, recorded);
    const moves = movesOf(pairs);
    compared += pairs.length;
    const own = pairs.flatMap((pair): Change[] => {
      const fields = fieldsOf(plan, pair, year);
      const apart = pair.recorded === undefined || pair.replayed === undefined;
      if (fields.length === 0 && !apart) return [];
      const { unit, name, group } = pair;
      const cause = causeOf(plan, pair, fields, year, moves, changed.get(unit) ?? []);
      return [{ year, unit, name, group, fields, cause }];
    });
    for (const { unit } of own) changed.set(unit, [...(changed.get(unit) ?? []), year]);
    changes.push(...own);
  }
  const replayed = new Set(years.map(({ year }) => String(year)));
  const notReplayed = [...published.keys()].filter((year) => !replayed.has(year)).map(Number);
  return { changes, notRecorded, notReplayed: notReplayed.sort((a, b) => a - b), compared };
}

/** The results of both by unit: by its code, or else by its name. */
function pairsOf(results: readonly Result[], rows: readonly HistoryRow[]): readonly Pair[] {
  const left = new Set(rows);
  const byCode = new Map(rows.map((row) => [row.unit, row]));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const pairs = results.map((replayed): Pair => {
    const { key: unit, name } = replayed.score.unit;
    const found = [byCode.get(unit), byCode.get(name), byName.get(name)];
    const recorded = found.find((row) => row !== undefined && left.has(row));
    if (recorded !== undefined) left.delete(recorded);
    return { unit, name, group: replayed.group, recorded, replayed };
  });
  const gone = [...left].map(
    (recorded): Pair => ({
      unit: recorded.unit,
      name: recorded.name,
      group: recorded.group,
      recorded,
      replayed: undefined,
    }),
  );
  return [...pairs, ...gone];
}

function fieldsOf(plan: Plan, { recorded, replayed }: Pair, year: number): readonly ChangedField[] {
  if (recorded === undefined || replayed === undefined) return [];
  const { total: exact } = replayed.score;
  const { places, mode } = plan.rounding;
  const fields: ChangedField[] = [];
  const differ = (field: ChangedField["field"], before: string, now: string): void => {
    if (before !== now) fields.push({ field, recorded: before, replayed: now });
  };
  const shown = showPoints(plan, exact);
  if (!equals(round(exact, places, mode), recorded.total))
    differ("total", asShown(plan, recorded.total), shown);
  // Where the exact total is on record, too, a difference behind the rounding is one.
  else if (recorded.exactGiven && !equals(recorded.exact, exact))
    differ("total", formatFraction(recorded.exact), formatFraction(exact));
  differ("rank", String(recorded.rank), String(replayed.rank));
  differ("outcome", recorded.outcome, replayed.outcome ?? "");
  if (recorded.file.fields.has("after"))
    differ("titles", inOrder(recorded.after), titleNames(plan, replayed.after, year));
  return fields;
}

/** With the places of the rubric, unless it has more. */
const asShown = (plan: Plan, total: Rational): string =>
  equals(round(total, plan.rounding.places, plan.rounding.mode), total)
    ? showPoints(plan, total)
    : formatExact(total);

const inOrder = (titles: readonly string[]): string => [...titles].sort(compareText).join(titleSeparator);

/** The names as a published list is read, which does not know which separators belong to a name. */
const titleNames = (plan: Plan, { titles }: Result["after"], year: number): string =>
  inOrder(splitNames(titlesText(plan, lastingTitles(titles, year)), []));

function causeOf(
  plan: Plan,
  pair: Pair,
  fields: readonly ChangedField[],
  year: number,
  moves: Moves,
  earlier: readonly number[],
): Cause {
  const { recorded, replayed } = pair;
  if (recorded === undefined) return { kind: "not-recorded" };
  if (replayed === undefined) return { kind: "not-replayed" };
  const has = (field: ChangedField["field"]): boolean => fields.some((one) => one.field === field);
  if (has("total")) return { kind: "total" };
  const decided = has("outcome") || has("titles");
  const [wasByHand, isByHand] = [recorded.computed !== "", replayed.override?.reason !== undefined];
  if (decided && (wasByHand !== isByHand || (isByHand && has("outcome")))) return { kind: "override" };
  const last = earlier.at(-1);
  if (decided && last !== undefined && looksBack(plan, pair, year, last))
    return { kind: "earlier", year: last };
  const others = has("outcome") ? placesOf(plan, pair, moves) : [];
  if (others.length > 0)
    return {
      kind: "place",
      units: others.slice(0, mostNamed),
      more: Math.max(others.length - mostNamed, 0),
    };
  if (decided && last !== undefined) return { kind: "earlier", year: last };
  return { kind: has("rank") ? "others" : "rules" };
}

/** Whether what has changed in an earlier year is there to be seen in this one: by rules, or by what is held. */
function looksBack(plan: Plan, { recorded, replayed }: Pair, year: number, earlier: number): boolean {
  if (earlier >= year - plan.years.reach * plan.years.every) return true;
  if (recorded === undefined || replayed === undefined || !recorded.file.fields.has("before")) return false;
  return inOrder(recorded.before) !== inOrder(splitNames(titlesText(plan, replayed.before.titles), []));
}

/** So many units are named where places changed hands between many. */
const mostNamed = 20;

/** Who has come to an outcome, or gone from it, by name: in a group, and in all of them. */
interface Moves {
  readonly to: ReadonlyMap<string, readonly string[]>;
  readonly from: ReadonlyMap<string, readonly string[]>;
}

const everywhere = (outcome: string): string => JSON.stringify([outcome]);
const inGroup = (outcome: string, group: string): string => JSON.stringify([outcome, group]);

/** Gathered once for a year: of many units many may have changed places. */
function movesOf(pairs: readonly Pair[]): Moves {
  const to = new Map<string, string[]>();
  const from = new Map<string, string[]>();
  const add = (moves: Map<string, string[]>, outcome: string, { group, name }: Pair): void => {
    for (const key of [everywhere(outcome), inGroup(outcome, group)]) {
      const names = moves.get(key);
      if (names === undefined) moves.set(key, [name]);
      else names.push(name);
    }
  };
  for (const pair of pairs) {
    if (pair.recorded === undefined || pair.replayed === undefined) continue;
    const [before, now] = [pair.recorded.outcome, pair.replayed.outcome ?? ""];
    if (before === now) continue;
    add(from, before, pair);
    add(to, now, pair);
  }
  return { to, from };
}

/** Who has come into the place that this one had, or gone from the one that it has now, where places are few. */
function placesOf(plan: Plan, { recorded, replayed, group }: Pair, { to, from }: Moves): readonly string[] {
  const among = (outcome: string, moves: Moves["to"]): readonly string[] => {
    const quota = plan.outcomes.find(({ name, quota: own }) => name === outcome && own !== undefined)?.quota;
    if (quota === undefined) return [];
    return moves.get(quota.per === "all" ? everywhere(outcome) : inGroup(outcome, group)) ?? [];
  };
  const took = among(recorded?.outcome ?? "", to);
  return took.length > 0 ? took : among(replayed?.outcome ?? "", from);
}
