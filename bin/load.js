import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

/**
 * Loads the built program, with what the build compiled beforehand (`<file>.cache`) where there is such a
 * file: a quarter of the start-up time was compiling. Node refuses what another version compiled, and
 * compiles anew; the packed program has no such file.
 * @param {string} file
 */
export function load(file) {
  const require = createRequire(file);
  let cachedData;
  try {
    cachedData = readFileSync(`${file}.cache`);
  } catch {
    Module.enableCompileCache?.();
    return require(file);
  }
  return compile(file, cachedData).run();
}

/**
 * The program as a script that can be run once, and afterwards gives what was compiled of it.
 * @param {string} file
 * @param {Buffer} [cachedData]
 */
export function compile(file, cachedData) {
  const require = createRequire(file);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "utf8")}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  const run = () => {
    const module = new Module(file);
    module.filename = file;
    // Parts that are loaded later ask for this one by its name.
    require.cache[file] = module;
    script.runInThisContext()(module.exports, require, module, file, dirname(file));
    module.loaded = true;
    return module.exports;
  };
  return { run, compiled: () => script.createCachedData() };
}
