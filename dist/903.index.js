export const id = 903;
export const ids = [903];
export const modules = {

/***/ 81358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ generatedKey),
/* harmony export */   I5: () => (/* binding */ fingerprintIn),
/* harmony export */   NR: () => (/* binding */ signingKey),
/* harmony export */   jE: () => (/* binding */ publicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


const HOW_TO_MAKE_ONE = "make one with: datadog-evidence keygen";
/**
 * Reads a PKCS#8 PEM, also with `\n` written out, or base64 of the whole.
 * Throws a sentence for every kind of key that some verifier could not check;
 * it never repeats a part of the key.
 */
function signingKey(text, passphrase) {
    const pem = pemOf(text);
    refuseUnfit(pem);
    if (/^-----BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem) && passphrase === null) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is encrypted and there is no passphrase", {
            hint: "give it as SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)",
        });
    }
    const privateKey = read(pem, passphrase);
    const kind = kindOf(privateKey);
    if (kind !== "P-256" && kind !== "Ed25519") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing-key is ${kind}, which not every verifier can check`, {
            hint: `use ECDSA P-256 or Ed25519; ${HOW_TO_MAKE_ONE}`,
        });
    }
    return { privateKey, ...publicPart((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey)) };
}
/** A public key as a verifier is given it. */
function publicKey(pem) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "the key to verify with is a private key", {
            hint: "give the public key; whoever holds the private one can sign anything",
        });
    }
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "the key to verify with is not a public key in PEM form", {
            hint: "it begins with -----BEGIN PUBLIC KEY-----",
            cause: error,
        });
    }
    const kind = kindOf(key);
    if (kind !== "P-256" && kind !== "Ed25519") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `the key to verify with is ${kind}, with which evidence is never signed`, {
            hint: "give the public key of the people who signed: ECDSA P-256 or Ed25519",
        });
    }
    return { key, fingerprint: publicPart(key).fingerprint };
}
/** A new P-256 key; the private part encrypted when there is a passphrase. */
function generatedKey(passphrase) {
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
/** The fingerprint in the hint of a bundle as we write it, base64 of the SPKI's sha256; null for any other. */
function fingerprintIn(hint) {
    const bytes = Buffer.from(hint, "base64");
    return bytes.length === 32 && bytes.toString("base64") === hint ? bytes.toString("hex") : null;
}
function publicPart(key) {
    const der = key.export({ type: "spki", format: "der" });
    return {
        publicPem: key.export({ type: "spki", format: "pem" }).toString(),
        fingerprint: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(der).digest("hex"),
    };
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
function read(pem, passphrase) {
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
function kindOf(key) {
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


/***/ }),

/***/ 98316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ SIGNED_LATE),
/* harmony export */   Gv: () => (/* binding */ GAP_PREDICATE_TYPE),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   To: () => (/* binding */ PREDICATE_TYPE),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   WZ: () => (/* binding */ Statement),
/* harmony export */   Zx: () => (/* binding */ ChainStatement),
/* harmony export */   bv: () => (/* binding */ gapStatementOf),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE),
/* harmony export */   zT: () => (/* binding */ LONGEST_APART_MS)
/* harmony export */ });
/* unused harmony export GapStatement */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _evidence_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27160);
/* harmony import */ var _evidence_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48718);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);




const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
/** Of a declared gap, which stands in the chain like a run. */
const GAP_PREDICATE_TYPE = "https://datadog-evidence.github.io/gap/v1";
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const Sha256 = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
/** Why something is not as it was asked for: a code for programs, a sentence for people. */
const Why = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ code: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** Code of the reason where evidence is signed long after it was collected: only then may its time be later. */
const SIGNED_LATE = "signed-late";
/** Further from `collectedAt` than this, the time of a signature is late, or one of two clocks is wrong. */
const LONGEST_APART_MS = 3_600_000;
/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    signing: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["key", "keyless"]),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    log: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    /** Only where less is promised than was asked for, or later: why. */
    reason: Why.optional(),
});
/** Where a stream's chain stands at a run. */
const Link = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    sequence: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    /** `sha256` of the DSSE payload of that run's statement. */
    statement: Sha256,
});
const chained = {
    stream: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ name: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN, site: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    /** Null: not chained. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive().nullable(),
    previous: Link.nullable(),
    /** Set when a predecessor was expected and not usable. */
    restart: Why.nullable(),
    cadence: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br),
    /** Of a gap: when it was declared. */
    collectedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
};
const RunName = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive() });
const Subjects = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    // A bare file name: a path could point out of the run folder.
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ sha256: Sha256 }),
}))
    .min(1)
    .max(16);
/** An in-toto Statement v1 about the files of one run folder. */
const Statement = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        ...chained,
        outcome: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["complete", "partial", "failed"]),
        run: RunName,
        assurance: Assurance,
        /** Null where there is nothing to compare with. */
        changes: _evidence_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .Changes */ .sk.nullable(),
    }),
});
/** An in-toto Statement v1 about a declared gap. */
const GapStatement = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(STATEMENT_TYPE),
    subject: Subjects,
    predicateType: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(GAP_PREDICATE_TYPE),
    predicate: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...chained, run: RunName, assurance: Assurance }),
});
/** Whatever may stand in a chain. */
const ChainStatement = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt("predicateType", [Statement, GapStatement]);
/** What we say about the evidence. */
function statementOf(evidence, { files, tail, assurance }) {
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
            changes: tail?.evidence == null ? null : (0,_evidence_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .changesBetween */ .i)(tail.evidence, evidence),
        },
    };
}
/** What we say about a gap that somebody declares. */
function gapStatementOf(gap, { files, tail, assurance }) {
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
/* harmony export */   h_: () => (/* binding */ publishedMapping),
/* harmony export */   ux: () => (/* binding */ controlsOf),
/* harmony export */   xu: () => (/* binding */ MAPPING)
/* harmony export */ });
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);

/**
 * What each item supports. ISO titles are the standard's own short titles; SOC 2
 * labels are our own words. Evidence supports a control; it never shows that one
 * is met.
 */
const CATALOGUE = {
    version: "2026-11",
    items: {
        "security-signals": [
            iso("A.8.16", "Monitoring activities"),
            iso("A.5.25", "Assessment and decision on information security events"),
            soc2("CC7.2", "Watching systems for anomalies and analysing them"),
        ],
        "compliance-monitors": [
            iso("A.8.16", "Monitoring activities"),
            iso("A.8.17", "Clock synchronization"),
            soc2("CC7.1", "Detecting configuration changes and new weaknesses"),
        ],
        "cspm-findings": [
            iso("A.8.9", "Configuration management"),
            iso("A.5.36", "Compliance with policies, rules and standards for information security"),
            soc2("CC7.1", "Detecting configuration changes and new weaknesses"),
        ],
    },
};
/** The mapping in force, as the evidence names it. */
const MAPPING = { version: CATALOGUE.version, sha256: (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(catalogueAsJson())) };
/**
 * A mapping as it was published; null where this program does not know that
 * version. One that is replaced stays here beside the new one.
 */
function publishedMapping(version) {
    return version === MAPPING.version ? MAPPING : null;
}
/**
 * The controls that an item supports. Clock synchronization is directly
 * supported only by a monitor that watches clocks; any other claims it.
 */
function controlsOf(item, { watchesClock }) {
    return CATALOGUE.items[item].map((control) => ({
        ...control,
        support: control.id === "A.8.17" && !watchesClock ? "claimed" : "direct",
    }));
}
function iso(id, title) {
    return { framework: "ISO/IEC 27001:2022", id, title };
}
function soc2(id, title) {
    return { framework: "SOC 2", id, title };
}
function catalogueAsJson() {
    const items = Object.entries(CATALOGUE.items).map(([item, controls]) => [
        item,
        controls.map(({ framework, id, title }) => ({ framework, id, title })),
    ]);
    return { version: CATALOGUE.version, items: Object.fromEntries(items) };
}


/***/ }),

/***/ 13431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   IX: () => (/* binding */ recordsInFileOrder),
/* harmony export */   Mp: () => (/* binding */ written),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   w$: () => (/* binding */ inFileOrder)
/* harmony export */ });
/* unused harmony export serialized */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);


/** `sha256` in hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
}
/** The instant to the second, `2026-11-22T06:17:31Z`. */
function instant(date) {
    return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
/** Canonical JSON (RFC 8785 for the values we hash): members sorted, no white space. */
function canonical(value) {
    if (value === null || typeof value !== "object")
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    const members = Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
}
/**
 * The text of `evidence.json`: keys in the schema's order, two-space indent,
 * one newline at the end, signals by (timestamp, id), other records by id.
 */
function serialized(evidence) {
    return written(inFileOrder(evidence));
}
/** The text of evidence whose keys and records are in the order of the file already. */
function written(evidence) {
    return `${JSON.stringify(evidence, null, 2)}\n`;
}
/** The records of an item in the order of the file, their keys as well, one at a time: a copy of all would be as large again. */
function* recordsInFileOrder({ id, records }) {
    // Lines are in order already.
    if (records.lines !== undefined)
        yield* records;
    else
        for (const record of inOrder(records))
            yield _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORDS */ .ft[id].parse(record);
}
/** The same evidence with its keys and records in the order of the file. */
function inFileOrder(evidence) {
    // Parsing rebuilds every object in the order of the schema's keys.
    const parsed = _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .Evidence */ .of.parse(evidence);
    return { ...parsed, items: parsed.items.map(itemInOrder) };
}
function itemInOrder(item) {
    const requests = item.collection.requests.map((request) => ({
        ...request,
        query: sortedMembers(request.query),
        body: sortedMembers(request.body),
    }));
    const collection = { ...item.collection, requests };
    if (item.id === "security-signals")
        return { ...item, collection, records: inOrder(item.records) };
    if (item.id === "compliance-monitors")
        return { ...item, collection, records: inOrder(item.records) };
    return { ...item, collection, records: inOrder(item.records) };
}
/** What was asked has no order of its own, so it gets that of its names. */
function sortedMembers(value) {
    return Object.fromEntries(Object.entries(value)
        .toSorted(([a], [b]) => compare(a, b))
        .map(([name, member]) => [name, sorted(member)]));
}
function sorted(value) {
    if (value === null || typeof value !== "object")
        return value;
    return Array.isArray(value) ? value.map(sorted) : sortedMembers(value);
}
/** Records in the order in which they stand in the file. */
function inOrder(records) {
    return [...records].toSorted(compareInFile);
}
/** Signals by (timestamp, id), other records by id. */
function compareInFile(a, b) {
    return compare(a.timestamp ?? "", b.timestamp ?? "") || compare(a.id, b.id);
}
/** By number or by code unit, never by locale: the order must not depend on the machine. */
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 67308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ caveats),
/* harmony export */   w: () => (/* binding */ outsideWindow)
/* harmony export */ });
/** What a reader must know to read the item rightly, in plain sentences. */
function caveats(of) {
    const { what, excluded, remarks, redactions, duplicates } = of;
    return [
        ...[...excluded]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([reason, count]) => `left out because ${reason}: ${count} of the ${what} received`),
        ...REMARKS.flatMap(([remark, sentence]) => {
            const count = remarks.get(remark) ?? 0;
            return count === 0 ? [] : [remarked(sentence, count, what)];
        }),
        ...(duplicates === 0 ? [] : [`received more than once, counted once: ${duplicates} of the ${what}`]),
        ...(redactions === 0 ? [] : [`e-mail, IP or webhook addresses redacted in kept texts: ${redactions}`]),
    ];
}
/** How signals are spoken of that Datadog gave although their time is not in the window. */
function outsideWindow(count) {
    return remarked(OUTSIDE, count, "signals");
}
function remarked(sentence, count, what) {
    return `${sentence}: ${count} of the ${what}`;
}
const OUTSIDE = "time outside the window that was asked for";
const REMARKS = [
    ["unknown-triage-state", "triage state not known, counted as open"],
    ["unknown-status", "status not known, counted as unmuted"],
    ["outside-window", OUTSIDE],
    ["muted-monitor", "muted, so notifying nobody"],
    ["mute-without-expiry", "muted without an end"],
    ["draft", "draft, so notifying nobody"],
    ["paused", "paused synthetic test, its state old"],
    ["never-evaluated", "never evaluated"],
];


/***/ }),

/***/ 27160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PY: () => (/* binding */ COMPARING),
/* harmony export */   fg: () => (/* binding */ LONGEST_ID),
/* harmony export */   rO: () => (/* binding */ MOST_IDS),
/* harmony export */   sk: () => (/* binding */ Changes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);
/* harmony import */ var _unresolved_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75654);



/** Version of the rules by which two runs are compared, in `compare.ts` and beside it. */
const COMPARING = 1;
/** More ids than this stand in the evidence alone. */
const MOST_IDS = 20;
/** A longer id is named by its digest. */
const LONGEST_ID = 128;
const LONGEST_VERSION = 200;
/** Why an item cannot be compared, or only in part. */
const Obstacle = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([
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
]);
/** How many, and which of them in the order of the file; null where nothing can be claimed. */
function listOf(id) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ count: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_, ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(id).max(MOST_IDS) }).nullable();
}
function changesOf(id, lists) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(id),
        comparable: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["yes", "in-part", "no"]),
        why: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Obstacle),
        /** Null where the item cannot be compared at all. */
        changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(lists).nullable(),
    });
}
const Text = listOf(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(LONGEST_ID));
const Number = listOf(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr());
const SignalChanges = changesOf("security-signals", {
    /** Inside the window of this run, but no longer listed: that is never normal. */
    vanished: Text,
    /** Something other than the triage changed. */
    altered: Text,
    retriaged: Text,
    /** Inside the window of the run before, which did not list it. */
    late: Text,
    new: Text,
    /** Now older than the window. */
    left: Text,
});
const MonitorChanges = changesOf("compliance-monitors", {
    /** Untagged or deleted; the evidence cannot tell which. */
    gone: Number,
    new: Number,
    muted: Number,
    unmuted: Number,
    /** It watches something else than before. */
    redefined: Number,
    failing: Number,
    passing: Number,
    notEvaluated: Number,
});
const FindingChanges = changesOf("cspm-findings", {
    /** No longer listed as failing: resolved, closed, or no longer checked. */
    vanished: Text,
    /** Of the vanished, those that more likely are no longer checked than resolved. */
    unresolved: Text,
    /** What makes it likely. */
    hints: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_unresolved_js__WEBPACK_IMPORTED_MODULE_2__/* .HINTS */ .N)),
    new: Text,
    muted: Text,
    unmuted: Text,
    /** The severity changed. */
    regraded: Text,
});
/** What changed since the run before, as it stands in the statement: small, and without words of others. */
const Changes = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** `sha256` of the `evidence.json` of the run before. */
    comparedWith: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Sha256 */ .IA,
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("id", [SignalChanges, MonitorChanges, FindingChanges])),
    /** Items that the run before had, wholly or in part, and this one has not. */
    nowSkipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_IDS */ .FT),
        was: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["complete", "partial"]),
        now: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["skipped", "failed", "absent"]),
    })),
    /** What evidence is made with, where it changed. */
    versions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        what: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["collector", "mapping", "rules"]),
        before: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(LONGEST_VERSION),
        now: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(LONGEST_VERSION),
    })),
});


/***/ }),

/***/ 15111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ itemsOf),
/* harmony export */   s: () => (/* binding */ comparabilityOf)
/* harmony export */ });
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26207);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);


/** These leave something to compare. */
const PARTLY = new Set(["partial-before", "partial-now", "other-privacy"]);
/** The items of either run, in their usual order. */
function itemsOf({ before, now }) {
    const there = new Set([...before.items, ...now.items].map(({ id }) => id));
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_IDS */ .FT.filter((id) => there.has(id));
}
/** How far the item can be compared, and why not further. */
function comparabilityOf(id, runs) {
    const before = runs.before.items.find((item) => item.id === id);
    const now = runs.now.items.find((item) => item.id === id);
    const why = [...presence(before, "before"), ...presence(now, "now"), ...ofRuns(id, runs)];
    if (before !== undefined && now !== undefined && isOtherQuestion(before, now))
        why.push("other-query");
    if (why.length === 0)
        return { comparable: "yes", why };
    return { comparable: why.every((each) => PARTLY.has(each)) ? "in-part" : "no", why };
}
function presence(item, side) {
    if (item === undefined)
        return [`absent-${side}`];
    const { status } = item.collection;
    if (status === "complete")
        return [];
    return [status === "partial" ? `partial-${side}` : `lost-${side}`];
}
function ofRuns(id, { before, now }) {
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
function isOtherQuestion(before, now) {
    const [asked, asksNow] = [questionOf(before), questionOf(now)];
    return asked !== undefined && asksNow !== undefined && !(0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isSame */ .F)(asked, asksNow);
}
/** What was searched for, whatever the window and the pages. */
function questionOf({ id, collection }) {
    const { path, read } = QUESTIONS[id];
    const listing = collection.requests.find((request) => request.path === path);
    return listing === undefined ? undefined : read(listing);
}
/** Where each list says what it is a list of. */
const QUESTIONS = {
    "security-signals": {
        path: "/api/v2/security_monitoring/signals/search",
        read: ({ body }) => member(body["filter"], "query"),
    },
    "compliance-monitors": {
        path: "/api/v1/monitor",
        read: ({ query }) => query["monitor_tags"],
    },
    "cspm-findings": {
        path: "/api/v2/security/findings/search",
        read: ({ body }) => member(member(body["data"], "attributes"), "filter"),
    },
};
function member(value, name) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return undefined;
    return Object.hasOwn(value, name) ? value[name] : undefined;
}


/***/ }),

/***/ 48718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ changesAgainst),
/* harmony export */   i: () => (/* binding */ changesBetween)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27160);
/* harmony import */ var _comparability_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15111);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9860);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26207);





/** What changed since the run before: a function of the evidence of both and of nothing else. */
function changesBetween(before, now) {
    const runs = { before: before.evidence, now };
    return {
        comparedWith: before.sha256,
        rules: _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPARING */ .PY,
        items: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_3__/* .comparisonOf */ .j)(runs).map(inBrief),
        nowSkipped: nowSkipped(runs),
        versions: versions(runs),
    };
}
/** What the statement says that does not follow from the evidence, as a sentence; null when all of it does. */
function changesAgainst(said, before, now) {
    if (said === null)
        return "the statement tells no changes, although there is a run before to compare with";
    if (said.comparedWith !== before.sha256) {
        return `the statement tells changes since evidence ${said.comparedWith}, but the run before has ${before.sha256}`;
    }
    // What was derived by other rules cannot be derived again.
    if (said.rules !== _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPARING */ .PY)
        return null;
    const derived = changesBetween(before, now);
    const wrong = (0,_comparability_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S)({ before: before.evidence, now }).find((id) => !(0,_same_js__WEBPACK_IMPORTED_MODULE_4__/* .isSame */ .F)(itemOf(said, id), itemOf(derived, id)));
    if (wrong !== undefined)
        return `the statement tells other changes of ${wrong} than the two runs give`;
    return (0,_same_js__WEBPACK_IMPORTED_MODULE_4__/* .isSame */ .F)(said, derived)
        ? null
        : "the statement tells other changes of items or versions than the two runs give";
}
function itemOf({ items }, id) {
    return items.find((item) => item.id === id) ?? null;
}
/** The same with counts, and the first ids, in place of records. */
function inBrief({ comparable, why: reasons, ...item }) {
    const how = { comparable, why: [...reasons] };
    if (item.id === "security-signals") {
        const { id, found } = item;
        return {
            id,
            ...how,
            changes: found && {
                vanished: texts(found.vanished),
                altered: texts(found.altered),
                retriaged: texts(found.retriaged),
                late: texts(found.late),
                new: texts(found.new),
                left: texts(found.left),
            },
        };
    }
    if (item.id === "compliance-monitors") {
        const { id, found } = item;
        return {
            id,
            ...how,
            changes: found && {
                gone: listed(found.gone),
                new: listed(found.new),
                muted: listed(found.muted),
                unmuted: listed(found.unmuted),
                redefined: listed(found.redefined),
                failing: listed(found.failing),
                passing: listed(found.passing),
                notEvaluated: listed(found.notEvaluated),
            },
        };
    }
    const { id, found } = item;
    return {
        id,
        ...how,
        changes: found && {
            vanished: texts(found.pairs.vanished),
            unresolved: texts(found.pairs.unresolved),
            hints: [...found.hints],
            new: texts(found.pairs.new),
            muted: texts(found.pairs.muted),
            unmuted: texts(found.pairs.unmuted),
            regraded: texts(found.pairs.regraded),
        },
    };
}
function listed(pairs) {
    if (pairs === null)
        return null;
    const ids = pairs.flatMap(({ before, now }) => before?.id ?? now?.id ?? []);
    return { count: ids.length, ids: ids.slice(0, _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_IDS */ .rO) };
}
function texts(pairs) {
    const list = listed(pairs);
    return list && { ...list, ids: list.ids.map(bounded) };
}
function bounded(id) {
    return id.length > _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_ID */ .fg ? `sha256:${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(id)}` : id;
}
function nowSkipped({ before, now }) {
    return before.items.flatMap(({ id, collection: { status: was } }) => {
        const status = now.items.find((item) => item.id === id)?.collection.status ?? "absent";
        if (was !== "complete" && was !== "partial")
            return [];
        return status === "complete" || status === "partial" ? [] : [{ id, was, now: status }];
    });
}
function versions({ before, now }) {
    const [one, other] = [madeWith(before), madeWith(now)];
    return ["collector", "mapping", "rules"].flatMap((what) => one[what] === other[what] ? [] : [{ what, before: one[what], now: other[what] }]);
}
function madeWith({ collector, mapping, rules }) {
    return {
        collector: `${short(collector.version)} sha256:${collector.sha256}`,
        mapping: `${short(mapping.version)} sha256:${mapping.sha256}`,
        rules: String(rules),
    };
}
function short(version) {
    return version.slice(0, 64);
}


/***/ }),

/***/ 9860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ comparisonOf)
});

// EXTERNAL MODULE: ./lib/evidence/comparability.js
var comparability = __webpack_require__(15111);
// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/same.js
var same = __webpack_require__(26207);
// EXTERNAL MODULE: ./lib/evidence/unresolved.js
var unresolved = __webpack_require__(75654);
;// CONCATENATED MODULE: ./lib/evidence/compare-records.js



/** What became of the signals, and all that both runs list: in a window that moves, only their triage may change. */
function signalPairs(sides, isSamePrivacy) {
    const { both, gone, come } = matched(sides);
    const { before, now } = sides;
    const [isBefore, isNow] = [inside(before.window), inside(now.window)];
    return {
        both,
        vanished: claimed(now, gone.filter((pair) => isNow(pair.before))),
        altered: both.filter((pair) => isAltered(pair, isSamePrivacy)),
        retriaged: both.filter((pair) => !(0,same/* isSame */.F)(pair.before.triage, pair.now.triage)),
        late: claimed(before, come.filter((pair) => isBefore(pair.now))),
        new: come.filter((pair) => !isBefore(pair.now)),
        left: gone.filter((pair) => !isNow(pair.before)),
    };
}
/** What became of the monitors. */
function monitorPairs(sides) {
    const { both, gone, come } = matched(sides);
    const turned = (verdict) => both.filter((pair) => pair.now.verdict === verdict && pair.before.verdict !== verdict);
    return {
        both,
        gone: claimed(sides.now, gone),
        new: claimed(sides.before, come),
        muted: both.filter(isMuted),
        unmuted: both.filter(isUnmuted),
        redefined: both.filter((pair) => pair.before.definitionSha256 !== pair.now.definitionSha256),
        failing: turned("failing"),
        passing: turned("passing"),
        notEvaluated: turned("notEvaluated"),
    };
}
/** What became of the findings; `hints` say what makes the unresolved ones likely. */
function findingPairs(sides) {
    const { both, gone, come } = matched(sides);
    // Where nothing is gone, as from most runs to the next, there is nothing to hint at.
    const hintsOf = gone.length === 0 ? () => [] : (0,unresolved/* hinting */.K)(sides);
    const hints = new Map(gone.map((pair) => [pair, hintsOf(pair.before)]));
    const pairs = {
        both,
        vanished: claimed(sides.now, gone),
        unresolved: claimed(sides.now, gone.filter((pair) => hints.get(pair)?.length)),
        new: claimed(sides.before, come),
        muted: both.filter(isMuted),
        unmuted: both.filter(isUnmuted),
        regraded: both.filter((pair) => pair.before.severity !== pair.now.severity),
    };
    const found = new Set(pairs.vanished === null ? [] : [...hints.values()].flat());
    return { pairs, hints: unresolved/* HINTS */.N.filter((hint) => found.has(hint)) };
}
/** The records of both sides by their id, in the order of the file. */
function matched(sides) {
    const [before, now] = [(0,canonical/* inOrder */.al)(sides.before.records), (0,canonical/* inOrder */.al)(sides.now.records)];
    const earlier = new Map(before.map((record) => [record.id, record]));
    const later = new Map(now.map((record) => [record.id, record]));
    const both = [];
    const gone = [];
    for (const record of earlier.values()) {
        const again = later.get(record.id);
        if (again === undefined)
            gone.push({ before: record, now: null });
        else
            both.push({ before: record, now: again });
    }
    const come = [...later.values()].flatMap((record) => earlier.has(record.id) ? [] : [{ before: null, now: record }]);
    return { both, gone, come };
}
/** That something is not there can be said only of a list that is complete. */
function claimed({ collection }, pairs) {
    return collection.status === "complete" ? pairs : null;
}
/** Tells what lies in the window, not on its edge: whether the source counts that in is not ours to say. */
function inside(window) {
    if (window === null)
        return () => false;
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    return ({ timestamp }) => {
        const at = Date.parse(timestamp);
        return at > from && at < to;
    };
}
/** A signal that goes on is seen later and gathers tags; nothing else of it may change but its triage. */
function isAltered({ before, now }, isSamePrivacy) {
    if (!isFixed(before, now))
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
/** Whether what never changes of a signal is the same. */
function isFixed(before, now) {
    return (before.severity === now.severity &&
        before.rule?.id === now.rule?.id &&
        (before.rule?.type ?? null) === (now.rule?.type ?? null) &&
        isSameInstant(before.timestamp, now.timestamp) &&
        isSameInstant(before.firstSeen, now.firstSeen));
}
/** However they are written; what is no instant is the same as none. */
function isSameInstant(one, other) {
    return one === other || instantOf(one) === instantOf(other);
}
function instantOf(text) {
    const at = text === null ? Number.NaN : Date.parse(text);
    return Number.isNaN(at) ? null : at;
}
function isEarlier(one, other) {
    return one !== other && Date.parse(one) < Date.parse(other);
}
function isMuted({ before, now }) {
    return now.muted && !before.muted;
}
function isUnmuted({ before, now }) {
    return before.muted && !now.muted;
}

;// CONCATENATED MODULE: ./lib/evidence/comparison.js


/** Two runs, compared item by item. */
function comparisonOf(runs) {
    return (0,comparability/* itemsOf */.S)(runs).map((id) => compared(id, runs));
}
function compared(id, runs) {
    const how = (0,comparability/* comparabilityOf */.s)(id, runs);
    if (id === "security-signals") {
        const sides = sidesOf(runs, how, isSignals);
        return { id, ...how, found: sides && signalPairs(sides, !how.why.includes("other-privacy")) };
    }
    if (id === "compliance-monitors") {
        const sides = sidesOf(runs, how, isMonitors);
        return { id, ...how, found: sides && monitorPairs(sides) };
    }
    const sides = sidesOf(runs, how, isFindings);
    return { id, ...how, found: sides && findingPairs(sides) };
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

/***/ 26229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Pl: () => (/* binding */ completeness),
/* harmony export */   Zu: () => (/* binding */ READ_TO_END),
/* harmony export */   t0: () => (/* binding */ KEPT)
/* harmony export */ });
/** The two checks that every item has. */
const READ_TO_END = "listing requests read to their end";
const KEPT = "records kept or excluded for a stated reason";
/** Status, grade and checks of an item, as they follow from what was observed. */
function completeness(observed) {
    const { requests, listings, received, unique, total } = observed;
    const checks = [
        check(READ_TO_END, listings.length, listings.filter(({ drained }) => drained).length),
        check(KEPT, unique, observed.kept + observed.excluded),
        ...observed.agreements,
        ...(total === null ? [] : [check(total.name, total.expected, total.actual)]),
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
function check(name, expected, actual) {
    return { name, expected, actual, ok: expected === actual };
}
/** A check that holds when the source showed at least one. */
function atLeastOne(name, actual) {
    return { name, expected: 1, actual, ok: actual >= 1 };
}


/***/ }),

/***/ 12743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   SH: () => (/* binding */ blocksOf),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   hl: () => (/* binding */ linesIn)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);

/** A file whose content is in memory. */
function fileOf(name, content) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    let digest = null;
    return {
        name,
        size: bytes.length,
        // Many are written, and only few are signed.
        get sha256() {
            return (digest ??= (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes));
        },
        pieces: () => [bytes],
    };
}
/** The whole content; only for what is known to be small. */
function bytesOf(content) {
    return joined([...content.pieces()]);
}
const LINE_FEED = 10;
/** Bytes that are made into text in one. */
const BLOCK = 64 * 1024;
/** The content in blocks of whole lines, with their ends; the last may lack one. */
function* blocksOf(content) {
    // Joined as bytes: a character may lie across pieces too.
    let begun = [];
    for (const piece of content.pieces()) {
        for (let from = 0; from < piece.length; from += BLOCK) {
            const part = piece.subarray(from, from + BLOCK);
            const end = part.lastIndexOf(LINE_FEED) + 1;
            if (end > 0)
                yield joined([...begun, part.subarray(0, end)]).toString("utf8");
            begun = end > 0 ? [part.subarray(end)] : [...begun, part];
        }
    }
    const rest = joined(begun).toString("utf8");
    if (rest !== "")
        yield rest;
}
/** The lines of the content, without their ends; what comes after the last end is one only if it is not empty. */
function* linesOf(content) {
    for (const block of blocksOf(content))
        yield* linesIn(block);
}
/** The lines of such a block. */
function linesIn(block) {
    return (block.endsWith("\n") ? block.slice(0, -1) : block).split("\n");
}
function joined(parts) {
    const [first = Buffer.alloc(0), ...more] = parts;
    return more.length === 0 ? first : Buffer.concat([first, ...more]);
}


/***/ }),

/***/ 22322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RL: () => (/* binding */ evidenceFiles),
/* harmony export */   aG: () => (/* binding */ recordsFileName),
/* harmony export */   ft: () => (/* binding */ BUNDLE_NAME),
/* harmony export */   kQ: () => (/* binding */ runFolder),
/* harmony export */   mM: () => (/* binding */ movedCaveat),
/* harmony export */   wm: () => (/* binding */ EVIDENCE_NAME)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12743);


const EVIDENCE_NAME = "evidence.json";
/** The signature of a run folder, and what it is about. */
const BUNDLE_NAME = "evidence.sigstore.json";
/** Over this, records move out: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;
/** Evidence is looked through for secrets, signed and written: the same files each time, made once. */
const made = new WeakMap();
/**
 * The files that hold the evidence, `evidence.json` first. An item that would
 * make it too large keeps its counts, checks and ledger there; its records move,
 * whole, one a line, to `records-<item>.ndjson`.
 */
function evidenceFiles(evidence, largest = LARGEST_EVIDENCE) {
    if (largest !== LARGEST_EVIDENCE)
        return filesOf(evidence, largest);
    const files = made.get(evidence) ?? filesOf(evidence, largest);
    made.set(evidence, files);
    return files;
}
function filesOf(evidence, largest) {
    const moved = [];
    let bare = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .inFileOrder */ .w$)({ ...evidence, items: evidence.items.map(withoutRecords) });
    let left = evidence.items.filter(({ records }) => records.length > 0);
    for (;;) {
        const bytes = bytesOf(bare, { left, largest: left.length === 0 ? Infinity : largest });
        if (bytes !== null)
            return [(0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(EVIDENCE_NAME, bytes), ...moved];
        const item = largestOf(left);
        if (item === undefined)
            throw new Error("evidence without records does not fit");
        const file = recordsFile(item);
        moved.push(file);
        bare = lightened(bare, { item, file });
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
function bytesOf(bare, { left, largest }) {
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
    for (const [at, text] of (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .written */ .Mp)(bare).split(NO_RECORDS).entries()) {
        if (!push(text))
            return null;
        const place = bare.items[at];
        if (place === undefined)
            continue;
        const item = left.find(({ id }) => id === place.id);
        if (!(item === undefined ? [NO_RECORDS] : piecesOf(item)).every(push))
            return null;
    }
    return Buffer.concat(parts);
}
/** The member `records` of an item, in pieces, as it stands in the file. */
function* piecesOf(item) {
    yield NO_RECORDS.slice(0, NO_RECORDS.indexOf("]"));
    let comma = "";
    for (const records of few((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsInFileOrder */ .IX)(item))) {
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
const FEW = 1000;
function* few(all) {
    let some = [];
    for (const each of all) {
        some.push(each);
        if (some.length < FEW)
            continue;
        yield some;
        some = [];
    }
    if (some.length > 0)
        yield some;
}
function lightened(bare, { item, file }) {
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
    for (const records of few((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .recordsInFileOrder */ .IX)(item))) {
        parts.push(Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")));
    }
    return (0,_file_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(name, Buffer.concat(parts));
}
/** The name of the file that holds an item's records when `evidence.json` does not. */
function recordsFileName(item) {
    return `records-${item}.ndjson`;
}
/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
function runFolder({ collectedAt, run, }) {
    const [day = "", time = ""] = collectedAt.split("T");
    return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
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
const Line = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
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
    cause: Line,
    /** Where the incident or decision is recorded; null where there is no such place. */
    ticket: Line.nullable(),
    /** Role of whoever declares it, never a name. */
    role: Line,
    run: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .RunIdentity */ .Kc,
});
/** The name of the file that holds a declaration in its run folder. */
const GAP_NAME = "gap.json";


/***/ }),

/***/ 92031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/** Evidence is far less nested; a parser that walks by recursion would run out of stack. */
const DEEPEST = 64;
/** Evidence stays under 10 MB, so this is no evidence, and one text in memory could not hold much more. */
const LARGEST = 256 * 1024 * 1024;
/**
 * Reads JSON as every parser would: UTF-8 without a mark, no member named
 * twice, no hostile depth. Never throws, and never repeats what it read.
 */
function readJson(bytes) {
    if (bytes.length > LARGEST)
        return { trouble: `is too large (${bytes.length} bytes)` };
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return { trouble: "is not text in UTF-8" };
    }
    const written = structureOf(bytes);
    if (written.depth > DEEPEST)
        return { trouble: `is nested more than ${DEEPEST} levels deep` };
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
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const BRACKETS = { "[": 0x5b, "]": 0x5d, "{": 0x7b, "}": 0x7d };
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
        if (byte < QUOTE)
            continue;
        if (byte === QUOTE) {
            at += 1;
            while (at < length && text[at] !== QUOTE)
                at += text[at] === BACKSLASH ? 2 : 1;
        }
        else if (byte === COLON)
            members += 1;
        else if (byte === BRACKETS["{"] || byte === BRACKETS["["]) {
            level += 1;
            if (level > depth)
                depth = level;
        }
        else if (byte === BRACKETS["}"] || byte === BRACKETS["]"])
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

/***/ 15420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ CADENCE_MS),
  UO: () => (/* binding */ isWithin),
  H4: () => (/* binding */ untimelyIn),
  xZ: () => (/* binding */ validUntil),
  Yy: () => (/* binding */ windowBefore)
});

// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/caveats.js
var evidence_caveats = __webpack_require__(67308);
;// CONCATENATED MODULE: ./lib/evidence/records.js
/** How many of the records are such. */
function tallied(records, isSuch) {
    let count = 0;
    for (const record of records)
        if (isSuch(record))
            count += 1;
    return count;
}

;// CONCATENATED MODULE: ./lib/evidence/moments.js



const HOUR_MS = 3_600_000;
/** How long a slot of each cadence lasts. */
const CADENCE_MS = {
    PT1H: HOUR_MS,
    PT6H: 6 * HOUR_MS,
    PT12H: 12 * HOUR_MS,
    P1D: 24 * HOUR_MS,
};
const WINDOW_MS = 7 * 24 * HOUR_MS;
/** The longest deadline, and an hour for a clock that was put right meanwhile. */
const LONGEST_RUN_MS = 7 * HOUR_MS;
/** Fresh until the next run is due and its grace is over: half a cadence, at least six hours. */
function validUntil(collectedAt, cadence) {
    const length = CADENCE_MS[cadence];
    return new Date(collectedAt.getTime() + length + Math.max(length / 2, 6 * HOUR_MS));
}
/** The seven days before the start of a run. */
function windowBefore(startedAt) {
    return { from: (0,canonical/* instant */.uR)(new Date(startedAt.getTime() - WINDOW_MS)), to: (0,canonical/* instant */.uR)(startedAt) };
}
/** The first moment of the evidence that does not follow from the others, as a sentence; null when all do. */
function untimelyIn({ startedAt, collectedAt, validUntil: said, stream, items, }) {
    const [start, end] = [new Date(startedAt), new Date(collectedAt)];
    const lasted = end.getTime() - start.getTime();
    if (lasted < 0)
        return `it was collected at ${collectedAt}, before its start at ${startedAt}`;
    if (lasted > LONGEST_RUN_MS)
        return `it started at ${startedAt}, longer before ${collectedAt} than any run takes`;
    const due = validUntil(end, stream.cadence);
    if (Date.parse(said) !== due.getTime()) {
        return `it is valid until ${said}, but by its cadence until ${(0,canonical/* instant */.uR)(due)}`;
    }
    const signals = items.find((item) => item.id === "security-signals");
    return signals === undefined ? null : againstWindow(signals, start);
}
function againstWindow({ id, window, records, caveats }, startedAt) {
    const due = windowBefore(startedAt);
    if (window === null)
        return `${id} has no window`;
    if (Date.parse(window.from) !== Date.parse(due.from) || Date.parse(window.to) !== Date.parse(due.to)) {
        return `${id} is of ${window.from} to ${window.to}, but the run started so that it would be of ${due.from} to ${due.to}`;
    }
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    const outside = tallied(records, ({ timestamp }) => !isBetween(Date.parse(timestamp), from, to));
    if (outside === 0 || caveats.includes((0,evidence_caveats/* outsideWindow */.w)(outside)))
        return null;
    return `${id} has records of a time outside its window: ${outside}`;
}
/** Whether the instant lies in the window, both ends included, as Datadog searches. */
function isWithin(at, { from, to }) {
    return isBetween(Date.parse(at), Date.parse(from), Date.parse(to));
}
function isBetween(ms, from, to) {
    return ms >= from && ms <= to;
}


/***/ }),

/***/ 14569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   d: () => (/* binding */ monitor)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _projection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49424);



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
const Downtime = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ active: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish().catch(null), end: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish().catch(null) })
    .catch({});
const RawMonitor = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    name: _projection_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    query: _projection_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    tags: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    overall_state: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    overall_state_modified: _projection_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalMoment */ .hY,
    modified: _projection_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalMoment */ .hY,
    draft_status: _projection_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
    matching_downtimes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Downtime).nullish(),
    options: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        thresholds: zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9().nullish().catch(null),
        silenced: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable().catch(null)).nullish(),
    })
        .nullish(),
});
/** A monitor; kept when it carries exactly the tag, not one that merely begins with it. */
function monitor(raw, { privacy, links, tag }) {
    const parsed = RawMonitor.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,_projection_js__WEBPACK_IMPORTED_MODULE_1__/* .stumble */ .jB)(parsed.error) };
    const found = parsed.data;
    if (!found.tags.includes(tag))
        return { excluded: `it does not carry exactly the tag ${tag}`, id: String(found.id) };
    const keep = (0,_projection_js__WEBPACK_IMPORTED_MODULE_1__/* .keeper */ .tF)(privacy);
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
        verdict: verdictOf(found.overall_state),
        muted: mutes.length > 0,
        mutedUntil: lastEnd(mutes),
        draft,
        paused,
        watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(query),
        definitionSha256: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)({ type: found.type, query, thresholds: found.options?.thresholds ?? null })),
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
function verdictOf(state) {
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

/***/ 49424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ identity),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   hY: () => (/* binding */ optionalMoment),
/* harmony export */   jB: () => (/* binding */ stumble),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   tF: () => (/* binding */ keeper)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56884);


/** Names are for recognising; a longer one serves nobody and could fill a report. */
const LONGEST_TEXT = 500;
/** A field we can do without: of another type than expected it reads as absent. */
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish().catch(null);
/** Of half a character there is no link, and no telling it from another. */
const identity = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .refine((id) => id.isWellFormed());
/** Datadog gives instants as ISO text or as milliseconds since 1970. */
const moment = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
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
const optionalMoment = moment.nullish().catch(null);
/** Keeps texts according to the privacy level and counts what had to be redacted. */
function keeper(privacy) {
    let redactions = 0;
    const clean = (value) => {
        const { text: safe, hits } = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .p)(value.toWellFormed());
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
function stumble(error) {
    return error.issues[0]?.path.join(".") || "the record itself";
}


/***/ }),

/***/ 74452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ withRecords),
/* harmony export */   n: () => (/* binding */ evidenceIn)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22322);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92031);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);





/** The evidence that the files of a run folder hold, with the records that had moved out. */
function evidenceIn(files) {
    const bytes = files.get("evidence.json");
    if (bytes === undefined)
        return { trouble: "evidence.json is missing" };
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return { trouble: `evidence.json ${json.trouble}` };
    const evidence = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Evidence */ .of.safeParse(json.value);
    return evidence.success
        ? withRecords(evidence.data, files)
        : { trouble: "evidence.json does not follow its schema" };
}
/**
 * What `evidence.json` says, with the records that had moved out of it put back:
 * the inverse of `evidenceFiles`. Both must speak of the same records; give only
 * files that are signed.
 */
function withRecords(evidence, files) {
    const stray = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .ITEM_IDS */ .FT.find((id) => files.has((0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(id)) && evidence.items.every((item) => item.id !== id));
    if (stray !== undefined)
        return { trouble: `${(0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(stray)} belongs to no item` };
    const items = [];
    for (const item of evidence.items) {
        const put = putBack(item, files.get((0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id)));
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
function putBack(item, bytes) {
    const name = (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsFileName */ .aG)(item.id);
    const announced = item.caveats.findLast((caveat) => caveat.includes(` are in ${name}, sha256 `));
    if (bytes === undefined) {
        return announced === undefined ? { item } : { trouble: `${name} is missing, which holds the records` };
    }
    if (announced === undefined)
        return { trouble: `${name} is there, but evidence.json has no place for it` };
    if (item.records.length > 0)
        return { trouble: `the records of ${item.id} stand in two places` };
    const records = linesOf(bytes);
    if (records === null)
        return { trouble: `${name} is not one JSON object a line` };
    if (announced !== (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .movedCaveat */ .mM)(records.length, { name, sha256: (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes) })) {
        return { trouble: `${name} is not the file that evidence.json speaks of` };
    }
    return { item: { ...item, records, caveats: item.caveats.filter((caveat) => caveat !== announced) } };
}
/** Null where the text is no list of JSON objects, each ended by a newline. */
function linesOf(bytes) {
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

/***/ 56884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ redacted)
/* harmony export */ });
/**
 * Replaces e-mail addresses, IP addresses and URLs with a secret in their path
 * inside a kept text. The text stays evidence; what identifies a person or
 * opens a door does not.
 */
const PATTERNS = [
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
function redacted(text) {
    let hits = 0;
    let clean = text;
    for (const { what, pattern } of PATTERNS) {
        clean = clean.replace(pattern, () => {
            hits += 1;
            return `[redacted: ${what}]`;
        });
    }
    return { text: clean, hits };
}


/***/ }),

/***/ 26207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isSame)
/* harmony export */ });
/** Whether two JSON values have the same canonical form, which need not be made to tell. */
function isSame(one, other) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((each, index) => isSame(each, other[index])));
    }
    if (!isObject(one) || !isObject(other) || Array.isArray(other))
        return false;
    const names = Object.keys(one);
    return (names.length === Object.keys(other).length &&
        names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name])));
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}


/***/ }),

/***/ 35498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ ITEM_IDS),
/* harmony export */   IA: () => (/* binding */ Sha256),
/* harmony export */   Kc: () => (/* binding */ RunIdentity),
/* harmony export */   br: () => (/* binding */ CADENCES),
/* harmony export */   ft: () => (/* binding */ RECORDS),
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
const Instant = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const Count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
/** A value replaced by a keyed hash, `hmac-sha256:<64 hex>`. */
const Pseudonym = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^hmac-sha256:[0-9a-f]{64}$/);
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
const Parameters = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9());
const Request = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["GET", "POST"]),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    query: Parameters,
    body: Parameters,
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
        changed: Instant.nullable(),
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
    id: Pseudonym,
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["critical", "high"]),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable() }).nullable(),
    resource: Pseudonym.nullable(),
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
const RECORDS = {
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
const Window = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ from: Instant, to: Instant });
const Population = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), size: Count.nullable() });
function item(kind) {
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
const SignalsItem = item({ id: "security-signals", counts: SignalCounts, record: SignalRecord });
const MonitorsItem = item({ id: "compliance-monitors", counts: MonitorCounts, record: MonitorRecord });
const FindingsItem = item({ id: "cspm-findings", counts: FindingCounts, record: FindingRecord });
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
    startedAt: Instant,
    collectedAt: Instant,
    validUntil: Instant,
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

/***/ 88351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NQ: () => (/* binding */ COVERED),
/* harmony export */   X2: () => (/* binding */ signalsResult),
/* harmony export */   _6: () => (/* binding */ WATCHING),
/* harmony export */   cO: () => (/* binding */ findingsResult),
/* harmony export */   dJ: () => (/* binding */ monitorsResult),
/* harmony export */   oE: () => (/* binding */ ALIVE),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/** Version of the rules in this file and in `completeness.ts`. */
const RULES = 1;
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
    return decide(collection, counts, () => {
        if (counts.open + counts.underReview > 0)
            return "attention";
        if (counts.total > 0 || isProven(collection, ALIVE) || isProven(collection, WATCHING))
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
    return decide(collection, counts, () => {
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
    return decide(collection, counts, () => {
        if (counts.total - counts.muted > 0)
            return "attention";
        if (isProven(collection, COVERED))
            return "clear";
        return {
            code: "no-coverage",
            message: "no unmuted failing check, and nothing shows that Cloud Security covers an account",
            hint: "check in Datadog under Security > Settings > Cloud Security that accounts are connected",
        };
    });
}
/** The checks that show detection to be alive; either will do. */
const ALIVE = "signals of any severity in the window, at least one";
const WATCHING = "enabled detection rules, at least one";
/** The check that shows accounts to be covered. */
const COVERED = "cloud accounts covered by Cloud Security, at least one";
function isProven({ checks }, name) {
    return checks.some((check) => check.name === name && check.ok);
}
function decide({ status, reason }, counts, judge) {
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

/***/ 75654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hinting),
/* harmony export */   N: () => (/* binding */ HINTS)
/* harmony export */ });
/** What makes it likely that a finding is no longer checked rather than resolved. */
const HINTS = ["fewer-covered", "rule-gone", "resource-gone"];
/** So many findings of one rule are seldom resolved in one go, and so many of one resource. */
const OF_A_RULE = 3;
const OF_A_RESOURCE = 2;
/** Tells of a finding that vanished whether less is covered, and whether all of its rule or resource went at once. */
function hinting(sides) {
    const isLess = isLessCovered(sides);
    const rules = wentWhole(sides, { of: ({ rule }) => rule?.id ?? null, atLeast: OF_A_RULE });
    const resources = wentWhole(sides, { of: ({ resource }) => resource, atLeast: OF_A_RESOURCE });
    return ({ rule, resource }) => {
        const hints = {
            "fewer-covered": isLess,
            "rule-gone": rules.has(rule?.id ?? null),
            "resource-gone": resources.has(resource),
        };
        return HINTS.filter((hint) => hints[hint]);
    };
}
/** Known only where both sides count the same. */
function isLessCovered({ before: { population: before }, now: { population: now } }) {
    return before.what === now.what && before.size !== null && now.size !== null && now.size < before.size;
}
/** What several findings had in common before, and none has now. */
function wentWhole({ before, now }, { of, atLeast }) {
    const left = new Set(now.records.values().map(of));
    const groups = [...Map.groupBy(before.records, of)];
    return new Set(groups.flatMap(([shared, findings]) => shared !== null && findings.length >= atLeast && !left.has(shared) ? [shared] : []));
}


/***/ }),

/***/ 71957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   O8: () => (/* binding */ isReasonCode),
/* harmony export */   OE: () => (/* binding */ REASON_CODES),
/* harmony export */   WE: () => (/* binding */ explain)
/* harmony export */ });
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
function explain(error) {
    if (error instanceof Failure)
        return [error.message, error.hint].filter(Boolean).join("\n");
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** Whether the code may stand in an evidence file. */
function isReasonCode(code) {
    return REASON_CODES.some((known) => known === code);
}


/***/ }),

/***/ 44639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/**
 * Names, titles and tags come from anybody who can create a monitor. Here they
 * lose what could act: commands of the runner, markup, mentions, control and
 * direction characters.
 */
/** Control characters, direction overrides, and blanks that nobody sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]+/gu;
const LONGEST = 200;
/** One line of visible text of bounded length. */
function visible(text, longest = LONGEST) {
    const line = text.toWellFormed().replaceAll(INVISIBLE, "\u{fffd}").replaceAll(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length > longest ? `${points.slice(0, longest).join("")}…` : line;
}
/**
 * A line for a terminal or a log. The runner obeys `::command::` at the start
 * of a line and `##[command]` anywhere in it.
 */
function logLine(text) {
    return visible(text, 1000)
        .replaceAll(/:(?=:)/g, ":\u200a")
        .replaceAll("##[", "##\u200a[");
}
/**
 * Text inside a Markdown table cell or sentence: nothing in it is markup, a link
 * or a mention. Mentions and references are looked for after entities were
 * decoded, so a thin space parts them from their sign.
 */
function markdown(text, longest = LONGEST) {
    return visible(text, longest)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+\-.!|~$:/@"'^=]/g, (character) => `&#${character.codePointAt(0)};`)
        .replaceAll(/&#(?:35|64);/g, "$&\u200a");
}
/** What is a link, a reference or an address wherever it stands. */
const LINKED = /www\.|:\/\/|\bgh-|mailto:|xmpp:/i;
/**
 * Text for a Markdown page that people also read as it is: what `markdown` makes of it, with the signs of dates,
 * numbers and ordinary sentences left alone where they cannot be markup.
 */
function prose(text) {
    const escaped = markdown(text, 4000);
    if (LINKED.test(visible(text, 4000)))
        return escaped;
    return escaped
        .replaceAll(/(?<=[\p{L}\p{N}])&#(?:43|45|46|95);(?=[\p{L}\p{N}])/gu, plain)
        .replaceAll(/(?<=[\p{L}\p{N};] )&#45;(?= )|(?<=[\p{L}\p{N};])&#58;(?= )|(?<=\p{N})&#58;(?=\p{N})/gu, plain)
        .replaceAll(/(?<=\p{L}|;)&#46;(?= |$)/gu, plain)
        .replaceAll(/&#(?:34|39|40|41|47);/g, plain);
}
function plain(entity) {
    return String.fromCodePoint(Number(entity.slice(2, -1)));
}


/***/ }),

/***/ 80150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ concealed),
/* harmony export */   X: () => (/* binding */ formsOf)
/* harmony export */ });
/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;
/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
function formsOf(secrets) {
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
function concealed(text, forms) {
    const once = forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
    // What was left and right of a secret may make another one; each round is shorter, so this ends.
    return once === text ? text : concealed(once, forms);
}


/***/ }),

