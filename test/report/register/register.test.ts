import { rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { registerHtml, registerMarkdown } from "../../../src/report/register/document.ts";
import { registerCsv, registerJson, registerText } from "../../../src/report/register/formats.ts";
import { loadRegister, type Register } from "../../../src/report/register/register.ts";
import type { Trust } from "../../../src/verify/trust/trust.ts";
import { ended, monitorsItem, signalsItem } from "../../support/evidence.ts";
import { days, evidenceAt, streamsAt, WrittenStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const TRUST: Trust = { keys: [readVerifyingKey(SIGNER.publicPem)], roots: [], requiresTime: false };
const MORNING = days("2026-11-20", 3);
const [, , LAST = ""] = MORNING;
const SOON = new Date(Date.parse(LAST) + 3_600_000);

/** A repository of streams, each with a run at each time. */
async function repositoryOf(streams: Readonly<Record<string, readonly string[]>>) {
  const root = await temporaryFolder();
  for (const [name, times] of Object.entries(streams)) {
    const stream = new WrittenStream(root.path);
    for (const time of times) await stream.add(evidenceAt(time, { stream: { name, cadence: "P1D" } }));
  }
  return root;
}

async function registerAt(folder: string, now: Date, trust: Trust | null = TRUST): Promise<Register> {
  return loadRegister(streamsAt(folder), { trust, now });
}

const STYLE = { width: 80, paint: (_: unknown, text: string) => text };

test("every item of every stream is listed by its newest run", async () => {
  await using root = await repositoryOf({ prod: MORNING, test: MORNING.slice(0, 2) });

  const { streams, exitCode } = await registerAt(root.path, SOON);

  expect(streams.map(({ name, verified, items }) => [name, verified, items.map(({ id }) => id)])).toEqual([
    ["prod", true, ["security-signals", "compliance-monitors", "cspm-findings"]],
    ["test", true, ["security-signals", "compliance-monitors", "cspm-findings"]],
  ]);
  expect(streams[0]?.items[0]).toMatchObject({
    collectedAt: LAST,
    validUntil: "2026-11-23T18:17:31Z",
    freshness: "fresh",
  });
  expect(exitCode).toBe(0);
});

test.each([
  ["until the end of its validity it is fresh", "2026-11-23T18:17:31Z", "fresh", 0],
  ["a second later it is stale", "2026-11-23T18:17:32Z", "stale", 3],
])("%s", async (_, now, freshness, code) => {
  await using root = await repositoryOf({ prod: MORNING });

  const { streams, exitCode } = await registerAt(root.path, new Date(now));

  expect(new Set(streams.flatMap(({ items }) => items.map((item) => item.freshness)))).toEqual(
    new Set([freshness]),
  );
  expect(exitCode).toBe(code);
});

test("an item that the newest run could not collect is missing, and its state unknown", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  await stream.add(evidenceAt(MORNING[0] ?? ""));
  await stream.add(evidenceAt(LAST, { items: [signalsItem(), monitorsItem([], ended("failed"))] }));

  const { streams, exitCode } = await registerAt(root.path, SOON, null);

  expect(
    streams[0]?.items.map(({ id, state, counts, freshness }) => ({ id, state, counts, freshness })),
  ).toEqual([
    expect.objectContaining({ id: "security-signals", freshness: "fresh" }),
    { id: "compliance-monitors", state: "unknown", counts: null, freshness: "missing" },
    // No run has asked for it since, so what the older one says ends by itself.
    expect.objectContaining({ id: "cspm-findings", freshness: "stale" }),
  ]);
  expect(exitCode).toBe(3);
});

test("a floor says that it is one", async () => {
  await using root = await temporaryFolder();
  await new WrittenStream(root.path).add(
    evidenceAt(LAST, { items: [signalsItem(undefined, ended("partial"))] }),
  );

  const register = await registerAt(root.path, SOON, null);

  expect(registerText(register, STYLE)).toMatch(/counted: at least \d/);
});

test("a run that was changed is exit 1, and the stream is not verified; without a key nothing is", async () => {
  await using root = await repositoryOf({ prod: MORNING });
  const [run = ""] = locateRuns(root.path);
  await writeFile(path.join(root.path, "prod", run, "evidence.json"), "{}");

  const verified = await registerAt(root.path, SOON);
  const shown = await registerAt(root.path, SOON, null);

  expect(verified).toMatchObject({ exitCode: 1, streams: [{ verified: false }] });
  expect(registerText(verified, STYLE)).toContain("Not every run of prod is genuine");
  expect(shown).toMatchObject({ exitCode: 0, isVerified: false, streams: [{ verified: false }] });
  for (const text of [registerText(shown, STYLE), registerMarkdown(shown), registerHtml(shown)]) {
    expect(text).toContain("Nothing was verified");
    expect(text).toContain("All fresh, not verified");
  }
});

function locateRuns(folder: string): readonly string[] {
  return streamsAt(folder)[0]?.runs ?? [];
}

test("JSON has the fields of the contract", async () => {
  await using root = await repositoryOf({ prod: [LAST] });

  const json: unknown = JSON.parse(registerJson(await registerAt(root.path, SOON)));

  expect(json).toMatchObject({
    exitCode: 0,
    streams: [
      {
        name: "prod",
        site: "datadoghq.eu",
        organization: "Northwind",
        verified: true,
        items: expect.arrayContaining([
          expect.objectContaining({
            id: "security-signals",
            state: "attention",
            counts: expect.objectContaining({ critical: expect.any(Number) }),
            controls: expect.arrayContaining([expect.objectContaining({ id: "A.8.16" })]),
            collectedAt: LAST,
            validUntil: "2026-11-23T18:17:31Z",
            nextDue: expect.stringMatching(/^2026-11-23T/),
            link: expect.stringContaining("https://app.datadoghq.eu/"),
          }),
        ]),
      },
    ],
  });
});

test("text, Markdown, HTML and CSV name the same items", async () => {
  await using root = await repositoryOf({ prod: MORNING });
  const register = await registerAt(root.path, SOON);

  const texts = [registerText(register, STYLE), registerMarkdown(register), registerHtml(register)];

  for (const text of texts) {
    for (const each of ["Security signals", "Compliance monitors", "CSPM findings", "prod", "A.8.16"]) {
      expect(text).toContain(each);
    }
  }
  expect(registerCsv(register).trim().split("\r\n")).toHaveLength(4);
  expect(registerHtml(register)).toContain("default-src 'none'");
  for (const line of registerText(register, STYLE).split("\n")) {
    expect(line.length <= 80 || line.includes("https://")).toBe(true);
  }
});

test("evidence of another server is named as not from Datadog, first", async () => {
  await using root = await temporaryFolder();
  const usual = evidenceAt(LAST);
  await new WrittenStream(root.path).add({
    ...usual,
    source: { ...usual.source, apiUrl: "http://127.0.0.1:8126" },
  });

  const register = await registerAt(root.path, SOON);

  expect(registerText(register, STYLE).split("\n")[0]).toContain("not from Datadog");
  for (const text of [registerMarkdown(register), registerHtml(register), registerCsv(register)]) {
    expect(text).toMatch(/not from Datadog/);
  }
});

test("a stream of which only declared gaps are left has no evidence", async () => {
  await using root = await repositoryOf({ prod: MORNING });
  for (const run of locateRuns(root.path)) {
    await rm(path.join(root.path, "prod", run, "evidence.json"));
  }

  const register = await registerAt(root.path, SOON, null);

  expect(register.exitCode).toBe(3);
  expect(registerText(register, STYLE)).toContain("No evidence is here of prod");
});
