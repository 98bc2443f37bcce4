import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  appendFile,
  constants,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Everything the program can do to the world, and all it can learn from it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language the machine is set to, such as `zh-CN`. */
  readonly locale: string;
  readonly out: Stream;
  readonly err: Stream;
  kindOf(path: string): Promise<PathKind>;
  /**
   * The bytes of a file; no more than a piece past `most`. What can be read only once (standard input, a
   * pipe) gives what `chunks` has read of it.
   */
  readBytes(path: string, most?: number): Promise<Uint8Array>;
  /** The bytes of a file, or of standard input for `-`, a piece at a time. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** The names in a folder, in no particular order. */
  list(folder: string): Promise<string[]>;
  glob(pattern: string): Promise<string[]>;
  /** One name for one file, however the path was written; also for a file that is not there yet. */
  identify(path: string): Promise<string>;
  /** A path as seen from a folder, with forward slashes; outside of it, from the root of the disk. */
  pathFrom(folder: string, path: string): string;
  createDigest(): Digest;
  /** Writes all the files or none: each beside its place first, then all renamed. */
  writeFiles(files: readonly { readonly path: string; readonly text: string }[]): Promise<void>;
  /** Adds a text at the end of a file that others write to as well. */
  appendText(path: string, text: string): Promise<void>;
  /** Writes all the files or none, with the folders they need; none of them may be there yet. */
  createFiles(files: readonly { readonly path: string; readonly text: string }[]): Promise<void>;
  /** The folder of the rubrics that come with the program. */
  rubricsFolder(): Promise<string>;
  /** How many cores there are to work on, as far as the program can use them. */
  readonly cores: number;
  /** What the program's `examine` answers for these rubrics, worked out on another core. */
  elsewhere(paths: readonly string[]): Promise<unknown>;
  /** Milliseconds from some fixed point; for progress only. */
  now(): number;
}

export interface Stream {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

/** A `stream` can be read only once: a pipe, a terminal, a device. */
export type PathKind = "file" | "stream" | "folder" | "missing" | { readonly unreadable: string };

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
  const { chunks, readBytes } = createReaders();
  return {
    env: process.env,
    locale: localeOf(process.env),
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    kindOf,
    readBytes,
    chunks,
    list: (folder) => readdir(folder),
    glob: async (pattern) => {
      // Most runs name their files: what patterns need is loaded only for them.
      const { glob } = await import("tinyglobby");
      const paths = await glob(pattern, { expandDirectories: false, dot: false });
      return paths.map((path) => path.replaceAll("\\", "/"));
    },
    identify: (path) => identify(path),
    pathFrom,
    createDigest: () => {
      const hash = createHash("sha256");
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
    },
    writeFiles,
    appendText: (path, text) => appendFile(path, text),
    createFiles,
    rubricsFolder,
    // Other cores run the built program: from its source there is none.
    cores: program.endsWith(".cjs") ? availableParallelism() : 1,
    elsewhere,
    now: () => performance.now(),
  };
}

function localeOf(env: NodeJS.ProcessEnv): string {
  const named = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  // "C" and "POSIX" name no language, and Windows sets none of these.
  return named === "" || /^(?:C|POSIX)(?:\.|$)/.test(named)
    ? new Intl.PluralRules().resolvedOptions().locale
    : named;
}

/** Of what can be read only once, this much (in bytes) is kept, so that findings can show their lines. */
const mostKept = 1 << 26;

function createReaders(): Pick<Io, "chunks" | "readBytes"> {
  const kept = new Map<string, Uint8Array[]>();
  async function* chunks(path: string): AsyncIterable<Uint8Array> {
    const once = path === "-" || (await kindOf(path)) === "stream";
    const pieces: Uint8Array[] = [];
    let length = 0;
    if (once) kept.set(path, pieces);
    const stream: AsyncIterable<Uint8Array> =
      path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 16 });
    try {
      for await (const piece of stream) {
        length += piece.length;
        if (once && length <= mostKept) pieces.push(piece);
        else if (once) kept.set(path, []);
        yield piece;
      }
    } catch (error) {
      // A fault in the middle of a file does not say which file it was.
      throw Object.assign(new Error(reasonOf(error)), { code: reasonOf(error), path });
    }
  }
  const readBytes = async (path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> => {
    const before = kept.get(path);
    if (before !== undefined) return Buffer.concat(before);
    if (path === "-") throw Object.assign(new Error("ENOENT"), { code: "ENOENT", path }); // never read
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of chunks(path)) {
      pieces.push(piece);
      length += piece.length;
      if (length > most) break;
    }
    return Buffer.concat(pieces);
  };
  return { chunks, readBytes };
}

async function kindOf(path: string): Promise<PathKind> {
  try {
    const facts = await stat(path);
    return facts.isDirectory() ? "folder" : facts.isFile() ? "file" : "stream";
  } catch (error) {
    const reason = reasonOf(error);
    return reason === "ENOENT" || reason === "ENOTDIR" ? "missing" : { unreadable: reason };
  }
}

/** As many links are followed to a file that is not there yet. */
const mostLinks = 40;

async function identify(path: string, links = mostLinks): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const written = resolve(path);
    const folder = dirname(written);
    const to = links === 0 ? undefined : await readlink(written).catch(() => undefined);
    if (to !== undefined) return identify(resolve(folder, to), links - 1);
    return join(await realpath(folder).catch(() => folder), basename(path));
  }
}

