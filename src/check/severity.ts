import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, isError } from "../findings/finding.ts";
import type { Severity } from "../findings/problem.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Rubric } from "../rubric/schema.ts";

/** Warnings that come from reading a rubric and not from a rule: like those of the rules, they can be weighed anew. */
export const readingCodes: ReadonlySet<string> = new Set([
  ...["comment-in-text", "wide-comma", "wide-word", "overlay-without-effect"],
  ...["silence-form", "silence-of-error", "silence-stale", "silence-without-reason", "severity-fixed"],
]);

/**
 * The severities that a rubric gives to codes of its choice. What stands in the way of a score stays an
 * error: without `free`, only warnings and remarks change.
 */
export function withSeverities(
  findings: readonly Finding[],
  { check }: Pick<Rubric, "check">,
  free: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  const wanted = check?.severity;
  if (wanted === undefined) return findings;
  return findings.map((finding) => {
    const severity = wanted[finding.code];
    return severity === undefined || (isError(finding) && !free.has(finding.code))
      ? finding
      : { ...finding, severity };
  });
}

/** What a rubric that may not read says of severities. */
export function severitiesIn({
  data,
}: RubricDocument): readonly (readonly [code: string, wanted: unknown])[] {
  const inside = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const wanted = inside(inside(data, "check"), "severity");
  return typeof wanted === "object" && wanted !== null ? Object.entries(wanted) : [];
}

/**
 * What is wrong with the severities that a rubric gives: codes that are none, and those whose severity it
 * cannot change. `known` are all codes with the severity they have by themselves.
 */
export const severityFaults = (
  document: RubricDocument,
  known: ReadonlyMap<string, Severity>,
  free: ReadonlySet<string>,
): readonly Finding[] =>
  severitiesIn(document).flatMap(([code, wanted]) => {
    const own = known.get(code);
    if (free.has(code) || readingCodes.has(code) || own === wanted) return [];
    const problem =
      own === undefined
        ? problems.codeUnknown(code, closest(code, known.keys()))
        : own === "error"
          ? problems.severityOfError(code)
          : problems.severityOfData(code);
    return [findingAt(document.placeOfKey(["check", "severity", code]), problem)];
  });
