import { groupBy } from "../base/order.ts";
import type { OwnPoint, Point } from "./gap.ts";

/** A point of all versions of a rubric. */
export interface NamedPoint extends OwnPoint {
  /** The version that has it first: the day it begins, or "first". */
  readonly since: number | string;
}

/**
 * The points under ids of which each is one point's alone. Where several have the same, as outcomes of one
 * section do, the name of the item is told as well; where that is the same, since when; and otherwise which
 * of them it is.
 */
export function tellApart(points: readonly NamedPoint[]): Point[] {
  const byId = groupBy(points, ({ id }) => id);
  const ids = new Map<NamedPoint, string>();
  const taken = new Set([...byId].flatMap(([id, sharing]) => (sharing.length === 1 ? [id] : [])));
  const give = (sharing: readonly NamedPoint[], id: string, parts: readonly Part[]): void => {
    const [part, ...rest] = parts;
    if (sharing.length === 1 || part === undefined) {
      for (const [index, point] of sharing.entries()) {
        const own = free(sharing.length === 1 ? id : `${id} #${index + 1}`, taken);
        taken.add(own);
        ids.set(point, own);
      }
      return;
    }
    const groups = groupBy(sharing, part);
    for (const [word, group] of groups) give(group, groups.size === 1 ? id : `${id} ${word}`, rest);
  };
  for (const [id, sharing] of byId)
    if (sharing.length > 1) give(sharing, id, [({ owner }) => owner.name, ({ since }) => `@${since}`]);
  return points.map((point) => ({ id: ids.get(point) ?? point.id, path: point.path, text: point.text }));
}

type Part = (point: NamedPoint) => string;

/** What an item is really called goes before what is made up. */
const free = (id: string, taken: ReadonlySet<string>): string =>
  taken.has(id) ? free(`${id} #`, taken) : id;
