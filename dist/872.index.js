export const id = 872;
export const ids = [872];
export const modules = {

/***/ 4140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ TRUST_FLAGS),
/* harmony export */   P6: () => (/* binding */ trustFilesWithin),
/* harmony export */   TM: () => (/* binding */ loadTrustTexts),
/* harmony export */   Ti: () => (/* binding */ loadTrustIfGiven),
/* harmony export */   Vc: () => (/* binding */ loadTrust),
/* harmony export */   WW: () => (/* binding */ readOtherCopies),
/* harmony export */   vs: () => (/* binding */ TRUST_NOTES)
/* harmony export */ });
/* harmony import */ var _platform_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41352);
/* harmony import */ var _platform_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11202);
/* harmony import */ var _verify_stream_copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22637);
/* harmony import */ var _verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66833);
/* harmony import */ var _verify_trust_roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91273);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36725);
/* harmony import */ var _given_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37990);







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
        description: `Authorities to trust, as trusted_root.json or .jsonl. By default the public ones of Sigstore as of ${_verify_trust_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_DATE */ .kI}.`,
    },
    "require-time": { description: "Exit with 2 where no trusted time proves when a run was signed." },
};
/** The closing sentence of `--help` for commands that verify. */
const TRUST_NOTES = "Trust comes only from the keys, roots and identities that you name, never from files beside the evidence.";
/** The trust that the flags name. Throws a sentence where they name none, or only half of an identity. */
async function loadTrust(given) {
    return (0,_verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrust */ .bn)(await loadTrustTexts(given));
}
/** The trust that the flags name; null where none of them is given. Throws as `loadTrust`. */
async function loadTrustIfGiven(given) {
    const isGiven = Object.keys(TRUST_FLAGS).some((name) => given.flags[name] !== undefined);
    return isGiven ? loadTrust(given) : null;
}
/** What the flags and the files that they name say about trust. Throws a sentence where they name none, or only half of an identity. */
async function loadTrustTexts(given) {
    const [keys, list, root] = [
        (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagList */ .zg)(given, "key"),
        (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "keys"),
        (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "trusted-root"),
    ];
    const identity = (0,_verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readIdentity */ .xN)({
        issuer: (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "issuer"),
        identity: (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "identity"),
        repositoryId: (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "repository-id"),
        ownerId: (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "owner-id"),
    });
    (0,_verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .ensureSomebodyTrusted */ .uD)(keys.length > 0 || list !== undefined || identity !== undefined);
    return {
        pems: await Promise.all(keys.map(async (file) => (0,_platform_text_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeText */ .g7)(await (0,_given_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readGivenFile */ .M)(file, "key")))),
        keysFile: list === undefined ? null : { name: list, bytes: await (0,_given_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readGivenFile */ .M)(list, "keys file") },
        identity,
        trustedRoot: root === undefined ? null : { name: root, bytes: await (0,_given_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readGivenFile */ .M)(root, "trusted root") },
        requiresTime: (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .isFlagSet */ .HX)(given, "require-time"),
    };
}
/** The named files of trust that are inside the evidence, where anyone who forges it can write too. */
async function trustFilesWithin(given, evidence) {
    const files = [...(0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagList */ .zg)(given, "key"), (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "keys"), (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .flagText */ .us)(given, "trusted-root")];
    const named = files.filter((file) => file !== undefined);
    const within = await Promise.all(named.map((file) => (0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersOverlap */ .Rw)(file, evidence)));
    return named.filter((_, index) => within[index] === true);
}
/** Reads the copies in a folder. Throws where they are the files that they would be compared with. */
async function readOtherCopies(folder, { path, trust }) {
    if ((await (0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersOverlap */ .Rw)(folder, path)) || (0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersShareFiles */ .YR)(folder, path))
        throw (0,_verify_stream_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .sameFilesFailure */ .ie)(folder, path);
    return (0,_verify_stream_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .readCopies */ .QX)((0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .diskFiles */ .Ts)(folder), trust);
}


/***/ }),

/***/ 579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ isOrAre),
/* harmony export */   GW: () => (/* binding */ SLOT_MARKS),
/* harmony export */   Gl: () => (/* binding */ nonZeroInWords),
/* harmony export */   HQ: () => (/* binding */ originSentences),
/* harmony export */   S1: () => (/* binding */ wasOrWere),
/* harmony export */   Ur: () => (/* binding */ periodInWords),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   d1: () => (/* binding */ organizationOf),
/* harmony export */   tD: () => (/* binding */ dueInWords),
/* harmony export */   uF: () => (/* binding */ unitOf)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18137);



/** What each exit code of a verdict is called, and as which outcome it is shown. */
const VERDICT_WORDS = {
    0: { word: "Genuine and complete", kind: "complete" },
    1: { word: "Not genuine", kind: "failed" },
    2: { word: "Not checked in full", kind: "failed" },
    3: { word: "Genuine, but not complete", kind: "partial" },
};
/** How each state of a slot is shown: by a class of the stylesheet, and by a letter where it was not met on time. */
const SLOT_MARKS = {
    met: { kind: "c", letter: "" },
    late: { kind: "l", letter: "L" },
    partial: { kind: "p", letter: "P" },
    failed: { kind: "f", letter: "F" },
    missing: { kind: "m", letter: "M" },
    declared: { kind: "d", letter: "D" },
    "not covered": { kind: "n", letter: "N" },
};
/** A period by its dates where both ends are midnight, with the last day included. */
function periodInWords(period) {
    if (period === null)
        return "no period";
    const { from, to } = period;
    if (!isMidnight(from) || !isMidnight(to))
        return `${from} to ${to}`;
    const last = (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(Date.parse(to) - 1);
    return (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(from) === last ? last : `${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(from)} to ${last}`;
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
/** How many slots of the stream were due, such as "30 days". */
function dueInWords(verdict) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .quantityOf */ .Ri)(verdict.slots.due, unitOf(verdict));
}
/** The verb of a number of things. */
function isOrAre(count) {
    return count === 1 ? "is" : "are";
}
/** The verb of a number of things in the past. */
function wasOrWere(count) {
    return count === 1 ? "was" : "were";
}
/** The counts that are not zero, under their names. */
function nonZeroInWords(counts, names) {
    return names
        .filter((each) => counts[each] > 0)
        .map((each) => `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .groupDigits */ .K9)(counts[each])} ${each}`)
        .join(", ");
}
/** The organisation as the latest run declares it; null where none does. */
function organizationOf(runs) {
    return runs.findLast(({ source }) => source !== null)?.source?.organization ?? null;
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
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .notFromDatadogInWords */ .Yp)(servers, { runs: count, all: runs.genuine - runs.declarations })];
}


