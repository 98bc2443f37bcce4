import { type Assessment, assess } from "../assess.ts";
import { collect } from "../evidence/collect.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { caseHints } from "../findings/case-problems.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, isError, type Outcome } from "../findings/finding.ts";
import { findingAt, type RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Case } from "./case.ts";
import { type Difference, differencesOf } from "./compare.ts";
import { type CaseSources, readingPlan, sourcesOf } from "./sources.ts";
import type { RubricVersion } from "./version.ts";

/** What came of a case. It passed where nothing differs. */
export interface CaseResult {
  readonly of: Case;
  readonly sources: CaseSources;
  readonly version: RubricVersion;
  readonly differences: readonly Difference[];
  /** All that was found on the way, at its place in the case file. */
  readonly findings: readonly Finding[];
  /** Undefined where what was handed in could not be scored. */
  readonly assessment: Assessment | undefined;
}

/** A case with its files, ready to be run under a Plan, or under many. */
export interface PreparedCase {
  readonly of: Case;
  readonly sources: CaseSources;
}

export const prepareCase = (plan: Plan, one: Case): PreparedCase => ({
  of: one,
  sources: sourcesOf(plan, one),
});

/** Reads what the case hands in, as the command line would. */
export const readEvidence = (plan: Plan, { of, sources }: PreparedCase): Promise<Outcome<Evidence>> =>
  collect({
    plan: readingPlan(plan),
    submissions: sources.values === undefined ? [] : [sources.values],
    register: sources.register,
    events: sources.events,
    history: sources.history === undefined ? [] : [sources.history],
    asOf: of.asOf,
  });

/** What cannot be told without a reference date. */
function undated(plan: Plan, { history }: CaseSources): Finding[] {
  if (plan.events.needsAsOf) return [problems.asOfMissing()];
  return history === undefined ? [] : [problems.asOfForHistory()];
}

/** Scores what was read, and holds it against what the case expects. */
export function runCase(
  plan: Plan,
  prepared: PreparedCase,
  evidence: Outcome<Evidence>,
): Omit<CaseResult, "of" | "sources" | "version"> {
  const { of: one, sources } = prepared;
  const dated = one.asOf === undefined ? undated(plan, sources) : [];
  const assessed =
    evidence.ok && !dated.some(isError) ? assess(plan, evidence.value, one.asOf, "some") : undefined;
  const findings = [...dated, ...evidence.findings, ...(assessed?.findings ?? [])];
  const assessment = assessed?.ok && !findings.some(isError) ? assessed.value : undefined;
  return { assessment, findings, differences: differencesOf(plan, one, assessment, findings) };
}

/** Runs cases of one version, and puts what was found where it stands in the case file. */
export async function runCases(
  version: RubricVersion,
  prepared: readonly PreparedCase[],
  document: RubricDocument,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of prepared) {
    const run = runCase(version.plan, one, await readEvidence(version.plan, one));
    const findings = run.findings.map((finding): Finding => {
      const { code, severity, message, hint } = finding;
      const path = one.sources.pathOf(finding) ?? one.of.path;
      const place = document.place(path);
      return findingAt(place, { code, severity, message, hint: caseHints[code] ?? hint });
    });
    results.push({ ...one, ...run, version, findings });
  }
  return results;
}
