/** The one place where defaults live; the README of `rubrics/` lists the same. */
export const defaults = {
  rounding: { places: 2, mode: "half-up", at: "total", lines: "rounded", ranks: "rounded" },
  missing: "finding",
  notApplicable: "renormalise",
  groupBy: ["group"],
} as const;
