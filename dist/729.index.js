export const id = 729;
export const ids = [729];
export const modules = {

/***/ 90596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ gapAttester),
/* harmony export */   Ye: () => (/* binding */ keySigner),
/* harmony export */   ze: () => (/* binding */ attester)
/* harmony export */ });
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82088);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98316);


/** A signer with a key of our own. */
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
/** The signing step as a function of what stands before the run. A signer alone has no witnesses. */
function attester(by) {
    const seal = sealOf(by);
    return async (evidence, files, tail) => seal((assurance) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .statementOf */ .T8)(evidence, { files, tail, assurance }));
}
/** The same for the declaration of a gap. */
function gapAttester(by) {
    const seal = sealOf(by);
    return async (gap, files, tail) => seal((assurance) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .gapStatementOf */ .bv)(gap, { files, tail, assurance }));
}
function sealOf(by) {
    return typeof by === "function" ? by : (0,_seal_js__WEBPACK_IMPORTED_MODULE_0__/* .sealedBy */ .C)(by);
}


/***/ }),

/***/ 16516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ asked)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70050);



const ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 400;
/** What these services answer is a few kilobytes. */
const LARGEST_ANSWER = 1_000_000;
/**
 * Asks up to three times: no answer, 408, 429 and 5xx may pass. Redirects are
 * answers and never followed, so that a token goes nowhere else.
 */
async function asked(asking, signal) {
    const dispatcher = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatcherFor */ .tR)(asking.url);
    try {
        for (let attempt = 1;; attempt += 1) {
            const answer = await askedOnce(asking, { dispatcher, signal });
            const mayPass = !answer.ok || isTransient(answer.status);
            if (!mayPass || attempt >= ATTEMPTS || signal.aborted)
                return answer;
            // Only the signal ends a wait early, and then there is no other attempt.
            const isOver = await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(FIRST_WAIT_MS * attempt, false, { signal }).catch(() => true);
            if (isOver)
                return answer;
        }
    }
    finally {
        await dispatcher.destroy();
    }
}
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
async function askedOnce({ method, url, headers, body }, { dispatcher, signal, }) {
    const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
    try {
        const response = await (0,undici__WEBPACK_IMPORTED_MODULE_1__/* .request */ .Em)(url, {
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
            if (size > LARGEST_ANSWER)
                return { ok: false, why: `answered with more than ${LARGEST_ANSWER} bytes` };
            chunks.push(chunk);
        }
        return { ok: true, status: response.statusCode, bytes: Buffer.concat(chunks) };
    }
    catch (error) {
        if (!(0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransportError */ .yM)(error))
            throw error;
        if (signal.aborted)
            return { ok: false, why: "did not answer in the time that was left" };
        if (timeout.aborted)
            return { ok: false, why: `did not answer within ${ATTEMPT_TIMEOUT_MS / 1000} s` };
        const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
        return { ok: false, why: `could not be reached${code}` };
    }
}


/***/ }),

/***/ 93815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ canIdentify),
/* harmony export */   _: () => (/* binding */ identityToken)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70050);
/* harmony import */ var _evidence_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92031);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16516);





/** Whether the job may ask for one. */
function canIdentify(environment) {
    return Boolean(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
}
const Answer = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const Claims = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ iss: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), sub: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), repository_visibility: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() });
/** A fresh token for Sigstore. `conceal` gets to see it before anybody else. */
async function identityToken(environment, { signal, conceal }) {
    const url = new URL(endpoint(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? ""));
    url.searchParams.set("audience", "sigstore");
    const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
    const answer = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .N)({
        method: "GET",
        url: url.href,
        headers: { accept: "application/json", authorization: `Bearer ${bearer}` },
        body: null,
    }, signal);
    if (!answer.ok)
        throw noToken(answer.why);
    if (answer.status !== 200)
        throw noToken(`refused one (status ${answer.status})`);
    const given = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(answer.bytes);
    const value = "trouble" in given ? null : Answer.safeParse(given.value).data?.value;
    if (value !== null && value !== undefined)
        conceal(value);
    const claims = claimsOf(value ?? "");
    if (claims === null)
        throw noToken("answered with something else");
    return {
        text: value ?? "",
        issuer: claims.iss,
        isPublicRepository: claims.repository_visibility === "public",
    };
}
function endpoint(text) {
    const isSafe = URL.canParse(text) && (new URL(text).protocol === "https:" || (0,_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(text));
    if (isSafe)
        return text;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", "ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service");
}
function noToken(why) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `GitHub's OIDC service, asked for an identity token, ${why}`, {
        hint: "the job needs permissions: id-token: write; if it has them, run it again",
    });
}
/** What the token says; Fulcio is who checks its signature. */
function claimsOf(token) {
    const payload = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(Buffer.from(token.split(".")[1] ?? "", "base64url"));
    return "trouble" in payload ? null : (Claims.safeParse(payload.value).data ?? null);
}


/***/ }),

/***/ 55434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ instanceOf),
/* harmony export */   i: () => (/* binding */ localProblems)
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70050);
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
/** Take the place of an instance's own addresses; only a server of this machine can. */
const LOCAL = {
    fulcio: "SIGSTORE_FULCIO_URL",
    timestamp: "SIGSTORE_TIMESTAMP_URL",
    rekor: "SIGSTORE_REKOR_URL",
};
/**
 * The Sigstore that fits who issued the token and who can see the repository. Nothing of a repository that is not
 * public becomes public unless that is allowed in so many words.
 */
function instanceOf({ issuer, isPublicRepository }, { allowPublicLog, environment }) {
    const host = URL.canParse(issuer) ? new URL(issuer).host : "";
    const [, enterprise] = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(host) ?? [];
    if (enterprise !== undefined)
        return withLocal(ofEnterprise(enterprise), environment);
    if (host === "token.actions.githubusercontent.com") {
        return withLocal(isPublicRepository || allowPublicLog ? PUBLIC_GOOD : GITHUB, environment);
    }
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing: keyless is not available here: no Sigstore trusts ${issuer.slice(0, 200)}`, {
        hint: "GitHub Enterprise Server has none; use signing: key",
    });
}
/** What is wrong with the addresses of local services, each a sentence. */
function localProblems(environment) {
    return Object.values(LOCAL).flatMap((name) => {
        const url = environment[name];
        if (!url || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && (0,_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url)))
            return [];
        return [`${name}: may only name this machine, such as http://127.0.0.1:8080`];
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
    const [problem] = localProblems(environment);
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

/***/ 82088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sealedBy),
/* harmony export */   P: () => (/* binding */ signedInWords)
/* harmony export */ });
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98316);

/** By whom something was signed, and when, for a log. */
function signedInWords({ statement, signedBy, signedAt }) {
    const { signing } = statement.predicate.assurance;
    const who = signing === "key" ? `by the key ${signedBy}` : `keyless by ${signedBy}`;
    return `signed ${who}${signedAt === null ? "" : `, trusted time ${signedAt}`}`;
}
/** The plain seal: all of it, or a failure. A witness that fails leaves nothing half signed. */
function sealedBy(signer, { witnesses = [], reason = null, } = {}) {
    const promise = {
        signing: signer.signing,
        timestamp: witnesses.some(({ gives }) => gives === "timestamp"),
        log: witnesses.some(({ gives }) => gives === "log"),
        ...(reason === null ? {} : { reason }),
    };
    return async (say) => {
        const statement = say(promise);
        const { bundle, signature } = await enveloped(statement, signer);
        const { dsseEnvelope: envelope } = bundle.content;
        const testimonies = [];
        // One after the other: what a log has taken stays there, so it comes last and only if all else is there.
        for (const witness of witnesses) {
            testimonies.push(await witness.testify({ statement, envelope, signature }));
        }
        const times = testimonies.flatMap((each) => ("timestamp" in each ? [each] : []));
        const entries = testimonies.flatMap((each) => ("entry" in each ? [each.entry] : []));
        return {
            statement,
            bundle: await textOf(bundle, { times, entries }),
            signedBy: signature.signedBy,
            signedAt: times[0]?.time.toISOString() ?? null,
        };
    };
}
/** A Sigstore bundle v0.3 with the statement in a DSSE envelope. */
async function enveloped(statement, signer) {
    const [{ toDSSEBundle }, { dsse }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)),
    ]);
    const artifact = Buffer.from(JSON.stringify(statement));
    const signature = await signer.sign(dsse.preAuthEncoding(_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc, artifact));
    const bundle = toDSSEBundle({
        artifact,
        artifactType: _statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc,
        signature: signature.bytes,
        ...("hint" in signature.by ? { keyHint: signature.by.hint } : { certificate: signature.by.certificate }),
    });
    // What goes to a log shall be what the bundle says in the end.
    for (const each of bundle.content.dsseEnvelope.signatures)
        each.keyid = "";
    return { bundle, signature };
}
async function textOf(bundle, { times, entries, }) {
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

/***/ 18724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  py: () => (/* binding */ keySeal),
  ev: () => (/* binding */ lateness),
  gY: () => (/* binding */ timestampWitness)
});

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/attest/exchange.js
var exchange = __webpack_require__(16516);
// EXTERNAL MODULE: ./lib/attest/seal.js
var seal = __webpack_require__(82088);
// EXTERNAL MODULE: ./lib/attest/statement.js
var statement = __webpack_require__(98316);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/attest/timestamp-query.js

const VERSION_1 = "020101";
/** `AlgorithmIdentifier` of SHA-256 and the tag of the digest, as one `MessageImprint`. */
const IMPRINT = "3031300d060960864801650304020105000420";
/** Six bytes: a number that a server may hold in a double. */
const NONCE = "0206";
/** The authority shall add its certificate: without it nobody but its customers can check. */
const CERT_REQ = "0101ff";
/** Asks when these bytes were there (RFC 3161, section 2.4.1). The authority gets to see their digest alone. */
function timestampQuery(bytes) {
    // Positive and of full length, so that DER and every server agree on it.
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
 * Why the answer cannot be used, as what stands after the name of the authority; null where it was granted to us.
 * Whether it is true is for those to say who check the token.
 */
async function troubleIn(answer, { nonce }) {
    const { RFC3161Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const timestamp = RFC3161Timestamp.parse(Buffer.from(answer));
        // 0 is granted, 1 granted with modifications; all else is a refusal.
        if (timestamp.status > 1n)
            return `refused (status ${timestamp.status})`;
        // After the five fields that are always there, an INTEGER can only be the nonce.
        const echoed = timestamp.tstInfo.root.subs.slice(5).find(({ tag }) => tag.isInteger());
        if (echoed?.toInteger() !== nonce)
            return "answered another question: the nonce is not ours";
        return null;
    }
    catch {
        // The parser throws whatever it stumbles over; all of it means the same.
        return "answered with something that is no timestamp";
    }
}

;// CONCATENATED MODULE: ./lib/attest/time.js





const TIMESTAMP_UNAVAILABLE = "timestamp-unavailable";
/** An RFC 3161 authority, whose every answer is checked when it comes: a bad one must not be found at an audit. */
function timestampWitness({ url, check, signal, }) {
    const { host } = new URL(url);
    const name = `the timestamp authority ${host}`;
    return {
        gives: "timestamp",
        async testify({ statement, signature }) {
            const query = timestampQuery(signature.bytes);
            const answer = await (0,exchange/* asked */.N)({
                method: "POST",
                url,
                headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
                body: query.der,
            }, signal);
            if (!answer.ok)
                throw noTimestamp(`${name} ${answer.why}`);
            if (answer.status < 200 || answer.status > 299) {
                throw noTimestamp(`${name} refused (HTTP status ${answer.status})`);
            }
            const trouble = await troubleIn(answer.bytes, query);
            if (trouble !== null)
                throw noTimestamp(`${name} ${trouble}`);
            const checked = await check(answer.bytes, { signature: signature.bytes });
            if (!checked.ok)
                throw noTimestamp(`the timestamp of ${host} is of no use: ${checked.trouble}`);
            refuseApart(statement, { host, time: checked.time });
            return { timestamp: answer.bytes, time: checked.time };
        },
    };
}
function noTimestamp(message) {
    return new failure/* Failure */.HR("no-timestamp", message, {
        hint: "run again, or name another authority as timestamp-url",
    });
}
/** Evidence that says it is signed late may be; any other was collected when it was signed. */
function refuseApart({ predicate }, { host, time }) {
    const lateMs = time.getTime() - Date.parse(predicate.collectedAt);
    const isDeclared = predicate.assurance.reason?.code === statement/* SIGNED_LATE */.Gb && lateMs > 0;
    if (isDeclared || Math.abs(lateMs) <= statement/* LONGEST_APART_MS */.zT)
        return;
    throw new failure/* Failure */.HR("not-signed", `by ${host} it is ${time.toISOString()}, more than an hour from ${predicate.collectedAt}, when the evidence says it was collected`, {
        hint: "set the clock of this machine; what was signed so late is signed with: datadog-evidence attest",
    });
}
/** The reason to give for evidence that was collected long before now; null where it was not. */
function lateness(collectedAt, now) {
    if (now.getTime() - Date.parse(collectedAt) <= statement/* LONGEST_APART_MS */.zT)
        return null;
    return {
        code: statement/* SIGNED_LATE */.Gb,
        message: `signed on ${now.toISOString().slice(0, 10)}, more than an hour after it was collected`,
    };
}
/**
 * Signed with a key, and with time where an authority is given. Where that stays away, signed again, promising no
 * timestamp and saying why: nobody shall mistake it for what was asked for.
 */
function keySeal(signer, { witness, reason }) {
    if (witness === null)
        return (0,seal/* sealedBy */.C)(signer, { reason });
    const timed = (0,seal/* sealedBy */.C)(signer, { witnesses: [witness], reason });
    return async (say) => {
        try {
            return await timed(say);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.code !== "no-timestamp")
                throw error;
            const why = { code: TIMESTAMP_UNAVAILABLE, message: error.message };
            return (0,seal/* sealedBy */.C)(signer, { reason: why })(say);
        }
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

/***/ 89611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ Spool)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);





const BLOCK = 1024 * 1024;
/** Blocks that stay in memory before a file is made for the others. */
const IN_MEMORY = 4;
/**
 * Bytes that are written once and read by their place. Beyond a few megabytes they
 * lie in a file that has no name and ends with the process; where the disk does
 * not take them they stay in memory, because no disk is worth a lost record.
 */
