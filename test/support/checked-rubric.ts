import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./recording-io.ts";

/** What `check -f json` tells of one finding, as far as tests look at it. */
export interface Checked {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly witness?: {
    readonly files: Readonly<Record<string, string>>;
    readonly arguments: readonly string[];
  };
}

/** A unit as `score -f json` has it, as far as tests look at it. */
export interface ScoredUnit {
  readonly unit: string;
  readonly exact: string;
  readonly outcome: string | null;
  readonly indicators: readonly { readonly id: string; readonly exact: string }[];
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "ceping-checked-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `check` finds in a rubric. */
export const checked = (rubric: string): Promise<readonly Checked[]> =>
  inFolder(async (folder) => {
    const path = join(folder, "rubric.yaml");
    writeFileSync(path, rubric);
    const { stdout } = await run(["check", path, "-f", "json", "--lang", "en"]);
    return (JSON.parse(stdout) as { findings: Checked[] }).findings; // the format of the contract
  });

/** What `score` makes of the witness of a finding; nothing where it cannot score it. */
export const scoredWitness = (rubric: string, { witness }: Checked): Promise<readonly ScoredUnit[]> =>
  inFolder(async (folder) => {
    const path = join(folder, "rubric.yaml");
    writeFileSync(path, rubric);
    for (const [name, text] of Object.entries(witness?.files ?? {})) writeFileSync(join(folder, name), text);
    const words = (witness?.arguments ?? []).map((word) =>
      word.endsWith(".csv") ? join(folder, word) : word,
    );
    const { stdout } = await run(["score", path, ...words, "-f", "json"]);
    return stdout === "" ? [] : (JSON.parse(stdout) as { units: ScoredUnit[] }).units; // the format of the contract
  });
