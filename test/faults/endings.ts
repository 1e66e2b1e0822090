import { all, EXACT, failed, partial, type Group, type ListingRow } from "./row.ts";

const MINUTE = 60_000;

/** Nothing more comes, and the run is ended. */
const ended =
  (code: "deadline" | "cancelled", from: number): ListingRow["script"] =>
  ({ page, stop }) => {
    if (page < from) return "ok";
    stop(code);
    return "hang";
  };

/** Runs that end early, and what meets all of a run. */
export const ENDINGS: readonly Group[] = [
  {
    title: "The run is ended",
    rows: (["deadline", "cancelled"] as const).flatMap((code) => {
      const what = code === "deadline" ? "the deadline comes" : "cancelled";
      return [
        { what: `${what} before page 1`, script: ended(code, 1), outcomes: all(failed(code)) },
        { what: `${what} before page 2`, script: ended(code, 2), outcomes: all(partial(code)) },
      ];
    }),
  },
  {
    title: "The whole run",
    rows: [
      { what: "nobody listens", run: { isClosed: true }, outcomes: all(failed("unreachable")) },
      {
        what: "the keys are refused",
        run: {
          faults: {
            "GET /api/v2/validate_keys": () => ({ status: 403, body: { errors: ["Forbidden"] } }),
            "GET /api/v1/validate": () => ({ status: 403, body: { status: "error", errors: ["Forbidden"] } }),
          },
        },
        outcomes: all(failed("refused")),
      },
      {
        what: "the application key is refused",
        run: {
          faults: {
            "GET /api/v2/validate_keys": () => ({ status: 401, body: { errors: ["Unauthorized"] } }),
          },
        },
        outcomes: all(failed("refused")),
      },
      {
        what: "the check of the keys is not well",
        run: { faults: { "GET /api/v2/validate_keys": () => ({ status: 503 }) } },
        outcomes: all(EXACT),
      },
      { what: "Datadog's clock is 2 min ahead", run: { clockSkewMs: 2 * MINUTE }, outcomes: all(EXACT) },
      { what: "Datadog's clock is 2 min behind", run: { clockSkewMs: -2 * MINUTE }, outcomes: all(EXACT) },
      {
        what: "Datadog's clock is 2 h ahead",
        run: { clockSkewMs: 120 * MINUTE },
        outcomes: all(partial("clock-skew")),
      },
      {
        what: "Datadog's clock is 2 h behind",
        run: { clockSkewMs: -120 * MINUTE },
        outcomes: all(partial("clock-skew")),
      },
    ],
  },
];
