export const id = 342;
export const ids = [342];
export const modules = {

/***/ 68541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LP: () => (/* binding */ TRUST_FLAGS),
  vs: () => (/* binding */ TRUST_NOTES),
  Vc: () => (/* binding */ loadTrust),
  WW: () => (/* binding */ readOtherCopies),
  P6: () => (/* binding */ trustFilesWithin)
});

// EXTERNAL MODULE: ./lib/platform/text.js
var platform_text = __webpack_require__(41352);
// EXTERNAL MODULE: ./lib/platform/disk.js
var disk = __webpack_require__(11202);
// EXTERNAL MODULE: ./lib/verify/stream/copies.js
var copies = __webpack_require__(22637);
// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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
    owner: schemas/* string */.YjP().max(200).optional(),
    role: schemas/* string */.YjP().max(200).optional(),
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
    const json = (0,files_json/* readJson */.V)((0,platform_text/* asPlainUtf8 */.y)(bytes));
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
            keys.push({ ...(0,public_key/* readVerifyingKey */.D)(pem), window, ...aboutOf(entry) });
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
/** What people call the key, who keeps it and in which role, in one text; nothing where the file says nothing. */
function aboutOf({ name, owner, role }) {
    const said = [name, owner, role].filter((text) => text !== undefined && text !== "");
    return said.length === 0 ? {} : { about: said.join(", ") };
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
;// CONCATENATED MODULE: ./lib/verify/trust/read-trust.js




/** The trust in the texts. Throws a sentence where they name none, or cannot be used. */
async function readTrust({ pems, keysFile, identity, trustedRoot, requiresTime, }) {
    ensureSomebodyTrusted(pems.length > 0 || keysFile !== null || identity !== undefined);
    const listed = keysFile === null ? [] : readKeysFile(keysFile.bytes, keysFile.name);
    const keys = [...pems.map((pem) => (0,public_key/* readVerifyingKey */.D)(pem)), ...listed];
    ensureDistinctKeys(keys);
    return {
        keys,
        ...(identity === undefined ? {} : { identity }),
        roots: trustedRoot === null
            ? await (0,roots/* loadPublicGoodRoots */.KD)()
            : await (0,roots/* readTrustedRoots */.Pn)(trustedRoot.bytes, trustedRoot.name),
        requiresTime,
    };
}
/** Throws where nobody is trusted: then no run could be anything but unknown. */
function ensureSomebodyTrusted(isSomebody) {
    if (isSomebody)
        return;
    throw new failure/* Failure */.HR("input", "no key was given, and no identity either, so nothing can be verified", {
        hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
    });
}
/** The identity that the names give, if any. Throws a sentence where they name only half of one. */
function readIdentity({ issuer, identity, repositoryId, ownerId, }) {
    const wanted = {
        identity: identity ?? null,
        repositoryId: repositoryId ?? null,
        ownerId: ownerId ?? null,
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

// EXTERNAL MODULE: ./lib/config/flags.js
var flags = __webpack_require__(36725);
// EXTERNAL MODULE: ./lib/config/given-file.js
var given_file = __webpack_require__(37990);
;// CONCATENATED MODULE: ./lib/config/trust.js







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
/** The trust that the flags name. Throws a sentence where they name none, or only half of an identity. */
async function loadTrust(given) {
    const [keys, list, root] = [
        (0,flags/* flagList */.zg)(given, "key"),
        (0,flags/* flagText */.us)(given, "keys"),
        (0,flags/* flagText */.us)(given, "trusted-root"),
    ];
    const identity = readIdentity({
        issuer: (0,flags/* flagText */.us)(given, "issuer"),
        identity: (0,flags/* flagText */.us)(given, "identity"),
        repositoryId: (0,flags/* flagText */.us)(given, "repository-id"),
        ownerId: (0,flags/* flagText */.us)(given, "owner-id"),
    });
    ensureSomebodyTrusted(keys.length > 0 || list !== undefined || identity !== undefined);
    return readTrust({
        pems: await Promise.all(keys.map(async (file) => (0,platform_text/* decodeText */.g)(await (0,given_file/* readGivenFile */.M)(file, "key")))),
        keysFile: list === undefined ? null : { name: list, bytes: await (0,given_file/* readGivenFile */.M)(list, "keys file") },
        identity,
        trustedRoot: root === undefined ? null : { name: root, bytes: await (0,given_file/* readGivenFile */.M)(root, "trusted root") },
        requiresTime: (0,flags/* isFlagSet */.HX)(given, "require-time"),
    });
}
/** The named files of trust that are inside the evidence, where anyone who forges it can write too. */
async function trustFilesWithin(given, evidence) {
    const files = [...(0,flags/* flagList */.zg)(given, "key"), (0,flags/* flagText */.us)(given, "keys"), (0,flags/* flagText */.us)(given, "trusted-root")];
    const named = files.filter((file) => file !== undefined);
    const within = await Promise.all(named.map((file) => (0,disk/* foldersOverlap */.Rw)(file, evidence)));
    return named.filter((_, index) => within[index] === true);
}
/** Reads the copies in a folder. Throws where they are the files that they would be compared with. */
async function readOtherCopies(folder, { path, trust }) {
    if ((await (0,disk/* foldersOverlap */.Rw)(folder, path)) || (0,disk/* foldersShareFiles */.YR)(folder, path))
        throw (0,copies/* sameFilesFailure */.ie)(folder, path);
    return (0,copies/* readCopies */.QX)((0,disk/* diskFiles */.Ts)(folder), trust);
}


/***/ }),

/***/ 579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gl: () => (/* binding */ nonZeroInWords),
/* harmony export */   HQ: () => (/* binding */ originSentences),
/* harmony export */   Ri: () => (/* binding */ quantityOf),
/* harmony export */   Ur: () => (/* binding */ periodInWords),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   d1: () => (/* binding */ organizationOf),
/* harmony export */   dI: () => (/* binding */ anchorOf),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   mt: () => (/* binding */ LETTERS),
/* harmony export */   uF: () => (/* binding */ unitOf)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);



/** What each exit code of a verdict is called, and as which outcome it is shown. */
const VERDICT_WORDS = {
    0: { word: "Genuine and complete", kind: "complete" },
    1: { word: "Not genuine", kind: "failed" },
    2: { word: "Not checked in full", kind: "failed" },
    3: { word: "Genuine, but not complete", kind: "partial" },
};
/** The letters of slots that were not met on time. */
const LETTERS = {
    met: "",
    late: "L",
    partial: "P",
    failed: "F",
    missing: "M",
    declared: "D",
    "not covered": "N",
};
/** A period by its dates where both ends are midnight, with the last day included. */
function periodInWords(period) {
    if (period === null)
        return "no period";
    const { from, to } = period;
    if (!isMidnight(from) || !isMidnight(to))
        return `${from} to ${to}`;
    const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
    return dayOf(from) === last ? last : `${dayOf(from)} to ${last}`;
}
/** The day of an instant. */
function dayOf(instant) {
    return instant.slice(0, "2026-11-22".length);
}
/** What a slot of the stream is called: a day, an hour, or a slot. */
function unitOf({ cadences }) {
    const values = new Set(cadences.map(({ value }) => value));
    if (values.size !== 1)
        return "slot";
    if (values.has("P1D"))
        return "day";
    return values.has("PT1H") ? "hour" : "slot";
}
/** A number of units, such as "1 day" or "12 days". */
function quantityOf(count, unit) {
    return `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(count)} ${unit}${count === 1 ? "" : "s"}`;
}
/** The counts that are not zero, under their names. */
function nonZeroInWords(counts, names) {
    return names
        .filter((each) => counts[each] > 0)
        .map((each) => `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(counts[each])} ${each}`)
        .join(", ");
}
/** Slots that follow one another as days, or as hours of days. */
function spanOf({ from, to }) {
    if (isMidnight(from) && isMidnight(to))
        return periodInWords({ from, to });
    const begins = `${dayOf(from)} ${from.slice(11, 16)}`;
    const isSameDay = dayOf(from) === dayOf(to) || Date.parse(to) - Date.parse(from) < _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
    return isSameDay ? `${begins} to ${to.slice(11, 16)}Z` : `${begins} to ${dayOf(to)} ${to.slice(11, 16)}Z`;
}
/** The address of a slot's row within the page. */
function anchorOf({ from }) {
    return `s-${from.slice(0, 16).replaceAll(/\D/gv, "")}`;
}
/** The organisation as the latest run declares it; null where none does. */
function organizationOf(runs) {
    return runs.findLast(({ source }) => source !== null)?.source?.organization ?? null;
}
/** States from bad to good, as a day with several slots is named by its worst. */
const WORST_FIRST = [
    "missing",
    "not covered",
    "failed",
    "partial",
    "declared",
    "late",
    "met",
];
/** The worst of the states. */
function worstOf(states) {
    return WORST_FIRST.find((state) => states.includes(state)) ?? "met";
}
/** A share in percent with one digit, rounded down so that only all is 100. */
function percentage(part, whole) {
    if (whole === 0)
        return "no share";
    return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
function isMidnight(instant) {
    return instant.endsWith("T00:00:00Z");
}
/** That the evidence is not from Datadog, where it is not. */
function originSentences({ notFromDatadog, runs }) {
    if (notFromDatadog === null)
        return [];
    const { servers, runs: count } = notFromDatadog;
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .notFromDatadogInWords */ .Yp)(servers, { runs: count, all: runs.genuine - runs.declarations })];
}


