import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { diskFiles } from "../src/platform/disk.ts";
import { keySigner } from "../src/sign/attest.ts";
import { readVerifyingKey } from "../src/bundle/public-key.ts";
import { statementSigner } from "../src/sign/signing.ts";
import { verifyGuide } from "../src/report/verify-guide.ts";
import { readRunFolder } from "../src/verify/run/read-folder.ts";
import type { Trust } from "../src/verify/trust/trust.ts";
import { verifyRun } from "../src/verify/run/verify-run.ts";
import { newKey } from "../test/support/evidence.ts";
import { clock, evidenceAt, IDENTITY, logOf, sealedRun, workflowSigner } from "../test/support/sealed-run.ts";
import { rootsOf, sigstoreWorld } from "../test/support/sigstore-world.ts";

const RUNS = 365;
const KEY = newKey();

/** What verifying costs: runs per second by how they are signed, and a year of them beside openssl. */
export async function verifying(temp: string): Promise<Record<string, number>> {
  const [world, open] = [await sigstoreWorld(), await sigstoreWorld({ isPublic: true })];
  const keys = [readVerifyingKey(KEY.publicPem)];
  const [roots, openRoots] = [await rootsOf(world), await rootsOf(open)];
  const cases = {
    "a key": { world, trust: { keys }, seal: statementSigner(keySigner(KEY)) },
    "a key and a timestamp": {
      world,
      trust: { keys, roots },
      seal: statementSigner(keySigner(KEY), { witnesses: [clock(world)] }),
    },
    "a certificate and a timestamp": {
      world,
      trust: { keys: [], identity: IDENTITY, roots },
      seal: statementSigner(workflowSigner(world), { witnesses: [clock(world)] }),
    },
    "a certificate, two logs and a timestamp": {
      world: open,
      trust: { keys: [], identity: IDENTITY, roots: openRoots },
      seal: statementSigner(workflowSigner(open), { witnesses: [clock(open), logOf(open)] }),
    },
  };
  const table: Record<string, number> = {};
  for (const [how, { world: here, trust, seal }] of Object.entries(cases)) {
    const folder = await sealedRun(path.join(temp, how), evidenceAt(here.now), seal);
    table[`runs signed by ${how}, verified per second`] = await perSecond(folder, trust);
  }

  const year = await Promise.all(
    Array.from({ length: RUNS }, async (_, index) => {
      const evidence = evidenceAt(world.now);
      const run = { ...evidence.run, id: `${index}` };
      return sealedRun(path.join(temp, "year"), { ...evidence, run }, cases["a key and a timestamp"].seal);
    }),
  );
  return {
    ...table,
    [`${RUNS} runs of a key and a timestamp in one process, ms`]: await timed(async () => {
      for (const folder of year) await confirmed(folder, { keys, roots });
    }),
    [`the same signatures and digests by a loop over openssl, ms`]: await opensslLoop(temp, year),
  };
}

async function perSecond(folder: string, trust: Trust): Promise<number> {
  await confirmed(folder, trust);
  const rounds = 300;
  const ms = await timed(async () => {
    for (let round = 0; round < rounds; round += 1) await confirmed(folder, trust);
  });
  return Math.round((rounds / ms) * 1000);
}

async function confirmed(folder: string, trust: Trust): Promise<void> {
  const { isGenuine, findings } = await verifyRun(await readRunFolder(diskFiles(folder)), trust);
  if (!isGenuine) throw new Error(JSON.stringify(findings.at(-1)));
}

/** The commands of VERIFY.md for a key, folder by folder; the timestamps would be as much again. */
async function opensslLoop(temp: string, folders: readonly string[]): Promise<number> {
  const key = path.join(temp, "key.pem");
  await writeFile(key, KEY.publicPem);
  const blocks = Array.from(verifyGuide().matchAll(/```sh\n([\s\S]*?)```/g), ([, block = ""]) => block);
  const wanted = ["DSSEv1", '-verify "$KEY"', "sha256sum -c"].map((word) =>
    blocks.find((block) => block.includes(word)),
  );
  const script = `set -e; for folder in "$@"; do cd "$folder"\n${wanted.join("\n")}\nrm -r "$W"; done`;
  return timed(async () => {
    await promisify(execFile)("bash", ["-c", script, "bash", ...folders], {
      env: { ...process.env, KEY: key },
      maxBuffer: 10_000_000,
    });
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}
