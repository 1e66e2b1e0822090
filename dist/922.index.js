export const id = 922;
export const ids = [922];
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

/***/ 69922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWatchAction: () => (/* binding */ runWatchAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/config/trust.js
var config_trust = __webpack_require__(4140);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/disk.js
var disk = __webpack_require__(11202);
// EXTERNAL MODULE: ./lib/action/job.js + 2 modules
var action_job = __webpack_require__(46273);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/report/period/words.js
var words = __webpack_require__(579);
// EXTERNAL MODULE: ./lib/report/register/document.js
var register_document = __webpack_require__(99757);
// EXTERNAL MODULE: ./lib/report/render/more.js
var render_more = __webpack_require__(1846);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/job-summary/shorten.js
var shorten = __webpack_require__(14594);
;// CONCATENATED MODULE: ./lib/report/job-summary/watch.js






const MOST_FINDINGS = 20;
/** The watcher's job summary as Markdown: what it found, and the register of all items. */
function watchSummary({ verdict, findings, streams }, register) {
    const more = findings.length - MOST_FINDINGS;
    const lines = findings
        .slice(0, MOST_FINDINGS)
        .map(({ stream, verdict: what, words }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)((0,phrases/* name */.UU)(stream))} ${what}: ${words}`);
    const rows = streams.map(({ stream, newest, slots, chain }) => [
        (0,phrases/* name */.UU)(stream),
        newest?.collectedAt ?? "–",
        newest?.validUntil ?? "–",
        `${slots.met + slots.late} of ${slots.due - slots.notCovered}`,
        chain.to === null ? "–" : `${chain.from} to ${chain.to}`,
    ]);
    const origins = streams.flatMap((stream) => (0,words/* originSentences */.HQ)(stream).map((words) => (0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)((0,phrases/* name */.UU)(stream.stream))}: ${words}`));
    const content = (0,renderer/* stackMarkdown */.EK)([
        ...origins.map((words) => (0,renderer/* paragraph */.FY)(words)),
        (0,renderer/* bullets */.e5)([...lines, ...(0,render_more/* andMore */.v)(more)]),
        (0,renderer/* table */.tp)({
            caption: "",
            columns: ["Stream", "Newest evidence", "Valid until", "Slots with a complete run", "Chain"],
            rows,
        }),
        ...(register.streams.length === 0 ? [] : [(0,register_document/* registerTable */.AZ)(register)]),
    ]);
    const text = `## Evidence is ${(0,phrases/* markdownOf */.RQ)(verdict)}\n\n${content}\n`;
    return (0,shorten/* shortenSummary */.Q)(text, "what `npx datadog-evidence status` prints");
}

