export const id = 919;
export const ids = [919];
export const modules = {

/***/ 85583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ refuseWords),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   NF: () => (/* binding */ oneFolder),
/* harmony export */   u: () => (/* binding */ oneRunFolder),
/* harmony export */   zg: () => (/* binding */ flagList)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);

/** The value of a flag that takes one; undefined when it was not given. */
function flag({ flags }, name) {
    const value = flags[name];
    return typeof value === "string" ? value : undefined;
}
/** The values of a flag that may be repeated. */
function flagList({ flags }, name) {
    const value = flags[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
/** The one run folder that a command was given. Throws when there is none, or more. */
function oneRunFolder({ words }, name) {
    const [folder, ...more] = words;
    if (folder !== undefined && more.length === 0)
        return folder;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `${name} takes one run folder`, {
        hint: `see: datadog-evidence ${name} --help`,
    });
}
/** The one folder that a command was given: of a run, a stream or a repository. */
function oneFolder({ words }, name) {
    const [folder, ...more] = words;
    if (folder !== undefined && more.length === 0)
        return folder;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `${name} takes one folder: of a run, a stream or a repository`, {
        hint: `see: datadog-evidence ${name} --help`,
    });
}
/** Throws when words were given to a command that takes only flags. */
function refuseWords({ words }, name) {
    if (words.length === 0)
        return;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `${name} takes no ${JSON.stringify(words.join(" "))}`, {
        hint: `see: datadog-evidence ${name} --help`,
    });
}


/***/ }),

/***/ 81643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LP: () => (/* binding */ TRUST_FLAGS),
  vs: () => (/* binding */ TRUST_NOTES),
  Qb: () => (/* binding */ TRUST_OPTIONS),
  Us: () => (/* binding */ trustIn)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/attest/key.js
var key = __webpack_require__(81358);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/evidence/json.js
var evidence_json = __webpack_require__(92031);
;// CONCATENATED MODULE: ./lib/verify/keys-file.js




/** More than any policy holds; a hostile file may try to be more. */
const LARGEST_FILE = 1_000_000;
const MOST_KEYS = 1000;
const Instant = iso/* datetime */.w$({ error: "is no time such as 2026-11-22T06:17:31Z" })
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
function keysIn(bytes, file) {
    if (bytes.length > LARGEST_FILE)
        throw unfit(file, [`is too large (${bytes.length} bytes)`]);
    const json = (0,evidence_json/* readJson */.V)(bytes);
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
            keys.push({ ...(0,key/* publicKey */.jE)(pem), window });
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
function refuseTwice(keys) {
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

// EXTERNAL MODULE: ./lib/verify/roots.js + 2 modules
var roots = __webpack_require__(96621);
// EXTERNAL MODULE: ./lib/commands/command.js
var command = __webpack_require__(85583);
;// CONCATENATED MODULE: ./lib/commands/trust.js
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






/** The flags by which a caller says whom to trust. */
const TRUST_FLAGS = [
    ["--key PEM", "public key to trust; may be repeated"],
    ["--keys FILE", "public keys with the time in which each was in force: docs/keys.md"],
    ["--issuer URL", "who vouches for a keyless signer, with at least one of the next three"],
    ["--identity URI", "the workflow that signs keyless, exactly"],
    ["--repository-id ID", "the repository that it runs in, by number"],
    ["--owner-id ID", "the owner of that repository, by number"],
    [
        "--trusted-root FILE",
        `authorities, as trusted_root.json or .jsonl; without it Sigstore's public ones of ${roots/* SNAPSHOT_DATE */.kI}`,
    ],
    ["--require-time", "exit 2 where no trusted time proves when it was signed"],
];
const TRUST_OPTIONS = {
    key: { type: "string", multiple: true },
    keys: { type: "string" },
    issuer: { type: "string" },
    identity: { type: "string" },
    "repository-id": { type: "string" },
    "owner-id": { type: "string" },
    "trusted-root": { type: "string" },
    "require-time": { type: "boolean" },
};
const TRUST_NOTES = "Trust comes only from the keys, roots and identities you name, never from files beside the evidence.";
/** A key or a trusted root is some kilobytes. */
const trust_LARGEST_FILE = 2_000_000;
/** Whom the flags trust. Throws a sentence where they trust nobody, or say so by halves. */
async function trustIn(given) {
    const pems = (0,command/* flagList */.zg)(given, "key");
    const list = (0,command/* flag */.Jt)(given, "keys");
    const identity = identityIn(given);
    if (pems.length === 0 && list === undefined && identity === undefined) {
        throw new failure/* Failure */.HR("input", "no key was given, and no identity either, so nothing can be verified", {
            hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
        });
    }
    const named = await Promise.all(pems.map(async (file) => (0,key/* publicKey */.jE)((await bytesOf(file, "key")).toString())));
    const listed = list === undefined ? [] : keysIn(await bytesOf(list, "keys file"), list);
    const keys = [...named, ...listed];
    refuseTwice(keys);
    const root = (0,command/* flag */.Jt)(given, "trusted-root");
    return {
        keys,
        ...(identity === undefined ? {} : { identity }),
        roots: root === undefined
            ? await (0,roots/* publicGoodRoots */.MO)()
            : await (0,roots/* trustedRoots */.Ve)(await bytesOf(root, "trusted root"), root),
        requiresTime: given.flags["require-time"] === true,
    };
}
function identityIn(given) {
    const issuer = (0,command/* flag */.Jt)(given, "issuer");
    const wanted = {
        identity: (0,command/* flag */.Jt)(given, "identity") ?? null,
        repositoryId: (0,command/* flag */.Jt)(given, "repository-id") ?? null,
        ownerId: (0,command/* flag */.Jt)(given, "owner-id") ?? null,
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
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("unreadable", `the ${what} ${file} cannot be read (${code})`, { cause: error });
    }
}


/***/ }),

/***/ 291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contradictionIn)
/* harmony export */ });
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26207);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88351);


/**
 * The first thing that the evidence says against itself, as a sentence; null
 * when outcome, states and counts follow from what was collected. Records that
 * moved to a file of their own are not counted again.
 */
function contradictionIn(evidence, moved) {
    const { items, outcome } = evidence;
    const ids = items.map(({ id }) => id);
    if (new Set(ids).size < ids.length)
        return "an item stands in the evidence twice";
    const derived = (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeOf */ .sG)(items);
    if (outcome !== derived)
        return `the outcome is ${outcome}, but by its items it is ${derived}`;
    for (const item of items) {
        if (item.collection.status === "skipped" && item.id !== "cspm-findings") {
            return `${item.id} is skipped, which only cspm-findings can be`;
        }
        const against = againstCollection(item) ?? againstResult(item, moved.has(item.id));
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
function againstCollection({ collection }) {
    const { status, grade, reason, sourceTotal, checks } = collection;
    const wrong = checks.find((check) => check.ok !== holds(check));
    if (wrong !== undefined)
        return `has a check whose numbers say otherwise: ${wrong.name}`;
    if (status !== "complete") {
        if (reason === null)
            return `is ${status} without a reason`;
        return grade === null ? null : `is ${status}, yet graded ${grade}`;
    }
    if (reason !== null)
        return `is complete, yet has a reason why not: ${reason.code}`;
    if (grade === null)
        return "is complete without a grade";
    if (grade === "reconciled" && sourceTotal === null)
        return "is reconciled without a number of the source";
    const failed = checks.find((check) => !check.ok && !isProof(check));
    return failed === undefined ? null : `is complete, yet a check failed: ${failed.name}`;
}
function againstResult(item, isMoved) {
    const { collection, result, records } = item;
    const isUnknown = collection.status === "failed" || collection.status === "skipped";
    if (isUnknown !== (result.counts === null)) {
        return `is ${collection.status}, yet has ${isUnknown ? "" : "no "}counts`;
    }
    if (isUnknown && records.length > 0)
        return `is ${collection.status}, yet has records`;
    if (isMoved)
        return null;
    const derived = derivedResult(item);
    if (!(0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isSame */ .F)(result.counts, derived.counts))
        return "has counts that its records do not give";
    if (result.state !== derived.state || result.reason?.code !== derived.reason?.code) {
        return `has the state ${result.state}, but by its records it is ${derived.state}`;
    }
    return null;
}
function derivedResult(item) {
    if (item.id === "security-signals")
        return (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .signalsResult */ .X2)(item.collection, item.records);
    // The tag only stands in the message.
    if (item.id === "compliance-monitors")
        return (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .monitorsResult */ .dJ)(item.collection, item.records, "");
    return (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsResult */ .cO)(item.collection, item.records);
}
function isProof({ name }) {
    return name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .ALIVE */ .oE || name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .WATCHING */ ._6 || name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .COVERED */ .NQ;
}
function holds(check) {
    return isProof(check) ? check.actual >= check.expected : check.actual === check.expected;
}


/***/ }),

/***/ 11913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sharing)
/* harmony export */ });
/** More different parts than these, and they are no longer the same few. */
const MOST_PARTS = 5000;
/**
 * Makes equal parts of objects one and the same in memory: thousands of runs
 * name the same controls and end with the same items. Parts are never changed.
 */
function sharing() {
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

/***/ 54361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ bundleIn)
/* harmony export */ });
/* harmony import */ var _attest_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81358);
/* harmony import */ var _attest_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98316);
/* harmony import */ var _evidence_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92031);
/* harmony import */ var _run_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58257);
/* harmony import */ var _sigstore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68951);





