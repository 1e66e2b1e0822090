import { rm } from "node:fs/promises";
import path from "node:path";

import { policyText } from "../policy/policies.ts";
import { repolicing, restated, rewriting, SIGNER, type Alter } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { attempt, PRIVATE } from "./scenes.ts";

const DAY_MS = 86_400_000;

/** The day so many days from that of the run. */
function day(offset: number): string {
  return new Date(PRIVATE.now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
}

/** Broken by one signal; the waiver that would accept it begins only later. */
const TEXT = policyText({
  expect: [
    { id: "no-critical", item: "security-signals", none: { severity: "critical" } },
    { id: "monitors-there", item: "compliance-monitors", atLeast: 1 },
  ],
  accept: [
    {
      id: "EX-1",
      expect: "no-critical",
      records: ["AQ-1"],
      since: day(10),
      until: day(20),
      why: "known",
      by: "head of platform",
    },
  ],
});
const BACKDATED = day(-10);

export const POLICY: Group = {
  title: "The policy, signed again",
  attacker: "The attacker has the signing key and edits the policy of the run, or what came of it.",
  rows: [
    row("call a broken expectation met", rewriting('"result": "broken"', '"result": "met"'), [
      "the expectation no-critical is met in the evidence, but by the records it is broken",
    ]),
    row(
      "take the offenders out of a result",
      rewriting(/"count": 1,\s+"ids": \[\s+"AQ-1"\s+\]/, '"count": 0, "ids": []'),
      ["the evidence has another result of the expectation no-critical than the records give"],
    ),
    row("take a result away", rewriting(/\{\s+"id": "no-critical",[^]*?"waivers": \[\]\s+\},/, ""), [
      "the evidence has another result of the expectation no-critical than the records give",
    ]),
    row("swap the policy for a weaker one", repolicing('"critical"', '"high"'), [
      "but the evidence was judged by a policy of sha256",
    ]),
    row(
      "swap the policy, and name its digest in the evidence",
      repolicing('"critical"', '"high"', (text) => text),
      ["the expectation no-critical is broken in the evidence, but by the records it is met"],
    ),
    row("date a waiver back", repolicing(day(10), BACKDATED), [
      "but the evidence was judged by a policy of sha256",
    ]),
    row(
      "date a waiver back, and name the policy's digest in the evidence",
      repolicing(day(10), BACKDATED, (text) => text),
      ["the expectation no-critical is broken in the evidence, but by the records it is accepted"],
    ),
    row("take the policy away, in the statement too", withoutPolicy, [
      "policy.json is missing, by which the evidence was judged",
    ]),
    row("say that no policy was given", rewriting(/"policy": \{[^]*?\n {2}\},/, '"policy": null,'), [
      "policy.json is there, but the evidence says that no policy was given",
    ]),
    row(
      "put a policy beside it that cannot be read",
      repolicing('"expect"', '"expects"', (text) => text),
      ["policy.json:1: expect is missing"],
    ),
  ],
};

function row(attack: string, alter: Alter, [sentence]: readonly [string]): Row {
  return {
    attack,
    check: "policy",
    sentence,
    exit: 1,
    attempt: attempt("a key", { alter, given: { policy: TEXT } }),
  };
}

async function withoutPolicy({ folder }: Parameters<Alter>[0]): Promise<void> {
  await rm(path.join(folder, "policy.json"));
  await restated(folder, SIGNER, (text) =>
    text.replace(/,\{"name":"policy.json","digest":\{"sha256":"[0-9a-f]+"\}\}/, ""),
  );
}
