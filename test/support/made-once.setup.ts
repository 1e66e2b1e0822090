import { mkdir, rm } from "node:fs/promises";

import type { TestProject } from "vitest/node";

import { temporaryFolder } from "./temp.ts";

/** Provides an empty folder that all test files of a run of vitest share; it is gone at the end. */
// oxlint-disable-next-line import/no-default-export -- only from one does vitest take what to do at the end
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  project.provide("madeOnce", folder.path);
  // Whoever watches changes the program, and with it what is made.
  project.onTestsRerun(async () => {
    await rm(folder.path, { recursive: true, force: true });
    await mkdir(folder.path);
  });
  return async () => {
    await folder[Symbol.asyncDispose]();
  };
}
