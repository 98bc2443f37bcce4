import type { Text } from "../base/language.ts";
import { problem, quoted } from "./problem.ts";
import { shapeOf, shapes } from "./shape-problems.ts";

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

/** What can be wrong with a rubric before anything in it is understood: no YAML, or YAML of another kind. */
export const yamlProblems = {
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
  fileInUtf16: () =>
    problem(
      "file-not-text",
      "error",
      {
        zh: "文件是 UTF-16 编码（有的软件叫“Unicode”），应为 UTF-8",
        en: 'the file is in UTF-16 (which some programs call "Unicode"), but UTF-8 is needed',
      },
      {
        zh: "用记事本打开，“另存为”，编码选 UTF-8（不选“Unicode”或“UTF-16”）",
        en: 'open it in a text editor, save it again and choose UTF-8 as the encoding, not "Unicode" or "UTF-16"',
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
  yamlUnclosed: (open: string) => {
    const close = open === "{" ? "}" : "]";
    return problem(
      "yaml-syntax",
      "error",
      {
        zh: `YAML 写法有误：这个“${open}”没有配对的“${close}”`,
        en: `this is not valid YAML: this "${open}" is never closed with a "${close}"`,
      },
      {
        zh: `在它的最后一项后面补上“${close}”；里面各项用英文逗号分开`,
        en: `put a "${close}" after the last of its items, which are parted by commas`,
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
};
