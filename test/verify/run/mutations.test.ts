import { assert, asyncProperty, constantFrom, integer, nat, tuple } from "fast-check";
import { expect, test } from "vitest";

import { runAttester } from "../../../src/sign/attest.ts";
import { readBytes, fileOf } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../../src/bundle/run-path.ts";
import { readRunFolder, type RunFolder } from "../../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { HOSTILE_MEMBERS, placesIn, replacedAt, type Json } from "../../hostile/bundles.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { evidenceAt } from "../../support/sealed-run.ts";
import { SCENES, type Signing } from "../../tampering/scenes.ts";

const BUNDLE = "evidence.sigstore.json";
const SIGNINGS: readonly Signing[] = [
  "a key",
  "a key and a timestamp",
  "a workflow, privately",
  "a workflow, publicly",
];

/** A genuine run as it is on a disk. */
async function genuineRun(signing: Signing): Promise<RunFolder> {
  const { seal, world } = SCENES[signing];
  const evidence = evidenceAt(world.now);
  const files = evidenceFiles(evidence);
  const { bundle } = await runAttester(seal)(evidence, files, null);
  const named = [...files, fileOf(BUNDLE, bundle)];
  const bytes = new Map(named.map((file) => [file.name, readBytes(file)]));
  return readRunFolder(memoryFiles(`/${evidence.stream.name}/${runPath(evidence)}`, bytes));
}

/** What is known of the run with such a bundle; null when it is not genuine. */
async function knownOf(genuine: RunFolder, signing: Signing, bundle = genuine.files.get(BUNDLE)) {
  const files = new Map([...genuine.files, [BUNDLE, bundle ?? Buffer.alloc(0)]]);
  const folder = await readRunFolder(memoryFiles(genuine.path, files));
  const { run, findings } = await verifyRun(folder, SCENES[signing].trust);
  expect(findings.length).toBeGreaterThan(0);
  return run && { what: [run.contentSha256, run.statementSha256, run.signedBy].join(), when: run.signedAt };
}
type Known = Awaited<ReturnType<typeof knownOf>>;

/** Whether it is no run, or the same one; a time may no longer be proven, but never be another. */
function isNoOther(found: Known, genuine: Known): boolean {
  return (
    found === null || (found.what === genuine?.what && (found.when === null || found.when === genuine.when))
  );
}

test.each(SIGNINGS)("no altered byte of a bundle makes another run of one signed by %s", async (signing) => {
  const genuine = await genuineRun(signing);
  const known = await knownOf(genuine, signing);
  const bytes = genuine.files.get(BUNDLE) ?? Buffer.alloc(0);
  let survivors = 0;

  await assert(
    asyncProperty(nat({ max: bytes.length - 1 }), integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ by;
      const found = await knownOf(genuine, signing, altered);
      if (found !== null) survivors += 1;
      expect(isNoOther(found, known)).toBe(true);
    }),
    { numRuns: 400 },
  );
  // What is not signed may differ and says nothing, such as the name of a member that nobody reads.
  expect(survivors).toBeLessThan(120);
});

test.each(SIGNINGS)("no hostile member of a bundle signed by %s is more than a sentence", async (signing) => {
  const genuine = await genuineRun(signing);
  const known = await knownOf(genuine, signing);
  const bundle: Json = JSON.parse((genuine.files.get(BUNDLE) ?? "").toString());
  const places = placesIn(bundle);

  await assert(
    asyncProperty(
      tuple(constantFrom(...places), constantFrom(...HOSTILE_MEMBERS)),
      async ([place, value]) => {
        const altered = Buffer.from(JSON.stringify(replacedAt(bundle, place, value)));
        const found = await knownOf(genuine, signing, altered);
        expect(isNoOther(found, known)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
