import { rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { compile } from "./bin/load.js";

const file = resolve("dist/cli.cjs");
const cache = `${file}.cache`;

/** Runs the built program once over a shipped table and keeps what was compiled on the way. */
const keepCompiled = {
  name: "keep-compiled",
  buildStart: () => rmSync(cache, { force: true }),
  async writeBundle(_, bundle) {
    const apart = bundle["cli.cjs"].imports.filter((name) => name in bundle && !/^rolldown-/.test(name));
    if (apart.length > 0) throw new Error(`not compiled beforehand: ${apart.join(", ")}`);
    const program = compile(file);
    const { main, nodeIo } = program.run();
    const silent = { isTerminal: false, columns: undefined, write: () => undefined };
    const io = { ...nodeIo(), out: silent, err: silent };
    const table = ["rubrics/jining-2017.yaml", "fixtures/jining-2017/submissions.csv"];
    for (const words of [
      ["score", ...table],
      ["check", "rubrics/heping-2013.yaml"],
    ]) {
      const code = await main(words, io);
      if (code !== 0) throw new Error(`ceping ${words.join(" ")} gave ${code}`);
    }
    writeFileSync(cache, program.compiled());
  },
};

// The command line in one file: a third of the start-up time was finding modules on disk.
export default {
  input: { cli: "src/cli/main.ts" },
  platform: "node",
  preserveEntrySignatures: "allow-extension",
  plugins: [keepCompiled],
  output: {
    dir: "dist",
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
    // All that the program loads at once stays in its file, whatever parts that are loaded later share with it.
    codeSplitting: { groups: [{ name: "cli", test: /src[\\/]cli[\\/]main\.ts$/ }] },
    minify: { compress: false, mangle: false, codegen: true },
  },
};
