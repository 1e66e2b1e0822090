import { expect, test, vi } from "vitest";
import { z } from "zod";

import { GitHubClient } from "../../../src/publish/github/client.ts";
import { NEVER } from "../../support/streams.ts";

test.each(["::", "ftp://user:secret@proxy.example"])(
  "a proxy's address that is none, such as %s, is a sentence and no error of the library",
  async (proxy) => {
    vi.stubEnv("HTTPS_PROXY", proxy);
    const client = new GitHubClient({
      repository: "acme/evidence",
      branch: null,
      token: "ghs_0123456789abcdef",
      apiUrl: "https://api.github.invalid",
    });

    const query = client.query(z.unknown(), { text: "query { viewer { login } }", variables: {} }, NEVER);

    await expect(query).rejects.toMatchObject({
      code: "input",
      message: "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy",
    });
    vi.unstubAllEnvs();
  },
);
