export const id = 860;
export const ids = [860];
export const modules = {

/***/ 36725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ isFlagSet),
/* harmony export */   us: () => (/* binding */ flagText),
/* harmony export */   zg: () => (/* binding */ flagList)
/* harmony export */ });
/** The value of a flag that takes one; undefined when it was not given. */
function flagText({ flags }, name) {
    const value = flags[name];
    return typeof value === "string" ? value : undefined;
}
/** The values of a flag that may be repeated. */
function flagList({ flags }, name) {
    const value = flags[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
/** Whether a switch was given. */
function isFlagSet({ flags }, name) {
    return flags[name] === true;
}


/***/ }),

/***/ 6919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LP: () => (/* binding */ TRUST_FLAGS),
  vs: () => (/* binding */ TRUST_NOTES),
  Vc: () => (/* binding */ loadTrust),
  WW: () => (/* binding */ readOtherCopies)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/disk.js
var disk = __webpack_require__(11202);
// EXTERNAL MODULE: ./lib/verify/stream/copies.js
var copies = __webpack_require__(22637);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
;// CONCATENATED MODULE: ./lib/verify/trust/keys-file.js




/** More than any policy holds; a hostile file may try to be more. */
const LARGEST_FILE = 1_000_000;
const MOST_KEYS = 1000;
const Instant = iso/* datetime */.w$({ error: "is not a time such as 2026-11-22T06:17:31Z" })
    .transform((text) => new Date(text));
const Entry = schemas/* strictObject */.rej({
    /** For people. */
    name: schemas/* string */.YjP().max(200).optional(),
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
    const json = (0,files_json/* readJson */.V)(bytes);
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
        try {
            keys.push({ ...(0,public_key/* readVerifyingKey */.D)(pem), window });
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR))
                throw error;
            problems.push(`${name}: ${error.message}`);
        }
    }
    if (problems.length > 0)
        throw unfit(file, problems);
    return keys;
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
// EXTERNAL MODULE: ./lib/config/flags.js
var flags = __webpack_require__(36725);
;// CONCATENATED MODULE: ./lib/config/trust.js
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








/** The flags that say which keys, roots and identities to trust; inputs of the watcher too. */
const TRUST_FLAGS = {
    key: { argument: "PEM", description: "Public key to trust. Can be repeated.", isRepeatable: true },
    keys: {
        argument: "FILE",
        description: "File of public keys, each with the time in which it was in force: see docs/keys.md.",
    },
    issuer: {
        argument: "URL",
        description: "OIDC issuer of a keyless signer. Also set identity, repository-id or owner-id.",
    },
    identity: { argument: "URI", description: "The workflow that signs keyless, exactly." },
    "repository-id": { argument: "ID", description: "Number of the repository that the workflow runs in." },
    "owner-id": { argument: "ID", description: "Number of the owner of that repository." },
    "trusted-root": {
        argument: "FILE",
        description: `Authorities to trust, as trusted_root.json or .jsonl. By default the public ones of Sigstore as of ${roots/* SNAPSHOT_DATE */.kI}.`,
    },
    "require-time": { description: "Exit with 2 where no trusted time proves when a run was signed." },
};
/** The closing sentence of `--help` for commands that verify. */
const TRUST_NOTES = "Trust comes only from the keys, roots and identities that you name, never from files beside the evidence.";
/** A key or a trusted root is some kilobytes. */
const trust_LARGEST_FILE = 2_000_000;
/** The trust that the flags name. Throws a sentence where they name none, or only half of an identity. */
async function loadTrust(given) {
    const pems = (0,flags/* flagList */.zg)(given, "key");
    const list = (0,flags/* flagText */.us)(given, "keys");
    const identity = identityIn(given);
    if (pems.length === 0 && list === undefined && identity === undefined) {
        throw new failure/* Failure */.HR("input", "no key was given, and no identity either, so nothing can be verified", {
            hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
        });
    }
    const named = await Promise.all(pems.map(async (file) => (0,public_key/* readVerifyingKey */.D)((await bytesOf(file, "key")).toString())));
    const listed = list === undefined ? [] : readKeysFile(await bytesOf(list, "keys file"), list);
    const keys = [...named, ...listed];
    ensureDistinctKeys(keys);
    const root = (0,flags/* flagText */.us)(given, "trusted-root");
    return {
        keys,
        ...(identity === undefined ? {} : { identity }),
        roots: root === undefined
            ? await (0,roots/* loadPublicGoodRoots */.KD)()
            : await (0,roots/* readTrustedRoots */.Pn)(await bytesOf(root, "trusted root"), root),
        requiresTime: (0,flags/* isFlagSet */.HX)(given, "require-time"),
    };
}
/** Reads the copies in a folder. Throws where they are the files that they would be compared with. */
async function readOtherCopies(folder, { path, trust }) {
    if (await (0,disk/* foldersOverlap */.R)(folder, path))
        throw (0,copies/* sameFilesFailure */.ie)(folder, path);
    return (0,copies/* readCopies */.QX)((0,disk/* diskFiles */.T)(folder), trust);
}
function identityIn(given) {
    const issuer = (0,flags/* flagText */.us)(given, "issuer");
    const wanted = {
        identity: (0,flags/* flagText */.us)(given, "identity") ?? null,
        repositoryId: (0,flags/* flagText */.us)(given, "repository-id") ?? null,
        ownerId: (0,flags/* flagText */.us)(given, "owner-id") ?? null,
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
async function bytesOf(file, what) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,promises_.open)(file), true);
            const { size } = await handle.stat();
            if (size > trust_LARGEST_FILE)
                throw new failure/* Failure */.HR("input", `the ${what} ${file} is too large (${size} bytes)`);
            return await handle.readFile();
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
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        const code = (0,failure/* errorCode */.CA)(error);
        throw new failure/* Failure */.HR("unreadable", `the ${what} ${file} cannot be read (${code})`, { cause: error });
    }
}


/***/ }),

/***/ 11202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ foldersOverlap),
/* harmony export */   T: () => (/* binding */ diskFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58864);





/** What became a link or a pipe since it was listed is neither followed nor waited for. */
const UNTRUSTING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/** The files below a folder of this machine. Nothing is read before it is asked for, and no link below it is followed. */
function diskFiles(folder) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder);
    return {
        name: folder,
        root,
        list: (below) => entriesOf(node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, below), below === "" ? folder : below),
        read: (below, most) => bytesOf(node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, below), { name: (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .lastName */ .UK)(below), most }),
    };
}
/** Whether one of the two folders is, or lies in, the other, by their real paths. */
async function foldersOverlap(one, other) {
    const [first, second] = [await realPathOf(one), await realPathOf(other)];
    return isWithin(first, second) || isWithin(second, first);
}
/** What does not exist is refused where it is read. */
async function realPathOf(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder));
}
function isWithin(inner, outer) {
    const below = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(outer, inner);
    return below === "" || (below.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep)[0] !== ".." && !node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(below));
}
function entriesOf(folder, name) {
    try {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
        return entries
            .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} cannot be read as a folder (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error)})`, {
            hint: "name a run folder, a stream or a repository of evidence",
            cause: error,
        });
    }
}
function kindOf(entry) {
    if (entry.isFile())
        return "file";
    return entry.isDirectory() ? "folder" : "other";
}
function bytesOf(file, { name, most }) {
    let handle = null;
    try {
        handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, UNTRUSTING);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
        if (!found.isFile())
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} changed while the folder was read`);
        if (found.size > most) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} is larger than any evidence: ${found.size} bytes`);
        }
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(handle);
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} cannot be read`, {
            hint: "check its permissions",
            cause: error,
        });
    }
    finally {
        if (handle !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}


/***/ }),

/***/ 58864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ filesBelow),
/* harmony export */   UK: () => (/* binding */ lastName),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/** A folder of such files, as files by itself. */
function filesBelow(files, folder) {
    if (folder === "")
        return files;
    return {
        name: joinPath(files.name, folder),
        root: joinPath(files.root, folder),
        list: (path) => files.list(joinPath(folder, path)),
        read: (path, most) => files.read(joinPath(folder, path), most),
    };
}
/** The path of what has this path in the folder. */
function joinPath(folder, path) {
    if (folder === "" || path === "")
        return folder + path;
    return `${folder}/${path}`;
}
/** The last name of a path. */
function lastName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}


/***/ }),

