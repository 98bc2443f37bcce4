import { type Pages, score } from "./page.ts";

const veto = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  vetoes:
    list:
      - id: fire
        name: 火灾
        when: { event: 火灾, within: 12 months }
`;
const prize = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
    - id: prize
      name: 表彰
      as: bonus
      rule: events
      event: 表彰
      levels: { 国家级: 5, 省级: 3 }
`;
const data = "单位,材料审核\n东街社区,95\n";
const fire = "单位,日期,事项\n东街社区,2021-05-01,火灾\n";
const options = "--as-of 2021-12-31";

const faults = (from: number): string => `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
    - id: faults
      name: 通报
      as: deduction
      points: 10
      rule: events
      event: 通报
      each: 1
      repeat: { per: unit, from: ${from}, factor: 2 }
`;

/** Dated events, and the day that windows are counted from. */
export const eventPages = {
  "repeat-from": {
    severity: "warning",
    title: { zh: "从第一件起就算重复", en: "repeated from the first one on" },
    why: {
      zh: "写了从第 1 件起乘系数，就是每一件都乘，和没有“重复”一样。多半是想写从第 2 件或第 3 件起。",
      en: "From the first one on means every one, and nothing is a repetition. Most likely the second or third was meant.",
    },
    mend: {
      zh: "写成 from: 2 或 from: 3；确实每件都乘的，直接改 each 或 levels 的分值，去掉 repeat。",
      en: "Write from: 2 or from: 3; where all are meant, change the points and take repeat out.",
    },
    bad: score(faults(1), data, { events: "单位,日期,事项\n东街社区,2021-05-01,通报\n", options }),
    good: score(faults(2), data, { events: "单位,日期,事项\n东街社区,2021-05-01,通报\n", options }),
  },
  "as-of-missing": {
    severity: "error",
    title: { zh: "没有给基准日", en: "no reference date" },
    why: {
      zh: "“前 12 个月”要从某一天往前数，写了有效期的规定要看哪一天。工具从不取电脑上的日期，否则同样的数据明天算就是另一个结果。",
      en: '"The last 12 months" end on some day, and rules for a time hold on some. The clock is never used: the same data would come out differently tomorrow.',
    },
    mend: {
      zh: "在命令后面加上 --as-of 和日期，如申报截止日。",
      en: "Add --as-of and a date to the command, such as the last day for applications.",
    },
    bad: score(veto, data, { events: fire }),
    good: score(veto, data, { events: fire, options }),
  },
  "as-of-text": {
    severity: "error",
    title: { zh: "基准日不是日期", en: "a reference date that is none" },
    why: {
      zh: "基准日差一天，一起事故就可能从计入变成不计入。",
      en: "One day more or less can decide whether an incident counts.",
    },
    mend: {
      zh: "写成 2021-12-31。",
      en: "Write it as 2021-12-31.",
    },
    bad: score(veto, data, { events: fire, options: "--as-of 2021-13-31" }),
    good: score(veto, data, { events: fire, options }),
  },
  "events-missing": {
    severity: "warning",
    title: { zh: "没有给事项文件", en: "no file of events" },
    why: {
      zh: "体系里有看事故、表彰的条款。没有事项文件，就按都没有发生算：该否决的没否决，该加的没加。",
      en: "The rubric looks at incidents or awards. Without the file none are counted: no veto holds and nothing is added.",
    },
    mend: {
      zh: "加上 --events 文件；确实一件都没有的，给一个只有列名的文件，表示查过了。",
      en: "Add --events with the file; where there were none, give one that has only its headings.",
    },
    bad: score(prize, data),
    good: score(prize, data, { events: "单位,日期,事项,级别\n" }),
  },
  "event-level": {
    severity: "error",
    title: { zh: "这个级别没有规定分值", en: "no points for an event of this level" },
    why: {
      zh: "表彰加几分看级别。没写级别，或体系没有这一级，就不知道加几分。",
      en: "What an award adds depends on its level. Without one, or with one that the rubric lacks, nobody can tell.",
    },
    mend: {
      zh: "在“级别”列补上；体系漏了这一级的，在 levels 里补上。",
      en: "Fill the level in; if the rubric forgot it, add it under levels.",
    },
    bad: score(prize, data, { events: "单位,日期,事项,级别\n东街社区,2021-05-01,表彰,\n" }),
    good: score(prize, data, { events: "单位,日期,事项,级别\n东街社区,2021-05-01,表彰,省级\n" }),
  },
  "event-after": {
    severity: "warning",
    title: { zh: "事项在基准日之后", en: "an event after the reference date" },
    why: {
      zh: "基准日以后的事不属于这一次测评，没有计入。也可能是年份写错了。",
      en: "What happened later is no part of this assessment and did not count. Perhaps the year is a slip.",
    },
    mend: {
      zh: "核对日期和 --as-of；确实是以后的事，从文件里删去就不再提醒。",
      en: "Check the date and --as-of; if it did happen later, take it out of the file.",
    },
    bad: score(veto, data, { events: "单位,日期,事项\n东街社区,2022-05-01,火灾\n", options }),
    good: score(veto, data, { events: fire, options }),
  },
} satisfies Partial<Pages>;
