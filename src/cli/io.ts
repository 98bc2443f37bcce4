import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { glob } from "tinyglobby";

/** Everything the program can do to the world, and all it can learn from it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language the machine is set to, such as `zh-CN`. */
  readonly locale: string;
  readonly out: Stream;
  readonly err: Stream;
  kindOf(path: string): Promise<PathKind>;
  readBytes(path: string): Promise<Uint8Array>;
  /** The bytes of a file, or of standard input for `-`, a piece at a time. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** The names in a folder, in no particular order. */
  list(folder: string): Promise<string[]>;
  glob(pattern: string): Promise<string[]>;
  /** One name for one file, however the path was written; also for a file that is not there yet. */
  identify(path: string): Promise<string>;
  createDigest(): Digest;
  /** Writes all the files or none: each beside its place first, then all renamed. */
  writeFiles(files: readonly { readonly path: string; readonly text: string }[]): Promise<void>;
  /** Milliseconds from some fixed point; for progress only. */
  now(): number;
}

export interface Stream {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

export type PathKind = "file" | "folder" | "missing" | { readonly unreadable: string };

export interface Digest {
  update(bytes: Uint8Array): void;
  hex(): string;
}

/** Why the outside world said no, without a stack trace. */
export const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : error instanceof Error ? error.message : String(error);
};

const streamOf = (stream: NodeJS.WriteStream): Stream => {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no fault of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (text) => void stream.write(text),
  };
};

/** The real world. */
export function nodeIo(): Io {
  return {
    env: process.env,
    locale: localeOf(process.env),
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    kindOf,
    readBytes: (path) => readFile(path),
    chunks: (path) => (path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 16 })),
    list: (folder) => readdir(folder),
    glob: async (pattern) =>
      (await glob(pattern, { expandDirectories: false, dot: false })).map((path) =>
        path.replaceAll("\\", "/"),
      ),
    identify,
    createDigest: () => {
      const hash = createHash("sha256");
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
    },
    writeFiles,
    now: () => performance.now(),
  };
}

function localeOf(env: NodeJS.ProcessEnv): string {
  const named = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  // "C" and "POSIX" name no language, and Windows sets none of these.
  return named === "" || /^(?:C|POSIX)(?:\.|$)/.test(named)
    ? new Intl.DateTimeFormat().resolvedOptions().locale
    : named;
}

async function kindOf(path: string): Promise<PathKind> {
  try {
    const facts = await stat(path);
    return facts.isDirectory() ? "folder" : "file";
  } catch (error) {
    const reason = reasonOf(error);
    return reason === "ENOENT" || reason === "ENOTDIR" ? "missing" : { unreadable: reason };
  }
}

async function identify(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = dirname(resolve(path));
    return join(await realpath(folder).catch(() => folder), basename(path));
  }
}

async function writeFiles(files: readonly { readonly path: string; readonly text: string }[]): Promise<void> {
  const staged: { readonly from: string; readonly folder: string; readonly to: string }[] = [];
  try {
    for (const { path, text } of files) {
      if ((await kindOf(path)) === "folder")
        throw Object.assign(new Error("EISDIR"), { code: "EISDIR", path });
      const folder = await mkdtemp(join(dirname(resolve(path)), ".ceping-")).catch((error: unknown) => {
        throw Object.assign(new Error(reasonOf(error)), { code: reasonOf(error), path });
      });
      const from = join(folder, basename(path));
      staged.push({ from, folder, to: path });
      const handle = await open(from, "w");
      await handle.writeFile(text);
      await handle.sync();
      await handle.close();
    }
    for (const { from, to } of staged) await rename(from, to);
  } finally {
    for (const { folder } of staged) await rm(folder, { recursive: true, force: true });
  }
}
