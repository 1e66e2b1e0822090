import { expect, test } from "vitest";

import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { POLICY_SCHEMA } from "../../src/policy/schema.ts";
import { evidenceOf, monitor, monitorsItem } from "../support/evidence.ts";

const SOMETIMES_MUTED = { ...monitor(), id: 2, muted: true, mutedScope: null } as const;

test.each([
  ["none that is muted as a whole", { none: { mutedScope: "all" } }, "unknown"],
  ["none that is muted in part", { none: { mutedScope: "part" } }, "unknown"],
  ["none that is muted", { none: { muted: true } }, "broken"],
  ["none of another type", { none: { mutedScope: "all", type: "nothing" } }, "met"],
  ["one that is not muted as a whole", { atLeast: 1, where: { mutedScope: null } }, "met"],
  ["two that are not muted as a whole", { atLeast: 2, where: { mutedScope: null } }, "unknown"],
  ["three that are not muted as a whole", { atLeast: 3, where: { mutedScope: null } }, "broken"],
] as const)("where Datadog does not say how far a mute goes, %s: %s is %s", (_, demand, result) => {
  const expectations = [{ id: "x", item: "compliance-monitors", title: "x", ...demand }];
  const text = JSON.stringify({ schema: POLICY_SCHEMA, expect: expectations, accept: [] });
  const read = readPolicy(Buffer.from(text), null);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const evidence = evidenceOf([monitorsItem([monitor(), SOMETIMES_MUTED])]);

  expect(evaluatePolicy(read.policy, evidence)).toMatchObject([{ result }]);
});
