import type { Language } from "../../base/language.ts";
import { createProof } from "../../check/proof.ts";
import { summarise } from "../../check/summary.ts";
import { problems } from "../../findings/catalog.ts";
import { compareFindings, type Finding, isError } from "../../findings/finding.ts";
import type { TextFile } from "../../forms/form.ts";
import type { FindingsFormat } from "../../report/findings/formats.ts";
import { findingsReporters } from "../../report/findings/index.ts";
import { printRubric } from "../../rubric/print.ts";
import { checked } from "../checked.ts";
import { examineHere, examineRubrics } from "../examine.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type FoundRubrics, findRubrics } from "../find-rubrics.ts";
import type { Io } from "../io.ts";
import { assessWith, loadEvidence, loadRubric } from "../load.ts";
import { within, writeNewFiles } from "../new-files.ts";
import { type DataOptions, languageOf } from "../options.ts";
import { planOutputs } from "../outputs.ts";
import { reportFindings, type Seen } from "../report-findings.ts";
import { findHistory, findSources, standardInput } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";

export { examineHere };

export interface CheckOptions extends DataOptions {
  readonly format: FindingsFormat;
  readonly output?: readonly string[];
  readonly data?: readonly string[];
  readonly print?: boolean;
  /** Every finding of a file, where the page for people counts those past a number. */
  readonly all?: boolean;
  /** A folder for the submissions that show findings. */
  readonly witness?: string;
}

interface Examined extends Seen {
  /** All the files that were read: no output may replace one. */
  readonly inputs: readonly string[];
}

/** Checks rubrics, or data against one, without a report of scores. The findings are the data of this command. */
export async function runCheck(io: Io, named: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const found = await findRubrics(io, named);
  if (options.print === true) return print(io, found, options, language);
  tellPassedOver(io, found, options, language);
  const seen =
    options.data === undefined
      ? await checkRubrics(io, found, options)
      : await checkData(io, found, options.data, options, language);
  const planned = await planOutputs(io, options.output ?? [], seen.inputs, findingsReporters);
  const { findings: faults } = planned;
  const code = await reportFindings(
    io,
    { ...seen, findings: [...seen.findings, ...faults], usage: seen.usage || faults.length > 0 },
    faults.length > 0 ? [] : planned.outputs,
    options,
    language,
  );
  if (options.witness === undefined) return code;
  const files = witnessFiles(options.witness, seen.findings);
  if (files.length === 0) {
    tellNoWitness(io, options.witness, options, language);
    return code;
  }
  const wrote = await writeNewFiles(io, files, options, language);
  return wrote === exitCode.ok ? code : wrote;
}

function tellNoWitness(io: Io, folder: string, { quiet }: CheckOptions, language: Language): void {
  if (quiet === true) return;
  io.err.write(
    language === "en"
      ? `no finding has a witness: nothing was written to ${folder}\n`
      : `没有哪个问题附有示例数据：${folder} 里没有写出任何文件\n`,
  );
}

/** A folder for each finding that has a witness, numbered in the order of the report. */
function witnessFiles(folder: string, findings: readonly Finding[]): readonly TextFile[] {
  const shown = [...findings].sort(compareFindings).filter(({ witness }) => witness !== undefined);
  return shown.flatMap(({ code, file, witness }, index) => {
    const here = within(folder, `${index + 1}-${code}`);
    const words = (witness?.arguments ?? []).map((word) =>
      word.endsWith(".csv") ? `${here}/${word}` : word,
    );
    const command = `ceping score ${[file ?? "", ...words].map(asTyped).join(" ")}\n`;
    return [
      ...Object.entries(witness?.files ?? {}).map(([name, text]) => ({
        path: `${here}/${name}`,
        text: `\uFEFF${text}`,
      })),
      { path: `${here}/command.txt`, text: command },
    ];
  });
}

