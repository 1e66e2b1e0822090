export const id = 777;
export const ids = [777];
export const modules = {

/***/ 16857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readVerifyingKey),
/* harmony export */   G: () => (/* binding */ fingerprintFromHint)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41262);


/** The public key in a PEM text. Throws a `Failure` where it is private, unreadable or of a kind that never signs evidence. */
function readVerifyingKey(pem) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "the key to verify with is a private key", {
            hint: "give the public key: anyone who holds the private key can sign",
        });
    }
    let key;
    try {
        key = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .readPublicKey */ .RR)(pem);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "the key to verify with is not a public key in PEM form", {
            hint: "it begins with -----BEGIN PUBLIC KEY-----",
            cause: error,
        });
    }
    const kind = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfKey */ .RI)(key);
    if (kind !== "P-256" && kind !== "Ed25519") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `the key to verify with is ${kind}, which never signs evidence`, {
            hint: "give the public key of the people who signed: ECDSA P-256 or Ed25519",
        });
    }
    return { key, fingerprint: (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(key) };
}
/** The fingerprint in the key hint of a bundle as we write it, base64 of the SPKI's sha256; null for any other hint. */
function fingerprintFromHint(hint) {
    const bytes = Buffer.from(hint, "base64");
    return bytes.length === 32 && bytes.toString("base64") === hint ? bytes.toString("hex") : null;
}


/***/ }),

/***/ 77751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readBundle)
/* harmony export */ });
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16857);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14478);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24451);
/* harmony import */ var _evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13043);
/* harmony import */ var _sigstore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56008);





