import type { SharedOptions } from "../options.ts";

export const testFormats = ["pretty", "json", "junit"] as const;

/** What `test` may be given besides the rubrics. It stands apart: the rest of the command is loaded when it runs. */
export interface TestOptions extends SharedOptions {
  readonly format: (typeof testFormats)[number];
  readonly coverage?: boolean;
  readonly minCoverage?: string;
  readonly mutate?: boolean;
}