/***/ 85406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parsePeriod),
/* harmony export */   TI: () => (/* binding */ effectivePeriod),
/* harmony export */   fh: () => (/* binding */ touchesPeriod)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60197);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15686);





const Day = zod__WEBPACK_IMPORTED_MODULE_4__/* .date */ .p6();
const Instant = zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$();
/** Reads the ends of a period. A bare date includes that day. Throws a sentence where there is no such period. */
function parsePeriod({ from, to }, now) {
    const begins = endOf(from, 0);
    const ends = endOf(to, _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (begins === undefined || ends === undefined) {
        const unread = [...(begins === undefined ? ["from"] : []), ...(ends === undefined ? ["to"] : [])];
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `${unread.join(" and ")}: neither a date nor an instant in UTC`, {
            hint: "write 2026-11-22, or 2026-11-22T06:00:00Z",
        });
    }
    if (begins !== null && ends !== null && begins >= ends) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "to: the period ends before it begins", { hint: "swap --from and --to" });
    }
    if (begins !== null && begins >= now.getTime()) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "from: the period has not begun yet", { hint: "name a day that has been" });
    }
    return { from: begins, to: ends };
}
/** Null where nothing was given, undefined where it cannot be read. */
function endOf(text, lasting) {
    if (text === undefined)
        return null;
    if (Day.safeParse(text).success)
        return Date.parse(text) + lasting;
    return Instant.safeParse(text).success ? Date.parse(text) : undefined;
}
/**
 * The period in question: from the first run's slot to the last run's, where
 * no other ends were requested; null where neither is known. `runs` are by time.
 */
function effectivePeriod(runs, asked, now) {
    const first = runs[0];
    const last = runs.at(-1);
    const from = asked.from ?? (first && (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotStart */ .px)(first.collectedAt, first.cadence));
    if (from === undefined)
        return null;
    const end = last && (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotStart */ .px)(last.collectedAt, last.cadence) + _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCE_MS */ .Tp[last.cadence];
    // Where the last run is before the period, all of it up to now is without a run.
    const to = asked.to ?? (end !== undefined && end > from ? end : now);
    return { from, to };
}
/** Whether the time, both ends included, touches the period. Something without a time does, so that it is not lost. */
function touchesPeriod(period, time) {
    if (period === null || time === null)
        return true;
    return Date.parse(time.to) >= period.from && Date.parse(time.from) < period.to;
}


/***/ }),

/***/ 15686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JW: () => (/* binding */ collectingRuns),
  QY: () => (/* binding */ listSlots),
  px: () => (/* binding */ slotStart),
  Zm: () => (/* binding */ uncoveredSpans)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
;// CONCATENATED MODULE: ./lib/verify/period/schedule.js

/** Five fields, as GitHub takes them; anything else is ignored. */
const FIELDS = /^(?:[\dA-Za-z*/,-]{1,40} ){4}[\dA-Za-z*/,-]{1,40}$/;
/** Reads schedules in cron form, in UTC, each once. */
class Schedules {
    #known = new Map();
    /** When the schedule first fires at or after the instant; null where it is no schedule or never fires. */
    firstFire(schedule, from) {
        const cron = this.#read(schedule);
        const fire = cron?.nextRun(new Date(from - 1)) ?? null;
        // Looking for a date that never comes takes long, so it is looked for once.
        if (fire === null)
            this.#known.set(schedule, null);
        return fire?.getTime() ?? null;
    }
    #read(schedule) {
        const known = this.#known.get(schedule);
        if (known !== undefined)
            return known;
        const cron = FIELDS.test(schedule) ? cronOf(schedule) : null;
        this.#known.set(schedule, cron);
        return cron;
    }
}
function cronOf(schedule) {
    try {
        return new croner/* Cron */.l4(schedule, { utcOffset: 0, paused: true, mode: "5-part" });
    }
    catch {
        // What is signed may be no schedule at all; then lateness counts from the slot's beginning.
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/verify/period/slots.js




/** A run is late when it is later than this, or than half of its slot. */
const LATE_MS = 6 * time/* HOUR_MS */.iQ;
/** More than ten years of hours; a run of an absurd date must not make millions. */
const MOST_SLOTS = 100_000;
/** The beginning of the slot that holds the instant. */
function slotStart(at, cadence) {
    return Math.floor(at / times/* CADENCE_MS */.Tp[cadence]) * times/* CADENCE_MS */.Tp[cadence];
}
/** The runs that collected evidence, by time. */
function collectingRuns(runs) {
    return runs.filter(isCollecting).toSorted((a, b) => a.collectedAt - b.collectedAt);
}
/**
 * Every slot of the period that was due: from the stream's first run on, under
 * the cadence then in force, as far as it is over or has a run. `runs` are all
 * that there are, by time.
 */
function listSlots(runs, { period, gaps, now, }) {
    const schedules = new Schedules();
    const declared = gaps.flatMap(declaredBy);
    const slots = [];
    let at = 0;
    let schedule = scheduleOfSample(runs);
    // A future slot is due only where it has a run.
    const to = Math.min(period.to, Math.max(now, (runs.at(-1)?.collectedAt ?? now) + 1));
    for (const slot of boundedSpans(runs, { from: period.from, to })) {
        // Where the cadence changes a slot may begin before the one that was looked at last.
        while (at > 0 && (runs[at - 1]?.collectedAt ?? 0) >= slot.from)
            at -= 1;
        while (at < runs.length && (runs[at]?.collectedAt ?? 0) < slot.from) {
            schedule = runs[at]?.collected.schedule ?? schedule;
            at += 1;
        }
        const inside = [];
        for (let next = at; next < runs.length; next += 1) {
            const run = runs[next];
            if (run === undefined || run.collectedAt >= slot.to)
                break;
            inside.push(run);
            schedule = run.collected.schedule ?? schedule;
        }
        if (slot.to <= period.from)
            continue;
        if (inside.length === 0 && slot.to > now)
            continue;
        const fire = schedule === null ? null : schedules.firstFire(schedule, slot.from);
        const due = fire === null || fire >= slot.to ? slot.from : fire;
        // Where no run of a sample says when runs were due, none is called late.
        const isUnknown = fire === null && inside.some(({ isStatementOnly }) => isStatementOnly);
        const lateAfter = isUnknown ? slot.to : due + Math.min(LATE_MS, (slot.to - slot.from) / 2);
        slots.push(slotVerdict(slot, { inside, declared, lateAfter }));
    }
    return slots;
}
/** Statements do not name the schedule: in a sample, that of its first run holds from the beginning. */
function scheduleOfSample(runs) {
    if (!runs.some(({ isStatementOnly }) => isStatementOnly))
        return null;
    return runs.find(({ collected }) => collected.schedule !== null)?.collected.schedule ?? null;
}
/** The slots of the period. Throws a `Failure` where there are too many. */
function* boundedSpans(runs, period) {
    let count = 0;
    for (const span of spans(runs, period)) {
        count += 1;
        if (count > MOST_SLOTS) {
            const [first, last] = [runs[0]?.collectedAt ?? 0, runs.at(-1)?.collectedAt ?? 0];
            throw new failure/* Failure */.HR("unreadable", `the period holds more than ${MOST_SLOTS} slots: its runs are dated ${(0,time/* formatTime */.fU)(first)} to ${(0,time/* formatTime */.fU)(last)}`, { hint: "name a shorter period with --from and --to" });
        }
        yield span;
    }
}
/** The slots of the period. Where the cadence changes, the slot of either that holds the change counts. */
function* spans(runs, period) {
    const regimes = runs.filter(({ cadence }, index) => cadence !== runs[index - 1]?.cadence);
    for (const [index, { cadence, collectedAt }] of regimes.entries()) {
        const end = Math.min(period.to, regimes[index + 1]?.collectedAt ?? period.to);
        const length = times/* CADENCE_MS */.Tp[cadence];
        for (let from = slotStart(Math.max(collectedAt, period.from), cadence); from < end; from += length)
            yield { from, to: from + length };
    }
}
/** The slot with its state, from its best run. */
function slotVerdict({ from, to }, { inside, declared, lateAfter, }) {
    const slot = (state, run, detail) => {
        return { from: (0,time/* formatTime */.fU)(from), to: (0,time/* formatTime */.fU)(to), state, run: run?.runPath ?? null, detail };
    };
    const best = (outcome) => inside.find(({ collected }) => collected.outcome === outcome);
    const complete = best("complete");
    if (complete !== undefined) {
        const { collectedAt } = complete;
        if (collectedAt <= lateAfter)
            return slot("met", complete, null);
        return slot("late", complete, `collected ${(0,time/* formatTime */.fU)(collectedAt)}, late after ${(0,time/* formatTime */.fU)(lateAfter)}`);
    }
    const partial = best("partial");
    if (partial !== undefined)
        return slot("partial", partial, lacking(partial));
    const failed = best("failed");
    if (failed !== undefined)
        return slot("failed", failed, lacking(failed));
    const found = declared.find(({ span }) => span.from <= from && span.to >= to);
    if (found !== undefined) {
        const { cause, ticket, role } = found.gap;
        return slot("declared", found.run, `${cause}; ${[ticket, `by the ${role}`].filter(Boolean).join(", ")}`);
    }
    return slot("missing", null, "no run and no declared gap");
}
function declaredBy(run) {
    const { gap } = run;
    if (gap === null)
        return [];
    const { from, to } = gap.range;
    return [{ run, gap, span: { from: Date.parse(from), to: Date.parse(to) } }];
}
function lacking({ collected, isStatementOnly }) {
    if (isStatementOnly)
        return "as its statement says; its evidence is not in the sample";
    return collected.items
        .filter(({ status }) => status !== "complete")
        .map(({ id, status, reason }) => `${id} ${status}${reason === null ? "" : ` (${reason})`}`)
        .join(", ");
}
function isCollecting(run) {
    return run.collected !== null;
}
/** The parts of the period that are in none of the windows. */
function uncoveredSpans(windows, period) {
    const gaps = [];
    let reached = period.from;
    for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
        if (reached >= period.to)
            break;
        if (from > reached)
            gaps.push({ from: reached, to: Math.min(from, period.to) });
        reached = Math.max(reached, to);
    }
    if (reached < period.to)
        gaps.push({ from: reached, to: period.to });
    return gaps;
}


/***/ }),

