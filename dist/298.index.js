export const id = 298;
export const ids = [298];
export const modules = {

/***/ 77112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ instantWindow),
/* harmony export */   Ou: () => (/* binding */ windowOf),
/* harmony export */   Zw: () => (/* binding */ problemOf)
/* harmony export */ });
/* unused harmony export PROBLEMS */
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);

const PROBLEMS = (/* unused pure expression or super */ null && ([
    "not-genuine",
    "wrong-folder",
    "other-stream",
    "duplicate",
    "broken-link",
    "fork",
    "missing-run",
    "restart",
    "order",
    "time",
    "changes",
    "rewritten",
    "removed",
    "sample",
]));
/** A problem that shows at one run. */
function problemOf(code, site, detail) {
    const [sequence, at] = "at" in site ? [null, site.at] : [site.sequence, site.collectedAt];
    return { code, run: site.runPath, sequence, detail, touches: instantWindow(at) };
}
/** The window of one instant; null where it is not known. */
function instantWindow(at) {
    return at === null ? null : { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at) };
}
/** The window that holds all of the instants; null where none is known. */
function windowOf(instants) {
    const known = instants.filter((at) => at !== null).toSorted((a, b) => a - b);
    const [first, last] = [known[0], known.at(-1)];
    return first === undefined || last === undefined ? null : { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(first), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(last) };
}


/***/ }),

/***/ 13038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runRef),
/* harmony export */   z: () => (/* binding */ runSummarizer)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14478);
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8449);
/* harmony import */ var _evidence_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34791);
/* harmony import */ var _evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30754);
/* harmony import */ var _shared_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47574);






/** A function that sums up runs that verified; what they have in common is in memory once. */
function runSummarizer() {
    const share = (0,_shared_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedParts */ .i)();
    const texts = new Map();
    const once = (text) => {
        const known = texts.get(text);
        if (known === undefined)
            texts.set(text, text);
        return known ?? text;
    };
    return (runPath, run) => summaryOf(runPath, run, { share, once });
}
function summaryOf(runPath, run, { share, once }) {
    const { predicate } = run.statement;
    const expectedPath = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_4__/* .runPath */ .t0)(predicate);
    return {
        runPath,
        expectedPath: expectedPath === runPath ? runPath : expectedPath,
        stream: once(predicate.stream.name),
        site: once(predicate.stream.site),
        organization: run.evidence?.source.organizationId ?? null,
        sequence: predicate.sequence,
        previous: predicate.previous,
        restart: predicate.restart,
        statement: run.statementSha256,
        content: run.contentSha256,
        cadence: predicate.cadence,
        collectedAt: Date.parse(predicate.collectedAt),
        startedAt: Date.parse(run.evidence?.startedAt ?? predicate.collectedAt),
        identity: `${predicate.run.id}-${predicate.run.attempt}`,
        signedBy: run.signedBy,
        signedAt: run.signedAt === null ? null : Date.parse(run.signedAt),
        isSignedLate: predicate.assurance.reason?.code === _bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNED_LATE */ .Gb,
        collected: run.evidence === null ? collectedBy(run) : collectedOf(run.evidence, { share, once }),
        notable: (0,_evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .notableChangesIn */ .Qv)("changes" in predicate ? predicate.changes : null),
        gap: run.gap,
        isStatementOnly: run.evidence === null && run.gap === null,
    };
}
/** What a statement alone says about evidence; null for a declared gap. */
function collectedBy({ statement, gap }) {
    if (gap !== null || statement.predicateType !== _bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PREDICATE_TYPE */ .To)
        return null;
    const { outcome } = statement.predicate;
    const unknown = {
        validUntil: null,
        schedule: null,
        expectations: null,
        window: null,
        otherServer: null,
        collector: null,
        mapping: null,
        rules: null,
    };
    return { outcome, items: [], ...unknown };
}
function collectedOf({ validUntil, outcome, run, source, items, policy, collector, mapping, rules }, { share, once }) {
    const signals = items.find(({ id, collection }) => id === "security-signals" && collection.status === "complete");
    const window = signals?.window ?? null;
    return {
        outcome,
        validUntil,
        schedule: run.github?.schedule ?? null,
        ...share({
            items: items.map(({ id, collection: { status, reason } }) => ({
                id,
                status,
                reason: reason?.code ?? null,
            })),
            expectations: policy?.results.map(({ id, item, result }) => ({ id, item, result })) ?? null,
        }),
        window: window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) },
        otherServer: (0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .otherServerOf */ .NZ)(source),
        collector: once(`${collector.version}, sha256 ${collector.sha256}`),
        mapping: once(`${mapping.version}, sha256 ${mapping.sha256}`),
        rules: String(rules),
    };
}
/** The run as a verdict names it. */
function runRef({ runPath, sequence, collectedAt, statement }) {
    return { run: runPath, sequence, collectedAt: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(collectedAt), statement };
}


