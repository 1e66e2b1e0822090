import type { ReasonCode } from "../../src/failure.ts";
import type { ServerFault } from "../support/datadog-faults.ts";
import { all, always, EXACT, failed, once, partial, type Group, type ListingRow } from "./row.ts";

const PAGE = { raw: "<html><body>Down for maintenance</body></html>", contentType: "text/html" } as const;
const EMPTY = { status: 200 } as const;
const HALF = {
  rewrite: (body: unknown) => {
    const whole = Buffer.from(JSON.stringify(body));
    return whole.subarray(0, Math.floor(whole.length / 2));
  },
} as const;

/** In real time: long enough for an answer that is well, short enough to be waited for. */
const SHORT_MS = 300;
const WITHIN_MS = 10;
const BEYOND_MS = 5000;
/** What an attempt takes by the clock when nothing comes. */
const ATTEMPT_MS = 30_000;

/** An answer that does not come within the time of an attempt. */
const late =
  (fault: "hang" | { slowHead: number } | { slowBody: number }, isHit: ListingRow["script"]) =>
  (asked: Parameters<ListingRow["script"]>[0]) => {
    if (isHit(asked) === "ok") return "ok" as const;
    asked.pass(ATTEMPT_MS);
    return fault;
  };

/** A fault that passes, one that stays, and one that comes later and stays. */
const lasting = (of: { what: string; fault: ServerFault; code: ReasonCode }): readonly ListingRow[] => [
  { what: `${of.what}, once`, script: once(of.fault), outcomes: all(EXACT) },
  { what: `${of.what}, for ever`, script: always(of.fault), outcomes: all(failed(of.code)) },
  { what: `${of.what}, from page 2 on`, script: always(of.fault, 2), outcomes: all(partial(of.code)) },
];

const ANY = always("hang");
const FIRST = once("hang");
const FROM_PAGE_2 = always("hang", 2);

/** Answers that are none, and connections that fail. */
export const BROKEN: readonly Group[] = [
  {
    title: "Answers that are not what they say",
    rows: [
      { what: "200, web page", script: always(PAGE), outcomes: all(failed("not-json")) },
      { what: "200, web page from page 2 on", script: always(PAGE, 2), outcomes: all(partial("not-json")) },
      ...lasting({ what: "200, nothing", fault: EMPTY, code: "truncated" }),
      {
        what: "200, JSON under another content type",
        script: ({ page, truth }) => ({
          status: 200,
          headers: { "content-type": "text/plain" },
          body: truth[page - 1],
        }),
        outcomes: all(EXACT),
      },
      ...lasting({ what: "half of the JSON", fault: HALF, code: "truncated" }),
    ],
  },
  {
    title: "Connections",
    rows: [
      ...lasting({ what: "breaks off", fault: "truncate", code: "truncated" }),
      ...lasting({ what: "reset", fault: "reset", code: "unreachable" }),
      { what: "slow to begin", script: always({ slowHead: WITHIN_MS }), outcomes: all(EXACT) },
      {
        what: "too slow to begin, once",
        script: late({ slowHead: BEYOND_MS }, FIRST),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(EXACT),
      },
      {
        what: "too slow to begin, for ever",
        script: late({ slowHead: BEYOND_MS }, ANY),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(failed("unreachable")),
      },
      { what: "slow to end", script: always({ slowBody: WITHIN_MS }), outcomes: all(EXACT) },
      {
        what: "too slow to end, for ever",
        script: late({ slowBody: BEYOND_MS }, ANY),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(failed("truncated")),
      },
      {
        what: "hangs, once",
        script: late("hang", FIRST),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(EXACT),
      },
      {
        what: "hangs, for ever",
        script: late("hang", ANY),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(failed("unreachable")),
      },
      {
        what: "hangs, from page 2 on",
        script: late("hang", FROM_PAGE_2),
        attemptTimeoutMs: SHORT_MS,
        outcomes: all(partial("unreachable")),
      },
    ],
  },
];
