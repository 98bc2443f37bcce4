import { type Pages, rubric as rubricFile, run, score } from "./page.ts";

const one = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
`;
const categories = `
  units: { categories: [机关, 企业] }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
`;

const honours = `
  titles:
    - { name: 文明单位, term: 3 years }
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
`;

/** Which unit a row is about, and what the register says of it. */
export const unitPages = {
  "row-ragged": {
    severity: "error",
    title: { zh: "这一行的格数与列名不一样多", en: "a row with more or fewer fields than headings" },
    why: {
      zh: "多一格或少一格，后面的数就错了位，分会记到别的指标上。",
      en: "With a field too many or too few all that follows is shifted, and marks go to other indicators.",
    },
    mend: {
      zh: "内容里有逗号的，用英文双引号把整格括起来；少了格的，补上逗号。用 Excel 另存的不会有这个问题。",
      en: "Put a cell that has a comma inside into quotation marks, and add commas that are missing. Excel does this by itself.",
    },
    bad: score(one, "单位,材料审核\n东街社区,一组,95\n"),
    good: score(one, '单位,材料审核\n"东街社区,一组",95\n'),
  },
  "row-of-totals": {
    severity: "error",
    title: { zh: "合计行混在单位里", en: "a row of totals among the units" },
    why: {
      zh: "“合计”会被当成一个单位参加排名，平均和最高最低也跟着错。",
      en: "It would be ranked as a unit, and spoil the mean, the best and the worst.",
    },
    mend: {
      zh: "删去合计、平均等行。真有单位叫这个名字，用 --units 给出登记表。",
      en: "Take rows of totals and means out. If there is a unit of that name, give a register with --units.",
    },
    bad: score(one, "单位,材料审核\n东街社区,95\n合计,95\n"),
    good: score(one, "单位,材料审核\n东街社区,95\n"),
  },
  "unit-blank": {
    severity: "error",
    title: { zh: "这一行没有写单位", en: "a row that names no unit" },
    why: {
      zh: "不知道是谁的分。合并单元格另存成 CSV，下面几行的单位就会变成空的。",
      en: "Nobody can tell whose marks they are. Merged cells leave blanks like this when they are saved as CSV.",
    },
    mend: {
      zh: "每一行都写上单位；取消合并单元格再另存；表下面的说明行删去。",
      en: "Write the unit in every row, undo merged cells before saving, and take remarks below the table out.",
    },
    bad: score(one, "单位,材料审核\n,95\n"),
    good: score(one, "单位,材料审核\n东街社区,95\n"),
  },
  "unit-unknown": {
    severity: "error",
    title: { zh: "登记表里没有这个单位", en: "a unit that the register does not have" },
    why: {
      zh: "名称差一个字就是另一个单位：它的分没人领，真正的单位却成了没有报送。",
      en: "With one letter wrong it is another unit: its marks are nobody's, and the real one seems to have sent nothing.",
    },
    mend: {
      zh: "照提示改成登记表里的名称或代码；登记表漏了的，补进登记表。",
      en: "Write the name or code that the register has, as the hint suggests; or add the unit to the register.",
    },
    bad: score(one, "单位,材料审核\n东街社区居委会,95\n东街社区,90\n", { units: "单位名称\n东街社区\n" }),
    good: score(one, "单位,材料审核\n东街社区,95\n", { units: "单位名称\n东街社区\n" }),
  },
  "unit-ambiguous": {
    severity: "error",
    title: { zh: "有几个单位同名", en: "several units of one name" },
    why: {
      zh: "登记表里有两个同名的单位，只写名称，分不清是给谁的分。",
      en: "The register has two units of this name, and nobody can tell whose marks they are.",
    },
    mend: {
      zh: "数据里写单位代码。",
      en: "Write the code of the unit in the data.",
    },
    bad: score(one, "单位,材料审核\nA1,95\nB1,90\n城关小学,88\n", {
      units: "单位代码,单位名称\nA1,城关小学\nB1,城关小学\n",
    }),
    good: score(one, "单位,材料审核\nA1,95\nB1,90\n", {
      units: "单位代码,单位名称\nA1,城关小学\nB1,城关小学\n",
    }),
  },
  "unit-mismatch": {
    severity: "error",
    title: { zh: "代码和名称是两个单位的", en: "a code and a name of two units" },
    why: {
      zh: "代码说是一个单位，名称说是另一个，分给谁都可能错。Excel 里只给一列排序，整张表的单位就全对不上了。",
      en: "The code says one unit and the name another, so the marks may go to the wrong one. Sorting one column by itself in Excel does this to a whole table.",
    },
    mend: {
      zh: "恢复原来的顺序，或从收来的原表重新导出；排序时选中整张表。只写错一处的，改正代码或名称。",
      en: "Restore the order, or export the original table again; select the whole table when sorting. Where only one is wrong, mend the code or the name.",
    },
    bad: score(one, "单位代码,单位名称,材料审核\nA1,西街社区,95\nA2,东街社区,90\n", {
      units: "单位代码,单位名称\nA1,东街社区\nA2,西街社区\n",
    }),
    good: score(one, "单位代码,单位名称,材料审核\nA1,东街社区,95\nA2,西街社区,90\n", {
      units: "单位代码,单位名称\nA1,东街社区\nA2,西街社区\n",
    }),
  },
  "unit-namesake": {
    severity: "warning",
    title: { zh: "一个名称有几个代码", en: "one name under several codes" },
    why: {
      zh: "可能是同名的两个单位，也可能是一个单位换了代码。是后一种，它就成了两个单位，以前的称号、撤销和禁止申报留在旧代码上，新代码像从没测评过。",
      en: "They may be two units; or one whose code was changed. Then its titles, and what was decided about it, stay with the old code, and the new one looks as if it had never been assessed.",
    },
    mend: {
      zh: "换了代码的，只留新代码一行，在“原代码”列写上旧代码。确实是两个单位的，可以不改。",
      en: "Where the code changed, keep the row of the new one and write the old one under former. Two units of one name may stand.",
    },
    bad: score(honours, "单位代码,材料审核\nA1,95\nB1,90\n", {
      units: "单位代码,单位名称,称号,授予日期\nA1,城关小学,文明单位,2023-12-31\nB1,城关小学,,\n",
      options: "--as-of 2024-12-31",
    }),
    good: score(honours, "单位代码,材料审核\nB1,90\n", {
      units: "单位代码,单位名称,原代码,称号,授予日期\nB1,城关小学,A1,文明单位,2023-12-31\n",
      options: "--as-of 2024-12-31",
    }),
  },
  "unit-duplicate": {
    severity: "error",
    title: { zh: "单位在一个文件里出现两次", en: "a unit stands twice in one file" },
    why: {
      zh: "两行分不一样，不知道按哪一行算。",
      en: "The two rows may differ, and nobody can tell which counts.",
    },
    mend: {
      zh: "核对后保留一行。几个测评员各打一次分的，加一列“测评员”，并在体系里写 assessors。",
      en: "Keep one of the rows. Where several assessors mark a unit, add a column assessor and say so in the rubric.",
    },
    bad: score(one, "单位,材料审核\n东街社区,95\n东街社区,90\n"),
    good: score(one, "单位,材料审核\n东街社区,95\n西街社区,90\n"),
  },
  "code-damaged": {
    severity: "error",
    title: { zh: "代码被 Excel 改坏了", en: "a code that Excel has damaged" },
    why: {
      zh: "Excel 把 18 位的代码当成数，只留前 15 位，后面的都成了 0。不同单位的代码就变得一样，分不清是谁的分。",
      en: "Excel takes a code of 18 digits for a number and keeps 15 of them, so that codes of different units become alike, and nobody can tell whose marks they are.",
    },
    mend: {
      zh: "丢掉的位数找不回来。从原始的表重新取代码：先把代码列设为“文本”格式，再粘贴，然后另存为 CSV。不要用 Excel 直接双击打开 CSV 再保存。",
      en: "What is lost cannot be restored. Take the codes from the original again: format their column as text, paste, then save as CSV. Do not open a CSV file in Excel and save it again.",
    },
    bad: score(one, "单位代码,材料审核\n1.13401E+17,95\n", {
      units: "单位代码,单位名称\n113401000030000101,东街社区\n",
    }),
    good: score(one, "单位代码,材料审核\n113401000030000101,95\n", {
      units: "单位代码,单位名称\n113401000030000101,东街社区\n",
    }),
  },
  "code-duplicate": {
    severity: "error",
    title: { zh: "一个代码给了两个单位", en: "one code for two units" },
    why: {
      zh: "按代码报的分，不知道是哪一个单位的。",
      en: "Marks handed in under the code could be of either.",
    },
    mend: {
      zh: "核对登记表，改正其中一个代码。",
      en: "Look the codes up and mend one of them in the register.",
    },
    bad: score(one, "单位,材料审核\nA1,95\n", { units: "单位代码,单位名称\nA1,东街社区\nA1,西街社区\n" }),
    good: score(one, "单位,材料审核\nA1,95\nA2,90\n", {
      units: "单位代码,单位名称\nA1,东街社区\nA2,西街社区\n",
    }),
  },
  "attribute-disagrees": {
    severity: "error",
    title: { zh: "单位的类别等前后不一致", en: "a unit's category is told in two ways" },
    why: {
      zh: "机关和企业的分值、分组可能不同，类别不一致，分和名次就说不准。",
      en: "Points and groups may depend on it: with two categories neither score nor rank is certain.",
    },
    mend: {
      zh: "以登记表为准，改正另一处；数据里也可以去掉这一列。",
      en: "Go by the register and mend the other, or take the column out of the data.",
    },
    bad: score(one, "单位,类别,材料审核\n东街社区,企业,95\n", { units: "单位,类别\n东街社区,机关\n" }),
    good: score(one, "单位,类别,材料审核\n东街社区,机关,95\n", { units: "单位,类别\n东街社区,机关\n" }),
  },
  "category-blank": {
    severity: "error",
    title: { zh: "单位没有写类别", en: "a unit without a category" },
    why: {
      zh: "体系里的分值按类别不同。没有类别，就会按“其他单位”算，分就错了。",
      en: "Points depend on the category. Without one the unit would be scored as some other kind.",
    },
    mend: {
      zh: "在登记表（没有登记表的，在数据）的“类别”列写上体系列出的一种。",
      en: "Write one of the rubric's categories into the category column of the register, or of the data where there is none.",
    },
    bad: score(categories, "单位,材料审核\n东街社区,95\n", { units: "单位,类别\n东街社区,\n" }),
    good: score(categories, "单位,材料审核\n东街社区,95\n", { units: "单位,类别\n东街社区,机关\n" }),
  },
  "cell-duplicate": {
    severity: "error",
    title: { zh: "同一单位同一项给了两次", en: "one item of a unit is given twice" },
    why: {
      zh: "同一项有两个值，不知道按哪个算。",
      en: "There are two values, and nobody can tell which counts.",
    },
    mend: {
      zh: "删去一个。是两种方法各打的分，在体系里写 methods；是两个测评员打的，写 assessors。",
      en: "Take one out. Marks of two methods need methods in the rubric; of two assessors, assessors.",
    },
    bad: run("score rubric.yaml a.csv b.csv", {
      "rubric.yaml": rubricFile(one),
      "a.csv": "单位,材料审核\n东街社区,95\n",
      "b.csv": "单位,材料审核\n东街社区,90\n",
    }),
    good: run("score rubric.yaml a.csv b.csv", {
      "rubric.yaml": rubricFile(one),
      "a.csv": "单位,材料审核\n东街社区,95\n",
      "b.csv": "单位,材料审核\n西街社区,90\n",
    }),
  },
  "unit-without-data": {
    severity: "warning",
    title: { zh: "登记的单位没有报送数据", en: "nothing was handed in for a unit" },
    why: {
      zh: "它的各项都按缺报算，多半会排在最后。先要弄清是没有报，还是漏收了文件。",
      en: "All its items count as missing, and it will mostly come last. See first whether its file was left out.",
    },
    mend: {
      zh: "找到漏收的文件，一起写进命令；确实没有报的，不用处理。",
      en: "Name the file that was left out in the command; if nothing came, this may stand.",
    },
    bad: score(
      `
      missing: zero
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      `,
      "单位,材料审核\n东街社区,95\n",
      { units: "单位\n东街社区\n西街社区\n" },
    ),
    good: score(
      `
      missing: zero
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      `,
      "单位,材料审核\n东街社区,95\n西街社区,90\n",
      { units: "单位\n东街社区\n西街社区\n" },
    ),
  },
  "phase-blank": {
    severity: "error",
    title: { zh: "这一行没有写阶段", en: "a row that names no phase" },
    why: {
      zh: "自查的分和验收的分不能混。不写阶段，就不知道这一行算不算数。",
      en: "Marks of the self check are not those of the acceptance. Without a phase it is unclear whether the row counts.",
    },
    mend: {
      zh: "在“阶段”列写上体系里的一个阶段；整个文件都是算数的那一轮的，可以不要这一列。",
      en: "Write one of the rubric's phases; a file that is all of the run that counts can do without the column.",
    },
    bad: score(
      `
      phases: { list: [自查, 验收], result: 验收 }
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      `,
      "单位,阶段,材料审核\n东街社区,自查,95\n东街社区,,90\n东街社区,验收,92\n",
    ),
    good: score(
      `
      phases: { list: [自查, 验收], result: 验收 }
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
      `,
      "单位,阶段,材料审核\n东街社区,自查,95\n东街社区,验收,92\n",
    ),
  },
} satisfies Partial<Pages>;
