export const id = 131;
export const ids = [131];
export const modules = {

/***/ 36629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ RecordSpool)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);





const BLOCK_BYTES = 1024 * 1024;
/** Blocks that stay in memory before a file is made for the others. */
const IN_MEMORY = 4;
/**
 * Bytes that are written once and read by their place. Beyond a few megabytes they
 * lie in a file that has no name and ends with the process; where the disk does
 * not take them they stay in memory, because no disk is worth a lost record.
 */
class RecordSpool {
    /** Bytes so far, and so the place of what is appended next. */
    size = 0;
    /** Null for a block that lies in the file, at its own place. */
    #blocks = [];
    #inMemory;
    #folder;
    /** Null before it is needed, and where it cannot be had. */
    #file = null;
    #isRefused = false;
    /** Of the block that was moved out last: what is appended may have been read from it. */
    #spare = null;
    constructor({ folder = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), inMemory = IN_MEMORY } = {}) {
        this.#folder = folder;
        this.#inMemory = inMemory;
    }
    /** Answers with the place of the first byte. */
    append(bytes) {
        const place = this.size;
        for (let done = 0; done < bytes.length;) {
            const within = this.size % BLOCK_BYTES;
            if (within === 0)
                this.#begin();
            const copied = bytes.copy(this.#blocks.at(-1) ?? Buffer.alloc(0), within, done);
            done += copied;
            this.size += copied;
        }
        return place;
    }
    /** Appends a text in UTF-8 and answers with its place; its length is what the spool has grown by. */
    write(text) {
        const within = this.size % BLOCK_BYTES;
        // No character takes more than three bytes for each of its units.
        if (within === 0 || within + text.length * 3 > BLOCK_BYTES)
            return this.append(Buffer.from(text));
        const place = this.size;
        this.size += this.#blocks.at(-1)?.write(text, within) ?? 0;
        return place;
    }
    /** Where room is given the bytes may lie in it, until it is given again. */
    read(place, length, room) {
        const within = place % BLOCK_BYTES;
        if (within + length <= BLOCK_BYTES) {
            const block = this.#blocks[Math.floor(place / BLOCK_BYTES)] ?? null;
            if (block !== null)
                return block.subarray(within, within + length);
            const isRoom = room !== undefined && room.length >= length;
            return this.#fromFile(place, isRoom ? room.subarray(0, length) : Buffer.allocUnsafe(length));
        }
        const first = BLOCK_BYTES - within;
        return Buffer.concat([this.read(place, first), this.read(place + first, length - first)]);
    }
    [Symbol.dispose]() {
        if (this.#file !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#file);
        this.#file = null;
        this.#blocks.length = 0;
    }
    /** A new block, once the one before is full and out of the way. */
    #begin() {
        const last = this.#blocks.length - 1;
        const left = last >= this.#inMemory ? this.#moveOut(last) : null;
        this.#blocks.push(this.#spare ?? Buffer.allocUnsafe(BLOCK_BYTES));
        this.#spare = left;
    }
    /** The memory that it leaves; null where it stays. */
    #moveOut(nth) {
        const block = this.#blocks[nth] ?? null;
        if (this.#isRefused || block === null)
            return null;
        try {
            this.#file ??= unnamedFile(this.#folder);
            for (let done = 0; done < BLOCK_BYTES;) {
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#file, block, done, BLOCK_BYTES - done, nth * BLOCK_BYTES + done);
            }
            this.#blocks[nth] = null;
            return block;
        }
        catch {
            // What lies in the file already can be read all the same.
            this.#isRefused = true;
            return null;
        }
    }
    #fromFile(place, into) {
        if (this.#file === null)
            throw new Error("nothing lies at this place of the spool");
        try {
            for (let done = 0; done < into.length;) {
                const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(this.#file, into, done, into.length - done, place + done);
                if (read === 0)
                    throw new RangeError("the file is shorter than what was written");
                done += read;
            }
        }
        catch (error) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", "the records were not read back from the disk", {
                hint: "check the disk that holds the temporary folder",
                cause: error,
            });
        }
        return into;
    }
}
/** Nobody else reads it, and nothing of it stays, however the process ends. */
function unnamedFile(folder) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, `datadog-evidence-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex")}`);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(name, "wx+", 0o600);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(name);
    return file;
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ decideExit),
/* harmony export */   MJ: () => (/* binding */ parseGates),
/* harmony export */   Nk: () => (/* binding */ readMetric),
/* harmony export */   OO: () => (/* binding */ GATE_WORDS)
/* harmony export */ });
const SIGNALS = ["security-signals"];
const MONITORS = ["compliance-monitors"];
const FINDINGS = ["cspm-findings"];
const BOTH = [...SIGNALS, ...FINDINGS];
/** What a threshold may be set on, and how it reads from the items. */
const METRICS = {
    critical: { of: BOTH, read: (items) => sum([signals(items)?.critical, findings(items)?.critical]) },
    high: { of: BOTH, read: (items) => sum([signals(items)?.high, findings(items)?.high]) },
    "critical-signals": { of: SIGNALS, read: (items) => signals(items)?.critical ?? null },
    "high-signals": { of: SIGNALS, read: (items) => signals(items)?.high ?? null },
    "open-signals": { of: SIGNALS, read: (items) => signals(items)?.open ?? null },
    "failing-monitors": { of: MONITORS, read: (items) => monitors(items)?.failing ?? null },
    "not-evaluated-monitors": { of: MONITORS, read: (items) => monitors(items)?.notEvaluated ?? null },
    "muted-monitors": { of: MONITORS, read: (items) => monitors(items)?.muted ?? null },
    "critical-findings": { of: FINDINGS, read: (items) => findings(items)?.critical ?? null },
    "high-findings": { of: FINDINGS, read: (items) => findings(items)?.high ?? null },
};
/** The number that the evidence gives for a metric; null where it gives none. */
function readMetric(name, evidence) {
    return METRICS[name].read(evidence.items);
}
/** The gates that a list such as `incomplete, critical>0` names; null when a word is unknown. */
function parseGates(list) {
    const words = list.split(/[\s,]+/).filter((word) => word !== "");
    if (words.length === 0)
        return null;
    if (words.includes("never"))
        return words.length === 1 ? [] : null;
    const gates = words.map(gateOf);
    return gates.every((gate) => gate !== null) ? gates : null;
}
/** What `fail-on` accepts, for the sentence when it does not. */
const GATE_WORDS = `incomplete, attention, never, or a threshold such as critical>0 on ${Object.keys(METRICS).join(", ")}`;
function gateOf(word) {
    if (word === "incomplete" || word === "attention")
        return { kind: word };
    const [, name, operator, digits] = /^([a-z-]+)(>=?)(\d{1,9})$/.exec(word) ?? [];
    if (name === undefined || !isMetric(name) || (operator !== ">" && operator !== ">="))
        return null;
    return { kind: "threshold", metric: name, operator, value: Number(digits) };
}
function isMetric(name) {
    return Object.hasOwn(METRICS, name);
}
/** The exit of a run; the worst wins: 2, 1, 3, 0. Decided after everything is written, signed and published. */
function decideExit(evidence, { gates, undone, changes, }) {
    const could = [...(evidence.outcome === "failed" ? ["nothing could be collected"] : []), ...undone];
    const content = gates.flatMap((gate) => fired(gate, evidence));
    const missing = gates.some(({ kind }) => kind === "incomplete")
        ? [...incomplete(evidence), ...lost(changes)]
        : [];
    const reasons = [...could, ...content, ...missing];
    if (could.length > 0)
        return { code: 2, reasons };
    if (content.length > 0)
        return { code: 1, reasons };
    return { code: missing.length > 0 ? 3 : 0, reasons };
}
function fired(gate, evidence) {
    if (gate.kind === "incomplete")
        return [];
    if (gate.kind === "attention") {
        return evidence.items
            .filter(({ result }) => result.state === "attention")
            .map(({ id }) => `${id} needs attention`);
    }
    const actual = readMetric(gate.metric, evidence);
    // An unknown number fires nothing here: that it is unknown is what "incomplete" is for.
    if (actual === null)
        return [];
    const isOver = gate.operator === ">" ? actual > gate.value : actual >= gate.value;
    if (!isOver)
        return [];
    const floor = isFloor(gate.metric, evidence) ? "at least " : "";
    return [`${gate.metric} is ${floor}${actual}, which is ${gate.operator} ${gate.value}`];
}
/** Whether something that the metric counts is not known in full. */
function isFloor(name, { items }) {
    return items.some((item) => item.collection.status !== "complete" && METRICS[name].of.includes(item.id));
}
/** Items that are partial or failed, and a tag that no monitor carries. */
function incomplete({ items }) {
    return items.flatMap(({ id, collection, result }) => {
        if (collection.status === "partial" || collection.status === "failed") {
            return [`${id} is ${collection.status}: ${collection.reason?.message ?? "unknown reason"}`];
        }
        return result.reason?.code === "no-monitors" ? [`${id}: ${result.reason.message}`] : [];
    });
}
/** Items that the run before had; one that failed is told already. */
function lost(changes) {
    return (changes?.nowSkipped ?? []).flatMap(({ id, now }) => {
        if (now === "failed")
            return [];
        return [`${id} ${now === "absent" ? "was not asked for" : "is skipped"}, but the run before had it`];
    });
}
function signals(items) {
    return items.find((item) => item.id === "security-signals")?.result.counts ?? null;
}
function monitors(items) {
    return items.find((item) => item.id === "compliance-monitors")?.result.counts ?? null;
}
function findings(items) {
    return items.find((item) => item.id === "cspm-findings")?.result.counts ?? null;
}
/** Of what is known; null when nothing is. */
function sum(numbers) {
    const known = numbers.filter((number) => number !== undefined);
    return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
}


/***/ }),

/***/ 66097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ SECRET_NAMES),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   WK: () => (/* binding */ inputsFrom),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   ac: () => (/* binding */ readSigning),
/* harmony export */   eJ: () => (/* binding */ inputFlags),
/* harmony export */   p2: () => (/* binding */ INPUT_NOTES),
/* harmony export */   sb: () => (/* binding */ readRepositoryInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88532);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3694);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _fail_on_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/* harmony import */ var _platform_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35074);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80149);








/**
 * One entry for each input of the Action, under the same name. `action.yml`, docs/reference.md, the flags of
 * `collect` and the variables that it reads are made from it: see `InputNote`. A secret is never a flag.
 */
const Inputs = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    "api-key": key("api-key").meta({
        description: "Datadog API key, 32 hexadecimal characters.",
        variable: "DD_API_KEY",
        isSecret: true,
        required: true,
    }),
    "app-key": key("app-key").meta({
        description: "Datadog application key. Use one that belongs to a service account; the README lists the permissions it needs.",
        variable: "DD_APP_KEY",
        isSecret: true,
        required: true,
    }),
    site: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().default("datadoghq.com").transform(failing(_datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__/* .siteOf */ .zU)).meta({
        description: "Datadog site, such as datadoghq.eu, or the address of your Datadog in the browser. If you give it as a secret, GitHub masks it in every link.",
        argument: "SITE",
        variable: "DD_SITE",
        default: "datadoghq.com",
    }),
    stream: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default("default")
        .refine((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN.safeParse(name).success, {
        error: "must be 1 to 63 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
    })
        .meta({
        description: "Name of the stream of evidence of one Datadog organisation, such as prod. It becomes a folder name.",
        argument: "NAME",
        default: "default",
    }),
    cadence: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br, { error: `must be one of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br.join(", ")}` })
        .default("P1D")
        .meta({
        description: "How often evidence is due: PT1H, PT6H, PT12H or P1D.",
        argument: "DURATION",
        default: "P1D",
    }),
    items: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(","))
        .transform(itemList)
        .meta({
        description: "Evidence items to collect, separated by commas.",
        argument: "ITEMS",
        default: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(","),
    }),
    cspm: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["auto", "required"], { error: "must be auto or required" }).default("auto").meta({
        description: "What happens when cloud posture findings are not available: auto skips the item and names the reason, required makes it fail.",
        argument: "MODE",
        default: "auto",
    }),
    "monitor-tag": zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default("compliance")
        .refine((tag) => /^[^\s,"\\]{1,200}$/.test(tag), {
        error: "must be one tag without spaces, commas or quotes: Datadog cannot find tags that hold them",
    })
        .meta({ description: "Exact tag of the monitors to collect.", argument: "TAG", default: "compliance" }),
    organization: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .max(200, { error: "must be at most 200 characters" })
        .refine((name) => !/\p{C}/u.test(name), { error: "must not hold control characters" })
        .nullable()
        .default(null)
        .meta({ description: "Organisation name to record in the evidence.", argument: "NAME" }),
    ..._signing_js__WEBPACK_IMPORTED_MODULE_5__/* .SIGNING_INPUTS */ .ik,
    "pseudonym-key": zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .min(16, { error: "must be at least 16 characters" })
        .nullable()
        .default(null)
        .meta({
        description: "Secret from which pseudonyms of resources are made. Keep the same value as long as you want to compare runs. If unset, the application key is used, and pseudonyms change when it is rotated.",
        variable: "PSEUDONYM_KEY",
        isSecret: true,
    }),
    privacy: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["standard", "minimal"], { error: "must be standard or minimal" })
        .default("standard")
        .meta({
        description: "standard keeps names and titles; minimal keeps only ids, states and counts.",
        argument: "LEVEL",
        default: "standard",
    }),
    "raw-pages": yesOrNo(false).meta({
        description: "Set to true to add Datadog's raw answers to the artifact, to check the sha256 of each page. They contain personal data, so this is refused in a public repository, even with allow-public.",
        default: "false",
    }),
    "fail-on": zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default("incomplete")
        .transform((list, context) => {
        const gates = (0,_fail_on_js__WEBPACK_IMPORTED_MODULE_4__/* .parseGates */ .MJ)(list);
        if (gates !== null)
            return gates;
        context.addIssue({ code: "custom", message: `must be ${_fail_on_js__WEBPACK_IMPORTED_MODULE_4__/* .GATE_WORDS */ .OO}` });
        return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
    })
        .meta({
        description: "What makes a run fail after its evidence was published: incomplete, attention, thresholds such as critical>0, separated by commas, or never.",
        argument: "GATES",
        default: "incomplete",
    }),
    deadline: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default("PT10M")
        .transform((text, context) => {
        const ms = durationMs(text);
        if (ms !== null && ms >= 10_000 && ms <= 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ)
            return ms;
        context.addIssue({ code: "custom", message: "must be a duration such as PT10M, from PT10S to PT6H" });
        return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
    })
        .meta({
        description: "Maximum duration of the run. The evidence lists what was not collected in time.",
        argument: "DURATION",
        default: "PT10M",
    }),
    repository: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .refine((name) => REPOSITORY.test(name), {
        error: "must be owner/name, such as acme/compliance-evidence",
    })
        .nullable()
        .default(null)
        .meta({
        description: "Evidence repository, owner/name, to which each run is committed; each run then links to the previous one. Use a separate private repository.",
    }),
    "repository-token": zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token with contents: write for that repository: github.token if it is this repository, else the token of a GitHub App.",
        isSecret: true,
    }),
    branch: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .refine(isBranchName, { error: "must be the name of a branch, such as main" })
        .nullable()
        .default(null)
        .meta({ description: "Branch of the evidence repository. Defaults to its default branch." }),
    seed: yesOrNo(false).meta({
        description: "Set to true to create the first commit if the evidence repository is empty.",
        default: "false",
    }),
    commit: yesOrNo(true).meta({
        description: "Set to false to sign the run without committing it; commit it later with datadog-evidence publish.",
        argument: "BOOLEAN",
        default: "true",
    }),
    path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .default(".")
        .refine(isFolderBelow, { error: "must be a folder inside the repository, such as evidence/datadog" })
        .meta({
        description: "Folder of the evidence repository that holds the streams.",
        argument: "PATH",
        default: ".",
    }),
    "allow-public": yesOrNo(false).meta({
        description: "Set to true to publish evidence in a public repository, where anyone can read it.",
        default: "false",
    }),
    "retention-days": zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
        .nullable()
        .default(null)
        .transform((text, context) => {
        if (text === null)
            return null;
        const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
        if (days >= 1 && days <= 400)
            return days;
        context.addIssue({ code: "custom", message: "must be a whole number from 1 to 400" });
        return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
    })
        .meta({
        description: "Days that GitHub keeps the artifact, 1 to 90 (400 in private repositories). Defaults to the repository's setting.",
    }),
});
const InputNote = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    description: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** In words; absent where leaving the input out means that there is none. */
    default: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    /** The word for the value in `--help`; absent where the input is no flag. */
    argument: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    /** The variable that gives the input on the command line. */
    variable: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    isSecret: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false),
    required: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().default(false),
});
/** The notes on every input, by name, in their order. */
const INPUT_NOTES = new Map(Object.entries(Inputs.shape).map(([name, input]) => [name, InputNote.parse(input.meta())]));
const INPUT_NAMES = [...INPUT_NOTES.keys()];
/** Inputs whose values never become a flag, a line of the log or part of a file. */
const SECRET_NAMES = INPUT_NAMES.filter((name) => INPUT_NOTES.get(name)?.isSecret === true);
/** Inputs as flags, under the same names; `--help` shows the first sentence of their description. */
function inputFlags(names) {
    return Object.fromEntries(names.map((name) => {
        const { description, argument = "TEXT", default: byDefault, } = INPUT_NOTES.get(name) ?? { description: "" };
        const [first = ""] = description.split(/(?<=\.)\s/);
        return [
            name,
            { argument, description: byDefault === undefined ? first : `${first} (default ${byDefault})` },
        ];
    }));
}
/** The inputs that environment variables give on the command line. */
function inputsFrom(environment) {
    return Object.fromEntries([...INPUT_NOTES].flatMap(([name, { variable }]) => {
        const value = variable === undefined ? undefined : environment[variable];
        return value === undefined ? [] : [[name, value]];
    }));
}
/**
 * The inputs as the program uses them. Throws one failure that names every
 * problem, those found elsewhere too, before anything is asked.
 */
function readConfig(raw, { otherProblems = [], hasIdentity = false } = {}) {
    const given = givenOf(raw);
    const parsed = Inputs.safeParse(given);
    const { signing: chosen, problems: againstIt } = (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseSigning */ .T)(given, { hasIdentity });
    const problems = [
        ...(parsed.success ? [] : parsed.error.issues.map(sentence)),
        ...swapped(given),
        ...againstIt,
        ...(given["repository"] !== undefined && given["repository-token"] === undefined ? [NO_TOKEN] : []),
        ...exposed(given),
        ...otherProblems,
    ];
    if (!parsed.success || chosen === null || problems.length > 0)
        throw inputFailure(problems);
    return { ...parsed.data, chosen };
}
/** How to sign, where nothing else is asked for. Throws one failure that names every problem. */
function readSigning(raw, { otherProblems = [], hasIdentity = false }) {
    const given = givenOf(raw);
    const parsed = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej(_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .SIGNING_INPUTS */ .ik).safeParse(given);
    const { signing, problems: againstIt } = (0,_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseSigning */ .T)(given, { hasIdentity });
    const problems = [
        ...(parsed.success ? [] : parsed.error.issues.map(sentence)),
        ...againstIt,
        ...exposed(given),
        ...otherProblems,
    ];
    if (signing === null || problems.length > 0)
        throw inputFailure(problems);
    return signing;
}
function givenOf(raw) {
    return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => {
        if (value === undefined || value.trim() === "")
            return [];
        return [[name, VERBATIM.has(name) ? value : value.trim()]];
    }));
}
const RepositoryInputs = Inputs.pick({
    repository: true,
    "repository-token": true,
    branch: true,
    path: true,
});
/** The inputs that name a place in an evidence repository, checked as those of a run are. */
function readRepositoryInputs(raw) {
    const given = Object.entries(raw).filter(([, value]) => value !== undefined && value !== "");
    const parsed = RepositoryInputs.safeParse(Object.fromEntries(given));
    if (!parsed.success)
        throw inputFailure(parsed.error.issues.map(sentence));
    return parsed.data;
}
const NO_TOKEN = "repository-token: is required with repository: ${{ github.token }} where that is this repository, else the token of a GitHub App with contents: write there";
/** White space at the ends may belong to these. */
const VERBATIM = new Set(["signing-key-passphrase", "pseudonym-key"]);
/** All problems of the input as one failure. */
function inputFailure(problems) {
    const unique = [...new Set(problems)];
    if (unique.length === 1)
        return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", unique.join(""));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", [`${unique.length} inputs need attention:`, ...unique.map((each) => `  ${each}`)].join("\n"));
}
function sentence(issue) {
    if (issue.code === "unrecognized_keys")
        return `${issue.keys.join(", ")}: there is no such input`;
    return `${issue.path.join(".")}: ${issue.message}`;
}
/** An HTTP header can carry it, and nothing of it is ever repeated. */
function key(name) {
    const variable = name === "api-key" ? "DD_API_KEY" : "DD_APP_KEY";
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP({ error: `is required: give it as a secret (command line: ${variable})` })
        .regex(/^[\x21-\x7e]{1,200}$/, {
        error: "does not look like a key: it holds spaces or other characters that no key has, or is too long",
    });
}
/**
 * Keys pasted into each other's place are the most frequent mistake, and Datadog
 * only says Forbidden. Lengths alone refuse nothing: Datadog publishes none for
 * its newer keys.
 */
function swapped({ "api-key": api = "", "app-key": app = "" }) {
    const isPrefixed = /^ddapp?_/i.test(api);
    const isAppKey = isPrefixed || /^[0-9a-f]{40}$/i.test(api);
    if (isAppKey && /^[0-9a-f]{32}$/i.test(app))
        return ["api-key, app-key: the two keys are swapped"];
    return isPrefixed ? ["api-key: this is an application key; an API key has 32 hexadecimal characters"] : [];
}
/** What is no secret becomes a folder, a sentence or a link: nobody may put a secret there. */
function exposed(given) {
    const secrets = (0,_platform_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .secretForms */ .e)(SECRET_NAMES.map((name) => given[name]));
    return Object.entries(given).flatMap(([name, value = ""]) => !SECRET_NAMES.includes(name) && secrets.some((secret) => value.includes(secret))
        ? [`${name}: holds a secret of this run, which everybody would read`]
        : []);
}
/** Turns a function that throws a failure into a transform that reports it. */
function failing(parse) {
    return (text, context) => {
        try {
            return parse(text);
        }
        catch (error) {
            if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
                throw error;
            context.addIssue({
                code: "custom",
                message: [error.message.replace(/^site /, ""), error.hint].filter(Boolean).join("; "),
            });
            return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
        }
    };
}
function itemList(text, context) {
    const names = text.split(/[\s,]+/).filter((name) => name !== "");
    const items = _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.filter((id) => names.includes(id));
    if (items.length > 0 && names.every((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.some((id) => id === name)))
        return items;
    context.addIssue({ code: "custom", message: `must be one or more of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(", ")}` });
    return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
}
function yesOrNo(byDefault) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
        .default(byDefault ? "true" : "false")
        .transform((text) => text === "true");
}
/** ISO 8601 with days, hours, minutes and seconds, in milliseconds; null for anything else. */
function durationMs(text) {
    const match = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(text);
    if (match === null || text === "P" || text.endsWith("T"))
        return null;
    const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
    return (((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}
const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
/** What git takes as the name of a branch, without its stranger corners. */
function isBranchName(name) {
    return (/^(?!.*(?:\/\/|\.\.|\.lock(?:\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9._/+@#-]{0,199}$/.test(name) &&
        !/[/.]$/.test(name));
}
function isFolderBelow(folder) {
    return folder === "." || folder.split("/").every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
}


/***/ }),

/***/ 80149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooseSigning),
/* harmony export */   ik: () => (/* binding */ SIGNING_INPUTS),
/* harmony export */   nf: () => (/* binding */ assuranceShortfall),
/* harmony export */   w5: () => (/* binding */ assuranceLevel)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _sign_signing_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83864);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);



/** Sigstore's own, whose root ships with the program: it sees the digest of a signature, and who asks. */
const TIMESTAMP_URL = "https://timestamp.sigstore.dev/api/v1/timestamp";
const LEVELS = ["key", "key+time", "keyless"];
/** The inputs that say how evidence is signed. */
const SIGNING_INPUTS = {
    signing: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["auto", "keyless", "key", "none"], { error: "must be auto, keyless, key or none" })
        .default("auto")
        .meta({
        description: "How evidence is signed: keyless in the name of the workflow (needs permissions: id-token: write), by key with signing-key, or none, which ends with exit 2 and an artifact named UNSIGNED. auto is keyless if the job has that permission, else key. If the chosen method is not available, the run fails; there is no fallback.",
        argument: "METHOD",
        default: "auto",
    }),
    "signing-key": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Private key to sign with: ECDSA P-256 or Ed25519 as PKCS#8 PEM. Line breaks may be written as \\n, or the whole text as base64.",
        argument: "FILE",
        variable: "SIGNING_KEY",
        isSecret: true,
    }),
    "signing-key-passphrase": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Passphrase of an encrypted signing-key.",
        variable: "SIGNING_KEY_PASSPHRASE",
        isSecret: true,
    }),
    "timestamp-url": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .default(TIMESTAMP_URL)
        .superRefine((url, context) => {
        const message = troubleWithUrl(url);
        if (message !== null)
            context.addIssue({ code: "custom", message });
    })
        .meta({
        description: "URL of the RFC 3161 timestamp authority used with signing: key, or none. Leave it out for keyless signing, which uses Sigstore's own.",
        argument: "URL",
        default: TIMESTAMP_URL,
    }),
    "min-assurance": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(LEVELS, { error: "must be key, key+time or keyless" }).default("key").meta({
        description: "Minimum assurance: key, key+time or keyless. A run that reaches less is published and ends with exit 2.",
        argument: "LEVEL",
        default: "key",
    }),
    "allow-public-log": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
        .default("false")
        .transform((text) => text === "true")
        .meta({
        description: "Set to true to let a repository that is not public sign in the public Sigstore, whose logs then publish its name, its workflow and when it runs.",
        argument: "BOOLEAN",
        default: "false",
    }),
    "attestation-token": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token with attestations: write, such as github.token, to also store the signed statement as a GitHub attestation. Needs keyless signing.",
        isSecret: true,
    }),
};
/** The choice, and what speaks against it; null where a problem leaves none. */
function chooseSigning(given, { hasIdentity }) {
    const { signing: mode = "auto", "timestamp-url": url = TIMESTAMP_URL } = given;
    if (mode === "none")
        return { signing: { by: "none" }, problems: unsignable(given) };
    const isKeyless = mode === "keyless" || (mode === "auto" && hasIdentity);
    if (isKeyless) {
        return {
            signing: { by: "keyless", allowPublicLog: given["allow-public-log"] === "true" },
            problems: [
                ...(hasIdentity ? [] : [NO_IDENTITY]),
                ...(url === TIMESTAMP_URL ? [] : [`timestamp-url: is for signing with a key; ${OWN_TIME}`]),
            ],
        };
    }
    const { key, problem } = keyOf(given, mode);
    const timestampUrl = url === "none" ? null : url;
    return {
        signing: key === null ? null : { by: "key", key, timestampUrl },
        problems: [
            ...(problem === null ? [] : [problem]),
            ...unreachable(given, timestampUrl),
            ...(given["attestation-token"] === undefined
                ? []
                : [
                    "attestation-token: GitHub only stores what is signed keyless; leave it out, or use signing: keyless",
                ]),
        ],
    };
}
const NO_IDENTITY = "signing: keyless needs the identity of a job of GitHub Actions, which this is not or may not ask for; give the job permissions: id-token: write";
const OWN_TIME = "keyless signing takes the time from its own Sigstore, so leave it out or use signing: key";
function unsignable({ "min-assurance": least }) {
    if (least === undefined || least === "key")
        return [];
    return [`min-assurance: ${least} cannot be reached with signing: none`];
}
/** What is asked for and cannot be reached by a key is known before anything is collected. */
function unreachable({ "min-assurance": least }, timestampUrl) {
    if (least === "keyless")
        return ["min-assurance: keyless cannot be reached by signing with a key"];
    if (least === "key+time" && timestampUrl === null)
        return ["min-assurance: key+time cannot be reached with timestamp-url: none"];
    return [];
}
function keyOf({ "signing-key": text, "signing-key-passphrase": passphrase }, mode) {
    if (text === undefined) {
        const orKeyless = mode === "auto" ? ", or sign keyless in a job with permissions: id-token: write" : "";
        return {
            key: null,
            problem: `signing-key: is required to sign (command line: --signing-key FILE or SIGNING_KEY); make one with: datadog-evidence keygen${orKeyless}`,
        };
    }
    try {
        return { key: (0,_sign_signing_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readSigningKey */ .j)(text, passphrase ?? null), problem: null };
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR))
            throw error;
        const [, rest = error.message] = /^signing-key (.*)$/.exec(error.message) ?? [];
        return { key: null, problem: `signing-key: ${rest}${error.hint === undefined ? "" : `; ${error.hint}`}` };
    }
}
function troubleWithUrl(url) {
    if (url === "none")
        return null;
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        return "must be the http or https address of a timestamp authority, or none";
    }
    const { username, password } = new URL(url);
    return username + password === "" ? null : "must not hold a user name or a password";
}
/** How well a statement is signed, as far as it promises; null where there is none. */
function assuranceLevel(statement) {
    if (statement === null)
        return null;
    const { signing, timestamp } = statement.predicate.assurance;
    if (signing === "keyless")
        return "keyless";
    return timestamp ? "key+time" : "key";
}
/** Why less was reached than is good enough; null where it is enough, or nothing was signed. */
function assuranceShortfall(statement, least) {
    const level = assuranceLevel(statement);
    if (level === null || LEVELS.indexOf(level) >= LEVELS.indexOf(least))
        return null;
    const why = statement?.predicate.assurance.reason?.message;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-signed", `the evidence is signed by ${level} only, and min-assurance asks for ${least}${why === undefined ? "" : `: ${why}`}`, { hint: "it is kept as it is; run again for evidence with what is missing" });
}


/***/ }),

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   zU: () => (/* binding */ siteOf)
/* harmony export */ });
/* unused harmony exports DATADOG_SITES, appHost */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);

/**
 * The nine Datadog sites. An API host is always `api.<site>`; the app host is
 * `app.<site>` for bare domains and the site itself for the others.
 * https://docs.datadoghq.com/getting_started/site
 */
const DATADOG_SITES = [
    "datadoghq.com",
    "us3.datadoghq.com",
    "us5.datadoghq.com",
    "datadoghq.eu",
    "ap1.datadoghq.com",
    "ap2.datadoghq.com",
    "uk1.datadoghq.com",
    "ddog-gov.com",
    "us2.ddog-gov.com",
];
/**
 * The site that the text names: a site, its app or API host, or an address
 * copied from the browser. Throws for anything else, so that no key ever goes
 * to a host that is not Datadog's.
 */
function siteOf(text) {
    const host = text
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/[/?#].*$/, "")
        .replace(/:443$/, "")
        .replace(/\.$/, "");
    const site = DATADOG_SITES.find((known) => host === known || host === `api.${known}` || host === appHost(known));
    if (site !== undefined)
        return site;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "site is not one of Datadog's", {
        hint: `use one of ${DATADOG_SITES.join(", ")}`,
    });
}
/** Where the API of the site answers. */
function apiUrlOf(site) {
    return `https://api.${site}`;
}
/** The host of the site's user interface. */
function appHost(site) {
    return site.split(".").length === 2 ? `app.${site}` : site;
}
/** Deep links into the site's user interface; every variable part is encoded. */
function linksOf(site) {
    const app = `https://${appHost(site)}`;
    return {
        signals: (query, window) => `${app}/security?${queryString({ query, start: Date.parse(window.from), end: Date.parse(window.to) })}`,
        signal: (id) => `${app}/security/signal?${queryString({ event: id })}`,
        monitors: (query) => `${app}/monitors/manage?${queryString({ q: query })}`,
        monitor: (id) => `${app}/monitors/${id}`,
        findings: (query) => `${app}/security/compliance?${queryString({ query })}`,
        rule: (id) => id === null ? `${app}/security/compliance` : `${app}/security/rules/view/${encodeURIComponent(id)}`,
    };
}
function queryString(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("&");
}


/***/ }),

/***/ 29803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findLeak),
/* harmony export */   Y: () => (/* binding */ findLeaks)
/* harmony export */ });
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);

/** Shapes that nothing but a secret has. Each vendor's own prefix, so that ordinary words never match. */
const SECRET_SHAPES = [
    ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/],
    ["a Datadog key or token", /\bdd(?:app|ap|pat|sat)_[0-9A-Za-z_]{20,}/],
    ["a GitHub token", /\b(?:gh[oprsu]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/],
    ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
    ["a Slack token", /\bxox[abeprs]-[0-9A-Za-z-]{10,}/],
    ["a JSON Web Token", /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}/],
];
/**
 * Every text in the files that holds a key in use, in any of its forms, or
 * something in the shape of a secret. Evidence goes where it can never be taken
 * back, so one hit stops publication.
 */
function findLeaks(files, secretForms) {
    return files.flatMap((file) => [...suspectTexts(file, secretForms)].flatMap(([where, text]) => {
        const what = secretKindOf(text, secretForms);
        return what === null ? [] : [{ where: `${file.name} ${where}`, what }];
    }));
}
/**
 * The texts, each with its path, of what may hold a secret: of single lines of
 * NDJSON, else of the whole. Found line by line, as our own files are written:
 * parsed in one, a large file would take many times its size.
 */
function* suspectTexts(file, secretForms) {
    let before = 0;
    for (const block of (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlocks */ .v_)(file)) {
        const lines = (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(block);
        const suspects = isSuspect(block, secretForms) ? lines.entries() : [];
        for (const [at, line] of suspects) {
            if (!isSuspectLine(line, secretForms))
                continue;
            if (!file.name.endsWith(".ndjson")) {
                yield* textsIn(JSON.parse((0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readBytes */ .io)(file).toString("utf8")), "");
                return;
            }
            yield* textsIn(JSON.parse(line), `line ${before + at + 1}`);
        }
        before += lines.length;
    }
}
/** Whether any of some lines must be looked at. No text goes on in another line, so most blocks are done with. */
function isSuspect(block, secretForms) {
    return mayHide(block) || secretKindOf(block, secretForms) !== null;
}
/** Without an escape and without a cut, what JSON holds is what is written. */
function mayHide(written) {
    return written.includes("\\") || written.includes(CUT_MARK);
}
function isSuspectLine(line, secretForms) {
    if (secretKindOf(line, secretForms) !== null)
        return true;
    if (!mayHide(line))
        return false;
    return writtenTexts(line).some((text) => secretKindOf(text, secretForms) !== null);
}
/** The texts in a line of JSON. Not by an expression: strangers choose their length, and its stack has an end. */
function* writtenTexts(line) {
    for (let begin = line.indexOf('"'); begin !== -1;) {
        let end = begin + 1;
        while (end < line.length && line[end] !== '"')
            end += line[end] === "\\" ? 2 : 1;
        yield String(JSON.parse(line.slice(begin, end + 1)));
        begin = line.indexOf('"', end + 1);
    }
}
/**
 * What kind of secret a raw answer holds, as it is written or inside its JSON;
 * null when it holds none. E-mail addresses and the like are none.
 */
function findLeak(bytes, secretForms) {
    const content = bytes.toString("utf8");
    const written = secretKindOf(content, secretForms);
    // Without an escape, what JSON holds is what is written.
    if (written !== null || !content.includes("\\"))
        return written;
    for (const text of textsOfAnswer(content)) {
        const what = secretKindOf(text, secretForms);
        if (what !== null)
            return what;
    }
    return null;
}
/** The texts inside an answer; none where it is no JSON. Not by recursion: strangers choose its depth. */
function* textsOfAnswer(content) {
    const left = [];
    try {
        left.push(JSON.parse(content));
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
    }
    while (left.length > 0) {
        const value = left.pop();
        if (typeof value === "string")
            yield value;
        if (typeof value !== "object" || value === null)
            continue;
        if (!Array.isArray(value))
            for (const key of Object.keys(value))
                left.push(key);
        for (const each of Object.values(value))
            left.push(each);
    }
}
function secretKindOf(text, secretForms) {
    if (secretForms.some((form) => text.includes(form)))
        return "a key that this run uses";
    if (isCutInside(text, secretForms))
        return "the beginning of a key that this run uses";
    return SECRET_SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;
}
/** How the projection ends a text that it shortened. */
const CUT_MARK = "… [cut]";
/** So much of a key is no accident, and no less is worth stopping for. */
const SHORTEST_BEGINNING = 8;
/** Whether a text was shortened in the middle of a key, so that no whole form is left to find. */
function isCutInside(text, secretForms) {
    if (!text.endsWith(CUT_MARK))
        return false;
    const body = text.slice(0, -CUT_MARK.length);
    return secretForms.some((form) => {
        const begin = body.lastIndexOf(form.slice(0, SHORTEST_BEGINNING));
        return begin >= 0 && form.startsWith(body.slice(begin));
    });
}
/** Names of members count as texts too. */
function* textsIn(value, path) {
    if (typeof value === "string") {
        yield [path, value];
    }
    else if (Array.isArray(value)) {
        for (const [index, each] of value.entries())
            yield* textsIn(each, `${path}[${index}]`);
    }
    else if (typeof value === "object" && value !== null) {
        for (const [key, each] of Object.entries(value)) {
            yield [path, key];
            yield* textsIn(each, path === "" ? key : `${path}.${key}`);
        }
    }
}


/***/ }),

/***/ 85196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ after),
/* harmony export */   W: () => (/* binding */ cancellation)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);

/**
 * Aborts when the user or the runner asks the process to stop. GitHub sends
 * SIGINT and, 7.5 s later, SIGTERM; what was collected until then is still
 * written, signed and published.
 */
function cancellation() {
    const controller = new AbortController();
    const stop = () => controller.abort(new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("cancelled", "the run was cancelled while it collected"));
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    return controller.signal;
}
/** Aborts that long after the signal does: what began before may still end. */
function after(signal, ms) {
    const controller = new AbortController();
    const wait = () => void setTimeout(() => controller.abort(), ms).unref();
    if (signal.aborted)
        wait();
    else
        signal.addEventListener("abort", wait, { once: true });
    return controller.signal;
}


/***/ }),

/***/ 7742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   tR: () => (/* binding */ dispatcherFor),
/* harmony export */   ty: () => (/* binding */ ensureProxy),
/* harmony export */   yM: () => (/* binding */ isTransportError)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


/**
 * Connections to the origin, through the proxy that the environment names; never through one to our own machine.
 * Throws where the address of the proxy is malformed.
 */
function dispatcherFor(origin) {
    return isLoopback(origin) ? new undici__WEBPACK_IMPORTED_MODULE_0__/* .Agent */ .g6(CONNECTIONS) : throughProxy();
}
/**
 * Throws where the address of the proxy is malformed: for libraries that make their own connections, which throw
 * errors of any kind, some of them with the proxy's password.
 */
