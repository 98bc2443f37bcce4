import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { positions } from "../../src/findings/span.ts";
import { readLibraryYaml } from "../../src/rubric/library-yaml.ts";
import { readPlainYaml } from "../../src/rubric/plain-yaml.ts";
import { listIn, mapIn, type Spot, type Tree } from "../../src/rubric/tree.ts";
import { seeded } from "../bench/generate.js";
import { rubricText } from "../bench/rubrics.js";
import { blocksOf } from "../support/readme-blocks.ts";

/** A tree as plain data, with the place of every key and value. */
function flat(tree: Tree): unknown {
  const map = mapIn(tree);
  const content =
    map === undefined
      ? (listIn(tree)?.map(flat) ?? tree.content)
      : [...map].map(([key, branch]) => [key, span(branch.key), flat(branch.value)]);
  return [span(tree.spot), content];
}
const span = (spot: Spot): string => {
  const { start, end } = spot().span;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
};

const quick = (text: string): Tree | undefined => {
  const position = positions(text);
  return readPlainYaml(text, (from, to) => () => ({
    file: "r.yaml",
    span: { start: position(from), end: position(to) },
  }));
};

/** What is wrong where the two do not agree; a text that the quick reader leaves to the library is no fault. */
function disagreement(text: string): { readonly isQuick: boolean; readonly fault?: unknown } {
  const tree = quick(text);
  if (tree === undefined) return { isQuick: false };
  let findings: readonly Finding[];
  let library: Tree | undefined;
  try {
    const read = readLibraryYaml("r.yaml", text, positions(text));
    findings = read.findings;
    library = read.ok ? read.value : undefined;
  } catch (error) {
    return { isQuick: true, fault: error };
  }
  if (findings.length > 0 || library === undefined)
    return { isQuick: true, fault: findings.map(({ code }) => code) };
  const [ours, theirs] = [JSON.stringify(flat(tree)), JSON.stringify(flat(library))];
  return ours === theirs ? { isQuick: true } : { isQuick: true, fault: { ours, theirs } };
}

const files = ["rubrics", "fixtures"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.ya?ml$/.test(name));
const onPages = ["README.md", "README.zh-CN.md", "rubrics/README.md"].flatMap((page) =>
  blocksOf(readFileSync(page, "utf8")).flatMap(({ language, text, line }) =>
    language === "yaml" ? [[`${page}:${line}`, text] as const] : [],
  ),
);
const corpus = [
  ...files.map((path) => [path, readFileSync(path, "utf8").replace(/^\uFEFF/, "")] as const),
  ...onPages,
  ["a rubric of the bench", rubricText(1, 30)] as const,
];

describe("where the quick reader gives a tree, it is the library's", () => {
  test.each(corpus)("%s", (_, text) => {
    expect(disagreement(text).fault).toBeUndefined();
    expect(disagreement(text.replaceAll("\n", "\r\n")).fault).toBeUndefined();
    expect(disagreement(text.replace(/\n$/, "")).fault).toBeUndefined();
  });
});

test("it reads nearly every rubric that ships", () => {
  const shipped = corpus.filter(([name]) => name.startsWith("rubrics/") && name.endsWith(".yaml"));
  const left = shipped.filter(([, text]) => quick(text) === undefined).map(([name]) => name);
  expect(left.length, left.join(", ")).toBeLessThanOrEqual(shipped.length / 10);
});

/** What texts are changed with: the signs of YAML, and what looks like them. */
const pieces = [
  ..."abc1-:?,[]{}#&*!|>'\"%@`~\\ ",
  "\n",
  "\n  ",
  "\n    ",
  " #",
  ": ",
  "- ",
  "? ",
  "\n- ",
  ", ",
  " }",
  "---",
  "...",
  "<<",
  "''",
  '""',
  "\t",
  "\r\n",
  "\u3000",
  "：",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "😀",
  "测",
];

const seeds = [
  "a: 1\nb: x y\n",
  "a:\n  - b: 1\n    c: [1, 2]\n  - b: 2\n",
  "a:\n- x\n- y\nb: { c: d, e: [f, g] }\n",
  "a: \"q: r\"\n'b c': 'd # e'\n# note\nf: g # h\n",
  "a:\n  b:\n    c: 1\n  d: { e: 1,\n    f: 2 }\n",
  "list: [\n  one, # first\n  two\n  ]\nlast: -5\n",
  "a:\n  # note\n  - b\n  -   c: 1\n      d: 2\n",
  "x: [a, [-b, c]]\ny: { a: { b: 1 }, c: 'd' }\n",
];

/** A text with a few pieces put in, left out or put elsewhere. */
function changed(text: string, random: (below: number) => number): string {
  let result = text;
  for (let edits = random(4) + 1; edits > 0; edits -= 1) {
    const at = random(result.length + 1);
    const piece = pieces[random(pieces.length)] ?? "";
    const gone = random(3) === 0 ? random(4) : 0;
    const moved = random(6) === 0 ? result.slice(at, at + random(12)) : "";
    const to = random(result.length + 1);
    result = result.slice(0, at) + (random(4) === 0 ? "" : piece) + result.slice(at + gone);
    result = result.slice(0, to) + moved + result.slice(to);
  }
  return result;
}

describe("it agrees about texts that are changed at random", () => {
  const rounds = Number(process.env["CEPING_ROUNDS"] ?? 1500);
  test.each(seeds.map((text, index) => [index, text] as const))("seed %i", (index, text) => {
    const random = seeded(index + 1);
    const counts = { quick: 0, left: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const made = changed(text, random);
      const { isQuick, fault } = disagreement(made);
      expect(fault, JSON.stringify(made)).toBeUndefined();
      counts[isQuick ? "quick" : "left"] += 1;
    }
    // Both ways are tried.
    expect(Math.min(counts.quick, counts.left)).toBeGreaterThan(rounds / 50);
  });
});

test.each([
  ["a duplicate key", "a: 1\na: 2\n"],
  ["a tab", "a:\n\tb: 1\n"],
  ["an anchor", "a: &x 1\nb: *x\n"],
  ["a tag", "a: !!int 1\n"],
  ["a text of several lines", "a: one\n  two\n"],
  ["a block of text", "a: |\n  text\n"],
  ["two documents", "a: 1\n---\nb: 2\n"],
  ["an empty value", "a:\nb: 1\n"],
  ["an escape", 'a: "\\n"\n'],
  ["a list at the top", "- a\n"],
  ["brackets that never close", "a: [1, 2\n"],
  ["nothing", ""],
  ["a comment alone", "# a\n"],
])("%s is left to the library", (_, text) => {
  expect(quick(text)).toBeUndefined();
});
