import { expect, test } from "vitest";
import {
  dayOfSerial,
  formatDay,
  monthsBefore,
  parseDay,
  parseDays,
  withoutMidnight,
} from "../../src/base/date.ts";

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

test.each([
  ["18264", "1950-01-01"],
  ["36526", "2000-01-01"],
  ["44926", "2022-12-31"],
  ["44926.75", "2022-12-31"],
  ["45351", "2024-02-29"],
  ["45352", "2024-03-01"],
  ["73050", "2099-12-31"],
])("a spreadsheet means by %s the day %s", (serial, day) => {
  expect(formatDay(dayOfSerial(serial) ?? 0)).toBe(day);
});

test.each(["18263", "73051", "2021", "449260", "-4492", "44926 ", "4e4", ""])(
  "%j is no serial day",
  (text) => {
    expect(dayOfSerial(text)).toBeUndefined();
  },
);

test.each([
  ["2022/12/31 0:00", "2022/12/31"],
  ["2022-12-31T00:00:00", "2022-12-31"],
  ["2022年12月31日 00:00:00.000、2023/1/1 0:00", "2022年12月31日、2023/1/1"],
  ["2022/12/31 10:00", "2022/12/31 10:00"],
  ["2022/12/31 0:001", "2022/12/31 0:001"],
])("%s without midnight is %s", (text, expected) => {
  expect(withoutMidnight(text)).toBe(expected);
});
