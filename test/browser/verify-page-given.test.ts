import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { strToU8, zipSync } from "fflate";
import { expect } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { askCommandLine } from "../support/command-line.ts";
import { days, evidenceAt, WrittenStream } from "../support/stream.ts";
import { runCli } from "../support/runner.ts";
import { SIGNER, STRANGER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import { deskTest as test, expectSame } from "./desk.ts";
import { zipped, type Dropped, type VerifyPage } from "./verify-page.ts";

const run = promisify(execFile);
const now = new Date("2026-12-31T00:00:00Z");
const trust = { keys: [readVerifyingKey(SIGNER.publicPem)] };

/** A repository with a stream of four runs, in a folder of its own. */
async function repository(root: string, name = "evidence"): Promise<WrittenStream> {
  const stream = new WrittenStream(path.join(root, name));
  await stream.addAll(days("2026-08-01", 4));
  return stream;
}

/** The files below a folder, by path. */
async function filesIn(folder: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const),
    ),
  );
}

function archive(files: Readonly<Record<string, Uint8Array>>, name = "evidence.zip"): Dropped {
  return { name, buffer: Buffer.from(zipSync(files)) };
}

function renamed(
  files: Readonly<Record<string, Uint8Array>>,
  to: (name: string) => string,
): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [to(name), bytes]));
}

/** How archivers of desktops pack a folder; each puts the folder itself around its files. */
const DESKTOPS: readonly (readonly [
  name: string,
  pack: (files: Readonly<Record<string, Uint8Array>>, folder: string) => Readonly<Record<string, Uint8Array>>,
])[] = [
  ["Explorer", (files, folder) => renamed(files, (name) => `${folder}/${name}`)],
  [
    "an old archiver of .NET",
    (files, folder) => renamed(files, (name) => `${folder}\\${name.replaceAll("/", "\\")}`),
  ],
  [
    "Finder",
    (files, folder) => ({
      ...renamed(files, (name) => `${folder}/${name}`),
      [`${folder}/.DS_Store`]: strToU8("\0"),
      ...renamed(
        Object.fromEntries(Object.keys(files).map((name) => [name, strToU8("\0\u0005\u0016\u0007")])),
        (name) =>
          `__MACOSX/${folder}/${path.posix.join(path.posix.dirname(name), `._${path.posix.basename(name)}`)}`,
      ),
    }),
  ],
];

test.for(DESKTOPS)(
  "a repository and a run that %s packed are found in their folder",
  async ([, pack], { desk }) => {
    await using root = await temporaryFolder();
    const stream = await repository(root.path);
    await desk.give({ folder: root.path, trust, now });

    const whole = await desk.verify([archive(pack(await filesIn(stream.root), "evidence"))]);
    const one = await desk.verify([
      archive(pack(await filesIn(stream.folder(2)), path.basename(stream.folder(2)))),
    ]);

    expect(whole).toMatchObject({
      exit: 0,
      text: expect.stringContaining("Genuine and complete: stream prod"),
    });
    expect(one).toMatchObject({
      exit: 0,
      text: expect.stringContaining("Genuine and complete: evidence of stream prod"),
    });
  },
);

test("runs that somebody hides in the folder of an archiver are named", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const files = await filesIn(stream.folder(2));
  await desk.give({ folder: root.path, trust, now });

  const { text } = await desk.verify([
    archive({ ...renamed(files, (name) => `a/${name}`), ...renamed(files, (name) => `__MACOSX/b/${name}`) }),
  ]);

  expect(text).toContain("__MACOSX holds runs, which were not verified");
});

test("what only a stream has is refused for a single run, as on the command line", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const asked = [
    { from: "2026-08-01", to: "2026-08-02" },
    { copies: stream.root },
    { selection: { kind: "dates", dates: ["2026-08-02"] } as const },
  ];

  for (const each of asked) {
    const question = { folder: stream.folder(2), trust, now, ...each };
    const answer = await desk.ask(question);

    expect(answer).toMatchObject({ exit: 2, text: expect.stringContaining("a run folder has no period") });
    expectSame(answer, await askCommandLine(question));
  }
});

