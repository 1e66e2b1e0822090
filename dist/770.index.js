export const id = 770;
export const ids = [770];
export const modules = {

/***/ 36725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ isFlagSet),
/* harmony export */   us: () => (/* binding */ flagText),
/* harmony export */   xU: () => (/* binding */ flagTexts),
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
/** The values of the flags that take one and were given, as inputs of the same names. */
function flagTexts(given, names) {
    return Object.fromEntries(names.flatMap((name) => {
        const text = flagText(given, name);
        return text === undefined ? [] : [[name, text]];
    }));
}
/** Whether a switch was given. */
function isFlagSet({ flags }, name) {
    return flags[name] === true;
}


/***/ }),

/***/ 37990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readGivenFile),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _platform_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11202);
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




/** Keys, trusted roots and policies are some kilobytes. */
const LARGEST_FILE = 2_000_000;
/** The bytes of a file that the user names on the command line. Throws a `Failure` where it cannot be read. */
async function readGivenFile(file, what) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file), true);
            const { size } = await handle.stat();
            if (size > LARGEST_FILE)
                throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `the ${what} ${file} is too large (${size} bytes)`);
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
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw error;
        const code = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("unreadable", `the ${what} ${file} cannot be read (${code})`, { cause: error });
    }
}
/**
 * The bytes of a regular file of the job's workspace. Throws a `Failure` for a
 * file outside of it, a folder, a link on the way, and a file that is too large: what the workflow names
 * must be what its repository holds.
 */
