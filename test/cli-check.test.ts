import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, test } from "vitest";
import { checkCodes } from "../src/check/check.ts";
import { findingsFormats } from "../src/report/findings/formats.ts";
import { inOwnFolder } from "./support/own-folder.ts";
import { recordingIo, run } from "./support/recording-io.ts";

const home = process.cwd();
const folder = inOwnFolder();

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
const read = (path: string): string => readFileSync(path, "utf8");

const good = `ceping: 1\nid: r\ntitle: 小测评\nversion: "1"\nindicators:\n  - { id: a, name: 甲项, points: 60, rule: marks }\n`;
const bad = good.replace("points", "poinst");

/** The files that findings are about, each once. */
function filesIn(json: string): string[] {
  const { findings }: { findings: { file?: string }[] } = JSON.parse(json);
  return [...new Set(findings.map(({ file }) => file ?? ""))];
}

describe("what its authors allow in a file that others extend", () => {
  const base = `${good}scales:\n  四档: { A: 100%, B: 0% } # 允许 scale-unused：各区使用\n`;
  const over = `ceping: 1\nid: x\ntitle: 区\nversion: "1"\nextends: base.yaml\nchange:\n  a: { rule: grade, scale: 四档 }\n`;
  const check = (...files: string[]) => run(["check", ...files, "-f", "json", "--strict"]);

  test("is not out of date where one of these needs no allowance", async () => {
    write({ "allowed/base.yaml": base, "allowed/x.yaml": over });
    expect(await check("allowed/base.yaml", "allowed/x.yaml")).toMatchObject({ code: 0 });
  });

  test("is so where the file itself needs none", async () => {
    write({ "allowed/base.yaml": base.replace("rule: marks", "rule: grade, scale: 四档") });
    const { code, stdout } = await check("allowed/base.yaml");
    expect([code, stdout]).toEqual([1, expect.stringContaining("silence-stale")]);
  });
});

