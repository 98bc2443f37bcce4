import type { Text } from "../base/language.ts";
import { listed, problem, quoted } from "./problem.ts";

const witnessHint: Text = {
  zh: "用 --witness 文件夹 可写出这样的一份报送数据",
  en: "--witness with a folder writes such a submission",
};

/** Titles that a unit holds, in words. */
const holding = (titles: readonly string[]): Text => {
  const names = listed(titles);
  return titles.length === 0
    ? { zh: "没有称号的", en: "without a title" }
    : { zh: `持有“${names.zh}”的`, en: `that holds "${names.en}"` };
};

/** How a unit came to be where it is. */
const by = (path: Text | undefined): Text =>
  path === undefined ? { zh: "", en: "" } : { zh: `：${path.zh}`, en: `: ${path.en}` };

/** What the rules of outcomes do to titles over the years. */
export const titleProblems = {
  titleUnreachable: (name: string) =>
    problem(
      "title-unreachable",
      "warning",
      {
        zh: `称号“${quoted(name)}”没有单位能得到：没有一条走得到的结果授予它`,
        en: `no unit can come to hold the title "${quoted(name)}": no outcome that can be reached grants it`,
      },
      {
        zh: "在结果的 effect 里写 grants 或 changes；由上级授予、或者早就持有的，写 granted-by: others",
        en: "name it under grants or changes of an outcome; where somebody else grants it, or units have long held it, write granted-by: others",
      },
    ),
  quotaReferEffect: (outcome: string, clause: string) =>
    problem(
      "quota-refer-effect",
      "warning",
      {
        zh: `并列时转为“${quoted(outcome)}”的单位没有第 ${quoted(clause)} 条的后果（effect）：转交还不是决定`,
        en: `units that a tie refers to "${quoted(outcome)}" do not have the effect of rule ${quoted(clause)}: to refer is not to decide`,
      },
      {
        zh: "给并列的单位另起一个结果名称，如“提请研究”；以后的决定用人工变更写明",
        en: "give those units an outcome of another name, such as one that says that it is to be decided; the decision is then written as an override",
      },
    ),
  termBetween: (title: string, term: string, every: number) =>
    problem(
      "term-between",
      "warning",
      {
        zh: `“${quoted(title)}”的期限是 ${quoted(term)}，每 ${every} 年测评一次：到期的那一年可能没有测评，称号没有看就过期了`,
        en: `the term of "${quoted(title)}" is ${quoted(term)}, with an assessment every ${every} years: it may end in a year without one, and the title is gone before anybody looks`,
      },
      {
        zh: `期限写成 ${every} 年的倍数，或核对 years 的 every`,
        en: `make the term a multiple of ${every} years, or look at every under years`,
      },
    ),
  titleNeverLost: (name: string, outcome: string, path: Text) =>
    problem(
      "title-never-lost",
      "warning",
      {
        zh: `称号“${quoted(name)}”得到以后永远不会失去（${path.zh}）`,
        en: `the title "${quoted(name)}" can never be lost once it is held (${path.en})`,
      },
      {
        zh: `写一条 takes 它的结果，或给它 term；有意终身保留的，在结果“${quoted(outcome)}”写 final: yes`,
        en: `add an outcome that takes it, or give it a term; where it is meant to be for good, write final: yes beside the outcome "${quoted(outcome)}"`,
      },
    ),
  stateStuck: (outcome: string, titles: readonly string[], path: Text) => {
    const held = holding(titles);
    return problem(
      "state-stuck",
      "warning",
      {
        zh: `得到结果“${quoted(outcome)}”以后，${held.zh}单位再也不会有变化（${path.zh}）`,
        en: `after the outcome "${quoted(outcome)}" nothing changes any more for a unit ${held.en} (${path.en})`,
      },
      {
        zh: "写一条让它走得出来的结果；有意到此为止的，在这条结果写 final: yes",
        en: "add an outcome that leads on from there; where it is meant to be the end, write final: yes beside this one",
      },
    );
  },
  /** `path` is how the unit came to hold what it holds; undefined where it has no past. */
  outcomeInverted: (
    [mild, less]: readonly [outcome: Text, total: string],
    [hard, more]: readonly [outcome: Text, total: string],
    titles: readonly string[],
    path: Text | undefined,
  ) => {
    const held = holding(titles);
    const past: Text = path === undefined ? by(path) : { zh: `（${path.zh}）`, en: ` (${path.en})` };
    return problem(
      "outcome-inverted",
      "warning",
      {
        zh: `总分高的反而处理得重：${held.zh}单位${past.zh}，总分 ${less} 是${mild.zh}；总分 ${more}、别的都一样，却是${hard.zh}`,
        en: `a higher total is treated harder: for a unit ${held.en}${past.en} a total of ${less} comes to ${mild.en}, and ${more}, with all else the same, to ${hard.en}`,
      },
      {
        zh: "核对两条结果哪条写在前面（处理重的一般在前），各条线是 at-least 还是 below；用 --witness 文件夹 可写出这样两个单位的报送数据",
        en: "look which of the two stands first (mostly what is harder does), and whether each line is at-least or below; --witness with a folder writes the data of both units",
      },
    );
  },
  finalChanges: (outcome: string, path: Text) =>
    problem(
      "final-changes",
      "warning",
      {
        zh: `结果“${quoted(outcome)}”写了 final: yes，以后称号却还会变（${path.zh}）`,
        en: `the outcome "${quoted(outcome)}" is final: yes, but titles change after it (${path.en})`,
      },
      {
        zh: "把这样的单位排除在后面的结果以外，或删去 final: yes",
        en: "leave such units out of the outcomes that change it, or delete final: yes",
      },
    ),
  titlesMayClash: (outcome: string, first: Text, path: Text) =>
    problem(
      "titles-may-clash",
      "warning",
      {
        zh: `结果“${quoted(outcome)}”会使一个单位同时持有不能并存的称号（${path.zh}）`,
        en: `the outcome "${quoted(outcome)}" can leave a unit with titles that exclude each other (${path.en})`,
      },
      {
        zh: `${first.zh}；用 changes 以新换旧，或在 when 里把这样的单位排除`,
        en: `${first.en}; use changes, or leave such units out of its condition`,
      },
    ),
  titleMayLack: (outcome: string, first: Text, path: Text) =>
    problem(
      "title-may-lack",
      "warning",
      {
        zh: `结果“${quoted(outcome)}”会把称号授予没有所要求称号的单位（${path.zh}）`,
        en: `the outcome "${quoted(outcome)}" can grant a title to a unit that lacks the one it requires (${path.en})`,
      },
      {
        zh: `${first.zh}；在 when 里加上 title 条件`,
        en: `${first.en}; add a condition on title to it`,
      },
    ),
  stateGap: (titles: readonly string[], path: Text | undefined) => {
    const held = holding(titles);
    const way = by(path);
    return problem(
      "state-gap",
      "warning",
      {
        zh: `有的${held.zh}单位得不到任何结果${way.zh}`,
        en: `some unit ${held.en} gets no outcome${way.en}`,
      },
      {
        zh: `为这样的单位补一条结果，或在最后写一条 otherwise: yes；${witnessHint.zh}`,
        en: `add an outcome for such units, or end with a rule that says otherwise: yes; ${witnessHint.en}`,
      },
    );
  },
  outcomeNoState: (name: string) =>
    problem(
      "outcome-no-state",
      "warning",
      {
        zh: `没有单位能走到结果“${quoted(name)}”：它要的称号、往年结果不会同时有`,
        en: `no unit can come to the outcome "${quoted(name)}": no titles and earlier outcomes go with it`,
      },
      {
        zh: "检查它的 title、standing、earlier 条件，和前面各条先后",
        en: "look at its conditions on title, standing and earlier, and at the rules before it",
      },
    ),
  earlierNever: (said: Text) =>
    problem(
      "earlier-never",
      "warning",
      {
        zh: `“${quoted(said.zh)}”不可能：没有单位走得到那里`,
        en: `"${quoted(said.en)}" can never be: no unit comes that way`,
      },
      {
        zh: "核对结果的名称、last 和 times，和那些结果以后单位还剩什么称号",
        en: "look at the outcome, at last and times, and at what units hold after that outcome",
      },
    ),
  standingUnseen: (outcome: string, key: "bans" | "suspends", word: string) =>
    problem(
      "standing-unseen",
      "warning",
      {
        zh: `结果“${quoted(outcome)}”的 ${key} 不起作用：没有一条规定看 standing: ${word}`,
        en: `${key} of the outcome "${quoted(outcome)}" changes nothing: no rule looks at standing: ${word}`,
      },
      {
        zh: `在以后不该再得到的结果的 when 里加 not: { standing: ${word} }，或删去 ${key}`,
        en: `add not: { standing: ${word} } to the outcomes that it should keep a unit from, or delete ${key}`,
      },
    ),
  effectIdle: (outcome: string, key: string, titles: readonly string[]) => {
    const names = listed(titles);
    return problem(
      "effect-idle",
      "warning",
      key === "renews"
        ? {
            zh: `结果“${quoted(outcome)}”的 renews 不起作用：“${names.zh}”没有 term，或没有单位在这时持有它`,
            en: `renews of the outcome "${quoted(outcome)}" changes nothing: "${names.en}" has no term, or nobody holds it then`,
          }
        : {
            zh: `结果“${quoted(outcome)}”的 ${key} 不起作用：得到它的单位都没有“${names.zh}”`,
            en: `${key} of the outcome "${quoted(outcome)}" changes nothing: no unit that gets it has "${names.en}"`,
          },
      { zh: `核对它的 when，或删去 ${key}`, en: `look at its condition, or delete ${key}` },
    );
  },
};
