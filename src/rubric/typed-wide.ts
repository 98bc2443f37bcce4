import { plainly } from "../base/plain-text.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { at, type Finding } from "../findings/finding.ts";
import { codePoints } from "../findings/span.ts";
import { linesOfTexts } from "./block-texts.ts";

/** One slip makes many faults of grammar: the first lines are enough to find it. */
const mostFaultyLines = 20;

const space = "[\\u3000\\u00A0\\u2002-\\u200A\\u202F]";
const word = "[A-Za-z][\\w-]*";
/** A key in Chinese, as a step of a scale may be. */
const anyKey = "[^\\s:：,，{}\\[\\]#＃\"'“”]+";
const quotedKey = `(?:"[^"]*"|'[^']*')\\s*`;
/** A key at the beginning of its line, behind the signs of list items. */
const atStart = (key: string): string => `^(\\s*(?:- +)*${key}`;
const dashes = "—―–‐‑−－﹣ー─•·●";
const dash = `[${dashes}]`;

interface Slip {
  readonly pattern: RegExp;
  problem(found: string): Problem;
}

/** What stands between the first group of the pattern and its end is at fault. */
const slip = (pattern: string, problem: Slip["problem"]): Slip => ({
  pattern: new RegExp(pattern, "u"),
  problem,
});

/** Looked for anywhere in a file that does not read: hardly any text has such a line. */
const anywhere: readonly Slip[] = [
  slip(`^()[ \\t]*${space}[\\s\\u3000]*(?=(?:- +)?${word}[:：])`, () => problems.yamlWideIndent()),
  slip(`${atStart(word)})：`, () => problems.yamlWideColon()),
  slip(`${atStart(word)}):(?=[^\\s/:])`, () => problems.yamlTightColon()),
  slip(`^(\\s*)${dash}+(?=\\s*(?:\\{|${word}[:：]))`, (found) => problems.yamlListDash(found)),
  slip(`^(\\s+)--+(?=\\s*(?:\\{|${word}[:：]))`, (found) => problems.yamlListDash(found)),
  slip("^(\\s*)-(?=[{[])", (found) => problems.yamlListDash(found)),
];

