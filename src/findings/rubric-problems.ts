import { alikeFirst } from "../base/closest.ts";
import type { Text } from "../base/language.ts";
import { formatExact, formatPercent, type Rational } from "../base/rational.ts";
import { nearOr, problem, quoted } from "./problem.ts";

const shapes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  text: { zh: "一个值", en: "a single value" },
  list: { zh: "一个列表（每项以“- ”开头）", en: 'a list (each item after "- ")' },
  map: { zh: "若干“键: 值”", en: 'a block of "key: value"' },
};

const howToWrite: Readonly<Record<string, Text>> = {
  text: { zh: "直接写在冒号后面，如“points: 5”", en: 'write it after the colon, as in "points: 5"' },
  list: {
    zh: "写成“[甲, 乙]”，或每项另起一行、缩进后以“- ”开头",
    en: 'write "[one, another]", or each item on a line of its own, indented and after "- "',
  },
  map: {
    zh: "另起一行，缩进后写“键: 值”，每行一个；或写成“{ 键: 值 }”",
    en: 'write "key: value" on lines of their own, indented; or "{ key: value }"',
  },
};

const shapeOf = (value: unknown): string =>
  typeof value === "string" ? "text" : Array.isArray(value) ? "list" : "map";

const dataInsteadOfRubric = {
  zh: "先写测评体系，再写报送数据：ceping score 体系.yaml 数据.csv；测评体系以“ceping: 1”开头",
  en: 'the rubric comes first, then the data: ceping score rubric.yaml data.csv; a rubric begins with "ceping: 1"',
};

/** What the parser means, in words for someone who has never seen YAML. */
function yamlWords(code: string, message: string): Text {
  if (message.startsWith("Missing closing"))
    return { zh: "这里的引号没有配对的右引号", en: "this quotation mark is never closed" };
  if (/^(?:Flow|Missing , )/.test(message) || code === "BLOCK_IN_FLOW")
    return {
      zh: "方括号或花括号没有配对，或里面缺逗号",
      en: "brackets are not in pairs, or a comma is missing between them",
    };
  switch (code) {
    case "BAD_INDENT":
      return {
        zh: "缩进没有对齐，同一级的各项要从同一列开始",
        en: "the indentation does not line up: items of one level start in one column",
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        zh: "一行里有两个“键: 值”，或下一行缩进多了",
        en: 'one line has two of "key: value", or the next line is indented too far',
      };
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR":
      return {
        zh: "这里应是“键: 值”，缺了冒号或冒号后的空格",
        en: 'this should be "key: value", but the colon or the space after it is missing',
      };
    case "BAD_SCALAR_START":
      return {
        zh: "内容不能以这个符号开头，请用引号括起来",
        en: "a value cannot begin with this sign: put quotes around it",
      };
    case "BAD_DQ_ESCAPE":
      return {
        zh: "双引号里的反斜杠有特殊含义，请改用单引号",
        en: "a backslash has a special meaning inside double quotes: use single quotes",
      };
    default:
      return { zh: "这里的内容放错了地方", en: "this stands where it cannot" };
  }
}

const kinds = {
  indicator: { zh: "指标", en: "indicator" },
  input: { zh: "输入项", en: "input" },
  scale: { zh: "等级表", en: "scale" },
  step: { zh: "等级", en: "step of the scale" },
  method: { zh: "测评方法", en: "method" },
  category: { zh: "类别", en: "category" },
  tag: { zh: "标签", en: "tag" },
  veto: { zh: "否决事项", en: "veto" },
  gate: { zh: "准入条件", en: "gate" },
  group: { zh: "组", en: "group" },
  title: { zh: "称号", en: "title" },
  result: { zh: "跨年成绩", en: "result over years" },
  outcome: { zh: "结果", en: "outcome" },
  entry: { zh: "指标、组、输入项、准入条件或否决事项", en: "indicator, group, input, gate or veto" },
} as const;

const scopeHints: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  unit: {
    zh: "分值和适用范围只能看单位的类别、标签和登记表的列",
    en: "points and applicability may depend on the unit's category, tags and register columns only",
  },
  data: {
    zh: "指标的规则只能看输入项和事项；看得分的条件写在 gates、vetoes 或 outcomes 里",
    en: "the rule of an indicator looks at inputs and events only; conditions on scores belong in gates, vetoes or outcomes",
  },
};

