import { expect, test } from "vitest";

import { DATADOG_ROUTES } from "../support/datadog-tokens.ts";
import { trackProgress } from "../../src/report/progress.ts";

test("says of each listing how many pages and records came, and what is asked for besides", () => {
  const lines: (string | null)[] = [];
  const fetched = trackProgress({ status: (line) => lines.push(line) });

  fetched({ path: "/api/v1/monitor", pages: 0, items: 0 });
  fetched({ path: "/api/v2/security_monitoring/signals/search", pages: 1, items: 100 });
  fetched({ path: "/api/v1/monitor", pages: 2, items: 160 });
  fetched({ path: "/api/v2/security_monitoring/rules", pages: 0, items: 0 });

  expect(lines).toEqual([
    "fetching monitors",
    "fetching monitors · signals 100 (1 page)",
    "fetching monitors 160 (2 pages) · signals 100 (1 page)",
    "fetching monitors 160 (2 pages) · signals 100 (1 page) · detection rules",
  ]);
});

test("every request of a run has a name, and none is named by a path", async () => {
  const lines: string[] = [];
  const fetched = trackProgress({ status: (line) => lines.push(line ?? "") });

  for (const route of DATADOG_ROUTES) {
    fetched({ path: route.split(" ")[1] ?? "", pages: 1, items: 1 });
  }

  expect(lines.length).toBeGreaterThan(8);
  expect(lines.join("\n")).not.toMatch(/[/_]/);
});