/***/ }),

/***/ 99757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ registerTable),
/* harmony export */   R5: () => (/* binding */ verificationSentence),
/* harmony export */   Td: () => (/* binding */ registerHtml),
/* harmony export */   XJ: () => (/* binding */ registerMarkdown),
/* harmony export */   pu: () => (/* binding */ registerSentence),
/* harmony export */   q4: () => (/* binding */ registerWord),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _render_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6988);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);
/* harmony import */ var _render_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27582);
/* harmony import */ var _render_renderer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83952);
/* harmony import */ var _render_style_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26674);
/* harmony import */ var _period_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(579);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58191);







/** The register as a self-contained page: no script, and no request to anywhere. */
function registerHtml(register) {
    return (0,_render_page_js__WEBPACK_IMPORTED_MODULE_0__/* .reportHtml */ .Ew)(registerDocument(register));
}
/** The register in Markdown. */
function registerMarkdown(register) {
    return (0,_render_page_js__WEBPACK_IMPORTED_MODULE_0__/* .reportMarkdown */ .uL)(registerDocument(register));
}
/** The items of all streams as one table. */
function registerTable({ streams }) {
    return (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)({
        caption: "",
        columns: [
            "Stream",
            "Item",
            "State",
            "Counted",
            "Collected",
            "Valid until",
            "Next due",
            "Evidence",
            "Where to look",
        ],
        below: "Controls",
        rows: streams.flatMap((stream) => stream.items.map((item) => ({
            cells: [(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(stream.name), ...cellsOf(item, stream)],
            below: supportInWords(item),
        }))),
    });
}
function registerDocument(register) {
    const { streams, isVerified, madeAt, version } = register;
    const names = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(streams.map((stream) => stream.name));
    return {
        title: `Evidence register, ${(0,_render_page_js__WEBPACK_IMPORTED_MODULE_0__/* .shortTitle */ .HV)(names)}, ${madeAt}`,
        running: {
            left: `Evidence register${isVerified ? "" : " · NOT VERIFIED"}`,
            right: madeAt,
            foot: `streams: ${(0,_render_page_js__WEBPACK_IMPORTED_MODULE_0__/* .shortTitle */ .HV)(names)}`,
        },
        style: _render_style_js__WEBPACK_IMPORTED_MODULE_6__/* .STYLE */ .Y,
        masthead: {
            what: "the evidence register",
            title: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `Evidence register, ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)((0,_render_page_js__WEBPACK_IMPORTED_MODULE_0__/* .shortTitle */ .HV)(names))}`,
            when: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(madeAt),
            leads: [registerSentence(register)],
            verdict: {
                kind: kindOf(register),
                word: registerWord(register),
                sentences: [...originOf(register), verificationSentence(register)],
            },
        },
        content: streams.map(streamSection),
        foot: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `Made by datadog-evidence ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(version)} from the newest runs of ${streams.length === 1 ? "one stream" : `${streams.length} streams`}.`,
    };
}
function streamSection(stream, index) {
    const about = [stream.site, stream.organization].filter((part) => part !== null).map(_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU);
    return (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)({
        id: `stream-${index + 1}`,
        title: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(stream.name)} ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .soft */ .LN)((0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .joinWords */ .yZ)([...about, stream.verified ? "verified" : "not verified"]))}`,
    }, [
        (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)({
            caption: "Every item, by its newest run",
            columns: [
                "Item",
                "State",
                "Counted",
                "Collected",
                "Valid until",
                "Next due",
                "Evidence",
                "Where to look",
            ],
            below: "Controls",
            rows: stream.items.map((item) => ({ cells: cellsOf(item, stream), below: supportInWords(item) })),
            kind: "overview",
            scroll: `items of ${stream.name}`,
        }),
    ]);
}
function cellsOf(item, { site }) {
    const label = "open in Datadog";
    return [
        (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .sentenceCase */ .o3)(_words_js__WEBPACK_IMPORTED_MODULE_5__/* .ITEM_NAMES */ .fH[item.id]),
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .stateWord */ .kc)(item.state),
        item.counted,
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(item.collectedAt),
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(item.validUntil),
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(item.nextDue),
        item.freshness === "fresh" ? item.freshness : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)(item.freshness),
        (0,_render_links_js__WEBPACK_IMPORTED_MODULE_2__/* .datadogLink */ .r)(site ?? "", { href: item.link, label }),
    ];
}
function supportInWords({ controls, state }) {
    if (controls.length === 0)
        return "Supports no control.";
    const verb = state === "unknown" ? "Would support" : "Supports";
    return `${verb} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .controlsByFramework */ .qF)(controls).join(" · ")}`;
}
function kindOf({ exitCode, isVerified }) {
    if (exitCode === 1 || exitCode === 2)
        return "failed";
    return exitCode === 0 && isVerified ? "complete" : "partial";
}
/** Whether all is fresh, in a word. */
function registerWord({ exitCode, isVerified }) {
    const word = { 0: "All fresh", 1: "Not genuine", 2: "Could not be checked", 3: "Stale or missing" }[exitCode];
    return isVerified ? word : `${word}, not verified`;
}
/** What is stale or missing, as a sentence. */
function registerSentence({ streams }) {
    const behind = streams.flatMap((stream) => stream.items.length === 0
        ? [`no evidence is here of ${stream.name}`]
        : stream.items
            .filter(({ freshness }) => freshness !== "fresh")
            .map(({ id, freshness }) => `${_words_js__WEBPACK_IMPORTED_MODULE_5__/* .ITEM_NAMES */ .fH[id]} of ${stream.name} are ${freshness}`));
    if (behind.length === 0)
        return "Every item of every stream has evidence that is still valid.";
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .sentenceCase */ .o3)(behind.join("; "))}.`;
}
/** What was verified, as a sentence. */
function verificationSentence({ isVerified, streams }) {
    if (!isVerified)
        return "Nothing was verified: no key and no identity was named. Anybody could have written this evidence.";
    const broken = streams.filter(({ verified }) => !verified).map((stream) => stream.name);
    if (broken.length === 0)
        return "Every run that is here was verified.";
    return `Not every run of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(broken)} is genuine, or could be checked: run verify to see why.`;
}
/** Which evidence is not from Datadog. */
function originOf({ streams }) {
    return [...new Set(streams.flatMap(({ verdict }) => (0,_period_words_js__WEBPACK_IMPORTED_MODULE_4__/* .originSentences */ .HQ)(verdict)))];
}


/***/ }),

/***/ 31366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ NewestItems),
  Ku: () => (/* binding */ loadRegister),
  Nk: () => (/* binding */ registerOf)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/verify/period/schedule.js
var period_schedule = __webpack_require__(92062);
// EXTERNAL MODULE: ./lib/verify/period/slots.js
var slots = __webpack_require__(58054);
;// CONCATENATED MODULE: ./lib/verify/period/next-due.js



/** When the run after this one is due: when its schedule fires in the next slot, else when that slot begins. */
function nextDue({ collectedAt, stream, run, }) {
    const length = times/* CADENCE_MS */.Tp[stream.cadence];
    const next = (0,slots/* slotStart */.px)(Date.parse(collectedAt), stream.cadence) + length;
    const schedule = run.github?.schedule ?? null;
    const fire = schedule === null ? null : new period_schedule/* Schedules */.v().firstFire(schedule, next);
    return new Date(fire === null || fire >= next + length ? next : fire);
}

// EXTERNAL MODULE: ./lib/verify/period/unverified.js
var unverified = __webpack_require__(2860);
// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
// EXTERNAL MODULE: ./lib/verify/period/verify-period.js
var verify_period = __webpack_require__(13874);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/register/register.js