class Spool {
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
            const within = this.size % BLOCK;
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
        const within = this.size % BLOCK;
        // No character takes more than three bytes for each of its units.
        if (within === 0 || within + text.length * 3 > BLOCK)
            return this.append(Buffer.from(text));
        const place = this.size;
        this.size += this.#blocks.at(-1)?.write(text, within) ?? 0;
        return place;
    }
    /** Where room is given the bytes may lie in it, until it is given again. */
    read(place, length, room) {
        const within = place % BLOCK;
        if (within + length <= BLOCK) {
            const block = this.#blocks[Math.floor(place / BLOCK)] ?? null;
            if (block !== null)
                return block.subarray(within, within + length);
            const isRoom = room !== undefined && room.length >= length;
            return this.#fromFile(place, isRoom ? room.subarray(0, length) : Buffer.allocUnsafe(length));
        }
        const first = BLOCK - within;
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
        this.#blocks.push(this.#spare ?? Buffer.allocUnsafe(BLOCK));
        this.#spare = left;
    }
    /** The memory that it leaves; null where it stays. */
    #moveOut(nth) {
        const block = this.#blocks[nth] ?? null;
        if (this.#isRefused || block === null)
            return null;
        try {
            this.#file ??= unnamedFile(this.#folder);
            for (let done = 0; done < BLOCK;) {
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#file, block, done, BLOCK - done, nth * BLOCK + done);
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

/***/ 12193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ SECRET_NAMES),
/* harmony export */   OG: () => (/* binding */ repositoryInputs),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W1: () => (/* binding */ configOf),
/* harmony export */   X8: () => (/* binding */ signingAlone),
/* harmony export */   p2: () => (/* binding */ INPUT_NOTES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88532);
/* harmony import */ var _datadog_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3694);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13364);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80150);
/* harmony import */ var _signing_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99048);







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
    site: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().default("datadoghq.com").transform(failing(_datadog_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .siteOf */ .zU)).meta({
        description: "Datadog site, such as datadoghq.eu. The address of your Datadog in the browser works too. A site given as a secret works, but GitHub then masks it in every link.",
        default: "datadoghq.com",
    }),
    stream: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default("default")
        .refine((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .StreamName */ .iN.safeParse(name).success, {
        error: "must be 1 to 63 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
    })
        .meta({
        description: "Name of this organisation's evidence, such as prod. It becomes a folder name.",
        default: "default",
    }),
    cadence: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCES */ .br, { error: `must be one of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCES */ .br.join(", ")}` })
        .default("P1D")
        .meta({ description: "How often evidence is due: PT1H, PT6H, PT12H or P1D.", default: "P1D" }),
    items: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .default(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.join(","))
        .transform(itemList)
        .meta({ description: "Evidence items to collect, separated by commas.", default: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.join(",") }),
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
    ..._signing_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_INPUTS */ .ik,
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
        const gates = (0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesOf */ .og)(list);
        if (gates !== null)
            return gates;
        context.addIssue({ code: "custom", message: `must be ${_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .GATE_WORDS */ .OO}` });
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
        .refine((name) => REPOSITORY.test(name), {
        error: "must be owner/name, such as acme/compliance-evidence",
    })
        .nullable()
        .default(null)
        .meta({
        description: "Evidence repository, owner/name, to which each run is committed; runs of a stream are then chained. Best one of its own, private.",
    }),
    "repository-token": zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token that may write the contents of repository: github.token where it is this one, else the token of a GitHub App.",
        isSecret: true,
    }),
    branch: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .refine(isBranchName, { error: "must be the name of a branch, such as main" })
        .nullable()
        .default(null)
        .meta({ description: "Branch of the evidence repository. By default its default branch." }),
    seed: yesOrNo(false).meta({
        description: "Whether an evidence repository without any commit gets its first one.",
        default: "false",
    }),
    commit: yesOrNo(true).meta({
        description: "Whether the run is committed. false signs it for its place in the chain and leaves the commit to datadog-evidence publish.",
        default: "true",
    }),
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
function configOf(raw, { otherProblems = [], hasIdentity = false } = {}) {
    const given = givenOf(raw);
    const parsed = Inputs.safeParse(given);
    const { signing: chosen, problems: againstIt } = (0,_signing_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .signingOf */ .fp)(given, { hasIdentity });
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
function signingAlone(raw, { otherProblems = [], hasIdentity = false }) {
    const given = givenOf(raw);
    const parsed = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej(_signing_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_INPUTS */ .ik).safeParse(given);
    const { signing, problems: againstIt } = (0,_signing_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .signingOf */ .fp)(given, { hasIdentity });
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
function repositoryInputs(raw) {
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
        return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", unique.join(""));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", [`${unique.length} inputs need attention:`, ...unique.map((each) => `  ${each}`)].join("\n"));
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
/** Turns a function that throws a failure into a transform that reports it. */
function failing(parse) {
    return (text, context) => {
        try {
            return parse(text);
        }
        catch (error) {
            if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR))
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
    const items = _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.filter((id) => names.includes(id));
    if (items.length > 0 && names.every((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.some((id) => id === name)))
        return items;
    context.addIssue({ code: "custom", message: `must be one or more of ${_evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ITEM_IDS */ .FT.join(", ")}` });
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

/***/ 70050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   tR: () => (/* binding */ dispatcherFor),
/* harmony export */   yM: () => (/* binding */ isTransportError)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


/** Connections to the origin; a proxy never stands between us and our own machine. */
function dispatcherFor(origin) {
    return isLoopback(origin) ? new undici__WEBPACK_IMPORTED_MODULE_0__/* .Agent */ .g6(CONNECTIONS) : throughProxy();
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

/***/ 75417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leakIn),
/* harmony export */   W: () => (/* binding */ leaksIn)
/* harmony export */ });
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);

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
    return files.flatMap((file) => [...suspectTexts(file, secretForms)].flatMap(([where, text]) => {
        const what = kindOf(text, secretForms);
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
    for (const block of (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .blocksOf */ .SH)(file)) {
        const lines = (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .linesIn */ .hl)(block);
        const suspects = isSuspect(block, secretForms) ? lines.entries() : [];
        for (const [at, line] of suspects) {
            if (!isSuspectLine(line, secretForms))
                continue;
            if (!file.name.endsWith(".ndjson")) {
                yield* textsIn(JSON.parse((0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(file).toString("utf8")), "");
                return;
            }
            yield* textsIn(JSON.parse(line), `line ${before + at + 1}`);
        }
        before += lines.length;
    }
}
/** Whether any of some lines must be looked at. No text goes on in another line, so most blocks are done with. */
function isSuspect(block, secretForms) {
    return mayHide(block) || kindOf(block, secretForms) !== null;
}
/** Without an escape and without a cut, what JSON holds is what is written. */
function mayHide(written) {
    return written.includes("\\") || written.includes(CUT);
}
function isSuspectLine(line, secretForms) {
    if (kindOf(line, secretForms) !== null)
        return true;
    if (!mayHide(line))
        return false;
    return writtenTexts(line).some((text) => kindOf(text, secretForms) !== null);
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
function exitOf(evidence, { gates, undone, changes, }) {
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

/***/ 23825:
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
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

/***/ 3106:
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
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
;// CONCATENATED MODULE: ./lib/publish/github-refusals.js


/** An answer that is an error: of HTTP, or of GraphQL inside a good one. */
const OfHttp = schemas/* looseObject */._H3({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* looseObject */._H3({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })
        .optional()
        .catch(undefined),
});
const OfGraphql = schemas/* looseObject */._H3({
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP() })).min(1),
});
/** The refusal that an error of the client stands for; null for a bug, which is thrown on. */
function refusalIn(error, asked) {
    const graphql = OfGraphql.safeParse(error);
    if (graphql.success) {
        const [{ type = "", message } = { message: "" }] = graphql.data.errors;
        return (limited({ message: `${type} ${message}`, headers: graphql.data.headers }, error) ??
            byType({ type, message }, asked, error));
    }
    // An answer that was cut off is half of a text, or the text ends with an error of its own.
    const isCut = error instanceof errors/* ZodError */.G || (error instanceof TypeError && error.message === "terminated");
    if (isCut)
        return unanswered("what it sent was cut off or is of another shape", error);
    const http = OfHttp.safeParse(error);
    if (!http.success)
        return null;
    const { status, message, response } = http.data;
    if (response === undefined || status >= 500)
        return unanswered(response === undefined ? message : `status ${status}`, error);
    const hasLimit = status === 429 || (status === 403 && isLimit(message, response.headers));
    if (hasLimit)
        return limited({ message: "rate limit", headers: response.headers }, error);
    return byStatus({ status, message }, asked, error);
}
function byStatus({ status, message }, asked, cause) {
    if (status === 401) {
        return never("GitHub does not accept repository-token (401)", cause, {
            hint: "it is wrong, expired or revoked; the token of a GitHub App lives one hour, so make it in the same job",
        });
    }
    if (status === 404)
        return noAccess(asked, cause);
    if (status === 403)
        return forbidden(message, asked, cause);
    if (status === 413)
        return tooLarge(asked, cause);
    // So says GitHub of a file that is there already.
    const isThere = status === 422 && message.includes("wasn't supplied");
    if (status === 409 || isThere)
        return { ...never(`${nameOf(asked)} was changed at the same time`, cause), again: "look" };
    return byMessage(message, asked, cause);
}
function byType({ type, message }, asked, cause) {
    if (type === "STALE_DATA") {
        return { ...never(`somebody else committed to ${nameOf(asked)} at the same time`, cause), again: "look" };
    }
    if (type === "BRANCH_PROTECTION_RULE_VIOLATION")
        return isProtected(message, asked, cause);
    if (type === "NOT_FOUND")
        return noAccess(asked, cause);
    if (type === "INSUFFICIENT_SCOPES")
        return forbidden(message, asked, cause);
    // So says GitHub, without a type, when it ran out of time.
    if (/something went wrong|timed? ?out|try again later/i.test(message) || type === "SERVICE_UNAVAILABLE") {
        return unanswered(firstLine(message), cause);
    }
    if (type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message)) {
        return forbidden(message, asked, cause);
    }
    return byMessage(message, asked, cause);
}
/** GitHub's types are not all documented; its sentences are what people search for. */
function byMessage(message, asked, cause) {
    if (/archived/i.test(message))
        return { ...never("", cause), failure: archived(asked, cause) };
    if (/protected branch/i.test(message))
        return isProtected(message, asked, cause);
    if (/rule violation|ruleset|pull request|signed commits|status check/i.test(message)) {
        return never(`a ruleset of ${asked.repository} refuses the commit: ${firstLine(message)}`, cause, {
            hint: "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are",
        });
    }
    if (/not accessible/i.test(message))
        return forbidden(message, asked, cause);
    if (/too large|too big|exceeds|payload/i.test(message))
        return tooLarge(asked, cause);
    const did = asked.isWriting ? "the commit to" : "a question about";
    return never(`GitHub refused ${did} ${nameOf(asked)}: ${firstLine(message)}`, cause);
}
/** The repository takes nothing any more. */
function archived({ repository }, cause) {
    return new failure/* Failure */.HR("not-published", `${repository} is archived, so nothing can be added`, {
        hint: "unarchive it, or name the repository that follows it",
        cause,
    });
}
/** One commit cannot carry it. */
function tooLarge({ repository }, cause) {
    return never(`the run is too large for one commit to ${repository}: GitHub takes about 40 MB`, cause, {
        hint: "split the stream by items, or commit with git: datadog-evidence publish DIR --repository DIR",
    });
}
/** A repository that is not there and one that may not be seen look the same. */
function noAccess({ repository, isWriting }, cause) {
    return never(`there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "see"} it`, cause, {
        hint: "check the name; the token of a workflow only reaches its own repository, for another use the token of a GitHub App that is installed there with contents: write",
    });
}
function forbidden(message, asked, cause) {
    if (!asked.isWriting)
        return noAccess(asked, cause);
    return never(`repository-token may read ${asked.repository} but not write to it: ${firstLine(message)}`, cause, {
        hint: "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository",
    });
}
function isProtected(message, asked, cause) {
    return never(`${nameOf(asked)} is protected: ${firstLine(message)}`, cause, {
        hint: "let the GitHub App of repository-token bypass required pull requests in the protection of that branch, or name another branch",
    });
}
function unanswered(why, cause) {
    return {
        failure: new failure/* Failure */.HR("not-published", `GitHub did not answer: ${firstLine(why)}`, {
            hint: "see https://www.githubstatus.com; a re-run adds its own evidence",
            cause,
        }),
        again: "look",
        waitMs: null,
    };
}
function limited({ message, headers }, cause) {
    if (!/rate.?limit/i.test(message))
        return null;
    return {
        failure: new failure/* Failure */.HR("not-published", "GitHub's rate limit for repository-token is used up", {
            hint: "use the token of a GitHub App, which has a limit of its own",
            cause,
        }),
        again: "wait",
        waitMs: waitIn(headers),
    };
}
function isLimit(message, headers) {
    return (/rate limit|abuse/i.test(message) || "retry-after" in headers || headers["x-ratelimit-remaining"] === "0");
}
/** Seconds to wait come in `retry-after`; the moment of a new hour's points in `x-ratelimit-reset`. */
function waitIn(headers) {
    const after = Number(headers["retry-after"] ?? Number.NaN);
    if (after >= 0)
        return after * 1000;
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    return headers["x-ratelimit-remaining"] === "0" && reset > 0
        ? Math.max(0, reset * 1000 - Date.now())
        : null;
}
function never(message, cause, { hint } = {}) {
    return { failure: new failure/* Failure */.HR("not-published", message, { hint, cause }), again: "never", waitMs: null };
}
function nameOf({ repository, branch }) {
    return branch === null ? repository : `the branch ${branch} of ${repository}`;
}
function firstLine(text) {
    return text.split("\n")[0]?.slice(0, 300) ?? "";
}

;// CONCATENATED MODULE: ./lib/publish/github-client.js






const Body = schemas/* instanceof */.Nlp(web_.ReadableStream);
const Seeded = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
/** A write whose answer is lost: it may have happened. */
class Unanswered extends failure/* Failure */.HR {
}
const ATTEMPT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/**
 * Talks to GitHub, and waits as long as GitHub asks. What only reads is asked
 * again; a write whose answer is lost is `Unanswered`. Every refusal is a
 * `Failure`.
 */
class GitHubClient {
    #access;
    #octokit = null;
    constructor(access) {
        this.#access = access;
    }
    async query(shape, { text, variables }, signal) {
        return this.#patiently(false, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    async mutate(shape, { text, variables }, signal) {
        return this.#patiently(true, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    /** The bytes of a file in a commit. */
    async file(path, commit, signal) {
        const [owner = "", repo = ""] = this.#access.repository.split("/");
        return this.#patiently(false, signal, async (octokit, request) => {
            const { data } = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
                owner,
                repo,
                path,
                ref: commit,
                headers: { accept: "application/vnd.github.raw+json" },
                // The bytes themselves: what is signed must not be read as something and written again.
                request: { ...request, parseSuccessResponseBody: false },
            });
            return (0,consumers_.buffer)(Body.parse(data));
        });
    }
    /** Gives an empty repository its first commit, with this one file, and answers with it. */
    async seed(file, signal) {
        const { repository, branch } = this.#access;
        const [owner = "", repo = ""] = repository.split("/");
        return this.#patiently(true, signal, async (octokit, request) => {
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
    async #patiently(isWriting, signal, step) {
        const { repository, branch } = this.#access;
        const asked = { repository, branch, isWriting };
        for (let attempt = 0;; attempt += 1) {
            try {
                const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]) };
                return await step(await this.#connected(), request);
            }
            catch (error) {
                const refusal = refusalIn(error, asked);
                if (refusal === null)
                    throw error;
                const { failure, again, waitMs } = refusal;
                if (again === "never")
                    throw failure;
                if (again === "look" && isWriting)
                    throw new Unanswered(failure.code, failure.message, failure);
                await pause(waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt), { signal, failure });
            }
        }
    }
    async #connected() {
        const { token, apiUrl } = this.#access;
        this.#octokit ??= __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351)).then(({ getOctokit: connect }) => connect(token, { baseUrl: apiUrl, userAgent: "datadog-evidence", log: SILENT }));
        return this.#octokit;
    }
}
/** What the client has to say would name addresses and speak past our log. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() {
    // Not our voice.
}
async function pause(ms, { signal, failure }) {
    try {
        await (0,promises_.setTimeout)(ms, undefined, { signal });
    }
    catch {
        // Only the signal ends a wait early, and then this is the last word.
        throw failure;
    }
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
;// CONCATENATED MODULE: ./lib/publish/github-tree.js


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
/** Asks for the head of the branch; of the default branch where it is null. */
async function stateOf(branch, { repository, client, signal }) {
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
/** Ids of these paths in the commit, of files and folders; null where there is none. */
async function idsAt(paths, commit, where) {
    const found = await objects(schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }), "oid", paths.map((path) => `${commit}:${path}`), where);
    return found.map((object) => object?.oid ?? null);
}
/** The latest days of a stream: `2026/2026-11-22`. */
async function latestDaysOf(stream, commit, where) {
    const [tree] = await objects(Nested, `... on Tree { oid ${NESTED} }`, [`${commit}:${stream}`], where);
    const days = (tree?.entries ?? []).flatMap(({ name: year, object }) => (object?.entries ?? []).filter(isFolder).map(({ name: day }) => `${year}/${day}`));
    return (0,layout/* daysAmong */.oc)(days).slice(-layout/* LATEST_DAYS */.yY);
}
/** The files of every folder in these folders. */
async function filesOfFolders(folders, commit, where) {
    const trees = await objects(Nested, `... on Tree { oid ${NESTED} }`, folders.map((each) => `${commit}:${each}`), where);
    return trees.flatMap((tree, index) => (tree?.entries ?? []).flatMap(({ name, object }) => blobsOf(`${folders[index]}/${name}`, object?.entries ?? [])));
}
/** The files of this folder. */
async function filesOfFolder(folder, commit, where) {
    const [tree] = await objects(Tree, `... on Tree { oid ${ENTRIES} }`, [`${commit}:${folder}`], where);
    return blobsOf(folder, tree?.entries ?? []);
}
/** Texts of small files by the ids of their blobs; one that GitHub cuts is left out. */
async function textsOf(ids, where) {
    const Blob = schemas/* looseObject */._H3({ text: schemas/* string */.YjP().nullable(), isTruncated: schemas/* boolean */.zMY() });
    const found = await objects(Blob, "... on Blob { text isTruncated }", ids, where);
    return new Map(found.flatMap((blob, index) => blob === null || blob.text === null || blob.isTruncated
        ? []
        : [[ids[index] ?? "", Buffer.from(blob.text)]]));
}
/** No question asks for more: GitHub counts what one may cost. */
const MOST_AT_ONCE = 100;
/** Git objects by expression, in the order asked for; null where there is none. */
async function objects(shape, selection, expressions, { repository, client, signal }) {
    const all = [];
    for (let at = 0; at < expressions.length; at += MOST_AT_ONCE) {
        const some = expressions.slice(at, at + MOST_AT_ONCE);
        const fields = some.map((_, index) => `o${index}: object(expression: $e${index}) { ${selection} }`);
        const declared = some.map((_, index) => `, $e${index}: String!`).join("");
        const text = `query Objects($owner: String!, $name: String!${declared}) {
      repository(owner: $owner, name: $name) { ${fields.join("\n")} }
    }`;
        const named = Object.fromEntries(some.map((expression, index) => [`e${index}`, expression]));
        const Answer = schemas/* looseObject */._H3({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), shape.nullable()) });
        const answer = await client.query(Answer, { text, variables: { ...ownerAndName(repository), ...named } }, signal);
        all.push(...some.map((_, index) => answer.repository[`o${index}`] ?? null));
    }
    return all;
}
/** Links and other things that are no files are nothing that we wrote. */
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

;// CONCATENATED MODULE: ./lib/publish/github-branch.js








/** As GitHub counts it, in base64; with 40 MiB it refuses. */
const LARGEST_COMMIT = 40_000_000;
const Committed = schemas/* looseObject */._H3({
    createCommitOnBranch: schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP(), url: schemas/* string */.YjP() }) }),
});
const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;
/**
 * A branch on GitHub. Each commit is one mutation that names the head it goes
 * onto, and GitHub signs it. Nothing is ever forced, overwritten or deleted.
 */
class GitHubBranch {
    name;
    workTree = null;
    /** GitHub counts what is written: about 80 a minute. */
    firstWaitMs = 500;
    #repository;
    #client;
    /** The latest runs of a stream's folder, which never change under the same id. */
    #latest = new Map();
    /** The branch by its name, once it is known. */
    #branch;
    /** Of whoever asks now: what was read before may be read further later. */
    #signal = AbortSignal.abort();
    constructor(repository) {
        this.name = repository.repository;
        this.#repository = repository;
        this.#branch = repository.branch;
        this.#client = new GitHubClient(repository);
    }
    async head(streams, signal) {
        this.#signal = signal;
        const state = await stateOf(this.#repository.branch, this.#where());
        this.#refuse(state);
        this.#branch = state.branch;
        const { head: commit } = state;
        if (commit === null) {
            return { commit, hasGuide: false, latest: async () => [], runAt: async () => null };
        }
        const folders = streams.map((stream) => this.#below(stream));
        const [guide, ...trees] = await idsAt([this.#below(layout/* GUIDE_NAME */.h9), ...folders], commit, this.#where());
        return {
            commit,
            hasGuide: guide !== null,
            latest: async (stream) => {
                const tree = trees[streams.indexOf(stream)] ?? null;
                if (tree === null)
                    return [];
                return kept(this.#latest, `${stream} ${tree}`, async () => this.#latestIn(stream, commit));
            },
            runAt: async (stream, place) => {
                const blobs = await filesOfFolder(this.#below(`${stream}/${place}`), commit, this.#where());
                return this.#runs(stream, commit, blobs)[0] ?? null;
            },
        };
    }
    async append({ runs, guide, message }, onto, signal) {
        this.#signal = signal;
        const sizes = runs.flatMap(({ files }) => files.map(({ size }) => 4 * Math.ceil(size / 3)));
        if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_COMMIT) {
            throw tooLarge(this.#repository).failure;
        }
        const additions = runs.flatMap(({ stream, place, files }) => files.map((file) => ({
            path: this.#below(`${stream}/${place}/${file.name}`),
            contents: (0,evidence_file/* bytesOf */.$$)(file).toString("base64"),
        })));
        try {
            const seeded = onto.commit === null ? await this.#seeded(guide, signal) : null;
            if (guide !== null && seeded === null) {
                additions.push({ path: this.#below(layout/* GUIDE_NAME */.h9), contents: Buffer.from(guide).toString("base64") });
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
            // It may be there all the same: whoever looks at the head again will see.
            if (error instanceof Unanswered)
                return { again: error };
            throw error;
        }
    }
    /** The first commit of an empty repository, for which there is no branch to append to. */
    async #seeded(guide, signal) {
        const commit = await this.#client.seed({ path: this.#below(layout/* GUIDE_NAME */.h9), text: guide ?? "" }, signal);
        const { branch } = await stateOf(this.#repository.branch, this.#where());
        this.#branch = branch;
        return commit;
    }
    #refuse(state) {
        const { allowPublic, seed, branch } = this.#repository;
        if (state.isPublic && !allowPublic) {
            throw new failure/* Failure */.HR("input", `the evidence repository ${this.name} is public, so everybody could read the evidence`, { hint: "make it private, or set allow-public: true if that is what you want" });
        }
        if (state.isArchived)
            throw archived(this.#repository);
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
        const days = await latestDaysOf(folder, commit, this.#where());
        const folders = days.map((day) => `${folder}/${day}`);
        return this.#runs(stream, commit, await filesOfFolders(folders, commit, this.#where()));
    }
    #runs(stream, commit, blobs) {
        const read = new Map();
        const texts = new Map();
        const bytes = async (blob) => {
            // A chain is read by its bundles, so one question brings them all.
            const ids = blobs.filter(layout/* isBundle */.bn).map(({ id }) => id);
            const bundles = (0,layout/* isBundle */.bn)(blob)
                ? await kept(texts, "bundles", async () => textsOf(ids, this.#where()))
                : null;
            return bundles?.get(blob.id) ?? this.#client.file(blob.path, commit, this.#signal);
        };
        return (0,layout/* runsAmong */.D1)(blobs, this.#below(stream), async (blob) => kept(read, blob.path, async () => bytes(blob)));
    }
    #where() {
        return { repository: this.name, client: this.#client, signal: this.#signal };
    }
    /** From the top of the repository. */
    #below(name) {
        return external_node_path_.posix.join(this.#repository.path, name);
    }
}
/** What was asked once, unless that failed. */
async function kept(map, key, ask) {
    const answer = map.get(key) ?? ask();
    map.set(key, answer);
    try {
        return await answer;
    }
    catch (error) {
        map.delete(key);
        throw error;
    }
}


/***/ }),

/***/ 60948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ grown)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


/** The longest wait, as a multiple of the first. */
const LONGEST_WAIT = 40;
/**
 * Commits what `plan` makes of the head, and plans again whenever the head has
 * moved. A plan of nothing means that everything is there. Only the signal ends
 * it: another stream may be busy for long, and none of them may starve.
 */
async function grown(branch, { streams, plan, signal, }) {
    let last = null;
    for (let retries = 0;; retries += 1) {
        if (signal.aborted)
            throw last ?? tooLate(branch);
        const head = await branch.head(streams, signal);
        const addition = await plan(head);
        if (addition === null) {
            return head.commit === null ? null : { commit: head.commit, url: null, warnings: [], retries };
        }
        const appended = await branch.append(addition, head, signal);
        if ("commit" in appended)
            return { ...appended, retries };
        last = appended.again;
        await pause(branch.firstWaitMs * Math.min(LONGEST_WAIT, 2 ** retries), signal);
    }
}
/** Differs between those who met: equal waits would meet again. */
async function pause(longest, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(longest * Math.random(), undefined, { signal });
    }
    catch {
        // Only the signal ends a wait early, and the next round tells.
    }
}
function tooLate({ name }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `there was no time left to commit to ${name}`, {
        hint: "raise the deadline",
    });
}


/***/ }),

/***/ 14165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ isRunPlace),
/* harmony export */   D1: () => (/* binding */ runsAmong),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   h9: () => (/* binding */ GUIDE_NAME),
/* harmony export */   oc: () => (/* binding */ daysAmong),
/* harmony export */   yY: () => (/* binding */ LATEST_DAYS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22322);


const GUIDE_NAME = "VERIFY.md";
/** Evidence may arrive late by hours, so it lies in the last day or the one before. */
const LATEST_DAYS = 2;
/** The days among these folders of a stream, `2026/2026-11-22`, in order. */
function daysAmong(folders) {
    return folders.filter((folder) => /^\d{4}\/\d{4}-\d{2}-\d{2}$/.test(folder)).toSorted();
}
/** Whether the place below a stream is that of a run: `2026/2026-11-22/061731Z-123-1`. */
function isRunPlace(place) {
    return /^\d{4}\/\d{4}-\d{2}-\d{2}\/\d{6}Z-[A-Za-z0-9-]+-\d+$/.test(place);
}
/** Whether this is the file that tells what a run says; those are fetched together. */
function isBundle({ path: file }) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file) === _evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft;
}
/** The run folders among the blobs, which lie below the stream's folder. */
function runsAmong(blobs, stream, read) {
    const runs = new Map();
    for (const blob of blobs) {
        const place = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(stream, blob.path));
        if (!isRunPlace(place))
            continue;
        const files = runs.get(place) ?? new Map();
        files.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(blob.path), async () => read(blob));
        runs.set(place, files);
    }
    return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}


