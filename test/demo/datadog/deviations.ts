import { FINDINGS, SCALAR, SIGNALS } from "./ask.ts";

/** Answers, by what was asked, that Datadog gives although its specification says otherwise. */
export const AGAINST_THE_SPECIFICATION: ReadonlyMap<string, string> = new Map([
  ["a finding search without data", "recorded: the errors are objects, not strings"],
  ["a finding page too large", "as the recorded errors of the same route"],
  ["a garbled finding cursor", "recorded on the GET form: the errors are objects, not strings"],
  ["legacy findings without permission", "as everywhere else; no refusal of the route is recorded"],
  ["no API key again", "the proxy in front refuses before the service can answer as JSON:API"],
]);

const notAtHand = "query/scalar is in none of the specifications that lie beside the repository";

/** Answers that the specification does not list for the route. */
export const UNSPECIFIED: ReadonlyMap<string, string> = new Map([
  ["rules without permission", "lists no 403, though the route needs a permission"],
  ["a count of signals", notAtHand],
  ["a count of nothing known", notAtHand],
  ["a count without permission", notAtHand],
  ["too many requests", "has a JSON body; the recorded 429 is empty"],
]);

const triage = ".data[].attributes.attributes.workflow.triage";
const custom = ".data[].attributes.attributes.custom";
const muted = "documented; every recorded finding is unmuted";
const fictional = "depends on the kind of resource; ours is invented to hold what must stay private";

/*
 * What the double does not emit: when the triage of a signal last changed. The
 * clients of Datadog name the time for the answer to a change, in snake case, but
 * no recorded list has it; the evidence reads either spelling, and null here.
 */

/** What the double emits although no recording has it, by route, each with the reason. */
export const UNRECORDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [SIGNALS]: {
    [`${triage}.archiveReason string`]:
      "every recorded signal is open; Datadog's own integration reads it here",
    [`${triage}.assignee.handle string`]:
      "every recorded signal is unassigned; Datadog's own integration reads it here",
    [`${triage}.incidentIds[] number`]: "no recorded signal belongs to an incident",
  },
  "/api/v1/monitor": {
    "[].draft_status string": "in the specification; newer than the recordings",
    "[].options.silenced.* null": "documented as muted without an end; the recorded mute has one",
    "[].options.thresholds.ok number":
      "in the specification; only service checks have it and none is in a list",
  },
  "/api/v1/monitor/search": {
    ".monitors[].muted_until_ts number": "recorded, but null on the page that was kept",
  },
  [FINDINGS]: {
    [`${custom}.cloud_resource.configuration.arn string`]: fictional,
    [`${custom}.cloud_resource.configuration.owner string`]: fictional,
    [`${custom}.cloud_resource.configuration.policy object`]: fictional,
    [`${custom}.cloud_resource.configuration.policy.principal string`]: fictional,
    [`${custom}.cloud_resource.configuration.policy.statement string`]: fictional,
    [`${custom}.cloud_resource.configuration.private_ip string`]: fictional,
    [`${custom}.workflow.mute.description string`]: muted,
    [`${custom}.workflow.mute.expire_at number`]: muted,
    [`${custom}.workflow.mute.muted_at number`]: muted,
    [`${custom}.workflow.mute.muted_by string`]: muted,
    [`${custom}.workflow.mute.reason string`]: muted,
  },
  "/api/v2/security_monitoring/rules": {},
  "/api/v2/security_monitoring/configuration/suppressions": {},
  "/api/v2/posture_management/findings": {},
  [SCALAR]: Object.fromEntries(
    [
      " object",
      ".data object",
      ".data.id string",
      ".data.type string",
      ".data.attributes object",
      ".data.attributes.columns array",
      ".data.attributes.columns[] object",
      ".data.attributes.columns[].name string",
      ".data.attributes.columns[].type string",
      ".data.attributes.columns[].values array",
      ".data.attributes.columns[].values[] number",
      ".data.attributes.columns[].meta object",
      ".data.attributes.columns[].meta.unit null",
    ].map((line) => [line, "not recorded at all; the models of Datadog's own clients have it so"]),
  ),
};

const proxy = "seen in the recordings of another client: a key that is wrong, or of another site";

/** What the double's refusals hold although no recorded refusal does, each with the reason. */
export const UNRECORDED_REFUSALS: Readonly<Record<string, string>> = {
  ".code number": proxy,
  ".email string": proxy,
  ".status string": proxy,
  ".statuspage string": proxy,
  ".twitter string": proxy,
};

/** What evidence is made of, by route: it must be recorded and emitted alike. */
export const RELIED_ON: Readonly<Record<string, readonly string[]>> = {
  [SIGNALS]: [
    ".meta.page.after string",
    ".data[].id string",
    ".data[].attributes.status string",
    ".data[].attributes.timestamp string",
    ".data[].attributes.tags[] string",
    ".data[].attributes.attributes.title string",
    ".data[].attributes.attributes.workflow.first_seen string",
    ".data[].attributes.attributes.workflow.last_seen string",
    ".data[].attributes.attributes.workflow.rule.id string",
    ".data[].attributes.attributes.workflow.rule.name string",
    ".data[].attributes.attributes.workflow.rule.type string",
    ".data[].attributes.attributes.workflow.triage.state string",
    ".data[].attributes.attributes.workflow.triage.assignee.id number",
    ".data[].attributes.attributes.workflow.triage.incidentIds array",
  ],
  "/api/v1/monitor": [
    "[].id number",
    "[].name string",
    "[].type string",
    "[].query string",
    "[].tags[] string",
    "[].overall_state string",
    "[].overall_state_modified string",
    "[].overall_state_modified null",
    "[].modified string",
    "[].options.thresholds.critical number",
    "[].options.silenced object",
    "[].matching_downtimes[].end number",
  ],
  "/api/v1/monitor/search": [".metadata.total_count number"],
  [FINDINGS]: [
    ".meta.page.after string",
    ".meta.status string",
    ".data[].id string",
    ".data[].attributes.timestamp number",
    `${custom}.finding_type string`,
    `${custom}.severity string`,
    `${custom}.status string`,
    `${custom}.title string`,
    `${custom}.compliance.evaluation string`,
    `${custom}.rule.id string`,
    `${custom}.rule.name string`,
    `${custom}.resource_id string`,
    `${custom}.resource_type string`,
    `${custom}.cloud_resource.cloud_provider string`,
    `${custom}.workflow.mute.is_muted boolean`,
    `${custom}.first_seen_at number`,
    `${custom}.detection_changed_at number`,
  ],
  "/api/v2/security_monitoring/rules": [
    ".data[].id string",
    ".data[].type string",
    ".data[].isEnabled boolean",
    ".data[].isDeleted boolean",
    ".meta.page.total_count number",
  ],
  "/api/v2/security_monitoring/configuration/suppressions": [
    ".data[].attributes.enabled boolean",
    ".meta.page.totalCount number",
  ],
  "/api/v2/posture_management/findings": [".meta.page.total_filtered_count number"],
};
