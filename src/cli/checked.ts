import { checkCodes, checkRubric } from "../check/check.ts";
import { unknownCodes, withSeverities } from "../check/severity.ts";
import { silenced, staleSilences } from "../check/silence.ts";
import type { Finding } from "../findings/finding.ts";
import type { RubricRead } from "./load.ts";

/** What was found while reading, and what the rules say of a rubric that reads. */
export async function checked(read: RubricRead): Promise<readonly Finding[]> {
  if (!read.ok) return read.findings;
  const { document, rubric, plan } = read.value;
  const proven = withSeverities(checkRubric(document, rubric, plan), rubric, new Set(checkCodes));
  const { findings, used } = silenced(proven, read.silences);
  const all = [...read.findings, ...findings];
  if (rubric.check === undefined && read.silences.length === 0) return all;
  const { pages } = await import("../findings/pages/index.ts");
  const known = [...new Set([...checkCodes, ...Object.keys(pages)])];
  const active = new Set([...read.silenced, ...used]);
  return [
    ...all,
    ...unknownCodes(document, rubric, known),
    ...staleSilences(read.silences, active, [...all, ...proven], known),
  ];
}
