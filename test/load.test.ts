import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile, load } from "../bin/load.js";

const folder = mkdtempSync(join(tmpdir(), "ceping-load-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program of two parts, the second of which asks for the first. */
function program(name: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(
    file,
    `let runs = 0; exports.count = () => ++runs; exports.later = () => require("./${name}-part.cjs").count();`,
  );
  writeFileSync(join(folder, `${name}-part.cjs`), `exports.count = () => require("./${name}.cjs").count();`);
  return file;
}

interface Program {
  count(): number;
  later(): number;
}

test("a program runs with what was compiled beforehand, and its parts find the same program", () => {
  const file = program("kept");
  const { run, compiled } = compile(file);
  run();
  writeFileSync(`${file}.cache`, compiled());
  const { count, later } = load(file) as Program; // the exports written above
  expect([count(), later(), count()]).toEqual([1, 2, 3]);
});

test("what another build compiled is passed over", () => {
  const file = program("stale");
  writeFileSync(`${file}.cache`, "compiled by nobody");
  const { count, later } = load(file) as Program; // the exports written above
  expect([count(), later()]).toEqual([1, 2]);
});

test("a program without anything compiled runs all the same", () => {
  const { count, later } = load(program("packed")) as Program; // the exports written above
  expect([count(), later()]).toEqual([1, 2]);
});
