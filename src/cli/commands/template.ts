import { type Day, parseDay } from "../../base/date.ts";
import { collect } from "../../evidence/collect.ts";
import type { Unit } from "../../evidence/evidence.ts";
import { problems } from "../../findings/catalog.ts";
import { type Finding, inFile, isError } from "../../findings/finding.ts";
import { planForms, renderForms } from "../../forms/forms.ts";
import { scoreCommand } from "../../forms/readme.ts";
import type { Plan } from "../../rubric/plan.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type Io, reasonOf } from "../io.ts";
import { loadRubric } from "../load.ts";
import { within, writeNewFiles } from "../new-files.ts";
import { languageOf, type SharedOptions } from "../options.ts";
import { digestedSource, unreadable } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";

export interface TemplateOptions extends SharedOptions {
  readonly units?: string;
  /** Which version of the rubric, where some of it holds for a time only; and the day the register is read for. */
  readonly asOf?: string;
  /** The folder the forms are written to. */
  readonly output?: string;
}

/** Writes the empty forms a rubric asks for, with a row for each unit of the register. */
export async function runTemplate(io: Io, rubricPath: string, options: TemplateOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const rubric = await loadRubric(io, rubricPath, options.asOf);
  if (!rubric.ok)
    return codeFor(await tell(io, judged(rubric.findings, options.strict), options, language), rubric.usage);
  const { plan } = rubric.value;
  const asOf = options.asOf === undefined ? undefined : parseDay(options.asOf);
  const notDay = options.asOf !== undefined && asOf === undefined ? [problems.asOfText(options.asOf)] : [];
  const register = options.units === undefined ? undefined : await readUnits(io, plan, options.units, asOf);
  const findings = [...notDay, ...rubric.findings, ...(register?.findings ?? [])];
  const told = await tell(io, judged(findings, options.strict), options, language);
  const usage = notDay.length > 0 || register?.usage === true;
  if (usage || told.some(isError)) return codeFor(told, usage);
  const forms = planForms(plan, register?.units, language);
  const folder = options.output ?? ".";
  const files = renderForms(plan, forms, language).map(({ path, text }) => ({
    path: within(folder, path),
    text,
  }));
  const code = await writeNewFiles(io, files, options, language);
  if (code !== exitCode.ok || options.quiet === true) return code;
  const command = scoreCommand(plan, {
    rubric: rubricPath,
    register: options.units ?? within(folder, forms.register?.file ?? ""),
    data: folder,
    events: forms.events && within(folder, forms.events.file),
    history: forms.history && within(folder, forms.history.file),
  });
  io.err.write(language === "en" ? `once they are filled in: ${command}\n` : `填好之后：${command}\n`);
  return code;
}

interface ReadUnits {
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
  readonly usage?: boolean;
}

/** Reads the register alone. That nothing was handed in yet is no news: it is why there are forms. */
async function readUnits(io: Io, plan: Plan, path: string, asOf: Day | undefined): Promise<ReadUnits> {
  const missing = await unreadable(io, path);
  if (missing !== undefined) return { units: [], findings: [missing], usage: true };
  try {
    // Nothing is decided here: what was decided in earlier years is not asked for.
    const register = digestedSource(io, path);
    const collected = await collect({ plan, submissions: [], register, history: [], asOf });
    const findings = collected.findings.filter(({ code }) => !expected.includes(code));
    return { units: collected.ok ? collected.value.units : [], findings };
  } catch (error) {
    if ((error as { path?: unknown }).path !== path) throw error; // not about the file: a fault of ours
    return { units: [], findings: [inFile(path, problems.fileUnreadable(reasonOf(error)))], usage: true };
  }
}

const expected: readonly string[] = [problems.unitWithoutData("").code, problems.eventsMissing().code];
