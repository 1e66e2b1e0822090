export const id = 408;
export const ids = [408];
export const modules = {

/***/ 90596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ keySigner),
/* harmony export */   z: () => (/* binding */ attester)
/* harmony export */ });
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98316);

/** A signer with a key of our own. No time and no log: that is for witnesses. */
function keySigner({ privateKey, fingerprint }) {
    return {
        promise: { signing: "key", timestamp: false, log: false },
        async sign(bytes) {
            const { sign } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 19));
            const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
            return {
                signature: sign(digest, bytes, privateKey),
                // The same hint that cosign writes: base64 of the SPKI's sha256.
                keyHint: Buffer.from(fingerprint, "hex").toString("base64"),
            };
        },
    };
}
/** The signing step as a function of the previous statement. */
function attester(signer) {
    return async (evidence, files, previous) => {
        const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementOf */ .T8)(evidence, { files, previous, assurance: signer.promise });
        return { statement, bundle: await bundled(statement, signer) };
    };
}
/** A Sigstore bundle v0.3 with the statement in a DSSE envelope. */
async function bundled(statement, signer) {
    const [{ bundleToJSON, toDSSEBundle }, { dsse }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)),
    ]);
    const artifact = Buffer.from(JSON.stringify(statement));
    const { signature, keyHint } = await signer.sign(dsse.preAuthEncoding(_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc, artifact));
    const bundle = toDSSEBundle({ artifact, artifactType: _statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc, signature, keyHint });
    const json = bundleToJSON(bundle);
    // With the hint as keyid every verifier written in Go counts no signature; without a keyid in-toto's own finds none.
    for (const each of json.dsseEnvelope?.signatures ?? [])
        each.keyid = "";
    return `${JSON.stringify(json)}\n`;
}


/***/ }),

/***/ 81358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ generatedKey),
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
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   To: () => (/* binding */ PREDICATE_TYPE),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   WZ: () => (/* binding */ Statement),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);



const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const Sha256 = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    signing: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["key", "keyless"]),
    timestamp: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    log: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
const Predicate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    stream: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ name: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .StreamName */ .iN, site: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    /** Both null: not chained. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().nullable(),
    previous: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ sequence: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), statement: Sha256 }).nullable(),
    restart: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).nullable(),
    cadence: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCES */ .br),
    collectedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["complete", "partial", "failed"]),
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive() }),
    assurance: Assurance,
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ comparedWith: Sha256 }).nullable(),
});
/** An in-toto Statement v1 about the files of one run folder. */
const Statement = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(STATEMENT_TYPE),
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        // A bare file name: a path could point out of the run folder.
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
        digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ sha256: Sha256 }),
    }))
        .min(1)
        .max(16),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(PREDICATE_TYPE),
    predicate: Predicate,
});
/** What we say about the evidence. A run without a repository is not chained. */
function statementOf(evidence, { files, previous, assurance, }) {
    const { stream, source, collectedAt, outcome, run } = evidence;
    return {
        _type: STATEMENT_TYPE,
        subject: files.map(({ name, bytes }) => ({ name, digest: { sha256: (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes) } })),
        predicateType: PREDICATE_TYPE,
        predicate: {
            stream: { name: stream.name, site: source.site },
            sequence: previous === null ? null : previous.sequence + 1,
            previous: previous === null ? null : { ...previous },
            restart: null,
            cadence: stream.cadence,
            collectedAt,
            outcome,
            run: { id: run.id, attempt: run.attempt },
            assurance,
            changes: null,
        },
    };
}


/***/ }),

/***/ 11848:
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

/***/ 12193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ SECRET_NAMES),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W1: () => (/* binding */ configOf),
/* harmony export */   p2: () => (/* binding */ INPUT_NOTES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88532);
/* harmony import */ var _attest_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81358);
/* harmony import */ var _datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3694);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13364);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80150);







const NOT_YET = "is not available in this version";
/**
 * One entry for each input of the Action, under the same name. `action.yml`, the
 * reference and `--help` are generated from it: `description` is what an input
 * is, `default` how its default reads, `isSecret` what never becomes a flag.
 */
const Inputs = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    "api-key": key("api-key").meta({
        description: "Datadog API key, 32 hexadecimal characters.",
        isSecret: true,
        required: true,
    }),
    "app-key": key("app-key").meta({
        description: "Datadog application key with the permissions in the README, best of a service account.",
        isSecret: true,
        required: true,
    }),
    site: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().default("datadoghq.com").transform(failing(_datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__/* .siteOf */ .zU)).meta({
        description: "Datadog site, such as datadoghq.eu. The address of your Datadog in the browser works too. A site given as a secret works, but GitHub then masks it in every link.",
        default: "datadoghq.com",
    }),
    stream: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("default")
        .refine((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN.safeParse(name).success, {
        error: "must be 1 to 63 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
    })
        .meta({
        description: "Name of this organisation's evidence, such as prod. It becomes a folder name.",
        default: "default",
    }),
    cadence: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br, { error: `must be one of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br.join(", ")}` })
        .default("P1D")
        .meta({ description: "How often evidence is due: PT1H, PT6H, PT12H or P1D.", default: "P1D" }),
    items: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(","))
        .transform(itemList)
        .meta({ description: "Evidence items to collect, separated by commas.", default: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(",") }),
    cspm: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["auto", "required"], { error: "must be auto or required" }).default("auto").meta({
        description: "What to do where cloud posture findings are not available: auto skips them and says so, required makes the item fail.",
        default: "auto",
    }),
    "monitor-tag": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("compliance")
        .refine((tag) => /^[^\s,"\\]{1,200}$/.test(tag), {
        error: "must be one tag without spaces, commas or quotes: Datadog cannot find tags that hold them",
    })
        .meta({ description: "The exact tag of the monitors that count as evidence.", default: "compliance" }),
    organization: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .max(200, { error: "must be at most 200 characters" })
        .refine((name) => !/\p{C}/u.test(name), { error: "must not hold control characters" })
        .nullable()
        .default(null)
        .meta({ description: "Name of the organisation as it shall stand in the evidence." }),
    signing: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["auto", "keyless", "key", "none"], { error: "must be auto, keyless, key or none" })
        .default("auto")
        .refine((mode) => mode !== "keyless", { error: `keyless ${NOT_YET}; use key` })
        .meta({
        description: "How evidence is signed. key and auto use signing-key. none leaves it unsigned, which ends with exit 2 and an artifact named UNSIGNED. keyless is not available in this version.",
        default: "auto",
    }),
    "signing-key": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().default(null).meta({
        description: "Private key to sign with: ECDSA P-256 or Ed25519 as PKCS#8 PEM, also with \\n written out or as base64 of the whole.",
        isSecret: true,
    }),
    "signing-key-passphrase": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .nullable()
        .default(null)
        .meta({ description: "Passphrase of an encrypted signing-key.", isSecret: true }),
    "timestamp-url": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("none")
        .refine((url) => url === "none", {
        error: `a timestamp authority ${NOT_YET}; leave it out or use none`,
    })
        .meta({
        description: "RFC 3161 timestamp authority. Only none is available in this version.",
        default: "none",
    }),
    "min-assurance": zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["key", "key+time", "keyless"], { error: "must be key, key+time or keyless" })
        .default("key")
        .refine((level) => level === "key", { error: `more than key ${NOT_YET}` })
        .meta({
        description: "The least assurance that is good enough. Only key is available in this version.",
        default: "key",
    }),
    "pseudonym-key": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .min(16, { error: "must be at least 16 characters" })
        .nullable()
        .default(null)
        .meta({
        description: "Secret from which pseudonyms of resources are made. Keep it for as long as runs shall be comparable; without it the application key serves, and pseudonyms change when that is rotated.",
        isSecret: true,
    }),
    privacy: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["standard", "minimal"], { error: "must be standard or minimal" })
        .default("standard")
        .meta({
        description: "standard keeps names and titles, minimal only ids, states and counts.",
        default: "standard",
    }),
    "raw-pages": yesOrNo(false).meta({
        description: "Whether the artifact also holds Datadog's raw answers, for checking the sha256 of each page. They hold personal data, so never in a public repository, not even with allow-public.",
        default: "false",
    }),
    "fail-on": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("incomplete")
        .transform((list, context) => {
        const gates = (0,_gate_js__WEBPACK_IMPORTED_MODULE_4__/* .gatesOf */ .og)(list);
        if (gates !== null)
            return gates;
        context.addIssue({ code: "custom", message: `must be ${_gate_js__WEBPACK_IMPORTED_MODULE_4__/* .GATE_WORDS */ .OO}` });
        return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
    })
        .meta({
        description: "What ends a run with an error although its evidence was published: incomplete, attention, thresholds such as critical>0, separated by commas, or never.",
        default: "incomplete",
    }),
    deadline: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("PT10M")
        .transform((text, context) => {
        const ms = durationMs(text);
        if (ms !== null && ms >= 10_000 && ms <= 6 * 3_600_000)
            return ms;
        context.addIssue({ code: "custom", message: "must be a duration such as PT10M, from PT10S to PT6H" });
        return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
    })
        .meta({
        description: "The run ends by then. What was not collected in time is named in the evidence.",
        default: "PT10M",
    }),
    repository: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .nullable()
        .default(null)
        .refine((name) => name === null, { error: `committing to GitHub ${NOT_YET}` })
        .meta({ description: "Evidence repository, owner/name. Not available in this version." }),
    "repository-token": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .nullable()
        .default(null)
        .refine((token) => token === null, { error: `committing to GitHub ${NOT_YET}` })
        .meta({
        description: "Token that may write the evidence repository. Not available in this version.",
        isSecret: true,
    }),
    branch: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .nullable()
        .default(null)
        .refine((name) => name === null, { error: `committing to GitHub ${NOT_YET}` })
        .meta({ description: "Branch of the evidence repository. Not available in this version." }),
    path: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default(".")
        .refine(isFolderBelow, { error: "must be a folder inside the repository, such as evidence/datadog" })
        .meta({ description: "Folder of the evidence repository that holds the streams.", default: "." }),
    "allow-public": yesOrNo(false).meta({
        description: "Whether evidence may be published in a public repository, where everybody reads it.",
        default: "false",
    }),
    "retention-days": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .nullable()
        .default(null)
        .transform((text, context) => {
        if (text === null)
            return null;
        const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
        if (days >= 1 && days <= 400)
            return days;
        context.addIssue({ code: "custom", message: "must be a whole number from 1 to 400" });
        return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
    })
        .meta({
        description: "Days that GitHub keeps the artifact, 1 to 90 (400 in private repositories). By default the repository's setting.",
    }),
});
const Note = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    default: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
    isSecret: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().optional(),
    required: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().optional(),
});
/** The notes on every input, by name, in their order. */
const INPUT_NOTES = new Map(Object.entries(Inputs.shape).map(([name, input]) => {
    const { description, default: byDefault, isSecret, required } = Note.parse(input.meta());
    return [
        name,
        {
            description,
            ...(byDefault === undefined ? {} : { default: byDefault }),
            ...(isSecret === undefined ? {} : { isSecret }),
            ...(required === undefined ? {} : { required }),
        },
    ];
}));
const INPUT_NAMES = [...INPUT_NOTES.keys()];
/** Inputs whose values never become a flag, a line of the log or part of a file. */
const SECRET_NAMES = INPUT_NAMES.filter((name) => INPUT_NOTES.get(name)?.isSecret === true);
/**
 * The inputs as the program uses them. Throws one failure that names every
 * problem, those found elsewhere too, before anything is asked.
 */
function configOf(raw, otherProblems = []) {
    const given = Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => {
        if (value === undefined || value.trim() === "")
            return [];
        return [[name, VERBATIM.has(name) ? value : value.trim()]];
    }));
    const parsed = Inputs.safeParse(given);
    const signing = signingOf(given);
    const problems = [
        ...(parsed.success ? [] : parsed.error.issues.map(sentence)),
        ...swapped(given),
        ...(signing.problem === null ? [] : [signing.problem]),
        ...exposed(given),
        ...otherProblems,
    ];
    if (!parsed.success || problems.length > 0)
        throw inputFailure(problems);
    return { ...parsed.data, key: signing.key };
}
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
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP({ error: `is required: give it as a secret (command line: ${variable})` })
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
    const secrets = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .formsOf */ .X)(SECRET_NAMES.map((name) => given[name]));
    return Object.entries(given).flatMap(([name, value = ""]) => !SECRET_NAMES.includes(name) && secrets.some((secret) => value.includes(secret))
        ? [`${name}: holds a secret of this run, which everybody would read`]
        : []);
}
function signingOf(given) {
    const { signing: mode = "auto", "signing-key": text, "signing-key-passphrase": passphrase } = given;
    if (mode === "none" || mode === "keyless")
        return { key: null, problem: null };
    if (text === undefined) {
        return {
            key: null,
            problem: "signing-key: is required to sign (command line: --signing-key FILE or SIGNING_KEY); make one with: datadog-evidence keygen",
        };
    }
    try {
        return { key: (0,_attest_key_js__WEBPACK_IMPORTED_MODULE_0__/* .signingKey */ .NR)(text, passphrase ?? null), problem: null };
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            throw error;
        const [, rest = error.message] = /^signing-key (.*)$/.exec(error.message) ?? [];
        return { key: null, problem: `signing-key: ${rest}${error.hint === undefined ? "" : `; ${error.hint}`}` };
    }
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
            return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
        }
    };
}
function itemList(text, context) {
    const names = text.split(/[\s,]+/).filter((name) => name !== "");
    const items = _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.filter((id) => names.includes(id));
    if (items.length > 0 && names.every((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.some((id) => id === name)))
        return items;
    context.addIssue({ code: "custom", message: `must be one or more of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(", ")}` });
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
}
function yesOrNo(byDefault) {
    return zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
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
function isFolderBelow(folder) {
    return folder === "." || folder.split("/").every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
}


/***/ }),

/***/ 75529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Hg: () => (/* binding */ isCertificateTrouble),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _evidence_redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56884);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8132);



/**
 * An error status as a failure. Datadog answers errors in three shapes: JSON
 * with strings, JSON:API with objects, and HTML from its front door.
 */
function refusal(answer) {
    const { what, status, permission } = answer;
    const said = sentencesOf(answer.bytes, answer.secrets);
    const details = said.length === 0 ? "" : `: ${said.join("; ")}`;
    if (status >= 300 && status < 400) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("refused", `Datadog redirected ${what} (${status})`, {
            hint: "redirects are not followed, because keys would travel with them; check for a proxy in between",
        });
    }
    if (status === 403 && isWebPage(answer.bytes)) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("refused", `${what} was refused (403) by a web page, not by Datadog's API`, {
            hint: "Datadog's front door refuses a malformed key so, and a proxy what it blocks",
        });
    }
    if (status === 403 && permission !== undefined) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("permission", `Datadog refused ${what} (403): the application key lacks ${permission}`, {
            hint: `give the key's owner a role with ${permission}, and, if the key is scoped, add that scope`,
        });
    }
    if (status === 401) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("refused", `Datadog refused ${what} (401)${details}`, {
            hint: "the application key is missing, wrong or revoked",
        });
    }
    const code = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(status);
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(code, `Datadog ${code === "server-error" ? "failed" : "refused"} ${what} (${status})${details}`, {
        hint: HINTS[code],
    });
}
const HINTS = {
    "not-available": "the product may not be enabled for this organisation, or not on this site",
    "rate-limited": "run less often, or ask Datadog to raise the limit",
    "server-error": "see https://status.datadoghq.com and run again",
};
/** The answer never came. */
function unreachable(what, { error, timedOut, host }) {
    const why = timedOut ? "no answer in time" : (refusalByProxy(error) ?? nameOf(error));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreachable", `Datadog could not be reached for ${what} at ${host} (${why})`, {
        hint: hintFor(error),
        cause: error,
    });
}
/** TLS does not mend itself: the certificate is wrong now and will be in a minute. */
function isCertificateTrouble(error) {
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|PRX_TLS/.test(nameOf(error)))
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
function nameOf(error) {
    if (!(error instanceof Error))
        return "unknown error";
    if ("code" in error && typeof error.code === "string")
        return error.code;
    return error.cause instanceof Error ? nameOf(error.cause) : error.name;
}
const LONGEST_SENTENCE = 200;
function isWebPage(bytes) {
    return /^\s*</.test(bytes.subarray(0, 100).toString("utf8"));
}
/** What the error body says, at most three sentences, without control characters, keys and addresses. */
function sentencesOf(bytes, secrets) {
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
    return errors.flatMap((error) => sentence(error, secrets)).slice(0, 3);
}
function sentence(error, secrets) {
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
    const safe = (0,_evidence_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .p)(withoutKeys).text;
    return safe === "" ? [] : [safe.slice(0, LONGEST_SENTENCE)];
}


/***/ }),

/***/ 8132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Dm: () => (/* binding */ isTransientStatus),
/* harmony export */   E_: () => (/* binding */ GIVE_UP_AFTER_MS),
/* harmony export */   FR: () => (/* binding */ ATTEMPT_TIMEOUT_MS),
/* harmony export */   Ku: () => (/* binding */ AUXILIARY_PATIENCE_MS),
/* harmony export */   a2: () => (/* binding */ retryDelay)
/* harmony export */ });
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
 * first of an unbroken row of failures, `chance` a number in [0, 1) that spreads
 * clients which failed together.
 */
function retryDelay(failure) {
    if (!failure.isTransient)
        return null;
    const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failure.attempt - 1), LONGEST_BACKOFF_MS);
    const wait = Math.round(ceiling * (0.5 + failure.chance / 2));
    return failure.failingForMs + wait > (failure.patienceMs ?? GIVE_UP_AFTER_MS) ? null : wait;
}
/** Whether asking again may help: 408, 429 and 5xx pass, other answers stay as they are. */
function isTransientStatus(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** How an error status reads in the evidence. */
function reasonOf(status) {
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


/***/ }),

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   zU: () => (/* binding */ siteOf)
/* harmony export */ });
/* unused harmony exports SITES, appHost */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);

