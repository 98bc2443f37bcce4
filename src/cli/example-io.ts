import type { Language } from "../base/language.ts";
import type { Example, ExampleFile } from "../findings/pages/page.ts";
import type { Io, PathKind, Stream } from "./io.ts";

/** A world of a few files that are only texts; what is written to its streams is kept. */
export interface ExampleIo extends Io {
  written(stream: "out" | "err"): string;
}

/** As many bytes are read at a time, as of a real file. */
const piece = 1 << 16;

/** The world of an example. It never touches the real one, from which it has only the digest. */
export function exampleIo({ files }: Example, { createDigest }: Io, language: Language): ExampleIo {
  const byPath = new Map(Object.entries(files).map(([path, file]) => [plain(path), file]));
  const folders = new Set([".", ...Object.keys(files).flatMap(foldersOf)]);
  const screens = { out: recording(), err: recording() };
  const kindOf = async (path: string): Promise<PathKind> => {
    const file = byPath.get(plain(path));
    if (folders.has(plain(path))) return "folder";
    if (file === undefined) return "missing";
    return typeof file === "object" && "fault" in file ? { unreadable: file.fault } : "file";
  };
  const readBytes = async (path: string): Promise<Uint8Array> => {
    const file = byPath.get(plain(path));
    if (file === undefined) throw failure("ENOENT", path);
    return bytesOf(file, path);
  };
  /** Nothing is kept: only whether it could be is of interest. */
  const refuse = async (outputs: readonly { readonly path: string }[]): Promise<void> => {
    for (const { path } of outputs) {
      if (folders.has(plain(path))) throw failure("EISDIR", path);
      if (!folders.has(folderOf(plain(path)))) throw failure("ENOENT", path);
    }
  };
  return {
    env: {},
    locale: language,
    out: screens.out.stream,
    err: screens.err.stream,
    kindOf,
    readBytes,
    async *chunks(path) {
      const bytes = await readBytes(path);
      for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
    },
    list: async (folder) =>
      [...new Set([...byPath.keys(), ...folders])]
        .filter((path) => path !== "-" && path !== "." && folderOf(path) === plain(folder))
        .map(nameOf),
    glob: async (pattern) => [...byPath.keys()].filter((path) => matcher(pattern).test(path)),
    identify: async (path) => plain(path),
    pathFrom: (_, path) => plain(path),
    createDigest,
    writeFiles: refuse,
    appendText: async () => undefined,
    createFiles: async () => undefined,
    rubricsFolder: async () => "rubrics",
    cores: 1,
    elsewhere: () => Promise.reject(new Error("an example has one core")),
    now: () => 0,
    written: (stream) => screens[stream].text(),
  };
}

function recording(): { readonly stream: Stream; readonly text: () => string } {
  const pieces: string[] = [];
  return {
    stream: { isTerminal: false, columns: undefined, write: (text) => void pieces.push(text) },
    text: () => pieces.join(""),
  };
}

function bytesOf(file: ExampleFile, path: string): Uint8Array {
  if (typeof file === "object" && "fault" in file) throw failure(file.fault, path);
  const content = typeof file === "string" ? file : file.content();
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

const failure = (code: string, path: string): Error => Object.assign(new Error(code), { code, path });

/** A path without what changes nothing; the folder one is in is ".". */
const plain = (path: string): string => path.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "") || ".";
const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** All folders that a path of the example goes through, with itself where it is one. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Only `*` is needed here. */
const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^$()|[\]{}\\]/g, "\\$&"))
      .join("[^/]*")}$`,
  );
