import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { runCli } from "../support/runner.ts";
import {
  collect,
  commandsIn,
  evidenceIn,
  filesBelow,
  NO_TIME,
  printed,
  startWorld,
  verify,
  type WorldOptions,
} from "./world.ts";

test.concurrent(
  "a collection writes the exact counts, and nothing on stdout but the folder of the run",
  async () => {
    await using world = await startWorld();

    const run = await collect(world, ["--stream", "prod", "--organization", "Northwind Freight"]);

    expect(run).toMatchObject({ code: 0, stdout: `${printed(run)}\n` });
    const evidence = await evidenceIn(printed(run));
    expect(evidence).toMatchObject({
      stream: { name: "prod", cadence: "P1D" },
      source: { organization: "Northwind Freight", organizationId: world.organisation.id },
      run: { attempt: 1, github: null },
      outcome: "complete",
    });
    expect(evidence.items.map(({ id, result }) => [id, result.state, result.counts])).toEqual([
      [
        "security-signals",
        "attention",
        { critical: 5, high: 20, total: 25, open: 7, underReview: 5, archived: 13 },
      ],
      ["compliance-monitors", "attention", { total: 14, passing: 9, failing: 2, notEvaluated: 3, muted: 2 }],
      ["cspm-findings", "attention", { critical: 6, high: 18, total: 24, muted: 4 }],
    ]);
  },
);

test.concurrent("evidence from a server of this machine says so in every item", async () => {
  await using world = await startWorld();

  const run = await collect(world);

  const { items, source } = await evidenceIn(printed(run));
  expect(source.apiUrl).toBe(world.datadog.url);
  for (const { caveats } of items) expect(caveats.join("\n")).toContain("DD_API_URL");
});

test.concurrent(
  "where no certificate is checked nothing is sent; if that is allowed every item says so",
  async () => {
    await using world = await startWorld();
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };

    const refused = await collect(world, [], { env });
    const askedFirst = world.datadog.requests.length;
    const allowed = await collect(world, ["--allow-unverified-tls", "true"], { env });

    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("NODE_TLS_REJECT_UNAUTHORIZED: 0 turns off the check of certificates");
    expect(askedFirst).toBe(0);
    const { items } = await evidenceIn(printed(allowed));
    for (const { caveats } of items) expect(caveats.join("\n")).toContain("without a check of certificates");
  },
);

test.concurrent("a run lies where its evidence says, beside one guide for all runs", async () => {
  await using world = await startWorld();

  const first = await collect(world, ["--stream", "prod"]);
  const second = await collect(world, ["--stream", "prod"]);

  const out = path.join(world.folder, "evidence");
  const folders = await Promise.all(
    [first, second].map(async (run) => {
      const { collectedAt, run: identity } = await evidenceIn(printed(run));
      const [day = "", time = ""] = collectedAt.split("T");
      return `prod/${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${identity.id}-1`;
    }),
  );
  expect([first, second].map((run) => path.relative(out, printed(run)))).toEqual(folders);
  expect(folders[0]).toMatch(/^prod\/\d{4}\/\d{4}-\d{2}-\d{2}\/\d{6}Z-local-[0-9a-f]{8}-1$/);
  expect(await filesBelow(out)).toEqual(
    [
      "VERIFY.md",
      "prod/.gitattributes",
      ...folders.flatMap((folder) => [`${folder}/evidence.json`, `${folder}/evidence.sigstore.json`]),
    ].toSorted(),
  );
});

test.concurrent("what was collected verifies with either program, and not with another key", async () => {
  await using world = await startWorld();
  await using stranger = await startWorld();
  const run = await collect(world);

  const [byCli, byVerify, byStranger] = await Promise.all([
    runCli(["verify", printed(run), "--key", world.key]),
    verify(printed(run), world.key),
    verify(printed(run), stranger.key),
  ]);

  expect([byCli.code, byVerify.code, byStranger.code]).toEqual([0, 0, 1]);
  expect(byVerify.stdout).toBe(byCli.stdout);
});

test.concurrent("two runs over the same answers differ only in run and times", async () => {
  const now = new Date();
  await using world = await startWorld({
    now: () => now,
    // Datadog's cursor holds the times of the question; without it the answers are the same.
    faults: { "POST /api/v2/security_monitoring/signals/search": () => ({ rewrite: withoutCursor }) },
  });

  const first = await collect(world);
  const second = await collect(world);

  expect(printed(first)).not.toBe(printed(second));
  const [one, other] = await Promise.all([evidenceIn(printed(first)), evidenceIn(printed(second))]);
  expect(withoutRunAndTimes(one)).toEqual(withoutRunAndTimes(other));
});

