import { closest } from "../base/closest.ts";
import { compare } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile, isError, notAtPlaceOf, type Outcome, outcomeOf } from "../findings/finding.ts";
import { compileGatesAndVetoes } from "./compile-barriers.ts";
import { type Context, createContext, isOfSums } from "./compile-context.ts";
import { compileEvents } from "./compile-events.ts";
import { compileInputs } from "./compile-inputs.ts";
import { compileOutcomes, compileTies } from "./compile-outcomes.ts";
import { checkPoints } from "./compile-rule.ts";
import { checkTerm } from "./compile-several.ts";
import { compileTree } from "./compile-tree.ts";
import { compileTitles, compileYears, countsYears } from "./compile-years.ts";
import { versionsOf } from "./dated.ts";
import { defaults } from "./defaults.ts";
import { findingAt, type Path, type RubricDocument } from "./document.ts";
import type { Slip } from "./meant.ts";
import type { PhasesPlan, Plan } from "./plan.ts";
import type { IndicatorNode, Rubric } from "./schema.ts";
import { conditionsInside, decisiveConditions } from "./walk.ts";
import { wideWords } from "./wide-words.ts";

/**
 * A Plan; or what stands in its way, with the Plan all the same where that is sums alone, and what was meant by
 * all else.
 */
export type Compiled = Outcome<Plan> & { readonly unagreed?: Plan; readonly slips: readonly Slip[] };

/** The Plan of a Rubric: names resolved, defaults filled in, sums of points agreed. */
export function compileRubric(document: RubricDocument, rubric: Rubric): Compiled {
  // Rules of different times make no rubric together.
  if (versionsOf(document).length > 1)
    return { ...outcomeOf<Plan>(undefined, [inFile(document.file, problems.asOfForDated())]), slips: [] };
  const findings: Finding[] = [];
  const context = createContext(document, rubric, indexNodes(document, rubric, findings), findings);
  compileInputs(context);
  checkTerm(context);
  checkTotal(context);
  const tree = compileTree(context);
  const { gates, vetoes } = compileGatesAndVetoes(context);
  const titles = compileTitles(context);
  const outcomes = compileOutcomes(context);
  const conditions = decisiveConditions({ gates, vetoes, outcomes });
  const years = compileYears(context, conditions.flatMap(conditionsInside));
  const events = compileEvents(context, tree, conditions);
  const plan: Plan = {
    rubric: { id: rubric.id, title: rubric.title, version: rubric.version, valid: rubric.valid },
    rounding: compileRounding(rubric),
    total: { floor: rubric.total?.floor?.value, cap: rubric.total?.cap?.value },
    ranking: {
      groupBy: rubric.ranking?.["group-by"] ?? defaults.groupBy,
      groups: rubric.ranking?.groups ?? [],
      better: rubric.ranking?.better ?? "higher",
      ties: compileTies(context, rubric.ranking?.ties ?? [], ["ranking", "ties"]),
    },
    units: { categories: rubric.units?.categories, tags: rubric.units?.tags },
    columns: compileColumns(rubric),
    ignored: rubric.ignore ?? [],
    events: { ...events, needsAsOf: events.needsAsOf || countsYears(conditions, outcomes, titles, years) },
    phases: compilePhases(context),
    inputs: context.inputs,
    ...tree,
    gates,
    vetoes,
    outcomes,
    titles,
    years,
  };
  // A word that cannot be resolved has been told of.
  const all = [...findings, ...notAtPlaceOf(wideWords(document), findings)];
  const whole = all.every((finding) => !isError(finding) || isOfSums(finding));
  return { ...outcomeOf(plan, all), ...(whole ? { unagreed: plan } : {}), slips: context.slips };
}

function checkTotal(context: Context): void {
  const { floor, cap } = context.rubric.total ?? {};
  for (const [key, limit] of [
    ["floor", floor],
    ["cap", cap],
  ] as const)
    checkPoints(context, limit, ["total", key]);
  if (floor !== undefined && cap !== undefined && compare(floor.value, cap.value) > 0)
    context.report(["total", "cap"], problems.limitsCrossed(floor.text, cap.text));
}

const compileRounding = ({ rounding }: Rubric): Plan["rounding"] => ({
  places: rounding?.places ?? defaults.rounding.places,
  mode: rounding?.mode ?? defaults.rounding.mode,
  at: rounding?.at ?? defaults.rounding.at,
  lines: rounding?.lines ?? defaults.rounding.lines,
  ranks: rounding?.ranks ?? defaults.rounding.ranks,
});

const compileColumns = ({ columns }: Rubric): Plan["columns"] =>
  Object.fromEntries(
    Object.entries(columns ?? {}).flatMap(([role, names]) => (names === undefined ? [] : [[role, names]])),
  );

/** Every indicator's place in the order of the paper; a second use of an id is reported, by a clause with a column, too. */
function indexNodes(
  document: RubricDocument,
  rubric: Rubric,
  findings: Finding[],
): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  const seen = new Map<string, Path>([["total", []]]);
  const claim = (id: string, path: Path): void => {
    const before = seen.get(id);
    if (before === undefined) {
      seen.set(id, path);
      return;
    }
    const place = document.place([...path, "id"]);
    const first = document.place(before);
    const elsewhere = first.file === place.file ? undefined : first.file;
    findings.push(findingAt(place, problems.duplicateId(id, first.span.start.line, elsewhere)));
  };
  let next = 1; // 0 is the total
  const visit = (nodes: readonly IndicatorNode[], path: Path): void => {
    nodes.forEach((node, index) => {
      const here = [...path, index];
      claim(node.id, here);
      byId.set(node.id, next);
      next += 1;
      if ("indicators" in node) visit(node.indicators, [...here, "indicators"]);
      else if ("clauses" in node)
        node.clauses?.forEach(({ id, when }, at) => {
          if (id !== undefined && when === undefined) claim(id, [...here, "clauses", at]);
        });
    });
  };
  visit(rubric.indicators, ["indicators"]);
  for (const section of ["gates", "vetoes"] as const) {
    for (const [index, { id }] of (rubric[section]?.list ?? []).entries())
      claim(id, [section, "list", index]);
  }
  return byId;
}

function compilePhases(context: Context): PhasesPlan | undefined {
  const { phases } = context.rubric;
  if (phases === undefined) return undefined;
  const result = phases.list.indexOf(phases.result);
  if (result === -1) {
    context.report(
      ["phases", "result"],
      problems.phaseResult(phases.result, phases.list, closest(phases.result, phases.list)),
    );
  }
  return { list: phases.list, result: Math.max(result, 0) };
}
