import { Lexer } from "yaml";

/** A comment of a rubric file, from its `#` to the end of its line. */
export interface Comment {
  readonly text: string;
  /** Where it begins, as an offset. */
  readonly from: number;
}

/** What the lexer puts before the content of a text; it has no width of its own, as two others have none. */
const beforeText = "\x1f";
const withoutWidth: ReadonlySet<string> = new Set([beforeText, "\x02", "\x18"]);

/** Every comment, and nothing that only looks like one: a text in quotation marks or in a block may have any sign. */
export function commentsIn(source: string): readonly Comment[] {
  const comments: Comment[] = [];
  let from = 0;
  let isText = false;
  for (const token of new Lexer().lex(source)) {
    if (!isText && withoutWidth.has(token)) {
      isText = token === beforeText;
      continue;
    }
    if (!isText && token.startsWith("#")) comments.push({ text: token, from });
    isText = false;
    from += token.length;
  }
  return comments;
}
