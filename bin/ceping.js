#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { load } from "./load.js";

const { main } = load(fileURLToPath(new URL("../dist/cli.cjs", import.meta.url)));
process.exitCode = await main(process.argv.slice(2));
