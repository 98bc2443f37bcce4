import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRubric } from "../src/cli/load.ts";
import type { Plan } from "../src/rubric/plan.ts";
import { fillForms, fillRegister, tableOf } from "./support/fill-forms.ts";
import { inOwnFolder } from "./support/own-folder.ts";
import { type Run, recordingIo, run } from "./support/recording-io.ts";
import { shippedRubrics } from "./support/shipped-rubrics.ts";

const home = process.cwd();
inOwnFolder();

/** All files below a folder, by their paths, with their texts. */
const contents = (root = "."): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
      .sort()
      .map((path) => [path, readFileSync(path, "utf8")]),
  );

const planAt = async (path: string): Promise<Plan> => {
  const rubric = await loadRubric(recordingIo(), path);
  if (!rubric.ok) throw new Error(`${path} does not compile`);
  return rubric.value.plan;
};

const codes = ({ stderr }: Run): string[] =>
  [...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code ?? "");

const isUnexpected = (code: string): boolean => code !== "value-not-for-unit";

/** The rubrics that are shipped, as they are called on the command line. */
const templates = shippedRubrics.map((path) => path.slice("rubrics/".length).replace(/\.yaml$/, ""));

/** The commands that the README of a new folder says to run, in order. */
const commandsIn = (readme: string): string[][] =>
  [...readme.matchAll(/^ +ceping (.*)$/gm)].map(([, line = ""]) =>
    line.replace("YYYY-MM-DD", "2021-12-31").split(" "),
  );

describe("init, the forms filled in, score", () => {
  it.each(templates)("%s, as the README says", async (template) => {
    expect(await run(["init", "--template", template])).toMatchObject({ code: 0, stdout: "" });
    const plan = await planAt("rubric.yaml");
    const commands = commandsIn(readFileSync("README.md", "utf8"));
    const hasCases = existsSync(join(home, "rubrics", `${template}.cases.yaml`));
    expect(commands.map(([command]) => command)).toEqual([
      ...["check", ...(hasCases ? ["test"] : [])],
      ...["template", "score"],
    ]);
    const [check = [], forms = [], score = []] = commands.filter(([command]) => command !== "test");
    expect(await run(check)).toMatchObject({ code: 0 });
    if (hasCases) expect(await run(["test", "rubric.yaml"])).toMatchObject({ code: 0, stderr: "" });

    fillRegister(plan, "登记表.csv", 3);
    const laidOut = await run(forms);
    expect(laidOut).toMatchObject({ code: 0, stdout: "" });
    expect(codes(laidOut)).toEqual([]);
    expect(laidOut.stderr).toContain(
      `填好之后：ceping ${score.join(" ").replace("2021-12-31", "YYYY-MM-DD")}\n`,
    );

    const events = plan.events.used ? "事项.csv" : undefined;
    fillForms(plan, "data", ["单位1", "单位2", "单位3"], events);
    const { code, stdout, stderr } = await run([...score, "-f", "json"]);
    // The one thing a form does not keep anybody from: a value in a cell that is not for this unit.
    expect([code, stderr.match(/：错误：.*/g), codes({ code, stdout, stderr }).filter(isUnexpected)]).toEqual(
      [0, null, []],
    );
    const { units } = JSON.parse(stdout);
    expect(units.map(({ name }: { name: string }) => name).sort()).toEqual(["单位1", "单位2", "单位3"]);
    // Every value that the rubric reads has a place in some form.
    const states = units.flatMap(({ indicators }: { indicators: { state: string }[] }) =>
      indicators.map(({ state }) => state),
    );
    expect(states).not.toContain("missing");
  });

  it("events that are filled in are counted", async () => {
    await run(["init", "--template", "zhungeer-2021"]);
    const plan = await planAt("rubric.yaml");
    expect(plan.events.used).toBe(true);
    const [headings = []] = tableOf("forms/事项.csv");
    const row = headings.map(
      (heading) => ({ 单位: "单位1", 日期: "2021-06-01", 事项: "通报", 级别: "旗级" })[heading] ?? "",
    );
    writeFileSync("事项.csv", `${headings.join(",")}\n${row.join(",")}\n`);
    fillRegister(plan, "登记表.csv", 2);
    await run(["template", "rubric.yaml", "--units", "登记表.csv", "-o", "data"]);
    fillForms(plan, "data", ["单位1", "单位2"], "事项.csv");
    const scored = await run([
      ...["score", "rubric.yaml", "data", "--units", "登记表.csv"],
      ...["--events", "事项.csv", "--history", "data/历年结果.csv", "--as-of", "2021-12-31", "-f", "json"],
    ]);
    // The blank form of events lies among the data, and is told where another is given.
    expect(scored.code).toBe(1);
    rmSync("data/事项.csv");
    const { code } = await run([
      ...["score", "rubric.yaml", "data", "--units", "登记表.csv"],
      ...["--events", "事项.csv", "--history", "data/历年结果.csv", "--as-of", "2021-12-31"],
    ]);
    expect(code).toBe(0);
  });
});

