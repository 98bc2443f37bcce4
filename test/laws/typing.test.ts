import { expect, test } from "vitest";
import { planRubric } from "../../src/cli/load.ts";
import type { Plan } from "../../src/rubric/plan.ts";

/** One sign of a Chinese input method, anywhere in a rubric, is told of as what it is. */

const rubric = `ceping: 1
id: unit-2025
title: 文明单位测评
version: "1"
points: 100 # 总分
units: { categories: [机关, 企业], tags: [窗口] }
methods: [材料审核, 实地考察]
scales:
  四档: { A: 100%, B: 66.5%, C: 0% }
inputs:
  staff: { name: 职工人数, type: count }
  share: { name: 比例, divide: [staff, 110] }
indicators:
  - id: docs
    name: 材料审核
    method: 材料审核
    points: 60
    rule: grade
    scale: 四档
  - id: site
    name: 实地考察
    applies-to: { category: 机关 }
    points: 40
    rule: bands
    input: share
    bands:
      - { at-least: 50%, give: 100% }
      - { at-least: 30%, give: 20.5 }
    otherwise: 0
outcomes:
  - { name: 命名, when: { score: total, at-least: 85 } }
  - name: 不予命名
    otherwise: yes
`;

/** What the keys of the keyboard give while the input method is on, and what a word processor makes of them. */
const twins: Readonly<Record<string, readonly string[]>> = {
  ":": ["："],
  ",": ["，", "、", "；"],
  '"': ["“", "”"],
  "{": ["｛"],
  "}": ["｝"],
  "[": ["［", "【"],
  "]": ["］", "】"],
  "#": ["＃"],
  "%": ["％"],
  "-": ["—", "－", "–"],
  ".": ["。", "．"],
  " ": ["\u3000", "\u00a0"],
};

const wide = (character: string): readonly string[] =>
  twins[character] ??
  (/[0-9a-z]/.test(character) ? [String.fromCodePoint(character.charCodeAt(0) + 0xfee0)] : []);

/** The Plan but for what is only shown: names may have any characters. */
const scored = (plan: Plan): string =>
  JSON.stringify(plan, (key, value: unknown) => {
    if (["rubric", "names", "name", "no", "text", "because", "clause", "origin"].includes(key))
      return undefined;
    return value instanceof Map ? [...value] : value;
  });

test("a full-width sign changes no score unseen, and is not called anything else", () => {
  const plain = planRubric("rubric.yaml", rubric);
  if (!plain.ok) throw new Error(plain.findings.map(({ message }) => message.en).join("\n"));
  expect(plain.findings).toEqual([]);
  const unseen: string[] = [];
  const misnamed: string[] = [];
  let told = 0;
  for (const [offset, character] of [...rubric].entries()) {
    const line = rubric.slice(rubric.lastIndexOf("\n", offset - 1) + 1, offset);
    if (line.includes("# ")) continue; // a comment may have any
    for (const twin of wide(character)) {
      const typed = rubric.slice(0, offset) + twin + rubric.slice(offset + 1);
      const read = planRubric("rubric.yaml", typed);
      const shown = `${line}${twin} ${read.findings.map(({ code }) => code).join()}`;
      if (read.findings.length > 0) told += 1;
      else if (!read.ok || scored(read.value.plan) !== scored(plain.value.plan)) unseen.push(shown);
      const vague = [
        "yaml-syntax",
        "unknown-key",
        "unknown-word",
        "rubric-number",
        "wrong-type",
        "missing-key",
      ];
      if (read.findings.some(({ code }) => vague.includes(code))) misnamed.push(shown);
    }
  }
  expect(unseen).toEqual([]);
  expect(misnamed).toEqual([]);
  expect(told).toBeGreaterThan(700);
});