const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** Of timestamps, and of log entries. One of each is what is ever written. */
const MOST_WITNESSES = 4;
/** What a parser or a log's arithmetic would work on for long. */
const LARGEST_CERTIFICATE = 16_384;
const LARGEST_ENTRY = 65_536;
const LARGEST_CHECKPOINT = 8_192;
const LONGEST_PROOF = 64;
/** The bundle, or why it is none of ours, as a sentence. */
async function bundleIn(bytes) {
    if (bytes.length > _run_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .LARGEST_BUNDLE */ .q)
        return not(`the bundle is too large (${bytes.length} bytes)`);
    const json = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return not(`the bundle is damaged: it ${json.trouble}`);
    const { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope } = await (0,_sigstore_js__WEBPACK_IMPORTED_MODULE_4__/* .sigstoreBundle */ .H)();
    let bundle;
    let again;
    try {
        bundle = bundleFromJSON(json.value);
        again = bundleToJSON(bundle);
    }
    catch {
        // The library refuses in its own words, which quote the file.
        return not(hasManySignatures(json.value)
            ? "the bundle does not carry exactly one signature"
            : "the bundle is damaged: it is not a Sigstore bundle");
    }
    if (bundle.mediaType !== MEDIA_TYPE)
        return not(`the bundle is not of the type ${MEDIA_TYPE}`);
    if (!isBundleWithDsseEnvelope(bundle))
        return not("the bundle carries no DSSE envelope");
    const { payload, payloadType, signatures } = bundle.content.dsseEnvelope;
    if (payloadType !== _attest_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc) {
        return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${_attest_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc}`);
    }
    if (isReadOtherwise(json.value, again)) {
        return not("the bundle is damaged: a part of it is not the base64 or the number that it should be");
    }
    const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
    if (content.$case === "x509CertificateChain")
        return not("the bundle carries a chain of certificates");
    const tokens = timestampVerificationData?.rfc3161Timestamps ?? [];
    const der = content.$case === "certificate" ? content.certificate.rawBytes : Buffer.alloc(0);
    if (der.length > LARGEST_CERTIFICATE)
        return not(`the certificate is too large (${der.length} bytes)`);
    if (tokens.length > MOST_WITNESSES || tlogEntries.length > MOST_WITNESSES) {
        return not(`the bundle carries more than ${MOST_WITNESSES} timestamps or log entries`);
    }
    if (!tlogEntries.every(isBounded))
        return not("the bundle carries a log entry larger than any of ours");
    return {
        bundle,
        signer: content.$case === "certificate"
            ? { kind: "certificate", der }
            : { kind: "key", fingerprint: (0,_attest_key_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintIn */ .I5)(content.publicKey.hint) },
        payload,
        signature: signatures[0]?.sig ?? Buffer.alloc(0),
        tokens: tokens.map(({ signedTimestamp }) => signedTimestamp),
        entries: tlogEntries,
    };
}
function not(trouble) {
    return { trouble };
}
/** The library refuses these as invalid; the reader shall know what is wrong. */
function hasManySignatures(value) {
    if (typeof value !== "object" || value === null || !("dsseEnvelope" in value))
        return false;
    const { dsseEnvelope: envelope } = value;
    if (typeof envelope !== "object" || envelope === null || !("signatures" in envelope))
        return false;
    return Array.isArray(envelope.signatures) && envelope.signatures.length !== 1;
}
/** Whether a text says something else than the library, which forgives, took it for. */
function isReadOtherwise(said, read) {
    if (typeof read === "string")
        return typeof said === "string" && said !== read;
    if (typeof read !== "object" || read === null || typeof said !== "object" || said === null)
        return false;
    const members = new Map(Object.entries(said));
    return Object.entries(read).some(([name, value]) => isReadOtherwise(members.get(name), value));
}
function isBounded({ canonicalizedBody, inclusionProof }) {
    return (canonicalizedBody.length <= LARGEST_ENTRY &&
        (inclusionProof?.hashes.length ?? 0) <= LONGEST_PROOF &&
        (inclusionProof?.checkpoint?.envelope.length ?? 0) <= LARGEST_CHECKPOINT);
}


/***/ }),

/***/ 1360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jH: () => (/* binding */ periodOf),
/* harmony export */   up: () => (/* binding */ askedPeriod),
/* harmony export */   yI: () => (/* binding */ touches)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _evidence_moments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15420);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99723);




const DAY_MS = 86_400_000;
const Day = zod__WEBPACK_IMPORTED_MODULE_3__/* .date */ .p6();
const Instant = zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$();
/** Reads the ends of a period. A bare date includes that day. Throws a sentence where there is no such period. */
function askedPeriod({ from, to }, now) {
    const begins = endOf(from, 0);
    const ends = endOf(to, DAY_MS);
    if (begins === undefined || ends === undefined) {
        const unread = [...(begins === undefined ? ["from"] : []), ...(ends === undefined ? ["to"] : [])];
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `${unread.join(" and ")}: neither a date nor an instant in UTC`, {
            hint: "write 2026-11-22, or 2026-11-22T06:00:00Z",
        });
    }
    if (begins !== null && ends !== null && begins >= ends) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "to: the period ends before it begins", { hint: "swap --from and --to" });
    }
    if (begins !== null && begins >= now.getTime()) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "from: the period has not begun yet", { hint: "name a day that has been" });
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
 * nobody said otherwise; null where neither tells. `runs` are by time.
 */
function periodOf(runs, asked, now) {
    const first = runs[0];
    const last = runs.at(-1);
    const from = asked.from ?? (first && (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .slotStart */ .px)(first.collectedAt, first.cadence));
    if (from === undefined)
        return null;
    const end = last && (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .slotStart */ .px)(last.collectedAt, last.cadence) + _evidence_moments_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[last.cadence];
    // Where the last run lies before the period, all of it up to now is without a run.
    const to = asked.to ?? (end !== undefined && end > from ? end : now);
    return { from, to };
}
/** Whether the time, both ends included, touches the period. What has no time does, for it must not get lost. */
function touches(period, time) {
    if (period === null || time === null)
        return true;
    return Date.parse(time.to) >= period.from && Date.parse(time.from) < period.to;
}


/***/ }),

/***/ 20884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   aQ: () => (/* binding */ SLOT_STATES)
/* harmony export */ });
/* unused harmony export PROBLEMS */
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
const SLOT_STATES = ["met", "late", "partial", "failed", "declared", "missing"];
/** The worst exit of several: 1, then 2, then 3. */
function worst(codes) {
    for (const code of [1, 2, 3])
        if (codes.includes(code))
            return code;
    return 0;
}


/***/ }),

/***/ 52377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ verifyPeriod)
});

// EXTERNAL MODULE: ./lib/verify/period-verdict.js
var period_verdict = __webpack_require__(20884);
// EXTERNAL MODULE: ./lib/verify/stream-verdict.js + 5 modules
var stream_verdict = __webpack_require__(62319);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/run-folder.js
var run_folder = __webpack_require__(58257);
// EXTERNAL MODULE: ./lib/verify/run-summary.js + 1 modules
var run_summary = __webpack_require__(8306);
// EXTERNAL MODULE: ./lib/attest/statement.js
var attest_statement = __webpack_require__(98316);
// EXTERNAL MODULE: ./lib/evidence/compare.js
var compare = __webpack_require__(48718);
;// CONCATENATED MODULE: ./lib/verify/succession.js


const FOLLOWS = { kind: "follows" };
/**
 * Derives the changes that each statement tells again, from the evidence of the
 * run before. Only the last evidence is kept: runs come in the order of time, so
 * the run before nearly always was the last.
 */
class Succession {
    #last = null;
    /** What each declared gap follows: a run after it is compared with the run before it. */
    #gaps = new Map();
    /** Looks at the next run. */
    next(run) {
        const { previous } = run.statement.predicate;
        // Of a run that is not in a sample nothing is known to compare with.
        if (run.evidence === null && run.gap === null)
            return FOLLOWS;
        if (run.evidence === null) {
            this.#gaps.set(run.statementSha256, previous?.statement ?? null);
            return FOLLOWS;
        }
        const followed = this.#judged(run, run.evidence);
        this.#last = { statement: run.statementSha256, evidence: run.evidence, sha256: run.contentSha256 };
        return followed;
    }
    #judged({ statement }, evidence) {
        if (statement.predicateType !== attest_statement/* PREDICATE_TYPE */.To)
            return FOLLOWS;
        const { previous, changes } = statement.predicate;
        const before = this.#evidenceBefore(previous?.statement ?? null);
        if (before === null) {
            return changes === null
                ? FOLLOWS
                : { kind: "wrong", detail: "the statement tells changes, but names no run before that had evidence" };
        }
        // Whoever signs after a gap may not have found the evidence before it any more.
        if (changes === null && before !== previous?.statement)
            return FOLLOWS;
        if (this.#last?.statement !== before)
            return { kind: "unseen" };
        const against = (0,compare/* changesAgainst */.Z)(changes, this.#last, evidence);
        return against === null ? FOLLOWS : { kind: "wrong", detail: against };
    }
    /** The statement of the run that was compared with; null where there is none. */
    #evidenceBefore(statement) {
        let at = statement;
        for (let steps = 0; at !== null && this.#gaps.has(at) && steps <= this.#gaps.size; steps += 1) {
            at = this.#gaps.get(at) ?? null;
        }
        return at;
    }
}

// EXTERNAL MODULE: ./lib/verify/verify-run.js + 11 modules
var verify_run = __webpack_require__(39524);
;// CONCATENATED MODULE: ./lib/verify/stream.js






/** More of one kind are only counted: a page that nobody can read helps nobody. */
const REMARKS = 5;
/** Remarks that differ in more than times; nobody reads more, and a hostile stream may try. */
const KINDS = 50;
/** Verifies the runs one after the other and remembers little of each, so that memory stays flat. */
async function verifiedRuns(stream, trust, seen = () => { }) {
    const genuine = [];
    const doubtful = [];
    const problems = stream.notFolders.map((place) => problem("not-genuine", { place, sequence: null }, "is no folder: a link or a device where a run belongs is not followed"));
    const unchecked = [];
    const summed = (0,run_summary/* summing */.VQ)();
    const succession = new Succession();
    const unseen = [];
    const about = new Map();
    for (const place of stream.runs) {
        const verdict = await verdictOn(stream, place, trust);
        if (typeof verdict !== "string" && verdict.run !== null) {
            const run = summed(place, verdict.run);
            genuine.push(run);
            seen(place, verdict.run);
            const followed = succession.next(verdict.run);
            if (followed.kind === "unseen")
                unseen.push(run);
            if (followed.kind === "wrong")
                problems.push(problem("changes", run, followed.detail));
            for (const remark of verdict.remarks)
                count(about, { remark, place });
            continue;
        }
        const isUnread = typeof verdict === "string";
        const statement = isUnread ? null : verdict.uncheckedStatement;
        doubtful.push({ place, at: (0,run_summary/* claimedTime */.Nv)(place), statement, isUnread });
        const when = claimed(place);
        if (isUnread)
            unchecked.push({ run: place, why: verdict, touches: when });
        else if (verdict.isUnchecked)
            unchecked.push({ run: place, why: failed(verdict), touches: when });
        else
            problems.push(problem("not-genuine", { place, sequence: null }, failed(verdict)));
    }
    const again = await comparedAgain(unseen, { genuine, stream, trust });
    return {
        genuine,
        doubtful,
        problems: [...problems, ...again.problems],
        unchecked,
        remarks: [...unread(stream), ...told(about), ...again.remarks],
    };
}
/** Reads the run before once more where it was not the last that was seen, as after a race. */
async function comparedAgain(unseen, { genuine, stream, trust, }) {
    const byStatement = new Map(genuine.map((run) => [run.statement, run]));
    const problems = [];
    const without = [];
    for (const run of unseen) {
        const line = lineage(run, byStatement);
        const succession = new Succession();
        let followed = { kind: "unseen" };
        for (const { place } of [...line.toReversed(), run]) {
            const verdict = await verdictOn(stream, place, trust);
            if (typeof verdict !== "string" && verdict.run !== null)
                followed = succession.next(verdict.run);
        }
        if (followed.kind === "wrong")
            problems.push(problem("changes", run, followed.detail));
        if (followed.kind === "unseen")
            without.push(run.place);
    }
    const [first, ...more] = without;
    const others = more.length === 0 ? "" : ` and of ${more.length} more`;
    return {
        problems,
        remarks: first === undefined
            ? []
            : [`the changes that ${first}${others} tell were not derived again: the run before is not here`],
    };
}
/** The runs back to the first with evidence, the nearest first: declared gaps lie between. */
function lineage(run, byStatement) {
    const line = [];
    let before = run.previous && byStatement.get(run.previous.statement);
    while (before && !line.includes(before)) {
        line.push(before);
        if (before.collected !== null)
            break;
        before = before.previous && byStatement.get(before.previous.statement);
    }
    return line;
}
/** The verdict, or a sentence about why there is none. */
async function verdictOn(stream, place, trust) {
    try {
        const folder = await (0,run_folder/* readRunFolder */.M)(external_node_path_.join(stream.path, place), { isPlaced: true });
        return await (0,verify_run/* verifyRun */.$)(folder, trust, { mayBeSealed: stream.sample !== null });
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return error.message;
    }
}
function failed({ findings }) {
    return findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
}
function problem(code, { place, sequence }, detail) {
    return { code, run: place, sequence, detail, touches: claimed(place) };
}
function claimed(place) {
    const at = (0,run_summary/* claimedTime */.Nv)(place);
    return at === null ? null : { from: (0,run_summary/* iso */.KH)(at), to: (0,run_summary/* iso */.KH)(at) };
}
function unread({ others }) {
    const more = others.length - REMARKS;
    return [
        ...others.slice(0, REMARKS).map((place) => `${place} is no part of a stream and was not read`),
        ...(more > 0 ? [`and the same holds for ${more} more`] : []),
    ];
}
/** The same remark about many runs is one remark, whatever times they name. */
function count(about, { remark, place }) {
    const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
    const known = about.get(kind);
    if (known !== undefined)
        known.more += 1;
    else if (about.size < KINDS)
        about.set(kind, { first: `${place}: ${remark}`, more: 0 });
}
function told(about) {
    return [...about.values()].map(({ first, more }) => more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`);
}

;// CONCATENATED MODULE: ./lib/verify/period.js



/** More are only counted. */
const MOST_SKIPPED = 5;
/** Verifies every run of the streams, and what lies between the runs. */
async function verifyPeriod(streams, { trust, asked, witness, now, seen, named = null, isWhole = false, skipped = [] }) {
    const verdicts = [];
    const witnessed = new Set();
    for (const stream of streams) {
        const runs = await verifiedRuns(stream, trust, seen);
        const site = runs.genuine[0]?.site;
        const copies = witness?.runs.filter((run) => run.stream === stream.name && (site === undefined || run.site === site)) ?? null;
        for (const copy of copies ?? [])
            witnessed.add(copy);
        verdicts.push((0,stream_verdict/* judged */.g)(stream, { runs, copies, asked, named, now: now.getTime() }));
    }
    const remarks = [];
    const others = Map.groupBy((witness?.runs ?? []).filter((run) => !witnessed.has(run)), ({ stream, site }) => `stream ${stream} of the site ${site}`);
    // A sample is no more than what was chosen.
    const mayBeRemoved = isWhole && streams.every(({ sample }) => sample === null);
    for (const [which, copies] of others) {
        const verdict = mayBeRemoved ? removed(copies, { asked, now: now.getTime() }) : null;
        if (verdict !== null && verdict.problems.length > 0)
            verdicts.push(verdict);
        else
            remarks.push(`the witness also holds runs of ${which}, which is not here`);
    }
    return {
        exitCode: (0,period_verdict/* worst */.QZ)(verdicts.map(({ exitCode }) => exitCode)),
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
function removed(copies, { asked, now }) {
    const name = copies[0]?.stream ?? "";
    const absent = { name, path: name, folder: name, runs: [], notFolders: [], others: [], sample: null };
    const runs = { genuine: [], doubtful: [], problems: [], unchecked: [], remarks: [] };
    return (0,stream_verdict/* judged */.g)(absent, { runs, copies, asked, now });
}


/***/ }),

/***/ 58257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRunFolder),
/* harmony export */   q: () => (/* binding */ LARGEST_BUNDLE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27597);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22322);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(357);
/* harmony import */ var _evidence_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92031);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71957);








/** What a run folder of ours holds. */
const OURS = new Set([_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_3__/* .GAP_NAME */ .F, ..._evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ITEM_IDS */ .FT.map(_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .recordsFileName */ .aG)]);
/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
const LARGEST_BUNDLE = 5_000_000;
/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;
/** What became a link or a pipe since it was listed is neither followed nor waited for. */
const UNTRUSTING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/**
 * Reads a run folder. Throws when the path is not one, which is a matter of
 * asking, not of evidence; in a stream its place says that it is one.
 */