function ensureProxy(origin) {
    dispatcherFor(origin);
}
/** Enough for two lists that are read in slices and all that is asked beside them, so that none waits for a socket. */
const CONNECTIONS = { connections: 24, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } };
/** Connections by way of the proxy that the environment names, if it names one. */
function throughProxy() {
    try {
        return new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2(CONNECTIONS);
    }
    catch (error) {
        const isForeseen = [TypeError, URIError, undici__WEBPACK_IMPORTED_MODULE_0__/* .errors */ .sO.InvalidArgumentError].some((kind) => error instanceof kind);
        if (!isForeseen)
            throw error;
        // Without its cause, which holds the address and with it the proxy's password.
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy", {
            hint: "write it as http://proxy.example:8080",
        });
    }
}
/** Whether the address lies on this machine. */
function isLoopback(url) {
    const { hostname } = new URL(url);
    return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/** Sockets, DNS, TLS and time-outs; an invalid argument is a bug of ours and keeps its stack. */
function isTransportError(error) {
    if (!(error instanceof Error))
        return false;
    if (error.name === "AbortError" || error.name === "TimeoutError")
        return true;
    if (!("code" in error) || error.code === "UND_ERR_INVALID_ARG")
        return false;
    // Not whatever is INVALID: a certificate of another name is ERR_TLS_CERT_ALTNAME_INVALID.
    return !String(error.code).startsWith("ERR_INVALID_");
}


/***/ }),

/***/ 17061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Keeps V8 from taking memory that it does not need. What passes through by the
 * thousand, pages or runs, leaves little; yet V8 doubles its young generation each
 * time as much has survived as it holds, up to 128 MB that are never given back,
 * and lets garbage lie until several times what is alive. Both are read whenever
 * the heap would grow, so they may be set while running.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)("--semi-space-growth-factor=1");
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)("--heap-growing-percent=50");
}


/***/ }),

/***/ 71267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ httpRequest)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7742);
/* harmony import */ var _waiting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76032);




const ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 400;
/** Responses of these services are a few kilobytes. */
const LARGEST_RESPONSE = 1_000_000;
/**
 * Sends the request, up to three times: no answer, 408, 429 and 5xx may be temporary. Redirects are returned and
 * never followed, because a token must not reach another host. Throws where `HTTPS_PROXY` is malformed.
 */
async function httpRequest(request, signal) {
    const dispatcher = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatcherFor */ .tR)(request.url);
    try {
        for (let attempt = 1;; attempt += 1) {
            const response = await sendOnce(request, { dispatcher, signal });
            const isTemporary = !response.ok || isTransient(response.status);
            if (!isTemporary || attempt >= ATTEMPTS || signal.aborted)
                return response;
            if (!(await (0,_waiting_js__WEBPACK_IMPORTED_MODULE_3__/* .waitUnlessAborted */ .D)(FIRST_WAIT_MS * attempt, signal)))
                return response;
        }
    }
    finally {
        await dispatcher.destroy();
    }
}
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
async function sendOnce({ method, url, headers, body }, { dispatcher, signal, }) {
    const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
    try {
        const response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .request */ .Em)(url, {
            method,
            dispatcher,
            signal: AbortSignal.any([signal, timeout]),
            headers: { ...headers, "user-agent": "datadog-evidence" },
            body,
        });
        const chunks = [];
        let size = 0;
        for await (const chunk of response.body) {
            if (!Buffer.isBuffer(chunk))
                continue;
            size += chunk.length;
            if (size > LARGEST_RESPONSE)
                return { ok: false, reason: `answered with more than ${LARGEST_RESPONSE} bytes` };
            chunks.push(chunk);
        }
        return { ok: true, status: response.statusCode, bytes: Buffer.concat(chunks) };
    }
    catch (error) {
        if (!(0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransportError */ .yM)(error))
            throw error;
        if (signal.aborted)
            return { ok: false, reason: "did not answer in the time that was left" };
        if (timeout.aborted)
            return { ok: false, reason: `did not answer within ${ATTEMPT_TIMEOUT_MS / 1000} s` };
        return { ok: false, reason: `could not be reached (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)})` };
    }
}


/***/ }),

/***/ 32759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** As in `package.json`. */
const VERSION = "0.1.0";


/***/ }),

/***/ 76032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ waitUnlessAborted),
/* harmony export */   X: () => (/* binding */ stopWaitingOnAbort)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** Waits that long. Returns false where the signal ended the wait early. */
async function waitUnlessAborted(ms, signal) {
    return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, true, { signal }).catch(() => false);
}
/** The result of work that takes no signal. Throws the error as soon as the signal aborts; the work itself goes on. */
async function stopWaitingOnAbort(work, signal, toError) {
    const aborted = Promise.withResolvers();
    const stop = () => aborted.reject(toError());
    if (signal.aborted)
        stop();
    signal.addEventListener("abort", stop, { once: true });
    try {
        return await Promise.race([work, aborted.promise]);
    }
    finally {
        signal.removeEventListener("abort", stop);
    }
}


/***/ }),

/***/ 58299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ ChainAppender),
/* harmony export */   Y7: () => (/* binding */ tryStep),
/* harmony export */   ah: () => (/* binding */ appendRun)
/* harmony export */ });
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30963);
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8449);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14478);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);
/* harmony import */ var _chain_head_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49821);
/* harmony import */ var _commit_with_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29776);








/**
 * Signs one entry for the end of its chain and commits it there. Another stream that was faster costs another try with
 * the same signature; the entry is signed again only where its own chain went on. After a failure it holds how far it
 * came.
 */
class ChainAppender {
    #entry;
    #attest;
    #place;
    /** The position for which the attestation was signed, in canonical form. */
    #signedFor = null;
    /** The chain as it was read last. */
    chain = null;
    /** This very entry, where the chain holds it already. */
    existing = null;
    /** The last one that was signed; null after a signing step that failed. */
    attestation = null;
    hasFailedToSign = false;
    isRefused = false;
    signatures = 0;
    attempts = 0;
    constructor(entry, attest) {
        this.#entry = entry;
        this.#place = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_7__/* .runPath */ .t0)(entry);
        this.#attest = attest;
    }
    /** Appends the entry. With `commits: false` it is only signed for its place. Throws what keeps it from its place. */
    async append({ commits, ...options }) {
        const { stream, message } = this.#entry;
        const plan = {
            addTo: async (chain, head) => this.#addTo(chain, head, commits),
            message: (runs) => {
                const others = runs.map(({ place }) => place).filter((place) => place !== this.#place);
                const body = others.length === 0 ? [] : ["", "With runs that waited to be committed:", ...others];
                return [message, ...body].join("\n");
            },
        };
        return (0,_commit_with_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .commitWithRetry */ .C)([stream], plan, options);
    }
    /** Signs for this position, unless that is what was signed last: a timestamp costs somebody else's work. */
    async sign(tail) {
        const position = (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(tail === null
            ? null
            : [tail.next, tail.last?.statement ?? null, { ...tail.restart }, tail.evidence?.sha256 ?? null]);
        if (this.attestation !== null && this.#signedFor === position)
            return this.attestation;
        this.attestation = null;
        this.hasFailedToSign = true;
        this.attestation = await this.#attest(this.#entry.files, tail);
        this.hasFailedToSign = false;
        this.#signedFor = position;
        this.signatures += 1;
        return this.attestation;
    }
    async #addTo(chain, head, commits) {
        const { stream, run, collectedAt, files } = this.#entry;
        const place = this.#place;
        this.attempts += 1;
        this.chain = chain;
        const found = await (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .findRun */ .Lc)({ run, place, contentSha256: files[0]?.sha256 ?? "" }, chain, head);
        if (found === "other")
            throw this.#refuse((0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .otherRunFailure */ .Ij)(stream, run));
        this.existing = found;
        if (found?.at.isCommitted === true)
            return null;
        const late = (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .lateRunFailure */ .oL)(collectedAt, chain);
        if (late !== null)
            throw this.#refuse(late);
        const signed = found === null ? await this.sign(chain.tail) : null;
        if (!commits)
            return null;
        if (signed === null)
            return [];
        return [{ stream: stream.name, place, files: [...files, (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft, signed.bundle)] }];
    }
    #refuse(failure) {
        this.isRefused = true;
        return failure;
    }
}
/**
 * Signs the evidence for the end of its stream's chain and commits it there. Never throws a `Failure`: what could not
 * be done is in `undone`, and evidence that the repository does not take is signed all the same.
 */
async function appendRun({ evidence, files }, attest, { recalled, ...options }) {
    const { stream, source, run, collectedAt, outcome } = evidence;
    const message = `${stream.name}: evidence of ${collectedAt}, ${outcome}`;
    const entry = { stream: { name: stream.name, site: source.site }, run, collectedAt, files, message };
    const appender = new ChainAppender(entry, attest);
    const undone = [];
    const landed = await tryStep(undone, async () => appender.append(options));
    const chain = appender.chain ?? recalled;
    const existing = appender.existing === null ? null : toAttestation(appender.existing);
    if (existing === null && appender.attestation === null && !appender.hasFailedToSign) {
        // What the chain refuses, or whose place is not known, is signed outside of it.
        await tryStep(undone, async () => appender.sign(appender.isRefused ? null : (chain?.tail ?? null)));
    }
    const isInRepository = options.commits || appender.existing !== null;
    return {
        attestation: existing ?? appender.attestation,
        landed: isInRepository ? landed : null,
        signatures: appender.signatures,
        retries: Math.max(0, appender.attempts - 1),
        undone,
        warnings: [...(chain?.warnings ?? []), ...(landed?.warnings ?? [])],
    };
}
/** Runs the step and returns its result; null where it failed in a foreseen way, which is added to `undone`. */
async function tryStep(undone, step) {
    try {
        return await step();
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
            throw error;
        undone.push(error);
        return null;
    }
}
function toAttestation({ statement, bundle, signedBy }) {
    if (statement.predicateType !== _bundle_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .PREDICATE_TYPE */ .To)
        return null;
    return { statement, bundle, signedBy: signedBy ?? "", signedAt: null };
}


/***/ }),

/***/ 49821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ isNextInChain),
/* harmony export */   Ij: () => (/* binding */ otherRunFailure),
/* harmony export */   Lc: () => (/* binding */ findRun),
/* harmony export */   ly: () => (/* binding */ bySequence),
/* harmony export */   oL: () => (/* binding */ lateRunFailure),
/* harmony export */   q: () => (/* binding */ readChainHead)
/* harmony export */ });
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81526);
/* harmony import */ var _signed_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94939);




/**
 * Reads the end of the stream's chain at that head of the branch. A last run that has no bundle, was changed or belongs
 * to another stream is never skipped in silence: the chain restarts after it, and the next statement says why.
 */
async function readChainHead(head, stream, own) {
    const at = await head.latest(stream.name);
    const read = await Promise.all(at.map(_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readSignedRun */ .Cd));
    const committed = read.filter(({ at: { isCommitted } }) => isCommitted);
    const end = await committedEnd(committed, stream, own);
    return appendUncommittedRuns(end, read.filter(isUncommitted), own);
}
/** A signed run in the work tree that is not committed. One that is not signed waits for `attest`. */
function isUncommitted(run) {
    return !run.at.isCommitted && "statement" in run;
}
async function committedEnd(read, stream, own) {
    const runs = read.filter((run) => "statement" in run);
    const chained = runs.filter(({ link }) => link !== null).toSorted(bySequence);
    const last = chained.at(-1);
    const newest = newestOf(chained);
    const next = (last?.link?.sequence ?? 0) + 1;
    const startAt = (restart) => ({
        stream,
        tail: { next, last: null, restart, evidence: null },
        newest,
        runs,
        waiting: [],
        warnings: restart === null ? [] : [`the chain of ${stream.name} restarts: ${restart.message}`],
    });
    const broken = read.find((run) => "trouble" in run && (last === undefined || run.at.place > last.at.place));
    if (broken !== undefined && "trouble" in broken) {
        return startAt({ code: "unreadable", message: `the run ${broken.at.place} ${broken.trouble}` });
    }
    if (last === undefined)
        return startAt(null);
    const { name, site } = last.statement.predicate.stream;
    if (name !== stream.name || site !== stream.site) {
        return startAt({ code: "other-stream", message: `the run ${last.at.place} is of ${name} on ${site}` });
    }
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readContent */ .c_)(last, own);
    if ("trouble" in content) {
        return startAt({ code: content.code, message: `the run ${last.at.place} ${content.trouble}` });
    }
    return {
        ...startAt(null),
        tail: {
            next,
            last: last.link,
            restart: null,
            evidence: await evidenceBefore(last, content, chained, own),
        },
        warnings: otherSigner(last, own),
    };
}
/** Appends uncommitted runs to the chain, as long as each names the one before. */
async function appendUncommittedRuns(end, waiting, own) {
    let { tail } = end;
    const linked = [];
    const warnings = [...end.warnings];
    for (const run of waiting.toSorted(bySequence)) {
        const content = isNextInChain(tail, run) ? await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readContent */ .c_)(run, own) : null;
        if (run.link === null || content === null || "trouble" in content) {
            warnings.push(`the run ${run.at.place} in the work tree is not committed, because it does not follow the end of the chain`);
            continue;
        }
        const evidence = await evidenceBefore(run, content, [...end.runs, ...linked], own);
        tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence };
        linked.push(run);
    }
    return {
        stream: end.stream,
        tail,
        newest: newestOf([...end.runs.filter(({ link }) => link !== null), ...linked]),
        runs: [...end.runs, ...linked],
        waiting: linked,
        warnings,
    };
}
/** Whether the run was signed for that position. */
function isNextInChain(tail, { statement }) {
    const { sequence, previous } = statement.predicate;
    return sequence === tail.next && (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(previous) === (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(linkOf(tail));
}
function linkOf({ last }) {
    return last === null ? null : { sequence: last.sequence, statement: last.statement };
}
/** The evidence that was collected last: of the run itself, or of the run before a declared gap. */
async function evidenceBefore(run, { evidence }, runs, own) {
    if (evidence !== null)
        return { evidence, sha256: run.contentSha256 };
    const { previous } = run.statement.predicate;
    const before = runs.find(({ link }) => link !== null && link.statement === previous?.statement);
    if (before === undefined)
        return null;
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readContent */ .c_)(before, own);
    return "trouble" in content ? null : evidenceBefore(before, content, runs, own);
}
function otherSigner({ at, signedBy }, own) {
    if (signedBy === (own?.fingerprint ?? null))
        return [];
    const whom = signedBy === null ? "keyless" : `by the key ${signedBy}`;
    return [
        `the run ${at.place} is signed ${whom}; that signature was not verified here, and the chain continues`,
    ];
}
function newestOf(runs) {
    return (runs
        .map(({ statement }) => statement.predicate.collectedAt)
        .toSorted()
        .at(-1) ?? null);
}
/** By place in the chain; where two runs claim the same place, the later folder last. Verifying finds both. */
function bySequence(a, b) {
    const difference = (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0);
    if (difference !== 0)
        return difference;
    return a.at.place < b.at.place ? -1 : 1;
}
/** The run in the repository that has this run's name or place; `other` where its content differs. */
async function findRun({ run, place, contentSha256 }, { stream, runs }, head) {
    const named = runs.find(({ statement: { predicate } }) => predicate.run.id === run.id && predicate.run.attempt === run.attempt);
    const stored = named === undefined ? await head.runAt(stream.name, place) : null;
    const found = named ?? (stored === null ? null : await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .readSignedRun */ .Cd)(stored));
    if (found === null)
        return null;
    return "statement" in found && found.contentSha256 === contentSha256 ? found : "other";
}
/** The repository holds different evidence under the name of this run. */
function otherRunFailure({ name }, { id, attempt }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `the stream ${name} already has other evidence of the run ${id}, attempt ${attempt}`, {
        hint: "give each collecting step of a workflow its own stream; a re-run is a new attempt and adds its own run",
    });
}
/** The longest deadline: nothing that began before the last run can come later than that. */
const LATEST_MS = 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_2__/* .HOUR_MS */ .iQ;
/** The chain has much newer evidence, so the run cannot become its end; null where it can. */
function lateRunFailure(collectedAt, { stream, newest }) {
    if (newest === null || Date.parse(collectedAt) >= Date.parse(newest) - LATEST_MS)
        return null;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `the stream ${stream.name} already has newer evidence (${newest}) than this run (${collectedAt})`, { hint: "check the clock of this machine; a run can be added until 6 hours after the newest one" });
}


/***/ }),

/***/ 29776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ commitWithRetry)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76032);
/* harmony import */ var _chain_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49821);
/* harmony import */ var _signed_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94939);




/** The longest wait, as a multiple of the first. */
const LONGEST_WAIT = 40;
/** GitHub takes 100 requests at once, and other jobs send some too. */
const STREAMS_AT_ONCE = 10;
/**
 * Reads the chains of the streams, commits what the plan adds to them, and does it again whenever the branch has moved
 * or an answer was lost. Only the signal ends it: another stream may be busy for long. Returns the head where there is
 * nothing to add, null where there is no head either. Throws where the branch refuses for good, or time is up.
 */
async function commitWithRetry(streams, { addTo, message }, { branch, ownKey, verifyInstructions, signal }) {
    const names = streams.map(({ name }) => name);
    let last = null;
    for (let retries = 0;; retries += 1) {
        if (signal.aborted)
            throw last ?? noTimeLeft(branch);
        const head = await branch.head(names, signal);
        const runs = [];
        for (let at = 0; at < streams.length; at += STREAMS_AT_ONCE) {
            const some = streams.slice(at, at + STREAMS_AT_ONCE).map(async (stream) => {
                const chain = await (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_2__/* .readChainHead */ .q)(head, stream, ownKey);
                const added = await addTo(chain, head);
                return added === null ? [] : (await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .toNewRuns */ .CM)(chain.waiting, stream.name)).concat(added);
            });
            runs.push(...(await Promise.all(some)).flat());
        }
        if (runs.length === 0) {
            return head.commit === null
                ? null
                : { commit: head.commit, url: null, warnings: [], added: [], retries };
        }
        const instructions = head.hasVerifyInstructions ? null : verifyInstructions;
        const addition = { runs, verifyInstructions: instructions, message: message(runs) };
        const appended = await branch.append(addition, head, signal);
        if ("commit" in appended)
            return { ...appended, added: runs, retries };
        last = appended.again;
        // Random, because equal waits would meet again.
        await (0,_platform_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitUnlessAborted */ .D)(branch.firstWaitMs * Math.min(LONGEST_WAIT, 2 ** retries) * Math.random(), signal);
    }
}
function noTimeLeft({ name }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("not-published", `there was no time left to commit to ${name}`, {
        hint: "raise the deadline",
    });
}


/***/ }),

/***/ 16885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubBranch)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/evidence/file.js
var evidence_file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: external "node:stream/web"
var web_ = __webpack_require__(37830);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
;// CONCATENATED MODULE: ./lib/publish/github/errors.js


/** The two kinds of error: of HTTP, and of GraphQL in a response with status 200. */
const HttpError = schemas/* looseObject */._H3({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* looseObject */._H3({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })
        .optional()
        .catch(undefined),
});
const GraphqlError = schemas/* looseObject */._H3({
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP() })).min(1),
});
/** The refusal that an error of the client means; null for any other error, which is a bug. */
function classifyError(error, target) {
    const graphql = GraphqlError.safeParse(error);
    if (graphql.success) {
        const [{ type = "", message } = { message: "" }] = graphql.data.errors;
        return (rateLimitRefusal({ message: `${type} ${message}`, headers: graphql.data.headers }, error) ??
            byType({ type, message }, target, error));
    }
    // A response that was cut off does not parse, or reading it ends with an error.
    const isCut = error instanceof errors/* ZodError */.G || (error instanceof TypeError && error.message === "terminated");
    if (isCut)
        return unansweredRefusal("its response was cut off or has an unexpected form", error);
    const http = HttpError.safeParse(error);
    if (!http.success)
        return null;
    const { status, message, response } = http.data;
    if (response === undefined || status >= 500)
        return unansweredRefusal(response === undefined ? message : `status ${status}`, error);
    const hasLimit = status === 429 || (status === 403 && isLimit(message, response.headers));
    if (hasLimit)
        return rateLimitRefusal({ message: "rate limit", headers: response.headers }, error);
    return byStatus({ status, message }, target, error);
}
function byStatus({ status, message }, target, cause) {
    if (status === 401) {
        return finalRefusal("GitHub does not accept repository-token (401)", cause, {
            hint: "it is wrong, expired or revoked; the token of a GitHub App is valid for one hour, so create it in the same job",
        });
    }
    if (status === 404)
        return noAccessRefusal(target, cause);
    if (status === 403)
        return forbiddenRefusal(message, target, cause);
    if (status === 413)
        return tooLargeRefusal(target, cause);
    // GitHub's error for a file that exists.
    const isThere = status === 422 && message.includes("wasn't supplied");
    if (status === 409 || isThere)
        return { ...finalRefusal(`another change reached ${nameOf(target)} first`, cause), again: "look" };
    return byMessage(message, target, cause);
}
function byType({ type, message }, target, cause) {
    if (type === "STALE_DATA") {
        return {
            ...finalRefusal(`another commit reached ${nameOf(target)} first`, cause),
            again: "look",
        };
    }
    if (type === "BRANCH_PROTECTION_RULE_VIOLATION")
        return protectedRefusal(message, target, cause);
    if (type === "NOT_FOUND")
        return noAccessRefusal(target, cause);
    if (type === "INSUFFICIENT_SCOPES")
        return forbiddenRefusal(message, target, cause);
    // GitHub's messages, without a type, when it ran out of time.
    if (/something went wrong|timed? ?out|try again later/i.test(message) || type === "SERVICE_UNAVAILABLE") {
        return unansweredRefusal(firstLine(message), cause);
    }
    if (type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message)) {
        return forbiddenRefusal(message, target, cause);
    }
    return byMessage(message, target, cause);
}
/** Not all of GitHub's types are documented, and people search for its messages. */
function byMessage(message, target, cause) {
    if (/archived/i.test(message))
        return { ...finalRefusal("", cause), failure: archivedFailure(target, cause) };
    if (/protected branch/i.test(message))
        return protectedRefusal(message, target, cause);
    if (/rule violation|ruleset|pull request|signed commits|status check/i.test(message)) {
        return finalRefusal(`a ruleset of ${target.repository} refuses the commit: ${firstLine(message)}`, cause, {
            hint: "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are",
        });
    }
    if (/not accessible/i.test(message))
        return forbiddenRefusal(message, target, cause);
    if (/too large|too big|exceeds|payload/i.test(message))
        return tooLargeRefusal(target, cause);
    const request = target.isWriting ? "the commit to" : "a request for";
    return finalRefusal(`GitHub refused ${request} ${nameOf(target)}: ${firstLine(message)}`, cause);
}
/** The repository accepts no commits. */
function archivedFailure({ repository }, cause) {
    return new failure/* Failure */.HR("not-published", `${repository} is archived, so GitHub accepts no commit`, {
        hint: "unarchive it, or name another repository",
        cause,
    });
}
/** The run does not fit in one commit. */
function tooLargeRefusal({ repository }, cause) {
    return finalRefusal(`the run is too large for one commit to ${repository}: GitHub accepts about 40 MB`, cause, {
        hint: "split the stream by items, or commit with git: datadog-evidence publish DIR --repository DIR",
    });
}
/** GitHub answers in the same way for a repository that does not exist and one that the token may not read. */
function noAccessRefusal({ repository, isWriting }, cause) {
    return finalRefusal(`there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "read"} it`, cause, {
        hint: "check the name; a workflow's token only works for its own repository; for another one, use the token of a GitHub App that is installed there with contents: write",
    });
}
function forbiddenRefusal(message, target, cause) {
    if (!target.isWriting)
        return noAccessRefusal(target, cause);
    return finalRefusal(`repository-token may read ${target.repository} but may not write to it: ${firstLine(message)}`, cause, {
        hint: "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository",
    });
}
function protectedRefusal(message, target, cause) {
    return finalRefusal(`${nameOf(target)} is protected: ${firstLine(message)}`, cause, {
        hint: "allow the GitHub App of repository-token to bypass required pull requests in that branch's protection, or name another branch",
    });
}
function unansweredRefusal(reason, cause) {
    return {
        failure: new failure/* Failure */.HR("not-published", `GitHub did not answer: ${firstLine(reason)}`, {
            hint: "see https://www.githubstatus.com; a re-run collects its own evidence",
            cause,
        }),
        again: "look",
        waitMs: null,
    };
}
function rateLimitRefusal({ message, headers }, cause) {
    if (!/rate.?limit/i.test(message))
        return null;
    return {
        failure: new failure/* Failure */.HR("not-published", "GitHub's rate limit for repository-token is used up", {
            hint: "use the token of a GitHub App, which has its own limit",
            cause,
        }),
        again: "wait",
        waitMs: waitIn(headers),
    };
}
function isLimit(message, headers) {
    return (/rate limit|abuse/i.test(message) || "retry-after" in headers || headers["x-ratelimit-remaining"] === "0");
}
/** Seconds to wait are in `retry-after`; the time of the next hour's allowance is in `x-ratelimit-reset`. */
function waitIn(headers) {
    const after = Number(headers["retry-after"] ?? Number.NaN);
    if (after >= 0)
        return after * 1000;
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    return headers["x-ratelimit-remaining"] === "0" && reset > 0
        ? Math.max(0, reset * 1000 - Date.now())
        : null;
}
function finalRefusal(message, cause, { hint } = {}) {
    return { failure: new failure/* Failure */.HR("not-published", message, { hint, cause }), again: "never", waitMs: null };
}
function nameOf({ repository, branch }) {
    return branch === null ? repository : `the branch ${branch} of ${repository}`;
}
function firstLine(text) {
    return text.split("\n")[0]?.slice(0, 300) ?? "";
}

;// CONCATENATED MODULE: ./lib/publish/github/client.js







const Body = schemas/* instanceof */.Nlp(web_.ReadableStream);
const Seeded = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
/** A write whose answer is lost: it may have happened. */
class UnansweredWrite extends failure/* Failure */.HR {
}
const ATTEMPT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/**
 * Sends requests to GitHub, and waits as long as GitHub asks. Reads are sent again after a lost answer; a write whose
 * answer is lost throws `UnansweredWrite`. Every refusal is a `Failure`.
 */
class GitHubClient {
    #access;
    #octokit = null;
    constructor(access) {
        this.#access = access;
    }
    async query(shape, { text, variables }, signal) {
        return this.#sendWithRetry(false, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    async mutate(shape, { text, variables }, signal) {
        return this.#sendWithRetry(true, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    /** Reads the bytes of a file in a commit. */
    async file(path, commit, signal) {
        const [owner = "", repo = ""] = this.#access.repository.split("/");
        return this.#sendWithRetry(false, signal, async (octokit, request) => {
            const { data } = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
                owner,
                repo,
                path,
                ref: commit,
                headers: { accept: "application/vnd.github.raw+json" },
                // The bytes as they are: signed content must not be parsed and written again.
                request: { ...request, parseSuccessResponseBody: false },
            });
            return (0,consumers_.buffer)(Body.parse(data));
        });
    }
    /** Creates the first commit of an empty repository, with this one file, and returns its id. */
    async seed(file, signal) {
        const { repository, branch } = this.#access;
        const [owner = "", repo = ""] = repository.split("/");
        return this.#sendWithRetry(true, signal, async (octokit, request) => {
            const { data } = await octokit.request("PUT /repos/{owner}/{repo}/contents/{path}", {
                owner,
                repo,
                path: file.path,
                message: "how to verify what comes",
                content: Buffer.from(file.text).toString("base64"),
                ...(branch === null ? {} : { branch }),
                request,
            });
            return Seeded.parse(data).commit.sha;
        });
    }
    async #sendWithRetry(isWriting, signal, step) {
        const { repository, branch } = this.#access;
        const target = { repository, branch, isWriting };
        for (let attempt = 0;; attempt += 1) {
            try {
                const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]) };
                return await step(await this.#connected(), request);
            }
            catch (error) {
                const refusal = classifyError(error, target);
                if (refusal === null)
                    throw error;
                const { failure, again, waitMs } = refusal;
                if (again === "never")
                    throw failure;
                if (again === "look" && isWriting)
                    throw new UnansweredWrite(failure.code, failure.message, failure);
                const ms = waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
                if (!(await (0,waiting/* waitUnlessAborted */.D)(ms, signal)))
                    throw failure;
            }
        }
    }
    async #connected() {
        const { token, apiUrl } = this.#access;
        (0,connections/* ensureProxy */.ty)(apiUrl);
        this.#octokit ??= __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351)).then(({ getOctokit: connect }) => connect(token, { baseUrl: apiUrl, userAgent: "datadog-evidence", log: SILENT }));
        return this.#octokit;
    }
}
/** The client's own log would name addresses, and bypass ours. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() {
    // Silent.
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
;// CONCATENATED MODULE: ./lib/publish/github/tree.js



const Ref = schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), target: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }) }).nullable();
const State = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({
        visibility: schemas/* string */.YjP(),
        isArchived: schemas/* boolean */.zMY(),
        isEmpty: schemas/* boolean */.zMY(),
        ref: Ref.optional(),
        defaultBranchRef: Ref.optional(),
    }),
});
/** Reads the head of the branch; of the default branch where it is null. */
async function readRepositoryState(branch, { repository, client, signal }) {
    const field = branch === null
        ? "defaultBranchRef { name target { oid } }"
        : "ref(qualifiedName: $ref) { name target { oid } }";
    const text = `query Head($owner: String!, $name: String!${branch === null ? "" : ", $ref: String!"}) {
    repository(owner: $owner, name: $name) { visibility isArchived isEmpty ${field} }
  }`;
    const variables = {
        ...ownerAndName(repository),
        ...(branch === null ? {} : { ref: `refs/heads/${branch}` }),
    };
    const { repository: found } = await client.query(State, { text, variables }, signal);
    const ref = found.ref ?? found.defaultBranchRef ?? null;
    return {
        isPublic: found.visibility === "PUBLIC",
        isArchived: found.isArchived,
        isEmpty: found.isEmpty,
        head: ref?.target.oid ?? null,
        branch: ref?.name ?? branch,
    };
}
const Entry = schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), type: schemas/* string */.YjP(), oid: schemas/* string */.YjP(), mode: schemas/* int */.Whr() });
const Tree = schemas/* looseObject */._H3({ oid: schemas/* string */.YjP(), entries: schemas/* array */.YOg(Entry).optional() });
const Nested = schemas/* looseObject */._H3({
    oid: schemas/* string */.YjP(),
    entries: schemas/* array */.YOg(Entry.extend({ object: schemas/* looseObject */._H3({ entries: schemas/* array */.YOg(Entry).optional() }).nullable() }))
        .optional(),
});
const ENTRIES = "entries { name type oid mode }";
const NESTED = "entries { name type oid mode object { ... on Tree { entries { name type oid mode } } } }";
/** Reads the ids of these files and folders in the commit; null for one that does not exist. */
async function readIds(paths, commit, where) {
    const found = await readObjects(schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }), "oid", paths.map((path) => `${commit}:${path}`), where);
    return found.map((object) => object?.oid ?? null);
}
/** Reads the latest days of a stream: `2026/2026-11-22`. */
async function readLatestDays(stream, commit, where) {
    const [tree] = await readObjects(Nested, `... on Tree { oid ${NESTED} }`, [`${commit}:${stream}`], where);
    const days = (tree?.entries ?? []).flatMap(({ name: year, object }) => (object?.entries ?? []).filter(isFolder).map(({ name: day }) => `${year}/${day}`));
    return (0,run_path/* sortDayFolders */.Q4)(days).slice(-layout/* LATEST_DAYS */.yY);
}
/** Lists the files of every folder in these folders. */
async function listFilesOfFolders(folders, commit, where) {
    const trees = await readObjects(Nested, `... on Tree { oid ${NESTED} }`, folders.map((each) => `${commit}:${each}`), where);
    return trees.flatMap((tree, index) => (tree?.entries ?? []).flatMap(({ name, object }) => blobsOf(`${folders[index]}/${name}`, object?.entries ?? [])));
}
/** Lists the files of this folder. */
async function listFilesOfFolder(folder, commit, where) {
    const [tree] = await readObjects(Tree, `... on Tree { oid ${ENTRIES} }`, [`${commit}:${folder}`], where);
    return blobsOf(folder, tree?.entries ?? []);
}
/** Reads small files by the ids of their blobs; one that GitHub truncates is left out. */
async function readTexts(ids, where) {
    const Blob = schemas/* looseObject */._H3({ text: schemas/* string */.YjP().nullable(), isTruncated: schemas/* boolean */.zMY() });
    const found = await readObjects(Blob, "... on Blob { text isTruncated }", ids, where);
    return new Map(found.flatMap((blob, index) => blob === null || blob.text === null || blob.isTruncated
        ? []
        : [[ids[index] ?? "", Buffer.from(blob.text)]]));
}
/** Objects in one request: GitHub limits its cost. */
const OBJECTS_AT_ONCE = 100;
/** Reads git objects by expression, in that order; null for one that does not exist. */
async function readObjects(shape, selection, expressions, { repository, client, signal }) {
    const all = [];
    for (let at = 0; at < expressions.length; at += OBJECTS_AT_ONCE) {
        const some = expressions.slice(at, at + OBJECTS_AT_ONCE);
        const fields = some.map((_, index) => `o${index}: object(expression: $e${index}) { ${selection} }`);
        const declared = some.map((_, index) => `, $e${index}: String!`).join("");
        const text = `query Objects($owner: String!, $name: String!${declared}) {
      repository(owner: $owner, name: $name) { ${fields.join("\n")} }
    }`;
        const named = Object.fromEntries(some.map((expression, index) => [`e${index}`, expression]));
        const Response = schemas/* looseObject */._H3({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), shape.nullable()) });
        const response = await client.query(Response, { text, variables: { ...ownerAndName(repository), ...named } }, signal);
        all.push(...some.map((_, index) => response.repository[`o${index}`] ?? null));
    }
    return all;
}
/** Only regular files: we never write links. */
function blobsOf(folder, entries) {
    return entries.filter(isFile).map(({ name, oid }) => ({ path: `${folder}/${name}`, id: oid }));
}
function isFile({ type, mode }) {
    return type === "blob" && mode !== 0o120000;
}
function isFolder({ type }) {
    return type === "tree";
}
function ownerAndName(repository) {
    const [owner = "", name = ""] = repository.split("/");
    return { owner, name };
}

;// CONCATENATED MODULE: ./lib/publish/github/branch.js








/** In base64, as GitHub counts; it refuses 40 MiB. */
const LARGEST_COMMIT = 40_000_000;
const Committed = schemas/* looseObject */._H3({
    createCommitOnBranch: schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP(), url: schemas/* string */.YjP() }) }),
});
const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;
/**
 * A branch on GitHub. Each commit is one mutation that names the head it expects, and GitHub signs it. Nothing is ever
 * forced, overwritten or deleted.
 */
class GitHubBranch {
    name;
    workTree = null;
    /** GitHub limits writes to about 80 a minute. */
    firstWaitMs = 500;
    #repository;
    #client;
    /** The latest runs of a stream, by name and tree id: they never change under the same id. */
    #latest = new Map();
    /** The name of the branch, once it is known. */
    #branch;
    /** The signal of the latest call; files of an earlier head are read with it too. */
    #signal = AbortSignal.abort();
    constructor(repository) {
        this.name = repository.repository;
        this.#repository = repository;
        this.#branch = repository.branch;
        this.#client = new GitHubClient(repository);
    }
    async head(streams, signal) {
        this.#signal = signal;
        const state = await readRepositoryState(this.#repository.branch, this.#where());
        this.#refuse(state);
        this.#branch = state.branch;
        const { head: commit } = state;
        if (commit === null) {
            return { commit, hasVerifyInstructions: false, latest: async () => [], runAt: async () => null };
        }
        const folders = streams.map((stream) => this.#below(stream));
        const [guide, ...trees] = await readIds([this.#below(layout/* VERIFY_NAME */.Wv), ...folders], commit, this.#where());
        return {
            commit,
            hasVerifyInstructions: guide !== null,
            latest: async (stream) => {
                const tree = trees[streams.indexOf(stream)] ?? null;
                if (tree === null)
                    return [];
                return cached(this.#latest, `${stream} ${tree}`, async () => this.#latestIn(stream, commit));
            },
            runAt: async (stream, place) => {
                const blobs = await listFilesOfFolder(this.#below(`${stream}/${place}`), commit, this.#where());
                return this.#runs(stream, commit, blobs)[0] ?? null;
            },
        };
    }
    async append({ runs, verifyInstructions, message }, onto, signal) {
        this.#signal = signal;
        const sizes = runs.flatMap(({ files }) => files.map(({ size }) => 4 * Math.ceil(size / 3)));
        if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_COMMIT) {
            throw tooLargeRefusal(this.#repository).failure;
        }
        const additions = runs.flatMap(({ stream, place, files }) => files.map((file) => ({
            path: this.#below(`${stream}/${place}/${file.name}`),
            contents: (0,evidence_file/* readBytes */.io)(file).toString("base64"),
        })));
        try {
            const seeded = onto.commit === null ? await this.#seed(verifyInstructions, signal) : null;
            if (verifyInstructions !== null && seeded === null) {
                additions.push({
                    path: this.#below(layout/* VERIFY_NAME */.Wv),
                    contents: Buffer.from(verifyInstructions).toString("base64"),
                });
            }
            const [headline = "", ...body] = message.split("\n");
            const input = {
                branch: { repositoryNameWithOwner: this.name, branchName: this.#branch },
                expectedHeadOid: seeded ?? onto.commit,
                message: { headline, ...(body.length === 0 ? {} : { body: body.join("\n").trim() }) },
                fileChanges: { additions },
            };
            const { createCommitOnBranch: landed } = await this.#client.mutate(Committed, { text: COMMIT, variables: { input } }, signal);
            return { commit: landed.commit.oid, url: landed.commit.url, warnings: [] };
        }
        catch (error) {
            // The commit may have landed: the next read of the head shows it.
            if (error instanceof UnansweredWrite)
                return { again: error };
            throw error;
        }
    }
    /** Creates the first commit of an empty repository, which has no branch to append to. */
    async #seed(guide, signal) {
        const commit = await this.#client.seed({ path: this.#below(layout/* VERIFY_NAME */.Wv), text: guide ?? "" }, signal);
        const { branch } = await readRepositoryState(this.#repository.branch, this.#where());
        this.#branch = branch;
        return commit;
    }
    #refuse(state) {
        const { allowPublic, seed, branch } = this.#repository;
        if (state.isPublic && !allowPublic) {
            throw new failure/* Failure */.HR("input", `the evidence repository ${this.name} is public, so anyone could read the evidence`, { hint: "make it private, or set allow-public: true to publish anyway" });
        }
        if (state.isArchived)
            throw archivedFailure(this.#repository);
        if (state.head !== null || (state.isEmpty && seed))
            return;
        if (state.isEmpty) {
            throw new failure/* Failure */.HR("not-published", `${this.name} is empty, so there is no branch to add to`, {
                hint: "give it a first commit, such as a README.md, or set seed: true",
            });
        }
        throw new failure/* Failure */.HR("not-published", `${this.name} has no branch ${branch ?? "by default"}`, {
            hint: "create it from the default branch, or correct the input branch",
        });
    }
    async #latestIn(stream, commit) {
        const folder = this.#below(stream);
        const days = await readLatestDays(folder, commit, this.#where());
        const folders = days.map((day) => `${folder}/${day}`);
        return this.#runs(stream, commit, await listFilesOfFolders(folders, commit, this.#where()));
    }
    #runs(stream, commit, blobs) {
        const read = new Map();
        const texts = new Map();
        const bytes = async (blob) => {
            // Reading a chain needs all bundles, so one request fetches them all.
            const ids = blobs.filter(layout/* isBundle */.bn).map(({ id }) => id);
            const bundles = (0,layout/* isBundle */.bn)(blob)
                ? await cached(texts, "bundles", async () => readTexts(ids, this.#where()))
                : null;
            return bundles?.get(blob.id) ?? this.#client.file(blob.path, commit, this.#signal);
        };
        return (0,layout/* groupRuns */.KH)(blobs, this.#below(stream), async (blob) => cached(read, blob.path, async () => bytes(blob)));
    }
    #where() {
        return { repository: this.name, client: this.#client, signal: this.#signal };
    }
    /** The path from the top of the repository. */
    #below(name) {
        return external_node_path_.posix.join(this.#repository.path, name);
    }
}
/** The result of the first call for this key, unless it failed. */
async function cached(map, key, load) {
    const result = map.get(key) ?? load();
    map.set(key, result);
    try {
        return await result;
    }
    catch (error) {
        map.delete(key);
        throw error;
    }
}


/***/ }),

/***/ 14165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ groupRuns),
/* harmony export */   Wv: () => (/* binding */ VERIFY_NAME),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   yY: () => (/* binding */ LATEST_DAYS)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8449);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);



const VERIFY_NAME = "VERIFY.md";
/** Evidence may be hours late, so the end of a chain is in the last day or the one before. */
const LATEST_DAYS = 2;
/** Whether this is the bundle of a run; those are fetched together. */
function isBundle({ path: file }) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file) === _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft;
}
/** Groups blobs below the stream's folder by run folder. */
function groupRuns(blobs, stream, read) {
    const runs = new Map();
    for (const blob of blobs) {
        const place = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(stream, blob.path));
        if (!(0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunPath */ .fr)(place))
            continue;
        const files = runs.get(place) ?? new Map();
        files.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(blob.path), async () => read(blob));
        runs.set(place, files);
    }
    return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}


