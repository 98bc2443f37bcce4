/**
 * Synthetic rubrics for measuring `check`: each of as many indicators as asked for, in groups of ten, of
 * the rules and in the ways of writing that shipped rubrics use; the same seed gives the same bytes.
 */
import { seeded } from "./generate.js";

const subjects = [
  "工作计划",
  "专题会议",
  "志愿服务",
  "环境秩序",
  "窗口服务",
  "道德讲堂",
  "文明餐桌",
  "网络传播",
];
const methods = ["材料审核", "实地考察", "问卷调查", "网上申报"];

/**
 * The lines of one indicator below its id and name; each is worth 2 points.
 * @type {((random: (below: number) => number, id: string) => string[])[]}
 */
const rules = [
  () => ["rule: marks"],
  () => ["rule: grade", "scale: 四等"],
  () => ["rule: deduct-per-missing", "due: 4", "each: 0.5"],
  () => ["rule: deduct-per-fault", "each: 0.2"],
  (random) => ["rule: proportional", `target: ${random(20) + 5}`],
  () => ["rule: curve", "curve: [{ at: 60, points: 0 }, { at: 80, points: 1.2 }, { at: 100, points: 2 }]"],
  () => [
    "rule: bands",
    "bands:",
    "  - { at-least: 95, give: 2 }",
    "  - { at-least: 80, give: 1.4 }",
    "  - { at-least: 70, give: 0.8 }",
  ],
  (random) => [
    "rule: threshold",
    `when: { input: share, at-least: ${random(6) * 5 + 10}% }`,
    "otherwise: 0.5",
  ],
  (_, id) => [
    "rule: clauses",
    "clauses:",
    `  - { id: ${id}-a, text: 有领导机构，有专人负责，有年度计划和总结, points: 0.5 }`,
    `  - { id: ${id}-b, text: 制度上墙，职工知晓, points: 0.5 }`,
    `  - { id: ${id}-c, text: 活动有记录，有照片，有成效, points: 1 }`,
  ],
  () => ["rule: k-of-n", "clauses: [有阵地, 有队伍, 有经费, 有活动]", "table: { 4: 2, 3: 1.4, 2: 0.8 }"],
  () => ["rule: all-or-nothing", "clauses: [无安全生产责任事故, 无违法违纪案件]"],
];

/** One rubric of `count` indicators. @param {number} seed @param {number} count */
export function rubricText(seed, count) {
  const random = seeded(seed);
  const groups = [];
  for (let start = 0; start < count; start += 10) {
    const group = start / 10 + 1;
    const items = [];
    for (let index = start; index < Math.min(count, start + 10); index += 1) {
      const id = `i${index + 1}`;
      const subject = subjects[random(subjects.length)];
      const lines = [
        `- id: ${id}`,
        `  no: "${group}.${(index % 10) + 1}"`,
        `  name: ${subject}第 ${index + 1} 项`,
        ...(random(3) === 0
          ? [`  criteria: 查阅资料，听取汇报，实地查看；以${subject}的记录为准。 # 第 ${random(30) + 1} 页`]
          : []),
        "  points: 2",
        ...(random(4) === 0 ? ["  applies-to: { category: [机关, 学校] }"] : []),
        ...rules[random(rules.length)](random, id).map((line) => `  ${line}`),
      ];
      items.push(lines.map((line) => `      ${line}\n`).join(""));
    }
    groups.push(
      `  - id: g${group}\n    no: "${group}"\n    name: 第 ${group} 部分\n    points: ${items.length * 2}\n    method: ${methods[random(methods.length)]}\n    indicators:\n${items.join("")}`,
    );
  }
  return `# 测速用的测评体系（合成数据，种子 ${seed}）。
ceping: 1
id: bench-${seed}
title: 测速用的测评体系 ${seed}
version: "1"
points: ${count * 2}
units:
  categories: [机关, 企业, 学校]
ranking: { group-by: category, groups: [机关, 企业, 学校] }
scales:
  四等: { 优: 100%, 良: 80%, 中: 60%, 差: 0% }
inputs:
  staff: { name: 职工人数, type: count, register: headcount }
  volunteers: { name: 志愿者人数, type: count }
  share: { name: 志愿者比例, type: percent, divide: [volunteers, staff] }
methods: [材料审核, 实地考察, 问卷调查, 网上申报]
indicators:
${groups.join("")}outcomes:
  - { name: 命名, no: 第五条, when: { score: total, at-least: ${count} } }
  - { name: 不予命名, no: 第六条, otherwise: yes }
`;
}
