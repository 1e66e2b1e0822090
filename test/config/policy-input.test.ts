import { expect, test } from "vitest";

import { readConfig } from "../../src/config/read-config.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { EXAMPLE, policyText } from "../policy/policies.ts";

const GOOD = { "api-key": "0a".repeat(16), "app-key": "0b".repeat(20), signing: "none" };
const TEXT = policyText(EXAMPLE);

function configWith(text: string, inputs: Readonly<Record<string, string>> = {}) {
  return readConfig({ ...GOOD, ...inputs }, { policy: { name: "policy.json", bytes: Buffer.from(text) } });
}

test("a run has the policy and its exact bytes", () => {
  const { givenPolicy } = configWith(`${TEXT}\n`);

  expect(givenPolicy?.policy.expectations).toHaveLength(7);
  expect(givenPolicy?.file).toMatchObject({ name: "policy.json", sha256: sha256(`${TEXT}\n`) });
});

test("what is wrong with a policy is told with the problems of other inputs, before anything is asked", () => {
  const text = TEXT.replace('"critical-24h"', '"Critical"').replace('"PT4H"', '"4h"');

  expect(() => configWith(text, { cadence: "weekly" })).toThrow(
    [
      "3 inputs need attention:",
      "  cadence: must be one of PT1H, PT6H, PT12H, P1D, hourly, daily",
      "  policy: policy.json:27: no-old-alert: olderThan must be a duration in days, hours and minutes, such as PT24H or P2D",
      "  policy: policy.json:38: Critical: id must be lower-case letters, digits and hyphens, 63 characters at most, such as named-monitors",
    ].join("\n"),
  );
});

test("a condition on a tag is judged by the tag and the privacy of the run", () => {
  const text = policyText({
    expect: [{ id: "a", item: "compliance-monitors", atLeast: 1, where: { tags: "soc2" } }],
  });

  expect(() => configWith(text)).toThrow('records do not keep the tag "soc2", so it would match nothing');
  expect(configWith(text, { "monitor-tag": "soc2", privacy: "minimal" }).givenPolicy).not.toBeNull();
});

test("a secret in a policy is refused before anything is asked, by its place, and is not repeated", () => {
  const secret = GOOD["app-key"];
  const text = TEXT.replace("no customer data", secret).replace("SEC-812", `ghp_${"a1".repeat(18)}`);

  const refused = () => configWith(text, { cadence: "weekly" });

  expect(refused).toThrow("  policy: policy.json accept[0].why holds a key that this run uses, and everyone");
  expect(refused).toThrow(
    "  policy: policy.json accept[0].ticket holds a GitHub token, and everyone could read it",
  );
  expect(refused).not.toThrow(secret);
});

test("a file of a thousand problems names the first and counts the others", () => {
  const many = policyText({ expect: Array.from({ length: 199 }, (_, at) => ({ id: `a${at}`, item: "x" })) });

  expect(() => configWith(many)).toThrow(/and \d+ more problems$/);
});