/** A word of a command as a shell takes it for one. */
const asTyped = (word: string): string =>
  /^[\p{L}\p{N}_./:=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Beside rubrics there are as many files of cases: a few are enough to see which are meant. */
const mostPassedOver = 5;

function tellPassedOver(
  io: Io,
  { paths, passedOver }: FoundRubrics,
  options: CheckOptions,
  language: Language,
): void {
  // Where nothing is left, a finding says so.
  if (passedOver.length === 0 || paths.length === 0 || options.quiet === true) return;
  const shown = passedOver.slice(0, mostPassedOver).join(language === "en" ? ", " : "、");
  const rest = passedOver.length - mostPassedOver;
  io.err.write(
    language === "en"
      ? `no rubrics, passed over: ${shown}${rest > 0 ? ` and ${rest} more` : ""}\n`
      : `跳过了不是测评体系的文件：${shown}${rest > 0 ? ` 等 ${passedOver.length} 个` : ""}\n`,
  );
}

async function checkRubrics(
  io: Io,
  { paths, findings: faults }: FoundRubrics,
  options: CheckOptions,
): Promise<Examined> {
  const found: (readonly Finding[])[] = [faults];
  const inputs: string[] = [];
  let usage = faults.some(isError);
  const idle = (option: string): void => {
    found.push([problems.dataMissing(option)]);
    usage = true;
  };
  for (const option of ["units", "events", "history", "overrides"] as const)
    if (options[option] !== undefined) idle(`--${option}`);
  const examined = await examineRubrics(io, paths, options.asOf);
  // Without data, the date says which version of a rubric is meant; of most there is only one.
  if (options.asOf !== undefined && !examined.some(({ dated }) => dated)) idle("--as-of");
  for (const rubric of examined) {
    found.push(rubric.findings);
    inputs.push(...rubric.files);
    usage ||= rubric.usage;
  }
  return { findings: found.flat(), usage, files: paths, inputs };
}

/** All that `score` would find in a rubric and its data. */
async function checkData(
  io: Io,
  { paths, findings: faults }: FoundRubrics,
  data: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<Examined> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    const findings = path === undefined ? faults : [...faults, problems.dataOneRubric(paths.length)];
    return { findings, usage: true, files: paths, inputs: paths };
  }
  const rubric = await loadRubric(io, path, options.asOf);
  const sources = await findSources(io, data, []);
  const history = await findHistory(io, options.history ?? [], []);
  const { units, events, overrides } = options;
  const beside = [...[units, events, overrides].flatMap((file) => file ?? []), ...history.paths];
  const inputs = [...rubric.files, ...beside, ...sources.paths];
  const files = [path, ...beside, ...sources.paths.map((file) => (file === "-" ? standardInput : file))];
  const base = { files: [...new Set(files)], inputs };
  const wrongUse = faults.some(isError);
  if (!rubric.ok) {
    const findings = [...faults, ...(await checked([rubric])), ...sources.findings];
    const usage = wrongUse || rubric.usage === true || sources.findings.some(isError);
    return { ...base, findings, usage };
  }
  const evidence = await loadEvidence(io, rubric.value.plan, data, options, language);
  const before = [...faults, ...(await checked([rubric])), ...evidence.findings];
  const usage = wrongUse || evidence.usage === true;
  if (!evidence.ok) return { ...base, findings: before, usage };
  // Some faults show only when the figures are put together.
  const assessed = assessWith(rubric.value, evidence.value);
  return { ...base, findings: [...before, ...assessed.findings], usage };
}

/** The whole rubric on standard output; what is wrong with it is then no data, and goes to standard error. */
async function print(
  io: Io,
  { paths, findings: faults }: FoundRubrics,
  options: CheckOptions,
  language: Language,
): Promise<ExitCode> {
  const [path, ...others] = paths;
  const stop = faults.length > 0 ? faults : others.length > 0 ? [problems.printOne(paths.length)] : [];
  if (path === undefined || stop.length > 0) {
    await tell(io, stop, options, language);
    return exitCode.usage;
  }
  const rubric = await loadRubric(io, path, options.asOf);
  const told = await tell(io, judged(await checked([rubric]), options.strict), options, language);
  if (rubric.ok) {
    const { document, plan } = rubric.value;
    const proven = summarise(plan, createProof(plan), language).map((line) => `# ${line}\n`);
    io.out.write(`${printRubric(document, plan)}\n${proven.join("")}`);
  }
  return codeFor(told, rubric.usage);
}