async function readWorkspaceFile(file, { input, workspace }) {
    if (!workspace) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: GITHUB_WORKSPACE is not set, so there is no file to read`, {
            hint: "check out the repository before this step",
        });
    }
    const below = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(workspace, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(workspace, file));
    if (below === "" || below.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)[0] === ".." || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(below)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: must be a file inside the workspace of the job`);
    }
    const root = await realPathOf(workspace, input);
    if ((await realPathOf(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, below), input)) !== node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, below)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: is a link or behind one, and links are not followed`);
    }
    const folder = (0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .diskFiles */ .Ts)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(below)));
    const name = node_path__WEBPACK_IMPORTED_MODULE_1__.basename(below);
    if (folder.list("").find((entry) => entry.name === name)?.kind !== "file") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: is not a regular file`);
    }
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, below));
    if (size > LARGEST_FILE)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: the file is too large (${size} bytes)`);
    return folder.read(name, LARGEST_FILE);
}
async function realPathOf(file, input) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(file);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("input", `${input}: the file cannot be read (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error)})`, {
            hint: "check its name, and that the repository is checked out before this step",
            cause: error,
        });
    }
}


/***/ }),

/***/ 35074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ SecretSearch)
/* harmony export */ });
/* unused harmony export secretForms */
/* harmony import */ var _fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64144);

/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;
/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
function secretForms(secrets) {
    const forms = secrets.flatMap(partsOf).flatMap(encodings);
    // Longest first, so that a part never leaves the rest of the whole behind.
    return [...new Set(forms)]
        .filter((form) => form.length >= SHORTEST)
        .toSorted((a, b) => b.length - a.length);
}
/** The secret, and each line of it. */
function partsOf(secret) {
    if (secret === null || secret === undefined)
        return [];
    // The environment of some systems holds halves of characters, which no URL can encode.
    const plain = secret.toWellFormed().trim();
    // A PEM may be given as base64 of the whole; what it unwraps to is as secret.
    const decoded = Buffer.from(plain, "base64").toString("utf8");
    return [plain, ...linesOf(plain), ...linesOf(decoded.includes("-----BEGIN") ? decoded : "")];
}
function linesOf(text) {
    const lines = text.split(/\r?\n|\\r|\\n/).map((line) => line.trim());
    return lines.filter((line) => !line.startsWith("-----"));
}
/** Only a secret of so many letters and digits is found by its beginning or end: a shorter one may be of words. */
const LONG = 32;
/** So many of them are enough. Fewer leave too much of a secret unknown to be of use. */
const PIECE = 16;
/** Secrets of these kinds all begin in the same way: tokens of JSON, keys in DER, addresses. */
const ALIKE = /^(?:eyJ|M[CFHI]|https?:)/;
/** The beginning and the end of a long secret without blanks, as one that was cut leaves behind. */
function piecesOf(part) {
    const letters = [...part.matchAll(/[0-9a-z]/gi)].map(({ index }) => index);
    if (letters.length < LONG || !/^[!-~]*$/.test(part) || repeatsItself(part))
        return [];
    const beginning = part.slice(0, (letters[PIECE - 1] ?? 0) + 1);
    const end = part.slice(letters.at(-PIECE));
    return (ALIKE.test(part) ? [end] : [beginning, end]).filter((piece) => !repeatsItself(piece));
}
/** Whether a text is a shorter one again and again, as in `0000…` or `0123456789abcdef0123…`: ids and digests may hold that. */
function repeatsItself(text) {
    for (let period = 1; period <= text.length / 2; period += 1)
        if (text.slice(period) === text.slice(0, -period))
            return true;
    return false;
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
/** In other letters, in hexadecimal, or in base64 with any bytes before and after it. */
function disguises(text) {
    const written = [text, text.toLowerCase(), text.toUpperCase()];
    const bytes = written.map((each) => Buffer.from(each));
    const wide = written.map((each) => Buffer.from(each, "utf16le"));
    return [...bytes.map((each) => each.toString("hex")), ...[...bytes, ...wide].flatMap(base64Cores)];
}
/** The characters that the bytes alone decide, for each of the three places at which they may begin. */
function base64Cores(bytes) {
    return [0, 1, 2].map((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64url");
        const first = Math.ceil((before * 8) / 6);
        return text.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
    });
}
/** So many letters or digits lead to what begins with them. Six bits each, they fit into one number. */
const LEAD = 5;
const LEAD_MASK = 2 ** (LEAD * 6) - 1;
/**
 * Looks for secrets in texts, in disguise too: in other letters, with signs, blanks or invisible characters in between,
 * in hexadecimal, in base64 with anything beside it, with escapes of URLs, JSON or HTML; of a long one the beginning or
 * the end is enough. Only letters and digits are compared. A text is looked through once, however many secrets there are.
 */
class SecretSearch {
    #secrets;
    /** Null until the secrets are looked for. */
    #needles = null;
    constructor(secrets = []) {
        this.#secrets = [...secrets];
    }
    /** Looks for these from now on as well. */
    add(...secrets) {
        const others = secrets.filter((secret) => !this.#secrets.includes(secret));
        if (others.length === 0)
            return;
        this.#secrets.push(...others);
        this.#needles = null;
    }
    /** The forms that a runner masks, which compares texts as they are. */
    get masks() {
        return secretForms(this.#secrets);
    }
    /** Whether the text holds a secret. */
    isIn(text) {
        return isInReadings(text, this.#sought.all);
    }
    /** The text with `***` in place of each secret; a line that holds one in escapes is replaced as a whole. */
    conceal(text) {
        const { whole, all } = this.#sought;
        // Whole ones first: the beginning of one that is hidden by itself would keep the rest from being known.
        return concealIn(concealIn(text, whole), all);
    }
    get #sought() {
        this.#needles ??= {
            whole: new Needles(this.#secrets, { hasPieces: false }),
            all: new Needles(this.#secrets, { hasPieces: true }),
        };
        return this.#needles;
    }
}
function isInReadings(text, needles) {
    return readings(text).some((reading) => needles.isIn(reading));
}
function concealIn(text, needles) {
    const shown = needles.conceal(text);
    if (!isEscaped(shown))
        return shown;
    const lines = shown.split("\n").map((line) => (isInReadings(line, needles) ? HIDDEN : line));
    return lines.some((line) => line === HIDDEN) ? lines.join("\n") : shown;
}
/** What is looked for in a text as it is written. */
class Needles {
    /** By the first letters or digits, all that begins so; the longest first. */
    #byLead = new Map();
    /** Whether anything begins so: a bit for each digest of a lead, few enough for the fastest memory. */
    #leads = new Int32Array(2 ** 11);
    /** What has too few letters or digits to be found by them. */
    #exact;
    constructor(secrets, { hasPieces }) {
        const forms = secretForms(secrets);
        const parts = secrets.flatMap(partsOf).filter((part) => part.length >= SHORTEST);
        const pieces = hasPieces ? parts.flatMap(piecesOf) : [];
        const folded = [...forms, ...pieces.flatMap(encodings), ...[...parts, ...pieces].flatMap(disguises)].map(foldText);
        for (const needle of new Set(folded.filter((each) => each.length >= SHORTEST))) {
            let lead = 0;
            for (let at = 0; at < LEAD; at += 1)
                lead = (lead << 6) | symbolOf(needle.charCodeAt(at));
            const others = this.#byLead.get(lead) ?? [];
            this.#byLead.set(lead, [...others, needle].toSorted((a, b) => b.length - a.length));
            const slot = slotOf(lead);
            this.#leads[slot >>> 5] = (this.#leads[slot >>> 5] ?? 0) | (1 << (slot & 31));
        }
        this.#exact = forms.filter((form) => foldText(form).length < SHORTEST);
    }
    isIn(text) {
        return (this.#exact.some((form) => text.includes(form)) ||
            this.#find((0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .foldForeign */ .St)(text, foldCharacter), 0) !== null);
    }
    conceal(text) {
        let shown = text;
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
            const once = this.#exact.reduce((rest, form) => rest.replaceAll(form, HIDDEN), this.#concealFolded(shown));
            if (once === shown)
                return shown;
            // What was left and right of a secret may make another one.
            shown = once;
        }
        return HIDDEN;
    }
    #concealFolded(text) {
        const { plain, places } = (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .foldWithPlaces */ .s0)(text, foldCharacter);
        let shown = "";
        let from = 0;
        for (let found = this.#find(plain, 0); found !== null;) {
            const { start, end } = found;
            shown += `${text.slice(from, places?.[start] ?? start)}${HIDDEN}`;
            from = places?.[end] ?? end;
            found = this.#find(plain, end);
        }
        return from === 0 ? text : shown + text.slice(from);
    }
    /** The first secret at or after a place. */
    #find(text, from) {
        const leads = this.#leads;
        let lead = 0;
        let seen = 0;
        for (let at = from; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            const symbol = code < 128 ? SYMBOLS[code] : symbolOf(code);
            if (symbol === 0 || symbol === undefined)
                continue;
            lead = ((lead << 6) | symbol) & LEAD_MASK;
            seen += 1;
            const slot = slotOf(lead);
            if ((((leads[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0 || seen < LEAD)
                continue;
            const needles = this.#byLead.get(lead);
            if (needles === undefined)
                continue;
            const start = startOf(text, at);
            for (const needle of needles) {
                const end = endOf(text, start, needle);
                if (end !== null)
                    return { start, end };
            }
        }
        return null;
    }
}
const HIDDEN = "***";
/** A text that holds a secret inside a secret, deeper than this, is hidden as a whole: each round reads all of it. */
const MOST_ROUNDS = 10;
/** The place of the first of the letters or digits of a lead that ends there. */
function startOf(text, end) {
    let at = end;
    for (let left = LEAD - 1; left > 0;) {
        at -= 1;
        if (symbolOf(text.charCodeAt(at)) !== 0)
            left -= 1;
    }
    return at;
}
/** Where it ends if it begins there; null if it does not. */
function endOf(text, start, needle) {
    let same = 0;
    for (let at = start; at < text.length; at += 1) {
        const letter = letterOf(text.charCodeAt(at));
        if (letter === 0)
            continue;
        if (letter !== needle.charCodeAt(same))
            return null;
        same += 1;
        if (same === needle.length)
            return at + 1;
    }
    return null;
}
/** A code of ASCII as it is compared: small letters and digits as they are, capital letters as small ones, else 0. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
    const small = String.fromCharCode(code).toLowerCase();
    return /^[0-9a-z]$/.test(small) ? small.charCodeAt(0) : 0;
});
function letterOf(code) {
    return code < 128 ? (LETTERS[code] ?? 0) : code;
}
/** Six bits for a code that is compared, 0 for one that is not. */
const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
    const letter = letterOf(code);
    if (letter === 0)
        return 0;
    // 1 to 10 for digits, 11 to 36 for letters.
    return letter < 0x3a ? letter - 0x2f : letter - 0x56;
});
function symbolOf(code) {
    return code < 128 ? (SYMBOLS[code] ?? 0) : 37 + (code % 27);
}
function slotOf(lead) {
    return Math.imul(lead, 0x9e37_79b1) >>> 16;
}
/** Letters and digits only, as they are compared. */
function foldText(text) {
    const plain = (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .foldForeign */ .St)(text, foldCharacter);
    let folded = "";
    for (let at = 0; at < plain.length; at += 1) {
        const letter = letterOf(plain.charCodeAt(at));
        if (letter !== 0)
            folded += String.fromCharCode(letter);
    }
    return folded;
}
/** A letter or a digit in its plainest form; of all else nothing. */
function foldCharacter(character) {
    return character
        .normalize("NFKD")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
/** Escapes may be escaped again; further than this nobody goes by accident. */
const DEEPEST = 3;
/** The text as it is written, and as it reads when its escapes are taken for what they mean. */
function readings(text) {
    const all = [text];
    for (let last = text; all.length <= DEEPEST && isEscaped(last);) {
        const next = unescapeText(last);
        if (next === last)
            break;
        all.push(next);
        last = next;
    }
    return all;
}
function isEscaped(text) {
    return ESCAPED.test(text);
}
const ESCAPED = /[%=][0-9a-f]{2}|\\[bfnrtux]|&[#aglnqs]/i;
/** Escapes of URLs and of quoted-printable, of programs and JSON, of HTML; those of signs mean nothing here. */
const ESCAPES = /%(?<url>[0-9a-f]{2})|=(?<mail>[0-9A-F]{2})|\\x(?<byte>[0-9a-f]{2})|\\u\{?(?<unit>[0-9a-f]{4,6})\}?|&#x(?<hex>[0-9a-f]{1,6});?|&#(?<decimal>\d{1,7});?|&(?:amp|lt|gt|quot|apos|nbsp|shy);|\\[bfnrt]/gi;
function unescapeText(text) {
    return text.replaceAll(ESCAPES, (...found) => {
        const { url, mail, byte, unit, hex, decimal } = found.at(-1);
        const digits = url ?? mail ?? byte ?? unit ?? hex;
        const code = digits === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(digits, 16);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
    });
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

/***/ 14594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ shortenSummary)
/* harmony export */ });
/** GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_SUMMARY = 900_000;
/**
 * A summary that GitHub takes. Cuts after a whole line, never inside what is folded away, and says where the rest is:
 * `rest` ends the sentence "Cut here; the rest is in …".
 */
function shortenSummary(text, rest) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length <= LARGEST_SUMMARY)
        return text;
    const start = new TextDecoder().decode(bytes.subarray(0, LARGEST_SUMMARY));
    const whole = start.slice(0, start.lastIndexOf("\n"));
    const isFolded = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
    const end = isFolded ? "\n\n</details>" : "";
    return `${whole}${end}\n\nCut here; the rest is in ${rest}.\n`;
}


/***/ }),

/***/ 27582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ githubLink),
/* harmony export */   r: () => (/* binding */ datadogLink)
/* harmony export */ });
/* harmony import */ var _evidence_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34791);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81431);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);



/** A name, as a link when the address is a page of the given Datadog site. */
function datadogLink(site, link) {
    const url = webAddress(link.href);
    const label = (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(link.label);
    if (url === null || !(0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .isDatadogSite */ .wW)(site) || url.host !== (0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .appHost */ .gM)(site))
        return label;
    return linkTo(url, { label, onPaper: link.onPaper === true });
}
/** The run's number, as a link when the address is that of a run of the repository. */
function githubLink(run) {
    const url = webAddress(run.url);
    // The host is not compared: GitHub Enterprise has its own.
    const path = `/${run.repository}/actions/runs/${run.id}`;
    if (url === null || !`${url.pathname}/`.startsWith(`${path}/`))
        return (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(run.id);
    return (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${linkTo(url, { label: (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(run.id), onPaper: true })} ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .soft */ .LN)(`on ${url.host}`)}`;
}
function webAddress(href) {
    const url = URL.parse(href);
    if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "")
        return null;
    return url;
}
/** Markdown that people also read as it is shows the words alone. */
function linkTo(url, { label, onPaper }) {
    const kind = onPaper ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` class="address"` : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ``;
    return (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phraseOf */ .J8)(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<a href="${url.href}" rel="noreferrer"${kind}>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(label)}</a>`, (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${label}`.markdown);
}


