export const id = 190;
export const ids = [190];
export const modules = {

/***/ 73546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ repairPem),
/* harmony export */   Yp: () => (/* binding */ pemDamage),
/* harmony export */   hR: () => (/* binding */ countPems)
/* harmony export */ });
const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,40})-----/;
const BODY = /^[A-Za-z0-9+/]+={0,2}$/;
/** What editors, mail and forms add between the letters of a key: white space, quotes, and marks that nobody sees. */
const ADDED = /[\s"'`>|\u200B-\u200D\u2060\uFEFF]/gu;
/**
 * The first PEM of the text with its lines as they belong, where only white space and quotes were changed: on one line,
 * indented, quoted, with `\n` written out. Any other text stays as it is.
 */
function repairPem(text) {
    const plain = text.replaceAll("\\r", "").replaceAll("\\n", "\n").replaceAll("\r\n", "\n");
    const begin = BEGIN.exec(plain);
    const [mark = "", label = ""] = begin ?? [];
    const end = begin === null ? -1 : plain.indexOf(`-----END ${label}-----`, begin.index);
    if (begin === null || end === -1)
        return plain;
    const body = plain.slice(begin.index + mark.length, end).replaceAll(ADDED, "");
    // An old kind of encrypted key has lines of its own before its body.
    if (!BODY.test(body))
        return plain;
    const lines = body.match(/.{1,64}/g) ?? [];
    return `${[mark, ...lines, `-----END ${label}-----`].join("\n")}\n`;
}
/** How many keys or certificates begin in the text. Of more than one, nobody could say which is meant. */
function countPems(text) {
    return text.split("-----BEGIN").length - 1;
}
/** Why a text is no whole PEM, and what to do, for a hint; null where it has both of its marks. */
function pemDamage(text) {
    if (!/-----BEGIN [A-Z0-9 ]{1,40}-----/.test(text))
        return null;
    return /-----END [A-Z0-9 ]{1,40}-----/.test(text)
        ? "the line breaks or letters of the key were lost; paste it again, all lines from BEGIN to END"
        : "the end of the key is missing; paste it again, all lines from BEGIN to END";
}


/***/ }),

/***/ 16857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readVerifyingKey),
/* harmony export */   G: () => (/* binding */ fingerprintFromHint)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73546);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41262);



/** The public key in a PEM text. Throws a `Failure` where it is private, unreadable or of a kind that never signs evidence. */
function readVerifyingKey(pem) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "the key to verify with is a private key", {
            hint: "give the public key: anyone who holds the private key can sign",
        });
    }
    const begun = (0,_pem_js__WEBPACK_IMPORTED_MODULE_2__/* .countPems */ .hR)(pem);
    if (begun > 1) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `the key to verify with has ${begun} BEGIN lines, and one key has one`, {
            hint: "give each key by itself, whole, from its BEGIN line to its END line",
        });
    }
    let key;
    try {
        key = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .readPublicKey */ .RR)((0,_pem_js__WEBPACK_IMPORTED_MODULE_2__/* .repairPem */ .Em)(pem));
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "the key to verify with is not a public key in PEM form", {
            hint: (0,_pem_js__WEBPACK_IMPORTED_MODULE_2__/* .pemDamage */ .Yp)(pem) ?? "it begins with -----BEGIN PUBLIC KEY-----",
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

/***/ 32959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ LARGEST_BUNDLE),
  B: () => (/* binding */ readBundle)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
;// CONCATENATED MODULE: ./lib/bundle/bundle-shape.js

/** Bytes in base64, or a number of 64 bits: JSON of protocol buffers has strings for both. */
const Text = schemas/* string */.YjP();
const Entry = schemas/* strictObject */.rej({
    logIndex: Text.optional(),
    logId: schemas/* strictObject */.rej({ keyId: Text }).optional(),
    kindVersion: schemas/* strictObject */.rej({ kind: Text, version: Text }).optional(),
    integratedTime: Text.optional(),
    inclusionPromise: schemas/* strictObject */.rej({ signedEntryTimestamp: Text }).optional(),
    inclusionProof: schemas/* strictObject */.rej({
        logIndex: Text.optional(),
        rootHash: Text,
        treeSize: Text,
        hashes: schemas/* array */.YOg(Text).optional(),
        checkpoint: schemas/* strictObject */.rej({ envelope: Text }).optional(),
    })
        .optional(),
    canonicalizedBody: Text.optional(),
});
const Material = schemas/* strictObject */.rej({
    publicKey: schemas/* strictObject */.rej({ hint: Text.optional() }).optional(),
    certificate: schemas/* strictObject */.rej({ rawBytes: Text }).optional(),
    x509CertificateChain: schemas/* unknown */.L5J().optional(),
    tlogEntries: schemas/* array */.YOg(Entry).optional(),
    timestampVerificationData: schemas/* strictObject */.rej({ rfc3161Timestamps: schemas/* array */.YOg(schemas/* strictObject */.rej({ signedTimestamp: Text })).optional() })
        .optional(),
})
    .refine(({ publicKey, certificate, x509CertificateChain: chain }) => [publicKey, certificate, chain].filter((each) => each !== undefined).length <= 1);
/**
 * The members that a bundle may have, under the one name that each has. The library passes over others, and takes
 * several names for one member, so that two readers could see two bundles.
 */
const BundleShape = schemas/* strictObject */.rej({
    mediaType: Text,
    verificationMaterial: Material,
    dsseEnvelope: schemas/* strictObject */.rej({
        payload: Text,
        payloadType: Text,
        signatures: schemas/* array */.YOg(schemas/* strictObject */.rej({ sig: Text, keyid: Text.optional() })),
    })
        .optional(),
    messageSignature: schemas/* unknown */.L5J().optional(),
});

// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/evidence/files/parse-known.js
var parse_known = __webpack_require__(70308);
// EXTERNAL MODULE: ./lib/evidence/files/read-document.js
var read_document = __webpack_require__(13043);
// EXTERNAL MODULE: ./lib/bundle/sigstore.js
var sigstore = __webpack_require__(56008);
;// CONCATENATED MODULE: ./lib/bundle/read-bundle.js








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
    const json = (0,files_json/* readJson */.Vh)(bytes);
    if ("trouble" in json)
        return not(`the bundle is damaged: it ${json.trouble}`);
    const parsed = await parseBundle(json.value);
    if ("trouble" in parsed)
        return parsed;
    const { bundle } = parsed;
    const { payload, signatures } = bundle.content.dsseEnvelope;
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
            : { kind: "key", fingerprint: (0,public_key/* fingerprintFromHint */.G)(content.publicKey.hint) },
        payload,
        statement: (0,read_document/* readDocument */.u)(payload, {
            schema: statement/* ChainStatement */.Zx,
            types: { _type: [statement/* STATEMENT_TYPE */.zG], predicateType: [statement/* PREDICATE_TYPE */.To, statement/* GAP_PREDICATE_TYPE */.Gv] },
        }),
        signature: signatures[0]?.sig ?? Buffer.alloc(0),
        tokens: tokens.map(({ signedTimestamp }) => signedTimestamp),
        entries: tlogEntries,
    };
}
/** Reads the bundle with the library, and checks that the library passed over nothing in it. */
async function parseBundle(value) {
    const { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope } = await (0,sigstore/* sigstoreBundle */.Hm)();
    let bundle;
    let again;
    try {
        bundle = bundleFromJSON(value);
        again = bundleToJSON(bundle);
    }
    catch {
        // The library refuses in its own words, which quote the file, and calls another number of signatures invalid.
        const signatures = SignedEnvelope.safeParse(value).data?.dsseEnvelope.signatures ?? null;
        return not(signatures !== null && signatures.length !== 1
            ? "the bundle does not carry exactly one signature"
            : "the bundle is damaged: it is not a Sigstore bundle");
    }
    if (bundle.mediaType !== MEDIA_TYPE)
        return not(`the bundle is not of the type ${MEDIA_TYPE}`);
    if (!isBundleWithDsseEnvelope(bundle))
        return not("the bundle carries no DSSE envelope");
    const { payloadType } = bundle.content.dsseEnvelope;
    if (payloadType !== statement/* PAYLOAD_TYPE */.Uc) {
        return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${statement/* PAYLOAD_TYPE */.Uc}`);
    }
    if (isReadOtherwise(value, again)) {
        return not("the bundle is damaged: a part of it is not the base64 or the number that it should be");
    }
    return (0,parse_known/* parseKnown */.d)(BundleShape, value).success
        ? { bundle }
        : not("the bundle is damaged: it has a member that no bundle of its type has, or one in another form");
}
function not(trouble) {
    return { trouble };
}
const SignedEnvelope = schemas/* object */.Ikc({ dsseEnvelope: schemas/* object */.Ikc({ signatures: schemas/* array */.YOg(schemas/* unknown */.L5J()) }) });
/** Whether a text differs from what the library, which is lenient, read in it. */
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
/* harmony export */   t0: () => (/* binding */ runPath),
/* harmony export */   zB: () => (/* binding */ pathInRepository)
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
/** The folder of a run below the evidence repository: `prod/2026/2026-11-22/061731Z-<run.id>-<attempt>`. */
function pathInRepository(run) {
    return `${run.stream.name}/${runPath(run)}`;
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
/* harmony export */   BW: () => (/* binding */ withExactTime),
/* harmony export */   Hm: () => (/* binding */ sigstoreBundle),
/* harmony export */   L2: () => (/* binding */ readTimestamp),
/* harmony export */   Om: () => (/* binding */ unsupportedTimestamp),
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
/** The names of digests that the library knows. */
const DIGESTS = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };
/**
 * Why the library cannot check the signature of the timestamp, as the words that follow it; null where it can. It takes
 * every signature that is not by ECDSA for one by RSA over SHA-256.
 */
function unsupportedTimestamp(timestamp) {
    const only = "only ECDSA, and RSA with SHA-256, can be checked";
    try {
        const byName = timestamp.signatureAlgorithm;
        const digest = timestamp.signerDigestAlgorithm;
        if (byName !== undefined || digest === "sha256")
            return null;
        return `is signed with ${DIGESTS[digest ?? ""] ?? "an unknown digest"} and not by ECDSA; ${only}`;
    }
    catch {
        return `is signed with an algorithm that cannot be read; ${only}`;
    }
}
/** A time with a fraction of a second: RFC 3161 allows any number of digits, the library reads none or three. */
const FRACTION = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d+)Z$/;
/** Reads a timestamp token. Throws errors of every kind where it is damaged. */
async function readTimestamp(token) {
    const { RFC3161Timestamp: Timestamp } = await sigstoreCore();
    return withExactTime(Timestamp.parse(Buffer.from(token)));
}
/** The same timestamp, whose signing time is read whatever its fraction of a second. */
function withExactTime(timestamp) {
    const written = timestamp.tstInfo.root.subs[4]?.value.toString("latin1") ?? "";
    const [, year, month, day, hours, minutes, seconds, fraction = ""] = FRACTION.exec(written) ?? [];
    if (year === undefined)
        return timestamp;
    const ms = `${fraction}00`.slice(0, 3);
    const value = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
    return Object.defineProperty(timestamp, "signingTime", { value });
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57697);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_comparison_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22552);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _policy_derive_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50130);
/* harmony import */ var _policy_run_changes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42754);






const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
/** Of a declared gap, which is in the chain like a run. */
const GAP_PREDICATE_TYPE = "https://datadog-evidence.github.io/gap/v1";
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** Why something is not as it was asked for: a code for programs, a sentence for people. */
const Reason = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ code: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Code of the reason where evidence is signed long after it was collected: only then may its time be later. */
const SIGNED_LATE = "signed-late";
/** A signature whose time is further from `collectedAt` is late, or one of two clocks is wrong. */
const LONGEST_APART_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    signing: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["key", "keyless"]),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
    log: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
    /** Only where less is promised than was asked for, or later: why. */
    reason: Reason.optional(),
});
/** The position of a run in its stream's chain. */
const Link = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    sequence: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive(),
    /** `sha256` of the DSSE payload of that run's statement. */
    statement: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha256 */ .IA,
});
const chained = {
    // As long as the name of a host may be.
    stream: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ name: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN, site: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().max(253) }),
    /** Null: not chained. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive().nullable(),
    previous: Link.nullable(),
    /** Set when a predecessor was expected and not usable. */
    restart: Reason.nullable(),
    cadence: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br),
    /** Of a gap: when it was declared. */
    collectedAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
};
const RunName = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive() });
const Subjects = zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    // A bare file name: a path could point out of the run folder.
    name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ sha256: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Sha256 */ .IA }),
}))
    .min(1)
    .max(16);
/** An in-toto Statement v1 about the files of one run folder. */
const Statement = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        ...chained,
        outcome: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["complete", "partial", "failed"]),
        run: RunName,
        assurance: Assurance,
        /** Null where there is nothing to compare with. */
        changes: _evidence_comparison_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .Changes */ .sk.nullable(),
    }),
});
/** An in-toto Statement v1 about a declared gap. */
const GapStatement = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(GAP_PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ ...chained, run: RunName, assurance: Assurance }),
});
/** A statement in a chain: about a run or about a gap. */
const ChainStatement = zod__WEBPACK_IMPORTED_MODULE_5__/* .discriminatedUnion */ .gMt("predicateType", [Statement, GapStatement]);
/** The statement about the evidence. */
function makeStatement(evidence, { files, tail, assurance }) {
    const { stream, source, collectedAt, outcome, run } = evidence;
    return {
        ...aboutFiles(files),
        predicateType: PREDICATE_TYPE,
        predicate: {
            stream: { name: stream.name, site: source.site },
            ...position(tail),
            cadence: stream.cadence,
            collectedAt,
            outcome,
            run: { id: run.id, attempt: run.attempt },
            assurance,
            changes: tail?.evidence == null
                ? null
                : (0,_policy_run_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .deriveRunChanges */ .G)(tail.evidence, { evidence, policy: (0,_policy_derive_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .policyAmong */ .L$)(files) }),
        },
    };
}
/** The statement about a declared gap. */
function makeGapStatement(gap, { files, tail, assurance }) {
    const { stream, declaredAt, run } = gap;
    return {
        ...aboutFiles(files),
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
function aboutFiles(files) {
    return { _type: STATEMENT_TYPE, subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })) };
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

/***/ 28716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sw: () => (/* binding */ DEFAULT_FRAMEWORKS),
  Gt: () => (/* binding */ FRAMEWORK_IDS),
  rX: () => (/* binding */ MAPPING_NAME),
  E8: () => (/* binding */ MAPPING_VERSION),
  yb: () => (/* binding */ conditionsOf),
  yU: () => (/* binding */ editionOf),
  Dk: () => (/* binding */ findCatalogue),
  _I: () => (/* binding */ isKnownVersion),
  Fe: () => (/* binding */ mappingDigest)
});

// UNUSED EXPORTS: Catalogue, catalogueText

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/digest.js
var digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-11/iso27001.json
const iso27001_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"ISO/IEC 27001:2022","edition":"2022, Annex A","version":"2026-11","licence":"The titles are the short titles of the standard.","controls":[{"item":"security-signals","id":"A.8.16","title":"Monitoring activities","support":"direct"},{"item":"security-signals","id":"A.5.25","title":"Assessment and decision on information security events","support":"direct"},{"item":"compliance-monitors","id":"A.8.16","title":"Monitoring activities","support":"direct"},{"item":"compliance-monitors","id":"A.8.17","title":"Clock synchronization","support":"direct","needs":["any-clock-monitor"]},{"item":"cspm-findings","id":"A.8.9","title":"Configuration management","support":"direct"},{"item":"cspm-findings","id":"A.5.36","title":"Compliance with policies, rules and standards for information security","support":"direct"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-11/soc2.json
const soc2_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"SOC 2","edition":"Trust Services Criteria of 2017, points of focus of 2022","version":"2026-11","licence":"The text of the standard is protected by copyright and is not quoted. The titles are our own words.","controls":[{"item":"security-signals","id":"CC7.2","title":"Watching systems for anomalies and analysing them","support":"direct"},{"item":"compliance-monitors","id":"CC7.1","title":"Detecting configuration changes and new weaknesses","support":"direct"},{"item":"cspm-findings","id":"CC7.1","title":"Detecting configuration changes and new weaknesses","support":"direct"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/iso27001.json
const _2026_12_iso27001_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"ISO/IEC 27001:2022","edition":"2022, Annex A, with Amendment 1:2024","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"A.8.16","title":"Monitoring activities","support":"direct"},{"item":"security-signals","id":"A.5.25","title":"Deciding whether an event is an incident","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"A.5.28","title":"Collecting evidence","support":"claimed"},{"item":"security-signals","id":"A.5.33","title":"Protecting records","support":"claimed"},{"item":"compliance-monitors","id":"A.8.16","title":"Monitoring activities","support":"direct"},{"item":"compliance-monitors","id":"A.8.17","title":"Clocks agree","support":"direct","needs":["clock-monitor"]},{"item":"compliance-monitors","id":"A.5.33","title":"Protecting records","support":"claimed"},{"item":"cspm-findings","id":"A.8.9","title":"Configuration management","support":"direct"},{"item":"cspm-findings","id":"A.5.36","title":"Checking conformity with own rules","support":"direct","needs":["review"]},{"item":"cspm-findings","id":"A.5.33","title":"Protecting records","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/soc2.json
const _2026_12_soc2_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"SOC 2","edition":"Trust Services Criteria of 2017, points of focus of 2022","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"CC7.2","title":"Watching systems for anomalies","support":"direct"},{"item":"security-signals","id":"CC7.3","title":"Judging security events","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"CC4.1","title":"Evaluating that controls work","support":"direct","needs":["review"]},{"item":"compliance-monitors","id":"CC7.2","title":"Watching systems for anomalies","support":"direct"},{"item":"compliance-monitors","id":"CC7.1","title":"Finding configuration changes and new weaknesses","support":"claimed"},{"item":"cspm-findings","id":"CC7.1","title":"Finding configuration changes and new weaknesses","support":"direct"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/nist-csf.json
const nist_csf_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"NIST CSF 2.0","edition":"2.0, February 2024","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"DE.CM-09","title":"Monitoring hardware, software and their data","support":"direct"},{"item":"security-signals","id":"DE.AE-02","title":"Analysing potentially adverse events","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"RS.MA-02","title":"Triaging and validating incident reports","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"DE.AE-03","title":"Correlating information from several sources","support":"claimed"},{"item":"security-signals","id":"DE.AE-06","title":"Giving information on adverse events to those who act on it","support":"claimed"},{"item":"security-signals","id":"DE.AE-08","title":"Declaring incidents by defined criteria","support":"claimed"},{"item":"security-signals","id":"DE.CM-01","title":"Monitoring networks and network services","support":"claimed"},{"item":"security-signals","id":"DE.CM-03","title":"Monitoring what personnel do and how technology is used","support":"claimed"},{"item":"security-signals","id":"DE.CM-06","title":"Monitoring external service providers","support":"claimed"},{"item":"compliance-monitors","id":"DE.CM-09","title":"Monitoring hardware, software and their data","support":"direct"},{"item":"compliance-monitors","id":"DE.CM-01","title":"Monitoring networks and network services","support":"claimed"},{"item":"compliance-monitors","id":"PR.PS-04","title":"Log records for continuous monitoring","support":"claimed"},{"item":"cspm-findings","id":"PR.PS-01","title":"Configuration management practices","support":"direct"},{"item":"cspm-findings","id":"ID.RA-01","title":"Identifying and recording vulnerabilities in assets","support":"direct"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/nist-800-53.json
const nist_800_53_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"NIST SP 800-53 Rev. 5","edition":"Revision 5, release 5.2.0","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"SI-4","title":"System monitoring","support":"direct"},{"item":"security-signals","id":"AU-6","title":"Audit record review, analysis and reporting","support":"direct","needs":["review"]},{"item":"security-signals","id":"IR-4","title":"Incident handling","support":"claimed"},{"item":"security-signals","id":"IR-5","title":"Incident monitoring","support":"claimed"},{"item":"compliance-monitors","id":"CA-7","title":"Continuous monitoring","support":"direct"},{"item":"compliance-monitors","id":"SI-4","title":"System monitoring","support":"claimed"},{"item":"compliance-monitors","id":"AU-8","title":"Time stamps","support":"direct","needs":["clock-monitor"]},{"item":"compliance-monitors","id":"SC-45","title":"System time synchronisation","support":"claimed","needs":["clock-monitor"]},{"item":"cspm-findings","id":"CM-6","title":"Configuration settings","support":"direct"},{"item":"cspm-findings","id":"CA-7","title":"Continuous monitoring","support":"direct"},{"item":"cspm-findings","id":"CM-2","title":"Baseline configuration","support":"claimed"},{"item":"cspm-findings","id":"RA-5","title":"Vulnerability monitoring and scanning","support":"claimed"},{"item":"cspm-findings","id":"CA-2","title":"Control assessments","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/pci-dss.json
const pci_dss_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"PCI DSS 4.0.1","edition":"4.0.1, June 2024","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"10.4.1","title":"Daily review of events","support":"direct","needs":["daily-cadence","judged-triage"]},{"item":"security-signals","id":"10.4.1.1","title":"Reviews are automated","support":"direct"},{"item":"security-signals","id":"10.4.3","title":"Exceptions are followed up","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"11.5.1","title":"Intrusion detection","support":"claimed"},{"item":"security-signals","id":"12.10.5","title":"Alerts feed incident response","support":"claimed"},{"item":"compliance-monitors","id":"10.6.1","title":"Time is synchronised","support":"direct","needs":["clock-monitor"]},{"item":"compliance-monitors","id":"10.7.2","title":"Failing security controls are noticed","support":"claimed"},{"item":"compliance-monitors","id":"10.7.3","title":"Failing security controls are answered","support":"claimed"},{"item":"cspm-findings","id":"2.2.1","title":"Configuration standards","support":"claimed"},{"item":"cspm-findings","id":"2.2.6","title":"Secure parameters","support":"claimed"},{"item":"cspm-findings","id":"1.2.7","title":"Half-yearly review of network rules","support":"claimed"},{"item":"cspm-findings","id":"11.5.2","title":"File-change detection","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/hipaa.json
const hipaa_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"HIPAA Security Rule","edition":"45 CFR Part 164, Subpart C","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"164.308(a)(1)(ii)(D)","title":"Information system activity review","support":"direct","needs":["review"]},{"item":"security-signals","id":"164.308(a)(6)(ii)","title":"Response and reporting","support":"claimed"},{"item":"security-signals","id":"164.312(b)","title":"Audit controls","support":"claimed"},{"item":"compliance-monitors","id":"164.312(b)","title":"Audit controls","support":"claimed"},{"item":"cspm-findings","id":"164.308(a)(8)","title":"Evaluation","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/nis2.json
const nis2_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"NIS2","edition":"Directive (EU) 2022/2555, Article 21(2)","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"21(2)(b)","title":"Incident handling","support":"claimed"},{"item":"security-signals","id":"21(2)(f)","title":"Assessing whether the measures are effective","support":"claimed"},{"item":"compliance-monitors","id":"21(2)(b)","title":"Incident handling","support":"claimed"},{"item":"cspm-findings","id":"21(2)(e)","title":"Security in acquisition, development and maintenance","support":"claimed"},{"item":"cspm-findings","id":"21(2)(f)","title":"Assessing whether the measures are effective","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/nis2-2024-2690.json
const nis2_2024_2690_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"IR (EU) 2024/2690","edition":"Commission Implementing Regulation (EU) 2024/2690, Annex","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"3.2.1","title":"Monitoring and logging to detect incidents","support":"direct"},{"item":"security-signals","id":"3.2.2","title":"Automated monitoring","support":"direct"},{"item":"security-signals","id":"3.2.3","title":"Keeping and reviewing logs","support":"direct"},{"item":"security-signals","id":"3.2.4","title":"Reviewing logs for unusual trends, with alarms","support":"direct"},{"item":"security-signals","id":"3.4.1","title":"Assessing suspicious events","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"3.4.2","title":"Assessing by criteria laid down beforehand","support":"claimed"},{"item":"compliance-monitors","id":"3.2.1","title":"Monitoring and logging to detect incidents","support":"direct"},{"item":"compliance-monitors","id":"3.2.6","title":"Time sources are synchronised","support":"direct","needs":["clock-monitor"]},{"item":"cspm-findings","id":"6.3","title":"Configuration management","support":"direct"},{"item":"cspm-findings","id":"2.2","title":"Compliance monitoring","support":"direct","needs":["review"]}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/dora.json
const dora_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"DORA","edition":"Regulation (EU) 2022/2554","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"10(1)","title":"Mechanisms that promptly detect anomalous activities","support":"direct"},{"item":"security-signals","id":"10(2)","title":"Several layers of detection, with alert thresholds","support":"claimed"},{"item":"security-signals","id":"17(1)","title":"A process for managing incidents","support":"claimed"},{"item":"security-signals","id":"17(2)","title":"Recording incidents and cyber threats","support":"claimed"},{"item":"security-signals","id":"17(3)","title":"Early warning, classification and response","support":"claimed"},{"item":"compliance-monitors","id":"9(1)","title":"Continuous monitoring of the security of systems","support":"direct"},{"item":"compliance-monitors","id":"10(1)","title":"Mechanisms that promptly detect anomalous activities","support":"claimed"},{"item":"cspm-findings","id":"9(1)","title":"Continuous monitoring of the security of systems","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/dora-2024-1774.json
const dora_2024_1774_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"RTS (EU) 2024/1774","edition":"Commission Delegated Regulation (EU) 2024/1774","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"23(2)","title":"Detecting anomalous activities, with alerts","support":"direct"},{"item":"security-signals","id":"23(4)","title":"Logging when each anomaly occurred and was detected","support":"direct"},{"item":"security-signals","id":"23(3)","title":"Protecting recordings of anomalous activities","support":"claimed"},{"item":"compliance-monitors","id":"12(2)(f)","title":"Clocks are synchronised","support":"direct","needs":["clock-monitor"]},{"item":"compliance-monitors","id":"12(2)(d)","title":"Protecting logging systems","support":"claimed"},{"item":"compliance-monitors","id":"12(2)(e)","title":"Detecting failures of logging systems","support":"claimed"},{"item":"compliance-monitors","id":"23(3)","title":"Protecting recordings of anomalous activities","support":"claimed"},{"item":"cspm-findings","id":"11(2)(b)","title":"Secure configuration baselines, verified regularly","support":"direct"},{"item":"cspm-findings","id":"23(3)","title":"Protecting recordings of anomalous activities","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/cis.json
const cis_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"CIS Controls v8.1","edition":"8.1, June 2024","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"13.1","title":"Alerts in one place","support":"direct"},{"item":"security-signals","id":"8.11","title":"Log reviews","support":"direct","needs":["review"]},{"item":"security-signals","id":"13.3","title":"Network intrusion detection","support":"claimed"},{"item":"security-signals","id":"17.9","title":"Incident thresholds","support":"claimed"},{"item":"compliance-monitors","id":"8.4","title":"Time synchronisation","support":"direct","needs":["clock-monitor"]},{"item":"cspm-findings","id":"4.1","title":"Secure configuration of systems","support":"claimed"},{"item":"cspm-findings","id":"4.2","title":"Secure configuration of networks","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/c5.json
const c5_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"BSI C5:2020","edition":"2020","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"OPS-13","title":"Identifying events from logs","support":"direct"},{"item":"security-signals","id":"SIM-02","title":"Handling security incidents","support":"direct","needs":["judged-triage"]},{"item":"compliance-monitors","id":"OPS-17","title":"Monitoring software is available","support":"claimed"},{"item":"compliance-monitors","id":"OPS-10","title":"Logging and monitoring by a concept","support":"claimed"},{"item":"cspm-findings","id":"OPS-23","title":"Hardening systems","support":"direct"},{"item":"cspm-findings","id":"OPS-22","title":"Testing for known weaknesses and documenting them","support":"claimed"},{"item":"cspm-findings","id":"COM-03","title":"Internal audits of the management system","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/secnumcloud.json
const secnumcloud_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"SecNumCloud 3.2","edition":"3.2, March 2022","version":"2026-12","licence":"The text of the standard is protected by copyright and is not quoted. The numbers name its controls; the titles are our own words.","controls":[{"item":"security-signals","id":"12.9","title":"Analysing and correlating events","support":"direct"},{"item":"security-signals","id":"16.3","title":"Assessing security events and deciding on them","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"13.3.a","title":"Monitoring of networks","support":"claimed"},{"item":"compliance-monitors","id":"12.8","title":"Clocks are synchronised","support":"direct","needs":["clock-monitor"]},{"item":"cspm-findings","id":"18.3","title":"Conformity with security policies and standards","support":"claimed"},{"item":"cspm-findings","id":"18.4","title":"Examining technical conformity","support":"claimed"},{"item":"cspm-findings","id":"12.11","title":"Managing technical vulnerabilities","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogues/2026-12/fedramp-20x.json
const fedramp_20x_namespaceObject = /*#__PURE__*/JSON.parse('{"framework":"FedRAMP 20x","edition":"Key Security Indicators, Consolidated Rules 2026","version":"2026-12","licence":"The publisher lets everybody quote the text. The titles are our own, shorter words.","controls":[{"item":"security-signals","id":"KSI-MLA-RVL","title":"Reviewing logs","support":"direct","needs":["judged-triage"]},{"item":"security-signals","id":"KSI-MLA-OSM","title":"Operating a SIEM","support":"claimed"},{"item":"security-signals","id":"KSI-INR-RPI","title":"Reviewing past incidents","support":"claimed"},{"item":"security-signals","id":"KSI-SVC-VRI","title":"Validating the integrity of resources","support":"claimed"},{"item":"compliance-monitors","id":"KSI-MLA-LET","title":"Logging by event type","support":"claimed"},{"item":"compliance-monitors","id":"KSI-MLA-OSM","title":"Operating a SIEM","support":"claimed"},{"item":"compliance-monitors","id":"KSI-SVC-VRI","title":"Validating the integrity of resources","support":"claimed"},{"item":"cspm-findings","id":"KSI-MLA-EVC","title":"Evaluating configurations","support":"direct"},{"item":"cspm-findings","id":"KSI-SVC-ACM","title":"Automating configuration management","support":"claimed"},{"item":"cspm-findings","id":"KSI-CNA-EIS","title":"Enforcing the intended state","support":"claimed"},{"item":"cspm-findings","id":"KSI-SVC-EIS","title":"Evaluating and improving security","support":"claimed"},{"item":"cspm-findings","id":"KSI-SVC-VRI","title":"Validating the integrity of resources","support":"claimed"}]}');
;// CONCATENATED MODULE: ./lib/controls/catalogue-files.js
















/** The catalogue files of each version of the mapping, by the id of their framework. A version that was published never changes. */
const CATALOGUE_FILES = {
    "2026-11": {
        iso27001: iso27001_namespaceObject,
        soc2: soc2_namespaceObject,
    },
    "2026-12": {
        iso27001: _2026_12_iso27001_namespaceObject,
        soc2: _2026_12_soc2_namespaceObject,
        "nist-csf": nist_csf_namespaceObject,
        "nist-800-53": nist_800_53_namespaceObject,
        "pci-dss": pci_dss_namespaceObject,
        hipaa: hipaa_namespaceObject,
        nis2: nis2_namespaceObject,
        "nis2-2024-2690": nis2_2024_2690_namespaceObject,
        dora: dora_namespaceObject,
        "dora-2024-1774": dora_2024_1774_namespaceObject,
        cis: cis_namespaceObject,
        c5: c5_namespaceObject,
        secnumcloud: secnumcloud_namespaceObject,
        "fedramp-20x": fedramp_20x_namespaceObject,
    },
};

// EXTERNAL MODULE: ./lib/controls/conditions.js
var conditions = __webpack_require__(32754);
;// CONCATENATED MODULE: ./lib/controls/catalogue.js





/** The frameworks that there are catalogues of, in the order in which an item names their controls. */
const FRAMEWORK_IDS = [
    "iso27001",
    "soc2",
    "nist-csf",
    "nist-800-53",
    "pci-dss",
    "hipaa",
    "nis2",
    "nis2-2024-2690",
    "dora",
    "dora-2024-1774",
    "cis",
    "c5",
    "secnumcloud",
    "fedramp-20x",
];
/** The frameworks of a run that chooses none. */
const DEFAULT_FRAMEWORKS = ["iso27001", "soc2"];
/** The versions of the mapping that this program knows, the newest last. */
const VERSIONS = ["2026-11", "2026-12"];
/** The version of the mapping that a run uses. */
const MAPPING_VERSION = "2026-12";
/** One row of a catalogue: an item supports a control. */
const CatalogueRow = schemas/* strictObject */.rej({
    item: schemas/* enum */.k5n(schema/* ITEM_IDS */.FT),
    /** As the framework writes it. */
    id: schemas/* string */.YjP(),
    /** In our own words. */
    title: schemas/* string */.YjP(),
    /** `direct`: the item shows the control, or a part of it, at work. `claimed`: it contributes, and somebody must argue it. */
    support: schemas/* enum */.k5n(["direct", "claimed"]),
    /** Without all of these, direct support is only claimed, and claimed support is not named. */
    needs: schemas/* array */.YOg(schemas/* enum */.k5n(conditions/* NEEDS */.Q)).default([]),
});
/** The shape of a catalogue file: which item supports which control of one framework. */
const Catalogue = schemas/* strictObject */.rej({
    /** As evidence names it. */
    framework: schemas/* string */.YjP(),
    edition: schemas/* string */.YjP(),
    version: schemas/* enum */.k5n(VERSIONS),
    licence: schemas/* string */.YjP(),
    controls: schemas/* array */.YOg(CatalogueRow),
});
/** Whether this program knows that version of the mapping. */
function isKnownVersion(version) {
    return VERSIONS.some((each) => each === version);
}
/** The catalogue of a framework in a version of the mapping; null where that version has none. */
function findCatalogue(version, framework) {
    return knownCatalogue(version, framework)?.catalogue ?? null;
}
/** The edition of a framework by the name that evidence gives it; null where there is no catalogue of it. */
function editionOf(framework) {
    return catalogueNamed(framework)?.edition ?? null;
}
/** What direct support of a control by an item needs, as the newest catalogues say. */
function conditionsOf({ framework, item, id, }) {
    const row = catalogueNamed(framework)?.controls.find((each) => each.item === item && each.id === id);
    return row?.support === "direct" ? row.needs : [];
}
function catalogueNamed(framework) {
    return FRAMEWORK_IDS.map((id) => findCatalogue(MAPPING_VERSION, id))
        .filter((catalogue) => catalogue !== null)
        .find((catalogue) => catalogue.framework === framework);
}
/**
 * The `sha256` by which evidence names the files that its controls come from:
 * of the lines that `sha256sum` prints of the catalogues, and of `mapping.json` where there is one.
 */
function mappingDigest({ version, frameworks, mapping, }) {
    // This version had one digest for both of its catalogues, and no file of the organisation.
    if (version === "2026-11")
        return "ae0f4a68bf0da074c0ef6da81334789234534cd55ffb13a1b9b2df7ab63e5b79";
    const loaded = frameworks.map((id) => [
        knownCatalogue(version, id)?.sha256 ?? (0,digest/* sha256 */.s)(catalogueText(version, id)),
        `${id}.json`,
    ]);
    const lines = [...loaded, ...(mapping === null ? [] : [[mapping, MAPPING_NAME]])];
    return (0,digest/* sha256 */.s)(lines.map(([digest, name]) => `${digest}  ${name}\n`).join(""));
}
/** The name of the organisation's own mapping in a run folder. */
const MAPPING_NAME = "mapping.json";
/** The text of a catalogue file, byte by byte. */
function catalogueText(version, framework) {
    return `${JSON.stringify(fileOf(version, framework), null, 2)}\n`;
}
const KNOWN = new Map();
/** A catalogue and the digest of its file, worked out once: thousands of runs name the same. */
function knownCatalogue(version, framework) {
    const file = fileOf(version, framework);
    if (file === null)
        return null;
    const name = `${version} ${framework}`;
    const known = KNOWN.get(name);
    if (known !== undefined)
        return known;
    const made = { catalogue: Catalogue.parse(file), sha256: (0,digest/* sha256 */.s)(catalogueText(version, framework)) };
    KNOWN.set(name, made);
    return made;
}
function fileOf(version, framework) {
    const files = CATALOGUE_FILES[version];
    return Object.hasOwn(files, framework) ? (files[framework] ?? null) : null;
}


/***/ }),

/***/ 32754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ CONTROL_CONDITIONS),
/* harmony export */   Q: () => (/* binding */ NEEDS)
/* harmony export */ });
/* harmony import */ var _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60197);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81526);


/** What direct support of a control can need. */
const NEEDS = [
    "clock-monitor",
    "judged-triage",
    "daily-cadence",
    "review",
    "any-clock-monitor",
];
/** The conditions by the word that a catalogue uses. */
const CONTROL_CONDITIONS = {
    "clock-monitor": {
        words: "a tagged monitor that watches clocks and is not muted",
        holds: ({ evidence }) => hasClockMonitor(evidence, ({ muted }) => !muted),
    },
    "judged-triage": {
        words: "a policy that judges triage: an expectation of security-signals of the form none, whose condition names triage.state and that has olderThan, is met or accepted",
        holds: isTriageJudged,
    },
    "daily-cadence": {
        words: "a cadence of a day or less",
        holds: ({ evidence }) => _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_0__/* .CADENCE_MS */ .Tp[evidence.stream.cadence] <= _platform_time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO,
    },
    review: {
        words: "an independent review, which a run cannot show of itself",
        holds: () => false,
    },
    /** Used by version 2026-11 only. */
    "any-clock-monitor": {
        words: "a tagged monitor that watches clocks",
        holds: ({ evidence }) => hasClockMonitor(evidence, () => true),
    },
};
function hasClockMonitor({ items }, counts) {
    return items.some((item) => item.id === "compliance-monitors" &&
        item.records.values().some((monitor) => monitor.watchesClock && counts(monitor)));
}
function isTriageJudged({ evidence, policy }) {
    const held = new Set(evidence.policy?.results.flatMap(({ id, result }) => result === "met" || result === "accepted" ? [id] : []));
    return (policy?.expectations ?? []).some(({ id, item, demand }) => item === "security-signals" &&
        demand.form === "none" &&
        demand.where.has("triage.state") &&
        demand.age !== null &&
        held.has(id));
}


/***/ }),

/***/ 73794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ withControls),
/* harmony export */   k: () => (/* binding */ deriveControls)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28716);
/* harmony import */ var _conditions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32754);


/**
 * The controls that each item of a run supports, by framework. Evidence supports
 * a control; it never shows that one is met.
 */
function deriveControls(facts, { version, frameworks, mapping }) {
    const held = new Set(_conditions_js__WEBPACK_IMPORTED_MODULE_1__/* .NEEDS */ .Q.filter((need) => _conditions_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTROL_CONDITIONS */ .D[need].holds(facts)));
    const own = mapping?.controls ?? [];
    const all = [
        ...frameworks.flatMap((id) => {
            const catalogue = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .findCatalogue */ .Dk)(version, id);
            return catalogue === null ? [] : [{ id, name: catalogue.framework, rows: catalogue.controls }];
        }),
        ...(mapping?.frameworks ?? []).map(({ id, name }) => ({ id, name, rows: [] })),
    ];
    return (item) => all.flatMap(({ id, name, rows }) => controlsOf(name, {
        rows: rows.filter((row) => row.item === item),
        own: own.filter((row) => row.framework === id && row.item === item),
        held,
    }));
}
/** The evidence with its controls, which may depend on the results of its policy. */
function withControls(evidence, { policy, ...sources }) {
    const controls = deriveControls({ evidence, policy }, sources);
    return { ...evidence, items: evidence.items.map((item) => ({ ...item, controls: controls(item.id) })) };
}
function controlsOf(framework, { rows, own, held }) {
    const isKnown = new Set(rows.map(({ id }) => id));
    const pairs = [
        ...rows.map((row) => [row, own.find(({ id }) => id === row.id)]),
        ...own.filter(({ id }) => !isKnown.has(id)).map((each) => [null, each]),
    ];
    return pairs.flatMap(([row, override]) => {
        const before = row === null ? null : supportOf(row, held);
        const merged = override === undefined ? row : mergeRows(row, override);
        const support = merged === null ? null : supportOf(merged, held);
        if (merged === null || support === null)
            return [];
        const { id, title } = merged;
        const did = override === undefined ? null : changeOf({ row, before }, { title, support });
        const why = override?.why ?? null;
        return [{ framework, id, title, support, ...(did === null ? {} : { organisation: { did, why } }) }];
    });
}
function mergeRows(row, own) {
    const { item, id, title, support, needs } = own;
    return {
        item,
        id,
        title: title ?? row?.title ?? id,
        support: support ?? row?.support ?? "claimed",
        // The conditions of the catalogue belong to the support that the catalogue names.
        needs: needs ?? (support === undefined ? row?.needs : undefined) ?? [],
    };
}
/** The support that a row gives in a run; null where the control is not named. */
function supportOf({ support, needs }, held) {
    if (needs.every((need) => held.has(need)))
        return support;
    return support === "direct" ? "claimed" : null;
}
/** What the organisation's own row changed in this run; null where that is nothing. */
function changeOf({ row, before }, now) {
    if (row === null)
        return "added";
    if (now.support !== before)
        return before === "direct" ? "lowered" : "raised";
    return row.title === now.title ? null : "renamed";
}


/***/ }),

/***/ 29989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ givenMappingOf),
  v: () => (/* binding */ readMapping)
});

// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/policy/quote-text.js
var quote_text = __webpack_require__(77592);
// EXTERNAL MODULE: ./lib/policy/read-file.js + 1 modules
var read_file = __webpack_require__(25855);
// EXTERNAL MODULE: ./lib/controls/catalogue.js + 17 modules
var catalogue = __webpack_require__(28716);
;// CONCATENATED MODULE: ./lib/controls/look-alikes.js
/** Letters of other alphabets, and what a reader of Latin letters takes them for. */
const LOOK_ALIKES = new Map([
    ["АаᎪꓮΑα", "a"],
    ["ВвьЬᏴꓐΒβ", "b"],
    ["СсϹϲ", "c"],
    ["Ԁԁ", "d"],
    ["ЕеЁёΕε", "e"],
    ["НнҺһΗ", "h"],
    ["ІіЇїΙιı", "i"],
    ["Јј", "j"],
    ["КкΚκ", "k"],
    ["Ӏӏ1I|", "l"],
    ["МмΜ", "m"],
    ["Νη", "n"],
    ["ОоΟο0", "o"],
    ["РрΡρ", "p"],
    ["Ԛԛ", "q"],
    ["Гг", "r"],
    ["Ѕѕ", "s"],
    ["ТтΤτ", "t"],
    ["υ", "u"],
    ["ν", "v"],
    ["Ԝԝω", "w"],
    ["ХхΧχ", "x"],
    ["УуҮүΥγ", "y"],
    ["Ζζ", "z"],
    ["Ƨƨ", "2"],
    ["Зз", "3"],
    ["Ч", "4"],
    ["Ƽƽ", "5"],
    ["б", "6"],
].flatMap(([letters = "", latin = ""]) => Array.from(letters, (letter) => [letter, latin])));
/** The text as it looks: letters and digits that cannot be told apart are the same, and marks are gone. */
function looksOf(text) {
    const plain = text.normalize("NFKD").replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
    return Array.from(plain, (letter) => LOOK_ALIKES.get(letter) ?? letter)
        .join("")
        .toLowerCase();
}
/** The same of a name, in which a reader overlooks signs and blanks. */
function looksOfName(name) {
    return looksOf(name).replaceAll(/[^\p{L}\p{N}]/gu, "");
}
/** The same of an id, in which a reader takes each sign between two parts for the usual one, and overlooks blanks. */
function looksOfId(id) {
    return looksOf(id)
        .replaceAll(/\s/g, "")
        .replaceAll(/[\p{P}\u02d7\u2212\u22c5]+/gu, ".")
        .replaceAll(/^\.|\.$/g, "");
}
/** Alphabets whose letters look like Latin ones: a text has letters of one of them, or Latin ones. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const OTHER_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;
/** Small capitals, phonetic letters and others that no name is written with. */
const PHONETIC = /[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;
/** A digit of another script: many of them look like a letter or like another digit. */
const FOREIGN_DIGIT = /(?![0-9])\p{N}/u;
/** Whether nobody would read other letters or digits than those that are written. */
function isPlainlyWritten(text) {
    if (/[\p{Default_Ignorable_Code_Point}]/u.test(text))
        return false;
    const plain = text.normalize("NFKD");
    const letters = text.match(/\p{L}/gu) ?? [];
    const isKnown = (letter) => {
        return OTHER_SCRIPTS.test(letter) || ALPHABETS.some((each) => each.test(letter));
    };
    const alphabets = ALPHABETS.filter((each) => each.test(text)).length;
    const isOfOtherScript = alphabets === 0 && OTHER_SCRIPTS.test(text);
    if (PHONETIC.test(plain) || (FOREIGN_DIGIT.test(plain) && !isOfOtherScript))
        return false;
    return letters.every(isKnown) && alphabets <= 1;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
;// CONCATENATED MODULE: ./lib/controls/mapping-schema.js



const MAPPING_SCHEMA = "datadog-evidence/mapping/v1";
const MOST_FRAMEWORKS = 20;
const MOST_CONTROLS = 500;
const FRAMEWORK_ID = "must be lower-case letters, digits and hyphens, 63 characters at most, such as acme";
const OwnFrameworkId = schemas/* string */.YjP({ error: FRAMEWORK_ID })
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: FRAMEWORK_ID });
const CONTROL_ID = "must be one line of text, 64 characters at most, such as A.5.36";
const ControlId = schemas/* string */.YjP({ error: CONTROL_ID })
    .max(64, { error: CONTROL_ID })
    .regex(/^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u, { error: CONTROL_ID });
const Title = gap/* DeclarationText */.Ow.max(200).describe("one line of text");
const Words = gap/* DeclarationText */.Ow.describe("one line of text, 500 characters at most");
/** The conditions that the organisation can put on support. */
const OWN_NEEDS = ["clock-monitor", "judged-triage", "daily-cadence", "review"];
const OwnFramework = schemas/* strictObject */.rej({ id: OwnFrameworkId, name: Title });
const OwnControl = schemas/* strictObject */.rej({
    /** The id of a framework of the run, or of one in `frameworks` of this file. */
    framework: schemas/* string */.YjP({ error: "must be the id of a framework" }),
    item: schemas/* enum */.k5n(schema/* ITEM_IDS */.FT, { error: `must be one of ${schema/* ITEM_IDS */.FT.join(", ")}` }),
    id: ControlId,
    title: Title.optional(),
    support: schemas/* enum */.k5n(["direct", "claimed"], { error: "must be direct or claimed" }).optional(),
    needs: schemas/* array */.YOg(schemas/* enum */.k5n(OWN_NEEDS, { error: `must be one of ${OWN_NEEDS.join(", ")}` }))
        .max(OWN_NEEDS.length)
        .optional(),
    why: Words.optional(),
});
/**
 * The shape of `mapping.json`, version 1: controls that the organisation adds to the catalogues, or sees
 * differently. The JSON Schema in `schemas/` is generated from it.
 */
const MappingFile = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(MAPPING_SCHEMA, { error: `must be "${MAPPING_SCHEMA}"` }),
    /** Frameworks that there is no catalogue of. */
    frameworks: schemas/* array */.YOg(OwnFramework).max(MOST_FRAMEWORKS).optional(),
    controls: schemas/* array */.YOg(OwnControl).min(1).max(MOST_CONTROLS),
});

;// CONCATENATED MODULE: ./lib/controls/read-mapping.js






/** Reads the organisation's own mapping strictly. Never throws. */
function readMapping(bytes, terms) {
    const read = (0,read_file/* readUserFile */.E1)(bytes, {
        schema: MappingFile,
        lists: ["frameworks", "controls"],
        rules: (file) => mappingProblems(file, terms),
    });
    return "problems" in read ? read : { mapping: read.value };
}
/** The mapping that the file holds, or everything that is wrong with it, each as a line. */
function givenMappingOf({ name, bytes }, frameworks) {
    const read = readMapping(bytes, { version: catalogue/* MAPPING_VERSION */.E8, frameworks });
    return "mapping" in read
        ? { given: { mapping: read.mapping, file: (0,file/* fileOf */.W7)(catalogue/* MAPPING_NAME */.rX, bytes) }, problems: [] }
        : { given: null, problems: (0,read_file/* problemLines */.pb)(name, read.problems) };
}
/** What a schema cannot say: ids that exist, and exist once, and a title and support for what is new. */
function mappingProblems(file, terms) {
    const [own, controls] = [(0,read_file/* entriesOf */.Mc)(file, "frameworks"), (0,read_file/* entriesOf */.Mc)(file, "controls")];
    const ownIds = new Set(own.map(({ members }) => members["id"]));
    return [
        ...ownFrameworkProblems(own, terms),
        ...(0,read_file/* repeatedEntries */.$b)(controls, { members: ["framework", "item", "id"], as: looksOfId }).flatMap((entry) => (0,read_file/* problemAt */.l4)(entry, [], "is the same control of the same item as an entry above, or looks like it")),
        ...controls.flatMap((entry) => unplainProblems(entry, "id")),
        ...controls.flatMap((entry) => controlProblems(entry, { ...terms, ownIds })),
        ...own.flatMap(({ members: { id, name } }) => typeof name === "string"
            ? joinedProblems(controls.filter(({ members }) => members["framework"] === id), { name, version: terms.version })
            : []),
    ];
}
function ownFrameworkProblems(own, { version }) {
    const builtIn = catalogue/* FRAMEWORK_IDS */.Gt.map((id) => (0,catalogue/* findCatalogue */.Dk)(version, id)?.framework ?? id);
    const names = new Set([...builtIn, ...catalogue/* FRAMEWORK_IDS */.Gt].flatMap(looksOfNames));
    return [
        ...(0,read_file/* repeatedEntries */.$b)(own, { members: ["id"] }).flatMap((entry) => (0,read_file/* problemAt */.l4)(entry, [], "id is the same as that of an entry above")),
        ...(0,read_file/* repeatedEntries */.$b)(own, { members: ["name"], as: looksOfName }).flatMap((entry) => (0,read_file/* problemAt */.l4)(entry, [], "name is the same as that of an entry above, or looks like it")),
        ...own.flatMap((entry) => unplainProblems(entry, "name")),
        ...own.flatMap((entry) => {
            const { id, name } = entry.members;
            return [
                ...(typeof id === "string" && isBuiltIn(id)
                    ? (0,read_file/* problemAt */.l4)(entry, ["id"], `id ${(0,quote_text/* quoteText */.o)(id)} is a framework of this program`)
                    : []),
                ...(typeof name === "string" && looksOfNames(name).some((each) => names.has(each))
                    ? (0,read_file/* problemAt */.l4)(entry, ["name"], `name ${(0,quote_text/* quoteText */.o)(name)} is a framework of this program, or looks like one`)
                    : []),
            ];
        }),
    ];
}
/** Finds controls of an own framework whose name and id, read one after the other, look like those of a catalogue. */
function joinedProblems(controls, { name, version }) {
    const begin = looksOfName(name);
    const alike = catalogue/* FRAMEWORK_IDS */.Gt.map((id) => (0,catalogue/* findCatalogue */.Dk)(version, id)).filter((catalogue) => {
        const built = looksOfName(catalogue?.framework ?? "");
        return built !== "" && (built.startsWith(begin) || begin.startsWith(built));
    });
    const rows = alike.flatMap((catalogue) => (catalogue?.controls ?? []).map(({ id }) => `${catalogue?.framework} ${id}`));
    const byLooks = new Map(rows.map((row) => [looksOfName(row), row]));
    return controls.flatMap((entry) => {
        const id = String(entry.members["id"]);
        const row = byLooks.get(looksOfName(`${name} ${id}`));
        const message = `${(0,quote_text/* quoteText */.o)(name)} and id ${(0,quote_text/* quoteText */.o)(id)} read together look like ${row}; write it as a control of that framework`;
        return row === undefined ? [] : (0,read_file/* problemAt */.l4)(entry, ["id"], message);
    });
}
/** A capital I looks like a small l, and a small i does not. */
function looksOfNames(name) {
    return [looksOfName(name), looksOfName(name.toLowerCase())];
}
/** Finds letters in the text of a member that a reader takes for others. */
function unplainProblems(entry, member) {
    const text = entry.members[member];
    if (typeof text !== "string" || isPlainlyWritten(text))
        return [];
    const message = `${member} ${(0,quote_text/* quoteText */.o)(text)} has letters that look like others, or that nobody sees; write it in one alphabet`;
    return (0,read_file/* problemAt */.l4)(entry, [member], message);
}
function controlProblems(entry, { version, frameworks, ownIds }) {
    const { framework, item, id, title, support } = entry.members;
    if (typeof framework !== "string")
        return [];
    if (!ownIds.has(framework) && !frameworks.includes(framework)) {
        const why = isBuiltIn(framework)
            ? "is not among the frameworks of this run; add it to the input frameworks"
            : `is not known; use one of ${catalogue/* FRAMEWORK_IDS */.Gt.join(", ")}, or name your own under frameworks`;
        return (0,read_file/* problemAt */.l4)(entry, ["framework"], `framework ${(0,quote_text/* quoteText */.o)(framework)} ${why}`);
    }
    const rows = ownIds.has(framework) ? [] : ((0,catalogue/* findCatalogue */.Dk)(version, framework)?.controls ?? []);
    if (rows.some((row) => row.item === item && row.id === id))
        return [];
    const alike = rows.some((row) => row.id === id)
        ? undefined
        : rows.find((row) => looksOfId(row.id) === looksOfId(String(id)));
    if (alike !== undefined) {
        const message = `id ${(0,quote_text/* quoteText */.o)(String(id))} looks like ${alike.id}, and is another control; write it as the catalogue does`;
        return (0,read_file/* problemAt */.l4)(entry, ["id"], message);
    }
    return Object.entries({ title, support }).flatMap(([member, value]) => value === undefined
        ? (0,read_file/* problemAt */.l4)(entry, [], `${member} is missing, which a control that no catalogue has for the item needs`)
        : []);
}
function isBuiltIn(id) {
    return catalogue/* FRAMEWORK_IDS */.Gt.some((each) => each === id);
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
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _pair_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68824);



/** In a window that moves, only the triage of a signal may change. */
const SIGNAL_CHANGES = {
    vanished: {
        words: "vanished",
        review: "no longer listed, although inside the window",
        find: ({ now, gone }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(now, gone.filter((0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .insideWindow */ .fh)(now.window))),
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
        find: ({ before, added }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(before, added.filter((0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .insideWindow */ .fh)(before.window))),
    },
    new: { words: "new", find: ({ before, added }) => added.filter((0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .outsideWindow */ .wd)(before.window)) },
    /** Now older than the window. */
    left: {
        words: "aged out",
        isRoutine: true,
        find: ({ now, gone }) => gone.filter((0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .outsideWindow */ .wd)(now.window)),
    },
};
const MONITOR_CHANGES = {
    /** Untagged or deleted: the evidence cannot tell which. */
    gone: {
        words: "gone",
        review: "no longer tagged, or deleted",
        find: ({ now, gone }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(now, gone),
    },
    new: { words: "new", find: ({ before, added }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(before, added) },
    muted: {
        words: "newly muted",
        review: "muted",
        find: ({ both }) => both.filter((pair) => {
            const { before, now } = pair;
            // A monitor that was muted in part still notified someone.
            return isNewlyMuted(pair) || (now.mutedScope === "all" && before.mutedScope === "part");
        }),
    },
    unmuted: { words: "no longer muted", find: ({ both }) => both.filter(isUnmuted) },
    redefined: {
        words: "with a changed definition",
        review: "definition changed",
        find: ({ both, why }) => why.includes("other-rules")
            ? null
            : both.filter(({ before, now }) => before.definitionSha256 !== now.definitionSha256),
    },
    failing: { words: "now failing", find: turnedTo("failing") },
    passing: { words: "now passing", isRoutine: true, find: turnedTo("passing") },
    notEvaluated: { words: "now not evaluated", find: turnedTo("notEvaluated") },
};
const FINDING_CHANGES = {
    /** No longer listed as failing: resolved, closed, or no longer checked. */
    vanished: { words: "no longer listed", find: ({ now, gone }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(now, gone) },
    /** Of the vanished, those that are more likely no longer checked than resolved. */
    unresolved: {
        words: "of these likely not resolved",
        review: "no longer listed, probably not resolved",
        find: ({ now, gone, hints }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(now, gone.filter(({ before }) => hints.get(before)?.length)),
    },
    new: { words: "new", find: ({ before, added }) => (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .claimAbsence */ .OJ)(before, added) },
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
/** A signal that continues is seen later and gets more tags. Otherwise only its triage may change. */
function isAltered({ before, now }, isSamePrivacy) {
    const isFixed = before.severity === now.severity &&
        before.rule?.id === now.rule?.id &&
        (before.rule?.type ?? null) === (now.rule?.type ?? null) &&
        isSameTime(before.timestamp, now.timestamp) &&
        isSameTime(before.firstSeen, now.firstSeen);
    if (!isFixed)
        return true;
    const isSeenEarlier = before.lastSeen !== null &&
        (now.lastSeen === null || (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(now.lastSeen) < (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(before.lastSeen));
    if (isSeenEarlier)
        return true;
    if (!isSamePrivacy)
        return false;
    return (before.title !== now.title ||
        before.rule?.name !== now.rule?.name ||
        before.tags.some((tag) => !now.tags.includes(tag)));
}
/** Whether two texts are the same time. A text that is no time is the same as no other text. */
function isSameTime(one, other) {
    return one === other || (one !== null && other !== null && (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(one) === (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(other));
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
/* harmony export */   Qv: () => (/* binding */ notableChangesIn),
/* harmony export */   wM: () => (/* binding */ findChangesProblem)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _change_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1965);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45329);
/* harmony import */ var _compare_items_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83805);
/* harmony import */ var _policy_changes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90709);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22552);







/** The changes since the run before, without those of the policy. They depend only on the evidence of both. */
function deriveChanges(before, now) {
    const runs = { before: before.evidence, now };
    const [one, other] = [toolsOf(before.evidence), toolsOf(now)];
    return {
        comparedWith: before.sha256,
        rules: _schema_js__WEBPACK_IMPORTED_MODULE_6__/* .COMPARISON_RULES */ .Q$,
        items: (0,_compare_items_js__WEBPACK_IMPORTED_MODULE_4__/* .compareItems */ .Q)(runs).map(summarizeItem),
        nowSkipped: nowSkipped(runs),
        versions: ["collector", "mapping", "rules"].flatMap((what) => one[what] === other[what] ? [] : [{ what, before: one[what], now: other[what] }]),
    };
}
/** The first change in the statement that does not follow from the evidence, as a sentence; null if all do. */
function findChangesProblem(said, before, now) {
    if (said === null)
        return "the statement has no changes, although there is a run before to compare with";
    if (said.comparedWith !== before.sha256) {
        return `the statement has changes since evidence ${said.comparedWith}, but the run before has ${before.sha256}`;
    }
    // Changes that were derived by other rules cannot be derived again.
    if (said.rules !== _schema_js__WEBPACK_IMPORTED_MODULE_6__/* .COMPARISON_RULES */ .Q$)
        return null;
    const derived = deriveChanges(before, now);
    const wrong = (0,_comparability_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)({ before: before.evidence, now }).find((id) => !(0,_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(changesOfItem(said, id), changesOfItem(derived, id)));
    if (wrong !== undefined)
        return `the statement has other changes of ${wrong} than the two runs give`;
    return (0,_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(said, derived)
        ? null
        : "the statement has other changes of items or versions than the two runs give";
}
function changesOfItem({ items }, id) {
    return items.find((item) => item.id === id) ?? null;
}
/** The kinds of change of an item in the statement, including empty ones. */
function listedChanges({ id, changes }) {
    if (changes === null)
        return [];
    const kinds = _change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .CHANGE_KINDS */ .tO[id];
    const { hints: _, ...lists } = { hints: [], ...changes };
    return Object.entries(lists).flatMap(([name, list]) => {
        const kind = kinds[name];
        return kind === undefined ? [] : [{ name, kind, list }];
    });
}
/**
 * The changes since the run before that a person should review: a policy that asks less, records that are gone or
 * muted, items no longer collected.
 */
function notableChangesIn(changes) {
    if (changes === null)
        return [];
    const loosened = (0,_policy_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .listedPolicyChanges */ .xP)(changes.policy).flatMap(({ name, isLoosening, ids }) => isLoosening ? [{ item: "policy", what: name, count: ids.length, ids }] : []);
    const skipped = changes.nowSkipped.map(({ id, now }) => ({ item: id, what: `now-${now}`, count: null }));
    const records = changes.items.flatMap((item) => listedChanges(item).flatMap(({ name, kind, list }) => kind.review === undefined || list === null || list.count === 0
        ? []
        : [{ item: item.id, what: name, count: list.count }]));
    return [...loosened, ...skipped, ...records];
}
/** Counts and the first ids in place of records. */
function summarizeItem({ comparable, why, ...item }) {
    const how = { comparable, why: [...why] };
    if (item.id === "security-signals") {
        return { id: item.id, ...how, changes: item.found && (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(item.found.kinds, listTextIds) };
    }
    if (item.id === "compliance-monitors") {
        return { id: item.id, ...how, changes: item.found && (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(item.found.kinds, listIds) };
    }
    if (item.found === null)
        return { id: item.id, ...how, changes: null };
    const { vanished, unresolved, ...lists } = (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(item.found.kinds, listTextIds);
    return { id: item.id, ...how, changes: { vanished, unresolved, hints: [...item.found.hints], ...lists } };
}
function listIds(pairs) {
    if (pairs === null)
        return null;
    const ids = pairs
        .slice(0, _schema_js__WEBPACK_IMPORTED_MODULE_6__/* .MOST_IDS */ .rO)
        .flatMap(({ before, now }) => before?.id ?? now?.id ?? []);
    return { count: pairs.length, ids };
}
function listTextIds(pairs) {
    const list = listIds(pairs);
    return (list && { ...list, ids: list.ids.map((id) => (id.length > _schema_js__WEBPACK_IMPORTED_MODULE_6__/* .LONGEST_ID */ .fg ? `sha256:${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(id)}` : id)) });
}
function nowSkipped({ before, now }) {
    return before.items.flatMap(({ id, collection: { status: was } }) => {
        const status = now.items.find((item) => item.id === id)?.collection.status ?? "absent";
        if (was !== "complete" && was !== "partial")
            return [];
        return status === "complete" || status === "partial" ? [] : [{ id, was, now: status }];
    });
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
/* harmony import */ var _equal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42461);
/* harmony import */ var _files_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24451);
/* harmony import */ var _rules_recount_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38721);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);




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
    "other-rules",
];
/** With these obstacles, part of the item can be compared. */
const PARTIAL_OBSTACLES = new Set([
    "partial-before",
    "partial-now",
    "other-privacy",
    "other-rules",
]);
/** The items of either run, in their usual order. */
function itemsOf({ before, now }) {
    const there = new Set([...before.items, ...now.items].map(({ id }) => id));
    return _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .ITEM_IDS */ .FT.filter((id) => there.has(id));
}
/** How far the item can be compared, and the obstacles. */
function comparabilityOf(id, runs) {
    const before = runs.before.items.find((item) => item.id === id);
    const now = runs.now.items.find((item) => item.id === id);
    const why = [
        ...presenceObstacles(before, "before"),
        ...presenceObstacles(now, "now"),
        ...runObstacles(id, runs),
    ];
    // Without a recorded request, two items count as the same.
    const [asked, asksNow] = [before && queryOf(before), now && queryOf(now)];
    if (asked !== undefined && asksNow !== undefined && !(0,_equal_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameJson */ .T)(asked, asksNow))
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
    // Every level keeps ids, states and digests; only texts of signals depend on the level.
    if (id === "security-signals" && before.privacy.level !== now.privacy.level)
        why.push("other-privacy");
    // Version 2 of the rules brought more into the digest of a definition.
    if (id === "compliance-monitors" && before.rules !== now.rules)
        why.push("other-rules");
    return why;
}
/** Compares Datadog's own id if both have it, else the declared name if both have one. */
function isOtherOrganization({ source: before }, { source: now }) {
    if (before.organizationId !== null && now.organizationId !== null) {
        return before.organizationId !== now.organizationId;
    }
    return (before.organization !== null && now.organization !== null && before.organization !== now.organization);
}
/** The query of an item, without window and pages. */
function queryOf({ id, collection }) {
    const listing = collection.requests.find(({ path }) => path === _rules_recount_js__WEBPACK_IMPORTED_MODULE_2__/* .LISTING_PATHS */ .k3[id]);
    return listing === undefined ? undefined : LIST_QUERIES[id](listing);
}
/** The place of the query in the request of each list. */
const LIST_QUERIES = {
    "security-signals": ({ body }) => memberOf(body["filter"], "query"),
    "compliance-monitors": ({ query }) => query["monitor_tags"],
    "cspm-findings": ({ body }) => memberOf(memberOf(body["data"], "attributes"), "filter"),
};
function memberOf(value, name) {
    return (0,_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
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
        const sides = sidesOf(runs, how, (item) => item.id === "security-signals");
        const paired = sides && (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, how.why);
        return { id, ...how, found: paired && findChanges(_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNAL_CHANGES */ .Dq, paired) };
    }
    if (id === "compliance-monitors") {
        const sides = sidesOf(runs, how, (item) => item.id === "compliance-monitors");
        const paired = sides && (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, how.why);
        return { id, ...how, found: paired && findChanges(_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .MONITOR_CHANGES */ .nq, paired) };
    }
    const sides = sidesOf(runs, how, (item) => item.id === "cspm-findings");
    return { id, ...how, found: sides && compareFindings(sides, how) };
}
function compareFindings(sides, { why }) {
    const paired = (0,_pair_records_js__WEBPACK_IMPORTED_MODULE_2__/* .pairRecords */ .lG)(sides, why);
    // Usually nothing is gone, and then there are no hints.
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


/***/ }),

/***/ 68824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ claimAbsence),
/* harmony export */   fh: () => (/* binding */ insideWindow),
/* harmony export */   lG: () => (/* binding */ pairRecords),
/* harmony export */   wd: () => (/* binding */ outsideWindow)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _files_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30963);


/** Pairs the records of both runs by their ids. */
function pairRecords(sides, why) {
    const earlier = new Map((0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sortRecords */ .NM)(sides.before.records).map((record) => [record.id, record]));
    const later = new Map((0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sortRecords */ .NM)(sides.now.records).map((record) => [record.id, record]));
    const both = [...earlier.values()].flatMap((before) => {
        const now = later.get(before.id);
        return now === undefined ? [] : [{ before, now }];
    });
    const gone = [...earlier.values()].flatMap((before) => later.has(before.id) ? [] : [{ before, now: null }]);
    const added = [...later.values()].flatMap((now) => (earlier.has(now.id) ? [] : [{ before: null, now }]));
    return { ...sides, why, both, gone, added };
}
/** The pairs; null if the item that lacks them is not complete. Only a complete list shows that something is missing. */
function claimAbsence({ collection }, pairs) {
    return collection.status === "complete" ? pairs : null;
}
/** Returns a function for whether a signal is inside the window. The edges are not: Datadog may or may not include them. */
function insideWindow(window) {
    if (window === null)
        return () => false;
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    return ({ before, now }) => {
        const at = (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)((before ?? now)?.timestamp ?? "");
        return at > from && at < to;
    };
}
/** Returns a function for whether a signal is outside the window, or at its edge. */
function outsideWindow(window) {
    const isInside = insideWindow(window);
    return (pair) => !isInside(pair);
}


/***/ }),

/***/ 90709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ policyChangeWords),
/* harmony export */   Eh: () => (/* binding */ PolicyChanges),
/* harmony export */   xP: () => (/* binding */ listedPolicyChanges)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57697);

const Ids = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(64)).max(1000);
/** How the policy changed since the run before: ids in the order of the earlier file, new ones in the order of the later file. */
const PolicyChanges = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Expectations that are no longer there. */
    dropped: Ids,
    /** Expectations that now ask less, or something else. */
    weakened: Ids,
    added: Ids,
    waivers: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        new: Ids,
        /** In force for more days. */
        prolonged: Ids,
        /** They cover more. */
        widened: Ids,
        /** In force at the run before, and no longer. */
        ended: Ids,
        /** In force, and nothing needs them. */
        orphaned: Ids,
    }),
});
/** The kinds by the name that a verdict gives them, in the order of reports: loosening first. */
const POLICY_CHANGES = {
    dropped: { words: "expectations dropped", isLoosening: true, read: ({ dropped }) => dropped },
    weakened: { words: "expectations weakened", isLoosening: true, read: ({ weakened }) => weakened },
    "waivers-new": { words: "new waivers", isLoosening: true, read: ({ waivers }) => waivers.new },
    "waivers-prolonged": {
        words: "waivers prolonged",
        isLoosening: true,
        read: ({ waivers }) => waivers.prolonged,
    },
    "waivers-widened": { words: "waivers widened", isLoosening: true, read: ({ waivers }) => waivers.widened },
    added: { words: "expectations added", isLoosening: false, read: ({ added }) => added },
    "waivers-ended": { words: "waivers ended", isLoosening: false, read: ({ waivers }) => waivers.ended },
    "waivers-orphaned": {
        words: "waivers in force that nothing needs",
        isLoosening: false,
        read: ({ waivers }) => waivers.orphaned,
    },
};
/** The changes of the policy that occurred, loosening first. */
function listedPolicyChanges(changes) {
    if (changes === null)
        return [];
    return Object.entries(POLICY_CHANGES).flatMap(([name, { words, isLoosening, read }]) => {
        const ids = read(changes);
        return ids.length === 0 ? [] : [{ name, words, isLoosening, ids }];
    });
}
/** What a change of the policy means, by the name that a verdict gives it. */
function policyChangeWords(name) {
    return POLICY_CHANGES[name]?.words ?? name;
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _policy_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90709);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _change_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1965);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45329);
/* harmony import */ var _unresolved_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39960);






/** Version of the rules by which two runs are compared, in `change-kinds.ts` and beside it. */
const COMPARISON_RULES = 1;
/** The most ids that the statement lists of a change. The evidence has the others. */
const MOST_IDS = 20;
/** A longer id is replaced by its digest. */
const LONGEST_ID = 128;
const LONGEST_VERSION = 200;
/** How many records, and the first ids in the order of the file; null where nothing can be claimed. */
function listOf(id) {
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ count: _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .Count */ .y_, ids: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(id).max(MOST_IDS) }).nullable();
}
function itemChanges(id, lists) {
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(id),
        comparable: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["yes", "in-part", "no"]),
        why: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_comparability_js__WEBPACK_IMPORTED_MODULE_3__/* .COMPARE_OBSTACLES */ .XV)),
        /** Null where the item cannot be compared at all. */
        changes: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej(lists).nullable(),
    });
}
const TextIds = listOf(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(LONGEST_ID));
const NumberIds = listOf(zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr());
const { vanished, unresolved, ...findingLists } = (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .FINDING_CHANGES */ .WI, () => TextIds);
const ITEM_CHANGES = [
    itemChanges("security-signals", (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNAL_CHANGES */ .Dq, () => TextIds)),
    itemChanges("compliance-monitors", (0,_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .mapRows */ .KS)(_change_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .MONITOR_CHANGES */ .nq, () => NumberIds)),
    itemChanges("cspm-findings", {
        vanished,
        unresolved,
        hints: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_unresolved_js__WEBPACK_IMPORTED_MODULE_5__/* .UNRESOLVED_HINTS */ .r)),
        ...findingLists,
    }),
];
/** What changed since the run before, as the statement records it: small, and without text from Datadog. */
const Changes = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    /** `sha256` of the `evidence.json` of the run before. */
    comparedWith: _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .Sha256 */ .IA,
    rules: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive(),
    items: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt("id", ITEM_CHANGES)),
    /** Items that the run before had, complete or partial, and this one lacks. */
    nowSkipped: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT),
        was: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["complete", "partial"]),
        now: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["skipped", "failed", "absent"]),
    })),
    /** Changed versions of the collector, the mapping and the rules. */
    versions: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        what: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["collector", "mapping", "rules"]),
        before: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(LONGEST_VERSION),
        now: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(LONGEST_VERSION),
    })),
    /** Null where neither run had a policy; statements of 0.1.0 do not name it. */
    policy: _policy_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyChanges */ .Eh.nullable().default(null),
});


/***/ }),

/***/ 39960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ UNRESOLVED_HINTS),
/* harmony export */   u: () => (/* binding */ findHints)
/* harmony export */ });
/** Hints that a finding is no longer checked instead of resolved. */
const UNRESOLVED_HINTS = ["fewer-covered", "rule-gone", "resource-gone"];
/** That many findings of one rule or resource are rarely resolved at once. */
const OF_A_RULE = 3;
const OF_A_RESOURCE = 2;
/** Returns a function for the hints about a finding that is gone: less is covered, or its whole rule or resource is gone. */
function findHints(sides) {
    const [before, now] = [sides.before.population, sides.now.population];
    // Both runs must count the same thing.
    const isLessCovered = before.what === now.what && before.size !== null && now.size !== null && now.size < before.size;
    const rules = sharedByGone(sides, { of: ({ rule }) => rule?.id ?? null, atLeast: OF_A_RULE });
    const resources = sharedByGone(sides, { of: ({ resource }) => resource, atLeast: OF_A_RESOURCE });
    return ({ rule, resource }) => {
        const hints = {
            "fewer-covered": isLessCovered,
            "rule-gone": rules.has(rule?.id ?? null),
            "resource-gone": resources.has(resource),
        };
        return UNRESOLVED_HINTS.filter((hint) => hints[hint]);
    };
}
/** The values that several findings shared before and no finding has now. */
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
/* harmony import */ var _files_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);

/** Whether two JSON values have the same canonical form, without making it. */
function isSameJson(one, other) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((each, index) => isSameJson(each, other[index])));
    }
    if (!(0,_files_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one) || !(0,_files_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(other))
        return false;
    const names = Object.keys(one);
    return (names.length === Object.keys(other).length &&
        names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name])));
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
        // Many files are written, and only few are signed.
        get sha256() {
            return (digest ??= (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes));
        },
        pieces: () => [bytes],
    };
}
/** The whole content; only for small files. */
function readBytes(content) {
    return concatBytes([...content.pieces()]);
}
const LINE_FEED = 10;
/** The number of bytes that are decoded at once. */
const READ_BYTES = 64 * 1024;
/** The content in blocks of whole lines, with their line ends. The last one may lack it. */
function* readBlocks(content) {
    // Joined as bytes, because a character may continue in the next piece.
    let begun = [];
    for (const piece of content.pieces()) {
        for (let from = 0; from < piece.length; from += READ_BYTES) {
            const part = piece.subarray(from, from + READ_BYTES);
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
/** The lines of the content, without their line ends. Text after the last line end is a line if it is not empty. */
function* readLines(content) {
    for (const block of readBlocks(content))
        yield* splitLines(block);
}
/** The lines of a block. */
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
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);

/** Canonical JSON (RFC 8785 for the values we hash): members sorted, no white space. */
function canonicalJson(value) {
    if (value === null || typeof value !== "object")
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(",")}]`;
    const members = sortedEntries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
}
/** The text of `evidence.json`: two-space indent, one newline at the end. Keys and records are in their order already. */
function evidenceText(evidence) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}
/** Yields the records of an item, and their keys, in the order of the file, one at a time, to avoid a second copy in memory. */
function* readRecordsInOrder({ id, records }) {
    // Lines are in order already.
    if (records.lines !== undefined)
        yield* records;
    else
        for (const record of sortRecords(records))
            yield _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_SCHEMAS */ .LI[id].parse(record);
}
/** The same evidence in the order of the file: keys by the schema, signals by (timestamp, id), other records by id. */
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
    return {
        ...item,
        collection: { ...item.collection, requests },
        records: sortRecords(item.records),
    };
}
function sortedEntries(value) {
    return Object.entries(value).toSorted(([a], [b]) => compareValues(a, b));
}
/** The members of a request have no order, so they are sorted by name. */
function sortMembers(value) {
    return Object.fromEntries(sortedEntries(value).map(([name, member]) => [name, sortJson(member)]));
}
function sortJson(value) {
    if (value === null || typeof value !== "object")
        return value;
    return Array.isArray(value) ? value.map(sortJson) : sortMembers(value);
}
/** Records in the order of the file: signals by (timestamp, id), other records by id. */
function sortRecords(records) {
    return [...records].toSorted((a, b) => compareValues(a.timestamp ?? "", b.timestamp ?? "") || compareValues(a.id, b.id));
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
/** The name of the signed bundle in a run folder. */
const BUNDLE_NAME = "evidence.sigstore.json";
/** In larger evidence, records move to files of their own: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;
/** The files are scanned for secrets, signed and written, and made only once. */
const filesMade = new WeakMap();
/**
 * The files of the evidence, `evidence.json` first. If an item would make it too large, all its records move
 * to `records-<item>.ndjson`, one per line; its counts, checks and ledger stay.
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
    const bare = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sortEvidence */ .Kk)({ ...evidence, items: evidence.items.map((item) => ({ ...item, records: [] })) });
    let left = evidence.items.filter(({ records }) => records.length > 0);
    for (;;) {
        const bytes = evidenceBytes(bare, { left, largest: left.length === 0 ? Infinity : largest });
        if (bytes !== null)
            return [(0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(EVIDENCE_NAME, bytes), ...moved];
        const sized = left.map((each) => ({ each, size: sizeOf(each.records) }));
        const item = sized.toSorted((a, b) => b.size - a.size)[0]?.each;
        if (item === undefined)
            throw new Error("evidence without records does not fit");
        const file = recordsFile(item);
        moved.push(file);
        const caveat = movedCaveat(item.records.length, file);
        for (const { id, caveats } of bare.items)
            if (id === item.id)
                caveats.push(caveat);
        left = left.filter((each) => each !== item);
    }
}
/** The empty list of an item that is written without records. No text inside can look like it. */
const NO_RECORDS = '\n      "records": [],\n';
/**
 * The bytes of `evidence.json` with the remaining records; null if it is larger than allowed. It is made in
 * pieces, because one text of all records would take as much memory again.
 */
