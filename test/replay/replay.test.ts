import { describe, expect, it, test } from "vitest";
import { exampleIo } from "../../src/cli/example-io.ts";
import { main } from "../../src/cli/main.ts";
import { rubricOf } from "../support/assess-text.ts";
import { recordingIo, run } from "../support/recording-io.ts";

const real = recordingIo();

const body = `
titles:
  - { name: 文明单位, term: 3 years }
  - { name: 全国文明单位, granted-by: others }
indicators:
  - { id: docs, name: 成绩, points: 100, rule: marks }
outcomes:
  - { name: 终止, when: { all: [{ status: [merged, closed] }, { title: 文明单位 }] }, effect: { takes: 文明单位 } }
  - { name: 撤销, when: { all: [{ title: 文明单位 }, { score: total, below: 60 }] }, effect: { takes: 文明单位, bans: 2 years } }
  - { name: 警告, when: { all: [{ title: 文明单位 }, { earlier: total, below: 70 }, { score: total, below: 70 }] } }
  - { name: 保留, when: { title: 文明单位 }, effect: { renews: 文明单位 } }
  - { name: 授予, when: { all: [{ not: { standing: banned } }, { score: total, at-least: 80 }] }, quota: { most: 1, tie: none }, effect: { grants: 文明单位 } }
  - { name: 不予, otherwise: yes }
`;
const units =
  "单位代码,单位名称,组,称号,授予日期\nA,甲,一,文明单位,2018-12-31\nB,乙,一,文明单位,2018-12-31\nC,丙,二,,\n";
const marks = (...given: readonly number[]): string =>
  `单位,成绩\n${given.map((mark, index) => `${"ABCDEF"[index]},${mark}\n`).join("")}`;

type Files = Readonly<Record<string, string>>;
const sound: Files = {
  "years/2019/units.csv": units,
  "years/2019/data.csv": marks(90, 65, 85),
  "years/2020/data.csv": marks(50, 65, 90),
  "years/2021/data.csv": marks(95, 75, 70),
};

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly wrote: readonly string[];
  /** Severity, code, file, line and field of what was told. */
  readonly told: readonly string[];
}

/** Runs the program over files that are only texts. */
async function replayed(files: Files, options = "", rubric = rubricOf(body)): Promise<Answer> {
  const wrote: string[] = [];
  const example = exampleIo({ files: { "rubric.yaml": rubric, ...files }, command: "" }, real, "en");
  const io = {
    ...example,
    writeFiles: async (all: readonly { path: string }[]) => void wrote.push(...all.map(({ path }) => path)),
  };
  const words = `score rubric.yaml --replay years${options} --lang en`.split(" ");
  const code = await main(words, io);
  const err = example.written("err");
  const told = err.split("\n").flatMap((line) => {
    const [, place, severity, name] = /^(?:(.+?): )?(error|warning): .* \[([a-z-]+)\]$/.exec(line) ?? [];
    return name === undefined ? [] : [`${severity} ${name} ${place ?? "-"}`];
  });
  return { code, out: example.written("out"), err, wrote, told };
}

interface UnitJson {
  readonly unit: string;
  readonly outcome: string | null;
  readonly titles?: {
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly bannedUntil: string | null;
  };
}
interface ReplayJson {
  readonly format: string;
  readonly formatVersion: number;
  readonly years: readonly {
    readonly year: number;
    readonly asOf: string;
    readonly units: readonly UnitJson[];
    readonly tally: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly code: string }[];
  }[];
  readonly changes: readonly {
    readonly year: number;
    readonly unit: string;
    readonly fields: readonly unknown[];
    readonly cause: Readonly<Record<string, unknown>>;
  }[];
}

async function json(files: Files, options = "", rubric?: string): Promise<ReplayJson> {
  const { code, out, err } = await replayed(files, `${options} -f json`, rubric);
  expect([code, err]).toEqual([0, expect.not.stringContaining(": error:")]);
  return JSON.parse(out) as ReplayJson; // the shape is what this test is about
}

/** Outcomes by year and unit: `2019 A 保留`. */
const outcomesOf = ({ years }: ReplayJson): string[] =>
  years.map(({ year, units: all }) =>
    [
      year,
      ...[...all].sort((a, b) => (a.unit < b.unit ? -1 : 1)).map(({ unit, outcome }) => `${unit} ${outcome}`),
    ].join(" "),
  );