/**
 * The nine Datadog sites. An API host is always `api.<site>`; the app host is
 * `app.<site>` for bare domains and the site itself for the others.
 * https://docs.datadoghq.com/getting_started/site
 */
const SITES = [
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
    const site = SITES.find((known) => host === known || host === `api.${known}` || host === appHost(known));
    if (site !== undefined)
        return site;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "site is not one of Datadog's", { hint: `use one of ${SITES.join(", ")}` });
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
        signals: (query, window) => `${app}/security?${parameters({ query, start: Date.parse(window.from), end: Date.parse(window.to) })}`,
        signal: (id) => `${app}/security/signal?${parameters({ event: id })}`,
        monitors: (query) => `${app}/monitors/manage?${parameters({ q: query })}`,
        monitor: (id) => `${app}/monitors/${id}`,
        findings: (query) => `${app}/security/compliance?${parameters({ query })}`,
        rule: (id) => id === null ? `${app}/security/compliance` : `${app}/security/rules/view/${encodeURIComponent(id)}`,
    };
}
function parameters(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("&");
}


/***/ }),

/***/ 32299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   tR: () => (/* binding */ dispatcherFor),
/* harmony export */   wD: () => (/* binding */ exchanged)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75529);




/** One exchange. Throws a failure when no whole answer came; redirects are answers and never followed. */
async function exchanged({ method, url, headers, body }, over) {
    const what = `${method} ${url.pathname}`;
    const timeout = AbortSignal.timeout(over.timeoutMs);
    let hasHead = false;
    try {
        const response = await (0,undici__WEBPACK_IMPORTED_MODULE_1__/* .request */ .Em)(url, {
            method,
            dispatcher: over.dispatcher,
            signal: AbortSignal.any([over.signal, timeout]),
            headers: {
                accept: "application/json",
                ...headers,
                ...(body === undefined ? {} : { "content-type": "application/json" }),
            },
            body: body === undefined ? null : JSON.stringify(body),
        });
        hasHead = true;
        const { bytes, sha256 } = await read(response.body, { what, largestBody: over.largestBody });
        return { status: response.statusCode, headers: headersOf(response.headers), bytes, sha256 };
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR || !isTransportError(error))
            throw error;
        if (hasHead)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .unreachable */ .HB)(what, { error, timedOut: timeout.aborted, host: url.host });
    }
}
/** Connections to the origin; a proxy never stands between us and our own machine. */
function dispatcherFor(origin) {
    return isLoopback(origin) ? new undici__WEBPACK_IMPORTED_MODULE_1__/* .Agent */ .g6(CONNECTIONS) : throughProxy();
}
const CONNECTIONS = { connections: 8, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } };
/** Connections by way of the proxy that the environment names, if it names one. */
function throughProxy() {
    try {
        return new undici__WEBPACK_IMPORTED_MODULE_1__/* .EnvHttpProxyAgent */ .J2(CONNECTIONS);
    }
    catch (error) {
        const isForeseen = [TypeError, URIError, undici__WEBPACK_IMPORTED_MODULE_1__/* .errors */ .sO.InvalidArgumentError].some((kind) => error instanceof kind);
        if (!isForeseen)
            throw error;
        // Without its cause, which holds the address and with it the proxy's password.
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy", {
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
async function read(body, { what, largestBody }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > largestBody) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("cap", `Datadog's answer to ${what} is larger than ${largestBody} bytes`, {
                hint: "no page is that large; check for a proxy in between",
            });
        }
        digest.update(chunk);
        chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), sha256: digest.digest("hex") };
}
function headersOf(headers) {
    return {
        get(name) {
            const value = headers[name];
            return (Array.isArray(value) ? value[0] : value) ?? null;
        },
    };
}


/***/ }),

/***/ 13431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   RB: () => (/* binding */ serialized),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   w$: () => (/* binding */ inFileOrder)
/* harmony export */ });
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
    return `${JSON.stringify(inFileOrder(evidence), null, 2)}\n`;
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
    return records.toSorted((a, b) => compare(a.timestamp ?? "", b.timestamp ?? "") || compare(a.id, b.id));
}
/** By number or by code unit, never by locale: the order must not depend on the machine. */
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 22322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RL: () => (/* binding */ evidenceFiles),
/* harmony export */   aG: () => (/* binding */ recordsFileName),
/* harmony export */   kQ: () => (/* binding */ runFolder)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);

/** Over this, records move out: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;
/**
 * The files that hold the evidence, `evidence.json` first. An item that would
 * make it too large keeps its counts, checks and ledger there; its records move,
 * whole, one a line, to `records-<item>.ndjson`.
 */
function evidenceFiles(evidence, largest = LARGEST_EVIDENCE) {
    const moved = [];
    let rest = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .inFileOrder */ .w$)(evidence);
    let text = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .serialized */ .RB)(rest);
    const bySize = rest.items.toSorted((a, b) => JSON.stringify(b.records).length - JSON.stringify(a.records).length);
    for (const item of bySize) {
        if (Buffer.byteLength(text) <= largest || item.records.length === 0)
            break;
        const file = recordsFile(item);
        moved.push(file);
        rest = lightened(rest, { item: item.id, file });
        text = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .serialized */ .RB)(rest);
    }
    return [{ name: "evidence.json", bytes: Buffer.from(text) }, ...moved];
}
function lightened(evidence, { item, file }) {
    const items = evidence.items.map((each) => (each.id === item ? withoutRecords(each, file) : each));
    return { ...evidence, items };
}
/** The name of the file that holds an item's records when `evidence.json` does not. */
function recordsFileName(item) {
    return `records-${item}.ndjson`;
}
function recordsFile({ id, records }) {
    const lines = records.map((record) => `${JSON.stringify(record)}\n`);
    return { name: recordsFileName(id), bytes: Buffer.from(lines.join("")) };
}
function withoutRecords(item, file) {
    const caveat = `the ${item.records.length} records are in ${file.name}, sha256 ${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(file.bytes)}`;
    return { ...item, records: [], caveats: [...item.caveats, caveat] };
}
/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
function runFolder({ collectedAt, run }) {
    const [day = "", time = ""] = collectedAt.split("T");
    return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
}


/***/ }),

/***/ 75417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leakIn),
/* harmony export */   W: () => (/* binding */ leaksIn)
/* harmony export */ });
/** Shapes that nothing but a secret has. Each vendor's own prefix, so that ordinary words never match. */
const SHAPES = [
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
function leaksIn(files, secretForms) {
    return files.flatMap(({ name, bytes }) => [...textsOf(name, bytes.toString("utf8"))].flatMap(([where, text]) => {
        const what = kindOf(text, secretForms);
        return what === null ? [] : [{ where: `${name} ${where}`, what }];
    }));
}
/**
 * What kind of secret a raw answer holds, as it is written or inside its JSON;
 * null when it holds none. E-mail addresses and the like are none.
 */
function leakIn(bytes, secretForms) {
    const content = bytes.toString("utf8");
    const written = kindOf(content, secretForms);
    // Without an escape, what JSON holds is what is written.
    if (written !== null || !content.includes("\\"))
        return written;
    for (const text of textsOfAnswer(content)) {
        const what = kindOf(text, secretForms);
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
function kindOf(text, secretForms) {
    if (secretForms.some((form) => text.includes(form)))
        return "a key that this run uses";
    if (isCutInside(text, secretForms))
        return "the beginning of a key that this run uses";
    return SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;
}
/** How the projection ends a text that it shortened. */
const CUT = "… [cut]";
/** So much of a key is no accident, and no less is worth stopping for. */
const TELLING = 8;
/** Whether a text was shortened in the middle of a key, so that no whole form is left to find. */
function isCutInside(text, secretForms) {
    if (!text.endsWith(CUT))
        return false;
    const body = text.slice(0, -CUT.length);
    return secretForms.some((form) => {
        const begin = body.lastIndexOf(form.slice(0, TELLING));
        return begin >= 0 && form.startsWith(body.slice(begin));
    });
}
/** The texts of a JSON or NDJSON file, each with its path; names of members count as texts too. */
function* textsOf(name, content) {
    if (!name.endsWith(".ndjson")) {
        yield* textsIn(JSON.parse(content), "");
        return;
    }
    for (const [index, line] of content.split("\n").entries()) {
        if (line !== "")
            yield* textsIn(JSON.parse(line), `line ${index + 1}`);
    }
}
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

/***/ 35498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ ITEM_IDS),
/* harmony export */   br: () => (/* binding */ CADENCES),
/* harmony export */   iN: () => (/* binding */ StreamName),
/* harmony export */   of: () => (/* binding */ Evidence)
/* harmony export */ });
/* unused harmony exports SignalCounts, MonitorCounts, FindingCounts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
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
    const underReview = records.filter(({ triage }) => triage.state === "under_review").length;
    const archived = records.filter(({ triage }) => triage.state === "archived").length;
    return {
        critical: records.filter(({ severity }) => severity === "critical").length,
        high: records.filter(({ severity }) => severity === "high").length,
        total: records.length,
        open: records.length - underReview - archived,
        underReview,
        archived,
    };
}
/** Counts of monitors; muted cuts across the other three. */
function countMonitors(records) {
    const of = (verdict) => records.filter((record) => record.verdict === verdict).length;
    return {
        total: records.length,
        passing: of("passing"),
        failing: of("failing"),
        notEvaluated: of("notEvaluated"),
        muted: records.filter(({ muted }) => muted).length,
    };
}
/** Counts of findings; critical, high and total include muted ones. */
function countFindings(records) {
    return {
        critical: records.filter(({ severity }) => severity === "critical").length,
        high: records.filter(({ severity }) => severity === "high").length,
        total: records.length,
        muted: records.filter(({ muted }) => muted).length,
    };
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

/***/ 13364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ GATE_WORDS),
/* harmony export */   TH: () => (/* binding */ metric),
/* harmony export */   og: () => (/* binding */ gatesOf),
/* harmony export */   sX: () => (/* binding */ exitOf)
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
function metric(name, evidence) {
    return METRICS[name].read(evidence.items);
}
/** The gates that a list such as `incomplete, critical>0` names; null when a word is unknown. */
function gatesOf(list) {
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
function exitOf(evidence, { gates, undone, }) {
    const could = [...(evidence.outcome === "failed" ? ["nothing could be collected"] : []), ...undone];
    const content = gates.flatMap((gate) => fired(gate, evidence));
    const missing = gates.some(({ kind }) => kind === "incomplete") ? incomplete(evidence) : [];
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
    const actual = metric(gate.metric, evidence);
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

/***/ 95365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ collectorIdentity),
/* harmony export */   Z3: () => (/* binding */ eventPayload),
/* harmony export */   xv: () => (/* binding */ VERSION),
/* harmony export */   yK: () => (/* binding */ runIdentity)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13431);





/** As in `package.json`. */
const VERSION = "0.1.0";
/**
 * Which program collected: the digest is that of `sha256sum *` over the files
 * of `dist` in the order of their names, so that anybody can compute it.
 */
async function collectorIdentity(dist) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dist, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const lines = await Promise.all(names
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map(async (name) => `${(0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(dist, name)))}  ${name}\n`));
    return { name: "datadog-evidence", version: VERSION, sha256: (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(lines.join("")) };
}
const Event = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    schedule: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().catch(undefined),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ visibility: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(), private: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().optional() })
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

/***/ 46873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xz: () => (/* binding */ isTracked),
/* harmony export */   cH: () => (/* binding */ commitPaths),
/* harmony export */   oA: () => (/* binding */ ensureWorkTree)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);




const run = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** Throws unless the folder is a git work tree on a branch; used before anything is collected. */
async function ensureWorkTree(folder) {
    const { stdout } = await git(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
    if (stdout.trim() !== "true") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", `repository: ${folder} is a git repository without a work tree`);
    }
    if (await succeeds(folder, ["symbolic-ref", "--quiet", "HEAD"]))
        return;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", `repository: HEAD of ${folder} is detached, so a commit would be on no branch`, {
        hint: "check out the branch that holds the evidence: git switch BRANCH",
    });
}
function noWorkTree(folder) {
    return (error) => {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        if (lastWords(error).includes("safe.directory")) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", `repository: ${folder} belongs to another user, so git refuses it`, {
                hint: `allow it with: git config --global --add safe.directory ${node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder)}`,
                cause: error,
            });
        }
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", `repository: ${folder} is not a git work tree`, {
            hint: `make it one with: git init ${node_path__WEBPACK_IMPORTED_MODULE_1__.basename(folder)}`,
            cause: error,
        });
    };
}
/** Whether git knows the file at the path. */
async function isTracked(folder, file) {
    return succeeds(folder, ["ls-files", "--error-unmatch", "--", file]);
}
/** Commits exactly these paths, whatever else lies in the index, and answers with the commit's id. */
async function commitPaths(folder, { paths, message, signal, }) {
    try {
        await git(folder, ["add", "--force", "--", ...paths], signal);
        const commit = ["commit", "--quiet", "--no-verify", "--message", message, "--only", "--", ...paths];
        await git(folder, [...(await author(folder)), ...commit], signal);
        const { stdout } = await git(folder, ["rev-parse", "HEAD"], signal);
        return stdout.trim();
    }
    catch (error) {
        await unstage(folder, paths);
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        const said = signal.aborted ? "it took too long" : lastWords(error).trim().split("\n").at(-1);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("not-published", `git could not commit in ${folder}${said ? `: ${said}` : ""}`, {
            hint: "the run folder is written; commit it by hand once git works",
            cause: error,
        });
    }
}
/** What could not be committed must not slip into somebody's next commit. */
async function unstage(folder, paths) {
    const isDone = await succeeds(folder, ["reset", "--quiet", "--", ...paths]);
    // Before the first commit there is nothing to reset to.
    if (!isDone)
        await succeeds(folder, ["rm", "-r", "--cached", "--quiet", "--ignore-unmatch", "--", ...paths]);
}
/** A machine without an identity can commit too; one with an identity keeps it. */
async function author(folder) {
    const fallback = { "user.name": "datadog-evidence", "user.email": "datadog-evidence@localhost" };
    const missing = [];
    for (const [setting, value] of Object.entries(fallback)) {
        if (!(await succeeds(folder, ["config", setting])))
            missing.push("-c", `${setting}=${value}`);
    }
    return missing;
}
async function succeeds(folder, args) {
    try {
        await git(folder, args);
        return true;
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        return false;
    }
}
/**
 * What git must not inherit: our secrets, which no program that git starts
 * needs, and the repository of a git that started us.
 */
const WITHHELD = /^(?:DD_|SIGNING_KEY|PSEUDONYM_KEY|INPUT_|ACTIONS_|GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX)$)/;
/** No hook runs: one could change the evidence after it was signed, or stop it. */
const WITHOUT_HOOKS = ["-c", "core.hooksPath=/dev/null"];
async function git(folder, args, signal) {
    const environment = Object.entries(process.env).filter(([name]) => !WITHHELD.test(name));
    try {
        return await run("git", ["-C", folder, ...WITHOUT_HOOKS, ...args], {
            maxBuffer: 10_000_000,
            env: Object.fromEntries(environment),
            ...(signal === undefined ? {} : { signal }),
        });
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("not-published", "git is not installed", { cause: error });
        }
        throw error;
    }
}
function lastWords(error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr) : "";
}


/***/ }),

/***/ 12423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ writeOnce),
/* harmony export */   Rq: () => (/* binding */ writeRunFolder),
/* harmony export */   ZZ: () => (/* binding */ ensureWritable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);




/**
 * Writes the files as one folder: complete, or not at all. A folder that is
 * there already is never touched.
 */
async function writeRunFolder(folder, files) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(folder);
    const draft = draftOf(folder);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true });
        if (await exists(folder))
            throw taken(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(draft);
        for (const { name, bytes } of files)
            await writeThrough(node_path__WEBPACK_IMPORTED_MODULE_2__.join(draft, name), bytes);
        // On one file system a rename is one step, and it fails where a folder with files stands.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, folder);
    }
    catch (error) {
        await discard(draft);
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        // So says a rename when somebody else was first.
        if (codeOf(error) === "ENOTEMPTY")
            throw taken(folder);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("not-published", `${folder} cannot be written (${codeOf(error)})`, {
            hint: "check that the folder may be written and the disk has room",
            cause: error,
        });
    }
}
/** Writes a file, complete or not at all, unless there is one by that name. Answers whether it did. */
async function writeOnce(file, bytes) {
    const draft = draftOf(file);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(file), { recursive: true });
        if (await exists(file))
            return false;
        await writeThrough(draft, bytes);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, file);
        return true;
    }
    catch (error) {
        await discard(draft);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("not-published", `${file} cannot be written (${codeOf(error)})`, { cause: error });
    }
}
/** Throws unless a folder can be made and written at the path; used before anything is collected. */
async function ensureWritable(folder, input) {
    const probe = node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, `.datadog-evidence-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(probe, "wx");
        await handle.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(probe);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", `${input}: the folder ${folder} cannot be written (${codeOf(error)})`, {
            cause: error,
        });
    }
}
function taken(folder) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("not-published", `${folder} exists already; evidence is never overwritten`);
}
/** Beside what it becomes, so that a rename is one step; hidden, so that nobody takes it for the thing itself. */
function draftOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(file), `.${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`);
}
async function discard(draft) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { recursive: true, force: true });
    }
    catch {
        // What stays of a draft harms nobody, and the failure before it is the one to tell.
    }
}
async function writeThrough(file, bytes) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, "wx");
    try {
        await handle.writeFile(bytes);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
async function exists(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file);
        return true;
    }
    catch (error) {
        if (codeOf(error) === "ENOENT")
            return false;
        throw error;
    }
}
function codeOf(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}


/***/ }),

/***/ 67878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ verifyGuide)
/* harmony export */ });
/** `VERIFY.md`: literal commands that work in any run folder, with tools that we did not write. */
function verifyGuide() {
    return GUIDE;
}
const GUIDE = `# How to verify this evidence

Every run lies in a folder of its own, \`<stream>/<year>/<day>/<time>-<run>-<attempt>\`, with

- \`evidence.json\`: what Datadog said, and how completely it was collected;
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

Get the public key from the people who sign, not from this repository: a key that lies beside the
evidence proves nothing. Save it as \`signing-key.pub.pem\` and compare its fingerprint with the one they gave you:

\`\`\`sh
openssl pkey -pubin -in signing-key.pub.pem -outform DER | sha256sum
\`\`\`

## With openssl, jq and sha256sum

Run this inside the folder of a run. The key lies where \`KEY\` points.

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
B=evidence.sigstore.json
W=$(mktemp -d)
jq -r .dsseEnvelope.payload $B | base64 -d > "$W/payload"
T=$(jq -r .dsseEnvelope.payloadType $B)
{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < "$W/payload")"; cat "$W/payload"; } > "$W/signed"
jq -r '.dsseEnvelope.signatures[0].sig' $B | base64 -d > "$W/signature"
openssl dgst -sha256 -verify "$KEY" -signature "$W/signature" "$W/signed" &&
  jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

It prints \`Verified OK\` and one \`OK\` for each file; the files are only compared once the signature holds. For an Ed25519 key, replace the line with \`openssl dgst\` by

\`\`\`sh
openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$W/signed" -sigfile "$W/signature" &&
\`\`\`

## With cosign 3

\`\`\`sh
cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog evidence.json
\`\`\`

## With datadog-evidence

\`\`\`sh
datadog-evidence verify . --key signing-key.pub.pem
\`\`\`

It also checks that the evidence follows its schema, that statement and evidence agree, and that the folder is
the one where the evidence belongs. Exit 0: genuine and complete. 1: not genuine. 2: could not check. 3: genuine,
but the run is not complete.

## What a good signature does not show

That the time in the evidence is true (only a trusted timestamp shows that), that no day is missing, or that a
control is met. Evidence supports a control; whether it is enough is for the auditor to judge.
`;


/***/ }),