function evidenceBytes(bare, { left, largest }) {
    // Indented records are larger than lines.
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
/** The member `records` of an item as text, in pieces. */
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
function sizeOf(records) {
    if (records.lines !== undefined)
        return records.lines.size;
    let size = 0;
    for (const record of records)
        size += JSON.stringify(record).length + 1;
    return size;
}
/** The number of records in a piece of a file. */
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
/** The caveat in `evidence.json` about records in a file of their own. */
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
/** The name of the file for an item's records that are not in `evidence.json`. */
function recordsFileName(item) {
    return `records-${item}.ndjson`;
}


/***/ }),

/***/ 24451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Evidence is far less nested. More would exhaust the stack of a recursive parser. */
const MOST_LEVELS = 64;
/** Evidence is smaller than 10 MB, and a string cannot hold much more than this. */
const LARGEST_JSON = 256 * 1024 * 1024;
/**
 * Reads JSON that every parser reads in the same way: UTF-8 without a byte order mark, no member twice, not
 * too deep. Never throws, and never quotes the text.
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
        // The parser's message would quote the file.
        return { trouble: "is not JSON" };
    }
    // If two members share a name, parsers disagree on which one counts.
    if (membersOf(value) !== written.members)
        return { trouble: "names a member twice" };
    return { value };
}
/** The value of a JSON text that follows the schema; null for any other text. Never throws. */
function parseJson(bytes, schema) {
    const json = readJson(bytes);
    return "trouble" in json ? null : (schema.safeParse(json.value).data ?? null);
}
/** Whether the JSON value is an object with named members. */
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
const QUOTE_BYTE = 0x22;
const BACKSLASH_BYTE = 0x5c;
const COLON_BYTE = 0x3a;
const BRACKET_BYTES = { "[": 0x5b, "]": 0x5d, "{": 0x7b, "}": 0x7d };
/**
 * The depth and the number of members of the text: outside of strings, each colon belongs to one member.
 * Reading bytes is twice as fast as characters, and no byte of a longer character looks like these.
 */
function structureOf(text) {
    const { length } = text;
    let level = 0;
    let depth = 0;
    let members = 0;
    for (let at = 0; at < length; at += 1) {
        const byte = text[at] ?? 0;
        // White space, which is a large part of a file.
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

/***/ 70308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseKnown)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64187);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);


const { /* $ZodArray */ "$ps": $ZodArray, /* $ZodBoolean */ "sFi": $ZodBoolean, /* $ZodCheck */ "QPK": $ZodCheck, /* $ZodDefault */ "rvF": $ZodDefault, /* $ZodDiscriminatedUnion */ "P0p": $ZodDiscriminatedUnion, /* $ZodEnum */ "VOE": $ZodEnum, /* $ZodLazy */ "kU": $ZodLazy, /* $ZodLiteral */ "nuC": $ZodLiteral, /* $ZodNever */ "Umr": $ZodNever, /* $ZodNull */ "x89": $ZodNull, /* $ZodNullable */ "ZQr": $ZodNullable, /* $ZodNumber */ "vzu": $ZodNumber, /* $ZodObject */ "L8f": $ZodObject, /* $ZodOptional */ "igI": $ZodOptional, /* $ZodRecord */ "hax": $ZodRecord, /* $ZodString */ "$vM": $ZodString, /* $ZodUnion */ "L8w": $ZodUnion, } = zod__WEBPACK_IMPORTED_MODULE_1__;
/**
 * The same as `schema.safeParse` of a value of JSON, several times faster on what our own program wrote: a value that is
 * valid, has its members in the order of the schema and needs no default is returned itself. The schema reads all others.
 */
function parseKnown(schema, value) {
    return isKnown(schema, value) ? { success: true, data: value } : schema.safeParse(value);
}
function isKnown(schema, value) {
    return acceptorFor(schema)(value);
}
const MADE = new WeakMap();
/** Made once for each schema, and only when it is called, as a schema may contain itself. */
function acceptorFor(schema) {
    const known = MADE.get(schema);
    if (known !== undefined)
        return known;
    let made = null;
    const accepts = (value) => (made ??= acceptor(schema))(value);
    MADE.set(schema, accepts);
    return accepts;
}
function acceptor(schema) {
    const accepts = kindAcceptor(schema);
    const checks = checksOf(schema);
    return checks.length === 0 ? accepts : (value) => accepts(value) && passes(checks, value);
}
/** A schema such as that of a time or of an address is itself its first check. */
function checksOf(schema) {
    const all = [schema, ...(defOf(schema).checks ?? [])];
    return all.filter((each) => each instanceof $ZodCheck).map(({ _zod: check }) => check);
}
/** Whether the value passes all checks, as a pattern or a least length, and none changes it. */
function passes(checks, value) {
    const payload = { value, issues: [] };
    for (const check of checks) {
        if (check.def.when?.(payload) === false)
            continue;
        if (check.check(payload) instanceof Promise || payload.issues.length > 0)
            return false;
    }
    return Object.is(payload.value, value);
}
/** What the schema demands, without its checks. */
function kindAcceptor(schema) {
    if (isCoercing(schema))
        return () => false;
    if (schema instanceof $ZodString)
        return (value) => typeof value === "string";
    if (schema instanceof $ZodNumber)
        return Number.isFinite;
    if (schema instanceof $ZodBoolean)
        return (value) => typeof value === "boolean";
    if (schema instanceof $ZodNull)
        return (value) => value === null;
    if (schema instanceof $ZodEnum || schema instanceof $ZodLiteral)
        return choice(schema);
    if (schema instanceof $ZodLazy)
        return acceptorFor(defOf(schema).getter());
    if (schema instanceof $ZodNullable) {
        const inner = acceptorFor(defOf(schema).innerType);
        return (value) => value === null || inner(value);
    }
    // JSON has no `undefined`: a member that is there is never replaced.
    if (schema instanceof $ZodOptional)
        return acceptorFor(defOf(schema).innerType);
    if (schema instanceof $ZodDefault)
        return acceptorFor(defOf(schema).innerType);
    if (schema instanceof $ZodArray) {
        const element = acceptorFor(defOf(schema).element);
        return (value) => Array.isArray(value) && value.every(element);
    }
    if (schema instanceof $ZodObject && defOf(schema).catchall instanceof $ZodNever)
        return strictObject(defOf(schema).shape);
    if (schema instanceof $ZodRecord && isPlainText(defOf(schema).keyType)) {
        return recordOf(acceptorFor(defOf(schema).valueType));
    }
    if (schema instanceof $ZodDiscriminatedUnion)
        return choiceOfObjects(schema);
    if (schema instanceof $ZodUnion && areDisjoint(defOf(schema).options)) {
        const options = defOf(schema).options.map(acceptorFor);
        return (value) => options.some((accepts) => accepts(value));
    }
    return () => false;
}
function choice({ _zod: { values } }) {
    const known = values;
    return (value) => known.has(value);
}
/** The members in the order of the schema, in which it would return them; none that it does not know. */
function strictObject(shape) {
    const members = Object.entries(shape).map(([name, schema]) => ({
        name,
        accepts: acceptorFor(schema),
        mayLack: schema instanceof $ZodOptional,
    }));
    return (value) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
            return false;
        let at = 0;
        for (const name in value) {
            while (members[at]?.name !== name) {
                if (members[at]?.mayLack !== true)
                    return false;
                at += 1;
            }
            if (members[at]?.accepts(value[name]) !== true)
                return false;
            at += 1;
        }
        for (; at < members.length; at += 1)
            if (members[at]?.mayLack !== true)
                return false;
        return true;
    };
}
/** Any members but the one that the schema leaves out. */
function recordOf(accepts) {
    return (value) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
            return false;
        for (const name in value)
            if (name === "__proto__" || !accepts(value[name]))
                return false;
        return true;
    };
}
/** The option that the discriminator names. */
function choiceOfObjects(schema) {
    const { discriminator, options } = defOf(schema);
    const byName = options.map((option) => ({
        names: namesOf(option, discriminator),
        accepts: acceptorFor(option),
    }));
    return (value) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
            return false;
        const name = value[discriminator];
        return byName.some(({ names, accepts }) => names?.has(name) === true && accepts(value));
    };
}
/** Whether no two options accept the same type of JSON, so that their order does not matter. */
function areDisjoint(options) {
    const types = options.map((option) => defOf(option).type);
    const isEach = types.every((type) => TYPES.has(type)) && !options.some(isCoercing);
    return isEach && new Set(types).size === types.length;
}
const TYPES = new Set(["string", "number", "boolean", "null", "array", "record"]);
function isCoercing(schema) {
    const def = defOf(schema);
    return "coerce" in def && def.coerce === true;
}
function isPlainText(schema) {
    return schema instanceof $ZodString && checksOf(schema).length === 0 && !isCoercing(schema);
}
/** How the schema was made. The library keeps it under a name that begins with an underscore. */
function defOf({ _zod: { def } }) {
    return def;
}
function namesOf({ _zod: { propValues } }, member) {
    return propValues?.[member];
}


/***/ }),

/***/ 13043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57697);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);
/* harmony import */ var _parse_known_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70308);



const Members = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
/** Reads JSON that follows a schema. `types` has the known types for each member that names a type. */
function readDocument(bytes, { schema, types }) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(bytes);
    if ("trouble" in json)
        return { trouble: json.trouble, isOther: false };
    const named = Members.safeParse(json.value);
    for (const [member, known] of Object.entries(types)) {
        const type = named.data?.[member];
        if (typeof type === "string" && !known.includes(type))
            return { trouble: "is of a type that this version cannot check; a newer version may", isOther: true };
    }
    const read = (0,_parse_known_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKnown */ .d)(schema, json.value);
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
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24451);
/* harmony import */ var _parse_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70308);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35498);





/** The evidence of the files of a run folder, with the records from files of their own. */
function readEvidence(files) {
    const bytes = files.get("evidence.json");
    if (bytes === undefined)
        return { trouble: "evidence.json is missing" };
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(bytes);
    if ("trouble" in json)
        return { trouble: `evidence.json ${json.trouble}` };
    const evidence = (0,_parse_known_js__WEBPACK_IMPORTED_MODULE_3__/* .parseKnown */ .d)(_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .Evidence */ .of, json.value);
    return evidence.success
        ? restoreRecords(evidence.data, files)
        : { trouble: "evidence.json does not follow its schema" };
}
/**
 * Puts the records from files of their own back into the evidence, the inverse of `evidenceFiles`. The
 * caveats and the files must agree. Pass only files that are signed.
 */
function restoreRecords(evidence, files) {
    const stray = _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .ITEM_IDS */ .FT.find((id) => files.has((0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(id)) && evidence.items.every((item) => item.id !== id));
    if (stray !== undefined)
        return { trouble: `${(0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(stray)} belongs to no item` };
    const items = [];
    for (const item of evidence.items) {
        const put = restoreItem(item, files.get((0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id)));
        if ("trouble" in put)
            return put;
        items.push(put.item);
    }
    const whole = (0,_parse_known_js__WEBPACK_IMPORTED_MODULE_3__/* .parseKnown */ .d)(_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .Evidence */ .of, { ...evidence, items });
    return whole.success
        ? { evidence: whole.data }
        : { trouble: "the records beside evidence.json do not follow its schema" };
}
/** The item with its records, not yet checked against the schema. */
function restoreItem(item, bytes) {
    const name = (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id);
    const announced = item.caveats.findLast((caveat) => caveat.includes(` are in ${name}, sha256 `));
    if (bytes === undefined) {
        return announced === undefined ? { item } : { trouble: `${name}, which holds the records, is missing` };
    }
    if (announced === undefined)
        return { trouble: `${name} is there, but evidence.json does not name it` };
    if (item.records.length > 0)
        return { trouble: `the records of ${item.id} are in two files` };
    const records = parseLines(bytes);
    if (records === null)
        return { trouble: `${name} is not one JSON object per line` };
    if (announced !== (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .movedCaveat */ .mM)(records.length, { name, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes) })) {
        return { trouble: `${name} is not the file that evidence.json names` };
    }
    return { item: { ...item, records, caveats: item.caveats.filter((caveat) => caveat !== announced) } };
}
/** The JSON objects of the lines; null unless every line is one and ends with a newline. */
function parseLines(bytes) {
    const records = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf("\n", start);
        if (end < 0)
            return null;
        const line = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(bytes.subarray(start, end));
        if ("trouble" in line || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(line.value))
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
/* harmony export */   FN: () => (/* binding */ GAP_NAME),
/* harmony export */   Ow: () => (/* binding */ DeclarationText),
/* harmony export */   XQ: () => (/* binding */ Gap)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);


