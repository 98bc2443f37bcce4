import { formatDay } from "../../base/date.ts";
import { findingJson } from "../../report/findings/json.ts";
import { unitsJson, validJson } from "../../report/formats/json.ts";
import { tally } from "../../report/league-table.ts";
import type { ReplayReporter } from "./report.ts";

/** All the years as one document. */
export const json: ReplayReporter = {
  extensions: ["json"],
  render({ rubric, years, comparison }, facts, { language }) {
    const document = {
      format: "ceping/replay",
      formatVersion: 1,
      tool: facts.tool,
      rubric: { ...rubric, sha256: facts.rubricSha256 },
      inputs: facts.inputs,
      years: years.map(({ year, asOf, assessment, findings }) => ({
        year,
        asOf: formatDay(asOf),
        ...(assessment === undefined ? {} : validJson(assessment.plan)),
        units: assessment === undefined ? [] : unitsJson(assessment, language),
        tally: assessment === undefined ? {} : Object.fromEntries(tally(assessment)),
        findings: findings.map((finding) => findingJson(finding, language)),
      })),
      changes: comparison?.changes ?? [],
      ...(comparison === undefined
        ? {}
        : { notRecorded: comparison.notRecorded, notReplayed: comparison.notReplayed }),
      findings: facts.findings.map((finding) => findingJson(finding, language)),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};