const unitIn = (document: ReplayJson, year: number, unit: string): UnitJson | undefined =>
  document.years.find((one) => one.year === year)?.units.find((one) => one.unit === unit);

describe("years in a row", () => {
  it("carry titles, bans and results on from one to the next", async () => {
    const document = await json(sound);
    expect([document.format, document.formatVersion]).toEqual(["ceping/replay", 1]);
    expect(document.years.map(({ asOf }) => asOf)).toEqual(["2019-12-31", "2020-12-31", "2021-12-31"]);
    expect(outcomesOf(document)).toEqual([
      "2019 A 保留 B 保留 C 授予",
      // B has been below 70 for the second time; A has lost its title and is banned from applying.
      "2020 A 撤销 B 警告 C 保留",
      "2021 A 不予 B 保留 C 保留",
    ]);
    expect(unitIn(document, 2020, "A")?.titles?.bannedUntil).toBe("2022-12-31");
    expect(unitIn(document, 2021, "C")?.titles).toMatchObject({ before: ["文明单位"], after: ["文明单位"] });
    expect(document.years[1]?.tally).toEqual({ 撤销: 1, 警告: 1, 保留: 1 });
  });

  it("may be named for their reference dates", async () => {
    const { "years/2020/data.csv": second = "", ...others } = sound;
    const document = await json({ ...others, "years/2020-08-31/data.csv": second });
    expect(document.years.map(({ asOf }) => asOf)).toEqual(["2019-12-31", "2020-08-31", "2021-12-31"]);
    expect(unitIn(document, 2020, "A")?.titles?.bannedUntil).toBe("2022-08-31");
  });

  it("take each the rubric as it stood then", async () => {
    const dated = rubricOf(
      body.replace(
        "indicators:\n",
        "indicators:\n  - { id: base, name: 加分, points: 5, rule: fixed, as: bonus, valid: { from: 2020 } }\n",
      ),
    );
    const total = (document: ReplayJson, year: number) =>
      (unitIn(document, year, "A") as unknown as { total: string }).total; // more of the same document
    const document = await json(sound, "", dated);
    expect([2019, 2020, 2021].map((year) => total(document, year))).toEqual(["90.00", "55.00", "100.00"]);
  });

  it("read events and changes by hand from the year's folder", async () => {
    const heading = "单位,字段,原值,新值,理由,决定人,日期\n";
    const overrides = `${heading}A,结果,撤销,保留,复核,市文明委,2020-12-30\n`;
    const document = await json({ ...sound, "years/2020/overrides.csv": overrides });
    expect(outcomesOf(document).slice(1)).toEqual(["2020 A 保留 B 警告 C 保留", "2021 A 保留 B 保留 C 保留"]);
    const events = `${body.replace("indicators:\n", "indicators:\n  - { id: faults, name: 问题, rule: events, each: 30, event: 问题, as: deduction }\n")}`;
    const faults = "单位,日期,事项\nB,2019-05-01,问题\n";
    const none = "单位,日期,事项\n";
    const told = await json(
      {
        ...sound,
        "years/2019/events.csv": faults,
        "years/2020/events.csv": none,
        "years/2021/events.csv": none,
      },
      "",
      rubricOf(events),
    );
    expect(outcomesOf(told)[0]).toBe("2019 A 保留 B 撤销 C 授予");
  });

  it("write the whole history and the last register", async () => {
    const { out } = await replayed(sound, " -f history");
    expect(out.split("\n").map((line) => line.split(",").slice(0, 3).join(","))).toEqual([
      "year,rubric,unit",
      ...["2019,case,A", "2019,case,C", "2019,case,B"],
      ...["2020,case,C", "2020,case,B", "2020,case,A"],
      ...["2021,case,A", "2021,case,B", "2021,case,C"],
      "",
    ]);
    const register = await replayed(sound, " -f register");
    expect(register.out).toBe(
      "单位代码,单位名称,组,称号,授予日期,expires,banned-until\n" +
        "A,甲,一,,,,2022-12-31\nB,乙,一,文明单位,2018-12-31,2024-12-31,\nC,丙,二,文明单位,2019-12-31,2022-12-31,\n",
    );
    const csv = await replayed(sound, " -f csv");
    expect(csv.out.split("\n").slice(0, 2)).toEqual([
      "Year,Group,Rank,Code,Unit,Total,Exact,Outcome,Computed,Titles before,Titles after,Reasons",
      "2019,,1,A,甲,90.00,90,保留,,文明单位,文明单位,[4] holds 文明单位",
    ]);
  });

  it("pass over a year without an assessment that says so", async () => {
    const { "years/2020/data.csv": _second, ...others } = sound;
    const document = await json({ ...others, "years/2020/no-assessment.txt": "停评\n" });
    expect(outcomesOf(document)).toEqual(["2019 A 保留 B 保留 C 授予", "2020", "2021 A 保留 B 保留 C 保留"]);
    const { out } = await replayed({ ...others, "years/2020/no-assessment.txt": "停评\n" }, " -f history");
    expect(out).toContain("\n2020,,,");
  });

  it("know a unit by the code that it was given in a year without an assessment", async () => {
    const { "years/2020/data.csv": _second, ...others } = sound;
    const files = {
      ...others,
      "years/2020/no-assessment.txt": "停评\n",
      "years/2020/units.csv": "单位代码,单位名称,原代码\nA2,甲,A\n",
      "years/2021/data.csv": marks(95, 75, 70).replace("A,", "A2,"),
    };
    const wrong = await replayed({ ...files, "years/2021/units.csv": "单位代码,称号\nA2,无\n" });
    expect(wrong.told).toEqual(["error replay-titles years/2021/units.csv:2:4"]);
    const right = await json({ ...files, "years/2021/units.csv": "单位代码,称号\nA2,文明单位\n" });
    expect(outcomesOf(right).at(-1)).toBe("2021 A2 保留 B 保留 C 保留");
  });

  it("take a change of name for news once", async () => {
    const rubric = rubricOf(
      body.replace("outcomes:\n", "outcomes:\n  - { name: 更名, when: { status: renamed } }\n"),
    );
    const files = {
      ...sound,
      "years/2019/units.csv":
        "单位代码,单位名称,称号,授予日期,状态,变更日期\nA,甲,文明单位,2018-12-31,更名,2019-05-01\n" +
        "B,乙,,,更名,2020-05-01\nC,丙,,,正常,\n",
    };
    const document = await json(files, "", rubric);
    expect(outcomesOf(document)).toEqual([
      "2019 A 更名 B 不予 C 授予",
      "2020 A 撤销 B 更名 C 保留",
      "2021 A 不予 B 不予 C 保留",
    ]);
    const first = {
      "years/2019/units.csv": files["years/2019/units.csv"],
      "years/2019/data.csv": sound["years/2019/data.csv"] ?? "",
    };
    expect((await replayed(first, " -f register", rubric)).out).toBe(
      "单位代码,单位名称,称号,授予日期,状态,变更日期,expires\n" +
        "A,甲,文明单位,2018-12-31,,,2021-12-31\nB,乙,,,更名,2020-05-01,\nC,丙,文明单位,2019-12-31,正常,,2022-12-31\n",
    );
  });

  it("is not both with and without an assessment", async () => {
    const { "years/2020/data.csv": data = "", ...others } = sound;
    const idle = {
      ...others,
      "years/2020/no-assessment.txt": "停评\n",
      "years/2020/units.csv": "单位代码,组\nA,二\n",
    };
    expect((await replayed(idle)).told).toEqual([]);
    const stray = { ...idle, "years/2020/events.csv": "x\n", "years/2020/overrides.csv": "x\n" };
    expect(await replayed(stray)).toMatchObject({
      code: 2,
      told: ["error replay-idle years/2020/events.csv", "error replay-idle years/2020/overrides.csv"],
    });
    const both = await replayed({ ...idle, "years/2020/data.csv": data });
    expect(both).toMatchObject({ code: 2, told: ["error replay-idle years/2020/no-assessment.txt"] });
    expect(both.err).toContain("data.csv");
  });

  it("let a term run out in a year without an assessment", async () => {
    const { "years/2020/data.csv": _second, ...others } = sound;
    const idle = {
      ...others,
      "years/2019/units.csv": units.replace("B,乙,一,文明单位,2018-12-31", "B,乙,一,全国文明单位,2018-12-31"),
      "years/2020/no-assessment.txt": "停评\n",
    };
    const short = rubricOf(body.replace("term: 3 years", "term: 1 year"));
    const register = (cell: string): Files =>
      cell === "" ? idle : { ...idle, "years/2021/units.csv": `单位代码,称号\n${cell}\n` };
    for (const cell of ["", "C,无", "C,", "C,全国文明单位"]) {
      const { told, out } = await replayed(register(cell), " -f json", short);
      expect(told).toEqual([]);
      const { years } = JSON.parse(out) as ReplayJson;
      const held = years.at(-1)?.units.map(({ unit, titles }) => `${unit} ${titles?.before.join() ?? ""}`);
      expect(held?.sort()).toEqual(["A ", "B 全国文明单位", `C ${cell.slice(2).replace("无", "")}`]);
    }
    const still = await replayed(register("C,文明单位"), "", short);
    expect(still.told).toEqual(["error replay-titles years/2021/units.csv:2:3"]);
    // What had run out before is told of where it stands.
    const old = { ...idle, "years/2019/units.csv": units.replaceAll("2018-12-31", "2016-12-31") };
    expect((await replayed(old, "", short)).told).toEqual([
      "warning title-expired years/2019/units.csv:2:7",
      "warning title-expired years/2019/units.csv:3:7",
    ]);
  });

  it("exit with 1 when a unit has an outcome that was asked for", async () => {
    expect((await replayed(sound, " --fail-on 撤销")).code).toBe(1);
    expect((await replayed(sound, " --fail-on 终止")).code).toBe(0);
    expect(await replayed(sound, " --fail-on 撤消")).toMatchObject({
      code: 2,
      told: ["error outcome-unknown -"],
    });
  });
});