/***/ }),

/***/ 94939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ toNewRuns),
/* harmony export */   Cd: () => (/* binding */ readSignedRun),
/* harmony export */   c_: () => (/* binding */ readContent)
/* harmony export */ });
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77751);
/* harmony import */ var _bundle_public_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16857);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3345);
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12743);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81006);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41262);
/* harmony import */ var _verify_run_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20878);
/* harmony import */ var _verify_run_signature_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49986);
/* harmony import */ var _verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72849);









/** What the bundle of a run folder says, or why it says nothing. */
async function readSignedRun(at) {
    const bytes = await at.files.get(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_NAME */ .ft)?.();
    if (bytes === undefined)
        return { at, trouble: "is not signed" };
    const read = await (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(bytes);
    if ("trouble" in read)
        return { at, trouble: `cannot be used: ${read.trouble}` };
    if ("trouble" in read.statement)
        return { at, trouble: `has a statement that ${read.statement.trouble}` };
    const statement = read.statement.value;
    const { sequence } = statement.predicate;
    return {
        at,
        read,
        statement,
        link: sequence === null ? null : { sequence, statement: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(read.payload) },
        contentSha256: (0,_verify_run_content_js__WEBPACK_IMPORTED_MODULE_6__/* .contentDigest */ .eZ)(statement),
        signedBy: read.signer.kind === "key" ? read.signer.fingerprint : null,
        bundle: bytes.toString("utf8"),
    };
}
/** The runs as they are committed: the signed files and the bundle of each. */
async function toNewRuns(runs, stream) {
    return Promise.all(runs.map(async ({ at, statement, bundle }) => {
        const files = statement.subject.map(async ({ name }) => (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileOf */ .W7)(name, (await at.files.get(name)?.()) ?? Buffer.alloc(0)));
        return {
            stream,
            place: at.place,
            files: [...(await Promise.all(files)), (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileOf */ .W7)(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_NAME */ .ft, bundle)],
        };
    }));
}
/**
 * The signed content, or why no run can be linked to this one. Signatures of
 * other keys are left to those who verify: keys change, chains go on.
 */
async function readContent({ at, read, statement, signedBy }, own) {
    if (own !== null && signedBy === own.fingerprint) {
        const { key } = (0,_bundle_public_key_js__WEBPACK_IMPORTED_MODULE_1__/* .readVerifyingKey */ .D)(own.publicPem);
        const isOwn = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_5__/* .isSignatureBy */ .sl)(key, { bytes: await (0,_verify_run_signature_js__WEBPACK_IMPORTED_MODULE_7__/* .signedBytes */ .S)(read), signature: read.signature });
        if (!isOwn)
            return { code: "not-genuine", trouble: "was not signed by the key that it names" };
    }
    const files = new Map();
    for (const { name } of statement.subject) {
        const bytes = await at.files.get(name)?.();
        if (bytes !== undefined)
            files.set(name, bytes);
    }
    const folder = { path: "", bundle: read, files, unread: [], strange: [] };
    const { run, findings } = await (0,_verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_8__/* .readUnverifiedRun */ .J)(folder);
    if (run !== null)
        return { evidence: run.evidence };
    const failed = findings.find(({ ok }) => !ok);
    const code = failed === undefined ? undefined : RESTART_CODES[failed.check];
    return { code: code ?? "not-genuine", trouble: `cannot be linked to: ${failed?.detail ?? "unknown"}` };
}
/** Why a chain is restarted, by the check that the last run fails. */
const RESTART_CODES = {
    subjects: "changed",
    statement: "unreadable",
    evidence: "unreadable",
};


/***/ }),

/***/ 42613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ writeOnce),
/* harmony export */   Rq: () => (/* binding */ writeRunFolder),
/* harmony export */   ZZ: () => (/* binding */ ensureWritable),
/* harmony export */   fc: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);





/** Writes the files as one folder, complete or not at all. Throws where the folder exists or cannot be written. */
async function writeRunFolder(folder, files) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(folder);
    const draft = draftOf(folder);
    try {
        await makeFolder(parent);
        if (await exists(folder))
            throw existsFailure(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(draft);
        for (const file of files)
            await writeThrough(node_path__WEBPACK_IMPORTED_MODULE_3__.join(draft, file.name), file.pieces());
        // On one file system a rename is one step, and it fails where the folder exists and is not empty.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, folder);
    }
    catch (error) {
        await discard(draft);
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR)
            throw error;
        // A rename fails in this way when another process was first.
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) === "ENOTEMPTY")
            throw existsFailure(folder);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, {
            hint: "check the permissions of the folder and the free space of the disk",
            cause: error,
        });
    }
}
/** Writes a file, complete or not at all, unless it exists. Returns whether it wrote. Throws where it cannot. */
async function writeOnce(file, content) {
    const draft = draftOf(file);
    try {
        await makeFolder(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file));
        if (await exists(file))
            return false;
        await writeThrough(draft, content);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, file);
        return true;
    }
    catch (error) {
        await discard(draft);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${file} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, { cause: error });
    }
}
/** Makes the folder and those above it, one by one: Node's own recursion never ends below /proc. */
async function makeFolder(folder) {
    try {
        await makeOne(folder);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder));
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) !== "ENOENT" || parent === node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder))
            throw error;
        await makeFolder(parent);
        await makeOne(folder);
    }
}
/** Another process may make it at the same time. */
async function makeOne(folder) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder);
    }
    catch (error) {
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) !== "EEXIST" || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(folder)).isDirectory())
            throw error;
    }
}
/** Makes the folder where it does not exist. Throws where it cannot be written. Call it before collecting. */
async function ensureWritable(folder, input) {
    try {
        await makeFolder(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("input", `${input}: the folder ${folder} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, {
            cause: error,
        });
    }
}
function existsFailure(folder) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} already exists, and evidence is never overwritten`);
}
/** A hidden name in the same folder: a rename is then one step, and no reader takes the draft for the result. */
function draftOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), `.${node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`);
}
async function discard(draft) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { recursive: true, force: true });
    }
    catch {
        // A draft that is left over does no harm, and the error before this one matters.
    }
}
async function writeThrough(file, content) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, "wx");
    try {
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
async function exists(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file);
        return true;
    }
    catch (error) {
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) === "ENOENT")
            return false;
        throw error;
    }
}


/***/ }),

/***/ 54987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   W1: () => (/* binding */ changesInWords),
/* harmony export */   WR: () => (/* binding */ changeSinceLastRun),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   iw: () => (/* binding */ hintsOf),
/* harmony export */   rc: () => (/* binding */ remarksOn),
/* harmony export */   s2: () => (/* binding */ nonEmptyChanges),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _evidence_comparison_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1965);
/* harmony import */ var _evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30754);
/* harmony import */ var _record_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17040);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);
/* harmony import */ var _render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85600);





/** What a statement says about the run before; null is an unsigned run. */
function changeSinceLastRun(statement) {
    if (statement === null)
        return { notCompared: "not signed, so nothing was compared" };
    const { sequence, previous, restart, changes } = statement.predicate;
    if (changes !== null)
        return { changes };
    if (sequence === null)
        return { notCompared: "not chained, so there is no earlier run to compare with" };
    if (restart !== null)
        return { notCompared: `the chain was restarted, so nothing was compared: ${restart.message}` };
    return {
        notCompared: previous === null
            ? "first run: nothing to compare with"
            : "the run before has no evidence to compare with",
    };
}
const HINT_WORDS = {
    "fewer-covered": "less is covered than before",
    "rule-gone": "all findings of a rule disappeared at once",
    "resource-gone": "all findings of a resource disappeared at once",
};
const OBSTACLES = {
    "absent-before": "the run before did not request it",
    "absent-now": "this run did not request it",
    "lost-before": "the run before did not obtain it",
    "lost-now": "this run did not obtain it",
    "partial-before": "the run before has only part of it",
    "partial-now": "this run has only part of it",
    "other-site": "the run before used another site",
    "other-organization": "the run before used another organisation",
    "other-query": "the run before used another query",
    "other-pseudonym-key": "the run before used another pseudonym key",
    "other-privacy": "the run before kept other fields",
};
/** The kinds of change that occurred, and those of which nothing is known. */
function nonEmptyChanges(item) {
    return (0,_evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .listedChanges */ .D1)(item).filter((change) => change.list === null || change.list.count > 0);
}
/** What a change that a person should review means, in the words of a report over a period. */
function meaningOf({ item, what }) {
    const kinds = _evidence_comparison_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_KINDS */ .tO[item];
    return kinds[what]?.review ?? what.replaceAll("-", " ");
}
/** Why the item is comparable only in part or not at all, as a phrase; empty where it is comparable. */
function obstaclesOf({ why }) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(why.map((each) => OBSTACLES[each]));
}
/** Why findings are probably gone without having been resolved; empty where there is no such reason. */
function hintsOf(item) {
    return item.id === "cspm-findings" ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)((item.changes?.hints ?? []).map((hint) => HINT_WORDS[hint])) : "";
}
/** The changes of an item as one phrase. */
function changesInWords(since, id) {
    if ("notCompared" in since)
        return since.notCompared;
    const item = since.changes.items.find((each) => each.id === id);
    if (item === undefined)
        return "not compared";
    const why = obstaclesOf(item);
    if (item.comparable === "no")
        return `not comparable: ${why}`;
    const changes = nonEmptyChanges(item);
    const known = changes.flatMap((change) => change.list === null ? [] : [`${change.list.count} ${change.kind.words}`]);
    const unknown = changes.flatMap((change) => (change.list === null ? [change.kind.words] : []));
    const phrases = [
        ...(unknown.length === 0 ? [] : [`${unknown.join(" and ")}: not known`]),
        known.length > 0 ? known.join(", ") : `${unknown.length === 0 ? "" : "else "}no change`,
    ];
    return `${phrases.join("; ")}${why === "" ? "" : ` (${why})`}`;
}
/** Items that are no longer collected, and versions that changed, a sentence each. */
function remarksOn({ nowSkipped, versions, }) {
    return [
        ...nowSkipped.map(({ id, was, now }) => {
            const state = now === "absent" ? "not requested" : now;
            return `the ${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_NAMES */ .fH[id]} were ${was} in the run before and are ${state} now`;
        }),
        ...versions.map(({ what, before, now }) => `${VERSIONS[what]} from ${before} to ${now}`),
    ];
}
const VERSIONS = {
    collector: "the collector changed",
    mapping: "the control mapping changed",
    rules: "the version of the rules changed",
};
/** The names of the records with these ids, by id; records that this run does not have are left out. */
function namesIn({ items }, { id: of }, ids) {
    const item = items.find(({ id }) => id === of);
    if (item === undefined || ids.length === 0)
        return new Map();
    if (item.id === "security-signals")
        return recordNames(item.records, ids, _record_order_js__WEBPACK_IMPORTED_MODULE_3__/* .signalName */ .yD);
    if (item.id === "compliance-monitors")
        return recordNames(item.records, ids, _record_order_js__WEBPACK_IMPORTED_MODULE_3__/* .monitorName */ .UK);
    return recordNames(item.records, ids, _record_order_js__WEBPACK_IMPORTED_MODULE_3__/* .findingName */ .f$);
}
function recordNames(records, ids, nameOf) {
    const wanted = new Set(ids);
    const found = records.values().filter(({ id }) => wanted.has(id));
    return new Map(found.map((record) => [record.id, nameOf(record)]));
}
/** The changes of a run for a log, a line each. */
function changeLines(since) {
    if ("notCompared" in since)
        return [(0,_render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__/* .logLine */ .BP)(since.notCompared)];
    return [
        ...since.changes.items.map(({ id }) => `${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_NAMES */ .fH[id]}: ${changesInWords(since, id)}`),
        ...remarksOn(since.changes),
    ].map(_render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__/* .logLine */ .BP);
}


/***/ }),

/***/ 62939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ itemLines),
/* harmony export */   U: () => (/* binding */ answersInWords)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58191);
/* harmony import */ var _render_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85600);


/** What a user asks of an item afterwards, a line each. */
function itemLines(item) {
    const { collection, result, population, window } = item;
    const answers = answersInWords(collection.requests.flatMap(({ pages }) => pages));
    // A failed item received nothing that could be counted; "0 records" would read as none there.
    const isKnown = collection.status === "complete" || collection.status === "partial";
    const received = isKnown ? `${collection.received} records received` : "records not known";
    const reason = collection.reason ?? result.reason;
    return [
        `${collection.status}${collection.grade === null ? "" : ` (${collection.grade})`}, state ${result.state}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countsInWords */ .Pe)(item)}`,
        `${answers}, ${received}${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
        ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
        ...(reason === null
            ? []
            : [[`${reason.code}: ${reason.message}`, reason.hint].filter(Boolean).join("; ")]),
        ...item.caveats,
    ].map(_render_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP);
}
/** How many exchanges there were, and how many of them brought no usable answer. */
function answersInWords(pages) {
    const good = pages.filter(({ status }) => status >= 200 && status < 300).length;
    const bad = pages.length - good;
    const words = `${good} ${good === 1 ? "answer" : "answers"}`;
    return bad === 0 ? words : `${words}, ${bad} refused or lost`;
}


/***/ }),

/***/ 87828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ recordsToReview),
/* harmony export */   u: () => (/* binding */ lossInWords)
/* harmony export */ });
/* harmony import */ var _record_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17040);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18137);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);



/** Why the item needs review as a whole, in sentences; null where it was obtained and its state is known. */
function lossInWords(item) {
    const { collection, result, window } = item;
    if (collection.status === "complete" && result.state !== "unknown")
        return null;
    const reason = collection.reason ?? result.reason;
    const what = {
        complete: `The state of the ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_NAMES */ .fH[item.id]} is unknown.`,
        partial: `Only part of the ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_NAMES */ .fH[item.id]} was obtained.`,
        failed: `The ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_NAMES */ .fH[item.id]} were not obtained.`,
        skipped: `The ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_NAMES */ .fH[item.id]} were skipped.`,
    }[collection.status];
    const isLost = window === null && (collection.status === "partial" || collection.status === "failed");
    return (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)([
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .strong */ .ko)(what),
        ...(reason === null ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonInWords */ .jA)(reason)]),
        ...(isLost ? ["A later run cannot recover this moment."] : []),
    ], " ");
}
/** Nobody would start on a longer list; the tables of the report have the rest. */
const MOST_NAMED = 20;
/**
 * The records of an item that a person must review: critical signals that are not archived, failing monitors and
 * critical findings that are not muted. The first are named, the others counted.
 */
function recordsToReview(item) {
    if (item.id === "security-signals") {
        // A signal under review is not done, and a triage state that we do not know counts as open.
        const urgent = item.records
            .values()
            .filter(({ severity, triage }) => severity === "critical" && triage.state !== "archived");
        return firstOf(urgent, (signal) => ({
            what: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `Critical signal of ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(signal.timestamp)}, ${signal.triage.state === "under_review" ? "under review" : "open"}`,
            label: (0,_record_order_js__WEBPACK_IMPORTED_MODULE_2__/* .signalName */ .yD)(signal),
            link: signal.link,
        }));
    }
    if (item.id === "compliance-monitors") {
        const urgent = item.records.values().filter(({ verdict }) => verdict === "failing");
        return firstOf(urgent, (monitor) => ({
            what: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `Monitor in state ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(monitor.state)}${since(" since ", monitor.stateSince)}${monitor.muted ? ", muted" : ""}`,
            label: (0,_record_order_js__WEBPACK_IMPORTED_MODULE_2__/* .monitorName */ .UK)(monitor),
            link: monitor.link,
        }));
    }
    const urgent = item.records.values().filter(({ severity, muted }) => severity === "critical" && !muted);
    return firstOf(urgent, (finding) => ({
        what: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `Critical posture check failing${since(", first seen ", finding.firstSeen)}`,
        label: (0,_record_order_js__WEBPACK_IMPORTED_MODULE_2__/* .findingName */ .f$)(finding),
        link: finding.link,
    }));
}
function since(words, instant) {
    return instant === null ? "" : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `${words}${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(instant)}`;
}
function firstOf(records, describe) {
    const named = [];
    let more = 0;
    for (const record of records) {
        if (named.length < MOST_NAMED)
            named.push(describe(record));
        else
            more += 1;
    }
    return { named, more };
}


/***/ }),

/***/ 17040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ compareFindings),
/* harmony export */   UK: () => (/* binding */ monitorName),
/* harmony export */   bp: () => (/* binding */ compareSignals),
/* harmony export */   f$: () => (/* binding */ findingName),
/* harmony export */   pY: () => (/* binding */ firstRecords),
/* harmony export */   vk: () => (/* binding */ compareMonitors),
/* harmony export */   yD: () => (/* binding */ signalName)
/* harmony export */ });
/** The name of a signal: its title, else its rule, else its id. */
function signalName(signal) {
    return signal.title ?? signal.rule?.name ?? signal.id;
}
/** The name of a monitor: its name, else its id. */
function monitorName(monitor) {
    return monitor.name ?? `monitor ${monitor.id}`;
}
/** The name of a finding: its title, else its rule, else its id. */
function findingName(finding) {
    return finding.title ?? finding.rule?.name ?? finding.rule?.id ?? finding.id;
}
/** The first of the records in a reader's order, without holding all of them. */
function firstRecords(records, most, order) {
    let first = [];
    for (const record of records) {
        first.push(record);
        // Sorting leaves what is equal in the order of the file.
        if (first.length >= 2 * most)
            first = first.toSorted(order).slice(0, most);
    }
    return first.toSorted(order).slice(0, most);
}
/** The order of signals: critical first, then open, then newest. */
function compareSignals(a, b) {
    return (severityRank(a) - severityRank(b) || triageRank(a) - triageRank(b) || descending(a.timestamp, b.timestamp));
}
/** The order of monitors: failing first, then by name. */
function compareMonitors(a, b) {
    return monitorRank(a) - monitorRank(b) || ascending(monitorName(a), monitorName(b));
}
/** The order of findings: muted last, critical first. */
function compareFindings(a, b) {
    return (Number(a.muted) - Number(b.muted) ||
        severityRank(a) - severityRank(b) ||
        ascending(findingName(a), findingName(b)));
}
function severityRank(record) {
    return record.severity === "critical" ? 0 : 1;
}
// A state we do not know counts as open.
function triageRank(signal) {
    if (signal.triage.state === "archived")
        return 2;
    return signal.triage.state === "under_review" ? 1 : 0;
}
function monitorRank(monitor) {
    if (monitor.verdict === "failing")
        return 0;
    if (monitor.verdict === "notEvaluated")
        return 1;
    return monitor.muted ? 2 : 3;
}
function ascending(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function descending(a, b) {
    return ascending(b, a);
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ reportHtml),
/* harmony export */   HV: () => (/* binding */ shortTitle),
/* harmony export */   uL: () => (/* binding */ reportMarkdown)
/* harmony export */ });
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41262);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81431);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18137);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83952);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58191);





const DISCLAIMERS = [
    "It says “supports”; it does not say that a control is met.",
    "Not affiliated with or endorsed by ISO, IEC, AICPA or Datadog. Control titles are cited for reference; SOC 2 labels are our own words.",
];
const LONGEST_TITLE = /^.{0,80}/sv;
/** Text for a title, cut when it is too long for one. */
function shortTitle(text) {
    const start = LONGEST_TITLE.exec(text)?.[0] ?? "";
    return start.length === text.length ? text : `${start}…`;
}
/** The report as a self-contained page with a policy that lets nothing in but its two style elements. */
function reportHtml(report) {
    const { title, running, style, symbols, content, foot } = report;
    return page({
        title,
        running,
        style,
        html: {
            before: symbols?.toString() ?? "",
            header: mastheadHtml(report.masthead).toString(),
            main: (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(content, "\n\n").toString(),
            foot: (0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlOf */ .Zq)(foot).toString(),
        },
    });
}
/** The report in Markdown, for people without a browser. Nothing that somebody else named becomes markup. */
function reportMarkdown({ masthead, content, foot }) {
    const { what, title, when, leads, verdict } = masthead;
    const opening = [
        `# Compliance evidence: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)(title)}`,
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceCase */ .o3)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)(what))}, ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)(when)}.`,
        [(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)(`${verdict.word}.`)), ...verdict.sentences.map(_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)].join(" "),
        ...leads.map(_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ),
    ];
    const closing = [(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `${foot} ${DISCLAIMERS[0]}`), (0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownOf */ .RQ)(DISCLAIMERS[1])];
    return `${[...opening, (0,_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .stackMarkdown */ .EK)(content), "---", ...closing].join("\n\n")}\n`;
}
function mastheadHtml({ what, title, when, leads, verdict }) {
    const { kind, word, sentences } = verdict;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlOf */ .Zq)(what)}</span></div>
<div class="cover cols">
<div>
<h1>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlOf */ .Zq)(title)}</h1>
<p class="sub">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlOf */ .Zq)(when)}</p>
${(0,_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .stackHtml */ .QI)(leads.map((lead) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)(lead, "lead")))}
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
${(0,_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .stackHtml */ .QI)(sentences.map((sentence) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)(sentence)))}
</div>
</div>
</header>`;
}
/** A self-contained page with a policy that lets nothing in but its two style elements. */
function page({ title, running, style, html }) {
    const titles = `:root { --running: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.left)}"; --running-right: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.right)}"; --running-foot: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.foot)}"; }`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, style])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHtml */ .ZD)(title)}</title>
<style>${titles}</style>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
${html.before ?? ""}${html.header}
<main id="content" tabindex="-1">
${html.main}
</main>
<footer class="foot">
<p>${html.foot} ${DISCLAIMERS[0]}</p>
<p>${DISCLAIMERS[1]}</p>
</footer>
</div>
</body>
</html>
`;
}
function policy(styles) {
    const hashes = styles.map((style) => `'sha256-${(0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSha256 */ .OL)(style, "base64")}'`);
    return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}


/***/ }),

/***/ 95137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** Text as one word of a shell command. */
function shellWord(text) {
    if (/^[\w.\/][\w.\/\-]*$/v.test(text))
        return text;
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 26674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ STYLE)
/* harmony export */ });
/**
 * The stylesheet that all reports share: constant, so that its hash in the page's policy is too. Running titles
 * for paper stand in a style element of their own.
 */
const STYLE = `
/* 1 · Tokens. Every colour and size is named here and nowhere else. */
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --wash: #f4f1ea; --ink: #1f1c18; --soft: #5c564c; --hair: #dcd6ca; --rule: #8d8678;
  --link: #1b4e77; --clear: #1c5d70; --attention: #8a4800; --unknown: #6a4c82; --bad: #a32718;
  --serif: Palatino, "Palatino Linotype", P052, "URW Palladio L", "Book Antiqua", "Noto Serif", Georgia, serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --t-label: .75rem; --t-table: .8125rem; --t-note: .875rem; --t-text: 1rem; --t-lead: 1.25rem; --t-h2: 1.5625rem; --t-h1: 2.5rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171612; --wash: #211f1a; --ink: #ece7dc; --soft: #aba493; --hair: #38342c; --rule: #7b7465;
    --link: #93c1e6; --clear: #7cc4d6; --attention: #e9ab5b; --unknown: #c4a9de; --bad: #f5937f;
  }
}

/* 2 · Page and text */
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--t-text)/1.5 var(--serif); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
.page { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem; }
p, ul, ol, dl, pre, figure, table { margin: 0 0 1rem; }
p, li { max-width: 40rem; text-wrap: pretty; }
ul, ol { padding-left: 1.15rem; }
li { margin-bottom: .3rem; }
li::marker { color: var(--soft); }
h1, h2, .head h3 { font: 400 var(--t-h2)/1.15 var(--serif); margin: 0; text-wrap: balance; }
h1 { font-size: clamp(2rem, 6vw, var(--t-h1)); letter-spacing: -.012em; }
h3, h4 { font: 600 var(--t-table)/1.4 var(--sans); margin: 1.5rem 0 .4rem; }
strong, b { font-weight: 600; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre, .digest { font-family: var(--mono); font-size: .84em; font-variant-ligatures: none; }
code, .digest { overflow-wrap: anywhere; }
pre { background: var(--wash); padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .75rem; line-height: 1.6; }
time, .nowrap { white-space: nowrap; }
.soft { color: var(--soft); font-weight: 400; }
.vh, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; top: .5rem; left: .5rem; padding: .5rem .75rem; background: var(--paper); z-index: 1; }

/* 3 · Masthead and cover */
.masthead { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 1.5rem; padding: 1.25rem 0 .5rem; border-bottom: 1px solid var(--ink); font: var(--t-label)/1.5 var(--sans); color: var(--soft); }
.masthead b { color: var(--ink); }
.cover { padding: 2.75rem 0 1.75rem; align-items: end; }
.cover .sub { font-size: var(--t-lead); color: var(--soft); margin: .35rem 0 1.75rem; }
.lead { font-size: var(--t-lead); line-height: 1.42; margin: 0; }
.lead + .lead { margin-top: .6rem; }
.verdict { border-top: 3px solid currentColor; padding-top: .5rem; font: var(--t-note)/1.45 var(--sans); }
.verdict p { margin: 0 0 .3rem; color: var(--ink); }
.verdict .word { font: 400 1.25rem/1.3 var(--serif); color: inherit; }
.verdict.complete { color: var(--clear); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 3rem; margin-bottom: 1.5rem; border-bottom: 1px solid var(--hair); }
.facts { margin: 0; font: var(--t-table)/1.45 var(--sans); }
.cols .facts { margin-bottom: 1.25rem; border-bottom: 1px solid var(--hair); }
.facts > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 1rem; padding: .36rem 0; border-top: 1px solid var(--hair); }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }

/* 4 · Sections: a hairline, a number, a title; notes stand in the margin where there is room */
section, article { padding-top: 2.75rem; }
.head { border-top: 1px solid var(--ink); padding-top: .6rem; margin-bottom: 1.1rem; }
.head p { margin: .3rem 0 0; font: var(--t-note)/1.45 var(--sans); color: var(--soft); max-width: 46rem; }
.head .no { color: var(--soft); margin-right: .55em; }
.cols { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 3rem; margin-bottom: 1.25rem; }
.notes { font: var(--t-note)/1.45 var(--sans); }
.notes h3, .cols > div > h3:first-child { margin-top: 0; }
.notes > * + h3 { margin-top: 1.25rem; }
@media (min-width: 60rem) { .cols { grid-template-columns: minmax(0, 1fr) 18.5rem; } }

/* 5 · States are words, each with a mark of its own shape.
   Results: clear, attention, unknown. Collection: complete, partial, skipped, failed. */
.state, .coll { font: 600 var(--t-table)/1.4 var(--sans); white-space: nowrap; }
.sign { display: inline-block; width: 1.35em; font-weight: 400; }
.clear { color: var(--clear); } .attention, .partial, .skipped { color: var(--attention); } .unknown { color: var(--unknown); } .failed { color: var(--bad); }
h2 .state { font-size: var(--t-text); margin-left: .6rem; vertical-align: .12em; }

/* 6 · Large numerals over a hairline */
.figures { display: flex; margin: 0 0 1.5rem; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; flex: 1 1 0; padding: .55rem .75rem .6rem 0; }
.figures dt { font: var(--t-label)/1.3 var(--sans); color: var(--soft); }
.figures dd { margin: 0; font-size: 1.75rem; line-height: 1.15; }
.figures small { display: block; font: 400 var(--t-label)/1.3 var(--sans); color: var(--soft); }
.figures .sep { border-left: 1px solid var(--hair); padding-left: .9rem; }

/* 7 · Tables: hairlines between rows, numbers to the right, second thoughts in .meta */
table { border-collapse: collapse; width: 100%; font: var(--t-table)/1.4 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: left; padding: 0 0 .4rem; font-weight: 600; }
th, td { text-align: left; vertical-align: baseline; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--hair); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead > tr > * { font-size: var(--t-label); color: var(--soft); border-bottom-color: var(--rule); vertical-align: bottom; }
.numeric td, .numeric thead th + th, .r { text-align: right; }
.meta { color: var(--soft); font-size: var(--t-label); }
/* Text that comes from Datadog or from people may be one long word. */
bdi, .reason, .caveats li, .checks tbody th, .files tbody th { overflow-wrap: anywhere; }
.group { padding-top: .7rem; color: var(--soft); font-size: var(--t-label); }
td.mark { width: 1.4rem; padding-right: .3rem; text-align: left; }
.mark .sign { width: auto; }
.mark.yes .sign { color: var(--clear); } .mark.no .sign { color: var(--bad); font-weight: 700; } .mark.na .sign { color: var(--soft); }
.fails > * { color: var(--bad); }
tr:target > * { background: var(--wash); }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
.scroll > table { margin: 0; }

/* 8 · Details and foot */
details { border-bottom: 1px solid var(--hair); font: var(--t-table)/1.45 var(--sans); margin-bottom: 1rem; }
details p { margin-bottom: .6rem; }
summary { cursor: pointer; padding: .45rem 0; color: var(--link); font-weight: 600; }
.foot { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--ink); font: var(--t-label)/1.5 var(--sans); color: var(--soft); }
.foot p { max-width: 52rem; margin-bottom: .4rem; }
.paper { display: none; }

@media (max-width: 40rem) {
  .cover { padding-top: 2rem; }
  section, article { padding-top: 2.25rem; }
  th, td { padding-right: .6rem; }
  .facts > div { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .figures { display: grid; grid-template-columns: repeat(3, 1fr); }
  .figures .sep { border: 0; padding-left: 0; }
}

/* 9 · Paper. Running titles come from the first style element, the only one that differs between reports. */
@page { size: A4; margin: 23mm 18mm 20mm; font: 7.5pt var(--sans); color: #5c564c;
  @top-left { content: var(--running); } @top-right { content: var(--running-right); }
  @bottom-left { content: var(--running-foot); font: 6.5pt var(--mono); } @bottom-right { content: counter(page) " of " counter(pages); } }
@page :first { margin-top: 15mm; @top-left { content: none; } @top-right { content: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --wash: #f6f4ef; }
  html { font-size: 9.6pt; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; orphans: 3; widows: 3; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  .masthead { padding-top: 0; }
  .cover { padding: 1.75rem 0 1.25rem; }
  section, article { padding-top: 1.75rem; }
  .new-page { break-before: page; padding-top: 0; }
  .head, h3, h4, caption, thead, summary { break-after: avoid; }
  .head, .cols, .two, .ledger, tr, li, figure, pre, .figures { break-inside: avoid; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; color: var(--ink); }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  a.address::after { content: " (" attr(href) ")"; font: .75em var(--mono); overflow-wrap: anywhere; }
  pre { font-size: 6.5pt; padding: .5rem .7rem; }
  .cols { grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 0 2rem; }
  .two { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}
`;


/***/ }),

/***/ 9222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ runReport)
});

// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
;// CONCATENATED MODULE: ./lib/report/run/changes.js




/** What changed since the run before, as the signed statement says. */
function changesSection(since, evidence) {
    const content = "notCompared" in since ? [(0,renderer/* paragraph */.FY)((0,words/* sentence */.em)(since.notCompared))] : comparison(since.changes, evidence);
    return (0,renderer/* section */.uW)({ id: "changes", title: "Since the run before" }, content);
}
function comparison(changes, evidence) {
    const remarks = (0,changes_in_words/* remarksOn */.rc)(changes);
    return [
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Compared with the run whose ${(0,phrases/* code */.aY)("evidence.json")} has the SHA-256 ${(0,phrases/* digest */.br)(changes.comparedWith)}.`),
        (0,renderer/* table */.tp)({
            caption: "What changed",
            aside: "at most 20 of each kind are named",
            columns: ["Item", "Change", "Which"],
            rows: changes.items.flatMap((item) => rowsOf(item, evidence)),
            kind: "changes",
        }),
        ...(remarks.length === 0 ? [] : [(0,renderer/* bullets */.e5)(remarks.map(words/* sentence */.em))]),
    ];
}
function rowsOf(item, evidence) {
    const reasons = (0,changes_in_words/* obstaclesOf */._M)(item);
    const hints = (0,changes_in_words/* hintsOf */.iw)(item);
    const rows = [
        ...(item.comparable === "no" ? [["not comparable", (0,words/* sentence */.em)(reasons)]] : []),
        ...(0,changes_in_words/* nonEmptyChanges */.s2)(item).map((change) => changeCells(change, (0,changes_in_words/* namesIn */.wX)(evidence, item, change.list?.ids ?? []))),
        ...(item.comparable === "in-part" ? [["comparable in part", (0,words/* sentence */.em)(reasons)]] : []),
        ...(hints === "" ? [] : [["why likely not resolved", (0,words/* sentence */.em)(hints)]]),
    ];
    const shown = rows.length === 0 ? [["no change", ""]] : rows;
    return shown.map(([change, which], index) => [
        index === 0 ? (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id]) : "",
        change,
        which,
    ]);
}
function changeCells({ kind, list }, names) {
    if (list === null)
        return [kind.words, (0,phrases/* soft */.LN)("not known")];
    const { count, ids } = list;
    const total = (0,phrases/* phrase */.MZ) `${count} ${kind.words}`;
    if (kind.isRoutine)
        return [total, ""];
    const more = count - ids.length;
    const which = ids.map((id) => recordName(id, names.get(id) ?? null));
    return [total, (0,phrases/* stackWords */.q)([...which, ...(more > 0 ? [(0,phrases/* soft */.LN)((0,phrases/* phrase */.MZ) `and ${more} more`)] : [])])];
}
/** A record that is gone has no name in this run's evidence. */
function recordName(id, called) {
    return called === null ? (0,phrases/* digest */.br)(String(id)) : (0,phrases/* name */.UU)(called);
}

// EXTERNAL MODULE: ./lib/report/render/markup.js
var markup = __webpack_require__(81431);
;// CONCATENATED MODULE: ./lib/report/render/links.js


/** The nine sites (https://docs.datadoghq.com/getting_started/site/) and where their pages live. */
const APP_HOSTS = new Map([
    ["datadoghq.com", "app.datadoghq.com"],
    ["us3.datadoghq.com", "us3.datadoghq.com"],
    ["us5.datadoghq.com", "us5.datadoghq.com"],
    ["datadoghq.eu", "app.datadoghq.eu"],
    ["ap1.datadoghq.com", "ap1.datadoghq.com"],
    ["ap2.datadoghq.com", "ap2.datadoghq.com"],
    ["uk1.datadoghq.com", "uk1.datadoghq.com"],
    ["ddog-gov.com", "app.ddog-gov.com"],
    ["us2.ddog-gov.com", "us2.ddog-gov.com"],
]);
/** A name, as a link when the address is a page of the given Datadog site. */
function datadogLink(site, link) {
    const url = webAddress(link.href);
    const label = (0,phrases/* name */.UU)(link.label);
    if (url === null || url.host !== APP_HOSTS.get(site))
        return label;
    return linkTo(url, { label, onPaper: link.onPaper === true });
}
/** The run's number, as a link when the address is that of a run of the repository. */
function githubLink(run) {
    const url = webAddress(run.url);
    // The host is not compared: GitHub Enterprise has its own.
    const path = `/${run.repository}/actions/runs/${run.id}`;
    if (url === null || !`${url.pathname}/`.startsWith(`${path}/`))
        return (0,phrases/* name */.UU)(run.id);
    return (0,phrases/* phrase */.MZ) `${linkTo(url, { label: (0,phrases/* name */.UU)(run.id), onPaper: true })} ${(0,phrases/* soft */.LN)(`on ${url.host}`)}`;
}
function webAddress(href) {
    const url = URL.parse(href);
    if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "")
        return null;
    return url;
}
/** Markdown that people also read as it is shows the words alone. */
function linkTo(url, { label, onPaper }) {
    const kind = onPaper ? (0,markup/* markup */.PT) ` class="address"` : (0,markup/* markup */.PT) ``;
    return (0,phrases/* phraseOf */.J8)(() => (0,markup/* markup */.PT) `<a href="${url.href}" rel="noreferrer"${kind}>${(0,phrases/* htmlOf */.Zq)(label)}</a>`, (0,phrases/* phrase */.MZ) `${label}`.markdown);
}