async function readRunFolder(folder, { isPlaced = false } = {}) {
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder);
    const entries = entriesOf(absolute, folder);
    const names = new Set(entries.map(({ name }) => name));
    if (!isPlaced && ![_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_3__/* .GAP_NAME */ .F, _evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft].some((name) => names.has(name))) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${folder} is not a run folder: it holds neither ${_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .EVIDENCE_NAME */ .wm} nor ${_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft}`, {
            hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1",
        });
    }
    const regular = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const files = new Map();
    let room = LARGEST_FOLDER;
    const read = (name) => {
        const bytes = bytesOf(node_path__WEBPACK_IMPORTED_MODULE_1__.join(absolute, name), room);
        room -= bytes.length;
        files.set(name, bytes);
    };
    if (regular.includes(_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft))
        read(_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft);
    const signed = namedIn(files.get(_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft)) ?? OURS;
    for (const name of regular) {
        if (signed.has(name) && name !== _evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft)
            read(name);
    }
    return {
        path: absolute,
        files,
        unread: regular.filter((name) => !files.has(name)),
        strange: entries.filter((entry) => !entry.isFile()).map(({ name }) => name),
    };
}
const Named = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({
    dsseEnvelope: zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({
        payload: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().transform((text) => (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .V)(Buffer.from(text, "base64"))),
    }),
});
const About = zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({ subject: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() })) });
/** The files that the statement names, not verified; null where it cannot be read. */
function namedIn(bundle) {
    if (bundle === undefined || bundle.length > LARGEST_BUNDLE)
        return null;
    const json = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .V)(bundle);
    const named = Named.safeParse("trouble" in json ? null : json.value);
    if (!named.success)
        return null;
    const { payload } = named.data.dsseEnvelope;
    const about = About.safeParse("trouble" in payload ? null : payload.value);
    return about.success ? new Set(about.data.subject.map(({ name }) => name)) : null;
}
function entriesOf(absolute, asked) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(absolute, { withFileTypes: true });
    }
    catch (error) {
        const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${asked} cannot be read as a folder (${why})`, {
            hint: "name the folder that holds evidence.json",
            cause: error,
        });
    }
}
function bytesOf(file, room) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_1__.basename(file);
    let handle = null;
    try {
        handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, UNTRUSTING);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
        if (!found.isFile())
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${name} changed while the folder was read`);
        if (found.size > room) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `the folder is larger than any evidence: ${name} has ${found.size} bytes`);
        }
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(handle);
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR)
            throw error;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .Failure */ .HR("unreadable", `${name} cannot be read`, {
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

/***/ 8306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nv: () => (/* binding */ claimedTime),
  KH: () => (/* binding */ iso),
  KT: () => (/* binding */ named),
  VQ: () => (/* binding */ summing)
});

// EXTERNAL MODULE: ./lib/attest/statement.js
var attest_statement = __webpack_require__(98316);
// EXTERNAL MODULE: ./lib/evidence/files.js
var files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/evidence/sharing.js
var sharing = __webpack_require__(11913);
;// CONCATENATED MODULE: ./lib/verify/notable.js
/** What of the changes since the run before a person should look at: what is gone, silenced or no longer asked. */
function notableIn(changes) {
    if (changes === null)
        return [];
    const counted = changes.items.flatMap((item) => {
        if (item.changes === null)
            return [];
        if (item.id === "security-signals") {
            const { vanished, altered } = item.changes;
            return noted(item.id, { vanished, altered });
        }
        if (item.id === "compliance-monitors") {
            const { gone, muted, redefined } = item.changes;
            return noted(item.id, { gone, muted, redefined });
        }
        const { unresolved, muted } = item.changes;
        return noted(item.id, { unresolved, muted });
    });
    const skipped = changes.nowSkipped.map(({ id, now }) => ({ item: id, what: `now-${now}`, count: null }));
    return [...skipped, ...counted];
}
function noted(item, lists) {
    return Object.entries(lists).flatMap(([what, list]) => list === null || list.count === 0 ? [] : [{ item, what, count: list.count }]);
}

;// CONCATENATED MODULE: ./lib/verify/run-summary.js




/** Sums up runs that verified; what they have in common stands in memory once. */
function summing() {
    const share = (0,sharing/* sharing */.R)();
    const texts = new Map();
    const once = (text) => {
        const known = texts.get(text);
        if (known === undefined)
            texts.set(text, text);
        return known ?? text;
    };
    return (place, run) => summaryOf(place, run, { share, once });
}
function summaryOf(place, run, { share, once }) {
    const { predicate } = run.statement;
    const dictated = (0,files/* runFolder */.kQ)(predicate);
    return {
        place,
        dictated: dictated === place ? place : dictated,
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
        isSignedLate: predicate.assurance.reason?.code === attest_statement/* SIGNED_LATE */.Gb,
        collected: run.evidence === null ? sealedOf(run) : collectedOf(run.evidence, { share, once }),
        notable: notableIn("changes" in predicate ? predicate.changes : null),
        gap: run.gap,
        isSealed: run.evidence === null && run.gap === null,
    };
}
/** What a statement alone tells of evidence; null for a declared gap. */
function sealedOf({ statement, gap }) {
    if (gap !== null || statement.predicateType !== attest_statement/* PREDICATE_TYPE */.To)
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
const PLACE = /^\d{4}\/(\d{4}-\d{2}-\d{2})\/(\d{2})(\d{2})(\d{2})Z-/;
/** The time that the name of a run folder claims; null where it names none. */
function claimedTime(place) {
    const [, day, hours, minutes, seconds] = PLACE.exec(place) ?? [];
    const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
    return Number.isNaN(at) ? null : at;
}
/** The run as a verdict names it. */
function named({ place, sequence, collectedAt, statement }) {
    return { run: place, sequence, collectedAt: iso(collectedAt), statement };
}
/** The instant to the second. */
function iso(ms) {
    return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}


/***/ }),

/***/ 6467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ chosenInWords),
/* harmony export */   FV: () => (/* binding */ chosen),
/* harmony export */   J$: () => (/* binding */ otherThanNamed),
/* harmony export */   X8: () => (/* binding */ sampleTroubles),
/* harmony export */   YZ: () => (/* binding */ sampleIn),
/* harmony export */   i7: () => (/* binding */ datesWithout),
/* harmony export */   n3: () => (/* binding */ seedOf),
/* harmony export */   pl: () => (/* binding */ SAMPLE_NAME)
/* harmony export */ });
/* unused harmony export Sample */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _evidence_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92031);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8306);






const SAMPLE_NAME = "sample.json";
const Sha256 = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const Instant = zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$();
/**
 * The contract of `sample.json`, version 1: which runs of a period an auditor
 * chose. Of these the evidence is there, of all others only what was signed
 * about it. It is not signed, and nothing rests on it: what it says follows
 * from the bundles and from what the auditor named.
 */
const Sample = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz("datadog-evidence-sample/v1"),
    stream: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN,
    period: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ from: Instant, to: Instant }),
    /** `sha256` of the statement of the last run of the period. */
    head: Sha256,
    /** Runs of the period that hold evidence. */
    population: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
    chosenBy: zod__WEBPACK_IMPORTED_MODULE_5__/* .discriminatedUnion */ .gMt("kind", [
        zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz("dates"), dates: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .date */ .p6()).min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
            kind: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz("nonce"),
            nonce: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).max(200),
            count: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive(),
            seed: Sha256,
        }),
    ]),
    runs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ run: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), statement: Sha256, evidence: Sha256 })),
    /** Dates on which there is no run to choose. */
    without: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .date */ .p6()),
});
/** Reads what the file says. Throws a sentence where it is no sample of ours. */
function sampleIn(bytes) {
    const json = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(bytes);
    const sample = Sample.safeParse("trouble" in json ? null : json.value);
    if (sample.success)
        return sample.data;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${SAMPLE_NAME} does not follow its schema`, { cause: sample.error });
}
/** The seed that a nonce gives: nobody who does not know both beforehand can aim at it. */
function seedOf(head, nonce) {
    return (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${head}\n${nonce}`);
}
/** The runs that are chosen: those of the dates, or those whose digest with the seed is least. */
function chosen(runs, { head, chosenBy }) {
    if (chosenBy.kind === "dates") {
        return runs.filter(({ collectedAt }) => chosenBy.dates.includes(dayOf(collectedAt)));
    }
    const seed = seedOf(head, chosenBy.nonce);
    const lot = new Map(runs.map((run) => [run, (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${seed}\n${run.statement}`)]));
    return runs.toSorted((a, b) => ((lot.get(a) ?? "") < (lot.get(b) ?? "") ? -1 : 1)).slice(0, chosenBy.count);
}
/** The dates on which no run was collected. */
function datesWithout(runs, dates) {
    const days = new Set(runs.map(({ collectedAt }) => dayOf(collectedAt)));
    return dates.filter((date) => !days.has(date));
}
/** What the sample says that does not follow from the runs that are here: where, and a sentence. */
function sampleTroubles(sample, stream, runs) {
    const { chosenBy, head } = sample;
    const population = runs.filter(({ collected }) => collected !== null);
    const last = runs.at(-1)?.statement ?? "none";
    const sealed = chosen(population, sample).filter(({ isSealed }) => isSealed);
    const said = [
        ...(sample.stream === stream ? [] : [`is of stream ${sample.stream}, not of ${stream}`]),
        ...(head === last ? [] : [`names ${head} as the last statement, but that is ${last}`]),
        ...(sample.population === population.length
            ? []
            : [`was drawn from ${sample.population} runs, but ${population.length} are here`]),
        ...(chosenBy.kind === "nonce" && chosenBy.seed !== seedOf(head, chosenBy.nonce)
            ? ["has a seed that is not the sha256 of its last statement and the nonce"]
            : []),
    ];
    return [
        ...said.map((detail) => [SAMPLE_NAME, detail]),
        ...sealed.map(({ place }) => [place, "is chosen, but its evidence is not here"]),
    ];
}
/** What is different from what the auditor named, as a sentence; null where nothing is. */
function otherThanNamed({ chosenBy }, named) {
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
function chosenInWords({ chosenBy, without }) {
    const lacking = without.length === 0 ? "" : `; no run was collected on ${without.join(", ")}`;
    return chosenBy.kind === "dates"
        ? `chosen by the dates ${chosenBy.dates.join(", ")}${lacking}`
        : `${chosenBy.count} chosen by the nonce ${JSON.stringify(chosenBy.nonce)}${lacking}`;
}
function dayOf(collectedAt) {
    return (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .iso */ .KH)(collectedAt).slice(0, "2026-11-22".length);
}


/***/ }),

/***/ 69646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ claimedPayload),
  q: () => (/* binding */ signedBy)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/evidence/json.js
var json = __webpack_require__(92031);
// EXTERNAL MODULE: ./lib/verify/bundle.js
var bundle = __webpack_require__(54361);
// EXTERNAL MODULE: ./lib/verify/certificate.js
var certificate = __webpack_require__(82090);
// EXTERNAL MODULE: ./lib/verify/roots.js + 2 modules
var roots = __webpack_require__(96621);
// EXTERNAL MODULE: ./lib/verify/timestamps.js
var timestamps = __webpack_require__(4028);
;// CONCATENATED MODULE: ./lib/verify/witnesses.js

/** Looks at each timestamp; a wrong one is trouble whatever the others say. */
async function witnessesOf({ tokens, signature, entries }, roots) {
    const times = [];
    const proven = new Set();
    const unproven = [];
    for (const [index, token] of tokens.entries()) {
        const verdict = await (0,timestamps/* timeOf */.n)(token, { signature, roots });
        if (verdict.kind === "wrong")
            return { trouble: verdict.trouble };
        if (verdict.kind === "unknown")
            unproven.push(verdict.trouble);
        else {
            proven.add(index);
            times.push({ time: verdict.time, by: verdict.authority });
        }
    }
    const known = entries.filter(({ logId }) => roots.some(({ logs }) => logs.some(({ logID }) => logId !== undefined && logID.equals(logId.keyId))));
    return {
        times: inOrder(times),
        proven,
        unproven,
        entries: known,
        strange: entries.length - known.length,
    };
}
/** When the logs took the entries in, as they promised by signature. */
function logTimes(entries) {
    return inOrder(entries
        .filter(({ inclusionPromise }) => inclusionPromise !== undefined)
        .map(({ integratedTime }) => ({ time: new Date(Number(integratedTime) * 1000), by: "the log" })));
}
function inOrder(times) {
    return times.toSorted((a, b) => a.time.getTime() - b.time.getTime());
}

;// CONCATENATED MODULE: ./lib/verify/keyless.js



