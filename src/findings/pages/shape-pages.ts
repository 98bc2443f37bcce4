import { check, checkBoth, type Pages } from "./page.ts";

/** Keys, words, ids and numbers of a rubric. */
export const shapePages = {
  "wrong-type": {
    severity: "error",
    title: { zh: "该写列表的写成了一个值，或相反", en: "a list where a single value belongs, or the like" },
    why: {
      zh: "这里写的样子不对，不知道该怎么理解，所以不计分。",
      en: "What stands here has the wrong shape, and nobody can tell what it should mean.",
    },
    mend: {
      zh: "列表写成“[甲, 乙]”，或每项另起一行、以“- ”开头；一组键写成“{ 键: 值 }”，或每个键另起一行、缩进。",
      en: 'Write a list as "[one, another]", or each item on a line after "- "; write keys as "{ key: value }", or each on an indented line.',
    },
    bad: check(`
      ignore: 填表人
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      ignore: [填表人]
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "unknown-key": {
    severity: "error",
    title: { zh: "不认识的键", en: "an unknown key" },
    why: {
      zh: "多半是键写错了一个字母。放过它，这个键要说的话（比如封顶、限期）就悄悄不算数了。",
      en: "Mostly a slip of one letter. If it were passed over, what the key says (a cap, a due date) would silently not count.",
    },
    mend: {
      zh: "照提示改正；全部的键见 rubrics/README.md 里“全部的键”一节。要写说明用 note 或 # 注释。",
      en: "Mend it as the hint says; rubrics/README.md lists every key. For remarks use note, or a comment after #.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, point: 60, points: 60, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "missing-key": {
    severity: "error",
    title: { zh: "缺少必须写的键", en: "a key that must be there is missing" },
    why: {
      zh: "少了它，规则就不完整。工具不替您填一个数。",
      en: "Without it the rule is not complete, and the tool fills in nothing by itself.",
    },
    mend: {
      zh: "照提示补上。每次扣多少、应做几次这样的数，都以印发的测评表为准。",
      en: "Add what the hint names. Figures such as how much is taken off come from the printed table.",
    },
    ...checkBoth(`
      indicators:
        - id: tidy
          name: 卫生
          points: 10
          rule: deduct-per-fault
    ✓     each: 5
    `),
  },
  "empty-value": {
    severity: "error",
    title: { zh: "键后面没有内容", en: "nothing stands after a key" },
    why: {
      zh: "看得出想写点什么，但没有写。比如名称空着，报告里的这一列就没有表头。",
      en: "Something was meant to stand here. An indicator without a name, for example, would be a column without a heading.",
    },
    mend: {
      zh: "写上内容；可有可无的键，不用就整行删去。",
      en: "Write the value. A key that may be left away goes with its whole line.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
    ✗     name:
    ✓     name: 材料审核
          points: 60
          rule: marks
    `),
  },
  "wrong-length": {
    severity: "error",
    title: { zh: "列表里的项太多或太少", en: "a list with too many or too few items" },
    why: {
      zh: "有的键要求的个数是一定的：除法只有被除数和除数，列表至少要有一项。",
      en: "Some keys take a fixed number of items: a division has two, and a list at least one.",
    },
    mend: {
      zh: "照提示的个数补上或删去。",
      en: "Add or take out items until there are as many as the message says.",
    },
    ...checkBoth(`
      inputs:
        volunteers: { name: 志愿者人数, type: count }
    ✗   share: { name: 志愿者比例, divide: [volunteers] }
    ✓   staff: { name: 职工人数, type: count }
    ✓   share: { name: 志愿者比例, divide: [volunteers, staff] }
      indicators:
        - { id: help, name: 服务, points: 10, rule: marks, input: share }
    `),
  },
  "unknown-word": {
    severity: "error",
    title: { zh: "这个键不能用这个词", en: "a word that this key cannot have" },
    why: {
      zh: "规则、修约方式等只能从固定的词里选。认不出就不知道怎样算，差一种修约方式名次就可能不同。",
      en: "Rules, ways of rounding and the like are chosen from fixed words. Another way of rounding can change a rank.",
    },
    mend: {
      zh: "从提示列出的词里选一个，照抄英文。",
      en: "Choose one of the words that the hint lists.",
    },
    bad: check(`
      rounding: { places: 2, mode: 四舍五入 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      rounding: { places: 2, mode: half-up }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "bad-identifier": {
    severity: "error",
    title: { zh: "编号里有不能用的字符", en: "an id with characters it cannot have" },
    why: {
      zh: "编号要当列名和引用用，@、空格、斜线在那里另有用处。",
      en: "An id heads a column and is referred to elsewhere, where @, spaces and slashes mean something else.",
    },
    mend: {
      zh: "编号只用字母、汉字、数字和 _ . -；带空格和符号的叫法写在 name 或 no 里。",
      en: "Use letters, digits and _ . - in an id; what people call it, with spaces and signs, goes into name or no.",
    },
    bad: check(`
      indicators:
        - { id: 材料 审核, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: 材料审核, name: 材料 审核, points: 60, rule: marks }
    `),
  },
  "duplicate-id": {
    severity: "error",
    title: { zh: "编号用了两次", en: "an id is used twice" },
    why: {
      zh: "两处同一个编号，数据里的那一列就不知道是给谁的。",
      en: "With one id in two places, nobody can tell for which of them a column of data is.",
    },
    mend: {
      zh: "给后一个换个编号；数据里用了这个编号作列名的，也跟着改。total 留给总分，不能用。",
      en: "Give the second another id, and mend headings in the data that use it. The id total is the total's.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: docs, name: 实地考察, points: 40, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "unknown-reference": {
    severity: "error",
    title: { zh: "引用了没有写出的东西", en: "a name that nothing in the rubric has" },
    why: {
      zh: "引用的东西不存在。比如达标线看的指标没有，这条线就永远判不了，结果会落到别的条款上。",
      en: "What is named does not exist. A line on such an indicator, for example, could never be judged, and units would get another outcome.",
    },
    mend: {
      zh: "照提示改成写出过的编号；总分的编号是 total。",
      en: "Write an id that the rubric has, as the hint suggests; the total has the id total.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
      outcomes:
    ✗   - { name: 达标, when: { score: dosc, at-least: 48 } }
    ✓   - { name: 达标, when: { score: docs, at-least: 48 } }
        - { name: 不达标, otherwise: yes }
    `),
  },
  "rubric-number": {
    severity: "error",
    title: { zh: "该写数的地方不是数", en: "no number where one belongs" },
    why: {
      zh: "带单位的、汉字写的数不能参加计算，猜错一个数，所有单位的分都错。",
      en: "Nothing can be calculated with what is no plain number. One figure guessed wrong would make every score wrong.",
    },
    mend: {
      zh: "只写数：60、0.5、66%。不带单位，不用中文数字和科学计数法。",
      en: "Write the number alone: 60, 0.5 or 66%, without a unit and not in scientific notation.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60分, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "number-too-long": {
    severity: "error",
    title: { zh: "数太长", en: "a number that is too long" },
    why: {
      zh: "没有哪个分值有四十多位，多半是误粘贴了单位代码之类的内容。",
      en: "No figure has more than forty digits. Something else was pasted here, such as the codes of units.",
    },
    mend: {
      zh: "核对原表，写上真正的数。",
      en: "Look it up and write the real figure.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
    ✗     points: 91350200123456789891350200987654321000001
    ✓     points: 60
          rule: marks
    `),
  },
  "rubric-negative": {
    severity: "error",
    title: { zh: "这里不能是负数", en: "a number that cannot be negative" },
    why: {
      zh: "扣分写成负数，再由规则去减，就成了加分；名额、次数更没有负的。",
      en: "If what is taken off were written as a negative number, taking it off would add it; and no quota or count is negative.",
    },
    mend: {
      zh: "写 0 或正数。扣的分也写正数；是加是减由 as: deduction 或扣分的规则说明。",
      en: "Write 0 or more, also for what is taken off: as: deduction, or a rule that deducts, makes it a deduction.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
        - { id: fire, name: 火灾, as: deduction, points: -5, rule: once }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
        - { id: fire, name: 火灾, as: deduction, points: 5, rule: once }
    `),
  },
  "rubric-whole": {
    severity: "error",
    title: { zh: "应是整数", en: "a number that should be whole" },
    why: {
      zh: "条数、次数、小数位数只能是整数。",
      en: "Numbers of clauses, of times and of decimal places are whole.",
    },
    mend: {
      zh: "写成 0、1、2 这样的数，不带百分号。",
      en: "Write a number such as 0, 1 or 2, without a percent sign.",
    },
    bad: check(`
      rounding: { places: 1.5 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      rounding: { places: 1 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "rounding-places": {
    severity: "error",
    title: { zh: "小数位数太多", en: "too many decimal places" },
    why: {
      zh: "没有哪份文件要保留几十位小数。多半是把“百分位”写成了 100，那样每个数后面都是一长串 0。",
      en: 'No paper keeps dozens of decimal places. Most likely "hundredths" was written as 100, and every figure would end in a row of zeros.',
    },
    mend: {
      zh: "写保留几位小数：保留到百分位是 2，到千分位是 3。",
      en: "Write how many decimal places are kept: 2 for hundredths, 3 for thousandths.",
    },
    bad: check(`
      rounding: { places: 100 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      rounding: { places: 2 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "rubric-percent": {
    severity: "error",
    title: { zh: "应是百分数", en: "a number that should be a percentage" },
    why: {
      zh: "比如权重 60，是 60% 还是 60 倍，要写明。",
      en: "A weight of 60, for example, could be 60% or sixty times: it has to be said.",
    },
    mend: {
      zh: "在数后面加上百分号。",
      en: "Put a percent sign behind the number.",
    },
    bad: check(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, weight: 60, rule: marks, out-of: 100 }
        - { id: site, name: 实地考察, weight: 40, rule: marks, out-of: 100 }
    `),
    good: check(`
      points: 100
      indicators:
        - { id: docs, name: 材料审核, weight: 60%, rule: marks, out-of: 100 }
        - { id: site, name: 实地考察, weight: 40%, rule: marks, out-of: 100 }
    `),
  },
} satisfies Partial<Pages>;