/***/ 37325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ collectionWord),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Kp: () => (/* binding */ githubLink),
/* harmony export */   LN: () => (/* binding */ soft),
/* harmony export */   Ne: () => (/* binding */ escapeCss),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dh: () => (/* binding */ brief),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kc: () => (/* binding */ stateWord),
/* harmony export */   rz: () => (/* binding */ datadogLink),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   xp: () => (/* binding */ checkCell)
/* harmony export */ });
/**
 * The blocks that reports are made of: values in, markup out. A parameter named
 * `html` takes markup, every other string is text and is escaped here.
 */
/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = /^.{0,200}/sv;
const LONGEST_TITLE = /^.{0,80}/sv;
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
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/;
const STATE_MARKS = { attention: "▲", clear: "●", unknown: "○" };
const COLLECTION_MARKS = { complete: "✓", partial: "◐", skipped: "–", failed: "×" };
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
/** Text that somebody else wrote: cut when very long, and unable to turn its surroundings round. */
function name(text) {
    const start = LONGEST_NAME.exec(text)?.[0] ?? "";
    const shown = `<bdi>${escapeHtml(start)}</bdi>`;
    if (start.length === text.length)
        return shown;
    return `${shown}… ${soft(`${number(text.length - start.length)} more characters in evidence.json`)}`;
}
/** Text for a title, cut when it is too long for one; still to be escaped. */
function brief(text) {
    const start = LONGEST_TITLE.exec(text)?.[0] ?? "";
    return start.length === text.length ? text : `${start}…`;
}
/** A name, as a link when the address is a page of the given Datadog site. */
function datadogLink(site, link) {
    const url = webAddress(link.href);
    if (url === null || url.host !== APP_HOSTS.get(site))
        return name(link.label);
    return anchor(url, name(link.label));
}
/** The run's number, as a link when the address is that of a run of the repository. */
function githubLink(run) {
    const url = webAddress(run.url);
    // The host is not compared: GitHub Enterprise has its own.
    const path = `/${run.repository}/actions/runs/${run.id}`;
    if (url === null || !`${url.pathname}/`.startsWith(`${path}/`))
        return name(run.id);
    return `${anchor(url, name(run.id))} ${soft(`on ${url.host}`)}`;
}
/** An instant or a day; anything else that was given for one stays text. */
function time(text) {
    if (!ISO_DATE.test(text))
        return name(text);
    return `<time datetime="${escapeHtml(text)}">${escapeHtml(text)}</time>`;
}
/** The day of an instant, with the instant behind it; anything else stays text. */
function day(text) {
    if (!ISO_DATE.test(text))
        return name(text);
    return `<time datetime="${escapeHtml(text)}">${escapeHtml(text.slice(0, "2026-11-22".length))}</time>`;
}
/** Digits in groups of three, as 61 240. */
function number(value) {
    return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gv, "\u202f");
}
/** A digest or a key, in type that tells 0 from O. */
function digest(text) {
    return `<span class="digest">${escapeHtml(text)}</span>`;
}
/** Second thoughts. */
function soft(text) {
    return `<span class="soft">${escapeHtml(text)}</span>`;
}
/** The result of an item: a word and its mark. */
function stateWord(state) {
    return `<span class="state ${state}">${sign(STATE_MARKS[state])}${state}</span>`;
}
/** How far an item or a run was collected: a word and its mark. */
function collectionWord(status) {
    return `<span class="coll ${status}">${sign(COLLECTION_MARKS[status])}${status}</span>`;
}
/** A cell that says whether a check holds; `null` where the source gave nothing to check against. */
function checkCell(holds) {
    if (holds === null)
        return `<td class="mark na">${sign("–")}<span class="vh">not given</span></td>`;
    if (holds)
        return `<td class="mark yes">${sign("✓")}<span class="vh">holds</span></td>`;
    return `<td class="mark no">${sign("×")}<span class="vh">fails</span></td>`;
}
/** Facts to file: terms and what they are, as markup. */
function facts(rows) {
    const entries = rows.map(([term, html]) => `<div><dt>${escapeHtml(term)}</dt><dd>${html}</dd></div>`);
    return `<dl class="facts">\n${entries.join("\n")}\n</dl>`;
}
/** A table with a caption and column headings; an empty heading stands over marks. */
function table(parts) {
    const heads = parts.columns.map((column) => column === "" ? '<td class="mark"></td>' : `<th scope="col">${escapeHtml(column)}</th>`);
    return `<table${parts.kind === undefined ? "" : ` class="${parts.kind}"`}><caption>${parts.html.caption}</caption>
<thead><tr>${heads.join("")}</tr></thead>
${parts.html.rows.startsWith("<tbody") ? parts.html.rows : `<tbody>\n${parts.html.rows}\n</tbody>`}
</table>`;
}
/** A section under its heading. */
function section(parts) {
    const lead = parts.lead === undefined ? "" : `\n<p>${escapeHtml(parts.lead)}</p>`;
    return `<section id="${parts.id}" aria-labelledby="h-${parts.id}">
<div class="head"><h2 id="h-${parts.id}">${escapeHtml(parts.title)}</h2>${lead}</div>
${parts.html}
</section>`;
}
/** Sentences, one below the other. */
function bullets(sentences) {
    return `<ul>\n${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("\n")}\n</ul>`;
}
function sign(mark) {
    return `<span class="sign" aria-hidden="true">${mark}</span>`;
}
function codePoint(char) {
    const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${hex}⟩`;
}
function webAddress(href) {
    const url = URL.parse(href);
    if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "")
        return null;
    return url;
}
function anchor(url, html) {
    return `<a href="${escapeHtml(url.href)}" rel="noreferrer">${html}</a>`;
}


/***/ }),

/***/ 91901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ itemLines),
/* harmony export */   U: () => (/* binding */ answersInWords)
/* harmony export */ });
/* harmony import */ var _run_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46007);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44639);


/** What a user asks of an item afterwards, a line each. */
function itemLines(item) {
    const { collection, result, population, window } = item;
    const answers = answersInWords(collection.requests.flatMap(({ pages }) => pages));
    // A failed item received nothing that could be counted; "0 records" would read as none there.
    const isKnown = collection.status === "complete" || collection.status === "partial";
    const received = isKnown ? `${collection.received} records received` : "records not known";
    const reason = collection.reason ?? result.reason;
    return [
        `${collection.status}${collection.grade === null ? "" : ` (${collection.grade})`}, state ${result.state}: ${(0,_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countsInWords */ .Pe)(item)}`,
        `${answers}, ${received}${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
        ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
        ...(reason === null
            ? []
            : [[`${reason.code}: ${reason.message}`, reason.hint].filter(Boolean).join("; ")]),
        ...item.caveats,
    ].map(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP);
}
/** How many exchanges there were, and how many of them brought no usable answer. */
function answersInWords(pages) {
    const good = pages.filter(({ status }) => status >= 200 && status < 300).length;
    const bad = pages.length - good;
    const words = `${good} ${good === 1 ? "answer" : "answers"}`;
    return bad === 0 ? words : `${words}, ${bad} refused or lost`;
}


/***/ }),

/***/ 46579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ reportOfRun)
});

// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/report/html.js
var report_html = __webpack_require__(37325);
// EXTERNAL MODULE: ./lib/report/run-words.js
var run_words = __webpack_require__(46007);
;// CONCATENATED MODULE: ./lib/report/run-ledger.js


/** More pages than this nobody reads; evidence.json has them all. */
const PAGES_SHOWN = 200;
const REQUESTS_SHOWN = 50;
/** Every request of an item with the digest of every answer, folded away. */
function ledger(item) {
    const { requests } = item.collection;
    if (requests.length === 0)
        return "<p>No request was made for this item.</p>";
    const shown = requests.slice(0, REQUESTS_SHOWN);
    const label = `${(0,report_html/* number */.ai)(requests.length)} ${requests.length === 1 ? "request" : "requests"}, with the digest of each answer`;
    return `<details><summary>${label}</summary>
${shown.map((request, index) => entry({ item, request, position: index + 1 })).join("\n")}${rest(requests.length - shown.length, "requests")}
</details>`;
}
/** How a request reads in the ledger and among the checks, for instance "request 2, GET /api/v1/monitor". */
function requestName(request, position) {
    return `request ${position}, ${request.method} ${request.path}`;
}
function entry(parts) {
    const { item, request, position } = parts;
    const label = `Pages of request ${position} for ${run_words/* ITEM_NAMES */.fH[item.id]}`;
    const shown = request.pages.slice(0, PAGES_SHOWN);
    const pages = (0,report_html/* table */.tp)({
        html: {
            caption: `Pages ${(0,report_html/* soft */.LN)("· SHA-256 of each answer as it arrived")}`,
            rows: shown.map((page, index) => pageRow(page, index + 1)).join("\n"),
        },
        columns: ["Page", "Status", "Items", "Bytes", "Attempts", "SHA-256"],
        kind: "numeric",
    });
    const end = request.drained ? "Read to its end." : "Not read to its end.";
    return `<div class="ledger"><h3>Request ${position} ${(0,report_html/* soft */.LN)(`· ${end}`)}</h3>
<p><code>${(0,report_html/* escapeHtml */.ZD)(`${request.method} ${request.path}${queryString(request)}`)}</code></p>
${body(request)}<div class="scroll" role="region" tabindex="0" aria-label="${label}">${pages}</div>${rest(request.pages.length - shown.length, "pages")}</div>`;
}
function pageRow(page, position) {
    const isAnswer = page.status >= 200 && page.status < 300;
    const cells = [
        page.status === 0 ? "no answer" : String(page.status),
        // An error carries no items; a zero would say that there were none to carry.
        isAnswer ? (0,report_html/* number */.ai)(page.items) : "not known",
        (0,report_html/* number */.ai)(page.bytes),
        (0,report_html/* number */.ai)(page.attempts),
        (0,report_html/* digest */.br)(page.sha256),
    ];
    return `<tr${isAnswer ? "" : ' class="fails"'}><th scope="row">${position}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
function queryString(request) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query)) {
        query.append(key, typeof value === "string" ? value : JSON.stringify(value));
    }
    return query.size === 0 ? "" : `?${query.toString()}`;
}
function body(request) {
    if (Object.keys(request.body).length === 0)
        return "";
    return `<pre>${(0,report_html/* escapeHtml */.ZD)(JSON.stringify(request.body, null, 2))}</pre>\n`;
}
function rest(count, what) {
    return count <= 0
        ? ""
        : `\n<p class="more">${(0,report_html/* number */.ai)(count)} more ${what} are in <code>evidence.json</code>.</p>`;
}

;// CONCATENATED MODULE: ./lib/report/run-order.js
/** What records are called, and in which order a reader wants them. */
/** What a signal is called: its title, else its rule, else its id. */
function signalName(signal) {
    return signal.title ?? signal.rule?.name ?? signal.id;
}
/** What a monitor is called: its name, else its id. */
function monitorName(monitor) {
    return monitor.name ?? `monitor ${monitor.id}`;
}
/** What a finding is called: its title, else its rule, else its id. */
function findingName(finding) {
    return finding.title ?? finding.rule?.name ?? finding.rule?.id ?? finding.id;
}
/** Signals, what stands open first: critical, then open, then newest. */
function bySignal(a, b) {
    return (severityRank(a) - severityRank(b) || triageRank(a) - triageRank(b) || descending(a.timestamp, b.timestamp));
}
/** Monitors, the failing ones first, then by name. */
function byMonitor(a, b) {
    return monitorRank(a) - monitorRank(b) || ascending(monitorName(a), monitorName(b));
}
/** Findings, the muted ones last and the critical ones first. */
function byFinding(a, b) {
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

;// CONCATENATED MODULE: ./lib/report/run-records.js



/** More rows than this nobody reads on a page; evidence.json has them all. */
const ROWS_SHOWN = 500;
/** The first characters of a pseudonym's hash tell resources apart. */
const PSEUDONYM_SHOWN = 12;
/** The records of an item as a table, what asks for attention first, or a sentence on why there is none. */
function records(item, site, files) {
    if (item.records.length === 0)
        return `<p>${(0,report_html/* escapeHtml */.ZD)(absence(item, files))}</p>`;
    if (item.id === "security-signals") {
        return listing({
            item,
            what: "signals",
            order: "critical first, then by triage state, newest first",
            columns: ["Severity", "Signal", "Triage"],
            kind: "records wide",
            rows: item.records.toSorted(bySignal).map((record) => signalRow(record, site)),
        });
    }
    if (item.id === "compliance-monitors") {
        return listing({
            item,
            what: "monitors",
            order: "failing first, then not evaluated, then muted, by name",
            columns: ["State", "Monitor", "Since"],
            kind: "records",
            rows: item.records.toSorted(byMonitor).map((record) => monitorRow(record, site)),
        });
    }
    return listing({
        item,
        what: "failing checks",
        order: "muted last, critical first, by title",
        columns: ["Severity", "Check and resource", "First seen"],
        kind: "records",
        rows: item.records.toSorted(byFinding).map((record) => findingRow(record, site)),
    });
}
function spaced(text) {
    return text.replaceAll("_", " ");
}
function listing({ item, what, order, columns, kind, rows }) {
    const shown = rows.slice(0, ROWS_SHOWN);
    const more = rows.length - shown.length;
    const seen = (0,run_words/* isFloor */.b5)(item) ? " seen; there may be more" : "";
    const caption = `${(0,report_html/* number */.ai)(rows.length)} ${rows.length === 1 ? what.replace(/s$/v, "") : what}${seen} ${(0,report_html/* soft */.LN)(`· ${order}`)}`;
    const rest = more === 0
        ? ""
        : `\n<p class="more">The first ${(0,report_html/* number */.ai)(ROWS_SHOWN)} are shown. ${(0,report_html/* number */.ai)(more)} more are in <code>evidence.json</code>.</p>`;
    return `${(0,report_html/* table */.tp)({ html: { caption, rows: shown.join("\n") }, columns, kind })}${rest}`;
}
function absence(item, files) {
    const figures = (0,run_words/* figuresOf */.h5)(item);
    if (figures === null)
        return "No record was obtained. That is not the same as there being none.";
    const elsewhere = `records-${item.id}.ndjson`;
    if (files.some((file) => file.name === elsewhere))
        return `The records are in ${elsewhere}, beside evidence.json.`;
    if (figures.some(([, value]) => value > 0))
        return "The records themselves are not kept in this file.";
    if ((0,run_words/* isFloor */.b5)(item))
        return "No record arrived before the answer was cut short.";
    return "Datadog gave no record for this query.";
}
function signalRow(signal, site) {
    const { triage } = signal;
    const notes = [
        triage.archiveReason === null ? "" : spaced(triage.archiveReason),
        triage.assigned ? "assigned" : "",
        triage.incidents === 0
            ? ""
            : `${(0,report_html/* number */.ai)(triage.incidents)} ${triage.incidents === 1 ? "incident" : "incidents"}`,
    ].filter(Boolean);
    const type = signal.rule?.type ?? null;
    return row({
        first: `<span class="${signal.severity}">${signal.severity}</span>`,
        meta: `${(0,report_html/* time */.kB)(signal.timestamp)}${type === null ? "" : ` · ${(0,report_html/* name */.UU)(type)}`}`,
        title: (0,report_html/* datadogLink */.rz)(site, { href: signal.link, label: signalName(signal) }),
        last: `${(0,report_html/* name */.UU)(spaced(triage.state))}${notes.length === 0 ? "" : ` <span class="meta">${(0,report_html/* name */.UU)(notes.join(", "))}</span>`}`,
    });
}
function monitorRow(monitor, site) {
    const flags = [
        monitor.muted
            ? monitor.mutedUntil === null
                ? "muted, no end given"
                : `muted until ${monitor.mutedUntil}`
            : "",
        monitor.draft ? "draft" : "",
        monitor.paused ? "paused" : "",
        monitor.watchesClock ? "watches the clock" : "",
    ].filter(Boolean);
    const verdict = monitor.verdict === "notEvaluated" ? ` <span class="meta">not evaluated</span>` : "";
    return row({
        first: `${(0,report_html/* name */.UU)(monitor.state)}${verdict}`,
        strong: monitor.verdict === "failing",
        meta: [monitor.type, String(monitor.id), ...flags].map(report_html/* name */.UU).join(" · "),
        title: (0,report_html/* datadogLink */.rz)(site, { href: monitor.link, label: monitorName(monitor) }),
        last: monitor.stateSince === null ? (0,report_html/* soft */.LN)("not known") : (0,report_html/* day */.vd)(monitor.stateSince),
    });
}
function findingRow(finding, site) {
    const resource = finding.resource?.replace("hmac-sha256:", "").slice(0, PSEUDONYM_SHOWN) ?? null;
    const muted = [
        "muted",
        finding.muteReason === null ? "" : spaced(finding.muteReason),
        finding.muteExpires === null ? "no end given" : `until ${finding.muteExpires}`,
    ].filter(Boolean);
    const details = [
        finding.cloudProvider,
        finding.resourceType,
        resource,
        finding.muted ? muted.join(", ") : null,
    ];
    return row({
        first: `<span class="${finding.severity}">${finding.severity}</span>`,
        meta: details
            .filter((detail) => detail !== null)
            .map(report_html/* name */.UU)
            .join(" · "),
        title: (0,report_html/* datadogLink */.rz)(site, { href: finding.link, label: findingName(finding) }),
        last: finding.firstSeen === null ? (0,report_html/* soft */.LN)("not known") : (0,report_html/* day */.vd)(finding.firstSeen),
    });
}
function row(html) {
    const first = html.strong === true ? `<strong>${html.first}</strong>` : html.first;
    return `<tr><td>${first}</td><th scope="row">${html.title} <span class="meta">${html.meta}</span></th><td>${html.last}</td></tr>`;
}

;// CONCATENATED MODULE: ./lib/report/run-item.js




/** What no run can show of an item, whatever its result. */
const LIMITS = {
    "security-signals": [
        "Signals below high, and detections that a suppression silenced.",
        "That detection works on every system: a quiet week and a broken sensor can look alike.",
        "Who triaged a signal, or whether the decision was right.",
        "Triage after the time of collection; later runs carry it.",
    ],
    "compliance-monitors": [
        "The time between two runs: a monitor can fail and recover unseen.",
        "Systems that no tagged monitor watches; the tag decides the population.",
        "That an alert reaches a person.",
    ],
    "cspm-findings": [
        "Cloud accounts that are not connected to Datadog.",
        "Checks that pass or are below high: only failing ones are asked for.",
        "Whether a muted finding was rightly accepted.",
    ],
};
/** One item in full: result, completeness with its numbers, records, requests, limits. */
function itemSection(item, context) {
    const { site } = context.evidence.source;
    const heading = `${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]))} ${(0,report_html/* stateWord */.kc)(item.result.state)}`;
    return `<section class="item is-${item.result.state}" id="${item.id}" aria-labelledby="h-${item.id}">