/***/ }),

/***/ 47574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ sharedParts)
/* harmony export */ });
/** More different parts than these, and they are no longer the same few. */
const MOST_PARTS = 5000;
/**
 * Makes equal parts of objects one and the same in memory: thousands of runs
 * name the same controls and end with the same items. Parts are never changed.
 */
function sharedParts() {
    const parts = new Map();
    return (whole) => {
        for (const [name, value] of Object.entries(whole)) {
            if (typeof value !== "object" || value === null)
                continue;
            const key = JSON.stringify(value);
            const known = parts.get(key);
            if (known !== undefined)
                Reflect.set(whole, name, known);
            else if (parts.size < MOST_PARTS)
                parts.set(key, value);
        }
        return whole;
    };
}


/***/ }),

/***/ 56661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xH: () => (/* binding */ joinRuns),
  ky: () => (/* binding */ runsOf),
  Op: () => (/* binding */ verifyRuns),
  Cv: () => (/* binding */ verifyStreamRuns)
});

// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/run/read-folder.js
var read_folder = __webpack_require__(5740);
// EXTERNAL MODULE: ./lib/verify/run/verdict.js
var run_verdict = __webpack_require__(57442);
// EXTERNAL MODULE: ./lib/verify/run/verify-run.js
var verify_run = __webpack_require__(58702);
// EXTERNAL MODULE: ./lib/verify/stream/problems.js
var stream_problems = __webpack_require__(77112);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var bundle_statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var comparison_changes = __webpack_require__(30754);
// EXTERNAL MODULE: ./lib/policy/run-changes.js + 1 modules
var run_changes = __webpack_require__(42754);
;// CONCATENATED MODULE: ./lib/verify/stream/replay-changes.js



/**
 * Derives again the changes that each statement names, from the evidence of the
 * run before. Only the last evidence stays in memory: runs come in the order of
 * time, so the run before nearly always was the last.
 */
