/**
 * Synthetic data for measuring speed: a rubric of 50 indicators and 1,000,000 long rows (20,000 units
 * × 50 indicators), made by a seeded generator; the same seed gives the same bytes.
 */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";

/** A small seeded generator of whole numbers (mulberry32). @param {number} seed */
export function seeded(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const two = (/** @type {number} */ value) => String(value).padStart(2, "0");

/** A rubric of `count` indicators of 2 points in groups of ten. @param {number} count */
export function rubricText(count) {
  const groups = [];
  for (let start = 0; start < count; start += 10) {
    const items = [];
    for (let index = start; index < Math.min(count, start + 10); index += 1) {
      items.push(
        `      - { id: I${two(index + 1)}, no: "${start / 10 + 1}.${(index % 10) + 1}", name: 指标${two(index + 1)}, points: 2, rule: marks }`,
      );
    }
    groups.push(
      `  - id: G${start / 10 + 1}\n    no: "${start / 10 + 1}"\n    name: 项目${start / 10 + 1}\n    points: ${items.length * 2}\n    method: 材料审核\n    indicators:\n${items.join("\n")}`,
    );
  }
  return `ceping: 1\nid: bench\ntitle: 测速用（合成数据）\nversion: "1"\npoints: ${count * 2}\nindicators:\n${groups.join("\n")}\n`;
}

/** The long form as offices hand it in: unit, indicator, method, assessor, period, value, note. */
export async function writeLong(
  /** @type {string} */ path,
  /** @type {number} */ units,
  /** @type {number} */ indicators,
) {
  const random = seeded(20_211_121);
  const file = createWriteStream(path);
  file.write("单位,指标,测评方法,测评员,月份,值,备注\n");
  for (let unit = 0; unit < units; unit += 1) {
    const code = `12110101${String(unit).padStart(9, "0")}X`;
    let rows = "";
    for (let index = 0; index < indicators; index += 1) {
      const mark = random(201);
      rows += `${code},I${two(index + 1)},材料审核,测评员${random(9) + 1},2021-12,${Math.floor(mark / 100)}.${two(mark % 100)},\n`;
    }
    if (!file.write(rows)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

/** One row a unit. */
export async function writeWide(
  /** @type {string} */ path,
  /** @type {number} */ units,
  /** @type {number} */ indicators,
) {
  const random = seeded(7);
  const heading = ["单位", ...Array.from({ length: indicators }, (_, index) => `I${two(index + 1)}`)];
  const rows = Array.from({ length: units }, (_, unit) =>
    [
      `示例单位${unit + 1}`,
      ...Array.from({ length: indicators }, () => `${random(2)}.${two(random(100))}`),
    ].join(","),
  );
  await writeFile(path, `${[heading.join(","), ...rows].join("\n")}\n`);
}