/***/ 66929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ streamVerdict)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/verify/stream/problems.js
var stream_problems = __webpack_require__(77112);
;// CONCATENATED MODULE: ./lib/verify/stream/chain.js


/** Two runs that race may swap by less: a run lasts no longer than its deadline may be. */
const LONGEST_RUN_MS = 6 * time/* HOUR_MS */.iQ;
/** Timestamp authorities may differ by so much. */
const CLOCKS_MS = 2 * 60_000;
/**
 * Follows every run to the one that it names as its predecessor. Each run is
 * genuine by itself; only the links between them are checked here.
 */
function chainFindings(runs, doubtful) {
    return new Chain(runs, doubtful).findings();
}
class Chain {
    #problems = [];
    #remarks = [];
    /** When the first run that is known of was collected, genuine or not. */
    #earliest;
    #inOrder;
    #doubtful;
    /** Statements that were counted for a missing number; none counts for two. */
    #used = new Set();
    #byStatement;
    /** The first run that names a predecessor, by that predecessor's statement. */
    #followers = new Map();
    /** The latest times up to a run, by its statement. */
    #latest = new Map();
    #beginning = null;
    constructor(runs, doubtful) {
        const times = [
            ...runs.map(({ collectedAt }) => collectedAt),
            ...doubtful.map(({ at }) => at ?? Infinity),
        ];
        this.#earliest = times.reduce((earliest, at) => Math.min(earliest, at), Infinity);
        this.#doubtful = doubtful;
        this.#inOrder = runs
            .filter(isChained)
            .toSorted((a, b) => a.sequence - b.sequence || a.collectedAt - b.collectedAt);
        this.#byStatement = new Map(this.#inOrder.map((run) => [run.statement, run]));
    }
    findings() {
        let lower = null;
        let before = null;
        for (const run of this.#inOrder) {
            if (before !== null && before.sequence < run.sequence)
                lower = before;
            before = run;
            this.#check(run, lower);
        }
        return { problems: this.#problems, remarks: this.#remarks };
    }
    #check(run, lower) {
        const predecessor = run.previous === null ? undefined : this.#byStatement.get(run.previous.statement);
        if (run.restart !== null)
            this.#restarted(run);
        else if (run.previous === null)
            this.#begins(run);
        else if (predecessor === undefined)
            this.#orphaned(run, lower);
        else
            this.#follows(run, predecessor);
        if (run.previous !== null)
            this.#forked(run, run.previous.statement);
        this.#timed(run, predecessor);
    }
    #restarted(run) {
        const why = `the chain was restarted (${run.restart?.code}: ${run.restart?.message})`;
        if (this.#earliest < run.collectedAt)
            this.#problem("restart", run, `${why}, so an earlier run may have been removed unnoticed`);
        else
            this.#remarks.push(`${called(run)}: ${why}; no earlier run is here`);
    }
    #begins(run) {
        if (run.sequence !== 1) {
            this.#problem("broken-link", run, `is number ${run.sequence} but names neither a predecessor nor a reason`);
        }
        else
            this.#first(run);
    }
    /** A chain begins once. */
    #first(run) {
        if (this.#beginning === null)
            this.#beginning = run;
        else
            this.#problem("fork", run, `is a second beginning of the chain, after ${called(this.#beginning)}`);
    }
    #orphaned(run, lower) {
        if (lower === null) {
            this.#first(run);
            this.#remarks.push(`the runs before number ${run.sequence} are not here, so they were not checked`);
            return;
        }
        const missing = run.sequence - lower.sequence - 1;
        if (missing === 0) {
            const names = `names the statement ${run.previous?.statement} as its predecessor`;
            this.#problem("broken-link", run, `${names}, but ${called(lower)} has the statement ${lower.statement}`);
            return;
        }
        const [numbers, are] = missing === 1
            ? [`number ${run.sequence - 1}`, "is"]
            : [`numbers ${lower.sequence + 1} to ${run.sequence - 1}`, "are"];
        if (this.#isExcused(run, { lower, missing })) {
            this.#remarks.push(`${numbers} of the chain ${are} here, but could not be checked`);
            return;
        }
        this.#problem("missing-run", run, `is number ${run.sequence}, but after ${called(lower)} ${numbers} of the chain ${are} missing`, lower);
    }
    /**
     * Whether the runs that seem to be missing are here, well signed, and could
     * only not be checked: the run names the last of them, and no statement counts
     * for two. A run that did not verify may be anything, so it excuses nothing.
     */
    #isExcused(run, { lower, missing }) {
        const statements = new Set();
        for (const { at, statement } of this.#doubtful) {
            if (at === null || statement === null || this.#used.has(statement))
                continue;
            const isBetween = at >= lower.collectedAt - LONGEST_RUN_MS && at <= run.collectedAt + LONGEST_RUN_MS;
            if (isBetween)
                statements.add(statement);
        }
        const last = run.previous?.statement;
        if (last === undefined || !statements.delete(last) || statements.size < missing - 1)
            return false;
        for (const statement of [last, ...[...statements].slice(0, missing - 1)])
            this.#used.add(statement);
        return true;
    }
    #follows(run, predecessor) {
        const { sequence } = predecessor;
        if (run.sequence === sequence + 1 && run.previous?.sequence === sequence)
            return;
        const said = `is number ${run.sequence} and names number ${run.previous?.sequence} as its predecessor`;
        this.#problem("broken-link", run, `${said}, but that statement is of ${called(predecessor)}`, predecessor);
    }
    #forked(run, statement) {
        const other = this.#followers.get(statement);
        if (other === undefined)
            this.#followers.set(statement, run);
        else
            this.#problem("fork", run, `has the same predecessor as ${called(other)}: the chain is forked`, other);
    }
    #timed(run, predecessor) {
        const latest = predecessor && this.#latest.get(predecessor.statement);
        const { collectedAt, signedAt } = run;
        if (latest !== undefined && collectedAt < latest.collectedAt - LONGEST_RUN_MS) {
            const earlier = `was collected ${(0,time/* formatTime */.fU)(collectedAt)}, before a run that is earlier in the chain`;
            this.#problem("order", run, `${earlier} (${(0,time/* formatTime */.fU)(latest.collectedAt)})`);
        }
        if (signedAt !== null) {
            const before = latest?.signedAt ?? null;
            if (before !== null && signedAt < before - CLOCKS_MS) {
                this.#problem("time", run, `was signed ${(0,time/* formatTime */.fU)(signedAt)} by trusted time, before its predecessor (${(0,time/* formatTime */.fU)(before)})`);
            }
        }
        this.#latest.set(run.statement, {
            collectedAt: Math.max(collectedAt, latest?.collectedAt ?? collectedAt),
            signedAt: signedAt ?? latest?.signedAt ?? null,
        });
    }
    #problem(code, run, detail, since = run) {
        const [from, to] = [since.collectedAt, run.collectedAt].toSorted((a, b) => a - b);
        const touches = { from: (0,time/* formatTime */.fU)(from ?? run.collectedAt), to: (0,time/* formatTime */.fU)(to ?? run.collectedAt) };
        this.#problems.push({ ...(0,stream_problems/* problemOf */.Zw)(code, run, detail), touches });
    }
}
function isChained(run) {
    return run.sequence !== null;
}
function called({ sequence, runPath }) {
    return `number ${sequence} (${runPath})`;
}

