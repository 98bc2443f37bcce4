import { type Day, dayOf } from "../base/date.ts";
import type { TitlePlan } from "../rubric/plan.ts";
import type { Status } from "../rubric/schema.ts";

/** A title that a unit holds, by its place in `plan.titles`. */
export interface HeldTitle {
  readonly title: number;
  readonly since: Day | undefined;
  /** The last day of its term; undefined for a title without an end. */
  readonly expires: Day | undefined;
}

/** Whether a title is still held in a year: what ends in it has not ended before. */
export const lastsInto = ({ expires }: Pick<HeldTitle, "expires">, year: number): boolean =>
  expires === undefined || expires >= dayOf(year, 1, 1);

/** Where a unit stands before a decision, or after it: what the register says of it. */
export interface Standing {
  /** In the order of the rubric. */
  readonly titles: readonly HeldTitle[];
  /** What has become of the unit by the reference date. */
  readonly status: Status;
  readonly statusDate: Day | undefined;
  /** The unit that has taken over from this one, by code or name; empty where none has. */
  readonly into: string;
  readonly suspendedUntil: Day | undefined;
  readonly bannedUntil: Day | undefined;
  readonly rectifyBy: Day | undefined;
}

const goneFor: readonly Status[] = ["merged", "split", "closed"];

/** Whether the unit is no more: also a renamed one that another row has taken over from. */
export const isGone = ({ status, into }: Standing): boolean =>
  goneFor.includes(status) || (status === "renamed" && into !== "");

/** A unit of which nothing is said. */
export const plainStanding: Standing = {
  titles: [],
  status: "active",
  statusDate: undefined,
  into: "",
  suspendedUntil: undefined,
  bannedUntil: undefined,
  rectifyBy: undefined,
};

/** Titles that nobody may hold together and that are held together, by name and two at a time; whichever of the two says so. */
export const exclusiveAmong = (
  titles: readonly TitlePlan[],
  held: readonly HeldTitle[],
): (readonly [first: string, second: string])[] =>
  held.flatMap(({ title: first }, place) =>
    held.slice(place + 1).flatMap(({ title: second }) => {
      const [one, other] = [titles[first], titles[second]];
      if (one === undefined || other === undefined) return [];
      return one.excludes.includes(second) || other.excludes.includes(first)
        ? [[one.name, other.name] as const]
        : [];
    }),
  );
