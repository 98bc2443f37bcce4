import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blocksOf } from "./support/readme-blocks.ts";

/**
 * npm itself installs a package from git as the READMEs say. The package is a small one with our `prepare`, and the
 * compiler it needs lies beside it, so that nothing is fetched from a network.
 */
let folder = "";
const git = (...words: readonly string[]) =>
  spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=m", ...words], {
    cwd: join(folder, "package"),
    encoding: "utf8",
  });
const hasGit = spawnSync("git", ["--version"]).status === 0;

function write(path: string, content: object | string): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-install-"));
  for (const name of ["package", "package/bin", "package/compiler"]) mkdirSync(join(folder, name));
  const { prepare } = JSON.parse(readFileSync("package.json", "utf8")).scripts;
  const described = { name: "small", version: "1.0.0", bin: { small: "bin/small.cjs" } };
  const devDependencies = { compiler: "file:compiler" };
  const scripts = { prepare, build: "compiler" };
  const type = "module";
  write("package/package.json", { ...described, type, files: ["bin", "dist"], scripts, devDependencies });
  write("package/package-lock.json", {
    ...{ name: "small", version: "1.0.0", lockfileVersion: 3, requires: true },
    packages: {
      "": { ...described, devDependencies },
      compiler: { version: "1.0.0", dev: true, bin: { compiler: "compile.js" } },
      "node_modules/compiler": { resolved: "compiler", link: true },
    },
  });
  write("package/compiler/package.json", { name: "compiler", version: "1.0.0", bin: "compile.js" });
  const compile = `fs.mkdirSync("dist", { recursive: true }); fs.writeFileSync("dist/a.cjs", "console.log('built')")`;
  write("package/compiler/compile.js", `#!/usr/bin/env node\nconst fs = require("node:fs");\n${compile};\n`);
  write("package/bin/small.cjs", '#!/usr/bin/env node\nrequire("../dist/a.cjs");\n');
  copyFileSync("bin/prepare.js", join(folder, "package/bin/prepare.js"));
  if (!hasGit) return;
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "small");
  git("tag", "v1.0.0");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words after `npm` in a line of the README that installs the program. */
function installing(page: string, file: string): string[] {
  const block = blocksOf(readFileSync(page, "utf8")).find((found) => found.file === file);
  const lines = JSON.stringify(parse(block?.text ?? "")).match(/npm install [^"]*(?=\\"\$CEPING\\")/g) ?? [];
  return lines.flatMap((line) => line.trim().split(" ").slice(1));
}

/** Runs npm with a prefix of its own and no network, and what it has installed after it. */
function install(words: readonly string[], into: string) {
  const inherited = Object.entries(process.env).filter(([key]) => !/^npm_|^node_env$/i.test(key));
  const prefix = join(folder, into);
  const env = {
    ...Object.fromEntries(inherited),
    ...{ npm_config_prefix: prefix, npm_config_cache: join(folder, "cache"), npm_config_offline: "true" },
  };
  const address = `git+${pathToFileURL(join(folder, "package")).href}#v1.0.0`;
  const shell = process.platform === "win32";
  const npm = spawnSync("npm", [...words, address], { cwd: folder, env, encoding: "utf8", shell });
  const program = join(prefix, shell ? "" : "lib", "node_modules/small/bin/small.cjs");
  const ran = spawnSync(process.execPath, [program], { encoding: "utf8" });
  return { code: npm.status, told: npm.stderr, there: existsSync(program), printed: ran.stdout };
}

describe.skipIf(!hasGit)("installed from git (needs git)", () => {
  const words = installing("README.md", ".github/workflows/rubrics.yml");

  test("the READMEs install in one way", () => {
    expect(words).toContain("--global");
    for (const page of ["README.md", "README.zh-CN.md"])
      for (const file of [".github/workflows/rubrics.yml", ".gitlab-ci.yml"])
        expect(installing(page, file)).toEqual(words);
  });

  test("as the jobs do it, the program is there and built", { timeout: 120_000 }, () => {
    expect(install(words, "jobs")).toMatchObject({ code: 0, there: true, printed: "built\n" });
  });

  test("as pre-commit does it", { timeout: 120_000 }, () => {
    const hook = ["install", "--allow-git=root", "--install-links", "-g"];
    expect(install(hook, "hook")).toMatchObject({ code: 0, there: true, printed: "built\n" });
  });

  test("what would leave a link to nowhere is refused, and says how to go on", { timeout: 120_000 }, () => {
    const { code, told, there } = install(["install", "--global"], "link");
    expect({ failed: code !== 0, there }).toEqual({ failed: true, there: false });
    expect(told).toMatch(/needs --install-links/);
  });
});
