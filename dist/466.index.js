export const id = 466;
export const ids = [466];
export const modules = {

/***/ 46273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ Job),
  w: () => (/* binding */ inputOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
;// CONCATENATED MODULE: ./lib/report/job-summary/refusal.js


/** The job summary, as Markdown, of a job that ended with an error before it had anything to show. */
function refusalSummary(title, error) {
    const [what = "", ...rest] = error.split("\n");
    const problems = rest.filter((line) => line.startsWith("  ")).map((line) => line.trim());
    const hints = rest.filter((line) => !line.startsWith("  "));
    const content = (0,renderer/* stackMarkdown */.EK)([
        (0,renderer/* paragraph */.FY)(what),
        ...(problems.length === 0 ? [] : [(0,renderer/* bullets */.e5)(problems)]),
        ...hints.map((hint) => (0,renderer/* paragraph */.FY)(hint)),
    ]);
    return `## ${(0,phrases/* markdownOf */.RQ)(title)}\n\n${content}\n`;
}

// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
;// CONCATENATED MODULE: ./lib/action/annotation.js

/** GitHub cuts the message of an annotation after so many UTF-16 units (actions/runner, ExecutionContext.cs). */
const LONGEST = 4096;
/** A shorter line would say nothing; where there are more lines than fit, some are left out. */
const SHORTEST_LINE = 160;
/**
 * A message that GitHub shows whole. Each line keeps its start and its end, which says what to do, and short lines
 * stay as they are. Where there are too many lines, those before the last two are counted.
 */
function annotationText(text) {
    if (text.length <= LONGEST)
        return text;
    const all = text.split("\n");
    const most = Math.floor(LONGEST / SHORTEST_LINE);
    const first = all.slice(0, most - 3);
    const count = all.length - first.length - 2;
    const note = `… ${count} more lines, which are in the log of this step …`;
    const lines = all.length <= most ? all : [...first, note, ...all.slice(-2)];
    const longest = longestLine(lines);
    return lines.map((line) => (0,sanitize/* shortenMiddle */.jM)(line, longest)).join("\n");
}
/** How long a line may be so that all fit: what short lines leave is shared by the long ones. */
function longestLine(lines) {
    let left = LONGEST - lines.length;
    const lengths = lines.map((line) => line.length).toSorted((one, other) => one - other);
    for (const [index, length] of lengths.entries()) {
        const share = Math.floor(left / (lengths.length - index));
        if (length > share)
            return share;
        left -= length;
    }
    return LONGEST;
}

// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
;// CONCATENATED MODULE: ./lib/action/job.js






/**
 * The job of GitHub Actions that we run in: its inputs, log, outputs and result. Lines come out in order, and only
 * after every secret is masked. The toolkit is loaded when it is first needed, or while Datadog answers.
 */
class Job {
    /** What nothing may show: the secrets of the inputs, and those that came up. */
    secrets;
    #toolkit = null;
    #written = Promise.resolve();
    /** Outputs that could not be written, each with the reason. */
    #unwritten = [];
    constructor(secrets = new platform_secrets/* SecretSearch */.p()) {
        this.secrets = secrets;
    }
    /** Text from Datadog is made harmless before it gets here; secrets are hidden once more. */
    get log() {
        const safe = (line) => (0,sanitize/* logLine */.BP)(this.secrets.conceal(line));
        return {
            info: (line) => this.#write((core) => core.info(safe(line))),
            warning: (line) => this.#write((core) => core.warning(safe(line))),
            debug: (line) => this.#write((core) => core.debug(safe(line))),
            group: (title, lines) => this.#write((core) => {
                core.startGroup(safe(title));
                for (const line of lines)
                    core.info(safe(line));
                core.endGroup();
            }),
        };
    }
    setOutput(name, value) {
        this.#write((core) => {
            try {
                core.setOutput(name, this.secrets.conceal(value));
            }
            catch (error) {
                const code = (0,failure/* errorCode */.CA)(error);
                // The toolkit has an error without a code for a file that is missing.
                this.#unwritten.push(`${name} (${code === "unknown error" ? "no such file" : code})`);
            }
        });
    }
    /** Masks a secret that came up during the run. */
    conceal(secret) {
        this.secrets.add(secret);
        const { masks } = new platform_secrets/* SecretSearch */.p([secret]);
        this.#write((core) => {
            for (const mask of masks)
                core.setSecret(mask);
        });
    }
    /** Ends the job with this exit code and an annotation, which is shortened where GitHub would cut its end. */
    fail(message, code) {
        this.#write((core) => {
            const whole = (0,sanitize/* printableText */.XU)(this.secrets.conceal(message));
            const shown = annotationText(whole);
            // The log of GitHub shows an annotation as it was cut.
            if (shown !== whole)
                core.info(whole);
            core.setFailed(shown);
            process.exitCode = code;
        });
    }
    /** Ends the job with exit 2 for the error, and with a summary of that title; null writes none. */
    failWith(error, title) {
        const explained = (0,failure/* explainError */.UW)(error);
        const shown = error instanceof failure/* Failure */.HR ? explained : "this is a bug; the log of this step has more";
        const unwritten = title === null ? null : this.writeSummary(refusalSummary(title, shown));
        this.fail([explained, ...(unwritten === null ? [] : [unwritten.message])].join("\n"), 2);
    }
    /**
     * Appends the text to the summary of the job. Returns why it could not: the evidence is published by then, and that
     * must still be said. A job without a summary is fine.
     */
    writeSummary(text) {
        // The summary of @actions/core keeps a buffer of its own and knows no limit.
        const file = process.env["GITHUB_STEP_SUMMARY"];
        if (!file)
            return null;
        try {
            (0,external_node_fs_.appendFileSync)(file, this.secrets.conceal(text));
            return null;
        }
        catch (error) {
            return new failure/* Failure */.HR("input", `the summary of the job cannot be written (${(0,failure/* errorCode */.CA)(error)})`, {
                hint: "free space on the disk of the runner, and check the file that GITHUB_STEP_SUMMARY names",
                cause: error,
            });
        }
    }
    /** Loads the toolkit, so that the first line need not wait for it. */
    async prepare() {
        await this.#loaded();
    }
    /**
     * Resolves when all lines and outputs are written. Outputs that could not be written fail the job, with
     * `published`: a sentence about what was published before.
     */
    async finished(published = null) {
        await this.#written;
        if (this.#unwritten.length === 0)
            return;
        const lines = [
            `outputs of this step cannot be written: ${this.#unwritten.join(", ")}`,
            ...(published === null ? [] : [published]),
            "free space on the disk of the runner, and check the file that GITHUB_OUTPUT names",
        ];
        this.fail(lines.join("\n"), 2);
        await this.#written;
    }
    #write(line) {
        this.#written = this.#written.then(async () => line(await this.#loaded()));
    }
    async #loaded() {
        this.#toolkit ??= Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 91659)).then((core) => {
            for (const mask of this.secrets.masks)
                core.setSecret(mask);
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

