import { closest } from "../base/closest.ts";
import { formatFraction, parseNumber } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import { documentOf, findingAt, type RubricDocument } from "./document.ts";
import { rubricSchema } from "./schema.ts";
import {
  type Branch,
  dataOf,
  listIn,
  mapIn,
  type Place,
  type Spot,
  type Tree,
  type TreeMap,
  textIn,
} from "./tree.ts";

/**
 * A rubric that extends another: a province's over the national one, a year's over the last. The trees
 * of the two files are merged before anything is read from them, so that all that follows sees one
 * rubric, in which every value still knows the file and line it stands at.
 *
 * What is dropped goes first, then what changes, then what is added: an item that is dropped can be
 * added anew under its id.
 */

export const overlayKeys = ["extends", "change", "add", "drop"] as const;
/** What says which file this is: never taken over from the base. */
const ownKeys: readonly string[] = ["ceping", "id", "title", "version", "source", "note", "valid"];
/** Given by name: one of the overlay takes the place of the base's of that name, the others stay. */
const namedKeys: readonly string[] = ["scales", "inputs"];
const rubricKeys: readonly string[] = Object.keys(rubricSchema.shape);

/** The rubric that a file extends: its path as written, and where that stands. Undefined where there is none. */
export function baseOf(document: RubricDocument): Outcome<{ path: string; place: Place } | "none"> {
  const top = mapIn(document.tree) ?? new Map<string, Branch>();
  const found = top.get("extends");
  if (found === undefined) {
    const findings = [...top].flatMap(([key, { key: spot }]): Finding[] => {
      if (rubricKeys.includes(key)) return [];
      const isOverlayKey = overlayKeys.some((known) => known === key);
      if (isOverlayKey) return [findingAt(spot(), problems.overlayWithoutBase(key))];
      const meant = closest(key, ["extends", ...rubricKeys]);
      return meant === "extends" ? [findingAt(spot(), problems.unknownKey(key, "", ["extends"], meant))] : [];
    });
    return outcomeOf("none", findings);
  }
  const path = textIn(found.value);
  const place = found.value.spot();
  if (path !== undefined && path.trim() !== "") return outcomeOf({ path, place }, []);
  const problem = path === undefined ? problems.wrongType(["text"], []) : problems.emptyValue("extends");
  return outcomeOf<{ path: string; place: Place }>(undefined, [findingAt(place, problem)]);
}

type Section = "indicators" | "inputs" | "gates" | "vetoes";

/** Everything with an id. An input may share the id of an indicator, which is then the one that is meant. */
interface Entry {
  readonly section: Section;
  readonly spot: Spot;
  readonly isGroup: boolean;
}

interface Merger {
  readonly report: (spot: Spot, problem: Problem) => void;
  readonly overlay: TreeMap;
}

/** One document of a base and what an overlay says to drop, change and add. */
export function mergeOverlay(base: RubricDocument, overlay: RubricDocument): Outcome<RubricDocument> {
  const findings: Finding[] = [];
  const merger: Merger = {
    report: (spot, problem) => findings.push(findingAt(spot(), problem)),
    overlay: mapIn(overlay.tree) ?? new Map(),
  };
  if (mapIn(base.tree) === undefined) {
    const { file, span } = base.place([]);
    const place = { file, span: { start: span.start, end: span.start } };
    return outcomeOf<RubricDocument>(undefined, [findingAt(place, problems.rubricShape(base.data))]);
  }
  const steps = [replaceTop, dropAll, changeAll, addAll];
  const merged = steps.reduce<Tree>((tree, step) => step(tree, merger), {
    spot: overlay.tree.spot,
    content: base.tree.content,
  });
  return outcomeOf(documentOf(overlay.file, merged), findings);
}

const unchangeable = (merger: Merger, key: string, { key: spot }: Branch): void =>
  merger.report(spot, problems.overlayFixedKey(key));

/** The keys of the file itself. */
function replaceTop(tree: Tree, merger: Merger): Tree {
  const top = new Map([...(mapIn(tree) ?? [])].filter(([key]) => !ownKeys.includes(key)));
  for (const [key, branch] of merger.overlay) {
    if (overlayKeys.some((known) => known === key)) continue;
    const known = mapIn(top.get(key)?.value);
    const given = mapIn(branch.value);
    if (key === "indicators") unchangeable(merger, key, branch);
    else if (!rubricKeys.includes(key)) {
      const allowed = [...overlayKeys, ...rubricKeys];
      merger.report(branch.key, problems.unknownKey(key, "", allowed, closest(key, allowed)));
    } else if (namedKeys.includes(key) && known !== undefined && given !== undefined) {
      for (const [name, { key: spot, value }] of given)
        tellRepeated(merger, name, spot, value, known.get(name));
      top.set(key, { ...branch, value: { ...branch.value, content: new Map([...known, ...given]) } });
    } else {
      if (!ownKeys.includes(key)) tellRepeated(merger, key, branch.key, branch.value, top.get(key));
      top.set(key, branch);
    }
  }
  return { ...tree, content: top };
}

