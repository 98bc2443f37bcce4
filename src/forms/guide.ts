import { escapeMarkdown } from "../base/escape-markdown.ts";
import { type Language, say, type Text } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";
import type { EmptyForm, FormColumn } from "./form.ts";

const words = {
  notRead: {
    zh: "本文件是给填表人看的，计分时不读它。",
    en: "This file is for those who fill in the forms; `score` does not read it.",
  },
  title: { zh: "填表说明", en: "how to fill in the forms" },
  general: {
    zh: "第一行是列名，不要改动。没有数据的留空，不适用的写“不适用”，0 就写 0：三者不一样。用 Excel 或 WPS 填写的，另存为“CSV UTF-8（逗号分隔）”。",
    en: 'Leave the first row, the headings, as it is. A blank cell is missing, "n/a" is not applicable, and 0 is 0: three different things. In a spreadsheet program, save as "CSV UTF-8 (comma delimited)".',
  },
  column: { zh: "列", en: "column" },
  item: { zh: "指标", en: "indicator" },
  meaning: { zh: "含义", en: "meaning" },
  allowed: { zh: "可以填什么", en: "allowed values" },
  most: { zh: "最高", en: "maximum" },
  by: { zh: "由谁填", en: "filled in by" },
} as const satisfies Record<string, Text>;

/** What goes into each column of each form, as Markdown: a row of remarks in a form would be read as data. */
export function renderGuide(plan: Plan, forms: readonly EmptyForm[], language: Language): string {
  const tell = (key: keyof typeof words): string => say(words[key], language);
  const title = inOneLine(plan.rubric.title);
  const sections = forms.flatMap((form) => [
    "",
    `## ${inOneLine(form.file)}`,
    "",
    inOneLine(say(form.about, language)),
    "",
    ...tableOf(form.columns, "column", language),
    ...(form.items === undefined ? [] : ["", ...tableOf(form.items, "item", language)]),
  ]);
  const heading = language === "en" ? `${title}: ${tell("title")}` : `${title}：${tell("title")}`;
  return `${[tell("notRead"), "", `# ${heading}`, "", tell("general"), ...sections].join("\n")}\n`;
}

function tableOf(columns: readonly FormColumn[], first: "column" | "item", language: Language): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const headings = ([first, "meaning", "allowed", "most", "by"] as const).map((key) =>
    say(words[key], language),
  );
  return [
    row(headings),
    row(headings.map(() => "---")),
    ...columns.map(({ heading, meaning, allowed, most, by }) =>
      row([heading, ...[meaning, allowed, most, by].map((text) => say(text, language))].map(inOneLine)),
    ),
  ];
}

const inOneLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, " "));
