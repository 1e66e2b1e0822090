export const id = 856;
export const ids = [856];
export const modules = {

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


/***/ }),

/***/ 44856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watch: () => (/* binding */ watch)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/commands/trust.js + 1 modules
var commands_trust = __webpack_require__(81643);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/job.js
var lib_job = __webpack_require__(67200);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/watch-summary.js

const MOST = 20;
/** The watcher's job summary as Markdown. */
function watchSummary({ verdict, findings, streams }) {
    const rows = streams.map(({ stream, newest, slots, chain }) => {
        const numbers = chain.to === null ? "–" : `${chain.from} to ${chain.to}`;
        return `| ${(0,report_text/* markdown */.wD)(stream)} | ${newest?.collectedAt ?? "–"} | ${newest?.validUntil ?? "–"} | ${slots.met + slots.late} of ${slots.due} | ${numbers} |`;
    });
    const more = findings.length - MOST;
    return [
        `## Evidence is ${verdict}`,
        "",
        ...findings
            .slice(0, MOST)
            .map(({ stream, verdict: what, words }) => `- **${(0,report_text/* markdown */.wD)(stream)}** ${what}: ${(0,report_text/* markdown */.wD)(words)}`),
        ...(more > 0 ? [`- and ${more} more`] : []),
        ...(findings.length > 0 ? [""] : []),
        ...(rows.length > 0
            ? [
                "| Stream | Newest evidence | Valid until | Slots with a complete run | Chain |",
                "| --- | --- | --- | --- | --- |",
                ...rows,
            ]
            : []),
        "",
    ].join("\n");
}

