const OUTSIDE_WINDOW = "time outside the window that was asked for";

/** What a reader must know about kept records, each as the sentence before their number, in the order of the caveats. */
const REMARKS = [
  ["unknown-triage-state", "triage state not known, counted as open"],
  ["unknown-status", "status not known, counted as unmuted"],
  ["outside-window", OUTSIDE_WINDOW],
  ["muted-monitor", "muted, so no one is notified"],
  ["muted-in-part", "muted for a part only, such as a host or a group"],
  ["muted-somewhere", "muted, and Datadog does not say whether for all or for a part"],
  ["mute-ended", "muted by its status, but the mute has ended, so counted as unmuted"],
  ["mute-without-expiry", "muted without an end"],
  ["draft", "draft, so no one is notified"],
  ["paused", "paused synthetic test, so its state is old"],
  ["never-evaluated", "never evaluated"],
  ["unusable-time", "a time that cannot be read for certain is left out"],
] as const;

const REMARK_NAMES = REMARKS.map(([remark]) => remark);

/** Something about a kept record that a reader must know. */
export type RecordRemark = (typeof REMARKS)[number][0];

/** The remarks that hold of a record. */
export function remarksThatHold(holds: Partial<Record<RecordRemark, boolean>>): readonly RecordRemark[] {
  return REMARK_NAMES.filter((remark) => holds[remark]);
}

/** What a reader must know about an item, in plain sentences. */
export function recordCaveats(of: {
  /** What the records are, in the plural: `signals`. */
  readonly what: string;
  readonly excluded: ReadonlyMap<string, number>;
  readonly remarks: ReadonlyMap<RecordRemark, number>;
  /** The names of the records with a time that cannot be used. */
  readonly withUnusableTime: readonly string[];
  readonly redactions: number;
  readonly withheld: readonly string[];
  readonly received: number;
  readonly unique: number;
}): string[] {
  const { what, excluded, remarks, withUnusableTime, redactions, withheld } = of;
  const duplicates = of.received - of.unique;
  return [
    ...(withheld.length === 0
      ? []
      : [`${what} left out because they hold a secret: ${listPlaces(withheld)}`]),
    ...[...excluded]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, count]) => `left out because ${reason}: ${count} of the ${what} received`),
    ...REMARKS.flatMap(([remark, sentence]) => {
      const count = remarks.get(remark) ?? 0;
      const names = remark === "unusable-time" ? ` (${listPlaces(withUnusableTime)})` : "";
      return count === 0 ? [] : [countSentence(sentence, count, what) + names];
    }),
    ...(duplicates === 0 ? [] : [`received more than once, counted once: ${duplicates} of the ${what}`]),
    ...(redactions === 0
      ? []
      : [`e-mail, IP or webhook addresses and tokens redacted in kept texts: ${redactions}`]),
  ];
}

/** The caveat about signals that are outside the window. */
export function outsideWindowCaveat(count: number): string {
  return countSentence(OUTSIDE_WINDOW, count, "signals");
}

function countSentence(sentence: string, count: number, what: string): string {
  return `${sentence}: ${count} of the ${what}`;
}

/** Names or places of records as one text; at most five of them. */
export function listPlaces(all: readonly string[]): string {
  const places = all.slice(0, MOST_PLACES);
  const more = all.length - places.length;
  return `${places.join("; ")}${more === 0 ? "" : `; and ${more} more`}`;
}

const MOST_PLACES = 5;
