import { always } from "../base/period.ts";
import { checkCodes, checkRubric } from "../check/check.ts";
import { severitiesIn, severityFaults, withSeverities } from "../check/severity.ts";
import { type Silence, silenced, staleSilences } from "../check/silence.ts";
import { acrossVersions, ofOneVersion } from "../check/versions.ts";
import type { Finding } from "../findings/finding.ts";
import type { Severity } from "../findings/problem.ts";
import type { RubricRead } from "./load.ts";

/** What was found while reading, and what the rules say of each version of a rubric that reads. */
export async function checked(versions: readonly RubricRead[]): Promise<readonly Finding[]> {
  const proven = versions.map(provenOf);
  const across = (pick: (read: RubricRead, index: number) => readonly Finding[]): Finding[] =>
    acrossVersions(
      versions.map((read, index) => ({ valid: read.valid ?? always, findings: pick(read, index) })),
    );
  const all = across((read, index) => [...read.findings, ...(proven[index]?.findings ?? [])]);
  const [first] = versions;
  if (first?.whole === undefined) return all;
  const reads = first.ok && versions.every((read) => read.ok);
  // Of what does not read, nobody can tell what is left to silence; a file that is extended is judged by itself.
  const silences = reads ? first.silences.filter(({ file }) => file === first.files[0]) : [];
  if (severitiesIn(first.whole).length === 0 && silences.length === 0) return all;
  const { pages } = await import("../findings/pages/index.ts");
  const known = new Map(
    Object.entries(pages).map(([code, { severity }]): [string, Severity] => [code, severity]),
  );
  const active = new Set(
    versions.flatMap((read, index) => [...read.silenced, ...(proven[index]?.used ?? [])]),
  );
  const before = across((read, index) => [...read.findings, ...(proven[index]?.all ?? [])]);
  const settings = [
    ...severityFaults(first.whole, known, new Set(checkCodes)),
    ...staleSilences(silences, active, before, [...known.keys()]),
  ];
  return [...all, ...(first.ok ? withSeverities(settings, first.value.rubric) : settings)];
}

interface Proven {
  /** All that the rules say. */
  readonly all: readonly Finding[];
  /** What nobody has silenced of it. */
  readonly findings: readonly Finding[];
  readonly used: ReadonlySet<Silence>;
}

function provenOf(read: RubricRead): Proven | undefined {
  const subject = read.ok ? { ...read.value, agreed: true } : read.likely;
  if (subject === undefined) return undefined;
  const { document, rubric, plan, agreed } = subject;
  const found = withSeverities(checkRubric(document, rubric, plan, agreed), rubric, new Set(checkCodes));
  // A version that was picked by its day says nothing of the others.
  const all = read.dated && read.valid === undefined ? ofOneVersion(found) : found;
  return { all, ...silenced(all, read.silences) };
}
