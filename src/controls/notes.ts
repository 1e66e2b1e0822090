import type { ItemId } from "../evidence/schema.ts";
import { editionOf } from "./catalogue.ts";

/** What evidence can never show about a control, and what to ask for elsewhere. */
interface ControlNotes {
  readonly hidden: readonly string[];
  readonly ask: readonly string[];
}

const CONTROL_NOTES: ReadonlyMap<string, ControlNotes> = new Map([
  [
    "ISO/IEC 27001:2022 A.5.25",
    {
      hidden: [
        "Who decided, and whether the decision was right. Names and comments are not collected.",
        "Decisions on signals that left the 7-day window before a run saw them archived.",
        "Time to triage, closer than the cadence.",
        "Events that raised no signal, or one below high.",
      ],
      ask: [
        "Rules for triage, and the time allowed for each severity",
        "Tickets of the signals that were not seen archived",
      ],
    },
  ],
  [
    "ISO/IEC 27001:2022 A.5.36",
    {
      hidden: [
        "That managers reviewed the results. A list is not a review.",
        "That Datadog’s rules are the organisation’s own policies and standards.",
        "Why findings are muted, and who accepted them.",
        "Anything outside cloud configuration.",
      ],
      ask: [
        "Minutes or tickets of the reviews",
        "The policy that the checks stand for; approvals of muted findings",
      ],
    },
  ],
  [
    "ISO/IEC 27001:2022 A.8.9",
    {
      hidden: [
        "The approved baseline, and who may change it.",
        "Checks that pass: only failing ones are asked for.",
        "Cloud accounts that are not connected to Datadog.",
        "Configuration of anything other than cloud resources.",
      ],
      ask: [
        "The list of cloud accounts, to compare with those connected",
        "Change records for the resources that were corrected",
      ],
    },
  ],
  [
    "ISO/IEC 27001:2022 A.8.16",
    {
      hidden: [
        "Which systems ought to be monitored, and whether all of them are.",
        "Detections that a suppression rule silenced, and signals below high.",
        "The time between two readings of a monitor.",
        "That an alert reached a person.",
      ],
      ask: ["The list of systems in scope", "Enabled detection rules and suppressions; on-call rota"],
    },
  ],
  [
    "ISO/IEC 27001:2022 A.8.17",
    {
      hidden: [
        "Slots in which the control is only claimed: no tagged monitor watched a clock then.",
        "Hosts without the Agent, network devices, and managed services.",
        "Which time sources are used, and that they are approved.",
      ],
      ask: ["The approved time sources", "The list of hosts, to compare with those that report"],
    },
  ],
  [
    "SOC 2 CC7.1",
    {
      hidden: [
        "Vulnerabilities in hosts, containers and code. Only misconfigurations are asked for.",
        "That a monitor is of the kind this criterion means: the tag says so, and the organisation sets the tag.",
        "What was done about a finding, beyond its end.",
      ],
      ask: ["Vulnerability scans and their remediation", "The reasons for tagging a monitor"],
    },
  ],
  [
    "SOC 2 CC7.2",
    {
      hidden: [
        "The analysis itself. A triage state says that someone decided, not how.",
        "Components that send nothing to Datadog.",
        "Signals below high, and suppressed detections.",
      ],
      ask: [
        "Tickets or notes of the analysis of critical signals",
        "The list of log sources, to compare with the components in scope",
      ],
    },
  ],
]);

/** The notes that hold for every control that an item supports. */
const ITEM_NOTES: Readonly<Record<ItemId, ControlNotes>> = {
  "security-signals": {
    hidden: [
      "Components that send nothing to Datadog.",
      "Signals below high, and detections that a suppression rule silenced.",
      "Who decided on a signal, and whether the decision was right. Names and comments are not collected.",
    ],
    ask: ["Enabled detection rules and suppressions", "Tickets or notes of the analysis of critical signals"],
  },
  "compliance-monitors": {
    hidden: [
      "That a monitor is of the kind this control means: the tag says so, and the organisation sets the tag.",
      "The time between two readings of a monitor.",
      "That an alert reached a person.",
    ],
    ask: ["The reasons for tagging a monitor", "The list of systems in scope"],
  },
  "cspm-findings": {
    hidden: [
      "Checks that pass: only failing ones are asked for.",
      "Cloud accounts that are not connected to Datadog.",
      "Anything outside cloud configuration.",
    ],
    ask: [
      "The list of cloud accounts, to compare with those connected",
      "The reasons for muted findings, and who accepted them",
    ],
  },
};

const OWN_MAPPING: ControlNotes = {
  hidden: ["Whether the items mapped to this control are the right ones: the mapping is the organisation’s."],
  ask: ["The reasons for the mapping"],
};

/** The notes on a control that these items support: its own where there are some, else those of the items. */
export function notesOn(
  { framework, id }: { readonly framework: string; readonly id: string },
  items: readonly ItemId[],
): ControlNotes {
  const own = CONTROL_NOTES.get(`${framework} ${id}`);
  if (own !== undefined) return own;
  const notes = [
    ...items.map((item) => ITEM_NOTES[item]),
    ...(editionOf(framework) === null ? [OWN_MAPPING] : []),
  ];
  return { hidden: notes.flatMap(({ hidden }) => hidden), ask: notes.flatMap(({ ask }) => ask) };
}
