import { isDayName, isRunName, isYearName, runPath, type RunPathParts } from "../../bundle/run-path.ts";
import { SIGNED_LATE, type Assurance, type ChainStatement } from "../../bundle/statement.ts";
import type { RunIdentity } from "../../evidence/schema.ts";
import type { CertifiedIdentity } from "../trust/certificate.ts";
import type { CheckLog, Failed, GenuineRun } from "./verdict.ts";

/** Checks that the certified workflow run is the run that collected, or that declared the gap. Null when it is. */
export function checkWorkflowRun(
  certified: CertifiedIdentity,
  {
    predicate: { run, assurance },
    named,
  }: {
    readonly predicate: ChainStatement["predicate"];
    /** As the evidence or the declaration of a gap names it; null where neither is there. */
    readonly named: RunIdentity | null;
  },
  log: CheckLog,
): Failed | null {
  const { run: url } = certified;
  const github = named?.github ?? null;
  const isNumber = /^\d+$/.test(run.id);
  if (github !== null && certified.repositoryId !== github.repositoryId) {
    const difference = `the certificate is of repository ${certified.repositoryId ?? "none"}`;
    return log.fail("run", `${difference}, but the run says that it is of ${github.repositoryId}`);
  }
  if (github !== null && !(isNumber && github.url.endsWith(`/actions/runs/${run.id}`))) {
    return log.fail("run", `the run ${run.id} says that it is ${github.url}, which has another number`);
  }
  const isDenied = named !== null && github === null && url !== null;
  if (!isDenied && !isNumber) {
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

/** How the workflow that the evidence names differs from the certified one, as a sentence; null where it does not. */
function otherWorkflow(
  { repository, workflowRef, workflowSha, event }: NonNullable<RunIdentity["github"]>,
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