/***/ }),

/***/ 83503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bl: () => (/* binding */ refuseLate),
/* harmony export */   p1: () => (/* binding */ newRunOf),
/* harmony export */   q: () => (/* binding */ linked)
/* harmony export */ });
/* harmony import */ var _attest_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98316);
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13431);
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12743);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22322);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);
/* harmony import */ var _grow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60948);
/* harmony import */ var _stream_end_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76431);







/** The longest deadline: nothing that began before the last run can come later than that. */
const LATEST_MS = 6 * 3_600_000;
/**
 * Signs the evidence for the end of its stream's chain and commits it there.
 * Another stream that was faster costs another try with the same signature;
 * only when the stream itself went on is the run linked and signed again.
 */
async function linked({ evidence, files }, attest, { repository: { branch, own, commits, recalled }, guide, signal, }) {
    const signer = new Signing(attest, files);
    const undone = [];
    let end = recalled;
    let there = null;
    let landed = null;
    let retries = 0;
    const plan = async (head) => {
        retries += 1;
        end = await (0,_stream_end_js__WEBPACK_IMPORTED_MODULE_6__/* .streamEnd */ .s)(head, { name: evidence.stream.name, site: evidence.source.site }, own);
        const found = await foundIn(end, head, { evidence, files });
        there = found === null ? null : attestationOf(found);
        if (found?.at.isCommitted)
            return null;
        refuseLate(evidence, end);
        const attestation = there ?? (await signer.signFor(end.tail));
        if (!commits)
            return null;
        const waiting = await Promise.all(end.waiting.map(async (run) => newRunOf(run, evidence.stream.name)));
        return {
            runs: there === null ? [...waiting, newRun(evidence, files, attestation)] : waiting,
            guide: head.hasGuide ? null : guide,
            message: messageOf(evidence, end.waiting),
        };
    };
    try {
        const grew = await (0,_grow_js__WEBPACK_IMPORTED_MODULE_5__/* .grown */ .g)(branch, { streams: [evidence.stream.name], plan, signal });
        if (commits || there !== null)
            landed = grew;
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
            throw error;
        undone.push(error);
    }
    if (there === null && signer.last === null && !signer.hasFailed) {
        // What no repository takes is signed all the same; where the end is not known, it is not chained.
        const isRefused = undone.some((failure) => failure instanceof Refused);
        await noted(undone, async () => signer.signFor(isRefused ? null : ((end ?? recalled)?.tail ?? null)));
    }
    return {
        attestation: there ?? signer.last,
        landed,
        signatures: signer.count,
        retries: Math.max(0, retries - 1),
        undone,
        warnings: [...((end ?? recalled)?.warnings ?? []), ...(landed?.warnings ?? [])],
    };
}
/** A run that the chain does not take, whatever else may happen. */
class Refused extends _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR {
}
/** Signs again only for another end: a timestamp is somebody else's work. */
class Signing {
    #attest;
    #files;
    #tail = null;
    last = null;
    count = 0;
    hasFailed = false;
    constructor(attest, files) {
        this.#attest = attest;
        this.#files = files;
    }
    async signFor(tail) {
        const wanted = (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(tail === null
            ? null
            : [tail.next, tail.last?.statement ?? null, { ...tail.restart }, tail.evidence?.sha256 ?? null]);
        if (this.last !== null && this.#tail === wanted)
            return this.last;
        this.last = null;
        this.hasFailed = true;
        this.last = await this.#attest(this.#files, tail);
        this.hasFailed = false;
        this.#tail = wanted;
        this.count += 1;
        return this.last;
    }
}
/** This very run, where the stream holds it already. Throws where it holds another one under the same name. */
async function foundIn({ runs }, head, { evidence, files }) {
    const { run, stream } = evidence;
    const digest = files[0]?.sha256 ?? null;
    const place = (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFolder */ .kQ)(evidence);
    const isSameRun = ({ statement: { predicate } }) => predicate.run.id === run.id && predicate.run.attempt === run.attempt;
    const same = runs.find(isSameRun);
    if (same === undefined && (await head.runAt(stream.name, place)) === null)
        return null;
    if (same?.contentSha256 === digest)
        return same;
    throw new Refused("not-published", `${stream.name} holds other evidence of the run ${run.id}, attempt ${run.attempt} already`, { hint: "give each collecting step of a workflow its own stream; a re-run is a new attempt and adds" });
}
/** Later evidence stands in the chain already, so this would not be its end. */
function refuseLate({ collectedAt, stream }, { newest }) {
    if (newest === null || Date.parse(collectedAt) >= Date.parse(newest) - LATEST_MS)
        return;
    throw new Refused("not-published", `the stream ${stream.name} has moved on: it holds evidence of ${newest}, this is of ${collectedAt}`, { hint: "check the clock of this machine; evidence is added within 6 hours or not at all" });
}
function attestationOf({ statement, bundle, signedBy }) {
    if (statement.predicateType !== _attest_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PREDICATE_TYPE */ .To)
        return null;
    return { statement, bundle, signedBy: signedBy ?? "", signedAt: null };
}
function newRun(evidence, files, { bundle }) {
    return {
        stream: evidence.stream.name,
        place: (0,_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFolder */ .kQ)(evidence),
        files: [...files, (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft, bundle)],
    };
}
/** A run folder as it is committed: what is signed, and the bundle. */
async function newRunOf({ at, statement, bundle }, stream) {
    const files = statement.subject.map(async ({ name }) => (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(name, (await at.files.get(name)?.()) ?? Buffer.alloc(0)));
    return {
        stream,
        place: at.place,
        files: [...(await Promise.all(files)), (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft, bundle)],
    };
}
function messageOf({ stream, collectedAt, outcome }, waiting) {
    const headline = `${stream.name}: evidence of ${collectedAt}, ${outcome}`;
    if (waiting.length === 0)
        return headline;
    return [headline, "", "With what waited to be committed:", ...waiting.map(({ at }) => at.place)].join("\n");
}
/** Notes a foreseen failure; a bug is thrown on. */
async function noted(undone, step) {
    try {
        await step();
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
            throw error;
        undone.push(error);
    }
}


/***/ }),

/***/ 12423:
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





/**
 * Writes the files as one folder: complete, or not at all. A folder that is
 * there already is never touched.
 */
async function writeRunFolder(folder, files) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(folder);
    const draft = draftOf(folder);
    try {
        await makeFolder(parent);
        if (await exists(folder))
            throw taken(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(draft);
        for (const file of files)
            await writeThrough(node_path__WEBPACK_IMPORTED_MODULE_3__.join(draft, file.name), file.pieces());
        // On one file system a rename is one step, and it fails where a folder with files stands.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, folder);
    }
    catch (error) {
        await discard(draft);
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR)
            throw error;
        // So says a rename when somebody else was first.
        if (codeOf(error) === "ENOTEMPTY")
            throw taken(folder);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} cannot be written (${codeOf(error)})`, {
            hint: "check that the folder may be written and the disk has room",
            cause: error,
        });
    }
}
/** Writes a file, complete or not at all, unless there is one by that name. Answers whether it did. */
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
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${file} cannot be written (${codeOf(error)})`, { cause: error });
    }
}
/** Makes the folder and those above it, one by one: Node's own recursion never ends below /proc, where none can be made. */
async function makeFolder(folder) {
    try {
        await makeOne(folder);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder));
        if (codeOf(error) !== "ENOENT" || parent === node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder))
            throw error;
        await makeFolder(parent);
        await makeOne(folder);
    }
}
/** Somebody else may make it at the same time. */
async function makeOne(folder) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder);
    }
    catch (error) {
        if (codeOf(error) !== "EEXIST" || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(folder)).isDirectory())
            throw error;
    }
}
/** Throws unless a folder can be made and written at the path; used before anything is collected, and leaves no trace. */
async function ensureWritable(folder, input) {
    try {
        await makeFolder(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("input", `${input}: the folder ${folder} cannot be written (${codeOf(error)})`, {
            cause: error,
        });
    }
}
function taken(folder) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} exists already; evidence is never overwritten`);
}
/** Beside what it becomes, so that a rename is one step; hidden, so that nobody takes it for the thing itself. */
function draftOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), `.${node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`);
}
async function discard(draft) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { recursive: true, force: true });
    }
    catch {
        // What stays of a draft harms nobody, and the failure before it is the one to tell.
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
        if (codeOf(error) === "ENOENT")
            return false;
        throw error;
    }
}
function codeOf(error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}


/***/ }),

/***/ 94939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   A: () => (/* binding */ signedRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27597);
/* harmony import */ var _attest_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81358);
/* harmony import */ var _attest_statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98316);
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13431);
/* harmony import */ var _evidence_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22322);
/* harmony import */ var _evidence_gap_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(357);
/* harmony import */ var _evidence_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92031);
/* harmony import */ var _evidence_reassembly_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74452);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35498);










/** A bundle as far as a chain needs it; verifiers ask for more. */
const Bundle = zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({
    dsseEnvelope: zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({
        payload: zod__WEBPACK_IMPORTED_MODULE_9__/* .base64 */ .K39(),
        payloadType: zod__WEBPACK_IMPORTED_MODULE_9__/* .literal */ .euz(_attest_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc),
        signatures: zod__WEBPACK_IMPORTED_MODULE_9__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({ sig: zod__WEBPACK_IMPORTED_MODULE_9__/* .base64 */ .K39() })]),
    }),
    verificationMaterial: zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({
        publicKey: zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({ hint: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP().optional() }).optional(),
    }),
});
/** What the bundle of a run folder says, or why it says nothing. */
async function signedRun(at) {
    const read = at.files.get(_evidence_files_js__WEBPACK_IMPORTED_MODULE_4__/* .BUNDLE_NAME */ .ft);
    if (read === undefined)
        return { at, trouble: "is not signed" };
    const bytes = await read();
    const json = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readJson */ .V)(bytes);
    if ("trouble" in json)
        return { at, trouble: `has a bundle that ${json.trouble}` };
    const bundle = Bundle.safeParse(json.value);
    if (!bundle.success)
        return { at, trouble: "has a damaged bundle" };
    const { dsseEnvelope: envelope, verificationMaterial: material } = bundle.data;
    const payload = Buffer.from(envelope.payload, "base64");
    const said = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readJson */ .V)(payload);
    const statement = _attest_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .ChainStatement */ .Zx.safeParse("value" in said ? said.value : null);
    if (!statement.success)
        return { at, trouble: "has a statement of a kind that this version does not know" };
    const { sequence } = statement.data.predicate;
    return {
        at,
        statement: statement.data,
        link: sequence === null ? null : { sequence, statement: (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(payload) },
        contentSha256: statement.data.subject.find(({ name }) => name === mainOf(statement.data))?.digest.sha256 ?? "",
        signedBy: (0,_attest_key_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintIn */ .I5)(material.publicKey?.hint ?? ""),
        bundle: bytes.toString("utf8"),
        async isSignedBy(publicPem) {
            const { dsse } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
            const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(publicPem);
            const digest = key.asymmetricKeyType === "ed25519" ? null : "sha256";
            const signature = Buffer.from(envelope.signatures[0].sig, "base64");
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(digest, dsse.preAuthEncoding(envelope.payloadType, payload), key, signature);
        },
    };
}
/**
 * The signed content, or why no run can be linked to this one. Signatures of
 * other keys are left to those who verify: keys change, chains go on.
 */
async function contentOf(run, own) {
    if (own !== null && run.signedBy === own.fingerprint && !(await run.isSignedBy(own.publicPem))) {
        return { code: "not-genuine", trouble: "was not signed by the key that it names" };
    }
    const files = new Map();
    for (const { name, digest } of run.statement.subject) {
        const bytes = await run.at.files.get(name)?.();
        if (bytes === undefined)
            return { code: "changed", trouble: `lacks ${name}, which is signed` };
        if ((0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes) !== digest.sha256)
            return { code: "changed", trouble: `holds another ${name} than was signed` };
        files.set(name, bytes);
    }
    const main = mainOf(run.statement);
    const json = (0,_evidence_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readJson */ .V)(files.get(main) ?? Buffer.alloc(0));
    if ("trouble" in json)
        return { code: "unreadable", trouble: `has a ${main} that ${json.trouble}` };
    const read = contradicted(run.statement, json.value);
    if ("trouble" in read || read.evidence === null)
        return read;
    const whole = (0,_evidence_reassembly_js__WEBPACK_IMPORTED_MODULE_7__/* .withRecords */ .l)(read.evidence, files);
    return "trouble" in whole
        ? { code: "unreadable", trouble: `cannot be put together: ${whole.trouble}` }
        : whole;
}
function contradicted(statement, value) {
    const unknown = { code: "unreadable", trouble: "does not follow a schema that this version knows" };
    const other = { code: "not-genuine", trouble: "holds evidence that says otherwise than its statement" };
    if (statement.predicateType === _attest_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_PREDICATE_TYPE */ .Gv) {
        const gap = _evidence_gap_js__WEBPACK_IMPORTED_MODULE_5__/* .Gap */ .X.safeParse(value);
        if (!gap.success)
            return unknown;
        const { stream, run, declaredAt } = gap.data;
        const { predicate } = statement;
        const isSame = (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)([predicate.stream, predicate.cadence, predicate.collectedAt, predicate.run]) ===
            (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)([
                { name: stream.name, site: stream.site },
                stream.cadence,
                declaredAt,
                { id: run.id, attempt: run.attempt },
            ]);
        return isSame ? { evidence: null } : other;
    }
    const evidence = _evidence_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Evidence */ .of.safeParse(value);
    if (!evidence.success)
        return unknown;
    const { predicate } = statement;
    const { predicate: dictated } = (0,_attest_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .statementOf */ .T8)(evidence.data, {
        files: [],
        tail: null,
        assurance: predicate.assurance,
    });
    const isSame = SAID_TWICE.every((name) => (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(predicate[name]) === (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(dictated[name]));
    return isSame ? { evidence: evidence.data } : other;
}
/** What statement and evidence both say. */
const SAID_TWICE = ["stream", "cadence", "collectedAt", "outcome", "run"];
function mainOf({ predicateType }) {
    return predicateType === _attest_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .GAP_PREDICATE_TYPE */ .Gv ? _evidence_gap_js__WEBPACK_IMPORTED_MODULE_5__/* .GAP_NAME */ .F : _evidence_files_js__WEBPACK_IMPORTED_MODULE_4__/* .EVIDENCE_NAME */ .wm;
}


/***/ }),

/***/ 76431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ follows),
/* harmony export */   s: () => (/* binding */ streamEnd)
/* harmony export */ });
/* harmony import */ var _evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13431);
/* harmony import */ var _signed_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94939);


/**
 * The end of the stream's chain at that head. A last run that is missing its
 * bundle, was changed or is another stream's is never passed over in silence:
 * the chain begins anew after it, and the statement says why.
 */
async function streamEnd(head, stream, own) {
    const at = await head.latest(stream.name);
    const read = await Promise.all(at.map(_signed_run_js__WEBPACK_IMPORTED_MODULE_1__/* .signedRun */ .A));
    const committed = read.filter(({ at: { isCommitted } }) => isCommitted);
    const end = await committedEnd(committed, stream, own);
    return withWaiting(end, read.filter(isWaiting), own);
}
/** A run that waits to be committed in the work tree, signed; what is not signed waits for `attest`. */
function isWaiting(run) {
    return !run.at.isCommitted && "statement" in run;
}
async function committedEnd(read, stream, own) {
    const runs = read.filter((run) => "statement" in run);
    const chained = runs.filter(({ link }) => link !== null).toSorted(bySequence);
    const last = chained.at(-1);
    const newest = newestOf(chained);
    const next = (last?.link?.sequence ?? 0) + 1;
    const begun = (restart) => ({
        tail: { next, last: null, restart, evidence: null },
        newest,
        runs,
        waiting: [],
        warnings: restart === null ? [] : [`the chain of ${stream.name} begins anew: ${restart.message}`],
    });
    const broken = read.find((run) => "trouble" in run && (last === undefined || run.at.place > last.at.place));
    if (broken !== undefined && "trouble" in broken) {
        return begun({ code: "unreadable", message: `the run ${broken.at.place} ${broken.trouble}` });
    }
    if (last === undefined)
        return begun(null);
    const { name, site } = last.statement.predicate.stream;
    if (name !== stream.name || site !== stream.site) {
        return begun({ code: "other-stream", message: `the run ${last.at.place} is of ${name} on ${site}` });
    }
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$)(last, own);
    if ("trouble" in content) {
        return begun({ code: content.code, message: `the run ${last.at.place} ${content.trouble}` });
    }
    return {
        ...begun(null),
        tail: {
            next,
            last: last.link,
            restart: null,
            evidence: await evidenceBefore(last, content, chained, own),
        },
        warnings: otherSigner(last, own),
    };
}
/** Puts those that wait behind the end, one after the other, as long as each names the one before. */
async function withWaiting(end, waiting, own) {
    let { tail } = end;
    const linked = [];
    const warnings = [...end.warnings];
    for (const run of waiting.toSorted(bySequence)) {
        const content = follows(tail, run) ? await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$)(run, own) : null;
        if (run.link === null || content === null || "trouble" in content) {
            warnings.push(`the run ${run.at.place} lies in the work tree, is not committed and does not follow the end of the chain`);
            continue;
        }
        const evidence = await evidenceBefore(run, content, [...end.runs, ...linked], own);
        tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence };
        linked.push(run);
    }
    return {
        tail,
        newest: newestOf([...end.runs.filter(({ link }) => link !== null), ...linked]),
        runs: [...end.runs, ...linked],
        waiting: linked,
        warnings,
    };
}
/** Whether the run was signed for that end. */
function follows(tail, { statement }) {
    const { sequence, previous } = statement.predicate;
    return sequence === tail.next && (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(previous) === (0,_evidence_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(linkOf(tail));
}
function linkOf({ last }) {
    return last === null ? null : { sequence: last.sequence, statement: last.statement };
}
/** What was collected last: the run's own evidence, or that of the run before a declared gap. */
async function evidenceBefore(run, { evidence }, runs, own) {
    if (evidence !== null)
        return { evidence, sha256: run.contentSha256 };
    const { previous } = run.statement.predicate;
    const before = runs.find(({ link }) => link !== null && link.statement === previous?.statement);
    if (before === undefined)
        return null;
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$)(before, own);
    return "trouble" in content ? null : evidenceBefore(before, content, runs, own);
}
function otherSigner({ at, signedBy }, own) {
    if (signedBy === (own?.fingerprint ?? null))
        return [];
    const whom = signedBy === null ? "keyless" : `by the key ${signedBy}`;
    return [`the run ${at.place} is signed ${whom}, which was not verified here; the chain goes on from it`];
}
function newestOf(runs) {
    return (runs
        .map(({ statement }) => statement.predicate.collectedAt)
        .toSorted()
        .at(-1) ?? null);
}
/** The later folder last, where two claim the same place in the chain; whoever verifies finds both. */
function bySequence(a, b) {
    const difference = (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0);
    if (difference !== 0)
        return difference;
    return a.at.place < b.at.place ? -1 : 1;
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

- \`evidence.json\`: what Datadog said, and how completely it was collected (\`gap.json\` where somebody
  declared why a run is missing);
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

A run is signed either with a key, or keyless, by the workflow that collected, with a certificate of
minutes. \`jq .verificationMaterial evidence.sigstore.json\` shows which: a \`publicKey\` or a \`certificate\`.

**Bring your own trust.** Get the public key, or the name of the workflow, from the people who sign and not
from this repository: what lies beside the evidence proves nothing. Save the key as \`signing-key.pub.pem\`
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
statement and evidence agree, that it was signed when it says, that all was reached that was promised, and that
the folder is the one where the evidence belongs. Exit 0: genuine and complete. 1: not genuine. 2: could not
check. 3: genuine, but the run is not complete.

## With openssl, jq and sha256sum

In the folder of a run, in one shell; \`KEY\` and \`ROOT\` say where your key and your trusted root lie. First
take the bundle apart: what is signed is the statement with its type and length before it.

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
them with what you were told. That the certificate itself is genuine shows two steps further on.

\`\`\`sh
jq -r .verificationMaterial.certificate.rawBytes $B | base64 -d | openssl x509 -inform DER -out "$W/leaf.pem"
openssl x509 -in "$W/leaf.pem" -pubkey -noout > "$W/leaf.pub"
openssl dgst -sha256 -verify "$W/leaf.pub" -signature "$W/signature" "$W/signed"
openssl x509 -in "$W/leaf.pem" -noout -ext subjectAltName
openssl x509 -in "$W/leaf.pem" -noout -text | grep -A1 -E '57264\\.1\\.(8|15|17|21):'
\`\`\`

**The time**, where the run carries a timestamp. It prints \`Verification: OK\`, and when the signature was seen:

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
at the time that was just proven.

\`\`\`sh
jq -r '.certificateAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/authorities.pem"
openssl verify -attime "$(date -u -d "$SEEN" +%s)" -CAfile "$W/authorities.pem" -untrusted "$W/authorities.pem" -purpose any "$W/leaf.pem"
\`\`\`

**The files.** Once the signature holds, and not before, one \`OK\` for each file:

\`\`\`sh
jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

What the statement promises about its signature, such as a timestamp, stands in it; a run that promises one and
carries none was tampered with:

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

\`--insecure-ignore-tlog\` is cosign's word for a signature that is in no public log. For a declared gap,
\`gap.json\` and \`https://datadog-evidence.github.io/gap/v1\` take the place of the evidence and its type.

## With gh

Keyless only: \`gh\` knows no keys. \`REPOSITORY\` is the one whose workflow signed, such as \`acme/compliance\`.

\`\`\`sh
gh attestation verify evidence.json --repo "$REPOSITORY" --bundle evidence.sigstore.json --predicate-type https://datadog-evidence.github.io/evidence/v1 --custom-trusted-root trusted_root.jsonl
\`\`\`

## What a good signature does not show

That no day is missing, that nobody with the key signed something false within the hour, or that a control is
met. Without a timestamp of an authority that you accept, not even the time: then it is the signer's word.
Evidence supports a control; whether it is enough is for the auditor to judge.
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
    return anchor(url, { html: name(link.label), onPaper: link.onPaper === true });
}
/** The run's number, as a link when the address is that of a run of the repository. */
function githubLink(run) {
    const url = webAddress(run.url);
    // The host is not compared: GitHub Enterprise has its own.
    const path = `/${run.repository}/actions/runs/${run.id}`;
    if (url === null || !`${url.pathname}/`.startsWith(`${path}/`))
        return name(run.id);
    return `${anchor(url, { html: name(run.id), onPaper: true })} ${soft(`on ${url.host}`)}`;
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
    const no = parts.no === undefined ? "" : `<span class="no">${parts.no}</span>`;
    const lead = parts.lead === undefined ? "" : `\n<p>${escapeHtml(parts.lead)}</p>`;
    return `<section id="${parts.id}" aria-labelledby="h-${parts.id}">
<div class="head"><h2 id="h-${parts.id}">${no}${escapeHtml(parts.title)}</h2>${lead}</div>
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
function anchor(url, link) {
    const shown = link.onPaper ? ' class="address"' : "";
    return `<a href="${escapeHtml(url.href)}" rel="noreferrer"${shown}>${link.html}</a>`;
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

/***/ 22632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ markdownOfRun),
  Z: () => (/* binding */ reportOfRun)
});

// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/report/run-order.js
var run_order = __webpack_require__(83506);
// EXTERNAL MODULE: ./lib/report/html.js
var report_html = __webpack_require__(37325);
// EXTERNAL MODULE: ./lib/report/run-words.js
var run_words = __webpack_require__(46007);
;// CONCATENATED MODULE: ./lib/report/run-records.js




/** More rows than this nobody reads on a page; the evidence has them all. */
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
            files,
            what: "signals",
            order: "critical first, then by triage state, newest first",
            columns: ["Severity", "Signal", "Triage"],
            kind: "records wide",
            rows: (0,run_order/* leading */.R4)(item.records, ROWS_SHOWN, run_order/* bySignal */.Cg).map((record) => signalRow(record, site)),
        });
    }
    if (item.id === "compliance-monitors") {
        return listing({
            item,
            files,
            what: "monitors",
            order: "failing first, then not evaluated, then muted, by name",
            columns: ["State", "Monitor", "Since"],
            kind: "records",
            rows: (0,run_order/* leading */.R4)(item.records, ROWS_SHOWN, run_order/* byMonitor */.YQ).map((record) => monitorRow(record, site)),
        });
    }
    return listing({
        item,
        files,
        what: "failing checks",
        order: "muted last, critical first, by title",
        columns: ["Severity", "Check and resource", "First seen"],
        kind: "records",
        rows: (0,run_order/* leading */.R4)(item.records, ROWS_SHOWN, run_order/* byFinding */.vD).map((record) => findingRow(record, site)),
    });
}
function spaced(text) {
    return text.replaceAll("_", " ");
}
function listing({ item, files, what, order, columns, kind, rows }) {
    const total = item.records.length;
    const more = total - rows.length;
    const seen = (0,run_words/* isFloor */.b5)(item) ? " seen; there may be more" : "";
    const caption = `${(0,report_html/* number */.ai)(total)} ${total === 1 ? what.replace(/s$/v, "") : what}${seen} ${(0,report_html/* soft */.LN)(`· ${order}`)}`;
    const rest = more === 0
        ? ""
        : `\n<p class="more">The first ${(0,report_html/* number */.ai)(ROWS_SHOWN)} are shown. ${(0,report_html/* number */.ai)(more)} more are in <code>${holderOf(item, files)}</code>.</p>`;
    return `${(0,report_html/* table */.tp)({ html: { caption, rows: rows.join("\n") }, columns, kind })}${rest}`;
}
/** The file that holds the records of an item. */
function holderOf({ id }, files) {
    const moved = (0,evidence_files/* recordsFileName */.aG)(id);
    return files.some((file) => file.name === moved) ? moved : evidence_files/* EVIDENCE_NAME */.wm;
}
/** Why an item has no records to show. */
function absence(item, files) {
    const figures = (0,run_words/* figuresOf */.h5)(item);
    if (figures === null)
        return "No record was obtained. That is not the same as there being none.";
    const holder = holderOf(item, files);
    if (holder !== evidence_files/* EVIDENCE_NAME */.wm)
        return `The records are in ${holder}, beside evidence.json.`;
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
        title: (0,report_html/* datadogLink */.rz)(site, { href: signal.link, label: (0,run_order/* signalName */.yD)(signal) }),
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
        title: (0,report_html/* datadogLink */.rz)(site, { href: monitor.link, label: (0,run_order/* monitorName */.UK)(monitor) }),
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
        title: (0,report_html/* datadogLink */.rz)(site, { href: finding.link, label: (0,run_order/* findingName */.f$)(finding) }),
        last: finding.firstSeen === null ? (0,report_html/* soft */.LN)("not known") : (0,report_html/* day */.vd)(finding.firstSeen),
    });
}
function row(html) {
    const first = html.strong === true ? `<strong>${html.first}</strong>` : html.first;
    return `<tr><td>${first}</td><th scope="row">${html.title} <span class="meta">${html.meta}</span></th><td>${html.last}</td></tr>`;
}

// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/run-markdown-records.js




/** More rows than this nobody reads; the evidence has them all. */
const run_markdown_records_ROWS_SHOWN = 500;
/** The records of an item as a Markdown table, what asks for attention first, or a sentence on why there is none. */
function recordTable(item, files) {
    if (item.records.length === 0)
        return [absence(item, files)];
    const { head, rows } = run_markdown_records_listing(item);
    const total = item.records.length;
    const more = total - rows.length;
    return [
        `${total} ${total === 1 ? "record" : "records"}${(0,run_words/* isFloor */.b5)(item) ? " seen; there may be more" : ""}:`,
        "",
        `| ${head.join(" | ")} |`,
        `| ${head.map(() => "---").join(" | ")} |`,
        ...rows.map((cells) => `| ${cells.map((cell) => (0,report_text/* prose */.CS)(cell)).join(" | ")} |`),
        ...(more > 0
            ? ["", `The first ${run_markdown_records_ROWS_SHOWN} are shown. ${more} more are in ${holderOf(item, files)}.`]
            : []),
    ];
}
function run_markdown_records_listing(item) {
    if (item.id === "security-signals") {
        return {
            head: ["Severity", "Signal", "Time", "Triage"],
            rows: (0,run_order/* leading */.R4)(item.records, run_markdown_records_ROWS_SHOWN, run_order/* bySignal */.Cg).map((each) => [
                each.severity,
                (0,run_order/* signalName */.yD)(each),
                each.timestamp,
                each.triage.state,
            ]),
        };
    }
    if (item.id === "compliance-monitors") {
        return {
            head: ["State", "Monitor", "Since", "Muted"],
            rows: (0,run_order/* leading */.R4)(item.records, run_markdown_records_ROWS_SHOWN, run_order/* byMonitor */.YQ).map((each) => [
                each.state,
                (0,run_order/* monitorName */.UK)(each),
                each.stateSince ?? "not known",
                each.muted ? "muted" : "",
            ]),
        };
    }
    return {
        head: ["Severity", "Check", "Resource type", "First seen", "Muted"],
        rows: (0,run_order/* leading */.R4)(item.records, run_markdown_records_ROWS_SHOWN, run_order/* byFinding */.vD).map((each) => [
            each.severity,
            (0,run_order/* findingName */.f$)(each),
            each.resourceType ?? "not known",
            each.firstSeen ?? "not known",
            each.muted ? "muted" : "",
        ]),
    };
}

// EXTERNAL MODULE: ./lib/report/run-limits.js
var run_limits = __webpack_require__(17152);
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

// EXTERNAL MODULE: ./lib/report/run-proof.js
var run_proof = __webpack_require__(43836);
;// CONCATENATED MODULE: ./lib/report/run-markdown.js






/** The report of a run for people without a browser. Nothing that Datadog's names hold becomes markup. */
function runMarkdown(report) {
    const { evidence, evidenceSha256, attestation, folder } = report;
    const { stream, source, run, collector, collectedAt, validUntil } = evidence;
    const lines = [
        `# Compliance evidence: ${(0,report_text/* prose */.CS)(source.organization ?? "Datadog")}, ${(0,report_text/* prose */.CS)(stream.name)}`,
        "",
        `One run, ${collectedAt}. Collection: **${evidence.outcome}**.`,
        "",
        (0,report_text/* prose */.CS)((0,run_words/* verdict */.WJ)(evidence)),
        "",
        (0,report_text/* prose */.CS)((0,run_words/* statesInWords */.Bs)(evidence.items)),
        "",
        "| Item | Result | Counted | Collection |",
        "| --- | --- | --- | --- |",
        ...evidence.items.map(overviewRow),
        "",
        ...evidence.items.flatMap((item) => itemLines(item, report)),
        "## About this run",
        "",
        `- Source: Datadog, site ${(0,report_text/* prose */.CS)(source.site)}, organisation id ${(0,report_text/* prose */.CS)(source.organizationId ?? "not known")}`,
        `- Run: ${run.id}, attempt ${run.attempt}${run.github === null ? ", outside GitHub Actions" : `, ${(0,report_text/* prose */.CS)(run.github.workflowRef)}`}`,
        `- Collected by ${collector.name} ${(0,report_text/* prose */.CS)(collector.version)}, valid until ${validUntil}`,
        `- ${(0,report_text/* prose */.CS)(signedInWords(attestation))}`,
        ...report.files.map(({ name, bytes, sha256 }) => `- ${(0,report_text/* prose */.CS)(name)}: ${bytes} bytes, sha256 ${sha256}`),
        "",
        "## Verify it yourself",
        "",
        ...verification(report),
        "",
        "## What this evidence does not show",
        "",
        ...(0,run_limits/* runLimits */.g)(evidence).map((limit) => `- ${limit}`),
        "",
        `This page is only a way to read ${(0,report_text/* prose */.CS)(folder)}/evidence.json (sha256 ${evidenceSha256}); where the two differ, the file is right.`,
        "",
    ];
    return lines.join("\n");
}
function overviewRow(item) {
    const { status, grade, reason } = item.collection;
    const how = grade ?? reason?.code ?? null;
    return `| ${(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id])} | ${item.result.state} | ${(0,run_words/* countsInWords */.Pe)(item)} | ${status}${how === null ? "" : `, ${how}`} |`;
}
function itemLines(item, { evidence, files }) {
    const { collection, result, window, population } = item;
    const reasons = new Set([collection.reason, result.reason].flatMap((reason) => reason === null ? [] : [`${(0,report_text/* prose */.CS)((0,run_words/* reasonInWords */.jA)(reason))} (${reason.code})`]));
    return [
        `## ${(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id])}: ${result.state}`,
        "",
        `${(0,report_text/* prose */.CS)(item.title)}, ${window === null ? `as it stood at ${evidence.collectedAt}` : `from ${window.from} to ${window.to}, the end not included`}.`,
        "",
        ...[...reasons].flatMap((reason) => [`> ${reason}`, ""]),
        `Counts: ${(0,run_words/* countsInWords */.Pe)(item)}. Collection ${collection.status}${collection.grade === null ? "" : `, ${collection.grade}`}: ${(0,run_words/* completeness */.Pl)(collection)}`,
        `Population: ${(0,report_text/* prose */.CS)(population.what)}, ${population.size ?? "not known"}.`,
        "",
        ...checkTable(item),
        ...run_markdown_supports(item),
        ...(item.caveats.length === 0
            ? []
            : ["Caveats of this run:", "", ...item.caveats.map((caveat) => `- ${(0,report_text/* prose */.CS)(caveat)}`), ""]),
        "What this item does not show:",
        "",
        ...run_limits/* LIMITS */.b[item.id].map((limit) => `- ${limit}`),
        "",
        ...recordTable(item, files),
        "",
        ...collection.requests.flatMap(requestLines),
        "",
    ];
}
function checkTable({ collection }) {
    if (collection.checks.length === 0)
        return ["No check could be made.", ""];
    return [
        "| Check | Expected | Found | Holds |",
        "| --- | --- | --- | --- |",
        ...collection.checks.map(({ name, expected, actual, ok }) => `| ${(0,report_text/* prose */.CS)(name)} | ${expected} | ${actual} | ${ok ? "yes" : "no"} |`),
        "",
    ];
}
function run_markdown_supports({ controls, result }) {
    if (controls.length === 0)
        return ["Supports no control.", ""];
    return [
        result.state === "unknown" ? "Would support, were the state known:" : "Supports:",
        "",
        ...controls.map(({ framework, id, title, support }) => `- ${(0,report_text/* prose */.CS)(framework)} ${(0,report_text/* prose */.CS)(id)}, ${(0,report_text/* prose */.CS)(title)} (${support})`),
        "",
    ];
}
function requestLines({ method, path, drained, pages }) {
    const digests = pages.map(({ status, sha256 }, index) => `  - page ${index + 1}: ${status === 0 ? "no answer" : status}, sha256 ${sha256}`);
    return [`- ${method} ${(0,report_text/* prose */.CS)(path)}, ${drained ? "" : "not "}read to its end`, ...digests];
}
function verification(report) {
    const { attestation } = report;
    if (attestation === null)
        return ["**This run is not signed**, so there is no signature to check."];
    const lines = (0,run_proof/* verifierCommands */.pA)({ ...report, attestation }).flatMap((command) => command.split(/[\r\n]+/));
    // Indented, not fenced: whatever a line holds, it cannot end the block.
    return lines.map((line) => `    ${(0,report_text/* visible */.RK)(line, 4000)}`);
}

// EXTERNAL MODULE: ./lib/report/page.js
var page = __webpack_require__(99147);
// EXTERNAL MODULE: ./lib/report/since.js
var since = __webpack_require__(68796);
;// CONCATENATED MODULE: ./lib/report/run-changes.js



