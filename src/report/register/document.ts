import { sentenceCase } from "../../failure.ts";
import { reportHtml, reportMarkdown, shortTitle, type Report } from "../render/page.ts";
import {
  joinWords,
  name,
  phrase,
  soft,
  stackWords,
  stateWord,
  strong,
  time,
  type Words,
} from "../render/phrases.ts";
import { datadogLink } from "../render/links.ts";
import { section, table, type Block } from "../render/renderer.ts";
import { STYLE } from "../render/style.ts";
import { originSentences } from "../period/words.ts";
import { controlsByFramework, ITEM_NAMES, list } from "../words.ts";
import type { Register, RegisterItem, RegisterStream } from "./register.ts";

/** The register as a self-contained page: no script, and no request to anywhere. */
export function registerHtml(register: Register): string {
  return reportHtml(registerDocument(register));
}

/** The register in Markdown. */
export function registerMarkdown(register: Register): string {
  return reportMarkdown(registerDocument(register));
}

/** The items of all streams as one table. */
export function registerTable({ streams }: Register): Block {
  return table({
    caption: "",
    columns: ["Stream", ...ITEM_COLUMNS],
    below: "Controls",
    rows: streams.flatMap((stream) =>
      stream.items.map((item) => {
        const { cells, below } = itemRow(item, stream);
        return { cells: [name(stream.name), ...cells], below };
      }),
    ),
  });
}

function registerDocument(register: Register): Report {
  const { streams, isVerified, madeAt, version } = register;
  const names = list(streams.map((stream) => stream.name));
  return {
    title: `Evidence register, ${shortTitle(names)}, ${madeAt}`,
    running: {
      left: `Evidence register${isVerified ? "" : " · NOT VERIFIED"}`,
      right: madeAt,
      foot: `streams: ${shortTitle(names)}`,
    },
    style: STYLE,
    masthead: {
      what: "the evidence register",
      title: phrase`Evidence register, ${name(shortTitle(names))}`,
      when: time(madeAt),
      leads: [registerSentence(register)],
      verdict: {
        kind: kindOf(register),
        word: registerWord(register),
        sentences: [...originOf(register), verificationSentence(register)],
      },
    },
    content: streams.map(streamSection),
    foot: phrase`Made by datadog-evidence ${name(version)} from the newest runs of ${streams.length === 1 ? "one stream" : `${streams.length} streams`}.`,
  };
}

function streamSection(stream: RegisterStream, index: number): Block {
  const about = [...sourceParts(stream), runsInWords(stream)].map(name);
  return section(
    {
      id: `stream-${index + 1}`,
      title: phrase`${name(stream.name)} ${soft(joinWords([...about, stream.verified ? "verified" : "not verified"]))}`,
    },
    [
      table({
        caption: "Every item, by its newest run",
        columns: ITEM_COLUMNS,
        below: "Controls",
        rows: stream.items.map((item) => itemRow(item, stream)),
        kind: "overview",
        scroll: `items of ${stream.name}`,
      }),
    ],
  );
}

/** Where the stream is and whose it is: two streams may have one name. */
export function sourceParts({ name: stream, folder, site, organization, verdict }: RegisterStream) {
  const id = verdict.organization;
  const parts = [
    folder === stream || folder === "." ? null : `in ${folder}`,
    site,
    organization,
    id === organization ? null : id,
  ];
  return parts.filter((part) => part !== null);
}

/** How many runs the stream has, and their numbers in its chain. */
export function runsInWords({ verdict: { runs, chain } }: RegisterStream): string {
  const count = `${runs.found} ${runs.found === 1 ? "run" : "runs"}`;
  if (chain.from === null) return count;
  const numbers = chain.to === null || chain.to === chain.from ? chain.from : `${chain.from} to ${chain.to}`;
  return `${count} (no. ${numbers})`;
}

const ITEM_COLUMNS = ["Item", "State", "Counted", "Evidence", "Where to look"];

/** An item under these columns. */
function itemRow(item: RegisterItem, { site }: RegisterStream) {
  const { controls, state } = item;
  const verb = state === "unknown" ? "Would support" : "Supports";
  const below =
    controls.length === 0 ? "Supports no control." : `${verb} ${controlsByFramework(controls).join(" · ")}`;
  const cells: readonly Words[] = [
    sentenceCase(ITEM_NAMES[item.id]),
    stateWord(state),
    item.counted,
    stackWords([
      item.freshness === "fresh" ? item.freshness : strong(item.freshness),
      phrase`collected ${time(item.collectedAt)}`,
      phrase`valid until ${time(item.validUntil)}`,
      phrase`next due ${time(item.nextDue)}`,
    ]),
    datadogLink(site ?? "", { href: item.link, label: "open in Datadog" }),
  ];
  return { cells, below };
}

function kindOf({ exitCode, isVerified }: Register): string {
  if (exitCode === 1 || exitCode === 2) return "failed";
  return exitCode === 0 && isVerified ? "complete" : "partial";
}

/** Whether all is fresh, in a word. */
export function registerWord({ exitCode, isVerified }: Register): string {
  const word = { 0: "All fresh", 1: "Not genuine", 2: "Could not be checked", 3: "Stale or missing" }[
    exitCode
  ];
  return isVerified ? word : `${word}, not verified`;
}

/** What is stale or missing, as a sentence. */
export function registerSentence({ streams }: Register): string {
  const behind = streams.flatMap((stream) =>
    stream.items.length === 0
      ? [`no evidence is here of ${stream.name}`]
      : stream.items
          .filter(({ freshness }) => freshness !== "fresh")
          .map(({ id, freshness }) => `${ITEM_NAMES[id]} of ${stream.name} are ${freshness}`),
  );
  if (behind.length === 0) return "Every item of every stream has evidence that is still valid.";
  return `${sentenceCase(behind.join("; "))}.`;
}

/** What was verified, as a sentence. */
export function verificationSentence({ isVerified, streams }: Register): string {
  if (!isVerified)
    return "Nothing was verified: no key and no identity was named. Anybody could have written this evidence.";
  const broken = streams.filter(({ verified }) => !verified).map((stream) => stream.name);
  if (broken.length === 0) return "Every run that is here was verified.";
  return `Not every run of ${list(broken)} is genuine, or could be checked: run verify to see why.`;
}

/** Which evidence is not from Datadog. */
export function originOf({ streams }: Register): readonly string[] {
  return [...new Set(streams.flatMap(({ verdict }) => originSentences(verdict)))];
}