const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
const LARGEST_BUNDLE = 5_000_000;
/** Of timestamps, and of log entries. Our program writes one of each at most. */
const MOST_TIMESTAMPS = 4;
/** What a parser or a log's arithmetic would work on for long. */
const LARGEST_CERTIFICATE = 16_384;
const LARGEST_ENTRY = 65_536;
const LARGEST_CHECKPOINT = 8_192;
const LONGEST_PROOF = 64;
/** The bundle, or why it is none of ours, as a sentence. */
async function readBundle(bytes) {
    if (bytes.length > LARGEST_BUNDLE)
        return not(`the bundle is too large (${bytes.length} bytes)`);
    const json = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return not(`the bundle is damaged: it ${json.trouble}`);
    const { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope } = await (0,_sigstore_js__WEBPACK_IMPORTED_MODULE_4__/* .sigstoreBundle */ .Hm)();
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
    if (payloadType !== _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc) {
        return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc}`);
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
    if (tokens.length > MOST_TIMESTAMPS || tlogEntries.length > MOST_TIMESTAMPS) {
        return not(`the bundle carries more than ${MOST_TIMESTAMPS} timestamps or log entries`);
    }
    if (!tlogEntries.every(isBounded))
        return not("the bundle carries a log entry larger than any of ours");
    return {
        bundle,
        signer: content.$case === "certificate"
            ? { kind: "certificate", der }
            : { kind: "key", fingerprint: (0,_public_key_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintFromHint */ .G)(content.publicKey.hint) },
        payload,
        statement: (0,_evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocument */ .u)(payload, {
            schema: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .ChainStatement */ .Zx,
            types: { _type: [_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .STATEMENT_TYPE */ .zG], predicateType: [_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PREDICATE_TYPE */ .To, _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .GAP_PREDICATE_TYPE */ .Gv] },
        }),
        signature: signatures[0]?.sig ?? Buffer.alloc(0),
        tokens: tokens.map(({ signedTimestamp }) => signedTimestamp),
        entries: tlogEntries,
    };
}
function not(trouble) {
    return { trouble };
}
/** The library refuses these as invalid; our sentence says what is wrong. */
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

/***/ 8449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ claimedTime),
/* harmony export */   O7: () => (/* binding */ isDayName),
/* harmony export */   Q4: () => (/* binding */ sortDayFolders),
/* harmony export */   fr: () => (/* binding */ isRunPath),
/* harmony export */   lK: () => (/* binding */ isRunName),
/* harmony export */   nC: () => (/* binding */ isYearName),
/* harmony export */   t0: () => (/* binding */ runPath)
/* harmony export */ });
const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;
const TIME = /^\d{4}\/(\d{4}-\d{2}-\d{2})\/(\d{2})(\d{2})(\d{2})Z-/;
/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
function runPath({ collectedAt, run }) {
    const [day = "", time = ""] = collectedAt.split("T");
    return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
}
/** Whether the name is that of a year's folder, such as `2026`. */
function isYearName(name) {
    return YEAR.test(name);
}
/** Whether the name is that of a day's folder, such as `2026-11-22`. */
function isDayName(name) {
    return DAY.test(name);
}
/** Whether the name is that of a run's folder, such as `061731Z-123-1`. */
function isRunName(name) {
    return RUN_NAME.test(name);
}
/** Whether the path below a stream is that of a run: `2026/2026-11-22/061731Z-123-1`. */
function isRunPath(path) {
    const [year = "", day = "", name = "", ...more] = path.split("/");
    return isYearName(year) && isDayName(day) && isRunName(name) && more.length === 0;
}
/** The days among these folders of a stream, `2026/2026-11-22`, in order. */
function sortDayFolders(folders) {
    return folders
        .filter((folder) => {
        const [year = "", day = "", ...more] = folder.split("/");
        return isYearName(year) && isDayName(day) && more.length === 0;
    })
        .toSorted();
}
/** The time that the path of a run claims, in milliseconds; null where it names none. */
function claimedTime(path) {
    const [, day, hours, minutes, seconds] = TIME.exec(path) ?? [];
    const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
    return Number.isNaN(at) ? null : at;
}


/***/ }),

/***/ 56008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ isSupportedTimestamp),
/* harmony export */   Hm: () => (/* binding */ sigstoreBundle),
/* harmony export */   sb: () => (/* binding */ sigstoreCore)
/* harmony export */ });
/** Loads once: the bundled program would build the namespace again for each import. */
function once(load) {
    let loaded;
    return async () => (loaded ??= load());
}
/** The libraries of Sigstore that every run needs, loaded with the first of them. */
const sigstoreBundle = once(async () => Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)));
const sigstoreCore = once(async () => __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)));
/** Whether the library can check the signature of the timestamp. It takes every RSA signature for one over SHA-256. */
function isSupportedTimestamp(timestamp) {
    try {
        const byName = timestamp.signatureAlgorithm;
        return byName !== undefined || timestamp.signerDigestAlgorithm === "sha256";
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 14478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ SIGNED_LATE),
/* harmony export */   Gv: () => (/* binding */ GAP_PREDICATE_TYPE),
/* harmony export */   To: () => (/* binding */ PREDICATE_TYPE),
/* harmony export */   UT: () => (/* binding */ makeStatement),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Zx: () => (/* binding */ ChainStatement),
/* harmony export */   qH: () => (/* binding */ makeGapStatement),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE),
/* harmony export */   zT: () => (/* binding */ LONGEST_APART_MS)
/* harmony export */ });
/* unused harmony exports Statement, GapStatement */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_comparison_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22552);
/* harmony import */ var _evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30754);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);





const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
/** Of a declared gap, which is in the chain like a run. */
const GAP_PREDICATE_TYPE = "https://datadog-evidence.github.io/gap/v1";
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** Why something is not as it was asked for: a code for programs, a sentence for people. */
const Reason = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ code: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Code of the reason where evidence is signed long after it was collected: only then may its time be later. */
const SIGNED_LATE = "signed-late";
/** Further from `collectedAt` than this, the time of a signature is late, or one of two clocks is wrong. */
const LONGEST_APART_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    signing: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["key", "keyless"]),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    log: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    /** Only where less is promised than was asked for, or later: why. */
    reason: Reason.optional(),
});
/** The position of a run in its stream's chain. */
const Link = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    sequence: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive(),
    /** `sha256` of the DSSE payload of that run's statement. */
    statement: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA,
});
const chained = {
    stream: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ name: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .StreamName */ .iN, site: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** Null: not chained. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive().nullable(),
    previous: Link.nullable(),
    /** Set when a predecessor was expected and not usable. */
    restart: Reason.nullable(),
    cadence: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .CADENCES */ .br),
    /** Of a gap: when it was declared. */
    collectedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
};
const RunName = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive() });
const Subjects = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    // A bare file name: a path could point out of the run folder.
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ sha256: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256 */ .IA }),
}))
    .min(1)
    .max(16);
/** An in-toto Statement v1 about the files of one run folder. */
const Statement = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...chained,
        outcome: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["complete", "partial", "failed"]),
        run: RunName,
        assurance: Assurance,
        /** Null where there is nothing to compare with. */
        changes: _evidence_comparison_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .Changes */ .sk.nullable(),
    }),
});
/** An in-toto Statement v1 about a declared gap. */
const GapStatement = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(GAP_PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...chained, run: RunName, assurance: Assurance }),
});
/** Whatever may stand in a chain. */
const ChainStatement = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt("predicateType", [Statement, GapStatement]);
/** What we say about the evidence. */
function makeStatement(evidence, { files, tail, assurance }) {
    const { stream, source, collectedAt, outcome, run } = evidence;
    return {
        _type: STATEMENT_TYPE,
        subject: subjectsOf(files),
        predicateType: PREDICATE_TYPE,
        predicate: {
            stream: { name: stream.name, site: source.site },
            ...position(tail),
            cadence: stream.cadence,
            collectedAt,
            outcome,
            run: { id: run.id, attempt: run.attempt },
            assurance,
            changes: tail?.evidence == null ? null : (0,_evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .deriveChanges */ .F$)(tail.evidence, evidence),
        },
    };
}
/** What we say about a declared gap. */
function makeGapStatement(gap, { files, tail, assurance }) {
    const { stream, declaredAt, run } = gap;
    return {
        _type: STATEMENT_TYPE,
        subject: subjectsOf(files),
        predicateType: GAP_PREDICATE_TYPE,
        predicate: {
            stream: { name: stream.name, site: stream.site },
            ...position(tail),
            cadence: stream.cadence,
            collectedAt: declaredAt,
            run: { id: run.id, attempt: run.attempt },
            assurance,
        },
    };
}
function subjectsOf(files) {
    return files.map(({ name, sha256 }) => ({ name, digest: { sha256 } }));
}
function position(tail) {
    if (tail === null)
        return { sequence: null, previous: null, restart: null };
    return {
        sequence: tail.next,
        previous: tail.last === null ? null : { ...tail.last },
        restart: tail.restart,
    };
}


/***/ }),

/***/ 67983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ CURRENT_MAPPING),
/* harmony export */   h_: () => (/* binding */ publishedMapping),
/* harmony export */   ux: () => (/* binding */ controlsOf)
/* harmony export */ });
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3345);


/**
 * What each item supports. ISO titles are the standard's own short titles; SOC 2
 * labels are our own words. Evidence supports a control; it never shows that one
 * is met.
 */
const CONTROL_CATALOGUE = {
    version: "2026-11",
    items: {
        "security-signals": [
            isoControl("A.8.16", "Monitoring activities"),
            isoControl("A.5.25", "Assessment and decision on information security events"),
            soc2Control("CC7.2", "Watching systems for anomalies and analysing them"),
        ],
        "compliance-monitors": [
            isoControl("A.8.16", "Monitoring activities"),
            isoControl("A.8.17", "Clock synchronization"),
            soc2Control("CC7.1", "Detecting configuration changes and new weaknesses"),
        ],
        "cspm-findings": [
            isoControl("A.8.9", "Configuration management"),
            isoControl("A.5.36", "Compliance with policies, rules and standards for information security"),
            soc2Control("CC7.1", "Detecting configuration changes and new weaknesses"),
        ],
    },
};
/** The mapping in force, as the evidence names it. */
const CURRENT_MAPPING = {
    version: CONTROL_CATALOGUE.version,
    sha256: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(catalogueAsJson())),
};
/**
 * A mapping as it was published; null where this program does not know that
 * version. One that is replaced stays here beside the new one.
 */
function publishedMapping(version) {
    return version === CURRENT_MAPPING.version ? CURRENT_MAPPING : null;
}
/**
 * The controls that an item supports. Clock synchronization is directly
 * supported only by a monitor that watches clocks; any other claims it.
 */
function controlsOf(item, { watchesClock }) {
    return CONTROL_CATALOGUE.items[item].map((control) => ({
        ...control,
        support: control.id === "A.8.17" && !watchesClock ? "claimed" : "direct",
    }));
}
function isoControl(id, title) {
    return { framework: "ISO/IEC 27001:2022", id, title };
}
function soc2Control(id, title) {
    return { framework: "SOC 2", id, title };
}
function catalogueAsJson() {
    const items = Object.entries(CONTROL_CATALOGUE.items).map(([item, controls]) => [
        item,
        controls.map(({ framework, id, title }) => ({ framework, id, title })),
    ]);
    return { version: CONTROL_CATALOGUE.version, items: Object.fromEntries(items) };
}


/***/ }),

/***/ 1965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ SIGNAL_CHANGES),
/* harmony export */   KS: () => (/* binding */ mapRows),
/* harmony export */   WI: () => (/* binding */ FINDING_CHANGES),
/* harmony export */   nq: () => (/* binding */ MONITOR_CHANGES),
/* harmony export */   tO: () => (/* binding */ CHANGE_KINDS)
/* harmony export */ });
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _pair_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68824);


/** In a window that moves, only the triage of a signal may change. */
const SIGNAL_CHANGES = {
    vanished: {
        words: "vanished",
        review: "no longer listed, although inside the window",
        find: ({ now, gone }) => {
            const isInside = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .insideWindow */ .fh)(now.window);
            return (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(now, gone.filter(({ before }) => isInside(before)));
        },
    },
    altered: {
        words: "with changed content",
        review: "content changed, other than the triage",
        find: ({ both, why }) => both.filter((pair) => isAltered(pair, !why.includes("other-privacy"))),
    },
    retriaged: {
        words: "with changed triage",
        isRoutine: true,
        find: ({ both }) => both.filter(({ before, now }) => !(0,_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(before.triage, now.triage)),
    },
    /** Inside the window of the run before, which did not list it. */
    late: {
        words: "listed late",
        find: ({ before, added }) => {
            const isInside = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .insideWindow */ .fh)(before.window);
            return (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(before, added.filter(({ now }) => isInside(now)));
        },
    },
    new: {
        words: "new",
        find: ({ before, added }) => {
            const isInside = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .insideWindow */ .fh)(before.window);
            return added.filter(({ now }) => !isInside(now));
        },
    },
    /** Now older than the window. */
    left: {
        words: "aged out",
        isRoutine: true,
        find: ({ now, gone }) => {
            const isInside = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .insideWindow */ .fh)(now.window);
            return gone.filter(({ before }) => !isInside(before));
        },
    },
};
const MONITOR_CHANGES = {
    /** Untagged or deleted: the evidence cannot tell which. */
    gone: {
        words: "gone",
        review: "no longer tagged, or deleted",
        find: ({ now, gone }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(now, gone),
    },
    new: { words: "new", find: ({ before, added }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(before, added) },
    muted: { words: "newly muted", review: "muted", find: ({ both }) => both.filter(isNewlyMuted) },
    unmuted: { words: "no longer muted", find: ({ both }) => both.filter(isUnmuted) },
    redefined: {
        words: "with a changed definition",
        review: "definition changed",
        find: ({ both }) => both.filter(({ before, now }) => before.definitionSha256 !== now.definitionSha256),
    },
    failing: { words: "now failing", find: turnedTo("failing") },
    passing: { words: "now passing", isRoutine: true, find: turnedTo("passing") },
    notEvaluated: { words: "now not evaluated", find: turnedTo("notEvaluated") },
};
const FINDING_CHANGES = {
    /** No longer listed as failing: resolved, closed, or no longer checked. */
    vanished: { words: "no longer listed", find: ({ now, gone }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(now, gone) },
    /** Of the vanished, those that are more likely no longer checked than resolved. */
    unresolved: {
        words: "of these likely not resolved",
        review: "no longer listed, probably not resolved",
        find: ({ now, gone, hints }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(now, gone.filter(({ before }) => hints.get(before)?.length)),
    },
    new: { words: "new", find: ({ before, added }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_0__/* .claimAbsence */ .OJ)(before, added) },
    muted: { words: "newly muted", review: "muted", find: ({ both }) => both.filter(isNewlyMuted) },
    unmuted: { words: "no longer muted", find: ({ both }) => both.filter(isUnmuted) },
    regraded: {
        words: "with changed severity",
        find: ({ both }) => both.filter(({ before, now }) => before.severity !== now.severity),
    },
};
/** The kinds of change of each item, in the order of the statement. */
const CHANGE_KINDS = {
    "security-signals": SIGNAL_CHANGES,
    "compliance-monitors": MONITOR_CHANGES,
    "cspm-findings": FINDING_CHANGES,
};
/** A table with the same names, and a value made from each row. */
function mapRows(rows, valueOf) {
    const made = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, valueOf(row)]));
    if (!hasNamesOf(made, rows))
        throw new Error("a table lost a row");
    return made;
}
function hasNamesOf(made, rows) {
    return Object.keys(rows).every((name) => Object.hasOwn(made, name));
}
/** A signal that continues is seen later and gets more tags; nothing else of it may change but its triage. */
function isAltered({ before, now }, isSamePrivacy) {
    const isFixed = before.severity === now.severity &&
        before.rule?.id === now.rule?.id &&
        (before.rule?.type ?? null) === (now.rule?.type ?? null) &&
        isSameTime(before.timestamp, now.timestamp) &&
        isSameTime(before.firstSeen, now.firstSeen);
    if (!isFixed)
        return true;
    if (before.lastSeen !== null && (now.lastSeen === null || isEarlier(now.lastSeen, before.lastSeen))) {
        return true;
    }
    if (!isSamePrivacy)
        return false;
    return (before.title !== now.title ||
        before.rule?.name !== now.rule?.name ||
        before.tags.some((tag) => !now.tags.includes(tag)));
}
/** However the times are written; a text that is no time equals none. */
function isSameTime(one, other) {
    return one === other || timeIn(one) === timeIn(other);
}
function timeIn(text) {
    const at = text === null ? Number.NaN : Date.parse(text);
    return Number.isNaN(at) ? null : at;
}
function isEarlier(one, other) {
    return one !== other && Date.parse(one) < Date.parse(other);
}
function turnedTo(verdict) {
    return ({ both }) => both.filter(({ before, now }) => now.verdict === verdict && before.verdict !== verdict);
}
function isNewlyMuted({ before, now }) {
    return now.muted && !before.muted;
}
function isUnmuted({ before, now }) {
    return before.muted && !now.muted;
}


/***/ }),

/***/ 30754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ listedChanges),
/* harmony export */   F$: () => (/* binding */ deriveChanges),
/* harmony export */   LX: () => (/* binding */ changesProblem),
/* harmony export */   Qv: () => (/* binding */ notableChangesIn)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42461);
/* harmony import */ var _change_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1965);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45329);
/* harmony import */ var _compare_items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83805);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22552);






/** What changed since the run before: a function of the evidence of both and of nothing else. */
function deriveChanges(before, now) {
    const runs = { before: before.evidence, now };
    return {
        comparedWith: before.sha256,
        rules: _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .COMPARISON_RULES */ .Q$,
        items: (0,_compare_items_js__WEBPACK_IMPORTED_MODULE_3__/* .compareItems */ .Q)(runs).map(summarizeItem),
        nowSkipped: nowSkipped(runs),
        versions: changedVersions(runs),
    };
}
/** What the statement says that does not follow from the evidence, as a sentence; null when all of it does. */
function changesProblem(said, before, now) {
    if (said === null)
        return "the statement tells no changes, although there is a run before to compare with";
    if (said.comparedWith !== before.sha256) {
        return `the statement tells changes since evidence ${said.comparedWith}, but the run before has ${before.sha256}`;
    }
    // What was derived by other rules cannot be derived again.
    if (said.rules !== _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .COMPARISON_RULES */ .Q$)
        return null;
    const derived = deriveChanges(before, now);
    const wrong = (0,_comparability_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)({ before: before.evidence, now }).find((id) => !(0,_equal_js__WEBPACK_IMPORTED_MODULE_5__/* .isSameJson */ .T)(changesOfItem(said, id), changesOfItem(derived, id)));
    if (wrong !== undefined)
        return `the statement tells other changes of ${wrong} than the two runs give`;
    return (0,_equal_js__WEBPACK_IMPORTED_MODULE_5__/* .isSameJson */ .T)(said, derived)
        ? null
        : "the statement tells other changes of items or versions than the two runs give";
}
function changesOfItem({ items }, id) {
    return items.find((item) => item.id === id) ?? null;
}
/** The kinds of change of an item in the statement, empty lists too. */
function listedChanges({ id, changes }) {
    if (changes === null)
        return [];
    const kinds = _change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .CHANGE_KINDS */ .tO[id];
    const { hints: _, ...lists } = { hints: [], ...changes };
    return Object.entries(lists).flatMap(([name, list]) => {
        const kind = kinds[name];
        return kind === undefined ? [] : [{ name, kind, list }];
    });
}
/** The changes since the run before that a person should review: records that are gone or muted, items no longer collected. */
function notableChangesIn(changes) {
    if (changes === null)
        return [];
    const skipped = changes.nowSkipped.map(({ id, now }) => ({ item: id, what: `now-${now}`, count: null }));
    const records = changes.items.flatMap((item) => listedChanges(item).flatMap(({ name, kind, list }) => kind.review === undefined || list === null || list.count === 0
        ? []
        : [{ item: item.id, what: name, count: list.count }]));
    return [...skipped, ...records];
}
/** Counts and the first ids in place of records. */
function summarizeItem({ comparable, why, ...item }) {
    const how = { comparable, why: [...why] };
    if (item.id === "security-signals") {
        return { id: item.id, ...how, changes: item.found && (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(item.found.kinds, listTextIds) };
    }
    if (item.id === "compliance-monitors") {
        return { id: item.id, ...how, changes: item.found && (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(item.found.kinds, listIds) };
    }
    if (item.found === null)
        return { id: item.id, ...how, changes: null };
    const { vanished, unresolved, ...lists } = (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(item.found.kinds, listTextIds);
    return { id: item.id, ...how, changes: { vanished, unresolved, hints: [...item.found.hints], ...lists } };
}
function listIds(pairs) {
    if (pairs === null)
        return null;
    return { count: pairs.length, ids: pairs.slice(0, _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .MOST_IDS */ .rO).flatMap(idOf) };
}
function idOf({ before, now }) {
    return before?.id ?? now?.id ?? [];
}
function listTextIds(pairs) {
    const list = listIds(pairs);
    return list && { ...list, ids: list.ids.map(boundId) };
}
function boundId(id) {
    return id.length > _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .LONGEST_ID */ .fg ? `sha256:${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(id)}` : id;
}
function nowSkipped({ before, now }) {
    return before.items.flatMap(({ id, collection: { status: was } }) => {
        const status = now.items.find((item) => item.id === id)?.collection.status ?? "absent";
        if (was !== "complete" && was !== "partial")
            return [];
        return status === "complete" || status === "partial" ? [] : [{ id, was, now: status }];
    });
}
function changedVersions({ before, now }) {
    const [one, other] = [toolsOf(before), toolsOf(now)];
    return ["collector", "mapping", "rules"].flatMap((what) => one[what] === other[what] ? [] : [{ what, before: one[what], now: other[what] }]);
}
function toolsOf({ collector, mapping, rules }) {
    return {
        collector: `${shortVersion(collector.version)} sha256:${collector.sha256}`,
        mapping: `${shortVersion(mapping.version)} sha256:${mapping.sha256}`,
        rules: String(rules),
    };
}
function shortVersion(version) {
    return version.slice(0, 64);
}


/***/ }),

/***/ 45329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   XV: () => (/* binding */ COMPARE_OBSTACLES),
/* harmony export */   sn: () => (/* binding */ comparabilityOf)
/* harmony export */ });
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);


/** Why an item cannot be compared, or only in part. */
const COMPARE_OBSTACLES = [
    "absent-before",
    "absent-now",
    "lost-before",
    "lost-now",
    "partial-before",
    "partial-now",
    "other-site",
    "other-organization",
    "other-query",
    "other-pseudonym-key",
    "other-privacy",
];
/** These leave something to compare. */
const PARTIAL_OBSTACLES = new Set([
    "partial-before",
    "partial-now",
    "other-privacy",
]);
/** The items of either run, in their usual order. */
function itemsOf({ before, now }) {
    const there = new Set([...before.items, ...now.items].map(({ id }) => id));
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_IDS */ .FT.filter((id) => there.has(id));
}
/** How far the item can be compared, and why not further. */
function comparabilityOf(id, runs) {
    const before = runs.before.items.find((item) => item.id === id);
    const now = runs.now.items.find((item) => item.id === id);
    const why = [
        ...presenceObstacles(before, "before"),
        ...presenceObstacles(now, "now"),
        ...runObstacles(id, runs),
    ];
    if (before !== undefined && now !== undefined && isOtherQuery(before, now))
        why.push("other-query");
    if (why.length === 0)
        return { comparable: "yes", why };
    return { comparable: why.every((each) => PARTIAL_OBSTACLES.has(each)) ? "in-part" : "no", why };
}
function presenceObstacles(item, side) {
    if (item === undefined)
        return [`absent-${side}`];
    const { status } = item.collection;
    if (status === "complete")
        return [];
    return [status === "partial" ? `partial-${side}` : `lost-${side}`];
}
function runObstacles(id, { before, now }) {
    const why = [];
    if (before.source.site !== now.source.site)
        why.push("other-site");
    if (isOtherOrganization(before, now))
        why.push("other-organization");
    if (id === "cspm-findings" && before.privacy.pseudonymKeyId !== now.privacy.pseudonymKeyId) {
        why.push("other-pseudonym-key");
    }
    // Ids, states and digests are kept at every level; only what signals say of themselves is not.
    if (id === "security-signals" && before.privacy.level !== now.privacy.level)
        why.push("other-privacy");
    return why;
}
/** By Datadog's own id where both know it, else by the declared name where both have one. */
function isOtherOrganization({ source: before }, { source: now }) {
    if (before.organizationId !== null && now.organizationId !== null) {
        return before.organizationId !== now.organizationId;
    }
    return (before.organization !== null && now.organization !== null && before.organization !== now.organization);
}
/** Where no question is recorded there is nothing to tell them apart. */
function isOtherQuery(before, now) {
    const [asked, asksNow] = [queryOf(before), queryOf(now)];
    return asked !== undefined && asksNow !== undefined && !(0,_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(asked, asksNow);
}
/** What was searched for, whatever the window and the pages. */
function queryOf({ id, collection }) {
    const { path, read } = LIST_QUERIES[id];
    const listing = collection.requests.find((request) => request.path === path);
    return listing === undefined ? undefined : read(listing);
}
/** Where each list says what it is a list of. */
const LIST_QUERIES = {
    "security-signals": {
        path: "/api/v2/security_monitoring/signals/search",
        read: ({ body }) => memberOf(body["filter"], "query"),
    },
    "compliance-monitors": {
        path: "/api/v1/monitor",
        read: ({ query }) => query["monitor_tags"],
    },
    "cspm-findings": {
        path: "/api/v2/security/findings/search",
        read: ({ body }) => memberOf(memberOf(body["data"], "attributes"), "filter"),
    },
};
function memberOf(value, name) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return undefined;
    return Object.hasOwn(value, name) ? value[name] : undefined;
}


/***/ }),

/***/ 83805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ compareItems)
/* harmony export */ });
/* harmony import */ var _change_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1965);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45329);
/* harmony import */ var _pair_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68824);
/* harmony import */ var _unresolved_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39960);




/** Compares two runs item by item. */
function compareItems(runs) {
    return (0,_comparability_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(runs).map((id) => compareItem(id, runs));
}
function compareItem(id, runs) {
    const how = (0,_comparability_js__WEBPACK_IMPORTED_MODULE_1__/* .comparabilityOf */ .sn)(id, runs);
    if (id === "security-signals") {
        const sides = sidesOf(runs, how, isSignals);
        return {
            id,
            ...how,
            found: sides && findChanges(_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNAL_CHANGES */ .Dq, (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, how.why)),
        };
    }
    if (id === "compliance-monitors") {
        const sides = sidesOf(runs, how, isMonitors);
        return {
            id,
            ...how,
            found: sides && findChanges(_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .MONITOR_CHANGES */ .nq, (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, how.why)),
        };
    }
    const sides = sidesOf(runs, how, isFindings);
    return { id, ...how, found: sides && compareFindings(sides, how) };
}
function compareFindings(sides, { why }) {
    const paired = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, why);
    // Where nothing is gone, as from most runs to the next, there is nothing to hint at.
    const hintsOf = paired.gone.length === 0 ? () => [] : (0,_unresolved_js__WEBPACK_IMPORTED_MODULE_3__/* .findHints */ .u)(sides);
    const hints = new Map(paired.gone.map(({ before }) => [before, hintsOf(before)]));
    const found = findChanges(_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .FINDING_CHANGES */ .WI, { ...paired, hints });
    const all = new Set(found.kinds.vanished === null ? [] : [...hints.values()].flat());
    return { ...found, hints: _unresolved_js__WEBPACK_IMPORTED_MODULE_3__/* .UNRESOLVED_HINTS */ .r.filter((hint) => all.has(hint)) };
}
function findChanges(kinds, paired) {
    return { both: paired.both, kinds: (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .mapRows */ .KS)(kinds, ({ find }) => find(paired)) };
}
function sidesOf(runs, { comparable }, is) {
    const before = runs.before.items.find(is);
    const now = runs.now.items.find(is);
    return comparable === "no" || before === undefined || now === undefined ? null : { before, now };
}
function isSignals(item) {
    return item.id === "security-signals";
}
function isMonitors(item) {
    return item.id === "compliance-monitors";
}
function isFindings(item) {
    return item.id === "cspm-findings";
}


/***/ }),

/***/ 68824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ claimAbsence),
/* harmony export */   fh: () => (/* binding */ insideWindow),
/* harmony export */   lG: () => (/* binding */ pairRecords)
/* harmony export */ });
/* harmony import */ var _files_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);

/** Pairs the records of both runs by their ids. */
function pairRecords(sides, why) {
    const earlier = new Map((0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sortRecords */ .NM)(sides.before.records).map((record) => [record.id, record]));
    const later = new Map((0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sortRecords */ .NM)(sides.now.records).map((record) => [record.id, record]));
    const both = [];
    const gone = [];
    for (const before of earlier.values()) {
        const now = later.get(before.id);
        if (now === undefined)
            gone.push({ before, now: null });
        else
            both.push({ before, now });
    }
    const added = [...later.values()].flatMap((now) => (earlier.has(now.id) ? [] : [{ before: null, now }]));
    return { ...sides, why, both, gone, added };
}
/** The pairs, or null where the item that lacks them is not complete: only a complete list shows that something is not there. */
function claimAbsence({ collection }, pairs) {
    return collection.status === "complete" ? pairs : null;
}
/** Tells whether a signal is inside the window. One on the edge is not: whether Datadog includes the edge is not known. */
function insideWindow(window) {
    if (window === null)
        return () => false;
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    return ({ timestamp }) => {
        const at = Date.parse(timestamp);
        return at > from && at < to;
    };
}


/***/ }),

/***/ 22552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ COMPARISON_RULES),
/* harmony export */   fg: () => (/* binding */ LONGEST_ID),
/* harmony export */   rO: () => (/* binding */ MOST_IDS),
/* harmony export */   sk: () => (/* binding */ Changes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);
/* harmony import */ var _change_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1965);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45329);
/* harmony import */ var _unresolved_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39960);





/** Version of the rules by which two runs are compared, in `change-kinds.ts` and beside it. */
const COMPARISON_RULES = 1;
/** Of more records the statement lists these many ids; the evidence has the others. */
const MOST_IDS = 20;
/** A longer id is replaced by its digest. */
const LONGEST_ID = 128;
const LONGEST_VERSION = 200;
/** How many records, and the first ids in the order of the file; null where nothing can be claimed. */
function listOf(id) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ count: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_, ids: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(id).max(MOST_IDS) }).nullable();
}
function itemChanges(id, lists) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(id),
        comparable: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["yes", "in-part", "no"]),
        why: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_comparability_js__WEBPACK_IMPORTED_MODULE_2__/* .COMPARE_OBSTACLES */ .XV)),
        /** Null where the item cannot be compared at all. */
        changes: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(lists).nullable(),
    });
}
const TextIds = listOf(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST_ID));
const NumberIds = listOf(zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr());
const { vanished, unresolved, ...findingLists } = (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CHANGES */ .WI, () => TextIds);
const ITEM_CHANGES = [
    itemChanges("security-signals", (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNAL_CHANGES */ .Dq, () => TextIds)),
    itemChanges("compliance-monitors", (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .MONITOR_CHANGES */ .nq, () => NumberIds)),
    itemChanges("cspm-findings", {
        vanished,
        unresolved,
        hints: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_unresolved_js__WEBPACK_IMPORTED_MODULE_4__/* .UNRESOLVED_HINTS */ .r)),
        ...findingLists,
    }),
];
/** What changed since the run before, as the statement records it: small, and without text from Datadog. */
const Changes = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    /** `sha256` of the `evidence.json` of the run before. */
    comparedWith: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Sha256 */ .IA,
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    items: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt("id", ITEM_CHANGES)),
    /** Items that the run before had, complete or partial, and this one does not have. */
    nowSkipped: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_IDS */ .FT),
        was: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["complete", "partial"]),
        now: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["skipped", "failed", "absent"]),
    })),
    /** The tools that make the evidence, where they changed. */
    versions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        what: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["collector", "mapping", "rules"]),
        before: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST_VERSION),
        now: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(LONGEST_VERSION),
    })),
});


/***/ }),

/***/ 39960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ UNRESOLVED_HINTS),
/* harmony export */   u: () => (/* binding */ findHints)
/* harmony export */ });
/** What makes it likely that a finding is no longer checked rather than resolved. */
const UNRESOLVED_HINTS = ["fewer-covered", "rule-gone", "resource-gone"];
/** So many findings of one rule, or of one resource, are seldom resolved at once. */
const OF_A_RULE = 3;
const OF_A_RESOURCE = 2;
/** Tells of a finding that vanished whether less is covered, and whether all findings of its rule or resource vanished at once. */
function findHints(sides) {
    const isLess = isLessCovered(sides);
    const rules = sharedByGone(sides, { of: ({ rule }) => rule?.id ?? null, atLeast: OF_A_RULE });
    const resources = sharedByGone(sides, { of: ({ resource }) => resource, atLeast: OF_A_RESOURCE });
    return ({ rule, resource }) => {
        const hints = {
            "fewer-covered": isLess,
            "rule-gone": rules.has(rule?.id ?? null),
            "resource-gone": resources.has(resource),
        };
        return UNRESOLVED_HINTS.filter((hint) => hints[hint]);
    };
}
/** Known only where both runs count the same thing. */
function isLessCovered({ before: { population: before }, now: { population: now }, }) {
    return before.what === now.what && before.size !== null && now.size !== null && now.size < before.size;
}
/** What several findings shared before and none has now. */
function sharedByGone({ before, now }, { of, atLeast }) {
    const left = new Set(now.records.values().map(of));
    const groups = [...Map.groupBy(before.records, of)];
    return new Set(groups.flatMap(([shared, findings]) => shared !== null && findings.length >= atLeast && !left.has(shared) ? [shared] : []));
}


/***/ }),

/***/ 3345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41262);

/** `sha256` in hex. */
function sha256(bytes) {
    return (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSha256 */ .OL)(bytes);
}


/***/ }),

/***/ 42461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isSameJson)
/* harmony export */ });
/** Whether two JSON values have the same canonical form, which need not be made to tell. */
function isSameJson(one, other) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((each, index) => isSameJson(each, other[index])));
    }
    if (!isObject(one) || !isObject(other) || Array.isArray(other))
        return false;
    const names = Object.keys(one);
    return (names.length === Object.keys(other).length &&
        names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name])));
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}


/***/ }),

/***/ 12743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ readLines),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   uz: () => (/* binding */ splitLines),
/* harmony export */   v_: () => (/* binding */ readBlocks)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);

/** A file whose content is in memory. */
function fileOf(name, content) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    let digest = null;
    return {
        name,
        size: bytes.length,
        // Many are written, and only few are signed.
        get sha256() {
            return (digest ??= (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes));
        },
        pieces: () => [bytes],
    };
}
/** The whole content; only for what is known to be small. */
function readBytes(content) {
    return concatBytes([...content.pieces()]);
}
const LINE_FEED = 10;
/** Bytes that are made into text in one. */
const BLOCK_BYTES = 64 * 1024;
/** The content in blocks of whole lines, with their ends; the last may lack one. */
function* readBlocks(content) {
    // Joined as bytes: a character may lie across pieces too.
    let begun = [];
    for (const piece of content.pieces()) {
        for (let from = 0; from < piece.length; from += BLOCK_BYTES) {
            const part = piece.subarray(from, from + BLOCK_BYTES);
            const end = part.lastIndexOf(LINE_FEED) + 1;
            if (end > 0)
                yield concatBytes([...begun, part.subarray(0, end)]).toString("utf8");
            begun = end > 0 ? [part.subarray(end)] : [...begun, part];
        }
    }
    const rest = concatBytes(begun).toString("utf8");
    if (rest !== "")
        yield rest;
}
/** The lines of the content, without their ends; what comes after the last end is one only if it is not empty. */
function* readLines(content) {
    for (const block of readBlocks(content))
        yield* splitLines(block);
}
/** The lines of such a block. */
function splitLines(block) {
    return (block.endsWith("\n") ? block.slice(0, -1) : block).split("\n");
}
function concatBytes(parts) {
    const [first = Buffer.alloc(0), ...more] = parts;
    return more.length === 0 ? first : Buffer.concat([first, ...more]);
}


/***/ }),

/***/ 30963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kk: () => (/* binding */ sortEvidence),
/* harmony export */   NM: () => (/* binding */ sortRecords),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   oQ: () => (/* binding */ readRecordsInOrder),
/* harmony export */   rS: () => (/* binding */ evidenceText)
/* harmony export */ });
/* unused harmony export serializeEvidence */
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);

/** Canonical JSON (RFC 8785 for the values we hash): members sorted, no white space. */
function canonicalJson(value) {
    if (value === null || typeof value !== "object")
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(",")}]`;
    const members = Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
}
/**
 * The text of `evidence.json`: keys in the schema's order, two-space indent,
 * one newline at the end, signals by (timestamp, id), other records by id.
 */
