import { problems } from "../findings/catalog.ts";
import { splitNames } from "./named-list.ts";
import type { Roster } from "./roster.ts";
import type { RowStanding, StandingRow } from "./standing-cells.ts";
import { unknownUnit } from "./unknown-unit.ts";

/** A row of the register with what was read from it. */
export interface ReadRow {
  readonly row: StandingRow;
  readonly read: RowStanding;
}

/** For each unit those that it has taken over from, also by way of others; `rows` is by unit. */
export function findPredecessors(rows: readonly ReadRow[], roster: Roster): readonly (readonly number[])[] {
  const successors = rows.map(({ row, read }, unit) => successorsOf(row, read, unit, roster));
  const all = successors.map((_, unit) => reachedFrom(unit, successors));
  for (const [unit, reached] of all.entries()) {
    const row = rows[unit]?.row;
    // A circle is told of once, at the first of its units.
    if (!reached.has(unit) || row === undefined) continue;
    const circle = [...reached].filter((other) => all[other]?.has(unit) === true).sort((a, b) => a - b);
    if (circle[0] !== unit) continue;
    row.report("into", problems.mergerCircle(circle.map((other) => rows[other]?.row.unit ?? "")));
  }
  // What is to happen after the reference date has not happened.
  const happened = successors.map((later, unit) => (rows[unit]?.read.standing.into === "" ? [] : later));
  const predecessors: number[][] = rows.map(() => []);
  for (const unit of rows.keys())
    for (const later of reachedFrom(unit, happened)) if (later !== unit) predecessors[later]?.push(unit);
  return predecessors;
}

function successorsOf(row: StandingRow, read: RowStanding, unit: number, roster: Roster): number[] {
  const { into, written } = read;
  if (into === "") {
    // A unit that was renamed or split may well go on in its own row; of a merged one nothing is left.
    if (written === "merged") row.report("into", problems.successorMissing(row.unit));
    return [];
  }
  if (written === "active") row.report("into", problems.successorOfActive(row.unit, into));
  return namesIn(into, roster).flatMap((name) => {
    const found = roster.find(name);
    if (found === undefined) row.report("into", unknownUnit(roster, name));
    else if (found.index === unit) row.report("into", problems.mergerCircle([row.unit]));
    return found === undefined || found.index === unit ? [] : [found.index];
  });
}

/** The names of a split may be several; but that of one unit may also hold separators. */
const namesIn = (into: string, roster: Roster): string[] =>
  roster.find(into) !== undefined
    ? [into]
    : splitNames(
        into,
        into.split(/[;,、，；|\s]+/u).filter((word) => roster.find(word)),
      );

function reachedFrom(unit: number, successors: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...(successors[unit] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(successors[next] ?? []));
  }
  return reached;
}
