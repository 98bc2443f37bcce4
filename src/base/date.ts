/**
 * Calendar days as whole numbers, `20211231`: they compare as the days do. There is no clock and no
 * time zone here; the day from which windows are counted is always an argument.
 */
export type Day = number;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

export const dayOf = (year: number, month: number, day: number): Day => year * 10_000 + month * 100 + day;
export const yearOf = (day: Day): number => Math.floor(day / 10_000);
const monthOf = (day: Day): number => Math.floor(day / 100) % 100;

/** How a day or a month is written, without space around it. */
export const writtenDay = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月?)$/;

/** A day as written in files: `2021-12-31`, `2021/12/31`, `2021年12月31日`; undefined where it is none. */
export function parseDay(text: string): Day | undefined {
  const range = parseDays(text);
  return range !== undefined && range.first === range.last ? range.first : undefined;
}

/** A day, or a whole month (`2021-12`, `2021年12月`), as its first and last day. */
export function parseDays(text: string): { readonly first: Day; readonly last: Day } | undefined {
  const [, year, month, day] = (writtenDay.exec(text.trim()) ?? []).map(Number);
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  const length = lengthOfMonth(year, month);
  if (day === undefined || Number.isNaN(day))
    return { first: dayOf(year, month, 1), last: dayOf(year, month, length) };
  if (day < 1 || day > length) return undefined;
  return { first: dayOf(year, month, day), last: dayOf(year, month, day) };
}

/** The midnight that a spreadsheet writes behind a day: `2022/12/31 0:00`, `2022-12-31 00:00:00`. */
const midnight = /(?<=\d日?)(?:\s+|T)00?:00(?::00(?:\.0+)?)?(?=$|[\s;,、，；|])/gu;

/** Days as they stand in a table that a spreadsheet wrote, as they are written elsewhere. */
export const withoutMidnight = (text: string): string => text.replace(midnight, "");

/** The day of a serial number, as spreadsheets count days from 1900; undefined where a text is none of this or the last century. */
export function dayOfSerial(text: string): Day | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < 18_264 || serial > 73_050) return undefined; // 1950 to 2099
  // They take 1900 for a leap year, so that 1 March is day 61.
  let left = serial - 2;
  let year = 1900;
  for (let length = 365; left >= length; length = isLeap(year) ? 366 : 365) {
    left -= length;
    year += 1;
  }
  let month = 1;
  for (; left >= lengthOfMonth(year, month); month += 1) left -= lengthOfMonth(year, month);
  return dayOf(year, month, left + 1);
}

/** `2021-12-31`. */
export function formatDay(day: Day): string {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The same day of the month so many months before; the last of the month where it has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + (monthOf(day) - 1) - months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayOf(year, month, Math.min(day % 100, lengthOfMonth(year, month)));
}

/** The same day of the month so many months later. */
export const monthsAfter = (day: Day, months: number): Day => monthsBefore(day, -months);

/** The last day of the calendar year. */
export const endOfYear = (day: Day): Day => dayOf(yearOf(day), 12, 31);

export const dayAfter = (day: Day): Day => {
  const [year, month, date] = [yearOf(day), monthOf(day), day % 100];
  if (date < lengthOfMonth(year, month)) return day + 1;
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
};
export const dayBefore = (day: Day): Day => {
  const [year, month, date] = [yearOf(day), monthOf(day), day % 100];
  if (date > 1) return day - 1;
  return month === 1 ? dayOf(year - 1, 12, 31) : dayOf(year, month - 1, lengthOfMonth(year, month - 1));
};
