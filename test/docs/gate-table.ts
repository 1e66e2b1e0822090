import { decideExit, parseGates } from "../../src/config/fail-on.ts";
import { INPUT_NOTES } from "../../src/config/inputs.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { deriveRunChanges } from "../../src/policy/run-changes.ts";
import * as support from "../support/evidence.ts";

type Item = Evidence["items"][0];

const { ended, findingsItem, monitorsItem, signal, signalsItem } = support;

/** Everything complete and clear except what is given. */
function situation(
  items: Readonly<Record<string, Item>> = {},
  undone: readonly { readonly message: string }[] = [],
) {
  const clear = {
    signals: signalsItem([], ended("complete", [support.ALIVE_CHECK])),
    monitors: monitorsItem(),
    findings: findingsItem([]),
  };
  return { evidence: support.evidenceOf(Object.values({ ...clear, ...items })), undone };
}

const allFailed = {
  signals: signalsItem([], ended("failed")),
  monitors: monitorsItem([], ended("failed")),
  findings: findingsItem([], ended("failed")),
};
const skipped = { findings: findingsItem([], ended("skipped")) };
const partialAttention = situation({ signals: signalsItem([signal()], ended("partial")) });

/** What each column of the table means. */
const SITUATIONS = {
  "all complete & clear": situation(),
  attention: situation({ signals: signalsItem([signal()]) }),
  "an item partial": situation({ signals: signalsItem([], ended("partial")) }),
  "an item failed": situation({ signals: allFailed.signals }),
  "all failed": situation(allFailed),
  "CSPM skipped": situation(skipped),
  "CSPM skipped now": { ...situation(skipped), before: situation().evidence },
  "no tagged monitor": situation({ monitors: monitorsItem([]) }),
  "not signed": situation({}, [{ message: "the evidence is not signed" }]),
  "not published": situation({}, [{ message: "the artifact was not uploaded" }]),
} satisfies Readonly<Record<string, Situation>>;

interface Situation extends ReturnType<typeof situation> {
  readonly before?: Evidence;
}

const FAIL_ON = ["attention", "critical>0", "incomplete, attention", "incomplete, critical>0", "never"];

/** The exit code of every `fail-on` in every situation, as the page shows it. */
export function gateTable(): readonly (readonly string[])[] {
  const situations = Object.values(SITUATIONS);
  const rows = ["default", ...FAIL_ON].map((failOn) =>
    [failOn].concat(situations.map((each) => exitCode(failOn, each))),
  );
  return [["fail-on", ...Object.keys(SITUATIONS)], ...rows];
}

/** How gates on content end on a partial item that holds an open critical signal. */
export function exitsOnPartialAttention(): readonly string[] {
  return ["attention", "critical>0"].map((failOn) => `${failOn}: ${exitCode(failOn, partialAttention)}`);
}

/** The states of the items in each situation: that the columns mean what they say. */
export function statesInSituations(): readonly string[] {
  return Object.values(SITUATIONS).map(({ evidence }) =>
    evidence.items.map(({ result }) => result.state).join(" "),
  );
}

function exitCode(failOn: string, { evidence, undone, before }: Situation): string {
  const gates = parseGates(failOn === "default" ? (INPUT_NOTES.get("fail-on")?.default ?? "") : failOn);
  if (gates === null) throw new Error(`${failOn} is no list of gates`);
  const changes =
    before === undefined
      ? null
      : deriveRunChanges(
          { evidence: before, policy: null, sha256: support.HASH },
          { evidence, policy: null },
        );
  return String(decideExit(evidence, { gates, undone, changes }).code);
}
