import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The language server that editors use for YAML, over its standard streams. Only the part of the protocol
 * that the tests need; nothing is fetched, the JSON Schema lies on disk.
 */
export interface Editor {
  /** Opens a text under a path, whether or not there is such a file; gives back what is told of it. */
  open(path: string, text: string): Promise<readonly Diagnostic[]>;
  /** What is offered at a place, by label. */
  complete(path: string, at: Position): Promise<ReadonlyMap<string, CompletionItem>>;
  /** What is shown at a place. */
  hover(path: string, at: Position): Promise<string>;
  close(): Promise<void>;
}

/** Lines and characters count from 0, as in the protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position };
}
export interface CompletionItem {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

const settings: Readonly<Record<string, unknown>> = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

export async function openEditor(): Promise<Editor> {
  const server = spawn(
    process.execPath,
    [resolve("node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const answers = new Map<number, (message: Message) => void>();
  const told = new Map<string, (found: readonly Diagnostic[]) => void>();
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method: string, params: unknown): Promise<unknown> => {
    const id = answers.size + 1;
    send({ id, method, params });
    return new Promise((answer, fail) => {
      answers.set(id, ({ result, error }) => (error === undefined ? answer(result) : fail(error)));
    });
  };
  readMessages(server, (message) => {
    const { id, method, params } = message;
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      told.get(uri)?.(diagnostics);
    } else if (method === "workspace/configuration") {
      const { items } = params as { items: readonly { section?: string }[] };
      send({ id, result: items.map(({ section = "" }) => settings[section] ?? null) });
    } else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) answers.get(id)?.(message);
  });

  const uriOf = (path: string): string => pathToFileURL(resolve(path)).href;
  const place = (path: string, position: Position) => ({ textDocument: { uri: uriOf(path) }, position });
  await ask("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        hover: { contentFormat: ["markdown", "plaintext"] },
        completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
      },
    },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings } });

  return {
    open: (path, text) => {
      const uri = uriOf(path);
      const found = new Promise<readonly Diagnostic[]>((answer) => told.set(uri, answer));
      send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
      });
      return found;
    },
    complete: async (path, at) => {
      const result = (await ask("textDocument/completion", place(path, at))) as {
        items: readonly CompletionItem[];
      };
      return new Map(result.items.map((item) => [item.label, item]));
    },
    hover: async (path, at) => {
      const result = (await ask("textDocument/hover", place(path, at))) as {
        contents: { value: string };
      } | null;
      return result?.contents.value ?? "";
    },
    close: async () => {
      await ask("shutdown", null);
      const gone = new Promise((done) => server.once("exit", done));
      send({ method: "exit" });
      await gone;
    },
  };
}

/** Messages come with their length in front, in pieces that end anywhere. */
function readMessages(server: ChildProcess, take: (message: Message) => void): void {
  let pending = Buffer.alloc(0);
  server.stdout?.on("data", (piece: Buffer) => {
    pending = Buffer.concat([pending, piece]);
    for (;;) {
      const head = pending.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, head).toString())?.[1]);
      const end = head + 4 + length;
      if (pending.length < end) return;
      const body = pending.subarray(head + 4, end).toString();
      pending = pending.subarray(end);
      take(JSON.parse(body));
    }
  });
}
