import { createServer } from "node:http";

import { expect, test, vi } from "vitest";

import { readVisibility } from "../../src/action/visibility.ts";
import { listening } from "../support/listening.ts";

test.each([
  [{ visibility: "public" }, "public"],
  [{ visibility: "private" }, "not-public"],
  [{ visibility: "internal" }, "not-public"],
  [{ visibility: "public", private: true }, "public"],
  [{ visibility: "Public" }, "public"],
  [{ visibility: " PUBLIC " }, "public"],
  [{ visibility: "Internal" }, "not-public"],
  [{ visibility: "private", private: false }, "public"],
  [{ visibility: "unheard of", private: true }, "not-public"],
  [{ private: false }, "public"],
  [{ private: true }, "not-public"],
])("the payload %j tells, and nobody is asked", async (repository, visibility) => {
  await using github = await startGitHub({});

  expect(await readVisibility({ repository }, github.env)).toBe(visibility);
  expect(github.asked).toEqual([]);
});

test.each([
  ["public", "public"],
  ["Public", "public"],
  ["private", "not-public"],
  ["internal", "not-public"],
])("without a payload the claim %s of the job's token tells", async (claim, visibility) => {
  await using github = await startGitHub({
    "/token": [200, { value: token({ repository_visibility: claim }) }],
  });

  expect(await readVisibility({}, github.env)).toBe(visibility);
  expect(github.asked).toEqual(["/token?api-version=2.0&audience=datadog-evidence Bearer request-token"]);
});

test.each<[string, Answer, string]>([
  ["public", [200, { private: false }], "public"],
  ["private", [200, { private: true }], "not-public"],
  ["not there for strangers", [404, { message: "Not Found" }], "not-public"],
  ["not told because of a limit", [403, { message: "API rate limit exceeded" }], "unknown"],
  ["not told by a server that is away", [503, "<html>"], "unknown"],
  ["not told by a page that is not GitHub's", [404, "<html>"], "unknown"],
  ["strange", [200, []], "unknown"],
])("without a claim the repository is asked for without a token: %s", async (_, answer, visibility) => {
  await using github = await startGitHub({ "/repos/acme/compliance": answer });
  const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, ...env } = github.env;

  expect(await readVisibility({}, env)).toBe(visibility);
  expect(new Set(github.asked)).toEqual(new Set(["/repos/acme/compliance "]));
});

test.each<[string, Answer]>([
  ["is refused", [403, {}]],
  ["is no token", [200, { value: "nonsense" }]],
  ["says nothing of it", [200, { value: token({}) }]],
])("a token that %s leaves it to the repository", async (_, answer) => {
  await using github = await startGitHub({
    "/token": answer,
    "/repos/acme/compliance": [200, { private: false }],
  });

  expect(await readVisibility({}, github.env)).toBe("public");
});

test.each(["::", "ftp://user:secret@proxy.example"])(
  "a proxy's address that is none, such as %s, ends in a sentence",
  async (proxy) => {
    vi.stubEnv("HTTPS_PROXY", proxy);
    const environment = {
      GITHUB_API_URL: "https://api.github.invalid",
      GITHUB_REPOSITORY: "acme/compliance",
    };

    await expect(readVisibility({}, environment)).rejects.toMatchObject({
      code: "input",
      message: "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy",
    });
    vi.unstubAllEnvs();
  },
);

test("where nothing can be asked nothing is known", async () => {
  const nowhere = { GITHUB_API_URL: "no address", GITHUB_REPOSITORY: "acme/compliance" };

  expect(await readVisibility({}, {})).toBe("unknown");
  expect(await readVisibility({}, nowhere)).toBe("unknown");
});

type Answer = readonly [status: number, body: unknown];

/** GitHub's API and its token service, as far as they are asked. */
async function startGitHub(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ""}`);
    const [status, body] = answers[new URL(request.url ?? "/", "http://github").pathname] ?? [500, {}];
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
  });
  const { url, close } = await listening(server);
  return {
    asked,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: "acme/compliance",
    },
    [Symbol.asyncDispose]: close,
  };
}

function token(claims: object): string {
  const parts = [
    { alg: "RS256" },
    { iss: "https://token.actions.githubusercontent.com", sub: "x", ...claims },
  ];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")), "sig"].join(".");
}
