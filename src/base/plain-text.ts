/** Characters of a Chinese input method, or of a word processor, and what an English keyboard has in their place. */
const twins: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "‘": "'",
  "’": "'",
  "「": '"',
  "」": '"',
  "—": "-",
  "―": "-",
  "–": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "−": "-",
  "﹣": "-",
  "﹪": "%",
  "。": ".",
  "、": ",",
  "【": "[",
  "】": "]",
  "〔": "[",
  "〕": "]",
};

const isSpace = (character: string): boolean => /^[\u3000\u00a0\u2002-\u200a\u202f]$/u.test(character);
const isUnseen = (character: string): boolean => /^[\u200b-\u200f\u2060\ufeff]$/u.test(character);

function twinOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if (isSpace(character)) return " ";
  return isUnseen(character) ? "" : (twins[character] ?? character);
}

/** The text as an English keyboard types it, without blanks around it, or quotation marks that were no such before. */
export function plainly(text: string): string {
  if (/^[!-~]+$/.test(text)) return text; // as nearly all are that are asked for
  const plain = [...text].map(twinOf).join("").trim();
  return plain === text ? text : plain.replace(/^["']+|["']+$/g, "").trim();
}

/** The characters of a text that an English keyboard does not type, each once, and blanks by their name. */
export function wideIn(text: string): readonly string[] {
  const found = [...text].filter((character) => twinOf(character) !== character);
  return [...new Set(found)];
}
