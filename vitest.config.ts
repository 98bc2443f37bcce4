import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Golden files are looked at, never made, on a machine that checks.
    testTimeout: 60_000,
  },
});
