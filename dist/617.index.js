export const id = 617;
export const ids = [617];
export const modules = {

/***/ 41617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/attest/identity-token.js
var identity_token = __webpack_require__(93815);
// EXTERNAL MODULE: ./lib/attest/instance.js
var instance = __webpack_require__(55434);
// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(11848);
// EXTERNAL MODULE: ./lib/collectors/spool.js
var collectors_spool = __webpack_require__(89611);
// EXTERNAL MODULE: ./lib/config.js
var lib_config = __webpack_require__(12193);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/evidence/files.js
var files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/identity.js
var lib_identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/job.js
var lib_job = __webpack_require__(67200);
// EXTERNAL MODULE: ./lib/gate.js
var gate = __webpack_require__(13364);
// EXTERNAL MODULE: ./lib/signing-inputs.js
var signing_inputs = __webpack_require__(99048);
;// CONCATENATED MODULE: ./lib/outputs.js


/** The Action's outputs under their names. None holds the site, a secret, or text from Datadog. */
const OUTPUTS = {
    outcome: {
        description: "Outcome of the collection: complete, partial or failed. Never a judgement on compliance.",
        value: ({ published }) => published.evidence.outcome,
    },
    "exit-code": {
        description: "0, 1 (a content gate fired), 2 (could not) or 3 (published, but not complete).",
        value: ({ exit }) => String(exit.code),
    },
    "security-signals-state": state("security-signals"),
    "compliance-monitors-state": state("compliance-monitors"),
    "cspm-findings-state": state("cspm-findings"),
    "critical-signals": count("critical-signals", "Critical security signals of the last 7 days"),
    "high-signals": count("high-signals", "High security signals of the last 7 days"),
    "failing-monitors": count("failing-monitors", "Tagged monitors in Alert or Warn"),
    "critical-findings": count("critical-findings", "Failing critical posture checks, muted ones included"),
    "high-findings": count("high-findings", "Failing high posture checks, muted ones included"),
    "evidence-sha256": {
        description: "sha256 of evidence.json in hex.",
        value: ({ published }) => published.evidenceSha256,
    },
    assurance: {
        description: "How the evidence is signed: key, key+time (with a timestamp), keyless, or none.",
        value: ({ published }) => (0,signing_inputs/* levelOf */.In)(published.attestation?.statement ?? null) ?? "none",
    },
    "artifact-name": {
        description: "Name of the artifact; empty where there is none.",
        value: ({ published }) => published.artifact?.name ?? "",
    },
    "artifact-id": {
        description: "Id of the artifact, a number; empty where there is none.",
        value: ({ published }) => String(published.artifact?.id ?? ""),
    },
    commit: {
        description: "Commit that holds the evidence, 40 hexadecimal characters; empty where there is none.",
        value: ({ published }) => published.commit ?? "",
    },
    folder: {
        description: "Path of the run folder on the runner.",
        value: ({ published }) => published.folder,
    },
};
function state(id) {
    return {
        description: `State of ${id}: attention, clear or unknown; empty where it was not asked for.`,
        value: ({ published }) => published.evidence.items.find((item) => item.id === id)?.result.state ?? "",
    };
}
function count(name, what) {
    return {
        description: `${what}, a number; a floor where the item is partial, empty where nothing is known.`,
        value: ({ published }) => String((0,gate/* metric */.TH)(name, published.evidence) ?? ""),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/attest/exchange.js
var exchange = __webpack_require__(16516);
// EXTERNAL MODULE: ./lib/connections.js
var connections = __webpack_require__(70050);
// EXTERNAL MODULE: ./lib/evidence/json.js
var evidence_json = __webpack_require__(92031);
;// CONCATENATED MODULE: ./lib/publish/attestation-store.js




const Created = schemas/* object */.Ikc({ id: schemas/* number */.aig() });
const Refused = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** Stores a bundle that was signed keyless as an attestation of the repository that the job runs in. */
async function storeAttestation(bundle, { token, environment, signal, }) {
    const { GITHUB_API_URL: api = "", GITHUB_REPOSITORY: repository = "" } = environment;
    const isSafe = URL.canParse(api) && (new URL(api).protocol === "https:" || (0,connections/* isLoopback */.U9)(api));
    if (!isSafe || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        return { ok: false, why: "the job does not say where GitHub's API and its repository are" };
    }
    const answer = await (0,exchange/* asked */.N)({
        method: "POST",
        url: `${api}/repos/${repository}/attestations`,
        headers: {
            accept: "application/vnd.github+json",
            authorization: `Bearer ${token}`,
            "content-type": "application/json",
            "x-github-api-version": "2022-11-28",
        },
        body: Buffer.from(`{"bundle":${bundle.trim()}}`),
    }, signal);
    if (!answer.ok)
        return { ok: false, why: `GitHub's API ${answer.why}` };
    const json = (0,evidence_json/* readJson */.V)(answer.bytes);
    const value = "trouble" in json ? null : json.value;
    const created = Created.safeParse(value);
    if (answer.status === 201 && created.success)
        return { ok: true, id: created.data.id };
    return { ok: false, why: refusal(answer.status, Refused.safeParse(value).data?.message) };
}
function refusal(status, message) {
    const said = message === undefined ? "" : `, saying ${JSON.stringify(message.slice(0, 200))}`;
    const refused = `GitHub's API refused it (status ${status}${said})`;
    if (message !== undefined && /feature not available/i.test(message)) {
        return `${refused}; private repositories need GitHub Enterprise Cloud for that`;
    }
    return status === 403 || status === 404
        ? `${refused}; the token needs permissions: attestations: write, and the plan must have attestations`
        : refused;
}

// EXTERNAL MODULE: ./lib/publish/github-branch.js + 3 modules
var github_branch = __webpack_require__(3106);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/evidence/leaks.js
var leaks = __webpack_require__(75417);
// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
;// CONCATENATED MODULE: ./lib/publish/raw-pages.js







const compressed = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Datadog's answers as they arrive, each body once, on disk and not in memory.
 * All that the ledger of the evidence names can be laid beside it, or none.
 */
class RawPages {
    #folder;
    #secretForms;
    /** By sha256 of the body: the kind of secret in it, null where there is none. */
    #kept = new Map();
    /** Why one could not be kept, which makes the others worthless. */
    #lost = null;
    constructor(folder, secretForms) {
        this.#folder = folder;
        this.#secretForms = secretForms;
    }
    /** An empty collection in a new folder below the one given. */
    static async below(folder, secretForms) {
        return new RawPages(await (0,promises_.mkdtemp)(external_node_path_.join(folder, "datadog-evidence-pages-")), secretForms);
    }
    /** Keeps the body of a page. Never throws: no page is worth a failed collection. */
    async keep({ sha256 }, bytes) {
        if (this.#lost !== null || this.#kept.has(sha256))
            return;
        this.#kept.set(sha256, (0,leaks/* leakIn */.P)(bytes, this.#secretForms));
        try {
            await (0,promises_.writeFile)(this.#fileOf(sha256), await gzipped(bytes));
        }
        catch (error) {
            this.#lost = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
            // A disk that is full of pages has no room for the evidence.
            await this.#discard();
        }
    }
    /**
     * Writes `raw/<item>/<nnn>.json.gz` below the folder, numbered as in the
     * item's ledger; a page without an answer has no file. Answers with the names.
     * Throws the failure that keeps them all back.
     */
    async writeBelow(root, evidence) {
        const pages = evidence.items.flatMap(answered);
        this.#refuse(evidence, pages);
        try {
            for (const { name, sha256 } of pages) {
                const file = external_node_path_.join(root, name);
                await (0,run_folder/* makeFolder */.fc)(external_node_path_.dirname(file));
                await (0,promises_.copyFile)(this.#fileOf(sha256), file, promises_.constants.COPYFILE_EXCL);
            }
        }
        catch (error) {
            throw keptBack("they cannot be written", error);
        }
        return pages.map(({ name }) => name);
    }
    async [Symbol.asyncDispose]() {
        await this.#discard();
    }
    #refuse({ items }, pages) {
        if (this.#lost !== null)
            throw keptBack(`a raw page could not be kept (${this.#lost})`);
        // A runner that was told to stop leaves seconds, and those belong to the evidence.
        if (items.some(({ collection }) => collection.reason?.code === "cancelled"))
            throw keptBack("the run was cancelled");
        for (const { name, sha256 } of pages) {
            const leak = this.#kept.get(sha256);
            if (leak === undefined)
                throw keptBack(`${name} was not kept`);
            if (leak !== null)
                throw keptBack(`${name} holds ${leak}`);
        }
    }
    #fileOf(sha256) {
        return external_node_path_.join(this.#folder, `${sha256}.json.gz`);
    }
    async #discard() {
        try {
            await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
        }
        catch {
            // It lies in the runner's own temporary folder, which the runner empties.
        }
    }
}
function keptBack(why, cause) {
    return new failure/* Failure */.HR("not-published", why, { cause });
}
/** The pages of an item that were answered, numbered through its ledger from 1. */
function answered({ id, collection }) {
    const pages = collection.requests.flatMap((request) => request.pages);
    return pages.flatMap(({ status, sha256 }, index) => status === 0 ? [] : [{ name: `raw/${id}/${String(index + 1).padStart(3, "0")}.json.gz`, sha256 }]);
}
/** Where in a gzip header the operating system stands (RFC 1952, 2.3.1), and what says that nobody tells. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;
/** Equal input gives equal bytes: no time, no name, no system. */
async function gzipped(bytes) {
    const zipped = await compressed(bytes);
    zipped[SYSTEM_AT] = UNKNOWN_SYSTEM;
    return zipped;
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
;// CONCATENATED MODULE: ./lib/publish/visibility.js


const TIMEOUT_MS = 10_000;
/** From the event's payload, else the job's OIDC claim, else GitHub's API. */
async function visibilityOf(event, environment) {
    const { visibility, private: isPrivate } = event.repository ?? {};
    if (visibility !== undefined)
        return visibility === "public" ? "public" : "not-public";
    if (isPrivate !== undefined)
        return isPrivate ? "not-public" : "public";
    const claimed = await claimedVisibility(environment);
    return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}
const Token = schemas/* object */.Ikc({ value: schemas/* string */.YjP() });
const Claims = schemas/* object */.Ikc({ repository_visibility: schemas/* string */.YjP() });
async function claimedVisibility(environment) {
    const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
    const token = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!url || !token)
        return "unknown";
    const answer = await asked(`${url}&audience=datadog-evidence`, { authorization: `Bearer ${token}` });
    const parsed = Token.safeParse(answer?.json);
    if (!parsed.success)
        return "unknown";
    try {
        const [, payload = ""] = parsed.data.value.split(".");
        const claims = Claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
        return claims.repository_visibility === "public" ? "public" : "not-public";
    }
    catch {
        // A token of another shape tells nothing.
        return "unknown";
    }
}
/** Asked without a token, GitHub shows public repositories and answers 404 for all others. */
async function visibilityByApi(environment) {
    const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = environment;
    if (!api || !repository)
        return "unknown";
    const answer = await asked(`${api}/repos/${repository}`, { accept: "application/vnd.github+json" });
    if (answer?.status === 404)
        return "not-public";
    const parsed = schemas/* object */.Ikc({ private: schemas/* boolean */.zMY() }).safeParse(answer?.json);
    if (answer?.status !== 200 || !parsed.success)
        return "unknown";
    return parsed.data.private ? "not-public" : "public";
}
async function asked(url, headers) {
    if (!URL.canParse(url))
        return null;
    const { hostname } = new URL(url);
    const dispatcher = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname)
        ? new undici/* Agent */.g6()
        : new undici/* EnvHttpProxyAgent */.J2();
    try {
        const response = await (0,undici/* request */.Em)(url, {
            dispatcher,
            signal: AbortSignal.timeout(TIMEOUT_MS),
            headers: { ...headers, "user-agent": "datadog-evidence" },
        });
        return { status: response.statusCode, json: JSON.parse(await response.body.text()) };
    }
    catch {
        // No answer is no knowledge; the caller warns.
        return null;
    }
    finally {
        await dispatcher.destroy();
    }
}

// EXTERNAL MODULE: ./lib/report/guide.js
var guide = __webpack_require__(67878);
// EXTERNAL MODULE: ./lib/report/of-run.js + 10 modules
var of_run = __webpack_require__(22632);
// EXTERNAL MODULE: ./lib/report/lines.js
var lines = __webpack_require__(91901);
// EXTERNAL MODULE: ./lib/report/run-order.js
var run_order = __webpack_require__(83506);
// EXTERNAL MODULE: ./lib/report/run-proof.js
var run_proof = __webpack_require__(43836);
// EXTERNAL MODULE: ./lib/report/run-words.js
var run_words = __webpack_require__(46007);
// EXTERNAL MODULE: ./lib/report/since.js
var report_since = __webpack_require__(68796);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/summary.js






/** GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_SUMMARY = 900_000;
const MOST_LISTED = 20;
const MARKS = { attention: "▲ attention", clear: "● clear", unknown: "○ unknown" };
const STATUS_MARKS = {
    complete: "✓ complete",
    partial: "◐ partial",
    skipped: "– skipped",
    failed: "× failed",
};
/** The job summary as Markdown, always below what GitHub takes. */
function summary(run) {
    const { evidence, reasons } = run;
    const since = (0,report_since/* sinceLastRun */.Cn)(run.attestation?.statement ?? null);
    const parts = [
        `## Evidence from Datadog, ${(0,report_text/* markdown */.wD)(evidence.stream.name)}: ${evidence.outcome}`,
        "",
        (0,run_words/* statesInWords */.Bs)(evidence.items),
        "",
        ...[...reasons, ...lessThanAsked(run)].map((reason) => `> ${(0,report_text/* markdown */.wD)(reason)}\n`),
        "| Item | State | Counts | Since the run before | Collected | Supports |",
        "| --- | --- | --- | --- | --- | --- |",
        ...evidence.items.map((item) => row(item, since)),
        "",
        ...needs(evidence.items),
        ...changed(since, evidence),
        ...details(run),
    ];
    return cut(`${parts.join("\n")}\n`);
}
function row(item, since) {
    const { collection, result, controls } = item;
    const grade = collection.grade === null ? "" : `, ${collection.grade}`;
    const cells = [
        `[${(0,report_text/* markdown */.wD)(run_words/* ITEM_NAMES */.fH[item.id])}](${href(item.link)})`,
        MARKS[result.state],
        (0,report_text/* markdown */.wD)((0,run_words/* countsInWords */.Pe)(item)),
        // Where nothing was compared the reason stands once, below the table.
        "nothing" in since ? "–" : (0,report_text/* markdown */.wD)((0,report_since/* changesInWords */.W1)(since, item.id)),
        `${STATUS_MARKS[collection.status]}${grade}`,
        (0,run_words/* list */.p_)(controls.map(({ id, support }) => (support === "direct" ? id : `${id} (claimed)`))),
    ];
    return `| ${cells.join(" | ")} |`;
}
/** What a person must look at first, with links into Datadog. */
function needs(items) {
    const why = items.flatMap(({ id, result, collection }) => {
        const reason = result.reason ?? collection.reason;
        return reason === null
            ? []
            : [
                `- ${run_words/* ITEM_NAMES */.fH[id]}: ${(0,report_text/* markdown */.wD)(reason.message)}${reason.hint === null ? "" : `. ${(0,report_text/* markdown */.wD)(reason.hint)}`}`,
            ];
    });
    const { shown, more } = (0,run_order/* shortened */.vI)(items.values().flatMap(urgent), MOST_LISTED);
    if (why.length + shown.length === 0)
        return [];
    return [
        "### Look at first",
        "",
        ...why,
        ...shown,
        ...(more > 0 ? [`- and ${more} more, in the evidence`] : []),
        "",
    ];
}
/** What changed by name; the statement names at most twenty of a kind. */
function changed(since, evidence) {
    if ("nothing" in since)
        return [`Since the run before: ${(0,report_text/* markdown */.wD)(since.nothing)}.`, ""];
    const lines = since.changes.items.flatMap((item) => (0,report_since/* changesOf */.fs)(item).flatMap((change) => {
        const { words, count, ids } = change;
        if (count === null || (0,report_since/* isNormal */.Sp)(change))
            return [];
        const names = (0,report_since/* namesIn */.wX)(evidence, item, ids);
        const named = ids.map((id) => (0,report_text/* markdown */.wD)(names.get(id) ?? String(id)));
        const more = count - ids.length;
        const which = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
        return [`- ${run_words/* ITEM_NAMES */.fH[item.id]} ${words}: ${which}`];
    }));
    const remarks = (0,report_since/* remarksOn */.rc)(since.changes).map((remark) => `- ${(0,report_text/* markdown */.wD)((0,run_words/* sentenceCase */.o3)(remark))}`);
    if (lines.length + remarks.length === 0)
        return [];
    return ["### Since the run before", "", ...remarks, ...lines, ""];
}
function urgent(item) {
    if (item.id === "security-signals") {
        return item.records
            .values()
            .filter(({ severity, triage }) => severity === "critical" && triage.state !== "archived")
            .map(({ title, id, link }) => () => `- critical signal: [${(0,report_text/* markdown */.wD)(title ?? id)}](${href(link)})`);
    }
    if (item.id === "compliance-monitors") {
        return item.records
            .values()
            .filter(({ verdict }) => verdict === "failing")
            .map(({ name, id, state, link }) => () => `- monitor in ${(0,report_text/* markdown */.wD)(state)}: [${(0,report_text/* markdown */.wD)(name ?? String(id))}](${href(link)})`);
    }
    return item.records
        .values()
        .filter(({ severity, muted }) => severity === "critical" && !muted)
        .map(({ title, rule, link }) => () => `- critical finding: [${(0,report_text/* markdown */.wD)(title ?? rule?.name ?? rule?.id ?? "unnamed")}](${href(link)})`);
}
function details(run) {
    const { evidence, evidenceSha256, attestation, place } = run;
    const caveats = evidence.items.flatMap(({ id, caveats: of }) => of.map((caveat) => `- ${run_words/* ITEM_NAMES */.fH[id]}: ${(0,report_text/* markdown */.wD)(caveat)}`));
    return [
        ...committed(run),
        ...uploaded(run),
        "<details><summary>Requests, limits, digests, and how to verify</summary>",
        "",
        ...evidence.items.flatMap(({ collection }) => collection.requests.map(({ method, path, pages }) => `- ${method} ${(0,report_text/* markdown */.wD)(path)}: ${(0,lines/* answersInWords */.U)(pages)}, ${recordsInWords(pages)}`)),
        "",
        ...caveats,
        "",
        `- evidence.json sha256 ${evidenceSha256}`,
        ...signatureLines(attestation),
        "",
        "```sh",
        `datadog-evidence verify ${(0,report_text/* visible */.RK)(place)} ${trustFlags(attestation)}`,
        "```",
        "",
        "</details>",
        "",
        "This evidence supports controls. It is not a statement of compliance.",
    ];
}
/** Why no better is promised of the signature, unless that is among the reasons already. */
function lessThanAsked({ attestation, reasons }) {
    const message = attestation?.statement.predicate.assurance.reason?.message;
    if (message === undefined || reasons.some((reason) => reason.includes(message)))
        return [];
    return [`signed without a trusted time: ${message}`];
}
/** By whom it was signed, when, and why not better. */
function signatureLines(attestation) {
    if (attestation === null)
        return ["- not signed"];
    const { statement, signedBy, signedAt } = attestation;
    const { signing, log } = statement.predicate.assurance;
    const who = signing === "key" ? `signed by the key ${signedBy}` : `signed keyless by ${(0,report_text/* markdown */.wD)(signedBy)}`;
    return [
        `- ${who}${log ? ", in the public log of Sigstore" : ""}`,
        signedAt === null ? "- no trusted time" : `- trusted time ${signedAt}`,
    ];
}
function trustFlags(attestation) {
    if (attestation?.statement.predicate.assurance.signing !== "keyless")
        return "--key signing-key.pub.pem";
    const { signedBy } = attestation;
    const host = URL.canParse(signedBy) ? new URL(signedBy).host : "github.com";
    const issuer = `https://token.actions.${host === "github.com" ? "githubusercontent.com" : host}`;
    return `--trusted-root trusted_root.jsonl --identity ${(0,report_text/* visible */.RK)((0,run_proof/* shellWord */.r7)(signedBy))} --issuer ${(0,report_text/* visible */.RK)(issuer)}`;
}
function committed({ commit, sequence }) {
    if (commit === null)
        return [];
    const { id, url, repository } = commit;
    const short = id.slice(0, 12);
    const where = url === null ? short : `[${short}](${href(url)})`;
    return [
        `Commit ${where} of ${(0,report_text/* markdown */.wD)(repository)}${sequence === null ? "" : `, run ${sequence} of its chain`}.`,
        "",
    ];
}
function uploaded({ artifact }) {
    if (artifact === null)
        return [];
    const { name, url } = artifact;
    return [`Artifact ${url === null ? (0,report_text/* markdown */.wD)(name) : `[${(0,report_text/* markdown */.wD)(name)}](${href(url)})`}.`, ""];
}
/** An error carries no records; a zero would say that there were none to carry. */
function recordsInWords(pages) {
    const good = pages.filter(({ status }) => status >= 200 && status < 300);
    if (good.length === 0)
        return "records not known";
    return `${good.reduce((sum, { items }) => sum + items, 0)} records`;
}
/** Links are ours, but what is inside a Markdown link must not end it. */
function href(url) {
    return url.replaceAll(/[()\s<>|]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
}
/** Ends after a whole line, and never inside what is folded away. */
function cut(text) {
    if (Buffer.byteLength(text) <= LARGEST_SUMMARY)
        return text;
    const start = Buffer.from(text).subarray(0, LARGEST_SUMMARY).toString("utf8");
    const whole = start.slice(0, start.lastIndexOf("\n"));
    const isFolded = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
    const end = isFolded ? "\n\n</details>" : "";
    return `${whole}${end}\n\nCut here; the rest is in evidence.json of the artifact.\n`;
}

// EXTERNAL MODULE: ./lib/run.js + 33 modules
var run = __webpack_require__(36759);
// EXTERNAL MODULE: ./lib/sealing.js + 5 modules
var sealing = __webpack_require__(10612);
// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
;// CONCATENATED MODULE: ./lib/action.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



























/** The Action: reads its inputs, runs, tells, and decides the exit. `dist` is the folder it lies in. */
async function action(dist) {
    const raw = Object.fromEntries(lib_config/* INPUT_NAMES */.Qh.map((name) => [name, (0,lib_job/* inputOf */.w)(process.env, name)]));
    const secrets = (0,lib_secrets/* formsOf */.X)([
        ...lib_config/* SECRET_NAMES */.AS.map((name) => raw[name]),
        process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
    ]);
    const job = new lib_job/* Job */._(secrets);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const spool = __addDisposableResource(env_1, new collectors_spool/* Spool */.Q(), false);
            const config = (0,lib_config/* configOf */.W1)(raw, {
                otherProblems: [...notForActions(process.env), ...(0,instance/* localProblems */.i)(process.env), ...uncommitted(raw)],
                hasIdentity: (0,identity_token/* canIdentify */.B)(process.env),
            });
            tell(await collectAndPublish(config, { dist, secrets, job, spool }), { config, job, secrets });
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch (error) {
        job.setOutput("exit-code", "2");
        job.fail((0,failure/* explain */.WE)(error), 2);
    }
    await job.finished();
    // An upload that was given up may still wait for its service, but nothing waits for it.
    process.stdout.write("", () => process.exit());
}
/** What the command line may be given and the Action may not. */
function notForActions(env) {
    if (!env["DD_API_URL"])
        return [];
    return ["DD_API_URL: the Action only asks Datadog itself; remove it from the environment of this job"];
}
function uncommitted(raw) {
    if (raw["commit"] !== "false" || raw["repository"])
        return [];
    return ["commit: false leaves the run to publish, so name the repository whose chain it continues"];
}
async function collectAndPublish(config, { dist, secrets, job, spool, }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { env } = process;
        const { log } = job;
        const event = await (0,lib_identity/* eventPayload */.Z3)(env);
        await refusePublic(config, { event, log });
        const identity = (0,lib_identity/* runIdentity */.yK)(env, event);
        // A folder of its own: another step of this job may have collected too.
        const temporary = env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)();
        await (0,run_folder/* ensureWritable */.ZZ)(temporary, "RUNNER_TEMP");
        const out = await (0,promises_.mkdtemp)(external_node_path_.join(temporary, "datadog-evidence-"));
        const rawPages = __addDisposableResource(env_2, config["raw-pages"] ? await RawPages.below(temporary, secrets) : null, true);
        const signal = (0,cancellation/* cancellation */.W)();
        const ran = await (0,run/* run */.e)(config, {
            run: identity,
            collector: async () => {
                const [identified] = await Promise.all([(0,lib_identity/* collectorIdentity */.K3)(dist), job.prepare()]);
                return identified;
            },
            apiUrl: null,
            repository: repositoryOf(config, env),
            sealing: await (0,sealing/* sealingOf */.j)(config.chosen, {
                environment: env,
                signal,
                conceal: (secret) => job.conceal(secret),
                log,
            }),
            to: {
                out,
                artifact: { retentionDays: config["retention-days"], rawPages },
                guide: (0,guide/* verifyGuide */.k)(),
                companions: ({ evidence, files, attestation }) => [
                    (0,file/* fileOf */.W7)("report.html", (0,of_run/* reportOfRun */.Z)({
                        evidence,
                        files,
                        statement: attestation?.statement ?? null,
                        signedBy: attestation?.signedBy ?? null,
                    })),
                ],
            },
            signal,
            spool,
            now: () => new Date(),
            log,
        });
        const token = config["attestation-token"];
        if (token !== null && ran.published.attestation !== null) {
            const { bundle } = ran.published.attestation;
            const stored = await storeAttestation(bundle, { token, environment: env, signal });
            if (stored.ok)
                log.info(`stored as GitHub attestation ${stored.id}`);
            else
                log.warning(`not stored as a GitHub attestation: ${stored.why}`);
        }
        return ran;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_2);
        if (result_1)
            await result_1;
    }
}
function repositoryOf(config, env) {
    const { repository, "repository-token": token } = config;
    if (repository === null || token === null)
        return null;
    return new github_branch/* GitHubBranch */.k({
        repository,
        token,
        branch: config.branch,
        path: config.path,
        apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
        allowPublic: config["allow-public"],
        seed: config.seed,
    });
}
/** Evidence of open weaknesses is a list of targets: nobody publishes it by mistake. */
async function refusePublic(config, { event, log }) {
    if (config["allow-public"] && !config["raw-pages"])
        return;
    const visibility = await visibilityOf(event, process.env);
    if (visibility === "not-public")
        return;
    if (config["raw-pages"])
        throw rawPagesRefused(visibility);
    if (visibility === "public") {
        throw new failure/* Failure */.HR("input", "this repository is public, so everybody could read the evidence; nothing was collected", {
            hint: "run it in a private repository, or set allow-public: true if that is what you want",
        });
    }
    log.warning("nothing tells whether this repository is public; in a public one everybody reads the artifact and the summary");
}
/** Raw answers hold e-mail addresses and whatever else people write into Datadog: no input makes that public. */
function rawPagesRefused(visibility) {
    const why = visibility === "public"
        ? "this repository is public"
        : "nothing tells that this repository is not public";
    return new failure/* Failure */.HR("input", `raw-pages: ${why}, and raw answers hold personal data; nothing was collected`, { hint: "set raw-pages: false, or run it in a private repository" });
}
/** Summary, outputs and the exit, once everything is published. */
function tell(ran, { config, job, secrets, }) {
    const { published, exit } = ran;
    const { evidence, artifact } = published;
    for (const [name, { value }] of Object.entries(OUTPUTS))
        job.setOutput(name, value(ran));
    const runUrl = evidence.run.github?.url ?? null;
    const text = summary({
        evidence,
        evidenceSha256: published.evidenceSha256,
        attestation: published.attestation,
        artifact: artifact === null
            ? null
            : { ...artifact, url: runUrl === null ? null : `${runUrl}/artifacts/${artifact.id}` },
        commit: published.commit === null
            ? null
            : { id: published.commit, url: published.commitUrl, repository: config.repository ?? "" },
        sequence: published.attestation?.statement.predicate.sequence ?? null,
        place: `${evidence.stream.name}/${(0,files/* runFolder */.kQ)(evidence)}`,
        reasons: exit.reasons.map((reason) => (0,lib_secrets/* concealed */.T)(reason, secrets)),
    });
    writeSummary((0,lib_secrets/* concealed */.T)(text, secrets));
    if (exit.code === 0)
        return;
    const reasons = exit.reasons.map((reason) => (0,report_text/* logLine */.BP)((0,lib_secrets/* concealed */.T)(reason, secrets)));
    job.fail(reasons.join("\n"), exit.code);
}
function writeSummary(text) {
    // The summary of @actions/core keeps a buffer of its own and knows no limit.
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (file)
        (0,external_node_fs_.appendFileSync)(file, text);
}


/***/ }),

