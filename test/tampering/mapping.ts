import { readFile, rm } from "node:fs/promises";
import path from "node:path";

import {
  DEFAULT_FRAMEWORKS,
  MAPPING_NAME,
  MAPPING_VERSION,
  mappingDigest,
} from "../../src/controls/catalogue.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { mappingText } from "../controls/mappings.ts";
import { altered, restated, rewriting, SIGNER, type Alter } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { attempt } from "./scenes.ts";

const TEXT = mappingText();
const LOWERED = TEXT.replace('"direct"', '"claimed"');

const ALIKE = mappingText({ frameworks: [{ id: "acme", name: "\u0406SO/IEC 27001:2022" }] });

export const MAPPING: Group = {
  title: "The organisation's own mapping, signed again",
  attacker:
    "The attacker has the signing key and edits the mapping of the run, or the controls in the evidence.",
  rows: [
    row("hide that the organisation raised a control", rewriting(/,\s+"organisation": \{[^}]+\}/, ""), [
      "cspm-findings claims controls that the mapping 2026-12 does not",
    ]),
    row(
      "give another reason for it",
      rewriting(/managers review the findings/, "an auditor reviews the findings"),
      ["cspm-findings claims controls that the mapping 2026-12 does not"],
    ),
    row("swap the mapping", remapping(LOWERED), [
      "the catalogues of the mapping 2026-12 and the mapping.json that is here have sha256",
    ]),
    row("swap the mapping, and name its digest in the evidence", remapping(LOWERED, digestOf(LOWERED)), [
      "cspm-findings claims controls that the mapping 2026-12 does not",
    ]),
    row("take the mapping away, in the statement too", withoutMapping, [
      "the catalogues of the mapping 2026-12 have sha256",
    ]),
    row(
      "put a mapping beside it that cannot be read",
      remapping(TEXT.replace('"controls"', '"control"'), digestOf(TEXT.replace('"controls"', '"control"'))),
      ["mapping.json:1: controls is missing"],
    ),
    row(
      "name a framework of one's own like a catalogue's, with a letter that looks like it",
      remapping(ALIKE, digestOf(ALIKE)),
      ["has letters that look like others"],
    ),
    row("name a framework more", rewriting('"soc2"\n', '"soc2",\n    "dora"\n'), [
      "the catalogues of the mapping 2026-12 and the mapping.json that is here have sha256",
    ]),
    row("name a framework that there is no catalogue of", rewriting('"soc2"\n', '"soc3"\n'), [
      "the mapping 2026-12 has no framework soc3",
    ]),
    row("say that the first version of the mapping was used", rewriting('"2026-12"', '"2026-11"'), [
      "the mapping 2026-11 has the frameworks iso27001 and soc2 and nothing beside them",
    ]),
  ],
};

function row(attack: string, alter: Alter, [sentence]: readonly [string]): Row {
  return {
    attack,
    check: "mapping",
    sentence,
    exit: 1,
    attempt: attempt("a key", { alter, given: { mapping: TEXT } }),
  };
}

function digestOf(text: string): string {
  return mappingDigest({
    version: MAPPING_VERSION,
    frameworks: DEFAULT_FRAMEWORKS,
    mapping: sha256(text),
  });
}

/** Replaces the mapping, as the holder of the key could, and its digest in the evidence where one is given. */
function remapping(text: string, digest?: string): Alter {
  return async ({ folder }) => {
    const [mapping, evidence] = [path.join(folder, MAPPING_NAME), path.join(folder, "evidence.json")];
    const before = [sha256(await readFile(mapping)), sha256(await readFile(evidence))] as const;
    await altered(mapping, () => text);
    if (digest !== undefined) await altered(evidence, (said) => said.replace(digestOf(TEXT), digest));
    const after = [sha256(text), sha256(await readFile(evidence))] as const;
    await restated(folder, SIGNER, (said) => said.replace(before[0], after[0]).replace(before[1], after[1]));
  };
}

async function withoutMapping({ folder }: Parameters<Alter>[0]): Promise<void> {
  await rm(path.join(folder, MAPPING_NAME));
  await restated(folder, SIGNER, (text) =>
    text.replace(/,\{"name":"mapping.json","digest":\{"sha256":"[0-9a-f]+"\}\}/, ""),
  );
}
