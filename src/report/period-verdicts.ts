import type { Problem, StreamVerdict } from "../verify/period-verdict.ts";
import { bullets, checkCell, escapeHtml, name, number, section, table, time } from "./html.ts";
import { unbroken } from "./period-gaps.ts";
import type { PeriodReport } from "./period-report.ts";
import { spanOf, unitOf } from "./period-words.ts";
import { shellWord } from "./run-proof.ts";
import { sentence } from "./run-words.ts";

/** A list that is longer is for `verify --json`. */
const SHOWN = 100;

/** What was checked, what failed, and what these files cannot prove. */
export function verdicts({ verdict, isVerified, madeAt }: PeriodReport): string {
  const { problems, unchecked, outside, remarks, notProven } = verdict;
  const lead = isVerified
    ? `What was verified ${madeAt}, offline.`
    : "Nothing was verified: no key and no trusted root was given. What the files say of themselves was compared.";
  return section({
    id: "verdicts",
    title: "Verdicts",
    no: 6,
    lead,
    html: `<div class="cols"><div>
${table({
  html: {
    caption: isVerified ? "Check by check" : "Check by check, as far as it goes without a key",
    rows: checks(verdict, isVerified).join("\n"),
  },
  columns: ["", "Check", "Expected", "Found"],
  kind: "checks numeric",
})}
${listed("Wrong, the first first", problems.map(inWords))}${listed(
      "Not checked",
      unchecked.map(({ run, why }) => `${run}: ${why}`),
    )}${listed("Wrong outside the period, which decides nothing here", outside.map(inWords))}${listed("Signed long after their time, as their statements say", late(verdict))}${listed("Remarks", remarks)}${declarations(verdict)}
</div><div class="notes"><h3>What was not proven</h3>
${bullets(
  [
    ...(isVerified ? [] : ["who made these files: no signature was checked"]),
    ...notProven,
    "whether Datadog’s answers are right: the digests show what it answered, not that it was true",
  ].map(sentence),
)}</div></div>`,
  });
}

/** The commands that check the period offline. */
export function verification({ verdict, folder }: PeriodReport): string {
  const { period, signers, last } = verdict;
  const range = period === null ? "" : ` \\\n  --from ${period.from} --to ${period.to}`;
  const isKey = signers.every(({ value }) => /^[0-9a-f]{64}$/v.test(value));
  const trust = isKey
    ? "--key signing-key.pub.pem"
    : "--trusted-root trusted_root.jsonl --identity WORKFLOW --issuer ISSUER";
  const commands = `datadog-evidence verify ${shellWord(folder)}${range} \\\n  ${trust}\n# ${EXPECTED[verdict.exitCode]}`;
  return section({
    id: "verify",
    title: "Verify it yourself",
    no: 8,
    lead: "Offline, with tools we did not write. This page is only a way to read the records; where they differ, the records are right.",
    html: `<div class="cols"><div>
<h3>The period</h3>
<pre>${escapeHtml(commands)}</pre>
<p>Add <code>--witness DIR</code> with downloaded artifacts or another clone: only an independent copy shows that history was not written anew.</p>
<h3>One record, with openssl, jq and coreutils</h3>
<p>The commands stand in <code>VERIFY.md</code>, beside the streams, and work in every run folder.</p>
</div><div class="notes"><h3>What to compare</h3>
<p>Get the public key, or the names of workflow and repository, by another way than this repository. What this page says of them is not proof:</p>
${signers.map(({ value, from, runs }) => `<p>${name(value)}, ${number(runs)} runs from ${time(from)}</p>`).join("\n")}
${last === null ? "" : `<p>SHA-256 of the last statement of the period${last.sequence === null ? "" : `, no. ${number(last.sequence)}`}. In a chain it stands for all before it.</p><p class="digest">${escapeHtml(last.statement)}</p>`}</div></div>`,
  });
}

