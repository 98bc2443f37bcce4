import { Command, CommanderError, Option } from "commander";
import { type Language, say } from "../base/language.ts";
import { widthOf } from "../base/width.ts";
import { reportFormats } from "../report/formats/index.ts";
import { name, version } from "../version.ts";
import { type CheckOptions, checkFormats, runCheck } from "./commands/check.ts";
import { type ExplainOptions, runExplain } from "./commands/explain.ts";
import { type InitOptions, runInit } from "./commands/init.ts";
import { runScore, type ScoreOptions } from "./commands/score.ts";
import { runTemplate, type TemplateOptions } from "./commands/template.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { type Io, nodeIo } from "./io.ts";
import { languageOf, languages } from "./options.ts";
import { words, wrongUsage } from "./words.ts";

export { nodeIo };

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

  const score = shared(new Command("score"))
    .summary(tell("score"))
    .description(tell("score"))
    .argument("<rubric>", tell("rubric"))
    .argument("<submissions...>", tell("submissions"))
    .option("--units <file>", tell("units"))
    .option("--events <file>", tell("events"))
    .option("--as-of <date>", tell("asOf"))
    .addOption(new Option("-f, --format <name>", tell("format")).choices(reportFormats).default("table"))
    .option("-o, --output <[format:]path>", tell("output"), repeated)
    .option("--fail-on <outcome>", tell("failOn"), repeated)
    .action(async (rubric: string, submissions: string[], options: ScoreOptions) =>
      done(await runScore(io, rubric, submissions, options)),
    );

  const check = shared(new Command("check"))
    .summary(tell("check"))
    .description(tell("check"))
    .argument("<rubric...>", tell("rubrics"))
    .addOption(new Option("-f, --format <name>", tell("format")).choices(checkFormats).default("pretty"))
    .option("--print", tell("print"))
    .action(async (rubrics: string[], options: CheckOptions) => done(await runCheck(io, rubrics, options)));

  const explain = shared(new Command("explain"))
    .summary(tell("explain"))
    .description(tell("explain"))
    .argument("<rubric>", tell("rubric"))
    .argument("<submissions...>", tell("submissions"))
    .option("--units <file>", tell("units"))
    .option("--events <file>", tell("events"))
    .option("--as-of <date>", tell("asOf"))
    .requiredOption("--unit <code or name>", tell("unit"))
    .action(async (rubric: string, submissions: string[], options: ExplainOptions) =>
      done(await runExplain(io, rubric, submissions, options)),
    );

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
    .option("-o, --output <folder>", tell("formsFolder"))
    .action(async (rubric: string, options: TemplateOptions) => done(await runTemplate(io, rubric, options)));

  return prepare(new Command(name))
    .description(tell("program"))
    .version(version, "-V, --version", tell("version"))
    .helpCommand("help [command]", tell("helpCommand"))
    .addCommand(score)
    .addCommand(check)
    .addCommand(explain)
    .addCommand(init)
    .addCommand(template);
}
