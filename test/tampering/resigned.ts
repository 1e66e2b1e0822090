import { resigned, restated, restating, rewriting, SIGNER, statementText } from "../support/tampering.ts";
import type { Alter } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { alteredRow, PRIVATE } from "./scenes.ts";

const ABSENT = `"subject":[{"name":"records-x.ndjson","digest":{"sha256":"${"0".repeat(64)}"}},`;
const DEEP = `"query": {"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
const NEWER = "a newer version may";
/** Nobody's minute but that of these runs. */
const MINUTE = PRIVATE.now.toISOString().slice(0, 16);

export const STATEMENT: Group = {
  title: "The statement, signed again",
  attacker: "The attacker has the signing key and signs a false statement.",
  rows: [
    alteredRow("name a file outside the folder", restating("evidence.json", "../evidence.json"), [
      "statement",
      "subject.0.name",
    ]),
    alteredRow("name another file than the evidence", restating("evidence.json", "x.json"), [
      "subjects",
      "is not about evidence.json",
    ]),
    alteredRow("name a file that is not there", restating('"subject":[', ABSENT), [
      "subjects",
      "records-x.ndjson is signed but not there",
    ]),
    alteredRow("name the evidence twice", restating(/"subject":\[(\{.*?\}\})\]/, '"subject":[$1,$1]'), [
      "subjects",
      "the statement names a file twice",
    ]),
    alteredRow("add a field", restating("{", '{"x":1,'), ["statement", "Unrecognized key"]),
    alteredRow("add __proto__", restating("{", '{"__proto__":{"x":1},'), ["statement", "Unrecognized key"]),
    alteredRow("write a field twice", restating('"outcome"', '"outcome":"failed","outcome"'), [
      "statement",
      "names a member twice",
    ]),
    alteredRow("sign what is not JSON", saying("evidence"), [
      "statement",
      "the signed statement is not JSON",
    ]),
    alteredRow("sign another type of payload", typing("text/plain"), [
      "bundle",
      'the payload is of type "text/plain"',
    ]),
    alteredRow("sign a type of payload of 100 kB", typing("x".repeat(100_000)), [
      "bundle",
      "the payload is of type",
    ]),
    alteredRow("state another outcome", restating('"complete"', '"partial"'), [
      "agreement",
      "outcome is partial in the statement but",
    ]),
    alteredRow("state another stream", restating('"prod"', '"test"'), [
      "agreement",
      "stream is test in the statement but",
    ]),
    alteredRow("state another site", restating("datadoghq.eu", "datadoghq.com"), [
      "agreement",
      "site is datadoghq.com in the",
    ]),
    alteredRow("state another cadence", restating("P1D", "PT1H"), [
      "agreement",
      "cadence is PT1H in the statement but P1D",
    ]),
    alteredRow("state another time", restating(MINUTE, "2001-01-01T00:00"), [
      "agreement",
      "collectedAt is 2001-01-01T00:00",
    ]),
    alteredRow("state another run", restating('"id":"123"', '"id":"124"'), [
      "agreement",
      "run.id is 124 in the statement but",
    ]),
    alteredRow("state another attempt", restating('"attempt":1', '"attempt":2'), [
      "agreement",
      "run.attempt is 2 in the",
    ]),
    alteredRow("promise a timestamp that is not there", restating('"timestamp":false', '"timestamp":true'), [
      "promises",
      "promised signing key, a timestamp, but found only",
    ]),
    alteredRow("promise a log entry that is not there", restating('"log":false', '"log":true'), [
      "promises",
      "an entry in a transparency log, but found only",
    ]),
    alteredRow("promise keyless signing", restating('"signing":"key"', '"signing":"keyless"'), [
      "promises",
      "promised signing keyless, but found only signing key",
    ]),
    unchecked("sign a statement of a later version", restating("evidence/v1", "evidence/v2"), [
      "statement",
      NEWER,
    ]),
    unchecked("sign a statement of another in-toto", restating("Statement/v1", "Statement/v2"), [
      "statement",
      "the signed statement is of a type that this version cannot check",
    ]),
  ],
};

export const EVIDENCE: Group = {
  title: "The evidence, signed again",
  attacker: "The attacker has the signing key and edits the evidence.",
  rows: [
    alteredRow("call a state clear that its records deny", rewriting('"attention"', '"clear"'), [
      "derivation",
      "security-signals has the state clear, but its records give attention",
    ]),
    alteredRow("lower a count", rewriting('"critical": 1', '"critical": 0'), [
      "derivation",
      "has counts that its records do not",
    ]),
    alteredRow("lower a count and take its record out", recordless, [
      "derivation",
      "accounts for 1 records, but has 0",
    ]),
    alteredRow("call a failing monitor passing", rewriting('"state": "OK"', '"state": "Alert"'), [
      "derivation",
      "has monitor 1 in state Alert as passing",
    ]),
    alteredRow("leave out the scope of a mute", rewriting(/"mutedScope": null,\s*/, ""), [
      "derivation",
      "has monitor 1 without the scope of its mute",
    ]),
    alteredRow(
      "give a mute to a monitor that is not muted",
      rewriting('"mutedScope": null', '"mutedScope": "all"'),
      ["derivation", "has monitor 1 not muted, but its mute has the scope all"],
    ),
    alteredRow("judge the evidence of today by the first rules", rewriting(/"rules": \d+/, '"rules": 1'), [
      "derivation",
      "names version 1 of the rules, but has members that came later",
    ]),
    alteredRow("call what was drained reconciled", rewriting('"grade": "drained"', '"grade": "reconciled"'), [
      "derivation",
      "is reconciled but has no count of Datadog",
    ]),
    alteredRow("claim to have received more", rewriting('"received": 1', '"received": 2'), [
      "derivation",
      "received 2 records, but its pages have 1",
    ]),
    alteredRow("call the run failed, in statement and evidence", failed, [
      "derivation",
      "the outcome is failed, but its items give complete",
    ]),
    alteredRow(
      "call the signals skipped",
      rewriting(/"status": "complete",\s+"grade": "drained"/, '"status": "skipped", "grade": null'),
      ["derivation", "security-signals is skipped, but only cspm-findings can be skipped"],
    ),
    alteredRow(
      "make it valid for longer",
      rewriting(/"validUntil": "[^"]+"/, '"validUntil": "2099-01-01T00:00:00Z"'),
      ["derivation", "it is valid until 2099-01-01T00:00:00Z, but its cadence gives"],
    ),
    alteredRow(
      "let it start after its end",
      rewriting(/"startedAt": "[^"]+"/, '"startedAt": "2099-01-01T00:00:00Z"'),
      ["derivation", "before its start at 2099-01-01T00:00:00Z"],
    ),
    alteredRow(
      "let it start days before its end",
      rewriting(/"startedAt": "[^"]+"/, '"startedAt": "2001-01-01T00:00:00Z"'),
      ["derivation", "it started at 2001-01-01T00:00:00Z, longer before"],
    ),
    alteredRow(
      "show signals of another week",
      rewriting(/("window": \{\s+"from": )"[^"]+"/, '"window": { "from": "2001-01-01T00:00:00Z"'),
      ["derivation", "security-signals has the window 2001-01-01T00:00:00Z to"],
    ),
    alteredRow("show no week for the signals", rewriting(/"window": \{[^}]+\}/, '"window": null'), [
      "derivation",
      "security-signals has no window",
    ]),
    alteredRow(
      "put a signal of another week in, untold",
      rewriting(/"time outside the window[^"]+"/, '"-"'),
      ["derivation", "security-signals has records of a time outside its window: 1"],
    ),
    alteredRow(
      "call a list read to its end that ended with a refusal",
      rewriting('"status": 200', '"status": 503'),
      ["derivation", "as read to its end, but its last page has the status 503"],
    ),
    alteredRow("let a count stand for the list", rewriting('signals/search",', 'signals/count",'), [
      "derivation",
      "only 0 of 1 requests for its list were read to their end",
    ]),
    alteredRow(
      "ask for another week than the window",
      rewriting(/("filter": \{\s+"from": )"[^"]+"/, '"filter": { "from": "2001-01-01T00:00:00Z"'),
      ["derivation", "security-signals was asked for another time than its window"],
    ),
    alteredRow("set the clock a week apart", rewriting('"clockSkewMs": 12', '"clockSkewMs": 604800000'), [
      "derivation",
      "is complete, yet Datadog's clock was 604800000 ms from ours",
    ]),
    alteredRow("claim another control", rewriting('"A.5.25"', '"A.5.26"'), [
      "mapping",
      "security-signals claims controls that",
    ]),
    alteredRow(
      "claim a mapping that was never published",
      rewriting(/("version": "2026-12",\s+"sha256": ")[0-9a-f]{4}/, '"version": "2026-12", "sha256": "0000'),
      ["mapping", "the catalogues of the mapping 2026-12 have sha256"],
    ),
    alteredRow("add a field to the evidence", rewriting("{", '{ "compliant": true,'), [
      "evidence",
      "does not follow its schema",
    ]),
    alteredRow("write a field of it twice", rewriting(/"rules": \d+/, '"rules": 1, "rules": 1'), [
      "evidence",
      "names a member twice",
    ]),
    alteredRow("sign evidence that is not JSON", rewriting(/[^]*/, "none"), [
      "evidence",
      "evidence.json is not JSON",
    ]),
    alteredRow("begin it with a byte order mark", rewriting("{", "\ufeff{"), [
      "evidence",
      "evidence.json is not JSON",
    ]),
    alteredRow("nest it without end", rewriting('"query": {}', DEEP), [
      "evidence",
      "nested more than 64 levels",
    ]),
    unchecked(
      "lower a count, and name rules that are not known",
      async (scene) => {
        await rewriting('"critical": 1', '"critical": 0')(scene);
        await rewriting(/"rules": \d+/, '"rules": 99')(scene);
      },
      ["derivation", "this version does not know version 99 of the rules"],
    ),
    unchecked(
      "claim another control, and name a mapping that is not known",
      async (scene) => {
        await rewriting('"A.5.25"', '"A.5.26"')(scene);
        await rewriting('"version": "2026-12"', '"version": "2031-01"')(scene);
      },
      ["mapping", "this version does not know the mapping 2031-01"],
    ),
    unchecked("sign evidence of a later version", rewriting("datadog-evidence/v1", "datadog-evidence/v2"), [
      "evidence",
      NEWER,
    ]),
  ],
};

/** Well signed, and of a kind that only a later program knows: no forgery, and not genuine either. */
function unchecked(attack: string, alter: Alter, caught: readonly [string, string]): Row {
  return { ...alteredRow(attack, alter, caught), exit: 2 };
}

function saying(payload: string): Alter {
  return async ({ folder }) => resigned(folder, SIGNER, { payload });
}

function typing(type: string): Alter {
  return async ({ folder }) => resigned(folder, SIGNER, { payload: await statementText(folder), type });
}

async function failed(scene: Parameters<Alter>[0]): Promise<void> {
  await rewriting('"outcome": "complete"', '"outcome": "failed"')(scene);
  await restated(scene.folder, SIGNER, (text) => text.replace('"outcome":"complete"', '"outcome":"failed"'));
}

async function recordless(scene: Parameters<Alter>[0]): Promise<void> {
  await rewriting(
    /"state": "attention",\s+"reason": null,\s+"counts": \{[^}]*\}\s+\},\s+"records": \[[^]*?\n {6}\]/,
    '"state": "clear", "reason": null, "counts": { "critical": 0, "high": 0, "total": 0, "open": 0, "underReview": 0, "archived": 0 } }, "records": []',
  )(scene);
}
