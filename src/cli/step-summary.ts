import type { Finding } from "../findings/finding.ts";
import type { Io } from "./io.ts";
import { written } from "./outputs.ts";

/** GitHub refuses a summary that is longer (in bytes) than this, all of it. */
const mostBytes = 1 << 20;

/**
 * Adds a page to the summary of the step, where a step of GitHub Actions runs the program; other commands
 * of the step may have written to it before. The finding says why it could not be done.
 */
export async function writeStepSummary(
  io: Io,
  render: (mostBytes: number) => string,
): Promise<Finding | undefined> {
  const path = io.env["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "") return undefined;
  const before = await io.readBytes(path, mostBytes).catch(() => new Uint8Array());
  return written(io.appendText(path, render(mostBytes - before.length)));
}
