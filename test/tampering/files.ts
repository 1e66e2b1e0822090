import { copyFile, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { formatTime } from "../../src/platform/time.ts";
import { findingsItem, monitorsItem, signalsItem, serializeEvidence } from "../support/evidence.ts";
import { evidenceAt, sealedRun } from "../support/sealed-run.ts";
import { altered, type Alter } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { alteredRow, attempt, PRIVATE, SCENES } from "./scenes.ts";

const evidenceIn = (folder: string): string => path.join(folder, "evidence.json");
const bundleIn = (folder: string): string => path.join(folder, "evidence.sigstore.json");
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12\n`;
const CHANGED = "evidence.json was changed: signed sha256";

export const FILES: Group = {
  title: "Files of a run",
  attacker: "The attacker can write to the evidence and has no key.",
  rows: [
    alteredRow(
      "change one character of the evidence",
      editing((text) => text.replace("Root", "root")),
      ["subjects", CHANGED],
    ),
    alteredRow(
      "add a newline to the evidence",
      editing((text) => `${text}\n`),
      ["subjects", CHANGED],
    ),
    alteredRow(
      "write the line endings of Windows",
      editing((text) => text.replaceAll("\n", "\r\n")),
      ["subjects", "evidence.json is not as signed: only the line endings differ"],
    ),
    alteredRow(
      "write the line endings of Windows in the signature as well",
      async (scene) => {
        await editing((text) => text.replaceAll("\n", "\r\n"))(scene);
        await altered(bundleIn(scene.folder), (text) => text.replaceAll(/(?<=\{)/g, "\r\n"));
      },
      ["subjects", "only the line endings differ"],
    ),
    alteredRow(
      "put a byte order mark before the evidence",
      editing((text) => `\ufeff${text}`),
      ["subjects", "only a byte order mark (BOM) at its beginning differs"],
    ),
    alteredRow(
      "save the evidence in an editor of Windows",
      editing((text) => `\ufeff${text.replaceAll("\n", "\r\n")}`),
      ["subjects", "only the line endings and a byte order mark (BOM) differ"],
    ),
    alteredRow(
      "change a character and the line endings",
      editing((text) => text.replace("Root", "root").replaceAll("\n", "\r\n")),
      ["subjects", CHANGED],
    ),
    alteredRow(
      "leave a pointer of Git LFS in place of the evidence",
      editing(() => POINTER),
      ["subjects", "evidence.json is only a pointer of Git LFS"],
    ),
    alteredRow(
      "leave a pointer of Git LFS in place of the signature",
      async ({ folder }) => writeFile(bundleIn(folder), POINTER),
      ["bundle", "evidence.sigstore.json is only a pointer of Git LFS"],
    ),
    alteredRow("remove a record from the evidence", unrecorded, ["subjects", CHANGED]),
    alteredRow("put the signature of another run beside it", foreignBundle, ["subjects", CHANGED]),
    alteredRow("remove the evidence", removing(evidenceIn), [
      "subjects",
      "evidence.json is signed but not there",
    ]),
    alteredRow("put a link in place of the evidence", linking(evidenceIn), [
      "subjects",
      "evidence.json is signed but is not a regular file",
    ]),
    alteredRow("remove the signature", removing(bundleIn), [
      "bundle",
      "is missing: this evidence is not signed",
    ]),
    alteredRow("put a link in place of the signature", linking(bundleIn), [
      "bundle",
      "evidence.sigstore.json is not a regular file",
    ]),
    alteredRow("put a folder in place of the signature", foldering(bundleIn), [
      "bundle",
      "evidence.sigstore.json is not a regular file",
    ]),
    moved("move a run to another day", (folder) =>
      path.join(folder, "../../2020-01-01", path.basename(folder)),
    ),
    moved("move a run to another stream", (folder) => folder.replace("/prod/", "/test/")),
    moved("give the folder of a run another time", (folder) => folder.replace(/\d{6}Z/, "000000Z")),
  ],
};

function moved(attack: string, to: (folder: string) => string): Row {
  const sentence = "belongs";
  return { attack, check: "folder", sentence, exit: 1, attempt: attempt("a key", { to }) };
}

function editing(edit: (text: string) => string): Alter {
  return async ({ folder }) => altered(evidenceIn(folder), edit);
}

async function unrecorded({ folder }: Parameters<Alter>[0]): Promise<void> {
  const items = [signalsItem([]), monitorsItem(), findingsItem()];
  await writeFile(evidenceIn(folder), serializeEvidence({ ...evidenceAt(PRIVATE.now), items }));
}

async function foreignBundle({ folder, root }: Parameters<Alter>[0]): Promise<void> {
  const collectedAt = formatTime(new Date(PRIVATE.now.getTime() + 1000));
  const other = await sealedRun(root, { ...evidenceAt(PRIVATE.now), collectedAt }, SCENES["a key"].seal);
  await copyFile(bundleIn(other), bundleIn(folder));
}

function removing(file: (folder: string) => string): Alter {
  return async ({ folder }) => rm(file(folder));
}

function foldering(file: (folder: string) => string): Alter {
  return async ({ folder }) => {
    await rm(file(folder));
    await mkdir(file(folder));
  };
}

function linking(file: (folder: string) => string): Alter {
  return async ({ folder, root }) => {
    await rename(file(folder), path.join(root, "target"));
    await symlink(path.join(root, "target"), file(folder));
  };
}
