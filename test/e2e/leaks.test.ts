import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { generateSigningKey } from "../../src/sign/signing-key.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { act, startActionWorld } from "./action-world.ts";
import { collect, evidenceIn, filesBelow, printed, startWorld } from "./world.ts";

/** A key that is in use nowhere, as somebody might paste it. */
const STRAY_PEM = generateSigningKey(null).privatePem;
const TOKEN = `ddapp_${"a1B2".repeat(9)}`;
/** Place and field, never the value. */
const WITHHELD = /1 record holds a secret and was left out: \d+ in name/;

/** The demo's organisation, its first compliance monitor named differently. */
const named =
  (name: (organisation: DatadogOrganisation) => string) =>
  (organisation: DatadogOrganisation): DatadogOrganisation => {
    const first = organisation.monitors.findIndex(({ tags }) => tags.includes("compliance"));
    return {
      ...organisation,
      monitors: organisation.monitors.map((each, index) =>
        index === first ? { ...each, name: name(organisation) } : each,
      ),
    };
  };

const base64 = (text: string): string => Buffer.from(text).toString("base64");

const OWN: readonly (readonly [what: string, secret: (of: DatadogOrganisation) => string])[] = [
  ["the API key", ({ apiKey }) => apiKey],
  ["the application key", ({ appKey }) => appKey],
  ["the API key in base64 of a header", ({ apiKey }) => base64(`key:${apiKey}`)],
  ["the API key in hexadecimal", ({ apiKey }) => Buffer.from(apiKey).toString("hex")],
  ["the application key in upper case", ({ appKey }) => appKey.toUpperCase()],
  ["the API key with zero-width spaces", ({ apiKey }) => Array.from(apiKey).join("\u200b")],
];

const TOKENS = [
  ["an application key of somebody else", TOKEN, "[redacted: token]"],
  ["a private key", STRAY_PEM.trim(), "[redacted: private key]"],
] as const;

const secretName = (secret: (of: DatadogOrganisation) => string) =>
  named((of) => `Backup ${secret(of)} is late`);

test.concurrent.each(OWN)(
  "%s in a monitor's name: the command line leaves the record out, names it and publishes the rest",
  async (_, secret) => {
    await using world = await startWorld({ changed: secretName(secret) });

    const run = await collect(world);

    const { items } = await evidenceIn(printed(run));
    const [, monitors] = items;
    expect(run.code).toBe(3);
    expect(monitors).toMatchObject({
      id: "compliance-monitors",
      collection: { status: "partial", reason: { code: "withheld", message: WITHHELD } },
      result: { state: "unknown" },
    });
    expect([...(monitors?.records ?? [])].length + 1).toBe(monitors?.collection.unique);
    expect(run.stderr).toMatch(WITHHELD);
    expect(run.stderr).toContain("compliance-monitors");
    for (const file of await filesBelow(path.join(world.folder, "evidence")))
      expectSecretless(
        await readFile(path.join(world.folder, "evidence", file), "utf8"),
        secret(world.organisation),
      );
    expectSecretless(run.stderr, secret(world.organisation));
  },
);

test.concurrent.each(OWN.slice(0, 2))(
  "%s in a monitor's name: the Action leaves the record out, names it and publishes the rest",
  async (_, secret) => {
    await using world = await startActionWorld({ changed: secretName(secret) });

    await using run = await act(world);

    expect(run).toMatchObject({
      code: 3,
      outputs: {
        "exit-code": "3",
        "compliance-monitors-state": "unknown",
        "security-signals-state": "attention",
      },
    });
    expect(run.annotations.map(({ message }) => message).join("\n")).toMatch(WITHHELD);
    expect(world.results.created).toHaveLength(1);
    // The runner must be told what to mask.
    const log = run.stdout.replaceAll(/^::add-mask::.*$/gm, "");
    expectSecretless(log + run.stderr + run.summary, secret(world.organisation));
  },
);

test.concurrent.each(TOKENS)(
  "%s in a monitor's name is redacted like an e-mail address, and the run succeeds",
  async (_, token, redacted) => {
    await using world = await startWorld({ changed: secretName(() => token) });

    const run = await collect(world);

    const { items } = await evidenceIn(printed(run));
    expect(run.code).toBe(0);
    expect([...(items[1]?.records ?? [])][0]).toMatchObject({ name: `Backup ${redacted} is late` });
  },
);