/** The workflow that signed, if a trusted authority certifies that it is the one whom the caller names. */
async function certifiedSigner(of, { trust, findings }) {
    if (trust.identity === undefined) {
        return findings.fails("signature", "the bundle is signed keyless, which a key cannot verify");
    }
    const certified = await (0,certificate/* certifiedBy */.h)(of.der);
    if (certified === null)
        return findings.fails("certificate", "the certificate cannot be read");
    const { identity, authority } = certified;
    if (identity === null)
        return findings.fails("certificate", "the certificate is not about one identity");
    const authorities = issuersOf(certified, trust.roots ?? []);
    if (authorities.length === 0)
        return unissued(certified, findings);
    if ("trouble" in of.witnesses)
        return findings.fails("time", of.witnesses.trouble);
    const { times, unproven, entries } = of.witnesses;
    const [unknown] = unproven;
    if (unknown !== undefined && times.length === 0 && logTimes(entries).length === 0) {
        return findings.unchecked("time", `${unknown}, without which a certificate that is valid for minutes is nothing`);
    }
    const trouble = await signatureTrouble(of.read, { authorities, witnesses: of.witnesses });
    if (trouble !== null)
        return findings.fails(trouble.check, trouble.sentence);
    findings.holds("signature", `signed with the certificate of ${identity}`);
    findings.holds("certificate", `issued by ${authority ?? "an unnamed authority"}, and valid when it was used`);
    const other = otherThan(trust.identity, certified);
    if (other !== null)
        return findings.fails("identity", other);
    findings.holds("identity", met(trust.identity));
    return { signedBy: identity, key: null, certified };
}
/** The authorities that the certificate may be of, by name; whether it is, the verifier says. */
function issuersOf({ certificate }, roots) {
    return roots
        .flatMap(({ certificateAuthorities }) => certificateAuthorities)
        .filter(({ authority }) => authority.certChain.some(({ subject }) => subject.equals(certificate.issuer)));
}
function unissued({ authority }, findings) {
    if (authority === roots/* GITHUB */.U0) {
        return findings.unchecked("certificate", `the certificate is of GitHub's own authority, for which no root was given; get one with: ${roots/* HOW_TO_GET_ROOTS */.CV}`);
    }
    return findings.fails("certificate", `no given root issued the certificate, which names ${authority ?? "nobody"}`);
}
/** Why the signature does not hold under any of the authorities; null when it does under one. */
async function signatureTrouble({ bundle }, of) {
    const { PolicyError, toSignedEntity, VerificationError } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    let trouble = DAMAGED;
    for (const { verifier } of of.authorities) {
        try {
            verifier.verify(trustedPart(toSignedEntity(bundle), of.witnesses));
            return null;
        }
        catch (error) {
            const code = error instanceof VerificationError || error instanceof PolicyError ? error.code : "";
            trouble = troubleOf(code, error instanceof Error ? error.message : "");
        }
    }
    return trouble;
}
/** The bundle without what nobody vouches for: it neither helps nor harms. */
function trustedPart(entity, { proven, entries }) {
    const tokens = entity.timestamps
        .filter(({ $case }) => $case === "timestamp-authority")
        .filter((_, index) => proven.has(index));
    const logged = entity.timestamps.filter((each) => each.$case === "transparency-log" && entries.includes(each.tlogEntry));
    return { ...entity, tlogEntries: [...entries], timestamps: [...tokens, ...logged] };
}
const DAMAGED = { check: "certificate", sentence: "the certificate cannot be used" };
function troubleOf(code, message) {
    if (code === "SIGNATURE_ERROR") {
        return { check: "signature", sentence: "the signature is wrong: the certified key did not sign this" };
    }
    if (code === "TIMESTAMP_ERROR") {
        return {
            check: "time",
            sentence: "no trusted time shows that the certificate, which is valid for minutes, was valid when it was used",
        };
    }
    if (code === "TLOG_ERROR") {
        return { check: "log", sentence: "the signature is in no log that the root of its certificate names" };
    }
    if (code.startsWith("TLOG")) {
        return {
            check: "log",
            sentence: "the log entry is not about this signature, or its log did not sign it",
        };
    }
    if (code !== "CERTIFICATE_ERROR")
        return DAMAGED;
    return {
        check: "certificate",
        sentence: message.includes("SCT")
            ? "the certificate is in no log of certificates that the root names"
            : "the certificate was not issued by the authority that it names, or was not valid when it was used",
    };
}
/** The first thing in which the certificate differs from whom the caller trusts; null when it is the same. */
function otherThan(trusted, certified) {
    const different = ASKED.find(([, name]) => trusted[name] !== null && trusted[name] !== certified[name]);
    if (different === undefined)
        return null;
    const [what, name] = different;
    return `the ${what} is ${certified[name] ?? "not in the certificate"}, not ${trusted[name] ?? ""}`;
}
function met(trusted) {
    const asked = ASKED.filter(([, name]) => trusted[name] !== null);
    return `as asked for: ${asked.map(([what, name]) => `${what} ${trusted[name] ?? ""}`).join(", ")}`;
}
const ASKED = [
    ["issuer", "issuer"],
    ["identity", "identity"],
    ["repository id", "repositoryId"],
    ["owner id", "ownerId"],
];

// EXTERNAL MODULE: ./lib/verify/sigstore.js
var sigstore = __webpack_require__(68951);
;// CONCATENATED MODULE: ./lib/verify/signature.js






/** Who signed the bundle, if it is one whom the caller trusts. Nothing of the payload is believed before that. */
async function signedBy(read, trust, findings) {
    const { signer, payload } = read;
    const witnesses = await witnessesOf(read, trust.roots ?? []);
    const found = signer.kind === "key"
        ? await keySigner({ read, named: signer.fingerprint }, { trust, findings })
        : await certifiedSigner({ read, der: signer.der, witnesses }, { trust, findings });
    if ("ok" in found)
        return found;
    if ("trouble" in witnesses)
        return findings.fails("time", witnesses.trouble);
    if (found.key !== null && witnesses.entries.length > 0) {
        const trouble = await logTrouble(read, { key: found.key, witnesses, trust });
        if (trouble !== null)
            return findings.fails("log", trouble);
    }
    if (witnesses.entries.length > 0)
        findings.holds("log", "the signature is in a log that a given root names");
    if (witnesses.strange > 0) {
        findings.remarks.push(`log entries not checked, because no given root names their log: ${witnesses.strange}`);
    }
    return {
        ...found,
        payload,
        reached: {
            signing: signer.kind === "key" ? "key" : "keyless",
            timestamp: read.tokens.length > 0,
            log: witnesses.entries.length > 0,
        },
        times: [...witnesses.times, ...logTimes(witnesses.entries)],
        unproven: witnesses.unproven,
    };
}
async function keySigner({ read, named }, { trust: { keys }, findings }) {
    if (keys.length === 0) {
        return findings.fails("signature", `the bundle is signed by the key ${named ?? "none"}, and no key was given`);
    }
    const signed = await authenticated(read);
    const isSigner = ({ key }) => isSignedBy(key, { signed, signature: read.signature });
    const signer = keys.find((each) => each.fingerprint === named && isSigner(each));
    if (signer !== undefined) {
        findings.holds("signature", `signed by the key ${signer.fingerprint}`);
        return { signedBy: signer.fingerprint, key: signer, certified: null };
    }
    return findings.fails("signature", wrongSigner({ named: named ?? "none", signer: keys.find(isSigner), keys }));
}
/** The bytes that a DSSE signature is over. */
async function authenticated({ bundle, payload }) {
    const { dsse } = await (0,sigstore/* sigstoreCore */.s)();
    return dsse.preAuthEncoding(bundle.content.dsseEnvelope.payloadType, payload);
}
function isSignedBy(key, { signed, signature }) {
    return (0,external_node_crypto_.verify)(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key, signature);
}
function wrongSigner(of) {
    const { named, signer, keys } = of;
    if (signer !== undefined)
        return `the bundle names the key ${named}, but ${signer.fingerprint} signed it`;
    const given = keys.map(({ fingerprint }) => fingerprint);
    return given.includes(named)
        ? `the signature is wrong: the key ${named} did not sign this`
        : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}
/** Why the log entries of a bundle that a key signed do not hold; null when they do. */
async function logTrouble({ bundle }, { key: { key }, witnesses, trust, }) {
    const { toSignedEntity, Verifier } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const tlogs = (trust.roots ?? []).flatMap(({ logs }) => logs);
    const material = { certificateAuthorities: [], timestampAuthorities: [], ctlogs: [], tlogs };
    const verifier = new Verifier({ ...material, publicKey: () => ({ publicKey: key, validFor: () => true }) }, { tlogThreshold: 1, ctlogThreshold: 0, timestampThreshold: 0 });
    try {
        verifier.verify({ ...toSignedEntity(bundle), timestamps: [], tlogEntries: [...witnesses.entries] });
        return null;
    }
    catch {
        // The library refuses a damaged entry with errors of every kind.
        return "the log entry is not about this signature, or its log did not sign it";
    }
}
/** What a bundle says of itself, not verified: for showing, never for judging. */
async function claimedPayload(bytes) {
    if (bytes === undefined)
        return null;
    const read = await (0,bundle/* bundleIn */.u)(bytes);
    // A damaged bundle says nothing; verify is where that is told.
    if ("trouble" in read)
        return null;
    const statement = (0,json/* readJson */.V)(read.payload);
    const { signer } = read;
    if ("trouble" in statement)
        return null;
    return { statement: statement.value, keyFingerprint: signer.kind === "key" ? signer.fingerprint : null };
}


/***/ }),

/***/ 99723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HI: () => (/* binding */ collecting),
  px: () => (/* binding */ slotStart),
  nK: () => (/* binding */ slotsOf)
});

// EXTERNAL MODULE: ./lib/evidence/moments.js + 1 modules
var moments = __webpack_require__(15420);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/run-summary.js + 1 modules
var run_summary = __webpack_require__(8306);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
;// CONCATENATED MODULE: ./lib/verify/schedule.js

/** Five fields, as GitHub takes them; anything else tells nothing. */
const FIELDS = /^(?:[\dA-Za-z*/,-]{1,40} ){4}[\dA-Za-z*/,-]{1,40}$/;
/** Reads schedules in cron form, in UTC, each once. */
class Schedules {
    #known = new Map();
    /** When the schedule first fires at or after the instant; null where it tells nothing. */
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

;// CONCATENATED MODULE: ./lib/verify/slots.js




const HOUR_MS = 3_600_000;
/** A run is late when it is later than this, or than half of its slot. */
const LATE_MS = 6 * HOUR_MS;
/** More than ten years of hours; a run of an absurd date must not make millions. */
const MOST_SLOTS = 100_000;
/** The beginning of the slot that holds the instant. */
function slotStart(at, cadence) {
    return Math.floor(at / moments/* CADENCE_MS */.Tp[cadence]) * moments/* CADENCE_MS */.Tp[cadence];
}
/** The runs that collected evidence, by time. */
function collecting(runs) {
    return runs.filter(isCollecting).toSorted((a, b) => a.collectedAt - b.collectedAt);
}
/**
 * Every slot of the period that was due: from the stream's first run on, under
 * the cadence then in force, as far as it is over or has a run. `runs` are all
 * that there are, by time.
 */
function slotsOf(runs, { period, gaps, now, }) {
    const schedules = new Schedules();
    const declared = gaps.flatMap(declaredBy);
    const slots = [];
    let at = 0;
    let schedule = scheduleOfSample(runs);
    // What is to come is due only where it has a run.
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
        // Where no run of a sample tells when runs were due, none is called late.
        const isUntold = fire === null && inside.some(({ isSealed }) => isSealed);
        const lateAfter = isUntold ? slot.to : due + Math.min(LATE_MS, (slot.to - slot.from) / 2);
        slots.push(judged(slot, { inside, declared, lateAfter }));
    }
    return slots;
}
/** Statements do not tell the schedule: in a sample, that of its first run holds from the beginning. */
function scheduleOfSample(runs) {
    if (!runs.some(({ isSealed }) => isSealed))
        return null;
    return runs.find(({ collected }) => collected.schedule !== null)?.collected.schedule ?? null;
}
/** The slots of the period. Throws where nobody could list them. */
function* boundedSpans(runs, period) {
    let count = 0;
    for (const span of spans(runs, period)) {
        count += 1;
        if (count > MOST_SLOTS) {
            const [first, last] = [runs[0]?.collectedAt ?? 0, runs.at(-1)?.collectedAt ?? 0];
            throw new failure/* Failure */.HR("unreadable", `the period holds more than ${MOST_SLOTS} slots: its runs are dated ${(0,run_summary/* iso */.KH)(first)} to ${(0,run_summary/* iso */.KH)(last)}`, { hint: "name a shorter period with --from and --to" });
        }
        yield span;
    }
}
/** The slots of the period. Where the cadence changes, the slot of either that holds the change counts. */
function* spans(runs, period) {
    const regimes = runs.filter(({ cadence }, index) => cadence !== runs[index - 1]?.cadence);
    for (const [index, { cadence, collectedAt }] of regimes.entries()) {
        const end = Math.min(period.to, regimes[index + 1]?.collectedAt ?? period.to);
        const length = moments/* CADENCE_MS */.Tp[cadence];
        for (let from = slotStart(Math.max(collectedAt, period.from), cadence); from < end; from += length)
            yield { from, to: from + length };
    }
}
function judged({ from, to }, { inside, declared, lateAfter, }) {
    const slot = (state, run, detail) => {
        return { from: (0,run_summary/* iso */.KH)(from), to: (0,run_summary/* iso */.KH)(to), state, run: run?.place ?? null, detail };
    };
    const best = (outcome) => inside.find(({ collected }) => collected.outcome === outcome);
    const complete = best("complete");
    if (complete !== undefined) {
        const { collectedAt } = complete;
        if (collectedAt <= lateAfter)
            return slot("met", complete, null);
        return slot("late", complete, `collected ${(0,run_summary/* iso */.KH)(collectedAt)}, late after ${(0,run_summary/* iso */.KH)(lateAfter)}`);
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
    return slot("missing", null, "no run, and nobody declared why");
}
function declaredBy(run) {
    const { gap } = run;
    if (gap === null)
        return [];
    const { from, to } = gap.range;
    return [{ run, gap, span: { from: Date.parse(from), to: Date.parse(to) } }];
}
function lacking({ collected, isSealed }) {
    if (isSealed)
        return "as its statement says; its evidence is not in the sample";
    return collected.items
        .filter(({ status }) => status !== "complete")
        .map(({ id, status, reason }) => `${id} ${status}${reason === null ? "" : ` (${reason})`}`)
        .join(", ");
}
function isCollecting(run) {
    return run.collected !== null;
}


/***/ }),

/***/ 57977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ll: () => (/* binding */ Listing),
/* harmony export */   mF: () => (/* binding */ isRunFolder),
/* harmony export */   pn: () => (/* binding */ lyingAt),
/* harmony export */   yb: () => (/* binding */ foundAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22322);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(357);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71957);
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6467);