/** What changed since the run before, as the statement tells it. */
function changesSection(since, evidence) {
    const html = "nothing" in since
        ? `<p>${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)((0,run_words/* sentenceCase */.o3)(since.nothing)))}</p>`
        : compared(since.changes, evidence);
    return (0,report_html/* section */.uW)({ id: "changes", title: "Since the run before", html });
}
function compared(changes, evidence) {
    const rows = changes.items.flatMap((item) => rowsOf(item, evidence));
    const remarks = (0,since/* remarksOn */.rc)(changes);
    return [
        `<p>Compared with the run whose <code>evidence.json</code> has the SHA-256 ${(0,report_html/* digest */.br)(changes.comparedWith)}.</p>`,
        (0,report_html/* table */.tp)({
            html: { caption: `What changed ${(0,report_html/* soft */.LN)("· at most 20 of each kind are named")}`, rows: rows.join("\n") },
            columns: ["Item", "Change", "Which"],
            kind: "changes",
        }),
        ...(remarks.length === 0 ? [] : [(0,report_html/* bullets */.e5)(remarks.map((remark) => (0,run_words/* sentence */.em)((0,run_words/* sentenceCase */.o3)(remark))))]),
    ].join("\n");
}
function rowsOf(item, evidence) {
    const head = `<th scope="row">${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]))}</th>`;
    const why = (0,since/* obstaclesOf */._M)(item);
    const hints = (0,since/* hintsOf */.iw)(item);
    const cells = [
        ...(item.comparable === "no" ? [[`not comparable`, (0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)(why))]] : []),
        ...(0,since/* changesOf */.fs)(item).map((change) => changeCells(change, (0,since/* namesIn */.wX)(evidence, item, change.ids))),
        ...(item.comparable === "in-part" ? [["comparable in part", (0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)(why))]] : []),
        ...(hints === "" ? [] : [["why likely not resolved", (0,report_html/* escapeHtml */.ZD)((0,run_words/* sentence */.em)(hints))]]),
    ];
    if (cells.length === 0)
        return [`<tr>${head}<td>no change</td><td></td></tr>`];
    return cells.map(([change = "", which = ""], index) => `<tr>${index === 0 ? head : "<td></td>"}<td>${change}</td><td>${which}</td></tr>`);
}
function changeCells(change, names) {
    const { words, count, ids } = change;
    if (count === null)
        return [(0,report_html/* escapeHtml */.ZD)(words), (0,report_html/* soft */.LN)("not known")];
    const total = `${(0,report_html/* number */.ai)(count)} ${(0,report_html/* escapeHtml */.ZD)(words)}`;
    if ((0,since/* isNormal */.Sp)(change))
        return [total, ""];
    const more = count - ids.length;
    const which = ids.map((id) => recordName(id, names.get(id) ?? null));
    return [total, [...which, ...(more > 0 ? [(0,report_html/* soft */.LN)(`and ${(0,report_html/* number */.ai)(more)} more`)] : [])].join("<br>")];
}
/** What is gone has no name in this run's evidence. */
function recordName(id, called) {
    return called === null ? (0,report_html/* digest */.br)(String(id)) : (0,report_html/* name */.UU)(called);
}

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

;// CONCATENATED MODULE: ./lib/report/run-item.js





/** One item in full: result, completeness with its numbers, records, requests, limits. */
function itemSection(item, context) {
    const { site } = context.evidence.source;
    const heading = `${(0,report_html/* escapeHtml */.ZD)((0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]))} ${(0,report_html/* stateWord */.kc)(item.result.state)}`;
    return `<section class="item is-${item.result.state}" id="${item.id}" aria-labelledby="h-${item.id}">
<div class="head"><h2 id="h-${item.id}">${heading}</h2>
<p>${(0,report_html/* name */.UU)(item.title)}, ${period(item, context.evidence)}. ${(0,report_html/* datadogLink */.rz)(site, { href: item.link, label: "The same query in Datadog, as of now", onPaper: true })}.</p></div>
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
${(0,report_html/* bullets */.e5)(run_limits/* LIMITS */.b[item.id])}
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
        ...requests.map((request, index) => 
        // Of a complete item it was a look at the list, or a number to compare with that was not to be had.
        checkRow(request.drained || status !== "complete" ? request.drained : null, [
            `Read to its end: ${(0,report_html/* name */.UU)(requestName(request, index + 1))}`,
            status === "complete" && !request.drained ? "not needed" : "end",
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
function openCriticalSignals({ records }, site) {
    return records
        .values()
        .filter(
    // A triage state we do not know counts as open.
    ({ severity, triage }) => severity === "critical" && triage.state !== "archived" && triage.state !== "under_review")
        .map((signal) => () => {
        const link = (0,report_html/* datadogLink */.rz)(site, { href: signal.link, label: (0,run_order/* signalName */.yD)(signal) });
        return `Critical signal of ${(0,report_html/* time */.kB)(signal.timestamp)}, still open: ${link}`;
    });
}
function failingMonitors({ records }, site) {
    return records
        .values()
        .filter((monitor) => monitor.verdict === "failing")
        .map((monitor) => () => {
        const since = monitor.stateSince === null ? "" : ` since ${(0,report_html/* time */.kB)(monitor.stateSince)}`;
        const link = (0,report_html/* datadogLink */.rz)(site, { href: monitor.link, label: (0,run_order/* monitorName */.UK)(monitor) });
        return `Monitor in state ${(0,report_html/* name */.UU)(monitor.state)}${since}${monitor.muted ? ", muted" : ""}: ${link}`;
    });
}
function criticalFindings({ records }, site) {
    return records
        .values()
        .filter((finding) => finding.severity === "critical" && !finding.muted)
        .map((finding) => () => {
        const since = finding.firstSeen === null ? "" : `, first seen ${(0,report_html/* time */.kB)(finding.firstSeen)}`;
        const link = (0,report_html/* datadogLink */.rz)(site, { href: finding.link, label: (0,run_order/* findingName */.f$)(finding) });
        return `Critical posture check failing${since}: ${link}`;
    });
}
function named(item, lines) {
    const { shown, more } = (0,run_order/* shortened */.vI)(lines, NAMED);
    return more === 0 ? shown : [...shown, `${(0,report_html/* number */.ai)(more)} more of this kind. ${seeItem(item)}`];
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

// EXTERNAL MODULE: ./lib/report/style.js
var style = __webpack_require__(11983);
;// CONCATENATED MODULE: ./lib/report/run-style.js

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

;// CONCATENATED MODULE: ./lib/report/run-report.js








/** One run as a self-contained page: no script, and no request to anywhere. */
function runReport(report) {
    const { evidence } = report;
    const sections = [
        overview(report),
        needs(evidence),
        changesSection(report.since, evidence),
        about(report),
        ...evidence.items.map((item) => itemSection(item, { evidence, files: report.files })),
        (0,run_proof/* making */.OO)(report),
        (0,run_proof/* filesSection */.bE)(report),
        (0,run_proof/* verification */.Ot)(report),
        (0,run_proof/* limits */.Fy)(report),
    ];
    return (0,page/* page */.M)({
        title: pageTitle(evidence),
        running: runningTitles(report),
        style: RUN_STYLE,
        html: {
            header: masthead(report),
            main: sections.join("\n\n"),
            foot: `Made by datadog-evidence ${(0,report_html/* escapeHtml */.ZD)(evidence.collector.version)} from one <code>evidence.json</code>.`,
        },
    });
}
function pageTitle(evidence) {
    const day = evidence.collectedAt.slice(0, "2026-11-22".length);
    const organization = (0,report_html/* brief */.dh)(evidence.source.organization ?? "Datadog");
    return `${day} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}
function runningTitles({ evidence, evidenceSha256, attestation }) {
    const sequence = attestation?.sequence ?? null;
    const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
    return {
        left: `${(0,report_html/* brief */.dh)(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`,
        right: evidence.collectedAt,
        foot: `evidence.json sha256 ${evidenceSha256}`,
    };
}

;// CONCATENATED MODULE: ./lib/report/of-run.js




/** The HTML report of a run. */
function reportOfRun(run) {
    return runReport(reported(run));
}
/** The same in Markdown. */
function markdownOfRun(run) {
    return runMarkdown(reported(run));
}
function reported(of) {
    const { evidence, statement, signedBy } = of;
    const files = of.files.map(({ name, size, sha256 }) => ({ name, bytes: size, sha256 }));
    return {
        evidence,
        evidenceSha256: files[0]?.sha256 ?? "",
        files,
        attestation: statement === null
            ? null
            : {
                signing: statement.predicate.assurance.signing,
                timestamp: statement.predicate.assurance.timestamp,
                sequence: statement.predicate.sequence,
                keyFingerprint: statement.predicate.assurance.signing === "key" ? signedBy : null,
            },
        since: (0,since/* sinceLastRun */.Cn)(statement),
        folder: `${evidence.stream.name}/${(0,evidence_files/* runFolder */.kQ)(evidence)}`,
    };
}


/***/ }),

/***/ 99147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ page)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37325);


