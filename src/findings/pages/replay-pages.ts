import { type Example, type Pages, rubric as rubricFile, run } from "./page.ts";

const rubric = rubricFile(`
  titles:
    - { name: 文明单位 }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - name: 撤销
      when: { score: total, below: 60 }
      effect: { takes: any }
    - { name: 保留, otherwise: yes }
`);
const units = "单位名称,称号\n东街社区,文明单位\n";
const data = "单位,材料审核\n东街社区,95\n";
const first: Example["files"] = { "years/2020/units.csv": units, "years/2020/data.csv": data };

const replayed = (files: Example["files"], options = ""): Example =>
  run(`score rubric.yaml --replay years${options}`, { "rubric.yaml": rubric, ...files });
const good = replayed({ ...first, "years/2021/data.csv": data });

/** Folders of several years. */
export const replayPages = {
  "replay-empty": {
    severity: "error",
    title: { zh: "历年的文件夹里没有一年", en: "a folder of years without any" },
    why: {
      zh: "历年一起计算，要知道哪些数据是哪一年的，按子文件夹的名字分。",
      en: "To score several years it must be known which data are of which: the names of subfolders say so.",
    },
    mend: {
      zh: "每年一个子文件夹，名为年份或基准日，里面放那一年的 CSV 文件。只算一年的，不用 --replay。",
      en: "Make a subfolder a year, named for the year or its reference date, with the CSV files of that year. For one year leave --replay away.",
    },
    bad: replayed({ "years/readme.txt": "历年数据\n" }),
    good,
  },
  "replay-name": {
    severity: "error",
    title: { zh: "历年的文件夹里有不是年度的", en: "something that is no year in a folder of years" },
    why: {
      zh: "名字写错的一年若跳过不读，以后各年的称号就都可能不对。",
      en: "If a year whose name is misspelt were passed over, the titles of all later years could be wrong.",
    },
    mend: {
      zh: "子文件夹名写四位年份，如 2021，或基准日，如 2021-08-31；其他的移走。",
      en: "Name it with four digits, such as 2021, or a day, such as 2021-08-31; move away what is no year.",
    },
    bad: replayed({ ...first, "years/2021年/data.csv": data }),
    good,
  },
  "replay-idle": {
    severity: "error",
    title: {
      zh: "没有测评的一年里有数据",
      en: "a year without an assessment that has data",
    },
    why: {
      zh: "no-assessment.txt 说这一年没有测评，数据、加减分事件或人工变更就不会用上：不知道哪个是放错的。",
      en: "By no-assessment.txt nobody was assessed, and data, events or changes by hand would have no effect: one of the two is there by mistake.",
    },
    mend: {
      zh: "有测评的，删去 no-assessment.txt；没有测评的，把文件移到它所属的那一年。没有测评的一年可以有 units.csv。",
      en: "Delete no-assessment.txt if there was an assessment; otherwise move the file to the year it belongs to. A year without one may have a units.csv.",
    },
    bad: replayed({
      ...first,
      "years/2021/no-assessment.txt": "因故停评一年\n",
      "years/2021/data.csv": data,
    }),
    good: replayed({ ...first, "years/2021/no-assessment.txt": "因故停评一年\n" }),
  },
  "replay-twice": {
    severity: "error",
    title: { zh: "一年有两个子文件夹", en: "two subfolders of one year" },
    why: {
      zh: "一年只有一次测评：不知道用哪一个，接着往下算的是哪一个的称号。",
      en: "A year has one assessment: nobody can tell which of the two counts, and whose titles go on to the next.",
    },
    mend: { zh: "一年只留一个子文件夹。", en: "Keep one subfolder for a year." },
    bad: replayed({ ...first, "years/2020-12-31/data.csv": data }),
    good,
  },
  "replay-gap": {
    severity: "error",
    title: { zh: "历年的文件夹缺了一年", en: "a year missing from a folder of years" },
    why: {
      zh: "缺的那一年若有授予或撤销，以后各年的称号就都不对。",
      en: "If titles were granted or taken in that year, all that follows would be wrong.",
    },
    mend: {
      zh: "补上那一年。那一年没有测评的，建一个子文件夹，里面只放 no-assessment.txt，写明原因。几年测评一次的，在 years 里写 every。",
      en: "Add the year. If there was no assessment then, make a subfolder with nothing but no-assessment.txt, which says why. Where there is one every few years, write every in years.",
    },
    bad: replayed({ ...first, "years/2022/data.csv": data }),
    good: replayed({
      ...first,
      "years/2021/no-assessment.txt": "因故停评一年\n",
      "years/2022/data.csv": data,
    }),
  },
  "replay-register": {
    severity: "error",
    title: { zh: "第一年没有登记表", en: "no register in the first year" },
    why: {
      zh: "不知道第一年以前已经授予了哪些称号，保留和撤销就无从算起。",
      en: "Without it nobody can tell which titles were held already, and what there is to keep or to take.",
    },
    mend: {
      zh: "在第一年的子文件夹里放 units.csv；以后各年由决定接续，只写有变化的单位。",
      en: "Put units.csv into the first year; decisions carry it on, and later years need only what has changed.",
    },
    bad: replayed({ "years/2020/data.csv": data }),
    good,
  },
  "replay-titles": {
    severity: "error",
    title: {
      zh: "登记表上的称号与往年的决定不合",
      en: "a register at odds with the decisions of earlier years",
    },
    why: {
      zh: "称号由历年的决定接续下来。登记表上另写一个，不知道哪个对：也许是手误，也许往年的决定有误。",
      en: "Titles are carried on from decisions. Where the register has another one, either it is a slip, or an earlier decision is wrong.",
    },
    mend: {
      zh: "登记表上的这一格留空。往年的决定有误的，改正那一年的数据，或写进那一年的 overrides.csv。",
      en: "Leave the cell blank. Where an earlier decision is wrong, correct the data of that year, or write it into its overrides.csv.",
    },
    bad: replayed({
      ...first,
      "years/2021/units.csv": "单位名称,称号\n东街社区,无\n",
      "years/2021/data.csv": data,
    }),
    good: replayed({
      ...first,
      "years/2021/units.csv": "单位名称,称号\n东街社区,\n",
      "years/2021/data.csv": data,
    }),
  },
  "output-in-year": {
    severity: "error",
    title: { zh: "输出写进了一年的数据文件夹", en: "an output among the data of a year" },
    why: {
      zh: "年度文件夹里的 CSV 文件都是那一年报送的数据。结果写在里面，下一次就成了数据，分就乱了。",
      en: "Every CSV file in the folder of a year is data of that year. A report among them would be read as marks next time.",
    },
    mend: {
      zh: "把 -o 的文件写到历年文件夹以外。",
      en: "Let -o write outside the folder of years.",
    },
    bad: replayed(first, " -o years/2020/result.csv"),
    good: replayed(first, " -o result.csv"),
  },
  "replay-format": {
    severity: "error",
    title: { zh: "几年一起没有这种格式", en: "a format that several years do not have" },
    why: {
      zh: "这种格式是给一年的结果用的，几年的写不下。",
      en: "The format is made for the results of one year, and has no room for several.",
    },
    mend: {
      zh: "用 table、csv、json、history 或 register；要某一年的报告，单独计算那一年。",
      en: "Use table, csv, json, history or register; for the report of one year score that year.",
    },
    bad: replayed(first, " -f markdown"),
    good: replayed(first, " -f csv"),
  },
} satisfies Partial<Pages>;