describe("which files are checked", () => {
  beforeEach(() =>
    write({
      "r/b.yaml": bad,
      "r/a.yml": bad,
      "r/deep/c.YAML": bad,
      "r/deep/c.cases.yaml": "x: 1\n",
      "r/notes.txt": "x",
      "r/.hidden/d.yaml": bad,
      "r/.e.yaml": bad,
      "r/node_modules/f.yaml": bad,
      "r/README.md": "x",
    }),
  );
  const inFolder = ["r/a.yml", "r/b.yaml", "r/deep/c.YAML"];

  it("of a folder, all YAML files in it and in the folders inside; what holds test cases is named and passed over", async () => {
    const { code, stdout, stderr } = await run(["check", "r/", "-f", "json", "--lang", "en"]);
    expect([code, filesIn(stdout), stderr]).toEqual([
      1,
      inFolder,
      "no rubrics, passed over: r/deep/c.cases.yaml\n",
    ]);
    expect((await run(["check", "r", "-f", "json", "-q"])).stderr).toBe("");
  });
  it("of the folder one is in", async () => {
    process.chdir("r");
    expect(filesIn((await run(["check", ".", "-f", "json"])).stdout)).toEqual([
      "a.yml",
      "b.yaml",
      "deep/c.YAML",
    ]);
    process.chdir("..");
  });
  it("of a pattern, the YAML files it matches; what else it matches is named", async () => {
    const { stdout, stderr } = await run(["check", "r/**/*", "-f", "json"]);
    expect(filesIn(stdout).filter((file) => !file.includes("node_modules"))).toEqual(inFolder);
    expect(stderr).toBe("跳过了不是测评体系的文件：r/README.md、r/deep/c.cases.yaml、r/notes.txt\n");
  });
  it("and only the first few of what is passed over, with how many more there are", async () => {
    write(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`many/${n}.cases.yaml`, "x"])));
    write({ "many/a.yaml": bad });
    const { stderr } = await run(["check", "many", "-f", "json", "--lang", "en"]);
    expect(stderr).toMatch(/^no rubrics, passed over: many\/1\..*many\/5\.cases\.yaml and 2 more\n$/);
    expect((await run(["check", "many", "-f", "json"])).stderr).toContain("many/5.cases.yaml 等 7 个\n");
  });
  it("each once, however it was named", async () => {
    symlinkSync("b.yaml", "r/link.yaml");
    symlinkSync("..", "r/deep/up");
    write({ "other.yaml": bad });
    const { stdout } = await run([
      "check",
      "r/b.yaml",
      "r",
      "./r/b.yaml",
      "r/*.yaml",
      "other.yaml",
      "-f",
      "json",
    ]);
    expect(filesIn(stdout)).toEqual(["other.yaml", ...inFolder]);
  });
  it("by its own name, wherever a link to it stands", async () => {
    write({ "links/deep/m.yaml": bad, "links/r.yaml": bad, "outside/o.yaml": bad });
    for (const name of ["links/a.yaml", "links/z.yaml"]) symlinkSync("r.yaml", name);
    symlinkSync("deep", "links/b");
    symlinkSync("../outside", "links/out");
    const told = ["links/deep/m.yaml", "links/out/o.yaml", "links/r.yaml"];
    for (const words of [["links"], ["links/a.yaml", "links/b/m.yaml", "links"], ["links/**/*.yaml"]])
      expect(filesIn((await run(["check", ...words, "-f", "json"])).stdout)).toEqual(told);
    expect(filesIn((await run(["check", "links/a.yaml", "-f", "json"])).stdout)).toEqual(["links/a.yaml"]);
  });
  it("a file that is named is checked, whatever its name; one of test cases is not", async () => {
    const named = await run(["check", "r/notes.txt", "r/deep/c.cases.yaml", "-f", "json"]);
    expect(filesIn(named.stdout)).toEqual(["r/notes.txt"]);
    expect(named.stderr).toContain("r/deep/c.cases.yaml");
  });
  test.each([
    ["a folder without any", ["empty"], "folder-without-rubrics"],
    ["test cases alone", ["r/deep/c.cases.yaml"], "rubrics-passed-over"],
    ["a pattern of other files", ["r/*.txt"], "rubrics-passed-over"],
    ["a pattern of nothing", ["r/*.json"], "nothing-matched"],
    ["no such file", ["nowhere.yaml"], "file-missing"],
    ["standard input", ["-"], "file-from-input"],
  ])("%s is wrong use", async (_, words, expected) => {
    mkdirSync("empty");
    const { code, stdout } = await run(["check", ...words, "-f", "json"]);
    const { findings } = JSON.parse(stdout);
    expect([code, findings.map((finding: { code: string }) => finding.code)]).toEqual([2, [expected]]);
  });
  it("standard input is no rubric to print, either", async () => {
    const { code, stdout, stderr } = await run(["check", "-", "--print"]);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining("[file-from-input]")]);
  });
  test.each(["json:-", "-"])("-o %s is wrong use: standard output is for -f to fill", async (output) => {
    const { code, stdout } = await run(["check", "r/a.yml", "-o", output, "--lang", "en"]);
    expect([code, stdout]).toEqual([2, expect.stringContaining("-f")]);
    expect(stdout).toContain("[output-path-missing]");
    expect(existsSync("-")).toBe(false);
  });
  it("what is wrong with a rubric that others extend is told once", async () => {
    const over = (id: string): string =>
      `ceping: 1\nid: ${id}\ntitle: 区\nversion: "1"\nextends: base.yaml\nchange:\n  a: { points: 70 }\n`;
    write({ "o/base.yaml": bad, "o/x.yaml": over("x"), "o/y.yaml": over("y") });
    const { findings } = JSON.parse((await run(["check", "o", "-f", "json"])).stdout);
    expect(findings.map((finding: { code: string }) => finding.code)).toEqual(["unknown-key"]);
  });
});

