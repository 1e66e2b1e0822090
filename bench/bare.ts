import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { Agent, request } from "undici";

import type { Asked } from "./datadog.ts";

/**
 * What it takes to ask the same questions again: each is begun when as many were
 * answered as when it was first begun, bodies are hashed, parsed and dropped, and
 * nothing is known of what they say.
 */
const [url = "", log = ""] = process.argv.slice(2);
const asked: Asked["log"] = JSON.parse(await readFile(log, "utf8"));
const dispatcher = new Agent({ connections: 24 });
const under: Promise<void>[] = [];
let answered = 0;
let wake = (): void => {};

for (const question of asked) {
  while (answered < question.after) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  under.push(exchange(question));
}
await Promise.all(under);
await dispatcher.close();

async function exchange({ method, url: path, body }: Asked["log"][number]): Promise<void> {
  const response = await request(new URL(path, url), {
    method: method === "GET" ? "GET" : "POST",
    dispatcher,
    headers: { "content-type": "application/json" },
    body: body === "" ? null : body,
  });
  const digest = createHash("sha256");
  const chunks: Buffer[] = [];
  for await (const chunk of response.body) {
    digest.update(chunk);
    chunks.push(chunk);
  }
  digest.digest("hex");
  JSON.parse(Buffer.concat(chunks).toString("utf8"));
  answered += 1;
  wake();
}
