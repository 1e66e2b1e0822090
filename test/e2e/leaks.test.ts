import path from "node:path";

import { expect, test } from "vitest";

import { generateSigningKey } from "../../src/sign/signing-key.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { act, startActionWorld } from "./action-world.ts";
import { collect, evidenceIn, filesBelow, git, printed, repository, startWorld } from "./world.ts";

/** A key that is in use nowhere, as somebody might paste it. */
const STRAY_PEM = generateSigningKey(null).privatePem;
const TOKEN = `ddapp_${"a1B2".repeat(9)}`;
const IN_USE = "a key that this run uses";

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

const LEAKS: readonly (readonly [what: string, secret: (of: DatadogOrganisation) => string, kind: string])[] =
  [
    ["the API key", ({ apiKey }) => apiKey, IN_USE],
    ["the application key", ({ appKey }) => appKey, IN_USE],
    ["the API key in base64", ({ apiKey }) => base64(apiKey), IN_USE],
    ["an application key of somebody else", () => TOKEN, "a Datadog key or token"],
    ["a private key", () => STRAY_PEM, "a private key"],
  ];

test.concurrent.each(LEAKS)(
  "%s in a monitor's name: the command line writes nothing and says where",
  async (_, secret, kind) => {
    await using world = await startWorld({ changed: named((of) => `Backup ${secret(of)} is late`) });

    const run = await collect(world);

    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(
      `nothing was written or published: evidence.json items[1].records[0].name holds ${kind}`,
    );
    expect(run.stderr).toContain("rotate that secret");
    expect(await filesBelow(path.join(world.folder, "evidence"))).toEqual([]);
    expectSecretless(run.stderr, secret(world.organisation));
  },
);

test.concurrent.each(LEAKS)(
  "%s in a monitor's name: the Action publishes nothing and says where",
  async (_, secret, kind) => {
    await using world = await startActionWorld({ changed: named((of) => `Backup ${secret(of)} is late`) });

    await using run = await act(world);

    expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" }, summary: "" });
    expect(Object.keys(run.outputs)).toEqual(["exit-code"]);
    expect(run.annotations).toEqual([
      {
        kind: "error",
        message: expect.stringContaining(`evidence.json items[1].records[0].name holds ${kind}`),
      },
    ]);
    expect(world.results.created).toEqual([]);
    expect(await filesBelow(run.temp)).toEqual([]);
    // The runner must be told what to mask.
    const log = run.stdout.replaceAll(/^::add-mask::.*$/gm, "");
    expectSecretless(log + run.stderr, secret(world.organisation));
  },
);

test.concurrent("a leak commits nothing", async () => {
  await using world = await startWorld({ changed: named(({ apiKey }) => apiKey) });
  const tree = await repository(world);

  const run = await collect(world, ["--repository", tree]);

  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(await filesBelow(tree)).toEqual([]);
  await expect(git(tree, "rev-parse", "HEAD")).rejects.toThrow("unknown revision");
});

test.concurrent("many leaks are counted, not listed without end", async () => {
  await using world = await startWorld({
    changed: (organisation) => ({
      ...organisation,
      monitors: organisation.monitors.map((each) => ({ ...each, name: `${each.id} ${TOKEN}` })),
    }),
  });

  const run = await collect(world);

  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr.match(/holds a Datadog key or token/g)).toHaveLength(5);
  expect(run.stderr).toMatch(/; and 9 more$/m);
});

test.concurrent.each([31, 8])(
  "a name that is cut after %i characters of a key is a leak too",
  async (shown) => {
    await using world = await startWorld({
      changed: named(({ apiKey }) => "x".repeat(500 - shown) + apiKey),
    });

    const run = await collect(world);

    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("records[0].name holds the beginning of a key that this run uses");
    expect(run.stderr).not.toContain(world.organisation.apiKey.slice(0, 8));
    expect(await filesBelow(path.join(world.folder, "evidence"))).toEqual([]);
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