function serializeEvidence(evidence) {
    return evidenceText(sortEvidence(evidence));
}
/** The text of evidence whose keys and records are in the order of the file already. */
function evidenceText(evidence) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}
/** The records of an item in the order of the file, their keys as well, one at a time: a copy of all would be as large again. */
function* readRecordsInOrder({ id, records }) {
    // Lines are in order already.
    if (records.lines !== undefined)
        yield* records;
    else
        for (const record of sortRecords(records))
            yield _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_SCHEMAS */ .LI[id].parse(record);
}
/** The same evidence with its keys and records in the order of the file. */
function sortEvidence(evidence) {
    // Parsing rebuilds every object in the order of the schema's keys.
    const parsed = _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Evidence */ .of.parse(evidence);
    return { ...parsed, items: parsed.items.map(sortItem) };
}
function sortItem(item) {
    const requests = item.collection.requests.map((request) => ({
        ...request,
        query: sortMembers(request.query),
        body: sortMembers(request.body),
    }));
    const collection = { ...item.collection, requests };
    if (item.id === "security-signals")
        return { ...item, collection, records: sortRecords(item.records) };
    if (item.id === "compliance-monitors")
        return { ...item, collection, records: sortRecords(item.records) };
    return { ...item, collection, records: sortRecords(item.records) };
}
/** What was asked has no order of its own, so it gets that of its names. */
function sortMembers(value) {
    return Object.fromEntries(Object.entries(value)
        .toSorted(([a], [b]) => compareValues(a, b))
        .map(([name, member]) => [name, sortJson(member)]));
}
function sortJson(value) {
    if (value === null || typeof value !== "object")
        return value;
    return Array.isArray(value) ? value.map(sortJson) : sortMembers(value);
}
/** Records in the order in which they stand in the file. */
function sortRecords(records) {
    return [...records].toSorted(compareRecords);
}
/** Signals by (timestamp, id), other records by id. */
function compareRecords(a, b) {
    return compareValues(a.timestamp ?? "", b.timestamp ?? "") || compareValues(a.id, b.id);
}
/** By number or by code unit, never by locale: the order must not depend on the machine. */
function compareValues(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 81006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RL: () => (/* binding */ evidenceFiles),
/* harmony export */   aG: () => (/* binding */ recordsFileName),
/* harmony export */   ft: () => (/* binding */ BUNDLE_NAME),
/* harmony export */   mM: () => (/* binding */ movedCaveat),
/* harmony export */   wm: () => (/* binding */ EVIDENCE_NAME)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12743);


const EVIDENCE_NAME = "evidence.json";
/** The signature of a run folder, and what it is about. */
const BUNDLE_NAME = "evidence.sigstore.json";
/** Over this, records move out: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;
/** Evidence is looked through for secrets, signed and written: the same files each time, made once. */
const filesMade = new WeakMap();
/**
 * The files that hold the evidence, `evidence.json` first. An item that would
 * make it too large keeps its counts, checks and ledger there; its records move,
 * whole, one a line, to `records-<item>.ndjson`.
 */
function evidenceFiles(evidence, largest = LARGEST_EVIDENCE) {
    if (largest !== LARGEST_EVIDENCE)
        return splitEvidence(evidence, largest);
    const files = filesMade.get(evidence) ?? splitEvidence(evidence, largest);
    filesMade.set(evidence, files);
    return files;
}
function splitEvidence(evidence, largest) {
    const moved = [];
    let bare = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sortEvidence */ .Kk)({ ...evidence, items: evidence.items.map(withoutRecords) });
    let left = evidence.items.filter(({ records }) => records.length > 0);
    for (;;) {
        const bytes = evidenceBytes(bare, { left, largest: left.length === 0 ? Infinity : largest });
        if (bytes !== null)
            return [(0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(EVIDENCE_NAME, bytes), ...moved];
        const item = largestOf(left);
        if (item === undefined)
            throw new Error("evidence without records does not fit");
        const file = recordsFile(item);
        moved.push(file);
        bare = noteMovedRecords(bare, { item, file });
        left = left.filter((each) => each !== item);
    }
}
/** Where the records of an item go that is written without them; no text inside can look like it. */
const NO_RECORDS = '\n      "records": [],\n';
/**
 * The text of `evidence.json` as bytes, with the records that are left in their
 * places; null when it is larger. Put together in pieces: one text of all
 * records would be as large again.
 */
function evidenceBytes(bare, { left, largest }) {
    // Indented they take more room than as lines.
    if (left.reduce((sum, { records }) => sum + (records.lines?.size ?? 0), 0) > largest)
        return null;
    const parts = [];
    let size = 0;
    const push = (text) => {
        const part = Buffer.from(text);
        parts.push(part);
        size += part.length;
        return size <= largest;
    };
    for (const [at, text] of (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceText */ .rS)(bare).split(NO_RECORDS).entries()) {
        if (!push(text))
            return null;
        const place = bare.items[at];
        if (place === undefined)
            continue;
        const item = left.find(({ id }) => id === place.id);
        if (!(item === undefined ? [NO_RECORDS] : recordPieces(item)).every(push))
            return null;
    }
    return Buffer.concat(parts);
}
/** The member `records` of an item, in pieces, as it stands in the file. */
function* recordPieces(item) {
    yield NO_RECORDS.slice(0, NO_RECORDS.indexOf("]"));
    let comma = "";
    for (const records of inChunks((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .readRecordsInOrder */ .oQ)(item))) {
        const texts = records.map((record) => `\n${JSON.stringify(record, null, 2)}`.replaceAll("\n", "\n        "));
        yield `${comma}${texts.join(",")}`;
        comma = ",";
    }
    yield "\n      ],\n";
}
/** The item whose records take the most room; undefined when no item has any left. */
function largestOf(items) {
    const sized = items.map((item) => ({ item, size: sizeOf(item.records) }));
    return sized.toSorted((a, b) => b.size - a.size)[0]?.item;
}
function sizeOf(records) {
    if (records.lines !== undefined)
        return records.lines.size;
    let size = 0;
    for (const record of records)
        size += JSON.stringify(record).length + 1;
    return size;
}
/** So many make a piece of a file. */
const RECORDS_A_PIECE = 1000;
function* inChunks(all) {
    let some = [];
    for (const each of all) {
        some.push(each);
        if (some.length < RECORDS_A_PIECE)
            continue;
        yield some;
        some = [];
    }
    if (some.length > 0)
        yield some;
}
function noteMovedRecords(bare, { item, file }) {
    const caveat = movedCaveat(item.records.length, file);
    const items = bare.items.map((each) => each.id === item.id ? { ...each, caveats: [...each.caveats, caveat] } : each);
    return { ...bare, items };
}
function withoutRecords(item) {
    return { ...item, records: [] };
}
/** How `evidence.json` speaks of records that moved out of it. */
function movedCaveat(count, file) {
    return `the ${count} records are in ${file.name}, sha256 ${file.sha256}`;
}
function recordsFile(item) {
    const name = recordsFileName(item.id);
    if (item.records.lines !== undefined)
        return { name, ...item.records.lines };
    const parts = [];
    for (const records of inChunks((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .readRecordsInOrder */ .oQ)(item))) {
        parts.push(Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")));
    }
    return (0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(name, Buffer.concat(parts));
}
/** The name of the file that holds an item's records when `evidence.json` does not. */
function recordsFileName(item) {
    return `records-${item}.ndjson`;
}


/***/ }),

/***/ 24451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/** Evidence is far less nested; a parser that walks by recursion would run out of stack. */
const MOST_LEVELS = 64;
/** Evidence stays under 10 MB, so this is no evidence, and one text in memory could not hold much more. */
const LARGEST_JSON = 256 * 1024 * 1024;
/**
 * Reads JSON as every parser would: UTF-8 without a mark, no member named
 * twice, no hostile depth. Never throws, and never repeats what it read.
 */
function readJson(bytes) {
    if (bytes.length > LARGEST_JSON)
        return { trouble: `is too large (${bytes.length} bytes)` };
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return { trouble: "is not text in UTF-8" };
    }
    const written = structureOf(bytes);
    if (written.depth > MOST_LEVELS)
        return { trouble: `is nested more than ${MOST_LEVELS} levels deep` };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // The parser's own words quote the file.
        return { trouble: "is not JSON" };
    }
    // Where two members share a name, parsers differ on which one counts.
    if (membersOf(value) !== written.members)
        return { trouble: "names a member twice" };
    return { value };
}
const QUOTE_BYTE = 0x22;
const BACKSLASH_BYTE = 0x5c;
const COLON_BYTE = 0x3a;
const BRACKET_BYTES = { "[": 0x5b, "]": 0x5d, "{": 0x7b, "}": 0x7d };
/**
 * Depth and members as they stand in the text: outside of strings, each colon
 * belongs to one member. Bytes are read, not characters, which takes half as
 * long: no part of a longer character looks like one of these.
 */
function structureOf(text) {
    const { length } = text;
    let level = 0;
    let depth = 0;
    let members = 0;
    for (let at = 0; at < length; at += 1) {
        const byte = text[at] ?? 0;
        // White space, which is much of a file.
        if (byte < QUOTE_BYTE)
            continue;
        if (byte === QUOTE_BYTE) {
            at += 1;
            while (at < length && text[at] !== QUOTE_BYTE)
                at += text[at] === BACKSLASH_BYTE ? 2 : 1;
        }
        else if (byte === COLON_BYTE)
            members += 1;
        else if (byte === BRACKET_BYTES["{"] || byte === BRACKET_BYTES["["]) {
            level += 1;
            if (level > depth)
                depth = level;
        }
        else if (byte === BRACKET_BYTES["}"] || byte === BRACKET_BYTES["]"])
            level -= 1;
    }
    return { depth, members };
}
function membersOf(value) {
    if (value === null || typeof value !== "object")
        return 0;
    const inside = Object.values(value);
    let members = Array.isArray(value) ? 0 : inside.length;
    for (const each of inside)
        members += membersOf(each);
    return members;
}


/***/ }),

/***/ 13043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);


/** Reads JSON that follows a schema. `types` holds, for each member that names a type, the types that are known. */
function readDocument(bytes, { schema, types, }) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return { trouble: json.trouble, isOther: false };
    const named = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).safeParse(json.value);
    for (const [member, known] of Object.entries(types)) {
        const type = named.data?.[member];
        if (typeof type === "string" && !known.includes(type))
            return { trouble: "is of a type that this version cannot check; a newer version may", isOther: true };
    }
    const read = schema.safeParse(json.value);
    if (read.success)
        return { value: read.data };
    return { trouble: `does not follow its schema: ${firstIssue(read.error)}`, isOther: false };
}
function firstIssue({ issues: [first] }) {
    if (first === undefined)
        return "unknown";
    return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}


/***/ }),

/***/ 17304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readEvidence),
/* harmony export */   D: () => (/* binding */ restoreRecords)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24451);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);





/** The evidence that the files of a run folder hold, with the records that had moved out. */
function readEvidence(files) {
    const bytes = files.get("evidence.json");
    if (bytes === undefined)
        return { trouble: "evidence.json is missing" };
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return { trouble: `evidence.json ${json.trouble}` };
    const evidence = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Evidence */ .of.safeParse(json.value);
    return evidence.success
        ? restoreRecords(evidence.data, files)
        : { trouble: "evidence.json does not follow its schema" };
}
/**
 * What `evidence.json` says, with the records that had moved out of it put back:
 * the inverse of `evidenceFiles`. Both must speak of the same records; give only
 * files that are signed.
 */
function restoreRecords(evidence, files) {
    const stray = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .ITEM_IDS */ .FT.find((id) => files.has((0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(id)) && evidence.items.every((item) => item.id !== id));
    if (stray !== undefined)
        return { trouble: `${(0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(stray)} belongs to no item` };
    const items = [];
    for (const item of evidence.items) {
        const put = restoreItem(item, files.get((0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id)));
        if ("trouble" in put)
            return put;
        items.push(put.item);
    }
    const whole = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Evidence */ .of.safeParse({ ...evidence, items });
    return whole.success
        ? { evidence: whole.data }
        : { trouble: "the records beside evidence.json do not follow its schema" };
}
/** Not checked against the schema yet. */
function restoreItem(item, bytes) {
    const name = (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id);
    const announced = item.caveats.findLast((caveat) => caveat.includes(` are in ${name}, sha256 `));
    if (bytes === undefined) {
        return announced === undefined ? { item } : { trouble: `${name} is missing, which holds the records` };
    }
    if (announced === undefined)
        return { trouble: `${name} is there, but evidence.json has no place for it` };
    if (item.records.length > 0)
        return { trouble: `the records of ${item.id} stand in two places` };
    const records = parseLines(bytes);
    if (records === null)
        return { trouble: `${name} is not one JSON object a line` };
    if (announced !== (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .movedCaveat */ .mM)(records.length, { name, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes) })) {
        return { trouble: `${name} is not the file that evidence.json speaks of` };
    }
    return { item: { ...item, records, caveats: item.caveats.filter((caveat) => caveat !== announced) } };
}
/** Null where the text is no list of JSON objects, each ended by a newline. */
function parseLines(bytes) {
    const records = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf("\n", start);
        if (end < 0)
            return null;
        const line = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes.subarray(start, end));
        if ("trouble" in line || !zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({}).safeParse(line.value).success)
            return null;
        records.push(line.value);
        start = end + 1;
    }
    return records;
}


/***/ }),

/***/ 357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ GAP_NAME),
/* harmony export */   X: () => (/* binding */ Gap)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);


/** Text that people write into a declaration: one line, no control characters. */
const DeclarationText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .max(500)
    .regex(/^[^\p{C}]+$/u);
/**
 * The contract of `gap.json`, version 1: somebody says why runs are missing. It
 * explains a gap and never fills it.
 */
const Gap = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("datadog-evidence-gap/v1"),
    stream: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamName */ .iN, site: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), cadence: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .CADENCES */ .br) }),
    declaredAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    /** Half open: slots that lie wholly in it are declared. */
    range: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ from: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(), to: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() }),
    cause: DeclarationText,
    /** Where the incident or decision is recorded; null where there is no such place. */
    ticket: DeclarationText.nullable(),
    /** Role of whoever declares it, never a name. */
    role: DeclarationText,
    run: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .RunIdentity */ .Kc,
});
/** The name of the file that holds a declaration in its run folder. */
const GAP_NAME = "gap.json";


/***/ }),

/***/ 15814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ recordCaveats),
/* harmony export */   O: () => (/* binding */ outsideWindowCaveat)
/* harmony export */ });
/** What a reader must know to read the item rightly, in plain sentences. */
function recordCaveats(of) {
    const { what, excluded, remarks, redactions, duplicates } = of;
    return [
        ...[...excluded]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([reason, count]) => `left out because ${reason}: ${count} of the ${what} received`),
        ...REMARK_SENTENCES.flatMap(([remark, sentence]) => {
            const count = remarks.get(remark) ?? 0;
            return count === 0 ? [] : [countSentence(sentence, count, what)];
        }),
        ...(duplicates === 0 ? [] : [`received more than once, counted once: ${duplicates} of the ${what}`]),
        ...(redactions === 0 ? [] : [`e-mail, IP or webhook addresses redacted in kept texts: ${redactions}`]),
    ];
}
/** How signals are spoken of that Datadog gave although their time is not in the window. */
function outsideWindowCaveat(count) {
    return countSentence(OUTSIDE_WINDOW, count, "signals");
}
function countSentence(sentence, count, what) {
    return `${sentence}: ${count} of the ${what}`;
}
const OUTSIDE_WINDOW = "time outside the window that was asked for";
const REMARK_SENTENCES = [
    ["unknown-triage-state", "triage state not known, counted as open"],
    ["unknown-status", "status not known, counted as unmuted"],
    ["outside-window", OUTSIDE_WINDOW],
    ["muted-monitor", "muted, so notifying nobody"],
    ["mute-without-expiry", "muted without an end"],
    ["draft", "draft, so notifying nobody"],
    ["paused", "paused synthetic test, its state old"],
    ["never-evaluated", "never evaluated"],
];


/***/ }),

/***/ 24101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ projectMonitor),
/* harmony export */   y: () => (/* binding */ monitorVerdict)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var _files_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3345);
/* harmony import */ var _projection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87650);




const MONITOR_TAGS = new Set([
    "compliance",
    "env",
    "service",
    "team",
    "iso27001",
    "soc2",
    "check_status",
    "check_type",
]);
/** One that cannot be read still mutes, without an end. */
const MonitorDowntime = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ active: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullish().catch(null), end: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullish().catch(null) })
    .catch({});
const RawMonitor = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    name: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    query: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    overall_state: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    overall_state_modified: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalTime */ .kX,
    modified: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalTime */ .kX,
    draft_status: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    matching_downtimes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(MonitorDowntime).nullish(),
    options: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        thresholds: zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9().nullish().catch(null),
        silenced: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable().catch(null)).nullish(),
    })
        .nullish(),
});
/** A monitor; kept when it carries exactly the tag, not one that merely begins with it. */
function projectMonitor(raw, { privacy, links, tag }) {
    const parsed = RawMonitor.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .firstBadField */ .cX)(parsed.error) };
    const found = parsed.data;
    if (!found.tags.includes(tag))
        return { excluded: `it does not carry exactly the tag ${tag}`, id: String(found.id) };
    const keep = (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .newTextKeeper */ ._W)(privacy);
    const mutes = [
        ...(found.matching_downtimes ?? [])
            .filter(({ active }) => active !== false)
            .map(({ end }) => end ?? null),
        ...Object.values(found.options?.silenced ?? {}),
    ];
    const query = found.query ?? "";
    const paused = found.tags.includes("check_status:paused");
    const draft = found.draft_status === "draft";
    const stateSince = found.overall_state_modified ?? null;
    return keep.result({
        id: found.id,
        name: keep.text(found.name),
        type: found.type,
        state: found.overall_state,
        stateSince,
        verdict: monitorVerdict(found.overall_state),
        muted: mutes.length > 0,
        mutedUntil: lastEnd(mutes),
        draft,
        paused,
        watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(query),
        definitionSha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ type: found.type, query, thresholds: found.options?.thresholds ?? null })),
        modified: found.modified ?? null,
        tags: privacy === "minimal" ? [tag] : keep.tags(found.tags, MONITOR_TAGS, tag),
        link: links.monitor(found.id),
    }, [
        ...(mutes.length > 0 ? ["muted-monitor"] : []),
        ...(mutes.includes(null) ? ["mute-without-expiry"] : []),
        ...(draft ? ["draft"] : []),
        ...(paused ? ["paused"] : []),
        ...(stateSince === null ? ["never-evaluated"] : []),
    ]);
}
/** Datadog documents Alert, Warn, No Data and OK; what else its enumeration holds was not evaluated. */
function monitorVerdict(state) {
    if (state === "OK")
        return "passing";
    return state === "Alert" || state === "Warn" ? "failing" : "notEvaluated";
}
/** Null when one mute has no end, or there is none. */
function lastEnd(ends) {
    const known = ends.filter((end) => end !== null && Math.abs(end) <= 8.64e12).map(Number);
    if (known.length === 0 || known.length < ends.length)
        return null;
    return new Date(Math.max(...known) * 1000).toISOString();
}


/***/ }),

/***/ 87650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Re: () => (/* binding */ recordId),
/* harmony export */   _W: () => (/* binding */ newTextKeeper),
/* harmony export */   cX: () => (/* binding */ firstBadField),
/* harmony export */   d8: () => (/* binding */ requiredTime),
/* harmony export */   kX: () => (/* binding */ optionalTime),
/* harmony export */   mR: () => (/* binding */ optionalText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51346);


