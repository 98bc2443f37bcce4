import { Command, CommanderError, Option } from "commander";
import { type Language, say } from "../base/language.ts";
import { widthOf } from "../base/width.ts";
import { findingsFormats } from "../report/findings/formats.ts";
import { reportFormats } from "../report/formats/index.ts";
import { name, version } from "../version.ts";
import type { CheckOptions } from "./commands/check.ts";
import { type ExplainOptions, runExplain } from "./commands/explain.ts";
import { type InitOptions, runInit } from "./commands/init.ts";
import { runSchema, type SchemaOptions, schemaSubjects } from "./commands/schema.ts";
import { runScore, type ScoreOptions } from "./commands/score.ts";
import { runTemplate, type TemplateOptions } from "./commands/template.ts";
import { type TestOptions, testFormats } from "./commands/test-options.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { type Io, nodeIo } from "./io.ts";
import { languageOf, languages } from "./options.ts";
import { words, wrongUsage } from "./words.ts";

export { nodeIo };

/** The part of `check` that other cores take on (`Io.elsewhere`). */
export const examine = async (paths: readonly string[]): Promise<unknown> =>
  (await import("./commands/check.ts")).examineHere(nodeIo(), paths);

/** Runs the program: arguments (without node and script) → exit code. It never exits by itself. */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<ExitCode> {
  const language = languageOf(io, languageAsked(argv));
  let code: ExitCode = exitCode.ok;
  const program = createProgram(io, language, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCode.ok : wrong(io, error, language);
    io.err.write(`${say(words.bug, language)}\n`);
    if (argv.includes("--debug")) io.err.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCode.failure;
  }
}

/** The language is needed before the arguments are parsed: help is in it, too. */
function languageAsked(argv: readonly string[]): Language | undefined {
  const at = argv.indexOf("--lang");
  const asked =
    at === -1 ? argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length) : argv[at + 1];
  return languages.find((language) => language === asked);
}

/** commander exits with 1 for wrong usage; we say 2. */
function wrong(io: Io, error: CommanderError, language: Language): ExitCode {
  // Help that was shown because nothing was asked for is its own message.
  if (error.code === "commander.help") return exitCode.usage;
  const said = error.message.replace(/^error: /, "");
  const message = language === "en" ? `error: ${said}` : `错误：${wrongUsage(error.code, said)}`;
  io.err.write(`${message}\n${say(words.seeHelp, language)}\n`);
  return exitCode.usage;
}

/** What `explain` is given: a unit to explain, or a code, or neither. */
type ExplainArguments = Omit<ExplainOptions, "unit"> & { readonly unit?: string; readonly list?: boolean };

const witnessOption = "--witness <folder>";
const unitOption = "--unit <code or name>";
const explainUsage = [`[options] <rubric> <submissions...> ${unitOption}`, "<code>", "--list"].join(
  "\n       ceping explain ",
);

const scoreUsage = ["[options] <rubric> <submissions...>", "[options] <rubric> --replay <folder>"].join(
  "\n       ceping score ",
);

/** A finding code has no dot and no slash; the name of a rubric file has. */
const isPath = (word: string): boolean => /[./\\]/.test(word);

/** Wrong usage that commander cannot see by itself, in its own words. */
function refuse(command: Command, code: string, message: string): never {
  return command.error(`error: ${message}`, { code: `commander.${code}` });
}

