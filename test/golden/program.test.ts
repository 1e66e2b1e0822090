import { afterAll, beforeAll, expect, test } from "vitest";

import { startScene, type Scene } from "./collecting.ts";
import { Golden } from "./golden.ts";

const golden = new Golden("program");
let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  golden.callFolder(scene.folder, "folder");
});

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
});

test("the help of the program, and of each of its commands, is as before", async () => {
  const overview = await scene.run(["--help"]);
  const commands = [...overview.stdout.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name = ""]) => name);

  expect(commands.length).toBeGreaterThan(9);
  await golden.told("help.txt", overview);
  for (const name of commands) await golden.told(`help-${name}.txt`, await scene.run([name, "--help"]));
});

test.each([
  ["no-command", []],
  ["unknown-command", ["colect"]],
  ["unknown-flag", ["verify", "evidence", "--kye", "key.pub.pem"]],
  ["no-folder", ["verify", "--key", "key.pub.pem"]],
  ["no-such-folder", ["verify", "nowhere", "--key", "key.pub.pem"]],
  ["no-trust", ["verify", "evidence"]],
  ["trust-by-halves", ["verify", "evidence", "--issuer", "https://token.actions.githubusercontent.com"]],
  ["no-inputs", ["collect"]],
  [
    "wrong-inputs",
    ["collect", "--out", "evidence", "--cadence", "P2D", "--site", "datadog.example", "--fail-on", "x"],
  ],
  ["no-runs-to-compare", ["diff", "a"]],
  ["wrong-sample", ["sample", "evidence", "--count", "x", "--dates", "y", "--key", "key.pub.pem"]],
  ["wrong-format", ["report", "evidence", "--format", "pdf"]],
  ["nothing-to-publish", ["publish"]],
  ["half-a-gap", ["declare-gap", "--from", "yesterday"]],
  ["nothing-to-attest", ["attest"]],
])("what is said of a mistake is as before: %s", async (name, args) => {
  const told = await scene.run(args);

  expect(told.code).toBe(2);
  await golden.told(`mistakes/${name}.txt`, told);
});

test("a server that is not on this machine is refused as before", async () => {
  const told = await scene.run(["collect", "--out", "evidence"], {
    env: { DD_API_URL: "https://datadog.example", DD_API_KEY: "a".repeat(32), DD_APP_KEY: "b".repeat(40) },
  });

  await golden.told("mistakes/not-loopback.txt", told);
});

test("nothing is expected here that is compared no more", () => {
  expect(golden.leftOver()).toEqual([]);
});
