import type { Language } from "../base/language.ts";
import type { Io } from "./io.ts";
import type { SharedOptions } from "./options.ts";

export interface Progress {
  readonly rows: ((count: number) => void) | undefined;
  done(): void;
}

/** Shorter work than this shows nothing; then the line is renewed this often (milliseconds). */
const patience = 500;
const renewal = 100;

/** One line on standard error that is renewed while rows are read; nothing where that is no terminal. */
export function createProgress(io: Io, options: SharedOptions, language: Language): Progress {
  if (!io.err.isTerminal || options.quiet === true || options.progress === false)
    return { rows: undefined, done: () => undefined };
  const start = io.now();
  let shown = start + patience - renewal;
  let written = false;
  return {
    rows: (count) => {
      const now = io.now();
      if (now - shown < renewal) return;
      shown = now;
      written = true;
      const rate = Math.round((count * 1000) / Math.max(1, now - start));
      io.err.write(
        language === "en"
          ? `\r\u001b[K${count} rows read, ${rate} rows/s`
          : `\r\u001b[K已读 ${count} 行，${rate} 行/秒`,
      );
    },
    done: () => {
      if (written) io.err.write("\r\u001b[K");
    },
  };
}