describe("what is told", () => {
  const faulty = `ceping: 1
id: r
title: 测试
version: "1"
points: 20
scales: { 三等: { 好: 100% } }
indicators:
  - { id: a, name: 甲, points: 10, rule: marks }
outcomes:
  - { name: 优, when: { score: total, at-least: 80 } }
`;
  const codesOf = async (text: string, ...words: readonly string[]): Promise<readonly string[]> => {
    writeFileSync("r.yaml", text);
    const { stdout } = await run(["check", "r.yaml", "-f", "json", ...words]);
    const { findings } = JSON.parse(stdout) as { findings: { code: string }[] }; // the format of the contract
    return findings.map(({ code }) => code);
  };

  it("sums that do not agree hide nothing but what rests on them", async () => {
    expect(await codesOf(faulty)).toEqual(["points-sum", "scale-unused"]);
    expect(await codesOf(faulty.replace("points: 20", "points: 10"))).toEqual([
      "scale-unused",
      "outcome-gap",
      "outcome-unreachable",
    ]);
  });

  it("--print tells the same on standard error, and prints what compiles all the same", async () => {
    writeFileSync("r.yaml", faulty.replace("points: 20", "points: 10"));
    const printed = await run(["check", "r.yaml", "--print"]);
    expect(printed.stderr).toContain("[outcome-gap]");
    expect([printed.code, printed.stdout.startsWith("ceping: 1")]).toEqual([0, true]);
    const strict = await run(["check", "r.yaml", "--print", "--strict"]);
    expect([strict.code, strict.stdout]).toEqual([1, printed.stdout]);
  });

  it("with --quiet, errors only, except to programs", async () => {
    await codesOf(faulty);
    expect((await run(["check", "r.yaml", "-q"])).stdout).not.toContain("scale-unused");
    expect((await run(["check", "r.yaml", "-q"])).stdout).toContain("points-sum");
    expect(await codesOf(faulty, "-q")).toEqual(["points-sum", "scale-unused"]);
  });

  it("a witness of a unit that needs no data, with a path that has a space, can be scored as it is told", async () => {
    const empty = `ceping: 1
id: r
title: 测试
version: "1"
indicators:
  - { id: a, name: 甲, points: 10, rule: fixed }
outcomes:
  - { name: 优, when: { score: total, above: 10 } }
`;
    writeFileSync("我的 体系.yaml", empty);
    await run(["check", "我的 体系.yaml", "--witness", "结 果"]);
    const command = readFileSync("结 果/1-outcome-gap/command.txt", "utf8").trim();
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    expect(words.shift()).toBe("ceping");
    const scored = await run([...words, "-f", "json"]);
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.stdout)).toMatchObject({ units: [{ outcome: null }] });
  });
});

