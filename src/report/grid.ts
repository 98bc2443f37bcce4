import { padEnd, padStart, widthOf, wrap } from "../base/width.ts";

/** A column of a table of text: how it is laid out within the width of a terminal. */
export interface GridColumn {
  readonly heading: string;
  readonly align: "left" | "right";
  /** May be wrapped down to this many cells; a column without it keeps its natural width. */
  readonly shrinksTo?: number;
}

const gap = 2;

const naturalWidth = (column: GridColumn, cells: readonly string[]): number => {
  const widest = cells.reduce((width, cell) => Math.max(width, widthOf(cell)), 0);
  // A long heading over short figures is broken over several lines instead of pushing columns apart.
  return column.align === "right"
    ? Math.max(widest, Math.min(widthOf(column.heading), Math.max(8, longestWord(column.heading))))
    : Math.max(widest, widthOf(column.heading));
};

/** The widest part of a heading that should stay whole: a word of a script that has words. */
const longestWord = (heading: string): number =>
  Math.min(16, ...[Math.max(0, ...(heading.match(/[!-~]+/g) ?? []).map((word) => word.length))]);

/** The width of each column when the table takes at most `width` cells, or its least width if that is more. */
function layOut(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map((column, index) =>
    naturalWidth(
      column,
      rows.map((row) => row[index] ?? ""),
    ),
  );
  let surplus = totalWidth(widths) - width;
  const shrinkable = columns.flatMap((column, index) =>
    column.shrinksTo === undefined ? [] : [{ index, least: column.shrinksTo }],
  );
  for (const { index, least } of shrinkable.reverse()) {
    const current = widths[index] ?? 0;
    const next = Math.max(Math.min(least, current), current - Math.max(surplus, 0));
    widths[index] = next;
    surplus -= current - next;
  }
  return widths;
}

const totalWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);

/** The least width the table can be laid out in. */
export function leastWidth(columns: readonly GridColumn[], rows: readonly (readonly string[])[]): number {
  const widths = columns.map((column, index) => {
    const natural = naturalWidth(
      column,
      rows.map((row) => row[index] ?? ""),
    );
    return column.shrinksTo === undefined ? natural : Math.min(column.shrinksTo, natural);
  });
  return totalWidth(widths);
}

/** A laid out table: the lines of its heading, and the lines of each row. */
export interface Grid {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table without rules: aligned by terminal cells, long texts wrapped within their column. */
export function grid(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): Grid {
  const widths = layOut(columns, rows, width);
  const line = (cells: readonly string[][], height: number, bottom: boolean): string[] =>
    Array.from({ length: height }, (_, at) =>
      columns
        .map((column, index) => {
          const parts = cells[index] ?? [];
          const part = parts[bottom ? at - (height - parts.length) : at] ?? "";
          return column.align === "right"
            ? padStart(part, widths[index] ?? 0)
            : padEnd(part, widths[index] ?? 0);
        })
        .join(" ".repeat(gap))
        .trimEnd(),
    );
  const block = (cells: readonly string[], bottom: boolean): string[] => {
    const wrapped = cells.map((cell, index) => wrap(cell, Math.max(1, widths[index] ?? 1)));
    return line(wrapped, Math.max(...wrapped.map((parts) => parts.length)), bottom);
  };
  return {
    heading: block(
      columns.map(({ heading }) => heading),
      true,
    ),
    rows: rows.map((row) => block(row, false)),
  };
}
