import type { Notable, Since } from "../verify/period-verdict.ts";
import { name, number, section, table, time } from "./html.ts";
import type { PeriodReport } from "./period-report.ts";
import { ITEM_NAMES, sentenceCase } from "./run-words.ts";

/** More rows than this nobody reads. */
const SHOWN = 200;

/** What the words of a statement mean. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ["security-signals vanished", "no longer listed, although inside the window"],
  ["security-signals altered", "something other than the triage changed"],
  ["compliance-monitors gone", "no longer tagged, or deleted"],
  ["compliance-monitors muted", "muted"],
  ["compliance-monitors redefined", "watch something else than before"],
  ["cspm-findings unresolved", "no longer listed, and more likely not checked than resolved"],
  ["cspm-findings muted", "muted"],
]);

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
  const made = changes.map(
    ({ at, what, before, now }) =>
      `<tr><th scope="row">${time(at)}</th><td>${what}</td><td>${before === "" ? "" : name(before)}</td><td>${name(now)}</td></tr>`,
  );
  return section({
    id: "changes",
    title: "Changes",
    no: 5,
    html: `${
      made.length === 0
        ? "<p>Cadence, collector, control mapping, rules and signer stayed the same.</p>"
        : table({
            html: { caption: "Changes in what evidence is made with", rows: made.join("\n") },
            columns: ["From", "What", "Before", "Then"],
            kind: "changes",
          })
    }\n${notable(verdict.changes)}`,
  });
}

/** Changes since the run before that a person should look at. */
function notable(changes: readonly Notable[]): string {
  if (changes.length === 0) return "<p>No run tells of a change that a person should look at.</p>";
  const more = changes.length - SHOWN;
  const rows = changes.slice(0, SHOWN).map(({ collectedAt, item, what, count }) => {
    const meaning = MEANINGS.get(`${item} ${what}`) ?? what.replaceAll("-", " ");
    return `<tr><th scope="row">${time(collectedAt)}</th><td>${sentenceCase(ITEM_NAMES[item])}</td><td>${name(meaning)}</td><td>${count === null ? "" : number(count)}</td></tr>`;
  });
  const rest =
    more > 0 ? `\n<p class="more">${number(more)} more are in <code>verify --json</code>.</p>` : "";
  return `${table({
    html: { caption: "Changes of records that ask for a person", rows: rows.join("\n") },
    columns: ["Run", "Item", "What", "Records"],
    kind: "changes",
  })}${rest}`;
}

function changed(what: string, list: readonly Since[]) {
  return list
    .slice(1)
    .map(({ value, from }, index) => ({ at: from, what, before: list[index]?.value ?? "", now: value }));
}