describe("the register of a later year", () => {
  const second = "years/2020/units.csv";

  it("brings new units, also with titles that others have granted", async () => {
    const document = await json({
      ...sound,
      [second]: "单位代码,单位名称,组,称号,授予日期\nD,丁,二,全国文明单位,2020-06-01\n",
      "years/2020/data.csv": marks(50, 65, 90, 88),
      "years/2021/data.csv": marks(95, 75, 70, 89),
    });
    expect(unitIn(document, 2020, "D")).toMatchObject({
      outcome: "授予",
      titles: { before: ["全国文明单位"], after: ["文明单位", "全国文明单位"] },
    });
    expect(unitIn(document, 2021, "D")?.titles?.before).toEqual(["文明单位", "全国文明单位"]);
  });

  it("changes what it says, by code, and leaves the rest", async () => {
    const grouped = rubricOf(`ranking: { group-by: 组 }\n${body}`);
    const groups = async (text: string) =>
      ((await json({ ...sound, [second]: text }, "", grouped)).years[1]?.units ?? []).map(
        (unit) =>
          `${unit.unit} ${(unit as unknown as { group: string; name: string }).name} ${(unit as unknown as { group: string }).group}`, // more of the same document
      );
    expect(await groups("单位代码,组\nB,二\n")).toEqual(["A 甲 一", "C 丙 二", "B 乙 二"]);
    expect(await groups("单位名称,组\n乙,二\n")).toEqual(["A 甲 一", "C 丙 二", "B 乙 二"]);
    expect(await groups("单位代码,单位名称,组\nB,乙乙,\n")).toEqual(["A 甲 一", "B 乙乙 ", "C 丙 二"]);
  });

  it("may give titles of others, and keeps ours with their days", async () => {
    const document = await json({
      ...sound,
      [second]:
        "单位代码,称号,授予日期\nA,文明单位、全国文明单位,2018-12-31、2020-03-01\nC,全国文明单位,\n".replace(
          "C,全国文明单位,\n",
          "",
        ),
      "years/2020/data.csv": marks(90, 65, 90),
    });
    expect(unitIn(document, 2020, "A")?.titles?.before).toEqual(["文明单位", "全国文明单位"]);
    const { out } = await replayed(
      { ...sound, [second]: "单位代码,称号,授予日期\nB,文明单位、全国文明单位,、2020-03-01\n" },
      " -f register",
    );
    expect(out).toContain("B,乙,一,文明单位、全国文明单位,2018-12-31、2020-03-01,2024-12-31、,");
  });

  it("ends titles of others where it no longer has them", async () => {
    const document = await json({
      ...sound,
      "years/2019/units.csv": `${units}D,丁,二,全国文明单位,2015-06-01\n`,
      "years/2019/data.csv": marks(90, 65, 85, 70),
      "years/2020/data.csv": marks(90, 65, 85, 70),
      [second]: "单位代码,称号\nD,无\n",
      "years/2021/data.csv": marks(90, 65, 85, 70),
    });
    expect([2019, 2020, 2021].map((year) => unitIn(document, year, "D")?.titles?.before)).toEqual([
      ["全国文明单位"],
      [],
      [],
    ]);
  });

  it("takes units that are no more off the register of the next year", async () => {
    const document = await json({
      ...sound,
      [second]: "单位代码,状态,并入\nB,并入,A\n",
      "years/2020/data.csv": "单位,成绩\nA,90\nC,90\n",
      "years/2021/data.csv": "单位,成绩\nA,90\nC,90\n",
    });
    expect(outcomesOf(document).slice(1)).toEqual(["2020 A 保留 B 终止 C 保留", "2021 A 保留 C 保留"]);
    expect(document.years.flatMap(({ findings }) => findings.map(({ code }) => code))).not.toContain(
      "unit-left",
    );
  });

  it("lets a unit come back", async () => {
    const document = await json({
      ...sound,
      [second]: "单位代码,状态\nB,撤并\n",
      "years/2020/data.csv": "单位,成绩\nA,90\nC,90\n",
      "years/2021/units.csv": "单位代码,单位名称,组\nB,乙,二\n",
    });
    expect(outcomesOf(document).slice(1)).toEqual(["2020 A 保留 B 终止 C 保留", "2021 A 保留 B 不予 C 保留"]);
  });

  it("gives a unit another code", async () => {
    const document = await json({
      ...sound,
      [second]: "单位代码,原代码\nB1,B\n",
      "years/2020/data.csv": "单位,成绩\nA,90\nB1,65\nC,90\n",
      "years/2021/data.csv": "单位,成绩\nA,90\nB1,65\nC,90\n",
    });
    // The earlier years are still its own: it is below 70 for the second time.
    expect(outcomesOf(document).slice(1)).toEqual([
      "2020 A 保留 B1 警告 C 保留",
      "2021 A 保留 B1 警告 C 保留",
    ]);
  });

  test.each([
    ["单位代码,称号\nA,无\n", "error replay-titles years/2020/units.csv:2:3"],
    ["单位代码,称号\nC,全国文明单位\n", "error replay-titles years/2020/units.csv:2:3"],
    ["单位代码,称号,授予日期\nA,文明单位,2017-12-31\n", "error replay-titles years/2020/units.csv:2:3"],
    ["单位代码,称号,有效期至\nA,文明单位,2020-12-31\n", "error replay-titles years/2020/units.csv:2:3"],
    ["单位代码,称号\nA,文明单住\n", "error value-not-in-list years/2020/units.csv:2:3"],
    ["单位代码,称号,授予日期\nD,文明单位,2019-12-31\n", "error title-not-granted years/2020/units.csv:2:3"],
    ["单位代码,状态\nA,并人\n", "error value-not-in-list years/2020/units.csv:2:3"],
    ["单位代码,组\nA,一\nA,二\n", "error unit-duplicate years/2020/units.csv:3:1"],
    ["单位代码,单位名称,原代码\nB,乙,\nB1,乙,B\n", "error unit-duplicate years/2020/units.csv:3:1"],
    ["单位代码,组\n,一\n", "error unit-blank years/2020/units.csv:2:1"],
    ["单位代码,组\nA\n", "error row-ragged years/2020/units.csv:2:1"],
    ["某列\nA\n", "error heading-without-unit years/2020/units.csv:1:1"],
    ["单位代码,单位代码\nA,B\n", "error heading-duplicate years/2020/units.csv:1:6"],
  ])("%s: %s", async (text, expected) => {
    const { code, told } = await replayed({ ...sound, [second]: text });
    expect([code, told.filter((one) => one.startsWith("error"))]).toEqual([1, [expected]]);
  });

  it("does not reset what a decision has set", async () => {
    const { told, err } = await replayed({
      ...sound,
      "years/2021/units.csv": "单位代码,禁止申报至\nA,2021-01-01\n",
    });
    expect(told).toEqual(["error replay-titles years/2021/units.csv:2:3"]);
    expect(err).toContain('the register gives "甲" (A) 2021-01-01 here');
    const alike = await replayed({ ...sound, "years/2021/units.csv": "单位代码,禁止申报至\nA,2022-12-31\n" });
    expect(alike.told).toEqual([]);
  });
});

