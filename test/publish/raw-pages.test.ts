import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { sha256 } from "../../src/evidence/digest.ts";
import { findLeak } from "../../src/evidence/secret-scan.ts";
import type { Evidence, Page } from "../../src/evidence/schema.ts";
import { RawPages } from "../../src/publish/raw-pages.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";
import {
  collection,
  evidenceOf,
  findingsItem,
  monitorsItem,
  request,
  signalsItem,
} from "../support/evidence.ts";
import { temporaryFolder } from "../support/temp.ts";

const API_KEY = "0123456789abcdef0123456789abcdef";

const page = (body: string, status = 200): Page => ({
  status,
  items: 0,
  bytes: Buffer.byteLength(body),
  sha256: sha256(body),
  attempts: 1,
});

const NO_ANSWER: Page = { ...page("", 0), attempts: 3 };

/** The evidence of one item whose requests got these pages. */
function monitorsOf(...requests: readonly (readonly Page[])[]): Evidence {
  const how = collection({ requests: requests.map((pages) => request({ pages: [...pages] })) });
  return evidenceOf([monitorsItem([], how)]);
}

test("pages are numbered through the ledger of their item, and one without an answer has no file", async () => {
  await using folder = await temporaryFolder();
  await using pages = await RawPages.below(folder.path, new SecretSearch());
  for (const body of ["[1]", "[]", "{}"]) await pages.keep(page(body), Buffer.from(body));
  const evidence = monitorsOf([page("[1]"), NO_ANSWER, page("[]")], [page("{}")]);

  const { names } = await pages.writeBelow(path.join(folder.path, "out"), evidence);

  expect(names).toEqual(["001", "003", "004"].map((nth) => `raw/compliance-monitors/${nth}.json.gz`));
  const bodies = await Promise.all(names.map(async (name) => unpacked(path.join(folder.path, "out", name))));
  expect(bodies).toEqual(["[1]", "[]", "{}"]);
});

test("each item has a folder of its own, and equal answers are in both", async () => {
  await using folder = await temporaryFolder();
  await using pages = await RawPages.below(folder.path, new SecretSearch());
  await pages.keep(page("{}"), Buffer.from("{}"));
  const how = collection({ requests: [request({ pages: [page("{}")] })] });

  const { names } = await pages.writeBelow(
    folder.path,
    evidenceOf([signalsItem([], how), findingsItem([], how)]),
  );

  expect(names).toEqual(["raw/security-signals/001.json.gz", "raw/cspm-findings/001.json.gz"]);
});

test("what no ledger names, such as the check of the keys, is not written", async () => {
  await using folder = await temporaryFolder();
  await using pages = await RawPages.below(folder.path, new SecretSearch());
  for (const body of ['{"valid":true}', "[]"]) await pages.keep(page(body), Buffer.from(body));

  const { names } = await pages.writeBelow(path.join(folder.path, "out"), monitorsOf([page("[]")]));

  expect(names).toHaveLength(1);
});

test("equal answers give equal files, which name neither time nor system", async () => {
  await using folder = await temporaryFolder();
  const made: Buffer[] = [];
  for (const out of ["one", "other"]) {
    await using pages = await RawPages.below(folder.path, new SecretSearch());
    await pages.keep(page("[7]"), Buffer.from("[7]"));
    const { names } = await pages.writeBelow(path.join(folder.path, out), monitorsOf([page("[7]")]));
    made.push(await readFile(path.join(folder.path, out, names[0] ?? "")));
  }

  expect(made[0]).toEqual(made[1]);
  expect(made[0]?.subarray(0, 10).toString("hex")).toBe("1f8b08000000000000ff");
});

test.each([
  ["a key in use", `{"message":"use ${API_KEY}"}`, "a key that this run uses"],
  [
    "a key in use, in base64",
    JSON.stringify([Buffer.from(API_KEY).toString("base64")]),
    "a key that this run",
  ],
  ["a key in use, written in escapes", `["\\u0030${API_KEY.slice(1)}"]`, "a key that this run uses"],
  ["a key in use as the name of a member", `{"\\u0030${API_KEY.slice(1)}":1}`, "a key that this run uses"],
  ["a token after an escaped line break", `["\\nddapp_${"a1".repeat(17)}"]`, "a Datadog key or token"],
  ["a private key", '["-----BEGIN PRIVATE KEY-----"]', "a private key"],
  ["a key in an answer that is no JSON", `<html>${API_KEY}</html>`, "a key that this run uses"],
  [
    "a key in use, in hexadecimal",
    `{"x":"${Buffer.from(API_KEY).toString("hex")}"}`,
    "a key that this run uses",
  ],
  ["a key in use, in base64 of a header", btoa(`x:${API_KEY}:`), "a key that this run uses"],
])("%s keeps its page back, which is named, not the secret", async (_, body, what) => {
  await using folder = await temporaryFolder();
  await using pages = await RawPages.below(folder.path, new SecretSearch([API_KEY]));
  for (const each of ["[]", body]) await pages.keep(page(each), Buffer.from(each));
  const out = path.join(folder.path, "out");

  const { names, leftOut } = await pages.writeBelow(out, monitorsOf([page("[]"), page(body)]));

  expect(names).toEqual(["raw/compliance-monitors/001.json.gz"]);
  expect(leftOut).toEqual([expect.stringContaining(`raw/compliance-monitors/002.json.gz holds ${what}`)]);
  expect(leftOut.join("")).not.toContain(API_KEY);
  expect(await readdir(path.join(out, "raw/compliance-monitors"))).toEqual(["001.json.gz"]);
});

test("personal data does not keep a page back, nor does a depth without end", () => {
  const personal = '{"email":"ines@example.com","ip":"10.0.0.1","text":"a\\nb"}';
  const deep = `${"[".repeat(200_000)}"\\n"${"]".repeat(200_000)}`;

  expect(findLeak(Buffer.from(personal), new SecretSearch([API_KEY]))).toBeNull();
  expect(findLeak(Buffer.from(deep), new SecretSearch([API_KEY]))).toBeNull();
});

test("a disk that takes no page loses the pages, not the run", async () => {
  await using folder = await temporaryFolder();
  const pages = await RawPages.below(folder.path, new SecretSearch());
  await pages[Symbol.asyncDispose]();

  await pages.keep(page("[]"), Buffer.from("[]"));

  await expect(pages.writeBelow(folder.path, monitorsOf([page("[]")]))).rejects.toThrow(
    "a raw page could not be kept (ENOENT)",
  );
});

test("a page that the ledger names and that is not there keeps all back", async () => {
  await using folder = await temporaryFolder();
  await using pages = await RawPages.below(folder.path, new SecretSearch());

  await expect(pages.writeBelow(folder.path, monitorsOf([page("[]")]))).rejects.toThrow("was not kept");
});

test("nothing stays in the temporary folder", async () => {
  await using folder = await temporaryFolder();
  {
    await using pages = await RawPages.below(folder.path, new SecretSearch());
    await pages.keep(page("[]"), Buffer.from("[]"));
  }

  expect(await readdir(folder.path)).toEqual([]);
});

async function unpacked(file: string): Promise<string> {
  return gunzipSync(await readFile(file)).toString("utf8");
}
