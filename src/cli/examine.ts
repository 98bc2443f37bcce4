import type { Finding } from "../findings/finding.ts";
import { checked } from "./checked.ts";
import type { Io } from "./io.ts";
import { loadRubric } from "./load.ts";

/** What one rubric comes to: plain data, which can be handed from one core to another. */
export interface ExaminedRubric {
  readonly findings: readonly Finding[];
  /** All the files that were read for it. */
  readonly files: readonly string[];
  readonly usage: boolean;
}

/** Another core is worth its start only for so many rubrics. */
const fewest = 24;

/** Examines rubrics, many of them on all the cores there are; the answers are in the order of the paths. */
export async function examineRubrics(io: Io, paths: readonly string[]): Promise<readonly ExaminedRubric[]> {
  const parts = Math.min(io.cores, Math.floor(paths.length / fewest));
  if (parts < 2) return examineHere(io, paths);
  const shares = Array.from({ length: parts }, (_, part) =>
    paths.filter((_, index) => index % parts === part),
  );
  const [own = [], ...others] = shares;
  const asked = others.map(async (share) => {
    // Where another core cannot be had after all, the work is done here.
    const answer = await io.elsewhere(share).catch(() => undefined);
    return answer === undefined ? examineHere(io, share) : (answer as ExaminedRubric[]); // what `examineHere` gave there
  });
  const answers = await Promise.all([examineHere(io, own), ...asked]);
  return paths.flatMap((_, index) => answers[index % parts]?.[Math.floor(index / parts)] ?? []);
}

export async function examineHere(io: Io, paths: readonly string[]): Promise<ExaminedRubric[]> {
  const examined: ExaminedRubric[] = [];
  for (const path of paths) {
    const rubric = await loadRubric(io, path);
    examined.push({
      findings: await checked(rubric),
      files: rubric.files,
      usage: rubric.usage === true,
    });
  }
  return examined;
}