/** Text that people write into a declaration or a policy: one line, no control characters. */
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
    /** The role of the person who declares it, never a name. */
    role: DeclarationText,
    run: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .RunIdentity */ .Kc,
});
/** The name of the file that holds a declaration in its run folder. */
const GAP_NAME = "gap.json";


/***/ }),

/***/ 34791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NZ: () => (/* binding */ otherServerOf),
/* harmony export */   gM: () => (/* binding */ appHost),
/* harmony export */   wW: () => (/* binding */ isDatadogSite)
/* harmony export */ });
const DATADOG_SITE = /^(?:[a-z0-9-]{1,63}\.){0,3}(?:datadoghq\.(?:com|eu)|ddog-gov\.com)$/;
/** The address of the server that answered, where it is not the API of the site; null where it is, also of a newer site. */
function otherServerOf({ apiUrl, site }) {
    const isDatadog = isDatadogSite(site) && apiUrl.replace(/\/$/, "") === `https://api.${site}`;
    return isDatadog ? null : apiUrl;
}
/** Whether the site is one of Datadog's, also a newer one. */
function isDatadogSite(site) {
    return DATADOG_SITE.test(site);
}
/** The host of a site's user interface (https://docs.datadoghq.com/getting_started/site). */
function appHost(site) {
    return site.split(".").length === 2 ? `app.${site}` : site;
}


/***/ }),

/***/ 15814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ remarksThatHold),
/* harmony export */   Fy: () => (/* binding */ recordCaveats),
/* harmony export */   OG: () => (/* binding */ outsideWindowCaveat),
/* harmony export */   bF: () => (/* binding */ listPlaces)
/* harmony export */ });
const OUTSIDE_WINDOW = "time outside the window that was asked for";
/** What a reader must know about kept records, each as the sentence before their number, in the order of the caveats. */
const REMARKS = [
    ["unknown-triage-state", "triage state not known, counted as open"],
    ["unknown-status", "status not known, counted as unmuted"],
    ["outside-window", OUTSIDE_WINDOW],
    ["muted-monitor", "muted, so no one is notified"],
    ["muted-in-part", "muted for a part only, such as a host or a group"],
    ["muted-somewhere", "muted, and Datadog does not say whether for all or for a part"],
    ["mute-ended", "muted by its status, but the mute has ended, so counted as unmuted"],
    ["mute-without-expiry", "muted without an end"],
    ["draft", "draft, so no one is notified"],
    ["paused", "paused synthetic test, so its state is old"],
    ["never-evaluated", "never evaluated"],
    ["unusable-time", "a time that cannot be read for certain is left out"],
];
const REMARK_NAMES = REMARKS.map(([remark]) => remark);
/** The remarks that hold of a record. */
function remarksThatHold(holds) {
    return REMARK_NAMES.filter((remark) => holds[remark]);
}
/** What a reader must know about an item, in plain sentences. */
function recordCaveats(of) {
    const { what, excluded, remarks, withUnusableTime, redactions, withheld } = of;
    const duplicates = of.received - of.unique;
    return [
        ...(withheld.length === 0
            ? []
            : [`${what} left out because they hold a secret: ${listPlaces(withheld)}`]),
        ...[...excluded]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([reason, count]) => `left out because ${reason}: ${count} of the ${what} received`),
        ...REMARKS.flatMap(([remark, sentence]) => {
            const count = remarks.get(remark) ?? 0;
            const names = remark === "unusable-time" ? ` (${listPlaces(withUnusableTime)})` : "";
            return count === 0 ? [] : [countSentence(sentence, count, what) + names];
        }),
        ...(duplicates === 0 ? [] : [`received more than once, counted once: ${duplicates} of the ${what}`]),
        ...(redactions === 0
            ? []
            : [`e-mail, IP or webhook addresses and tokens redacted in kept texts: ${redactions}`]),
    ];
}
/** The caveat about signals that are outside the window. */
function outsideWindowCaveat(count) {
    return countSentence(OUTSIDE_WINDOW, count, "signals");
}
function countSentence(sentence, count, what) {
    return `${sentence}: ${count} of the ${what}`;
}
/** Names or places of records as one text; at most five of them. */
function listPlaces(all) {
    const places = all.slice(0, MOST_PLACES);
    const more = all.length - places.length;
    return `${places.join("; ")}${more === 0 ? "" : `; and ${more} more`}`;
}
const MOST_PLACES = 5;


/***/ }),

/***/ 46685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ readSeconds),
/* harmony export */   Wr: () => (/* binding */ readInstant),
/* harmony export */   kT: () => (/* binding */ rawTime),
/* harmony export */   r4: () => (/* binding */ formatInstant),
/* harmony export */   ut: () => (/* binding */ newTimeKeeper)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);


/** Datadog has nothing older: an earlier time is another unit, such as seconds read as milliseconds. */
const EARLIEST_MS = Date.UTC(2010, 0);
/** The last moment of a year with four digits. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** A date and a time with a zone. Without a zone the moment is not certain. */
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-]\d\d):?(\d\d))$/;
/** A field with a time. Whether it can be read is decided when the record is projected. */
const rawTime = zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional();
/** Reads a time that Datadog gives as text or as milliseconds since 1970. Returns milliseconds, null if it is not certain. */
function readInstant(value) {
    const ms = typeof value === "string" ? parseInstant(value) : value;
    if (typeof ms !== "number" || !(ms >= EARLIEST_MS && ms <= LATEST_MS))
        return null;
    return Math.floor(ms);
}
/** Reads a time in seconds since 1970, as monitors give the end of a mute. */
function readSeconds(value) {
    return typeof value === "number" ? readInstant(value * 1000) : null;
}
/** The one form of times in records: UTC with milliseconds. */
function formatInstant(ms) {
    return new Date(ms).toISOString();
}
function parseInstant(text) {
    const [, year, month, day, time, seconds = "00", fraction = "", hours, minutes] = INSTANT.exec(text) ?? [];
    if (year === undefined)
        return Number.NaN;
    const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
    const date = `${year}-${month}-${day}`;
    // JavaScript reads February 30 as March 2.
    if (Number(day) > 28 && new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day))
        return Number.NaN;
    return Date.parse(`${date}T${time}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
}
/** Reads the times of one record, and notes whether one of them cannot be read. A time may be a day ahead of `now` at most. */
function newTimeKeeper(now) {
    let unusable = 0;
    const required = (value) => {
        const ms = readInstant(value);
        return ms === null || ms > now + _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO ? null : formatInstant(ms);
    };
    return {
        required,
        optional: (value) => {
            if (value === null || value === undefined)
                return null;
            const time = required(value);
            unusable += Number(time === null);
            return time;
        },
        hasUnusable: () => unusable > 0,
    };
}


/***/ }),

/***/ 57348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H4: () => (/* binding */ MONITOR_TAGS),
  yn: () => (/* binding */ monitorVerdict),
  GO: () => (/* binding */ projectMonitor)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/digest.js
var digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/canonical.js
var canonical = __webpack_require__(30963);
// EXTERNAL MODULE: ./lib/evidence/projection/projection.js
var projection = __webpack_require__(87650);
;// CONCATENATED MODULE: ./lib/evidence/projection/monitor-definition.js




/** The options that decide whether a monitor alerts, and when and whom it tells. Mutes are in the record itself. */
const DEFINING_OPTIONS = [
    "thresholds",
    "threshold_windows",
    "notify_no_data",
    "no_data_timeframe",
    "on_missing_data",
    "new_host_delay",
    "new_group_delay",
    "evaluation_delay",
    "group_retention_duration",
    "require_full_window",
    "timeout_h",
    "min_failure_duration",
    "min_location_failed",
    "aggregation",
    "groupby_simple_monitor",
    "variables",
    "scheduling_options",
    "synthetics_check_id",
    "device_ids",
    "notify_by",
    "notify_audit",
    "notification_preset_name",
    "renotify_interval",
    "renotify_occurrences",
    "renotify_statuses",
];
/** The parts of a monitor that define it. */
const MonitorDefinition = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    query: projection/* optionalText */.mR,
    message: projection/* optionalText */.mR,
});
/**
 * The digest of what decides whether the monitor alerts, and when and whom it tells: type, query with its
 * scopes, thresholds, missing data, delays, schedule and recipients. The wording of messages is not part of it.
 */
function digestDefinition({ type, query, message, options }) {
    const defining = DEFINING_OPTIONS.map((name) => [name, options?.[name] ?? null]);
    const { escalation_message: escalation } = options ?? {};
    return (0,digest/* sha256 */.s)((0,canonical/* canonicalJson */.dj)({
        type,
        query: query ?? "",
        options: Object.fromEntries(defining),
        recipients: recipientsIn(message ?? ""),
        escalation: recipientsIn(typeof escalation === "string" ? escalation : ""),
    }));
}
/** The handles in the message, and the conditions that they are under, such as `{{#is_alert}}`. */
function recipientsIn(message) {
    const found = message.match(/\{\{[#^/][^{}]*\}\}|@[^\s,;(){}<>"'`]*/g) ?? [];
    const recipients = found.map((each) => {
        if (each.startsWith("{"))
            return each;
        // A sentence may go on directly after a handle.
        let end = each.length;
        while (end > 0 && !/[\w-]/.test(each.charAt(end - 1)))
            end -= 1;
        return each.slice(0, end);
    });
    return recipients.filter((each) => each.length > 1);
}

// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/evidence/projection/instants.js
var instants = __webpack_require__(46685);
;// CONCATENATED MODULE: ./lib/evidence/projection/mutes.js



const Scope = schemas/* union */.KCZ([schemas/* array */.YOg(schemas/* string */.YjP()), schemas/* string */.YjP().transform((scope) => [scope])])
    .nullish()
    .catch(null);
/** A downtime that cannot be read counts as a mute without an end, of a scope that is not known. */
const MonitorDowntime = schemas/* object */.Ikc({ active: schemas/* boolean */.zMY().nullish().catch(null), end: instants/* rawTime */.kT, scope: Scope })
    .catch({ end: null });
/** By scope, when the mute ends. Not a record of zod, which leaves out a scope that is named `__proto__`. */
const Silenced = schemas/* custom */.IeY(json/* isJsonObject */.OW);
/** The parts of a monitor that mute it. */
const Mutes = schemas/* object */.Ikc({
    matching_downtimes: schemas/* array */.YOg(MonitorDowntime).nullish(),
    options: schemas/* looseObject */._H3({ silenced: Silenced.nullish() }).nullish(),
});
/** Reads the mutes that are in force. Returns null if there is none. A mute whose end has passed is none. */
function readMutes(monitor, now) {
    const downtimes = (monitor.matching_downtimes ?? []).flatMap(({ active, end, scope }) => active === false ? [] : [{ scope: scopeOf(scope ?? []), end: (0,instants/* readSeconds */.UW)(end) }]);
    const silenced = Object.entries(monitor.options?.silenced ?? {}).map(([scope, end]) => ({
        scope: scopeOf([scope]),
        end: (0,instants/* readSeconds */.UW)(end),
    }));
    const inForce = [...downtimes, ...silenced].filter(({ end }) => end === null || end > now);
    if (inForce.length === 0)
        return null;
    const whole = inForce.filter(({ scope }) => scope === "all");
    const isKnown = inForce.every(({ scope }) => scope !== null);
    const scope = whole.length > 0 ? "all" : isKnown ? "part" : null;
    const deciding = whole.length > 0 ? whole : inForce;
    const ends = deciding.flatMap(({ end }) => (end === null ? [] : [end]));
    const isEndless = ends.length < deciding.length;
    const until = isEndless ? null : (0,instants/* formatInstant */.r4)(ends.reduce((last, end) => Math.max(last, end)));
    return { scope, until };
}
/** `*` is all of the monitor. Any other scope, such as `host:a`, may be a part of it only. */
function scopeOf(scopes) {
    if (scopes.length === 0)
        return null;
    return scopes.every((scope) => scope.trim() === "*") ? "all" : "part";
}

;// CONCATENATED MODULE: ./lib/evidence/projection/monitor.js





/** The keys of the tags that are kept of a monitor. */
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
const RawMonitor = schemas/* object */.Ikc({
    ...MonitorDefinition.shape,
    ...Mutes.shape,
    id: schemas/* int */.Whr(),
    name: projection/* optionalText */.mR,
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    overall_state: schemas/* string */.YjP(),
    overall_state_modified: instants/* rawTime */.kT,
    modified: instants/* rawTime */.kT,
    draft_status: projection/* optionalText */.mR,
});
/** Projects a monitor. It is kept if it has exactly the tag, not only a longer one. */
function projectMonitor(raw, { privacy, secrets, links, tag, now }) {
    const parsed = RawMonitor.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,projection/* firstBadField */.cX)(parsed.error), id: (0,projection/* idOfUnusable */.i9)(raw, secrets) };
    const found = parsed.data;
    if (!found.tags.includes(tag))
        return { excluded: `it does not have exactly the tag ${tag}`, id: String(found.id) };
    const keep = (0,projection/* newTextKeeper */._W)({ privacy, secrets });
    const times = (0,instants/* newTimeKeeper */.ut)(now);
    const mute = readMutes(found, now);
    const paused = found.tags.includes("check_status:paused");
    const draft = found.draft_status === "draft";
    return keep.result({
        id: keep.id("id", found.id),
        name: keep.text("name", found.name),
        type: keep.word("type", found.type),
        state: keep.word("state", found.overall_state),
        stateSince: times.optional(found.overall_state_modified),
        verdict: monitorVerdict(found.overall_state),
        muted: mute !== null,
        mutedScope: mute?.scope ?? null,
        mutedUntil: mute?.until ?? null,
        draft,
        paused,
        watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(found.query ?? ""),
        definitionSha256: digestDefinition(found),
        modified: times.optional(found.modified),
        tags: privacy === "minimal" ? [tag] : keep.tags(found.tags, MONITOR_TAGS, tag),
        link: links.monitor(found.id),
    }, {
        "muted-monitor": mute?.scope === "all",
        "muted-in-part": mute?.scope === "part",
        "muted-somewhere": mute?.scope === null,
        "mute-without-expiry": mute?.until === null,
        draft,
        paused,
        "never-evaluated": found.overall_state_modified === null || found.overall_state_modified === undefined,
        "unusable-time": times.hasUnusable(),
    });
}
/** Datadog documents Alert, Warn, No Data and OK. Any other state counts as not evaluated. */
function monitorVerdict(state) {
    if (state === "OK")
        return "passing";
    return state === "Alert" || state === "Warn" ? "failing" : "notEvaluated";
}


/***/ }),

/***/ 87650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ NOT_URGENT),
/* harmony export */   Re: () => (/* binding */ recordId),
/* harmony export */   _W: () => (/* binding */ newTextKeeper),
/* harmony export */   cX: () => (/* binding */ firstBadField),
/* harmony export */   h9: () => (/* binding */ urgentSeverity),
/* harmony export */   i9: () => (/* binding */ idOfUnusable),
/* harmony export */   mR: () => (/* binding */ optionalText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57697);
/* harmony import */ var _platform_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41352);
/* harmony import */ var _caveats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15814);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51787);




/** A longer text does not help to recognise a record and could fill a report. */
const LONGEST_TEXT = 500;
/** An optional field. A value of another type than expected reads as absent. */
const optionalText = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish().catch(null);
/** An id must be well-formed: half a surrogate pair gives no link and is not unique. */
const recordId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .min(1)
    .refine((id) => id.isWellFormed());
const AnyId = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([recordId, zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().transform(String)]) });
/** The id of a record that cannot be used, so that it can be named; null if the id cannot be read either, or holds a secret. */
function idOfUnusable(raw, secrets) {
    const { data } = AnyId.safeParse(raw);
    if (data === undefined || secrets.isIn(data.id) || (0,_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .findTokenKind */ .F)(data.id) !== null)
        return null;
    return (0,_platform_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutText */ .IN)((0,_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .R)(data.id).text, LONGEST_NAME);
}
/** A longer id does not help to find the record. */
const LONGEST_NAME = 100;
/**
 * Keeps the texts of one record and counts the redactions. It finds secrets in a text before it redacts or cuts it.
 * Each text is given with the name of its field.
 */
function newTextKeeper({ privacy, secrets }) {
    const withheld = new Set();
    let redactions = 0;
    const clean = (field, value) => {
        if (secrets.isIn(value))
            withheld.add(field);
        const { text: safe, hits } = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .R)(value.toWellFormed());
        redactions += hits;
        return safe.length > LONGEST_TEXT ? `${(0,_platform_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutText */ .IN)(safe, LONGEST_TEXT)}… [cut]` : safe;
    };
    return {
        /** A text that people wrote; `privacy: minimal` keeps none. */
        text: (field, value) => value === null || value === undefined || privacy === "minimal" ? null : clean(field, value),
        /** One of Datadog's own words, such as a state. */
        word: clean,
        wordOrNull: (field, value) => value === null || value === undefined ? null : clean(field, value),
        /** An id, which stays as it is: it tells a record or a rule from others. */
        id: (field, id) => {
            const text = String(id);
            if (secrets.isIn(text) || (0,_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .findTokenKind */ .F)(text) !== null)
                withheld.add(field);
            return id;
        },
        tags: (tags, keys, also) => {
            if (privacy === "minimal")
                return [];
            const kept = tags.filter((tag) => tag === also || (tag.includes(":") && keys.has(tag.slice(0, tag.indexOf(":")))));
            return [...new Set(kept)].toSorted().map((tag) => clean("tags", tag));
        },
        result: (kept, remarks) => withheld.size > 0
            ? { withheld: [...withheld], id: String(kept.id) }
            : { kept, redactions, remarks: (0,_caveats_js__WEBPACK_IMPORTED_MODULE_0__/* .remarksThatHold */ .Au)(remarks) },
    };
}
/** Why a record of another severity is left out. */
const NOT_URGENT = "its severity is neither critical nor high";
/** The severity of a record that is critical or high; null for any other. */
function urgentSeverity(written) {
    const severity = written.toLowerCase();
    return severity === "critical" || severity === "high" ? severity : null;
}
/** The path of the first field that is missing or has another type. */
function firstBadField(error) {
    return error.issues[0]?.path.join(".") || "the record itself";
}


/***/ }),

/***/ 51787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ findTokenKind),
  R: () => (/* binding */ redactText)
});

// EXTERNAL MODULE: ./lib/platform/fold.js
var fold = __webpack_require__(64144);
;// CONCATENATED MODULE: ./lib/evidence/projection/read-character.js

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Dots of names of hosts by UTS 46. */
const DOTS = new Set(["\u3002", "\uff61"]);
/** The character as it reads: nothing where it is invisible, ASCII where it is a sign that stands for ASCII. */
function readCharacter(character) {
    if (INVISIBLE.test(character))
        return "";
    // A number in a circle is no digit of an address.
    if (/\p{No}/u.test(character))
        return character;
    if (DOTS.has(character))
        return ".";
    const compatible = character.normalize("NFKC");
    return (0,fold/* isForeign */.jq)(compatible) ? character : compatible;
}

;// CONCATENATED MODULE: ./lib/evidence/projection/redaction.js


/** The sign of an address, as it is, in a URL, in HTML, in a program, in a mail, and as people write it out. */
const AT = /@|%(?:25)?40|&#0{0,6}64;|&#x0{0,6}40;|&commat;|\\u0040|\\x40|=40|\s?[[({]at[\])}]\s?/gi;
/** Forms that nothing but a secret has. Each vendor's own prefix, so that ordinary words never match. */
const TOKENS = [
    {
        what: "private key",
        kind: "a private key",
        source: "RFC 7468",
        hint: /-----BEGIN/,
        find: findPrivateKeys,
    },
    {
        what: "token",
        kind: "a Datadog key or token",
        source: "https://docs.datadoghq.com/account_management/api-app-keys/",
        ...matching(/(?<![0-9A-Za-z])dd(?:app|ap|pat|sat)_[0-9A-Za-z_]{20,}/g),
    },
    {
        what: "token",
        kind: "a GitHub token",
        source: "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
        ...matching(/(?<![0-9A-Za-z])(?:gh[oprsu]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/g),
    },
    {
        what: "token",
        kind: "an AWS access key",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        ...matching(/(?<![0-9A-Za-z])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])/g),
    },
    {
        what: "token",
        kind: "a Slack token",
        source: "https://docs.slack.dev/authentication/tokens/",
        ...matching(/(?<![0-9A-Za-z])(?:xox[abeprs]|xapp)-[0-9A-Za-z-]{10,}/g),
    },
    {
        what: "token",
        kind: "a GitLab token",
        source: "https://docs.gitlab.com/security/tokens/#token-prefixes",
        ...matching(/(?<![0-9A-Za-z])gl(?:pat|dt|rt|cbt|ptt|oas|agent)-[0-9A-Za-z_-]{20,}/g),
    },
    {
        what: "token",
        kind: "a Google API key",
        source: "https://cloud.google.com/docs/authentication/api-keys",
        ...matching(/(?<![0-9A-Za-z])AIza[0-9A-Za-z_-]{35}/g),
    },
    { what: "token", kind: "a JSON Web Token", source: "RFC 7519", hint: /eyJ/, find: findJsonWebTokens },
];
const REDACTIONS = [
    ...TOKENS,
    {
        what: "webhook",
        kind: "a webhook",
        source: "the services' own pages, beside each in WEBHOOKS",
        hint: /https?:|\.(?:com|us|cn|org|powerplatform)/,
        find: findWebhooks,
    },
    {
        what: "email",
        kind: "an e-mail address",
        source: "RFC 5322, 3.4.1; RFC 6531",
        hint: AT,
        find: findEmails,
    },
    // Not by word boundaries: `ip_10.0.0.1` and `host10.0.0.1` name a machine as well.
    {
        what: "ip",
        kind: "an IPv4 address",
        source: "RFC 3986, 3.2.2",
        ...matching(/(?<!\d)(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?!\d)/g),
    },
    {
        what: "ip",
        kind: "an IPv4 address in the name of a host",
        source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
        ...matching(/(?<![0-9A-Za-z])(?:ip|ec2)(?:-(?:25[0-5]|2[0-4]\d|[01]?\d?\d)){4}(?![0-9])/gi),
    },
    {
        what: "ip",
        kind: "an IPv6 address",
        source: "RFC 4291, 2.2; RFC 4007, 11",
        hint: /:[0-9a-f]{0,4}:/,
        find: findIpv6,
    },
    {
        what: "ip",
        kind: "an IPv6 address in the name of a host",
        source: "RFC 3596, 2.5; https://learn.microsoft.com/windows/win32/winsock/ipv6-literal-net-names",
        ...matching(/(?:[0-9a-f]\.){4,32}ip6\.(?:arpa|int)|[0-9a-fs-]{2,60}\.ipv6-literal\.net/gi),
    },
];
/**
 * Addresses whose path is a secret, by host and the beginning of the path. Any other address of the web is taken for a
 * webhook where it says so itself.
 */
const WEBHOOKS = [
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/, also GovSlack
    /hooks\.slack(?:-gov)?\.com/gi,
    // https://discord.com/developers/docs/resources/webhook, also of a named version of the API
    /discord(?:app)?\.com\/api\/(?:v\d{1,3}\/)?webhooks/gi,
    // https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
    /outlook\.office(?:365)?\.com\/webhook|webhook\.office(?:365)?\.com/gi,
    // https://learn.microsoft.com/azure/logic-apps/logic-apps-http-endpoint, also of Power Automate and sovereign clouds
    /logic\.azure\.(?:com|us|cn)|api\.powerplatform\.(?:com|us|cn)|environment\.api\.(?:gov|high)\.powerplatform/gi,
    // https://support.pagerduty.com/main/docs/service-regions
    /events\.(?:eu\.)?pagerduty\.com/gi,
    // https://developers.google.com/workspace/chat/quickstart/webhooks
    /chat\.googleapis\.com\/v\d{1,3}\/spaces/gi,
    // https://help.splunk.com/en/splunk-on-call, REST endpoint integration
    /alert\.victorops\.com\/integrations/gi,
    // https://core.telegram.org/bots/api#making-requests
    /api\.telegram\.org\/bot/gi,
    // https://help.zapier.com/hc/en-us/articles/8496288690317, https://ifttt.com/maker_webhooks
    /hooks\.zapier\.com|maker\.ifttt\.com/gi,
    // https://help.make.com/webhooks, by region
    /hook\.(?:[a-z]{2}\d{1,2}\.)?(?:make|integromat)\.com/gi,
];
/** The text with `[redacted: …]` in place of what identifies somebody or opens a door, and how often that was needed. */
function redactText(text) {
    const { plain, places } = (0,fold/* foldWithPlaces */.s0)(text, readCharacter);
    const found = [
        ...findAll(text),
        ...(places === null
            ? []
            : findAll(plain).map(({ what, start, end }) => ({
                what,
                start: places[start] ?? 0,
                end: places[end] ?? text.length,
            }))),
    ];
    if (found.length === 0)
        return { text, hits: 0 };
    let clean = "";
    let hits = 0;
    let from = 0;
    for (const { what, start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        // One within another is gone with it.
        if (start >= from) {
            clean += `${text.slice(from, start)}[redacted: ${what}]`;
            hits += 1;
        }
        from = Math.max(from, end);
    }
    return { text: clean + text.slice(from), hits };
}
const ANY_HINT = anyHint(REDACTIONS);
const TOKEN_HINT = anyHint(TOKENS);
/** One pattern for all hints, so that a text without any is tested once, not once for each kind. */
function anyHint(redactions) {
    return new RegExp(redactions.map(({ hint }) => hint.source).join("|"), "i");
}
function findAll(text) {
    if (!ANY_HINT.test(text))
        return [];
    return REDACTIONS.flatMap(({ what, find }) => [...find(text)].map(({ start, end }) => ({ what, start, end })));
}
/** What kind of secret the text holds by its form, such as `a GitHub token`; null when it holds none. */
function findTokenKind(text) {
    const plain = (0,fold/* foldForeign */.St)(text, readCharacter);
    if (!TOKEN_HINT.test(plain))
        return null;
    for (const { kind, find } of TOKENS)
        for (const _ of find(plain))
            return kind;
    return null;
}
function matching(pattern) {
    return {
        hint: pattern,
        find: function* (text) {
            for (const { index, 0: found } of text.matchAll(pattern))
                yield { start: index, end: index + found.length };
        },
    };
}
const KEY_BEGINS = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/g;
const KEY_ENDS = /-----END [A-Z ]{0,40}PRIVATE KEY(?:-----)?/g;
/** From the first line to the last; to the end of the text where that is missing. */
function* findPrivateKeys(text) {
    let from = 0;
    for (const { index } of text.matchAll(KEY_BEGINS)) {
        if (index < from)
            continue;
        KEY_ENDS.lastIndex = index;
        const last = KEY_ENDS.exec(text);
        from = last === null ? text.length : last.index + last[0].length;
        yield { start: index, end: from };
    }
}
/** A run of characters that a token may have, dots included. */
const DOTTED = /[0-9A-Za-z_.-]+/g;
/** Three parts, of which two are objects. Not by one expression: from each `eyJ` it would look on to the end. */
function* findJsonWebTokens(text) {
    if (!text.includes("eyJ"))
        return;
    for (const { index, 0: run } of text.matchAll(DOTTED)) {
        const parts = run.split(".");
        const isToken = parts.some((header, at) => {
            const [payload = "", signature = ""] = parts.slice(at + 1, at + 3);
            const begin = header.indexOf("eyJ");
            return begin >= 0 && header.length - begin >= 13 && /^eyJ.{10}/.test(payload) && signature.length >= 10;
        });
        if (isToken)
            yield { start: index, end: index + run.length };
    }
}
/** A character that ends an address. */
const URL_ENDS = /[\s"'<>)]/;
const WEB_ADDRESS = /https?:\/\/[^\s"'<>)]*/gi;
const OWN_WORD = /webhook|\/hooks\//i;
function* findWebhooks(text) {
    let from = 0;
    for (const { index, 0: address } of text.matchAll(WEB_ADDRESS)) {
        const isWebhook = OWN_WORD.test(address) || WEBHOOKS.some((known) => address.search(known) >= 0);
        if (isWebhook)
            yield { start: index, end: index + address.length };
    }
    // Without its scheme, or with an encoded one.
    for (const known of WEBHOOKS) {
        from = 0;
        for (const { index } of text.matchAll(known)) {
            if (index < from)
                continue;
            from = index;
            while (from < text.length && !URL_ENDS.test(text.charAt(from)))
                from += 1;
            yield { start: index, end: from };
        }
    }
}
/** Labels with dots between them, each written in as many ways; or an address in brackets. */
const MAIL_DOMAIN = /[\p{L}\p{M}\p{N}_-]+(?:(?:\.|%(?:25)?2[eE]|&#0{0,6}46;|&period;|\s?[[({](?:dot|DOT)[\])}]\s?)[\p{L}\p{M}\p{N}_-]+)+|\[[^\]\s]{2,80}\]/uy;
/** What the part before the sign cannot hold, unless it is in quotes. */
const BEFORE_LOCAL = new Set('\t\n\v\f\r @<>()[]",;:\\\u00a0\u2028\u2029');
const LONGEST_LOCAL = 256;
function* findEmails(text) {
    for (const { index, 0: sign } of text.matchAll(AT)) {
        const start = localStart(text, index);
        if (start === index)
            continue;
        MAIL_DOMAIN.lastIndex = index + sign.length;
        const domain = MAIL_DOMAIN.exec(text);
        if (domain !== null)
            yield { start, end: index + sign.length + domain[0].length };
    }
}
function localStart(text, end) {
    const furthest = Math.max(0, end - LONGEST_LOCAL);
    if (text[end - 1] === '"') {
        const opened = text.lastIndexOf('"', end - 2);
        return end >= 2 && opened >= furthest ? opened : end;
    }
    let start = end;
    while (start > furthest && !BEFORE_LOCAL.has(text.charAt(start - 1)))
        start -= 1;
    return start;
}
const IPV6 = /(?:(?:[0-9a-f]{1,4}:){6}(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){1,5}(?::[0-9a-f]{1,4}){0,4}:(?:\d{1,3}\.){3}\d{1,3}|::(?:[0-9a-f]{1,4}:){0,5}(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::[0-9a-f]{1,4}|[0-9a-f]{1,4}::)(?:%(?:25)?[0-9a-z._~-]{1,32})?/gi;
const LETTER = /[\p{L}\p{N}]/u;
/** Finds an address whatever surrounds it. Names in a program, such as `std::deque`, are told apart by their neighbours. */
function* findIpv6(text) {
    for (const { index, 0: found } of text.matchAll(IPV6)) {
        const end = index + found.length;
        const [before, after] = [text.charAt(index - 1), text.charAt(end)];
        const isWithinWord = LETTER.test(before) || LETTER.test(after);
        const groups = found.split(/[:%.]/).filter((group) => group !== "").length;
        if (groups === 1
            ? isWithinWord || before === ":" || /^:[0-9a-f:]/i.test(text.slice(end, end + 2))
            : isWithinWord && !/\d/.test(found))
            continue;
        yield { start: index, end };
    }
}


/***/ }),

/***/ 20303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ SIGNAL_TAGS),
/* harmony export */   u: () => (/* binding */ projectSignal)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57697);
/* harmony import */ var _instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46685);
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60197);
/* harmony import */ var _projection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87650);




