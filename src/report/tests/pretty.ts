import { type Language, say } from "../../base/language.ts";
import { formatPercent, isZero, type Rational } from "../../base/rational.ts";
import type { Point } from "../../cases/gap.ts";
import type { CaseResult } from "../../cases/run.ts";
import { isBad, isBelow, passed, ranMutants, type TestRun } from "../../cases/test-run.ts";
import { folded, renderPretty } from "../findings/pretty.ts";
import type { Style } from "../reporter.ts";
import { differenceText, placeText, workingLines } from "./difference.ts";
import { figuresOf } from "./figures.ts";

export interface TestsOptions {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  /** In so many cells long lines are broken; undefined where they are not. */
  readonly foldAt: number | undefined;
  /** Only what is wrong. */
  readonly quiet: boolean;
  /** Whether all that cases do not show is listed, however much it is. */
  readonly whole: boolean;
  /** The least share that cases must show; zero where nobody asked. */
  readonly least: Rational;
}

/** As many gaps are listed unless all are asked for: the first cases of a rubric show little of it. */
const mostGaps = 20;

/** The cases that failed with what differs and why; then how much of the rubric they show and notice. */
export const renderTests = (runs: readonly TestRun[], options: TestsOptions): string =>
  runs
    .filter((run) => !options.quiet || isBad(run, options.least))
    .map((run) => `${runLines(run, options).join("\n")}\n`)
    .join("\n");

function runLines(run: TestRun, options: TestsOptions): string[] {
  const { language, style } = options;
  const failed = run.results.filter((result) => !passed(result));
  return [
    `${style.strong(run.plan.rubric.title)}  ${style.faint(run.cases.file)}`,
    ...failed.flatMap((result) => ["", ...failureLines(run, result, options)]),
    ...(failed.length > 0 ? [""] : []),
    casesLine(run, language, style),
    ...(options.quiet && !isBelow(run, options.least) ? [] : coverageLines(run, options)),
    ...(options.quiet && ranMutants(run.mutants)?.survivors.length === 0 ? [] : mutantLines(run, options)),
  ];
}

function failureLines(
  run: TestRun,
  result: CaseResult,
  { language, style, width, foldAt }: TestsOptions,
): string[] {
  const { differences, findings, of } = result;
  const mark = language === "en" ? "failed" : "未通过";
  const lines = [
    `${style.bad(mark)} ${style.strong(of.name)}  ${style.faint(placeText(run.cases, of.path))}`,
  ];
  const shown = new Set<string>();
  for (const difference of differences) {
    const text = differenceText(difference, language);
    const place = { text: placeText(run.cases, difference.path), tint: style.faint, whole: true };
    lines.push(folded([{ text: `  ${text}  ` }, place], foldAt));
    const { working, unit } = difference;
    const key = JSON.stringify([unit, working?.node]);
    if (working === undefined || shown.has(key)) continue;
    shown.add(key);
    lines.push(...workingLines(run, result, difference, { language, style }).map((line) => `      ${line}`));
  }
  const unexpected = findings.filter(({ code }) => !of.findings.has(code));
  if (unexpected.length > 0) {
    const inside = foldAt === undefined ? undefined : foldAt - 2;
    const how = { language, style, width, foldAt: inside, textOf: () => undefined };
    const told = renderPretty(unexpected, how).split("\n");
    lines.push(...told.slice(0, -2).map((line) => `  ${line}`)); // without the count of findings
  }
  return lines;
}

function casesLine(run: TestRun, language: Language, style: Style): string {
  const { cases, passed: good, failed } = figuresOf(run);
  const text =
    language === "en"
      ? `${cases} ${cases === 1 ? "case" : "cases"}: ${good} passed, ${failed} failed`
      : `${cases} 个用例：通过 ${good} 个，未通过 ${failed} 个`;
  return failed === 0 ? style.good(text) : style.bad(text);
}

function coverageLines(run: TestRun, { language, style, foldAt, whole, least }: TestsOptions): string[] {
  const { points, shown, percent, accepted } = figuresOf(run).coverage;
  const { gaps } = run.coverage;
  const listed = whole ? gaps : gaps.slice(0, mostGaps);
  const english = language === "en";
  const low = isBelow(run, least);
  const wanted = isZero(least)
    ? ""
    : english
      ? `, ${formatPercent(least)} wanted`
      : `，要求 ${formatPercent(least)}`;
  const besides =
    accepted === 0 ? "" : english ? `, ${accepted} more accepted` : `，另有 ${accepted} 处说明接受`;
  const head = english
    ? `coverage ${percent}: ${shown} of ${points} points seen${besides}${wanted}`
    : `覆盖 ${percent}：${points} 处测到 ${shown} 处${besides}${wanted}`;
  const more = gaps.length - listed.length;
  return [
    low ? style.bad(head) : head,
    ...(gaps.length > 0 ? [english ? "not seen:" : "没有测到："] : []),
    ...listed.map((point) => pointLine(run, point, { language, style, foldAt })),
    ...(more > 0
      ? [
          english
            ? `  and ${more} more (--coverage lists all)`
            : `  还有 ${more} 处（加 --coverage 全部列出）`,
        ]
      : []),
  ];
}

const pointLine = (
  { rubric }: TestRun,
  { id, path, text }: Point,
  { language, style, foldAt }: Pick<TestsOptions, "language" | "style" | "foldAt">,
): string =>
  folded(
    [
      { text: "  " },
      { text: placeText(rubric, path), tint: style.faint, whole: true },
      { text: `  ${say(text, language)}  ` },
      { text: `[${id}]`, tint: style.faint },
    ],
    foldAt,
  );

function mutantLines(run: TestRun, { language, style, foldAt }: TestsOptions): string[] {
  if (run.mutants === "skipped")
    return [
      language === "en"
        ? "mutants: none were made, for a case fails without any"
        : "变异：没有做，先让用例全部通过",
    ];
  const { mutants: figures } = figuresOf(run);
  if (figures === undefined || run.mutants === undefined) return [];
  const { mutants, noticed, percent, accepted, refused, same } = figures;
  const english = language === "en";
  const besides = english
    ? [
        ...(accepted > 0 ? [`${accepted} accepted`] : []),
        ...(refused > 0 ? [`${refused} refused by check`] : []),
        ...(same > 0 ? [`${same} without effect`] : []),
      ].join(", ")
    : [
        ...(accepted > 0 ? [`${accepted} 个说明接受`] : []),
        ...(refused > 0 ? [`${refused} 个 check 即可发现`] : []),
        ...(same > 0 ? [`${same} 个不改变意思`] : []),
      ].join("，");
  const head = english
    ? `mutants ${percent}: ${noticed} of ${mutants} noticed${besides === "" ? "" : ` (besides: ${besides})`}`
    : `变异 ${percent}：${mutants} 个发现 ${noticed} 个${besides === "" ? "" : `（另：${besides}）`}`;
  const { survivors } = run.mutants;
  return [
    survivors.length > 0 ? style.bad(head) : head,
    ...(survivors.length > 0 ? [english ? "no case notices:" : "没有用例发现："] : []),
    ...survivors.map((point) => pointLine(run, point, { language, style, foldAt })),
  ];
}