/***/ }),

/***/ 81431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ markupLines),
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
    return new Markup(String.raw({ raw: strings }, ...values.map(escapeValue)));
}
/** The parts, one after the other. */
function joinMarkup(parts, separator = "") {
    return new Markup(parts.map(escapeValue).join(separator));
}
/** The parts, a line each. */
function markupLines(parts) {
    return joinMarkup(parts, "\n");
}
function escapeValue(value) {
    if (typeof value === "string")
        return escapeHtml(value);
    if (typeof value === "number")
        return String(value);
    if (value instanceof Markup)
        return value.toString();
    return "html" in value ? value.html().toString() : value.map(escapeValue).join("");
}
/** What somebody reads of the markup, for a terminal. Text in it is escaped, so every `<` begins a tag. */
function textOf(html) {
    const characters = new Map([...ENTITIES].map(([character, entity]) => [entity, character]));
    return html
        .toString()
        .replaceAll(/<[^<>]*>/gv, "")
        .replaceAll(/&(?:amp|lt|gt|quot|#39);/gv, (entity) => characters.get(entity) ?? entity);
}
/** Text as HTML, for elements and quoted attributes; what cannot be seen becomes its code point in ⟨ ⟩. */
function escapeHtml(text) {
    return text.replaceAll(NOT_PLAIN, (char) => {
        const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        return ENTITIES.get(char) ?? `⟨U+${hex}⟩`;
    });
}
/** Text as the content of a CSS string: everything but plain characters is a hexadecimal escape. */
function escapeCss(text) {
    return text
        .replaceAll(/\s/gv, " ")
        .replaceAll(/[^\p{L}\p{N} .,:_\-]/gv, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}


/***/ }),

/***/ 1846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ andMore),
/* harmony export */   x: () => (/* binding */ moreIn)
/* harmony export */ });
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18137);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83952);


/** The last entry of a list that leaves out so many; nothing where it leaves out none. */
function andMore(more) {
    return more > 0 ? [(0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `and ${more} more`] : [];
}
/** Where the rest of a list is that is too long for the page. */
function moreIn(place, { more, what }) {
    const rest = what === undefined ? "more" : `more ${what}`;
    return more > 0 ? [(0,_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `${more} ${rest} are in ${place}.`, "more")] : [];
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ organizationTitle),
/* harmony export */   Ew: () => (/* binding */ reportHtml),
/* harmony export */   HV: () => (/* binding */ shortTitle),
/* harmony export */   uL: () => (/* binding */ reportMarkdown)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41262);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81431);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18137);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83952);





const DISCLAIMERS = [
    "It says “supports”; it does not say that a control is met.",
    "Not affiliated with or endorsed by Datadog, ISO, IEC, AICPA or the publisher of any other framework. The titles of controls are our own short words.",
];
const LONGEST_TITLE = /^.{0,80}/sv;
/** Text for a title, cut when it is too long for one. */
function shortTitle(text) {
    const start = LONGEST_TITLE.exec(text)?.[0] ?? "";
    return start.length === text.length ? text : `${start}…`;
}
/** The organisation as a title names it. */
function organizationTitle(organization) {
    return shortTitle(organization ?? "Datadog");
}
/** The report as a self-contained page with a policy that allows nothing but its two style elements. */
function reportHtml({ title, running, style, symbols, masthead, content, foot }) {
    const titles = `:root { --running: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCss */ .Ne)(running.left)}"; --running-right: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCss */ .Ne)(running.right)}"; --running-foot: "${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCss */ .Ne)(running.foot)}"; }`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, style])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeHtml */ .ZD)(title)}</title>