/** The keys of the tags that are kept of a signal. */
const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const SignalWorkflow = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    first_seen: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
    last_seen: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
    rule: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), name: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR, type: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR }).nullish().catch(null),
    triage: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        state: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
        archiveReason: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
        stateUpdateTimestamp: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
        state_update_timestamp: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
        archiveCommentTimestamp: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
        archive_comment_timestamp: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
        assignee: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()]).nullish(), uuid: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR, handle: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR })
            .nullish()
            .catch(null),
        incidentIds: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()).catch([]),
    })
        .nullish()
        .catch(null),
});
/** The list has `attributes.attributes.*`. Only the detail has `attributes.custom.*`. */
const SignalDetails = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ title: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR, workflow: SignalWorkflow.nullish().catch(null) })
    .nullish()
    .catch(null);
const RawSignal = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .recordId */ .Re,
    attributes: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        // The top-level status is the severity; attributes.attributes.status is the log's.
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        timestamp: _instants_js__WEBPACK_IMPORTED_MODULE_0__/* .rawTime */ .kT,
        tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).catch([]),
        title: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
        attributes: SignalDetails,
        custom: SignalDetails,
    }),
});
/** Projects a security signal. Critical and high ones are kept, in any triage state. */
function projectSignal(raw, { privacy, secrets, links, window, now }) {
    const parsed = RawSignal.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .firstBadField */ .cX)(parsed.error), id: (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .idOfUnusable */ .i9)(raw, secrets) };
    const { id, attributes: found } = parsed.data;
    const severity = (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .urgentSeverity */ .h9)(found.status);
    if (severity === null)
        return { excluded: _projection_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_URGENT */ .GF, id };
    const times = (0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .newTimeKeeper */ .ut)(now);
    const timestamp = times.required(found.timestamp);
    if (timestamp === null)
        return { misshapen: "attributes.timestamp", id: (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .idOfUnusable */ .i9)(raw, secrets) };
    const keep = (0,_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .newTextKeeper */ ._W)({ privacy, secrets });
    const workflow = found.attributes?.workflow ?? found.custom?.workflow;
    const { rule, triage } = workflow ?? {};
    const title = found.custom?.title ?? found.attributes?.title ?? found.title ?? rule?.name;
    const state = triage?.state ?? "unknown";
    return keep.result({
        id: keep.id("id", id),
        timestamp,
        severity,
        title: keep.text("title", title),
        rule: rule
            ? {
                id: keep.id("rule.id", rule.id),
                name: keep.text("rule.name", rule.name),
                type: keep.wordOrNull("rule.type", rule.type),
            }
            : null,
        triage: {
            state: keep.word("triage.state", state),
            archiveReason: keep.wordOrNull("triage.archiveReason", triage?.archiveReason),
            assigned: isAssigned(triage),
            incidents: triage?.incidentIds.length ?? 0,
            changed: times.optional(triageChanged(triage)),
        },
        firstSeen: times.optional(workflow?.first_seen),
        lastSeen: times.optional(workflow?.last_seen),
        tags: keep.tags(found.tags, SIGNAL_TAGS),
        link: links.signal(id),
    }, {
        "unknown-triage-state": !["open", "under_review", "archived"].includes(state),
        "outside-window": !(0,_times_js__WEBPACK_IMPORTED_MODULE_1__/* .isInWindow */ .oe)(timestamp, window),
        "unusable-time": times.hasUnusable(),
    });
}
/**
 * When the triage state, else the archive comment, last changed. Datadog's clients name these fields in the
 * answer to a change; no recorded list has them.
 */
function triageChanged(triage) {
    return (triage?.stateUpdateTimestamp ??
        triage?.state_update_timestamp ??
        triage?.archiveCommentTimestamp ??
        triage?.archive_comment_timestamp);
}
/** Whether the signal is assigned. The assignee of an unassigned one has the id -1. */
function isAssigned(triage) {
    const assignee = triage?.assignee;
    if (!assignee || String(assignee.id) === "-1")
        return false;
    return [assignee.uuid, assignee.handle, assignee.id].some(Boolean);
}


/***/ }),

/***/ 60197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ CADENCE_MS),
  DO: () => (/* binding */ findTimesProblem),
  oe: () => (/* binding */ isInWindow),
  xZ: () => (/* binding */ validUntil),
  Yy: () => (/* binding */ windowBefore)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/evidence/projection/caveats.js
var projection_caveats = __webpack_require__(15814);
;// CONCATENATED MODULE: ./lib/evidence/records.js
/** The number of records for which the function returns true. */
function countRecords(records, isSuch) {
    let count = 0;
    for (const record of records)
        if (isSuch(record))
            count += 1;
    return count;
}

;// CONCATENATED MODULE: ./lib/evidence/projection/times.js



/** The length of a slot, by cadence. */
const CADENCE_MS = {
    PT1H: time/* HOUR_MS */.iQ,
    PT6H: 6 * time/* HOUR_MS */.iQ,
    PT12H: 12 * time/* HOUR_MS */.iQ,
    P1D: 24 * time/* HOUR_MS */.iQ,
};
const WINDOW_MS = 7 * 24 * time/* HOUR_MS */.iQ;
/** The longest deadline, plus an hour for a clock that was corrected during the run. */
const LONGEST_RUN_MS = 7 * time/* HOUR_MS */.iQ;
/** When the evidence expires: the next run is due then, and its grace of half a cadence, at least six hours, is over. */
function validUntil(collectedAt, cadence) {
    const length = CADENCE_MS[cadence];
    return new Date(collectedAt.getTime() + length + Math.max(length / 2, 6 * time/* HOUR_MS */.iQ));
}
/** The seven days before the start of a run. */
function windowBefore(startedAt) {
    return { from: (0,time/* formatTime */.fU)(new Date(startedAt.getTime() - WINDOW_MS)), to: (0,time/* formatTime */.fU)(startedAt) };
}
/** The first time of the evidence that does not agree with the others, as a sentence; null if all agree. */
function findTimesProblem({ startedAt, collectedAt, validUntil: said, stream, items, }) {
    const [start, end] = [new Date(startedAt), new Date(collectedAt)];
    const lasted = end.getTime() - start.getTime();
    if (lasted < 0)
        return `it was collected at ${collectedAt}, before its start at ${startedAt}`;
    if (lasted > LONGEST_RUN_MS)
        return `it started at ${startedAt}, longer before ${collectedAt} than any run takes`;
    const due = validUntil(end, stream.cadence);
    if (Date.parse(said) !== due.getTime()) {
        return `it is valid until ${said}, but its cadence gives ${(0,time/* formatTime */.fU)(due)}`;
    }
    const signals = items.find((item) => item.id === "security-signals");
    return signals === undefined ? null : windowProblem(signals, start);
}
function windowProblem({ id, window, records, caveats }, startedAt) {
    const due = windowBefore(startedAt);
    if (window === null)
        return `${id} has no window`;
    if (Date.parse(window.from) !== Date.parse(due.from) || Date.parse(window.to) !== Date.parse(due.to)) {
        return `${id} has the window ${window.from} to ${window.to}, but the start of the run gives ${due.from} to ${due.to}`;
    }
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    const outside = countRecords(records, ({ timestamp }) => !isBetween((0,time/* parseInstant */.nV)(timestamp), from, to));
    if (outside === 0 || caveats.includes((0,projection_caveats/* outsideWindowCaveat */.OG)(outside)))
        return null;
    return `${id} has records of a time outside its window: ${outside}`;
}
/** Whether the time is in the window, including both ends, as Datadog searches. */
function isInWindow(at, { from, to }) {
    return isBetween((0,time/* parseInstant */.nV)(at), (0,time/* parseInstant */.nV)(from), (0,time/* parseInstant */.nV)(to));
}
function isBetween(ms, from, to) {
    return ms >= from && ms <= to;
}


/***/ }),

/***/ 10578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bP: () => (/* binding */ applyClockSkew),
/* harmony export */   ww: () => (/* binding */ isClockWrong),
/* harmony export */   zF: () => (/* binding */ REMARKABLE_SKEW_MS)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);

/** A smaller difference may come from the network. A larger one is a wrong clock. */
const REMARKABLE_SKEW_MS = 60_000;
/** With a larger difference, the window of the item is not reliable. */
const UNBELIEVABLE_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** Whether the difference is so large that no item can be complete. */
function isClockWrong(skewMs) {
    return skewMs !== null && Math.abs(skewMs) > UNBELIEVABLE_MS;
}
/**
 * Applies the difference between Datadog's clock and ours to an item; null if it is not known. Over a minute
 * adds a caveat. Over an hour the item is not complete, because its window is not reliable.
 */
function applyClockSkew(item, skewMs) {
    if (skewMs === null || Math.abs(skewMs) <= REMARKABLE_SKEW_MS)
        return item;
    const seconds = Math.round(Math.abs(skewMs) / 1000);
    const apart = `Datadog's clock is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} ours`;
    const caveats = [...item.caveats, `${apart}; the times of this run are by ours`];
    if (!isClockWrong(skewMs) || item.collection.status !== "complete")
        return { ...item, caveats };
    const reason = {
        code: "clock-skew",
        message: apart,
        hint: "set the clock of this machine, by NTP for instance, and run again",
    };
    const collection = { ...item.collection, status: "partial", grade: null, reason };
    const state = "unknown";
    // The counts stay as minimums.
    return { ...item, caveats, collection, result: { ...item.result, state, reason } };
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
/* harmony import */ var _projection_caveats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15814);

/** The two checks of every item. */
const READ_TO_END = "listing requests read to their end";
const ALL_ACCOUNTED = "records kept or excluded for a stated reason";
/** Derives status, grade and checks of an item from what was observed. */
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
        // A record that was left out does not belong to the item.
        unique: unique - observed.excluded,
        sourceTotal: total?.expected ?? null,
        checks,
    };
    const reason = reasonForLoss(observed);
    if (reason === null) {
        return { status: "complete", grade: total === null ? "drained" : "reconciled", reason, ...facts };
    }
    return { status: wasRead(observed) ? "partial" : "failed", grade: null, reason, ...facts };
}
/**
 * Whether any part of the list was read. It was not if reading ended before the first record, unless Datadog
 * gave empty pages and announced more. Null in place of a list counts as nothing read.
 */
function wasRead({ stopped, received, nullLists }) {
    if (received > 0)
        return true;
    if (stopped === null)
        return nullLists === 0;
    // Both codes occur only after a page that announced another one.
    return stopped.code === "source-timeout" || stopped.code === "cursor-repeated";
}
/** The first sign that something is missing; null if there is none. */
function reasonForLoss(observed) {
    const { stopped, misshapen, withheld, listings, unique, kept, excluded, agreements, total } = observed;
    if (stopped !== null)
        return stopped;
    if (withheld.length > 0) {
        const many = withheld.length > 1;
        return {
            code: "withheld",
            message: `${withheld.length} ${many ? "records hold" : "record holds"} a secret and ${many ? "were" : "was"} left out: ${(0,_projection_caveats_js__WEBPACK_IMPORTED_MODULE_0__/* .listPlaces */ .bF)(withheld)}`,
            hint: "take the secret out of that field in Datadog, and replace it: others could read it there",
        };
    }
    if (misshapen.length > 0) {
        const fields = [...new Set(misshapen.map(({ field }) => field))].toSorted().slice(0, 5).join(", ");
        const names = (0,_projection_caveats_js__WEBPACK_IMPORTED_MODULE_0__/* .listPlaces */ .bF)(misshapen.map(({ name }) => name));
        return {
            code: "shape",
            message: `${misshapen.length} of the records lack a usable ${fields}: ${names}`,
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
    if (observed.nullLists > 0 && total === null) {
        return {
            code: "shape",
            message: "Datadog answered null where its list belongs, and no count of its own says that the list is empty",
            hint: "run again; give the key the optional permissions, so that Datadog's count can be compared",
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
/** A check that holds if Datadog showed at least one. */
function checkAtLeastOne(name, actual) {
    return { name, expected: 1, actual, ok: actual >= 1 };
}


/***/ }),

/***/ 38721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ findMiscount),
/* harmony export */   Qy: () => (/* binding */ isAnswered),
/* harmony export */   k3: () => (/* binding */ LISTING_PATHS)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _files_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30963);
/* harmony import */ var _completeness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54873);
/* harmony import */ var _projection_monitor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57348);





/**
 * The first number or record of the evidence that does not agree with its ledger and its records, as a
 * sentence; null if all agree. Needs whole evidence, with the records from files of their own.
 */
function findMiscount({ items }) {
    for (const item of items) {
        const against = ledgerProblem(item) ?? requestsProblem(item) ?? recordsProblem(item);
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
/** Compares the pages with what was received, the checks with what was kept, and the grade with the checks. */
function ledgerProblem({ collection, records }) {
    const { status, grade, requests, received, unique, sourceTotal, checks } = collection;
    const carried = requests.flatMap(({ pages }) => pages).reduce((sum, { items }) => sum + items, 0);
    if (carried !== received)
        return `received ${received} records, but its pages have ${carried}`;
    const read = checks.find(({ name }) => name === _completeness_js__WEBPACK_IMPORTED_MODULE_2__/* .READ_TO_END */ .Zu);
    const kept = checks.find(({ name }) => name === _completeness_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL_ACCOUNTED */ .Ph);
    if (read === undefined || kept === undefined)
        return "lacks the checks that make it complete";
    if (read.actual > requests.filter(({ drained }) => drained).length) {
        return "counts more requests as read to their end than its ledger does";
    }
    if (kept.expected > received)
        return `has ${kept.expected} unique records but received ${received}`;
    const excluded = kept.expected - unique;
    if (excluded < 0 || kept.actual - excluded !== records.length) {
        return `accounts for ${kept.actual - excluded} records, but has ${records.length}`;
    }
    if (status === "failed" && received > 0)
        return `is failed but received ${received} records`;
    if (status !== "complete")
        return null;
    if (read.expected === 0)
        return "is complete but nothing was read";
    return (grade === "reconciled") === (sourceTotal !== null)
        ? null
        : `is ${grade ?? "not graded"} but Datadog gave ${sourceTotal === null ? "no" : "a"} count`;
}
/** The path of the requests that list the records of an item. The others are for counts and probes. */
const LISTING_PATHS = {
    "security-signals": "/api/v2/security_monitoring/signals/search",
    "compliance-monitors": "/api/v1/monitor",
    "cspm-findings": "/api/v2/security/findings/search",
};
/** A request that was read to its end ends with an answer, and a list is of the window of its item. */
function requestsProblem({ id, window, collection }) {
    const { status, requests, checks } = collection;
    const drained = requests.filter((request) => request.drained);
    const unanswered = drained.find(({ pages }) => !isAnswered(pages.at(-1)?.status ?? 0));
    if (unanswered !== undefined) {
        const last = unanswered.pages.at(-1)?.status ?? "none";
        return `has ${unanswered.method} ${unanswered.path} as read to its end, but its last page has the status ${last}`;
    }
    if (status !== "complete")
        return null;
    const lists = drained.filter(({ path }) => path === LISTING_PATHS[id]);
    const read = checks.find(({ name }) => name === _completeness_js__WEBPACK_IMPORTED_MODULE_2__/* .READ_TO_END */ .Zu)?.actual ?? 0;
    if (lists.length < read) {
        return `is complete, yet only ${lists.length} of ${read} requests for its list were read to their end`;
    }
    if (window === null)
        return null;
    const spans = lists.flatMap(({ body }) => SearchBody.safeParse(body).data?.filter ?? []);
    const froms = spans.map(({ from }) => (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(from));
    const tos = spans.map(({ to }) => (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(to));
    const isOfWindow = spans.length === lists.length &&
        froms.reduce((first, from) => Math.min(first, from), Infinity) === Date.parse(window.from) &&
        tos.reduce((last, to) => Math.max(last, to), -Infinity) === Date.parse(window.to);
    return isOfWindow ? null : `was asked for another time than its window ${window.from} to ${window.to}`;
}
/** Whether the status is that of an answer, and not of an error. */
function isAnswered(status) {
    return status >= 200 && status < 300;
}
const SearchBody = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ filter: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ from: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }) });
function recordsProblem(item) {
    const records = [...item.records];
    if (new Set(records.map(({ id }) => id)).size < records.length)
        return "has a record twice";
    const sorted = (0,_files_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sortRecords */ .NM)(records);
    if (records.some((record, index) => record !== sorted[index]))
        return "has records out of order";
    if (item.id !== "compliance-monitors")
        return null;
    const misjudged = item.records.values().find(({ state, verdict }) => verdict !== (0,_projection_monitor_js__WEBPACK_IMPORTED_MODULE_3__/* .monitorVerdict */ .yn)(state));
    return misjudged === undefined
        ? null
        : `has monitor ${misjudged.id} in state ${misjudged.state} as ${misjudged.verdict}`;
}


/***/ }),

/***/ 98827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ NO_COVERAGE),
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Lq: () => (/* binding */ findingsResult),
/* harmony export */   Qq: () => (/* binding */ OLDER_FINDINGS_PATH),
/* harmony export */   RE: () => (/* binding */ PUBLISHED_RULES),
/* harmony export */   X2: () => (/* binding */ signalsResult),
/* harmony export */   Zl: () => (/* binding */ FINDINGS_SEEN),
/* harmony export */   _I: () => (/* binding */ SIGNALS_SEEN),
/* harmony export */   _s: () => (/* binding */ decideResult),
/* harmony export */   cO: () => (/* binding */ RULES_ENABLED),
/* harmony export */   cR: () => (/* binding */ ACCOUNTS_COVERED),
/* harmony export */   dJ: () => (/* binding */ monitorsResult),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   rI: () => (/* binding */ RULES_VERSION),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/** Version of the rules by which evidence is judged, and its policy. */
const RULES_VERSION = 2;
/**
 * Every version of the rules under which evidence was ever published. A change of this file, `completeness.ts`,
 * `times.ts` or `policy/evaluate-policy.ts` that judges the same records differently is a new version. What it
 * replaces moves to a file of the old number, such as `version-1.ts`, so that old evidence is derived by the
 * rules of its day.
 */
const PUBLISHED_RULES = new Set([1, RULES_VERSION]);
/** Counts of signals; an unknown triage state counts as open. */
function countSignals(records) {
    const counts = { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 };
    for (const { severity, triage } of records) {
        counts[severity] += 1;
        counts.total += 1;
        if (triage.state === "archived")
            counts.archived += 1;
        else if (triage.state === "under_review")
            counts.underReview += 1;
        else
            counts.open += 1;
    }
    return counts;
}
/** Counts of monitors. Muted ones are also passing, failing or not evaluated. */
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
/** The result of signals. Zero is only clear if something shows that detection works. */
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
/** The result of monitors. Without a tagged monitor the state is unknown. */
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
/** Findings: none unmuted is only clear where Cloud Security covers something and the key can see its findings. */
function findingsResult(collection, records) {
    const counts = countFindings(records);
    return decideResult(collection, counts, () => {
        if (counts.total - counts.muted > 0)
            return "attention";
        if (isOlderCountRefused(collection)) {
            return {
                code: "permission",
                message: "no unmuted failing check, but Datadog refused an older count of them to this key",
                hint: SIGHT_HINT,
            };
        }
        if (!isProven(collection, ACCOUNTS_COVERED))
            return NO_COVERAGE;
        if (counts.total > 0 || isProven(collection, FINDINGS_SEEN))
            return "clear";
        return {
            code: "permission",
            message: "no failing check, and nothing shows that the key can see misconfigurations",
            hint: SIGHT_HINT,
        };
    });
}
/** Why findings are unknown where no account is covered. */
const NO_COVERAGE = {
    code: "no-coverage",
    message: "no unmuted failing check, and nothing shows that Cloud Security covers an account",
    hint: "check in Datadog under Security > Settings > Cloud Security that accounts are connected",
};
const SIGHT_HINT = "give the application key security_monitoring_findings_read: another permission also opens the search, but may show no misconfigurations";
/** The older endpoint that counts findings. It needs security_monitoring_findings_read and takes no other permission for it. */
const OLDER_FINDINGS_PATH = "/api/v2/posture_management/findings";
/** A refusal shows that the permission is missing; a 404 only that the older endpoint is gone. */
function isOlderCountRefused({ requests }) {
    return requests.some(({ path, pages }) => {
        const status = pages.at(-1)?.status;
        return path === OLDER_FINDINGS_PATH && (status === 401 || status === 403);
    });
}
/** The checks that show that detection works. One of them is enough. */
const SIGNALS_SEEN = "signals of any severity in the window, at least one";
const RULES_ENABLED = "enabled detection rules, at least one";
/** The check that shows that accounts are covered. */
const ACCOUNTS_COVERED = "cloud accounts covered by Cloud Security, at least one";
/** The check that shows that the key can see misconfigurations, where none fails. */
const FINDINGS_SEEN = "misconfigurations of any evaluation in sight of the key, at least one";
/** Whether the collection holds this check, and it is met. */
function isProven({ checks }, name) {
    return checks.some((check) => check.name === name && check.ok);
}
/** The result of an item: what its collection rules out, else what the counts give. */
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
/** The outcome of the collection. It says nothing about compliance. */
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
/* harmony export */   $w: () => (/* binding */ MOST_OFFENDERS),
/* harmony export */   FT: () => (/* binding */ ITEM_IDS),
/* harmony export */   IA: () => (/* binding */ Sha256),
/* harmony export */   Kc: () => (/* binding */ RunIdentity),
/* harmony export */   LI: () => (/* binding */ RECORD_SCHEMAS),
/* harmony export */   br: () => (/* binding */ CADENCES),
/* harmony export */   iN: () => (/* binding */ StreamName),
/* harmony export */   of: () => (/* binding */ Evidence),
/* harmony export */   y_: () => (/* binding */ Count)
/* harmony export */ });
/* unused harmony exports SignalCounts, MonitorCounts, FindingCounts, ExpectationResult */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
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
    /** Where the organisation's own mapping made the control what it is here: what it did, and why it says so. */
    organisation: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ did: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["added", "raised", "lowered", "renamed"]), why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable() })
        .exactOptional(),
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
    /** Whether the whole monitor is muted or a part, such as a host; null if it is not muted, or Datadog does not say. Not in evidence of 0.1.0. */
    mutedScope: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["all", "part"]).nullable().optional(),
    /** When the mute ends; null when it has no end or there is none. */
    mutedUntil: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    draft: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    paused: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    watchesClock: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    /** Of what decides whether it alerts, when and whom it tells: type, query, thresholds, missing data, delays, schedule, recipients. */
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
/** How Datadog was asked: by two keys, by a token, or by a token that GitHub's identity was exchanged for. */
const AccessMode = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["keys", "token", "delegated"]);
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
/** More offenders than this are counted and not named. */
const MOST_OFFENDERS = 20;
/** The result of one expectation of the policy. */
const ExpectationResult = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    item: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(ITEM_IDS),
    result: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["met", "accepted", "broken", "unknown"]),
    /** What was counted; null where nothing was. */
    measured: Count.nullable(),
    limit: Count,
    /** The records that break it, accepted ones too; the first of them by id. */
    offenders: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        count: Count,
        ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()])).max(MOST_OFFENDERS),
    }),
    /** The ids of the waivers in force that cover a part of it. */
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
/** The policy of a run, and its results. */
const PolicyResults = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Of the exact bytes of `policy.json`. */
    sha256: Sha256,
    results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(ExpectationResult).min(1),
});
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
        /** Not there in the evidence of 0.1.0, which was always collected with keys. */
        access: AccessMode.optional(),
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
    /** The catalogues that the controls of the items come from, by their ids. Evidence of 0.1.0 names none: it knew two. */
    frameworks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9-]{0,62}$/))
        .min(1)
        .default(["iso27001", "soc2"]),
    /** Null where no policy was given; evidence of 0.1.0 does not name it. */
    policy: PolicyResults.nullable().default(null),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Item).min(1),
});


/***/ }),

/***/ 71957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   DT: () => (/* binding */ awaitFailure),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   O8: () => (/* binding */ isReasonCode),
/* harmony export */   OE: () => (/* binding */ REASON_CODES),
/* harmony export */   Oh: () => (/* binding */ catchFailure),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   o3: () => (/* binding */ sentenceCase)
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
    "withheld",
];
/** Codes of a step that failed. The evidence never has one as the reason of an item. */
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
/** The result of the step, or the failure that it throws. Throws what was not foreseen. */
function catchFailure(step) {
    try {
        return step();
    }
    catch (error) {
        if (error instanceof Failure)
            return error;
        throw error;
    }
}
/** The result of a step that takes its time, or the failure with which it ends. Throws what was not foreseen. */
async function awaitFailure(step) {
    try {
        return await step();
    }
    catch (error) {
        if (error instanceof Failure)
            return error;
        throw error;
    }
}
/** What an entry prints of an error: a foreseen failure reads as a sentence, a bug keeps its stack. */
function explainError(error) {
    if (error instanceof Failure)
        return [error.message, sentenceCase(error.hint ?? "")].filter(Boolean).join("\n");
    if (!(error instanceof Error))
        return String(error);
    return systemRefusal(error) ?? error.stack ?? error.message;
}
/** What the system does not allow, as a sentence: that is no bug of ours. Null for any other error. */
function systemRefusal(error) {
    if (!("syscall" in error) || !("code" in error) || typeof error.code !== "string")
        return null;
    const hint = SYSTEM_HINTS.get(error.code) ?? "check the limits, the disk and the permissions of this machine";
    return [`the system does not allow ${String(error.syscall)} (${error.code})`, sentenceCase(hint)].join("\n");
}
/** What happened, and as a second sentence what to do about it, on one line. */
function failureLine({ message, hint, }) {
    if (!hint)
        return message;
    return `${message}${/[.!?]$/v.test(message) ? "" : "."} ${sentenceCase(hint)}`;
}
/** Text with a capital. */
function sentenceCase(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
const SYSTEM_HINTS = new Map([
    ["EMFILE", "this process may not open more files; raise the limit (ulimit -n)"],
    ["ENFILE", "this machine has no file handles left; close other programs"],
    ["ENOSPC", "the disk is full; make room and run again"],
    ["ENOMEM", "this machine has no memory left"],
]);
/** The code of an error of the system, such as `ENOENT`; `unknown error` where it has none. */
function errorCode(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
/** Whether an evidence file may contain the code. */
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

/***/ 11202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rw: () => (/* binding */ foldersOverlap),
/* harmony export */   Ts: () => (/* binding */ diskFiles),
/* harmony export */   YR: () => (/* binding */ foldersShareFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58864);





/** A file that became a link or a pipe after it was listed is neither followed nor waited for. */
const UNTRUSTING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/** The files below a folder of this machine. Nothing is read in advance, and no link below it is followed. */
function diskFiles(folder) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder);
    return {
        name: folder,
        root,
        list: (below) => listEntries(node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, below), below === "" ? folder : below),
        read: (below, most) => readBounded(node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, below), { name: (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .lastName */ .UK)(below), most }),
    };
}
/** Whether one of the two folders is the other one or inside it, by their real paths. */
async function foldersOverlap(one, other) {
    const [first, second] = [await realPathOf(one), await realPathOf(other)];
    return isWithin(first, second) || isWithin(second, first);
}
/** Whether a file has a name in both folders, which a hard link gives it. The folder `.git` is not searched. */
function foldersShareFiles(one, other) {
    const linked = new Set(linkedFiles(one));
    return linked.size > 0 && linkedFiles(other).some((file) => linked.has(file));
}
/** The files below a folder that have more than one name, each by its device and number. */
function* linkedFiles(folder) {
    const left = [folder];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        for (const { name, kind } of listEntries(next, next)) {
            const at = node_path__WEBPACK_IMPORTED_MODULE_2__.join(next, name);
            if (kind === "folder" && name !== ".git")
                left.push(at);
            if (kind !== "file")
                continue;
            const { dev, ino, nlink } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at, { bigint: true });
            if (nlink > 1n)
                yield `${dev}:${ino}`;
        }
    }
}
/** The real path; a folder that does not exist is refused later, where it is read. */
async function realPathOf(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(folder));
}
function isWithin(inner, outer) {
    const below = node_path__WEBPACK_IMPORTED_MODULE_2__.relative(outer, inner);
    return below === "" || (below.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep)[0] !== ".." && !node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute(below));
}
function listEntries(folder, name) {
    try {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true });
        return entries
            .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    }
    catch (error) {
        const code = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error);
        if (code === "ENOTDIR")
            throw oneFileFailure(folder, { name, cause: error });
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} cannot be read as a folder (${code})`, {
            hint: "name a run folder, a stream or a repository of evidence",
            cause: error,
        });
    }
}
function oneFileFailure(file, of) {
    const { name, cause } = of;
    if (file.toLowerCase().endsWith(".zip")) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} is a zip archive, not a folder`, {
            hint: "first unzip it, then name the folder that it leaves",
            cause,
        });
    }
    return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("unreadable", `${name} is a file, not a folder`, {
        hint: "name the folder that holds it: evidence is verified with its signature beside it",
        cause,
    });
}
function kindOf(entry) {
    if (entry.isFile())
        return "file";
    return entry.isDirectory() ? "folder" : "other";
}
function readBounded(file, { name, most }) {
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
/* harmony export */   $2: () => (/* binding */ isArchiverEntry),
/* harmony export */   DR: () => (/* binding */ filesBelow),
/* harmony export */   UK: () => (/* binding */ lastName),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/** A folder within the files, as files of its own. */
function filesBelow(files, folder) {
    if (folder === "")
        return files;
    const { readAhead } = files;
    return {
        name: joinPath(files.name, folder),
        root: joinPath(files.root, folder),
        list: (path) => files.list(joinPath(folder, path)),
        read: (path, most) => files.read(joinPath(folder, path), most),
        readAhead: readAhead && (async (paths) => readAhead(paths.map((path) => joinPath(folder, path)))),
    };
}
/** The folder and the path in it as one path. */
function joinPath(folder, path) {
    if (folder === "" || path === "")
        return folder + path;
    return `${folder}/${path}`;
}
/** The last name of a path. */
function lastName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
const ARCHIVER_FILES = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);
/** Whether an archiver, Finder or Explorer adds this entry to every folder: it is no part of evidence. */
function isArchiverEntry({ name, kind }) {
    if (kind === "folder")
        return name === "__MACOSX";
    return name.startsWith("._") || ARCHIVER_FILES.has(name);
}