test("several zips of one name are kept apart: each report is that of its own runs", async ({ desk }) => {
  await using root = await temporaryFolder();
  const genuine = await repository(root.path, "eu");
  const forged = new WrittenStream(path.join(root.path, "us"), STRANGER);
  const stream = { name: "other", cadence: "P1D" } as const;
  for (const day of days("2026-08-01", 2)) await forged.add(evidenceAt(day, { stream }));
  await desk.give({ folder: root.path, trust, now });

  const { exit, text } = await desk.verify(
    [genuine.root, forged.root].map((folder) => ({ name: "evidence.zip", buffer: zipped(folder).buffer })),
  );
  const tabs = await desk.page.locator("#verdict .tabs button").allTextContents();
  await desk.page.click("#verdict .tabs button >> nth=0");
  const report = await desk.page.textContent("#report");

  expect({ exit, text }).toEqual({
    exit: 1,
    text: expect.stringContaining("Of 2 parts: 1 not genuine, 1 genuine"),
  });
  expect(tabs).toEqual([
    "Northwind, stream prod, in evidence/prod, of datadoghq.eu",
    "stream other, in evidence (2)/other",
  ]);
  expect(report).toContain("Genuine and complete");
});

test("a key that is dropped with the evidence is named, not used, and hides nothing", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.give({ folder: root.path, trust: { keys: [] }, now });
  const key = { name: "signing-key.pub.pem", buffer: Buffer.from(SIGNER.publicPem) };

  const without = await desk.verify([zipped(stream.root), key]);
  await desk.page.fill("#key", SIGNER.publicPem);
  const given = await desk.verify([zipped(stream.root), key]);

  expect(without).toMatchObject({ exit: 2, text: expect.stringContaining("No key was given") });
  expect(given).toMatchObject({
    exit: 0,
    text: expect.stringContaining("pub.pem looks like a key and was not used"),
  });
});

const KEYS = JSON.stringify([{ pem: SIGNER.publicPem, owner: "Northwind", role: "Platform security" }]);

test.for([
  ["a PEM", Buffer.from(SIGNER.publicPem), ""],
  ["a PEM in the UTF-16 of Windows", Buffer.from(`\ufeff${SIGNER.publicPem}`, "utf16le"), ""],
  ["a keys file", Buffer.from(KEYS), "Northwind"],
  ["a keys file in UTF-16", Buffer.from(`\ufeff${KEYS}`, "utf16le"), "Northwind"],
] as const)("%s is taken as a chosen file and as a dropped one", async ([, bytes, about], { desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const file = path.join(root.path, "given-key");
  await writeFile(file, bytes);
  const { page } = desk;

  for (const give of [() => page.setInputFiles("#key-file", file), () => drop(desk, "#key", file)]) {
    await desk.give({ folder: root.path, trust: { keys: [] }, now });
    await give();
    await page.waitForSelector(".fingerprint");

    expect(await page.textContent(".fingerprint")).toContain(SIGNER.fingerprint);
    expect(await page.textContent(".fingerprint")).toContain(about);
    expect((await desk.verify([zipped(stream.root)])).exit).toBe(0);
    await page.fill("#key", "");
  }
});

test("a file that is no key is said to be none, large or small", async ({ desk }) => {
  await using root = await temporaryFolder();
  const [large, small] = [path.join(root.path, "large"), path.join(root.path, "small")];
  await writeFile(large, Buffer.alloc(3_000_000));
  await writeFile(small, Buffer.from([0x50, 0x4b, 3, 4]));

  await desk.page.setInputFiles("#key-file", large);
  await expect.poll(() => desk.page.textContent("#status")).toContain("is too large to be a key");
  await desk.page.setInputFiles("#key-file", small);
  await expect
    .poll(() => desk.page.textContent("#fingerprints"))
    .toContain("is not a public key in PEM form");
  await desk.page.fill("#key", "");
});

test("folders and zips are dropped together, and taken away again", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await rename(stream.root, path.join(root.path, "first"));
  const other = await repository(root.path, "second");
  await run("zip", ["-qr", path.join(root.path, "second.zip"), "."], { cwd: other.root });
  await desk.give({ folder: root.path, trust, now });
  await desk.page.setInputFiles("#files", []);

  await drop(desk, "#drop", path.join(root.path, "first"), path.join(root.path, "second.zip"));
  await expect.poll(() => desk.page.textContent("#given")).toBe("9 files: first, second.zip");
  await desk.page.click("#run");
  const both = await desk.answer();
  await desk.page.click("#clear");
  await desk.page.click("#run");

  expect(both.text).toContain("stream prod, in first/prod");
  expect(both.text).toContain("stream prod, in second/prod");
  expect(await desk.answer()).toMatchObject({
    exit: 2,
    text: expect.stringContaining("No evidence was given"),
  });
});