/***/ }),

/***/ 99757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ registerTable),
/* harmony export */   R5: () => (/* binding */ verificationSentence),
/* harmony export */   Td: () => (/* binding */ registerHtml),
/* harmony export */   XJ: () => (/* binding */ registerMarkdown),
/* harmony export */   YI: () => (/* binding */ sourceParts),
/* harmony export */   pu: () => (/* binding */ registerSentence),
/* harmony export */   q4: () => (/* binding */ registerWord),
/* harmony export */   yv: () => (/* binding */ originOf),
/* harmony export */   zF: () => (/* binding */ runsInWords)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _render_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6988);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18137);
/* harmony import */ var _render_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27582);
/* harmony import */ var _render_renderer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83952);
/* harmony import */ var _render_style_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26674);
/* harmony import */ var _period_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(579);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58191);








/** The register as a self-contained page: no script, and no request to anywhere. */
function registerHtml(register) {
    return (0,_render_page_js__WEBPACK_IMPORTED_MODULE_1__/* .reportHtml */ .Ew)(registerDocument(register));
}
/** The register in Markdown. */
function registerMarkdown(register) {
    return (0,_render_page_js__WEBPACK_IMPORTED_MODULE_1__/* .reportMarkdown */ .uL)(registerDocument(register));
}
/** The items of all streams as one table. */
function registerTable({ streams }) {
    return (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)({
        caption: "",
        columns: ["Stream", ...ITEM_COLUMNS],
        below: "Controls",
        rows: streams.flatMap((stream) => stream.items.map((item) => {
            const { cells, below } = itemRow(item, stream);
            return { cells: [(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)(stream.name), ...cells], below };
        })),
    });
}
function registerDocument(register) {
    const { streams, isVerified, madeAt, version } = register;
    const names = (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(streams.map((stream) => stream.name));
    return {
        title: `Evidence register, ${(0,_render_page_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTitle */ .HV)(names)}, ${madeAt}`,
        running: {
            left: `Evidence register${isVerified ? "" : " · NOT VERIFIED"}`,
            right: madeAt,
            foot: `streams: ${(0,_render_page_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTitle */ .HV)(names)}`,
        },
        style: _render_style_js__WEBPACK_IMPORTED_MODULE_7__/* .STYLE */ .Y,
        masthead: {
            what: "the evidence register",
            title: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `Evidence register, ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)((0,_render_page_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTitle */ .HV)(names))}`,
            when: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(madeAt),
            leads: [registerSentence(register)],
            verdict: {
                kind: kindOf(register),
                word: registerWord(register),
                sentences: [...originOf(register), verificationSentence(register)],
            },
        },
        content: streams.map(streamSection),
        foot: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `Made by datadog-evidence ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)(version)} from the newest runs of ${streams.length === 1 ? "one stream" : `${streams.length} streams`}.`,
    };
}
function streamSection(stream, index) {
    const about = [...sourceParts(stream), runsInWords(stream)].map(_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU);
    return (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .section */ .uW)({
        id: `stream-${index + 1}`,
        title: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)(stream.name)} ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .soft */ .LN)((0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .joinWords */ .yZ)([...about, stream.verified ? "verified" : "not verified"]))}`,
    }, [
        (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)({
            caption: "Every item, by its newest run",
            columns: ITEM_COLUMNS,
            below: "Controls",
            rows: stream.items.map((item) => itemRow(item, stream)),
            kind: "overview",
            scroll: `items of ${stream.name}`,
        }),
    ]);
}
/** Where the stream is and whose it is: two streams may have one name. */
function sourceParts({ name: stream, folder, site, organization, verdict }) {
    const id = verdict.organization;
    const parts = [
        folder === stream || folder === "." ? null : `in ${folder}`,
        site,
        organization,
        id === organization ? null : id,
    ];
    return parts.filter((part) => part !== null);
}
/** How many runs the stream has, and their numbers in its chain. */
function runsInWords({ verdict: { runs, chain } }) {
    const count = `${runs.found} ${runs.found === 1 ? "run" : "runs"}`;
    if (chain.from === null)
        return count;
    const numbers = chain.to === null || chain.to === chain.from ? chain.from : `${chain.from} to ${chain.to}`;
    return `${count} (no. ${numbers})`;
}
const ITEM_COLUMNS = ["Item", "State", "Counted", "Evidence", "Where to look"];
/** An item under these columns. */
function itemRow(item, { site }) {
    const { controls, state } = item;
    const verb = state === "unknown" ? "Would support" : "Supports";
    const below = controls.length === 0 ? "Supports no control." : `${verb} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .controlsByFramework */ .qF)(controls).join(" · ")}`;
    const cells = [
        (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(_words_js__WEBPACK_IMPORTED_MODULE_6__/* .ITEM_NAMES */ .fH[item.id]),
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .stateWord */ .kc)(state),
        item.counted,
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .stackWords */ .q)([
            item.freshness === "fresh" ? item.freshness : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)(item.freshness),
            (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `collected ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(item.collectedAt)}`,
            (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `valid until ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(item.validUntil)}`,
            (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .phrase */ .MZ) `next due ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(item.nextDue)}`,
        ]),
        (0,_render_links_js__WEBPACK_IMPORTED_MODULE_3__/* .datadogLink */ .r)(site ?? "", { href: item.link, label: "open in Datadog" }),
    ];
    return { cells, below };
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
            .map(({ id, freshness }) => `${_words_js__WEBPACK_IMPORTED_MODULE_6__/* .ITEM_NAMES */ .fH[id]} of ${stream.name} are ${freshness}`));
    if (behind.length === 0)
        return "Every item of every stream has evidence that is still valid.";
    return `${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(behind.join("; "))}.`;
}
/** What was verified, as a sentence. */
function verificationSentence({ isVerified, streams }) {
    if (!isVerified)
        return "Nothing was verified: no key and no identity was named. Anybody could have written this evidence.";
    const broken = streams.filter(({ verified }) => !verified).map((stream) => stream.name);
    if (broken.length === 0)
        return "Every run that is here was verified.";
    return `Not every run of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)(broken)} is genuine, or could be checked: run verify to see why.`;
}
/** Which evidence is not from Datadog. */
function originOf({ streams }) {
    return [...new Set(streams.flatMap(({ verdict }) => (0,_period_words_js__WEBPACK_IMPORTED_MODULE_5__/* .originSentences */ .HQ)(verdict)))];
}


/***/ }),

/***/ 88813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ loadRegister),
/* harmony export */   Nk: () => (/* binding */ registerOf),
/* harmony export */   h: () => (/* binding */ NewestItems)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _platform_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32759);
/* harmony import */ var _verify_period_next_due_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91785);
/* harmony import */ var _verify_period_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97890);
/* harmony import */ var _verify_period_verify_period_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45856);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58191);






/** Reads every run of the streams, and verifies them where something to trust is given. */
async function loadRegister(streams, { trust, now }) {
    const newest = new NewestItems();
    const asked = { from: null, to: null };
    const verdicts = await (0,_verify_period_verify_period_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeStreams */ .H)(streams, { trust, asked, now, visit: newest.visit });
    return registerOf(streams, { verdicts, newest, isVerified: trust !== null, now });
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
    const codes = rows.flatMap(({ verdict, items }) => {
        const isFresh = items.length > 0 && items.every(({ freshness }) => freshness === "fresh");
        return [
            ...(isVerified && (verdict.exitCode === 1 || verdict.exitCode === 2) ? [verdict.exitCode] : []),
            ...(isFresh ? [] : [3]),
        ];
    });
    return {
        streams: rows,
        isVerified,
        exitCode: (0,_verify_period_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .worstExitCode */ .L)(codes),
        madeAt: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(now),
        version: _platform_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x,
    };
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
        counted: (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countsInWords */ .Pe)(item),
        controls,
        status: collection.status,
        collectedAt: evidence.collectedAt,
        validUntil: evidence.validUntil,
        nextDue: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)((0,_verify_period_next_due_js__WEBPACK_IMPORTED_MODULE_1__/* .nextDue */ .m)(evidence)),
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
/* harmony export */   Hn: () => (/* binding */ ensureNoPeriod),
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
/** Throws where flags that need several runs were given for a single run. */
function ensureNoPeriod(given) {
    const names = Object.keys(given).filter((name) => given[name] !== undefined);
    if (names.length === 0)
        return;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `${names.join(", ")}: a run folder has no period and no copies to compare`, {
        hint: "name the stream or the repository that contains the run",
    });
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
/** The worst of several exit codes: 1, then 2, then 3. */
function worstExitCode(codes) {
    for (const code of [1, 2, 3])
        if (codes.includes(code))
            return code;
    return 0;
}


/***/ }),

/***/ 45856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ judgeStreams),
  f: () => (/* binding */ verifyPeriod)
});

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/verify/stream/problems.js
var stream_problems = __webpack_require__(77112);
;// CONCATENATED MODULE: ./lib/verify/stream/chain.js


/** Runs that overlap may be committed in the other order, but their times differ by less: no run lasts longer. */
const LONGEST_RUN_MS = 6 * time/* HOUR_MS */.iQ;
/** The clocks of timestamp authorities may differ by this much. */
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
    /** Statements that already explain a missing number. Each explains only one. */
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
            .filter((run) => run.sequence !== null)
            .toSorted((a, b) => a.sequence - b.sequence || a.collectedAt - b.collectedAt);
        this.#byStatement = new Map(this.#inOrder.map((run) => [run.statement, run]));
    }
    findings() {
        // The last run with a smaller number; several may have the same one.
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
            this.#noteRestart(run);
        else if (run.previous === null)
            this.#checkBeginning(run);
        else if (predecessor === undefined)
            this.#checkMissing(run, lower);
        else
            this.#checkLink(run, predecessor);
        if (run.previous !== null)
            this.#checkFork(run, run.previous.statement);
        this.#checkTimes(run, predecessor);
    }
    #noteRestart(run) {
        const why = `the chain was restarted (${run.restart?.code}: ${run.restart?.message})`;
        // A removed run would lie between the latest earlier run and this one, so the problem covers that time.
        const before = this.#times.reduce((latest, at) => (at < run.collectedAt ? Math.max(latest, at) : latest), -Infinity);
        if (before > -Infinity)
            this.#problem("restart", run, `${why}, so an earlier run may have been removed unnoticed`, {
                collectedAt: before,
            });
        else
            this.#remarks.push(`${called(run)}: ${why}; no earlier run is here`);
    }
    #checkBeginning(run) {
        if (run.sequence !== 1) {
            this.#problem("broken-link", run, `is number ${run.sequence} but names neither a predecessor nor a reason`);
        }
        else
            this.#noteBeginning(run);
    }
    /** A chain begins once. */
    #noteBeginning(run) {
        if (this.#beginning === null)
            this.#beginning = run;
        else
            this.#problem("fork", run, `is a second beginning of the chain, after ${called(this.#beginning)}`);
    }
    #checkMissing(run, lower) {
        if (lower === null) {
            this.#noteBeginning(run);
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
        if (last === undefined || !statements.has(last) || statements.size < missing)
            return false;
        statements.delete(last);
        for (const statement of [last, ...[...statements].slice(0, missing - 1)])
            this.#used.add(statement);
        return true;
    }
    #checkLink(run, predecessor) {
        const { sequence } = predecessor;
        if (run.sequence === sequence + 1 && run.previous?.sequence === sequence)
            return;
        const said = `is number ${run.sequence} and names number ${run.previous?.sequence} as its predecessor`;
        this.#problem("broken-link", run, `${said}, but that statement is of ${called(predecessor)}`, predecessor);
    }
    #checkFork(run, statement) {
        const other = this.#followers.get(statement);
        if (other === undefined)
            this.#followers.set(statement, run);
        else
            this.#problem("fork", run, `has the same predecessor as ${called(other)}: the chain is forked`, other);
    }
    #checkTimes(run, predecessor) {
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

