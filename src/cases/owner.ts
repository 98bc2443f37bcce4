import type { ClausePlan, InputPlan, LeafPlan, NodePlan, OutcomePlan } from "../rubric/plan.ts";

/** What a point is about. Two of them may go by one number; where they stand tells them apart. */
export interface Owner {
  readonly kind:
    | "input"
    | "node"
    | "clause"
    | "total"
    | "ranking"
    | "gate"
    | "veto"
    | "outcome"
    | "years"
    | "version";
  /** Its place among those of its kind. */
  readonly place: number | string;
  /** What the ids of its points begin with. */
  readonly id: string;
  /** Told as well where that alone could be several. */
  readonly name: string;
}

/** Names a point within one version of a rubric, for those who see it. */
export const keyOf = ({ kind, place }: Pick<Owner, "kind" | "place">, what: string): string =>
  `${kind} ${place} ${what}`;

export const ownerOfInput = ({ index, id, name }: InputPlan): Owner => ({
  kind: "input",
  place: index,
  id,
  name,
});

export const ownerOfNode = ({ index, id, name }: NodePlan): Owner => ({
  kind: "node",
  place: index,
  id,
  name,
});

/** As much of a clause as tells it from all others. */
export const clauseAt = (leaf: LeafPlan, index: number): Pick<Owner, "kind" | "place"> => ({
  kind: "clause",
  place: `${leaf.index}.${index}`,
});

export const ownerOfClause = (leaf: LeafPlan, { no, text }: ClausePlan, index: number): Owner => ({
  ...clauseAt(leaf, index),
  id: `${leaf.id}.clause.${no}`,
  name: text,
});

export const ownerOfOutcome = ({ name, clause }: OutcomePlan, index: number): Owner => ({
  kind: "outcome",
  place: index,
  id: `outcome.${clause}`,
  name,
});

/** Gates, vetoes, and results over years. */
export const ownerOfItem = (
  kind: "gate" | "veto" | "years",
  { id, name }: { readonly id: string; readonly name: string },
  index: number,
): Owner => ({ kind, place: index, id: kind === "years" ? `years.${id}` : id, name });

export const totalOwner: Owner = { kind: "total", place: 0, id: "total", name: "total" };
export const rankingOwner: Owner = { kind: "ranking", place: 0, id: "ranking", name: "ranking" };
