import type { ColumnRole } from "../rubric/schema.ts";

/** What headings usually call a column; a rubric's own `columns` come first. */
export const usualHeadings: Readonly<Record<ColumnRole, readonly string[]>> = {
  unit: ["unit", "单位"],
  code: ["code", "unit code", "单位代码", "单位编码", "统一社会信用代码", "信用代码"],
  name: ["name", "unit name", "单位名称", "名称"],
  group: ["group", "组别", "分组"],
  category: ["category", "类别", "单位类别", "单位类型", "单位性质"],
  tags: ["tags", "标签"],
  headcount: ["headcount", "人数", "职工人数", "在职人数"],
  region: ["region", "地区", "区域"],
  system: ["system", "系统", "所属系统"],
  level: ["level", "级别", "层级"],
  title: ["title", "titles", "称号", "荣誉称号", "现有称号"],
  since: ["since", "授予日期", "命名日期"],
  expires: ["expires", "有效期至", "到期日期"],
  status: ["status", "状态", "单位状态"],
  "status-date": ["status-date", "status date", "变更日期", "状态日期"],
  into: ["into", "并入", "去向", "并入单位"],
  former: ["former", "former code", "原代码", "原单位代码"],
  "suspended-until": ["suspended-until", "suspended until", "停牌至"],
  "banned-until": ["banned-until", "banned until", "禁止申报至"],
  "rectify-by": ["rectify-by", "rectify by", "整改期限", "整改期限至"],
  indicator: ["indicator", "指标", "指标编号", "测评项目"],
  value: ["value", "值", "得分", "结果"],
  method: ["method", "测评方法", "方法"],
  assessor: ["assessor", "测评员"],
  site: ["site", "点位"],
  period: ["period", "月份", "期", "年度", "年份", "季度", "时期"],
  phase: ["phase", "阶段", "测评阶段"],
  sheet: ["sheet", "问卷编号", "问卷序号"],
  date: ["date", "日期", "发生日期"],
  kind: ["kind", "事项", "事项类别"],
  matter: ["matter", "事由", "事项名称"],
  circumstance: ["circumstance", "情节"],
  count: ["count", "次数"],
  note: ["note", "备注", "说明"],
};

/** What of a heading counts: not its case, nor blanks around it. */
export const headingKey = (heading: string): string => heading.trim().toLowerCase();
