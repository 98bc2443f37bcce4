import type { Severity } from "../../findings/problem.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import type { FindingsReporter } from "./reporter.ts";
import { hintOf, lineOf, messageOf } from "./wording.ts";

/** GitLab knows five grades, from info to blocker. */
const grades: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** A Code Quality report, which GitLab shows in merge requests. It has no columns. */
export const gitlab: FindingsReporter = {
  extensions: [],
  render(findings, { tool, files }, options) {
    const fingerprints = fingerprintsOf(findings, options);
    const issues = findings.map((finding, index) => {
      const { file = files[0], span, code, severity } = finding;
      const begin = lineOf(finding) ?? 1;
      const hint = hintOf(finding, options.language);
      const message = messageOf(finding, options.language);
      const open = options.language === "en" ? " (" : "（";
      const close = options.language === "en" ? ")" : "）";
      return {
        type: "issue",
        check_name: code,
        description: hint === undefined ? message : message + open + hint + close,
        categories: ["Bug Risk"],
        severity: grades[severity],
        fingerprint: fingerprints[index],
        location: {
          // GitLab has no place for what is about no file: it goes with the first that was checked.
          path: file === undefined ? tool.name : options.pathOf(file),
          lines: { begin, end: Math.max(begin, span?.end.line ?? begin) },
        },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