;// CONCATENATED MODULE: ./lib/report/run/limits.js
/** What no run can show about an item, whatever its result. */
const LIMITS = {
    "security-signals": [
        "Signals below high, and detections that a suppression rule silenced.",
        "That detection works on every system: a quiet week and a broken sensor can look alike.",
        "Who triaged a signal, or whether the decision was right.",
        "Triage after the time of collection; later runs show it.",
    ],
    "compliance-monitors": [
        "The time between two runs: a monitor can fail and recover unseen.",
        "Systems that no tagged monitor watches; the tag decides the population.",
        "That an alert reaches a person.",
    ],
    "cspm-findings": [
        "Cloud accounts that are not connected to Datadog.",
        "Checks that pass or are below high: the query asks only for failing ones.",
        "Whether a muted finding was rightly accepted.",
    ],
};
/** What a run does not prove. */
function runLimits({ items }) {
    const isPartlyBlind = items.some((item) => item.collection.grade !== "reconciled");
    return [
        "That a control is met. The evidence supports controls; an auditor decides whether they are met.",
        "That Datadog was right. The evidence is what Datadog answered to the named keys at the named time.",
        ...(isPartlyBlind
            ? [
                "That Datadog left nothing out, for items that are not reconciled: it gives no count to compare with.",
            ]
            : []),
        "Anything outside the named site, organisation, queries and window, or before or after this run.",
        "That no run is missing. One run cannot show that; verify the whole stream for the period.",
        "That the records support a control marked claimed: the control is only mapped to the item, so ask for other evidence. Records do support a control marked direct.",
    ];
}

// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/report/record-order.js
var record_order = __webpack_require__(17040);
;// CONCATENATED MODULE: ./lib/report/run/records.js






/** A longer table is not read; the evidence has all records. */
const ROWS_SHOWN = 500;
/** The first characters of a pseudonym's hash tell resources apart. */
const PSEUDONYM_SHOWN = 12;
/** The records of an item as a table, the most urgent first, or a sentence on why there is none. */
function recordsTable(item, { site, files }) {
    if (item.records.length === 0)
        return [(0,renderer/* paragraph */.FY)(absenceInWords(item, files))];
    const { what, order, columns, kind, rows } = listingOf(item, site);
    const total = item.records.length;
    const more = total - rows.length;
    const caption = (0,phrases/* phrase */.MZ) `${total} ${total === 1 ? what.replace(/s$/v, "") : what}${(0,words/* isFloor */.b5)(item) ? " seen; there may be more" : ""}`;
    const rest = (0,phrases/* phrase */.MZ) `The first ${ROWS_SHOWN} are shown. ${more} more are in ${(0,phrases/* code */.aY)(fileOfRecords(item, files))}.`;
    return [
        (0,renderer/* table */.tp)({ caption, aside: order, columns, rows, kind, headingColumn: 1 }),
        ...(more === 0 ? [] : [(0,renderer/* paragraph */.FY)(rest, "more")]),
    ];
}
function listingOf(item, site) {
    if (item.id === "security-signals") {
        return {
            what: "signals",
            order: "critical first, then by triage state, newest first",
            columns: ["Severity", "Signal", "Triage"],
            kind: "records wide",
            rows: (0,record_order/* firstRecords */.pY)(item.records, ROWS_SHOWN, record_order/* compareSignals */.bp).map((record) => signalRow(record, site)),
        };
    }
    if (item.id === "compliance-monitors") {
        return {
            what: "monitors",
            order: "failing first, then not evaluated, then muted, by name",
            columns: ["State", "Monitor", "Since"],
            kind: "records",
            rows: (0,record_order/* firstRecords */.pY)(item.records, ROWS_SHOWN, record_order/* compareMonitors */.vk).map((record) => monitorRow(record, site)),
        };
    }
    return {
        what: "failing checks",
        order: "muted last, critical first, by title",
        columns: ["Severity", "Check and resource", "First seen"],
        kind: "records",
        rows: (0,record_order/* firstRecords */.pY)(item.records, ROWS_SHOWN, record_order/* compareFindings */.Eg).map((record) => findingRow(record, site)),
    };
}
/** The file that holds the records of an item. */
function fileOfRecords({ id }, files) {
    const moved = (0,evidence_files/* recordsFileName */.aG)(id);
    return files.some((file) => file.name === moved) ? moved : evidence_files/* EVIDENCE_NAME */.wm;
}
/** Why an item has no records to show. */
function absenceInWords(item, files) {
    const figures = (0,words/* figuresOf */.h5)(item);
    if (figures === null)
        return "No record was obtained. It is not known whether there is any.";
    const holder = fileOfRecords(item, files);
    if (holder !== evidence_files/* EVIDENCE_NAME */.wm)
        return `The records are in ${holder}, beside evidence.json.`;
    if (figures.some(([, value]) => value > 0))
        return "The records themselves are not in this file.";
    if ((0,words/* isFloor */.b5)(item))
        return "No record arrived before the answer was cut short.";
    return "Datadog gave no record for this query.";
}
function signalRow(signal, site) {
    const { triage, severity, timestamp, link } = signal;
    const notes = [
        triage.archiveReason === null ? "" : withoutUnderscores(triage.archiveReason),
        triage.assigned ? "assigned" : "",
        triage.incidents === 0 ? "" : `${triage.incidents} ${triage.incidents === 1 ? "incident" : "incidents"}`,
    ].filter(Boolean);
    const type = signal.rule?.type ?? null;
    return [
        (0,phrases/* styled */.I4)(severity, severity),
        withDetails(datadogLink(site, { href: link, label: (0,record_order/* signalName */.yD)(signal) }), [
            (0,phrases/* time */.kB)(timestamp),
            ...(type === null ? [] : [(0,phrases/* name */.UU)(type)]),
        ]),
        withDetails((0,phrases/* name */.UU)(withoutUnderscores(triage.state)), notes.length === 0 ? [] : [(0,phrases/* name */.UU)(notes.join(", "))]),
    ];
}
function monitorRow(monitor, site) {
    const { id, type, state, verdict, muted, mutedUntil, link } = monitor;
    const flags = [
        muted ? (mutedUntil === null ? "muted, no end given" : `muted until ${mutedUntil}`) : "",
        monitor.draft ? "draft" : "",
        monitor.paused ? "paused" : "",
        monitor.watchesClock ? "watches the clock" : "",
    ].filter(Boolean);
    const shown = withDetails((0,phrases/* name */.UU)(state), verdict === "notEvaluated" ? ["not evaluated"] : []);
    return [
        verdict === "failing" ? (0,phrases/* strong */.ko)(shown) : shown,
        withDetails(datadogLink(site, { href: link, label: (0,record_order/* monitorName */.UK)(monitor) }), [type, String(id), ...flags].map(phrases/* name */.UU)),
        monitor.stateSince === null ? (0,phrases/* soft */.LN)("not known") : (0,phrases/* day */.vd)(monitor.stateSince),
    ];
}
function findingRow(finding, site) {
    const { severity, link, firstSeen, muteReason, muteExpires } = finding;
    const resource = finding.resource?.replace("hmac-sha256:", "").slice(0, PSEUDONYM_SHOWN) ?? null;
    const muted = [
        "muted",
        muteReason === null ? "" : withoutUnderscores(muteReason),
        muteExpires === null ? "no end given" : `until ${muteExpires}`,
    ].filter(Boolean);
    const details = [
        finding.cloudProvider,
        finding.resourceType,
        resource,
        finding.muted ? muted.join(", ") : null,
    ].filter((detail) => detail !== null);
    return [
        (0,phrases/* styled */.I4)(severity, severity),
        withDetails(datadogLink(site, { href: link, label: (0,record_order/* findingName */.f$)(finding) }), details.map(phrases/* name */.UU)),
        firstSeen === null ? (0,phrases/* soft */.LN)("not known") : (0,phrases/* day */.vd)(firstSeen),
    ];
}
/** A title with what else is known of the record, smaller. */
function withDetails(title, details) {
    return details.length === 0
        ? (0,phrases/* phrase */.MZ) `${title}`
        : (0,phrases/* phrase */.MZ) `${title} ${(0,phrases/* soft */.LN)((0,phrases/* joinWords */.yZ)(details, " · "), "meta")}`;
}
function withoutUnderscores(text) {
    return text.replaceAll("_", " ");
}

;// CONCATENATED MODULE: ./lib/report/run/requests.js



/** A longer list is not read; evidence.json has all pages. */
const PAGES_SHOWN = 200;
const REQUESTS_SHOWN = 50;
/** Every request of an item with the digest of every answer, folded away. */
function requestLedger(item) {
    const { requests } = item.collection;
    if (requests.length === 0)
        return (0,renderer/* paragraph */.FY)("No request was made for this item.");
    const shown = requests.slice(0, REQUESTS_SHOWN);
    const what = requests.length === 1 ? "request" : "requests";
    return (0,renderer/* details */.zH)((0,phrases/* phrase */.MZ) `${requests.length} ${what}, with the digest of each answer`, [
        ...shown.map((request, index) => requestEntry(request, { item, position: index + 1 })),
        ...moreOf("requests", requests.length - shown.length),
    ]);
}
/** What a request is called in the ledger and among the checks, for instance "request 2, GET /api/v1/monitor". */
function requestName({ method, path }, position) {
    return `request ${position}, ${method} ${path}`;
}
function requestEntry(request, { item, position }) {
    const shown = request.pages.slice(0, PAGES_SHOWN);
    const end = request.drained ? "read to its end" : "not read to its end";
    return (0,renderer/* box */.aP)("ledger", [
        (0,renderer/* heading */.R_)((0,phrases/* phrase */.MZ) `Request ${position} ${(0,phrases/* soft */.LN)(end)}`, { level: 4 }),
        (0,renderer/* paragraph */.FY)((0,phrases/* code */.aY)(`${request.method} ${request.path}${queryString(request)}`)),
        ...(Object.keys(request.body).length === 0 ? [] : [(0,renderer/* commands */.Pi)([JSON.stringify(request.body, null, 2)])]),
        (0,renderer/* table */.tp)({
            caption: "Pages",
            aside: "SHA-256 of each answer as it arrived",
            columns: ["Page", "Status", "Items", "Bytes", "Attempts", "SHA-256"],
            rows: shown.map((page, index) => pageRow(page, index + 1)),
            kind: "numeric",
            scroll: `Pages of request ${position} for ${words/* ITEM_NAMES */.fH[item.id]}`,
        }),
        ...moreOf("pages", request.pages.length - shown.length),
    ]);
}
function pageRow(page, position) {
    const isAnswer = page.status >= 200 && page.status < 300;
    return {
        cells: [
            position,
            page.status === 0 ? "no answer" : page.status,
            // An error carries no items; a zero would say that there were none to carry.
            isAnswer ? page.items : "not known",
            page.bytes,
            page.attempts,
            (0,phrases/* digest */.br)(page.sha256),
        ],
        kind: isAnswer ? "" : "fails",
    };
}
function queryString(request) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query)) {
        query.append(key, typeof value === "string" ? value : JSON.stringify(value));
    }
    return query.size === 0 ? "" : `?${query.toString()}`;
}
function moreOf(what, count) {
    return count <= 0
        ? []
        : [(0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${count} more ${what} are in ${(0,phrases/* code */.aY)("evidence.json")}.`, "more")];
}

;// CONCATENATED MODULE: ./lib/report/run/item.js








/** One item in full: result, completeness with its numbers, records, requests, limits. */
function itemSection(item, { evidence, files }) {
    const { id, title, result } = item;
    const head = {
        id,
        title: (0,phrases/* phrase */.MZ) `${(0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])} ${(0,phrases/* stateWord */.kc)(result.state)}`,
        lead: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(title)}, ${windowInWords(item, evidence.collectedAt)}.${queryLink(item, evidence.source.site)}`,
        kind: `item is-${result.state}`,
    };
    return (0,renderer/* section */.uW)(head, [
        ...reasonBlocks(item),
        itemFigures(item),
        (0,renderer/* columns */.YB)([
            (0,renderer/* heading */.R_)("Completeness"),
            (0,renderer/* paragraph */.FY)(completenessWords(item)),
            populationFacts(item, evidence.collectedAt),
            checksTable(item),
        ], [
            ...controlBlocks(item),
            ...(item.caveats.length === 0
                ? []
                : [(0,renderer/* heading */.R_)("Caveats of this run"), (0,renderer/* box */.aP)("caveats", [(0,renderer/* bullets */.e5)(item.caveats)])]),
            (0,renderer/* heading */.R_)("What this item does not show"),
            (0,renderer/* bullets */.e5)(LIMITS[id]),
        ]),
        (0,renderer/* heading */.R_)("Records", { kind: "vh" }),
        ...recordsTable(item, { site: evidence.source.site, files }),
        (0,renderer/* heading */.R_)("Requests", { kind: "vh" }),
        requestLedger(item),
    ]);
}
function windowInWords({ window }, collectedAt) {
    if (window === null)
        return (0,phrases/* phrase */.MZ) `as it was at ${(0,phrases/* time */.kB)(collectedAt)}`;
    return (0,phrases/* phrase */.MZ) `from ${(0,phrases/* time */.kB)(window.from)} to ${(0,phrases/* time */.kB)(window.to)}, the end not included`;
}
function queryLink({ link }, site) {
    const label = "The same query in Datadog, as of now";
    return (0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) ` ${datadogLink(site, { href: link, label, onPaper: true })}.`);
}
function reasonBlocks({ collection, result }) {
    const repeats = collection.reason?.message === result.reason?.message;
    return [collection.reason, repeats ? null : result.reason]
        .filter((reason) => reason !== null)
        .map(reasonBlock);
}
function reasonBlock({ code: id, message, hint }) {
    return (0,renderer/* quote */.hD)("reason", [
        (0,renderer/* paragraph */.FY)((0,phrases/* strong */.ko)((0,words/* sentence */.em)(message))),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Reason ${(0,phrases/* code */.aY)(id)}.${hint === null ? "" : ` ${(0,words/* sentence */.em)(hint)}`}`, "soft"),
    ]);
}
function itemFigures(item) {
    const known = (0,words/* figuresOf */.h5)(item);
    if (known === null)
        return (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Counts: ${(0,phrases/* strong */.ko)("not known")}.`, "no-figures");
    return (0,renderer/* figures */.u5)(known.map(([label, value]) => ({ label, value, isFloor: (0,words/* isFloor */.b5)(item) })));
}
function completenessWords({ collection }) {
    const { status, grade } = collection;
    const graded = grade === null
        ? ""
        : (0,phrases/* phrase */.MZ) `, ${(0,phrases/* phraseOf */.J8)(() => (0,markup/* markup */.PT) `<i>${grade}</i>`, () => grade)}`;
    return (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(status)}${graded}. ${(0,words/* completenessInWords */.TS)(collection)}`;
}
function populationFacts({ collection, population, window }, collectedAt) {
    const { status, received, unique, sourceTotal } = collection;
    // What an unfinished request did not bring must not read as a zero.
    const arrived = (count) => count === 0 && (status === "failed" || status === "skipped") ? "not known" : count;
    return (0,renderer/* facts */.Ix)([
        ["Population", (0,phrases/* name */.UU)(population.what)],
        ["Population size", population.size ?? "not known"],
        [
            "Window",
            window === null
                ? (0,phrases/* phrase */.MZ) `none: a state, at ${(0,phrases/* time */.kB)(collectedAt)}`
                : (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(window.from)} to ${(0,phrases/* time */.kB)(window.to)}`,
        ],
        ["Received", arrived(received)],
        ["Unique", arrived(unique)],
        ["Datadog’s total", sourceTotal ?? "not given"],
    ]);
}
function checksTable({ collection }) {
    const { requests, sourceTotal, unique, status } = collection;
    const rows = [
        ...collection.checks.map(({ ok, name: check, expected, actual }) => ({
            holds: ok,
            cells: [(0,phrases/* name */.UU)(check), expected, actual],
        })),
        ...requests.map((request, index) => ({
            // A complete item does not depend on it: it was a probe, or asked for a number that Datadog did not give.
            holds: request.drained || status !== "complete" ? request.drained : null,
            cells: [
                (0,phrases/* phrase */.MZ) `Read to its end: ${(0,phrases/* name */.UU)(requestName(request, index + 1))}`,
                status === "complete" && !request.drained ? "not needed" : "end",
                request.drained ? "end" : "not reached",
            ],
        })),
        ...(sourceTotal === null && (status === "complete" || status === "partial")
            ? [{ holds: null, cells: ["Datadog’s own total equals ours", "not given", unique] }]
            : []),
    ];
    if (rows.length === 0)
        return (0,renderer/* paragraph */.FY)("No check could be made.");
    return (0,renderer/* table */.tp)({
        caption: "Is this everything?",
        aside: "check by check",
        columns: ["Check", "Expected", "Found"],
        rows,
        kind: "checks numeric",
    });
}
function controlBlocks({ controls, result }) {
    if (controls.length === 0)
        return [(0,renderer/* heading */.R_)("Supports"), (0,renderer/* paragraph */.FY)("No control.")];
    const isKnown = result.state !== "unknown";
    return [
        (0,renderer/* heading */.R_)(isKnown ? "Supports" : "Would support, if the state were known"),
        (0,renderer/* bullets */.e5)(controls.map(controlLine)),
    ];
}
function controlLine({ framework, id, title, support }) {
    return (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(`${framework} ${id}`)}, ${(0,phrases/* name */.UU)(title)} ${(0,phrases/* soft */.LN)(`(${support})`)}`;
}

// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
;// CONCATENATED MODULE: ./lib/report/run/model.js


/** The facts of a run for its report. */
function runFacts({ evidence, files, statement, signedBy }) {
    return {
        evidence,
        evidenceSha256: files[0]?.sha256 ?? "",
        files,
        attestation: statement === null ? null : attestationOf(statement, signedBy),
        since: (0,changes_in_words/* changeSinceLastRun */.WR)(statement),
        folder: `${evidence.stream.name}/${(0,run_path/* runPath */.t0)(evidence)}`,
    };
}
function attestationOf({ predicate }, signedBy) {
    const { assurance, sequence } = predicate;
    const { signing, timestamp } = assurance;
    return { signing, timestamp, sequence, keyFingerprint: signing === "key" ? signedBy : null };
}

// EXTERNAL MODULE: ./lib/report/needs-review.js
var needs_review = __webpack_require__(87828);
;// CONCATENATED MODULE: ./lib/report/run/needs-review.js





/** What a person must review, the most urgent first: what was not obtained, then what is open. */
function needsReviewSection({ items, source }) {
    const lines = [
        ...items.flatMap(lossLines),
        ...items.flatMap((item) => recordLines(item, source.site)),
        ...items.flatMap(countLines),
    ];
    const content = lines.length === 0 ? (0,renderer/* paragraph */.FY)("Nothing in this run needs review.") : (0,renderer/* steps */.Ci)(lines, "needs");
    return (0,renderer/* section */.uW)({ id: "needs", title: "Needs review" }, [content]);
}
function lossLines(item) {
    const loss = (0,needs_review/* lossInWords */.u)(item);
    return loss === null ? [] : [(0,phrases/* phrase */.MZ) `${loss} ${seeItem(item)}`];
}
function recordLines(item, site) {
    const { named, more } = (0,needs_review/* recordsToReview */.k)(item);
    const lines = named.map(({ what, label, link }) => (0,phrases/* phrase */.MZ) `${what}: ${datadogLink(site, { href: link, label })}`);
    return more === 0 ? lines : [...lines, (0,phrases/* phrase */.MZ) `${more} more of this kind. ${seeItem(item)}`];
}
/** The counts for which an item is in the state attention; floors are not added up. */
function countLines(item) {
    if (item.result.state === "clear")
        return [];
    const asking = ASKING[item.id];
    const figures = ((0,words/* figuresOf */.h5)(item) ?? []).filter(([label, value]) => value > 0 && asking.includes(label));
    if (figures.length === 0)
        return [];
    const counts = figures.map(([label, value]) => `${(0,words/* countInWords */.K4)(item, value)} ${label}`).join(", ");
    return [(0,phrases/* phrase */.MZ) `${(0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])}: ${counts}. ${seeItem(item)}`];
}
const ASKING = {
    "security-signals": ["open", "under review"],
    "compliance-monitors": ["failing", "not evaluated", "muted"],
    "cspm-findings": ["critical", "high", "muted"],
};
function seeItem({ id }) {
    return (0,phrases/* phrase */.MZ) `See ${(0,phrases/* jump */.lA)(id, words/* ITEM_NAMES */.fH[id])}.`;
}

;// CONCATENATED MODULE: ./lib/report/run/overview.js




const CADENCES_IN_WORDS = {
    PT1H: "one run an hour",
    PT6H: "one run every 6 hours",
    PT12H: "one run every 12 hours",
    P1D: "one run a day",
};
/** What this is and what to think of it. */
function runMasthead({ evidence, attestation }) {
    const { stream, source } = evidence;
    const sequence = attestation?.sequence ?? null;
    const ordinal = sequence === null ? "" : (0,phrases/* phrase */.MZ) `, no. ${sequence}`;
    return {
        what: (0,phrases/* phrase */.MZ) `one run${ordinal} of stream ${(0,phrases/* name */.UU)(stream.name)}`,
        title: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)((0,page/* shortTitle */.HV)(source.organization ?? "Datadog"))}, ${(0,phrases/* name */.UU)(stream.name)}`,
        when: (0,phrases/* time */.kB)(evidence.collectedAt),
        leads: [(0,words/* outcomeInWords */.Lz)(evidence), (0,words/* statesInWords */.Bs)(evidence.items)],
        verdict: {
            kind: evidence.outcome,
            word: `Collection: ${evidence.outcome}`,
            sentences: [signedInWords(attestation), (0,phrases/* phrase */.MZ) `Valid until ${(0,phrases/* time */.kB)(evidence.validUntil)}.`],
        },
    };
}
/** The items in one table: result, numbers, completenessInWords, controls. */
function itemsTable({ evidence }) {
    return (0,renderer/* table */.tp)({
        caption: "The items of this run",
        columns: ["Item", "Result", "Counted", "Collection"],
        below: "Controls",
        rows: evidence.items.map((item) => ({
            cells: [
                (0,phrases/* jump */.lA)(item.id, (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])),
                (0,phrases/* stateWord */.kc)(item.result.state),
                (0,words/* countsInWords */.Pe)(item),
                collectionInBrief(item),
            ],
            below: controlsInBrief(item),
        })),
        kind: "overview",
    });
}
/** Where and when the run was made, and its place in the chain. */
function aboutSection({ evidence, evidenceSha256, attestation }) {
    const { source, stream, run } = evidence;
    const seconds = Math.round((Date.parse(evidence.collectedAt) - Date.parse(evidence.startedAt)) / 1000);
    const left = [
        ["Outcome", (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(evidence.outcome)} ${(0,phrases/* soft */.LN)("of the collection, not of any control")}`],
        ["Collected at", (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(evidence.collectedAt)}, started ${Math.max(seconds, 0)} s before`],
        ["Valid until", (0,phrases/* time */.kB)(evidence.validUntil)],
        ["Source", (0,phrases/* phrase */.MZ) `Datadog, site ${(0,phrases/* name */.UU)(source.site)}, API ${(0,phrases/* code */.aY)(source.apiUrl)}`],
        [
            "Organisation",
            source.organization === null
                ? "not declared"
                : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(source.organization)} ${(0,phrases/* soft */.LN)("as declared by the user")}`,
        ],
        ["Organisation id", source.organizationId === null ? "not known" : (0,phrases/* name */.UU)(source.organizationId)],
        ["Clock", clockInWords(source.clockSkewMs)],
    ];
    const right = [
        ["Stream", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(stream.name)}, ${CADENCES_IN_WORDS[stream.cadence]} (${stream.cadence})`],
        ["Place in chain", chainPlace(attestation)],
        ["Signature", signedInWords(attestation)],
        ["Key", attestation?.keyFingerprint == null ? "none" : (0,phrases/* digest */.br)(attestation.keyFingerprint)],
        ["Started by", (0,phrases/* phrase */.MZ) `${run.github === null ? "hand" : (0,phrases/* name */.UU)(run.github.event)}, attempt ${run.attempt}`],
        ["API key", source.apiKeyId === null ? "id not known" : (0,phrases/* phrase */.MZ) `id ${(0,phrases/* name */.UU)(source.apiKeyId)}`],
        ["evidence.json", (0,phrases/* digest */.br)(evidenceSha256)],
    ];
    return (0,renderer/* section */.uW)({ id: "about", title: "About this run" }, [(0,renderer/* box */.aP)("two", [(0,renderer/* facts */.Ix)(left), (0,renderer/* facts */.Ix)(right)])]);
}
/** How the run was signed, as a sentence; nothing here has been verified. */
function signedInWords(attestation) {
    if (attestation === null)
        return "Not signed: nothing here proves who made this, or when.";
    const how = attestation.signing === "key" ? "with a key" : "without a key, in the name of the workflow";
    return `Signed ${how}, ${attestation.timestamp ? "with a trusted time" : "without a trusted time"}.`;
}
function collectionInBrief({ collection }) {
    const { status, grade, reason } = collection;
    const how = grade === null ? (reason?.code ?? null) : words/* GRADE_WORDS */.eD[grade].brief;
    return how === null ? (0,phrases/* collectionWord */.FU)(status) : (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(status)} ${(0,phrases/* soft */.LN)(how)}`;
}
function controlsInBrief(item) {
    if (item.controls.length === 0)
        return "Supports no control.";
    const verb = item.result.state === "unknown" ? "Would support" : "Supports";
    const frameworks = Map.groupBy(item.controls, (control) => control.framework);
    const parts = [...frameworks].map(([framework, controls]) => (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(framework)} ${(0,phrases/* joinWords */.yZ)(controls.map(controlInBrief))}`);
    return (0,phrases/* phrase */.MZ) `${verb} ${(0,phrases/* joinWords */.yZ)(parts, " · ")}`;
}
function controlInBrief({ id, support }) {
    return (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(id)} (${support})`;
}
function clockInWords(skewMs) {
    if (skewMs === null)
        return "not known: no answer carried a date";
    if (skewMs === 0)
        return "Datadog and the collector agree";
    return (0,phrases/* phrase */.MZ) `Datadog ${Math.abs(skewMs)} ms ${skewMs > 0 ? "ahead of" : "behind"} the collector`;
}
function chainPlace(attestation) {
    if (attestation === null)
        return "none: not signed";
    return attestation.sequence === null ? "none: not chained" : (0,phrases/* phrase */.MZ) `no. ${attestation.sequence}`;
}

// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
;// CONCATENATED MODULE: ./lib/report/run/proof.js





/** Which code made the evidence, and what it was allowed to keep. */
function makingSection({ evidence }) {
    const { collector, mapping, privacy, rules, schema } = evidence;
    const right = (0,renderer/* facts */.Ix)([
        ["Collector", (0,phrases/* phrase */.MZ) `${collector.name} ${(0,phrases/* name */.UU)(collector.version)} ${(0,phrases/* digest */.br)(collector.sha256)}`],
        ["Control mapping", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(mapping.version)} ${(0,phrases/* digest */.br)(mapping.sha256)}`],
        ["Rules", (0,phrases/* phrase */.MZ) `version ${rules}, schema ${schema}`],
        [
            "Privacy",
            (0,phrases/* phrase */.MZ) `${privacy.level}: allow-listed fields only; pseudonyms by key ${(0,phrases/* name */.UU)(privacy.pseudonymKeyId)}`,
        ],
    ]);
    return (0,renderer/* section */.uW)({ id: "making", title: "How it was made" }, [
        (0,renderer/* box */.aP)("two", [(0,renderer/* facts */.Ix)(originFacts(evidence)), right]),
    ]);
}
/** The files of the run with their digests. */
function filesSection({ files, folder }) {
    return (0,renderer/* section */.uW)({ id: "files", title: "Files" }, [
        (0,renderer/* table */.tp)({
            caption: "Files of the run",
            aside: `in ${folder}`,
            columns: ["File", "Bytes", "SHA-256"],
            rows: files.map((file) => [(0,phrases/* name */.UU)(file.name), file.size, (0,phrases/* digest */.br)(file.sha256)]),
            kind: "files",
        }),
    ]);
}
/** The commands that check the run offline. */
function verificationSection(report) {
    const { attestation } = report;
    const lead = "Offline, with tools we did not write. This page is only a way to read evidence.json; where the two differ, the file is right.";
    const content = attestation === null ? unsignedVerification(report) : [signedVerification({ ...report, attestation })];
    return (0,renderer/* section */.uW)({ id: "verify", title: "Verify it yourself", lead }, content);
}
/** What the run does not prove. */
function limitsSection({ evidence }) {
    return (0,renderer/* section */.uW)({ id: "limits", title: "What this evidence does not show" }, [(0,renderer/* bullets */.e5)(runLimits(evidence))]);
}
function originFacts({ run }) {
    const { github, id, attempt } = run;
    if (github === null)
        return [["Run", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(id)}, attempt ${attempt}, outside GitHub Actions`]];
    const { repository, repositoryId, schedule, event, url } = github;
    return [
        ["Repository", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(repository)} ${(0,phrases/* soft */.LN)(`id ${repositoryId}`)}`],
        ["Workflow", (0,phrases/* name */.UU)(github.workflowRef)],
        ["Workflow commit", (0,phrases/* digest */.br)(github.workflowSha)],
        ["Run", (0,phrases/* phrase */.MZ) `${githubLink({ url, repository, id })}, attempt ${attempt}`],
        ["Started by", schedule === null ? (0,phrases/* name */.UU)(event) : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(event)}, ${(0,phrases/* code */.aY)(schedule)}`],
    ];
}
function unsignedVerification({ folder, evidenceSha256 }) {
    return [
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)("This run is not signed")}, so there is no signature to check. The first command only checks that the file is the one this page was made from.`),
        (0,renderer/* commands */.Pi)([`cd ${(0,shell/* shellWord */.r)(folder)}`, `echo '${evidenceSha256}  evidence.json' | sha256sum -c -`]),
        (0,renderer/* paragraph */.FY)("You can sign it later; the timestamp then shows when."),
        (0,renderer/* commands */.Pi)([`datadog-evidence attest ${(0,shell/* shellWord */.r)(folder)}`]),
    ];
}
function signedVerification(report) {
    const { attestation, evidenceSha256, evidence } = report;
    const expected = evidence.outcome === "complete" ? "0: genuine and complete" : "3: genuine, but not complete";
    return (0,renderer/* columns */.YB)([
        (0,renderer/* heading */.R_)("With our verifier"),
        (0,renderer/* commands */.Pi)(verifierCommands(report)),
        (0,renderer/* paragraph */.FY)(`Expected exit code ${expected}. 1 means not genuine, 2 means that it could not be checked.`),
        (0,renderer/* heading */.R_)("With openssl, jq and coreutils"),
        (0,renderer/* commands */.Pi)(opensslCommands(report)),
    ], [
        (0,renderer/* heading */.R_)("What to compare"),
        ...identityBlocks(attestation),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `SHA-256 of ${(0,phrases/* code */.aY)("evidence.json")}`),
        (0,renderer/* paragraph */.FY)((0,phrases/* digest */.br)(evidenceSha256)),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)("VERIFY.md")} has more ways, for instance how to check the trusted time.`),
    ]);
}
function identityBlocks({ signing, keyFingerprint }) {
    if (signing === "keyless") {
        return [
            (0,renderer/* paragraph */.FY)("The workflow and the repository must be the ones you expect. What this page says about them is not proof."),
        ];
    }
    return [
        (0,renderer/* paragraph */.FY)("Get the public key from its owner by another way than this repository. SHA-256 of its DER form:"),
        ...(keyFingerprint === null ? [] : [(0,renderer/* paragraph */.FY)((0,phrases/* digest */.br)(keyFingerprint))]),
    ];
}
/** The command that verifies the run with this program. */
function verifierCommands({ evidence, attestation, folder }) {
    const verify = `datadog-evidence verify ${(0,shell/* shellWord */.r)(folder)}`;
    if (attestation.signing === "key") {
        const time = attestation.timestamp ? ["--trusted-root trusted_root.jsonl --require-time"] : [];
        return [[verify, "--key signer.pub.pem", ...time].join(" \\\n  ")];
    }
    const { github } = evidence.run;
    const expected = github === null
        ? []
        : [
            `--identity ${(0,shell/* shellWord */.r)(`https://github.com/${github.workflowRef}`)}`,
            "--issuer https://token.actions.githubusercontent.com",
            `--repository-id ${(0,shell/* shellWord */.r)(github.repositoryId)}`,
        ];
    return [[verify, "--trusted-root trusted_root.jsonl", ...expected].join(" \\\n  ")];
}
function opensslCommands({ attestation, folder }) {
    const key = attestation.signing === "key"
        ? []
        : [
            'jq -r .verificationMaterial.certificate.rawBytes "$B" | base64 -d \\',
            "  | openssl x509 -inform DER -pubkey -noout > signer.pub.pem",
        ];
    return [
        `D=${(0,shell/* shellWord */.r)(folder)}`,
        'B="$D/evidence.sigstore.json"',
        ...key,
        'jq -r .dsseEnvelope.payload "$B" | base64 -d > payload.bin',
        'T=$(jq -r .dsseEnvelope.payloadType "$B")',
        `{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < payload.bin)"`,
        "  cat payload.bin; } > pae.bin",
        `jq -r '.dsseEnvelope.signatures[0].sig' "$B" | base64 -d > sig.bin`,
        "openssl dgst -sha256 -verify signer.pub.pem -signature sig.bin pae.bin",
        "# or, with an Ed25519 key: openssl pkeyutl -verify -pubin \\",
        "#   -inkey signer.pub.pem -rawin -in pae.bin -sigfile sig.bin",
        String.raw `jq -r '.subject[] | "\(.digest.sha256)  \(.name)"' payload.bin |`,
        '  (cd "$D" && sha256sum -c -)',
    ];
}

// EXTERNAL MODULE: ./lib/report/render/style.js
var style = __webpack_require__(26674);
;// CONCATENATED MODULE: ./lib/report/run/style.js

/** The stylesheet of the run report. */
const RUN_STYLE = `${style/* STYLE */.Y}
/* 10 · A run */
.needs { padding-left: 1.4rem; margin: 0; }
.overview > tbody > tr > * { padding-top: .5rem; padding-bottom: .5rem; }
.overview > tbody > tr:not(:last-child) > * { border-bottom: 0; padding-bottom: 0; }
.overview .supports { padding-top: .15rem; }
.overview .soft { display: block; }
.overview tbody th { font-weight: 600; }
.item > .head { border-top: 3px solid; }
.item > .head > * { color: var(--ink); } .item > .head .no, .item > .head p { color: var(--soft); }
.is-clear > .head { border-color: var(--clear); } .is-attention > .head { border-color: var(--attention); } .is-unknown > .head { border-color: var(--unknown); border-top-style: dashed; }
.reason { border-left: 3px solid var(--unknown); padding: .1rem 0 .1rem .9rem; margin-bottom: 1.25rem; }
.reason p { margin-bottom: .35rem; }
.records .meta { float: right; margin-left: 1rem; }
/* Fixed, so that one long word cannot take the room of the other columns. */
.records { table-layout: fixed; }
.records th:first-child { width: 6rem; }
.records th:last-child { width: 6.5rem; }
.records.wide th:last-child { width: 17rem; }
.records td .meta { float: none; display: block; margin-left: 0; }
.records.wide td .meta { display: inline; margin-left: .4rem; }
.critical { font-weight: 600; }
.ledger th, .ledger td { font-size: var(--t-label); }
.ledger th:last-child, .ledger td:last-child { text-align: left; padding-left: .75rem; }
@media (max-width: 40rem) {
  .records .meta, .records.wide td .meta { float: none; display: block; margin-left: 0; }
  .records th:first-child { width: 4.25rem; }
  .records th:last-child, .records.wide th:last-child { width: 6rem; }
  .overview th, .overview td { padding-right: .5rem; }
}
@media (max-width: 24rem) { .overview .sign { display: block; } .overview th, .overview td { padding-right: .35rem; } }
@media print { .records.wide th:last-child { width: 13rem; } }
`;

;// CONCATENATED MODULE: ./lib/report/run/report.js









