import { formatDay } from "../base/date.ts";
import { periodText } from "../base/period.ts";
import { pathInWhole } from "../rubric/dated.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { Accepted } from "./case.ts";
import type { Coverage, Point } from "./gap.ts";
import { observe } from "./observe.ts";
import { pointsOf } from "./points.ts";
import type { CaseResult } from "./run.ts";
import type { RubricVersion } from "./version.ts";

/**
 * How much of a rubric its cases show, over all its versions: what stays the same in several need be
 * shown in one of them. A case that fails shows as much as one that passes.
 */
export function coverageOf(
  versions: readonly RubricVersion[],
  whole: RubricDocument,
  results: readonly CaseResult[],
  accepted: readonly Accepted[],
): Coverage {
  const all = new Map<string, Point>();
  const shown = new Set<string>();
  for (const version of versions) {
    const seen = new Set<string>();
    const own = results.filter((result) => result.version === version);
    for (const { assessment, of } of own)
      if (assessment !== undefined) observe(version.document, assessment, of.asOf, (id) => seen.add(id));
    if (own.some(({ assessment }) => assessment !== undefined)) seen.add(pointOf(version).id);
    const points = pointsOf(version.plan, version.document).map((point) =>
      versions.length === 1 ? point : { ...point, path: pathInWhole(whole, version.document, point.path) },
    );
    for (const point of versions.length === 1 ? points : [...points, pointOf(version)]) {
      const key = JSON.stringify([point.id, point.path]);
      all.set(key, all.get(key) ?? point);
      if (seen.has(point.id)) shown.add(key);
    }
  }
  const unseen = [...all].flatMap(([key, point]) => (shown.has(key) ? [] : [point]));
  const isAccepted = ({ id }: Point): boolean => accepted.some(({ what }) => what === id);
  return {
    all: all.size,
    gaps: unseen.filter((point) => !isAccepted(point)),
    accepted: unseen.filter(isAccepted),
    stale: accepted.flatMap(({ what }, index) => (unseen.some(({ id }) => id === what) ? [] : [index])),
  };
}

/** That some case is of the time of a version. */
function pointOf({ valid }: RubricVersion): Point {
  const { zh, en } = periodText(valid);
  return {
    id: `version.${valid.from === undefined ? "first" : formatDay(valid.from)}`,
    path: [],
    text: { zh: `${zh}的规定`, en: `the rules ${en}` },
  };
}
