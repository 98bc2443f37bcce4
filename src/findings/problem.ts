import type { Text } from "../base/language.ts";

export type Severity = "error" | "warning" | "info";

/** What is wrong, without where: a stable code, and the words for it. */
export interface Problem<Code extends string = string, Level extends Severity = Severity> {
  readonly code: Code;
  readonly severity: Level;
  readonly message: Text;
  /** How to mend it. */
  readonly hint: Text | undefined;
  /** What should most likely stand there instead, where that is one thing. */
  readonly meant?: string;
  /** Which of several things it is about: a page for people tells those of one row together, in their order. */
  readonly item?: string;
}

/** A problem; the wording may change freely, its code may not. */
export const problem = <Code extends string, Level extends Severity>(
  code: Code,
  severity: Level,
  message: Text,
  hint?: Text,
  meant?: string,
): Problem<Code, Level> => ({
  code,
  severity,
  message,
  hint,
  ...(meant === undefined ? {} : { meant }),
});

/** Characters that show nothing or steer a terminal: control, zero-width and text-direction characters. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A text with its unseen characters made visible: `<U+200B>`. */
export const visible = (text: string): string =>
  text.replace(
    unseen,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );

/** A text of unknown length, made fit for one line of a message. */
export const quoted = (text: string): string => {
  // Only the beginning is shown: a field may hold a whole file.
  const line = visible(text.slice(0, 400).replace(/[\t\n\v\f\r ]+/gu, " "));
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 37).join("")}…` : line;
};

/** Names for a message: the first few, then how many more there are. */
export const listed = (names: readonly string[], most = 8): Text => {
  const shown = names.slice(0, most).map(quoted);
  const rest = names.length - shown.length;
  return {
    zh: shown.join("、") + (rest > 0 ? ` 等 ${names.length} 个` : ""),
    en: shown.join(", ") + (rest > 0 ? ` and ${rest} more` : ""),
  };
};

/** "Did you mean" where a near name is known, otherwise what is allowed. */
export const nearOr = (near: string | undefined, allowed: readonly string[]): Text | undefined => {
  if (near !== undefined) return { zh: `是否想写“${near}”？`, en: `did you mean "${near}"?` };
  if (allowed.length === 0) return undefined;
  const names = listed(allowed);
  return { zh: `可用的有：${names.zh}`, en: `allowed are: ${names.en}` };
};