// EXTERNAL MODULE: ./lib/verify/period/range.js
var range = __webpack_require__(85406);
// EXTERNAL MODULE: ./lib/report/register/register.js
var register = __webpack_require__(88813);
// EXTERNAL MODULE: ./lib/verify/period/verify-period.js + 7 modules
var verify_period = __webpack_require__(45856);
// EXTERNAL MODULE: ./lib/verify/stream/find-streams.js
var find_streams = __webpack_require__(47243);
;// CONCATENATED MODULE: ./lib/verify/period/freshness.js
const VERDICTS = { broken: 1, unchecked: 2, absent: 3, stale: 3, missing: 3, weak: 3, fresh: 0 };
/** What is wrong with the streams that must be there: absent, broken, stale, or with a slot that has no evidence. */
function freshnessFindings({ streams }, { names, now }) {
    const absent = names.filter((name) => streams.every(({ stream }) => stream !== name));
    const found = [
        ...absent.map((stream) => {
            const words = "is not here: it never ran, or none of its runs was committed";
            return { stream, verdict: "absent", words };
        }),
        ...streams.flatMap((stream) => findingsIn(stream, now)),
    ];
    const order = Object.keys(VERDICTS);
    return found.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
/** The worst of them. */
function worstFinding([first]) {
    const verdict = first?.verdict ?? "fresh";
    return { verdict, exitCode: VERDICTS[verdict] };
}
function findingsIn(of, now) {
    const { stream, problems, unchecked, newest, slots, sample, weaknesses } = of;
    const finding = (verdict, words) => ({
        stream,
        verdict,
        words,
    });
    const [problem] = problems;
    const [doubt] = unchecked;
    const isStale = newest === null || Date.parse(newest.validUntil) < now.getTime();
    const staleness = newest === null
        ? "holds no genuine evidence"
        : `has no evidence newer than ${newest.collectedAt}, which was valid until ${newest.validUntil}`;
    const without = slots.missing + slots.failed;
    return [
        ...(problem === undefined ? [] : [finding("broken", `${problem.run} ${problem.detail}`)]),
        // A repository is never a sample, so evidence was taken away and the rest called one.
        ...(sample === null
            ? []
            : [finding("broken", `holds the evidence of ${sample.runs} of ${sample.of} runs, as a sample does`)]),
        ...(doubt === undefined ? [] : [finding("unchecked", `${doubt.run}: ${doubt.why}`)]),
        ...(isStale ? [finding("stale", staleness)] : []),
        ...weaknesses.map((words) => finding("weak", words)),
        ...(without === 0
            ? []
            : [finding("missing", `${without} of ${slots.due - slots.notCovered} slots have no evidence`)]),
    ];
}

;// CONCATENATED MODULE: ./lib/action/watch-inputs.js

/** The watcher's inputs under their names. Those that name what to trust are the flags of `verify`. */
const WATCH_INPUTS = {
    streams: {
        description: "Names of the streams that must have evidence, separated by spaces. The job fails for a stream that has none: its collector never ran, or nothing was committed.",
        required: true,
    },
    path: {
        description: "Folder that contains the streams: a checkout of the evidence repository, or a folder in it.",
        default: ".",
    },
    from: {
        description: "Start of the period to check: a number of days back (7d), or a UTC date or time.",
        default: "7d",
    },
    ...config_trust/* TRUST_FLAGS */.LP,
    key: {
        description: "Files of public keys to trust, separated by spaces. Take them from the repository of this workflow, never from the evidence.",
    },
    "require-time": {
        description: "Set to true to fail the job for a run without a trusted time.",
        default: "false",
    },
    witness: {
        description: "Folder of independent copies to compare with, such as downloaded artifacts.",
    },
};
/** The watcher's outputs. None holds the site or text from Datadog. */
const WATCH_OUTPUTS = {
    verdict: {
        description: "The worst finding: broken, unchecked, absent (a stream has no evidence), stale, missing (a slot has no evidence), or fresh.",
    },
    "exit-code": { description: "As of verify: 0, 1 (not genuine), 2 (error) or 3 (stale or missing)." },
    newest: {
        description: "Time at which the newest evidence was collected; of several streams, the oldest such time.",
    },
};

;// CONCATENATED MODULE: ./lib/action/watch.js














/** The second watcher: fails its job when evidence is absent, stale, missing or broken. */
async function runWatchAction() {
    const job = new action_job/* Job */._();
    try {
        const { report, register } = await checkFreshness(new Date());
        const unwritten = job.writeSummary(watchSummary(report, register));
        for (const { stream, words } of report.findings)
            job.log.warning(`${stream} ${words}`);
        job.setOutput("verdict", report.verdict);
        job.setOutput("exit-code", String(unwritten === null ? report.exitCode : 2));
        job.setOutput("newest", report.newest ?? "");
        const [first] = report.findings;
        if (unwritten !== null)
            job.fail((0,failure/* explainError */.UW)(unwritten), 2);
        else if (report.exitCode === 0)
            job.log.info("evidence is there, genuine and fresh");
        else
            job.fail((0,sanitize/* logLine */.BP)(`evidence is ${report.verdict}: ${first?.stream} ${first?.words}`), report.exitCode);
    }
    catch (error) {
        job.setOutput("verdict", "unchecked");
        job.setOutput("exit-code", "2");
        job.failWith(error, "Evidence is unchecked");
    }
    await job.finished();
}
/** The value of an input, or its default, or an empty text. */
function watchInput(name) {
    return (0,action_job/* inputOf */.w)(process.env, name).trim() || (WATCH_INPUTS[name]?.default ?? "");
}
async function checkFreshness(now) {
    // Names hold no comma, and other lists use commas, so both separate names.
    const names = wordsOf(watchInput("streams").replaceAll(",", " "));
    if (names.length === 0) {
        throw new failure/* Failure */.HR("input", "streams: is required", {
            hint: "name the streams that must be there, such as streams: prod",
        });
    }
    const start = watchInput("from");
    // `7d` is the day that was seven days ago.
    const days = /^(\d{1,4})d$/.exec(start)?.[1];
    const from = days === undefined ? start : (0,time/* dayOf */.kb)(now.getTime() - Number(days) * time/* DAY_MS */.sO);
    const asked = (0,range/* parsePeriod */.DB)({ from, to: undefined }, now);
    const trust = await (0,config_trust/* loadTrust */.Vc)({ flags: trustInputs() });
    const copies = watchInput("witness");
    const witness = copies === "" ? null : await (0,config_trust/* readOtherCopies */.WW)(copies, { path: watchInput("path"), trust });
    const streams = (await streamsAt(watchInput("path"))).filter(({ name }) => names.includes(name));
    const newest = new register/* NewestItems */.h();
    const verdict = await (0,verify_period/* verifyPeriod */.f)(streams, { trust, asked, witness, now, visit: newest.visit });
    const findings = freshnessFindings(verdict, { names, now });
    const heads = verdict.streams.flatMap((stream) => stream.newest === null ? [] : [stream.newest.collectedAt]);
    const oldestHead = heads.toSorted().at(0) ?? null;
    return {
        report: { ...worstFinding(findings), findings, streams: verdict.streams, newest: oldestHead },
        register: (0,register/* registerOf */.Nk)(streams, { verdicts: verdict.streams, newest, isVerified: true, now }),
    };
}
/** A repository without any stream is no reason to stop: that is what is watched for. */
async function streamsAt(folder) {
    const entry = await (0,promises_.stat)(folder).catch(() => null);
    if (!entry?.isDirectory()) {
        throw new failure/* Failure */.HR("unreadable", `path: ${folder} is no folder`, {
            hint: "check the evidence repository out before this step, and name its folder",
        });
    }
    const found = (0,find_streams/* findStreams */.dz)((0,disk/* diskFiles */.Ts)(folder));
    return found?.kind === "streams" ? found.streams : [];
}
/** The inputs that name what to trust, as the flags of `verify`. */
function trustInputs() {
    const time = watchInput("require-time");
    if (time !== "true" && time !== "false") {
        throw new failure/* Failure */.HR("input", "require-time: must be true or false");
    }
    const texts = Object.keys(config_trust/* TRUST_FLAGS */.LP).map((name) => [name, watchInput(name) || undefined]);
    return { ...Object.fromEntries(texts), key: wordsOf(watchInput("key")), "require-time": time === "true" };
}
function wordsOf(text) {
    return text.split(/\s+/).filter((word) => word !== "");
}


/***/ })

};
