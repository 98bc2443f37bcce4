import { alikeFirst } from "../base/closest.ts";
import type { Text } from "../base/language.ts";
import { nearOr, problem, quoted } from "./problem.ts";

/** What the shapes of values are called. */
export const shapes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  text: { zh: "一个值", en: "a single value" },
  list: { zh: "一个列表（每项以“- ”开头）", en: 'a list (each item after "- ")' },
  map: { zh: "若干“键: 值”", en: 'a block of "key: value"' },
};

/** The shape of a value that was read. */
export const shapeOf = (value: unknown): string =>
  typeof value === "string" ? "text" : Array.isArray(value) ? "list" : "map";

const howToWrite: Readonly<Record<string, Text>> = {
  text: { zh: "直接写在冒号后面，如“points: 5”", en: 'write it after the colon, as in "points: 5"' },
  list: {
    zh: "写成“[甲, 乙]”，或每项另起一行、缩进后以“- ”开头",
    en: 'write "[one, another]", or each item on a line of its own, indented and after "- "',
  },
  map: {
    zh: "另起一行，缩进后写“键: 值”，每行一个；或写成“{ 键: 值 }”",
    en: 'write "key: value" on lines of their own, indented; or "{ key: value }"',
  },
};

const kinds = {
  indicator: { zh: "指标", en: "indicator" },
  input: { zh: "输入项", en: "input" },
  scale: { zh: "等级表", en: "scale" },
  step: { zh: "等级", en: "step of the scale" },
  method: { zh: "测评方法", en: "method" },
  category: { zh: "类别", en: "category" },
  tag: { zh: "标签", en: "tag" },
  veto: { zh: "否决事项", en: "veto" },
  gate: { zh: "准入条件", en: "gate" },
  group: { zh: "组", en: "group" },
  title: { zh: "称号", en: "title" },
  result: { zh: "跨年成绩", en: "result over years" },
  outcome: { zh: "结果", en: "outcome" },
  entry: { zh: "指标、组、输入项、准入条件或否决事项", en: "indicator, group, input, gate or veto" },
} as const;

/** What can be wrong with the shape of a rubric: its keys, words and references. */
export const shapeProblems = {
  wrongType: (expected: readonly string[], found: unknown) => {
    const wanted = expected.map((shape) => shapes[shape] ?? { zh: shape, en: shape });
    const got = shapes[shapeOf(found)] ?? { zh: "", en: "" };
    return problem(
      "wrong-type",
      "error",
      {
        zh: `这里应是${wanted.map(({ zh }) => zh).join("或")}，而写的是${got.zh}`,
        en: `this should be ${wanted.map(({ en }) => en).join(" or ")}, not ${got.en}`,
      },
      howToWrite[expected[0] ?? ""],
    );
  },
  listBelow: (key: string) =>
    problem(
      "wrong-type",
      "error",
      { zh: `“${quoted(key)}”下面直接写了列表`, en: `"${quoted(key)}" is a list itself` },
      {
        zh: `在“${quoted(key)}:”下面加一行“list:”，各项写在它的下面，多缩进一层`,
        en: `put a line "list:" below "${quoted(key)}:", and the items below that, indented once more`,
      },
    ),
  unknownKey: (key: string, section: string, known: readonly string[], near: string | undefined) =>
    problem(
      "unknown-key",
      "error",
      {
        zh: `不认识的键“${quoted(key)}”${section === "" ? "" : `（在 ${section} 里）`}`,
        en: `unknown key "${quoted(key)}"${section === "" ? "" : ` in ${section}`}`,
      },
      nearOr(near, alikeFirst(key, known)),
      near,
    ),
  keyOfOtherRule: (key: string, rule: string, owners: readonly string[]) =>
    problem(
      "unknown-key",
      "error",
      { zh: `规则 ${rule} 没有“${key}”这个键`, en: `the rule ${rule} has no key "${key}"` },
      {
        zh: `“${key}”属于规则 ${owners.join("、")}`,
        en: `"${key}" belongs to the rule ${owners.join(", ")}`,
      },
    ),
  missingKey: (key: string) =>
    problem(
      "missing-key",
      "error",
      { zh: `缺少“${key}”`, en: `"${key}" is missing` },
      { zh: `补上“${key}: …”`, en: `add "${key}: …"` },
    ),
  emptyValue: (key: string) =>
    problem(
      "empty-value",
      "error",
      { zh: `“${key}”后面没有内容`, en: `nothing stands after "${key}"` },
      { zh: "写上内容，或删去这个键", en: "write a value, or take the key out" },
    ),
  wrongLength: (key: string, bound: "least" | "most", length: number) =>
    problem(
      "wrong-length",
      "error",
      bound === "least"
        ? { zh: `“${key}”至少要有 ${length} 项`, en: `"${key}" needs at least ${length} of its items` }
        : { zh: `“${key}”至多有 ${length} 项`, en: `"${key}" has at most ${length} items` },
      bound === "least"
        ? { zh: "补上缺的，或删去这个键", en: "add what is missing, or take the key out" }
        : { zh: "删去多的", en: "take out what is too much" },
    ),
  unknownWord: (key: string, word: string, allowed: readonly string[], near: string | undefined) =>
    problem(
      "unknown-word",
      "error",
      { zh: `“${key}”不能是“${quoted(word)}”`, en: `"${key}" cannot be "${quoted(word)}"` },
      nearOr(near, allowed),
      near,
    ),
  badIdentifier: (found: string) =>
    problem(
      "bad-identifier",
      "error",
      {
        zh: `编号“${quoted(found)}”里有不能用的字符`,
        en: `the id "${quoted(found)}" has characters that an id cannot have`,
      },
      {
        zh: "编号用字母、汉字、数字和 _ . -，不能有空格、@、/ 和冒号",
        en: "an id has letters of any script, digits, and _ . - ; no space, @, / or colon",
      },
    ),
  duplicateId: (id: string, line: number, file?: string) =>
    problem(
      "duplicate-id",
      "error",
      {
        zh: `编号“${id}”用了两次，前一次在${file === undefined ? "" : ` ${file} `}第 ${line} 行`,
        en: `the id "${id}" is used twice, before ${file === undefined ? "" : `in ${file} `}on line ${line}`,
      },
      {
        zh: "给其中一个换个编号（total 留给总分）",
        en: 'give one of them another id ("total" is the total\'s)',
      },
    ),
  unknownReference: (
    kind: keyof typeof kinds,
    name: string,
    known: readonly string[],
    near: string | undefined,
  ) =>
    problem(
      "unknown-reference",
      "error",
      {
        zh: `没有叫“${quoted(name)}”的${kinds[kind].zh}`,
        en: `there is no ${kinds[kind].en} "${quoted(name)}"`,
      },
      nearOr(near, known) ?? {
        zh: `先在测评体系里写出这个${kinds[kind].zh}`,
        en: `write that ${kinds[kind].en} in the rubric first`,
      },
      near,
    ),
};