/** What can be wrong with a rubric file. */
export const rubricProblems = {
  // YAML itself
  rubricEmpty: () =>
    problem(
      "rubric-empty",
      "error",
      { zh: "测评体系文件是空的", en: "the rubric file is empty" },
      {
        zh: "至少要有 ceping、id、title、version、indicators",
        en: "it needs at least ceping, id, title, version and indicators",
      },
    ),
  fileNotText: () =>
    problem(
      "file-not-text",
      "error",
      {
        zh: "从这里起不是 UTF-8 编码的文字，多半是 GBK（ANSI）编码，或根本不是文本文件",
        en: "from here on this is no UTF-8 text; it may be in GBK (ANSI), or no text file at all",
      },
      {
        zh: "测评体系是 YAML 文本文件，请用记事本等文本编辑器打开，另存为 UTF-8 编码",
        en: "a rubric is a YAML text file: open it in a text editor and save it as UTF-8",
      },
    ),
  rubricTooLong: () =>
    problem(
      "rubric-too-long",
      "error",
      {
        zh: "文件超过 50 万字，不像是测评体系",
        en: "the file has more than 500,000 characters, which no rubric has",
      },
      dataInsteadOfRubric,
    ),
  yamlSyntax: (code: string, message: string) => {
    const words = yamlWords(code, message);
    return problem(
      "yaml-syntax",
      "error",
      { zh: `YAML 写法有误：${words.zh}`, en: `this is not valid YAML: ${words.en}` },
      {
        zh: "检查本行和上一行：缩进用空格并对齐，冒号后有一个空格，引号和括号成对",
        en: "look at this line and the one above: indentation in spaces and aligned, a space after each colon, quotes and brackets in pairs",
      },
    );
  },
  yamlWideColon: () =>
    problem(
      "yaml-wide-colon",
      "error",
      {
        zh: "键后面用了中文冒号“：”",
        en: 'the key is followed by a full-width colon "："',
      },
      {
        zh: "改成英文冒号加一个空格“: ”",
        en: 'write a plain colon and a space, ": "',
      },
    ),
  yamlTightColon: (isWide = false) =>
    problem(
      "yaml-tight-colon",
      "error",
      isWide
        ? {
            zh: "冒号后面是全角空格（或不间断空格）",
            en: "a full-width or no-break space follows the colon",
          }
        : { zh: "冒号后面缺一个空格", en: "there is no space after the colon" },
      { zh: "写成“键: 值”", en: 'write it as "key: value"' },
    ),
  yamlWideIndent: (isBlank = false) =>
    problem(
      "yaml-wide-indent",
      "error",
      isBlank
        ? {
            zh: "这一行只有全角空格（或不间断空格），会被当成文字",
            en: "this line has only full-width or no-break spaces, which are taken for a text",
          }
        : {
            zh: "这一行用全角空格（或不间断空格）缩进",
            en: "this line is indented with full-width or no-break spaces",
          },
      isBlank
        ? { zh: "删去这些空格", en: "take these spaces out" }
        : {
            zh: "改成普通的半角空格，并与同级的行对齐",
            en: "use plain spaces, aligned with the lines beside it",
          },
    ),
  yamlTab: () =>
    problem(
      "yaml-tab",
      "error",
      { zh: "这一行用制表符（Tab）缩进", en: "this line is indented with a tab" },
      {
        zh: "YAML 只能用空格缩进：把 Tab 换成空格",
        en: "YAML is indented with spaces only: replace the tab with spaces",
      },
    ),
  yamlDuplicateKey: (key: string, line: number) =>
    problem(
      "yaml-duplicate-key",
      "error",
      {
        zh: `键“${quoted(key)}”写了两次，前一次在第 ${line} 行`,
        en: `the key "${quoted(key)}" stands here twice, before on line ${line}`,
      },
      {
        zh: "保留一个，否则另一个会被悄悄丢掉",
        en: "keep one of them: the other would be lost unseen",
      },
    ),
  yamlSeveralDocuments: () =>
    problem(
      "yaml-several-documents",
      "error",
      {
        zh: "文件里有两个 YAML 文档（以 --- 分开）",
        en: "the file holds two YAML documents (parted by ---)",
      },
      {
        zh: "一个文件只写一个测评体系：把 --- 之后的内容另存为一个文件",
        en: "one file holds one rubric: move what follows --- to a file of its own",
      },
    ),
  yamlMark: (mark: string) =>
    problem(
      "yaml-alias",
      "error",
      {
        zh: `“${quoted(mark)}”以 ${mark.slice(0, 1)} 开头，会被当成 YAML 的特殊记号`,
        en: `"${quoted(mark)}" begins with ${mark.slice(0, 1)} and is taken for a special mark of YAML`,
      },
      {
        zh: "是文字就用引号括起来；引用（& 和 *）本语言不用，请写出内容本身，等级表可以起名后按名使用",
        en: "put quotes around a text; anchors and aliases (& and *) are not used here: write the content out, or name a scale and use it by name",
      },
    ),
  yamlKey: () =>
    problem(
      "yaml-key",
      "error",
      { zh: "键必须是一个简单的词", en: "a key must be a plain word" },
      {
        zh: "写成“键: 值”的样子",
        en: 'write it as "key: value"',
      },
    ),
  yamlTooDeep: (most: number) =>
    problem(
      "yaml-too-deep",
      "error",
      { zh: `嵌套超过 ${most} 层`, en: `nested more than ${most} levels deep` },
      {
        zh: "测评体系一般只有两到四级，请检查括号或缩进",
        en: "a rubric has two to four levels: look at the brackets or the indentation",
      },
    ),

  // shapes and words
  rubricShape: (found: unknown) =>
    problem(
      "wrong-type",
      "error",
      {
        zh: `测评体系应由“键: 值”一行行组成，这里却是${shapes[shapeOf(found)]?.zh ?? ""}`,
        en: `a rubric is made of lines of "key: value", but this is ${shapes[shapeOf(found)]?.en ?? ""}`,
      },
      dataInsteadOfRubric,
    ),
  wrongType: (expected: readonly string[], found: unknown) => {
    const wanted = expected.map((shape) => shapes[shape] ?? { zh: shape, en: shape });
    const got = shapes[shapeOf(found)] ?? { zh: "", en: "" };
    return problem(
      "wrong-type",
      "error",
      {
        zh: `这里应是${wanted.map(({ zh }) => zh).join("或")}，而写的是${got.zh}`,
        en: `this should be ${wanted.map(({ en }) => en).join(" or ")}, not ${got.en}`,
      },
      howToWrite[expected[0] ?? ""],
    );
  },
  listBelow: (key: string) =>
    problem(
      "wrong-type",
      "error",
      { zh: `“${quoted(key)}”下面直接写了列表`, en: `"${quoted(key)}" is a list itself` },
      {
        zh: `在“${quoted(key)}:”下面加一行“list:”，各项写在它的下面，多缩进一层`,
        en: `put a line "list:" below "${quoted(key)}:", and the items below that, indented once more`,
      },
    ),
  unknownKey: (key: string, section: string, known: readonly string[], near: string | undefined) =>
    problem(
      "unknown-key",
      "error",
      {
        zh: `不认识的键“${quoted(key)}”${section === "" ? "" : `（在 ${section} 里）`}`,
        en: `unknown key "${quoted(key)}"${section === "" ? "" : ` in ${section}`}`,
      },
      nearOr(near, alikeFirst(key, known)),
    ),
  keyOfOtherRule: (key: string, rule: string, owners: readonly string[]) =>
    problem(
      "unknown-key",
      "error",
      { zh: `规则 ${rule} 没有“${key}”这个键`, en: `the rule ${rule} has no key "${key}"` },
      {
        zh: `“${key}”属于规则 ${owners.join("、")}`,
        en: `"${key}" belongs to the rule ${owners.join(", ")}`,
      },
    ),
  missingKey: (key: string) =>
    problem(
      "missing-key",
      "error",
      { zh: `缺少“${key}”`, en: `"${key}" is missing` },
      { zh: `补上“${key}: …”`, en: `add "${key}: …"` },
    ),
  emptyValue: (key: string) =>
    problem(
      "empty-value",
      "error",
      { zh: `“${key}”后面没有内容`, en: `nothing stands after "${key}"` },
      { zh: "写上内容，或删去这个键", en: "write a value, or take the key out" },
    ),
  wrongLength: (key: string, bound: "least" | "most", length: number) =>
    problem(
      "wrong-length",
      "error",
      bound === "least"
        ? { zh: `“${key}”至少要有 ${length} 项`, en: `"${key}" needs at least ${length} of its items` }
        : { zh: `“${key}”至多有 ${length} 项`, en: `"${key}" has at most ${length} items` },
      bound === "least"
        ? { zh: "补上缺的，或删去这个键", en: "add what is missing, or take the key out" }
        : { zh: "删去多的", en: "take out what is too much" },
    ),
  unknownWord: (key: string, word: string, allowed: readonly string[], near: string | undefined) =>
    problem(
      "unknown-word",
      "error",
      { zh: `“${key}”不能是“${quoted(word)}”`, en: `"${key}" cannot be "${quoted(word)}"` },
      nearOr(near, allowed),
    ),
  badIdentifier: (found: string) =>
    problem(
      "bad-identifier",
      "error",
      {
        zh: `编号“${quoted(found)}”里有不能用的字符`,
        en: `the id "${quoted(found)}" has characters that an id cannot have`,
      },
      {
        zh: "编号用字母、汉字、数字和 _ . -，不能有空格、@、/ 和冒号",
        en: "an id has letters of any script, digits, and _ . - ; no space, @, / or colon",
      },
    ),
  duplicateId: (id: string, line: number, file?: string) =>
    problem(
      "duplicate-id",
      "error",
      {
        zh: `编号“${id}”用了两次，前一次在${file === undefined ? "" : ` ${file} `}第 ${line} 行`,
        en: `the id "${id}" is used twice, before ${file === undefined ? "" : `in ${file} `}on line ${line}`,
      },
      {
        zh: "给其中一个换个编号（total 留给总分）",
        en: 'give one of them another id ("total" is the total\'s)',
      },
    ),
  unknownReference: (
    kind: keyof typeof kinds,
    name: string,
    known: readonly string[],
    near: string | undefined,
  ) =>
    problem(
      "unknown-reference",
      "error",
      {
        zh: `没有叫“${quoted(name)}”的${kinds[kind].zh}`,
        en: `there is no ${kinds[kind].en} "${quoted(name)}"`,
      },
      nearOr(near, known) ?? {
        zh: `先在测评体系里写出这个${kinds[kind].zh}`,
        en: `write that ${kinds[kind].en} in the rubric first`,
      },
    ),

  // rubrics that extend others
  baseUnreadable: (path: string, why: string, whyInEnglish: string) =>
    problem(
      "base-unreadable",
      "error",
      {
        zh: `读不到“${quoted(path)}”：${why}`,
        en: `"${quoted(path)}" cannot be extended: ${whyInEnglish}`,
      },
      {
        zh: "extends 的路径从写它的文件所在的文件夹算起",
        en: "the path after extends starts from the folder of the file it stands in",
      },
    ),
  extendsCircle: (files: readonly string[]) =>
    problem(
      "extends-circle",
      "error",
      {
        zh: `这些文件互相以对方为基础，绕成了圈：${files.join(" → ")}`,
        en: `these files extend each other in a circle: ${files.join(" → ")}`,
      },
      {
        zh: "最上一级的测评体系不写 extends",
        en: "the first of them must stand on its own: take its extends out",
      },
    ),
  overlayWithoutBase: (key: string) =>
    problem(
      "overlay-without-base",
      "error",
      {
        zh: `写了“${quoted(key)}”，但没有写以哪个文件为基础`,
        en: `"${quoted(key)}" stands here, but not which rubric it is about`,
      },
      {
        zh: "补上“extends: 文件名”，或删去这个键",
        en: 'add "extends: the other file", or take the key out',
      },
    ),
  overlayWithoutEffect: (id: string) =>
    problem(
      "overlay-without-effect",
      "warning",
      {
        zh: `对“${quoted(id)}”的修改与原来一样，没有作用`,
        en: `the change of "${quoted(id)}" changes nothing`,
      },
      {
        zh: "核对是否写错了编号或数；确实不改的，删去这一条",
        en: "see whether the id or a figure is wrong; otherwise take it out",
      },
    ),
  overlayFixedKey: (key: string) =>
    problem(
      "overlay-fixed-key",
      "error",
      { zh: `“${quoted(key)}”不能在这里修改`, en: `"${quoted(key)}" cannot be changed here` },
      key === "indicators"
        ? {
            zh: "指标用 change 修改、add 增加、drop 删去，各按编号",
            en: "use change, add and drop, by id, for what is inside",
          }
        : {
            zh: "编号是各处引用的名字：先 drop，再用 add 加一个新的",
            en: "an id is how others name it: drop this one and add another",
          },
    ),
  addWhat: () =>
    problem(
      "add-what",
      "error",
      {
        zh: "add 的每一项要写 indicator、gate、veto 之一，只能一个",
        en: "each addition needs one of indicator, gate and veto, and only one",
      },
      {
        zh: "写成“- { into: 组的编号, indicator: { id: …, name: …, points: …, rule: … } }”",
        en: 'write "- { into: id of a group, indicator: { id: …, name: …, points: …, rule: … } }"',
      },
    ),
  addPlace: (isIndicator: boolean) =>
    problem(
      "add-place",
      "error",
      isIndicator
        ? { zh: "没有说清加在哪里", en: "this does not say where the addition goes" }
        : {
            zh: "准入条件和否决事项不能用 into，after 和 before 只能写一个",
            en: "a gate or a veto goes into no group, and has only one of after and before",
          },
      isIndicator
        ? {
            zh: "写 into: 组的编号（第一级写 into: total），或 after、before 之一: 同级指标的编号",
            en: "write into: id of a group (into: total for the first level), or one of after and before: id of a sibling",
          }
        : {
            zh: "删去 into；要排在某一条之后，写 after: 它的编号",
            en: "take into out; to put it behind another, write after: its id",
          },
    ),
  printOne: (found: number) =>
    problem(
      "print-one",
      "error",
      {
        zh: `--print 一次只能打印一个测评体系，这里有 ${found} 个`,
        en: `--print prints one rubric at a time, but here are ${found}`,
      },
      { zh: "每个文件运行一次", en: "run it once for each file" },
    ),

  // numbers
  rubricNumber: (found: string, near?: string) =>
    problem(
      "rubric-number",
      "error",
      { zh: `“${quoted(found)}”不是数`, en: `"${quoted(found)}" is not a number` },
      near === undefined
        ? {
            zh: "写成 5、0.5 或 66% 这样的数，不写单位，不用科学计数法",
            en: "write a number such as 5, 0.5 or 66%, without a unit and not in scientific notation",
          }
        : {
            zh: `写成 ${quoted(near)}，不写单位和千分位`,
            en: `write ${quoted(near)}, without a unit or thousands separators`,
          },
    ),
  numberTooLong: (found: string, most: number) =>
    problem(
      "number-too-long",
      "error",
      {
        zh: `“${quoted(found)}”太长（${found.length} 个字符，最多 ${most} 个）`,
        en: `"${quoted(found)}" is too long (${found.length} characters, at most ${most})`,
      },
      {
        zh: "核对是否误粘贴了别的内容",
        en: "see whether something else was pasted here",
      },
    ),
  /** `key` is what the number belongs to, where that is known. */
  rubricNegative: (found: string, key = "") =>
    problem(
      "rubric-negative",
      "error",
      { zh: `这里不能是负数“${found}”`, en: `"${found}" cannot be negative here` },
      key === "share"
        ? {
            zh: "名额的比例写 0% 到 100%，如 90%",
            en: "the share of a quota is from 0% to 100%, such as 90%",
          }
        : key === "most"
          ? { zh: "名额写 0 或正的整数", en: "a quota is a whole number of units, 0 or more" }
          : {
              zh: "扣分写正数，并放在 as: deduction 的项目里或用扣分的规则",
              en: "write what is taken off as a positive number, in an item with as: deduction or with a rule that deducts",
            },
    ),
  rubricWhole: (found: string) =>
    problem(
      "rubric-whole",
      "error",
      {
        zh: `“${found}”应是 0 到 1000000 的整数`,
        en: `"${found}" should be a whole number from 0 to 1000000`,
      },
      { zh: "写成 0、1、2 这样的数", en: "write a number such as 0, 1 or 2" },
    ),
  roundingPlaces: (found: number, most: number) =>
    problem(
      "rounding-places",
      "error",
      {
        zh: `保留 ${found} 位小数太多，最多 ${most} 位`,
        en: `${found} decimal places are too many; there are ${most} at most`,
      },
      {
        zh: "写要保留几位小数，如 2；不是保留到几分之几",
        en: "write how many decimal places are kept, such as 2, not the fraction they go down to",
      },
    ),
  rubricPercent: (found: string) =>
    problem(
      "rubric-percent",
      "error",
      { zh: `“${found}”应是百分数`, en: `"${found}" should be a percentage` },
      { zh: `写成 ${found}% 这样带百分号的数`, en: `write it with a percent sign, such as ${found}%` },
    ),
  limitsCrossed: (least: string, most: string) =>
    problem(
      "limits-crossed",
      "error",
      {
        zh: `最小 ${quoted(least)} 大于最大 ${quoted(most)}，没有数能在其间`,
        en: `the least, ${quoted(least)}, is above the most, ${quoted(most)}: no figure lies between`,
      },
      { zh: "核对两个数，多半写反了", en: "compare the two: they may be the wrong way round" },
    ),
  pointsPercent: (found: string, value: string) =>
    problem(
      "points-percent",
      "error",
      {
        zh: `这里应是分数或次数，写成“${quoted(found)}”就成了 ${value}`,
        en: `points or a number of times belong here: "${quoted(found)}" would be ${value}`,
      },
      {
        zh: "写成不带百分号的数；占上级分值比例的写 weight，按档给比例的写 give",
        en: "write a number without the percent sign; a share of the group's points is weight, one by steps is give",
      },
    ),
  percentAgainstNumber: (input: string) =>
    problem(
      "percent-mismatch",
      "error",
      {
        zh: `拿百分数去比不是百分数的输入项“${input}”`,
        en: `a percentage is compared with "${input}", which is no percentage`,
      },
      {
        zh: "去掉百分号，或把该输入项声明为 type: percent",
        en: "leave out the percent sign, or declare the input with type: percent",
      },
    ),
  numberAgainstPercent: (input: string) =>
    problem(
      "percent-mismatch",
      "error",
      {
        zh: `输入项“${input}”是百分数，这里的数没有百分号`,
        en: `the input "${input}" is a percentage, but this number has no percent sign`,
      },
      {
        zh: "写成 80% 这样带百分号的数",
        en: "write it with a percent sign, such as 80%",
      },
    ),
  targetZero: () =>
    problem(
      "target-zero",
      "error",
      { zh: "目标值不能是 0", en: "the target cannot be 0" },
      {
        zh: "按比例计分要除以目标值：写一个大于 0 的数",
        en: "points in proportion are divided by it: write a number above 0",
      },
    ),

  // points and weights
  pointsSum: (name: string, declared: Rational, found: Rational, parts: readonly Rational[]) =>
    problem(
      "points-sum",
      "error",
      {
        zh: `“${name}”写明 ${formatExact(declared)} 分，里面各项合计 ${formatExact(found)} 分（${parts.map(formatExact).join("+")}）`,
        en: `"${name}" declares ${formatExact(declared)} points, but what is inside adds up to ${formatExact(found)} (${parts.map(formatExact).join("+")})`,
      },
      {
        zh: "核对印发的测评表，改正其中一处；工具不会替您选一个",
        en: "compare with the printed table and mend one of them; the tool will not choose for you",
      },
    ),
  pointsMissing: (name: string) =>
    problem(
      "points-missing",
      "error",
      { zh: `“${name}”没有写分值`, en: `"${name}" has no points` },
      { zh: "补上 points: …（或 weight: …%）", en: "add points: … (or weight: …%)" },
    ),
  weightsSum: (found: Rational) =>
    problem(
      "weights-sum",
      "error",
      {
        zh: `权重合计 ${formatPercent(found)}，应为 100%`,
        en: `the weights add up to ${formatPercent(found)}, but 100% is required`,
      },
      {
        zh: "改正权重；某项不适用时的重新分摊由 not-applicable 规定，不必改权重",
        en: "mend the weights; re-sharing where an item does not apply is what not-applicable is for",
      },
    ),
  weightsMixed: () =>
    problem(
      "weights-mixed",
      "error",
      { zh: "同一组里有的写权重、有的没写", en: "some items of the group have a weight and some have none" },
      {
        zh: "要么每项都写 weight，要么都只写 points",
        en: "give every item a weight, or none",
      },
    ),
  weightsInOpenGroup: () =>
    problem(
      "weights-open-group",
      "error",
      {
        zh: "加分、减分或封顶的组里不能用权重",
        en: "a bonus, a deduction or a capped group cannot have weights",
      },
      { zh: "在这里写 points", en: "write points here" },
    ),
  weightsWithoutPoints: () =>
    problem(
      "weights-without-points",
      "error",
      { zh: "用权重的组要写明分值", en: "a group whose items have weights must declare its points" },
      {
        zh: "在组上（总分则在文件开头）写 points: 100",
        en: "write points: 100 on the group (for the total, at the top of the file)",
      },
    ),
  partInside: () =>
    problem(
      "part-inside",
      "error",
      { zh: "as 只能写在最上一级的项目上", en: '"as" belongs on items of the first level only' },
      {
        zh: "把加分项、减分项放到 indicators 的第一级",
        en: "move bonus and deduction items to the first level of indicators",
      },
    ),
  figureCase: () =>
    problem(
      "figure-case",
      "error",
      { zh: "分情形的数写得不完整", en: "a case of this figure is incomplete" },
      {
        zh: "每项写 { when: 条件, value: 数 }，最后一项可写 { otherwise: 数 }",
        en: "write each case as { when: condition, value: number }; the last may be { otherwise: number }",
      },
    ),
  otherwiseNotLast: () =>
    problem(
      "otherwise-not-last",
      "error",
      { zh: "otherwise 后面还有内容，永远轮不到", en: "what stands after otherwise is never reached" },
      { zh: "把 otherwise 放在最后", en: "put otherwise last" },
    ),

  // rules
  ruleMissing: (name: string) =>
    problem(
      "rule-missing",
      "error",
      {
        zh: `“${quoted(name)}”既没有规则（rule），也没有下级指标（indicators）`,
        en: `"${quoted(name)}" has neither a rule nor indicators inside`,
      },
      {
        zh: "写上 rule: marks（直接打分）等规则，或写出下级 indicators",
        en: "add a rule such as rule: marks (marks given directly), or indicators below it",
      },
    ),
  clausesOrCount: () =>
    problem(
      "clauses-or-count",
      "error",
      {
        zh: "k-of-n 要写 clauses（逐条）或 of（只报条数），二者取一",
        en: "k-of-n needs either clauses (one by one) or of (only their number)",
      },
      {
        zh: "逐条报送的写 clauses，只报条数的写“of: 总条数”",
        en: 'write clauses where each is handed in, "of: number of clauses" where only their count is',
      },
    ),
  clausesAndCount: (key: string) =>
    problem(
      "clauses-or-count",
      "error",
      {
        zh: `k-of-n 已经写了 clauses，“${key}”不起作用`,
        en: `"${key}" counts for nothing beside clauses`,
      },
      {
        zh: "逐条报送的只写 clauses，有几条就是几条；只报条数的去掉 clauses，留下 of；数点位、月份的留下 per",
        en: "where each clause is handed in, clauses alone say how many there are; otherwise keep of, or per, and leave clauses out",
      },
    ),
  tableKey: (key: string, most: number) =>
    problem(
      "table-key",
      "error",
      {
        zh: `表中的“${quoted(key)}”应是 0 到 ${most} 的条数`,
        en: `"${quoted(key)}" in the table should be a number of clauses from 0 to ${most}`,
      },
      {
        zh: "表里每行写“条数: 分值或等级”，如“3: A”",
        en: 'write "number of clauses: points or grade" in each line, such as "3: A"',
      },
    ),
  bandWithoutEdge: () =>
    problem(
      "band-without-edge",
      "error",
      { zh: "这一档没有写界线", en: "this band has no edge" },
      {
        zh: "写 at-least、above、at-most 或 below；其余情形写 otherwise",
        en: "write at-least, above, at-most or below; for all the rest write otherwise",
      },
    ),
  curveOrder: () =>
    problem(
      "curve-order",
      "error",
      {
        zh: "曲线各点要按 at 从小到大排列",
        en: "the points of a curve must go from small to large",
      },
      { zh: "从最小的 at 写起，不要重复", en: "begin with the smallest at, and give none twice" },
    ),
  methodAndMethods: () =>
    problem(
      "method-and-methods",
      "error",
      {
        zh: "method 与 methods 只能写一个",
        en: "write either method or methods",
      },
      {
        zh: "只有一种方法的写 method，同一条由几种方法各评一次的写 methods",
        en: "write method where there is one, methods where several judge the same item",
      },
    ),
  combineMissing: () =>
    problem(
      "combine-missing",
      "error",
      {
        zh: "同一条有几种测评方法，却没说怎样合成",
        en: "several methods judge one item, but not how they combine",
      },
      {
        zh: "写 combine: least（取低）、greatest（取高）或 mean（平均），或在 methods 里写各方法的百分比",
        en: "write combine: least, greatest or mean, or give each of the methods a percentage",
      },
    ),
  combineAndWeights: () =>
    problem(
      "combine-and-weights",
      "error",
      {
        zh: "methods 已写了百分比，不能再写 combine",
        en: "the methods have percentages: combine cannot stand beside them",
      },
      {
        zh: "删去 combine，或把 methods 改成不带百分比的列表",
        en: "take combine out, or make methods a list without percentages",
      },
    ),
  combineWithoutMethods: () =>
    problem(
      "combine-without-methods",
      "error",
      { zh: "只有一种方法，combine 没有用处", en: "combine has no use with one method" },
      {
        zh: "写出 methods: [甲, 乙]，或删去 combine",
        en: "write methods: [one, another], or take combine out",
      },
    ),
  meanOnGroup: () =>
    problem(
      "mean-on-group",
      "error",
      {
        zh: "整组不涉及时不能取其他单位的平均",
        en: "a group that may not apply as a whole cannot take the mean of other units",
      },
      { zh: "把 not-applicable: mean 写在各指标上", en: "write not-applicable: mean on the indicators" },
    ),

  // inputs
  inputCircle: (ids: readonly string[]) =>
    problem(
      "input-circle",
      "error",
      {
        zh: `输入项互相推算，绕成了圈：${ids.join(" → ")}`,
        en: `these inputs are computed from each other in a circle: ${ids.join(" → ")}`,
      },
      {
        zh: "其中至少有一项要直接来自报送数据：去掉它的推算",
        en: "at least one of them must be handed in: take out how it is computed",
      },
    ),
  inputSources: (given: readonly string[]) =>
    problem(
      "input-sources",
      "error",
      {
        zh: `一个输入项只能有一个来源，这里写了 ${given.join("、")}`,
        en: `an input has one source, but here are ${given.join(", ")}`,
      },
      { zh: "留下一个，删去其余的", en: "keep one and take out the others" },
    ),
  inputNotNumber: (id: string) =>
    problem(
      "input-not-number",
      "error",
      {
        zh: `“${id}”不是数，不能参加推算`,
        en: `"${id}" is not a number and cannot be computed with`,
      },
      {
        zh: "只有 number、count、percent 类型的输入项可以推算",
        en: "only inputs of type number, count or percent can be computed with",
      },
    ),
  inputKind: (id: string, found: string, wanted: string) =>
    problem(
      "input-kind",
      "error",
      {
        zh: `输入项“${id}”的类型是 ${found}，本规则需要 ${wanted}`,
        en: `the input "${id}" is of type ${found}, but this rule needs ${wanted}`,
      },
      { zh: "改这个输入项的 type，或换一条规则", en: "change the type of the input, or use another rule" },
    ),
  inputOfSeveralMethods: (id: string) =>
    problem(
      "input-several-methods",
      "error",
      { zh: `几种方法不能共用一个输入项“${id}”`, en: `several methods cannot share the one input "${id}"` },
      {
        zh: "删去 input，各方法的数据以“编号@方法”为列名",
        en: 'take input out: each method has its own column "id@method"',
      },
    ),

  // conditions and outcomes
  conditionSubject: (found: readonly string[]) =>
    problem(
      "condition-subject",
      "error",
      found.length === 0
        ? { zh: "这个条件没说比较什么", en: "this condition does not say what it is about" }
        : {
            zh: `一个条件只能说一件事，这里写了 ${found.join("、")}`,
            en: `a condition is about one thing, but here are ${found.join(", ")}`,
          },
      {
        zh: "写 input、score、category、tag、column、event、veto、unmet-gate 之一；几个条件用 all 或 any 连接",
        en: "write one of input, score, category, tag, column, event, veto, unmet-gate; join several with all or any",
      },
    ),
  conditionOperator: (subject: string, allowed: readonly string[]) =>
    problem(
      "condition-operator",
      "error",
      {
        zh: `关于“${subject}”的条件要有一个比较（只能一个）`,
        en: `the condition on "${subject}" needs one comparison, and only one`,
      },
      { zh: `可用的有：${allowed.join("、")}`, en: `allowed are: ${allowed.join(", ")}` },
    ),
  conditionKey: (key: string, subject: string, allowed: readonly string[]) =>
    problem(
      "condition-key",
      "error",
      {
        zh: `看“${subject}”的条件里，“${quoted(key)}”不起作用`,
        en: `in a condition on "${subject}", "${quoted(key)}" says nothing`,
      },
      allowed.length === 0
        ? {
            zh: `“${subject}”旁边不能再写别的键：删去它`,
            en: `nothing stands beside "${subject}": take it out`,
          }
        : {
            zh: `删去它；“${subject}”旁边可用的有：${allowed.join("、")}`,
            en: `take it out; beside "${subject}" are allowed: ${allowed.join(", ")}`,
          },
    ),
  conditionScope: (subject: string, scope: string) =>
    problem(
      "condition-scope",
      "error",
      { zh: `这里的条件不能用“${subject}”`, en: `a condition here cannot be about "${subject}"` },
      scopeHints[scope] ?? {
        zh: "先判否决事项，再判准入条件，最后定结果：前面的条件不能看后面的",
        en: "vetoes are judged first, then gates, then outcomes: none can look at one that comes later",
      },
    ),
  outcomeRule: (name: string) =>
    problem(
      "outcome-rule",
      "error",
      {
        zh: `结果“${name}”要写 when 或 otherwise: yes，二者取一`,
        en: `the outcome "${name}" needs either when or otherwise: yes`,
      },
      {
        zh: "有条件的写 when；其余情形写在最后一条，用 otherwise: yes",
        en: "write when with a condition; the last one, for all the rest, has otherwise: yes",
      },
    ),
  tieSubject: () =>
    problem(
      "tie-subject",
      "error",
      {
        zh: "并列时的先后依据要写 score 或 input，二者取一",
        en: "a tie-break needs either score or input",
      },
      {
        zh: "写成“- { score: 指标编号 }”或“- { input: 输入项 }”",
        en: 'write "- { score: id of an indicator }" or "- { input: name of an input }"',
      },
    ),
};
