import { execFileSync } from "node:child_process";

import { z } from "zod";

import { statementSigner, type Witness } from "../../src/sign/signing.ts";
import { clock, evidenceAt, sealedRun, WORKFLOW, workflowSigner } from "../support/sealed-run.ts";
import type { Workflow } from "../support/sealed-run.ts";
import { sigstoreWorld } from "../support/sigstore-world.ts";
import { alteredBundle, looseBundle, type Alter } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { attempt, PRIVATE, PUBLIC, SCENES, type Signing } from "./scenes.ts";

const FORGER = await sigstoreWorld();
const MINUTE = 60_000;

export const KEYLESS: Group = {
  title: "Keyless",
  attacker:
    "The attacker can run workflows, perhaps in the same repository, or issue certificates of their own authority.",
  rows: [
    byWorkflow(
      "sign with another workflow of the repository",
      { identity: WORKFLOW.identity.replace("e.yml", "x.yml") },
      ["identity", "the identity is https://github.com/northwind/platform/.github/workflows/x.yml"],
    ),
    byWorkflow("sign in a repository of the same name", { repositoryId: "772" }, [
      "identity",
      "the repository id is 772, not 771",
    ]),
    byWorkflow("sign in a repository of somebody else", { ownerId: "1" }, [
      "identity",
      "the owner id is 1, not 99",
    ]),
    byWorkflow("sign by a token of another issuer", { issuer: "https://token.actions.example" }, [
      "identity",
      "the issuer is https://token.actions.example, not",
    ]),
    byWorkflow("sign in another run of the same workflow", { run: WORKFLOW.run.replace("123", "124") }, [
      "run",
      "the certificate is of the run https://github.com/northwind/platform/actions/runs/124/attempts/1",
    ]),
    byWorkflow("sign in a run that somebody started by hand", { event: "workflow_dispatch" }, [
      "run",
      "the certificate is of the event workflow_dispatch, but the run says that it is of schedule",
    ]),
    byWorkflow("sign with the workflow of another commit", { workflowSha: "22ea89ea" }, [
      "run",
      "the certificate is of the commit 22ea89ea",
    ]),
    byWorkflow(
      "call a workflow that collects from another one",
      { workflow: WORKFLOW.workflow.replace("e.yml", "x.yml") },
      [
        "run",
        "the certificate is of the workflow https://github.com/northwind/platform/.github/workflows/x.yml",
      ],
    ),
    byWorkflow(
      "name another repository than the certificate",
      { repository: "https://github.com/northwind/other" },
      ["run", "the certificate is of the repository https://github.com/northwind/other"],
    ),
    row(
      "leave out that a workflow collected",
      "a workflow, privately",
      { evidence: (evidence) => ({ ...evidence, run: { ...evidence.run, github: null } }) },
      ["run", "but the run says that it is none of GitHub"],
    ),
    row("issue a certificate in the name of the authority", "a workflow, privately", { seal: forged() }, [
      "certificate",
      "was not issued by the authority that it names",
    ]),
    row(
      "use a certificate after its ten minutes",
      "a workflow, privately",
      { seal: privately([clock(PRIVATE, new Date(PRIVATE.now.getTime() + 20 * MINUTE))]) },
      ["certificate", "was not valid when it was used"],
    ),
    row("leave the timestamp out", "a workflow, privately", { seal: privately([]) }, [
      "time",
      "no trusted time shows that the certificate",
    ]),
    row(
      "leave the log entry out",
      "a workflow, publicly",
      { seal: statementSigner(workflowSigner(PUBLIC), { witnesses: [clock(PUBLIC)] }) },
      ["log", "the signature is in no log that the root of its certificate names"],
    ),
    row("take the log entry of another run", "a workflow, publicly", { alter: foreignEntry }, [
      "log",
      "the log entry is not about this signature",
    ]),
    row("edit when the log took it in", "a workflow, publicly", { alter: editedTime }, [
      "log",
      "or its log did not sign it",
    ]),
    row("edit the statement of a workflow", "a workflow, privately", { alter: editedStatement }, [
      "signature",
      "the certified key did not sign this",
    ]),
    row("damage the certificate", "a workflow, privately", { alter: recertified(() => "AAAA") }, [
      "certificate",
      "the certificate cannot be read",
    ]),
    unrooted("sign on GitHub's own instance, whose root was not given"),
  ],
};

function row(
  attack: string,
  signing: Signing,
  change: Parameters<typeof attempt>[1],
  [check, sentence]: readonly [string, string],
): Row {
  return { attack, check, sentence, exit: 1, attempt: attempt(signing, change) };
}

function privately(witnesses: readonly Witness[], workflow: Workflow = WORKFLOW) {
  return statementSigner(workflowSigner(PRIVATE, workflow), { witnesses });
}

function byWorkflow(attack: string, change: Partial<Workflow>, caught: readonly [string, string]): Row {
  const seal = privately([clock(PRIVATE)], { ...WORKFLOW, ...change });
  return row(attack, "a workflow, privately", { seal }, caught);
}

/** The certificate is the forger's, the clock the real one. */
function forged() {
  return statementSigner(workflowSigner(FORGER), { witnesses: [clock(PRIVATE)] });
}

/** A certificate as GitHub's own authority issues them; that it is not one of hers shows only with her root. */
function unrooted(attack: string): Row {
  const alter = recertified(() => certificateOf("/O=GitHub, Inc./CN=Fulcio Intermediate l1"));
  const caught = ["certificate", "of GitHub's own authority, for which no root was given"] as const;
  return { ...row(attack, "a workflow, privately", { alter }, caught), exit: 2 };
}

function certificateOf(issuer: string): string {
  const asked =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /dev/null -outform DER -subj";
  const workflow = ["-addext", `subjectAltName=URI:${WORKFLOW.identity}`];
  const answer = execFileSync("openssl", [...asked.split(" "), issuer, ...workflow], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return answer.toString("base64");
}

function recertified(change: (rawBytes: string) => string): Alter {
  return async ({ folder }) =>
    alteredBundle(folder, ({ verificationMaterial }) => {
      const { rawBytes } = Certificate.parse(verificationMaterial["certificate"]);
      verificationMaterial["certificate"] = { rawBytes: change(rawBytes) };
    });
}

const Certificate = z.object({ rawBytes: z.string() });

async function editedStatement({ folder }: Parameters<Alter>[0]): Promise<void> {
  await alteredBundle(folder, ({ dsseEnvelope }) => {
    const text = Buffer.from(dsseEnvelope.payload, "base64").toString();
    dsseEnvelope.payload = Buffer.from(text.replace("prod", "test")).toString("base64");
  });
}

async function foreignEntry({ folder, root }: Parameters<Alter>[0]): Promise<void> {
  const other = await sealedRun(`${root}/other`, evidenceAt(PUBLIC.now), SCENES["a workflow, publicly"].seal);
  const { verificationMaterial } = await looseBundle(other);
  await alteredBundle(folder, (bundle) => {
    bundle.verificationMaterial["tlogEntries"] = verificationMaterial["tlogEntries"];
  });
}

async function editedTime({ folder }: Parameters<Alter>[0]): Promise<void> {
  await alteredBundle(folder, ({ verificationMaterial }) => {
    const entries = z
      .array(z.looseObject({ integratedTime: z.string() }))
      .parse(verificationMaterial["tlogEntries"]);
    for (const entry of entries) entry.integratedTime = String(Number(entry.integratedTime) + 60);
    verificationMaterial["tlogEntries"] = entries;
  });
}