/** Names are for recognising; a longer one serves nobody and could fill a report. */
const LONGEST_TEXT = 500;
/** A field we can do without: of another type than expected it reads as absent. */
const optionalText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish().catch(null);
/** Of half a character there is no link, and no telling it from another. */
const recordId = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .refine((id) => id.isWellFormed());
/** Datadog gives instants as ISO text or as milliseconds since 1970. */
const requiredTime = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine((instant) => isInstant(Date.parse(instant))),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .refine(isInstant)
        .transform((ms) => new Date(ms).toISOString()),
]);
/** Years have four digits: others are another unit, and no schema takes them. */
function isInstant(ms) {
    return ms >= Date.parse("0000-01-01T00:00:00Z") && ms <= Date.parse("9999-12-31T23:59:59.999Z");
}
/** An instant we can do without. */
const optionalTime = requiredTime.nullish().catch(null);
/** Keeps texts according to the privacy level and counts what had to be redacted. */
function newTextKeeper(privacy) {
    let redactions = 0;
    const clean = (value) => {
        const { text: safe, hits } = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(value.toWellFormed());
        redactions += hits;
        // Half a character is no text: a strict parser of the evidence would stumble over it.
        return safe.length > LONGEST_TEXT
            ? `${safe.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "")}… [cut]`
            : safe;
    };
    return {
        text: (value) => value === null || value === undefined || privacy === "minimal" ? null : clean(value),
        tags: (tags, keys, also) => {
            if (privacy === "minimal")
                return [];
            const kept = tags.filter((tag) => tag === also || (tag.includes(":") && keys.has(tag.slice(0, tag.indexOf(":")))));
            return [...new Set(kept)].toSorted().map(clean);
        },
        result: (kept, remarks) => ({
            kept,
            redactions,
            remarks,
        }),
    };
}
/** The path of the first field that is missing or of another type. */
function firstBadField(error) {
    return error.issues[0]?.path.join(".") || "the record itself";
}


/***/ }),

/***/ 51346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ redactText)
/* harmony export */ });
/**
 * Replaces e-mail addresses, IP addresses and URLs with a secret in their path
 * inside a kept text. The text stays evidence; what identifies a person or
 * opens a door does not.
 */
const REDACTION_PATTERNS = [
    {
        what: "webhook",
        pattern: /(?:https?:\/\/[\w.-]*webhook[\w.-]*|(?:https?:\/\/)?(?:hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks|events\.pagerduty\.com))[^\s"'<>)]*/gi,
    },
    {
        what: "email",
        pattern: /[^\s@<>()[\]",;:\\]{1,64}@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu,
    },
    // Not by word boundaries: `ip_10.0.0.1` and `host10.0.0.1` name a machine as well.
    {
        what: "ip",
        pattern: /(?<!\d)(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?!\d)/g,
    },
    {
        what: "ip",
        pattern: /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?![\w:])/gi,
    },
];
/** The text with `[redacted: …]` in place of what identifies somebody, and how often that was needed. */
function redactText(text) {
    let hits = 0;
    let clean = text;
    for (const { what, pattern } of REDACTION_PATTERNS) {
        clean = clean.replace(pattern, () => {
            hits += 1;
            return `[redacted: ${what}]`;
        });
    }
    return { text: clean, hits };
}


/***/ }),

/***/ 60197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ CADENCE_MS),
  oe: () => (/* binding */ isInWindow),
  oP: () => (/* binding */ timesProblem),
  xZ: () => (/* binding */ validUntil),
  Yy: () => (/* binding */ windowBefore)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/evidence/projection/caveats.js
var projection_caveats = __webpack_require__(15814);
;// CONCATENATED MODULE: ./lib/evidence/records.js
/** How many of the records are such. */
function countRecords(records, isSuch) {
    let count = 0;
    for (const record of records)
        if (isSuch(record))
            count += 1;
    return count;
}

;// CONCATENATED MODULE: ./lib/evidence/projection/times.js



/** How long a slot of each cadence lasts. */
const CADENCE_MS = {
    PT1H: time/* HOUR_MS */.iQ,
    PT6H: 6 * time/* HOUR_MS */.iQ,
    PT12H: 12 * time/* HOUR_MS */.iQ,
    P1D: 24 * time/* HOUR_MS */.iQ,
};
const WINDOW_MS = 7 * 24 * time/* HOUR_MS */.iQ;
/** The longest deadline, and an hour for a clock that was put right meanwhile. */
const LONGEST_RUN_MS = 7 * time/* HOUR_MS */.iQ;
/** Fresh until the next run is due and its grace is over: half a cadence, at least six hours. */
function validUntil(collectedAt, cadence) {
    const length = CADENCE_MS[cadence];
    return new Date(collectedAt.getTime() + length + Math.max(length / 2, 6 * time/* HOUR_MS */.iQ));
}
/** The seven days before the start of a run. */
function windowBefore(startedAt) {
    return { from: (0,time/* formatTime */.fU)(new Date(startedAt.getTime() - WINDOW_MS)), to: (0,time/* formatTime */.fU)(startedAt) };
}
/** The first moment of the evidence that does not follow from the others, as a sentence; null when all do. */
function timesProblem({ startedAt, collectedAt, validUntil: said, stream, items, }) {
    const [start, end] = [new Date(startedAt), new Date(collectedAt)];
    const lasted = end.getTime() - start.getTime();
    if (lasted < 0)
        return `it was collected at ${collectedAt}, before its start at ${startedAt}`;
    if (lasted > LONGEST_RUN_MS)
        return `it started at ${startedAt}, longer before ${collectedAt} than any run takes`;
    const due = validUntil(end, stream.cadence);
    if (Date.parse(said) !== due.getTime()) {
        return `it is valid until ${said}, but by its cadence until ${(0,time/* formatTime */.fU)(due)}`;
    }
    const signals = items.find((item) => item.id === "security-signals");
    return signals === undefined ? null : windowProblem(signals, start);
}
function windowProblem({ id, window, records, caveats }, startedAt) {
    const due = windowBefore(startedAt);
    if (window === null)
        return `${id} has no window`;
    if (Date.parse(window.from) !== Date.parse(due.from) || Date.parse(window.to) !== Date.parse(due.to)) {
        return `${id} is of ${window.from} to ${window.to}, but the run started so that it would be of ${due.from} to ${due.to}`;
    }
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    const outside = countRecords(records, ({ timestamp }) => !isBetween(Date.parse(timestamp), from, to));
    if (outside === 0 || caveats.includes((0,projection_caveats/* outsideWindowCaveat */.O)(outside)))
        return null;
    return `${id} has records of a time outside its window: ${outside}`;
}
/** Whether the instant lies in the window, both ends included, as Datadog searches. */
function isInWindow(at, { from, to }) {
    return isBetween(Date.parse(at), Date.parse(from), Date.parse(to));
}
function isBetween(ms, from, to) {
    return ms >= from && ms <= to;
}


/***/ }),

/***/ 54873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ph: () => (/* binding */ ALL_ACCOUNTED),
/* harmony export */   Sf: () => (/* binding */ deriveCollection),
/* harmony export */   Zu: () => (/* binding */ READ_TO_END),
/* harmony export */   nz: () => (/* binding */ checkAtLeastOne)
/* harmony export */ });
/** The two checks that every item has. */
const READ_TO_END = "listing requests read to their end";
const ALL_ACCOUNTED = "records kept or excluded for a stated reason";
/** Status, grade and checks of an item, as they follow from what was observed. */
function deriveCollection(observed) {
    const { requests, listings, received, unique, total } = observed;
    const checks = [
        checkEqual(READ_TO_END, listings.length, listings.filter(({ drained }) => drained).length),
        checkEqual(ALL_ACCOUNTED, unique, observed.kept + observed.excluded),
        ...observed.agreements,
        ...(total === null ? [] : [checkEqual(total.name, total.expected, total.actual)]),
        ...observed.proofs,
    ];
    const facts = {
        requests: [...requests],
        received,
        // Records of the item: what was left out because it does not belong is no part of it.
        unique: unique - observed.excluded,
        sourceTotal: total?.expected ?? null,
        checks,
    };
    const reason = lossOf(observed);
    if (reason === null) {
        return { status: "complete", grade: total === null ? "drained" : "reconciled", reason, ...facts };
    }
    return { status: wasRead(observed) ? "partial" : "failed", grade: null, reason, ...facts };
}
/**
 * Whether there is a part of the list. Reading that ended before the first
 * record has none, except where the source gave an empty page and called it short.
 */
function wasRead({ stopped, received }) {
    return stopped === null || stopped.code === "source-timeout" || received > 0;
}
/** The first trace of loss; null when there is none. */
function lossOf(observed) {
    const { stopped, misshapen, listings, unique, kept, excluded, agreements, total } = observed;
    if (stopped !== null)
        return stopped;
    if (misshapen.length > 0) {
        const fields = [...new Set(misshapen)].toSorted().slice(0, 5).join(", ");
        return {
            code: "shape",
            message: `${misshapen.length} of the records lack a usable ${fields}`,
            hint: "Datadog's answers may have changed; look for a newer version of datadog-evidence",
        };
    }
    if (listings.length === 0 || !listings.every(({ drained }) => drained)) {
        return { code: "cap", message: "reading stopped before the end of the list", hint: null };
    }
    if (kept + excluded !== unique) {
        return {
            code: "count-mismatch",
            message: `${unique} records were read but ${kept + excluded} accounted for`,
            hint: null,
        };
    }
    const broken = agreements.find(({ ok }) => !ok);
    if (broken !== undefined) {
        return {
            code: "count-mismatch",
            message: `${broken.name}: ${broken.actual} of ${broken.expected}`,
            hint: "the list was read in slices that do not add up; run again",
        };
    }
    if (total !== null && total.expected !== total.actual) {
        return {
            code: "count-mismatch",
            message: `Datadog counts ${total.expected} but its list gave ${total.actual}`,
            hint: "run again; if the numbers still differ, the list omits something",
        };
    }
    return null;
}
function checkEqual(name, expected, actual) {
    return { name, expected, actual, ok: expected === actual };
}
/** A check that holds when the source showed at least one. */
function checkAtLeastOne(name, actual) {
    return { name, expected: 1, actual, ok: actual >= 1 };
}


/***/ }),

/***/ 76767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findContradiction)
/* harmony export */ });
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98827);


/**
 * The first thing that the evidence says against itself, as a sentence; null
 * when outcome, states and counts follow from what was collected. Records that
 * moved to a file of their own are not counted again.
 */
function findContradiction(evidence, moved) {
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
        const against = collectionProblem(item) ?? resultProblem(item, moved.has(item.id));
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
function collectionProblem({ collection }) {
    const { status, grade, reason, sourceTotal, checks } = collection;
    const wrong = checks.find((check) => check.ok !== isCheckTrue(check));
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
function resultProblem(item, isMoved) {
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
    if (!(0,_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(result.counts, derived.counts))
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
    return (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsResult */ .Lq)(item.collection, item.records);
}
function isProof({ name }) {
    return name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNALS_SEEN */ ._I || name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES_ENABLED */ .cO || name === _states_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNTS_COVERED */ .cR;
}
function isCheckTrue(check) {
    return isProof(check) ? check.actual >= check.expected : check.actual === check.expected;
}


/***/ }),

/***/ 98827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ findingsResult),
/* harmony export */   X2: () => (/* binding */ signalsResult),
/* harmony export */   _I: () => (/* binding */ SIGNALS_SEEN),
/* harmony export */   cO: () => (/* binding */ RULES_ENABLED),
/* harmony export */   cR: () => (/* binding */ ACCOUNTS_COVERED),
/* harmony export */   dJ: () => (/* binding */ monitorsResult),
/* harmony export */   rI: () => (/* binding */ RULES_VERSION),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/** Version of the rules in this file and in `completeness.ts`. */
const RULES_VERSION = 1;
/** Counts of signals; an unknown triage state counts as open. */
function countSignals(records) {
    const counts = { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 };
    for (const { severity, triage } of records) {
        counts[severity] += 1;
        counts.total += 1;
        counts[triageOf(triage.state)] += 1;
    }
    return counts;
}
function triageOf(state) {
    if (state === "archived")
        return "archived";
    return state === "under_review" ? "underReview" : "open";
}
/** Counts of monitors; muted cuts across the other three. */
function countMonitors(records) {
    const counts = { total: 0, passing: 0, failing: 0, notEvaluated: 0, muted: 0 };
    for (const { verdict, muted } of records) {
        counts.total += 1;
        counts[verdict] += 1;
        counts.muted += Number(muted);
    }
    return counts;
}
/** Counts of findings; critical, high and total include muted ones. */
function countFindings(records) {
    const counts = { critical: 0, high: 0, total: 0, muted: 0 };
    for (const { severity, muted } of records) {
        counts[severity] += 1;
        counts.total += 1;
        counts.muted += Number(muted);
    }
    return counts;
}
/** Signals: zero is only clear when something shows that detection is alive. */
function signalsResult(collection, records) {
    const counts = countSignals(records);
    return decideResult(collection, counts, () => {
        if (counts.open + counts.underReview > 0)
            return "attention";
        if (counts.total > 0 || isProven(collection, SIGNALS_SEEN) || isProven(collection, RULES_ENABLED))
            return "clear";
        return {
            code: "no-liveness",
            message: "no critical or high signal, and nothing shows that detection is alive",
            hint: "check in Datadog that detection rules are enabled and logs arrive",
        };
    });
}
/** Monitors: none tagged is unknown, never a pass. */
function monitorsResult(collection, records, tag) {
    const counts = countMonitors(records);
    return decideResult(collection, counts, () => {
        if (counts.total === 0) {
            return {
                code: "no-monitors",
                message: `no monitor carries exactly the tag ${tag}`,
                hint: `add the tag ${tag} to each monitor that supports a control: Monitors > Manage Monitors > select > Edit Tags`,
            };
        }
        return counts.failing + counts.notEvaluated + counts.muted > 0 ? "attention" : "clear";
    });
}
/** Findings: zero is only clear where Cloud Security covers something. */
function findingsResult(collection, records) {
    const counts = countFindings(records);
    return decideResult(collection, counts, () => {
        if (counts.total - counts.muted > 0)
            return "attention";
        if (isProven(collection, ACCOUNTS_COVERED))
            return "clear";
        return {
            code: "no-coverage",
            message: "no unmuted failing check, and nothing shows that Cloud Security covers an account",
            hint: "check in Datadog under Security > Settings > Cloud Security that accounts are connected",
        };
    });
}
/** The checks that show detection to be alive; either will do. */
const SIGNALS_SEEN = "signals of any severity in the window, at least one";
const RULES_ENABLED = "enabled detection rules, at least one";
/** The check that shows accounts to be covered. */
const ACCOUNTS_COVERED = "cloud accounts covered by Cloud Security, at least one";
function isProven({ checks }, name) {
    return checks.some((check) => check.name === name && check.ok);
}
function decideResult({ status, reason }, counts, judge) {
    if (status === "failed" || status === "skipped")
        return { state: "unknown", reason, counts: null };
    if (status === "partial")
        return { state: "unknown", reason, counts };
    const judged = judge();
    if (typeof judged === "string")
        return { state: judged, reason: null, counts };
    return { state: "unknown", reason: judged, counts };
}
/** Of the collection, never of compliance. */
function outcomeOf(items) {
    const statuses = items.map(({ collection }) => collection.status);
    if (statuses.every((status) => status === "failed" || status === "skipped")) {
        return statuses.includes("failed") ? "failed" : "complete";
    }
    return statuses.every((status) => status === "complete" || status === "skipped") ? "complete" : "partial";
}


/***/ }),

/***/ 35498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ ITEM_IDS),
/* harmony export */   IA: () => (/* binding */ Sha256),
/* harmony export */   Kc: () => (/* binding */ RunIdentity),
/* harmony export */   LI: () => (/* binding */ RECORD_SCHEMAS),
/* harmony export */   br: () => (/* binding */ CADENCES),
/* harmony export */   iN: () => (/* binding */ StreamName),
/* harmony export */   of: () => (/* binding */ Evidence),
/* harmony export */   y_: () => (/* binding */ Count)
/* harmony export */ });
/* unused harmony exports SignalCounts, MonitorCounts, FindingCounts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);


/**
 * The contract of `evidence.json`, version 1. The JSON Schema in `schemas/` is
 * generated from it; unknown fields are rejected on reading. The order of the
 * keys here is the order in the file.
 */
const Sha256 = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const IsoTime = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const Count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
/** A value replaced by a keyed hash, `hmac-sha256:<64 hex>`. */
const PseudonymText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^hmac-sha256:[0-9a-f]{64}$/);
const ITEM_IDS = ["security-signals", "compliance-monitors", "cspm-findings"];
const CADENCES = ["PT1H", "PT6H", "PT12H", "P1D"];
/** Safe as a folder name on every system. */
const StreamName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
const Reason = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    code: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .REASON_CODES */ .OE),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    hint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
const Control = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    framework: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    support: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["direct", "claimed"]),
});
/** One answered (or given up) HTTP exchange; `status` is 0 when no answer came. */
const Page = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: Count,
    /** Records of the item that the page carried; a control total carries none. */
    items: Count,
    bytes: Count,
    /** Of the body as received, after content decoding. */
    sha256: Sha256,
    attempts: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
});
const RequestParameters = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9());
const Request = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["GET", "POST"]),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    query: RequestParameters,
    body: RequestParameters,
    /** Whether the answer was read to its end. */
    drained: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    pages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Page),
});
const Check = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    expected: Count,
    actual: Count,
    ok: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const Collection = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["complete", "partial", "skipped", "failed"]),
    grade: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["reconciled", "drained"]).nullable(),
    reason: Reason.nullable(),
    requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Request),
    received: Count,
    unique: Count,
    sourceTotal: Count.nullable(),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Check),
});
const State = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["attention", "clear", "unknown"]);
const SignalRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["critical", "high"]),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable() })
        .nullable(),
    triage: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** As Datadog names it: open, under_review, archived. Anything else counts as open. */
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        archiveReason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
        assigned: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        incidents: Count,
        /** When the state last changed; null where Datadog does not say. */
        changed: IsoTime.nullable(),
    }),
    firstSeen: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    lastSeen: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    tags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    link: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
});
const MonitorRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    stateSince: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passing", "failing", "notEvaluated"]),
    muted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    /** When the mute ends; null when it has no end or there is none. */
    mutedUntil: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    draft: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    paused: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    watchesClock: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    /** Of type, query and thresholds: it changes when the monitor watches something else. */
    definitionSha256: Sha256,
    modified: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    tags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    link: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
});
const FindingRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Finding ids contain the resource's name, so they are pseudonymised. */
    id: PseudonymText,
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["critical", "high"]),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable() }).nullable(),
    resource: PseudonymText.nullable(),
    resourceType: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    cloudProvider: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    muted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    muteReason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    muteExpires: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    firstSeen: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    changed: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    link: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
});
/** The records of each item, one by one. */
const RECORD_SCHEMAS = {
    "security-signals": SignalRecord,
    "compliance-monitors": MonitorRecord,
    "cspm-findings": FindingRecord,
};
const SignalCounts = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    critical: Count,
    high: Count,
    total: Count,
    open: Count,
    underReview: Count,
    archived: Count,
});
const MonitorCounts = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    total: Count,
    passing: Count,
    failing: Count,
    notEvaluated: Count,
    muted: Count,
});
const FindingCounts = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ critical: Count, high: Count, total: Count, muted: Count });
const Window = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ from: IsoTime, to: IsoTime });
const Population = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), size: Count.nullable() });
function itemSchema(kind) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(kind.id),
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        link: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
        controls: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Control),
        window: Window.nullable(),
        population: Population,
        collection: Collection,
        result: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ state: State, reason: Reason.nullable(), counts: kind.counts.nullable() }),
        records: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(kind.record),
        caveats: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    });
}
const SignalsItem = itemSchema({ id: "security-signals", counts: SignalCounts, record: SignalRecord });
const MonitorsItem = itemSchema({ id: "compliance-monitors", counts: MonitorCounts, record: MonitorRecord });
const FindingsItem = itemSchema({ id: "cspm-findings", counts: FindingCounts, record: FindingRecord });
const Item = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("id", [SignalsItem, MonitorsItem, FindingsItem]);
const GitHubRun = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    repositoryId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    workflowRef: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    workflowSha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    schedule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
});
const RunIdentity = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9-]{1,64}$/),
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    github: GitHubRun.nullable(),
});
const Outcome = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["complete", "partial", "failed"]);
const Evidence = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("datadog-evidence/v1"),
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    mapping: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), sha256: Sha256 }),
    stream: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: StreamName, cadence: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(CADENCES) }),
    startedAt: IsoTime,
    collectedAt: IsoTime,
    validUntil: IsoTime,
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        system: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("Datadog"),
        site: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        apiUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
        organization: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
        organizationId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
        apiKeyId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
        /** Datadog's clock minus ours, in milliseconds; null when no answer carried a date. */
        clockSkewMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullable(),
    }),
    collector: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("datadog-evidence"), version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), sha256: Sha256 }),
    run: RunIdentity,
    privacy: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ level: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["standard", "minimal"]), pseudonymKeyId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    outcome: Outcome,
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Item).min(1),
});


