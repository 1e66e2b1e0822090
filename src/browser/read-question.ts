import { countPems } from "../bundle/pem.ts";
import { readVerifyingKey } from "../bundle/public-key.ts";
import { ensureNoPeriod, parsePeriod } from "../verify/period/range.ts";
import type { AskedPeriod, SampleSelection } from "../verify/stream/sample.ts";
import { parseSelection } from "../verify/stream/selection.ts";
import { readKeysFile } from "../verify/trust/keys-file.ts";
import { readIdentity, readTrust } from "../verify/trust/read-trust.ts";
import type { Trust, TrustedKey } from "../verify/trust/trust.ts";
import type { KeyFacts, Question } from "./messages.ts";

/** What the auditor's texts mean. */
export interface Terms {
  readonly trust: Trust;
  readonly asked: AskedPeriod;
  readonly selection: SampleSelection | null;
  readonly requiresExpectations: boolean;
}

/** What the texts of the question mean now. Throws a `Failure` where one of them cannot be used. */
export async function readTerms(question: Question, now: Date): Promise<Terms> {
  const { period, sample, requiresExpectations } = question;
  return {
    trust: await readTrustTexts(question),
    asked: parsePeriod({ from: given(period.from), to: given(period.to) }, now),
    selection: parseSelection({
      dates: given(sample.dates),
      nonce: given(sample.nonce),
      count: given(sample.count),
    }),
    requiresExpectations,
  };
}

/** Throws a `Failure` where something was given that only several runs can have, under the command line's names for it. */
export function ensureForOneRun({ period, sample, copies }: Question): void {
  const { from, to } = period;
  const { dates, nonce, count } = sample;
  const witness = copies.length === 0 ? "" : "given";
  const texts = { from, to, witness, dates, nonce, count };
  ensureNoPeriod(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, given(text)])));
}

/** The fingerprints of the keys in the text, to be compared with what the owner of the keys says. */
export function readKeyFacts(text: string): readonly KeyFacts[] {
  const { pems, keysFile } = keysIn(text);
  const listed = keysFile === null ? [] : readKeysFile(keysFile.bytes, keysFile.name);
  const keys: readonly TrustedKey[] = [...pems.map((pem) => readVerifyingKey(pem)), ...listed];
  return keys.map(({ fingerprint, about = "" }) => ({ fingerprint, about }));
}

async function readTrustTexts({ key, trustedRoot, identity, requiresTime }: Question): Promise<Trust> {
  const root = given(trustedRoot);
  const { issuer, identity: workflow, repositoryId, ownerId } = identity;
  return readTrust({
    ...keysIn(key),
    identity: readIdentity({
      issuer: given(issuer),
      identity: given(workflow),
      repositoryId: given(repositoryId),
      ownerId: given(ownerId),
    }),
    trustedRoot: root === undefined ? null : { name: "that you gave", bytes: Buffer.from(root) },
    requiresTime,
  });
}

const PEM = /-----BEGIN [^-]*-----[^-]*-----END [^-]*-----/g;

/** A text is a keys file where it is JSON; else it is one PEM or several. */
function keysIn(text: string) {
  const trimmed = text.trim();
  if (trimmed === "") return { pems: [], keysFile: null };
  if (/^[[{]/.test(trimmed)) {
    return { pems: [], keysFile: { name: "that you gave", bytes: Buffer.from(trimmed) } };
  }
  const whole = trimmed.match(PEM) ?? [];
  // What is left over, such as a key within a key, is refused with the whole text and never passed over.
  return {
    pems: whole.length === countPems(trimmed) && whole.length > 0 ? whole : [trimmed],
    keysFile: null,
  };
}

/** An empty field is a field that says nothing. */
function given(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}
