import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { run } from "./recording-io.ts";

/** What tests of fixtures look at in `score --format json`. */
export interface Assessed {
  readonly units: readonly {
    readonly name: string;
    readonly group: string;
    readonly rank: number;
    readonly tied: boolean;
    readonly total: string;
    readonly exact: string;
    readonly outcome: string | null;
    readonly titles?: {
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly bannedUntil: string | null;
      readonly rectifyBy: string | null;
    };
    readonly reasons: readonly { readonly clause: string; readonly text: string }[];
    readonly indicators: readonly {
      readonly id: string;
      readonly points: string;
      readonly exact: string;
      readonly state: string;
    }[];
  }[];
  readonly tally: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

/** Runs the command of a fixture, with the result as data. */
export async function assess(fixture: string): Promise<Assessed> {
  const command = (await readFile(`fixtures/${fixture}/command.txt`, "utf8")).trim().split(" ");
  const { code, stdout, stderr } = await run([...command, "-f", "json"]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Assessed;
}