;// CONCATENATED MODULE: ./lib/verify/stream/consistency.js

/** Runs that do not belong where they are, each of them genuine by itself. */
function streamConsistencyProblems(name, runs) {
    const [first] = runs;
    const owner = runs.find(({ organization }) => organization !== null)?.organization ?? null;
    const seen = new Map();
    const problems = [];
    for (const run of runs) {
        const { runPath, expectedPath, stream, site, organization, identity } = run;
        const note = (code, detail) => problems.push((0,stream_problems/* problemOf */.Zw)(code, run, detail));
        const twin = seen.get(identity);
        if (twin === undefined)
            seen.set(identity, run);
        else
            note("duplicate", `has the run id and attempt of ${twin.runPath}: one run is here twice`);
        if (runPath !== expectedPath)
            note("wrong-folder", `is in ${runPath} but belongs in ${expectedPath}`);
        if (stream !== name)
            note("other-stream", `belongs to stream ${stream}, not to ${name}`);
        if (first !== undefined && site !== first.site) {
            note("other-stream", `is of the site ${site}, but the stream began with ${first.site}`);
        }
        if (organization !== null && organization !== owner) {
            note("other-stream", `is of the organisation ${organization}, but the stream began with ${owner}`);
        }
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/verify/stream/copies.js
var stream_copies = __webpack_require__(22637);
// EXTERNAL MODULE: ./lib/verify/stream/run-summary.js
var run_summary = __webpack_require__(13038);
// EXTERNAL MODULE: ./lib/verify/stream/sample.js
var stream_sample = __webpack_require__(55706);
// EXTERNAL MODULE: ./lib/verify/period/range.js
var period_range = __webpack_require__(85406);
;// CONCATENATED MODULE: ./lib/verify/period/figures.js



/** When a value changed over the runs, which are in order of time. */
function changesSince(runs, valueOf) {
    const list = [];
    for (const run of runs) {
        const value = valueOf(run);
        if (value === null)
            continue;
        const last = list.at(-1);
        if (last?.value === value)
            last.runs += 1;
        else
            list.push({ value, from: (0,time/* formatTime */.fU)(run.collectedAt), runs: 1 });
    }
    return list;
}
/** How often each item was complete, partial, skipped and failed. */
function itemFigures(runs) {
    const figures = {};
    for (const { collected } of runs) {
        for (const { id, status } of collected?.items ?? []) {
            const before = figures[id] ?? { complete: 0, partial: 0, skipped: 0, failed: 0 };
            figures[id] = { ...before, [status]: before[status] + 1 };
        }
    }
    return figures;
}
/** How many slots were due, and how each ended. */
function slotFigures(slots) {
    const figures = { due: slots.length, met: 0, late: 0, partial: 0, failed: 0, declared: 0, missing: 0 };
    for (const { state } of slots)
        figures[state] += 1;
    return figures;
}
/** The declared gaps that touch the period. */
function declarationsIn(gaps, period) {
    return gaps.flatMap((run) => {
        if (run.gap === null || !(0,period_range/* touchesPeriod */.fh)(period, run.gap.range))
            return [];
        const { range, cause, ticket, role } = run.gap;
        return [{ ...(0,run_summary/* runRef */.p)(run), range, cause, ticket, role }];
    });
}

;// CONCATENATED MODULE: ./lib/verify/period/not-proven.js
/**
 * What the files alone cannot show, in words. It is on every page, so that a
 * good verdict is never read without it.
 */
function notProvenSentences(runs, identicalCopies) {
    const total = runs.length;
    const count = (isMeant) => runs.filter(isMeant).length;
    const withoutTime = count(({ signedAt }) => signedAt === null);
    const notChained = count(({ sequence }) => sequence === null);
    const withoutEvidence = count(({ isStatementOnly }) => isStatementOnly);
    const sentences = [];
    if (withoutEvidence > 0) {
        sentences.push(`for ${withoutEvidence} of ${total} runs only the signed statement is here: their evidence is not in the sample and was not checked`);
    }
    if (identicalCopies === null) {
        sentences.push("no independent copy was compared (--witness), so rewritten or truncated history by the key holder would not be detected");
    }
    else if (identicalCopies < total) {
        sentences.push(`${total - identicalCopies} of ${total} runs have no independent copy: the holder of the key could have rewritten them`);
    }
    if (withoutTime > 0) {
        const which = withoutTime === total ? "no run has a" : `${withoutTime} of ${total} runs have no`;
        sentences.push(`${which} trusted timestamp: the holder of the key could have backdated them`);
    }
    if (notChained > 0) {
        const which = notChained === total ? "no run is" : `${notChained} of ${total} runs are not`;
        sentences.push(`${which} chained: a deleted run would not be noticed`);
    }
    return sentences;
}

// EXTERNAL MODULE: ./lib/verify/period/slots.js + 1 modules
var period_slots = __webpack_require__(15686);
// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
;// CONCATENATED MODULE: ./lib/verify/period/stream-verdict.js












/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
function streamVerdict(stream, { runs: each, copies, asked: wanted, selection = null, now }) {
    const { sample } = stream;
    const asked = sample === null ? wanted : within(wanted, sample.period);
    const runs = each.genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
    const withEvidence = (0,period_slots/* collectingRuns */.JW)(runs);
    const newest = withEvidence.at(-1);
    // Where no ends are named, the period holds every run that is known of: a copy may prove one that is gone.
    const period = (0,period_range/* effectivePeriod */.TI)((0,period_slots/* collectingRuns */.JW)([...runs, ...(copies ?? [])]), asked, now);
    const isInside = ({ collectedAt }) => (0,period_range/* touchesPeriod */.fh)(period, (0,stream_problems/* instantWindow */.GV)(collectedAt));
    const inside = runs.filter(isInside);
    const [first, last] = [inside[0], inside.at(-1)];
    const chain = chainFindings(runs, each.doubtful);
    const compared = copies === null ? null : (0,stream_copies/* compareCopies */.zj)(runs, { copies, doubtful: each.doubtful, isInside });
    const everything = [
        ...each.problems,
        ...streamConsistencyProblems(stream.name, runs),
        ...chain.problems,
        ...(compared?.problems ?? []),
        ...(sample === null ? [] : (0,stream_sample/* sampleProblems */.Jl)(sample, { stream: stream.name, runs, selection })),
    ].toSorted(byFirst);
    // Only an end that was named excludes anything: a run that did not verify may come after the last that did.
    const limits = { from: asked.from ?? -Infinity, to: asked.to ?? Infinity };
    const problems = everything.filter((problem) => (0,period_range/* touchesPeriod */.fh)(limits, problem.touches));
    const unchecked = each.unchecked.filter((one) => (0,period_range/* touchesPeriod */.fh)(limits, one.touches));
    const gaps = runs.filter(({ gap }) => gap !== null);
    const slotList = period === null ? [] : (0,period_slots/* listSlots */.QY)(withEvidence, { period, gaps, now });
    const slots = slotFigures(slotList);
    const counts = runFigures(inside);
    const declared = declarationsIn(gaps, period);
    const signedLate = inside.filter(({ isSignedLate }) => isSignedLate);
    const isIncomplete = counts.partial + counts.failed + counts.declarations + declared.length + signedLate.length > 0 ||
        slots.partial + slots.failed + slots.missing + slots.declared > 0;
    // Anyone who takes evidence away could call the rest a sample; only the auditor who chose it knows.
    const isUnconfirmed = sample !== null && selection === null;
    const isExplained = counts.declarations > 0 || declared.length > 0;
    const isNothing = (0,period_slots/* collectingRuns */.JW)(inside).length === 0 && slotList.length === 0 && !isExplained;
    return {
        stream: stream.name,
        site: runs[0]?.site ?? null,
        folder: stream.folder,
        exitCode: (0,verdict/* worstExitCode */.L)([
            problems.length > 0 ? 1 : 0,
            unchecked.length > 0 || isNothing ? 2 : 0,
            isUnconfirmed || isIncomplete ? 3 : 0,
        ]),
        period: period && windowOf(period),
        runs: { found: stream.runs.length, ...counts },
        first: first === undefined ? null : (0,run_summary/* runRef */.p)(first),
        last: last === undefined ? null : (0,run_summary/* runRef */.p)(last),
        newest: newest?.collected.validUntil == null
            ? null
            : { ...(0,run_summary/* runRef */.p)(newest), validUntil: newest.collected.validUntil },
        chain: chainFigures(inside),
        cadences: changesSince(inside, ({ cadence }) => cadence),
        slots,
        slotList,
        uncovered: sample === null ? uncoveredOf(withEvidence, period, now).map(windowOf) : [],
        items: itemFigures(inside),
        collectors: changesSince(inside, ({ collected }) => collected?.collector ?? null),
        mappings: changesSince(inside, ({ collected }) => collected?.mapping ?? null),
        rules: changesSince(inside, ({ collected }) => collected?.rules ?? null),
        signers: changesSince(inside, ({ signedBy }) => signedBy),
        timed: inside.filter(({ signedAt }) => signedAt !== null).length,
        signedLate: signedLate.map(lateRef),
        declarations: declared,
        changes: inside.flatMap(({ runPath, collectedAt, notable }) => notable.map((change) => ({ run: runPath, collectedAt: (0,time/* formatTime */.fU)(collectedAt), ...change }))),
        witness: compared?.figures ?? null,
        sample: sample === null ? null : sampleFigures(sample, inside),
        problems,
        unchecked,
        outside: everything.filter((problem) => !(0,period_range/* touchesPeriod */.fh)(limits, problem.touches)),
        remarks: [
            ...(isNothing ? ["no run is in the period and none was due, so nothing can be shown about it"] : []),
            ...each.remarks,
            ...chain.remarks,
            ...remarksOnEnds(withEvidence, { asked, now }),
            ...(isUnconfirmed
                ? ["this may not be the sample that was asked for: name its --dates or --nonce to check that"]
                : []),
        ],
        notProven: notProvenSentences(inside, compared?.figures.same ?? null),
    };
}
/** The period that was asked for; where an end was not named, that of the sample, which holds no more. */
function within(asked, { from, to }) {
    return { from: asked.from ?? Date.parse(from), to: asked.to ?? Date.parse(to) };
}
function sampleFigures(sample, runs) {
    const withEvidence = runs.filter(({ collected, isStatementOnly }) => collected !== null && !isStatementOnly);
    const all = runs.filter(({ collected }) => collected !== null);
    return { runs: withEvidence.length, of: all.length, chosen: (0,stream_sample/* selectionInWords */.jm)(sample) };
}
function lateRef(run) {
    return { ...(0,run_summary/* runRef */.p)(run), signedAt: run.signedAt === null ? null : (0,time/* formatTime */.fU)(run.signedAt) };
}
/** The one that shows first in time; one without a time comes first. */
function byFirst(a, b) {
    return shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0);
}
function shownAt({ touches: when }) {
    return when === null ? 0 : Date.parse(when.to);
}
function runFigures(runs) {
    const ended = (outcome) => runs.filter(({ collected }) => collected?.outcome === outcome).length;
    return {
        genuine: runs.length,
        complete: ended("complete"),
        partial: ended("partial"),
        failed: ended("failed"),
        declarations: runs.filter(({ gap }) => gap !== null).length,
    };
}
function chainFigures(runs) {
    const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
    return {
        from: numbers.reduce((least, each) => Math.min(least ?? each, each), null),
        to: numbers.reduce((most, each) => Math.max(most ?? each, each), null),
        notChained: runs.length - numbers.length,
        restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...(0,run_summary/* runRef */.p)(run), reason: run.restart }])),
    };
}
function uncoveredOf(runs, period, now) {
    const [first] = runs;
    if (period === null || first === undefined)
        return [];
    // Nothing was due before the first run, and the future cannot have been looked at.
    const from = Math.max(period.from, (0,period_slots/* slotStart */.px)(first.collectedAt, first.cadence));
    const to = Math.min(period.to, now);
    const windows = runs.flatMap(({ collected }) => (collected.window === null ? [] : [collected.window]));
    return from < to ? (0,period_slots/* uncoveredSpans */.Zm)(windows, { from, to }) : [];
}
function remarksOnEnds(runs, { asked, now }) {
    const [first, last] = [runs[0], runs.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const remarks = [];
    if (asked.from !== null && asked.from < (0,period_slots/* slotStart */.px)(first.collectedAt, first.cadence)) {
        const before = `before the first run that is here, ${(0,time/* formatTime */.fU)(first.collectedAt)},`;
        remarks.push(first.sequence === null || first.sequence === 1
            ? `${before} no slot was due`
            : `${before} slots are not known: it is number ${first.sequence}, and the runs before it are not here`);
    }
    if (asked.to === null) {
        const age = Math.max(0, now - last.collectedAt);
        const inWords = age < 2 * time/* DAY_MS */.sO ? `${Math.floor(age / time/* HOUR_MS */.iQ)} h` : `${Math.floor(age / time/* DAY_MS */.sO)} days`;
        remarks.push(`without --to the period ends with the last run, which is ${inWords} old`);
    }
    else if (asked.to > now)
        remarks.push("the period is not over: its future slots are not due yet");
    return remarks;
}
function windowOf({ from, to }) {
    return { from: (0,time/* formatTime */.fU)(from), to: (0,time/* formatTime */.fU)(to) };
}


/***/ }),

