export const id = 524;
export const ids = [524];
export const modules = {

/***/ 40524:
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
// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(11848);
// EXTERNAL MODULE: ./lib/config.js
var lib_config = __webpack_require__(12193);
// EXTERNAL MODULE: ./lib/evidence/files.js
var files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/identity.js
var lib_identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
;// CONCATENATED MODULE: ./lib/job.js


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
        const safe = (line) => (0,report_text/* logLine */.BP)((0,lib_secrets/* concealed */.T)(line, this.#secrets));
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
        this.#say((core) => core.setOutput(name, (0,lib_secrets/* concealed */.T)(value, this.#secrets)));
    }
    /** Ends the job with an annotation and this exit code. */
    fail(message, code) {
        this.#say((core) => {
            core.setFailed((0,lib_secrets/* concealed */.T)(message, this.#secrets));
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
        this.#toolkit ??= __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 91659)).then((core) => {
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

// EXTERNAL MODULE: ./lib/gate.js
var gate = __webpack_require__(13364);
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
        description: "How the evidence is signed: key, or none.",
        value: ({ published }) => published.attestation?.statement.predicate.assurance.signing ?? "none",
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/evidence/leaks.js
var leaks = __webpack_require__(75417);
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
                await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
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

// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
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
// EXTERNAL MODULE: ./lib/report/of-run.js + 9 modules
var of_run = __webpack_require__(46579);
// EXTERNAL MODULE: ./lib/report/lines.js
var lines = __webpack_require__(91901);
// EXTERNAL MODULE: ./lib/report/run-words.js
var run_words = __webpack_require__(46007);
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
    const parts = [
        `## Evidence from Datadog, ${(0,report_text/* markdown */.wD)(evidence.stream.name)}: ${evidence.outcome}`,
        "",
        (0,run_words/* statesInWords */.Bs)(evidence.items),
        "",
        ...reasons.map((reason) => `> ${(0,report_text/* markdown */.wD)(reason)}\n`),
        "| Item | State | Counts | Collected | Supports |",
        "| --- | --- | --- | --- | --- |",
        ...evidence.items.map(row),
        "",
        ...needs(evidence.items),
        ...details(run),
    ];
    return cut(`${parts.join("\n")}\n`);
}
function row(item) {
    const { collection, result, controls } = item;
    const grade = collection.grade === null ? "" : `, ${collection.grade}`;
    const cells = [
        `[${(0,report_text/* markdown */.wD)(run_words/* ITEM_NAMES */.fH[item.id])}](${href(item.link)})`,
        MARKS[result.state],
        (0,report_text/* markdown */.wD)((0,run_words/* countsInWords */.Pe)(item)),
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
    const first = items.flatMap(urgent);
    const shown = first.slice(0, MOST_LISTED);
    const more = first.length - shown.length;
    if (why.length + first.length === 0)
        return [];
    return [
        "### Look at first",
        "",
        ...why,
        ...shown,
        ...(more > 0 ? [`- and ${more} more, in evidence.json`] : []),
        "",
    ];
}
function urgent(item) {
    if (item.id === "security-signals") {
        return item.records
            .filter(({ severity, triage }) => severity === "critical" && triage.state !== "archived")
            .map(({ title, id, link }) => `- critical signal: [${(0,report_text/* markdown */.wD)(title ?? id)}](${href(link)})`);
    }
    if (item.id === "compliance-monitors") {
        return item.records
            .filter(({ verdict }) => verdict === "failing")
            .map(({ name, id, state, link }) => `- monitor in ${(0,report_text/* markdown */.wD)(state)}: [${(0,report_text/* markdown */.wD)(name ?? String(id))}](${href(link)})`);
    }
    return item.records
        .filter(({ severity, muted }) => severity === "critical" && !muted)
        .map(({ title, rule, link }) => `- critical finding: [${(0,report_text/* markdown */.wD)(title ?? rule?.name ?? rule?.id ?? "unnamed")}](${href(link)})`);
}
function details({ evidence, evidenceSha256, signedBy, artifact, place }) {
    const caveats = evidence.items.flatMap(({ id, caveats: of }) => of.map((caveat) => `- ${run_words/* ITEM_NAMES */.fH[id]}: ${(0,report_text/* markdown */.wD)(caveat)}`));
    const where = artifact === null
        ? []
        : [
            artifact.url === null
                ? `Artifact ${(0,report_text/* markdown */.wD)(artifact.name)}.`
                : `Artifact [${(0,report_text/* markdown */.wD)(artifact.name)}](${href(artifact.url)}).`,
            "",
        ];
    return [
        ...where,
        "<details><summary>Requests, limits, digests, and how to verify</summary>",
        "",
        ...evidence.items.flatMap(({ collection }) => collection.requests.map(({ method, path, pages }) => `- ${method} ${(0,report_text/* markdown */.wD)(path)}: ${(0,lines/* answersInWords */.U)(pages)}, ${recordsInWords(pages)}`)),
        "",
        ...caveats,
        "",
        `- evidence.json sha256 ${evidenceSha256}`,
        signedBy === null ? "- not signed" : `- signed by the key ${signedBy}`,
        "",
        "```sh",
        `datadog-evidence verify ${(0,report_text/* visible */.RK)(place)} --key signing-key.pub.pem`,
        "```",
        "",
        "</details>",
        "",
        "This evidence supports controls. It is not a statement of compliance.",
    ];
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

// EXTERNAL MODULE: ./lib/run.js + 25 modules
var run = __webpack_require__(68409);
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
    const raw = Object.fromEntries(lib_config/* INPUT_NAMES */.Qh.map((name) => [name, inputOf(process.env, name)]));
    const secrets = (0,lib_secrets/* formsOf */.X)(lib_config/* SECRET_NAMES */.AS.map((name) => raw[name]));
    const job = new Job(secrets);
    try {
        const config = (0,lib_config/* configOf */.W1)(raw, notForActions(process.env));
        tell(await collectAndPublish(config, { dist, secrets, job }), { job, secrets });
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
async function collectAndPublish(config, { dist, secrets, job }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
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
        const rawPages = __addDisposableResource(env_1, config["raw-pages"] ? await RawPages.below(temporary, secrets) : null, true);
        const ran = await (0,run/* run */.e)(config, {
            run: identity,
            collector: async () => {
                const [identified] = await Promise.all([(0,lib_identity/* collectorIdentity */.K3)(dist), job.prepare()]);
                return identified;
            },
            apiUrl: null,
            to: {
                out,
                repository: null,
                artifact: { retentionDays: config["retention-days"], rawPages },
                guide: (0,guide/* verifyGuide */.k)(),
                companions: ({ evidence, files, attestation }) => [
                    {
                        name: "report.html",
                        bytes: Buffer.from((0,of_run/* reportOfRun */.Z)({
                            evidence,
                            files,
                            statement: attestation?.statement ?? null,
                            signedBy: config.key?.fingerprint ?? null,
                        })),
                    },
                ],
            },
            signal: (0,cancellation/* cancellation */.W)(),
            now: () => new Date(),
            log,
        });
        return { config, ran };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
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
function tell({ config, ran }, { job, secrets }) {
    const { published, exit } = ran;
    const { evidence, artifact } = published;
    for (const [name, { value }] of Object.entries(OUTPUTS))
        job.setOutput(name, value(ran));
    const runUrl = evidence.run.github?.url ?? null;
    const text = summary({
        evidence,
        evidenceSha256: published.evidenceSha256,
        signedBy: published.attestation === null ? null : (config.key?.fingerprint ?? null),
        artifact: artifact === null
            ? null
            : { ...artifact, url: runUrl === null ? null : `${runUrl}/artifacts/${artifact.id}` },
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


/***/ })

};