function pathFrom(folder: string, path: string): string {
  const within = relative(resolve(folder), resolve(path));
  const isOutside = within === ".." || /^\.\.[/\\]/.test(within) || isAbsolute(within);
  const found = isOutside ? resolve(path) : within;
  return sep === "/" ? found : found.replaceAll(sep, "/");
}

type OutputFile = Parameters<Io["writeFiles"]>[0][number];

async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const staged: (Staged | undefined)[] = [];
  try {
    for (const file of files) staged.push(await about(file, () => stage(file)));
    for (const [index, file] of files.entries()) {
      const beside = staged[index];
      // A device or a pipe is written to; taking its place would destroy it.
      await about(file, () => (beside ? rename(beside.from, beside.to) : writeFile(file.path, file.text)));
    }
  } finally {
    for (const beside of staged) if (beside) await rm(beside.folder, { recursive: true, force: true });
  }
}

/** A file written beside its place, in a folder of its own. */
interface Staged {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
}

async function stage({ path, text }: OutputFile): Promise<Staged | undefined> {
  const kind = await kindOf(path);
  if (kind === "folder") throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
  if (kind === "stream") return undefined;
  // Through a link, so that the link stays one.
  const to = kind === "file" ? await realpath(path) : resolve(path);
  const folder = await mkdtemp(join(dirname(to), ".ceping-"));
  const from = join(folder, basename(to));
  try {
    const handle = await open(from, "w");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { folder, from, to };
}

/** Whatever goes wrong is told of the path that was asked for, not of the temporary one. */
async function about<T>({ path }: OutputFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw Object.assign(new Error(reasonOf(error)), { code: reasonOf(error), path });
  }
}

async function createFiles(files: readonly OutputFile[]): Promise<void> {
  const staged: Staged[] = [];
  /** What takes back each step so far. */
  const undo: (() => Promise<void>)[] = [];
  const unstage = async (): Promise<void> => {
    for (const beside of staged.splice(0)) await rm(beside.folder, { recursive: true, force: true });
  };
  try {
    for (const file of files) {
      await about(file, async () => {
        await createFolder(dirname(resolve(file.path)), undo);
        const beside = await stage(file);
        if (beside === undefined) throw Object.assign(new Error("EEXIST"), { code: "EEXIST" });
        staged.push(beside);
      });
    }
    for (const [index, file] of files.entries()) {
      const beside = staged[index];
      if (beside === undefined) continue;
      await about(file, () => takeFreePlace(beside));
      undo.push(() => rm(beside.to, { force: true }));
    }
  } catch (error) {
    await unstage();
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  } finally {
    await unstage();
  }
}

/** A folder with those around it; only what is made here is taken back. */
async function createFolder(folder: string, undo: (() => Promise<void>)[]): Promise<void> {
  if ((await kindOf(folder)) === "folder") return;
  if (dirname(folder) !== folder) await createFolder(dirname(folder), undo);
  await mkdir(folder);
  undo.push(() => rmdir(folder));
}

/** Unlike renaming, both ways fail where a file has come to stand there in the meantime. */
async function takeFreePlace({ from, to }: Staged): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (reasonOf(error) === "EEXIST") throw error;
    // Some disks have no links.
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

/** The file this stands in: the built program, or a part of its source. */
const program = fileURLToPath(import.meta.url);

const helper = `
const { parentPort, workerData } = require("node:worker_threads");
require(workerData.program).examine(workerData.paths).then((answer) => parentPort.postMessage(answer));
`;

/**
 * What a helper goes through is one rubric after another, each of which leaves much behind, and nothing that is
 * needed again. Left to itself, V8 would take half of the time to compile (it recompiles functions after every
 * collection of the whole heap) and to move what is about to be dropped. Other versions of V8 than that of
 * Node 20 may not know all of these, and would say so on standard error.
 */
const forManyRubrics = [
  // Room for a whole rubric where new things are (in megabytes), none of which is then taken for lasting.
  "--min-semi-space-size=32",
  "--max-semi-space-size=32",
  "--no-allocation-site-pretenuring",
  // Only what is called often is worth compiling to the end, and that without much of what it calls.
  "--interrupt-budget=300000",
  "--max-inlined-bytecode-size-cumulative=100",
];

async function elsewhere(paths: readonly string[]): Promise<unknown> {
  // What was compiled beforehand (bin/load.js) cannot import later, but it can require.
  const require = createRequire(import.meta.url);
  const { Worker } = require("node:worker_threads") as typeof import("node:worker_threads"); // `require` gives any
  const { setFlagsFromString } = require("node:v8") as typeof import("node:v8"); // so it does here
  // The heap of a helper is laid out by what is set when it starts; that of this thread stays as it is.
  if (process.versions.v8.startsWith("11.")) for (const flag of forManyRubrics) setFlagsFromString(flag);
  const worker = new Worker(helper, { eval: true, workerData: { program, paths } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a helper ended without an answer")));
  });
}

/** Beside package.json, above this file: in src/cli as well as in dist. */
async function rubricsFolder(): Promise<string> {
  let folder = dirname(program);
  while ((await kindOf(join(folder, "package.json"))) !== "file") {
    if (dirname(folder) === folder) throw new Error("the package has no package.json above its program");
    folder = dirname(folder);
  }
  return join(folder, "rubrics");
}