describe("what is wrong", () => {
  it("is told of all years that can be read, and nothing is written", async () => {
    const { code, told, wrote, out } = await replayed(
      {
        ...sound,
        "years/2019/data.csv": marks(90, 165, 85),
        "years/2020/data.csv": "单位,成绩\nA,九十\nZ,1\n",
      },
      " -o csv:all.csv",
    );
    expect([code, wrote, out]).toEqual([1, [], ""]);
    expect(told).toEqual([
      "error value-above-maximum years/2019/data.csv:3:3",
      "error value-not-number years/2020/data.csv:2:3",
      "error unit-unknown years/2020/data.csv:3:1",
    ]);
    expect((await replayed(sound, " -o csv:all.csv")).wrote).toEqual(["all.csv"]);
  });

  it("does not blame units that an unreadable register would have had", async () => {
    const { told } = await replayed({
      ...sound,
      "years/2020/units.csv": '单位代码,单位名称\nD,"丁\n',
      "years/2020/data.csv": marks(50, 65, 90, 88),
      "years/2021/data.csv": marks(50, 65, 90, 88),
    });
    expect(told).toEqual(["error quote-not-closed years/2020/units.csv:2:3"]);
  });

  it("tells no more of a register that cannot be read than that", async () => {
    const units16 = "\u0000单位代码".repeat(2);
    const empty = { ...sound, "years/2020/units.csv": "" };
    expect((await replayed(empty)).told).toEqual(["error file-empty years/2020/units.csv"]);
    const { told } = await replayed({ ...sound, "years/2020/units.csv": units16 });
    expect(told).toEqual(["error file-binary years/2020/units.csv:1:1"]);
  });

  it("counts warnings as errors with --strict", async () => {
    const files = { ...sound, "years/2020/data.csv": "单位,成绩\nA,90\nC,90\n" };
    expect(await replayed(files)).toMatchObject({ code: 0 });
    expect(await replayed(files, " --strict")).toMatchObject({ code: 1, out: "" });
  });

  test.each<[string, Files, readonly string[]]>([
    ["no folder", {}, ["error file-missing years"]],
    ["a file", { years: "x" }, ["error replay-empty years"]],
    ["no years", { "years/readme.md": "x" }, ["error replay-empty years"]],
    [
      "a folder that is no year",
      { ...sound, "years/2021 新/x.csv": "x" },
      ["error replay-name years/2021 新"],
    ],
    ["no such day", { ...sound, "years/2022-02-30/data.csv": "x" }, ["error replay-name years/2022-02-30"]],
    ["a table beside the years", { ...sound, "years/all.csv": "x" }, ["error replay-name years/all.csv"]],
    [
      "a year twice",
      { ...sound, "years/2021-06-30/data.csv": marks(90, 90, 90) },
      ["error replay-twice years"],
    ],
    [
      "a gap, and not that a term has run out in it",
      { ...sound, "years/2023/data.csv": marks(90, 90, 90) },
      ["error replay-gap years"],
    ],
    [
      "a year without data",
      { ...sound, "years/2022/readme.txt": "x" },
      ["error folder-without-csv years/2022"],
    ],
  ])("%s", async (_name, files, expected) => {
    const { code, told, out } = await replayed(files);
    expect([told, out]).toEqual([expected, ""]);
    expect(code).toBe(expected[0]?.includes("without-csv") === true ? 1 : 2);
  });

  it("knows outcomes that the rubric has at other times", async () => {
    const rubric = rubricOf(
      body.replace(
        "  - { name: 不予, otherwise: yes }",
        "  - { name: 未评, valid: { to: 2020 }, otherwise: yes }\n  - { name: 不予, valid: { from: 2021 }, otherwise: yes }",
      ),
    );
    const files = { ...sound, "years/2019/data.csv": marks(90, 65, 70) };
    const { code, told } = await replayed(files, "", rubric);
    expect([code, told]).toEqual([0, []]);
  });

  it("counts years by how often there is an assessment", async () => {
    const rubric = rubricOf(`years: { every: 2 }\n${body}`);
    const twoYears = { ...sound };
    const { told } = await replayed(
      {
        "years/2019/units.csv": units,
        "years/2019/data.csv": twoYears["years/2019/data.csv"] ?? "",
        "years/2021/data.csv": twoYears["years/2021/data.csv"] ?? "",
      },
      "",
      rubric,
    );
    expect(told).toEqual([]);
  });

  it("needs a register where there are titles", async () => {
    const { "years/2019/units.csv": _register, ...others } = sound;
    expect(await replayed(others)).toMatchObject({ code: 2, told: ["error replay-register years/2019"] });
  });

  it("tells of years in which the rubric does not hold", async () => {
    const rubric = rubricOf(`valid: { from: 2020 }\n${body}`);
    const { code, told } = await replayed(sound, "", rubric);
    expect([code, told.length, told[0]]).toEqual([2, 1, expect.stringContaining("as-of")]);
  });

  test.each([
    [["score", "r.yaml", "data.csv", "--replay", "years"], "too many arguments"],
    [["score", "r.yaml", "--replay", "years", "--units", "u.csv"], "cannot be used with"],
    [["score", "r.yaml", "--replay", "years", "--events", "u.csv"], "cannot be used with"],
    [["score", "r.yaml", "--replay", "years", "--overrides", "u.csv"], "cannot be used with"],
    [["score", "r.yaml", "--replay", "years", "--as-of", "2021-12-31"], "cannot be used with"],
    [["score", "r.yaml"], "missing required argument 'submissions'"],
  ])("%s", async (argv, expected) => {
    const { code, stderr, stdout } = await run([...argv, "--lang", "en"]);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(expected)]);
  });

  it("never writes over a file of a year", async () => {
    const { code, told, wrote } = await replayed(sound, " -o csv:years/2019/data.csv");
    expect([code, told, wrote]).toEqual([2, ["error output-is-input years/2019/data.csv"], []]);
  });
});

