import { formatDay } from "../base/date.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Case, CaseFile } from "./case.ts";
import { type CasesRead, readWith } from "./read.ts";
import { type RubricVersion, versionAt } from "./version.ts";

/** A case under the version of its day, and as every version reads it. */
export interface VersionedCase {
  readonly of: Case;
  /** The place of the version in the list. */
  readonly version: number;
  /** Undefined where the case names what that version does not have. */
  readonly under: readonly (Case | undefined)[];
}

export type VersionedFile = Omit<CaseFile, "cases"> & { readonly cases: readonly VersionedCase[] };

/**
 * The cases of a file, each for the version that its `as-of` picks. What a case takes over from the head of
 * the file or from another case is looked at where it is written: a name that another time does not have
 * is not handed in then.
 */
export function readVersionedCases(
  document: RubricDocument,
  versions: readonly RubricVersion[],
): Outcome<VersionedFile> {
  const reads = versions.map(({ plan }) => readWith(document, plan));
  const [first] = reads;
  if (first?.file === undefined) return outcomeOf<VersionedFile>(undefined, first?.findings ?? []);
  const findings: Finding[] = [];
  const cases = first.file.cases.map((one, index): VersionedCase => {
    const under = reads.map((read) => {
      const own = read.file?.cases[index];
      return own === undefined || faultsIn(read, own).length > 0 ? undefined : own;
    });
    const day = one.asOf;
    // Without a day the case is run, and told that it needs one.
    const version =
      day === undefined ? under.findIndex((own) => own !== undefined) : versionAt(versions, day);
    if (day !== undefined && version === -1) {
      const span = { from: versions[0]?.valid.from, to: versions.at(-1)?.valid.to };
      findings.push(
        findingAt(document.place([...one.path, "as-of"]), problems.asOfOutside(formatDay(day), span)),
      );
    }
    const at = Math.max(version, 0);
    const read = reads[at] ?? first;
    findings.push(...faultsIn(read, one));
    return { of: read.file?.cases[index] ?? one, version: at, under };
  });
  const used = new Set(cases.map(({ version }) => version));
  const inUse = reads.filter((_, index) => used.size === 0 || used.has(index));
  const { cases: _, ...file } = first.file;
  return outcomeOf({ ...file, cases }, [...ofFile(inUse), ...findings]);
}

/** What was found inside a case. */
const faultsIn = ({ findings, pathOf }: CasesRead, { path }: Case): Finding[] =>
  findings.filter((finding) => {
    const [top, index] = pathOf.get(finding) ?? [];
    return top === path[0] && index === path[1];
  });

/** What was found outside of cases by every version that has any. */
function ofFile(reads: readonly CasesRead[]): Finding[] {
  const [first, ...others] = reads.map(({ findings, pathOf, file }) => {
    const inside = new Set(file?.cases.map(({ path }) => path[1]));
    return findings.filter((finding) => {
      const [top, index] = pathOf.get(finding) ?? [];
      return top !== "cases" || !inside.has(index ?? "");
    });
  });
  const key = ({ code, span, message }: Finding): string => JSON.stringify([code, span, message]);
  return (first ?? []).filter((finding) =>
    others.every((findings) => findings.some((other) => key(other) === key(finding))),
  );
}
