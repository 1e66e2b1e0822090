import { cp, mkdir, rename } from "node:fs/promises";
import path from "node:path";

import { days, evidenceAt, verdictOver, WrittenStream } from "../support/stream.ts";
import type { HandedOverGroup, HandedOverRow } from "./row.ts";

const FIRST = "2026-06-01";
const SITES = { eu: "datadoghq.eu", us: "datadoghq.com" } as const;

export const STREAMS: HandedOverGroup = {
  title: "Streams of a repository, and copies",
  attacker:
    "The attacker can write to the repository and choose the copies. The holder of the key leaves out who the organisation is.",
  rows: [
    {
      attack: "lay a copy of one stream over another of its name",
      words: "one run is in two streams",
      exit: 1,
      async attempt(root) {
        await written(path.join(root, "eu"));
        await cp(path.join(root, "eu"), path.join(root, "us"), { recursive: true });
        return verdictOver(root);
      },
    },
    {
      attack: "put a copy of one run into another stream of its name",
      words: "one run is in two streams",
      exit: 1,
      async attempt(root) {
        const eu = await written(path.join(root, "eu"), {});
        const us = await written(path.join(root, "us"), { site: SITES.us });
        await cp(eu.folder(2), path.join(path.dirname(us.folder(2)), path.basename(eu.folder(2))), {
          recursive: true,
        });
        return verdictOver(root);
      },
    },
    {
      attack: "divide one stream between two folders",
      words: "the stream prod is also in the folder b/prod",
      exit: 3,
      async attempt(root) {
        const stream = await written(path.join(root, "a"));
        for (const number of [3, 4]) {
          const place = path.join(root, "b", path.relative(path.join(root, "a"), stream.folder(number)));
          await mkdir(path.dirname(place), { recursive: true });
          await rename(path.dirname(stream.folder(number)), path.dirname(place));
        }
        return verdictOver(root);
      },
    },
    {
      attack: "put a stream where git keeps its own files",
      words: ".git holds runs, which were not verified",
      exit: 0,
      async attempt(root) {
        await written(root);
        await cp(path.join(root, "prod"), path.join(root, ".git/us"), { recursive: true });
        return verdictOver(root);
      },
    },
    {
      attack: "go on without the id of the organisation",
      words: "names no organisation, and 1 more, but earlier runs name one",
      exit: 3,
      async attempt(root) {
        const stream = new WrittenStream(root);
        for (const [index, at] of days(FIRST, 4).entries()) {
          await stream.add(of(at, { organizationId: index < 2 ? "one" : null }));
        }
        return verdictOver(root);
      },
    },
    compared("compare with copies of another site", "is of datadoghq.com, organisation one in the copies", {
      site: SITES.us,
    }),
    compared("compare with copies of another organisation", "is of datadoghq.eu, organisation two", {
      organizationId: "two",
    }),
    {
      ...compared("compare with copies of other runs alone", "none of the copies could be compared", {}),
      exit: 3,
      async attempt(root) {
        const here = await written(path.join(root, "here"));
        const copies = new WrittenStream(path.join(root, "copies"));
        const stream = { name: "staging", cadence: "P1D" } as const;
        for (const at of days(FIRST, 4)) await copies.add(evidenceAt(at, { stream }));
        return verdictOver(path.join(here.root, "prod"), { witness: copies.root });
      },
    },
  ],
};

/** Copies of a stream that has the name of the one that is verified. */
function compared(
  attack: string,
  words: string,
  source: Partial<ReturnType<typeof evidenceAt>["source"]>,
): HandedOverRow {
  return {
    attack,
    words,
    exit: 1,
    async attempt(root) {
      const here = await written(path.join(root, "here"), { organizationId: "one" });
      const copies = await written(path.join(root, "copies"), { organizationId: "one", ...source });
      return verdictOver(here.root, { witness: copies.root });
    },
  };
}

async function written(
  root: string,
  source: Partial<ReturnType<typeof evidenceAt>["source"]> = {},
): Promise<WrittenStream> {
  const stream = new WrittenStream(root);
  for (const at of days(FIRST, 4)) await stream.add(of(at, source));
  return stream;
}

function of(at: string, source: Partial<ReturnType<typeof evidenceAt>["source"]>) {
  const evidence = evidenceAt(at);
  return { ...evidence, source: { ...evidence.source, ...source } };
}
