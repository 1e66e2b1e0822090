import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { formatTime } from "../../src/platform/time.ts";
import { WrittenStream } from "../support/stream.ts";
import { altered, SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import { verify } from "./world.ts";

/** So many that the program starts a thread, where there is a second core. */
const RUNS = 820;
const FIRST = Date.parse("2024-01-01T06:17:31Z");

test("a stream that is long enough for threads is verified to its end", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  await stream.addAll(
    Array.from({ length: RUNS }, (_, index) => formatTime(new Date(FIRST + index * 86_400_000))),
  );
  const key = path.join(root.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);

  const honest = await verify(path.join(root.path, "prod"), key);
  await altered(path.join(stream.folder(RUNS - 5), "evidence.json"), (text) => text.replace("prod", "Prod"));
  const changed = await verify(path.join(root.path, "prod"), key);

  expect(honest).toEqual({
    code: 0,
    stdout: expect.stringMatching(/\b820 complete[^]*no\. 1 to 820, unbroken/),
  });
  expect(changed).toEqual({ code: 1, stdout: expect.stringContaining("evidence.json was changed") });
}, 120_000);