<div class="head"><h2 id="h-${item.id}">${heading}</h2>
<p>${(0,report_html/* name */.UU)(item.title)}, ${period(item, context.evidence)}. ${(0,report_html/* datadogLink */.rz)(site, { href: item.link, label: "The same query in Datadog, as of now" })}.</p></div>
${reasons(item)}${figures(item)}
<div class="cols">
<div>
<h3>Completeness</h3>
<p>${(0,report_html/* collectionWord */.FU)(item.collection.status)}${item.collection.grade === null ? "" : `, <i>${item.collection.grade}</i>`}. ${(0,report_html/* escapeHtml */.ZD)((0,run_words/* completeness */.Pl)(item.collection))}</p>
${populationFacts(item, context.evidence)}
${checks(item)}
</div>
<div class="notes">
${controls(item)}
${item.caveats.length === 0 ? "" : `<h3>Caveats of this run</h3>\n<div class="caveats">${(0,report_html/* bullets */.e5)(item.caveats)}</div>\n`}<h3>What this item does not show</h3>
${(0,report_html/* bullets */.e5)(LIMITS[item.id])}
</div>
</div>
<h3 class="vh">Records</h3>
${records(item, site, context.files)}
<h3 class="vh">Requests</h3>
${ledger(item)}
</section>`;
}
function period(item, evidence) {
    if (item.window === null)
        return `as it stood at ${(0,report_html/* time */.kB)(evidence.collectedAt)}`;
    return `from ${(0,report_html/* time */.kB)(item.window.from)} to ${(0,report_html/* time */.kB)(item.window.to)}, the end not included`;
}
function reasons(item) {
    const { collection, result } = item;
    const repeats = collection.reason?.message === result.reason?.message;
    return [collection.reason, repeats ? null : result.reason]
        .filter((reason) => reason !== null)
        .map(reasonBlock)
        .join("");
}
function reasonBlock(reason) {
    const hint = reason.hint === null ? "" : ` ${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)(reason.hint))}`;
    return `<div class="reason"><p><strong>${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)(reason.message))}</strong></p>
<p class="soft">Reason <code>${reason.code}</code>.${hint}</p></div>
`;
}
function figures(item) {
    const known = (0,run_words/* figuresOf */.h5)(item);
    if (known === null)
        return `<p class="no-figures">Counts: <strong>not known</strong>.</p>`;
    const floor = (0,run_words/* isFloor */.b5)(item) ? "<small>at least </small>" : "";
    const entries = known.map(([label, value]) => `<div><dt>${label}</dt><dd>${floor}${(0,report_html/* number */.ai)(value)}</dd></div>`);
    return `<dl class="figures">\n${entries.join("\n")}\n</dl>`;
}
function populationFacts(item, evidence) {
    const { status, received, unique, sourceTotal } = item.collection;
    // What an unfinished request did not bring must not read as a zero.
    const arrived = (count) => count === 0 && (status === "failed" || status === "skipped") ? "not known" : (0,report_html/* number */.ai)(count);
    return (0,report_html/* facts */.Ix)([
        ["Population", (0,report_html/* name */.UU)(item.population.what)],
        ["Population size", item.population.size === null ? "not known" : (0,report_html/* number */.ai)(item.population.size)],
        [
            "Window",
            item.window === null
                ? `none: a state, at ${(0,report_html/* time */.kB)(evidence.collectedAt)}`
                : `${(0,report_html/* time */.kB)(item.window.from)} to ${(0,report_html/* time */.kB)(item.window.to)}`,
        ],
        ["Received", arrived(received)],
        ["Unique", arrived(unique)],
        ["Datadog’s total", sourceTotal === null ? "not given" : (0,report_html/* number */.ai)(sourceTotal)],
    ]);
}
function checks(item) {
    const { requests, sourceTotal, unique, status } = item.collection;
    const rows = [
        ...item.collection.checks.map((check) => checkRow(check.ok, [(0,report_html/* name */.UU)(check.name), (0,report_html/* number */.ai)(check.expected), (0,report_html/* number */.ai)(check.actual)])),
        ...requests.map((request, index) => checkRow(request.drained, [
            `Read to its end: ${(0,report_html/* name */.UU)(requestName(request, index + 1))}`,
            "end",
            request.drained ? "end" : "not reached",
        ])),
        ...(sourceTotal === null && (status === "complete" || status === "partial")
            ? [checkRow(null, ["Datadog’s own total equals ours", "not given", (0,report_html/* number */.ai)(unique)])]
            : []),
    ];
    if (rows.length === 0)
        return "<p>No check could be made.</p>";
    return (0,report_html/* table */.tp)({
        html: { caption: `Is this everything? ${(0,report_html/* soft */.LN)("Check by check")}`, rows: rows.join("\n") },
        columns: ["", "Check", "Expected", "Found"],
        kind: "checks numeric",
    });
}
function checkRow(holds, [html, expected, found]) {
    return `<tr${holds === false ? ' class="fails"' : ""}>${(0,report_html/* checkCell */.xp)(holds)}<th scope="row">${html}</th><td>${expected}</td><td>${found}</td></tr>`;
}
function controls(item) {
    if (item.controls.length === 0)
        return "<h3>Supports</h3>\n<p>No control.</p>";
    const heading = item.result.state === "unknown" ? "Would support, were the state known" : "Supports";
    const lines = item.controls.map((control) => `<li>${controlLine(control)}</li>`);
    return `<h3>${heading}</h3>\n<ul>\n${lines.join("\n")}\n</ul>`;
}
function controlLine(control) {
    return `${(0,report_html/* name */.UU)(`${control.framework} ${control.id}`)}, ${(0,report_html/* name */.UU)(control.title)} ${(0,report_html/* soft */.LN)(`(${control.support})`)}`;
}

;// CONCATENATED MODULE: ./lib/report/run-needs.js



/** A longer list is one nobody starts on; the tables have the rest. */
const NAMED = 20;
/** What a person must do first, in the order of urgency: what was not obtained, then what stands open. */
function needs(evidence) {
    const { items } = evidence;
    const lines = [
        ...items.flatMap(missing),
        ...items.flatMap((item) => openRecords(item, evidence.source.site)),
        ...items.flatMap(openCounts),
    ];
    const html = lines.length === 0
        ? "<p>Nothing in this run asks for a person.</p>"
        : `<ol class="needs">\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ol>`;
    return (0,report_html/* section */.uW)({ id: "needs", title: "What needs a person first", html });
}
function missing(item) {
    const { collection, result } = item;
    const reason = collection.reason ?? (result.state === "unknown" ? result.reason : null);
    if (collection.status === "complete" && result.state !== "unknown")
        return [];
    const what = {
        complete: `The state of the ${run_words/* ITEM_NAMES */.fH[item.id]} is unknown.`,
        partial: `Only part of the ${run_words/* ITEM_NAMES */.fH[item.id]} was obtained.`,
        failed: `The ${run_words/* ITEM_NAMES */.fH[item.id]} were not obtained.`,
        skipped: `The ${run_words/* ITEM_NAMES */.fH[item.id]} were skipped.`,
    }[collection.status];
    const isLost = item.window === null && (collection.status === "partial" || collection.status === "failed");
    const sentences = [
        `<strong>${what}</strong>`,
        reason === null ? "" : (0,report_html/* name */.UU)((0,run_words/* reasonInWords */.jA)(reason)),
        isLost ? "A later run cannot bring this moment back." : "",
        seeItem(item),
    ];
    return [sentences.filter(Boolean).join(" ")];
}
function openRecords(item, site) {
    if (item.id === "security-signals")
        return named(item, openCriticalSignals(item, site));
    if (item.id === "compliance-monitors")
        return named(item, failingMonitors(item, site));
    return named(item, criticalFindings(item, site));
}
function openCriticalSignals(item, site) {
    const open = item.records.filter(
    // A triage state we do not know counts as open.
    ({ severity, triage }) => severity === "critical" && triage.state !== "archived" && triage.state !== "under_review");
    return open.map((signal) => {
        const link = (0,report_html/* datadogLink */.rz)(site, { href: signal.link, label: signalName(signal) });
        return `Critical signal of ${(0,report_html/* time */.kB)(signal.timestamp)}, still open: ${link}`;
    });
}
function failingMonitors(item, site) {
    const failing = item.records.filter((monitor) => monitor.verdict === "failing");
    return failing.map((monitor) => {
        const since = monitor.stateSince === null ? "" : ` since ${(0,report_html/* time */.kB)(monitor.stateSince)}`;
        const link = (0,report_html/* datadogLink */.rz)(site, { href: monitor.link, label: monitorName(monitor) });
        return `Monitor in state ${(0,report_html/* name */.UU)(monitor.state)}${since}${monitor.muted ? ", muted" : ""}: ${link}`;
    });
}
function criticalFindings(item, site) {
    const unmuted = item.records.filter((finding) => finding.severity === "critical" && !finding.muted);
    return unmuted.map((finding) => {
        const since = finding.firstSeen === null ? "" : `, first seen ${(0,report_html/* time */.kB)(finding.firstSeen)}`;
        const link = (0,report_html/* datadogLink */.rz)(site, { href: finding.link, label: findingName(finding) });
        return `Critical posture check failing${since}: ${link}`;
    });
}
function named(item, lines) {
    const more = lines.length - NAMED;
    if (more <= 0)
        return lines;
    return [...lines.slice(0, NAMED), `${(0,report_html/* number */.ai)(more)} more of this kind. ${seeItem(item)}`];
}
/** The counts that make an item ask for attention; floors are added up by nobody. */
function openCounts(item) {
    if (item.result.state === "clear")
        return [];
    const asking = ASKING[item.id];
    const figures = ((0,run_words/* figuresOf */.h5)(item) ?? []).filter(([label, value]) => value > 0 && asking.includes(label));
    if (figures.length === 0)
        return [];
    const counts = figures.map(([label, value]) => `${(0,run_words/* quantity */.au)(item, value)} ${label}`).join(", ");
    return [`${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]))}: ${counts}. ${seeItem(item)}`];
}
const ASKING = {
    "security-signals": ["open", "under review"],
    "compliance-monitors": ["failing", "not evaluated", "muted"],
    "cspm-findings": ["critical", "high", "muted"],
};
function seeItem(item) {
    return `See <a href="#${item.id}">${run_words/* ITEM_NAMES */.fH[item.id]}</a>.`;
}

;// CONCATENATED MODULE: ./lib/report/run-overview.js


const CADENCES_IN_WORDS = {
    PT1H: "one run an hour",
    PT6H: "one run every 6 hours",
    PT12H: "one run every 12 hours",
    P1D: "one run a day",
};
/** What this is and what to think of it. */
function masthead({ evidence, attestation }) {
    const { stream, source } = evidence;
    const sequence = attestation?.sequence ?? null;
    const ordinal = sequence === null ? "" : `, no. ${(0,report_html/* number */.ai)(sequence)}`;
    return `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>one run${ordinal} of stream ${(0,report_html/* name */.UU)(stream.name)}</span></div>
<div class="cover cols">
<div>
<h1>${(0,report_html/* name */.UU)((0,report_html/* brief */.dh)(source.organization ?? "Datadog"))}, ${(0,report_html/* name */.UU)(stream.name)}</h1>
<p class="sub">${(0,report_html/* time */.kB)(evidence.collectedAt)}</p>
<p class="lead">${(0,report_html/* escapeHtml */.ZD)((0,run_words/* verdict */.WJ)(evidence))}</p>
<p class="lead">${(0,report_html/* escapeHtml */.ZD)((0,run_words/* statesInWords */.Bs)(evidence.items))}</p>
</div>
<div class="verdict ${evidence.outcome}">
<p class="word">Collection: ${evidence.outcome}</p>
<p>${(0,report_html/* escapeHtml */.ZD)(signedInWords(attestation))}</p>
<p>Good until ${(0,report_html/* time */.kB)(evidence.validUntil)}.</p>
</div>
</div>
</header>`;
}
/** The items in one table: result, numbers, completeness, controls. */
function overview({ evidence }) {
    return (0,report_html/* table */.tp)({
        html: {
            caption: "The items of this run",
            rows: evidence.items.map(overviewRows).join("\n"),
        },
        columns: ["Item", "Result", "Counted", "Collection"],
        kind: "overview",
    });
}
/** Where, when and in which place of the chain. */
function about({ evidence, evidenceSha256, attestation }) {
    const { source, stream, run } = evidence;
    const seconds = Math.round((Date.parse(evidence.collectedAt) - Date.parse(evidence.startedAt)) / 1000);
    const left = (0,report_html/* facts */.Ix)([
        ["Outcome", `${(0,report_html/* collectionWord */.FU)(evidence.outcome)} ${(0,report_html/* soft */.LN)("of the collection, not of any control")}`],
        ["Collected at", `${(0,report_html/* time */.kB)(evidence.collectedAt)}, started ${(0,report_html/* number */.ai)(Math.max(seconds, 0))} s before`],
        ["Valid until", (0,report_html/* time */.kB)(evidence.validUntil)],
        ["Source", `Datadog, site ${(0,report_html/* name */.UU)(source.site)}, asked at ${(0,report_html/* name */.UU)(source.apiUrl)}`],
        [
            "Organisation",
            source.organization === null
                ? "not declared"
                : `${(0,report_html/* name */.UU)(source.organization)} ${(0,report_html/* soft */.LN)("as declared by the user")}`,
        ],
        ["Organisation id", source.organizationId === null ? "not known" : (0,report_html/* name */.UU)(source.organizationId)],
        ["Clock", clock(source.clockSkewMs)],
    ]);
    const right = (0,report_html/* facts */.Ix)([
        ["Stream", `${(0,report_html/* name */.UU)(stream.name)}, ${CADENCES_IN_WORDS[stream.cadence]} (${stream.cadence})`],
        ["Place in chain", place(attestation)],
        ["Signature", (0,report_html/* escapeHtml */.ZD)(signedInWords(attestation))],
        ["Key", attestation?.keyFingerprint == null ? "none" : (0,report_html/* digest */.br)(attestation.keyFingerprint)],
        [
            "Started by",
            `${run.github === null ? "hand" : (0,report_html/* name */.UU)(run.github.event)}, attempt ${(0,report_html/* number */.ai)(run.attempt)}`,
        ],
        ["API key", source.apiKeyId === null ? "id not known" : `id ${(0,report_html/* name */.UU)(source.apiKeyId)}`],
        ["evidence.json", (0,report_html/* digest */.br)(evidenceSha256)],
    ]);
    return (0,report_html/* section */.uW)({
        id: "about",
        title: "About this run",
        html: `<div class="two">\n${left}\n${right}\n</div>`,
    });
}
/** How the run was signed, as a sentence; nothing here has been verified. */
function signedInWords(attestation) {
    if (attestation === null)
        return "Not signed: nothing here proves who made this, or when.";
    const how = attestation.signing === "key" ? "with a key" : "without a key, in the name of the workflow";
    return `Signed ${how}, ${attestation.timestamp ? "with a trusted time" : "without a trusted time"}.`;
}
function overviewRows(item) {
    const { status, grade, reason } = item.collection;
    const how = grade ?? reason?.code ?? null;
    const collection = `${(0,report_html/* collectionWord */.FU)(status)}${how === null ? "" : ` ${(0,report_html/* soft */.LN)(how)}`}`;
    return `<tbody><tr><th scope="row"><a href="#${item.id}">${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]))}</a></th><td>${(0,report_html/* stateWord */.kc)(item.result.state)}</td><td>${(0,run_words/* countsInWords */.Pe)(item)}</td><td>${collection}</td></tr>
