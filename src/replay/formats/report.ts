import type { Finding } from "../../findings/finding.ts";
import type { InputFile, RenderOptions, RunFacts } from "../../report/reporter.ts";
import type { Comparison } from "../compare.ts";
import type { ReplayedYear } from "../replay.ts";

/** What several years have come to. */
export interface ReplayReport {
  readonly rubric: { readonly id: string; readonly title: string; readonly version: string };
  readonly years: readonly ReplayedYear[];
  /** Undefined where no published results were given. */
  readonly comparison: Comparison | undefined;
}

/** What a report says besides. */
export interface ReplayFacts extends Pick<RunFacts, "tool" | "rubricSha256"> {
  readonly inputs: readonly InputFile[];
  /** Findings that are not about one of the years. */
  readonly findings: readonly Finding[];
}

/** Turns the years into text. */
export interface ReplayReporter {
  readonly extensions: readonly string[];
  readonly isCsv?: boolean;
  render(report: ReplayReport, facts: ReplayFacts, options: RenderOptions): string;
}
