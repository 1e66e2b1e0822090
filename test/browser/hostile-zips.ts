import { zipSync } from "fflate";

import type { Dropped } from "./verify-page.ts";

/** A zip that no honest archiver writes, or that is not what an auditor meant, and what the page says to it. */
export interface HostileZip {
  readonly what: string;
  readonly words: string;
  readonly make: () => Dropped;
}

const TEXT = Buffer.from("{}");

/** Zeros that pack to a thousandth: just more than what may grow that much, as packing them takes long. */
export const BOMB = Buffer.alloc(70_000_000);

export const HOSTILE_ZIPS: readonly HostileZip[] = [
  {
    what: "a path that leads out of it",
    words: "a path that leads out of it",
    make: named({ "../evidence.json": TEXT }),
  },
  {
    what: "an absolute path",
    words: "a path that leads out of it",
    make: named({ "/etc/evidence.json": TEXT }),
  },
  {
    what: "a drive of Windows",
    words: "a path that leads out of it",
    make: named({ "C:/evidence.json": TEXT }),
  },
  {
    what: "two names that are one to Windows and macOS",
    words: "twice, or in two spellings",
    make: named({ "evidence.json": TEXT, "Evidence.json": TEXT }),
  },
  {
    what: "a name twice",
    words: "twice, or in two spellings",
    make: changed(named({ "evidence.json": TEXT, "evidence.jsoN": TEXT }), (text) =>
      text.replaceAll("evidence.jsoN", "evidence.json"),
    ),
  },
  {
    what: "a file that grows a thousand times",
    words: "which grows from",
    make: named({ "evidence.json": BOMB }),
  },
  { what: "a file that was cut off", words: "is damaged or was cut off", make: cut },
  {
    what: "bytes that are no zip",
    words: "is damaged or was cut off",
    make: () => zip(Buffer.from("PK nothing")),
  },
  { what: "an empty file", words: "is damaged or was cut off", make: () => zip(Buffer.alloc(0)) },
  {
    what: "a zip in a zip",
    words: "holds no evidence",
    make: named({ "inner.zip": Buffer.from(zipSync({ "evidence.json": TEXT })) }),
  },
  { what: "100,000 files", words: "this page reads up to", make: many },
  {
    what: "a password",
    words: "is encrypted",
    make: changed(named({ "evidence.json": TEXT }), (text) => encryptedFlags(text)),
  },
  {
    what: "a name with markup, bidi and NUL",
    words: "a path that leads out of it",
    make: named({ "<img src=x onerror=alert(1)>\u202E\0/evidence.json": TEXT }),
  },
  { what: "no evidence", words: "holds no evidence", make: named({ "letter.txt": TEXT }) },
  {
    what: "bytes that were changed after they were packed",
    words: "which is damaged",
    make: changed(
      () => zip(Buffer.from(zipSync({ "evidence.json": Buffer.from("plain words, stored") }, { level: 0 }))),
      (text) => text.replace("plain words", "other words"),
    ),
  },
];

function zip(buffer: Buffer): Dropped {
  return { name: "evidence.zip", buffer };
}

function named(files: Readonly<Record<string, Buffer>>): () => Dropped {
  return () => zip(Buffer.from(zipSync(files)));
}

function changed(make: () => Dropped, change: (text: string) => string): () => Dropped {
  return () => zip(Buffer.from(change(make().buffer.toString("latin1")), "latin1"));
}

function cut(): Dropped {
  const { buffer } = named({ "evidence.json": Buffer.from("x".repeat(5000)) })();
  return zip(buffer.subarray(0, buffer.length - 30));
}

function many(): Dropped {
  const files = Array.from(
    { length: 100_000 },
    (_, index) => [`prod/2026/${index}`, Buffer.alloc(0)] as const,
  );
  return zip(Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })));
}

/** Sets the bit of encryption in both headers of the only file. */
function encryptedFlags(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  bytes.writeUInt16LE(bytes.readUInt16LE(6) | 1, 6);
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
  return bytes.toString("latin1");
}