/***/ 67200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Job),
/* harmony export */   w: () => (/* binding */ inputOf)
/* harmony export */ });
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44639);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80150);


/**
 * The job of GitHub Actions that we run in: its inputs, log, outputs and
 * result. What is said is said in order, and not before every secret is masked.
 * The toolkit is loaded when it is first needed, or while Datadog answers.
 */
class Job {
    #secrets;
    #toolkit = null;
    #said = Promise.resolve();
    constructor(secrets) {
        this.#secrets = secrets;
    }
    /** Text from Datadog is made harmless before it gets here; secrets are concealed once more. */
    get log() {
        const safe = (line) => (0,_report_text_js__WEBPACK_IMPORTED_MODULE_0__/* .logLine */ .BP)((0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealed */ .T)(line, this.#secrets));
        return {
            info: (line) => this.#say((core) => core.info(safe(line))),
            warning: (line) => this.#say((core) => core.warning(safe(line))),
            debug: (line) => this.#say((core) => core.debug(safe(line))),
            group: (title, lines) => this.#say((core) => {
                core.startGroup(safe(title));
                for (const line of lines)
                    core.info(safe(line));
                core.endGroup();
            }),
        };
    }
    setOutput(name, value) {
        this.#say((core) => core.setOutput(name, (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealed */ .T)(value, this.#secrets)));
    }
    /** Masks a secret that came up during the run. */
    conceal(secret) {
        const forms = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .formsOf */ .X)([secret]);
        this.#secrets = [...forms, ...this.#secrets];
        this.#say((core) => {
            for (const form of forms)
                core.setSecret(form);
        });
    }
    /** Ends the job with an annotation and this exit code. */
    fail(message, code) {
        this.#say((core) => {
            core.setFailed((0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealed */ .T)(message, this.#secrets));
            process.exitCode = code;
        });
    }
    /** Loads the toolkit, so that the first line need not wait for it. */
    async prepare() {
        await this.#loaded();
    }
    /** Resolves when everything is said. */
    async finished() {
        await this.#said;
    }
    #say(line) {
        this.#said = this.#said.then(async () => line(await this.#loaded()));
    }
    async #loaded() {
        this.#toolkit ??= Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__, 91659)).then((core) => {
            for (const secret of this.#secrets)
                core.setSecret(secret);
            return core;
        });
        return this.#toolkit;
    }
}
/** The value of an input as the runner gives it; empty where it was left out. */
function inputOf(environment, name) {
    return environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "";
}


/***/ })

};
