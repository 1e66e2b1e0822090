import { name, phrase, range, soft, time } from "../../render/phrases.ts";
import { bullets, columns, heading, section, table, type Block } from "../../render/renderer.ts";
import { periodChecks, runLists, shortenedList } from "../checks.ts";
import { sentence } from "../../words.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { periodInWords } from "../words.ts";

/** A list that is longer is for `verify --json`. */
const MOST_VERDICTS = 100;

/** What was checked, what failed, and what these files cannot prove. */
export function verdictsSection(report: PeriodReport): Block {
  const { verdict, isVerified, madeAt } = report;
  const { declarations, remarks } = verdict;
  const lists = [
    ...runLists(verdict),
    ...(remarks.length === 0 ? [] : [["Remarks", remarks] as const]),
  ].flatMap(([title, sentences]) => [heading(title), bullets(shortenedList(sentences, MOST_VERDICTS))]);
  const declared = table({
    caption: "Declared gaps",
    columns: ["Range", "Cause", "Declared by"],
    rows: declarations.map(({ range: span, cause, ticket, role, collectedAt }) => [
      range(periodInWords(span)),
      phrase`${name(cause)}${ticket === null ? "" : phrase` ${soft(phrase`(ticket ${name(ticket)})`)}`}`,
      phrase`${name(role)}, ${time(collectedAt)}`,
    ]),
    kind: "declared",
  });
  const notProven = [
    ...(isVerified ? [] : ["who made these files: no signature was checked"]),
    ...verdict.notProven,
    "whether Datadog’s answers are correct: the digests only show what Datadog answered",
  ];
  return section(
    {
      ...sectionHead("verdicts"),
      lead: isVerified
        ? `Verified ${madeAt}, offline.`
        : "Nothing was verified: no key and no trusted root was given. The files were only compared with each other.",
    },
    [
      columns(
        [
          table({
            caption: isVerified ? "Check by check" : "Check by check, as far as it goes without a key",
            columns: ["Check", "Expected", "Found"],
            rows: periodChecks(report).map(({ holds, check, expected, found }) => ({
              holds,
              cells: [check, expected, found],
            })),
            kind: "checks numeric",
          }),
          ...lists,
          ...(declarations.length === 0 ? [] : [declared]),
        ],
        [heading("Not proven"), bullets(notProven.map(sentence))],
      ),
    ],
  );
}