/** A self-contained page with a policy that lets nothing in but its two style elements. */
function page({ title, running, style, html }) {
    const titles = `:root { --running: "${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.left)}"; --running-right: "${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.right)}"; --running-foot: "${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCss */ .Ne)(running.foot)}"; }`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, style])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeHtml */ .ZD)(title)}</title>
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
<p>${html.foot} It says “supports”; it does not say that a control is met.</p>
<p>Not affiliated with or endorsed by ISO, IEC, AICPA or Datadog. Control titles are cited for reference; SOC 2 labels are our own words.</p>
</footer>
</div>
</body>
</html>
`;
}
function policy(styles) {
    const hashes = styles.map((style) => `'sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(style).digest("base64")}'`);
    return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}


/***/ }),

/***/ 17152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ LIMITS),
/* harmony export */   g: () => (/* binding */ runLimits)
/* harmony export */ });
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
/** What nobody may conclude from a run. */
function runLimits({ items }) {
    const isPartlyBlind = items.some((item) => item.collection.grade !== "reconciled");
    return [
        "That a control is met. The evidence supports controls; whether they are met is for an auditor to say.",
        "That Datadog was right. It is what Datadog answered to the named keys at the named time.",
        ...(isPartlyBlind
            ? ["Silent omission by Datadog, for items that are not reconciled: it gives no total to compare with."]
            : []),
        "Anything outside the named site, organisation, queries and window, or before and after this run.",
        "That no run is missing. One run cannot show that; verify the whole stream for the period.",
        "A control marked direct is one the records themselves bear on; one marked claimed is only mapped to, so ask for more.",
    ];
}


/***/ }),

/***/ 83506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ bySignal),
/* harmony export */   R4: () => (/* binding */ leading),
/* harmony export */   UK: () => (/* binding */ monitorName),
/* harmony export */   YQ: () => (/* binding */ byMonitor),
/* harmony export */   f$: () => (/* binding */ findingName),
/* harmony export */   vD: () => (/* binding */ byFinding),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   yD: () => (/* binding */ signalName)
/* harmony export */ });
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
/** The first of the records in a reader's order, without holding all of them. */
function leading(records, most, order) {
    let first = [];
    for (const record of records) {
        first.push(record);
        // Sorting leaves what is equal in the order of the file.
        if (first.length >= 2 * most)
            first = first.toSorted(order).slice(0, most);
    }
    return first.toSorted(order).slice(0, most);
}
/** The first lines, the only ones that are made, and how many more there are. */
function shortened(lines, most) {
    const shown = [];
    let more = 0;
    for (const line of lines) {
        if (shown.length < most)
            shown.push(line());
        else
            more += 1;
    }
    return { shown, more };
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


/***/ }),

/***/ 43836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ limits),
/* harmony export */   OO: () => (/* binding */ making),
/* harmony export */   Ot: () => (/* binding */ verification),
/* harmony export */   bE: () => (/* binding */ filesSection),
/* harmony export */   pA: () => (/* binding */ verifierCommands),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37325);
/* harmony import */ var _run_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17152);


/** Which code made the evidence, and what it was allowed to keep. */
function making({ evidence }) {
    const { collector, mapping, privacy } = evidence;
    const right = (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .facts */ .Ix)([
        ["Collector", `${collector.name} ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(collector.version)} ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(collector.sha256)}`],
        ["Control mapping", `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(mapping.version)} ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(mapping.sha256)}`],
        ["Rules", `version ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(evidence.rules)}, schema ${evidence.schema}`],
        [
            "Privacy",
            `${privacy.level}: allow-listed fields only; pseudonyms by key ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(privacy.pseudonymKeyId)}`,
        ],
    ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
        id: "making",
        title: "How it was made",
        html: `<div class="two">\n${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .facts */ .Ix)(origin(evidence))}\n${right}\n</div>`,
    });
}
/** The files of the run with their digests. */
function filesSection({ files, folder }) {
    const rows = files.map((file) => `<tr><th scope="row">${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(file.name)}</th><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(file.bytes)}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(file.sha256)}</td></tr>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
        id: "files",
        title: "Files",
        html: (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)({
            html: { caption: `Files of the run ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .soft */ .LN)(`· in ${folder}`)}`, rows: rows.join("\n") },
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
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({ id: "verify", title: "Verify it yourself", lead, html });
}
/** What nobody may conclude from the run. */
function limits({ evidence }) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
        id: "limits",
        title: "What this evidence does not show",
        html: (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .bullets */ .e5)((0,_run_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .runLimits */ .g)(evidence)),
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
        return [["Run", `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(run.id)}, attempt ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(run.attempt)}, outside GitHub Actions`]];
    const { github } = run;
    return [
        ["Repository", `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(github.repository)} ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .soft */ .LN)(`id ${github.repositoryId}`)}`],
        ["Workflow", (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(github.workflowRef)],
        ["Workflow commit", (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(github.workflowSha)],
        [
            "Run",
            `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .githubLink */ .Kp)({ url: github.url, repository: github.repository, id: run.id })}, attempt ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(run.attempt)}`,
        ],
        [
            "Started by",
            `${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(github.event)}${github.schedule === null ? "" : `, <code>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(github.schedule)}</code>`}`,
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
<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(evidenceSha256)}</p>
<p>More ways, among them the trusted time, are in <code>VERIFY.md</code>.</p>
</div></div>`;
}
function identity({ signing, keyFingerprint }) {
    if (signing === "keyless") {
        return "<p>The workflow and the repository must be the ones you expect: what this page says of them is not proof.</p>";
    }
    const fingerprint = keyFingerprint === null ? "" : `\n<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(keyFingerprint)}</p>`;
    return `<p>The public key must come from its owner by another way than this repository. SHA-256 of its DER form:</p>${fingerprint}`;
}
/** The command that verifies the run with this program. */
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
    return `<pre>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(lines.join("\n"))}</pre>`;
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

/***/ 68796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ sinceLastRun),
/* harmony export */   Sp: () => (/* binding */ isNormal),
/* harmony export */   W1: () => (/* binding */ changesInWords),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   ac: () => (/* binding */ sinceLines),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   iw: () => (/* binding */ hintsOf),
/* harmony export */   rc: () => (/* binding */ remarksOn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _run_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83506);
/* harmony import */ var _run_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46007);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44639);



/** What a statement tells of the run before; null is an unsigned run. */
function sinceLastRun(statement) {
    if (statement === null)
        return { nothing: "not signed, so nothing was compared" };
    const { sequence, previous, restart, changes } = statement.predicate;
    if (changes !== null)
        return { changes };
    if (sequence === null)
        return { nothing: "not chained, so there is no run before to compare with" };
    if (restart !== null)
        return { nothing: `the chain begins anew, so nothing was compared: ${restart.message}` };
    return {
        nothing: previous === null
            ? "first run: nothing to compare with"
            : "the run before left no evidence to compare with",
    };
}
const SIGNAL_WORDS = {
    vanished: "vanished",
    altered: "altered",
    retriaged: "triaged anew",
    late: "come late",
    new: "new",
    left: "left the window",
};
const MONITOR_WORDS = {
    gone: "gone",
    new: "new",
    muted: "newly muted",
    unmuted: "no longer muted",
    redefined: "redefined",
    failing: "now failing",
    passing: "now passing",
    notEvaluated: "now not evaluated",
};
const FINDING_WORDS = {
    vanished: "no longer listed",
    unresolved: "of these likely not resolved",
    new: "new",
    muted: "newly muted",
    unmuted: "no longer muted",
    regraded: "of another severity",
};
const HINT_WORDS = {
    "fewer-covered": "less is covered than before",
    "rule-gone": "all findings of a rule went at once",
    "resource-gone": "all findings of a resource went at once",
};
const OBSTACLES = {
    "absent-before": "the run before did not ask for it",
    "absent-now": "this run did not ask for it",
    "lost-before": "the run before did not obtain it",
    "lost-now": "this run did not obtain it",
    "partial-before": "the run before has only a part",
    "partial-now": "this run has only a part",
    "other-site": "the run before asked another site",
    "other-organization": "the run before asked another organisation",
    "other-query": "the run before asked for something else",
    "other-pseudonym-key": "the run before used another pseudonym key",
    "other-privacy": "the run before kept other fields",
};
/** The kinds of change that there are, and those of which nothing is known. */
function changesOf(item) {
    if (item.changes === null)
        return [];
    if (item.id === "security-signals")
        return inWords(SIGNAL_WORDS, item.changes);
    if (item.id === "compliance-monitors")
        return inWords(MONITOR_WORDS, item.changes);
    return inWords(FINDING_WORDS, item.changes);
}
function inWords(words, lists) {
    return namesOf(words).flatMap((name) => {
        const found = lists[name];
        if (found === null)
            return [{ words: words[name], count: null, ids: [] }];
        return found.count === 0 ? [] : [{ words: words[name], count: found.count, ids: found.ids }];
    });
}
function namesOf(words) {
    const isName = (name) => Object.hasOwn(words, name);
    return Object.keys(words).filter(isName);
}
/** What happens every day and asks for nobody, so that its records are not named. */
function isNormal({ words }) {
    return words === SIGNAL_WORDS.retriaged || words === SIGNAL_WORDS.left || words === MONITOR_WORDS.passing;
}
/** Why the item is comparable only in part or not at all, as a phrase; empty where it is comparable. */
function obstaclesOf({ why }) {
    return (0,_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(why.map((each) => OBSTACLES[each]));
}
/** What makes it likely that findings went without having been resolved; empty where nothing does. */
function hintsOf(item) {
    return item.id === "cspm-findings" ? (0,_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((item.changes?.hints ?? []).map((hint) => HINT_WORDS[hint])) : "";
}
/** The changes of an item as one phrase. */
function changesInWords(since, id) {
    if ("nothing" in since)
        return since.nothing;
    const item = since.changes.items.find((each) => each.id === id);
    if (item === undefined)
        return "not compared";
    const why = obstaclesOf(item);
    if (item.comparable === "no")
        return `not comparable: ${why}`;
    const changes = changesOf(item);
    const known = changes.flatMap(({ count, words }) => (count === null ? [] : [`${count} ${words}`]));
    const unknown = changes.flatMap(({ count, words }) => (count === null ? [words] : []));
    const phrases = [
        ...(unknown.length === 0 ? [] : [`${unknown.join(" and ")}: not known`]),
        known.length > 0 ? known.join(", ") : `${unknown.length === 0 ? "" : "else "}no change`,
    ];
    return `${phrases.join("; ")}${why === "" ? "" : ` (${why})`}`;
}
/** What is no longer there, or made with something else, a sentence each. */
function remarksOn({ nowSkipped, versions, }) {
    return [
        ...nowSkipped.map(({ id, was, now }) => {
            const state = now === "absent" ? "not asked for" : now;
            return `the ${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_NAMES */ .fH[id]} were ${was} in the run before and are ${state} now`;
        }),
        ...versions.map(({ what, before, now }) => `${VERSIONS[what]}: ${before} before, ${now} now`),
    ];
}
const VERSIONS = {
    collector: "another collector",
    mapping: "another control mapping",
    rules: "another version of the rules",
};
/** What the records of these ids are called, by id; without those that this run does not have. */
function namesIn({ items }, { id: of }, ids) {
    const item = items.find(({ id }) => id === of);
    if (item === undefined || ids.length === 0)
        return new Map();
    if (item.id === "security-signals")
        return named(item.records, ids, _run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .signalName */ .yD);
    if (item.id === "compliance-monitors")
        return named(item.records, ids, _run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .monitorName */ .UK);
    return named(item.records, ids, _run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingName */ .f$);
}
function named(records, ids, nameOf) {
    const wanted = new Set(ids);
    const found = records.values().filter(({ id }) => wanted.has(id));
    return new Map(found.map((record) => [record.id, nameOf(record)]));
}
/** The same for a log, a line each. */
function sinceLines(since) {
    if ("nothing" in since)
        return [(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .logLine */ .BP)(since.nothing)];
    return [
        ...since.changes.items.map(({ id }) => `${_run_words_js__WEBPACK_IMPORTED_MODULE_0__/* .ITEM_NAMES */ .fH[id]}: ${changesInWords(since, id)}`),
        ...remarksOn(since.changes),
    ].map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .logLine */ .BP);
}


/***/ }),

/***/ 11983:
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

/***/ 36759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/attest/attest.js
var attest = __webpack_require__(90596);
// EXTERNAL MODULE: ./lib/attest/seal.js
var seal = __webpack_require__(82088);
// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(11848);
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
        patienceMs: AUXILIARY_PATIENCE_MS,
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

// EXTERNAL MODULE: ./lib/evidence/moments.js + 1 modules
var moments = __webpack_require__(15420);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/evidence/pseudonym.js

/** Pseudonyms under a key that HKDF derives from the secret. */
function pseudonyms(secret) {
    const key = (0,external_node_crypto_.createSecretKey)(derived(secret, "datadog-evidence/pseudonym-key/v1"));
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
// EXTERNAL MODULE: ./lib/controls/catalogue.js
var catalogue = __webpack_require__(67983);
;// CONCATENATED MODULE: ./lib/collectors/collector.js
/** Records a page; the largest that every endpoint takes, and well below what makes them time out. */
const PAGE_SIZE = 100;
/** How nothing was asked. */
const NOT_ASKED = { requests: [], listings: [], agreements: [], total: null, proofs: [] };

;// CONCATENATED MODULE: ./lib/datadog/pages.js


/** The requests of one item, as they go into its evidence. */
class Ledger {
    requests;
    constructor(requests = []) {
        this.requests = [...requests];
    }
    /** A new entry; a cursor in later pages is not part of it. */
    open(question) {
        const entry = entryOf(question);
        this.requests.push(entry);
        return entry;
    }
}
/** An entry in no ledger yet, for what is read beside others and finds its place in the end. */
function entryOf({ method, path, query = {}, body = {} }) {
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
    const reading = new Reading(datadog, listing);
    // A call for each page, so that nothing of one is held while the next is waited for.
    while (await reading.next(take))
        ;
}
class Reading {
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
        this.#tell();
        const reply = await this.#datadog.list(this.#paging.question(this.#cursor), this.#paging);
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
        this.#tell();
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
    #tell() {
        const { path, pages } = this.#entry;
        this.#datadog.fetched({ path, pages: pages.length, items: this.#items });
    }
}
/** Whether a shorter page might have come in time. */
function isTooSlow({ page, failure }) {
    const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
    return page.status === 504 || isTimeout;
}
/** One question with one answer: a control total or a probe, not a list. It is not waited for long. */
async function single(datadog, ledger, question) {
    const entry = ledger.open(question);
    datadog.fetched({ path: entry.path, pages: 0, items: 0 });
    const reply = await datadog.ask({ patienceMs: AUXILIARY_PATIENCE_MS, ...question });
    entry.pages.push(reply.page);
    entry.drained = reply.failure === null;
    return reply;
}

// EXTERNAL MODULE: ./lib/evidence/caveats.js
var caveats = __webpack_require__(67308);
// EXTERNAL MODULE: ./lib/evidence/completeness.js
var completeness = __webpack_require__(26229);
// EXTERNAL MODULE: ./lib/evidence/projection.js
var projection = __webpack_require__(49424);
;// CONCATENATED MODULE: ./lib/evidence/finding-record.js


const RawFinding = schemas/* object */.Ikc({
    finding_type: projection/* text */.Qq,
    severity: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    title: projection/* text */.Qq,
    rule: schemas/* object */.Ikc({ id: projection/* identity */.D_, name: projection/* text */.Qq }).nullish().catch(null),
    resource_id: projection/* text */.Qq,
    resource_type: projection/* text */.Qq,
    cloud_resource: schemas/* object */.Ikc({ cloud_provider: projection/* text */.Qq }).nullish().catch(null),
    compliance: schemas/* object */.Ikc({ evaluation: projection/* text */.Qq }).nullish().catch(null),
    first_seen_at: projection/* optionalMoment */.hY,
    detection_changed_at: projection/* optionalMoment */.hY,
    workflow: schemas/* object */.Ikc({
        mute: schemas/* object */.Ikc({ is_muted: schemas/* boolean */.zMY().nullish().catch(null), reason: projection/* text */.Qq, expire_at: projection/* optionalMoment */.hY })
            .nullish()
            .catch(null),
    })
        .nullish()
        .catch(null),
});
const FindingEnvelope = schemas/* object */.Ikc({
    id: projection/* identity */.D_,
    // Documented without `custom`, recorded with it.
    attributes: schemas/* object */.Ikc({ attributes: schemas/* looseObject */._H3({ custom: schemas/* unknown */.L5J().optional() }) }),
});
/** A posture finding; failing critical and high misconfigurations are kept, muted ones too. */
function finding(raw, { privacy, pseudonyms, links }) {
    const envelope = FindingEnvelope.safeParse(raw);
    if (!envelope.success)
        return { misshapen: (0,projection/* stumble */.jB)(envelope.error) };
    const { attributes } = envelope.data;
    const id = pseudonyms.of("finding", envelope.data.id);
    const nested = attributes.attributes.custom !== undefined;
    const parsed = RawFinding.safeParse(nested ? attributes.attributes.custom : attributes.attributes);
    const base = nested ? "attributes.attributes.custom." : "attributes.attributes.";
    if (!parsed.success)
        return { misshapen: base + (0,projection/* stumble */.jB)(parsed.error) };
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
    const keep = (0,projection/* keeper */.tF)(privacy);
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

// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
;// CONCATENATED MODULE: ./lib/collectors/lines.js



/** Records of fewer bytes are cheaper as objects than read again and again. */
const FEW_BYTES = 1024 * 1024;
/** Bytes that are read in one. */
const PIECE = 64 * 1024;
/** The records whose lines these are, in this order. */
function recordsOf(spool, { length: count, size, ...lines }, few = FEW_BYTES) {
    if (size <= few) {
        return Array.from(lines.all(), ({ at, length }) => JSON.parse(spool.read(at, length).toString("utf8")));
    }
    const digest = (0,external_node_crypto_.createHash)("sha256");
    const begin = spool.size;
    const room = Buffer.allocUnsafe(PIECE);
    for (const { at, length } of lines.all()) {
        const line = spool.read(at, length, room);
        digest.update(line);
        spool.append(line);
    }
    const sha256 = digest.digest("hex");
    return new LineRecords(count, {
        size,
        sha256,
        *pieces() {
            const again = (0,external_node_crypto_.createHash)("sha256");
            for (let at = 0; at < size; at += PIECE) {
                const piece = spool.read(begin + at, Math.min(PIECE, size - at));
                again.update(piece);
                yield piece;
            }
            // Whatever is signed is named by what was written; nothing else may be published as that.
            if (again.digest("hex") !== sha256)
                throw unlike();
        },
    });
}
function unlike() {
    return new failure/* Failure */.HR("not-published", "the records were not read back as they were written", {
        hint: "check the disk that holds the temporary folder",
    });
}
/** Records that are lines until somebody walks through them: they were checked when they were written. */
class LineRecords {
    length;
    lines;
    constructor(length, lines) {
        this.length = length;
        this.lines = lines;
    }
    *values() {
        for (const line of (0,file/* linesOf */.Dx)(this.lines)) {
            const record = JSON.parse(line);
            yield record;
        }
    }
    [Symbol.iterator]() {
        return this.values();
    }
}

;// CONCATENATED MODULE: ./lib/collectors/digests.js

/** Of a digest, in words of 32 bits: 128 bits tell any ids apart. */
const WORDS = 4;
const FIRST_CAPACITY = 256;
/**
 * A set of ids that numbers them from 0 in the order in which they came. It keeps
 * a digest of each, in some 24 bytes where a `Map` of the ids takes ten times that.
 */
class Digests {
    size = 0;
    #words = new Uint32Array(FIRST_CAPACITY * WORDS);
    /** By the beginning of the digest, its number and one more; 0 for nobody. At most half full. */
    #table = new Uint32Array(FIRST_CAPACITY * 2);
    #sought = new Uint32Array(WORDS);
    /** The number of an id, a new one where it is not there yet. */
    add(id) {
        // As a text: a buffer for each of hundreds of thousands would leave holes in memory.
        const digest = (0,external_node_crypto_.hash)("sha256", id, "binary");
        for (let word = 0; word < WORDS; word += 1)
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
        this.#words.set(digest, nth * WORDS);
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
        for (let word = 0; word < WORDS; word += 1) {
            if (digest[word] !== this.#words[nth * WORDS + word])
                return false;
        }
        return true;
    }
    #digest(nth) {
        return this.#words.subarray(nth * WORDS, (nth + 1) * WORDS);
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

;// CONCATENATED MODULE: ./lib/collectors/register.js

/**
 * What is remembered of each record while a listing is read, some fifty bytes:
 * there may be hundreds of thousands, so all else of them lies in the spool.
 */
class Register {
    #ids = new Digests();
    #keys = new Column();
    /** Those keys that are no numbers. */
    #texts = new Map();
    #places = new Column();
    #lengths = new Column();
    #notes = new Map();
    /** How many records, each once. */
    get size() {
        return this.#ids.size;
    }
    /** The record of this id, as it was last seen. */
    keep({ id, timestamp }, line, note) {
        this.#put(this.#ids.add(String(id)), { key: keyOf(timestamp ?? id), line, note });
    }
    /** The id was seen, but its record does not belong. */
    leaveOut(id, reason) {
        this.#put(this.#ids.add(id), { key: 0, line: NOWHERE, note: { excluded: reason } });
    }
    /** Takes over what another has seen later. */
    absorb(other) {
        for (let nth = 0; nth < other.size; nth += 1) {
            this.#put(this.#ids.addFrom(other.#ids, nth), {
                key: other.#keyOf(nth),
                line: other.#lineOf(nth),
                note: other.#notes.get(nth) ?? null,
            });
        }
    }
    /** How many of the ids stand in any of these, too. */
    foundIn(others) {
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
        const sorted = this.#kept().toSorted((a, b) => compare(this.#keyOf(a), this.#keyOf(b)));
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
    #put(nth, { key, line, note }) {
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
class Column {
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
const NOWHERE = { at: 0, length: 0 };
/** Of an instant in a year of four digits; longer years sort otherwise than their numbers. */
const ISO_LENGTH = 24;
/** An instant as Datadog writes it sorts as its number does, which takes less room. */
function keyOf(text) {
    if (typeof text === "number")
        return text;
    const ms = Date.parse(text);
    return text.length === ISO_LENGTH && !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}
/** As the texts compare, by code unit. */
function compare(a, b) {
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

;// CONCATENATED MODULE: ./lib/collectors/gather.js




/** Nothing read yet. */
function emptyBasket() {
    return { register: new Register(), misshapen: [], received: 0, stopped: null };
}
/** Puts a page into a basket. */
function take(basket, page, { spool, shape }) {
    const { register, misshapen } = basket;
    basket.received += page.length;
    for (const projected of page) {
        if ("misshapen" in projected)
            misshapen.push(projected.misshapen);
        // Kept on one page and left out on another, it still is one record: as it was last seen.
        else if ("excluded" in projected)
            register.leaveOut(projected.id, projected.excluded);
        else {
            const { kept, remarks, redactions } = projected;
            const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
            const note = remarks.length + redactions === 0 ? null : { remarks, redactions };
            register.keep(kept, { at, length: spool.size - at }, note);
        }
    }
}
/** Reads into a basket to the end or to a failure, which loses nothing that came before it. */
async function fill(basket, read) {
    try {
        await read();
    }
    catch (error) {
        basket.stopped = reasonFor(error);
    }
}
/** What the baskets hold together, in their order: the later one has seen a record last. */
function together(baskets, { spool }) {
    const [first, ...later] = baskets;
    const register = first?.register ?? new Register();
    for (const basket of later)
        register.absorb(basket.register);
    const misshapen = baskets.flatMap((basket) => basket.misshapen);
    const excluded = new Map();
    const remarks = new Map();
    let redactions = 0;
    for (const note of register.notes()) {
        if ("excluded" in note) {
            tally(excluded, note.excluded);
            continue;
        }
        redactions += note.redactions;
        for (const remark of note.remarks)
            tally(remarks, remark);
    }
    return {
        records: recordsOf(spool, register.lines(spool)),
        received: baskets.reduce((sum, { received }) => sum + received, 0),
        unique: register.size + misshapen.length,
        excluded,
        misshapen,
        remarks,
        redactions,
        stopped: baskets.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    };
}
function tally(counts, what) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
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
    return (0,completeness/* completeness */.Pl)({
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

;// CONCATENATED MODULE: ./lib/collectors/search-page.js

/** A gap at the end of a list may be absent, null or empty. */
const cursor = schemas/* string */.YjP().nullish();
const Page = schemas/* object */.Ikc({
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
    const page = Page.safeParse(json);
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

;// CONCATENATED MODULE: ./lib/evidence/spans.js
/** Whether the slices, in their order, cover the whole: the first begins and the last ends with it, and each begins where the one before ends. */
function seams(slices, whole, what) {
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

;// CONCATENATED MODULE: ./lib/collectors/slices.js
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
function prospect({ span, isWhole, pages, halfway, times: timesOf, horizon }) {
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
function divided({ span, isWhole, last, end, horizon, toCome }, counted) {
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

;// CONCATENATED MODULE: ./lib/collectors/sliced.js





/** A list that nobody counts. */
const UNCOUNTED = { requests: [], count: null };
/**
 * Reads a timeline to its end or to its failure: in one where it is short, else in
 * slices at the same time, each with a ledger entry of its own. One slice's
 * failure never loses the others.
 */
async function gatherSliced(datadog, timeline) {
    const { what, whole, isLasting } = timeline;
    const readings = await read(datadog, timeline, { span: whole, isWhole: true });
    const slices = readings.flatMap((reading) => ("basket" in reading ? [reading] : []));
    const looks = readings.flatMap((reading) => ("looked" in reading ? [reading] : []));
    const isRead = slices.every(({ basket }) => basket.stopped === null);
    const found = looks.length > 0 && isLasting && isRead ? [foundAgain(looks, slices, what)] : [];
    const result = {
        gathered: together(slices.map(({ basket }) => basket), timeline.filing),
        requests: readings.map(({ entry }) => entry),
        listings: slices.map(({ entry }) => entry),
    };
    if (looks.length === 0)
        return { ...result, agreements: [] };
    const spans = slices.map(({ span }) => span);
    return { ...result, agreements: [seams(spans, whole, what), ...found] };
}
async function read(datadog, timeline, { span, isWhole, isFinal = false }) {
    const { horizon, pageSize, timeOf, filing } = timeline;
    const paging = timeline.paging(span);
    const entry = entryOf(paging.question(null));
    const basket = emptyBasket();
    const seen = { rest: null, halfway: null };
    await fill(basket, async () => readPages(datadog, { entry, paging }, (page) => {
        take(basket, page, filing);
        if (isFinal || entry.drained || page.length < pageSize)
            return true;
        const times = () => page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
        const pages = entry.pages.length;
        seen.rest = prospect({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
        if (isPowerOfTwo(pages))
            seen.halfway = times().at(-1) ?? null;
        return seen.rest === null;
    }));
    const { rest } = seen;
    if (rest === null)
        return [{ entry, span, basket }];
    const look = { entry: asLook(entry), looked: basket.register };
    const whole = async () => read(datadog, timeline, { span, isWhole, isFinal: true });
    const counted = isWhole ? await timeline.counted() : UNCOUNTED;
    const looks = [look, ...counted.requests.map((asked) => ({ entry: asked, looked: new Register() }))];
    const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
    const slices = divided(rest, left);
    if (slices === null)
        return [...looks, ...(await whole())];
    const readings = await readAll(datadog, timeline, slices);
    if (!readings.some(isRefused) && !isForgotten(look.looked, readings))
        return [...looks, ...readings];
    // Datadog took the whole, so it is the slices that it does not take, or takes for something else.
    const asked = readings.map((reading) => ({ entry: asLook(reading.entry), looked: new Register() }));
    return [...looks, ...asked, ...(await whole())];
}
/** What is open towards now comes last: a record that moves there while the others are read is met once more. */
async function readAll(datadog, timeline, slices) {
    const closed = slices.filter(({ to }) => to !== null);
    const open = slices.filter(({ to }) => to === null);
    const readings = await Promise.all(closed.map(async (span) => read(datadog, timeline, { span, isWhole: false })));
    for (const span of open)
        readings.push(await read(datadog, timeline, { span, isWhole: false }));
    return readings.flat();
}
/** It was not read to its end, and carries no records of the item: those come by its slices. */
function asLook(entry) {
    return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
}
function isRefused(reading) {
    return "basket" in reading && reading.entry.pages.length === 1 && reading.entry.pages[0]?.status === 400;
}
/** Records may move or end between two answers, but not most of a page: then slices do not find what is there. */
function isForgotten(looked, readings) {
    const baskets = readings.flatMap((reading) => ("basket" in reading ? [reading.basket] : []));
    if (baskets.some(({ stopped }) => stopped !== null))
        return false;
    return looked.foundIn(baskets.map(({ register }) => register)) * 2 < looked.size;
}
function foundAgain(looks, slices, what) {
    const seen = new Register();
    for (const { looked } of looks)
        seen.absorb(looked);
    const actual = seen.foundIn(slices.map(({ basket }) => basket.register));
    return {
        name: `${what} of the first look that the slices gave again`,
        expected: seen.size,
        actual,
        ok: actual === seen.size,
    };
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
        const { datadog } = scope;
        const { gathered, ...read } = await gatherSliced(datadog, timelineOf(scope));
        const ledger = new Ledger(read.requests);
        const [accounts, checks] = await Promise.all([
            isAnswering(gathered.stopped) ? coveredAccounts({ datadog, ledger }) : null,
            gathered.stopped === null ? countedChecks({ datadog, ledger }, "all") : null,
        ]);
        const isZero = gathered.stopped === null && gathered.records.length + gathered.misshapen.length === 0;
        const total = isZero ? await zeroTotal({ datadog, ledger }) : null;
        const proofs = accounts === null ? [] : [(0,completeness/* atLeastOne */.LU)(states/* COVERED */.NQ, accounts)];
        return itemOf(scope, gathered, {
            how: { ...read, requests: ledger.requests, total, proofs },
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
        controls: (0,catalogue/* controlsOf */.ux)("cspm-findings", { watchesClock: false }),
        window: null,
        population: populationOf(found, records.length),
        collection,
        result: (0,states/* findingsResult */.cO)(collection, records),
        records,
        caveats: [
            ...(0,caveats/* caveats */.o)({ what: "findings", ...gathered, duplicates: received - unique }),
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
/**
 * Findings move in time: a detection that changes goes to the end of the list.
 * What changes while slices are read has a time after the start of the run, and
 * clocks may be this far apart, so the time since is a slice that is read last.
 */
const UNSETTLED_MS = 3_600_000;
function timelineOf({ window, pageSize, projection, spool }) {
    return {
        what: "findings",
        whole: { from: null, to: null },
        horizon: Date.parse(window.to) - UNSETTLED_MS,
        pageSize,
        counted: async () => UNCOUNTED,
        isLasting: false,
        filing: { spool, shape: schema/* RECORDS */.ft["cspm-findings"] },
        paging: (span) => ({
            question: (cursor) => search(span, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
            keep: (raw) => finding(raw, projection),
            read: searchPage,
        }),
        timeOf: ({ changed }) => (changed === null ? null : Date.parse(changed)),
    };
}
/**
 * A bound and its negation: whatever Datadog makes of the bound, and also where a
 * finding lacks the time, each finding matches one of the two.
 */
function search({ from, to }, page) {
    const bounds = [
        ...(from === null ? [] : [`-@detection_changed_at:<${from}`]),
        ...(to === null ? [] : [`@detection_changed_at:<${to}`]),
    ];
    return {
        method: "POST",
        path: PATH,
        body: {
            data: {
                attributes: { filter: [QUERY, ...bounds].join(" "), page, sort: "@detection_changed_at" },
            },
        },
        permission: PERMISSION,
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

// EXTERNAL MODULE: ./lib/evidence/monitor-record.js
var monitor_record = __webpack_require__(14569);
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
        patienceMs: AUXILIARY_PATIENCE_MS,
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
        const { datadog, spool, monitorTag: tag } = scope;
        const ledger = new Ledger();
        const paging = pagingOf(scope);
        const listing = ledger.open(paging.question(null));
        const basket = emptyBasket();
        const filing = { spool, shape: schema/* RECORDS */.ft["compliance-monitors"] };
        await fill(basket, async () => readPages(datadog, { entry: listing, paging }, (page) => {
            const projected = page.map((each) => each.projected);
            take(basket, projected, filing);
            return true;
        }));
        const gathered = together([basket], filing);
        const how = { requests: ledger.requests, listings: [listing], agreements: [], proofs: [] };
        if (gathered.stopped !== null)
            return monitors_itemOf(scope, gathered, { how: { ...how, total: null }, size: null, caveats: [] });
        const [{ total, caveats: remarks }, size] = await Promise.all([
            controlTotal({ datadog, ledger, tag, ...gathered }),
            count({ datadog, ledger, query: "" }),
        ]);
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
        controls: (0,catalogue/* controlsOf */.ux)("compliance-monitors", {
            watchesClock: records.values().some(({ watchesClock }) => watchesClock),
        }),
        window: null,
        population: { what: "all monitors of the organisation", size: found.size },
        collection,
        result: (0,states/* monitorsResult */.dJ)(collection, records, tag),
        records,
        caveats: [...(0,caveats/* caveats */.o)({ what: "monitors", ...gathered, duplicates: received - unique }), ...found.caveats],
    };
}
const Id = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** Below this, smaller pages help no more. */
const SMALLEST_PAGE = 25;
/**
 * Keyset paging: `id_offset` is exclusive and ascending, and survives monitors
 * that come and go, and pages that change their size. A list that takes Datadog
 * too long is read in smaller ones.
 */
function pagingOf({ projection, monitorTag: tag, pageSize }) {
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
        keep(raw) {
            const { data } = Id.safeParse(raw);
            return { id: data?.id ?? null, projected: (0,monitor_record/* monitor */.d)(raw, { ...projection, tag }) };
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

;// CONCATENATED MODULE: ./lib/evidence/signal-record.js



const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const Workflow = schemas/* object */.Ikc({
    first_seen: projection/* optionalMoment */.hY,
    last_seen: projection/* optionalMoment */.hY,
    rule: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: projection/* text */.Qq, type: projection/* text */.Qq }).nullish().catch(null),
    triage: schemas/* object */.Ikc({
        state: projection/* text */.Qq,
        archiveReason: projection/* text */.Qq,
        stateUpdateTimestamp: projection/* optionalMoment */.hY,
        state_update_timestamp: projection/* optionalMoment */.hY,
        archiveCommentTimestamp: projection/* optionalMoment */.hY,
        archive_comment_timestamp: projection/* optionalMoment */.hY,
        assignee: schemas/* object */.Ikc({ id: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullish(), uuid: projection/* text */.Qq, handle: projection/* text */.Qq })
            .nullish()
            .catch(null),
        incidentIds: schemas/* array */.YOg(schemas/* unknown */.L5J()).catch([]),
    })
        .nullish()
        .catch(null),
});
/** The list's shape is `attributes.attributes.*`; the detail's, seen nowhere else, is `attributes.custom.*`. */
const Details = schemas/* object */.Ikc({ title: projection/* text */.Qq, workflow: Workflow.nullish().catch(null) })
    .nullish()
    .catch(null);
const RawSignal = schemas/* object */.Ikc({
    id: projection/* identity */.D_,
    attributes: schemas/* object */.Ikc({
        // The top-level status is the severity; attributes.attributes.status is the log's.
        status: schemas/* string */.YjP(),
        timestamp: projection/* moment */.n$,
        tags: schemas/* array */.YOg(schemas/* string */.YjP()).catch([]),
        title: projection/* text */.Qq,
        attributes: Details,
        custom: Details,
    }),
});
/** A security signal; critical and high ones are kept, at whatever triage state. */
function signal(raw, { privacy, links, window, }) {
    const parsed = RawSignal.safeParse(raw);
    if (!parsed.success)
        return { misshapen: (0,projection/* stumble */.jB)(parsed.error) };
    const { id, attributes } = parsed.data;
    const severity = attributes.status.toLowerCase();
    if (severity !== "critical" && severity !== "high") {
        return { excluded: "its severity is neither critical nor high", id };
    }
    const keep = (0,projection/* keeper */.tF)(privacy);
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
        ...((0,moments/* isWithin */.UO)(attributes.timestamp, window) ? [] : ["outside-window"]),
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
        patienceMs: AUXILIARY_PATIENCE_MS,
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
        const { datadog, window } = scope;
        const { gathered, ...read } = await gatherSliced(datadog, signals_timelineOf(scope));
        const ledger = new Ledger(read.requests);
        const how = { ...read, requests: ledger.requests };
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
            population: rules === null ? signals_UNCOUNTED : { what: "enabled detection rules", size: rules.enabled },
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
const signals_UNCOUNTED = {
    what: "security signals of every severity in the window; Datadog gives no count",
    size: null,
};
/** What is known besides when the list was not read to its end. */
const UNSURVEYED = {
    population: signals_UNCOUNTED,
    caveats: ["detections that a suppression rule silenced never become signals"],
};
function signals_itemOf({ links, window }, gathered, found) {
    const { records, received, unique } = gathered;
    const collection = collectionOf(gathered, found.how);
    return {
        id: "security-signals",
        title: signals.title,
        link: links.signals(signals_QUERY, window),
        controls: (0,catalogue/* controlsOf */.ux)("security-signals", { watchesClock: false }),
        window,
        population: found.population,
        collection,
        result: (0,states/* signalsResult */.X2)(collection, records),
        records,
        caveats: [...(0,caveats/* caveats */.o)({ what: "signals", ...gathered, duplicates: received - unique }), ...found.caveats],
    };
}
/** Signals never move in time: `timestamp` is when the signal was raised. */
function signals_timelineOf({ datadog, window, pageSize, projection, spool }) {
    const whole = { from: Date.parse(window.from), to: Date.parse(window.to) };
    return {
        what: "signals",
        whole,
        horizon: whole.to,
        pageSize,
        counted: async () => {
            const ledger = new Ledger();
            const counted = await countedSignals({ datadog, ledger }, { query: signals_QUERY, window });
            return { requests: ledger.requests, count: "count" in counted ? counted.count : null };
        },
        isLasting: true,
        filing: { spool, shape: schema/* RECORDS */.ft["security-signals"] },
        paging: ({ from, to }) => {
            const stretch = { from: instantOf(from ?? whole.from), to: instantOf(to ?? whole.to) };
            return {
                question: (cursor) => signals_search(signals_QUERY, stretch, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
                keep: (raw) => signal(raw, { ...projection, window }),
                // The raw events of a signal: most of its size, and nothing that evidence may hold.
                unread: "samples",
                read: searchPage,
            };
        },
        timeOf: ({ timestamp }) => Date.parse(timestamp),
    };
}
function instantOf(ms) {
    return (0,canonical/* instant */.uR)(new Date(ms));
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
    const watching = rules === null ? [] : [(0,completeness/* atLeastOne */.LU)(states/* WATCHING */._6, rules.enabled)];
    if (rules !== null && rules.enabled > 0)
        return watching;
    const reply = await single(datadog, ledger, signals_search("*", window, { limit: 1 }));
    const page = searchPage(reply.json);
    return page === null ? watching : [...watching, (0,completeness/* atLeastOne */.LU)(states/* ALIVE */.oE, page.records.length)];
}
function signals_search(query, { from, to }, page) {
    return {
        method: "POST",
        path: signals_PATH,
        body: { filter: { query, from, to }, page, sort: "timestamp" },
        permission: signals_PERMISSION,
    };
}

;// CONCATENATED MODULE: ./lib/collectors/collect.js














const COLLECTORS = [signals, monitors, cspm];
/** Collects the items. What fails is part of the evidence; one item's failure never loses the others. */
async function collect(assignment, world) {
    const { datadog, spool, now, log } = world;
    const { site, stream } = assignment;
    const startedAt = now();
    const [owner, collector] = await Promise.all([preflight(datadog, site), assignment.collector()]);
    if (owner instanceof failure/* Failure */.HR)
        log.warning([owner.message, owner.hint].filter(Boolean).join("; "));
    const names = pseudonyms(assignment.pseudonymSecret);
    const links = (0,sites/* linksOf */.hP)(site);
    const scope = {
        datadog,
        spool,
        links,
        projection: { privacy: assignment.privacy, pseudonyms: names, links },
        window: (0,moments/* windowBefore */.Yy)(startedAt),
        monitorTag: assignment.monitorTag,
        pageSize: assignment.pageSize ?? PAGE_SIZE,
        cspmRequired: assignment.cspmRequired,
    };
    const wanted = COLLECTORS.filter(({ id }) => assignment.items.includes(id));
    const collected = await Promise.all(wanted.map(async (each) => itemBy(each, scope, owner)));
    // A clock that was put back meanwhile must not make the run end before it began.
    const collectedAt = new Date(Math.max(now().getTime(), startedAt.getTime()));
    const items = collected.map((item) => withCaveats(underClock(item, datadog.clockSkewMs), assignment.caveats));
    const named = owner instanceof failure/* Failure */.HR ? { organizationId: null, apiKeyId: null } : owner;
    return {
        schema: "datadog-evidence/v1",
        rules: states/* RULES */.y0,
        mapping: catalogue/* MAPPING */.xu,
        stream,
        startedAt: (0,canonical/* instant */.uR)(startedAt),
        collectedAt: (0,canonical/* instant */.uR)(collectedAt),
        validUntil: (0,canonical/* instant */.uR)((0,moments/* validUntil */.xZ)(collectedAt, stream.cadence)),
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/connections.js
var connections = __webpack_require__(70050);
// EXTERNAL MODULE: ./lib/evidence/redaction.js
var redaction = __webpack_require__(56884);
;// CONCATENATED MODULE: ./lib/datadog/refusals.js



/**
 * An error status as a failure. Datadog answers errors in three shapes: JSON
 * with strings, JSON:API with objects, and HTML from its front door.
 */
function refusal(answer) {
    const { what, status, permission } = answer;
    const said = sentencesOf(answer.bytes, answer.secrets);
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
    const code = reasonOf(status);
    return new failure/* Failure */.HR(code, `Datadog ${code === "server-error" ? "failed" : "refused"} ${what} (${status})${details}`, {
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
    return new failure/* Failure */.HR("unreachable", `Datadog could not be reached for ${what} at ${host} (${why})`, {
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
    const safe = (0,redaction/* redacted */.p)(withoutKeys).text;
    return safe === "" ? [] : [safe.slice(0, LONGEST_SENTENCE)];
}

;// CONCATENATED MODULE: ./lib/datadog/answers.js




/** What a good answer reads as, or the failure that it is. */
function judged(answer, { what, permission, secrets, read, }) {
    const { status, headers, bytes } = answer;
    if (status < 200 || status >= 300)
        return refusal({ what, status, headers, bytes, permission, secrets });
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

;// CONCATENATED MODULE: ./lib/datadog/bodies.js
/** Below this an answer costs nothing worth keeping. */
const SMALL = 65_536;
/** About as many as are read at once. */
const MOST = 12;
/**
 * Memory that answers are read into, and the next answers again: made anew for
 * each page it would pile up faster than it is let go, and leave holes.
 */
class Bodies {
    /** The smallest first. */
    #free = [];
    /** At least so many bytes, which nobody else has, with anything in them. */
    lend(size) {
        const body = this.#free.find(({ length }) => length >= size);
        if (body === undefined)
            return Buffer.allocUnsafe(Math.max(size, SMALL));
        this.#free = this.#free.filter((free) => free !== body);
        return body;
    }
    /** Nobody reads the answer any more, or what was read of it. */
    takeBack({ buffer }) {
        if (buffer.byteLength < SMALL)
            return;
        const free = [...this.#free, Buffer.from(buffer)].toSorted((a, b) => a.length - b.length);
        this.#free = free.slice(-MOST);
    }
}

;// CONCATENATED MODULE: ./lib/datadog/limiter.js

/** Requests of one family on their way at once; more gains little and is no manner to treat an API. */
const MOST_AT_ONCE = 8;
/** As many while nobody knows what is left. */
const CAUTIOUSLY = 2;
/**
 * A limiter that never sends more than the last answers left over, counting what
 * is under way, and that waits as long as `X-RateLimit-Reset` says once nothing
 * remains. The header counts seconds from now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
function resetLimiter(world) {
    const families = new Map();
    const knownOf = (family) => {
        const known = families.get(family) ?? unknown();
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
                        throw tooLate(family, ms);
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
                limiter_read(known, answer, world.now());
            else
                spend(known);
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
    return known.isMet ? MOST_AT_ONCE : CAUTIOUSLY;
}
/** Answers overtake each other, so within a period the least that was left over holds. */
function limiter_read(known, { status, headers }, now) {
    const reset = secondsUntilReset(headers);
    const remaining = remainingIn(headers);
    known.isMet = true;
    if (reset === null || remaining === null)
        spend(known);
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
function spend(known) {
    if (known.left !== null)
        known.left = Math.max(0, known.left - 1);
}
function wakeAll({ queue }) {
    for (const wake of queue.splice(0))
        wake();
}
function unknown() {
    return { underWay: 0, left: null, ends: 0, isMet: false, opens: 0, held: 0, waiting: null, queue: [] };
}
function tooLate(family, ms) {
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

;// CONCATENATED MODULE: ./lib/datadog/records.js
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses a body record by record, so that never more than one raw record is held:
 * a list, or an object with a list under `data`. A body without such a list is
 * parsed in one and has no records. Throws the `SyntaxError` of what is not JSON.
 */
function split(bytes, { keep, unread }) {
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
        if (bytes[at] === COMMA)
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
    while (bytes[at] === QUOTE) {
        const end = afterString(bytes, at);
        // A name may be written with escapes.
        const isData = JSON.parse(bytes.toString("utf8", at, end)) === "data";
        const colon = afterSpace(bytes, end);
        if (bytes[colon] !== COLON)
            return null;
        const value = afterSpace(bytes, colon + 1);
        if (isData)
            return bytes[value] === OPEN_LIST ? value : null;
        const comma = afterSpace(bytes, afterValue(bytes, value));
        if (bytes[comma] !== COMMA)
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
        if (byte === QUOTE) {
            const end = afterString(bytes, at);
            if (depth === 0)
                return end;
            at =
                unread !== undefined && isAt(bytes, at, end, unread.key)
                    ? passedOver(bytes, end, unread.passed)
                    : end;
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
        else if (byte === COMMA && depth === 0)
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
function passedOver(bytes, from, passed) {
    const colon = afterSpace(bytes, from);
    if (bytes[colon] !== COLON)
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
        if (byte === QUOTE)
            return at + 1;
        at += byte === ESCAPE ? 2 : 1;
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
async function exchanged({ method, url, headers, body }, over) {
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
        const { bytes, sha256 } = await transport_read(response.body, { ...over, what, said });
        return { status: response.statusCode, headers: answered, bytes, sha256 };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR || !(0,connections/* isTransportError */.yM)(error))
            throw error;
        if (hasHead)
            throw new failure/* Failure */.HR("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
        throw unreachable(what, { error, timedOut: late.signal.aborted, host: url.host });
    }
    finally {
        clearTimeout(timer);
    }
}
/** Bytes that an answer gets ahead of their coming, whatever it says. */
const MOST_AHEAD = 16 * 1024 * 1024;
async function transport_read(body, { what, said, largestBody, bodies, }) {
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
    #access;
    #dispatcher;
    #bodies = new Bodies();
    #limiter;
    constructor(access) {
        this.#access = {
            attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
            largestBody: LARGEST_BODY,
            now: Date.now,
            wait: sleep,
            chance: Math.random,
            say: () => { },
            debug: () => { },
            onFetch: () => { },
            onPage: async () => { },
            ...access,
        };
        this.#dispatcher = (0,connections/* dispatcherFor */.tR)(access.apiUrl);
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
        const { page, value, failure } = await this.#answered(question, parsed);
        return failure === null ? { page, json: value, failure } : { page, json: null, failure };
    }
    /** Asks for a list in the same way; of each record only what is kept of it stays in memory. */
    async list(question, keeping) {
        const { page, value, failure } = await this.#answered(question, (bytes) => split(bytes, keeping));
        return failure === null ? { page, ...value, failure } : { page, json: null, records: [], failure };
    }
    async #answered(question, read) {
        const { now, chance, deadline, say, debug, onPage } = this.#access;
        const family = familyOf(question);
        const patienceMs = question.patienceMs ?? GIVE_UP_AFTER_MS;
        let page = pageOf(null, 1);
        let failures = 0;
        let failingSince = 0;
        for (let attempts = 1;; attempts += 1) {
            const held = await this.#turn(family);
            if (held !== null)
                return { page, value: null, failure: held };
            const began = now();
            const { answer, verdict } = await this.#attempt(question, read);
            debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
            page = pageOf(answer, attempts);
            if (answer !== null) {
                await onPage(page, answer.bytes);
                this.#bodies.takeBack(answer.bytes);
            }
            if (!(verdict instanceof failure/* Failure */.HR))
                return { page, value: verdict.value, failure: null };
            // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
            const reset = answer?.status === 429 ? secondsUntilReset(answer.headers) : null;
            if (reset !== null && question.patienceMs === undefined) {
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
                chance: chance(),
                patienceMs,
            });
            if (delay === null || now() + delay >= deadline)
                return { page, value: null, failure: verdict };
            if (answer?.status === 429)
                this.#limiter.hold(family, delay);
            if (failures === 3)
                say(`${verdict.message}; trying again for up to ${patienceMs / 1000} s`);
            const stopped = await this.#pause(delay);
            if (stopped !== null)
                return { page, value: null, failure: stopped };
        }
    }
    /** Tells whoever watches. */
    fetched(fetched) {
        this.#access.onFetch(fetched);
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
    async #attempt(question, read) {
        const { now, apiKey, appKey } = this.#access;
        let answer = null;
        try {
            const began = now();
            answer = await this.#exchange(question);
            this.#measureSkew(answer, began);
            return {
                answer,
                verdict: judged(answer, {
                    what: familyOf(question),
                    permission: question.permission,
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
            this.#limiter.learn(familyOf(question), answer);
        }
    }
    async #exchange({ method, path, query = {}, body, patienceMs = Infinity }) {
        const { apiUrl, apiKey, appKey, signal, userAgent, attemptTimeoutMs, largestBody } = this.#access;
        const url = new URL(path, apiUrl);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, String(value));
        try {
            return await exchanged({
                method,
                url,
                body,
                headers: { "dd-api-key": apiKey, "dd-application-key": appKey, "user-agent": userAgent },
            }, {
                dispatcher: this.#dispatcher,
                signal,
                timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
                largestBody,
                bodies: this.#bodies,
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
/** What shares a rate limit. */
function familyOf({ method, path }) {
    return `${method} ${path}`;
}
function parsed(bytes) {
    return JSON.parse(bytes.toString("utf8"));
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
// EXTERNAL MODULE: ./lib/heap.js
var heap = __webpack_require__(23825);
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(659), __webpack_require__.e(690), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
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

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
// EXTERNAL MODULE: ./lib/publish/onto-chain.js
var onto_chain = __webpack_require__(83503);
// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
;// CONCATENATED MODULE: ./lib/publish/publish.js








/**
 * Signs and commits, then writes and uploads what landed. One destination that
 * fails never stops the other. Unsigned evidence is kept but never committed.
 */
async function publish(evidence, attest, { to, repository, patience, }) {
    const files = (0,evidence_files/* evidenceFiles */.RL)(evidence);
    const chained = await attested({ evidence, files }, attest, { to, repository, patience });
    const { attestation, landed } = chained;
    const undone = [...chained.undone];
    const warnings = [...chained.warnings];
    const signed = { evidence, files, attestation };
    const place = external_node_path_.join(evidence.stream.name, ...(0,evidence_files/* runFolder */.kQ)(evidence).split("/"));
    const contents = attestation === null ? files : [...files, (0,file/* fileOf */.W7)(evidence_files/* BUNDLE_NAME */.ft, attestation.bundle)];
    const { out } = to;
    const tree = repository?.branch.workTree ?? null;
    const write = async (root) => {
        await (0,run_folder/* writeRunFolder */.Rq)(external_node_path_.join(root, place), contents);
        await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(root, layout/* GUIDE_NAME */.h9), to.guide);
        return root;
    };
    // What was committed lies in the work tree; what was not waits there to be, and unsigned evidence where it has no other place.
    const isTreeAsked = tree !== null && (attestation === null ? out === null : repository?.commits === true);
    const inTree = !isTreeAsked || landed !== null ? tree : await attempt(undone, async () => write(tree));
    const inOut = out === null ? null : await attempt(undone, async () => write(out));
    const artifact = to.artifact === null || inOut === null
        ? null
        : await attempt(undone, async () => uploaded(signed, { to, out: inOut, place, contents, warnings, signal: patience.all }));
    const asked = out ?? tree;
    if (asked === null)
        throw new Error("publish needs a folder or a local repository");
    const root = inOut ?? (isTreeAsked ? inTree : null);
    const [main] = files;
    return {
        ...signed,
        folder: external_node_path_.resolve(root ?? asked, place),
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
/** Signs, onto the chain of its stream where there is a repository. */
async function attested(run, attest, { to: { guide }, repository, patience, }) {
    if (attest !== null && repository !== null) {
        return (0,onto_chain/* linked */.q)(run, attest, { repository, guide, signal: patience.commit });
    }
    const undone = [];
    const attestation = attest === null ? null : await attempt(undone, async () => attest(run.files, null));
    if (attest === null) {
        undone.push(new failure/* Failure */.HR("not-signed", "the evidence is not signed, as chosen by signing: none", {
            hint: "it can be signed later with: datadog-evidence attest DIR",
        }));
    }
    return {
        attestation,
        landed: null,
        signatures: attestation === null ? 0 : 1,
        retries: 0,
        undone,
        warnings: [],
    };
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
/** The name of the artifact: one for each stream, time, run and attempt. */
function artifactName({ stream, collectedAt, run }, isSigned) {
    const time = collectedAt.replaceAll(":", "");
    return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}
async function uploaded(signed, { to, out, place, contents, warnings, signal, }) {
    const companions = to.companions(signed);
    for (const file of companions)
        await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(out, file.name), file.pieces());
    const names = [
        ...contents.map(({ name }) => external_node_path_.join(place, name)),
        layout/* GUIDE_NAME */.h9,
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

// EXTERNAL MODULE: ./lib/publish/stream-end.js
var stream_end = __webpack_require__(76431);
// EXTERNAL MODULE: ./lib/report/lines.js
var lines = __webpack_require__(91901);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/progress.js

/** Endpoints by the names that people have for what they give; others go by the end of their path. */
const NAMES = new Map([
    ["/api/v2/security_monitoring/signals/search", "signals"],
    ["/api/v1/monitor", "monitors"],
    ["/api/v2/security/findings/search", "findings"],
]);
/**
 * Follows what is being fetched, and keeps the status of the log up to date: each listing with its pages and
 * records so far, then what is asked for besides.
 */
function watched(log) {
    const listings = new Map();
    return ({ path, pages, items }) => {
        const name = NAMES.get(path);
        if (name !== undefined)
            listings.set(name, progress(name, { pages, items }));
        const besides = name === undefined ? [(0,report_text/* visible */.RK)(path.split("/").at(-1) ?? "")] : [];
        log.status?.(`fetching ${[...listings.values(), ...besides].join(" · ")}`);
    };
}
function progress(name, { pages, items }) {
    if (pages === 0)
        return name;
    return `${name} ${items} (${pages} ${pages === 1 ? "page" : "pages"})`;
}

// EXTERNAL MODULE: ./lib/report/since.js
var since = __webpack_require__(68796);
// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
// EXTERNAL MODULE: ./lib/signing-inputs.js
var signing_inputs = __webpack_require__(99048);
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
    const published = await publish(evidence, attest, {
        to: around.to,
        repository: branch === null ? null : { branch, own: ownKey(config), commits: config.commit, recalled },
        patience: waits,
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
        return await (0,stream_end/* streamEnd */.s)(head, { name: config.stream, site: config.site }, ownKey(config));
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
            userAgent: `datadog-evidence/${identity/* VERSION */.xv}`,
            say: (line) => log.info(line),
            onFetch: watched(log),
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
    const secrets = (0,lib_secrets/* formsOf */.X)([
        config["api-key"],
        config["app-key"],
        config["signing-key"],
        config["signing-key-passphrase"],
        config["pseudonym-key"],
        config["repository-token"],
        config["attestation-token"],
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
function attestorOf(sealing, { evidence, signal }) {
    if (sealing === null)
        return null;
    return async (files, tail) => (0,attest/* attester */.ze)(sealing(signal()))(evidence, files, tail);
}
/** Says what was collected, then decides the exit: no gate ever stands before the evidence. */
function report(config, { published, log }) {
    const statement = published.attestation?.statement ?? null;
    for (const item of published.evidence.items)
        log.group(item.title, (0,lines/* itemLines */.L)(item));
    log.group("Since the run before", (0,since/* sinceLines */.ac)((0,since/* sinceLastRun */.Cn)(statement)));
    if (published.attestation !== null)
        log.info((0,seal/* signedInWords */.P)(published.attestation));
    const less = (0,signing_inputs/* shortfall */.SE)(statement, config["min-assurance"]);
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
    return (0,gate/* exitOf */.sX)(published.evidence, {
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
        : [`tried again ${times(retries)} because somebody was faster`, `signed ${times(signatures)}`];
    return [[`run ${sequence} of its chain`, where, ...tries].join(", ")];
}
function times(count) {
    return count === 1 ? "once" : `${count} times`;
}


/***/ }),

/***/ 10612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ sealingOf)
});

// EXTERNAL MODULE: ./lib/attest/attest.js
var attest = __webpack_require__(90596);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/attest/carried-certificate.js

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/**
 * Why a timestamp of an authority that we do not know is of no use, as what stands after it; null where the
 * certificate that it carries bears it out. Whether to trust that authority is for the verifier to say.
 */
async function unborneBy(token, signature) {
    const { RFC3161Timestamp: Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const timestamp = Timestamp.parse(Buffer.from(token));
        const certificate = await signerOf(timestamp);
        if (certificate === null)
            return "carries no certificate of its authority";
        if (!certificate.keyUsage.includes(TIME_STAMPING))
            return "is by a certificate that is not for timestamps";
        const time = timestamp.signingTime;
        if (time < new Date(certificate.validFrom) || time > new Date(certificate.validTo)) {
            return "is from outside the time for which its certificate is valid";
        }
        if (!isSupported(timestamp))
            return "is signed with an algorithm that verifiers cannot check";
        timestamp.verify(signature, certificate.publicKey);
        return null;
    }
    catch {
        // The parser and the check throw errors of every kind.
        return "is not signed by the certificate that it carries";
    }
}
/** The certificate in the token that its signature names. */
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
/** The library takes every signature that is not ECDSA for one over SHA-256. */
function isSupported(timestamp) {
    const byName = timestamp.signatureAlgorithm;
    return byName !== undefined || timestamp.signerDigestAlgorithm === "sha256";
}

// EXTERNAL MODULE: ./lib/attest/identity-token.js
var identity_token = __webpack_require__(93815);
// EXTERNAL MODULE: ./lib/attest/instance.js
var instance = __webpack_require__(55434);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
;// CONCATENATED MODULE: ./lib/attest/services.js


/** How long the library of Sigstore waits for its services, and how often it asks again. */
const SERVICE_OPTIONS = { timeout: 10_000, retry: { retries: 2, minTimeout: 400, factor: 2 } };
/** The library takes no signal; the run must not wait for it past its deadline. */
async function bounded(work, { name, signal }) {
    const late = Promise.withResolvers();
    const stop = () => late.reject(new failure/* Failure */.HR("not-signed", `${name} did not answer in the time that was left`));
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
const Refused = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ statusCode: schemas/* number */.aig() }) });
const TimedOut = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("request-timeout") }) });
const Unreached = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("system"), code: schemas/* string */.YjP() }) });
/** What the library's error says of a service, as what stands after `it`; never its own words. */
function said(error) {
    const status = Refused.safeParse(error).data?.cause.statusCode;
    if (status !== undefined)
        return `refused (HTTP status ${status})`;
    if (TimedOut.safeParse(error).success)
        return `did not answer within ${SERVICE_OPTIONS.timeout / 1000} s`;
    const code = Unreached.safeParse(error).data?.cause.code;
    return code === undefined ? "answered with something else" : `could not be reached (${code})`;
}

;// CONCATENATED MODULE: ./lib/attest/fulcio.js



/** A signer with a key that lives for one signature, and a certificate of Fulcio's that says whose it was. */
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
                const { signature, key } = await bounded(signer.sign(bytes), { name, signal });
                return signatureOf(signature, { pem: "certificate" in key ? key.certificate : "", bytes, name });
            }
            catch (error) {
                if (error instanceof failure/* Failure */.HR)
                    throw error;
                // Whatever the library throws: its own words may quote the token.
                throw new failure/* Failure */.HR("not-signed", `${name} gave no certificate: it ${said(error)}`, {
                    hint: "run again, or sign later with: datadog-evidence attest; where your plan has no such service, use signing: key",
                });
            }
        },
    };
}
/** The signature with its certificate, which must be for the key that signed. */
function signatureOf(signature, { pem, bytes, name }) {
    const certificate = new external_node_crypto_.X509Certificate(pem);
    if (!(0,external_node_crypto_.verify)("sha256", bytes, certificate.publicKey, signature)) {
        throw new failure/* Failure */.HR("not-signed", `${name} gave a certificate for another key`);
    }
    return {
        bytes: signature,
        by: { certificate: certificate.raw },
        signedBy: certificate.subjectAltName?.replace(/^URI:/, "") ?? "unknown",
    };
}

// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/json.js
var evidence_json = __webpack_require__(92031);
;// CONCATENATED MODULE: ./lib/attest/rekor.js





/**
 * The public transparency log. It keeps digests, the signature and the certificate, not the statement. Version 1:
 * for version 2 the library still writes entries that verifiers written in Go refuse.
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
            const entry = await logged(testimony, { name, signal });
            if (!isAbout(entry, signed))
                throw notLogged(name, "answered with an entry about something else");
            return { entry };
        },
    };
}
async function logged(testimony, { name, signal }) {
    try {
        return (await bounded(testimony, { name, signal })).tlogEntries[0];
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        // Whatever the library stumbles over in an answer that it does not check.
        throw notLogged(name, said(error));
    }
}
function notLogged(name, why) {
    return new failure/* Failure */.HR("not-signed", `${name} gave no entry of its log: it ${why}`, {
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
/** Whether the entry is about our statement and signature, and proves that it stands in the log. */
function isAbout(entry, { envelope, signature }) {
    if (entry?.inclusionPromise === undefined || entry.inclusionProof === undefined)
        return false;
    const json = (0,evidence_json/* readJson */.V)(entry.canonicalizedBody);
    const body = "trouble" in json ? undefined : Body.safeParse(json.value).data;
    return (body?.spec.payloadHash.value === (0,canonical/* sha256 */.sc)(envelope.payload) &&
        body.spec.signatures[0].signature === signature.bytes.toString("base64"));
}

// EXTERNAL MODULE: ./lib/attest/seal.js
var seal = __webpack_require__(82088);
;// CONCATENATED MODULE: ./lib/attest/keyless.js



/**
 * Signed in the name of the workflow. The token is fetched anew for each signature: one from before collecting would
 * have expired. All witnesses of the instance testify, or nothing is signed.
 */
function keylessSeal({ token, instanceOf, timestamps, reason, signal, }) {
    return async (say) => {
        const identity = await token();
        const { fulcio, timestamp, rekor } = instanceOf(identity);
        const witnesses = [
            timestamps(timestamp),
            ...(rekor === null ? [] : [rekorWitness({ url: rekor, signal })]),
        ];
        return (0,seal/* sealedBy */.C)(fulcioSigner({ url: fulcio, token: identity, signal }), { witnesses, reason })(say);
    };
}

// EXTERNAL MODULE: ./lib/attest/time.js + 1 modules
var time = __webpack_require__(18724);
// EXTERNAL MODULE: ./lib/verify/roots.js + 2 modules
var roots = __webpack_require__(96621);
// EXTERNAL MODULE: ./lib/verify/timestamps.js
var timestamps = __webpack_require__(4028);
;// CONCATENATED MODULE: ./lib/sealing.js









/**
 * Makes ready to sign in the way that was chosen, and in no other. Throws where that cannot work here, before
 * anything is collected; a service that is only away may be back by the time there is something to sign.
 */
async function sealingOf(signing, around) {
    if (signing.by === "none")
        return null;
    if (signing.by === "key") {
        const { key, timestampUrl } = signing;
        return (signal, reason = null) => {
            const witness = timestampUrl === null ? null : (0,time/* timestampWitness */.gY)({ url: timestampUrl, check: checkTimestamp, signal });
            return (0,time/* keySeal */.py)((0,attest/* keySigner */.Ye)(key), { witness, reason });
        };
    }
    const { environment, conceal, log } = around;
    const { allowPublicLog } = signing;
    const fitting = (token) => (0,instance/* instanceOf */.h)(token, { allowPublicLog, environment });
    const chosen = await instanceNow(fitting, around);
    if (chosen !== null)
        announce(chosen, log);
    return (signal, reason = null) => keylessSeal({
        token: async () => (0,identity_token/* identityToken */._)(environment, { signal, conceal }),
        instanceOf: (token) => unchanged(fitting(token), chosen),
        timestamps: (url) => (0,time/* timestampWitness */.gY)({ url, check: checkTimestamp, signal }),
        reason,
        signal,
    });
}
/** Null where GitHub's OIDC service is away. */
async function instanceNow(fitting, { environment, signal, conceal, log, }) {
    if (!(0,identity_token/* canIdentify */.B)(environment))
        throw new Error("keyless was chosen in a job that has no identity");
    try {
        return fitting(await (0,identity_token/* identityToken */._)(environment, { signal, conceal }));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.code !== "not-signed")
            throw error;
        log.warning(`${error.message}; it is asked again when there is something to sign`);
        return null;
    }
}
function announce({ kind, fulcio, isLocal }, log) {
    log.info(kind === "public-good"
        ? "signing keyless in the public Sigstore: names of the repository and workflow, and when it runs, become public"
        : `signing keyless by ${new URL(fulcio).host}; nothing of it becomes public`);
    if (isLocal)
        log.warning("signing with a Sigstore on this machine (SIGSTORE_…_URL), which nobody else trusts");
}
/** What becomes public was decided before collecting. */
function unchanged(instance, chosen) {
    if (chosen === null || chosen.kind === instance.kind)
        return instance;
    throw new failure/* Failure */.HR("not-signed", "whether this repository is public changed while evidence was collected", {
        hint: "run again",
    });
}
/** As `verify` does it; an authority that the shipped root does not name must at least bear out its own token. */
const checkTimestamp = async (token, { signature }) => {
    const verdict = await (0,timestamps/* timeOf */.n)(token, { signature, roots: await (0,roots/* publicGoodRoots */.MO)() });
    if (verdict.kind === "proven")
        return { ok: true, time: verdict.time, authority: verdict.authority };
    if (verdict.kind === "wrong")
        return { ok: false, trouble: verdict.trouble };
    const unborne = await unborneBy(token, signature);
    if (unborne !== null)
        return { ok: false, trouble: `the timestamp ${unborne}` };
    const { RFC3161Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    return { ok: true, time: RFC3161Timestamp.parse(Buffer.from(token)).signingTime, authority: null };
};


/***/ }),

/***/ 99048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   fp: () => (/* binding */ signingOf),
/* harmony export */   ik: () => (/* binding */ SIGNING_INPUTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _attest_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81358);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);



/** Sigstore's own, whose root ships with the program: it sees the digest of a signature, and who asks. */
const TIMESTAMP_URL = "https://timestamp.sigstore.dev/api/v1/timestamp";
const LEVELS = ["key", "key+time", "keyless"];
/** The inputs that say how evidence is signed. */
const SIGNING_INPUTS = {
    signing: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["auto", "keyless", "key", "none"], { error: "must be auto, keyless, key or none" })
        .default("auto")
        .meta({
        description: "How evidence is signed: keyless in the name of the workflow (needs permissions: id-token: write), by key with signing-key, or none, which ends with exit 2 and an artifact named UNSIGNED. auto is keyless where the job has that permission, else key. What cannot be done as chosen is not done in another way.",
        default: "auto",
    }),
    "signing-key": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Private key to sign with: ECDSA P-256 or Ed25519 as PKCS#8 PEM, also with \\n written out or as base64 of the whole.",
        isSecret: true,
    }),
    "signing-key-passphrase": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .nullable()
        .default(null)
        .meta({ description: "Passphrase of an encrypted signing-key.", isSecret: true }),
    "timestamp-url": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .default(TIMESTAMP_URL)
        .superRefine((url, context) => {
        const message = troubleWithUrl(url);
        if (message !== null)
            context.addIssue({ code: "custom", message });
    })
        .meta({
        description: "RFC 3161 timestamp authority that proves when a key signed, or none. Keyless signing takes the time from its own Sigstore.",
        default: TIMESTAMP_URL,
    }),
    "min-assurance": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(LEVELS, { error: "must be key, key+time or keyless" }).default("key").meta({
        description: "The least that is good enough: key, key+time or keyless. A run that is signed with less is published and ends with exit 2.",
        default: "key",
    }),
    "allow-public-log": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
        .default("false")
        .transform((text) => text === "true")
        .meta({
        description: "Whether a repository that is not public is signed for in the public Sigstore, whose logs then tell everybody its name, its workflow and when it runs.",
        default: "false",
    }),
    "attestation-token": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token with attestations: write, such as github.token; with it the signed statement is also stored as a GitHub attestation. Only what is signed keyless can be.",
        isSecret: true,
    }),
};
/** The choice, and what speaks against it; null where a problem leaves none. */
function signingOf(given, { hasIdentity }) {
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
        return { key: (0,_attest_key_js__WEBPACK_IMPORTED_MODULE_0__/* .signingKey */ .NR)(text, passphrase ?? null), problem: null };
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
function levelOf(statement) {
    if (statement === null)
        return null;
    const { signing, timestamp } = statement.predicate.assurance;
    if (signing === "keyless")
        return "keyless";
    return timestamp ? "key+time" : "key";
}
/** Why less was reached than is good enough; null where it is enough, or nothing was signed. */
function shortfall(statement, least) {
    const level = levelOf(statement);
    if (level === null || LEVELS.indexOf(level) >= LEVELS.indexOf(least))
        return null;
    const why = statement?.predicate.assurance.reason?.message;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-signed", `the evidence is signed by ${level} only, and min-assurance asks for ${least}${why === undefined ? "" : `: ${why}`}`, { hint: "it is kept as it is; run again for evidence with what is missing" });
}


/***/ })

};
