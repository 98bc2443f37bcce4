import type { Assessment } from "../assess.ts";
import type { Language } from "../base/language.ts";
import type { Finding } from "../findings/finding.ts";

/** How a report may stand out on a terminal; plain text has functions that change nothing. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const unchanged = (text: string): string => text;
export const plainStyle: Style = {
  strong: unchanged,
  faint: unchanged,
  good: unchanged,
  bad: unchanged,
  warn: unchanged,
};

/** A file that went into a run. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What a report says besides the assessment itself. */
export interface RunFacts {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubricSha256: string;
  readonly inputs: readonly InputFile[];
  readonly asOf: string | undefined;
  readonly findings: readonly Finding[];
}

export interface RenderOptions {
  readonly language: Language;
  /** Cells across, for formats that have a width. */
  readonly width: number;
  readonly style: Style;
}

/** Turns an assessment into text. It prints nothing, and knows no clock and no terminal. */
export interface Reporter {
  /** None for a format that is chosen by its name only. */
  readonly extensions: readonly string[];
  readonly isCsv?: boolean;
  render(assessment: Assessment, facts: RunFacts, options: RenderOptions): string;
}
