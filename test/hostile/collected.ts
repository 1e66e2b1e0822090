import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { DAY_MS } from "../../src/platform/time.ts";
import { collect, commandsIn, filesBelow, printed, startWorld } from "../e2e/world.ts";
import { policyText } from "../policy/policies.ts";
import { runCli } from "../support/runner.ts";
import type { HostileEnd, HostileGroup, HostileRow } from "./row.ts";

type Written = (of: DatadogOrganisation) => string;

/** One run over an organisation whose compliance monitors have this name. */
async function collectedWith(name: Written): Promise<HostileEnd> {
  await using world = await startWorld({
    changed: (organisation) => ({
      ...organisation,
      monitors: organisation.monitors.map((each) =>
        each.tags.includes("compliance") ? { ...each, name: `${each.id} ${name(organisation)}` } : each,
      ),
    }),
  });
  const run = await collect(world);
  const folder = path.join(world.folder, "evidence");
  const files = await filesBelow(folder).catch(() => []);
  const kept = await Promise.all(files.map(async (file) => readFile(path.join(folder, file), "utf8")));
  const all = [run.stderr, run.stdout, ...kept].join("\n");
  for (const secret of [world.organisation.apiKey, world.organisation.appKey])
    if (all.includes(secret)) throw new Error("the key was written or printed");
  return { exit: run.code, text: `${all}\n${commandsIn(run.stderr + run.stdout).length} commands` };
}

/** How many monitors a report calls waived, where a waiver names one of two that are alike but for their names. */
async function waivedByName(): Promise<HostileEnd> {
  const title = "Log archive was not written";
  const [named, other] = [1, 2];
  await using world = await startWorld({
    changed: (organisation) => ({
      ...organisation,
      monitors: organisation.monitors
        .filter(({ tags, overall_state: state }) => tags.includes("compliance") && state === "Alert")
        .flatMap((monitor) => [
          { ...monitor, id: named, name: title },
          { ...monitor, id: other, name: `${title}\nEX-1` },
        ]),
    }),
  });
  const none = { id: "no-alert", item: "compliance-monitors", none: { verdict: "failing" } };
  const waiver = {
    id: "EX-1",
    expect: none.id,
    records: [named],
    why: "a test of the alarm",
    by: "operations",
  };
  const file = path.join(world.folder, "policy.json");
  await writeFile(file, policyText({ expect: [none], accept: [{ ...waiver, ...FROM_TODAY }] }));
  const run = await collect(world, ["--policy", file]);
  const { stdout } = await runCli(["report", printed(run), "--format", "md"]);
  const [line = "", count = "1"] =
    /(?:Monitor|(\d+) monitors) in state .* waived by EX-1: .*/.exec(stdout) ?? [];
  return { exit: run.code, text: `${line}\n${count} record waived` };
}

/** The days in which a waiver is in force. */
const FROM_TODAY = { since: dayFromToday(0), until: dayFromToday(60) };

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, "2026-11-22".length);
}

const WITHHELD = "The record is left out and named, the item is partial, and the rest is signed.";
const REDACTED = "It is redacted in place, and a caveat counts it.";
const REFUSED = "It is refused before anything is asked.";

function row(input: string, written: Written, expected: Omit<HostileRow, "input" | "attempt">): HostileRow {
  return { input, ...expected, attempt: async () => collectedWith(written) };
}

const withheld = { outcome: WITHHELD, words: "a secret and were left out", exit: 3 } as const;
const redacted = (what: string) => ({ outcome: REDACTED, words: `[redacted: ${what}]`, exit: 0 }) as const;

/** What an outsider writes into a name in Datadog. */
export const NAMES: HostileGroup = {
  title: "A text in Datadog",
  who: "An outsider who can raise a signal or cause a text in Datadog, such as the name of a host or a login. A user of Datadog who can name a monitor or a tag.",
  rows: [
    row("the API key of the run", ({ apiKey }) => apiKey, withheld),
    row("the application key of the run in upper case", ({ appKey }) => appKey.toUpperCase(), withheld),
    row(
      "the API key in base64, with text before it",
      ({ apiKey }) => Buffer.from(`key:${apiKey}`).toString("base64"),
      withheld,
    ),
    row("the API key in hexadecimal", ({ apiKey }) => Buffer.from(apiKey).toString("hex"), withheld),
    row("the API key with invisible characters", ({ apiKey }) => Array.from(apiKey).join("\u200b"), withheld),
    row(
      "the API key in escapes of a URL",
      ({ apiKey }) =>
        Array.from(apiKey)
          .map((each) => `%${each.charCodeAt(0).toString(16)}`)
          .join(""),
      withheld,
    ),
    row("the beginning of the API key, cut off", ({ apiKey }) => `key ${apiKey.slice(0, 20)}…`, withheld),
    row("a token of GitHub", () => `ghp_${"a1".repeat(18)}`, redacted("token")),
    row("a token of Datadog that is not the run's", () => `ddapp_${"a1B2".repeat(9)}`, redacted("token")),
    row(
      "a private key",
      () => "-----BEGIN PRIVATE KEY-----\nMHcC\n-----END PRIVATE KEY-----",
      redacted("private key"),
    ),
    row(
      "an e-mail address with invisible characters",
      () => "ines@\u200bnorthwind.example",
      redacted("email"),
    ),
    row("an IPv6 address inside a word", () => "host2001:db8::1", redacted("ip")),
    row(
      "a webhook of another region",
      () => "https://events.eu.pagerduty.com/integration/x",
      redacted("webhook"),
    ),
    row("400,000 characters that begin a token again and again", () => "-eyJ".repeat(100_000), {
      outcome: "It is read in time that grows with its length, and cut.",
      words: "… [cut]",
      exit: 0,
    }),
    {
      input: "the name of a monitor that a waiver names, with the id of the waiver in a second line",
      outcome: "It is counted for itself, and not among what the waiver names.",
      words: "1 record waived",
      exit: 1,
      attempt: waivedByName,
    },
    row(
      "escapes of a terminal and commands of the runner",
      () => "\u001b[31m\n::error::x\n##[error]x\u009b2J",
      {
        outcome: "Nothing of it acts: no escape and no command is printed.",
        words: "0 commands",
        exit: 0,
      },
    ),
  ],
};

