import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../rolldown.config.js";
import { examineHere } from "../src/cli/examine.ts";
import { rubricText } from "./bench/rubrics.js";
import { recordingIo, run } from "./support/recording-io.ts";

/** Many rubrics are checked on all cores: what is told must not depend on how many there are. */
const count = 75;
let folder = "";
let rubrics = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-many-"));
  rubrics = join(folder, "rubrics");
  mkdirSync(rubrics);
  for (let seed = 1; seed <= count; seed += 1) {
    const text = rubricText(seed, 4);
    const faulty = seed % 5 === 0 ? text.replace("points: 2", "poinst: 2") : text;
    writeFileSync(join(rubrics, `${seed}.yaml`), faulty);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const alone = () => run(["check", rubrics, "-f", "json"], { cores: 1 });

describe("on several cores", () => {
  const io = recordingIo();
  it.each([2, 3, 8])("%i: each takes its share, and all is told as on one", async (cores) => {
    const shares: number[] = [];
    const told = await run(["check", rubrics, "-f", "json"], {
      cores,
      elsewhere: (paths) => {
        shares.push(paths.length);
        return examineHere(io, paths);
      },
    });
    expect(told).toEqual(await alone());
    expect(told.code).toBe(1);
    const parts = Math.min(cores, 3);
    expect(shares).toEqual(Array.from({ length: parts }, (_, part) => Math.ceil((count - part) / parts)));
  });

  it("where none is to be had, all is done here", async () => {
    const elsewhere = () => Promise.reject(new Error("no such core"));
    expect(await run(["check", rubrics, "-f", "json"], { cores: 2, elsewhere })).toEqual(await alone());
  });

  it("few rubrics are not worth a start", async () => {
    const paths = [1, 2, 3].map((seed) => join(rubrics, `${seed}.yaml`));
    const elsewhere = () => Promise.reject(new Error("asked for all that"));
    expect((await run(["check", ...paths], { cores: 8, elsewhere })).code).toBe(0);
  });
});

it("the built program works out on another core what it works out itself", async () => {
  const { plugins: _, output, ...input } = config;
  const bundle = await rolldown({ ...input, logLevel: "silent" });
  const dist = join(folder, "dist");
  await bundle.write({ ...output, dir: dist });
  await bundle.close();
  // As bin/ceping.js loads it: what it imports late could not be had there, and nobody would notice.
  const script = `
    import { compile } from ${JSON.stringify(new URL("../bin/load.js", import.meta.url))};
    const { main, nodeIo } = compile(${JSON.stringify(join(dist, "cli.cjs"))}).run();
    const io = { ...nodeIo(), cores: 3 };
    let answers = 0;
    const elsewhere = async (paths) => {
      const answer = await io.elsewhere(paths);
      answers += 1;
      return answer;
    };
    const code = await main(["check", ${JSON.stringify(rubrics)}, "-f", "json", "--lang", "zh-CN"], { ...io, elsewhere });
    process.stderr.write(answers + " answers, exit " + code);
  `;
  const file = join(folder, "check.mjs");
  writeFileSync(file, script);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  expect(stderr).toBe("3 answers, exit 1");
  expect(stdout).toBe((await alone()).stdout);
});
