import { readFileSync, writeSync } from "node:fs";
import { text } from "node:stream/consumers";

import { z } from "zod";

import { readSigningKey } from "../../src/sign/signing-key.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { evidenceAt, gitHubBranch, published } from "./streams.ts";

/**
 * A process that publishes runs of a stream, one after the other, and says of each what came of it: for tests in which
 * many commit at once, or one is killed. It begins when its input ends.
 */
const Order = z.object({
  /** A local work tree, or the address of a loopback GitHub. */
  folder: z.string().nullable(),
  url: z.string().nullable(),
  stream: z.string(),
  /** When the first run was collected; each that follows is a second later. */
  from: z.iso.datetime(),
  runs: z.number(),
  key: z.string(),
});

const order = Order.parse(JSON.parse(process.argv[2] ?? ""));
const key = readSigningKey(readFileSync(order.key, "utf8"), null);
const branch =
  order.folder === null
    ? gitHubBranch({ url: order.url ?? "" })
    : new LocalBranch({ folder: order.folder, path: "." });

say({ ready: true });
await text(process.stdin);
for (let nth = 0; nth < order.runs; nth += 1) {
  const at = new Date(Date.parse(order.from) + nth * 1000).toISOString().replace(".000Z", "Z");
  const evidence = evidenceAt(at, { stream: order.stream, id: `${process.pid}-${nth}` });
  const to = order.folder === null ? { out: "/dev/null/nowhere" } : {};
  const { commit, attestation, signatures, retries, undone } = await published(branch, evidence, key, { to });
  say({
    commit,
    sequence: attestation?.statement.predicate.sequence ?? null,
    signatures,
    retries,
    undone: undone.map(({ message }) => message).filter((message) => !message.includes("/dev/null")),
  });
}

/** At once, so that nothing is said that was not done, and nothing that was done waits in a buffer. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
