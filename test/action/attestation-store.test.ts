import { createServer } from "node:http";

import { expect, test } from "vitest";

import { storeAttestation } from "../../src/action/attestation-store.ts";
import { listening } from "../support/listening.ts";

const { signal } = new AbortController();
const TOKEN = "ghs_0123456789abcdef";

async function storedAt(api: string, repository = "acme/compliance"): ReturnType<typeof storeAttestation> {
  const environment = { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository };
  return storeAttestation('{"mediaType":"x"}\n', { token: TOKEN, environment, signal });
}

test.each([
  [201, '{"id":77}', /^stored as 77$/],
  [201, "{}", /^GitHub's API refused it \(status 201\)$/],
  [200, "<html>Sign in</html>", /^GitHub's API refused it \(status 200\)$/],
  [
    404,
    '{"message":"Not Found"}',
    /status 404, saying "Not Found"\); the token needs permissions: attestations/,
  ],
  [403, '{"message":"Resource not accessible by integration"}', /permissions: attestations: write/],
  [422, '{"message":"Feature not available for user-owned private repositories"}', /Enterprise Cloud/],
  [422, '{"message":"Invalid bundle"}', /^GitHub's API refused it \(status 422, saying "Invalid bundle"\)$/],
  [503, "", /^GitHub's API refused it \(status 503\)$/],
])("an answer of %s with %s is told for what it is", async (status, body, expected) => {
  const { url, close } = await listening(
    createServer((request, response) => {
      request.resume();
      response.writeHead(status).end(body);
    }),
  );

  const stored = await storedAt(url);
  await close();

  expect(stored.ok ? `stored as ${stored.id}` : stored.reason).toMatch(expected);
  expect(JSON.stringify(stored)).not.toContain(TOKEN);
});

test("where GitHub cannot be reached it says so", async () => {
  const { url, close } = await listening(createServer());
  await close();

  expect(await storedAt(url)).toEqual({
    ok: false,
    reason: "GitHub's API could not be reached (ECONNREFUSED)",
  });
});

test.each([
  ["http://api.github.com", "acme/compliance"],
  ["", "acme/compliance"],
  ["https://api.github.com", "acme/../../elsewhere"],
])("the token does not go to %j for %s", async (api, repository) => {
  expect(await storedAt(api, repository)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("does not say where"),
  });
});
