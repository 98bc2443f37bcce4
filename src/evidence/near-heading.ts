import { stepsBetween } from "../base/closest.ts";
import { plainly } from "../base/plain-text.ts";

/** Headings of two characters that registers usually have, and that are a character away from one of ours. */
const ordinary: ReadonlySet<string> = new Set(
  [
    ["序号", "编号", "账号", "帐号", "证号", "文号", "代号"], // 称号
    ["性别", "类型", "等级", "年级", "班级"], // 类别、级别
    ["组长", "组员", "小组", "分管", "分工"], // 组别、分组
    ["简称", "全称", "别称", "职称", "品名", "姓名"], // 名称
    ["职位", "岗位", "单价"], // 单位
    ["人员", "人名", "户数", "岁数", "总数"], // 人数
    ["地址", "地点", "小区", "片区", "社区", "市区", "城区", "街区", "园区", "区县", "区号"], // 地区、区域
    ["系列", "系数", "院系"], // 系统
    ["收入", "投入", "去年"], // 并入、去向
  ].flat(),
);

/** Longer headings than this may have two wrong characters. */
const longest = 5;

/** What of a heading can be seen: not its blanks, nor how wide it is typed. */
const seen = (heading: string): string => plainly(heading).replace(/\s+/gu, "").toLowerCase();

/** The heading for which this one may be a slip of the hand: the nearest, the first of equals. */
export function nearHeading(heading: string, candidates: Iterable<string>): string | undefined {
  const own = seen(heading);
  let best: string | undefined;
  let bestSteps = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = stepsBetween(own, seen(candidate));
    const most = ordinary.has(own) ? 0 : Math.min(own.length - 1, candidate.length > longest ? 2 : 1);
    if (steps > most || steps >= bestSteps) continue;
    best = candidate;
    bestSteps = steps;
  }
  return best;
}
