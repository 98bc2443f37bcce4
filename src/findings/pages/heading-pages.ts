import { type Pages, score } from "./page.ts";

const two = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
    - { id: site, name: 实地考察, points: 40, rule: marks }
`;
const good = score(two, "单位,材料审核,实地考察\n东街社区,55,38.5\n");
const veto = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  vetoes:
    list:
      - { id: fire, name: 火灾, when: { event: 火灾 } }
`;
const tagged = `
  units: { tags: [申报] }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
`;
const tagData = "单位,材料审核\n东街社区,95\n";
const data = "单位,材料审核\n东街社区,95\n";
const goodEvents = score(veto, data, { events: "单位,日期,事项\n东街社区,2021-05-01,火灾\n" });

/** The headings of CSV files. */
export const headingPages = {
  "heading-duplicate": {
    severity: "error",
    title: { zh: "列名出现两次", en: "a heading stands twice" },
    why: {
      zh: "两列数不一样，用哪一列，名次就可能不同。不能悄悄取后一列。",
      en: "The two columns may differ, and ranks with them. Neither is taken silently.",
    },
    mend: {
      zh: "删去多余的一列，或改成对的列名。",
      en: "Take the one that is not needed out, or give it its right heading.",
    },
    bad: score(two, "单位,材料审核,材料审核\n东街社区,55,50\n"),
    good,
  },
  "heading-same-meaning": {
    severity: "error",
    title: { zh: "两列说的是同一项", en: "two columns of the same thing" },
    why: {
      zh: "编号和名称指的是同一个指标，两列的分只能用一个。",
      en: "The id and the name are of one indicator, and only one of the columns can count.",
    },
    mend: {
      zh: "只留一列；另一列要留着看的，写进体系的 ignore。",
      en: "Keep one. List the other under ignore in the rubric if it should stay in the file.",
    },
    bad: score(two, "单位,docs,材料审核,实地考察\n东街社区,55,50,38.5\n"),
    good,
  },
  "heading-unknown": {
    severity: "error",
    title: { zh: "不认识的列", en: "an unknown column" },
    why: {
      zh: "列名错一个字，这一项就没有数据，整列的分都丢了。所以不认识的列不会悄悄放过。",
      en: "With one letter wrong an item would have no data, and a whole column of marks would be lost. So none is passed over.",
    },
    mend: {
      zh: "照提示改列名；确实不计分的列（如填表人），在体系里写 ignore: [填表人]。",
      en: "Mend the heading as the hint says; list columns that do not count, such as a clerk's name, under ignore in the rubric.",
    },
    bad: score(two, "单位,材料审合,实地考察\n东街社区,55,38.5\n"),
    good,
  },
  "heading-near": {
    severity: "warning",
    title: { zh: "登记表的列名像是写错了", en: "a column of the register that looks like a slip" },
    why: {
      zh: "登记表可以有别的列，不认识的不算错；但列名错一个字，整列的标签、称号、期限就都没有了，没有人会发现。",
      en: "A register may have columns of its own, so an unknown one is no error; but with one letter wrong a whole column of tags, titles or days is lost, and nobody notices.",
    },
    mend: {
      zh: "照提示改列名；本来就是别的内容，在体系里写 ignore，列出它的列名。",
      en: "Mend the heading as the hint says; if it is another matter, list it under ignore in the rubric.",
    },
    bad: score(tagged, tagData, { units: "单位,标 签\n东街社区,申报\n" }),
    good: score(tagged, tagData, { units: "单位,标签\n东街社区,申报\n" }),
  },
  "heading-ambiguous": {
    severity: "error",
    title: { zh: "列名可以指几项", en: "a heading that can mean several things" },
    why: {
      zh: "几个指标同名，这一列的分给谁，分不清。",
      en: "Several indicators have this name, and nobody can tell for which the column is.",
    },
    mend: {
      zh: "列名改用编号（id）。",
      en: "Use the id as the heading.",
    },
    bad: score(
      `
      indicators:
        - { id: plan, name: 计划, points: 5, rule: marks }
        - { id: study-plan, name: 计划, points: 5, rule: marks }
      `,
      "单位,计划\n东街社区,4\n",
    ),
    good: score(
      `
      indicators:
        - { id: plan, name: 计划, points: 5, rule: marks }
        - { id: study-plan, name: 计划, points: 5, rule: marks }
      `,
      "单位,plan,study-plan\n东街社区,4,5\n",
    ),
  },
  "heading-without-unit": {
    severity: "error",
    title: { zh: "没有单位列", en: "no column for the unit" },
    why: {
      zh: "不知道每一行是哪个单位的分。最常见的是列名上面还有一行表名。",
      en: "Nobody can tell whose marks a row has. Most often a title stands above the headings.",
    },
    mend: {
      zh: "删去列名上面的表名和说明，让第一行就是列名，其中一列叫“单位”“单位名称”或“单位代码”；叫别的，在体系的 columns 里写明。",
      en: "Take out what stands above the headings. One of them must be unit, name or code, or be named under columns in the rubric.",
    },
    bad: score(two, "2021年文明单位测评表,,\n单位,材料审核,实地考察\n东街社区,55,38.5\n"),
    good,
  },
  "heading-in-long-form": {
    severity: "error",
    title: {
      zh: "每行一个指标的表里又有指标列",
      en: "an indicator's column in a table with one indicator a row",
    },
    why: {
      zh: "一行写的是哪一项已由“指标”列说明，再有一列指标，就不知道那一列的分算在哪一行。",
      en: "Which item a row is about stands in its indicator column; a column for another item would fit no row.",
    },
    mend: {
      zh: "拆成两个文件：一个每行一个指标，一个每列一个指标。可以一起给。",
      en: "Make two files of it, one with an indicator a row and one with an indicator a column. Both may be given.",
    },
    bad: score(two, "单位,指标,得分,实地考察\n东街社区,材料审核,55,38.5\n"),
    good: score(two, "单位,指标,得分\n东街社区,材料审核,55\n东街社区,实地考察,38.5\n"),
  },
  "heading-only-long": {
    severity: "error",
    title: { zh: "每行一个单位的表里有“测评方法”列", en: "a method column in a table with one unit a row" },
    why: {
      zh: "一行里有几项的分，一个“测评方法”说不清是哪一项的。",
      en: "The row has marks of several items, and one method cannot be said of all.",
    },
    mend: {
      zh: "删去这一列，列名写成“指标@方法”；不用它的，写进体系的 ignore。",
      en: "Take it out and head the columns indicator@method; or list it under ignore in the rubric.",
    },
    bad: score(two, "单位,测评方法,材料审核,实地考察\n东街社区,查资料,55,38.5\n"),
    good,
  },
  "heading-in-events": {
    severity: "error",
    title: { zh: "事项文件里不认识的列", en: "an unknown column in a file of events" },
    why: {
      zh: "列名写错一个字，级别、次数就读不到，加分扣分就会少算。",
      en: "With a heading misspelt, levels or counts would not be read, and points would be lost.",
    },
    mend: {
      zh: "事项文件只用这些列：单位、日期、事项、级别、事由、情节、次数、备注。说明写在“备注”里。",
      en: "A file of events has the columns unit, date, kind, level, matter, circumstance, count and note. Remarks go into note.",
    },
    bad: score(veto, data, { events: "单位,日期,事项,经办人\n东街社区,2021-05-01,火灾,张\n" }),
    good: score(veto, data, { events: "单位,日期,事项,备注\n东街社区,2021-05-01,火灾,张报\n" }),
  },
  "heading-missing": {
    severity: "error",
    title: { zh: "文件缺少必有的列", en: "a file lacks a column that it cannot do without" },
    why: {
      zh: "事项没有日期，就不知道在不在规定的时间里；历年结果没有名次，就不知道谁在谁前；人工变更没有理由，就没法核查。",
      en: "Without its date an event may lie in the window or not; without ranks earlier results have no order; without a reason a change by hand cannot be looked up.",
    },
    mend: {
      zh: "照提示补上这一列。历年结果用工具写出的文件（-o history:）；一列也没有把握的，用 template 写出空表照着填。",
      en: "Add the column that is named. For earlier results use the file that -o history: has written; template writes empty forms with all columns.",
    },
    bad: score(veto, data, { events: "单位,事项\n东街社区,火灾\n" }),
    good: goodEvents,
  },
  "value-without-heading": {
    severity: "error",
    title: { zh: "没有列名的列里有内容", en: "a value in a column without a heading" },
    why: {
      zh: "不知道这个数是哪一项的分，放过它，分可能就丢了。",
      en: "Nobody can tell which item it is for; to pass over it could lose a mark.",
    },
    mend: {
      zh: "给这一列补上列名；随手写的备注，删去或移到“备注”列。",
      en: "Give the column a heading; take remarks out or move them to a column note.",
    },
    bad: score(two, "单位,材料审核,实地考察,\n东街社区,55,38.5,待核\n"),
    good: score(two, "单位,材料审核,实地考察,备注\n东街社区,55,38.5,待核\n"),
  },
  "indicator-unknown": {
    severity: "error",
    title: { zh: "体系里没有这个指标", en: "an indicator that the rubric does not have" },
    why: {
      zh: "这一行的分没有地方算，会白白丢掉。",
      en: "The mark of the row would count nowhere.",
    },
    mend: {
      zh: "照提示改成体系里的编号或名称。",
      en: "Write the id or the name that the rubric has, as the hint suggests.",
    },
    bad: score(two, "单位,指标,得分\n东街社区,材料审核,55\n东街社区,实地考查,38.5\n"),
    good: score(two, "单位,指标,得分\n东街社区,材料审核,55\n东街社区,实地考察,38.5\n"),
  },
  "method-unknown": {
    severity: "error",
    title: { zh: "没写方法，或这一项不用这种方法", en: "a method that is missing or not used here" },
    why: {
      zh: "几种方法合成一个分，不知道这个分是哪一种的，就没法合成。",
      en: "Several methods make one score, and a mark of an unknown method has no place in it.",
    },
    mend: {
      zh: "在“测评方法”列写上体系里有的方法名。",
      en: "Write one of the rubric's methods into the method column.",
    },
    bad: score(
      `
      indicators:
        - id: order
          name: 环境秩序
          points: 10
          methods: { 材料审核: 50%, 实地考察: 50% }
          rule: marks
      `,
      "单位,指标,测评方法,得分\n东街社区,环境秩序,材料审核,8\n东街社区,环境秩序,实地考查,7\n",
    ),
    good: score(
      `
      indicators:
        - id: order
          name: 环境秩序
          points: 10
          methods: { 材料审核: 50%, 实地考察: 50% }
          rule: marks
      `,
      "单位,指标,测评方法,得分\n东街社区,环境秩序,材料审核,8\n东街社区,环境秩序,实地考察,7\n",
    ),
  },
} satisfies Partial<Pages>;
