/** One folder of `src`: what lives there, and which other rooms its files may import. */
export interface Room {
  readonly name: string;
  /** One sentence: what a reader finds there. */
  readonly holds: string;
  /** The rooms below it that it uses. `failure.ts` is beneath every room. */
  readonly uses: readonly string[];
  /** Neither disk, network nor process: a browser build runs the same code. */
  readonly isPure?: true;
}

const DOCUMENT = ["evidence", "platform"] as const;
const SIGNED = ["bundle", ...DOCUMENT] as const;
const CHECKED = ["verify", "policy", "controls", ...SIGNED] as const;
/** What a run is made of. */
const RUN = ["config", "collectors", "sign", "publish", "report", "datadog", ...CHECKED] as const;
/** What the entries start. */
const ENTRY = ["demo", "setup", "run", ...RUN] as const;

/**
 * The rooms of `src`, from the entries down. An import goes down or stays in its
 * room. The linter's rules and the tree in ARCHITECTURE.md are generated from this.
 */
export const ROOMS: readonly Room[] = [
  {
    name: "action",
    holds: "the two GitHub Actions: inputs from the runner, outputs, visibility, the attestation store",
    uses: ENTRY,
  },
  {
    name: "cli",
    holds: "the command line: arguments, help, exit codes; one file for each command",
    uses: ENTRY,
  },
  {
    name: "browser",
    holds: "the page with which auditors verify without installing anything: the form, the judge, the answer",
    uses: ["report", ...CHECKED],
  },
  {
    name: "demo",
    holds: "an embedded Datadog, and the invented organisation that it serves",
    uses: ["run", ...RUN],
  },
  {
    name: "setup",
    holds: "before the first run: what the doctor looks at",
    uses: ["run", ...RUN],
  },
  {
    name: "run",
    holds: "one run from start to end",
    uses: RUN,
  },
  {
    name: "config",
    holds: "what a user may set, and what it means",
    uses: ["sign", "datadog", ...CHECKED],
  },
  {
    name: "collectors",
    holds: "one file for each evidence item: pages in, item out",
    uses: ["datadog", "controls", "policy", ...DOCUMENT],
  },
  { name: "sign", holds: "makes a bundle: by key or keyless, with a timestamp", uses: SIGNED },
  {
    name: "publish",
    holds: "evidence into a repository and an artifact: append to the chain, never overwrite",
    uses: ["sign", ...CHECKED],
  },
  {
    name: "report",
    holds: "evidence and verdicts as text for people: HTML, Markdown, CSV, summaries",
    uses: CHECKED,
    isPure: true,
  },
  {
    name: "verify",
    holds: "one run, one stream, one period: from bytes to a verdict",
    uses: ["policy", "controls", ...SIGNED],
    isPure: true,
  },
  {
    name: "datadog",
    holds: "Datadog's API: client, retries, rate limits, pages, errors, sites",
    uses: DOCUMENT,
  },
  {
    name: "bundle",
    holds: "what signing and verifying share: statement, bundle reader, run path, public key",
    uses: ["policy", ...DOCUMENT],
    isPure: true,
  },
  {
    name: "policy",
    holds: "what the organisation demands: expectations and waivers",
    uses: DOCUMENT,
    isPure: true,
  },
  {
    name: "controls",
    holds: "which item supports which control: a catalogue for each framework, and the organisation's own",
    uses: ["policy", ...DOCUMENT],
    isPure: true,
  },
  {
    name: "evidence",
    holds: "the document: schema, projection, rules, comparison, canonical form",
    uses: ["platform"],
    isPure: true,
  },
  {
    name: "platform",
    holds: "what is neither Datadog nor evidence: HTTP and proxies, disk, cryptography, log, secrets",
    uses: [],
  },
];