/** The report of one run, for either notation. */
function runReport(run) {
    const report = runFacts(run);
    const { evidence } = report;
    return {
        title: titleOf(evidence),
        running: runningTitles(report),
        style: RUN_STYLE,
        masthead: runMasthead(report),
        content: [
            itemsTable(report),
            needsReviewSection(evidence),
            changesSection(report.since, evidence),
            aboutSection(report),
            ...evidence.items.map((item) => itemSection(item, report)),
            makingSection(report),
            filesSection(report),
            verificationSection(report),
            limitsSection(report),
        ],
        foot: (0,phrases/* phrase */.MZ) `Made by datadog-evidence ${evidence.collector.version} from one ${(0,phrases/* code */.aY)("evidence.json")}.`,
    };
}
function titleOf(evidence) {
    const day = evidence.collectedAt.slice(0, "2026-11-22".length);
    const organization = (0,page/* shortTitle */.HV)(evidence.source.organization ?? "Datadog");
    return `${day} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}
function runningTitles({ evidence, evidenceSha256, attestation }) {
    const sequence = attestation?.sequence ?? null;
    const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
    return {
        left: `${(0,page/* shortTitle */.HV)(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`,
        right: evidence.collectedAt,
        foot: `evidence.json sha256 ${evidenceSha256}`,
    };
}


/***/ }),

/***/ 12824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ verifyGuide)
/* harmony export */ });
/** Returns `VERIFY.md`: literal commands that work in any run folder, with tools that we did not write. */
function verifyGuide() {
    return GUIDE;
}
const GUIDE = `# How to verify this evidence

Each run has its own folder, \`<stream>/<year>/<day>/<time>-<run>-<attempt>\`, with

- \`evidence.json\`: what Datadog said, and how completely it was collected (\`gap.json\` for a declared gap,
  which says why a run is missing);
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

A run is signed either with a key, or keyless, by the workflow that collected, with a certificate that is
valid for a few minutes. \`jq .verificationMaterial evidence.sigstore.json\` shows which: a \`publicKey\` or a \`certificate\`.

**Bring your own trust.** Get the public key, or the name of the workflow, from the people who sign, not
from this repository: a key that is stored beside the evidence proves nothing. Save the key as \`signing-key.pub.pem\`
and compare its fingerprint with the one they gave you:

\`\`\`sh
openssl pkey -pubin -in signing-key.pub.pem -outform DER | sha256sum
\`\`\`

Certificates and timestamps are checked against a trusted root, the list of authorities that you accept. With
GitHub's \`gh\`, on any machine with a network, save it once and keep it:

\`\`\`sh
gh attestation trusted-root > trusted_root.jsonl
\`\`\`

## With datadog-evidence

Offline, in the folder of a run. Signed with a key:

\`\`\`sh
datadog-evidence verify . --key signing-key.pub.pem
\`\`\`

Signed keyless, by a workflow of the repository with that number (\`gh api repos/OWNER/NAME --jq .id\`):

\`\`\`sh
datadog-evidence verify . --trusted-root trusted_root.jsonl --issuer https://token.actions.githubusercontent.com --repository-id "$REPOSITORY_ID"
\`\`\`

It also checks that the evidence follows its schema, that counts and states follow from the records, that
statement and evidence agree, that the signing time is right, that the signature has everything it promises, and
that the run is in the folder where it belongs. Exit codes: 0 genuine and complete, 1 not genuine, 2 error,
3 genuine, but the run is not complete.

## With openssl, jq and sha256sum

In the folder of a run, in one shell; \`KEY\` and \`ROOT\` are the paths of your key and your trusted
root. First take the bundle apart. The signature covers the statement with its type and length before it.

\`\`\`sh
B=evidence.sigstore.json
W=$(mktemp -d)
jq -r .dsseEnvelope.payload $B | base64 -d > "$W/payload"
T=$(jq -r .dsseEnvelope.payloadType $B)
{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < "$W/payload")"; cat "$W/payload"; } > "$W/signed"
jq -r '.dsseEnvelope.signatures[0].sig' $B | base64 -d > "$W/signature"
\`\`\`

**Signed with a key.** It prints \`Verified OK\`:

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
openssl dgst -sha256 -verify "$KEY" -signature "$W/signature" "$W/signed"
\`\`\`

With an Ed25519 key it is this instead, and prints \`Signature Verified Successfully\`:

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$W/signed" -sigfile "$W/signature"
\`\`\`

**Signed keyless.** It prints \`Verified OK\`, the workflow, its repository by number, and the run; compare
them with what the signers gave you. The step *The certificate* checks that the certificate itself is genuine.

\`\`\`sh
jq -r .verificationMaterial.certificate.rawBytes $B | base64 -d | openssl x509 -inform DER -out "$W/leaf.pem"
openssl x509 -in "$W/leaf.pem" -pubkey -noout > "$W/leaf.pub"
openssl dgst -sha256 -verify "$W/leaf.pub" -signature "$W/signature" "$W/signed"
openssl x509 -in "$W/leaf.pem" -noout -ext subjectAltName
openssl x509 -in "$W/leaf.pem" -noout -text | grep -A1 -E '57264\\.1\\.(8|15|17|21):'
\`\`\`

**The time**, where the run carries a timestamp. It prints \`Verification: OK\`, and the time of the signature:

\`\`\`sh
ROOT=\${ROOT:-trusted_root.jsonl}
pem() { while read -r der; do echo "$der" | base64 -d | openssl x509 -inform DER; done; }
jq -r '.timestampAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/clocks.pem"
jq -r '.verificationMaterial.timestampVerificationData.rfc3161Timestamps[0].signedTimestamp' $B | base64 -d > "$W/token"
SEEN=$(openssl ts -reply -in "$W/token" -text 2> "$W/log" | sed -n 's/^Time stamp: //p')
openssl ts -verify -in "$W/token" -data "$W/signature" -CAfile "$W/clocks.pem" -untrusted "$W/clocks.pem" -attime "$(date -u -d "$SEEN" +%s)"
echo "$SEEN"
\`\`\`

**The certificate**, for a keyless run. It prints \`OK\`: one of your authorities issued it, and it was valid
at the time that the step before has proven.

\`\`\`sh
jq -r '.certificateAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/authorities.pem"
openssl verify -attime "$(date -u -d "$SEEN" +%s)" -CAfile "$W/authorities.pem" -untrusted "$W/authorities.pem" -purpose any "$W/leaf.pem"
\`\`\`

**The files.** Do this only after the signature was verified. It prints one \`OK\` for each file:

\`\`\`sh
jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

The statement says what its signature promises, such as a timestamp. A run that promises a timestamp and has
none was tampered with:

\`\`\`sh
jq .predicate.assurance "$W/payload"
\`\`\`

## With cosign 3

Signed with a key, offline:

\`\`\`sh
cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog evidence.json
\`\`\`

The same with its timestamp:

\`\`\`sh
cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog --use-signed-timestamps --trusted-root trusted_root.json evidence.json
\`\`\`

Keyless on GitHub's own instance, which has no logs; without \`--insecure-ignore-tlog\` and
\`--insecure-ignore-sct\` for a public repository. cosign takes one root, so give it the line of
\`trusted_root.jsonl\` that names the authority:

\`\`\`sh
cosign verify-blob-attestation --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --trusted-root trusted_root.json --use-signed-timestamps --insecure-ignore-tlog --insecure-ignore-sct --certificate-oidc-issuer https://token.actions.githubusercontent.com --certificate-identity "$WORKFLOW" evidence.json
\`\`\`

cosign needs \`--insecure-ignore-tlog\` for a signature that is in no public log. For a declared gap, use
\`gap.json\` and \`https://datadog-evidence.github.io/gap/v1\` instead of the evidence and its type.

## With gh

Only for keyless runs, because \`gh\` does not support keys. \`REPOSITORY\` is the repository of the workflow that
signed, such as \`acme/compliance\`.

\`\`\`sh
gh attestation verify evidence.json --repo "$REPOSITORY" --bundle evidence.sigstore.json --predicate-type https://datadog-evidence.github.io/evidence/v1 --custom-trusted-root trusted_root.jsonl
\`\`\`

## What a good signature does not show

It does not show that no day is missing, that no holder of the key signed something false within the hour, or
that a control is met. Without a timestamp from an authority that you accept, it does not show the time either:
the time is then the signer's own claim. Evidence supports a control; the auditor judges whether it is enough.
`;


/***/ }),

/***/ 58191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ statesInWords),
/* harmony export */   K4: () => (/* binding */ countInWords),
/* harmony export */   Lz: () => (/* binding */ outcomeInWords),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   TS: () => (/* binding */ completenessInWords),
/* harmony export */   b5: () => (/* binding */ isFloor),
/* harmony export */   eD: () => (/* binding */ GRADE_WORDS),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fH: () => (/* binding */ ITEM_NAMES),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   jA: () => (/* binding */ reasonInWords),
/* harmony export */   o3: () => (/* binding */ sentenceCase),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18137);

/** What the items are called in running text. */
const ITEM_NAMES = {
    "security-signals": "security signals",
    "compliance-monitors": "compliance monitors",
    "cspm-findings": "CSPM findings",
};
/** What the grades of a complete collection mean, briefly and in full. */
const GRADE_WORDS = {
    reconciled: {
        brief: "reconciled: matches Datadog’s own count",
        full: "Our count of unique records matches Datadog’s own count.",
    },
    drained: {
        brief: "drained: read to the end",
        full: "The list was read to the end. Datadog gives no count to compare with, so an omission by Datadog would not show.",
    },
};
/** Whether the item's numbers are floors. */
function isFloor(item) {
    return item.collection.status === "partial";
}
/** The counts of an item under their labels, or `null` where none is known. */
function figuresOf({ collection, result }) {
    // A failed item has no counts by contract; were there any, they would be zeros of an error.
    if (collection.status === "failed" || collection.status === "skipped")
        return null;
    return result.counts && Object.entries(result.counts).map(([count, value]) => [countLabel(count), value]);
}
/** The name of a count in words: `notEvaluated` is "not evaluated". */
function countLabel(count) {
    return count.replaceAll(/[A-Z]/gv, (letter) => ` ${letter.toLowerCase()}`);
}
/** The counts of an item as one phrase: floors say "at least", and what is not known says so. */
function countsInWords(item) {
    const figures = figuresOf(item);
    if (figures === null)
        return "not known";
    return figures.map(([label, value]) => `${countInWords(item, value)} ${label}`).join(", ");
}
/** A count of the item; a minimum says so. */
function countInWords(item, value) {
    return `${isFloor(item) ? "at least " : ""}${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .groupDigits */ .K9)(value)}`;
}
/** The outcome as a sentence: what was collected, what it supports, and what it does not say. */
function outcomeInWords(evidence) {
    const named = (status) => list(evidence.items.filter((item) => item.collection.status === status).map((item) => ITEM_NAMES[item.id]));
    const complete = named("complete");
    const partial = named("partial");
    const failed = named("failed");
    const skipped = named("skipped");
    const collected = [complete && `${complete} completely`, partial && `${partial} only in part`].filter(Boolean);
    const clauses = [
        collected.length > 0 ? `This run collected ${collected.join(" and ")}` : "This run collected nothing",
        failed && `it could not obtain ${failed}`,
        skipped && `it skipped ${skipped}`,
        ...supportClauses(evidence.items),
        "it is not a statement of compliance",
    ];
    return `${clauses.filter(Boolean).join("; ")}.`;
}
/** The states of all items as one sentence. */
function statesInWords(items) {
    const named = (state) => items.filter((item) => item.result.state === state).map((item) => ITEM_NAMES[item.id]);
    const attention = list(named("attention"));
    const clear = list(named("clear"));
    const unknown = list(named("unknown"));
    const clauses = [
        attention && `${attention} need attention`,
        clear && `${clear} are clear`,
        unknown && `the state of ${unknown} is unknown, which is not clear`,
    ];
    return sentenceCase(`${clauses.filter(Boolean).join("; ")}.`);
}
/** Why an item counts as complete or does not, in a sentence. */
function completenessInWords(collection) {
    if (collection.status === "complete") {
        return collection.grade === null ? "No grade was reached." : GRADE_WORDS[collection.grade].full;
    }
    if (collection.status === "partial") {
        return "Something is missing, and it is not known how much. Every number here is a minimum, not a total.";
    }
    const what = collection.status === "skipped" ? "The item was left out." : "The item was not obtained.";
    return `${what} Its state is not known. Do not read anything here as zero.`;
}
/** Controls as "ISO/IEC 27001:2022 A.8.16, A.5.25", one entry for each framework. */
function controlsByFramework(controls) {
    const frameworks = Map.groupBy(controls, (control) => control.framework);
    return [...frameworks].map(([framework, members]) => `${framework} ${[...new Set(members.map((member) => member.id))].toSorted(byNumber).join(", ")}`);
}
/** A reason as sentences. */
function reasonInWords(reason) {
    return [reason.message, reason.hint ?? ""].filter(Boolean).map(sentence).join(" ");
}
/** Text as a sentence, with a capital and a full stop. */
function sentence(text) {
    return sentenceCase(/[.!?]$/v.test(text) ? text : `${text}.`);
}
/** Text with a capital. */
function sentenceCase(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** Words as "a, b and c". */
function list(words) {
    if (words.length < 2)
        return words.join("");
    return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
// An item whose state is unknown supports nothing yet, whatever it is mapped to.
function supportClauses(items) {
    const controls = (known) => items.filter((item) => (item.result.state !== "unknown") === known).flatMap((item) => item.controls);
    const supported = controlsByFramework(controls(true));
    const unknown = controlsByFramework(controls(false).filter((control) => !controls(true).some((other) => isSame(control, other))));
    return [
        supported.length > 0 ? `it supports ${list(supported)}` : "it supports no control",
        ...(unknown.length > 0 ? [`for ${list(unknown)} the state is unknown`] : []),
    ];
}
function isSame(one, other) {
    return one.framework === other.framework && one.id === other.id;
}
// A.8.9 comes before A.8.16.
function byNumber(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
}


/***/ }),

/***/ 34091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ collectorIdentity),
/* harmony export */   Z3: () => (/* binding */ eventPayload),
/* harmony export */   yK: () => (/* binding */ runIdentity)
/* harmony export */ });
/* harmony import */ var _platform_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32759);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3345);






/**
 * Which program collected: the digest is that of `sha256sum *` over the files
 * of `dist` in the order of their names, so that anybody can compute it.
 */
async function collectorIdentity(dist) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dist, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const lines = await Promise.all(names
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map(async (name) => `${(0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(dist, name)))}  ${name}\n`));
    return { name: "datadog-evidence", version: _platform_version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x, sha256: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(lines.join("")) };
}
const Event = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    schedule: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional().catch(undefined),
    repository: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ visibility: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(), private: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().optional() })
        .optional()
        .catch(undefined),
});
/** The payload of the event that started the workflow; empty where there is none. */
async function eventPayload(environment) {
    const file = environment["GITHUB_EVENT_PATH"];
    if (file === undefined || file === "")
        return {};
    try {
        return Event.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8")));
    }
    catch {
        // GitHub writes the file; where it is absent or strange, it just tells nothing.
        return {};
    }
}
/** Who runs: GitHub's run, or a local one with an id of its own. */
function runIdentity(environment, event) {
    const id = environment["GITHUB_RUN_ID"];
    if (environment["GITHUB_ACTIONS"] !== "true" || id === undefined || !/^\d{1,20}$/.test(id)) {
        return { id: `local-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.randomBytes)(4).toString("hex")}`, attempt: 1, github: null };
    }
    const repository = environment["GITHUB_REPOSITORY"] ?? "";
    return {
        id,
        attempt: Math.max(1, Math.trunc(Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1)) || 1),
        github: {
            repository,
            repositoryId: environment["GITHUB_REPOSITORY_ID"] ?? "",
            workflowRef: environment["GITHUB_WORKFLOW_REF"] ?? "",
            workflowSha: environment["GITHUB_WORKFLOW_SHA"] ?? "",
            event: environment["GITHUB_EVENT_NAME"] ?? "",
            schedule: event.schedule ?? null,
            url: `${environment["GITHUB_SERVER_URL"] ?? "https://github.com"}/${repository}/actions/runs/${id}`,
        },
    };
}


/***/ }),

/***/ 63832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/sign/attest.js
var attest = __webpack_require__(41288);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
;// CONCATENATED MODULE: ./lib/datadog/retry.js
/** A request gives up when it has done nothing but fail for this long. */
const GIVE_UP_AFTER_MS = 60_000;
/** What only adds to an item, a count to compare with or a population, is not worth more than this. */
const AUXILIARY_PATIENCE_MS = 15_000;
/** One attempt may take this long, body included. */
const ATTEMPT_TIMEOUT_MS = 30_000;
const FIRST_BACKOFF_MS = 300;
const LONGEST_BACKOFF_MS = 10_000;
/**
 * How long to wait before asking again, or null to give up.
 *
 * `attempt` is 1 after the first failure, `failingForMs` the time since the
 * first of an unbroken row of failures, `random` a number in [0, 1) that spreads
 * clients which failed together.
 */
function retryDelay(failure) {
    if (!failure.isTransient)
        return null;
    const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failure.attempt - 1), LONGEST_BACKOFF_MS);
    const wait = Math.round(ceiling * (0.5 + failure.random / 2));
    return failure.failingForMs + wait > (failure.patienceMs ?? GIVE_UP_AFTER_MS) ? null : wait;
}
/** Whether asking again may help: 408, 429 and 5xx pass, other answers stay as they are. */
function isTransientStatus(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** How an error status reads in the evidence. */
function reasonForStatus(status) {
    if (status === 403)
        return "permission";
    if (status === 404)
        return "not-available";
    if (status === 429)
        return "rate-limited";
    if (status === 408 || status >= 500)
        return "server-error";
    return "refused";
}

;// CONCATENATED MODULE: ./lib/datadog/validate-keys.js



const ValidateAnswer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), attributes: schemas/* object */.Ikc({ api_key_id: schemas/* string */.YjP() }) }),
});
/**
 * Asks whether the keys work before anything is collected. Answers with their
 * owner, or with the failure that every item would meet.
 *
 * `validate_keys` (in the clients since 2026-05) tests both keys, `v1/validate`
 * the API key alone, `v2/validate` (unstable) names the organisation.
 */
async function validateKeys(datadog, site) {
    const both = await datadog.request({ method: "GET", path: "/api/v2/validate_keys" });
    const { status } = both.page;
    if (status === 401 || status === 403)
        return findWrongKey(datadog, site);
    if (both.failure !== null && STOPPING_CODES.has(both.failure.code))
        return both.failure;
    const named = await datadog.request({
        method: "GET",
        path: "/api/v2/validate",
        patienceMs: AUXILIARY_PATIENCE_MS,
    });
    const owner = ValidateAnswer.safeParse(named.json);
    if (!owner.success)
        return { organizationId: null, apiKeyId: null };
    return { organizationId: owner.data.data.id, apiKeyId: owner.data.data.attributes.api_key_id };
}
/** What no item could get past. Anything else is for the items themselves to meet and name. */
const STOPPING_CODES = new Set(["unreachable", "refused", "deadline", "cancelled"]);
async function findWrongKey(datadog, site) {
    const alone = await datadog.request({ method: "GET", path: "/api/v1/validate" });
    if (alone.failure === null) {
        return new failure/* Failure */.HR("refused", `the application key is not valid on ${site}, although the API key is`, {
            hint: "check DD_APP_KEY (input app-key): it is 40 characters or begins with ddapp_, and its owner must be enabled",
        });
    }
    if (alone.page.status === 403 && alone.failure.code === "refused") {
        return new failure/* Failure */.HR("refused", `a web page refused the API key before ${site} could look at it`, {
            hint: "check DD_API_KEY (input api-key): it is 32 hexadecimal characters; if it is, a proxy in between blocks the address",
        });
    }
    if (alone.page.status === 401 || alone.page.status === 403) {
        return new failure/* Failure */.HR("refused", `the API key is not valid on ${site}`, {
            hint: `either DD_API_KEY (input api-key) is wrong or revoked, or the organisation is on another site: compare ${site} with the address of your Datadog in the browser`,
        });
    }
    return alone.failure;
}

// EXTERNAL MODULE: ./lib/datadog/sites.js
var sites = __webpack_require__(3694);
;// CONCATENATED MODULE: ./lib/evidence/rules/clock-skew.js

/** Less may be the network's doing; more is a clock that is wrong. */
const REMARKABLE_MS = 60_000;
/** From here on a window of days is not the window it says. */
const UNBELIEVABLE_MS = time/* HOUR_MS */.iQ;
/**
 * The item in the light of how far Datadog's clock and ours are apart, null where
 * that is not known: beyond a minute with a caveat, beyond an hour not complete,
 * because nobody knows what window was looked at.
 */
function applyClockSkew(item, skewMs) {
    if (skewMs === null || Math.abs(skewMs) <= REMARKABLE_MS)
        return item;
    const seconds = Math.round(Math.abs(skewMs) / 1000);
    const apart = `Datadog's clock is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} ours`;
    const told = { caveats: [...item.caveats, `${apart}; the times of this run are by ours`] };
    if (Math.abs(skewMs) <= UNBELIEVABLE_MS || item.collection.status !== "complete") {
        return { ...item, ...told };
    }
    const reason = {
        code: "clock-skew",
        message: apart,
        hint: "set the clock of this machine, by NTP for instance, and run again",
    };
    if (item.id === "security-signals")
        return { ...item, ...told, ...doubtItem(item, reason) };
    if (item.id === "compliance-monitors")
        return { ...item, ...told, ...doubtItem(item, reason) };
    return { ...item, ...told, ...doubtItem(item, reason) };
}
/** The counts stay, as a floor. */
function doubtItem({ collection, result }, reason) {
    const state = "unknown";
    return {
        collection: { ...collection, status: "partial", grade: null, reason },
        result: { state, reason, counts: result.counts },
    };
}

// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/platform/crypto.js
var platform_crypto = __webpack_require__(41262);
;// CONCATENATED MODULE: ./lib/evidence/projection/pseudonym.js

/** Pseudonyms under a key that HKDF derives from the secret. */
function createPseudonyms(secret) {
    const hmac = (0,platform_crypto/* hmacSha256 */.TR)((0,platform_crypto/* deriveKey */.Hz)(secret, "datadog-evidence/pseudonym-key/v1"));
    const keyId = (0,platform_crypto/* deriveKey */.Hz)(secret, "datadog-evidence/pseudonym-key-id/v1").subarray(0, 8).toString("hex");
    return {
        keyId,
        of: (label, value) => `hmac-sha256:${hmac(`${label}\0${value}`)}`,
    };
}

// EXTERNAL MODULE: ./lib/evidence/rules/states.js
var states = __webpack_require__(98827);
// EXTERNAL MODULE: ./lib/controls/catalogue.js
var catalogue = __webpack_require__(67983);
;// CONCATENATED MODULE: ./lib/collectors/collector.js
/** Records a page; the largest that every endpoint takes, and well below what makes them time out. */
const PAGE_SIZE = 100;
/** How nothing was asked. */
const NO_REQUESTS = { requests: [], listings: [], agreements: [], total: null, proofs: [] };

;// CONCATENATED MODULE: ./lib/datadog/pagination.js


/** The requests of one item, as they go into its evidence. */
class RequestLedger {
    requests;
    constructor(requests = []) {
        this.requests = [...requests];
    }
    /** A new entry; a cursor in later pages is not part of it. */
    open(question) {
        const entry = newEntry(question);
        this.requests.push(entry);
        return entry;
    }
}
/** An entry in no ledger yet, for what is read beside others and finds its place in the end. */
function newEntry({ method, path, query = {}, body = {} }) {
    return { method, path, query: { ...query }, body: { ...body }, drained: false, pages: [] };
}
/** Far beyond any organisation; reaching it means that the pages never end. */
const MOST_PAGES = 20_000;
/** A page that says that it may be short is asked for this often. */
const UNFINISHED_ATTEMPTS = 3;
/**
 * Reads the pages of a listing until the source has no more, or until whoever
 * takes them wants no more. Each exchange goes into the entry, which is drained
 * by the time the last page is taken. Throws the failure that ended reading early.
 */
async function readPages(datadog, listing, take) {
    const reading = new PageReader(datadog, listing);
    // A call for each page, so that nothing of one is held while the next is waited for.
    while (await reading.next(take))
        ;
}
class PageReader {
    #datadog;
    #entry;
    #paging;
    #seen = new Set();
    #cursor = null;
    #unfinished = 0;
    #items = 0;
    constructor(datadog, { entry, paging }) {
        this.#datadog = datadog;
        this.#entry = entry;
        this.#paging = paging;
    }
    /** Whether there is more to read. */
    async next(take) {
        const { method, path, pages } = this.#entry;
        const what = `${method} ${path}`;
        if (pages.length >= MOST_PAGES)
            throw new failure/* Failure */.HR("cap", `${what} did not end within ${MOST_PAGES} pages`);
        this.#reportProgress();
        const reply = await this.#datadog.requestList(this.#paging.requestAfter(this.#cursor), this.#paging);
        pages.push(reply.page);
        if (reply.failure !== null) {
            if (isTooSlow(reply) && this.#paging.shrink?.() === true)
                return true;
            throw reply.failure;
        }
        const { records } = reply;
        const page = this.#paging.read(reply.json, records);
        if (page === null)
            throw new failure/* Failure */.HR("shape", `Datadog's answer to ${what} is not the list it should be`);
        const { next, unfinished } = page;
        if (unfinished !== null && (this.#unfinished += 1) < UNFINISHED_ATTEMPTS)
            return true;
        pages[pages.length - 1] = { ...reply.page, items: records.length };
        this.#items += records.length;
        this.#reportProgress();
        const isLast = next === null || records.length === 0;
        this.#entry.drained = isLast && unfinished === null;
        const isWanted = take(records);
        if (unfinished !== null) {
            throw new failure/* Failure */.HR("source-timeout", `Datadog answered ${what} but says that its own search did not finish (${unfinished})`, { hint: "the list may be short; run again when Datadog is less busy" });
        }
        if (isLast || !isWanted)
            return false;
        this.#goTo(next, what);
        return true;
    }
    #goTo(next, what) {
        if (this.#seen.has(next) || next === this.#cursor) {
            throw new failure/* Failure */.HR("cursor-repeated", `Datadog repeated a cursor of ${what}; reading on would never end`);
        }
        this.#seen.add(next);
        this.#cursor = next;
        this.#unfinished = 0;
    }
    #reportProgress() {
        const { path, pages } = this.#entry;
        this.#datadog.reportProgress({ path, pages: pages.length, items: this.#items });
    }
}
/** Whether a shorter page might have come in time. */
function isTooSlow({ page, failure }) {
    const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
    return page.status === 504 || isTimeout;
}
/** One question with one answer: a control total or a probe, not a list. It is not waited for long. */
async function requestOnce(datadog, ledger, question) {
    const entry = ledger.open(question);
    datadog.reportProgress({ path: entry.path, pages: 0, items: 0 });
    const reply = await datadog.request({ patienceMs: AUXILIARY_PATIENCE_MS, ...question });
    entry.pages.push(reply.page);
    entry.drained = reply.failure === null;
    return reply;
}

// EXTERNAL MODULE: ./lib/evidence/projection/caveats.js
var caveats = __webpack_require__(15814);
// EXTERNAL MODULE: ./lib/evidence/rules/completeness.js
var completeness = __webpack_require__(54873);
// EXTERNAL MODULE: ./lib/evidence/projection/projection.js
var projection = __webpack_require__(87650);
;// CONCATENATED MODULE: ./lib/evidence/projection/finding.js


const RawFinding = schemas/* object */.Ikc({
    finding_type: projection/* optionalText */.mR,
    severity: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    title: projection/* optionalText */.mR,
    rule: schemas/* object */.Ikc({ id: projection/* recordId */.Re, name: projection/* optionalText */.mR }).nullish().catch(null),
    resource_id: projection/* optionalText */.mR,
    resource_type: projection/* optionalText */.mR,
    cloud_resource: schemas/* object */.Ikc({ cloud_provider: projection/* optionalText */.mR }).nullish().catch(null),
    compliance: schemas/* object */.Ikc({ evaluation: projection/* optionalText */.mR }).nullish().catch(null),
    first_seen_at: projection/* optionalTime */.kX,
    detection_changed_at: projection/* optionalTime */.kX,
    workflow: schemas/* object */.Ikc({
        mute: schemas/* object */.Ikc({
            is_muted: schemas/* boolean */.zMY().nullish().catch(null),
            reason: projection/* optionalText */.mR,
            expire_at: projection/* optionalTime */.kX,
        })
            .nullish()
            .catch(null),
    })
        .nullish()
        .catch(null),
});
const FindingEnvelope = schemas/* object */.Ikc({
    id: projection/* recordId */.Re,
    // Documented without `custom`, recorded with it.
    attributes: schemas/* object */.Ikc({ attributes: schemas/* looseObject */._H3({ custom: schemas/* unknown */.L5J().optional() }) }),
});
/** A posture finding; failing critical and high misconfigurations are kept, muted ones too. */
function projectFinding(raw, { privacy, pseudonyms, links }) {
    const envelope = FindingEnvelope.safeParse(raw);
    if (!envelope.success)
        return { misshapen: (0,projection/* firstBadField */.cX)(envelope.error) };
    const { attributes } = envelope.data;
    const id = pseudonyms.of("finding", envelope.data.id);
    const nested = attributes.attributes.custom !== undefined;
    const parsed = RawFinding.safeParse(nested ? attributes.attributes.custom : attributes.attributes);
    const base = nested ? "attributes.attributes.custom." : "attributes.attributes.";
    if (!parsed.success)
        return { misshapen: base + (0,projection/* firstBadField */.cX)(parsed.error) };
    const found = parsed.data;
    if (found.finding_type && found.finding_type !== "misconfiguration") {
        return { excluded: "it is not a misconfiguration", id };
    }
    const evaluation = found.compliance?.evaluation?.toLowerCase();
    if (evaluation === undefined)
        return { misshapen: `${base}compliance.evaluation` };
    if (evaluation !== "fail")
        return { excluded: "its check does not fail", id };
    const severity = found.severity.toLowerCase();
    if (severity !== "critical" && severity !== "high") {
        return { excluded: "its severity is neither critical nor high", id };
    }
    if (found.status === "auto_closed" || found.status === "resolved")
        return { excluded: "it is closed", id };
    const keep = (0,projection/* newTextKeeper */._W)(privacy);
    const mute = found.workflow?.mute ?? null;
    const muted = mute?.is_muted === true || found.status === "muted";
    return keep.result({
        id,
        severity,
        status: found.status,
        title: keep.text(found.title),
        rule: found.rule ? { id: found.rule.id, name: keep.text(found.rule.name) } : null,
        resource: found.resource_id ? pseudonyms.of("resource", found.resource_id) : null,
        resourceType: found.resource_type ?? null,
        cloudProvider: found.cloud_resource?.cloud_provider ?? null,
        muted,
        muteReason: muted ? (mute?.reason ?? null) : null,
        muteExpires: muted ? (mute?.expire_at ?? null) : null,
        firstSeen: found.first_seen_at ?? null,
        changed: found.detection_changed_at ?? null,
        link: links.rule(found.rule?.id ?? null),
    }, [
        ...(["open", "muted", "in-progress"].includes(found.status) ? [] : ["unknown-status"]),
        ...(muted && !mute?.expire_at ? ["mute-without-expiry"] : []),
    ]);
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
;// CONCATENATED MODULE: ./lib/collectors/coverage.js


const CoverageAnswer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        attributes: schemas/* object */.Ikc({
            total_coverage: schemas/* object */.Ikc({
                configured_resources_count: schemas/* int */.Whr().nonnegative(),
                partially_configured_resources_count: schemas/* int */.Whr().nonnegative().default(0),
            }),
        }),
    }),
});
/** Accounts that Cloud Security looks at; null where the key may not ask. Without any, zero findings prove nothing. */
async function countCoveredAccounts({ datadog, ledger }) {
    const reply = await requestOnce(datadog, ledger, {
        method: "GET",
        path: "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts",
    });
    const coverage = CoverageAnswer.safeParse(reply.json);
    if (!coverage.success)
        return null;
    const { total_coverage: total } = coverage.data.data.attributes;
    return total.configured_resources_count + total.partially_configured_resources_count;
}
const CountAnswer = schemas/* object */.Ikc({
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ total_filtered_count: schemas/* int */.Whr().nonnegative() }) }),
});
/**
 * How many critical and high misconfiguration checks there are: those that fail,
 * or all of them, passing, failing and muted. Only the legacy endpoint counts,
 * where `status` is the severity and may be given once; it is planned to go, and
 * null without both its answers.
 */
async function countChecks({ datadog, ledger }, which) {
    const counts = await Promise.all(["critical", "high"].map(async (severity) => {
        const reply = await requestOnce(datadog, ledger, {
            method: "GET",
            path: "/api/v2/posture_management/findings",
            query: {
                "filter[vulnerability_type]": "misconfiguration",
                "filter[status]": severity,
                ...(which === "failing" ? { "filter[evaluation]": "fail" } : {}),
                "page[limit]": 1,
            },
            permission: "security_monitoring_findings_read",
        });
        const counted = CountAnswer.safeParse(reply.json);
        return counted.success ? counted.data.meta.page.total_filtered_count : null;
    }));
    const known = counts.filter((count) => count !== null);
    return known.length < counts.length ? null : known.reduce((sum, count) => sum + count, 0);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
;// CONCATENATED MODULE: ./lib/collectors/store/record-lines.js



/** Records of fewer bytes are cheaper as objects than read again and again. */
const FEW_BYTES = 1024 * 1024;
/** Bytes that are read in one. */
const PIECE_BYTES = 64 * 1024;
/** The records whose lines these are, in this order. */
function readRecords(spool, { length: count, size, ...lines }, few = FEW_BYTES) {
    if (size <= few) {
        return Array.from(lines.all(), ({ at, length }) => JSON.parse(spool.read(at, length).toString("utf8")));
    }
    const digest = (0,external_node_crypto_.createHash)("sha256");
    const begin = spool.size;
    const room = Buffer.allocUnsafe(PIECE_BYTES);
    for (const { at, length } of lines.all()) {
        const line = spool.read(at, length, room);
        digest.update(line);
        spool.append(line);
    }
    const sha256 = digest.digest("hex");
    return new NdjsonRecords(count, {
        size,
        sha256,
        *pieces() {
            const again = (0,external_node_crypto_.createHash)("sha256");
            for (let at = 0; at < size; at += PIECE_BYTES) {
                const piece = spool.read(begin + at, Math.min(PIECE_BYTES, size - at));
                again.update(piece);
                yield piece;
            }
            // Whatever is signed is named by what was written; nothing else may be published as that.
            if (again.digest("hex") !== sha256)
                throw readBackFailure();
        },
    });
}
function readBackFailure() {
    return new failure/* Failure */.HR("not-published", "the records were not read back as they were written", {
        hint: "check the disk that holds the temporary folder",
    });
}
/** Records that are lines until somebody walks through them: they were checked when they were written. */
class NdjsonRecords {
    length;
    lines;
    constructor(length, lines) {
        this.length = length;
        this.lines = lines;
    }
    *values() {
        for (const line of (0,file/* readLines */.Se)(this.lines)) {
            const record = JSON.parse(line);
            yield record;
        }
    }
    [Symbol.iterator]() {
        return this.values();
    }
}

;// CONCATENATED MODULE: ./lib/collectors/store/digest-set.js

/** Of a digest, in words of 32 bits: 128 bits tell any ids apart. */
const WORDS_EACH = 4;
const FIRST_CAPACITY = 256;
/**
 * A set of ids that numbers them from 0 in the order in which they came. It keeps
 * a digest of each, in some 24 bytes where a `Map` of the ids takes ten times that.
 */
class DigestSet {
    size = 0;
    #words = new Uint32Array(FIRST_CAPACITY * WORDS_EACH);
    /** By the beginning of the digest, its number and one more; 0 for nobody. At most half full. */
    #table = new Uint32Array(FIRST_CAPACITY * 2);
    #sought = new Uint32Array(WORDS_EACH);
    /** The number of an id, a new one where it is not there yet. */
    add(id) {
        // As a text: a buffer for each of hundreds of thousands would leave holes in memory.
        const digest = (0,external_node_crypto_.hash)("sha256", id, "binary");
        for (let word = 0; word < WORDS_EACH; word += 1)
            this.#sought[word] = wordIn(digest, word);
        return this.#add(this.#sought);
    }
    /** The number here of what has that number there. */
    addFrom(other, nth) {
        return this.#add(other.#digest(nth));
    }
    /** Whether what has that number there is here. */
    hasFrom(other, nth) {
        return this.#table[this.#find(other.#digest(nth))] !== 0;
    }
    #add(digest) {
        const slot = this.#find(digest);
        const known = this.#table[slot] ?? 0;
        if (known > 0)
            return known - 1;
        const nth = this.size;
        this.size += 1;
        this.#table[slot] = this.size;
        this.#words.set(digest, nth * WORDS_EACH);
        if (this.size * 2 >= this.#table.length)
            this.#grow();
        return nth;
    }
    /** The place of the digest in the table, or where it would go. */
    #find(digest) {
        const mask = this.#table.length - 1;
        let slot = (digest[0] ?? 0) & mask;
        for (let taken = this.#table[slot] ?? 0; taken > 0; taken = this.#table[slot] ?? 0) {
            if (this.#isAt(taken - 1, digest))
                break;
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    #isAt(nth, digest) {
        for (let word = 0; word < WORDS_EACH; word += 1) {
            if (digest[word] !== this.#words[nth * WORDS_EACH + word])
                return false;
        }
        return true;
    }
    #digest(nth) {
        return this.#words.subarray(nth * WORDS_EACH, (nth + 1) * WORDS_EACH);
    }
    #grow() {
        const words = this.#words;
        this.#words = new Uint32Array(words.length * 2);
        this.#words.set(words);
        this.#table = new Uint32Array(this.#table.length * 2);
        for (let nth = 0; nth < this.size; nth += 1)
            this.#table[this.#find(this.#digest(nth))] = nth + 1;
    }
}
function wordIn(digest, word) {
    const at = word * 4;
    const [low, high] = [
        digest.charCodeAt(at) + digest.charCodeAt(at + 1) * 0x100,
        digest.charCodeAt(at + 2) + digest.charCodeAt(at + 3) * 0x100,
    ];
    return low + high * 0x1_0000;
}

;// CONCATENATED MODULE: ./lib/collectors/store/record-index.js

/**
 * What is remembered of each record while a listing is read, some fifty bytes:
 * there may be hundreds of thousands, so all else of them lies in the spool.
 */
class RecordIndex {
    #ids = new DigestSet();
    #keys = new NumberColumn();
    /** Those keys that are no numbers. */
    #texts = new Map();
    #places = new NumberColumn();
    #lengths = new NumberColumn();
    #notes = new Map();
    /** How many records, each once. */
    get size() {
        return this.#ids.size;
    }
    /** The record of this id, as it was last seen. */
    put({ id, timestamp }, line, note) {
        this.#put(this.#ids.add(String(id)), { key: sortKeyOf(timestamp ?? id), line, note });
    }
    /** The id was seen, but its record does not belong. */
    exclude(id, reason) {
        this.#put(this.#ids.add(id), { key: 0, line: NO_PLACE, note: { excluded: reason } });
    }
    /** Takes over what another has seen later. */
    merge(other) {
        for (let nth = 0; nth < other.size; nth += 1) {
            this.#put(this.#ids.addFrom(other.#ids, nth), {
                key: other.#keyOf(nth),
                line: other.#lineOf(nth),
                note: other.#notes.get(nth) ?? null,
            });
        }
    }
    /** How many of the ids stand in any of these, too. */
    countIn(others) {
        let count = 0;
        for (let nth = 0; nth < this.size; nth += 1) {
            if (others.some((other) => other.#ids.hasFrom(this.#ids, nth)))
                count += 1;
        }
        return count;
    }
    notes() {
        return this.#notes.values();
    }
    /** Where the kept records lie, in the order of the file: signals by (timestamp, id), others by id. */
    lines(spool) {
        const sorted = this.#kept().toSorted((a, b) => compareKeys(this.#keyOf(a), this.#keyOf(b)));
        const size = sorted.reduce((sum, nth) => sum + this.#lengths.get(nth), 0);
        return { length: sorted.length, size, all: () => this.#inOrder(sorted, spool) };
    }
    #kept() {
        return Uint32Array.from({ length: this.size }, (_, nth) => nth).filter((nth) => !this.#isLeftOut(nth));
    }
    /** Those that sort alike stand by their ids. */
    *#inOrder(sorted, spool) {
        for (let from = 0; from < sorted.length;) {
            const key = this.#keyOf(sorted[from] ?? 0);
            let to = from + 1;
            while (to < sorted.length && this.#keyOf(sorted[to] ?? 0) === key)
                to += 1;
            if (to === from + 1)
                yield this.#lineOf(sorted[from] ?? 0);
            else
                yield* byId(Array.from(sorted.subarray(from, to), (nth) => this.#lineOf(nth)), spool);
            from = to;
        }
    }
    #put(nth, { key, line, note, }) {
        if (typeof key === "string")
            this.#texts.set(nth, key);
        else
            this.#texts.delete(nth);
        this.#keys.set(nth, typeof key === "string" ? 0 : key);
        this.#places.set(nth, line.at);
        this.#lengths.set(nth, line.length);
        if (note === null)
            this.#notes.delete(nth);
        else
            this.#notes.set(nth, note);
    }
    #keyOf(nth) {
        return this.#texts.get(nth) ?? this.#keys.get(nth);
    }
    #lineOf(nth) {
        return { at: this.#places.get(nth), length: this.#lengths.get(nth) };
    }
    #isLeftOut(nth) {
        const note = this.#notes.get(nth);
        return note !== undefined && "excluded" in note;
    }
}
/** Numbers by number, eight bytes each. */
class NumberColumn {
    #values = new Float64Array(256);
    get(nth) {
        return this.#values[nth] ?? 0;
    }
    set(nth, value) {
        if (nth >= this.#values.length) {
            const values = new Float64Array(2 * this.#values.length);
            values.set(this.#values);
            this.#values = values;
        }
        this.#values[nth] = value;
    }
}
const NO_PLACE = { at: 0, length: 0 };
/** Of an instant in a year of four digits; longer years sort otherwise than their numbers. */
const ISO_LENGTH = 24;
/** An instant as Datadog writes it sorts as its number does, which takes less room. */
function sortKeyOf(text) {
    if (typeof text === "number")
        return text;
    const ms = Date.parse(text);
    return text.length === ISO_LENGTH && !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}
/** As the texts compare, by code unit. */
function compareKeys(a, b) {
    if (typeof a === "number" && typeof b === "number")
        return a - b;
    const [one, other] = [typeof a === "number" ? isoOf(a) : a, typeof b === "number" ? isoOf(b) : b];
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}
function isoOf(ms) {
    return new Date(ms).toISOString();
}
/** Records of one instant, of which there are few. */
function byId(lines, spool) {
    const named = lines.map((line) => {
        const { id } = JSON.parse(spool.read(line.at, line.length).toString("utf8"));
        return { id: String(id), line };
    });
    return named.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ line }) => line);
}

;// CONCATENATED MODULE: ./lib/collectors/store/batch.js




/** Nothing read yet. */
function newBatch() {
    return { index: new RecordIndex(), misshapen: [], received: 0, stopped: null };
}
/** Puts a page into a batch. */
function addPage(batch, page, { spool, shape }) {
    const { index, misshapen } = batch;
    batch.received += page.length;
    for (const projected of page) {
        if ("misshapen" in projected)
            misshapen.push(projected.misshapen);
        // Kept on one page and left out on another, it still is one record: as it was last seen.
        else if ("excluded" in projected)
            index.exclude(projected.id, projected.excluded);
        else {
            const { kept, remarks, redactions } = projected;
            const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
            const note = remarks.length + redactions === 0 ? null : { remarks, redactions };
            index.put(kept, { at, length: spool.size - at }, note);
        }
    }
}
/** Reads into a batch to the end or to a failure, which loses nothing that came before it. */
async function fillBatch(batch, read) {
    try {
        await read();
    }
    catch (error) {
        batch.stopped = reasonFor(error);
    }
}
/** What the batches hold together, in their order: the later one has seen a record last. */
function mergeBatches(batches, { spool }) {
    const [first, ...later] = batches;
    const index = first?.index ?? new RecordIndex();
    for (const batch of later)
        index.merge(batch.index);
    const misshapen = batches.flatMap((batch) => batch.misshapen);
    const excluded = new Map();
    const remarks = new Map();
    let redactions = 0;
    for (const note of index.notes()) {
        if ("excluded" in note) {
            countUp(excluded, note.excluded);
            continue;
        }
        redactions += note.redactions;
        for (const remark of note.remarks)
            countUp(remarks, remark);
    }
    return {
        records: readRecords(spool, index.lines(spool)),
        received: batches.reduce((sum, { received }) => sum + received, 0),
        unique: index.size + misshapen.length,
        excluded,
        misshapen,
        remarks,
        redactions,
        stopped: batches.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    };
}
function countUp(counts, what) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
}
/** What there is when nothing could be asked. */
function noRecords(reason) {
    return {
        records: [],
        received: 0,
        unique: 0,
        excluded: new Map(),
        misshapen: [],
        remarks: new Map(),
        redactions: 0,
        stopped: reason,
    };
}
/** The collection of an item, as it follows from what was collected and how. */
function collectionOf(collected, how) {
    const { records, unique, misshapen } = collected;
    return (0,completeness/* deriveCollection */.Sf)({
        ...how,
        ...collected,
        kept: records.length,
        excluded: unique - records.length - misshapen.length,
    });
}
/** A foreseen failure as the evidence file names it; a bug is thrown on. */
function reasonFor(error) {
    if (!(error instanceof failure/* Failure */.HR) || !(0,failure/* isReasonCode */.O8)(error.code))
        throw error;
    return { code: error.code, message: error.message, hint: error.hint ?? null };
}

