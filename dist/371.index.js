export const id = 371;
export const ids = [371];
export const modules = {

/***/ 49184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ Job),
  w: () => (/* binding */ inputOf)
});

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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
    const lines = fewEnough(text.split("\n"));
    const longest = longestLine(lines);
    return lines.map((line) => (0,sanitize/* shortenMiddle */.jM)(line, longest)).join("\n");
}
function fewEnough(lines) {
    const most = Math.floor(LONGEST / SHORTEST_LINE);
    if (lines.length <= most)
        return lines;
    const first = lines.slice(0, most - 3);
    const count = lines.length - first.length - 2;
    return [...first, `… ${count} more lines, which are in the log of this step …`, ...lines.slice(-2)];
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
    #secrets;
    #toolkit = null;
    #said = Promise.resolve();
    /** Outputs that could not be written, each with the reason. */
    #unwritten = [];
    constructor(secrets = new platform_secrets/* SecretSearch */.p()) {
        this.#secrets = secrets;
    }
    /** Text from Datadog is made harmless before it gets here; secrets are hidden once more. */
    get log() {
        const safe = (line) => (0,sanitize/* logLine */.BP)(this.#secrets.conceal(line));
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
        this.#say((core) => {
            try {
                core.setOutput(name, this.#secrets.conceal(value));
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
        this.#secrets.add(secret);
        const { masks } = new platform_secrets/* SecretSearch */.p([secret]);
        this.#say((core) => {
            for (const mask of masks)
                core.setSecret(mask);
        });
    }
    /** Ends the job with this exit code and an annotation, which is shortened where GitHub would cut its end. */
    fail(message, code) {
        this.#say((core) => {
            const whole = (0,sanitize/* printableText */.XU)(this.#secrets.conceal(message));
            const shown = annotationText(whole);
            // The log of GitHub shows an annotation as it was cut.
            if (shown !== whole)
                core.info(whole);
            core.setFailed(shown);
            process.exitCode = code;
        });
    }
    /** Loads the toolkit, so that the first line need not wait for it. */
    async prepare() {
        await this.#loaded();
    }
    /**
     * Resolves when all lines and outputs are written. Outputs that could not be written fail the job, with
     * `published`: a sentence about what was published nevertheless.
     */
    async finished(published = null) {
        await this.#said;
        if (this.#unwritten.length === 0)
            return;
        const lines = [
            `outputs of this step cannot be written: ${this.#unwritten.join(", ")}`,
            ...(published === null ? [] : [published]),
            "free space on the disk of the runner, and check the file that GITHUB_OUTPUT names",
        ];
        this.fail(lines.join("\n"), 2);
        await this.#said;
    }
    #say(line) {
        this.#said = this.#said.then(async () => line(await this.#loaded()));
    }
    async #loaded() {
        this.#toolkit ??= Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__, 91659)).then((core) => {
            for (const mask of this.#secrets.masks)
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

/***/ 79752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEvidenceAction: () => (/* binding */ runEvidenceAction)
});

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
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/collectors/store/spool.js
var store_spool = __webpack_require__(36629);
// EXTERNAL MODULE: ./lib/config/given-file.js
var given_file = __webpack_require__(37990);
// EXTERNAL MODULE: ./lib/config/inputs.js
var inputs = __webpack_require__(66097);
// EXTERNAL MODULE: ./lib/config/read-config.js + 1 modules
var read_config = __webpack_require__(1336);
// EXTERNAL MODULE: ./lib/datadog/sites.js
var sites = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/run/identity.js
var run_identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/setup/check.js
var setup_check = __webpack_require__(74313);
// EXTERNAL MODULE: ./lib/setup/doctor-report.js
var doctor_report = __webpack_require__(25529);
// EXTERNAL MODULE: ./lib/setup/doctor.js + 3 modules
var doctor = __webpack_require__(37194);
// EXTERNAL MODULE: ./lib/publish/github/api-url.js
var api_url = __webpack_require__(563);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
;// CONCATENATED MODULE: ./lib/setup/repository-checks.js




