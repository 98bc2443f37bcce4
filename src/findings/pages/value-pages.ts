import { type Pages, score } from "./page.ts";

const marks = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
`;
const rate = `
  indicators:
    - id: turnout
      name: 参与率
      points: 8
      rule: proportional
      target: 80%
`;
const once = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
    - { id: fire, name: 火灾, as: deduction, points: 5, rule: once }
`;
const faults = `
  indicators:
    - id: tidy
      name: 卫生死角
      points: 10
      rule: deduct-per-fault
      each: 5
`;
const grade = `
  indicators:
    - id: look
      name: 整体观感
      points: 2
      rule: grade
      scale: { 好: 2, 较好: 1, 一般: 0.5, 差: 0 }
`;
const due = `
  indicators:
    - { id: plan, name: 方案, points: 4, rule: on-time, due: 2021-03 }
`;
const some = `
  indicators:
    - { id: docs, name: 材料审核, points: 60, rule: marks }
    - id: green
      name: 四清一绿
      points: 8
      rule: marks
      applies-to: { tag: 环保 }
`;

/** What stands in the cells of data. */
export const valuePages = {
  "value-not-number": {
    severity: "error",
    title: { zh: "该填数的格子里不是数", en: "a cell that is no number" },
    why: {
      zh: "带单位的、汉字的、全角的都要猜才知道是几，猜错一格，这个单位的分就错了。",
      en: "A text has to be guessed at, and one wrong guess makes a wrong score.",
    },
    mend: {
      zh: "只写半角数字，如 55、38.5；不适用写“不适用”；没有数据留空。",
      en: 'Write plain digits such as 55 or 38.5; "n/a" where it does not apply; leave the cell blank where there is nothing.',
    },
    bad: score(marks, "单位,材料审核\n东街社区,55分\n"),
    good: score(marks, "单位,材料审核\n东街社区,55\n"),
  },
  "value-scientific": {
    severity: "error",
    title: { zh: "被改成了科学计数法", en: "a number in scientific notation" },
    why: {
      zh: "Excel 会把长的数字改写成 9.1E+17，后面的位数已经丢了，改回来也不是原来的数。",
      en: "Excel rewrites long numbers like this, and the digits it drops are gone.",
    },
    mend: {
      zh: "把这一列设为“文本”，照原件重新填，再另存为 CSV。",
      en: "Format the column as text, type the number again from the original, and save it as CSV.",
    },
    bad: score(marks, "单位,材料审核\n东街社区,5.5E+01\n"),
    good: score(marks, "单位,材料审核\n东街社区,55\n"),
  },
  "value-percent": {
    severity: "error",
    title: { zh: "不该有百分号", en: "a percent sign where none belongs" },
    why: {
      zh: "比如 60 分的项目填 85%，是 85 分（超过了），还是 51 分（60 的 85%），说不清。",
      en: "Of 60 points, 85% could be meant as 85 or as 51.",
    },
    mend: {
      zh: "填分数本身；这一项就是百分数的，在体系里给输入项写 type: percent。",
      en: "Write the marks themselves; if the item is a percentage, declare its input with type: percent.",
    },
    bad: score(marks, "单位,材料审核\n东街社区,85%\n"),
    good: score(marks, "单位,材料审核\n东街社区,51\n"),
  },
  "value-share-or-percent": {
    severity: "warning",
    title: { zh: "0.85 是 85% 还是 0.85%", en: "0.85 may be meant as 85%" },
    why: {
      zh: "百分数的列里，不带百分号的数就按百分之几算，比如 0.85 是 0.85%。您要是想说 85%，就差了一百倍。",
      en: "In a column of percentages a number without the sign is one all the same: 0.85 is 0.85%. If 85% was meant, it is a hundred times too small.",
    },
    mend: {
      zh: "写成 85%；真的是百分之零点八五的，写 0.85%，就不再提醒。",
      en: "Write 85%; if it really is less than one per cent, write 0.85%.",
    },
    bad: score(rate, "单位,参与率\n东街社区,0.85\n"),
    good: score(rate, "单位,参与率\n东街社区,85%\n"),
  },
  "value-not-whole": {
    severity: "error",
    title: { zh: "次数、个数应是整数", en: "a count that is not whole" },
    why: {
      zh: "没有半处死角、一次半活动。多半是填错了列，把分数填成了次数。",
      en: "There is no half of a fault. Most likely a mark was written into the column of a count.",
    },
    mend: {
      zh: "填发生了几次、有几个。",
      en: "Write how many there were.",
    },
    bad: score(faults, "单位,卫生死角\n东街社区,1.5\n"),
    good: score(faults, "单位,卫生死角\n东街社区,1\n"),
  },
  "value-above-maximum": {
    severity: "error",
    title: { zh: "超过最高值", en: "above the maximum" },
    why: {
      zh: "给的比满分还多。是该按满分算，还是两个数字打颠倒了，工具不替您定。",
      en: "More was given than there is. It may be a slip, such as two digits the wrong way round; the tool does not cut it down by itself.",
    },
    mend: {
      zh: "核对原始打分表，改正这一格；满分不是这个数的，改体系的 points 或 out-of。",
      en: "Look at the original sheet and mend the cell; or mend points or out-of in the rubric.",
    },
    bad: score(marks, "单位,材料审核\n东街社区,65\n"),
    good: score(marks, "单位,材料审核\n东街社区,56\n"),
  },
  "value-below-minimum": {
    severity: "error",
    title: { zh: "低于最低值", en: "below the minimum" },
    why: {
      zh: "分和次数不会是负的。扣分写成负数，再减一次就成了加分。",
      en: "Marks and counts are not negative. If what is taken off were written as -5, taking it off would add it.",
    },
    mend: {
      zh: "扣了多少、几次，写正数；确实可以是负的，在体系里给输入项写 from: -100 这样的下限。",
      en: "Write it as a positive number; where negative figures are right, give the input a from in the rubric.",
    },
    bad: score(faults, "单位,卫生死角\n东街社区,-1\n"),
    good: score(faults, "单位,卫生死角\n东街社区,1\n"),
  },
  "value-not-in-list": {
    severity: "error",
    title: { zh: "不是可用的词", en: "a word that is not in the list" },
    why: {
      zh: "体系里没有这个词，不知道怎样算，也不能自己补一个。",
      en: "The rubric does not have this word, so nobody knows what it is worth, and none is made up.",
    },
    mend: {
      zh: "从提示列出的词里选，写法要完全一样；体系漏了的，在体系里补上。",
      en: "Choose one of those listed, written exactly so; or add the word to the rubric.",
    },
    bad: score(grade, "单位,整体观感\n东街社区,中等\n"),
    good: score(grade, "单位,整体观感\n东街社区,一般\n"),
  },
  "value-not-yes-no": {
    severity: "error",
    title: { zh: "应填是或否", en: "neither yes nor no" },
    why: {
      zh: "比如“待核实”，既不是有也不是没有。算成没有，该扣的分就没扣；算成有，又冤枉了单位。",
      en: '"Being looked into", for example, is neither. As no, points would not be taken off; as yes, the unit would be wronged.',
    },
    mend: {
      zh: "核实后填 是/否、有/无 或 √/×；还没有结果的先留空。",
      en: "Find out and write yes or no, √ or ×; leave it blank while it is open.",
    },
    bad: score(once, "单位,材料审核,火灾\n东街社区,55,待核实\n"),
    good: score(once, "单位,材料审核,火灾\n东街社区,55,无\n"),
  },
  "value-not-date": {
    severity: "error",
    title: { zh: "不是日期", en: "no date" },
    why: {
      zh: "“三月底”“3.31”要猜是哪一天，而按时还是逾期只差一天。",
      en: "One day decides whether something was on time or counts at all, so it must not be guessed.",
    },
    mend: {
      zh: "写成 2021-03-31 或 2021年3月31日。",
      en: "Write it as 2021-03-31.",
    },
    bad: score(due, "单位,方案\n东街社区,3.31\n"),
    good: score(due, "单位,方案\n东街社区,2021-03-31\n"),
  },
  "value-missing": {
    severity: "warning",
    title: { zh: "缺报", en: "a value is missing" },
    why: {
      zh: "空着的格子按 0 分（未达到、未发生）算。没报、漏录和真的得 0 分是三件事，先要弄清。",
      en: "A blank counts as nothing. Not handed in, not typed in and really zero are three things: find out which it is.",
    },
    mend: {
      zh: "补上数据；不涉及的写“不适用”；缺报怎样算有规定的，在体系里用 missing 写明，就不再提醒。",
      en: 'Fill it in; write "n/a" where it does not apply; where there is a rule for blanks, say so in the rubric with missing.',
    },
    bad: score(marks, "单位,材料审核\n东街社区,\n"),
    good: score(marks, "单位,材料审核\n东街社区,0\n"),
  },
  "value-not-for-unit": {
    severity: "warning",
    title: { zh: "不适用于该单位的项目有分", en: "a value for an item that is not for the unit" },
    why: {
      zh: "这一项不测这类单位，填的分没有计入。可能填错了列，也可能登记表漏了标签，那它就少得了分。",
      en: "The item is not for this kind of unit, and the value did not count. If the register forgot a tag, the unit loses points.",
    },
    mend: {
      zh: "核对列和登记表的类别、标签；确实不涉及的，把格子留空。",
      en: "Check the column and the unit's category and tags; if the item does not concern it, leave the cell blank.",
    },
    bad: score(some, "单位,材料审核,四清一绿\n东街社区,55,6\n", { units: "单位,标签\n东街社区,\n" }),
    good: score(some, "单位,材料审核,四清一绿\n东街社区,55,6\n", { units: "单位,标签\n东街社区,环保\n" }),
  },
} satisfies Partial<Pages>;
