import { SaxesParser, type SaxesTagPlain } from "saxes";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/findings/finding.ts";
import { nastyNames, type Page, renderFindings, sample } from "../../support/findings-samples.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The tree of an XML document; throws where it is not well-formed. */
function parseXml(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("no root");
  return root;
}

const suitesOf = (findings: readonly Finding[], page?: Page): Element =>
  parseXml(renderFindings("junit", findings, page));

test("the parser of this test refuses what is no XML", () => {
  for (const bad of ["<a>\u0001</a>", "<a>]]></a>", "<a b='<'/>", "<a>&x;</a>", "<a>"])
    expect(() => parseXml(bad), bad).toThrow();
});

test("a suite for each file, a case for each finding, one passed case for a clean file", () => {
  const root = suitesOf(
    [
      sample({ message: "run" }),
      sample({ file: "a.yaml", line: 3, column: 2, message: "one", hint: "mend" }),
      sample({ file: "a.yaml", line: 9, severity: "warning", message: "two" }),
    ],
    { files: ["a.yaml", "b.yaml"] },
  );
  expect([root.name, root.attributes]).toEqual([
    "testsuites",
    { name: "ceping check", tests: "4", failures: "2", errors: "0", skipped: "0", time: "0" },
  ]);
  const suites = root.children;
  expect(suites.map(({ attributes: { name, tests, failures } }) => [name, tests, failures])).toEqual([
    ["ceping", "1", "1"],
    ["a.yaml", "2", "1"],
    ["b.yaml", "1", "0"],
  ]);
  const [error, warning] = suites[1]?.children ?? [];
  expect(error?.attributes).toEqual({
    name: "3:2 some-code: en: one",
    classname: "a.yaml",
    file: "a.yaml",
    line: "3",
    time: "0",
  });
  expect(error?.children.map(({ name, attributes, text }) => ({ name, attributes, text }))).toEqual([
    {
      name: "failure",
      attributes: { message: "en: one", type: "some-code" },
      text: "a.yaml:3:2: error: en: one [some-code]\nhint: en: mend",
    },
  ]);
  expect(warning?.children.map(({ name, text }) => [name, text])).toEqual([
    ["system-out", "a.yaml:9:1: warning: en: two [some-code]"],
  ]);
  const [clean] = suites[2]?.children ?? [];
  expect([clean?.attributes["name"], clean?.children]).toEqual(["nothing found", []]);
});

describe("nasty names", () => {
  test.each(nastyNames)("%j arrives as it is, or visibly where XML cannot hold it", (name) => {
    const [suite] = suitesOf([sample({ file: name, line: 1, message: name })]).children;
    const visible = [...name]
      .map((character) =>
        /[\u0000\u0007\u001b]|^[\ud800-\udfff]$/.test(character)
          ? `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`
          : character,
      )
      .join("");
    expect(suite?.attributes["name"]).toBe(visible);
    const [failure] = suite?.children[0]?.children ?? [];
    expect(failure?.attributes["message"]).toBe(`en: ${visible}`);
    expect(failure?.text).toBe(`${visible}:1:1: error: en: ${visible} [some-code]`);
  });
});
