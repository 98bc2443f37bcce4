import type { Text } from "../../base/language.ts";
import type { kindsAdded, overlayKeys, placeKeys } from "../../rubric/overlay.ts";

/** The keys that a file has besides where it extends another. */
export const overlayTexts: Record<(typeof overlayKeys)[number], Text> = {
  extends: {
    zh: "在哪个体系上改：另一个文件的路径，从本文件所在的文件夹算起。",
    en: "The rubric this one builds on: the path of its file, from the folder of this one.",
  },
  drop: {
    zh: "不要的编号：指标、输入项、准入、否决。最先删。",
    en: "Ids to leave out: indicators, inputs, gates, vetoes. They go first.",
  },
  change: {
    zh: "改哪些：键是编号，下面是要替换的键。",
    en: "What changes: the key is an id, below it the keys to replace.",
  },
  add: { zh: "增加的指标、准入、否决，最后加。", en: "Indicators, gates and vetoes to add, at the end." },
};

/** The keys of what is added. */
export const addedTexts: Record<(typeof kindsAdded)[number] | (typeof placeKeys)[number], Text> = {
  into: {
    zh: "指标加在哪个组里；加在第一级写 total。",
    en: "The group that an indicator goes into; total for the first level.",
  },
  after: { zh: "加在谁的后面。", en: "The id it goes after." },
  before: { zh: "加在谁的前面。", en: "The id it goes before." },
  indicator: { zh: "增加的指标或组。", en: "The indicator or group to add." },
  gate: { zh: "增加的准入条件。", en: "The gate to add." },
  veto: { zh: "增加的否决事项。", en: "The veto to add." },
};

export const changedText: Text = {
  zh: "要替换的键，写了的整个替换。",
  en: "The keys to replace, each as a whole.",
};
export const droppedKeysText: Text = {
  zh: "要去掉的键。",
  en: "Keys to take away.",
};