function tellRepeated(
  merger: Merger,
  key: string,
  spot: Spot,
  value: Tree,
  before: Branch | undefined,
): void {
  if (before !== undefined && sameData(before.value, value, key))
    merger.report(spot, problems.overlayRepeats(key));
}

/** A copy with another value under `key`; without the key where there is none. */
function replaced(tree: Tree, key: string, value: Tree | undefined): Tree {
  const map = new Map(mapIn(tree));
  if (value === undefined) map.delete(key);
  else map.set(key, { key: map.get(key)?.key ?? value.spot, value });
  return { ...tree, content: map };
}

const valueAt = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined =>
  keys.reduce<Tree | undefined>((inner, key) => mapIn(inner)?.get(key)?.value, tree);

const idOf = (tree: Tree): string | undefined => textIn(valueAt(tree, "id"));

function indicatorsBelow(tree: Tree): Tree[] {
  const children = listIn(valueAt(tree, "indicators")) ?? [];
  return children.flatMap((child) => [child, ...indicatorsBelow(child)]);
}

function entriesOf(tree: Tree): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [id, { key }] of mapIn(valueAt(tree, "inputs")) ?? [])
    entries.set(id, { section: "inputs", spot: key, isGroup: false });
  const claim = (section: Section, nodes: readonly Tree[]): void => {
    for (const node of nodes) {
      const id = idOf(node);
      const spot = valueAt(node, "id")?.spot ?? node.spot;
      const isGroup = valueAt(node, "indicators") !== undefined;
      if (id !== undefined) entries.set(id, { section, spot, isGroup });
    }
  };
  claim("indicators", indicatorsBelow(tree));
  claim("gates", listIn(valueAt(tree, "gates", "list")) ?? []);
  claim("vetoes", listIn(valueAt(tree, "vetoes", "list")) ?? []);
  return entries;
}

/** The section of what has this id; an unknown one is reported, with the near one. */
function sectionOf(merger: Merger, entries: ReadonlyMap<string, Entry>, id: string, spot: Spot) {
  const section = entries.get(id)?.section;
  if (section === undefined) {
    const known = [...entries.keys()];
    merger.report(spot, problems.unknownReference("entry", id, known, closest(id, known)));
  }
  return section;
}

/** A copy in which what has this id is what `edit` makes of it, or is gone. */
function edited(tree: Tree, section: Section, id: string, edit: (entry: Tree) => Tree | undefined): Tree {
  const editList = (list: Tree): Tree => ({
    ...list,
    content: (listIn(list) ?? []).flatMap((node) => (idOf(node) === id ? (edit(node) ?? []) : visit(node))),
  });
  const visit = (node: Tree): Tree => {
    const list = valueAt(node, "indicators");
    return list === undefined || listIn(list) === undefined
      ? node
      : replaced(node, "indicators", editList(list));
  };
  if (section === "indicators") return visit(tree);
  const holder = valueAt(tree, section);
  if (holder === undefined) return tree;
  if (section === "inputs") {
    const input = valueAt(holder, id);
    return replaced(tree, section, input === undefined ? holder : replaced(holder, id, edit(input)));
  }
  const list = valueAt(holder, "list");
  const entries = list === undefined ? undefined : editList(list);
  // A section that has nothing left is as good as none.
  const isEmpty = entries === undefined || listIn(entries)?.length === 0;
  return replaced(tree, section, isEmpty ? undefined : replaced(holder, "list", entries));
}

function dropAll(tree: Tree, merger: Merger): Tree {
  const list = merger.overlay.get("drop")?.value;
  return textsOf(merger, list).reduce((before, item) => {
    const id = textIn(item) ?? "";
    const section = sectionOf(merger, entriesOf(before), id, item.spot);
    return section === undefined ? before : edited(before, section, id, () => undefined);
  }, tree);
}

/** The texts of a list; one alone needs no brackets. */
function textsOf(merger: Merger, list: Tree | undefined): readonly Tree[] {
  if (list === undefined) return [];
  const items = textIn(list) === undefined ? listIn(list) : [list];
  if (items === undefined) merger.report(list.spot, problems.wrongType(["list"], dataOf(list)));
  return (items ?? []).filter((item) => {
    if (textIn(item) !== undefined) return true;
    merger.report(item.spot, problems.wrongType(["text"], dataOf(item)));
    return false;
  });
}

