import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { sampleCommand } from "../../src/cli/commands/sample.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { lotSeed } from "../../src/verify/stream/sample.ts";
import { days, verdictOver, WrittenStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";
import type { HandedOverGroup, HandedOverRow } from "./row.ts";
import { KeptTerminal } from "../support/terminal.ts";
import { rewriteSample, sampleIn } from "../support/samples.ts";

/** Ten days, of which the auditor chooses two by date or three by lot. */
const FIRST = "2026-06-01";
const ASKED = { from: FIRST, to: "2026-06-10" };
const DATES = ["2026-06-02", "2026-06-08"];
const LOT = { nonce: "4711", count: 3 } as const;

export const SAMPLES: HandedOverGroup = {
  title: "Samples",
  attacker:
    "The attacker makes the sample and writes its `sample.json`, which nobody signs, and has no key. The auditor names two days, or a nonce, a count and a period.",
  rows: [
    byDates(
      "change a chosen run, and end the period of sample.json before it",
      "was changed",
      async (out) => {
        await writeFile(await chosenPlace(out, "evidence.json"), "{}");
        await rewriteSample(out, () => ({
          period: { from: `${FIRST}T00:00:00Z`, to: "2026-06-03T00:00:00Z" },
        }));
      },
    ),
    byDates("change a chosen run, and strike it from sample.json", "was changed", async (out) => {
      await writeFile(await chosenPlace(out, "evidence.json"), "{}");
      await rewriteSample(out, ({ runs }) => ({ runs: runs.slice(0, 1) }));
    }),
    byDates("take out the evidence of a chosen run", "its evidence is not here", async (out) =>
      rm(await chosenPlace(out, "evidence.json")),
    ),
    byDates("take out a chosen run, and say that its day had none", "is missing", async (out) => {
      await rm(await chosenPlace(out, "."), { recursive: true });
      await rewriteSample(out, ({ runs }) => ({ without: DATES.slice(1), runs: runs.slice(0, 1) }));
    }),
    {
      ...byDates("write {} in place of sample.json", "does not follow its schema", async (out) =>
        writeFile(path.join(out, "sample.json"), "{}"),
      ),
      exit: 2,
    },
    cut("cut the sample before the second run of the last day", {
      words: "a later run of 2026-06-08 could have been left out",
      isKept: (place) => place < "2026/2026-06-08/1",
    }),
    cut("cut the sample after the first run of the first day", {
      words: "an earlier run of 2026-06-02 could have been left out",
      isKept: (place) => place > "2026/2026-06-02/1",
    }),
    cut("cut the sample in the middle of both days", {
      words: "an earlier run of 2026-06-02 could have been left out",
      isKept: (place) => place > "2026/2026-06-02/1" && place < "2026/2026-06-08/1",
    }),
    byLot("draw one run where three were asked for", "holds the lot of 1 runs, not of 3", { count: "1" }),
    {
      ...byLot("draw one run, and say in sample.json that it is three", "its evidence is not here", {
        count: "1",
      }),
      attempt: async (root) => {
        const { out } = await sampled(root, { ...DRAWN, count: "1" });
        await rewriteSample(out, ({ chosenBy }) => ({ chosenBy: { ...chosenBy, count: 3 } }));
        return overLot(out);
      },
    },
    byLot("draw with another nonce", "was not chosen by the nonce", { nonce: "mine" }),
    {
      ...byLot("draw from the first six days alone", "4 missing", {}),
      exit: 3,
      attempt: async (root) => overLot((await sampled(root, DRAWN, days(FIRST, 6))).out),
    },
    {
      ...byLot("draw without the first run of the first day", "could have been left out", {}),
      exit: 3,
      attempt: async (root) => {
        const { out } = await sampled(root, DRAWN, days("2026-05-30", 12));
        await cutTo(out, (place) => place > "2026/2026-06-01");
        return overLot(out);
      },
    },
    {
      attack: "take evidence away, and call the rest a sample",
      words: "this may not be the sample that was asked for",
      exit: 3,
      async attempt(root) {
        const { folder, out, stream } = await sampled(root, { dates: DATES.join(",") });
        await cp(path.join(out, "sample.json"), path.join(folder, "sample.json"));
        await rm(path.join(stream.folder(5), "evidence.json"));
        return verdictOver(folder, ASKED);
      },
    },
  ],
};

/** The flags of `sample` for the lot that was asked for. */
const DRAWN = { nonce: LOT.nonce, count: String(LOT.count) };

function byDates(attack: string, words: string, alter: (out: string) => Promise<unknown>): HandedOverRow {
  return {
    attack,
    words,
    exit: 1,
    async attempt(root) {
      const { out } = await sampled(root, { dates: DATES.join(",") });
      await alter(out);
      return verdictOver(out, { selection: { kind: "dates", dates: DATES } });
    },
  };
}

/** The runs of ten days, and a second one on each of the days that are named. */
const WITH_SECOND_RUNS = [...days(FIRST, 10), ...DATES.map((day) => `${day}T10:00:00Z`)].toSorted();

/** Takes statements away at an end, so that no link of the chain is broken. */
function cut(
  attack: string,
  { words, isKept }: { words: string; isKept: (place: string) => boolean },
): HandedOverRow {
  return {
    ...byDates(attack, words, async () => {}),
    exit: 3,
    attempt: async (root) => {
      const { out } = await sampled(root, { dates: DATES.join(",") }, WITH_SECOND_RUNS);
      await cutTo(out, isKept);
      return verdictOver(out, { selection: { kind: "dates", dates: DATES } });
    },
  };
}

/** Removes the other runs, and makes sample.json say that these are all. */
async function cutTo(out: string, isKept: (place: string) => boolean): Promise<void> {
  const { stream } = await sampleIn(out);
  const folder = path.join(out, stream);
  const names = await readdir(folder, { recursive: true });
  const places = names.filter((name) => name.split(path.sep).length === 3).toSorted();
  for (const place of places) if (!isKept(place)) await rm(path.join(folder, place), { recursive: true });
  const kept = places.filter(isKept);
  const bundle = JSON.parse(
    await readFile(path.join(folder, kept.at(-1) ?? "", "evidence.sigstore.json"), "utf8"),
  );
  await rewriteSample(out, ({ runs, chosenBy }) => {
    const head = sha256(Buffer.from(bundle.dsseEnvelope.payload, "base64"));
    return {
      head,
      population: kept.length,
      runs: runs.filter(({ run }) => isKept(run)),
      chosenBy: chosenBy.kind === "nonce" ? { ...chosenBy, seed: lotSeed(head, chosenBy.nonce) } : chosenBy,
    };
  });
}

function byLot(attack: string, words: string, drawn: Readonly<Record<string, string>>): HandedOverRow {
  const attempt = async (root: string) => overLot((await sampled(root, { ...DRAWN, ...drawn })).out);
  return { attack, words, exit: 1, attempt };
}

async function overLot(out: string): ReturnType<typeof verdictOver> {
  return verdictOver(out, { selection: { kind: "nonce", ...LOT }, ...ASKED });
}

/** A sample of runs at these times, honestly made. */
async function sampled(
  root: string,
  flags: Readonly<Record<string, string>>,
  times: readonly string[] = days(FIRST, 10),
) {
  const [folder, out, key] = [
    path.join(root, "repository"),
    path.join(root, "sample"),
    path.join(root, "key"),
  ];
  const stream = new WrittenStream(folder);
  await stream.addAll(times);
  await writeFile(key, SIGNER.publicPem);
  const terminal = new KeptTerminal();
  await sampleCommand.run({ words: [folder], flags: { out, key: [key], ...flags } }, terminal);
  return { folder, out, stream };
}

/** A file of the last run that was chosen. */
async function chosenPlace(out: string, name: string): Promise<string> {
  const { stream, runs } = await sampleIn(out);
  return path.join(out, stream, runs.at(-1)?.run ?? "", name);
}