<tr><td class="meta supports" colspan="4">${supports(item)}</td></tr></tbody>`;
}
function supports(item) {
    if (item.controls.length === 0)
        return "Supports no control.";
    const verb = item.result.state === "unknown" ? "Would support" : "Supports";
    const frameworks = Map.groupBy(item.controls, (control) => control.framework);
    const parts = [...frameworks].map(([framework, controls]) => `${(0,report_html/* name */.UU)(framework)} ${controls.map(controlInBrief).join(", ")}`);
    return `${verb} ${parts.join(" · ")}`;
}
function controlInBrief(control) {
    return `${(0,report_html/* name */.UU)(control.id)} (${control.support})`;
}
function clock(skewMs) {
    if (skewMs === null)
        return "not known: no answer carried a date";
    if (skewMs === 0)
        return "Datadog and the collector agree";
    return `Datadog ${(0,report_html/* number */.ai)(Math.abs(skewMs))} ms ${skewMs > 0 ? "ahead of" : "behind"} the collector`;
}
function place(attestation) {
    if (attestation === null)
        return "none: not signed";
    return attestation.sequence === null ? "none: not chained" : `no. ${(0,report_html/* number */.ai)(attestation.sequence)}`;
}

;// CONCATENATED MODULE: ./lib/report/run-proof.js

/** Which code made the evidence, and what it was allowed to keep. */
function making({ evidence }) {
    const { collector, mapping, privacy } = evidence;
    const right = (0,report_html/* facts */.Ix)([
        ["Collector", `${collector.name} ${(0,report_html/* name */.UU)(collector.version)} ${(0,report_html/* digest */.br)(collector.sha256)}`],
        ["Control mapping", `${(0,report_html/* name */.UU)(mapping.version)} ${(0,report_html/* digest */.br)(mapping.sha256)}`],
        ["Rules", `version ${(0,report_html/* number */.ai)(evidence.rules)}, schema ${evidence.schema}`],
        [
            "Privacy",
            `${privacy.level}: allow-listed fields only; pseudonyms by key ${(0,report_html/* name */.UU)(privacy.pseudonymKeyId)}`,
        ],
    ]);
    return (0,report_html/* section */.uW)({
        id: "making",
        title: "How it was made",
        html: `<div class="two">\n${(0,report_html/* facts */.Ix)(origin(evidence))}\n${right}\n</div>`,
    });
}
/** The files of the run with their digests. */
function filesSection({ files, folder }) {
    const rows = files.map((file) => `<tr><th scope="row">${(0,report_html/* name */.UU)(file.name)}</th><td>${(0,report_html/* number */.ai)(file.bytes)}</td><td>${(0,report_html/* digest */.br)(file.sha256)}</td></tr>`);
    return (0,report_html/* section */.uW)({
        id: "files",
        title: "Files",
        html: (0,report_html/* table */.tp)({
            html: { caption: `Files of the run ${(0,report_html/* soft */.LN)(`· in ${folder}`)}`, rows: rows.join("\n") },
            columns: ["File", "Bytes", "SHA-256"],
            kind: "files",
        }),
    });
}
/** The commands that check the run offline. */
function verification(report) {
    const { attestation } = report;
    const lead = "Offline, with tools we did not write. This page is only a way to read evidence.json; where the two differ, the file is right.";
    const html = attestation === null ? unsigned(report) : signed({ ...report, attestation });
    return (0,report_html/* section */.uW)({ id: "verify", title: "Verify it yourself", lead, html });
}
/** What nobody may conclude from the run. */
function limits({ evidence }) {
    const isPartlyBlind = evidence.items.some((item) => item.collection.grade !== "reconciled");
    return (0,report_html/* section */.uW)({
        id: "limits",
        title: "What this evidence does not show",
        html: (0,report_html/* bullets */.e5)([
            "That a control is met. The evidence supports controls; whether they are met is for an auditor to say.",
            "That Datadog was right. It is what Datadog answered to the named keys at the named time.",
            ...(isPartlyBlind
                ? [
                    "Silent omission by Datadog, for items that are not reconciled: it gives no total to compare with.",
                ]
                : []),
            "Anything outside the named site, organisation, queries and window, or before and after this run.",
            "That no run is missing. One run cannot show that; verify the whole stream for the period.",
            "A control marked direct is one the records themselves bear on; one marked claimed is only mapped to, so ask for more.",
        ]),
    });
}
/** Text as one word of a shell command. */
function shellWord(text) {
    if (/^[\w.\/][\w.\/\-]*$/v.test(text))
        return text;
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
function origin({ run }) {
    if (run.github === null)
        return [["Run", `${(0,report_html/* name */.UU)(run.id)}, attempt ${(0,report_html/* number */.ai)(run.attempt)}, outside GitHub Actions`]];
    const { github } = run;
    return [
        ["Repository", `${(0,report_html/* name */.UU)(github.repository)} ${(0,report_html/* soft */.LN)(`id ${github.repositoryId}`)}`],
        ["Workflow", (0,report_html/* name */.UU)(github.workflowRef)],
        ["Workflow commit", (0,report_html/* digest */.br)(github.workflowSha)],
        [
            "Run",
            `${(0,report_html/* githubLink */.Kp)({ url: github.url, repository: github.repository, id: run.id })}, attempt ${(0,report_html/* number */.ai)(run.attempt)}`,
        ],
        [
            "Started by",
            `${(0,report_html/* name */.UU)(github.event)}${github.schedule === null ? "" : `, <code>${(0,report_html/* escapeHtml */.ZD)(github.schedule)}</code>`}`,
        ],
    ];
}
function unsigned({ folder, evidenceSha256 }) {
    return `<p><strong>This run is not signed</strong>, so there is no signature to check: only that the file is the one this page was made from.</p>
${commands([`cd ${shellWord(folder)}`, `echo '${evidenceSha256}  evidence.json' | sha256sum -c -`])}
<p>It can be signed later; the timestamp then shows when.</p>
${commands([`datadog-evidence attest ${shellWord(folder)}`])}`;
}
function signed(report) {
    const { attestation, evidenceSha256 } = report;
    return `<div class="cols"><div>
<h3>With our verifier</h3>
${commands(verifierCommands(report))}
<p>It exits with ${report.evidence.outcome === "complete" ? "0: genuine and complete" : "3: genuine, but not complete"}. 1 would be: not genuine; 2: could not be checked.</p>
<h3>With openssl, jq and coreutils</h3>
${commands(opensslCommands(report))}
</div>
<div class="notes">
<h3>What to compare</h3>
${identity(attestation)}
<p>SHA-256 of <code>evidence.json</code></p>
<p>${(0,report_html/* digest */.br)(evidenceSha256)}</p>
<p>More ways, among them the trusted time, are in <code>VERIFY.md</code>.</p>
</div></div>`;
}
function identity({ signing, keyFingerprint }) {
    if (signing === "keyless") {
        return "<p>The workflow and the repository must be the ones you expect: what this page says of them is not proof.</p>";
    }
    const fingerprint = keyFingerprint === null ? "" : `\n<p>${(0,report_html/* digest */.br)(keyFingerprint)}</p>`;
    return `<p>The public key must come from its owner by another way than this repository. SHA-256 of its DER form:</p>${fingerprint}`;
}
function verifierCommands({ evidence, attestation, folder }) {
    const verify = `datadog-evidence verify ${shellWord(folder)}`;
    if (attestation.signing === "key") {
        const time = attestation.timestamp ? ["--trusted-root trusted_root.jsonl --require-time"] : [];
        return [[verify, "--key signer.pub.pem", ...time].join(" \\\n  ")];
    }
    const { github } = evidence.run;
    const expected = github === null
        ? []
        : [
            `--identity ${shellWord(`https://github.com/${github.workflowRef}`)}`,
            "--issuer https://token.actions.githubusercontent.com",
            `--repository-id ${shellWord(github.repositoryId)}`,
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
        `D=${shellWord(folder)}`,
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
function commands(lines) {
    return `<pre>${(0,report_html/* escapeHtml */.ZD)(lines.join("\n"))}</pre>`;
}

;// CONCATENATED MODULE: ./lib/report/style.js
/**
 * The stylesheet of the run report: constant, so that its hash in the page's policy is too. Running titles for
 * paper stand in a style element of their own.
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
  pre { font-size: 6.5pt; padding: .5rem .7rem; }
  .cols { grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 0 2rem; }
  .two { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}

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

;// CONCATENATED MODULE: ./lib/report/run-report.js







/** One run as a self-contained page: no script, and no request to anywhere. */
function runReport(report) {
    const { evidence } = report;
    const titles = runningTitles(report);
    const sections = [
        overview(report),
        needs(evidence),
        about(report),
        ...evidence.items.map((item) => itemSection(item, { evidence, files: report.files })),
        making(report),
        filesSection(report),
        verification(report),
        limits(report),
    ];
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, STYLE])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${(0,report_html/* escapeHtml */.ZD)(pageTitle(evidence))}</title>
<style>${titles}</style>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
${masthead(report)}
<main id="content" tabindex="-1">
${sections.join("\n\n")}
</main>
<footer class="foot">
<p>Made by datadog-evidence ${(0,report_html/* escapeHtml */.ZD)(evidence.collector.version)} from one <code>evidence.json</code>. It says “supports”; it does not say that a control is met.</p>
<p>Not affiliated with or endorsed by ISO, IEC, AICPA or Datadog. Control titles are cited for reference; SOC 2 labels are our own words.</p>
</footer>
</div>
</body>
</html>
`;
}
function policy(styles) {
    const hashes = styles.map((style) => `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(style).digest("base64")}'`);
    return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}
function pageTitle(evidence) {
    const day = evidence.collectedAt.slice(0, "2026-11-22".length);
    const organization = (0,report_html/* brief */.dh)(evidence.source.organization ?? "Datadog");
    return `${day} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}
function runningTitles({ evidence, evidenceSha256, attestation }) {
    const sequence = attestation?.sequence ?? null;
    const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
    const title = `${(0,report_html/* brief */.dh)(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`;
    const foot = `evidence.json sha256 ${evidenceSha256}`;
    return `:root { --running: "${(0,report_html/* escapeCss */.Ne)(title)}"; --running-right: "${(0,report_html/* escapeCss */.Ne)(evidence.collectedAt)}"; --running-foot: "${(0,report_html/* escapeCss */.Ne)(foot)}"; }`;
}

;// CONCATENATED MODULE: ./lib/report/of-run.js



/** The HTML report of a run, from what was signed; `statement` is null where nothing was. */
function reportOfRun(of) {
    const { evidence, statement, signedBy } = of;
    const files = of.files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: (0,canonical/* sha256 */.sc)(bytes) }));
    return runReport({
        evidence,
        evidenceSha256: files[0]?.sha256 ?? "",
        files,
        attestation: statement === null
            ? null
            : {
                signing: statement.predicate.assurance.signing,
                timestamp: statement.predicate.assurance.timestamp,
                sequence: statement.predicate.sequence,
                keyFingerprint: signedBy,
            },
        folder: `${evidence.stream.name}/${(0,evidence_files/* runFolder */.kQ)(evidence)}`,
    });
}


/***/ }),

/***/ 46007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ statesInWords),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   Pl: () => (/* binding */ completeness),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   b5: () => (/* binding */ isFloor),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fH: () => (/* binding */ ITEM_NAMES),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   jA: () => (/* binding */ reasonInWords),
/* harmony export */   o3: () => (/* binding */ sentenceCase),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37325);

/** What the items are called in running text. */
const ITEM_NAMES = {
    "security-signals": "security signals",
    "compliance-monitors": "compliance monitors",
    "cspm-findings": "CSPM findings",
};
/** Whether the item's numbers are floors. */
function isFloor(item) {
    return item.collection.status === "partial";
}
/** The counts of an item under their labels, or `null` where none is known. */
function figuresOf(item) {
    // A failed item has no counts by contract; were there any, they would be zeros of an error.
    if (item.collection.status === "failed" || item.collection.status === "skipped")
        return null;
    if (item.id === "security-signals")
        return item.result.counts && signalFigures(item.result.counts);
    if (item.id === "compliance-monitors")
        return item.result.counts && monitorFigures(item.result.counts);
    return item.result.counts && findingFigures(item.result.counts);
}
/** The counts of an item as one phrase: floors say "at least", and what is not known says so. */
function countsInWords(item) {
    const figures = figuresOf(item);
    if (figures === null)
        return "not known";
    return figures.map(([label, value]) => `${quantity(item, value)} ${label}`).join(", ");
}
/** A count of the item as it may be claimed. */
function quantity(item, value) {
    return `${isFloor(item) ? "at least " : ""}${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(value)}`;
}
/** The outcome in plain words: what was collected, what it supports, and what it is not. */
function verdict(evidence) {
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
function completeness(collection) {
    if (collection.status === "complete")
        return gradeInWords(collection);
    if (collection.status === "partial") {
        return "Something is missing, and it is not known how much: every number here is a floor, not a total.";
    }
    const what = collection.status === "skipped" ? "The item was left out." : "The item was not obtained.";
    return `${what} Nothing is known of its state, and nothing here may be read as zero.`;
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
function signalFigures(counts) {
    return [
        ["critical", counts.critical],
        ["high", counts.high],
        ["total", counts.total],
        ["open", counts.open],
        ["under review", counts.underReview],
        ["archived", counts.archived],
    ];
}
function monitorFigures(counts) {
    return [
        ["total", counts.total],
        ["passing", counts.passing],
        ["failing", counts.failing],
        ["not evaluated", counts.notEvaluated],
        ["muted", counts.muted],
    ];
}
function findingFigures(counts) {
    return [
        ["critical", counts.critical],
        ["high", counts.high],
        ["total", counts.total],
        ["muted", counts.muted],
    ];
}
function gradeInWords(collection) {
    if (collection.grade === "reconciled") {
        return "Our count of unique records equals a number that Datadog itself gives.";
    }
    if (collection.grade === "drained") {
        return "The list was read to its end. Datadog gives no total to compare with, so an omission on its side would not show.";
    }
    return "No grade was reached.";
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

/***/ 44639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
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
function markdown(text) {
    return visible(text)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+\-.!|~$:/@"'^=]/g, (character) => `&#${character.codePointAt(0)};`)
        .replaceAll(/&#(?:35|64);/g, "$&\u200a");
}


/***/ }),

/***/ 68409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/attest/attest.js
var attest_attest = __webpack_require__(90596);
// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(11848);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/datadog/retry.js
var retry = __webpack_require__(8132);
;// CONCATENATED MODULE: ./lib/datadog/preflight.js



const Validation = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), attributes: schemas/* object */.Ikc({ api_key_id: schemas/* string */.YjP() }) }),
});
/**
 * Asks whether the keys work before anything is collected. Answers with their
 * owner, or with the failure that every item would meet.
 *
 * `validate_keys` (in the clients since 2026-05) tests both keys, `v1/validate`
 * the API key alone, `v2/validate` (unstable) names the organisation.
 */
async function preflight(datadog, site) {
    const both = await datadog.ask({ method: "GET", path: "/api/v2/validate_keys" });
    const { status } = both.page;
    if (status === 401 || status === 403)
        return whichKey(datadog, site);
    if (both.failure !== null && STOPS.has(both.failure.code))
        return both.failure;
    const named = await datadog.ask({
        method: "GET",
        path: "/api/v2/validate",
        patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku,
    });
    const owner = Validation.safeParse(named.json);
    if (!owner.success)
        return { organizationId: null, apiKeyId: null };
    return { organizationId: owner.data.data.id, apiKeyId: owner.data.data.attributes.api_key_id };
}
/** What no item could get past. Anything else is for the items themselves to meet and name. */
const STOPS = new Set(["unreachable", "refused", "deadline", "cancelled"]);
async function whichKey(datadog, site) {
    const alone = await datadog.ask({ method: "GET", path: "/api/v1/validate" });
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
// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
;// CONCATENATED MODULE: ./lib/evidence/clock.js
/** Less may be the network's doing; more is a clock that is wrong. */
const REMARKABLE_MS = 60_000;
/** From here on a window of days is not the window it says. */
const UNBELIEVABLE_MS = 3_600_000;
/**
 * The item in the light of how far Datadog's clock and ours are apart, null where
 * that is not known: beyond a minute with a caveat, beyond an hour not complete,
 * because nobody knows what window was looked at.
 */
function underClock(item, skewMs) {
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
        return { ...item, ...told, ...doubted(item, reason) };
    if (item.id === "compliance-monitors")
        return { ...item, ...told, ...doubted(item, reason) };
    return { ...item, ...told, ...doubted(item, reason) };
}
/** The counts stay, as a floor. */
function doubted({ collection, result }, reason) {
    const state = "unknown";
    return {
        collection: { ...collection, status: "partial", grade: null, reason },
        result: { state, reason, counts: result.counts },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/evidence/pseudonym.js

/** Pseudonyms under a key that HKDF derives from the secret. */
function pseudonyms(secret) {
    const key = derived(secret, "datadog-evidence/pseudonym-key/v1");
    const keyId = derived(secret, "datadog-evidence/pseudonym-key-id/v1").subarray(0, 8).toString("hex");
    return {
        keyId,
        of: (label, value) => `hmac-sha256:${(0,external_node_crypto_.createHmac)("sha256", key).update(`${label}\0${value}`).digest("hex")}`,
    };
}
function derived(secret, purpose) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)("sha256", secret, "", purpose, 32));
}

// EXTERNAL MODULE: ./lib/evidence/states.js
var states = __webpack_require__(88351);
;// CONCATENATED MODULE: ./lib/controls/catalogue.js

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
const MAPPING = { version: CATALOGUE.version, sha256: (0,canonical/* sha256 */.sc)((0,canonical/* canonical */.$N)(catalogueAsJson())) };
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