;// CONCATENATED MODULE: ./lib/collectors/search-page.js

/** A gap at the end of a list may be absent, null or empty. */
const PageCursor = schemas/* string */.YjP().nullish();
const PageAnswer = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    meta: schemas/* object */.Ikc({
        status: schemas/* string */.YjP().nullish(),
        warnings: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
        page: schemas/* object */.Ikc({ after: PageCursor }).nullish(),
    })
        .nullish(),
    errors: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
});
/**
 * Reads a page of the searches for signals and findings. An empty one comes as
 * `{"data":[]}`, without `meta`. A status other than `done`, a warning or an
 * error beside the data means that the page may be short.
 */
function readSearchPage(json) {
    const page = PageAnswer.safeParse(json);
    if (!page.success)
        return null;
    const { data, meta, errors } = page.data;
    return { records: data, next: meta?.page?.after || null, unfinished: unfinishedReason(meta, errors) };
}
function unfinishedReason(meta, errors) {
    const status = meta?.status ?? "done";
    if (status !== "done")
        return /^[\w-]{1,40}$/.test(status) ? `status ${status}` : "a status not known";
    if ((meta?.warnings ?? []).length > 0)
        return "with a warning";
    return (errors ?? []).length > 0 ? "with an error" : null;
}

;// CONCATENATED MODULE: ./lib/collectors/slicing/span.js
/** Whether the slices, in their order, cover the whole: the first begins and the last ends with it, and each begins where the one before ends. */
function checkSeams(slices, whole, what) {
    const ends = [whole.from, ...slices.map(({ to }) => to)];
    const begins = [...slices.map(({ from }) => from), whole.to];
    const joined = ends.filter((end, at) => end === begins[at]).length;
    return {
        name: `slices of the ${what} that join without a hole or an overlap`,
        expected: ends.length,
        actual: joined,
        ok: joined === ends.length,
    };
}

;// CONCATENATED MODULE: ./lib/collectors/slicing/plan.js
/** Slices that one is divided into at most: twice as many as are read at once, so that a long one holds up less. */
const MOST_SLICES = 16;
/** Smaller slices cost more requests for their ends than they save waiting. */
const SMALLEST_SLICE_PAGES = { counted: 4, whole: 6, slice: 16 };
/** Fewer pages to come are not worth dividing a whole list, or a slice of it, for. */
const WORTH_DIVIDING = { whole: 12, slice: 32 };
/** A slice was sized once already; this many of its pages must have come before that is doubted. */
const PAGES_BEFORE = { whole: 1, slice: 4 };
/** What was read of a slice is read again once it is divided, so there must be this many times as much to come. */
const TO_COME = 4;
/**
 * In a slice no more pages for each that was read are believed: a batch of a
 * second says nothing of the next hours, and of batches there are many.
 */
const MOST_BELIEVED = 48;
/** A page whose records are closer together than this tells nothing about the hours to come. */
const SHORTEST_PAGE_MS = 1000;
const SECOND_MS = 1000;
/**
 * Whether the rest is worth dividing; null to read on. It depends on nothing but
 * what was answered, so that the same answers give the same slices.
 *
 * The last page tells how many are to come if the list goes on as densely. That
 * is asked after 1, 2, 4, 8 … pages, so a quiet list is read on and a busy hour
 * in it is divided when it is met. Of a slice the second half of the pages tells,
 * and not too much: where batches come now and then, a page of one is no measure.
 */
function estimateSlice({ span, isWhole, pages, halfway, times: timesOf, horizon, }) {
    const kind = isWhole ? "whole" : "slice";
    if (pages < PAGES_BEFORE[kind] || !isPowerOfTwo(pages))
        return null;
    const times = timesOf();
    const first = times[0] ?? null;
    const last = times.at(-1) ?? null;
    if (first === null || last === null || !isAscending(times))
        return null;
    const end = Math.min(span.to ?? horizon, horizon);
    const [measured, since] = isWhole ? [1, first] : [pages / 2, halfway];
    if (since === null)
        return null;
    const toCome = (measured * (end - last)) / Math.max(last - since, SHORTEST_PAGE_MS);
    if (!isWhole && toCome > MOST_BELIEVED * pages)
        return null;
    if (toCome < Math.max(WORTH_DIVIDING[kind], TO_COME * pages))
        return null;
    return { span, isWhole, last, end, horizon, toCome };
}
/**
 * The slices to read in place of one, or null where it had better be read as it
 * is. Where the source itself counts, the pages to come are those that it counts.
 */
function divideSlice({ span, isWhole, last, end, horizon, toCome }, counted) {
    const kind = isWhole ? "whole" : "slice";
    const pages = counted ?? toCome;
    if (pages < WORTH_DIVIDING[kind])
        return null;
    const smallest = SMALLEST_SLICE_PAGES[counted === null ? kind : "counted"];
    const count = Math.min(MOST_SLICES, Math.floor(pages / smallest));
    const seamsBetween = Array.from({ length: count - 1 }, (_, at) => wholeSecond(last + ((at + 1) * (end - last)) / count));
    const inside = [...new Set(seamsBetween)].filter((seam) => seam > last && seam < end);
    if (inside.length === 0)
        return null;
    const ends = [...inside, ...(span.to === null ? [horizon] : []), span.to];
    return ends.map((to, at) => ({ from: at === 0 ? span.from : (ends[at - 1] ?? null), to }));
}
/** Whole seconds mean the same to whatever cuts off fractions. */
function wholeSecond(ms) {
    return Math.floor(ms / SECOND_MS) * SECOND_MS;
}
/** Whether so many pages are a moment to ask. */
function isPowerOfTwo(count) {
    return Number.isInteger(Math.log2(count));
}
/** A list that is not in order tells nothing about what is to come. */
function isAscending(times) {
    return times.every((time, at) => time !== null && time >= (times[at - 1] ?? time));
}

;// CONCATENATED MODULE: ./lib/collectors/slicing/read-slices.js





/** A list that nobody counts. */
const NO_COUNT = { requests: [], count: null };
/**
 * Reads a timeline to its end or to its failure: in one where it is short, else in
 * slices at the same time, each with a ledger entry of its own. One slice's
 * failure never loses the others.
 */
async function readTimeline(datadog, timeline) {
    const { what, whole, isLasting } = timeline;
    const results = await readSlice(datadog, timeline, { span: whole, isWhole: true });
    const slices = results.flatMap((result) => ("batch" in result ? [result] : []));
    const probes = results.flatMap((result) => ("seenIds" in result ? [result] : []));
    const isRead = slices.every(({ batch }) => batch.stopped === null);
    const found = probes.length > 0 && isLasting && isRead ? [checkProbes(probes, slices, what)] : [];
    const read = {
        collected: mergeBatches(slices.map(({ batch }) => batch), timeline.storage),
        requests: results.map(({ entry }) => entry),
        listings: slices.map(({ entry }) => entry),
    };
    if (probes.length === 0)
        return { ...read, agreements: [] };
    const spans = slices.map(({ span }) => span);
    return { ...read, agreements: [checkSeams(spans, whole, what), ...found] };
}
async function readSlice(datadog, timeline, { span, isWhole, isFinal = false }) {
    const { horizon, pageSize, timeOf, storage } = timeline;
    const paging = timeline.pagingFor(span);
    const entry = newEntry(paging.requestAfter(null));
    const batch = newBatch();
    const seen = { rest: null, halfway: null };
    await fillBatch(batch, async () => readPages(datadog, { entry, paging }, (page) => {
        addPage(batch, page, storage);
        if (isFinal || entry.drained || page.length < pageSize)
            return true;
        const times = () => page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
        const pages = entry.pages.length;
        seen.rest = estimateSlice({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
        if (isPowerOfTwo(pages))
            seen.halfway = times().at(-1) ?? null;
        return seen.rest === null;
    }));
    const { rest } = seen;
    if (rest === null)
        return [{ entry, span, batch }];
    const probe = { entry: asProbe(entry), seenIds: batch.index };
    const whole = async () => readSlice(datadog, timeline, { span, isWhole, isFinal: true });
    const counted = isWhole ? await timeline.countRecords() : NO_COUNT;
    const probes = [probe, ...counted.requests.map((asked) => ({ entry: asked, seenIds: new RecordIndex() }))];
    const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
    const slices = divideSlice(rest, left);
    if (slices === null)
        return [...probes, ...(await whole())];
    const results = await readSlices(datadog, timeline, slices);
    if (!results.some(isRefused) && !isLosing(probe.seenIds, results))
        return [...probes, ...results];
    // Datadog took the whole, so it is the slices that it does not take, or takes for something else.
    const asked = results.map((result) => ({ entry: asProbe(result.entry), seenIds: new RecordIndex() }));
    return [...probes, ...asked, ...(await whole())];
}
/** What is open towards now comes last: a record that moves there while the others are read is met once more. */
async function readSlices(datadog, timeline, slices) {
    const closed = slices.filter(({ to }) => to !== null);
    const open = slices.filter(({ to }) => to === null);
    const results = await Promise.all(closed.map(async (span) => readSlice(datadog, timeline, { span, isWhole: false })));
    for (const span of open)
        results.push(await readSlice(datadog, timeline, { span, isWhole: false }));
    return results.flat();
}
/** It was not read to its end, and carries no records of the item: those come by its slices. */
function asProbe(entry) {
    return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
}
function isRefused(result) {
    return "batch" in result && result.entry.pages.length === 1 && result.entry.pages[0]?.status === 400;
}
/** Records may move or end between two answers, but not most of a page: then slices do not find what is there. */
function isLosing(seenIds, results) {
    const batches = results.flatMap((result) => ("batch" in result ? [result.batch] : []));
    if (batches.some(({ stopped }) => stopped !== null))
        return false;
    return seenIds.countIn(batches.map(({ index }) => index)) * 2 < seenIds.size;
}
function checkProbes(probes, slices, what) {
    const seen = new RecordIndex();
    for (const { seenIds } of probes)
        seen.merge(seenIds);
    const actual = seen.countIn(slices.map(({ batch }) => batch.index));
    return {
        name: `${what} that the first probe saw and the slices listed again`,
        expected: seen.size,
        actual,
        ok: actual === seen.size,
    };
}

;// CONCATENATED MODULE: ./lib/collectors/cspm.js













const FINDINGS_QUERY = "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
const FINDINGS_PATH = "/api/v2/security/findings/search";
const FINDINGS_PERMISSION = "security_monitoring_findings_read";
/** Failing critical and high posture checks, muted ones included. */
const findingsCollector = {
    id: "cspm-findings",
    title: "Failing critical and high cloud posture checks",
    async collect(scope) {
        const { datadog } = scope;
        const { collected, ...read } = await readTimeline(datadog, findingsTimeline(scope));
        const ledger = new RequestLedger(read.requests);
        const [accounts, checks] = await Promise.all([
            isAnsweredAtAll(collected.stopped) ? countCoveredAccounts({ datadog, ledger }) : null,
            collected.stopped === null ? countChecks({ datadog, ledger }, "all") : null,
        ]);
        const isZero = collected.stopped === null && collected.records.length + collected.misshapen.length === 0;
        const total = isZero ? await confirmZero({ datadog, ledger }) : null;
        const proofs = accounts === null ? [] : [(0,completeness/* checkAtLeastOne */.nz)(states/* ACCOUNTS_COVERED */.cR, accounts)];
        return findingsItem(scope, collected, {
            how: { ...read, requests: ledger.requests, total, proofs },
            accounts,
            checks,
        });
    },
    failed: (scope, reason) => findingsItem(scope, noRecords(reason), { how: NO_REQUESTS, accounts: null, checks: null }),
};
function findingsItem({ links, cspmRequired }, collected, found) {
    const { records, received, unique } = collected;
    const observed = collectionOf(collected, found.how);
    const collection = cspmRequired ? observed : skippedWhereMissing(observed, found.accounts);
    return {
        id: "cspm-findings",
        title: findingsCollector.title,
        link: links.findings(FINDINGS_QUERY),
        controls: (0,catalogue/* controlsOf */.ux)("cspm-findings", { watchesClock: false }),
        window: null,
        population: populationOf(found, records.length),
        collection,
        result: (0,states/* findingsResult */.Lq)(collection, records),
        records,
        caveats: [
            ...(0,caveats/* recordCaveats */.F)({ what: "findings", ...collected, duplicates: received - unique }),
            ...(found.how.total === null
                ? [
                    "Datadog gives no count of findings to compare with: what its search silently left out would not show",
                ]
                : []),
        ],
    };
}
/**
 * None failing is too good to take on the word of one search: the legacy count
 * must say so too. Other numbers are not compared, because the two count
 * differently what is closed.
 */
async function confirmZero(asking) {
    const failing = await countChecks(asking, "failing");
    return failing === null
        ? null
        : {
            name: "failing checks by the legacy count, where the search finds none",
            expected: failing,
            actual: 0,
        };
}
/** Whether Datadog answers at all: by a list, or by refusing it. */
function isAnsweredAtAll(stopped) {
    return stopped === null || stopped.code === "permission" || stopped.code === "not-available";
}
/** The legacy count is no denominator where it knows of fewer checks than fail. */
function populationOf({ accounts, checks }, failing) {
    return checks === null || checks === 0 || checks < failing
        ? { what: "cloud accounts covered by Cloud Security", size: accounts }
        : { what: "critical and high misconfiguration checks, passing, failing and muted", size: checks };
}
/**
 * Findings move in time: a detection that changes goes to the end of the list.
 * What changes while slices are read has a time after the start of the run, and
 * clocks may be this far apart, so the time since is a slice that is read last.
 */
const UNSETTLED_MS = time/* HOUR_MS */.iQ;
function findingsTimeline({ window, pageSize, projection, spool, }) {
    return {
        what: "findings",
        whole: { from: null, to: null },
        horizon: Date.parse(window.to) - UNSETTLED_MS,
        pageSize,
        countRecords: async () => NO_COUNT,
        isLasting: false,
        storage: { spool, shape: schema/* RECORD_SCHEMAS */.LI["cspm-findings"] },
        pagingFor: (span) => ({
            requestAfter: (cursor) => searchFindings(span, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
            keep: (raw) => projectFinding(raw, projection),
            read: readSearchPage,
        }),
        timeOf: ({ changed }) => (changed === null ? null : Date.parse(changed)),
    };
}
/**
 * A bound and its negation: whatever Datadog makes of the bound, and also where a
 * finding lacks the time, each finding matches one of the two.
 */
function searchFindings({ from, to }, page) {
    const bounds = [
        ...(from === null ? [] : [`-@detection_changed_at:<${from}`]),
        ...(to === null ? [] : [`@detection_changed_at:<${to}`]),
    ];
    return {
        method: "POST",
        path: FINDINGS_PATH,
        body: {
            data: {
                attributes: { filter: [FINDINGS_QUERY, ...bounds].join(" "), page, sort: "@detection_changed_at" },
            },
        },
        permission: FINDINGS_PERMISSION,
    };
}
/**
 * An organisation without Cloud Security answers 403 or 404. That is skipped,
 * not failed; where accounts are covered the product is there, so it is the
 * permission that is missing.
 */
function skippedWhereMissing(collection, accounts) {
    const { status, reason } = collection;
    if (status !== "failed" || (reason?.code !== "permission" && reason?.code !== "not-available"))
        return collection;
    if (accounts !== null && accounts > 0) {
        return { ...collection, status: "skipped", reason: { ...reason, code: "permission" } };
    }
    return {
        ...collection,
        status: "skipped",
        reason: {
            code: "not-available",
            message: `${reason.message}, or Cloud Security is not enabled`,
            hint: `enable Cloud Security, give the application key ${FINDINGS_PERMISSION}, or leave cspm-findings out of the items`,
        },
    };
}

// EXTERNAL MODULE: ./lib/evidence/projection/monitor.js
var monitor = __webpack_require__(24101);
;// CONCATENATED MODULE: ./lib/collectors/monitor-search.js




const SEARCH_PATH = "/api/v1/monitor/search";
const SEARCH_PERMISSION = "monitors_read";
const TotalAnswer = schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ total_count: schemas/* int */.Whr().nonnegative() }) });
const SearchAnswer = schemas/* object */.Ikc({
    monitors: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), tags: schemas/* array */.YOg(schemas/* string */.YjP()) })),
});
const MONITORS_TOTAL = "monitor/search total_count for the tag";
/**
 * Compares the list with what monitor/search counts. Whether list and search
 * also find `compliance:soc2` is not documented, so unless both give the same
 * number of monitors with exactly the tag, those that search finds are read and
 * the ones with only a longer tag are subtracted.
 */
async function findControlTotal(of) {
    const { datadog, ledger, tag } = of;
    // One that could not be read still is one that the list gave.
    const actual = of.records.length + of.misshapen.length;
    const query = `tag:${quoteTag(tag)}`;
    const counted = await countMonitors({ datadog, ledger, query });
    if (counted === null) {
        return {
            total: null,
            caveats: ["monitor/search gave no count to compare with: what the list left out would not show"],
        };
    }
    const plain = { total: { name: MONITORS_TOTAL, expected: counted, actual }, caveats: [] };
    if (counted === actual)
        return plain;
    const searched = await searchTags({ datadog, ledger, query, counted });
    if (searched === null || searched.size !== counted)
        return plain;
    const longer = [...searched.values()].filter((tags) => !tags.includes(tag)).length;
    return {
        total: { name: `${MONITORS_TOTAL}, without longer tags`, expected: counted - longer, actual },
        caveats: longer === 0
            ? []
            : [
                `monitor/search counts ${counted}; ${longer} of them carry only a longer tag such as ${tag}:x and do not belong`,
            ],
    };
}
/** How many monitors match, by the source's own count; null where it gives none. */
async function countMonitors(of) {
    const { datadog, ledger, query } = of;
    const reply = await requestOnce(datadog, ledger, {
        method: "GET",
        path: SEARCH_PATH,
        query: { query, page: 0, per_page: 1 },
        permission: SEARCH_PERMISSION,
    });
    const counted = TotalAnswer.safeParse(reply.json);
    return counted.success ? counted.data.metadata.total_count : null;
}
/** The tags of the monitors that search finds, by id, as many as it counts; null when it could not be read. */
async function searchTags(of) {
    const { datadog, ledger, query, counted } = of;
    const ask = (page) => ({
        method: "GET",
        path: SEARCH_PATH,
        query: { query, page, per_page: PAGE_SIZE },
        permission: SEARCH_PERMISSION,
        patienceMs: AUXILIARY_PATIENCE_MS,
    });
    const entry = ledger.open(ask(0));
    const tags = new Map();
    for (let page = 0; tags.size < counted; page += 1) {
        const reply = await datadog.request(ask(page));
        entry.pages.push(reply.page);
        const found = SearchAnswer.safeParse(reply.json);
        if (!found.success)
            return null;
        const before = tags.size;
        for (const each of found.data.monitors)
            tags.set(each.id, each.tags);
        // Paging by number would never end where the number is ignored.
        if (tags.size === before)
            return null;
    }
    entry.drained = true;
    return tags;
}
/** Reserved characters of the search syntax need quotes. */
function quoteTag(tag) {
    return /^[A-Za-z0-9_/]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "")}"`;
}

;// CONCATENATED MODULE: ./lib/collectors/monitors.js










const MONITORS_PATH = "/api/v1/monitor";
const MONITORS_PERMISSION = "monitors_read";
/** Every monitor that carries exactly the tag, in whatever state. */
const monitorsCollector = {
    id: "compliance-monitors",
    title: "State of every monitor tagged for compliance",
    async collect(scope) {
        const { datadog, spool, monitorTag: tag } = scope;
        const ledger = new RequestLedger();
        const paging = monitorsPaging(scope);
        const listing = ledger.open(paging.requestAfter(null));
        const batch = newBatch();
        const storage = { spool, shape: schema/* RECORD_SCHEMAS */.LI["compliance-monitors"] };
        await fillBatch(batch, async () => readPages(datadog, { entry: listing, paging }, (page) => {
            const projected = page.map((each) => each.projected);
            addPage(batch, projected, storage);
            return true;
        }));
        const collected = mergeBatches([batch], storage);
        const how = { requests: ledger.requests, listings: [listing], agreements: [], proofs: [] };
        if (collected.stopped !== null)
            return monitorsItem(scope, collected, { how: { ...how, total: null }, size: null, caveats: [] });
        const [{ total, caveats: remarks }, size] = await Promise.all([
            findControlTotal({ datadog, ledger, tag, ...collected }),
            countMonitors({ datadog, ledger, query: "" }),
        ]);
        return monitorsItem(scope, collected, { how: { ...how, total }, size, caveats: remarks });
    },
    failed: (scope, reason) => monitorsItem(scope, noRecords(reason), { how: NO_REQUESTS, size: null, caveats: [] }),
};
function monitorsItem({ links, monitorTag: tag }, collected, found) {
    const { records, received, unique } = collected;
    const collection = collectionOf(collected, found.how);
    return {
        id: "compliance-monitors",
        title: monitorsCollector.title,
        link: links.monitors(`tag:${quoteTag(tag)}`),
        controls: (0,catalogue/* controlsOf */.ux)("compliance-monitors", {
            watchesClock: records.values().some(({ watchesClock }) => watchesClock),
        }),
        window: null,
        population: { what: "all monitors of the organisation", size: found.size },
        collection,
        result: (0,states/* monitorsResult */.dJ)(collection, records, tag),
        records,
        caveats: [
            ...(0,caveats/* recordCaveats */.F)({ what: "monitors", ...collected, duplicates: received - unique }),
            ...found.caveats,
        ],
    };
}
const RecordId = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** Below this, smaller pages help no more. */
const SMALLEST_PAGE = 25;
/**
 * Keyset paging: `id_offset` is exclusive and ascending, and survives monitors
 * that come and go, and pages that change their size. A list that takes Datadog
 * too long is read in smaller ones.
 */
function monitorsPaging({ projection, monitorTag: tag, pageSize, }) {
    let size = pageSize;
    return {
        requestAfter: (after) => ({
            method: "GET",
            path: MONITORS_PATH,
            query: {
                monitor_tags: tag,
                with_downtimes: true,
                page_size: size,
                id_offset: after ?? 0,
            },
            permission: MONITORS_PERMISSION,
        }),
        keep(raw) {
            const { data } = RecordId.safeParse(raw);
            return { id: data?.id ?? null, projected: (0,monitor/* projectMonitor */.G)(raw, { ...projection, tag }) };
        },
        read(json, records) {
            if (!Array.isArray(json))
                return null;
            const ids = records.flatMap(({ id }) => (id === null ? [] : [id]));
            // The list ends with an empty page, not with a short one.
            return { next: ids.length === 0 ? null : Math.max(...ids), unfinished: null };
        },
        shrink() {
            if (size <= SMALLEST_PAGE)
                return false;
            size = Math.max(SMALLEST_PAGE, Math.floor(size / 2));
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./lib/evidence/projection/signal.js



const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const SignalWorkflow = schemas/* object */.Ikc({
    first_seen: projection/* optionalTime */.kX,
    last_seen: projection/* optionalTime */.kX,
    rule: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: projection/* optionalText */.mR, type: projection/* optionalText */.mR }).nullish().catch(null),
    triage: schemas/* object */.Ikc({
        state: projection/* optionalText */.mR,
        archiveReason: projection/* optionalText */.mR,
        stateUpdateTimestamp: projection/* optionalTime */.kX,
        state_update_timestamp: projection/* optionalTime */.kX,
        archiveCommentTimestamp: projection/* optionalTime */.kX,
        archive_comment_timestamp: projection/* optionalTime */.kX,
        assignee: schemas/* object */.Ikc({ id: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullish(), uuid: projection/* optionalText */.mR, handle: projection/* optionalText */.mR })
            .nullish()
            .catch(null),
        incidentIds: schemas/* array */.YOg(schemas/* unknown */.L5J()).catch([]),
    })
        .nullish()
        .catch(null),
});
/** The list's shape is `attributes.attributes.*`; the detail's, seen nowhere else, is `attributes.custom.*`. */
const SignalDetails = schemas/* object */.Ikc({ title: projection/* optionalText */.mR, workflow: SignalWorkflow.nullish().catch(null) })
    .nullish()
    .catch(null);
const RawSignal = schemas/* object */.Ikc({
    id: projection/* recordId */.Re,
    attributes: schemas/* object */.Ikc({
        // The top-level status is the severity; attributes.attributes.status is the log's.
        status: schemas/* string */.YjP(),
        timestamp: projection/* requiredTime */.d8,
        tags: schemas/* array */.YOg(schemas/* string */.YjP()).catch([]),
        title: projection/* optionalText */.mR,
        attributes: SignalDetails,
        custom: SignalDetails,
    }),
});
/** A security signal; critical and high ones are kept, at whatever triage state. */
function projectSignal(raw, { privacy, links, window, }) {
    const parsed = RawSignal.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,projection/* firstBadField */.cX)(parsed.error) };
    const { id, attributes } = parsed.data;
    const severity = attributes.status.toLowerCase();
    if (severity !== "critical" && severity !== "high") {
        return { excluded: "its severity is neither critical nor high", id };
    }
    const keep = (0,projection/* newTextKeeper */._W)(privacy);
    const workflow = attributes.attributes?.workflow ?? attributes.custom?.workflow ?? null;
    const rule = workflow?.rule ?? null;
    const triage = workflow?.triage ?? null;
    const state = triage?.state ?? "unknown";
    return keep.result({
        id,
        timestamp: attributes.timestamp,
        severity,
        title: keep.text(attributes.custom?.title ?? attributes.attributes?.title ?? attributes.title ?? rule?.name),
        rule: rule && { id: rule.id, name: keep.text(rule.name), type: rule.type ?? null },
        triage: {
            state,
            archiveReason: triage?.archiveReason ?? null,
            assigned: isAssigned(triage?.assignee ?? null),
            incidents: triage?.incidentIds.length ?? 0,
            changed: triageChanged(triage),
        },
        firstSeen: workflow?.first_seen ?? null,
        lastSeen: workflow?.last_seen ?? null,
        tags: keep.tags(attributes.tags, SIGNAL_TAGS),
        link: links.signal(id),
    }, [
        ...(["open", "under_review", "archived"].includes(state) ? [] : ["unknown-triage-state"]),
        ...((0,times/* isInWindow */.oe)(attributes.timestamp, window) ? [] : ["outside-window"]),
    ]);
}
/**
 * When the triage state last changed, else when the archive comment did. Datadog's
 * clients write the names so in the answer to a change; no recorded list has them.
 */
function triageChanged(triage) {
    const changed = triage?.stateUpdateTimestamp ??
        triage?.state_update_timestamp ??
        triage?.archiveCommentTimestamp ??
        triage?.archive_comment_timestamp;
    return changed === undefined || changed === null ? null : new Date(changed).toISOString();
}
/** Unassigned signals carry an assignee whose id is -1. */
function isAssigned(assignee) {
    if (assignee === null || String(assignee.id) === "-1")
        return false;
    return Boolean(assignee.uuid ?? assignee.handle ?? assignee.id);
}

;// CONCATENATED MODULE: ./lib/collectors/detection.js



const ScalarAnswer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        attributes: schemas/* object */.Ikc({
            columns: schemas/* tuple */.PVZ([schemas/* object */.Ikc({ values: schemas/* tuple */.PVZ([schemas/* int */.Whr().nonnegative()]) })]),
        }),
    }),
    errors: schemas/* union */.KCZ([schemas/* literal */.euz(""), schemas/* tuple */.PVZ([])]).nullish(),
});
/**
 * How many signals of the window match, by Datadog's own count of events, which
 * is not the search that lists them; where it gives none, why.
 */
async function countSignals({ datadog, ledger }, { query, window }) {
    const reply = await requestOnce(datadog, ledger, {
        method: "POST",
        path: "/api/v2/query/scalar",
        body: {
            data: {
                type: "scalar_request",
                attributes: {
                    from: Date.parse(window.from),
                    to: Date.parse(window.to),
                    formulas: [{ formula: "a" }],
                    queries: [
                        {
                            data_source: "security_signals",
                            name: "a",
                            search: { query },
                            compute: { aggregation: "count" },
                            group_by: [],
                            indexes: ["*"],
                        },
                    ],
                },
            },
        },
        permission: "timeseries_query",
    });
    if (reply.failure !== null)
        return { none: reply.failure.message };
    const scalar = ScalarAnswer.safeParse(reply.json);
    if (!scalar.success)
        return { none: "its answer to POST /api/v2/query/scalar holds none" };
    return { count: scalar.data.data.attributes.columns[0].values[0] };
}
const RULES_PER_PAGE = 100;
/** Some thousand rules are usual; far more means that the pages never end. */
const MOST_RULE_PAGES = 200;
/** Rules of these types judge postures and raise findings, not signals. */
const POSTURE_TYPES = new Set(["cloud_configuration", "infrastructure_configuration"]);
const RulesAnswer = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        type: schemas/* string */.YjP(),
        isEnabled: schemas/* boolean */.zMY(),
        isDeleted: schemas/* boolean */.zMY().nullish(),
    })),
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ total_count: schemas/* int */.Whr().nonnegative().nullish() }).nullish() }).nullish(),
});
/** How many detection rules there are; null where the key may not ask or not all of them came. */
async function countRules({ datadog, ledger }) {
    const entry = ledger.open(rulesPage(0));
    /** By id, whether it is enabled; null for rules that are no detection rules, or no more. */
    const seen = new Map();
    for (let page = 0; page < MOST_RULE_PAGES; page += 1) {
        const reply = await datadog.request(rulesPage(page));
        entry.pages.push(reply.page);
        const rules = RulesAnswer.safeParse(reply.json);
        if (!rules.success)
            return null;
        const { data, meta } = rules.data;
        const before = seen.size;
        for (const { id, type, isEnabled, isDeleted } of data) {
            seen.set(id, isDeleted === true || POSTURE_TYPES.has(type) ? null : isEnabled);
        }
        const total = meta?.page?.total_count ?? null;
        if (seen.size === total || (total === null && data.length === 0)) {
            entry.drained = true;
            const states = [...seen.values()];
            return {
                enabled: states.filter((isEnabled) => isEnabled === true).length,
                disabled: states.filter((isEnabled) => isEnabled === false).length,
            };
        }
        // Paging by number would never end where the number is ignored.
        if (seen.size === before)
            return null;
    }
    return null;
}
function rulesPage(page) {
    return {
        method: "GET",
        path: "/api/v2/security_monitoring/rules",
        query: { "page[size]": RULES_PER_PAGE, "page[number]": page },
        permission: "security_monitoring_rules_read",
        patienceMs: AUXILIARY_PATIENCE_MS,
    };
}
const SuppressionsAnswer = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({ attributes: schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() }) })),
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ totalCount: schemas/* int */.Whr().nullish() }).nullish() }).nullish(),
});
/** How many suppression rules are enabled; null where the key may not ask. */
async function countSuppressions({ datadog, ledger }) {
    const reply = await requestOnce(datadog, ledger, {
        method: "GET",
        // Without a page size all of them come.
        path: "/api/v2/security_monitoring/configuration/suppressions",
        permission: "security_monitoring_suppressions_read",
    });
    const suppressions = SuppressionsAnswer.safeParse(reply.json);
    if (!suppressions.success)
        return null;
    const { data, meta } = suppressions.data;
    if ((meta?.page?.totalCount ?? data.length) > data.length)
        return null;
    return data.filter(({ attributes }) => attributes.enabled).length;
}

;// CONCATENATED MODULE: ./lib/collectors/signals.js













