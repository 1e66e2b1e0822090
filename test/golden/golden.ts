import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { expect } from "vitest";

import program from "../../package.json" with { type: "json" };
import { sha256 } from "../../src/evidence/digest.ts";
import type { WrittenStream } from "../support/stream.ts";
import { looseBundle } from "../support/tampering.ts";
import type { Told } from "./program.ts";

const EXPECTED = path.join(import.meta.dirname, "expected");

/**
 * What the program said, compared with what it said before. `npx vitest run test/golden -u` writes what it says now;
 * without `-u` nothing is ever written.
 *
 * Before that, and only here, a text loses what differs from run to run or says only that another file differs:
 * temporary folders, our version, the digests of styles, and the digests and commits that a scene made known,
 * which get names.
 */
export class Golden {
  readonly #folder: string;
  readonly #compared = new Set<string>();
  readonly #digests = new Map<string, string>();
  readonly #names = new Map<string, string>([[program.version, "<version>"]]);

  /** `folder` holds these outputs, and no others, below `expected`. */
  constructor(folder: string) {
    this.#folder = path.join(EXPECTED, folder);
  }

  /** Calls a text by a name wherever it occurs; its first name stays. */
  call(text: string, name: string): void {
    if (!this.#names.has(text)) this.#names.set(text, `<${name}>`);
  }

  /** Calls a folder by a name, in Markdown too. */
  callFolder(folder: string, name: string): void {
    this.call(folder, name);
    this.call(
      folder.replaceAll(/[^A-Za-z0-9]/g, (character) => `&#${character.charCodeAt(0)};`),
      name,
    );
  }

  /** Calls every file of these folders, and every statement, by its name and not by its digest. */
  async callDigests(folders: readonly (readonly [folder: string, name: string])[]): Promise<void> {
    for (const [folder, name] of folders) {
      for (const file of await readdir(folder)) {
        this.#callDigest(await readFile(path.join(folder, file)), `${file}, ${name}`);
      }
      const bundle = await looseBundle(folder).catch(() => null);
      if (bundle === null) continue;
      const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64");
      this.#callDigest(payload, `the statement, ${name}`);
    }
  }

  /** The same for every run of a stream that is still there, by its day and the name. */
  async callRuns({ runs }: WrittenStream, name = "usual"): Promise<void> {
    const there = runs.filter(({ folder }) => existsSync(folder));
    await this.callDigests(
      there.map(({ folder }) => [folder, `${path.basename(path.dirname(folder))} ${name}`] as const),
    );
  }

  #callDigest(bytes: Buffer, name: string): void {
    const digest = sha256(bytes);
    if (!this.#digests.has(digest)) this.#digests.set(digest, `sha256 of ${name}`);
  }

  /** Compares a text with the file of that name. */
  async text(name: string, text: string): Promise<void> {
    this.#compared.add(name);
    // Softly: whoever changes one thing wants to see all that it changed.
    await expect.soft(this.#steady(text)).toMatchFileSnapshot(path.join(this.#folder, name), name);
  }

  /** Compares all that a program said, and how it ended. */
  async told(name: string, { code, stdout, stderr }: Told): Promise<void> {
    const said = [`exit ${code}`, "── stdout", stdout, "── stderr", stderr].join("\n");
    await this.text(name, said);
  }

  /** Compares what is signed, and the bundle around it without what is random in it. */
  async bundle(name: string, folder: string): Promise<void> {
    const bundle = await looseBundle(folder);
    const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString();
    bundle.dsseEnvelope.payload = "<the statement>";
    for (const signature of bundle.dsseEnvelope.signatures) signature.sig = "<signature>";
    await this.text(`${name}-statement.json`, indented(payload));
    await this.text(`${name}-bundle.json`, indented(JSON.stringify(bundle)));
  }

  /** The files that were expected once and that nothing is compared with now. */
  leftOver(): readonly string[] {
    // Vitest writes what is new when all is done.
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.#folder, path.join(entry.parentPath, entry.name)))
      .filter((name) => !this.#compared.has(name))
      .toSorted();
  }

  #steady(text: string): string {
    const names = [...styleDigests(text), ...this.#names];
    const steady = names.reduce((left, [volatile, name]) => left.replaceAll(volatile, name), text);
    return (
      steady
        .replaceAll(/(?<![0-9a-f])[0-9a-f]{12,64}(?![0-9a-f])/g, (hex) => this.#digestNamed(hex))
        // An archive holds the signature, which is random.
        .replaceAll(/^(Uploaded bytes|SHA256 digest of uploaded artifact is) \w+$/gm, "$1 <volatile>")
        // A check-out may change the ends of lines, and no diff shows them, so that they are written out.
        .replaceAll("\r", "<CR>")
        .replace(/^\uFEFF/, "<BOM>")
    );
  }

  /** What the digest, or the beginning of one, is called; itself where nobody named it. */
  #digestNamed(hex: string): string {
    for (const [digest, name] of this.#digests) {
      if (digest === hex) return `<${name}>`;
      if (digest.startsWith(hex)) return `<${name}, cut>`;
    }
    return hex;
  }
}

/** The policy of a page names the digests of its styles, one of which holds the digest of the evidence. */
function styleDigests(page: string): readonly (readonly [string, string])[] {
  return [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = ""], index) => [
    createHash("sha256").update(css).digest("base64"),
    `<digest of style ${index + 1}>`,
  ]);
}

/** JSON for people, with a word where it was not written as compactly as ours is. */
function indented(json: string): string {
  const value: unknown = JSON.parse(json);
  const note = JSON.stringify(value) === json ? "" : "not compact\n";
  return `${note}${JSON.stringify(value, null, 2)}\n`;
}