;// CONCATENATED MODULE: ./lib/collectors/collector.js
/** Records a page; the largest that every endpoint takes, and well below what makes them time out. */
const PAGE_SIZE = 100;
/** How nothing was asked. */
const NOT_ASKED = { requests: [], listings: [], total: null, proofs: [] };

;// CONCATENATED MODULE: ./lib/datadog/pages.js


/** The requests of one item, as they go into its evidence. */
class Ledger {
    requests = [];
    /** A new entry; a cursor in later pages is not part of it. */
    open({ method, path, query = {}, body = {} }) {
        const entry = {
            method,
            path,
            query: { ...query },
            body: { ...body },
            drained: false,
            pages: [],
        };
        this.requests.push(entry);
        return entry;
    }
}
/** Far beyond any organisation; reaching it means that the pages never end. */
const MOST_PAGES = 20_000;
/** A page that says that it may be short is asked for this often. */
const UNFINISHED_ATTEMPTS = 3;
/**
 * The pages of a listing, until the source has no more. Each exchange goes into
 * the entry. Throws the failure that ended reading early.
 */
async function* pages(datadog, entry, paging) {
    const seen = new Set();
    let cursor = null;
    let unfinished = 0;
    while (entry.pages.length < MOST_PAGES) {
        const question = paging.question(cursor);
        const reply = await datadog.ask(question);
        entry.pages.push(reply.page);
        if (reply.failure !== null) {
            if (isTooSlow(reply) && paging.shrink?.() === true)
                continue;
            throw reply.failure;
        }
        const what = `${question.method} ${question.path}`;
        const page = paging.read(reply.json);
        if (page === null)
            throw new failure/* Failure */.HR("shape", `Datadog's answer to ${what} is not the list it should be`);
        if (page.unfinished !== null && (unfinished += 1) < UNFINISHED_ATTEMPTS)
            continue;
        entry.pages[entry.pages.length - 1] = { ...reply.page, items: page.records.length };
        yield page.records;
        if (page.unfinished !== null) {
            throw new failure/* Failure */.HR("source-timeout", `Datadog answered ${what} but says that its own search did not finish (${page.unfinished})`, { hint: "the list may be short; run again when Datadog is less busy" });
        }
        if (page.next === null || page.records.length === 0) {
            entry.drained = true;
            return;
        }
        if (seen.has(page.next) || page.next === cursor) {
            throw new failure/* Failure */.HR("cursor-repeated", `Datadog repeated a cursor of ${what}; reading on would never end`);
        }
        seen.add(page.next);
        cursor = page.next;
        unfinished = 0;
    }
    throw new failure/* Failure */.HR("cap", `${entry.method} ${entry.path} did not end within ${MOST_PAGES} pages`);
}
/** Whether a shorter page might have come in time. */
function isTooSlow({ page, failure }) {
    const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
    return page.status === 504 || isTimeout;
}
/** One question with one answer: a control total or a probe, not a list. It is not waited for long. */
async function single(datadog, ledger, question) {
    const entry = ledger.open(question);
    const reply = await datadog.ask({ patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku, ...question });
    entry.pages.push(reply.page);
    entry.drained = reply.failure === null;
    return reply;
}

;// CONCATENATED MODULE: ./lib/evidence/caveats.js
/** What a reader must know to read the item rightly, in plain sentences. */
function caveats(of) {
    const { what, excluded, remarks, redactions, duplicates } = of;
    return [
        ...[...excluded]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([reason, count]) => `left out because ${reason}: ${count} of the ${what} received`),
        ...REMARKS.flatMap(([remark, sentence]) => {
            const count = remarks.get(remark) ?? 0;
            return count === 0 ? [] : [`${sentence}: ${count} of the ${what}`];
        }),
        ...(duplicates === 0 ? [] : [`received more than once, counted once: ${duplicates} of the ${what}`]),
        ...(redactions === 0 ? [] : [`e-mail, IP or webhook addresses redacted in kept texts: ${redactions}`]),
    ];
}
const REMARKS = [
    ["unknown-triage-state", "triage state not known, counted as open"],
    ["unknown-status", "status not known, counted as unmuted"],
    ["outside-window", "time outside the window that was asked for"],
    ["muted-monitor", "muted, so notifying nobody"],
    ["mute-without-expiry", "muted without an end"],
    ["draft", "draft, so notifying nobody"],
    ["paused", "paused synthetic test, its state old"],
    ["never-evaluated", "never evaluated"],
];

;// CONCATENATED MODULE: ./lib/evidence/completeness.js
/** Status, grade and checks of an item, as they follow from what was observed. */
function completeness(observed) {
    const { requests, listings, received, unique, total } = observed;
    const checks = [
        check("listing requests read to their end", listings.length, listings.filter(({ drained }) => drained).length),
        check("records kept or excluded for a stated reason", unique, observed.kept + observed.excluded),
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
function lossOf({ stopped, misshapen, listings, unique, kept, excluded, total }) {
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

// EXTERNAL MODULE: ./lib/evidence/redaction.js
var redaction = __webpack_require__(56884);
;// CONCATENATED MODULE: ./lib/evidence/projection.js


/** Names are for recognising; a longer one serves nobody and could fill a report. */
const LONGEST_TEXT = 500;
/** A field we can do without: of another type than expected it reads as absent. */
const projection_text = schemas/* string */.YjP().nullish().catch(null);
/** Datadog gives instants as ISO text or as milliseconds since 1970. */
const moment = schemas/* union */.KCZ([
    schemas/* string */.YjP().refine((instant) => !Number.isNaN(Date.parse(instant))),
    schemas/* number */.aig()
        .refine((ms) => Math.abs(ms) <= 8.64e15)
        .transform((ms) => new Date(ms).toISOString()),
]);
/** An instant we can do without. */
const optionalMoment = moment.nullish().catch(null);
/** Keeps texts according to the privacy level and counts what had to be redacted. */
function keeper(privacy) {
    let redactions = 0;
    const clean = (value) => {
        const { text: safe, hits } = (0,redaction/* redacted */.p)(value.toWellFormed());
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

;// CONCATENATED MODULE: ./lib/evidence/finding-record.js


const RawFinding = schemas/* object */.Ikc({
    finding_type: projection_text,
    severity: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    title: projection_text,
    rule: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: projection_text }).nullish().catch(null),
    resource_id: projection_text,
    resource_type: projection_text,
    cloud_resource: schemas/* object */.Ikc({ cloud_provider: projection_text }).nullish().catch(null),
    compliance: schemas/* object */.Ikc({ evaluation: projection_text }).nullish().catch(null),
    first_seen_at: optionalMoment,
    detection_changed_at: optionalMoment,
    workflow: schemas/* object */.Ikc({
        mute: schemas/* object */.Ikc({ is_muted: schemas/* boolean */.zMY().nullish().catch(null), reason: projection_text, expire_at: optionalMoment })
            .nullish()
            .catch(null),
    })
        .nullish()
        .catch(null),
});
const FindingEnvelope = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    // Documented without `custom`, recorded with it.
    attributes: schemas/* object */.Ikc({ attributes: schemas/* looseObject */._H3({ custom: schemas/* unknown */.L5J().optional() }) }),
});
/** A posture finding; failing critical and high misconfigurations are kept, muted ones too. */
function finding(raw, { privacy, pseudonyms, links }) {
    const envelope = FindingEnvelope.safeParse(raw);
    if (!envelope.success)
        return { misshapen: stumble(envelope.error) };
    const { attributes } = envelope.data;
    const id = pseudonyms.of("finding", envelope.data.id);
    const nested = attributes.attributes.custom !== undefined;
    const parsed = RawFinding.safeParse(nested ? attributes.attributes.custom : attributes.attributes);
    const base = nested ? "attributes.attributes.custom." : "attributes.attributes.";
    if (!parsed.success)
        return { misshapen: base + stumble(parsed.error) };
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
    const keep = keeper(privacy);
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

;// CONCATENATED MODULE: ./lib/collectors/coverage.js


const Coverage = schemas/* object */.Ikc({
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
async function coveredAccounts({ datadog, ledger }) {
    const reply = await single(datadog, ledger, {
        method: "GET",
        path: "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts",
    });
    const coverage = Coverage.safeParse(reply.json);
    if (!coverage.success)
        return null;
    const { total_coverage: total } = coverage.data.data.attributes;
    return total.configured_resources_count + total.partially_configured_resources_count;
}
const Counted = schemas/* object */.Ikc({
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ total_filtered_count: schemas/* int */.Whr().nonnegative() }) }),
});
/**
 * How many critical and high misconfiguration checks there are: those that fail,
 * or all of them, passing, failing and muted. Only the legacy endpoint counts,
 * where `status` is the severity and may be given once; it is planned to go, and
 * null without both its answers.
 */
async function countedChecks({ datadog, ledger }, which) {
    const counts = await Promise.all(["critical", "high"].map(async (severity) => {
        const reply = await single(datadog, ledger, {
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
        const counted = Counted.safeParse(reply.json);
        return counted.success ? counted.data.meta.page.total_filtered_count : null;
    }));
    const known = counts.filter((count) => count !== null);
    return known.length < counts.length ? null : known.reduce((sum, count) => sum + count, 0);
}

;// CONCATENATED MODULE: ./lib/collectors/gather.js



/** Reads a listing to its end or to its failure, and loses nothing that came before one. */
async function gather(listing, project) {
    const byId = new Map();
    const misshapen = [];
    let received = 0;
    let stopped = null;
    try {
        for await (const page of listing) {
            received += page.length;
            for (const raw of page) {
                const projected = project(raw);
                if ("misshapen" in projected)
                    misshapen.push(projected.misshapen);
                // Kept on one page and left out on another, it still is one record: as it was last seen.
                else
                    byId.set(String("kept" in projected ? projected.kept.id : projected.id), projected);
            }
        }
    }
    catch (error) {
        stopped = reasonFor(error);
    }
    const kept = [...byId.values()].flatMap((each) => ("kept" in each ? [each] : []));
    const left = [...byId.values()].flatMap((each) => ("excluded" in each ? [each.excluded] : []));
    return {
        records: (0,canonical/* inOrder */.al)(kept.map((each) => each.kept)),
        received,
        unique: byId.size + misshapen.length,
        excluded: tally(left),
        misshapen,
        remarks: tally(kept.flatMap((each) => each.remarks)),
        redactions: kept.reduce((sum, each) => sum + each.redactions, 0),
        stopped,
    };
}
/** What there is when nothing could be asked. */
function nothing(reason) {
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
/** The collection of an item, as it follows from what was gathered and how. */
function collectionOf(gathered, how) {
    const { records, unique, misshapen } = gathered;
    return completeness({
        ...how,
        ...gathered,
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
function tally(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./lib/collectors/search-page.js

/** A gap at the end of a list may be absent, null or empty. */
const cursor = schemas/* string */.YjP().nullish();
const SearchPage = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    meta: schemas/* object */.Ikc({
        status: schemas/* string */.YjP().nullish(),
        warnings: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
        page: schemas/* object */.Ikc({ after: cursor }).nullish(),
    })
        .nullish(),
    errors: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
});
/**
 * Reads a page of the searches for signals and findings. An empty one comes as
 * `{"data":[]}`, without `meta`. A status other than `done`, a warning or an
 * error beside the data means that the page may be short.
 */
function searchPage(json) {
    const page = SearchPage.safeParse(json);
    if (!page.success)
        return null;
    const { data, meta, errors } = page.data;
    return { records: data, next: meta?.page?.after || null, unfinished: unfinished(meta, errors) };
}
function unfinished(meta, errors) {
    const status = meta?.status ?? "done";
    if (status !== "done")
        return /^[\w-]{1,40}$/.test(status) ? `status ${status}` : "a status not known";
    if ((meta?.warnings ?? []).length > 0)
        return "with a warning";
    return (errors ?? []).length > 0 ? "with an error" : null;
}

;// CONCATENATED MODULE: ./lib/collectors/cspm.js










const QUERY = "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
const PATH = "/api/v2/security/findings/search";
const PERMISSION = "security_monitoring_findings_read";
/** Failing critical and high posture checks, muted ones included. */
const cspm = {
    id: "cspm-findings",
    title: "Failing critical and high cloud posture checks",
    async collect(scope) {
        const { datadog, projection } = scope;
        const ledger = new Ledger();
        const paging = pagingOf(scope);
        const listing = ledger.open(paging.question(null));
        const gathered = await gather(pages(datadog, listing, paging), (raw) => finding(raw, projection));
        const [accounts, checks] = await Promise.all([
            isAnswering(gathered.stopped) ? coveredAccounts({ datadog, ledger }) : null,
            gathered.stopped === null ? countedChecks({ datadog, ledger }, "all") : null,
        ]);
        const isZero = gathered.stopped === null && gathered.records.length + gathered.misshapen.length === 0;
        const total = isZero ? await zeroTotal({ datadog, ledger }) : null;
        const proofs = accounts === null ? [] : [atLeastOne(states/* COVERED */.NQ, accounts)];
        return itemOf(scope, gathered, {
            how: { requests: ledger.requests, listings: [listing], total, proofs },
            accounts,
            checks,
        });
    },
    failed: (scope, reason) => itemOf(scope, nothing(reason), { how: NOT_ASKED, accounts: null, checks: null }),
};
function itemOf({ links, cspmRequired }, gathered, found) {
    const { records, received, unique } = gathered;
    const observed = collectionOf(gathered, found.how);
    const collection = cspmRequired ? observed : skippedWhereMissing(observed, found.accounts);
    return {
        id: "cspm-findings",
        title: cspm.title,
        link: links.findings(QUERY),
        controls: controlsOf("cspm-findings", { watchesClock: false }),
        window: null,
        population: populationOf(found, records.length),
        collection,
        result: (0,states/* findingsResult */.cO)(collection, records),
        records,
        caveats: [
            ...caveats({ what: "findings", ...gathered, duplicates: received - unique }),
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
async function zeroTotal(asking) {
    const failing = await countedChecks(asking, "failing");
    return failing === null
        ? null
        : {
            name: "failing checks by the legacy count, where the search finds none",
            expected: failing,
            actual: 0,
        };
}
/** Whether Datadog answers at all: by a list, or by refusing it. */
function isAnswering(stopped) {
    return stopped === null || stopped.code === "permission" || stopped.code === "not-available";
}
/** The legacy count is no denominator where it knows of fewer checks than fail. */
function populationOf({ accounts, checks }, failing) {
    return checks === null || checks === 0 || checks < failing
        ? { what: "cloud accounts covered by Cloud Security", size: accounts }
        : { what: "critical and high misconfiguration checks, passing, failing and muted", size: checks };
}
function pagingOf({ pageSize: limit }) {
    return {
        question: (cursor) => ({
            method: "POST",
            path: PATH,
            body: {
                data: {
                    attributes: {
                        filter: QUERY,
                        page: { limit, ...(cursor === null ? {} : { cursor }) },
                        sort: "@detection_changed_at",
                    },
                },
            },
            permission: PERMISSION,
        }),
        read: searchPage,
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
            hint: `enable Cloud Security, give the application key ${PERMISSION}, or leave cspm-findings out of the items`,
        },
    };
}

;// CONCATENATED MODULE: ./lib/evidence/monitor-record.js



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
const Downtime = schemas/* object */.Ikc({ active: schemas/* boolean */.zMY().nullish().catch(null), end: schemas/* number */.aig().nullish().catch(null) })
    .catch({});
const RawMonitor = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: projection_text,
    type: schemas/* string */.YjP(),
    query: projection_text,
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    overall_state: schemas/* string */.YjP(),
    overall_state_modified: optionalMoment,
    modified: optionalMoment,
    draft_status: projection_text,
    matching_downtimes: schemas/* array */.YOg(Downtime).nullish(),
    options: schemas/* object */.Ikc({
        thresholds: schemas/* json */.Pq9().nullish().catch(null),
        silenced: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().nullable().catch(null)).nullish(),
    })
        .nullish(),
});
/** A monitor; kept when it carries exactly the tag, not one that merely begins with it. */
function monitor(raw, { privacy, links, tag }) {
    const parsed = RawMonitor.safeParse(raw);
    if (!parsed.success)
        return { misshapen: stumble(parsed.error) };
    const found = parsed.data;
    if (!found.tags.includes(tag))
        return { excluded: `it does not carry exactly the tag ${tag}`, id: String(found.id) };
    const keep = keeper(privacy);
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
        verdict: verdict(found.overall_state),
        muted: mutes.length > 0,
        mutedUntil: lastEnd(mutes),
        draft,
        paused,
        watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(query),
        definitionSha256: (0,canonical/* sha256 */.sc)((0,canonical/* canonical */.$N)({ type: found.type, query, thresholds: found.options?.thresholds ?? null })),
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
function verdict(state) {
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

;// CONCATENATED MODULE: ./lib/collectors/monitor-search.js




const SEARCH_PATH = "/api/v1/monitor/search";
const monitor_search_PERMISSION = "monitors_read";
const monitor_search_Counted = schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ total_count: schemas/* int */.Whr().nonnegative() }) });
const Found = schemas/* object */.Ikc({
    monitors: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), tags: schemas/* array */.YOg(schemas/* string */.YjP()) })),
});
const TOTAL_NAME = "monitor/search total_count for the tag";
/**
 * Compares the list with what monitor/search counts. Whether list and search
 * also find `compliance:soc2` is not documented, so unless both give the same
 * number of monitors with exactly the tag, those that search finds are read and
 * the ones with only a longer tag are subtracted.
 */