// EXTERNAL MODULE: ./lib/verify/period-range.js
var period_range = __webpack_require__(1360);
// EXTERNAL MODULE: ./lib/verify/period.js + 2 modules
var period = __webpack_require__(52377);
// EXTERNAL MODULE: ./lib/verify/stream-folders.js
var stream_folders = __webpack_require__(57977);
;// CONCATENATED MODULE: ./lib/verify/vigil.js
const VERDICTS = { broken: 1, unchecked: 2, absent: 3, stale: 3, missing: 3, fresh: 0 };
/** What is wrong with the streams that must be there: absent, broken, stale, or with a slot that has no evidence. */
function findingsOf({ streams }, { names, now }) {
    const absent = names.filter((name) => streams.every(({ stream }) => stream !== name));
    const found = [
        ...absent.map((stream) => {
            const words = "is not there: it never ran, or nothing of it was committed";
            return { stream, verdict: "absent", words };
        }),
        ...streams.flatMap((stream) => findingsIn(stream, now)),
    ];
    const order = Object.keys(VERDICTS);
    return found.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
/** The worst of them. */
function worstOf([first]) {
    const verdict = first?.verdict ?? "fresh";
    return { verdict, exitCode: VERDICTS[verdict] };
}
function findingsIn(of, now) {
    const { stream, problems, unchecked, newest, slots, sample } = of;
    const finding = (verdict, words) => ({
        stream,
        verdict,
        words,
    });
    const [problem] = problems;
    const [doubt] = unchecked;
    const isStale = newest === null || Date.parse(newest.validUntil) < now.getTime();
    const without = slots.missing + slots.failed;
    return [
        ...(problem === undefined ? [] : [finding("broken", `${problem.run} ${problem.detail}`)]),
        // A repository is no sample: somebody took evidence away and called the rest one.
        ...(sample === null
            ? []
            : [finding("broken", `holds the evidence of ${sample.runs} of ${sample.of} runs, as a sample does`)]),
        ...(doubt === undefined ? [] : [finding("unchecked", `${doubt.run}: ${doubt.why}`)]),
        ...(isStale ? [finding("stale", staleness(newest))] : []),
        ...(without === 0 ? [] : [finding("missing", `${without} of ${slots.due} slots have no evidence`)]),
    ];
}
function staleness(newest) {
    if (newest === null)
        return "holds no genuine evidence";
    return `its newest evidence is of ${newest.collectedAt} and was valid until ${newest.validUntil}`;
}

// EXTERNAL MODULE: ./lib/verify/witness.js
var verify_witness = __webpack_require__(13262);
;// CONCATENATED MODULE: ./lib/watch-inputs.js
/** The watcher's inputs under their names; those that say whom to trust are the flags of `verify`. */
const WATCH_INPUTS = {
    streams: {
        description: "Names of the streams that must be there, separated by spaces. One that is not fails the job: its collector never ran, or nothing of it was committed.",
        required: true,
    },
    path: {
        description: "Folder that holds the streams: a checkout of the evidence repository, or a folder in it.",
        default: ".",
    },
    from: {
        description: "What lies before is no longer judged: so many days ago, such as 7d, or a day or instant in UTC.",
        default: "7d",
    },
    key: {
        description: "Files of public keys to trust, separated by spaces. Take them from the repository of this workflow, never from the evidence.",
    },
    keys: { description: "File of public keys with the time in which each was in force." },
    issuer: { description: "Who vouches for a keyless signer; with at least one of the next three." },
    identity: { description: "The workflow that signs keyless, exactly." },
    "repository-id": { description: "The repository that it runs in, by number." },
    "owner-id": { description: "The owner of that repository, by number." },
    "trusted-root": {
        description: "File of the authorities to trust; without it Sigstore's public ones.",
    },
    "require-time": {
        description: "Whether a run without a trusted time fails the job.",
        default: "false",
    },
    witness: { description: "Folder of independent copies to compare with, such as downloaded artifacts." },
};
/** The watcher's outputs. None holds the site or text from Datadog. */
const WATCH_OUTPUTS = {
    verdict: {
        description: "The worst that was found: broken, unchecked, absent (a stream is not there), stale, missing (a slot has no evidence), or fresh.",
    },
    "exit-code": { description: "Of verify: 0, 1 (not genuine), 2 (could not check) or 3 (stale or missing)." },
    newest: {
        description: "When the newest evidence was collected; of several streams, the oldest such time.",
    },
};

;// CONCATENATED MODULE: ./lib/watch.js













/** The second watcher: fails its job when evidence is absent, stale, missing or broken. */
async function watch() {
    const job = new lib_job/* Job */._([]);
    try {
        const vigil = await kept(inputsOf(process.env), new Date());
        for (const { stream, words } of vigil.findings)
            job.log.warning(`${stream} ${words}`);
        job.setOutput("verdict", vigil.verdict);
        job.setOutput("exit-code", String(vigil.exitCode));
        job.setOutput("newest", vigil.newest ?? "");
        const summary = process.env["GITHUB_STEP_SUMMARY"];
        if (summary)
            (0,external_node_fs_.appendFileSync)(summary, watchSummary(vigil));
        const [first] = vigil.findings;
        if (vigil.exitCode === 0)
            job.log.info("evidence is there, genuine and fresh");
        else
            job.fail((0,report_text/* logLine */.BP)(`evidence is ${vigil.verdict}: ${first?.stream} ${first?.words}`), vigil.exitCode);
    }
    catch (error) {
        job.setOutput("verdict", "unchecked");
        job.setOutput("exit-code", "2");
        job.fail((0,failure/* explain */.WE)(error), 2);
    }
    await job.finished();
}
function inputsOf(environment) {
    const read = (name) => (0,lib_job/* inputOf */.w)(environment, name).trim();
    return {
        streams: read("streams"),
        path: read("path") || WATCH_INPUTS.path.default,
        from: read("from") || WATCH_INPUTS.from.default,
        key: read("key"),
        keys: read("keys"),
        issuer: read("issuer"),
        identity: read("identity"),
        "repository-id": read("repository-id"),
        "owner-id": read("owner-id"),
        "trusted-root": read("trusted-root"),
        "require-time": read("require-time") || WATCH_INPUTS["require-time"].default,
        witness: read("witness"),
    };
}
async function kept(inputs, now) {
    // No name holds a comma, and other lists are parted by one.
    const names = wordsOf(inputs.streams.replaceAll(",", " "));
    if (names.length === 0) {
        throw new failure/* Failure */.HR("input", "streams: is required", {
            hint: "name the streams that must be there, such as streams: prod",
        });
    }
    const asked = (0,period_range/* askedPeriod */.up)({ from: dayOf(inputs.from, now), to: undefined }, now);
    const trust = await (0,commands_trust/* trustIn */.Us)({ words: [], flags: trustFlags(inputs) });
    const witness = inputs.witness === "" ? null : await (0,verify_witness/* readWitness */.oP)(inputs.witness, trust);
    const streams = (await streamsAt(inputs.path)).filter(({ name }) => names.includes(name));
    const verdict = await (0,period/* verifyPeriod */.f)(streams, { trust, asked, witness, now });
    const findings = findingsOf(verdict, { names, now });
    return { ...worstOf(findings), findings, streams: verdict.streams, newest: newestOf(verdict.streams) };
}
/** A repository without any stream is no reason to stop: that is what is watched for. */
async function streamsAt(folder) {
    const found = await (0,promises_.stat)(folder).catch(() => null);
    if (!found?.isDirectory()) {
        throw new failure/* Failure */.HR("unreadable", `path: ${folder} is no folder`, {
            hint: "check the evidence repository out before this step, and name its folder",
        });
    }
    const lying = await (0,stream_folders/* foundAt */.yb)(folder);
    return lying?.kind === "streams" ? lying.streams : [];
}
const TRUST_NAMES = ["keys", "issuer", "identity", "repository-id", "owner-id", "trusted-root"];
function trustFlags(inputs) {
    const time = inputs["require-time"];
    if (time !== "true" && time !== "false") {
        throw new failure/* Failure */.HR("input", "require-time: must be true or false");
    }
    const given = TRUST_NAMES.filter((name) => inputs[name] !== "").map((name) => [name, inputs[name]]);
    return { ...Object.fromEntries(given), key: wordsOf(inputs.key), "require-time": time === "true" };
}
/** `7d` is the day that was seven days ago. */
function dayOf(text, now) {
    const days = /^(\d{1,4})d$/.exec(text)?.[1];
    if (days === undefined)
        return text;
    return new Date(now.getTime() - Number(days) * 86_400_000).toISOString().slice(0, 10);
}
function wordsOf(text) {
    return text.split(/\s+/).filter((word) => word !== "");
}
function newestOf(streams) {
    return (streams
        .flatMap(({ newest }) => (newest === null ? [] : [newest.collectedAt]))
        .toSorted()
        .at(0) ?? null);
}


/***/ })

};