/** Looked for where the file stops making sense: a text may well have them. */
const nearError: readonly Slip[] = [
  slip("^()[—―－─]{2,}\\s*$", (found) => problems.wideTyping(found, "---")),
  slip(`^(\\s*)(?:[*一]\\s+|\\d+[.．、)）]\\s*)(?=\\{|${word}[:：])`, (found) =>
    problems.yamlListDash(found.trim()),
  ),
  slip(`^(\\s*(?:- +)*)[“”‘’「『＂]${word}[“”‘’」』＂](?=\\s*[:：])`, (found) =>
    problems.wideTyping(found, found.slice(1, -1)),
  ),
  slip(`${atStart(word)})[；;﹕∶︰꞉](?=\\s|$|[^\\s；;])`, (found) => problems.yamlNoColon(found)),
  slip(`${atStart(word)} +)：`, () => problems.yamlWideColon()),
  slip(`${atStart(anyKey)}:[ \\t]+[|>])[－＋]+(?=\\s*$)`, (found) =>
    problems.wideTyping(found, plainly(found)),
  ),
  slip(`${atStart(anyKey)}:[ \\t]+[|>][-+]?)${space}+(?=\\s*$)`, () => problems.yamlWideSpace()),
  slip("^([^#]*[\"'}\\]]\\s*)[，、；;。](?=\\s*(?:#.*)?$)", (found) => problems.yamlSignBehind(found)),
  slip('^([^"]*"[^"”]*)”(?=\\s*(?:[,}\\]#].*)?$)', () => problems.yamlWideQuote('"', "”")),
  slip('^([^"]*"[^"“]*)“(?=\\s*(?:[,}\\]#].*)?$)', () => problems.yamlWideQuote('"', "“")),
  slip("^([^']*'[^'’]*)’(?=\\s*(?:[,}\\]#].*)?$)", () => problems.yamlWideQuote("'", "’")),
  slip(`^()[ \\t]*${space}[\\s\\u3000]*$`, () => problems.yamlWideIndent(true)),
  slip(`^()[ \\t]*${space}[\\s\\u3000]*(?=#|-\\s|[{[])`, () => problems.yamlWideIndent()),
  slip(`^(\\s*)${dash}+(?=\\s*[^\\s${dashes}])`, (found) => problems.yamlListDash(found)),
  slip(`${atStart(word)}\\s*)(?:[=＝→]|->)(?=\\s)`, (found) => problems.yamlNoColon(found)),
  slip("^(\\s*)(?:＃|//).*$", (found) => problems.commentSign(found, "")),
  slip(`${atStart(anyKey)}:)${space}+`, () => problems.yamlTightColon(true)),
  slip(`${atStart(anyKey)})：`, () => problems.yamlWideColon()),
  slip(`${atStart(quotedKey)})：`, () => problems.yamlWideColon()),
  slip(`${atStart(anyKey)}):(?=[^\\s/:])`, () => problems.yamlTightColon()),
  slip(`^(\\s*)-(?:${space}+|(?=[^\\s-][^\\s:]*:(?:\\s|$)))`, () => problems.yamlListDash("-")),
  slip("^([^#]*?[:,\\[{-]\\s*)[｛［【（〔](?=.*[:：,，\\]}])", bracket),
  slip(`^([^#]*?[{,]\\s*(?:${anyKey}|${quotedKey}))：`, () => problems.yamlWideColon()),
  slip(`^([^#]*?[{,]\\s*${anyKey}:)${space}+`, () => problems.yamlTightColon(true)),
  slip(`^([^#]*?[{}[\\]"'] *)${space}+`, () => problems.yamlWideSpace()),
  slip("^([^#]*[\\[{][^#]*)[】〕］｝](?=\\s*(?:[,，}\\]].*)?(?:#.*)?$)", bracket),
  slip("^([^#]*?[\\[{][^#]*?)，", (found) => problems.yamlWideComma(found)),
  slip(`^([^#]*?[\\[{][^#]*?)[、；](?=\\s*${anyKey}\\s*[:：])`, (found) => problems.yamlWideComma(found)),
  slip("^([^#]*[}\\]]\\s*)(?:＃|//).*$", (found) => problems.commentSign(found, "")),
];

function bracket(found: string): Problem {
  const plain = plainly(found.slice(0, 1));
  return problems.yamlWideBracket(found, plain === "(" || plain === "" ? "{" : plain);
}

/**
 * Signs typed with a Chinese input method, and blanks that are missing, in a file that does not read.
 * `errors` are the lines, from 0, at which the parser gave up.
 */
export function typedWide(file: string, source: string, errors: readonly number[]): Finding[] {
  const lines = source.split(/\r?\n/);
  const texts = linesOfTexts(lines);
  const near = new Set(errors.flatMap((line) => [line, before(lines, line)]));
  const findings: Finding[] = [];
  for (const [line, text] of lines.entries()) {
    if (findings.length >= mostFaultyLines) break;
    if (texts.has(line)) continue;
    const found = firstSlip(text, near.has(line) ? [...anywhere, ...nearError] : anywhere);
    if (found === undefined) continue;
    const from = codePoints(text.slice(0, found.from)) + 1;
    const span = {
      start: { line: line + 1, column: from },
      end: { line: line + 1, column: from + codePoints(found.text) },
    };
    findings.push(at(file, span, found.problem));
  }
  return findings;
}

/** The line before that says something: the parser often stops only after the fault. */
function before(lines: readonly string[], line: number): number {
  let index = line - 1;
  while (index > 0 && /^[ \t]*(?:#.*)?$/.test(lines[index] ?? "")) index -= 1;
  return index;
}

function firstSlip(
  text: string,
  slips: readonly Slip[],
): { from: number; text: string; problem: Problem } | undefined {
  for (const { pattern, problem } of slips) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const from = match.index + (match[1]?.length ?? 0);
    const at = text.slice(from, match.index + match[0].length);
    return { from, text: at, problem: problem(at) };
  }
  return undefined;
}