<style>${titles}</style>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
${symbols?.toString() ?? ""}${mastheadHtml(masthead).toString()}
<main id="content" tabindex="-1">
${(0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .joinMarkup */ .Rm)(content, "\n\n").toString()}
</main>
<footer class="foot">
<p>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .htmlOf */ .Zq)(foot).toString()} ${DISCLAIMERS[0]}</p>
<p>${DISCLAIMERS[1]}</p>
</footer>
</div>
</body>
</html>
`;
}
/** The report in Markdown, for people without a browser. Nothing that somebody else named becomes markup. */
function reportMarkdown({ masthead, content, foot }) {
    const { what, title, when, leads, verdict } = masthead;
    const opening = [
        `# Compliance evidence: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)(title)}`,
        `${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)(what))}, ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)(when)}.`,
        [(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(`${verdict.word}.`)), ...verdict.sentences.map(_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)].join(" "),
        ...leads.map(_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ),
    ];
    const closing = [(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)((0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .phrase */ .MZ) `${foot} ${DISCLAIMERS[0]}`), (0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownOf */ .RQ)(DISCLAIMERS[1])];
    return `${[...opening, (0,_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .stackMarkdown */ .EK)(content), "---", ...closing].join("\n\n")}\n`;
}
function mastheadHtml({ what, title, when, leads, verdict }) {
    const { kind, word, sentences } = verdict;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .markup */ .PT) `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .htmlOf */ .Zq)(what)}</span></div>
<div class="cover cols">
<div>
<h1>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .htmlOf */ .Zq)(title)}</h1>
<p class="sub">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .htmlOf */ .Zq)(when)}</p>
${(0,_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .stackHtml */ .QI)(leads.map((lead) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)(lead, "lead")))}
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
${(0,_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .stackHtml */ .QI)(sentences.map((sentence) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)(sentence)))}
</div>
</div>
</header>`;
}
function policy(styles) {
    const hashes = styles.map((style) => `'sha256-${(0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSha256 */ .OL)(style, "base64")}'`);
    return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
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
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   Zq: () => (/* binding */ htmlOf),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   h5: () => (/* binding */ shownTime),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kV: () => (/* binding */ resultWord),
/* harmony export */   kc: () => (/* binding */ stateWord),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   lA: () => (/* binding */ jump),
/* harmony export */   q: () => (/* binding */ stackWords),
/* harmony export */   rL: () => (/* binding */ signOf),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   y1: () => (/* binding */ range),
/* harmony export */   yZ: () => (/* binding */ joinWords)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81431);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85600);



/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = 200;
const LONGEST_REMARK = 1000;
/** What can end neither its quotes nor the cell of a table. */
const IS_CODE = /^[\w*,.:?=\u0026%\/\-][\w *,.:?=\u0026%\/\-]{0,298}[\w*,.:?=\u0026%\/\-]$/v;
const RESULT_MARKS = {
    met: { mark: "●", kind: "clear" },
    accepted: { mark: "◆", kind: "attention" },
    broken: { mark: "×", kind: "failed" },
    unknown: { mark: "○", kind: "unknown" },
};
/** Nobody writes a longer word by hand: it is an address, a path or an id. */
const LONG_WORD = /[^\s\-]{25}/v;
const BLANKS = /(\s+)/v;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+\-]\d{2}:\d{2}))?$/v;
const STATE_MARKS = { attention: "▲", clear: "●", unknown: "○" };
const COLLECTION_MARKS = { complete: "✓", partial: "◐", skipped: "–", failed: "×" };
/**
 * A phrase from a template, such as `` phrase`Valid until ${time(at)}.` ``. The words of the template are ours;
 * every string that is put in is escaped.
 */