describe("files besides", () => {
  beforeEach(() => write({ "a.yaml": bad, "b.yaml": good }));

  test.each(findingsFormats)("%s by its name is what it is on standard output", async (format) => {
    const { code, stdout } = await run(["check", "a.yaml", "b.yaml", "-f", format]);
    const written = await run(["check", "a.yaml", "b.yaml", "-q", "-o", `${format}:out`]);
    expect([code, written.code, read("out"), written.stderr]).toEqual([1, 1, stdout, ""]);
  });
  test.each([
    ["out.json", "json"],
    ["out.xml", "junit"],
    ["out.sarif", "sarif"],
    ["out.sarif.json", "sarif"],
    ["out.MD", "markdown"],
    ["out.txt", "pretty"],
  ])("%s is %s", async (path, format) => {
    const { stdout } = await run(["check", "a.yaml", "-f", format]);
    const { stderr } = await run(["check", "a.yaml", "-o", path]);
    expect(read(path)).toBe(stdout);
    expect(stderr).toBe(`已写出 ${path}\n`);
  });
  it("several at once, also when nothing is wrong", async () => {
    const { code } = await run(["check", "b.yaml", "-o", "o.xml", "-o", "gitlab:q.json", "-o", "o.sarif"]);
    expect([code, read("q.json")]).toEqual([0, "[]\n"]);
    expect(read("o.xml")).toContain('tests="1" failures="0"');
  });
  test.each([
    ["a rubric", ["-o", "json:a.yaml"], "output-is-input"],
    ["what a rubric extends", ["x.yaml", "-o", "json:base.yaml"], "output-is-input"],
    ["data", ["--data", "d.csv", "-o", "json:d.csv"], "output-is-input"],
    ["a register", ["--data", "d.csv", "--units", "u.csv", "-o", "json:u.csv"], "output-is-input"],
    ["one file twice", ["-o", "o.json", "-o", "junit:./o.json"], "output-twice"],
    ["one file twice, once by a link", ["-o", "o.json", "-o", "sarif:../links/o.json"], "output-twice"],
    ["no extension that is known", ["-o", "o.doc"], "output-format"],
    ["a format of score", ["-o", "csv:o.csv"], "output-format"],
    ["no path", ["-o", "sarif:"], "output-path-missing"],
  ])("%s is never written over or guessed: nothing is written", async (_, words, expected) => {
    write({
      "x.yaml": `ceping: 1\nid: x\ntitle: 区\nversion: "1"\nextends: base.yaml\n`,
      "base.yaml": good,
      "d.csv": "单位,a\n甲,1\n",
      "u.csv": "单位\n甲\n",
    });
    mkdirSync("../links", { recursive: true });
    rmSync("../links/o.json", { force: true });
    symlinkSync(join(process.cwd(), "o.json"), "../links/o.json");
    const before = readdirSync(".").map((name) => [name, read(name)]);
    const first = words[0] === "x.yaml" ? [] : words.includes("--data") ? ["b.yaml"] : ["a.yaml"];
    const { code, stdout } = await run(["check", ...first, ...words, "-o", "further.json", "-f", "json"]);
    const codes = JSON.parse(stdout).findings.map((finding: { code: string }) => finding.code);
    expect([code, codes.includes(expected)]).toEqual([2, true]);
    expect(readdirSync(".").map((name) => [name, read(name)])).toEqual(before);
  });
  it("a folder that is not there is told, and no other file is written; the findings are shown all the same", async () => {
    const { code, stdout, stderr } = await run(["check", "a.yaml", "-o", "o.json", "-o", "no/where.xml"]);
    expect(code).toBe(3);
    expect(stdout).toContain("[unknown-key]");
    expect(stderr).toContain("no/where.xml: 错误：写不了输出文件");
    expect(readdirSync(".").sort()).toEqual(["a.yaml", "b.yaml"]);
  });
  it("--print goes with none of it", async () => {
    for (const words of [
      ["-o", "o.json"],
      ["--data", "d.csv"],
      ["-f", "json"],
    ]) {
      const { code, stderr } = await run(["check", "b.yaml", "--print", ...words]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^错误：选项“--print”不能与“.*”同时使用\n/)]);
    }
  });
});

describe("witnesses", () => {
  beforeEach(() => write({ "a.yaml": bad, "b.yaml": good }));

  test.each(["", " "])("a folder without a name is wrong use: %j", async (name) => {
    const { code, stderr } = await run(["check", "b.yaml", "--witness", name]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^错误：选项“--witness <folder>”.*\n/)]);
  });
  it("that there are none is told, and no folder is made", async () => {
    const { code, stderr } = await run(["check", "a.yaml", "--witness", "w", "--lang", "en"]);
    expect([code, stderr]).toEqual([1, "no finding has a witness: nothing was written to w\n"]);
    expect(existsSync("w")).toBe(false);
    expect((await run(["check", "a.yaml", "--witness", "w", "-q"])).stderr).toBe("");
    expect((await run(["check", "b.yaml", "--witness", "w"])).stderr).toContain("没有写出任何文件");
  });
});