/***/ }),

/***/ 64144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   St: () => (/* binding */ foldForeign),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   s0: () => (/* binding */ foldWithPlaces)
/* harmony export */ });
const FOREIGN = /[^\0-\u007f]/u;
const ALL_FOREIGN = /[^\0-\u007f]/gu;
/** Whether the text has a character that is not ASCII. */
function isForeign(text) {
    return FOREIGN.test(text);
}
/** The text with every character folded that is not ASCII. */
function foldForeign(text, fold) {
    return FOREIGN.test(text) ? text.replaceAll(ALL_FOREIGN, fold) : text;
}
/** The folded text, and for each unit of it, and its end, the place in the text; null where these are the same. */
function foldWithPlaces(text, fold) {
    if (!FOREIGN.test(text))
        return { plain: text, places: null };
    const plain = [];
    const places = [];
    let place = 0;
    for (const character of text) {
        const folded = character.length === 1 && character < "\u0080" ? character : fold(character);
        plain.push(folded);
        for (let at = 0; at < folded.length; at += 1)
            places.push(place);
        place += character.length;
    }
    return { plain: plain.join(""), places: [...places, place] };
}


/***/ }),

/***/ 41352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   yK: () => (/* binding */ asPlainUtf8)
/* harmony export */ });
/** A text in UTF-8 or UTF-16, with or without its byte order mark, as programs of Windows write it. */
function decodeText(bytes) {
    // TextDecoder drops the byte order mark.
    return new TextDecoder(utf16In(bytes) ?? "utf-8").decode(bytes);
}
/** The text as UTF-8 without a byte order mark; what is neither UTF-16 nor marked stays as it is, byte for byte. */
function asPlainUtf8(bytes) {
    if (utf16In(bytes) !== null)
        return Buffer.from(decodeText(bytes));
    const [first, second, third] = bytes;
    return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}
/** The beginning of a text, of at most so many units. Half a character at its end, which no strict parser reads, is left out. */
function cutText(text, most) {
    return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
/** The kind of UTF-16 that the byte order mark names, if any. */
function utf16In([first, second]) {
    if (first === 0xff && second === 0xfe)
        return "utf-16le";
    return first === 0xfe && second === 0xff ? "utf-16be" : null;
}


/***/ }),

/***/ 81526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ formatExactTime),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   lM: () => (/* binding */ parseDuration),
/* harmony export */   nV: () => (/* binding */ parseInstant),
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
/** The day in UTC, `2026-11-22`, of a time or of an instant as it is written. */
function dayOf(time) {
    const text = typeof time === "string" ? time : formatTime(time);
    return text.slice(0, "2026-11-22".length);
}
const DATE = /^\d{4}-\d\d-\d\d$/;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;
/** The time that a text names, in milliseconds. NaN for one without a zone: each machine would read it differently. */
function parseInstant(text) {
    return DATE.test(text) || ZONE.test(text) ? Date.parse(text) : Number.NaN;
}
/** The milliseconds of an ISO 8601 duration of days, hours, minutes and seconds, such as `P1DT2H`; null for another text. */
function parseDuration(text) {
    const match = /^P(?!$)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text);
    if (match === null)
        return null;
    const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
    return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000;
}


/***/ }),

/***/ 41064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ policyTermsOf),
/* harmony export */   b: () => (/* binding */ ruleProblems)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24451);
/* harmony import */ var _evidence_projection_monitor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57348);
/* harmony import */ var _evidence_projection_projection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87650);
/* harmony import */ var _evidence_projection_signal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20303);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16457);
/* harmony import */ var _quote_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(77592);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25855);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35991);









const SHORTEST_AGE_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ / 60;
const LONGEST_AGE_MS = 366 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/** The window of signals: an older one is never in it. */
const SIGNALS_WINDOW_MS = 7 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/** What a schema cannot say: one form, ids that exist and exist once, ages, days, tags. The file may be of any shape. */
function ruleProblems(file, terms) {
    const [expectations, waivers] = [(0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .entriesOf */ .Mc)(file, "expect"), (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .entriesOf */ .Mc)(file, "accept")];
    const byId = new Map(expectations.map((entry) => [entry.members["id"], entry]));
    return [
        repeatedIds(expectations),
        repeatedIds(waivers),
        ...expectations.flatMap((entry) => [
            formProblems(entry),
            repeatedIn(entry, "present"),
            ageProblems(entry),
            terms === null ? [] : tagProblems(entry, terms),
        ]),
        ...waivers.flatMap((entry) => [
            dayProblems(entry),
            repeatedIn(entry, "records"),
            coverProblems(entry, byId),
        ]),
    ].flat();
}
function repeatedIds(entries) {
    return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .repeatedEntries */ .$b)(entries, { members: ["id"] }).flatMap((entry) => (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["id"], "id is the same as that of an entry above"));
}
function formsOf({ members }) {
    return _schema_js__WEBPACK_IMPORTED_MODULE_7__/* .FORMS */ .yY.filter((form) => Object.hasOwn(members, form));
}
/** The members that only one form has beside it. */
const BESIDE = [
    ["where", "atLeast"],
    ["olderThan", "none"],
];
function formProblems(entry) {
    const forms = formsOf(entry);
    const misplaced = BESIDE.filter(([member, form]) => Object.hasOwn(entry.members, member) && !forms.includes(form));
    return [
        ...(forms.length === 0 ? (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [], `has no demand; give one of ${_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .FORMS */ .yY.join(", ")}`) : []),
        ...(forms.length > 1
            ? (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [], `has more than one demand (${forms.join(", ")}); keep one of them`)
            : []),
        ...misplaced.flatMap(([member, form]) => (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [member], `${member} can only stand beside ${form}`)),
    ];
}
function repeatedIn(entry, name) {
    const list = entry.members[name];
    if (!Array.isArray(list))
        return [];
    const seen = new Set();
    return list.flatMap((each, index) => {
        if (seen.has(each))
            return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [name, index], `${name}[${index}] is in the list twice`);
        seen.add(each);
        return [];
    });
}
function ageProblems(entry) {
    const { olderThan: age, item } = entry.members;
    const ms = (typeof age === "string" ? (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .lM)(age) : null) ?? Number.NaN;
    const problem = (message) => (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["olderThan"], message);
    if (ms < SHORTEST_AGE_MS)
        return problem("olderThan must be one minute or more");
    if (ms > LONGEST_AGE_MS)
        return problem("olderThan must be 366 days or less");
    if (item === "security-signals" && ms >= SIGNALS_WINDOW_MS) {
        return problem("olderThan must be under 7 days for security-signals: the run reads the signals of 7 days, so none is older");
    }
    return [];
}
function tagProblems(entry, terms) {
    const { item } = entry.members;
    if (item !== "security-signals" && item !== "compliance-monitors")
        return [];
    const under = terms.privacy === "minimal" ? " under privacy: minimal" : "";
    return ["where", "none"].flatMap((form) => {
        const condition = entry.members[form];
        const tags = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(condition) ? condition["tags"] : undefined;
        return [tags]
            .flat()
            .flatMap((tag) => typeof tag !== "string" || isKept(tag, item, terms)
            ? []
            : (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [form, "tags"], `${form}.tags: records do not keep the tag ${(0,_quote_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quoteText */ .o)(tag)}${under}, so it would match nothing`));
    });
}
const TAG_KEYS = {
    "security-signals": _evidence_projection_signal_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNAL_TAGS */ .j,
    "compliance-monitors": _evidence_projection_monitor_js__WEBPACK_IMPORTED_MODULE_2__/* .MONITOR_TAGS */ .H4,
};
/** Only the keys of tags decide. */
const NO_SECRETS = { isIn: () => false };
function isKept(tag, item, { privacy, monitorTag }) {
    const also = item === "compliance-monitors" ? monitorTag : undefined;
    if (privacy === "minimal")
        return tag === also;
    return (0,_evidence_projection_projection_js__WEBPACK_IMPORTED_MODULE_3__/* .newTextKeeper */ ._W)({ privacy, secrets: NO_SECRETS }).tags([tag], TAG_KEYS[item], also).includes(tag);
}
function dayProblems(entry) {
    const [since, until] = [dayOf(entry.members["since"]), dayOf(entry.members["until"])];
    if (until < since)
        return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["until"], "until is before since");
    if ((until - since) / _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO <= _schema_js__WEBPACK_IMPORTED_MODULE_7__/* .LONGEST_WAIVER_DAYS */ .S2 || Number.isNaN(until - since))
        return [];
    return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["until"], `until is more than ${_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .LONGEST_WAIVER_DAYS */ .S2} days after since`);
}
function dayOf(day) {
    return typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
}
/** Whether what a waiver names is there to be covered. */
function coverProblems(entry, expectations) {
    const { expect: id, records } = entry.members;
    if (typeof id !== "string")
        return [];
    const covered = expectations.get(id);
    if (covered === undefined) {
        return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["expect"], `expect: no expectation has the id ${(0,_quote_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quoteText */ .o)(id)}`);
    }
    const [form] = formsOf(covered);
    if (form === "atLeast" || form === "population") {
        if (records === undefined)
            return [];
        const message = `records: an expectation with ${form} has no records to accept; leave them out`;
        return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["records"], message);
    }
    if (records === undefined) {
        return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, [], "records is missing; name the records that are accepted");
    }
    return recordProblems(entry, covered.members["item"]);
}
function recordProblems(entry, item) {
    const { records } = entry.members;
    if (!Array.isArray(records) || !isItem(item))
        return [];
    return records.flatMap((record, index) => {
        const issue = _fields_js__WEBPACK_IMPORTED_MODULE_5__/* .RECORD_IDS */ .t_[item].safeParse(record).error?.issues[0];
        return issue === undefined
            ? []
            : (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l4)(entry, ["records", index], `records[${index}] ${issue.message}`);
    });
}
function isItem(item) {
    return typeof item === "string" && Object.hasOwn(_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .RECORD_IDS */ .t_, item);
}
/** What a run kept of tags, as its evidence says; the usual tag where monitors were not asked for. */
function policyTermsOf({ privacy, items }) {
    const monitors = items.find(({ id }) => id === "compliance-monitors");
    const tags = (monitors?.collection.requests ?? []).flatMap(({ query }) => query["monitor_tags"] ?? []);
    const tag = tags.find((each) => typeof each === "string");
    return { privacy: privacy.level, monitorTag: tag ?? "compliance" };
}


/***/ }),

/***/ 50130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ policyAmong),
/* harmony export */   kv: () => (/* binding */ derivePolicy),
/* harmony export */   oF: () => (/* binding */ shownPolicy)
/* harmony export */ });
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _evidence_equal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42461);
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12743);
/* harmony import */ var _evaluate_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1514);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25855);
/* harmony import */ var _read_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85339);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35991);







/**
 * Reads the policy beside evidence, and derives its results again. The records of the evidence must be whole.
 * `bytes` is undefined where there is no file.
 */
function derivePolicy(evidence, bytes) {
    const { policy: said } = evidence;
    if (bytes === undefined) {
        return said === null
            ? { policy: null, isDerived: true }
            : { trouble: `${_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl} is missing, by which the evidence was judged` };
    }
    if (said === null) {
        return { trouble: `${_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl} is there, but the evidence says that no policy was given` };
    }
    const found = (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes);
    if (found !== said.sha256) {
        return {
            trouble: `${_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl} has sha256 ${found}, but the evidence was judged by a policy of sha256 ${said.sha256}`,
        };
    }
    // Which tags a program keeps differs between its versions, so they are no reason to doubt a run.
    const read = (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .readPolicy */ .T)(bytes, null);
    if ("problems" in read)
        return { trouble: (0,_read_file_js__WEBPACK_IMPORTED_MODULE_4__/* .firstProblemLine */ .A2)(_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl, read.problems) };
    const { policy } = read;
    const results = (0,_evaluate_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatePolicy */ .U)(policy, evidence);
    if (results === null)
        return { policy, isDerived: false };
    const trouble = resultsProblem(results, said.results);
    return trouble === null ? { policy, isDerived: true } : { trouble };
}
/** The first result that the evidence says and its records do not give, as a sentence; null where all follow. */
function resultsProblem(derived, said) {
    const at = derived.findIndex((result, index) => !(0,_evidence_equal_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameJson */ .T)(result, said[index]));
    const [wrong, claimed] = [derived[at], said[at]];
    if (wrong === undefined) {
        return said.length === derived.length
            ? null
            : "the evidence has results of more expectations than the policy has";
    }
    return claimed?.id === wrong.id && claimed.result !== wrong.result
        ? `the expectation ${wrong.id} is ${claimed.result} in the evidence, but by the records it is ${wrong.result}`
        : `the evidence has another result of the expectation ${wrong.id} than the records give`;
}
/** The policy by which the evidence says that it was judged, for showing it; null where it is not there or cannot be read. */
function shownPolicy({ policy: said }, bytes) {
    if (said === null || bytes === undefined || (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes) !== said.sha256)
        return null;
    const read = (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .readPolicy */ .T)(bytes, null);
    return "policy" in read ? read.policy : null;
}
/** The policy among the files of a run that this program makes. */
function policyAmong(files) {
    const file = files.find(({ name }) => name === _schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl);
    if (file === undefined)
        return null;
    const read = (0,_read_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .readPolicy */ .T)((0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .io)(file), null);
    if ("policy" in read)
        return read.policy;
    throw new Error(`${_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .POLICY_NAME */ .xl} was taken, and cannot be read`);
}


/***/ }),

/***/ 1514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ evaluatePolicy)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30963);
/* harmony import */ var _evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98827);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16457);
/* harmony import */ var _waivers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9787);






/** The result of each expectation, in the order of the file; null for rules that this program does not have. */
function evaluatePolicy({ expectations, waivers }, { rules, collectedAt, items }) {
    if (!_evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_2__/* .PUBLISHED_RULES */ .RE.has(rules))
        return null;
    const inForce = waivers.filter((waiver) => (0,_waivers_js__WEBPACK_IMPORTED_MODULE_5__/* .isInForce */ .fx)(waiver, collectedAt));
    const tallies = expectations.map((expectation) => ({
        expectation,
        tally: tallyOf(expectation, {
            collectedAt,
            waivers: inForce.filter(({ expect }) => expect === expectation.id),
        }),
    }));
    for (const item of items) {
        // Many records may be on disk, so they are read once for all expectations.
        const counting = tallies.filter(({ expectation }) => expectation.item === item.id && expectation.demand.form !== "population");
        if (counting.length === 0 || !isCollected(item))
            continue;
        // Offenders are named in the order of the file, which a few records do not have while they are collected.
        const { records } = item;
        const inOrder = records.lines === undefined ? (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sortRecords */ .NM)(records) : records;
        for (const record of inOrder)
            for (const { tally } of counting)
                tally.add(record);
    }
    return tallies.map(({ expectation, tally }) => resultOf(expectation, tally, items.find(({ id }) => id === expectation.item)));
}
function isCollected({ collection: { status } }) {
    return status === "complete" || status === "partial";
}
function resultOf({ id, item, demand }, tally, found) {
    const limit = limitOf(demand);
    if (found === undefined || !isCollected(found)) {
        const nothing = { measured: null, limit, offenders: { count: 0, ids: [] }, waivers: [] };
        return { id, item, result: "unknown", ...nothing };
    }
    const reading = tally.read(found);
    const { measured, offenders, waivers } = reading;
    const result = found.collection.status === "complete" ? judged(reading) : judgedInPart(demand, reading);
    return { id, item, result, measured, limit, offenders, waivers: [...waivers] };
}
function limitOf(demand) {
    if (demand.form === "present")
        return demand.ids.length;
    return demand.form === "none" ? 0 : demand.least;
}
function judged({ measured, isShort, isCovered, isDoubtful }) {
    if (isShort && !isCovered)
        return "broken";
    if (isDoubtful || measured === null)
        return "unknown";
    return isShort ? "accepted" : "met";
}
/** A part of the records proves nothing, except that one of them breaks what must not be there. */
function judgedInPart({ form }, { isShort, isCovered }) {
    return form === "none" && isShort && !isCovered ? "broken" : "unknown";
}
function tallyOf({ item, demand }, { collectedAt, waivers }) {
    if (demand.form === "present")
        return presentTally(demand.ids, waivers);
    if (demand.form === "atLeast")
        return leastTally(demand, waivers);
    if (demand.form === "population") {
        return { add() { }, read: ({ population: { size } }) => shortfall(size, demand.least, waivers) };
    }
    const isOlder = demand.age === null ? () => true : ageTest(_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .AGE_FIELDS */ .qq[item], demand.age, collectedAt);
    return noneTally(demand.where, { waivers, isOlder });
}
function presentTally(ids, waivers) {
    const absent = new Set(ids);
    return {
        add: ({ id }) => absent.delete(id),
        read() {
            const offenders = offenderList(waivers);
            for (const id of absent)
                offenders.add(id);
            return { ...offenders.read(), measured: ids.length - absent.size, isDoubtful: false };
        },
    };
}
function leastTally({ least, where }, waivers) {
    const holds = conditionTest(where);
    let hits = 0;
    let doubtful = 0;
    return {
        add(record) {
            const isHit = holds(record);
            if (isHit === null)
                doubtful += 1;
            else if (isHit)
                hits += 1;
        },
        read() {
            // Records that may be hits could make up for what is missing, so the result is unknown.
            const read = shortfall(hits, least, waivers);
            return read.isShort && hits + doubtful >= least ? { ...read, isShort: false, isDoubtful: true } : read;
        },
    };
}
/** A number that should be at least another: a waiver covers the expectation as a whole. */
function shortfall(measured, least, waivers) {
    const isShort = measured !== null && measured < least;
    return {
        measured,
        offenders: { count: 0, ids: [] },
        isShort,
        isCovered: waivers.length > 0,
        isDoubtful: false,
        waivers: isShort ? waivers.map(({ id }) => id) : [],
    };
}
function noneTally(where, { waivers, isOlder }) {
    const holds = conditionTest(where);
    const offenders = offenderList(waivers);
    let isDoubtful = false;
    return {
        add(record) {
            const isHit = holds(record);
            if (isHit === false)
                return;
            const isOld = isOlder(record);
            if (isOld === false)
                return;
            if (isHit === null || isOld === null)
                isDoubtful = true;
            else
                offenders.add(record.id);
        },
        read() {
            const read = offenders.read();
            return { ...read, measured: read.offenders.count, isDoubtful };
        },
    };
}
/** Counts offenders, names the first of them, and which waivers cover some. */
function offenderList(waivers) {
    const covers = waivers.map(({ id, records }) => ({ id, records: new Set(records ?? []) }));
    const used = new Set();
    const ids = [];
    let count = 0;
    let uncovered = 0;
    return {
        add(id) {
            count += 1;
            if (ids.length < _evidence_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_OFFENDERS */ .$w)
                ids.push(id);
            const covering = covers.filter(({ records }) => records.has(id));
            if (covering.length === 0)
                uncovered += 1;
            for (const waiver of covering)
                used.add(waiver.id);
        },
        read: () => ({
            offenders: { count, ids: [...ids] },
            isShort: count > 0,
            isCovered: uncovered === 0,
            waivers: covers.flatMap(({ id }) => (used.has(id) ? [id] : [])),
        }),
    };
}
/**
 * Whether all fields of the condition hold; a field that is a list holds when one of its elements does. Null where
 * those that are known hold, and one is not known.
 */
function conditionTest(where) {
    const fields = [...where].map(([field, values]) => ({
        field,
        read: (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldReader */ .AL)(field),
        values: new Set(values),
    }));
    return (record) => {
        let isKnown = true;
        for (const { field, read, values } of fields) {
            const value = read(record);
            if (isUnknown(record, field))
                isKnown = false;
            else if (!(Array.isArray(value) ? value.some((each) => values.has(each)) : values.has(value)))
                return false;
        }
        return isKnown ? true : null;
    };
}
/** Whether Datadog left open what the field says of this record: the scope of a mute that it does not name. */
function isUnknown(record, field) {
    return field === "mutedScope" && "mutedScope" in record && record.muted && record.mutedScope === null;
}
/** Whether a record is older than the age when it was collected; null where its time is not known for certain. */
function ageTest(field, { ms }, collectedAt) {
    const read = (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldReader */ .AL)(field);
    const now = Date.parse(collectedAt);
    return (record) => {
        const value = read(record);
        const time = typeof value === "string" ? (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(value) : Number.NaN;
        return Number.isNaN(time) ? null : now - time > ms;
    };
}


/***/ }),

/***/ 16457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ fieldReader),
/* harmony export */   Vr: () => (/* binding */ CONDITIONS),
/* harmony export */   qq: () => (/* binding */ AGE_FIELDS),
/* harmony export */   t_: () => (/* binding */ RECORD_IDS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24451);


/** A condition on one field: a value, or a list of values of which one must hold. */
function condition(value, words) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([value, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(value).min(1)], { error: mustBe(words) }).optional();
}
function mustBe(words) {
    return `must be ${words}, or a list of such values`;
}
const PSEUDONYM = "a pseudonym: hmac-sha256: and 64 hexadecimal digits";
function pseudonym(error) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error }).regex(/^hmac-sha256:[0-9a-f]{64}$/, { error });
}
const DIGEST = "a SHA-256 digest of 64 hexadecimal digits";
const Digest = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, { error: mustBe(DIGEST) });
const text = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), "text");
const textOrNull = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(), "text or null");
const flag = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), "true or false");
const wholeNumber = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), "a whole number");
const severity = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["critical", "high"]), '"critical" or "high"');
/** A time: only its absence can be asked for, because its value differs in each run. */
const onlyNull = condition(zod__WEBPACK_IMPORTED_MODULE_1__/* ["null"] */ .chJ(), "null");
/**
 * The fields of each item that a condition may name, and the values it may ask
 * for. Every other field or value is refused: it would match nothing, and an
 * expectation that there is none would always be met.
 */
const CONDITIONS = {
    "security-signals": zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: text,
        severity,
        "rule.id": textOrNull,
        "rule.type": textOrNull,
        "triage.state": text,
        "triage.archiveReason": textOrNull,
        "triage.assigned": flag,
        "triage.incidents": wholeNumber,
        "triage.changed": onlyNull,
        tags: text,
        firstSeen: onlyNull,
        lastSeen: onlyNull,
    }),
    "compliance-monitors": zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: wholeNumber,
        type: text,
        state: text,
        verdict: condition(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passing", "failing", "notEvaluated"]), '"passing", "failing" or "notEvaluated"'),
        muted: flag,
        mutedScope: condition(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["all", "part"]).nullable(), '"all", "part" or null'),
        draft: flag,
        paused: flag,
        watchesClock: flag,
        definitionSha256: condition(Digest, DIGEST),
        tags: text,
        stateSince: onlyNull,
        mutedUntil: onlyNull,
        modified: onlyNull,
    }),
    "cspm-findings": zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: condition(pseudonym(mustBe(PSEUDONYM)), PSEUDONYM),
        resource: condition(pseudonym(mustBe(`${PSEUDONYM}, or null`)).nullable(), `${PSEUDONYM}, or null`),
        severity,
        status: text,
        "rule.id": textOrNull,
        resourceType: textOrNull,
        cloudProvider: textOrNull,
        muteReason: textOrNull,
        muted: flag,
        muteExpires: onlyNull,
        firstSeen: onlyNull,
        changed: onlyNull,
    }),
};
/** What the id of a record of each item looks like. */
const RECORD_IDS = {
    "security-signals": zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: "must be the id of a signal, as text" }),
    "compliance-monitors": zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: "must be the id of a monitor, a whole number" }),
    "cspm-findings": pseudonym(`must be the id of a finding, ${PSEUDONYM}`),
};
/** The time of a record from which its age counts. */
const AGE_FIELDS = {
    "security-signals": "timestamp",
    "compliance-monitors": "stateSince",
    "cspm-findings": "firstSeen",
};
/** Reads a field of a record; a dot goes into an object, and of null every field is null. */
function fieldReader(field) {
    const path = field.split(".");
    return (record) => path.reduce((value, name) => {
        if (value === null)
            return null;
        return (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }, record);
}


/***/ }),

/***/ 77592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ quoteText)
/* harmony export */ });
const LONGEST = 40;
/**
 * A text of a policy within a message: in quotes, on one line, cut where it is
 * long, and with every character outside of ASCII as an escape, so that it can
 * neither hide nor command anything where the message is printed.
 */
function quoteText(text) {
    const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return JSON.stringify(cut).replace(/[^ -~…]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}


/***/ }),

/***/ 25855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mc: () => (/* binding */ entriesOf),
  A2: () => (/* binding */ firstProblemLine),
  l4: () => (/* binding */ problemAt),
  pb: () => (/* binding */ problemLines),
  E1: () => (/* binding */ readUserFile),
  $b: () => (/* binding */ repeatedEntries),
  Ic: () => (/* binding */ schemaProblems)
});

// UNUSED EXPORTS: problemLine

// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
;// CONCATENATED MODULE: ./lib/policy/json-lines.js
/** The line of what a path leads to, or of the last part on the way that is there. */
function lineAt({ root }, path) {
    let part = root;
    for (const name of path) {
        const next = part.parts.get(String(name));
        if (next === undefined)
            break;
        part = next;
    }
    return part.line;
}
class Broken extends Error {
}
/** A policy is far less nested; its parts are read by recursion. */
const DEEPEST = 64;
const NO_PARTS = new Map();
const TOKEN = /[ \t\r]+|\n|[{}[\],:]|"[^"\\\t\n\r]*(?:\\.[^"\\\t\n\r]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** Finds the lines of a JSON text. Never throws. */
function linesOfJson(text) {
    const repeated = [];
    let line = 1;
    let at = 0;
    /** The next token; empty at the end, and where there is none. */
    const next = () => {
        for (;;) {
            TOKEN.lastIndex = at;
            const [token = ""] = TOKEN.exec(text) ?? [];
            at += token.length;
            if (token === "\n")
                line += 1;
            else if (token === "" || token.trim() !== "")
                return token;
        }
    };
    const partsOf = (token, depth) => {
        if (token === "" || "]},:".includes(token))
            throw new Broken();
        if (token !== "{" && token !== "[")
            return NO_PARTS;
        if (depth === DEEPEST)
            throw new Broken();
        return partsUntil(token === "{" ? "}" : "]", depth + 1);
    };
    const partsUntil = (close, depth) => {
        const parts = new Map();
        for (let token = next(); token !== close || parts.size > 0; token = next()) {
            const begun = line;
            const name = close === "}" ? nameIn(token) : String(parts.size);
            if (close === "}") {
                if (next() !== ":")
                    throw new Broken();
                if (parts.has(name))
                    repeated.push({ line: begun, name });
                token = next();
            }
            parts.set(name, { line: begun, parts: partsOf(token, depth) });
            const after = next();
            if (after === close)
                break;
            if (after !== ",")
                throw new Broken();
        }
        return parts;
    };
    try {
        const first = next();
        const root = { line, parts: partsOf(first, 0) };
        if (next() !== "" || at < text.length)
            throw new Broken();
        return { root, repeated, brokenAt: null };
    }
    catch (error) {
        if (!(error instanceof Broken))
            throw error;
        return { root: { line: 1, parts: NO_PARTS }, repeated, brokenAt: line };
    }
}
function nameIn(token) {
    if (!token.startsWith('"'))
        throw new Broken();
    try {
        return String(JSON.parse(token));
    }
    catch {
        throw new Broken();
    }
}

// EXTERNAL MODULE: ./lib/policy/quote-text.js
var quote_text = __webpack_require__(77592);
;// CONCATENATED MODULE: ./lib/policy/read-file.js



/** A list with more entries is refused by every schema, so what else is wrong with the others is not looked for. */
const MOST_ENTRIES = 20_000;
/** The entries of a list of the file that are objects; of very many, the first. The file may be of any shape. */
function entriesOf(file, list) {
    const entries = (0,json/* isJsonObject */.OW)(file) ? file[list] : null;
    if (!Array.isArray(entries))
        return [];
    return entries
        .slice(0, MOST_ENTRIES)
        .flatMap((members, index) => ((0,json/* isJsonObject */.OW)(members) ? [{ path: [list, index], members }] : []));
}
/** A problem with a member of the entry, in a list. */
function problemAt({ path }, below, message) {
    return [{ path: [...path, ...below], message }];
}
/** The entries whose members have the same texts as those of an entry above them. `as` says what of a text counts. */
function repeatedEntries(entries, { members: names, as = String, }) {
    const seen = new Set();
    return entries.filter(({ members }) => {
        if (names.some((name) => typeof members[name] !== "string"))
            return false;
        const key = JSON.stringify(names.map((name) => as(String(members[name]))));
        const isRepeated = seen.has(key);
        seen.add(key);
        return isRepeated;
    });
}
/** A larger file is refused. */
const LARGEST_FILE = 1_000_000;
/** Reads a JSON file that the user wrote, strictly: its value, or everything that is wrong with it, in the order of the lines. Never throws. */
function readUserFile(bytes, { schema, lists, rules }) {
    if (bytes.length > LARGEST_FILE) {
        return ofFile(1, `is larger than 1 MB (${bytes.length} bytes)`);
    }
    const read = (0,json/* readJson */.Vh)(bytes);
    const lines = linesOfJson(new TextDecoder().decode(bytes));
    if ("trouble" in read)
        return unreadable(read.trouble, lines);
    const parsed = schema.safeParse(read.value, { error: plainWords, reportInput: true });
    const found = [
        ...(parsed.error?.issues ?? []).flatMap((issue) => shapeProblems(issue, lists)),
        ...rules(read.value),
    ].map(({ path, message }) => ({
        line: lineAt(lines, path),
        subject: subjectOf(path, { lists, file: read.value }),
        message,
    }));
    if (parsed.success && found.length === 0)
        return { value: parsed.data };
    const unique = new Map(found.map((problem) => [JSON.stringify(problem), problem]));
    return { problems: [...unique.values()].toSorted((a, b) => a.line - b.line) };
}
/** What a schema says against a part of the file, which is at that path. */
function schemaProblems(part, { schema, path, lists, }) {
    const { error } = schema.safeParse(part, { error: plainWords, reportInput: true });
    return (error?.issues ?? []).flatMap((issue) => shapeProblems({ ...issue, path: [...path, ...issue.path] }, lists));
}
/** A problem as one line of text that begins with the file, such as `policy.json:12: ntp-watched: item is missing`. */
function problemLine(file, { line, subject, message }) {
    return `${file}:${line}: ${subject === null ? "" : `${subject}: `}${message}`;
}
/** The first of the problems as a line of text. */
function firstProblemLine(file, [first]) {
    return first === undefined ? `${file} cannot be used` : problemLine(file, first);
}
/** More problems than this are counted. */
const MOST_PROBLEMS = 50;
/** The problems as lines of text; of very many, the first. */
function problemLines(file, problems) {
    const more = problems.length - MOST_PROBLEMS;
    return [
        ...problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(file, problem)),
        ...(more > 0 ? [`${file}: and ${more} more problems`] : []),
    ];
}
function ofFile(line, message) {
    return { problems: [{ line, subject: null, message }] };
}
function unreadable(trouble, { brokenAt, repeated }) {
    if (brokenAt !== null || repeated.length === 0)
        return ofFile(brokenAt ?? 1, `the file ${trouble}`);
    return {
        problems: repeated.flatMap(({ line, name }) => ofFile(line, `${(0,quote_text/* quoteText */.o)(name)} is here twice`).problems),
    };
}
/** What the schema says, in words that begin with the member. */
function shapeProblems(issue, lists) {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({
            path: [...path, key],
            message: `${memberName([...path, key], lists)} is not known; check its spelling`,
        }));
    }
    const message = issue.input === undefined ? "is missing" : issue.message;
    return [
        {
            path,
            message: `${memberName(path, lists) || (path.length === 0 ? "the file" : "the entry")} ${message}`,
        },
    ];
}
const KINDS = { object: "an object", array: "a list", string: "text" };
/** What the schema expected, where it has no sentence of its own. */
function plainWords(issue) {
    if (issue.code === "invalid_type")
        return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    if (issue.code === "too_small" && issue.origin === "array")
        return "must not be empty";
    if (issue.code === "too_big" && issue.origin === "array") {
        return `must have ${issue.maximum} entries at most`;
    }
    return "must be one line of text, 500 characters at most";
}
/** The member of an entry that a path leads to, such as `where["triage.state"]`. */
function memberName(path, lists) {
    const isInList = lists.some((list) => path[0] === list) && typeof path[1] === "number";
    return path
        .slice(isInList ? 2 : 0)
        .map((name, at) => {
        if (typeof name === "number")
            return `[${name}]`;
        const text = String(name);
        if (!/^\w{1,40}$/.test(text))
            return at === 0 ? (0,quote_text/* quoteText */.o)(text) : `[${(0,quote_text/* quoteText */.o)(text)}]`;
        return at === 0 ? text : `.${text}`;
    })
        .join("");
}
/** The id of the entry that the path leads into, where it has a readable one. */
function subjectOf([list, index], { lists, file }) {
    const name = lists.find((each) => each === list);
    if (name === undefined || typeof index !== "number" || !(0,json/* isJsonObject */.OW)(file))
        return null;
    const entries = file[name];
    const entry = Array.isArray(entries) ? entries[index] : null;
    const id = (0,json/* isJsonObject */.OW)(entry) ? entry["id"] : null;
    return typeof id === "string" && /^[\w.() -]{1,64}$/.test(id) ? id : `${name}[${index}]`;
}


/***/ }),

/***/ 85339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ givenPolicyOf),
/* harmony export */   T: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81526);
/* harmony import */ var _check_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41064);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25855);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35991);






/**
 * Reads a policy strictly. `terms` say what the records of the run keep; where
 * they are null, nothing is said about tags. Never throws.
 */
function readPolicy(bytes, terms) {
    const read = (0,_read_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readUserFile */ .E1)(bytes, {
        schema: _schema_js__WEBPACK_IMPORTED_MODULE_5__/* .PolicyFile */ .jp,
        lists: LISTS,
        rules: (file) => [...unknownItemProblems(file), ...(0,_check_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleProblems */ .b)(file, terms)],
    });
    return "problems" in read ? read : { policy: policyOf(read.value) };
}
/** The policy that the file holds, or everything that is wrong with it, each as a line. */
function givenPolicyOf({ name, bytes }, terms) {
    const read = readPolicy(bytes, terms);
    return "policy" in read
        ? { given: { policy: read.policy, file: (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .POLICY_NAME */ .xl, bytes) }, problems: [] }
        : { given: null, problems: (0,_read_file_js__WEBPACK_IMPORTED_MODULE_4__/* .problemLines */ .pb)(name, read.problems) };
}
const LISTS = ["expect", "accept"];
/** What else is wrong with expectations whose item is not known: the schema of no item checks them. */
function unknownItemProblems(file) {
    return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)(file, "expect")
        .filter(({ members }) => !_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.some((id) => id === members["item"]))
        .flatMap(({ path, members }) => (0,_read_file_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaProblems */ .Ic)(members, { schema: _schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ExpectationOfNoItem */ .uQ, path, lists: LISTS }));
}
function policyOf({ expect, accept = [] }) {
    return {
        expectations: expect.map((entry) => {
            const { id, item, title } = entry;
            return { id, item, title: title ?? null, demand: demandOf(entry) };
        }),
        waivers: accept.map(({ records, ticket, ...waiver }) => ({
            ...waiver,
            records: records ?? null,
            ticket: ticket ?? null,
        })),
    };
}
function demandOf(entry) {
    const { present, atLeast, where, none, olderThan, population } = entry;
    if (present !== undefined)
        return { form: "present", ids: present };
    if (atLeast !== undefined)
        return { form: "atLeast", least: atLeast, where: conditionOf(where ?? {}) };
    if (none !== undefined) {
        const age = olderThan === undefined ? null : { text: olderThan, ms: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .lM)(olderThan) ?? Number.NaN };
        return { form: "none", where: conditionOf(none), age };
    }
    if (population !== undefined)
        return { form: "population", least: population.atLeast };
    throw new Error("an expectation without a form was read");
}
function conditionOf(where) {
    return new Map(Object.entries(where).flatMap(([field, value]) => value === undefined ? [] : [[field, isList(value) ? value : [value]]]));
}
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 42754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ deriveRunChanges),
  h: () => (/* binding */ findRunChangesProblem)
});

// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var changes = __webpack_require__(30754);
// EXTERNAL MODULE: ./lib/evidence/comparison/schema.js
var schema = __webpack_require__(22552);
// EXTERNAL MODULE: ./lib/evidence/equal.js
var equal = __webpack_require__(42461);
// EXTERNAL MODULE: ./lib/policy/waivers.js
var policy_waivers = __webpack_require__(9787);
;// CONCATENATED MODULE: ./lib/policy/policy-changes.js

const NONE = { expectations: [], waivers: [] };
/** How the policy changed between two runs; no policy counts as one without expectations. Null where neither had one. */
function policyChanges(before, now) {
    if (before.policy === null && now.policy === null)
        return null;
    const [earlier, later] = [before.policy ?? NONE, now.policy ?? NONE];
    const expectations = { before: earlier.expectations, now: later.expectations };
    return {
        dropped: idsMissing(expectations.before, expectations.now),
        weakened: idsChanged(expectations, (one, other) => one.item !== other.item || isWeakerDemand(one.demand, other.demand)),
        added: idsMissing(expectations.now, expectations.before),
        waivers: waiverChanges({ ...before, policy: earlier }, { ...now, policy: later }),
    };
}
/** The ids of the entries that the other list does not have. */
function idsMissing(entries, other) {
    const ids = new Set(other.map(({ id }) => id));
    return entries.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}
/** The ids of the entries of both lists that changed in this way. */
function idsChanged({ before, now }, isChanged) {
    const later = new Map(now.map((entry) => [entry.id, entry]));
    return before.flatMap((one) => {
        const other = later.get(one.id);
        return other !== undefined && isChanged(one, other) ? [one.id] : [];
    });
}
/** Whether the later demand is less than the earlier one, or another. */
function isWeakerDemand(one, other) {
    if (one.form === "present" && other.form === "present") {
        return !isSubset(one.ids, other.ids);
    }
    if (one.form === "atLeast" && other.form === "atLeast") {
        return other.least < one.least || !isNarrowed(one.where, other.where);
    }
    if (one.form === "none" && other.form === "none") {
        // A wider condition forbids more.
        return (other.age?.ms ?? 0) > (one.age?.ms ?? 0) || !isNarrowed(other.where, one.where);
    }
    if (one.form === "population" && other.form === "population")
        return other.least < one.least;
    return true;
}
/** Whether the narrower condition holds for no other record: it names at least the same fields, with no other value. */
function isNarrowed(wide, narrow) {
    return [...wide].every(([field, values]) => {
        const left = narrow.get(field);
        return left !== undefined && isSubset(left, values);
    });
}
function isSubset(some, all) {
    return new Set(some).isSubsetOf(new Set(all));
}
function waiverChanges(before, now) {
    const waivers = { before: before.policy.waivers, now: now.policy.waivers };
    const inForce = {
        before: waivers.before.filter((waiver) => (0,policy_waivers/* isInForce */.fx)(waiver, before.evidence.collectedAt)),
        now: waivers.now.filter((waiver) => (0,policy_waivers/* isInForce */.fx)(waiver, now.evidence.collectedAt)),
    };
    return {
        new: idsMissing(waivers.now, waivers.before),
        prolonged: idsChanged(waivers, (one, other) => other.until > one.until || other.since < one.since),
        widened: idsChanged(waivers, isWider),
        ended: idsMissing(inForce.before, inForce.now),
        orphaned: (0,policy_waivers/* waiverStates */.RT)(now.policy, now.evidence).flatMap(({ waiver, state }) => state === "orphaned" ? [waiver.id] : []),
    };
}
/** Whether the later waiver covers something that the earlier one did not. */
function isWider(one, other) {
    if (one.expect !== other.expect)
        return true;
    return one.records === null || other.records === null
        ? one.records !== other.records
        : !isSubset(other.records, one.records);
}

;// CONCATENATED MODULE: ./lib/policy/run-changes.js




/** What changed since the run before, in the records and in the policy. */
function deriveRunChanges(before, now) {
    return { ...(0,changes/* deriveChanges */.F$)(before, now.evidence), policy: policyChanges(before, now) };
}
/** What the statement says that does not follow from the two runs, as a sentence; null when all of it does. */
function findRunChangesProblem(said, before, now) {
    if (said === null)
        return (0,changes/* findChangesProblem */.wM)(null, before, now.evidence);
    const { policy, ...ofRecords } = said;
    const problem = (0,changes/* findChangesProblem */.wM)(ofRecords, before, now.evidence);
    if (problem !== null || said.rules !== schema/* COMPARISON_RULES */.Q$)
        return problem;
    return (0,equal/* isSameJson */.T)(policy, policyChanges(before, now))
        ? null
        : "the statement has other changes of the policy than the two runs give";
}


/***/ }),

/***/ 35991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S2: () => (/* binding */ LONGEST_WAIVER_DAYS),
/* harmony export */   W$: () => (/* binding */ MOST_PRESENT),
/* harmony export */   jp: () => (/* binding */ PolicyFile),
/* harmony export */   tD: () => (/* binding */ POLICY_SCHEMA),
/* harmony export */   uQ: () => (/* binding */ ExpectationOfNoItem),
/* harmony export */   xl: () => (/* binding */ POLICY_NAME),
/* harmony export */   yY: () => (/* binding */ FORMS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57697);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(357);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16457);




/** The name of the file in a run folder. */
const POLICY_NAME = "policy.json";
const POLICY_SCHEMA = "datadog-evidence/policy/v1";
/** A waiver lasts no longer than this many days. */
const LONGEST_WAIVER_DAYS = 180;
const MOST_EXPECTATIONS = 200;
const MOST_WAIVERS = 1000;
/** Ids that an expectation can name at most. */
const MOST_PRESENT = 1000;
/** The four forms of an expectation; each has exactly one of these members. */
const FORMS = ["present", "atLeast", "none", "population"];
const ID = "must be lower-case letters, digits and hyphens, 63 characters at most, such as named-monitors";
const ExpectationId = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP({ error: ID }).regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: ID });
const WAIVER_ID = "must be one line of text, 64 characters at most, such as EX-12";
const WaiverId = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP({ error: WAIVER_ID })
    .max(64, { error: WAIVER_ID })
    .regex(/^[^\p{C}]+$/u, { error: WAIVER_ID });
const ENOUGH = "must be a whole number, 1 or more";
const Enough = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr({ error: ENOUGH }).min(1, { error: ENOUGH });
const AGE = "must be a duration in days, hours and minutes, such as PT24H or P2D";
const Age = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP({ error: AGE })
    .regex(/^P(?=[\dT])(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,6}M)?)?$/, { error: AGE });
const Words = _evidence_gap_js__WEBPACK_IMPORTED_MODULE_0__/* .DeclarationText */ .Ow.describe("one line of text, 500 characters at most");
const DAY = "must be a day in UTC, such as 2026-11-01";
const Day = zod__WEBPACK_IMPORTED_MODULE_4__/* .date */ .p6({ error: DAY });
/** What an expectation of any item has. */
const OF_ANY_ITEM = {
    title: Words.optional(),
    atLeast: Enough.optional(),
    olderThan: Age.optional(),
    population: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ atLeast: Enough }).optional(),
};
/** The shape of an expectation whose item is not known, to find what else is wrong with it. */
const ExpectationOfNoItem = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...OF_ANY_ITEM,
    id: ExpectationId,
    item: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
    present: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
    where: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
    none: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
});
function expectationOf(item) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        id: ExpectationId,
        item: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(item),
        title: OF_ANY_ITEM.title,
        present: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_IDS */ .t_[item]).min(1).max(MOST_PRESENT).optional(),
        atLeast: OF_ANY_ITEM.atLeast,
        where: _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .CONDITIONS */ .Vr[item].optional(),
        none: _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .CONDITIONS */ .Vr[item].optional(),
        olderThan: OF_ANY_ITEM.olderThan,
        population: OF_ANY_ITEM.population,
    })
        .meta({
        // Zod has no such rules; `ruleProblems` checks them with a sentence.
        oneOf: FORMS.map((form) => ({ required: [form] })),
        dependentRequired: { where: ["atLeast"], olderThan: ["none"] },
    });
}
const Expect = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt("item", [expectationOf("security-signals"), expectationOf("compliance-monitors"), expectationOf("cspm-findings")], 
// An entry that is no object has no item either.
{ error: ({ code }) => (code === "invalid_union" ? `must be one of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.join(", ")}` : undefined) });
const Accept = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: WaiverId,
    expect: ExpectationId,
    records: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()], { error: "must be the id of a record" }))
        .min(1)
        .optional(),
    since: Day,
    until: Day,
    why: Words,
    by: Words,
    ticket: Words.optional(),
});
/**
 * The shape of `policy.json`, version 1. The JSON Schema in `schemas/` is
 * generated from it. What a schema cannot say, `readPolicy` checks beside it.
 */
const PolicyFile = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(POLICY_SCHEMA, { error: `must be "${POLICY_SCHEMA}"` }),
    expect: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(Expect).min(1).max(MOST_EXPECTATIONS),
    accept: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(Accept).max(MOST_WAIVERS).optional(),
});


/***/ }),

/***/ 9787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RT: () => (/* binding */ waiverStates),
/* harmony export */   aF: () => (/* binding */ policyWarnings),
/* harmony export */   df: () => (/* binding */ endingWarnings),
/* harmony export */   fx: () => (/* binding */ isInForce),
/* harmony export */   g4: () => (/* binding */ waiversEndingSoon),
/* harmony export */   pP: () => (/* binding */ waivedRecords)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);

/** A waiver that ends within so many days is warned of. */
const SOON_DAYS = 14;
/** Whether the waiver is in force at that time: from the start of `since` to the end of `until`, in UTC. */
function isInForce(waiver, at) {
    return forceAt(waiver, at) === "in force";
}
function forceAt({ since, until }, at) {
    const time = Date.parse(at);
    if (time < Date.parse(since))
        return "not yet";
    return time < Date.parse(until) + _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO ? "in force" : "expired";
}
/**
 * The state of each waiver, in the order of the file. One in force is `orphaned` where the item is complete and
 * nothing of it needs the waiver.
 */
function waiverStates({ waivers }, { collectedAt, items, policy: judged }) {
    const complete = new Set(items.filter(({ collection }) => collection.status === "complete").map(({ id }) => id));
    const byId = new Map(judged?.results.map((result) => [result.id, result]));
    return waivers.map((waiver) => {
        const state = forceAt(waiver, collectedAt);
        const result = byId.get(waiver.expect);
        if (state !== "in force" || result === undefined || !complete.has(result.item))
            return { waiver, state };
        return { waiver, state: result.waivers.includes(waiver.id) ? state : "orphaned" };
    });
}
/** The waivers in force that end within 14 days, and how many days each is still in force. */
function waiversEndingSoon({ waivers }, collectedAt) {
    return waivers.flatMap((waiver) => {
        const left = Date.parse(waiver.until) + _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO - Date.parse(collectedAt);
        if (!isInForce(waiver, collectedAt) || left > SOON_DAYS * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO)
            return [];
        return [{ waiver, days: Math.ceil(left / _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO) }];
    });
}
/** The records of an item that waivers in force name. */
function waivedRecords(policy, { collectedAt, item }) {
    const waived = new Map();
    const ofItem = new Set(policy?.expectations.filter((each) => each.item === item).map(({ id }) => id));
    for (const waiver of policy?.waivers ?? []) {
        if (!ofItem.has(waiver.expect) || !isInForce(waiver, collectedAt))
            continue;
        for (const record of waiver.records ?? []) {
            waived.set(record, [...(waived.get(record) ?? []), waiver.id]);
        }
    }
    return waived;
}
/** The waivers that end within 14 days of that time, each as a sentence. */
function endingWarnings(policy, at) {
    return waiversEndingSoon(policy, at).map(({ waiver, days }) => `the waiver ${waiver.id} of ${waiver.expect} ends on ${waiver.until}, in ${days} ${days === 1 ? "day" : "days"}`);
}
/** Warnings about the waivers of a run's policy, each a sentence; they decide nothing. */
function policyWarnings(given, evidence) {
    if (given === null)
        return [];
    const { policy } = given;
    const orphaned = waiverStates(policy, evidence).flatMap(({ waiver, state }) => {
        if (state !== "orphaned")
            return [];
        const item = policy.expectations.find(({ id }) => id === waiver.expect)?.item;
        const hint = item === "cspm-findings"
            ? "remove it, or check the pseudonym key: with another key a finding has another id"
            : "remove it";
        return [`nothing of ${waiver.expect} needs the waiver ${waiver.id} any more; ${hint}`];
    });
    return [...endingWarnings(policy, evidence.collectedAt), ...orphaned];
}


/***/ }),

/***/ 16500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ checkoutChange),
/* harmony export */   t: () => (/* binding */ pointerProblem)
/* harmony export */ });
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);

/** In larger files the difference is not looked for. */
const LARGEST_COMPARED = 64 * 1024 * 1024;
const POINTER = "version https://git-lfs.github.com/spec/";
const CR = 0x0d;
const LF = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CLONE = "clone the repository again with: git -c core.autocrlf=false clone";
/**
 * How a checkout, an editor or Git LFS changed a file that was signed with this digest, and how to get its bytes, as
 * the words that follow its name; null where the difference is another.
 */
function checkoutChange(bytes, signed) {
    const pointer = pointerProblem(bytes);
    if (pointer !== null)
        return pointer;
    if (bytes.length > LARGEST_COMPARED)
        return null;
    const bare = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
        ? bytes.subarray(BYTE_ORDER_MARK.length)
        : bytes;
    if (bare !== bytes && (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bare) === signed) {
        return "is not as signed: only a byte order mark (BOM) at its beginning differs, which an editor added; copy the file again without opening it";
    }
    if ((0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(withoutReturns(bare)) !== signed)
        return null;
    const also = bare === bytes ? "" : " and a byte order mark (BOM)";
    return `is not as signed: only the line endings${also} differ, as a checkout on Windows writes them; ${CLONE}`;
}
/** Says that the file is a pointer of Git LFS, as the words that follow its name; null where it is none. */
function pointerProblem(bytes) {
    if (!bytes.subarray(0, POINTER.length).equals(Buffer.from(POINTER)))
        return null;
    return "is only a pointer of Git LFS, in place of the file itself; get the file with: git lfs pull";
}
/** The bytes with a line feed for each carriage return and line feed, and for each carriage return alone. */
function withoutReturns(bytes) {
    const kept = Buffer.alloc(bytes.length);
    let length = 0;
    for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === CR && bytes[at + 1] === LF)
            continue;
        kept[length] = byte === CR ? LF : byte;
        length += 1;
    }
    return kept.subarray(0, length);
}


/***/ }),

/***/ 41027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ checkWorkflowRun),
/* harmony export */   p$: () => (/* binding */ checkFolder),
/* harmony export */   xm: () => (/* binding */ checkPromises)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8449);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14478);


/** Checks that the certified workflow run is the run that collected, or that declared the gap. Null when it is. */
function checkWorkflowRun(certified, { predicate: { run, assurance }, named, }, log) {
    const { run: url } = certified;
    const github = named?.github ?? null;
    const isNumber = /^\d+$/.test(run.id);
    if (github !== null && certified.repositoryId !== github.repositoryId) {
        const difference = `the certificate is of repository ${certified.repositoryId ?? "none"}`;
        return log.fail("run", `${difference}, but the run says that it is of ${github.repositoryId}`);
    }
    if (github !== null && !(isNumber && github.url.endsWith(`/actions/runs/${run.id}`))) {
        return log.fail("run", `the run ${run.id} says that it is ${github.url}, which has another number`);
    }
    const isDenied = named !== null && github === null && url !== null;
    if (!isDenied && !isNumber) {
        log.remark(`the run ${run.id} is not a run of GitHub, so it was not compared with the certificate's`);
        return null;
    }
    const expected = `/actions/runs/${run.id}/attempts/${run.attempt}`;
    const isThisRun = github === null ? url?.endsWith(expected) === true : url === `${github.url}/attempts/${run.attempt}`;
    if (isDenied || !isThisRun) {
        const said = isDenied ? ", but the run says that it is none of GitHub" : `, not of ${expected}`;
        const difference = `the certificate is of the run ${url ?? "none"}${said}`;
        // Only evidence that was left unsigned is signed in another run than the one that collected.
        if (assurance.reason?.code !== _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNED_LATE */ .Gb)
            return log.fail("run", difference);
        log.remark(`${difference}: ${assurance.reason.message}`);
        return null;
    }
    const other = github && otherWorkflow(github, certified);
    if (other !== null)
        return log.fail("run", other);
    log.pass("run", `the certificate is of the run that collected: ${url ?? ""}`);
    return null;
}
/** How the workflow that the evidence names differs from the certified one, as a sentence; null where it does not. */
function otherWorkflow({ repository, workflowRef, workflowSha, event }, certified) {
    const pairs = [
        ["repository", certified.repository, `/${repository}`],
        ["workflow", certified.workflow, `/${workflowRef}`],
        ["commit", certified.workflowSha, workflowSha],
        ["event", certified.event, event],
    ];
    // An older authority leaves some of them out; addresses begin with that of GitHub or of a server.
    const different = pairs.find(([, sure, said]) => sure !== null && sure !== said && !(said.startsWith("/") && sure.endsWith(said)));
    if (different === undefined)
        return null;
    const [what, sure, said] = different;
    return `the certificate is of the ${what} ${sure ?? ""}, but the run says that it is of ${said.replace(/^\//, "")}`;
}
/**
 * Checks that a folder with the name of a run is this run's, as far as its path
 * shows. Null when it is; a copy in a folder of another name is not held against it.
 */
function checkFolder(path, predicate, log) {
    const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...path.split(/[\\/]/)].slice(-4);
    if (!(0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunName */ .lK)(name)) {
        log.remark("the folder does not have the name of a run folder, so its path was not checked");
        return null;
    }
    const names = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isDayName */ .O7)(day) ? [...((0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isYearName */ .nC)(year) ? [year] : []), day, name] : [name];
    const found = names.join("/");
    const expected = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__/* .runPath */ .t0)(predicate);
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

/***/ 72423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aG: () => (/* binding */ checkContent),
  OA: () => (/* binding */ checkDerived),
  eZ: () => (/* binding */ contentDigest),
  HQ: () => (/* binding */ mainFileOf)
});

// EXTERNAL MODULE: ./lib/bundle/statement.js
var bundle_statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/controls/catalogue.js + 17 modules
var catalogue = __webpack_require__(28716);
// EXTERNAL MODULE: ./lib/evidence/digest.js
var evidence_digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/equal.js
var equal = __webpack_require__(42461);
// EXTERNAL MODULE: ./lib/policy/read-file.js + 1 modules
var read_file = __webpack_require__(25855);
// EXTERNAL MODULE: ./lib/controls/derive-controls.js
var derive_controls = __webpack_require__(73794);
// EXTERNAL MODULE: ./lib/controls/read-mapping.js + 2 modules
var read_mapping = __webpack_require__(29989);
;// CONCATENATED MODULE: ./lib/controls/check-controls.js






/**
 * Derives the controls again, by the version of the mapping that the evidence
 * names. The records of the evidence must be whole.
 */
function checkControls(evidence, files) {
    const { version } = evidence.mapping;
    if (!(0,catalogue/* isKnownVersion */._I)(version))
        return { isKnown: false };
    return { isKnown: true, trouble: controlsProblem(evidence, { version, ...files }) };
}
function controlsProblem(evidence, { version, policy, mapping: bytes }) {
    const { frameworks, items } = evidence;
    const other = frameworks.find((id) => (0,catalogue/* findCatalogue */.Dk)(version, id) === null);
    if (other !== undefined)
        return `the mapping ${version} has no framework ${other}`;
    if (version === "2026-11" && !((0,equal/* isSameJson */.T)(frameworks, catalogue/* DEFAULT_FRAMEWORKS */.sw) && bytes === undefined)) {
        return `the mapping ${version} has the frameworks ${catalogue/* DEFAULT_FRAMEWORKS */.sw.join(" and ")} and nothing beside them`;
    }
    const own = bytes === undefined ? null : (0,evidence_digest/* sha256 */.s)(bytes);
    const digest = (0,catalogue/* mappingDigest */.Fe)({ version, frameworks, mapping: own });
    if (digest !== evidence.mapping.sha256) {
        const here = own === null ? "" : ` and the ${catalogue/* MAPPING_NAME */.rX} that is here`;
        return `the catalogues of the mapping ${version}${here} have sha256 ${digest}, but the evidence names ${evidence.mapping.sha256}`;
    }
    const read = bytes === undefined ? { mapping: null } : (0,read_mapping/* readMapping */.v)(bytes, { version, frameworks });
    if ("problems" in read)
        return (0,read_file/* firstProblemLine */.A2)(catalogue/* MAPPING_NAME */.rX, read.problems);
    const { mapping } = read;
    const controls = (0,derive_controls/* deriveControls */.k)({ evidence, policy }, { version, frameworks, mapping });
    const wrong = items.find((item) => !(0,equal/* isSameJson */.T)(item.controls, controls(item.id)));
    return wrong === undefined ? null : `${wrong.id} claims controls that the mapping ${version} does not`;
}

// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/files/read-document.js
var read_document = __webpack_require__(13043);
// EXTERNAL MODULE: ./lib/evidence/files/reassembly.js
var reassembly = __webpack_require__(17304);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/rules/clock-skew.js
var clock_skew = __webpack_require__(10578);
// EXTERNAL MODULE: ./lib/evidence/rules/states.js
var states = __webpack_require__(98827);
;// CONCATENATED MODULE: ./lib/evidence/rules/version-1.js

/** Findings by version 1 of the rules, which took every empty list for clear where an account was covered. */
function findingsResultOfVersion1(collection, records) {
    const counts = (0,states/* countFindings */.Gt)(records);
    return (0,states/* decideResult */._s)(collection, counts, () => {
        if (counts.total - counts.muted > 0)
            return "attention";
        return (0,states/* isProven */.nn)(collection, states/* ACCOUNTS_COVERED */.cR) ? "clear" : states/* NO_COVERAGE */.FI;
    });
}

;// CONCATENATED MODULE: ./lib/evidence/rules/contradictions.js




/**
 * The first thing that the evidence says against itself, as a sentence; null
 * when outcome, states and counts follow from what was collected, by the rules that
 * the evidence names.
 */
function findContradiction(evidence) {
    const { items, outcome, source } = evidence;
    const ids = items.map(({ id }) => id);
    if (new Set(ids).size < ids.length)
        return "an item is in the evidence twice";
    const derived = (0,states/* outcomeOf */.sG)(items);
    if (outcome !== derived)
        return `the outcome is ${outcome}, but its items give ${derived}`;
    for (const item of items) {
        if (item.collection.status === "skipped" && item.id !== "cspm-findings") {
            return `${item.id} is skipped, but only cspm-findings can be skipped`;
        }
        const against = clockProblem(item, source) ?? collectionProblem(item) ?? resultProblem(item, evidence.rules);
        if (against !== null)
            return `${item.id} ${against}`;
    }
    return null;
}
function clockProblem({ collection }, { clockSkewMs }) {
    // The clock may have been read again since the item was judged.
    if (collection.status !== "complete" || !(0,clock_skew/* isClockWrong */.ww)((clockSkewMs ?? 0) / 2))
        return null;
    return `is complete, yet Datadog's clock was ${clockSkewMs} ms from ours`;
}
function collectionProblem({ collection }) {
    const { status, grade, reason, sourceTotal, checks } = collection;
    const wrong = checks.find((check) => {
        const { expected, actual, ok } = check;
        return ok !== (isProof(check) ? actual >= expected : actual === expected);
    });
    if (wrong !== undefined)
        return `has a check whose numbers contradict its result: ${wrong.name}`;
    if (status !== "complete") {
        if (reason === null)
            return `is ${status} without a reason`;
        return grade === null ? null : `is ${status} but has the grade ${grade}`;
    }
    if (reason !== null)
        return `is complete but has a reason for not being complete: ${reason.code}`;
    if (grade === null)
        return "is complete but has no grade";
    if (grade === "reconciled" && sourceTotal === null)
        return "is reconciled but has no count of Datadog";
    const failed = checks.find((check) => !check.ok && !isProof(check));
    return failed === undefined ? null : `is complete but a check failed: ${failed.name}`;
}
function resultProblem(item, rules) {
    const { collection, result, records } = item;
    const isUnknown = collection.status === "failed" || collection.status === "skipped";
    if (isUnknown !== (result.counts === null)) {
        return `is ${collection.status} but has ${isUnknown ? "" : "no "}counts`;
    }
    if (isUnknown && records.length > 0)
        return `is ${collection.status} but has records`;
    const derived = derivedResult(item, rules);
    if (!(0,equal/* isSameJson */.T)(result.counts, derived.counts))
        return "has counts that its records do not give";
    if (result.state !== derived.state || result.reason?.code !== derived.reason?.code) {
        return `has the state ${result.state}, but its records give ${derived.state}`;
    }
    return null;
}
function derivedResult(item, rules) {
    if (item.id === "security-signals")
        return (0,states/* signalsResult */.X2)(item.collection, item.records);
    // The tag is only used in the message.
    if (item.id === "compliance-monitors")
        return (0,states/* monitorsResult */.dJ)(item.collection, item.records, "");
    const resultOf = rules === 1 ? findingsResultOfVersion1 : states/* findingsResult */.Lq;
    return resultOf(item.collection, item.records);
}
const PROOFS = new Set([states/* SIGNALS_SEEN */._I, states/* RULES_ENABLED */.cO, states/* ACCOUNTS_COVERED */.cR, states/* FINDINGS_SEEN */.Zl]);
function isProof({ name }) {
    return PROOFS.has(name);
}

// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
;// CONCATENATED MODULE: ./lib/evidence/rules/form.js
/** The mapping of version 0.1.0, which wrote evidence by version 1 of the rules and by no other. */
const FIRST_MAPPING = "2026-11";
/**
 * What does not belong to evidence of the rules that it names, as a sentence; null where all does. Members that
 * came with version 2 may be absent from evidence of version 1 alone, and evidence of today is not judged by older
 * rules.
 */
function findFormProblem({ rules, mapping, source, policy, items }) {
    const monitors = items.find((item) => item.id === "compliance-monitors")?.records ?? [];
    if (rules > 1) {
        if (source.access === undefined)
            return "the evidence does not say how Datadog was asked";
        for (const { id, muted, mutedScope } of monitors) {
            const monitor = `compliance-monitors has monitor ${id}`;
            if (mutedScope === undefined)
                return `${monitor} without the scope of its mute`;
            if (!muted && mutedScope !== null)
                return `${monitor} not muted, but its mute has the scope ${mutedScope}`;
        }
        return null;
    }
    const isLater = mapping.version !== FIRST_MAPPING ||
        source.access !== undefined ||
        policy !== null ||
        monitors.values().some(({ mutedScope }) => mutedScope !== undefined);
    return isLater ? "the evidence names version 1 of the rules, but has members that came later" : null;
}

// EXTERNAL MODULE: ./lib/evidence/rules/recount.js
var recount = __webpack_require__(38721);
;// CONCATENATED MODULE: ./lib/evidence/rules/rules.js





/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
function deriveAgain(evidence) {
    if (!states/* PUBLISHED_RULES */.RE.has(evidence.rules))
        return { isKnown: false };
    const trouble = findFormProblem(evidence) ??
        findContradiction(evidence) ??
        (0,times/* findTimesProblem */.DO)(evidence) ??
        (0,recount/* findMiscount */.AR)(evidence);
    return { isKnown: true, trouble };
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/policy/derive-policy.js
var derive_policy = __webpack_require__(50130);
// EXTERNAL MODULE: ./lib/policy/schema.js
var policy_schema = __webpack_require__(35991);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
;// CONCATENATED MODULE: ./lib/verify/run/signal-times.js

const ID = /^[A-Za-z0-9_-]{12,200}$/;
/** The time is in bytes 1 to 8 of an id of Datadog: 105 of 105 that were recorded. */
const TIME_AT = 1;
const EARLIEST = Date.parse("2010-01-01T00:00:00Z");
const LATEST = Date.parse("2100-01-01T00:00:00Z");
/** Evidence may have whole seconds. */
const APART_MS = 1000;
/**
 * A remark on signals whose id holds another time than their timestamp; null where none does. Datadog does not promise
 * that an id holds its time, so this proves nothing against the run.
 */
function signalTimesRemark(items) {
    let count = 0;
    let first = null;
    for (const item of items) {
        if (item.id !== "security-signals")
            continue;
        for (const { id, timestamp } of item.records.values()) {
            const held = timeIn(id);
            if (held === null || Math.abs(held - (0,time/* parseInstant */.nV)(timestamp)) <= APART_MS)
                continue;
            count += 1;
            first ??= `${id} holds ${(0,time/* formatExactTime */.E9)(new Date(held))}, and its timestamp is ${timestamp}`;
        }
    }
    if (first === null)
        return null;
    return `the ids of ${count} security signal(s) hold another time than their timestamp, as if somebody had edited it: ${first}`;
}
/** The time in the id, in milliseconds; null where it holds none, as in a pseudonym. */
function timeIn(id) {
    if (!ID.test(id))
        return null;
    const bytes = Buffer.from(id, "base64");
    if (bytes.length < TIME_AT + 8)
        return null;
    const time = Number(bytes.readBigUInt64BE(TIME_AT));
    return time >= EARLIEST && time < LATEST ? time : null;
}

;// CONCATENATED MODULE: ./lib/verify/run/content.js












/** The name of the file that the statement is about. */
function mainFileOf({ predicateType }) {
    return predicateType === bundle_statement/* GAP_PREDICATE_TYPE */.Gv ? evidence_gap/* GAP_NAME */.FN : evidence_files/* EVIDENCE_NAME */.wm;
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
        const moved = schema/* ITEM_IDS */.FT.some((id) => name === (0,evidence_files/* recordsFileName */.aG)(id)) ? files.get(name) : undefined;
        return moved === undefined ? [] : [[name, moved]];
    });
    const whole = signed.length === 0 ? { evidence: read.value } : (0,reassembly/* restoreRecords */.D)(read.value, new Map(signed));
    if ("trouble" in whole)
        return log.fail("evidence", whole.trouble);
    const { evidence } = whole;
    log.pass("evidence", `${evidence_files/* EVIDENCE_NAME */.wm} follows ${evidence.schema}`);
    const { predicate } = statement;
    const { stream, source, run, outcome } = evidence;
    const differing = disagreement(predicate, {
        stream: { name: stream.name, site: source.site },
        cadence: stream.cadence,
        collectedAt: evidence.collectedAt,
        outcome,
        run,
    });
    if (differing !== null)
        return log.fail("agreement", `${differing} in the evidence`);
    log.pass("agreement", "statement and evidence name the same stream, time, run and outcome");
    const derived = checkDerived(evidence, (name) => (statement.subject.some((subject) => subject.name === name) ? files.get(name) : undefined), log);
    return "ok" in derived ? derived : { evidence, ...derived, gap: null };
}
/**
 * Checks that all that is derived in the evidence follows from its records, which must be whole, and from the policy
 * and the mapping beside it. What this version cannot derive again is not genuine. `readFile` returns the bytes of
 * such a file, undefined where there is none.
 */
function checkDerived(evidence, readFile, log) {
    const rules = `version ${evidence.rules} of the rules`;
    const failed = log.derive("derivation", deriveAgain(evidence), {
        unknown: `counts and states cannot be derived again: this version does not know ${rules}`,
        passed: `counts, states, grades and outcome follow from the records, by ${rules}`,
    });
    if (failed !== null)
        return failed;
    const times = signalTimesRemark(evidence.items);
    if (times !== null)
        log.remark(times);
    const policy = checkPolicy(evidence, readFile(policy_schema/* POLICY_NAME */.xl), log);
    if ("ok" in policy)
        return policy;
    const mapping = readFile(catalogue/* MAPPING_NAME */.rX);
    const named = `${evidence.mapping.version}${mapping === undefined ? "" : ` and ${catalogue/* MAPPING_NAME */.rX}`}`;
    const controls = log.derive("mapping", checkControls(evidence, { ...policy, mapping }), {
        unknown: `the controls cannot be derived again: this version does not know the mapping ${evidence.mapping.version}`,
        passed: `the controls are those of the mapping ${named}, by its sha256`,
    });
    return controls ?? policy;
}
function checkGap({ predicate }, { files }, log) {
    const bytes = files.get(evidence_gap/* GAP_NAME */.FN) ?? Buffer.alloc(0);
    const read = (0,read_document/* readDocument */.u)(bytes, { schema: evidence_gap/* Gap */.XQ, types: typesOf(evidence_gap/* Gap */.XQ) });
    if ("trouble" in read)
        return log.refuse("evidence", evidence_gap/* GAP_NAME */.FN, read);
    const gap = read.value;
    log.pass("evidence", `${evidence_gap/* GAP_NAME */.FN} follows ${gap.schema}`);
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
    return { evidence: null, policy: null, gap };
}
/** Checks that the results of the policy follow from it and the records. */
function checkPolicy(evidence, bytes, log) {
    const derived = (0,derive_policy/* derivePolicy */.kv)(evidence, bytes);
    if ("trouble" in derived)
        return log.fail("policy", derived.trouble);
    const { policy, isDerived } = derived;
    if (policy === null)
        return { policy };
    const { length } = policy.expectations;
    const results = `the results of ${length} ${length === 1 ? "expectation" : "expectations"}`;
    if (isDerived) {
        log.pass("policy", `${results} follow from ${policy_schema/* POLICY_NAME */.xl} and the records`);
    }
    else {
        log.remark(`${results} were not derived again, because this version does not know version ${evidence.rules} of the rules`);
    }
    return { policy };
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

/***/ 5740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ readWholeEvidence),
/* harmony export */   M: () => (/* binding */ readEvidenceFile),
/* harmony export */   MW: () => (/* binding */ readRunFolder),
/* harmony export */   QN: () => (/* binding */ isRunFile),
/* harmony export */   Xm: () => (/* binding */ runFolderOf),
/* harmony export */   Zz: () => (/* binding */ runFilesAmong)
/* harmony export */ });
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32959);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(357);
/* harmony import */ var _evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13043);
/* harmony import */ var _evidence_files_reassembly_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17304);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35498);
/* harmony import */ var _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28716);
/* harmony import */ var _policy_schema_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35991);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71957);
/* harmony import */ var _checkout_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16500);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58864);











/** A run folder whose files were read already. */
function runFolderOf(bundle, files) {
    return { path: "", bundle, files, unread: [], strange: [] };
}
/** What a run folder of ours holds. */
const OURS = new Set([
    _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm,
    _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_NAME */ .FN,
    _policy_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .POLICY_NAME */ .xl,
    _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_6__/* .MAPPING_NAME */ .rX,
    ..._evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ITEM_IDS */ .FT.map(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG),
]);
const MARKS = new Set([_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm, _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_NAME */ .FN, _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft]);
/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;
/** Whether a file of this name is part of a run. */
function isRunFile(name) {
    return MARKS.has(name) || OURS.has(name);
}
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
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_8__/* .Failure */ .HR("unreadable", `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} is missing`);
    const read = (0,_evidence_files_read_document_js__WEBPACK_IMPORTED_MODULE_3__/* .readDocument */ .u)(bytes, { schema: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .Evidence */ .of, types: {} });
    if ("value" in read)
        return read.value;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_8__/* .Failure */ .HR("unreadable", `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} ${read.trouble}`);
}
/** The evidence with the records that moved to files of their own. Throws a `Failure` where it cannot be used. */
function readWholeEvidence({ files }) {
    const whole = (0,_evidence_files_reassembly_js__WEBPACK_IMPORTED_MODULE_4__/* .readEvidence */ .A)(files);
    if ("evidence" in whole)
        return whole.evidence;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_8__/* .Failure */ .HR("unreadable", whole.trouble);
}
/**
 * Reads a run folder: the files themselves, or a folder below them. Throws a
 * `Failure` where it cannot be read, or where the named files are
 * not a run's; a folder below a stream needs no more than its path.
 */
async function readRunFolder(files, path = "") {
    const entries = files.list(path);
    if (path === "" && runFilesAmong(entries).length === 0) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_8__/* .Failure */ .HR("unreadable", `${files.name} is not a run folder: it holds neither ${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE_NAME */ .wm} nor ${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft}`, { hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1" });
    }
    const regular = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
    const read = new Map();
    let room = LARGEST_FOLDER;
    const readFile = (name) => {
        const bytes = files.read((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_10__/* .joinPath */ .uJ)(path, name), room);
        room -= bytes.length;
        read.set(name, bytes);
        return bytes;
    };
    let bundle = null;
    if (regular.includes(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft)) {
        const bytes = readFile(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft);
        const pointer = (0,_checkout_change_js__WEBPACK_IMPORTED_MODULE_9__/* .pointerProblem */ .t)(bytes);
        bundle = pointer === null ? await (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(bytes) : { trouble: `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft} ${pointer}` };
    }
    const signed = namesIn(bundle) ?? OURS;
    for (const name of regular) {
        if (signed.has(name) && name !== _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft)
            readFile(name);
    }
    return {
        path: (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_10__/* .joinPath */ .uJ)(files.root, path),
        bundle,
        files: read,
        unread: regular.filter((name) => !read.has(name)),
        strange: entries.filter(({ kind }) => kind !== "file").map(({ name }) => name),
    };
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
    const { identity: trusted } = trust;
    if (trusted === undefined) {
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
    const asked = ASKED.filter(([, name]) => trusted[name] !== null);
    const different = asked.find(([, name]) => trusted[name] !== certified[name]);
    if (different !== undefined) {
        const [what, name] = different;
        const found = certified[name] ?? "not in the certificate";
        return log.fail("identity", `the ${what} is ${found}, not ${trusted[name] ?? ""}`);
    }
    const inWords = asked.map(([what, name]) => `${what} ${trusted[name] ?? ""}`);
    log.pass("identity", `as asked for: ${inWords.join(", ")}`);
    return { signedBy: identity, key: null, certified };
}
/** What a caller may ask of a certificate: the words for it, and its property. */
const ASKED = [
    ["issuer", "issuer"],
    ["identity", "identity"],
    ["repository id", "repositoryId"],
    ["owner id", "ownerId"],
];
/** The authorities that may have issued the certificate, by name; the verifier decides whether one did. */
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
        .filter((each) => each.$case === "timestamp-authority")
        .filter((_, index) => proven.has(index))
        .map((each) => ({ $case: each.$case, timestamp: (0,sigstore/* withExactTime */.BW)(each.timestamp) }));
    const logged = entity.timestamps.filter((each) => each.$case === "transparency-log" && entries.includes(each.tlogEntry));
    return { ...entity, tlogEntries: [...entries], timestamps: [...tokens, ...logged] };
}
const DAMAGED = { check: "certificate", sentence: "the certificate cannot be used" };
/** What is wrong with an entry that a log does not confirm. */
const UNCONFIRMED_ENTRY = "the log entry is not about this signature, or its log did not sign it";
/** By the codes of the library. */
const TROUBLES = new Map(Object.entries({
    SIGNATURE_ERROR: {
        check: "signature",
        sentence: "the signature is wrong: the certified key did not sign this",
    },
    TIMESTAMP_ERROR: {
        check: "time",
        sentence: "no trusted time shows that the certificate, which is valid for minutes, was valid when it was used",
    },
    TLOG_ERROR: {
        check: "log",
        sentence: "the signature is in no log that the root of its certificate names",
    },
    CERTIFICATE_ERROR: {
        check: "certificate",
        sentence: "the certificate was not issued by the authority that it names, or was not valid when it was used",
    },
}));
function troubleOf(code, message) {
    if (code === "CERTIFICATE_ERROR" && message.includes("SCT")) {
        const sentence = "the certificate is in no log of certificates that the root names";
        return { check: "certificate", sentence };
    }
    const other = code.startsWith("TLOG") ? { check: "log", sentence: UNCONFIRMED_ENTRY } : DAMAGED;
    return TROUBLES.get(code) ?? other;
}

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
            return log.fail("log", UNCONFIRMED_ENTRY);
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
async function isLogged({ bundle }, { key: { key }, timestamps, trust }) {
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

/***/ 59802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oR: () => (/* binding */ checkNotInFuture),
  AK: () => (/* binding */ checkTime),
  AD: () => (/* binding */ signedAt)
});

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
    const early = checkNotInFuture(claimed, now, log);
    if (early !== null)
        return early;
    const apartFrom = (time) => time.getTime() - collectedAt.getTime();
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
/** Checks that the time of collection has been. Null when it has. */
function checkNotInFuture(claimed, now, log) {
    if (Date.parse(claimed) - now.getTime() <= statement/* LONGEST_APART_MS */.zT)
        return null;
    return log.fail("time", `${claimed} is in the future: it is ${(0,platform_time/* formatExactTime */.E9)(now)} by the clock here`);
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
    let stamp;
    let signedBy;
    let time;
    try {
        stamp = await (0,_bundle_sigstore_js__WEBPACK_IMPORTED_MODULE_0__/* .readTimestamp */ .L2)(token);
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
    const unsupported = (0,_bundle_sigstore_js__WEBPACK_IMPORTED_MODULE_0__/* .unsupportedTimestamp */ .Om)(stamp);
    if (unsupported !== null)
        return provesNothing("unknown", `of ${first.name} ${unsupported}`);
    const giver = inForce.find(({ check }) => check.holds(stamp, signature));
    if (giver !== undefined)
        return { kind: "proven", time, authority: giver.name };
    return provesNothing("wrong", inForce.some(({ check }) => check.isValidAt(time))
        ? `names ${first.name}, but its signature or certificate is wrong`
        : `is of ${first.name}, whose certificate was not valid at ${time.toISOString()}`);
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
/* harmony export */   Ms: () => (/* binding */ hasHeldPolicy),
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
    "policy",
    "mapping",
    "run",
    "folder",
    "promises",
]));
/** The exit code of `verify` for one run; where expectations are required, 3 unless a policy was given and holds. */
function exitCodeOf({ isUnchecked, run }, requiresExpectations = false) {
    if (isUnchecked)
        return 2;
    if (run === null)
        return 1;
    if (requiresExpectations && !hasHeldPolicy(run))
        return 3;
    return run.evidence?.outcome === "complete" && !isSignedLate(run) ? 0 : 3;
}
/** Whether the run was given a policy, and every expectation is met or accepted. */
function hasHeldPolicy({ evidence }) {
    const results = evidence?.policy?.results ?? [];
    return results.length > 0 && results.every(({ result }) => result === "met" || result === "accepted");
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
    /** Notes what came of deriving something again, which this version may not know how to. Null where it follows. */
    derive(check, derived, { unknown, passed }) {
        if (!derived.isKnown)
            return this.leave(check, `${unknown}; a newer version may`);
        if (derived.trouble !== null)
            return this.fail(check, derived.trouble);
        this.pass(check, passed);
        return null;
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

/***/ 58702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ verifyRun),
/* harmony export */   J: () => (/* binding */ readUnverifiedRun)
/* harmony export */ });
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3345);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(357);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58864);
/* harmony import */ var _checkout_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16500);
/* harmony import */ var _consistency_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41027);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72423);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49986);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59802);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(57442);










/**
 * Verifies one run folder: signature, then time, then subjects, then what they
 * say. Each step rests on the one before, so the first failure ends the check.
 */
async function verifyRun(folder, trust, options = {}) {
    const { outcome, ...noted } = await check(folder, { ...options, trust });
    const isGenuine = !("ok" in outcome);
    const isUnchecked = !isGenuine && outcome.isUnchecked;
    const isSigned = noted.findings.some(({ check: name, ok }) => name === "signature" && ok);
    const bundle = !isSigned || folder.bundle === null || "trouble" in folder.bundle ? null : folder.bundle;
    const statement = bundle === null || "trouble" in bundle.statement ? null : bundle.statement.value;
    return {
        ...noted,
        isGenuine,
        isUnchecked,
        uncheckedStatement: isUnchecked && bundle !== null ? (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bundle.payload) : null,
        signedCollectedAt: statement?.predicate.collectedAt ?? null,
        run: isGenuine ? outcome : null,
    };
}
/**
 * What a run folder says of itself: for showing, never for believing. Nothing of
 * its signature is checked, so it is never genuine; `run` is null where the files
 * contradict each other.
 */
async function readUnverifiedRun(folder, options = {}) {
    const { outcome, ...noted } = await check(folder, { ...options, trust: null });
    const isFailed = "ok" in outcome;
    return {
        ...noted,
        isGenuine: false,
        isUnchecked: !isFailed || outcome.isUnchecked,
        uncheckedStatement: null,
        signedCollectedAt: null,
        run: isFailed ? null : outcome,
    };
}
async function check(folder, options) {
    const log = new _verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .CheckLog */ .Zt();
    const outcome = await checkAll(folder, options, log);
    return { findings: log.findings, remarks: log.remarks, outcome };
}
async function checkAll(folder, { trust, mayLackEvidence = false }, log) {
    const { bundle, strange } = folder;
    if (bundle === null) {
        const why = strange.includes(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft) ? NOT_A_FILE : "is missing";
        return log.fail("bundle", `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft} ${why}: this evidence is not signed`);
    }
    if ("trouble" in bundle)
        return log.fail("bundle", bundle.trouble);
    const signed = trust === null ? null : await (0,_signature_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSignature */ .j)(bundle, trust, log);
    if (signed !== null && "ok" in signed)
        return signed;
    if ("trouble" in bundle.statement)
        return log.refuse("statement", "the signed statement", bundle.statement);
    const statement = bundle.statement.value;
    const { subject, predicate } = statement;
    log.pass("statement", `in-toto statement about ${subject.map(({ name }) => name).join(", ")}`);
    const untimely = trust && signed && (0,_time_js__WEBPACK_IMPORTED_MODULE_8__/* .checkTime */ .AK)(signed, predicate, { trust, log });
    if (untimely !== null)
        return untimely;
    const isStatementOnly = mayLackEvidence && (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .mainFileOf */ .HQ)(statement) !== _evidence_gap_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_NAME */ .FN && hasNoFiles(statement, folder);
    if (!isStatementOnly) {
        const problem = subjectProblem(statement, folder);
        if (problem !== null)
            return log.fail("subjects", problem);
        log.pass("subjects", `sha256 of ${subject.length} file(s) is as signed`);
    }
    remarkOtherFiles(statement, folder, log);
    const content = isStatementOnly
        ? { evidence: null, policy: null, gap: null }
        : (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .checkContent */ .aG)(statement, folder, log);
    if ("ok" in content)
        return content;
    const { evidence, policy, gap } = content;
    const named = evidence?.run ?? gap?.run ?? null;
    const failed = (signed?.certified && (0,_consistency_js__WEBPACK_IMPORTED_MODULE_5__/* .checkWorkflowRun */ .fi)(signed.certified, { predicate, named }, log)) ??
        (0,_consistency_js__WEBPACK_IMPORTED_MODULE_5__/* .checkFolder */ .p$)(folder.path, predicate, log) ??
        (signed && (0,_consistency_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPromises */ .xm)(predicate.assurance, signed.reached, log));
    if (failed !== null)
        return failed;
    const at = signed && (0,_time_js__WEBPACK_IMPORTED_MODULE_8__/* .signedAt */ .AD)(signed);
    if (at === null && trust?.requiresTime === true) {
        return log.leave("time", "no trusted time proves when this was signed, and one is required");
    }
    return {
        evidence,
        policy,
        gap,
        contentSha256: (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .contentDigest */ .eZ)(statement),
        statement,
        statementSha256: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bundle.payload),
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
    const main = (0,_content_js__WEBPACK_IMPORTED_MODULE_6__/* .mainFileOf */ .HQ)(statement);
    if (new Set(names).size < names.length)
        return "the statement names a file twice";
    if (!names.includes(main))
        return `the statement is not about ${main}`;
    for (const { name, digest } of subject) {
        const bytes = files.get(name);
        if (bytes === undefined) {
            return `${name} is signed but ${strange.includes(name) ? NOT_A_FILE : "not there"}`;
        }
        const actual = (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes);
        if (actual !== digest.sha256) {
            const harmless = (0,_checkout_change_js__WEBPACK_IMPORTED_MODULE_4__/* .checkoutChange */ .R)(bytes, digest.sha256);
            if (harmless !== null)
                return `${name} ${harmless}`;
            return `${name} was changed: signed sha256 ${digest.sha256}, found ${actual}`;
        }
    }
    return null;
}
function remarkOtherFiles({ subject }, folder, log) {
    const { files, unread, strange } = folder;
    for (const name of strange)
        log.remark(`${name} in the run folder is not a regular file and was not read`);
    const signed = new Set([_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft, ...subject.map(({ name }) => name)]);
    for (const name of [...files.keys(), ...unread]) {
        if (!signed.has(name) && !(0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isArchiverEntry */ .$2)({ name, kind: "file" }))
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
const REPOSITORY = `${OID}.12`;
const WORKFLOW = `${OID}.18`;
const WORKFLOW_SHA = `${OID}.19`;
const EVENT = `${OID}.20`;
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
        const said = (oid) => {
            const inner = certificate.extension(oid)?.valueObj.subs;
            const [value] = inner ?? [];
            if (value === undefined || inner?.length !== 1 || value.tag.toDER() !== UTF8_STRING)
                return null;
            return strictUtf8(value.value);
        };
        return {
            certificate,
            authority: organizationName((0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificateNames */ .cL)(der).issuer),
            identity: identityOf(certificate),
            issuer: said(ISSUER),
            repositoryId: said(REPOSITORY_ID),
            ownerId: said(OWNER_ID),
            run: said(RUN),
            repository: said(REPOSITORY),
            workflow: said(WORKFLOW),
            workflowSha: said(WORKFLOW_SHA),
            event: said(EVENT),
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
// EXTERNAL MODULE: ./lib/platform/text.js
var platform_text = __webpack_require__(41352);
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
    /** Whether all certificates of the authority were valid at this time. */
    isValidAt(time) {
        return this.#from <= time && time <= this.#to;
    }
    /** Whether the authority gave this token over this signature, while its certificates were valid. */
    holds(token, signature) {
        try {
            if (!this.isValidAt(token.signingTime))
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
    const isObject = typeof value === "object" && value !== null;
    const mediaType = isObject && "mediaType" in value ? value.mediaType : null;
    if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType)) {
        return { trouble: "is not a Sigstore trusted root" };
    }
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
    const text = (0,platform_text/* asPlainUtf8 */.yK)(bytes);
    const whole = (0,json/* readJson */.Vh)(text);
    if (!("trouble" in whole))
        return rootsOf([whole.value], file);
    const lines = Buffer.from(text).toString("utf8").split("\n");
    const read = lines.filter((line) => line.trim() !== "").map((line) => (0,json/* readJson */.Vh)(Buffer.from(line)));
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
            const [own] = authority.certChain;
            const organisation = own === undefined ? null : (0,certificate/* organizationName */.T)((0,platform_crypto/* readCertificateNames */.cL)(own.root.toDER()).subject);
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
function unfit(file, trouble) {
    return new failure/* Failure */.HR("input", `the trusted root ${file} ${trouble}`, {
        hint: `get one with: ${HOW_TO_GET_ROOTS}`,
    });
}


/***/ })

};
