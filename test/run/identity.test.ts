import { expect, test } from "vitest";

import { RunIdentity } from "../../src/evidence/schema.ts";
import { eventPayload, runIdentity } from "../../src/run/identity.ts";

const JOB = {
  GITHUB_ACTIONS: "true",
  GITHUB_RUN_ID: "123",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_REPOSITORY: "northwind/evidence",
  GITHUB_SERVER_URL: "https://github.com",
};

test.each<readonly [name: string, value: string]>([
  ["GITHUB_RUN_ATTEMPT", "1e300"],
  ["GITHUB_RUN_ATTEMPT", "9007199254740993"],
  ["GITHUB_RUN_ATTEMPT", "-1"],
  ["GITHUB_RUN_ATTEMPT", "NaN"],
  ["GITHUB_RUN_ATTEMPT", "1.5"],
  ["GITHUB_RUN_ID", "../../x"],
  ["GITHUB_RUN_ID", "9".repeat(400)],
  ["GITHUB_REPOSITORY", "::error::\u0000 <script>"],
  ["GITHUB_REPOSITORY", "\ud800"],
  ["GITHUB_SERVER_URL", ""],
])("%s=%j gives an identity that the evidence can hold", (name, value) => {
  const identity = runIdentity({ ...JOB, [name]: value }, {});

  expect(RunIdentity.safeParse(identity)).toMatchObject({ success: true });
});

test.each(["nonsense", "javascript:alert(1)"])("GITHUB_SERVER_URL=%j is refused with a sentence", (url) => {
  expect(() => runIdentity({ ...JOB, GITHUB_SERVER_URL: url }, {})).toThrow(
    "GITHUB_SERVER_URL: is not the address of a server",
  );
});

test.each(["/", "/dev/null", "/does/not/exist", "\u0000"])(
  "GITHUB_EVENT_PATH=%j tells nothing and stops nothing",
  async (file) => {
    expect(await eventPayload({ GITHUB_EVENT_PATH: file })).toEqual({});
  },
);