/***/ 82090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ organisationIn),
/* harmony export */   h: () => (/* binding */ certifiedBy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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
async function certifiedBy(der) {
    const { X509Certificate } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const certificate = X509Certificate.parse(Buffer.from(der));
        const said = (oid) => textOf(certificate, oid);
        return {
            certificate,
            authority: organisationIn(new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der).issuer),
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
function organisationIn(name) {
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

/***/ 96621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U0: () => (/* binding */ GITHUB),
  CV: () => (/* binding */ HOW_TO_GET_ROOTS),
  kI: () => (/* binding */ SNAPSHOT_DATE),
  MO: () => (/* binding */ publicGoodRoots),
  Ve: () => (/* binding */ trustedRoots)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/evidence/json.js
var json = __webpack_require__(92031);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/verify/certificate.js
var certificate = __webpack_require__(82090);
;// CONCATENATED MODULE: ./lib/verify/token-check.js

/**
 * Checks the tokens of one authority. The library checks its whole chain of
 * certificates for each, which takes longer than all the rest; once that held,
 * it holds for every time at which all of them are valid.
 */
class TokenCheck {
    #verifier;
    #key;
    #from;
    #to;
    #isChainGood = false;
    constructor({ certChain }, verifierOf) {
        const [leaf] = certChain;
        this.#key = (0,external_node_crypto_.createPublicKey)({ key: leaf?.publicKey ?? Buffer.alloc(0), format: "der", type: "spki" });
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

;// CONCATENATED MODULE: ./lib/verify/trusted-root.js

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.[12]|\.v0\.[12]\+json)$/;
const LARGEST_CERTIFICATE = 16_384;
/** Per kind, in one root. Sigstore's own names two of each. */
const MOST_AUTHORITIES = 32;
const LONGEST_CHAIN = 8;
/** What a trusted root says, or why it is none, as the end of a sentence about the file. Never throws. */
async function trustedRootIn(value) {
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
    void new external_node_crypto_.X509Certificate(certificate.root.toDER()).publicKey;
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

;// CONCATENATED MODULE: ./lib/verify/roots.js






/** Date of the public-good root that ships with the program, as its file is named. */
const SNAPSHOT_DATE = "2026-11-05";
/** Of GitHub's own authority, which certifies workflows of private repositories and uses no log. */
const GITHUB = "GitHub, Inc.";
const HOW_TO_GET_ROOTS = "gh attestation trusted-root > trusted_root.jsonl";
/** A trusted root is some kilobytes; a hostile one may try to be more. */
const LARGEST_FILE = 1_000_000;
/** The roots in a `trusted_root.json`, or in the lines of a `.jsonl`. Throws a sentence about the file. */
async function trustedRoots(bytes, file) {
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
async function publicGoodRoots() {
    const { PUBLIC_GOOD } = await __webpack_require__.e(/* import() */ 660).then(__webpack_require__.bind(__webpack_require__, 58660));
    return rootsOf([PUBLIC_GOOD], "that ships with this program");
}
async function rootsOf(values, file) {
    const { Verifier } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(917), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const read = [];
    for (const value of values) {
        const root = await trustedRootIn(value);
        if ("trouble" in root)
            throw unfit(file, root.trouble);
        read.push(root);
    }
    // Who certified may be of one root and who told the time of another.
    const clocks = read.flatMap(({ material }) => material.timestampAuthorities);
    return read.map(({ material, certificateNames, timestampNames }) => ({
        logs: material.tlogs,
        timestampAuthorities: material.timestampAuthorities.map((authority, index) => ({
            name: timestampNames[index] ?? "",
            authority,
            check: new TokenCheck(authority, (trust) => new Verifier(trust, CLOCK_ALONE)),
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
    return own === undefined ? null : (0,certificate/* organisationIn */.K)(new external_node_crypto_.X509Certificate(own.root.toDER()).subject);
}
function unfit(file, trouble) {
    return new failure/* Failure */.HR("input", `the trusted root ${file} ${trouble}`, {
        hint: `get one with: ${HOW_TO_GET_ROOTS}`,
    });
}


/***/ }),

/***/ 68951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ sigstoreBundle),
/* harmony export */   s: () => (/* binding */ sigstoreCore)
/* harmony export */ });
/** What is asked for once stays: the bundled program builds a namespace anew for each import. */
function once(load) {
    let loaded;
    return async () => (loaded ??= load());
}
/** The libraries of Sigstore that every run needs, loaded with the first of them. */
const sigstoreBundle = once(async () => Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)));
const sigstoreCore = once(async () => __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)));


/***/ }),

/***/ 4028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _sigstore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68951);

