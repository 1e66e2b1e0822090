import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { zipSync } from "fflate";
import { expect } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { BUNDLE_NAME } from "../../src/evidence/files/evidence-files.ts";
import { runVerdictText } from "../../src/report/run/verdict-text.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { HOSTILE_BUNDLES, HOSTILE_MEMBERS, placesIn, replacedAt, type Json } from "../hostile/bundles.ts";
import { askCommandLine } from "../support/command-line.ts";
import { newKey, writtenRun } from "../support/evidence.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { evidenceAt, sealedRun } from "../support/sealed-run.ts";
import { temporaryFolder } from "../support/temp.ts";
import { SCENES, type Signing } from "../tampering/scenes.ts";
import { THIRD_PARTY } from "../third-party/table.ts";
import { deskTest as test, expectSame } from "./desk.ts";

test.for(THIRD_PARTY)(
  "$made: the page says the same, exit $exit",
  async ({ make, exit, words }, { desk, skip }) => {
    await using root = await temporaryFolder();
    const folder = `${root.path}/given`;
    const trust = (await make(folder)) ?? skip("the tool cannot be had here");
    const asked = { folder, trust, now: new Date() };

    const answer = await desk.ask(asked);

    expect(answer).toMatchObject({ exit, text: expect.stringContaining(words) });
    expectSame(answer, await askCommandLine(asked));
  },
);

test.for(HOSTILE_BUNDLES)("a bundle that is %s: the page says the same", async ([, bytes], { desk }) => {
  await using root = await temporaryFolder();
  const key = newKey();
  const { folder } = await writtenRun(root.path, key);
  await writeFile(path.join(folder, BUNDLE_NAME), bytes);
  const trust = { keys: [readVerifyingKey(key.publicPem)] };

  for (const asked of [folder, root.path].map((each) => ({ folder: each, trust, now: new Date() }))) {
    const answer = await desk.ask(asked);

    expect(answer.exit).toBe(1);
    expectSame(answer, await askCommandLine(asked));
  }
});

const SIGNINGS: readonly Signing[] = [
  "a key",
  "a key and a timestamp",
  "a workflow, privately",
  "a workflow, publicly",
];
/** Every so many members of all that could be replaced: no place and no value is left out. */
const STEP = 3;

test.for(SIGNINGS)(
  "hostile members of a bundle signed by %s: the page says the same",
  async (signing, { desk }) => {
    await using root = await temporaryFolder();
    const { seal, trust, world } = SCENES[signing];
    const folder = await sealedRun(root.path, evidenceAt(world.now), seal);
    const evidence = await readFile(path.join(folder, "evidence.json"));
    const bundle: Json = JSON.parse(await readFile(path.join(folder, BUNDLE_NAME), "utf8"));
    const altered = placesIn(bundle)
      .flatMap((place) => HOSTILE_MEMBERS.map((value) => replacedAt(bundle, place, value)))
      .filter((_, index) => index % STEP === 0)
      .map((value) => Buffer.from(JSON.stringify(value)));

    const expected = await Promise.all(
      altered.map(async (bytes, index) => {
        const files = new Map([
          ["evidence.json", evidence],
          [BUNDLE_NAME, bytes],
        ]);
        const verdict = await verifyRun(await readRunFolder(memoryFiles(`run-${index}`, files)), trust);
        return runVerdictText(verdict, false);
      }),
    );
    await desk.give({ folder, trust, now: new Date() });
    const answer = await desk.verify(
      altered.map((bytes, index) => ({
        name: `run-${index}.zip`,
        buffer: Buffer.from(zipSync({ "evidence.json": evidence, [BUNDLE_NAME]: bytes }, { level: 1 })),
      })),
    );

    expect(expected.length).toBeGreaterThan(50);
    expect(answer.printed).toBe(expected.join("\n"));
  },
);
