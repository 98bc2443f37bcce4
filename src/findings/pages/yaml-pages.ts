import { check, checkBoth, checkFile, head, type Pages } from "./page.ts";

/** The grammar of a rubric file: what keeps it from being read at all. */
export const yamlPages = {
  "rubric-empty": {
    severity: "error",
    title: { zh: "测评体系文件是空的", en: "the rubric file is empty" },
    why: {
      zh: "没有测评体系就没有分值和规则，什么也算不了。多半是存盘没有成功，或拿错了文件。",
      en: "Without a rubric there are no points and no rules. Most often the file was not saved, or it is the wrong one.",
    },
    mend: {
      zh: "从已有的体系改起最快：ceping init --template 样板名。最少要有下面几行。",
      en: "Start from a rubric that exists: ceping init --template and a name. The lines below are the least there can be.",
    },
    bad: checkFile(""),
    good: checkFile(`${head}indicators:\n  - { id: docs, name: 材料审核, points: 100, rule: marks }\n`),
  },
  "file-not-text": {
    severity: "error",
    title: { zh: "测评体系不是 UTF-8 编码的文本", en: "the rubric is no UTF-8 text" },
    why: {
      zh: "用别的编码存的汉字会变成乱码，编号和名称就对不上数据。Word、Excel 文件也不能当测评体系用。",
      en: "Names saved in another encoding turn into rubbish and match no data. A Word or Excel file cannot be a rubric either.",
    },
    mend: {
      zh: "用记事本打开，“另存为”，编码选 UTF-8。",
      en: "Open it in a text editor, save it again and choose UTF-8 as the encoding.",
    },
    bad: checkFile({
      shown: { zh: "以 GBK（ANSI）编码存的“title: 测评”", en: '"title: 测评", saved in GBK (ANSI)' },
      content: () => new Uint8Array([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xb2, 0xe2, 0xc6, 0xc0, 0x0a]),
    }),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
    `),
  },
  "rubric-too-long": {
    severity: "error",
    title: { zh: "测评体系文件太大", en: "the rubric file is too large" },
    why: {
      zh: "再细的测评表也不到 50 万字，多半是把报送数据写在了测评体系的位置。",
      en: "No rubric has half a million characters. Most likely the data were given in the place of the rubric.",
    },
    mend: {
      zh: "先写测评体系，再写报送数据。",
      en: "Name the rubric first and the data after it.",
    },
    bad: checkFile({
      shown: { zh: "六万行报送数据", en: "60,000 rows of data" },
      content: () => "东街社区,55,38.5\n".repeat(60_000),
    }),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 100, rule: marks }
    `),
  },
  "yaml-syntax": {
    severity: "error",
    title: { zh: "YAML 写法有误", en: "not valid YAML" },
    why: {
      zh: "文件读不下去。一处写错，后面的行就可能被当成别的意思，所以全部停下，不去猜。",
      en: "The file cannot be read on. After one slip the lines that follow may mean something else, so nothing is guessed.",
    },
    mend: {
      zh: "看提示的那一行和它上面一行：同级的项从同一列开始；冒号后有一个空格；引号、方括号、花括号都成对；一行里不写两个“键: 值”。",
      en: 'Look at the line that is named and the one above. Items of one level start in one column, a space follows each colon, quotes and brackets are in pairs, and no line has two of "key: value".',
    },
    bad: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
    good: check(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
        - { id: site, name: 实地考察, points: 40, rule: marks }
    `),
  },
  "yaml-wide-colon": {
    severity: "error",
    title: { zh: "键后面用了中文冒号", en: "a full-width colon after a key" },
    why: {
      zh: "中文冒号“：”不是分隔符，比如“points：60”会被当成一个词，分值就没有了。",
      en: 'A full-width colon parts nothing: "points：60", for example, would be one word, and the points would be lost.',
    },
    mend: {
      zh: "切换到英文输入法，写成“: ”，冒号后空一格。名称、说明里的中文冒号不用改。",
      en: "Type a plain colon and a space. Full-width colons inside a name or a note may stay.",
    },
    bad: check(`
      points：60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      points: 60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "yaml-tight-colon": {
    severity: "error",
    title: { zh: "冒号后面缺空格", en: "no space after the colon" },
    why: {
      zh: "冒号后没有空格，比如“points:60”，就是一个词，不是“分值 60”。",
      en: 'Without a space, as in "points:60", it is one word, not a key and its value.',
    },
    mend: {
      zh: "在冒号后面加一个空格。",
      en: "Put a space after the colon.",
    },
    bad: check(`
      points:60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      points: 60
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
  "yaml-wide-indent": {
    severity: "error",
    title: { zh: "用全角空格缩进", en: "indented with full-width spaces" },
    why: {
      zh: "缩进说明谁属于谁。全角空格看着像缩进，其实是文字，这一行就归错了地方。",
      en: "Indentation says what belongs to what. A full-width space looks like it but is text, and the line ends up elsewhere.",
    },
    mend: {
      zh: "删去行首的空格，用半角空格（英文输入法下的空格键）重新对齐。从网页或 Word 粘贴来的常有这个问题。",
      en: "Take the spaces at the beginning out and type plain ones. Text pasted from a web page or from Word often has them.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
    ✗ \u3000\u3000points: 60
    ✓     points: 60
          rule: marks
    `),
  },
  "yaml-tab": {
    severity: "error",
    title: { zh: "用制表符（Tab）缩进", en: "indented with a tab" },
    why: {
      zh: "一个 Tab 有多宽，各个编辑器不一样，谁属于谁就说不清了。",
      en: "How wide a tab is differs from editor to editor, so it cannot say what belongs to what.",
    },
    mend: {
      zh: "把行首的 Tab 换成空格；多数编辑器可以设成按 Tab 键时输入空格。",
      en: "Replace the tab with spaces. Most editors can be set to type spaces for the tab key.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
    ✗ \tpoints: 60
    ✓     points: 60
          rule: marks
    `),
  },
  "yaml-duplicate-key": {
    severity: "error",
    title: { zh: "同一个键写了两次", en: "a key stands twice" },
    why: {
      zh: "两个分值只能用一个，另一个会悄悄丢掉，谁也不知道算的是哪个。",
      en: "Only one of the two can count. The other would be lost unseen, and nobody would know which was used.",
    },
    mend: {
      zh: "对照印发的测评表，留下对的一个。",
      en: "Compare with the printed table and keep the right one.",
    },
    ...checkBoth(`
      indicators:
        - id: docs
          name: 材料审核
          points: 60
    ✗     points: 50
          rule: marks
    `),
  },
  "yaml-several-documents": {
    severity: "error",
    title: { zh: "一个文件里有两个体系", en: "two documents in one file" },
    why: {
      zh: "单独一行的 --- 在 YAML 里表示另起一份，它后面的指标都不会计分。",
      en: "A line of --- begins another document in YAML: no indicator behind it would be scored.",
    },
    mend: {
      zh: "只是想画一条分隔线的，换成 # 开头的注释；真是两个体系的，分成两个文件。",
      en: "Where it is meant as a line between sections, write a comment after # instead. Two rubrics make two files.",
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    ✗ ---
    ✓ # ----
      outcomes:
        - { name: 达标, otherwise: yes }
    `),
  },
  "yaml-alias": {
    severity: "error",
    title: { zh: "以 *、& 或 ! 开头的内容", en: "a value that begins with *, & or !" },
    why: {
      zh: "这三个符号打头的内容在 YAML 里有特殊含义，您写的文字会被当成别的东西。带 * 的准入条件最常遇到。",
      en: "YAML takes a value that begins with one of these signs for something else. Gates that are marked with a * often meet this.",
    },
    mend: {
      zh: '用引号括起来：no: "*1"；或改用 ★。',
      en: 'Put quotes around it, as in no: "*1".',
    },
    ...checkBoth(`
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
      gates:
        list:
    ✗     - { id: no-case, no: *1, name: 无重大刑事案件 }
    ✓     - { id: no-case, no: "*1", name: 无重大刑事案件 }
    `),
  },
  "yaml-key": {
    severity: "error",
    title: { zh: "键不是一个简单的词", en: "a key that is no plain word" },
    why: {
      zh: "冒号前面只能是一个词。写成列表，就不知道是哪一个词的分值。",
      en: "Only one word can stand before the colon. A list there would leave open whose value it is.",
    },
    mend: {
      zh: "一个词写一行，分值相同也分开写。",
      en: 'Give each word its own "key: value", even where the values are the same.',
    },
    ...checkBoth(`
      indicators:
        - id: look
          name: 整体观感
          points: 2
          rule: grade
    ✗     scale: { [好, 较好]: 2, 一般: 1, 差: 0 }
    ✓     scale: { 好: 2, 较好: 2, 一般: 1, 差: 0 }
    `),
  },
  "yaml-too-deep": {
    severity: "error",
    title: { zh: "嵌套太深", en: "nested too deep" },
    why: {
      zh: "测评表一般只有二到四级。套了六十多层的，一定是括号或缩进写乱了，读出来的结构不会是您要的。",
      en: "A rubric has two to four levels. With more than sixty, brackets or indentation went wrong, and what is read is not what was meant.",
    },
    mend: {
      zh: "从提示的位置往回找多出来的括号或空格；这个文件如果不是测评体系，换成对的文件。",
      en: "Look back from the place that is named for brackets or spaces too many; or see whether this is the rubric at all.",
    },
    bad: check(`
      methods: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
        [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[材料审核, 实地考察]
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
    good: check(`
      ignore: [填表人, 电话]
      indicators:
        - { id: docs, name: 材料审核, points: 60, rule: marks }
    `),
  },
} satisfies Partial<Pages>;
