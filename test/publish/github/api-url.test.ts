import { expect, test } from "vitest";

import { gitHubApiUrl } from "../../../src/publish/github/api-url.ts";

test.each([
  [{}, "https://api.github.com"],
  [{ GITHUB_API_URL: "" }, "https://api.github.com"],
  [{ GITHUB_API_URL: "https://ghes.example/api/v3" }, "https://ghes.example/api/v3"],
  [{ GITHUB_API_URL: "http://127.0.0.1:8080" }, "http://127.0.0.1:8080"],
])("%j is asked with a token", (environment, url) => {
  expect(gitHubApiUrl(environment)).toBe(url);
});

test.each([
  "http://ghes.example/api/v3",
  "HTTP://api.github.com",
  "http://127.0.0.1.example/",
  "http://user@ghes.example",
  "ftp://api.github.com",
  "api.github.com",
])("a token is never sent to %s", (url) => {
  expect(() => gitHubApiUrl({ GITHUB_API_URL: url })).toThrow("GITHUB_API_URL: is not an https address");
});
