import { listed, nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with the titles, the status and the successors that a register tells of. */
export const registerProblems = {
  titlesUnknown: (registerGiven: boolean) =>
    problem(
      "titles-unknown",
      "error",
      registerGiven
        ? {
            zh: "体系里有称号，登记表却没有“称号”列，也没有给历年结果：不知道谁持有什么称号",
            en: "the rubric has titles, but the register has no column for them and no history is given: nobody knows who holds what",
          }
        : {
            zh: "体系里有称号，却没有给登记表，也没有给历年结果：不知道谁持有什么称号",
            en: "the rubric has titles, but neither a register nor a history is given: nobody knows who holds what",
          },
      {
        zh: "在登记表里加一列“称号”，没有称号的留空；或用 --history 给出历年结果",
        en: 'add a column "title" to the register, blank where there is none; or give the results of earlier years with --history',
      },
    ),
  titleTwice: (unit: string, title: string) =>
    problem(
      "title-twice",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(title)}”写了两次`,
        en: `"${quoted(unit)}" has the title "${quoted(title)}" twice`,
      },
      { zh: "留一个，连同它的日期", en: "keep one of them, with its dates" },
    ),
  titlesHeldBoth: (unit: string, first: string, second: string) =>
    problem(
      "titles-exclusive",
      "error",
      {
        zh: `“${quoted(unit)}”同时有“${quoted(first)}”和“${quoted(second)}”，二者不能并存`,
        en: `"${quoted(unit)}" holds both "${quoted(first)}" and "${quoted(second)}", which exclude each other`,
      },
      {
        zh: "核对后留下真正持有的一个；确实可以并存的，删去测评体系里的 excludes",
        en: "keep the one that it really holds; where both may be held, delete excludes in the rubric",
      },
    ),
  titleDates: (unit: string, titles: number, dates: number) =>
    problem(
      "title-dates",
      "error",
      {
        zh: `“${quoted(unit)}”有 ${titles} 个称号，这里有 ${dates} 个日期`,
        en: `"${quoted(unit)}" has ${titles} titles, but here are ${dates} dates`,
      },
      {
        zh: "按称号的顺序一个称号一个日期，用顿号分开，没有的空着；都是同一天的只写一个",
        en: "write a date for each title, in the same order and parted alike, blank where there is none; or one for all",
      },
    ),
  titleEndsFirst: (unit: string, title: string, since: string, expires: string) =>
    problem(
      "title-ends-first",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(title)}”${since} 授予，却 ${expires} 就到期`,
        en: `"${quoted(title)}" of "${quoted(unit)}" was granted on ${since} and ends on ${expires}, before that`,
      },
      { zh: "核对两个日期", en: "check the two dates" },
    ),
  titleLater: (unit: string, title: string, since: string, asOf: string) =>
    problem(
      "title-later",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(title)}”${since} 才授予，晚于基准日 ${asOf}`,
        en: `"${quoted(title)}" of "${quoted(unit)}" was granted on ${since}, after the reference date ${asOf}`,
      },
      {
        zh: "用测评当时的登记表；或核对这个日期和 --as-of",
        en: "give the register as it was at the time; or check the date and --as-of",
      },
    ),
  titleExpired: (unit: string, title: string, expires: string) =>
    problem(
      "title-expired",
      "warning",
      {
        zh: `“${quoted(unit)}”的“${quoted(title)}”已于 ${expires} 到期，不再算作持有`,
        en: `"${quoted(title)}" of "${quoted(unit)}" ended on ${expires} and does not count as held`,
      },
      {
        zh: "续了的改正日期，没有续的从登记表里删去这个称号",
        en: "mend the date if it was renewed; otherwise take the title out of the register",
      },
    ),
  titleWithoutTerm: (unit: string, title: string) =>
    problem(
      "title-without-term",
      "error",
      {
        zh: `体系要看“${quoted(title)}”是否届满，而“${quoted(unit)}”没有写它的授予日期或有效期`,
        en: `the rubric asks whether the term of "${quoted(title)}" ends, but "${quoted(unit)}" has neither its first day nor its last`,
      },
      {
        zh: "在登记表里填上“授予日期”或“有效期至”",
        en: 'fill in "since" or "expires" in the register',
      },
    ),
  titleUndated: (unit: string, title: string, year: number) =>
    problem(
      "title-without-term",
      "error",
      {
        zh: `“${quoted(title)}”有期限，而 ${year} 年的结果没有写“${quoted(unit)}”的授予日期或有效期：不知道到什么时候为止`,
        en: `"${quoted(title)}" is held for a term, but the results of ${year} have neither its first day nor its last for "${quoted(unit)}": nobody knows when it ends`,
      },
      {
        zh: "用 --units 给出有“称号”和“授予日期”两列的登记表；或在历年结果里加“授予日期”（或“有效期至”）列，-o history: 写出的就有",
        en: 'give a register with the columns "title" and "since" (--units); or add "since" (or "expires") to the history, as -o history: writes it',
      },
    ),
  successorMissing: (unit: string) =>
    problem(
      "successor-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”合并了，却没有写并入了哪个单位`,
        en: `"${quoted(unit)}" was merged, but it is not said into which unit`,
      },
      {
        zh: "在“并入”列写上接续的单位；整个撤销、没有接续单位的，状态写撤并",
        en: 'name the unit that has taken over under "into"; where there is none, its status is closed',
      },
    ),
  successorOfActive: (unit: string, into: string) =>
    problem(
      "successor-of-active",
      "error",
      {
        zh: `“${quoted(unit)}”写了并入“${quoted(into)}”，状态却是正常`,
        en: `"${quoted(unit)}" goes into "${quoted(into)}", but its status is active`,
      },
      {
        zh: "在“状态”列写上合并、拆分、撤并或更名；没有并入的删去这一格",
        en: "write merged, split, closed or renamed under status; or take this cell out",
      },
    ),
  mergerCircle: (units: readonly string[]) => {
    const names = listed(units);
    return problem(
      "merger-circle",
      "error",
      units.length < 2
        ? { zh: `“${names.zh}”并入了自己`, en: `"${names.en}" was merged into itself` }
        : {
            zh: `并来并去绕成了圈：${names.zh}`,
            en: `these units were merged into one another in a circle: ${names.en}`,
          },
      {
        zh: "核对“并入”列，最后总有一个单位没有并入别的",
        en: "check the column into: one of them is left in the end",
      },
    );
  },
  formerTwice: (code: string, unit: string, line: number) =>
    problem(
      "former-twice",
      "error",
      {
        zh: `原代码“${quoted(code)}”已在第 ${line} 行给了“${quoted(unit)}”`,
        en: `the former code "${quoted(code)}" was given to "${quoted(unit)}" on line ${line}`,
      },
      {
        zh: "一个代码的历年结果只能归一个单位。拆分的，保留原单位一行，状态写拆分，在“并入”列写上拆成的单位",
        en: "the earlier results of a code belong to one unit. After a split keep the old unit in a row of its own, with the status split and its successors under into",
      },
    ),
  asOfForRegister: () =>
    problem(
      "as-of-missing",
      "error",
      {
        zh: "登记表里有称号或状态的日期，但没有给基准日",
        en: "the register has dates of titles or status, but no reference date is given",
      },
      {
        zh: "加上 --as-of 日期，如 --as-of 2021-12-31；工具从不取当天日期",
        en: "add --as-of with a date, such as --as-of 2021-12-31; the clock is never used",
      },
    ),
  titleNotGranted: (unit: string, title: string, year: number, file: string, line: number) =>
    problem(
      "title-not-granted",
      "error",
      {
        zh: `登记表说“${quoted(unit)}”持有“${quoted(title)}”，${year} 年的结果里没有（${file} 第 ${line} 行）`,
        en: `the register says that "${quoted(unit)}" holds "${quoted(title)}", but it did not after ${year} (${file} line ${line})`,
      },
      {
        zh: "核对登记表；由别的部门授予的称号，在测评体系里写 granted-by: others",
        en: "check the register; if others grant this title, write granted-by: others in the rubric",
      },
    ),
  titleNeverGranted: (unit: string, title: string, since: string) =>
    problem(
      "title-not-granted",
      "error",
      {
        zh: `登记表说“${quoted(unit)}”${since} 得到“${quoted(title)}”，历年结果里却没有这个单位`,
        en: `the register says that "${quoted(unit)}" was granted "${quoted(title)}" on ${since}, but the history does not know the unit`,
      },
      {
        zh: "核对登记表；换过代码的，在“原代码”列写上以前的代码",
        en: 'check the register; if the code of the unit changed, write the old one under "former"',
      },
    ),
  titleLost: (unit: string, title: string, year: number, file: string, line: number) =>
    problem(
      "title-lost",
      "error",
      {
        zh: `${year} 年的结果说“${quoted(unit)}”持有“${quoted(title)}”（${file} 第 ${line} 行），登记表里却没有`,
        en: `"${quoted(unit)}" held "${quoted(title)}" after ${year} (${file} line ${line}), but the register does not say so`,
      },
      {
        zh: "在登记表的“称号”列补上；由别的部门授予和取消的称号，在测评体系里写 granted-by: others",
        en: "add it to the register; if others grant and take this title, write granted-by: others in the rubric",
      },
    ),
  codeChanged: (unit: string, before: string, now: string) =>
    problem(
      "code-changed",
      "error",
      {
        zh: `“${quoted(unit)}”以前的代码是“${quoted(before)}”，登记表里是“${quoted(now)}”`,
        en: `the code of "${quoted(unit)}" was "${quoted(before)}" and is "${quoted(now)}" in the register`,
      },
      {
        zh: `是同一个单位的，在登记表的“原代码”列写上 ${quoted(before)}；写错了的改正`,
        en: `if it is the same unit, write ${quoted(before)} under "former" in the register; otherwise mend the code`,
      },
    ),
  unitLeft: (
    unit: string,
    year: number,
    titles: readonly string[],
    registerGiven: boolean,
    near: string | undefined,
  ) => {
    const held = titles.length === 0 ? undefined : listed(titles);
    return problem(
      "unit-left",
      "warning",
      {
        zh: `“${quoted(unit)}”参加了 ${year} 年的测评${held === undefined ? "" : `，持有${held.zh}`}，${registerGiven ? "现在的登记表里" : "这次的数据里"}没有它`,
        en: `"${quoted(unit)}" was assessed in ${year}${held === undefined ? "" : ` and held ${held.en}`}, but ${registerGiven ? "the register" : "this year's data"} does not have it`,
      },
      nearOr(near, []) ?? {
        zh: "今年合并、撤销的单位请留在登记表里，写上状态；换过代码的，在“原代码”列写上以前的代码；以前年度已经合并、撤销的不必理会",
        en: "keep units that were merged or closed this year in the register, with their status; where a code changed, write the old one under former; units that were merged or closed in earlier years need nothing",
      },
    );
  },
};
