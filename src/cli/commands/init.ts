import { closest } from "../../base/closest.ts";
import { type Language, say } from "../../base/language.ts";
import { compareText } from "../../base/order.ts";
import { widthOf } from "../../base/width.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { TextFile } from "../../forms/form.ts";
import { planForms, renderForms } from "../../forms/forms.ts";
import { renderReadme } from "../../forms/readme.ts";
import type { Plan } from "../../rubric/plan.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { casesBeside } from "../find-cases.ts";
import { isCaseFile, mostOfCases } from "../find-rubrics.ts";
import type { Io } from "../io.ts";
import { loadRubric } from "../load.ts";
import { within, writeNewFiles } from "../new-files.ts";
import { languageOf, type SharedOptions } from "../options.ts";
import { readTextFile } from "../sources.ts";
import { codeFor, tell } from "../tell.ts";

export interface InitOptions extends SharedOptions {
  readonly template?: string;
}

/**
 * Lays out a folder to start from: a shipped rubric with its cases, its empty forms, an empty register, what
 * to do next.
 */
export async function runInit(io: Io, folder: string, options: InitOptions): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const templates = await shippedRubrics(io);
  const known = [...templates.keys()];
  const path = options.template === undefined ? undefined : templates.get(options.template);
  if (path === undefined) {
    const { template } = options;
    const problem =
      template === undefined
        ? problems.templateMissing(known)
        : problems.templateUnknown(template, closest(template, known));
    await tell(io, [problem], options, language);
    io.err.write(await listing(io, templates, language));
    return exitCode.usage;
  }
  const rubric = await loadRubric(io, path);
  if (!rubric.ok) return codeFor(await tell(io, rubric.findings, options, language), true);
  const copied = await Promise.all(rubric.files.map((file) => readTextFile(io, file)));
  const unread = copied.filter((file) => "code" in file);
  if (unread.length > 0) return codeFor(await tell(io, unread, options, language), true);
  const cases = await casesOf(io, path);
  if (cases !== undefined && "code" in cases)
    return codeFor(await tell(io, [cases], options, language), true);
  const { casesSchemaFile, renderCasesJsonSchema, renderRubricJsonSchema, schemaFile, withModeline } =
    await import("../../schema/index.ts");
  const files = [
    ...copiesOf(copied.filter((file) => "text" in file)).map(({ path, text }) => ({
      path,
      text: withModeline(text, path),
    })),
    { path: schemaFile, text: renderRubricJsonSchema() },
    ...(cases === undefined
      ? []
      : [
          { path: casesFile, text: withModeline(cases.text, casesFile, casesSchemaFile) },
          { path: casesSchemaFile, text: renderCasesJsonSchema() },
        ]),
    ...layOut(rubric.value.plan, cases && casesFile, language),
  ];
  const code = await writeNewFiles(
    io,
    files.map((file) => ({ ...file, path: within(folder, file.path) })),
    options,
    language,
  );
  if (code === exitCode.ok && options.quiet !== true)
    io.err.write(say(next(within(folder, readmeFile)), language));
  return code;
}

const readmeFile = "README.md";
const rubricFile = "rubric.yaml";
const casesFile = casesBeside(rubricFile);

const next = (path: string) => ({ zh: `下一步见 ${path}\n`, en: `what to do next: ${path}\n` });

/** The rubric under its new name; what it extends keeps its path, which is written in the rubric. */
function copiesOf([rubric, ...bases]: readonly TextFile[]): TextFile[] {
  if (rubric === undefined) return [];
  const folder = rubric.path.slice(0, rubric.path.lastIndexOf("/") + 1);
  return [
    { path: rubricFile, text: rubric.text },
    ...bases.map(({ path, text }) => ({ path: path.slice(folder.length), text })),
  ];
}

/** The cases of a shipped rubric; undefined where it has none. */
async function casesOf(io: Io, rubric: string): Promise<TextFile | Finding | undefined> {
  const path = casesBeside(rubric);
  return (await io.kindOf(path)) === "missing" ? undefined : readTextFile(io, path, mostOfCases);
}

/** The other files of a new folder, by their paths inside it. */
function layOut(plan: Plan, cases: string | undefined, language: Language): TextFile[] {
  const forms = planForms(plan, undefined, language);
  const register = forms.register?.file ?? "";
  const data = "data";
  const places = {
    rubric: rubricFile,
    register,
    data,
    cases,
    events: forms.events && within(data, forms.events.file),
    history: forms.history && within(data, forms.history.file),
  };
  return [
    { path: readmeFile, text: renderReadme(plan, places, language) },
    ...renderForms(plan, forms, language).map(({ path, text }) => ({
      path: path === register ? path : within("forms", path),
      text,
    })),
  ];
}

/** The rubrics that come with the program, by their file names without the extension. */
async function shippedRubrics(io: Io): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const visit = async (folder: string, prefix: string): Promise<void> => {
    for (const name of (await io.list(folder)).sort(compareText)) {
      const path = within(folder, name);
      if ((await io.kindOf(path)) === "folder") await visit(path, `${prefix}${name}/`);
      else if (/\.ya?ml$/i.test(name) && !isCaseFile(name))
        found.set(prefix + name.replace(/\.ya?ml$/i, ""), path);
    }
  };
  await visit(await io.rubricsFolder(), "");
  return found;
}

/** Names and titles, in two columns. */
async function listing(io: Io, templates: ReadonlyMap<string, string>, language: Language): Promise<string> {
  const width = Math.max(0, ...[...templates.keys()].map(widthOf));
  const lines: string[] = [];
  for (const [name, path] of templates) {
    const rubric = await loadRubric(io, path);
    const title = rubric.ok ? rubric.value.plan.rubric.title : "";
    lines.push(`  ${name}${" ".repeat(width - widthOf(name))}  ${title}`.trimEnd());
  }
  const heading = say({ zh: "可用的样板：", en: "templates:" }, language);
  return `${[heading, ...lines].join("\n")}\n`;
}
