import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";

import { monthOf, ROOTS, TODAY } from "../support/month.ts";
import { SIGNER } from "../support/tampering.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { browserTest, isThere } from "./browser.ts";
import { pageFile, VerifyPage, zipped } from "./verify-page.ts";

const NOW = new Date(TODAY);
const TRUST = { keys: [readVerifyingKey(SIGNER.publicPem)], roots: ROOTS };

/** A test with the page opened for itself alone, and the file that it is. */
const opened = browserTest.extend<{ file: string; desk: VerifyPage }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
  file: async ({}, use) => use(await pageFile()),
  desk: async ({ browser, file }, use) => {
    const desk = await VerifyPage.open(browser, file);
    await use(desk);
    await desk.page.close();
  },
});
const test = opened.skipIf(!isThere);

test("a folder is taken as it is, and one changed byte is found in its run", async ({ desk }) => {
  await using month = await monthOf("untimed");
  const evidence = path.join(month.stream.folder(7), "evidence.json");
  await writeFile(evidence, (await readFile(evidence, "utf8")).replace("prod", "Prod"));
  await desk.setClock(NOW);
  await desk.page.fill("#key", SIGNER.publicPem);
  await desk.page.setInputFiles("#folder", month.folder);
  await desk.page.click("#run");

  const answer = await desk.answer();

  expect(answer).toMatchObject({ exit: 1, text: expect.stringContaining("evidence.json was changed") });
  await desk.page.click("#verdict li .link");
  await expect.poll(() => desk.page.textContent("#report")).toContain("Not genuine.");
  await desk.page.click("#verdict summary >> nth=0");
  await desk.page.click("#verdict .runs .link >> nth=2");
  await expect.poll(() => desk.page.textContent("#report h1")).toContain("prod");
  expect(await desk.page.getAttribute("#verdict", "data-exit-code")).toBe("1");
});

test("a run by itself is verified as a run, and its report is shown", async ({ desk }) => {
  await using month = await monthOf("untimed");

  const answer = await desk.ask({ folder: month.stream.folder(3), trust: TRUST, now: NOW });

  expect(answer).toMatchObject({
    exit: 0,
    text: expect.stringContaining("Genuine and complete: evidence of stream prod"),
  });
  expect(await desk.page.textContent("#report")).toContain("prod");
});

test("a history that was rewritten is found where second copies are given", async ({ desk }) => {
  await using month = await monthOf("untimed");
  await using copies = await monthOf("untimed");
  await rm(month.stream.folder(30), { recursive: true });

  const alone = await desk.ask({ folder: month.folder, trust: TRUST, now: NOW });
  const compared = await desk.ask({ folder: month.folder, trust: TRUST, now: NOW, copies: copies.folder });

  expect([alone.exit, compared.exit]).toEqual([0, 1]);
  expect(compared.text).toContain("a copy proves it");
});

test("files that are given as evidence and as its copies are refused", async ({ desk }) => {
  await desk.page.fill("#key", SIGNER.publicPem);
  await desk.page.evaluate(() => {
    const chosen = new DataTransfer();
    chosen.items.add(new File(["the same"], "evidence.zip", { lastModified: 1 }));
    for (const id of ["files", "copies"]) {
      const input = document.getElementById(id);
      if (input instanceof HTMLInputElement) input.files = chosen.files;
    }
    document.querySelector<HTMLElement>("#run")?.click();
  });

  expect(await desk.answer()).toMatchObject({
    exit: 2,
    text: expect.stringContaining("hold the same files"),
  });
});

test("one stream that was dropped as two is found", async ({ desk }) => {
  await using month = await monthOf("untimed");
  await desk.setClock(NOW);
  await desk.page.fill("#key", SIGNER.publicPem);
  const { buffer } = zipped(month.folder);

  const answer = await desk.verify([
    { name: "eu.zip", buffer },
    { name: "us.zip", buffer },
  ]);

  expect(answer.exit).toBe(1);
});

test("the answer is taken away as soon as it is asked for again, and asking is needed", async ({ desk }) => {
  await using month = await monthOf("untimed");
  expect(await desk.page.getAttribute("#verdict", "data-exit-code")).toBeNull();
  expect(await desk.page.isVisible("#verdict")).toBe(false);

  await desk.ask({ folder: month.folder, trust: TRUST, now: NOW });
  const during = await desk.page.evaluate(() => {
    document.querySelector<HTMLElement>("#run")?.click();
    return document.querySelector("#verdict")?.getAttribute("data-exit-code") ?? null;
  });

  expect(during).toBeNull();
  expect(await desk.answer()).toMatchObject({ exit: 0 });
});

test("a key that lies beside the evidence is named and never used", async ({ desk }) => {
  await using month = await monthOf("untimed");
  await writeFile(path.join(month.folder, "signing-key.pub.pem"), SIGNER.publicPem);

  const without = await desk.verify([zipped(month.folder)]);
  await desk.page.fill("#key", SIGNER.publicPem);
  const given = await desk.verify([zipped(month.folder)]);

  expect(without).toMatchObject({ exit: 2, text: expect.stringContaining("No key was given") });
  expect(given.text).toContain("signing-key.pub.pem looks like a key and was not used");
});

test("the fingerprint of the key is shown before anything is verified, and nonsense is named", async ({
  desk,
}) => {
  const { fingerprint } = readVerifyingKey(SIGNER.publicPem);

  await desk.page.fill("#key", SIGNER.publicPem);
  await desk.page.waitForSelector(".fingerprint");
  expect(await desk.page.textContent(".fingerprint")).toContain(fingerprint);

  await desk.page.fill("#key", "no key");
  await desk.page.waitForSelector("#fingerprints .failed");
  expect(await desk.page.isVisible("#verdict")).toBe(false);
});

test("the line to cite has the digest of the page's own file", async ({ desk, file }) => {
  await using month = await monthOf("untimed");

  const { text } = await desk.ask({ folder: month.folder, trust: TRUST, now: NOW });

  expect(text).toContain(
    `verify.html sha256 ${createHash("sha256")
      .update(await readFile(file))
      .digest("hex")}`,
  );
});

test("a verification can be cancelled, and the page answers the next one", async ({ desk }) => {
  await using month = await monthOf("untimed");
  await desk.ask({ folder: month.folder, trust: TRUST, now: NOW });

  await desk.page.evaluate(() => {
    document.querySelector<HTMLElement>("#run")?.click();
    document.querySelector<HTMLElement>("#cancel")?.click();
  });
  expect(await desk.page.textContent("#status")).toBe("Cancelled. Nothing was decided.");
  expect(await desk.page.isVisible("#verdict")).toBe(false);

  expect((await desk.ask({ folder: month.folder, trust: TRUST, now: NOW })).exit).toBe(0);
});