/** The folders within rooms, and what a reader finds there. */
export const FOLDERS: Readonly<Record<string, string>> = {
  "cli/commands": "one file for each command, named like it",
  "cli/options": "flags that several commands share",
  "browser/files": "what was dropped: archives and folders in memory, and where the evidence in them is",
  "browser/node": "what stands in for modules of Node",
  "demo/datadog": "the endpoints of the embedded Datadog",
  "demo/northwind": "the organisation's monitors, signals, findings and people",
  "collectors/slicing": "reading a long list in parallel slices of time",
  "collectors/store": "records while they are collected: index, batches, spool on disk",
  "sign/keyless": "Sigstore: identity token, Fulcio, Rekor",
  "sign/timestamp": "RFC 3161 timestamps",
  "publish/git": "a branch in a local repository",
  "publish/github": "a branch through GitHub's API",
  "report/render": "blocks and phrases, and how they become HTML, Markdown, CSV and lines of a terminal",
  "report/run": "the report of one run",
  "report/period": "the report of a period",
  "report/period/sections": "one file for each section of it",
  "report/register": "every item of every stream, by its newest run",
  "report/job-summary": "what GitHub shows of a job",
  "verify/period": "slots, figures and the verdict of a period; freshness",
  "verify/stream": "all runs of a stream: find, read, chain, copies, samples",
  "verify/run": "one run folder: signature, time, content, consistency, verdict",
  "verify/trust": "keys, roots, certificates, identities",
  "evidence/files": "evidence.json and records files: order, strict JSON, splitting, reassembly",
  "evidence/projection": "from a raw record to a kept one: fields, redaction, pseudonyms, caveats, times",
  "evidence/rules": "completeness, states and outcome, derived from what was observed",
  "evidence/comparison": "the changes between two runs",
};

/** The tree of `src` as text, for ARCHITECTURE.md. */
export function roomTree(): string {
  const lines = ROOMS.flatMap(({ name, holds }) => [
    [`${name}/`, holds],
    ...Object.entries(FOLDERS)
      .filter(([folder]) => folder.startsWith(`${name}/`))
      .map(([folder, what]) => {
        const parts = folder.split("/");
        return [`${"  ".repeat(parts.length - 1)}${parts.at(-1)}/`, what];
      }),
  ]);
  const width = Math.max(...lines.map(([folder = ""]) => folder.length)) + 2;
  return lines.map(([folder = "", what = ""]) => `${folder.padEnd(width)}${what}`).join("\n");
}

/** What a pure room may not import, by itself. */
const IMPURE = [
  "node:fs",
  "node:fs/promises",
  "node:child_process",
  "node:crypto",
  "node:net",
  "node:http",
  "node:https",
  "node:os",
  "undici",
];
/** Modules of `platform/` that a browser build has as well. */
const PURE_PLATFORM: ReadonlySet<string> = new Set(["crypto", "fold", "files", "time", "version", "text"]);
/** No folder is deeper than this below `src`. */
const DEEPEST = 3;

/** The linter's overrides: for each room and depth, which relative imports are refused. */
export function lintOverrides(platform: readonly string[]): readonly object[] {
  return ROOMS.flatMap((room) => {
    const refused = ROOMS.map(({ name }) => name).filter(
      (name) => name !== room.name && !room.uses.includes(name),
    );
    const impure = room.isPure === true ? platform.filter((name) => !PURE_PLATFORM.has(name)) : [];
    const targets = [
      ...refused.map((name) => `${name}/`),
      ...impure.map((name) => String.raw`platform/${name}\.ts$`),
      String.raw`index\.ts$`,
    ];
    return Array.from({ length: DEEPEST }, (_, depth) => ({
      files: [`src/${room.name}/${"*/".repeat(depth)}*.ts`],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            ...(room.isPure === true
              ? { paths: IMPURE.map((name) => ({ name, message: `${room.name}/ is pure` })) }
              : {}),
            patterns: [
              {
                regex: `^${String.raw`\.\./`.repeat(depth + 1)}(?:${targets.join("|")})`,
                message: `${room.name}/ imports ${[...room.uses, "failure.ts"].join(", ")} only: see scripts/rooms.ts`,
              },
            ],
          },
        ],
      },
    }));
  });
}
