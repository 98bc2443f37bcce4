import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import type { Stream } from "../../src/cli/io.ts";
import { run } from "./recording-io.ts";

/** Somebody who types what a README says, in a folder of their own. */
export interface Reader {
  /** Saves a file; where a command has written it, gives back its text instead. */
  save(name: string, text: string): string | undefined;
  /** Runs the lines of a block; gives back all that the terminal shows, in order. */
  type(lines: string): Promise<string>;
  close(): void;
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

/** The program runs from the source and in this process: the working folder must be one's own. */
export function createReader(locale: string): Reader {
  const home = process.cwd();
  const top = mkdtempSync(join(tmpdir(), "ceping-docs-"));
  const made = new Set<string>();
  let folder = top;
  let code = 0;

  const within = async (place: string, words: readonly string[], out: Stream, err: Stream): Promise<void> => {
    process.chdir(place);
    try {
      code = (await run(words, { locale, out, err })).code;
    } finally {
      process.chdir(home);
    }
  };

  /** Scripts must be there; what `npm start` scores is scored. */
  const npm = async ([word = "", ...rest]: readonly string[], out: Stream, err: Stream): Promise<void> => {
    if (word === "ci" || word === "link") return;
    const scripts: Readonly<Record<string, string>> = JSON.parse(
      readFileSync("package.json", "utf8"),
    ).scripts;
    const script = scripts[word === "run" ? (rest[0] ?? "") : word];
    if (script === undefined) throw new Error(`package.json has no script for "npm ${word}"`);
    for (const [, words = ""] of word === "start" ? script.matchAll(/node bin\/ceping\.js ([^&]+)/g) : [])
      await within(home, words.trim().split(" "), out, err);
  };

  const node = async (words: readonly string[], out: Stream): Promise<void> => {
    await linkLibrary(folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
    code = status ?? 3;
    out.write(stdout + stderr);
  };

  const execute = async (command: string, screen: string[]): Promise<void> => {
    const [name = "", ...rest] = wordsOf(command);
    if (code !== 0 && command !== "echo $?")
      throw new Error(
        `a command before "${command}" failed with ${code}; show it with "echo $?":\n${screen.join("")}`,
      );
    const output = redirected(rest, ">");
    const errors = redirected(output.words, "2>");
    const { words } = errors;
    const out = streamTo(output.file === undefined ? screen : output.pieces);
    const err = streamTo(errors.file === undefined ? screen : errors.pieces);
    switch (name) {
      case "ceping": {
        const before = new Set(readdirSync(folder));
        await within(folder, words, out, err);
        for (const file of readdirSync(folder)) if (!before.has(file)) made.add(join(folder, file));
        break;
      }
      case "npm":
        await npm(words, out, err);
        break;
      case "node":
        await node(words, out);
        break;
      case "cat":
        for (const word of words) out.write(withoutMark(readFileSync(join(folder, word), "utf8")));
        break;
      case "mkdir":
        mkdirSync(join(folder, words[0] ?? ""));
        break;
      case "cd":
        folder = join(folder, words[0] ?? "");
        break;
      default:
        if (command !== "echo $?") throw new Error(`"${command}" is not understood`);
        out.write(`${code}\n`);
        code = 0;
    }
    for (const { file, pieces } of [output, errors]) {
      if (file === undefined || file === "/dev/null") continue;
      writeFileSync(join(folder, file), pieces.join(""));
      made.add(join(folder, file));
    }
  };

  return {
    save: (name, text) => {
      const path = join(folder, name);
      if (made.has(path)) return withoutMark(readFileSync(path, "utf8"));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return undefined;
    },
    type: async (lines) => {
      const screen: string[] = [];
      for (const line of lines.split("\n")) {
        for (const command of line.replace(/(?:^|\s)#.*/, "").split("&&"))
          if (command.trim() !== "") await execute(command.trim(), screen);
      }
      if (code !== 0)
        throw new Error(`the last command failed with ${code}; show it with "echo $?":\n${screen.join("")}`);
      return screen.join("");
    },
    close: () => rmSync(top, { recursive: true, force: true }),
  };
}

const streamTo = (pieces: string[]): Stream => ({
  isTerminal: false,
  columns: undefined,
  write: (text) => void pieces.push(text),
});

const wordsOf = (command: string): string[] =>
  (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));

function redirected(words: readonly string[], sign: string) {
  const at = words.indexOf(sign);
  const rest = at === -1 ? words : words.filter((_, index) => index !== at && index !== at + 1);
  const pieces: string[] = [];
  return { words: rest, file: at === -1 ? undefined : words[at + 1], pieces };
}

/** Puts the package into a folder's node_modules, as `npm link ceping` does, built from the source as it is now. */
async function linkLibrary(folder: string): Promise<void> {
  const target = join(folder, "node_modules", "ceping");
  if (existsSync(target)) return;
  mkdirSync(target, { recursive: true });
  copyFileSync("package.json", join(target, "package.json"));
  const bundle = await rolldown({
    input: { index: "src/index.ts" },
    platform: "node",
    logLevel: "silent",
  });
  await bundle.write({ dir: join(target, "dist"), format: "esm", entryFileNames: "[name].js" });
  await bundle.close();
}
