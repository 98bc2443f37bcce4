import { type Language, say, type Text } from "../base/language.ts";
import { padEnd, widthOf, wrap } from "../base/width.ts";
import { type Example, type ExampleFile, head, type Page } from "../findings/pages/page.ts";
import { severityWords } from "./findings/wording.ts";
import type { Style } from "./reporter.ts";

export interface PageOptions {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** What the program answers to the two examples of a page. */
export interface Answers {
  readonly bad: string;
  readonly good: string;
}

const words = {
  why: { zh: "为什么要紧", en: "why it matters" },
  bad: { zh: "这样不行", en: "wrong" },
  mend: { zh: "怎样改", en: "how to mend it" },
  good: { zh: "这样就对了", en: "right" },
  asBefore: { zh: "与上面相同", en: "as above" },
  emptyFolder: { zh: "空文件夹", en: "an empty folder" },
  emptyFile: { zh: "空文件", en: "an empty file" },
  nothingFound: { zh: "没有发现问题", en: "nothing found" },
  head: { zh: "（ceping、id、title、version 四行，略）", en: "(ceping, id, title and version, left out)" },
  more: {
    zh: "看一个代码的说明：ceping explain 代码",
    en: "for the page of one: ceping explain <code>",
  },
} as const satisfies Record<string, Text>;

/** No line of prose is longer: it would be hard to read. */
const widest = 100;

/** The page of one code: why it matters, an example with what is found in it, how to mend it, the example mended. */
export function renderPage(code: string, page: Page, answers: Answers, options: PageOptions): string {
  const { language, style } = options;
  const width = Math.min(options.width, widest);
  const severity = say(severityWords[page.severity], language);
  const tint = page.severity === "error" ? style.bad : page.severity === "warning" ? style.warn : style.faint;
  const section = (heading: keyof typeof words, body: readonly string[]): string[] => [
    "",
    style.strong(say(words[heading], language)),
    ...body,
  ];
  const prose = (text: Text): string[] => wrap(say(text, language), width - 2).map((line) => `  ${line}`);
  return [
    `${style.strong(code)}  ${tint(severity)}`,
    ...wrap(say(page.title, language), width),
    ...section("why", prose(page.why)),
    ...section("bad", exampleLines(page.bad, undefined, excerpt(answers.bad, code), { ...options, width })),
    ...section("mend", prose(page.mend)),
    ...section("good", exampleLines(page.good, page.bad, answers.good, { ...options, width })),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** All codes, with severity and title. */
export function renderPageList(
  entries: readonly (readonly [string, Page])[],
  { language, style, width }: PageOptions,
): string {
  const codeWidth = Math.max(...entries.map(([code]) => code.length));
  const severityWidth = Math.max(...Object.values(severityWords).map((text) => widthOf(say(text, language))));
  const margin = codeWidth + severityWidth + 4;
  const lines = entries.flatMap(([code, page]) => {
    const [first = "", ...rest] = wrap(say(page.title, language), Math.max(width - margin, 20));
    const severity = padEnd(say(severityWords[page.severity], language), severityWidth);
    return [
      `${padEnd(code, codeWidth)}  ${severity}  ${first}`,
      ...rest.map((line) => " ".repeat(margin) + line),
    ];
  });
  return `${[...lines, "", style.faint(say(words.more, language))].join("\n")}\n`;
}

/** An answer of more lines is cut: the first finding, then the one that the page is about and what follows it. */
const longest = 30;

function excerpt(answer: string, code: string): string {
  const all = answer.split("\n");
  if (all.length <= longest) return answer;
  const last = all.findLastIndex((line) => line.includes(`[${code}]`));
  return [...all.slice(0, 4), "…", ...all.slice(Math.max(last, all.length - longest))].join("\n");
}

/** The files of an example, what is typed, what comes of it. A file that is as before is only named. */
function exampleLines(
  { files, command }: Example,
  before: Example | undefined,
  answer: string,
  { language, style, width }: PageOptions,
): string[] {
  const shown = Object.entries(files).flatMap(([name, file]) =>
    before !== undefined && before.files[name] === file
      ? [`  ${name}  ${style.faint(say(words.asBefore, language))}`]
      : [`  ${name}`, ...fileLines(name, file, language, style)],
  );
  const said = answer === "" ? [say(words.nothingFound, language)] : answer.trimEnd().split("\n");
  return [
    ...shown,
    ...commandLines(command, width - 4).map((line) => `  ${style.strong(line)}`),
    ...said.flatMap((line) => fitted(line, width - 2)).map((line) => `  ${line}`),
  ];
}

/** A command as a shell takes it, over several lines where one is too short. */
function commandLines(command: string, width: number): string[] {
  const lines: string[] = [];
  let line = "$ ceping";
  for (const word of command.split(/ (?=--?[a-z])/)) {
    // Room is kept for the sign that the command goes on.
    if (widthOf(`${line} ${word}`) <= width - 2) line = `${line} ${word}`;
    else {
      lines.push(`${line} \\`);
      line = `    ${word}`;
    }
  }
  return [...lines, line];
}

function fileLines(name: string, file: ExampleFile, language: Language, style: Style): string[] {
  const aside = (text: Text): string[] => [`      ${style.faint(say(text, language))}`];
  if (name.endsWith("/")) return aside(words.emptyFolder);
  if (typeof file !== "string") return aside(file.shown);
  if (file === "") return aside(words.emptyFile);
  const isHeadless = file.startsWith(head) && file.length > head.length;
  const text = isHeadless ? file.slice(head.length) : file;
  const first = isHeadless ? head.split("\n").length : 1;
  const numbered = text
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => `  ${style.faint(`${String(first + index).padStart(4)} |`)} ${line}`);
  return isHeadless
    ? [`  ${style.faint(`${`1-${first - 1}`.padStart(4)} | ${say(words.head, language)}`)}`, ...numbered]
    : numbered;
}

/** A line of an answer in lines of at most `width`; a source line is cut, so that its caret stays under it. */
function fitted(line: string, width: number): string[] {
  if (/^ *\d* \| /.test(line)) return [cut(line, width)];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...rest] = wrap(line.slice(indent.length), width - indent.length);
  return [indent + first, ...rest.map((more) => indent + more)];
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let shown = "";
  for (const character of line) {
    if (widthOf(shown + character) >= width) break;
    shown += character;
  }
  return `${shown}…`;
}