class ChangeReplay {
    #byStatement = new Map();
    /** Runs whose predecessor was not the last that was seen, as after a race. */
    #unseen;
    #last = null;
    /** With runs that were seen already, and those of them that are left to be compared. */
    constructor(seen = [], uncompared = []) {
        for (const run of seen)
            this.#byStatement.set(run.statement, run);
        this.#unseen = [...uncompared];
    }
    get uncompared() {
        return this.#unseen;
    }
    /** Compares the next run with the one before it: what is wrong as a sentence, or what the statement could not say. */
    next(summary, run) {
        this.#byStatement.set(summary.statement, summary);
        const result = this.#compare(run, this.#last);
        if (run.evidence !== null)
            this.#last = run;
        if (result === "unseen")
            this.#unseen.push(summary);
        return typeof result === "string" ? {} : result;
    }
    /**
     * Compares the runs that are left, once all are known, by reading each again
     * and the run before it. `load` gives null where a run cannot be read any more.
     */
    async finish(load) {
        const wrong = [];
        const derived = [];
        const unseen = [];
        for (const summary of this.#unseen) {
            const before = this.#byStatement.get(this.#comparedWith(summary.previous?.statement) ?? "");
            const [earlier, run] = [before && (await load(before.runPath)), await load(summary.runPath)];
            const result = run === null ? "unseen" : this.#compare(run, earlier ?? null);
            if (result === "unseen")
                unseen.push(summary);
            else if (result !== "same" && "wrong" in result)
                wrong.push([summary, result.wrong]);
            else if (result !== "same")
                derived.push([summary, result.derived]);
        }
        return { wrong, derived, unseen };
    }
    #compare({ statement, evidence, policy, signedBy }, earlier) {
        // Of a run that is not in a sample there is no evidence to compare.
        if (statement.predicateType !== bundle_statement/* PREDICATE_TYPE */.To || evidence === null)
            return "same";
        const { previous, changes } = statement.predicate;
        const before = this.#comparedWith(previous?.statement);
        if (before === null) {
            const wrong = "the statement names changes, but no earlier run that had evidence";
            return changes === null ? "same" : { wrong };
        }
        // A signer after a gap may not have found the evidence before it any more.
        if (changes === null && before !== previous?.statement)
            return "same";
        if (earlier?.statementSha256 !== before || earlier.evidence === null)
            return "unseen";
        const compared = { evidence: earlier.evidence, policy: earlier.policy, sha256: earlier.contentSha256 };
        const judged = { evidence, policy };
        if (changes === null && earlier.signedBy !== signedBy) {
            return { derived: (0,comparison_changes/* notableChangesIn */.Qv)((0,run_changes/* deriveRunChanges */.G)(compared, judged)) };
        }
        const wrong = (0,run_changes/* findRunChangesProblem */.h)(changes, compared, judged);
        return wrong === null ? "same" : { wrong };
    }
    /** The statement of the run that is compared with, where this one comes before: a declared gap has no evidence. */
    #comparedWith(previous) {
        let statement = previous ?? null;
        for (let steps = 0; statement !== null && steps <= this.#byStatement.size; steps += 1) {
            const run = this.#byStatement.get(statement);
            if (run === undefined || run.gap === null)
                break;
            statement = run.previous?.statement ?? null;
        }
        return statement;
    }
}

// EXTERNAL MODULE: ./lib/verify/stream/run-summary.js
var run_summary = __webpack_require__(13038);
;// CONCATENATED MODULE: ./lib/verify/stream/verify-stream.js








/** Runs that are read together: few enough for memory, and enough for what happens at once. */
const RUNS_AHEAD = 32;
/** More of one kind are only counted, so that the page stays readable. */
const MOST_REMARKS = 5;
/** Remarks that differ in more than times. A hostile stream may try to make more. */
const MOST_KINDS = 50;
/** Of runs that are joined with others, so that it does not matter where the stream was divided. */
const MOST_KINDS_IN_TURN = 5000;
/**
 * Verifies the runs one after the other and remembers little of each, so that
 * memory stays flat. Without trust no signature is checked, and the runs are
 * what their files say.
 */
