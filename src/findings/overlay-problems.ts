import { problem, quoted } from "./problem.ts";

/** What can be wrong where a rubric extends another one. */
export const overlayProblems = {
  // rubrics that extend others
  baseUnreadable: (path: string, why: string, whyInEnglish: string) =>
    problem(
      "base-unreadable",
      "error",
      {
        zh: `读不到“${quoted(path)}”：${why}`,
        en: `"${quoted(path)}" cannot be extended: ${whyInEnglish}`,
      },
      {
        zh: "extends 的路径从写它的文件所在的文件夹算起",
        en: "the path after extends starts from the folder of the file it stands in",
      },
    ),
  extendsCircle: (files: readonly string[]) =>
    problem(
      "extends-circle",
      "error",
      {
        zh: `这些文件互相以对方为基础，绕成了圈：${files.join(" → ")}`,
        en: `these files extend each other in a circle: ${files.join(" → ")}`,
      },
      {
        zh: "最上一级的测评体系不写 extends",
        en: "the first of them must stand on its own: take its extends out",
      },
    ),
  overlayWithoutBase: (key: string) =>
    problem(
      "overlay-without-base",
      "error",
      {
        zh: `写了“${quoted(key)}”，但没有写以哪个文件为基础`,
        en: `"${quoted(key)}" stands here, but not which rubric it is about`,
      },
      {
        zh: "补上“extends: 文件名”，或删去这个键",
        en: 'add "extends: the other file", or take the key out',
      },
    ),
  overlayWithoutEffect: (id: string) =>
    problem(
      "overlay-without-effect",
      "warning",
      {
        zh: `对“${quoted(id)}”的修改与原来一样，没有作用`,
        en: `the change of "${quoted(id)}" changes nothing`,
      },
      {
        zh: "核对是否写错了编号或数；确实不改的，删去这一条",
        en: "see whether the id or a figure is wrong; otherwise take it out",
      },
    ),
  overlayRepeats: (key: string) =>
    problem(
      "overlay-without-effect",
      "warning",
      {
        zh: `“${quoted(key)}”与原来的文件写的一样，没有作用`,
        en: `"${quoted(key)}" says what the other file says: it changes nothing`,
      },
      {
        zh: "核对是否有一处忘了改；确实不改的，删去它，沿用原来的",
        en: "see whether something in it was to be changed; otherwise take it out, and that of the other file holds",
      },
    ),
  overlayFixedKey: (key: string) =>
    problem(
      "overlay-fixed-key",
      "error",
      { zh: `“${quoted(key)}”不能在这里修改`, en: `"${quoted(key)}" cannot be changed here` },
      key === "indicators"
        ? {
            zh: "指标用 change 修改、add 增加、drop 删去，各按编号",
            en: "use change, add and drop, by id, for what is inside",
          }
        : {
            zh: "编号是各处引用的名字：先 drop，再用 add 加一个新的",
            en: "an id is how others name it: drop this one and add another",
          },
    ),
  addWhat: () =>
    problem(
      "add-what",
      "error",
      {
        zh: "add 的每一项要写 indicator、gate、veto 之一，只能一个",
        en: "each addition needs one of indicator, gate and veto, and only one",
      },
      {
        zh: "写成“- { into: 组的编号, indicator: { id: …, name: …, points: …, rule: … } }”",
        en: 'write "- { into: id of a group, indicator: { id: …, name: …, points: …, rule: … } }"',
      },
    ),
  addPlace: (isIndicator: boolean) =>
    problem(
      "add-place",
      "error",
      isIndicator
        ? { zh: "没有说清加在哪里", en: "this does not say where the addition goes" }
        : {
            zh: "准入条件和否决事项不能用 into，after 和 before 只能写一个",
            en: "a gate or a veto goes into no group, and has only one of after and before",
          },
      isIndicator
        ? {
            zh: "写 into: 组的编号（第一级写 into: total），或 after、before 之一: 同级指标的编号",
            en: "write into: id of a group (into: total for the first level), or one of after and before: id of a sibling",
          }
        : {
            zh: "删去 into；要排在某一条之后，写 after: 它的编号",
            en: "take into out; to put it behind another, write after: its id",
          },
    ),
  printOne: (found: number) =>
    problem(
      "print-one",
      "error",
      {
        zh: `--print 一次只能打印一个测评体系，这里有 ${found} 个`,
        en: `--print prints one rubric at a time, but here are ${found}`,
      },
      { zh: "每个文件运行一次", en: "run it once for each file" },
    ),
};
