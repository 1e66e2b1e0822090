import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import type { Gap } from "../../src/evidence/gap.ts";
import { publishGap } from "../../src/publish/publish-gap.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { gapAttester } from "../../src/sign/attest.ts";
import { collect, git, repository, startWorld } from "../e2e/world.ts";
import {
  AUTHORITIES,
  keylessStream,
  plantRun,
  publishKeyless,
  type KeylessStream,
} from "../support/keyless-stream.ts";
import { workflowSigner } from "../support/sealed-run.ts";
import { evidenceAt, NEVER } from "../support/streams.ts";
import type { HostileEnd, HostileGroup } from "./row.ts";

const FOREIGN = evidenceAt("2026-11-21T06:17:31Z");
const OWN = evidenceAt("2026-11-22T06:17:31Z");

/** What our run says in a stream, after somebody did something to it. */
async function publishedAfter(change: (stream: KeylessStream) => Promise<void>): Promise<HostileEnd> {
  await using stream = await keylessStream();
  await change(stream);
  const run = await publishKeyless(stream.branch, OWN);
  const changes = run.attestation?.statement.predicate.changes;
  if (changes !== null) throw new Error("the run was compared with what somebody else wrote");
  const said = [...run.undone.map(({ message }) => message), ...run.warnings];
  return { exit: run.commit === null ? 2 : 0, text: said.join("\n") };
}

const GAP = {
  schema: "datadog-evidence-gap/v1",
  stream: { name: "prod", site: "datadoghq.eu", cadence: "P1D" },
  declaredAt: "2026-11-22T05:00:00Z",
  range: { from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" },
  cause: "the runner was down",
  ticket: null,
  role: "compliance engineer",
  run: { id: "gap-1", attempt: 1, github: null },
} as const satisfies Gap;

/** Names of hooks, one of them with characters that a setting of git is divided by. */
const HOOKS = ["theirs", "a=b.c d", "reference-transaction"];

/** A program in place of git, which starts the hooks of the configuration as git 2.54 does, and writes that down. */
async function writeNewerGit(folder: string): Promise<string> {
  const real = (await promisify(execFile)("sh", ["-c", "command -v git"])).stdout.trim();
  const asked = HOOKS.map((name) => `"${real}" -C "$2" config --get "hook.${name}.enabled" >> "$0.hooks"`);
  const script = [
    "#!/bin/sh",
    'case " $* " in *" update-ref "*|*" update-index "*|*" read-tree "*)',
    ...asked,
    "esac",
    `exec "${real}" "$@"`,
  ];
  const file = path.join(folder, "git");
  await writeFile(file, script.join("\n"), { mode: 0o755 });
  return `${file}.hooks`;
}

/** What a person writes who can write to the repository that holds the evidence. */
export const REPOSITORY: HostileGroup = {
  title: "The repository that holds the evidence",
  who: "A person who can write to the repository, or to its configuration on the runner, and has neither the key nor the workflow of the runs.",
  rows: [
    {
      input: "a keyless run of a stranger, and after it a gap that our own workflow declared",
      outcome:
        "The gap lends it no trust: the next run is linked to them, and is not compared with the stranger's.",
      words: "that signature was not verified here",
      exit: 0,
      attempt: async () =>
        publishedAfter(async ({ tree, branch }) => {
          await plantRun(tree, FOREIGN, { by: "strangers" });
          const attest = gapAttester(workflowSigner(AUTHORITIES.ours));
          const options = { check: signerCheck(null), verifyInstructions: "", signal: NEVER };
          await publishGap(GAP, attest, { branch, ...options });
        }),
    },
    {
      input: "the evidence of a run with the keyless signature of a stranger, before the run commits it",
      outcome: "It is not taken for the run's own, whose evidence is signed and not committed.",
      words: "with the signature of somebody else",
      exit: 2,
      attempt: async () => publishedAfter(async ({ tree }) => plantRun(tree, OWN, { by: "strangers" })),
    },
    {
      input: "a hook in the configuration of git, which git 2.54 starts at each commit",
      outcome: "It is off, whatever the configuration says.",
      words: "0 hooks started",
      exit: 0,
      attempt: async () => {
        await using world = await startWorld();
        const tree = await repository(world);
        for (const name of HOOKS) {
          await git(tree, "config", `hook.${name}.event`, "reference-transaction");
          await git(tree, "config", `hook.${name}.command`, "touch ran");
          await git(tree, "config", `hook.${name}.enabled`, "true");
        }
        const log = await writeNewerGit(world.folder);
        const env = { PATH: `${world.folder}:${process.env["PATH"]}` };
        const { code, stderr } = await collect(world, ["--repository", tree, "--stream", "prod"], { env });
        const enabled = (await readFile(log, "utf8")).trim().split("\n");
        const started = enabled.filter((each) => each !== "false");
        return { exit: code, text: `${stderr}\n${started.length} hooks started` };
      },
    },
  ],
};