/***/ 27466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEvidenceAction: () => (/* binding */ runEvidenceAction)
});

// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
// EXTERNAL MODULE: ./lib/collectors/store/spool.js
var store_spool = __webpack_require__(36629);
// EXTERNAL MODULE: ./lib/config/given-file.js
var given_file = __webpack_require__(37990);
// EXTERNAL MODULE: ./lib/config/inputs.js
var inputs = __webpack_require__(66097);
// EXTERNAL MODULE: ./lib/config/read-config.js
var read_config = __webpack_require__(89359);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
// EXTERNAL MODULE: ./lib/publish/github/api-url.js
var api_url = __webpack_require__(563);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
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
/** Position of the operating system in a gzip header, and the value for unknown (RFC 1952, 2.3.1). */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;
/**
 * Datadog's responses as they arrive, each body once, on disk and not in memory. All pages that the evidence names are
 * written beside it, without those that hold a secret; or none.
 */
class RawPages {
    #folder;
    #secrets;
    /** For each sha256 of a body: the kind of secret in it, null where there is none. */
    #kept = new Map();
    /** Why a page could not be kept; the others are of no use without it. */
    #lost = null;
    constructor(folder, secrets) {
        this.#folder = folder;
        this.#secrets = secrets;
    }
    /** An empty collection in a new folder below the one given. */
    static async below(folder, secrets) {
        return new RawPages(await (0,promises_.mkdtemp)(external_node_path_.join(folder, "datadog-evidence-pages-")), secrets);
    }
    /** Keeps the body of a page. Never throws, because collecting must not fail for it. */
    async keep({ sha256 }, bytes) {
        if (this.#lost !== null || this.#kept.has(sha256))
            return;
        this.#kept.set(sha256, (0,secret_scan/* findLeak */.D)(bytes, this.#secrets));
        try {
            const zipped = await gzipAsync(bytes);
            // Without time, name and system, equal input gives equal bytes.
            zipped[SYSTEM_AT] = UNKNOWN_SYSTEM;
            await (0,promises_.writeFile)(this.#fileOf(sha256), zipped);
        }
        catch (error) {
            this.#lost = (0,failure/* errorCode */.CA)(error);
            // Pages must not take the room that the evidence needs.
            await this.#discard();
        }
    }
    /**
     * Writes `raw/<item>/<nnn>.json.gz` below the folder, numbered as in the item's requests; a page without a response
     * has no file, and one that holds a secret is left out. Throws where one of them cannot be written or was not kept.
     */
    async writeBelow(root, evidence) {
        const all = evidence.items.flatMap(pageFiles);
        this.#refuse(evidence, all);
        const leftOut = all.flatMap(({ name, sha256 }) => {
            const leak = this.#kept.get(sha256) ?? null;
            return leak === null ? [] : [`${name} holds ${leak}`];
        });
        const pages = all.filter(({ sha256 }) => this.#kept.get(sha256) === null);
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
        return { names: pages.map(({ name }) => name), leftOut };
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
            if (!this.#kept.has(sha256))
                throw withheldFailure(`${name} was not kept`);
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

// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/report/run/report.js + 12 modules
var run_report = __webpack_require__(76787);
// EXTERNAL MODULE: ./lib/run/identity.js
var identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/run/run.js + 8 modules
var run = __webpack_require__(73790);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
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
async function storeAttestation(bundle, { token, environment, signal }) {
    const { GITHUB_API_URL: api = "", GITHUB_REPOSITORY: repository = "" } = environment;
    if (!(0,connections/* isSafeForTokens */.nN)(api) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
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
    const json = (0,files_json/* readJson */.Vh)(response.bytes);
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

// EXTERNAL MODULE: ./lib/action/visibility.js
var visibility = __webpack_require__(33384);
;// CONCATENATED MODULE: ./lib/action/collect-and-publish.js
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















/** One run of the job. Throws in a public repository, and where a run throws. */
async function collectAndPublish(config, { dist, job, spool }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { env } = process;
        const { log, secrets } = job;
        const event = await (0,identity/* eventPayload */.Z3)(env);
        await (0,visibility/* refusePublic */.a)(config, { event, log });
        // A folder of its own: another step of this job may have collected too.
        const temporary = env["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)();
        await (0,write_folder/* ensureWritable */.ZZ)(temporary, "RUNNER_TEMP");
        const out = await (0,promises_.mkdtemp)(external_node_path_.join(temporary, "datadog-evidence-"));
        const rawPages = __addDisposableResource(env_1, config["raw-pages"] ? await RawPages.below(temporary, secrets) : null, true);
        const signal = (0,cancellation/* cancellation */.W)();
        const ran = await (0,run/* run */.e)(config, {
            run: (0,identity/* runIdentity */.yK)(env, event),
            collector: async () => {
                const [identified] = await Promise.all([(0,identity/* collectorIdentity */.K3)(dist), job.prepare()]);
                return identified;
            },
            apiUrl: null,
            repository: repositoryOf(config, env),
            to: {
                out,
                artifact: { retentionDays: config["retention-days"], rawPages },
                extraFiles: (signed) => [reportFile(config, signed)],
            },
            environment: env,
            signal,
            spool,
            secrets,
            conceal: (secret) => job.conceal(secret),
            now: () => new Date(),
            log,
        });
        await storeBundle(ran, { token: config["attestation-token"], log, signal });
        return ran;
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
/** The report that the artifact holds beside the run folder. */
function reportFile({ givenPolicy }, { evidence, files, attestation }) {
    const report = (0,run_report/* runReport */.q)({
        evidence,
        files,
        statement: attestation?.statement ?? null,
        policy: givenPolicy?.policy ?? null,
        signedBy: attestation?.signedBy ?? null,
    });
    return (0,file/* fileOf */.W7)("report.html", (0,page/* reportHtml */.Ew)(report));
}
/** Also stores a signed run as an attestation of the repository where there is a token for that. */
async function storeBundle({ published: { attestation } }, { token, log, signal }) {
    if (token === null || attestation === null)
        return;
    const stored = await storeAttestation(attestation.bundle, { token, environment: process.env, signal });
    if (stored.ok)
        log.info(`stored as GitHub attestation ${stored.id}`);
    else
        log.warning(`not stored as a GitHub attestation: ${stored.reason}`);
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
        apiUrl: (0,api_url/* gitHubApiUrl */.L)(env),
        allowPublic: config["allow-public"],
        seed: config.seed,
    });
}

// EXTERNAL MODULE: ./lib/action/job.js + 2 modules
var action_job = __webpack_require__(46273);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
// EXTERNAL MODULE: ./lib/evidence/rules/recount.js
var recount = __webpack_require__(38721);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/policy/describe-result.js
var describe_result = __webpack_require__(81619);
// EXTERNAL MODULE: ./lib/report/expectations.js
var expectations = __webpack_require__(18667);
// EXTERNAL MODULE: ./lib/report/needs-review.js
var needs_review = __webpack_require__(87828);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/more.js
var render_more = __webpack_require__(1846);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/verify/period/next-due.js
var next_due = __webpack_require__(91785);
// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/job-summary/shorten.js
var shorten = __webpack_require__(14594);
;// CONCATENATED MODULE: ./lib/report/job-summary/run.js
















/** The job summary of a run as Markdown, always below what GitHub takes. */
function runSummary(run) {
    const { evidence, reasons, hints, attestation } = run;
    const since = (0,changes_in_words/* changeSinceLastRun */.WR)(attestation?.statement ?? null);
    const parts = [
        (0,phrases/* markdownOf */.RQ)((0,phrases/* phrase */.MZ) `## Evidence from Datadog, ${(0,phrases/* name */.UU)(evidence.stream.name)}: ${evidence.outcome}`),
        (0,renderer/* stackMarkdown */.EK)([
            ...(0,words/* runOriginSentences */.OB)(evidence).map(quoted),
            (0,renderer/* paragraph */.FY)((0,words/* statesInWords */.Bs)(evidence.items)),
            (0,renderer/* bullets */.e5)(whenAndWhere(evidence)),
            ...[...reasons, ...weakerSignature(run), ...hints.map(words/* sentence */.em)].map(quoted),
            ...expectationBlocks(run),
            (0,renderer/* table */.tp)({
                caption: "",
                columns: ["Item", "State", "Counts", "Since the run before", "Collection", "Supports"],
                rows: evidence.items.map((item) => rowOf(item, since)),
            }),
            ...titledList("Needs review", linesToReview(run)),
            ...changeBlocks(since, evidence),
            ...publication(run),
        ]),
        "<details><summary>Requests, limits, digests, and how to verify</summary>",
        (0,renderer/* stackMarkdown */.EK)([
            (0,renderer/* bullets */.e5)(requestLines(evidence)),
            (0,renderer/* bullets */.e5)(caveatLines(evidence)),
            (0,renderer/* bullets */.e5)(proofLines(run)),
        ]),
        `\`\`\`sh\nnpx datadog-evidence ${nextCommand(run)}\n\`\`\``,
        "</details>",
        "This evidence supports controls. It is not a statement of compliance.",
    ];
    return (0,shorten/* shortenSummary */.Q)(`${parts.join("\n\n")}\n`, "evidence.json of the artifact");
}
function quoted(words) {
    return (0,renderer/* quote */.hD)("reason", [(0,renderer/* paragraph */.FY)(words)]);
}
/** From where and when the evidence is, which time it covers, and when the next is due. */
function whenAndWhere(evidence) {
    const { site, organization } = evidence.source;
    const whose = organization === null ? "" : (0,phrases/* phrase */.MZ) ` (${(0,phrases/* name */.UU)(organization)})`;
    return [
        (0,phrases/* phrase */.MZ) `Collected ${timeInWords(evidence.collectedAt)} from ${(0,phrases/* name */.UU)(site)}${whose}.`,
        ...evidence.items.flatMap(({ id, window }) => window === null
            ? []
            : [
                (0,phrases/* phrase */.MZ) `${(0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])} from ${timeInWords(window.from)} to ${timeInWords(window.to)}.`,
            ]),
        (0,phrases/* phrase */.MZ) `Next run due ${timeInWords((0,next_due/* nextDue */.m)(evidence).toISOString())}.`,
    ];
}
/** An instant as people read it: `2026-11-29 06:17 UTC`. */
function timeInWords(instant) {
    return `${instant.slice(0, 16).replace("T", " ")} UTC`;
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
        controlsInSummary(controls),
    ];
}
/** More controls of an item than this are counted: the report has them all. */
const MOST_CONTROLS = 12;
function controlsInSummary(controls) {
    const shown = controls
        .slice(0, MOST_CONTROLS)
        .map((control) => control.support === "direct" && control.organisation === undefined
        ? control.id
        : `${control.id} (${(0,words/* supportInWords */.OW)(control)})`);
    const more = controls.length - shown.length;
    return (0,words/* list */.p_)([...shown, ...(more > 0 ? [`${more} more`] : [])]);
}
/** The results of the policy, the worst first, and for each broken one the waiver that would accept it. */
function expectationBlocks({ evidence, policy }) {
    if (evidence.policy === null)
        return [];
    const results = (0,describe_result/* resultsWorstFirst */.iX)(evidence);
    const broken = results.filter(({ result }) => result === "broken");
    return [
        (0,renderer/* heading */.R_)("Expectations"),
        (0,renderer/* table */.tp)({
            caption: "",
            columns: ["Expectation", "Result", "Counted", "Demand"],
            rows: results.map((result) => [
                (0,phrases/* name */.UU)(result.id),
                (0,phrases/* resultWord */.kV)(result.result),
                countedCell(result, evidence),
                (0,phrases/* name */.UU)((0,expectations/* expectationTitle */.BW)(policy, result.id) ?? ""),
            ]),
        }),
        (0,renderer/* paragraph */.FY)(describe_result/* GIVEN_BY_THE_RUN */.SO),
        ...broken.flatMap((result) => [
            (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `To accept ${(0,phrases/* name */.UU)(result.id)} for ${expectations/* PROPOSED_DAYS */.$G} days, complete this waiver, have it reviewed, and add it to accept in the policy file:`),
            (0,renderer/* commands */.Pi)([(0,expectations/* proposeWaiver */.Zy)(result, evidence.collectedAt)]),
        ]),
    ];
}
function countedCell(result, evidence) {
    const measure = (0,describe_result/* describeMeasure */.UF)(result);
    if (result.result === "unknown")
        return measure;
    const named = (0,expectations/* nameOffenders */.g9)(result, evidence).map(({ label, link: url }) => run_link(label, url));
    const more = result.offenders.count - named.length;
    const which = [...named, ...(0,render_more/* andMore */.v)(more)];
    const waived = result.waivers.length === 0 ? "" : (0,phrases/* phrase */.MZ) `; waived by ${(0,phrases/* joinWords */.yZ)(result.waivers.map(phrases/* name */.UU))}`;
    return which.length === 0 ? measure : (0,phrases/* phrase */.MZ) `${measure}: ${(0,phrases/* joinWords */.yZ)(which)}${waived}`;
}
function titledList(title, lines) {
    return lines.length === 0 ? [] : [(0,renderer/* heading */.R_)(title), (0,renderer/* bullets */.e5)(lines)];
}
/** What a person must review first, with links into Datadog. */
function linesToReview({ evidence, policy, reasons }) {
    const isSaid = (message) => reasons.some((reason) => reason.includes(message));
    const losses = (0,needs_review/* lossesInWords */.o)(evidence.items, isSaid).map(({ words }) => words);
    const records = (0,needs_review/* recordsToReview */.k)(evidence, policy).flatMap(({ item, named, more }) => {
        const lines = named.map(({ what, label, link: url }) => (0,phrases/* phrase */.MZ) `${what}: ${run_link(label, url)}`);
        return more === 0
            ? lines
            : lines.concat((0,phrases/* phrase */.MZ) `${more} more of the ${words/* ITEM_NAMES */.fH[item.id]}, in the evidence`);
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
        const all = (0,phrases/* joinWords */.yZ)(which.concat((0,render_more/* andMore */.v)(more)));
        return [(0,phrases/* phrase */.MZ) `${words/* ITEM_NAMES */.fH[item.id]} ${kind.words}: ${all}`];
    }));
    return titledList("Since the run before", [...(0,changes_in_words/* remarksOn */.rc)(since.changes).map(failure/* sentenceCase */.o3), ...lines]);
}
function requestLines({ items }) {
    return items.flatMap(({ collection }) => collection.requests.map(({ method, path, pages }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)(`${method} ${path}`)}: ${(0,log_lines/* answersInWords */.UX)(pages)}, ${recordsInWords(pages)}`));
}
function caveatLines({ items }) {
    const shared = (0,log_lines/* sharedCaveats */.pm)(items);
    return [
        ...items.flatMap(({ id, caveats }) => caveats.filter((caveat) => !shared.includes(caveat)).map((caveat) => `${words/* ITEM_NAMES */.fH[id]}: ${caveat}`)),
        ...shared.map((caveat) => `every item: ${caveat}`),
    ];
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
function publication({ commit, artifact, attestation }) {
    const sequence = attestation?.statement.predicate.sequence ?? null;
    const number = sequence === null ? "" : `, run ${sequence} of its chain`;
    const places = [
        ...(commit === null
            ? []
            : [(0,phrases/* phrase */.MZ) `Commit ${run_link(commit.id.slice(0, 12), commit.url)} of ${(0,phrases/* name */.UU)(commit.repository)}${number}.`]),
        ...(artifact === null ? [] : [(0,phrases/* phrase */.MZ) `Artifact ${run_link(artifact.name, artifact.url)}.`]),
    ];
    return places.map((words) => (0,renderer/* paragraph */.FY)(words));
}
/** Why the signature promises less than was asked for, unless the reasons say so already. */
function weakerSignature({ attestation, reasons }) {
    const message = attestation?.statement.predicate.assurance.reason?.message;
    if (message === undefined || reasons.some((reason) => reason.includes(message)))
        return [];
    return [`signed without a trusted time: ${message}`];
}
/** The command that verifies the run; of a run that is not signed, the one that signs it. */
function nextCommand({ evidence, attestation }) {
    const folder = (0,sanitize/* visibleLine */.P8)((0,run_path/* pathInRepository */.zB)(evidence));
    if (attestation === null)
        return `attest ${folder}`;
    const { statement, signedBy } = attestation;
    if (statement.predicate.assurance.signing === "key")
        return `verify ${folder} --key signing-key.pub.pem`;
    const trust = ["--trusted-root trusted_root.jsonl", ...(0,shell/* workflowFlags */.V)(signedBy)].join(" ");
    return `verify ${folder} ${(0,sanitize/* visibleLine */.P8)(trust, 1000)}`;
}
/** An error carries no records; a zero would say that there were none to carry. */
function recordsInWords(pages) {
    const good = pages.filter(({ status }) => (0,recount/* isAnswered */.Qy)(status));
    if (good.length === 0)
        return "records not known";
    return (0,words/* quantityOf */.Ri)(good.reduce((sum, { items }) => sum + items, 0), "record");
}
/** A link that GitHub shows; the words alone where there is no address. It is ours, but nothing in it may end the link. */
function run_link(label, url) {
    if (url === null)
        return (0,phrases/* name */.UU)(label);
    const address = url.replaceAll(/[()\s<>|\\]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
    return (0,phrases/* phraseOf */.J8)((0,phrases/* name */.UU)(label).html, () => `[${(0,phrases/* markdownOf */.RQ)((0,phrases/* name */.UU)(label))}](${address})`);
}

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
    "critical-signals": countOutput("critical-signals", "Critical security signals of the last 7 days"),
    "high-signals": countOutput("high-signals", "High security signals of the last 7 days"),
    "failing-monitors": countOutput("failing-monitors", "Tagged monitors in Alert or Warn"),
    "critical-findings": countOutput("critical-findings", "Failing critical posture checks, muted ones included"),
    "high-findings": countOutput("high-findings", "Failing high posture checks, muted ones included"),
    expectations: {
        description: "The worst result of the policy: broken, unknown, accepted or met; empty where no policy is given.",
        value: ({ published }) => (0,describe_result/* resultsWorstFirst */.iX)(published.evidence)[0]?.result ?? "",
    },
    "broken-expectations": {
        description: "Ids of the expectations that are broken, separated by commas; empty where none is.",
        value: ({ published }) => (0,describe_result/* brokenExpectations */.R1)(published.evidence)
            .map(({ id }) => id)
            .join(","),
    },
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
function countOutput(name, what) {
    return {
        description: `${what}, a number; a floor where the item is partial, empty where nothing is known.`,
        value: ({ published }) => String((0,fail_on/* readMetric */.Nk)(name, published.evidence) ?? ""),
    };
}

;// CONCATENATED MODULE: ./lib/action/report-result.js







/** Writes summary and outputs and sets the exit, after everything is published. */
function reportResult(ran, { config, job }) {
    const { secrets } = job;
    const { published, exit } = ran;
    const { evidence, artifact } = published;
    const runUrl = evidence.run.github?.url ?? null;
    const text = runSummary({
        evidence,
        evidenceSha256: published.evidenceSha256,
        policy: config.givenPolicy?.policy ?? null,
        attestation: published.attestation,
        artifact: artifact === null
            ? null
            : { ...artifact, url: runUrl === null ? null : `${runUrl}/artifacts/${artifact.id}` },
        commit: published.commit === null
            ? null
            : { id: published.commit, url: published.commitUrl, repository: config.repository ?? "" },
        reasons: exit.reasons.map((reason) => secrets.conceal(reason)),
        hints: exit.hints,
    });
    const unwritten = job.writeSummary(text);
    const ended = unwritten === null
        ? exit
        : {
            ...exit,
            code: 2,
            reasons: [...exit.reasons, (0,failure/* explainError */.UW)(unwritten), publishedSentence(ran)],
        };
    for (const [name, { value }] of Object.entries(OUTPUTS))
        job.setOutput(name, value({ ...ran, exit: ended }));
    if (ended.code === 0)
        return job.log.info((0,log_lines/* exitLine */.X2)(evidence, ended));
    const lines = [...ended.reasons, ...ended.hints.map(words/* sentence */.em)];
    job.fail(lines.map((line) => (0,sanitize/* logLine */.BP)(secrets.conceal(line))).join("\n"), ended.code);
}
/** A sentence about what was published, for a job whose outputs could not be written. */
function publishedSentence({ published: { evidence, commit, artifact } }) {
    const places = [
        ...(commit === null ? [] : [`commit ${commit}`]),
        ...(artifact === null ? [] : [`artifact ${artifact.name}`]),
    ];
    const place = (0,run_path/* pathInRepository */.zB)(evidence);
    return places.length === 0
        ? `the run ${place} was not published`
        : `the run ${place} is published all the same: ${places.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/action/main.js
var main_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var main_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












/** The Action: reads its inputs, runs, reports, and sets the exit code. `dist` is the folder of the program. */
async function runEvidenceAction(dist) {
    const raw = Object.fromEntries(inputs/* INPUT_NAMES */.Qh.map((name) => [name, (0,action_job/* inputOf */.w)(process.env, name)]));
    // Grows with the tokens that the run obtains.
    const secrets = new platform_secrets/* SecretSearch */.p([
        ...inputs/* SECRET_NAMES */.AS.map((name) => raw[name]),
        process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
    ]);
    const job = new action_job/* Job */._(secrets);
    let published = null;
    try {
        const [policy, mapping] = [await userFileOf("policy", raw), await userFileOf("mapping", raw)];
        const known = {
            environment: process.env,
            policy: policy.file,
            mapping: mapping.file,
            otherProblems: [...policy.problems, ...mapping.problems, ...jobProblems(raw, process.env)],
        };
        if (raw["check"]?.trim() === "true") {
            // A run needs none of it.
            const { checkSetup } = await Promise.all(/* import() */[__webpack_require__.e(426), __webpack_require__.e(352)]).then(__webpack_require__.bind(__webpack_require__, 6352));
            await checkSetup(raw, { job, ...known });
        }
        else {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const spool = main_addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
                const config = (0,read_config/* readConfig */.Xg)(raw, known);
                const ran = await collectAndPublish(config, { dist, job, spool });
                published = publishedSentence(ran);
                reportResult(ran, { config, job });
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                main_disposeResources(env_1);
            }
        }
    }
    catch (error) {
        job.setOutput("exit-code", "2");
        job.failWith(error, error instanceof visibility/* PublicRefusal */.m ? null : "No evidence from Datadog");
    }
    await job.finished(published);
    // An upload that was given up may still wait for its service, but nothing waits for it.
    process.stdout.write("", () => process.exit());
}
/** The file of the workspace that an input names, or why it cannot be read, to report with other problems. */
async function userFileOf(input, raw) {
    const name = raw[input]?.trim() ?? "";
    if (name === "")
        return { file: null, problems: [] };
    const workspace = process.env["GITHUB_WORKSPACE"];
    const bytes = await (0,failure/* awaitFailure */.DT)(async () => (0,given_file/* readWorkspaceFile */.s)(name, { input, workspace }));
    return bytes instanceof failure/* Failure */.HR
        ? { file: null, problems: [(0,failure/* failureLine */.Pu)(bytes)] }
        : { file: { name, bytes }, problems: [] };
}
/** What is wrong with the environment of the job, and with inputs that do not fit together. */
function jobProblems(raw, env) {
    const problems = [];
    // Only the command line may be given another address of Datadog.
    if (env["DD_API_URL"]) {
        problems.push("DD_API_URL: the Action only asks Datadog itself; remove it from the environment of this job");
    }
    problems.push(...(0,sigstore_instance/* localServiceProblems */.H)(env));
    if (raw["commit"] === "false" && !raw["repository"]) {
        problems.push("commit: false leaves the run to publish, so name the repository whose chain it continues");
    }
    // Said before anything is asked, as the visibility is asked of the same address.
    const url = raw["repository-token"] ? (0,failure/* catchFailure */.Oh)(() => (0,api_url/* gitHubApiUrl */.L)(env)) : null;
    if (url instanceof failure/* Failure */.HR)
        problems.push((0,failure/* failureLine */.Pu)(url));
    return problems;
}


/***/ }),

/***/ 33384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refusePublic),
/* harmony export */   m: () => (/* binding */ PublicRefusal),
/* harmony export */   tQ: () => (/* binding */ readVisibility)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_visibility_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72135);
/* harmony import */ var _platform_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71267);
/* harmony import */ var _sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40352);






const Repository = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ private: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY() });
/** For all attempts of one question: the run waits for the answer. */
const LOOKUP_TIMEOUT_MS = 10_000;
/** In a public repository nothing is published, not even a summary. */
class PublicRefusal extends _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR {
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
        throw new PublicRefusal("input", "this repository is public, so anyone could read the evidence; nothing was collected", {
            hint: "run it in a private repository, or set allow-public: true to publish anyway",
        });
    }
    log.warning("cannot tell whether this repository is public; if it is, anyone can read the artifact and the summary");
}
/** Raw answers hold e-mail addresses and other personal data, so no input makes them public. */
function rawPagesRefused(visibility) {
    const why = visibility === "public" ? "this repository is public" : "cannot tell whether this repository is public";
    return new PublicRefusal("input", `raw-pages: ${why}, and raw answers hold personal data; nothing was collected`, { hint: "set raw-pages: false, or run it in a private repository" });
}
/**
 * Reads the visibility from the event's payload, else from the job's OIDC claim, else from GitHub's API.
 * Throws where the environment names a proxy that is none.
 */
