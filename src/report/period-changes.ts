import type { Since } from "../verify/period-verdict.ts";
import { name, section, table, time } from "./html.ts";
import type { PeriodReport } from "./period-report.ts";

/** What evidence is collected with and signed by, and when it changed. */
export function changesSection({ verdict }: PeriodReport): string {
  const changes = [
    ...changed("Cadence", verdict.cadences),
    ...changed("Collector", verdict.collectors),
    ...changed("Control mapping", verdict.mappings),
    ...changed("Version of the rules", verdict.rules),
    ...changed("Signer", verdict.signers),
    ...verdict.chain.restarts.map(({ collectedAt, reason }) => ({
      at: collectedAt,
      what: "The chain was begun anew",
      before: "",
      now: reason.message,
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const rows = changes.map(
    ({ at, what, before, now }) =>
      `<tr><th scope="row">${time(at)}</th><td>${what}</td><td>${before === "" ? "" : name(before)}</td><td>${name(now)}</td></tr>`,
  );
  return section({
    id: "changes",
    title: "Changes",
    no: 5,
    html:
      rows.length === 0
        ? "<p>Cadence, collector, control mapping, rules and signer stayed the same.</p>"
        : table({
            html: { caption: "Changes in what evidence is made with", rows: rows.join("\n") },
            columns: ["From", "What", "Before", "Then"],
            kind: "changes",
          }),
  });
}

function changed(what: string, list: readonly Since[]) {
  return list
    .slice(1)
    .map(({ value, from }, index) => ({ at: from, what, before: list[index]?.value ?? "", now: value }));
}
