import type { Text } from "../base/language.ts";
import { wideIn } from "../base/plain-text.ts";
import { problem, quoted } from "./problem.ts";

const blanks: Readonly<Record<string, Text>> = {
  "\u3000": { zh: "全角空格", en: "a full-width space" },
  "\u00a0": { zh: "不间断空格", en: "a no-break space" },
};

/** The characters at fault, each once; blanks and what cannot be seen by name. */
function charactersOf(text: string): Text {
  const names = wideIn(text)
    .slice(0, 6)
    .map((character): Text => {
      const blank = blanks[character];
      if (blank !== undefined) return blank;
      if (!/^[\u2000-\u200f\u202f\u2060\ufeff]$/u.test(character)) return { zh: character, en: character };
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      return { zh: `看不见的字符 ${code}`, en: `the unseen ${code}` };
    });
  return { zh: names.map(({ zh }) => zh).join(" "), en: names.map(({ en }) => en).join(" ") };
}

/** What a Chinese input method, or a word processor, puts into a rubric in place of plain characters. */
export const typingProblems = {
  wideTyping: (found: string, plain: string) => {
    const characters = charactersOf(found);
    return problem(
      "wide-typing",
      "error",
      characters.zh === ""
        ? {
            zh: `“${quoted(found)}”的开头或末尾有空格`,
            en: `"${quoted(found)}" has a blank at its beginning or end`,
          }
        : {
            zh: `“${quoted(found)}”里有中文输入法的字符：${characters.zh}`,
            en: `"${quoted(found)}" has characters of a Chinese input method: ${characters.en}`,
          },
      { zh: `改成半角的“${quoted(plain)}”`, en: `write plain "${quoted(plain)}"` },
      plain,
    );
  },
  commentSign: (found: string, before: string) =>
    problem(
      "comment-sign",
      "error",
      {
        zh: `“${quoted(found)}”里的注释没有被当成注释`,
        en: `the comment in "${quoted(found)}" is not taken for one`,
      },
      {
        zh: `注释以半角“#”开头，前面空一格：${before === "" ? "" : `${quoted(before)} `}# 注释`,
        en: `a comment begins with a plain "#" after a space: ${before === "" ? "" : `${quoted(before)} `}# comment`,
      },
      before === "" ? undefined : before,
    ),
  commentInText: (sign: string) =>
    problem(
      "comment-in-text",
      "warning",
      {
        zh: `“${quoted(sign)}”不是注释的开头，从它起都成了内容`,
        en: `"${quoted(sign)}" begins no comment: what follows it is part of the value`,
      },
      {
        zh: "是注释的，换成半角“#”，前面空一格；本来就是内容的，用引号括起来",
        en: 'for a comment write a plain "#" after a space; for a text put quotes around the whole',
      },
    ),
  yamlNoColon: (found: string) =>
    problem(
      "yaml-no-colon",
      "error",
      {
        zh: `键和值之间是“${quoted(found)}”，不是冒号`,
        en: `"${quoted(found)}" stands between key and value, where a colon should`,
      },
      { zh: "写成“键: 值”", en: 'write it as "key: value"' },
    ),
  yamlListDash: (found: string) =>
    problem(
      "yaml-list-dash",
      "error",
      found === "-"
        ? {
            zh: "列表项的“-”后面缺一个普通的空格",
            en: 'no plain space follows the "-" of this item of a list',
          }
        : /^--+$/.test(found)
          ? {
              zh: `列表项的减号写了不止一个：“${found}”`,
              en: `this item of a list begins with "${found}", where one hyphen should stand`,
            }
          : {
              zh: `列表项用了“${quoted(found)}”，不是半角减号`,
              en: `this item of a list begins with "${quoted(found)}", not with a plain hyphen`,
            },
      { zh: "每一项以半角减号加一个空格“- ”开头", en: 'begin each item with a hyphen and a space, "- "' },
    ),
  yamlWideSpace: () =>
    problem(
      "yaml-wide-space",
      "error",
      {
        zh: "这里是全角空格（或不间断空格），会被当成文字",
        en: "this is a full-width or no-break space, which is taken for a text",
      },
      { zh: "改成普通的半角空格", en: "write a plain space" },
    ),
  yamlWideQuote: (left: string, right: string) =>
    problem(
      "yaml-wide-quote",
      "error",
      {
        zh: `左引号是半角的，右引号却是“${right}”，引号没有配对`,
        en: `the quotation opens with a plain mark and ends with "${right}", so that it is never closed`,
      },
      { zh: `两个都用半角引号 ${left}`, en: `write ${left} on both sides` },
    ),
  yamlWideComma: (found: string) =>
    problem(
      "yaml-wide-comma",
      "error",
      {
        zh: `括号里各项之间用了“${quoted(found)}”，不是英文逗号`,
        en: `"${quoted(found)}" stands between brackets, where a plain comma should`,
      },
      { zh: "改成英文逗号加一个空格“, ”", en: 'write a plain comma and a space, ", "' },
    ),
  yamlSignBehind: (found: string) =>
    problem(
      "yaml-wide-comma",
      "error",
      {
        zh: `行末多了“${quoted(found)}”`,
        en: `"${quoted(found)}" stands at the end of the line, where nothing should`,
      },
      {
        zh: "删去它；如果这一行还在括号里，换成英文逗号“,”",
        en: "take it out; if the line stands within brackets, write a plain comma",
      },
    ),
  yamlWideBracket: (found: string, plain: string) =>
    problem(
      "yaml-wide-bracket",
      "error",
      { zh: `用了中文括号“${quoted(found)}”`, en: `this is the full-width bracket "${quoted(found)}"` },
      { zh: `改成半角括号“${plain}”`, en: `write a plain bracket, "${plain}"` },
    ),
  lookalike: (name: string, twin: string) => {
    const [own, other] = [charactersOf(name), charactersOf(twin)];
    return problem(
      "unknown-reference",
      "error",
      {
        zh: `“${quoted(name)}”与“${quoted(twin)}”看着一样，却不是同一个`,
        en: `"${quoted(name)}" looks like "${quoted(twin)}", but is another`,
      },
      {
        zh: `两处写成一样的；中文输入法的字符有：${[own.zh, other.zh].filter((text) => text !== "").join(" ")}`,
        en: `write both alike; of a Chinese input method are: ${[own.en, other.en].filter((text) => text !== "").join(" ")}`,
      },
    );
  },
  wideCommaBetween: (found: string, sign: string, parts: readonly string[]) => {
    const list = quoted(`[${parts.join(", ")}]`);
    const isWide = sign !== ",";
    return problem(
      "names-in-one",
      "error",
      {
        zh: `“${quoted(found)}”是几个名字，写成了一个`,
        en: `"${quoted(found)}" is several names written as one`,
      },
      {
        zh: `写成列表${isWide ? `，各项用英文逗号“, ”分开，不用“${sign}”` : ""}：${list}`,
        en: `write a list${isWide ? `, with plain commas and not with "${sign}"` : ""}: ${list}`,
      },
    );
  },
  wideComma: (found: string, sign: string, isClause: boolean) =>
    problem(
      "wide-comma",
      "warning",
      isClause
        ? {
            zh: `“${quoted(found)}”会被当成一条，不是几条`,
            en: `"${quoted(found)}" is taken for one clause, not for several`,
          }
        : {
            zh: `“${quoted(found)}”会被当成一个词，不是几个`,
            en: `"${quoted(found)}" is taken for one word, not for several`,
          },
      {
        zh: `各项用英文逗号“, ”分开，不用“${sign}”；确实是一项的，写注释允许`,
        en: `part them with a plain comma, ", ", not with "${sign}"; where it is one, allow it`,
      },
    ),
  wideQuotes: (found: string, inside: string) => {
    const [open, close] = [[...found][0] ?? "", [...found].at(-1) ?? ""];
    return problem(
      "wide-word",
      "warning",
      {
        zh: `${open}${quoted(inside)}${close} 连引号一起成了内容：${open} ${close} 是中文引号，不是半角的`,
        en: `the quotation marks ${open} ${close} are not plain ones, and so are part of the value ${open}${quoted(inside)}${close}`,
      },
      {
        zh: `去掉引号，或改成半角的："${quoted(inside)}"；引号确实是内容的，外面再加半角引号："${quoted(found)}"`,
        en: `take them out, or write plain ones: "${quoted(inside)}"; where they belong to it, put plain ones around: "${quoted(found)}"`,
      },
    );
  },
  wideQuoteAlone: (found: string, mark: string) =>
    problem(
      "wide-word",
      "warning",
      {
        zh: `“${quoted(found)}”里的引号 ${mark} 没有配对，成了内容`,
        en: `the quotation mark ${mark} in "${quoted(found)}" has no other, and is part of the value`,
      },
      {
        zh: "去掉它，或前后都写成半角引号；确实是内容的，外面再加半角引号",
        en: "take it out, or write plain marks on both sides; where it belongs to the value, put plain ones around the whole",
      },
    ),
  wideBlockSign: (sign: string) => {
    const plain = sign === "｜" ? "|" : ">";
    return problem(
      "wide-word",
      "warning",
      {
        zh: `“${sign}”是全角的，没有另起一段文字，连它一起成了内容，换行也丢了`,
        en: `the full-width "${sign}" begins no text in lines of its own: it is part of the value, and the lines run together`,
      },
      { zh: `改成半角的“${plain}”`, en: `write a plain "${plain}"` },
    );
  },
  wideWord: (found: string, plain: string) => {
    const characters = charactersOf(found);
    return problem(
      "wide-word",
      "warning",
      {
        zh: `“${quoted(found)}”里有中文输入法的字符（${characters.zh}），与“${quoted(plain)}”不是同一个词`,
        en: `"${quoted(found)}" has characters of a Chinese input method (${characters.en}) and is not "${quoted(plain)}"`,
      },
      {
        zh: "改成半角的，数据里也用半角的",
        en: "write it with plain characters, here and in the data",
      },
    );
  },
} as const;
