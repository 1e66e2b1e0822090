import { flagText, isFlagSet } from "../../config/flags.ts";
import { loadTrustIfGiven, TRUST_FLAGS, TRUST_NOTES } from "../../config/trust.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { keepHeapSmall } from "../../platform/heap.ts";
import { registerHtml, registerMarkdown } from "../../report/register/document.ts";
import { SEPARATOR_FLAG, separatorFrom } from "../options/separator.ts";
import type { Separator } from "../../report/render/csv.ts";
import type { Register } from "../../report/register/register.ts";
import { registerCsv, registerJson, registerText } from "../../report/register/formats.ts";
import { loadRegister } from "../../report/register/register.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import type { Command } from "../command.ts";

const FORMATS = ["text", "html", "md", "csv"] as const;

const FORMATTED = { html: registerHtml, md: registerMarkdown, csv: registerCsv } as const satisfies Record<
  Exclude<(typeof FORMATS)[number], "text">,
  (register: Register, separator?: Separator) => string
>;

export const statusCommand: Command = {
  summary: "list every item of every stream, and whether it is fresh",
  synopsis: "FOLDER [--format FORMAT] [flags]",
  words: { what: "one folder: of a stream or a repository", count: 1 },
  flags: {
    format: { argument: "FORMAT", description: "text (default), html, md or csv." },
    ...SEPARATOR_FLAG,
    json: { description: "Print the register as JSON." },
    ...TRUST_FLAGS,
  },
  notes: [
    "The register: item, state, counts, controls, when it was collected, until when it is valid, when the next run is due, and where to look. With --key or another flag that names what to trust, every run is verified; without one, the register says that nothing was.",
    "Exit 0: all fresh. 3: something is stale or missing. With trust given also 1: not genuine, and 2: could not be checked.",
    TRUST_NOTES,
  ],
  examples: [
    ["is everything fresh?", "datadog-evidence status compliance-evidence --key signing-key.pub.pem"],
    ["the register as a page", "datadog-evidence status compliance-evidence --format html > register.html"],
  ],

  async run(given, { print, width, paint }) {
    keepHeapSmall();
    const said = flagText(given, "format") ?? "text";
    const format = FORMATS.find((known) => known === said);
    if (format === undefined) {
      throw new Failure("input", `status: --format is one of ${FORMATS.join(", ")}`, {
        hint: "for JSON, use --json",
      });
    }
    const separator = separatorFrom(given, format);
    const [folder = ""] = given.words;
    const found = locateStreams(diskFiles(folder));
    if (found.kind === "run") {
      throw new Failure("input", `${folder} is the folder of one run, and status covers streams`, {
        hint: "name the folder of a stream or the repository; for one run, use report or verify",
      });
    }
    const trust = await loadTrustIfGiven(given);
    const register = await loadRegister(found.streams, { trust, now: new Date() });
    if (isFlagSet(given, "json")) print(registerJson(register));
    else if (format === "text") print(registerText(register, { width, paint }));
    else print(FORMATTED[format](register, separator));
    return register.exitCode;
  },
};
