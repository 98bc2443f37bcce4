// The yardstick: one pass of csv-parse over a file in array mode, and nothing else.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

let rows = 0;
const parser = createReadStream(process.argv[2] ?? "").pipe(parse());
parser.on("data", () => {
  rows += 1;
});
parser.on("end", () => process.stdout.write(`${rows}\n`));
