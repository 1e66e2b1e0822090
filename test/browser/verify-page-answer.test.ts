import path from "node:path";

import { expect } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { writtenPeriod } from "../support/reported.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import { test } from "./browser.ts";
import { pageFile, VerifyPage } from "./verify-page.ts";

test("the answer names whose evidence it is and which days are missing, and shows a run on a click", async ({
  browser,
}) => {
  await using folder = await temporaryFolder();
  const repository = path.join(folder.path, "compliance-evidence");
  await writtenPeriod(repository, 30);
  const desk = await VerifyPage.open(browser, await pageFile());
  const { page } = desk;

  const { exit, text } = await desk.ask({
    folder: repository,
    trust: { keys: [readVerifyingKey(SIGNER.publicPem)] },
    now: new Date("2026-07-01T12:00:00Z"),
  });
  const titleOfPeriod = await page.title();
  await page.click("#verdict summary >> nth=0");
  await page.click("#verdict .runs .link >> nth=2");
  await expect.poll(() => page.textContent("#report .sub")).toBe("2026-06-03T06:17:31Z");

  expect(exit).toBe(3);
  expect(text).toContain("This is the verdict on Northwind, stream prod, in compliance-evidence/prod");
  expect(text).toMatch(/2026-06-21 missing: no run and no declared gap/);
  expect(text).toMatch(/2026-06-27 to 2026-06-28 declared: /);
  expect(text).toMatch(/To citeNorthwind, stream prod, .*: exit 3\. Last statement sha256 [0-9a-f]{64}\./);
  expect(titleOfPeriod).toBe("2026-06-01 to 2026-06-30 · prod · evidence, Northwind");
  expect(await page.title()).toMatch(/^2026-06-03 · prod · complete .* Northwind$/);
  expect(desk.messages).toEqual([]);
  expect(desk.requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual([]);
});
