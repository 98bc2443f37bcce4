/**
 * Speed of `check`: 500 rubrics of 200 indicators each, as a ratio to the YAML library parsing the same
 * files, and nothing else, in the same run. Each program runs in a process of its own, turn about; the ratio is the
 * median of the pairs.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rubricText } from "./rubrics.js";

const rubrics = 500;
const indicators = 200;
const rounds = 3;
const here = new URL(".", import.meta.url).pathname;
const ceping = join(here, "../../bin/ceping.js");

/** Runs node and gives back the seconds it took. @param {string[]} args */
function run(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), "ceping-bench-"));
try {
  const files = join(folder, "rubrics");
  mkdirSync(files);
  let bytes = 0;
  for (let seed = 1; seed <= rubrics; seed += 1) {
    const text = rubricText(seed, indicators);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(files, `${String(seed).padStart(3, "0")}.yaml`), text);
  }
  console.log(
    `${rubrics} rubrics × ${indicators} indicators, ${(bytes / 2 ** 20).toFixed(0)} MB (synthetic, seeded)`,
  );
  const bare = [];
  const check = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(run([join(here, "bare-yaml.js"), files]));
    check.push(run([ceping, "check", files]));
  }
  const ratios = check.map((seconds, round) => seconds / bare[round]).sort((a, b) => a - b);
  const all = (/** @type {number[]} */ list) => list.map((value) => value.toFixed(2)).join(" ");
  console.log(`bare YAML parse       ${Math.min(...bare).toFixed(2)} s   (${all(bare)})`);
  console.log(`check                 ${Math.min(...check).toFixed(2)} s   (${all(check)})`);
  console.log(`ratios of each pair   ${all(ratios)}`);
  console.log(`check-ratio ${ratios[Math.floor(ratios.length / 2)].toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