function phrase(strings, ...values) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(strings.flatMap((string, index) => [string, htmlOf(values[index] ?? "")])), () => String.raw({ raw: strings }, ...values.map(markdownOf)));
}
/** A phrase by its two notations; for what no other function here writes. */
function phraseOf(html, markdown) {
    return { kind: "phrase", html, markdown };
}
/** Words as HTML. */
function htmlOf(words) {
    if (typeof words === "number")
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `${groupDigits(words)}`;
    return typeof words === "string" ? wrappableText(words) : words.html();
}
/** Text in which only a word that is too long for a narrow column may break inside: best behind a slash. */
function wrappableText(text) {
    if (!LONG_WORD.test(text))
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `${text}`;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(text.split(BLANKS).map((part) => {
        if (!LONG_WORD.test(part))
            return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `${part}`;
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="long">${(0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(part.split(/(?<=\/)/v), "<wbr>")}</span>`;
    }));
}
/** Words as Markdown that people also read as it is. */
function markdownOf(words) {
    if (typeof words === "number")
        return groupDigits(words);
    if (typeof words !== "string")
        return words.markdown();
    // Part of a sentence may begin or end with a blank.
    return `${words.startsWith(" ") ? " " : ""}${(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(words)}${words.endsWith(" ") ? " " : ""}`;
}
/** The words one after the other. */
function joinWords(words, separator = ", ") {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(words.map(htmlOf), separator), () => words.map(markdownOf).join(separator));
}
/** The words each in a line of their own; Markdown has no lines within a cell. */
function stackWords(words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(words.map(htmlOf), "<br>"), () => words.map(markdownOf).join("; "));
}
/**
 * Text that somebody else wrote: its middle is left out when it is very long, and it is isolated, so that its direction
 * does not change the words around it.
 */
function name(text) {
    return boundedText(text, { longest: LONGEST_NAME, rest: "in evidence.json" });
}
/** A sentence with what somebody else wrote in it, such as a reason and what to do about it. */
function remark(text) {
    return boundedText(text, { longest: LONGEST_REMARK, rest: "left out" });
}
function boundedText(text, { longest, rest }) {
    return phraseOf(() => {
        const { start, end, left } = (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .cutMiddle */ .it)(text, longest);
        if (end === null)
            return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<bdi>${wrappableText(text)}</bdi>`;
        const more = soft(`${groupDigits(left)} more characters ${rest}`);
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<bdi>${wrappableText(start)}</bdi>… ${more} …<bdi>${wrappableText(end)}</bdi>`;
    }, () => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)((0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(text, longest)));
}
/**
 * An instant or a day. All instants of a page have one form, `2026-11-22T06:17:31Z`: evidence.json has their
 * fractions. Anything else that was given for one stays text.
 */
function time(text) {
    const shown = shownTime(text);
    if (!ISO_DATE.test(text))
        return name(text);
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<time datetime="${text}">${shown}</time>`, name(shown).markdown);
}
/** An instant in the form of the page, in whole seconds of UTC; anything else as it is. */
function shownTime(text) {
    if (!ISO_DATE.test(text) || !text.includes("T") || Number.isNaN(Date.parse(text)))
        return text;
    return `${new Date(text).toISOString().slice(0, "2026-11-22T06:17:31".length)}Z`;
}
/** The day of an instant, with the instant behind it; anything else stays text. */
function day(text) {
    if (!ISO_DATE.test(text))
        return name(text);
    const shown = (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(text);
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<time datetime="${text}">${shown}</time>`, () => shown);
}
/** Digits in groups of three, as 61 240. */
function groupDigits(value) {
    return value.toLocaleString("en-US").replaceAll(",", "\u202f");
}
/** A digest or a key, in a typeface in which 0 and O differ. */
function digest(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="digest">${text}</span>`, name(text).markdown);
}
/** A remark that matters less, or, as `meta`, in smaller type; Markdown puts it in parentheses. */
function soft(words, kind = "soft") {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="${kind}">${htmlOf(words)}</span>`, () => {
        const text = markdownOf(words);
        return text.startsWith("(") ? text : `(${text})`;
    });
}
function strong(words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<strong>${htmlOf(words)}</strong>`, () => `**${markdownOf(words)}**`);
}
/** A word of a program. */
function code(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<code>${wrappableText(text)}</code>`, () => (IS_CODE.test(text) ? `\`${text}\`` : (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(text)));
}
/** Words that lead to a place of the page. A heading's address differs between viewers of Markdown, so there the words must do. */
function jump(anchor, words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<a href="#${anchor}">${htmlOf(words)}</a>`, () => markdownOf(words));
}
/** Days or hours from one to another; a line breaks between them, never within. */
function range(text) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .joinMarkup */ .Rm)(text.split(" to ").map((part) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="nowrap">${part}</span>`), " to "), () => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(text));
}
/** Words with a class of the stylesheet, such as `meta`; plain in Markdown. */
function styled(kind, words) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="${kind}">${htmlOf(words)}</span>`, () => markdownOf(words));
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
/** The result of an expectation: a word and its mark. */
function resultWord(result) {
    const { mark, kind } = RESULT_MARKS[result];
    return markedWord(mark, { word: result, kind: `state ${kind}` });
}
function markedWord(mark, { word, kind }) {
    return phraseOf(() => (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="${kind}">${signOf(mark)}${word}</span>`, () => `${mark} ${word}`);
}
/** A mark beside a word that says the same, hidden from screen readers. */
function signOf(mark) {
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `<span class="sign" aria-hidden="true">${mark}</span>`;
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
/** Facts to file. */
function facts(rows) {
    return blockOf(() => {
        const pairs = rows.map(([term, fact]) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div><dt>${term}</dt><dd>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(fact)}</dd></div>`);
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<dl class="facts">\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(pairs)}\n</dl>`;
    }, () => rows.map(([term, fact]) => `- ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(term)}: ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(fact)}`).join("\n"));
}
/** Numbers in large type; a table of one row in Markdown. */
function figures(entries) {
    return blockOf(() => {
        const pairs = entries.map(({ label, value, isFloor, kind }) => {
            const floor = isFloor === true ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<small>at least </small>` : "";
            return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div${classOf(kind)}><dt>${label}</dt><dd>${floor}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(value)}</dd></div>`;
        });
        return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<dl class="figures">\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(pairs)}\n</dl>`;
    }, () => {
        const heads = entries.map(({ label }) => (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(label));
        return markdownTable(heads, [
            entries.map(({ value, isFloor }) => `${isFloor === true ? "at least " : ""}${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(value)}`),
        ]);
    });
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
        // Word by word, so that the blanks between them stay.
        .map((line) => line.split(" ").map((word) => (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(word, 4000)))
        .map((words) => `    ${words.join(" ")}`)
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
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(blocks);
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
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(entries.map((entry) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<li>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(entry)}</li>`));
}
function rowsOf(rows) {
    return (rows ?? []).map((row) => ("cells" in row ? row : { cells: row }));
}
function hasChecks({ rows }) {
    return rowsOf(rows).some(({ holds }) => holds !== undefined);
}
function tableHtml(parts) {
    const { caption, aside, columns: titles, kind, scroll } = parts;
    const heads = [...(hasChecks(parts) ? [""] : []), ...titles].map((title) => title === "" ? (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<td class="mark"></td>` : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<th scope="col">${title}</th>`);
    const remark = aside === undefined ? "" : (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` <span class="soft">· ${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(aside)}</span>`;
    const html = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<table${classOf(kind)}><caption>${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(caption)}${remark}</caption>
<thead><tr>${heads}</tr></thead>
${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(bodiesOf(parts))}
</table>`;
    if (scroll === undefined)
        return html;
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<div class="scroll" role="region" tabindex="0" aria-label="${scroll}">${html}</div>`;
}
function bodiesOf(parts) {
    const linesOf = (rows) => rowsOf(rows).map((row) => rowHtml(row, parts));
    const { rows, groups, columns: titles, below } = parts;
    if (groups !== undefined)
        return groups.map((group) => {
            const title = (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tr><th class="group" colspan="${titles.length}" scope="rowgroup">${(0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlOf */ .Zq)(group.heading)}</th></tr>`;
            return (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)([title, ...linesOf(group.rows)])}</tbody>`;
        });
    if (below !== undefined)
        return linesOf(rows).map((line) => (0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>${line}</tbody>`);
    return [(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `<tbody>\n${(0,_markup_js__WEBPACK_IMPORTED_MODULE_0__/* .markupLines */ .Ke)(linesOf(rows))}\n</tbody>`];
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
        .map((cells) => `| ${cells.map(oneLine).join(" | ")} |`)
        .join("\n");
}
/** A cell of a table may not go on in another line. */
function oneLine(cell) {
    if (!cell.includes("\n"))
        return cell;
    const lines = cell.split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "").join(" ");
}


/***/ }),

/***/ 85600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   XU: () => (/* binding */ printableText),
/* harmony export */   it: () => (/* binding */ cutMiddle),
/* harmony export */   jM: () => (/* binding */ shortenMiddle),
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
const LONGEST_PROSE = 4000;
/** One line of visible text of bounded length. What to do about something comes last, so the middle is left out. */
function visibleLine(text, longest = LONGEST) {
    const line = text.toWellFormed().replaceAll(INVISIBLE, "\u{fffd}").replaceAll(/\s+/g, " ").trim();
    const { start, end } = cutMiddle(line, longest);
    return end === null ? line : `${start}…${end}`;
}
/** The start and the end of a text that is too long, together as long as is asked for; the end is null where it is not. */
function cutMiddle(text, longest) {
    const points = Array.from(text);
    const left = points.length - longest;
    if (left <= 0)
        return { start: text, end: null, left: 0 };
    const kept = Math.ceil(longest / 2);
    return { start: points.slice(0, kept).join(""), end: points.slice(kept + left).join(""), left };
}
/**
 * A line for a terminal or a log. The runner obeys `::command::` at the start
 * of a line and `##[command]` anywhere in it.
 */
function logLine(text) {
    return shortenMiddle(visibleLine(text, Infinity), 1000)
        .replaceAll(/:(?=:)/g, ":\u200a")
        .replaceAll("##[", "##\u200a[");
}
/** At most so many UTF-16 units. A line that says what to do says it at its end, so the middle is left out. */
function shortenMiddle(text, longest) {
    if (text.length <= longest)
        return text;
    const end = Math.floor(longest * 0.4);
    return `${text.slice(0, longest - end - 3).trimEnd()} … ${text.slice(-end).trimStart()}`.toWellFormed();
}
/** Characters that act on a terminal or change the direction of a line; line breaks and tabs are none. */
const ACTING = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029]--[\t\n\r]]|\r(?!\n)/gv;
const ESCAPE = "\u001b";
/** What follows it in the colours that the program writes itself. */
const OWN_COLOURS = ["[31m", "[32m", "[33m", "[39m"];
/**
 * Everything that the program prints goes through here: no character of it acts on a terminal, and no line of it is a
 * command to the runner of GitHub Actions. JSON keeps its meaning, because it is escaped.
 */
function printableText(text, { hasColours = false } = {}) {
    if (isJson(text)) {
        return text
            .replaceAll(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
            .replaceAll("##[", String.raw `##\u005b`);
    }
    const [first = "", ...rest] = text
        .split(ESCAPE)
        .map((part) => part.replaceAll(ACTING, "\u{fffd}").replaceAll("##[", "##\u200a["));
    const isOwn = (part) => hasColours && OWN_COLOURS.some((colour) => part.startsWith(colour));
    return ([first, ...rest.map((part) => `${isOwn(part) ? ESCAPE : "\u{fffd}"}${part}`)]
        .join("")
        .split("\n")
        // The runner takes a line for a command after any blanks.
        .map((line) => line.replace(/^\s*:(?=:)/, "$&\u200a"))
        .join("\n"));
}
function isJson(text) {
    if (!/^[{[]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Text inside a Markdown table cell or sentence: nothing in it is markup, a link
 * or a mention. Mentions and references are looked for after entities were
 * decoded, so a thin space parts them from their sign.
 */
function escapeMarkdown(text) {
    return visibleLine(text, LONGEST_PROSE)
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
    const escaped = escapeMarkdown(text);
    if (LINKED.test(visibleLine(text, LONGEST_PROSE)))
        return escaped;
    return (escaped
        .replaceAll(/(?<=[\p{L}\p{N}])&#(?:43|45|46|95);(?=[\p{L}\p{N}])/gu, decodeEntity)
        .replaceAll(/(?<=[\p{L}\p{N};] )&#45;(?= )|(?<=[\p{L}\p{N};])&#58;(?= |$)|(?<=\p{N})&#58;(?=\p{N})/gu, decodeEntity)
        // The end of a sentence. A number that begins a line would make a list.
        .replaceAll(/(?<=[\p{L};])&#46;(?= |$)/gu, decodeEntity)
        .replaceAll(/(?<=\p{N})&#46;(?= |$)/gu, (entity, offset, line) => line.slice(0, offset).includes(" ") ? decodeEntity(entity) : entity)
        // A flag of a program, such as --from.
        .replaceAll(/(?<=^| |&#40;)&#45;&#45;(?=\p{L})/gu, "--")
        .replaceAll(/&#(?:34|39|40|41|47);/g, decodeEntity));
}
function decodeEntity(entity) {
    return String.fromCodePoint(Number(entity.slice(2, -1)));
}


/***/ }),

/***/ 26674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ STYLE)
/* harmony export */ });
/**
 * The stylesheet that all reports share: constant, so that its hash in the page's policy is too. Running titles
 * for paper are in a style element of their own.
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
/* Only a word that is too long for a narrow column breaks inside. */
.long, .digest { overflow-wrap: anywhere; }
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
.facts dd { margin: 0; }

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
/* A phone shows every column but digests without scrolling. */
@media (max-width: 26rem) {
  .scroll > table:not(.files) > * > tr > * { font-size: .625rem; padding-right: .15rem; }
  .scroll .state { font-size: .625rem; } .scroll .sign { width: 1.1em; }
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
  .foot { margin-top: 1.5rem; }
  .masthead { padding-top: 0; }
  .cover { padding: 1.75rem 0 1.25rem; }
  section, article { padding-top: 1.75rem; }
  .new-page { break-before: page; padding-top: 0; }
  .head, h3, h4, caption, thead, summary { break-after: avoid; }
  .head, .facts > div, tr, li, figure, .figures { break-inside: avoid; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; color: var(--ink); }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  a.address::after { content: " (" attr(href) ")"; font: .75em var(--mono); overflow-wrap: anywhere; }
  pre { font-size: 6.5pt; padding: .5rem .7rem; }
  .cover { grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 0 2rem; }
  /* Below one another, so that a long column beside a short one leaves no page empty. */
  .cols:not(.cover) { display: block; }
  .cols > .notes { columns: 2; column-gap: 2rem; margin-top: .8rem; }
  .notes > h3:first-child { margin-top: 0; }
  .two { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}
`;


/***/ }),

/***/ 58191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ controlsOnOneLine),
/* harmony export */   Bs: () => (/* binding */ statesInWords),
/* harmony export */   C8: () => (/* binding */ CHANGED_NAMES),
/* harmony export */   K4: () => (/* binding */ countInWords),
/* harmony export */   Lz: () => (/* binding */ outcomeInWords),
/* harmony export */   OB: () => (/* binding */ runOriginSentences),
/* harmony export */   OW: () => (/* binding */ supportInWords),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   Qk: () => (/* binding */ countLabel),
/* harmony export */   Ri: () => (/* binding */ quantityOf),
/* harmony export */   SV: () => (/* binding */ itemNames),
/* harmony export */   TS: () => (/* binding */ completenessInWords),
/* harmony export */   Yp: () => (/* binding */ notFromDatadogInWords),
/* harmony export */   b5: () => (/* binding */ isFloor),
/* harmony export */   eD: () => (/* binding */ GRADE_WORDS),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fH: () => (/* binding */ ITEM_NAMES),
/* harmony export */   g0: () => (/* binding */ organizationInWords),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   jA: () => (/* binding */ reasonInWords),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   qF: () => (/* binding */ controlsByFramework),
/* harmony export */   xy: () => (/* binding */ compareControlIds)
/* harmony export */ });
/* harmony import */ var _evidence_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34791);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);



/** What the items are called in running text. */
const ITEM_NAMES = {
    "security-signals": "security signals",
    "compliance-monitors": "compliance monitors",
    "cspm-findings": "CSPM findings",
};
/** The items as "security signals and CSPM findings". */
function itemNames(items) {
    return list(items.map(({ id }) => ITEM_NAMES[id]));
}
/** What something that changed is called in running text. */
const CHANGED_NAMES = { ...ITEM_NAMES, policy: "policy" };
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
function figuresOf({ collection, result, }) {
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
    return `${isFloor(item) ? "at least " : ""}${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(value)}`;
}
/** The organisation as the user declares it. */
function organizationInWords(organization) {
    return organization === null
        ? "not declared"
        : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(organization)} ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .soft */ .LN)("as declared by the user")}`;
}
/** The outcome as a sentence: what was collected, what it supports, and what it does not say. */
function outcomeInWords(evidence) {
    const named = (status) => itemNames(evidence.items.filter(({ collection }) => collection.status === status));
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
    const named = (state) => itemNames(items.filter(({ result }) => result.state === state));
    const attention = named("attention");
    const clear = named("clear");
    const unknown = named("unknown");
    const clauses = [
        attention && `${attention} need attention`,
        clear && `${clear} are clear`,
        unknown && `the state of ${unknown} is unknown, which is not clear`,
    ];
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(`${clauses.filter(Boolean).join("; ")}.`);
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
/** How an item supports a control, and what the organisation's own mapping did to that. */
function supportInWords({ support, organisation }) {
    return organisation === undefined ? support : `${support}, ${organisation.did} by the organisation`;
}
/** Controls on one line, each with its support, for a cell of a spreadsheet. */
function controlsOnOneLine(controls) {
    return controls
        .map((control) => `${control.framework} ${control.id} (${supportInWords(control)})`)
        .join("; ");
}
/** Controls as "ISO/IEC 27001:2022 A.8.16, A.5.25", one entry for each framework. */
function controlsByFramework(controls) {
    const frameworks = Map.groupBy(controls, (control) => control.framework);
    return [...frameworks].map(([framework, members]) => `${framework} ${[...new Set(members.map((member) => member.id))].toSorted(compareControlIds).join(", ")}`);
}
/** A reason as sentences. */
function reasonInWords(reason) {
    return [reason.message, reason.hint ?? ""].filter(Boolean).map(sentence).join(" ");
}
/** Text as a sentence, with a capital and a full stop. */
function sentence(text) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(/[.!?]$/v.test(text) ? text : `${text}.`);
}
/** Words as "a, b and c". */
function list(words) {
    if (words.length < 2)
        return words.join("");
    return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
// An item whose state is unknown supports nothing yet, whatever it is mapped to.
function supportClauses(items) {
    const controlsWhere = (isKnown) => items.filter((item) => (item.result.state !== "unknown") === isKnown).flatMap((item) => item.controls);
    const known = controlsWhere(true);
    const direct = known.filter(({ support }) => support === "direct");
    const claimed = without(known, direct);
    const supported = controlsByFramework(direct);
    const unknown = controlsByFramework(without(controlsWhere(false), known).filter(({ support }) => support === "direct"));
    return [
        supported.length > 0 ? `it supports ${list(supported)}` : "it supports no control directly",
        ...(claimed.length > 0 ? [`the support of ${list(controlsByFramework(claimed))} is only claimed`] : []),
        ...(unknown.length > 0 ? [`for ${list(unknown)} the state is unknown`] : []),
    ];
}
function without(controls, others) {
    return controls.filter(({ framework, id }) => !others.some((other) => other.framework === framework && other.id === id));
}
/** Compares the numbers of controls: A.8.9 comes before A.8.16. */
function compareControlIds(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
}
/** That the evidence is not from Datadog, where it is not; said before all else. */
function runOriginSentences({ source }) {
    const server = (0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .otherServerOf */ .NZ)(source);
    return server === null ? [] : [notFromDatadogInWords([server])];
}
/** What evidence of another server than Datadog's is named as. */
function notFromDatadogInWords(servers, of = { runs: 1, all: 1 }) {
    const which = of.runs === of.all ? "" : ` in ${of.runs} of ${of.all} runs`;
    return `This evidence is not from Datadog: a server at ${list(servers)} gave the answers${which}.`;
}
/** A number of units, such as "1 day" or "12 days". */
function quantityOf(count, unit) {
    return `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .groupDigits */ .K9)(count)} ${unit}${count === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 91785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ nextDue)
/* harmony export */ });
/* harmony import */ var _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60197);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92062);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58054);



/** When the run after this one is due: when its schedule fires in the next slot, else when that slot begins. */
function nextDue({ collectedAt, stream, run, }) {
    const length = _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_0__/* .CADENCE_MS */ .Tp[stream.cadence];
    const next = (0,_slots_js__WEBPACK_IMPORTED_MODULE_2__/* .slotStart */ .px)(Date.parse(collectedAt), stream.cadence) + length;
    const schedule = run.github?.schedule ?? null;
    const fire = schedule === null ? null : new _schedule_js__WEBPACK_IMPORTED_MODULE_1__/* .Schedules */ .v().firstFire(schedule, next);
    return new Date(fire === null || fire >= next + length ? next : fire);
}


/***/ }),

/***/ 92062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ Schedules)
/* harmony export */ });
/* harmony import */ var croner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55814);

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
        return new croner__WEBPACK_IMPORTED_MODULE_0__/* .Cron */ .l4(schedule, { utcOffset: 0, paused: true, mode: "5-part" });
    }
    catch {
        // What is signed may be no schedule at all; then lateness counts from the slot's beginning.
        return null;
    }
}


/***/ }),

/***/ 58054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ collectingRuns),
/* harmony export */   QA: () => (/* binding */ formatSpan),
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




/** A run is late if it comes this long after it was due, or half a slot after, whichever is shorter. */
const LATE_MS = 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** Zones differ by quarters of an hour. */
const ZONE_MS = _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ / 4;
/** With fewer runs a shift may be chance. */
const FEWEST_RUNS = 3;
/** A day on which clocks are set back has 25 hours; runs are some minutes late. */
const LONGEST_DAY_MS = 26 * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ;
/** More than ten years of hours; a run of an absurd date must not make millions. */
const MOST_SLOTS = 100_000;
/** The span as verdicts name it. */
function formatSpan({ from, to }) {
    return { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(from), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(to) };
}
function slotOf(span, found) {
    return { ...formatSpan(span), ...found };
}
/** The beginning of the slot that holds the instant. */
function slotStart(at, cadence) {
    return Math.floor(at / _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence]) * _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence];
}
/** The runs that collected evidence, by the time at which they began. */
function collectingRuns(runs) {
    const collecting = runs.filter((run) => run.collected !== null);
    return collecting.toSorted((a, b) => a.startedAt - b.startedAt);
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
    const known = schedulesAfter(runs);
    const slots = [];
    // A future slot is due only where it has a run.
    const to = Math.min(period.to, Math.max(now, (runs.at(-1)?.startedAt ?? now) + 1));
    for (const slot of spansOf(runs, { from: period.from, to })) {
        const [first, end] = [countBefore(runs, slot.from), countBefore(runs, slot.to)];
        const inside = runs.slice(first, end);
        if (slot.to <= period.from || (inside.length === 0 && slot.to > now))
            continue;
        const bridge = inside.length === 0 ? clockChange(slot, runs[first - 1], runs[first]) : null;
        if (bridge !== null) {
            slots.push(bridge);
            continue;
        }
        const schedule = known[end] ?? null;
        const fire = schedule === null ? null : schedules.firstFire(schedule, slot.from);
        const shift = schedule === null ? 0 : (shifts.get(schedule) ?? 0);
        const due = fire === null || fire >= slot.to ? slot.from : fire + shift;
        // Where no run of a sample says when runs were due, none is called late.
        const isUnknown = fire === null && inside.some(({ isStatementOnly }) => isStatementOnly);
        const lateAfter = isUnknown ? slot.to : due + Math.min(LATE_MS, (slot.to - slot.from) / 2);
        const nextFire = schedule === null ? null : schedules.firstFire(schedule, slot.to);
        const byStrength = inside.toSorted((a, b) => Number(weak.has(a)) - Number(weak.has(b)));
        slots.push(slotVerdict(slot, { inside: byStrength, declared, lateAfter, nextFire }));
    }
    return slots;
}
/**
 * How much later than in UTC each schedule fires: evidence does not name the time zone of a schedule (`timezone` of
 * GitHub). If every run of a schedule comes later than UTC would say, the smallest delay is its zone.
 */
function zoneShifts(runs, schedules) {
    const delays = runs.flatMap(({ startedAt, cadence, collected: { schedule } }) => {
        const fire = schedule === null ? null : schedules.firstFire(schedule, slotStart(startedAt, cadence));
        return schedule === null || fire === null ? [] : [{ schedule, delay: startedAt - fire }];
    });
    const shifts = new Map();
    for (const [schedule, each] of Map.groupBy(delays, (one) => one.schedule)) {
        const least = each.reduce((one, { delay }) => Math.min(one, delay), Infinity);
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
    const detail = `the runs around it are less than ${LONGEST_DAY_MS / _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ} h apart, as where the clock of a schedule changes`;
    return slotOf({ from, to }, { state: "met", run: after.runPath, detail });
}
/** How many of the runs, which are by time, began before the instant. */
function countBefore(runs, instant) {
    let [low, high] = [0, runs.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((runs[middle]?.startedAt ?? Infinity) < instant)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** The schedule after no run, after the first, and so on, as far as it is known. */
function schedulesAfter(runs) {
    const named = runs.map(({ collected }) => collected.schedule);
    // Statements do not name the schedule: in a sample, that of its first run holds from the beginning.
    const isSample = runs.some(({ isStatementOnly }) => isStatementOnly);
    const known = [isSample ? (named.find((schedule) => schedule !== null) ?? null) : null];
    for (const schedule of named)
        known.push(schedule ?? known.at(-1) ?? null);
    return known;
}
/**
 * The slots from the beginning that was asked for to the first run: nothing was collected then, so nothing is known
 * of them.
 */
function listSlotsBefore([first], { from, to }) {
    if (first === undefined)
        return [];
    const before = {
        from: slotStart(from, first.cadence),
        to: Math.min(to, slotStart(first.startedAt, first.cadence)),
        length: _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[first.cadence],
    };
    if (countOf(before) > MOST_SLOTS)
        throw tooMany(`from ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(from)} to ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(before.to)}`);
    const detail = "before the first run that is here";
    return divide(before).map((span) => slotOf(span, { state: "not covered", run: null, detail }));
}
function tooMany(which) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("unreadable", `the period holds more than ${MOST_SLOTS} slots: ${which}`, {
        hint: "name a shorter period with --from and --to",
    });
}
/**
 * The slots of the period. Around a change of cadence, the slot that holds the change counts in both. Throws a
 * `Failure` where there are too many.
 */
function spansOf(runs, period) {
    const parts = cadenceSpans(runs).map(({ cadence, from, to }) => ({
        from: slotStart(Math.max(from, period.from), cadence),
        to: Math.min(period.to, to),
        length: _evidence_projection_times_js__WEBPACK_IMPORTED_MODULE_1__/* .CADENCE_MS */ .Tp[cadence],
    }));
    if (parts.reduce((sum, part) => sum + countOf(part), 0) > MOST_SLOTS) {
        const [first, last] = [runs[0]?.collectedAt ?? 0, runs.at(-1)?.collectedAt ?? 0];
        throw tooMany(`its runs are dated ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(first)} to ${(0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(last)}`);
    }
    return parts.flatMap(divide);
}
function countOf({ from, to, length }) {
    return Math.max(0, Math.ceil((to - from) / length));
}
function divide(span) {
    const { from, length } = span;
    return Array.from({ length: countOf(span) }, (_, index) => ({
        from: from + index * length,
        to: from + (index + 1) * length,
    }));
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
        return slotOf({ from, to }, { state, run: run?.runPath ?? null, detail });
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
    for (const outcome of ["partial", "failed"]) {
        const run = best(outcome);
        if (run !== undefined)
            return slot(outcome, run, lacking(run));
    }
    const found = declared.find((each) => each.from <= from && each.to >= to);
    if (found !== undefined) {
        const { cause, ticket, role } = found.gap;
        return slot("declared", found.run, `${cause}; ${[ticket, `by the ${role}`].filter(Boolean).join(", ")}`);
    }
    return slot("missing", null, "no run and no declared gap");
}
function declaredBy(run) {
    const { gap } = run;
    return gap === null ? [] : [{ run, gap, from: Date.parse(gap.range.from), to: Date.parse(gap.range.to) }];
}
function lacking({ collected, isStatementOnly }) {
    if (isStatementOnly)
        return "as its statement says; its evidence is not in the sample";
    return collected.items
        .filter(({ status }) => status !== "complete")
        .map(({ id, status, reason }) => `${id} ${status}${reason === null ? "" : ` (${reason})`}`)
        .join(", ");
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


/***/ })

};
