import type { ServerFault } from "../support/datadog-faults.ts";
import { all, always, EXACT, failed, once, partial, skipped, type Group, type Outcomes } from "./row.ts";

const DENIED = { errors: ["Forbidden", "Failed permission authorization checks"] };
const JSON_API_403 = { errors: [{ status: "403", title: "Forbidden", detail: "no access to the product" }] };
const DOOR =
  "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";

/** Our own keys may do everything else and accounts are covered, so it is the permission that is missing. */
const LACKING: Outcomes = [failed("permission"), failed("permission"), skipped("permission")];
const ABSENT: Outcomes = [failed("not-available"), failed("not-available"), skipped("not-available")];
const TROUBLE = { errors: [{ title: "Unexpected internal error" }] };

const refused = (status: number, body: unknown): ServerFault => ({ status, body });
const limited = (reset: string): ServerFault => ({ status: 429, headers: { "x-ratelimit-reset": reset } });
/** The embedded server always names a reset; one that is empty names none. */
const UNTIMED = limited("");

/** What Datadog says no to, and for how long. */
export const REFUSALS: readonly Group[] = [
  {
    title: "Refused",
    rows: [
      {
        what: "401",
        script: always(refused(401, { errors: ["Unauthorized"] })),
        outcomes: all(failed("refused")),
      },
      {
        what: "403, one sentence",
        script: always(refused(403, { errors: ["Forbidden"] })),
        outcomes: LACKING,
      },
      { what: "403, authorization checks", script: always(refused(403, DENIED)), outcomes: LACKING },
      { what: "403, JSON:API", script: always(refused(403, JSON_API_403)), outcomes: LACKING },
      { what: "403, web page", script: always(refused(403, DOOR)), outcomes: all(failed("refused")) },
      {
        what: "403 from page 2 on",
        script: always(refused(403, DENIED), 2),
        outcomes: all(partial("permission")),
      },
      { what: "404", script: always(refused(404, { errors: ["Not found"] })), outcomes: ABSENT },
      {
        what: "404 from page 2 on",
        script: always(refused(404, { errors: ["Not found"] }), 2),
        outcomes: all(partial("not-available")),
      },
      { what: "413", script: always(refused(413, undefined)), outcomes: all(failed("refused")) },
      {
        what: "400 that repeats the keys",
        script: ({ keys }) =>
          refused(400, { errors: [`keys ${keys.apiKey} and ${keys.appKey} are no good`] }),
        outcomes: all(failed("refused")),
      },
      {
        what: "cursor expires at page 2, one sentence",
        script: always(refused(400, { errors: ["Invalid page.cursor"] }), 2),
        outcomes: all(partial("refused")),
      },
      {
        what: "cursor expires at page 2, JSON:API",
        script: always(refused(400, { errors: [{ status: "400", detail: "cursor expired" }] }), 2),
        outcomes: all(partial("refused")),
      },
      {
        what: "redirect to another host",
        script: ({ strangerUrl }) => ({ redirect: `${strangerUrl}/api/v1/monitor` }),
        outcomes: all(failed("refused")),
      },
      {
        what: "redirect to another host, from page 2 on",
        script: ({ page, strangerUrl }) => (page === 1 ? "ok" : { redirect: `${strangerUrl}/` }),
        outcomes: all(partial("refused")),
      },
    ],
  },
  {
    title: "Rate limits",
    rows: [
      { what: "429 with a reset, once", script: once(limited("7")), outcomes: all(EXACT) },
      { what: "429 without a reset, once", script: once(UNTIMED), outcomes: all(EXACT) },
      {
        what: "429 on every page, once each",
        script: ({ attempt }) => (attempt === 1 ? limited("20") : "ok"),
        outcomes: all(EXACT),
      },
      {
        what: "429, resets after the deadline",
        script: always(limited("3600")),
        outcomes: all(failed("rate-limited")),
      },
      {
        what: "429 from page 2 on, resets after the deadline",
        script: always(limited("3600"), 2),
        outcomes: all(partial("rate-limited")),
      },
      {
        what: "429 with a reset, for ever",
        script: always(limited("10")),
        outcomes: all(failed("rate-limited")),
      },
      {
        what: "429 without a reset, for ever",
        script: always(UNTIMED),
        outcomes: all(failed("rate-limited")),
      },
    ],
  },
  {
    title: "Datadog is not well",
    rows: [
      { what: "408 once", script: once({ status: 408 }), outcomes: all(EXACT) },
      { what: "408 for ever", script: always({ status: 408 }), outcomes: all(failed("server-error")) },
      ...[500, 502, 503, 504].map((status) => ({
        what: `${status} once`,
        script: once({ status, body: { errors: ["try again"] } }),
        outcomes: all(EXACT),
      })),
      ...[400, 404].flatMap((status) => [
        {
          what: `${status} that tells of an internal error, once`,
          script: once(refused(status, TROUBLE)),
          outcomes: all(EXACT),
        },
        {
          what: `${status} that tells of an internal error, for ever`,
          script: always(refused(status, TROUBLE)),
          outcomes: all(failed("server-error")),
        },
      ]),
      {
        what: "503 that asks to wait 2 minutes, once",
        script: once({ status: 503, headers: { "retry-after": "120" } }),
        outcomes: all(EXACT),
      },
      {
        what: "503 at the first attempt for every page",
        script: ({ attempt }) => (attempt === 1 ? { status: 503 } : "ok"),
        outcomes: all(EXACT),
      },
      ...[500, 503].map((status) => ({
        what: `${status} for ever`,
        script: always({ status }),
        outcomes: all(failed("server-error")),
      })),
      {
        what: "502 for ever, as a web page",
        script: always({ status: 502, body: "<html><body>Bad Gateway</body></html>" }),
        outcomes: all(failed("server-error")),
      },
      {
        what: "503 from page 2 on",
        script: always({ status: 503 }, 2),
        outcomes: all(partial("server-error")),
      },
    ],
  },
];
