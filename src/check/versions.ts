import { joinTexts } from "../base/language.ts";
import { joined, type Period, periodText } from "../base/period.ts";
import type { Finding } from "../findings/finding.ts";

/** What was found in one version of a rubric. */
export interface VersionFindings {
  readonly valid: Period;
  readonly findings: readonly Finding[];
}

/** What is left over of the file as a whole: it may well have its use at another time. */
const ofWholeFile: readonly string[] = [
  ...["scale-unused", "step-unused", "input-unused", "method-unused", "tag-unused", "term-unused"],
  ...["units-unused", "veto-unused", "gate-unused"],
  "group-of-one",
];

/** Without what cannot be said of a file by looking at one version of it. */
export const ofOneVersion = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ code }) => !ofWholeFile.includes(code));

/** The findings of all versions, each told once; one that is not there in every version says when it is. */
export function acrossVersions(versions: readonly VersionFindings[]): Finding[] {
  const told = new Map<string, { readonly finding: Finding; readonly periods: Period[] }>();
  for (const { valid, findings } of versions) {
    for (const finding of findings) {
      const { code, severity, file, span, message } = finding;
      const key = JSON.stringify([code, severity, file, span, message]);
      const before = told.get(key);
      if (before === undefined) told.set(key, { finding, periods: [valid] });
      else if (before.periods.at(-1) !== valid) before.periods.push(valid);
    }
  }
  return [...told.values()].flatMap(({ finding, periods }) => {
    if (periods.length === versions.length) return [finding];
    return ofWholeFile.includes(finding.code) ? [] : [during(finding, periods)];
  });
}

function during(finding: Finding, periods: readonly Period[]): Finding {
  const days = joinTexts(joined(periods).map(periodText), "、", ", ");
  const { zh, en } = finding.message;
  return { ...finding, message: { zh: `${zh}（${days.zh}）`, en: `${en} (${days.en})` } };
}
