import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, isError } from "../findings/finding.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Rubric } from "../rubric/schema.ts";

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

/** Codes that are named in the settings and are none. */
export function unknownCodes(
  document: RubricDocument,
  { check }: Pick<Rubric, "check">,
  known: readonly string[],
): readonly Finding[] {
  return Object.keys(check?.severity ?? {})
    .filter((code) => !known.includes(code))
    .map((code) =>
      findingAt(
        document.placeOfKey(["check", "severity", code]),
        problems.codeUnknown(code, closest(code, known)),
      ),
    );
}
