import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { INPUT_NAMES, INPUT_NOTES, SECRET_NAMES } from "../../src/config/inputs.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { OUTPUTS } from "../../src/action/outputs.ts";

const Action = z.object({
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.boolean(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
  runs: z.strictObject({ using: z.literal("node24"), main: z.literal("dist/index.js") }),
});

const action = async () =>
  Action.parse(parse(await readFile(path.resolve(import.meta.dirname, "../../action.yml"), "utf8")));

/** As the contract names them. */
const NAMES =
  "api-key app-key access-token org-id site stream cadence policy mapping frameworks items cspm monitor-tag organization signing signing-key " +
  "signing-key-passphrase timestamp-url min-assurance allow-public-log attestation-token pseudonym-key " +
  "privacy raw-pages fail-on deadline " +
  "repository repository-token branch seed commit path check allow-public allow-unverified-tls retention-days";

test("action.yml has the inputs of the contract, as the schema does", async () => {
  const { inputs } = await action();

  expect(Object.keys(inputs).join(" ")).toBe(NAMES);
  expect(INPUT_NAMES.join(" ")).toBe(NAMES);
});

test("action.yml says of each input what the schema does", async () => {
  const { inputs } = await action();

  for (const [name, { description, default: byDefault }] of INPUT_NOTES) {
    expect(inputs[name]).toEqual({
      description,
      required: false,
      ...(byDefault === undefined ? {} : { default: byDefault }),
    });
  }
});

test("the defaults of action.yml are those of the schema", async () => {
  const { inputs } = await action();
  const given = { "api-key": "a".repeat(32), "app-key": "b".repeat(40), signing: "none" };
  const defaults = Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { default: byDefault }]) =>
      byDefault === undefined ? [] : [[name, byDefault]],
    ),
  );

  expect(readConfig({ ...defaults, ...given })).toEqual(readConfig(given));
});

test("no input is required by itself, because there are three ways of access", async () => {
  const { inputs } = await action();

  const required = Object.entries(inputs).flatMap(([name, input]) => (input.required ? [name] : []));
  expect(required).toEqual([]);
});

test("every input that holds a secret is known as one", () => {
  expect(SECRET_NAMES).toEqual([
    "api-key",
    "app-key",
    "access-token",
    "signing-key",
    "signing-key-passphrase",
    "attestation-token",
    "pseudonym-key",
    "repository-token",
  ]);
});

test("action.yml has the outputs of the contract", async () => {
  const { outputs } = await action();

  expect(Object.keys(outputs)).toEqual(Object.keys(OUTPUTS));
  expect(Object.keys(outputs).join(" ")).toBe(
    "outcome exit-code security-signals-state compliance-monitors-state cspm-findings-state critical-signals " +
      "high-signals failing-monitors critical-findings high-findings expectations broken-expectations " +
      "evidence-sha256 assurance artifact-name artifact-id commit folder",
  );
});