describe("held against what was published", () => {
  const published = async (files: Files): Promise<string> => (await replayed(files, " -f history")).out;
  const changes = async (files: Files, recorded: string, rubric?: string) =>
    (await json({ ...files, "published.csv": recorded }, " --history published.csv", rubric)).changes.map(
      ({ year, unit, fields, cause }) => {
        const names = (fields as readonly { field: string }[]).map(({ field }) => field).join(" ");
        return `${year} ${unit} ${names}: ${Object.values(cause).flat().join(" ")}`;
      },
    );

  it("is the same where nothing has changed", async () => {
    expect(await changes(sound, await published(sound))).toEqual([]);
    const { out } = await replayed({ ...sound, "p.csv": await published(sound) }, " --history p.csv");
    expect(out).toContain("the same as published: 9 results compared");
  });

  it("tells the first cause of every difference", async () => {
    // C is corrected in 2019: B, who had less, now has the only place.
    const before = {
      ...sound,
      "years/2019/units.csv": units.replace("B,乙,一,文明单位,2018-12-31", "B,乙,一,,"),
    };
    const files = { ...before, "years/2019/data.csv": marks(90, 82, 85) };
    const corrected = { ...before, "years/2019/data.csv": marks(90, 82, 81) };
    expect(await changes(corrected, await published(files))).toEqual([
      "2019 B rank outcome titles: place 丙 0",
      "2019 C total rank outcome titles: total",
      "2020 C outcome: earlier 2019",
      "2020 B outcome titles: earlier 2019",
      "2021 B outcome titles: earlier 2020",
    ]);
  });

  it("tells of changes by hand, of others who did better, and of units that one of the two lacks", async () => {
    const heading = "单位,字段,原值,新值,理由,决定人,日期\n";
    const overrides = `${heading}A,结果,撤销,保留,复核,市文明委,2020-12-30\n`;
    const recorded = await published(sound);
    expect((await changes({ ...sound, "years/2020/overrides.csv": overrides }, recorded))[0]).toBe(
      "2020 A outcome titles: override",
    );
    const better = { ...sound, "years/2021/data.csv": marks(95, 75, 96) };
    expect(await changes(better, recorded)).toEqual([
      "2021 C total rank: total",
      "2021 A rank: others",
      "2021 B rank: others",
    ]);
    const rows = recorded.split("\n").filter((line) => !line.startsWith("2021,case,B"));
    expect(await changes(sound, `${rows.join("\n")}2021,case,Z,子,,1.00,1,3,3,不予,,,,,,,\n`)).toEqual([
      "2021 B : not-recorded",
      "2021 Z : not-replayed",
    ]);
  });

  it("names years that only one of the two has", async () => {
    const recorded = (await published(sound)).replaceAll(/^2021/gm, "2018");
    const { out } = await replayed({ ...sound, "p.csv": recorded }, " --history p.csv");
    expect(out).toContain("years without published results: 2021");
    expect(out).toContain("published years that were not replayed: 2018");
  });

  it("takes a total that is on record as exact for what it is", async () => {
    const rubric = rubricOf(`
rounding: { places: 2, ranks: exact, lines: exact }
indicators:
  - { id: docs, name: 成绩, points: 100, rule: marks }
outcomes:
  - { name: 命名, quota: { most: 1, tie: none }, otherwise: yes }
  - { name: 不予, otherwise: yes }
`);
    const recorded = (exact: string): string =>
      "year,rubric,name,total,exact,rank,units,outcome\n" +
      `2020,case,A,90.00,${exact},1,2,命名\n2020,case,B,90.00,89999/1000,2,2,不予\n`;
    const files = { "years/2020/data.csv": "单位,成绩\nA,89.998\nB,89.999\n" };
    const ofB = "2020 B rank outcome: place A 0";
    expect(await changes(files, recorded("90"), rubric)).toEqual([ofB, "2020 A total rank outcome: total"]);
    expect(await changes(files, recorded(""), rubric)).toEqual([ofB, "2020 A rank outcome: place B 0"]);
  });

  it("tells of two changes by hand that differ", async () => {
    const heading = "单位,字段,原值,新值,理由,决定人,日期\n";
    const byHand = (to: string) => ({
      ...sound,
      "years/2020/overrides.csv": `${heading}A,结果,撤销,${to},复核,市文明委,2020-12-30\n`,
    });
    const first = (await changes(byHand("保留"), await published(byHand("警告"))))[0];
    expect(first).toBe("2020 A outcome: override");
  });

  it("names the first of many who changed places", async () => {
    const rubric = rubricOf(`
indicators:
  - { id: docs, name: 成绩, points: 100, rule: marks }
outcomes:
  - { name: 命名, quota: { most: 150, tie: none }, otherwise: yes }
  - { name: 不予, otherwise: yes }
`);
    const lines = (of: (index: number) => string): string =>
      Array.from({ length: 300 }, (_, index) => `${of(index)}\n`).join("");
    const files = { "years/2020/data.csv": `单位,成绩\n${lines((index) => `U${index},${index / 100}`)}` };
    const text = "year,rubric,name,total,rank,units,outcome\n";
    const recorded = lines(
      (index) =>
        `2020,case,U${index},${(index / 100).toFixed(2)},${300 - index},300,${index < 150 ? "命名" : "不予"}`,
    );
    const found = await json({ ...files, "p.csv": text + recorded }, " --history p.csv", rubric);
    expect(found.changes).toHaveLength(300);
    const [best, worst] = [found.changes[0]?.cause, found.changes.at(-1)?.cause];
    expect(best).toMatchObject({ kind: "place", more: 130 });
    expect(worst).toMatchObject({ kind: "place", more: 130 });
    expect((best as { units: readonly string[] }).units.slice(0, 2)).toEqual(["U149", "U148"]);
    const { out } = await replayed({ ...files, "p.csv": text + recorded }, " --history p.csv", rubric);
    expect(out).toMatch(/U130\s+and\s+130\s+more/);
  });

  it("needs no titles in the published file, and takes names for codes", async () => {
    const recorded =
      "year,rubric,name,total,rank,units,outcome\n2019,case,甲,90,1,3,保留\n2019,case,丙,85.0,2,3,授予\n2019,case,乙,65,3,3,撤消\n";
    expect(await changes(sound, recorded)).toEqual(["2019 B outcome: rules"]);
  });
});