const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Streams lie below `path` in a repository; deeper than this nobody puts them. */
const DEEPEST = 4;
/** A century of hourly runs; more entries are not ours, and listing them could exhaust the verifier. */
const MOST_ENTRIES = 2_000_000;
/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;
/** A year, a day and a run lie below a stream. */
const DEEPEST_RUN = DEEPEST + 3;
const RUN_FILES = new Set([_evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_3__/* .GAP_NAME */ .F, _evidence_files_js__WEBPACK_IMPORTED_MODULE_2__/* .BUNDLE_NAME */ .ft]);
const NOT_SEARCHED = new Set([".git", "node_modules"]);
/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", _sample_js__WEBPACK_IMPORTED_MODULE_6__/* .SAMPLE_NAME */ .pl]);
/** Tells a run folder, a stream and a repository apart by what they hold. No link is followed. */
async function lyingAt(asked) {
    const found = await foundAt(asked);
    if (found !== null)
        return found;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${asked} is neither a run folder nor a stream nor a repository of evidence`, {
        hint: "name a folder that holds evidence.json, a stream such as prod, or the repository of streams",
    });
}
/** The same, or null where the folder can be read and holds no evidence. */
async function foundAt(asked) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(asked);
    const listing = new Listing();
    const entries = await listing.of(root, asked);
    if (isRunFolder(entries)) {
        await refusePlanted(listing, { root, entries, asked });
        return { kind: "run" };
    }
    if (await isStream(listing, root, entries)) {
        const stream = await streamAt(listing, { root, at: root, sample: null });
        return { kind: "streams", streams: [stream], skipped: [] };
    }
    const sample = await sampleAt(root, entries);
    const { streams, skipped } = await streamsBelow(listing, { root, sample });
    return streams.length > 0 ? { kind: "streams", streams, skipped } : null;
}
/** One run holds no others: whoever puts its files above a stream would have that not looked at. */
async function refusePlanted(listing, { root, entries, asked, }) {
    const isAbove = async (at, inside, depth) => {
        if (await isStream(listing, at, inside))
            return true;
        for (const entry of inside) {
            if (!entry.isDirectory() || NOT_SEARCHED.has(entry.name))
                continue;
            const below = node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, entry.name);
            const held = await listing.of(below);
            if (isRunFolder(held) || (depth < DEEPEST_RUN && (await isAbove(below, held, depth + 1))))
                return true;
        }
        return false;
    };
    if (!(await isAbove(root, entries, 1)))
        return;
    const planted = entries.map(({ name }) => name).filter((name) => RUN_FILES.has(name));
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${asked} holds the files of a run (${planted.join(", ")}) and runs below it, so it is neither a run nor a stream`, { hint: "find out who put those files there; take them away to have the rest verified" });
}
/** The sample that the folder is; null where it is none. */
async function sampleAt(root, entries) {
    const entry = entries.find(({ name }) => name === _sample_js__WEBPACK_IMPORTED_MODULE_6__/* .SAMPLE_NAME */ .pl);
    if (entry === undefined)
        return null;
    if (!entry.isFile())
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${_sample_js__WEBPACK_IMPORTED_MODULE_6__/* .SAMPLE_NAME */ .pl} is no regular file`);
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, _sample_js__WEBPACK_IMPORTED_MODULE_6__/* .SAMPLE_NAME */ .pl);
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
    if (size > LARGEST_SAMPLE)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${_sample_js__WEBPACK_IMPORTED_MODULE_6__/* .SAMPLE_NAME */ .pl} is too large (${size} bytes)`);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_6__/* .sampleIn */ .YZ)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file));
}
/** Whether these are the entries of a run folder. */
function isRunFolder(entries) {
    return entries.some(({ name }) => RUN_FILES.has(name));
}
/** Lists folders, up to a number of entries in all. */
class Listing {
    #room = MOST_ENTRIES;
    /** The entries in the order of their names. Throws where the folder cannot be read. */
    async of(folder, name = node_path__WEBPACK_IMPORTED_MODULE_1__.basename(folder)) {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch((error) => {
            const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${name} cannot be read as a folder (${why})`, {
                hint: "name a run folder, a stream or a repository of evidence",
                cause: error,
            });
        });
        this.#room -= entries.length;
        if (this.#room < 0)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR("unreadable", `${name} lies in a tree larger than any evidence`);
        return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    }
}
async function isStream(listing, folder, entries) {
    for (const year of entries) {
        if (!year.isDirectory() || !YEAR.test(year.name))
            continue;
        if ((await listing.of(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, year.name))).some(({ name }) => DAY.test(name)))
            return true;
    }
    return false;
}
async function streamsBelow(listing, { root, sample }) {
    const streams = [];
    const skipped = [];
    const search = async (folder, depth) => {
        for (const entry of await listing.of(folder)) {
            const at = node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, entry.name);
            if (!entry.isDirectory() || NOT_SEARCHED.has(entry.name)) {
                if (!EXPECTED.has(entry.name))
                    skipped.push(node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, at));
                continue;
            }
            if (await isStream(listing, at, await listing.of(at)))
                streams.push(await streamAt(listing, { root, at, sample }));
            else if (depth < DEEPEST)
                await search(at, depth + 1);
            else
                skipped.push(node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, at));
        }
    };
    await search(root, 1);
    return { streams, skipped };
}
async function streamAt(listing, { root, at, sample }) {
    const found = { runs: new Array(), notFolders: new Array(), others: new Array() };
    for (const year of await sorted(listing, { at, below: "", belongs: YEAR, found })) {
        for (const day of await sorted(listing, { at, below: year, belongs: DAY, found })) {
            found.runs.push(...(await sorted(listing, { at, below: day, belongs: /^[^.]/, found })));
        }
    }
    const name = node_path__WEBPACK_IMPORTED_MODULE_1__.basename(at);
    if (!_evidence_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .StreamName */ .iN.safeParse(name).success)
        found.others.push(`the name of the stream, ${name}`);
    return { name, path: at, folder: node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, at) || ".", ...found, sample };
}
/** The folders that belong below one of a stream's; what else is there is noted. */
async function sorted(listing, { at, below, belongs, found, }) {
    const folders = [];
    for (const entry of await listing.of(node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, below))) {
        const place = below === "" ? entry.name : `${below}/${entry.name}`;
        if (!belongs.test(entry.name))
            found.others.push(place);
        else if (entry.isDirectory())
            folders.push(place);
        else if (entry.isFile())
            found.others.push(place);
        else
            found.notFolders.push(place);
    }
    return folders;
}


/***/ }),

/***/ 62319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ judged)
});

// EXTERNAL MODULE: ./lib/verify/run-summary.js + 1 modules
var run_summary = __webpack_require__(8306);
;// CONCATENATED MODULE: ./lib/verify/chain.js

/** Two runs that race may swap by less: a run lasts no longer than its deadline may be. */
const LONGEST_RUN_MS = 6 * 3_600_000;
/** Timestamp authorities may differ by so much. */
const CLOCKS_MS = 2 * 60_000;
/**
 * Follows every run to the one that it names as its predecessor. The runs are
 * genuine each by itself; here only what lies between them is judged.
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
    /** Statements that stood for a missing number; none stands for two. */
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
            this.#judge(run, lower);
        }
        return { problems: this.#problems, remarks: this.#remarks };
    }
    #judge(run, lower) {
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
        const why = `the chain was begun anew (${run.restart?.code}: ${run.restart?.message})`;
        if (this.#earliest < run.collectedAt)
            this.#problem("restart", run, `${why}, so nothing shows that no run before it was removed`);
        else
            this.#remarks.push(`${called(run)}: ${why}; no earlier run is here`);
    }
    #begins(run) {
        if (run.sequence !== 1) {
            this.#problem("broken-link", run, `is number ${run.sequence} but names no predecessor and no reason`);
        }
        else
            this.#first(run);
    }
    /** A chain begins once. */
    #first(run) {
        if (this.#beginning === null)
            this.#beginning = run;
        else
            this.#problem("fork", run, `is a second beginning of the chain beside ${called(this.#beginning)}`);
    }
    #orphaned(run, lower) {
        if (lower === null) {
            this.#first(run);
            this.#remarks.push(`the runs before number ${run.sequence} are not here, so nothing is said of them`);
            return;
        }
        const missing = run.sequence - lower.sequence - 1;
        if (missing === 0) {
            const names = `names the statement ${run.previous?.statement} as its predecessor`;
            this.#problem("broken-link", run, `${names}, but ${called(lower)} has the statement ${lower.statement}`);
            return;
        }
        const numbers = missing === 1 ? `number ${run.sequence - 1}` : `numbers ${lower.sequence + 1} to ${run.sequence - 1}`;
        if (this.#isExcused(run, { lower, missing })) {
            this.#remarks.push(`${numbers} of the chain ${missing === 1 ? "is" : "are"} here, but could not be checked`);
            return;
        }
        this.#problem("missing-run", run, `is number ${run.sequence}, but after ${called(lower)} ${numbers} of the chain ${missing === 1 ? "is" : "are"} missing`, lower);
    }
    /**
     * Whether what seems to be missing is here, well signed, and could only not be
     * checked: the run names the last of it, and no statement stands for two. What
     * did not verify may be anything, so it excuses nothing.
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
            const earlier = `was collected ${(0,run_summary/* iso */.KH)(collectedAt)}, before a run that stands earlier in the chain`;
            this.#problem("order", run, `${earlier} (${(0,run_summary/* iso */.KH)(latest.collectedAt)})`);
        }
        if (signedAt !== null) {
            const before = latest?.signedAt ?? null;
            if (before !== null && signedAt < before - CLOCKS_MS) {
                this.#problem("time", run, `was signed ${(0,run_summary/* iso */.KH)(signedAt)} by trusted time, before its predecessor (${(0,run_summary/* iso */.KH)(before)})`);
            }
        }
        this.#latest.set(run.statement, {
            collectedAt: Math.max(collectedAt, latest?.collectedAt ?? collectedAt),
            signedAt: signedAt ?? latest?.signedAt ?? null,
        });
    }
    #problem(code, run, detail, since = run) {
        const [from, to] = [since.collectedAt, run.collectedAt].toSorted((a, b) => a - b);
        this.#problems.push({
            code,
            run: run.place,
            sequence: run.sequence,
            detail,
            touches: { from: (0,run_summary/* iso */.KH)(from ?? run.collectedAt), to: (0,run_summary/* iso */.KH)(to ?? run.collectedAt) },
        });
    }
}
function isChained(run) {
    return run.sequence !== null;
}
function called({ sequence, place }) {
    return `number ${sequence} (${place})`;
}

;// CONCATENATED MODULE: ./lib/verify/coverage.js
/** What of the period lies in none of the windows. */
function uncovered(windows, period) {
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

// EXTERNAL MODULE: ./lib/verify/period-range.js
var period_range = __webpack_require__(1360);
;// CONCATENATED MODULE: ./lib/verify/figures.js


/** When a value changed over the runs, which are in order of time. */
function changesOf(runs, valueOf) {
    const list = [];
    for (const run of runs) {
        const value = valueOf(run);
        if (value === null)
            continue;
        const last = list.at(-1);
        if (last?.value === value)
            last.runs += 1;
        else
            list.push({ value, from: (0,run_summary/* iso */.KH)(run.collectedAt), runs: 1 });
    }
    return list;
}
/** How each item fared. */
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
/** The gaps that somebody declared, as far as they touch the period. */
function declarations(gaps, period) {
    return gaps.flatMap((run) => {
        if (run.gap === null || !(0,period_range/* touches */.yI)(period, run.gap.range))
            return [];
        const { range, cause, ticket, role } = run.gap;
        return [{ ...(0,run_summary/* named */.KT)(run), range, cause, ticket, role }];
    });
}

;// CONCATENATED MODULE: ./lib/verify/membership.js

/** What does not belong where it lies: each run by itself is genuine. */
function membershipProblems(name, runs) {
    const [first] = runs;
    const owner = runs.find(({ organization }) => organization !== null)?.organization ?? null;
    const seen = new Map();
    return runs.flatMap((run) => {
        const twin = seen.get(run.identity);
        if (twin === undefined)
            seen.set(run.identity, run);
        return [
            ...(run.place === run.dictated
                ? []
                : [problem("wrong-folder", run, `lies in ${run.place} but belongs in ${run.dictated}`)]),
            ...(run.stream === name
                ? []
                : [problem("other-stream", run, `belongs to stream ${run.stream}, not to ${name}`)]),
            ...(first === undefined || run.site === first.site
                ? []
                : [
                    problem("other-stream", run, `is of the site ${run.site}, but the stream began with ${first.site}`),
                ]),
            ...(run.organization === null || run.organization === owner
                ? []
                : [
                    problem("other-stream", run, `is of the organisation ${run.organization}, but the stream began with ${owner}`),
                ]),
            ...(twin === undefined
                ? []
                : [problem("duplicate", run, `has the run id and attempt of ${twin.place}: one run is here twice`)]),
        ];
    });
}
function problem(code, run, detail) {
    const at = (0,run_summary/* iso */.KH)(run.collectedAt);
    return { code, run: run.place, sequence: run.sequence, detail, touches: { from: at, to: at } };
}

;// CONCATENATED MODULE: ./lib/verify/not-proven.js
/**
 * What the files alone cannot show, in words. It stands on every page: who
 * reads only that all is well shall read this too.
 */
function notProven(runs, witnessed) {
    const untimed = runs.filter(({ signedAt }) => signedAt === null).length;
    const notChained = runs.filter(({ sequence }) => sequence === null).length;
    const of = (count, none, some) => count === runs.length ? none : `${count} of ${runs.length} runs ${some}`;
    const sealed = runs.filter(({ isSealed }) => isSealed).length;
    return [
        ...(sealed === 0
            ? []
            : [
                `of ${sealed} of ${runs.length} runs only what was signed is here: their evidence is not in the sample and was not checked`,
            ]),
        ...withoutCopies(runs.length, witnessed),
        ...(untimed === 0
            ? []
            : [
                `${of(untimed, "no run carries a", "carry no")} trusted timestamp: the holder of the key could have dated them back`,
            ]),
        ...(notChained === 0
            ? []
            : [`${of(notChained, "no run is", "are not")} chained: a deleted run would not be noticed`]),
    ];
}
function withoutCopies(runs, witnessed) {
    if (witnessed === null) {
        return [
            "no independent copy was compared (--witness): a history that the holder of the key wrote anew, or whose end was cut off, would look the same",
        ];
    }
    if (witnessed >= runs)
        return [];
    return [
        `${runs - witnessed} of ${runs} runs have no independent copy: written anew by the holder of the key they would look the same`,
    ];
}

// EXTERNAL MODULE: ./lib/verify/period-verdict.js
var period_verdict = __webpack_require__(20884);
// EXTERNAL MODULE: ./lib/verify/sample.js
var verify_sample = __webpack_require__(6467);
// EXTERNAL MODULE: ./lib/verify/slots.js + 1 modules
var verify_slots = __webpack_require__(99723);
// EXTERNAL MODULE: ./lib/verify/witness.js
var verify_witness = __webpack_require__(13262);
;// CONCATENATED MODULE: ./lib/verify/stream-verdict.js











/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
function judged(stream, { runs: each, copies, asked: said, named: wish = null, now }) {
    const { sample } = stream;
    const asked = sample === null ? said : within(said, sample.period);
    const runs = each.genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
    const withEvidence = (0,verify_slots/* collecting */.HI)(runs);
    const newest = withEvidence.at(-1);
    // Where nobody names its ends, the period holds every run that is known of: a copy may prove one that is gone.
    const period = (0,period_range/* periodOf */.jH)((0,verify_slots/* collecting */.HI)([...runs, ...(copies ?? [])]), asked, now);
    const isInside = ({ collectedAt }) => (0,period_range/* touches */.yI)(period, at(collectedAt));
    const inside = runs.filter(isInside);
    const [first, last] = [inside[0], inside.at(-1)];
    const chain = chainFindings(runs, each.doubtful);
    const witness = copies === null ? null : (0,verify_witness/* compared */.mU)(runs, { copies, doubtful: each.doubtful, isInside });
    const everything = [
        ...each.problems,
        ...membershipProblems(stream.name, runs),
        ...chain.problems,
        ...(witness?.problems ?? []),
        ...(sample === null ? [] : sampleProblems(sample, { stream: stream.name, runs, wish })),
    ].toSorted(byFirst);
    // Only an end that somebody named excludes anything: what did not verify may lie after the last run that did.
    const limits = { from: asked.from ?? -Infinity, to: asked.to ?? Infinity };
    const problems = everything.filter((problem) => (0,period_range/* touches */.yI)(limits, problem.touches));
    const unchecked = each.unchecked.filter((one) => (0,period_range/* touches */.yI)(limits, one.touches));
    const gaps = runs.filter(({ gap }) => gap !== null);
    const slots = period === null ? [] : (0,verify_slots/* slotsOf */.nK)(withEvidence, { period, gaps, now });
    const slotFiguresOf = slotFigures(slots);
    const counts = runFigures(inside);
    const declared = declarations(gaps, period);
    const signedLate = inside.filter(({ isSignedLate }) => isSignedLate);
    const lacking = [
        counts.partial,
        counts.failed,
        counts.declarations,
        declared.length,
        slotFiguresOf.partial,
        slotFiguresOf.failed,
        slotFiguresOf.missing,
        slotFiguresOf.declared,
        signedLate.length,
    ];
    // Whoever takes evidence away could call the rest a sample; only whoever named it knows.
    const isUnconfirmed = sample !== null && wish === null;
    const isExplained = counts.declarations > 0 || declared.length > 0;
    const isNothing = (0,verify_slots/* collecting */.HI)(inside).length === 0 && slots.length === 0 && !isExplained;
    return {
        stream: stream.name,
        site: runs[0]?.site ?? null,
        folder: stream.folder,
        exitCode: (0,period_verdict/* worst */.QZ)([
            problems.length > 0 ? 1 : 0,
            unchecked.length > 0 || isNothing ? 2 : 0,
            isUnconfirmed || lacking.some((count) => count > 0) ? 3 : 0,
        ]),
        period: period && windowOf(period),
        runs: { found: stream.runs.length, ...counts },
        first: first === undefined ? null : (0,run_summary/* named */.KT)(first),
        last: last === undefined ? null : (0,run_summary/* named */.KT)(last),
        newest: newest?.collected.validUntil == null
            ? null
            : { ...(0,run_summary/* named */.KT)(newest), validUntil: newest.collected.validUntil },
        chain: chainFigures(inside),
        cadences: changesOf(inside, ({ cadence }) => cadence),
        slots: slotFiguresOf,
        slotList: slots,
        uncovered: sample === null ? uncoveredOf(withEvidence, period, now).map(windowOf) : [],
        items: itemFigures(inside),
        collectors: changesOf(inside, ({ collected }) => collected?.collector ?? null),
        mappings: changesOf(inside, ({ collected }) => collected?.mapping ?? null),
        rules: changesOf(inside, ({ collected }) => collected?.rules ?? null),
        signers: changesOf(inside, ({ signedBy }) => signedBy),
        timed: inside.filter(({ signedAt }) => signedAt !== null).length,
        signedLate: signedLate.map(namedLate),
        declarations: declared,
        changes: inside.flatMap((run) => run.notable.map((change) => ({ run: run.place, collectedAt: (0,run_summary/* iso */.KH)(run.collectedAt), ...change }))),
        witness: witness?.figures ?? null,
        sample: sample === null ? null : sampleFigures(sample, inside),
        problems,
        unchecked,
        outside: everything.filter((problem) => !(0,period_range/* touches */.yI)(limits, problem.touches)),
        remarks: [
            ...(isNothing ? ["no run lies in the period and none was due, so nothing of it can be shown"] : []),
            ...each.remarks,
            ...chain.remarks,
            ...aboutEnds(withEvidence, { asked, now }),
            ...(isUnconfirmed
                ? ["whether this is the sample that was asked for is not shown: name its --dates or --nonce"]
                : []),
        ],
        notProven: notProven(inside, witness?.figures.same ?? null),
    };
}
/** The period that was asked for, where it was; a sample holds no more than its own. */
function within(asked, { from, to }) {
    return { from: asked.from ?? Date.parse(from), to: asked.to ?? Date.parse(to) };
}
function sampleProblems(sample, { stream, runs, wish, }) {
    const other = wish === null ? null : (0,verify_sample/* otherThanNamed */.J$)(sample, wish);
    const troubles = [
        ...(other === null ? [] : [[verify_sample/* SAMPLE_NAME */.pl, other]]),
        ...(0,verify_sample/* sampleTroubles */.X8)(sample, stream, runs),
    ];
    return troubles.map(([run, detail]) => ({
        code: "sample",
        run,
        sequence: null,
        detail,
        touches: null,
    }));
}
function sampleFigures(sample, runs) {
    const withEvidence = runs.filter(({ collected, isSealed }) => collected !== null && !isSealed);
    const all = runs.filter(({ collected }) => collected !== null);
    return { runs: withEvidence.length, of: all.length, chosen: (0,verify_sample/* chosenInWords */.$z)(sample) };
}
function namedLate(run) {
    return { ...(0,run_summary/* named */.KT)(run), signedAt: run.signedAt === null ? null : (0,run_summary/* iso */.KH)(run.signedAt) };
}
/** The one that shows first in time; where nothing tells the time, first of all. */
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
        restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...(0,run_summary/* named */.KT)(run), reason: run.restart }])),
    };
}
function uncoveredOf(runs, period, now) {
    const [first] = runs;
    if (period === null || first === undefined)
        return [];
    // Before the first run nothing was due, and what is to come nobody can have looked at.
    const from = Math.max(period.from, (0,verify_slots/* slotStart */.px)(first.collectedAt, first.cadence));
    const to = Math.min(period.to, now);
    const windows = runs.flatMap(({ collected }) => (collected.window === null ? [] : [collected.window]));
    return from < to ? uncovered(windows, { from, to }) : [];
}
const HOUR_MS = 3_600_000;
function aboutEnds(runs, { asked, now }) {
    const first = runs[0];
    const last = runs.at(-1);
    if (first === undefined || last === undefined)
        return [];
    const hours = Math.max(0, Math.floor((now - last.collectedAt) / HOUR_MS));
    const age = hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
    return [
        ...(asked.from !== null && asked.from < (0,verify_slots/* slotStart */.px)(first.collectedAt, first.cadence)
            ? [aboutBeginning(first)]
            : []),
        ...(asked.to === null ? [`without --to the period ends with the last run, which is ${age} old`] : []),
        ...(asked.to !== null && asked.to > now
            ? ["the period is not over; what is to come is not due yet"]
            : []),
    ];
}
function aboutBeginning({ collectedAt, sequence }) {
    const first = `before the first run that is here, ${(0,run_summary/* iso */.KH)(collectedAt)},`;
    return sequence === null || sequence === 1
        ? `${first} no slot was due`
        : `${first} slots are not known: it is number ${sequence}, and the runs before it are not here`;
}
function at(ms) {
    return windowOf({ from: ms, to: ms });
}
function windowOf({ from, to }) {
    return { from: (0,run_summary/* iso */.KH)(from), to: (0,run_summary/* iso */.KH)(to) };
}


/***/ }),

/***/ 39524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ verifyRun)
});

// EXTERNAL MODULE: ./lib/attest/statement.js
var attest_statement = __webpack_require__(98316);
// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/json.js
var json = __webpack_require__(92031);
// EXTERNAL MODULE: ./lib/evidence/reassembly.js
var reassembly = __webpack_require__(74452);
// EXTERNAL MODULE: ./lib/evidence/contradictions.js
var contradictions = __webpack_require__(291);
// EXTERNAL MODULE: ./lib/evidence/moments.js + 1 modules
var moments = __webpack_require__(15420);
// EXTERNAL MODULE: ./lib/evidence/completeness.js
var completeness = __webpack_require__(26229);
// EXTERNAL MODULE: ./lib/evidence/monitor-record.js
var monitor_record = __webpack_require__(14569);
;// CONCATENATED MODULE: ./lib/evidence/recount.js



/**
 * The first number or record of the evidence that its ledger and its records do
 * not bear out, as a sentence; null when all follow. The records must be whole:
 * those that moved to files of their own, put back.
 */
function miscountIn({ items }) {
    for (const item of items) {
        const against = againstLedger(item) ?? againstRecords(item);
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
/** Pages say what was received, checks what was kept of it, and grades which checks there were. */
function againstLedger({ collection, records }) {
    const { status, grade, requests, received, unique, sourceTotal, checks } = collection;
    const carried = requests.flatMap(({ pages }) => pages).reduce((sum, { items }) => sum + items, 0);
    if (carried !== received)
        return `received ${received} records, but its pages carried ${carried}`;
    const read = checks.find(({ name }) => name === completeness/* READ_TO_END */.Zu);
    const kept = checks.find(({ name }) => name === completeness/* KEPT */.t0);
    if (read === undefined || kept === undefined)
        return "lacks the checks by which it would be complete";
    if (read.actual > requests.filter(({ drained }) => drained).length) {
        return "counts more requests as read to their end than its ledger does";
    }
    if (kept.expected > received)
        return `has ${kept.expected} different records, yet received ${received}`;
    const excluded = kept.expected - unique;
    if (excluded < 0 || kept.actual - excluded !== records.length) {
        return `accounts for ${kept.actual - excluded} records, but has ${records.length}`;
    }
    if (status === "failed" && received > 0)
        return `is failed, yet received ${received} records`;
    if (status !== "complete")
        return null;
    if (read.expected === 0)
        return "is complete, yet nothing was read";
    return (grade === "reconciled") === (sourceTotal !== null)
        ? null
        : `is ${grade ?? "not graded"}, yet the source gave ${sourceTotal === null ? "no" : "a"} number`;
}
function againstRecords(item) {
    const records = [...item.records];
    if (new Set(records.map(({ id }) => id)).size < records.length)
        return "has a record twice";
    const sorted = (0,canonical/* inOrder */.al)(records);
    if (records.some((record, index) => record !== sorted[index]))
        return "has records out of order";
    if (item.id !== "compliance-monitors")
        return null;
    const misjudged = item.records.values().find(({ state, verdict }) => verdict !== (0,monitor_record/* verdictOf */.V)(state));
    return misjudged === undefined
        ? null
        : `has monitor ${misjudged.id} in state ${misjudged.state} as ${misjudged.verdict}`;
}

// EXTERNAL MODULE: ./lib/evidence/states.js
var states = __webpack_require__(88351);
;// CONCATENATED MODULE: ./lib/evidence/rules.js




const NONE_MOVED = new Set();
/**
 * Every version of the rules under which evidence was ever published. A change
 * of `states.ts`, `completeness.ts` or `moments.ts` that judges the same records differently
 * is a new version: it gets a copy of those files under its own number, and
 * the old ones stay, so that old evidence is derived by the rules of its day.
 */
const PUBLISHED = new Map([
    [
        states/* RULES */.y0,
        (evidence) => (0,contradictions/* contradictionIn */.V)(evidence, NONE_MOVED) ?? miscountIn(evidence) ?? (0,moments/* untimelyIn */.H4)(evidence),
    ],
]);
/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
function derivedAgain(evidence) {
    const rules = PUBLISHED.get(evidence.rules);
    return rules === undefined ? { isKnown: false } : { isKnown: true, trouble: rules(evidence) };
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/controls/catalogue.js
var catalogue = __webpack_require__(67983);
// EXTERNAL MODULE: ./lib/evidence/same.js
var same = __webpack_require__(26207);
;// CONCATENATED MODULE: ./lib/verify/about-mapping.js


/** Whether the controls are those of the mapping that the evidence names, as it was published. Null when they are. */
function aboutMapping({ mapping, items }, findings) {
    const published = (0,catalogue/* publishedMapping */.h_)(mapping.version);
    if (published === null) {
        findings.remarks.push(`the mapping ${mapping.version} is not known here, so what the items support is as written`);
        return null;
    }
    if (published.sha256 !== mapping.sha256) {
        return findings.fails("mapping", `the mapping ${mapping.version} was published with sha256 ${published.sha256}, not ${mapping.sha256}`);
    }
    const other = items.find((item) => !(0,same/* isSame */.F)(item.controls, controlsIn(item)));
    if (other !== undefined) {
        return findings.fails("mapping", `${other.id} claims controls that the mapping ${mapping.version} does not`);
    }
    findings.holds("mapping", `the controls are those of the mapping ${mapping.version}, by its sha256`);
    return null;
}
function controlsIn(item) {
    const watchesClock = item.id === "compliance-monitors" && item.records.values().some((each) => each.watchesClock);
    return (0,catalogue/* controlsOf */.ux)(item.id, { watchesClock });
}

;// CONCATENATED MODULE: ./lib/verify/verdict.js
/** In the order in which they are made. */
const CHECKS = (/* unused pure expression or super */ null && ([
    "bundle",
    "signature",
    "certificate",
    "identity",
    "log",
    "statement",
    "time",
    "key",
    "subjects",
    "evidence",
    "agreement",
    "derivation",
    "mapping",
    "run",
    "folder",
    "promises",
]));
/** Notes what holds and what fails, in order. */
class Findings {
    list = [];
    remarks = [];
    /** `sha256` of the statement, once its signature holds. */
    statement = null;
    holds(check, detail) {
        this.list.push({ check, ok: true, detail });
    }
    /** The first failure ends the check of a run. */
    fails(check, detail) {
        this.list.push({ check, ok: false, detail });
        return { ok: false, isUnchecked: false };
    }
    /** What cannot be decided here is no forgery, and not genuine either. */
    unchecked(check, detail) {
        this.list.push({ check, ok: false, detail });
        return { ok: false, isUnchecked: true };
    }
    unknown(check, detail) {
        return this.unchecked(check, `${detail}; a newer version may`);
    }
}
/** Whether the value names a type, and none of those that are known. */
function isOther(value, member, known) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return false;
    const said = Object.entries(value).find(([name]) => name === member)?.[1];
    return typeof said === "string" && !known.includes(said);
}
/** The first problem that a schema found, as a sentence. */
function problem(issues) {
    const [first] = issues;
    if (first === undefined)
        return "unknown";
    return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}
/** Compares what the statement says with what the file says; null when all of it agrees. */
function disagreementOf(pairs, where) {
    const different = pairs.find(([, said, found]) => said !== found);
    if (different === undefined)
        return null;
    const [what, said, found] = different;
    return `${what} is ${said} in the statement but ${found} in the ${where}`;
}

;// CONCATENATED MODULE: ./lib/verify/about-evidence.js







/** Whether the evidence follows its schema, the statement and itself. Its digest is as signed already. */
function aboutEvidence(statement, folder, findings) {
    const file = (0,json/* readJson */.V)(folder.files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? Buffer.alloc(0));
    if ("trouble" in file)
        return findings.fails("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} ${file.trouble}`);
    if (isOther(file.value, "schema", [schema/* Evidence */.of.shape.schema.value])) {
        return findings.unknown("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} follows a schema that this version cannot check`);
    }
    const read = schema/* Evidence */.of.safeParse(file.value);
    if (!read.success) {
        return findings.fails("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} does not follow its schema: ${problem(read.error.issues)}`);
    }
    const whole = wholeOf(statement, folder, read.data);
    if ("trouble" in whole)
        return findings.fails("evidence", whole.trouble);
    const { evidence } = whole;
    findings.holds("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} follows ${evidence.schema}`);
    const against = againstStatement(statement, evidence);
    if (against !== null)
        return findings.fails("agreement", against);
    findings.holds("agreement", "statement and evidence name the same stream, time, run and outcome");
    const derived = derivedAgain(evidence);
    if (!derived.isKnown) {
        findings.remarks.push(`not derived again: version ${evidence.rules} of the rules is not known here, so counts and states are as written`);
    }
    else if (derived.trouble !== null) {
        return findings.fails("derivation", derived.trouble);
    }
    else {
        findings.holds("derivation", `counts, states, grades and outcome follow from the records, by version ${evidence.rules} of the rules`);
    }
    return aboutMapping(evidence, findings) ?? { ok: true, evidence, gap: null };
}
/** The evidence with records that moved to signed files of their own; most have none, and need no second reading. */
function wholeOf({ subject }, { files }, evidence) {
    const signed = subject.flatMap(({ name }) => {
        const bytes = name === evidence_files/* EVIDENCE_NAME */.wm ? undefined : files.get(name);
        return bytes === undefined ? [] : [[name, bytes]];
    });
    return signed.length === 0 ? { evidence } : (0,reassembly/* withRecords */.l)(evidence, new Map(signed));
}
function againstStatement({ predicate }, evidence) {
    return disagreementOf([
        ["stream", predicate.stream.name, evidence.stream.name],
        ["site", predicate.stream.site, evidence.source.site],
        ["cadence", predicate.cadence, evidence.stream.cadence],
        ["collectedAt", predicate.collectedAt, evidence.collectedAt],
        ["outcome", predicate.outcome, evidence.outcome],
        ["run.id", predicate.run.id, evidence.run.id],
        ["run.attempt", predicate.run.attempt, evidence.run.attempt],
    ], "evidence");
}

;// CONCATENATED MODULE: ./lib/verify/about-gap.js



/** Whether the declaration of a gap follows its schema and the statement. Its digest is as signed already. */
function aboutGap({ predicate }, folder, findings) {
    const file = (0,json/* readJson */.V)(folder.files.get(evidence_gap/* GAP_NAME */.F) ?? Buffer.alloc(0));
    if ("trouble" in file)
        return findings.fails("evidence", `${evidence_gap/* GAP_NAME */.F} ${file.trouble}`);
    if (isOther(file.value, "schema", [evidence_gap/* Gap */.X.shape.schema.value])) {
        return findings.unknown("evidence", `${evidence_gap/* GAP_NAME */.F} follows a schema that this version cannot check`);
    }
    const gap = evidence_gap/* Gap */.X.safeParse(file.value);
    if (!gap.success) {
        return findings.fails("evidence", `${evidence_gap/* GAP_NAME */.F} does not follow its schema: ${problem(gap.error.issues)}`);
    }
    findings.holds("evidence", `${evidence_gap/* GAP_NAME */.F} follows ${gap.data.schema}`);
    const { stream, declaredAt, run, range } = gap.data;
    const against = disagreementOf([
        ["stream", predicate.stream.name, stream.name],
        ["site", predicate.stream.site, stream.site],
        ["cadence", predicate.cadence, stream.cadence],
        ["collectedAt", predicate.collectedAt, declaredAt],
        ["run.id", predicate.run.id, run.id],
        ["run.attempt", predicate.run.attempt, run.attempt],
    ], "declaration");
    if (against !== null)
        return findings.fails("agreement", against);
    if (Date.parse(range.from) >= Date.parse(range.to)) {
        return findings.fails("agreement", `the declared gap ends before it begins: ${range.from} to ${range.to}`);
    }
    if (Date.parse(range.to) > Date.parse(declaredAt)) {
        return findings.fails("agreement", `the gap was declared at ${declaredAt}, before its end at ${range.to}: nobody knows yet what will be missing`);
    }
    findings.holds("agreement", "statement and declaration name the same stream, time and run");
    return { ok: true, evidence: null, gap: gap.data };
}

;// CONCATENATED MODULE: ./lib/verify/about-promises.js
/** Whether all was reached that the statement promises about how it is signed. More is no reproach. */
function aboutPromises(promised, reached, findings) {
    const missing = PARTS.filter((part) => promised[part] && !reached[part]);
    if (promised.signing !== reached.signing || missing.length > 0) {
        return findings.fails("promises", `promised ${named(promised)}, of which only ${named(reached)} was reached`);
    }
    findings.holds("promises", `promised and reached: ${named(promised)}`);
    for (const part of PARTS) {
        if (reached[part] && !promised[part])
            findings.remarks.push(`reached without being promised: ${WORDS[part]}`);
    }
    if (promised.reason !== undefined) {
        findings.remarks.push(`promised with a reason: ${promised.reason.message} (${promised.reason.code})`);
    }
    return null;
}
const PARTS = ["timestamp", "log"];
const WORDS = { timestamp: "a timestamp", log: "an entry in a transparency log" };
function named(assurance) {
    const parts = PARTS.filter((part) => assurance[part]).map((part) => WORDS[part]);
    return [`signing ${assurance.signing}`, ...parts].join(", ");
}

;// CONCATENATED MODULE: ./lib/verify/about-run.js

/** Whether the workflow that the certificate is about is the run that collected, or that declared the gap. Null when it is. */
function aboutRun({ repositoryId, run: url }, of, findings) {
    const { run, assurance } = of.predicate;
    const github = of.named?.github ?? null;
    if (github !== null && repositoryId !== github.repositoryId) {
        return findings.fails("run", `the certificate is of repository ${repositoryId ?? "none"}, but the run is said to be of ${github.repositoryId}`);
    }
    const isNumbered = /^\d+$/.test(run.id);
    if (github !== null && !(isNumbered && github.url.endsWith(`/actions/runs/${run.id}`))) {
        return findings.fails("run", `the run ${run.id} is said to be ${github.url}, which has another number`);
    }
    if (!isNumbered) {
        findings.remarks.push(`the run ${run.id} is not one of GitHub, so the certificate's was not compared`);
        return null;
    }
    const expected = `/actions/runs/${run.id}/attempts/${run.attempt}`;
    const isSame = github === null ? url?.endsWith(expected) === true : url === `${github.url}/attempts/${run.attempt}`;
    if (isSame) {
        findings.holds("run", `the certificate is of the run that collected: ${url ?? ""}`);
        return null;
    }
    const difference = `the certificate is of the run ${url ?? "none"}, not of ${expected}`;
    // Only who signs what was left unsigned does so in another run than the one that collected.
    if (assurance.reason?.code !== attest_statement/* SIGNED_LATE */.Gb)
        return findings.fails("run", difference);
    findings.remarks.push(`${difference}: ${assurance.reason.message}`);
    return null;
}

;// CONCATENATED MODULE: ./lib/verify/key-window.js
/**
 * Why the key may not have signed then, as a sentence; null where it may. Only a
 * trusted time shows that a signature is older than the end of its key: whoever
 * holds a key can date back, so a key that has ended proves nothing by itself.
 */
function keyTrouble({ fingerprint, window }, { proven, claimed }, now) {
    if (window === undefined)
        return null;
    const { notBefore, notAfter, revokedAt } = window;
    const key = `the key ${fingerprint}`;
    if (proven === null) {
        if (revokedAt !== null && revokedAt <= now) {
            return `${key} was revoked at ${iso(revokedAt)}, and no trusted time shows that it signed before`;
        }
        if (notAfter !== null && notAfter < now) {
            return `${key} ended at ${iso(notAfter)}, and no trusted time shows that it signed before`;
        }
    }
    const at = proven ?? claimed;
    const when = `${proven === null ? "which claims" : "which was signed at"} ${iso(at)}`;
    if (revokedAt !== null && at >= revokedAt)
        return `${key} was revoked at ${iso(revokedAt)}, before this run, ${when}`;
    if (notAfter !== null && at > notAfter)
        return `${key} was in force until ${iso(notAfter)}, not for this run, ${when}`;
    if (notBefore !== null && at < notBefore)
        return `${key} is in force from ${iso(notBefore)}, not for this run, ${when}`;
    return null;
}
function iso(date) {
    return date.toISOString().replace(".000Z", "Z");
}

;// CONCATENATED MODULE: ./lib/verify/about-time.js


/** Whether it was signed when it says that it was collected, and by a key that was in force. Null when all holds. */
function aboutTime(signed, said, { trust, findings }) {
    const collectedAt = new Date(said.collectedAt);
    const now = trust.now ?? new Date();
    if (collectedAt.getTime() - now.getTime() > attest_statement/* LONGEST_APART_MS */.zT) {
        return findings.fails("time", `${said.collectedAt} is yet to come: it is ${about_time_iso(now)} by the clock here`);
    }
    const isLate = said.assurance.reason?.code === attest_statement/* SIGNED_LATE */.Gb;
    for (const { time, by } of signed.times) {
        const apart = time.getTime() - collectedAt.getTime();
        const isTolerated = Math.abs(apart) <= attest_statement/* LONGEST_APART_MS */.zT || (isLate && apart > 0);
        if (isTolerated)
            continue;
        const what = `${by} saw the signature at ${about_time_iso(time)}, ${lengthOf(apart)} the time of collection ${said.collectedAt}`;
        return findings.fails("time", apart > 0 ? `dated back: ${what}` : `dated ahead: ${what}`);
    }
    const [first] = signed.times;
    if (first === undefined) {
        const why = signed.unproven[0] ?? "it carries no timestamp";
        findings.remarks.push(`time not proven: ${why}; that it was signed at ${said.collectedAt} is the signer's word`);
    }
    else {
        const apart = first.time.getTime() - collectedAt.getTime();
        const detail = `signed at ${about_time_iso(first.time)} by the clock of ${first.by}, ${lengthOf(apart)} the collection`;
        findings.holds("time", detail);
        for (const why of signed.unproven)
            findings.remarks.push(`of several timestamps one proves nothing: ${why}`);
        if (apart > attest_statement/* LONGEST_APART_MS */.zT) {
            findings.remarks.push(`signed ${lengthOf(apart)} the collection: ${said.assurance.reason?.message ?? ""}`);
        }
    }
    if (signed.key?.window === undefined)
        return null;
    const when = { proven: first?.time ?? null, claimed: collectedAt };
    const trouble = keyTrouble(signed.key, when, now);
    if (trouble !== null)
        return findings.fails("key", trouble);
    const by = when.proven === null ? "by its own word" : "by trusted time";
    findings.holds("key", `the key was in force when it signed, ${by}`);
    return null;
}
/** The trusted time of the signature; null where none proves it. */
function signedAt({ times: [first] }) {
    return first === undefined ? null : about_time_iso(first.time);
}
function about_time_iso(date) {
    return date.toISOString().replace(".000Z", "Z");
}
/** Such as `3 min before`. */
function lengthOf(ms) {
    const seconds = Math.round(Math.abs(ms) / 1000);
    const units = [
        [86_400, "days"],
        [3600, "h"],
        [60, "min"],
    ];
    const [length, unit] = units.find(([size]) => seconds >= 2 * size) ?? [1, "s"];
    return `${Math.floor(seconds / length)} ${unit} ${ms < 0 ? "before" : "after"}`;
}

// EXTERNAL MODULE: ./lib/verify/bundle.js
var verify_bundle = __webpack_require__(54361);
;// CONCATENATED MODULE: ./lib/verify/place.js

const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;
/** A folder that looks like a run's must be this run's; one that was copied elsewhere under another name is let be. */
function placeOf(folder, placed) {
    const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...folder.split(/[\\/]/)].slice(-4);
    const dictated = (0,evidence_files/* runFolder */.kQ)(placed);
    const place = (which) => ({ trouble: null, holds: null, remark: null, ...which });
    if (!RUN_NAME.test(name)) {
        return place({
            remark: "the folder does not have the name of a run folder, so its place was not checked",
        });
    }
    if (!dictated.endsWith(`/${name}`)) {
        return place({ trouble: `the folder is named ${name} but the evidence belongs in ${dictated}` });
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
        return place({
            holds: `is named as the evidence says: ${name}`,
            remark: "the folder does not lie below a stream, so only its name was checked",
        });
    }
    if (!/^\d{4}$/.test(year)) {
        if (!dictated.endsWith(`/${day}/${name}`)) {
            return place({ trouble: `the run lies in ${day} but belongs in ${dictated}` });
        }
        return place({
            holds: `lies as the evidence says, as far as its day: ${day}/${name}`,
            remark: "the folder does not lie below a stream, so only its name and day were checked",
        });
    }
    if (`${year}/${day}/${name}` !== dictated) {
        return place({ trouble: `the run lies in ${year}/${day} but belongs in ${dictated}` });
    }
    if (stream !== placed.stream) {
        return place({
            trouble: `the run lies in stream ${stream} but belongs to ${placed.stream}: if the folder ${stream} is a copy, name it ${placed.stream} again`,
        });
    }
    return place({ holds: `lies where the evidence says: ${dictated}` });
}

// EXTERNAL MODULE: ./lib/verify/signature.js + 2 modules
var signature = __webpack_require__(69646);
;// CONCATENATED MODULE: ./lib/verify/verify-run.js














/**
 * Verifies one run folder: signature, then time, then subjects, then what they
 * say. Each step rests on the one before, so the first that fails ends the check.
 */
async function verifyRun(folder, trust, { mayBeSealed = false } = {}) {
    const findings = new Findings();
    const outcome = await checked(folder, { trust, mayBeSealed }, findings);
    const isGenuine = !("ok" in outcome);
    return {
        findings: findings.list,
        isGenuine,
        isUnchecked: !isGenuine && outcome.isUnchecked,
        uncheckedStatement: !isGenuine && outcome.isUnchecked ? findings.statement : null,
        run: isGenuine ? outcome : null,
        remarks: findings.remarks,
    };
}
async function checked(folder, { trust, mayBeSealed }, findings) {
    const bundle = folder.files.get(evidence_files/* BUNDLE_NAME */.ft);
    if (bundle === undefined) {
        const why = folder.strange.includes(evidence_files/* BUNDLE_NAME */.ft) ? NOT_A_FILE : "is missing";
        return findings.fails("bundle", `${evidence_files/* BUNDLE_NAME */.ft} ${why}: this evidence is not signed`);
    }
    const read = await (0,verify_bundle/* bundleIn */.u)(bundle);
    if ("trouble" in read)
        return findings.fails("bundle", read.trouble);
    const signed = await (0,signature/* signedBy */.q)(read, trust, findings);
    if ("ok" in signed)
        return signed;
    findings.statement = (0,canonical/* sha256 */.sc)(signed.payload);
    const statement = statementIn(signed.payload, findings);
    if ("ok" in statement)
        return statement;
    const { predicate } = statement;
    const untimely = aboutTime(signed, predicate, { trust, findings });
    if (untimely !== null)
        return untimely;
    const isGap = statement.predicateType === attest_statement/* GAP_PREDICATE_TYPE */.Gv;
    const main = isGap ? evidence_gap/* GAP_NAME */.F : evidence_files/* EVIDENCE_NAME */.wm;
    const isSealed = mayBeSealed && !isGap && isWithoutFiles(statement, folder);
    const wrong = isSealed ? null : wrongSubject(statement, main, folder);
    if (wrong !== null)
        return findings.fails("subjects", wrong);
    if (!isSealed)
        findings.holds("subjects", `sha256 of ${statement.subject.length} file(s) is as signed`);
    for (const name of folder.strange)
        findings.remarks.push(`${name} in the run folder is no regular file and was not read`);
    for (const name of unsignedFiles(statement, folder))
        findings.remarks.push(`${name} in the run folder is not signed`);
    const content = isSealed ? SEALED : contentOf(statement, folder, findings);
    if (!content.ok)
        return content;
    const { evidence, gap } = content;
    const named = evidence?.run ?? gap?.run ?? null;
    const otherRun = signed.certified && aboutRun(signed.certified, { predicate, named }, findings);
    if (otherRun !== null)
        return otherRun;
    const place = placeOf(folder.path, { ...predicate, stream: predicate.stream.name });
    if (place.trouble !== null)
        return findings.fails("folder", place.trouble);
    if (place.holds !== null)
        findings.holds("folder", place.holds);
    if (place.remark !== null)
        findings.remarks.push(place.remark);
    const broken = aboutPromises(predicate.assurance, signed.reached, findings);
    if (broken !== null)
        return broken;
    const at = signedAt(signed);
    if (at === null && trust.requiresTime === true) {
        return findings.unchecked("time", "no trusted time proves when this was signed, and one is required");
    }
    return {
        evidence,
        gap,
        contentSha256: statement.subject.find(({ name }) => name === main)?.digest.sha256 ?? "",
        statement,
        statementSha256: (0,canonical/* sha256 */.sc)(signed.payload),
        signedBy: signed.signedBy,
        reached: signed.reached,
        signedAt: at,
    };
}
function contentOf(statement, folder, findings) {
    return statement.predicateType === attest_statement/* GAP_PREDICATE_TYPE */.Gv
        ? aboutGap(statement, folder, findings)
        : aboutEvidence(statement, folder, findings);
}
/** Nothing is known of what was signed. */
const SEALED = { ok: true, evidence: null, gap: null };
/** Whether none of the files that were signed is there, not even as something else. */
function isWithoutFiles({ subject }, { files, strange }) {
    return subject.every(({ name }) => !files.has(name) && !strange.includes(name));
}
function statementIn(payload, findings) {
    const said = (0,json/* readJson */.V)(payload);
    if ("trouble" in said)
        return findings.fails("statement", `the signed statement ${said.trouble}`);
    if (isOther(said.value, "_type", [attest_statement/* STATEMENT_TYPE */.zG]) ||
        isOther(said.value, "predicateType", [attest_statement/* PREDICATE_TYPE */.To, attest_statement/* GAP_PREDICATE_TYPE */.Gv])) {
        return findings.unknown("statement", "the signed statement is of a type that this version cannot check");
    }
    const statement = attest_statement/* ChainStatement */.Zx.safeParse(said.value);
    if (!statement.success) {
        return findings.fails("statement", `the signed statement is not of a known kind: ${problem(statement.error.issues)}`);
    }
    findings.holds("statement", `in-toto statement about ${statement.data.subject.map(({ name }) => name).join(", ")}`);
    return statement.data;
}
const NOT_A_FILE = "is no regular file and was not read";
function wrongSubject({ subject }, main, { files, strange }) {
    const names = subject.map(({ name }) => name);
    if (new Set(names).size < names.length)
        return "the statement names a file twice";
    if (!names.includes(main))
        return `the statement is not about ${main}`;
    for (const { name, digest } of subject) {
        const bytes = files.get(name);
        if (bytes === undefined)
            return `${name} is signed but ${strange.includes(name) ? NOT_A_FILE : "not there"}`;
        const actual = (0,canonical/* sha256 */.sc)(bytes);
        if (actual !== digest.sha256)
            return `${name} was changed: signed sha256 ${digest.sha256}, found ${actual}`;
    }
    return null;
}
function unsignedFiles({ subject }, { files, unread }) {
    const signed = new Set([evidence_files/* BUNDLE_NAME */.ft, ...subject.map(({ name }) => name)]);
    return [...files.keys(), ...unread].filter((name) => !signed.has(name));
}


/***/ }),

