import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { FOLDERS, ROOMS, roomTree } from "../../scripts/rooms.ts";
import { ROOT } from "../support/runner.ts";

const page = readFileSync(path.join(ROOT, "ARCHITECTURE.md"), "utf8");

test("every path that ARCHITECTURE.md names exists", () => {
  const named = page.matchAll(/\b(?:src|scripts|test)\/[\w.\/\-]*/gv).map(([found]) => found);

  expect([...named].filter((found) => !existsSync(path.join(ROOT, found)))).toEqual([]);
});

test("the tree in ARCHITECTURE.md is that of the rooms, and has every folder of the source", () => {
  const folders = globSync("src/*/**/*.ts", { cwd: ROOT }).map((file) =>
    path.dirname(path.relative("src", file)).replaceAll(path.sep, "/"),
  );
  const known = [...ROOMS.map(({ name }) => name), ...Object.keys(FOLDERS)];

  expect(page).toContain(`\n\`\`\`text\nsrc/\n${roomTree()}\n\`\`\`\n`);
  expect(
    folders.filter((folder) => !known.some((each) => each === folder || each.startsWith(`${folder}/`))),
  ).toEqual([]);
  expect(Object.keys(FOLDERS).filter((folder) => !folders.includes(folder))).toEqual([]);
});

test("no room is crowded: eighteen files at most, but for the commands", () => {
  const counts = new Map<string, number>();
  for (const file of globSync("src/**/*.ts", { cwd: ROOT })) {
    const folder = path.dirname(file).replaceAll(path.sep, "/");
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }

  const crowded = [...counts].filter(
    ([folder, count]) => count > (folder === "src/cli/commands" ? 24 : folder === "src" ? 3 : 18),
  );
  expect(crowded).toEqual([]);
});