async function readVisibility(event, environment) {
    const { visibility, private: isPrivate } = event.repository ?? {};
    const said = (0,_platform_visibility_js__WEBPACK_IMPORTED_MODULE_5__/* .readVisibilityWord */ .z)(visibility);
    if (said === "public" || isPrivate === false)
        return "public";
    if (said === "not-public" || isPrivate === true)
        return "not-public";
    const claimed = await claimedVisibility(environment);
    return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}
async function claimedVisibility(environment) {
    if (!(0,_sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_3__/* .canRequestIdentityToken */ .r)(environment))
        return "unknown";
    try {
        const { repositoryVisibility } = await (0,_sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_3__/* .requestIdentityToken */ .l)(environment, {
            audience: "datadog-evidence",
            signal: AbortSignal.timeout(LOOKUP_TIMEOUT_MS),
            conceal: () => { },
        });
        return (0,_platform_visibility_js__WEBPACK_IMPORTED_MODULE_5__/* .readVisibilityWord */ .z)(repositoryVisibility);
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR) || error.code !== "not-signed")
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
    const response = await (0,_platform_http_js__WEBPACK_IMPORTED_MODULE_2__/* .httpRequest */ .a)({ url, headers: { accept: "application/vnd.github+json" } }, AbortSignal.timeout(LOOKUP_TIMEOUT_MS));
    const json = response.ok ? (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(response.bytes) : null;
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


/***/ })

};
