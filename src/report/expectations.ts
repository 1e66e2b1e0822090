import { DAY_MS, dayOf } from "../platform/time.ts";
import type { Evidence, ExpectationResult } from "../evidence/schema.ts";
import { describeExpectation } from "../policy/describe-expectation.ts";
import type { Policy } from "../policy/schema.ts";
import { recordName, recordsById } from "./record-names.ts";

/** A record that breaks an expectation, as reports name it. */
export interface NamedOffender {
  readonly label: string;
  /** Null where Datadog has no page of it by its id. */
  readonly link: string | null;
}

/** The first offenders of a result by name; records that are not there by their ids. */
export function nameOffenders(
  { item: of, offenders: { ids } }: ExpectationResult,
  evidence: Evidence,
): readonly NamedOffender[] {
  const item = evidence.items.find(({ id }) => id === of);
  if (item === undefined) return [];
  const found = recordsById(evidence, { item: of, ids });
  return ids.map((id) => {
    const record = found.get(id);
    if (record !== undefined) return { label: recordName(record), link: record.link };
    if (typeof id === "string") return { label: id, link: null };
    return { label: `monitor ${id}`, link: new URL(`/monitors/${id}`, item.link).href };
  });
}

/** How long the waiver lasts that a report proposes. */
export const PROPOSED_DAYS = 30;

/** The waiver that would accept a broken expectation for a month, as a line of JSON to complete and review. */
export function proposeWaiver({ id, offenders }: ExpectationResult, collectedAt: string): string {
  return JSON.stringify({
    id: `${id.slice(0, 50)}-1`,
    expect: id,
    ...(offenders.ids.length === 0 ? {} : { records: offenders.ids }),
    since: dayOf(collectedAt),
    until: dayOf(Date.parse(collectedAt) + PROPOSED_DAYS * DAY_MS),
    why: "REASON",
    by: "ROLE",
  });
}

/** What an expectation is called: its title, else what it demands. */
export function expectationTitle(policy: Policy | null, id: string): string | null {
  const expectation = policy?.expectations.find((each) => each.id === id);
  if (expectation === undefined) return null;
  return expectation.title ?? describeExpectation(expectation);
}
