import { formatDay } from "../base/date.ts";
import { periodText } from "../base/period.ts";
import { pathInWhole } from "../rubric/dated.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { Accepted } from "./case.ts";
import type { Coverage, OwnPoint, Point } from "./gap.ts";
import { observe } from "./observe.ts";
import { keyOf, type Owner } from "./owner.ts";
import { type NamedPoint, tellApart } from "./point-ids.ts";
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
  const all = new Map<string, NamedPoint>();
  const shown = new Set<string>();
  for (const version of versions) {
    const seen = new Set<string>();
    const own = results.filter((result) => result.version === version);
    for (const { assessment, of } of own)
      if (assessment !== undefined) observe(version.document, assessment, of.asOf, (key) => seen.add(key));
    const ofVersion = pointOf(version);
    if (own.some(({ assessment }) => assessment !== undefined)) seen.add(keyOf(ofVersion.owner, ""));
    const points = pointsOf(version.plan, version.document).map((point) =>
      versions.length === 1 ? point : { ...point, path: pathInWhole(whole, version.document, point.path) },
    );
    for (const point of versions.length === 1 ? points : [...points, ofVersion]) {
      const { owner, what, path } = point;
      const key = JSON.stringify([owner.kind, isCounted(owner) ? "" : owner.id, what, path]);
      all.set(key, all.get(key) ?? { ...point, since: ofVersion.owner.place });
      if (seen.has(keyOf(owner, what))) shown.add(key);
    }
  }
  const ids = tellApart([...all.values()]);
  const unseen = [...all.keys()].flatMap((key, index) => (shown.has(key) ? [] : (ids[index] ?? [])));
  const isAccepted = ({ id }: Point): boolean => accepted.some(({ what }) => what === id);
  return {
    all: all.size,
    gaps: unseen.filter((point) => !isAccepted(point)),
    accepted: unseen.filter(isAccepted),
    stale: accepted.flatMap(({ what }, index) => (unseen.some(({ id }) => id === what) ? [] : [index])),
  };
}

/** Whether its number may be its place in a list, which another version may count otherwise. */
const isCounted = ({ kind }: Owner): boolean => kind === "outcome" || kind === "clause";

/** That some case is of the time of a version. */
function pointOf({ valid }: RubricVersion): OwnPoint {
  const { zh, en } = periodText(valid);
  const place = valid.from === undefined ? "first" : formatDay(valid.from);
  const id = `version.${place}`;
  return {
    id,
    path: [],
    text: { zh: `${zh}的规定`, en: `the rules ${en}` },
    owner: { kind: "version", place, id, name: place },
    what: "",
  };
}