const escapes = /\u001b\[[\d;]*m/g;

function createProgram(io: Io, language: Language, done: (code: ExitCode) => void): Command {
  const tell = (key: keyof typeof words): string => say(words[key], language);
  const prepare = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.out.write(text),
        writeErr: (text) => io.err.write(text),
        outputError: () => undefined,
      })
      .configureHelp({
        displayWidth: (text) => widthOf(text.replace(escapes, "")),
        styleTitle: (title) => titles[title] ?? title,
      })
      .helpOption("-h, --help", tell("help"));
  const titles: Readonly<Record<string, string>> = {
    "Usage:": tell("usage"),
    "Arguments:": tell("arguments"),
    "Options:": tell("options"),
    "Commands:": tell("commands"),
  };
  const shared = (command: Command): Command =>
    prepare(command)
      .option("--strict", tell("strict"))
      .addOption(new Option("--lang <name>", tell("lang")).choices(languages))
      .option("--no-color", tell("noColor"))
      .option("-q, --quiet", tell("quiet"))
      .option("--no-progress", tell("noProgress"))
      .option("--debug", tell("debug"));
  const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];

  const score: Command = shared(new Command("score"))
    .summary(tell("score"))
    .description(tell("score"))
    .argument("<rubric>", tell("rubric"))
    .argument("[submissions...]", tell("submissions"))
    .usage(scoreUsage)
    .option("--units <file>", tell("units"))
    .option("--events <file>", tell("events"))
    .option("--history <path>", tell("history"), repeated)
    .option("--overrides <file>", tell("overrides"))
    .option("--as-of <date>", tell("asOf"))
    .addOption(new Option("-f, --format <name>", tell("format")).choices(reportFormats).default("table"))
    .option("-o, --output <[format:]path>", tell("output"), repeated)
    .option("--fail-on <outcome>", tell("failOn"), repeated)
    .addOption(
      new Option("--replay <folder>", tell("replay")).conflicts(["units", "events", "asOf", "overrides"]),
    )
    .action(async (rubric: string, submissions: string[], options: ScoreOptions) => {
      const { replay } = options;
      if (replay === undefined && submissions.length === 0)
        refuse(score, "missingArgument", "missing required argument 'submissions'");
      if (replay === undefined) {
        done(await runScore(io, rubric, submissions, options));
        return;
      }
      if (submissions.length > 0) refuse(score, "excessArguments", "too many arguments");
      const { runReplay } = await import("./commands/replay.ts");
      done(await runReplay(io, rubric, replay, options));
    });

  const check: Command = shared(new Command("check"))
    .summary(tell("check"))
    .description(tell("check"))
    .argument("<rubric...>", tell("rubrics"))
    .option("--data <submissions...>", tell("checkData"))
    .option("--units <file>", tell("units"))
    .option("--events <file>", tell("events"))
    .option("--history <path>", tell("history"), repeated)
    .option("--overrides <file>", tell("overrides"))
    .option("--as-of <date>", tell("asOf"))
    .addOption(new Option("-f, --format <name>", tell("format")).choices(findingsFormats).default("pretty"))
    .option("-o, --output <[format:]path>", tell("output"), repeated)
    .option("--all", tell("allFindings"))
    .option(witnessOption, tell("witness"))
    .addOption(new Option("--print", tell("print")).conflicts(["data", "output", "format", "all", "witness"]))
    .action(async (rubrics: string[], options: CheckOptions) => {
      if (options.witness?.trim() === "")
        refuse(check, "optionMissingArgument", `option '${witnessOption}' argument missing`);
      const { runCheck } = await import("./commands/check.ts");
      done(await runCheck(io, rubrics, options));
    });

  const test = shared(new Command("test"))
    .summary(tell("test"))
    .description(tell("test"))
    .argument("<rubric...>", tell("testedRubrics"))
    .addOption(new Option("-f, --format <name>", tell("format")).choices(testFormats).default("pretty"))
    .option("--coverage", tell("coverage"))
    .option("--min-coverage <percent>", tell("minCoverage"))
    .option("--mutate", tell("mutate"))
    .action(async (rubrics: string[], options: TestOptions) => {
      const { runTest } = await import("./commands/test.ts");
      done(await runTest(io, rubrics, options));
    });

  const explain: Command = shared(new Command("explain"))
    .summary(tell("explain"))
    .description(tell("explain"))
    .usage(explainUsage)
    .argument("[rubric]", tell("rubricOrCode"))
    .argument("[submissions...]", tell("submissions"))
    .option("--units <file>", tell("units"))
    .option("--events <file>", tell("events"))
    .option("--history <path>", tell("history"), repeated)
    .option("--overrides <file>", tell("overrides"))
    .option("--as-of <date>", tell("asOf"))
    .option(unitOption, tell("unit"))
    .option("--list", tell("listCodes"))
    .action(async (rubric: string | undefined, submissions: string[], options: ExplainArguments) => {
      const { list, unit } = options;
      const isCode =
        rubric !== undefined && !isPath(rubric) && submissions.length === 0 && unit === undefined;
      if (list === true && rubric !== undefined) refuse(explain, "excessArguments", "too many arguments");
      if (list === true || isCode) {
        const { runExplainCode, runListCodes } = await import("./commands/explain-code.ts");
        done(isCode ? await runExplainCode(io, rubric, options, main) : runListCodes(io, options));
        return;
      }
      if (rubric === undefined) refuse(explain, "missingArgument", "missing required argument 'rubric'");
      if (submissions.length === 0)
        refuse(explain, "missingArgument", "missing required argument 'submissions'");
      if (unit === undefined)
        refuse(explain, "missingMandatoryOptionValue", `required option '${unitOption}' not specified`);
      done(await runExplain(io, rubric, submissions, { ...options, unit }));
    });

  const init = shared(new Command("init"))
    .summary(tell("init"))
    .description(tell("init"))
    .argument("[folder]", tell("newFolder"))
    .option("--template <name>", tell("templateName"))
    .action(async (folder: string | undefined, options: InitOptions) =>
      done(await runInit(io, folder ?? ".", options)),
    );

  const template = shared(new Command("template"))
    .summary(tell("template"))
    .description(tell("template"))
    .argument("<rubric>", tell("rubric"))
    .option("--units <file>", tell("formsUnits"))
    .option("--as-of <date>", tell("asOf"))
    .option("-o, --output <folder>", tell("formsFolder"))
    .action(async (rubric: string, options: TemplateOptions) => done(await runTemplate(io, rubric, options)));

  const schema = shared(new Command("schema"))
    .summary(tell("schema"))
    .description(tell("schema"))
    .addOption(new Option("--of <files>", tell("schemaOf")).choices(schemaSubjects).default("rubrics"))
    .option("-o, --output <file>", tell("schemaFile"))
    .action(async (options: SchemaOptions) => done(await runSchema(io, options)));

  return prepare(new Command(name))
    .description(tell("program"))
    .version(version, "-V, --version", tell("version"))
    .helpCommand("help [command]", tell("helpCommand"))
    .addCommand(score)
    .addCommand(check)
    .addCommand(explain)
    .addCommand(test)
    .addCommand(init)
    .addCommand(template)
    .addCommand(schema);
}
