export const id = 878;
export const ids = [878];
export const modules = {

/***/ 46977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Job),
/* harmony export */   w: () => (/* binding */ inputOf)
/* harmony export */ });
/* harmony import */ var _report_render_sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85600);
/* harmony import */ var _platform_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35074);


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
    /** Text from Datadog is made harmless before it gets here; secrets are hidden once more. */
    get log() {
        const safe = (line) => (0,_report_render_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .logLine */ .BP)((0,_platform_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealSecrets */ .V)(line, this.#secrets));
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
        this.#say((core) => core.setOutput(name, (0,_platform_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealSecrets */ .V)(value, this.#secrets)));
    }
    /** Masks a secret that came up during the run. */
    conceal(secret) {
        const forms = (0,_platform_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)([secret]);
        this.#secrets = [...forms, ...this.#secrets];
        this.#say((core) => {
            for (const form of forms)
                core.setSecret(form);
        });
    }
    /** Ends the job with an annotation and this exit code. */
    fail(message, code) {
        this.#say((core) => {
            core.setFailed((0,_platform_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .concealSecrets */ .V)(message, this.#secrets));
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


/***/ }),

/***/ 78878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEvidenceAction: () => (/* binding */ runEvidenceAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/sign/keyless/identity-token.js
var identity_token = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/collectors/store/spool.js
var store_spool = __webpack_require__(36629);
// EXTERNAL MODULE: ./lib/config/inputs.js
var inputs = __webpack_require__(66097);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/run/identity.js
var run_identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/action/job.js
var action_job = __webpack_require__(46977);
// EXTERNAL MODULE: ./lib/config/fail-on.js
var fail_on = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/config/signing.js
var signing = __webpack_require__(80149);
;// CONCATENATED MODULE: ./lib/action/outputs.js


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
        value: ({ published }) => (0,signing/* assuranceLevel */.w5)(published.attestation?.statement ?? null) ?? "none",
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
        value: ({ published }) => String((0,fail_on/* readMetric */.Nk)(name, published.evidence) ?? ""),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
;// CONCATENATED MODULE: ./lib/action/attestation-store.js




const Created = schemas/* object */.Ikc({ id: schemas/* number */.aig() });
const Refused = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** Stores a keyless bundle as an attestation of the job's repository. */
async function storeAttestation(bundle, { token, environment, signal, }) {
    const { GITHUB_API_URL: api = "", GITHUB_REPOSITORY: repository = "" } = environment;
    const isSafe = URL.canParse(api) && (new URL(api).protocol === "https:" || (0,connections/* isLoopback */.U9)(api));
    if (!isSafe || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        return { ok: false, reason: "the job does not say where GitHub's API and its repository are" };
    }
    const response = await (0,http/* httpRequest */.a)({
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
    if (!response.ok)
        return { ok: false, reason: `GitHub's API ${response.reason}` };
    const json = (0,files_json/* readJson */.V)(response.bytes);
    const value = "trouble" in json ? null : json.value;
    const created = Created.safeParse(value);
    if (response.status === 201 && created.success)
        return { ok: true, id: created.data.id };
    return { ok: false, reason: refusal(response.status, Refused.safeParse(value).data?.message) };
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

// EXTERNAL MODULE: ./lib/publish/github/branch.js + 3 modules
var branch = __webpack_require__(16885);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/evidence/secret-scan.js
var secret_scan = __webpack_require__(29803);
// EXTERNAL MODULE: ./lib/publish/write-folder.js
var write_folder = __webpack_require__(42613);
;// CONCATENATED MODULE: ./lib/publish/raw-pages.js







const gzipAsync = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Datadog's responses as they arrive, each body once, on disk and not in memory. Either all pages that the evidence
 * names are written beside it, or none.
 */
class RawPages {
    #folder;
    #secretForms;
    /** For each sha256 of a body: the kind of secret in it, null where there is none. */
    #kept = new Map();
    /** Why a page could not be kept; the others are of no use without it. */
    #lost = null;
    constructor(folder, secretForms) {
        this.#folder = folder;
        this.#secretForms = secretForms;
    }
    /** An empty collection in a new folder below the one given. */
    static async below(folder, secretForms) {
        return new RawPages(await (0,promises_.mkdtemp)(external_node_path_.join(folder, "datadog-evidence-pages-")), secretForms);
    }
    /** Keeps the body of a page. Never throws, because collecting must not fail for it. */
    async keep({ sha256 }, bytes) {
        if (this.#lost !== null || this.#kept.has(sha256))
            return;
        this.#kept.set(sha256, (0,secret_scan/* findLeak */.D)(bytes, this.#secretForms));
        try {
            await (0,promises_.writeFile)(this.#fileOf(sha256), await compress(bytes));
        }
        catch (error) {
            this.#lost = (0,failure/* errorCode */.CA)(error);
            // Pages must not take the room that the evidence needs.
            await this.#discard();
        }
    }
    /**
     * Writes `raw/<item>/<nnn>.json.gz` below the folder, numbered as in the item's requests; a page without a response
     * has no file. Returns the names. Throws where one of them cannot be written, was not kept or holds a secret.
     */
    async writeBelow(root, evidence) {
        const pages = evidence.items.flatMap(pageFiles);
        this.#refuse(evidence, pages);
        try {
            for (const { name, sha256 } of pages) {
                const file = external_node_path_.join(root, name);
                await (0,write_folder/* makeFolder */.fc)(external_node_path_.dirname(file));
                await (0,promises_.copyFile)(this.#fileOf(sha256), file, promises_.constants.COPYFILE_EXCL);
            }
        }
        catch (error) {
            throw withheldFailure("they cannot be written", error);
        }
        return pages.map(({ name }) => name);
    }
    async [Symbol.asyncDispose]() {
        await this.#discard();
    }
    #refuse({ items }, pages) {
        if (this.#lost !== null)
            throw withheldFailure(`a raw page could not be kept (${this.#lost})`);
        // A runner that is stopped leaves seconds, and the evidence needs them.
        if (items.some(({ collection }) => collection.reason?.code === "cancelled"))
            throw withheldFailure("the run was cancelled");
        for (const { name, sha256 } of pages) {
            const leak = this.#kept.get(sha256);
            if (leak === undefined)
                throw withheldFailure(`${name} was not kept`);
            if (leak !== null)
                throw withheldFailure(`${name} holds ${leak}`);
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
            // The runner empties its temporary folder itself.
        }
    }
}
function withheldFailure(reason, cause) {
    return new failure/* Failure */.HR("not-published", reason, { cause });
}
/** The pages of an item that have a response, numbered from 1 across its requests. */
function pageFiles({ id, collection }) {
    const pages = collection.requests.flatMap((request) => request.pages);
    return pages.flatMap(({ status, sha256 }, index) => status === 0 ? [] : [{ name: `raw/${id}/${String(index + 1).padStart(3, "0")}.json.gz`, sha256 }]);
}
/** Position of the operating system in a gzip header, and the value for unknown (RFC 1952, 2.3.1). */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;
/** Compresses without time, name and system, so equal input gives equal bytes. */
async function compress(bytes) {
    const zipped = await gzipAsync(bytes);
    zipped[SYSTEM_AT] = UNKNOWN_SYSTEM;
    return zipped;
}

;// CONCATENATED MODULE: ./lib/action/visibility.js





const Repository = schemas/* object */.Ikc({ private: schemas/* boolean */.zMY() });
/** For all attempts of one question: the run waits for the answer. */
const TIMEOUT_MS = 10_000;
/**
 * Reads the visibility from the event's payload, else from the job's OIDC claim, else from GitHub's API.
 * Throws where the environment names a proxy that is none.
 */
async function readVisibility(event, environment) {
    const { visibility, private: isPrivate } = event.repository ?? {};
    if (visibility !== undefined)
        return visibility === "public" ? "public" : "not-public";
    if (isPrivate !== undefined)
        return isPrivate ? "not-public" : "public";
    const claimed = await claimedVisibility(environment);
    return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}
async function claimedVisibility(environment) {
    if (!(0,identity_token/* canRequestIdentityToken */.r)(environment))
        return "unknown";
    try {
        const { repositoryVisibility } = await (0,identity_token/* requestIdentityToken */.l)(environment, {
            audience: "datadog-evidence",
            signal: AbortSignal.timeout(TIMEOUT_MS),
            conceal: () => { },
        });
        if (repositoryVisibility === null)
            return "unknown";
        return repositoryVisibility === "public" ? "public" : "not-public";
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.code !== "not-signed")
            throw error;
        return "unknown";
    }
}
/** Without a token GitHub shows public repositories and answers 404 for all others. */
async function visibilityByApi(environment) {
    const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = environment;
    const url = `${api}/repos/${repository}`;
    if (!api || !repository || !URL.canParse(url))
        return "unknown";
    const response = await (0,http/* httpRequest */.a)({ method: "GET", url, headers: { accept: "application/vnd.github+json" }, body: null }, AbortSignal.timeout(TIMEOUT_MS));
    const json = response.ok ? (0,files_json/* readJson */.V)(response.bytes) : null;
    // A page that is not JSON is not GitHub's.
    if (!response.ok || json === null || "trouble" in json)
        return "unknown";
    if (response.status === 404)
        return "not-public";
    const parsed = Repository.safeParse(json.value);
    if (response.status !== 200 || !parsed.success)
        return "unknown";
    return parsed.data.private ? "not-public" : "public";
}

// EXTERNAL MODULE: ./lib/report/verify-guide.js
var verify_guide = __webpack_require__(12824);
// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/report/run/report.js + 11 modules
var report = __webpack_require__(9222);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/report/needs-review.js
var needs_review = __webpack_require__(87828);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
;// CONCATENATED MODULE: ./lib/report/job-summary/run.js








/** GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_SUMMARY = 900_000;
/** The job summary of a run as Markdown, always below what GitHub takes. */
function runSummary(run) {
    const { evidence, reasons, attestation, place } = run;
    const since = (0,changes_in_words/* changeSinceLastRun */.WR)(attestation?.statement ?? null);
    const parts = [
        (0,phrases/* markdownOf */.RQ)((0,phrases/* phrase */.MZ) `## Evidence from Datadog, ${(0,phrases/* name */.UU)(evidence.stream.name)}: ${evidence.outcome}`),
        (0,renderer/* stackMarkdown */.EK)([
            (0,renderer/* paragraph */.FY)((0,words/* statesInWords */.Bs)(evidence.items)),
            ...[...reasons, ...weakerSignature(run)].map((reason) => (0,renderer/* quote */.hD)("reason", [(0,renderer/* paragraph */.FY)(reason)])),
            (0,renderer/* table */.tp)({
                caption: "",
                columns: ["Item", "State", "Counts", "Since the run before", "Collected", "Supports"],
                rows: evidence.items.map((item) => rowOf(item, since)),
            }),
            ...titledList("Needs review", linesToReview(evidence.items)),
            ...changeBlocks(since, evidence),
            ...publication(run),
        ]),
        "<details><summary>Requests, limits, digests, and how to verify</summary>",
        (0,renderer/* stackMarkdown */.EK)([
            (0,renderer/* bullets */.e5)(requestLines(evidence)),
            (0,renderer/* bullets */.e5)(caveatLines(evidence)),
            (0,renderer/* bullets */.e5)(proofLines(run)),
        ]),
        `\`\`\`sh\ndatadog-evidence verify ${(0,sanitize/* visibleLine */.P8)(place)} ${trustFlags(attestation)}\n\`\`\``,
        "</details>",
        "This evidence supports controls. It is not a statement of compliance.",
    ];
    return shortenSummary(`${parts.join("\n\n")}\n`);
}
function rowOf(item, since) {
    const { collection, result, controls } = item;
    const { status, grade } = collection;
    return [
        run_link(words/* ITEM_NAMES */.fH[item.id], item.link),
        (0,phrases/* stateWord */.kc)(result.state),
        (0,words/* countsInWords */.Pe)(item),
        // Where nothing was compared, one sentence below the table says why.
        "notCompared" in since ? "–" : (0,changes_in_words/* changesInWords */.W1)(since, item.id),
        grade === null
            ? (0,phrases/* collectionWord */.FU)(status)
            : (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(status)} ${(0,phrases/* soft */.LN)(words/* GRADE_WORDS */.eD[grade].brief)}`,
        (0,words/* list */.p_)(controls.map(({ id, support }) => (support === "direct" ? id : `${id} (claimed)`))),
    ];
}
function titledList(title, lines) {
    return lines.length === 0 ? [] : [(0,renderer/* heading */.R_)(title), (0,renderer/* bullets */.e5)(lines)];
}
/** What a person must review first, with links into Datadog. */
function linesToReview(items) {
    const losses = items.flatMap((item) => (0,needs_review/* lossInWords */.u)(item) ?? []);
    const records = items.flatMap((item) => {
        const { named, more } = (0,needs_review/* recordsToReview */.k)(item);
        const rest = more === 0 ? [] : [(0,phrases/* phrase */.MZ) `${more} more of the ${words/* ITEM_NAMES */.fH[item.id]}, in the evidence`];
        return [...named.map(({ what, label, link: url }) => (0,phrases/* phrase */.MZ) `${what}: ${run_link(label, url)}`), ...rest];
    });
    return [...losses, ...records];
}
/** The changed records by name; the statement names at most twenty of a kind. */
function changeBlocks(since, evidence) {
    if ("notCompared" in since)
        return [(0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Since the run before: ${since.notCompared}.`)];
    const lines = since.changes.items.flatMap((item) => (0,changes_in_words/* nonEmptyChanges */.s2)(item).flatMap(({ kind, list: changes }) => {
        if (changes === null || kind.isRoutine)
            return [];
        const { count, ids } = changes;
        const names = (0,changes_in_words/* namesIn */.wX)(evidence, item, ids);
        const more = count - ids.length;
        const which = ids.map((id) => (0,phrases/* name */.UU)(names.get(id) ?? String(id)));
        const all = (0,phrases/* joinWords */.yZ)(which.concat(more > 0 ? (0,phrases/* phrase */.MZ) `and ${more} more` : []));
        return [(0,phrases/* phrase */.MZ) `${words/* ITEM_NAMES */.fH[item.id]} ${kind.words}: ${all}`];
    }));
    return titledList("Since the run before", [...(0,changes_in_words/* remarksOn */.rc)(since.changes).map(words/* sentenceCase */.o3), ...lines]);
}
function requestLines({ items }) {
    return items.flatMap(({ collection }) => collection.requests.map(({ method, path, pages }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)(`${method} ${path}`)}: ${(0,log_lines/* answersInWords */.U)(pages)}, ${recordsInWords(pages)}`));
}
function caveatLines({ items }) {
    return items.flatMap(({ id, caveats }) => caveats.map((caveat) => `${words/* ITEM_NAMES */.fH[id]}: ${caveat}`));
}
/** The digest of the evidence, who signed it, and when. */
function proofLines({ evidenceSha256, attestation }) {
    const digest = `evidence.json sha256 ${evidenceSha256}`;
    if (attestation === null)
        return [digest, "not signed"];
    const { statement, signedBy, signedAt } = attestation;
    const { signing, log } = statement.predicate.assurance;
    return [
        digest,
        (0,phrases/* phrase */.MZ) `${signing === "key" ? "signed by the key" : "signed keyless by"} ${(0,phrases/* name */.UU)(signedBy)}${log ? ", in the public log of Sigstore" : ""}`,
        signedAt === null ? "no trusted time" : `trusted time ${signedAt}`,
    ];
}
/** The commit and the artifact that hold the run. */
function publication({ commit, artifact, sequence }) {
    const blocks = [];
    if (commit !== null) {
        const short = commit.id.slice(0, 12);
        const where = commit.url === null ? short : run_link(short, commit.url);
        const number = sequence === null ? "" : `, run ${sequence} of its chain`;
        blocks.push((0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Commit ${where} of ${(0,phrases/* name */.UU)(commit.repository)}${number}.`));
    }
    if (artifact !== null) {
        const { name: called, url } = artifact;
        blocks.push((0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Artifact ${url === null ? (0,phrases/* name */.UU)(called) : run_link(called, url)}.`));
    }
    return blocks;
}
/** Why the signature promises less than was asked for, unless the reasons say so already. */
function weakerSignature({ attestation, reasons }) {
    const message = attestation?.statement.predicate.assurance.reason?.message;
    if (message === undefined || reasons.some((reason) => reason.includes(message)))
        return [];
    return [`signed without a trusted time: ${message}`];
}
function trustFlags(attestation) {
    if (attestation?.statement.predicate.assurance.signing !== "keyless")
        return "--key signing-key.pub.pem";
    const { signedBy } = attestation;
    const host = URL.canParse(signedBy) ? new URL(signedBy).host : "github.com";
    const issuer = `https://token.actions.${host === "github.com" ? "githubusercontent.com" : host}`;
    return `--trusted-root trusted_root.jsonl --identity ${(0,sanitize/* visibleLine */.P8)((0,shell/* shellWord */.r)(signedBy))} --issuer ${(0,sanitize/* visibleLine */.P8)(issuer)}`;
}
/** An error carries no records; a zero would say that there were none to carry. */
function recordsInWords(pages) {
    const good = pages.filter(({ status }) => status >= 200 && status < 300);
    if (good.length === 0)
        return "records not known";
    const count = good.reduce((sum, { items }) => sum + items, 0);
    return `${count} ${count === 1 ? "record" : "records"}`;
}
/** A link that GitHub shows; the address is ours, but nothing in it may end the link. */
function run_link(label, url) {
    const address = url.replaceAll(/[()\s<>|]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
    return (0,phrases/* phraseOf */.J8)((0,phrases/* name */.UU)(label).html, () => `[${(0,phrases/* markdownOf */.RQ)((0,phrases/* name */.UU)(label))}](${address})`);
}
/** Cuts after a whole line, and never inside what is folded away. */
function shortenSummary(text) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length <= LARGEST_SUMMARY)
        return text;
    const start = new TextDecoder().decode(bytes.subarray(0, LARGEST_SUMMARY));
    const whole = start.slice(0, start.lastIndexOf("\n"));
    const isFolded = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
    const end = isFolded ? "\n\n</details>" : "";
    return `${whole}${end}\n\nCut here; the rest is in evidence.json of the artifact.\n`;
}

// EXTERNAL MODULE: ./lib/run/run.js + 33 modules
var run = __webpack_require__(63832);
// EXTERNAL MODULE: ./lib/run/signer.js + 5 modules
var signer = __webpack_require__(77178);
// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
;// CONCATENATED MODULE: ./lib/action/main.js
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
async function runEvidenceAction(dist) {
    const raw = Object.fromEntries(inputs/* INPUT_NAMES */.Qh.map((name) => [name, (0,action_job/* inputOf */.w)(process.env, name)]));
    const secrets = (0,platform_secrets/* secretForms */.e)([
        ...inputs/* SECRET_NAMES */.AS.map((name) => raw[name]),
        process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
    ]);
    const job = new action_job/* Job */._(secrets);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const spool = __addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
            const config = (0,inputs/* readConfig */.Xg)(raw, {
                otherProblems: [
                    ...notForActions(process.env),
                    ...(0,sigstore_instance/* localServiceProblems */.H)(process.env),
                    ...uncommitted(raw),
                ],
                hasIdentity: (0,identity_token/* canRequestIdentityToken */.r)(process.env),
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
        job.fail((0,failure/* explainError */.UW)(error), 2);
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
        const event = await (0,run_identity/* eventPayload */.Z3)(env);
        await refusePublic(config, { event, log });
        const identity = (0,run_identity/* runIdentity */.yK)(env, event);
        // A folder of its own: another step of this job may have collected too.
        const temporary = env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)();
        await (0,write_folder/* ensureWritable */.ZZ)(temporary, "RUNNER_TEMP");
        const out = await (0,promises_.mkdtemp)(external_node_path_.join(temporary, "datadog-evidence-"));
        const rawPages = __addDisposableResource(env_2, config["raw-pages"] ? await RawPages.below(temporary, secrets) : null, true);
        const signal = (0,cancellation/* cancellation */.W)();
        const ran = await (0,run/* run */.e)(config, {
            run: identity,
            collector: async () => {
                const [identified] = await Promise.all([(0,run_identity/* collectorIdentity */.K3)(dist), job.prepare()]);
                return identified;
            },
            apiUrl: null,
            repository: repositoryOf(config, env),
            sealing: await (0,signer/* signerFor */.k)(config.chosen, {
                environment: env,
                signal,
                conceal: (secret) => job.conceal(secret),
                log,
            }),
            to: {
                out,
                artifact: { retentionDays: config["retention-days"], rawPages },
                verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
                extraFiles: ({ evidence, files, attestation }) => [
                    (0,file/* fileOf */.W7)("report.html", (0,page/* reportHtml */.Ew)((0,report/* runReport */.q)({
                        evidence,
                        files,
                        statement: attestation?.statement ?? null,
                        signedBy: attestation?.signedBy ?? null,
                    }))),
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
                log.warning(`not stored as a GitHub attestation: ${stored.reason}`);
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
    return new branch/* GitHubBranch */.k({
        repository,
        token,
        branch: config.branch,
        path: config.path,
        apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
        allowPublic: config["allow-public"],
        seed: config.seed,
    });
}
/** Throws in a public repository: evidence of open weaknesses is a list of targets, and must not be published by mistake. */
async function refusePublic(config, { event, log }) {
    if (config["allow-public"] && !config["raw-pages"])
        return;
    const visibility = await readVisibility(event, process.env);
    if (visibility === "not-public")
        return;
    if (config["raw-pages"])
        throw rawPagesRefused(visibility);
    if (visibility === "public") {
        throw new failure/* Failure */.HR("input", "this repository is public, so anyone could read the evidence; nothing was collected", {
            hint: "run it in a private repository, or set allow-public: true to publish anyway",
        });
    }
    log.warning("cannot tell whether this repository is public; if it is, anyone can read the artifact and the summary");
}
/** Raw answers hold e-mail addresses and other personal data, so no input makes them public. */
function rawPagesRefused(visibility) {
    const why = visibility === "public" ? "this repository is public" : "cannot tell whether this repository is public";
    return new failure/* Failure */.HR("input", `raw-pages: ${why}, and raw answers hold personal data; nothing was collected`, { hint: "set raw-pages: false, or run it in a private repository" });
}
/** Summary, outputs and the exit, once everything is published. */
function tell(ran, { config, job, secrets, }) {
    const { published, exit } = ran;
    const { evidence, artifact } = published;
    for (const [name, { value }] of Object.entries(OUTPUTS))
        job.setOutput(name, value(ran));
    const runUrl = evidence.run.github?.url ?? null;
    const text = runSummary({
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
        place: `${evidence.stream.name}/${(0,run_path/* runPath */.t0)(evidence)}`,
        reasons: exit.reasons.map((reason) => (0,platform_secrets/* concealSecrets */.V)(reason, secrets)),
    });
    writeSummary((0,platform_secrets/* concealSecrets */.V)(text, secrets));
    if (exit.code === 0)
        return;
    const reasons = exit.reasons.map((reason) => (0,sanitize/* logLine */.BP)((0,platform_secrets/* concealSecrets */.V)(reason, secrets)));
    job.fail(reasons.join("\n"), exit.code);
}
function writeSummary(text) {
    // The summary of @actions/core keeps a buffer of its own and knows no limit.
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (file)
        (0,external_node_fs_.appendFileSync)(file, text);
}


/***/ })

};