/** Reads every run of the streams, and verifies them where something to trust is given. */
async function loadRegister(streams, { trust, now }) {
    const newest = new NewestItems();
    const asked = { from: null, to: null };
    const visit = newest.visit;
    const verdicts = trust === null
        ? await unverifiedVerdicts(streams, { asked, now, newest })
        : (await (0,verify_period/* verifyPeriod */.f)(streams, { trust, asked, witness: null, now, visit })).streams;
    return registerOf(streams, { verdicts, newest, isVerified: trust !== null, now });
}
async function unverifiedVerdicts(streams, { asked, now, newest, }) {
    const verdicts = [];
    for (const stream of streams) {
        const visit = (runPath, run) => newest.visit(runPath, run, stream);
        verdicts.push(await (0,unverified/* unverifiedVerdict */.v)(stream, { asked, now, visit }));
    }
    return verdicts;
}
/** The register of streams whose runs were visited, with the verdicts on them in the same order. */
function registerOf(streams, { verdicts, newest, isVerified, now, }) {
    const rows = streams.flatMap((stream, index) => {
        const verdict = verdicts[index];
        if (verdict === undefined)
            return [];
        const verified = isVerified && verdict.exitCode !== 1 && verdict.exitCode !== 2;
        const { source, items } = newest.of(stream, now);
        return [
            {
                name: stream.name,
                folder: stream.folder,
                site: source?.site ?? verdict.site,
                organization: source?.organization ?? source?.organizationId ?? verdict.organization,
                verified,
                verdict,
                items,
            },
        ];
    });
    const codes = rows.flatMap(({ verdict, items }) => [
        ...(isVerified && (verdict.exitCode === 1 || verdict.exitCode === 2) ? [verdict.exitCode] : []),
        ...(isFresh(items) ? [] : [3]),
    ]);
    return {
        streams: rows,
        isVerified,
        exitCode: (0,verdict/* worstExitCode */.L)(codes),
        madeAt: (0,time/* formatTime */.fU)(now),
        version: version/* VERSION */.x,
    };
}
function isFresh(items) {
    return items.length > 0 && items.every(({ freshness }) => freshness === "fresh");
}
/** Keeps the newest of each item while runs are visited, and lets the rest go. */
class NewestItems {
    #streams = new Map();
    /** Takes a run in. */
    visit = (_runPath, { evidence }, stream) => {
        if (evidence === null)
            return;
        const known = this.#streams.get(stream) ?? { source: null, items: new Map() };
        this.#streams.set(stream, known);
        const at = Date.parse(evidence.collectedAt);
        if (known.source === null || at >= known.source.at)
            known.source = { at, value: evidence.source };
        for (const item of evidence.items) {
            const before = known.items.get(item.id);
            if (before === undefined || at >= Date.parse(before.collectedAt)) {
                known.items.set(item.id, readItem(item, evidence));
            }
        }
    };
    /** The newest source and items of the stream, as they are at that time. */
    of(stream, now) {
        const known = this.#streams.get(stream);
        const items = [...(known?.items.values() ?? [])].map((item) => Object.assign({ freshness: freshnessOf(item, now) }, item));
        return { source: known?.source?.value ?? null, items };
    }
}
function readItem(item, evidence) {
    const { id, collection, result, controls, link } = item;
    return {
        id,
        state: result.state,
        counts: result.counts,
        counted: (0,words/* countsInWords */.Pe)(item),
        controls,
        status: collection.status,
        collectedAt: evidence.collectedAt,
        validUntil: evidence.validUntil,
        nextDue: (0,time/* formatTime */.fU)(nextDue(evidence)),
        link,
    };
}
function freshnessOf({ status, validUntil }, now) {
    if (Date.parse(validUntil) < now.getTime())
        return "stale";
    return status === "failed" ? "missing" : "fresh";
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
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58054);





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
    const from = asked.from ?? (first && (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotStart */ .px)(first.startedAt, first.cadence));
    if (from === undefined)
        return null;
    const end = last && (0,_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .slotStart */ .px)(last.startedAt, last.cadence) + _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCE_MS */ .Tp[last.cadence];
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

/***/ 58054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ collectingRuns),
/* harmony export */   QY: () => (/* binding */ listSlots),
/* harmony export */   Zm: () => (/* binding */ uncoveredSpans),
/* harmony export */   d_: () => (/* binding */ listSlotsBefore),
/* harmony export */   px: () => (/* binding */ slotStart),
/* harmony export */   rf: () => (/* binding */ cadenceSpans)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60197);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92062);




/** A run is late when it is later than this, or than half of its slot. */
const LATE_MS = 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** Zones differ by quarters of an hour. */
const ZONE_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ / 4;
/** With fewer runs a shift may be chance. */
const FEWEST_RUNS = 3;
/** A day on which clocks are set back has 25 hours; runs are some minutes late. */
const LONGEST_DAY_MS = 26 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** More than ten years of hours; a run of an absurd date must not make millions. */
const MOST_SLOTS = 100_000;
/** The beginning of the slot that holds the instant. */
function slotStart(at, cadence) {
    return Math.floor(at / _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence]) * _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence];
}
/** The runs that collected evidence, by the time at which they began. */
function collectingRuns(runs) {
    return runs.filter(isCollecting).toSorted((a, b) => a.startedAt - b.startedAt);
}
/**
 * Every slot of the period that was due: from the stream's first run on, under
 * the cadence then in force, as far as it is over or has a run. `runs` are all
 * that there are, by time.
 */
function listSlots(runs, { period, gaps, weak = new Set(), now, }) {
    const schedules = new _schedule_js__WEBPACK_IMPORTED_MODULE_3__/* .Schedules */ .v();
    const shifts = zoneShifts(runs, schedules);
    const declared = gaps.flatMap(declaredBy);
    const slots = [];
    let at = 0;
    let schedule = scheduleOfSample(runs);
    // A future slot is due only where it has a run.
    const to = Math.min(period.to, Math.max(now, (runs.at(-1)?.startedAt ?? now) + 1));
    for (const slot of boundedSpans(runs, { from: period.from, to })) {
        // Where the cadence changes a slot may begin before the one that was looked at last.
        while (at > 0 && (runs[at - 1]?.startedAt ?? 0) >= slot.from)
            at -= 1;
        while (at < runs.length && (runs[at]?.startedAt ?? 0) < slot.from) {
            schedule = runs[at]?.collected.schedule ?? schedule;
            at += 1;
        }
        const inside = [];
        for (let next = at; next < runs.length; next += 1) {
            const run = runs[next];
            if (run === undefined || run.startedAt >= slot.to)
                break;
            inside.push(run);
            schedule = run.collected.schedule ?? schedule;
        }
        if (slot.to <= period.from)
            continue;
        if (inside.length === 0 && slot.to > now)
            continue;
        const bridge = inside.length === 0 ? clockChange(slot, runs[at - 1], runs[at]) : null;
        if (bridge !== null) {
            slots.push(bridge);
            continue;
        }
        const fire = schedule === null ? null : schedules.firstFire(schedule, slot.from);
        const shift = schedule === null ? 0 : (shifts.get(schedule) ?? 0);
        const due = fire === null || fire >= slot.to ? slot.from : fire + shift;
        // Where no run of a sample says when runs were due, none is called late.
        const isUnknown = fire === null && inside.some(({ isStatementOnly }) => isStatementOnly);
        const lateAfter = isUnknown ? slot.to : due + Math.min(LATE_MS, (slot.to - slot.from) / 2);
        const nextFire = schedule === null ? null : schedules.firstFire(schedule, slot.to);
        const byStrength = [...inside.filter((run) => !weak.has(run)), ...inside.filter((run) => weak.has(run))];
        slots.push(slotVerdict(slot, { inside: byStrength, declared, lateAfter, nextFire }));
    }
    return slots;
}
/**
 * How much later than in UTC each schedule fires: evidence does not name the time zone of a schedule (`timezone` of
 * GitHub). Where every run of a schedule is later by a while, it is its zone; one that is late says nothing.
 */
function zoneShifts(runs, schedules) {
    const delays = new Map();
    for (const { startedAt, cadence, collected } of runs) {
        const { schedule } = collected;
        const fire = schedule === null ? null : schedules.firstFire(schedule, slotStart(startedAt, cadence));
        if (schedule === null || fire === null)
            continue;
        const known = delays.get(schedule);
        if (known === undefined)
            delays.set(schedule, [startedAt - fire]);
        else
            known.push(startedAt - fire);
    }
    const shifts = new Map();
    for (const [schedule, each] of delays) {
        const least = each.reduce((one, other) => Math.min(one, other), Infinity);
        if (each.length >= FEWEST_RUNS && least > 0)
            shifts.set(schedule, Math.floor(least / ZONE_MS) * ZONE_MS);
    }
    return shifts;
}
/**
 * A day in UTC without a run between two runs of one schedule that are a day and a change of the clock apart: where
 * a schedule has a time zone, clocks that are set back leave such a day. Null where it is a day without evidence.
 */
function clockChange({ from, to }, before, after) {
    if (before === undefined || after === undefined || to - from !== _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO)
        return null;
    const isOfSchedule = before.collected.schedule !== null && before.collected.schedule === after.collected.schedule;
    const isComplete = [before, after].every(({ collected }) => collected.outcome === "complete");
    if (!isOfSchedule || !isComplete || after.startedAt - before.startedAt > LONGEST_DAY_MS)
        return null;
    return {
        from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(from),
        to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(to),
        state: "met",
        run: after.runPath,
        detail: `the runs around it are less than ${LONGEST_DAY_MS / _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ} h apart, as where the clock of a schedule changes`,
    };
}
/** Statements do not name the schedule: in a sample, that of its first run holds from the beginning. */
function scheduleOfSample(runs) {
    if (!runs.some(({ isStatementOnly }) => isStatementOnly))
        return null;
    return runs.find(({ collected }) => collected.schedule !== null)?.collected.schedule ?? null;
}
/**
 * The slots from the beginning that was asked for to the first run: nothing was collected then, so nothing is known
 * of them.
 */
