#!/usr/bin/env node
import module from "node:module";

// Newer releases of Node keep compiled code between runs; where they cannot, nothing is lost.
module.enableCompileCache?.();
const { main } = await import("../dist/cli.js");
process.exitCode = await main(process.argv.slice(2));
