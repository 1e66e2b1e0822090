import type { Evidence, ExpectationResult, ItemId } from "../../evidence/schema.ts";
import { describeExpectation } from "../../policy/describe-expectation.ts";
import { describeMeasure, GIVEN_BY_THE_RUN, resultsWorstFirst } from "../../policy/describe-result.ts";
import type { Policy } from "../../policy/schema.ts";
import { waiverStates } from "../../policy/waivers.ts";
import { expectationTitle, nameOffenders, PROPOSED_DAYS, proposeWaiver } from "../expectations.ts";
import { datadogLink } from "../render/links.ts";
import { andMore } from "../render/more.ts";
import { code, digest, joinWords, name, phrase, resultWord, soft, stackWords } from "../render/phrases.ts";
import type { Words } from "../render/phrases.ts";
import { commands, details, paragraph, section, table, type Block } from "../render/renderer.ts";
import { waiversTable } from "../waivers-table.ts";
import type { RunReport } from "./model.ts";

/** The results of the policy that the run was given, the worst first. */
export function expectationsSection({ evidence, policy }: RunReport): readonly Block[] {
  if (evidence.policy === null) return [];
  const results = resultsWorstFirst(evidence);
  const broken = results.filter(({ result }) => result === "broken");
  return [
    section({ id: "expectations", title: "Expectations", lead: GIVEN_BY_THE_RUN }, [
      table({
        caption: "What the organisation demands, and the results",
        columns: ["Expectation", "Result", "Counted", "Offenders"],
        below: "Demand",
        rows: results.map((result) => ({
          cells: [
            name(result.id),
            resultWord(result.result),
            describeMeasure(result),
            offendersCell(result, evidence),
          ],
          below: demandLine(result, policy),
          id: `expectation-${result.id}`,
        })),
        kind: "overview expectations",
      }),
      ...broken.map((result) =>
        details(phrase`The waiver that would accept ${name(result.id)} for ${PROPOSED_DAYS} days`, [
          paragraph("Complete it, have it reviewed, and add it to accept in the policy file."),
          commands([proposeWaiver(result, evidence.collectedAt)]),
        ]),
      ),
      ...(policy === null || policy.waivers.length === 0
        ? []
        : [waiversTable("Waivers", waiverStates(policy, evidence))]),
      paragraph(phrase`SHA-256 of ${code("policy.json")}: ${digest(evidence.policy.sha256)}.`),
    ]),
  ];
}

function demandLine(result: ExpectationResult, policy: Policy | null): Words {
  const expectation = policy?.expectations.find(({ id }) => id === result.id);
  if (expectation === undefined) return phrase`of ${code(result.item)}; the policy itself could not be read`;
  const title = expectation.title === null ? "" : phrase`${name(expectation.title)}: `;
  return phrase`${title}${name(describeExpectation(expectation))}`;
}

function offendersCell(result: ExpectationResult, evidence: Evidence): Words {
  // Records that were not read may hold what is missing.
  if (result.result === "unknown" || result.offenders.count === 0) return "";
  const more = result.offenders.count - result.offenders.ids.length;
  const named = nameOffenders(result, evidence).map(({ label, link }) =>
    link === null ? name(label) : datadogLink(evidence.source.site, { href: link, label }),
  );
  const waived =
    result.waivers.length === 0 ? [] : [soft(phrase`waived: ${joinWords(result.waivers.map(name))}`)];
  return stackWords([...named, ...andMore(more).map((words) => soft(words)), ...waived]);
}

/** The results of the expectations of one item, for its own section. */
export function resultsOfItem(item: ItemId, { evidence, policy }: RunReport): readonly Words[] {
  return resultsWorstFirst(evidence)
    .filter((result) => result.item === item)
    .map((result) => {
      const title = expectationTitle(policy, result.id);
      return phrase`${resultWord(result.result)} ${name(result.id)}${title === null ? "" : phrase`: ${name(title)}`}`;
    });
}