// EXTERNAL MODULE: ./lib/verify/stream/copies.js
var stream_copies = __webpack_require__(22637);
// EXTERNAL MODULE: ./lib/verify/stream/sample.js
var stream_sample = __webpack_require__(55706);
;// CONCATENATED MODULE: ./lib/verify/stream/sample-ends.js

/**
 * Whether the chain leads past both ends of what was asked for. A chain shows a
 * run that was left out only between two runs that are here, so a run before
 * and a run after each named day must be here too. `runs` are by time.
 */
function sampleEnds(runs, { selection, asked: { from, to }, now, }) {
    const chained = runs.filter(({ sequence }) => sequence !== null);
    const isLot = selection.kind === "nonce";
    const period = from === null || to === null ? [] : [{ from, to, name: "the period" }];
    const named = isLot
        ? period
        : selection.dates.map((date) => ({ from: Date.parse(date), to: Date.parse(date) + time/* DAY_MS */.sO, name: date }));
    const ends = named.flatMap((span) => endOf(chained, { span, now }));
    // A lot is of a period, and the last run of a stream is often in it.
    const isWeak = ({ isDue }) => isDue && !isLot;
    return {
        weaknesses: [
            ...named.flatMap((span) => beginningOf(chained, span)),
            ...ends.filter(isWeak).map(({ sentence }) => sentence),
        ],
        remarks: ends.filter((end) => !isWeak(end)).map(({ sentence }) => sentence),
    };
}
function beginningOf(chained, { from, to, name }) {
    const first = chained.find(({ collectedAt }) => collectedAt >= from);
    if (first === undefined || first.collectedAt >= to)
        return [];
    const isBeginning = chained.some(({ previous, restart }) => previous === null && restart === null);
    if (isBeginning || chained.some(({ collectedAt }) => collectedAt < from))
        return [];
    return [
        `the run before number ${first.sequence} is not in the sample: an earlier run of ${name} could have been left out`,
    ];
}
function endOf(chained, { span: { from, to, name }, now }) {
    const last = chained.at(-1);
    if (last === undefined || last.collectedAt >= to || last.collectedAt < from)
        return [];
    const validUntil = last.collected?.validUntil ?? null;
    const sentence = `no run after number ${last.sequence} is in the sample: a later run of ${name} could have been left out, so ask for a sample that was made after the next run`;
    // While its evidence is fresh, no later run need be there.
    return [{ sentence, isDue: validUntil === null || now >= Date.parse(validUntil) }];
}