/***/ }),

/***/ 71957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   O8: () => (/* binding */ isReasonCode),
/* harmony export */   OE: () => (/* binding */ REASON_CODES),
/* harmony export */   UW: () => (/* binding */ explainError)
/* harmony export */ });
/* unused harmony export STEP_CODES */
/** Why an item is not complete or its state unknown, as the evidence file names it. */
const REASON_CODES = [
    "refused",
    "permission",
    "not-available",
    "unreachable",
    "rate-limited",
    "server-error",
    "not-json",
    "shape",
    "truncated",
    "source-timeout",
    "cursor-repeated",
    "cap",
    "deadline",
    "cancelled",
    "count-mismatch",
    "clock-skew",
    "no-monitors",
    "no-liveness",
    "no-coverage",
];
/** Which step failed, where that is no reason of an item. */
const STEP_CODES = (/* unused pure expression or super */ null && ([
    "input",
    "not-signed",
    "no-timestamp",
    "not-published",
    "not-genuine",
    "unreadable",
]));
/**
 * A failure we foresaw. The message says what happened; the hint says what the
 * reader can do about it. Anything else that is thrown is a bug.
 */
class Failure extends Error {
    name = "Failure";
    code;
    hint;
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
    }
}
/** What an entry prints of an error: a foreseen failure reads as a sentence, a bug keeps its stack. */
function explainError(error) {
    if (error instanceof Failure)
        return [error.message, error.hint].filter(Boolean).join("\n");
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** The code of an error of the system, such as `ENOENT`; `unknown error` where it has none. */
function errorCode(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
/** Whether the code may stand in an evidence file. */
function isReasonCode(code) {
    return REASON_CODES.some((known) => known === code);
}


/***/ }),

/***/ 41262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ deriveKey),
/* harmony export */   OL: () => (/* binding */ digestSha256),
/* harmony export */   RI: () => (/* binding */ kindOfKey),
/* harmony export */   RR: () => (/* binding */ readPublicKey),
/* harmony export */   TR: () => (/* binding */ hmacSha256),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   cL: () => (/* binding */ readCertificateNames),
/* harmony export */   sl: () => (/* binding */ isSignatureBy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The digest in hex, or in base64. */
function digestSha256(bytes, encoding = "hex") {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest(encoding);
}
/** A function that returns the HMAC-SHA-256 of a text, in hex, under the key. */
function hmacSha256(key) {
    const secret = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(key);
    return (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", secret).update(text).digest("hex");
}
/** The key of 32 bytes that HKDF-SHA-256 derives from the secret for a purpose, without a salt. */
function deriveKey(secret, purpose) {
    return Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)("sha256", secret, "", purpose, 32));
}
/** The public key in a PEM text, or in the DER of its SPKI. Throws where there is none. */
function readPublicKey(source) {
    return typeof source === "string"
        ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(source)
        : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(source), format: "der", type: "spki" });
}
/** `P-256`, `Ed25519`, or the name of another kind of key. */
function kindOfKey(key) {
    if (key.asymmetricKeyType === "ed25519")
        return "Ed25519";
    if (key.asymmetricKeyType !== "ec")
        return (key.asymmetricKeyType ?? "of an unknown kind").toUpperCase();
    const curve = key.asymmetricKeyDetails?.namedCurve ?? "an unknown curve";
    return CURVES[curve] ?? curve;
}
const CURVES = {
    prime256v1: "P-256",
    secp384r1: "P-384",
    secp521r1: "P-521",
};
/** The `sha256` of the key's SPKI DER, in hex. */
function fingerprintOf(key) {
    return digestSha256(key.export({ type: "spki", format: "der" }));
}
/** Whether the signature over the bytes is by the key: ECDSA with SHA-256, or Ed25519. */
function isSignatureBy(key, { bytes, signature }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(key.asymmetricKeyType === "ed25519" ? null : "sha256", bytes, key, signature);
}
/** The names in a certificate in DER. Throws where it is none, or where its public key cannot be read. */
function readCertificateNames(der) {
    const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der);
    void certificate.publicKey;
    return { subject: certificate.subject, issuer: certificate.issuer };
}


/***/ }),

/***/ 35074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ concealSecrets),
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;
/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
function secretForms(secrets) {
    const forms = secrets.flatMap((secret) => {
        if (secret === null || secret === undefined)
            return [];
        // The environment of some systems holds halves of characters, which no URL can encode.
        const plain = secret.toWellFormed().trim();
        return [plain, ...linesOf(plain), ...linesOf(wrappedPem(plain))].flatMap(encodings);
    });
    // Longest first, so that a part never leaves the rest of the whole behind.
    return [...new Set(forms)]
        .filter((form) => form.length >= SHORTEST)
        .toSorted((a, b) => b.length - a.length);
}
function linesOf(text) {
    const lines = text.split(/\r?\n|\\r|\\n/).map((line) => line.trim());
    return lines.filter((line) => !line.startsWith("-----"));
}
/** A PEM may be given as base64 of the whole; what it unwraps to is as secret. Empty for anything else. */
function wrappedPem(text) {
    const decoded = Buffer.from(text, "base64").toString("utf8");
    return decoded.includes("-----BEGIN") ? decoded : "";
}
function encodings(text) {
    const bytes = Buffer.from(text);
    return [
        text,
        bytes.toString("base64"),
        bytes.toString("base64url"),
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
/** The text with every form of a secret replaced. */
function concealSecrets(text, forms) {
    const once = forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
    // What was left and right of a secret may make another one; each round is shorter, so this ends.
    return once === text ? text : concealSecrets(once, forms);
}


/***/ }),

/***/ 81526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ formatExactTime),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The time in UTC to the second, `2026-11-22T06:17:31Z`. */
function formatTime(time) {
    return formatExactTime(time).replace(/\.\d{3}Z$/, "Z");
}
/** The time in UTC to the second, or to the millisecond where it has a fraction. */
function formatExactTime(time) {
    return new Date(time).toISOString().replace(".000Z", "Z");
}


/***/ }),

/***/ 81431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ escapeCss),
/* harmony export */   PT: () => (/* binding */ markup),
/* harmony export */   Rm: () => (/* binding */ joinMarkup),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/**
 * HTML that is safe to put on a page. Only `markup` and `joinMarkup` make it, so that text that was not escaped
 * does not compile where markup is expected.
 */
class Markup {
    #html;
    constructor(html) {
        this.#html = html;
    }
    toString() {
        return this.#html;
    }
}
const ENTITIES = new Map([
    ["&", "&amp;"],
    ["<", "&lt;"],
    [">", "&gt;"],
    ['"', "&quot;"],
    ["'", "&#39;"],
]);
// Controls, bidi overrides, invisible characters and lone surrogates can make a page show something other
// than what is written. The two joiners stay: scripts and emoji need them.
const NOT_PLAIN = /[&<>"']|[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\n\t\u200c\u200d]]/gv;
/**
 * HTML from a template, such as `` markup`<b>${name}</b>` ``: strings are text and are escaped, arrays are put
 * together, and only `Markup`, phrases and blocks are taken as they are. Attributes must be quoted.
 */
function markup(strings, ...values) {
    return new Markup(String.raw({ raw: strings }, ...values.map(htmlOf)));
}
/** The parts, one after the other. */
function joinMarkup(parts, separator = "") {
    return new Markup(parts.map(htmlOf).join(separator));
}
function htmlOf(value) {
    if (typeof value === "string")
        return escapeHtml(value);
    if (typeof value === "number")
        return String(value);
    if (value instanceof Markup)
        return value.toString();
    return "html" in value ? value.html().toString() : value.map(htmlOf).join("");
}
/** What somebody reads of the markup, for a terminal. Text in it is escaped, so every `<` begins a tag. */
function textOf(html) {
    const characters = new Map([...ENTITIES].map(([character, entity]) => [entity, character]));
    return html
        .toString()
        .replaceAll(/<[^>]*>/gv, "")
        .replaceAll(/&(?:amp|lt|gt|quot|#39);/gv, (entity) => characters.get(entity) ?? entity);
}
/** Text as HTML, for elements and quoted attributes; what cannot be seen becomes its code point in ⟨ ⟩. */
function escapeHtml(text) {
    return text.replaceAll(NOT_PLAIN, (char) => ENTITIES.get(char) ?? codePoint(char));
}
/** Text as the content of a CSS string: everything but plain characters is a hexadecimal escape. */
function escapeCss(text) {
    return text
        .replaceAll(/\s/gv, " ")
        .replaceAll(/[^\p{L}\p{N} .,:_\-]/gv, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}
function codePoint(char) {
    const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${hex}⟩`;
}


/***/ }),

/***/ 18137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ collectionWord),
/* harmony export */   I4: () => (/* binding */ styled),
/* harmony export */   J8: () => (/* binding */ phraseOf),
/* harmony export */   K7: () => (/* binding */ htmlOnly),
/* harmony export */   K9: () => (/* binding */ groupDigits),
/* harmony export */   LN: () => (/* binding */ soft),
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   RQ: () => (/* binding */ markdownOf),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Zq: () => (/* binding */ htmlOf),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kc: () => (/* binding */ stateWord),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   lA: () => (/* binding */ jump),
/* harmony export */   q: () => (/* binding */ stackWords),
/* harmony export */   rL: () => (/* binding */ signOf),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   y1: () => (/* binding */ range),
/* harmony export */   yZ: () => (/* binding */ joinWords)
/* harmony export */ });
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81431);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85600);


/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = /^.{0,200}/sv;
/** What can end neither its quotes nor the cell of a table. */
const IS_CODE = /^[\w*,.:?=\u0026%\/\-][\w *,.:?=\u0026%\/\-]{0,298}[\w*,.:?=\u0026%\/\-]$/v;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+\-]\d{2}:\d{2}))?$/v;
const STATE_MARKS = { attention: "▲", clear: "●", unknown: "○" };
const COLLECTION_MARKS = { complete: "✓", partial: "◐", skipped: "–", failed: "×" };
/**
 * A phrase from a template, such as `` phrase`Valid until ${time(at)}.` ``. The words of the template are ours;
 * every string that is put in is escaped.
 */
function phrase(strings, ...values) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(strings.flatMap((string, index) => [string, htmlOf(values[index] ?? "")])), () => String.raw({ raw: strings }, ...values.map(markdownOf)));
}
/** A phrase by its two notations; for what no other function here writes. */
function phraseOf(html, markdown) {
    return { kind: "phrase", html, markdown };
}
/** Words as HTML. */
function htmlOf(words) {
    if (typeof words === "number")
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${groupDigits(words)}`;
    return typeof words === "string" ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${words}` : words.html();
}
/** Words as Markdown that people also read as it is. */
function markdownOf(words) {
    if (typeof words === "number")
        return groupDigits(words);
    if (typeof words !== "string")
        return words.markdown();
    // Part of a sentence may begin or end with a blank.
    return `${words.startsWith(" ") ? " " : ""}${(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(words)}${words.endsWith(" ") ? " " : ""}`;
}
/** The words one after the other. */
function joinWords(words, separator = ", ") {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(words.map(htmlOf), separator), () => words.map(markdownOf).join(separator));
}
/** The words each in a line of their own; Markdown has no lines within a cell. */
function stackWords(words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(words.map(htmlOf), "<br>"), () => words.map(markdownOf).join("; "));
}
/** Text that somebody else wrote: cut when very long, and isolated, so that its direction does not change the words around it. */
function name(text) {
    return phraseOf(() => {
        const start = LONGEST_NAME.exec(text)?.[0] ?? "";
        const shown = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<bdi>${start}</bdi>`;
        if (start.length === text.length)
            return shown;
        const more = `${groupDigits(text.length - start.length)} more characters in evidence.json`;
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${shown}… ${soft(more)}`;
    }, () => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(text)));
}
/** An instant or a day; anything else that was given for one stays text. */
function time(text) {
    const isDate = ISO_DATE.test(text);
    return phraseOf(() => (isDate ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<time datetime="${text}">${text}</time>` : name(text).html()), name(text).markdown);
}
/** The day of an instant, with the instant behind it; anything else stays text. */
function day(text) {
    if (!ISO_DATE.test(text))
        return name(text);
    const shown = text.slice(0, "2026-11-22".length);
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<time datetime="${text}">${shown}</time>`, () => shown);
}
/** Digits in groups of three, as 61 240. */
function groupDigits(value) {
    return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gv, "\u202f");
}
/** A digest or a key, in a typeface in which 0 and O differ. */
function digest(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="digest">${text}</span>`, name(text).markdown);
}
/** A remark that matters less, or, as `meta`, in smaller type; Markdown puts it in parentheses. */
function soft(words, kind = "soft") {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="${kind}">${htmlOf(words)}</span>`, () => {
        const text = markdownOf(words);
        return text.startsWith("(") ? text : `(${text})`;
    });
}
function strong(words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<strong>${htmlOf(words)}</strong>`, () => `**${markdownOf(words)}**`);
}
/** A word of a program. */
function code(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<code>${text}</code>`, () => (IS_CODE.test(text) ? `\`${text}\`` : (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(text)));
}
/** Words that lead to a place of the page. A heading's address differs between viewers of Markdown, so there the words must do. */
function jump(anchor, words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<a href="#${anchor}">${htmlOf(words)}</a>`, () => markdownOf(words));
}
/** Days or hours from one to another; a line breaks between them, never within. */
function range(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(text.split(" to ").map((part) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="nowrap">${part}</span>`), " to "), () => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(text));
}
/** Words with a class of the stylesheet, such as `meta`; plain in Markdown. */
function styled(kind, words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="${kind}">${htmlOf(words)}</span>`, () => markdownOf(words));
}
/** What only HTML shows, such as a swatch or a strip of states beside words that say the same. */
function htmlOnly(html) {
    return phraseOf(html, () => "");
}
/** The result of an item: a word and its mark. */
function stateWord(state) {
    return markedWord(STATE_MARKS[state], { word: state, kind: `state ${state}` });
}
/** How far an item or a run was collected: a word and its mark. */
function collectionWord(status) {
    return markedWord(COLLECTION_MARKS[status], { word: status, kind: `coll ${status}` });
}
function markedWord(mark, { word, kind }) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="${kind}">${signOf(mark)}${word}</span>`, () => `${mark} ${word}`);
}
/** A mark beside a word that says the same, hidden from screen readers. */
function signOf(mark) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="sign" aria-hidden="true">${mark}</span>`;
}


/***/ }),

/***/ 83952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ steps),
/* harmony export */   EK: () => (/* binding */ stackMarkdown),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Pi: () => (/* binding */ commands),
/* harmony export */   QI: () => (/* binding */ stackHtml),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   aP: () => (/* binding */ box),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   jZ: () => (/* binding */ article),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   u5: () => (/* binding */ figures),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81431);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85600);



/** A section under its heading. */
function section(head, content) {
    return headed({ ...head, element: (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `section`, level: 2 }, content);
}
/** A sheet within a section, with a heading of its own. */
function article(head, content) {
    return headed({ ...head, element: (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `article`, level: 3 }, content);
}
function paragraph(words, kind) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<p${classOf(kind)}>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(words)}</p>`, () => (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(words));
}
/** A heading within a section; `vh` as its kind hides it from view. */
function heading(words, { level = 3, kind } = {}) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<h${level}${classOf(kind)}>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(words)}</h${level}>`, () => `${"#".repeat(level)} ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(words)}`);
}
/** Sentences, one below the other. */
function bullets(entries) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<ul>\n${listItems(entries)}\n</ul>`, () => entries.map((entry) => `- ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(entry)}`).join("\n"));
}
/** Sentences in an order that matters. */
function steps(entries, kind) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<ol${classOf(kind)}>\n${listItems(entries)}\n</ol>`, () => entries.map((entry, index) => `${index + 1}. ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(entry)}`).join("\n"));
}
/** Facts to file: terms and what they are. */
function facts(rows) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<dl class="facts">\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(rows.map(([term, fact]) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div><dt>${term}</dt><dd>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(fact)}</dd></div>`), "\n")}\n</dl>`, () => rows.map(([term, fact]) => `- ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(term)}: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(fact)}`).join("\n"));
}
/** Numbers in large type; a table of one row in Markdown. */
function figures(entries) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<dl class="figures">\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(entries.map(({ label, value, isFloor, kind }) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div${classOf(kind)}><dt>${label}</dt><dd>${isFloor === true ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<small>at least </small>` : ""}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(value)}</dd></div>`), "\n")}\n</dl>`, () => markdownTable(entries.map(({ label }) => (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(label)), [entries.map(({ value, isFloor }) => `${isFloor === true ? "at least " : ""}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(value)}`)]));
}
/** A table with a caption and column headings. */
function table(parts) {
    return blockOf(() => tableHtml(parts), () => tableMarkdown(parts));
}
/** Lines that are shown as they are, such as commands. */
function commands(lines) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<pre>${lines.join("\n")}</pre>`, 
    // Indented, not fenced: whatever a line holds, it cannot end the block.
    () => lines
        .flatMap((line) => line.split(/[\r\n]+/v))
        .map((line) => `    ${line
        .split(" ")
        .map((word) => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(word, 4000))
        .join(" ")}`)
        .join("\n"));
}
/** Blocks that are folded away. */
function details(summary, content) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<details><summary>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(summary)}</summary>\n${stackHtml(content)}\n</details>`, () => stackMarkdown([paragraph(summary), ...content]));
}
/** Blocks that belong together, with a class of the stylesheet. */
function box(kind, content) {
    return blockOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div${classOf(kind)}>\n${stackHtml(content)}\n</div>`, () => stackMarkdown(content));
}
/** Blocks that say why something is not as it should be. */
function quote(kind, content) {
    return blockOf(box(kind, content).html, () => stackMarkdown(content)
        .replaceAll(/^(?=.)/gmv, "> ")
        .replaceAll(/^$/gmv, ">"));
}
/** A column of text with notes beside it. */
function columns(main, notes) {
    return box("cols", [box("", main), box("notes", notes)]);
}
/** A block that each notation shows in its own way, such as a drawing and a table of its numbers. */
function either(html, markdown = []) {
    return blockOf(html, () => stackMarkdown(markdown));
}
/** Blocks as HTML. */
function stackHtml(blocks) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(blocks, "\n");
}
/** Blocks as Markdown, with an empty line between them. */
function stackMarkdown(blocks) {
    return blocks
        .map((block) => block.markdown())
        .filter(Boolean)
        .join("\n\n");
}
function blockOf(html, markdown) {
    return { kind: "block", html, markdown };
}
function headed(head, content) {
    const { element, level, id, title, no, lead, kind } = head;
    return blockOf(() => {
        const number = no === undefined ? "" : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<span class="no">${no}</span>`;
        const sentence = lead === undefined ? "" : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `\n<p>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(lead)}</p>`;
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<${element}${classOf(kind)} id="${id}" aria-labelledby="h-${id}">
<div class="head"><h${level} id="h-${id}">${number}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(title)}</h${level}>${sentence}</div>
${stackHtml(content)}
</${element}>`;
    }, () => {
        const line = `${"#".repeat(level)} ${no === undefined ? "" : `${no}. `}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(title)}`;
        const opening = lead === undefined ? [line] : [line, (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(lead)];
        return [...opening, stackMarkdown(content)].filter(Boolean).join("\n\n");
    });
}
function classOf(kind) {
    return kind === undefined || kind === "" ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `` : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` class="${kind}"`;
}
function listItems(entries) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(entries.map((entry) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<li>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(entry)}</li>`), "\n");
}
function rowsOf(rows) {
    return (rows ?? []).map((row) => ("cells" in row ? row : { cells: row }));
}
function hasChecks({ rows }) {
    return rowsOf(rows).some(({ holds }) => holds !== undefined);
}
function tableHtml(parts) {
    const { caption, aside, columns: titles, groups, kind, scroll } = parts;
    const heads = [...(hasChecks(parts) ? [""] : []), ...titles].map((title) => title === "" ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td class="mark"></td>` : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<th scope="col">${title}</th>`);
    const bodies = groups === undefined
        ? bodiesOf(rowsOf(parts.rows), parts)
        : groups.map((group) => {
            const title = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tr><th class="group" colspan="${titles.length}" scope="rowgroup">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(group.heading)}</th></tr>`;
            return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>${title}\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(rowsOf(group.rows).map((row) => rowHtml(row, parts)), "\n")}</tbody>`;
        });
    const remark = aside === undefined ? "" : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` <span class="soft">· ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(aside)}</span>`;
    const html = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<table${classOf(kind)}><caption>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(caption)}${remark}</caption>