const EXPECTED = {
  0: "exit code 0: genuine and complete",
  1: "exit code 1: not genuine",
  2: "exit code 2: could not be checked in full",
  3: "exit code 3: genuine, but a run is not complete or a slot is missing or declared",
} as const;

/** Problems by what they say about: the checks of a period. */
const KINDS: readonly (readonly [check: string, codes: readonly Problem["code"][]])[] = [
  ["Signatures, digests, schema, counts and promises of every run", ["not-genuine"]],
  ["Every run lies where it belongs, once", ["wrong-folder", "other-stream", "duplicate"]],
  ["Chain: no number missing, no fork, no break", ["broken-link", "fork", "missing-run", "restart", "order"]],
  ["What statements tell of changes follows from the runs", ["changes"]],
  ["Trusted time never runs backwards", ["time"]],
  ["Independent copies hold the same", ["rewritten", "removed", "sample"]],
];

function checks(verdict: StreamVerdict, isVerified: boolean): readonly string[] {
  const { slots, runs, timed, witness, problems } = verdict;
  const rows = KINDS.map(([check, codes]) => {
    const failed = problems.filter(({ code }) => codes.includes(code)).length;
    const isOpen = !isMade(codes, { timed, witness, isVerified });
    const holds = failed > 0 ? false : isOpen ? null : true;
    return row(holds, [
      check,
      isOpen ? "not given" : "0 wrong",
      isOpen && failed === 0 ? "–" : `${number(failed)} wrong`,
    ]);
  });
  const isWhole = slots.due === slots.met + slots.late;
  return [
    ...rows,
    row(runs.genuine === runs.complete + runs.declarations, [
      "Runs complete",
      number(runs.genuine - runs.declarations),
      number(runs.complete),
    ]),
    row(isWhole, [
      `${unitOf(verdict)}s that were due and met`.replace(/^./v, (first) => first.toUpperCase()),
      number(slots.due),
      number(slots.met + slots.late),
    ]),
  ];
}

/** Whether a check was made at all: what was not given cannot hold. */
function isMade(
  codes: readonly Problem["code"][],
  {
    timed,
    witness,
    isVerified,
  }: { readonly timed: number; readonly witness: unknown; readonly isVerified: boolean },
): boolean {
  if (codes.includes("not-genuine")) return isVerified;
  if (codes.includes("time")) return timed > 0;
  return codes.includes("rewritten") ? witness !== null : true;
}

function row(holds: boolean | null, [check, expected, found]: readonly [string, string, string]): string {
  return `<tr${holds === false ? ' class="fails"' : ""}>${checkCell(holds)}<th scope="row">${escapeHtml(check)}</th><td>${expected}</td><td>${found}</td></tr>`;
}

function listed(title: string, sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  const more = sentences.length - SHOWN;
  const shown = [...sentences.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more, in verify --json`] : [])];
  return `<h3>${title}</h3>\n<ul>\n${shown.map((each) => `<li>${name(each)}</li>`).join("\n")}\n</ul>\n`;
}

function inWords({ run, detail }: Problem): string {
  return `${run} ${detail}`;
}

/** Runs that were left unsigned at first. */
function late({ signedLate }: StreamVerdict): readonly string[] {
  return signedLate.map(
    ({ run, collectedAt, signedAt }) =>
      `${run}: collected ${collectedAt}, ${signedAt === null ? "signed at a time that nothing proves" : `signed ${signedAt}`}`,
  );
}

function declarations({ declarations: all }: StreamVerdict): string {
  if (all.length === 0) return "";
  const rows = all.map(
    ({ range, collectedAt, cause, ticket, role }) =>
      `<tr><th scope="row">${unbroken(spanOf(range))}</th><td>${name(cause)}</td><td>${ticket === null ? "none" : name(ticket)}</td><td>${name(role)}, ${name(collectedAt)}</td></tr>`,
  );
  return table({
    html: { caption: "Gaps that somebody declared", rows: rows.join("\n") },
    columns: ["Range", "Cause", "Ticket", "Declared by"],
    kind: "declared",
  });
}
