import type { Since, StreamVerdict } from "../verify/period-verdict.ts";
import { brief, digest, escapeHtml, facts, name, number, soft, table, time } from "./html.ts";
import { controlsOf } from "./period-control-facts.ts";
import type { Readings } from "./period-readings.ts";
import type { PeriodReport } from "./period-report.ts";
import { organizationOf, periodInWords, quantityOf, share, unitOf } from "./period-words.ts";
import { ITEM_NAMES, list, sentenceCase } from "./run-words.ts";

const WORDS = {
  0: { word: "Genuine and complete", kind: "complete" },
  1: { word: "Not genuine", kind: "failed" },
  2: { word: "Not checked in full", kind: "failed" },
  3: { word: "Genuine but incomplete", kind: "partial" },
} as const;

/** What this is and what to think of it, as an auditor may file it. */
export function masthead(report: PeriodReport): string {
  const { verdict, runs } = report;
  const { word, kind } = report.isVerified
    ? WORDS[verdict.exitCode]
    : { word: "Not verified", kind: "failed" };
  return `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>audit period, stream ${name(verdict.stream)}</span></div>
<div class="cover cols">
<div>
<h1>${name(brief(organizationOf(runs) ?? "Datadog"))}, ${name(verdict.stream)}</h1>
<p class="sub">${escapeHtml(periodInWords(verdict.period))}</p>
<p class="lead">${escapeHtml(lead(report))}</p>
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
<p>${judgement(report)}</p>
</div>
</div>
</header>`;
}

/** Figures, facts to file, what supports which control, and the contents. */
export function cover(report: PeriodReport, readings: Readings): string {
  const { verdict, runs } = report;
  const { slots } = verdict;
  const unit = unitOf(verdict);
  const figures = [
    [`${unit}s due`, slots.due, ""],
    [slots.late === 0 ? "collected" : `collected, ${number(slots.late)} late`, slots.met + slots.late, ""],
    ["partial", slots.partial, ' class="sep"'],
    ["failed", slots.failed, ""],
    ["missing", slots.missing, ""],
    ["declared gap", slots.declared, ""],
  ] as const;
  return `<dl class="figures">
${figures.map(([label, value, kind]) => `<div${kind}><dt>${label}</dt><dd>${number(value)}</dd></div>`).join("\n")}
</dl>
<div class="two">
${facts(aboutStream(report))}
${facts(aboutProof(report))}
</div>
${controlsTable(report, readings)}
<nav aria-label="Contents">
<ol class="contents">
${CONTENTS.map(([id, title], index) => `<li><span class="no">${index + 1}</span><a href="#${id}">${title}</a></li>`).join("\n")}
</ol></nav>
${runs.length === 0 ? "" : '<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>'}`;
}

const CONTENTS = [
  ["days", "Slots by day"],
  ["gaps", "Gaps and late slots"],
  ["trends", "Trends"],
  ["controls", "Controls"],
  ["changes", "Changes"],
  ["verdicts", "Verdicts"],
  ["records", "Records and digests"],
  ["verify", "Verify it yourself"],
] as const;

