/** The languages the tool speaks. Codes and JSON keys are English in both. */
export type Language = "zh-CN" | "en";

/** One thing said in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The wording of `text` in `language`. */
export const say = (text: Text, language: Language): string => (language === "en" ? text.en : text.zh);

/** A text that is the same in both languages: a name, a number, a quotation. */
export const same = (text: string): Text => ({ zh: text, en: text });

/** Texts one after another, with a separator for each language. */
export const joinTexts = (texts: readonly Text[], zh: string, en: string): Text => ({
  zh: texts.map((text) => text.zh).join(zh),
  en: texts.map((text) => text.en).join(en),
});
