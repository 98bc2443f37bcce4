import type { RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Accepted } from "./case.ts";
import type { Coverage, Point } from "./gap.ts";
import { observe } from "./observe.ts";
import { pointsOf } from "./points.ts";
import type { CaseResult } from "./run.ts";

/** How much of a rubric its cases show. A case that fails shows as much as one that passes. */
export function coverageOf(
  plan: Plan,
  document: RubricDocument,
  results: readonly CaseResult[],
  accepted: readonly Accepted[],
): Coverage {
  const seen = new Set<string>();
  for (const { assessment, of } of results)
    if (assessment !== undefined) observe(document, assessment, of.asOf, (id) => seen.add(id));
  const points = pointsOf(plan, document);
  const unseen = points.filter(({ id }) => !seen.has(id));
  const isAccepted = ({ id }: Point): boolean => accepted.some(({ what }) => what === id);
  return {
    all: points.length,
    gaps: unseen.filter((point) => !isAccepted(point)),
    accepted: unseen.filter(isAccepted),
    stale: accepted.flatMap(({ what }, index) => (unseen.some(({ id }) => id === what) ? [] : [index])),
  };
}
