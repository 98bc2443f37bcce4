import type { Assessment, Result } from "../assess.ts";
import type { Text } from "../base/language.ts";
import type { Mark } from "../outcome/marks.ts";

/** What a mark is called. */
const markWords: Readonly<Record<Mark["kind"], { readonly because: Text; readonly without: Text }>> = {
  "tie-break": {
    because: { zh: "由破同分的规则决定", en: "decided by a tie-break" },
    without: { zh: "不破同分", en: "without it" },
  },
  rounding: {
    because: { zh: "由修约决定", en: "decided by rounding" },
    without: { zh: "按精确分数", en: "by exact figures" },
  },
  deduction: {
    because: { zh: "由扣分决定", en: "decided by a deduction" },
    without: { zh: "不扣分", en: "without it" },
  },
};

const mostNamed = 3;

/** What alone has made the decision on a unit what it is, and what it would have been otherwise. */
export function markTexts({ evidence }: Assessment, { marks = [] }: Result): readonly Text[] {
  return marks.map(({ kind, otherwise, instead }): Text => {
    const { because, without } = markWords[kind];
    const outcome = otherwise ?? "—";
    const others = instead
      .slice(0, mostNamed)
      .map(({ unit, outcome: other }) => `${evidence.units[unit]?.name ?? ""} ${other ?? "—"}`);
    const rest = instead.length > mostNamed ? " …" : "";
    const list =
      others.length === 0
        ? { zh: "", en: "" }
        : { zh: `；${others.join("、")}${rest}`, en: `; ${others.join(", ")}${rest}` };
    return {
      zh: `${because.zh}（${without.zh}是“${outcome}”${list.zh}）`,
      en: `${because.en} (${without.en}: "${outcome}"${list.en})`,
    };
  });
}
