import { formatTime } from "../../src/platform/time.ts";
import { asVersion1, ended, findingsItem, monitorsItem, signal, signalsItem } from "../support/evidence.ts";
import { days, evidenceAt, verdictOver, WrittenStream } from "../support/stream.ts";
import type { HandedOverGroup, HandedOverRow } from "./row.ts";

const HOURLY = { name: "prod", cadence: "PT1H" } as const;
const DAILY = { name: "prod", cadence: "P1D" } as const;

/** As Datadog makes them: its bytes 1 to 8 are a time in September 2022. */
const SIGNAL_ID = "AQAAAYNqUBVU4-rffwAAAABBWU5xVUJWVUFBQjJBd3ptCL3QUEm3nt2";

export const WEAKER: HandedOverGroup = {
  title: "Weaker runs, cadences and servers",
  attacker: "The attacker has the signing key and wants a day without evidence to look complete.",
  rows: [
    mended("fill a missing day with a run outside of the chain", async (stream) => {
      await stream.addAll(days("2026-06-01", 2));
      await stream.addAll(days("2026-06-04", 2));
      await stream.add(evidenceAt("2026-06-03T06:17:31Z"), null);
    }),
    mended("put a complete run outside of the chain in place of a partial one", async (stream) => {
      await stream.addAll(days("2026-06-01", 2));
      const lacking = [signalsItem(), monitorsItem(), findingsItem([], ended("partial"))];
      await stream.add(evidenceAt("2026-06-03T06:17:31Z", { items: lacking, outcome: "partial" }));
      await stream.addAll(days("2026-06-04", 2));
      await stream.add(evidenceAt("2026-06-03T06:40:00Z"), null);
    }),
    mended("begin earlier with runs outside of the chain", async (stream) => {
      const begun = new WrittenStream(stream.root);
      for (const at of days("2026-06-01", 2)) await begun.add(evidenceAt(at), null);
      await stream.addAll(days("2026-06-03", 2));
    }),
    {
      attack: "call an hourly stream daily while hours are missing, and hourly again",
      words: "and shorter before and after, so fewer slots were due",
      exit: 3,
      async attempt(root) {
        const stream = new WrittenStream(root);
        for (let hour = 0; hour < 30; hour += 1) {
          if (hour > 3 && hour < 26) continue;
          const at = formatTime(Date.UTC(2026, 5, 1, hour, 5, 31));
          await stream.add(evidenceAt(at, { stream: hour === 3 ? DAILY : HOURLY }));
        }
        return verdictOver(root);
      },
    },
    {
      attack: "go back to the first rules",
      words:
        "is judged by version 1 of the rules, although an earlier run is by version 2: older rules are milder",
      exit: 3,
      async attempt(root) {
        const stream = new WrittenStream(root);
        const [first = "", second = ""] = days("2026-06-01", 2);
        await stream.add(evidenceAt(first));
        await stream.add(asVersion1(evidenceAt(second)));
        return verdictOver(root);
      },
    },
    {
      attack: "show one day as evidence of eleven months",
      words: "Genuine, but not complete: stream prod, 2026-01-01 to 2026-11-29, covers 1 of 333 days.",
      exit: 3,
      async attempt(root) {
        await new WrittenStream(root).add(evidenceAt("2026-11-29T06:17:31Z"));
        return verdictOver(root, { from: "2026-01-01", to: "2026-11-29" });
      },
    },
    {
      attack: "edit the time of a signal",
      words: "the ids of 1 security signal(s) hold another time than their timestamp",
      exit: 0,
      async attempt(root) {
        const items = [signalsItem([signal({ id: SIGNAL_ID })]), monitorsItem(), findingsItem()];
        await new WrittenStream(root).add(evidenceAt("2026-06-01T06:17:31Z", { items }));
        return verdictOver(root);
      },
    },
    {
      attack: "sign the answers of a server on one's own machine",
      words:
        "This evidence is not from Datadog: a server at http://127.0.0.1:8080 gave the answers in 1 of 3 runs.",
      exit: 0,
      async attempt(root) {
        const stream = new WrittenStream(root);
        for (const [index, at] of days("2026-06-01", 3).entries()) {
          const evidence = evidenceAt(at);
          const apiUrl = index === 1 ? "http://127.0.0.1:8080" : evidence.source.apiUrl;
          await stream.add({ ...evidence, source: { ...evidence.source, apiUrl } });
        }
        return verdictOver(root);
      },
    },
  ],
};

function mended(attack: string, write: (stream: WrittenStream) => Promise<void>): HandedOverRow {
  return {
    attack,
    words: "has only a run without chain and timestamp",
    exit: 3,
    async attempt(root) {
      await write(new WrittenStream(root));
      return verdictOver(root);
    },
  };
}
