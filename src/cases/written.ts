import type { Path, RubricDocument } from "../rubric/document.ts";
import { stepInto } from "../rubric/tree.ts";

/** Whether something is written at a path, and not only taken over or filled in. */
export function isWritten(document: RubricDocument, path: Path): boolean {
  let tree = document.tree;
  for (const step of path) {
    const branch = stepInto(tree, step);
    if (branch === undefined) return false;
    tree = branch.value;
  }
  return true;
}
