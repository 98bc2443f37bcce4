/** What each comparison is called. */
export const operatorWords = {
  "at-least": { zh: "不低于", en: "at least" },
  above: { zh: "高于", en: "above" },
  "at-most": { zh: "不高于", en: "at most" },
  below: { zh: "低于", en: "below" },
  equals: { zh: "等于", en: "equal to" },
} as const;