<thead><tr>${heads}</tr></thead>
${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(bodies, "\n")}
</table>`;
    if (scroll === undefined)
        return html;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div class="scroll" role="region" tabindex="0" aria-label="${scroll}">${html}</div>`;
}
function bodiesOf(rows, parts) {
    const lines = rows.map((row) => rowHtml(row, parts));
    if (parts.below !== undefined)
        return lines.map((line) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>${line}</tbody>`);
    return [(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .joinMarkup */ .Rm)(lines, "\n")}\n</tbody>`];
}
function rowHtml({ cells, holds, below, id, kind }, { headingColumn = 0 }) {
    const written = cells.map((cell, index) => 
    // What an empty cell would name is named by a row above it.
    index === headingColumn && cell !== ""
        ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<th scope="row">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(cell)}</th>`
        : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(cell)}</td>`);
    const address = id === undefined ? "" : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` id="${id}"`;
    const line = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tr${address}${classOf(kind ?? (holds === false ? "fails" : ""))}>${holds === undefined ? "" : checkCell(holds)}${written}</tr>`;
    if (below === undefined)
        return line;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${line}\n<tr><td class="meta supports" colspan="${cells.length}">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(below)}</td></tr>`;
}
function checkCell(holds) {
    if (holds === null)
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td class="mark na">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)("–")}<span class="vh">not given</span></td>`;
    if (holds)
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td class="mark yes">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)("✓")}<span class="vh">holds</span></td>`;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td class="mark no">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)("×")}<span class="vh">fails</span></td>`;
}
function tableMarkdown(parts) {
    const { caption, aside, columns: titles, below, groups } = parts;
    const grouped = (groups ?? []).flatMap(({ heading: title, rows }) => rowsOf([[title], ...rows]));
    const rows = rowsOf(parts.rows).concat(grouped);
    if (rows.length === 0)
        return "";
    const isChecked = hasChecks(parts);
    const heads = titles
        .filter(Boolean)
        .concat(isChecked ? "Holds" : [], below ?? [])
        .map(_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ);
    const lines = rows.map((row) => titles
        .map((_, index) => (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(row.cells[index] ?? ""))
        .filter((_, index) => titles[index] !== "")
        .concat(isChecked ? checkWord(row.holds) : [], below === undefined ? [] : (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(row.below ?? "")));
    const remark = aside === undefined ? "" : ` (${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(aside)})`;
    const title = caption === "" ? "" : `${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(caption)}${remark}:\n\n`;
    return `${title}${markdownTable(heads, lines)}`;
}
function checkWord(holds) {
    if (holds == null)
        return "not given";
    return holds ? "yes" : "**no**";
}
/** The only place that writes a table in Markdown; the cells are Markdown already. */
function markdownTable(heads, rows) {
    return [heads, heads.map(() => "---"), ...rows]
        .map((cells) => `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/gv, " ")).join(" | ")} |`)
        .join("\n");
}


/***/ }),

/***/ 85600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* unused harmony export escapeMarkdown */
/**
 * Names, titles and tags come from anybody who can create a monitor. Here they
 * lose what could act: commands of the runner, markup, mentions, control and
 * direction characters.
 */
/** Control characters, direction overrides, and blanks that are invisible. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]+/gu;
const LONGEST = 200;
/** One line of visible text of bounded length. */
function visibleLine(text, longest = LONGEST) {
    const line = text.toWellFormed().replaceAll(INVISIBLE, "\u{fffd}").replaceAll(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length > longest ? `${points.slice(0, longest).join("")}…` : line;
}
/**
 * A line for a terminal or a log. The runner obeys `::command::` at the start
 * of a line and `##[command]` anywhere in it.
 */
function logLine(text) {
    return visibleLine(text, 1000)
        .replaceAll(/:(?=:)/g, ":\u200a")
        .replaceAll("##[", "##\u200a[");
}
/**
 * Text inside a Markdown table cell or sentence: nothing in it is markup, a link
 * or a mention. Mentions and references are looked for after entities were
 * decoded, so a thin space parts them from their sign.
 */
function escapeMarkdown(text, longest = LONGEST) {
    return visibleLine(text, longest)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+\-.!|~$:/@"'^=]/g, (character) => `&#${character.codePointAt(0)};`)
        .replaceAll(/&#(?:35|64);/g, "$&\u200a");
}
/** Text that is a link, a reference or an address in any place. */
const LINKED = /www\.|:\/\/|\bgh-|mailto:|xmpp:/i;
/**
 * Text for a Markdown page that people also read as it is: what `escapeMarkdown` makes of it, with the signs of dates,
 * numbers and ordinary sentences left alone where they cannot be markup.
 */
function markdownText(text) {
    const escaped = escapeMarkdown(text, 4000);
    if (LINKED.test(visibleLine(text, 4000)))
        return escaped;
    return (escaped
        .replaceAll(/(?<=[\p{L}\p{N}])&#(?:43|45|46|95);(?=[\p{L}\p{N}])/gu, plain)
        .replaceAll(/(?<=[\p{L}\p{N};] )&#45;(?= )|(?<=[\p{L}\p{N};])&#58;(?= |$)|(?<=\p{N})&#58;(?=\p{N})/gu, plain)
        // The end of a sentence. A number that begins a line would make a list.
        .replaceAll(/(?<=\p{L}|;|\S .*\p{N})&#46;(?= |$)/gu, plain)
        // A flag of a program, such as --from.
        .replaceAll(/(?<=^| |&#40;)&#45;&#45;(?=\p{L})/gu, "--")
        .replaceAll(/&#(?:34|39|40|41|47);/g, plain));
}
function plain(entity) {
    return String.fromCodePoint(Number(entity.slice(2, -1)));
}


/***/ }),

/***/ 41027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ checkMapping),
/* harmony export */   fi: () => (/* binding */ checkWorkflowRun),
/* harmony export */   p$: () => (/* binding */ checkFolder),
/* harmony export */   xm: () => (/* binding */ checkPromises)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8449);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14478);
/* harmony import */ var _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67983);
/* harmony import */ var _evidence_equal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42461);




/** Checks that the controls are those of the mapping that the evidence names, as it was published. Null when they are. */
function checkMapping({ mapping, items }, log) {
    const published = (0,_controls_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .publishedMapping */ .h_)(mapping.version);
    if (published === null) {
        log.remark(`the controls were not derived again, because this version does not know the mapping ${mapping.version}`);
        return null;
    }
    if (published.sha256 !== mapping.sha256) {
        return log.fail("mapping", `the mapping ${mapping.version} was published with sha256 ${published.sha256}, not ${mapping.sha256}`);
    }
    const other = items.find((item) => !(0,_evidence_equal_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameJson */ .T)(item.controls, controlsIn(item)));
    if (other !== undefined) {
        return log.fail("mapping", `${other.id} claims controls that the mapping ${mapping.version} does not`);
    }
    log.pass("mapping", `the controls are those of the mapping ${mapping.version}, by its sha256`);
    return null;
}
function controlsIn(item) {
    const watchesClock = item.id === "compliance-monitors" && item.records.values().some((each) => each.watchesClock);
    return (0,_controls_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .controlsOf */ .ux)(item.id, { watchesClock });
}
/** Checks that the certified workflow run is the run that collected, or that declared the gap. Null when it is. */
function checkWorkflowRun({ repositoryId, run: url }, of, log) {
    const { run, assurance } = of.predicate;
    const github = of.named?.github ?? null;
    if (github !== null && repositoryId !== github.repositoryId) {
        return log.fail("run", `the certificate is of repository ${repositoryId ?? "none"}, but the run says that it is of ${github.repositoryId}`);
    }
    const isNumbered = /^\d+$/.test(run.id);
    if (github !== null && !(isNumbered && github.url.endsWith(`/actions/runs/${run.id}`))) {
        return log.fail("run", `the run ${run.id} says that it is ${github.url}, which has another number`);
    }
    if (!isNumbered) {
        log.remark(`the run ${run.id} is not a run of GitHub, so it was not compared with the certificate's`);
        return null;
    }
    const expected = `/actions/runs/${run.id}/attempts/${run.attempt}`;
    const isThisRun = github === null ? url?.endsWith(expected) === true : url === `${github.url}/attempts/${run.attempt}`;
    if (isThisRun) {
        log.pass("run", `the certificate is of the run that collected: ${url ?? ""}`);
        return null;
    }
    const difference = `the certificate is of the run ${url ?? "none"}, not of ${expected}`;
    // Only evidence that was left unsigned is signed in another run than the one that collected.
    if (assurance.reason?.code !== _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNED_LATE */ .Gb)
        return log.fail("run", difference);
    log.remark(`${difference}: ${assurance.reason.message}`);
    return null;
}
/**
 * Checks that a folder with the name of a run is this run's, as far as its path
 * shows. Null when it is; a copy in a folder of another name is not held against it.
 */
function checkFolder(path, predicate, log) {
    const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...path.split(/[\\/]/)].slice(-4);
    if (!(0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunName */ .lK)(name)) {
        log.remark("the folder does not have the name of a run folder, so its path was not checked");
        return null;
    }
    const names = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isDayName */ .O7)(day) ? [...((0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isYearName */ .nC)(year) ? [year] : []), day, name] : [name];
    const found = names.join("/");
    const expected = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_3__/* .runPath */ .t0)(predicate);
    if (!`/${expected}`.endsWith(`/${found}`)) {
        return log.fail("folder", `the run is in ${found} but belongs in ${expected}`);
    }
    const isBelowStream = names.length === 3;
    if (isBelowStream && stream !== predicate.stream.name) {
        const own = predicate.stream.name;
        return log.fail("folder", `the run is in stream ${stream} but belongs to ${own}: if the folder ${stream} is a copy, rename it to ${own}`);
    }
    log.pass("folder", `the run is where its evidence says: ${found}`);
    if (!isBelowStream) {
        const checked = names.length === 1 ? "its name was" : "its name and day were";
        log.remark(`the folder is not below a stream, so only ${checked} checked`);
    }
    return null;
}
/** Checks that the signature has all that the statement promises. Null when it has; more is not held against it. */
function checkPromises(promised, reached, log) {
    const missing = PARTS.filter((part) => promised[part] && !reached[part]);
    if (promised.signing !== reached.signing || missing.length > 0) {
        return log.fail("promises", `promised ${inWords(promised)}, but found only ${inWords(reached)}`);
    }
    log.pass("promises", `promised and found: ${inWords(promised)}`);
    for (const part of PARTS) {
        if (reached[part] && !promised[part])
            log.remark(`found without being promised: ${WORDS[part]}`);
    }
    if (promised.reason !== undefined) {
        log.remark(`promised with a reason: ${promised.reason.message} (${promised.reason.code})`);
    }
    return null;
}
const PARTS = ["timestamp", "log"];
const WORDS = { timestamp: "a timestamp", log: "an entry in a transparency log" };
function inWords(assurance) {
    const parts = PARTS.filter((part) => assurance[part]).map((part) => WORDS[part]);
    return [`signing ${assurance.signing}`, ...parts].join(", ");
}


/***/ }),

/***/ 20878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aG: () => (/* binding */ checkContent),
  eZ: () => (/* binding */ contentDigest),
  HQ: () => (/* binding */ mainFileOf)
});

// EXTERNAL MODULE: ./lib/bundle/statement.js
var bundle_statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/files/read-document.js
var read_document = __webpack_require__(13043);
// EXTERNAL MODULE: ./lib/evidence/files/reassembly.js
var reassembly = __webpack_require__(17304);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/rules/contradictions.js
var contradictions = __webpack_require__(76767);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/evidence/files/canonical.js
var canonical = __webpack_require__(30963);
// EXTERNAL MODULE: ./lib/evidence/rules/completeness.js
var completeness = __webpack_require__(54873);
// EXTERNAL MODULE: ./lib/evidence/projection/monitor.js
var monitor = __webpack_require__(24101);
;// CONCATENATED MODULE: ./lib/evidence/rules/recount.js



/**
 * The first number or record of the evidence that its ledger and its records do
 * not bear out, as a sentence; null when all follow. The records must be whole:
 * those that moved to files of their own, put back.
 */
function findMiscount({ items }) {
    for (const item of items) {
        const against = ledgerProblem(item) ?? recordsProblem(item);
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
/** Pages say what was received, checks what was kept of it, and grades which checks there were. */
function ledgerProblem({ collection, records }) {
    const { status, grade, requests, received, unique, sourceTotal, checks } = collection;
    const carried = requests.flatMap(({ pages }) => pages).reduce((sum, { items }) => sum + items, 0);
    if (carried !== received)
        return `received ${received} records, but its pages carried ${carried}`;
    const read = checks.find(({ name }) => name === completeness/* READ_TO_END */.Zu);
    const kept = checks.find(({ name }) => name === completeness/* ALL_ACCOUNTED */.Ph);
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
function recordsProblem(item) {
    const records = [...item.records];
    if (new Set(records.map(({ id }) => id)).size < records.length)
        return "has a record twice";
    const sorted = (0,canonical/* sortRecords */.NM)(records);
    if (records.some((record, index) => record !== sorted[index]))
        return "has records out of order";
    if (item.id !== "compliance-monitors")
        return null;
    const misjudged = item.records.values().find(({ state, verdict }) => verdict !== (0,monitor/* monitorVerdict */.y)(state));
    return misjudged === undefined
        ? null
        : `has monitor ${misjudged.id} in state ${misjudged.state} as ${misjudged.verdict}`;
}

// EXTERNAL MODULE: ./lib/evidence/rules/states.js
var states = __webpack_require__(98827);
;// CONCATENATED MODULE: ./lib/evidence/rules/rules.js




const NONE_MOVED = new Set();
/**
 * Every version of the rules under which evidence was ever published. A change
 * of `states.ts`, `completeness.ts` or `moments.ts` that judges the same records differently
 * is a new version: it gets a copy of those files under its own number, and
 * the old ones stay, so that old evidence is derived by the rules of its day.
 */
const PUBLISHED_RULES = new Map([
    [
        states/* RULES_VERSION */.rI,
        (evidence) => (0,contradictions/* findContradiction */.P)(evidence, NONE_MOVED) ?? findMiscount(evidence) ?? (0,times/* timesProblem */.oP)(evidence),
    ],
]);
/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
function deriveAgain(evidence) {
    const rules = PUBLISHED_RULES.get(evidence.rules);
    return rules === undefined ? { isKnown: false } : { isKnown: true, trouble: rules(evidence) };
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/verify/run/consistency.js
var consistency = __webpack_require__(41027);
;// CONCATENATED MODULE: ./lib/verify/run/content.js








/** The name of the file that the statement is about. */
function mainFileOf({ predicateType }) {
    return predicateType === bundle_statement/* GAP_PREDICATE_TYPE */.Gv ? evidence_gap/* GAP_NAME */.F : evidence_files/* EVIDENCE_NAME */.wm;
}
/** The signed `sha256` of the file that the statement is about; empty where it names none. */
function contentDigest(statement) {
    const main = mainFileOf(statement);
    return statement.subject.find(({ name }) => name === main)?.digest.sha256 ?? "";
}
/**
 * Reads what was signed, and checks that it follows its schema, the statement
 * and itself. Call it once the digests are known to be those that were signed.
 */
function checkContent(statement, folder, log) {
    return statement.predicateType === bundle_statement/* GAP_PREDICATE_TYPE */.Gv
        ? checkGap(statement, folder, log)
        : checkEvidence(statement, folder, log);
}
function checkEvidence(statement, { files }, log) {
    const bytes = files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? Buffer.alloc(0);
    const read = (0,read_document/* readDocument */.u)(bytes, { schema: schema/* Evidence */.of, types: typesOf(schema/* Evidence */.of) });
    if ("trouble" in read)
        return log.refuse("evidence", evidence_files/* EVIDENCE_NAME */.wm, read);
    // Most runs have no records in files of their own, and need no second reading.
    const signed = statement.subject.flatMap(({ name }) => {
        const moved = name === evidence_files/* EVIDENCE_NAME */.wm ? undefined : files.get(name);
        return moved === undefined ? [] : [[name, moved]];
    });
    const whole = signed.length === 0 ? { evidence: read.value } : (0,reassembly/* restoreRecords */.D)(read.value, new Map(signed));
    if ("trouble" in whole)
        return log.fail("evidence", whole.trouble);
    const { evidence } = whole;
    log.pass("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} follows ${evidence.schema}`);
    const { predicate } = statement;
    const { stream, source, run, outcome } = evidence;
    const differing = disagreement({ ...predicate, outcome: predicate.outcome }, {
        stream: { name: stream.name, site: source.site },
        cadence: stream.cadence,
        collectedAt: evidence.collectedAt,
        outcome,
        run,
    });
    if (differing !== null)
        return log.fail("agreement", `${differing} in the evidence`);
    log.pass("agreement", "statement and evidence name the same stream, time, run and outcome");
    const derived = deriveAgain(evidence);
    if (derived.isKnown && derived.trouble !== null)
        return log.fail("derivation", derived.trouble);
    if (derived.isKnown) {
        log.pass("derivation", `counts, states, grades and outcome follow from the records, by version ${evidence.rules} of the rules`);
    }
    else {
        log.remark(`counts and states were not derived again, because this version does not know version ${evidence.rules} of the rules`);
    }
    return (0,consistency/* checkMapping */.T_)(evidence, log) ?? { evidence, gap: null };
}
function checkGap({ predicate }, { files }, log) {
    const bytes = files.get(evidence_gap/* GAP_NAME */.F) ?? Buffer.alloc(0);
    const read = (0,read_document/* readDocument */.u)(bytes, { schema: evidence_gap/* Gap */.X, types: typesOf(evidence_gap/* Gap */.X) });
    if ("trouble" in read)
        return log.refuse("evidence", evidence_gap/* GAP_NAME */.F, read);
    const gap = read.value;
    log.pass("evidence", `${evidence_gap/* GAP_NAME */.F} follows ${gap.schema}`);
    const { stream, declaredAt, run, range } = gap;
    const differing = disagreement(predicate, {
        stream,
        cadence: stream.cadence,
        collectedAt: declaredAt,
        run,
    });
    if (differing !== null)
        return log.fail("agreement", `${differing} in the declaration`);
    if (Date.parse(range.from) >= Date.parse(range.to)) {
        return log.fail("agreement", `the declared gap ends before it begins: ${range.from} to ${range.to}`);
    }
    if (Date.parse(range.to) > Date.parse(declaredAt)) {
        return log.fail("agreement", `the gap was declared at ${declaredAt}, before its end at ${range.to}: a gap cannot be declared in advance`);
    }
    log.pass("agreement", "statement and declaration name the same stream, time and run");
    return { evidence: null, gap };
}
function typesOf({ shape }) {
    return { schema: [shape.schema.value] };
}
/** The first thing in which the file differs from the statement, without the file's name; null where nothing does. */
function disagreement(signed, found) {
    const pairs = [
        ["stream", signed.stream.name, found.stream.name],
        ["site", signed.stream.site, found.stream.site],
        ["cadence", signed.cadence, found.cadence],
        ["collectedAt", signed.collectedAt, found.collectedAt],
        ["outcome", signed.outcome, found.outcome],
        ["run.id", signed.run.id, found.run.id],
        ["run.attempt", signed.run.attempt, found.run.attempt],
    ];
    const different = pairs.find(([, one, other]) => one !== other);
    return different === undefined
        ? null
        : `${different[0]} is ${different[1]} in the statement but ${different[2]}`;
}


/***/ }),

/***/ 49986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ checkSignature),
  S: () => (/* binding */ signedBytes)
});