function inputRow(input: string, flag: string, value: Written): HostileRow {
  return {
    input,
    outcome: REFUSED,
    words: "everyone could read it",
    exit: 2,
    attempt: async () => {
      await using world = await startWorld();
      const { code, stdout, stderr } = await collect(world, [`--${flag}`, value(world.organisation)]);
      return { exit: world.datadog.requests.length === 0 ? code : -1, text: stdout + stderr };
    },
  };
}

/** One run with a policy of which a title and a waiver have these words. */
function policyRow(
  input: string,
  written: Written,
  expected: Omit<HostileRow, "input" | "attempt">,
): HostileRow {
  return {
    input,
    ...expected,
    attempt: async () => {
      await using world = await startWorld();
      const words = written(world.organisation);
      const file = path.join(world.folder, "policy.json");
      const named = { id: "named", item: "compliance-monitors", title: words, present: [1] };
      const waiver = { id: "EX-1", expect: "named", records: [1], ...FROM_TODAY, why: words, by: words };
      await writeFile(file, policyText({ expect: [named], accept: [waiver] }));
      const { code, stdout, stderr } = await collect(world, ["--policy", file]);
      const hasAsked = world.datadog.requests.length > 0;
      return {
        exit: code === 2 && hasAsked ? -1 : code,
        text: `${stdout}${stderr}\n${commandsIn(stderr + stdout).length} commands`,
      };
    },
  };
}

/** What a person who sets up the workflow writes into its inputs. */
export const INPUTS: HostileGroup = {
  title: "An input of the run",
  who: "A person who can change the workflow or the environment of a run, by mistake or on purpose.",
  rows: [
    inputRow("the API key as the name of the organisation", "organization", ({ apiKey }) => apiKey),
    inputRow("the API key in base64 as the stream", "stream", ({ apiKey }) =>
      Buffer.from(apiKey).toString("base64url"),
    ),
    inputRow("a token as the tag of the monitors", "monitor-tag", () => `ghp_${"a1".repeat(18)}`),
    policyRow("the API key as the reason of a waiver", ({ apiKey }) => apiKey, {
      outcome: REFUSED,
      words: "policy.json accept[0].why holds a key that this run uses, and everyone could read it",
      exit: 2,
    }),
    policyRow(
      "a formula, markup and commands of the runner as the words of a policy",
      () => "=1+1<script>alert(1)</script>| @here ::error::x ##[error]y",
      { outcome: "Nothing of it acts: it stays text.", words: "0 commands", exit: 0 },
    ),
    mappingRow("a mapping whose framework looks like ISO/IEC 27001, with a Cyrillic letter", {
      words: "has letters that look like others",
      name: "\u0406SO/IEC 27001:2022",
    }),
    mappingRow("a mapping whose framework looks like ISO/IEC 27001, with zeros of Thai", {
      words: "has letters that look like others",
      name: "ISO/IEC 27\u0E50\u0E501:2022",
    }),
    mappingRow("a mapping whose framework and control together read like SOC 2 CC7.2", {
      words: "read together look like SOC 2 CC7.2",
      name: "SOC",
      control: { id: "2 CC7.2" },
    }),
    mappingRow("a mapping whose control looks like A.8.16, with another dot", {
      words: "looks like A.8.16, and is another control",
      control: { framework: "iso27001", id: "A\u00B78.16" },
    }),
    {
      input: "no address as GITHUB_SERVER_URL",
      outcome: "The run ends with a sentence, and not with a stack.",
      words: "GITHUB_SERVER_URL: is not the address of a server",
      exit: 2,
      attempt: async () => {
        await using world = await startWorld();
        const env = { GITHUB_ACTIONS: "true", GITHUB_RUN_ID: "1", GITHUB_SERVER_URL: "nonsense" };
        const { code, stdout, stderr } = await collect(world, ["--signing", "key"], { env });
        return { exit: code, text: stdout + stderr };
      },
    },
  ],
};

/** A mapping that a reader takes for another one. */
function mappingRow(
  input: string,
  {
    words,
    name = "Acme Controls",
    control = {},
  }: { readonly words: string; readonly name?: string; readonly control?: object },
): HostileRow {
  return {
    input,
    outcome: REFUSED,
    words,
    exit: 2,
    attempt: async () => {
      await using world = await startWorld();
      const first = { framework: "acme", item: "cspm-findings", id: "A.8.9", title: "x", support: "direct" };
      const mapping = {
        schema: "datadog-evidence/mapping/v1",
        frameworks: [{ id: "acme", name }],
        controls: [{ ...first, ...control }],
      };
      const file = path.join(world.folder, "mapping.json");
      await writeFile(file, JSON.stringify(mapping));
      const { code, stdout, stderr } = await collect(world, ["--mapping", file]);
      return { exit: world.datadog.requests.length === 0 ? code : -1, text: stdout + stderr };
    },
  };
}
