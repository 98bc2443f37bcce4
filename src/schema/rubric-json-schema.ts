import { rubricSchema } from "../rubric/schema.ts";
import { conditionDefinition } from "./condition.ts";
import {
  caseConstraints,
  inputConstraints,
  limited,
  outcomeConstraints,
  tieConstraints,
} from "./constraints.ts";
import { convert, type Definitions } from "./convert.ts";
import { describeEach, describeKeys, inBoth, type Json } from "./described.ts";
import { columnTexts, fileTexts, rubricText } from "./descriptions/file.ts";
import { caseTexts, clauseTexts } from "./descriptions/indicator.ts";
import { inputTexts } from "./descriptions/input.ts";
import { nodeDefinition } from "./node.ts";
import { additionDefinition, changeDefinition, overlayProperties } from "./overlay.ts";
import { changed, choice, partAt, ref } from "./parts.ts";

/**
 * The JSON Schema of rubric files, for editors: completion, explanations, and the faults that a shape can
 * have. It follows draft-07, which every editor knows. What a schema cannot say is left to `check`; nothing
 * that `check` takes is refused here.
 */
export function rubricJsonSchema(): Json {
  const definitions: Definitions = {};
  const file = describeKeys(convert(rubricSchema, definitions), fileTexts);
  const node = nodeDefinition(definitions);
  const gate = partAt(file, [...list("gates"), "items"]);
  const veto = partAt(file, [...list("vetoes"), "items"]);
  const named = { ...definitions, ...describedDefinitions(definitions) };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description: inBoth(rubricText),
    ...fileShape(file),
    definitions: {
      node: node.definition,
      ...named,
      gate,
      veto,
      change: changeDefinition([
        ...node.kinds,
        ...[named.input, gate, veto].map(({ properties = {} }) => properties),
      ]),
      addition: additionDefinition(),
    },
  };
}

const list = (section: string): readonly string[] => ["properties", section, "properties", "list"];

/** What zod could not know of a file: what stands in its lists, and that it may extend another. */
function fileShape(file: Json): Json {
  const edits: readonly [path: readonly string[], edit: (part: Json) => Json][] = [
    [["properties", "indicators", "items"], () => ref("node")],
    [[...list("gates"), "items"], () => ref("gate")],
    [[...list("vetoes"), "items"], () => ref("veto")],
    [["properties", "columns"], columns],
    [["properties", "ranking", "properties", "ties", "items"], (tie) => limited(tie, tieConstraints)],
    [["properties", "outcomes", "items"], (outcome) => limited(outcome, outcomeConstraints)],
  ];
  const shaped = edits.reduce((json, [path, edit]) => changed(json, path, edit), file);
  const { extends: base = {}, ...others } = overlayProperties();
  return {
    ...shaped,
    properties: { ...shaped.properties, extends: base, ...others },
    required: (shaped.required ?? []).filter((key) => key !== "indicators"),
    ...choice(
      { required: ["extends"] },
      { properties: { indicators: false } },
      {
        required: ["indicators"],
        properties: Object.fromEntries(Object.keys(others).map((key) => [key, false])),
      },
    ),
  };
}

/** A key for each role, so that an editor can offer them. */
function columns({ propertyNames: _, additionalProperties, ...json }: Json): Json {
  const roles = Object.keys(columnTexts).map((role) => [role, additionalProperties ?? true]);
  return {
    ...json,
    properties: describeEach(Object.fromEntries(roles), columnTexts),
    additionalProperties: false,
  };
}

const describedDefinitions = (definitions: Definitions) => ({
  condition: conditionDefinition(partAt(definitions, ["condition"])),
  figure: changed(partAt(definitions, ["figure"]), ["anyOf", 1, "items"], (item) =>
    limited(describeKeys(item, caseTexts), caseConstraints),
  ),
  clause: changed(partAt(definitions, ["clause"]), ["anyOf", 1], (map) => describeKeys(map, clauseTexts)),
  input: limited(describeKeys(partAt(definitions, ["input"]), inputTexts), inputConstraints),
});