function listSlotsBefore([first], { from, to }) {
    if (first === undefined)
        return [];
    const length = _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[first.cadence];
    const end = Math.min(to, slotStart(first.startedAt, first.cadence));
    if ((end - from) / length > MOST_SLOTS)
        throw tooMany(`from ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(from)} to ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(end)}`);
    const slots = [];
    for (let at = slotStart(from, first.cadence); at < end; at += length) {
        const detail = "before the first run that is here";
        slots.push({
            from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at),
            to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at + length),
            state: "not covered",
            run: null,
            detail,
        });
    }
    return slots;
}
function tooMany(which) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("unreadable", `the period holds more than ${MOST_SLOTS} slots: ${which}`, {
        hint: "name a shorter period with --from and --to",
    });
}
/** The slots of the period. Throws a `Failure` where there are too many. */
function* boundedSpans(runs, period) {
    let count = 0;
    for (const span of spans(runs, period)) {
        count += 1;
        if (count > MOST_SLOTS) {
            const [first, last] = [runs[0]?.collectedAt ?? 0, runs.at(-1)?.collectedAt ?? 0];
            throw tooMany(`its runs are dated ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(first)} to ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(last)}`);
        }
        yield span;
    }
}
/** The slots of the period. Where the cadence changes, the slot of either that holds the change counts. */
function* spans(runs, period) {
    for (const { cadence, from: begins, to } of cadenceSpans(runs)) {
        const end = Math.min(period.to, to);
        const length = _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence];
        for (let from = slotStart(Math.max(begins, period.from), cadence); from < end; from += length)
            yield { from, to: from + length };
    }
}
/** How long each cadence was in force, by time: from its first run on, the last without end. */
function cadenceSpans(runs) {
    const first = runs.filter(({ cadence }, index) => cadence !== runs[index - 1]?.cadence);
    return first.map(({ cadence, startedAt }, index) => {
        return { cadence, from: startedAt, to: first[index + 1]?.startedAt ?? Infinity };
    });
}
/** The slot with its state, from its best run. */
function slotVerdict({ from, to }, { inside, declared, lateAfter, nextFire, }) {
    const slot = (state, run, detail) => {
        return { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(from), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(to), state, run: run?.runPath ?? null, detail };
    };
    const best = (outcome) => inside.find(({ collected }) => collected.outcome === outcome);
    const complete = best("complete");
    if (complete !== undefined) {
        const { collectedAt } = complete;
        // With summer time a schedule fires an hour earlier, which may be the day before in UTC.
        const isEarly = nextFire !== null && complete.collected.schedule !== null && complete.startedAt >= nextFire - _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
        if (collectedAt <= lateAfter || isEarly)
            return slot("met", complete, null);
        return slot("late", complete, `collected ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(collectedAt)}, late after ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lateAfter)}`);
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

/***/ 8182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ streamVerdict)
});

// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
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
    /** When each run that is known of was collected, genuine or not. */
    #times;
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
        this.#times = [
            ...runs.map(({ collectedAt }) => collectedAt),
            ...doubtful.flatMap(({ at }) => (at === null ? [] : [at])),
        ];
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
        // What was removed would lie after the last run before it.
        const before = this.#times.reduce((latest, at) => (at < run.collectedAt ? Math.max(latest, at) : latest), -Infinity);
        if (before > -Infinity)
            this.#problem("restart", run, `${why}, so an earlier run may have been removed unnoticed`, {
                collectedAt: before,
            });
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
            this.#problem("broken-link", run, `${names}, but ${called(lower)} has the statement ${lower.statement}`, lower);
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
            this.#problem("order", run, `${earlier} (${(0,time/* formatTime */.fU)(latest.collectedAt)})`, {
                collectedAt: latest.collectedAt,
            });
        }
        if (signedAt !== null) {
            const before = latest?.signedAt ?? null;
            if (before !== null && signedAt < before - CLOCKS_MS) {
                this.#problem("time", run, `was signed ${(0,time/* formatTime */.fU)(signedAt)} by trusted time, before its predecessor (${(0,time/* formatTime */.fU)(before)})`, predecessor);
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

// EXTERNAL MODULE: ./lib/verify/stream/overlap.js
var overlap = __webpack_require__(3449);
;// CONCATENATED MODULE: ./lib/verify/stream/consistency.js


/** Runs that do not belong where they are, each of them genuine by itself. */
function streamConsistencyProblems(name, runs) {
    const [first] = runs;
    const owner = (0,overlap/* ownerOf */.b)(runs);
    const seen = new Map();
    const problems = [];
    for (const run of runs) {
        const { runPath, expectedPath, stream, site, organization, identity } = run;
        const note = (code, detail) => problems.push((0,stream_problems/* problemOf */.Zw)(code, run, detail));
        const twin = seen.get(identity);
        if (twin === undefined)
            seen.set(identity, run);
        else {
            const detail = `has the run id and attempt of ${twin.runPath}: one run is here twice`;
            const touches = (0,stream_problems/* windowOf */.Ou)([twin.collectedAt, run.collectedAt]);
            problems.push({ ...(0,stream_problems/* problemOf */.Zw)("duplicate", run, detail), touches });
        }
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
/** The runs that name no organisation although a run before them does. `runs` are by time. */
function runsWithoutOrganization(runs) {
    const first = runs.findIndex(({ organization }) => organization !== null);
    if (first === -1)
        return [];
    return runs
        .slice(first)
        .filter(({ organization, isStatementOnly, gap }) => organization === null && !isStatementOnly && gap === null);
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
    const count = (state) => slots.filter((slot) => slot.state === state).length;
    return {
        due: slots.length,
        met: count("met"),
        late: count("late"),
        partial: count("partial"),
        failed: count("failed"),
        declared: count("declared"),
        missing: count("missing"),
        notCovered: count("not covered"),
    };
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

;// CONCATENATED MODULE: ./lib/verify/period/policy-figures.js

/**
 * How the expectations fared over the runs, which are in order of time, in the
 * order in which they first appear. Of a run that is not in a sample nothing is known.
 */
function policyFigures(runs) {
    const expectations = new Map();
    let given = 0;
    let absent = 0;
    for (const run of runs) {
        if (run.collected === null || run.isStatementOnly)
            continue;
        if (run.collected.expectations === null)
            absent += 1;
        else
            given += 1;
        for (const judged of run.collected.expectations ?? []) {
            expectations.set(judged.id, withRun(expectations.get(judged.id), judged, run));
        }
    }
    return { given, absent, expectations: [...expectations.values()] };
}
function withRun(before, { id, item, result }, run) {
    const counts = before ?? { met: 0, accepted: 0, broken: 0, unknown: 0 };
    const isBroken = result === "broken";
    return {
        id,
        item,
        met: counts.met,
        accepted: counts.accepted,
        broken: counts.broken,
        unknown: counts.unknown,
        [result]: counts[result] + 1,
        last: result,
        firstBroken: before?.firstBroken ?? (isBroken ? (0,run_summary/* runRef */.p)(run) : null),
        brokenSince: isBroken ? (before?.brokenSince ?? (0,run_summary/* runRef */.p)(run)) : null,
    };
}
/** Whether every run has a policy, and every expectation is met or accepted in every run. */
function isHeld({ absent, expectations }) {
    return absent === 0 && expectations.every(({ broken, unknown }) => broken + unknown === 0);
}

// EXTERNAL MODULE: ./lib/verify/period/slots.js
var period_slots = __webpack_require__(58054);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
;// CONCATENATED MODULE: ./lib/verify/period/weaknesses.js





/** Sentences about what keeps a stream from being complete although each run is genuine. `runs` are by time. */
function streamWeaknesses(runs, { collecting, slots, period, isInside, }) {
    return [
        ...organizationWeakness(runs, isInside),
        ...rulesWeakness(runs, isInside),
        ...mendedSlots(runs, slots),
        ...(period === null ? [] : cadenceWeakness(collecting, period)),
    ];
}
/**
 * The runs that are neither chained nor timed, in a stream with runs that are:
 * the holder of the key can add such a run for any day at any time.
 */
function weakRuns(runs) {
    const weak = runs.filter(({ sequence, signedAt }) => sequence === null && signedAt === null);
    return new Set(weak.length < runs.length ? weak : []);
}
function organizationWeakness(runs, isInside) {
    const [first, ...more] = runsWithoutOrganization(runs).filter(isInside);
    if (first === undefined)
        return [];
    const others = more.length === 0 ? "" : `, and ${more.length} more`;
    return [
        `${first.runPath} names no organisation${others}, but earlier runs name ${(0,overlap/* ownerOf */.b)(runs) ?? ""}: nothing shows that it is the same`,
    ];
}
/** Rules only ever become stricter: a run that goes back to older ones is judged more mildly than the run before it. */
function rulesWeakness(runs, isInside) {
    let newest = 0;
    for (const run of runs) {
        const rules = run.collected?.rules ?? null;
        if (rules === null)
            continue;
        const version = Number(rules);
        if (version < newest && isInside(run)) {
            return [
                `${run.runPath} is judged by version ${version} of the rules, although an earlier run is by version ${newest}: older rules are milder`,
            ];
        }
        newest = Math.max(newest, version);
    }
    return [];
}
function mendedSlots(runs, slots) {
    const weak = new Set([...weakRuns(runs)].map(({ runPath }) => runPath));
    const [first, ...more] = slots.filter(({ run }) => run !== null && weak.has(run));
    if (first === undefined)
        return [];
    const others = more.length === 0 ? "" : `, and ${more.length} more`;
    return [
        `the slot of ${first.from}${others} has only a run without chain and timestamp (${first.run}), although the stream has them: the holder of the key could have added it at any time`,
    ];
}
/** A cadence that gets longer and shorter again leaves out slots that were due before and after. */
function cadenceWeakness(runs, period) {
    const spans = (0,period_slots/* cadenceSpans */.rf)(runs);
    return spans.flatMap(({ cadence, from, to }, index) => {
        const isShorter = (other) => times/* CADENCE_MS */.Tp[other.cadence] < times/* CADENCE_MS */.Tp[cadence];
        const isLongest = spans.slice(0, index).some(isShorter) && spans.slice(index + 1).some(isShorter);
        if (!isLongest || to <= period.from || from >= period.to)
            return [];
        return [
            `the cadence was ${cadence} from ${(0,time/* formatTime */.fU)(from)} to ${(0,time/* formatTime */.fU)(to)} and shorter before and after, so fewer slots were due`,
        ];
    });
}

// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
;// CONCATENATED MODULE: ./lib/verify/period/stream-verdict.js
















/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
function streamVerdict(stream, { runs: each, copies, asked: wanted, selection = null, around, requiresExpectations = false, now, }) {
    const { sample } = stream;
    const days = decidingDays(selection, wanted);
    const asked = days === null ? wanted : periodOfDays(days);
    const runs = each.genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
    const withEvidence = (0,period_slots/* collectingRuns */.JW)(runs);
    const newest = withEvidence.at(-1);
    // Where no ends are named, the period holds every run that is known of: a copy may prove one that is gone.
    const period = (0,period_range/* effectivePeriod */.TI)((0,period_slots/* collectingRuns */.JW)([...runs, ...(copies?.own ?? [])]), asked, now);
    const isInside = ({ collectedAt }) => (0,period_range/* touchesPeriod */.fh)(period, (0,stream_problems/* instantWindow */.GV)(collectedAt));
    const inside = days === null ? runs.filter(isInside) : runs;
    const [first, last] = [inside[0], inside.at(-1)];
    const chain = chainFindings(runs, each.doubtful);
    const compared = copies === null ? null : (0,stream_copies/* compareCopies */.zj)(runs, { copies: copies.own, doubtful: each.doubtful, isInside });
    const everything = [
        ...each.problems,
        ...streamConsistencyProblems(stream.name, runs),
        ...chain.problems,
        ...(compared?.problems ?? []),
        ...(0,stream_copies/* foreignCopyProblems */.mD)(copies?.foreign ?? [], runs),
        ...(around?.problems ?? []),
        ...(sample === null ? [] : (0,stream_sample/* sampleProblems */.Jl)(sample, { stream: stream.name, runs, inside, selection })),
    ].toSorted(byFirst);
    // Only an end that was named excludes anything: a run that did not verify may come after the last that did.
    const limits = { from: wanted.from ?? -Infinity, to: wanted.to ?? Infinity };
    const problems = everything.filter((problem) => (0,period_range/* touchesPeriod */.fh)(limits, problem.touches));
    const unchecked = each.unchecked.filter((one) => (0,period_range/* touchesPeriod */.fh)(limits, one.touches));
    const gaps = runs.filter(({ gap }) => gap !== null);
    const dueSlots = period === null ? [] : (0,period_slots/* listSlots */.QY)(withEvidence, { period, gaps, weak: weakRuns(runs), now });
    const before = period === null || asked.from === null || days !== null
        ? []
        : (0,period_slots/* listSlotsBefore */.d_)(withEvidence, { from: asked.from, to: Math.min(period.to, now) });
    const slotList = days === null ? [...before, ...dueSlots] : dueSlots.filter((slot) => isOnDays(slot, days));
    const slots = slotFigures(slotList);
    const counts = runFigures(inside);
    const declared = declarationsIn(gaps, period);
    const signedLate = inside.filter(({ isSignedLate }) => isSignedLate);
    const dates = selection?.kind === "dates" ? selection.dates : [];
    const withoutRun = (0,stream_sample/* datesWithoutRun */.JB)((0,period_slots/* collectingRuns */.JW)(runs), dates);
    // Where days were named, what was collected on other days decides nothing.
    const deciding = days === null ? inside : inside.filter((run) => (0,stream_sample/* isOfDates */.jT)(run, days));
    const policy = policyFigures(deciding);
    const weaknesses = [
        ...(around?.weaknesses ?? []),
        ...streamWeaknesses(runs, { collecting: withEvidence, slots: slotList, period, isInside }),
    ];
    const isIncomplete = weaknesses.length > 0 ||
        (requiresExpectations && !isHeld(policy)) ||
        withoutRun.length > 0 ||
        deciding.some(({ gap, collected, isSignedLate }) => {
            return gap !== null || isSignedLate || collected?.outcome !== "complete";
        }) ||
        (days === null && declared.length > 0) ||
        slots.partial + slots.failed + slots.missing + slots.declared + slots.notCovered > 0;
    // Anyone who takes evidence away could call the rest a sample; only the auditor who chose it knows.
    const unnamed = sample === null ? [] : (0,stream_sample/* unnamedFlags */.gs)(sample, { selection, asked: wanted });
    const isUnconfirmed = unnamed.length > 0;
    const isExplained = counts.declarations > 0 || declared.length > 0;
    const isNothing = (0,period_slots/* collectingRuns */.JW)(inside).length === 0 && slotList.length === before.length && !isExplained;
    return {
        stream: stream.name,
        site: runs[0]?.site ?? copies?.own[0]?.site ?? null,
        organization: (0,overlap/* ownerOf */.b)(runs),
        notFromDatadog: otherServersOf(inside),
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
        policy,
        collectors: changesSince(inside, ({ collected }) => collected?.collector ?? null),
        mappings: changesSince(inside, ({ collected }) => collected?.mapping ?? null),
        rules: changesSince(inside, ({ collected }) => collected?.rules ?? null),
        signers: changesSince(inside, ({ signedBy }) => signedBy),
        timed: inside.filter(({ signedAt }) => signedAt !== null).length,
        signedLate: signedLate.map(lateRef),
        declarations: declared,
        changes: inside.flatMap(({ runPath, collectedAt, notable }) => notable.map((change) => ({ run: runPath, collectedAt: (0,time/* formatTime */.fU)(collectedAt), ...change }))),
        witness: compared?.figures ?? null,
        sample: sample === null ? null : sampleFigures(sample, { runs: inside, days }),
        problems,
        unchecked,
        weaknesses,
        outside: everything.filter((problem) => !(0,period_range/* touchesPeriod */.fh)(limits, problem.touches)),
        remarks: [
            ...(isNothing ? ["no run is in the period and none was due, so nothing can be shown about it"] : []),
            ...each.remarks,
            ...chain.remarks,
            ...remarksOnEnds(withEvidence, { asked, now }),
            ...(withoutRun.length > 0 ? [`no run was collected on ${withoutRun.join(", ")}`] : []),
            ...(requiresExpectations && !isHeld(policy) ? [notHeldRemark(policy)] : []),
            ...(isUnconfirmed
                ? [`this may not be the sample that was asked for: to check that, name its ${unnamed.join(", ")}`]
                : []),
        ],
        notProven: notProvenSentences(inside, compared?.figures.same ?? null),
    };
}
function otherServersOf(runs) {
    const servers = runs.flatMap(({ collected }) => collected?.otherServer ?? []);
    return servers.length === 0 ? null : { runs: servers.length, servers: [...new Set(servers)].slice(0, 3) };
}
function notHeldRemark({ absent, expectations }) {
    const open = expectations.filter(({ broken, unknown }) => broken + unknown > 0).length;
    const parts = [
        ...(absent > 0 ? [`${absent} of the runs have no policy`] : []),
        ...(open > 0 ? [`${open} of the expectations are broken or unknown in a run`] : []),
    ];
    return `expectations are required, and ${parts.join(", and ")}`;
}
/** The days that decide alone: those of a sample by dates of which no period was asked for; else null. */
function decidingDays(selection, { from, to }) {
    return selection?.kind === "dates" && from === null && to === null ? selection.dates : null;
}
/** The period from the first of the days to the last, that day included. */
function periodOfDays(days) {
    const starts = days.map((day) => Date.parse(day));
    return { from: Math.min(...starts), to: Math.max(...starts) + time/* DAY_MS */.sO };
}
function isOnDays({ from, to }, days) {
    return days.some((day) => {
        const start = Date.parse(day);
        return Date.parse(from) < start + time/* DAY_MS */.sO && Date.parse(to) > start;
    });
}
function sampleFigures(sample, { runs, days }) {
    const withEvidence = runs.filter(({ collected, isStatementOnly }) => collected !== null && !isStatementOnly);
    const all = runs.filter(({ collected }) => collected !== null);
    return { runs: withEvidence.length, of: all.length, chosen: (0,stream_sample/* selectionInWords */.jm)(sample), days };
}
function lateRef(run) {
    return { ...(0,run_summary/* runRef */.p)(run), signedAt: run.signedAt === null ? null : (0,time/* formatTime */.fU)(run.signedAt) };
}
/** The one that shows first in time; one without a time comes first. */
function byFirst(a, b) {
    return shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0);
}
function shownAt({ run, touches: when }) {
    return (0,run_path/* claimedTime */.Nv)(run) ?? (when === null ? 0 : Date.parse(when.to));
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
    // The future cannot have been looked at.
    const { from } = period;
    const to = Math.min(period.to, now);
    const windows = runs.flatMap(({ collected }) => (collected.window === null ? [] : [collected.window]));
    return from < to ? (0,period_slots/* uncoveredSpans */.Zm)(windows, { from, to }) : [];
}
function remarksOnEnds(runs, { asked, now }) {
    const [first, last] = [runs[0], runs.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const remarks = [];
    if (asked.from !== null && asked.from < (0,period_slots/* slotStart */.px)(first.startedAt, first.cadence)) {
        const before = `before the first run that is here, ${(0,time/* formatTime */.fU)(first.collectedAt)},`;
        remarks.push(first.sequence === null || first.sequence === 1
            ? `${before} nothing is covered: the stream began with it, as far as its files show`
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

/***/ 2860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ unverifiedVerdict)
/* harmony export */ });
/* harmony import */ var _stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56661);
/* harmony import */ var _stream_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8182);


/**
 * The verdict on a stream as its runs describe themselves: for showing, never
 * for believing. No signature is checked.
 */
async function unverifiedVerdict(stream, { asked, now, visit }) {
    const runs = await (0,_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyStreamRuns */ .C)(stream, null, visit);
    return (0,_stream_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .streamVerdict */ .g)(stream, { runs, copies: null, asked, now: now.getTime() });
}


/***/ }),

/***/ 97890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ worstExitCode),
/* harmony export */   a: () => (/* binding */ SLOT_STATES)
/* harmony export */ });
const SLOT_STATES = [
    "met",
    "late",
    "partial",
    "failed",
    "declared",
    "missing",
    "not covered",
];
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
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81526);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(97890);
/* harmony import */ var _stream_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8182);
/* harmony import */ var _stream_overlap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3449);
/* harmony import */ var _stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56661);
/* harmony import */ var _stream_copies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22637);