function lead({ verdict, isVerified }: PeriodReport): string {
  const { slots, runs, problems } = verdict;
  const unit = unitOf(verdict);
  const lacking = [
    slots.failed > 0 && `${quantityOf(slots.failed, unit)} left only a signed record of failure`,
    slots.missing > 0 && `${quantityOf(slots.missing, unit)} left nothing`,
    slots.declared > 0 && `${quantityOf(slots.declared, unit)} lay in a gap that was declared afterwards`,
  ].filter((clause) => clause !== false);
  const sentences = [
    slots.due === 0
      ? "No evidence was due that this report could find."
      : `Evidence was due on ${quantityOf(slots.due, unit)}. It was collected completely on ${number(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${number(slots.partial)}` : ""}.`,
    ...(lacking.length > 0 ? [`Of the others, ${list(lacking)}.`] : []),
    isVerified
      ? problems.length === 0 && verdict.unchecked.length === 0
        ? `Every one of the ${number(runs.genuine)} files that exist is genuine.`
        : "Not everything that is here is genuine or could be checked; see Verdicts."
      : "Nothing of it was verified: this page shows what the files say.",
  ];
  return sentences.join(" ");
}

function judgement({ verdict, isVerified }: PeriodReport): string {
  if (!isVerified) {
    return `<strong>No key and no trusted root was given, so no signature was checked.</strong> Anybody could have written what this page shows. Make it again with <code>--key</code>.`;
  }
  const { runs, timed, problems, exitCode } = verdict;
  const first = problems[0];
  const parts = [
    first === undefined
      ? `All ${number(runs.genuine)} statements are validly signed${timed === runs.genuine && timed > 0 ? ", carry a trusted time" : ""}${chainInBrief(verdict)}.`
      : `${escapeHtml(sentenceCase(first.code.replaceAll("-", " ")))}: ${name(first.run)} ${name(first.detail)}.`,
    exitCode === 3
      ? `<a href="#gaps">Section 2</a> names each slot that is not complete, with its reason.`
      : "",
    `<a href="#verdicts">What was not proven</a> stands in section 6. <span class="nowrap soft">Exit code ${exitCode}.</span>`,
  ];
  return parts.filter(Boolean).join(" ");
}

function chainInBrief({ chain, witness, runs }: StreamVerdict): string {
  const linked = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
  const copied = witness !== null && witness.same === runs.genuine ? "; an independent copy is the same" : "";
  return `${linked}${copied}`;
}

type Rows = readonly (readonly [term: string, html: string])[];

function aboutStream({ verdict, runs }: PeriodReport): Rows {
  const { period, slots, first, uncovered, items } = verdict;
  const source = runs.findLast((run) => run.source !== null)?.source ?? null;
  const organization = organizationOf(runs);
  const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
  return [
    [
      "Organisation",
      organization === null ? "not declared" : `${name(organization)} ${soft("as declared by the user")}`,
    ],
    [
      "Audit period",
      period === null ? "not known" : `${time(period.from)} to ${time(period.to)}, the end not included`,
    ],
    [
      "Stream",
      `${name(verdict.stream)}${first === null ? "" : `; first run of the period ${time(first.collectedAt)}`}`,
    ],
    [
      "Source",
      `Datadog, ${name(verdict.site ?? "site not known")}${source?.organizationId == null ? "" : `, organisation ${name(source.organizationId)}`}`,
    ],
    [
      "Cadence",
      `${since(verdict.cadences, name)}${schedules.length === 0 ? "" : `, scheduled <code>${schedules.map(escapeHtml).join(", ")}</code> UTC`}`,
    ],
    [
      "Slots met",
      `${number(slots.met + slots.late)} of ${number(slots.due)}, ${share(slots.met + slots.late, slots.due)}`,
    ],
    [
      "Signals cover",
      items["security-signals"] === undefined
        ? "not collected"
        : uncovered.length === 0
          ? "every moment of the period"
          : `all but ${uncovered
              .slice(0, 3)
              .map((window) => `${time(window.from)} to ${time(window.to)}`)
              .join("; ")}${uncovered.length > 3 ? `; and ${number(uncovered.length - 3)} more` : ""}`,
    ],
    ["Readings", readingsInWords(verdict)],
  ];
}

function readingsInWords({ items }: StreamVerdict): string {
  const parts = Object.entries(ITEM_NAMES).flatMap(([id, called]) => {
    const found = Object.entries(items).find(([each]) => each === id)?.[1];
    return found === undefined ? [] : [`${called} complete in ${number(found.complete)} runs`];
  });
  return parts.length === 0 ? "none" : `${parts.join(", ")}; a lost reading cannot be made up later`;
}

function aboutProof({ verdict, isVerified, madeAt, version, runs: reported }: PeriodReport): Rows {
  const { runs, timed, chain, witness, last, declarations } = verdict;
  const of = isVerified ? `${number(runs.genuine)} of ${number(runs.found)} run folders` : "not checked";
  return [
    ["Signatures", `${of}; ${isVerified ? "" : "claimed: "}${since(verdict.signers, signer)}`],
    ["Trusted time", isVerified ? `${number(timed)} of ${number(runs.genuine)}` : "not checked"],
    [
      "Chain",
      chain.from === null
        ? "not chained: a deleted run would not be noticed"
        : `no. ${number(chain.from)} to ${number(chain.to ?? chain.from)}${chain.restarts.length === 0 ? ", no restart" : `, begun anew ${number(chain.restarts.length)} times`}${chain.notChained === 0 ? "" : `; ${number(chain.notChained)} not chained`}`,
    ],
    [
      "Second copy",
      witness === null
        ? "none compared"
        : `of ${number(witness.runs)} runs; ${number(witness.same)} are the same`,
    ],
    ["Declared gaps", declarations.length === 0 ? "none" : number(declarations.length)],
    ["Collector", since(verdict.collectors, madeWith)],
    ["Mapping", since(verdict.mappings, madeWith)],
    ["Rules", `version ${since(verdict.rules, name)}`],
    [
      "Last statement",
      last === null
        ? "none"
        : `${last.sequence === null ? "" : `no. ${number(last.sequence)}, `}${digest(last.statement)}`,
    ],
    [
      "Prepared",
      `${time(madeAt)} by datadog-evidence ${name(version)}, from ${number(reported.length)} runs`,
    ],
  ];
}

/** A version with the digest that stands behind it. */
function madeWith(value: string): string {
  const [, version = value, sha256 = ""] = /^(.*), sha256 ([0-9a-f]{64})$/v.exec(value) ?? [];
  return sha256 === "" ? name(value) : `${name(version)} ${digest(`${sha256.slice(0, 16)}…`)}`;
}

function signer(value: string): string {
  return /^[0-9a-f]{64}$/v.test(value) ? `key ${digest(value)}` : name(value);
}

/** What stayed the same for a while, and since when. */
function since(spans: readonly Since[], show: (value: string) => string): string {
  const [only] = spans;
  if (only === undefined) return "not known";
  if (spans.length === 1) return show(only.value);
  const shown = spans.slice(0, 3).map(({ value, from }) => `${show(value)} from ${time(from)}`);
  return `${shown.join("; ")}${spans.length > 3 ? `; and ${number(spans.length - 3)} changes more` : ""}`;
}

function controlsTable(report: PeriodReport, readings: Readings): string {
  const { slots } = report.verdict;
  const unit = unitOf(report.verdict);
  const groups = Map.groupBy(controlsOf(report, readings), ({ control }) => control.framework);
  const bodies = [...groups].map(([framework, controls]) => {
    const rows = controls.map(({ control, anchor, items }) => {
      const supported = items.map(
        ({ id, complete, claimed }) =>
          `${ITEM_NAMES[id]} ${number(complete)}${claimed > 0 ? ` ${soft(`(${number(claimed)} only claimed)`)}` : ""}`,
      );
      return `<tr><th scope="row"><a class="id" href="#${anchor}">${name(control.id)}</a></th><td>${name(control.title)}</td><td>${supported.join(", ")}</td></tr>`;
    });
    return `<tbody><tr><th class="group" colspan="3" scope="rowgroup">${name(framework)}</th></tr>\n${rows.join("\n")}</tbody>`;
  });
  if (bodies.length === 0) return "<p>No run names a control.</p>";
  return table({
    html: {
      caption: `What supports which control, and on how many of the ${number(slots.due)} ${unit}s that were due it is complete`,
      rows: bodies.join("\n"),
    },
    columns: ["Control", "Title", "Supported by"],
    kind: "controls",
  });
}