describe("init", () => {
  it("lists the templates where none is named", async () => {
    const chinese = await run(["init", "new"]);
    expect(chinese).toMatchObject({ code: 2, stdout: "" });
    expect(codes(chinese)).toEqual(["template-missing"]);
    for (const template of templates) expect(chinese.stderr).toContain(`\n  ${template} `);
    expect(chinese.stderr).toContain("某市文明单位动态管理测评");
    const english = await run(["init", "new", "--lang", "en"]);
    expect(english.stderr).toContain("\ntemplates:\n");
    expect(existsSync("new")).toBe(false);
  });

  it("suggests the template that was meant", async () => {
    const near = await run(["init", "--template", "zhungeer-2012", "--lang", "en"]);
    expect(near).toMatchObject({ code: 2, stdout: "" });
    expect(codes(near)).toEqual(["template-unknown"]);
    expect(near.stderr).toContain('there is no template "zhungeer-2012"');
    expect(near.stderr).toContain('did you mean "zhungeer-2021"?');
    expect((await run(["init", "--template", "../package"])).code).toBe(2);
    expect(contents()).toEqual({});
  });

  it("makes the folder, and names every file it wrote", async () => {
    const { code, stdout, stderr } = await run(["init", "a/b/", "--template", "dynamic-70-20-10"]);
    expect([code, stdout]).toEqual([0, ""]);
    const files = Object.keys(contents());
    expect(files.map((path) => `已写出 ${path}`).sort()).toEqual(
      stderr
        .split("\n")
        .filter((line) => line.startsWith("已写出"))
        .sort(),
    );
    expect(files).toEqual(
      [
        ...["README.md", "rubric.schema.json", "rubric.yaml", "登记表.csv"],
        ...["cases.schema.json", "rubric.cases.yaml"],
        ...["forms/前置条件和一票否决.csv", "forms/整体观察.csv", "forms/材料审核.csv", "forms/说明.md"],
      ]
        .map((path) => `a/b/${path}`)
        .sort(),
    );
    expect(contents()["a/b/rubric.yaml"]).toBe(
      readFileSync(join(home, "rubrics/dynamic-70-20-10.yaml"), "utf8"),
    );
    expect(tableOf("a/b/登记表.csv")).toEqual([["单位代码", "单位名称", "类别", "标签", "职工人数", "组别"]]);
  });

  it("speaks English where asked: names, headings, the README", async () => {
    const { stderr } = await run(["init", "--template", "zhungeer-2021", "--lang", "en"]);
    expect(stderr).toContain("wrote register.csv\n");
    expect(stderr).toContain("what to do next: README.md\n");
    expect(tableOf("register.csv")[0]).toEqual(expect.arrayContaining(["code", "name", "category"]));
    expect(tableOf("forms/events.csv")[0]?.slice(0, 3)).toEqual(["unit", "date", "kind"]);
    expect(readFileSync("forms/guide.md", "utf8")).toMatch(/^This file .* `score` does not read it\.\n/);
    expect(commandsIn(readFileSync("README.md", "utf8")).map(([command]) => command)).toEqual([
      "check",
      "test",
      "template",
      "score",
    ]);
  });

  it("takes along what the rubric extends", async () => {
    mkdirSync("shipped/nested", { recursive: true });
    cpSync(join(home, "rubrics/jining-2017.yaml"), "shipped/base.yaml");
    writeFileSync(
      "shipped/mine.yaml",
      'ceping: 1\nextends: base.yaml\nid: mine\ntitle: 我的测评\nversion: "1"\n',
    );
    const rubricsFolder = async (): Promise<string> => resolve("shipped");
    expect((await run(["init", "new", "--template", "mine"], { rubricsFolder })).code).toBe(0);
    expect(readFileSync("new/base.yaml", "utf8")).toBe(readFileSync("shipped/base.yaml", "utf8"));
    rmSync("shipped", { recursive: true });
    expect((await run(["check", "new/rubric.yaml"])).code).toBe(0);
  });

  it("takes along the cases, for the folder that is new", async () => {
    await run(["init", "deep", "--template", "nirf/2018-general"]);
    const shipped = readFileSync(join(home, "rubrics/nirf/2018-general.cases.yaml"), "utf8");
    expect(readFileSync("deep/rubric.cases.yaml", "utf8")).toBe(
      shipped.replace("$schema=../cases.schema.json", "$schema=cases.schema.json"),
    );
    expect(readFileSync("deep/cases.schema.json", "utf8")).toBe(
      (await run(["schema", "--of", "cases"])).stdout,
    );
    expect((await run(["test", "deep/rubric.yaml"])).stdout).toMatch(
      /^\d+ 个用例：通过 \d+ 个，未通过 0 个$/m,
    );
  });

  it("does without cases where there are none", async () => {
    mkdirSync("shipped");
    cpSync(join(home, "rubrics/jining-2017.yaml"), "shipped/mine.yaml");
    const rubricsFolder = async (): Promise<string> => resolve("shipped");
    expect((await run(["init", "new", "--template", "mine"], { rubricsFolder })).code).toBe(0);
    const files = readdirSync("new");
    expect(files.filter((name) => name.includes("cases"))).toEqual([]);
    expect(readFileSync("new/README.md", "utf8")).not.toMatch(/cases|ceping test/);
  });

  it("is quiet where asked", async () => {
    expect(await run(["init", "--template", "jining-2017", "-q"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });
});

describe("never overwriting", () => {
  it("init tells each file in the way and writes nothing", async () => {
    await run(["init", "--template", "dynamic-70-20-10"]);
    rmSync("rubric.yaml");
    rmSync("forms/整体观察.csv");
    writeFileSync("登记表.csv", "filled in");
    const before = contents();
    const again = await run(["init", "--template", "dynamic-70-20-10"]);
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(codes(again)).toEqual(Object.keys(before).map(() => "file-exists"));
    for (const path of Object.keys(before)) expect(again.stderr).toContain(`${path}: `);
    expect(contents()).toEqual(before);
  });

  it("template tells each file in the way and writes nothing", async () => {
    cpSync(join(home, "rubrics/dynamic-70-20-10.yaml"), "r.yaml");
    writeFileSync("整体观察.csv", "mine");
    mkdirSync("材料审核.csv");
    const before = contents();
    const result = await run(["template", "r.yaml", "--lang", "en"]);
    expect([result.code, codes(result)]).toEqual([2, ["file-exists", "file-exists"]]);
    expect(result.stderr).toContain("nothing was written");
    expect(contents()).toEqual(before);
  });

  it("nor through a link to nowhere, nor a file that comes in between", async () => {
    cpSync(join(home, "rubrics/jining-2017.yaml"), "r.yaml");
    mkdirSync("out");
    symlinkSync("nowhere", "out/说明.md");
    const linked = await run(["template", "r.yaml", "-o", "out"]);
    expect([linked.code, codes(linked)]).toEqual([3, ["output-unwritable"]]);
    expect(readdirSync("out")).toEqual(["说明.md"]);
    expect(existsSync("nowhere")).toBe(false);
    // A file that appears after the look: kindOf still says there is none.
    writeFileSync("说明.md", "mine");
    const late = await run(["template", "r.yaml"], {
      kindOf: async (path) => (path.endsWith(".yaml") ? "file" : "missing"),
    });
    expect([late.code, codes(late)]).toEqual([3, ["output-unwritable"]]);
    expect(late.stderr).toContain("说明.md: 错误：写不了输出文件：已有同名的文件（EEXIST）");
    expect(Object.keys(contents())).toEqual(["r.yaml", "说明.md"]);
  });

  it("folders that were made are taken back when a file cannot be written", async () => {
    writeFileSync("file", "");
    const result = await run(["init", "file/new", "--template", "jining-2017"]);
    expect([result.code, codes(result)]).toEqual([3, ["output-unwritable"]]);
    mkdirSync("x");
    symlinkSync("nowhere", "x/登记表.csv");
    expect((await run(["init", "x", "--template", "jining-2017"])).code).toBe(3);
    expect(readdirSync("x")).toEqual(["登记表.csv"]);
  });
});

describe("template", () => {
  const rubric = (name: string): string => resolve(home, "rubrics", `${name}.yaml`);

  it("has a row for each unit of the register, by name", async () => {
    const units = resolve(home, "fixtures/dynamic-70-20-10/register.csv");
    const { code } = await run(["template", rubric("dynamic-70-20-10"), "--units", units, "-o", "forms"]);
    expect(code).toBe(0);
    const [headings, ...rows] = tableOf("forms/整体观察.csv");
    expect(headings?.slice(0, 2)).toEqual(["单位", "院落和办公区整洁有序"]);
    expect(rows.map(([unit]) => unit)).toEqual(
      tableOf(units)
        .slice(1)
        .map(([, name]) => name),
    );
    expect(existsSync("forms/登记表.csv")).toBe(false);
  });

  it("takes a register as the year before has left it, with its dates", async () => {
    writeFileSync(
      "units.csv",
      "单位,称号,授予日期,状态,变更日期,并入,有效期至,禁止申报至\n东街,文明单位,2022-12-31,,,,2025-12-31,\n西街,,,,,,,2025-12-31\n",
    );
    writeFileSync(
      "own.yaml",
      "ceping: 1\nid: own\ntitle: 测评\nversion: '1'\ntitles: [{ name: 文明单位, term: 3 years }]\nindicators: [{ id: docs, name: 材料, points: 100, rule: marks }]\n",
    );
    const words = ["template", "own.yaml", "--units", "units.csv", "-o", "forms"];
    const without = await run(words);
    expect([without.code, without.stderr]).toEqual([1, expect.stringContaining("[as-of-missing]")]);
    const wrong = await run([...words, "--as-of", "明年"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("明年")]);
    expect((await run([...words, "--as-of", "2024-12-31"])).code).toBe(0);
    expect(readFileSync("forms/报送数据.csv", "utf8")).toContain("西街");
  });

  it("goes by codes where names do not tell units apart", async () => {
    writeFileSync("units.csv", "单位代码,单位名称\nA1,幼儿园\nA2,幼儿园\n");
    await run(["template", rubric("jining-2017"), "--units", "units.csv", "-o", "forms"]);
    const [form = ""] = readdirSync("forms").filter((name) => name.endsWith(".csv"));
    expect(tableOf(`forms/${form}`).map((row) => row.slice(0, 2))).toEqual([
      ["单位代码", "单位名称"],
      ["A1", "幼儿园"],
      ["A2", "幼儿园"],
    ]);
  });

  it("is a CSV file as all others: with a mark, and line feeds", async () => {
    await run(["template", rubric("jining-2017")]);
    expect(readFileSync("登记表.csv", "utf8")).toMatch(/^\uFEFF单位代码,[^\r]*\n$/);
  });

  it("tells what is wrong with the rubric, the register, or where they are", async () => {
    const missing = await run(["template", "none.yaml"]);
    expect([missing.code, codes(missing)]).toEqual([2, ["file-missing"]]);
    const register = await run(["template", rubric("jining-2017"), "--units", "none.csv"]);
    expect([register.code, codes(register)]).toEqual([2, ["file-missing"]]);
    writeFileSync("units.csv", "单位代码,单位名称\nA1,东街\nA1,西街\n");
    const twice = await run(["template", rubric("jining-2017"), "--units", "units.csv"]);
    expect([twice.code, codes(twice)]).toEqual([1, ["code-duplicate"]]);
    writeFileSync("bad.yaml", "ceping: 1\n");
    expect((await run(["template", "bad.yaml"])).code).toBe(1);
    expect(Object.keys(contents())).toEqual(["bad.yaml", "units.csv"]);
  });

  it("is in --help, in both languages", async () => {
    for (const [lang, words] of [
      ["zh-CN", ["空表", "样板"]],
      ["en", ["forms", "template"]],
    ] as const) {
      const { stdout } = await run(["--help", "--lang", lang]);
      expect(stdout).toMatch(/^ {2}init /m);
      expect(stdout).toMatch(/^ {2}template /m);
      expect((await run(["template", "--help", "--lang", lang])).stdout).toContain(words[0]);
      expect((await run(["init", "--help", "--lang", lang])).stdout).toContain(words[1]);
    }
  });
});