/***/ 97890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ worstExitCode),
/* harmony export */   a: () => (/* binding */ SLOT_STATES)
/* harmony export */ });
const SLOT_STATES = ["met", "late", "partial", "failed", "declared", "missing"];
/** The worstExitCode exit of several: 1, then 2, then 3. */
function worstExitCode(codes) {
    for (const code of [1, 2, 3])
        if (codes.includes(code))
            return code;
    return 0;
}


/***/ }),

/***/ 13874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ verifyPeriod)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97890);
/* harmony import */ var _stream_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66929);
/* harmony import */ var _stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56661);



/** More are only counted. */
const MOST_SKIPPED = 5;
/** Verifies every run of the streams, and how the runs fit together. */
async function verifyPeriod(streams, { trust, asked, witness, now, visit, selection = null, isWhole = false, skipped = [] }) {
    const verdicts = [];
    const compared = new Set();
    for (const stream of streams) {
        const runs = await (0,_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyStreamRuns */ .C)(stream, trust, visit);
        const site = runs.genuine[0]?.site;
        const copies = witness?.runs.filter((run) => run.stream === stream.name && (site === undefined || run.site === site)) ?? null;
        for (const copy of copies ?? [])
            compared.add(copy);
        verdicts.push((0,_stream_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .streamVerdict */ .g)(stream, { runs, copies, asked, selection, now: now.getTime() }));
    }
    const remarks = [];
    const others = Map.groupBy((witness?.runs ?? []).filter((run) => !compared.has(run)), ({ stream, site }) => `stream ${stream} of the site ${site}`);
    // A sample holds only the runs that were chosen.
    const mayBeRemoved = isWhole && streams.every(({ sample }) => sample === null);
    for (const [which, copies] of others) {
        const verdict = mayBeRemoved ? removedVerdict(copies, { asked, now: now.getTime() }) : null;
        if (verdict !== null && verdict.problems.length > 0)
            verdicts.push(verdict);
        else
            remarks.push(`the copies also hold runs of ${which}, which is not here`);
    }
    return {
        exitCode: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .worstExitCode */ .L)(verdicts.map(({ exitCode }) => exitCode)),
        streams: verdicts,
        remarks: [
            ...(witness?.remarks ?? []),
            ...remarks,
            ...skipped.slice(0, MOST_SKIPPED).map((name) => `${name} was not searched for streams`),
            ...(skipped.length > MOST_SKIPPED ? [`the same holds for ${skipped.length - MOST_SKIPPED} more`] : []),
        ],
    };
}
/** The verdict on a stream of which only copies are left. */
function removedVerdict(copies, { asked, now }) {
    const name = copies[0]?.stream ?? "";
    const absent = { name, folder: name, runs: [], sample: null };
    const runs = { genuine: [], doubtful: [], problems: [], unchecked: [], remarks: [] };
    return (0,_stream_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .streamVerdict */ .g)(absent, { runs, copies, asked, now });
}