/** More are only counted. */
const MOST_SKIPPED = 5;
/**
 * Verifies every run of the streams, and how the runs fit together. Throws a
 * `Failure` where a sample was named and the streams are none, or where the period leaves out its days.
 */
async function verifyPeriod(streams, { trust, asked, witness, now, visit, selection = null, requiresExpectations = false, isWhole = false, skipped = [], }) {
    if (selection !== null)
        ensureSelects(selection, streams, asked);
    const verified = [];
    for (const stream of streams) {
        const runs = await (0,_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyStreamRuns */ .C)(stream, trust, (runPath, run) => visit?.(runPath, run, stream));
        verified.push({ stream, runs });
    }
    const overlaps = (0,_stream_overlap_js__WEBPACK_IMPORTED_MODULE_3__/* .findOverlaps */ .s)(verified);
    const { byStream, others } = (0,_stream_copies_js__WEBPACK_IMPORTED_MODULE_5__/* .assignCopies */ .F8)(witness?.runs ?? [], verified);
    const isInVain = witness !== null && !verified.some((each) => isCompared(each, byStream, asked));
    const verdicts = verified.map(({ stream, runs }) => {
        const copies = witness === null ? null : (byStream.get(stream) ?? null);
        const overlap = overlaps.get(stream);
        const weaknesses = [...(overlap?.weaknesses ?? []), ...(isInVain ? [IN_VAIN] : [])];
        const around = { problems: overlap?.problems ?? [], weaknesses };
        return (0,_stream_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .streamVerdict */ .g)(stream, {
            runs,
            copies,
            asked,
            selection,
            around,
            requiresExpectations,
            now: now.getTime(),
        });
    });
    const remarks = [];
    const absent = Map.groupBy(others, ({ stream, site }) => `stream ${stream} of the site ${site}`);
    // A sample holds only the runs that were chosen.
    const mayBeRemoved = isWhole && streams.every(({ sample }) => sample === null);
    for (const [which, copies] of absent) {
        const verdict = mayBeRemoved ? removedVerdict(copies, { asked, now: now.getTime() }) : null;
        if (verdict !== null && verdict.problems.length > 0)
            verdicts.push(verdict);
        else
            remarks.push(`the copies also hold runs of ${which}, which is not here`);
    }
    return {
        exitCode: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .worstExitCode */ .L)(verdicts.map(({ exitCode }) => exitCode)),
        streams: verdicts,
        remarks: [
            ...(witness?.remarks ?? []),
            ...remarks,
            ...skipped.slice(0, MOST_SKIPPED).map((name) => `${name} was not searched for streams`),
            ...(skipped.length > MOST_SKIPPED ? [`the same holds for ${skipped.length - MOST_SKIPPED} more`] : []),
        ],
    };
}
function ensureSelects(selection, streams, { from, to }) {
    if (streams.some(({ sample }) => sample === null)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "dates, nonce, count: these are no samples, but all runs of their streams", {
            hint: "leave them out, or name the folder that holds sample.json",
        });
    }
    const outside = (selection.kind === "dates" ? selection.dates : []).filter((day) => {
        const start = Date.parse(day);
        return (from !== null && start < from) || (to !== null && start + _platform_time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO > to);
    });
    if (outside.length === 0)
        return;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", `dates: outside of --from and --to: ${outside.join(", ")}`, {
        hint: "leave out --from and --to, or name a period that holds the days",
    });
}
const IN_VAIN = "none of the copies could be compared with a run that is here";
/** Whether a copy was given of a run of the period that was asked for. */
function isCompared({ stream, runs }, byStream, { from, to }) {
    const identities = new Set((byStream.get(stream)?.own ?? []).map(({ identity }) => identity));
    return runs.genuine.some(({ identity, collectedAt }) => identities.has(identity) && collectedAt >= (from ?? -Infinity) && collectedAt < (to ?? Infinity));
}
/** The verdict on a stream of which only copies are left. */
function removedVerdict(copies, { asked, now }) {
    const name = copies[0]?.stream ?? "";
    const absent = { name, folder: name, runs: [], sample: null };
    const runs = { genuine: [], doubtful: [], problems: [], unchecked: [], remarks: [] };
    return (0,_stream_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .streamVerdict */ .g)(absent, { runs, copies: { own: copies, foreign: [] }, asked, now });
}


/***/ }),

/***/ 5740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ readWholeEvidence),
/* harmony export */   M: () => (/* binding */ readEvidenceFile),
/* harmony export */   MW: () => (/* binding */ readRunFolder),
/* harmony export */   QN: () => (/* binding */ isRunFile),
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
async function bundleIn(bytes) {
    const pointer = (0,_checkout_change_js__WEBPACK_IMPORTED_MODULE_9__/* .pointerProblem */ .t)(bytes);
    return pointer === null ? (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(bytes) : { trouble: `${_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft} ${pointer}` };
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
    const bundle = regular.includes(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft) ? await bundleIn(readFile(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft)) : null;
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

/***/ 22637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ assignCopies),
/* harmony export */   QX: () => (/* binding */ readCopies),
/* harmony export */   ie: () => (/* binding */ sameFilesFailure),
/* harmony export */   mD: () => (/* binding */ foreignCopyProblems),
/* harmony export */   zj: () => (/* binding */ compareCopies)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58864);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77112);
/* harmony import */ var _run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5740);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13038);
/* harmony import */ var _find_streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47243);
/* harmony import */ var _overlap_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3449);
/* harmony import */ var _run_verdict_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57442);
/* harmony import */ var _run_verify_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58702);









const DEEPEST = 12;
/** Reads every run folder below the folder, at any depth. Throws a `Failure` where there is none. */
async function readCopies(files, trust) {
    const bounded = (0,_find_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .withFewEntries */ .h3)(files);
    const summarize = (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .runSummarizer */ .z)();
    const runs = [];
    const remarks = [];
    const search = async (path, depth) => {
        const entries = bounded.list(path);
        if ((0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(entries).length > 0) {
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
            if (kind === "folder" && name !== ".git" && !(0,_platform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isArchiverEntry */ .$2)({ name, kind }))
                await search((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(path, name), depth + 1);
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
        const verdict = await (0,_run_verify_run_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyRun */ .$)(await (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readRunFolder */ .MW)(files, path), trust);
        return verdict.run ?? (0,_run_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .failureDetail */ .Kc)(verdict);
    }
    catch (error) {
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
            throw error;
        return error.message;
    }
}
/**
 * Finds for each copy the stream that it is compared with. `others` are of
 * streams whose name is not here.
 */
function assignCopies(copies, streams) {
    const sources = streams.map(({ stream, runs: { genuine, doubtful } }) => ({
        stream,
        site: genuine[0]?.site ?? null,
        owner: (0,_overlap_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerOf */ .b)(genuine),
        identities: new Set(genuine.map(({ identity }) => identity)),
        places: new Set(doubtful.map(({ runPath }) => runPath)),
        own: new Array(),
        foreign: new Array(),
    }));
    const others = [];
    for (const copy of copies) {
        const named = sources.filter(({ stream }) => stream.name === copy.stream);
        const fitting = named.filter(({ site, owner }) => (site === null || site === copy.site) &&
            (owner === null || copy.organization === null || owner === copy.organization));
        const holder = fitting.find(({ identities, places }) => identities.has(copy.identity) || places.has(copy.expectedPath));
        const source = holder ?? fitting.find(({ owner }) => owner === copy.organization) ?? fitting[0];
        const [first] = named;
        if (source !== undefined)
            source.own.push(copy);
        else if (first !== undefined)
            first.foreign.push(copy);
        else
            others.push(copy);
    }
    return { byStream: new Map(sources.map(({ stream, own, foreign }) => [stream, { own, foreign }])), others };
}
/** The problems of copies that have the name of a stream and are of another site or organisation. */
function foreignCopyProblems(foreign, runs) {
    const here = sourceInWords(runs[0]?.site ?? "no known site", (0,_overlap_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerOf */ .b)(runs));
    const groups = Map.groupBy(foreign, ({ site, organization }) => sourceInWords(site, organization));
    return [...groups].flatMap(([source, [first, ...more]]) => {
        if (first === undefined)
            return [];
        const count = more.length === 0 ? "" : ` (and ${more.length} more)`;
        const detail = `is of ${source} in the copies${count}, but the stream of that name here is of ${here}`;
        const touches = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .windowOf */ .Ou)([first, ...more].map(({ collectedAt }) => collectedAt));
        return [{ ...(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)("other-stream", { ...first, runPath: first.expectedPath }, detail), touches }];
    });
}
function sourceInWords(site, organization) {
    return organization === null ? site : `${site}, organisation ${organization}`;
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
            // It touches the time that it has here and the time that it had.
            const touches = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .windowOf */ .Ou)([run.collectedAt, copy.collectedAt]);
            problems.push({ ...(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)("rewritten", site, detail), touches });
        }
        if (run !== undefined || mayBeSame.get(copy.expectedPath) === true)
            continue;
        if (mayBeSame.has(copy.expectedPath)) {
            const detail = "was rewritten: a copy of it is genuine, and the run here is not";
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)("rewritten", site, detail));
        }
        else
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)("removed", site, absence(copy, last)));
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
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58864);
/* harmony import */ var _run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5740);
/* harmony import */ var _sample_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55706);






