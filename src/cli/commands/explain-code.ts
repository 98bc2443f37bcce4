import { closest } from "../../base/closest.ts";
import type { Language } from "../../base/language.ts";
import { compareText } from "../../base/order.ts";
import { type Code, problems } from "../../findings/catalog.ts";
import { pages } from "../../findings/pages/index.ts";
import type { Example, Page } from "../../findings/pages/page.ts";
import { withoutWhy } from "../../report/findings/pretty.ts";
import { renderPage, renderPageList } from "../../report/pages.ts";
import { exampleIo } from "../example-io.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { languageOf, type SharedOptions, styleOf, widthFor } from "../options.ts";
import { tell } from "../tell.ts";

/** The program itself: what an example shows is what it really answers. */
export type Program = (argv: readonly string[], io: Io) => Promise<ExitCode>;

const isCode = (word: string): word is Code => Object.hasOwn(pages, word);

/** Shows what a finding code means, with an example that is run. */
export async function runExplainCode(
  io: Io,
  written: string,
  options: SharedOptions,
  program: Program,
): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  // As it is copied from a finding: in brackets.
  const word = written.replace(/^\[|\]$/g, "").toLowerCase();
  if (!isCode(word)) {
    const codes = Object.keys(pages).sort(compareText);
    const similar = codes.filter((code) => word.length > 2 && code.includes(word));
    const unknown = problems.codeUnknown(written, closest(word, codes), similar);
    await tell(io, [unknown], { ...options, quiet: true }, language);
    return exitCode.usage;
  }
  const page: Page = pages[word];
  const shown = {
    bad: await answerOf(page.bad, io, language, program),
    good: await answerOf(page.good, io, language, program),
  };
  const screen = { language, style: styleOf(io, io.out, options.color), width: widthFor(io.out) };
  io.out.write(renderPage(word, page, shown, screen));
  return exitCode.ok;
}

/** Shows every code, with its severity and title. */
export function runListCodes(io: Io, options: SharedOptions): ExitCode {
  const language = languageOf(io, options.lang);
  const sorted = Object.entries<Page>(pages).sort(([a], [b]) => compareText(a, b));
  io.out.write(
    renderPageList(sorted, { language, style: styleOf(io, io.out, options.color), width: widthFor(io.out) }),
  );
  return exitCode.ok;
}

/** What is found when an example is run; `check` tells it on standard output, all others beside their data. */
export async function answerOf(
  example: Example,
  io: Io,
  language: Language,
  program: Program,
): Promise<string> {
  const world = exampleIo(example, io, language);
  const words = example.command.split(" ");
  const isData = words[0] === "check" && !words.includes("--print");
  const code = await program([...words, "--lang", language], world);
  // Why it matters stands on the page already, and so does that nothing was found.
  const found = isData ? withoutWhy(world.written("out"), language) : "";
  return isData && code === exitCode.ok ? found : found + world.written("err");
}
