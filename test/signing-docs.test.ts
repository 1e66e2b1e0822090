import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { Statement, statementOf } from "../src/attest/statement.ts";
import { evidenceFiles } from "../src/evidence/files.ts";
import { evidenceOf, newKey, writtenRun } from "./support/evidence.ts";
import { ROOT } from "./support/runner.ts";
import { temporaryFolder } from "./support/temp.ts";

const PAGE = path.join(ROOT, "docs/signing.md");

test.each([
  ["one file", undefined],
  ["records beside it", 2000],
])(
  "the statement that the page has jq write for a vault is the one that we would sign, with %s",
  async (_, largest) => {
    await using root = await temporaryFolder();
    const evidence = evidenceOf();
    const { folder } = await writtenRun(root.path, newKey(), {
      evidence,
      ...(largest === undefined ? {} : { largest }),
    });
    const script = (await blocks()).find(
      (block) => block.includes("statement.json") && block.startsWith("for F"),
    );
    await writeFile(path.join(root.path, "make"), script ?? "exit 9");

    await promisify(execFile)("sh", ["-eu", path.join(root.path, "make")], { cwd: folder });

    const written = JSON.parse(await readFile(path.join(folder, "statement.json"), "utf8"));
    const assurance = { signing: "key", timestamp: false, log: false } as const;
    const files = evidenceFiles(evidence, largest);
    const { subject, ...rest } = statementOf(evidence, { files, tail: null, assurance });
    // In which order the files stand does not matter to anybody.
    expect(Statement.parse(written)).toEqual({ subject: subject.toSorted(byName), ...rest });
  },
);

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

async function blocks(): Promise<readonly string[]> {
  const page = await readFile(PAGE, "utf8");
  return [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}