function mapOr(merger: Merger, tree: Tree): TreeMap | undefined {
  const map = mapIn(tree);
  if (map === undefined) merger.report(tree.spot, problems.wrongType(["map"], dataOf(tree)));
  return map;
}

function changeAll(tree: Tree, merger: Merger): Tree {
  const changes = merger.overlay.get("change")?.value;
  if (changes === undefined) return tree;
  let result = tree;
  for (const [id, { key: spot, value }] of mapOr(merger, changes) ?? []) {
    const section = sectionOf(merger, entriesOf(result), id, spot);
    const keys = mapOr(merger, value);
    if (section === undefined || keys === undefined) continue;
    let known = false;
    let effect = false;
    result = edited(result, section, id, (entry) => {
      // An id used twice is reported later, unless each has a time of its own: then all are changed.
      if (known && valueAt(entry, "valid") === undefined) return entry;
      known = true;
      const after = changed(merger, entry, keys, section);
      effect ||= after === undefined || !sameData(entry, after);
      return after ?? entry;
    });
    if (!effect) merger.report(spot, problems.overlayWithoutEffect(id));
  }
  return result;
}

/** Whether two pieces, of which both stand under `key`, say the same; a number may be written in several ways. */
const sameData = (one: Tree, other: Tree, key = ""): boolean =>
  JSON.stringify({ [key]: dataOf(one) }, plainly) === JSON.stringify({ [key]: dataOf(other) }, plainly);

/** Keys that always hold numbers: elsewhere 1.10 may be that of an article. */
const numeric: readonly string[] = ["points", "weight", "cap", "floor", "each", "out-of", "places", "value"];

function plainly(key: string, value: unknown): unknown {
  const number = typeof value === "string" && numeric.includes(key) ? parseNumber(value) : undefined;
  return number === undefined ? value : formatFraction(number);
}

/** An entry with the keys of a change in place of its own; undefined where something is wrong with one. */
function changed(merger: Merger, entry: Tree, keys: TreeMap, section: Section): Tree | undefined {
  const fixed = section === "inputs" ? [] : section === "indicators" ? ["id", "indicators"] : ["id"];
  const content = new Map(mapIn(entry));
  let sound = true;
  for (const [key, branch] of keys) {
    if (fixed.includes(key)) {
      unchangeable(merger, key, branch);
      sound = false;
    } else if (key !== "drop") content.set(key, branch);
    else {
      for (const item of textsOf(merger, branch.value)) {
        const name = textIn(item) ?? "";
        if (content.has(name) && !fixed.includes(name)) content.delete(name);
        else {
          const allowed = [...content.keys()].filter((known) => !fixed.includes(known));
          merger.report(
            item.spot,
            fixed.includes(name)
              ? problems.overlayFixedKey(name)
              : problems.unknownKey(name, "drop", allowed, closest(name, allowed)),
          );
          sound = false;
        }
      }
    }
  }
  return sound ? { ...entry, content } : undefined;
}

const addable = { indicator: "indicators", gate: "gates", veto: "vetoes" } as const;
export const kindsAdded = ["indicator", "gate", "veto"] as const;
export const placeKeys = ["into", "after", "before"] as const;

function addAll(tree: Tree, merger: Merger): Tree {
  const list = merger.overlay.get("add")?.value;
  if (list === undefined) return tree;
  const items = listIn(list);
  if (items === undefined) merger.report(list.spot, problems.wrongType(["list"], dataOf(list)));
  return (items ?? []).reduce((before, item) => addOne(before, merger, item) ?? before, tree);
}

