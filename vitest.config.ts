import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the counts; people only read the summary. */
const results = process.env["EVIDENCE_TEST_RESULTS"];

export default defineConfig({
  // A dependency ships source maps without their sources, and Vite warns of each.
  logLevel: "error",
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/made-once.setup.ts",
    // Most of the time goes into child processes and real sockets, which one worker only waits for.
    maxWorkers: 2,
    // A bound for what hangs, not a measure: a machine may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What was expected is written when somebody asks for it with -u, and never because it is new.
    update: "none",
    reporters: results === undefined ? ["default"] : ["default", ["json", { outputFile: results }]],
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
  },
});
