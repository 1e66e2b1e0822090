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
      { what: "200, nothing, once", script: once(EMPTY), outcomes: all(EXACT) },
      { what: "200, nothing, for ever", script: always(EMPTY), outcomes: all(failed("truncated")) },
      {
        what: "200, nothing, from page 2 on",
        script: always(EMPTY, 2),
        outcomes: all(partial("truncated")),
      },
      {
        what: "200, JSON under another content type",
        script: ({ page, truth }) => ({
          status: 200,
          headers: { "content-type": "text/plain" },
          body: truth[page - 1],
        }),
        outcomes: all(EXACT),
      },
      { what: "half of the JSON, once", script: once(HALF), outcomes: all(EXACT) },
      { what: "half of the JSON, for ever", script: always(HALF), outcomes: all(failed("truncated")) },
      {
        what: "half of the JSON, from page 2 on",
        script: always(HALF, 2),
        outcomes: all(partial("truncated")),
      },
    ],
  },
  {
    title: "Connections",
    rows: [
      { what: "breaks off, once", script: once("truncate"), outcomes: all(EXACT) },
      { what: "breaks off, for ever", script: always("truncate"), outcomes: all(failed("truncated")) },
      {
        what: "breaks off, from page 2 on",
        script: always("truncate", 2),
        outcomes: all(partial("truncated")),
      },
      { what: "reset, once", script: once("reset"), outcomes: all(EXACT) },
      { what: "reset, for ever", script: always("reset"), outcomes: all(failed("unreachable")) },
      { what: "reset, from page 2 on", script: always("reset", 2), outcomes: all(partial("unreachable")) },
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
