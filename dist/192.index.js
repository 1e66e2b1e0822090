export const id = 192;
export const ids = [192];
export const modules = {

/***/ 35192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/cancellation.js
var cancellation = __webpack_require__(11848);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/attest/attest.js
var attest = __webpack_require__(90596);
// EXTERNAL MODULE: ./lib/attest/key.js
var key = __webpack_require__(81358);
// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/states.js
var states = __webpack_require__(88351);
;// CONCATENATED MODULE: ./lib/evidence/contradictions.js


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
    const derived = (0,states/* outcomeOf */.sG)(items);
    if (outcome !== derived)
        return `the outcome is ${outcome}, but by its items it is ${derived}`;
    for (const item of items) {
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
    if ((0,canonical/* canonical */.$N)(result.counts) !== (0,canonical/* canonical */.$N)(derived.counts))
        return "has counts that its records do not give";
    if (result.state !== derived.state || result.reason?.code !== derived.reason?.code) {
        return `has the state ${result.state}, but by its records it is ${derived.state}`;
    }
    return null;
}
function derivedResult(item) {
    if (item.id === "security-signals")
        return (0,states/* signalsResult */.X2)(item.collection, item.records);
    // The tag only stands in the message.
    if (item.id === "compliance-monitors")
        return (0,states/* monitorsResult */.dJ)(item.collection, item.records, "");
    return (0,states/* findingsResult */.cO)(item.collection, item.records);
}
function isProof({ name }) {
    return name === states/* ALIVE */.oE || name === states/* WATCHING */._6 || name === states/* COVERED */.NQ;
}
function holds(check) {
    return isProof(check) ? check.actual >= check.expected : check.actual === check.expected;
}

// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/verify/run-folder.js
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




const BUNDLE_NAME = "evidence.sigstore.json";
const EVIDENCE_NAME = "evidence.json";
/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;
/** What became a link or a pipe since it was listed is neither followed nor waited for. */
const UNTRUSTING = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Reads a run folder. Throws when the path is not one, which is a matter of asking, not of evidence. */
async function readRunFolder(folder) {
    const absolute = external_node_path_.resolve(folder);
    const entries = await entriesOf(absolute, folder);
    const names = new Set(entries.map(({ name }) => name));
    if (!names.has(EVIDENCE_NAME) && !names.has(BUNDLE_NAME)) {
        throw new failure/* Failure */.HR("unreadable", `${folder} is not a run folder: it holds neither ${EVIDENCE_NAME} nor ${BUNDLE_NAME}`, {
            hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1",
        });
    }
    const files = new Map();
    let room = LARGEST_FOLDER;
    for (const { name } of entries.filter((entry) => entry.isFile())) {
        const bytes = await bytesOf(external_node_path_.join(absolute, name), room);
        room -= bytes.length;
        files.set(name, bytes);
    }
    return {
        path: absolute,
        files,
        strange: entries.filter((entry) => !entry.isFile()).map(({ name }) => name),
    };
}
async function entriesOf(absolute, asked) {
    try {
        return await (0,promises_.readdir)(absolute, { withFileTypes: true });
    }
    catch (error) {
        const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("unreadable", `${asked} cannot be read as a folder (${why})`, {
            hint: "name the folder that holds evidence.json",
            cause: error,
        });
    }
}
async function bytesOf(file, room) {
    const name = external_node_path_.basename(file);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = __addDisposableResource(env_1, await (0,promises_.open)(file, UNTRUSTING), true);
            const found = await handle.stat();
            if (!found.isFile())
                throw new failure/* Failure */.HR("unreadable", `${name} changed while the folder was read`);
            if (found.size > room) {
                throw new failure/* Failure */.HR("unreadable", `the folder is larger than any evidence: ${name} has ${found.size} bytes`);
            }
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
        throw new failure/* Failure */.HR("unreadable", `${name} cannot be read`, {
            hint: "check its permissions",
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/commands/command.js

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
    throw new failure/* Failure */.HR("input", `${name} takes one run folder`, {
        hint: `see: datadog-evidence ${name} --help`,
    });
}
/** Throws when words were given to a command that takes only flags. */
function refuseWords({ words }, name) {
    if (words.length === 0)
        return;
    throw new failure/* Failure */.HR("input", `${name} takes no ${JSON.stringify(words.join(" "))}`, {
        hint: `see: datadog-evidence ${name} --help`,
    });
}

;// CONCATENATED MODULE: ./lib/evidence/json.js
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
    const written = structureOf(text);
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
/** Depth and members as they stand in the text: outside of strings, each colon belongs to one member. */
function structureOf(text) {
    let level = 0;
    let depth = 0;
    let members = 0;
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (character === '"')
            at = endOfString(text, at);
        else if (character === ":")
            members += 1;
        else if (character === "{" || character === "[")
            depth = Math.max(depth, (level += 1));
        else if (character === "}" || character === "]")
            level -= 1;
    }
    return { depth, members };
}
function endOfString(text, start) {
    let at = start + 1;
    while (at < text.length && text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at;
}
function membersOf(value) {
    if (value === null || typeof value !== "object")
        return 0;
    const inside = Object.values(value).reduce((sum, each) => sum + membersOf(each), 0);
    return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}

;// CONCATENATED MODULE: ./lib/commands/evidence-file.js




/** The evidence of a run folder. Throws a sentence where it is missing, damaged or of another kind. */
function evidenceOf({ files }) {
    const bytes = files.get(EVIDENCE_NAME);
    if (bytes === undefined)
        throw new failure/* Failure */.HR("unreadable", `${EVIDENCE_NAME} is missing`);
    const json = readJson(bytes);
    if ("trouble" in json)
        throw new failure/* Failure */.HR("unreadable", `${EVIDENCE_NAME} ${json.trouble}`);
    const evidence = schema/* Evidence */.of.safeParse(json.value);
    if (evidence.success)
        return evidence.data;
    throw new failure/* Failure */.HR("unreadable", `${EVIDENCE_NAME} does not follow its schema`, { cause: evidence.error });
}

;// CONCATENATED MODULE: ./lib/commands/signing-key.js



/** The shortest key that we take, in base64, has 160 characters. */
const LONGEST_NAME = 150;
/** The private key as text, from the file of `--signing-key`, else SIGNING_KEY; undefined where neither is given. */
async function signingKeyText(given, environment) {
    const file = flag(given, "signing-key");
    if (!file)
        return environment["SIGNING_KEY"] || undefined;
    if (file.includes("PRIVATE KEY")) {
        throw new failure/* Failure */.HR("input", "signing-key: the flag takes the name of a file, never the key itself", {
            hint: "give the key as SIGNING_KEY, and replace it: other users of this machine could have read it",
        });
    }
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        // A name that is too long for one may be the key itself, in base64 for instance.
        const name = file.length <= LONGEST_NAME ? file : "that --signing-key names";
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("input", `signing-key: the file ${name} cannot be read (${code})`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/commands/attest.js












const attest_attest = {
    summary: "sign a run folder that was left unsigned",
    synopsis: "RUN_FOLDER [--signing-key FILE]",
    flags: [["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"]],
    notes: `Writes ${BUNDLE_NAME} beside the evidence, which is not changed. A folder that is signed\nalready is refused.`,
    options: { "signing-key": { type: "string" } },
    async run(given, { environment, log, print }) {
        const asked = oneRunFolder(given, "attest");
        const key = keyOf(await signingKeyText(given, environment), environment);
        const folder = await readRunFolder(asked);
        const signed = new failure/* Failure */.HR("input", `${asked} is signed already`);
        if (folder.files.has(BUNDLE_NAME))
            throw signed;
        const evidence = evidenceOf(folder);
        const moved = schema/* ITEM_IDS */.FT.filter((id) => folder.files.has((0,evidence_files/* recordsFileName */.aG)(id)));
        const against = contradictionIn(evidence, new Set(moved));
        if (against !== null) {
            throw new failure/* Failure */.HR("unreadable", `${EVIDENCE_NAME} contradicts itself: ${against}`, {
                hint: "it was changed since it was collected, so there is nothing to sign",
            });
        }
        const names = [
            EVIDENCE_NAME,
            ...[...folder.files.keys()].filter((name) => /^records-[a-z-]+\.ndjson$/.test(name)),
        ];
        const files = names.flatMap((name) => {
            const bytes = folder.files.get(name);
            return bytes === undefined ? [] : [{ name, bytes }];
        });
        const { bundle } = await (0,attest/* attester */.z)((0,attest/* keySigner */.Y)(key))(evidence, files, null);
        if (!(await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(folder.path, BUNDLE_NAME), bundle)))
            throw signed;
        log.info(`signed by the key ${key.fingerprint}`);
        print(`${folder.path}\n`);
        return 0;
    },
};
function keyOf(text, environment) {
    if (text === undefined) {
        throw new failure/* Failure */.HR("input", "no key to sign with was given", {
            hint: "name it by --signing-key FILE or SIGNING_KEY",
        });
    }
    return (0,key/* signingKey */.NR)(text, environment["SIGNING_KEY_PASSPHRASE"] || null);
}

// EXTERNAL MODULE: ./lib/config.js
var lib_config = __webpack_require__(12193);
// EXTERNAL MODULE: ./lib/datadog/transport.js
var transport = __webpack_require__(32299);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/publish/local-git.js
var local_git = __webpack_require__(46873);
// EXTERNAL MODULE: ./lib/report/guide.js
var guide = __webpack_require__(67878);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/run.js + 25 modules
var run = __webpack_require__(68409);
;// CONCATENATED MODULE: ./lib/commands/collect.js












/** Inputs of the Action that mean something else here, or nothing. */
const NOT_FLAGS = new Set([
    "repository",
    "branch",
    "allow-public",
    "retention-days",
    "raw-pages",
]);
const INPUT_FLAGS = [...lib_config/* INPUT_NOTES */.p2].filter(([name, { isSecret }]) => isSecret !== true && !NOT_FLAGS.has(name));
/** What the environment gives; secrets come this way or from a file, never as a flag. */
const FROM_ENVIRONMENT = {
    "api-key": "DD_API_KEY",
    "app-key": "DD_APP_KEY",
    site: "DD_SITE",
    "signing-key": "SIGNING_KEY",
    "signing-key-passphrase": "SIGNING_KEY_PASSPHRASE",
    "pseudonym-key": "PSEUDONYM_KEY",
};
const collect = {
    summary: "collect, sign and write the evidence of one run",
    synopsis: "(--out DIR | --repository DIR) [flags]",
    flags: [
        ["--out DIR", "write the run folder below DIR"],
        ["--repository DIR", "write and commit it in a local git work tree"],
        ["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"],
        ...INPUT_FLAGS.map(([name, note]) => [
            `--${name} ${name.toUpperCase().replaceAll("-", "_")}`,
            [
                firstSentence(note.description),
                ...(note.default === undefined ? [] : [`(default ${note.default})`]),
            ].join(" "),
        ]),
    ],
    notes: [
        "Keys come from the environment: DD_API_KEY, DD_APP_KEY, DD_SITE, SIGNING_KEY,",
        "SIGNING_KEY_PASSPHRASE, PSEUDONYM_KEY. Behind a proxy: HTTPS_PROXY.",
        "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired.",
        "2: could not. 3: written, but not complete.",
    ].join("\n"),
    options: Object.fromEntries(["out", "repository", "signing-key", ...INPUT_FLAGS.map(([name]) => name)].map((name) => [
        name,
        { type: "string" },
    ])),
    async run(given, terminal) {
        const { environment, log, print, cancellation, dist } = terminal;
        const { config, out, repository, apiUrl } = await checked(given, terminal);
        const { published, exit } = await (0,run/* run */.e)(config, {
            run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
            collector: async () => (0,identity/* collectorIdentity */.K3)(dist),
            apiUrl,
            to: {
                out,
                repository: repository === null ? null : { folder: repository, path: config.path },
                artifact: null,
                guide: (0,guide/* verifyGuide */.k)(),
                companions: () => [],
            },
            signal: cancellation(),
            now: () => new Date(),
            log,
        });
        if (published.isWritten)
            print(`${published.folder}\n`);
        for (const reason of exit.reasons)
            log.warning((0,report_text/* logLine */.BP)(reason));
        return exit.code;
    },
};
/** Everything that can be wrong before the first request, all at once. */
async function checked(given, { environment }) {
    const problems = [];
    const noting = async (step) => {
        try {
            return await step();
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR))
                throw error;
            problems.push([error.message, error.hint].filter(Boolean).join("; "));
            return undefined;
        }
    };
    await noting(() => refuseWords(given, "collect"));
    const [out, repository] = [flag(given, "out"), flag(given, "repository")];
    if (!out && !repository)
        problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
    if (out)
        await noting(async () => (0,run_folder/* ensureWritable */.ZZ)(out, "out"));
    if (repository) {
        await noting(async () => {
            await (0,local_git/* ensureWorkTree */.oA)(repository);
            await (0,run_folder/* ensureWritable */.ZZ)(repository, "repository");
        });
    }
    const apiUrl = await noting(() => apiUrlOf(environment["DD_API_URL"]));
    const key = await noting(async () => signingKeyText(given, environment));
    const fromEnvironment = Object.entries(FROM_ENVIRONMENT).map(([name, variable]) => [
        name,
        environment[variable],
    ]);
    const fromFlags = INPUT_FLAGS.flatMap(([name]) => {
        const value = flag(given, name);
        return value === undefined ? [] : [[name, value]];
    });
    const raw = { ...Object.fromEntries([...fromEnvironment, ...fromFlags]), "signing-key": key };
    if (flag(given, "signing") === "none" && !out) {
        problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
    }
    const config = (0,lib_config/* configOf */.W1)(raw, problems);
    return {
        config,
        out: out ? external_node_path_.resolve(out) : null,
        repository: repository ? external_node_path_.resolve(repository) : null,
        apiUrl: apiUrl ?? null,
    };
}
/** Only this machine: evidence must never be taken from a server that somebody else runs. */
function apiUrlOf(text) {
    if (!text)
        return null;
    const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && (0,transport/* isLoopback */.U9)(text);
    if (isAllowed)
        return new URL(text).origin;
    throw new failure/* Failure */.HR("input", "DD_API_URL: may only name this machine, such as http://127.0.0.1:8080", {
        hint: "to ask Datadog itself, leave it out and set DD_SITE",
    });
}
function firstSentence(text) {
    return text.split(/(?<=\.)\s/)[0] ?? text;
}

;// CONCATENATED MODULE: ./lib/commands/help.js
const WIDTH = 80;
const INDENT = 28;
/** The list of commands. */
function overview(commands) {
    const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
    return [
        "datadog-evidence: signed, honest compliance evidence from Datadog",
        "",
        "usage: datadog-evidence COMMAND [flags]",
        "",
        ...lines,
        "",
        "See datadog-evidence COMMAND --help for each.",
        "",
    ].join("\n");
}
/** `--help` of one command. */
function help(name, { summary, synopsis, flags, notes }) {
    return [
        `usage: datadog-evidence ${name} ${synopsis}`.trimEnd(),
        "",
        `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
        "",
        ...flags.flatMap(([flag, meaning]) => entry(flag, meaning)),
        ...(flags.length > 0 ? [""] : []),
        ...wrapped(notes.replaceAll("\n", " "), WIDTH),
        "",
    ].join("\n");
}
function entry(flag, meaning) {
    const [first = "", ...rest] = wrapped(meaning, WIDTH - INDENT);
    const head = `  ${flag}`;
    const lines = [...rest].map((line) => " ".repeat(INDENT) + line);
    if (head.length >= INDENT - 1)
        return [head, " ".repeat(INDENT) + first, ...lines];
    return [head.padEnd(INDENT) + first, ...lines];
}
function wrapped(text, width) {
    const lines = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/commands/keygen.js





const PRIVATE_NAME = "signing-key.pem";
const PUBLIC_NAME = "signing-key.pub.pem";
const keygen = {
    summary: "make a key to sign with",
    synopsis: "[--out DIR]",
    flags: [["--out DIR", `write ${PRIVATE_NAME} and ${PUBLIC_NAME} there (default: here)`]],
    notes: [
        "The private key is encrypted when SIGNING_KEY_PASSPHRASE is set. Nothing is overwritten.",
        "Prints the fingerprint; note it where auditors look, such as the ISMS.",
    ].join("\n"),
    options: { out: { type: "string" } },
    async run(given, { environment, log, print }) {
        refuseWords(given, "keygen");
        const folder = flag(given, "out") || ".";
        // Both, before either is written: a half of a pair is of no use to anybody.
        await Promise.all([PRIVATE_NAME, PUBLIC_NAME].map(async (name) => refuseExisting(external_node_path_.join(folder, name))));
        const { privatePem, publicPem, fingerprint } = (0,key/* generatedKey */.FQ)(environment["SIGNING_KEY_PASSPHRASE"] || null);
        await writeNew(external_node_path_.join(folder, PRIVATE_NAME), { text: privatePem, mode: 0o600 });
        await writeNew(external_node_path_.join(folder, PUBLIC_NAME), { text: publicPem, mode: 0o644 });
        log.info(`${PRIVATE_NAME} is secret: keep it in a vault and as a secret of the repository`);
        log.info(`${PUBLIC_NAME} goes to everybody who verifies; its fingerprint (sha256):`);
        print(`${fingerprint}\n`);
        return 0;
    },
};
async function refuseExisting(file) {
    try {
        await (0,promises_.access)(file);
    }
    catch {
        // Not there, or not to be looked at: then writing says why.
        return;
    }
    throw taken(file);
}
async function writeNew(file, { text, mode }) {
    try {
        await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
        const handle = await (0,promises_.open)(file, "wx", mode);
        await handle.writeFile(text);
        await handle.close();
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("input", `${file} cannot be written (${code})`, { cause: error });
    }
}
function taken(file) {
    return new failure/* Failure */.HR("input", `${file} exists already; a key is never overwritten`);
}

// EXTERNAL MODULE: ./lib/attest/statement.js
var attest_statement = __webpack_require__(98316);
// EXTERNAL MODULE: ./lib/report/of-run.js + 9 modules
var of_run = __webpack_require__(46579);
;// CONCATENATED MODULE: ./lib/verify/signature.js


/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
const LARGEST_BUNDLE = 5_000_000;
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The payload of the bundle, if one of the keys signed it. Nothing of it is trusted before that. */
async function signedPayload(bytes, keys) {
    const read = await bundleIn(bytes);
    if ("trouble" in read)
        return read;
    const { bundle, hint } = read;
    const signer = await signerOf(bundle, keys);
    if (signer !== null && signer.fingerprint === hint) {
        return { payload: bundle.content.dsseEnvelope.payload, fingerprint: signer.fingerprint };
    }
    return { check: "signature", trouble: wrongSigner({ hint, signer, keys }) };
}
/** The bundle, if it is one of the kind that we write. */
async function bundleIn(bytes) {
    if (bytes.length > LARGEST_BUNDLE)
        return not(`the bundle is too large (${bytes.length} bytes)`);
    const json = readJson(bytes);
    if ("trouble" in json)
        return not(`the bundle is damaged: it ${json.trouble}`);
    const { bundleFromJSON, isBundleWithDsseEnvelope } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    let bundle;
    try {
        bundle = bundleFromJSON(json.value);
    }
    catch {
        return not(hasManySignatures(json.value)
            ? "the bundle does not carry exactly one signature"
            : "the bundle is damaged: it is not a Sigstore bundle");
    }
    if (bundle.mediaType !== MEDIA_TYPE)
        return not(`the bundle is not of the type ${MEDIA_TYPE}`);
    if (!isBundleWithDsseEnvelope(bundle))
        return not("the bundle carries no DSSE envelope");
    const { payloadType } = bundle.content.dsseEnvelope;
    if (payloadType !== attest_statement/* PAYLOAD_TYPE */.Uc) {
        return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${attest_statement/* PAYLOAD_TYPE */.Uc}`);
    }
    const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
    if (content.$case !== "publicKey") {
        return { check: "signature", trouble: "the bundle is signed keyless, which a key cannot verify" };
    }
    if (tlogEntries.length + (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > 0) {
        return not("the bundle carries timestamps or log entries, which this version cannot check");
    }
    return { bundle, hint: fingerprintIn(content.publicKey.hint) };
}
/** The fingerprint of a hint as we write it, base64 of the SPKI's sha256; null for any other. */
function fingerprintIn(hint) {
    const bytes = Buffer.from(hint, "base64");
    return bytes.length === 32 && bytes.toString("base64") === hint ? bytes.toString("hex") : null;
}
function not(trouble) {
    return { check: "bundle", trouble };
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
/** The first of the keys that signed the bundle; null when none did. */
async function signerOf(bundle, keys) {
    const { Verifier, toSignedEntity, toTrustMaterial } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(654), __webpack_require__.e(187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    for (const trusted of keys) {
        const trust = toTrustMaterial(NO_ROOT, () => ({ publicKey: trusted.key, validFor: () => true }));
        const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
        try {
            verifier.verify(toSignedEntity(bundle));
            return trusted;
        }
        catch {
            // Not this key; the sentence names all that were tried.
        }
    }
    return null;
}
function wrongSigner(of) {
    const named = of.hint ?? "none";
    if (of.signer !== null)
        return `the bundle names the key ${named}, but ${of.signer.fingerprint} signed it`;
    const given = of.keys.map(({ fingerprint }) => fingerprint);
    return given.includes(named)
        ? `the signature is wrong: the key ${named} did not sign this`
        : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}
/** What a bundle says of itself, not verified: for showing, never for judging. */
async function claimedPayload(bytes) {
    if (bytes === undefined)
        return null;
    const read = await bundleIn(bytes);
    // A damaged bundle says nothing; verify is where that is told.
    if ("trouble" in read)
        return null;
    const statement = readJson(read.bundle.content.dsseEnvelope.payload);
    return "trouble" in statement ? null : { statement: statement.value, keyFingerprint: read.hint };
}
const NO_ROOT = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [],
    ctlogs: [],
    certificateAuthorities: [],
    timestampAuthorities: [],
};

;// CONCATENATED MODULE: ./lib/commands/report.js






const report = {
    summary: "print a run as one HTML page",
    synopsis: "RUN_FOLDER > report.html",
    flags: [],
    notes: "The page holds no script and asks nothing of the network. It shows what the run says;\nwhether that is genuine is what verify answers.",
    options: {},
    async run(given, { print }) {
        const asked = oneRunFolder(given, "report");
        const folder = await readRunFolder(asked);
        const evidence = evidenceOf(folder);
        const claimed = await claimedPayload(folder.files.get(BUNDLE_NAME));
        const statement = attest_statement/* Statement */.WZ.safeParse(claimed?.statement);
        const files = [...folder.files].flatMap(([name, bytes]) => name === BUNDLE_NAME ? [] : [{ name, bytes }]);
        print((0,of_run/* reportOfRun */.Z)({
            evidence,
            files: files.toSorted((a, b) => Number(b.name === EVIDENCE_NAME) - Number(a.name === EVIDENCE_NAME)),
            statement: statement.success ? statement.data : null,
            signedBy: claimed?.keyFingerprint ?? null,
        }));
        return 0;
    },
};

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/verify/verify-run.js










/**
 * Verifies one run folder: signature, then subjects, then schema. Each step
 * rests on the one before, so the first that fails ends the check.
 */
async function verifyRun(folder, keys) {
    const findings = [];
    const remarks = [];
    const end = (isUnknownType = false) => ({
        findings,
        isGenuine: false,
        isUnknownType,
        evidence: null,
        statement: null,
        signedBy: null,
        remarks,
    });
    const holds = (check, detail) => void findings.push({ check, ok: true, detail });
    const fails = (check, detail) => {
        findings.push({ check, ok: false, detail });
        return end();
    };
    const unknown = (check, detail) => {
        findings.push({ check, ok: false, detail: `${detail}; a newer version may` });
        return end(true);
    };
    const bundle = folder.files.get(BUNDLE_NAME);
    if (bundle === undefined) {
        const why = folder.strange.includes(BUNDLE_NAME) ? NOT_A_FILE : "is missing";
        return fails("bundle", `${BUNDLE_NAME} ${why}: this evidence is not signed`);
    }
    const signed = await signedPayload(bundle, keys);
    if ("trouble" in signed)
        return fails(signed.check, signed.trouble);
    holds("signature", `signed by the key ${signed.fingerprint}`);
    const said = readJson(signed.payload);
    if ("trouble" in said)
        return fails("statement", `the signed statement ${said.trouble}`);
    if (isOther(said.value, "_type", attest_statement/* STATEMENT_TYPE */.zG) || isOther(said.value, "predicateType", attest_statement/* PREDICATE_TYPE */.To)) {
        return unknown("statement", "the signed statement is of a type that this version cannot check");
    }
    const statement = attest_statement/* Statement */.WZ.safeParse(said.value);
    if (!statement.success) {
        return fails("statement", `the signed statement is not of a known kind: ${problem(statement.error.issues)}`);
    }
    holds("statement", `in-toto statement about ${statement.data.subject.map(({ name }) => name).join(", ")}`);
    const wrong = wrongSubject(statement.data, folder);
    if (wrong !== null)
        return fails("subjects", wrong);
    holds("subjects", `sha256 of ${statement.data.subject.length} file(s) is as signed`);
    for (const name of folder.strange)
        remarks.push(`${name} in the run folder is no regular file and was not read`);
    for (const name of unsignedFiles(statement.data, folder))
        remarks.push(`${name} in the run folder is not signed`);
    const file = readJson(folder.files.get(EVIDENCE_NAME) ?? Buffer.alloc(0));
    if ("trouble" in file)
        return fails("evidence", `${EVIDENCE_NAME} ${file.trouble}`);
    if (isOther(file.value, "schema", schema/* Evidence */.of.shape.schema.value)) {
        return unknown("evidence", `${EVIDENCE_NAME} follows a schema that this version cannot check`);
    }
    const evidence = schema/* Evidence */.of.safeParse(file.value);
    if (!evidence.success)
        return fails("evidence", `${EVIDENCE_NAME} does not follow its schema: ${problem(evidence.error.issues)}`);
    holds("evidence", `${EVIDENCE_NAME} follows ${evidence.data.schema}`);
    const disagreement = disagreementOf(statement.data, evidence.data) ?? contradictionOf(statement.data, evidence.data);
    if (disagreement !== null)
        return fails("agreement", disagreement);
    holds("agreement", "statement and evidence name the same stream, time, run and outcome");
    if (evidence.data.rules !== states/* RULES */.y0) {
        remarks.push(`the evidence follows version ${evidence.data.rules} of the rules, not ${states/* RULES */.y0}, so its counts and states were not derived again`);
    }
    const place = placeOf(folder.path, evidence.data);
    if (place.trouble !== null)
        return fails("folder", place.trouble);
    if (place.holds !== null)
        holds("folder", place.holds);
    if (place.remark !== null)
        remarks.push(place.remark);
    const { assurance } = statement.data.predicate;
    if (assurance.signing !== "key" || assurance.timestamp || assurance.log) {
        return fails("promises", `promised ${promised(assurance)}, of which only the key's signature was reached`);
    }
    holds("promises", "a key's signature was promised and reached; no timestamp and no log were promised");
    return {
        findings,
        isGenuine: true,
        isUnknownType: false,
        evidence: evidence.data,
        statement: statement.data,
        signedBy: signed.fingerprint,
        remarks,
    };
}
/** Whether the value names a type, and another one than that. */
function isOther(value, member, known) {
    const said = schemas/* looseObject */._H3({ [member]: schemas/* string */.YjP() }).safeParse(value);
    return said.success && said.data[member] !== known;
}
const NOT_A_FILE = "is no regular file and was not read";
function problem(issues) {
    const [first] = issues;
    if (first === undefined)
        return "unknown";
    return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}
function wrongSubject({ subject }, { files, strange }) {
    const names = subject.map(({ name }) => name);
    if (new Set(names).size < names.length)
        return "the statement names a file twice";
    if (!names.includes(EVIDENCE_NAME))
        return `the statement is not about ${EVIDENCE_NAME}`;
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
function unsignedFiles({ subject }, { files }) {
    const signed = new Set([BUNDLE_NAME, ...subject.map(({ name }) => name)]);
    return [...files.keys()].filter((name) => !signed.has(name));
}
function disagreementOf({ predicate }, evidence) {
    const pairs = [
        ["stream", predicate.stream.name, evidence.stream.name],
        ["site", predicate.stream.site, evidence.source.site],
        ["cadence", predicate.cadence, evidence.stream.cadence],
        ["collectedAt", predicate.collectedAt, evidence.collectedAt],
        ["outcome", predicate.outcome, evidence.outcome],
        ["run.id", predicate.run.id, evidence.run.id],
        ["run.attempt", predicate.run.attempt, evidence.run.attempt],
    ];
    const different = pairs.find(([, said, found]) => said !== found);
    if (different === undefined)
        return null;
    const [what, said, found] = different;
    return `${what} is ${said} in the statement but ${found} in the evidence`;
}
/** Under the rules that this program knows, everything follows from the items. */
function contradictionOf({ subject }, evidence) {
    if (evidence.rules !== states/* RULES */.y0)
        return null;
    const signed = new Set(subject.map(({ name }) => name));
    return contradictionIn(evidence, new Set(schema/* ITEM_IDS */.FT.filter((id) => signed.has((0,evidence_files/* recordsFileName */.aG)(id)))));
}
const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;
/** A folder that looks like a run's must be this run's; one that was copied elsewhere under another name is let be. */
function placeOf(folder, evidence) {
    const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...folder.split(/[\\/]/)].slice(-4);
    const dictated = (0,evidence_files/* runFolder */.kQ)(evidence);
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
    if (`${year}/${day}/${name}` !== dictated) {
        return place({ trouble: `the run lies in ${year}/${day} but belongs in ${dictated}` });
    }
    if (stream !== evidence.stream.name) {
        return place({ trouble: `the run lies in stream ${stream} but belongs to ${evidence.stream.name}` });
    }
    return place({ holds: `lies where the evidence says: ${dictated}` });
}
function promised(assurance) {
    return [
        `signing ${assurance.signing}`,
        ...(assurance.timestamp ? ["a timestamp"] : []),
        ...(assurance.log ? ["a transparency log"] : []),
    ].join(", ");
}

;// CONCATENATED MODULE: ./lib/commands/verify.js







const verify = {
    summary: "check a run folder, offline",
    synopsis: "RUN_FOLDER --key PEM [--key PEM…] [--json]",
    flags: [
        ["--key PEM", "public key to trust; may be repeated"],
        ["--json", "print the verdict as JSON"],
    ],
    notes: [
        "Trust comes only from the keys you name, never from files beside the evidence.",
        "Exit 0: genuine and complete. 1: not genuine. 2: could not check. 3: genuine, but",
        "the run is not complete.",
    ].join("\n"),
    options: { key: { type: "string", multiple: true }, json: { type: "boolean" } },
    async run(given, { print, log }) {
        const path = oneRunFolder(given, "verify");
        const files = flagList(given, "key");
        if (files.length === 0) {
            throw new failure/* Failure */.HR("input", "no key was given, so nothing can be verified", {
                hint: "name the public key of the people who signed: --key signing-key.pub.pem",
            });
        }
        const keys = await Promise.all(files.map(trustedKey));
        const verdict = await verifyRun(await readRunFolder(path), keys);
        const code = exitCode(verdict);
        print(given.flags["json"] === true ? asJson(verdict, code) : asText(verdict));
        for (const remark of verdict.remarks)
            log.info((0,report_text/* logLine */.BP)(`remark: ${remark}`));
        return code;
    },
};
async function trustedKey(file) {
    let pem;
    try {
        pem = await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("unreadable", `the key ${file} cannot be read (${code})`, { cause: error });
    }
    return (0,key/* publicKey */.jE)(pem);
}
function exitCode({ isGenuine, isUnknownType, evidence }) {
    if (isUnknownType)
        return 2;
    if (!isGenuine)
        return 1;
    return evidence?.outcome === "complete" ? 0 : 3;
}
function asText(verdict) {
    const lines = verdict.findings.map(({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(10)} ${(0,report_text/* logLine */.BP)(detail)}`);
    return `${[...lines, conclusion(verdict)].join("\n")}\n`;
}
function conclusion({ isGenuine, isUnknownType, evidence }) {
    if (isUnknownType)
        return "Not checked: the run is of a type that this version does not know.";
    if (!isGenuine || evidence === null)
        return "Not genuine.";
    const { stream, collectedAt, outcome } = evidence;
    const what = `evidence of stream ${stream.name}, collected ${collectedAt}`;
    return outcome === "complete"
        ? `Genuine and complete: ${what}.`
        : `Genuine, but the collection is ${outcome}: ${what}.`;
}
function verdictOf({ isGenuine, isUnknownType }) {
    if (isUnknownType)
        return "not-checked";
    return isGenuine ? "genuine" : "not-genuine";
}
function asJson(verdict, exit) {
    const { findings, evidence, statement, signedBy, remarks } = verdict;
    const answer = {
        verdict: verdictOf(verdict),
        exitCode: exit,
        signedBy,
        run: evidence && {
            stream: evidence.stream.name,
            collectedAt: evidence.collectedAt,
            outcome: evidence.outcome,
            id: evidence.run.id,
            attempt: evidence.run.attempt,
            sequence: statement?.predicate.sequence ?? null,
        },
        checks: findings,
        remarks,
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/demo/stable.js

/**
 * Returns hexadecimal digits that depend on nothing but the label, so that a
 * fictional record looks the same in every run and whatever stands beside it.
 */
function hex(label, length) {
    return (0,external_node_crypto_.createHash)("sha256").update(`Northwind Freight: ${label}`).digest("hex").slice(0, length);
}
/** Returns a version 4 UUID that depends on nothing but the label. */
function uuid(label) {
    const digits = hex(`uuid of ${label}`, 32);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `a${digits.slice(17, 20)}`,
        digits.slice(20),
    ].join("-");
}
/** Returns a whole number from 0 up to, not including, `below`, that depends on nothing but the label. */
function whole(label, below) {
    return Number.parseInt(hex(label, 8), 16) % below;
}
/** Returns one of the values, chosen by the label alone. */
function pick(label, values) {
    return values[whole(label, values.length)] ?? values[0];
}

;// CONCATENATED MODULE: ./lib/demo/detection-rules.js

const detection = (id, severity, name, from) => ({ isEnabled: true, ...from, id, severity, name });
/** The detection rules of Northwind Freight. */
const DETECTIONS = {
    rootLogin: detection("fk2-nwf-r01", "critical", "AWS root user logged in to the console", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1078-valid-accounts",
    }),
    stuffing: detection("fk2-nwf-r02", "critical", "Credential stuffing attack succeeded on the customer portal", {
        type: "application_security",
        source: "customer-portal",
        technique: "t1110-brute-force",
    }),
    miner: detection("fk2-nwf-r03", "critical", "Process contacted a cryptomining pool", {
        type: "workload_security",
        source: "runtime-security-agent",
        technique: "t1496-resource-hijacking",
    }),
    trailStopped: detection("fk2-nwf-r04", "high", "AWS CloudTrail configuration modified", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1562-impair-defenses",
    }),
    travel: detection("fk2-nwf-r05", "high", "Impossible travel observed from a user", {
        type: "log_detection",
        source: "okta",
        technique: "t1078-valid-accounts",
    }),
    pam: detection("fk2-nwf-r06", "high", "PAM configuration files modified", {
        type: "workload_security",
        source: "runtime-security-agent",
        technique: "t1556-modify-authentication-process",
    }),
    bucketPublic: detection("fk2-nwf-r07", "high", "S3 bucket made public", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1530-data-from-cloud-storage",
    }),
    injection: detection("fk2-nwf-r08", "high", "SQL injection attempts on the tracking API", {
        type: "application_security",
        source: "tracking-api",
        technique: "t1190-exploit-public-facing-application",
    }),
    mfaReset: detection("fk2-nwf-r09", "medium", "Multi-factor authentication reset for a user", {
        type: "log_detection",
        source: "okta",
        technique: "t1556-modify-authentication-process",
    }),
    newKey: detection("fk2-nwf-r10", "low", "AWS access key created by a new user", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1098-account-manipulation",
    }),
    scanner: detection("fk2-nwf-r11", "info", "Security scanner detected", {
        type: "application_security",
        source: "customer-portal",
        technique: "t1595-active-scanning",
    }),
    tor: detection("fk2-nwf-r12", "medium", "Login from a Tor exit node", {
        type: "log_detection",
        source: "okta",
        technique: "t1090-proxy",
        isEnabled: false,
    }),
};
/** Returns the detection rules of Northwind Freight as Datadog lists them. */
function rules() {
    return Object.values(DETECTIONS).map(rawRule);
}
function rawRule(rule) {
    const createdAt = Date.UTC(2024, 1, 5) + whole(`${rule.id} created`, 200) * 86_400_000;
    const tags = [`source:${rule.source}`, "security:attack", `technique:${rule.technique}`];
    return {
        id: rule.id,
        version: 3,
        name: rule.name,
        createdAt,
        creationAuthorId: 0,
        updateAuthorId: 0,
        updatedAt: createdAt + 40 * 86_400_000,
        isDefault: true,
        isPartner: false,
        isEnabled: rule.isEnabled,
        isBeta: false,
        isDeleted: false,
        isDeprecated: false,
        queries: [
            {
                query: `source:${rule.source}`,
                groupByFields: ["@usr.id"],
                hasOptionalGroupByFields: false,
                distinctFields: [],
                aggregation: "count",
                name: "a",
            },
        ],
        options: {
            keepAlive: 21_600,
            maxSignalDuration: 86_400,
            detectionMethod: "threshold",
            evaluationWindow: 7_200,
        },
        cases: [{ name: "", status: rule.severity, notifications: [], condition: "a > 0" }],
        message: `## Goal\nDetect: ${rule.name}.`,
        tags,
        defaultTags: tags,
        hasExtendedTitle: true,
        type: rule.type,
        filters: [],
    };
}

;// CONCATENATED MODULE: ./lib/demo/postures.js
const each = (resources, rule, more = {}) => resources.map((resource) => ({ rule, resource, ...more }));
const failing = [
    ...each(["northwind-root"], "rootKey"),
    ...each(["nwf-marketing-assets", "nwf-driver-photos"], "publicBucket"),
    ...each(["nwf-public-downloads"], "publicBucket", { status: "muted", mute: { reason: "RISK_ACCEPTED" } }),
    ...each(["orders-replica", "reporting"], "openDatabase"),
    ...each(["bi.contractor", "legacy.deploy", "night.shift", "depot.kiosk"], "mfa"),
    ...each(["break.glass"], "mfa", { status: "muted", mute: { reason: "RISK_ACCEPTED", days: 90 } }),
    ...each(["vpc-warehouse", "vpc-office"], "flowLogs"),
    ...each(["vpc-peering"], "flowLogs", { status: "in-progress" }),
    ...each(["nwfinvoices", "nwftelemetry", "nwfscratch"], "blobPublic"),
    ...each(["nwfpublicsite"], "blobPublic", { status: "muted", mute: { reason: "FALSE_POSITIVE" } }),
    ...each(["route-planner", "map-tiles", "etl-loader"], "serviceKey"),
    ...each(["ci-runner"], "serviceKey", { status: "muted", mute: { reason: "PENDING_FIX", days: 14 } }),
    ...each(["nwf-access-logs", "nwf-audit-logs"], "logBucket"),
];
const others = [
    ...each(["nwf-orders", "nwf-invoices", "nwf-customs"], "publicBucket", { evaluation: "pass" }),
    ...each(["ines.okafor", "tomas.lindqvist", "mei.castellanos"], "mfa", { evaluation: "pass" }),
    ...each(["vpc-production", "vpc-staging"], "flowLogs", { evaluation: "pass" }),
    ...each(["nwf-orders", "nwf-invoices", "nwf-customs", "nwf-website", "nwf-archive", "nwf-maps"], "tagging"),
    ...each(["nwf-old-exports", "nwf-trial"], "publicBucket", { status: "auto_closed" }),
    ...each(["former.employee", "former.contractor"], "mfa", { status: "resolved" }),
    ...each(["tracking-api", "portal", "billing", "routing"], "openDatabase", {
        type: "library_vulnerability",
    }),
    ...each(["warehouse-gateway"], "flowLogs", { type: "host_and_container_vulnerability" }),
    ...each(["admin-role"], "mfa", { type: "identity_risk" }),
];
/**
 * The cloud posture of Northwind Freight. Failing misconfigurations that are
 * still open: 6 critical (1 muted) and 18 high (3 muted); the others are what a
 * question for those must leave out.
 */
const POSTURES = [...failing, ...others];

;// CONCATENATED MODULE: ./lib/demo/posture-rules.js
const rule = (id, severity, resource, name) => ({
    id,
    name,
    severity,
    provider: resource.startsWith("aws") ? "aws" : resource.startsWith("gcp") ? "gcp" : "azure",
    resourceType: resource,
    category: resource.includes("bucket") || resource.includes("storage") ? "storage" : "identity",
});
/** The cloud posture rules that Northwind Freight is measured by. */
const POSTURE_RULES = {
    rootKey: rule("def-nwf-p01", "critical", "aws_iam_account", "Root account should have no access keys"),
    publicBucket: rule("def-nwf-p02", "critical", "aws_s3_bucket", "S3 bucket should not allow public write"),
    openDatabase: rule("def-nwf-p03", "critical", "aws_rds_instance", "RDS instance should not be reachable publicly"),
    mfa: rule("def-nwf-p04", "high", "aws_iam_user", "Console users should have multi-factor authentication"),
    flowLogs: rule("def-nwf-p05", "high", "aws_vpc", "VPC flow logs should be enabled"),
    blobPublic: rule("def-nwf-p06", "high", "azure_storage_account", "Blob public access should be disabled"),
    serviceKey: rule("def-nwf-p07", "high", "gcp_service_account", "Service accounts should have no user keys"),
    logBucket: rule("def-nwf-p08", "high", "aws_s3_bucket", "Log bucket should have object lock"),
    tagging: rule("def-nwf-p09", "medium", "aws_s3_bucket", "Bucket should log access requests"),
};

;// CONCATENATED MODULE: ./lib/demo/findings.js



const DAY_MS = 86_400_000;
/** Returns the findings of Northwind Freight. */
function findings(now) {
    return POSTURES.map((posture) => finding(posture, now));
}
/** Returns many failing misconfigurations, every fourth critical and the others high, none muted. */
function manyFindings(count, now) {
    return Array.from({ length: count }, (_, index) => finding({ rule: index % 4 === 0 ? "publicBucket" : "mfa", resource: `bulk-resource-${index}` }, now));
}
function finding(posture, now) {
    const rule = POSTURE_RULES[posture.rule];
    const resourceId = `${posture.resource}-${hex(posture.resource, 8)}`;
    const id = Buffer.from(`${rule.id}~${resourceId}`)
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_");
    const changed = now.getTime() - (1 + whole(`${id} changed`, 60 * 24)) * 3_600_000;
    const type = posture.type ?? "misconfiguration";
    const account = `${400_000_000_000 + whole(`${rule.provider} account`, 1_000_000)}`;
    return {
        id,
        type: "finding",
        attributes: {
            timestamp: changed,
            tags: [`cloud_provider:${rule.provider}`, `account_id:${account}`, "security:compliance", "env:prod"],
            attributes: {
                custom: {
                    finding_id: id,
                    finding_type: type,
                    title: rule.name,
                    description: `%%%\n## Description\n\n${rule.name}. ${"Read more about it. ".repeat(60)}\n\n%%%`,
                    severity: rule.severity,
                    severity_details: {
                        adjusted: { value: rule.severity, value_id: rule.severity === "critical" ? 4 : 3 },
                    },
                    status: posture.status ?? "open",
                    resource_id: resourceId,
                    resource_name: posture.resource,
                    resource_type: rule.resourceType,
                    first_seen_at: changed - 30 * DAY_MS,
                    last_seen_at: now.getTime() - 3_600_000,
                    detection_changed_at: changed,
                    metadata: { schema_version: "2" },
                    cloud_resource: {
                        account,
                        category: rule.category,
                        cloud_provider: rule.provider,
                        region: "eu-west-1",
                        configuration: privateConfiguration(account, resourceId),
                    },
                    ...findings_detection(posture, type),
                    workflow: workflow(posture, { now, changed }),
                },
            },
        },
    };
}
/** A vulnerability has neither a posture rule nor an evaluation. */
function findings_detection(posture, type) {
    if (type.endsWith("vulnerability"))
        return {};
    const { id, name } = POSTURE_RULES[posture.rule];
    const framework = {
        framework: "iso-27001",
        version: "2022",
        requirement: "Technological",
        control: "A.8.9",
    };
    return {
        compliance: {
            evaluation: posture.evaluation ?? "fail",
            frameworks: [{ ...framework, is_default: true }],
        },
        rule: { id, name, type: "cloud configuration", version: 7, default_rule_id: id },
    };
}
function workflow(posture, { now, changed }) {
    const closed = posture.status === "auto_closed" ? { auto_closed_at: changed } : {};
    if (posture.mute === undefined)
        return { mute: { is_muted: false }, ...closed };
    const { reason, days } = posture.mute;
    const mute = {
        is_muted: true,
        reason,
        description: "Agreed with mei.castellanos@northwind-freight.example, see the risk register",
        muted_at: changed + DAY_MS,
        muted_by: "mei.castellanos@northwind-freight.example",
        ...(days === undefined ? {} : { expire_at: now.getTime() + days * DAY_MS }),
    };
    return { mute, ...closed };
}
/** What the cloud says of the resource: never to be kept. */
function privateConfiguration(account, resourceId) {
    return {
        account_id: account,
        owner: "tomas.lindqvist@northwind-freight.example",
        private_ip: "10.14.32.204",
        arn: `arn:aws:iam::${account}:user/tomas.lindqvist`,
        policy: { principal: "*", statement: `Allow s3:* on ${resourceId}` },
    };
}

;// CONCATENATED MODULE: ./lib/demo/hostile.js
/** A signal title that whoever triggers a rule could choose: it must stay inert wherever it is shown. */
const HOSTILE_TITLE = "SQL injection from `<img src=x onerror=alert(1)>` | @here | \u202Etxt.exe\n::error::injected by a title";
/** A monitor name as nobody should write it, with the tag that goes with it. */
const HOSTILE_MONITOR = {
    name: "Login | failures `rm -rf /` <script>alert(1)</script> @here \u202Egnp.js\n::error::injected by a name",
    tag: "note:<img src=x onerror=alert(1)>|`@here`",
};

;// CONCATENATED MODULE: ./lib/demo/monitor-roster.js

const metric = (name, query, state = "OK") => ({
    name,
    type: "metric alert",
    query,
    tags: ["env:prod", "team:platform"],
    state,
});
const log = (name, search, state = "OK") => ({
    name,
    type: "log alert",
    query: `logs("${search}").index("main").rollup("count").last("15m") > 5`,
    tags: ["env:prod", "team:platform-security"],
    state,
});
const tagged = (draft, tag = "compliance") => ({
    ...draft,
    tags: [tag, ...draft.tags],
});
const compliance = [
    tagged({
        name: "Clocks are in sync (NTP)",
        type: "service check",
        query: '"ntp.in_sync".by("*").last(2).count_by_status()',
        tags: ["control:a.8.17"],
        state: "OK",
    }),
    tagged(log("Audit log ingestion is quiet", "source:audit")),
    tagged(metric("Backup of the order database is late", "max(last_1d):max:backup.age{db:orders} > 93600")),
    tagged(metric("TLS certificate of the customer portal", "min(last_5m):min:tls.days_left{env:prod} < 10", "Warn")),
    tagged(log("Privileged login outside office hours", "source:okta @usr.role:admin")),
    tagged(log("Log archive was not written", "source:datadog.archives status:error", "Alert")),
    tagged({ ...log("CloudTrail delivery stopped", "source:cloudtrail", "No Data"), neverEvaluated: true }),
    tagged({
        ...metric("Intrusion detection agent is missing", "avg(last_5m):sum:datadog.agent.running{role:dmz} by {host} < 1"),
        mutedBy: "downtime",
    }),
    tagged({
        ...metric("Unencrypted volume", "max(last_1h):max:aws.ebs.unencrypted{env:prod} > 0"),
        mutedBy: "silenced",
    }),
    tagged({ ...log("Vulnerability scan is overdue", "source:scanner"), draft: true }),
    tagged({
        name: "[Synthetics] Customer portal login",
        type: "synthetics alert",
        query: "no_query",
        tags: ["check_type:browser", "check_status:paused", "probe_dc:aws:eu-central-1"],
        state: "No Data",
    }),
    tagged({
        ...log("Retention of audit logs", "source:datadog.retention", "Ignored"),
        type: "event-v2 alert",
    }),
    tagged(log("Failed administrator logins", "source:okta @evt.outcome:failure")),
    tagged({
        ...log(HOSTILE_MONITOR.name, "source:customer-portal @evt.outcome:failure"),
        tags: [HOSTILE_MONITOR.tag],
    }),
];
const nearMisses = [
    tagged(log("SOC 2: change without a ticket", "source:github -@ticket:*"), "compliance:soc2"),
    tagged(metric("SOC 2: uptime of the tracking API", "avg(last_1h):avg:api.up{env:prod} < 1"), "compliance:soc2"),
    tagged(metric("Customs declarations in the queue", "avg(last_5m):avg:customs.queue{env:prod} > 500"), "compliance-x"),
];
const STATES = ["OK", "OK", "OK", "Alert", "OK", "No Data", "OK", "Warn"];
const everyday = [
    "orders.latency",
    "orders.errors",
    "tracking.latency",
    "tracking.errors",
    "portal.latency",
    "portal.errors",
    "billing.latency",
    "billing.errors",
    "routing.latency",
    "routing.errors",
    "warehouse.scanners",
    "trucks.telemetry",
    "postgres.replication",
    "postgres.connections",
    "kafka.lag",
    "redis.memory",
    "kubernetes.restarts",
    "kubernetes.pending",
    "nginx.connections",
    "disk.usage",
    "memory.usage",
    "cpu.usage",
    "email.bounces",
].map((name, index) => metric(name, `avg(last_5m):avg:${name}{env:prod} by {service} > 80`, STATES[index % 8]));
/**
 * The 40 monitors of Northwind Freight. Tagged exactly `compliance`: 14, of
 * which 9 OK, 1 Alert, 1 Warn and 3 without a verdict; 2 are muted. Those
 * tagged `compliance:soc2` and `compliance-x` are not among them.
 */
const ROSTER = [
    ...everyday.slice(0, 8),
    ...compliance.slice(0, 7),
    ...nearMisses,
    ...everyday.slice(8, 15),
    ...compliance.slice(7),
    ...everyday.slice(15),
];

;// CONCATENATED MODULE: ./lib/demo/people.js
/** The people of Northwind Freight, whose names and addresses must never reach evidence. */
const PEOPLE = {
    ines: { id: 2041711, name: "Ines Okafor", handle: "ines.okafor@northwind-freight.example" },
    tomas: { id: 2041764, name: "Tomas Lindqvist", handle: "tomas.lindqvist@northwind-freight.example" },
    mei: { id: 2041802, name: "Mei Castellanos", handle: "mei.castellanos@northwind-freight.example" },
};

;// CONCATENATED MODULE: ./lib/demo/monitors.js



/** The organisation's number in Datadog's older endpoints. */
const ORG_ID = 1_200_417;
const FIRST_ID = 41_200_000;
const monitors_DAY_MS = 86_400_000;
/** Returns the monitors of Northwind Freight, ascending by id. */
function monitors(now) {
    return ROSTER.map((draft, index) => monitor(draft, { index, now }));
}
/** Returns many monitors tagged exactly `compliance`, ascending by id, all of them OK. */
function manyMonitors(count, now) {
    return Array.from({ length: count }, (_, index) => monitor({
        name: `Free space on volume ${index}`,
        type: "metric alert",
        query: `avg(last_5m):min:system.disk.free{volume:${index}} by {host} < 1000000000`,
        tags: ["compliance", "team:platform"],
        state: "OK",
    }, { index, now }));
}
function monitor(draft, { index, now }) {
    const id = FIRST_ID + index * 137;
    const label = `monitor ${id}`;
    const created = new Date(Date.UTC(2024, 2, 4, 9, 12) + index * 3 * monitors_DAY_MS);
    const modified = new Date(created.getTime() + whole(`${label} modified`, 200) * monitors_DAY_MS);
    const changed = new Date(now.getTime() - (1 + whole(`${label} changed`, 20 * 24)) * 3_600_000);
    const { name, handle, id: author } = pick(`${label} creator`, [PEOPLE.ines, PEOPLE.tomas, PEOPLE.mei]);
    const synthetic = draft.type === "synthetics alert";
    return {
        id,
        org_id: ORG_ID,
        type: draft.type,
        name: draft.name,
        message: `${draft.name.split("\n")[0]}. Notify @slack-platform-oncall and @${handle}`,
        tags: draft.tags,
        query: draft.query,
        options: {
            ...(synthetic ? {} : { thresholds: thresholds(draft) }),
            silenced: draft.mutedBy === "silenced" ? { "*": null } : {},
            notify_no_data: draft.type === "service check",
            notify_audit: false,
            include_tags: true,
            new_host_delay: 300,
            ...(synthetic ? { synthetics_check_id: "nwf-dem-001" } : {}),
        },
        multi: /\bby\b/.test(draft.query),
        created_at: created.getTime(),
        created: offsetIso(created, ".418291"),
        modified: offsetIso(modified, ".418291"),
        deleted: null,
        restricted_roles: null,
        priority: index % 3 === 0 ? 2 : null,
        draft_status: draft.draft === true ? "draft" : "published",
        overall_state: draft.state,
        overall_state_modified: draft.neverEvaluated === true ? null : offsetIso(changed, ""),
        creator: { id: author, name, handle, email: handle },
        matching_downtimes: draft.mutedBy === "downtime" ? [downtime(id, now)] : [],
    };
}
/** Without an entry in `silenced`, so that whoever reads only one of the two places misses a mute. */
function downtime(monitorId, now) {
    const start = Math.floor(now.getTime() / 1000) - 2 * 3600;
    return {
        id: 2_942_900_000 + (monitorId % 100_000),
        active: true,
        monitor_id: monitorId,
        start,
        end: start + 8 * 3600,
        scope: ["*"],
        groups: ["total"],
    };
}
function thresholds(draft) {
    if (draft.type === "service check")
        return { ok: 1, warning: 1, critical: 1 };
    const critical = Number(/[<>]=? (\d+(?:\.\d+)?)$/.exec(draft.query)?.[1] ?? 1);
    return draft.state === "Warn" ? { critical, warning: critical * 2 } : { critical };
}
/** Datadog writes the offset and six decimals where JavaScript writes a Z and three. */
function offsetIso(date, decimals) {
    return `${date.toISOString().slice(0, 19)}${decimals}+00:00`;
}

;// CONCATENATED MODULE: ./lib/demo/incidents.js

const urgent = [
    { hoursAgo: 5, rule: "rootLogin", triage: "open" },
    { hoursAgo: 29, rule: "stuffing", triage: "under_review" },
    { hoursAgo: 61, rule: "miner", triage: "archived:true_positive_malicious" },
    { hoursAgo: 102, rule: "rootLogin", triage: "archived:testing_or_maintenance" },
    { hoursAgo: 150, rule: "rootLogin", triage: "archived:remediated" },
    { hoursAgo: 2, rule: "travel", triage: "open" },
    { hoursAgo: 7, rule: "injection", triage: "open", title: HOSTILE_TITLE },
    { hoursAgo: 9, rule: "injection", triage: "open" },
    { hoursAgo: 14, rule: "pam", triage: "open" },
    { hoursAgo: 22, rule: "trailStopped", triage: "open" },
    { hoursAgo: 31, rule: "travel", triage: "open" },
    { hoursAgo: 33, rule: "bucketPublic", triage: "under_review" },
    { hoursAgo: 40, rule: "travel", triage: "under_review" },
    { hoursAgo: 47, rule: "pam", triage: "under_review" },
    { hoursAgo: 55, rule: "injection", triage: "under_review" },
    { hoursAgo: 58, rule: "trailStopped", triage: "archived:testing_or_maintenance" },
    { hoursAgo: 70, rule: "travel", triage: "archived:false_positive" },
    { hoursAgo: 77, rule: "travel", triage: "archived:true_positive_benign" },
    { hoursAgo: 84, rule: "pam", triage: "archived:testing_or_maintenance" },
    { hoursAgo: 96, rule: "bucketPublic", triage: "archived:remediated" },
    { hoursAgo: 109, rule: "injection", triage: "archived:false_positive" },
    { hoursAgo: 121, rule: "injection", triage: "archived:false_positive" },
    { hoursAgo: 133, rule: "travel", triage: "archived:true_positive_benign" },
    { hoursAgo: 147, rule: "pam", triage: "archived:testing_or_maintenance" },
    { hoursAgo: 160, rule: "trailStopped", triage: "archived:remediated" },
];
const before = [
    { hoursAgo: 176, rule: "miner", triage: "open" },
    { hoursAgo: 199, rule: "rootLogin", triage: "archived:remediated" },
    { hoursAgo: 178, rule: "travel", triage: "open" },
    { hoursAgo: 186, rule: "injection", triage: "under_review" },
    { hoursAgo: 207, rule: "bucketPublic", triage: "archived:remediated" },
    { hoursAgo: 221, rule: "pam", triage: "archived:false_positive" },
];
const background = Array.from({ length: 29 }, (_, index) => ({
    hoursAgo: 3 + index * 8,
    rule: ["mfaReset", "newKey", "scanner", "tor"][index % 4] ?? "scanner",
    triage: index % 3 === 0 ? "archived:true_positive_benign" : "open",
}));
/**
 * The ten days before now. In the last seven of them, clear of the edge so that
 * a run some minutes later sees the same: 5 critical signals (1 open, 1 under
 * review, 3 archived) and 20 high ones (6, 4 and 10).
 */
const INCIDENTS = [...urgent, ...before, ...background];

;// CONCATENATED MODULE: ./lib/demo/signals.js




const HOUR_MS = 3_600_000;
const RULE_TYPES = {
    log_detection: "Log Detection",
    workload_security: "Workload Security",
    application_security: "Application Security",
};
/** Returns the signals of the ten days before now. */
function signals(now) {
    return INCIDENTS.map((incident, index) => {
        const at = new Date(now.getTime() - incident.hoursAgo * HOUR_MS - whole(`signal ${index}`, 900_000));
        return signal({ ...incident, at, label: `signal ${index}` });
    });
}
/**
 * Returns many critical and high signals spread evenly over the six days before
 * now, the first of them the oldest; every third is archived.
 */
function manySignals(count, now) {
    const step = (6 * 24 * HOUR_MS) / count;
    return Array.from({ length: count }, (_, index) => signal({
        rule: index % 5 === 0 ? "rootLogin" : "travel",
        triage: index % 3 === 0 ? "archived:remediated" : "open",
        at: new Date(Math.floor(now.getTime() - (count - index) * step)),
        label: `bulk signal ${index}`,
    }));
}
function signal({ rule: key, triage, title, at, label }) {
    const rule = DETECTIONS[key];
    const person = pick(`${label} person`, [PEOPLE.ines, PEOPLE.tomas, PEOPLE.mei]);
    const host = `i-${hex(`${label} host`, 17)}`;
    const firstSeen = new Date(at.getTime() - 60_000).toISOString();
    const tags = [
        "security:attack",
        `source:${rule.source}`,
        `technique:${rule.technique}`,
        "env:prod",
        "team:platform-security",
        `user_email:${person.handle}`,
    ];
    return {
        id: Buffer.from(`AQAAAY${hex(label, 24)}`).toString("base64url"),
        type: "signal",
        attributes: {
            status: rule.severity,
            service: [rule.source],
            tags,
            timestamp: at.toISOString(),
            host,
            message: `%%%\n## Goal\nDetect: ${rule.name}.\n\n## Triage and response\n1. Ask ${person.name} (${person.handle}) what happened.\n\n%%%`,
            attributes: {
                status: "info",
                entities: [`host:${host}`, `@usr.id:${person.handle}`],
                hostname: host,
                service: rule.source,
                title: title ?? `${rule.name} - ${host}`,
                usr: { id: person.handle },
                workflow: signals_workflow(rule, triage, { firstSeen, lastSeen: at.toISOString(), label }),
                samples: [sample(rule, { at, host, label, user: person.handle })],
            },
        },
    };
}
function signals_workflow(rule, triage, seen) {
    const [state = "open", archiveReason] = triage.split(":");
    const { id, name, handle } = pick(`${seen.label} assignee`, [PEOPLE.tomas, PEOPLE.mei]);
    return {
        first_seen: seen.firstSeen,
        last_seen: seen.lastSeen,
        events_matched: 1 + whole(seen.label, 40),
        rule: {
            id: rule.id,
            name: rule.name,
            type: RULE_TYPES[rule.type],
            version: 3,
            isDefaultRule: true,
            defaultRuleId: `def-${rule.id.slice(-3)}`,
            defaultRuleVersion: 3,
            detectionMethod: "threshold",
        },
        triage: {
            state,
            ...(archiveReason === undefined ? {} : { archiveReason }),
            assignee: state === "open" ? { id: -1, name: "Unassigned" } : { id, name, handle },
            incidentIds: archiveReason === "true_positive_malicious" ? [whole(`${seen.label} incident`, 900)] : [],
        },
    };
}
/** A raw log event that triggered the signal: what evidence must leave out. */
function sample(rule, event) {
    const address = `203.0.113.${1 + whole(`${event.label} address`, 250)}`;
    return {
        id: hex(`${event.label} sample`, 24),
        eventId: hex(`${event.label} event`, 40),
        queryIndex: 0,
        trackKey: { orgId: 2, type: "logs" },
        content: {
            status: "info",
            service: rule.source,
            source: rule.source,
            host: event.host,
            host_id: whole(event.host, 2 ** 31),
            tags: [`source:${rule.source}`, `client_ip:${address}`],
            timestamp: event.at.toISOString(),
            tiebreaker: whole(event.label, 2 ** 31),
            custom: {
                status: "info",
                service: rule.source,
                hostname: event.host,
                title: `${event.user} from ${address}`,
                timestamp: event.at.getTime(),
                usr: { id: event.user, group: "employees" },
                process: { user: "root", args: ["--connect", address, "--as", event.user], pid: 683 },
            },
        },
    };
}

;// CONCATENATED MODULE: ./lib/demo/suppressions.js


/** Returns the suppression rules of Northwind Freight: one in force, one switched off. */
function suppressions() {
    return [
        suppression("Penetration test in staging", { enabled: true, query: "env:staging" }),
        suppression("Migration of the customs gateway", { enabled: false, query: "service:customs-gateway" }),
    ];
}
function suppression(name, { enabled, query }) {
    const created = Date.UTC(2025, 5, 2) + whole(`${name} created`, 300) * 86_400_000;
    const author = { handle: PEOPLE.mei.handle, name: PEOPLE.mei.name };
    return {
        id: [hex(name, 3), hex(`${name} 2`, 3), hex(`${name} 3`, 3)].join("-"),
        type: "suppressions",
        attributes: {
            creation_date: created,
            creator: author,
            data_exclusion_query: "",
            description: `Agreed with ${author.name}`,
            editable: true,
            enabled,
            name,
            rule_query: "type:log_detection",
            suppression_query: query,
            tags: ["team:platform-security"],
            update_date: created,
            updater: author,
            version: 1,
        },
    };
}

;// CONCATENATED MODULE: ./lib/demo/organisation.js









/** Returns the fictional company Northwind Freight as Datadog knows it; the same `now` gives the same data. */
function organisation(now) {
    return {
        id: uuid("organisation"),
        orgId: ORG_ID,
        name: "Northwind Freight",
        apiKey: hex("API key", 32),
        apiKeyId: uuid("API key"),
        appKey: hex("application key", 40),
        permissions: new Set([
            "security_monitoring_signals_read",
            "monitors_read",
            "security_monitoring_findings_read",
            "security_monitoring_rules_read",
            "security_monitoring_suppressions_read",
            "timeseries_query",
        ]),
        signals: signals(now),
        monitors: monitors(now),
        findings: findings(now),
        rules: rules(),
        suppressions: suppressions(),
        cloudAccounts: {
            aws: { configured: 6, partially: 1, total: 8 },
            azure: { configured: 2, partially: 0, total: 2 },
            gcp: { configured: 1, partially: 0, total: 1 },
        },
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/demo/answer.js
/** The media type of the findings endpoints. */
const JSON_API = "application/vnd.api+json";
/** The recorded answer to one request too many has no body at all. */
const TOO_MANY = { status: 429, contentType: "application/json", body: undefined };
/** Returns a JSON answer. */
function json(body, status = 200) {
    return { status, contentType: "application/json", body };
}
/** Returns an error as most endpoints write it. */
function errors(status, ...messages) {
    return json({ errors: messages }, status);
}
/** Returns an error as the findings endpoints write it. */
function jsonApiError(detail, title) {
    const error = { status: "400", ...(title === undefined ? {} : { title }), detail };
    return { status: 400, contentType: JSON_API, body: { errors: [error] } };
}
/** Returns the text of an answer as it goes over the wire. */
function encoded({ body, contentType }) {
    if (body === undefined)
        return Buffer.alloc(0);
    if (Buffer.isBuffer(body))
        return body;
    return Buffer.from(typeof body === "string" && !contentType.includes("json") ? body : JSON.stringify(body));
}

;// CONCATENATED MODULE: ./lib/demo/access.js

const HTML = "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";
/** Returns Datadog's refusal, or null when the keys open the endpoint. */
function refusal(headers, { keys, permission }, organisation) {
    const apiKey = headers["dd-api-key"] ?? "";
    const appKey = headers["dd-application-key"] ?? "";
    if (apiKey === "")
        return errors(403, "API key required");
    // The proxy in front rejects what cannot be a key, before Datadog sees it.
    if (!/^[0-9a-f]+$/i.test(apiKey))
        return { status: 403, contentType: "text/html", body: HTML };
    if (apiKey !== organisation.apiKey)
        return wrongApiKey();
    if (keys === "api")
        return null;
    if (appKey === "")
        return errors(401, "Unauthorized");
    if (appKey !== organisation.appKey)
        return errors(403, "Forbidden");
    if (permission === null || organisation.permissions.has(permission))
        return null;
    return errors(403, "Forbidden", "Failed permission authorization checks");
}
/** Another site than that of the key answers just so. */
function wrongApiKey() {
    return json({
        status: "error",
        code: 403,
        errors: ["Forbidden"],
        statuspage: "http://status.datadoghq.com",
        twitter: "http://twitter.com/datadogops",
        email: "support@datadoghq.com",
    }, 403);
}

;// CONCATENATED MODULE: ./lib/demo/deliver.js

/** Sends the answer, in the way that the fault has it. */
function deliver(response, answer, fault) {
    if (fault === "hang")
        return;
    if (fault === "reset") {
        response.socket?.resetAndDestroy();
        return;
    }
    const body = encoded(answer);
    if (typeof fault === "object" && "slowHead" in fault) {
        later(response, fault.slowHead, () => deliver_whole(response, answer, body));
        return;
    }
    if (fault === "truncate") {
        half(response, answer, body, () => response.socket?.destroy());
        return;
    }
    if (typeof fault === "object" && "slowBody" in fault) {
        const rest = body.subarray(Math.floor(body.length / 2));
        half(response, answer, body, () => later(response, fault.slowBody, () => response.end(rest)));
        return;
    }
    deliver_whole(response, answer, body);
}
function deliver_whole(response, answer, body) {
    head(response, answer, body);
    response.end(body);
}
function half(response, answer, body, then) {
    head(response, answer, body);
    response.flushHeaders();
    response.write(body.subarray(0, Math.floor(body.length / 2)), then);
}
function head(response, { status, contentType, headers = {} }, body) {
    response.writeHead(status, {
        ...(body.length === 0 ? {} : { "content-type": contentType }),
        ...headers,
        "content-length": body.length,
    });
}
/** A client that gave up must not keep the process alive. */
function later(response, delayMs, then) {
    if (response.destroyed)
        return;
    const timer = setTimeout(then, delayMs);
    response.once("close", () => clearTimeout(timer));
}

;// CONCATENATED MODULE: ./lib/demo/faults.js
/** Returns the fault that meets the nth request of a route, counted from 1. */
function faultOf(faults, route, nth) {
    const script = faults[route] ?? [];
    return typeof script === "function" ? script(nth) : (script[nth - 1] ?? "ok");
}
/** Returns what goes out in place of the true answer, for the faults that lie in the answer itself. */
function faulty(fault, answer) {
    if (typeof fault === "string")
        return answer;
    if ("redirect" in fault) {
        return { status: 302, contentType: "text/plain", body: undefined, headers: { location: fault.redirect } };
    }
    if ("raw" in fault)
        return { status: 200, contentType: fault.contentType, body: Buffer.from(fault.raw) };
    if ("rewrite" in fault) {
        // A copy, so that a rewrite that changes its argument does not change the organisation.
        return answer.status === 200 ? { ...answer, body: fault.rewrite(structuredClone(answer.body)) } : answer;
    }
    if ("status" in fault) {
        const contentType = typeof fault.body === "string" ? "text/html" : "application/json";
        return { status: fault.status, contentType, body: fault.body, headers: fault.headers ?? {} };
    }
    return answer;
}

;// CONCATENATED MODULE: ./lib/demo/rate-limit.js
/** What the recordings of `GET /api/v1/monitor` carry. */
const USUAL = { limit: 1000, periodSeconds: 10 };
/**
 * Counts requests for each endpoint in periods aligned to the clock, as Datadog
 * does. Without a limit it counts and never refuses.
 */
class RateLimiter {
    #rate;
    #enforced;
    #taken = new Map();
    constructor(rate) {
        this.#rate = rate ?? USUAL;
        this.#enforced = rate !== undefined;
    }
    /** Counts one request; returns the headers that tell, and whether it is one too many. */
    take(name, nowMs) {
        const { limit, periodSeconds } = this.#rate;
        const period = Math.floor(nowMs / 1000 / periodSeconds);
        const before = this.#taken.get(name);
        const count = (before?.period === period ? before.count : 0) + 1;
        this.#taken.set(name, { period, count });
        const reset = Math.max(1, Math.ceil((period + 1) * periodSeconds - nowMs / 1000));
        const headers = {
            "x-ratelimit-limit": String(limit),
            "x-ratelimit-period": String(periodSeconds),
            "x-ratelimit-remaining": String(Math.max(0, limit - count)),
            "x-ratelimit-reset": String(reset),
            "x-ratelimit-name": name,
        };
        return { headers, exceeded: this.#enforced && count > limit };
    }
}

;// CONCATENATED MODULE: ./lib/demo/list-findings.js

/** The query parameters that are embedded; the endpoint refuses what it does not know. */
const PARAMETERS = new Set([
    "page[limit]",
    "filter[vulnerability_type]",
    "filter[status]",
    "filter[evaluation]",
]);
/**
 * Answers the first page of `GET /api/v2/posture_management/findings`, the legacy
 * list in which `status` is the severity and closed findings are absent.
 */
function listFindings({ organisation, query, now, omitTotals }) {
    const limit = Number(query.get("page[limit]") ?? 100);
    const names = [...query.keys()];
    const isKnown = names.every((name) => PARAMETERS.has(name)) && new Set(names).size === names.length;
    if (!isKnown || !Number.isInteger(limit) || limit < 1 || limit > 1000)
        return jsonApiError("Invalid filters");
    const found = organisation.findings.filter(({ attributes }) => {
        const { finding_type: type, severity, status, compliance } = attributes.attributes.custom;
        return (status !== "auto_closed" &&
            status !== "resolved" &&
            compliance !== undefined &&
            isAsked(query, "filter[vulnerability_type]", type) &&
            isAsked(query, "filter[status]", severity) &&
            isAsked(query, "filter[evaluation]", compliance.evaluation));
    });
    const page = omitTotals ? {} : { total_filtered_count: found.length };
    return {
        status: 200,
        contentType: JSON_API,
        body: {
            data: found.slice(0, limit).map(legacy),
            meta: { page, snapshot_timestamp: now.getTime() },
        },
    };
}
function isAsked(query, name, value) {
    const asked = query.get(name);
    return asked === null || asked === value;
}
function legacy({ id, attributes }) {
    const found = attributes.attributes.custom;
    return {
        id,
        type: "finding",
        attributes: {
            evaluation: found.compliance?.evaluation,
            evaluation_changed_at: found.detection_changed_at,
            mute: { muted: found.workflow.mute.is_muted },
            resource: found.resource_id,
            resource_discovery_date: found.first_seen_at,
            resource_type: found.resource_type,
            rule: { id: found.rule?.["id"], name: found.rule?.["name"] },
            status: found.severity,
            tags: attributes.tags,
        },
    };
}

;// CONCATENATED MODULE: ./lib/demo/list-monitors.js

const GROUP_STATES = new Set(["all", "alert", "warn", "no data", "ok"]);
const MOST = 1000;
/** Answers `GET /api/v1/monitor`. */
function listMonitors({ query, organisation, searchMatchesPrefixes }) {
    const groupStates = query.get("group_states")?.split(",") ?? [];
    if (groupStates.some((state) => !GROUP_STATES.has(state.trim()))) {
        return errors(400, "Invalid group_state filters.");
    }
    const size = number(query, "page_size", 100);
    const page = number(query, "page", 0);
    const offset = number(query, "id_offset", 0);
    if (size === null || size < 1 || size > MOST || page === null || offset === null) {
        return errors(400, "Invalid paging parameters.");
    }
    const tags = list(query, "monitor_tags");
    const scopes = list(query, "tags");
    const name = query.get("name") ?? "";
    const found = organisation.monitors
        .filter(({ id }) => id > offset)
        .filter((monitor) => tags.every((tag) => hasTag(monitor, tag, searchMatchesPrefixes)))
        .filter((monitor) => scopes.every((scope) => scopesOf(monitor).includes(scope)))
        .filter((monitor) => monitor.name.includes(name))
        .toSorted((a, b) => a.id - b.id);
    // Without any paging parameter Datadog answers everything at once, which is what times out in large organisations.
    const paged = ["page", "page_size", "id_offset"].some((parameter) => query.has(parameter));
    const shown = paged ? found.slice(page * size, (page + 1) * size) : found;
    const withDowntimes = query.get("with_downtimes") === "true";
    return json(withDowntimes ? shown : shown.map(withoutDowntimes));
}
function withoutDowntimes(monitor) {
    return { ...monitor, matching_downtimes: [] };
}
/** Whether the monitor carries the tag, or a key of that name when prefixes count. */
function hasTag({ tags }, tag, orPrefix) {
    return tags.includes(tag) || (orPrefix && tags.some((own) => own.startsWith(`${tag}:`)));
}
/** Returns what the monitor's query is limited to, such as `env:prod`. */
function scopesOf({ query }) {
    const braces = /\{([^}]*)\}/.exec(query)?.[1];
    if (braces !== undefined)
        return braces.split(",");
    const over = /\.over\("([^"]*)"\)/.exec(query)?.[1];
    return over === undefined ? [] : [over];
}
function list(query, name) {
    return (query.get(name) ?? "").split(",").filter((value) => value !== "");
}
function number(query, name, otherwise) {
    const text = query.get(name);
    if (text === null)
        return otherwise;
    return /^\d+$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: ./lib/demo/list-suppressions.js

/** Answers `GET /api/v2/security_monitoring/configuration/suppressions`; without a page size all come. */
function listSuppressions({ organisation, query, omitTotals }) {
    const size = Number(query.get("page[size]") ?? -1);
    const page = Number(query.get("page[number]") ?? 0);
    if (!Number.isInteger(size) || size < -1 || size === 0 || !Number.isInteger(page) || page < 0) {
        return errors(400, "Invalid paging parameters.");
    }
    const all = organisation.suppressions;
    const data = size === -1 ? all : all.slice(page * size, (page + 1) * size);
    const meta = { page: { totalCount: all.length, pageSize: size, pageNumber: page } };
    return { status: 200, contentType: JSON_API, body: omitTotals ? { data } : { data, meta } };
}

;// CONCATENATED MODULE: ./lib/demo/json.js
/** Whether the value is a JSON object, so that its members can be looked at. */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Returns what lies at a dotted path such as `workflow.rule.type`, or undefined. */
function at(value, path) {
    let here = value;
    for (const key of path.split(".")) {
        if (!isRecord(here))
            return undefined;
        here = here[key];
    }
    return here;
}
/** Returns a value as a search compares it: each scalar as text, nothing for objects and gaps. */
function searchable(value) {
    if (Array.isArray(value))
        return value.flatMap(searchable);
    if (typeof value === "string")
        return [value];
    return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

;// CONCATENATED MODULE: ./lib/demo/query.js
/**
 * Parses the part of the log search syntax that is used here: `field:value`,
 * `@a.b:(x OR y)`, a leading `-` or NOT, AND, OR, parentheses, quotes, `*` and
 * `?` in unquoted values; side by side means AND. Returns null for anything else.
 */
function parseQuery(text) {
    const reader = new Reader(text);
    if (reader.isAtEnd())
        return () => true;
    try {
        const query = alternatives(reader, term);
        return reader.isAtEnd() ? query : null;
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return null;
    }
}
const OPERATOR = /(?:OR|AND|NOT)(?=[\s()]|$)/y;
function alternatives(reader, leaf) {
    const options = [conjunction(reader, leaf)];
    while (reader.take(/OR(?=[\s(])/y) !== null)
        options.push(conjunction(reader, leaf));
    return (fields) => options.some((option) => option(fields));
}
function conjunction(reader, leaf) {
    const parts = [signed(reader, leaf)];
    while (reader.take(/AND(?=[\s(])/y) !== null || !reader.sees(/\)|OR(?=[\s(])|$/y)) {
        parts.push(signed(reader, leaf));
    }
    return (fields) => parts.every((part) => part(fields));
}
function signed(reader, leaf) {
    const isNegated = reader.take(/-(?=\S)|NOT(?=[\s(])/y) !== null;
    const query = reader.sees(/\(/y) ? grouped(reader, leaf) : leaf(reader);
    return isNegated ? (fields) => !query(fields) : query;
}
function grouped(reader, leaf) {
    reader.expect(/\(/y);
    const inner = alternatives(reader, leaf);
    reader.expect(/\)/y);
    return inner;
}
/** `field:value`, `field:(values)`, `*` or a bare tag. */
function term(reader) {
    const field = reader.take(/@?[\w./-]+:(?=\S)/y)?.slice(0, -1);
    if (field === undefined)
        return reader.take(/\*(?=[\s)]|$)/y) === null ? value("tag")(reader) : () => true;
    return reader.sees(/\(/y) ? grouped(reader, value(field)) : value(field)(reader);
}
function value(field) {
    return (reader) => {
        if (reader.sees(OPERATOR))
            throw new SyntaxError("an operator stands where a value should");
        const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y);
        const text = quoted === null ? reader.expect(/(?:[^\s()"\\]|\\.)+/y) : unescaped(quoted.slice(1, -1));
        const accepts = quoted === null ? wildcard(text) : (candidate) => candidate === text;
        return (fields) => fields(field).some(accepts);
    };
}
function wildcard(text) {
    if (!/[*?]/.test(text))
        return (candidate) => candidate === unescaped(text);
    const pattern = unescaped(text).replaceAll(/[.+^${}()|[\]\\]/g, String.raw `\$&`);
    const regexp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
    return (candidate) => regexp.test(candidate);
}
function unescaped(text) {
    return text.replaceAll(/\\(.)/g, "$1");
}
/** Where we are in the text; takes sticky expressions and skips white space before each. */
class Reader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text.trim();
    }
    isAtEnd() {
        return this.#at === this.#text.length;
    }
    sees(expression) {
        return this.#match(expression) !== null;
    }
    take(expression) {
        const found = this.#match(expression);
        if (found !== null)
            this.#at = expression.lastIndex;
        return found;
    }
    expect(expression) {
        const found = this.take(expression);
        if (found === null)
            throw new SyntaxError(`cannot read the query at ${this.#at}`);
        return found;
    }
    #match(expression) {
        while (/\s/.test(this.#text.charAt(this.#at)))
            this.#at += 1;
        expression.lastIndex = this.#at;
        return expression.exec(this.#text)?.[0] ?? null;
    }
}

;// CONCATENATED MODULE: ./lib/demo/paging.js
/**
 * Returns a function that puts items in order of key, then id. It does so once
 * for each list: tens of thousands of records are read in hundreds of pages.
 */
function ordering(placeOf) {
    const known = new WeakMap();
    return (items) => {
        const ordered = known.get(items) ??
            items.map((item) => ({ item, place: placeOf(item) })).toSorted((a, b) => compare(a.place, b.place));
        known.set(items, ordered);
        return ordered;
    };
}
/** Returns the page after a place, which is null for the first page. */
function pageAfter(ordered, asked) {
    const found = [];
    for (let step = 0; step < ordered.length && found.length < asked.limit; step += 1) {
        const placed = ordered[asked.descending ? ordered.length - 1 - step : step];
        if (placed !== undefined && isAfter(placed.place, asked) && asked.matches(placed))
            found.push(placed);
    }
    const last = found.at(-1);
    return { items: found.map(({ item }) => item), after: last === undefined ? null : cursorOf(last.place) };
}
/** Returns the place a cursor stands for, null when none was sent, undefined when it is not one of ours. */
function placeOfCursor(cursor) {
    if (cursor === undefined)
        return null;
    if (typeof cursor !== "string")
        return undefined;
    const decoded = Buffer.from(cursor, "base64url").toString();
    const [, key, id] = /^\{"after":"(-?\d+)~([^"\\]*)"\}$/.exec(decoded) ?? [];
    return key === undefined || id === undefined ? undefined : { key: Number(key), id };
}
function cursorOf({ key, id }) {
    return Buffer.from(JSON.stringify({ after: `${key}~${id}` })).toString("base64url");
}
function isAfter(place, { after, descending }) {
    if (after === null)
        return true;
    return descending ? compare(place, after) < 0 : compare(place, after) > 0;
}
function compare(a, b) {
    if (a.key !== b.key)
        return a.key - b.key;
    if (a.id === b.id)
        return 0;
    return a.id < b.id ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/demo/search-signals.js




const GET_PATH = "/api/v2/security_monitoring/signals";
const search_signals_MOST = 1000;
const byTimestamp = ordering(({ id, attributes }) => ({
    key: Date.parse(attributes.timestamp),
    id,
}));
/** Answers `POST /api/v2/security_monitoring/signals/search`. */
function searchSignals(question) {
    const asked = search(question);
    if (typeof asked === "string")
        return errors(400, asked);
    const { query, from, to, limit, sort } = asked;
    const page = pageAfter(byTimestamp(question.organisation.signals), {
        ...asked,
        descending: sort.startsWith("-"),
        matches: ({ item, place }) => place.key >= from && place.key <= to && query(fieldsOf(item)),
    });
    // A page that is not full still carries a cursor; the end is a page without `meta`.
    if (page.after === null)
        return json({ data: [] });
    const next = new URL(GET_PATH, question.url);
    next.search = new URLSearchParams({
        sort,
        "filter[query]": asked.text,
        "filter[from]": new Date(from).toISOString(),
        "filter[to]": new Date(to).toISOString(),
        "page[cursor]": page.after,
        "page[limit]": String(limit),
    }).toString();
    return json({ meta: { page: { after: page.after } }, links: { next: next.href }, data: page.items });
}
/** Returns what is searched for, or what is wrong with it. */
function search({ body, now }) {
    const from = instant(at(body, "filter.from"), now.getTime() - 15 * 60_000);
    const to = instant(at(body, "filter.to"), now.getTime());
    if (Number.isNaN(from) || Number.isNaN(to))
        return "Invalid time in filter.from or filter.to";
    const limit = at(body, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > search_signals_MOST) {
        return `page.limit must be between 1 and ${search_signals_MOST}`;
    }
    const sort = at(body, "sort") ?? "timestamp";
    if (sort !== "timestamp" && sort !== "-timestamp")
        return "sort must be timestamp or -timestamp";
    const after = placeOfCursor(at(body, "page.cursor"));
    if (after === undefined)
        return "Invalid page.cursor";
    const text = at(body, "filter.query") ?? "*";
    const query = typeof text === "string" ? parseQuery(text) : null;
    return typeof text !== "string" || query === null
        ? "Invalid filter.query"
        : { query, text, from, to, limit, sort, after };
}
/** NaN unless it is an ISO instant: date math is not in the specification. */
function instant(value, otherwise) {
    if (value === undefined)
        return otherwise;
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
}
/** Returns a signal as a query sees it. */
function fieldsOf({ attributes }) {
    return (name) => {
        if (name.startsWith("@"))
            return searchable(at(attributes.attributes, name.slice(1)));
        if (name === "tag")
            return attributes.tags;
        if (name === "status" || name === "host" || name === "service")
            return searchable(attributes[name]);
        return attributes.tags
            .filter((tag) => tag.startsWith(`${name}:`))
            .map((tag) => tag.slice(name.length + 1));
    };
}

;// CONCATENATED MODULE: ./lib/demo/query-scalar.js




/** Answers `POST /api/v2/query/scalar` as far as it counts security signals. */
function queryScalar({ organisation, body, omitTotals }) {
    const asked = counting(body);
    if (typeof asked === "string")
        return errors(400, asked);
    const { name, from, to, query } = asked;
    const found = organisation.signals.filter((signal) => {
        const time = Date.parse(signal.attributes.timestamp);
        return time >= from && time <= to && query(fieldsOf(signal));
    });
    const column = { name, type: "number", values: [found.length], meta: { unit: null } };
    return json({
        data: { id: "0", type: "scalar_response", attributes: { columns: omitTotals ? [] : [column] } },
    });
}
/** Returns what is to be counted, or what is wrong with it. */
function counting(body) {
    const asked = at(body, "data.attributes");
    const [from, to] = [at(asked, "from"), at(asked, "to")];
    if (typeof from !== "number" || typeof to !== "number")
        return "from and to must be milliseconds";
    const [formula, query] = [only(at(asked, "formulas")), only(at(asked, "queries"))];
    const name = at(query, "name");
    if (typeof name !== "string" || at(formula, "formula") !== name)
        return "Invalid formula";
    if (at(query, "data_source") !== "security_signals")
        return "Invalid data_source";
    if (at(query, "compute.aggregation") !== "count")
        return "Invalid compute.aggregation";
    const text = at(query, "search.query");
    const parsed = typeof text === "string" ? parseQuery(text) : null;
    return parsed === null ? "Invalid search.query" : { name, from, to, query: parsed };
}
/** Returns the first of a list, or undefined where there is not exactly one. */
function only(list) {
    const values = Array.isArray(list) ? list : [];
    return values.length === 1 ? values[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/demo/search-findings.js





const search_findings_GET_PATH = "/api/v2/security/findings";
const search_findings_MOST = 150;
const byChange = ordering(({ id, attributes }) => ({ key: attributes.timestamp, id }));
/** Answers `POST /api/v2/security/findings/search`. */
function searchFindings({ organisation, body }) {
    const asked = search_findings_search(body);
    if ("status" in asked)
        return asked;
    const { query, text, limit, sort } = asked;
    const page = pageAfter(byChange(organisation.findings), {
        ...asked,
        descending: sort.startsWith("-"),
        matches: ({ item }) => query(search_findings_fieldsOf(item)),
    });
    const meta = { elapsed: 120, request_id: `pddv1${hex(`${text} ${page.after}`, 40)}`, status: "done" };
    if (page.after === null)
        return answer({ data: [], meta });
    const next = new URLSearchParams({
        "filter[query]": text,
        "page[cursor]": page.after,
        "page[limit]": String(limit),
        sort,
    });
    return answer({
        data: page.items,
        meta: { ...meta, page: { after: page.after } },
        links: { next: `${search_findings_GET_PATH}?${next.toString()}` },
    });
}
/** Returns what is searched for, or the answer that says what is wrong with it. */
function search_findings_search(body) {
    if (!isRecord(body) || !("data" in body)) {
        return jsonApiError('document is missing required top-level members; must have one of: "data", "meta", "errors"', "Bad Request");
    }
    const asked = at(body, "data.attributes");
    const limit = at(asked, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > search_findings_MOST) {
        return jsonApiError(`page limit must be between 1 and ${search_findings_MOST}`, "Bad Request");
    }
    const sort = at(asked, "sort") ?? "-@detection_changed_at";
    if (sort !== "@detection_changed_at" && sort !== "-@detection_changed_at") {
        return jsonApiError("invalid sort", "Bad Request");
    }
    const after = placeOfCursor(at(asked, "page.cursor"));
    const text = at(asked, "filter") ?? "*";
    const query = typeof text === "string" ? parseQuery(text) : null;
    return after === undefined || typeof text !== "string" || query === null
        ? jsonApiError("Invalid filters")
        : { query, text, limit, sort, after };
}
function answer(body) {
    return { status: 200, contentType: JSON_API, body };
}
function search_findings_fieldsOf({ attributes }) {
    return (name) => {
        if (name.startsWith("@"))
            return searchable(at(attributes.attributes.custom, name.slice(1)));
        if (name === "tag")
            return attributes.tags;
        return attributes.tags
            .filter((tag) => tag.startsWith(`${name}:`))
            .map((tag) => tag.slice(name.length + 1));
    };
}

;// CONCATENATED MODULE: ./lib/demo/search-monitors.js



const STATUSES = new Set([
    "alert",
    "ignored",
    "no data",
    "ok",
    "skipped",
    "unknown",
    "warn",
]);
/** Answers `GET /api/v1/monitor/search`. */
function searchMonitors(question) {
    const { query, organisation, searchMatchesPrefixes, omitTotals } = question;
    const matches = parsed(query.get("query") ?? "");
    if (typeof matches === "string")
        return errors(400, matches);
    const perPage = Number(query.get("per_page") ?? 30);
    const page = Number(query.get("page") ?? 0);
    if (!Number.isInteger(perPage) || perPage < 1 || !Number.isInteger(page) || page < 0) {
        return errors(400, "Invalid paging parameters.");
    }
    const found = organisation.monitors.filter((monitor) => matches(search_monitors_fieldsOf(monitor, searchMatchesPrefixes)));
    const totals = omitTotals
        ? {}
        : { total_count: found.length, page_count: Math.ceil(found.length / perPage) };
    return json({
        counts: {
            status: facet(found.map((monitor) => monitor.overall_state)),
            muted: facet(found.map(isMuted)),
            tag: facet(found.flatMap((monitor) => monitor.tags)),
            type: facet(found.map(classification)),
        },
        monitors: found.slice(page * perPage, (page + 1) * perPage).map(searched),
        metadata: { ...totals, page, per_page: perPage },
    });
}
function parsed(text) {
    const asked = /\bstatus:(\([^)]*\)|"[^"]*"|\S+)/.exec(text)?.[1] ?? "";
    const names = asked.replaceAll(/[()"]/g, "").split(" OR ");
    const unknown = names.find((name) => name !== "" && !STATUSES.has(name.trim().toLowerCase()));
    if (unknown !== undefined)
        return `Query parsing error: '${unknown}' is not a valid monitor status`;
    return parseQuery(text) ?? "Query parsing error";
}
function search_monitors_fieldsOf(monitor, orPrefix) {
    return (name) => {
        if (name === "tag") {
            // Datadog does not say whether tag:compliance also finds compliance:soc2, so the double can do both.
            const keys = monitor.tags.map((tag) => tag.split(":")[0] ?? tag);
            return orPrefix ? [...monitor.tags, ...keys] : monitor.tags;
        }
        if (name === "status")
            return [monitor.overall_state, monitor.overall_state.toLowerCase()];
        if (name === "muted")
            return [String(isMuted(monitor))];
        if (name === "type")
            return [classification(monitor)];
        if (name === "metric")
            return metricsOf(monitor);
        if (name === "scope")
            return scopesOf(monitor);
        return monitor.tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1));
    };
}
/** A monitor as the search shows it: other names and other forms than in the list. */
function searched(monitor) {
    const changed = monitor.overall_state_modified;
    const seconds = changed === null ? null : Math.floor(Date.parse(changed) / 1000);
    const failing = monitor.overall_state === "Alert" || monitor.overall_state === "Warn";
    return {
        id: monitor.id,
        org_id: monitor.org_id,
        name: monitor.name,
        type: monitor.type,
        classification: classification(monitor),
        query: monitor.query,
        status: monitor.overall_state,
        overall_state_modified: seconds,
        last_triggered_ts: failing ? seconds : null,
        muted_until_ts: monitor.matching_downtimes[0]?.end ?? null,
        tags: monitor.tags,
        scopes: scopesOf(monitor),
        metrics: metricsOf(monitor),
        notifications: [...monitor.message.matchAll(/@([\w.@-]+)/g)].map(([, handle]) => ({
            handle,
            name: handle,
        })),
        priority: monitor.priority,
        restricted_roles: monitor.restricted_roles ?? [],
        creator: { id: monitor.creator.id, handle: monitor.creator.handle, name: monitor.creator.name },
    };
}
function isMuted(monitor) {
    return monitor.matching_downtimes.length > 0 || Object.keys(monitor.options.silenced).length > 0;
}
function classification({ type }) {
    if (type === "service check")
        return "custom";
    return type.replace(/ alert$/, "").replace("query", "metric");
}
function metricsOf({ query }) {
    const metric = /(?:avg|sum|min|max):([\w.]+)\{/.exec(query)?.[1] ?? /^"([\w.]+)"/.exec(query)?.[1];
    return metric === undefined ? [] : [metric];
}
function facet(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ count, name })).toSorted((a, b) => b.count - a.count);
}

;// CONCATENATED MODULE: ./lib/demo/routes.js








/** The endpoints of Datadog that are embedded; all of them only read. */
const ENDPOINTS = {
    "GET /api/v1/validate": {
        keys: "api",
        permission: null,
        limitName: "validate",
        answer: () => json({ valid: true }),
    },
    "GET /api/v2/validate": { keys: "api", permission: null, limitName: "validate_v2", answer: validateV2 },
    "GET /api/v2/validate_keys": {
        keys: "both",
        permission: null,
        limitName: "validate_keys",
        answer: () => json({ status: "ok" }),
    },
    "POST /api/v2/security_monitoring/signals/search": {
        keys: "both",
        permission: "security_monitoring_signals_read",
        limitName: "security_monitoring_signals_search",
        answer: searchSignals,
    },
    "GET /api/v1/monitor": {
        keys: "both",
        permission: "monitors_read",
        limitName: "get_all_monitors",
        answer: listMonitors,
    },
    "GET /api/v1/monitor/search": {
        keys: "both",
        permission: "monitors_read",
        limitName: "search_monitors",
        answer: searchMonitors,
    },
    "POST /api/v2/security/findings/search": {
        keys: "both",
        permission: "security_monitoring_findings_read",
        limitName: "security_findings_search",
        answer: searchFindings,
    },
    "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts": {
        keys: "both",
        permission: null,
        limitName: "csm_coverage",
        answer: cloudCoverage,
    },
    "GET /api/v2/security_monitoring/rules": {
        keys: "both",
        permission: "security_monitoring_rules_read",
        limitName: "security_monitoring_rules",
        answer: listRules,
    },
    "GET /api/v2/security_monitoring/configuration/suppressions": {
        keys: "both",
        permission: "security_monitoring_suppressions_read",
        limitName: "security_monitoring_suppressions",
        answer: listSuppressions,
    },
    "GET /api/v2/posture_management/findings": {
        keys: "both",
        permission: "security_monitoring_findings_read",
        limitName: "posture_management_findings",
        answer: listFindings,
    },
    "POST /api/v2/query/scalar": {
        keys: "both",
        permission: "timeseries_query",
        limitName: "query_scalar",
        answer: queryScalar,
    },
};
/** Whether a method and a path are embedded. */
function isRoute(text) {
    return Object.hasOwn(ENDPOINTS, text);
}
function validateV2({ organisation }) {
    const attributes = { api_key_id: organisation.apiKeyId, api_key_scopes: [], valid: true };
    return json({ data: { attributes, id: organisation.id, type: "validate_v2" } });
}
function cloudCoverage({ organisation }) {
    const { aws, azure, gcp } = organisation.cloudAccounts;
    const total = {
        configured: aws.configured + azure.configured + gcp.configured,
        partially: aws.partially + azure.partially + gcp.partially,
        total: aws.total + azure.total + gcp.total,
    };
    return json({
        data: {
            id: organisation.id,
            type: "get_cloud_accounts_coverage_analysis_response_public_v0",
            attributes: {
                org_id: organisation.orgId,
                aws_coverage: coverage(aws),
                azure_coverage: coverage(azure),
                gcp_coverage: coverage(gcp),
                total_coverage: coverage(total),
            },
        },
    });
}
function coverage({ configured, partially, total }) {
    return {
        configured_resources_count: configured,
        partially_configured_resources_count: partially,
        total_resources_count: total,
        coverage: total === 0 ? 0 : configured / total,
    };
}
function listRules({ organisation, query, omitTotals }) {
    const size = Number(query.get("page[size]") ?? 10);
    const page = Number(query.get("page[number]") ?? 0);
    if (!Number.isInteger(size) || size < 1 || !Number.isInteger(page) || page < 0) {
        return errors(400, "Invalid paging parameters.");
    }
    const data = organisation.rules.slice(page * size, (page + 1) * size);
    const total = organisation.rules.length;
    return json({
        data,
        ...(omitTotals ? {} : { meta: { page: { total_count: total, total_filtered_count: total } } }),
    });
}

;// CONCATENATED MODULE: ./lib/demo/server.js








/** Starts a Datadog that knows one organisation; it only reads. */
async function startDatadog(organisation, options = {}) {
    const requests = [];
    const now = options.now ?? (() => new Date());
    let respond = null;
    const receive = async (request, response) => {
        const recorded = await record(request, now());
        requests.push(recorded);
        respond?.(recorded, response);
    };
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: 60_000 }, (request, response) => {
        receive(request, response).catch((error) => response.destroy(asError(error)));
    });
    const listening = Promise.withResolvers();
    server.once("error", listening.reject).listen(0, "127.0.0.1", listening.resolve);
    await listening.promise;
    const address = server.address();
    if (address === null || typeof address === "string")
        throw new Error("the embedded Datadog has no port");
    const url = `http://127.0.0.1:${address.port}`;
    respond = responder({ organisation, options, url });
    const close = () => new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
    return { url, requests, close, [Symbol.asyncDispose]: close };
}
/** Returns what answers each request: the fault whose turn it is, the rate limit, the keys, then the truth. */
function responder({ organisation, options, url, }) {
    const { faults = {}, clockSkewMs = 0, searchMatchesPrefixes = true, omitTotals = false } = options;
    const limiter = new RateLimiter(options.rateLimit);
    const counts = new Map();
    return ({ method, path, query, body, headers, at }, response) => {
        const now = new Date(at.getTime() + clockSkewMs);
        const route = `${method} ${path}`;
        const endpoint = isRoute(route) ? ENDPOINTS[route] : null;
        const rate = limiter.take(endpoint?.limitName ?? "global_org", now.getTime());
        response.setHeader("date", now.toUTCString());
        response.setHeaders(new Map(Object.entries(rate.headers)));
        if (!isRoute(route) || endpoint === null) {
            deliver(response, errors(404, "Not found"), "ok");
            return;
        }
        const nth = (counts.get(route) ?? 0) + 1;
        counts.set(route, nth);
        const fault = faultOf(faults, route, nth);
        const world = { organisation, url, now, searchMatchesPrefixes, omitTotals };
        const truth = () => refusal(headers, endpoint, organisation) ??
            endpoint.answer({ query: new URLSearchParams(query), body, ...world });
        deliver(response, faulty(fault, rate.exceeded ? TOO_MANY : truth()), fault);
    };
}
async function record(request, at) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    return {
        method: request.method ?? "GET",
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: server_parsed(await (0,consumers_.text)(request)),
        headers: Object.fromEntries(headers),
        at,
    };
}
function server_parsed(body) {
    if (body === "")
        return null;
    try {
        return JSON.parse(body);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return body;
    }
}
function asError(error) {
    return error instanceof Error ? error : new Error(String(error));
}

;// CONCATENATED MODULE: ./lib/demo/demo.js
var demo_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var demo_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


















const FOLDER = "demo-output";
const KEY_NAME = "signing-key.pub.pem";
const REPORT_NAME = "report.html";
const REPOSITORY = "compliance-evidence";
const demo = {
    summary: "do the whole job on an embedded Datadog, without an account",
    synopsis: "",
    flags: [],
    notes: `Leaves ${FOLDER}/ here, replaced each time, with ${REPOSITORY}/ (a git repository),\n${KEY_NAME} and ${REPORT_NAME}.`,
    options: {},
    async run(given, { dist, log, print, cancellation }) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            refuseWords(given, "demo");
            const root = external_node_path_.resolve(FOLDER);
            const repository = external_node_path_.join(root, REPOSITORY);
            await emptied(root);
            await gitInit(repository);
            const { privatePem, publicPem } = (0,key/* generatedKey */.FQ)(null);
            await (0,promises_.writeFile)(external_node_path_.join(root, KEY_NAME), publicPem);
            const northwind = organisation(new Date());
            const datadog = demo_addDisposableResource(env_1, await startDatadog(northwind), true);
            const config = (0,lib_config/* configOf */.W1)({
                "api-key": northwind.apiKey,
                "app-key": northwind.appKey,
                stream: "demo",
                organization: northwind.name,
                "signing-key": privatePem,
            });
            const { published, exit } = await (0,run/* run */.e)(config, {
                run: (0,identity/* runIdentity */.yK)({}, {}),
                collector: async () => (0,identity/* collectorIdentity */.K3)(dist),
                apiUrl: datadog.url,
                to: {
                    out: null,
                    repository: { folder: repository, path: "." },
                    artifact: null,
                    guide: (0,guide/* verifyGuide */.k)(),
                    companions: () => [],
                },
                signal: cancellation(),
                now: () => new Date(),
                log,
            });
            for (const reason of exit.reasons)
                log.warning((0,report_text/* logLine */.BP)(reason));
            if (exit.code !== 0)
                return exit.code;
            const trusted = (0,key/* publicKey */.jE)(publicPem);
            const verdict = await verifyRun(await readRunFolder(published.folder), [trusted]);
            if (!verdict.isGenuine)
                throw new Error("the demo's own evidence does not verify");
            const { evidence, files, attestation } = published;
            const page = (0,of_run/* reportOfRun */.Z)({
                evidence,
                files,
                statement: attestation?.statement ?? null,
                signedBy: trusted.fingerprint,
            });
            await (0,promises_.writeFile)(external_node_path_.join(root, REPORT_NAME), page);
            const folder = external_node_path_.relative(process.cwd(), published.folder);
            const program = external_node_path_.relative(process.cwd(), external_node_path_.join(dist, "cli.js"));
            print([
                `Collected, signed, committed and verified: ${verdict.findings.length} checks hold.`,
                `Open the report:    ${FOLDER}/${REPORT_NAME}`,
                `Open the evidence:  ${folder}/evidence.json`,
                `Verify it again:    node ${program} verify ${folder} --key ${FOLDER}/${KEY_NAME}`,
                `With your own keys: DD_API_KEY=… DD_APP_KEY=… DD_SITE=datadoghq.eu node ${program} collect --signing-key signing-key.pem --out evidence`,
                "",
            ].join("\n"));
            return 0;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = demo_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    },
};
/** Removes what an earlier demo left, and nothing else. */
async function emptied(root) {
    await (0,run_folder/* ensureWritable */.ZZ)(root, "demo");
    for (const name of [REPOSITORY, KEY_NAME, REPORT_NAME]) {
        await (0,promises_.rm)(external_node_path_.join(root, name), { recursive: true, force: true });
    }
}
async function gitInit(folder) {
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)("git", ["init", "--quiet", "--initial-branch=main", folder]);
    }
    catch (error) {
        throw new failure/* Failure */.HR("input", "the demo needs git, which is missing or could not make a repository", {
            hint: "install git 2.28 or newer",
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
;// CONCATENATED MODULE: ./lib/cli.js













const COMMANDS = new Map(Object.entries({ collect: collect, demo: demo, verify: verify, report: report, attest: attest_attest, keygen: keygen }));
/** Variables whose values are never repeated. */
const SECRET_VARIABLES = [
    "DD_API_KEY",
    "DD_APP_KEY",
    "SIGNING_KEY",
    "SIGNING_KEY_PASSPHRASE",
    "PSEUDONYM_KEY",
];
/** The command line. `dist` is the folder the program lies in. Sets the exit code and throws nothing. */
async function cli(dist, args = process.argv.slice(2)) {
    const secrets = (0,lib_secrets/* formsOf */.X)(SECRET_VARIABLES.map((name) => process.env[name]));
    const say = (line) => void process.stderr.write(`${(0,lib_secrets/* concealed */.T)(line, secrets)}\n`);
    const print = (text) => void process.stdout.write((0,lib_secrets/* concealed */.T)(text, secrets));
    process.stdout.on("error", ignoreClosed);
    process.stderr.on("error", ignoreClosed);
    try {
        process.exitCode = await dispatched(args, { dist, print, log: logOf(say, secrets) });
    }
    catch (error) {
        say(`datadog-evidence: ${(0,failure/* explain */.WE)(error)}`);
        process.exitCode = 2;
    }
}
/** Who reads only the beginning, such as head, closes the pipe. */
function ignoreClosed(error) {
    if (error.code !== "EPIPE")
        throw error;
}
async function dispatched([name, ...rest], { dist, print, log }) {
    if (name === undefined) {
        throw new failure/* Failure */.HR("input", "no command was given", { hint: "see: datadog-evidence --help" });
    }
    if (name === "help" || name === "--help" || name === "-h") {
        const [about = ""] = rest;
        const command = COMMANDS.get(about);
        print(command === undefined ? overview(COMMANDS) : help(about, command));
        return 0;
    }
    if (name === "--version") {
        print(`${identity/* VERSION */.xv}\n`);
        return 0;
    }
    const command = COMMANDS.get(name);
    if (command === undefined) {
        throw new failure/* Failure */.HR("input", `there is no command ${JSON.stringify(name)}`, {
            hint: `the commands are ${[...COMMANDS.keys()].join(", ")}`,
        });
    }
    const given = argumentsOf(name, { command, rest });
    if (given.flags["help"] === true) {
        print(help(name, command));
        return 0;
    }
    return command.run(given, { environment: process.env, dist, cancellation: cancellation/* cancellation */.W, log, print });
}
function argumentsOf(name, { command, rest }) {
    try {
        const { values, positionals } = (0,external_node_util_.parseArgs)({
            args: [...rest],
            options: { ...command.options, help: { type: "boolean", short: "h" } },
            allowPositionals: true,
        });
        return { flags: values, words: positionals };
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        throw new failure/* Failure */.HR("input", `${name}: ${error.message.split(/\. |\.?\n|\.$/)[0]}`, {
            hint: `see: datadog-evidence ${name} --help`,
            cause: error,
        });
    }
}
/** In a job of GitHub Actions the log of this program is read for commands too. */
function logOf(say, secrets) {
    const safe = (line) => (0,report_text/* logLine */.BP)((0,lib_secrets/* concealed */.T)(line, secrets));
    return {
        info: (line) => say(safe(line)),
        warning: (line) => say(`warning: ${safe(line)}`),
        debug: () => { },
        group(title, lines) {
            say(safe(title));
            for (const line of lines)
                say(`  ${safe(line)}`);
        },
    };
}


/***/ })

};