/** `status` is the severity of a signal; `@severity` belongs to findings. */
const SIGNALS_QUERY = "status:(critical OR high)";
const SIGNALS_PATH = "/api/v2/security_monitoring/signals/search";
const SIGNALS_PERMISSION = "security_monitoring_signals_read";
/** Critical and high security signals of the window, at whatever triage state. */
const signalsCollector = {
    id: "security-signals",
    title: "Critical and high security signals of the last 7 days",
    async collect(scope) {
        const { datadog, window } = scope;
        const { collected, ...read } = await readTimeline(datadog, signalsTimeline(scope));
        const ledger = new RequestLedger(read.requests);
        const how = { ...read, requests: ledger.requests };
        if (collected.stopped !== null)
            return signalsItem(scope, collected, { how: { ...how, total: null, proofs: [] }, ...WITHOUT_SURVEY });
        const [counted, rules, suppressions] = await Promise.all([
            countSignals({ datadog, ledger }, { query: SIGNALS_QUERY, window }),
            countRules({ datadog, ledger }),
            countSuppressions({ datadog, ledger }),
        ]);
        // One that could not be read still is one that the list gave.
        const actual = collected.records.length + collected.misshapen.length;
        const total = "count" in counted ? { name: SIGNALS_TOTAL, expected: counted.count, actual } : null;
        const proofs = actual === 0 ? await proveDetection({ datadog, ledger, window, rules }) : [];
        return signalsItem(scope, collected, {
            how: { ...how, total, proofs },
            population: rules === null ? UNCOUNTED_POPULATION : { what: "enabled detection rules", size: rules.enabled },
            caveats: [
                ...("none" in counted ? [totalCaveat(counted.none)] : []),
                ...suppressionCaveats(suppressions),
                ...ruleCaveats(rules),
            ],
        });
    },
    failed: (scope, reason) => signalsItem(scope, noRecords(reason), { how: NO_REQUESTS, ...WITHOUT_SURVEY }),
};
const SIGNALS_TOTAL = "query/scalar count of critical and high signals in the window";
const UNCOUNTED_POPULATION = {
    what: "security signals of every severity in the window; Datadog gives no count",
    size: null,
};
/** What is known besides when the list was not read to its end. */
const WITHOUT_SURVEY = {
    population: UNCOUNTED_POPULATION,
    caveats: ["detections that a suppression rule silenced never become signals"],
};
function signalsItem({ links, window }, collected, found) {
    const { records, received, unique } = collected;
    const collection = collectionOf(collected, found.how);
    return {
        id: "security-signals",
        title: signalsCollector.title,
        link: links.signals(SIGNALS_QUERY, window),
        controls: (0,catalogue/* controlsOf */.ux)("security-signals", { watchesClock: false }),
        window,
        population: found.population,
        collection,
        result: (0,states/* signalsResult */.X2)(collection, records),
        records,
        caveats: [
            ...(0,caveats/* recordCaveats */.F)({ what: "signals", ...collected, duplicates: received - unique }),
            ...found.caveats,
        ],
    };
}
/** Signals never move in time: `timestamp` is when the signal was raised. */
function signalsTimeline({ datadog, window, pageSize, projection, spool, }) {
    const whole = { from: Date.parse(window.from), to: Date.parse(window.to) };
    return {
        what: "signals",
        whole,
        horizon: whole.to,
        pageSize,
        countRecords: async () => {
            const ledger = new RequestLedger();
            const counted = await countSignals({ datadog, ledger }, { query: SIGNALS_QUERY, window });
            return { requests: ledger.requests, count: "count" in counted ? counted.count : null };
        },
        isLasting: true,
        storage: { spool, shape: schema/* RECORD_SCHEMAS */.LI["security-signals"] },
        pagingFor: ({ from, to }) => {
            const stretch = { from: instantOf(from ?? whole.from), to: instantOf(to ?? whole.to) };
            return {
                requestAfter: (cursor) => searchSignals(SIGNALS_QUERY, stretch, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
                keep: (raw) => projectSignal(raw, { ...projection, window }),
                // The raw events of a signal: most of its size, and nothing that evidence may hold.
                unread: "samples",
                read: readSearchPage,
            };
        },
        timeOf: ({ timestamp }) => Date.parse(timestamp),
    };
}
function instantOf(ms) {
    return (0,time/* formatTime */.fU)(ms);
}
function totalCaveat(why) {
    return `Datadog gave no count of signals to compare with, so what its search silently left out would not show: ${why}`;
}
function suppressionCaveats(suppressions) {
    if (suppressions === 0)
        return [];
    const known = suppressions === null
        ? "the number of enabled suppression rules is not known"
        : `suppression rules enabled: ${suppressions}`;
    return [`${known}; what they silence never becomes a signal`];
}
function ruleCaveats(rules) {
    if (rules === null || rules.disabled === 0)
        return [];
    return [`detection rules disabled: ${rules.disabled}; what they would detect never becomes a signal`];
}
/** No critical or high signal may mean that all is quiet or that nobody listens: rules tell, or any signal. */
async function proveDetection(of) {
    const { datadog, ledger, window, rules } = of;
    const watching = rules === null ? [] : [(0,completeness/* checkAtLeastOne */.nz)(states/* RULES_ENABLED */.cO, rules.enabled)];
    if (rules !== null && rules.enabled > 0)
        return watching;
    const reply = await requestOnce(datadog, ledger, searchSignals("*", window, { limit: 1 }));
    const page = readSearchPage(reply.json);
    return page === null ? watching : [...watching, (0,completeness/* checkAtLeastOne */.nz)(states/* SIGNALS_SEEN */._I, page.records.length)];
}
function searchSignals(query, { from, to }, page) {
    return {
        method: "POST",
        path: SIGNALS_PATH,
        body: { filter: { query, from, to }, page, sort: "timestamp" },
        permission: SIGNALS_PERMISSION,
    };
}

;// CONCATENATED MODULE: ./lib/collectors/collect.js














const ITEM_COLLECTORS = [signalsCollector, monitorsCollector, findingsCollector];
/** Collects the items. What fails is part of the evidence; one item's failure never loses the others. */
async function collectEvidence(assignment, world) {
    const { datadog, spool, now, log } = world;
    const { site, stream } = assignment;
    const startedAt = now();
    const [owner, collector] = await Promise.all([validateKeys(datadog, site), assignment.collector()]);
    if (owner instanceof failure/* Failure */.HR)
        log.warning([owner.message, owner.hint].filter(Boolean).join("; "));
    const names = createPseudonyms(assignment.pseudonymSecret);
    const links = (0,sites/* linksOf */.hP)(site);
    const scope = {
        datadog,
        spool,
        links,
        projection: { privacy: assignment.privacy, pseudonyms: names, links },
        window: (0,times/* windowBefore */.Yy)(startedAt),
        monitorTag: assignment.monitorTag,
        pageSize: assignment.pageSize ?? PAGE_SIZE,
        cspmRequired: assignment.cspmRequired,
    };
    const wanted = ITEM_COLLECTORS.filter(({ id }) => assignment.items.includes(id));
    const collected = await Promise.all(wanted.map(async (each) => collectItem(each, scope, owner)));
    // A clock that was put back meanwhile must not make the run end before it began.
    const collectedAt = new Date(Math.max(now().getTime(), startedAt.getTime()));
    const items = collected.map((item) => withCaveats(applyClockSkew(item, datadog.clockSkewMs), assignment.caveats));
    const named = owner instanceof failure/* Failure */.HR ? { organizationId: null, apiKeyId: null } : owner;
    return {
        schema: "datadog-evidence/v1",
        rules: states/* RULES_VERSION */.rI,
        mapping: catalogue/* CURRENT_MAPPING */.Ds,
        stream,
        startedAt: (0,time/* formatTime */.fU)(startedAt),
        collectedAt: (0,time/* formatTime */.fU)(collectedAt),
        validUntil: (0,time/* formatTime */.fU)((0,times/* validUntil */.xZ)(collectedAt, stream.cadence)),
        source: {
            system: "Datadog",
            site,
            apiUrl: assignment.apiUrl,
            organization: assignment.organization,
            ...named,
            clockSkewMs: datadog.clockSkewMs,
        },
        collector,
        run: assignment.run,
        privacy: { level: assignment.privacy, pseudonymKeyId: names.keyId },
        outcome: (0,states/* outcomeOf */.sG)(items),
        items,
    };
}
async function collectItem(collector, scope, owner) {
    return owner instanceof failure/* Failure */.HR ? collector.failed(scope, reasonFor(owner)) : collector.collect(scope);
}
function withCaveats(item, caveats) {
    return { ...item, caveats: [...item.caveats, ...caveats] };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/evidence/projection/redaction.js
var redaction = __webpack_require__(51346);
;// CONCATENATED MODULE: ./lib/datadog/errors.js



/**
 * An error status as a failure. Datadog answers errors in three shapes: JSON
 * with strings, JSON:API with objects, and HTML from its front door.
 */
function refusalFailure(answer) {
    const { what, status, permission } = answer;
    const said = errorSentences(answer.bytes, answer.secrets);
    const details = said.length === 0 ? "" : `: ${said.join("; ")}`;
    if (status >= 300 && status < 400) {
        return new failure/* Failure */.HR("refused", `Datadog redirected ${what} (${status})`, {
            hint: "redirects are not followed, because keys would travel with them; check for a proxy in between",
        });
    }
    if (status === 403 && isWebPage(answer.bytes)) {
        return new failure/* Failure */.HR("refused", `${what} was refused (403) by a web page, not by Datadog's API`, {
            hint: "Datadog's front door refuses a malformed key so, and a proxy what it blocks",
        });
    }
    if (status === 403 && permission !== undefined) {
        return new failure/* Failure */.HR("permission", `Datadog refused ${what} (403): the application key lacks ${permission}`, {
            hint: `give the key's owner a role with ${permission}, and, if the key is scoped, add that scope`,
        });
    }
    if (status === 401) {
        return new failure/* Failure */.HR("refused", `Datadog refused ${what} (401)${details}`, {
            hint: "the application key is missing, wrong or revoked",
        });
    }
    const code = reasonForStatus(status);
    return new failure/* Failure */.HR(code, `Datadog ${code === "server-error" ? "failed" : "refused"} ${what} (${status})${details}`, {
        hint: REFUSAL_HINTS[code],
    });
}
const REFUSAL_HINTS = {
    "not-available": "the product may not be enabled for this organisation, or not on this site",
    "rate-limited": "run less often, or ask Datadog to raise the limit",
    "server-error": "see https://status.datadoghq.com and run again",
};
/** The answer never came. */
function unreachableFailure(what, { error, timedOut, host }) {
    const why = timedOut ? "no answer in time" : (refusalByProxy(error) ?? errorNameOf(error));
    return new failure/* Failure */.HR("unreachable", `Datadog could not be reached for ${what} at ${host} (${why})`, {
        hint: hintFor(error),
        cause: error,
    });
}
/** TLS does not mend itself: the certificate is wrong now and will be in a minute. */
function isCertificateTrouble(error) {
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|PRX_TLS/.test(errorNameOf(error)))
        return true;
    return error instanceof Error && error.cause !== undefined && isCertificateTrouble(error.cause);
}
/** The proxy's answer to CONNECT reaches us only as a sentence of undici's. */
function refusalByProxy(error) {
    const status = error instanceof Error ? /^Proxy response \((\d{3})\)/.exec(error.message)?.[1] : undefined;
    return status === undefined ? null : `the proxy answered ${status}`;
}
function hintFor(error) {
    if (isCertificateTrouble(error)) {
        return "a proxy seems to break TLS open; give Node its certificate by NODE_EXTRA_CA_CERTS";
    }
    if (refusalByProxy(error) !== null) {
        return "ask whoever runs the proxy in HTTPS_PROXY to let api.<site> through; a user and password go into its address";
    }
    return "check the network; behind a proxy, set HTTPS_PROXY";
}
function errorNameOf(error) {
    if (!(error instanceof Error))
        return "unknown error";
    if ("code" in error && typeof error.code === "string")
        return error.code;
    return error.cause instanceof Error ? errorNameOf(error.cause) : error.name;
}
const LONGEST_SENTENCE = 200;
function isWebPage(bytes) {
    return /^\s*</.test(bytes.subarray(0, 100).toString("utf8"));
}
/** What the error body says, at most three sentences, without control characters, keys and addresses. */
function errorSentences(bytes, secrets) {
    const text = bytes.subarray(0, 10_000).toString("utf8");
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        // An HTML page says nothing that the status does not.
        return [];
    }
    if (typeof parsed !== "object" || parsed === null || !("errors" in parsed) || !Array.isArray(parsed.errors))
        return [];
    const errors = parsed.errors;
    return errors.flatMap((error) => sentencesIn(error, secrets)).slice(0, 3);
}
function sentencesIn(error, secrets) {
    const words = typeof error === "object" && error !== null
        ? Object.entries(error).flatMap(([key, value]) => (key === "title" || key === "detail") && typeof value === "string" ? [value] : [])
        : [String(error)];
    const said = [...new Set(words)]
        .join(", ")
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
        .trim();
    const withoutKeys = secrets
        .filter((secret) => secret !== "")
        .reduce((text, secret) => text.replaceAll(secret, "[redacted: key]"), said);
    const safe = (0,redaction/* redactText */.R)(withoutKeys).text;
    return safe === "" ? [] : [safe.slice(0, LONGEST_SENTENCE)];
}

;// CONCATENATED MODULE: ./lib/datadog/response.js




/** What a good answer reads as, or the failure that it is. */
function classifyResponse(answer, { what, permission, secrets, read, }) {
    const { status, headers, bytes } = answer;
    if (status < 200 || status >= 300)
        return refusalFailure({ what, status, headers, bytes, permission, secrets });
    try {
        return { value: read(bytes) };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const type = headers.get("content-type") ?? "";
        if (!/\bjson\b/i.test(type) && bytes.toString("utf8").trim() !== "") {
            return new failure/* Failure */.HR("not-json", `Datadog answered ${what} with ${type.split(";")[0] || "an unnamed type"} instead of JSON`, {
                hint: "a proxy or a maintenance page may stand between this machine and Datadog",
                cause: error,
            });
        }
        return new failure/* Failure */.HR("truncated", `Datadog's answer to ${what} is not whole JSON`, { cause: error });
    }
}
/** Whether another attempt may end differently. */
function isTransient(failure, answer) {
    if (failure.code === "truncated")
        return true;
    if (failure.code === "unreachable")
        return !isCertificateTrouble(failure.cause);
    return answer !== null && isTransientStatus(answer.status);
}
const EMPTY_SHA256 = (0,external_node_crypto_.createHash)("sha256").digest("hex");
/** What the ledger keeps of an answer; of none, that there was none. */
function pageOf(answer, attempts) {
    return {
        status: answer?.status ?? 0,
        items: 0,
        bytes: answer?.bytes.length ?? 0,
        sha256: answer?.sha256 ?? EMPTY_SHA256,
        attempts,
    };
}

;// CONCATENATED MODULE: ./lib/datadog/buffer-pool.js
/** Below this an answer costs nothing worth keeping. */
const SMALLEST_KEPT = 65_536;
/** About as many as are read at once. */
const MOST_KEPT = 12;
/**
 * Memory that answers are read into, and the next answers again: made anew for
 * each page it would pile up faster than it is let go, and leave holes.
 */
class BufferPool {
    /** The smallest first. */
    #free = [];
    /** At least so many bytes, which nobody else has, with anything in them. */
    lend(size) {
        const body = this.#free.find(({ length }) => length >= size);
        if (body === undefined)
            return Buffer.allocUnsafe(Math.max(size, SMALLEST_KEPT));
        this.#free = this.#free.filter((free) => free !== body);
        return body;
    }
    /** Nobody reads the answer any more, or what was read of it. */
    takeBack({ buffer }) {
        if (buffer.byteLength < SMALLEST_KEPT)
            return;
        const free = [...this.#free, Buffer.from(buffer)].toSorted((a, b) => a.length - b.length);
        this.#free = free.slice(-MOST_KEPT);
    }
}

;// CONCATENATED MODULE: ./lib/datadog/rate-limiter.js

/** Requests of one family on their way at once; more gains little and is no manner to treat an API. */
const MOST_AT_ONCE = 8;
/** As many while nobody knows what is left. */
const AT_ONCE_UNKNOWN = 2;
/**
 * A limiter that never sends more than the last answers left over, counting what
 * is under way, and that waits as long as `X-RateLimit-Reset` says once nothing
 * remains. The header counts seconds from now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
function newRateLimiter(world) {
    const families = new Map();
    const knownOf = (family) => {
        const known = families.get(family) ?? newFamilyState();
        families.set(family, known);
        return known;
    };
    /** One wait for all who stand there. */
    const wait = async (known, ms) => {
        known.waiting ??= world.wait(ms).finally(() => {
            known.waiting = null;
        });
        return known.waiting;
    };
    return {
        async turn(family) {
            const known = knownOf(family);
            // Several may wait for one reset, and the first to go may learn of another.
            for (;;) {
                const now = world.now();
                const room = roomIn(known, now);
                // Nobody is left who could bring better news before the period ends.
                if (room === 0 && known.underWay === 0)
                    known.opens = Math.max(known.opens, known.ends);
                if (known.opens > now) {
                    const ms = known.opens - now;
                    if (known.opens >= world.deadline)
                        throw resetsTooLate(family, ms);
                    if (known.waiting === null)
                        world.onWait(family, ms);
                    known.isMet = false;
                    await wait(known, ms);
                }
                else if (known.held > now) {
                    await wait(known, known.held - now);
                }
                else if (known.underWay < room) {
                    known.underWay += 1;
                    return;
                }
                else {
                    await new Promise((resolve) => {
                        known.queue.push(resolve);
                    });
                }
            }
        },
        learn(family, answer) {
            const known = knownOf(family);
            known.underWay = Math.max(0, known.underWay - 1);
            if (answer !== null)
                learnLimit(known, answer, world.now());
            else
                countRequest(known);
            wakeAll(known);
        },
        hold(family, ms) {
            const known = knownOf(family);
            known.held = Math.max(known.held, world.now() + ms);
        },
    };
}
/** How many may be under way now. */
function roomIn(known, now) {
    if (known.left !== null && now >= known.ends) {
        known.left = null;
        known.isMet = false;
    }
    if (known.left !== null)
        return Math.min(MOST_AT_ONCE, known.left);
    return known.isMet ? MOST_AT_ONCE : AT_ONCE_UNKNOWN;
}
/** Answers overtake each other, so within a period the least that was left over holds. */
function learnLimit(known, { status, headers }, now) {
    const reset = secondsUntilReset(headers);
    const remaining = remainingIn(headers);
    known.isMet = true;
    if (reset === null || remaining === null)
        countRequest(known);
    if (reset === null)
        return;
    const ends = now + reset * 1000;
    if (status === 429 || remaining === 0)
        known.opens = Math.max(known.opens, ends);
    if (remaining === null)
        return;
    known.left = known.left === null || now >= known.ends ? remaining : Math.min(known.left, remaining);
    known.ends = Math.max(known.ends, ends);
}
/** What does not say how many are left may have been counted all the same. */
function countRequest(known) {
    if (known.left !== null)
        known.left = Math.max(0, known.left - 1);
}
function wakeAll({ queue }) {
    for (const wake of queue.splice(0))
        wake();
}
function newFamilyState() {
    return { underWay: 0, left: null, ends: 0, isMet: false, opens: 0, held: 0, waiting: null, queue: [] };
}
function resetsTooLate(family, ms) {
    return new failure/* Failure */.HR("rate-limited", `Datadog's rate limit for ${family} resets in ${Math.ceil(ms / 1000)} s, after the deadline of this run`, { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" });
}
function remainingIn(headers) {
    const said = headers.get("x-ratelimit-remaining");
    return said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null;
}
/** Seconds until the limit resets, or null where the answer does not say. */
function secondsUntilReset(headers) {
    const said = headers.get("x-ratelimit-reset") ?? headers.get("retry-after");
    const seconds = Number(said ?? Number.NaN);
    // Whole seconds, so that a fraction never makes us knock without pause.
    return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}

;// CONCATENATED MODULE: ./lib/datadog/record-parser.js
const QUOTE_BYTE = 0x22;
const COMMA_BYTE = 0x2c;
const COLON_BYTE = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE_BYTE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses a body record by record, so that never more than one raw record is held:
 * a list, or an object with a list under `data`. A body without such a list is
 * parsed in one and has no records. Throws the `SyntaxError` of what is not JSON.
 */
function parseRecords(bytes, { keep, unread }) {
    const key = unread === undefined ? null : Buffer.from(JSON.stringify(unread));
    const list = listIn(bytes);
    if (list === null)
        return { json: withoutList(bytes.toString("utf8")), records: [] };
    const records = [];
    let at = afterSpace(bytes, list + 1);
    while (bytes[at] !== CLOSE_LIST) {
        const { end, raw } = valueAt(bytes, at, key);
        records.push(keep(raw));
        at = afterSpace(bytes, end);
        if (bytes[at] === COMMA_BYTE)
            at = afterSpace(bytes, at + 1, CLOSE_LIST);
        else if (bytes[at] !== CLOSE_LIST)
            throw new SyntaxError("a list does not go on");
    }
    const rest = bytes.toString("utf8", 0, list + 1) + bytes.toString("utf8", at);
    return { json: withoutList(rest), records };
}
/** A list that is left was named twice, and nobody can say which of the two counts. */
function withoutList(text) {
    const json = JSON.parse(text);
    const isObject = typeof json === "object" && json !== null;
    const list = isObject && "data" in json ? json.data : json;
    if (Array.isArray(list) && list.length > 0)
        throw new SyntaxError("the body has two lists");
    return json;
}
/** Where the list opens; null where there is none. */
function listIn(bytes) {
    let at = afterSpace(bytes, 0);
    if (bytes[at] === OPEN_LIST)
        return at;
    if (bytes[at] !== OPEN_OBJECT)
        return null;
    at = afterSpace(bytes, at + 1);
    while (bytes[at] === QUOTE_BYTE) {
        const end = afterString(bytes, at);
        // A name may be written with escapes.
        const isData = JSON.parse(bytes.toString("utf8", at, end)) === "data";
        const colon = afterSpace(bytes, end);
        if (bytes[colon] !== COLON_BYTE)
            return null;
        const value = afterSpace(bytes, colon + 1);
        if (isData)
            return bytes[value] === OPEN_LIST ? value : null;
        const comma = afterSpace(bytes, afterValue(bytes, value));
        if (bytes[comma] !== COMMA_BYTE)
            return null;
        at = afterSpace(bytes, comma + 1);
    }
    return null;
}
/** The value that begins there, without what nobody reads, and where it ends. */
function valueAt(bytes, from, key) {
    const passed = [];
    const end = afterValue(bytes, from, key === null ? undefined : { key, passed });
    let text = "";
    let at = from;
    for (let nth = 0; nth < passed.length; nth += 2) {
        text += `${bytes.toString("utf8", at, passed[nth])}null`;
        at = passed[nth + 1] ?? end;
    }
    const raw = JSON.parse(text + bytes.toString("utf8", at, end));
    return { end, raw };
}
/** The end of the value that begins there; whether it is one, parsing tells. Notes where what follows the key lies. */
function afterValue(bytes, from, unread) {
    let depth = 0;
    let at = from;
    while (at < bytes.length) {
        const byte = bytes[at];
        if (byte === QUOTE_BYTE) {
            const end = afterString(bytes, at);
            if (depth === 0)
                return end;
            at =
                unread !== undefined && isAt(bytes, at, end, unread.key) ? skipValue(bytes, end, unread.passed) : end;
            continue;
        }
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            depth += 1;
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
            // The end of what the value lies in is the end of a number or a word.
            if (depth === 0)
                return at;
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
        else if (byte === COMMA_BYTE && depth === 0)
            return at;
        at += 1;
    }
    throw new SyntaxError("the body ends within a value");
}
function isAt(bytes, from, to, key) {
    if (to - from !== key.length || bytes[from + 1] !== key[1])
        return false;
    return bytes.compare(key, 0, key.length, from, to) === 0;
}
/** Behind the value, where there is one: the same text may also be a value itself. */
function skipValue(bytes, from, passed) {
    const colon = afterSpace(bytes, from);
    if (bytes[colon] !== COLON_BYTE)
        return from;
    const begin = afterSpace(bytes, colon + 1);
    const end = afterValue(bytes, begin);
    // Without a value there is nothing to pass over, and parsing says so.
    if (end > begin)
        passed.push(begin, end);
    return end;
}
function afterString(bytes, from) {
    let at = from + 1;
    while (at < bytes.length) {
        const byte = bytes[at];
        if (byte === QUOTE_BYTE)
            return at + 1;
        at += byte === ESCAPE_BYTE ? 2 : 1;
    }
    throw new SyntaxError("the body ends within a text");
}
/** The next byte that is no white space; it must not be the one that is given. */
function afterSpace(bytes, from, never) {
    let at = from;
    for (;;) {
        const byte = bytes[at];
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
            if (byte === undefined && from > 0)
                throw new SyntaxError("the body ends too early");
            if (byte !== undefined && byte === never)
                throw new SyntaxError("a list ends with a comma");
            return at;
        }
        at += 1;
    }
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
;// CONCATENATED MODULE: ./lib/datadog/transport.js





/** One exchange. Throws a failure when no whole answer came; redirects are answers and never followed. */
async function sendRequest({ method, url, headers, body }, over) {
    const what = `${method} ${url.pathname}`;
    // Unlike AbortSignal.timeout, it is gone with the answer: thousands come before the first would end.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new DOMException("no answer", "TimeoutError")), over.timeoutMs);
    let hasHead = false;
    try {
        const response = await (0,undici/* request */.Em)(url, {
            method,
            dispatcher: over.dispatcher,
            signal: AbortSignal.any([over.signal, late.signal]),
            headers: {
                accept: "application/json",
                ...headers,
                ...(body === undefined ? {} : { "content-type": "application/json" }),
            },
            body: body === undefined ? null : JSON.stringify(body),
        });
        hasHead = true;
        const answered = headersOf(response.headers);
        const said = Number(answered.get("content-length"));
        const { bytes, sha256 } = await readBody(response.body, { ...over, what, said });
        return { status: response.statusCode, headers: answered, bytes, sha256 };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR || !(0,connections/* isTransportError */.yM)(error))
            throw error;
        if (hasHead)
            throw new failure/* Failure */.HR("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
        throw unreachableFailure(what, { error, timedOut: late.signal.aborted, host: url.host });
    }
    finally {
        clearTimeout(timer);
    }
}
/** Bytes that an answer gets ahead of their coming, whatever it says. */
const MOST_AHEAD = 16 * 1024 * 1024;
async function readBody(body, { what, said, largestBody, bodies, }) {
    const digest = (0,external_node_crypto_.createHash)("sha256");
    // One place for all of it, so that a piece can be let go as soon as it is there.
    let whole = bodies.lend(said > 0 && said <= MOST_AHEAD ? said : 0);
    let size = 0;
    for await (const chunk of body) {
        if (size + chunk.length > largestBody) {
            throw new failure/* Failure */.HR("cap", `Datadog's answer to ${what} is larger than ${largestBody} bytes`, {
                hint: "no page is that large; check for a proxy in between",
            });
        }
        if (size + chunk.length > whole.length) {
            const more = bodies.lend(2 * (size + chunk.length));
            whole.copy(more, 0, 0, size);
            bodies.takeBack(whole);
            whole = more;
        }
        digest.update(chunk);
        chunk.copy(whole, size);
        size += chunk.length;
    }
    return { bytes: whole.subarray(0, size), sha256: digest.digest("hex") };
}
function headersOf(headers) {
    return {
        get(name) {
            const value = headers[name];
            return (Array.isArray(value) ? value[0] : value) ?? null;
        },
    };
}

;// CONCATENATED MODULE: ./lib/datadog/client.js









/** No page of a search comes near it; more is not an answer but a fault. */
const LARGEST_BODY = 256 * 1024 * 1024;
/** A connection to one Datadog organisation. It retries what may pass and names what does not. */
class Datadog {
    /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
    clockSkewMs = null;
    #options;
    #dispatcher;
    #buffers = new BufferPool();
    #limiter;
    constructor(access) {
        this.#options = {
            attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
            largestBody: LARGEST_BODY,
            now: Date.now,
            wait: waitFor,
            random: Math.random,
            log: () => { },
            debug: () => { },
            onFetch: () => { },
            onPage: async () => { },
            ...access,
        };
        this.#dispatcher = (0,connections/* dispatcherFor */.tR)(access.apiUrl);
        this.#limiter = newRateLimiter({
            now: this.#options.now,
            wait: async (ms) => {
                const stopped = await this.#pause(ms);
                if (stopped !== null)
                    throw stopped;
            },
            deadline: access.deadline,
            onWait: (family, ms) => this.#options.log(`waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
        });
    }
    /**
     * Asks until there is an answer, a refusal, failures for as long as the request
     * has patience, or the deadline.
     * Every foreseen failure is part of the reply; only bugs throw.
     */
    async request(request) {
        const { page, value, failure } = await this.#requestUntilDone(request, parseJson);
        return failure === null ? { page, json: value, failure } : { page, json: null, failure };
    }
    /** Asks for a list in the same way; of each record only what is kept of it stays in memory. */
    async requestList(request, rules) {
        const { page, value, failure } = await this.#requestUntilDone(request, (bytes) => parseRecords(bytes, rules));
        return failure === null ? { page, ...value, failure } : { page, json: null, records: [], failure };
    }
    async #requestUntilDone(request, read) {
        const { now, random, deadline, log, debug, onPage } = this.#options;
        const family = limitFamilyOf(request);
        const patienceMs = request.patienceMs ?? GIVE_UP_AFTER_MS;
        let page = pageOf(null, 1);
        let failures = 0;
        let failingSince = 0;
        for (let attempts = 1;; attempts += 1) {
            const held = await this.#takeTurn(family);
            if (held !== null)
                return { page, value: null, failure: held };
            const began = now();
            const { answer, verdict } = await this.#attempt(request, read);
            debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
            page = pageOf(answer, attempts);
            if (answer !== null) {
                await onPage(page, answer.bytes);
                this.#buffers.takeBack(answer.bytes);
            }
            if (!(verdict instanceof failure/* Failure */.HR))
                return { page, value: verdict.value, failure: null };
            // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
            const reset = answer?.status === 429 ? secondsUntilReset(answer.headers) : null;
            if (reset !== null && request.patienceMs === undefined) {
                failures = 0;
                continue;
            }
            if (failures === 0)
                failingSince = began;
            if (reset !== null && now() - failingSince + reset * 1000 > patienceMs) {
                return { page, value: null, failure: verdict };
            }
            failures += 1;
            const delay = retryDelay({
                isTransient: isTransient(verdict, answer),
                attempt: failures,
                failingForMs: now() - failingSince,
                random: random(),
                patienceMs,
            });
            if (delay === null || now() + delay >= deadline)
                return { page, value: null, failure: verdict };
            if (answer?.status === 429)
                this.#limiter.hold(family, delay);
            if (failures === 3)
                log(`${verdict.message}; trying again for up to ${patienceMs / 1000} s`);
            const stopped = await this.#pause(delay);
            if (stopped !== null)
                return { page, value: null, failure: stopped };
        }
    }
    /** Tells whoever watches. */
    reportProgress(fetched) {
        this.#options.onFetch(fetched);
    }
    async [Symbol.asyncDispose]() {
        await this.#dispatcher.destroy();
    }
    /** Null when it is our turn, or why it will not be. */
    async #takeTurn(family) {
        try {
            await this.#limiter.turn(family);
            return null;
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                return error;
            throw error;
        }
    }
    /** One exchange, read to its last byte. */
    async #attempt(request, read) {
        const { now, apiKey, appKey } = this.#options;
        let answer = null;
        try {
            const began = now();
            answer = await this.#send(request);
            this.#measureSkew(answer, began);
            return {
                answer,
                verdict: classifyResponse(answer, {
                    what: limitFamilyOf(request),
                    permission: request.permission,
                    secrets: [apiKey, appKey],
                    read,
                }),
            };
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                return { answer: null, verdict: error };
            throw error;
        }
        finally {
            this.#limiter.learn(limitFamilyOf(request), answer);
        }
    }
    async #send({ method, path, query = {}, body, patienceMs = Infinity }) {
        const { apiUrl, apiKey, appKey, signal, userAgent, attemptTimeoutMs, largestBody } = this.#options;
        const url = new URL(path, apiUrl);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, String(value));
        try {
            return await sendRequest({
                method,
                url,
                body,
                headers: { "dd-api-key": apiKey, "dd-application-key": appKey, "user-agent": userAgent },
            }, {
                dispatcher: this.#dispatcher,
                signal,
                timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
                largestBody,
                bodies: this.#buffers,
            });
        }
        catch (error) {
            throw this.#stopReason() ?? error;
        }
    }
    /** `Date` has whole seconds; half a second is the best guess for what it cut off. */
    #measureSkew({ headers }, began) {
        const said = Date.parse(headers.get("date") ?? "");
        if (this.clockSkewMs !== null || Number.isNaN(said))
            return;
        const ours = (began + this.#options.now()) / 2;
        this.clockSkewMs = Math.round(said + 500 - ours);
    }
    /** Null after the wait, or the failure that the run was stopped with. */
    async #pause(ms) {
        try {
            await this.#options.wait(ms, this.#options.signal);
        }
        catch (error) {
            if (this.#stopReason() === null)
                throw error;
        }
        return this.#stopReason();
    }
    /** The signal's reason is the failure that the run was stopped with. */
    #stopReason() {
        const { aborted, reason } = this.#options.signal;
        if (!aborted)
            return null;
        return reason instanceof failure/* Failure */.HR
            ? reason
            : new failure/* Failure */.HR("cancelled", "the run was cancelled", { cause: reason });
    }
}
/** What shares a rate limit. */
function limitFamilyOf({ method, path }) {
    return `${method} ${path}`;
}
function parseJson(bytes) {
    return JSON.parse(bytes.toString("utf8"));
}
async function waitFor(ms, signal) {
    await (0,promises_.setTimeout)(ms, undefined, { signal });
}

// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/secret-scan.js
var secret_scan = __webpack_require__(29803);
// EXTERNAL MODULE: ./lib/config/fail-on.js
var fail_on = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/platform/heap.js
var heap = __webpack_require__(17061);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
;// CONCATENATED MODULE: ./lib/publish/artifact.js


const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;
/**
 * Uploads through the runner's own service. The client retries 5xx itself but not a reset, after which the artifact may
 * exist: it is looked up before the next attempt. A name that a half-finished upload took gets a number. Throws where
 * GitHub refuses the artifact, or time is up.
 */
async function uploadArtifact(plan, signal) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(659), __webpack_require__.e(690), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
    const client = new DefaultArtifactClient();
    let name = plan.name;
    let isTaken = false;
    for (let attempt = 1;; attempt += 1) {
        try {
            const { id } = await (0,waiting/* stopWaitingOnAbort */.X)(client.uploadArtifact(name, [...plan.files], plan.root, plan.retentionDays === null ? {} : { retentionDays: plan.retentionDays }), signal, noTimeLeft);
            if (id === undefined)
                throw new failure/* Failure */.HR("not-published", `GitHub accepted the artifact ${name} but returned no id`);
            return { name, id };
        }
        catch (error) {
            const known = uploadFailure(error, name);
            const mayExist = isReset(error) || isConflict(error);
            if (!mayExist || attempt >= ATTEMPTS || signal.aborted)
                throw known;
            // Only an artifact that an earlier attempt may have left is ours.
            const found = attempt > 1 || isReset(error) ? await findArtifact(client, { name, signal }) : null;
            if (found !== null)
                return { name, id: found };
            isTaken ||= isConflict(error);
            if (isTaken)
                name = `${plan.name}-${attempt + 1}`;
            if (!(await (0,waiting/* waitUnlessAborted */.D)(FIRST_WAIT_MS * attempt, signal)))
                throw known;
        }
    }
}
async function findArtifact(client, { name, signal }) {
    try {
        return (await (0,waiting/* stopWaitingOnAbort */.X)(client.getArtifact(name), signal, noTimeLeft)).artifact.id;
    }
    catch {
        // It does not exist, or the service is still down: the next upload shows which.
        return null;
    }
}
function noTimeLeft() {
    return new failure/* Failure */.HR("not-published", "the artifact was not uploaded in the time that was left", {
        hint: "raise the deadline",
    });
}
function uploadFailure(error, name) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name === "GHESNotSupportedError") {
        return new failure/* Failure */.HR("not-published", "an action cannot upload artifacts to this GitHub Enterprise Server", {
            hint: "the evidence is in the directory given by the output `folder`; keep it with a later step",
            cause: error,
        });
    }
    if (/quota/i.test(text)) {
        return new failure/* Failure */.HR("not-published", `the artifact ${name} was refused: the storage quota of GitHub artifacts is used up`, {
            hint: "delete old artifacts, shorten retention-days or raise the quota",
            cause: error,
        });
    }
    if (isConflict(error)) {
        return new failure/* Failure */.HR("not-published", `this workflow run already has an artifact named ${name}`, {
            hint: "give each collecting step of a workflow its own stream",
            cause: error,
        });
    }
    if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(text)) {
        return new failure/* Failure */.HR("not-published", "artifacts can only be uploaded by a job of GitHub Actions", {
            cause: error,
        });
    }
    return new failure/* Failure */.HR("not-published", `the artifact ${name} was not uploaded: ${text.split("\n")[0]?.slice(0, 300)}`, {
        hint: "run the job again; a re-run is a new attempt and collects its own evidence",
        cause: error,
    });
}
function isReset(error) {
    return (error instanceof Error && /ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|UND_ERR_SOCKET/i.test(error.message));
}
function isConflict(error) {
    return error instanceof Error && error.message.includes("(409)");
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
// EXTERNAL MODULE: ./lib/publish/append-run.js
var append_run = __webpack_require__(58299);
// EXTERNAL MODULE: ./lib/publish/write-folder.js
var write_folder = __webpack_require__(42613);
;// CONCATENATED MODULE: ./lib/publish/publish-run.js









/**
 * Signs and commits, then writes and uploads what landed. A destination that fails never stops another one. Unsigned
 * evidence is kept but never committed. Never throws a `Failure`: see `undone`.
 */
async function publishRun(evidence, attest, { to, repository, timeouts, }) {
    const files = (0,evidence_files/* evidenceFiles */.RL)(evidence);
    const chained = await signAndCommit({ evidence, files }, attest, { to, repository, timeouts });
    const { attestation, landed } = chained;
    const undone = [...chained.undone];
    const warnings = [...chained.warnings];
    const signed = { evidence, files, attestation };
    const place = external_node_path_.join(evidence.stream.name, ...(0,run_path/* runPath */.t0)(evidence).split("/"));
    const contents = attestation === null ? files : [...files, (0,file/* fileOf */.W7)(evidence_files/* BUNDLE_NAME */.ft, attestation.bundle)];
    const { out } = to;
    const tree = repository?.branch.workTree ?? null;
    const write = async (root) => {
        await (0,write_folder/* writeRunFolder */.Rq)(external_node_path_.join(root, place), contents);
        await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(root, layout/* VERIFY_NAME */.Wv), to.verifyInstructions);
        return root;
    };
    // A commit updates the work tree itself. What was not committed waits there; unsigned evidence only without another folder.
    const usesTree = tree !== null && (attestation === null ? out === null : repository?.commits === true);
    const inTree = !usesTree || landed !== null ? tree : await (0,append_run/* tryStep */.Y7)(undone, async () => write(tree));
    const inOut = out === null ? null : await (0,append_run/* tryStep */.Y7)(undone, async () => write(out));
    const artifact = to.artifact === null || inOut === null
        ? null
        : await (0,append_run/* tryStep */.Y7)(undone, async () => uploadRun(signed, { to, out: inOut, place, contents, warnings, signal: timeouts.all }));
    const wanted = out ?? tree;
    if (wanted === null)
        throw new Error("publish needs a folder or a local repository");
    const root = inOut ?? (usesTree ? inTree : null);
    const [main] = files;
    return {
        ...signed,
        folder: external_node_path_.resolve(root ?? wanted, place),
        isWritten: root !== null,
        evidenceSha256: main?.sha256 ?? "",
        commit: landed?.commit ?? null,
        commitUrl: landed?.url ?? null,
        artifact,
        signatures: chained.signatures,
        retries: chained.retries,
        undone,
        warnings,
    };
}
/** Signs the evidence, for the chain of its stream where there is a repository, and commits it there. */
async function signAndCommit(run, attest, { to: { verifyInstructions }, repository, timeouts, }) {
    if (attest !== null && repository !== null) {
        return (0,append_run/* appendRun */.ah)(run, attest, { ...repository, verifyInstructions, signal: timeouts.commit });
    }
    const undone = [];
    if (attest === null) {
        undone.push(new failure/* Failure */.HR("not-signed", "the evidence is not signed, because signing is none", {
            hint: "sign it later with: datadog-evidence attest DIR",
        }));
    }
    const attestation = attest === null ? null : await (0,append_run/* tryStep */.Y7)(undone, async () => attest(run.files, null));
    const signatures = attestation === null ? 0 : 1;
    return { attestation, landed: null, signatures, retries: 0, undone, warnings: [] };
}
/** The name of the artifact: one for each stream, time, run and attempt. */
function artifactName({ stream, collectedAt, run }, isSigned) {
    const time = collectedAt.replaceAll(":", "");
    return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}
async function uploadRun(signed, { to, out, place, contents, warnings, signal, }) {
    const companions = to.extraFiles(signed);
    for (const file of companions)
        await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, file.name), file.pieces());
    const names = [
        ...contents.map(({ name }) => external_node_path_.join(place, name)),
        layout/* VERIFY_NAME */.Wv,
        ...companions.map(({ name }) => name),
    ];
    const upload = async (more) => uploadArtifact({
        name: artifactName(signed.evidence, signed.attestation !== null),
        files: [...names, ...more].map((name) => external_node_path_.resolve(out, name)),
        root: external_node_path_.resolve(out),
        retentionDays: to.artifact?.retentionDays ?? null,
    }, signal);
    const rawPages = to.artifact?.rawPages ?? null;
    if (rawPages === null)
        return upload([]);
    try {
        return await upload(await rawPages.writeBelow(out, signed.evidence));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        warnings.push(`the raw pages are not in the artifact: ${error.message}`);
        return upload([]);
    }
}

// EXTERNAL MODULE: ./lib/publish/chain-head.js
var chain_head = __webpack_require__(49821);
// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
;// CONCATENATED MODULE: ./lib/report/progress.js