/***/ 13262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ refuseOwnCopy),
/* harmony export */   mU: () => (/* binding */ compared),
/* harmony export */   oP: () => (/* binding */ readWitness)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _run_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58257);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8306);
/* harmony import */ var _stream_folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57977);
/* harmony import */ var _verify_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39524);







const DEEPEST = 12;
/** Reads every run folder below the folder, wherever it lies; no link is followed. */
async function readWitness(folder, trust) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder);
    const listing = new _stream_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .Listing */ .ll();
    const summed = (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .summing */ .VQ)();
    const runs = [];
    const remarks = [];
    const search = async (at, depth) => {
        const entries = await listing.of(at, at === root ? folder : node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, at));
        if ((0,_stream_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunFolder */ .mF)(entries)) {
            const found = await testimony(at, { place: node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, at), trust, summed });
            if ("remark" in found)
                remarks.push(found.remark);
            else
                runs.push(found);
        }
        // A file that was put there must not hide the copies below it.
        if (depth < DEEPEST) {
            for (const entry of entries) {
                if (entry.isDirectory() && entry.name !== ".git")
                    await search(node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, entry.name), depth + 1);
            }
        }
    };
    await search(root, 0);
    if (runs.length === 0 && remarks.length === 0) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("unreadable", `${folder} holds no run folder, so it is no witness`, {
            hint: "name a folder of downloaded artifacts, or another clone of the repository",
        });
    }
    return { runs, remarks };
}
/** Refuses copies that are the files they vouch for: whoever changed those changed them too. */
async function refuseOwnCopy(witness, verified) {
    const [copy, own] = [await realOf(witness), await realOf(verified)];
    if (!isWithin(copy, own) && !isWithin(own, copy))
        return;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `witness: ${witness} and ${verified} hold the same files, so it is no independent copy`, { hint: "name downloaded artifacts or another clone, in a folder outside of what is verified" });
}
/** What does not exist is refused where it is read. */
async function realOf(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder));
}
function isWithin(inner, outer) {
    const below = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(outer, inner);
    return below === "" || (below.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)[0] !== ".." && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(below));
}
async function testimony(folder, { place, trust, summed, }) {
    try {
        const { run, findings } = await (0,_verify_run_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRun */ .$)(await (0,_run_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readRunFolder */ .M)(folder), trust);
        if (run !== null)
            return summed(place, run);
        const why = findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
        return { remark: `the copy ${place || "."} was not used as a witness: ${why}` };
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR))
            throw error;
        return { remark: `the copy ${place || "."} was not used as a witness: ${error.message}` };
    }
}
/**
 * Compares the runs of a stream with copies of them, by identity and digest of
 * the evidence. The statement may differ: a run that lost a race was linked and
 * signed again, with the same evidence.
 */
