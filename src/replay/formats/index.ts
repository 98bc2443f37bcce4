import { csv } from "./csv.ts";
import { json } from "./json.ts";
import type { ReplayReporter } from "./report.ts";
import { table } from "./table.ts";

/** The results of all years in one file, as `--history` reads them: one row of headings. */
const history: ReplayReporter = {
  extensions: [],
  isCsv: true,
  render: ({ years }) =>
    years
      .map(({ history: text }, index) => (index === 0 ? text : text.slice(text.indexOf("\n") + 1)))
      .join(""),
};

/** The register as the last year leaves it. */
const register: ReplayReporter = {
  extensions: [],
  isCsv: true,
  render: ({ years }) => years.findLast(({ assessment }) => assessment !== undefined)?.register ?? "",
};

/** Every format of several years, by the name it has on the command line. */
export const replayReporters = { table, csv, json, history, register } satisfies Record<
  string,
  ReplayReporter
>;
export type ReplayFormat = keyof typeof replayReporters;
export const replayFormats = Object.keys(replayReporters) as readonly ReplayFormat[]; // the keys of the object just above