/** What people call the records of an endpoint; other endpoints are named by the end of their path. */
const NAMES = new Map([
    ["/api/v2/security_monitoring/signals/search", "signals"],
    ["/api/v1/monitor", "monitors"],
    ["/api/v2/security/findings/search", "findings"],
]);
/**
 * Returns a listener that keeps the status line of the log up to date: each listing with its pages and records so
 * far, then any other request.
 */
function trackProgress(log) {
    const listings = new Map();
    return ({ path, pages, items }) => {
        const name = NAMES.get(path);
        if (name !== undefined)
            listings.set(name, progress(name, { pages, items }));
        const besides = name === undefined ? [(0,sanitize/* visibleLine */.P8)(path.split("/").at(-1) ?? "")] : [];
        log.status?.(`fetching ${[...listings.values(), ...besides].join(" · ")}`);
    };
}
function progress(name, { pages, items }) {
    if (pages === 0)
        return name;
    return `${name} ${items} (${pages} ${pages === 1 ? "page" : "pages"})`;
}

// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
// EXTERNAL MODULE: ./lib/config/signing.js
var config_signing = __webpack_require__(80149);
;// CONCATENATED MODULE: ./lib/run/run.js
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



















/** Of the deadline, this part is for recalling and collecting; the rest is for signing and publishing. */
const COLLECTING = 0.8;
/** Of the deadline, this much at most is for reading the end of the chain before. */
const RECALLING = 0.05;
/** Of the time for publishing, this part is for commits; the artifact must not wait for them in vain. */
const COMMITTING = 0.6;
/** The runner kills a cancelled job after 10 s; summary and outputs must be written before. */
const PUBLISHING_ONCE_CANCELLED_MS = 4000;
/** One run for one stream. The same for the Action, the command line and the demo. */
async function run(config, around) {
    const began = Date.now();
    const recalled = await recall(config, around);
    const evidence = await collected(config, around, began);
    around.log.status?.(null);
    stopLeaks(config, evidence);
    const { repository: branch } = around;
    const waits = patience(config, around.signal);
    const attest = attestorOf(around.sealing, {
        evidence,
        // What signing waits for must leave time to publish.
        signal: () => AbortSignal.any([
            waits.all,
            AbortSignal.timeout(Math.round((config.deadline * (1 - COLLECTING)) / 2)),
            (0,cancellation/* after */.P)(around.signal, PUBLISHING_ONCE_CANCELLED_MS / 2),
        ]),
    });
    const published = await publishRun(evidence, attest, {
        to: around.to,
        repository: branch === null ? null : { branch, ownKey: ownKey(config), commits: config.commit, recalled },
        timeouts: waits,
    });
    return { published, exit: report(config, { published, log: around.log }) };
}
/**
 * The end of the stream's chain. What cannot be read now is tried again when
 * there is evidence to add; only what the user must change stops the run.
 */
async function recall(config, { repository, signal, log }) {
    if (repository === null)
        return null;
    const soon = AbortSignal.any([signal, AbortSignal.timeout(Math.round(config.deadline * RECALLING))]);
    try {
        const head = await repository.head([config.stream], soon);
        return await (0,chain_head/* readChainHead */.q)(head, { name: config.stream, site: config.site }, ownKey(config));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.code === "input")
            throw error;
        log.warning(`the evidence repository will be asked again: ${error.message}`);
        return null;
    }
}
/** The key that signs; null where signing is keyless. */
function ownKey({ chosen }) {
    return chosen.by === "key" ? chosen.key : null;
}
function patience({ deadline }, signal) {
    const publishing = deadline * (1 - COLLECTING);
    const within = (part) => AbortSignal.any([
        AbortSignal.timeout(Math.round(publishing * part)),
        (0,cancellation/* after */.P)(signal, PUBLISHING_ONCE_CANCELLED_MS * part),
    ]);
    return { commit: within(COMMITTING), all: within(1) };
}
async function collected(config, around, began) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, now, apiUrl } = around;
        const ms = Math.round(config.deadline * COLLECTING) - (Date.now() - began);
        const url = apiUrl ?? (0,sites/* apiUrlOf */.po)(config.site);
        (0,heap/* keepHeapSmall */.p)();
        const datadog = __addDisposableResource(env_1, new Datadog({
            apiUrl: url,
            apiKey: config["api-key"],
            appKey: config["app-key"],
            signal: AbortSignal.any([around.signal, timeIsUp(ms)]),
            deadline: Date.now() + ms,
            userAgent: `datadog-evidence/${version/* VERSION */.x}`,
            log: (line) => log.info(line),
            onFetch: trackProgress(log),
            debug: (line) => log.debug(line),
            onPage: async (page, bytes) => around.to.artifact?.rawPages?.keep(page, bytes),
        }), true);
        return await collectEvidence({
            stream: { name: config.stream, cadence: config.cadence },
            site: config.site,
            apiUrl: url,
            organization: config.organization,
            items: config.items,
            monitorTag: config["monitor-tag"],
            cspmRequired: config.cspm === "required",
            privacy: config.privacy,
            pseudonymSecret: config["pseudonym-key"] ?? config["app-key"],
            run: around.run,
            collector: around.collector,
            caveats: apiUrl === null ? [] : ["collected from a server on this machine (DD_API_URL), not from Datadog"],
        }, { datadog, spool: around.spool, now, log });
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
/** Evidence goes where it cannot be taken back, so a secret in it stops the run before anything is written. */
function stopLeaks(config, evidence) {
    const secrets = (0,platform_secrets/* secretForms */.e)([
        config["api-key"],
        config["app-key"],
        config["signing-key"],
        config["signing-key-passphrase"],
        config["pseudonym-key"],
        config["repository-token"],
        config["attestation-token"],
    ]);
    const leaks = (0,secret_scan/* findLeaks */.Y)((0,evidence_files/* evidenceFiles */.RL)(evidence), secrets);
    if (leaks.length === 0)
        return;
    const places = leaks.slice(0, 5).map(({ where, what }) => `${where} holds ${what}`);
    const more = leaks.length > places.length ? [`and ${leaks.length - places.length} more`] : [];
    throw new failure/* Failure */.HR("not-published", `nothing was written or published: ${[...places, ...more].join("; ")}`, {
        hint: "rotate that secret, take it out of the name or tag in Datadog, and run again",
    });
}
/** Aborts when collecting has used up its time; never keeps the process alive. */
function timeIsUp(ms) {
    const controller = new AbortController();
    const stop = () => controller.abort(new failure/* Failure */.HR("deadline", `collecting took longer than ${Math.round(ms / 1000)} s`, {
        hint: "raise the deadline, or run when Datadog is less busy",
    }));
    setTimeout(stop, ms).unref();
    return controller.signal;
}
function attestorOf(sealing, { evidence, signal }) {
    if (sealing === null)
        return null;
    return async (files, tail) => (0,attest/* runAttester */.w7)(sealing(signal()))(evidence, files, tail);
}
/** Says what was collected, then decides the exit: no gate ever stands before the evidence. */
function report(config, { published, log }) {
    const statement = published.attestation?.statement ?? null;
    for (const item of published.evidence.items)
        log.group(item.title, (0,log_lines/* itemLines */.L)(item));
    log.group("Since the run before", (0,changes_in_words/* changeLines */.Ow)((0,changes_in_words/* changeSinceLastRun */.WR)(statement)));
    if (published.attestation !== null)
        log.info((0,signing/* describeSignature */.i)(published.attestation));
    const less = (0,config_signing/* assuranceShortfall */.nf)(statement, config["min-assurance"]);
    const undone = [...published.undone, ...(less === null ? [] : [less])];
    for (const { message, hint } of undone)
        log.warning([message, hint].filter(Boolean).join("; "));
    for (const warning of published.warnings)
        log.warning(warning);
    const reason = statement?.predicate.assurance.reason;
    if (reason !== undefined && less === null)
        log.warning(`signed without a timestamp: ${reason.message}`);
    for (const line of chainLines(published))
        log.info(line);
    return (0,fail_on/* decideExit */.DP)(published.evidence, {
        gates: config["fail-on"],
        undone: undone.map(({ message }) => message),
        changes: statement?.predicate.changes ?? null,
    });
}
/** Where the run stands in its chain, and what that took. */
function chainLines({ attestation, commit, signatures, retries }) {
    const sequence = attestation?.statement.predicate.sequence ?? null;
    if (sequence === null)
        return [];
    const where = commit === null ? "not committed" : `commit ${commit}`;
    const tries = retries === 0
        ? []
        : [`tried again ${run_times(retries)} because somebody was faster`, `signed ${run_times(signatures)}`];
    return [[`run ${sequence} of its chain`, where, ...tries].join(", ")];
}
function run_times(count) {
    return count === 1 ? "once" : `${count} times`;
}


/***/ }),

/***/ 77178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ signerFor)
});

// EXTERNAL MODULE: ./lib/sign/attest.js
var attest = __webpack_require__(41288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/bundle/sigstore.js
var sigstore = __webpack_require__(56008);
;// CONCATENATED MODULE: ./lib/sign/timestamp/embedded-certificate.js


const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/**
 * Why a timestamp of an unknown authority cannot be used, as the words that follow "the timestamp"; null where the
 * certificate that is embedded in it confirms it. The verifier decides whether to trust that authority.
 */
async function embeddedCertificateProblem(token, signature) {
    const { RFC3161Timestamp: Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const timestamp = Timestamp.parse(Buffer.from(token));
        const certificate = await signerOf(timestamp);
        if (certificate === null)
            return "has no embedded certificate of its authority";
        if (!certificate.keyUsage.includes(TIME_STAMPING))
            return "is signed by a certificate that is not for timestamps";
        const time = timestamp.signingTime;
        if (time < new Date(certificate.validFrom) || time > new Date(certificate.validTo)) {
            return "is from outside the validity period of its certificate";
        }
        if (!(0,sigstore/* isSupportedTimestamp */.Bp)(timestamp))
            return "is signed with an algorithm that verifiers cannot check";
        timestamp.verify(signature, certificate.publicKey);
        return null;
    }
    catch {
        // The parser and the check throw errors of every kind.
        return "is not signed by the certificate that is embedded in it";
    }
}
/** The embedded certificate that the token's signature names. */
async function signerOf(timestamp) {
    const { X509Certificate: Parsed } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    const signedData = timestamp.root.subs[1]?.subs.find(({ tag }) => tag.isContextSpecific(0))?.subs[0];
    const certificates = signedData?.subs.find(({ tag }) => tag.isContextSpecific(0))?.subs ?? [];
    for (const each of certificates) {
        const der = Buffer.from(each.toDER());
        const { issuer, serialNumber } = Parsed.parse(der);
        if (issuer.equals(timestamp.signerIssuer) && serialNumber.equals(timestamp.signerSerialNumber)) {
            return new external_node_crypto_.X509Certificate(der);
        }
    }
    return null;
}

// EXTERNAL MODULE: ./lib/sign/keyless/identity-token.js
var identity_token = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
;// CONCATENATED MODULE: ./lib/sign/keyless/service-options.js



/** Timeout and retries of the Sigstore library. */
const SERVICE_OPTIONS = { timeout: 10_000, retry: { retries: 2, minTimeout: 400, factor: 2 } };
/** The result of a call of the library, which takes no signal. Throws when the signal aborts. */
async function withinTimeLeft(work, { name, signal }) {
    return (0,waiting/* stopWaitingOnAbort */.X)(work, signal, () => new failure/* Failure */.HR("not-signed", `${name} did not answer in the time that was left`));
}
const Refused = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ statusCode: schemas/* number */.aig() }) });
const TimedOut = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("request-timeout") }) });
const Unreached = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("system"), code: schemas/* string */.YjP() }) });
/** What the library's error says about a service, as the words that follow `it`; never the library's own message. */
function serviceProblem(error) {
    const status = Refused.safeParse(error).data?.cause.statusCode;
    if (status !== undefined)
        return `refused (HTTP status ${status})`;
    if (TimedOut.safeParse(error).success)
        return `did not answer within ${SERVICE_OPTIONS.timeout / 1000} s`;
    const code = Unreached.safeParse(error).data?.cause.code;
    return code === undefined ? "returned an unexpected response" : `could not be reached (${code})`;
}

;// CONCATENATED MODULE: ./lib/sign/keyless/fulcio.js



/** Signs with a key that exists for one signature, and gets a certificate from Fulcio that names its owner. */
function fulcioSigner({ url, token, signal, }) {
    const name = `Fulcio (${new URL(url).host})`;
    return {
        signing: "keyless",
        async sign(bytes) {
            const { FulcioSigner } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(690), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
            const signer = new FulcioSigner({
                fulcioBaseURL: url,
                identityProvider: { getToken: async () => Promise.resolve(token.text) },
                ...SERVICE_OPTIONS,
            });
            try {
                const { signature, key } = await withinTimeLeft(signer.sign(bytes), { name, signal });
                return signatureOf(signature, { pem: "certificate" in key ? key.certificate : "", bytes, name });
            }
            catch (error) {
                if (error instanceof failure/* Failure */.HR)
                    throw error;
                // The library throws errors of every kind, and their messages may quote the token.
                throw new failure/* Failure */.HR("not-signed", `${name} issued no certificate: it ${serviceProblem(error)}`, {
                    hint: "run again, or sign later with: datadog-evidence attest; if your plan has no such service, use signing: key",
                });
            }
        },
    };
}
/** The signature with its certificate. Throws where the certificate is for another key. */
function signatureOf(signature, { pem, bytes, name }) {
    const certificate = new external_node_crypto_.X509Certificate(pem);
    if (!(0,external_node_crypto_.verify)("sha256", bytes, certificate.publicKey, signature)) {
        throw new failure/* Failure */.HR("not-signed", `${name} issued a certificate for another key`);
    }
    return {
        bytes: signature,
        by: { certificate: certificate.raw },
        signedBy: certificate.subjectAltName?.replace(/^URI:/, "") ?? "unknown",
    };
}

// EXTERNAL MODULE: ./lib/evidence/digest.js
var digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
;// CONCATENATED MODULE: ./lib/sign/keyless/rekor.js





/**
 * The public transparency log. It stores digests, the signature and the certificate, not the statement. Version 1: for
 * version 2 the library writes entries that verifiers written in Go refuse.
 */
function rekorWitness({ url, signal, }) {
    const name = `Rekor (${new URL(url).host})`;
    return {
        gives: "log",
        async testify(signed) {
            const { RekorWitness } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(690), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
            const rekor = new RekorWitness({ rekorBaseURL: url, entryType: "dsse", ...SERVICE_OPTIONS });
            const { envelope: dsseEnvelope, signature } = signed;
            const certificate = "certificate" in signature.by ? signature.by.certificate : Buffer.alloc(0);
            const pem = `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replaceAll(/.{64}(?!$)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
            const testimony = rekor.testify({ $case: "dsseEnvelope", dsseEnvelope }, pem);
            const entry = await requestEntry(testimony, { name, signal });
            if (!isAbout(entry, signed))
                throw notLogged(name, "returned an entry for another signature");
            return { entry };
        },
    };
}
async function requestEntry(testimony, { name, signal }) {
    try {
        return (await withinTimeLeft(testimony, { name, signal })).tlogEntries[0];
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        // The library throws errors of every kind for a response that it does not check.
        throw notLogged(name, serviceProblem(error));
    }
}
function notLogged(name, problem) {
    return new failure/* Failure */.HR("not-signed", `${name} added no entry to its log: it ${problem}`, {
        hint: "run again, or sign later with: datadog-evidence attest",
    });
}
const Body = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("dsse"),
    spec: schemas/* object */.Ikc({
        payloadHash: schemas/* object */.Ikc({ algorithm: schemas/* literal */.euz("sha256"), value: schemas/* string */.YjP() }),
        signatures: schemas/* tuple */.PVZ([schemas/* object */.Ikc({ signature: schemas/* string */.YjP() })]),
    }),
});
/** Whether the entry is about our statement and signature, and proves that it is in the log. */
function isAbout(entry, { envelope, signature }) {
    if (entry?.inclusionPromise === undefined || entry.inclusionProof === undefined)
        return false;
    const json = (0,files_json/* readJson */.V)(entry.canonicalizedBody);
    const body = "trouble" in json ? undefined : Body.safeParse(json.value).data;
    return (body?.spec.payloadHash.value === (0,digest/* sha256 */.s)(envelope.payload) &&
        body.spec.signatures[0].signature === signature.bytes.toString("base64"));
}

// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
;// CONCATENATED MODULE: ./lib/sign/keyless/keyless.js



/**
 * Signs in the name of the workflow. Each signature requests a new token: one from before collecting would have expired.
 * All witnesses of the instance testify, or nothing is signed.
 */
function keylessStatementSigner({ token, chooseInstance, timestamps, reason, signal, }) {
    return async (toStatement) => {
        const identity = await token();
        const { fulcio, timestamp, rekor } = chooseInstance(identity);
        const witnesses = [
            timestamps(timestamp),
            ...(rekor === null ? [] : [rekorWitness({ url: rekor, signal })]),
        ];
        return (0,signing/* statementSigner */.m)(fulcioSigner({ url: fulcio, token: identity, signal }), { witnesses, reason })(toStatement);
    };
}

// EXTERNAL MODULE: ./lib/sign/timestamp/timestamp.js + 1 modules
var timestamp = __webpack_require__(37919);
// EXTERNAL MODULE: ./lib/verify/trust/roots.js + 2 modules
var roots = __webpack_require__(91273);
// EXTERNAL MODULE: ./lib/verify/run/timestamps.js
var timestamps = __webpack_require__(5362);
;// CONCATENATED MODULE: ./lib/run/signer.js









const SIGSTORE_AUDIENCE = "sigstore";
/**
 * Prepares to sign in the way that was chosen; there is no fallback. Throws where that cannot work here, before anything
 * is collected. A service that is down now may be back when there is something to sign.
 */
async function signerFor(signing, context) {
    if (signing.by === "none")
        return null;
    if (signing.by === "key") {
        const { key, timestampUrl } = signing;
        return (signal, reason = null) => {
            const witness = timestampUrl === null ? null : (0,timestamp/* timestampWitness */.gY)({ url: timestampUrl, check: checkTimestamp, signal });
            return (0,timestamp/* keyStatementSigner */.Po)((0,attest/* keySigner */.Ye)(key), { witness, reason });
        };
    }
    const { environment, conceal, log } = context;
    const { allowPublicLog } = signing;
    const chooseInstance = (token) => (0,sigstore_instance/* sigstoreInstanceFor */.X)(token, { allowPublicLog, environment });
    const chosen = await instanceNow(chooseInstance, context);
    if (chosen !== null)
        announce(chosen, log);
    return (signal, reason = null) => keylessStatementSigner({
        token: async () => (0,identity_token/* requestIdentityToken */.l)(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }),
        chooseInstance: (token) => unchanged(chooseInstance(token), chosen),
        timestamps: (url) => (0,timestamp/* timestampWitness */.gY)({ url, check: checkTimestamp, signal }),
        reason,
        signal,
    });
}
/** The instance for a token requested now; null where GitHub's OIDC service is down. */
async function instanceNow(chooseInstance, { environment, signal, conceal, log, }) {
    if (!(0,identity_token/* canRequestIdentityToken */.r)(environment))
        throw new Error("keyless was chosen in a job that has no identity");
    try {
        return chooseInstance(await (0,identity_token/* requestIdentityToken */.l)(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.code !== "not-signed")
            throw error;
        log.warning(`${error.message}; the run tries again when it signs`);
        return null;
    }
}
function announce({ kind, fulcio, isLocal }, log) {
    log.info(kind === "public-good"
        ? "signing keyless with the public Sigstore: the names of repository and workflow and the time of the run become public"
        : `signing keyless with ${new URL(fulcio).host}; nothing becomes public`);
    if (isLocal)
        log.warning("signing with a Sigstore on this machine (SIGSTORE_…_URL), which no verifier trusts");
}
/** Throws where the instance changed: what becomes public was decided before collecting. */
function unchanged(instance, chosen) {
    if (chosen === null || chosen.kind === instance.kind)
        return instance;
    throw new failure/* Failure */.HR("not-signed", "the visibility of this repository changed while evidence was collected", {
        hint: "run again",
    });
}
/** Checks as `verify` does; a token of an authority that the shipped root does not name must agree with its own certificate. */
const checkTimestamp = async (token, { signature }) => {
    const verdict = await (0,timestamps/* verifyToken */.nr)(token, { signature, roots: await (0,roots/* loadPublicGoodRoots */.KD)() });
    if (verdict.kind === "proven")
        return { ok: true, time: verdict.time, authority: verdict.authority };
    if (verdict.kind === "wrong")
        return { ok: false, trouble: verdict.trouble };
    const problem = await embeddedCertificateProblem(token, signature);
    if (problem !== null)
        return { ok: false, trouble: `the timestamp ${problem}` };
    const { RFC3161Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    return { ok: true, time: RFC3161Timestamp.parse(Buffer.from(token)).signingTime, authority: null };
};


/***/ }),

/***/ 41288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ gapAttester),
/* harmony export */   Ye: () => (/* binding */ keySigner),
/* harmony export */   w7: () => (/* binding */ runAttester)
/* harmony export */ });
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96042);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14478);


/** Signs with a key. */
function keySigner({ privateKey, fingerprint }) {
    return {
        signing: "key",
        async sign(bytes) {
            const { sign } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 19));
            const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
            return {
                bytes: sign(digest, bytes, privateKey),
                // The same hint that cosign writes: base64 of the SPKI's sha256.
                by: { hint: Buffer.from(fingerprint, "hex").toString("base64") },
                signedBy: fingerprint,
            };
        },
    };
}
/** Makes the signing step of a run. A plain `Signer` has no witnesses. */
function runAttester(by) {
    const seal = toStatementSigner(by);
    return async (evidence, files, tail) => seal((assurance) => (0,_bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .makeStatement */ .UT)(evidence, { files, tail, assurance }));
}
/** Makes the signing step of a declared gap. */
function gapAttester(by) {
    const seal = toStatementSigner(by);
    return async (gap, files, tail) => seal((assurance) => (0,_bundle_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .makeGapStatement */ .qH)(gap, { files, tail, assurance }));
}
function toStatementSigner(by) {
    return typeof by === "function" ? by : (0,_signing_js__WEBPACK_IMPORTED_MODULE_0__/* .statementSigner */ .m)(by);
}


/***/ }),

/***/ 40352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ requestIdentityToken),
/* harmony export */   r: () => (/* binding */ canRequestIdentityToken)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7742);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24451);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _platform_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71267);





/** Whether the job may request a token. */
function canRequestIdentityToken(environment) {
    return Boolean(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
}
const Response = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const Claims = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ iss: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), sub: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), repository_visibility: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() });
/** Requests a fresh token for this audience. `conceal` receives it first. Throws where there is none. */
async function requestIdentityToken(environment, { audience, signal, conceal, }) {
    const url = new URL(endpoint(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? ""));
    url.searchParams.set("audience", audience);
    const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
    const response = await (0,_platform_http_js__WEBPACK_IMPORTED_MODULE_3__/* .httpRequest */ .a)({
        method: "GET",
        url: url.href,
        headers: { accept: "application/json", authorization: `Bearer ${bearer}` },
        body: null,
    }, signal);
    if (!response.ok)
        throw noToken(response.reason);
    if (response.status !== 200)
        throw noToken(`refused (status ${response.status})`);
    const json = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(response.bytes);
    const { value: text = "" } = ("value" in json ? Response.safeParse(json.value).data : null) ?? {};
    if (text !== "")
        conceal(text);
    const claims = claimsOf(text);
    if (claims === null)
        throw noToken("returned an unexpected response");
    return { text, issuer: claims.iss, repositoryVisibility: claims.repository_visibility ?? null };
}
function endpoint(text) {
    const isSafe = URL.canParse(text) && (new URL(text).protocol === "https:" || (0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(text));
    if (isSafe)
        return text;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", "ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service");
}
function noToken(reason) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `GitHub's OIDC service gave no identity token: it ${reason}`, {
        hint: "give the job permissions: id-token: write; if it has them, run it again",
    });
}
/** The claims of the token. Fulcio checks its signature. */
function claimsOf(token) {
    const payload = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(Buffer.from(token.split(".")[1] ?? "", "base64url"));
    return "trouble" in payload ? null : (Claims.safeParse(payload.value).data ?? null);
}


/***/ }),

/***/ 80354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ localServiceProblems),
/* harmony export */   X: () => (/* binding */ sigstoreInstanceFor)
/* harmony export */ });
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7742);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


const PUBLIC_GOOD = {
    kind: "public-good",
    fulcio: "https://fulcio.sigstore.dev",
    timestamp: "https://timestamp.sigstore.dev/api/v1/timestamp",
    rekor: "https://rekor.sigstore.dev",
};
const GITHUB = {
    kind: "github",
    fulcio: "https://fulcio.githubapp.com",
    timestamp: "https://timestamp.githubapp.com/api/v1/timestamp",
    rekor: null,
};
/** Variables that replace an instance's addresses; only by a server on this machine. */
const LOCAL = {
    fulcio: "SIGSTORE_FULCIO_URL",
    timestamp: "SIGSTORE_TIMESTAMP_URL",
    rekor: "SIGSTORE_REKOR_URL",
};
/**
 * Chooses the Sigstore instance for the issuer of the token and the visibility of the repository. Nothing of a
 * repository that is not public becomes public unless `allowPublicLog` is set. Throws where no instance trusts the issuer.
 */
function sigstoreInstanceFor({ issuer, repositoryVisibility }, { allowPublicLog, environment }) {
    const host = URL.canParse(issuer) ? new URL(issuer).host : "";
    const [, enterprise] = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(host) ?? [];
    if (enterprise !== undefined)
        return withLocal(ofEnterprise(enterprise), environment);
    if (host === "token.actions.githubusercontent.com") {
        return withLocal(repositoryVisibility === "public" || allowPublicLog ? PUBLIC_GOOD : GITHUB, environment);
    }
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing: keyless is not available here: no Sigstore trusts ${issuer.slice(0, 200)}`, {
        hint: "GitHub Enterprise Server has no Sigstore; use signing: key",
    });
}
/** Problems with the addresses of local services, each a sentence. */
function localServiceProblems(environment) {
    return Object.values(LOCAL).flatMap((name) => {
        const url = environment[name];
        if (!url || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && (0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url)))
            return [];
        return [`${name}: must be an address of this machine, such as http://127.0.0.1:8080`];
    });
}
function ofEnterprise(host) {
    return {
        kind: "github",
        fulcio: `https://fulcio.${host}`,
        timestamp: `https://timestamp.${host}/api/v1/timestamp`,
        rekor: null,
    };
}
function withLocal(instance, environment) {
    const [problem] = localServiceProblems(environment);
    if (problem !== undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", problem);
    return {
        ...instance,
        fulcio: environment[LOCAL.fulcio] || instance.fulcio,
        timestamp: environment[LOCAL.timestamp] || instance.timestamp,
        rekor: instance.rekor === null ? null : environment[LOCAL.rekor] || instance.rekor,
        isLocal: Object.values(LOCAL).some((name) => Boolean(environment[name])),
    };
}


/***/ }),

/***/ 83864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ generateSigningKey),
/* harmony export */   j: () => (/* binding */ readSigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41262);



const HOW_TO_MAKE_ONE = "make one with: datadog-evidence keygen";
/**
 * Reads a PKCS#8 PEM, also with `\n` written out, or base64 of the whole.
 * Throws a sentence for every kind of key that some verifier could not check;
 * it never repeats a part of the key.
 */
function readSigningKey(text, passphrase) {
    const pem = pemOf(text);
    refuseUnfit(pem);
    if (/^-----BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem) && passphrase === null) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is encrypted and there is no passphrase", {
            hint: "give it as SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)",
        });
    }
    const privateKey = openKey(pem, passphrase);
    const kind = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOfKey */ .RI)(privateKey);
    if (kind !== "P-256" && kind !== "Ed25519") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing-key is ${kind}, which not every verifier can check`, {
            hint: `use ECDSA P-256 or Ed25519; ${HOW_TO_MAKE_ONE}`,
        });
    }
    return { privateKey, ...publicPart((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey)) };
}
/** A new P-256 key; the private part encrypted when there is a passphrase. */
function generateSigningKey(passphrase) {
    const pair = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)("ec", { namedCurve: "P-256" });
    const privatePem = pair.privateKey
        .export({
        type: "pkcs8",
        format: "pem",
        ...(passphrase === null ? {} : { cipher: "aes-256-cbc", passphrase }),
    })
        .toString();
    return { privatePem, ...publicPart(pair.publicKey) };
}
/** The PEM in the text: as it is, with `\n` written out, or as base64. */
function pemOf(text) {
    const plain = text.trim().replaceAll("\\r", "").replaceAll("\\n", "\n").replaceAll("\r\n", "\n");
    if (plain.includes("-----BEGIN"))
        return `${plain}\n`;
    const decoded = Buffer.from(plain.replaceAll(/\s/g, ""), "base64").toString("utf8").trim();
    return decoded.includes("-----BEGIN") ? `${decoded}\n` : `${plain}\n`;
}
function refuseUnfit(pem) {
    if (pem.includes("BEGIN OPENSSH PRIVATE KEY")) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is in OpenSSH's own format", {
            hint: `a PKCS#8 PEM is needed, which begins with -----BEGIN PRIVATE KEY-----; ${HOW_TO_MAKE_ONE}`,
        });
    }
    if (/BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is in cosign's own format", {
            hint: `cosign can import a PKCS#8 PEM, so begin with that: ${HOW_TO_MAKE_ONE}`,
        });
    }
    if (/BEGIN (?:[A-Z]+ )?PUBLIC KEY|BEGIN CERTIFICATE/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is a public key or certificate", {
            hint: "give the private key, which begins with -----BEGIN PRIVATE KEY-----",
        });
    }
    if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is not a private key in PEM form", { hint: HOW_TO_MAKE_ONE });
    }
}
function openKey(pem, passphrase) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, ...(passphrase === null ? {} : { passphrase }) });
    }
    catch (error) {
        const isLocked = pem.includes("ENCRYPTED");
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", isLocked ? "signing-key does not open with its passphrase" : "signing-key cannot be read", {
            hint: isLocked
                ? "check SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)"
                : `the PEM is damaged; ${HOW_TO_MAKE_ONE}`,
            cause: error,
        });
    }
}
function publicPart(key) {
    return {
        publicPem: key.export({ type: "spki", format: "pem" }).toString(),
        fingerprint: (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(key),
    };
}


/***/ }),

/***/ 96042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ describeSignature),
/* harmony export */   m: () => (/* binding */ statementSigner)
/* harmony export */ });
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14478);

/** Describes who signed, and when, for a log. */
function describeSignature({ statement, signedBy, signedAt }) {
    const { signing } = statement.predicate.assurance;
    const signer = signing === "key" ? `by the key ${signedBy}` : `keyless by ${signedBy}`;
    return `signed ${signer}${signedAt === null ? "" : `, trusted time ${signedAt}`}`;
}
/** Signs with this signer and all witnesses, or throws. A witness that fails leaves nothing half signed. */
function statementSigner(signer, { witnesses = [], reason = null, } = {}) {
    const promised = {
        signing: signer.signing,
        timestamp: witnesses.some(({ gives }) => gives === "timestamp"),
        log: witnesses.some(({ gives }) => gives === "log"),
        ...(reason === null ? {} : { reason }),
    };
    return async (toStatement) => {
        const statement = toStatement(promised);
        const { bundle, signature } = await signEnvelope(statement, signer);
        const { dsseEnvelope: envelope } = bundle.content;
        const testimonies = [];
        // One after the other: an entry in a log is permanent, so the log comes last.
        for (const witness of witnesses) {
            testimonies.push(await witness.testify({ statement, envelope, signature }));
        }
        const times = testimonies.flatMap((each) => ("timestamp" in each ? [each] : []));
        const entries = testimonies.flatMap((each) => ("entry" in each ? [each.entry] : []));
        return {
            statement,
            bundle: await bundleText(bundle, { times, entries }),
            signedBy: signature.signedBy,
            signedAt: times[0]?.time.toISOString() ?? null,
        };
    };
}
/** Signs the statement in a DSSE envelope, in a Sigstore bundle v0.3. */
async function signEnvelope(statement, signer) {
    const [{ toDSSEBundle }, { dsse }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)),
    ]);
    const artifact = Buffer.from(JSON.stringify(statement));
    const signature = await signer.sign(dsse.preAuthEncoding(_bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc, artifact));
    const bundle = toDSSEBundle({
        artifact,
        artifactType: _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc,
        signature: signature.bytes,
        ...("hint" in signature.by ? { keyHint: signature.by.hint } : { certificate: signature.by.certificate }),
    });
    // The log must get the same envelope as the bundle.
    for (const each of bundle.content.dsseEnvelope.signatures)
        each.keyid = "";
    return { bundle, signature };
}
async function bundleText(bundle, { times, entries, }) {
    const { bundleToJSON } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    const { verificationMaterial: material } = bundle;
    const json = bundleToJSON({
        ...bundle,
        verificationMaterial: {
            ...material,
            tlogEntries: [...entries],
            timestampVerificationData: {
                rfc3161Timestamps: times.map(({ timestamp }) => ({ signedTimestamp: timestamp })),
            },
        },
    });
    // With the hint as keyid every verifier written in Go counts no signature; without a keyid in-toto's own finds none.
    for (const each of json.dsseEnvelope?.signatures ?? [])
        each.keyid = "";
    return `${JSON.stringify(json)}\n`;
}


/***/ }),

/***/ 37919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Po: () => (/* binding */ keyStatementSigner),
  CO: () => (/* binding */ lateSigningReason),
  gY: () => (/* binding */ timestampWitness)
});

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/sign/timestamp/request.js

const VERSION_1 = "020101";
/** `AlgorithmIdentifier` of SHA-256 and the tag of the digest, as one `MessageImprint`. */
const IMPRINT = "3031300d060960864801650304020105000420";
/** Six bytes: some servers keep it in a double. */
const NONCE = "0206";
/** Asks the authority to embed its certificate: without it only its customers can check the token. */
const CERT_REQ = "0101ff";
/** Makes a request for a timestamp over these bytes (RFC 3161, section 2.4.1). The authority only sees their digest. */
function timestampRequest(bytes) {
    // Positive and of full length: DER and every server then agree on it.
    const nonce = (0,external_node_crypto_.randomBytes)(6);
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
    const digest = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest();
    const body = Buffer.concat([hex(VERSION_1), hex(IMPRINT), digest, hex(NONCE), nonce, hex(CERT_REQ)]);
    return {
        der: Buffer.concat([Buffer.from([0x30, body.length]), body]),
        nonce: BigInt(nonce.readUIntBE(0, 6)),
    };
}
function hex(text) {
    return Buffer.from(text, "hex");
}
/**
 * Why the response cannot be used, as the words that follow the name of the authority; null where it was granted for
 * this request. The token itself is checked elsewhere.
 */
async function timestampResponseProblem(response, { nonce }) {
    const { RFC3161Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const timestamp = RFC3161Timestamp.parse(Buffer.from(response));
        // 0 is granted, 1 granted with modifications; all else is a refusal.
        if (timestamp.status > 1n)
            return `refused (status ${timestamp.status})`;
        // After the five fields that are always there, an INTEGER can only be the nonce.
        const echoed = timestamp.tstInfo.root.subs.slice(5).find(({ tag }) => tag.isInteger());
        if (echoed?.toInteger() !== nonce)
            return "responded to another request: the nonce is not ours";
        return null;
    }
    catch {
        // The parser throws errors of every kind; all of them mean the same.
        return "responded with something that is not a timestamp";
    }
}

;// CONCATENATED MODULE: ./lib/sign/timestamp/timestamp.js





const TIMESTAMP_UNAVAILABLE = "timestamp-unavailable";
/** A witness that requests a timestamp (RFC 3161) and checks it at once, before an auditor finds a bad one. */
function timestampWitness({ url, check, signal, }) {
    const { host } = new URL(url);
    const name = `the timestamp authority ${host}`;
    return {
        gives: "timestamp",
        async testify({ statement, signature }) {
            const query = timestampRequest(signature.bytes);
            const response = await (0,http/* httpRequest */.a)({
                method: "POST",
                url,
                headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
                body: query.der,
            }, signal);
            if (!response.ok)
                throw noTimestamp(`${name} ${response.reason}`);
            if (response.status < 200 || response.status > 299) {
                throw noTimestamp(`${name} refused (HTTP status ${response.status})`);
            }
            const trouble = await timestampResponseProblem(response.bytes, query);
            if (trouble !== null)
                throw noTimestamp(`${name} ${trouble}`);
            const checked = await check(response.bytes, { signature: signature.bytes });
            if (!checked.ok)
                throw noTimestamp(`the timestamp of ${host} cannot be used: ${checked.trouble}`);
            refuseDistantTime(statement, { host, time: checked.time });
            return { timestamp: response.bytes, time: checked.time };
        },
    };
}
function noTimestamp(message) {
    return new failure/* Failure */.HR("no-timestamp", message, {
        hint: "run again, or name another authority as timestamp-url",
    });
}
/** Throws where the timestamp is far from collecting, unless the statement says that it is signed late. */
function refuseDistantTime({ predicate }, { host, time }) {
    const lateMs = time.getTime() - Date.parse(predicate.collectedAt);
    const isDeclared = predicate.assurance.reason?.code === statement/* SIGNED_LATE */.Gb && lateMs > 0;
    if (isDeclared || Math.abs(lateMs) <= statement/* LONGEST_APART_MS */.zT)
        return;
    throw new failure/* Failure */.HR("not-signed", `the time of ${host} (${time.toISOString()}) is more than an hour from the time of collecting (${predicate.collectedAt})`, {
        hint: "set the clock of this machine; sign older evidence with: datadog-evidence attest",
    });
}
/** The reason for signing evidence that was collected more than an hour ago; null for newer evidence. */
function lateSigningReason(collectedAt, now) {
    if (now.getTime() - Date.parse(collectedAt) <= statement/* LONGEST_APART_MS */.zT)
        return null;
    return {
        code: statement/* SIGNED_LATE */.Gb,
        message: `signed on ${now.toISOString().slice(0, 10)}, more than an hour after it was collected`,
    };
}
/**
 * Signs with a key, and with a timestamp where an authority is given. If there is no timestamp, the statement is signed
 * again: it then promises none and says why.
 */
function keyStatementSigner(signer, { witness, reason }) {
    if (witness === null)
        return (0,signing/* statementSigner */.m)(signer, { reason });
    const timed = (0,signing/* statementSigner */.m)(signer, { witnesses: [witness], reason });
    return async (toStatement) => {
        try {
            return await timed(toStatement);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.code !== "no-timestamp")
                throw error;
            const why = { code: TIMESTAMP_UNAVAILABLE, message: error.message };
            return (0,signing/* statementSigner */.m)(signer, { reason: why })(toStatement);
        }
    };
}


/***/ })

};