function compared(runs, { copies, doubtful, isInside, }) {
    const here = new Map(runs.map((run) => [run.identity, run]));
    // What could not be checked is told already and may be the same; what did not verify is not.
    const there = new Map(doubtful.map(({ place, isUnread, statement }) => [place, isUnread || statement !== null]));
    const last = runs.reduce((latest, { collectedAt }) => Math.max(latest, collectedAt), -Infinity);
    const seen = new Set();
    const witnessed = new Set();
    const same = new Set();
    const problems = [];
    for (const copy of copies) {
        const run = here.get(copy.identity);
        if (run !== undefined && isInside(run)) {
            witnessed.add(run.place);
            if (run.content === copy.content)
                same.add(run.place);
        }
        const key = `${copy.identity} ${copy.content}`;
        if (seen.has(key))
            continue;
        seen.add(key);
        const mayBeSame = there.get(copy.dictated);
        if (run === undefined && mayBeSame === true)
            continue;
        if (run === undefined && mayBeSame === false) {
            const detail = "was rewritten: a copy of it is genuine, and what lies here is not";
            problems.push(problem("rewritten", copy, { run: copy.dictated, detail }));
        }
        else if (run === undefined)
            problems.push(problem("removed", copy, { run: copy.dictated, detail: absence(copy, last) }));
        else if (run.content !== copy.content) {
            const detail = `was rewritten: its evidence has the sha256 ${run.content}, a copy of it has ${copy.content}`;
            problems.push(problem("rewritten", copy, { run: run.place, detail }));
        }
    }
    return { problems, figures: { runs: witnessed.size, same: same.size } };
}
function absence({ collectedAt }, last) {
    return collectedAt > last
        ? "is not here, but a copy proves it, after the last run that is here: the end was cut off, or its commit never landed"
        : "is not here, but a copy proves it: it was removed, or its commit never landed";
}
function problem(code, { sequence, collectedAt }, { run, detail }) {
    return { code, run, sequence, detail, touches: { from: (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .iso */ .KH)(collectedAt), to: (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .iso */ .KH)(collectedAt) } };
}


/***/ })

};
