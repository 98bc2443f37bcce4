import { type Example, lines, type Pages, rubric, run } from "./page.ts";

const twoItems = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
    - { id: site, name: 实地考察, points: 40, rule: marks }
`;

/** `test` of a rubric with the cases beside it, given without their first line. */
const cases = (text: string, of = twoItems): Example =>
  run("test rubric.yaml", {
    "rubric.yaml": rubric(of),
    "rubric.cases.yaml": `ceping-cases: 1\n${lines(text)}`,
  });

const plainCase = `
  cases:
    - name: 满分
      given: { docs: 60, site: 40 }
      expect: { total: 100 }
`;

const sheets = `
  inputs:
    opinion: { name: 问卷, sheets: { answers: { 满意: 1, 不满意: 0 } } }
  indicators:
    - id: survey
      name: 满意度
      points: 100
      rule: proportional
      input: opinion
      target: 1
`;

const sameNames = `
  indicators:
    - { id: a, name: 台账, points: 60, rule: marks }
    - { id: b, name: 台账, points: 40, rule: marks }
`;

/** The cases that a rubric is tested with. */
export const casePages = {
  "cases-missing": {
    severity: "error",
    title: { zh: "测评体系没有用例", en: "a rubric without cases" },
    why: {
      zh: "没有用例，谁也没有手算过一遍，写错了分值、分数线也看不出来。",
      en: "Without cases nobody has worked the paper through by hand, and a slip in points or lines stays unseen.",
    },
    mend: {
      zh: "在体系旁边写“名字.cases.yaml”，写法见 rubrics/README.md 里“测试一个体系”一节。",
      en: 'Write name.cases.yaml beside the rubric; rubrics/README.md says how, under "Testing a rubric".',
    },
    bad: run("test rubric.yaml", { "rubric.yaml": rubric(twoItems) }),
    good: cases(plainCase),
  },
  "cases-of-another": {
    severity: "error",
    title: { zh: "旁边的用例是另一个体系的", en: "the cases beside a rubric are of another" },
    why: {
      zh: "看文件名是这个体系的用例，运行的却是另一个体系：这个体系一例也没有测，还以为测过了。",
      en: "By its name the file holds the cases of this rubric, but it tests another: this one would pass untested.",
    },
    mend: {
      zh: "是这个体系的用例，删去“rubric:”那一行；不是，把文件改个名字，给这个体系另写用例。",
      en: 'Take the line "rubric:" out if the cases are of this rubric; if not, rename the file and write its own.',
    },
    bad: run("test rubric.yaml", {
      "rubric.yaml": rubric(twoItems),
      "other.yaml": rubric(twoItems),
      "rubric.cases.yaml": `ceping-cases: 1\nrubric: other.yaml\n${lines(plainCase)}`,
    }),
    good: cases(plainCase),
  },
  "cases-shape": {
    severity: "error",
    title: { zh: "不是用例文件", en: "no case file" },
    why: {
      zh: "第一行说明这是什么文件、按哪一版读。没有它，写给别的工具的文件也会被当成用例。",
      en: "The first line says what the file is and how it is to be read. Without it, any file would pass for cases.",
    },
    mend: {
      zh: "第一行写“ceping-cases: 1”，然后写“cases:”和各个用例。",
      en: 'Begin with "ceping-cases: 1", then "cases:" and the cases.',
    },
    bad: run("test rubric.yaml", { "rubric.yaml": rubric(twoItems), "rubric.cases.yaml": lines(plainCase) }),
    good: cases(plainCase),
  },
  "cases-as-rubric": {
    severity: "error",
    title: { zh: "把用例文件当成了测评体系", en: "a case file in place of a rubric" },
    why: {
      zh: "用例说应当得出什么，不说怎样计分，不能拿来评单位。",
      en: "Cases say what should come out, not how: no unit can be scored by them.",
    },
    mend: {
      zh: "这里写测评体系文件；要运行用例，用 ceping test。",
      en: "Name the rubric here; to run the cases, use ceping test.",
    },
    bad: run("score cases.yaml data.csv", {
      "cases.yaml": `ceping-cases: 1\n${lines(plainCase)}`,
      "data.csv": "单位,docs,site\n甲,60,40\n",
    }),
    good: run("score rubric.yaml data.csv", {
      "rubric.yaml": rubric(twoItems),
      "data.csv": "单位,docs,site\n甲,60,40\n",
    }),
  },
  "case-duplicate": {
    severity: "error",
    title: { zh: "两个用例同名", en: "two cases of one name" },
    why: {
      zh: "没有通过的时候分不清是哪一个，以它为底的用例也不知道取哪个。",
      en: "When one fails nobody knows which, and a case that builds on it could mean either.",
    },
    mend: { zh: "给其中一个换个名字。", en: "Give one of them another name." },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
        - name: 满分
          given: { docs: 60, site: 0 }
          expect: { total: 60 }
    `),
    good: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
        - name: 只有材料
          given: { docs: 60, site: 0 }
          expect: { total: 60 }
    `),
  },
  "case-unknown": {
    severity: "error",
    title: { zh: "没有 like 所说的用例", en: "like names no case" },
    why: {
      zh: "不知道以哪个用例为底，这一例给了些什么就不清楚。",
      en: "Without the case it builds on, nobody knows what this case hands in.",
    },
    mend: {
      zh: "照提示改正名字。只能以一个单位的用例为底。",
      en: "Mend the name as the hint says. Only a case of one unit can be built on.",
    },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
        - name: 少一分
          like: 满份
          given: { site: 39 }
          expect: { total: 99 }
    `),
    good: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
        - name: 少一分
          like: 满分
          given: { site: 39 }
          expect: { total: 99 }
    `),
  },
  "case-circle": {
    severity: "error",
    title: { zh: "用例互相以对方为底", en: "cases that build on each other" },
    why: {
      zh: "绕成了圈，最底下的一例是什么就说不清。",
      en: "In a circle there is no first case to start from.",
    },
    mend: {
      zh: "从最简单的一例写起，改掉其中一个 like。",
      en: "Begin with the plainest case, and mend one of the lines with like.",
    },
    bad: cases(`
      cases:
        - name: 甲
          like: 甲
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
    `),
    good: cases(plainCase),
  },
  "case-key": {
    severity: "error",
    title: { zh: "不认识的输入项", en: "an unknown input in a case" },
    why: {
      zh: "名字对不上，给的值就不会用到，用例测的就不是它说的那件事。",
      en: "A value under a name that matches nothing would not be used, and the case would test something else.",
    },
    mend: {
      zh: "名字与报送表的列名一样：编号、序号或名称；单位的属性写“类别”“标签”“组别”等。",
      en: "Names are those of columns: id, number or name; of the unit, category, tags, group and so on.",
    },
    bad: cases(`
      cases:
        - name: 满分
          given: { dosc: 60, site: 40 }
          expect: { total: 100 }
    `),
    good: cases(plainCase),
  },
  "case-key-twice": {
    severity: "error",
    title: { zh: "同一项给了两次", en: "one input given twice" },
    why: {
      zh: "两个名字是同一项，不知道以哪个值为准。",
      en: "Two names of one input stand there, with two values.",
    },
    mend: { zh: "留一个。", en: "Keep one of them." },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, 材料审核: 59, site: 40 }
          expect: { total: 100 }
    `),
    good: cases(plainCase),
  },
  "case-several": {
    severity: "error",
    title: { zh: "只有一个值的项给了几个值", en: "several values of what has one" },
    why: {
      zh: "体系没有说几个值怎样合成一个，工具不替您选。",
      en: "The rubric does not say what several values come to, and the tool does not choose.",
    },
    mend: {
      zh: "写一个值；确有几个测评员、点位、时期的，先在体系里写 assessors、sites 或 periods。",
      en: "Write one value; where there are several assessors, sites or periods, say so in the rubric first.",
    },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: [60, 58], site: 40 }
          expect: { total: 99 }
    `),
    good: cases(plainCase),
  },
  "case-sheets": {
    severity: "error",
    title: { zh: "问卷份数不是数", en: "no number of sheets" },
    why: { zh: "不知道有几份答卷，就算不出平均。", en: "Without the number of sheets there is no mean." },
    mend: {
      zh: "写成“{ 满意: 12, 不满意: 3 }”，份数是整数；或者一份一个写成列表。",
      en: 'Write "{ good: 12, bad: 3 }" with whole numbers, or a list with an answer for each sheet.',
    },
    bad: cases(
      `
        cases:
          - name: 问卷
            given: { opinion: { 满意: 三, 不满意: 1 } }
            expect: { total: 75 }
      `,
      sheets,
    ),
    good: cases(
      `
        cases:
          - name: 问卷
            given: { opinion: { 满意: 3, 不满意: 1 } }
            expect: { total: 75 }
      `,
      sheets,
    ),
  },
  "case-expects-nothing": {
    severity: "error",
    title: { zh: "用例没有写应当得出什么", en: "a case that expects nothing" },
    why: {
      zh: "不写应当得出什么，怎么算都算通过，等于没有测。",
      en: "Without expectations it passes whatever comes out.",
    },
    mend: {
      zh: "在 expect 里写上照纸面手算的总分、得分、名次或结果。",
      en: "Say after expect what the paper gives when worked by hand: total, points, rank or outcome.",
    },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: {}
    `),
    good: cases(plainCase),
  },
  "case-expects-of-several": {
    severity: "error",
    title: { zh: "几个单位的用例没有说哪个单位", en: "which of several units is meant" },
    why: {
      zh: "几个单位总分不同，不知道说的是哪一个。",
      en: "The units have totals of their own, and nobody knows which is meant.",
    },
    mend: {
      zh: "写到 units 里那个单位的 expect 下面。",
      en: "Write it after expect of that unit, below units.",
    },
    bad: cases(`
      cases:
        - name: 名次
          units:
            甲: { given: { docs: 60, site: 40 } }
            乙: { given: { docs: 50, site: 40 } }
          expect: { total: 100 }
    `),
    good: cases(`
      cases:
        - name: 名次
          units:
            甲: { given: { docs: 60, site: 40 }, expect: { total: 100 } }
            乙: { given: { docs: 50, site: 40 }, expect: { total: 90 } }
    `),
  },
  "case-number": {
    severity: "error",
    title: { zh: "应当得出的不是数", en: "an expected figure that is no number" },
    why: {
      zh: "得分要精确相等，写不成数就没法比。",
      en: "Points are compared exactly, for which it takes a number.",
    },
    mend: {
      zh: "写成小数或分数，如 4.5、20/3，不带单位。",
      en: "Write a decimal or a fraction, such as 4.5 or 20/3, without a unit.",
    },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100分 }
    `),
    good: cases(plainCase),
  },
  "case-rank": {
    severity: "error",
    title: { zh: "应当得出的不是名次", en: "an expected rank that is none" },
    why: { zh: "名次是从 1 起的整数。", en: "Ranks are whole numbers from 1." },
    mend: { zh: "写成 1、2、3，不写“第一”。", en: 'Write 1, 2, 3, not "first".' },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { rank: 第一 }
    `),
    good: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { rank: 1 }
    `),
  },
  "case-ambiguous": {
    severity: "error",
    title: { zh: "一个名字可以指几项", en: "a name that several things share" },
    why: {
      zh: "分不清说的是哪一项，猜错了测的就是别的。",
      en: "Nobody can tell which is meant, and a guess could test another.",
    },
    mend: { zh: "用编号（id）。", en: "Use the id." },
    bad: cases(
      `
        cases:
          - name: 满分
            given: { a: 60, b: 40 }
            expect: { points: { 台账: 60 } }
      `,
      sameNames,
    ),
    good: cases(
      `
        cases:
          - name: 满分
            given: { a: 60, b: 40 }
            expect: { points: { a: 60 } }
      `,
      sameNames,
    ),
  },
  "accepted-stale": {
    severity: "error",
    title: { zh: "说明接受的已经不存在", en: "an acceptance that is no longer needed" },
    why: {
      zh: "留着它，以后真的漏测了也会被它遮住。",
      en: "Kept, it would hide what really goes unseen one day.",
    },
    mend: { zh: "删去这一条，或改成现在的写法。", en: "Take it out, or write it as it is called now." },
    bad: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
      accepted-gaps:
        - { what: docs.full, because: 从来没有单位得满分 }
    `),
    good: cases(`
      cases:
        - name: 满分
          given: { docs: 60, site: 40 }
          expect: { total: 100 }
      accepted-gaps:
        - { what: docs.less, because: 材料不齐的不予受理 }
    `),
  },
  "min-coverage-text": {
    severity: "error",
    title: { zh: "--min-coverage 后面不是百分数", en: "no percentage after --min-coverage" },
    why: {
      zh: "不知道要覆盖多少，就没法判断够不够。",
      en: "Without the figure nobody can say whether it is enough.",
    },
    mend: { zh: "写成 95 或 95%，在 0 到 100 之间。", en: "Write 95 or 95%, between 0 and 100." },
    bad: run("test rubric.yaml --min-coverage all", cases(plainCase).files),
    good: run("test rubric.yaml --min-coverage 50", cases(plainCase).files),
  },
} satisfies Partial<Pages>;
