export const id = 106;
export const ids = [106,1];
export const modules = {

/***/ 28106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/config/flags.js
var flags = __webpack_require__(36725);
// EXTERNAL MODULE: ./lib/config/inputs.js
var inputs = __webpack_require__(66097);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/platform/disk.js
var disk = __webpack_require__(11202);
// EXTERNAL MODULE: ./lib/sign/attest.js
var sign_attest = __webpack_require__(41288);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/sign/timestamp/timestamp.js + 1 modules
var timestamp = __webpack_require__(37919);
// EXTERNAL MODULE: ./lib/evidence/file.js
var evidence_file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/evidence/secret-scan.js
var secret_scan = __webpack_require__(29803);
// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/controls/catalogue.js + 17 modules
var catalogue = __webpack_require__(28716);
// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(35991);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/publish/git/environment.js
/**
 * The variables of our environment that git needs. It gets no other ones, because git may start programs, and our
 * environment may hold secrets under any name.
 */
const PASSED_VARIABLES = new RegExp(`^(?:${[
    "PATH|HOME|USER|USERNAME|LOGNAME|LANG|LC_[A-Z_]+|TZ|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+|LD_LIBRARY_PATH",
    // The user sets these for git.
    "GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL)|GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_EXEC_PATH",
    // gpg and ssh-keygen need these to ask an agent or the user for a passphrase.
    "GNUPGHOME|GPG_TTY|GPG_AGENT_INFO|SSH_AUTH_SOCK|SSH_AGENT_PID|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS",
    // No program runs on Windows without these.
    "SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\\(X86\\))?",
].join("|")})$`, "i");
/** Settings that a caller may give in `GIT_CONFIG_KEY_0` and so on. Another one may hold a token, such as an HTTP header. */
const PASSED_SETTINGS = /^(?:user|commit|gpg|safe|init)\./i;
/** Returns the environment of a git that we start, without any secret and without the repository of a git that started us. */
function gitEnvironment(environment) {
    const passed = {
        // We need no object from elsewhere, and a repository could name any program that fetches one.
        GIT_ALLOW_PROTOCOL: "none",
        GIT_NO_LAZY_FETCH: "1",
        GIT_TERMINAL_PROMPT: "0",
    };
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && PASSED_VARIABLES.test(name))
            passed[name] = value;
    }
    return { ...passed, ...settingVariables(settingsIn(environment)) };
}
/** Returns the same environment, but with the hooks of these names off, whatever any configuration says. */
function withoutHooks(environment, names) {
    const off = names.map((name) => ({ key: `hook.${name}.enabled`, value: "false" }));
    return { ...gitEnvironment(environment), ...settingVariables([...settingsIn(environment), ...off]) };
}
/** Returns the variables that give git these settings. A name in them may have any characters. */
function settingVariables(settings) {
    if (settings.length === 0)
        return {};
    const pairs = settings.flatMap(({ key, value }, index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return Object.fromEntries([...pairs, ["GIT_CONFIG_COUNT", String(settings.length)]]);
}
function settingsIn(environment) {
    const count = Math.min(100, Number(environment["GIT_CONFIG_COUNT"] ?? 0) || 0);
    return Array.from({ length: count }, (_, index) => ({
        key: environment[`GIT_CONFIG_KEY_${index}`] ?? "",
        value: environment[`GIT_CONFIG_VALUE_${index}`] ?? "",
    })).filter(({ key }) => PASSED_SETTINGS.test(key));
}

;// CONCATENATED MODULE: ./lib/publish/git/git.js





/**
 * Git runs no program that the config of the repository names: no hook, which could change the evidence after it was
 * signed, and no monitor of the file system. `readCommitSettings` does the same for programs that sign.
 */
const WITHOUT_PROGRAMS = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"];
/** The commands of ours that start hooks. Since git 2.54 the config of a repository, too, can name hooks. */
const STARTS_HOOKS = new Set(["read-tree", "update-index", "update-ref"]);
/** The events for which those commands start hooks. Git 2.55 can turn off all hooks of an event. */
const HOOK_EVENTS = ["post-index-change", "reference-transaction"];
/** The largest file of a run, with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Runs git in the folder and returns its output. Rejects as `execFile` does, with `stderr` on the error. */
async function runGit(folder, args, call = {}) {
    const date = call.date?.toISOString();
    const startsHooks = args.some((arg) => STARTS_HOOKS.has(arg));
    const env = {
        ...(startsHooks
            ? withoutHooks(process.env, [...HOOK_EVENTS, ...(await hookNames(folder))])
            : gitEnvironment(process.env)),
        ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
        ...(date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }),
    };
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,external_node_child_process_.execFile)("git", ["-C", folder, ...WITHOUT_PROGRAMS, ...args], { maxBuffer: MOST_BYTES, encoding: "buffer", env, ...(call.signal ? { signal: call.signal } : {}) }, (error, stdout, stderr) => {
        if (error === null)
            resolve(stdout);
        else if (error.code === "ENOENT")
            reject(new lib_failure/* Failure */.HR("not-published", "git is not installed", { cause: error }));
        else
            reject(Object.assign(error, { stderr: stderr.toString() }));
    });
    // Git may end before it has read everything. Its exit then says why.
    child.stdin?.on("error", () => { });
    const { input } = call;
    if (typeof input !== "object")
        child.stdin?.end(input);
    const fed = typeof input !== "object" || child.stdin === null ? null : feed(child.stdin, input);
    const output = await promise;
    const trouble = await fed;
    if (trouble !== null)
        throw trouble;
    return output;
}
/** Lists the names of the hooks in every configuration that git reads for the folder. Rejects as `runGit` does. */
async function hookNames(folder) {
    const keys = await readGitConfig(folder, ["--name-only", "--get-regexp", String.raw `^hook\..*\.`]);
    return [...new Set(keys.map((key) => key.slice("hook.".length, key.lastIndexOf("."))))];
}
/** Returns the parts that `git config` prints; none where nothing is set. Rejects as `runGit` does. */
async function readGitConfig(folder, args) {
    try {
        return await runGitList(folder, ["config", "-z", ...args]);
    }
    catch (error) {
        // Git ends with 1 where nothing is set.
        if ((0,lib_failure/* errorCode */.CA)(error) === "1")
            return [];
        throw error;
    }
}
/** Writes the input piece by piece. Returns the error, if any: git would take an input that ends early for the whole. */
async function feed(stdin, input) {
    try {
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(input, { highWaterMark: 1 }), stdin);
        return null;
    }
    catch (error) {
        return error;
    }
}
/** Runs git and returns its output as trimmed text. */
async function runGitText(folder, args, call = {}) {
    return (await runGit(folder, args, call)).toString("utf8").trim();
}
/** Runs git with `-z` among its arguments and returns the parts of its output, which NUL separates. */
async function runGitList(folder, args) {
    const text = (await runGit(folder, args)).toString("utf8");
    return text.split("\0").filter((part) => part !== "");
}
/** Returns the error output of a git that failed; empty for any other error. */
function gitStderr(error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}
/** Whether the error is of git or of the file system, and not yet a `Failure`. */
function isGitError(error) {
    if (!(error instanceof Error) || error instanceof lib_failure/* Failure */.HR)
        return false;
    return "stderr" in error || "code" in error;
}
/** Returns the last line of git's error output, or the message of the error. */
function gitProblem(error) {
    return gitStderr(error).split("\n").at(-1) || error.message;
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
// EXTERNAL MODULE: ./lib/publish/repository-files.js
var repository_files = __webpack_require__(22041);
;// CONCATENATED MODULE: ./lib/publish/git/blobs.js


/** Blobs up to this size stay in memory. A larger one is read again each time. */
const LARGEST_KEPT = 10_000_000;
/** The blobs of a repository. Each is read or written once, unless it is large. */
class LocalBlobs {
    #folder;
    /** The content that was read or written, by the id of its blob. */
    #known = new Map();
    /** The ids of the blobs that were written, by the sha256 of their content. */
    #ids = new Map();
    constructor(folder) {
        this.#folder = folder;
    }
    /** Reads these blobs with one git process, so that `content` has them. */
    async fetch(ids) {
        await this.#read(ids.filter((id) => !this.#known.has(id)));
    }
    /** Returns the content of the blob. */
    async content(id) {
        const known = this.#known.get(id);
        if (known !== undefined)
            return known;
        const [bytes = Buffer.alloc(0)] = await this.#read([id]);
        return inMemory(bytes);
    }
    /** Writes the file as a blob and returns its id. No filter of the repository changes what was signed. */
    async write(file) {
        const known = this.#ids.get(file.sha256);
        if (known !== undefined)
            return known;
        const id = await runGitText(this.#folder, ["hash-object", "-w", "--stdin", "--no-filters"], {
            input: file.pieces(),
        });
        this.#ids.set(file.sha256, id);
        this.#known.set(id, file);
        return id;
    }
    async #read(ids) {
        const read = await readFrom(this.#folder, ids);
        for (const [index, id] of ids.entries()) {
            const bytes = read[index] ?? Buffer.alloc(0);
            if (bytes.length <= LARGEST_KEPT)
                this.#known.set(id, inMemory(bytes));
        }
        return read;
    }
}
function inMemory(bytes) {
    return { pieces: () => [bytes] };
}
/** Reads many blobs with one git process. Returns their bytes in the order of the ids. */
async function readFrom(folder, ids) {
    if (ids.length === 0)
        return [];
    const all = await runGit(folder, ["cat-file", "--batch"], { input: `${ids.join("\n")}\n` });
    let at = 0;
    return ids.map(() => {
        const end = all.indexOf(10, at);
        const [, size] = /^\w+ blob (\d+)$/.exec(all.subarray(at, end).toString()) ?? [];
        if (size === undefined) {
            throw new lib_failure/* Failure */.HR("not-published", `${folder} is damaged: git does not find a blob that a commit names`, {
                hint: "run git fsck; another clone may have what is missing",
            });
        }
        const start = end + 1;
        at = start + Number(size) + 1;
        return all.subarray(start, start + Number(size));
    });
}

;// CONCATENATED MODULE: ./lib/publish/git/settings.js




/** Throws unless the folder is a git work tree on a branch. Call it before collecting. */
async function ensureWorkTree(folder) {
    refuseRepositoryName(folder);
    const answer = await runGitText(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
    if (answer !== "true") {
        throw new lib_failure/* Failure */.HR("input", `repository: ${folder} is a git repository without a work tree`);
    }
    await ensureBranch(folder);
}
/** Throws where the folder is the name of a repository on GitHub, which is what the Action takes. */
function refuseRepositoryName(folder) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(folder) || (0,external_node_fs_.existsSync)(folder))
        return;
    throw new lib_failure/* Failure */.HR("input", `repository: there is no folder ${folder}; on the command line --repository takes a git work tree, not a repository on GitHub`, {
        hint: `clone https://github.com/${folder} and name the clone; or collect with --commit false and use npx datadog-evidence publish --github ${folder}`,
    });
}
/** Throws where HEAD is detached, because a commit would then be on no branch. */
async function ensureBranch(folder) {
    try {
        await runGit(folder, ["symbolic-ref", "--quiet", "HEAD"]);
    }
    catch (error) {
        // Git ends with 1 where HEAD is detached.
        if ((0,lib_failure/* errorCode */.CA)(error) !== "1")
            throw error;
        throw new lib_failure/* Failure */.HR("input", `repository: HEAD of ${folder} is detached, so a commit would belong to no branch`, {
            hint: "check out the branch that holds the evidence: git switch BRANCH",
            cause: error,
        });
    }
}
function noWorkTree(folder) {
    return (error) => {
        if (error instanceof lib_failure/* Failure */.HR)
            throw error;
        if (gitStderr(error).includes("safe.directory")) {
            throw new lib_failure/* Failure */.HR("input", `repository: ${folder} belongs to another user, so git refuses it`, {
                hint: `allow it with: git config --global --add safe.directory ${external_node_path_.resolve(folder)}`,
                cause: error,
            });
        }
        throw new lib_failure/* Failure */.HR("input", `repository: ${folder} is not a git work tree`, {
            hint: `make it one with: git init ${external_node_path_.basename(folder)}`,
            cause: error,
        });
    };
}
/** Asks git for the facts. Rejects as `runGit` does. */
async function readWorkTreeFacts(folder) {
    const args = ["rev-parse", "--show-cdup", "--git-path", "MERGE_HEAD", "--show-prefix"];
    const [cdup = "", mergeHead = "", prefix = ""] = (await runGit(folder, args)).toString("utf8").split("\n");
    const top = external_node_path_.resolve(folder, cdup);
    return {
        prefix,
        top,
        mergeHead: external_node_path_.resolve(folder, mergeHead),
        commit: await readCommitSettings(folder),
    };
}
/** The values that git uses where the user sets none. They replace those that a repository sets. */
const SIGNING_DEFAULTS = {
    "gpg.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultkeycommand": "",
    "gpg.format": "openpgp",
};
const AUTHOR_FALLBACK = {
    "user.name": "datadog-evidence",
    "user.email": "datadog-evidence@localhost",
};
/** The scopes of the user and the system. Anybody who may write the repository can set the other ones. */
const USER_SCOPES = new Set(["system", "global", "command"]);
/**
 * Reads how commits are made. Every commit has an author. Only the config of the user and the system decides whether a
 * commit is signed, and with which program: the config of the repository could name any program.
 */
async function readCommitSettings(folder) {
    const all = await readSettings(folder, { pattern: "^(user\\.(name|email)|gpg\\..*)$" });
    const signs = await readSettings(folder, { pattern: "^commit\\.gpgsign$", type: ["--type=bool"] });
    const names = new Set(all.map(({ key }) => key));
    const author = Object.entries(AUTHOR_FALLBACK).filter(([key]) => !names.has(key));
    const isUsers = new Map(ofUser(all).map(({ key, value }) => [key, value]));
    const signing = [...names]
        .filter((key) => key.startsWith("gpg."))
        .flatMap((key) => {
        const value = isUsers.get(key) ?? SIGNING_DEFAULTS[key];
        return value === undefined ? [] : [[key, value]];
    });
    return {
        config: [...author, ...signing].flatMap(([key, value]) => ["-c", `${key}=${value}`]),
        flags: ofUser(signs).at(-1)?.value === "true" ? ["-S"] : [],
    };
}
function ofUser(settings) {
    return settings.filter(({ scope }) => USER_SCOPES.has(scope));
}
/** Asks git for settings by a pattern. Rejects as `runGit` does where one is malformed. */
async function readSettings(folder, { pattern, type = [] }) {
    const parts = await readGitConfig(folder, ["--show-scope", ...type, "--get-regexp", pattern]);
    const settings = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const [scope = "", setting = ""] = [parts[at], parts[at + 1]];
        const [key = "", ...value] = setting.split("\n");
        // Both names are the same setting, and the last value counts.
        const name = key === "gpg.openpgp.program" ? "gpg.program" : key;
        settings.push({ scope, key: name, value: value.join("\n") });
    }
    return settings;
}

// EXTERNAL MODULE: ./lib/publish/write-folder.js
var write_folder = __webpack_require__(42613);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
;// CONCATENATED MODULE: ./lib/publish/git/tree.js








/** More arguments could exceed what the system allows on a command line. */
const MOST_ARGUMENTS = 500;
/** Lists the regular files of the commit at these paths; a path of a folder ends with a slash. */
async function listBlobs(folder, commit, paths) {
    if (paths.length === 0)
        return [];
    const listed = await runGitList(folder, [
        "ls-tree",
        "-r",
        "-l",
        "-z",
        "--full-tree",
        commit,
        "--",
        ...paths,
    ]);
    return listed.flatMap((line) => {
        // Git gives the size BAD for a blob that is lost. Reading that blob fails with a sentence.
        const [, mode = "", id = "", size, file = ""] = /^(\d+) blob (\w+) +(\d+|BAD)\t(.*)$/s.exec(line) ?? [];
        return mode.startsWith("100") ? [{ path: file, id, size: Number(size) || 0 }] : [];
    });
}
/** Returns the paths at which the commit holds something, whatever that is; none where there is no commit. */
async function listNames(folder, commit, paths) {
    if (commit === null || paths.length === 0)
        return [];
    return runGitList(folder, ["ls-tree", "-z", "--full-tree", "--name-only", commit, "--", ...paths]);
}
/** Lists the latest days of the stream's folder in the commit: `2026/2026-11-22`. */
async function listLatestDays(folder, commit, stream) {
    const days = [];
    for (const year of (await foldersIn(folder, commit, stream)).toSorted().toReversed()) {
        const inYear = await foldersIn(folder, commit, `${stream}/${year}`);
        days.push(...(0,layout/* latestDays */.$N)(inYear.map((day) => `${year}/${day}`)));
        if (days.length >= layout/* LATEST_DAYS */.yY)
            break;
    }
    return (0,layout/* latestDays */.$N)(days);
}
async function foldersIn(folder, commit, below) {
    const listed = await runGitList(folder, [
        "ls-tree",
        "-d",
        "-z",
        "--full-tree",
        "--name-only",
        commit,
        "--",
        `${below}/`,
    ]);
    return listed.map((name) => external_node_path_.posix.basename(name));
}
/** Lists the signed run folders of the latest days in the work tree that are not committed. */
async function listUncommittedRuns(stream, committed) {
    // A link may lead out of the repository.
    if (await (0,write_folder/* isLink */.PJ)(stream))
        return [];
    const years = await namesIn(stream);
    const days = await Promise.all(years.map(async (year) => (await namesIn(external_node_path_.join(stream, year))).map((day) => `${year}/${day}`)));
    const runs = [];
    for (const day of (0,layout/* latestDays */.$N)(days.flat())) {
        for (const name of await namesIn(external_node_path_.join(stream, day))) {
            const place = `${day}/${name}`;
            if (!(0,run_path/* isRunPath */.fr)(place) || committed.has(place))
                continue;
            const files = await filesIn(external_node_path_.join(stream, place));
            if (files.has(evidence_files/* BUNDLE_NAME */.ft))
                runs.push({ place, isCommitted: false, files });
        }
    }
    return runs;
}
async function filesIn(folder) {
    const files = new Map();
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (!entry.isFile())
            continue;
        const file = external_node_path_.join(folder, entry.name);
        files.set(entry.name, { size: (await (0,promises_.stat)(file)).size, read: async () => (0,promises_.readFile)(file) });
    }
    return files;
}
/** Returns the names of the folders in a folder; none where it does not exist. */
async function namesIn(folder) {
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((0,lib_failure/* errorCode */.CA)(error)))
            return [];
        throw error;
    }
}
/** Returns the files among these that the index knows. */
async function listIndexed(folder, files) {
    const known = new Set();
    for (let at = 0; at < files.length; at += MOST_ARGUMENTS) {
        const some = files.slice(at, at + MOST_ARGUMENTS).map((file) => `:(top,literal)${file}`);
        for (const file of await runGitList(folder, ["ls-files", "-z", "--full-name", "--", ...some]))
            known.add(file);
    }
    return known;
}
/** Returns the input of `git update-index --index-info` that adds the blobs to an index. */
function indexInfo(blobs) {
    return blobs.map(({ id, path: file }) => `100644 blob ${id}\t${file}\0`).join("");
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/publish/git/checkout.js







/** How long we wait for another git process that holds the index. */
const INDEX_TIMEOUT_MS = 3000;
const LONGEST_WAIT_MS = 100;
/**
 * Updates the work tree and the index to a commit that has landed. `undone` says what could not be written. The next
 * commit writes that.
 */
async function updateWorkTree(commit, following) {
    const { blobs, streams, files, folder } = following;
    try {
        const ends = [await listBlobs(folder, commit, files)];
        for (const stream of streams) {
            // An earlier run may have been killed before it updated the work tree. It is then the last run of its stream.
            const days = await listLatestDays(folder, commit, stream);
            const paths = days.map((day) => `${stream}/${day}/`);
            ends.push(await listBlobs(folder, commit, paths));
        }
        return await writeMissing([...blobs, ...ends.flat()], following);
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR) && !isGitError(error))
            throw error;
        return { undone: [notUpdated(gitProblem(error), error)], warnings: [] };
    }
}
/** Writes and adds the files that the index does not know. The others belong to the user, who may have changed or removed them. */
async function writeMissing(blobs, { folder, root, read, signal }) {
    const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
    const known = await listIndexed(folder, unique.map(({ path: file }) => file));
    const missing = unique.filter(({ path: file }) => !known.has(file));
    if (missing.length === 0)
        return { undone: [], warnings: [] };
    const undone = [];
    const written = [];
    for (const [place, files] of Map.groupBy(missing, ({ path: file }) => external_node_path_.posix.dirname(file))) {
        try {
            const contents = await Promise.all(files.map(async (blob) => {
                const content = await read(blob);
                return { name: external_node_path_.posix.basename(blob.path), pieces: () => content.pieces() };
            }));
            await (0,write_folder/* ensureNoLinks */.xO)(root, place);
            const isRun = (0,run_path/* isRunPath */.fr)(place.split("/").slice(-3).join("/"));
            await writeAll({ folder: external_node_path_.join(root, place), isRun }, contents);
            for (const blob of files)
                written.push(blob);
        }
        catch (error) {
            if (!(error instanceof lib_failure/* Failure */.HR))
                throw error;
            undone.push(notUpdated(error.message, error));
        }
    }
    // A file that is not written stays out of the index, so that the next commit writes it.
    const added = written.length === 0 ? { undone: [], warnings: [] } : await addToIndex(written, folder, signal);
    return { undone: [...undone, ...added.undone], warnings: added.warnings };
}
function notUpdated(why, cause) {
    return new lib_failure/* Failure */.HR("not-published", `the commit landed, but the work tree was not updated: ${why}`, {
        hint: "correct the cause; the next run writes what is missing",
        cause,
    });
}
/** Writes a missing run folder as a whole. Any other folder gets the files that it lacks. */
async function writeAll({ folder, isRun }, files) {
    try {
        if (isRun)
            return await (0,write_folder/* writeRunFolder */.Rq)(folder, files);
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR))
            throw error;
        // Another process may have written the same folder first.
    }
    for (const file of files)
        await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(folder, file.name), file.pieces());
    return undefined;
}
/** Adds the blobs to the index of the user. Many processes may wait for it, so this gives up after a while with a warning. */
async function addToIndex(blobs, folder, signal) {
    const until = Date.now() + INDEX_TIMEOUT_MS;
    for (;;) {
        try {
            await runGit(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
            return { undone: [], warnings: [] };
        }
        catch (error) {
            if (!isGitError(error))
                throw error;
            const stderr = gitStderr(error).split("\n")[0] ?? "";
            if (!/index\.lock': File exists/.test(stderr))
                return { undone: [notUpdated(stderr, error)], warnings: [] };
            if (signal.aborted || Date.now() > until) {
                return { undone: [], warnings: [`the commit landed, but git's index was not updated: ${stderr}`] };
            }
            await (0,external_node_timers_promises_.setTimeout)(LONGEST_WAIT_MS * Math.random());
        }
    }
}

;// CONCATENATED MODULE: ./lib/publish/git/branch.js













/**
 * The branch that a local work tree has checked out. A commit does not use the index of the user. It becomes the head in
 * one step, if the head has not moved. Then we update the work tree.
 */
class LocalBranch {
    name;
    workTree;
    firstWaitMs = 25;
    #folder;
    #path;
    #now;
    #blobs;
    #facts = null;
    /** `now` gives the date of a commit. The default is the clock of git. */
    constructor({ folder, path: below, now }) {
        this.#now = now;
        this.name = folder;
        this.#folder = folder;
        this.#blobs = new LocalBlobs(folder);
        this.#path = below;
        this.workTree = external_node_path_.join(folder, below);
    }
    async head(streams = []) {
        return this.#reading(async () => this.#head(streams));
    }
    async append({ runs, files, message }, onto, signal) {
        const top = await this.#top();
        try {
            await this.#refuseMerge();
            const blobs = [];
            for (const run of runs) {
                for (const file of run.files) {
                    const name = external_node_path_.posix.join(top, run.stream, run.place, file.name);
                    blobs.push({ path: name, id: await this.#blobs.write(file) });
                }
            }
            for (const file of files) {
                const id = await this.#blobs.write(await this.#repositoryFile(file));
                blobs.push({ path: external_node_path_.posix.join(top, file.path), id });
            }
            const commit = await this.#commit(blobs, { parent: onto.commit, message, signal });
            const moved = await this.#moveHead(commit, onto.commit, message);
            if (moved !== null)
                return { again: moved };
            const streams = [...new Set(runs.map(({ stream }) => stream))];
            const { top: root } = await this.#known();
            const updated = await updateWorkTree(commit, {
                blobs,
                streams: streams.map((stream) => external_node_path_.posix.join(top, stream)),
                files: (0,repository_files/* repositoryPaths */.D4)(streams).map((file) => external_node_path_.posix.join(top, file)),
                folder: this.#folder,
                root,
                read: async ({ id }) => this.#blobs.content(id),
                signal,
            });
            return { commit, url: null, ...updated };
        }
        catch (error) {
            if (!isGitError(error))
                throw error;
            throw this.#failed(signal.aborted ? "it took too long" : gitStderr(error), error);
        }
    }
    async #head(streams) {
        const folder = this.#folder;
        await ensureBranch(folder);
        const commit = await this.#commitAtHead();
        const top = await this.#top();
        const files = (0,repository_files/* repositoryPaths */.D4)(streams).map((file) => external_node_path_.posix.join(top, file));
        // A file that is staged or committed belongs to the people of the repository, so we never write it again.
        const known = new Set([
            ...(await listIndexed(folder, files)),
            ...(await listNames(folder, commit, files)),
        ]);
        const below = (stream) => external_node_path_.posix.join(top, stream);
        return {
            commit,
            existing: new Set([...known].map((file) => external_node_path_.posix.relative(top, file))),
            latest: async (stream) => this.#reading(async () => {
                const days = commit === null ? [] : await listLatestDays(folder, commit, below(stream));
                const runs = await this.#runsIn(commit, below(stream), days);
                const places = new Set(runs.map(({ place }) => place));
                const uncommitted = await listUncommittedRuns(external_node_path_.join(this.workTree, stream), places);
                return [...runs, ...uncommitted].map((run) => this.#readable(run));
            }),
            runAt: async (stream, place) => this.#reading(async () => {
                const [run] = await this.#runsIn(commit, below(stream), [place]);
                return run === undefined ? null : this.#readable(run);
            }),
        };
    }
    async #commitAtHead() {
        try {
            return await runGitText(this.#folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
        }
        catch (error) {
            if (error instanceof lib_failure/* Failure */.HR)
                throw error;
            // The branch has no commit yet.
            return null;
        }
    }
    async #runsIn(commit, stream, below) {
        if (commit === null)
            return [];
        const folders = below.map((each) => `${stream}/${each}/`);
        const blobs = await listBlobs(this.#folder, commit, folders);
        // A chain needs all bundles, so the first read fetches all of them.
        let bundles = null;
        return (0,layout/* groupRuns */.KH)(blobs, stream, async (blob) => {
            if ((0,layout/* isBundle */.bn)(blob)) {
                const ids = (0,layout/* readableBundles */.iT)(blobs.filter(layout/* isBundle */.bn)).map(({ id }) => id);
                await (bundles ??= this.#blobs.fetch(ids));
            }
            return (0,evidence_file/* readBytes */.io)(await this.#blobs.content(blob.id));
        });
    }
    async #commit(blobs, { parent, message, signal }) {
        const folder = this.#folder;
        const temporary = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "datadog-evidence-index-"));
        const index = external_node_path_.join(temporary, "index");
        try {
            await runGit(folder, ["read-tree", ...(parent === null ? ["--empty"] : [parent])], { index });
            await runGit(folder, ["update-index", "-z", "--index-info"], { index, input: indexInfo(blobs) });
            const tree = await runGitText(folder, ["write-tree"], { index });
            const { config, flags } = (await this.#known()).commit;
            const parents = parent === null ? [] : ["-p", parent];
            return await runGitText(folder, [...config, "commit-tree", ...flags, ...parents, "-F", "-", tree], {
                input: `${message}\n`,
                signal,
                date: this.#now?.(),
            });
        }
        finally {
            await (0,promises_.rm)(temporary, { recursive: true, force: true });
        }
    }
    /** Makes the commit the head. Returns a failure where the head has moved. */
    async #moveHead(commit, parent, message) {
        try {
            // This gets no signal: after an abort we would not know whether the head has moved.
            await runGit(this.#folder, ["update-ref", "-m", `commit: ${message}`, "HEAD", commit, parent ?? ""]);
            return null;
        }
        catch (error) {
            const stderr = gitStderr(error);
            if (!/cannot lock ref|unable to lock|File exists|reference already exists/i.test(stderr))
                throw error;
            return this.#failed(stderr, error);
        }
    }
    /** Throws during a merge: git makes the commit that ends it from the index, and would lose the files that we add. */
    async #refuseMerge() {
        if (!(0,external_node_fs_.existsSync)((await this.#known()).mergeHead))
            return;
        throw new lib_failure/* Failure */.HR("not-published", `git could not commit in ${this.name}: a merge is not finished`, {
            hint: "finish it with git commit or git merge --abort; the next commit adds the run",
        });
    }
    /** Returns the file for the commit: what somebody wrote in the work tree, else our own text. */
    async #repositoryFile({ path: file, text }) {
        try {
            return (0,evidence_file/* fileOf */.W7)(external_node_path_.posix.basename(file), await (0,promises_.readFile)(external_node_path_.join(this.workTree, file)));
        }
        catch {
            return (0,evidence_file/* fileOf */.W7)(external_node_path_.posix.basename(file), text);
        }
    }
    /** Returns the path from the top of the repository to the folder of the streams. */
    async #top() {
        return external_node_path_.posix.join((await this.#known()).prefix, this.#path);
    }
    async #known() {
        return (this.#facts ??= readWorkTreeFacts(this.#folder));
    }
    /** Turns an error of git into a `Failure`, so that a damaged repository does not cost the evidence. */
    async #reading(step) {
        try {
            return await step();
        }
        catch (error) {
            if (!isGitError(error))
                throw error;
            throw new lib_failure/* Failure */.HR("not-published", `${this.name} cannot be read: ${gitProblem(error)}`, {
                hint: "run git fsck, and check permissions and disk of the repository",
                cause: error,
            });
        }
    }
    #readable(run) {
        const files = [...run.files].map(([name, { size, read }]) => [name, { size, read: async () => this.#reading(read) }]);
        return { ...run, files: new Map(files) };
    }
    #failed(stderr, cause) {
        const last = stderr.split("\n").at(-1);
        const why = last ? `: ${last}` : "";
        return new lib_failure/* Failure */.HR("not-published", `git could not commit in ${this.name}${why}`, {
            hint: "the run folder is written, and the next commit adds it once git works",
            cause,
        });
    }
}

// EXTERNAL MODULE: ./lib/publish/signer-check.js
var signer_check = __webpack_require__(4552);
// EXTERNAL MODULE: ./lib/publish/with-verification.js
var with_verification = __webpack_require__(66907);
// EXTERNAL MODULE: ./lib/publish/chain-head.js
var chain_head = __webpack_require__(49821);
// EXTERNAL MODULE: ./lib/publish/sign-after-chain.js
var sign_after_chain = __webpack_require__(10817);
// EXTERNAL MODULE: ./lib/run/signer.js + 4 modules
var signer = __webpack_require__(34542);
// EXTERNAL MODULE: ./lib/verify/run/consistency.js
var consistency = __webpack_require__(41027);
// EXTERNAL MODULE: ./lib/verify/run/content.js + 6 modules
var content = __webpack_require__(72423);
// EXTERNAL MODULE: ./lib/verify/run/read-folder.js
var read_folder = __webpack_require__(5740);
// EXTERNAL MODULE: ./lib/verify/run/time.js + 1 modules
var time = __webpack_require__(59802);
// EXTERNAL MODULE: ./lib/verify/run/verdict.js
var run_verdict = __webpack_require__(57442);
// EXTERNAL MODULE: ./lib/config/read-config.js
var read_config = __webpack_require__(89359);
// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
;// CONCATENATED MODULE: ./lib/cli/options/signing.js






const SIGNING_INPUTS = ["signing", "timestamp-url", "allow-public-log"];
/** The flag that names the file of the private key. */
const SIGNING_KEY_FLAG = {
    "signing-key": { argument: "FILE", description: "Private key, PKCS#8 PEM (or SIGNING_KEY)." },
};
/** The flags of commands that sign and do not collect. */
const SIGNING_FLAGS = { ...SIGNING_KEY_FLAG, ...(0,inputs/* inputFlags */.eJ)(SIGNING_INPUTS) };
/** How to sign, as for `collect`; the key is one of the secrets from then on. Throws one `Failure` that names every problem. */
async function signingFrom(given, { environment, secrets }) {
    const key = await signingKeyText(given, environment);
    secrets.add(key);
    const inputs = {
        ...(0,flags/* flagTexts */.xU)(given, SIGNING_INPUTS),
        "signing-key": key,
        "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
    };
    return (0,read_config/* readSigning */.ac)(inputs, { environment, otherProblems: (0,sigstore_instance/* localServiceProblems */.H)(environment) });
}
/** Shorter than any key in base64, of which the shortest has 160 characters. */
const LONGEST_FILE_NAME = 150;
/** The text of the private key from the file of `--signing-key`, else from SIGNING_KEY; undefined without both. */
async function signingKeyText(given, environment) {
    const file = (0,flags/* flagText */.us)(given, "signing-key");
    if (!file)
        return environment["SIGNING_KEY"] || undefined;
    if (file.includes("PRIVATE KEY")) {
        throw new lib_failure/* Failure */.HR("input", "signing-key: give the name of a file, not the key itself", {
            hint: "set the key as SIGNING_KEY, and replace it: other users of this machine could have read it",
        });
    }
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        // A very long name may be the key itself, for example in base64.
        const name = file.length <= LONGEST_FILE_NAME ? file : "that --signing-key names";
        throw new lib_failure/* Failure */.HR("input", `signing-key: the file ${name} cannot be read (${(0,lib_failure/* errorCode */.CA)(error)})`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/cli/commands/attest.js


























const attestCommand = {
    summary: "sign a run folder that has no signature yet",
    synopsis: "RUN_FOLDER [--signing-key FILE] [flags]",
    words: { what: "one run folder", count: 1 },
    flags: {
        repository: {
            argument: "DIR",
            description: "Link the run to the last run of its stream in this git work tree, for publish.",
        },
        path: {
            argument: "PATH",
            description: "Folder of the work tree that contains the streams (default: its top).",
        },
        ...SIGNING_FLAGS,
    },
    notes: [
        `Writes ${evidence_files/* BUNDLE_NAME */.ft} beside the evidence and does not change the evidence. A folder that is already signed is refused. More than an hour after collecting, the statement says that it was signed late.`,
    ],
    async run(given, { environment, cancellation, conceal, secrets, log, print }) {
        const [asked = ""] = given.words;
        const chosen = await signingFrom(given, { environment, secrets });
        const folder = await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(asked));
        const signed = new lib_failure/* Failure */.HR("input", `${asked} is already signed`);
        if (folder.files.has(evidence_files/* BUNDLE_NAME */.ft))
            throw signed;
        const evidence = (0,read_folder/* readWholeEvidence */.D9)(folder);
        const now = new Date();
        const refusal = refusalOf(evidence, folder, now);
        if (refusal !== null) {
            throw new lib_failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} would not verify: ${refusal}`, {
                hint: "sign the folder as it was collected, with the version that collected it; else collect again",
            });
        }
        const check = (0,signer_check/* signerCheck */.fx)(chosen.by === "key" ? chosen.key : null);
        const chain = await chainIn(given, evidence, check);
        const names = [
            evidence_files/* EVIDENCE_NAME */.wm,
            ...[...folder.files.keys()].filter((name) => /^records-[a-z-]+\.ndjson$/.test(name)),
            schema/* POLICY_NAME */.xl,
            catalogue/* MAPPING_NAME */.rX,
        ];
        const files = names.flatMap((name) => {
            const bytes = folder.files.get(name);
            return bytes === undefined ? [] : [(0,evidence_file/* fileOf */.W7)(name, bytes)];
        });
        const [leak] = (0,secret_scan/* findLeaks */.Y)(files, secrets);
        if (leak !== undefined) {
            throw new lib_failure/* Failure */.HR("input", `nothing was signed: ${leak.where} holds ${leak.what}`, {
                hint: "replace that secret, take it out of the name or tag in Datadog, and collect again",
            });
        }
        const signal = cancellation();
        const makeSigner = await (0,signer/* signerFor */.k)(chosen, { environment, signal, conceal, log });
        if (makeSigner === null)
            throw new lib_failure/* Failure */.HR("input", "signing: none does not sign; use auto, keyless or key");
        const attested = (0,sign_attest/* runAttester */.w7)(makeSigner(signal, (0,timestamp/* lateSigningReason */.CO)(evidence.collectedAt, now)), secrets);
        const attest = (0,with_verification/* withVerification */.u)(async (some, end) => attested(evidence, some, end), check);
        const sign = async (tail) => attest(files, tail);
        const after = chain === null ? null : await (0,sign_after_chain/* signAfterChain */.Z)(chain, { sign });
        const attestation = after?.signed ?? (await sign(null));
        for (const warning of after?.chain.warnings ?? [])
            log.warning(warning);
        if (!(await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(folder.path, evidence_files/* BUNDLE_NAME */.ft), attestation.bundle)))
            throw signed;
        log.info((0,signing/* describeSignature */.i)(attestation));
        const { reason } = attestation.statement.predicate.assurance;
        if (reason !== undefined)
            log.warning(reason.message);
        print(`${folder.path}\n`);
        return 0;
    },
};
/** Why `verify` would not call the evidence genuine under any signature; null if it would. */
function refusalOf(evidence, { files, path: folder }, now) {
    const log = new run_verdict/* CheckLog */.Zt();
    const derived = (0,content/* checkDerived */.OA)(evidence, (name) => files.get(name), log);
    const failed = "ok" in derived
        ? derived
        : ((0,consistency/* checkFolder */.p$)(folder, evidence, log) ?? (0,time/* checkNotInFuture */.oR)(evidence.collectedAt, now, log));
    return failed === null ? null : (0,run_verdict/* failureDetail */.Kc)(log);
}
/** The end of the stream's chain in the repository; null if no repository was given. */
async function chainIn(given, evidence, check) {
    const repository = (0,flags/* flagText */.us)(given, "repository");
    if (!repository)
        return null;
    await ensureWorkTree(repository);
    const branch = new LocalBranch({ folder: external_node_path_.resolve(repository), path: (0,flags/* flagText */.us)(given, "path") || "." });
    const { stream, source } = evidence;
    const chain = await (0,chain_head/* readChainHead */.q)(await branch.head(), { name: stream.name, site: source.site }, check);
    const late = (0,chain_head/* lateRunFailure */.oL)(evidence.collectedAt, chain);
    if (late !== null)
        throw late;
    return chain;
}

// EXTERNAL MODULE: ./lib/collectors/store/spool.js
var store_spool = __webpack_require__(36629);
// EXTERNAL MODULE: ./lib/run/identity.js
var identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/run/run.js + 8 modules
var run = __webpack_require__(73790);
// EXTERNAL MODULE: ./lib/config/given-file.js
var given_file = __webpack_require__(37990);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/cli/options/run-inputs.js








/** The inputs that are flags here; others mean nothing on the command line, or are secrets. */
const COLLECT_INPUTS = [...inputs/* INPUT_NOTES */.p2].flatMap(([name, { argument, isSecret }]) => argument === undefined || isSecret ? [] : [name]);
/** The variables that give inputs. */
const INPUT_VARIABLES = [...inputs/* INPUT_NOTES */.p2.values()].flatMap(({ variable }) => variable ?? []);
/** The flags of a command that collects, or that looks whether collecting would work. */
const RUN_FLAGS = {
    out: { argument: "DIR", description: "Write the run folder below DIR." },
    repository: { argument: "DIR", description: "Write and commit the run in a local git work tree." },
    ...SIGNING_KEY_FLAG,
    ...(0,inputs/* inputFlags */.eJ)(COLLECT_INPUTS),
};
/** Reads the flags and variables. `ensureFolder` throws a `Failure` where a folder cannot be written. */
async function readRunInputs(given, { environment }, ensureFolder) {
    const problems = [];
    const noting = async (step) => {
        const result = await (0,lib_failure/* awaitFailure */.DT)(async () => step());
        if (!(result instanceof lib_failure/* Failure */.HR))
            return result;
        problems.push((0,lib_failure/* failureLine */.Pu)(result));
        return undefined;
    };
    const [out = "", repository = ""] = [(0,flags/* flagText */.us)(given, "out"), (0,flags/* flagText */.us)(given, "repository")];
    if (out !== "")
        await noting(async () => ensureFolder(out, "out"));
    if (repository !== "") {
        await noting(async () => {
            await ensureWorkTree(repository);
            await ensureFolder(repository, "repository");
        });
    }
    const apiUrl = await noting(() => loopbackOrigin(environment["DD_API_URL"]));
    const before = problems.length;
    const key = await noting(async () => signingKeyText(given, environment));
    // A key that cannot be read needs no second problem.
    const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};
    const fileOf = async (input) => {
        const name = (0,flags/* flagText */.us)(given, input) ?? "";
        const bytes = name === "" ? undefined : await noting(async () => (0,given_file/* readGivenFile */.M)(name, input));
        return bytes === undefined ? null : { name, bytes };
    };
    const [policy, mapping] = [await fileOf("policy"), await fileOf("mapping")];
    return {
        raw: {
            ...(0,inputs/* inputsFrom */.WK)(environment),
            ...(0,flags/* flagTexts */.xU)(given, COLLECT_INPUTS),
            "signing-key": key,
            ...unread,
        },
        policy,
        mapping,
        out,
        repository,
        apiUrl: apiUrl ?? null,
        problems: [...problems, ...(0,sigstore_instance/* localServiceProblems */.H)(environment)],
    };
}
/** The address of a server on this machine. Throws for any other: evidence never comes from a foreign server. */
function loopbackOrigin(text) {
    if (!text)
        return null;
    const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && (0,connections/* isLoopback */.U9)(text);
    if (isAllowed)
        return new URL(text).origin;
    throw new lib_failure/* Failure */.HR("input", "DD_API_URL: must be a loopback address of this machine, such as http://127.0.0.1:8080", {
        hint: "to query Datadog itself, unset it and set DD_SITE",
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/collect.js
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











const collectCommand = {
    summary: "collect, sign and write the evidence of one run",
    synopsis: "(--out DIR | --repository DIR) [flags]",
    namesEveryProblem: true,
    flags: {
        ...RUN_FLAGS,
        json: { description: "Print the result of the run as JSON instead of its folder." },
    },
    examples: [
        ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
        ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
    ],
    notes: [
        `Keys come from environment variables: ${INPUT_VARIABLES.join(", ")}. Behind a proxy, set HTTPS_PROXY.`,
        "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired. 2: error. 3: written, but not complete.",
    ],
    async run(given, terminal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { environment, log, print, cancellation, conceal, secrets, dist } = terminal;
            const { config, out, repository, apiUrl } = await checkArguments(given, terminal);
            const spool = __addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
            const { published, exit } = await (0,run/* run */.e)(config, {
                run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
                collector: async () => (0,identity/* collectorIdentity */.K3)(dist),
                apiUrl,
                repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
                to: { out, artifact: null },
                environment,
                signal: cancellation(),
                spool,
                secrets,
                conceal,
                now: () => new Date(),
                log,
            });
            if ((0,flags/* isFlagSet */.HX)(given, "json"))
                print(`${JSON.stringify(runResultJson({ published, exit }), null, 2)}\n`);
            else if (published.isWritten)
                print(`${published.folder}\n`);
            log.info((0,log_lines/* exitLine */.X2)(published.evidence, exit));
            return exit.code;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    },
};
/** The result of the run, for programs. The evidence itself is in its file. */
function runResultJson({ published, exit }) {
    const { evidence, isWritten, folder, evidenceSha256, attestation, commit } = published;
    return {
        outcome: evidence.outcome,
        exitCode: exit.code,
        reasons: exit.reasons.map(sanitize/* logLine */.BP),
        hints: exit.hints.map(sanitize/* logLine */.BP),
        folder: isWritten ? folder : null,
        evidenceSha256,
        signed: attestation !== null,
        commit,
        run: { stream: evidence.stream.name, ...evidence.run },
        collectedAt: evidence.collectedAt,
        expectations: evidence.policy?.results ?? null,
        items: evidence.items.map(({ id, collection, result }) => ({
            id,
            status: collection.status,
            grade: collection.grade,
            reason: collection.reason ?? result.reason,
            state: result.state,
            counts: result.counts,
        })),
    };
}
/** The flags and variables, checked before the first request. Throws one `Failure` that names every problem. */
async function checkArguments(given, terminal) {
    const { raw, policy, mapping, out, repository, apiUrl, problems } = await readRunInputs(given, terminal, write_folder/* ensureWritable */.ZZ);
    const config = (0,read_config/* readConfig */.Xg)(raw, {
        policy,
        mapping,
        otherProblems: [
            ...given.words.map((word) => `collect takes no ${JSON.stringify(word)}`),
            ...destinationProblems(given, { out, repository }),
            ...problems,
        ],
        environment: terminal.environment,
    });
    return {
        config,
        out: out === "" ? null : external_node_path_.resolve(out),
        repository: repository === "" ? null : external_node_path_.resolve(repository),
        apiUrl,
    };
}
function destinationProblems(given, { out, repository }) {
    const problems = [];
    if (out === "" && repository === "")
        problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
    if ((0,flags/* flagText */.us)(given, "signing") === "none" && out === "") {
        problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
    }
    if ((0,flags/* flagText */.us)(given, "commit") === "false" && (out === "" || repository === "")) {
        problems.push("commit: false leaves the commit to publish, so name the repository with --repository DIR and a folder with --out DIR");
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/platform/time.js
var platform_time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/publish/append-run.js
var append_run = __webpack_require__(58299);
// EXTERNAL MODULE: ./lib/publish/signed-run.js
var signed_run = __webpack_require__(94939);
;// CONCATENATED MODULE: ./lib/publish/publish-gap.js









/**
 * Reads site and cadence of the stream from its last run: with trust from the last one that verifies, without it from
 * our own run before any other. Throws where there is no such run.
 */
async function describeStream(head, name, { check, trust }) {
    const read = await (0,chain_head/* readRuns */.xx)(await head.latest(name), trust === null ? check : (0,signer_check/* trustedSignerCheck */.yR)(trust));
    const last = trust === null ? lastClaimed(read, name) : await lastVerified(read, { name, trust });
    if (last === undefined) {
        throw new lib_failure/* Failure */.HR("input", `stream: ${name} has no run, so nothing was due and no gap can be declared`, {
            hint: "check --stream and --path",
        });
    }
    const { stream, cadence } = last.statement.predicate;
    const isVerified = trust !== null || last.signer === "own";
    const warning = `the gap has the site and the cadence of the run ${last.at.place}, whose signature was not verified; name whom you trust with --key, or --issuer and --identity`;
    return { stream: { name, site: stream.site, cadence }, warnings: isVerified ? [] : [warning] };
}
/** The last run of our own, or that claims to be; else the last one of anybody. */
function lastClaimed(read, name) {
    const runs = read.filter((run) => "statement" in run).filter((run) => isInPlace(run, name));
    return runs.findLast(({ signer }) => signer !== "other") ?? runs.at(-1);
}
/** The last run that verifies; undefined where there is no run. Throws where none of them verifies. */
async function lastVerified(read, { name, trust }) {
    const problems = [];
    for (const run of read.toReversed()) {
        if ("trouble" in run)
            problems.push(`${run.at.place} ${run.trouble}`);
        else {
            const problem = await trustProblem(run, { name, trust });
            if (problem === null)
                return run;
            problems.push(`${run.at.place}: ${problem}`);
        }
    }
    const [first] = problems;
    if (first === undefined)
        return undefined;
    throw new lib_failure/* Failure */.HR("not-genuine", `no run of the last two days of ${name} verifies: ${first}`, {
        hint: "check whom you trust; site and cadence of a gap are taken only from a run that verifies",
    });
}
async function trustProblem(run, { name, trust }) {
    // The files of a stranger's run are not read: they may be of any number and size.
    if (run.signer !== "own")
        return `it is signed by ${await (0,signer_check/* readNamedSigner */.sf)(run.read)}, which is not trusted`;
    if (!isInPlace(run, name))
        return "it is not in the folder that its statement names";
    return (0,signed_run/* verificationProblem */.p)(run, trust);
}
/** Whether the run is where its statement puts it: an old run, or one of another stream, may be copied to the end. */
function isInPlace({ at, statement: { predicate } }, stream) {
    return predicate.stream.name === stream && at.place === (0,run_path/* runPath */.t0)(predicate);
}
/** The declaration as a file. */
function toGapFile(gap) {
    return (0,evidence_file/* fileOf */.W7)(evidence_gap/* GAP_NAME */.FN, `${JSON.stringify(gap, null, 2)}\n`);
}
/** Signs the declaration for the end of its stream's chain and commits it there. Throws where that cannot be done. */
async function publishGap(gap, attest, options) {
    const { stream, declaredAt, run, range } = gap;
    const entry = {
        stream,
        run,
        collectedAt: declaredAt,
        files: [toGapFile(gap)],
        message: `${stream.name}: gap declared from ${range.from} to ${range.to}`,
    };
    const appender = new append_run/* ChainAppender */.NK(entry, (0,with_verification/* withVerification */.u)(async (files, tail) => attest(gap, files, tail), options.check));
    const landed = await appender.append({ ...options, commits: true });
    const warnings = [...(appender.chain?.warnings ?? []), ...(landed?.warnings ?? [])];
    return { place: (0,run_path/* runPath */.t0)(entry), landed, warnings };
}

// EXTERNAL MODULE: ./lib/report/verify-guide.js
var verify_guide = __webpack_require__(12824);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/verify/period/slots.js
var slots = __webpack_require__(58054);
;// CONCATENATED MODULE: ./lib/verify/period/gap-range.js





/** Why the range cannot be declared as a gap of the stream; null where it can. */
function gapRangeProblem({ range, stream: { cadence } }, stream, now) {
    const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
    const length = times/* CADENCE_MS */.Tp[cadence];
    if (to > now.getTime()) {
        return { message: `to: ${range.to} is in the future`, hint: "declare a gap once it is over" };
    }
    if (Math.ceil(from / length) * length + length > to) {
        return {
            message: `from, to: no whole slot of ${cadence} is between ${range.from} and ${range.to}`,
            hint: "name whole days, or whole slots of the stream in UTC",
        };
    }
    let begins = Infinity;
    for (const runPath of stream.runs) {
        const at = (0,run_path/* claimedTime */.Nv)(runPath);
        if (at === null)
            continue;
        begins = Math.min(begins, at);
        const slot = (0,slots/* slotStart */.px)(at, cadence);
        const isTouched = slot < to && slot + length > from;
        if (isTouched && stream.files.list(runPath).every(({ name }) => name !== evidence_gap/* GAP_NAME */.FN)) {
            return {
                message: `from, to: the slot of ${(0,platform_time/* formatTime */.fU)(slot)} has the run ${runPath}`,
                hint: "declare only slots without a run; a run that is not complete says so itself",
            };
        }
    }
    if (from >= (0,slots/* slotStart */.px)(begins, cadence))
        return null;
    return {
        message: `from: nothing was due before the first run, ${(0,platform_time/* formatTime */.fU)(begins)}`,
        hint: "begin with a slot after it",
    };
}

// EXTERNAL MODULE: ./lib/verify/stream/find-streams.js
var find_streams = __webpack_require__(47243);
// EXTERNAL MODULE: ./lib/config/trust.js
var config_trust = __webpack_require__(4140);
;// CONCATENATED MODULE: ./lib/cli/command.js

/** The failure of arguments that a command cannot use. Its hint names the help of the command. */
function argumentFailure(name, message) {
    return new lib_failure/* Failure */.HR("input", message, { hint: `see: datadog-evidence ${name} --help` });
}
/** The words of a command that takes a run, a stream or a repository. */
const ONE_FOLDER = {
    what: "one folder: of a run, a stream or a repository",
    count: 1,
};

// EXTERNAL MODULE: ./lib/verify/period/range.js
var range = __webpack_require__(85406);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/verify/stream/selection.js


/** The days of a list with commas, each once, in order; null where one is no day. */
function listDays(text) {
    const days = text.split(",").map((day) => day.trim());
    return days.every((day) => iso/* date */.p6().safeParse(day).success) ? [...new Set(days)].toSorted() : null;
}
/** Whether the text is a number of runs to choose. */
function isCount(text) {
    return /^[1-9]\d{0,5}$/.test(text);
}
/** How the auditor had a sample drawn; null where the texts say nothing. Throws a `Failure` where they cannot be used. */
function parseSelection({ dates, nonce, count }) {
    const isLot = nonce !== undefined || count !== undefined;
    if (dates === undefined && !isLot)
        return null;
    if (dates === undefined) {
        if (count !== undefined && !isCount(count)) {
            throw new lib_failure/* Failure */.HR("input", "count: must be a number of runs", { hint: "write 25" });
        }
        return { kind: "nonce", nonce: nonce ?? null, count: count === undefined ? null : Number(count) };
    }
    if (isLot) {
        throw new lib_failure/* Failure */.HR("input", "dates, nonce, count: a sample is chosen by days or by lot, not by both", {
            hint: "name --dates, or --nonce and --count",
        });
    }
    const days = listDays(dates);
    if (days === null) {
        throw new lib_failure/* Failure */.HR("input", "dates: must be a list of days", { hint: "write 2026-04-01,2026-05-17" });
    }
    return { kind: "dates", dates: days };
}

;// CONCATENATED MODULE: ./lib/cli/options/period.js



/** The flags that need more than one run. */
const PERIOD_FLAGS = {
    from: { argument: "DAY", description: "Of a stream: start of the period, a UTC date or time." },
    to: {
        argument: "DAY",
        description: "Of a stream: end of the period, a UTC date, which is included, or time.",
    },
    witness: {
        argument: "DIR",
        alias: "compare-with",
        description: "Of a stream: compare with independent copies of its runs in DIR.",
    },
};
/** The flags of `verify` that name how an auditor had a sample drawn. */
const SAMPLE_FLAGS = {
    dates: {
        argument: "DAYS",
        description: "Of a sample by days: the days that you named, separated by commas. Without them, exit 3 at best.",
    },
    nonce: { argument: "TEXT", description: "Of a sample by lot: the nonce that you named." },
    count: {
        argument: "N",
        description: "Of a sample by lot: how many runs you asked for. Without nonce, count, from and to, exit 3 at best.",
    },
};
/** The period of `--from` and `--to`. Throws a `Failure` where they name none. */
function periodFrom(given, now) {
    return (0,range/* parsePeriod */.DB)({ from: (0,flags/* flagText */.us)(given, "from"), to: (0,flags/* flagText */.us)(given, "to") }, now);
}
/** How the auditor had a sample drawn, by `--dates`, `--nonce` and `--count`; null where the flags say nothing. */
function selectionFrom(given) {
    return parseSelection({
        dates: (0,flags/* flagText */.us)(given, "dates"),
        nonce: (0,flags/* flagText */.us)(given, "nonce"),
        count: (0,flags/* flagText */.us)(given, "count"),
    });
}
/** Throws when a single run was given flags that need several. */
function refusePeriodFlags(given) {
    (0,range/* ensureNoPeriod */.Hn)((0,flags/* flagTexts */.xU)(given, Object.keys({ ...PERIOD_FLAGS, ...SAMPLE_FLAGS })));
}

;// CONCATENATED MODULE: ./lib/cli/commands/declare-gap.js























const NEEDED = ["repository", "stream", "from", "to", "cause", "role"];
/** Reading, signing and committing; a timestamp authority may be slow. */
const LONGEST_MS = 120_000;
const declareGapCommand = {
    summary: "record a signed explanation for missing runs",
    synopsis: "--repository DIR --stream NAME [flags]",
    flags: {
        repository: { argument: "DIR", description: "Git work tree that contains the stream." },
        path: {
            argument: "PATH",
            description: "Folder of the work tree that contains the streams (default: its top).",
        },
        stream: { argument: "NAME", description: "Stream in which runs are missing." },
        from: { argument: "DAY", description: "First day without a run, a UTC date or time." },
        to: { argument: "DAY", description: "Last day without a run, a UTC date, which is included, or time." },
        cause: { argument: "TEXT", description: "Why there were no runs: one line, without names of people." },
        ticket: { argument: "TEXT", description: "Reference to the recorded incident or decision." },
        role: { argument: "ROLE", description: "Role of the person who declares the gap, never a name." },
        ...SIGNING_FLAGS,
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "Commits gap.json and its signature like a run. A declared gap never counts as met. Gaps in the future, shorter than one slot, or overlapping an existing run are rejected.",
        "Site and cadence of the gap are those of the stream's last run. With --key, --keys or an identity, only a run that verifies counts. Without them a run by the key of this command comes first, and a warning says so if no signature was verified.",
        "Prints the folder. Exit 0: declared. 2: error.",
    ],
    async run(given, { environment, cancellation, conceal, secrets, log, print }) {
        const said = await readDeclaration(given);
        const chosen = await signingFrom(given, { environment, secrets });
        const trust = await (0,config_trust/* loadTrustIfGiven */.Ti)(given);
        const check = (0,signer_check/* signerCheck */.fx)(chosen.by === "key" ? chosen.key : null);
        const signal = AbortSignal.any([cancellation(), AbortSignal.timeout(LONGEST_MS)]);
        const branch = new LocalBranch({ folder: said.repository, path: said.path });
        const now = new Date();
        const described = await describeStream(await branch.head(), said.stream, { check, trust });
        const gap = {
            schema: "datadog-evidence-gap/v1",
            stream: described.stream,
            declaredAt: (0,platform_time/* formatTime */.fU)(now),
            range: { from: (0,platform_time/* formatTime */.fU)(said.from), to: (0,platform_time/* formatTime */.fU)(said.to) },
            cause: said.cause,
            ticket: said.ticket,
            role: said.role,
            run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
        };
        await ensureDeclarable(gap, { folder: external_node_path_.join(said.repository, said.path, said.stream), now });
        ensureNoLeaks(gap, secrets);
        const makeSigner = await (0,signer/* signerFor */.k)(chosen, { environment, signal, conceal, log });
        if (makeSigner === null)
            throw new lib_failure/* Failure */.HR("input", "signing: a declared gap must be signed; use auto, keyless or key");
        const { place, landed, warnings } = await publishGap(gap, (0,sign_attest/* gapAttester */.N)(makeSigner(signal), secrets), {
            branch,
            check,
            verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
            signal,
        });
        for (const warning of [...described.warnings, ...warnings])
            log.warning((0,sanitize/* logLine */.BP)(warning));
        for (const failure of landed?.undone ?? [])
            log.warning((0,lib_failure/* failureLine */.Pu)(failure));
        log.info(`declared from ${gap.range.from} to ${gap.range.to}, commit ${landed?.commit}`);
        print(`${external_node_path_.join(said.repository, said.path, said.stream, place)}\n`);
        return (landed?.undone ?? []).length === 0 ? 0 : 2;
    },
};
/** What people write into a declaration. */
const GapTexts = evidence_gap/* Gap */.XQ.pick({ cause: true, ticket: true, role: true });
/** Reads the flags. Throws one `Failure` that names every problem. */
async function readDeclaration(given) {
    const problems = NEEDED.flatMap((name) => ((0,flags/* flagText */.us)(given, name) ? [] : [`${name}: is required`]));
    const stream = (0,flags/* flagText */.us)(given, "stream") ?? "";
    if (stream !== "")
        problems.push(...(0,read_config/* inputProblems */.ri)({ stream }));
    const said = GapTexts.safeParse({
        cause: (0,flags/* flagText */.us)(given, "cause") ?? "",
        ticket: (0,flags/* flagText */.us)(given, "ticket") ?? null,
        role: (0,flags/* flagText */.us)(given, "role") ?? "",
    });
    for (const { path: where } of said.error?.issues ?? []) {
        const name = where.join(".");
        if ((0,flags/* flagText */.us)(given, name))
            problems.push(`${name}: must be one line of at most 500 characters`);
    }
    const range = (0,lib_failure/* catchFailure */.Oh)(() => periodFrom(given, new Date()));
    if (range instanceof lib_failure/* Failure */.HR)
        problems.push(range.message);
    const { from, to } = range instanceof lib_failure/* Failure */.HR ? { from: null, to: null } : range;
    if (problems.length > 0 || !said.success || from === null || to === null) {
        throw argumentFailure("declare-gap", problems.join("\n"));
    }
    const repository = external_node_path_.resolve((0,flags/* flagText */.us)(given, "repository") ?? "");
    await ensureWorkTree(repository);
    return { repository, path: (0,flags/* flagText */.us)(given, "path") || ".", stream, from, to, ...said.data };
}
async function ensureDeclarable(gap, { folder, now }) {
    const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(folder));
    const [stream] = found.kind === "streams" ? found.streams : [];
    if (stream === undefined)
        throw new lib_failure/* Failure */.HR("input", `stream: ${folder} is no stream`);
    const trouble = gapRangeProblem(gap, stream, now);
    if (trouble !== null)
        throw new lib_failure/* Failure */.HR("input", trouble.message, { hint: trouble.hint });
}
/** Throws if the declaration contains a secret: a commit cannot be taken back. */
function ensureNoLeaks(gap, secrets) {
    const [leak] = (0,secret_scan/* findLeaks */.Y)([toGapFile(gap)], secrets);
    if (leak === undefined)
        return;
    throw new lib_failure/* Failure */.HR("input", `nothing was declared: ${leak.where} holds ${leak.what}`, {
        hint: "leave it out of cause, ticket and role",
    });
}

// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/sign/signing-key.js
var signing_key = __webpack_require__(83864);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var comparison_changes = __webpack_require__(30754);
// EXTERNAL MODULE: ./lib/policy/describe-expectation.js
var describe_expectation = __webpack_require__(83174);
// EXTERNAL MODULE: ./lib/policy/waivers.js
var policy_waivers = __webpack_require__(9787);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/verify/stream/shared-parts.js
var shared_parts = __webpack_require__(47574);
;// CONCATENATED MODULE: ./lib/report/period/reported-run.js





/** Finds a run by its folder below the stream's. */
function runFinder(runs) {
    const byPlace = new Map(runs.map((run) => [run.place, run]));
    return (place) => byPlace.get(place);
}
/** Sums up runs for the report of their period; what they have in common is in memory once. */
function runSummarizer() {
    const share = (0,shared_parts/* sharedParts */.i)();
    // The run before has the names of records that are gone.
    let before = null;
    return (place, run) => {
        const { evidence, policy, contentSha256, statement, statementSha256 } = run;
        const { collectedAt, sequence } = statement.predicate;
        const about = { place, collectedAt, sequence, contentSha256, statementSha256 };
        if (evidence === null)
            return { ...about, ...NOTHING_COLLECTED };
        const { organization, organizationId } = evidence.source;
        const changed = changedRecords(statement, [evidence, before]);
        before = evidence;
        return {
            ...about,
            outcome: evidence.outcome,
            schedule: evidence.run.github?.schedule ?? null,
            items: evidence.items.map((item) => share(reportedItem(item))),
            changed,
            ...share({
                source: { organization, organizationId },
                expectations: reportedExpectations(evidence, policy),
                waivers: policy === null ? [] : reportedWaivers(evidence, policy),
            }),
        };
    };
}
/** What a declared gap has of a run. */
const NOTHING_COLLECTED = {
    outcome: null,
    source: null,
    schedule: null,
    items: [],
    expectations: null,
    waivers: [],
    changed: [],
};
function changedRecords({ predicate }, runs) {
    const changes = "changes" in predicate ? predicate.changes : null;
    return (changes?.items ?? []).flatMap((item) => (0,comparison_changes/* listedChanges */.D1)(item).flatMap(({ name, kind, list }) => {
        if (kind.review === undefined || list === null || list.count === 0)
            return [];
        const known = runs
            .filter((evidence) => evidence !== null)
            .map((evidence) => (0,changes_in_words/* namesIn */.wX)(evidence, item, list.ids));
        const names = list.ids.map((id) => known.find((each) => each.has(id))?.get(id) ?? String(id));
        return [{ item: item.id, what: name, names }];
    }));
}
function reportedExpectations({ policy: judged }, policy) {
    if (judged === null)
        return null;
    const demands = new Map(policy?.expectations.map((each) => [each.id, (0,describe_expectation/* describeExpectation */.u)(each)]));
    return judged.results.map(({ id, item, result }) => {
        return { id, item, result, demand: demands.get(id) ?? null };
    });
}
function reportedWaivers(evidence, policy) {
    const soon = new Map((0,policy_waivers/* waiversEndingSoon */.g4)(policy, evidence.collectedAt).map(({ waiver, days }) => [waiver.id, days]));
    return (0,policy_waivers/* waiverStates */.RT)(policy, evidence).map(({ waiver, state }) => {
        return { waiver, state, daysLeft: soon.get(waiver.id) ?? null };
    });
}
function reportedItem({ id, collection, result, controls }) {
    const reason = collection.reason ?? result.reason;
    return {
        id,
        status: collection.status,
        reason,
        state: result.state,
        counts: result.counts,
        controls,
    };
}

// EXTERNAL MODULE: ./lib/verify/period/verify-period.js + 7 modules
var verify_period = __webpack_require__(45856);
;// CONCATENATED MODULE: ./lib/report/period/load-report.js






/** Verifies the only stream that there is, or only reads it, for the report on its period. Throws where there are more. */
async function loadPeriodReport(streams, { trust, asked, witness, now, folder }) {
    const [stream, ...more] = streams;
    if (stream === undefined || more.length > 0) {
        throw new lib_failure/* Failure */.HR("input", `${folder} has ${streams.length} streams, and a report covers one`, {
            hint: `name one of them below ${folder}: ${streams.map((each) => each.folder).join(", ")}`,
        });
    }
    if (stream.sample !== null) {
        throw new lib_failure/* Failure */.HR("input", `${folder} is a sample, which has a report of its own`, {
            hint: "open its report.html; to check the sample, run: npx datadog-evidence verify",
        });
    }
    const reported = new ReportedRuns();
    const [verdict] = await (0,verify_period/* judgeStreams */.H)([stream], { trust, asked, witness, now, visit: reported.add });
    if (verdict === undefined)
        throw new Error("a stream was verified and has no verdict");
    return reported.reportOn(verdict, { stream, trust, folder, now });
}
/** What reports show of runs that are visited one after the other, and the reports. */
class ReportedRuns {
    #streams = new Map();
    /** Keeps what a report shows of the run, and lets the rest go. */
    add = (runPath, run, stream) => {
        const { runs, summarize } = this.#streams.get(stream) ?? { runs: [], summarize: runSummarizer() };
        runs.push(summarize(runPath, run));
        this.#streams.set(stream, { runs, summarize });
    };
    /** What a report on the period of the stream is made from. */
    reportOn(verdict, { stream, trust, folder, now }) {
        const { period } = verdict;
        const span = period === null ? null : { from: Date.parse(period.from), to: Date.parse(period.to) };
        const all = this.#streams.get(stream)?.runs ?? [];
        const runs = all.filter(({ collectedAt }) => (0,range/* touchesPeriod */.fh)(span, { from: collectedAt, to: collectedAt }));
        return {
            verdict,
            isVerified: trust !== null,
            keysInWords: new Map(trust?.keys.flatMap(({ fingerprint, about }) => (about === undefined ? [] : [[fingerprint, about]]))),
            runs: runs.toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)),
            neighbours: neighboursOf(runs, all),
            folder,
            madeAt: (0,platform_time/* formatTime */.fU)(now),
            version: version/* VERSION */.x,
        };
    }
}
/** The runs from the one before to the one after, as the chain counts them, that are not of the period themselves. */
function neighboursOf(runs, all) {
    const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
    const least = numbers.reduce((number, each) => Math.min(number, each), Infinity);
    const most = numbers.reduce((number, each) => Math.max(number, each), -Infinity);
    const inside = new Set(runs);
    return all.filter((run) => run.sequence !== null && run.sequence >= least - 1 && run.sequence <= most + 1 && !inside.has(run));
}

// EXTERNAL MODULE: ./lib/report/render/markup.js
var markup = __webpack_require__(81431);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/report/render/wrap.js
var wrap = __webpack_require__(85799);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/period/words.js
var period_words = __webpack_require__(579);
;// CONCATENATED MODULE: ./lib/report/period/checks.js




/** The problems that break the chain. */
const CHAIN_PROBLEMS = [
    "broken-link",
    "fork",
    "missing-run",
    "restart",
    "order",
];
const CHECKS = [
    {
        check: "Signatures, digests, schema, counts and promised assurance of every run",
        codes: ["not-genuine"],
        isMade: ({ isVerified }) => isVerified,
    },
    { check: "Every run is in its own folder, once", codes: ["wrong-folder", "other-stream", "duplicate"] },
    { check: "Chain: no number missing, no fork, no break", codes: CHAIN_PROBLEMS },
    { check: "Signed changes match the runs", codes: ["changes"] },
    { check: "Trusted timestamps are in order", codes: ["time"], isMade: ({ verdict }) => verdict.timed > 0 },
    {
        check: "Independent copies match",
        codes: ["rewritten", "removed", "sample"],
        isMade: ({ verdict }) => verdict.witness !== null,
    },
];
/** What was checked, and the results. */
function periodChecks(report) {
    const { verdict } = report;
    const { slots, runs, problems } = verdict;
    const checks = CHECKS.map(({ check, codes, isMade }) => {
        const failed = problems.filter(({ code }) => codes.includes(code)).length;
        // A check that was not made cannot hold.
        const isOpen = isMade?.(report) === false;
        return {
            holds: failed > 0 ? false : isOpen ? null : true,
            check,
            expected: isOpen ? "not checked" : "0 problems",
            found: isOpen && failed === 0 ? "–" : (0,words/* quantityOf */.Ri)(failed, "problem"),
        };
    });
    const met = slots.met + slots.late;
    return [
        ...checks,
        totalCheck("Runs complete", { expected: runs.genuine - runs.declarations, found: runs.complete }),
        totalCheck((0,lib_failure/* sentenceCase */.o3)(`${(0,period_words/* unitOf */.uF)(verdict)}s with a complete run`), { expected: slots.due, found: met }),
    ];
}
function totalCheck(check, { expected, found }) {
    return { holds: expected === found, check, expected: (0,phrases/* groupDigits */.K9)(expected), found: (0,phrases/* groupDigits */.K9)(found) };
}
/** What there is to say of single runs, each list under its title; an empty one is left out. */
function runLists({ problems, unchecked, weaknesses, outside, signedLate, }) {
    const lists = [
        ["Problems, oldest first", problems.map(problemInWords)],
        ["Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)],
        ["Not complete, because", weaknesses],
        ["Problems outside the period, which do not affect the verdict", outside.map(problemInWords)],
        [
            "Signed late: not tamper-evident before signing",
            signedLate.map(({ run, collectedAt, signedAt }) => `${run}: collected ${collectedAt}, ${signedAt === null ? "time of signing not proven" : `signed ${signedAt}`}`),
        ],
    ];
    return lists.filter(([, sentences]) => sentences.length > 0);
}
function problemInWords({ run, detail }) {
    return `${run} ${detail}`;
}
/** The first entries, and how many more there are. */
function shortenedList(entries, most) {
    const more = entries.length - most;
    return more > 0 ? [...entries.slice(0, most), `and ${more} more; verify --json lists all`] : entries;
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var evidence_schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/report/render/more.js
var render_more = __webpack_require__(1846);
// EXTERNAL MODULE: ./lib/policy/describe-result.js
var describe_result = __webpack_require__(81619);
;// CONCATENATED MODULE: ./lib/report/period/expectations-in-words.js




/** How many runs have a policy, and how many expectations held in all of them. */
function policyInWords({ given, absent, expectations }) {
    if (given === 0)
        return "none was given";
    const held = expectations.filter(({ broken, unknown }) => broken + unknown === 0).length;
    const runs = absent === 0
        ? "every run has one"
        : `${(0,words/* quantityOf */.Ri)(given, "run")} with a policy, ${(0,phrases/* groupDigits */.K9)(absent)} without`;
    return `${runs}; ${held} of ${(0,words/* quantityOf */.Ri)(expectations.length, "expectation")} met or accepted in all of them. ${describe_result/* GIVEN_BY_THE_RUN */.SO}`;
}
/** The expectations that were not met in every run, those that were broken most often first. */
function unmetExpectations({ expectations }) {
    return expectations
        .filter(({ accepted, broken, unknown }) => accepted + broken + unknown > 0)
        .toSorted((a, b) => b.broken - a.broken)
        .map((figures) => {
        const { id, firstBroken, brokenSince } = figures;
        const when = brokenSince !== null
            ? `, broken since ${brokenSince.collectedAt}`
            : firstBroken === null
                ? ""
                : `, first broken at ${firstBroken.collectedAt}`;
        return `${id}: ${(0,period_words/* nonZeroInWords */.Gl)(figures, ["broken", "unknown", "accepted", "met"])}${when}`;
    });
}

;// CONCATENATED MODULE: ./lib/report/period/facts.js







/** A fact with more values than this says how many more there are. */
const MOST_EXAMPLES = 3;
/** Whose evidence it is, and of when. */
function streamFacts({ verdict, runs }) {
    const { period, first } = verdict;
    const organization = (0,period_words/* organizationOf */.d1)(runs);
    const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
    return [
        ["Organisation", (0,words/* organizationInWords */.g0)(organization)],
        [
            "Audit period",
            period === null
                ? "not known"
                : (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(period.from)} to ${(0,phrases/* time */.kB)(period.to)}, the end not included`,
        ],
        [
            "Stream",
            (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(verdict.stream)}${first === null ? "" : (0,phrases/* phrase */.MZ) `; first run of the period ${(0,phrases/* time */.kB)(first.collectedAt)}`}`,
        ],
        ...sourceFacts(verdict),
        ["Schedule", schedules.length === 0 ? "not known" : (0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)(schedules.join(", "))} UTC`],
    ];
}
/** Which organisation the evidence is of, and which folder it is read from. */
function sourceFacts({ site, organization, folder }) {
    const id = organization === null ? "organisation not known" : (0,phrases/* phrase */.MZ) `organisation ${(0,phrases/* name */.UU)(organization)}`;
    return [
        ["Source", (0,phrases/* phrase */.MZ) `Datadog, ${(0,phrases/* name */.UU)(site ?? "site not known")}, ${id}`],
        ["Folder", (0,phrases/* name */.UU)(folder)],
    ];
}
/** How much of the period there is evidence of. */
function collectionFacts(verdict) {
    const { slots, runs, items, cadences } = verdict;
    const met = slots.met + slots.late;
    const others = (0,period_words/* nonZeroInWords */.Gl)(slots, ["late", "partial", "failed", "declared", "missing"]);
    const uncovered = slots.notCovered === 0 ? "" : `${(0,phrases/* groupDigits */.K9)(slots.notCovered)} not covered`;
    const rest = [others, uncovered].filter((words) => words !== "").join(", ");
    const readings = evidence_schema/* ITEM_IDS */.FT.flatMap((id) => {
        const figures = items[id];
        if (figures === undefined)
            return [];
        return `${words/* ITEM_NAMES */.fH[id]} ${(0,period_words/* nonZeroInWords */.Gl)(figures, ["complete", "partial", "skipped", "failed"])}`;
    });
    return [
        ["Cadence", sinceInWords(cadences)],
        [
            "Runs",
            `${(0,period_words/* nonZeroInWords */.Gl)(runs, ["complete", "partial", "failed"]) || "none"}${runs.declarations === 0 ? "" : `; ${(0,words/* quantityOf */.Ri)(runs.declarations, "declared gap")}`}`,
        ],
        [
            "Slots met",
            `${(0,phrases/* groupDigits */.K9)(met)} of ${(0,phrases/* groupDigits */.K9)(slots.due)}, ${(0,period_words/* percentage */.X1)(met, slots.due)}${rest === "" ? "" : `; ${rest}`}`,
        ],
        ["Signal windows", windowsInWords(verdict)],
        ["Policy", policyInWords(verdict.policy)],
        ["Readings", readings.join("; ") || "none"],
    ];
}
/** How the evidence is signed and chained, and what made it. */
function proofFacts(verdict, isVerified) {
    const { runs, timed, witness, last, problems, unchecked } = verdict;
    const genuine = (0,phrases/* groupDigits */.K9)(runs.genuine);
    // Of the period only: other runs of the stream say nothing of it.
    const bad = [...problems.filter((problem) => problem.code === "not-genuine"), ...unchecked];
    const all = (0,phrases/* groupDigits */.K9)(runs.genuine + new Set(bad.map(({ run }) => run)).size);
    return [
        [
            "Signatures",
            isVerified
                ? (0,phrases/* phrase */.MZ) `${genuine} of ${all} run folders; ${sinceInWords(verdict.signers, signerInWords)}`
                : (0,phrases/* phrase */.MZ) `not checked; claimed: ${sinceInWords(verdict.signers, signerInWords)}`,
        ],
        ["Trusted time", isVerified ? `${(0,phrases/* groupDigits */.K9)(timed)} of ${genuine} runs` : "not checked"],
        ["Chain", chainInWords(verdict)],
        [
            "Copies",
            witness === null
                ? "none compared"
                : `${(0,phrases/* groupDigits */.K9)(witness.runs)} of ${genuine} runs compared, ${(0,phrases/* groupDigits */.K9)(witness.same)} match`,
        ],
        ["Collector", sinceInWords(verdict.collectors, versionInWords)],
        ["Mapping", sinceInWords(verdict.mappings, versionInWords)],
        ["Rules", (0,phrases/* phrase */.MZ) `version ${sinceInWords(verdict.rules)}`],
        [
            "Last statement",
            last === null
                ? "none"
                : (0,phrases/* phrase */.MZ) `${last.sequence === null ? "" : `no. ${(0,phrases/* groupDigits */.K9)(last.sequence)}, `}${(0,phrases/* digest */.br)(last.statement)}`,
        ],
    ];
}
function windowsInWords({ items, sample, uncovered }) {
    if (items["security-signals"] === undefined)
        return "not collected";
    if (sample !== null)
        return "not available for a sample";
    if (uncovered.length === 0)
        return "no gaps: the collected windows cover the whole period";
    const shown = uncovered.slice(0, MOST_EXAMPLES).map(({ from, to }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(from)} to ${(0,phrases/* time */.kB)(to)}`);
    return (0,phrases/* phrase */.MZ) `cover the period except ${(0,phrases/* joinWords */.yZ)([...shown, ...(0,render_more/* andMore */.v)(uncovered.length - MOST_EXAMPLES)], "; ")}`;
}
function chainInWords({ chain, problems }) {
    const { from, to, restarts, notChained } = chain;
    if (from === null)
        return "not chained: a deleted run would not be noticed";
    const isBroken = problems.some((problem) => CHAIN_PROBLEMS.includes(problem.code));
    const state = isBroken ? "broken" : restarts.length === 0 ? "unbroken" : "restarted";
    const restarted = restarts.length === 0 ? "" : ` ${(0,words/* quantityOf */.Ri)(restarts.length, "time")}`;
    return `no. ${(0,phrases/* groupDigits */.K9)(from)} to ${(0,phrases/* groupDigits */.K9)(to ?? from)}, ${state}${isBroken ? "" : restarted}${notChained === 0 ? "" : `; ${(0,phrases/* groupDigits */.K9)(notChained)} not chained`}`;
}
/** A version with the digest of what it names. */
function versionInWords(value) {
    const [, version = value, sha256 = ""] = /^(.*), sha256 ([0-9a-f]{64})$/v.exec(value) ?? [];
    return sha256 === "" ? (0,phrases/* name */.UU)(value) : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(version)} ${(0,phrases/* digest */.br)(`${sha256.slice(0, 16)}…`)}`;
}
function signerInWords(value) {
    return /^[0-9a-f]{64}$/v.test(value) ? (0,phrases/* phrase */.MZ) `key ${(0,phrases/* digest */.br)(value)}` : (0,phrases/* name */.UU)(value);
}
/** What stayed the same for a while, and since when. */
function sinceInWords(spans, show = phrases/* name */.UU) {
    const [only] = spans;
    if (only === undefined)
        return "not known";
    if (spans.length === 1)
        return show(only.value);
    const shown = spans
        .slice(0, MOST_EXAMPLES)
        .map(({ value, from }) => (0,phrases/* phrase */.MZ) `${show(value)} from ${(0,phrases/* time */.kB)(from)}`);
    return (0,phrases/* joinWords */.yZ)([...shown, ...(0,render_more/* andMore */.v)(spans.length - MOST_EXAMPLES)], "; ");
}

;// CONCATENATED MODULE: ./lib/report/period/gap-rows.js

/** Nobody reads a longer table. */
const MOST_GAPS = 400;
/** The slots that were not met on time. */
function gapRows(slotList) {
    const groups = [];
    for (const slot of slotList) {
        if (slot.state === "met")
            continue;
        const last = groups.at(-1);
        const before = last?.at(-1);
        const isSame = before?.state === slot.state && before.detail === slot.detail && before.to === slot.from;
        // A slot with a run of its own has a row of its own.
        if (isSame && ["missing", "declared", "not covered"].includes(slot.state))
            last?.push(slot);
        else
            groups.push([slot]);
    }
    return groups.flatMap((slots, index) => {
        const [slot] = slots;
        if (slot === undefined)
            return [];
        const span = (0,period_words/* periodInWords */.Ur)({ from: slot.from, to: slots.at(-1)?.to ?? slot.to });
        const ownAnchor = `s-${slot.from.slice(0, 16).replaceAll(/\D/gv, "")}`;
        const anchor = index < MOST_GAPS ? ownAnchor : "gaps";
        return [{ anchor, span, slot, slots }];
    });
}
/** The slots that were not met on time, a line each, such as `2026-06-21 missing: no run and no declared gap`. */
function gapLines(slotList) {
    return gapRows(slotList).map(({ span, slot: { state, detail } }) => `${span} ${state}: ${detail}`);
}
/** The rows that a page shows; `verify --json` has all of them. */
function shownGapRows(slotList) {
    return gapRows(slotList).slice(0, MOST_GAPS);
}

// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
;// CONCATENATED MODULE: ./lib/report/period/month-strips.js



const LABEL_WIDTH = 12;
/** The most months that fit on a page. */
const MOST_STRIPS = 13;
/** A strip for each month with a mark for each day, and a legend; none where slots are no days, or months too many. */
function monthStrips(slots) {
    const areDays = slots.every(({ from, to }) => Date.parse(to) - Date.parse(from) === platform_time/* DAY_MS */.sO);
    if (slots.length === 0 || !areDays)
        return [];
    const months = Map.groupBy(slots, ({ from }) => from.slice(0, 7));
    if (months.size > MOST_STRIPS)
        return [];
    const used = verdict/* SLOT_STATES */.a.filter((state) => slots.some((slot) => slot.state === state));
    return [
        ...[...months].map(([month, days]) => `${month.padEnd(LABEL_WIDTH)}${strip(days)}`),
        `${" ".repeat(LABEL_WIDTH)}${used.map((state) => `${markOf(state)} ${state}`).join(", ")}; a blank was not due`,
    ];
}
function strip(days) {
    const marks = new Map(days.map(({ from, state }) => [Number(from.slice(8, 10)), markOf(state)]));
    return Array.from({ length: 31 }, (_, index) => marks.get(index + 1) ?? " ")
        .join("")
        .trimEnd();
}
function markOf(state) {
    return period_words/* SLOT_MARKS */.GW[state].letter || "·";
}

;// CONCATENATED MODULE: ./lib/report/period/terminal.js












const TEXT_INDENT = 16;
/** A page is for reading; all of it is in the JSON. */
const MOST_LINES = 10;
/** The verdict on a period as one page for a terminal. */
function periodText({ streams, remarks }) {
    const pages = streams.map((stream) => streamLines(stream).join("\n"));
    const rest = listLines("Remarks", remarks);
    return `${[...pages, ...(rest.length > 0 ? [rest.join("\n").trimStart()] : [])].join("\n\n")}\n`;
}
/** The verdict on a period for programs. */
function periodVerdictJson({ exitCode, ...rest }) {
    const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" };
    return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}
function streamLines(stream) {
    const { slotList, changes, chain, notProven, remarks, sample } = stream;
    const facts = [
        ...sourceFacts(stream),
        ...collectionFacts(stream),
        ...proofFacts(stream, true),
        ...(sample === null ? [] : [["Sample", sample.chosen]]),
    ];
    const strips = monthStrips(slotList);
    const lists = [
        ...runLists(stream),
        ["Slots that were not met on time", gapLines(slotList)],
        ["Expectations that were not met in every run", unmetExpectations(stream.policy)],
        ["Restarts of the chain", chain.restarts.map(({ run, reason }) => `${run}: ${reason.message}`)],
        [
            "Record changes to review",
            changes.map((change) => {
                const count = change.count === null ? "" : ` (${change.count})`;
                const ids = change.ids === undefined ? "" : `: ${change.ids.join(", ")}`;
                return `${change.collectedAt} ${words/* CHANGED_NAMES */.C8[change.item]}: ${(0,changes_in_words/* reviewInWords */.bQ)(change)}${ids}${count}`;
            }),
        ],
        ["Not proven", notProven],
        ["Remarks", remarks],
    ];
    return [
        ...(0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(streamConclusion(stream)), wrap/* WIDTH */.lR),
        ...(0,period_words/* originSentences */.HQ)(stream).flatMap((words) => (0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(words), wrap/* WIDTH */.lR)),
        "",
        ...facts.flatMap(([term, fact]) => (0,wrap/* wrapLabelled */.aH)(term, (0,sanitize/* logLine */.BP)((0,markup/* textOf */.b6)((0,phrases/* htmlOf */.Zq)(fact))), { indent: TEXT_INDENT })),
        ...(strips.length === 0 ? [] : ["", ...strips]),
        ...lists.flatMap(([title, entries]) => listLines(title, entries)),
    ];
}
function listLines(title, entries) {
    if (entries.length === 0)
        return [];
    return [
        "",
        title,
        ...shortenedList(entries, MOST_LINES).flatMap((entry) => (0,wrap/* wrapLabelled */.aH)("  -", (0,sanitize/* logLine */.BP)(entry), { indent: 4 })),
    ];
}
/** The result of the stream, in a sentence. */
function streamConclusion(verdict) {
    const { exitCode, stream, period, problems, sample, slots } = verdict;
    const days = sample?.days ?? null;
    const inPeriod = days !== null ? `, ${days.join(", ")}` : period === null ? "" : `, ${(0,period_words/* periodInWords */.Ur)(period)}`;
    const ofSample = sample === null ? "" : `, a sample of ${sample.runs} of ${sample.of} runs`;
    const covered = slots.due - slots.notCovered;
    const coverage = slots.notCovered === 0
        ? ""
        : `, covers ${(0,phrases/* groupDigits */.K9)(covered)} of ${(0,words/* quantityOf */.Ri)(slots.due, (0,period_words/* unitOf */.uF)(verdict))}`;
    const firstBad = exitCode === 1 ? ` First bad run: ${problems[0]?.run}.` : "";
    return `${period_words/* VERDICT_WORDS */._G[exitCode].word}: stream ${stream}${inPeriod}${ofSample}${coverage}.${firstBad}`;
}

// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/report/period/readings.js


/** What each item read at each slot: that of the run which names the slot. */
function readingsOf({ verdict, runs }) {
    const findRun = runFinder(runs);
    return evidence_schema/* ITEM_IDS */.FT.flatMap((id) => {
        const bySlot = verdict.slotList.map(({ run }) => findRun(run)?.items.find((item) => item.id === id) ?? null);
        return bySlot.some((item) => item !== null) ? [{ id, bySlot }] : [];
    });
}
/** Whether the numbers of an item may be drawn and compared: a floor may not. */
function isKnown(item) {
    return item !== null && item.status === "complete" && item.counts !== null;
}

;// CONCATENATED MODULE: ./lib/report/period/control-support.js


/** Sums up what supports the controls of the period. */
function supportedControls({ runs }, readings) {
    const named = new Map();
    for (const { items } of runs) {
        for (const { controls } of items) {
            for (const control of controls)
                named.set(`${control.framework}\n${control.id}`, control);
        }
    }
    const controls = [...named.values()]
        .toSorted((a, b) => (0,words/* compareControlIds */.xy)(a.framework, b.framework) || (0,words/* compareControlIds */.xy)(a.id, b.id))
        .map((control, index) => ({
        control,
        anchor: `control-${index + 1}`,
        items: readings.flatMap((reading) => itemSupport(reading, control)),
    }));
    return Map.groupBy(controls, ({ control }) => control.framework);
}
function itemSupport({ id, bySlot }, control) {
    const figures = { complete: 0, claimed: 0, clear: 0, attention: 0, unknown: 0 };
    const byOrganisation = {};
    let why = null;
    let isNamed = false;
    for (const item of bySlot) {
        const here = item?.controls.find((each) => each.framework === control.framework && each.id === control.id);
        if (item === null || here === undefined)
            continue;
        isNamed = true;
        figures[item.state] += 1;
        if (!isKnown(item))
            continue;
        figures.complete += 1;
        if (here.support === "claimed")
            figures.claimed += 1;
        if (here.organisation === undefined)
            continue;
        const { did } = here.organisation;
        byOrganisation[did] = (byOrganisation[did] ?? 0) + 1;
        why = here.organisation.why;
    }
    return isNamed ? [{ id, ...figures, byOrganisation, why }] : [];
}

;// CONCATENATED MODULE: ./lib/report/period/stretches.js
/** The values as stretches, in their order. */
function stretchesOf(values) {
    const stretches = [];
    for (const [at, value] of values.entries()) {
        const last = stretches.at(-1);
        if (last !== undefined && last.value === value)
            last.length += 1;
        else
            stretches.push({ value, at, length: 1 });
    }
    return stretches;
}

;// CONCATENATED MODULE: ./lib/report/period/plot.js



/** The drawing: x is the slot, y the count, from 116 up to 20. */
const TOP = 20;
const BOTTOM = 116;
/** The part of the width that a month's label takes on a phone, as narrow as it gets, with air behind it. */
const LABEL_ROOM = 0.16;
const MOST_FLAGS = 12;
/** Lines over the slots, with the grid, the months, the letters of slots without a number, and the strip of states. */
function trendPlot({ id, title, description, series, slots, }) {
    const width = Math.max(1, slots.length);
    const height = roundUp(series.flatMap(({ values }) => values).reduce((most, value) => Math.max(most, value ?? 0), 0));
    const isUnknown = series[0]?.values.map((value) => value === null) ?? [];
    const unknown = stretchesOf(isUnknown).filter(({ value }) => value);
    const box = (0,markup/* markup */.PT) `y="${TOP}" width="100%" height="${BOTTOM - TOP}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
    const voids = unknown.map(({ at, length }) => (0,markup/* markup */.PT) `<rect class="void" x="${at}" width="${length}" height="${height}"/>`);
    const lines = series.map(({ stroke, values }) => (0,markup/* markup */.PT) `<path class="${stroke}" d="${stepPath(values)}"/>`);
    return (0,markup/* markup */.PT) `<svg class="plot" height="158" role="img" aria-labelledby="t-${id} d-${id}"><title id="t-${id}">${title}</title><desc id="d-${id}">${description}</desc>
${months(slots)}
<svg ${box}>${voids}</svg>
${grid(height)}
<line class="axis" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
<svg ${box} overflow="visible"><g transform="matrix(1 0 0 -1 0 ${height})">${lines}</g></svg>
${plot_flags(slots, isUnknown)}<svg y="142" width="100%" height="8">${stripUse(id)}</svg></svg>`;
}
/** The strip of an item, which shows its state at each slot. */
function stateStrip(id) {
    return (0,markup/* markup */.PT) `<svg class="strip" aria-hidden="true">${stripUse(id)}</svg>`;
}
/** The strips of all items, unseen: the plots and tables of the page show them. */
function stripSymbols(readings) {
    const symbols = readings.map(({ id, bySlot }) => {
        const stretches = stretchesOf(bySlot.map((item) => item?.state));
        const path = (state, shape) => stretches
            .filter(({ value }) => value === state)
            .map(shape)
            .join("");
        return (0,markup/* markup */.PT) `<symbol id="by-slot-${id}" viewBox="0 0 ${Math.max(1, bySlot.length)} 8" preserveAspectRatio="none">
<path class="bar-c" d="${path("clear", ({ at, length }) => `M${at} 7h${length}`)}"/>
<path class="bar-a" d="${path("attention", ({ at, length }) => `M${at} 4h${length}`)}"/>
<path class="bar-u" d="${path("unknown", ({ at, length }) => `M${at} .5h${length}v7h-${length}z`)}"/>
</symbol>`;
    });
    return (0,markup/* markup */.PT) `<svg class="vh" aria-hidden="true" width="0" height="0"><defs>\n${(0,markup/* markupLines */.Ke)(symbols)}\n</defs></svg>\n`;
}
function stripUse(id) {
    return (0,markup/* markup */.PT) `<use href="#by-slot-${id}" width="100%" height="8"/>`;
}
/** A line of steps that breaks where a value is not known: nothing is interpolated. */
function stepPath(values) {
    let path = "";
    let before = null;
    for (const { value, at, length } of stretchesOf(values)) {
        if (value !== null)
            path += `${before === null ? `M${at} ${value}` : `V${value}`}h${length}`;
        before = value;
    }
    return path;
}
/** The next number that halves well. */
function roundUp(most) {
    if (most <= 2)
        return 2;
    const unit = 10 ** Math.floor(Math.log10(most));
    return [1, 2, 4, 6, 8, 10].map((factor) => factor * unit).find((nice) => nice >= most) ?? most;
}
function grid(height) {
    const lines = [height / 2, height].map((value) => {
        const y = BOTTOM - ((BOTTOM - TOP) * value) / height;
        return (0,markup/* markup */.PT) `<line class="grid" x2="100%" y1="${y}" y2="${y}"/><text class="y" x="-6" y="${y + 4}">${value}</text>`;
    });
    return (0,markup/* markupLines */.Ke)(lines);
}
function months(slots) {
    const labels = labelledMonths(slots).map((index) => {
        const x = percent(index, slots.length);
        return (0,markup/* markup */.PT) `<line class="axis" x1="${x}" x2="${x}" y1="${BOTTOM}" y2="134"/><text class="tick" x="${x}" dx="4" y="130">${slots[index]?.from.slice(0, 7) ?? ""}</text>`;
    });
    return (0,markup/* joinMarkup */.Rm)(labels);
}
/**
 * The slots with which the labelled months begin: as many as have room for their labels side by side, at equal
 * distances. A month of which only a few slots are in the period gives way to the next one.
 */
function labelledMonths(slots) {
    const starts = [...slots.keys()].filter((index) => slots[index]?.from.slice(0, 7) !== slots[index - 1]?.from.slice(0, 7));
    const room = LABEL_ROOM * slots.length;
    const [first = 0, second] = starts;
    const whole = second !== undefined && second - first < room && slots.length - second >= room ? starts.slice(1) : starts;
    for (let every = 1; every <= whole.length; every += 1) {
        const labelled = whole.filter((start, index) => index === 0 || (index % every === 0 && slots.length - start >= room));
        if (labelled.every((start, index) => index === 0 || start - (labelled[index - 1] ?? 0) >= room))
            return labelled;
    }
    return whole.slice(0, 1);
}
const FLAGGED = new Set(["partial", "failed", "missing", "declared"]);
/** Letters over slots without a number, where they are few enough to be read. */
function plot_flags(slots, isUnknown) {
    // Slots side by side may be without a number for different reasons.
    const letters = slots.map(({ state }, index) => isUnknown[index] === true && FLAGGED.has(state) ? period_words/* SLOT_MARKS */.GW[state].letter : "");
    const found = stretchesOf(letters).filter(({ value }) => value !== "");
    if (found.length > MOST_FLAGS)
        return (0,markup/* markup */.PT) ``;
    return (0,markup/* joinMarkup */.Rm)(found.map(({ value, at, length }) => {
        const x = percent(at + length / 2, slots.length);
        return (0,markup/* markup */.PT) `<text class="flag" x="${x}" y="13">${value}</text>`;
    }));
}
function percent(part, whole) {
    return `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`;
}

// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
;// CONCATENATED MODULE: ./lib/report/period/contents.js


/** The sections of the report on a period in their order, which is that of their numbers. */
const SECTIONS = {
    days: "Slots by day",
    gaps: "Gaps and late slots",
    expectations: "Expectations",
    trends: "Trends",
    controls: "Controls",
    changes: "Changes",
    verdicts: "Verdicts",
    records: "Records and digests",
    verify: "Verify it yourself",
};
/** The address, the title and the number of every section. */
const CONTENTS = Object.entries(SECTIONS).map(([id, title], index) => ({ id, title, no: index + 1 }));
/** The address, the title and the number of a section. */
function sectionHead(id) {
    return { id, title: SECTIONS[id], no: CONTENTS.findIndex((each) => each.id === id) + 1 };
}
/** What other sections call a section, such as `section 2`. */
function sectionName(id) {
    return `section ${sectionHead(id).no}`;
}
/** A link to a section. */
function sectionLink(id) {
    return (0,phrases/* jump */.lA)(id, sectionName(id));
}
/** A link to a section that begins a sentence. */
function sectionStart(id) {
    return (0,phrases/* jump */.lA)(id, (0,lib_failure/* sentenceCase */.o3)(sectionName(id)));
}

;// CONCATENATED MODULE: ./lib/report/period/sections/calendar.js









const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/** What the legend says of each state. */
const LEGEND = [
    ["met", "collected", "complete, on time"],
    ["late", "late", "complete, but too late"],
    ["partial", "partial", "at least one item not complete"],
    ["failed", "failed", "only a signed record of failure"],
    ["missing", "missing", "no run and no declared gap"],
    ["declared", "declared gap", "no run; signed explanation"],
    ["not covered", "not covered", "before the first run"],
];
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
/** Every day of the period, with its state: by shape, letter and colour, or as a strip of letters. */
function calendarSection(report) {
    const { verdict } = report;
    const { period, slotList } = verdict;
    const unit = (0,period_words/* unitOf */.uF)(verdict);
    const byDay = Map.groupBy(slotList, ({ from }) => (0,platform_time/* dayOf */.kb)(from));
    const anchors = new Map(gapRows(slotList).flatMap(({ slots, anchor }) => slots.map((slot) => [slot.from, anchor])));
    const months = period === null ? [] : monthsOf(period.from, period.to);
    const strips = monthStrips(slotList);
    return (0,renderer/* section */.uW)({
        ...sectionHead("days"),
        lead: unit === "day"
            ? `One slot for each day in UTC. A day with a letter was not met on time; ${sectionName("gaps")} has the reason. The days that were due are the population to sample from.`
            : `A day holds several slots and shows the worst of them: without a letter, every ${unit} of the day was met on time. The slots that were due are the population to sample from.`,
    }, [
        (0,renderer/* either */.gP)(() => {
            const tables = months.map((month) => calendarMonth(month, { period, byDay, anchors, unit }));
            return (0,markup/* markup */.PT) `<div class="calendar">\n${(0,markup/* markupLines */.Ke)(tables)}\n</div>\n${legend(report)}`;
        }, [
            strips.length === 0
                ? (0,renderer/* paragraph */.FY)(`${(0,lib_failure/* sentenceCase */.o3)(sectionName("gaps"))} lists every ${unit} that was not met on time; all others were.`)
                : (0,renderer/* commands */.Pi)(strips),
        ]),
    ]);
}
function monthsOf(from, to) {
    const months = [];
    const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 7);
    for (let month = from.slice(0, 7); month <= last; month = monthAfter(month))
        months.push(month);
    return months;
}
function monthAfter(month) {
    const [year = 0, number = 0] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
function calendarMonth(month, calendar) {
    const first = Date.parse(`${month}-01T00:00:00Z`);
    const length = (Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - first) / platform_time/* DAY_MS */.sO;
    // Weeks begin on Monday.
    const before = (new Date(first).getUTCDay() + 6) % 7;
    const cells = [
        ...Array.from({ length: before }, () => (0,markup/* markup */.PT) `<td></td>`),
        ...Array.from({ length }, (_, index) => dayCell((0,platform_time/* dayOf */.kb)(first + index * platform_time/* DAY_MS */.sO), calendar)),
    ];
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    const slots = [...calendar.byDay].flatMap(([day, of]) => (day.startsWith(month) ? of : []));
    const met = slots.filter(({ state }) => state === "met" || state === "late").length;
    return (0,markup/* markup */.PT) `<table class="month"><caption>${month} <span class="soft">${(0,phrases/* groupDigits */.K9)(met)} of ${(0,phrases/* groupDigits */.K9)(slots.length)}</span></caption>
<thead><tr>${WEEK.map((day) => (0,markup/* markup */.PT) `<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${(0,markup/* markupLines */.Ke)(weeks.map((week) => (0,markup/* markup */.PT) `<tr>${week}</tr>`))}</tbody></table>`;
}
function dayCell(day, { period, byDay, anchors, unit }) {
    const label = String(Number(day.slice(8)));
    const slots = byDay.get(day);
    const start = `${day}T00:00:00Z`;
    if (slots === undefined) {
        const isInside = period !== null && Date.parse(start) + platform_time/* DAY_MS */.sO > Date.parse(period.from) && start < period.to;
        return isInside ? (0,markup/* markup */.PT) `<td class="n">${label}<span class="vh"> not due</span></td>` : (0,markup/* markup */.PT) `<td></td>`;
    }
    const state = WORST_FIRST.find((each) => slots.some((slot) => slot.state === each)) ?? "met";
    if (state === "met")
        return (0,markup/* markup */.PT) `<td class="c">${label}</td>`;
    const here = slots.filter((slot) => slot.state === state);
    const words = unit === "day" ? `${state}, ${day}` : `${here.length} of ${slots.length} ${state}, ${day}`;
    const { kind, letter } = period_words/* SLOT_MARKS */.GW[state];
    return (0,markup/* markup */.PT) `<td class="${kind}"><a href="#${anchors.get(here[0]?.from ?? "") ?? "gaps"}" aria-label="${letter}: ${words}">${letter}</a></td>`;
}
function legend({ verdict }) {
    const { slots } = verdict;
    const lines = LEGEND.flatMap(([state, name, meaning]) => {
        const count = state === "not covered" ? slots.notCovered : slots[state];
        if (state === "not covered" && count === 0)
            return [];
        const { kind, letter } = period_words/* SLOT_MARKS */.GW[state];
        return (0,markup/* markup */.PT) `<li><i class="swatch ${kind}" aria-hidden="true">${letter || "9"}</i><b>${(0,phrases/* groupDigits */.K9)(count)}</b><span>${name}<br><span class="soft">${meaning}</span></span></li>`;
    });
    const notDue = (0,markup/* markup */.PT) `<li><i class="swatch n" aria-hidden="true">1</i><b></b><span>not due<br><span class="soft">not asked for, or not over yet</span></span></li>`;
    return (0,markup/* markup */.PT) `<ul class="legend" role="list" aria-label="States, with the number of slots in each">\n${(0,markup/* markupLines */.Ke)([...lines, notDue])}\n</ul>`;
}

;// CONCATENATED MODULE: ./lib/report/period/sections/gaps.js










/** Every slot that was not met on time, with its reason. */
function gapsSection({ verdict, runs }) {
    const { slotList } = verdict;
    const unit = (0,period_words/* unitOf */.uF)(verdict);
    const rows = shownGapRows(slotList);
    const all = slotList.filter(({ state }) => state !== "met").length;
    const more = all - rows.reduce((sum, { slots }) => sum + slots.length, 0);
    const findRun = runFinder(runs);
    return (0,renderer/* section */.uW)(sectionHead("gaps"), rows.length === 0
        ? [(0,renderer/* paragraph */.FY)(`Every ${unit} that was due was met on time.`)]
        : [
            (0,renderer/* table */.tp)({
                caption: `The ${(0,words/* quantityOf */.Ri)(all, unit)} that ${(0,period_words/* wasOrWere */.S1)(all)} not met on time`,
                columns: [(0,lib_failure/* sentenceCase */.o3)(unit), "", "State, what is missing, and why"],
                rows: rows.map((row) => tableRow(row, findRun(row.slot.run))),
                kind: "gaps",
            }),
            ...moreInJson(more),
        ]);
}
/** Where the rest of a list is that is too long for the page. */
function moreInJson(more) {
    return (0,render_more/* moreIn */.x)((0,phrases/* code */.aY)("verify --json"), { more });
}
function tableRow({ anchor, span, slot }, run) {
    const { kind, letter } = period_words/* SLOT_MARKS */.GW[slot.state];
    const state = (0,lib_failure/* sentenceCase */.o3)(slot.state === "declared" ? "declared gap" : slot.state);
    const swatch = (0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) `<i class="swatch ${kind}" aria-hidden="true">${letter}</i>`);
    return {
        id: anchor,
        cells: [(0,phrases/* range */.y1)(span), swatch, (0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)(`${state}.`)} ${slotReason(slot, run)}`],
    };
}
function slotReason({ state, detail }, run) {
    const lacking = run?.items.filter(({ status }) => status !== "complete") ?? [];
    if (run === undefined || lacking.length === 0 || state === "late") {
        const said = detail === null ? "" : (0,phrases/* remark */.Vg)((0,words/* sentence */.em)(detail));
        return state === "late" && run?.schedule === null && run.source !== null
            ? (0,phrases/* phrase */.MZ) `${said} The run was started by hand or outside GitHub.`
            : said;
    }
    const reasons = lacking.map(({ id, status, reason, counts }) => {
        const why = reason === null ? "" : (0,phrases/* phrase */.MZ) `: ${(0,phrases/* remark */.Vg)((0,words/* reasonInWords */.jA)(reason))} ${(0,phrases/* code */.aY)(reason.code)}`;
        const floor = status === "partial" && counts !== null
            ? ` At least ${(0,phrases/* groupDigits */.K9)(counts["total"] ?? 0)} in total.`
            : "";
        return (0,phrases/* phrase */.MZ) `${(0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])} ${status}${why}.${floor}`;
    });
    const collected = (0,phrases/* soft */.LN)((0,phrases/* phrase */.MZ) `run of ${(0,phrases/* time */.kB)(run.collectedAt)}`);
    return (0,phrases/* joinWords */.yZ)([...reasons, collected], " ");
}

;// CONCATENATED MODULE: ./lib/report/period/sections/changes.js








/** Nobody reads a longer table. */
const MOST_CHANGES = 200;
/** What evidence is made with and signed by, and what changed in its records. */
function changesSection({ verdict, runs }) {
    const made = changesOfMaking(verdict);
    const notable = verdict.changes.slice(0, MOST_CHANGES);
    const findRun = runFinder(runs);
    return (0,renderer/* section */.uW)(sectionHead("changes"), [
        made.length === 0
            ? (0,renderer/* paragraph */.FY)("Cadence, collector, control mapping, rules and signer did not change.")
            : (0,renderer/* table */.tp)({
                caption: "Changes in how the evidence is made",
                columns: ["From", "What", "Before", "After"],
                rows: made,
                kind: "changes",
            }),
        notable.length === 0
            ? (0,renderer/* paragraph */.FY)("No record change needs review.")
            : (0,renderer/* table */.tp)({
                caption: "Record changes to review",
                columns: ["Run", "What", "Which"],
                rows: notable.map((change) => [
                    (0,phrases/* time */.kB)(change.collectedAt),
                    (0,phrases/* phrase */.MZ) `${(0,lib_failure/* sentenceCase */.o3)(words/* CHANGED_NAMES */.C8[change.item])}: ${(0,changes_in_words/* reviewInWords */.bQ)(change)}${change.count === null ? "" : (0,phrases/* phrase */.MZ) ` (${change.count})`}`,
                    recordsInWords(change, findRun(change.run)),
                ]),
                kind: "changes",
            }),
        ...moreInJson(verdict.changes.length - notable.length),
    ]);
}
/** A row with more names than this counts the others. */
const MOST_NAMES = 5;
/** The records that changed by name, each name once with its number; of the policy, what it no longer says. */
function recordsInWords({ item, what, count, ids }, run) {
    const found = ids ?? run?.changed.find((changed) => changed.item === item && changed.what === what)?.names ?? [];
    const groups = [...Map.groupBy(found, (each) => each)];
    const shown = groups.slice(0, MOST_NAMES);
    const more = (count ?? 0) - shown.reduce((sum, [, { length }]) => sum + length, 0);
    return (0,phrases/* stackWords */.q)([
        ...shown.map(([called, { length }]) => length === 1 ? (0,phrases/* name */.UU)(called) : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(called)} ${(0,phrases/* soft */.LN)(`(${length})`)}`),
        ...(more > 0 && shown.length > 0 ? [(0,phrases/* soft */.LN)(`and ${(0,phrases/* groupDigits */.K9)(more)} more`)] : []),
    ]);
}
function changesOfMaking({ cadences, collectors, mappings, rules, signers, chain, }) {
    return [
        ...changesOf("Cadence", cadences),
        ...changesOf("Collector", collectors),
        ...changesOf("Control mapping", mappings),
        ...changesOf("Version of the rules", rules),
        ...changesOf("Signer", signers),
        ...chain.restarts.map(({ collectedAt, reason }) => ({
            at: collectedAt,
            what: "Chain restarted",
            before: "",
            after: reason.message,
        })),
    ]
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ at, what, before, after }) => [(0,phrases/* time */.kB)(at), what, before === "" ? "" : (0,phrases/* name */.UU)(before), (0,phrases/* name */.UU)(after)]);
}
function changesOf(what, spans) {
    return spans
        .slice(1)
        .map(({ value, from }, index) => ({ at: from, what, before: spans[index]?.value ?? "", after: value }));
}

// EXTERNAL MODULE: ./lib/controls/conditions.js
var conditions = __webpack_require__(32754);
;// CONCATENATED MODULE: ./lib/controls/notes.js

const CONTROL_NOTES = new Map([
    [
        "ISO/IEC 27001:2022 A.5.25",
        {
            hidden: [
                "Who decided, and whether the decision was right. Names and comments are not collected.",
                "Decisions on signals that left the 7-day window before a run saw them archived.",
                "Time to triage, closer than the cadence.",
                "Events that raised no signal, or one below high.",
            ],
            ask: [
                "Rules for triage, and the time allowed for each severity",
                "Tickets of the signals that were not seen archived",
            ],
        },
    ],
    [
        "ISO/IEC 27001:2022 A.5.36",
        {
            hidden: [
                "That managers reviewed the results. A list is not a review.",
                "That Datadog’s rules are the organisation’s own policies and standards.",
                "Why findings are muted, and who accepted them.",
                "Anything outside cloud configuration.",
            ],
            ask: [
                "Minutes or tickets of the reviews",
                "The policy that the checks stand for; approvals of muted findings",
            ],
        },
    ],
    [
        "ISO/IEC 27001:2022 A.8.9",
        {
            hidden: [
                "The approved baseline, and who may change it.",
                "Checks that pass: only failing ones are asked for.",
                "Cloud accounts that are not connected to Datadog.",
                "Configuration of anything other than cloud resources.",
            ],
            ask: [
                "The list of cloud accounts, to compare with those connected",
                "Change records for the resources that were corrected",
            ],
        },
    ],
    [
        "ISO/IEC 27001:2022 A.8.16",
        {
            hidden: [
                "Which systems ought to be monitored, and whether all of them are.",
                "Detections that a suppression rule silenced, and signals below high.",
                "The time between two readings of a monitor.",
                "That an alert reached a person.",
            ],
            ask: ["The list of systems in scope", "Enabled detection rules and suppressions; on-call rota"],
        },
    ],
    [
        "ISO/IEC 27001:2022 A.8.17",
        {
            hidden: [
                "Slots in which the control is only claimed: no tagged monitor watched a clock then.",
                "Hosts without the Agent, network devices, and managed services.",
                "Which time sources are used, and that they are approved.",
            ],
            ask: ["The approved time sources", "The list of hosts, to compare with those that report"],
        },
    ],
    [
        "SOC 2 CC7.1",
        {
            hidden: [
                "Vulnerabilities in hosts, containers and code. Only misconfigurations are asked for.",
                "That a monitor is of the kind this criterion means: the tag says so, and the organisation sets the tag.",
                "What was done about a finding, beyond its end.",
            ],
            ask: ["Vulnerability scans and their remediation", "The reasons for tagging a monitor"],
        },
    ],
    [
        "SOC 2 CC7.2",
        {
            hidden: [
                "The analysis itself. A triage state says that someone decided, not how.",
                "Components that send nothing to Datadog.",
                "Signals below high, and suppressed detections.",
            ],
            ask: [
                "Tickets or notes of the analysis of critical signals",
                "The list of log sources, to compare with the components in scope",
            ],
        },
    ],
]);
/** The notes that hold for every control that an item supports. */
const ITEM_NOTES = {
    "security-signals": {
        hidden: [
            "Components that send nothing to Datadog.",
            "Signals below high, and detections that a suppression rule silenced.",
            "Who decided on a signal, and whether the decision was right. Names and comments are not collected.",
        ],
        ask: ["Enabled detection rules and suppressions", "Tickets or notes of the analysis of critical signals"],
    },
    "compliance-monitors": {
        hidden: [
            "That a monitor is of the kind this control means: the tag says so, and the organisation sets the tag.",
            "The time between two readings of a monitor.",
            "That an alert reached a person.",
        ],
        ask: ["The reasons for tagging a monitor", "The list of systems in scope"],
    },
    "cspm-findings": {
        hidden: [
            "Checks that pass: only failing ones are asked for.",
            "Cloud accounts that are not connected to Datadog.",
            "Anything outside cloud configuration.",
        ],
        ask: [
            "The list of cloud accounts, to compare with those connected",
            "The reasons for muted findings, and who accepted them",
        ],
    },
};
const OWN_MAPPING = {
    hidden: ["Whether the items mapped to this control are the right ones: the mapping is the organisation’s."],
    ask: ["The reasons for the mapping"],
};
/** The notes on a control that these items support: its own where there are some, else those of the items. */
function notesOn({ framework, id }, items) {
    const own = CONTROL_NOTES.get(`${framework} ${id}`);
    if (own !== undefined)
        return own;
    const notes = [
        ...items.map((item) => ITEM_NOTES[item]),
        ...((0,catalogue/* editionOf */.yU)(framework) === null ? [OWN_MAPPING] : []),
    ];
    return { hidden: notes.flatMap(({ hidden }) => hidden), ask: notes.flatMap(({ ask }) => ask) };
}

;// CONCATENATED MODULE: ./lib/report/period/sections/controls.js













/** More days than this are a matter for the table of gaps. */
const DAYS_SHOWN = 20;
/** Lines to write on. */
const NOTE_LINES = Array.from({ length: 8 }, () => (0,markup/* markup */.PT) `<i></i>`);
/** One sheet for each control: what supports it, what the evidence does not show, what to ask for elsewhere. */
function controlsSection(controls, context) {
    const { verdict } = context.report;
    const sheets = [...controls].flatMap(([framework, members], index) => [frameworkSheet(framework, { controls: members, anchor: `framework-${index + 1}`, verdict })].concat(members.map((each) => controlSheet(each, context))));
    return (0,renderer/* section */.uW)({
        ...sectionHead("controls"),
        lead: "One sheet for each framework, and one for each of its controls. “Supports” means that the evidence is relevant to the control and can be verified; whether the control is met is for an auditor to say. “Attention” is a result, not a failure of the control: a person should look at what was found.",
    }, sheets.length === 0 ? [(0,renderer/* paragraph */.FY)("No run of the period names a control.")] : sheets);
}
/** The controls of a framework at a glance: how often each was supported, directly or by claim. */
function frameworkSheet(framework, { controls, anchor, verdict, }) {
    const edition = (0,catalogue/* editionOf */.yU)(framework);
    return (0,renderer/* article */.jZ)({
        id: anchor,
        title: (0,phrases/* name */.UU)(framework),
        ...(edition === null ? {} : { lead: `Edition: ${edition}.` }),
        kind: "control",
    }, [
        (0,renderer/* table */.tp)({
            caption: `How often each item supported each control, of the ${(0,period_words/* dueInWords */.tD)(verdict)} due`,
            columns: ["Control", "Title", "Item", "Direct", "Claimed", "By the organisation"],
            rows: controls.flatMap(({ control, anchor: sheetAnchor, items }) => items.map(({ id, complete, claimed, byOrganisation }, index) => [
                index === 0 ? (0,phrases/* jump */.lA)(sheetAnchor, (0,phrases/* name */.UU)(control.id)) : "",
                index === 0 ? (0,phrases/* name */.UU)(control.title) : "",
                (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]),
                complete - claimed,
                claimed,
                Object.entries(byOrganisation)
                    .map(([did, times]) => `${did} ${(0,phrases/* groupDigits */.K9)(times)}`)
                    .join(", ") || "–",
            ])),
            scroll: `Controls of ${framework}`,
        }),
    ]);
}
function controlSheet({ control, anchor, items }, context) {
    const { hidden, ask } = notesOn(control, items.map(({ id }) => id));
    const unit = (0,lib_failure/* sentenceCase */.o3)((0,period_words/* unitOf */.uF)(context.report.verdict));
    return (0,renderer/* article */.jZ)({
        id: anchor,
        title: (0,phrases/* phrase */.MZ) `${(0,phrases/* styled */.I4)("id", (0,phrases/* name */.UU)(control.id))} ${(0,phrases/* styled */.I4)("title", (0,phrases/* name */.UU)(control.title))}`,
        lead: (0,phrases/* name */.UU)(control.framework),
        kind: "control",
    }, [
        itemTable(items, { ...context, control: control.id }),
        (0,renderer/* box */.aP)("pair", [
            (0,renderer/* box */.aP)("shows", [
                (0,renderer/* heading */.R_)("What supports it", { level: 4 }),
                (0,renderer/* bullets */.e5)(items.flatMap((item) => supportSentences(item, { ...context, control }))),
            ]),
            (0,renderer/* box */.aP)("shows-not", [(0,renderer/* heading */.R_)("What this evidence does not show", { level: 4 }), (0,renderer/* bullets */.e5)(hidden)]),
        ]),
        (0,renderer/* box */.aP)("pair", [
            (0,renderer/* box */.aP)("", [(0,renderer/* heading */.R_)(`${unit}s to ask about`, { level: 4 }), (0,renderer/* paragraph */.FY)(slotsToAskAbout(items, context))]),
            (0,renderer/* box */.aP)("ask", [(0,renderer/* heading */.R_)("What to ask for elsewhere", { level: 4 }), (0,renderer/* bullets */.e5)(ask)]),
        ]),
        (0,renderer/* either */.gP)(() => (0,markup/* markup */.PT) `<div class="paper working" aria-hidden="true">Auditor’s notes${NOTE_LINES}</div>`),
    ]);
}
function itemTable(items, { report, control }) {
    const due = (0,phrases/* groupDigits */.K9)(report.verdict.slots.due);
    const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) => [
        (0,phrases/* jump */.lA)(`trend-${id}`, (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])),
        `${(0,phrases/* groupDigits */.K9)(complete)} of ${due}`,
        complete - claimed,
        claimed,
        clear,
        attention,
        unknown,
        (0,phrases/* htmlOnly */.K7)(() => stateStrip(id)),
    ]);
    const columns = ["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown"];
    const parts = {
        caption: (0,phrases/* phrase */.MZ) `${(0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) `<span class="vh">Supporting items, </span>`)}Slots of the period`,
        rows,
        kind: "by-item numeric",
        scroll: `Items that support ${control}`,
    };
    // Markdown has no strips.
    return (0,renderer/* either */.gP)(() => (0,renderer/* table */.tp)({ ...parts, columns: [...columns, "By slot"] }).html(), [(0,renderer/* table */.tp)({ ...parts, columns })]);
}
/** What direct support would have needed. */
function conditionSentences({ framework, id }, item) {
    const needs = (0,catalogue/* conditionsOf */.yb)({ framework, item, id });
    return needs.length === 0
        ? []
        : [`Support is direct only with ${(0,words/* list */.p_)(needs.map((need) => conditions/* CONTROL_CONDITIONS */.D[need].words))}.`];
}
function supportSentences({ id, complete, claimed, byOrganisation, why }, { report, readings, control }) {
    const { verdict } = report;
    const judged = verdict.policy.expectations.filter(({ item }) => item === id);
    const called = (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
    const direct = complete - claimed;
    const known = readings.find((reading) => reading.id === id)?.bySlot.filter(isKnown) ?? [];
    const [first, last] = [known[0]?.counts, known.at(-1)?.counts];
    return [
        `${called} were collected completely on ${(0,phrases/* groupDigits */.K9)(complete)} of the ${(0,period_words/* dueInWords */.tD)(verdict)} due.`,
        ...(claimed === 0
            ? []
            : [
                direct > 0
                    ? `On ${(0,phrases/* groupDigits */.K9)(direct)} of them the records support the control directly; on ${(0,phrases/* groupDigits */.K9)(claimed)} the support is only claimed.`
                    : "None of them supports the control directly; the support is only claimed, and the organisation must argue it.",
                ...conditionSentences(control, id),
            ]),
        ...Object.entries(byOrganisation).map(([did, times]) => (0,phrases/* phrase */.MZ) `On ${(0,phrases/* groupDigits */.K9)(times)} of them the control was ${did} by the organisation${why === null ? "." : (0,phrases/* phrase */.MZ) `: ${(0,phrases/* name */.UU)(why)}`}`),
        ...(first == null || last == null
            ? []
            : [`First complete reading: ${countsLine(id, first)}. Last: ${countsLine(id, last)}.`]),
        ...judged.map((figures) => `The expectation ${figures.id} judged it: ${(0,period_words/* nonZeroInWords */.Gl)(figures, ["broken", "unknown", "accepted", "met"])}.`),
    ];
}
function countsLine(id, counts) {
    const names = id === "compliance-monitors" ? ["total", "failing", "muted"] : ["critical", "high"];
    return names.map((each) => `${(0,phrases/* groupDigits */.K9)(counts[each] ?? 0)} ${each}`).join(", ");
}
/**
 * Where an item that supports the control is not complete: the gaps, with links to their reasons, and the slots that
 * were met all the same, because the item was skipped or not asked for.
 */
function slotsToAskAbout(items, { report, readings }) {
    const { verdict } = report;
    const ids = new Set(items.map(({ id }) => id));
    const supporting = readings.filter(({ id }) => ids.has(id));
    const lacking = new Set(verdict.slotList.filter((_, index) => supporting.some(({ bySlot }) => !isKnown(bySlot[index] ?? null))));
    const gaps = gapRows(verdict.slotList).filter(({ slots }) => slots.some((slot) => lacking.has(slot)));
    const more = gaps.length - DAYS_SHOWN;
    const met = [...lacking].filter(({ state }) => state === "met").length;
    const entries = [
        ...gaps.slice(0, DAYS_SHOWN).map(({ anchor, span }) => (0,phrases/* jump */.lA)(anchor, (0,phrases/* range */.y1)(span))),
        ...(more > 0 ? [(0,phrases/* phrase */.MZ) `and ${more} more in ${sectionLink("gaps")}`] : []),
        ...(met > 0
            ? [
                `${(0,words/* quantityOf */.Ri)(met, (0,period_words/* unitOf */.uF)(verdict))} that ${(0,period_words/* wasOrWere */.S1)(met)} met although an item above was skipped or not asked for`,
            ]
            : []),
    ];
    return entries.length === 0 ? "None." : (0,phrases/* joinWords */.yZ)(entries);
}

;// CONCATENATED MODULE: ./lib/report/period/sections/cover.js









/** What this is and what to think of it, as an auditor may file it. */
function periodMasthead(report) {
    const { verdict, runs, isVerified } = report;
    const { word, kind } = isVerified
        ? period_words/* VERDICT_WORDS */._G[verdict.exitCode]
        : { word: "Not verified", kind: "failed" };
    return {
        what: (0,phrases/* phrase */.MZ) `audit period, stream ${(0,phrases/* name */.UU)(verdict.stream)}`,
        title: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)((0,page/* organizationTitle */.CS)((0,period_words/* organizationOf */.d1)(runs)))}, ${(0,phrases/* name */.UU)(verdict.stream)}${isVerified ? "" : ", NOT VERIFIED"}`,
        when: (0,period_words/* periodInWords */.Ur)(verdict.period),
        leads: [...(0,period_words/* originSentences */.HQ)(verdict).map((words) => (0,phrases/* strong */.ko)(words)), leadInWords(report)],
        verdict: { word, kind, sentences: [verdictInWords(report)] },
    };
}
/** Figures, facts to file, what supports which control, and the contents. */
function coverBlocks(report, controls) {
    const { verdict, isVerified, madeAt, version, runs } = report;
    const { slots } = verdict;
    const prepared = (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(madeAt)} by datadog-evidence ${(0,phrases/* name */.UU)(version)}, from ${(0,words/* quantityOf */.Ri)(runs.length, "run")}`;
    return [
        (0,renderer/* figures */.u5)([
            { label: `${(0,period_words/* unitOf */.uF)(verdict)}s due`, value: slots.due },
            {
                label: slots.late === 0 ? "collected" : `collected, ${(0,phrases/* groupDigits */.K9)(slots.late)} late`,
                value: slots.met + slots.late,
            },
            { label: "partial", value: slots.partial, kind: "sep" },
            { label: "failed", value: slots.failed },
            { label: "missing", value: slots.missing },
            { label: "declared gap", value: slots.declared },
            ...(slots.notCovered === 0 ? [] : [{ label: "not covered", value: slots.notCovered }]),
        ]),
        readingOrder(report),
        (0,renderer/* either */.gP)(() => {
            const links = CONTENTS.map(({ id, title, no }) => (0,markup/* markup */.PT) `<li><span class="no">${no}</span><a href="#${id}">${title}</a></li>\n`);
            return (0,markup/* markup */.PT) `<nav aria-label="Contents">\n<ol class="contents">\n${links}</ol></nav>`;
        }),
        (0,renderer/* box */.aP)("two", [
            (0,renderer/* facts */.Ix)([...streamFacts(report), ...collectionFacts(verdict)]),
            (0,renderer/* facts */.Ix)([...proofFacts(verdict, isVerified), ...keyFacts(report), ["Prepared", prepared]]),
        ]),
        controlsTable(report, controls),
        (0,renderer/* either */.gP)(() => runs.length === 0
            ? (0,markup/* markup */.PT) ``
            : (0,markup/* markup */.PT) `<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>`),
    ];
}
/** Who keeps the keys that signed, as the auditor's own keys file has it; nothing where it names nobody. */
function keyFacts({ verdict, keysInWords }) {
    const keepers = verdict.signers.flatMap(({ value }) => keysInWords.get(value) ?? []);
    if (keepers.length === 0)
        return [];
    return [
        ["Key kept by", (0,phrases/* phrase */.MZ) `${(0,phrases/* joinWords */.yZ)([...new Set(keepers)].map(phrases/* name */.UU))} ${(0,phrases/* soft */.LN)("by your keys file")}`],
    ];
}
/** What somebody reads who has ten minutes. */
function readingOrder({ verdict, isVerified }) {
    const unit = (0,period_words/* unitOf */.uF)(verdict);
    const control = (0,phrases/* phrase */.MZ) `${sectionStart("controls")}: the sheet of one control that you audit. It names what supports the control, which ${unit}s to ask about, and what to ask for elsewhere.`;
    const entries = [
        (0,phrases/* phrase */.MZ) `The verdict ${isVerified ? "above" : "above: nothing was verified yet"}, and ${sectionLink("gaps")}: the ${unit}s without complete evidence, and why.`,
        ...(verdict.policy.given === 0
            ? []
            : [
                (0,phrases/* phrase */.MZ) `${sectionStart("expectations")}: what the organisation demands of itself, and when that was broken.`,
            ]),
        (0,phrases/* phrase */.MZ) `${sectionStart("verdicts")}: what was checked, and what these files cannot prove.`,
        control,
        (0,phrases/* phrase */.MZ) `${sectionStart("verify")}: the fingerprint of the key, to compare with the one that you were given, and the command that checks all of this.`,
    ];
    return (0,renderer/* box */.aP)("ten-minutes", [(0,renderer/* paragraph */.FY)((0,phrases/* strong */.ko)("With ten minutes, read in this order")), (0,renderer/* steps */.Ci)(entries)]);
}
/** What was due and what was collected. */
function leadInWords({ verdict, isVerified }) {
    const { slots, runs, problems, unchecked } = verdict;
    const unit = (0,period_words/* unitOf */.uF)(verdict);
    const lacking = [
        slots.failed > 0 && `${(0,words/* quantityOf */.Ri)(slots.failed, unit)} left only a signed record of failure`,
        slots.missing > 0 && `${(0,words/* quantityOf */.Ri)(slots.missing, unit)} left nothing`,
        slots.notCovered > 0 &&
            `${(0,words/* quantityOf */.Ri)(slots.notCovered, unit)} ${(0,period_words/* isOrAre */.Cj)(slots.notCovered)} before the first run and not covered`,
        slots.declared > 0 &&
            `${(0,words/* quantityOf */.Ri)(slots.declared, unit)} ${(0,period_words/* isOrAre */.Cj)(slots.declared)} in a gap that was declared later`,
    ].filter((clause) => clause !== false);
    const sentences = [
        slots.due === 0
            ? "This report found no slot that was due."
            : `Evidence was due on ${(0,period_words/* dueInWords */.tD)(verdict)}. It was collected completely on ${(0,phrases/* groupDigits */.K9)(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${(0,phrases/* groupDigits */.K9)(slots.partial)}` : ""}.`,
        ...(lacking.length > 0 ? [`Of the others, ${(0,words/* list */.p_)(lacking)}.`] : []),
        isVerified
            ? problems.length === 0 && unchecked.length === 0
                ? `${runs.genuine === 1 ? "The only run folder is" : `All ${(0,phrases/* groupDigits */.K9)(runs.genuine)} run folders are`} genuine.`
                : "Some run folders are not genuine or could not be checked; see Verdicts."
            : "Nothing was verified: this page shows what the files claim.",
    ];
    return sentences.join(" ");
}
/** Why the verdict is what it is. */
function verdictInWords({ verdict, isVerified }) {
    if (!isVerified) {
        return (0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)("No key and no trusted root was given, so no signature was checked.")} Anyone could have written what this page shows. Make it again with ${(0,phrases/* code */.aY)("--key")}.`;
    }
    const [problem] = verdict.problems;
    const sentences = [
        problem === undefined
            ? signaturesInWords(verdict)
            : (0,phrases/* phrase */.MZ) `${(0,lib_failure/* sentenceCase */.o3)(problem.code.replaceAll("-", " "))}: ${(0,phrases/* name */.UU)(problem.run)} ${(0,phrases/* remark */.Vg)(problem.detail)}.`,
        ...(verdict.exitCode === 3
            ? [(0,phrases/* phrase */.MZ) `${sectionStart("gaps")} lists each slot that is not complete, with the reason.`]
            : []),
        (0,phrases/* phrase */.MZ) `${sectionStart("verdicts")} lists what could not be verified.`,
        (0,phrases/* soft */.LN)(`Exit code\u00a0${verdict.exitCode}.`),
    ];
    return (0,phrases/* joinWords */.yZ)(sentences, " ");
}
function signaturesInWords({ chain, witness, runs, timed }) {
    const copies = witness !== null && witness.same === runs.genuine ? "; an independent copy matches" : "";
    if (runs.genuine === 1) {
        return `The only statement has a valid signature${timed === 1 ? " and a trusted timestamp" : ""}${copies}.`;
    }
    const timestamps = timed === runs.genuine && timed > 0 ? " and trusted timestamps" : "";
    const links = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
    return `All ${(0,phrases/* groupDigits */.K9)(runs.genuine)} statements have valid signatures${timestamps}${links}${copies}.`;
}
function controlsTable({ verdict }, controls) {
    if (controls.size === 0)
        return (0,renderer/* paragraph */.FY)("No run names a control.");
    const groups = [...controls].map(([framework, members]) => ({
        heading: (0,phrases/* name */.UU)(framework),
        rows: members.map(({ control, anchor, items }) => {
            const support = items.map(({ id, complete, claimed }) => {
                const only = claimed > 0 ? (0,phrases/* phrase */.MZ) ` ${(0,phrases/* soft */.LN)(`(${(0,phrases/* groupDigits */.K9)(claimed)} only claimed)`)}` : "";
                return (0,phrases/* phrase */.MZ) `${words/* ITEM_NAMES */.fH[id]} ${complete}${only}`;
            });
            return [(0,phrases/* jump */.lA)(anchor, (0,phrases/* styled */.I4)("id", (0,phrases/* name */.UU)(control.id))), (0,phrases/* name */.UU)(control.title), (0,phrases/* joinWords */.yZ)(support)];
        }),
    }));
    return (0,renderer/* table */.tp)({
        caption: `Which item supports which control, and on how many of the ${(0,period_words/* dueInWords */.tD)(verdict)} due it is complete`,
        columns: ["Control", "Title", "Supported by"],
        groups,
        kind: "controls",
    });
}

// EXTERNAL MODULE: ./lib/report/waivers-table.js
var waivers_table = __webpack_require__(94422);
;// CONCATENATED MODULE: ./lib/report/period/sections/expectations.js












/** A longer list is shortened: it would fill the page. */
const MOST_ROWS = 40;
/** Days of a row: a longer period shows its last year. */
const MOST_DAYS = 366;
/** The class and the letter of a day: met is a plain field, all else has a letter. */
const DAYS = {
    met: { kind: "c", letter: "", sign: "·" },
    accepted: { kind: "d", letter: "A", sign: "A" },
    broken: { kind: "f", letter: "B", sign: "B" },
    unknown: { kind: "p", letter: "?", sign: "?" },
    none: { kind: "n", letter: "–", sign: " " },
};
/** How each expectation fared on each day, and the waivers. */
function expectationsSection(report) {
    const { policy } = report.verdict;
    if (policy.given === 0) {
        return (0,renderer/* section */.uW)(sectionHead("expectations"), [
            (0,renderer/* paragraph */.FY)("No run of the period was given a policy: the organisation wrote down no expectation to judge the evidence by."),
        ]);
    }
    const figures = policy.expectations.toSorted((a, b) => b.broken - a.broken || b.unknown - a.unknown);
    const shown = figures.slice(0, MOST_ROWS);
    const days = daysOf(report);
    const [first, last] = [days[0]?.[0], days.at(-1)?.[0]];
    const span = first === undefined || last === undefined ? "by day" : `${first} to ${last}`;
    const absent = policy.absent === 1
        ? "One run was given no policy, so nothing was expected of it."
        : `${policy.absent} runs were given no policy, so nothing was expected of them.`;
    return (0,renderer/* section */.uW)({ ...sectionHead("expectations"), lead: describe_result/* GIVEN_BY_THE_RUN */.SO }, [
        ...(policy.absent === 0 ? [] : [(0,renderer/* paragraph */.FY)(absent)]),
        (0,renderer/* table */.tp)({
            caption: (0,phrases/* phrase */.MZ) `What the organisation demands, ${span}`,
            aside: "each day shows its worst result: plain met, A accepted, B broken, ? unknown, – none",
            columns: ["Expectation", "Runs", "Broken since"],
            below: "Demand, and day by day",
            rows: shown.map((each) => expectationRow(each, { report, days })),
            kind: "overview expected",
        }),
        ...moreInJson(figures.length - shown.length),
        ...waiverBlocks(report.runs),
    ]);
}
function daysOf({ verdict, runs }) {
    const byDay = Map.groupBy(runs, ({ collectedAt }) => (0,platform_time/* dayOf */.kb)(collectedAt));
    const days = new Set([...verdict.slotList.map(({ from }) => (0,platform_time/* dayOf */.kb)(from)), ...byDay.keys()]);
    return [...days]
        .toSorted()
        .slice(-MOST_DAYS)
        .map((day) => [day, byDay.get(day) ?? []]);
}
function expectationRow(figures, { report, days }) {
    const { runs } = report;
    const latest = runs.findLast((run) => judgedIn(run, figures.id) !== undefined);
    const judged = latest && judgedIn(latest, figures.id);
    // The first run without the expectation, after the last one that had it.
    const without = latest && runs.slice(runs.indexOf(latest) + 1).find(({ outcome }) => outcome !== null);
    return {
        cells: [
            (0,phrases/* name */.UU)(figures.id),
            (0,period_words/* nonZeroInWords */.Gl)(figures, ["broken", "unknown", "accepted", "met"]),
            brokenInWords(figures, without?.collectedAt ?? null),
        ],
        below: (0,phrases/* phrase */.MZ) `${judged?.demand == null ? (0,phrases/* phrase */.MZ) `of ${(0,phrases/* code */.aY)(figures.item)}` : (0,phrases/* name */.UU)(judged.demand)} ${dayStrip(days, figures.id)}`,
        id: `expectation-${figures.id}`,
    };
}
function judgedIn({ expectations }, id) {
    return expectations?.find((each) => each.id === id);
}
function brokenInWords({ brokenSince, firstBroken }, dropped) {
    const gone = dropped === null ? "" : (0,phrases/* phrase */.MZ) `; dropped from the policy ${(0,phrases/* time */.kB)(dropped)}`;
    if (brokenSince !== null)
        return (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(brokenSince.collectedAt)}${gone}`;
    const was = firstBroken === null
        ? "never broken"
        : (0,phrases/* phrase */.MZ) `not broken now; first broken ${(0,phrases/* time */.kB)(firstBroken.collectedAt)}`;
    return (0,phrases/* phrase */.MZ) `${was}${gone}`;
}
function dayStrip(days, id) {
    const results = days.map(([day, runs]) => [
        day,
        (0,describe_result/* worstResultOf */.W)(runs.flatMap((run) => judgedIn(run, id)?.result ?? [])) ?? "none",
    ]);
    return (0,phrases/* phraseOf */.J8)(() => {
        const cells = results.map(([day, result]) => {
            const { kind, letter } = DAYS[result];
            return (0,markup/* markup */.PT) `<i class="swatch ${kind}" title="${day}: ${result}">${letter}</i>`;
        });
        return (0,markup/* markup */.PT) `<span class="by-day" role="img" aria-label="${stripInWords(results)}">${(0,markup/* joinMarkup */.Rm)(cells)}</span>`;
    }, () => `\`${results.map(([, result]) => DAYS[result].sign).join("")}\``);
}
/** Stretches of days that are alike and not met, for people who hear the page. */
function stripInWords(results) {
    const others = stretchesOf(results.map(([, result]) => result)).filter(({ value }) => value !== "met");
    if (others.length === 0)
        return "met on every day";
    return others
        .map(({ value, at, length }) => {
        const [from = "", to = ""] = [results[at]?.[0], results[at + length - 1]?.[0]];
        return `${value} ${from === to ? from : `${from} to ${to}`}`;
    })
        .join(", ");
}
/** Every waiver of the period as it last stood. */
function waiverBlocks(runs) {
    const waivers = new Map();
    for (const run of runs) {
        for (const reported of run.waivers)
            waivers.set(reported.waiver.id, { reported, run });
    }
    if (waivers.size === 0)
        return [];
    const last = runs.findLast(({ outcome }) => outcome !== null);
    const rows = [...waivers.values()].toSorted((a, b) => a.reported.waiver.until < b.reported.waiver.until ? -1 : 1);
    const more = rows.length - MOST_ROWS;
    return [
        (0,waivers_table/* waiversTable */._)("Waivers, as they last stood", rows.slice(0, MOST_ROWS).map(({ reported: { waiver, state, daysLeft }, run }) => {
            const ends = daysLeft === null ? "" : `, ends in ${(0,words/* quantityOf */.Ri)(daysLeft, "day")}`;
            return { waiver, state: `${state}${run === last ? ends : ", then taken out of the policy"}` };
        })),
        ...(0,render_more/* moreIn */.x)((0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)("policy.json")} of the runs`, { more }),
    ];
}

;// CONCATENATED MODULE: ./lib/report/period/sections/records.js






/** Every record file with its digest and verdict. */
function recordsSection({ verdict, isVerified, runs }) {
    const rows = [...runs.map((run) => runRow(run, isVerified)), ...badRows(verdict)].toSorted((a, b) => a.place < b.place ? -1 : 1);
    const months = Map.groupBy(rows, ({ place }) => place.split("/")[1]?.slice(0, 7) ?? "elsewhere");
    return (0,renderer/* section */.uW)({
        ...sectionHead("records"),
        lead: `Each folder is below ${verdict.stream}, by year and day, and has evidence.json, or gap.json for a declared gap. Results are in the order signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder are right.`,
    }, [
        (0,renderer/* table */.tp)({
            caption: (0,words/* quantityOf */.Ri)(rows.length, "record"),
            columns: ["Day", "No.", "Folder", "Results", "Verdict", "SHA-256 of the file"],
            groups: [...months].map(([month, ofMonth]) => ({
                heading: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(month)} ${(0,phrases/* soft */.LN)((0,words/* quantityOf */.Ri)(ofMonth.length, "record"))}`,
                rows: ofMonth.map(({ row }) => row),
            })),
            kind: "files",
            scroll: "Records",
        }),
    ]);
}
function runRow({ place, sequence, outcome, items, contentSha256, collectedAt }, isVerified) {
    const results = evidence_schema/* ITEM_IDS */.FT.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(" ");
    const cells = [
        (0,platform_time/* dayOf */.kb)(collectedAt).slice(8),
        sequence === null ? "–" : (0,phrases/* groupDigits */.K9)(sequence),
        (0,phrases/* name */.UU)(folderOf(place)),
        outcome === null ? "declared gap" : results,
        isVerified ? `✓${outcome === null || outcome === "complete" ? "" : ` ${outcome}`}` : "not verified",
        (0,phrases/* digest */.br)(contentSha256),
    ];
    return { place, row: { cells } };
}
function badRows({ problems, unchecked }) {
    const bad = [
        ...problems.flatMap(({ code, run }) => (code === "not-genuine" ? [[run, "× not genuine"]] : [])),
        ...unchecked.map(({ run }) => [run, "– not checked"]),
    ];
    return bad.map(([place, word]) => {
        const day = place.split("/")[1]?.slice(8) ?? "";
        return {
            place,
            row: { kind: "fails", cells: [(0,phrases/* name */.UU)(day), "–", (0,phrases/* name */.UU)(folderOf(place)), "–", word, "not known"] },
        };
    });
}
function folderOf(place) {
    return place.split("/").at(-1) ?? place;
}

;// CONCATENATED MODULE: ./lib/report/period/sections/trends.js









const PLOTTED = {
    "security-signals": {
        what: "Critical and high signals of the 7 days before each run.",
        counts: [
            { count: "high", label: "high", stroke: "s2", by: ["most", "last"] },
            { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
        ],
    },
    "compliance-monitors": {
        what: "Tagged monitors that were not passing at the time of each run.",
        counts: [
            { count: "failing", label: "failing", stroke: "s1", by: ["most", "last"] },
            { count: "notEvaluated", label: "not evaluated", stroke: "s3", by: ["most"] },
        ],
    },
    "cspm-findings": {
        what: "Failing cloud posture checks at the time of each run.",
        counts: [
            { count: "high", label: "high", stroke: "s2", by: ["last"] },
            { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
            { count: "muted", label: "muted", stroke: "s3", by: ["last"] },
        ],
    },
};
/** The counts of each item over the period, as a drawing and as a table. */
function trendsSection({ verdict }, readings) {
    const howToRead = (0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) ` Grey marks slots without a known number. The strip under each axis has the result by slot: low is clear, full is attention, hollow is unknown, blank is no evidence.`);
    return (0,renderer/* section */.uW)({
        ...sectionHead("trends"),
        lead: (0,phrases/* phrase */.MZ) `Only known numbers are shown: a missed reading cannot be repeated, and nothing is interpolated.${howToRead}`,
    }, readings.length === 0
        ? [(0,renderer/* paragraph */.FY)("No run of the period has an item.")]
        : readings.map((reading) => trend(reading, { slots: verdict.slotList, unit: (0,period_words/* unitOf */.uF)(verdict) })));
}
function trend(reading, { slots, unit }) {
    const { id, bySlot } = reading;
    const { what, counts } = PLOTTED[id];
    const title = (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
    // A value is null where the count is not known.
    const series = counts.map(({ count, label, stroke }) => ({
        label,
        stroke,
        values: bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
    }));
    const latest = latestInWords(reading, series);
    const byMonth = trendTable(reading, { slots, series });
    return (0,renderer/* either */.gP)(() => {
        const keys = counts.map(({ label, stroke }) => (0,markup/* markup */.PT) `<span class="key"><svg viewBox="0 0 24 10" aria-hidden="true"><path class="${stroke}" d="M0 5h24"/></svg>${label}</span>`);
        const description = describePlot(series, unit);
        return (0,markup/* markup */.PT) `<figure class="trend" id="trend-${id}">
<figcaption><h3>${title}</h3>${what} ${latest}<span class="keys">${(0,markup/* joinMarkup */.Rm)(keys, " ")}</span></figcaption>
<div>${trendPlot({ id, title: `${title} by ${unit}`, description, series, slots })}</div>
${byMonth}
</figure>`;
    }, [(0,renderer/* heading */.R_)(title), (0,renderer/* paragraph */.FY)(`${what} ${latest}`), byMonth]);
}
/** The latest counts of an item, and how often they are known. */
function latestInWords({ bySlot }, series) {
    const latest = series.map(({ label, values }) => {
        const value = values.findLast((each) => each !== null);
        return value == null ? `${label} not known` : `${(0,phrases/* groupDigits */.K9)(value)} ${label}`;
    });
    const known = (0,phrases/* groupDigits */.K9)(bySlot.filter(isKnown).length);
    return `Latest: ${(0,words/* list */.p_)(latest)}. Known for ${known} of ${(0,phrases/* groupDigits */.K9)(bySlot.length)} slots.`;
}
/** What the drawing shows, for a reader who does not see it. */
function describePlot(series, unit) {
    const ranges = series.map(({ label, values }) => {
        const known = values.filter((value) => value !== null);
        if (known.length === 0)
            return `${label} is not known`;
        return `${label} ranges from ${known.reduce(min)} to ${known.reduce(max)}`;
    });
    const unknown = series[0]?.values.filter((value) => value === null).length ?? 0;
    return `${(0,lib_failure/* sentenceCase */.o3)((0,words/* list */.p_)(ranges))}. No line is drawn for ${(0,words/* quantityOf */.Ri)(unknown, unit)}. The table has the numbers by month.`;
}
/** The counts of an item by month. */
function trendTable({ id, bySlot }, { slots, series }) {
    const { counts } = PLOTTED[id];
    const title = (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
    const months = Map.groupBy(slots.keys(), (index) => slots[index]?.from.slice(0, 7) ?? "");
    const rows = [...months].map(([month, indexes]) => {
        const known = indexes.filter((index) => isKnown(bySlot[index] ?? null));
        const numbers = series.flatMap(({ values }, at) => {
            const ofMonth = known.flatMap((index) => values[index] ?? []);
            const shown = { most: ofMonth.reduce(max, 0), last: ofMonth.at(-1) ?? 0 };
            return (counts[at]?.by ?? []).map((by) => (ofMonth.length === 0 ? "not known" : shown[by]));
        });
        const inState = (state) => indexes.filter((index) => bySlot[index]?.state === state).length;
        return [[month, known.length], numbers, [inState("clear"), inState("attention")]].flat();
    });
    const columns = counts.flatMap(({ label, by }) => by.map((which) => `${(0,lib_failure/* sentenceCase */.o3)(label)}, ${which}`));
    return (0,renderer/* table */.tp)({
        caption: (0,phrases/* phrase */.MZ) `${(0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) `<span class="vh">${title}, </span>`)}By month`,
        aside: "Known, Clear, Attention: number of slots",
        columns: ["Month", "Known", ...columns, "Clear", "Attention"],
        rows,
        kind: "by-month numeric",
        scroll: `${title} by month`,
    });
}
// Not Math.min and Math.max of all values: years of hours are too many parameters.
function min(one, other) {
    return Math.min(one, other);
}
function max(one, other) {
    return Math.max(one, other);
}

;// CONCATENATED MODULE: ./lib/report/period/sections/verdicts.js






/** A list that is longer is for `verify --json`. */
const MOST_VERDICTS = 100;
/** What was checked, what failed, and what these files cannot prove. */
function verdictsSection(report) {
    const { verdict, isVerified, madeAt } = report;
    const { declarations, remarks } = verdict;
    const lists = [
        ...runLists(verdict),
        ...(remarks.length === 0 ? [] : [["Remarks", remarks]]),
    ].flatMap(([title, sentences]) => [(0,renderer/* heading */.R_)(title), (0,renderer/* bullets */.e5)(shortenedList(sentences, MOST_VERDICTS))]);
    const declared = (0,renderer/* table */.tp)({
        caption: "Declared gaps",
        columns: ["Range", "Cause", "Declared by"],
        rows: declarations.map(({ range: span, cause, ticket, role, collectedAt }) => [
            (0,phrases/* range */.y1)((0,period_words/* periodInWords */.Ur)(span)),
            (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(cause)}${ticket === null ? "" : (0,phrases/* phrase */.MZ) ` ${(0,phrases/* soft */.LN)((0,phrases/* phrase */.MZ) `(ticket ${(0,phrases/* name */.UU)(ticket)})`)}`}`,
            (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(role)}, ${(0,phrases/* time */.kB)(collectedAt)}`,
        ]),
        kind: "declared",
    });
    const notProven = [
        ...(isVerified ? [] : ["who made these files: no signature was checked"]),
        ...verdict.notProven,
        "whether Datadog’s answers are correct: the digests only show what Datadog answered",
    ];
    return (0,renderer/* section */.uW)({
        ...sectionHead("verdicts"),
        lead: isVerified
            ? `Verified ${madeAt}, offline.`
            : "Nothing was verified: no key and no trusted root was given. The files were only compared with each other.",
    }, [
        (0,renderer/* columns */.YB)([
            (0,renderer/* table */.tp)({
                caption: isVerified ? "Check by check" : "Check by check, as far as it goes without a key",
                columns: ["Check", "Expected", "Found"],
                rows: periodChecks(report).map(({ holds, check, expected, found }) => ({
                    holds,
                    cells: [check, expected, found],
                })),
                kind: "checks numeric",
            }),
            ...lists,
            ...(declarations.length === 0 ? [] : [declared]),
        ], [(0,renderer/* heading */.R_)("Not proven"), (0,renderer/* bullets */.e5)(notProven.map(words/* sentence */.em))]),
    ]);
}

// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
;// CONCATENATED MODULE: ./lib/report/period/sections/verification.js





const EXPECTED = {
    0: "exit code 0: genuine and complete",
    1: "exit code 1: not genuine",
    2: "exit code 2: could not be checked in full",
    3: "exit code 3: genuine, but a run is not complete or a slot is missing, declared or not covered",
};
/** The commands that check the period offline. */
function verificationSection(report) {
    const { signers, last } = report.verdict;
    const ordinal = last === null || last.sequence === null ? "" : `, no. ${(0,phrases/* groupDigits */.K9)(last.sequence)}`;
    return (0,renderer/* section */.uW)({
        ...sectionHead("verify"),
        lead: "Offline, with our program or with tools that others wrote. This page only shows the records; where the two differ, the records are right.",
    }, [
        (0,renderer/* columns */.YB)([
            (0,renderer/* heading */.R_)("The period"),
            (0,renderer/* commands */.Pi)(verifyCommand(report)),
            (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Add ${(0,phrases/* code */.aY)("--witness DIR")} with downloaded artifacts or another clone: only an independent copy shows that history was not rewritten.`),
            (0,renderer/* heading */.R_)("One record, with openssl, jq and coreutils"),
            (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)("VERIFY.md")}, beside the streams, has the commands. They work in every run folder.`),
        ], [
            (0,renderer/* heading */.R_)("What to compare"),
            (0,renderer/* paragraph */.FY)("Get the public key, or the names of workflow and repository, from somewhere else than this repository. What this page says of them is not proof."),
            ...signers.map(({ value, from, runs }) => {
                const about = report.keysInWords.get(value);
                const keyOf = about === undefined ? "" : (0,phrases/* phrase */.MZ) `; by your keys file: ${(0,phrases/* name */.UU)(about)}`;
                return (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(value)}, ${(0,words/* quantityOf */.Ri)(runs, "run")} from ${(0,phrases/* time */.kB)(from)}${keyOf}`);
            }),
            ...(last === null
                ? []
                : [
                    (0,renderer/* paragraph */.FY)(`SHA-256 of the last statement of the period${ordinal}. In a chain it covers all statements before it.`),
                    (0,renderer/* paragraph */.FY)((0,phrases/* digest */.br)(last.statement)),
                ]),
        ]),
    ]);
}
/** The command that checks the period offline, and its answer. */
function verifyCommand({ verdict, folder }) {
    const { period, signers, exitCode } = verdict;
    const isKey = signers.every(({ value }) => /^[0-9a-f]{64}$/v.test(value));
    const trust = isKey
        ? "--key signing-key.pub.pem"
        : "--trusted-root trusted_root.jsonl --identity WORKFLOW --issuer ISSUER";
    return [
        `npx datadog-evidence verify ${(0,shell/* shellWord */.r)(folder)} \\`,
        ...(period === null ? [] : [`  --from ${period.from} --to ${period.to} \\`]),
        `  ${trust}`,
        `# ${EXPECTED[exitCode]}`,
    ];
}

// EXTERNAL MODULE: ./lib/report/render/style.js
var style = __webpack_require__(26674);
;// CONCATENATED MODULE: ./lib/report/period/style.js

/** The stylesheet of the report on a period. */
const PERIOD_STYLE = `${style/* STYLE */.Y}
/* Days have colours of their own: the ordinary day is pale. */
:root { --day: #d5e0e7; --day-ink: #264557; --day-edge: #7b94a2; --hatch: #ddd3e6; }
@media screen and (prefers-color-scheme: dark) { :root { --day: #263a47; --day-ink: #c5d6e0; --day-edge: #567382; --hatch: #43384f; } }

/* 10 · A period: the cover */
.contents { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; padding: 0; margin: 0; font: var(--t-table)/1.9 var(--sans); }
.contents li { margin: 0; }
.contents .no { margin-right: .45em; color: var(--soft); }
.ten-minutes { margin-bottom: 1.25rem; }
.ten-minutes p { font: var(--t-table)/1.4 var(--sans); margin: 0 0 .4rem; }
.ten-minutes ol { font: var(--t-note)/1.45 var(--sans); margin: 0; }
.ten-minutes li { max-width: 46rem; }
.contents { margin-bottom: 1.25rem; }
.id { font-weight: 600; }
.controls tbody th { min-width: 4rem; }

/* 11 · Calendar: seven states, seven shapes, five letters */
.calendar { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.625rem, 1fr)); gap: 1.25rem .625rem; align-items: start; margin: 0 0 1.75rem; }
.month { width: 10.625rem; table-layout: fixed; border-collapse: separate; border-spacing: 2px; margin: 0 0 0 -2px; font-size: .6875rem; line-height: 1; }
.month caption { font-size: var(--t-table); padding-left: 2px; }
.month thead th { text-align: center; padding: 0 0 .15rem; border: 0; font-size: .625rem; }
.gaps td:nth-child(2) { padding-right: .6rem; }
.month td, .swatch { width: 1.375rem; height: 1.375rem; padding: 0; border: 0; text-align: center; vertical-align: middle; }
.month a { display: block; line-height: 1.375rem; color: inherit; text-decoration: none; font-weight: 700; }
.swatch { display: inline-block; vertical-align: -.1rem; font: 700 .6875rem/1.375rem var(--sans); }
/* No state is the default: a cell without a class shows nothing, never “collected”. */
.c, .l { background: var(--day); color: var(--day-ink); box-shadow: inset 0 0 0 1px var(--day-edge); }
.l { clip-path: polygon(0 0, 100% 0, 100% 55%, 55% 100%, 0 100%); }
.p { color: var(--attention); background: linear-gradient(to top, currentColor 4px, transparent 0); box-shadow: inset 0 0 0 1.5px; }
.f { background: var(--bad); color: var(--paper); border-radius: 50%; }
.m { color: var(--bad); outline: 1.5px dashed; outline-offset: -1.5px; }
.d { color: var(--unknown); background: repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 5px); box-shadow: inset 0 0 0 1px; }
.n { color: var(--soft); }
.by-day { display: block; margin-top: .3rem; line-height: 0; }
.by-day .swatch { margin: 0 2px 2px 0; vertical-align: top; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; list-style: none; padding: 0; font: var(--t-table)/1.35 var(--sans); }
.legend li { display: grid; grid-template-columns: 1.375rem 2rem 1fr; gap: .6rem; align-items: start; margin: 0; }
.legend b { text-align: right; }
@media (min-width: 40rem) and (max-width: 71.9rem) { .calendar { grid-template-columns: repeat(3, auto); justify-content: space-between; } .month { width: 13rem; } .month td { height: 1.68rem; } }
@media (forced-colors: active) { .month td, .swatch { border: 1px solid CanvasText; } }

/* 12 · Trends: x is the day of the period, y is the count; the viewBox does the scaling, so a path holds plain data */
.trend { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; margin-bottom: 1.75rem; }
.trend figcaption { grid-column: 1 / -1; font: var(--t-note)/1.45 var(--sans); margin-bottom: .6rem; }
.trend figcaption h3 { font: 400 1.125rem/1.3 var(--serif); margin: 0; }
.plot { display: block; width: calc(100% - 1.25rem); margin: 0 0 .75rem 1.25rem; overflow: visible; font: 11px var(--sans); }
.plot text, .tick { fill: var(--soft); }
.plot .y { text-anchor: end; }
.plot .flag { font-weight: 700; fill: var(--ink); text-anchor: middle; }
.grid { stroke: var(--hair); } .axis { stroke: var(--rule); }
.s1, .s2, .s3 { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.s1 { stroke: var(--bad); stroke-width: 2.5; } .s2 { stroke: var(--ink); stroke-width: 1.25; } .s3 { stroke: var(--unknown); stroke-width: 1.5; stroke-dasharray: 2 3; }
.void { fill: var(--hair); opacity: .7; }
.keys { display: block; color: var(--soft); }
.key { white-space: nowrap; margin-right: .8rem; }
.key svg { width: 1.5rem; height: .6rem; margin-right: .3rem; }
.bar-c, .bar-a, .bar-u { fill: none; vector-effect: non-scaling-stroke; }
.bar-c { stroke: var(--clear); stroke-width: 2; } .bar-a { stroke: var(--attention); stroke-width: 8; } .bar-u { stroke: var(--unknown); }
.strip { display: block; width: 100%; height: 8px; }
.by-month > * > tr > * { font-size: var(--t-label); padding: .16rem .5rem .16rem 0; }
.by-month tbody th { white-space: nowrap; }
@media (max-width: 26rem) { .by-month > * > tr > * { padding-right: .2rem; font-size: .65rem; letter-spacing: -.01em; } }
/* Beside the drawing, the table takes the width that its words need in the reader’s font. */
@media (min-width: 60rem) { .trend { grid-template-columns: minmax(0, 1fr) minmax(22rem, min-content); } }

/* 13 · Controls: one sheet each */
.control .head h3 { display: grid; grid-template-columns: auto 1fr; gap: 0 .8rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0 2.5rem; }
.pair h4 { margin-top: .5rem; }
.pair ul, .pair p { font-size: .9375rem; }
.shows li::marker { content: "✓\\2002"; } .shows-not li::marker { content: "–\\2002"; } .ask li::marker { content: "→\\2002"; }
.by-item th:last-child, .by-item td:last-child { width: 42%; padding-left: 1rem; text-align: left; }
@media (max-width: 40rem) { .by-item th:last-child, .by-item td:last-child { display: none; } }

/* 14 · Records */
.files { font-size: var(--t-label); }
.files > * > tr > * { padding: .1rem .9rem .1rem 0; border: 0; white-space: nowrap; }
.files thead th { border-bottom: 1px solid var(--rule); padding-bottom: .25rem; }
.files th[colspan] { padding-top: .7rem; font-weight: 600; color: var(--ink); }
.files td:last-child:not([colspan]) { font: .71875rem/1.5 var(--mono); }
@media print {
  .paper { display: block; font: var(--t-label) var(--sans); color: var(--soft); }
  .sign-off { display: grid; grid-template-columns: 2fr 2fr 1fr; gap: 2rem; margin-top: 2.25rem; }
  .sign-off span { border-top: 1px solid var(--rule); padding-top: .3rem; }
  .working { margin-top: 1.25rem; break-inside: avoid; }
  .working i { display: block; height: 8mm; border-bottom: 1px solid var(--rule); }
  .control .pair ul, .control .pair p { font-size: .84rem; }
  .control .pair li { margin-bottom: .15rem; }
  .control + .control { break-before: page; padding-top: 0; }
  .calendar { grid-template-columns: repeat(3, auto); justify-content: space-between; }
  .month { width: 11rem; } .month td { height: 1.4rem; }
  .legend { grid-template-columns: repeat(3, 1fr); break-inside: avoid; }
  .trend { grid-template-columns: minmax(0, 1fr) minmax(21.5rem, min-content); gap: 0 1.5rem; }
  .by-month > * > tr > * { padding-right: .3rem; }
  .files { font-size: 6.6pt; } .files td:last-child:not([colspan]) { font-size: 6pt; }
}
`;

;// CONCATENATED MODULE: ./lib/report/period/document.js


















/** A stream over a period as a self-contained page: no script, and no request to anywhere. */
function periodHtml(report) {
    return (0,page/* reportHtml */.Ew)(periodDocument(report));
}
/** A stream over a period for people without a browser: the same sections in Markdown. */
function periodMarkdown(report) {
    return (0,page/* reportMarkdown */.uL)(periodDocument(report));
}
function periodDocument(report) {
    const { verdict, runs, isVerified, version } = report;
    const { last, stream } = verdict;
    const organization = (0,page/* organizationTitle */.CS)((0,period_words/* organizationOf */.d1)(runs));
    const period = (0,period_words/* periodInWords */.Ur)(verdict.period);
    const readings = readingsOf(report);
    const controls = supportedControls(report, readings);
    return {
        title: `${period} · ${stream} · evidence, ${organization}`,
        running: {
            left: `${organization} · stream ${stream} · evidence${isVerified ? "" : " · NOT VERIFIED"}`,
            right: period,
            foot: last === null
                ? "no run"
                : `last statement of the period${last.sequence === null ? "" : `, no. ${last.sequence}`}, sha256 ${last.statement}`,
        },
        style: PERIOD_STYLE,
        symbols: stripSymbols(readings),
        masthead: periodMasthead(report),
        content: [
            ...coverBlocks(report, controls),
            calendarSection(report),
            gapsSection(report),
            expectationsSection(report),
            trendsSection(report, readings),
            controlsSection(controls, { report, readings }),
            changesSection(report),
            verdictsSection(report),
            recordsSection(report),
            verificationSection(report),
        ],
        foot: (0,phrases/* phrase */.MZ) `Made by datadog-evidence ${(0,phrases/* name */.UU)(version)} from ${(0,words/* quantityOf */.Ri)(runs.length, "run")}${isVerified ? "" : ", none of them verified"}.`,
    };
}

;// CONCATENATED MODULE: ./lib/demo/month-policy.js

const TAG = "compliance";
/** How many monitors carry the tag on ordinary days. */
const TAGGED = 14;
/** On these days, counted from 1, one of the named monitors lacks the tag. */
const UNTAGGED = { first: 8, last: 16 };
/** The waiver that somebody adds after two days, and that ends before the tag is back. */
const WAIVED = { first: 10, last: 14 };
/** On this day the expectation is dropped that would break on the next day. */
const DROPPED_DAY = UNTAGGED.first - 1;
/** The ids of the monitors that the policy names; the last one loses its tag for a time. */
function namedMonitors({ monitors }) {
    return monitors
        .filter(({ tags }) => tags.includes(TAG))
        .slice(0, 3)
        .map(({ id }) => id);
}
/** The organisation on a day of the month, counted from 1: for some days a named monitor lacks its tag. */
function untaggedForDays(organisation, day) {
    if (day < UNTAGGED.first || day > UNTAGGED.last)
        return organisation;
    const lost = namedMonitors(organisation).at(-1);
    return {
        ...organisation,
        monitors: organisation.monitors.map((monitor) => monitor.id === lost ? { ...monitor, tags: monitor.tags.filter((tag) => tag !== TAG) } : monitor),
    };
}
/** The policy of the demo on a day of the month, counted from 1, as the text of its file. */
function monthPolicy(organisation, { day, at }) {
    const item = "compliance-monitors";
    const named = namedMonitors(organisation);
    const dateOf = (other) => (0,platform_time/* dayOf */.kb)(at.getTime() + (other - day) * platform_time/* DAY_MS */.sO);
    const waiver = {
        id: "EX-1",
        expect: "named-monitors",
        records: named.slice(-1),
        since: dateOf(WAIVED.first),
        until: dateOf(WAIVED.last),
        why: "the monitor moves to the account of another team",
        by: "head of platform",
        ticket: "SEC-812",
    };
    const expect = [
        { id: "named-monitors", item, title: "The named monitors stay", present: named },
        {
            id: "ntp-watched",
            item,
            title: "A monitor watches the clocks",
            atLeast: 1,
            where: { watchesClock: true },
        },
        {
            id: "critical-3d",
            item: "security-signals",
            title: "No critical signal stays open for three days",
            none: { severity: "critical", "triage.state": "open" },
            olderThan: "P3D",
        },
        { id: "rules-on", item: "security-signals", title: "Rules stay enabled", population: { atLeast: 10 } },
        { id: "all-tagged", item, title: "Every monitor keeps its tag", atLeast: TAGGED },
    ].filter(({ id }) => id !== "all-tagged" || day < DROPPED_DAY);
    const accept = day < WAIVED.first ? [] : [waiver];
    return `${JSON.stringify({ schema: "datadog-evidence/policy/v1", expect, accept }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/demo/northwind/postures.js

/** A cloud posture rule, from a row: its number, severity and type of resource, and its name. */
function postureRule(row, name) {
    const [number = "", severity = "", resourceType = ""] = row.split(" ");
    const [provider = ""] = resourceType.split("_");
    const category = /bucket|storage/.test(resourceType) ? "storage" : "identity";
    return { id: `def-nwf-${number}`, name, severity, provider, resourceType, category };
}
/** The cloud posture rules that Northwind Freight is measured by. */
const POSTURE_RULES = {
    rootKey: postureRule("p01 critical aws_iam_account", "Root account should have no access keys"),
    publicBucket: postureRule("p02 critical aws_s3_bucket", "S3 bucket should not allow public write"),
    openDatabase: postureRule("p03 critical aws_rds_instance", "RDS instance should not be reachable publicly"),
    mfa: postureRule("p04 high aws_iam_user", "Console users should have multi-factor authentication"),
    flowLogs: postureRule("p05 high aws_vpc", "VPC flow logs should be enabled"),
    blobPublic: postureRule("p06 high azure_storage_account", "Blob public access should be disabled"),
    serviceKey: postureRule("p07 high gcp_service_account", "Service accounts should have no user keys"),
    logBucket: postureRule("p08 high aws_s3_bucket", "Log bucket should have object lock"),
    tagging: postureRule("p09 medium aws_s3_bucket", "Bucket should log access requests"),
};
/** How long a kiosk stays without multi-factor authentication. Then it is resolved and another one is found. */
const KIOSK_MS = 14 * platform_time/* DAY_MS */.sO;
const posturesOf = (resources, rule, more = {}) => resources.map((resource) => ({ rule, resource, ...more }));
const failingPostures = [
    ...posturesOf(["northwind-root"], "rootKey"),
    ...posturesOf(["nwf-marketing-assets", "nwf-driver-photos"], "publicBucket"),
    ...posturesOf(["nwf-public-downloads"], "publicBucket", {
        status: "muted",
        mute: { reason: "RISK_ACCEPTED" },
    }),
    ...posturesOf(["orders-replica", "reporting"], "openDatabase"),
    ...posturesOf(["bi.contractor", "legacy.deploy", "night.shift"], "mfa"),
    ...posturesOf(["break.glass"], "mfa", { status: "muted", mute: { reason: "RISK_ACCEPTED", days: 90 } }),
    ...posturesOf(["vpc-warehouse", "vpc-office"], "flowLogs"),
    ...posturesOf(["vpc-peering"], "flowLogs", { status: "in-progress" }),
    ...posturesOf(["nwfinvoices", "nwftelemetry", "nwfscratch"], "blobPublic"),
    ...posturesOf(["nwfpublicsite"], "blobPublic", { status: "muted", mute: { reason: "FALSE_POSITIVE" } }),
    ...posturesOf(["route-planner", "map-tiles", "etl-loader"], "serviceKey"),
    ...posturesOf(["ci-runner"], "serviceKey", { status: "muted", mute: { reason: "PENDING_FIX", days: 14 } }),
    ...posturesOf(["nwf-access-logs", "nwf-audit-logs"], "logBucket"),
];
const otherPostures = [
    ...posturesOf(["nwf-orders", "nwf-invoices", "nwf-customs"], "publicBucket", { evaluation: "pass" }),
    ...posturesOf(["ines.okafor", "tomas.lindqvist", "mei.castellanos"], "mfa", { evaluation: "pass" }),
    ...posturesOf(["vpc-production", "vpc-staging"], "flowLogs", { evaluation: "pass" }),
    ...posturesOf(["nwf-orders", "nwf-invoices", "nwf-customs", "nwf-website", "nwf-archive", "nwf-maps"], "tagging"),
    ...posturesOf(["nwf-old-exports", "nwf-trial"], "publicBucket", { status: "auto_closed" }),
    ...posturesOf(["former.employee"], "mfa", { status: "resolved" }),
    ...posturesOf(["tracking-api", "portal", "billing", "routing"], "openDatabase", {
        type: "library_vulnerability",
    }),
    ...posturesOf(["warehouse-gateway"], "flowLogs", { type: "host_and_container_vulnerability" }),
    ...posturesOf(["admin-role"], "mfa", { type: "identity_risk" }),
];
/**
 * Returns the cloud posture of Northwind Freight. 6 critical (1 muted) and 18 high (3 muted)
 * misconfigurations fail and are open. A query for those must leave out the others.
 */
function makePostures(now) {
    const nth = Math.floor(now.getTime() / KIOSK_MS);
    const kiosk = (number) => ({
        rule: "mfa",
        resource: `depot.kiosk-${number}`,
        since: number * KIOSK_MS,
    });
    return [...failingPostures, kiosk(nth), ...otherPostures, { ...kiosk(nth - 1), status: "resolved" }];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/demo/northwind/stable.js

/**
 * Returns hexadecimal digits that depend only on the label: a fictional record is the
 * same in every run, whatever other records there are.
 */
function stableHex(label, length) {
    return (0,external_node_crypto_.createHash)("sha256").update(`Northwind Freight: ${label}`).digest("hex").slice(0, length);
}
/** Returns a version 4 UUID that depends only on the label. */
function stableUuid(label) {
    const digits = stableHex(`uuid of ${label}`, 32);
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");
}
/** Returns a whole number from 0 up to, not including, `below`, that depends only on the label. */
function stableNumber(label, below) {
    return Number.parseInt(stableHex(label, 8), 16) % below;
}
/** Returns one of the values, chosen by the label alone. */
function stablePick(label, values) {
    return values[stableNumber(label, values.length)] ?? values[0];
}

;// CONCATENATED MODULE: ./lib/demo/northwind/findings.js



/** A finding of the posture, as the search answers it. */
function rawFinding(posture, now) {
    const rule = POSTURE_RULES[posture.rule];
    const resourceId = `${posture.resource}-${stableHex(posture.resource, 8)}`;
    const id = Buffer.from(`${rule.id}~${resourceId}`)
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_");
    const changed = posture.since ?? Date.UTC(2025, 0, 1) + stableNumber(`${id} changed`, 300 * 24) * platform_time/* HOUR_MS */.iQ;
    const type = posture.type ?? "misconfiguration";
    const account = `${400_000_000_000 + stableNumber(`${rule.provider} account`, 1_000_000)}`;
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
                    first_seen_at: posture.since ?? changed - 30 * platform_time/* DAY_MS */.sO,
                    last_seen_at: now.getTime() - platform_time/* HOUR_MS */.iQ,
                    detection_changed_at: changed,
                    metadata: { schema_version: "2" },
                    cloud_resource: {
                        account,
                        category: rule.category,
                        cloud_provider: rule.provider,
                        region: "eu-west-1",
                        configuration: privateConfiguration(account, resourceId),
                    },
                    ...ruleMembers(posture, type),
                    workflow: findingWorkflow(posture, { now, changed }),
                },
            },
        },
    };
}
/** A vulnerability has neither a posture rule nor an evaluation. */
function ruleMembers(posture, type) {
    if (type.endsWith("vulnerability"))
        return {};
    const { id, name } = POSTURE_RULES[posture.rule];
    const control = { version: "2022", requirement: "Technological", control: "A.8.9" };
    const framework = { framework: "iso-27001", ...control, is_default: true };
    return {
        compliance: { evaluation: posture.evaluation ?? "fail", frameworks: [framework] },
        rule: { id, name, type: "cloud configuration", version: 7, default_rule_id: id },
    };
}
function findingWorkflow(posture, { now, changed }) {
    const closed = posture.status === "auto_closed" ? { auto_closed_at: changed } : {};
    if (posture.mute === undefined)
        return { mute: { is_muted: false }, ...closed };
    const { reason, days } = posture.mute;
    const mute = {
        is_muted: true,
        reason,
        description: "Agreed with mei.castellanos@northwind-freight.example, see the risk register",
        muted_at: changed + platform_time/* DAY_MS */.sO,
        muted_by: "mei.castellanos@northwind-freight.example",
        // Somebody renews it each time before it ends.
        ...(days === undefined
            ? {}
            : { expire_at: (Math.floor(now.getTime() / (days * platform_time/* DAY_MS */.sO)) + 2) * days * platform_time/* DAY_MS */.sO }),
    };
    return { mute, ...closed };
}
/** What the cloud says of the resource. Evidence must never hold it. */
function privateConfiguration(account, resourceId) {
    return {
        account_id: account,
        owner: "tomas.lindqvist@northwind-freight.example",
        private_ip: "10.14.32.204",
        arn: `arn:aws:iam::${account}:user/tomas.lindqvist`,
        policy: { principal: "*", statement: `Allow s3:* on ${resourceId}` },
    };
}

;// CONCATENATED MODULE: ./lib/demo/northwind/people.js
/** The people of Northwind Freight. Their names and addresses must never reach evidence. */
const NORTHWIND_PEOPLE = {
    ines: { id: 2041711, name: "Ines Okafor", handle: "ines.okafor@northwind-freight.example" },
    tomas: { id: 2041764, name: "Tomas Lindqvist", handle: "tomas.lindqvist@northwind-freight.example" },
    mei: { id: 2041802, name: "Mei Castellanos", handle: "mei.castellanos@northwind-freight.example" },
};
/** All of them, to pick one. */
const NORTHWIND_STAFF = [NORTHWIND_PEOPLE.ines, NORTHWIND_PEOPLE.tomas, NORTHWIND_PEOPLE.mei];
/** A signal title that an attacker could choose. It must stay inert wherever it is shown. */
const HOSTILE_TITLE = "SQL injection from `<img src=x onerror=alert(1)>` | @here | \u202Etxt.exe\n::error::injected by a title";
/** A monitor name that must stay inert as well, and the tag that goes with it. */
const HOSTILE_MONITOR = {
    name: "Login | failures `rm -rf /` <script>alert(1)</script> @here \u202Egnp.js\n::error::injected by a name",
    tag: "note:<img src=x onerror=alert(1)>|`@here`",
};

;// CONCATENATED MODULE: ./lib/demo/northwind/monitor-roster.js

const metricMonitor = (name, query, more = {}) => ({
    name,
    type: "metric alert",
    query,
    tags: ["env:prod", "team:platform"],
    state: "OK",
    ...more,
});
const logMonitor = (name, search, more = {}) => ({
    name,
    type: "log alert",
    query: `logs("${search}").index("main").rollup("count").last("15m") > 5`,
    tags: ["env:prod", "team:platform-security"],
    state: "OK",
    ...more,
});
const tagged = (tag, drafts) => drafts.map((draft) => ({ ...draft, tags: [tag, ...draft.tags] }));
const complianceMonitors = tagged("compliance", [
    {
        name: "Clocks are in sync (NTP)",
        type: "service check",
        query: '"ntp.in_sync".by("*").last(2).count_by_status()',
        tags: ["control:a.8.17"],
        state: "OK",
    },
    logMonitor("Audit log ingestion is quiet", "source:audit"),
    metricMonitor("Backup of the order database is late", "max(last_1d):max:backup.age{db:orders} > 93600", {
        otherQuery: "max(last_1d):max:backup.age{db:orders} > 90000",
    }),
    metricMonitor("TLS certificate of the customer portal", "min(last_5m):min:tls.days_left{env:prod} < 10", {
        state: "Warn",
    }),
    logMonitor("Privileged login outside office hours", "source:okta @usr.role:admin"),
    logMonitor("Log archive was not written", "source:datadog.archives status:error", { alertsIn: "even" }),
    logMonitor("CloudTrail delivery stopped", "source:cloudtrail", { state: "No Data", neverEvaluated: true }),
    metricMonitor("Intrusion detection agent is missing", "avg(last_5m):sum:datadog.agent.running{role:dmz} by {host} < 1", { mutedBy: "downtime" }),
    metricMonitor("Unencrypted volume", "max(last_1h):max:aws.ebs.unencrypted{env:prod} > 0", {
        mutedBy: "silenced",
    }),
    logMonitor("Vulnerability scan is overdue", "source:scanner", { draft: true }),
    {
        name: "[Synthetics] Customer portal login",
        type: "synthetics alert",
        query: "no_query",
        tags: ["check_type:browser", "check_status:paused", "probe_dc:aws:eu-central-1"],
        state: "No Data",
    },
    logMonitor("Retention of audit logs", "source:datadog.retention", {
        type: "event-v2 alert",
        state: "Ignored",
    }),
    logMonitor("Failed administrator logins", "source:okta @evt.outcome:failure", { alertsIn: "odd" }),
    logMonitor(HOSTILE_MONITOR.name, "source:customer-portal @evt.outcome:failure", {
        tags: [HOSTILE_MONITOR.tag],
    }),
]);
const nearMisses = [
    ...tagged("compliance:soc2", [
        logMonitor("SOC 2: change without a ticket", "source:github -@ticket:*"),
        metricMonitor("SOC 2: uptime of the tracking API", "avg(last_1h):avg:api.up{env:prod} < 1"),
    ]),
    ...tagged("compliance-x", [
        metricMonitor("Customs declarations in the queue", "avg(last_5m):avg:customs.queue{env:prod} > 500"),
    ]),
];
const USUAL_STATES = ["OK", "OK", "OK", "Alert", "OK", "No Data", "OK", "Warn"];
const EVERYDAY_METRICS = `
  orders.latency orders.errors tracking.latency tracking.errors portal.latency portal.errors
  billing.latency billing.errors routing.latency routing.errors warehouse.scanners trucks.telemetry
  postgres.replication postgres.connections kafka.lag redis.memory kubernetes.restarts kubernetes.pending
  nginx.connections disk.usage memory.usage cpu.usage email.bounces`;
const everydayMonitors = EVERYDAY_METRICS.trim()
    .split(/\s+/)
    .map((name, index) => metricMonitor(name, `avg(last_5m):avg:${name}{env:prod} by {service} > 80`, {
    state: USUAL_STATES[index % 8] ?? "OK",
}));
/**
 * The 40 monitors of Northwind Freight. 14 of them are tagged exactly `compliance`: at any
 * time 9 are OK, 1 alerts, 1 warns and 3 have no verdict; 2 are muted. Those tagged
 * `compliance:soc2` and `compliance-x` do not count.
 */
const MONITOR_ROSTER = [
    ...everydayMonitors.slice(0, 8),
    ...complianceMonitors.slice(0, 7),
    ...nearMisses,
    ...everydayMonitors.slice(8, 15),
    ...complianceMonitors.slice(7),
    ...everydayMonitors.slice(15),
];

;// CONCATENATED MODULE: ./lib/demo/northwind/monitors.js




/** The organisation's number in Datadog's older endpoints. */
const ORG_ID = 1_200_417;
const FIRST_ID = 41_200_000;
/** How long a monitor alerts before another one does. */
const SEASON_MS = 10 * platform_time/* DAY_MS */.sO;
/** How long a definition lasts before somebody changes it. */
const PERIOD_MS = 28 * platform_time/* DAY_MS */.sO;
/** Returns the monitors of Northwind Freight, ascending by id. */
function makeMonitors(now) {
    return MONITOR_ROSTER.map((draft, index) => rawMonitor(applySeason(draft, now), { index, now }));
}
/** The draft as it is at that moment. */
function applySeason(draft, now) {
    const season = Math.floor(now.getTime() / SEASON_MS) % 2 === 0 ? "even" : "odd";
    const isChanged = Math.floor(now.getTime() / PERIOD_MS) % 2 === 1;
    return {
        ...draft,
        ...(draft.alertsIn === season ? { state: "Alert" } : {}),
        ...(draft.otherQuery !== undefined && isChanged ? { query: draft.otherQuery } : {}),
    };
}
/** A monitor of the draft, as the list answers it. */
function rawMonitor(draft, { index, now }) {
    const id = FIRST_ID + index * 137;
    const label = `monitor ${id}`;
    const created = new Date(Date.UTC(2024, 2, 4, 9, 12) + index * 3 * platform_time/* DAY_MS */.sO);
    const modified = new Date(draft.otherQuery === undefined
        ? created.getTime() + stableNumber(`${label} modified`, 200) * platform_time/* DAY_MS */.sO
        : lastBegin(now, PERIOD_MS));
    const changed = new Date(draft.alertsIn === undefined
        ? modified.getTime() +
            (draft.otherQuery === undefined ? stableNumber(`${label} changed`, 100 * 24) * platform_time/* HOUR_MS */.iQ : 0)
        : lastBegin(now, SEASON_MS));
    const { name, handle, id: author } = stablePick(`${label} creator`, NORTHWIND_STAFF);
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
            ...(synthetic ? {} : { thresholds: monitorThresholds(draft) }),
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
        matching_downtimes: draft.mutedBy === "downtime" ? [rawDowntime(id, now)] : [],
    };
}
/** The monitor in another state since that moment. */
function changeState(monitor, { state, since }) {
    return { ...monitor, overall_state: state, overall_state_modified: offsetIso(since, "") };
}
/** When the season or period of that moment began. */
function lastBegin(now, length) {
    return Math.floor(now.getTime() / length) * length;
}
/** It has no entry in `silenced`: a reader of only one of the two places misses a mute. */
function rawDowntime(monitorId, now) {
    const start = lastBegin(now, PERIOD_MS) / 1000;
    return {
        id: 2_942_900_000 + (monitorId % 100_000),
        active: true,
        monitor_id: monitorId,
        start,
        end: start + (2 * PERIOD_MS) / 1000,
        scope: ["*"],
        groups: ["total"],
    };
}
function monitorThresholds(draft) {
    if (draft.type === "service check")
        return { ok: 1, warning: 1, critical: 1 };
    const critical = Number(/[<>]=? (\d+(?:\.\d+)?)$/.exec(draft.query)?.[1] ?? 1);
    return draft.state === "Warn" ? { critical, warning: critical * 2 } : { critical };
}
/** Datadog writes the offset and six decimals where JavaScript writes a Z and three. */
function offsetIso(date, decimals) {
    return `${date.toISOString().slice(0, 19)}${decimals}+00:00`;
}

;// CONCATENATED MODULE: ./lib/demo/northwind/detection-rules.js



/** What type of rule looks at each source of logs and events. */
const RULE_TYPES = {
    cloudtrail: { api: "log_detection", title: "Log Detection" },
    okta: { api: "log_detection", title: "Log Detection" },
    "runtime-security-agent": { api: "workload_security", title: "Workload Security" },
    "customer-portal": { api: "application_security", title: "Application Security" },
    "tracking-api": { api: "application_security", title: "Application Security" },
};
/** The detection rules of Northwind Freight: number, severity, source, technique and name. The last one is switched off. */
const DETECTION_RULES = {
    rootLogin: "r01 critical cloudtrail t1078-valid-accounts AWS root user logged in to the console",
    stuffing: "r02 critical customer-portal t1110-brute-force Credential stuffing attack succeeded on the customer portal",
    miner: "r03 critical runtime-security-agent t1496-resource-hijacking Process contacted a cryptomining pool",
    trailStopped: "r04 high cloudtrail t1562-impair-defenses AWS CloudTrail configuration modified",
    travel: "r05 high okta t1078-valid-accounts Impossible travel observed from a user",
    pam: "r06 high runtime-security-agent t1556-modify-authentication-process PAM configuration files modified",
    bucketPublic: "r07 high cloudtrail t1530-data-from-cloud-storage S3 bucket made public",
    injection: "r08 high tracking-api t1190-exploit-public-facing-application SQL injection attempts on the tracking API",
    mfaReset: "r09 medium okta t1556-modify-authentication-process Multi-factor authentication reset for a user",
    newKey: "r10 low cloudtrail t1098-account-manipulation AWS access key created by a new user",
    scanner: "r11 info customer-portal t1595-active-scanning Security scanner detected",
    tor: "r12 medium okta t1090-proxy Login from a Tor exit node",
};
/** Returns the detection rule of a row of the table. */
function detectionRule(row) {
    const [number = "", severity = "", source = "", technique = "", ...words] = row.split(" ");
    const type = RULE_TYPES[source] ?? { api: "", title: "" };
    const name = words.join(" ");
    return { id: `fk2-nwf-${number}`, name, severity, type, source, technique, isEnabled: number !== "r12" };
}
/** Returns the detection rules of Northwind Freight as Datadog lists them. */
function listDetectionRules() {
    return Object.values(DETECTION_RULES).map((row) => rawRule(detectionRule(row)));
}
function rawRule(rule) {
    const createdAt = Date.UTC(2024, 1, 5) + stableNumber(`${rule.id} created`, 200) * platform_time/* DAY_MS */.sO;
    const tags = [`source:${rule.source}`, "security:attack", `technique:${rule.technique}`];
    return {
        id: rule.id,
        version: 3,
        name: rule.name,
        createdAt,
        creationAuthorId: 0,
        updateAuthorId: 0,
        updatedAt: createdAt + 40 * platform_time/* DAY_MS */.sO,
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
        type: rule.type.api,
        filters: [],
    };
}
/** Returns the suppression rules of Northwind Freight: one in force, one switched off. */
function listSuppressionRules() {
    return [
        rawSuppression("Penetration test in staging", { enabled: true, query: "env:staging" }),
        rawSuppression("Migration of the customs gateway", { enabled: false, query: "service:customs-gateway" }),
    ];
}
function rawSuppression(name, { enabled, query }) {
    const created = Date.UTC(2025, 5, 2) + stableNumber(`${name} created`, 300) * platform_time/* DAY_MS */.sO;
    const author = { handle: NORTHWIND_PEOPLE.mei.handle, name: NORTHWIND_PEOPLE.mei.name };
    return {
        id: [stableHex(name, 3), stableHex(`${name} 2`, 3), stableHex(`${name} 3`, 3)].join("-"),
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

;// CONCATENATED MODULE: ./lib/demo/northwind/incidents.js



const WEEK_MS = 168 * platform_time/* HOUR_MS */.iQ;
const SLOW_MS = 30 * platform_time/* HOUR_MS */.iQ;
/** Four weeks, less the time by which the slow habit is early. */
const SLOW_CYCLE_MS = 4 * WEEK_MS - SLOW_MS;
/** 22 November 2026, a Sunday. */
const REFERENCE_SUNDAY = Date.UTC(2026, 10, 22, 6, 17);
const criticalHabits = [
    { hours: 5, rule: "rootLogin", archived: "true_positive_benign" },
    { hours: 29, rule: "stuffing", archived: "true_positive_malicious" },
    { hours: 61, rule: "miner", archived: "true_positive_malicious" },
    { hours: 102, rule: "rootLogin", archived: "testing_or_maintenance" },
    { hours: 150, rule: "rootLogin", archived: "remediated" },
];
const highHabits = [
    { hours: 2, rule: "travel", archived: "false_positive" },
    { hours: 7, rule: "injection", archived: "false_positive", title: HOSTILE_TITLE },
    { hours: 9, rule: "injection", archived: "false_positive" },
    { hours: 14, rule: "pam", archived: "testing_or_maintenance" },
    { hours: 22, rule: "trailStopped", archived: "remediated" },
    { hours: 31, rule: "travel", archived: "true_positive_benign" },
    { hours: 33, rule: "bucketPublic", archived: "remediated" },
    { hours: 40, rule: "travel", archived: "false_positive", isSlow: true },
    { hours: 47, rule: "pam", archived: "testing_or_maintenance" },
    { hours: 55, rule: "injection", archived: "false_positive" },
    { hours: 58, rule: "trailStopped", archived: "testing_or_maintenance" },
    { hours: 70, rule: "travel", archived: "false_positive" },
    { hours: 77, rule: "travel", archived: "true_positive_benign" },
    { hours: 84, rule: "pam", archived: "testing_or_maintenance" },
    { hours: 95, rule: "bucketPublic", archived: "remediated" },
    { hours: 109, rule: "injection", archived: "false_positive" },
    { hours: 121, rule: "injection", archived: "false_positive" },
    { hours: 133, rule: "travel", archived: "true_positive_benign" },
    { hours: 147, rule: "pam", archived: "testing_or_maintenance" },
    { hours: 160, rule: "trailStopped", archived: "remediated" },
];
/**
 * Returns what Datadog knows at that moment of the ten days before it. Each habit fills
 * its week exactly, so at every moment the last seven days hold 5 critical
 * signals and 20 high ones. The newest are open (1 and 6), the next are under review
 * (1 and 4), and the others are archived. A signal that is listed today was listed
 * yesterday, or is new, or came late.
 */
function makeIncidents(now) {
    return [
        ...triageIncident(criticalHabits, now, { open: 1, underReview: 1 }),
        ...triageIncident(highHabits, now, { open: 6, underReview: 4 }),
        ...backgroundIncidents(now),
    ];
}
function triageIncident(habits, now, { open, underReview }) {
    const known = habits
        .flatMap((habit) => occurrencesOf(habit, now.getTime()))
        .filter((each) => each.known <= now.getTime() && each.at > now.getTime() - 240 * platform_time/* HOUR_MS */.iQ)
        .toSorted((a, b) => b.known - a.known);
    return known.map(({ habit: { rule, archived, title = null }, label, at }, index) => ({
        label,
        at: new Date(at),
        rule,
        triage: triageOf(index, archived),
        title,
    }));
    function triageOf(newest, reason) {
        if (newest < open)
            return "open";
        return newest < open + underReview ? "under_review" : `archived:${reason}`;
    }
}
/** The last few occurrences: when each happened, and when Datadog has it. */
function occurrencesOf(habit, now) {
    const name = `signal ${habit.rule} ${habit.hours}`;
    const first = REFERENCE_SUNDAY - habit.hours * platform_time/* HOUR_MS */.iQ - stableNumber(name, 900_000);
    const last = first + Math.floor((now - first) / WEEK_MS) * WEEK_MS;
    const weekly = [last, last - WEEK_MS].map((at) => ({ at, known: at }));
    const times = habit.isSlow === true ? slowTimes(first, now) : weekly;
    return times.map(({ at, known }) => ({ habit, label: `${name} ${at}`, at, known }));
}
/** A late signal leaves the window that much earlier, and the next one follows at once. */
function slowTimes(first, now) {
    const last = first + Math.floor((now - first) / SLOW_CYCLE_MS) * SLOW_CYCLE_MS;
    const starts = [last, last - SLOW_CYCLE_MS];
    const inTime = starts.flatMap((start) => [0, 1, 2].map((week) => start + week * WEEK_MS));
    return [
        ...inTime.map((at) => ({ at, known: at })),
        ...starts.map((start) => ({ at: start + 3 * WEEK_MS - SLOW_MS, known: start + 3 * WEEK_MS })),
    ];
}
/** Signals below high, which the query does not ask for. */
function backgroundIncidents(now) {
    const step = 8 * platform_time/* HOUR_MS */.iQ;
    const last = Math.floor((now.getTime() - 3 * platform_time/* HOUR_MS */.iQ) / step);
    return Array.from({ length: 29 }, (_, index) => {
        const nth = last - index;
        return {
            label: `background ${nth}`,
            at: new Date(nth * step),
            rule: ["mfaReset", "newKey", "scanner", "tor"][nth % 4] ?? "scanner",
            triage: nth % 3 === 0 ? "archived:true_positive_benign" : "open",
            title: null,
        };
    });
}

;// CONCATENATED MODULE: ./lib/demo/northwind/signals.js



/** The signal of an incident, as the search answers it. */
function rawSignal({ rule: key, triage, title, at, label }) {
    const rule = detectionRule(DETECTION_RULES[key]);
    const person = stablePick(`${label} person`, NORTHWIND_STAFF);
    const host = `i-${stableHex(`${label} host`, 17)}`;
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
        id: Buffer.from(`AQAAAY${stableHex(label, 24)}`).toString("base64url"),
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
                workflow: signalWorkflow(rule, triage, { firstSeen, lastSeen: at.toISOString(), label }),
                samples: [rawSample(rule, { at, host, label, user: person.handle })],
            },
        },
    };
}
function signalWorkflow(rule, triage, seen) {
    const [state = "open", archiveReason] = triage.split(":");
    const { id, name, handle } = stablePick(`${seen.label} assignee`, [
        NORTHWIND_PEOPLE.tomas,
        NORTHWIND_PEOPLE.mei,
    ]);
    return {
        first_seen: seen.firstSeen,
        last_seen: seen.lastSeen,
        events_matched: 1 + stableNumber(seen.label, 40),
        rule: {
            id: rule.id,
            name: rule.name,
            type: rule.type.title,
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
            incidentIds: archiveReason === "true_positive_malicious" ? [stableNumber(`${seen.label} incident`, 900)] : [],
        },
    };
}
/** The raw log event that triggered the signal. Evidence must leave it out. */
function rawSample(rule, event) {
    const address = `203.0.113.${1 + stableNumber(`${event.label} address`, 250)}`;
    return {
        id: stableHex(`${event.label} sample`, 24),
        eventId: stableHex(`${event.label} event`, 40),
        queryIndex: 0,
        trackKey: { orgId: 2, type: "logs" },
        content: {
            status: "info",
            service: rule.source,
            source: rule.source,
            host: event.host,
            host_id: stableNumber(event.host, 2 ** 31),
            tags: [`source:${rule.source}`, `client_ip:${address}`],
            timestamp: event.at.toISOString(),
            tiebreaker: stableNumber(event.label, 2 ** 31),
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

;// CONCATENATED MODULE: ./lib/demo/northwind/organisation.js







/** Returns the fictional company Northwind Freight as Datadog knows it; the same `now` gives the same data. */
function makeNorthwind(now) {
    return {
        id: stableUuid("organisation"),
        orgId: ORG_ID,
        name: "Northwind Freight",
        apiKey: stableHex("API key", 32),
        apiKeyId: stableUuid("API key"),
        appKey: stableHex("application key", 40),
        permissions: new Set([
            "security_monitoring_signals_read",
            "monitors_read",
            "security_monitoring_findings_read",
            "security_monitoring_rules_read",
            "security_monitoring_suppressions_read",
            "timeseries_query",
        ]),
        signals: makeIncidents(now).map(rawSignal),
        monitors: makeMonitors(now),
        findings: makePostures(now).map((posture) => rawFinding(posture, now)),
        rules: listDetectionRules(),
        suppressions: listSuppressionRules(),
        cloudAccounts: {
            aws: { configured: 6, partially: 1, total: 8 },
            azure: { configured: 2, partially: 0, total: 2 },
            gcp: { configured: 1, partially: 0, total: 1 },
        },
    };
}

;// CONCATENATED MODULE: ./lib/demo/month-story.js






const INCIDENTS = [
    {
        opened: 5,
        reviewed: 6,
        archived: 7,
        reason: "testing_or_maintenance",
        signals: [
            [9, "injection"],
            [8, "injection"],
            [4, "pam"],
        ],
    },
    {
        opened: 20,
        reviewed: 25,
        archived: 26,
        reason: "true_positive_malicious",
        signals: [
            [7, "travel"],
            [6, "rootLogin"],
            [5, "trailStopped"],
            [3, "bucketPublic"],
        ],
    },
];
/** From the run of that day on, the monitor has that state. */
const STATE_CHANGES = [
    { day: 4, monitor: "Audit log ingestion is quiet", state: "Alert" },
    { day: 5, monitor: "Audit log ingestion is quiet", state: "OK" },
    { day: 20, monitor: "Privileged login outside office hours", state: "Alert" },
    { day: 23, monitor: "Privileged login outside office hours", state: "OK" },
    { day: 27, monitor: "TLS certificate of the customer portal", state: "OK" },
];
/** Resources that fail a rule from the run of a day on. */
const FOUND = [
    { day: 13, rule: "flowLogs", resource: "vpc-cold-storage" },
    { day: 13, rule: "flowLogs", resource: "vpc-yard" },
    { day: 17, rule: "serviceKey", resource: "depot-sync" },
    { day: 20, rule: "publicBucket", resource: "nwf-campaign-uploads" },
];
/** Resources that pass from the run of a day on. */
const FIXED = {
    "nwf-marketing-assets": 3,
    "legacy.deploy": 10,
    "orders-replica": 15,
    nwfscratch: 18,
    "nwf-campaign-uploads": 21,
    "vpc-yard": 22,
    "etl-loader": 26,
};
/** A finding is found or fixed, and a monitor changes its state, so long before the run that sees it first. */
const LEAD_MS = 5 * platform_time/* HOUR_MS */.iQ;
/** Returns Northwind Freight on a day of the demo's month: the everyday organisation, and what happens to it. */
function makeNorthwindOn(today) {
    const northwind = makeNorthwind(today.at);
    const found = FOUND.flatMap(({ day, ...posture }) => day > today.day ? [] : [{ ...posture, since: timeOf(today, day).getTime() }]);
    return {
        ...northwind,
        signals: [...northwind.signals, ...incidentsUntil(today).map(rawSignal)],
        monitors: northwind.monitors.map((monitor) => {
            const change = STATE_CHANGES.findLast((each) => each.monitor === monitor.name && each.day <= today.day);
            return change === undefined
                ? monitor
                : changeState(monitor, { state: change.state, since: timeOf(today, change.day) });
        }),
        findings: [...makePostures(today.at), ...found].map((posture) => rawFinding(fixedPosture(posture, today), today.at)),
    };
}
function incidentsUntil(today) {
    return INCIDENTS.filter(({ opened }) => opened <= today.day).flatMap((incident) => incident.signals.map(([hours, rule]) => {
        const at = timeOf(today, incident.opened, hours * platform_time/* HOUR_MS */.iQ);
        return {
            label: `month ${rule} ${at.getTime()}`,
            at,
            rule,
            triage: triageOn(today, incident),
            title: null,
        };
    }));
}
function triageOn({ day }, { reviewed, archived, reason }) {
    if (day < reviewed)
        return "open";
    return day < archived ? "under_review" : `archived:${reason}`;
}
/** The posture as it is once somebody has fixed it, or as it was. */
function fixedPosture(posture, today) {
    const day = FIXED[posture.resource];
    if (day === undefined || day > today.day)
        return posture;
    return { ...posture, evaluation: "pass", since: timeOf(today, day).getTime() };
}
/** The moment that long before the run of a day. */
function timeOf({ day, at }, other, before = LEAD_MS) {
    return new Date(at.getTime() + (other - day) * platform_time/* DAY_MS */.sO - before);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/demo/datadog/answer.js
/** Returns a JSON answer. */
function jsonAnswer(body, status = 200) {
    return { status, contentType: "application/json", body };
}
/** Returns an error as most endpoints write it. */
function errorAnswer(status, ...messages) {
    return jsonAnswer({ errors: messages }, status);
}
/** Returns a JSON answer of the media type that the findings and suppressions endpoints use. */
function jsonApiAnswer(body, status = 200) {
    return { status, contentType: "application/vnd.api+json", body };
}
/** Returns an error as the findings endpoints write it. */
function jsonApiError(detail, title) {
    const error = { status: "400", ...(title === undefined ? {} : { title }), detail };
    return jsonApiAnswer({ errors: [error] }, 400);
}
/** Returns the bytes of the body as they are sent. */
function encodeBody({ body, contentType }) {
    if (body === undefined)
        return Buffer.alloc(0);
    if (Buffer.isBuffer(body))
        return body;
    return Buffer.from(typeof body === "string" && !contentType.includes("json") ? body : JSON.stringify(body));
}
/** Sends the whole answer. */
function sendAnswer(response, answer) {
    const body = encodeBody(answer);
    sendHead(response, answer, body);
    response.end(body);
}
/** Sends status and headers; the length is that of the whole body. */
function sendHead(response, { status, contentType, headers = {} }, body) {
    response.writeHead(status, {
        ...(body.length === 0 ? {} : { "content-type": contentType }),
        ...headers,
        "content-length": body.length,
    });
}

;// CONCATENATED MODULE: ./lib/demo/datadog/access.js

const FORBIDDEN_PAGE = "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";
/** Returns Datadog's refusal, or null if the keys give access to the endpoint. */
function checkAccess(headers, endpoint, organisation) {
    const apiKey = headers["dd-api-key"] ?? "";
    const appKey = headers["dd-application-key"] ?? "";
    if (apiKey === "")
        return errorAnswer(403, "API key required");
    // The proxy in front rejects what cannot be a key, before Datadog sees it.
    if (!/^[0-9a-f]+$/i.test(apiKey))
        return { status: 403, contentType: "text/html", body: FORBIDDEN_PAGE };
    if (apiKey !== organisation.apiKey)
        return wrongApiKey();
    if (endpoint.keys === "api")
        return null;
    if (appKey === "")
        return errorAnswer(401, "Unauthorized");
    if (appKey !== organisation.appKey)
        return errorAnswer(403, "Forbidden");
    const { permission, partialPermission } = endpoint;
    const { permissions } = organisation;
    if (permission === undefined || permissions.has(permission))
        return null;
    if (partialPermission !== undefined && permissions.has(partialPermission))
        return null;
    return errorAnswer(403, "Forbidden", "Failed permission authorization checks");
}
/** A site that does not know the key answers the same. */
function wrongApiKey() {
    const links = { statuspage: "http://status.datadoghq.com", twitter: "http://twitter.com/datadogops" };
    const body = {
        status: "error",
        code: 403,
        errors: ["Forbidden"],
        ...links,
        email: "support@datadoghq.com",
    };
    return jsonAnswer(body, 403);
}

;// CONCATENATED MODULE: ./lib/demo/datadog/list-findings.js

/** The query parameters that are embedded. The endpoint refuses any other. */
const KNOWN_PARAMETERS = new Set([
    "page[limit]",
    "filter[vulnerability_type]",
    "filter[status]",
    "filter[evaluation]",
]);
/**
 * Answers the first page of `GET /api/v2/posture_management/findings`, the legacy
 * list in which `status` is the severity and closed findings are absent.
 */
function listFindings({ organisation, query, now }) {
    const limit = Number(query.get("page[limit]") ?? 100);
    const names = [...query.keys()];
    const isKnown = names.every((name) => KNOWN_PARAMETERS.has(name)) && new Set(names).size === names.length;
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
    return jsonApiAnswer({
        data: found.slice(0, limit).map(legacyFinding),
        meta: { page: { total_filtered_count: found.length }, snapshot_timestamp: now.getTime() },
    });
}
function isAsked(query, name, value) {
    const asked = query.get(name);
    return asked === null || asked === value;
}
function legacyFinding({ id, attributes }) {
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

;// CONCATENATED MODULE: ./lib/demo/datadog/list-monitors.js

const GROUP_STATES = new Set(["all", "alert", "warn", "no data", "ok"]);
const MOST_MONITORS = 1000;
/** Answers `GET /api/v1/monitor`. */
function listMonitors({ query, organisation }) {
    const groupStates = query.get("group_states")?.split(",") ?? [];
    if (groupStates.some((state) => !GROUP_STATES.has(state.trim()))) {
        return errorAnswer(400, "Invalid group_state filters.");
    }
    const size = numberParameter(query, "page_size", 100);
    const page = numberParameter(query, "page", 0);
    const offset = numberParameter(query, "id_offset", 0);
    if (size === null || size < 1 || size > MOST_MONITORS || page === null || offset === null) {
        return errorAnswer(400, "Invalid paging parameters.");
    }
    const tags = listParameter(query, "monitor_tags");
    const scopes = listParameter(query, "tags");
    const name = query.get("name") ?? "";
    // Datadog does not document whether a tag with that key counts too. Here it does.
    const found = organisation.monitors
        .filter(({ id }) => id > offset)
        .filter((monitor) => tags.every((tag) => monitor.tags.some((own) => own === tag || own.startsWith(`${tag}:`))))
        .filter((monitor) => scopes.every((scope) => scopesOf(monitor).includes(scope)))
        .filter((monitor) => monitor.name.includes(name))
        .toSorted((a, b) => a.id - b.id);
    // Without a paging parameter Datadog answers everything at once, which times out in large organisations.
    const paged = ["page", "page_size", "id_offset"].some((parameter) => query.has(parameter));
    const shown = paged ? found.slice(page * size, (page + 1) * size) : found;
    const withDowntimes = query.get("with_downtimes") === "true";
    return jsonAnswer(withDowntimes ? shown : shown.map(withoutDowntimes));
}
function withoutDowntimes(monitor) {
    return { ...monitor, matching_downtimes: [] };
}
/** Returns what the monitor's query is limited to, such as `env:prod`. */
function scopesOf({ query }) {
    const braces = /\{([^{}]*)\}/.exec(query)?.[1];
    if (braces !== undefined)
        return braces.split(",");
    const over = /\.over\("([^"]*)"\)/.exec(query)?.[1];
    return over === undefined ? [] : [over];
}
function listParameter(query, name) {
    return (query.get(name) ?? "").split(",").filter((value) => value !== "");
}
function numberParameter(query, name, otherwise) {
    const text = query.get(name);
    if (text === null)
        return otherwise;
    return /^\d+$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: ./lib/demo/datadog/paging.js
/**
 * Returns a function that sorts items by key, then id. It sorts each list once:
 * tens of thousands of records are read in hundreds of pages.
 */
function orderBy(placeOf) {
    const known = new WeakMap();
    return (items) => {
        const ordered = known.get(items) ??
            items
                .map((item) => ({ item, place: placeOf(item) }))
                .toSorted((a, b) => comparePlaces(a.place, b.place));
        known.set(items, ordered);
        return ordered;
    };
}
/** Returns the page after a place, which is null for the first page. */
function pageAfter(ordered, { after, limit, descending, matches, }) {
    const found = [];
    for (let step = 0; step < ordered.length && found.length < limit; step += 1) {
        const placed = ordered[descending ? ordered.length - 1 - step : step];
        if (placed === undefined)
            continue;
        const isAfter = after === null || (descending ? -1 : 1) * comparePlaces(placed.place, after) > 0;
        if (isAfter && matches(placed))
            found.push(placed);
    }
    const last = found.at(-1)?.place;
    const cursor = last && Buffer.from(JSON.stringify({ after: `${last.key}~${last.id}` }));
    return { items: found.map(({ item }) => item), after: cursor?.toString("base64url") ?? null };
}
/** Returns the place that a cursor names, null if there is no cursor, undefined if it is not one of ours. */
function placeOfCursor(cursor) {
    if (cursor === undefined)
        return null;
    if (typeof cursor !== "string")
        return undefined;
    const decoded = Buffer.from(cursor, "base64url").toString();
    const [, key, id] = /^\{"after":"(-?\d+)~([^"\\]*)"\}$/.exec(decoded) ?? [];
    return key === undefined || id === undefined ? undefined : { key: Number(key), id };
}
function comparePlaces(a, b) {
    if (a.key !== b.key)
        return a.key - b.key;
    if (a.id === b.id)
        return 0;
    return a.id < b.id ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/demo/datadog/query.js
/**
 * Parses the part of the log search syntax that this program uses: `field:value`,
 * `@a.b:(x OR y)`, `@a.b:<7`, a leading `-` or NOT, AND, OR, parentheses, quotes, `*`
 * and `?` in unquoted values; side by side means AND. Returns null for anything else.
 */
function parseQuery(text) {
    const reader = new QueryReader(text);
    if (reader.isAtEnd())
        return () => true;
    try {
        const query = parseOr(reader, parseTerm);
        return reader.isAtEnd() ? query : null;
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return null;
    }
}
const QUERY_OPERATOR = /(?:OR|AND|NOT)(?=[\s()]|$)/y;
function parseOr(reader, leaf) {
    const options = [parseAnd(reader, leaf)];
    while (reader.take(/OR(?=[\s(])/y) !== null)
        options.push(parseAnd(reader, leaf));
    return (fields) => options.some((option) => option(fields));
}
function parseAnd(reader, leaf) {
    const parts = [parseNot(reader, leaf)];
    while (reader.take(/AND(?=[\s(])/y) !== null || !reader.sees(/\)|OR(?=[\s(])|$/y)) {
        parts.push(parseNot(reader, leaf));
    }
    return (fields) => parts.every((part) => part(fields));
}
function parseNot(reader, leaf) {
    const isNegated = reader.take(/-(?=\S)|NOT(?=[\s(])/y) !== null;
    const query = reader.sees(/\(/y) ? parseGroup(reader, leaf) : leaf(reader);
    return isNegated ? (fields) => !query(fields) : query;
}
function parseGroup(reader, leaf) {
    reader.expect(/\(/y);
    const inner = parseOr(reader, leaf);
    reader.expect(/\)/y);
    return inner;
}
/** `field:value`, `field:(values)`, `*` or a bare tag. */
function parseTerm(reader) {
    const field = reader.take(/@?[\w./-]+:(?=\S)/y)?.slice(0, -1);
    if (field === undefined)
        return reader.take(/\*(?=[\s)]|$)/y) === null ? parseValue("tag")(reader) : () => true;
    return reader.sees(/\(/y) ? parseGroup(reader, parseValue(field)) : parseValue(field)(reader);
}
function parseValue(field) {
    return (reader) => {
        if (reader.sees(QUERY_OPERATOR))
            throw new SyntaxError("an operator is in the place of a value");
        const bound = reader.take(/<-?\d+(?=[\s)]|$)/y);
        if (bound !== null)
            return (fields) => fields(field).some((candidate) => Number(candidate) < Number(bound.slice(1)));
        const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y);
        const text = quoted === null ? reader.expect(/(?:[^\s()"\\]|\\.)+/y) : removeEscapes(quoted.slice(1, -1));
        const accepts = quoted === null ? matchWildcards(text) : (candidate) => candidate === text;
        return (fields) => fields(field).some(accepts);
    };
}
function matchWildcards(text) {
    if (!/[*?]/.test(text))
        return (candidate) => candidate === removeEscapes(text);
    const pattern = removeEscapes(text).replaceAll(/[.+^${}()|[\]\\]/g, String.raw `\$&`);
    const regexp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
    return (candidate) => regexp.test(candidate);
}
function removeEscapes(text) {
    return text.replaceAll(/\\(.)/g, "$1");
}
/** The text and a position in it. Matches sticky expressions and skips white space before each. */
class QueryReader {
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
/** Returns the values of the tags with that key, or all tags for the name `tag`. */
function tagValues(tags, name) {
    if (name === "tag")
        return tags;
    return tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1));
}
/** Whether the value is a JSON object. */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Returns the value at a dotted path such as `workflow.rule.type`, or undefined. */
function valueAtPath(value, path) {
    let here = value;
    for (const key of path.split(".")) {
        if (!isRecord(here))
            return undefined;
        here = here[key];
    }
    return here;
}
/** Returns a value as a search compares it: each scalar as text, nothing for objects and gaps. */
function searchableTexts(value) {
    if (Array.isArray(value))
        return value.flatMap(searchableTexts);
    if (typeof value === "string")
        return [value];
    return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

;// CONCATENATED MODULE: ./lib/demo/datadog/search-findings.js




const FINDINGS_ROUTE = "/api/v2/security/findings";
const MOST_FINDINGS = 150;
const byChange = orderBy(({ id, attributes }) => ({ key: attributes.timestamp, id }));
/** Answers `POST /api/v2/security/findings/search`. */
function answerFindingSearch({ organisation, body }) {
    const asked = parseSearch(body);
    if ("status" in asked)
        return asked;
    const { query, text, limit, sort } = asked;
    // A key that only has `appsec_vm_read` sees no misconfigurations.
    const seesAll = organisation.permissions.has("security_monitoring_findings_read");
    const page = pageAfter(byChange(organisation.findings), {
        ...asked,
        descending: sort.startsWith("-"),
        matches: ({ item }) => (seesAll || item.attributes.attributes.custom.finding_type !== "misconfiguration") &&
            query(findingFields(item)),
    });
    const meta = { elapsed: 120, request_id: `pddv1${stableHex(`${text} ${page.after}`, 40)}`, status: "done" };
    if (page.after === null)
        return jsonApiAnswer({ data: [], meta });
    const next = new URLSearchParams({
        "filter[query]": text,
        "page[cursor]": page.after,
        "page[limit]": String(limit),
        sort,
    });
    return jsonApiAnswer({
        data: page.items,
        meta: { ...meta, page: { after: page.after } },
        links: { next: `${FINDINGS_ROUTE}?${next.toString()}` },
    });
}
/** Returns the search that the body asks for, or the error to answer. */
function parseSearch(body) {
    if (!isRecord(body) || !("data" in body)) {
        return jsonApiError('document is missing required top-level members; must have one of: "data", "meta", "errors"', "Bad Request");
    }
    const asked = valueAtPath(body, "data.attributes");
    const limit = valueAtPath(asked, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_FINDINGS) {
        return jsonApiError(`page limit must be between 1 and ${MOST_FINDINGS}`, "Bad Request");
    }
    const sort = valueAtPath(asked, "sort") ?? "-@detection_changed_at";
    if (sort !== "@detection_changed_at" && sort !== "-@detection_changed_at") {
        return jsonApiError("invalid sort", "Bad Request");
    }
    const after = placeOfCursor(valueAtPath(asked, "page.cursor"));
    const text = valueAtPath(asked, "filter") ?? "*";
    const query = typeof text === "string" ? parseQuery(text) : null;
    return after === undefined || typeof text !== "string" || query === null
        ? jsonApiError("Invalid filters")
        : { query, text, limit, sort, after };
}
function findingFields({ attributes }) {
    return (name) => {
        if (name.startsWith("@"))
            return searchableTexts(valueAtPath(attributes.attributes.custom, name.slice(1)));
        return tagValues(attributes.tags, name);
    };
}

;// CONCATENATED MODULE: ./lib/demo/datadog/search-monitors.js



const MONITOR_STATUSES = new Set("alert,ignored,no data,ok,skipped,unknown,warn".split(","));
/** Answers `GET /api/v1/monitor/search`. */
function searchMonitors(question) {
    const { query, organisation } = question;
    const matches = parseMonitorQuery(query.get("query") ?? "");
    if (typeof matches === "string")
        return errorAnswer(400, matches);
    const perPage = Number(query.get("per_page") ?? 30);
    const page = Number(query.get("page") ?? 0);
    if (!Number.isInteger(perPage) || perPage < 1 || !Number.isInteger(page) || page < 0) {
        return errorAnswer(400, "Invalid paging parameters.");
    }
    const found = organisation.monitors.filter((monitor) => matches(monitorFields(monitor)));
    return jsonAnswer({
        counts: {
            status: countFacet(found.map((monitor) => monitor.overall_state)),
            muted: countFacet(found.map(isMuted)),
            tag: countFacet(found.flatMap((monitor) => monitor.tags)),
            type: countFacet(found.map(classificationOf)),
        },
        monitors: found.slice(page * perPage, (page + 1) * perPage).map(searchedMonitor),
        metadata: {
            total_count: found.length,
            page_count: Math.ceil(found.length / perPage),
            page,
            per_page: perPage,
        },
    });
}
function parseMonitorQuery(text) {
    const asked = /\bstatus:(\([^()]*\)|"[^"]*"|\S+)/.exec(text)?.[1] ?? "";
    const names = asked.replaceAll(/[()"]/g, "").split(" OR ");
    const unknown = names.find((name) => name !== "" && !MONITOR_STATUSES.has(name.trim().toLowerCase()));
    if (unknown !== undefined)
        return `Query parsing error: '${unknown}' is not a valid monitor status`;
    return parseQuery(text) ?? "Query parsing error";
}
function monitorFields(monitor) {
    return (name) => {
        if (name === "tag") {
            // Datadog does not say whether tag:compliance also finds compliance:soc2; here it does.
            const keys = monitor.tags.map((tag) => tag.split(":")[0] ?? tag);
            return [...monitor.tags, ...keys];
        }
        if (name === "status")
            return [monitor.overall_state, monitor.overall_state.toLowerCase()];
        if (name === "muted")
            return [String(isMuted(monitor))];
        if (name === "type")
            return [classificationOf(monitor)];
        if (name === "metric")
            return metricsOf(monitor);
        if (name === "scope")
            return scopesOf(monitor);
        return tagValues(monitor.tags, name);
    };
}
/** A monitor as the search shows it, with other names and forms than in the list. */
function searchedMonitor(monitor) {
    const changed = monitor.overall_state_modified;
    const seconds = changed === null ? null : Math.floor(Date.parse(changed) / 1000);
    const failing = monitor.overall_state === "Alert" || monitor.overall_state === "Warn";
    return {
        id: monitor.id,
        org_id: monitor.org_id,
        name: monitor.name,
        type: monitor.type,
        classification: classificationOf(monitor),
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
function classificationOf({ type }) {
    if (type === "service check")
        return "custom";
    return type.replace(/ alert$/, "").replace("query", "metric");
}
function metricsOf({ query }) {
    const metric = /(?:avg|sum|min|max):([\w.]+)\{/.exec(query)?.[1] ?? /^"([\w.]+)"/.exec(query)?.[1];
    return metric === undefined ? [] : [metric];
}
function countFacet(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ count, name })).toSorted((a, b) => b.count - a.count);
}

;// CONCATENATED MODULE: ./lib/demo/datadog/search-signals.js



const SIGNALS_ROUTE = "/api/v2/security_monitoring/signals";
const MOST_SIGNALS = 1000;
const byTimestamp = orderBy((signal) => ({
    key: Date.parse(signal.attributes.timestamp),
    id: signal.id,
}));
/** Answers `POST /api/v2/security_monitoring/signals/search`. */
function answerSignalSearch(question) {
    const asked = parseSignalsSearch(question);
    if (typeof asked === "string")
        return errorAnswer(400, asked);
    const { query, from, to, limit, sort } = asked;
    const page = pageAfter(byTimestamp(question.organisation.signals), {
        ...asked,
        descending: sort.startsWith("-"),
        matches: ({ item, place }) => place.key >= from && place.key <= to && query(signalFields(item)),
    });
    // A page that is not full still carries a cursor; the end is a page without `meta`.
    if (page.after === null)
        return jsonAnswer({ data: [] });
    const next = new URL(SIGNALS_ROUTE, question.url);
    next.search = new URLSearchParams({
        sort,
        "filter[query]": asked.text,
        "filter[from]": new Date(from).toISOString(),
        "filter[to]": new Date(to).toISOString(),
        "page[cursor]": page.after,
        "page[limit]": String(limit),
    }).toString();
    return jsonAnswer({ meta: { page: { after: page.after } }, links: { next: next.href }, data: page.items });
}
/** Returns the search that the body asks for, or what is wrong with it. */
function parseSignalsSearch({ body, now }) {
    const from = parseTime(valueAtPath(body, "filter.from"), now.getTime() - 15 * 60_000);
    const to = parseTime(valueAtPath(body, "filter.to"), now.getTime());
    if (Number.isNaN(from) || Number.isNaN(to))
        return "Invalid time in filter.from or filter.to";
    const limit = valueAtPath(body, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_SIGNALS) {
        return `page.limit must be between 1 and ${MOST_SIGNALS}`;
    }
    const sort = valueAtPath(body, "sort") ?? "timestamp";
    if (sort !== "timestamp" && sort !== "-timestamp")
        return "sort must be timestamp or -timestamp";
    const after = placeOfCursor(valueAtPath(body, "page.cursor"));
    if (after === undefined)
        return "Invalid page.cursor";
    const text = valueAtPath(body, "filter.query") ?? "*";
    const query = typeof text === "string" ? parseQuery(text) : null;
    return typeof text !== "string" || query === null
        ? "Invalid filter.query"
        : { query, text, from, to, limit, sort, after };
}
/** NaN unless it is an ISO instant: date math is not in the specification. */
function parseTime(value, otherwise) {
    if (value === undefined)
        return otherwise;
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
}
/** A signal as a query sees it. */
function signalFields({ attributes }) {
    return (name) => {
        if (name.startsWith("@"))
            return searchableTexts(valueAtPath(attributes.attributes, name.slice(1)));
        if (name === "status" || name === "host" || name === "service")
            return searchableTexts(attributes[name]);
        return tagValues(attributes.tags, name);
    };
}
/** Answers `POST /api/v2/query/scalar` as far as it counts security signals. */
function answerSignalCount({ organisation, body }) {
    const asked = parseCount(body);
    if (typeof asked === "string")
        return errorAnswer(400, asked);
    const { name, from, to, query } = asked;
    const found = organisation.signals.filter((signal) => {
        const time = Date.parse(signal.attributes.timestamp);
        // Unlike the search, the count ends before `to`.
        return time >= from && time < to && query(signalFields(signal));
    });
    const values = found.length === 0 ? [] : [found.length];
    const column = { name, type: "number", values, meta: { unit: null } };
    return jsonAnswer({
        data: { id: "0", type: "scalar_response", attributes: { columns: [column] } },
    });
}
/** Returns the count that the body asks for, or what is wrong with it. */
function parseCount(body) {
    const asked = valueAtPath(body, "data.attributes");
    const [from, to] = [valueAtPath(asked, "from"), valueAtPath(asked, "to")];
    if (typeof from !== "number" || typeof to !== "number")
        return "from and to must be milliseconds";
    const [formula, query] = [
        onlyValue(valueAtPath(asked, "formulas")),
        onlyValue(valueAtPath(asked, "queries")),
    ];
    const name = valueAtPath(query, "name");
    if (typeof name !== "string" || valueAtPath(formula, "formula") !== name)
        return "Invalid formula";
    if (valueAtPath(query, "data_source") !== "security_signals")
        return "Invalid data_source";
    if (valueAtPath(query, "compute.aggregation") !== "count")
        return "Invalid compute.aggregation";
    const text = valueAtPath(query, "search.query");
    const parsed = typeof text === "string" ? parseQuery(text) : null;
    return parsed === null ? "Invalid search.query" : { name, from, to, query: parsed };
}
/** Returns the first of a list, or undefined where there is not exactly one. */
function onlyValue(list) {
    const values = Array.isArray(list) ? list : [];
    return values.length === 1 ? values[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/demo/datadog/routes.js






/** The endpoints of Datadog that are embedded. All of them only read. */
const EMBEDDED_ENDPOINTS = {
    "GET /api/v1/validate": { keys: "api", answer: () => jsonAnswer({ valid: true }) },
    "GET /api/v2/validate": { keys: "api", answer: validateV2 },
    "GET /api/v2/validate_keys": { keys: "both", answer: () => jsonAnswer({ status: "ok" }) },
    "POST /api/v2/security_monitoring/signals/search": {
        keys: "both",
        permission: "security_monitoring_signals_read",
        answer: answerSignalSearch,
    },
    "GET /api/v1/monitor": { keys: "both", permission: "monitors_read", answer: listMonitors },
    "GET /api/v1/monitor/search": { keys: "both", permission: "monitors_read", answer: searchMonitors },
    "POST /api/v2/security/findings/search": {
        keys: "both",
        permission: "security_monitoring_findings_read",
        partialPermission: "appsec_vm_read",
        answer: answerFindingSearch,
    },
    "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts": { keys: "both", answer: cloudCoverage },
    "GET /api/v2/security_monitoring/rules": {
        keys: "both",
        permission: "security_monitoring_rules_read",
        answer: listRules,
    },
    "GET /api/v2/security_monitoring/configuration/suppressions": {
        keys: "both",
        permission: "security_monitoring_suppressions_read",
        answer: listSuppressions,
    },
    "GET /api/v2/posture_management/findings": {
        keys: "both",
        permission: "security_monitoring_findings_read",
        answer: listFindings,
    },
    "POST /api/v2/query/scalar": { keys: "both", permission: "timeseries_query", answer: answerSignalCount },
};
/** Whether a method and a path are embedded. */
function isRoute(text) {
    return Object.hasOwn(EMBEDDED_ENDPOINTS, text);
}
function validateV2({ organisation }) {
    const attributes = { api_key_id: organisation.apiKeyId, api_key_scopes: [], valid: true };
    return jsonAnswer({ data: { attributes, id: organisation.id, type: "validate_v2" } });
}
function cloudCoverage({ organisation }) {
    const { aws, azure, gcp } = organisation.cloudAccounts;
    const total = {
        configured: aws.configured + azure.configured + gcp.configured,
        partially: aws.partially + azure.partially + gcp.partially,
        total: aws.total + azure.total + gcp.total,
    };
    return jsonAnswer({
        data: {
            id: organisation.id,
            type: "get_cloud_accounts_coverage_analysis_response_public_v0",
            attributes: {
                org_id: organisation.orgId,
                aws_coverage: coverageOf(aws),
                azure_coverage: coverageOf(azure),
                gcp_coverage: coverageOf(gcp),
                total_coverage: coverageOf(total),
            },
        },
    });
}
function coverageOf({ configured, partially, total }) {
    return {
        configured_resources_count: configured,
        partially_configured_resources_count: partially,
        total_resources_count: total,
        coverage: total === 0 ? 0 : configured / total,
    };
}
function listRules({ organisation, query }) {
    const size = Number(query.get("page[size]") ?? 10);
    const page = Number(query.get("page[number]") ?? 0);
    if (!Number.isInteger(size) || size < 1 || !Number.isInteger(page) || page < 0) {
        return errorAnswer(400, "Invalid paging parameters.");
    }
    const data = organisation.rules.slice(page * size, (page + 1) * size);
    const total = organisation.rules.length;
    return jsonAnswer({ data, meta: { page: { total_count: total, total_filtered_count: total } } });
}
/** Answers all of them if no page size is given. */
function listSuppressions({ organisation, query }) {
    const size = Number(query.get("page[size]") ?? -1);
    const page = Number(query.get("page[number]") ?? 0);
    if (!Number.isInteger(size) || size < -1 || size === 0 || !Number.isInteger(page) || page < 0) {
        return errorAnswer(400, "Invalid paging parameters.");
    }
    const all = organisation.suppressions;
    const data = size === -1 ? all : all.slice(page * size, (page + 1) * size);
    const meta = { page: { totalCount: all.length, pageSize: size, pageNumber: page } };
    return jsonApiAnswer({ data, meta });
}

;// CONCATENATED MODULE: ./lib/demo/datadog/server.js





/** Starts a Datadog that serves one organisation, or the one that is there at each request. It only reads. */
async function startDatadog(organisation) {
    const current = typeof organisation === "function" ? organisation : () => organisation;
    return startServer((request, response, url) => sendAnswer(response, answerRequest(request, { organisation: current(), url, now: new Date() })));
}
/** Starts a server on the loopback interface. It reads each request and passes it to the handler. */
async function startServer(handle) {
    let url = "";
    const receive = async (request, response) => handle(await readRequest(request), response, url);
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: 60_000 }, (request, response) => {
        receive(request, response).catch((error) => response.destroy(error instanceof Error ? error : new Error(String(error))));
    });
    const listening = Promise.withResolvers();
    server.once("error", listening.reject).listen(0, "127.0.0.1", listening.resolve);
    await listening.promise;
    const address = server.address();
    if (address === null || typeof address === "string")
        throw new Error("the embedded Datadog has no port");
    url = `http://127.0.0.1:${address.port}`;
    const close = () => new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
    return { url, close, [Symbol.asyncDispose]: close };
}
/** Returns the answer of the endpoint, or a refusal if the keys give no access to it. */
function answerRequest({ method, path, query, body, headers }, world) {
    const route = `${method} ${path}`;
    if (!isRoute(route))
        return errorAnswer(404, "Not found");
    const endpoint = EMBEDDED_ENDPOINTS[route];
    return (checkAccess(headers, endpoint, world.organisation) ??
        endpoint.answer({ query: new URLSearchParams(query), body, ...world }));
}
async function readRequest(request) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    return {
        method: request.method ?? "GET",
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: parseBody(await (0,consumers_.text)(request)),
        headers: Object.fromEntries(headers),
    };
}
function parseBody(body) {
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

// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
;// CONCATENATED MODULE: ./lib/demo/month.js
var month_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var month_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









const DAYS_RUN = 30;
/** There is no run on this day. */
const MISSING_DAY = 12;
/** The application key lacks a permission on this day, and one item fails. */
const PARTIAL_DAY = 19;
/** Somebody starts a run by hand on this day, and it commits before the scheduled one. */
const RACE_DAY = 24;
/** Early in its slot, and not at a round minute. */
const TIME_OF_DAY_MS = (5 * 60 + 17) * 60_000;
/** Runs thirty days up to the last that is due, commits each under its date, and returns the last run. */
async function runMonth(now, scene) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const today = Math.floor((now.getTime() - TIME_OF_DAY_MS) / platform_time/* DAY_MS */.sO) * platform_time/* DAY_MS */.sO + TIME_OF_DAY_MS;
        let clock = () => now;
        const branch = new LocalBranch({ folder: scene.repository, path: ".", now: () => clock() });
        let northwind = makeNorthwindOn({ day: 1, at: now });
        // One address for the whole month, as a real site has.
        const datadog = month_addDisposableResource(env_1, await startDatadog(() => northwind), true);
        let last = null;
        for (let index = 1; index <= DAYS_RUN; index += 1) {
            if (index === MISSING_DAY)
                continue;
            const at = new Date(today - (DAYS_RUN - index) * platform_time/* DAY_MS */.sO);
            const whole = makeNorthwindOn({ day: index, at });
            const began = Date.now();
            // It starts at the time of the run and goes at the usual speed.
            clock = () => new Date(at.getTime() + Date.now() - began);
            const tagged = untaggedForDays(whole, index);
            const lacking = new Set(index === PARTIAL_DAY ? ["monitors_read"] : []);
            northwind = { ...tagged, permissions: tagged.permissions.difference(lacking) };
            const policy = monthPolicy(whole, { day: index, at });
            const day = { branch, now: clock, organisation: northwind, policy, url: datadog.url };
            const dayScene = index === DAYS_RUN ? scene : { ...scene, log: SILENT_LOG };
            const byHand = async () => collectDay(day, dayScene);
            last = await collectDay(index === RACE_DAY ? { ...day, branch: overtakenBranch(branch, byHand) } : day, dayScene);
        }
        if (last === null)
            throw new Error("the month has no day");
        return last;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = month_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function collectDay({ branch, now, organisation: { apiKey, appKey, name }, policy, url }, scene) {
    const config = (0,read_config/* readConfig */.Xg)({
        "api-key": apiKey,
        "app-key": appKey,
        stream: "demo",
        organization: name,
        "signing-key": scene.signingKey,
        // The demo uses no network.
        "timestamp-url": "none",
    }, { policy: { name: "policy.json", bytes: Buffer.from(policy) } });
    const { signal, log, spool } = scene;
    return (0,run/* run */.e)(config, {
        run: (0,identity/* runIdentity */.yK)({}, {}),
        collector: scene.collector,
        apiUrl: url,
        repository: branch,
        to: { out: null, artifact: null },
        environment: {},
        signal,
        spool,
        secrets: new platform_secrets/* SecretSearch */.p(),
        conceal: () => { },
        now,
        log,
    });
}
/** Returns a branch on which another run commits first, once. */
function overtakenBranch(branch, other) {
    let isOver = false;
    return {
        name: branch.name,
        workTree: branch.workTree,
        firstWaitMs: branch.firstWaitMs,
        head: async (streams, signal) => branch.head(streams, signal),
        async append(addition, onto, signal) {
            if (!isOver) {
                isOver = true;
                await other();
            }
            return branch.append(addition, onto, signal);
        },
    };
}
/** The report shows the earlier days; the log would only repeat them. */
const SILENT_LOG = { info() { }, warning() { }, debug() { }, group() { } };

;// CONCATENATED MODULE: ./lib/cli/commands/demo.js
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
const REPOSITORY_FOLDER = "compliance-evidence";
const demoCommand = {
    summary: "run a full demo against a built-in Datadog simulator",
    synopsis: "",
    flags: {},
    notes: [
        `Needs no account. Writes ${FOLDER}/ into the current folder and replaces what an earlier demo wrote there: ${REPOSITORY_FOLDER}/ (a git repository), ${KEY_NAME} and ${REPORT_NAME}.`,
    ],
    async run(_given, { dist, log, print, cancellation }) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // Computed at run time: the bundler would include a file whose path it can work out.
            const root = external_node_path_.join(await (0,promises_.realpath)("."), FOLDER);
            const repository = external_node_path_.join(root, REPOSITORY_FOLDER);
            // The files of an earlier demo go, and nothing else.
            await (0,write_folder/* ensureWritable */.ZZ)(root, "demo");
            for (const name of [REPOSITORY_FOLDER, KEY_NAME, REPORT_NAME]) {
                await (0,promises_.rm)(external_node_path_.join(root, name), { recursive: true, force: true });
            }
            await gitInit(repository);
            const { privatePem, publicPem } = (0,signing_key/* generateSigningKey */.I)(null);
            await (0,promises_.writeFile)(external_node_path_.join(root, KEY_NAME), publicPem);
            const collector = (0,identity/* collectorIdentity */.K3)(dist);
            const spool = demo_addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
            const { published, exit } = await runMonth(new Date(), {
                repository,
                signingKey: privatePem,
                collector: async () => collector,
                signal: cancellation(),
                spool,
                log,
            });
            log.info((0,log_lines/* exitLine */.X2)(published.evidence, exit));
            if (exit.code !== 0)
                return exit.code;
            const trusted = (0,public_key/* readVerifyingKey */.D)(publicPem);
            const reported = await reportedMonth(repository, trusted);
            const { exitCode } = reported.verdict;
            print(`${periodText({ exitCode, streams: [reported.verdict], remarks: [] })}\n`);
            await (0,promises_.writeFile)(external_node_path_.join(root, REPORT_NAME), periodHtml(reported));
            const folder = external_node_path_.relative(process.cwd(), published.folder);
            const program = external_node_path_.relative(process.cwd(), external_node_path_.join(dist, "cli.js"));
            print([
                `A month, signed, committed and verified: exit ${exitCode}, as expected: one day is missing, one is partial.`,
                `Open its report:      ${FOLDER}/${REPORT_NAME}`,
                `Open the last run:    ${folder}/evidence.json`,
                `Verify it all again:  node ${program} verify ${FOLDER}/${REPOSITORY_FOLDER} --key ${FOLDER}/${KEY_NAME}`,
                `Set up your own:      node ${program} init`,
                "",
            ].join("\n"));
            return 0;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            demo_disposeResources(env_1);
        }
    },
};
/** The month, verified. One day is missing and one run is partial, so anything but exit 3 is a bug. */
async function reportedMonth(repository, trusted) {
    const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(repository));
    if (found.kind !== "streams")
        throw new Error("the demo's repository holds no stream");
    const reported = await loadPeriodReport(found.streams, {
        trust: { keys: [trusted] },
        asked: { from: null, to: null },
        witness: null,
        now: new Date(),
        folder: `${FOLDER}/${REPOSITORY_FOLDER}`,
    });
    if (reported.verdict.exitCode !== 3) {
        throw new Error("the demo's own evidence does not verify as it should");
    }
    return reported;
}
async function gitInit(folder) {
    try {
        await runGit(external_node_path_.dirname(folder), ["init", "--quiet", "--initial-branch=main", folder]);
    }
    catch (error) {
        throw new lib_failure/* Failure */.HR("input", "the demo needs git, but git is missing or could not create a repository", {
            hint: "install git 2.28 or newer",
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/evidence/digest.js
var evidence_digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/reassembly.js
var reassembly = __webpack_require__(17304);
// EXTERNAL MODULE: ./lib/policy/derive-policy.js
var derive_policy = __webpack_require__(50130);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/evidence/projection/instants.js
var instants = __webpack_require__(46685);
// EXTERNAL MODULE: ./lib/evidence/comparison/compare-items.js
var compare_items = __webpack_require__(83805);
;// CONCATENATED MODULE: ./lib/evidence/comparison/field-diff.js



/** Two runs, record by record. */
function compareFields(runs) {
    return (0,compare_items/* compareItems */.Q)(runs).map(itemDifference);
}
function itemDifference({ id, comparable, why, found }) {
    const lists = found?.kinds ?? {};
    const isHidden = (field) => 
    // Only one privacy level keeps these fields of a signal.
    (why.includes("other-privacy") && ["title", "rule.name", "tags"].includes(field)) ||
        (why.includes("other-rules") && field === "definitionSha256");
    return {
        new: recordsIn(lists.new),
        late: recordsIn(lists.late),
        gone: recordsIn("vanished" in lists ? lists.vanished : lists.gone),
        unresolved: recordsIn(lists.unresolved),
        changed: field_diff_changedRecords(found?.both ?? [], isHidden),
        left: recordsIn(lists.left) ?? [],
        id,
        comparable,
        why,
    };
}
/** The records of a list; empty if the item has no such list. */
function recordsIn(pairs) {
    if (pairs === undefined)
        return [];
    return pairs && pairs.flatMap(({ before, now }) => now ?? before ?? []);
}
function field_diff_changedRecords(both, isHidden) {
    return both.flatMap(({ before, now }) => {
        const fields = fieldsBetween(before, now).filter(({ field }) => !isHidden(field));
        return fields.length === 0 ? [] : [{ record: now, fields }];
    });
}
/** The fields of two records that differ; a field inside an object has a dotted path. */
function fieldsBetween(before, now) {
    const [one, other] = [new Map(leafFields(before)), new Map(leafFields(now))];
    const names = [...new Set([...one.keys(), ...other.keys()])];
    return names.flatMap((field) => {
        const change = { field, before: one.get(field) ?? null, now: other.get(field) ?? null };
        return isSameValue(change.before, change.now) ? [] : [change];
    });
}
/** However a time is written, it is the same time. */
function isSameValue(before, now) {
    if (JSON.stringify(before) === JSON.stringify(now))
        return true;
    if (typeof before !== "string" || typeof now !== "string")
        return false;
    const at = (0,instants/* readInstant */.Wr)(before);
    return at !== null && at === (0,instants/* readInstant */.Wr)(now);
}
function leafFields(value, path = "") {
    return Object.entries(value).flatMap(([name, member]) => (0,json/* isJsonObject */.OW)(member) ? leafFields(member, `${path}${name}.`) : [[`${path}${name}`, member]]);
}

// EXTERNAL MODULE: ./lib/policy/run-changes.js + 1 modules
var run_changes = __webpack_require__(42754);
// EXTERNAL MODULE: ./lib/evidence/equal.js
var equal = __webpack_require__(42461);
;// CONCATENATED MODULE: ./lib/report/diff-expectations.js


/** The results of both runs by expectation, in the order of the later policy; those that only the earlier one has follow. */
function pairResults(before, now) {
    const [earlier, later] = [resultsById(before), resultsById(now)];
    const ids = new Set([...later.keys(), ...earlier.keys()]);
    return [...ids].map((id) => ({ id, before: earlier.get(id) ?? null, now: later.get(id) ?? null }));
}
function resultsById({ policy }) {
    return new Map(policy?.results.map((result) => [result.id, result]));
}
/** The difference of each expectation, in the order of the pairs. */
function compareResults(pairs) {
    return pairs.flatMap(({ before, now }) => {
        const shown = now ?? before;
        if (shown === null)
            return [];
        const difference = { isMet: shown.result === "met", lines: [(0,describe_result/* describeResult */.dy)(shown)] };
        if (now === null)
            return [{ mark: "-", kind: "gone", ...difference }];
        if (before === null)
            return [{ mark: "+", kind: "new", ...difference }];
        if ((0,equal/* isSameJson */.T)(before, now))
            return [{ mark: " ", kind: "unchanged", ...difference }];
        const lines = [...difference.lines, `before: ${(0,describe_result/* describeJudgement */.D6)(before)}`];
        return [{ mark: "~", kind: "changed", ...difference, lines }];
    });
}

// EXTERNAL MODULE: ./lib/report/record-names.js
var record_names = __webpack_require__(60904);
;// CONCATENATED MODULE: ./lib/report/diff.js










const MOST_LISTED = 20;
/** Where records begin, after their mark and kind. */
const LABEL_COLUMNS = 14;
/** The differences as text, 80 columns wide; without `all` at most twenty of a kind. */
function diffText({ before, now }, all) {
    const isBackwards = before.evidence.collectedAt > now.evidence.collectedAt;
    const remarks = (0,changes_in_words/* remarksOn */.rc)((0,run_changes/* deriveRunChanges */.G)(before, now));
    const items = compareFields({ before: before.evidence, now: now.evidence });
    const lines = [
        "The files were compared as they are; nothing was verified.",
        runLine("A", before),
        runLine("B", now),
        ...(isBackwards ? ["B is earlier than A, so the comparison runs backwards in time."] : []),
        ...(remarks.length === 0 ? [] : [""]),
        ...remarks.flatMap((remark) => hangingLines((0,words/* sentence */.em)(remark))),
        ...expectationDiffLines(compareResults(pairResults(before.evidence, now.evidence)), all),
        ...items.flatMap((item) => itemDiffLines(item, all)),
    ];
    return `${lines.join("\n")}\n`;
}
/** The differences as JSON: every record, every field. */
function diffJson({ before, now }) {
    const { nowSkipped, versions, policy } = (0,run_changes/* deriveRunChanges */.G)(before, now);
    const items = compareFields({ before: before.evidence, now: now.evidence });
    const answer = {
        verified: false,
        before: runOf(before),
        now: runOf(now),
        expectations: pairResults(before.evidence, now.evidence),
        items,
        nowSkipped,
        versions,
        policy,
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
}
function runOf({ folder, sha256, evidence }) {
    const { stream, collectedAt, run, outcome } = evidence;
    return {
        folder,
        sha256,
        stream: stream.name,
        collectedAt,
        run: { id: run.id, attempt: run.attempt },
        outcome,
    };
}
function runLine(label, { evidence, sha256 }) {
    const { stream, collectedAt, outcome } = evidence;
    return `  ${label}  ${collectedAt}  ${shorten(stream.name, 20)}, ${outcome}, sha256 ${sha256.slice(0, 12)}`;
}
function itemDiffLines(item, all) {
    const name = (0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id]);
    const reasons = (0,changes_in_words/* obstaclesOf */._M)(item);
    if (item.comparable === "no")
        return ["", ...hangingLines(`${name}: not comparable: ${reasons}.`)];
    const kinds = kindsOf(item);
    const unknown = kinds.flatMap(([, kind, records]) => (records === null ? [kind] : []));
    const some = kinds.flatMap(([mark, kind, records]) => records === null || records.length === 0 ? [] : [{ mark, kind, records }]);
    const counts = some.map(({ kind, records }) => `${records.length} ${kind}`).join(", ");
    return [
        "",
        ...hangingLines(`${name}: ${counts === "" ? "no difference" : counts}`),
        ...(unknown.length === 0 ? [] : hangingLines(`Not known: ${unknown.join(", ")}.`)),
        ...(reasons === "" ? [] : hangingLines((0,words/* sentence */.em)(reasons))),
        ...((item.unresolved ?? []).length > 0
            ? ["Unresolved findings are gone too, but were probably not resolved."]
            : []),
        ...some.flatMap(({ mark, kind, records }) => {
            const start = `${mark} ${kind}`.padEnd(LABEL_COLUMNS);
            const linesOf = ({ record, fields }) => [
                `${start}${recordLine(record)}`,
                ...fieldLines(fields),
            ];
            return firstLines(records, { all, more: `more ${kind}`, linesOf });
        }),
    ];
}
/** Every result but those that are met in both runs, which are only counted. */
function expectationDiffLines(differences, all) {
    if (differences.length === 0)
        return [];
    const counts = [...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, of]) => `${of.length} ${kind}`);
    const listed = differences.filter(({ kind, isMet }) => kind !== "unchanged" || !isMet);
    return [
        "",
        ...hangingLines(`Expectations: ${counts.join(", ")}. ${describe_result/* GIVEN_BY_THE_RUN */.SO}`),
        ...firstLines(listed, {
            all,
            more: "more",
            linesOf: ({ mark, kind, lines }) => lines
                .flatMap((line) => (0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(line), wrap/* WIDTH */.lR - LABEL_COLUMNS - 2))
                .map((line, at) => `${(at === 0 ? `${mark} ${kind}` : "").padEnd(LABEL_COLUMNS)}${line}`),
        }),
    ];
}
function kindsOf(item) {
    const unresolved = new Set(item.unresolved);
    const gone = item.gone?.filter((record) => !unresolved.has(record)) ?? null;
    return [
        ["+", "new", withoutFields(item.new)],
        ["+", "listed late", withoutFields(item.late)],
        ["-", item.id === "security-signals" ? "vanished" : "gone", withoutFields(gone)],
        ["-", "unresolved", withoutFields(item.unresolved ?? [])],
        ["~", "changed", item.changed],
        [" ", "aged out", withoutFields(item.left)],
    ];
}
function withoutFields(records) {
    return records && records.map((record) => ({ record, fields: [] }));
}
/** The lines of the entries, without `all` of the first twenty, and how many more entries there are. */
function firstLines(entries, { all, more, linesOf, }) {
    const shown = all ? entries : entries.slice(0, MOST_LISTED);
    const left = entries.length - shown.length;
    const rest = `${" ".repeat(LABEL_COLUMNS)}and ${left} ${more}; --all lists them`;
    return [...shown.flatMap(linesOf), ...(left > 0 ? [rest] : [])];
}
/** A record in one line: its severity or state, its id or time, its name. */
function recordLine(record) {
    const [severity, id] = partsOf(record);
    const start = `${shorten(severity, 9).padEnd(10)}${id}  `;
    return `${start}${shorten((0,record_names/* recordName */.x)(record), wrap/* WIDTH */.lR - LABEL_COLUMNS - start.length)}`;
}
function partsOf(record) {
    if ("triage" in record)
        return [record.severity, shorten(record.timestamp, 16, "")];
    if ("verdict" in record)
        return [record.state, String(record.id)];
    const resource = record.resource?.replace(/^hmac-sha256:/, "") ?? "no resource ";
    return [record.severity, shorten(resource, 12, "")];
}
function fieldLines(fields) {
    const width = Math.max(...fields.map(({ field }) => field.length)) + 2;
    const room = wrap/* WIDTH */.lR - LABEL_COLUMNS - 2 - width - " → ".length;
    return fields.map(({ field, before, now }) => {
        const [one, other] = [valueText(before), valueText(now)];
        const half = Math.floor(room / 2);
        // What one of them leaves free the other may use.
        const values = [
            shorten(one, Math.max(half, room - other.length)),
            shorten(other, Math.max(half, room - one.length)),
        ];
        return `${" ".repeat(LABEL_COLUMNS + 2)}${field.padEnd(width)}${values.join(" → ")}`;
    });
}
function valueText(value) {
    if (value === null)
        return "none";
    return (0,sanitize/* logLine */.BP)(typeof value === "string" ? value : JSON.stringify(value));
}
/** Text from Datadog, cut to a number of columns. */
function shorten(text, room, more = "…") {
    const points = Array.from((0,sanitize/* logLine */.BP)(text));
    return points.length > room ? `${points.slice(0, room - more.length).join("")}${more}` : points.join("");
}
/** The text in lines, all but the first indented. */
function hangingLines(text) {
    return (0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(text), wrap/* WIDTH */.lR - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}

// EXTERNAL MODULE: ./lib/platform/files.js
var platform_files = __webpack_require__(58864);
;// CONCATENATED MODULE: ./lib/cli/commands/run-of-day.js






/** The folder of the last run of a day. Throws a `Failure` with the nearest runs where the day has none. */
function findRunOfDay(stream, day) {
    if (!(0,run_path/* isDayName */.O7)(day)) {
        throw new lib_failure/* Failure */.HR("input", `${JSON.stringify(day)} is not a day`, {
            hint: "with --stream give two days such as 2026-11-22, else two run folders",
        });
    }
    const files = (0,disk/* diskFiles */.Ts)(stream);
    const days = expectedFolders(files, "", run_path/* isYearName */.nC).flatMap((year) => expectedFolders(files, year, run_path/* isDayName */.O7));
    const wanted = `${day.slice(0, 4)}/${day}`;
    const found = days.includes(wanted) ? lastRunIn(files, wanted) : undefined;
    if (found !== undefined)
        return external_node_path_.join(stream, found);
    const hasRun = (each) => lastRunIn(files, each) !== undefined;
    const near = [
        days.findLast((each) => each < wanted && hasRun(each)),
        days.find((each) => each > wanted && hasRun(each)),
    ].flatMap((each) => (each === undefined ? [] : [(0,platform_files/* lastName */.UK)(each)]));
    throw new lib_failure/* Failure */.HR("input", `${stream} has no run of ${day}`, {
        hint: near.length === 0
            ? "it has no run at all; name the folder of one stream, such as compliance-evidence/prod"
            : `the nearest runs are of ${near.join(" and ")}`,
    });
}
/** Undefined where the day holds no evidence: a declared gap is in a run folder too. */
function lastRunIn(files, day) {
    return expectedFolders(files, day, run_path/* isRunName */.lK).findLast((run) => files.list(run).some(({ name }) => name === evidence_files/* EVIDENCE_NAME */.wm));
}
/** Paths of the folders in a folder, ascending; links are not followed. */
function expectedFolders(files, folder, isExpected) {
    return files
        .list(folder)
        .filter(({ name, kind }) => kind === "folder" && isExpected(name))
        .map(({ name }) => (0,platform_files/* joinPath */.uJ)(folder, name));
}

;// CONCATENATED MODULE: ./lib/cli/commands/diff.js












const diffCommand = {
    summary: "compare two runs, record by record",
    synopsis: "A B [--stream DIR] [--all] [--json]",
    words: { what: "two runs", count: 2 },
    flags: {
        stream: { argument: "DIR", description: "Folder of the stream in which to look up the days." },
        all: { description: "List every record, not only twenty of a kind." },
        json: { description: "Print every record and field as JSON." },
    },
    notes: [
        "A and B are two run folders, or two days such as 2026-11-22; of a day, its last run is compared. Shows what is new, gone and changed, field by field, and what came of each expectation.",
        "Compares the files as they are; verify checks whether they are genuine. Exit 0: compared, with or without differences. 2: error.",
    ],
    async run(given, { print }) {
        const [before, now] = await Promise.all(foldersOf(given).map(compareFolders));
        if (before === undefined || now === undefined)
            throw new Error("there are always two runs");
        const pair = { before, now };
        print((0,flags/* isFlagSet */.HX)(given, "json") ? diffJson(pair) : diffText(pair, (0,flags/* isFlagSet */.HX)(given, "all")));
        return 0;
    },
};
function foldersOf(given) {
    const { words } = given;
    const stream = (0,flags/* flagText */.us)(given, "stream");
    if (stream !== undefined)
        return words.map((day) => findRunOfDay(stream, day));
    const day = words.find(run_path/* isDayName */.O7);
    if (day !== undefined) {
        throw new lib_failure/* Failure */.HR("input", `the run of ${day} cannot be found without its stream`, {
            hint: "name the folder of the stream: --stream compliance-evidence/prod",
        });
    }
    return words;
}
async function compareFolders(folder) {
    const { files } = await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(folder));
    const read = (0,reassembly/* readEvidence */.A)(files);
    if ("trouble" in read)
        throw new lib_failure/* Failure */.HR("unreadable", `${folder}: ${read.trouble}`);
    const derived = (0,derive_policy/* derivePolicy */.kv)(read.evidence, files.get(schema/* POLICY_NAME */.xl));
    if ("trouble" in derived)
        throw new lib_failure/* Failure */.HR("unreadable", `${folder}: ${derived.trouble}`);
    const digest = (0,evidence_digest/* sha256 */.s)(files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? "");
    return { folder, sha256: digest, evidence: read.evidence, policy: derived.policy };
}

// EXTERNAL MODULE: ./lib/setup/check.js
var setup_check = __webpack_require__(74313);
// EXTERNAL MODULE: ./lib/setup/doctor-report.js
var doctor_report = __webpack_require__(25529);
// EXTERNAL MODULE: ./lib/setup/doctor.js + 3 modules
var doctor = __webpack_require__(37194);
;// CONCATENATED MODULE: ./lib/cli/commands/doctor.js






const doctorCommand = {
    summary: "check keys, permissions, tag, signing and storage before a run",
    synopsis: "[flags of collect]",
    flags: {
        ...RUN_FLAGS,
        json: { description: "Print all checks as one JSON object." },
    },
    examples: [
        ["before the first run", "datadog-evidence doctor --site datadoghq.eu --signing-key key.pem"],
        ["for programs", "datadog-evidence doctor --json"],
    ],
    notes: [
        `It only reads, and writes nothing. Keys come from environment variables: ${INPUT_VARIABLES.join(", ")}.`,
        "Each line says what a run would do without it. Exit 0: ready. 2: a run would fail. 3: a run would be incomplete or prove less.",
    ],
    async run(given, terminal) {
        const { environment, log, print, cancellation, conceal, width, paint } = terminal;
        const inputs = await readRunInputs(given, terminal, write_folder/* ensureCreatable */.Qn);
        const checks = await (0,doctor/* examineSetup */.h)(inputs.raw, {
            environment,
            policy: inputs.policy,
            mapping: inputs.mapping,
            otherProblems: inputs.problems,
            apiUrl: inputs.apiUrl,
            signal: cancellation(),
            conceal,
            log: (line) => log.info(line),
            storageChecks: async () => Promise.resolve([storageCheck(inputs)]),
        });
        print((0,flags/* isFlagSet */.HX)(given, "json") ? (0,doctor_report/* doctorJson */.Go)(checks) : (0,doctor_report/* doctorTable */.mH)(checks, { width, paint }));
        return (0,setup_check/* exitCodeOf */.F)(checks);
    },
};
/** Folders that cannot be written are problems of the inputs already. */
function storageCheck({ out, repository }) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "repository",
        needed: false,
        without: "an evidence repository, runs do not follow one another in a chain",
    });
    if (repository !== "")
        return check.ok(`${repository} is a git work tree`);
    const named = "no git work tree is named (a repository on GitHub is looked at by the Action with check: true)";
    return check.ok(out === "" ? named : `${out} can be written; ${named}`);
}

// EXTERNAL MODULE: ./lib/datadog/sites.js
var sites = __webpack_require__(3694);
;// CONCATENATED MODULE: ./lib/policy/suggest-policy.js

/**
 * A first policy from the records of a run, as the text of a file; null where
 * no item of it is complete. It demands what most organisations want, with the
 * ids and numbers of this run, so some of it may be broken by the run itself.
 */
function suggestPolicy({ items }) {
    const expect = items.filter(({ collection }) => collection.status === "complete").flatMap(suggestedFor);
    if (expect.length === 0)
        return null;
    const file = { schema: schema/* POLICY_SCHEMA */.tD, expect, accept: [] };
    return `${JSON.stringify(file, null, 2)}\n`;
}
function suggestedFor(item) {
    if (item.id === "compliance-monitors")
        return suggestedForMonitors(item);
    const { id, population } = item;
    if (id === "security-signals") {
        return [
            {
                id: "critical-24h",
                item: id,
                title: "No critical signal stays open for more than a day",
                none: { severity: "critical", "triage.state": "open" },
                olderThan: "PT24H",
            },
            ...populationDemand(population, { id: "rules-on", item: id, title: "Detection rules stay enabled" }),
        ];
    }
    return [
        {
            id: "cspm-critical",
            item: id,
            title: "No unmuted critical finding",
            none: { severity: "critical", muted: false },
        },
        ...populationDemand(population, {
            id: "accounts-covered",
            item: id,
            title: "Cloud accounts stay covered",
        }),
    ];
}
/** Demands that the population does not shrink; nothing where it is empty or has no number. */
function populationDemand({ size }, entry) {
    return size === null || size === 0 ? [] : [{ ...entry, population: { atLeast: size } }];
}
function suggestedForMonitors({ records }) {
    const item = "compliance-monitors";
    const ids = Array.from(records.values().take(schema/* MOST_PRESENT */.W$), ({ id }) => id);
    const named = {
        id: "named-monitors",
        item,
        title: "The monitors of today keep their tag",
        present: ids,
    };
    const clock = {
        id: "ntp-watched",
        item,
        title: "A monitor watches the clocks and passes",
        atLeast: 1,
        where: { watchesClock: true, verdict: "passing" },
    };
    return [
        ...(ids.length === 0 ? [] : [named]),
        ...(records.values().some(({ watchesClock }) => watchesClock) ? [clock] : []),
        {
            id: "no-old-alert",
            item,
            title: "No monitor fails for more than four hours",
            none: { verdict: "failing" },
            olderThan: "PT4H",
        },
        {
            id: "mutes-end",
            item,
            title: "Every mute has an end",
            none: { muted: true, mutedUntil: null },
        },
    ];
}

// EXTERNAL MODULE: ./lib/setup/permissions.js
var setup_permissions = __webpack_require__(51721);
;// CONCATENATED MODULE: ./lib/setup/workflow-files.js
/** The choices of one word among a few, the default first. */
const SETUP_WORDS = {
    cadence: ["daily", "hourly"],
    /** How the run gets at Datadog. */
    access: ["keys", "token", "delegated"],
    signing: ["key", "keyless"],
    /** Where evidence is kept beside the artifact. */
    keep: ["this", "app", "none"],
};
const ACTION = "datadog-evidence/datadog-evidence";
const CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2";
const APP_TOKEN = "actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1 # v3.2.0";
/** The branch and the folder of the evidence where it stays in the repository of the workflow. */
const EVIDENCE_BRANCH = "compliance-evidence";
const EVIDENCE_FOLDER = "compliance-evidence";
const WORKFLOW_PATH = ".github/workflows/datadog-evidence.yml";
const WATCHER_PATH = ".github/workflows/datadog-evidence-watch.yml";
const PUBLIC_KEY_PATH = ".github/datadog-evidence/signing-key.pub.pem";
const POLICY_PATH = "policy.json";
const ATTRIBUTES_PATH = ".gitattributes";
/** Checkouts that change line ends would change what is signed. */
const ATTRIBUTES_TEXT = `${EVIDENCE_FOLDER}/** -text\n${POLICY_PATH} -text\n`;
/** The workflow that collects. */
function workflowText(choices) {
    const { cadence, signing, access, keep, hasPolicy } = choices;
    const isIdentified = signing === "keyless" || access === "delegated";
    const permissions = [
        ...(keep === "this"
            ? [`contents: write # commits to the branch ${EVIDENCE_BRANCH}, and to no other`]
            : []),
        ...(keep !== "this" && hasPolicy ? ["contents: read # reads the policy"] : []),
        ...(isIdentified
            ? ["id-token: write # proves which workflow this is; it opens nothing in the repository"]
            : []),
    ];
    const steps = [
        ...(hasPolicy ? checkoutStep(`sparse-checkout: ${POLICY_PATH}`, "sparse-checkout-cone-mode: false") : []),
        ...(keep === "app" ? appSteps() : []),
        `- uses: ${ACTION}@v1 # pin a full commit SHA in production: a tag can be moved`,
        "  with:",
        ...inputLines(choices).map((line) => `    ${line}`),
    ];
    return `${[
        "# Written by datadog-evidence init. Change it as you like; init never overwrites it.",
        "name: Compliance evidence",
        "",
        "on:",
        "  schedule:",
        "    # An odd minute: GitHub drops schedules most at the full hour.",
        `    - cron: "${cadence === "daily" ? "17 6 * * *" : "17 * * * *"}"`,
        "  workflow_dispatch:",
        "    inputs:",
        "      check:",
        "        description: Only check the setup, and collect nothing",
        "        type: boolean",
        "",
        "permissions: {}",
        "",
        "# A run waits for the run before it.",
        "concurrency:",
        "  group: compliance-evidence",
        "  queue: max",
        "",
        ...jobLines("collect", { permissions, steps }),
    ].join("\n")}\n`;
}
function jobLines(name, { permissions, steps }) {
    return [
        "jobs:",
        `  ${name}:`,
        "    runs-on: ubuntu-latest",
        "    timeout-minutes: 20",
        ...(permissions.length === 0 ? [] : ["    permissions:", ...permissions.map((line) => `      ${line}`)]),
        "    steps:",
        ...steps.map((line) => `      ${line}`),
    ];
}
function checkoutStep(...inputs) {
    const lines = ["persist-credentials: false", ...inputs].map((line) => `    ${line}`);
    return [`- uses: ${CHECKOUT}`, "  with:", ...lines];
}
/** The text so that YAML takes it for a text, and not for a number, a truth value or nothing. */
function yamlText(text) {
    const isPlain = /^[A-Za-z][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text);
    return isPlain ? text : JSON.stringify(text);
}
function appSteps() {
    return [
        "# The token of a workflow works for its own repository only. This one works for the evidence repository, for an hour.",
        "- id: evidence-repository",
        `  uses: ${APP_TOKEN}`,
        "  with:",
        "    client-id: ${{ vars.EVIDENCE_APP_CLIENT_ID }}",
        "    private-key: ${{ secrets.EVIDENCE_APP_PRIVATE_KEY }}",
        "    owner: ${{ github.repository_owner }}",
        "    repositories: compliance-evidence",
        "    permission-contents: write",
    ];
}
const ACCESS_INPUTS = {
    keys: ["api-key: ${{ secrets.DD_API_KEY }}", "app-key: ${{ secrets.DD_APP_KEY }}"],
    token: ["access-token: ${{ secrets.DD_ACCESS_TOKEN }}"],
    delegated: ["org-id: ${{ vars.DD_ORG_ID }}"],
};
function inputLines({ access, stream, cadence, signing, keep, organization, hasPolicy, }) {
    return [
        "check: ${{ inputs.check || false }}",
        ...ACCESS_INPUTS[access],
        "site: ${{ vars.DD_SITE }}",
        `stream: ${yamlText(stream)}`,
        ...(cadence === "hourly" ? ["cadence: hourly"] : []),
        ...(organization === "" ? [] : [`organization: ${JSON.stringify(organization)}`]),
        ...(signing === "key"
            ? ["signing: key", "signing-key: ${{ secrets.SIGNING_KEY }}"]
            : ["signing: keyless", "min-assurance: keyless"]),
        ...(hasPolicy ? [`policy: ${POLICY_PATH}`] : []),
        ...(keep === "this"
            ? [
                "repository: ${{ github.repository }}",
                "repository-token: ${{ github.token }}",
                `branch: ${EVIDENCE_BRANCH}`,
                "seed: true # the first run makes the branch",
                `path: ${EVIDENCE_FOLDER}`,
            ]
            : []),
        ...(keep === "app"
            ? [
                "repository: ${{ github.repository_owner }}/compliance-evidence",
                "repository-token: ${{ steps.evidence-repository.outputs.token }}",
            ]
            : []),
    ];
}
/** The workflow that watches for evidence that stops; null where there is none to watch. */
function watcherText({ stream, cadence, signing, keep }) {
    if (keep === "none")
        return null;
    const trust = signing === "key"
        ? [`key: ${PUBLIC_KEY_PATH}`]
        : ["issuer: https://token.actions.githubusercontent.com", "repository-id: ${{ github.repository_id }}"];
    const source = keep === "this"
        ? [`ref: ${EVIDENCE_BRANCH}`]
        : [
            "repository: ${{ github.repository_owner }}/compliance-evidence",
            "# A token that can read that repository and nothing else.",
            "token: ${{ secrets.EVIDENCE_READ_TOKEN }}",
        ];
    const steps = [
        ...(signing === "key"
            ? ["# The public key comes from here, never from the evidence.", ...checkoutStep()]
            : []),
        ...checkoutStep(...source, "path: kept"),
        `- uses: ${ACTION}/verify@v1`,
        "  with:",
        `    path: ${keep === "this" ? `kept/${EVIDENCE_FOLDER}` : "kept"}`,
        `    streams: ${yamlText(stream)}`,
        ...trust.map((line) => `    ${line}`),
    ];
    return `${[
        "# Written by datadog-evidence init. The job fails, and GitHub tells you, when evidence is absent, stale, missing or",
        "# not genuine. Better still, move it to another repository: what stops one then does not stop the other.",
        "name: Watch the compliance evidence",
        "",
        "on:",
        "  schedule:",
        `    - cron: "${cadence === "daily" ? "47 13 * * *" : "47 */3 * * *"}"`,
        "  workflow_dispatch:",
        "",
        "permissions:",
        "  contents: read",
        "",
        ...jobLines("watch", { permissions: [], steps }),
    ].join("\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/setup/next-steps.js




/** The steps that are left for the user, in order; at most five. */
function nextSteps(choices, { pair, names, }) {
    const settings = settingCommands(choices, pair === null ? null : (0,shell/* shellWord */.r)(pair.file));
    const roots = [...new Set(names.map((name) => name.split("/")[0] ?? name))].toSorted();
    const workflow = external_node_path_.basename(WORKFLOW_PATH);
    const steps = [
        [`In Datadog (${choices.site}):`, ...datadogLines(choices)],
        ["On GitHub, in this folder:", ...settings.map((command) => `  ${command}`)],
        [
            "Commit and push what was written, to the default branch:",
            `  git add ${roots.join(" ")} && git commit -m "Collect compliance evidence" && git push`,
        ],
        [
            "Check the setup, mend what the job summary names, then start the first run:",
            `  gh workflow run ${workflow} -f check=true`,
            `  gh workflow run ${workflow}`,
        ],
        [
            pair === null
                ? "Tell your auditor the workflow that signs: its repository and its path."
                : `Give your auditor the public key and its fingerprint, not through the repository: ${pair.fingerprint}`,
        ],
    ];
    return `${steps.map(([first = "", ...more], index) => [`${index + 1}. ${first}`, ...more.map((line) => `   ${line}`)].join("\n")).join("\n")}\n`;
}
const SCOPES = "with the scopes of these permissions and timeseries_query";
const MAPPING_HELP = "https://github.com/datadog-evidence/datadog-evidence/blob/main/docs/setup.md#without-the-two-keys";
function datadogLines({ access: way }) {
    const permissions = setup_permissions/* PERMISSIONS */.J.filter(({ grant }) => grant === undefined).map(({ name, isNeeded }) => `${name}${isNeeded ? "" : " (optional)"}`);
    const last = {
        keys: `For it, make an application key ${SCOPES}, and an API key. Each is shown once.`,
        token: `For it, make an access token ${SCOPES}. It is shown once.`,
        delegated: `Ask Datadog for the Preview of workload identity, and map this repository's workflow to it: see ${MAPPING_HELP}`,
    }[way];
    return [
        `  Organization Settings > Roles > New Role: ${permissions.join(", ")}.`,
        "  Organization Settings > Service Accounts > New, with that role only.",
        `  ${last}`,
        "  Add the tag compliance, exactly, to each monitor that supports a control.",
    ];
}
/** The commands that set on GitHub what a run needs. `keyFile` is the private key; null where none is used. */
function settingCommands({ access, keep, site }, keyFile) {
    const ofAccess = {
        keys: ["secret set DD_API_KEY", "secret set DD_APP_KEY"],
        token: ["secret set DD_ACCESS_TOKEN"],
        delegated: ["variable set DD_ORG_ID"],
    }[access];
    const ofApp = ["variable set EVIDENCE_APP_CLIENT_ID", "secret set EVIDENCE_APP_PRIVATE_KEY"];
    return [
        ...ofAccess,
        ...(keyFile === null ? [] : [`secret set SIGNING_KEY < ${keyFile}`]),
        `variable set DD_SITE --body ${site}`,
        ...(keep === "app" ? ofApp : []),
    ].map((command) => `gh ${command}`);
}

;// CONCATENATED MODULE: ./lib/setup/ask-choices.js



/** What each word means, as somebody chooses it. */
const LABELS = {
    daily: "every day",
    hourly: "every hour",
    keys: "an API key and an application key",
    token: "an access token",
    delegated: "no stored secret: the identity of the workflow (Preview in Datadog)",
    key: "a key of our own",
    keyless: "no key: the identity of the workflow, by Sigstore",
    this: "a branch of this repository",
    app: "another repository, by a GitHub App",
    none: "nowhere: artifacts alone, which GitHub deletes",
};
/** Asks for each choice, with what was given as the default; null where the user stops. */
async function askChoices(given, streams) {
    try {
        const ask = await questionsOn(streams);
        const choices = {
            ...given,
            site: (0,sites/* siteOf */.zU)(await ask.text("Which site is your Datadog on?", { name: "site", first: given.site })),
            stream: await ask.text("What is the stream called?", { name: "stream", first: given.stream }),
            cadence: await ask.word("How often is evidence collected?", SETUP_WORDS.cadence, given.cadence),
            access: await ask.word("How does the run get at Datadog?", SETUP_WORDS.access, given.access),
            signing: await ask.word("What signs the evidence?", SETUP_WORDS.signing, given.signing),
            keep: await ask.word("Where is the evidence kept?", SETUP_WORDS.keep, given.keep),
            hasPolicy: await ask.yes("Do you have a policy (policy.json)?", given.hasPolicy),
        };
        // Artifacts alone cannot be watched.
        if (choices.keep === "none")
            return { ...choices, hasWatcher: false };
        return { ...choices, hasWatcher: await ask.yes("Be told when evidence stops?", given.hasWatcher) };
    }
    catch (error) {
        if (error instanceof Stopped)
            return null;
        throw error;
    }
}
/** The user stopped, by Ctrl-C or Escape. */
class Stopped extends Error {
}
/** The answer. Throws `Stopped` for the symbol that the user gives by stopping. */
function answerOf(answer) {
    if (!isAnswer(answer))
        throw new Stopped();
    return answer;
}
function isAnswer(answer) {
    return typeof answer !== "symbol";
}
/** The kinds of question. Each throws `Stopped` where the user stops instead of answering. */
async function questionsOn(streams) {
    const { confirm, select, text } = await __webpack_require__.e(/* import() */ 170).then(__webpack_require__.bind(__webpack_require__, 26170));
    return {
        text: async (message, { name, first }) => answerOf(await text({
            ...streams,
            message,
            initialValue: first,
            validate: (value = "") => (0,read_config/* inputProblems */.ri)({ [name]: value })[0],
        })),
        word: async (message, words, first) => {
            const options = words.map((value) => ({
                value,
                label: LABELS[value] ?? value,
            }));
            const answer = answerOf(await select({ ...streams, message, initialValue: first, options }));
            return words.find((word) => word === answer) ?? first;
        },
        yes: async (message, first) => answerOf(await confirm({ ...streams, message, initialValue: first })),
    };
}

;// CONCATENATED MODULE: ./lib/setup/write-setup.js
var write_setup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var write_setup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** The key pair in the folder; a new one where there is none. Throws a `Failure` where it cannot be read or written. */
async function makeKeyPair(folder, passphrase) {
    const file = external_node_path_.join(folder, "signing-key.pem");
    const made = (0,signing_key/* generateSigningKey */.I)(passphrase);
    if (await writeNewFile(file, made.privatePem, 0o600)) {
        return { file, publicPem: made.publicPem, fingerprint: made.fingerprint, isNew: true };
    }
    const { publicPem, fingerprint } = (0,signing_key/* readSigningKey */.j)(await (0,promises_.readFile)(file, "utf8"), passphrase);
    return { file, publicPem, fingerprint, isNew: false };
}
/** Writes a file that is not there; false where one is. Throws a `Failure` where it cannot be written. */
async function writeNewFile(file, text, mode = 0o644) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            await (0,write_folder/* makeFolder */.fc)(external_node_path_.dirname(file));
            const handle = write_setup_addDisposableResource(env_1, await (0,promises_.open)(file, "wx", mode), true);
            await handle.writeFile(text);
            return true;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = write_setup_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        if ((0,lib_failure/* errorCode */.CA)(error) === "EEXIST")
            return false;
        throw new lib_failure/* Failure */.HR("input", `${file} cannot be written (${(0,lib_failure/* errorCode */.CA)(error)})`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/cli/commands/init.js


















const initCommand = {
    summary: "write the workflow, make the key, and say what is left to do",
    synopsis: "[--dir DIR] [--yes] [flags]",
    flags: {
        dir: { argument: "DIR", description: "Root of the repository (default: the current folder)." },
        site: { argument: "SITE", description: "Site of Datadog (default: datadoghq.com)." },
        stream: { argument: "NAME", description: "Name of the stream (default: prod)." },
        cadence: { argument: "WORD", description: "daily (default) or hourly." },
        access: {
            argument: "WORD",
            description: "How the run gets at Datadog: keys (default), token or delegated.",
        },
        signing: { argument: "WORD", description: "key (default) or keyless." },
        keep: {
            argument: "WORD",
            description: "Where evidence is kept beside the artifact: this (default: a branch of this repository), app (another repository, by a GitHub App) or none.",
        },
        organization: { argument: "NAME", description: "Name of your organisation, for the reports." },
        policy: { description: "Also give the runs the policy in policy.json." },
        watcher: { description: "Also write the workflow that tells you when evidence stops." },
        yes: { description: "Ask nothing: take the defaults and the flags." },
    },
    notes: [
        "Overwrites nothing: what is there stays, and is named. The private key goes to a folder of your own, outside of the repository. Without a terminal nothing is asked.",
    ],
    examples: [
        ["answer a few questions", "datadog-evidence init"],
        ["by flags alone", "datadog-evidence init --yes --site datadoghq.eu --signing keyless --watcher"],
    ],
    async run(given, { print, log, environment }) {
        const dir = (0,flags/* flagText */.us)(given, "dir") || ".";
        if (!(0,external_node_fs_.existsSync)(dir)) {
            throw new lib_failure/* Failure */.HR("input", `dir: ${dir} is not there`, {
                hint: "name the root of a clone of the repository",
            });
        }
        const byFlags = choicesFrom(given);
        const isAsked = !(0,flags/* isFlagSet */.HX)(given, "yes") && process.stdin.isTTY && process.stderr.isTTY;
        // Questions go to the error stream, because a user may keep the output in a file.
        const chosen = isAsked
            ? await askChoices(byFlags, { input: process.stdin, output: process.stderr })
            : byFlags;
        if (chosen === null) {
            log.info("stopped; nothing was written");
            return 2;
        }
        const policy = chosen.hasPolicy ? await suggestedPolicy(dir) : null;
        const hasPolicy = chosen.hasPolicy && (policy !== null || (0,external_node_fs_.existsSync)(external_node_path_.join(dir, POLICY_PATH)));
        if (chosen.hasPolicy && !hasPolicy) {
            log.info(`no run is here yet to make a policy from: after the first one, npx datadog-evidence policy suggest RUN_FOLDER > ${POLICY_PATH}, and give it to the workflow as policy: ${POLICY_PATH}`);
        }
        const choices = { ...chosen, hasPolicy };
        const pair = choices.signing === "key" ? await ownKeyPair(dir, choices.stream, environment) : null;
        const files = filesOf(choices, { policy, publicPem: pair?.publicPem ?? null });
        const kept = await writeFiles(dir, { files, log });
        if (kept.includes(ATTRIBUTES_PATH))
            await nameMissingAttributes(dir, log);
        if (pair !== null) {
            log.info(pair.isNew ? `made the private key ${pair.file}` : `the private key ${pair.file} is there already`);
            if (kept.includes(PUBLIC_KEY_PATH))
                await compareKeys(external_node_path_.join(dir, PUBLIC_KEY_PATH), { pair, log });
        }
        print(nextSteps(choices, { pair, names: [...files.keys()] }));
        return 0;
    },
};
/** The flags that are inputs of the same names. */
const TEXT_FLAGS = ["site", "stream", "organization"];
function choicesFrom(given) {
    const problems = [];
    const oneOf = (name, [first, ...more]) => {
        const text = (0,flags/* flagText */.us)(given, name) ?? first;
        const found = [first, ...more].find((word) => word === text);
        if (found === undefined)
            problems.push(`--${name} is one of ${[first, ...more].join(", ")}`);
        return found ?? first;
    };
    const texts = { site: "datadoghq.com", stream: "prod", organization: "", ...(0,flags/* flagTexts */.xU)(given, TEXT_FLAGS) };
    problems.push(...(0,read_config/* inputProblems */.ri)(texts).map((problem) => `--${problem}`));
    const choices = {
        ...texts,
        cadence: oneOf("cadence", SETUP_WORDS.cadence),
        access: oneOf("access", SETUP_WORDS.access),
        signing: oneOf("signing", SETUP_WORDS.signing),
        keep: oneOf("keep", SETUP_WORDS.keep),
        hasPolicy: (0,flags/* isFlagSet */.HX)(given, "policy"),
        hasWatcher: (0,flags/* isFlagSet */.HX)(given, "watcher"),
    };
    if (choices.hasWatcher && choices.keep === "none") {
        problems.push("--watcher has nothing to watch where evidence is kept nowhere: leave out --keep none");
    }
    if (problems.length > 0) {
        throw argumentFailure("init", `init: ${problems.join("; ")}`);
    }
    return { ...choices, site: (0,sites/* siteOf */.zU)(choices.site) };
}
/** The key pair of the stream, in a folder of the user; a new one where there is none. */
async function ownKeyPair(dir, stream, environment) {
    const home = environment["HOME"] || (0,external_node_os_.homedir)();
    const folder = external_node_path_.join(home, ".datadog-evidence", `${external_node_path_.basename(external_node_path_.resolve(dir))}-${stream}`);
    return makeKeyPair(folder, environment["SIGNING_KEY_PASSPHRASE"] || null);
}
/** The text of each file of the repository, by its path there. */
function filesOf(choices, { policy, publicPem }) {
    const texts = {
        [WORKFLOW_PATH]: workflowText(choices),
        [ATTRIBUTES_PATH]: ATTRIBUTES_TEXT,
        [WATCHER_PATH]: choices.hasWatcher ? watcherText(choices) : null,
        [POLICY_PATH]: policy,
        [PUBLIC_KEY_PATH]: publicPem,
    };
    return new Map(Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}
/** Writes the files that are not there, and returns the names of the others. */
async function writeFiles(dir, { files, log }) {
    const kept = [];
    for (const [name, text] of files) {
        if (await writeNewFile(external_node_path_.join(dir, name), text))
            log.info(`wrote ${name}`);
        else
            kept.push(name);
    }
    for (const name of kept)
        log.info(`${name} is there already and was left as it is`);
    return kept;
}
/** A first policy from the newest run below the folder; null where there is none. */
async function suggestedPolicy(dir) {
    const found = (0,find_streams/* findStreams */.dz)((0,disk/* diskFiles */.Ts)(dir));
    if (found?.kind !== "streams")
        return null;
    const [stream] = found.streams;
    const run = stream?.runs.at(-1);
    if (stream === undefined || run === undefined)
        return null;
    return suggestPolicy((0,read_folder/* readWholeEvidence */.D9)(await (0,read_folder/* readRunFolder */.MW)(stream.files, run)));
}
/** Names the lines that the file of the repository lacks. */
async function nameMissingAttributes(dir, log) {
    const present = new Set((await (0,promises_.readFile)(external_node_path_.join(dir, ATTRIBUTES_PATH), "utf8")).split(/\r?\n/));
    const missing = ATTRIBUTES_TEXT.trim()
        .split("\n")
        .filter((line) => !present.has(line));
    if (missing.length === 0)
        return;
    log.info(`add these lines to ${ATTRIBUTES_PATH}, or checkouts on Windows change the evidence:`);
    for (const line of missing)
        log.info(`  ${line}`);
}
/** Warns where the public key in the repository is not that of the private key. */
async function compareKeys(publicKey, { pair, log }) {
    const text = await (0,promises_.readFile)(publicKey, "utf8");
    const known = (0,lib_failure/* catchFailure */.Oh)(() => (0,public_key/* readVerifyingKey */.D)(text).fingerprint);
    if (known === pair.fingerprint)
        return;
    log.warning(`the private key ${pair.file} does not belong to ${publicKey}, so what it signs would not verify; copy the private key that does to its place, or replace the public key`);
}

;// CONCATENATED MODULE: ./lib/cli/commands/keygen.js






const PRIVATE_NAME = "signing-key.pem";
const PUBLIC_NAME = "signing-key.pub.pem";
const keygenCommand = {
    summary: "create a key pair for signing",
    synopsis: "[--out DIR]",
    flags: {
        out: {
            argument: "DIR",
            description: `Folder for ${PRIVATE_NAME} and ${PUBLIC_NAME} (default: the current folder).`,
        },
    },
    notes: [
        "The private key is encrypted if SIGNING_KEY_PASSPHRASE is set. Nothing is overwritten. Prints the fingerprint; record it where auditors look, such as the ISMS.",
    ],
    async run(given, { environment, log, print }) {
        const folder = (0,flags/* flagText */.us)(given, "out") || ".";
        // Check both before writing one: half of a pair is useless.
        const existing = [PRIVATE_NAME, PUBLIC_NAME].map((name) => external_node_path_.join(folder, name)).find(external_node_fs_.existsSync);
        if (existing !== undefined)
            throw existingFile(existing);
        const { privatePem, publicPem, fingerprint } = (0,signing_key/* generateSigningKey */.I)(environment["SIGNING_KEY_PASSPHRASE"] || null);
        await writeNew(external_node_path_.join(folder, PRIVATE_NAME), { text: privatePem, mode: 0o600 });
        await writeNew(external_node_path_.join(folder, PUBLIC_NAME), { text: publicPem, mode: 0o644 });
        log.info(`${PRIVATE_NAME} is secret: store it in a vault and as a secret of the repository`);
        log.info(`give ${PUBLIC_NAME} to everyone who verifies; its fingerprint (sha256):`);
        print(`${fingerprint}\n`);
        return 0;
    },
};
async function writeNew(file, { text, mode }) {
    if (!(await writeNewFile(file, text, mode)))
        throw existingFile(file);
}
function existingFile(file) {
    return new lib_failure/* Failure */.HR("input", `${file} already exists; a key is never overwritten`);
}

// EXTERNAL MODULE: ./lib/policy/check-rules.js
var check_rules = __webpack_require__(41064);
// EXTERNAL MODULE: ./lib/policy/evaluate-policy.js
var evaluate_policy = __webpack_require__(1514);
// EXTERNAL MODULE: ./lib/policy/read-policy.js
var read_policy = __webpack_require__(85339);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/cli/parse-arguments.js


/** Flags of every command. */
const COMMON_FLAGS = {
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
};
/**
 * What the user gave to the command, under the names of its flags. Throws a `Failure` for an unknown flag, a
 * missing value, or too many or too few words.
 */
function parseArguments(name, { command, args }) {
    const { flags } = command;
    const { values, positionals } = parseStrictly(name, { flags, args });
    for (const [flag, { alias }] of Object.entries(flags)) {
        if (alias === undefined || values[alias] === undefined)
            continue;
        if (values[flag] !== undefined) {
            throw argumentFailure(name, `--${alias} is another name for --${flag}; give one of them`);
        }
        values[flag] = values[alias];
    }
    const given = { flags: values, words: positionals };
    if (values["help"] === true || values["version"] === true)
        return given;
    const { what, count } = command.words ?? { what: "", count: 0 };
    if (command.namesEveryProblem === true)
        return given;
    if (count === 0 && positionals.length > 0) {
        throw argumentFailure(name, `${name} takes no ${JSON.stringify(positionals.join(" "))}`);
    }
    const isRight = count === "many" ? positionals.length > 0 : positionals.length === count;
    if (!isRight)
        throw argumentFailure(name, `${name} takes ${what}`);
    return given;
}
function parseStrictly(name, { flags, args }) {
    const rows = Object.entries(flags).flatMap(([flag, { argument, isRepeatable = false, alias }]) => {
        const option = { type: argument === undefined ? "boolean" : "string", multiple: isRepeatable };
        return [flag, ...(alias === undefined ? [] : [alias])].map((each) => [each, option]);
    });
    const options = { ...Object.fromEntries(rows), ...COMMON_FLAGS };
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options, allowPositionals: true });
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        const [, unknown] = /^Unknown option '(--?[^']*)'/.exec(error.message) ?? [];
        if (unknown === undefined)
            throw argumentFailure(name, `${name}: ${error.message.split(/\. |\.?\n|\.$/)[0]}`);
        const known = Object.keys(options).map((flag) => `--${flag}`);
        // Of -out the parser names -o alone.
        const short = args.find((arg) => /^-[^-]./.test(arg) && arg.startsWith(unknown));
        const word = short === undefined ? unknown : `-${short}`;
        throw argumentFailure(name, withSuggestion(`${name} has no flag ${short ?? unknown}`, { word, known }));
    }
}
/** The message with `did you mean collect?` after it where a known word is near to the misspelt one. */
function withSuggestion(message, { word, known }) {
    const far = Math.max(1, Math.floor(word.replace(/^-+/, "").length / 3));
    const [nearest] = known
        .map((each) => ({ each, distance: editDistance(word, each) }))
        .filter(({ distance }) => distance <= far)
        .toSorted((a, b) => a.distance - b.distance);
    return nearest === undefined ? message : `${message}; did you mean ${nearest.each}?`;
}
/** The number of letters to add, remove, replace or swap with a neighbour. */
function editDistance(a, b) {
    let [before, row] = [[Infinity], Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swapped = isSwapped ? at(before, j - 2) + 1 : Infinity;
            next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, swapped));
        }
        [before, row] = [row, next];
    }
    return at(row, b.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}

;// CONCATENATED MODULE: ./lib/cli/commands/policy.js
















const policyCommand = {
    summary: "check what you expect of the evidence, or suggest a first policy",
    synopsis: "(check FILE [--against RUN_FOLDER] | suggest RUN_FOLDER)",
    words: { what: "check and a policy, or suggest and a run folder", count: 2 },
    flags: {
        against: { argument: "RUN_FOLDER", description: "Also show what the policy says about this run." },
        ...(0,inputs/* inputFlags */.eJ)(["monitor-tag", "privacy"]),
    },
    examples: [
        ["a first policy from a run", "datadog-evidence policy suggest RUN_FOLDER > policy.json"],
        ["try it on another run", "datadog-evidence policy check policy.json --against RUN_FOLDER"],
    ],
    notes: [
        "check names every problem of the file, each with its line, and warns of waivers that end within 14 days. suggest prints a policy with the ids and numbers of the run; read it and change it before you use it. The run is read as it is; verify checks whether it is genuine.",
        "Exit 0: the policy can be used, whatever it says about the run. 2: error, or the policy has problems.",
    ],
    async run(given, terminal) {
        const [step, file = ""] = given.words;
        if (step === "check")
            return checkPolicy(file, given, terminal);
        if (step === "suggest")
            return printSuggestion(file, given, terminal);
        const known = ["check", "suggest"];
        const message = `there is no policy ${JSON.stringify(step)}`;
        throw new lib_failure/* Failure */.HR("input", withSuggestion(message, { word: step ?? "", known }), {
            hint: "use policy check FILE or policy suggest RUN_FOLDER",
        });
    },
};
async function checkPolicy(file, given, { print, log }) {
    const against = (0,flags/* flagText */.us)(given, "against");
    const evidence = against === undefined ? null : await evidenceOf(against);
    const policyGiven = usablePolicy(await (0,given_file/* readGivenFile */.M)(file, "policy"), file, evidence === null ? (0,read_config/* configuredTerms */.Uf)(given) : (0,check_rules/* policyTermsOf */.P)(evidence));
    const judged = evidence === null ? null : judgeEvidence(policyGiven, evidence);
    const [lines, warnings] = judged === null
        ? [summaryLines(policyGiven), (0,policy_waivers/* endingWarnings */.df)(policyGiven.policy, new Date().toISOString())]
        : [resultLines(policyGiven, judged), (0,policy_waivers/* policyWarnings */.aF)(policyGiven, judged)];
    print(`${lines.join("\n")}\n`);
    for (const warning of warnings)
        log.warning((0,sanitize/* logLine */.BP)(warning));
    return 0;
}
async function printSuggestion(folder, given, { print, log }) {
    if ((0,flags/* flagText */.us)(given, "against") !== undefined) {
        throw new lib_failure/* Failure */.HR("input", "against: belongs to policy check");
    }
    const evidence = await evidenceOf(folder);
    const text = suggestPolicy(evidence);
    if (text === null) {
        throw new lib_failure/* Failure */.HR("unreadable", "no item of the run is complete, so it shows nothing to expect", {
            hint: "name a run whose outcome is complete",
        });
    }
    print(text);
    const { policy: suggested } = usablePolicy(Buffer.from(text), "the suggestion", (0,check_rules/* policyTermsOf */.P)(evidence));
    for (const result of (0,evaluate_policy/* evaluatePolicy */.U)(suggested, evidence) ?? []) {
        if (result.result !== "met")
            log.warning((0,sanitize/* logLine */.BP)(`not met by this run: ${(0,describe_result/* describeResult */.dy)(result)}`));
    }
    return 0;
}
async function evidenceOf(folder) {
    return (0,read_folder/* readWholeEvidence */.D9)(await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(folder)));
}
/** Throws a `Failure` that names every problem of the policy. */
function usablePolicy(bytes, name, terms) {
    const { given, problems } = (0,read_policy/* givenPolicyOf */.B)({ name, bytes }, terms);
    if (given !== null)
        return given;
    throw new lib_failure/* Failure */.HR("input", ["the policy cannot be used:", ...problems.map((each) => `  ${each}`)].join("\n"), {
        hint: "see docs/expectations.md",
    });
}
function summaryLines({ policy: { expectations, waivers } }) {
    return [
        `The policy can be used: ${countOf(expectations.length, "expectation")}, ${countOf(waivers.length, "waiver")}.`,
        ...expectations.map((expectation) => (0,sanitize/* logLine */.BP)(`${expectation.id}: ${(0,describe_expectation/* describeExpectation */.u)(expectation)}`)),
    ];
}
/** The evidence as if the policy had been given to its run. */
function judgeEvidence({ policy, file: { sha256 } }, evidence) {
    const results = (0,evaluate_policy/* evaluatePolicy */.U)(policy, evidence);
    if (results === null) {
        throw new lib_failure/* Failure */.HR("unreadable", `this version does not know version ${evidence.rules} of the rules`);
    }
    return { ...evidence, policy: { sha256, results: [...results] } };
}
function resultLines({ policy }, evidence) {
    const { stream, collectedAt } = evidence;
    const byId = new Map(evidence.policy?.results.map((result) => [result.id, result]));
    return [
        `Against the run of ${stream.name} of ${collectedAt}, which was not verified:`,
        ...policy.expectations.flatMap((expectation) => {
            const result = byId.get(expectation.id);
            return result === undefined
                ? []
                : [(0,sanitize/* logLine */.BP)((0,describe_result/* describeResult */.dy)(result)), `  ${(0,sanitize/* logLine */.BP)(`expected: ${(0,describe_expectation/* describeExpectation */.u)(expectation)}`)}`];
        }),
        ...(0,policy_waivers/* waiverStates */.RT)(policy, evidence).map(({ waiver, state }) => (0,sanitize/* logLine */.BP)(`waiver ${waiver.id} of ${waiver.expect}: ${state}, until ${waiver.until}`)),
    ];
}
function countOf(count, what) {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}

// EXTERNAL MODULE: ./lib/publish/github/api-url.js
var api_url = __webpack_require__(563);
// EXTERNAL MODULE: ./lib/publish/github/branch.js + 3 modules
var branch = __webpack_require__(16885);
// EXTERNAL MODULE: ./lib/publish/commit-with-retry.js
var commit_with_retry = __webpack_require__(29776);
;// CONCATENATED MODULE: ./lib/publish/publish-folders.js






/**
 * Commits signed run folders of any streams in one commit, each where its statement puts it. Nothing is signed here, so
 * a folder must follow the end of its stream. One that does not is refused; the others are still committed.
 */
async function publishFolders(folders, { trust, ...rest }) {
    const check = trust === null ? async () => "own" : (0,signer_check/* trustedSignerCheck */.yR)(trust);
    const options = { ...rest, check };
    const unfit = [];
    const signed = [];
    for (const folder of folders) {
        const read = await readSignedFolder(folder, { check, trust });
        if (read instanceof lib_failure/* Failure */.HR)
            unfit.push({ path: folder.path, failure: read });
        else
            signed.push(read);
    }
    const byStream = Map.groupBy(signed, ({ run }) => run.statement.predicate.stream.name);
    const streams = [...byStream.values()].flatMap(([first]) => first?.run.statement.predicate.stream ?? []);
    const sorted = new Map();
    const plan = {
        async addTo(chain, head) {
            const { name } = chain.stream;
            const each = await sortFolders(byStream.get(name) ?? [], chain, {
                head,
                check,
                isVerified: trust !== null,
            });
            sorted.set(name, each);
            return (0,signed_run/* toNewRuns */.CM)(each.runs, name);
        },
        message: (runs) => {
            const names = [...new Set(runs.map(({ stream }) => stream))].join(", ");
            const places = runs.map(({ stream, place }) => `${stream}/${place}`);
            return [`${names}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}`, "", ...places].join("\n");
        },
    };
    const landed = streams.length === 0 ? null : await (0,commit_with_retry/* commitWithRetry */.C)(streams, plan, options);
    const all = [...sorted.values()];
    return {
        landed: landed?.added.length === 0 ? null : landed,
        added: all.flatMap((each) => each.added),
        alreadyThere: all.flatMap((each) => each.alreadyThere),
        refused: [...unfit, ...all.flatMap((each) => each.refused)],
        warnings: trust !== null || landed === null || landed.added.length === 0 ? [] : [UNVERIFIED],
    };
}
async function readSignedFolder({ path, files }, { check, trust }) {
    const at = {
        place: path,
        isCommitted: false,
        files: new Map([...files].map(([name, bytes]) => [name, { size: bytes.length, read: async () => bytes }])),
    };
    const run = await (0,signed_run/* readSignedRun */.Cd)(at, check);
    if ("trouble" in run) {
        return new lib_failure/* Failure */.HR("not-published", `${path} ${run.trouble}`, {
            hint: "sign it onto its chain first: npx datadog-evidence attest DIR --repository DIR",
        });
    }
    if (trust !== null) {
        const problem = await (0,signed_run/* verificationProblem */.p)(run, trust);
        if (problem !== null) {
            return new lib_failure/* Failure */.HR("not-published", `${path} does not verify: ${problem}`, {
                hint: "check whom you trust; a run that does not verify is never committed",
            });
        }
    }
    const content = await (0,signed_run/* readContent */.c_)(run);
    if ("trouble" in content)
        return new lib_failure/* Failure */.HR("not-published", `${path} ${content.trouble}`);
    return { path, run: { ...run, at: { ...at, place: (0,run_path/* runPath */.t0)(run.statement.predicate) } } };
}
const UNVERIFIED = "no signature was verified, because nobody was named whom to trust: the runs only name the signer of the last run of their stream; name whom you trust with --key, or --issuer and --identity";
/** Sorts the folders of one stream by what becomes of them, in the order of its chain. */
async function sortFolders(folders, chain, at) {
    let { tail } = chain;
    const last = chain.runs
        .filter(({ link }) => link !== null)
        .toSorted(chain_head/* bySequence */.ly)
        .at(-1);
    let signer = last === undefined ? null : await (0,signer_check/* readNamedSigner */.sf)(last.read);
    const runs = [];
    const added = [];
    const alreadyThere = [];
    const refused = [];
    for (const { path, run } of folders.toSorted((a, b) => (0,chain_head/* bySequence */.ly)(a.run, b.run))) {
        const { run: named } = run.statement.predicate;
        const found = await (0,chain_head/* findRun */.Lc)({ run: named, place: run.at.place, contentSha256: run.contentSha256 }, chain, at);
        if (found !== null && found !== "other") {
            (found.at.isCommitted ? alreadyThere : added).push(path);
            continue;
        }
        const by = await (0,signer_check/* readNamedSigner */.sf)(run.read);
        const stranger = at.isVerified || signer === null || signer === by
            ? null
            : otherSignerFailure(path, { by, last: signer, stream: chain.stream.name });
        const failure = found === "other"
            ? nameFolder(path, (0,chain_head/* otherRunFailure */.Ij)(chain.stream, named))
            : (stranger ?? unlinkable({ path, run }, { ...chain, tail }));
        if (failure !== null) {
            refused.push({ path, failure });
            continue;
        }
        tail = (0,chain_head/* tailAfter */.B5)(run, null);
        signer = by;
        runs.push(run);
        added.push(path);
    }
    return { runs, added, alreadyThere, refused };
}
/** Nobody is named whom to trust, so a stranger must not get into the chain. */
function otherSignerFailure(path, { by, last, stream }) {
    return new lib_failure/* Failure */.HR("not-published", `${path} is signed by ${by}, but the last run of ${stream} by ${last}`, { hint: "name whom you trust, as for verify: --key PEM, or --issuer URL and --identity URI" });
}
/** Why the run cannot become the end of the chain; null where it can. */
function unlinkable({ path, run }, chain) {
    if (run.link === null) {
        return new lib_failure/* Failure */.HR("not-published", `${path} is signed outside of any chain`, {
            hint: "collect with the repository and commit: false, so that the run is signed for its place",
        });
    }
    const late = (0,chain_head/* lateRunFailure */.oL)(run.statement.predicate.collectedAt, chain);
    if (late !== null)
        return nameFolder(path, late);
    if ((0,chain_head/* isNextInChain */.Go)(chain.tail, run))
        return null;
    const wants = run.link.sequence === 1 ? "to be the first run" : `to follow run ${run.link.sequence - 1}`;
    const has = chain.tail.next === 1 ? "has no run yet" : `ends with run ${chain.tail.next - 1}`;
    return new lib_failure/* Failure */.HR("not-published", `${path} was signed ${wants} of ${chain.stream.name}, which ${has} and another statement`, { hint: "publish cannot sign it again; keep the folder as a copy, and collect again" });
}
function nameFolder(path, { code, message }) {
    return new lib_failure/* Failure */.HR(code, `${path}: ${message}`, {
        hint: "what is committed stays as it is; keep the folder as a copy",
    });
}

;// CONCATENATED MODULE: ./lib/report/job-summary/publish.js


/** A matrix has 256 jobs at most. The summary of a job has a limit too. */
const MOST_FOLDERS = 300;
/** The job summary of publishing many streams, as Markdown. The worst are first, so that no limit hides them. */
function publishSummary(statuses, { repository, commit }) {
    const good = statuses.filter(({ became }) => became === "committed" || became === "there already");
    const streams = new Set(statuses.map(({ stream, folder }) => stream ?? folder));
    const published = new Set(good.map(({ stream, folder }) => stream ?? folder));
    const more = statuses.length - MOST_FOLDERS;
    const rows = statuses
        .slice(0, MOST_FOLDERS)
        .map(({ stream, became, outcome, why }) => [
        (0,phrases/* name */.UU)(stream ?? "unknown"),
        became,
        outcome ?? "–",
        why === null ? "" : (0,phrases/* name */.UU)(why),
    ]);
    return [
        `## ${published.size} of ${streams.size} streams are in ${(0,phrases/* markdownOf */.RQ)((0,phrases/* name */.UU)(repository))}`,
        "",
        (0,phrases/* markdownOf */.RQ)(commit === null ? "Nothing was committed." : (0,phrases/* phrase */.MZ) `Commit ${(0,phrases/* code */.aY)(commit)}.`),
        "",
        (0,renderer/* table */.tp)({ caption: "", columns: ["Stream", "Run", "Collected", "Why"], rows }).markdown(),
        ...(more > 0 ? ["", `And ${more} more.`] : []),
        "",
    ].join("\n");
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
;// CONCATENATED MODULE: ./lib/cli/commands/publish-status.js






/** The streams that `--expect` names; null where it was not given. */
function expectedStreams(text) {
    if (text === undefined)
        return null;
    const names = text
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "");
    const wrong = names.filter((name) => !evidence_schema/* StreamName */.iN.safeParse(name).success);
    if (names.length > 0 && wrong.length === 0)
        return [...new Set(names)];
    const what = wrong.length === 0 ? "names no stream" : `${wrong.join(", ")} cannot be a stream`;
    throw new lib_failure/* Failure */.HR("input", `expect: ${what}`, {
        hint: "separate the streams by commas: --expect prod,stage",
    });
}
/** The result of every folder, and of every expected stream without a folder; the worst first. */
function publishStatuses(folders, { published, unreadable, expected, }) {
    const lines = folders.map((folder) => {
        const said = { folder: folder.path, ...claimOf(folder) };
        if (published instanceof lib_failure/* Failure */.HR)
            return { ...said, became: "not published", why: published.message };
        const refusal = published.refused.find(({ path }) => path === folder.path);
        if (refusal !== undefined)
            return { ...said, became: "not published", why: refusal.failure.message };
        const became = published.added.includes(folder.path) ? "committed" : "there already";
        return { ...said, became, why: null };
    });
    const unread = unreadable.map(({ path, failure }) => ({
        folder: path,
        stream: null,
        became: "not published",
        outcome: null,
        why: failure.message,
    }));
    const came = new Set(lines.map(({ stream }) => stream));
    const absent = expected
        .filter((stream) => !came.has(stream))
        .map((stream) => ({
        stream,
        folder: null,
        became: "none came",
        outcome: null,
        why: "its job left no evidence",
    }));
    return [...absent, ...unread, ...lines].toSorted((a, b) => weight(b) - weight(a) || byName(a.stream ?? "", b.stream ?? ""));
}
/** The worst of all streams: 2, 3, 0. */
function exitCodeOf(lines) {
    const [worst] = lines;
    if (worst === undefined || weight(worst) === 0)
        return 0;
    return weight(worst) === 1 ? 3 : 2;
}
/** What no refusal reports: streams without a run, and collections that are not complete. */
function describeShortfalls(lines) {
    return lines.flatMap(({ stream, became, outcome, why }) => {
        if (became === "none came")
            return [`${stream}: no run came, ${why}`];
        return outcome === "partial" || outcome === "failed" ? [`${stream}: the collection is ${outcome}`] : [];
    });
}
function weight({ became, outcome }) {
    if (became === "none came")
        return 4;
    if (became === "not published")
        return 3;
    if (outcome === "failed")
        return 2;
    return outcome === "partial" ? 1 : 0;
}
const Claim = schemas/* looseObject */._H3({
    stream: schemas/* looseObject */._H3({ name: evidence_schema/* StreamName */.iN }),
    outcome: schemas/* enum */.k5n(["complete", "partial", "failed"]).nullable().default(null),
});
/** What a folder says of itself, signed or not. */
function claimOf({ files }) {
    const bytes = files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? files.get(evidence_gap/* GAP_NAME */.FN);
    const claim = bytes === undefined ? null : (0,json/* parseJson */.qF)(bytes, Claim);
    return { stream: claim?.stream.name ?? null, outcome: claim?.outcome ?? null };
}
function byName(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/cli/commands/publish.js



















/** Artifacts and streams are a few folders deep. */
const FOLDER_LEVELS = 8;
const TIMEOUT_MS = 10 * 60_000;
const publishCommand = {
    summary: "commit signed run folders, of any streams, in one commit",
    synopsis: "DIR… (--repository DIR | --github NAME) [flags]",
    words: { what: "one or more run folders", count: "many" },
    flags: {
        repository: { argument: "DIR", description: "A local git work tree." },
        github: { argument: "NAME", description: "A repository on GitHub, owner/name, with GITHUB_TOKEN." },
        branch: { argument: "BRANCH", description: "Branch on GitHub (default: its default branch)." },
        path: {
            argument: "PATH",
            description: "Folder of the repository that contains the streams (default .).",
        },
        "allow-public": { description: "Publish even if the repository is public." },
        expect: { argument: "STREAMS", description: "Comma-separated streams that must each have a run." },
        summary: { argument: "FILE", description: "Append a Markdown table of all streams to FILE." },
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "DIR is a run folder or a folder that contains some, such as downloaded artifacts. Nothing is signed here: each run must follow the last run of its stream, as after collect --commit false. A run that does not follow is rejected and named; the others are still published.",
        "With --key, --keys or an identity, only what verifies is committed. Without them no signature is verified: a run must name the signer of the last run of its stream, and a warning says so.",
        "Exit 0: all runs are in the repository. 2: at least one is not. With --expect, 2 also when a stream has no run or nothing was collected, 3 when a run is partial.",
    ],
    async run(given, { environment, log, print, cancellation }) {
        const expected = expectedStreams((0,flags/* flagText */.us)(given, "expect"));
        const trust = await (0,config_trust/* loadTrustIfGiven */.Ti)(given);
        const branch = await branchOf(given, environment);
        const { folders, unreadable } = await runFoldersIn(given.words, expected !== null);
        // The summary shows the result, or the failure.
        const published = await (0,lib_failure/* awaitFailure */.DT)(async () => publishFolders(folders, {
            branch,
            trust,
            verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
            signal: AbortSignal.any([cancellation(), AbortSignal.timeout(TIMEOUT_MS)]),
        }));
        const lines = publishStatuses(folders, { published, unreadable, expected: expected ?? [] });
        const commit = published instanceof lib_failure/* Failure */.HR ? null : (published.landed?.commit ?? null);
        const summary = (0,flags/* flagText */.us)(given, "summary");
        if (summary !== undefined)
            await appendSummary(summary, publishSummary(lines, { repository: branch.name, commit }));
        if (published instanceof lib_failure/* Failure */.HR) {
            for (const line of describeShortfalls(lines))
                log.warning((0,sanitize/* logLine */.BP)(line));
            throw published;
        }
        const { landed, added, alreadyThere } = published;
        for (const folder of added)
            print(`${folder}\n`);
        for (const folder of alreadyThere)
            log.info((0,sanitize/* logLine */.BP)(`${folder} is already in ${branch.name}`));
        if (landed !== null)
            log.info((0,sanitize/* logLine */.BP)(`commit ${landed.commit} of ${branch.name}, ${added.length} added`));
        for (const warning of [...published.warnings, ...(landed?.warnings ?? [])])
            log.warning((0,sanitize/* logLine */.BP)(warning));
        const undone = landed?.undone ?? [];
        const failures = [...unreadable, ...published.refused].map(({ failure }) => failure);
        for (const failure of [...failures, ...undone])
            log.warning((0,sanitize/* logLine */.BP)((0,lib_failure/* failureLine */.Pu)(failure)));
        if (expected === null)
            return failures.length + undone.length === 0 ? 0 : 2;
        for (const line of describeShortfalls(lines))
            log.warning((0,sanitize/* logLine */.BP)(line));
        return undone.length === 0 ? exitCodeOf(lines) : 2;
    },
};
async function appendSummary(file, text) {
    try {
        await (0,promises_.appendFile)(file, text);
    }
    catch (error) {
        const why = (0,lib_failure/* errorCode */.CA)(error);
        throw new lib_failure/* Failure */.HR("input", `summary: ${file} cannot be written (${why})`, { cause: error });
    }
}
async function branchOf(given, environment) {
    const [repository, github] = [(0,flags/* flagText */.us)(given, "repository"), (0,flags/* flagText */.us)(given, "github")];
    if ((repository === undefined) === (github === undefined)) {
        throw new lib_failure/* Failure */.HR("input", "publish takes one repository", {
            hint: "name a git work tree with --repository DIR, or --github OWNER/NAME",
        });
    }
    const inputs = (0,read_config/* readRepositoryInputs */.sb)({
        repository: github,
        "repository-token": github === undefined ? undefined : environment["GITHUB_TOKEN"],
        branch: (0,flags/* flagText */.us)(given, "branch"),
        path: (0,flags/* flagText */.us)(given, "path"),
    });
    if (repository !== undefined) {
        await ensureWorkTree(repository);
        return new LocalBranch({ folder: external_node_path_.resolve(repository), path: inputs.path });
    }
    if ((0,connections/* isTlsUnverified */.xY)(environment))
        throw new lib_failure/* Failure */.HR("input", read_config/* UNVERIFIED_TLS */.GQ);
    if (inputs.repository === null || inputs["repository-token"] === null) {
        throw new lib_failure/* Failure */.HR("input", "GITHUB_TOKEN: is needed to publish to GitHub", {
            hint: "set it as an environment variable; it needs contents: write in that repository",
        });
    }
    return new branch/* GitHubBranch */.k({
        repository: inputs.repository,
        token: inputs["repository-token"],
        branch: inputs.branch,
        path: inputs.path,
        apiUrl: (0,api_url/* gitHubApiUrl */.L)(environment),
        allowPublic: (0,flags/* isFlagSet */.HX)(given, "allow-public"),
        seed: false,
    });
}
/** Every run folder at or below these paths. Throws if a path has none, unless `mayBeNone`. */
async function runFoldersIn(paths, mayBeNone) {
    const folders = [];
    const unreadable = [];
    for (const each of paths) {
        const found = await runFoldersBelow(each, FOLDER_LEVELS);
        if (found.length === 0 && !mayBeNone) {
            throw new lib_failure/* Failure */.HR("unreadable", `${each} contains no run folder`, {
                hint: "name a folder such as prod/2026/2026-11-22/061731Z-123-1, or one above it",
            });
        }
        for (const folder of found) {
            const run = await (0,lib_failure/* awaitFailure */.DT)(async () => (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(folder)));
            if (run instanceof lib_failure/* Failure */.HR)
                unreadable.push({ path: folder, failure: run });
            else
                folders.push({ path: folder, files: run.files });
        }
    }
    return { folders, unreadable };
}
async function runFoldersBelow(folder, depth) {
    const entries = await readFolder(folder);
    if (entries.some(({ name }) => name === evidence_files/* EVIDENCE_NAME */.wm || name === evidence_files/* BUNDLE_NAME */.ft))
        return [folder];
    if (depth === 0)
        return [];
    const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const found = deeper.map(async ({ name }) => runFoldersBelow(external_node_path_.join(folder, name), depth - 1));
    return (await Promise.all(found)).flat().toSorted();
}
async function readFolder(folder) {
    try {
        return await (0,promises_.readdir)(folder, { withFileTypes: true });
    }
    catch (error) {
        const why = (0,lib_failure/* errorCode */.CA)(error);
        throw new lib_failure/* Failure */.HR("unreadable", `${folder} cannot be read as a folder (${why})`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/platform/heap.js
var heap = __webpack_require__(17061);
;// CONCATENATED MODULE: ./lib/report/render/csv.js

/** A spreadsheet that splits at another separator also finds the start of a cell after that separator. */
const AFTER_SEPARATOR = /(?<=[;,|\t])/u;
/**
 * What makes a spreadsheet take a cell for a formula, in each width, and the small and raised forms of the same signs.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?<start>["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u2212])/u;
/** A cell of Excel holds 32,767 UTF-16 units. */
const LONGEST_CELL = 32_000;
/** Excel takes UTF-8 for the local code page unless the file begins with this mark. */
const MARK = "\ufeff";
/** What parts the cells of a row, by its name: where a comma is the decimal sign, spreadsheets expect a semicolon. */
const SEPARATORS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };
/**
 * The rows as CSV after RFC 4180, every cell in quotes: UTF-8 with a byte order mark, lines ending in CRLF.
 * Each text is one line. An apostrophe precedes a text that a spreadsheet would take for a formula.
 */
function csvTable(columns, rows, separator = SEPARATORS.comma) {
    const headings = columns.map(([heading]) => heading);
    const cells = Array.from(rows, (row) => columns.map(([, cell]) => cell(row)));
    const lines = [headings, ...cells].map((line) => line.map(quoted).join(separator));
    return `${MARK}${lines.join("\r\n")}\r\n`;
}
/** A column of times in UTC. */
function timeColumn(what, time) {
    return [`${what} (UTC)`, (row) => timeCell(time(row))];
}
/** A time in UTC in a form that spreadsheets take for a time; null stays null, any other text as it is. */
function timeCell(instant) {
    return instant?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)Z$/, "$1 $2") ?? null;
}
function quoted(cell) {
    if (cell === null)
        return '""';
    if (typeof cell !== "string")
        return `"${cell}"`;
    const parts = (0,sanitize/* visibleLine */.P8)(cell, Infinity).split(AFTER_SEPARATOR);
    const harmless = parts.map((part) => part.replace(FORMULA, "$<start>'")).join("");
    // Apostrophes make a cell longer, and what a spreadsheet cuts off begins a cell of its own.
    return `"${(0,sanitize/* shortenMiddle */.jM)(harmless, LONGEST_CELL).replaceAll('"', '""')}"`;
}

;// CONCATENATED MODULE: ./lib/report/csv-columns.js


/** The counts of all items, in the order of their columns. */
const COUNTS = [
    "total",
    "critical",
    "high",
    "open",
    "underReview",
    "archived",
    "passing",
    "failing",
    "notEvaluated",
    "muted",
];
/** How exact the counts of the row's item are, and each of them. A count that is not known is an empty cell. */
function countColumns(itemOf) {
    return [
        ["counts are", (row) => exactnessOf(itemOf(row))],
        ...COUNTS.map((count) => [(0,words/* countLabel */.Qk)(count), (row) => itemOf(row)?.counts?.[count] ?? null]),
    ];
}
function exactnessOf(item) {
    if (item === null)
        return null;
    if (item.counts === null)
        return "not known";
    return item.status === "partial" ? "at least" : "exact";
}
/** The worst result of the row's expectations, and the ids of those that are broken. */
function resultColumns(resultsOf) {
    return [
        ["expectations", (row) => (0,describe_result/* worstResultOf */.W)(resultsOf(row).map(({ result }) => result))],
        [
            "broken expectations",
            (row) => resultsOf(row)
                .flatMap(({ id, result }) => (result === "broken" ? [id] : []))
                .join(" "),
        ],
    ];
}

;// CONCATENATED MODULE: ./lib/report/period/csv.js




const COLUMNS = [
    timeColumn("from", ({ slot }) => slot?.from ?? null),
    timeColumn("to", ({ slot }) => slot?.to ?? null),
    ["slot", ({ slot }) => slot?.state ?? "another run"],
    ["why", ({ slot }) => slot?.detail ?? null],
    ["run", ({ run }) => run?.place ?? null],
    timeColumn("collected at", ({ run }) => run?.collectedAt ?? null),
    ["sequence", ({ run }) => run?.sequence ?? null],
    ["outcome", ({ run }) => run && (run.outcome ?? "declared gap")],
    ["verdict", ({ run, isVerified }) => run && (isVerified ? "genuine" : "not verified")],
    ["item", ({ item }) => item?.id ?? null],
    ["collection", ({ item }) => item?.status ?? null],
    ["reason", ({ item }) => item?.reason?.code ?? null],
    ["state", ({ item }) => item?.state ?? null],
    ...countColumns(({ item }) => item),
    ["controls", ({ item }) => item && (0,words/* controlsOnOneLine */.Af)(item.controls)],
    ["sha256", ({ run }) => run?.contentSha256 ?? null],
    ...resultColumns(({ run, item }) => (run?.expectations ?? []).filter((each) => each.item === item?.id)),
];
/**
 * A period as CSV: a row for each item of the run that names each slot, and one for each slot without a run,
 * so that the rows are the population to sample from. Then the runs that name no slot.
 */
function slotsCsv({ verdict, runs, isVerified }, separator) {
    const findRun = runFinder(runs);
    const named = new Set(verdict.slotList.map(({ run }) => run));
    const rows = [
        ...verdict.slotList.map((slot) => ({ slot, run: findRun(slot.run) ?? null })),
        ...runs.filter(({ place }) => !named.has(place)).map((run) => ({ slot: null, run })),
    ].flatMap(({ slot, run }) => {
        const items = (run?.items ?? []).map((item) => ({ slot, run, item, isVerified }));
        return items.length === 0 ? [{ slot, run, item: null, isVerified }] : items;
    });
    return csvTable(COLUMNS, rows, separator);
}

// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
;// CONCATENATED MODULE: ./lib/report/run/load-report.js






/** What the report of a run shows, read and not verified. Throws a `Failure` where the evidence cannot be used. */
function loadSignedRun(folder) {
    const files = [...folder.files]
        .flatMap(([name, bytes]) => (name === evidence_files/* BUNDLE_NAME */.ft ? [] : [(0,evidence_file/* fileOf */.W7)(name, bytes)]))
        .toSorted((a, b) => Number(b.name === evidence_files/* EVIDENCE_NAME */.wm) - Number(a.name === evidence_files/* EVIDENCE_NAME */.wm));
    const evidence = (0,read_folder/* readEvidenceFile */.M)(folder);
    const policy = (0,derive_policy/* shownPolicy */.oF)(evidence, folder.files.get(schema/* POLICY_NAME */.xl));
    return { evidence, files, policy, ...signedPart(folder) };
}
/** What a bundle says of itself, not verified: for showing only. A damaged one says nothing; verify reports that. */
function signedPart({ bundle }) {
    if (bundle === null || "trouble" in bundle || "trouble" in bundle.statement) {
        return { statement: null, signedBy: null };
    }
    const { value } = bundle.statement;
    return {
        statement: value.predicateType === statement/* PREDICATE_TYPE */.To ? value : null,
        signedBy: bundle.signer.kind === "key" ? bundle.signer.fingerprint : null,
    };
}

// EXTERNAL MODULE: ./lib/report/run/report.js + 12 modules
var report = __webpack_require__(76787);
// EXTERNAL MODULE: ./lib/report/run/model.js
var model = __webpack_require__(40085);
;// CONCATENATED MODULE: ./lib/report/run/csv.js





/**
 * The records of an item as CSV, in the order of the file. Every row says of which run it is, what it supports and how
 * completely the records were collected, because rows are copied without their report.
 */
function recordsCsv(item, { evidence, policy, separator, }) {
    const waived = (0,policy_waivers/* waivedRecords */.pP)(policy, { collectedAt: evidence.collectedAt, item: item.id });
    const about = [
        ["stream", () => evidence.stream.name],
        ["run", () => evidence.run.id],
        timeColumn("collected at", () => evidence.collectedAt),
        ["controls", () => (0,words/* controlsOnOneLine */.Af)(item.controls)],
        ["records", () => ((0,words/* isFloor */.b5)(item) ? "at least these" : "all")],
    ];
    const waivers = [
        "waivers",
        ({ id }) => waived.get(id)?.join(" ") ?? null,
    ];
    if (item.id === "security-signals")
        return csvTable([...about, ...SIGNAL, waivers], item.records, separator);
    if (item.id === "compliance-monitors")
        return csvTable([...about, ...MONITOR, waivers], item.records, separator);
    return csvTable([...about, ...FINDING, waivers], item.records, separator);
}
/** A run as CSV, a row for each item. Counts that are not known are empty cells. */
function runCsv(run, separator) {
    const rows = run.evidence.items.map((item) => ({ run, item }));
    return csvTable(RUN_COLUMNS, rows, separator);
}
const SIGNAL = [
    ["severity", ({ severity }) => severity],
    ["title", ({ title }) => title],
    timeColumn("timestamp", ({ timestamp }) => timestamp),
    ["triage", ({ triage }) => triage.state],
    timeColumn("triage changed", ({ triage }) => triage.changed),
    ["archive reason", ({ triage }) => triage.archiveReason],
    ["assigned", ({ triage }) => triage.assigned],
    ["incidents", ({ triage }) => triage.incidents],
    ["rule id", ({ rule }) => rule?.id ?? null],
    ["rule", ({ rule }) => rule?.name ?? null],
    ["rule type", ({ rule }) => rule?.type ?? null],
    timeColumn("first seen", ({ firstSeen }) => firstSeen),
    timeColumn("last seen", ({ lastSeen }) => lastSeen),
    ["tags", ({ tags }) => tags.join(" ")],
    ["id", ({ id }) => id],
    ["link", ({ link }) => link],
];
const MONITOR = [
    ["verdict", ({ verdict }) => (verdict === "notEvaluated" ? "not evaluated" : verdict)],
    ["name", ({ name }) => name],
    ["state", ({ state }) => state],
    timeColumn("state since", ({ stateSince }) => stateSince),
    ["type", ({ type }) => type],
    ["muted", ({ muted }) => muted],
    ["muted scope", ({ mutedScope }) => mutedScope ?? null],
    timeColumn("muted until", ({ mutedUntil }) => mutedUntil),
    ["draft", ({ draft }) => draft],
    ["paused", ({ paused }) => paused],
    ["watches the clock", ({ watchesClock }) => watchesClock],
    timeColumn("modified", ({ modified }) => modified),
    ["definition sha256", ({ definitionSha256 }) => definitionSha256],
    ["tags", ({ tags }) => tags.join(" ")],
    ["id", ({ id }) => id],
    ["link", ({ link }) => link],
];
const FINDING = [
    ["severity", ({ severity }) => severity],
    ["title", ({ title }) => title],
    ["status", ({ status }) => status],
    ["muted", ({ muted }) => muted],
    ["mute reason", ({ muteReason }) => muteReason],
    timeColumn("mute expires", ({ muteExpires }) => muteExpires),
    timeColumn("first seen", ({ firstSeen }) => firstSeen),
    timeColumn("changed", ({ changed }) => changed),
    ["rule id", ({ rule }) => rule?.id ?? null],
    ["rule", ({ rule }) => rule?.name ?? null],
    ["resource", ({ resource }) => resource],
    ["resource type", ({ resourceType }) => resourceType],
    ["cloud", ({ cloudProvider }) => cloudProvider],
    ["id", ({ id }) => id],
    ["link", ({ link }) => link],
];
const RUN_COLUMNS = [
    ["stream", ({ run }) => run.evidence.stream.name],
    ["site", ({ run }) => run.evidence.source.site],
    timeColumn("collected at", ({ run }) => run.evidence.collectedAt),
    ["run", ({ run }) => run.evidence.run.id],
    ["attempt", ({ run }) => run.evidence.run.attempt],
    ["sequence", ({ run }) => run.statement?.predicate.sequence ?? null],
    ["outcome", ({ run }) => run.evidence.outcome],
    ["item", ({ item }) => item.id],
    ["collection", ({ item }) => item.collection.status],
    ["grade", ({ item }) => item.collection.grade],
    ["reason", ({ item }) => item.collection.reason?.code ?? item.result.reason?.code ?? null],
    ["state", ({ item }) => item.result.state],
    ...countColumns(({ item }) => ({ status: item.collection.status, counts: item.result.counts })),
    ["controls", ({ item }) => (0,words/* controlsOnOneLine */.Af)(item.controls)],
    ["population", ({ item }) => item.population.size],
    ...resultColumns(({ run: { evidence }, item }) => (evidence.policy?.results ?? []).filter((result) => result.item === item.id)),
    ["evidence.json sha256", ({ run }) => (0,model/* evidenceSha256Of */.G)(run)],
];

;// CONCATENATED MODULE: ./lib/cli/options/separator.js



/** The flag of commands that print CSV. */
const SEPARATOR_FLAG = {
    separator: {
        argument: "NAME",
        description: `With csv: ${Object.keys(SEPARATORS).join(", ")}, or the character itself. Default: comma.`,
    },
};
/** The separator that was asked for; undefined where none was. Throws a `Failure` for another word, or without CSV. */
function separatorFrom(given, format) {
    const said = (0,flags/* flagText */.us)(given, "separator");
    if (said === undefined)
        return undefined;
    if (format !== "csv")
        throw new lib_failure/* Failure */.HR("input", "--separator belongs to --format csv");
    const found = Object.entries(SEPARATORS).find(([name, sign]) => said === name || said === sign);
    if (found !== undefined)
        return found[1];
    throw new lib_failure/* Failure */.HR("input", `--separator is one of ${Object.keys(SEPARATORS).join(", ")}`);
}

;// CONCATENATED MODULE: ./lib/cli/commands/report.js






















const FORMATS = ["html", "md", "csv"];
/** A period in each format. */
const PERIOD_FORMATS = {
    html: periodHtml,
    md: periodMarkdown,
    csv: slotsCsv,
};
const reportCommand = {
    summary: "show a run or a period as a page or a table",
    synopsis: "FOLDER [--format FORMAT] [flags]",
    words: ONE_FOLDER,
    flags: {
        format: { argument: "FORMAT", description: "html (default), md or csv." },
        item: {
            argument: "ID",
            description: `With csv: the records of ${evidence_schema/* ITEM_IDS */.FT.join(", ")}. Without it, the counts of the run.`,
        },
        ...SEPARATOR_FLAG,
        out: { argument: "FILE", description: "Write to FILE, which must not exist, instead of printing." },
        ...PERIOD_FLAGS,
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "FOLDER is the folder of a run, a stream, or a repository with one stream. The report of a run shows its content; verify checks whether the run is genuine. The report of a stream is verified if --key or another flag names what to trust; without one, the report says in large letters that it was not verified.",
        "The page contains no script and needs no network. CSV is UTF-8 with a byte order mark; text that a spreadsheet would take for a formula gets an apostrophe in front.",
    ],
    examples: [
        ["one run, to read, print or send", "datadog-evidence report RUN_FOLDER > report.html"],
        ["its monitors as a table", "datadog-evidence report RUN_FOLDER --format csv --item compliance-monitors"],
        ["a period for an auditor", "datadog-evidence report STREAM --from 2026-04-01 --to 2026-09-30 --key KEY"],
    ],
    async run(given, { print }) {
        (0,heap/* keepHeapSmall */.p)();
        const asked = reportArguments(given);
        const [folder = ""] = given.words;
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(folder));
        if (found.kind === "run")
            refusePeriodFlags(given);
        const text = found.kind === "run"
            ? runReportText(await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(folder)), asked)
            : await periodReportText(found.streams, { given, folder, asked });
        if (asked.out === undefined)
            print(text);
        else if (!(await writeNewFile(asked.out, text)))
            throw new lib_failure/* Failure */.HR("input", `${asked.out} already exists`, { hint: "name another file, or remove it" });
        return 0;
    },
};
/** Reads the flags. Throws one `Failure` that names every problem. */
function reportArguments(given) {
    const said = { format: (0,flags/* flagText */.us)(given, "format") ?? "html", item: (0,flags/* flagText */.us)(given, "item") };
    const format = FORMATS.find((known) => known === said.format);
    const item = evidence_schema/* ITEM_IDS */.FT.find((known) => known === said.item);
    const problems = [
        ...(format === undefined ? [`--format is one of ${FORMATS.join(", ")}`] : []),
        ...(said.item !== undefined && item === undefined ? [`--item is one of ${evidence_schema/* ITEM_IDS */.FT.join(", ")}`] : []),
        ...(said.item !== undefined && format !== "csv" ? ["--item belongs to --format csv"] : []),
    ];
    if (format !== undefined && problems.length === 0)
        return { format, item, out: (0,flags/* flagText */.us)(given, "out"), separator: separatorFrom(given, format) };
    throw argumentFailure("report", `report: ${problems.join("; ")}`);
}
async function periodReportText(streams, { given, folder, asked }) {
    if (asked.item !== undefined) {
        throw new lib_failure/* Failure */.HR("input", "--item needs a run folder, and this is a stream", {
            hint: "name a run folder, or leave --item out",
        });
    }
    const now = new Date();
    const trust = await (0,config_trust/* loadTrustIfGiven */.Ti)(given);
    const period = periodFrom(given, now);
    const witness = await copiesToCompare(given, { folder, trust });
    const reported = await loadPeriodReport(streams, { trust, asked: period, witness, now, folder });
    return PERIOD_FORMATS[asked.format](reported, asked.separator);
}
/** The copies that `--witness` names; null where it was not given. Throws where nothing is trusted. */
async function copiesToCompare(given, { folder, trust }) {
    const copies = (0,flags/* flagText */.us)(given, "witness");
    if (copies === undefined)
        return null;
    if (trust !== null)
        return (0,config_trust/* readOtherCopies */.WW)(copies, { path: folder, trust });
    throw new lib_failure/* Failure */.HR("input", "witness: comparing copies needs a key or another flag that names what to trust", { hint: "name the public key of the people who signed: --key signing-key.pub.pem" });
}
function runReportText(folder, { format, item, separator }) {
    if (item !== undefined) {
        const evidence = (0,read_folder/* readWholeEvidence */.D9)(folder);
        const policy = (0,derive_policy/* shownPolicy */.oF)(evidence, folder.files.get(schema/* POLICY_NAME */.xl));
        return recordsCsv(listable(evidence, item), { evidence, policy, separator });
    }
    const run = loadSignedRun(folder);
    if (format === "csv")
        return runCsv(run, separator);
    return format === "html" ? (0,page/* reportHtml */.Ew)((0,report/* runReport */.q)(run)) : (0,page/* reportMarkdown */.uL)((0,report/* runReport */.q)(run));
}
/** The item with its records. Throws if an empty table would look as if there were none. */
function listable({ items }, id) {
    const item = items.find((each) => each.id === id);
    if (item === undefined) {
        throw new lib_failure/* Failure */.HR("input", `the run did not collect ${words/* ITEM_NAMES */.fH[id]}`, { hint: "name another --item" });
    }
    const { status, reason } = item.collection;
    if (status === "complete" || item.records.length > 0)
        return item;
    throw new lib_failure/* Failure */.HR("input", `the ${words/* ITEM_NAMES */.fH[id]} are ${status} and have no records, so an empty table would be misleading`, { hint: reason === null ? undefined : (0,lib_failure/* failureLine */.Pu)(reason) });
}

// EXTERNAL MODULE: ./lib/verify/stream/sample.js
var sample = __webpack_require__(55706);
;// CONCATENATED MODULE: ./lib/cli/commands/sample.js


















const sampleCommand = {
    summary: "write a folder with the runs that an auditor chose",
    synopsis: "STREAM --out DIR (--dates DAYS | --count N --nonce TEXT) --key PEM",
    words: ONE_FOLDER,
    flags: {
        out: { argument: "DIR", description: "Write the sample to DIR, which must be empty or not exist." },
        dates: { argument: "DAYS", description: "The days that the auditor named, separated by commas." },
        count: { argument: "N", description: "Number of runs to draw at random." },
        nonce: {
            argument: "TEXT",
            description: "With --count: a text that the auditor chose, so that nobody can steer the draw.",
        },
        from: { argument: "DAY", description: "Start of the period, a UTC date or time." },
        to: { argument: "DAY", description: "End of the period, a UTC date, which is included, or time." },
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "The sample contains the signed statement of every run of the period and of the runs before and after it, the evidence of the chosen runs, sample.json, report.html and VERIFY.md. The period is verified first; a period that is not genuine gives no sample.",
        "The draw can be repeated: seed = sha256 of the last statement, a newline and the nonce; the runs with the smallest sha256 of seed, newline and statement are chosen. verify repeats it.",
    ],
    examples: [
        ["25 runs of half a year", "datadog-evidence sample prod --count 25 --nonce 4711 --out sample --key KEY"],
    ],
    async run(given, { print, log }) {
        const [folder = ""] = given.words;
        const { out, wish } = sampleArguments(given);
        const trust = await (0,config_trust/* loadTrust */.Vc)(given);
        const now = new Date();
        const asked = periodFrom(given, now);
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(folder));
        if (found.kind === "run")
            throw new lib_failure/* Failure */.HR("input", `${folder} is one run, so there is nothing to choose`);
        await ensureEmpty(out);
        const { streams } = found;
        const reported = await loadPeriodReport(streams, { trust, asked, witness: null, now, folder });
        const drawn = drawSample(reported, wish);
        const [stream] = streams;
        if (stream === undefined)
            throw new Error("a report was made of no stream");
        await writeSample(out, { stream, reported, drawn });
        const { runs, population, without } = drawn;
        print(`${out}: the evidence of ${runs.length} of ${population} runs\n`);
        for (const date of without)
            log.warning(`no run was collected on ${date}, so the sample has none of that day`);
        return without.length > 0 ? 3 : 0;
    },
};
/** Reads the flags. Throws one `Failure` that names every problem. */
function sampleArguments(given) {
    const out = (0,flags/* flagText */.us)(given, "out");
    const named = (0,flags/* flagText */.us)(given, "dates");
    const dates = named === undefined ? undefined : listDays(named);
    const nonce = (0,flags/* flagText */.us)(given, "nonce");
    const count = (0,flags/* flagText */.us)(given, "count");
    const isLot = nonce !== undefined || count !== undefined;
    const problems = [
        ...(out === undefined || out === "" ? ["name a folder with --out DIR"] : []),
        ...(dates === undefined && !isLot ? ["name --dates, or --count and --nonce"] : []),
        ...(dates !== undefined && isLot ? ["--dates and --count exclude one another"] : []),
        ...(dates === null ? ["--dates is a list of days such as 2026-04-01,2026-05-17"] : []),
        ...(isLot && !isCount(count ?? "") ? ["--count is a number of runs"] : []),
        ...(isLot && !/^[^\p{C}]{1,200}$/u.test(nonce ?? "")
            ? ["--nonce is one line of at most 200 characters"]
            : []),
    ];
    if (problems.length > 0 || out === undefined) {
        throw argumentFailure("sample", `sample: ${problems.join("; ")}`);
    }
    if (dates)
        return { out, wish: { kind: "dates", dates } };
    return { out, wish: { kind: "nonce", nonce: nonce ?? "", count: Number(count) } };
}
/** Draws the sample. Throws if the period is not genuine or has no run to choose. */
function drawSample({ verdict, runs }, wish) {
    const { exitCode, period, last, problems, unchecked } = verdict;
    if (exitCode === 1 || exitCode === 2) {
        const [first] = problems;
        const why = first?.detail ?? unchecked[0]?.why ?? "there is no run";
        throw new lib_failure/* Failure */.HR("not-genuine", `the period does not verify, so no sample is made: ${why}`, {
            hint: "see: datadog-evidence verify",
        });
    }
    const population = runs.filter(({ outcome }) => outcome !== null);
    if (period === null || last === null || population.length === 0) {
        throw new lib_failure/* Failure */.HR("input", "the period has no run to choose", {
            hint: "name other days with --from and --to",
        });
    }
    const head = last.statement;
    const chosenBy = wish.kind === "dates"
        ? { kind: "dates", dates: [...wish.dates] }
        : { ...wish, seed: (0,sample/* lotSeed */.lY)(head, wish.nonce) };
    const choosable = population.map((run) => ({
        place: run.place,
        statement: run.statementSha256,
        contentSha256: run.contentSha256,
        collectedAt: Date.parse(run.collectedAt),
    }));
    return {
        schema: "datadog-evidence-sample/v1",
        stream: verdict.stream,
        period,
        head,
        population: population.length,
        chosenBy,
        runs: (0,sample/* selectRuns */.b0)(choosable, { head, chosenBy })
            .map(({ place, statement, contentSha256 }) => ({ run: place, statement, evidence: contentSha256 }))
            .toSorted((a, b) => (a.run < b.run ? -1 : 1)),
        without: chosenBy.kind === "dates" ? [...(0,sample/* datesWithoutRun */.JB)(choosable, chosenBy.dates)] : [],
    };
}
async function writeSample(out, { stream, reported, drawn }) {
    const places = new Set(drawn.runs.map(({ run }) => run));
    for (const run of [...reported.runs, ...reported.neighbours]) {
        const { files } = await (0,read_folder/* readRunFolder */.MW)(stream.files, run.place);
        // A chosen run or a declared gap has all its signed files, any other run only its bundle.
        const isWhole = run.outcome === null || places.has(run.place);
        const kept = [...files].filter(([name]) => name === evidence_files/* BUNDLE_NAME */.ft || (isWhole && (0,read_folder/* isRunFile */.QN)(name)));
        await (0,write_folder/* writeRunFolder */.Rq)(external_node_path_.join(out, stream.name, run.place), kept.map(([name, bytes]) => (0,evidence_file/* fileOf */.W7)(name, bytes)));
    }
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, sample/* SAMPLE_NAME */.pl), `${JSON.stringify(drawn, null, 2)}\n`);
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, "report.html"), periodHtml(reported));
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, "VERIFY.md"), (0,verify_guide/* verifyGuide */.k)());
}
async function ensureEmpty(folder) {
    const entries = await (0,promises_.readdir)(folder).catch((error) => {
        if ((0,lib_failure/* errorCode */.CA)(error) === "ENOENT")
            return [];
        throw new lib_failure/* Failure */.HR("input", `out: ${folder} is no folder that can be written`, { cause: error });
    });
    if (entries.length > 0) {
        throw new lib_failure/* Failure */.HR("input", `out: ${folder} is not empty`, {
            hint: "name a folder that does not exist yet",
        });
    }
}

// EXTERNAL MODULE: ./lib/report/register/document.js
var register_document = __webpack_require__(99757);
;// CONCATENATED MODULE: ./lib/report/register/formats.js






const formats_COLUMNS = [
    ["stream", ({ stream }) => stream.name],
    ["folder", ({ stream }) => stream.folder],
    ["site", ({ stream }) => stream.site],
    ["organization", ({ stream }) => stream.organization],
    ["organization id", ({ stream }) => stream.verdict.organization],
    ["verified", ({ stream }) => stream.verified],
    ["item", ({ item }) => item.id],
    ["state", ({ item }) => item.state],
    ["status", ({ item }) => item.status],
    ["freshness", ({ item }) => item.freshness],
    ["counted", ({ item }) => item.counted],
    ["controls", ({ item }) => (0,words/* controlsByFramework */.qF)(item.controls).join("; ")],
    timeColumn("collected at", ({ item }) => item.collectedAt),
    timeColumn("valid until", ({ item }) => item.validUntil),
    timeColumn("next due", ({ item }) => item.nextDue),
    ["not from Datadog", ({ stream }) => stream.verdict.notFromDatadog?.servers.join(", ") ?? ""],
    ["link", ({ item }) => item.link],
];
/** The register as CSV, a row for each item. */
function registerCsv({ streams }, separator) {
    const rows = streams.flatMap((stream) => stream.items.map((item) => ({ stream, item })));
    return csvTable(formats_COLUMNS, rows, separator);
}
/** The register for programs. */
function registerJson({ streams, exitCode, madeAt }) {
    const shown = streams.map(({ name, folder, site, organization, verified, verdict, items }) => ({
        name,
        folder,
        site,
        organization,
        organizationId: verdict.organization,
        verified,
        notFromDatadog: verdict.notFromDatadog,
        runs: verdict.runs.found,
        chain: { from: verdict.chain.from, to: verdict.chain.to },
        items,
    }));
    return `${JSON.stringify({ exitCode, madeAt, streams: shown }, null, 2)}\n`;
}
/** The register for a terminal. */
function registerText(register, style) {
    const { width, paint } = style;
    const tone = { 0: "good", 1: "bad", 2: "bad", 3: "doubtful" };
    const lines = [
        ...(0,register_document/* originOf */.yv)(register).flatMap((text) => (0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(text), width)),
        paint(register.isVerified ? tone[register.exitCode] : "doubtful", (0,register_document/* registerWord */.q4)(register)),
        ...(0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)((0,register_document/* registerSentence */.pu)(register)), width),
        ...(0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)((0,register_document/* verificationSentence */.R5)(register)), width),
        ...register.streams.flatMap((stream) => ["", ...formats_streamLines(stream, style)]),
    ];
    return `${lines.join("\n")}\n`;
}
function formats_streamLines(stream, style) {
    const about = [
        stream.name,
        ...(0,register_document/* sourceParts */.YI)(stream),
        (0,register_document/* runsInWords */.zF)(stream),
        stream.verified ? "verified" : "not verified",
    ];
    return [
        ...(0,wrap/* wrapText */.C1)((0,sanitize/* logLine */.BP)(about.join(", ")), style.width),
        ...stream.items.flatMap((item) => itemLines(item, style)),
    ];
}
function itemLines(item, { width, paint }) {
    const { freshness, state } = item;
    const controls = (0,words/* controlsByFramework */.qF)(item.controls).join("; ");
    const facts = [
        `counted: ${item.counted}`,
        `controls: ${controls === "" ? "none" : controls}`,
        `collected ${item.collectedAt}, valid until ${item.validUntil}, next due ${item.nextDue}`,
        item.link,
    ];
    return [
        `  ${(0,lib_failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])}: ${state}, ${paint(freshness === "fresh" ? "good" : "bad", freshness)}`,
        ...facts.flatMap((fact) => (0,wrap/* wrapLabelled */.aH)("", (0,sanitize/* logLine */.BP)(fact), { indent: 4, width })),
    ];
}

// EXTERNAL MODULE: ./lib/report/register/register.js
var register_register = __webpack_require__(88813);
;// CONCATENATED MODULE: ./lib/cli/commands/status.js










const status_FORMATS = ["text", "html", "md", "csv"];
const FORMATTED = { html: register_document/* registerHtml */.Td, md: register_document/* registerMarkdown */.XJ, csv: registerCsv };
const statusCommand = {
    summary: "list every item of every stream, and whether it is fresh",
    synopsis: "FOLDER [--format FORMAT] [flags]",
    words: { what: "one folder: of a stream or a repository", count: 1 },
    flags: {
        format: { argument: "FORMAT", description: "text (default), html, md or csv." },
        ...SEPARATOR_FLAG,
        json: { description: "Print the register as JSON." },
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "The register: item, state, counts, controls, when it was collected, until when it is valid, when the next run is due, and where to look. With --key or another flag that names what to trust, every run is verified; without one, the register says that nothing was.",
        "Exit 0: all fresh. 3: something is stale or missing. With trust given also 1: not genuine, and 2: could not be checked.",
        config_trust/* TRUST_NOTES */.vs,
    ],
    examples: [
        ["is everything fresh?", "datadog-evidence status compliance-evidence --key signing-key.pub.pem"],
        ["the register as a page", "datadog-evidence status compliance-evidence --format html > register.html"],
    ],
    async run(given, { print, width, paint }) {
        (0,heap/* keepHeapSmall */.p)();
        const said = (0,flags/* flagText */.us)(given, "format") ?? "text";
        const format = status_FORMATS.find((known) => known === said);
        if (format === undefined) {
            throw new lib_failure/* Failure */.HR("input", `status: --format is one of ${status_FORMATS.join(", ")}`, {
                hint: "for JSON, use --json",
            });
        }
        const separator = separatorFrom(given, format);
        const [folder = ""] = given.words;
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(folder));
        if (found.kind === "run") {
            throw new lib_failure/* Failure */.HR("input", `${folder} is the folder of one run, and status covers streams`, {
                hint: "name the folder of a stream or the repository; for one run, use report or verify",
            });
        }
        const trust = await (0,config_trust/* loadTrustIfGiven */.Ti)(given);
        const register = await (0,register_register/* loadRegister */.Ku)(found.streams, { trust, now: new Date() });
        if ((0,flags/* isFlagSet */.HX)(given, "json"))
            print(registerJson(register));
        else if (format === "text")
            print(registerText(register, { width, paint }));
        else
            print(FORMATTED[format](register, separator));
        return register.exitCode;
    },
};

;// CONCATENATED MODULE: ./lib/cli/terminal-style.js

const COLOURS = { good: "green", bad: "red", doubtful: "yellow" };
/** Colours for the stream; none where it is a pipe or a file, or where `NO_COLOR` is set. */
function painterFor(stream) {
    return (tone, text) => (0,external_node_util_.styleText)(COLOURS[tone], text, { stream });
}
/** The tone of lines of a verdict, by how they begin. */
const VERDICT_TONES = [
    [/^Genuine, but|^Not checked/, "doubtful"],
    [/^Genuine/, "good"],
    [/^Not genuine|^× /, "bad"],
];
/** The text of a verdict, its sentence and its failed checks in colour. */
function paintVerdict(text, paint) {
    const lines = text.split("\n").map((line) => {
        const tone = VERDICT_TONES.find(([begin]) => begin.test(line))?.[1];
        return tone === undefined ? line : paint(tone, line);
    });
    return lines.join("\n");
}
/** The columns that every terminal shows, also used for a pipe. */
const USUAL_WIDTH = 80;
/** Longer lines are hard to read, shorter ones break every word. */
const [SHORTEST_WIDTH, LONGEST_WIDTH] = [40, 120];
/** Columns to write lines for: those of the terminal, within reason. */
function widthOf({ isTTY, columns }) {
    if (isTTY !== true || columns === undefined || columns === 0)
        return USUAL_WIDTH;
    return Math.min(LONGEST_WIDTH, Math.max(SHORTEST_WIDTH, columns));
}

// EXTERNAL MODULE: ./lib/evidence/origin.js
var origin = __webpack_require__(34791);
;// CONCATENATED MODULE: ./lib/report/run/verdict-text.js





/** The checks of a run, a line each, and what they come to; then the expectations, which may be required. */
function runVerdictText(verdict, areRequired) {
    const lines = verdict.findings.map(({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(11)} ${(0,sanitize/* logLine */.BP)(detail)}`);
    const sentence = (0,sanitize/* logLine */.BP)(runVerdictSentence(verdict));
    return `${[...originLines(verdict), ...lines, sentence, ...expectationLines(verdict, areRequired)].join("\n")}\n`;
}
/** That the evidence is not from Datadog, where it is not. */
function originLines({ run }) {
    return run?.evidence == null ? [] : (0,words/* runOriginSentences */.OB)(run.evidence).map(sanitize/* logLine */.BP);
}
/** What the checks of a run come to, in a sentence. */
function runVerdictSentence({ isUnchecked, run }) {
    if (isUnchecked)
        return "Not checked: neither genuine nor a forgery, for the reason above.";
    if (run === null)
        return "Not genuine.";
    const { evidence, gap } = run;
    if (gap !== null) {
        return `Genuine: somebody declared the gap from ${gap.range.from} to ${gap.range.to} of stream ${gap.stream.name}.`;
    }
    if (evidence === null)
        return "Genuine.";
    const { stream, source, collectedAt, outcome } = evidence;
    const server = (0,origin/* otherServerOf */.NZ)(source);
    const system = server === null ? "Datadog" : `not from Datadog, but from ${server}`;
    const from = `${system}, ${source.site}, organisation ${source.organizationId ?? "not known"}`;
    const what = `evidence of stream ${stream.name}, collected ${collectedAt} (${from})`;
    if ((0,run_verdict/* isSignedLate */.xI)(run)) {
        const when = run.signedAt === null ? "at a time that nothing proves" : `at ${run.signedAt}`;
        const how = outcome === "complete" ? "" : `, and the collection is ${outcome}`;
        return `Genuine, but signed late, ${when}${how}: ${what}.`;
    }
    return outcome === "complete"
        ? `Genuine and complete: ${what}.`
        : `Genuine, but the collection is ${outcome}: ${what}.`;
}
/** The results of the policy that the run was given: those that are not met one by one. */
function expectationLines({ run }, areRequired) {
    const evidence = run?.evidence ?? null;
    if (evidence === null)
        return [];
    if (evidence.policy === null) {
        return areRequired ? ["Expectations are required, and the run was given no policy."] : [];
    }
    const results = (0,describe_result/* resultsWorstFirst */.iX)(evidence);
    const others = results.filter(({ result }) => result !== "met");
    const isShort = areRequired && !(0,run_verdict/* hasHeldPolicy */.Ms)({ evidence });
    return [
        `Expectations: ${results.length - others.length} of ${results.length} met. ${describe_result/* GIVEN_BY_THE_RUN */.SO}`,
        ...(isShort ? ["Expectations are required, and some are broken or unknown."] : []),
        ...others.map((result) => `  ${(0,sanitize/* logLine */.BP)((0,describe_result/* describeResult */.dy)(result))}`),
    ];
}
function verdictOf({ isGenuine, isUnchecked }) {
    if (isUnchecked)
        return "not-checked";
    return isGenuine ? "genuine" : "not-genuine";
}
/** The verdict for programs. */
function runVerdictJson(verdict, areRequired) {
    const { findings, run, remarks } = verdict;
    const answer = {
        verdict: verdictOf(verdict),
        exitCode: (0,run_verdict/* exitCodeOf */.FO)(verdict, areRequired),
        signedBy: run?.signedBy ?? null,
        signedAt: run?.signedAt ?? null,
        signedLate: run === null ? null : (0,run_verdict/* isSignedLate */.xI)(run),
        assurance: run?.reached ?? null,
        evidenceSha256: run?.contentSha256 ?? null,
        statementSha256: run?.statementSha256 ?? null,
        notFromDatadog: run?.evidence == null ? null : (0,origin/* otherServerOf */.NZ)(run.evidence.source),
        run: run && {
            stream: run.statement.predicate.stream.name,
            site: run.statement.predicate.stream.site,
            organization: run.evidence?.source.organizationId ?? null,
            collectedAt: run.statement.predicate.collectedAt,
            outcome: run.evidence?.outcome ?? null,
            id: run.statement.predicate.run.id,
            attempt: run.statement.predicate.run.attempt,
            sequence: run.statement.predicate.sequence,
        },
        expectations: run?.evidence?.policy?.results ?? null,
        checks: findings,
        remarks,
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/verify/run/verify-run.js
var verify_run = __webpack_require__(58702);
// EXTERNAL MODULE: ./lib/cli/verify-threads.js
var verify_threads = __webpack_require__(16001);
// EXTERNAL MODULE: ./lib/verify/trust/read-trust.js + 1 modules
var read_trust = __webpack_require__(66833);
;// CONCATENATED MODULE: ./lib/cli/commands/verify.js

















const verify_verifyCommand = {
    summary: "check a run, a stream or a repository, offline",
    synopsis: "FOLDER (--key … | --keys … | --issuer …) [flags]",
    words: ONE_FOLDER,
    flags: {
        ...config_trust/* TRUST_FLAGS */.LP,
        ...PERIOD_FLAGS,
        ...SAMPLE_FLAGS,
        "require-expectations": {
            description: "Exit with 3 unless every run has a policy and every expectation is met or accepted.",
        },
        json: { description: "Print the verdict as JSON." },
    },
    notes: [
        config_trust/* TRUST_NOTES */.vs,
        "Exit 0: genuine and complete. 1: not genuine, or a run was removed from the chain. 2: error, nothing was decided. 3: genuine, but a run is not complete or was signed late, or a slot has no run.",
    ],
    async run(given, { dist, print, log, paint }) {
        (0,heap/* keepHeapSmall */.p)();
        const [path = ""] = given.words;
        const texts = await (0,config_trust/* loadTrustTexts */.TM)(given);
        const trust = await (0,read_trust/* readTrust */.bn)(texts);
        for (const file of await (0,config_trust/* trustFilesWithin */.P6)(given, path)) {
            log.warning((0,sanitize/* logLine */.BP)(`${file} is inside the evidence, so anyone who forges the evidence can change it; get it from somewhere else`));
        }
        const isJson = (0,flags/* isFlagSet */.HX)(given, "json");
        const requiresExpectations = (0,flags/* isFlagSet */.HX)(given, "require-expectations");
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.Ts)(path));
        if (found.kind === "streams") {
            const verifyRuns = (0,verify_threads/* threadedVerifier */.o)({ dist, folder: path, texts });
            const { streams, isWhole, skipped } = found;
            const now = new Date();
            const asked = periodFrom(given, now);
            const copies = (0,flags/* flagText */.us)(given, "witness");
            const witness = copies === undefined ? null : await (0,config_trust/* readOtherCopies */.WW)(copies, { path, trust });
            const verdict = await (0,verify_period/* verifyPeriod */.f)(streams, {
                now,
                asked,
                witness,
                selection: selectionFrom(given),
                trust,
                verifyRuns,
                requiresExpectations,
                isWhole,
                skipped,
            });
            print(isJson ? periodVerdictJson(verdict) : paintVerdict(periodText(verdict), paint));
            return verdict.exitCode;
        }
        refusePeriodFlags(given);
        const verdict = await (0,verify_run/* verifyRun */.$)(await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.Ts)(path)), trust);
        print(isJson
            ? runVerdictJson(verdict, requiresExpectations)
            : paintVerdict(runVerdictText(verdict, requiresExpectations), paint));
        for (const remark of verdict.remarks)
            log.info((0,sanitize/* logLine */.BP)(`remark: ${remark}`));
        return (0,run_verdict/* exitCodeOf */.FO)(verdict, requiresExpectations);
    },
};

;// CONCATENATED MODULE: ./lib/cli/commands.js














/** Every command by its name, in the order of `--help`. */
const COMMANDS = new Map(Object.entries({
    init: initCommand,
    collect: collectCommand,
    doctor: doctorCommand,
    demo: demoCommand,
    verify: verify_verifyCommand,
    status: statusCommand,
    policy: policyCommand,
    diff: diffCommand,
    report: reportCommand,
    sample: sampleCommand,
    attest: attestCommand,
    publish: publishCommand,
    "declare-gap": declareGapCommand,
    keygen: keygenCommand,
}));

;// CONCATENATED MODULE: ./lib/cli/help.js


const USAGE = "usage: ";
const HELP_COLUMNS = 28;
/** Beside the flags, a narrower column of descriptions cannot be read, so it goes below them. */
const SHORTEST_COLUMN = 30;
const NARROW_INDENT = 6;
/** The list of commands, in lines of that width. */
function helpText(commands, width) {
    const longest = Math.max(...[...commands.keys()].map((name) => name.length));
    const lines = [...commands].flatMap(([name, { summary }]) => (0,wrap/* wrapLabelled */.aH)(`  ${name}`, summary, { indent: longest + 4, width }));
    return [
        "datadog-evidence: signed compliance evidence from Datadog",
        "",
        "usage: datadog-evidence COMMAND [flags]",
        "",
        ...lines,
        "",
        "Start here:",
        "  datadog-evidence demo                  a full demo; no account needed",
        "  datadog-evidence COMMAND --help        the flags of a command",
        "  datadog-evidence --version             version and digest of this program",
        "",
        ...(0,wrap/* wrapText */.C1)(NOTES, width),
        "",
    ].join("\n");
}
const NOTES = "Secrets come from the environment or a file, never from a flag. Results go to stdout, messages to stderr. Exit codes: 0 success, 1 finding, 2 error, 3 incomplete.";
/** `--help` of one command, in lines of that width. */
function commandHelp(name, { summary, synopsis, flags, notes, examples = [] }, width) {
    return [
        ...(0,wrap/* wrapLabelled */.aH)(USAGE, `datadog-evidence ${name} ${synopsis}`.trimEnd(), { indent: USAGE.length, width }),
        "",
        ...(0,wrap/* wrapText */.C1)(`${(0,lib_failure/* sentenceCase */.o3)(summary)}.`, width),
        "",
        ...Object.entries(flags).flatMap(([flag, row]) => entryLines(flagTerm(flag, row), row.description, width)),
        ...(Object.keys(flags).length > 0 ? [""] : []),
        ...notes.flatMap((text) => (0,wrap/* wrapText */.C1)(text, width).concat("")),
        ...exampleLines(examples),
    ].join("\n");
}
/** A flag as a user types it: `--out DIR`. */
function flagTerm(name, { argument, alias }) {
    const names = [name, ...(alias === undefined ? [] : [alias])].map((each) => `--${each}`).join(", ");
    return argument === undefined ? names : `${names} ${argument}`;
}
function exampleLines(examples) {
    if (examples.length === 0)
        return [];
    return ["Examples:", ...examples.flatMap(([what, command]) => [`  # ${what}`, `  ${command}`]), ""];
}
function entryLines(term, meaning, width) {
    const indent = width - HELP_COLUMNS < SHORTEST_COLUMN ? NARROW_INDENT : HELP_COLUMNS;
    const [first = "", ...rest] = (0,wrap/* wrapText */.C1)(meaning, width - indent);
    const head = `  ${term}`;
    const lines = rest.map((line) => " ".repeat(indent) + line);
    if (head.length >= indent - 1)
        return [head, " ".repeat(indent) + first, ...lines];
    return [head.padEnd(indent) + first, ...lines];
}

;// CONCATENATED MODULE: ./lib/cli/status-line.js
/** Clears the line and goes back to its start. */
const CLEARED = "\r\u001b[K";
/** Whether a user watches: it is a terminal, and not that of a program. */
function isWatched(screen, environment) {
    const { NO_COLOR: noColor, CI: ci, TERM: kind } = environment;
    return screen.isTTY === true && !noColor && !ci && kind !== "dumb";
}
/** Prints lines that stay, and below them a status that is replaced and removed at the end. */
class StatusLine {
    #screen;
    #shown = "";
    constructor(screen) {
        this.#screen = screen;
    }
    /** Shows the status, cut to the width of the screen; null removes it. */
    show(line) {
        // The last column stays free: some terminals wrap there.
        const room = (this.#screen.columns ?? 80) - 1;
        const next = line === null || line.length <= room ? (line ?? "") : `${line.slice(0, room - 1)}…`;
        if (next === this.#shown)
            return;
        this.#screen.write(`${CLEARED}${next}`);
        this.#shown = next;
    }
    /** Prints a line above the status. */
    print(line) {
        if (this.#shown === "")
            this.#screen.write(`${line}\n`);
        else
            this.#screen.write(`${CLEARED}${line}\n${this.#shown}`);
    }
}

;// CONCATENATED MODULE: ./lib/cli/main.js













/** Variables whose values are never printed. */
const SECRET_VARIABLES = [
    ...[...inputs/* INPUT_NOTES */.p2.values()].flatMap(({ variable, isSecret }) => (isSecret ? (variable ?? []) : [])),
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_TOKEN",
];
/** Runs the command line. `dist` is the folder of the program. Sets the exit code and never throws. */
async function runCommandLine(dist, args = process.argv.slice(2)) {
    const secrets = new platform_secrets/* SecretSearch */.p(SECRET_VARIABLES.map((name) => process.env[name]));
    const conceal = (secret) => secrets.add(secret);
    const status = new StatusLine(process.stderr);
    const watches = isWatched(process.stderr, process.env);
    const paint = painterFor(process.stdout);
    const hasColours = paint("good", "x") !== "x";
    // Nothing is printed anywhere else.
    const say = (line) => status.print((0,sanitize/* printableText */.XU)(secrets.conceal(line)));
    const print = (text) => void process.stdout.write((0,sanitize/* printableText */.XU)(secrets.conceal(text), { hasColours }));
    process.stdout.on("error", ignoreClosed);
    process.stderr.on("error", ignoreClosed);
    const fail = (error) => {
        status.show(null);
        say(`datadog-evidence: ${(0,lib_failure/* explainError */.UW)(error)}`);
        process.exitCode = 2;
    };
    process.on("uncaughtException", (error) => {
        fail(error);
        process.exit();
    });
    try {
        const show = watches ? (line) => status.show(line) : null;
        const log = logOf({ say, show }, secrets);
        const width = widthOf(process.stdout);
        if (args.length === 0)
            say(helpText(COMMANDS, width));
        process.exitCode = await runCommand(args, { dist, print, conceal, secrets, log, paint, width });
        status.show(null);
    }
    catch (error) {
        fail(error);
    }
}
/** A reader of only the beginning, such as head, closes the pipe. */
function ignoreClosed(error) {
    if (error.code !== "EPIPE")
        throw error;
}
async function runCommand([name, ...args], terminal) {
    if (name === undefined)
        throw new lib_failure/* Failure */.HR("input", "no command was given");
    if (name === "help" || name === "--help" || name === "-h") {
        const [topic] = args;
        const { width } = terminal;
        terminal.print(topic === undefined ? helpText(COMMANDS, width) : commandHelp(topic, commandNamed(topic), width));
        return 0;
    }
    if (name === "--version")
        return printVersion(terminal);
    const command = commandNamed(name);
    const given = parseArguments(name, { command, args });
    if ((0,flags/* isFlagSet */.HX)(given, "help"))
        terminal.print(commandHelp(name, command, terminal.width));
    else if ((0,flags/* isFlagSet */.HX)(given, "version"))
        return printVersion(terminal);
    else
        return command.run(given, { ...terminal, environment: process.env, cancellation: cancellation/* cancellation */.W });
    return 0;
}
/** Version and digest of the program, as evidence names them. */
async function printVersion({ dist, print }) {
    const { version, sha256 } = await (0,identity/* collectorIdentity */.K3)(dist);
    print(`${version} sha256:${sha256}\n`);
    return 0;
}
function commandNamed(name) {
    const command = COMMANDS.get(name);
    if (command !== undefined)
        return command;
    const known = [...COMMANDS.keys()];
    throw new lib_failure/* Failure */.HR("input", withSuggestion(`there is no command ${JSON.stringify(name)}`, { word: name, known }), { hint: `the commands are ${known.join(", ")}` });
}
/** The log of the terminal. It is sanitised, because GitHub Actions also reads it for commands. */
function logOf({ say, show, }, secrets) {
    const safe = (line) => (0,sanitize/* logLine */.BP)(secrets.conceal(line));
    // Lines are wrapped for a user who watches. Other logs keep whole lines for searching.
    const width = show === null ? Infinity : (process.stderr.columns ?? 80);
    const write = (line, indent = "") => {
        for (const part of (0,wrap/* wrapText */.C1)(line, width - indent.length))
            say(`${indent}${part}`);
    };
    return {
        info: (line) => write(safe(line)),
        warning: (line) => write(`warning: ${safe(line)}`),
        debug: () => { },
        group(title, lines) {
            write(safe(title));
            for (const line of lines)
                write(safe(line), "  ");
        },
        status: (line) => show?.(line === null ? null : safe(line)),
    };
}


/***/ }),

/***/ 16001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answerVerifyTask: () => (/* binding */ answerVerifyTask),
/* harmony export */   o: () => (/* binding */ threadedVerifier)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75919);
/* harmony import */ var _platform_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11202);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58864);
/* harmony import */ var _verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66833);
/* harmony import */ var _verify_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56661);







/** The program of a thread, beside that of the command line. */
const PROGRAM = "verify-thread.js";
/** Fewer runs are verified before a thread has loaded the program. */
const LEAST_RUNS = 400;
/** More would wait for the disk, and each takes as much memory as the first. */
const MOST_THREADS = 4;
/**
 * Verifies the runs of streams in a folder on all cores: each thread gets runs that follow each other, and this one the
 * first of them. Of few runs it starts no thread.
 */
function threadedVerifier({ dist, folder, texts, }) {
    return async (stream) => {
        const trust = await (0,_verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .readTrust */ .bn)(texts);
        const inTurn = (0,_verify_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .runsOf */ .ky)(stream);
        const { runs: all, mayLackEvidence } = inTurn;
        // As many parts as threads are worth their start.
        const most = Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(), MOST_THREADS);
        const count = Math.max(1, Math.min(most, Math.floor(all.length / LEAST_RUNS)));
        const size = Math.ceil(all.length / count);
        const [first = [], ...others] = Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
        const rest = { folder, stream: stream.folder, mayLackEvidence, texts };
        const parts = await Promise.all([
            ...others.map(async (runs) => verifiedInThread(node_path__WEBPACK_IMPORTED_MODULE_1__.join(dist, PROGRAM), { ...rest, runs })),
            (0,_verify_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRuns */ .Op)({ ...inTurn, runs: first }, trust),
        ]);
        return (0,_verify_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .joinRuns */ .xH)([...parts.slice(-1), ...parts.slice(0, -1)], { stream, trust });
    };
}
async function verifiedInThread(program, task) {
    return new Promise((resolve, reject) => {
        const thread = new node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.Worker(program, { workerData: task });
        thread.once("message", resolve);
        thread.once("error", reject);
        thread.once("exit", (code) => reject(new Error(`a thread that verifies ended with ${code}`)));
    });
}
/** The program of a thread: verifies what it was given, and answers what came of it. */
async function answerVerifyTask() {
    const { folder, stream, texts, ...inTurn } = node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.workerData;
    const files = (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .filesBelow */ .DR)((0,_platform_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .diskFiles */ .Ts)(folder), stream === "." ? "" : stream);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread has none
    node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.parentPort?.postMessage(await (0,_verify_stream_verify_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRuns */ .Op)({ ...inTurn, files }, await (0,_verify_trust_read_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .readTrust */ .bn)(texts)));
}


/***/ })

};