describe("where a forge runs it", () => {
  const rubrics = { "top/sub/a.yaml": bad };
  const inside = async (words: readonly string[], env: Readonly<Record<string, string>>) => {
    process.chdir("top/sub");
    try {
      return await run(words, { env });
    } finally {
      process.chdir("../..");
    }
  };
  const top = (): string => join(process.cwd(), "top");

  test.each(["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])(
    "files are named from the top of the repository (%s)",
    async (variable) => {
      write(rubrics);
      const env = { [variable]: top() };
      expect((await inside(["check", "a.yaml", "-f", "github"], env)).stdout).toContain("file=sub/a.yaml,");
      const [issue] = JSON.parse((await inside(["check", "a.yaml", "-f", "gitlab"], env)).stdout);
      expect(issue.location.path).toBe("sub/a.yaml");
      const sarif = JSON.parse((await inside(["check", "./a.yaml", "-f", "sarif"], env)).stdout);
      expect(sarif.runs[0].artifacts[0].location.uri).toBe("sub/a.yaml");
      // For people and scripts on the spot they are named as they were written.
      expect((await inside(["check", "./a.yaml"], env)).stdout).toContain("./a.yaml:6:");
      expect(filesIn((await inside(["check", "./a.yaml", "-f", "json"], env)).stdout)).toEqual(["./a.yaml"]);
    },
  );
  it("a file outside of the repository, and one named in full, keep a path that leads to them", async () => {
    write({ ...rubrics, "else/b.yaml": bad });
    const path = join(process.cwd(), "top/sub/a.yaml");
    const { stdout } = await inside(["check", path, "../../else/b.yaml", "-f", "github"], {
      GITHUB_WORKSPACE: top(),
    });
    expect(stdout).toContain("file=sub/a.yaml,");
    expect(stdout).toContain(`file=${join(process.cwd(), "else/b.yaml")},`);
  });

  describe("the summary of a step", () => {
    const summarised = async (words: readonly string[]) => {
      const io = { env: { GITHUB_STEP_SUMMARY: join(process.cwd(), "summary.md") } };
      return run(["check", ...words], io);
    };
    it("is added to what stands there, for the format github only", async () => {
      write({ "a.yaml": bad, "summary.md": "before\n" });
      await summarised(["a.yaml"]);
      expect(read("summary.md")).toBe("before\n");
      await summarised(["a.yaml", "-f", "github"]);
      const page = (await run(["check", "a.yaml", "-f", "markdown"])).stdout;
      expect(read("summary.md")).toBe(`before\n${page}`);
      await summarised(["a.yaml", "-f", "github"]);
      expect(read("summary.md")).toBe(`before\n${page}${page}`);
    });
    it("says so where nothing is wrong", async () => {
      write({ "a.yaml": good });
      expect((await summarised(["a.yaml", "-f", "github", "--lang", "en"])).code).toBe(0);
      expect(read("summary.md")).toBe("# Findings\n\n1 checked, nothing found\n");
    });
    it("stays within what GitHub takes, with what others have written", async () => {
      const items = Array.from({ length: 3000 }, (_, index) => `  - { id: i${index}, nmae: 项 }\n`);
      write({
        "a.yaml": good.replace(/ {2}- .*\n/, items.join("")),
        "summary.md": "x".repeat(900_000),
      });
      await summarised(["a.yaml", "-f", "github"]);
      const bytes = readFileSync("summary.md").length;
      expect(bytes).toBeLessThanOrEqual(1 << 20);
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(read("summary.md")).toMatch(/另有 \d+ 个问题，这里略去。\n$/);
    });
    it("that cannot be written is told", async () => {
      write({ "a.yaml": good });
      mkdirSync("summary.md");
      const { code, stderr } = await summarised(["a.yaml", "-f", "github"]);
      expect([code, stderr]).toEqual([3, expect.stringContaining("summary.md: 错误：写不了输出文件")]);
    });
  });
});

describe("data", () => {
  const commands = readdirSync("fixtures").flatMap((name) => {
    const path = join("fixtures", name, "command.txt");
    if (!existsSync(path)) return [];
    const words = [...readFileSync(path, "utf8").matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, a, b]) => a ?? b ?? "",
    );
    const [command, rubric = "", ...rest] = words;
    return command === "score" &&
      rubric.endsWith(".yaml") &&
      !rest.some((word) => word.startsWith("-o") || word.startsWith("--fail-on"))
      ? [[name, rubric, rest] as const]
      : [];
  });

  /** The rules look at the rubric, and only `check` asks them. */
  const isOfRules = (line: string): boolean => checkCodes.includes(/\[([a-z0-9-]+)\]$/.exec(line)?.[1] ?? "");
  /** What is wrong, each in its line. */
  const told = (text: string): string[] =>
    text.split("\n").filter((line) => / \[[a-z0-9-]+\]$/.test(line) && !isOfRules(line));

  test("there are fixtures to compare with", () => {
    expect(commands.length).toBeGreaterThan(60);
  });

  test.each(commands)("%s: check finds in the data what score finds", async (_, rubric, rest) => {
    process.chdir(home);
    const scored = await run(["score", rubric, ...rest]);
    // The command line itself is wrong.
    if (scored.code === 2 && !/ \[[a-z-]+\]$/m.test(scored.stderr)) return;
    const options = rest.findIndex((word) => word.startsWith("-") && word !== "-");
    const [data, more] = options === -1 ? [rest, []] : [rest.slice(0, options), rest.slice(options)];
    if (data.length === 0) return;
    const format = more.findIndex((word) => word === "-f" || word === "--format");
    const others = format === -1 ? more : more.filter((_, index) => index !== format && index !== format + 1);
    const checked = await run(["check", rubric, "--data", ...data, ...others]);
    expect(told(checked.stdout)).toEqual(told(scored.stderr));
    if (!checked.stdout.split("\n").some(isOfRules)) expect(checked.code).toBe(scored.code);
    process.chdir(folder());
  });

  const files = {
    "r.yaml": good,
    "data/a.csv": "单位,甲项\n东街,50\n西街,70\n",
    "data/b.csv": "单位,甲项\n南街,x\n",
    "units.csv": "单位\n东街\n西街\n南街\n北街\n",
  };
  it("in files and folders, with a register, in every format", async () => {
    write(files);
    const words = ["check", "r.yaml", "--data", "data", "--units", "units.csv"];
    const { code, stdout } = await run([...words, "-f", "json"]);
    const { findings } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(
      findings.map((one: { file: string; line: number; code: string }) => [one.file, one.line, one.code]),
    ).toEqual(
      expect.arrayContaining([
        ["data/a.csv", 3, "value-above-maximum"],
        ["data/b.csv", 2, "value-not-number"],
        ["units.csv", 5, "unit-without-data"],
      ]),
    );
    const { stdout: xml } = await run([...words, "-f", "junit"]);
    expect([...xml.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "r.yaml",
      "units.csv",
      "data/a.csv",
      "data/b.csv",
    ]);
  });
  it("that is right is told so, and nothing is scored", async () => {
    write({ ...files, "data/a.csv": "单位,甲项\n东街,50\n", "data/b.csv": "单位,甲项\n南街,5\n" });
    expect(await run(["check", "r.yaml", "--data", "data"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "检查了 3 个文件，没有发现问题\n",
    });
  });
  it("from standard input", async () => {
    write(files);
    const io = recordingIo();
    const bytes = new TextEncoder().encode("单位,甲项\n东街,61\n");
    const { stdout } = await run(["check", "r.yaml", "--data", "-", "-f", "gitlab"], {
      kindOf: (path) => (path === "-" ? Promise.resolve("stream") : io.kindOf(path)),
      readBytes: (path) => (path === "-" ? Promise.resolve(bytes) : io.readBytes(path)),
      chunks: (path) => (path === "-" ? one(bytes) : io.chunks(path)),
    });
    expect(JSON.parse(stdout)[0].location).toEqual({ path: "<stdin>", lines: { begin: 2, end: 2 } });
  });
  test.each([
    ["two rubrics", ["r.yaml", "s.yaml", "--data", "data"], "data-one-rubric"],
    ["a register without data", ["r.yaml", "--units", "units.csv"], "data-missing"],
    ["events without data", ["r.yaml", "--events", "e.csv"], "data-missing"],
    ["a date without data", ["r.yaml", "--as-of", "2020-01-01"], "data-missing"],
    ["data that is not there", ["r.yaml", "--data", "no.csv"], "file-missing"],
  ])("%s: wrong use", async (_, words, expected) => {
    write({ ...files, "s.yaml": good });
    const { code, stdout } = await run(["check", ...words, "-f", "json"]);
    const codes = JSON.parse(stdout).findings.map((finding: { code: string }) => finding.code);
    expect([code, codes]).toEqual([2, [expected]]);
  });
});

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