test.concurrent("the guide is what somebody made of it", async () => {
  await using world = await startWorld();
  const guide = path.join(world.folder, "evidence", "VERIFY.md");
  await collect(world);
  await writeFile(guide, "ask Alice\n");

  await collect(world);

  expect(await readFile(guide, "utf8")).toBe("ask Alice\n");
});

test.concurrent(
  "unsigned evidence ends with 2, verifies as not signed, and can be attested later",
  async () => {
    await using world = await startWorld();

    const run = await collect(world, ["--signing", "none"], { env: { SIGNING_KEY: "" } });

    const folder = printed(run);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("the evidence is not signed") });
    expect(await verify(folder, world.key)).toMatchObject({ code: 1 });
    const before = await readFile(path.join(folder, "evidence.json"));

    const attested = await runCli(["attest", folder, ...NO_TIME], { env: { SIGNING_KEY: world.privatePem } });

    expect(attested).toMatchObject({ code: 0, stdout: `${folder}\n` });
    expect(await readFile(path.join(folder, "evidence.json"))).toEqual(before);
    expect(await verify(folder, world.key)).toMatchObject({ code: 0 });
    const again = await runCli(["attest", folder, ...NO_TIME], { env: { SIGNING_KEY: world.privatePem } });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("is already signed") });
  },
);

test.concurrent("names and answers that try to command the runner stay text", async () => {
  const hostile = { status: 400, body: { errors: ["no\n::error::injected", "##[error]injected"] } };
  await using world = await startWorld({ faults: { "GET /api/v1/monitor": () => hostile } });

  const run = await collect(world);

  expect(run.stderr).toContain("injected");
  expect(commandsIn(run.stdout + run.stderr)).toEqual([]);
});

test.concurrent("the items that were asked for are the items that are there", async () => {
  await using world = await startWorld();

  const run = await collect(world, ["--items", "compliance-monitors", "--cadence", "PT6H"]);

  const { items, stream } = await evidenceIn(printed(run));
  expect(items.map(({ id }) => id)).toEqual(["compliance-monitors"]);
  expect(stream.cadence).toBe("PT6H");
});

function withoutCursor(body: unknown): unknown {
  return typeof body === "object" && body !== null && "data" in body ? { data: body.data } : body;
}

/** Times that are ours, and bodies and links that hold them. */
function withoutRunAndTimes(evidence: Evidence): unknown {
  const { startedAt, collectedAt, validUntil } = evidence;
  const windows = evidence.items.flatMap(({ window }) => (window === null ? [] : [window.from, window.to]));
  let text = JSON.stringify({
    ...evidence,
    run: null,
    source: { ...evidence.source, clockSkewMs: null },
  });
  for (const time of [startedAt, collectedAt, validUntil, ...windows]) {
    const ms = Date.parse(time);
    // The count asks for the millisecond after the window, whose end belongs to it.
    for (const each of [ms, ms + 1]) text = text.replaceAll(String(each), "0");
    text = text.replaceAll(time, "TIME");
  }
  return JSON.parse(text);
}

const lacking = (organisation: DatadogOrganisation): DatadogOrganisation => ({
  ...organisation,
  permissions: organisation.permissions.difference(new Set(["monitors_read"])),
});

test.concurrent.each<
  readonly [string, WorldOptions, Readonly<Record<string, string>>, number, RegExp, string]
>([
  ["a run that is complete", {}, {}, 0, /^complete, exit 0$/, "complete, exit 0"],
  [
    "a run without a needed permission",
    { changed: lacking },
    {},
    3,
    /^exit 3 because compliance-monitors is failed: .*lacks monitors_read\. Give the key's owner a role with /,
    "lacks monitors_read",
  ],
  [
    "a run with a wrong key",
    {},
    { DD_APP_KEY: "a".repeat(40) },
    2,
    /^exit 2 because nothing could be collected: the application key is not valid on the server of DD_API_URL/,
    "the application key is not valid",
  ],
])(
  "%s ends with its exit code and why, and says the cause once",
  async (_, options, env, code, last, cause) => {
    await using world = await startWorld(options);

    const run = await collect(world, [], { env });

    expect(run.code).toBe(code);
    expect(run.stderr.trimEnd().split("\n").at(-1)).toMatch(last);
    expect(run.stderr.split(cause)).toHaveLength(2);
  },
);