test("a zip in a dropped folder is not opened, and the page says what to do", async ({ desk }) => {
  await using root = await temporaryFolder();
  await mkdir(path.join(root.path, "downloads"));
  await writeFile(path.join(root.path, "downloads", "artifact.zip"), "PK");
  await desk.give({ folder: root.path, trust, now });

  expect(await desk.verify([zipped(path.join(root.path, "downloads"))])).toMatchObject({
    exit: 2,
    text: expect.stringContaining("Take artifact.zip out, and drop it by itself"),
  });
});

/** Drops files and folders of the disk on an element, as somebody does with a mouse. */
async function drop({ page }: VerifyPage, on: string, ...files: readonly string[]): Promise<void> {
  await page.locator(on).scrollIntoViewIfNeeded();
  const box = await page.locator(on).boundingBox();
  if (box === null) throw new Error(`there is no ${on}`);
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + 20, y: box.y + 20, data: { items: [], files: [...files], dragOperationsMask: 1 } };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at });
  }
  await session.detach();
}

test("a sample in a folder of its own is still a sample", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const sample = path.join(root.path, "sample");
  const key = path.join(root.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);
  const of = path.join(stream.root, "prod");
  await runCli(["sample", of, "--dates", "2026-08-02", "--out", sample, "--key", key]);
  const selection = { kind: "dates", dates: ["2026-08-02"] } as const;
  await desk.give({ folder: sample, trust, now, selection });

  const plain = await desk.verify([archive(await filesIn(sample))]);
  const around = await desk.verify([archive(renamed(await filesIn(sample), (name) => `sample/${name}`))]);

  expect([plain.exit, around.exit]).toEqual([0, 0]);
});

test("a verdict goes as soon as something else is given, so that no key stands beside the verdict of another", async ({
  desk,
}) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  const { page } = desk;
  const key = path.join(root.path, "key.pem");
  await writeFile(key, STRANGER.publicPem);
  const changes = [
    () => page.fill("#key", STRANGER.publicPem),
    () => page.setInputFiles("#key-file", key),
    () => page.fill("#from", "2026-08-02"),
    () => page.check("#require-time"),
    () => page.setInputFiles("#files", []),
    () => drop(desk, "#drop", key),
  ];

  for (const change of changes) {
    expect((await desk.ask({ folder: stream.root, trust, now })).exit).toBe(0);
    await change();

    await expect.poll(() => page.isVisible("#verdict")).toBe(false);
    expect(await page.getAttribute("#verdict", "data-exit-code")).toBeNull();
    expect(await page.textContent("#report")).toBe("");
    expect(await page.textContent("#status")).toBe("What was given has changed. Press Verify again.");
  }
  await page.click("#clear");
});

test("while the page verifies, nothing of the question can be changed", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.ask({ folder: stream.root, trust, now });

  const during = await desk.page.evaluate(() => {
    document.querySelector<HTMLElement>("#run")?.click();
    const fields = [...document.querySelectorAll("form input, form textarea")];
    return {
      open: fields.filter((field) => !field.matches(":disabled")).length,
      focus: document.activeElement?.id,
    };
  });

  expect(during).toEqual({ open: 0, focus: "cancel" });
  expect((await desk.answer()).exit).toBe(0);
});

test("the report on a run of an earlier verdict is not shown below a later one", async ({ desk }) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.ask({ folder: stream.root, trust, now });
  await desk.page.click("#verdict summary >> nth=0");

  await desk.page.evaluate(() => {
    document.querySelector<HTMLElement>("#verdict .runs .link")?.click();
    document.querySelector<HTMLElement>("#run")?.click();
  });
  await desk.answer();
  await desk.page.waitForTimeout(500);

  expect(await desk.page.locator("#report .above").count()).toBe(0);
});

test("a zip is one by its bytes where its name does not say so, and with ./ before its paths", async ({
  desk,
}) => {
  await using root = await temporaryFolder();
  const stream = await repository(root.path);
  await desk.give({ folder: root.path, trust, now });

  const files = renamed(await filesIn(stream.root), (name) => `./${name}`);

  expect(await desk.verify([archive(files, "evidence.download")])).toMatchObject({ exit: 0 });
});
