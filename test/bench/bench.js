/**
 * Speed, as a ratio to a bare csv-parse pass over the same file in the same run. Each program runs in
 * a process of its own, turn about; the ratio is the median of the pairs. Peak memory is the largest resident set of `score`.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rubricText, writeLong, writeWide } from "./generate.js";

const units = 20_000;
const indicators = 50;
const rounds = 5;
const here = new URL(".", import.meta.url).pathname;
const ceping = join(here, "../../bin/ceping.js");

/** Runs node and gives back seconds and, where asked, the peak of its resident memory in MB. */
function run(/** @type {string[]} */ args, /** @type {boolean} */ measured = false) {
  return new Promise((resolve, reject) => {
    const preload = measured ? ["--import", join(here, "peak.js")] : [];
    const start = performance.now();
    const child = spawn(process.execPath, [...preload, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`exit ${code}: ${said}`));
      const peak = Number(/peak-kb (\d+)/.exec(said)?.[1] ?? 0) / 1024;
      resolve({ seconds: (performance.now() - start) / 1000, peak });
    });
  });
}

const folder = await mkdtemp(join(tmpdir(), "ceping-bench-"));
try {
  const data = join(folder, "long.csv");
  const rubric = join(folder, "rubric.yaml");
  const table = join(folder, "wide.csv");
  const small = join(folder, "small.yaml");
  await writeFile(rubric, rubricText(indicators));
  await writeFile(small, rubricText(60));
  await writeLong(data, units, indicators);
  await writeWide(table, 99, 60);
  const megabytes = (await stat(data)).size / 2 ** 20;
  console.log(
    `${units * indicators} rows, ${megabytes.toFixed(0)} MB, ${units} units × ${indicators} indicators (synthetic, seeded)`,
  );

  const bare = [];
  const score = [];
  const peaks = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await run([join(here, "bare.js"), data])).seconds);
    const scored = await run([ceping, "score", rubric, data, "-f", "csv"], true);
    score.push(scored.seconds);
    peaks.push(scored.peak);
  }
  const start = [];
  for (let round = 0; round < rounds; round += 1)
    start.push((await run([ceping, "score", small, table])).seconds);
  const best = (/** @type {number[]} */ list) => Math.min(...list);
  const all = (/** @type {number[]} */ list) => list.map((value) => value.toFixed(2)).join(" ");
  // Each run is held against the bare pass just before it: machines are faster at one time than at another.
  const ratios = score.map((seconds, round) => seconds / bare[round]).sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ratios.length / 2)];
  console.log(`bare csv-parse pass   ${best(bare).toFixed(2)} s   (${all(bare)})`);
  console.log(`score to csv          ${best(score).toFixed(2)} s   (${all(score)})`);
  console.log(`99 × 60 to a table    ${best(start).toFixed(2)} s   (${all(start)})`);
  console.log(`ratios of each pair   ${all(ratios)}`);
  console.log(`ratio ${ratio.toFixed(2)} peak-mb ${Math.max(...peaks).toFixed(0)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
