import { expect, test } from "vitest";

import { killing } from "../support/killing.ts";
import { race } from "../support/races.ts";

const PROCESSES = 5;

test.each([["git" as const], ["GitHub" as const]])(
  "processes with streams of their own that commit to one branch of %s at once all land, each signed once",
  async (on) => {
    const { runs, chains, broken, fsck } = await race({ processes: PROCESSES, streams: "own", on });

    expect(runs.flatMap(({ undone }) => undone)).toEqual([]);
    expect(runs.map(({ signatures }) => signatures)).toEqual(Array.from({ length: PROCESSES }, () => 1));
    expect(Object.values(chains)).toEqual(Array.from({ length: PROCESSES }, () => [1]));
    expect({ broken, fsck }).toEqual({ broken: 0, fsck: "" });
  },
  60_000,
);

test.each([["git" as const], ["GitHub" as const]])(
  "processes with runs of one stream that commit to one branch of %s at once make one unbroken chain",
  async (on) => {
    const { runs, chains, broken, fsck } = await race({ processes: PROCESSES, streams: "one", on });

    expect(runs.flatMap(({ undone }) => undone)).toEqual([]);
    expect(chains["prod"]).toEqual(Array.from({ length: PROCESSES }, (_, nth) => nth + 1));
    expect({ broken, fsck }).toEqual({ broken: 0, fsck: "" });
    // Nobody signs more often than somebody else was faster.
    expect(runs.every(({ signatures, retries }) => signatures <= retries + 1)).toBe(true);
  },
  60_000,
);

test("a process that is killed while it commits loses nothing it reported and leaves nothing half-written", async () => {
  const { reported, ...left } = await killing(12);

  expect(left).toEqual({
    kills: 12,
    lost: 0,
    halfWritten: [],
    brokenLinks: 0,
    undone: [],
    status: "",
    fsck: "",
  });
  expect(reported).toBeGreaterThan(0);
}, 120_000);
