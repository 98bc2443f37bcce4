import { check, checkBoth, checkFile, lines, type Pages } from "./page.ts";

/** What a Chinese input method or a word processor puts into a rubric in place of plain characters. */
export const typingPages = {
  "wide-typing": {
    severity: "error",
    title: { zh: "数、键或编号里有中文输入法的字符", en: "a figure, key or id with full-width characters" },
    why: {
      zh: "全角的“６０”和半角的 60 看着差不多，在计算机里是不同的字：这里要的是数、键或已有的名字，认不出就不能计分。",
      en: "A full-width “６０” looks like 60, but is made of other characters. Where a figure, a key or a known name should stand, it is none of them.",
    },
    mend: {
      zh: "照提示改成半角的。写测评体系时把输入法切换到英文，只在名称、说明里用中文。",
      en: "Write it with plain characters, as the hint shows. Keep Chinese input for names and notes.",
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: ６０, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "comment-sign": {
    severity: "error",
    title: { zh: "注释没有写成注释", en: "a comment that is not taken for one" },
    why: {
      zh: "注释以半角“#”开头，前面空一格。不空格、用全角“＃”或“//”的，都成了内容，前面的数就不是数了。",
      en: "A comment begins with a plain # after a space. Without the space, or with another sign, it becomes part of the value, which is then no number.",
    },
    mend: {
      zh: "在“#”前面加一个空格，或换成半角“#”。",
      en: "Put a space before the #, or write a plain one.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
    ✗     points: 60# 满分
    ✓     points: 60 # 满分
          rule: marks
    `),
  },
  "comment-in-text": {
    severity: "warning",
    title: { zh: "全角“＃”之后的字成了内容", en: "what follows a full-width ＃ became part of a text" },
    why: {
      zh: "名称连同“＃”后面的字一起印进表里，数据里按原名写的列也对不上。",
      en: "The name is printed with it, and a heading that has the name alone is not found.",
    },
    mend: {
      zh: "是注释的，换成半角“#”，前面空一格；本来就是内容的，用半角引号把整个内容括起来。",
      en: "For a comment write a plain # after a space. Where it belongs to the text, put plain quotation marks around the whole.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
    ✗     name: 材料审核 ＃第一项
    ✓     name: 材料审核 # 第一项
          points: 60
          rule: marks
    `),
  },
  "yaml-list-dash": {
    severity: "error",
    title: { zh: "列表项没有以“- ”开头", en: 'an item of a list that does not begin with "- "' },
    why: {
      zh: "破折号“—”、全角“－”、圆点“•”都不是列表的记号，后面的内容会连成一句话，文件读不下去。",
      en: "A dash, a full-width hyphen or a bullet marks no list: what follows runs together, and the file does not read.",
    },
    mend: {
      zh: "每一项以半角减号加一个空格开头。从 Word 里粘贴的，把自动编号和项目符号换掉。",
      en: "Begin each item with a hyphen and a space. Bullets that come from a word processor must be replaced.",
    },
    bad: check(`
      indicators:
        — { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "yaml-wide-comma": {
    severity: "error",
    title: { zh: "括号里用了中文逗号", en: "a full-width comma between brackets" },
    why: {
      zh: "中文逗号不分开各项，前后两项会连成一项，文件读不下去。",
      en: "It parts nothing: what stands before and behind it runs together, and the file does not read.",
    },
    mend: {
      zh: "花括号、方括号里的逗号和冒号都用英文的，后面空一格；整行替换时留意名称里的逗号。",
      en: "Between brackets write plain commas and colons, each with a space after it.",
    },
    bad: check(`
      indicators:
        - { id: docs， name: 材料审核， points: 60， rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "yaml-wide-bracket": {
    severity: "error",
    title: { zh: "用了中文括号", en: "a full-width bracket" },
    why: {
      zh: "“｛”“【”只是文字，不表示里面有几项，要的列表或“键: 值”就没有了。",
      en: "It is a mere character: there is no list and no block where one should be.",
    },
    mend: {
      zh: "改成半角的 { }（键: 值）或 [ ]（列表）。",
      en: "Write { } around “key: value” and [ ] around a list.",
    },
    bad: check(`
      methods: 【材料审核, 实地考察】
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      methods: [材料审核, 实地考察]
      indicators:
        - id: docs
          name: 材料审核
          methods: [材料审核, 实地考察]
          combine: mean
          points: 60
          rule: marks
    `),
  },
  "yaml-wide-quote": {
    severity: "error",
    title: { zh: "左引号是英文的，右引号是中文的", en: "a quotation that ends with a full-width mark" },
    why: {
      zh: "没有配对的引号会把后面各行都当成引号里的文字。",
      en: "A quotation that is never closed swallows the lines that follow it.",
    },
    mend: {
      zh: "两个都用半角引号。不含特殊符号的文字可以不加引号。",
      en: "Write plain marks on both sides. Most texts need none.",
    },
    bad: checkFile(
      lines(`
        ceping: 1
        id: example
        title: "文明单位测评”
        version: "1"
        indicators:
          - { id: docs, name: 材料审核, points: 60, rule: marks }
      `),
    ),
    good: checkFile(
      lines(`
        ceping: 1
        id: example
        title: "文明单位测评"
        version: "1"
        indicators:
          - { id: docs, name: 材料审核, points: 60, rule: marks }
      `),
    ),
  },
  "yaml-wide-space": {
    severity: "error",
    title: { zh: "括号旁边有全角空格", en: "a full-width space beside a bracket" },
    why: {
      zh: "全角空格看着是空白，其实是一个字，文件读不下去。",
      en: "It looks like a blank and is a character like any other, so that the file does not read.",
    },
    mend: { zh: "改成半角空格，或删去。", en: "Write a plain space, or take it out." },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
          points: 60
          rule: grade
    ✗     scale: { A: 100%, B: 60% }　# 两档
    ✓     scale: { A: 100%, B: 60% } # 两档
    `),
  },
  "yaml-no-colon": {
    severity: "error",
    title: { zh: "键和值之间不是冒号", en: "no colon between key and value" },
    why: {
      zh: "只有冒号加空格表示“键是值”，等号和箭头都是文字，文件读不下去。",
      en: "Only a colon and a space say that a key has a value. With an equals sign or an arrow the file does not read.",
    },
    mend: { zh: "写成“键: 值”。", en: "Write it as “key: value”." },
    bad: check(`
      points = 60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      points: 60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "names-in-one": {
    severity: "error",
    title: { zh: "几个名字写成了一个", en: "several names written as one" },
    why: {
      zh: "“机关、企业”是一个名字，体系里没有这个类别；照它判，哪个单位都不符合。",
      en: "Written so, they are one name, which the rubric does not have; no unit would ever fit it.",
    },
    mend: {
      zh: "写成列表：[机关, 企业]。",
      en: "Write a list: [one, another].",
    },
    ...checkBoth(`
      units: { categories: [机关, 企业, 学校] }
      indicators:
        - id: docs
          name: 材料审核
    ✗     applies-to: { category: 机关、企业 }
    ✓     applies-to: { category: [机关, 企业] }
          points: 60
          rule: marks
        - { id: visit, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "wide-comma": {
    severity: "warning",
    title: { zh: "列表里的几项连成了一项", en: "items of a list that run together" },
    why: {
      zh: "中文逗号、顿号不分开列表的各项：三条要求成了一条，单位报一个“是”就全得分。",
      en: "A full-width comma parts no items: three clauses become one, and a single yes earns the whole.",
    },
    mend: {
      zh: "各项之间改用英文逗号。确实是一项的，写一条允许的注释。",
      en: "Part them with plain commas. Where it is one item, let it stand with a comment that says why.",
    },
    ...checkBoth(`
      indicators:
        - id: safety
          name: 安全达标
          points: 10
          rule: all-or-nothing
    ✗     clauses: [通道畅通，器材完好，责任到人]
    ✓     clauses: [通道畅通, 器材完好, 责任到人]
    `),
  },
  "wide-word": {
    severity: "warning",
    title: {
      zh: "等级、类别等词里有全角字符，或名称连着中文引号",
      en: "a word that is full-width, or a name within Chinese quotation marks",
    },
    why: {
      zh: "数据里的词和列名要与这里的完全一样。全角的“Ａ”与半角的 A 是两个词；中文引号不像半角引号，会成为名称的一部分，看不见的字符、全角的“｜”也是。",
      en: "Words and headings in the data must be just these. A full-width “Ａ” is not a plain A; quotation marks that are not plain ones become part of a name, as do characters that nobody sees and a full-width ｜.",
    },
    mend: {
      zh: "改成半角的；多余的引号和看不见的字符删去。引号确实是名称的一部分的，外面再加半角引号。",
      en: "Write it with plain characters; take out quotation marks that are not needed, and what cannot be seen. Where quotation marks belong to the name, put plain ones around it.",
    },
    ...checkBoth(`
      indicators:
        - id: archive
          name: 档案
          points: 6
          rule: grade
    ✗     scale: { Ａ: 100%, Ｂ: 60%, Ｃ: 0% }
    ✓     scale: { A: 100%, B: 60%, C: 0% }
    `),
  },
  "term-order": {
    severity: "error",
    title: { zh: "本届的止期早于起期", en: "a term that ends before it begins" },
    why: {
      zh: "这样的一届里没有一天，本届内的事项就都不计入，包括否决事项。",
      en: "No day lies in it, and no event of the term would count, vetoes among them.",
    },
    mend: { zh: "核对 from 和 to，多半是年份写错了。", en: "Compare from and to: a year may be wrong." },
    ...checkBoth(`
    ✗ term: { from: 2021-01-01, to: 2020-12-31 }
    ✓ term: { from: 2020-01-01, to: 2021-12-31 }
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
      vetoes:
        list:
          - id: fraud
            name: 弄虚作假
            when: { event: 弄虚作假, within: term }
    `),
  },
} satisfies Partial<Pages>;
