import { isDayName, isRunName, isYearName, runPath, type RunPathParts } from "../../bundle/run-path.ts";
import { SIGNED_LATE, type Assurance, type ChainStatement } from "../../bundle/statement.ts";
import { MAPPING_NAME } from "../../controls/catalogue.ts";
import { checkControls } from "../../controls/check-controls.ts";
import { deriveAgain } from "../../evidence/rules/rules.ts";
import type { Evidence, RunIdentity } from "../../evidence/schema.ts";
import type { CertifiedIdentity } from "../trust/certificate.ts";
import type { CheckLog, Failed, GenuineRun } from "./verdict.ts";

type Predicate = ChainStatement["predicate"];

/**
 * Checks that counts, states and grades follow from the records, which must be
 * whole. Null when they do. What this version cannot derive again is not genuine.
 */
export function checkDerivation(evidence: Evidence, log: CheckLog): Failed | null {
  const rules = `version ${evidence.rules} of the rules`;
  return log.derive("derivation", deriveAgain(evidence), {
    unknown: `counts and states cannot be derived again: this version does not know ${rules}`,
    passed: `counts, states, grades and outcome follow from the records, by ${rules}`,
  });
}

/** Checks that the controls are those of the mapping that the evidence names. Null when they are. */
export function checkMapping(
  evidence: Evidence,
  files: Parameters<typeof checkControls>[1],
  log: CheckLog,
): Failed | null {
  const { version } = evidence.mapping;
  const own = files.mapping === undefined ? "" : ` and ${MAPPING_NAME}`;
  return log.derive("mapping", checkControls(evidence, files), {
    unknown: `the controls cannot be derived again: this version does not know the mapping ${version}`,
    passed: `the controls are those of the mapping ${version}${own}, by its sha256`,
  });
}

/** Checks that the certified workflow run is the run that collected, or that declared the gap. Null when it is. */
export function checkWorkflowRun(
  certified: CertifiedIdentity,
  {
    predicate: { run, assurance },
    named,
  }: {
    readonly predicate: Predicate;
    /** As the evidence or the declaration of a gap names it; null where neither is there. */
    readonly named: RunIdentity | null;
  },
  log: CheckLog,
): Failed | null {
  const { run: url } = certified;
  const github = named?.github ?? null;
  const wrong = github && (otherRepository(github, certified) ?? otherNumber(github, run.id));
  if (wrong !== null) return log.fail("run", wrong);
  const isDenied = named !== null && github === null && url !== null;
  if (!isDenied && !isNumber(run.id)) {
    log.remark(`the run ${run.id} is not a run of GitHub, so it was not compared with the certificate's`);
    return null;
  }
  const expected = `/actions/runs/${run.id}/attempts/${run.attempt}`;
  const isThisRun =
    github === null ? url?.endsWith(expected) === true : url === `${github.url}/attempts/${run.attempt}`;
  if (isDenied || !isThisRun) {
    const said = isDenied ? ", but the run says that it is none of GitHub" : `, not of ${expected}`;
    const difference = `the certificate is of the run ${url ?? "none"}${said}`;
    // Only evidence that was left unsigned is signed in another run than the one that collected.
    if (assurance.reason?.code !== SIGNED_LATE) return log.fail("run", difference);
    log.remark(`${difference}: ${assurance.reason.message}`);
    return null;
  }
  const other = github && otherWorkflow(github, certified);
  if (other !== null) return log.fail("run", other);
  log.pass("run", `the certificate is of the run that collected: ${url ?? ""}`);
  return null;
}

type WorkflowRun = NonNullable<RunIdentity["github"]>;

function otherRepository({ repositoryId }: WorkflowRun, certified: CertifiedIdentity): string | null {
  if (certified.repositoryId === repositoryId) return null;
  return `the certificate is of repository ${certified.repositoryId ?? "none"}, but the run says that it is of ${repositoryId}`;
}

function otherNumber({ url }: WorkflowRun, id: string): string | null {
  if (isNumber(id) && url.endsWith(`/actions/runs/${id}`)) return null;
  return `the run ${id} says that it is ${url}, which has another number`;
}

function isNumber(id: string): boolean {
  return /^\d+$/.test(id);
}

/** How the workflow that the evidence names differs from the certified one, as a sentence; null where it does not. */
function otherWorkflow(
  { repository, workflowRef, workflowSha, event }: WorkflowRun,
  certified: CertifiedIdentity,
): string | null {
  const pairs = [
    ["repository", certified.repository, `/${repository}`],
    ["workflow", certified.workflow, `/${workflowRef}`],
    ["commit", certified.workflowSha, workflowSha],
    ["event", certified.event, event],
  ] as const;
  // An older authority leaves some of them out; addresses begin with that of GitHub or of a server.
  const different = pairs.find(
    ([, sure, said]) => sure !== null && sure !== said && !(said.startsWith("/") && sure.endsWith(said)),
  );
  if (different === undefined) return null;
  const [what, sure, said] = different;
  return `the certificate is of the ${what} ${sure ?? ""}, but the run says that it is of ${said.replace(/^\//, "")}`;
}

/**
 * Checks that a folder with the name of a run is this run's, as far as its path
 * shows. Null when it is; a copy in a folder of another name is not held against it.
 */
export function checkFolder(
  path: string,
  predicate: RunPathParts & { readonly stream: { readonly name: string } },
  log: CheckLog,
): Failed | null {
  const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...path.split(/[\\/]/)].slice(-4);
  if (!isRunName(name)) {
    log.remark("the folder does not have the name of a run folder, so its path was not checked");
    return null;
  }
  const names = isDayName(day) ? [...(isYearName(year) ? [year] : []), day, name] : [name];
  const found = names.join("/");
  const expected = runPath(predicate);
  if (!`/${expected}`.endsWith(`/${found}`)) {
    return log.fail("folder", `the run is in ${found} but belongs in ${expected}`);
  }
  const isBelowStream = names.length === 3;
  if (isBelowStream && stream !== predicate.stream.name) {
    const own = predicate.stream.name;
    return log.fail(
      "folder",
      `the run is in stream ${stream} but belongs to ${own}: if the folder ${stream} is a copy, rename it to ${own}`,
    );
  }
  log.pass("folder", `the run is where its evidence says: ${found}`);
  if (!isBelowStream) {
    const checked = names.length === 1 ? "its name was" : "its name and day were";
    log.remark(`the folder is not below a stream, so only ${checked} checked`);
  }
  return null;
}

/** Checks that the signature has all that the statement promises. Null when it has; more is not held against it. */
export function checkPromises(
  promised: Assurance,
  reached: GenuineRun["reached"],
  log: CheckLog,
): Failed | null {
  const missing = PARTS.filter((part) => promised[part] && !reached[part]);
  if (promised.signing !== reached.signing || missing.length > 0) {
    return log.fail("promises", `promised ${inWords(promised)}, but found only ${inWords(reached)}`);
  }
  log.pass("promises", `promised and found: ${inWords(promised)}`);
  for (const part of PARTS) {
    if (reached[part] && !promised[part]) log.remark(`found without being promised: ${WORDS[part]}`);
  }
  if (promised.reason !== undefined) {
    log.remark(`promised with a reason: ${promised.reason.message} (${promised.reason.code})`);
  }
  return null;
}

const PARTS = ["timestamp", "log"] as const;
const WORDS = { timestamp: "a timestamp", log: "an entry in a transparency log" } as const;

function inWords(assurance: GenuineRun["reached"]): string {
  const parts = PARTS.filter((part) => assurance[part]).map((part) => WORDS[part]);
  return [`signing ${assurance.signing}`, ...parts].join(", ");
}
