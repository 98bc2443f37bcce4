import type { FindingsFormat } from "./formats.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import type { FindingsReporter } from "./reporter.ts";
import { sarif } from "./sarif.ts";

/** Every format of `check`, by the name it has on the command line. */
export const findingsReporters = {
  pretty,
  json,
  github,
  gitlab,
  junit,
  sarif,
  markdown,
} satisfies Record<FindingsFormat, FindingsReporter>;
