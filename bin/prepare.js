import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/*
 * What npm runs before the package is packed or installed from git: the build. Where npm installs from git for the
 * whole machine (`--global`, as pre-commit does), it hands that setting down to every npm within, and what the build
 * needs is not installed: it is installed here, into this folder alone.
 */
const { name, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));

function npm(...words) {
  const handedDown = /^(npm_config_(global|location|prefix|omit|only|production|dry_run)|node_env)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !handedDown.test(key)));
  const { status } = spawnSync(process.execPath, [env["npm_execpath"], ...words], { env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether npm has linked the program to the clone it is about to delete: nothing would be left to run. */
function isLinkedToClone() {
  const { _PACOTE_NO_PREPARE_: isClone, npm_config_global_prefix: prefix = "" } = process.env;
  const link = join(prefix, process.platform === "win32" ? "" : "lib", "node_modules", name);
  return isClone !== undefined && existsSync(link) && realpathSync(link) === realpathSync(".");
}

if (isLinkedToClone()) {
  console.error(`npm install --global --install-links: from git, ${name} needs --install-links`);
  console.error("从 git 全局安装时，请加上 --install-links");
  process.exit(1);
}
const isThere = (dependency) => existsSync(join("node_modules", dependency, "package.json"));
if (!Object.keys(devDependencies).every(isThere)) npm("ci", "--include=dev", "--ignore-scripts");
npm("run", "build");