async function controlTotal(of) {
    const { datadog, ledger, tag } = of;
    // One that could not be read still is one that the list gave.
    const actual = of.records.length + of.misshapen.length;
    const query = `tag:${quoted(tag)}`;
    const counted = await count({ datadog, ledger, query });
    if (counted === null) {
        return {
            total: null,
            caveats: ["monitor/search gave no count to compare with: what the list left out would not show"],
        };
    }
    const plain = { total: { name: TOTAL_NAME, expected: counted, actual }, caveats: [] };
    if (counted === actual)
        return plain;
    const searched = await searchedMonitors({ datadog, ledger, query, counted });
    if (searched === null || searched.size !== counted)
        return plain;
    const longer = [...searched.values()].filter((tags) => !tags.includes(tag)).length;
    return {
        total: { name: `${TOTAL_NAME}, without longer tags`, expected: counted - longer, actual },
        caveats: longer === 0
            ? []
            : [
                `monitor/search counts ${counted}; ${longer} of them carry only a longer tag such as ${tag}:x and do not belong`,
            ],
    };
}
/** How many monitors match, by the source's own count; null where it gives none. */
async function count(of) {
    const { datadog, ledger, query } = of;
    const reply = await single(datadog, ledger, {
        method: "GET",
        path: SEARCH_PATH,
        query: { query, page: 0, per_page: 1 },
        permission: monitor_search_PERMISSION,
    });
    const counted = monitor_search_Counted.safeParse(reply.json);
    return counted.success ? counted.data.metadata.total_count : null;
}
/** The tags of the monitors that search finds, by id, as many as it counts; null when it could not be read. */
async function searchedMonitors(of) {
    const { datadog, ledger, query, counted } = of;
    const ask = (page) => ({
        method: "GET",
        path: SEARCH_PATH,
        query: { query, page, per_page: PAGE_SIZE },
        permission: monitor_search_PERMISSION,
        patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku,
    });
    const entry = ledger.open(ask(0));
    const tags = new Map();
    for (let page = 0; tags.size < counted; page += 1) {
        const reply = await datadog.ask(ask(page));
        entry.pages.push(reply.page);
        const found = Found.safeParse(reply.json);
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
function quoted(tag) {
    return /^[A-Za-z0-9_/]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "")}"`;
}

;// CONCATENATED MODULE: ./lib/collectors/monitors.js









const monitors_PATH = "/api/v1/monitor";
const monitors_PERMISSION = "monitors_read";
/** Every monitor that carries exactly the tag, in whatever state. */
const monitors = {
    id: "compliance-monitors",
    title: "State of every monitor tagged for compliance",
    async collect(scope) {
        const { datadog, projection, monitorTag: tag, pageSize } = scope;
        const ledger = new Ledger();
        const paging = monitors_pagingOf(tag, pageSize);
        const listing = ledger.open(paging.question(null));
        const gathered = await gather(pages(datadog, listing, paging), (raw) => monitor(raw, { ...projection, tag }));
        const how = { requests: ledger.requests, listings: [listing], proofs: [] };
        if (gathered.stopped !== null)
            return monitors_itemOf(scope, gathered, { how: { ...how, total: null }, size: null, caveats: [] });
        const { total, caveats: remarks } = await controlTotal({ datadog, ledger, tag, ...gathered });
        const size = await count({ datadog, ledger, query: "" });
        return monitors_itemOf(scope, gathered, { how: { ...how, total }, size, caveats: remarks });
    },
    failed: (scope, reason) => monitors_itemOf(scope, nothing(reason), { how: NOT_ASKED, size: null, caveats: [] }),
};
function monitors_itemOf({ links, monitorTag: tag }, gathered, found) {
    const { records, received, unique } = gathered;
    const collection = collectionOf(gathered, found.how);
    return {
        id: "compliance-monitors",
        title: monitors.title,
        link: links.monitors(`tag:${quoted(tag)}`),
        controls: controlsOf("compliance-monitors", {
            watchesClock: records.some(({ watchesClock }) => watchesClock),
        }),
        window: null,
        population: { what: "all monitors of the organisation", size: found.size },
        collection,
        result: (0,states/* monitorsResult */.dJ)(collection, records, tag),
        records,
        caveats: [...caveats({ what: "monitors", ...gathered, duplicates: received - unique }), ...found.caveats],
    };
}
/** Below this, smaller pages help no more. */
const SMALLEST_PAGE = 25;
/**
 * Keyset paging: `id_offset` is exclusive and ascending, and survives monitors
 * that come and go, and pages that change their size. A list that takes Datadog
 * too long is read in smaller ones.
 */
function monitors_pagingOf(tag, pageSize) {
    let size = pageSize;
    return {
        question: (after) => ({
            method: "GET",
            path: monitors_PATH,
            query: {
                monitor_tags: tag,
                with_downtimes: true,
                page_size: size,
                id_offset: after ?? 0,
            },
            permission: monitors_PERMISSION,
        }),
        read(json) {
            const list = schemas/* array */.YOg(schemas/* unknown */.L5J()).safeParse(json);
            if (!list.success)
                return null;
            const ids = list.data.flatMap((raw) => {
                const parsed = schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).safeParse(raw);
                return parsed.success ? [parsed.data.id] : [];
            });
            // The list ends with an empty page, not with a short one.
            return { records: list.data, next: ids.length === 0 ? null : Math.max(...ids), unfinished: null };
        },
        shrink() {
            if (size <= SMALLEST_PAGE)
                return false;
            size = Math.max(SMALLEST_PAGE, Math.floor(size / 2));
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./lib/evidence/signal-record.js


const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const Workflow = schemas/* object */.Ikc({
    first_seen: optionalMoment,
    last_seen: optionalMoment,
    rule: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: projection_text, type: projection_text }).nullish().catch(null),
    triage: schemas/* object */.Ikc({
        state: projection_text,
        archiveReason: projection_text,
        stateUpdateTimestamp: optionalMoment,
        state_update_timestamp: optionalMoment,
        archiveCommentTimestamp: optionalMoment,
        archive_comment_timestamp: optionalMoment,
        assignee: schemas/* object */.Ikc({ id: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullish(), uuid: projection_text, handle: projection_text })
            .nullish()
            .catch(null),
        incidentIds: schemas/* array */.YOg(schemas/* unknown */.L5J()).catch([]),
    })
        .nullish()
        .catch(null),
});
/** The list's shape is `attributes.attributes.*`; the detail's, seen nowhere else, is `attributes.custom.*`. */
const Details = schemas/* object */.Ikc({ title: projection_text, workflow: Workflow.nullish().catch(null) })
    .nullish()
    .catch(null);
const RawSignal = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    attributes: schemas/* object */.Ikc({
        // The top-level status is the severity; attributes.attributes.status is the log's.
        status: schemas/* string */.YjP(),
        timestamp: moment,
        tags: schemas/* array */.YOg(schemas/* string */.YjP()).catch([]),
        title: projection_text,
        attributes: Details,
        custom: Details,
    }),
});
/** A security signal; critical and high ones are kept, at whatever triage state. */
function signal(raw, { privacy, links, window, }) {
    const parsed = RawSignal.safeParse(raw);
    if (!parsed.success)
        return { misshapen: stumble(parsed.error) };
    const { id, attributes } = parsed.data;
    const severity = attributes.status.toLowerCase();
    if (severity !== "critical" && severity !== "high") {
        return { excluded: "its severity is neither critical nor high", id };
    }
    const keep = keeper(privacy);
    const workflow = attributes.attributes?.workflow ?? attributes.custom?.workflow ?? null;
    const rule = workflow?.rule ?? null;
    const triage = workflow?.triage ?? null;
    const state = triage?.state ?? "unknown";
    const at = Date.parse(attributes.timestamp);
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
        ...(at >= Date.parse(window.from) && at <= Date.parse(window.to) ? [] : ["outside-window"]),
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



const Scalar = schemas/* object */.Ikc({
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
async function countedSignals({ datadog, ledger }, { query, window }) {
    const reply = await single(datadog, ledger, {
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
    const scalar = Scalar.safeParse(reply.json);
    if (!scalar.success)
        return { none: "its answer to POST /api/v2/query/scalar holds none" };
    return { count: scalar.data.data.attributes.columns[0].values[0] };
}
const RULES_PER_PAGE = 100;
/** Some thousand rules are usual; far more means that the pages never end. */
const MOST_RULE_PAGES = 200;
/** Rules of these types judge postures and raise findings, not signals. */
const POSTURE_TYPES = new Set(["cloud_configuration", "infrastructure_configuration"]);
const Rules = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        type: schemas/* string */.YjP(),
        isEnabled: schemas/* boolean */.zMY(),
        isDeleted: schemas/* boolean */.zMY().nullish(),
    })),
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ total_count: schemas/* int */.Whr().nonnegative().nullish() }).nullish() }).nullish(),
});
/** How many detection rules there are; null where the key may not ask or not all of them came. */
async function countedRules({ datadog, ledger }) {
    const entry = ledger.open(rulesOn(0));
    /** By id, whether it is enabled; null for rules that are no detection rules, or no more. */
    const seen = new Map();
    for (let page = 0; page < MOST_RULE_PAGES; page += 1) {
        const reply = await datadog.ask(rulesOn(page));
        entry.pages.push(reply.page);
        const rules = Rules.safeParse(reply.json);
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
function rulesOn(page) {
    return {
        method: "GET",
        path: "/api/v2/security_monitoring/rules",
        query: { "page[size]": RULES_PER_PAGE, "page[number]": page },
        permission: "security_monitoring_rules_read",
        patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku,
    };
}
const Suppressions = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({ attributes: schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() }) })),
    meta: schemas/* object */.Ikc({ page: schemas/* object */.Ikc({ totalCount: schemas/* int */.Whr().nullish() }).nullish() }).nullish(),
});
/** How many suppression rules are enabled; null where the key may not ask. */
async function enabledSuppressions({ datadog, ledger }) {
    const reply = await single(datadog, ledger, {
        method: "GET",
        // Without a page size all of them come.
        path: "/api/v2/security_monitoring/configuration/suppressions",
        permission: "security_monitoring_suppressions_read",
    });
    const suppressions = Suppressions.safeParse(reply.json);
    if (!suppressions.success)
        return null;
    const { data, meta } = suppressions.data;
    if ((meta?.page?.totalCount ?? data.length) > data.length)
        return null;
    return data.filter(({ attributes }) => attributes.enabled).length;
}

;// CONCATENATED MODULE: ./lib/collectors/signals.js










/** `status` is the severity of a signal; `@severity` belongs to findings. */
const signals_QUERY = "status:(critical OR high)";
const signals_PATH = "/api/v2/security_monitoring/signals/search";
const signals_PERMISSION = "security_monitoring_signals_read";
/** Critical and high security signals of the window, at whatever triage state. */
const signals = {
    id: "security-signals",
    title: "Critical and high security signals of the last 7 days",
    async collect(scope) {
        const { datadog, projection, window } = scope;
        const ledger = new Ledger();
        const paging = signals_pagingOf(scope);
        const listing = ledger.open(paging.question(null));
        const gathered = await gather(pages(datadog, listing, paging), (raw) => signal(raw, { ...projection, window }));
        const how = { requests: ledger.requests, listings: [listing] };
        if (gathered.stopped !== null)
            return signals_itemOf(scope, gathered, { how: { ...how, total: null, proofs: [] }, ...UNSURVEYED });
        const [counted, rules, suppressions] = await Promise.all([
            countedSignals({ datadog, ledger }, { query: signals_QUERY, window }),
            countedRules({ datadog, ledger }),
            enabledSuppressions({ datadog, ledger }),
        ]);
        // One that could not be read still is one that the list gave.
        const actual = gathered.records.length + gathered.misshapen.length;
        const total = "count" in counted ? { name: signals_TOTAL_NAME, expected: counted.count, actual } : null;
        const proofs = actual === 0 ? await proofsOfLife({ datadog, ledger, window, rules }) : [];
        return signals_itemOf(scope, gathered, {
            how: { ...how, total, proofs },
            population: rules === null ? UNCOUNTED : { what: "enabled detection rules", size: rules.enabled },
            caveats: [
                ...("none" in counted ? [uncompared(counted.none)] : []),
                ...silenced(suppressions),
                ...switchedOff(rules),
            ],
        });
    },
    failed: (scope, reason) => signals_itemOf(scope, nothing(reason), { how: NOT_ASKED, ...UNSURVEYED }),
};
const signals_TOTAL_NAME = "query/scalar count of critical and high signals in the window";
const UNCOUNTED = {
    what: "security signals of every severity in the window; Datadog gives no count",
    size: null,
};
/** What is known besides when the list was not read to its end. */
const UNSURVEYED = {
    population: UNCOUNTED,
    caveats: ["detections that a suppression rule silenced never become signals"],
};
function signals_itemOf({ links, window }, gathered, found) {
    const { records, received, unique } = gathered;
    const collection = collectionOf(gathered, found.how);
    return {
        id: "security-signals",
        title: signals.title,
        link: links.signals(signals_QUERY, window),
        controls: controlsOf("security-signals", { watchesClock: false }),
        window,
        population: found.population,
        collection,
        result: (0,states/* signalsResult */.X2)(collection, records),
        records,
        caveats: [...caveats({ what: "signals", ...gathered, duplicates: received - unique }), ...found.caveats],
    };
}
function signals_pagingOf({ window, pageSize: limit }) {
    return {
        question: (cursor) => search(signals_QUERY, window, { limit, ...(cursor === null ? {} : { cursor }) }),
        read: searchPage,
    };
}
function uncompared(why) {
    return `Datadog gave no count of signals to compare with, so what its search silently left out would not show: ${why}`;
}
function silenced(suppressions) {
    if (suppressions === 0)
        return [];
    const known = suppressions === null
        ? "the number of enabled suppression rules is not known"
        : `suppression rules enabled: ${suppressions}`;
    return [`${known}; what they silence never becomes a signal`];
}
function switchedOff(rules) {
    if (rules === null || rules.disabled === 0)
        return [];
    return [`detection rules disabled: ${rules.disabled}; what they would detect never becomes a signal`];
}
/** No critical or high signal may mean that all is quiet or that nobody listens: rules tell, or any signal. */
async function proofsOfLife(of) {
    const { datadog, ledger, window, rules } = of;
    const watching = rules === null ? [] : [atLeastOne(states/* WATCHING */._6, rules.enabled)];
    if (rules !== null && rules.enabled > 0)
        return watching;
    const reply = await single(datadog, ledger, search("*", window, { limit: 1 }));
    const page = searchPage(reply.json);
    return page === null ? watching : [...watching, atLeastOne(states/* ALIVE */.oE, page.records.length)];
}
function search(query, { from, to }, page) {
    return {
        method: "POST",
        path: signals_PATH,
        body: { filter: { query, from, to }, page, sort: "timestamp" },
        permission: signals_PERMISSION,
    };
}

;// CONCATENATED MODULE: ./lib/collectors/collect.js













const COLLECTORS = [signals, monitors, cspm];
const WINDOW_MS = 7 * 24 * 3_600_000;
const CADENCE_MS = { PT1H: 3_600_000, PT6H: 21_600_000, PT12H: 43_200_000, P1D: 86_400_000 };
/** Collects the items. What fails is part of the evidence; one item's failure never loses the others. */
async function collect(assignment, world) {
    const { datadog, now, log } = world;
    const { site, stream } = assignment;
    const startedAt = now();
    const [owner, collector] = await Promise.all([preflight(datadog, site), assignment.collector()]);
    if (owner instanceof failure/* Failure */.HR)
        log.warning([owner.message, owner.hint].filter(Boolean).join("; "));
    const names = pseudonyms(assignment.pseudonymSecret);
    const links = (0,sites/* linksOf */.hP)(site);
    const scope = {
        datadog,
        links,
        projection: { privacy: assignment.privacy, pseudonyms: names, links },
        window: {
            from: (0,canonical/* instant */.uR)(new Date(startedAt.getTime() - WINDOW_MS)),
            to: (0,canonical/* instant */.uR)(startedAt),
        },
        monitorTag: assignment.monitorTag,
        pageSize: assignment.pageSize ?? PAGE_SIZE,
        cspmRequired: assignment.cspmRequired,
    };
    const wanted = COLLECTORS.filter(({ id }) => assignment.items.includes(id));
    const collected = await Promise.all(wanted.map(async (each) => itemBy(each, scope, owner)));
    const collectedAt = now();
    const items = collected.map((item) => withCaveats(underClock(item, datadog.clockSkewMs), assignment.caveats));
    const named = owner instanceof failure/* Failure */.HR ? { organizationId: null, apiKeyId: null } : owner;
    return {
        schema: "datadog-evidence/v1",
        rules: states/* RULES */.y0,
        mapping: MAPPING,
        stream,
        startedAt: (0,canonical/* instant */.uR)(startedAt),
        collectedAt: (0,canonical/* instant */.uR)(collectedAt),
        validUntil: (0,canonical/* instant */.uR)(validUntil(collectedAt, stream.cadence)),
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
async function itemBy(collector, scope, owner) {
    return owner instanceof failure/* Failure */.HR ? collector.failed(scope, reasonFor(owner)) : collector.collect(scope);
}
function withCaveats(item, caveats) {
    return { ...item, caveats: [...item.caveats, ...caveats] };
}
/** Fresh until the next run is due and its grace is over: half a cadence, at least six hours. */
function validUntil(collectedAt, cadence) {
    const length = CADENCE_MS[cadence];
    return new Date(collectedAt.getTime() + length + Math.max(length / 2, 6 * 3_600_000));
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/datadog/limiter.js

/**
 * A limiter that waits as long as `X-RateLimit-Reset` says once nothing remains.
 * The header counts seconds from now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
function resetLimiter(world) {
    const opens = new Map();
    return {
        async turn(family) {
            // Several requests may wait for one reset, and the first to go may learn of another.
            for (;;) {
                const ms = (opens.get(family) ?? 0) - world.now();
                if (ms <= 0)
                    return;
                if (world.now() + ms >= world.deadline) {
                    throw new failure/* Failure */.HR("rate-limited", `Datadog's rate limit for ${family} resets in ${Math.ceil(ms / 1000)} s, after the deadline of this run`, { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" });
                }
                world.onWait(family, ms);
                await world.wait(ms);
            }
        },
        learn(family, { status, headers }) {
            const reset = secondsUntilReset(headers);
            const isSpent = status === 429 || headers.get("x-ratelimit-remaining") === "0";
            if (reset !== null && isSpent)
                opens.set(family, Math.max(opens.get(family) ?? 0, world.now() + reset * 1000));
        },
    };
}
/** Seconds until the limit resets, or null where the answer does not say. */
function secondsUntilReset(headers) {
    const said = headers.get("x-ratelimit-reset") ?? headers.get("retry-after");
    const seconds = Number(said ?? Number.NaN);
    // Whole seconds, so that a fraction never makes us knock without pause.
    return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}