const Repository = schemas/* object */.Ikc({
    private: schemas/* boolean */.zMY(),
    archived: schemas/* boolean */.zMY().default(false),
    default_branch: schemas/* string */.YjP(),
    permissions: schemas/* object */.Ikc({ push: schemas/* boolean */.zMY() }).nullish(),
});
const Branch = schemas/* object */.Ikc({ protected: schemas/* boolean */.zMY().default(false) });
const Rules = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), ruleset_id: schemas/* int */.Whr().optional() }));
const Ruleset = schemas/* object */.Ikc({ current_user_can_bypass: schemas/* string */.YjP().optional() });
const WITHOUT = "the run is signed and kept as an artifact, but not committed, and ends with exit 2";
/** Rules of a branch that refuse a commit by a program. */
const BLOCKING = [
    "pull_request",
    "required_status_checks",
    "update",
    "required_deployments",
    "merge_queue",
    "workflows",
    "code_scanning",
];
/** Rules without which somebody could rewrite what was committed. */
const PROTECTING = ["deletion", "non_fast_forward"];
/** Whether a run could commit to the evidence repository, and whether what it commits stays. */
async function repositoryChecks(config, context) {
    const { repository, "repository-token": token } = config;
    if (repository === null || token === null) {
        return [
            (0,setup_check/* checkOf */.E)({
                id: "repository",
                needed: false,
                without: "an evidence repository, runs do not follow one another in a chain",
            }).warning("no evidence repository is named, so a run is an artifact that GitHub deletes after some time", "name one with repository and repository-token: this repository with github.token is the simplest"),
        ];
    }
    const read = async (path) => readGitHub(`${context.gitHubApiUrl}/repos/${repository}${path}`, { token, ...context });
    const answer = await read("");
    const found = answer.status === 200 ? Repository.safeParse(answer.json).data : undefined;
    if (found === undefined) {
        return [
            (0,setup_check/* checkOf */.E)({ id: "repository", without: `access to the evidence repository, ${WITHOUT}` })[answer.status === 0 ? "unknown" : "error"](`${repository} cannot be read (${answer.status === 0 ? answer.reason : `status ${answer.status}`})`, "check the name; repository-token needs contents: write there, and a GitHub App must be installed on it"),
        ];
    }
    const name = config.branch ?? found.default_branch;
    const [branch, ruled] = await Promise.all([
        read(`/branches/${encodeURIComponent(name)}`),
        // GitHub tells the rules of a branch that is not there yet, too.
        read(`/rules/branches/${encodeURIComponent(name)}`),
    ]);
    const rules = ruled.status === 200 ? (Rules.safeParse(ruled.json).data ?? null) : null;
    const about = { name, isProtected: Branch.safeParse(branch.json).data?.protected === true, rules };
    return [
        writeCheck(repository, found),
        visibilityCheck(repository, { isPublic: !found.private, isAllowed: config["allow-public"] }),
        await branchCheck(about, { status: branch.status, config, read }),
        protectionCheck(about),
    ];
}
function writeCheck(repository, { archived, permissions }) {
    const about = { id: "repository", without: `write access to the evidence repository, ${WITHOUT}` };
    const check = (0,setup_check/* checkOf */.E)(about);
    if (archived) {
        return check.error(`${repository} is archived`, "unarchive it, or name another one");
    }
    if (permissions?.push === true) {
        return check.ok(`repository-token may write to ${repository}`);
    }
    // GitHub does not show the permissions of an App's token there.
    return (0,setup_check/* checkOf */.E)({ ...about, needed: false }).unknown(`repository-token may read ${repository}; GitHub does not say whether it may write`, "give the job, or the App, contents: write");
}
function visibilityCheck(repository, { isPublic, isAllowed }) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "repository-visibility",
        without: "a private repository, anybody can read the evidence, or the run refuses to commit it (exit 2)",
    });
    if (!isPublic)
        return check.ok(`${repository} is not public`);
    return check[isAllowed ? "warning" : "error"](`${repository} is public`, isAllowed
        ? "allow-public is set: anybody can read which weaknesses are open"
        : "use a private repository, or set allow-public: true to publish anyway");
}
/** Whether the branch is there, or the first run makes it, and whether a program may commit to it. */
async function branchCheck({ name, isProtected, rules }, { status, config, read, }) {
    const about = { id: "branch", without: `a branch to commit to, ${WITHOUT}` };
    const check = (0,setup_check/* checkOf */.E)(about);
    if (status !== 200 && status !== 404) {
        const found = `GitHub does not say whether the branch ${name} is there`;
        return (0,setup_check/* checkOf */.E)({ ...about, needed: false }).unknown(found);
    }
    const isThere = status === 200;
    if (!isThere) {
        const isEmpty = (await read("/commits?per_page=1")).status === 409;
        if (!config.seed || (config.branch === null && !isEmpty)) {
            const found = isEmpty
                ? `the repository is empty, so the branch ${name} is not there`
                : `the branch ${name} is not there`;
            return check.error(found, "correct the input branch, or set seed: true, and the first run makes it");
        }
    }
    const types = isThere ? BLOCKING : [...BLOCKING, "creation"];
    const blocking = (rules ?? []).filter(({ type }) => types.includes(type));
    const refusals = await refusalsOf(blocking, read);
    const named = [...new Set(blocking.map(({ type }) => type))].join(", ");
    if (refusals === "certain") {
        const found = `rules of the branch ${name} refuse a commit by a program: ${named}`;
        return check.error(found, BYPASS_HINT);
    }
    if (refusals === "possible") {
        const found = `rules of the branch ${name} refuse a commit by a program, and GitHub does not say whether repository-token may bypass them: ${named}`;
        return check.unknown(found, BYPASS_HINT);
    }
    if (isProtected && rules?.length === 0) {
        const found = `the branch ${name} is there; a branch protection rule covers it, and GitHub does not show what it asks`;
        return (0,setup_check/* checkOf */.E)({ ...about, needed: false }).unknown(found, "in Settings > Branches, the rule must ask for no pull request and no status check, or let the App bypass it");
    }
    const may = blocking.length > 0
        ? `repository-token may bypass its rules (${named})`
        : "none of its rules refuses a commit by a program";
    const found = isThere
        ? `the branch ${name} is there, and ${may}`
        : `the branch ${name} is not there yet; the first run makes it (seed: true)`;
    return check.ok(found);
}
const BYPASS_HINT = "let the App bypass these rules, or name another branch for the evidence";
/** Whether rules refuse a commit by the holder of the token: one that may bypass a ruleset is not bound by it. */
async function refusalsOf(blocking, read) {
    const rulesets = [...new Set(blocking.map((rule) => rule.ruleset_id))];
    const bypasses = await Promise.all(rulesets.map(async (id) => {
        if (id === undefined)
            return undefined;
        const { status, json } = await read(`/rulesets/${id}`);
        return status === 200 ? Ruleset.safeParse(json).data?.current_user_can_bypass : undefined;
    }));
    if (bypasses.every((bypass) => bypass === "always"))
        return "none";
    return bypasses.some((bypass) => bypass !== undefined && bypass !== "always") ? "certain" : "possible";
}
/** Whether what is committed stays. */
function protectionCheck({ name, isProtected, rules }) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "branch-protection",
        needed: false,
        without: "protection of the branch, somebody with write access can rewrite the history, which only copies elsewhere would show",
    });
    if (rules === null) {
        const found = `GitHub does not show the rules of the branch ${name}`;
        return check.unknown(found);
    }
    if (isProtected && rules.length === 0) {
        const found = `a branch protection rule covers the branch ${name}, and GitHub does not show what it forbids`;
        return check.unknown(found, "in Settings > Branches, leave Allow force pushes and Allow deletions off");
    }
    const missing = PROTECTING.filter((type) => rules.every((rule) => rule.type !== type));
    if (missing.length === 0) {
        return check.ok(`the branch ${name} can be neither deleted nor rewritten`);
    }
    return check.warning(`no rule of the branch ${name} forbids ${missing.map((type) => (type === "deletion" ? "deletion" : "force pushes")).join(" and ")}`, "add a ruleset with Restrict deletions and Block force pushes (Settings > Rules)");
}
async function readGitHub(url, { token, signal }) {
    const response = await (0,http/* httpRequest */.a)({ url, headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}` } }, signal);
    if (!response.ok)
        return { status: 0, json: null, reason: `GitHub ${response.reason}` };
    const json = (0,files_json/* readJson */.V)(response.bytes);
    return { status: response.status, json: "value" in json ? json.value : null, reason: "" };
}

// EXTERNAL MODULE: ./lib/platform/visibility.js
var platform_visibility = __webpack_require__(72135);
;// CONCATENATED MODULE: ./lib/action/visibility.js






const visibility_Repository = schemas/* object */.Ikc({ private: schemas/* boolean */.zMY() });
/** For all attempts of one question: the run waits for the answer. */
const LOOKUP_TIMEOUT_MS = 10_000;
/**
 * Reads the visibility from the event's payload, else from the job's OIDC claim, else from GitHub's API.
 * Throws where the environment names a proxy that is none.
 */
async function readVisibility(event, environment) {
    const { visibility, private: isPrivate } = event.repository ?? {};
    const said = (0,platform_visibility/* readVisibilityWord */.z)(visibility);
    if (said === "public" || isPrivate === false)
        return "public";
    if (said === "not-public" || isPrivate === true)
        return "not-public";
    const claimed = await claimedVisibility(environment);
    return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}
async function claimedVisibility(environment) {
    if (!(0,identity_token/* canRequestIdentityToken */.r)(environment))
        return "unknown";
    try {
        const { repositoryVisibility } = await (0,identity_token/* requestIdentityToken */.l)(environment, {
            audience: "datadog-evidence",
            signal: AbortSignal.timeout(LOOKUP_TIMEOUT_MS),
            conceal: () => { },
        });
        return (0,platform_visibility/* readVisibilityWord */.z)(repositoryVisibility);
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
    const response = await (0,http/* httpRequest */.a)({ url, headers: { accept: "application/vnd.github+json" } }, AbortSignal.timeout(LOOKUP_TIMEOUT_MS));
    const json = response.ok ? (0,files_json/* readJson */.V)(response.bytes) : null;
    // A page that is not JSON is not GitHub's.
    if (!response.ok || json === null || "trouble" in json)
        return "unknown";
    if (response.status === 404)
        return "not-public";
    const parsed = visibility_Repository.safeParse(json.value);
    if (response.status !== 200 || !parsed.success)
        return "unknown";
    return parsed.data.private ? "not-public" : "public";
}

;// CONCATENATED MODULE: ./lib/action/check-setup.js










/** The Action with `check: true`: looks at what a run would need, reports it, and writes only the job summary. */
async function checkSetup(raw, context) {
    const { job, policy, mapping, otherProblems, conceal, writeSummary } = context;
    const { env } = process;
    const signal = (0,cancellation/* cancellation */.W)();
    const checks = await (0,doctor/* examineSetup */.h)(raw, {
        environment: env,
        hasIdentity: (0,identity_token/* canRequestIdentityToken */.r)(env),
        policy,
        mapping,
        otherProblems,
        apiUrl: null,
        signal,
        conceal,
        log: (line) => job.log.info(line),
        storageChecks: async (config) => [
            await ownVisibilityCheck(env, config["allow-public"]),
            ...(await repositoryChecks(config, {
                gitHubApiUrl: (0,api_url/* gitHubApiUrl */.L)(env),
                signal,
            })),
        ],
    });
    // GitHub keeps ten warnings of a step: what stops a run comes first.
    const byWeight = checks.toSorted((one, other) => WEIGHTS[one.status] - WEIGHTS[other.status]);
    for (const { status, id, message, hint } of byWeight) {
        const line = (0,failure/* failureLine */.Pu)({ message: `${status}: ${id}: ${message}`, hint });
        if (status === "ok")
            job.log.info(line);
        else
            job.log.warning(line);
    }
    const unwritten = writeSummary((0,doctor_report/* doctorSummary */.Ot)(checks));
    const code = unwritten === null ? (0,setup_check/* exitCodeOf */.F)(checks) : 2;
    job.setOutput("exit-code", String(code));
    if (code === 0)
        job.log.info((0,doctor_report/* doctorVerdict */.H)(checks));
    else
        job.fail([(0,doctor_report/* doctorVerdict */.H)(checks), ...(unwritten === null ? [] : [(0,failure/* explainError */.UW)(unwritten)])].join("\n"), code);
}
const WEIGHTS = { error: 0, warning: 1, unknown: 2, ok: 3 };
/** Whether anybody could read the artifact and the summary of this repository. */
async function ownVisibilityCheck(env, isAllowed) {
    const check = (0,setup_check/* checkOf */.E)({ id: "visibility", without: "a private repository, nothing is collected (exit 2)" });
    const visibility = await readVisibility(await (0,run_identity/* eventPayload */.Z3)(env), env);
    if (visibility === "not-public")
        return check.ok("this repository is not public");
    if (visibility === "unknown")
        return check.unknown("cannot tell whether this repository is public");
    const found = "this repository is public, so anybody could read the evidence";
    return isAllowed
        ? check.warning(found, "allow-public is set")
        : check.error(found, "use a private repository, or set allow-public: true");
}

// EXTERNAL MODULE: ./lib/action/job.js + 1 modules
var action_job = __webpack_require__(49184);
// EXTERNAL MODULE: ./lib/config/fail-on.js
var fail_on = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/policy/describe-result.js
var describe_result = __webpack_require__(81619);
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
        value: ({ published }) => (0,describe_result/* worstResult */.NG)(published.evidence) ?? "",
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

// EXTERNAL MODULE: ./lib/action/summary.js
var summary = __webpack_require__(88962);
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
/** Position of the operating system in a gzip header, and the value for unknown (RFC 1952, 2.3.1). */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;
/** Compresses without time, name and system, so equal input gives equal bytes. */
async function compress(bytes) {
    const zipped = await gzipAsync(bytes);
    zipped[SYSTEM_AT] = UNKNOWN_SYSTEM;
    return zipped;
}

// EXTERNAL MODULE: ./lib/report/verify-guide.js
var verify_guide = __webpack_require__(12824);
// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/report/run/report.js + 12 modules
var report = __webpack_require__(43681);
// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/job-summary/refusal.js
var job_summary_refusal = __webpack_require__(33987);
// EXTERNAL MODULE: ./lib/evidence/origin.js
var origin = __webpack_require__(34791);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/report/expectations.js
var expectations = __webpack_require__(18667);
// EXTERNAL MODULE: ./lib/report/needs-review.js
var needs_review = __webpack_require__(87828);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/verify/period/next-due.js
var next_due = __webpack_require__(91785);
// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
// EXTERNAL MODULE: ./lib/report/job-summary/shorten.js
var shorten = __webpack_require__(14594);
;// CONCATENATED MODULE: ./lib/report/job-summary/run.js














/** The job summary of a run as Markdown, always below what GitHub takes. */
function runSummary(run) {
    const { evidence, reasons, hints, attestation, place } = run;
    const since = (0,changes_in_words/* changeSinceLastRun */.WR)(attestation?.statement ?? null);
    const server = (0,origin/* otherServerOf */.N)(evidence.source);
    const parts = [
        (0,phrases/* markdownOf */.RQ)((0,phrases/* phrase */.MZ) `## Evidence from Datadog, ${(0,phrases/* name */.UU)(evidence.stream.name)}: ${evidence.outcome}`),
        (0,renderer/* stackMarkdown */.EK)([
            ...(server === null ? [] : [(0,renderer/* quote */.hD)("reason", [(0,renderer/* paragraph */.FY)((0,words/* notFromDatadogInWords */.Yp)([server]))])]),
            (0,renderer/* paragraph */.FY)((0,words/* statesInWords */.Bs)(evidence.items)),
            (0,renderer/* bullets */.e5)(whenAndWhere(evidence)),
            ...[...reasons, ...weakerSignature(run), ...hints.map(words/* sentence */.em)].map((reason) => (0,renderer/* quote */.hD)("reason", [(0,renderer/* paragraph */.FY)(reason)])),
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
        `\`\`\`sh\nnpx datadog-evidence verify ${(0,sanitize/* visibleLine */.P8)(place)} ${trustFlags(attestation)}\n\`\`\``,
        "</details>",
        "This evidence supports controls. It is not a statement of compliance.",
    ];
    return (0,shorten/* shortenSummary */.Q)(`${parts.join("\n\n")}\n`, "evidence.json of the artifact");
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
            (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `To accept ${(0,phrases/* name */.UU)(result.id)} for 30 days, complete this waiver, have it reviewed, and add it to accept in the policy file:`),
            (0,renderer/* commands */.Pi)([(0,expectations/* proposeWaiver */.Zy)(result, evidence.collectedAt)]),
        ]),
    ];
}
function countedCell(result, evidence) {
    const measure = (0,describe_result/* describeMeasure */.UF)(result);
    if (result.result === "unknown")
        return measure;
    const named = (0,expectations/* nameOffenders */.g9)(result, evidence).map(({ label, link: url }) => url === null ? (0,phrases/* name */.UU)(label) : run_link(label, url));
    const more = result.offenders.count - named.length;
    const which = [...named, ...(more > 0 ? [(0,phrases/* phrase */.MZ) `and ${more} more`] : [])];
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
        const all = (0,phrases/* joinWords */.yZ)(which.concat(more > 0 ? (0,phrases/* phrase */.MZ) `and ${more} more` : []));
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

// EXTERNAL MODULE: ./lib/run/run.js + 8 modules
var run = __webpack_require__(73790);
// EXTERNAL MODULE: ./lib/run/access.js + 1 modules
var access = __webpack_require__(88991);
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






































/** The Action: reads its inputs, runs, reports, and sets the exit code. `dist` is the folder of the program. */
async function runEvidenceAction(dist) {
    const raw = Object.fromEntries(inputs/* INPUT_NAMES */.Qh.map((name) => [name, (0,action_job/* inputOf */.w)(process.env, name)]));
    // Grows with the tokens that the run obtains.
    const secrets = new platform_secrets/* SecretSearch */.p([
        ...inputs/* SECRET_NAMES */.AS.map((name) => raw[name]),
        process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
    ]);
    const job = new action_job/* Job */._(secrets);
    const conceal = (secret) => job.conceal(secret);
    let published = null;
    try {
        const policy = await userFileOf("policy", raw);
        const mapping = await userFileOf("mapping", raw);
        const files = { policy: policy.file, mapping: mapping.file };
        const otherProblems = [
            ...policy.problems,
            ...mapping.problems,
            ...notForActions(process.env),
            ...(0,sigstore_instance/* localServiceProblems */.H)(process.env),
            ...uncommitted(raw),
            ...unsafeForToken(raw, process.env),
        ];
        if (raw["check"]?.trim() === "true") {
            const writeSummary = (text) => (0,summary/* writeJobSummary */.j)(secrets.conceal(text));
            await checkSetup(raw, { job, ...files, otherProblems, conceal, writeSummary });
        }
        else {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const spool = __addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
                const config = (0,read_config/* readConfig */.Xg)(raw, {
                    ...files,
                    otherProblems,
                    hasIdentity: (0,identity_token/* canRequestIdentityToken */.r)(process.env),
                    isTlsUnverified: (0,connections/* isTlsUnverified */.xY)(process.env),
                });
                const ran = await collectAndPublish(config, { dist, secrets, job, spool, conceal });
                published = publishedSentence(ran);
                tell(ran, { config, job, secrets });
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        }
    }
    catch (error) {
        job.setOutput("exit-code", "2");
        const unwritten = error instanceof PublicRefusal ? null : (0,summary/* writeJobSummary */.j)(secrets.conceal(refusalOf(error)));
        job.fail([(0,failure/* explainError */.UW)(error), ...(unwritten === null ? [] : [unwritten.message])].join("\n"), 2);
    }
    await job.finished(published);
    // An upload that was given up may still wait for its service, but nothing waits for it.
    process.stdout.write("", () => process.exit());
}
/** In a public repository nothing is published, not even a summary. */
class PublicRefusal extends failure/* Failure */.HR {
}
function refusalOf(error) {
    const shown = error instanceof failure/* Failure */.HR ? (0,failure/* explainError */.UW)(error) : "this is a bug; the log of this step has more";
    return (0,job_summary_refusal/* refusalSummary */.Z)("No evidence from Datadog", shown);
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
/** Said before anything is asked, as the visibility is asked of the same address. */
function unsafeForToken(raw, env) {
    if (!raw["repository-token"])
        return [];
    const url = (0,failure/* catchFailure */.Oh)(() => (0,api_url/* gitHubApiUrl */.L)(env));
    return url instanceof failure/* Failure */.HR ? [(0,failure/* failureLine */.Pu)(url)] : [];
}
async function collectAndPublish(config, { dist, secrets, job, spool, conceal, }) {
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
            credentials: (0,access/* credentialsFor */.O)(config.access, {
                apiUrl: (0,sites/* apiUrlOf */.po)(config.site),
                environment: env,
                conceal,
            }),
            repository: repositoryOf(config, env),
            sealing: await (0,signer/* signerFor */.k)(config.chosen, {
                environment: env,
                signal,
                conceal,
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
                        policy: config.givenPolicy?.policy ?? null,
                        signedBy: attestation?.signedBy ?? null,
                    }))),
                ],
            },
            signal,
            spool,
            secrets,
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
        apiUrl: (0,api_url/* gitHubApiUrl */.L)(env),
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
/** Writes summary and outputs and sets the exit, after everything is published. */
function tell(ran, { config, job, secrets }) {
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
        sequence: published.attestation?.statement.predicate.sequence ?? null,
        place: `${evidence.stream.name}/${(0,run_path/* runPath */.t0)(evidence)}`,
        reasons: exit.reasons.map((reason) => secrets.conceal(reason)),
        hints: exit.hints,
    });
    const unwritten = (0,summary/* writeJobSummary */.j)(secrets.conceal(text));
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
    const place = `${evidence.stream.name}/${(0,run_path/* runPath */.t0)(evidence)}`;
    return places.length === 0
        ? `the run ${place} was not published`
        : `the run ${place} is published all the same: ${places.join(", ")}`;
}