test.concurrent("many records that hold a secret are counted, not listed without end", async () => {
  await using world = await startWorld({
    changed: (organisation) => ({
      ...organisation,
      monitors: organisation.monitors.map((each) => ({ ...each, name: `${each.id} ${organisation.apiKey}` })),
    }),
  });

  const run = await collect(world);

  expect(run.code).toBe(3);
  expect(run.stderr).toMatch(/14 records hold a secret and were left out: .*; and 9 more/);
});

test.concurrent.each([31, 8])(
  "a key of which a cut name would keep %i characters is found before the name is cut",
  async (shown) => {
    await using world = await startWorld({
      changed: named(({ apiKey }) => "x".repeat(500 - shown) + apiKey),
    });

    const run = await collect(world);

    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(WITHHELD);
    expect(run.stderr).not.toContain(world.organisation.apiKey.slice(0, 8));
  },
);

test.concurrent.each(["organization", "stream", "monitor-tag"])(
  "a secret as the value of %s is refused before anything is asked, in disguise too",
  async (flag) => {
    await using world = await startWorld();
    const { apiKey } = world.organisation;

    for (const value of [apiKey, apiKey.toUpperCase(), base64(apiKey).replaceAll("=", ""), TOKEN]) {
      const run = await collect(world, [`--${flag}`, value]);

      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(new RegExp(`${flag}: .*everyone could read`));
      expectSecretless(run.stderr, value);
    }
    expect(world.datadog.requests).toEqual([]);
  },
);

test.concurrent("a long name that holds no key is cut and kept", async () => {
  await using world = await startWorld({ changed: named(() => "x".repeat(600)) });

  const run = await collect(world);

  const { items } = await evidenceIn(printed(run));
  expect(run.code).toBe(0);
  expect([...(items[1]?.records ?? [])][0]).toMatchObject({ name: `${"x".repeat(500)}… [cut]` });
});

test.concurrent("with minimal privacy no name is kept, so none can leak", async () => {
  await using world = await startWorld({ changed: named(({ apiKey }) => apiKey) });

  const run = await collect(world, ["--privacy", "minimal"]);

  expect(run).toMatchObject({ code: 0 });
});

const PERSONAL = [
  [
    "an e-mail address",
    "Backup is late, tell ines@northwind.example",
    "Backup is late, tell [redacted: email]",
  ],
  ["an IP address", "Host 10.20.30.40 is away", "Host [redacted: ip] is away"],
  ["a webhook", "Post to https://hooks.slack.com/services/T0AB/B0CD/efgh", "Post to [redacted: webhook]"],
] as const;

test.concurrent.each(PERSONAL)(
  "%s in a monitor's name is redacted and counted, and the run succeeds",
  async (_, name, kept) => {
    await using before = await startWorld();
    await using world = await startWorld({ changed: named(() => name) });

    const usual = await evidenceIn(printed(await collect(before)));
    const run = await collect(world);

    const { items } = await evidenceIn(printed(run));
    const monitors = items.find(({ id }) => id === "compliance-monitors");
    expect(run.code).toBe(0);
    expect([...(monitors?.records ?? [])][0]).toMatchObject({ name: kept });
    expect(redactions(items)).toBe(redactions(usual.items) + 1);
  },
);

test.concurrent("the Action redacts and counts them too, everywhere that people read", async () => {
  await using world = await startActionWorld({
    changed: named(() => PERSONAL.map(([, name]) => name).join(", ")),
  });

  await using run = await act(world);

  const { items } = await evidenceIn(run.outputs["folder"] ?? "");
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(redactions(items)).toBeGreaterThanOrEqual(3);
  for (const told of [run.stdout, run.summary, JSON.stringify(items)])
    expect(told).not.toMatch(/ines@northwind|10\.20\.30\.40|T0AB/);
});

/** The number in the caveat of the monitors, 0 without one. */
function redactions(items: readonly { readonly id: string; readonly caveats: readonly string[] }[]): number {
  const { caveats = [] } = items.find(({ id }) => id === "compliance-monitors") ?? {};
  const counts = caveats.map((each) => /redacted in kept texts: (\d+)$/.exec(each)?.[1]);
  return Number(counts.find((count) => count !== undefined) ?? 0);
}

/** No line of the secret is in the text; the frame of a PEM is no secret. */
function expectSecretless(text: string, secret: string): void {
  for (const line of secret.split("\n").filter((each) => each !== "" && !each.startsWith("-----")))
    expect(text).not.toContain(line);
}