// EXTERNAL MODULE: ./lib/datadog/refusals.js
var refusals = __webpack_require__(75529);
// EXTERNAL MODULE: ./lib/datadog/transport.js
var transport = __webpack_require__(32299);
;// CONCATENATED MODULE: ./lib/datadog/client.js







/** No page of a search comes near it; more is not an answer but a fault. */
const LARGEST_BODY = 256 * 1024 * 1024;
/** A connection to one Datadog organisation. It retries what may pass and names what does not. */
class Datadog {
    /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
    clockSkewMs = null;
    #access;
    #dispatcher;
    #limiter;
    constructor(access) {
        this.#access = {
            attemptTimeoutMs: retry/* ATTEMPT_TIMEOUT_MS */.FR,
            largestBody: LARGEST_BODY,
            now: Date.now,
            wait: sleep,
            chance: Math.random,
            say: () => { },
            debug: () => { },
            onPage: async () => { },
            ...access,
        };
        this.#dispatcher = (0,transport/* dispatcherFor */.tR)(access.apiUrl);
        this.#limiter = resetLimiter({
            now: this.#access.now,
            wait: async (ms) => {
                const stopped = await this.#pause(ms);
                if (stopped !== null)
                    throw stopped;
            },
            deadline: access.deadline,
            onWait: (family, ms) => this.#access.say(`waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
        });
    }
    /**
     * Asks until there is an answer, a refusal, failures for as long as the question
     * has patience, or the deadline.
     * Every foreseen failure is part of the reply; only bugs throw.
     */
    async ask(question) {
        const { now, chance, deadline, say, debug, onPage } = this.#access;
        const family = `${question.method} ${question.path}`;
        const patienceMs = question.patienceMs ?? retry/* GIVE_UP_AFTER_MS */.E_;
        let page = pageOf(null, 1);
        let failures = 0;
        let failingSince = 0;
        for (let attempts = 1;; attempts += 1) {
            const held = await this.#turn(family);
            if (held !== null)
                return { page, json: null, failure: held };
            const began = now();
            const { answer, verdict } = await this.#attempt(question);
            debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
            page = pageOf(answer, attempts);
            if (answer !== null)
                await onPage(page, answer.bytes);
            if (!(verdict instanceof failure/* Failure */.HR))
                return { page, json: verdict.json, failure: null };
            // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
            const reset = answer?.status === 429 ? secondsUntilReset(answer.headers) : null;
            if (reset !== null && question.patienceMs === undefined) {
                failures = 0;
                continue;
            }
            if (failures === 0)
                failingSince = began;
            if (reset !== null && now() - failingSince + reset * 1000 > patienceMs) {
                return { page, json: null, failure: verdict };
            }
            failures += 1;
            const delay = (0,retry/* retryDelay */.a2)({
                isTransient: isTransient(verdict, answer),
                attempt: failures,
                failingForMs: now() - failingSince,
                chance: chance(),
                patienceMs,
            });
            if (delay === null || now() + delay >= deadline)
                return { page, json: null, failure: verdict };
            if (failures === 3)
                say(`${verdict.message}; trying again for up to ${patienceMs / 1000} s`);
            const stopped = await this.#pause(delay);
            if (stopped !== null)
                return { page, json: null, failure: stopped };
        }
    }
    async [Symbol.asyncDispose]() {
        await this.#dispatcher.destroy();
    }
    /** Null when it is our turn, or why it will not be. */
    async #turn(family) {
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
    async #attempt(question) {
        const { now, apiKey, appKey } = this.#access;
        try {
            const began = now();
            const answer = await this.#exchange(question);
            this.#limiter.learn(`${question.method} ${question.path}`, answer);
            this.#measureSkew(answer, began);
            return { answer, verdict: judged(answer, question, [apiKey, appKey]) };
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                return { answer: null, verdict: error };
            throw error;
        }
    }
    async #exchange({ method, path, query = {}, body, patienceMs = Infinity }) {
        const { apiUrl, apiKey, appKey, signal, userAgent, attemptTimeoutMs, largestBody } = this.#access;
        const url = new URL(path, apiUrl);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, String(value));
        try {
            return await (0,transport/* exchanged */.wD)({
                method,
                url,
                body,
                headers: { "dd-api-key": apiKey, "dd-application-key": appKey, "user-agent": userAgent },
            }, {
                dispatcher: this.#dispatcher,
                signal,
                timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
                largestBody,
            });
        }
        catch (error) {
            throw this.#stopped() ?? error;
        }
    }
    /** `Date` has whole seconds; half a second is the best guess for what it cut off. */
    #measureSkew({ headers }, began) {
        const said = Date.parse(headers.get("date") ?? "");
        if (this.clockSkewMs !== null || Number.isNaN(said))
            return;
        const ours = (began + this.#access.now()) / 2;
        this.clockSkewMs = Math.round(said + 500 - ours);
    }
    /** Null after the wait, or the failure that the run was stopped with. */
    async #pause(ms) {
        try {
            await this.#access.wait(ms, this.#access.signal);
        }
        catch (error) {
            if (this.#stopped() === null)
                throw error;
        }
        return this.#stopped();
    }
    /** The signal's reason is the failure that the run was stopped with. */
    #stopped() {
        const { aborted, reason } = this.#access.signal;
        if (!aborted)
            return null;
        return reason instanceof failure/* Failure */.HR
            ? reason
            : new failure/* Failure */.HR("cancelled", "the run was cancelled", { cause: reason });
    }
}
/** The parsed body of a good answer, or the failure that it is. */
function judged(answer, question, secrets) {
    const what = `${question.method} ${question.path}`;
    const { status, headers, bytes } = answer;
    if (status < 200 || status >= 300)
        return (0,refusals/* refusal */.x5)({ what, status, headers, bytes, permission: question.permission, secrets });
    const type = headers.get("content-type") ?? "";
    const text = bytes.toString("utf8");
    try {
        const json = JSON.parse(text);
        return { json };
    }
    catch (error) {
        if (!/\bjson\b/i.test(type) && text.trim() !== "") {
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
        return !(0,refusals/* isCertificateTrouble */.Hg)(failure.cause);
    return answer !== null && (0,retry/* isTransientStatus */.Dm)(answer.status);
}
const EMPTY_SHA256 = (0,external_node_crypto_.createHash)("sha256").digest("hex");
function pageOf(answer, attempts) {
    return {
        status: answer?.status ?? 0,
        items: 0,
        bytes: answer?.bytes.length ?? 0,
        sha256: answer?.sha256 ?? EMPTY_SHA256,
        attempts,
    };
}
async function sleep(ms, signal) {
    await (0,promises_.setTimeout)(ms, undefined, { signal });
}

// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/evidence/leaks.js
var evidence_leaks = __webpack_require__(75417);
// EXTERNAL MODULE: ./lib/gate.js
var gate = __webpack_require__(13364);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/publish/artifact.js


const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;
/**
 * Uploads through the runner's own service. The client retries 5xx itself but
 * not a reset, after which the artifact may be there: so we look before we
 * try again. A name that was taken by a half-finished upload gets a number.
 */
async function uploadArtifact(plan, signal) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 20584));
    const client = new DefaultArtifactClient();
    let name = plan.name;
    let isTaken = false;
    for (let attempt = 1;; attempt += 1) {
        try {
            const { id } = await bounded(client.uploadArtifact(name, [...plan.files], plan.root, plan.retentionDays === null ? {} : { retentionDays: plan.retentionDays }), signal);
            if (id === undefined)
                throw new failure/* Failure */.HR("not-published", `GitHub took the artifact ${name} but gave it no id`);
            return { name, id };
        }
        catch (error) {
            const known = translated(error, name);
            const mayBeThere = isReset(error) || isConflict(error);
            if (!mayBeThere || attempt >= ATTEMPTS || signal.aborted)
                throw known;
            // Only an artifact that an earlier attempt of ours may have left is ours.
            const found = attempt > 1 || isReset(error) ? await lookedUp(client, { name, signal }) : null;
            if (found !== null)
                return { name, id: found };
            isTaken ||= isConflict(error);
            if (isTaken)
                name = `${plan.name}-${attempt + 1}`;
            await pause(FIRST_WAIT_MS * attempt, { signal, otherwise: known });
        }
    }
}
async function lookedUp(client, { name, signal }) {
    try {
        return (await bounded(client.getArtifact(name), signal)).artifact.id;
    }
    catch {
        // Not there, or the service is still away: the next upload tells.
        return null;
    }
}
async function pause(ms, { signal, otherwise }) {
    try {
        await (0,promises_.setTimeout)(ms, undefined, { signal });
    }
    catch {
        // Only the signal ends a wait early.
        throw otherwise;
    }
}
/** The client takes no signal; the run must not wait for it past its deadline. */
async function bounded(work, signal) {
    const late = Promise.withResolvers();
    const stop = () => late.reject(new failure/* Failure */.HR("not-published", "the artifact was not uploaded in the time that was left"));
    if (signal.aborted)
        stop();
    signal.addEventListener("abort", stop, { once: true });
    try {
        return await Promise.race([work, late.promise]);
    }
    finally {
        signal.removeEventListener("abort", stop);
    }
}
function translated(error, name) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const said = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name === "GHESNotSupportedError") {
        return new failure/* Failure */.HR("not-published", "this GitHub Enterprise Server has no artifacts that an action can write", {
            hint: "the evidence lies in the folder of output folder; keep it with a later step",
            cause: error,
        });
    }
    if (/quota/i.test(said)) {
        return new failure/* Failure */.HR("not-published", `the artifact ${name} was refused: the storage quota of GitHub artifacts is used up`, {
            hint: "delete old artifacts, shorten retention-days or raise the quota",
            cause: error,
        });
    }
    if (isConflict(error)) {
        return new failure/* Failure */.HR("not-published", `an artifact named ${name} exists already in this workflow run`, {
            hint: "give each collecting step of a workflow its own stream",
            cause: error,
        });
    }
    if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(said)) {
        return new failure/* Failure */.HR("not-published", "artifacts can only be uploaded by a job of GitHub Actions", {
            cause: error,
        });
    }
    return new failure/* Failure */.HR("not-published", `the artifact ${name} was not uploaded: ${said.split("\n")[0]?.slice(0, 300)}`, {
        hint: "run the job again; a re-run is a new attempt and adds its own evidence",
        cause: error,
    });
}
function isReset(error) {
    return (error instanceof Error && /ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|UND_ERR_SOCKET/i.test(error.message));
}
function isConflict(error) {
    return error instanceof Error && error.message.includes("(409)");
}

// EXTERNAL MODULE: ./lib/publish/local-git.js
var local_git = __webpack_require__(46873);
// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
;// CONCATENATED MODULE: ./lib/publish/publish.js







const GUIDE_NAME = "VERIFY.md";
/**
 * Signs, writes, commits, then uploads. One destination that fails never stops
 * the other. Unsigned evidence is kept but never committed.
 */
async function publish(evidence, attest, { to, previous, signal, }) {
    const files = (0,evidence_files/* evidenceFiles */.RL)(evidence);
    const undone = [];
    const warnings = [];
    const attestation = await attempt(undone, async () => (attest === null ? null : attest(files, previous)));
    if (attestation === null && undone.length === 0) {
        undone.push(new failure/* Failure */.HR("not-signed", "the evidence is not signed, as chosen by signing: none", {
            hint: "it can be signed later with: datadog-evidence attest DIR",
        }));
    }
    const signed = { evidence, files, attestation };
    const place = external_node_path_.join(evidence.stream.name, ...(0,evidence_files/* runFolder */.kQ)(evidence).split("/"));
    const contents = attestation === null ? files : [...files, bundleFile(attestation)];
    const { out, repository } = to;
    const tree = repository === null ? null : external_node_path_.join(repository.folder, repository.path);
    const write = async (root) => {
        await (0,run_folder/* writeRunFolder */.Rq)(external_node_path_.join(root, place), contents);
        await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(root, GUIDE_NAME), to.guide);
        return root;
    };
    // Unsigned evidence is not committed; it lies in the work tree only where there is no other place.
    const inTree = tree === null || (attestation === null && out !== null)
        ? null
        : await attempt(undone, async () => write(tree));
    const commit = repository === null || inTree === null || attestation === null
        ? null
        : await attempt(undone, async () => committed(evidence, { repository, place, signal }));
    const inOut = out === null ? null : await attempt(undone, async () => write(out));
    const artifact = to.artifact === null || inOut === null
        ? null
        : await attempt(undone, async () => uploaded(signed, { to, out: inOut, place, contents, warnings, signal }));
    const asked = out ?? tree;
    if (asked === null)
        throw new Error("publish needs a folder or a repository");
    const root = inOut ?? inTree;
    const [main] = files;
    return {
        ...signed,
        folder: external_node_path_.resolve(root ?? asked, place),
        isWritten: root !== null,
        evidenceSha256: (0,canonical/* sha256 */.sc)(main?.bytes ?? ""),
        commit,
        artifact,
        undone,
        warnings,
    };
}
function bundleFile({ bundle }) {
    return { name: "evidence.sigstore.json", bytes: Buffer.from(bundle) };
}
/** A foreseen failure is noted and answers null; a bug is thrown on. */
async function attempt(undone, step) {
    try {
        return await step();
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        undone.push(error);
        return null;
    }
}
async function committed({ stream, collectedAt, outcome }, { repository, place, signal, }) {
    const run = external_node_path_.join(repository.path, place);
    const guide = external_node_path_.join(repository.path, GUIDE_NAME);
    return (0,local_git/* commitPaths */.cH)(repository.folder, {
        // Once it is committed the guide belongs to the people of the repository, their changes included.
        paths: (await (0,local_git/* isTracked */.Xz)(repository.folder, guide)) ? [run] : [run, guide],
        message: `${stream.name}: evidence of ${collectedAt}, ${outcome}`,
        signal,
    });
}
/** The name of the artifact: one for each stream, time, run and attempt. */
function artifactName({ stream, collectedAt, run }, isSigned) {
    const time = collectedAt.replaceAll(":", "");
    return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}
async function uploaded(signed, { to, out, place, contents, warnings, signal, }) {
    const companions = to.companions(signed);
    for (const { name, bytes } of companions)
        await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(out, name), bytes);
    const names = [
        ...contents.map(({ name }) => external_node_path_.join(place, name)),
        GUIDE_NAME,
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

// EXTERNAL MODULE: ./lib/report/lines.js
var lines = __webpack_require__(91901);
// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
;// CONCATENATED MODULE: ./lib/run.js
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













/** Of the deadline, this part is for collecting; the rest is for signing and publishing what there is. */
const COLLECTING = 0.8;
/** The runner kills a cancelled job after 10 s; summary and outputs must be written before. */
const PUBLISHING_ONCE_CANCELLED_MS = 4000;
/** One run for one stream. The same for the Action, the command line and the demo. */
async function run(config, around) {
    const previous = await recall();
    const evidence = await collected(config, around);
    stopLeaks(config, evidence);
    const published = await publish(evidence, attestorOf(config, evidence), {
        to: around.to,
        previous,
        signal: AbortSignal.any([
            AbortSignal.timeout(Math.round(config.deadline * (1 - COLLECTING))),
            (0,cancellation/* after */.P)(around.signal, PUBLISHING_ONCE_CANCELLED_MS),
        ]),
    });
    return { published, exit: report(config, { published, log: around.log }) };
}
/** The stream's last statement. Runs are not chained yet, so there is none. */
async function recall() {
    return Promise.resolve(null);
}
async function collected(config, around) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, now, apiUrl } = around;
        const ms = Math.round(config.deadline * COLLECTING);
        const url = apiUrl ?? (0,sites/* apiUrlOf */.po)(config.site);
        const datadog = __addDisposableResource(env_1, new Datadog({
            apiUrl: url,
            apiKey: config["api-key"],
            appKey: config["app-key"],
            signal: AbortSignal.any([around.signal, timeIsUp(ms)]),
            deadline: Date.now() + ms,
            userAgent: `datadog-evidence/${identity/* VERSION */.xv}`,
            say: (line) => log.info(line),
            debug: (line) => log.debug(line),
            onPage: async (page, bytes) => around.to.artifact?.rawPages?.keep(page, bytes),
        }), true);
        return await collect({
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
        }, { datadog, now, log });
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
    const secrets = (0,lib_secrets/* formsOf */.X)([
        config["api-key"],
        config["app-key"],
        config["signing-key"],
        config["signing-key-passphrase"],
        config["pseudonym-key"],
    ]);
    const leaks = (0,evidence_leaks/* leaksIn */.W)((0,evidence_files/* evidenceFiles */.RL)(evidence), secrets);
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
function attestorOf({ key }, evidence) {
    if (key === null)
        return null;
    const attest = (0,attest_attest/* attester */.z)((0,attest_attest/* keySigner */.Y)(key));
    return async (files, previous) => attest(evidence, files, previous);
}
/** Says what was collected, then decides the exit: no gate ever stands before the evidence. */
function report(config, { published, log }) {
    for (const item of published.evidence.items)
        log.group(item.title, (0,lines/* itemLines */.L)(item));
    for (const { message, hint } of published.undone)
        log.warning([message, hint].filter(Boolean).join("; "));
    for (const warning of published.warnings)
        log.warning(warning);
    return (0,gate/* exitOf */.sX)(published.evidence, {
        gates: config["fail-on"],
        undone: published.undone.map(({ message }) => message),
    });
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


/***/ })

};
