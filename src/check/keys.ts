import type { Condition, Subject } from "../rubric/plan.ts";

/** One text for all that ask about the same subject. */
export function subjectKey(subject: Subject): string {
  switch (subject.by) {
    case "input":
      return `input ${subject.input}`;
    case "result":
      return `result ${subject.result}`;
    case "score":
      return `score ${subject.node} ${subject.phase ?? ""}`;
    default:
      return subject satisfies never;
  }
}

/** One text for conditions, or other plain data, that say the same. */
export const conditionKey = (condition: Condition): string => textOf(condition);

export const textOf = (data: object): string =>
  // Fractions may hold big integers, which JSON cannot write.
  JSON.stringify(data, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