// EXTERNAL MODULE: ./lib/verify/period/range.js
var period_range = __webpack_require__(85406);
// EXTERNAL MODULE: ./lib/verify/stream/run-summary.js
var run_summary = __webpack_require__(13038);
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
/** The first and the last of the runs, which are by time. */
function endsOf(runs) {
    const [first, last] = [runs[0], runs.at(-1)];
    return {
        first: first === undefined ? null : (0,run_summary/* runRef */.p)(first),
        last: last === undefined ? null : (0,run_summary/* runRef */.p)(last),
    };
}
/** The newest of the runs that collected, where it says how long it is valid. */
function newestOf(collecting) {
    const newest = collecting.at(-1);
    const validUntil = newest?.collected.validUntil ?? null;
    return newest === undefined || validUntil === null ? null : { ...(0,run_summary/* runRef */.p)(newest), validUntil };
}
/** By what and by whom the runs were made and signed. */
function makerFigures(runs) {
    return {
        collectors: changesSince(runs, ({ collected }) => collected?.collector ?? null),
        mappings: changesSince(runs, ({ collected }) => collected?.mapping ?? null),
        rules: changesSince(runs, ({ collected }) => collected?.rules ?? null),
        signers: changesSince(runs, ({ signedBy }) => signedBy),
        timed: runs.filter(({ signedAt }) => signedAt !== null).length,
        signedLate: runs.filter(({ isSignedLate }) => isSignedLate).map(lateRef),
    };
}
function lateRef(run) {
    return { ...(0,run_summary/* runRef */.p)(run), signedAt: run.signedAt === null ? null : (0,time/* formatTime */.fU)(run.signedAt) };
}
/** The servers that answered in the place of Datadog. */
function otherServers(runs) {
    const servers = runs.flatMap(({ collected }) => collected?.otherServer ?? []);
    return servers.length === 0 ? null : { runs: servers.length, servers: [...new Set(servers)].slice(0, 3) };
}
/** What of the sample is here. */
function sampleFigures({ chosenBy, without }, { runs, days }) {
    const all = runs.filter(({ collected }) => collected !== null);
    const here = all.filter(({ isStatementOnly }) => !isStatementOnly);
    const lacking = without.length === 0 ? "" : `; no run was collected on ${without.join(", ")}`;
    const chosen = chosenBy.kind === "dates"
        ? `chosen by the dates ${chosenBy.dates.join(", ")}${lacking}`
        : `${chosenBy.count} chosen by the nonce ${JSON.stringify(chosenBy.nonce)}${lacking}`;
    return { runs: here.length, of: all.length, chosen, days };
}
/** How the runs ended. */
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
/** The numbers of the runs in the chain, and where it was restarted. */
function chainFigures(runs) {
    const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
    return {
        from: numbers.reduce((least, each) => Math.min(least ?? each, each), null),
        to: numbers.reduce((most, each) => Math.max(most ?? each, each), null),
        notChained: runs.length - numbers.length,
        restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...(0,run_summary/* runRef */.p)(run), reason: run.restart }])),
    };
}
/**
 * The results of the expectations over the runs, which are in order of time, in the order in which they first
 * appear. Of a run that is not in a sample nothing is known.
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

// EXTERNAL MODULE: ./lib/verify/period/slots.js
var slots = __webpack_require__(58054);
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
/** Runs that name no organisation although a run before them does. */
function organizationWeakness(runs, isInside) {
    const since = runs.findIndex(({ organization }) => organization !== null);
    // Only a run whose evidence is here could name one.
    const unnamed = (since === -1 ? [] : runs.slice(since)).filter(({ organization, isStatementOnly, gap }) => organization === null && !isStatementOnly && gap === null);
    const [first, ...more] = unnamed.filter(isInside);
    if (first === undefined)
        return [];
    return [
        `${first.runPath} names no organisation${andMore(more)}, but earlier runs name ${(0,overlap/* ownerOf */.b)(runs) ?? ""}: nothing shows that it is the same`,
    ];
}
function andMore({ length }) {
    return length === 0 ? "" : `, and ${length} more`;
}
/** Rules only ever become stricter: a run that goes back to older ones is judged more mildly than the run before it. */
function rulesWeakness(runs, isInside) {
    let newest = 0;
    for (const run of runs) {
        const version = Number(run.collected?.rules ?? newest);
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
    return [
        `the slot of ${first.from}${andMore(more)} has only a run without chain and timestamp (${first.run}), although the stream has them: the holder of the key could have added it at any time`,
    ];
}
/** A cadence that gets longer and shorter again leaves out slots that were due before and after. */
function cadenceWeakness(runs, period) {
    const spans = (0,slots/* cadenceSpans */.rf)(runs);
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

;// CONCATENATED MODULE: ./lib/verify/period/stream-verdict.js















function scopeOf({ runs: { genuine }, copies, asked: wanted, selection = null, now }) {
    // The days of a sample decide alone where no period was asked for: then it is from the first of them to the last.
    const isWithoutPeriod = wanted.from === null && wanted.to === null;
    const days = selection?.kind === "dates" && isWithoutPeriod ? selection.dates : null;
    const starts = days?.map((day) => Date.parse(day));
    const asked = starts === undefined ? wanted : { from: Math.min(...starts), to: Math.max(...starts) + time/* DAY_MS */.sO };
    const runs = genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
    // Where no ends are named, the period holds every run that is known of: a copy may prove one that is gone.
    const period = (0,period_range/* effectivePeriod */.TI)((0,slots/* collectingRuns */.JW)([...runs, ...(copies?.own ?? [])]), asked, now);
    const isInside = ({ collectedAt }) => (0,period_range/* touchesPeriod */.fh)(period, (0,stream_problems/* instantWindow */.GV)(collectedAt));
    const inside = days === null ? runs.filter(isInside) : runs;
    return { runs, collecting: (0,slots/* collectingRuns */.JW)(runs), days, asked, period, inside, isInside, now };
}
/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
function streamVerdict(stream, input) {
    const { copies } = input;
    const { sample } = stream;
    const scope = scopeOf(input);
    const { runs, collecting, days, period, inside } = scope;
    const { problems, unchecked, outside, figures, chainRemarks } = findProblems(stream, input, scope);
    const lacks = findLacks(stream, input, scope);
    return {
        stream: stream.name,
        site: runs[0]?.site ?? copies?.own[0]?.site ?? null,
        organization: (0,overlap/* ownerOf */.b)(runs),
        notFromDatadog: otherServers(inside),
        folder: stream.folder,
        exitCode: (0,verdict/* worstExitCode */.L)([
            problems.length > 0 ? 1 : 0,
            unchecked.length > 0 || lacks.isNothing ? 2 : 0,
            lacks.isIncomplete ? 3 : 0,
        ]),
        period: period && (0,slots/* formatSpan */.QA)(period),
        runs: { found: stream.runs.length, ...runFigures(inside) },
        ...endsOf(inside),
        newest: newestOf(collecting),
        chain: chainFigures(inside),
        cadences: changesSince(inside, ({ cadence }) => cadence),
        slots: slotFigures(lacks.slotList),
        slotList: lacks.slotList,
        uncovered: sample === null ? uncoveredOf(scope).map(slots/* formatSpan */.QA) : [],
        items: itemFigures(inside),
        policy: lacks.policy,
        ...makerFigures(inside),
        declarations: lacks.declared,
        changes: inside.flatMap(({ runPath, collectedAt, notable }) => notable.map((change) => ({ run: runPath, collectedAt: (0,time/* formatTime */.fU)(collectedAt), ...change }))),
        witness: figures,
        sample: sample === null ? null : sampleFigures(sample, { runs: inside, days }),
        problems,
        unchecked,
        weaknesses: lacks.weaknesses,
        outside,
        remarks: [
            ...(lacks.isNothing ? [NOTHING] : []),
            ...input.runs.remarks,
            ...chainRemarks,
            ...lacks.remarks,
        ],
        notProven: notProvenSentences(inside, figures?.same ?? null),
    };
}
const NOTHING = "no run is in the period and none was due, so nothing can be shown about it";
/** What keeps the period from being complete, although each run is genuine. */
function findLacks({ sample }, { around, asked: wanted, selection = null, requiresExpectations = false }, scope) {
    const { runs, collecting, days, asked, period, inside, isInside, now } = scope;
    const { slotList, isNothingDue } = slotsOf(scope);
    const declared = declarationsIn(runs, period);
    const isExplained = declared.length > 0 || inside.some(({ gap }) => gap !== null);
    const isNothing = isNothingDue && !isExplained && (0,slots/* collectingRuns */.JW)(inside).length === 0;
    // Where days were named, what was collected on other days decides nothing.
    const deciding = days === null ? inside : inside.filter((run) => (0,stream_sample/* isOfDates */.jT)(run, days));
    const policy = policyFigures(deciding);
    const notHeld = requiresExpectations ? notHeldRemark(policy) : null;
    const withoutRun = (0,stream_sample/* datesWithoutRun */.JB)(collecting, selection?.kind === "dates" ? selection.dates : []);
    const ends = sample && selection && sampleEnds(runs, { selection, asked: wanted, now });
    const weaknesses = [
        ...(around?.weaknesses ?? []),
        ...(ends?.weaknesses ?? []),
        ...streamWeaknesses(runs, { collecting, slots: slotList, period, isInside }),
    ];
    // Anyone who takes evidence away could call the rest a sample; only the auditor who chose it knows.
    const unnamed = sample === null ? [] : (0,stream_sample/* unnamedFlags */.gs)(sample, { selection, asked: wanted });
    const isIncomplete = unnamed.length > 0 ||
        weaknesses.length > 0 ||
        notHeld !== null ||
        withoutRun.length > 0 ||
        deciding.some(isWanting) ||
        (days === null && declared.length > 0) ||
        slotList.some(({ state }) => state !== "met" && state !== "late");
    const remarks = [
        ...remarksOnEnds(collecting, { asked, now }),
        ...(ends?.remarks ?? []),
        ...(withoutRun.length > 0 ? [`no run was collected on ${withoutRun.join(", ")}`] : []),
        ...(notHeld === null ? [] : [notHeld]),
        ...(unnamed.length > 0
            ? [`this may not be the sample that was asked for: to check that, name its ${unnamed.join(", ")}`]
            : []),
    ];
    return { slotList, declared, policy, weaknesses, isNothing, isIncomplete, remarks };
}
/** What does not fit together or could not be checked, and on which side of the ends that were named. */
function findProblems({ name, sample }, { runs: { doubtful, problems, unchecked }, copies, around, asked, selection = null }, { runs, isInside }) {
    const chain = chainFindings(runs, doubtful);
    const compared = copies && (0,stream_copies/* compareCopies */.zj)(runs, { copies: copies.own, doubtful, isInside });
    // Ordered by the time at which each shows; one without a time comes first.
    const everything = [
        ...problems,
        ...streamConsistencyProblems(name, runs),
        ...chain.problems,
        ...(compared?.problems ?? []),
        ...(0,stream_copies/* foreignCopyProblems */.mD)(copies?.foreign ?? [], runs),
        ...(around?.problems ?? []),
        ...(sample === null ? [] : (0,stream_sample/* sampleProblems */.Jl)(sample, { stream: name, runs, selection, asked })),
    ].toSorted((a, b) => shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0));
    // Only an end that was named excludes anything: a run that did not verify may come after the last that did.
    const limits = { from: asked.from ?? -Infinity, to: asked.to ?? Infinity };
    return {
        problems: everything.filter(({ touches }) => (0,period_range/* touchesPeriod */.fh)(limits, touches)),
        unchecked: unchecked.filter(({ touches }) => (0,period_range/* touchesPeriod */.fh)(limits, touches)),
        outside: everything.filter(({ touches }) => !(0,period_range/* touchesPeriod */.fh)(limits, touches)),
        figures: compared?.figures ?? null,
        chainRemarks: chain.remarks,
    };
}
/** The slots of the period, and whether no run was due in it. */
function slotsOf({ runs, collecting, days, asked, period, now }) {
    if (period === null)
        return { slotList: [], isNothingDue: true };
    const gaps = runs.filter(({ gap }) => gap !== null);
    const due = (0,slots/* listSlots */.QY)(collecting, { period, gaps, weak: weakRuns(runs), now });
    if (days !== null) {
        const slotList = due.filter((slot) => isOnDays(slot, days));
        return { slotList, isNothingDue: slotList.length === 0 };
    }
    const before = asked.from === null
        ? []
        : (0,slots/* listSlotsBefore */.d_)(collecting, { from: asked.from, to: Math.min(period.to, now) });
    return { slotList: [...before, ...due], isNothingDue: due.length === 0 };
}
/** Whether the run itself keeps its period from being complete. */
function isWanting({ gap, collected, isSignedLate }) {
    return gap !== null || isSignedLate || collected?.outcome !== "complete";
}
/** Which runs have no policy, and which expectations are neither met nor accepted in a run; null where none. */
function notHeldRemark({ absent, expectations }) {
    const open = expectations.filter(({ broken, unknown }) => broken + unknown > 0).length;
    const parts = [
        ...(absent > 0 ? [`${absent} of the runs have no policy`] : []),
        ...(open > 0 ? [`${open} of the expectations are broken or unknown in a run`] : []),
    ];
    return parts.length === 0 ? null : `expectations are required, and ${parts.join(", and ")}`;
}
function isOnDays({ from, to }, days) {
    return days.some((day) => {
        const start = Date.parse(day);
        return Date.parse(from) < start + time/* DAY_MS */.sO && Date.parse(to) > start;
    });
}
/** When the problem shows; zero where it is not known. */
function shownAt({ run, touches: when }) {
    return (0,run_path/* claimedTime */.Nv)(run) ?? (when === null ? 0 : Date.parse(when.to));
}
function uncoveredOf({ collecting, period, now }) {
    if (period === null || collecting.length === 0)
        return [];
    // The future cannot have been looked at.
    const { from } = period;
    const to = Math.min(period.to, now);
    const windows = collecting.flatMap(({ collected }) => collected.window ?? []);
    return from < to ? (0,slots/* uncoveredSpans */.Zm)(windows, { from, to }) : [];
}
function remarksOnEnds(runs, { asked, now }) {
    const [first, last] = [runs[0], runs.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const remarks = [];
    if (asked.from !== null && asked.from < (0,slots/* slotStart */.px)(first.startedAt, first.cadence)) {
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

// EXTERNAL MODULE: ./lib/verify/stream/verify-stream.js + 1 modules
var verify_stream = __webpack_require__(56661);
;// CONCATENATED MODULE: ./lib/verify/period/verify-period.js







/** More are only counted. */
const MOST_SKIPPED = 5;
/**
 * Verifies every run of the streams, and how the runs fit together. Throws a
 * `Failure` where a sample was named and the streams are none, or where the period leaves out its days.
 */
async function verifyPeriod(streams, { trust, asked, witness, now, visit, verifyRuns = async (stream) => (0,verify_stream/* verifyStreamRuns */.Cv)(stream, trust, (runPath, run) => visit?.(runPath, run, stream)), selection = null, requiresExpectations = false, isWhole = false, skipped = [], }) {
    if (selection !== null)
        ensureSelects(selection, streams, asked);
    const verified = [];
    for (const stream of streams) {
        verified.push({ stream, runs: await verifyRuns(stream) });
    }
    const overlaps = (0,overlap/* findOverlaps */.s)(verified);
    const { byStream, others } = (0,stream_copies/* assignCopies */.F8)(witness?.runs ?? [], verified);
    const isInVain = witness !== null && !verified.some((each) => isCompared(each, byStream, asked));
    const verdicts = verified.map(({ stream, runs }) => {
        const copies = witness === null ? null : (byStream.get(stream) ?? null);
        const overlap = overlaps.get(stream);
        const weaknesses = [...(overlap?.weaknesses ?? []), ...(isInVain ? [IN_VAIN] : [])];
        const around = { problems: overlap?.problems ?? [], weaknesses };
        const demands = { asked, selection, requiresExpectations, now: now.getTime() };
        return streamVerdict(stream, { runs, copies, around, ...demands });
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
        exitCode: (0,verdict/* worstExitCode */.L)(verdicts.map(({ exitCode }) => exitCode)),
        streams: verdicts,
        remarks: [
            ...(witness?.remarks ?? []),
            ...remarks,
            ...skipped.slice(0, MOST_SKIPPED),
            ...(skipped.length > MOST_SKIPPED ? [`the same holds for ${skipped.length - MOST_SKIPPED} more`] : []),
        ],
    };
}
/**
 * The verdicts on streams, in their order. Without trust no signature is checked, and the runs are as they describe
 * themselves: for showing, never for believing.
 */
async function judgeStreams(streams, { trust, asked, witness = null, now, visit, }) {
    if (trust !== null)
        return (await verifyPeriod(streams, { trust, asked, witness, now, visit })).streams;
    const verdicts = [];
    for (const stream of streams) {
        const runs = await (0,verify_stream/* verifyStreamRuns */.Cv)(stream, null, (runPath, run) => visit(runPath, run, stream));
        verdicts.push(streamVerdict(stream, { runs, copies: null, asked, now: now.getTime() }));
    }
    return verdicts;
}
function ensureSelects(selection, streams, { from, to }) {
    if (streams.some(({ sample }) => sample === null)) {
        throw new failure/* Failure */.HR("input", "dates, nonce, count: these are no samples, but all runs of their streams", {
            hint: "leave them out, or name the folder that holds sample.json",
        });
    }
    const outside = (selection.kind === "dates" ? selection.dates : []).filter((day) => {
        const start = Date.parse(day);
        return (from !== null && start < from) || (to !== null && start + time/* DAY_MS */.sO > to);
    });
    if (outside.length === 0)
        return;
    throw new failure/* Failure */.HR("input", `dates: outside of --from and --to: ${outside.join(", ")}`, {
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
    return streamVerdict(absent, { runs, copies: { own: copies, foreign: [] }, asked, now });
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
            const verdict = await (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitFailure */ .DT)(async () => (0,_run_verify_run_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyRun */ .$)(await (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readRunFolder */ .MW)(files, path), trust));
            if (!(verdict instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) && verdict.run !== null)
                runs.push(summarize(path, verdict.run));
            else {
                const why = verdict instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? verdict.message : (0,_run_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .failureDetail */ .Kc)(verdict);
                remarks.push(`the copy ${path || "."} was not used for comparison: ${why}`);
            }
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
            // The problem touches the time of the run here and that of its copy.
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
/* unused harmony export hiddenEvidence */
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
const NOT_SEARCHED = new Set([".git", "node_modules", "__MACOSX"]);
/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", _sample_js__WEBPACK_IMPORTED_MODULE_4__/* .SAMPLE_NAME */ .pl]);
/** A git folder with so many entries is named without a look at the rest of them. */
const MOST_HIDDEN_ENTRIES = 500_000;
/** What belongs beside years. */
const EXPECTED_IN_STREAM = new Set([".gitattributes"]);
/** Tells a run folder, a stream and a repository apart by what they hold. Throws a `Failure` where it is none of them. */
function locateStreams(files) {
    const found = findStreams(files);
    if (found !== null)
        return found;
    const zip = files.list("").find(({ name, kind }) => kind === "file" && name.toLowerCase().endsWith(".zip"));
    const hint = zip === undefined
        ? "name a folder that holds evidence.json, a stream such as prod, or the repository of streams"
        : `first unzip ${zip.name}, then name the folder that it leaves`;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} is neither a run folder nor a stream nor a repository of evidence`, { hint });
}
/** The same, or null where the folder can be read and holds no evidence. */
function findStreams(all) {
    const files = withFewEntries(all);
    const entries = files.list("");
    const planted = (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(entries);
    if (planted.length > 0) {
        // One run holds no others: somebody who puts its files above a stream would hide that stream.
        const folders = foldersBelow(files, "", (entry) => !NOT_SEARCHED.has(entry.name));
        if (!folders.some((folder) => mayHoldRuns(files, folder)))
            return { kind: "run" };
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreadable", `${files.name} holds the files of a run (${planted.join(", ")}) and runs below it, or links that may lead to runs, so it is neither a run nor a stream`, { hint: "find out who put those files there; remove them to verify the rest" });
    }
    if (isStream(files, "")) {
        const streams = [streamAt(files, { all, at: "", sample: null })];
        return { kind: "streams", streams, isWhole: false, skipped: [] };
    }
    const sample = (0,_sample_js__WEBPACK_IMPORTED_MODULE_4__/* .readSample */ .dl)(files, entries);
    const { streams, skipped } = streamsBelow(files, { all, sample });
    return streams.length > 0 ? { kind: "streams", streams, isWhole: true, skipped } : null;
}
/** The same files, which refuse to list more entries in all than any evidence has. */
function withFewEntries(files, mostEntries = MOST_ENTRIES) {
    let room = mostEntries;
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
/** The folder and those below it, as deep as runs may be. */
function* foldersBelow(files, path, isEntered, deepest = DEEPEST_RUN) {
    const entries = files.list(path);
    yield { path, entries };
    if (deepest === 0)
        return;
    for (const entry of entries) {
        if (entry.kind !== "folder" || !isEntered(entry))
            continue;
        yield* foldersBelow(files, (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, entry.name), isEntered, deepest - 1);
    }
}
/** Whether the folder of a run, or one below it, holds other runs, or a link that may lead to them. */
function mayHoldRuns(files, { path, entries }) {
    const isBelow = path !== "";
    return ((isBelow && (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(entries).length > 0) ||
        entries.some(({ name, kind }) => kind === "other" && (isBelow || !(0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunFile */ .QN)(name))) ||
        isStream(files, path));
}
/** Says that runs are in a folder in which nobody looks for streams, or that it cannot be looked at; null where it holds none. */
function hiddenEvidence(all, at) {
    const folders = foldersBelow(withFewEntries(all, MOST_HIDDEN_ENTRIES), at, () => true);
    const holdsRuns = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .catchFailure */ .Oh)(() => folders.some(({ entries }) => (0,_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFilesAmong */ .Zz)(entries).length > 0));
    if (holdsRuns instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
        return `${at} was not searched for streams`;
    return holdsRuns ? `${at} holds runs, which were not verified` : null;
}
function isStream(files, path) {
    const years = files.list(path).filter(({ name, kind }) => kind === "folder" && (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isYearName */ .nC)(name));
    return years.some((year) => files.list((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, year.name)).some(({ name }) => (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isDayName */ .O7)(name)));
}
function streamsBelow(files, { all, sample }) {
    const streams = [];
    const skipped = [];
    const search = (path, depth) => {
        for (const { name, kind } of files.list(path)) {
            const at = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, name);
            const hidden = kind === "folder" && NOT_SEARCHED.has(name) ? hiddenEvidence(all, at) : null;
            if (hidden !== null)
                skipped.push(hidden);
            if (hidden !== null || (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isArchiverEntry */ .$2)({ name, kind }))
                continue;
            const isSearched = kind === "folder" && !NOT_SEARCHED.has(name);
            if (isSearched && isStream(files, at))
                streams.push(streamAt(files, { all, at, sample }));
            else if (isSearched && depth < DEEPEST)
                search(at, depth + 1);
            else if (isSearched || !EXPECTED.has(name))
                skipped.push(`${at} was not searched for streams`);
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
        const path = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(folder, name);
        if ((0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isArchiverEntry */ .$2)({ name, kind })) {
            if (kind === "folder" && hiddenEvidence(stream, path) !== null)
                others.push(path);
            return [];
        }
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

/***/ 55706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ datesWithoutRun),
/* harmony export */   Jl: () => (/* binding */ sampleProblems),
/* harmony export */   b0: () => (/* binding */ selectRuns),
/* harmony export */   dl: () => (/* binding */ readSample),
/* harmony export */   gs: () => (/* binding */ unnamedFlags),
/* harmony export */   jT: () => (/* binding */ isOfDates),
/* harmony export */   lY: () => (/* binding */ lotSeed),
/* harmony export */   pl: () => (/* binding */ SAMPLE_NAME)
/* harmony export */ });
/* unused harmony export Sample */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57697);
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
/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;
/** The sample that the folder of the entries is; null where it is none. Throws a `Failure` where its file is not ours. */
function readSample(files, entries) {
    const entry = entries.find(({ name }) => name === SAMPLE_NAME);
    if (entry === undefined)
        return null;
    if (entry.kind !== "file")
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("unreadable", `${SAMPLE_NAME} is not a regular file`);
    const json = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(files.read(SAMPLE_NAME, LARGEST_SAMPLE));
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
    return dates.includes((0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(collectedAt));
}
/** The dates on which no run was collected. */
function datesWithoutRun(runs, dates) {
    const days = new Set(runs.map(({ collectedAt }) => (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(collectedAt)));
    return dates.filter((date) => !days.has(date));
}
/** The flags that the auditor must still name before the sample can be known as the one that was asked for. */
function unnamedFlags({ chosenBy }, { selection, asked }) {
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
function sampleProblems(sample, { stream, runs, selection, asked, }) {
    const { chosenBy, head, period } = sample;
    const isLot = (selection?.kind ?? chosenBy.kind) === "nonce";
    const from = (isLot ? asked.from : null) ?? Date.parse(period.from);
    const to = (isLot ? asked.to : null) ?? Date.parse(period.to);
    const drawnFrom = runs.filter(({ collectedAt }) => collectedAt >= from && collectedAt < to);
    const population = drawnFrom.filter(isCollected);
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
    // Days are days whatever the period is; a lot is drawn from the runs of the period.
    const choosable = isLot ? population : runs.filter(isCollected);
    const chosen = selectRuns(choosable, { head: last, chosenBy: namedChoice(chosenBy, selection) });
    const lacking = chosen.filter(({ isStatementOnly }) => isStatementOnly);
    return [
        ...details.filter((detail) => detail !== null).map((detail) => [SAMPLE_NAME, detail]),
        ...lacking.map(({ runPath }) => [runPath, "is chosen, but its evidence is not here"]),
    ].map(([runPath, detail]) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Zw)("sample", { runPath, at: null }, detail));
}
function isCollected({ collected }) {
    return collected !== null;
}
/** The choice that the auditor named, filled up from the sample where nothing was named. */
function namedChoice(chosenBy, selection) {
    if (selection?.kind === "dates")
        return selection;
    if (selection === null || chosenBy.kind === "dates")
        return chosenBy;
    const { nonce, count } = selection;
    return { kind: "nonce", nonce: nonce ?? chosenBy.nonce, count: count ?? chosenBy.count };
}
/** How the sample differs from what the auditor named, as a sentence; null where it does not. */
function selectionProblem({ chosenBy }, named) {
    if (named.kind === "dates") {
        const dates = chosenBy.kind === "dates" ? chosenBy.dates : [];
        const lacking = named.dates.filter((date) => !dates.includes(date));
        return lacking.length === 0 ? null : `was not chosen by the dates ${lacking.join(", ")}`;
    }
    const { nonce, count } = named;
    const drawn = chosenBy.kind === "nonce" ? chosenBy : null;
    if (nonce !== null && drawn?.nonce !== nonce)
        return `was not chosen by the nonce ${JSON.stringify(nonce)}`;
    if (drawn === null)
        return "was not drawn by lot";
    return (count ?? drawn.count) === drawn.count
        ? null
        : `holds the lot of ${drawn.count} runs, not of ${count}`;
}


/***/ })

};
