import type { Language, Text } from "../../base/language.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Style } from "../reporter.ts";

/** What a check says besides what it found. */
export interface CheckFacts {
  readonly tool: { readonly name: string; readonly version: string };
  /** Every file that was looked at, in order. */
  readonly files: readonly string[];
}

/** What a code means, whatever it is found in. */
export interface Explanation {
  readonly title: Text;
  readonly why: Text;
  readonly mend: Text;
}

export interface FindingsOptions {
  readonly language: Language;
  readonly style: Style;
  /** Cells across, for formats that have a width. */
  readonly width: number;
  /** The cells of the terminal it is for, past which a text goes on in the next line; undefined for all else. */
  readonly foldAt?: number | undefined;
  /** Whether all findings of a file are told, where a format would only count those past a number. */
  readonly all?: boolean | undefined;
  /** The text of a file, to show the line of a finding; undefined where it cannot be shown. */
  textOf(file: string): string | undefined;
  /** A file as a forge names it: from the top of the repository, with forward slashes. */
  pathOf(file: string): string;
  /** A short name for a text: the same for the same text, another for any other. */
  digestOf(text: string): string;
  explain(code: string): Explanation | undefined;
}

/** Turns findings, which come in their order and placed, into text. It prints nothing. */
export interface FindingsReporter {
  readonly extensions: readonly string[];
  render(findings: readonly Finding[], facts: CheckFacts, options: FindingsOptions): string;
}
