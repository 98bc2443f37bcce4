import { type Example, type ExampleFile, head, lines, type Pages, run } from "./page.ts";

const city = `${head}${lines(`
  indicators:
    - id: work
      name: 日常工作
      indicators:
        - { id: plan, name: 工作计划, points: 20, rule: marks }
        - { id: news, name: 简报, points: 10, rule: marks }
`)}`;

/** `check` of a county's rubric that extends the city's. */
const county = (text: string, base: ExampleFile = city): Example =>
  run("check county.yaml", {
    "city.yaml": base,
    "county.yaml": `ceping: 1\nextends: city.yaml\nid: county\ntitle: 县测评\nversion: "1"\n${lines(text)}`,
  });

const shorter = `
  change:
    plan: { points: 15 }
`;

/** Rubrics that extend others. */
export const overlayPages = {
  "base-unreadable": {
    severity: "error",
    title: { zh: "读不到 extends 的文件", en: "the file after extends cannot be read" },
    why: {
      zh: "作为基础的体系读不到，就不知道有哪些指标，只凭修改的几条算不出分。",
      en: "Without the rubric that is extended there are no indicators; the changes alone score nothing.",
    },
    mend: {
      zh: "路径从写 extends 的文件所在的文件夹算起。文件移动过的，改路径；发给别人时，两个文件一起发。",
      en: "The path starts from the folder of the file it stands in. Mend it where a file has moved, and pass both files on together.",
    },
    bad: run("check county.yaml", {
      "county.yaml": lines(`
        ceping: 1
        extends: ../city.yaml
        id: county
        title: 县测评
        version: "1"
        change:
          plan: { points: 15 }
      `),
      "city.yaml": city,
    }),
    good: county(shorter),
  },
  "extends-circle": {
    severity: "error",
    title: { zh: "几个体系互相以对方为基础", en: "rubrics that extend each other" },
    why: {
      zh: "绕成了圈，没有一个是完整的，谁也算不出来。",
      en: "None of them is a whole rubric, so none can be scored.",
    },
    mend: {
      zh: "最上一级（如全国、市里）的体系自己写全，不写 extends。",
      en: "Let the first of them, such as the national one, stand on its own without extends.",
    },
    bad: county(shorter, 'ceping: 1\nextends: county.yaml\nid: city\ntitle: 市测评\nversion: "1"\n'),
    good: county(shorter),
  },
  "overlay-without-base": {
    severity: "error",
    title: { zh: "写了修改，没写以哪个体系为基础", en: "changes, but no rubric that they are about" },
    why: {
      zh: "drop、change、add 说的是另一个文件里的指标，不写 extends 就无从改起。",
      en: "drop, change and add speak of the indicators of another file, and extends says which.",
    },
    mend: {
      zh: "补上 extends: 文件名；要改的就是本文件的，直接改，不用 change。",
      en: "Add extends with the file. To change this file itself, edit it: no change is needed.",
    },
    bad: run("check county.yaml", {
      "county.yaml": lines(`
        ceping: 1
        id: county
        title: 县测评
        version: "1"
        drop: [news]
        indicators:
          - { id: plan, name: 工作计划, points: 15, rule: marks }
      `),
    }),
    good: county("drop: [news]\n"),
  },
  "overlay-without-effect": {
    severity: "warning",
    title: { zh: "修改没有作用", en: "a change that changes nothing" },
    why: {
      zh: "改后和原来一样，多半是写错了编号或数，本来想改的那一条没有改到。",
      en: "It comes out as it was. Most likely the id or a figure is wrong, and what was meant to change did not.",
    },
    mend: {
      zh: "对照文件核对编号和数；确实不用改的，删去这一条。",
      en: "Compare the id and the figures with the paper; if nothing is to change, take the entry out.",
    },
    bad: county(`
      change:
        plan: { points: 20 }
    `),
    good: county(shorter),
  },
  "overlay-fixed-key": {
    severity: "error",
    title: { zh: "不能这样修改的键", en: "a key that cannot be changed like this" },
    why: {
      zh: "编号是各处引用的名字，改了它，达标线、排名依据就都对不上了；指标清单整个换掉，等于换了一个体系。",
      en: "An id is how lines and tie-breaks name an indicator, and would be lost with it. A whole new list of indicators would be another rubric.",
    },
    mend: {
      zh: "要换编号，先 drop 再 add 一个新的；要改指标，按编号写在 change 里。",
      en: "For another id, drop the entry and add a new one. Change indicators one by one under change.",
    },
    bad: county(`
      change:
        plan: { id: new-plan }
    `),
    good: county(`
      change:
        plan: { name: 年度工作计划 }
    `),
  },
  "add-what": {
    severity: "error",
    title: { zh: "没说清增加的是什么", en: "an addition that does not say what it adds" },
    why: {
      zh: "指标、准入条件、否决事项各有各的算法，不说清是哪种就加不进去。",
      en: "An indicator, a gate and a veto count in different ways, so an addition must be one of them.",
    },
    mend: {
      zh: "每一项写 indicator、gate、veto 中的一个；要加两样，写两项。",
      en: "Write indicator, gate or veto in each item; make two items of two additions.",
    },
    bad: county(`
      add:
        - { into: work, after: plan }
    `),
    good: county(`
      add:
        - into: work
          indicator: { id: local, name: 本县特色, points: 5, rule: marks }
    `),
  },
  "add-place": {
    severity: "error",
    title: { zh: "没说清加在哪里", en: "an addition that does not say where it goes" },
    why: {
      zh: "加在哪一组，决定它算不算进那一组的合计和封顶。",
      en: "The group an indicator goes into decides which sum and which cap it counts in.",
    },
    mend: {
      zh: "写 into: 组的编号（第一级写 into: total），或 after: 同级指标的编号。",
      en: "Write into with the id of a group (total for the first level), or after with the id of a sibling.",
    },
    bad: county(`
      add:
        - indicator: { id: local, name: 本县特色, points: 5, rule: marks }
    `),
    good: county(`
      add:
        - into: work
          indicator: { id: local, name: 本县特色, points: 5, rule: marks }
    `),
  },
  "print-one": {
    severity: "error",
    title: { zh: "--print 一次只打印一个体系", en: "--print prints one rubric at a time" },
    why: {
      zh: "两个体系打印在一起，分不清哪一行是谁的，也不能存成一个体系文件。",
      en: "Two rubrics printed one after the other could not be told apart, nor saved as one file.",
    },
    mend: {
      zh: "每个文件运行一次。",
      en: "Run it once for each file.",
    },
    bad: run("check --print city.yaml town.yaml", { "city.yaml": city, "town.yaml": city }),
    good: run("check --print city.yaml", { "city.yaml": city }),
  },
} satisfies Partial<Pages>;
