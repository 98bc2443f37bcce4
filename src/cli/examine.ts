import type { Finding } from "../findings/finding.ts";
import { checked } from "./checked.ts";
import type { Io } from "./io.ts";
import { loadVersions } from "./load.ts";

/** What one rubric comes to: plain data, which can be handed from one core to another. */
export interface ExaminedRubric {
  readonly findings: readonly Finding[];
  /** All the files that were read for it. */
  readonly files: readonly string[];
  readonly usage: boolean;
  /** Whether some of it holds for a time only. */
  readonly dated: boolean;
}

/** Another core is worth its start only for so many rubrics. */
const fewest = 24;

/** Examines rubrics, many of them on all the cores there are; the answers are in the order of the paths. */
export async function examineRubrics(
  io: Io,
  paths: readonly string[],
  asOf: string | undefined,
): Promise<readonly ExaminedRubric[]> {
  const parts = Math.min(io.cores, Math.floor(paths.length / fewest));
  if (parts < 2 || asOf !== undefined) return examineHere(io, paths, asOf);
  const shares = Array.from({ length: parts }, (_, part) =>
    paths.filter((_, index) => index % parts === part),
  );
  const asked = shares.map(async (share) => {
    // Where another core cannot be had after all, the work is done here.
    const answer = await io.elsewhere(share).catch(() => undefined);
    return answer === undefined ? examineHere(io, share) : (answer as ExaminedRubric[]); // what `examineHere` gave there
  });
  const answers = await Promise.all(asked);
  return paths.flatMap((_, index) => answers[index % parts]?.[Math.floor(index / parts)] ?? []);
}

/** So many are worked on in turn: while a file is read for the one, another is examined. */
const atOnce = 2;

/** Every version of each rubric, or that of the day `asOf`. */
export async function examineHere(
  io: Io,
  paths: readonly string[],
  asOf?: string,
): Promise<ExaminedRubric[]> {
  const examined: ExaminedRubric[] = [];
  const rest = paths.entries();
  const examineRest = async (): Promise<void> => {
    for (const [index, path] of rest) examined[index] = await examine(io, path, asOf);
  };
  await Promise.all(Array.from({ length: atOnce }, examineRest));
  return examined;
}

async function examine(io: Io, path: string, asOf: string | undefined): Promise<ExaminedRubric> {
  const versions = await loadVersions(io, path, asOf);
  return {
    findings: await checked(versions),
    files: versions[0]?.files ?? [],
    usage: versions.some(({ usage }) => usage === true),
    dated: versions.some(({ dated }) => dated),
  };
}
