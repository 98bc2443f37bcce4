import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blocksOf } from "./support/readme-blocks.ts";
import { run } from "./support/recording-io.ts";

/** What READMEs tell forges and pre-commit to do, done on the rubrics that ship. */
const home = process.cwd();
const { bin } = JSON.parse(readFileSync("package.json", "utf8")) as { bin: Readonly<Record<string, string>> };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-ci-"));
  cpSync("rubrics", join(folder, "rubrics"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of a script in the folder, as a forge would. */
async function type(line: string, env: Readonly<Record<string, string>> = {}) {
  const [program = "", ...words] = line.split(" ");
  expect(Object.keys(bin)).toContain(program);
  process.chdir(folder);
  try {
    return await run(words, { env });
  } finally {
    process.chdir(home);
  }
}

/** The lines of a script that are ours; what else it runs is npm alone (installation.test.ts runs that). */
function own(lines: readonly string[]): string[] {
  const others = lines.filter((line) => !line.startsWith("ceping "));
  expect(others).toEqual(['npm install --global --install-links "$CEPING"']);
  return lines.filter((line) => line.startsWith("ceping "));
}

const pages = ["README.md", "README.zh-CN.md"];
function example(page: string, file: string): string {
  const block = blocksOf(readFileSync(page, "utf8")).find((found) => found.file === file);
  if (block === undefined) throw new Error(`${page} has no ${file}`);
  return block.text;
}

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface GitLabJob {
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly exclude: string;
  readonly pass_filenames: boolean;
}

describe.each(pages)("%s", (page) => {
  test("the job of GitHub Actions", async () => {
    const workflow: Workflow = parse(example(page, ".github/workflows/rubrics.yml"));
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const summary = join(folder, "summary.md");
    const env = { GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: summary };
    const lines = own(steps.flatMap((step) => step.run ?? []));
    expect(lines).toHaveLength(1);
    for (const line of lines) expect(await type(line, env)).toMatchObject({ code: 0, stdout: "" });
    const uploaded = steps.flatMap((step) => step.with?.["sarif_file"] ?? []);
    expect(uploaded).toHaveLength(1);
    // Where the installation fails, there is no such file.
    const condition = steps.flatMap((step) =>
      step.with?.["sarif_file"] === undefined ? [] : (step.if ?? ""),
    );
    expect(condition).toEqual([expect.stringContaining(`hashFiles('${uploaded[0]}') != ''`)]);
    for (const file of uploaded) {
      const [sarif] = JSON.parse(readFileSync(join(folder, file), "utf8")).runs;
      expect(sarif.artifacts.length).toBeGreaterThan(10);
    }
    expect(readFileSync(summary, "utf8")).toMatch(/^# /);
  });

  test("the job of GitLab CI", async () => {
    const { rubrics }: { rubrics: GitLabJob } = parse(example(page, ".gitlab-ci.yml"));
    for (const line of own(rubrics.script))
      expect(await type(line, { CI_PROJECT_DIR: folder })).toMatchObject({ code: 0 });
    const { codequality = "", junit = "" } = rubrics.artifacts.reports;
    expect(JSON.parse(readFileSync(join(folder, codequality), "utf8"))).toEqual([]);
    expect(readFileSync(join(folder, junit), "utf8")).toMatch(/<testsuites .* failures="0"/);
  });

  test("the configuration of pre-commit names the hook, and files that ship", async () => {
    const { repos }: { repos: { hooks: (Partial<Hook> & { args?: string[] })[] }[] } = parse(
      example(page, ".pre-commit-config.yaml"),
    );
    const [hook] = repos.flatMap(({ hooks }) => hooks);
    expect(hook?.id).toBe("ceping-check");
    const chosen = shipped.filter((path) => new RegExp(hook?.files ?? "^$").test(path));
    expect(chosen.length).toBeGreaterThan(10);
    // What extends a base breaks by a change to it: the commit may have the one and not the other.
    expect(hook?.pass_filenames).toBe(false);
    const words = [hooks[0]?.entry, ...(hook?.args ?? [])];
    expect(await type(words.join(" "))).toMatchObject({ code: 0, stdout: "" });
  });
});

const hooks: readonly Hook[] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
const shipped = readdirSync("rubrics", { recursive: true, encoding: "utf8" })
  .map((name) => `rubrics/${name.replaceAll("\\", "/")}`)
  .sort();

describe("the hook of pre-commit", () => {
  const takes = (path: string): boolean =>
    hooks.some(({ files, exclude }) => new RegExp(files).test(path) && !new RegExp(exclude).test(path));

  test("is a program of this package, which Node runs", () => {
    expect(hooks.map(({ id, language }) => [id, language])).toEqual([["ceping-check", "node"]]);
    expect(existsSync(bin[hooks[0]?.entry.split(" ")[0] ?? ""] ?? "")).toBe(true);
  });

  test("takes rubrics where they are mostly kept, and nothing else", () => {
    const rubrics = shipped.filter((path) => path.endsWith(".yaml") && !path.endsWith(".cases.yaml"));
    expect(shipped.filter(takes)).toEqual(rubrics);
    expect(
      ["rubric.yaml", "a/rubric.yml", "a/rubrics/b/c.yaml", "rubric/x.yml", "city-rubric.yaml"].map(takes),
    ).toEqual([true, true, true, true, true]);
    const others = [
      ".gitlab-ci.yml",
      ".pre-commit-hooks.yaml",
      "rubrics/a.cases.yaml",
      "rubric.json",
      "a/b.yaml",
    ];
    expect(others.filter(takes)).toEqual([]);
  });

  test("passes what ships, and fails where something is wrong", async () => {
    const [{ entry } = { entry: "" }] = hooks;
    expect(await type(`${entry} ${shipped.filter(takes).join(" ")}`)).toMatchObject({ code: 0, stdout: "" });
    const bad = join(home, "fixtures/bad-unknown-key/rubric.yaml");
    expect((await type(`${entry} ${bad}`)).code).toBe(1);
  });

  test("can be installed: `npm pack` prints the name of the package and nothing of the build", () => {
    // pre-commit takes all that is printed for the name.
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^foreground-scripts=false$/m);
  });
});
