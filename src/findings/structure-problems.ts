import { problem, quoted } from "./problem.ts";

/** What a rubric that reads and compiles may still have wrong in its parts. */
export const structureProblems = {
  scaleUnused: (name: string) =>
    problem(
      "scale-unused",
      "warning",
      { zh: `等级表“${quoted(name)}”没有指标使用`, en: `no indicator uses the scale "${quoted(name)}"` },
      {
        zh: "删去它，或在指标里写 scale: 它的名字",
        en: "remove it, or name it as the scale of an indicator",
      },
    ),
} as const;