// EXTERNAL MODULE: ./lib/bundle/sigstore.js
var sigstore = __webpack_require__(56008);
// EXTERNAL MODULE: ./lib/platform/crypto.js
var platform_crypto = __webpack_require__(41262);
// EXTERNAL MODULE: ./lib/verify/trust/certificate.js
var certificate = __webpack_require__(32147);
// EXTERNAL MODULE: ./lib/verify/trust/roots.js + 2 modules
var roots = __webpack_require__(91273);
// EXTERNAL MODULE: ./lib/verify/run/timestamps.js
var run_timestamps = __webpack_require__(5362);
;// CONCATENATED MODULE: ./lib/verify/run/certificate-signer.js



/** Checks that a trusted authority certifies the signer, and that it is the workflow that the caller names. */
async function checkCertificate(of, { trust, log }) {
    if (trust.identity === undefined) {
        return log.fail("signature", "the bundle is signed keyless, which a key cannot verify");
    }
    const certified = await (0,certificate/* readCertifiedIdentity */.U)(of.der);
    if (certified === null)
        return log.fail("certificate", "the certificate cannot be read");
    const { identity, authority } = certified;
    if (identity === null)
        return log.fail("certificate", "the certificate is not about one identity");
    const authorities = issuersOf(certified, trust.roots ?? []);
    if (authorities.length === 0)
        return unissued(certified, log);
    if ("trouble" in of.timestamps)
        return log.fail("time", of.timestamps.trouble);
    const { times, unproven, entries } = of.timestamps;
    const [unknown] = unproven;
    if (unknown !== undefined && times.length === 0 && (0,run_timestamps/* logTimes */.$f)(entries).length === 0) {
        return log.leave("time", `${unknown}, and without a trusted time a certificate that is valid for minutes proves nothing`);
    }
    const trouble = await signatureTrouble(of.read, { authorities, timestamps: of.timestamps });
    if (trouble !== null)
        return log.fail(trouble.check, trouble.sentence);
    log.pass("signature", `signed with the certificate of ${identity}`);
    log.pass("certificate", `issued by ${authority ?? "an unnamed authority"}, and valid when it was used`);
    const other = otherThan(trust.identity, certified);
    if (other !== null)
        return log.fail("identity", other);
    log.pass("identity", met(trust.identity));
    return { signedBy: identity, key: null, certified };
}
/** The authorities that the certificate may be of, by name; whether it is, the verifier says. */
function issuersOf({ certificate }, roots) {
    return roots
        .flatMap(({ certificateAuthorities }) => certificateAuthorities)
        .filter(({ authority }) => authority.certChain.some(({ subject }) => subject.equals(certificate.issuer)));
}
function unissued({ authority }, log) {
    if (authority === roots/* GITHUB */.U0) {
        return log.leave("certificate", `the certificate is of GitHub's own authority, for which no root was given; get one with: ${roots/* HOW_TO_GET_ROOTS */.CV}`);
    }
    return log.fail("certificate", `no given root issued the certificate, which names ${authority ?? "no authority"}`);
}
/** Why the signature does not hold under any of the authorities; null when it does under one. */
async function signatureTrouble({ bundle }, of) {
    const { PolicyError, toSignedEntity, VerificationError } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    let trouble = DAMAGED;
    for (const { verifier } of of.authorities) {
        try {
            verifier.verify(trustedPart(toSignedEntity(bundle), of.timestamps));
            return null;
        }
        catch (error) {
            const code = error instanceof VerificationError || error instanceof PolicyError ? error.code : "";
            trouble = troubleOf(code, error instanceof Error ? error.message : "");
        }
    }
    return trouble;
}
/** The bundle without timestamps and entries that nothing proves: they neither help nor harm. */
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

;// CONCATENATED MODULE: ./lib/verify/run/signature.js




/** Checks that a signer whom the caller trusts signed the bundle. Nothing of the payload is believed before that. */
async function checkSignature(read, trust, log) {
    const { signer, tokens } = read;
    const timestamps = await (0,run_timestamps/* verifyTimestamps */.x8)(read, trust.roots ?? []);
    const found = signer.kind === "key"
        ? await checkKey({ read, named: signer.fingerprint ?? "none" }, { trust, log })
        : await checkCertificate({ read, der: signer.der, timestamps }, { trust, log });
    if ("ok" in found)
        return found;
    if ("trouble" in timestamps)
        return log.fail("time", timestamps.trouble);
    const { entries, otherEntries, times, unproven } = timestamps;
    if (entries.length > 0) {
        const isWrong = found.key !== null && !(await isLogged(read, { key: found.key, timestamps, trust }));
        if (isWrong)
            return log.fail("log", "the log entry is not about this signature, or its log did not sign it");
        log.pass("log", "the signature is in a log that a given root names");
    }
    if (otherEntries > 0) {
        log.remark(`log entries not checked, because no given root names their log: ${otherEntries}`);
    }
    return {
        ...found,
        reached: {
            signing: signer.kind === "key" ? "key" : "keyless",
            timestamp: tokens.length > 0,
            log: entries.length > 0,
        },
        times: [...times, ...(0,run_timestamps/* logTimes */.$f)(entries)],
        unproven,
    };
}
async function checkKey({ read, named }, { trust: { keys }, log }) {
    if (keys.length === 0) {
        return log.fail("signature", `the bundle is signed by the key ${named}, and no key was given`);
    }
    const bytes = await signedBytes(read);
    const isSigner = ({ key }) => (0,platform_crypto/* isSignatureBy */.sl)(key, { bytes, signature: read.signature });
    const key = keys.find((each) => each.fingerprint === named && isSigner(each));
    if (key === undefined)
        return log.fail("signature", wrongSigner({ named, keys, signer: keys.find(isSigner) }));
    log.pass("signature", `signed by the key ${key.fingerprint}`);
    return { signedBy: key.fingerprint, key, certified: null };
}
/** The bytes that the DSSE signature of a bundle is over. */
async function signedBytes({ bundle, payload }) {
    const { dsse } = await (0,sigstore/* sigstoreCore */.sb)();
    return dsse.preAuthEncoding(bundle.content.dsseEnvelope.payloadType, payload);
}
function wrongSigner({ named, signer, keys, }) {
    if (signer !== undefined)
        return `the bundle names the key ${named}, but ${signer.fingerprint} signed it`;
    const given = keys.map(({ fingerprint }) => fingerprint);
    return given.includes(named)
        ? `the signature is wrong: the key ${named} did not sign this`
        : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}
/** Whether the log entries of a bundle that a key signed are about its signature, and signed by their logs. */
async function isLogged({ bundle }, { key: { key }, timestamps, trust, }) {
    const { toSignedEntity, Verifier } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const tlogs = (trust.roots ?? []).flatMap(({ logs }) => logs);
    const material = { certificateAuthorities: [], timestampAuthorities: [], ctlogs: [], tlogs };
    const verifier = new Verifier({ ...material, publicKey: () => ({ publicKey: key, validFor: () => true }) }, { tlogThreshold: 1, ctlogThreshold: 0, timestampThreshold: 0 });
    try {
        verifier.verify({ ...toSignedEntity(bundle), timestamps: [], tlogEntries: [...timestamps.entries] });
        return true;
    }
    catch {
        // The library refuses a damaged entry with errors of every kind.
        return false;
    }
}


/***/ }),

/***/ 5362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ logTimes),
/* harmony export */   nr: () => (/* binding */ verifyToken),
/* harmony export */   x8: () => (/* binding */ verifyTimestamps)
/* harmony export */ });
/* harmony import */ var _bundle_sigstore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56008);

/** Verifies each timestamp of the bundle; one that is wrong is trouble whatever the others say. */
async function verifyTimestamps({ tokens, signature, entries }, roots) {
    const times = [];
    const proven = new Set();
    const unproven = [];
    for (const [index, token] of tokens.entries()) {
        const verdict = await verifyToken(token, { signature, roots });
        if (verdict.kind === "wrong")
            return { trouble: verdict.trouble };
        if (verdict.kind === "unknown")
            unproven.push(verdict.trouble);
        else {
            proven.add(index);
            times.push({ time: verdict.time, by: verdict.authority });
        }
    }
    const known = entries.filter(({ logId }) => roots.some(({ logs }) => logs.some(({ logID }) => logID !== undefined && logID.equals(logId.keyId))));
    return {
        times: times.toSorted(byTime),
        proven,
        unproven,
        entries: known,
        otherEntries: entries.length - known.length,
    };
}
/** When the logs accepted the entries, by their signed promises; the earliest first. */
function logTimes(entries) {
    return entries
        .filter(({ inclusionPromise }) => inclusionPromise !== undefined)
        .map(({ integratedTime }) => ({ time: new Date(Number(integratedTime) * 1000), by: "the log" }))
        .toSorted(byTime);
}
function byTime(a, b) {
    return a.time.getTime() - b.time.getTime();
}
/** A token is a kilobyte, or six with its certificates; a parser would work for long on a large one. */
const LARGEST_TOKEN = 32_768;
/** Granted, and granted with changes. */
const GRANTED = new Set([0n, 1n]);
/** The time at which an authority that the roots name saw the signature. Never throws. */
async function verifyToken(token, { signature, roots }) {
    if (token.length > LARGEST_TOKEN)
        return provesNothing("wrong", `is too large (${token.length} bytes)`);
    const { RFC3161Timestamp } = await (0,_bundle_sigstore_js__WEBPACK_IMPORTED_MODULE_0__/* .sigstoreCore */ .sb)();
    let stamp;
    let signedBy;
    let time;
    try {
        stamp = RFC3161Timestamp.parse(Buffer.from(token));
        if (!GRANTED.has(stamp.status))
            return provesNothing("wrong", "is a refusal of the authority");
        time = stamp.signingTime;
        if (Number.isNaN(time.getTime()))
            return provesNothing("wrong", "cannot be read");
        signedBy = { signerIssuer: stamp.signerIssuer, signerSerialNumber: stamp.signerSerialNumber };
    }
    catch {
        // The library reads a damaged token into errors of every kind.
        return provesNothing("wrong", "cannot be read");
    }
    if (!isOver(stamp, signature))
        return provesNothing("wrong", "is over another signature");
    const known = roots.flatMap(({ timestampAuthorities }) => timestampAuthorities.filter((authority) => isIssuedTo(authority, signedBy)));
    const [first] = known;
    if (first === undefined)
        return provesNothing("unknown", "is of an authority that no given root names");
    const inForce = known.filter(({ authority: { validFor } }) => validFor.start <= time && time <= validFor.end);
    if (inForce.length === 0) {
        return provesNothing("unknown", `is of ${first.name}, which the root does not trust at ${time.toISOString()}`);
    }
    if (!(0,_bundle_sigstore_js__WEBPACK_IMPORTED_MODULE_0__/* .isSupportedTimestamp */ .Bp)(stamp)) {
        return provesNothing("unknown", `of ${first.name} is signed with an algorithm not supported here`);
    }
    const giver = inForce.find(({ check }) => check.holds(stamp, signature));
    if (giver !== undefined)
        return { kind: "proven", time, authority: giver.name };
    return provesNothing("wrong", `names ${first.name}, but its signature or certificate is wrong`);
}
function provesNothing(kind, trouble) {
    return { kind, trouble: `the timestamp ${trouble}` };
}
function isOver(stamp, signature) {
    try {
        stamp.tstInfo.verify(signature);
        return true;
    }
    catch {
        return false;
    }
}
function isIssuedTo({ authority }, { signerIssuer, signerSerialNumber }) {
    const [leaf] = authority.certChain;
    return (leaf !== undefined && leaf.issuer.equals(signerIssuer) && leaf.serialNumber.equals(signerSerialNumber));
}


/***/ }),

/***/ 57442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Kc: () => (/* binding */ failureDetail),
/* harmony export */   Zt: () => (/* binding */ CheckLog),
/* harmony export */   xI: () => (/* binding */ isSignedLate)
/* harmony export */ });
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14478);

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
/** The exit code of `verify` for one run. */
function exitCodeOf({ isUnchecked, run }) {
    if (isUnchecked)
        return 2;
    if (run === null)
        return 1;
    return run.evidence?.outcome === "complete" && !isSignedLate(run) ? 0 : 3;
}
/** Whether the run says that it was signed long after it was collected, which a thief of the key could say too. */
function isSignedLate({ statement }) {
    return statement.predicate.assurance.reason?.code === _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNED_LATE */ .Gb;
}
/** The sentence about why the run is not genuine, or why it could not be checked. */
function failureDetail({ findings }) {
    return findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
}
/** The findings about one run, in order. */
class CheckLog {
    findings = [];
    remarks = [];
    /** Notes a check that the run passed. */
    pass(check, detail) {
        this.findings.push({ check, ok: true, detail });
    }
    /** Notes a check that the run failed. The first failure ends the check of a run. */
    fail(check, detail) {
        this.findings.push({ check, ok: false, detail });
        return { ok: false, isUnchecked: false };
    }
    /** Notes a check that cannot be made here: the run is no forgery, and not genuine either. */
    leave(check, detail) {
        this.findings.push({ check, ok: false, detail });
        return { ok: false, isUnchecked: true };
    }
    /** Notes why a document cannot be used. */
    refuse(check, name, { trouble, isOther }) {
        return isOther ? this.leave(check, `${name} ${trouble}`) : this.fail(check, `${name} ${trouble}`);
    }
    remark(text) {
        this.remarks.push(text);
    }
}


/***/ }),

/***/ 72849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readUnverifiedRun),
  $: () => (/* binding */ verifyRun)
});

// EXTERNAL MODULE: ./lib/evidence/digest.js
var evidence_digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/verify/run/consistency.js
var consistency = __webpack_require__(41027);
// EXTERNAL MODULE: ./lib/verify/run/content.js + 2 modules
var run_content = __webpack_require__(20878);
// EXTERNAL MODULE: ./lib/verify/run/signature.js + 1 modules
var signature = __webpack_require__(49986);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/platform/time.js
var platform_time = __webpack_require__(81526);
;// CONCATENATED MODULE: ./lib/verify/trust/key-validity.js

/**
 * Why the key may not have signed then, as a sentence; null where it may. Only a
 * trusted time shows that a signature is older than the end of its key: the
 * holder of a key can date back, so a key that has ended proves nothing by itself.
 */
function keyValidityProblem({ fingerprint, window }, { proven, claimed }, now) {
    if (window === undefined)
        return null;
    const { notBefore, notAfter, revokedAt } = window;
    const key = `the key ${fingerprint}`;
    if (proven === null) {
        if (revokedAt !== null && revokedAt <= now) {
            return `${key} was revoked at ${(0,platform_time/* formatExactTime */.E9)(revokedAt)}, and no trusted time shows that it signed before`;
        }
        if (notAfter !== null && notAfter < now) {
            return `${key} ended at ${(0,platform_time/* formatExactTime */.E9)(notAfter)}, and no trusted time shows that it signed before`;
        }
    }
    const at = proven ?? claimed;
    const when = `${proven === null ? "which claims" : "which was signed at"} ${(0,platform_time/* formatExactTime */.E9)(at)}`;
    if (revokedAt !== null && at >= revokedAt)
        return `${key} was revoked at ${(0,platform_time/* formatExactTime */.E9)(revokedAt)}, before this run, ${when}`;
    if (notAfter !== null && at > notAfter)
        return `${key} was in force until ${(0,platform_time/* formatExactTime */.E9)(notAfter)}, not for this run, ${when}`;
    if (notBefore !== null && at < notBefore)
        return `${key} is in force from ${(0,platform_time/* formatExactTime */.E9)(notBefore)}, not for this run, ${when}`;
    return null;
}

;// CONCATENATED MODULE: ./lib/verify/run/time.js



