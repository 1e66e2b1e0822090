import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";

import { zipSync } from "fflate";
import { expect, onTestFinished } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { askCommandLine } from "../support/command-line.ts";
import { monitor, monitorsItem } from "../support/evidence.ts";
import { days, evidenceAt, WrittenStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import { deskTest as test, expectSame } from "./desk.ts";
import { BOMB, HOSTILE_ZIPS } from "./hostile-zips.ts";
import { zipped, type VerifyPage } from "./verify-page.ts";

const now = new Date("2026-12-31T00:00:00Z");
const trust = { keys: [readVerifyingKey(SIGNER.publicPem)] };
const MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script>\u202Efdp.exe\u0007';
const GIGABYTE = 1024 ** 3;

async function repository(root: string): Promise<WrittenStream> {
  const stream = new WrittenStream(path.join(root, "evidence"));
  await stream.addAll(days("2026-08-01", 2));
  return stream;
}

/** Expects the page to answer as ever, and to have had nothing to say to its console. */
async function expectAlive(desk: VerifyPage, folder: string): Promise<void> {
  expect((await desk.ask({ folder, trust, now })).exit).toBe(0);
  expect(desk.messages).toEqual([]);
}

test.for(HOSTILE_ZIPS)(
  "a zip with $what is a sentence in bounded time and memory, and the page lives on",
  async ({ make, words }, { desk }) => {
    await using root = await temporaryFolder();
    const stream = await repository(root.path);
    await desk.give({ folder: stream.root, trust, now });
    const hostile = make();
    const memory = watchedMemory();
    const started = performance.now();

    const answer = await desk.verify([hostile]);

    expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining(words) });
    expect(answer.text).not.toContain("has a fault");
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(memory.grown()).toBeLessThan(GIGABYTE);
    await expectAlive(desk, stream.root);
  },
);

test("a bomb in one run hides no other, and one that nobody reads hides nothing", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await writeFile(path.join(stream.folder(1), "notes.bin"), BOMB);
  const unread = await desk.ask({ folder: stream.root, trust, now });
  await writeFile(path.join(stream.folder(1), "evidence.json"), BOMB);
  await writeFile(path.join(stream.folder(2), "evidence.json"), "{}");
  const read = await desk.ask({ folder: stream.root, trust, now });

  expect(unread).toMatchObject({ exit: 0, text: expect.stringContaining("notes.bin") });
  expect(read.exit).toBe(1);
  expect(read.text).toContain("which grows from");
});

test("a folder of two gigabytes is answered as the command line answers it", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const large = path.join(stream.folder(2), "notes.bin");
  await writeFile(large, "");
  await truncate(large, 2 * GIGABYTE);
  const asked = { folder: stream.root, trust, now };
  await desk.give(asked);
  await desk.page.setInputFiles("#files", []);
  const memory = watchedMemory();
  const started = performance.now();

  const unread = await desk.verifyFolder(stream.root);
  const expected = await askCommandLine(asked);
  await truncate(path.join(stream.folder(1), "evidence.json"), 2 * GIGABYTE);
  const read = await desk.verifyFolder(stream.root);

  expectSame(unread, expected);
  expect(unread.exit).toBe(0);
  expectSame(read, await askCommandLine(asked));
  expect(read).toMatchObject({
    exit: 2,
    text: expect.stringContaining("is larger than any evidence: 2147483648 bytes"),
  });
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(memory.grown()).toBeLessThan(GIGABYTE);
});

test("a folder of 100,000 files is a sentence, and the page lives on", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.give({ folder: stream.root, trust, now });
  await desk.page.setInputFiles("#files", []);

  await desk.page.evaluate(() => {
    const files = Array.from({ length: 100_000 }, (_, index) => {
      const file = new File(["x"], `${index}.json`);
      Object.defineProperty(file, "webkitRelativePath", { value: `prod/2026/${index}.json` });
      return file;
    });
    // A list that a browser gives cannot be made; the page only walks through it.
    Object.defineProperty(document.querySelector("#folder"), "files", { value: files, configurable: true });
  });
  await desk.page.click("#run");
  const answer = await desk.answer();
  await desk.page.evaluate(() => {
    const input = document.querySelector("#folder");
    if (input !== null) Reflect.deleteProperty(input, "files");
  });

  expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining("holds 100000 files") });
  await expectAlive(desk, stream.root);
});

test("thousands of streams are a sentence, and the page lives on", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.give({ folder: stream.root, trust, now });
  const names = Array.from({ length: 20_000 }, (_, index) => `s${index}/2026/2026-08-01/x`);
  const many = zipSync(Object.fromEntries(names.map((name) => [name, Buffer.alloc(0)])), { level: 0 });

  const answer = await desk.verify([{ name: "many.zip", buffer: Buffer.from(many) }]);

  expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining("here are 20000 streams") });
  await expectAlive(desk, stream.root);
});

