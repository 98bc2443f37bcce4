import { expect, test } from "vitest";
import { formatDay, monthsBefore, parseDay, parseDays } from "../../src/base/date.ts";

test.each([
  ["2021-12-31", "2021-12-31"],
  ["2021/1/5", "2021-01-05"],
  ["2025年3月1日", "2025-03-01"],
  ["2024-02-29", "2024-02-29"],
])("%s is the day %s", (text, expected) => {
  expect(formatDay(parseDay(text) ?? 0)).toBe(expected);
});

test.each(["2021-13-01", "2023-02-29", "2021-04-31", "2021-00-10", "2021", "12-31", "2021-12", "", "44561"])(
  "%j is no day",
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

test("a month is its first to its last day", () => {
  expect(parseDays("2024年2月")).toEqual({ first: 20240201, last: 20240229 });
  expect(parseDays("2024-02")).toEqual({ first: 20240201, last: 20240229 });
});

test.each([
  ["2021-12-31", 12, "2020-12-31"],
  ["2024-02-29", 12, "2023-02-28"],
  ["2021-03-31", 1, "2021-02-28"],
  ["2021-01-15", 1, "2020-12-15"],
  ["2021-01-15", 24, "2019-01-15"],
])("%s less %i months is %s", (text, months, expected) => {
  expect(formatDay(monthsBefore(parseDay(text) ?? 0, months))).toBe(expected);
});
