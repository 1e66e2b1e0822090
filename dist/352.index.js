export const id = 352;
export const ids = [352];
export const modules = {

/***/ 6352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkSetup: () => (/* binding */ checkSetup)
});

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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
        // GitHub also shows the rules of a branch that is not there yet.
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
    const { unknown } = (0,setup_check/* checkOf */.E)({ ...about, needed: false });
    if (status !== 200 && status !== 404)
        return unknown(`GitHub does not say whether the branch ${name} is there`);
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
    const there = isThere
        ? `the branch ${name} is there`
        : `the branch ${name} is not there yet; the first run makes it (seed: true)`;
    if (rules === null) {
        return unknown(`${there}; GitHub does not show its rules, so they may refuse a commit by a program`);
    }
    const types = isThere ? BLOCKING : [...BLOCKING, "creation"];
    const blocking = rules.filter(({ type }) => types.includes(type));
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
    if (isProtected && rules.length === 0) {
        return unknown(`${there}; a branch protection rule covers it, and GitHub does not show what it asks`, "in Settings > Branches, the rule must ask for no pull request and no status check, or let the App bypass it");
    }
    if (!isThere)
        return check.ok(there);
    const may = blocking.length > 0
        ? `repository-token may bypass its rules (${named})`
        : "none of its rules refuses a commit by a program";
    return check.ok(`${there}, and ${may}`);
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
    const json = (0,files_json/* readJson */.Vh)(response.bytes);
    return { status: response.status, json: "value" in json ? json.value : null, reason: "" };
}

// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/run/identity.js
var identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/action/visibility.js
var action_visibility = __webpack_require__(33384);
;// CONCATENATED MODULE: ./lib/action/check-setup.js









/** The Action with `check: true`: looks at what a run would need, reports it, and writes only the job summary. */
async function checkSetup(raw, { job, ...known }) {
    const { environment } = known;
    const signal = (0,cancellation/* cancellation */.W)();
    const checks = await (0,doctor/* examineSetup */.h)(raw, {
        ...known,
        apiUrl: null,
        signal,
        conceal: (secret) => job.conceal(secret),
        log: (line) => job.log.info(line),
        storageChecks: async (config) => [
            await ownVisibilityCheck(environment, config["allow-public"]),
            ...(await repositoryChecks(config, {
                gitHubApiUrl: (0,api_url/* gitHubApiUrl */.L)(environment),
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
    const unwritten = job.writeSummary((0,doctor_report/* doctorSummary */.Ot)(checks));
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
    const visibility = await (0,action_visibility/* readVisibility */.tQ)(await (0,identity/* eventPayload */.Z3)(env), env);
    if (visibility === "not-public")
        return check.ok("this repository is not public");
    if (visibility === "unknown")
        return check.unknown("cannot tell whether this repository is public");
    const found = "this repository is public, so anybody could read the evidence";
    return isAllowed
        ? check.warning(found, "allow-public is set")
        : check.error(found, "use a private repository, or set allow-public: true");
}


/***/ })

};