/***/ }),

/***/ 5740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ readWholeEvidence),
/* harmony export */   M: () => (/* binding */ readEvidenceFile),
/* harmony export */   MW: () => (/* binding */ readRunFolder),
/* harmony export */   Zz: () => (/* binding */ runFilesAmong)
/* harmony export */ });
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77751);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(357);
/* harmony import */ var _evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13043);
/* harmony import */ var _evidence_files_reassembly_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17304);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71957);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58864);








/** What a run folder of ours holds. */
const OURS = new Set([_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_NAME */ .F, ..._evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ITEM_IDS */ .FT.map(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)]);
const MARKS = new Set([_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_NAME */ .F, _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft]);
/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;
/** The files among the entries that make a folder a run folder. */
function runFilesAmong(entries) {
    return entries.map(({ name }) => name).filter((name) => MARKS.has(name));
}
/** The files that the statement names; null where there is no statement. */
function namesIn(bundle) {
    if (bundle === null || "trouble" in bundle || "trouble" in bundle.statement)
        return null;
    return new Set(bundle.statement.value.subject.map(({ name }) => name));
}
/** The evidence of a run folder, as `evidence.json` has it. Throws a `Failure` where it cannot be used. */
function readEvidenceFile({ files }) {
    const bytes = files.get(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm);
    if (bytes === undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} is missing`);
    const read = (0,_evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocument */ .u)(bytes, { schema: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .Evidence */ .of, types: {} });
    if ("value" in read)
        return read.value;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} ${read.trouble}`);
}
/** The evidence with the records that moved to files of their own. Throws a `Failure` where it cannot be used. */
function readWholeEvidence({ files }) {
    const whole = (0,_evidence_files_reassembly_js__WEBPACK_IMPORTED_MODULE_4__/* .readEvidence */ .A)(files);
    if ("evidence" in whole)
        return whole.evidence;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", whole.trouble);
}
/**
 * Reads a run folder: the files themselves, or a folder below them. Throws a
 * `Failure` where it cannot be read, or where the named files are
 * not a run's; a folder below a stream needs no more than its path.
 */
