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
import type { VerifyPage } from "./verify-page.ts";

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

/** What the page and the command line print of runs that differ in their bundles alone. */
async function printedOf(
  signing: Signing,
  { desk, bundlesOf }: { desk: VerifyPage; bundlesOf: (bundle: Json) => readonly Json[] },
): Promise<{ readonly page: string; readonly expected: readonly string[] }> {
  await using root = await temporaryFolder();
  const { seal, trust, world } = SCENES[signing];
  const folder = await sealedRun(root.path, evidenceAt(world.now), seal);
  const evidence = await readFile(path.join(folder, "evidence.json"));
  const bundle: Json = JSON.parse(await readFile(path.join(folder, BUNDLE_NAME), "utf8"));
  const altered = bundlesOf(bundle).map((value) => Buffer.from(JSON.stringify(value)));

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
  return { page: answer.printed, expected };
}

test.for(SIGNINGS)(
  "hostile members of a bundle signed by %s: the page says the same",
  async (signing, { desk }) => {
    const { page, expected } = await printedOf(signing, {
      desk,
      bundlesOf: (bundle) =>
        placesIn(bundle)
          .flatMap((place) => HOSTILE_MEMBERS.map((value) => replacedAt(bundle, place, value)))
          .filter((_, index) => index % STEP === 0),
    });

    expect(expected.length).toBeGreaterThan(50);
    expect(page).toBe(expected.join("\n"));
  },
);

/** The bytes at so many places of each binary member are changed. */
const FLIPS = 16;

/** Texts of base64 that hold a signature, a certificate, a timestamp or a proof of a log. */
function isBinary(text: string): boolean {
  return text.length > 80 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) && !text.startsWith("eyJ");
}

function flipped(text: string, at: number): string {
  const bytes = Buffer.from(text, "base64");
  const place = Math.floor((at * bytes.length) / FLIPS);
  bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (at % 8)), place);
  return bytes.toString("base64");
}

test.for(SIGNINGS)(
  "changed bits of a signature, certificate, timestamp and log entry by %s: the page says the same",
  async (signing, { desk }) => {
    const { page, expected } = await printedOf(signing, {
      desk,
      bundlesOf: (bundle) => [
        bundle,
        ...placesIn(bundle).flatMap((place) => {
          const text = textAt(bundle, place);
          if (text === null || !isBinary(text)) return [];
          return Array.from({ length: FLIPS }, (_, at) => replacedAt(bundle, place, flipped(text, at)));
        }),
      ],
    });

    expect(expected.length).toBeGreaterThanOrEqual(FLIPS);
    const [unchanged, ...changed] = expected;
    expect(conclusionsIn(page)).toEqual(conclusionsIn(expected.join("\n")));
    expect(conclusionsIn(page)).toHaveLength(expected.length);
    expect(unchanged).toContain("Genuine and complete");
    // A token has parts that nobody signs. One that names another authority proves no time, and the page does not say that it does.
    const genuine = changed.filter((text) => text.includes("Genuine"));
    expect(new Set([unchanged ?? "", ...genuine].map(withoutTime)).size).toBe(1);
    expect(genuine.length).toBeLessThan(FLIPS);
  },
);

function withoutTime(printed: string): string {
  return printed.replace(/^✓ time .*\n/m, "");
}

/** How each run is called. What is wrong within a certificate that its authority did not sign so is said in other words. */
function conclusionsIn(printed: string): readonly string[] {
  return printed.split("\n").filter((line) => /^(?:Genuine|Not genuine|Not checked)/.test(line));
}

/** The text at the end of the way; null where something else is there. */
function textAt(value: Json, [name, ...rest]: readonly (string | number)[]): string | null {
  if (name === undefined) return typeof value === "string" ? value : null;
  if (typeof value !== "object" || value === null) return null;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const found = entries.find(([each]) => String(each) === String(name));
  return found === undefined ? null : textAt(found[1], rest);
}