/** Checks that it was signed when it says that it was collected, and by a key that was in force. Null when so. */
function checkTime(signed, { collectedAt: claimed, assurance }, { trust, log }) {
    const collectedAt = new Date(claimed);
    const now = trust.now ?? new Date();
    const apartFrom = (time) => time.getTime() - collectedAt.getTime();
    if (-apartFrom(now) > statement/* LONGEST_APART_MS */.zT) {
        return log.fail("time", `${claimed} is in the future: it is ${(0,platform_time/* formatExactTime */.E9)(now)} by the clock here`);
    }
    const isLate = assurance.reason?.code === statement/* SIGNED_LATE */.Gb;
    for (const { time, by } of signed.times) {
        const apart = apartFrom(time);
        if (Math.abs(apart) <= statement/* LONGEST_APART_MS */.zT || (isLate && apart > 0))
            continue;
        const what = `${by} saw the signature at ${(0,platform_time/* formatExactTime */.E9)(time)}, ${lengthOf(apart)} the time of collection ${claimed}`;
        return log.fail("time", `${apart > 0 ? "dated back" : "dated ahead"}: ${what}`);
    }
    const [first] = signed.times;
    if (first === undefined) {
        const why = signed.unproven[0] ?? "it carries no timestamp";
        log.remark(`signing time ${claimed} is not proven (${why}): it is the signer's own claim`);
    }
    else {
        const apart = apartFrom(first.time);
        const by = `by the clock of ${first.by}, ${lengthOf(apart)} the collection`;
        log.pass("time", `signed at ${(0,platform_time/* formatExactTime */.E9)(first.time)} ${by}`);
        for (const why of signed.unproven)
            log.remark(`one of several timestamps proves nothing: ${why}`);
        if (apart > statement/* LONGEST_APART_MS */.zT) {
            log.remark(`signed ${lengthOf(apart)} the collection: ${assurance.reason?.message ?? ""}`);
        }
    }
    if (signed.key?.window === undefined)
        return null;
    const proven = first?.time ?? null;
    const problem = keyValidityProblem(signed.key, { proven, claimed: collectedAt }, now);
    if (problem !== null)
        return log.fail("key", problem);
    const by = proven === null ? "by its own claim" : "by trusted time";
    log.pass("key", `the key was in force when it signed, ${by}`);
    return null;
}
/** The trusted time of the signature; null where nothing proves it. */
function signedAt({ times: [first] }) {
    return first === undefined ? null : (0,platform_time/* formatExactTime */.E9)(first.time);
}
/** Such as `3 min before`. */
function lengthOf(ms) {
    const units = [
        [platform_time/* DAY_MS */.sO, "days"],
        [platform_time/* HOUR_MS */.iQ, "h"],
        [60_000, "min"],
    ];
    const length = Math.round(Math.abs(ms) / 1000) * 1000;
    const [size, unit] = units.find(([each]) => length >= 2 * each) ?? [1000, "s"];
    return `${Math.floor(length / size)} ${unit} ${ms < 0 ? "before" : "after"}`;
}

// EXTERNAL MODULE: ./lib/verify/run/verdict.js
var verdict = __webpack_require__(57442);
;// CONCATENATED MODULE: ./lib/verify/run/verify-run.js








/**
 * Verifies one run folder: signature, then time, then subjects, then what they
 * say. Each step rests on the one before, so the first failure ends the check.
 */
async function verifyRun(folder, trust, options = {}) {
    const { log, outcome } = await check(folder, { ...options, trust });
    const isGenuine = !("ok" in outcome);
    const isUnchecked = !isGenuine && outcome.isUnchecked;
    const isSigned = log.findings.some(({ check: name, ok }) => name === "signature" && ok);
    return {
        findings: log.findings,
        isGenuine,
        isUnchecked,
        uncheckedStatement: isUnchecked && isSigned ? statementDigest(folder) : null,
        run: isGenuine ? outcome : null,
        remarks: log.remarks,
    };
}
/**
 * What a run folder says of itself: for showing, never for believing. Nothing of
 * its signature is checked, so it is never genuine; `run` is null where the files
 * contradict each other.
 */
async function readUnverifiedRun(folder, options = {}) {
    const { log, outcome } = await check(folder, { ...options, trust: null });
    const run = "ok" in outcome ? null : outcome;
    const isUnchecked = run !== null || ("isUnchecked" in outcome && outcome.isUnchecked);
    return {
        findings: log.findings,
        isGenuine: false,
        isUnchecked,
        uncheckedStatement: null,
        run,
        remarks: log.remarks,
    };
}
function statementDigest({ bundle }) {
    return bundle === null || "trouble" in bundle ? null : (0,evidence_digest/* sha256 */.s)(bundle.payload);
}
async function check(folder, options) {
    const log = new verdict/* CheckLog */.Zt();
    return { log, outcome: await checkAll(folder, options, log) };
}
async function checkAll(folder, { trust, mayLackEvidence = false }, log) {
    const { bundle, strange } = folder;
    if (bundle === null) {
        const why = strange.includes(evidence_files/* BUNDLE_NAME */.ft) ? NOT_A_FILE : "is missing";
        return log.fail("bundle", `${evidence_files/* BUNDLE_NAME */.ft} ${why}: this evidence is not signed`);
    }
    if ("trouble" in bundle)
        return log.fail("bundle", bundle.trouble);
    const signed = trust === null ? null : await (0,signature/* checkSignature */.j)(bundle, trust, log);
    if (signed !== null && "ok" in signed)
        return signed;
    if ("trouble" in bundle.statement)
        return log.refuse("statement", "the signed statement", bundle.statement);
    const statement = bundle.statement.value;
    const { subject, predicate } = statement;
    log.pass("statement", `in-toto statement about ${subject.map(({ name }) => name).join(", ")}`);
    const untimely = trust && signed && checkTime(signed, predicate, { trust, log });
    if (untimely !== null)
        return untimely;
    const isStatementOnly = mayLackEvidence && (0,run_content/* mainFileOf */.HQ)(statement) !== evidence_gap/* GAP_NAME */.F && hasNoFiles(statement, folder);
    if (!isStatementOnly) {
        const problem = subjectProblem(statement, folder);
        if (problem !== null)
            return log.fail("subjects", problem);
        log.pass("subjects", `sha256 of ${subject.length} file(s) is as signed`);
    }
    remarkOtherFiles(statement, folder, log);
    const content = isStatementOnly ? { evidence: null, gap: null } : (0,run_content/* checkContent */.aG)(statement, folder, log);
    if ("ok" in content)
        return content;
    const { evidence, gap } = content;
    const named = evidence?.run ?? gap?.run ?? null;
    const failed = (signed?.certified && (0,consistency/* checkWorkflowRun */.fi)(signed.certified, { predicate, named }, log)) ??
        (0,consistency/* checkFolder */.p$)(folder.path, predicate, log) ??
        (signed && (0,consistency/* checkPromises */.xm)(predicate.assurance, signed.reached, log));
    if (failed !== null)
        return failed;
    const at = signed && signedAt(signed);
    if (at === null && trust?.requiresTime === true) {
        return log.leave("time", "no trusted time proves when this was signed, and one is required");
    }
    return {
        evidence,
        gap,
        contentSha256: (0,run_content/* contentDigest */.eZ)(statement),
        statement,
        statementSha256: (0,evidence_digest/* sha256 */.s)(bundle.payload),
        signedBy: signed?.signedBy ?? claimedSigner(bundle),
        reached: signed?.reached ?? predicate.assurance,
        signedAt: at,
    };
}
const NOT_A_FILE = "is not a regular file and was not read";
function claimedSigner({ signer }) {
    return signer.kind === "key" ? (signer.fingerprint ?? "an unnamed key") : "a certificate";
}
/** Whether none of the files that were signed is there, not even as something else. */
function hasNoFiles({ subject }, { files, strange }) {
    return subject.every(({ name }) => !files.has(name) && !strange.includes(name));
}
/** Why the files are not those that were signed, as a sentence; null where they are. */
function subjectProblem(statement, { files, strange }) {
    const { subject } = statement;
    const names = subject.map(({ name }) => name);
    const main = (0,run_content/* mainFileOf */.HQ)(statement);
    if (new Set(names).size < names.length)
        return "the statement names a file twice";
    if (!names.includes(main))
        return `the statement is not about ${main}`;
    for (const { name, digest } of subject) {
        const bytes = files.get(name);
        if (bytes === undefined) {
            return `${name} is signed but ${strange.includes(name) ? NOT_A_FILE : "not there"}`;
        }
        const actual = (0,evidence_digest/* sha256 */.s)(bytes);
        if (actual !== digest.sha256) {
            return `${name} was changed: signed sha256 ${digest.sha256}, found ${actual}`;
        }
    }
    return null;
}
function remarkOtherFiles({ subject }, folder, log) {
    const { files, unread, strange } = folder;
    for (const name of strange)
        log.remark(`${name} in the run folder is not a regular file and was not read`);
    const signed = new Set([evidence_files/* BUNDLE_NAME */.ft, ...subject.map(({ name }) => name)]);
    for (const name of [...files.keys(), ...unread]) {
        if (!signed.has(name))
            log.remark(`${name} in the run folder is not signed`);
    }
}


/***/ }),

/***/ 32147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ organizationName),
/* harmony export */   U: () => (/* binding */ readCertifiedIdentity)
/* harmony export */ });
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41262);

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const OID = "1.3.6.1.4.1.57264.1";
const ISSUER = `${OID}.8`;
const REPOSITORY_ID = `${OID}.15`;
const OWNER_ID = `${OID}.17`;
const RUN = `${OID}.21`;
/** Universal tag of a UTF8String. */
const UTF8_STRING = 0x0c;
/** Of a URI and of a mail address among general names. */
const URI = 6;
const MAIL = 1;
/** What the certificate says, not verified; null where it is none. Never throws. */
async function readCertifiedIdentity(der) {
    const { X509Certificate } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const certificate = X509Certificate.parse(Buffer.from(der));
        const said = (oid) => textOf(certificate, oid);
        return {
            certificate,
            authority: organizationName((0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificateNames */ .cL)(der).issuer),
            identity: identityOf(certificate),
            issuer: said(ISSUER),
            repositoryId: said(REPOSITORY_ID),
            ownerId: said(OWNER_ID),
            run: said(RUN),
        };
    }
    catch {
        // The library reads a damaged certificate into errors of every kind.
        return null;
    }
}
/** The organisation in a name of a certificate, as Node prints it. */
function organizationName(name) {
    const line = name.split("\n").find((each) => each.startsWith("O="));
    return line?.slice(2).replaceAll(/\\(.)/g, "$1") ?? null;
}
/** By bytes, not by the library's text: that drops the eighth bit, so two names could look alike. */
function identityOf(certificate) {
    const names = certificate.extSubjectAltName?.valueObj.subs[0]?.subs ?? [];
    const [name] = names;
    if (name === undefined || names.length !== 1)
        return null;
    if (!name.tag.isContextSpecific(URI) && !name.tag.isContextSpecific(MAIL))
        return null;
    return strictUtf8(name.value);
}
function textOf(certificate, oid) {
    const inner = certificate.extension(oid)?.valueObj.subs;
    const [value] = inner ?? [];
    if (value === undefined || inner?.length !== 1 || value.tag.toDER() !== UTF8_STRING)
        return null;
    return strictUtf8(value.value);
}
function strictUtf8(bytes) {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}


/***/ }),

/***/ 91273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U0: () => (/* binding */ GITHUB),
  CV: () => (/* binding */ HOW_TO_GET_ROOTS),
  kI: () => (/* binding */ SNAPSHOT_DATE),
  KD: () => (/* binding */ loadPublicGoodRoots),
  Pn: () => (/* binding */ readTrustedRoots)
});

// EXTERNAL MODULE: ./lib/platform/crypto.js
var platform_crypto = __webpack_require__(41262);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/trust/certificate.js
var certificate = __webpack_require__(32147);
;// CONCATENATED MODULE: ./lib/verify/trust/token-verifier.js

/**
 * Checks the tokens of one authority. The library checks its whole chain of
 * certificates for each, which takes longer than all the rest; once that held,
 * it holds for every time at which all of them are valid.
 */
class TokenVerifier {
    #verifier;
    #key;
    #from;
    #to;
    #isChainGood = false;
    constructor({ certChain }, verifierOf) {
        const [leaf] = certChain;
        this.#key = (0,platform_crypto/* readPublicKey */.RR)(leaf?.publicKey ?? Buffer.alloc(0));
        this.#from = new Date(Math.max(...certChain.map(({ notBefore }) => notBefore.getTime())));
        this.#to = new Date(Math.min(...certChain.map(({ notAfter }) => notAfter.getTime())));
        const validFor = { start: this.#from, end: this.#to };
        this.#verifier = verifierOf({
            certificateAuthorities: [],
            timestampAuthorities: [{ certChain, validFor }],
            tlogs: [],
            ctlogs: [],
            // Never looked at, but the library wants one.
            publicKey: () => ({ publicKey: this.#key, validFor: () => true }),
        });
    }
    /** Whether the authority gave this token over this signature, while its certificates were valid. */
    holds(token, signature) {
        try {
            const time = token.signingTime;
            if (time < this.#from || time > this.#to)
                return false;
            if (this.#isChainGood)
                token.verify(signature, this.#key);
            else
                this.#verifier.verify({
                    ...REST,
                    signature: { ...ANY, signature },
                    timestamps: [{ ...TOKEN, timestamp: token }],
                });
            this.#isChainGood = true;
            return true;
        }
        catch {
            // The library refuses, and stumbles over damage, with errors of every kind.
            return false;
        }
    }
}
/** The library checks a token only as a part of a bundle, so here is the rest of one; who signed is decided elsewhere. */
const REST = { key: { $case: "public-key", hint: "" }, tlogEntries: [] };
const ANY = {
    compareSignature: () => false,
    compareDigest: () => false,
    compareSignedDigest: () => false,
    verifySignature: () => true,
};
const TOKEN = { $case: "timestamp-authority" };

;// CONCATENATED MODULE: ./lib/verify/trust/trusted-root.js

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.[12]|\.v0\.[12]\+json)$/;
const LARGEST_CERTIFICATE = 16_384;
/** Per kind, in one root. Sigstore's own names two of each. */
const MOST_AUTHORITIES = 32;
const LONGEST_CHAIN = 8;
/** What a trusted root says, or why it is none, as the end of a sentence about the file. Never throws. */
async function parseTrustedRoot(value) {
    if (!isTrustedRoot(value))
        return { trouble: "is not a Sigstore trusted root" };
    const [specs, { toTrustMaterial }] = await Promise.all([
        __webpack_require__.e(/* import() */ 654).then(__webpack_require__.t.bind(__webpack_require__, 19654, 19)),
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19)),
    ]);
    try {
        const root = specs.TrustedRoot.fromJSON(value);
        const trouble = excessOf(root);
        if (trouble !== null)
            return { trouble };
        const material = toTrustMaterial(root);
        const authorities = [...material.certificateAuthorities, ...material.timestampAuthorities];
        if (!authorities.every(({ certChain }) => certChain.every(isReadable)))
            return DAMAGED;
        return {
            material,
            certificateNames: root.certificateAuthorities.map(nameOf),
            timestampNames: root.timestampAuthorities.map(nameOf),
        };
    }
    catch {
        // The library reads without looking, so a damaged root ends in errors of every kind.
        return DAMAGED;
    }
}
const DAMAGED = { trouble: "is a damaged Sigstore trusted root" };
/** Whether all of the certificate can be read that is looked at later; the library reads late, and throws then. */
function isReadable(certificate) {
    (0,platform_crypto/* readCertificateNames */.cL)(certificate.root.toDER());
    const { subject, issuer, serialNumber, notBefore, notAfter } = certificate;
    const isNamed = [subject, issuer, serialNumber].every(({ length }) => length > 0);
    return isNamed && !Number.isNaN(notBefore.getTime()) && !Number.isNaN(notAfter.getTime());
}
function isTrustedRoot(value) {
    if (typeof value !== "object" || value === null || !("mediaType" in value))
        return false;
    return typeof value.mediaType === "string" && MEDIA_TYPE.test(value.mediaType);
}
/** What the library would work on for long, or trip over later. */
function excessOf(root) {
    const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = root;
    const lists = [tlogs, ctlogs, certificateAuthorities, timestampAuthorities];
    if (lists.some(({ length }) => length > MOST_AUTHORITIES)) {
        return `names more than ${MOST_AUTHORITIES} authorities of a kind`;
    }
    const authorities = [...certificateAuthorities, ...timestampAuthorities];
    if (authorities.length === 0)
        return "names no authority";
    for (const { certChain } of authorities) {
        const certificates = certChain?.certificates ?? [];
        if (certificates.length === 0)
            return "names an authority without a certificate";
        if (certificates.length > LONGEST_CHAIN)
            return `has a chain of more than ${LONGEST_CHAIN} certificates`;
        if (certificates.some(({ rawBytes }) => rawBytes.length > LARGEST_CERTIFICATE)) {
            return `has a certificate of more than ${LARGEST_CERTIFICATE} bytes`;
        }
    }
    return null;
}
function nameOf({ uri, subject }) {
    return uri || subject?.commonName || subject?.organization || "an unnamed authority";
}

;// CONCATENATED MODULE: ./lib/verify/trust/roots.js






/** Date of the public-good root that ships with the program, as its file is named. */
const SNAPSHOT_DATE = "2026-11-05";
/** Of GitHub's own authority, which certifies workflows of private repositories and uses no log. */
const GITHUB = "GitHub, Inc.";
const HOW_TO_GET_ROOTS = "gh attestation trusted-root > trusted_root.jsonl";
/** A trusted root is some kilobytes; a hostile one may try to be more. */
const LARGEST_FILE = 1_000_000;
/** The roots in a `trusted_root.json`, or in the lines of a `.jsonl`. Throws a sentence about the file. */
async function readTrustedRoots(bytes, file) {
    if (bytes.length > LARGEST_FILE)
        throw unfit(file, `is too large (${bytes.length} bytes)`);
    const whole = (0,json/* readJson */.V)(bytes);
    if (!("trouble" in whole))
        return rootsOf([whole.value], file);
    const lines = Buffer.from(bytes).toString("utf8").split("\n");
    const read = lines.filter((line) => line.trim() !== "").map((line) => (0,json/* readJson */.V)(Buffer.from(line)));
    const [first] = read;
    // One text over several lines, and damaged: the sentence about the whole says more.
    if (first === undefined || "trouble" in first)
        throw unfit(file, whole.trouble);
    const values = read.map((line, index) => {
        if ("trouble" in line)
            throw unfit(file, `has a line ${index + 1} that ${line.trouble}`);
        return line.value;
    });
    return rootsOf(values, file);
}
/** The public-good root that ships with the program. */
async function loadPublicGoodRoots() {
    const { PUBLIC_GOOD } = await __webpack_require__.e(/* import() */ 479).then(__webpack_require__.bind(__webpack_require__, 55479));
    return rootsOf([PUBLIC_GOOD], "that ships with this program");
}
async function rootsOf(values, file) {
    const { Verifier } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const read = [];
    for (const value of values) {
        const root = await parseTrustedRoot(value);
        if ("trouble" in root)
            throw unfit(file, root.trouble);
        read.push(root);
    }
    // The certificate may be of one root and the timestamp of another.
    const clocks = read.flatMap(({ material }) => material.timestampAuthorities);
    return read.map(({ material, certificateNames, timestampNames }) => ({
        logs: material.tlogs,
        timestampAuthorities: material.timestampAuthorities.map((authority, index) => ({
            name: timestampNames[index] ?? "",
            authority,
            check: new TokenVerifier(authority, (trust) => new Verifier(trust, CLOCK_ALONE)),
        })),
        certificateAuthorities: material.certificateAuthorities.map((authority, index) => {
            const organisation = organisationOf(authority);
            const trust = { ...material, certificateAuthorities: [authority], timestampAuthorities: clocks };
            return {
                name: certificateNames[index] ?? "",
                authority,
                organisation,
                verifier: new Verifier(trust, thresholds(organisation, material)),
            };
        }),
    }));
}
const CLOCK_ALONE = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 1 };
/** What a certificate needs beside a trusted time: set by who certifies, never by what a bundle holds. */
function thresholds(organisation, { tlogs, ctlogs }) {
    if (organisation === GITHUB)
        return CLOCK_ALONE;
    return {
        tlogThreshold: Math.min(tlogs.length, 1),
        ctlogThreshold: Math.min(ctlogs.length, 1),
        timestampThreshold: 1,
    };
}
function organisationOf({ certChain }) {
    const [own] = certChain;
    return own === undefined ? null : (0,certificate/* organizationName */.T)((0,platform_crypto/* readCertificateNames */.cL)(own.root.toDER()).subject);
}
function unfit(file, trouble) {
    return new failure/* Failure */.HR("input", `the trusted root ${file} ${trouble}`, {
        hint: `get one with: ${HOW_TO_GET_ROOTS}`,
    });
}


/***/ })

};