test("an evidence.json of 200 megabytes is a sentence, in the verdict and as a report", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await truncate(path.join(stream.folder(1), "evidence.json"), 200_000_000);
  await desk.give({ folder: stream.root, trust, now });
  await desk.page.setInputFiles("#files", []);
  const memory = watchedMemory();

  const answer = await desk.verifyFolder(stream.root);
  await desk.page.click("#verdict li .link >> nth=0");
  await expect.poll(() => desk.page.textContent("#report"), { timeout: 60_000 }).toContain("has no report");

  expect(answer).toMatchObject({ exit: 1, text: expect.stringContaining("evidence.json was changed") });
  expect(memory.grown()).toBeLessThan(1.5 * GIGABYTE);
});

test("a path of ten thousand folders is a sentence, and the page lives on", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.give({ folder: stream.root, trust, now });
  const deep = zipSync({ [`${"a/".repeat(10_000)}evidence.json`]: Buffer.from("{}") });

  const answer = await desk.verify([{ name: "deep.zip", buffer: Buffer.from(deep) }]);

  expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining("holds no evidence") });
  await expectAlive(desk, stream.root);
});

test("names with markup, bidi and control characters are text, wherever the page shows them", async ({
  desk,
}) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const name = MARKUP.replaceAll("/", "∕");
  await mkdir(path.join(stream.root, name));
  await mkdir(path.join(stream.root, "prod", "2026", "2026-08-01", name));
  await mkdir(path.join(stream.root, name, "2026", "2026-08-01", "x"), { recursive: true });
  await desk.give({ folder: stream.root, trust, now });

  const one = await desk.verify([{ ...zipped(stream.root), name: `${name}.zip` }]);
  await desk.page.click("#verdict .tabs button >> nth=0");
  const html = await desk.page.innerHTML("main");
  const none = await desk.verify([{ name: `${name}.zip`, buffer: Buffer.from("no zip") }]);

  expect([one.exit, none.exit]).toEqual([1, 2]);
  expect(one.text).toContain("<img src=x onerror=");
  for (const shown of [html, await desk.page.innerHTML("main")])
    expect(shown).not.toMatch(/<img|<script|[[\p{Cc}\p{Bidi_Control}]--[\n\t]]/v);
  expect(desk.messages).toEqual([]);
});

test("evidence that would be a script in a page is text in the verdict and in every report", async ({
  desk,
}) => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(path.join(root.path, "evidence"));
  const hostile = [
    monitor({ name: MARKUP, state: "Alert", verdict: "failing" }),
    monitor({ id: 2, name: "</style><svg onload=alert(3)>" }),
  ];
  for (const day of days("2026-08-01", 2)) {
    const { items, source, ...rest } = evidenceAt(day);
    const others = items.filter(({ id }) => id !== "compliance-monitors");
    const written = { ...rest, source: { ...source, organization: `</title><script>alert(4)</script>` } };
    await stream.add(evidenceAt(day, { ...written, items: [monitorsItem(hostile), ...others] }));
  }
  await rm(path.join(stream.folder(1), "evidence.sigstore.json"));
  const dialogs: string[] = [];
  desk.page.on("dialog", (dialog) => void dialogs.push(dialog.message()));

  const answer = await desk.ask({ folder: stream.root, trust, now });
  const whole = await desk.page.innerHTML("main");
  await desk.page.click("#verdict summary >> nth=0");
  await desk.page.click("#verdict .runs .link >> nth=1");
  await expect.poll(() => desk.page.textContent("#report .above")).toContain("Genuine");

  expect(answer.exit).toBe(1);
  for (const html of [whole, await desk.page.innerHTML("main")])
    expect(html).not.toMatch(/<img|<script|<svg onload|\u202E/);
  expect(await desk.page.textContent("#report")).toContain("<img src=x");
  expect({ dialogs, messages: desk.messages }).toEqual({ dialogs: [], messages: [] });
});

/** How much more memory the browser has than now, at its most, in bytes. */
function watchedMemory(): { readonly grown: () => number } {
  const start = browserMemory();
  let most = start;
  const timer = setInterval(() => (most = Math.max(most, browserMemory())), 250);
  onTestFinished(() => clearInterval(timer));
  return { grown: () => Math.max(most, browserMemory()) - start };
}

/** The memory of all processes below this one, in bytes, as Linux tells it. */
function browserMemory(): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, , parent, ...more] = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/\(.*\)/s, "-")
          .split(" ");
        return [{ pid: Number(pid), parent: Number(parent), pages: Number(more[20]) }];
      } catch {
        // It ended since it was listed.
        return [];
      }
    });
  const below = new Set([process.pid]);
  for (let before = 0; before < below.size;) {
    before = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  const ours = all.filter(({ pid }) => below.has(pid) && pid !== process.pid);
  return ours.reduce((sum, { pages }) => sum + pages * 4096, 0);
}