/** Streams are below `path` in a repository, and never deeper than this. */
const DEEPEST = 4;
/** A year, a day and a run are below a stream. */
const DEEPEST_RUN = DEEPEST + 3;
/** A century of hourly runs; more entries are not ours, and listing them could exhaust the verifier. */
const MOST_ENTRIES = 2_000_000;
/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;
const NOT_SEARCHED = new Set([".git", "node_modules", "__MACOSX"]);
/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", _sample_js__WEBPACK_IMPORTED_MODULE_4__/* .SAMPLE_NAME */ .pl]);
/** What belongs beside years. */
const EXPECTED_IN_STREAM = new Set([".gitattributes"]);
/** Tells a run folder, a stream and a repository apart by what they hold. Throws a `Failure` where it is none of them. */
function locateStreams(files) {
    const found = findStreams(files);
    if (found !== null)
        return found;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} is neither a run folder nor a stream nor a repository of evidence`, { hint: hintFor(files) });
}
function hintFor(files) {
    const zip = files.list("").find(({ name, kind }) => kind === "file" && name.toLowerCase().endsWith(".zip"));
    return zip === undefined
        ? "name a folder that holds evidence.json, a stream such as prod, or the repository of streams"
        : `unzip ${zip.name}, and name the folder that it leaves`;
}
/** The same, or null where the folder can be read and holds no evidence. */
function findStreams(all) {
    const files = withFewEntries(all);
    const entries = files.list("");
    const planted = (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(entries);
    if (planted.length > 0) {
        // One run holds no others: somebody who puts its files above a stream would hide that stream.
        if (!holdsRuns(files, "", 0) && !holdsLinks(files, "", 0))
            return { kind: "run" };
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} holds the files of a run (${planted.join(", ")}) and runs below it, or links that may lead to runs, so it is neither a run nor a stream`, { hint: "find out who put those files there; remove them to verify the rest" });
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
        .map(({ name }) => (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, name));
}
function holdsRuns(files, path, depth) {
    if (isStream(files, path))
        return true;
    return foldersIn(files, path).some((below) => (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(files.list(below)).length > 0 ||
        (depth < DEEPEST_RUN && holdsRuns(files, below, depth + 1)));
}
/** Whether a link is among the folders below a run, which has none: it may lead to the runs that are not looked at. */
function holdsLinks(files, path, depth) {
    const isLink = ({ name, kind }) => kind === "other" && !(depth === 0 && (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunFile */ .QN)(name));
    if (files.list(path).some(isLink))
        return true;
    return depth < DEEPEST_RUN && foldersIn(files, path).some((below) => holdsLinks(files, below, depth + 1));
}
function isStream(files, path) {
    return files
        .list(path)
        .some(({ name, kind }) => kind === "folder" &&
        (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isYearName */ .nC)(name) &&
        files.list((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, name)).some((day) => (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isDayName */ .O7)(day.name)));
}
/** The sample that the folder is; null where it is none. */
function sampleAmong(files, entries) {
    const entry = entries.find(({ name }) => name === _sample_js__WEBPACK_IMPORTED_MODULE_4__/* .SAMPLE_NAME */ .pl);
    if (entry === undefined)
        return null;
    if (entry.kind !== "file")
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${_sample_js__WEBPACK_IMPORTED_MODULE_4__/* .SAMPLE_NAME */ .pl} is not a regular file`);
    return (0,_sample_js__WEBPACK_IMPORTED_MODULE_4__/* .readSample */ .dl)(files.read(_sample_js__WEBPACK_IMPORTED_MODULE_4__/* .SAMPLE_NAME */ .pl, LARGEST_SAMPLE));
}
function streamsBelow(files, { all, sample }) {
    const streams = [];
    const skipped = [];
    const search = (path, depth) => {
        for (const { name, kind } of files.list(path)) {
            if ((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isArchiverEntry */ .$2)({ name, kind }))
                continue;
            const at = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, name);
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
    const stream = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .filesBelow */ .DR)(all, at);
    const notFolders = [];
    const others = [];
    const foldersNamed = (folder, isExpected) => files.list((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(at, folder)).flatMap(({ name, kind }) => {
        if ((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isArchiverEntry */ .$2)({ name, kind }))
            return [];
        const path = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(folder, name);
        if (isExpected(name) && kind === "folder")
            return [path];
        if (isExpected(name) && kind === "other")
            notFolders.push(path);
        else if (!EXPECTED_IN_STREAM.has(path))
            others.push(path);
        return [];
    });
    const runs = foldersNamed("", _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isYearName */ .nC)
        .flatMap((year) => foldersNamed(year, _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isDayName */ .O7))
        .flatMap((day) => foldersNamed(day, (name) => !name.startsWith(".")));
    const name = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lastName */ .UK)(stream.root.replaceAll("\\", "/"));
    if (!_evidence_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamName */ .iN.safeParse(name).success)
        others.push(`the name of the stream, ${name}`);
    return { name, files: stream, folder: at || ".", runs, notFolders, others, sample };
}


/***/ }),

/***/ 3449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ownerOf),
/* harmony export */   s: () => (/* binding */ findOverlaps)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77112);

/** Finds runs that are in more than one stream, and streams that are in more than one folder. */
function findOverlaps(streams) {
    const overlaps = new Map();
    const owners = new Map();
    for (const { stream, runs } of streams) {
        const problems = [];
        for (const run of runs.genuine) {
            const twin = owners.get(run.content);
            if (twin === undefined)
                owners.set(run.content, { stream, run });
            else if (twin.stream !== stream) {
                const place = `${twin.stream.folder}/${twin.run.runPath}`;
                problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)("duplicate", run, `is also ${place}: one run is in two streams`));
            }
        }
        const others = streams.filter((other) => other.stream !== stream && isSameSource({ stream, runs }, other));
        const folders = others.map((other) => other.stream.folder).join(", ");
        const weaknesses = others.length === 0
            ? []
            : [`the stream ${stream.name} is also in the folder ${folders}: either may lack runs of the other`];
        overlaps.set(stream, { problems, weaknesses });
    }
    return overlaps;
}
/** Whether two folders have the name and site of one stream, and no organisations that differ. */
function isSameSource(one, other) {
    const [first, second] = [one.runs.genuine[0], other.runs.genuine[0]];
    if (first === undefined || second === undefined)
        return false;
    if (one.stream.name !== other.stream.name || first.site !== second.site)
        return false;
    const [owner, otherOwner] = [ownerOf(one.runs.genuine), ownerOf(other.runs.genuine)];
    return owner === null || otherOwner === null || owner === otherOwner;
}
/** The first organisation that runs name; null where none does. */
function ownerOf(runs) {
    return runs.find(({ organization }) => organization !== null)?.organization ?? null;
}


/***/ }),

/***/ 77112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ instantWindow),
/* harmony export */   Ou: () => (/* binding */ windowOf),
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
/** The window that holds all of the instants; null where none is known. */
function windowOf(instants) {
    const known = instants.filter((at) => at !== null);
    if (known.length === 0)
        return null;
    return { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(Math.min(...known)), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(Math.max(...known)) };
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
/* harmony import */ var _evidence_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34791);
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
        startedAt: Date.parse(run.evidence?.startedAt ?? predicate.collectedAt),
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
        expectations: null,
        window: null,
        otherServer: null,
        collector: null,
        mapping: null,
        rules: null,
    };
    return { outcome, items: [], ...unknown };
}
function collectedOf({ validUntil, outcome, run, source, items, policy, collector, mapping, rules }, { share, once }) {
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
            expectations: policy?.results.map(({ id, item, result }) => ({ id, item, result })) ?? null,
        }),
        window: window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) },
        otherServer: (0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .otherServerOf */ .N)(source),
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
/* harmony export */   gs: () => (/* binding */ unnamedFlags),
/* harmony export */   jT: () => (/* binding */ isOfDates),
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
 * about it. It is not signed, so it only describes: what the auditor named
 * decides, and nothing in it excludes or excuses a run.
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
    if (chosenBy.kind === "dates")
        return runs.filter((run) => isOfDates(run, chosenBy.dates));
    const seed = lotSeed(head, chosenBy.nonce);
    const lot = new Map(runs.map((run) => [run, (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(`${seed}\n${run.statement}`)]));
    return runs.toSorted((a, b) => ((lot.get(a) ?? "") < (lot.get(b) ?? "") ? -1 : 1)).slice(0, chosenBy.count);
}
/** Whether the run was collected on one of the dates, in UTC. */
function isOfDates({ collectedAt }, dates) {
    return dates.includes(dayOf(collectedAt));
}
/** The dates on which no run was collected. */
function datesWithoutRun(runs, dates) {
    const days = new Set(runs.map(({ collectedAt }) => dayOf(collectedAt)));
    return dates.filter((date) => !days.has(date));
}
/** The flags that the auditor must still name before the sample can be known as the one that was asked for. */
function unnamedFlags({ chosenBy }, { selection, asked, }) {
    const kind = selection?.kind ?? chosenBy.kind;
    if (kind === "dates")
        return selection === null ? ["--dates"] : [];
    const { nonce, count } = selection?.kind === "nonce" ? selection : { nonce: null, count: null };
    // Without an end of the period, later runs could be left out until the draw pleases.
    const flags = [
        ["--nonce", nonce],
        ["--count", count],
        ["--from", asked.from],
        ["--to", asked.to],
    ];
    return flags.filter(([, value]) => value === null).map(([flag]) => flag);
}
/**
 * What does not fit in a sample. The draw is made again from what the auditor
 * named; only where nothing was named does `sample.json` say how.
 */
function sampleProblems(sample, { stream, runs, inside, selection, }) {
    const { chosenBy, head } = sample;
    const isLot = (selection?.kind ?? chosenBy.kind) === "nonce";
    // Days are days whatever the period is; a lot is drawn from the runs of the period.
    const drawnFrom = isLot ? inside : runs;
    const population = drawnFrom.filter(({ collected }) => collected !== null);
    const last = drawnFrom.at(-1)?.statement ?? "none";
    const size = population.length;
    const isMisdrawn = chosenBy.kind === "nonce" && chosenBy.seed !== lotSeed(head, chosenBy.nonce);
    const details = [
        selection === null ? null : selectionProblem(sample, selection),
        sample.stream === stream ? null : `is of stream ${sample.stream}, not of ${stream}`,
        head === last ? null : `names ${head} as the last statement, but that is ${last}`,
        sample.population === size ? null : `was drawn from ${sample.population} runs, but ${size} are here`,
        isMisdrawn ? "has a seed that is not the sha256 of its last statement and the nonce" : null,
    ];
    const chosen = selectRuns(population, { head: last, chosenBy: namedChoice(chosenBy, selection) });
    const lacking = chosen.filter(({ isStatementOnly }) => isStatementOnly);
    return [
        ...details.filter((detail) => detail !== null).map((detail) => [SAMPLE_NAME, detail]),
        ...lacking.map(({ runPath }) => [runPath, "is chosen, but its evidence is not here"]),
    ].map(([runPath, detail]) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Zw)("sample", { runPath, at: null }, detail));
}
/** The choice that the auditor named, filled up from the sample where nothing was named. */
function namedChoice(chosenBy, selection) {
    if (selection?.kind === "dates")
        return selection;
    if (selection === null || chosenBy.kind === "dates")
        return chosenBy;
    return {
        kind: "nonce",
        nonce: selection.nonce ?? chosenBy.nonce,
        count: selection.count ?? chosenBy.count,
    };
}
/** How the sample differs from what the auditor named, as a sentence; null where it does not. */
function selectionProblem({ chosenBy }, named) {
    if (named.kind === "nonce") {
        const { nonce, count } = named;
        const drawn = chosenBy.kind === "nonce" ? chosenBy : null;
        if (nonce !== null && drawn?.nonce !== nonce) {
            return `was not chosen by the nonce ${JSON.stringify(nonce)}`;
        }
        if (drawn === null)
            return "was not drawn by lot";
        return count === null || drawn.count === count
            ? null
            : `holds the lot of ${drawn.count} runs, not of ${count}`;
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
// EXTERNAL MODULE: ./lib/verify/run/verify-run.js
var verify_run = __webpack_require__(58702);
// EXTERNAL MODULE: ./lib/verify/stream/problems.js
var stream_problems = __webpack_require__(77112);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var bundle_statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var comparison_changes = __webpack_require__(30754);
// EXTERNAL MODULE: ./lib/policy/run-changes.js + 1 modules
var run_changes = __webpack_require__(42754);
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
    /** Compares the next run with the one before it: what is wrong as a sentence, or what the statement could not say. */
    next(summary, run) {
        this.#byStatement.set(summary.statement, summary);
        const result = this.#compare(run, this.#last);
        if (run.evidence !== null)
            this.#last = run;
        if (result === "unseen")
            this.#unseen.push(summary);
        return typeof result === "string" ? {} : result;
    }
    /**
     * Compares the runs that are left, once all are known, by reading each again
     * and the run before it. `load` gives null where a run cannot be read any more.
     */
    async finish(load) {
        const wrong = [];
        const derived = [];
        const unseen = [];
        for (const summary of this.#unseen) {
            const before = this.#byStatement.get(this.#comparedWith(summary.previous?.statement) ?? "");
            const [earlier, run] = [before && (await load(before.runPath)), await load(summary.runPath)];
            const result = run === null ? "unseen" : this.#compare(run, earlier ?? null);
            if (result === "unseen")
                unseen.push(summary);
            else if (result !== "same" && "wrong" in result)
                wrong.push([summary, result.wrong]);
            else if (result !== "same")
                derived.push([summary, result.derived]);
        }
        return { wrong, derived, unseen };
    }
    #compare({ statement, evidence, policy, signedBy }, earlier) {
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
        const compared = { evidence: earlier.evidence, policy: earlier.policy, sha256: earlier.contentSha256 };
        const judged = { evidence, policy };
        if (changes === null && earlier.signedBy !== signedBy) {
            return { derived: (0,comparison_changes/* notableChangesIn */.Qv)((0,run_changes/* deriveRunChanges */.G)(compared, judged)) };
        }
        const wrong = (0,run_changes/* runChangesProblem */.y)(changes, compared, judged);
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
            visit(runPath, verdict.run);
            const { wrong, derived } = replay.next(run, verdict.run);
            genuine.push(withNotable(run, derived));
            if (wrong !== undefined)
                problems.push(changesProblem(run, { detail: wrong, runs: genuine }));
            for (const remark of verdict.remarks)
                remarks.add(remark, runPath);
            continue;
        }
        const isUnread = typeof verdict === "string";
        const signed = isUnread || verdict.signedCollectedAt === null ? null : Date.parse(verdict.signedCollectedAt);
        const at = signed ?? (0,run_path/* claimedTime */.Nv)(runPath);
        // Nobody signs the name of a folder: it moves nothing out of the period that was signed to be in it.
        const touches = (0,stream_problems/* windowOf */.Ou)([signed, (0,run_path/* claimedTime */.Nv)(runPath)]);
        const why = isUnread ? verdict : (0,run_verdict/* failureDetail */.Kc)(verdict);
        doubtful.push({ runPath, at, statement: isUnread ? null : verdict.uncheckedStatement, isUnread });
        if (isUnread || verdict.isUnchecked)
            unchecked.push({ run: runPath, why, touches });
        else
            problems.push({ ...(0,stream_problems/* problemOf */.Zw)("not-genuine", { runPath, at }, why), touches });
    }
    const { wrong, derived, unseen } = await replay.finish(async (runPath) => {
        const verdict = await verdictOn(stream, runPath, trust);
        return typeof verdict === "string" ? null : verdict.run;
    });
    const others = stream.others.map((name) => `${name} is not part of a stream and was not read`);
    const changed = new Map(derived);
    return {
        genuine: genuine.map((run) => withNotable(run, changed.get(run))),
        doubtful,
        problems: [...problems, ...wrong.map(([run, detail]) => changesProblem(run, { detail, runs: genuine }))],
        unchecked,
        remarks: [...withRest(others), ...remarks.list(), ...unseenRemark(unseen)],
    };
}
/** Changes that do not follow contradict two runs, so the problem touches the run before as well. */
function changesProblem(run, { detail, runs }) {
    const before = runs.findLast(({ collectedAt }) => collectedAt < run.collectedAt)?.collectedAt ?? null;
    return { ...(0,stream_problems/* problemOf */.Zw)("changes", run, detail), touches: (0,stream_problems/* windowOf */.Ou)([before, run.collectedAt]) };
}
function withNotable(run, notable) {
    return notable === undefined ? run : { ...run, notable };
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
