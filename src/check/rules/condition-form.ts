import { problems } from "../../findings/catalog.ts";
import type { CheckRule } from "../rule.ts";

/** A condition that could be written more plainly: `all` or `any` of one, and not of not. */
export const conditionForm: CheckRule = {
  codes: ["condition-of-one", "condition-double-not"],
  check({ sites, atKey }) {
    return sites.everyCondition.flatMap(({ node, path }) => {
      const alone = (["all", "any"] as const).find((kind) => node[kind]?.length === 1);
      if (alone !== undefined) return [atKey([...path, alone], problems.conditionOfOne(alone))];
      return node.not?.not === undefined ? [] : [atKey([...path, "not"], problems.conditionDoubleNot())];
    });
  },
};
