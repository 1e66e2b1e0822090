import { mkdir, rename } from "node:fs/promises";
import path from "node:path";

import { diskFiles } from "../../src/platform/disk.ts";
import { keySigner } from "../../src/sign/attest.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { statementSigner, type StatementSigner } from "../../src/sign/signing.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { exitCodeOf } from "../../src/verify/run/verdict.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { clock, evidenceAt, IDENTITY, logOf, sealedRun, workflowSigner } from "../support/sealed-run.ts";
import type { GivenTexts } from "../support/sealed-run.ts";
import { rootsOf, sigstoreWorld } from "../support/sigstore-world.ts";
import { SECOND_VERIFIER } from "../support/second-verifier.ts";
import { SIGNER, type Alter } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import type { Caught, Row } from "./row.ts";

/** One like GitHub's own instance, and one with logs like the public-good one. */
export const PRIVATE = await sigstoreWorld();
export const PUBLIC = await sigstoreWorld({ isPublic: true });
const ROOTS = { private: await rootsOf(PRIVATE), public: await rootsOf(PUBLIC) };

const KEY: Trust = { keys: [readVerifyingKey(SIGNER.publicPem)], roots: ROOTS.private };

/** How genuine runs are signed, and whom an auditor trusts who verifies them. */
export const SCENES = {
  "a key": { seal: statementSigner(keySigner(SIGNER)), world: PRIVATE, trust: KEY },
  "a key and a timestamp": {
    seal: statementSigner(keySigner(SIGNER), { witnesses: [clock(PRIVATE)] }),
    world: PRIVATE,
    trust: KEY,
  },
  "a workflow, privately": {
    seal: statementSigner(workflowSigner(PRIVATE), { witnesses: [clock(PRIVATE)] }),
    world: PRIVATE,
    trust: { keys: [], identity: IDENTITY, roots: ROOTS.private },
  },
  "a workflow, publicly": {
    seal: statementSigner(workflowSigner(PUBLIC), { witnesses: [clock(PUBLIC), logOf(PUBLIC)] }),
    world: PUBLIC,
    trust: { keys: [], identity: IDENTITY, roots: ROOTS.public },
  },
} as const satisfies Record<
  string,
  { readonly seal: StatementSigner; readonly world: typeof PRIVATE; readonly trust: Trust }
>;
export type Signing = keyof typeof SCENES;

/** What verify says of a run so signed, once it was altered; null while it is genuine. */
export async function afterwards(
  signing: Signing,
  change: {
    /** What is signed in place of the evidence. */
    readonly evidence?: (evidence: Evidence) => Evidence;
    readonly alter?: Alter;
    readonly seal?: StatementSigner;
    /** The texts that the run is given. */
    readonly given?: GivenTexts;
    readonly trust?: Partial<Trust>;
    /** Where the folder is moved to. */
    readonly to?: (folder: string) => string;
  },
): Promise<Caught | null> {
  await using root = await temporaryFolder();
  const { seal, world, trust } = SCENES[signing];
  const collected = evidenceAt(world.now);
  const evidence = change.evidence?.(collected) ?? collected;
  const folder = await sealedRun(root.path, evidence, change.seal ?? seal, change.given);
  await change.alter?.({ folder, root: root.path });

  const place = change.to?.(folder) ?? folder;
  if (place !== folder) {
    await mkdir(path.dirname(place), { recursive: true });
    await rename(folder, place);
  }

  const judged = { ...trust, ...change.trust };
  await SECOND_VERIFIER.getStore()?.({ folder: root.path, trust: judged, now: judged.now ?? new Date() });
  const verdict = await verifyRun(await readRunFolder(diskFiles(place)), judged);

  const failed = verdict.findings.filter(({ ok }) => !ok);
  const [first] = failed;
  if (verdict.isGenuine) return null;
  if (first === undefined || failed.length > 1 || verdict.run !== null) {
    throw new Error(`a verdict that is none: ${JSON.stringify(verdict)}`);
  }
  return { check: first.check, detail: first.detail, exit: exitCodeOf(verdict) };
}

/** The same, for an attack that must be caught. */
export function attempt(signing: Signing, change: Parameters<typeof afterwards>[1]): () => Promise<Caught> {
  return async () => {
    const caught = await afterwards(signing, change);
    if (caught === null) throw new Error("the run is still genuine");
    return caught;
  };
}

/** An attack on the files of a run that a key signed. */
export function alteredRow(attack: string, alter: Alter, [check, sentence]: readonly [string, string]): Row {
  return { attack, check, sentence, exit: 1, attempt: attempt("a key", { alter }) };
}
