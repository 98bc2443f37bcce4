import { type Io, nodeIo, type Stream } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";

/** The real world, but what is written to the two streams is kept. */
export interface RecordingIo extends Io {
  stdout(): string;
  stderr(): string;
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// Made once: each nodeIo() adds a listener to the process's own streams.
const real = nodeIo();

function recordingStream(): { readonly stream: Stream; readonly text: () => string } {
  const pieces: string[] = [];
  const stream: Stream = { isTerminal: false, columns: undefined, write: (text) => void pieces.push(text) };
  return { stream, text: () => pieces.join("") };
}

/** Files are real; the environment is empty and the language Chinese, wherever the tests run. */
export function recordingIo(overrides: Partial<Io> = {}): RecordingIo {
  const out = recordingStream();
  const err = recordingStream();
  return {
    ...real,
    env: {},
    locale: "zh-CN",
    out: out.stream,
    err: err.stream,
    ...overrides,
    stdout: out.text,
    stderr: err.text,
  };
}

/** Runs the program as from the command line, with `argv` after its name. */
export async function run(argv: readonly string[], overrides: Partial<Io> = {}): Promise<Run> {
  const io = recordingIo(overrides);
  const code = await main(argv, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}
