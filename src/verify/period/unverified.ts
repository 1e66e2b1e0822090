import { z } from "zod";

import { formatTime } from "../../platform/time.ts";
import { ChainStatement } from "../../bundle/statement.ts";
import { sha256 } from "../../evidence/digest.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { Gap, GAP_NAME } from "../../evidence/gap.ts";
import { readJson } from "../../evidence/files/json.ts";
import { Evidence } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import type { Files } from "../../platform/files.ts";
import type { AskedPeriod } from "./range.ts";
import type { StreamVerdict, Unchecked } from "../stream/problems.ts";
import { readRunFolder } from "../run/read-folder.ts";
import { claimedTime, summing } from "../stream/run-summary.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import { judged } from "./stream-verdict.ts";
import type { Seen } from "../stream/verify-stream.ts";
import type { GenuineRun } from "../run/verdict.ts";

/**
 * What the runs of a stream say of themselves, judged as if it were true: for
 * showing, never for believing. No signature and no digest is checked.
 */
export async function claimedVerdict(
  stream: StreamFolder,
  { asked, now, seen }: { readonly asked: AskedPeriod; readonly now: Date; readonly seen: Seen },
): Promise<StreamVerdict> {
  const summed = summing();
  const genuine: RunSummary[] = [];
  const unchecked: Unchecked[] = [];
  for (const place of stream.runs) {
    const run = await claimedRun(stream.files, place);
    if (typeof run === "string") {
      const at = claimedTime(place);
      const touches = at === null ? null : { from: formatTime(at), to: formatTime(at) };
      unchecked.push({ run: place, why: run, touches });
      continue;
    }
    genuine.push(summed(place, run));
    seen(place, run);
  }
  const doubtful = unchecked.map(({ run: place }) => ({
    place,
    at: claimedTime(place),
    statement: null,
    isUnread: true,
  }));
  const runs = { genuine, doubtful, unchecked, problems: [], remarks: [] };
  return judged(stream, { runs, copies: null, asked, now: now.getTime() });
}

/** A run as its files tell it, or a sentence about why they do not. */
async function claimedRun(stream: Files, place: string): Promise<GenuineRun | string> {
  try {
    const { files } = readRunFolder(stream, place);
    const signed = signedIn(files.get(BUNDLE_NAME));
    if (typeof signed === "string") return signed;
    const isGap = files.has(GAP_NAME);
    const bytes = files.get(isGap ? GAP_NAME : EVIDENCE_NAME) ?? Buffer.alloc(0);
    const json = readJson(bytes);
    if ("trouble" in json) return `${isGap ? GAP_NAME : EVIDENCE_NAME} ${json.trouble}`;
    const evidence = Evidence.safeParse(json.value);
    const gap = Gap.safeParse(json.value);
    if (!evidence.success && !gap.success) return "the evidence does not follow its schema";
    return {
      ...signed,
      evidence: evidence.success ? evidence.data : null,
      gap: gap.success ? gap.data : null,
      contentSha256: sha256(bytes),
      reached: signed.statement.predicate.assurance,
      signedAt: null,
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
}

const Bundle = z.looseObject({
  dsseEnvelope: z.looseObject({ payload: z.base64() }),
  verificationMaterial: z.looseObject({ publicKey: z.looseObject({ hint: z.string() }).optional() }),
});

function signedIn(
  bytes: Buffer | undefined,
): Pick<GenuineRun, "statement" | "statementSha256" | "signedBy"> | string {
  if (bytes === undefined) return `${BUNDLE_NAME} is missing`;
  const json = readJson(bytes);
  if ("trouble" in json) return `${BUNDLE_NAME} ${json.trouble}`;
  const bundle = Bundle.safeParse(json.value);
  if (!bundle.success) return `${BUNDLE_NAME} is no bundle of ours`;
  const payload = Buffer.from(bundle.data.dsseEnvelope.payload, "base64");
  const said = readJson(payload);
  const statement = ChainStatement.safeParse("trouble" in said ? null : said.value);
  if (!statement.success) return "the statement does not follow its schema";
  const hint = bundle.data.verificationMaterial.publicKey?.hint;
  return {
    statement: statement.data,
    statementSha256: sha256(payload),
    signedBy: hint === undefined ? "a certificate" : Buffer.from(hint, "base64").toString("hex"),
  };
}
