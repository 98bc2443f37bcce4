import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve("src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

/** The layers, each with those it may build on. The road runs down this list, imports point up it. */
const mayImport: Record<string, readonly string[]> = {
  base: [],
  findings: ["base"],
  rubric: ["base", "findings"],
  evidence: ["base", "findings", "rubric"],
  scoring: ["base", "findings", "rubric", "evidence"],
  ranking: ["base", "rubric", "scoring"],
  outcome: ["base", "findings", "rubric", "evidence", "scoring", "ranking"],
  assess: ["base", "findings", "rubric", "evidence", "scoring", "ranking", "outcome"],
  check: ["base", "findings", "rubric", "evidence", "scoring", "ranking", "outcome", "assess", "forms"],
  cases: ["base", "findings", "rubric", "evidence", "scoring", "ranking", "outcome", "assess", "check"],
  mutants: ["base", "findings", "rubric", "evidence", "scoring", "outcome", "check", "cases"],
  report: ["base", "findings", "rubric", "evidence", "scoring", "outcome", "assess", "cases"],
  replay: ["base", "findings", "rubric", "evidence", "assess", "report"],
  forms: ["base", "findings", "rubric", "evidence"],
  schema: ["base", "rubric", "evidence", "cases"],
  index: ["base", "findings", "rubric", "evidence", "scoring", "assess", "report"],
  version: [],
  cli: [
    "base",
    "findings",
    "rubric",
    "evidence",
    "assess",
    "check",
    "cases",
    "mutants",
    "report",
    "replay",
    "forms",
    "schema",
    "version",
  ],
};

const layerOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] ?? "") : file.replace(/\.ts$/, "");

/**
 * What a file imports: modules of the project by their path in src, others by name. Type imports count,
 * and those that are made only when they are needed.
 */
function importsOf(file: string): { own: string[]; others: string[] } {
  const text = readFileSync(join(root, file), "utf8");
  const written = [
    ...text.matchAll(/(?:^|\n)(?:import|export)\b[^;]*?from\s+"([^"]+)"/g),
    ...text.matchAll(/\bimport\("([^"]+)"\)/g),
  ];
  const specifiers = written.map(([, name]) => name ?? "");
  const own = specifiers.filter((name) => name.startsWith("."));
  return {
    own: own.map((name) => relative(root, resolve(root, dirname(file), name)).replaceAll("\\", "/")),
    others: specifiers.filter((name) => !name.startsWith(".")),
  };
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

test("there is a source to look at, and every import is one of its files", () => {
  expect(files.length).toBeGreaterThan(50);
  for (const { own } of graph.values()) for (const target of own) expect(files).toContain(target);
});

describe("layers", () => {
  test.each(files)("%s imports only its own layer and those named", (file) => {
    const allowed = mayImport[layerOf(file)];
    expect(allowed, `the layer ${layerOf(file)} has no place on the road`).toBeDefined();
    for (const target of graph.get(file)?.own ?? [])
      expect([layerOf(file), ...(allowed ?? [])]).toContain(layerOf(target));
  });
});

test("no file imports itself by a detour", () => {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    expect(trail, [...trail, file].join(" → ")).not.toContain(file);
    if (done.has(file)) return;
    for (const target of graph.get(file)?.own ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

describe("the outside world", () => {
  test.each(files.filter((file) => file !== "cli/io.ts"))("%s has no node: module", (file) => {
    expect(
      graph.get(file)?.others.filter((name) => name.startsWith("node:") || name === "tinyglobby"),
    ).toEqual([]);
  });
  const worldly =
    /\b(?:process\.|console\.|Date\b|performance\.|Math\.random|Intl\.|localeCompare|toLocale\w+|fetch\(|setTimeout)/;
  test.each(files.filter((file) => layerOf(file) !== "cli"))(
    "%s asks no clock, locale, environment or console",
    (file) => {
      const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(code.match(worldly)?.[0]).toBeUndefined();
    },
  );
});

describe("exactness", () => {
  test.each(files)("%s makes no float", (file) => {
    const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code.match(/parseFloat|toFixed|toPrecision|Math\.round/)?.[0] ?? "").toBe(
      file.startsWith("cli/progress") ? "Math.round" : "",
    );
  });
  test("fraction.js is wrapped once", () => {
    const users = files.filter((file) => graph.get(file)?.others.includes("fraction.js"));
    expect(users).toEqual(["base/rational.ts"]);
  });
});