async function readRunFolder(files, path = "") {
    const entries = files.list(path);
    if (path === "" && runFilesAmong(entries).length === 0) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${files.name} is not a run folder: it holds neither ${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} nor ${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft}`, { hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1" });
    }
    const regular = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
    const read = new Map();
    let room = LARGEST_FOLDER;
    const readFile = (name) => {
        const bytes = files.read((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPath */ .uJ)(path, name), room);
        room -= bytes.length;
        read.set(name, bytes);
        return bytes;
    };
    const bundle = regular.includes(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft) ? await (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(readFile(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft)) : null;
    const signed = namesIn(bundle) ?? OURS;
    for (const name of regular) {
        if (signed.has(name) && name !== _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft)
            readFile(name);
    }
    return {
        path: (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPath */ .uJ)(files.root, path),
        bundle,
        files: read,
        unread: regular.filter((name) => !read.has(name)),
        strange: entries.filter(({ kind }) => kind !== "file").map(({ name }) => name),
    };
}


/***/ }),

/***/ 22637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QX: () => (/* binding */ readCopies),
/* harmony export */   ie: () => (/* binding */ sameFilesFailure),
/* harmony export */   zj: () => (/* binding */ compareCopies)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58864);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77112);
/* harmony import */ var _run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5740);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13038);
/* harmony import */ var _find_streams_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47243);
/* harmony import */ var _run_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57442);
/* harmony import */ var _run_verify_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72849);








const DEEPEST = 12;
/** Reads every run folder below the folder, at any depth. Throws a `Failure` where there is none. */
async function readCopies(files, trust) {
    const bounded = (0,_find_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .withFewEntries */ .h3)(files);
    const summarize = (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .runSummarizer */ .z)();
    const runs = [];
    const remarks = [];
    const search = async (path, depth) => {
        const entries = bounded.list(path);
        if ((0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .runFilesAmong */ .Zz)(entries).length > 0) {
            const found = await verifiedCopy(files, path, trust);
            if (typeof found === "string")
                remarks.push(`the copy ${path || "."} was not used for comparison: ${found}`);
            else
                runs.push(summarize(path, found));
        }
        // A file that was put there must not hide the copies below it.
        if (depth >= DEEPEST)
            return;
        for (const { name, kind } of entries) {
            if (kind === "folder" && name !== ".git")
                await search((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPath */ .uJ)(path, name), depth + 1);
        }
    };
    await search("", 0);
    if (runs.length === 0 && remarks.length === 0) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("unreadable", `${files.name} holds no run folder, so there is no copy to compare with`, {
            hint: "name a folder of downloaded artifacts, or another clone of the repository",
        });
    }
    return { runs, remarks };
}
/** The failure for copies that are the files to verify: a change of those changes the copies too. */
function sameFilesFailure(copies, verified) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `witness: ${copies} and ${verified} hold the same files, so the copy is not independent`, { hint: "name downloaded artifacts or another clone, in a folder outside of the one to verify" });
}
/** The run, or a sentence about why it is no copy to compare with. */
async function verifiedCopy(files, path, trust) {
    try {
        const verdict = await (0,_run_verify_run_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRun */ .$)(await (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .readRunFolder */ .MW)(files, path), trust);
        return verdict.run ?? (0,_run_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .failureDetail */ .Kc)(verdict);
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
            throw error;
        return error.message;
    }
}
/**
 * Compares the runs of a stream with copies of them, by identity and digest of
 * the evidence. The statement may differ: a run that lost a race was linked and
 * signed again, with the same evidence.
 */
function compareCopies(runs, { copies, doubtful, isInside, }) {
    const here = new Map(runs.map((run) => [run.identity, run]));
    // A run that could not be checked is reported already and may be the same; one that did not verify is not.
    const mayBeSame = new Map(doubtful.map(({ runPath, isUnread, statement }) => [runPath, isUnread || statement !== null]));
    const last = runs.reduce((latest, { collectedAt }) => Math.max(latest, collectedAt), -Infinity);
    const seen = new Set();
    const copied = new Set();
    const same = new Set();
    const problems = [];
    for (const copy of copies) {
        const run = here.get(copy.identity);
        if (run !== undefined && isInside(run)) {
            copied.add(run);
            if (run.content === copy.content)
                same.add(run);
        }
        const key = `${copy.identity} ${copy.content}`;
        if (seen.has(key))
            continue;
        seen.add(key);
        const site = { ...copy, runPath: run?.runPath ?? copy.expectedPath };
        if (run !== undefined && run.content !== copy.content) {
            const detail = `was rewritten: its evidence has the sha256 ${run.content}, a copy of it has ${copy.content}`;
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)("rewritten", site, detail));
        }
        if (run !== undefined || mayBeSame.get(copy.expectedPath) === true)
            continue;
        if (mayBeSame.has(copy.expectedPath)) {
            const detail = "was rewritten: a copy of it is genuine, and the run here is not";
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)("rewritten", site, detail));
        }
        else
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOf */ .Zw)("removed", site, absence(copy, last)));
    }
    return { problems, figures: { runs: copied.size, same: same.size } };
}
function absence({ collectedAt }, last) {
    return collectedAt > last
        ? "is not here, but a copy proves it, after the last run that is here: the end was cut off, or its commit never landed"
        : "is not here, but a copy proves it: it was removed, or its commit never landed";
}


/***/ }),

/***/ 47243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dz: () => (/* binding */ findStreams),
/* harmony export */   h3: () => (/* binding */ withFewEntries),
/* harmony export */   s$: () => (/* binding */ locateStreams)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8449);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58864);
/* harmony import */ var _run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5740);
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55706);






/** Streams are below `path` in a repository, and never deeper than this. */
const DEEPEST = 4;
/** A year, a day and a run are below a stream. */
const DEEPEST_RUN = DEEPEST + 3;
/** A century of hourly runs; more entries are not ours, and listing them could exhaust the verifier. */
const MOST_ENTRIES = 2_000_000;
/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;
const NOT_SEARCHED = new Set([".git", "node_modules"]);
/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", _sample_js__WEBPACK_IMPORTED_MODULE_3__/* .SAMPLE_NAME */ .pl]);
/** Tells a run folder, a stream and a repository apart by what they hold. Throws a `Failure` where it is none of them. */
function locateStreams(files) {
    const found = findStreams(files);
    if (found !== null)
        return found;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} is neither a run folder nor a stream nor a repository of evidence`, {
        hint: "name a folder that holds evidence.json, a stream such as prod, or the repository of streams",
    });
}
/** The same, or null where the folder can be read and holds no evidence. */
function findStreams(all) {
    const files = withFewEntries(all);
    const entries = files.list("");
    const planted = (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .runFilesAmong */ .Zz)(entries);
    if (planted.length > 0) {
        // One run holds no others: somebody who puts its files above a stream would hide that stream.
        if (!holdsRuns(files, "", 0))
            return { kind: "run" };
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} holds the files of a run (${planted.join(", ")}) and runs below it, so it is neither a run nor a stream`, { hint: "find out who put those files there; remove them to verify the rest" });
    }
    if (isStream(files, "")) {
        return { kind: "streams", streams: [streamAt(files, { all, at: "", sample: null })], skipped: [] };
    }
    const sample = sampleAmong(files, entries);
    const { streams, skipped } = streamsBelow(files, { all, sample });
    return streams.length > 0 ? { kind: "streams", streams, skipped } : null;
}
/** The same files, which refuse to list more entries in all than any evidence has. */
function withFewEntries(files) {
    let room = MOST_ENTRIES;
    return {
        name: files.name,
        root: files.root,
        read: (path, most) => files.read(path, most),
        list(path) {
            const entries = files.list(path);
            room -= entries.length;
            if (room >= 0)
                return entries;
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${path || files.name} is in a tree larger than any evidence`);
        },
    };
}
/** The paths of the folders below a path in which streams and runs may be. */
function foldersIn(files, path) {
    return files
        .list(path)
        .filter(({ name, kind }) => kind === "folder" && !NOT_SEARCHED.has(name))
        .map(({ name }) => (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(path, name));
}
function holdsRuns(files, path, depth) {
    if (isStream(files, path))
        return true;
    return foldersIn(files, path).some((below) => (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .runFilesAmong */ .Zz)(files.list(below)).length > 0 ||
        (depth < DEEPEST_RUN && holdsRuns(files, below, depth + 1)));
}
function isStream(files, path) {
    return files
        .list(path)
        .some(({ name, kind }) => kind === "folder" &&
        (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isYearName */ .nC)(name) &&
        files.list((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(path, name)).some((day) => (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isDayName */ .O7)(day.name)));
}
/** The sample that the folder is; null where it is none. */
function sampleAmong(files, entries) {
    const entry = entries.find(({ name }) => name === _sample_js__WEBPACK_IMPORTED_MODULE_3__/* .SAMPLE_NAME */ .pl);
    if (entry === undefined)
        return null;
    if (entry.kind !== "file")
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${_sample_js__WEBPACK_IMPORTED_MODULE_3__/* .SAMPLE_NAME */ .pl} is not a regular file`);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_3__/* .readSample */ .dl)(files.read(_sample_js__WEBPACK_IMPORTED_MODULE_3__/* .SAMPLE_NAME */ .pl, LARGEST_SAMPLE));
}
function streamsBelow(files, { all, sample }) {
    const streams = [];
    const skipped = [];
    const search = (path, depth) => {
        for (const { name, kind } of files.list(path)) {
            const at = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(path, name);
            const isSearched = kind === "folder" && !NOT_SEARCHED.has(name);
            if (isSearched && isStream(files, at))
                streams.push(streamAt(files, { all, at, sample }));
            else if (isSearched && depth < DEEPEST)
                search(at, depth + 1);
            else if (isSearched || !EXPECTED.has(name))
                skipped.push(at);
        }
    };
    search("", 1);
    return { streams, skipped };
}
function streamAt(files, { all, at, sample }) {
    // Runs are listed one at a time, so their entries are not counted.
    const stream = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .filesBelow */ .DR)(all, at);
    const notFolders = [];
    const others = [];
    const foldersNamed = (folder, isExpected) => files.list((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(at, folder)).flatMap(({ name, kind }) => {
        const path = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(folder, name);
        if (isExpected(name) && kind === "folder")
            return [path];
        if (isExpected(name) && kind === "other")
            notFolders.push(path);
        else
            others.push(path);
        return [];
    });
    const runs = foldersNamed("", _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isYearName */ .nC)
        .flatMap((year) => foldersNamed(year, _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isDayName */ .O7))
        .flatMap((day) => foldersNamed(day, (name) => !name.startsWith(".")));
    const name = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .lastName */ .UK)(stream.root.replaceAll("\\", "/"));
    if (!_evidence_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamName */ .iN.safeParse(name).success)
        others.push(`the name of the stream, ${name}`);
    return { name, files: stream, folder: at || ".", runs, notFolders, others, sample };
}


/***/ }),

/***/ 77112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ instantWindow),
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
        window: null,
        collector: null,
        mapping: null,
        rules: null,
    };
    return { outcome, items: [], ...unknown };
}
function collectedOf({ validUntil, outcome, run, items, collector, mapping, rules }, { share, once }) {
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
        }),
        window: window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) },
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

/***/ 55706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ datesWithoutRun),
/* harmony export */   Jl: () => (/* binding */ sampleProblems),
/* harmony export */   b0: () => (/* binding */ selectRuns),
/* harmony export */   dl: () => (/* binding */ readSample),
/* harmony export */   jm: () => (/* binding */ selectionInWords),
/* harmony export */   lY: () => (/* binding */ lotSeed),
/* harmony export */   pl: () => (/* binding */ SAMPLE_NAME)
/* harmony export */ });
/* unused harmony export Sample */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27597);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3345);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24451);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77112);







const SAMPLE_NAME = "sample.json";
const Instant = zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$();
/**
 * The contract of `sample.json`, version 1: which runs of a period an auditor
 * chose. Of these the evidence is there, of all others only what was signed
 * about it. It is not signed, and nothing rests on it: what it says follows
 * from the bundles and from what the auditor named.
 */
const Sample = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz("datadog-evidence-sample/v1"),
    stream: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .StreamName */ .iN,
    period: zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ from: Instant, to: Instant }),
    /** `sha256` of the statement of the last run of the period. */
    head: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA,
    /** Runs of the period that hold evidence. */
    population: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().nonnegative(),
    chosenBy: zod__WEBPACK_IMPORTED_MODULE_7__/* .discriminatedUnion */ .gMt("kind", [
        zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz("dates"), dates: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .date */ .p6()).min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
            kind: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz("nonce"),
            nonce: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().min(1).max(200),
            count: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().positive(),
            seed: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA,
        }),
    ]),
    runs: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ run: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), statement: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA, evidence: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA })),
    /** Dates on which there is no run to choose. */
    without: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .date */ .p6()),
});
/** Reads what the file says. Throws a sentence where it is no sample of ours. */
function readSample(bytes) {
    const json = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes);
    const sample = Sample.safeParse("trouble" in json ? null : json.value);
    if (sample.success)
        return sample.data;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("unreadable", `${SAMPLE_NAME} does not follow its schema`, { cause: sample.error });
}
/** The seed that a nonce gives: only somebody who knows both beforehand could aim at it. */
function lotSeed(head, nonce) {
    return (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(`${head}\n${nonce}`);
}
/** The runs that are chosen: those of the dates, or those whose digest with the seed is least. */
function selectRuns(runs, { head, chosenBy }) {
    if (chosenBy.kind === "dates") {
        return runs.filter(({ collectedAt }) => chosenBy.dates.includes(dayOf(collectedAt)));
    }
    const seed = lotSeed(head, chosenBy.nonce);
    const lot = new Map(runs.map((run) => [run, (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(`${seed}\n${run.statement}`)]));
    return runs.toSorted((a, b) => ((lot.get(a) ?? "") < (lot.get(b) ?? "") ? -1 : 1)).slice(0, chosenBy.count);
}
/** The dates on which no run was collected. */
function datesWithoutRun(runs, dates) {
    const days = new Set(runs.map(({ collectedAt }) => dayOf(collectedAt)));
    return dates.filter((date) => !days.has(date));
}
/** What does not fit in a sample: with the runs that are here, and with what the auditor named. */
function sampleProblems(sample, { stream, runs, selection, }) {
    const { chosenBy, head } = sample;
    const population = runs.filter(({ collected }) => collected !== null);
    const last = runs.at(-1)?.statement ?? "none";
    const size = population.length;
    const isMisdrawn = chosenBy.kind === "nonce" && chosenBy.seed !== lotSeed(head, chosenBy.nonce);
    const details = [
        selection === null ? null : selectionProblem(sample, selection),
        sample.stream === stream ? null : `is of stream ${sample.stream}, not of ${stream}`,
        head === last ? null : `names ${head} as the last statement, but that is ${last}`,
        sample.population === size ? null : `was drawn from ${sample.population} runs, but ${size} are here`,
        isMisdrawn ? "has a seed that is not the sha256 of its last statement and the nonce" : null,
    ];
    const lacking = selectRuns(population, sample).filter(({ isStatementOnly }) => isStatementOnly);
    return [
        ...details.filter((detail) => detail !== null).map((detail) => [SAMPLE_NAME, detail]),
        ...lacking.map(({ runPath }) => [runPath, "is chosen, but its evidence is not here"]),
    ].map(([runPath, detail]) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Zw)("sample", { runPath, at: null }, detail));
}
/** How the sample differs from what the auditor named, as a sentence; null where it does not. */
function selectionProblem({ chosenBy }, named) {
    if (named.kind === "nonce") {
        if (chosenBy.kind === "nonce" && chosenBy.nonce === named.nonce)
            return null;
        return `was not chosen by the nonce ${JSON.stringify(named.nonce)}`;
    }
    const dates = chosenBy.kind === "dates" ? chosenBy.dates : [];
    const lacking = named.dates.filter((date) => !dates.includes(date));
    return lacking.length === 0 ? null : `was not chosen by the dates ${lacking.join(", ")}`;
}
/** How the runs were chosen, in words. */
function selectionInWords({ chosenBy, without }) {
    const lacking = without.length === 0 ? "" : `; no run was collected on ${without.join(", ")}`;
    return chosenBy.kind === "dates"
        ? `chosen by the dates ${chosenBy.dates.join(", ")}${lacking}`
        : `${chosenBy.count} chosen by the nonce ${JSON.stringify(chosenBy.nonce)}${lacking}`;
}
function dayOf(collectedAt) {
    return (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(collectedAt).slice(0, "2026-11-22".length);
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
  C: () => (/* binding */ verifyStreamRuns)
});

// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/run/read-folder.js
var read_folder = __webpack_require__(5740);
// EXTERNAL MODULE: ./lib/verify/run/verdict.js
var run_verdict = __webpack_require__(57442);
// EXTERNAL MODULE: ./lib/verify/run/verify-run.js + 2 modules
var verify_run = __webpack_require__(72849);
// EXTERNAL MODULE: ./lib/verify/stream/problems.js
var stream_problems = __webpack_require__(77112);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var bundle_statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var comparison_changes = __webpack_require__(30754);
;// CONCATENATED MODULE: ./lib/verify/stream/replay-changes.js


/**
 * Derives again the changes that each statement names, from the evidence of the
 * run before. Only the last evidence stays in memory: runs come in the order of
 * time, so the run before nearly always was the last.
 */
class ChangeReplay {
    #byStatement = new Map();
    /** Runs whose predecessor was not the last that was seen, as after a race. */
    #unseen = [];
    #last = null;
    /** Compares the next run with the one before it. Returns a sentence where its changes are wrong, else null. */
    next(summary, run) {
        this.#byStatement.set(summary.statement, summary);
        const result = this.#compare(run, this.#last);
        if (run.evidence !== null)
            this.#last = run;
        if (result === "unseen")
            this.#unseen.push(summary);
        return typeof result === "string" ? null : result.wrong;
    }
    /**
     * Compares the runs that are left, once all are known, by reading each again
     * and the run before it. `load` gives null where a run cannot be read any more.
     */
    async finish(load) {
        const wrong = [];
        const unseen = [];
        for (const summary of this.#unseen) {
            const before = this.#byStatement.get(this.#comparedWith(summary.previous?.statement) ?? "");
            const [earlier, run] = [before && (await load(before.runPath)), await load(summary.runPath)];
            const result = run === null ? "unseen" : this.#compare(run, earlier ?? null);
            if (result === "unseen")
                unseen.push(summary);
            else if (result !== "same")
                wrong.push([summary, result.wrong]);
        }
        return { wrong, unseen };
    }
    #compare({ statement, evidence }, earlier) {
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
        const { evidence: last, contentSha256 } = earlier;
        const wrong = (0,comparison_changes/* changesProblem */.LX)(changes, { evidence: last, sha256: contentSha256 }, evidence);
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








/** More of one kind are only counted, so that the page stays readable. */
const MOST_REMARKS = 5;
/** Remarks that differ in more than times. A hostile stream may try to make more. */
const MOST_KINDS = 50;
/**
 * Verifies the runs one after the other and remembers little of each, so that
 * memory stays flat. Without trust no signature is checked, and the runs are
 * what their files say.
 */
async function verifyStreamRuns(stream, trust, visit = () => { }) {
    const genuine = [];
    const doubtful = [];
    const unchecked = [];
    const problems = stream.notFolders.map((runPath) => (0,stream_problems/* problemOf */.Zw)("not-genuine", { runPath, at: (0,run_path/* claimedTime */.Nv)(runPath) }, "is not a folder: a link or a device is not followed"));
    const summarize = (0,run_summary/* runSummarizer */.z)();
    const replay = new ChangeReplay();
    const remarks = new RemarkCounter();
    for (const runPath of stream.runs) {
        const verdict = await verdictOn(stream, runPath, trust);
        if (typeof verdict !== "string" && verdict.run !== null) {
            const run = summarize(runPath, verdict.run);
            genuine.push(run);
            visit(runPath, verdict.run);
            const wrong = replay.next(run, verdict.run);
            if (wrong !== null)
                problems.push((0,stream_problems/* problemOf */.Zw)("changes", run, wrong));
            for (const remark of verdict.remarks)
                remarks.add(remark, runPath);
            continue;
        }
        const at = (0,run_path/* claimedTime */.Nv)(runPath);
        const isUnread = typeof verdict === "string";
        const why = isUnread ? verdict : (0,run_verdict/* failureDetail */.Kc)(verdict);
        doubtful.push({ runPath, at, statement: isUnread ? null : verdict.uncheckedStatement, isUnread });
        if (isUnread || verdict.isUnchecked)
            unchecked.push({ run: runPath, why, touches: (0,stream_problems/* instantWindow */.GV)(at) });
        else
            problems.push((0,stream_problems/* problemOf */.Zw)("not-genuine", { runPath, at }, why));
    }
    const { wrong, unseen } = await replay.finish(async (runPath) => {
        const verdict = await verdictOn(stream, runPath, trust);
        return typeof verdict === "string" ? null : verdict.run;
    });
    const others = stream.others.map((name) => `${name} is not part of a stream and was not read`);
    return {
        genuine,
        doubtful,
        problems: [...problems, ...wrong.map(([run, detail]) => (0,stream_problems/* problemOf */.Zw)("changes", run, detail))],
        unchecked,
        remarks: [...withRest(others), ...remarks.list(), ...unseenRemark(unseen)],
    };
}
/** The verdict, or a sentence about why there is none. */
async function verdictOn(stream, runPath, trust) {
    try {
        const folder = await (0,read_folder/* readRunFolder */.MW)(stream.files, runPath);
        const options = { mayLackEvidence: stream.sample !== null };
        return await (trust === null ? (0,verify_run/* readUnverifiedRun */.J)(folder, options) : (0,verify_run/* verifyRun */.$)(folder, trust, options));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return error.message;
    }
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
    #kinds = new Map();
    add(remark, runPath) {
        const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
        const known = this.#kinds.get(kind);
        if (known !== undefined)
            known.more += 1;
        else if (this.#kinds.size < MOST_KINDS)
            this.#kinds.set(kind, { first: `${runPath}: ${remark}`, more: 0 });
    }
    list() {
        return [...this.#kinds.values()].map(({ first, more }) => more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`);
    }
}


/***/ })

};