/** The tree with one more entry; undefined where something is wrong with it, which has been reported. */
function addOne(tree: Tree, merger: Merger, item: Tree): Tree | undefined {
  const keys = mapOr(merger, item);
  if (keys === undefined) return undefined;
  const allowed: readonly string[] = [...placeKeys, ...kindsAdded];
  const unknown = [...keys].filter(([key]) => !allowed.includes(key));
  for (const [key, { key: spot }] of unknown)
    merger.report(spot, problems.unknownKey(key, "add", allowed, closest(key, allowed)));
  const [kind, ...others] = kindsAdded.filter((key) => keys.has(key));
  const entry = kind && keys.get(kind)?.value;
  if (kind === undefined || entry === undefined || others.length > 0) {
    if (unknown.length === 0) merger.report(item.spot, problems.addWhat());
    return undefined;
  }
  const taken = entriesOf(tree);
  const twins = [entry, ...indicatorsBelow(entry)].filter((node) => {
    const other = taken.get(idOf(node) ?? "");
    if (other === undefined || other.section === "inputs") return false;
    // For another time the same may be said anew; the compiler tells where two hold on one day.
    if (valueAt(node, "valid") !== undefined) return false;
    const { file, span } = other.spot();
    const spot = valueAt(node, "id")?.spot ?? node.spot;
    const elsewhere = file === spot().file ? undefined : file;
    merger.report(spot, problems.duplicateId(idOf(node) ?? "", span.start.line, elsewhere));
    return true;
  });
  const place = placeFor(tree, merger, keys, item, kind === "indicator");
  if (place === undefined || twins.length > 0 || unknown.length > 0) return undefined;
  const insert = (siblings: readonly Tree[]): Tree[] | undefined => {
    const at = place.sibling === undefined ? siblings.length : siblings.findIndex(isCalled(place.sibling.id));
    return at === -1 ? undefined : siblings.toSpliced(at + (place.isAfter ? 1 : 0), 0, entry);
  };
  const result =
    kind === "indicator"
      ? insertedBelow(tree, "total", place.into, insert)
      : insertedInto(tree, addable[kind], item.spot, insert);
  if (result === undefined && place.sibling !== undefined) {
    const siblings = siblingsOf(tree, kind, place.into);
    const { id, spot } = place.sibling;
    merger.report(spot, problems.unknownReference(kind, id, siblings, closest(id, siblings)));
  }
  return result;
}

const isCalled = (id: string) => (node: Tree) => idOf(node) === id;

interface AddPlace {
  readonly into: string | undefined;
  readonly sibling: { readonly id: string; readonly spot: Spot } | undefined;
  readonly isAfter: boolean;
}

/** Where an addition goes; undefined where it does not say so, or names a group that is none. */
function placeFor(
  tree: Tree,
  merger: Merger,
  keys: TreeMap,
  item: Tree,
  isIndicator: boolean,
): AddPlace | undefined {
  const given = placeKeys.flatMap((key) => {
    const value = keys.get(key)?.value;
    if (value === undefined) return [];
    const id = textIn(value);
    if (id === undefined) merger.report(value.spot, problems.wrongType(["text"], dataOf(value)));
    return [{ key, id: id ?? "", spot: value.spot, isText: id !== undefined }];
  });
  if (given.some(({ isText }) => !isText)) return undefined;
  const [into, after, before] = placeKeys.map((key) => given.find((found) => found.key === key));
  const isUnsaid = isIndicator ? given.length === 0 : into !== undefined;
  if (isUnsaid || (after !== undefined && before !== undefined)) {
    merger.report(item.spot, problems.addPlace(isIndicator));
    return undefined;
  }
  const groups = ["total", ...[...entriesOf(tree)].flatMap(([id, { isGroup }]) => (isGroup ? [id] : []))];
  if (into !== undefined && !groups.includes(into.id)) {
    merger.report(into.spot, problems.unknownReference("group", into.id, groups, closest(into.id, groups)));
    return undefined;
  }
  return { into: into?.id, sibling: after ?? before, isAfter: after !== undefined };
}

type Insert = (siblings: readonly Tree[]) => Tree[] | undefined;

/** Inserts into the group called `into`, or where that is left open into the first that can take it. */
function insertedBelow(tree: Tree, id: string, into: string | undefined, insert: Insert): Tree | undefined {
  const list = valueAt(tree, "indicators");
  const children = listIn(list);
  if (list === undefined || children === undefined) return undefined;
  const own = into === undefined || into === id ? insert(children) : undefined;
  if (own !== undefined) return replaced(tree, "indicators", { ...list, content: own });
  for (const [index, child] of children.entries()) {
    const inner = insertedBelow(child, idOf(child) ?? "", into, insert);
    if (inner !== undefined)
      return replaced(tree, "indicators", { ...list, content: children.with(index, inner) });
  }
  return undefined;
}

/** Inserts into the gates or vetoes, which need not be there yet. */
function insertedInto(tree: Tree, section: "gates" | "vetoes", spot: Spot, insert: Insert): Tree | undefined {
  const holder = valueAt(tree, section) ?? { spot, content: new Map<string, Branch>() };
  const list = valueAt(holder, "list") ?? { spot, content: [] };
  const content = insert(listIn(list) ?? []);
  return content && replaced(tree, section, replaced(holder, "list", { ...list, content }));
}

function siblingsOf(tree: Tree, kind: keyof typeof addable, into: string | undefined): string[] {
  const all = indicatorsBelow(tree);
  const group = into === "total" ? tree : all.find(isCalled(into ?? ""));
  const nodes =
    kind === "indicator"
      ? into === undefined
        ? all
        : (listIn(valueAt(group, "indicators")) ?? [])
      : (listIn(valueAt(tree, addable[kind], "list")) ?? []);
  return nodes.flatMap((node) => idOf(node) ?? []);
}