it("nothing is written among the data of a year", async () => {
  const inYear = await replayed(sound, " -o years/2020/out.csv -o history:years/2021/h.csv");
  expect([inYear.code, inYear.told, inYear.wrote]).toEqual([
    2,
    ["error output-in-year years/2020/out.csv", "error output-in-year years/2021/h.csv"],
    [],
  ]);
  expect((await replayed(sound, " -o years/out.csv -o years/2020/out.json")).code).toBe(0);
});

it("a missing year is told of, and not what it may have said of units and titles", async () => {
  const files: Files = {
    ...sound,
    "years/2022/units.csv": "单位代码,单位名称,称号\nA,甲,文明单位\nE,戊,\n",
    "years/2022/data.csv": "单位,成绩\nA,90\nD,80\n",
  };
  const { "years/2021/data.csv": _, ...gap } = files;
  expect((await replayed(gap)).told).toEqual(["error replay-gap years"]);
});

describe("what a register may have meant", () => {
  it("is told once, in the year that wrote it, and where it was written", async () => {
    const files = {
      ...sound,
      "years/2020/units.csv": "单位代码,单位名称,禁止申报到\nD,甲,\n",
      "years/2020/data.csv": marks(50, 65, 90, 70),
      "years/2021/data.csv": marks(95, 75, 70, 70),
    };
    expect((await replayed(files)).told).toEqual([
      "warning heading-near years/2020/units.csv:1:11",
      "warning unit-namesake years/2020/units.csv:2:3",
    ]);
  });
});