async function verifyStreamRuns(stream, trust, visit = () => { }) {
    return joinRuns([await verifyRuns(runsOf(stream), trust, visit)], { stream, trust });
}
/** All runs of the stream. */
function runsOf({ files, runs, sample }) {
    return { files, runs, mayLackEvidence: sample !== null };
}
/** Verifies runs that follow each other, each by itself and against the one before it. */
async function verifyRuns(inTurn, trust, visit = () => { }) {
    const genuine = [];
    const doubtful = [];
    const unchecked = [];
    const problems = [];
    const wrong = [];
    const summarize = (0,run_summary/* runSummarizer */.z)();
    const replay = new ChangeReplay();
    const remarks = new RemarkCounter(MOST_KINDS_IN_TURN);
    const { files, runs } = inTurn;
    for (const [index, runPath] of runs.entries()) {
        if (index % RUNS_AHEAD === 0)
            await files.readAhead?.(runs.slice(index, index + RUNS_AHEAD));
        const verdict = await verdictOn(inTurn, runPath, trust);
        if (typeof verdict !== "string" && verdict.run !== null) {
            const summary = summarize(runPath, verdict.run);
            visit(runPath, verdict.run);
            const compared = replay.next(summary, verdict.run);
            const run = withNotable(summary, compared.derived);
            genuine.push(run);
            if (compared.wrong !== undefined)
                wrong.push([run, compared.wrong]);
            for (const remark of verdict.remarks)
                remarks.add(remark, runPath);
            continue;
        }
        const isUnread = typeof verdict === "string";
        const signed = isUnread || verdict.signedCollectedAt === null ? null : Date.parse(verdict.signedCollectedAt);
        const at = signed ?? (0,run_path/* claimedTime */.Nv)(runPath);
        // Nobody signs the name of a folder: it moves nothing out of the period that was signed to be in it.
        const touches = (0,stream_problems/* windowOf */.Ou)([signed, (0,run_path/* claimedTime */.Nv)(runPath)]);
        const why = isUnread ? verdict : (0,run_verdict/* failureDetail */.Kc)(verdict);
        doubtful.push({ runPath, at, statement: isUnread ? null : verdict.uncheckedStatement, isUnread });
        if (isUnread || verdict.isUnchecked)
            unchecked.push({ run: runPath, why, touches });
        else
            problems.push({ ...(0,stream_problems/* problemOf */.Zw)("not-genuine", { runPath, at }, why), touches });
    }
    const { uncompared } = replay;
    return { genuine, doubtful, problems, unchecked, wrong, uncompared, remarks: remarks.kinds };
}
/** What came of a whole stream, of which the parts are all runs, in their order. Compares the runs that are left. */
async function joinRuns(parts, { stream, trust }) {
    const genuine = parts.flatMap((part) => part.genuine);
    const replay = new ChangeReplay(genuine, parts.flatMap(({ uncompared }) => uncompared));
    const { wrong, derived, unseen } = await replay.finish(async (runPath) => {
        const verdict = await verdictOn(runsOf(stream), runPath, trust);
        return typeof verdict === "string" ? null : verdict.run;
    });
    const remarks = new RemarkCounter(MOST_KINDS);
    for (const kind of parts.flatMap((part) => part.remarks))
        remarks.addKind(kind);
    const others = stream.others.map((name) => `${name} is not part of a stream and was not read`);
    const changed = new Map(derived);
    const details = new Map([...parts.flatMap((part) => part.wrong), ...wrong]);
    return {
        genuine: genuine.map((run) => withNotable(run, changed.get(run))),
        doubtful: parts.flatMap(({ doubtful }) => doubtful),
        problems: [
            ...stream.notFolders.map((runPath) => (0,stream_problems/* problemOf */.Zw)("not-genuine", { runPath, at: (0,run_path/* claimedTime */.Nv)(runPath) }, NOT_A_FOLDER)),
            ...parts.flatMap(({ problems }) => problems),
            ...genuine.flatMap((run) => {
                const detail = details.get(run);
                return detail === undefined ? [] : [changesProblem(run, { detail, runs: genuine })];
            }),
        ],
        unchecked: parts.flatMap(({ unchecked }) => unchecked),
        remarks: [...withRest(others), ...remarks.list(), ...unseenRemark(unseen)],
    };
}
const NOT_A_FOLDER = "is not a folder: a link or a device is not followed";
/** Changes that do not follow contradict two runs, so the problem touches the run before as well. */
function changesProblem(run, { detail, runs }) {
    const earlier = runs.map(({ collectedAt }) => collectedAt).filter((at) => at < run.collectedAt);
    const before = earlier.length === 0 ? null : earlier.reduce((one, other) => Math.max(one, other));
    return { ...(0,stream_problems/* problemOf */.Zw)("changes", run, detail), touches: (0,stream_problems/* windowOf */.Ou)([before, run.collectedAt]) };
}
function withNotable(run, notable) {
    return notable === undefined ? run : { ...run, notable };
}
/** The verdict, or a sentence about why there is none. */
async function verdictOn({ files, mayLackEvidence }, runPath, trust) {
    const verdict = await (0,failure/* awaitFailure */.DT)(async () => {
        const folder = await (0,read_folder/* readRunFolder */.MW)(files, runPath);
        const options = { mayLackEvidence };
        return trust === null ? (0,verify_run/* readUnverifiedRun */.J)(folder, options) : (0,verify_run/* verifyRun */.$)(folder, trust, options);
    });
    return verdict instanceof failure/* Failure */.HR ? verdict.message : verdict;
}
function unseenRemark([first, ...more]) {
    if (first === undefined)
        return [];
    const others = more.length === 0 ? "" : ` and of ${more.length} more`;
    return [`the changes of ${first.runPath}${others} were not derived again: the run before is not here`];
}
function withRest(remarks) {
    const more = remarks.length - MOST_REMARKS;
    return more > 0 ? [...remarks.slice(0, MOST_REMARKS), `and the same holds for ${more} more`] : remarks;
}
/** Remarks about runs; the same about many is one, whatever times it names. */
class RemarkCounter {
    #byKind = new Map();
    #most;
    constructor(most) {
        this.#most = most;
    }
    get kinds() {
        return [...this.#byKind.values()];
    }
    add(remark, runPath) {
        const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
        this.addKind({ kind, first: `${runPath}: ${remark}`, more: 0 });
    }
    addKind({ kind, first, more }) {
        const known = this.#byKind.get(kind);
        if (known !== undefined)
            known.more += more + 1;
        else if (this.#byKind.size < this.#most)
            this.#byKind.set(kind, { kind, first, more });
    }
    list() {
        return this.kinds.map(({ first, more }) => more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`);
    }
}


/***/ }),

/***/ 66833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uD: () => (/* binding */ ensureSomebodyTrusted),
  xN: () => (/* binding */ readIdentity),
  bn: () => (/* binding */ readTrust)
});

// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/platform/text.js
var platform_text = __webpack_require__(41352);
;// CONCATENATED MODULE: ./lib/verify/trust/keys-file.js





/** More than any policy holds; a hostile file may try to be more. */
const LARGEST_FILE = 1_000_000;
const MOST_KEYS = 1000;
const Instant = iso/* datetime */.w$({ error: "is not a time such as 2026-11-22T06:17:31Z" })
    .transform((text) => new Date(text));
const Entry = schemas/* strictObject */.rej({
    /** For people. */
    name: schemas/* string */.YjP().max(200).optional(),
    owner: schemas/* string */.YjP().max(200).optional(),
    role: schemas/* string */.YjP().max(200).optional(),
    pem: schemas/* string */.YjP().max(10_000),
    "not-before": Instant.optional(),
    "not-after": Instant.optional(),
    "revoked-at": Instant.optional(),
});
const Keys = schemas/* array */.YOg(Entry).min(1).max(MOST_KEYS);
/** The keys of a `--keys` file, each with when it was in force. Throws a sentence with every problem of it. */
function readKeysFile(bytes, file) {
    if (bytes.length > LARGEST_FILE)
        throw unfit(file, [`is too large (${bytes.length} bytes)`]);
    const json = (0,files_json/* readJson */.Vh)((0,platform_text/* asPlainUtf8 */.yK)(bytes));
    if ("trouble" in json)
        throw unfit(file, [json.trouble]);
    const entries = Keys.safeParse(json.value);
    if (!entries.success) {
        throw unfit(file, entries.error.issues.map(({ path, message }) => `${path.map(String).join(".") || "the whole"}: ${message}`));
    }
    const problems = [];
    const keys = [];
    for (const [index, entry] of entries.data.entries()) {
        const { name = `key ${index}`, pem } = entry;
        const window = {
            notBefore: entry["not-before"] ?? null,
            notAfter: entry["not-after"] ?? null,
            revokedAt: entry["revoked-at"] ?? null,
        };
        if (window.notBefore !== null && window.notAfter !== null && window.notBefore >= window.notAfter) {
            problems.push(`${name}: not-before is not before not-after`);
        }
        const key = (0,failure/* catchFailure */.Oh)(() => (0,public_key/* readVerifyingKey */.D)(pem));
        if (key instanceof failure/* Failure */.HR)
            problems.push(`${name}: ${key.message}`);
        else
            keys.push({ ...key, window, ...aboutOf(entry) });
    }
    if (problems.length > 0)
        throw unfit(file, problems);
    return keys;
}
/** What people call the key, who keeps it and in which role, in one text; nothing where the file says nothing. */
function aboutOf({ name, owner, role }) {
    const said = [name, owner, role].filter((text) => text !== undefined && text !== "");
    return said.length === 0 ? {} : { about: said.join(", ") };
}
/** Throws where a key is given twice: which of two windows holds would be left to chance. */
function ensureDistinctKeys(keys) {
    const seen = new Set();
    for (const { fingerprint } of keys) {
        if (seen.has(fingerprint))
            throw new failure/* Failure */.HR("input", `the key ${fingerprint} is given twice`);
        seen.add(fingerprint);
    }
}
const MOST_PROBLEMS = 10;
function unfit(file, problems) {
    const shown = problems.slice(0, MOST_PROBLEMS);
    const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
    return new failure/* Failure */.HR("input", [`the keys file ${file} cannot be used:`, ...shown, ...more].join("\n  "), {
        hint: 'it is a list such as [{"name": "2026", "pem": "-----BEGIN PUBLIC KEY-----…", "not-after": "2027-01-01T00:00:00Z"}]',
    });
}

// EXTERNAL MODULE: ./lib/verify/trust/roots.js + 2 modules
var roots = __webpack_require__(91273);
;// CONCATENATED MODULE: ./lib/verify/trust/read-trust.js




/** The trust in the texts. Throws a sentence where they name none, or cannot be used. */
async function readTrust({ pems, keysFile, identity, trustedRoot, requiresTime, }) {
    ensureSomebodyTrusted(pems.length > 0 || keysFile !== null || identity !== undefined);
    const listed = keysFile === null ? [] : readKeysFile(keysFile.bytes, keysFile.name);
    const keys = [...pems.map((pem) => (0,public_key/* readVerifyingKey */.D)(pem)), ...listed];
    ensureDistinctKeys(keys);
    return {
        keys,
        ...(identity === undefined ? {} : { identity }),
        roots: trustedRoot === null
            ? await (0,roots/* loadPublicGoodRoots */.KD)()
            : await (0,roots/* readTrustedRoots */.Pn)(trustedRoot.bytes, trustedRoot.name),
        requiresTime,
    };
}
/** Throws where nobody is trusted: then no run could be anything but unknown. */
function ensureSomebodyTrusted(isSomebody) {
    if (isSomebody)
        return;
    throw new failure/* Failure */.HR("input", "no key was given, and no identity either, so nothing can be verified", {
        hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
    });
}
/** The identity that the names give, if any. Throws a sentence where they name only half of one. */
function readIdentity({ issuer, identity, repositoryId, ownerId, }) {
    const wanted = {
        identity: identity ?? null,
        repositoryId: repositoryId ?? null,
        ownerId: ownerId ?? null,
    };
    const values = Object.values(wanted);
    const isSome = values.some((value) => value !== null);
    if (issuer === undefined && !isSome)
        return undefined;
    if (issuer === "" || values.includes("")) {
        throw new failure/* Failure */.HR("input", "an empty --issuer, --identity, --repository-id or --owner-id trusts nobody");
    }
    if (issuer === undefined) {
        throw new failure/* Failure */.HR("input", "a keyless identity was given without --issuer", {
            hint: "for GitHub: --issuer https://token.actions.githubusercontent.com",
        });
    }
    if (!isSome) {
        throw new failure/* Failure */.HR("input", "--issuer alone would trust every workflow of everybody", {
            hint: "name one: --identity, --repository-id or --owner-id",
        });
    }
    return { issuer, ...wanted };
}


/***/ })

};
