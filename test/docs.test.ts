import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { placeCells } from "../src/evidence/place-cells.ts";
import type { Finding } from "../src/findings/finding.ts";
import { renderPretty } from "../src/report/findings/pretty.ts";
import { reporters } from "../src/report/formats/index.ts";
import { plainStyle } from "../src/report/reporter.ts";
import {
  columnRoles,
  groupSchema,
  inputSchema,
  leafSchemas,
  numericOperators,
  relativeOperators,
  rubricSchema,
  subjects,
} from "../src/rubric/schema.ts";
import { assessText, planText } from "./support/assess-text.ts";
import {
  agrees,
  type Block,
  blocksOf,
  type Change,
  changed,
  completed,
  isExcerpt,
  readmes,
} from "./support/readme-blocks.ts";
import { createReader } from "./support/readme-reader.ts";

/**
 * Runs every fenced block of every README; test/README.md says how they are written. With
 * CEPING_DOCS=update the outputs shown are replaced by the real ones: read the difference before
 * keeping it.
 */
const updating = process.env["CEPING_DOCS"] === "update";

interface Snippet {
  readonly yaml: string;
  register?: string;
  data?: string;
}

/** Findings, without places in a rubric that is not shown whole, then the table without its title. */
async function resultOf({ yaml, data = "", register }: Snippet): Promise<string> {
  const { assessment, findings } = await assessText(completed(yaml), data, register);
  const texts = new Map([
    ["data.csv", data],
    ["units.csv", register ?? ""],
  ]);
  const placed = findings.map((finding): Finding => {
    const { code, severity, message, hint, file = "" } = finding;
    const [inData = finding] = placeCells([finding], texts.get(file) ?? "");
    return texts.has(file) ? inData : { code, severity, message, hint };
  });
  const textOf = (file: string): string | undefined => texts.get(file);
  const told = renderPretty(placed, { language: "zh-CN", style: plainStyle, width: 100, textOf });
  const lines = told.split("\n").slice(0, -2); // without the count of findings
  if (assessment !== undefined) {
    const facts = {
      tool: { name: "", version: "" },
      rubricSha256: "",
      inputs: [],
      asOf: undefined,
      findings: [],
    };
    const screen = { language: "zh-CN", width: 100, style: plainStyle } as const;
    lines.push(...reporters.table.render(assessment, facts, screen).trimEnd().split("\n").slice(3));
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** Goes through a README block by block; a block that nothing says how to test is a fault. */
async function readAlong(path: string): Promise<void> {
  const markdown = readFileSync(path, "utf8");
  const changes: Change[] = [];
  const reader = createReader(path.endsWith(".zh-CN.md") ? "zh-CN" : "en");
  let snippet: Snippet | undefined;
  /** What waits for a block that shows what came of it. */
  let pending:
    | { readonly line: number; actual(): Promise<string>; readonly maySayNothing: boolean }
    | undefined;

  const compare = (block: Block, actual: string): void => {
    if (agrees(block.text, actual)) return;
    if (updating && !isExcerpt(block.text)) changes.push({ block, text: actual });
    else expect(actual, `${path}:${block.line}`).toBe(block.text);
  };
  const settle = async (): Promise<void> => {
    if (pending === undefined) return;
    if (!pending.maySayNothing) throw new Error("this snippet shows no result");
    expect(await pending.actual(), `${path}:${pending.line}: output that is not shown`).toBe("");
    pending = undefined;
  };
  const take = async (block: Block): Promise<void> => {
    const { language, file, line, text } = block;
    if (language === "text" && pending !== undefined) {
      compare(block, await pending.actual());
      pending = undefined;
      return;
    }
    if (language === "csv" && snippet !== undefined && (file === undefined || file === "units.csv")) {
      const shown = snippet;
      if (shown.data !== undefined) await settle();
      if (file === undefined) shown.data = text;
      else shown.register = text;
      pending = { line, actual: () => resultOf(shown), maySayNothing: false };
      return;
    }
    await settle();
    snippet = undefined;
    if (file !== undefined) {
      const written = reader.save(file, text);
      if (written !== undefined) compare(block, written);
    } else if (language === "yaml") {
      snippet = { yaml: text };
      pending = { line, actual: async () => "", maySayNothing: false };
    } else if (language === "sh") {
      const screen = await reader.type(text);
      pending = { line, actual: async () => screen, maySayNothing: true };
    } else throw new Error(`nothing says how a block of "${language}" is tested here`);
  };

  try {
    for (const block of blocksOf(markdown)) {
      await take(block).catch((error: unknown) => {
        if (error instanceof Error && error.name === "Error")
          error.message = `${path}:${block.line}: ${error.message}`;
        throw error;
      });
    }
    await settle();
  } finally {
    reader.close();
  }
  if (changes.length > 0) writeFileSync(path, changed(markdown, changes));
}

describe("every block of every README does what it says", () => {
  test.each(readmes)("%s", readAlong);
});

/** The names by which headings can be linked to, as GitHub makes them. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );

const proseOf = (path: string): string => readFileSync(path, "utf8").replace(/^```[\s\S]*?^```$/gm, "");

test.each(readmes)("links in %s lead somewhere", (path) => {
  const targets = [...proseOf(path).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)]*))?\)/g)];
  const broken = targets.filter(([, file = "", anchor]) => {
    const target = file === "" ? path : resolve(dirname(path), file);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(proseOf(target)).includes(anchor));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

describe("rubrics/README.md is complete", () => {
  const page = readFileSync("rubrics/README.md", "utf8");
  const keysOf = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape);
  const keys = new Set([
    ...[rubricSchema, groupSchema, inputSchema, ...Object.values(leafSchemas)].flatMap(keysOf),
    ...Object.keys(leafSchemas),
    ...columnRoles,
    ...subjects,
    ...numericOperators,
    ...relativeOperators,
  ]);

  test("it tells of every key, rule, column, subject and operator", () => {
    expect([...keys].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`\`${key}:`))).toEqual(
      [],
    );
  });

  test("it lists every shipped rubric, or the folder it is in", () => {
    const shipped = readdirSync("rubrics", { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .filter((name) => name !== "README.md" && !name.endsWith(".cases.yaml"));
    expect(shipped.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test("a rubric with every default written out is the same as one without", () => {
    const [, section = ""] = page.split(/^## .*默认值.*$/m);
    const rubrics = blocksOf(section).filter(({ language }) => language === "yaml");
    const [written, bare] = rubrics.map(({ text }) => {
      const { plan } = planText(completed(text));
      return plan && JSON.parse(JSON.stringify({ ...plan, nodes: [], leaves: [], entries: [] }, plain));
    });
    expect(written).toBeDefined();
    expect(written).toEqual(bare);
  });
});

/** For comparing Plans, of which the root holds all nodes: without positions, and with what JSON passes over. */
const plain = (key: string, value: unknown): unknown => {
  if (key === "origin") return undefined;
  if (value instanceof Map) return [...value];
  return typeof value === "bigint" ? String(value) : value;
};
