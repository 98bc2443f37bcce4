import type { HistoryColumn } from "../evidence/history-columns.ts";
import { problems } from "../findings/catalog.ts";
import type { Finding } from "../findings/finding.ts";
import type { Path, RubricDocument } from "../rubric/document.ts";
import { parse } from "../rubric/read.ts";
import type { Past } from "./case.ts";
import type { Report } from "./given.ts";
import { type PastNode, pastSchema } from "./schema.ts";

interface Reading {
  readonly document: RubricDocument;
  readonly findings: Finding[];
  readonly report: Report;
}

const isMap = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** For a year in which a unit was not assessed, and for no titles. */
const nothing: readonly string[] = ["", "none", "无"];

/** In which column of a history stands what a case says of an earlier year. */
const columnOf: Readonly<Record<Exclude<keyof PastNode, "titles">, HistoryColumn>> = {
  total: "total",
  exact: "exact",
  rank: "rank",
  units: "units",
  group: "group",
  outcome: "outcome",
  rubric: "rubric",
};

/** The earlier years of one layer of the file, by year. */
export function readPast(
  reading: Reading,
  years: Readonly<Record<string, unknown>> | undefined,
  path: Path,
): ReadonlyMap<string, Past> {
  return new Map(
    Object.entries(years ?? {}).map(([year, node]) => {
      const here = [...path, year];
      return [year, { year, path: here, cells: readYear(reading, node, here) }];
    }),
  );
}

function readYear({ document, findings, report }: Reading, node: unknown, path: Path): Past["cells"] {
  if (typeof node === "string")
    return nothing.includes(node) ? undefined : new Map([["total", { text: node, path }]]);
  if (!isMap(node)) {
    report(path, problems.wrongType(["text", "map"], node));
    return undefined;
  }
  const past = parse<PastNode>(document, pastSchema, node, path, findings);
  if (past === undefined) return undefined;
  const { titles = [], ...figures } = past;
  const cells = Object.entries(columnOf).flatMap(
    ([key, column]): [HistoryColumn, { text: string; path: Path }][] => {
      const text = figures[key as keyof typeof figures]; // the keys of the map are those of the node
      return text === undefined ? [] : [[column, { text, path: [...path, key] }]];
    },
  );
  if (past.titles === undefined) return new Map(cells);
  const held = titles.filter((name) => !nothing.includes(name)).join("；");
  return new Map([...cells, ["after", { text: held, path: [...path, "titles"] }]]);
}