/** A token is a kilobyte, or six with its certificates; a parser would work for long on a large one. */
const LARGEST_TOKEN = 32_768;
/** Granted, and granted with changes. */
const GRANTED = new Set([0n, 1n]);
/** The time at which an authority that the roots name saw the signature. Never throws. */
async function timeOf(token, { signature, roots }) {
    if (token.length > LARGEST_TOKEN)
        return wrong(`is too large (${token.length} bytes)`);
    const { RFC3161Timestamp } = await (0,_sigstore_js__WEBPACK_IMPORTED_MODULE_0__/* .sigstoreCore */ .s)();
    let stamp;
    let signedBy;
    let time;
    try {
        stamp = RFC3161Timestamp.parse(Buffer.from(token));
        if (!GRANTED.has(stamp.status))
            return wrong("is a refusal of the authority");
        time = stamp.signingTime;
        if (Number.isNaN(time.getTime()))
            return wrong("cannot be read");
        signedBy = { signerIssuer: stamp.signerIssuer, signerSerialNumber: stamp.signerSerialNumber };
    }
    catch {
        // The library reads a damaged token into errors of every kind.
        return wrong("cannot be read");
    }
    if (!isOver(stamp, signature))
        return wrong("is over another signature");
    const known = roots.flatMap(({ timestampAuthorities }) => timestampAuthorities.filter(has(signedBy)));
    const [first] = known;
    if (first === undefined)
        return unknown("is of an authority that no given root names");
    const inForce = known.filter(({ authority: { validFor } }) => validFor.start <= time && time <= validFor.end);
    if (inForce.length === 0) {
        return unknown(`is of ${first.name}, which the root does not vouch for at ${time.toISOString()}`);
    }
    if (!isSupported(stamp))
        return unknown(`of ${first.name} is signed with an algorithm not supported here`);
    const giver = inForce.find(({ check }) => check.holds(stamp, signature));
    if (giver !== undefined)
        return { kind: "proven", time, authority: giver.name };
    return wrong(`names ${first.name}, but its signature or certificate does not hold`);
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
function has(signedBy) {
    return ({ authority: { certChain } }) => {
        const [leaf] = certChain;
        return (leaf !== undefined &&
            leaf.issuer.equals(signedBy.signerIssuer) &&
            leaf.serialNumber.equals(signedBy.signerSerialNumber));
    };
}
/** The library takes every RSA signature for one over SHA-256. */
function isSupported(stamp) {
    try {
        const byName = stamp.signatureAlgorithm;
        return byName !== undefined || stamp.signerDigestAlgorithm === "sha256";
    }
    catch {
        return false;
    }
}
function wrong(trouble) {
    return { kind: "wrong", trouble: `the timestamp ${trouble}` };
}
function unknown(trouble) {
    return { kind: "unknown", trouble: `the timestamp ${trouble}` };
}


/***/ })

};