/***/ }),

/***/ 88962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ writeJobSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


/**
 * Appends the text to the summary of the job. Returns why it could not: the evidence is published by then, and that must
 * still be said. A job without a summary is fine.
 */
function writeJobSummary(text, environment = process.env) {
    // The summary of @actions/core keeps a buffer of its own and knows no limit.
    const file = environment["GITHUB_STEP_SUMMARY"];
    if (!file)
        return null;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, text);
        return null;
    }
    catch (error) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `the summary of the job cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)})`, {
            hint: "free space on the disk of the runner, and check the file that GITHUB_STEP_SUMMARY names",
            cause: error,
        });
    }
}


/***/ }),

/***/ 33987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ refusalSummary)
/* harmony export */ });
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18137);
/* harmony import */ var _render_renderer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83952);


/** The job summary, as Markdown, of a job that ended with an error before it had anything to show. */
function refusalSummary(title, error) {
    const [what = "", ...rest] = error.split("\n");
    const problems = rest.filter((line) => line.startsWith("  ")).map((line) => line.trim());
    const hints = rest.filter((line) => !line.startsWith("  "));
    const content = (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .stackMarkdown */ .EK)([
        (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(what),
        ...(problems.length === 0 ? [] : [(0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(problems)]),
        ...hints.map((hint) => (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(hint)),
    ]);
    return `## ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownOf */ .RQ)(title)}\n\n${content}\n`;
}


/***/ })

};
