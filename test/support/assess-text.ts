import { type Assessment, assess } from "../../src/assess.ts";
import { parseDay } from "../../src/base/date.ts";
import { formatDecimal, formatExact, formatFraction } from "../../src/base/rational.ts";
import { collect } from "../../src/evidence/collect.ts";
import type { Source } from "../../src/evidence/rows.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import { documentAt } from "../../src/rubric/dated.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { readRubric } from "../../src/rubric/read.ts";

/** A CSV file that is only a text. */
export const sourceOf = (name: string, text: string): Source => ({
  name,
  async *chunks() {
    yield new TextEncoder().encode(text);
  },
});

/** The Plan of a rubric text, or its findings. */
export function planText(
  rubric: string,
  asOf?: string,
): { plan: Plan | undefined; findings: readonly Finding[] } {
  const parsed = parseRubricDocument("rubric.yaml", rubric);
  if (!parsed.ok) return { plan: undefined, findings: parsed.findings };
  const day = asOf === undefined ? undefined : parseDay(asOf);
  const document = {
    ...parsed,
    value: (day === undefined ? undefined : documentAt(parsed.value, day)) ?? parsed.value,
  };
  const read = readRubric(document.value);
  if (!read.ok) return { plan: undefined, findings: read.findings };
  const compiled = compileRubric(document.value, read.value);
  const findings = [...document.findings, ...read.findings, ...compiled.findings];
  return { plan: compiled.ok ? compiled.value : undefined, findings };
}

export interface Assessed {
  readonly assessment: Assessment | undefined;
  readonly findings: readonly Finding[];
  /** The codes of all findings, in the order they were found. */
  readonly codes: readonly string[];
}

/** The whole road from texts: rubric, submissions (by file name), register. */
export async function assessText(
  rubric: string,
  submissions: string | Readonly<Record<string, string>>,
  register?: string,
  more: {
    readonly events?: string;
    readonly history?: string;
    readonly overrides?: string;
    readonly asOf?: string;
  } = {},
): Promise<Assessed> {
  const answer = (assessment: Assessment | undefined, findings: readonly Finding[]): Assessed => ({
    assessment,
    findings,
    codes: findings.map(({ code }) => code),
  });
  const { plan, findings } = planText(rubric, more.asOf);
  if (plan === undefined) return answer(undefined, findings);
  const files = typeof submissions === "string" ? { "data.csv": submissions } : submissions;
  const collected = await collect({
    plan,
    submissions: Object.entries(files).map(([name, text]) => sourceOf(name, text)),
    register: register === undefined ? undefined : sourceOf("units.csv", register),
    events: more.events === undefined ? undefined : sourceOf("events.csv", more.events),
    history: more.history === undefined ? undefined : [sourceOf("history.csv", more.history)],
    overrides: more.overrides === undefined ? undefined : sourceOf("overrides.csv", more.overrides),
    asOf: more.asOf === undefined ? undefined : parseDay(more.asOf),
  });
  if (!collected.ok) return answer(undefined, [...findings, ...collected.findings]);
  const assessed = assess(plan, collected.value, more.asOf === undefined ? undefined : parseDay(more.asOf));
  const all = [...findings, ...collected.findings, ...assessed.findings];
  return answer(assessed.ok ? assessed.value : undefined, all);
}

/** A rubric of a few indicators, with what every rubric needs. */
export const rubricOf = (body: string): string => `ceping: 1\nid: case\ntitle: 案例\nversion: "1"\n${body}`;

/** A rubric with one indicator, given as the lines of its block. */
export const oneIndicator = (lines: string, more = ""): string =>
  rubricOf(`${more}\nindicators:\n  - id: item\n    name: 指标\n${lines.replace(/^/gm, "    ")}\n`);

/** Exact totals by unit name. Throws with the findings where there is no assessment. */
export async function totals(...texts: Parameters<typeof assessText>): Promise<Record<string, string>> {
  const { assessment, findings } = await assessText(...texts);
  if (assessment === undefined) {
    throw new Error(findings.map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
  }
  return Object.fromEntries(
    assessment.results.map(({ score }) => [score.unit.name, formatExact(score.total)]),
  );
}

/** The exact total of the only unit. */
export async function total(...texts: Parameters<typeof assessText>): Promise<string | undefined> {
  return Object.values(await totals(...texts))[0];
}

export { formatDecimal, formatExact, formatFraction };
