import { readdirSync } from "node:fs";

const files = readdirSync("rubrics", { recursive: true, encoding: "utf8" })
  .map((name) => `rubrics/${name.replaceAll("\\", "/")}`)
  .filter((name) => /\.ya?ml$/.test(name))
  .sort();

const isCases = (path: string): boolean => path.endsWith(".cases.yaml");

/** Every rubric that comes with the program. */
export const shippedRubrics: readonly string[] = files.filter((path) => !isCases(path));

/** Their cases. */
export const shippedCases: readonly string[] = files.filter(isCases);
