export const id = 3;
export const ids = [3];
export const modules = {

/***/ 95003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/config/flags.js
var config_flags = __webpack_require__(36725);
// EXTERNAL MODULE: ./lib/config/inputs.js
var config_inputs = __webpack_require__(66097);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/platform/disk.js
var disk = __webpack_require__(11202);
// EXTERNAL MODULE: ./lib/sign/attest.js
var attest = __webpack_require__(41288);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/sign/timestamp/timestamp.js + 1 modules
var timestamp = __webpack_require__(37919);
// EXTERNAL MODULE: ./lib/evidence/rules/contradictions.js
var contradictions = __webpack_require__(76767);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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
;// CONCATENATED MODULE: ./lib/publish/git/git.js




/** Variables that git must not inherit: our secrets, and the repository of a git that started us. */
const WITHHELD_VARIABLES = /^(?:DD_|SIGNING_KEY|PSEUDONYM_KEY|GITHUB_TOKEN|INPUT_|ACTIONS_|GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX)$)/;
/** No hook runs: one could change the evidence after it was signed, or stop it. */
const WITHOUT_HOOKS = ["-c", "core.hooksPath=/dev/null"];
/** The largest file of a run, with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Runs git in the folder and returns its output. Rejects as `execFile` does, with `stderr` on the error. */
async function runGit(folder, args, call = {}) {
    const inherited = Object.entries(process.env).filter(([name]) => !WITHHELD_VARIABLES.test(name));
    const env = {
        ...Object.fromEntries(inherited),
        ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
        ...(call.date === undefined ? {} : commitDates(call.date)),
    };
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,external_node_child_process_.execFile)("git", ["-C", folder, ...WITHOUT_HOOKS, ...args], { maxBuffer: MOST_BYTES, encoding: "buffer", env, ...(call.signal ? { signal: call.signal } : {}) }, (error, stdout, stderr) => {
        if (error === null)
            resolve(stdout);
        else if (error.code === "ENOENT")
            reject(new failure/* Failure */.HR("not-published", "git is not installed", { cause: error }));
        else
            reject(Object.assign(error, { stderr: stderr.toString() }));
    });
    // Where git ends before it has read everything, its exit says why.
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
/** Writes the input piece by piece. Returns what went wrong: git would take an input that ends early for the whole. */
async function feed(stdin, input) {
    try {
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(input, { highWaterMark: 1 }), stdin);
        return null;
    }
    catch (error) {
        return error;
    }
}
function commitDates(date) {
    return { GIT_AUTHOR_DATE: date.toISOString(), GIT_COMMITTER_DATE: date.toISOString() };
}
/** Runs git and returns its output as trimmed text. */
async function runGitText(folder, args, call = {}) {
    return (await runGit(folder, args, call)).toString("utf8").trim();
}
/** The error output of a git that failed; empty for any other error. */
function gitStderr(error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}
/** Whether it is an error of git or of the file system that is not yet a `Failure`. */
function isGitError(error) {
    if (!(error instanceof Error) || error instanceof failure/* Failure */.HR)
        return false;
    return "stderr" in error || "code" in error;
}
/** The last line of git's error output, or the error's message. */
function gitProblem(error) {
    return gitStderr(error).split("\n").at(-1) || error.message;
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
;// CONCATENATED MODULE: ./lib/publish/git/blobs.js


/** A blob up to this size is kept in memory; a larger one is read again each time. */
const LARGEST_KEPT = 10_000_000;
/** The blobs of a repository, each read or written once unless it is large. */
class LocalBlobs {
    #folder;
    /** What was read, and what was written wherever that lies, by the id of its blob. */
    #known = new Map();
    /** Ids of what was written, by its sha256. */
    #ids = new Map();
    constructor(folder) {
        this.#folder = folder;
    }
    /** Reads all of these with one git process, for `content` to return them. */
    async fetch(ids) {
        await this.#read(ids.filter((id) => !this.#known.has(id)));
    }
    /** What the blob holds. */
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
/** The bytes of many blobs, in the order of the ids, read by one git process. */
async function readFrom(folder, ids) {
    if (ids.length === 0)
        return [];
    const all = await runGit(folder, ["cat-file", "--batch"], { input: `${ids.join("\n")}\n` });
    let at = 0;
    return ids.map(() => {
        const end = all.indexOf(10, at);
        const [, size] = /^\w+ blob (\d+)$/.exec(all.subarray(at, end).toString()) ?? [];
        if (size === undefined) {
            throw new failure/* Failure */.HR("not-published", `${folder} is damaged: git does not find a blob that a commit names`, {
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
    const answer = await runGitText(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
    if (answer !== "true") {
        throw new failure/* Failure */.HR("input", `repository: ${folder} is a git repository without a work tree`);
    }
    await ensureBranch(folder);
}
/** Throws where a commit would be on no branch. */
async function ensureBranch(folder) {
    try {
        await runGit(folder, ["symbolic-ref", "--quiet", "HEAD"]);
    }
    catch (error) {
        // So git ends where HEAD is detached.
        if ((0,failure/* errorCode */.CA)(error) !== "1")
            throw error;
        throw new failure/* Failure */.HR("input", `repository: HEAD of ${folder} is detached, so a commit would belong to no branch`, {
            hint: "check out the branch that holds the evidence: git switch BRANCH",
            cause: error,
        });
    }
}
function noWorkTree(folder) {
    return (error) => {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        if (gitStderr(error).includes("safe.directory")) {
            throw new failure/* Failure */.HR("input", `repository: ${folder} belongs to another user, so git refuses it`, {
                hint: `allow it with: git config --global --add safe.directory ${external_node_path_.resolve(folder)}`,
                cause: error,
            });
        }
        throw new failure/* Failure */.HR("input", `repository: ${folder} is not a git work tree`, {
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
    return { prefix, top, mergeHead: external_node_path_.resolve(folder, mergeHead), commit: await commitSettings(folder) };
}
async function commitSettings(folder) {
    const wanted = ["config", "--get-regexp", "^(user\\.(name|email)|commit\\.gpgsign)$"];
    const set = await runGitText(folder, wanted).catch(() => "");
    const isSet = (name) => set.split("\n").some((line) => line.startsWith(`${name} `));
    const fallback = { "user.name": "datadog-evidence", "user.email": "datadog-evidence@localhost" };
    const signs = isSet("commit.gpgsign")
        ? await runGitText(folder, ["config", "--type=bool", "commit.gpgsign"])
        : "false";
    return {
        // Used only where the user has not set a name and an e-mail address.
        config: Object.entries(fallback).flatMap(([name, value]) => isSet(name) ? [] : ["-c", `${name}=${value}`]),
        flags: signs === "true" ? ["-S"] : [],
    };
}

// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
;// CONCATENATED MODULE: ./lib/publish/git/tree.js







/** Keeps a command line within the limits of the system. */
const MOST_ARGUMENTS = 500;
/** Lists the regular files of the commit at these paths; a path of a folder ends with a slash. */
async function listBlobs(folder, commit, paths) {
    if (paths.length === 0)
        return [];
    const listed = await lines(folder, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...paths]);
    return listed.flatMap((line) => {
        const [, mode = "", id = "", file = ""] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
        return mode.startsWith("100") ? [{ path: file, id }] : [];
    });
}
/** Lists the latest days of the stream's folder in the commit: `2026/2026-11-22`. */
async function listLatestDays(folder, commit, stream) {
    const days = [];
    for (const year of (await foldersIn(folder, commit, stream)).toSorted().toReversed()) {
        const inYear = await foldersIn(folder, commit, `${stream}/${year}`);
        days.push(...(0,run_path/* sortDayFolders */.Q4)(inYear.map((day) => `${year}/${day}`)));
        if (days.length >= layout/* LATEST_DAYS */.yY)
            break;
    }
    return (0,run_path/* sortDayFolders */.Q4)(days).slice(-layout/* LATEST_DAYS */.yY);
}
async function foldersIn(folder, commit, below) {
    const listed = await lines(folder, [
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
    const years = await namesIn(stream);
    const days = await Promise.all(years.map(async (year) => (await namesIn(external_node_path_.join(stream, year))).map((day) => `${year}/${day}`)));
    const runs = [];
    for (const day of (0,run_path/* sortDayFolders */.Q4)(days.flat()).slice(-layout/* LATEST_DAYS */.yY)) {
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
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    return new Map(entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, async () => (0,promises_.readFile)(external_node_path_.join(folder, name))]));
}
/** Names of the folders in a folder; none where it does not exist. */
async function namesIn(folder) {
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((0,failure/* errorCode */.CA)(error)))
            return [];
        throw error;
    }
}
/** Returns those of the files that the index knows. */
async function listIndexed(folder, files) {
    const known = new Set();
    for (let at = 0; at < files.length; at += MOST_ARGUMENTS) {
        const some = files.slice(at, at + MOST_ARGUMENTS).map((file) => `:(top,literal)${file}`);
        for (const file of await lines(folder, ["ls-files", "-z", "--full-name", "--", ...some]))
            known.add(file);
    }
    return known;
}
/** Input of `git update-index --index-info`, which adds the blobs to an index. */
function indexInfo(blobs) {
    return blobs.map(({ id, path: file }) => `100644 blob ${id}\t${file}\0`).join("");
}
async function lines(folder, args) {
    const text = (await runGit(folder, args)).toString("utf8");
    return text.split("\0").filter((line) => line !== "");
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/publish/write-folder.js
var write_folder = __webpack_require__(42613);
;// CONCATENATED MODULE: ./lib/publish/git/checkout.js







/** How long we wait for another git process that holds the index. */
const INDEX_TIMEOUT_MS = 3000;
const LONGEST_WAIT_MS = 100;
/**
 * Updates work tree and index to a commit, which does not depend on them. Returns what could not be done, each a
 * sentence; the next run tries again.
 */
async function updateWorkTree(commit, following) {
    const { blobs, streams, guide, folder } = following;
    try {
        const ends = [...(await listBlobs(folder, commit, [guide]))];
        for (const stream of streams) {
            // A run that was killed before it updated the work tree is the last of its stream.
            const days = await listLatestDays(folder, commit, stream);
            const paths = days.map((day) => `${stream}/${day}/`);
            ends.push(...(await listBlobs(folder, commit, paths)));
        }
        return await writeMissing([...blobs, ...ends], following);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) && !isGitError(error))
            throw error;
        return [`the commit landed, but the work tree was not updated: ${gitProblem(error)}`];
    }
}
/** Writes and adds the files that the index does not know. Files that it knows are the user's, changed or removed. */
async function writeMissing(blobs, { folder, root, read, signal }) {
    const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
    const known = await listIndexed(folder, unique.map(({ path: file }) => file));
    const missing = unique.filter(({ path: file }) => !known.has(file));
    if (missing.length === 0)
        return [];
    const warnings = [];
    for (const [place, files] of Map.groupBy(missing, ({ path: file }) => external_node_path_.posix.dirname(file))) {
        try {
            const contents = await Promise.all(files.map(async (blob) => {
                const content = await read(blob);
                return { name: external_node_path_.posix.basename(blob.path), pieces: () => content.pieces() };
            }));
            await writeAll(external_node_path_.join(root, place), contents);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR))
                throw error;
            warnings.push(`the commit landed, but the work tree was not updated: ${error.message}`);
        }
    }
    const refused = await addToIndex(missing, folder, signal);
    return refused === null ? warnings : [...warnings, refused];
}
/** Writes a missing folder as a whole; a folder that exists only gets the files that it lacks. */
async function writeAll(folder, files) {
    const isRun = files.every(({ name }) => name !== layout/* VERIFY_NAME */.Wv);
    try {
        if (isRun)
            return await (0,write_folder/* writeRunFolder */.Rq)(folder, files);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        // Another process may have been faster, and it writes the same.
    }
    for (const file of files)
        await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(folder, file.name), file.pieces());
    return undefined;
}
/** Adds the blobs to the user's index, for which many processes may wait. Returns why it could not. */
async function addToIndex(blobs, folder, signal) {
    const until = Date.now() + INDEX_TIMEOUT_MS;
    for (;;) {
        try {
            await runGit(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
            return null;
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                throw error;
            const stderr = gitStderr(error).split("\n")[0] ?? "";
            if (!stderr.includes("index.lock") || signal.aborted || Date.now() > until) {
                return `the commit landed, but git's index was not updated: ${stderr}`;
            }
            await (0,external_node_timers_promises_.setTimeout)(LONGEST_WAIT_MS * Math.random());
        }
    }
}

;// CONCATENATED MODULE: ./lib/publish/git/branch.js












/**
 * The branch that a local work tree has checked out. A commit is made without the user's index and becomes the head in
 * one step, if the head has not moved; the work tree is updated after that.
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
    /** `now` dates the commits; without it git does. */
    constructor({ folder, path: below, now, }) {
        this.#now = now;
        this.name = folder;
        this.#folder = folder;
        this.#blobs = new LocalBlobs(folder);
        this.#path = below;
        this.workTree = external_node_path_.join(folder, below);
    }
    async head() {
        return this.#reading(async () => this.#head());
    }
    async append({ runs, verifyInstructions, message }, onto, signal) {
        const top = await this.#top();
        try {
            await this.#refuseMerge();
            const files = runs.flatMap((run) => run.files.map((file) => ({ file, folder: external_node_path_.posix.join(top, run.stream, run.place) })));
            if (verifyInstructions !== null)
                files.push({ file: await this.#instructions(verifyInstructions), folder: top });
            const blobs = [];
            for (const { file, folder } of files) {
                blobs.push({ path: external_node_path_.posix.join(folder, file.name), id: await this.#blobs.write(file) });
            }
            const commit = await this.#commit(blobs, { parent: onto.commit, message, signal });
            const moved = await this.#moveHead(commit, onto.commit, message);
            if (moved !== null)
                return { again: moved };
            const streams = [...new Set(runs.map(({ stream }) => stream))];
            const { top: root } = await this.#known();
            const warnings = await updateWorkTree(commit, {
                blobs,
                streams: streams.map((stream) => external_node_path_.posix.join(top, stream)),
                guide: external_node_path_.posix.join(top, layout/* VERIFY_NAME */.Wv),
                folder: this.#folder,
                root,
                read: async ({ id }) => this.#blobs.content(id),
                signal,
            });
            return { commit, url: null, warnings };
        }
        catch (error) {
            if (!isGitError(error))
                throw error;
            throw this.#failed(signal.aborted ? "it took too long" : gitStderr(error), error);
        }
    }
    async #head() {
        const folder = this.#folder;
        await ensureBranch(folder);
        const commit = await this.#commitAtHead();
        const top = await this.#top();
        const guide = external_node_path_.posix.join(top, layout/* VERIFY_NAME */.Wv);
        // Once the file is staged or committed it belongs to the people of the repository.
        const known = await listIndexed(folder, [guide]);
        const hasVerifyInstructions = known.size > 0 || (commit !== null && (await listBlobs(folder, commit, [guide])).length > 0);
        const below = (stream) => external_node_path_.posix.join(top, stream);
        return {
            commit,
            hasVerifyInstructions,
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
            if (error instanceof failure/* Failure */.HR)
                throw error;
            // A branch without a commit is fine.
            return null;
        }
    }
    async #runsIn(commit, stream, below) {
        if (commit === null)
            return [];
        const folders = below.map((each) => `${stream}/${each}/`);
        const blobs = await listBlobs(this.#folder, commit, folders);
        // Reading a chain needs all bundles, so the first read fetches them all.
        let bundles = null;
        return (0,layout/* groupRuns */.KH)(blobs, stream, async (blob) => {
            if ((0,layout/* isBundle */.bn)(blob))
                await (bundles ??= this.#blobs.fetch(blobs.filter(layout/* isBundle */.bn).map(({ id }) => id)));
            return (0,file/* readBytes */.io)(await this.#blobs.content(blob.id));
        });
    }
    async #commit(blobs, { parent, message, signal, }) {
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
            // No signal: after an abort here we would not know whether the head has moved.
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
    /** The commit that ends a merge is made from the index, and would lose the files that we add now. */
    async #refuseMerge() {
        if (!(0,external_node_fs_.existsSync)((await this.#known()).mergeHead))
            return;
        throw new failure/* Failure */.HR("not-published", `git could not commit in ${this.name}: a merge is not finished`, {
            hint: "finish it with git commit or git merge --abort; the next commit adds the run",
        });
    }
    /** A `VERIFY.md` that somebody wrote and did not commit yet is kept as it is. */
    async #instructions(text) {
        try {
            return (0,file/* fileOf */.W7)(layout/* VERIFY_NAME */.Wv, await (0,promises_.readFile)(external_node_path_.join(this.workTree, layout/* VERIFY_NAME */.Wv)));
        }
        catch {
            return (0,file/* fileOf */.W7)(layout/* VERIFY_NAME */.Wv, text);
        }
    }
    /** The folder of the streams, from the top of the repository. */
    async #top() {
        return external_node_path_.posix.join((await this.#known()).prefix, this.#path);
    }
    async #known() {
        return (this.#facts ??= readWorkTreeFacts(this.#folder));
    }
    /** Turns an error into a sentence: a damaged repository must not cost the evidence. */
    async #reading(step) {
        try {
            return await step();
        }
        catch (error) {
            if (!isGitError(error))
                throw error;
            throw new failure/* Failure */.HR("not-published", `${this.name} cannot be read: ${gitProblem(error)}`, {
                hint: "run git fsck, and check permissions and disk of the repository",
                cause: error,
            });
        }
    }
    #readable(run) {
        const files = [...run.files].map(([name, read]) => [name, async () => this.#reading(read)]);
        return { ...run, files: new Map(files) };
    }
    #failed(stderr, cause) {
        const last = stderr.split("\n").at(-1);
        const why = last ? `: ${last}` : "";
        return new failure/* Failure */.HR("not-published", `git could not commit in ${this.name}${why}`, {
            hint: "the run folder is written, and the next commit adds it once git works",
            cause,
        });
    }
}

// EXTERNAL MODULE: ./lib/publish/chain-head.js
var chain_head = __webpack_require__(49821);
// EXTERNAL MODULE: ./lib/run/signer.js + 5 modules
var signer = __webpack_require__(77178);
// EXTERNAL MODULE: ./lib/verify/run/read-folder.js
var read_folder = __webpack_require__(5740);
;// CONCATENATED MODULE: ./lib/cli/command.js
/** The words of a command that takes one run folder. */
const ONE_RUN_FOLDER = { what: "one run folder", count: 1 };
/** The words of a command that takes a run, a stream or a repository. */
const ONE_FOLDER = {
    what: "one folder: of a run, a stream or a repository",
    count: 1,
};

// EXTERNAL MODULE: ./lib/sign/keyless/identity-token.js
var identity_token = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
;// CONCATENATED MODULE: ./lib/cli/options/signing.js






const INPUT_NAMES = ["signing", "timestamp-url", "allow-public-log"];
/** The flag that names the file of the private key. */
const SIGNING_KEY_FLAG = {
    "signing-key": { argument: "FILE", description: "Private key, PKCS#8 PEM (or SIGNING_KEY)." },
};
/** The flags of commands that sign and do not collect. */
const SIGNING_FLAGS = { ...SIGNING_KEY_FLAG, ...(0,config_inputs/* inputFlags */.eJ)(INPUT_NAMES) };
/** How to sign, as for `collect`. Throws one `Failure` that names every problem. */
async function signingFrom(given, environment) {
    const flags = INPUT_NAMES.flatMap((name) => {
        const value = (0,config_flags/* flagText */.us)(given, name);
        return value ? [[name, value]] : [];
    });
    const inputs = {
        ...Object.fromEntries(flags),
        "signing-key": await signingKeyText(given, environment),
        "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
    };
    return (0,config_inputs/* readSigning */.ac)(inputs, {
        hasIdentity: (0,identity_token/* canRequestIdentityToken */.r)(environment),
        otherProblems: (0,sigstore_instance/* localServiceProblems */.H)(environment),
    });
}
/** The shortest key that we take, in base64, has 160 characters. */
const LONGEST_NAME = 150;
/** The private key as text, from the file of `--signing-key`, else SIGNING_KEY; undefined where neither is given. */
async function signingKeyText(given, environment) {
    const file = (0,config_flags/* flagText */.us)(given, "signing-key");
    if (!file)
        return environment["SIGNING_KEY"] || undefined;
    if (file.includes("PRIVATE KEY")) {
        throw new failure/* Failure */.HR("input", "signing-key: the flag takes the name of a file, never the key itself", {
            hint: "set the key as SIGNING_KEY, and replace it: other users of this machine could have read it",
        });
    }
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        // A name that is too long for one may be the key itself, in base64 for instance.
        const name = file.length <= LONGEST_NAME ? file : "that --signing-key names";
        throw new failure/* Failure */.HR("input", `signing-key: the file ${name} cannot be read (${(0,failure/* errorCode */.CA)(error)})`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/cli/commands/attest.js



















const attestCommand = {
    summary: "sign a run folder that has no signature yet",
    synopsis: "RUN_FOLDER [--signing-key FILE] [flags]",
    words: ONE_RUN_FOLDER,
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
    notes: `Writes ${evidence_files/* BUNDLE_NAME */.ft} beside the evidence and does not change the evidence. A folder that is already signed is refused. More than an hour after collecting, the statement says that it was signed late.`,
    async run(given, { environment, cancellation, conceal, log, print }) {
        const [asked = ""] = given.words;
        const chosen = await signingFrom(given, environment);
        const folder = await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.T)(asked));
        const signed = new failure/* Failure */.HR("input", `${asked} is already signed`);
        if (folder.files.has(evidence_files/* BUNDLE_NAME */.ft))
            throw signed;
        const evidence = (0,read_folder/* readEvidenceFile */.M)(folder);
        const tail = await tailIn(given, evidence, chosen.by === "key" ? chosen.key : null);
        const moved = schema/* ITEM_IDS */.FT.filter((id) => folder.files.has((0,evidence_files/* recordsFileName */.aG)(id)));
        const against = (0,contradictions/* findContradiction */.P)(evidence, new Set(moved));
        if (against !== null) {
            throw new failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} contradicts itself: ${against}`, {
                hint: "the file was changed after it was collected; collect again",
            });
        }
        const names = [
            evidence_files/* EVIDENCE_NAME */.wm,
            ...[...folder.files.keys()].filter((name) => /^records-[a-z-]+\.ndjson$/.test(name)),
        ];
        const files = names.flatMap((name) => {
            const bytes = folder.files.get(name);
            return bytes === undefined ? [] : [(0,file/* fileOf */.W7)(name, bytes)];
        });
        const signal = cancellation();
        const sealing = await (0,signer/* signerFor */.k)(chosen, { environment, signal, conceal, log });
        if (sealing === null)
            throw new failure/* Failure */.HR("input", "signing: none does not sign; use auto, keyless or key");
        const attested = (0,attest/* runAttester */.w7)(sealing(signal, (0,timestamp/* lateSigningReason */.CO)(evidence.collectedAt, new Date())));
        const attestation = await attested(evidence, files, tail);
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
/** The end of the stream's chain in the repository that was named; null where none was. */
async function tailIn(given, evidence, ownKey) {
    const repository = (0,config_flags/* flagText */.us)(given, "repository");
    if (!repository)
        return null;
    await ensureWorkTree(repository);
    const branch = new LocalBranch({ folder: external_node_path_.resolve(repository), path: (0,config_flags/* flagText */.us)(given, "path") || "." });
    const { stream, source } = evidence;
    const chain = await (0,chain_head/* readChainHead */.q)(await branch.head(), { name: stream.name, site: source.site }, ownKey);
    const late = (0,chain_head/* lateRunFailure */.oL)(evidence.collectedAt, chain);
    if (late !== null)
        throw late;
    return chain.tail;
}

// EXTERNAL MODULE: ./lib/collectors/store/spool.js
var store_spool = __webpack_require__(36629);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/run/identity.js
var identity = __webpack_require__(34091);
// EXTERNAL MODULE: ./lib/report/verify-guide.js
var verify_guide = __webpack_require__(12824);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/run/run.js + 33 modules
var run = __webpack_require__(63832);
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

















/** The inputs that are flags here; others mean nothing on the command line, or are secrets. */
const collect_INPUT_NAMES = [...config_inputs/* INPUT_NOTES */.p2].flatMap(([name, { argument, isSecret }]) => argument === undefined || isSecret ? [] : [name]);
const VARIABLES = [...config_inputs/* INPUT_NOTES */.p2.values()].flatMap(({ variable }) => variable ?? []);
const collectCommand = {
    summary: "collect, sign and write the evidence of one run",
    synopsis: "(--out DIR | --repository DIR) [flags]",
    namesEveryProblem: true,
    flags: {
        out: { argument: "DIR", description: "Write the run folder below DIR." },
        repository: { argument: "DIR", description: "Write and commit the run in a local git work tree." },
        ...SIGNING_KEY_FLAG,
        json: { description: "Print the result of the run as JSON instead of its folder." },
        ...(0,config_inputs/* inputFlags */.eJ)(collect_INPUT_NAMES),
    },
    examples: [
        ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
        ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
    ],
    notes: [
        `Keys come from environment variables: ${VARIABLES.join(", ")}. Behind a proxy, set HTTPS_PROXY.`,
        "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired. 2: error. 3: written, but not complete.",
    ].join("\n\n"),
    async run(given, terminal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { environment, log, print, cancellation, conceal, dist } = terminal;
            const { config, out, repository, apiUrl } = await checked(given, terminal);
            const signal = cancellation();
            const spool = __addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
            const { published, exit } = await (0,run/* run */.e)(config, {
                run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
                collector: async () => (0,identity/* collectorIdentity */.K3)(dist),
                apiUrl,
                repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
                sealing: await (0,signer/* signerFor */.k)(config.chosen, { environment, signal, conceal, log }),
                to: {
                    out,
                    artifact: null,
                    verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
                    extraFiles: () => [],
                },
                signal,
                spool,
                now: () => new Date(),
                log,
            });
            if ((0,config_flags/* isFlagSet */.HX)(given, "json"))
                print(`${JSON.stringify(outcomeOf({ published, exit }), null, 2)}\n`);
            else if (published.isWritten)
                print(`${published.folder}\n`);
            for (const reason of exit.reasons)
                log.warning((0,sanitize/* logLine */.BP)(reason));
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
function outcomeOf({ published, exit }) {
    const { evidence, isWritten, folder, evidenceSha256, attestation, commit } = published;
    return {
        outcome: evidence.outcome,
        exitCode: exit.code,
        reasons: exit.reasons.map(sanitize/* logLine */.BP),
        folder: isWritten ? folder : null,
        evidenceSha256,
        signed: attestation !== null,
        commit,
        run: { stream: evidence.stream.name, ...evidence.run },
        collectedAt: evidence.collectedAt,
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
async function checked(given, { environment }) {
    const problems = given.words.map((word) => `collect takes no ${JSON.stringify(word)}`);
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
    const [out, repository] = [(0,config_flags/* flagText */.us)(given, "out"), (0,config_flags/* flagText */.us)(given, "repository")];
    if (!out && !repository)
        problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
    if (out)
        await noting(async () => (0,write_folder/* ensureWritable */.ZZ)(out, "out"));
    if (repository) {
        await noting(async () => {
            await ensureWorkTree(repository);
            await (0,write_folder/* ensureWritable */.ZZ)(repository, "repository");
        });
    }
    const apiUrl = await noting(() => apiUrlOf(environment["DD_API_URL"]));
    const before = problems.length;
    const key = await noting(async () => signingKeyText(given, environment));
    // A key that cannot be read needs no second problem.
    const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};
    const fromFlags = collect_INPUT_NAMES.flatMap((name) => {
        const value = (0,config_flags/* flagText */.us)(given, name);
        return value === undefined ? [] : [[name, value]];
    });
    const raw = {
        ...(0,config_inputs/* inputsFrom */.WK)(environment),
        ...Object.fromEntries(fromFlags),
        "signing-key": key,
        ...unread,
    };
    if ((0,config_flags/* flagText */.us)(given, "signing") === "none" && !out) {
        problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
    }
    if ((0,config_flags/* flagText */.us)(given, "commit") === "false" && (!out || !repository)) {
        problems.push("commit: false leaves the commit to publish, so name the repository with --repository DIR and a folder with --out DIR");
    }
    const config = (0,config_inputs/* readConfig */.Xg)(raw, {
        otherProblems: [...problems, ...(0,sigstore_instance/* localServiceProblems */.H)(environment)],
        hasIdentity: (0,identity_token/* canRequestIdentityToken */.r)(environment),
    });
    return {
        config,
        out: out ? external_node_path_.resolve(out) : null,
        repository: repository ? external_node_path_.resolve(repository) : null,
        apiUrl: apiUrl ?? null,
    };
}
/** The address of a server on this machine. Throws for any other: evidence never comes from a foreign server. */
function apiUrlOf(text) {
    if (!text)
        return null;
    const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && (0,connections/* isLoopback */.U9)(text);
    if (isAllowed)
        return new URL(text).origin;
    throw new failure/* Failure */.HR("input", "DD_API_URL: must be a loopback address of this machine, such as http://127.0.0.1:8080", {
        hint: "to query Datadog itself, unset it and set DD_SITE",
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/secret-scan.js
var secret_scan = __webpack_require__(29803);
// EXTERNAL MODULE: ./lib/publish/append-run.js
var append_run = __webpack_require__(58299);
// EXTERNAL MODULE: ./lib/publish/signed-run.js
var signed_run = __webpack_require__(94939);
;// CONCATENATED MODULE: ./lib/publish/publish-gap.js






/** Reads site and cadence of the stream from its last run. Throws where it has none: then nothing was due. */
async function readStream(head, name) {
    const runs = await Promise.all((await head.latest(name)).map(signed_run/* readSignedRun */.Cd));
    const last = runs.findLast((run) => "statement" in run);
    if (last === undefined || !("statement" in last)) {
        throw new failure/* Failure */.HR("input", `stream: ${name} has no run, so nothing was due and no gap can be declared`, {
            hint: "check --stream and --path",
        });
    }
    const { stream, cadence } = last.statement.predicate;
    return { name, site: stream.site, cadence };
}
/** The declaration as a file. */
function toGapFile(gap) {
    return (0,file/* fileOf */.W7)(evidence_gap/* GAP_NAME */.F, `${JSON.stringify(gap, null, 2)}\n`);
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
    const appender = new append_run/* ChainAppender */.NK(entry, async (files, tail) => attest(gap, files, tail));
    return { place: (0,run_path/* runPath */.t0)(entry), landed: await appender.append({ ...options, commits: true }) };
}

// EXTERNAL MODULE: ./lib/platform/secrets.js
var platform_secrets = __webpack_require__(35074);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/verify/period/slots.js + 1 modules
var slots = __webpack_require__(15686);
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
        if (isTouched && stream.files.list(runPath).every(({ name }) => name !== evidence_gap/* GAP_NAME */.F)) {
            return {
                message: `from, to: the slot of ${(0,time/* formatTime */.fU)(slot)} has the run ${runPath}`,
                hint: "declare only slots without a run; a run that is not complete says so itself",
            };
        }
    }
    if (from >= (0,slots/* slotStart */.px)(begins, cadence))
        return null;
    return {
        message: `from: nothing was due before the first run, ${(0,time/* formatTime */.fU)(begins)}`,
        hint: "begin with a slot after it",
    };
}

// EXTERNAL MODULE: ./lib/verify/stream/find-streams.js
var find_streams = __webpack_require__(47243);
// EXTERNAL MODULE: ./lib/verify/period/range.js
var range = __webpack_require__(85406);
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
    dates: { argument: "DAYS", description: "Of a sample: the days that you named, separated by commas." },
    nonce: {
        argument: "TEXT",
        description: "Of a sample: the nonce that you named. Without days or nonce, exit 3 at best.",
    },
};
/** The period of `--from` and `--to`. Throws a `Failure` where they name none. */
function periodFrom(given, now) {
    return (0,range/* parsePeriod */.DB)({ from: (0,config_flags/* flagText */.us)(given, "from"), to: (0,config_flags/* flagText */.us)(given, "to") }, now);
}
/** Throws when a single run was given flags that need several. */
function refusePeriodFlags(given) {
    const names = Object.keys({ ...PERIOD_FLAGS, ...SAMPLE_FLAGS }).filter((name) => (0,config_flags/* flagText */.us)(given, name) !== undefined);
    if (names.length === 0)
        return;
    throw new failure/* Failure */.HR("input", `${names.join(", ")}: a run folder has no period and no copies to compare`, {
        hint: "name the stream or the repository that contains the run",
    });
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
    },
    notes: [
        "Commits gap.json and its signature like a run. A declared gap never counts as met. Gaps in the future, shorter than one slot, or overlapping an existing run are rejected.",
        "Prints the folder. Exit 0: declared. 2: error.",
    ].join("\n\n"),
    async run(given, { environment, cancellation, conceal, log, print }) {
        const said = await declare_gap_checked(given);
        const chosen = await signingFrom(given, environment);
        const ownKey = chosen.by === "key" ? chosen.key : null;
        const signal = AbortSignal.any([cancellation(), AbortSignal.timeout(LONGEST_MS)]);
        const branch = new LocalBranch({ folder: said.repository, path: said.path });
        const now = new Date();
        const gap = {
            schema: "datadog-evidence-gap/v1",
            stream: await readStream(await branch.head(), said.stream),
            declaredAt: (0,time/* formatTime */.fU)(now),
            range: { from: (0,time/* formatTime */.fU)(said.from), to: (0,time/* formatTime */.fU)(said.to) },
            cause: said.cause,
            ticket: said.ticket,
            role: said.role,
            run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
        };
        await refuseUndeclarable(gap, { folder: external_node_path_.join(said.repository, said.path, said.stream), now });
        refuseLeaks(gap, environment);
        const sealing = await (0,signer/* signerFor */.k)(chosen, { environment, signal, conceal, log });
        if (sealing === null)
            throw new failure/* Failure */.HR("input", "signing: a gap is only declared signed; use auto, keyless or key");
        const { place, landed } = await publishGap(gap, (0,attest/* gapAttester */.N)(sealing(signal)), {
            branch,
            ownKey,
            verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
            signal,
        });
        for (const warning of landed?.warnings ?? [])
            log.warning(warning);
        log.info(`declared from ${gap.range.from} to ${gap.range.to}, commit ${landed?.commit}`);
        print(`${external_node_path_.join(said.repository, said.path, said.stream, place)}\n`);
        return 0;
    },
};
const Said = schemas/* object */.Ikc({
    stream: schema/* StreamName */.iN,
    cause: evidence_gap/* Gap */.X.shape.cause,
    ticket: evidence_gap/* Gap */.X.shape.ticket,
    role: evidence_gap/* Gap */.X.shape.role,
});
/** Everything that can be wrong before anything is read, all at once. */
async function declare_gap_checked(given) {
    const problems = NEEDED.flatMap((name) => ((0,config_flags/* flagText */.us)(given, name) ? [] : [`${name}: is required`]));
    const said = Said.safeParse({
        stream: (0,config_flags/* flagText */.us)(given, "stream") ?? "",
        cause: (0,config_flags/* flagText */.us)(given, "cause") ?? "",
        ticket: (0,config_flags/* flagText */.us)(given, "ticket") ?? null,
        role: (0,config_flags/* flagText */.us)(given, "role") ?? "",
    });
    for (const { path: [name], } of said.error?.issues ?? []) {
        if ((0,config_flags/* flagText */.us)(given, String(name)))
            problems.push(`${String(name)}: must be one line of at most 500 characters, a stream's name as its folder`);
    }
    const { from, to } = period(given, problems);
    if (problems.length > 0 || !said.success || from === null || to === null) {
        throw new failure/* Failure */.HR("input", problems.join("\n"), { hint: "see: datadog-evidence declare-gap --help" });
    }
    const repository = external_node_path_.resolve((0,config_flags/* flagText */.us)(given, "repository") ?? "");
    await ensureWorkTree(repository);
    return { repository, path: (0,config_flags/* flagText */.us)(given, "path") || ".", from, to, ...said.data };
}
function period(given, problems) {
    try {
        return periodFrom(given, new Date());
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        problems.push(error.message);
        return { from: null, to: null };
    }
}
async function refuseUndeclarable(gap, { folder, now }) {
    const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.T)(folder));
    const [stream] = found.kind === "streams" ? found.streams : [];
    if (stream === undefined)
        throw new failure/* Failure */.HR("input", `stream: ${folder} is no stream`);
    const trouble = gapRangeProblem(gap, stream, now);
    if (trouble !== null)
        throw new failure/* Failure */.HR("input", trouble.message, { hint: trouble.hint });
}
/** What is committed cannot be taken back. */
function refuseLeaks(gap, environment) {
    const secrets = (0,platform_secrets/* secretForms */.e)([environment["SIGNING_KEY"], environment["SIGNING_KEY_PASSPHRASE"]]);
    const [leak] = (0,secret_scan/* findLeaks */.Y)([toGapFile(gap)], secrets);
    if (leak === undefined)
        return;
    throw new failure/* Failure */.HR("input", `nothing was declared: ${leak.where} holds ${leak.what}`, {
        hint: "leave it out of cause, ticket and role",
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/bundle/public-key.js
var public_key = __webpack_require__(16857);
// EXTERNAL MODULE: ./lib/sign/signing-key.js
var signing_key = __webpack_require__(83864);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: ./lib/verify/stream/shared-parts.js
var shared_parts = __webpack_require__(47574);
;// CONCATENATED MODULE: ./lib/report/period/reported-run.js

/** Sums up runs for the report of their period; what they have in common is in memory once. */
function runSummarizer() {
    const share = (0,shared_parts/* sharedParts */.i)();
    return (place, run) => reportedRun(place, run, share);
}
function reportedRun(place, run, share) {
    const { evidence, contentSha256 } = run;
    const { collectedAt, sequence } = run.statement.predicate;
    return {
        place,
        collectedAt,
        sequence,
        outcome: evidence?.outcome ?? null,
        contentSha256,
        statementSha256: run.statementSha256,
        ...share({ source: evidence === null ? null : sourceOf(evidence) }),
        schedule: evidence?.run.github?.schedule ?? null,
        items: evidence?.items.map((item) => share(reportedItem(item))) ?? [],
    };
}
function sourceOf({ source: { organization, organizationId } }) {
    return { organization, organizationId };
}
function reportedItem({ id, collection, result, controls }) {
    const reason = collection.reason ?? result.reason;
    return {
        id,
        status: collection.status,
        reason: reason && { code: reason.code, message: reason.message },
        state: result.state,
        counts: result.counts,
        controls,
    };
}

// EXTERNAL MODULE: ./lib/verify/stream/verify-stream.js + 1 modules
var verify_stream = __webpack_require__(56661);
// EXTERNAL MODULE: ./lib/verify/period/stream-verdict.js + 4 modules
var stream_verdict = __webpack_require__(66929);
;// CONCATENATED MODULE: ./lib/verify/period/unverified.js


/**
 * The verdict on a stream as its runs describe themselves: for showing, never
 * for believing. No signature is checked.
 */
async function unverifiedVerdict(stream, { asked, now, visit }) {
    const runs = await (0,verify_stream/* verifyStreamRuns */.C)(stream, null, visit);
    return (0,stream_verdict/* streamVerdict */.g)(stream, { runs, copies: null, asked, now: now.getTime() });
}

// EXTERNAL MODULE: ./lib/verify/period/verify-period.js
var verify_period = __webpack_require__(13874);
;// CONCATENATED MODULE: ./lib/report/period/load-report.js







/** Verifies the only stream that there is, or only reads it, for the report on its period. Throws where there are more. */
async function loadPeriodReport(streams, { trust, asked, witness, now, folder }) {
    const [stream, ...more] = streams;
    if (stream === undefined || more.length > 0) {
        throw new failure/* Failure */.HR("input", `${folder} has ${streams.length} streams, and a report covers one`, {
            hint: `name one of them below ${folder}: ${streams.map((each) => each.folder).join(", ")}`,
        });
    }
    if (stream.sample !== null) {
        throw new failure/* Failure */.HR("input", `${folder} is a sample, which has a report of its own`, {
            hint: "open its report.html; to check the sample, run: datadog-evidence verify",
        });
    }
    const runs = [];
    const reported = runSummarizer();
    const visit = (place, run) => void runs.push(reported(place, run));
    const verdict = trust === null
        ? await unverifiedVerdict(stream, { asked, now, visit })
        : (await (0,verify_period/* verifyPeriod */.f)([stream], { trust, asked, witness, now, visit })).streams[0];
    if (verdict === undefined)
        throw new Error("a stream was verified and has no verdict");
    const { period } = verdict;
    const span = period === null ? null : { from: Date.parse(period.from), to: Date.parse(period.to) };
    return {
        verdict,
        isVerified: trust !== null,
        runs: runs
            .filter(({ collectedAt }) => (0,range/* touchesPeriod */.fh)(span, { from: collectedAt, to: collectedAt }))
            .toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)),
        folder,
        madeAt: (0,time/* formatTime */.fU)(now),
        version: version/* VERSION */.x,
    };
}

// EXTERNAL MODULE: ./lib/report/render/markup.js
var markup = __webpack_require__(81431);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
;// CONCATENATED MODULE: ./lib/report/render/wrap.js
/** What a terminal is sure to show in one line. */
const WIDTH = 80;
/** The text in lines of at most this width; a longer word keeps a line to itself. */
function wrapText(text, width) {
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
/** The text beside its label, wrapped below itself. */
function wrapLabelled(label, text, indent) {
    return wrapText(text, WIDTH - indent).map((line, index) => index === 0 ? label.padEnd(indent) + line : " ".repeat(indent) + line);
}

// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/period/words.js


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
    return `${(0,phrases/* groupDigits */.K9)(count)} ${unit}${count === 1 ? "" : "s"}`;
}
/** Slots that follow one another as days, or as hours of days. */
function spanOf({ from, to }) {
    if (isMidnight(from) && isMidnight(to))
        return periodInWords({ from, to });
    const begins = `${dayOf(from)} ${from.slice(11, 16)}`;
    const isSameDay = dayOf(from) === dayOf(to) || Date.parse(to) - Date.parse(from) < time/* DAY_MS */.sO;
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
const WORST_FIRST = ["missing", "failed", "partial", "declared", "late", "met"];
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

;// CONCATENATED MODULE: ./lib/report/period/checks.js



/** The checks of a period: what each says, and the problems that make it fail. */
const CHECKS = [
    ["Signatures, digests, schema, counts and promised assurance of every run", ["not-genuine"]],
    ["Every run is in its own folder, once", ["wrong-folder", "other-stream", "duplicate"]],
    ["Chain: no number missing, no fork, no break", ["broken-link", "fork", "missing-run", "restart", "order"]],
    ["Signed changes match the runs", ["changes"]],
    ["Trusted timestamps are in order", ["time"]],
    ["Independent copies match", ["rewritten", "removed", "sample"]],
];
/** What was checked, and the results. */
function periodChecks({ verdict, isVerified }) {
    const { slots, runs, timed, witness, problems } = verdict;
    const isMade = (codes) => {
        if (codes.includes("not-genuine"))
            return isVerified;
        if (codes.includes("time"))
            return timed > 0;
        return codes.includes("rewritten") ? witness !== null : true;
    };
    const checks = CHECKS.map(([check, codes]) => {
        const failed = problems.filter(({ code }) => codes.includes(code)).length;
        // A check that was not made cannot hold.
        const isOpen = !isMade(codes);
        return {
            holds: failed > 0 ? false : isOpen ? null : true,
            check,
            expected: isOpen ? "not checked" : "0 problems",
            found: isOpen && failed === 0 ? "–" : quantityOf(failed, "problem"),
        };
    });
    const met = slots.met + slots.late;
    return [
        ...checks,
        totalCheck("Runs complete", { expected: runs.genuine - runs.declarations, found: runs.complete }),
        totalCheck((0,words/* sentenceCase */.o3)(`${unitOf(verdict)}s with a complete run`), { expected: slots.due, found: met }),
    ];
}
function totalCheck(check, { expected, found }) {
    return { holds: expected === found, check, expected: (0,phrases/* groupDigits */.K9)(expected), found: (0,phrases/* groupDigits */.K9)(found) };
}
/** What there is to say of single runs, each list under its title; an empty one is left out. */
function runLists({ problems, unchecked, outside, signedLate, }) {
    const lists = [
        ["Problems, oldest first", problems.map(problemInWords)],
        ["Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)],
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
function shortened(entries, most) {
    const more = entries.length - most;
    return more > 0 ? [...entries.slice(0, most), `and ${more} more; verify --json lists all`] : entries;
}
/** What these files cannot prove. */
function openPoints({ verdict, isVerified }) {
    return [
        ...(isVerified ? [] : ["who made these files: no signature was checked"]),
        ...verdict.notProven,
        "whether Datadog’s answers are correct: the digests only show what Datadog answered",
    ].map(words/* sentence */.em);
}

;// CONCATENATED MODULE: ./lib/report/period/facts.js



/** A fact with more values than this says how many more there are. */
const MOST = 3;
/** Whose evidence it is, and of when. */
function streamFacts({ verdict, runs }) {
    const { period, first } = verdict;
    const organization = organizationOf(runs);
    const id = runs.findLast(({ source }) => source !== null)?.source?.organizationId ?? null;
    const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
    return [
        [
            "Organisation",
            organization === null
                ? "not declared"
                : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(organization)} ${(0,phrases/* soft */.LN)("as declared by the user")}`,
        ],
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
        [
            "Source",
            (0,phrases/* phrase */.MZ) `Datadog, ${(0,phrases/* name */.UU)(verdict.site ?? "site not known")}${id === null ? "" : (0,phrases/* phrase */.MZ) `, organisation ${(0,phrases/* name */.UU)(id)}`}`,
        ],
        ["Schedule", schedules.length === 0 ? "not known" : (0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)(schedules.join(", "))} UTC`],
    ];
}
/** How much of the period there is evidence of. */
function collectionFacts(verdict) {
    const { slots, runs, items, cadences } = verdict;
    const met = slots.met + slots.late;
    const others = nonZeroInWords(slots, ["late", "partial", "failed", "declared", "missing"]);
    const readings = Object.entries(words/* ITEM_NAMES */.fH).flatMap(([id, called]) => {
        const found = Object.entries(items).find(([each]) => each === id)?.[1];
        if (found === undefined)
            return [];
        return [`${called} ${nonZeroInWords(found, ["complete", "partial", "skipped", "failed"])}`];
    });
    return [
        ["Cadence", sinceInWords(cadences)],
        [
            "Runs",
            `${nonZeroInWords(runs, ["complete", "partial", "failed"]) || "none"}${runs.declarations === 0 ? "" : `; ${quantityOf(runs.declarations, "declared gap")}`}`,
        ],
        [
            "Slots met",
            `${(0,phrases/* groupDigits */.K9)(met)} of ${(0,phrases/* groupDigits */.K9)(slots.due)}, ${percentage(met, slots.due)}${others === "" ? "" : `; ${others}`}`,
        ],
        ["Signal windows", windowsInWords(verdict)],
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
/** The counts that are not zero, under their names. */
function nonZeroInWords(counts, names) {
    return names
        .filter((each) => counts[each] > 0)
        .map((each) => `${(0,phrases/* groupDigits */.K9)(counts[each])} ${each}`)
        .join(", ");
}
function windowsInWords({ items, sample, uncovered }) {
    if (items["security-signals"] === undefined)
        return "not collected";
    if (sample !== null)
        return "not available for a sample";
    if (uncovered.length === 0)
        return "no gaps: the collected windows cover the whole period";
    const shown = uncovered.slice(0, MOST).map(({ from, to }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(from)} to ${(0,phrases/* time */.kB)(to)}`);
    return (0,phrases/* phrase */.MZ) `cover the period except ${(0,phrases/* joinWords */.yZ)([...shown, ...moreThanShown(uncovered)], "; ")}`;
}
const BREAKS = new Set([
    "broken-link",
    "fork",
    "missing-run",
    "restart",
    "order",
]);
function chainInWords({ chain, problems }) {
    const { from, to, restarts, notChained } = chain;
    if (from === null)
        return "not chained: a deleted run would not be noticed";
    const isBroken = problems.some((problem) => BREAKS.has(problem.code));
    const state = isBroken ? "broken" : restarts.length === 0 ? "unbroken" : "restarted";
    const restarted = restarts.length === 0 ? "" : ` ${quantityOf(restarts.length, "time")}`;
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
    const shown = spans.slice(0, MOST).map(({ value, from }) => (0,phrases/* phrase */.MZ) `${show(value)} from ${(0,phrases/* time */.kB)(from)}`);
    return (0,phrases/* joinWords */.yZ)([...shown, ...moreThanShown(spans)], "; ");
}
function moreThanShown({ length }) {
    return length > MOST ? [`and ${(0,phrases/* groupDigits */.K9)(length - MOST)} more`] : [];
}

;// CONCATENATED MODULE: ./lib/report/period/gap-rows.js


/** Nobody reads a longer table. */
const MOST_SHOWN = 400;
/** The slots that were not met on time. */
function gapRows(slotList) {
    const groups = [];
    for (const slot of slotList) {
        if (slot.state === "met")
            continue;
        const last = groups.at(-1);
        const before = last?.at(-1);
        if (last !== undefined && before !== undefined && belongTogether(before, slot))
            last.push(slot);
        else
            groups.push([slot]);
    }
    return groups.flatMap((slots) => {
        const [slot] = slots;
        if (slot === undefined)
            return [];
        const span = spanOf({ from: slot.from, to: slots.at(-1)?.to ?? slot.to });
        return [{ anchor: anchorOf(slot), span, slot, slots }];
    });
}
/** The rows that a page shows, and may link to; `verify --json` has all of them. */
function shownGapRows(slotList) {
    return gapRows(slotList).slice(0, MOST_SHOWN);
}
/** What became of a slot. */
function stateInWords({ state }) {
    return (0,words/* sentenceCase */.o3)(state === "declared" ? "declared gap" : state);
}
function belongTogether(before, slot) {
    // A slot with a run of its own has a row of its own.
    const isSame = before.state === slot.state && before.detail === slot.detail && before.to === slot.from;
    return isSame && (slot.state === "missing" || slot.state === "declared");
}

// EXTERNAL MODULE: ./lib/verify/period/verdict.js
var verdict = __webpack_require__(97890);
;// CONCATENATED MODULE: ./lib/report/period/month-strips.js



const LABEL_WIDTH = 12;
/** A page has room for so many. */
const MOST_MONTHS = 13;
/** A strip for each month with a mark for each day, and a legend; none where slots are no days, or months too many. */
function monthStrips(slots) {
    if (slots.length === 0 || !slots.every(isDay))
        return [];
    const months = Map.groupBy(slots, ({ from }) => from.slice(0, 7));
    if (months.size > MOST_MONTHS)
        return [];
    const used = verdict/* SLOT_STATES */.a.filter((state) => slots.some((slot) => slot.state === state));
    return [
        ...[...months].map(([month, days]) => `${month.padEnd(LABEL_WIDTH)}${strip(days)}`),
        `${" ".repeat(LABEL_WIDTH)}${used.map((state) => `${markOf(state)} ${state}`).join(", ")}; a blank was not due`,
    ];
}
function isDay({ from, to }) {
    return Date.parse(to) - Date.parse(from) === time/* DAY_MS */.sO;
}
function strip(days) {
    const marks = new Map(days.map(({ from, state }) => [Number(from.slice(8, 10)), markOf(state)]));
    return Array.from({ length: 31 }, (_, index) => marks.get(index + 1) ?? " ")
        .join("")
        .trimEnd();
}
function markOf(state) {
    return LETTERS[state] || "·";
}

;// CONCATENATED MODULE: ./lib/report/period/terminal.js











const INDENT = 16;
/** A page is for reading; all of it is in the JSON. */
const terminal_MOST = 10;
/** The verdict on a period as one page for a terminal. */
function periodText({ streams, remarks }) {
    const pages = streams.map((stream) => streamLines(stream).join("\n"));
    const rest = listLines("Remarks", remarks);
    return `${[...pages, ...(rest.length > 0 ? [rest.join("\n").trimStart()] : [])].join("\n\n")}\n`;
}
function streamLines(stream) {
    const { slotList, changes, chain, notProven, remarks, sample } = stream;
    const facts = [
        ...collectionFacts(stream),
        ...proofFacts(stream, true),
        ...(sample === null ? [] : [["Sample", sample.chosen]]),
    ];
    const strips = monthStrips(slotList);
    const lists = [
        ...runLists(stream),
        [
            "Slots that were not met on time",
            gapRows(slotList).map(({ span, slot }) => `${span} ${slot.state}: ${slot.detail}`),
        ],
        ["Restarts of the chain", chain.restarts.map(({ run, reason }) => `${run}: ${reason.message}`)],
        [
            "Record changes to review",
            changes.map((change) => {
                const count = change.count === null ? "" : ` (${change.count})`;
                return `${change.collectedAt} ${words/* ITEM_NAMES */.fH[change.item]}: ${(0,changes_in_words/* meaningOf */.Pr)(change)}${count}`;
            }),
        ],
        ["Not proven", notProven],
        ["Remarks", remarks],
    ];
    return [
        ...wrapText((0,sanitize/* logLine */.BP)(conclusion(stream)), WIDTH),
        "",
        ...facts.flatMap(([term, fact]) => wrapLabelled(term, (0,sanitize/* logLine */.BP)((0,markup/* textOf */.b6)((0,phrases/* htmlOf */.Zq)(fact))), INDENT)),
        ...(strips.length === 0 ? [] : ["", ...strips]),
        ...lists.flatMap(([title, entries]) => listLines(title, entries)),
    ];
}
function listLines(title, entries) {
    if (entries.length === 0)
        return [];
    return ["", title, ...shortened(entries, terminal_MOST).flatMap((entry) => wrapLabelled("  -", (0,sanitize/* logLine */.BP)(entry), 4))];
}
function conclusion({ exitCode, stream, period, problems, sample }) {
    const inPeriod = period === null ? "" : `, ${periodInWords(period)}`;
    const ofSample = sample === null ? "" : `, a sample of ${sample.runs} of ${sample.of} runs`;
    const firstBad = exitCode === 1 ? ` First bad run: ${problems[0]?.run}.` : "";
    return `${VERDICT_WORDS[exitCode].word}: stream ${stream}${inPeriod}${ofSample}.${firstBad}`;
}

// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
;// CONCATENATED MODULE: ./lib/report/period/plot.js


/** The drawing: x is the slot, y the count, from 116 up to 20. */
const TOP = 20;
const BOTTOM = 116;
/** As many labels as fit side by side on a phone. */
const plot_MOST_MONTHS = 5;
const MOST_FLAGS = 12;
/** Lines over the slots, with the grid, the months, the letters of slots without a number, and the strip of states. */
function trendPlot({ id, title, description, series, slots, }) {
    const width = Math.max(1, slots.length);
    const height = roundUp(series.reduce((most, { values }) => values.reduce((max, value) => Math.max(max, value ?? 0), most), 0));
    const unknown = stretchesOf((series[0]?.values ?? []).map((value) => value === null), true);
    const box = (0,markup/* markup */.PT) `y="${TOP}" width="100%" height="${BOTTOM - TOP}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
    const voids = unknown.map(([at, length]) => (0,markup/* markup */.PT) `<rect class="void" x="${at}" width="${length}" height="${height}"/>`);
    const lines = series.map(({ stroke, values }) => (0,markup/* markup */.PT) `<path class="${stroke}" d="${stepPath(values)}"/>`);
    return (0,markup/* markup */.PT) `<svg class="plot" height="158" role="img" aria-labelledby="t-${id} d-${id}"><title id="t-${id}">${title}</title><desc id="d-${id}">${description}</desc>
${months(slots)}
<svg ${box}>${voids}</svg>
${grid(height)}
<line class="axis" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
<svg ${box} overflow="visible"><g transform="matrix(1 0 0 -1 0 ${height})">${lines}</g></svg>
${flags(slots, unknown)}<svg y="142" width="100%" height="8">${stripUse(id)}</svg></svg>`;
}
/** The strip of an item, which shows its state at each slot. */
function stateStrip(id) {
    return (0,markup/* markup */.PT) `<svg class="strip" aria-hidden="true">${stripUse(id)}</svg>`;
}
/** The strips of all items, unseen: the plots and tables of the page show them. */
function stripSymbols(readings) {
    const symbols = readings.map(({ id, bySlot }) => {
        const states = bySlot.map((item) => item?.state ?? null);
        const path = (state, shape) => stretchesOf(states, state)
            .map(([at, length]) => shape(at, length))
            .join("");
        return (0,markup/* markup */.PT) `<symbol id="by-slot-${id}" viewBox="0 0 ${Math.max(1, states.length)} 8" preserveAspectRatio="none">
<path class="bar-c" d="${path("clear", (at, length) => `M${at} 7h${length}`)}"/>
<path class="bar-a" d="${path("attention", (at, length) => `M${at} 4h${length}`)}"/>
<path class="bar-u" d="${path("unknown", (at, length) => `M${at} .5h${length}v7h-${length}z`)}"/>
</symbol>`;
    });
    return (0,markup/* markup */.PT) `<svg class="vh" aria-hidden="true" width="0" height="0"><defs>\n${(0,markup/* joinMarkup */.Rm)(symbols, "\n")}\n</defs></svg>\n`;
}
function stripUse(id) {
    return (0,markup/* markup */.PT) `<use href="#by-slot-${id}" width="100%" height="8"/>`;
}
/** Where the value occurs in a row, as starts and lengths. */
function stretchesOf(values, wanted) {
    const found = [];
    for (const [at, value] of values.entries()) {
        if (value !== wanted)
            continue;
        const last = found.at(-1);
        if (last !== undefined && last[0] + last[1] === at)
            last[1] += 1;
        else
            found.push([at, 1]);
    }
    return found;
}
/** A line of steps that breaks where a value is not known: nothing is interpolated. */
function stepPath(values) {
    let path = "";
    let before = null;
    let length = 0;
    for (const [at, value] of values.entries()) {
        if (value !== before) {
            if (length > 0)
                path += `h${length}`;
            length = 0;
            if (value !== null)
                path += before === null ? `M${at} ${value}` : `V${value}`;
        }
        if (value !== null)
            length += 1;
        before = value;
    }
    return length > 0 ? `${path}h${length}` : path;
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
    return (0,markup/* joinMarkup */.Rm)(lines, "\n");
}
function months(slots) {
    const starts = [...slots.keys()].filter((index) => slots[index]?.from.slice(0, 7) !== slots[index - 1]?.from.slice(0, 7));
    const every = Math.ceil(starts.length / plot_MOST_MONTHS);
    const labels = starts
        .filter((_, index) => index % every === 0)
        .map((index) => {
        const x = percent(index, slots.length);
        return (0,markup/* markup */.PT) `<line class="axis" x1="${x}" x2="${x}" y1="116" y2="134"/><text class="tick" x="${x}" dx="4" y="130">${slots[index]?.from.slice(0, 7) ?? ""}</text>`;
    });
    return (0,markup/* joinMarkup */.Rm)(labels);
}
/** Letters over slots without a number, where they are few enough to be read. */
function flags(slots, unknown) {
    const found = unknown.flatMap(([at, length]) => {
        const states = slots.slice(at, at + length).map(({ state }) => state);
        // Slots side by side may be without a number for different reasons.
        return ["partial", "failed", "missing", "declared"].flatMap((state) => stretchesOf(states, state).map(([from, of]) => ({ at: at + from + of / 2, letter: LETTERS[state] })));
    });
    if (found.length > MOST_FLAGS)
        return (0,markup/* markup */.PT) ``;
    return (0,markup/* joinMarkup */.Rm)(found.map(({ at, letter }) => (0,markup/* markup */.PT) `<text class="flag" x="${percent(at, slots.length)}" y="13">${letter}</text>`));
}
function percent(part, whole) {
    return `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`;
}

;// CONCATENATED MODULE: ./lib/report/period/readings.js

/** What each item read at each slot: that of the run which names the slot. */
function readingsOf({ verdict, runs }) {
    const byPlace = new Map(runs.map((run) => [run.place, run]));
    return schema/* ITEM_IDS */.FT.flatMap((id) => {
        const bySlot = verdict.slotList.map(({ run }) => byPlace.get(run)?.items.find((item) => item.id === id) ?? null);
        return bySlot.some((item) => item !== null) ? [{ id, bySlot }] : [];
    });
}
/** Whether the numbers of an item may be drawn and compared: a floor may not. */
function isKnown(item) {
    return item !== null && item.status === "complete" && item.counts !== null;
}

// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
;// CONCATENATED MODULE: ./lib/report/period/sections/calendar.js







const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/** The class of each state's cell; a cell without a class shows nothing. */
const CLASSES = {
    met: "c",
    late: "l",
    partial: "p",
    failed: "f",
    missing: "m",
    declared: "d",
};
/** Every day of the period, with its state: by shape, letter and colour, or as a strip of letters. */
function calendarSection(report) {
    const { verdict } = report;
    const { period, slotList } = verdict;
    const unit = unitOf(verdict);
    const byDay = Map.groupBy(slotList, ({ from }) => dayOf(from));
    const anchors = new Map(shownGapRows(slotList).flatMap(({ slots, anchor }) => slots.map((slot) => [slot.from, anchor])));
    const months = period === null ? [] : monthsOf(period.from, period.to);
    const strips = monthStrips(slotList);
    return (0,renderer/* section */.uW)({
        id: "days",
        title: "Slots by day",
        no: 1,
        lead: unit === "day"
            ? "One slot for each day in UTC. A day with a letter was not met on time; section 2 has the reason. The days that were due are the population to sample from."
            : `A day holds several slots and shows the worst of them: without a letter, every ${unit} of the day was met on time. The slots that were due are the population to sample from.`,
    }, [
        (0,renderer/* either */.gP)(() => {
            const tables = months.map((month) => monthTable(month, { period, byDay, anchors, unit }));
            return (0,markup/* markup */.PT) `<div class="calendar">\n${(0,markup/* joinMarkup */.Rm)(tables, "\n")}\n</div>\n${legend(report)}`;
        }, [
            strips.length === 0
                ? (0,renderer/* paragraph */.FY)(`Section 2 lists every ${unit} that was not met on time; all others were.`)
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
function monthTable(month, calendar) {
    const first = Date.parse(`${month}-01T00:00:00Z`);
    const length = (Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - first) / time/* DAY_MS */.sO;
    // Weeks begin on Monday.
    const before = (new Date(first).getUTCDay() + 6) % 7;
    const cells = [
        ...Array.from({ length: before }, () => (0,markup/* markup */.PT) `<td></td>`),
        ...Array.from({ length }, (_, index) => dayCell(dayOf(new Date(first + index * time/* DAY_MS */.sO).toISOString()), calendar)),
    ];
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    const slots = [...calendar.byDay].flatMap(([day, of]) => (day.startsWith(month) ? of : []));
    const met = slots.filter(({ state }) => state === "met" || state === "late").length;
    return (0,markup/* markup */.PT) `<table class="month"><caption>${month} <span class="soft">${(0,phrases/* groupDigits */.K9)(met)} of ${(0,phrases/* groupDigits */.K9)(slots.length)}</span></caption>
<thead><tr>${WEEK.map((day) => (0,markup/* markup */.PT) `<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${(0,markup/* joinMarkup */.Rm)(weeks.map((week) => (0,markup/* markup */.PT) `<tr>${week}</tr>`), "\n")}</tbody></table>`;
}
function dayCell(day, { period, byDay, anchors, unit }) {
    const label = String(Number(day.slice(8)));
    const slots = byDay.get(day);
    const start = `${day}T00:00:00Z`;
    if (slots === undefined) {
        const isInside = period !== null && Date.parse(start) + time/* DAY_MS */.sO > Date.parse(period.from) && start < period.to;
        return isInside ? (0,markup/* markup */.PT) `<td class="n">${label}<span class="vh"> not due</span></td>` : (0,markup/* markup */.PT) `<td></td>`;
    }
    const state = worstOf(slots.map((slot) => slot.state));
    if (state === "met")
        return (0,markup/* markup */.PT) `<td class="c">${label}</td>`;
    const here = slots.filter((slot) => slot.state === state);
    const anchor = anchors.get(here[0]?.from ?? "");
    const words = unit === "day" ? `${state}, ${day}` : `${here.length} of ${slots.length} ${state}, ${day}`;
    const letter = LETTERS[state];
    return (0,markup/* markup */.PT) `<td class="${CLASSES[state]}"><a href="#${anchor ?? "gaps"}" aria-label="${letter}: ${words}">${letter}</a></td>`;
}
function legend({ verdict }) {
    const { slots } = verdict;
    const entries = [
        ["met", slots.met, "9", "collected", "complete, on time"],
        ["late", slots.late, "L", "late", "complete, but too late"],
        ["partial", slots.partial, "P", "partial", "at least one item not complete"],
        ["failed", slots.failed, "F", "failed", "only a signed record of failure"],
        ["missing", slots.missing, "M", "missing", "no run and no declared gap"],
        ["declared", slots.declared, "D", "declared gap", "no run; signed explanation"],
    ];
    const lines = entries.map(([state, count, letter, name, meaning]) => (0,markup/* markup */.PT) `<li><i class="swatch ${CLASSES[state]}" aria-hidden="true">${letter}</i><b>${(0,phrases/* groupDigits */.K9)(count)}</b><span>${name}<br><span class="soft">${meaning}</span></span></li>`);
    const notDue = (0,markup/* markup */.PT) `<li><i class="swatch n" aria-hidden="true">1</i><b></b><span>not due<br><span class="soft">before the first run, or not over yet</span></span></li>`;
    return (0,markup/* markup */.PT) `<ul class="legend" role="list" aria-label="States, with the number of slots in each">\n${(0,markup/* joinMarkup */.Rm)([...lines, notDue], "\n")}\n</ul>`;
}

;// CONCATENATED MODULE: ./lib/report/period/sections/gaps.js






/** Every slot that was not met on time, with its reason. */
function gapsSection({ verdict, runs }) {
    const { slotList } = verdict;
    const unit = unitOf(verdict);
    const rows = shownGapRows(slotList);
    const all = slotList.filter(({ state }) => state !== "met").length;
    const more = all - rows.reduce((sum, { slots }) => sum + slots.length, 0);
    const byPlace = new Map(runs.map((run) => [run.place, run]));
    return (0,renderer/* section */.uW)({ id: "gaps", title: "Gaps and late slots", no: 2 }, rows.length === 0
        ? [(0,renderer/* paragraph */.FY)(`Every ${unit} that was due was met on time.`)]
        : [
            (0,renderer/* table */.tp)({
                caption: `The ${quantityOf(all, unit)} that were not met on time`,
                columns: [(0,words/* sentenceCase */.o3)(unit), "", "State, what is missing, and why"],
                rows: rows.map((row) => tableRow(row, byPlace)),
                kind: "gaps",
            }),
            ...moreInJson(more),
        ]);
}
/** Where the rest of a list is that is too long for the page. */
function moreInJson(more) {
    return more > 0 ? [(0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${more} more are in ${(0,phrases/* code */.aY)("verify --json")}.`, "more")] : [];
}
function tableRow({ anchor, span, slot }, runs) {
    const { state } = slot;
    const swatch = (0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) `<i class="swatch ${state.charAt(0)}" aria-hidden="true">${LETTERS[state]}</i>`);
    const reason = reasonInWords(slot, slot.run === null ? undefined : runs.get(slot.run));
    return {
        id: anchor,
        cells: [(0,phrases/* range */.y1)(span), swatch, (0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)(`${stateInWords(slot)}.`)} ${reason}`],
    };
}
function reasonInWords({ state, detail }, run) {
    const lacking = run?.items.filter(({ status }) => status !== "complete") ?? [];
    if (run === undefined || lacking.length === 0 || state === "late") {
        const said = detail === null ? "" : (0,phrases/* name */.UU)((0,words/* sentence */.em)(detail));
        return state === "late" && run?.schedule === null && run.source !== null
            ? (0,phrases/* phrase */.MZ) `${said} The run was started by hand or outside GitHub.`
            : said;
    }
    const reasons = lacking.map(({ id, status, reason, counts }) => {
        const why = reason === null ? "" : (0,phrases/* phrase */.MZ) `: ${(0,phrases/* name */.UU)(reason.message)} ${(0,phrases/* code */.aY)(reason.code)}`;
        const floor = status === "partial" && counts !== null
            ? ` At least ${(0,phrases/* groupDigits */.K9)(counts["total"] ?? 0)} in total.`
            : "";
        return (0,phrases/* phrase */.MZ) `${(0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])} ${status}${why}.${floor}`;
    });
    const collected = (0,phrases/* soft */.LN)(`run of ${dayOf(run.collectedAt)} ${run.collectedAt.slice(11, 19)}Z`);
    return (0,phrases/* joinWords */.yZ)([...reasons, collected], " ");
}

;// CONCATENATED MODULE: ./lib/report/period/sections/changes.js





/** Nobody reads a longer table. */
const changes_MOST_SHOWN = 200;
/** What evidence is made with and signed by, and what changed in its records. */
function changesSection({ verdict }) {
    const made = changesOfMaking(verdict);
    const notable = verdict.changes.slice(0, changes_MOST_SHOWN);
    return (0,renderer/* section */.uW)({ id: "changes", title: "Changes", no: 5 }, [
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
                columns: ["Run", "Item", "What", "Records"],
                rows: notable.map((change) => [
                    (0,phrases/* time */.kB)(change.collectedAt),
                    (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[change.item]),
                    (0,phrases/* name */.UU)((0,changes_in_words/* meaningOf */.Pr)(change)),
                    change.count ?? "",
                ]),
                kind: "changes",
            }),
        ...moreInJson(verdict.changes.length - notable.length),
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
/** The notes on a control; of one that the catalogue does not know, what holds for every control. */
function notesOn({ framework, id, }) {
    return (CONTROL_NOTES.get(`${framework} ${id}`) ?? {
        hidden: [
            "Whether the items mapped to this control are the right ones: the mapping is the organisation’s.",
        ],
        ask: ["The reasons for the mapping"],
    });
}

;// CONCATENATED MODULE: ./lib/report/period/control-support.js

/** The controls that any run of the period names, by framework and number. */
function supportedControls({ runs }, readings) {
    const named = new Map();
    for (const { items } of runs) {
        for (const { controls } of items) {
            for (const control of controls)
                named.set(`${control.framework}\n${control.id}`, control);
        }
    }
    return [...named.values()]
        .toSorted((a, b) => byNumber(a.framework, b.framework) || byNumber(a.id, b.id))
        .map((control, index) => ({
        control,
        anchor: `control-${index + 1}`,
        items: readings.flatMap((reading) => itemSupport(reading, control)),
    }));
}
function itemSupport({ id, bySlot }, control) {
    const figures = { complete: 0, claimed: 0, clear: 0, attention: 0, unknown: 0 };
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
    }
    return isNamed ? [{ id, ...figures }] : [];
}
// A.8.9 comes before A.8.16.
function byNumber(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
}

;// CONCATENATED MODULE: ./lib/report/period/sections/controls.js










/** More days than this are a matter for the table of gaps. */
const DAYS_SHOWN = 20;
/** One sheet for each control: what supports it, what the evidence does not show, what to ask for elsewhere. */
function controlsSection(report, readings) {
    const sheets = supportedControls(report, readings).map((each) => sheet(each, { report, readings }));
    return (0,renderer/* section */.uW)({
        id: "controls",
        title: "Controls",
        no: 4,
        lead: "One sheet for each control. “Supports” means that the evidence is relevant to the control and can be verified; whether the control is met is for an auditor to say. “Attention” is a result, not a failure of the control: a person should look at what was found.",
    }, sheets.length === 0 ? [(0,renderer/* paragraph */.FY)("No run of the period names a control.")] : sheets);
}
function sheet({ control, anchor, items }, context) {
    const { hidden, ask } = notesOn(control);
    const unit = (0,words/* sentenceCase */.o3)(unitOf(context.report.verdict));
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
                (0,renderer/* bullets */.e5)(items.flatMap((item) => supportSentences(item, context))),
            ]),
            (0,renderer/* box */.aP)("shows-not", [(0,renderer/* heading */.R_)("What this evidence does not show", { level: 4 }), (0,renderer/* bullets */.e5)(hidden)]),
        ]),
        (0,renderer/* box */.aP)("pair", [
            (0,renderer/* box */.aP)("", [(0,renderer/* heading */.R_)(`${unit}s to ask about`, { level: 4 }), (0,renderer/* paragraph */.FY)(slotsToAskAbout(items, context))]),
            (0,renderer/* box */.aP)("ask", [(0,renderer/* heading */.R_)("What to ask for elsewhere", { level: 4 }), (0,renderer/* bullets */.e5)(ask)]),
        ]),
        (0,renderer/* either */.gP)(() => (0,markup/* markup */.PT) `<div class="paper working" aria-hidden="true">Auditor’s notes</div>`),
    ]);
}
function itemTable(items, { report, control }) {
    const due = (0,phrases/* groupDigits */.K9)(report.verdict.slots.due);
    const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) => [
        (0,phrases/* jump */.lA)(`trend-${id}`, (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])),
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
function supportSentences({ id, complete, claimed }, { report, readings }) {
    const { verdict } = report;
    const called = (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
    const direct = complete - claimed;
    const known = readings.find((reading) => reading.id === id)?.bySlot.filter(isKnown) ?? [];
    const [first, last] = [known[0]?.counts, known.at(-1)?.counts];
    return [
        `${called} were collected completely on ${(0,phrases/* groupDigits */.K9)(complete)} of the ${quantityOf(verdict.slots.due, unitOf(verdict))} due.`,
        ...(claimed === 0
            ? []
            : [
                direct > 0
                    ? `On ${(0,phrases/* groupDigits */.K9)(direct)} of them the records support the control directly; on ${(0,phrases/* groupDigits */.K9)(claimed)} the mapping is the organisation’s claim.`
                    : "None of them supports the control directly; the mapping is the organisation’s claim.",
            ]),
        ...(first == null || last == null
            ? []
            : [`First complete reading: ${countsInWords(id, first)}. Last: ${countsInWords(id, last)}.`]),
    ];
}
function countsInWords(id, counts) {
    const names = id === "compliance-monitors" ? ["total", "failing", "muted"] : ["critical", "high"];
    return names.map((each) => `${(0,phrases/* groupDigits */.K9)(counts[each] ?? 0)} ${each}`).join(", ");
}
/** Where an item that supports the control is not complete, with links to the reasons. */
function slotsToAskAbout(items, { report, readings }) {
    const { slotList } = report.verdict;
    const ids = new Set(items.map(({ id }) => id));
    const lacking = new Set(readings
        .filter(({ id }) => ids.has(id))
        .flatMap(({ bySlot }) => [...bySlot.keys()].filter((index) => !isKnown(bySlot[index] ?? null)))
        .map((index) => slotList[index]?.from));
    const rows = shownGapRows(slotList).filter(({ slots }) => slots.some(({ from }) => lacking.has(from)));
    if (rows.length === 0)
        return "None.";
    const shown = rows.slice(0, DAYS_SHOWN).map(({ anchor, span }) => (0,phrases/* jump */.lA)(anchor, (0,phrases/* range */.y1)(span)));
    const more = rows.length - shown.length;
    return (0,phrases/* joinWords */.yZ)([
        ...shown,
        ...(more > 0 ? [(0,phrases/* phrase */.MZ) `and ${more} more in ${(0,phrases/* jump */.lA)("gaps", "section 2")}`] : []),
    ]);
}

;// CONCATENATED MODULE: ./lib/report/period/sections/cover.js








/** What this is and what to think of it, as an auditor may file it. */
function periodMasthead(report) {
    const { verdict, runs, isVerified } = report;
    const { word, kind } = isVerified
        ? VERDICT_WORDS[verdict.exitCode]
        : { word: "Not verified", kind: "failed" };
    return {
        what: (0,phrases/* phrase */.MZ) `audit period, stream ${(0,phrases/* name */.UU)(verdict.stream)}`,
        title: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)((0,page/* shortTitle */.HV)(organizationOf(runs) ?? "Datadog"))}, ${(0,phrases/* name */.UU)(verdict.stream)}${isVerified ? "" : ", NOT VERIFIED"}`,
        when: periodInWords(verdict.period),
        leads: [leadInWords(report)],
        verdict: { word, kind, sentences: [verdictInWords(report)] },
    };
}
/** Figures, facts to file, what supports which control, and the contents. */
function coverBlocks(report, readings) {
    const { verdict, isVerified, madeAt, version, runs } = report;
    const { slots } = verdict;
    const prepared = (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(madeAt)} by datadog-evidence ${(0,phrases/* name */.UU)(version)}, from ${quantityOf(runs.length, "run")}`;
    return [
        (0,renderer/* figures */.u5)([
            { label: `${unitOf(verdict)}s due`, value: slots.due },
            {
                label: slots.late === 0 ? "collected" : `collected, ${(0,phrases/* groupDigits */.K9)(slots.late)} late`,
                value: slots.met + slots.late,
            },
            { label: "partial", value: slots.partial, kind: "sep" },
            { label: "failed", value: slots.failed },
            { label: "missing", value: slots.missing },
            { label: "declared gap", value: slots.declared },
        ]),
        (0,renderer/* box */.aP)("two", [
            (0,renderer/* facts */.Ix)([...streamFacts(report), ...collectionFacts(verdict)]),
            (0,renderer/* facts */.Ix)([...proofFacts(verdict, isVerified), ["Prepared", prepared]]),
        ]),
        controlsTable(report, readings),
        (0,renderer/* either */.gP)(() => {
            const links = CONTENTS.map(([id, title], index) => (0,markup/* markup */.PT) `<li><span class="no">${index + 1}</span><a href="#${id}">${title}</a></li>\n`);
            return (0,markup/* markup */.PT) `<nav aria-label="Contents">\n<ol class="contents">\n${links}</ol></nav>`;
        }),
        (0,renderer/* either */.gP)(() => runs.length === 0
            ? (0,markup/* markup */.PT) ``
            : (0,markup/* markup */.PT) `<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>`),
    ];
}
const CONTENTS = [
    ["days", "Slots by day"],
    ["gaps", "Gaps and late slots"],
    ["trends", "Trends"],
    ["controls", "Controls"],
    ["changes", "Changes"],
    ["verdicts", "Verdicts"],
    ["records", "Records and digests"],
    ["verify", "Verify it yourself"],
];
/** What was due and what was collected. */
function leadInWords({ verdict, isVerified }) {
    const { slots, runs, problems, unchecked } = verdict;
    const unit = unitOf(verdict);
    const lacking = [
        slots.failed > 0 && `${quantityOf(slots.failed, unit)} left only a signed record of failure`,
        slots.missing > 0 && `${quantityOf(slots.missing, unit)} left nothing`,
        slots.declared > 0 && `${quantityOf(slots.declared, unit)} are in a gap that was declared later`,
    ].filter((clause) => clause !== false);
    const sentences = [
        slots.due === 0
            ? "This report found no slot that was due."
            : `Evidence was due on ${quantityOf(slots.due, unit)}. It was collected completely on ${(0,phrases/* groupDigits */.K9)(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${(0,phrases/* groupDigits */.K9)(slots.partial)}` : ""}.`,
        ...(lacking.length > 0 ? [`Of the others, ${(0,words/* list */.p_)(lacking)}.`] : []),
        isVerified
            ? problems.length === 0 && unchecked.length === 0
                ? `All ${(0,phrases/* groupDigits */.K9)(runs.genuine)} run folders are genuine.`
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
            ? `All ${(0,phrases/* groupDigits */.K9)(verdict.runs.genuine)} statements have valid signatures${chainInBrief(verdict)}.`
            : (0,phrases/* phrase */.MZ) `${(0,words/* sentenceCase */.o3)(problem.code.replaceAll("-", " "))}: ${(0,phrases/* name */.UU)(problem.run)} ${(0,phrases/* name */.UU)(problem.detail)}.`,
        ...(verdict.exitCode === 3
            ? [(0,phrases/* phrase */.MZ) `${(0,phrases/* jump */.lA)("gaps", "Section 2")} lists each slot that is not complete, with the reason.`]
            : []),
        (0,phrases/* phrase */.MZ) `${(0,phrases/* jump */.lA)("verdicts", "Section 6")} lists what could not be verified.`,
        (0,phrases/* soft */.LN)(`Exit code\u00a0${verdict.exitCode}.`),
    ];
    return (0,phrases/* joinWords */.yZ)(sentences, " ");
}
function chainInBrief({ chain, witness, runs, timed }) {
    const timestamps = timed === runs.genuine && timed > 0 ? " and trusted timestamps" : "";
    const links = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
    const copies = witness !== null && witness.same === runs.genuine ? "; an independent copy matches" : "";
    return `${timestamps}${links}${copies}`;
}
function controlsTable(report, readings) {
    const { verdict } = report;
    const frameworks = Map.groupBy(supportedControls(report, readings), ({ control }) => control.framework);
    if (frameworks.size === 0)
        return (0,renderer/* paragraph */.FY)("No run names a control.");
    const groups = [...frameworks].map(([framework, controls]) => ({
        heading: (0,phrases/* name */.UU)(framework),
        rows: controls.map(({ control, anchor, items }) => {
            const support = items.map(({ id, complete, claimed }) => {
                const only = claimed > 0 ? (0,phrases/* phrase */.MZ) ` ${(0,phrases/* soft */.LN)(`(${(0,phrases/* groupDigits */.K9)(claimed)} only claimed)`)}` : "";
                return (0,phrases/* phrase */.MZ) `${words/* ITEM_NAMES */.fH[id]} ${complete}${only}`;
            });
            return [(0,phrases/* jump */.lA)(anchor, (0,phrases/* styled */.I4)("id", (0,phrases/* name */.UU)(control.id))), (0,phrases/* name */.UU)(control.title), (0,phrases/* joinWords */.yZ)(support)];
        }),
    }));
    return (0,renderer/* table */.tp)({
        caption: `Which item supports which control, and on how many of the ${quantityOf(verdict.slots.due, unitOf(verdict))} due it is complete`,
        columns: ["Control", "Title", "Supported by"],
        groups,
        kind: "controls",
    });
}

;// CONCATENATED MODULE: ./lib/report/period/sections/records.js




/** Every record file with its digest and verdict. */
function recordsSection({ verdict, isVerified, runs }) {
    const rows = [...runs.map((run) => runRow(run, isVerified)), ...badRows(verdict)].toSorted((a, b) => a.place < b.place ? -1 : 1);
    const months = Map.groupBy(rows, ({ place }) => place.split("/")[1]?.slice(0, 7) ?? "elsewhere");
    return (0,renderer/* section */.uW)({
        id: "records",
        title: "Records and digests",
        no: 7,
        lead: `Each folder is below ${verdict.stream}, by year and day, and has evidence.json, or gap.json for a declared gap. Results are in the order signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder are right.`,
    }, [
        (0,renderer/* table */.tp)({
            caption: quantityOf(rows.length, "record"),
            columns: ["Day", "No.", "Folder", "Results", "Verdict", "SHA-256 of the file"],
            groups: [...months].map(([month, ofMonth]) => ({
                heading: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(month)} ${(0,phrases/* soft */.LN)(quantityOf(ofMonth.length, "record"))}`,
                rows: ofMonth.map(({ row }) => row),
            })),
            kind: "files",
            scroll: "Records",
        }),
    ]);
}
function runRow({ place, sequence, outcome, items, contentSha256, collectedAt }, isVerified) {
    const results = schema/* ITEM_IDS */.FT.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(" ");
    const cells = [
        dayOf(collectedAt).slice(8),
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
        id: "trends",
        title: "Trends",
        no: 3,
        lead: (0,phrases/* phrase */.MZ) `Only known numbers are shown: a missed reading cannot be repeated, and nothing is interpolated.${howToRead}`,
    }, readings.length === 0
        ? [(0,renderer/* paragraph */.FY)("No run of the period has an item.")]
        : readings.map((reading) => trend(reading, { slots: verdict.slotList, unit: unitOf(verdict) })));
}
function trend(reading, { slots, unit }) {
    const { id } = reading;
    const { what, counts } = PLOTTED[id];
    const title = (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
    const series = seriesOf(reading);
    const latest = latestInWords(reading, series);
    const byMonth = trends_monthTable(reading, { slots, series });
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
/** The counts of an item at each slot, where they are known. */
function seriesOf({ id, bySlot }) {
    return PLOTTED[id].counts.map(({ count, label, stroke }) => ({
        label,
        stroke,
        values: bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
    }));
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
    return `${(0,words/* sentenceCase */.o3)((0,words/* list */.p_)(ranges))}. No line is drawn for ${unknown} ${unit}s. The table has the numbers by month.`;
}
/** The counts of an item by month. */
function trends_monthTable({ id, bySlot }, { slots, series }) {
    const { counts } = PLOTTED[id];
    const title = (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id]);
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
    const columns = counts.flatMap(({ label, by }) => by.map((which) => `${(0,words/* sentenceCase */.o3)(label)}, ${which}`));
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
const verdicts_MOST_SHOWN = 100;
/** What was checked, what failed, and what these files cannot prove. */
function verdictsSection(report) {
    const { verdict, isVerified, madeAt } = report;
    const { declarations, remarks } = verdict;
    const lists = [
        ...runLists(verdict),
        ...(remarks.length === 0 ? [] : [["Remarks", remarks]]),
    ].flatMap(([title, sentences]) => [(0,renderer/* heading */.R_)(title), (0,renderer/* bullets */.e5)(shortened(sentences, verdicts_MOST_SHOWN))]);
    const declared = (0,renderer/* table */.tp)({
        caption: "Declared gaps",
        columns: ["Range", "Cause", "Ticket", "Declared by"],
        rows: declarations.map(({ range: span, cause, ticket, role, collectedAt }) => [
            (0,phrases/* range */.y1)(spanOf(span)),
            (0,phrases/* name */.UU)(cause),
            ticket === null ? "none" : (0,phrases/* name */.UU)(ticket),
            (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(role)}, ${(0,phrases/* name */.UU)(collectedAt)}`,
        ]),
        kind: "declared",
    });
    return (0,renderer/* section */.uW)({
        id: "verdicts",
        title: "Verdicts",
        no: 6,
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
        ], [(0,renderer/* heading */.R_)("Not proven"), (0,renderer/* bullets */.e5)(openPoints(report))]),
    ]);
}

// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
;// CONCATENATED MODULE: ./lib/report/period/sections/verification.js




const EXPECTED = {
    0: "exit code 0: genuine and complete",
    1: "exit code 1: not genuine",
    2: "exit code 2: could not be checked in full",
    3: "exit code 3: genuine, but a run is not complete or a slot is missing or declared",
};
/** The commands that check the period offline. */
function verificationSection(report) {
    const { signers, last } = report.verdict;
    const ordinal = last === null || last.sequence === null ? "" : `, no. ${(0,phrases/* groupDigits */.K9)(last.sequence)}`;
    return (0,renderer/* section */.uW)({
        id: "verify",
        title: "Verify it yourself",
        no: 8,
        lead: "Offline, with tools we did not write. This page only shows the records; where the two differ, the records are right.",
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
            ...signers.map(({ value, from, runs }) => (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(value)}, ${quantityOf(runs, "run")} from ${(0,phrases/* time */.kB)(from)}`)),
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
        `datadog-evidence verify ${(0,shell/* shellWord */.r)(folder)} \\`,
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
.id { font-weight: 600; }
.controls tbody th { min-width: 4rem; }
.controls, .gaps, .changes, .declared, .notes .digest, .control .head { overflow-wrap: anywhere; }

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
@media (max-width: 22rem) { .by-month > * > tr > * { padding-right: .2rem; } }
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
  .working { height: 72mm; margin-top: 1.5rem; background: repeating-linear-gradient(transparent 0 calc(8mm - 1px), var(--rule) 0 8mm); break-inside: avoid; }
  .control + .control { break-before: page; padding-top: 0; }
  .calendar { grid-template-columns: repeat(3, auto); justify-content: space-between; }
  .month { width: 11rem; } .month td { height: 1.4rem; }
  .legend { grid-template-columns: repeat(3, 1fr); }
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
    const organization = (0,page/* shortTitle */.HV)(organizationOf(runs) ?? "Datadog");
    const period = periodInWords(verdict.period);
    const readings = readingsOf(report);
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
            ...coverBlocks(report, readings),
            calendarSection(report),
            gapsSection(report),
            trendsSection(report, readings),
            controlsSection(report, readings),
            changesSection(report),
            verdictsSection(report),
            recordsSection(report),
            verificationSection(report),
        ],
        foot: (0,phrases/* phrase */.MZ) `Made by datadog-evidence ${(0,phrases/* name */.UU)(version)} from ${runs.length} runs${isVerified ? "" : ", none of them verified"}.`,
    };
}

;// CONCATENATED MODULE: ./lib/demo/northwind/people.js
/** The people of Northwind Freight, whose names and addresses must never reach evidence. */
const NORTHWIND_PEOPLE = {
    ines: { id: 2041711, name: "Ines Okafor", handle: "ines.okafor@northwind-freight.example" },
    tomas: { id: 2041764, name: "Tomas Lindqvist", handle: "tomas.lindqvist@northwind-freight.example" },
    mei: { id: 2041802, name: "Mei Castellanos", handle: "mei.castellanos@northwind-freight.example" },
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/demo/northwind/stable.js

/**
 * Returns hexadecimal digits that depend on nothing but the label, so that a
 * fictional record looks the same in every run and whatever stands beside it.
 */
function stableHex(label, length) {
    return (0,external_node_crypto_.createHash)("sha256").update(`Northwind Freight: ${label}`).digest("hex").slice(0, length);
}
/** Returns a version 4 UUID that depends on nothing but the label. */
function stableUuid(label) {
    const digits = stableHex(`uuid of ${label}`, 32);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `a${digits.slice(17, 20)}`,
        digits.slice(20),
    ].join("-");
}
/** Returns a whole number from 0 up to, not including, `below`, that depends on nothing but the label. */
function stableNumber(label, below) {
    return Number.parseInt(stableHex(label, 8), 16) % below;
}
/** Returns one of the values, chosen by the label alone. */
function stablePick(label, values) {
    return values[stableNumber(label, values.length)] ?? values[0];
}

;// CONCATENATED MODULE: ./lib/demo/northwind/detection-rules.js



const detectionRule = (id, severity, name, from) => ({ isEnabled: true, ...from, id, severity, name });
/** The detection rules of Northwind Freight. */
const DETECTION_RULES = {
    rootLogin: detectionRule("fk2-nwf-r01", "critical", "AWS root user logged in to the console", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1078-valid-accounts",
    }),
    stuffing: detectionRule("fk2-nwf-r02", "critical", "Credential stuffing attack succeeded on the customer portal", {
        type: "application_security",
        source: "customer-portal",
        technique: "t1110-brute-force",
    }),
    miner: detectionRule("fk2-nwf-r03", "critical", "Process contacted a cryptomining pool", {
        type: "workload_security",
        source: "runtime-security-agent",
        technique: "t1496-resource-hijacking",
    }),
    trailStopped: detectionRule("fk2-nwf-r04", "high", "AWS CloudTrail configuration modified", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1562-impair-defenses",
    }),
    travel: detectionRule("fk2-nwf-r05", "high", "Impossible travel observed from a user", {
        type: "log_detection",
        source: "okta",
        technique: "t1078-valid-accounts",
    }),
    pam: detectionRule("fk2-nwf-r06", "high", "PAM configuration files modified", {
        type: "workload_security",
        source: "runtime-security-agent",
        technique: "t1556-modify-authentication-process",
    }),
    bucketPublic: detectionRule("fk2-nwf-r07", "high", "S3 bucket made public", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1530-data-from-cloud-storage",
    }),
    injection: detectionRule("fk2-nwf-r08", "high", "SQL injection attempts on the tracking API", {
        type: "application_security",
        source: "tracking-api",
        technique: "t1190-exploit-public-facing-application",
    }),
    mfaReset: detectionRule("fk2-nwf-r09", "medium", "Multi-factor authentication reset for a user", {
        type: "log_detection",
        source: "okta",
        technique: "t1556-modify-authentication-process",
    }),
    newKey: detectionRule("fk2-nwf-r10", "low", "AWS access key created by a new user", {
        type: "log_detection",
        source: "cloudtrail",
        technique: "t1098-account-manipulation",
    }),
    scanner: detectionRule("fk2-nwf-r11", "info", "Security scanner detected", {
        type: "application_security",
        source: "customer-portal",
        technique: "t1595-active-scanning",
    }),
    tor: detectionRule("fk2-nwf-r12", "medium", "Login from a Tor exit node", {
        type: "log_detection",
        source: "okta",
        technique: "t1090-proxy",
        isEnabled: false,
    }),
};
/** Returns the detection rules of Northwind Freight as Datadog lists them. */
function listDetectionRules() {
    return Object.values(DETECTION_RULES).map(rawRule);
}
function rawRule(rule) {
    const createdAt = Date.UTC(2024, 1, 5) + stableNumber(`${rule.id} created`, 200) * time/* DAY_MS */.sO;
    const tags = [`source:${rule.source}`, "security:attack", `technique:${rule.technique}`];
    return {
        id: rule.id,
        version: 3,
        name: rule.name,
        createdAt,
        creationAuthorId: 0,
        updateAuthorId: 0,
        updatedAt: createdAt + 40 * time/* DAY_MS */.sO,
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
/** Returns the suppression rules of Northwind Freight: one in force, one switched off. */
function listSuppressionRules() {
    return [
        rawSuppression("Penetration test in staging", { enabled: true, query: "env:staging" }),
        rawSuppression("Migration of the customs gateway", { enabled: false, query: "service:customs-gateway" }),
    ];
}
function rawSuppression(name, { enabled, query }) {
    const created = Date.UTC(2025, 5, 2) + stableNumber(`${name} created`, 300) * time/* DAY_MS */.sO;
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

;// CONCATENATED MODULE: ./lib/demo/northwind/postures.js

const postureRule = (id, severity, resource, name) => ({
    id,
    name,
    severity,
    provider: resource.startsWith("aws") ? "aws" : resource.startsWith("gcp") ? "gcp" : "azure",
    resourceType: resource,
    category: resource.includes("bucket") || resource.includes("storage") ? "storage" : "identity",
});
/** The cloud posture rules that Northwind Freight is measured by. */
const POSTURE_RULES = {
    rootKey: postureRule("def-nwf-p01", "critical", "aws_iam_account", "Root account should have no access keys"),
    publicBucket: postureRule("def-nwf-p02", "critical", "aws_s3_bucket", "S3 bucket should not allow public write"),
    openDatabase: postureRule("def-nwf-p03", "critical", "aws_rds_instance", "RDS instance should not be reachable publicly"),
    mfa: postureRule("def-nwf-p04", "high", "aws_iam_user", "Console users should have multi-factor authentication"),
    flowLogs: postureRule("def-nwf-p05", "high", "aws_vpc", "VPC flow logs should be enabled"),
    blobPublic: postureRule("def-nwf-p06", "high", "azure_storage_account", "Blob public access should be disabled"),
    serviceKey: postureRule("def-nwf-p07", "high", "gcp_service_account", "Service accounts should have no user keys"),
    logBucket: postureRule("def-nwf-p08", "high", "aws_s3_bucket", "Log bucket should have object lock"),
    tagging: postureRule("def-nwf-p09", "medium", "aws_s3_bucket", "Bucket should log access requests"),
};
/** How long a kiosk stays without multi-factor authentication until it is resolved, and another one is found. */
const KIOSK_MS = 14 * time/* DAY_MS */.sO;
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
 * The cloud posture of Northwind Freight. Failing misconfigurations that are
 * still open: 6 critical (1 muted) and 18 high (3 muted); the others are what a
 * question for those must leave out.
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

;// CONCATENATED MODULE: ./lib/demo/northwind/findings.js



/** Returns the findings of Northwind Freight. */
function makeFindings(now) {
    return makePostures(now).map((posture) => rawFinding(posture, now));
}
/** A finding of the posture, as the search answers it. */
function rawFinding(posture, now) {
    const rule = POSTURE_RULES[posture.rule];
    const resourceId = `${posture.resource}-${stableHex(posture.resource, 8)}`;
    const id = Buffer.from(`${rule.id}~${resourceId}`)
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_");
    const changed = posture.since ?? Date.UTC(2025, 0, 1) + stableNumber(`${id} changed`, 300 * 24) * time/* HOUR_MS */.iQ;
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
                    first_seen_at: posture.since ?? changed - 30 * time/* DAY_MS */.sO,
                    last_seen_at: now.getTime() - time/* HOUR_MS */.iQ,
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
function findingWorkflow(posture, { now, changed }) {
    const closed = posture.status === "auto_closed" ? { auto_closed_at: changed } : {};
    if (posture.mute === undefined)
        return { mute: { is_muted: false }, ...closed };
    const { reason, days } = posture.mute;
    const mute = {
        is_muted: true,
        reason,
        description: "Agreed with mei.castellanos@northwind-freight.example, see the risk register",
        muted_at: changed + time/* DAY_MS */.sO,
        muted_by: "mei.castellanos@northwind-freight.example",
        ...(days === undefined ? {} : { expire_at: renewedEnd(now, days * time/* DAY_MS */.sO) }),
    };
    return { mute, ...closed };
}
/** The end of what is renewed each time before it ends. */
function renewedEnd(now, length) {
    return (Math.floor(now.getTime() / length) + 2) * length;
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

;// CONCATENATED MODULE: ./lib/demo/northwind/hostile.js
/** A signal title that whoever triggers a rule could choose: it must stay inert wherever it is shown. */
const HOSTILE_TITLE = "SQL injection from `<img src=x onerror=alert(1)>` | @here | \u202Etxt.exe\n::error::injected by a title";
/** A monitor name as nobody should write it, with the tag that goes with it. */
const HOSTILE_MONITOR = {
    name: "Login | failures `rm -rf /` <script>alert(1)</script> @here \u202Egnp.js\n::error::injected by a name",
    tag: "note:<img src=x onerror=alert(1)>|`@here`",
};

;// CONCATENATED MODULE: ./lib/demo/northwind/monitor-roster.js

const metricMonitor = (name, query, state = "OK") => ({
    name,
    type: "metric alert",
    query,
    tags: ["env:prod", "team:platform"],
    state,
});
const logMonitor = (name, search, state = "OK") => ({
    name,
    type: "log alert",
    query: `logs("${search}").index("main").rollup("count").last("15m") > 5`,
    tags: ["env:prod", "team:platform-security"],
    state,
});
const tagMonitor = (draft, tag = "compliance") => ({
    ...draft,
    tags: [tag, ...draft.tags],
});
const complianceMonitors = [
    tagMonitor({
        name: "Clocks are in sync (NTP)",
        type: "service check",
        query: '"ntp.in_sync".by("*").last(2).count_by_status()',
        tags: ["control:a.8.17"],
        state: "OK",
    }),
    tagMonitor(logMonitor("Audit log ingestion is quiet", "source:audit")),
    tagMonitor({
        ...metricMonitor("Backup of the order database is late", "max(last_1d):max:backup.age{db:orders} > 93600"),
        otherQuery: "max(last_1d):max:backup.age{db:orders} > 90000",
    }),
    tagMonitor(metricMonitor("TLS certificate of the customer portal", "min(last_5m):min:tls.days_left{env:prod} < 10", "Warn")),
    tagMonitor(logMonitor("Privileged login outside office hours", "source:okta @usr.role:admin")),
    tagMonitor({
        ...logMonitor("Log archive was not written", "source:datadog.archives status:error"),
        alertsIn: "even",
    }),
    tagMonitor({
        ...logMonitor("CloudTrail delivery stopped", "source:cloudtrail", "No Data"),
        neverEvaluated: true,
    }),
    tagMonitor({
        ...metricMonitor("Intrusion detection agent is missing", "avg(last_5m):sum:datadog.agent.running{role:dmz} by {host} < 1"),
        mutedBy: "downtime",
    }),
    tagMonitor({
        ...metricMonitor("Unencrypted volume", "max(last_1h):max:aws.ebs.unencrypted{env:prod} > 0"),
        mutedBy: "silenced",
    }),
    tagMonitor({ ...logMonitor("Vulnerability scan is overdue", "source:scanner"), draft: true }),
    tagMonitor({
        name: "[Synthetics] Customer portal login",
        type: "synthetics alert",
        query: "no_query",
        tags: ["check_type:browser", "check_status:paused", "probe_dc:aws:eu-central-1"],
        state: "No Data",
    }),
    tagMonitor({
        ...logMonitor("Retention of audit logs", "source:datadog.retention", "Ignored"),
        type: "event-v2 alert",
    }),
    tagMonitor({
        ...logMonitor("Failed administrator logins", "source:okta @evt.outcome:failure"),
        alertsIn: "odd",
    }),
    tagMonitor({
        ...logMonitor(HOSTILE_MONITOR.name, "source:customer-portal @evt.outcome:failure"),
        tags: [HOSTILE_MONITOR.tag],
    }),
];
const nearMisses = [
    tagMonitor(logMonitor("SOC 2: change without a ticket", "source:github -@ticket:*"), "compliance:soc2"),
    tagMonitor(metricMonitor("SOC 2: uptime of the tracking API", "avg(last_1h):avg:api.up{env:prod} < 1"), "compliance:soc2"),
    tagMonitor(metricMonitor("Customs declarations in the queue", "avg(last_5m):avg:customs.queue{env:prod} > 500"), "compliance-x"),
];
const USUAL_STATES = ["OK", "OK", "OK", "Alert", "OK", "No Data", "OK", "Warn"];
const everydayMonitors = [
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
].map((name, index) => metricMonitor(name, `avg(last_5m):avg:${name}{env:prod} by {service} > 80`, USUAL_STATES[index % 8]));
/**
 * The 40 monitors of Northwind Freight. Tagged exactly `compliance`: 14, of
 * which at any time 9 are OK, 1 Alert, 1 Warn and 3 without a verdict; 2 are muted. Those
 * tagged `compliance:soc2` and `compliance-x` are not among them.
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
const SEASON_MS = 10 * time/* DAY_MS */.sO;
/** How long a definition lasts before somebody changes it. */
const PERIOD_MS = 28 * time/* DAY_MS */.sO;
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
    const created = new Date(Date.UTC(2024, 2, 4, 9, 12) + index * 3 * time/* DAY_MS */.sO);
    const modified = new Date(draft.otherQuery === undefined
        ? created.getTime() + stableNumber(`${label} modified`, 200) * time/* DAY_MS */.sO
        : lastBegin(now, PERIOD_MS));
    const changed = new Date(draft.alertsIn === undefined
        ? modified.getTime() + stableNumber(`${label} changed`, 100 * 24) * time/* HOUR_MS */.iQ
        : lastBegin(now, SEASON_MS));
    const { name, handle, id: author, } = stablePick(`${label} creator`, [NORTHWIND_PEOPLE.ines, NORTHWIND_PEOPLE.tomas, NORTHWIND_PEOPLE.mei]);
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
/** When the season or period that holds the moment began. */
function lastBegin(now, length) {
    return Math.floor(now.getTime() / length) * length;
}
/** Without an entry in `silenced`, so that whoever reads only one of the two places misses a mute. */
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

;// CONCATENATED MODULE: ./lib/demo/northwind/incidents.js



const WEEK_MS = 168 * time/* HOUR_MS */.iQ;
const SLOW_MS = 30 * time/* HOUR_MS */.iQ;
/** Four weeks, less the time by which the slow one comes early. */
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
 * What Datadog knows at that moment of the ten days before it. Each habit fills
 * its week exactly, so at every moment the last seven days hold 5 critical
 * signals and 20 high ones; the newest stand open (1 and 6), then come those
 * under review (1 and 4), and the others are archived. So day follows day: what
 * is listed today was listed yesterday, or is new, or came late.
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
        .filter((each) => each.known <= now.getTime() && each.at > now.getTime() - 240 * time/* HOUR_MS */.iQ)
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
/** The last few times. */
function occurrencesOf(habit, now) {
    const name = `signal ${habit.rule} ${habit.hours}`;
    const first = REFERENCE_SUNDAY - habit.hours * time/* HOUR_MS */.iQ - stableNumber(name, 900_000);
    const times = habit.isSlow === true ? slowTimes(first, now) : weeklyTimes(first, now);
    return times.map(({ at, known }) => ({ habit, label: `${name} ${at}`, at, known }));
}
function weeklyTimes(first, now) {
    const last = first + Math.floor((now - first) / WEEK_MS) * WEEK_MS;
    return [last, last - WEEK_MS].map((at) => ({ at, known: at }));
}
/** The one that comes late leaves the window that much earlier, and the next one follows at once. */
function slowTimes(first, now) {
    const last = first + Math.floor((now - first) / SLOW_CYCLE_MS) * SLOW_CYCLE_MS;
    const starts = [last, last - SLOW_CYCLE_MS];
    const inTime = starts.flatMap((start) => [0, 1, 2].map((week) => start + week * WEEK_MS));
    return [
        ...inTime.map((at) => ({ at, known: at })),
        ...starts.map((start) => ({ at: start + 3 * WEEK_MS - SLOW_MS, known: start + 3 * WEEK_MS })),
    ];
}
/** What nobody asks for: below high. */
function backgroundIncidents(now) {
    const step = 8 * time/* HOUR_MS */.iQ;
    const last = Math.floor((now.getTime() - 3 * time/* HOUR_MS */.iQ) / step);
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




const RULE_TYPES = {
    log_detection: "Log Detection",
    workload_security: "Workload Security",
    application_security: "Application Security",
};
/** Returns the signals of the ten days before now. */
function makeSignals(now) {
    return makeIncidents(now).map(rawSignal);
}
/** The signal of an incident, as the search answers it. */
function rawSignal({ rule: key, triage, title, at, label }) {
    const rule = DETECTION_RULES[key];
    const person = stablePick(`${label} person`, [
        NORTHWIND_PEOPLE.ines,
        NORTHWIND_PEOPLE.tomas,
        NORTHWIND_PEOPLE.mei,
    ]);
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
            incidentIds: archiveReason === "true_positive_malicious" ? [stableNumber(`${seen.label} incident`, 900)] : [],
        },
    };
}
/** A raw log event that triggered the signal: what evidence must leave out. */
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
        signals: makeSignals(now),
        monitors: makeMonitors(now),
        findings: makeFindings(now),
        rules: listDetectionRules(),
        suppressions: listSuppressionRules(),
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
;// CONCATENATED MODULE: ./lib/demo/datadog/answer.js
/** The media type of the findings endpoints. */
const JSON_API = "application/vnd.api+json";
/** The recorded answer to one request too many has no body at all. */
const TOO_MANY = { status: 429, contentType: "application/json", body: undefined };
/** Returns a JSON answer. */
function jsonAnswer(body, status = 200) {
    return { status, contentType: "application/json", body };
}
/** Returns an error as most endpoints write it. */
function errorAnswer(status, ...messages) {
    return jsonAnswer({ errors: messages }, status);
}
/** Returns an error as the findings endpoints write it. */
function jsonApiError(detail, title) {
    const error = { status: "400", ...(title === undefined ? {} : { title }), detail };
    return { status: 400, contentType: JSON_API, body: { errors: [error] } };
}
/** Returns the text of an answer as it goes over the wire. */
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
/** Returns Datadog's refusal, or null when the keys open the endpoint. */
function checkAccess(headers, { keys, permission }, organisation) {
    const apiKey = headers["dd-api-key"] ?? "";
    const appKey = headers["dd-application-key"] ?? "";
    if (apiKey === "")
        return errorAnswer(403, "API key required");
    // The proxy in front rejects what cannot be a key, before Datadog sees it.
    if (!/^[0-9a-f]+$/i.test(apiKey))
        return { status: 403, contentType: "text/html", body: FORBIDDEN_PAGE };
    if (apiKey !== organisation.apiKey)
        return wrongApiKey();
    if (keys === "api")
        return null;
    if (appKey === "")
        return errorAnswer(401, "Unauthorized");
    if (appKey !== organisation.appKey)
        return errorAnswer(403, "Forbidden");
    if (permission === null || organisation.permissions.has(permission))
        return null;
    return errorAnswer(403, "Forbidden", "Failed permission authorization checks");
}
/** Another site than that of the key answers just so. */
function wrongApiKey() {
    return jsonAnswer({
        status: "error",
        code: 403,
        errors: ["Forbidden"],
        statuspage: "http://status.datadoghq.com",
        twitter: "http://twitter.com/datadogops",
        email: "support@datadoghq.com",
    }, 403);
}

;// CONCATENATED MODULE: ./lib/demo/datadog/list-findings.js

/** The query parameters that are embedded; the endpoint refuses what it does not know. */
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
    return {
        status: 200,
        contentType: JSON_API,
        body: {
            data: found.slice(0, limit).map(legacyFinding),
            meta: { page: { total_filtered_count: found.length }, snapshot_timestamp: now.getTime() },
        },
    };
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
    const found = organisation.monitors
        .filter(({ id }) => id > offset)
        .filter((monitor) => tags.every((tag) => hasTag(monitor, tag)))
        .filter((monitor) => scopes.every((scope) => scopesOf(monitor).includes(scope)))
        .filter((monitor) => monitor.name.includes(name))
        .toSorted((a, b) => a.id - b.id);
    // Without any paging parameter Datadog answers everything at once, which is what times out in large organisations.
    const paged = ["page", "page_size", "id_offset"].some((parameter) => query.has(parameter));
    const shown = paged ? found.slice(page * size, (page + 1) * size) : found;
    const withDowntimes = query.get("with_downtimes") === "true";
    return jsonAnswer(withDowntimes ? shown : shown.map(withoutDowntimes));
}
function withoutDowntimes(monitor) {
    return { ...monitor, matching_downtimes: [] };
}
/** Whether the monitor carries the tag, or a key of that name; Datadog does not say whether those count. */
function hasTag({ tags }, tag) {
    return tags.includes(tag) || tags.some((own) => own.startsWith(`${tag}:`));
}
/** Returns what the monitor's query is limited to, such as `env:prod`. */
function scopesOf({ query }) {
    const braces = /\{([^}]*)\}/.exec(query)?.[1];
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

;// CONCATENATED MODULE: ./lib/demo/datadog/json.js
/** Whether the value is a JSON object, so that its members can be looked at. */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Returns what lies at a dotted path such as `workflow.rule.type`, or undefined. */
function valueAt(value, path) {
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

;// CONCATENATED MODULE: ./lib/demo/datadog/paging.js
/**
 * Returns a function that puts items in order of key, then id. It does so once
 * for each list: tens of thousands of records are read in hundreds of pages.
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
    return descending ? comparePlaces(place, after) < 0 : comparePlaces(place, after) > 0;
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
 * Parses the part of the log search syntax that is used here: `field:value`,
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
            throw new SyntaxError("an operator stands where a value should");
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
/** Where we are in the text; takes sticky expressions and skips white space before each. */
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

;// CONCATENATED MODULE: ./lib/demo/datadog/search-findings.js





const FINDINGS_PATH = "/api/v2/security/findings";
const MOST_FINDINGS = 150;
const byChange = orderBy(({ id, attributes }) => ({ key: attributes.timestamp, id }));
/** Answers `POST /api/v2/security/findings/search`. */
function searchFindings({ organisation, body }) {
    const asked = parseSearch(body);
    if ("status" in asked)
        return asked;
    const { query, text, limit, sort } = asked;
    const page = pageAfter(byChange(organisation.findings), {
        ...asked,
        descending: sort.startsWith("-"),
        matches: ({ item }) => query(findingFields(item)),
    });
    const meta = { elapsed: 120, request_id: `pddv1${stableHex(`${text} ${page.after}`, 40)}`, status: "done" };
    if (page.after === null)
        return findingsAnswer({ data: [], meta });
    const next = new URLSearchParams({
        "filter[query]": text,
        "page[cursor]": page.after,
        "page[limit]": String(limit),
        sort,
    });
    return findingsAnswer({
        data: page.items,
        meta: { ...meta, page: { after: page.after } },
        links: { next: `${FINDINGS_PATH}?${next.toString()}` },
    });
}
/** Returns what is searched for, or the answer that says what is wrong with it. */
function parseSearch(body) {
    if (!isRecord(body) || !("data" in body)) {
        return jsonApiError('document is missing required top-level members; must have one of: "data", "meta", "errors"', "Bad Request");
    }
    const asked = valueAt(body, "data.attributes");
    const limit = valueAt(asked, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_FINDINGS) {
        return jsonApiError(`page limit must be between 1 and ${MOST_FINDINGS}`, "Bad Request");
    }
    const sort = valueAt(asked, "sort") ?? "-@detection_changed_at";
    if (sort !== "@detection_changed_at" && sort !== "-@detection_changed_at") {
        return jsonApiError("invalid sort", "Bad Request");
    }
    const after = placeOfCursor(valueAt(asked, "page.cursor"));
    const text = valueAt(asked, "filter") ?? "*";
    const query = typeof text === "string" ? parseQuery(text) : null;
    return after === undefined || typeof text !== "string" || query === null
        ? jsonApiError("Invalid filters")
        : { query, text, limit, sort, after };
}
function findingsAnswer(body) {
    return { status: 200, contentType: JSON_API, body };
}
function findingFields({ attributes }) {
    return (name) => {
        if (name.startsWith("@"))
            return searchableTexts(valueAt(attributes.attributes.custom, name.slice(1)));
        if (name === "tag")
            return attributes.tags;
        return attributes.tags
            .filter((tag) => tag.startsWith(`${name}:`))
            .map((tag) => tag.slice(name.length + 1));
    };
}

;// CONCATENATED MODULE: ./lib/demo/datadog/search-monitors.js



const MONITOR_STATUSES = new Set([
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
    const asked = /\bstatus:(\([^)]*\)|"[^"]*"|\S+)/.exec(text)?.[1] ?? "";
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
        return monitor.tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1));
    };
}
/** A monitor as the search shows it: other names and other forms than in the list. */
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




const SIGNALS_PATH = "/api/v2/security_monitoring/signals";
const MOST_SIGNALS = 1000;
const byTimestamp = orderBy(({ id, attributes }) => ({
    key: Date.parse(attributes.timestamp),
    id,
}));
/** Answers `POST /api/v2/security_monitoring/signals/search`. */
function searchSignals(question) {
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
    const next = new URL(SIGNALS_PATH, question.url);
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
/** Returns what is searched for, or what is wrong with it. */
function parseSignalsSearch({ body, now }) {
    const from = parseTime(valueAt(body, "filter.from"), now.getTime() - 15 * 60_000);
    const to = parseTime(valueAt(body, "filter.to"), now.getTime());
    if (Number.isNaN(from) || Number.isNaN(to))
        return "Invalid time in filter.from or filter.to";
    const limit = valueAt(body, "page.limit") ?? 10;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_SIGNALS) {
        return `page.limit must be between 1 and ${MOST_SIGNALS}`;
    }
    const sort = valueAt(body, "sort") ?? "timestamp";
    if (sort !== "timestamp" && sort !== "-timestamp")
        return "sort must be timestamp or -timestamp";
    const after = placeOfCursor(valueAt(body, "page.cursor"));
    if (after === undefined)
        return "Invalid page.cursor";
    const text = valueAt(body, "filter.query") ?? "*";
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
            return searchableTexts(valueAt(attributes.attributes, name.slice(1)));
        if (name === "tag")
            return attributes.tags;
        if (name === "status" || name === "host" || name === "service")
            return searchableTexts(attributes[name]);
        return attributes.tags
            .filter((tag) => tag.startsWith(`${name}:`))
            .map((tag) => tag.slice(name.length + 1));
    };
}
/** Answers `POST /api/v2/query/scalar` as far as it counts security signals. */
function countSignals({ organisation, body }) {
    const asked = parseCount(body);
    if (typeof asked === "string")
        return errorAnswer(400, asked);
    const { name, from, to, query } = asked;
    const found = organisation.signals.filter((signal) => {
        const time = Date.parse(signal.attributes.timestamp);
        return time >= from && time <= to && query(signalFields(signal));
    });
    const column = { name, type: "number", values: [found.length], meta: { unit: null } };
    return jsonAnswer({
        data: { id: "0", type: "scalar_response", attributes: { columns: [column] } },
    });
}
/** Returns what is to be counted, or what is wrong with it. */
function parseCount(body) {
    const asked = valueAt(body, "data.attributes");
    const [from, to] = [valueAt(asked, "from"), valueAt(asked, "to")];
    if (typeof from !== "number" || typeof to !== "number")
        return "from and to must be milliseconds";
    const [formula, query] = [onlyValue(valueAt(asked, "formulas")), onlyValue(valueAt(asked, "queries"))];
    const name = valueAt(query, "name");
    if (typeof name !== "string" || valueAt(formula, "formula") !== name)
        return "Invalid formula";
    if (valueAt(query, "data_source") !== "security_signals")
        return "Invalid data_source";
    if (valueAt(query, "compute.aggregation") !== "count")
        return "Invalid compute.aggregation";
    const text = valueAt(query, "search.query");
    const parsed = typeof text === "string" ? parseQuery(text) : null;
    return parsed === null ? "Invalid search.query" : { name, from, to, query: parsed };
}
/** Returns the first of a list, or undefined where there is not exactly one. */
function onlyValue(list) {
    const values = Array.isArray(list) ? list : [];
    return values.length === 1 ? values[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/demo/datadog/routes.js






/** The endpoints of Datadog that are embedded; all of them only read. */
const EMBEDDED_ENDPOINTS = {
    "GET /api/v1/validate": {
        keys: "api",
        permission: null,
        limitName: "validate",
        answer: () => jsonAnswer({ valid: true }),
    },
    "GET /api/v2/validate": { keys: "api", permission: null, limitName: "validate_v2", answer: validateV2 },
    "GET /api/v2/validate_keys": {
        keys: "both",
        permission: null,
        limitName: "validate_keys",
        answer: () => jsonAnswer({ status: "ok" }),
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
        answer: countSignals,
    },
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
/** Without a page size all come. */
function listSuppressions({ organisation, query }) {
    const size = Number(query.get("page[size]") ?? -1);
    const page = Number(query.get("page[number]") ?? 0);
    if (!Number.isInteger(size) || size < -1 || size === 0 || !Number.isInteger(page) || page < 0) {
        return errorAnswer(400, "Invalid paging parameters.");
    }
    const all = organisation.suppressions;
    const data = size === -1 ? all : all.slice(page * size, (page + 1) * size);
    const meta = { page: { totalCount: all.length, pageSize: size, pageNumber: page } };
    return { status: 200, contentType: JSON_API, body: { data, meta } };
}

;// CONCATENATED MODULE: ./lib/demo/datadog/server.js





/** Starts a Datadog that knows one organisation; it only reads. */
async function startDatadog(organisation) {
    return startServer((request, response, url) => sendAnswer(response, answerRequest(request, { organisation, url, now: new Date() })));
}
/** Starts a server on the loopback interface that hands each request, once it is read, to the handler. */
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
/** What Datadog answers: a refusal where the keys do not open the endpoint, else the endpoint's answer. */
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
/** Nobody collected on this day. */
const MISSING_DAY = 12;
/** The application key had lost a permission on this day, so that one item failed. */
const PARTIAL_DAY = 19;
/** Somebody started a run by hand on this day, which was faster than the scheduled one. */
const RACE_DAY = 24;
/** Early enough for its slot, and at no round minute. */
const TIME_OF_DAY_MS = (5 * 60 + 17) * 60_000;
/** Thirty days of runs up to the last that is due, each committed under its date. Answers with the last. */
async function runMonth(now, scene) {
    const today = Math.floor((now.getTime() - TIME_OF_DAY_MS) / time/* DAY_MS */.sO) * time/* DAY_MS */.sO + TIME_OF_DAY_MS;
    let clock = () => now;
    const branch = new LocalBranch({ folder: scene.repository, path: ".", now: () => clock() });
    let last = null;
    for (let index = 1; index <= DAYS_RUN; index += 1) {
        if (index === MISSING_DAY)
            continue;
        const at = new Date(today - (DAYS_RUN - index) * time/* DAY_MS */.sO);
        const northwind = makeNorthwind(at);
        clock = clockFrom(at);
        const day = {
            branch,
            now: clock,
            organisation: index === PARTIAL_DAY ? withoutMonitors(northwind) : northwind,
        };
        last = await runDay(day, index === DAYS_RUN ? scene : { ...scene, log: SILENT_LOG }, index === RACE_DAY);
    }
    if (last === null)
        throw new Error("the month has no day");
    return last;
}
/** One day's run, and on the day of the race another that lands while it signs. */
async function runDay(day, scene, isRace) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const datadog = month_addDisposableResource(env_1, await startDatadog(day.organisation), true);
        const { branch } = day;
        const byHand = async () => collectDay(day, { scene, url: datadog.url });
        const repository = isRace ? overtakenBranch(branch, byHand) : branch;
        return await collectDay({ ...day, branch: repository }, { scene, url: datadog.url });
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
async function collectDay({ branch, now, organisation: { apiKey, appKey, name } }, { scene, url }) {
    const config = (0,config_inputs/* readConfig */.Xg)({
        "api-key": apiKey,
        "app-key": appKey,
        stream: "demo",
        organization: name,
        "signing-key": scene.signingKey,
        // The demo asks nothing of the network.
        "timestamp-url": "none",
    });
    const { signal, log, spool } = scene;
    return (0,run/* run */.e)(config, {
        run: (0,identity/* runIdentity */.yK)({}, {}),
        collector: scene.collector,
        apiUrl: url,
        sealing: await (0,signer/* signerFor */.k)(config.chosen, { environment: {}, signal, conceal: () => { }, log }),
        repository: branch,
        to: { out: null, artifact: null, verifyInstructions: scene.guide, extraFiles: () => [] },
        signal,
        spool,
        now,
        log,
    });
}
/** A clock that shows that day and runs as ours does. */
function clockFrom(at) {
    const began = Date.now();
    return () => new Date(at.getTime() + Date.now() - began);
}
function withoutMonitors(northwind) {
    return { ...northwind, permissions: northwind.permissions.difference(new Set(["monitors_read"])) };
}
/** The branch, on which somebody else is faster once. */
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
/** What happened on days that are over is told by the page, not by the log. */
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
const REPOSITORY = "compliance-evidence";
const demoCommand = {
    summary: "run a full demo against a built-in Datadog simulator",
    synopsis: "",
    flags: {},
    notes: `Needs no account. Writes ${FOLDER}/ into the current folder and replaces what an earlier demo wrote there: ${REPOSITORY}/ (a git repository), ${KEY_NAME} and ${REPORT_NAME}.`,
    async run(_given, { dist, log, print, cancellation }) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // The bundler takes a path that it can work out itself, and finds, for a file of ours.
            const root = external_node_path_.join(await (0,promises_.realpath)("."), FOLDER);
            const repository = external_node_path_.join(root, REPOSITORY);
            await emptied(root);
            await gitInit(repository);
            const { privatePem, publicPem } = (0,signing_key/* generateSigningKey */.I)(null);
            await (0,promises_.writeFile)(external_node_path_.join(root, KEY_NAME), publicPem);
            const collector = (0,identity/* collectorIdentity */.K3)(dist);
            const spool = demo_addDisposableResource(env_1, new store_spool/* RecordSpool */.H(), false);
            const { published, exit } = await runMonth(new Date(), {
                repository,
                signingKey: privatePem,
                guide: (0,verify_guide/* verifyGuide */.k)(),
                collector: async () => collector,
                signal: cancellation(),
                spool,
                log,
            });
            for (const reason of exit.reasons)
                log.warning((0,sanitize/* logLine */.BP)(reason));
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
                `Verify it all again:  node ${program} verify ${FOLDER}/${REPOSITORY} --key ${FOLDER}/${KEY_NAME}`,
                `With your own keys:   DD_API_KEY=… DD_APP_KEY=… DD_SITE=datadoghq.eu node ${program} collect --signing-key signing-key.pem --out evidence`,
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
    const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.T)(repository));
    if (found.kind !== "streams")
        throw new Error("the demo's repository holds no stream");
    const reported = await loadPeriodReport(found.streams, {
        trust: { keys: [trusted] },
        asked: { from: null, to: null },
        witness: null,
        now: new Date(),
        folder: `${FOLDER}/${REPOSITORY}`,
    });
    if (reported.verdict.exitCode !== 3) {
        throw new Error("the demo's own evidence does not verify as it should");
    }
    return reported;
}
/** Removes what an earlier demo left, and nothing else. */
async function emptied(root) {
    await (0,write_folder/* ensureWritable */.ZZ)(root, "demo");
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

// EXTERNAL MODULE: ./lib/evidence/digest.js
var digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/reassembly.js
var reassembly = __webpack_require__(17304);
// EXTERNAL MODULE: ./lib/evidence/comparison/changes.js
var changes = __webpack_require__(30754);
// EXTERNAL MODULE: ./lib/evidence/comparison/compare-items.js
var compare_items = __webpack_require__(83805);
;// CONCATENATED MODULE: ./lib/evidence/comparison/field-diff.js

/** Two runs, record by record. */
function compareFields(runs) {
    return (0,compare_items/* compareItems */.Q)(runs).map(itemDifference);
}
function itemDifference({ id, comparable, why, found }) {
    const lists = found?.kinds ?? {};
    const isHidden = why.includes("other-privacy") ? isHiddenByPrivacy : () => false;
    return {
        new: recordsIn(lists.new),
        late: recordsIn(lists.late),
        gone: recordsIn("vanished" in lists ? lists.vanished : lists.gone),
        unresolved: recordsIn(lists.unresolved),
        changed: changedRecords(found?.both ?? [], isHidden),
        left: recordsIn(lists.left) ?? [],
        id,
        comparable,
        why,
    };
}
/** None where the item has no such list. */
function recordsIn(pairs) {
    if (pairs === undefined)
        return [];
    return pairs && pairs.flatMap(({ before, now }) => now ?? before ?? []);
}
/** Fields of a signal that only one level of privacy keeps. */
function isHiddenByPrivacy(field) {
    return field === "title" || field === "rule.name" || field === "tags";
}
function changedRecords(both, isHidden) {
    return both.flatMap(({ before, now }) => {
        const fields = fieldsBetween(before, now).filter(({ field }) => !isHidden(field));
        return fields.length === 0 ? [] : [{ record: now, fields }];
    });
}
/** The fields of two records whose values differ, those inside objects by their path. */
function fieldsBetween(before, now) {
    const [one, other] = [new Map(leafFields(before)), new Map(leafFields(now))];
    const names = [...new Set([...one.keys(), ...other.keys()])];
    return names.flatMap((field) => {
        const change = { field, before: one.get(field) ?? null, now: other.get(field) ?? null };
        return JSON.stringify(change.before) === JSON.stringify(change.now) ? [] : [change];
    });
}
function leafFields(value, path = "") {
    return Object.entries(value).flatMap(([name, member]) => typeof member === "object" && member !== null && !Array.isArray(member)
        ? leafFields(member, `${path}${name}.`)
        : [[`${path}${name}`, member]]);
}

// EXTERNAL MODULE: ./lib/report/record-order.js
var record_order = __webpack_require__(17040);
;// CONCATENATED MODULE: ./lib/report/diff.js







const MOST_LISTED = 20;
/** Where records begin, after their mark and kind. */
const diff_INDENT = 14;
/** The differences as text, 80 columns wide; without `all` at most twenty of a kind. */
function diffText({ before, now }, all) {
    const isBackwards = before.evidence.collectedAt > now.evidence.collectedAt;
    const remarks = (0,changes_in_words/* remarksOn */.rc)((0,changes/* deriveChanges */.F$)(before, now.evidence));
    const items = compareFields({ before: before.evidence, now: now.evidence });
    const lines = [
        "The files were compared as they are; nothing was verified.",
        runLine("A", before),
        runLine("B", now),
        ...(isBackwards ? ["B is earlier than A, so the comparison runs backwards in time."] : []),
        ...(remarks.length === 0 ? [] : [""]),
        ...remarks.flatMap((remark) => hangingLines((0,words/* sentence */.em)(remark))),
        ...items.flatMap((item) => itemLines(item, all)),
    ];
    return `${lines.join("\n")}\n`;
}
/** The differences as JSON: every record, every field. */
function diffJson({ before, now }) {
    const { nowSkipped, versions } = (0,changes/* deriveChanges */.F$)(before, now.evidence);
    const items = compareFields({ before: before.evidence, now: now.evidence });
    const answer = { verified: false, before: runOf(before), now: runOf(now), items, nowSkipped, versions };
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
function itemLines(item, all) {
    const name = (0,words/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id]);
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
        ...some.flatMap((kind) => recordLines(kind, all)),
    ];
}
function kindsOf(item) {
    const unresolved = new Set(item.unresolved);
    const gone = item.gone?.filter((record) => !unresolved.has(record)) ?? null;
    return [
        ["+", "new", plain(item.new)],
        ["+", "listed late", plain(item.late)],
        ["-", item.id === "security-signals" ? "vanished" : "gone", plain(gone)],
        ["-", "unresolved", plain(item.unresolved ?? [])],
        ["~", "changed", item.changed],
        [" ", "aged out", plain(item.left)],
    ];
}
function plain(records) {
    return records && records.map((record) => ({ record, fields: [] }));
}
function recordLines({ mark, kind, records, }, all) {
    const shown = all ? records : records.slice(0, MOST_LISTED);
    const more = records.length - shown.length;
    const start = `${mark} ${kind}`.padEnd(diff_INDENT);
    return [
        ...shown.flatMap((each) => changedLines(start, each)),
        ...(more > 0 ? [`${" ".repeat(diff_INDENT)}and ${more} more ${kind}; --all lists them`] : []),
    ];
}
function changedLines(start, { record, fields }) {
    return [`${start}${recordLine(record)}`, ...fieldLines(fields)];
}
/** A record in one line: its severity or state, its id or time, its name. */
function recordLine(record) {
    const [severity, id, called] = partsOf(record);
    const start = `${shorten(severity, 9).padEnd(10)}${id}  `;
    return `${start}${shorten(called, WIDTH - diff_INDENT - start.length)}`;
}
function partsOf(record) {
    if ("triage" in record)
        return [record.severity, shorten(record.timestamp, 16, ""), (0,record_order/* signalName */.yD)(record)];
    if ("verdict" in record)
        return [record.state, String(record.id), (0,record_order/* monitorName */.UK)(record)];
    const resource = record.resource?.replace(/^hmac-sha256:/, "") ?? "no resource ";
    return [record.severity, shorten(resource, 12, ""), (0,record_order/* findingName */.f$)(record)];
}
function fieldLines(fields) {
    const width = Math.max(...fields.map(({ field }) => field.length)) + 2;
    const room = WIDTH - diff_INDENT - 2 - width - " → ".length;
    return fields.map(({ field, before, now }) => {
        const [one, other] = [valueText(before), valueText(now)];
        const half = Math.floor(room / 2);
        // What one of them leaves free the other may use.
        const values = [
            shorten(one, Math.max(half, room - other.length)),
            shorten(other, Math.max(half, room - one.length)),
        ];
        return `${" ".repeat(diff_INDENT + 2)}${field.padEnd(width)}${values.join(" → ")}`;
    });
}
function valueText(value) {
    if (value === null)
        return "none";
    return (0,sanitize/* logLine */.BP)(typeof value === "string" ? value : JSON.stringify(value));
}
/** Text from Datadog, cut to so many columns. */
function shorten(text, room, more = "…") {
    const points = Array.from((0,sanitize/* logLine */.BP)(text));
    return points.length > room ? `${points.slice(0, room - more.length).join("")}${more}` : points.join("");
}
/** The text in lines, all but the first indented. */
function hangingLines(text) {
    return wrapText((0,sanitize/* logLine */.BP)(text), WIDTH - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}

// EXTERNAL MODULE: ./lib/platform/files.js
var platform_files = __webpack_require__(58864);
;// CONCATENATED MODULE: ./lib/cli/commands/run-of-day.js






/** The folder of the last run of a day. Throws a `Failure` with the nearest runs where the day has none. */
function findRunOfDay(stream, day) {
    if (!(0,run_path/* isDayName */.O7)(day)) {
        throw new failure/* Failure */.HR("input", `${JSON.stringify(day)} is not a day`, {
            hint: "with --stream give two days such as 2026-11-22, else two run folders",
        });
    }
    const files = (0,disk/* diskFiles */.T)(stream);
    const days = run_of_day_foldersIn(files, "", run_path/* isYearName */.nC).flatMap((year) => run_of_day_foldersIn(files, year, run_path/* isDayName */.O7));
    const wanted = `${day.slice(0, 4)}/${day}`;
    const found = days.includes(wanted) ? lastRunIn(files, wanted) : undefined;
    if (found !== undefined)
        return external_node_path_.join(stream, found);
    const hasRun = (each) => lastRunIn(files, each) !== undefined;
    const near = [
        days.findLast((each) => each < wanted && hasRun(each)),
        days.find((each) => each > wanted && hasRun(each)),
    ].flatMap((each) => (each === undefined ? [] : [(0,platform_files/* lastName */.UK)(each)]));
    throw new failure/* Failure */.HR("input", `${stream} has no run of ${day}`, {
        hint: near.length === 0
            ? "it has no run at all; name the folder of one stream, such as compliance-evidence/prod"
            : `the nearest runs are of ${near.join(" and ")}`,
    });
}
/** Undefined where the day holds no evidence: a declared gap is in a run folder too. */
function lastRunIn(files, day) {
    return run_of_day_foldersIn(files, day, run_path/* isRunName */.lK).findLast((run) => files.list(run).some(({ name }) => name === evidence_files/* EVIDENCE_NAME */.wm));
}
/** Paths of the folders in a folder, ascending; links are not followed. */
function run_of_day_foldersIn(files, folder, isExpected) {
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
        "A and B are two run folders, or two days such as 2026-11-22; of a day, its last run is compared. Shows what is new, gone and changed, field by field.",
        "Compares the files as they are; verify checks whether they are genuine. Exit 0: compared, with or without differences. 2: error.",
    ].join("\n\n"),
    async run(given, { print }) {
        const [before, now] = await Promise.all(foldersOf(given).map(compared));
        if (before === undefined || now === undefined)
            throw new Error("there are always two runs");
        const pair = { before, now };
        print((0,config_flags/* isFlagSet */.HX)(given, "json") ? diffJson(pair) : diffText(pair, (0,config_flags/* isFlagSet */.HX)(given, "all")));
        return 0;
    },
};
function foldersOf(given) {
    const { words } = given;
    const stream = (0,config_flags/* flagText */.us)(given, "stream");
    if (stream !== undefined)
        return words.map((day) => findRunOfDay(stream, day));
    const day = words.find(run_path/* isDayName */.O7);
    if (day !== undefined) {
        throw new failure/* Failure */.HR("input", `the run of ${day} cannot be found without its stream`, {
            hint: "name the folder of the stream: --stream compliance-evidence/prod",
        });
    }
    return words;
}
async function compared(folder) {
    const { files } = await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.T)(folder));
    const read = (0,reassembly/* readEvidence */.A)(files);
    if ("trouble" in read)
        throw new failure/* Failure */.HR("unreadable", `${folder}: ${read.trouble}`);
    return { folder, sha256: (0,digest/* sha256 */.s)(files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? ""), evidence: read.evidence };
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
    notes: "The private key is encrypted if SIGNING_KEY_PASSPHRASE is set. Nothing is overwritten. Prints the fingerprint; record it where auditors look, such as the ISMS.",
    async run(given, { environment, log, print }) {
        const folder = (0,config_flags/* flagText */.us)(given, "out") || ".";
        // Both, before either is written: half of a pair is useless.
        await Promise.all([PRIVATE_NAME, PUBLIC_NAME].map(async (name) => refuseExisting(external_node_path_.join(folder, name))));
        const { privatePem, publicPem, fingerprint } = (0,signing_key/* generateSigningKey */.I)(environment["SIGNING_KEY_PASSPHRASE"] || null);
        await writeNew(external_node_path_.join(folder, PRIVATE_NAME), { text: privatePem, mode: 0o600 });
        await writeNew(external_node_path_.join(folder, PUBLIC_NAME), { text: publicPem, mode: 0o644 });
        log.info(`${PRIVATE_NAME} is secret: store it in a vault and as a secret of the repository`);
        log.info(`give ${PUBLIC_NAME} to everyone who verifies; its fingerprint (sha256):`);
        print(`${fingerprint}\n`);
        return 0;
    },
};
async function refuseExisting(file) {
    try {
        await (0,promises_.access)(file);
    }
    catch {
        // Absent or not accessible: writing then names the reason.
        return;
    }
    throw taken(file);
}
async function writeNew(file, { text, mode }) {
    try {
        await (0,write_folder/* makeFolder */.fc)(external_node_path_.dirname(file));
        const handle = await (0,promises_.open)(file, "wx", mode);
        await handle.writeFile(text);
        await handle.close();
    }
    catch (error) {
        const code = (0,failure/* errorCode */.CA)(error);
        throw new failure/* Failure */.HR("input", `${file} cannot be written (${code})`, { cause: error });
    }
}
function taken(file) {
    return new failure/* Failure */.HR("input", `${file} already exists; a key is never overwritten`);
}

// EXTERNAL MODULE: ./lib/publish/github/branch.js + 3 modules
var branch = __webpack_require__(16885);
// EXTERNAL MODULE: ./lib/publish/commit-with-retry.js
var commit_with_retry = __webpack_require__(29776);
;// CONCATENATED MODULE: ./lib/publish/publish-folders.js





/**
 * Commits signed run folders of any streams in one commit, each where its statement puts it. Nothing is signed here, so
 * a folder must follow the end of its stream. One that does not is refused; the others are still committed.
 */
async function publishFolders(folders, options) {
    const unfit = [];
    const signed = [];
    for (const folder of folders) {
        const read = await readSignedFolder(folder);
        if (read instanceof failure/* Failure */.HR)
            unfit.push({ path: folder.path, failure: read });
        else
            signed.push(read);
    }
    const byStream = Map.groupBy(signed, ({ run }) => run.statement.predicate.stream.name);
    const streams = [...byStream.values()].flatMap(([first]) => first === undefined ? [] : [first.run.statement.predicate.stream]);
    const sorted = new Map();
    const plan = {
        async addTo(chain, head) {
            const { name } = chain.stream;
            const each = await sortFolders(byStream.get(name) ?? [], chain, head);
            sorted.set(name, each);
            return (0,signed_run/* toNewRuns */.CM)(each.runs, name);
        },
        message: messageOf,
    };
    const landed = streams.length === 0 ? null : await (0,commit_with_retry/* commitWithRetry */.C)(streams, plan, { ...options, ownKey: null });
    const all = [...sorted.values()];
    return {
        landed: landed?.added.length === 0 ? null : landed,
        added: all.flatMap((each) => each.added),
        alreadyThere: all.flatMap((each) => each.alreadyThere),
        refused: [...unfit, ...all.flatMap((each) => each.refused)],
    };
}
async function readSignedFolder({ path, files }) {
    const at = {
        place: path,
        isCommitted: false,
        files: new Map([...files].map(([name, bytes]) => [name, async () => bytes])),
    };
    const run = await (0,signed_run/* readSignedRun */.Cd)(at);
    if ("trouble" in run) {
        return new failure/* Failure */.HR("not-published", `${path} ${run.trouble}`, {
            hint: "sign it onto its chain first: datadog-evidence attest DIR --repository DIR",
        });
    }
    const content = await (0,signed_run/* readContent */.c_)(run, null);
    if ("trouble" in content)
        return new failure/* Failure */.HR("not-published", `${path} ${content.trouble}`);
    const { predicate } = run.statement;
    const place = (0,run_path/* runPath */.t0)(predicate);
    return { path, run: { ...run, at: { ...at, place } } };
}
/** Sorts the folders of one stream by what becomes of them, in the order of its chain. */
async function sortFolders(folders, chain, head) {
    let { tail } = chain;
    const runs = [];
    const added = [];
    const alreadyThere = [];
    const refused = [];
    for (const { path, run } of folders.toSorted((a, b) => (0,chain_head/* bySequence */.ly)(a.run, b.run))) {
        const { run: named } = run.statement.predicate;
        const found = await (0,chain_head/* findRun */.Lc)({ run: named, place: run.at.place, contentSha256: run.contentSha256 }, chain, head);
        if (found !== null && found !== "other") {
            (found.at.isCommitted ? alreadyThere : added).push(path);
            continue;
        }
        const other = found === "other" ? nameFolder(path, (0,chain_head/* otherRunFailure */.Ij)(chain.stream, named)) : null;
        const failure = other ?? unlinkable({ path, run }, { ...chain, tail });
        if (failure !== null || run.link === null) {
            refused.push({ path, failure: failure ?? unchained(path) });
            continue;
        }
        tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence: null };
        runs.push(run);
        added.push(path);
    }
    return { runs, added, alreadyThere, refused };
}
/** Why the run cannot become the end of the chain; null where it can. */
function unlinkable({ path, run }, chain) {
    if (run.link === null)
        return unchained(path);
    const late = (0,chain_head/* lateRunFailure */.oL)(run.statement.predicate.collectedAt, chain);
    if (late !== null)
        return nameFolder(path, late);
    if ((0,chain_head/* isNextInChain */.Go)(chain.tail, run))
        return null;
    const wants = run.link.sequence === 1 ? "to be the first run" : `to follow run ${run.link.sequence - 1}`;
    const has = chain.tail.next === 1 ? "has no run yet" : `ends with run ${chain.tail.next - 1}`;
    return new failure/* Failure */.HR("not-published", `${path} was signed ${wants} of ${chain.stream.name}, which ${has} and another statement`, { hint: "publish cannot sign it again; keep the folder as a copy, and collect again" });
}
function nameFolder(path, { code, message }) {
    return new failure/* Failure */.HR(code, `${path}: ${message}`, {
        hint: "what is committed stays as it is; keep the folder as a copy",
    });
}
function unchained(path) {
    return new failure/* Failure */.HR("not-published", `${path} is signed outside of any chain`, {
        hint: "collect with the repository and commit: false, so that the run is signed for its place",
    });
}
function messageOf(runs) {
    const streams = [...new Set(runs.map(({ stream }) => stream))].join(", ");
    const places = runs.map(({ stream, place }) => `${stream}/${place}`);
    return [`${streams}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}`, "", ...places].join("\n");
}

;// CONCATENATED MODULE: ./lib/report/job-summary/publish.js


/** A matrix has 256 jobs at most. The summary of a job has a limit too. */
const publish_MOST = 300;
/** The job summary of publishing many streams, as Markdown. The worst are first, so that no limit hides them. */
function publishSummary(statuses, { repository, commit }) {
    const good = statuses.filter(({ became }) => became === "committed" || became === "there already");
    const streams = new Set(statuses.map(({ stream, folder }) => stream ?? folder));
    const published = new Set(good.map(({ stream, folder }) => stream ?? folder));
    const more = statuses.length - publish_MOST;
    const rows = statuses
        .slice(0, publish_MOST)
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

// EXTERNAL MODULE: ./lib/evidence/files/json.js
var files_json = __webpack_require__(24451);
;// CONCATENATED MODULE: ./lib/cli/commands/publish-status.js






/** The streams that `--expect` names; null where it was not given. */
function expectedStreams(text) {
    if (text === undefined)
        return null;
    const names = text
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "");
    const wrong = names.filter((name) => !schema/* StreamName */.iN.safeParse(name).success);
    if (names.length > 0 && wrong.length === 0)
        return [...new Set(names)];
    const what = wrong.length === 0 ? "names no stream" : `${wrong.join(", ")} cannot be a stream`;
    throw new failure/* Failure */.HR("input", `expect: ${what}`, {
        hint: "separate the streams by commas: --expect prod,stage",
    });
}
/** What became of every folder, and of every expected stream of which none came; the worst first. */
function rollCall(folders, { published, unreadable, expected, }) {
    const lines = folders.map((folder) => {
        const said = { folder: folder.path, ...claimOf(folder) };
        if (published instanceof failure/* Failure */.HR)
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
function rollExit(lines) {
    const [worst] = lines;
    if (worst === undefined || weight(worst) === 0)
        return 0;
    return weight(worst) === 1 ? 3 : 2;
}
/** What is not told by a refusal: streams of which none came, and collections that fell short. */
function shortcomings(lines) {
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
    stream: schemas/* looseObject */._H3({ name: schema/* StreamName */.iN }),
    outcome: schemas/* enum */.k5n(["complete", "partial", "failed"]).nullable().default(null),
});
/** What a folder says of itself, signed or not. */
function claimOf({ files }) {
    const bytes = files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? files.get(evidence_gap/* GAP_NAME */.F);
    const json = bytes === undefined ? null : (0,files_json/* readJson */.V)(bytes);
    const claim = json !== null && "value" in json ? Claim.safeParse(json.value) : null;
    if (!claim?.success)
        return { stream: null, outcome: null };
    return { stream: claim.data.stream.name, outcome: claim.data.outcome };
}
function byName(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/cli/commands/publish.js
















/** Artifacts and streams are a few folders deep. */
const DEEPEST = 8;
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
    },
    notes: [
        "DIR is a run folder or a folder that contains some, such as downloaded artifacts. Nothing is signed here: each run must follow the last run of its stream, as after collect --commit false. A run that does not follow is rejected and named; the others are still published.",
        "Exit 0: all runs are in the repository. 2: at least one is not. With --expect, 2 also when a stream has no run or nothing was collected, 3 when a run is partial.",
    ].join("\n\n"),
    async run(given, { environment, log, print, cancellation }) {
        const expected = expectedStreams((0,config_flags/* flagText */.us)(given, "expect"));
        const branch = await branchOf(given, environment);
        const { folders, unreadable } = await runFoldersIn(given.words, expected !== null);
        const published = await attempted(async () => publishFolders(folders, {
            branch,
            verifyInstructions: (0,verify_guide/* verifyGuide */.k)(),
            signal: AbortSignal.any([cancellation(), AbortSignal.timeout(TIMEOUT_MS)]),
        }));
        const lines = rollCall(folders, { published, unreadable, expected: expected ?? [] });
        const commit = published instanceof failure/* Failure */.HR ? null : (published.landed?.commit ?? null);
        const summary = (0,config_flags/* flagText */.us)(given, "summary");
        if (summary !== undefined)
            await append(summary, publishSummary(lines, { repository: branch.name, commit }));
        if (published instanceof failure/* Failure */.HR) {
            for (const line of shortcomings(lines))
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
        for (const warning of landed?.warnings ?? [])
            log.warning((0,sanitize/* logLine */.BP)(warning));
        for (const { failure } of [...unreadable, ...published.refused]) {
            log.warning((0,sanitize/* logLine */.BP)([failure.message, failure.hint].filter(Boolean).join("; ")));
        }
        if (expected === null)
            return unreadable.length + published.refused.length === 0 ? 0 : 2;
        for (const line of shortcomings(lines))
            log.warning((0,sanitize/* logLine */.BP)(line));
        return rollExit(lines);
    },
};
/** What was published, or why nothing was: the summary shows both. */
async function attempted(step) {
    try {
        return await step();
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return error;
        throw error;
    }
}
async function append(file, text) {
    try {
        await (0,promises_.appendFile)(file, text);
    }
    catch (error) {
        const why = (0,failure/* errorCode */.CA)(error);
        throw new failure/* Failure */.HR("input", `summary: ${file} cannot be written (${why})`, { cause: error });
    }
}
async function branchOf(given, environment) {
    const [repository, github] = [(0,config_flags/* flagText */.us)(given, "repository"), (0,config_flags/* flagText */.us)(given, "github")];
    if ((repository === undefined) === (github === undefined)) {
        throw new failure/* Failure */.HR("input", "publish takes one repository", {
            hint: "name a git work tree with --repository DIR, or --github OWNER/NAME",
        });
    }
    const inputs = (0,config_inputs/* readRepositoryInputs */.sb)({
        repository: github,
        "repository-token": github === undefined ? undefined : environment["GITHUB_TOKEN"],
        branch: (0,config_flags/* flagText */.us)(given, "branch"),
        path: (0,config_flags/* flagText */.us)(given, "path"),
    });
    if (repository !== undefined) {
        await ensureWorkTree(repository);
        return new LocalBranch({ folder: external_node_path_.resolve(repository), path: inputs.path });
    }
    if (inputs.repository === null || inputs["repository-token"] === null) {
        throw new failure/* Failure */.HR("input", "GITHUB_TOKEN: is needed to publish to GitHub", {
            hint: "set it as an environment variable; it needs contents: write in that repository",
        });
    }
    return new branch/* GitHubBranch */.k({
        repository: inputs.repository,
        token: inputs["repository-token"],
        branch: inputs.branch,
        path: inputs.path,
        apiUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
        allowPublic: (0,config_flags/* isFlagSet */.HX)(given, "allow-public"),
        seed: false,
    });
}
/** Every run folder at or below these paths. Throws where a path has none, unless there may be none. */
async function runFoldersIn(paths, mayBeNone) {
    const folders = [];
    const unreadable = [];
    for (const each of paths) {
        const found = await below(each, DEEPEST);
        if (found.length === 0 && !mayBeNone) {
            throw new failure/* Failure */.HR("unreadable", `${each} contains no run folder`, {
                hint: "name a folder such as prod/2026/2026-11-22/061731Z-123-1, or one above it",
            });
        }
        for (const folder of found) {
            try {
                folders.push({ path: folder, files: (await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.T)(folder))).files });
            }
            catch (error) {
                if (!(error instanceof failure/* Failure */.HR))
                    throw error;
                unreadable.push({ path: folder, failure: error });
            }
        }
    }
    return { folders, unreadable };
}
async function below(folder, depth) {
    const entries = await entriesOf(folder);
    if (entries.some(({ name }) => name === evidence_files/* EVIDENCE_NAME */.wm || name === evidence_files/* BUNDLE_NAME */.ft))
        return [folder];
    if (depth === 0)
        return [];
    const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const found = deeper.map(async ({ name }) => below(external_node_path_.join(folder, name), depth - 1));
    return (await Promise.all(found)).flat().toSorted();
}
async function entriesOf(folder) {
    try {
        return await (0,promises_.readdir)(folder, { withFileTypes: true });
    }
    catch (error) {
        const why = (0,failure/* errorCode */.CA)(error);
        throw new failure/* Failure */.HR("unreadable", `${folder} cannot be read as a folder (${why})`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
// EXTERNAL MODULE: ./lib/platform/heap.js
var heap = __webpack_require__(17061);
;// CONCATENATED MODULE: ./lib/report/render/csv.js

/**
 * What makes a spreadsheet take a cell for a formula, in both widths. A spreadsheet that splits at another
 * separator would also find the start of a cell after that separator.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(?<start>(?:^|[;,|\t])["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;
/** A cell of Excel holds 32,767 characters. */
const LONGEST_CELL = 32_000;
/** Excel takes UTF-8 for the local code page unless the file begins with this mark. */
const MARK = "\ufeff";
/**
 * A table as CSV after RFC 4180, every cell in quotes: UTF-8 with a byte order mark, lines ending in CRLF.
 * Each text is one line. An apostrophe precedes a text that a spreadsheet would take for a formula.
 */
function csv(columns, rows) {
    const lines = [columns, ...rows].map((cells) => cells.map(quoted).join(","));
    return `${MARK}${lines.join("\r\n")}\r\n`;
}
function quoted(cell) {
    if (cell === null)
        return '""';
    const text = typeof cell === "string" ? harmless(cell) : String(cell);
    return `"${text.replaceAll('"', '""')}"`;
}
function harmless(text) {
    return (0,sanitize/* visibleLine */.P8)(text, LONGEST_CELL).replaceAll(FORMULA, "$<start>'");
}

;// CONCATENATED MODULE: ./lib/report/period/csv.js

const COLUMNS = [
    "from",
    "to",
    "slot",
    "why",
    "run",
    "collected at",
    "sequence",
    "outcome",
    "verdict",
    "item",
    "collection",
    "reason",
    "state",
    "counts are",
];
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
/**
 * A period as CSV: a row for each item of the run that names each slot, and one for each slot without a run,
 * so that the rows are the population to sample from. Then the runs that name no slot.
 */
function slotsCsv({ verdict, runs, isVerified }) {
    const byPlace = new Map(runs.map((run) => [run.place, run]));
    const named = new Set(verdict.slotList.map(({ run }) => run));
    const word = isVerified ? "genuine" : "not verified";
    const rows = [
        ...verdict.slotList.flatMap((slot) => rowsOf({ slot, run: byPlace.get(slot.run ?? "") ?? null, word })),
        ...runs.filter(({ place }) => !named.has(place)).flatMap((run) => rowsOf({ slot: null, run, word })),
    ];
    const columns = [
        ...COLUMNS,
        ...COUNTS.map((count) => count.replaceAll(/(?=[A-Z])/g, " ").toLowerCase()),
        "sha256",
    ];
    return csv(columns, rows);
}
function rowsOf({ slot, run, word, }) {
    const when = [
        slot?.from ?? null,
        slot?.to ?? null,
        slot?.state ?? "another run",
        slot?.detail ?? null,
    ];
    if (run === null)
        return [
            [...when, ...Array.from({ length: COLUMNS.length - when.length + COUNTS.length + 1 }, () => null)],
        ];
    const about = [run.place, run.collectedAt, run.sequence, run.outcome ?? "declared gap", word];
    const items = run.items.length === 0 ? [null] : run.items;
    return items.map((item) => when.concat(about, itemCells(item), run.contentSha256));
}
function itemCells(item) {
    if (item === null)
        return Array.from({ length: 5 + COUNTS.length }, () => null);
    const { id, status, reason, state, counts } = item;
    const are = counts === null ? "not known" : status === "partial" ? "at least" : "exact";
    return [id, status, reason?.code ?? null, state, are, ...COUNTS.map((count) => counts?.[count] ?? null)];
}

// EXTERNAL MODULE: ./lib/report/run/report.js + 11 modules
var report = __webpack_require__(9222);
;// CONCATENATED MODULE: ./lib/report/run/csv.js


/**
 * The records of an item as CSV, in the order of the file. Every row says how completely they were
 * collected, so that a table without its report is not taken for the whole.
 */
function recordsCsv(item) {
    const collected = ["collected", () => ((0,words/* isFloor */.b5)(item) ? "partial: at least these" : "all")];
    if (item.id === "security-signals")
        return csvTable([collected, ...SIGNAL], item.records);
    if (item.id === "compliance-monitors")
        return csvTable([collected, ...MONITOR], item.records);
    return csvTable([collected, ...FINDING], item.records);
}
/** Runs as CSV, a row for each item of each. Counts that are not known are empty cells. */
function runsCsv(runs) {
    const rows = runs.flatMap((run) => run.evidence.items.map((item) => ({ run, item })));
    return csvTable(RUN, rows);
}
function csvTable(columns, rows) {
    return csv(columns.map(([heading]) => heading), Array.from(rows, (row) => columns.map(([, cell]) => cell(row))));
}
const SIGNAL = [
    ["severity", ({ severity }) => severity],
    ["title", ({ title }) => title],
    ["timestamp", ({ timestamp }) => timestamp],
    ["triage", ({ triage }) => triage.state],
    ["triage changed", ({ triage }) => triage.changed],
    ["archive reason", ({ triage }) => triage.archiveReason],
    ["assigned", ({ triage }) => triage.assigned],
    ["incidents", ({ triage }) => triage.incidents],
    ["rule id", ({ rule }) => rule?.id ?? null],
    ["rule", ({ rule }) => rule?.name ?? null],
    ["rule type", ({ rule }) => rule?.type ?? null],
    ["first seen", ({ firstSeen }) => firstSeen],
    ["last seen", ({ lastSeen }) => lastSeen],
    ["tags", ({ tags }) => tags.join(" ")],
    ["id", ({ id }) => id],
    ["link", ({ link }) => link],
];
const MONITOR = [
    ["verdict", ({ verdict }) => (verdict === "notEvaluated" ? "not evaluated" : verdict)],
    ["name", ({ name }) => name],
    ["state", ({ state }) => state],
    ["state since", ({ stateSince }) => stateSince],
    ["type", ({ type }) => type],
    ["muted", ({ muted }) => muted],
    ["muted until", ({ mutedUntil }) => mutedUntil],
    ["draft", ({ draft }) => draft],
    ["paused", ({ paused }) => paused],
    ["watches the clock", ({ watchesClock }) => watchesClock],
    ["modified", ({ modified }) => modified],
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
    ["mute expires", ({ muteExpires }) => muteExpires],
    ["first seen", ({ firstSeen }) => firstSeen],
    ["changed", ({ changed }) => changed],
    ["rule id", ({ rule }) => rule?.id ?? null],
    ["rule", ({ rule }) => rule?.name ?? null],
    ["resource", ({ resource }) => resource],
    ["resource type", ({ resourceType }) => resourceType],
    ["cloud", ({ cloudProvider }) => cloudProvider],
    ["id", ({ id }) => id],
    ["link", ({ link }) => link],
];
const RUN = [
    ["stream", ({ run }) => run.evidence.stream.name],
    ["site", ({ run }) => run.evidence.source.site],
    ["collected at", ({ run }) => run.evidence.collectedAt],
    ["run", ({ run }) => run.evidence.run.id],
    ["attempt", ({ run }) => run.evidence.run.attempt],
    ["sequence", ({ run }) => run.sequence],
    ["outcome", ({ run }) => run.evidence.outcome],
    ["item", ({ item }) => item.id],
    ["collection", ({ item }) => item.collection.status],
    ["grade", ({ item }) => item.collection.grade],
    ["reason", ({ item }) => item.collection.reason?.code ?? item.result.reason?.code ?? null],
    ["state", ({ item }) => item.result.state],
    ["counts are", ({ item }) => precisionOf(item)],
    ["total", count("total")],
    ["critical", count("critical")],
    ["high", count("high")],
    ["open", count("open")],
    ["under review", count("underReview")],
    ["archived", count("archived")],
    ["passing", count("passing")],
    ["failing", count("failing")],
    ["not evaluated", count("notEvaluated")],
    ["muted", count("muted")],
    ["population", ({ item }) => item.population.size],
    ["evidence.json sha256", ({ run }) => run.evidenceSha256],
];
function precisionOf(item) {
    if (item.result.counts === null)
        return "not known";
    return (0,words/* isFloor */.b5)(item) ? "at least" : "exact";
}
function count(name) {
    return ({ item }) => {
        const counts = item.result.counts ?? {};
        return counts[name] ?? null;
    };
}

// EXTERNAL MODULE: ./lib/config/trust.js + 1 modules
var config_trust = __webpack_require__(6919);
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
            description: `With csv: the records of ${schema/* ITEM_IDS */.FT.join(", ")}. Without it, the counts of the run.`,
        },
        out: { argument: "FILE", description: "Write to FILE, which must not exist, instead of printing." },
        ...PERIOD_FLAGS,
        ...config_trust/* TRUST_FLAGS */.LP,
    },
    notes: [
        "FOLDER is the folder of a run, a stream, or a repository with one stream. The report of a run shows its content; verify checks whether the run is genuine. The report of a stream is verified if --key or another flag names what to trust; without one, the report says in large letters that it was not verified.",
        "The page contains no script and needs no network. CSV is UTF-8 with a byte order mark; text that a spreadsheet would take for a formula gets an apostrophe in front.",
    ].join("\n\n"),
    examples: [
        ["one run, to read, print or send", "datadog-evidence report RUN_FOLDER > report.html"],
        ["its monitors as a table", "datadog-evidence report RUN_FOLDER --format csv --item compliance-monitors"],
        ["a period for an auditor", "datadog-evidence report STREAM --from 2026-04-01 --to 2026-09-30 --key KEY"],
    ],
    async run(given, { print }) {
        (0,heap/* keepHeapSmall */.p)();
        const asked = askedOf(given);
        const [folder = ""] = given.words;
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.T)(folder));
        const text = found.kind === "run"
            ? await runText(given, { folder, asked })
            : await report_periodText(found.streams, { given, folder, asked });
        if (asked.out === undefined)
            print(text);
        else
            await written(asked.out, text);
        return 0;
    },
};
/** What the flags ask for; all that is wrong with them at once. */
function askedOf(given) {
    const said = { format: (0,config_flags/* flagText */.us)(given, "format") ?? "html", item: (0,config_flags/* flagText */.us)(given, "item") };
    const format = FORMATS.find((known) => known === said.format);
    const item = schema/* ITEM_IDS */.FT.find((known) => known === said.item);
    const problems = [
        ...(format === undefined ? [`--format is one of ${FORMATS.join(", ")}`] : []),
        ...(said.item !== undefined && item === undefined ? [`--item is one of ${schema/* ITEM_IDS */.FT.join(", ")}`] : []),
        ...(said.item !== undefined && format !== "csv" ? ["--item belongs to --format csv"] : []),
    ];
    if (format !== undefined && problems.length === 0)
        return { format, item, out: (0,config_flags/* flagText */.us)(given, "out") };
    throw new failure/* Failure */.HR("input", `report: ${problems.join("; ")}`, {
        hint: "see: datadog-evidence report --help",
    });
}
async function runText(given, { folder, asked }) {
    refusePeriodFlags(given);
    return textOf(await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.T)(folder)), asked);
}
async function report_periodText(streams, { given, folder, asked }) {
    if (asked.item !== undefined) {
        throw new failure/* Failure */.HR("input", "the records of one item are those of a run, and this is a stream", {
            hint: "name a run folder, or leave --item out",
        });
    }
    const now = new Date();
    const trust = Object.keys(config_trust/* TRUST_FLAGS */.LP).some((name) => given.flags[name] !== undefined)
        ? await (0,config_trust/* loadTrust */.Vc)(given)
        : null;
    const copies = (0,config_flags/* flagText */.us)(given, "witness");
    if (copies !== undefined && trust === null) {
        throw new failure/* Failure */.HR("input", "witness: copies are only compared where a key says what to trust", {
            hint: "name the public key of the people who signed: --key signing-key.pub.pem",
        });
    }
    const reported = await loadPeriodReport(streams, {
        trust,
        asked: periodFrom(given, now),
        witness: copies === undefined || trust === null ? null : await (0,config_trust/* readOtherCopies */.WW)(copies, { path: folder, trust }),
        now,
        folder,
    });
    return PERIOD_FORMATS[asked.format](reported);
}
async function textOf(folder, { format, item }) {
    if (item !== undefined)
        return recordsCsv(listable(folder, item));
    const evidence = (0,read_folder/* readEvidenceFile */.M)(folder);
    const { statement, signedBy } = signedPart(folder);
    if (format === "csv") {
        const bytes = folder.files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? Buffer.alloc(0);
        const sequence = statement?.predicate.sequence ?? null;
        return runsCsv([{ evidence, evidenceSha256: (0,digest/* sha256 */.s)(bytes), sequence }]);
    }
    const files = [...folder.files]
        .flatMap(([name, bytes]) => (name === evidence_files/* BUNDLE_NAME */.ft ? [] : [(0,file/* fileOf */.W7)(name, bytes)]))
        .toSorted((a, b) => Number(b.name === evidence_files/* EVIDENCE_NAME */.wm) - Number(a.name === evidence_files/* EVIDENCE_NAME */.wm));
    const run = { evidence, files, statement, signedBy };
    return format === "html" ? (0,page/* reportHtml */.Ew)((0,report/* runReport */.q)(run)) : (0,page/* reportMarkdown */.uL)((0,report/* runReport */.q)(run));
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
/** The item with its records. Throws where an empty table would read as none there being any. */
function listable(folder, id) {
    const item = (0,read_folder/* readWholeEvidence */.D9)(folder).items.find((each) => each.id === id);
    if (item === undefined) {
        throw new failure/* Failure */.HR("input", `the run did not collect ${words/* ITEM_NAMES */.fH[id]}`, { hint: "name another --item" });
    }
    const { status, reason } = item.collection;
    if (status === "complete" || item.records.length > 0)
        return item;
    throw new failure/* Failure */.HR("input", `the ${words/* ITEM_NAMES */.fH[id]} are ${status} and have no records, so an empty table would say what nobody knows`, { hint: reason === null ? undefined : [reason.message, reason.hint].filter(Boolean).join("; ") });
}
async function written(file, text) {
    try {
        await (0,promises_.writeFile)(file, text, { flag: "wx" });
    }
    catch (error) {
        const code = (0,failure/* errorCode */.CA)(error);
        if (code === "EEXIST") {
            throw new failure/* Failure */.HR("input", `${file} already exists`, { hint: "name another file, or remove it" });
        }
        throw new failure/* Failure */.HR("input", `${file} cannot be written (${code})`, { cause: error });
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
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
        "The sample contains the signed statement of every run of the period, the evidence of the chosen runs, sample.json, report.html and VERIFY.md. The period is verified first; a period that is not genuine gives no sample.",
        "The draw can be repeated: seed = sha256 of the last statement, a newline and the nonce; the runs with the smallest sha256 of seed, newline and statement are chosen. verify repeats it.",
    ].join("\n\n"),
    examples: [
        ["25 runs of half a year", "datadog-evidence sample prod --count 25 --nonce 4711 --out sample --key KEY"],
    ],
    async run(given, { print }) {
        const [folder = ""] = given.words;
        const { out, wish } = sample_askedOf(given);
        const trust = await (0,config_trust/* loadTrust */.Vc)(given);
        const now = new Date();
        const asked = periodFrom(given, now);
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.T)(folder));
        if (found.kind === "run")
            throw new failure/* Failure */.HR("input", `${folder} is one run, so there is nothing to choose`);
        await ensureEmpty(out);
        const { streams } = found;
        const reported = await loadPeriodReport(streams, { trust, asked, witness: null, now, folder });
        const drawn = drawnFrom(reported, wish);
        const [stream] = streams;
        if (stream === undefined)
            throw new Error("a report was made of no stream");
        await sample_written(out, { stream, reported, drawn });
        const { runs, population, without } = drawn;
        print(`${out}: the evidence of ${runs.length} of ${population} runs\n`);
        return without.length > 0 ? 3 : 0;
    },
};
/** Files that statements are about; nothing else of a run folder goes into a sample. */
const SIGNED = /^(?:evidence\.json|gap\.json|records-[a-z-]+\.ndjson)$/;
/** What the flags ask for; all that is wrong with them at once. */
function sample_askedOf(given) {
    const out = (0,config_flags/* flagText */.us)(given, "out");
    const dates = (0,config_flags/* flagText */.us)(given, "dates")
        ?.split(",")
        .map((date) => date.trim());
    const nonce = (0,config_flags/* flagText */.us)(given, "nonce");
    const count = (0,config_flags/* flagText */.us)(given, "count");
    const isLot = nonce !== undefined || count !== undefined;
    const problems = [
        ...(out === undefined || out === "" ? ["name a folder with --out DIR"] : []),
        ...(dates === undefined && !isLot ? ["name --dates, or --count and --nonce"] : []),
        ...(dates !== undefined && isLot ? ["--dates and --count exclude one another"] : []),
        ...(dates?.every((date) => iso/* date */.p6().safeParse(date).success) === false
            ? ["--dates is a list of days such as 2026-04-01,2026-05-17"]
            : []),
        ...(isLot && !/^[1-9]\d{0,5}$/.test(count ?? "") ? ["--count is a number of runs"] : []),
        ...(isLot && !/^[^\p{C}]{1,200}$/u.test(nonce ?? "")
            ? ["--nonce is one line of at most 200 characters"]
            : []),
    ];
    if (problems.length > 0 || out === undefined) {
        throw new failure/* Failure */.HR("input", `sample: ${problems.join("; ")}`, {
            hint: "see: datadog-evidence sample --help",
        });
    }
    if (dates !== undefined)
        return { out, wish: { kind: "dates", dates: [...new Set(dates)].toSorted() } };
    return { out, wish: { kind: "nonce", nonce: nonce ?? "", count: Number(count) } };
}
/** The sample that the wish gives. Throws where the period is not genuine or has nothing to choose from. */
function drawnFrom({ verdict, runs }, wish) {
    const { exitCode, period, last, problems, unchecked } = verdict;
    if (exitCode === 1 || exitCode === 2) {
        const [first] = problems;
        const why = first?.detail ?? unchecked[0]?.why ?? "there is no run";
        throw new failure/* Failure */.HR("not-genuine", `no sample is made of a period that does not verify: ${why}`, {
            hint: "see: datadog-evidence verify",
        });
    }
    const population = runs.filter(({ outcome }) => outcome !== null);
    if (period === null || last === null || population.length === 0) {
        throw new failure/* Failure */.HR("input", "the period holds no run to choose", {
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
async function sample_written(out, { stream, reported, drawn, }) {
    const places = new Set(drawn.runs.map(({ run }) => run));
    for (const run of reported.runs) {
        const { files } = await (0,read_folder/* readRunFolder */.MW)(stream.files, run.place);
        const kept = [...files].filter(([name]) => isKept(run, name, places));
        await (0,write_folder/* writeRunFolder */.Rq)(external_node_path_.join(out, stream.name, run.place), kept.map(([name, bytes]) => (0,file/* fileOf */.W7)(name, bytes)));
    }
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, sample/* SAMPLE_NAME */.pl), `${JSON.stringify(drawn, null, 2)}\n`);
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, "report.html"), periodHtml(reported));
    await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, "VERIFY.md"), (0,verify_guide/* verifyGuide */.k)());
}
/** All of a chosen run and of a declared gap; of any other only what was signed about it. */
function isKept({ place, outcome }, name, chosenPlaces) {
    if (name === evidence_files/* BUNDLE_NAME */.ft)
        return true;
    return SIGNED.test(name) && (outcome === null || chosenPlaces.has(place));
}
async function ensureEmpty(folder) {
    const entries = await (0,promises_.readdir)(folder).catch((error) => {
        if ((0,failure/* errorCode */.CA)(error) === "ENOENT")
            return [];
        throw new failure/* Failure */.HR("input", `out: ${folder} is no folder that can be written`, { cause: error });
    });
    if (entries.length > 0) {
        throw new failure/* Failure */.HR("input", `out: ${folder} is not empty`, {
            hint: "name a folder that does not exist yet",
        });
    }
}

// EXTERNAL MODULE: ./lib/verify/run/verdict.js
var run_verdict = __webpack_require__(57442);
// EXTERNAL MODULE: ./lib/verify/run/verify-run.js + 2 modules
var verify_run = __webpack_require__(72849);
;// CONCATENATED MODULE: ./lib/cli/commands/verify-streams.js






/** What the auditor named; null where the flags say nothing. Throws where there is no sample to name it of. */
function selectionIn(given, streams) {
    const [dates, nonce] = [(0,config_flags/* flagText */.us)(given, "dates"), (0,config_flags/* flagText */.us)(given, "nonce")];
    if (dates === undefined && nonce === undefined)
        return null;
    if (dates !== undefined && nonce !== undefined) {
        throw new failure/* Failure */.HR("input", "dates and nonce: a sample is chosen by one of them");
    }
    if (streams.some(({ sample }) => sample === null)) {
        throw new failure/* Failure */.HR("input", "dates, nonce: these are no samples, but all runs of their streams", {
            hint: "leave them out, or name the folder that holds sample.json",
        });
    }
    if (nonce !== undefined)
        return { kind: "nonce", nonce };
    return { kind: "dates", dates: (dates ?? "").split(",").map((date) => date.trim()) };
}
/** Verifies streams over a period, prints the page or the JSON, and answers the exit code. */
async function verifyStreams({ streams, skipped }, { path, given, trust, print, }) {
    const now = new Date();
    const asked = periodFrom(given, now);
    const folder = (0,config_flags/* flagText */.us)(given, "witness");
    const witness = folder === undefined ? null : await (0,config_trust/* readOtherCopies */.WW)(folder, { path, trust });
    const selection = selectionIn(given, streams);
    const isWhole = streams.every((stream) => stream.folder !== ".");
    const verdict = await (0,verify_period/* verifyPeriod */.f)(streams, { trust, asked, witness, now, selection, isWhole, skipped });
    print((0,config_flags/* isFlagSet */.HX)(given, "json") ? asJson(verdict) : periodText(verdict));
    return verdict.exitCode;
}
function asJson({ exitCode, ...rest }) {
    const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" };
    return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/cli/commands/verify.js












const verify_verifyCommand = {
    summary: "check a run, a stream or a repository, offline",
    synopsis: "FOLDER (--key … | --keys … | --issuer …) [flags]",
    words: ONE_FOLDER,
    flags: {
        ...config_trust/* TRUST_FLAGS */.LP,
        ...PERIOD_FLAGS,
        ...SAMPLE_FLAGS,
        json: { description: "Print the verdict as JSON." },
    },
    notes: [
        config_trust/* TRUST_NOTES */.vs,
        "Exit 0: genuine and complete. 1: not genuine, or a run was removed from the chain. 2: error, nothing was decided. 3: genuine, but a run is not complete or was signed late, or a slot has no run.",
    ].join("\n\n"),
    async run(given, { print, log }) {
        (0,heap/* keepHeapSmall */.p)();
        const [path = ""] = given.words;
        const trust = await (0,config_trust/* loadTrust */.Vc)(given);
        const found = (0,find_streams/* locateStreams */.s$)((0,disk/* diskFiles */.T)(path));
        if (found.kind === "streams")
            return verifyStreams(found, { path, given, trust, print });
        refusePeriodFlags(given);
        const verdict = await (0,verify_run/* verifyRun */.$)(await (0,read_folder/* readRunFolder */.MW)((0,disk/* diskFiles */.T)(path)), trust);
        const code = (0,run_verdict/* exitCodeOf */.FO)(verdict);
        print((0,config_flags/* isFlagSet */.HX)(given, "json") ? verify_asJson(verdict, code) : asText(verdict));
        for (const remark of verdict.remarks)
            log.info((0,sanitize/* logLine */.BP)(`remark: ${remark}`));
        return code;
    },
};
function asText(verdict) {
    const lines = verdict.findings.map(({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(11)} ${(0,sanitize/* logLine */.BP)(detail)}`);
    return `${[...lines, verify_conclusion(verdict)].join("\n")}\n`;
}
function verify_conclusion({ isUnchecked, run }) {
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
    const { stream, collectedAt, outcome } = evidence;
    const what = `evidence of stream ${stream.name}, collected ${collectedAt}`;
    if ((0,run_verdict/* isSignedLate */.xI)(run)) {
        const when = run.signedAt === null ? "at a time that nothing proves" : `at ${run.signedAt}`;
        const how = outcome === "complete" ? "" : `, and the collection is ${outcome}`;
        return `Genuine, but signed late, ${when}${how}: ${what}.`;
    }
    return outcome === "complete"
        ? `Genuine and complete: ${what}.`
        : `Genuine, but the collection is ${outcome}: ${what}.`;
}
function verdictOf({ isGenuine, isUnchecked }) {
    if (isUnchecked)
        return "not-checked";
    return isGenuine ? "genuine" : "not-genuine";
}
function verify_asJson(verdict, exit) {
    const { findings, run, remarks } = verdict;
    const answer = {
        verdict: verdictOf(verdict),
        exitCode: exit,
        signedBy: run?.signedBy ?? null,
        signedAt: run?.signedAt ?? null,
        signedLate: run === null ? null : (0,run_verdict/* isSignedLate */.xI)(run),
        assurance: run?.reached ?? null,
        evidenceSha256: run?.contentSha256 ?? null,
        statementSha256: run?.statementSha256 ?? null,
        run: run && {
            stream: run.statement.predicate.stream.name,
            collectedAt: run.statement.predicate.collectedAt,
            outcome: run.evidence?.outcome ?? null,
            id: run.statement.predicate.run.id,
            attempt: run.statement.predicate.run.attempt,
            sequence: run.statement.predicate.sequence,
        },
        checks: findings,
        remarks,
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/cli/commands.js










/** Every command by its name, in the order of `--help`. */
const COMMANDS = new Map(Object.entries({
    collect: collectCommand,
    demo: demoCommand,
    verify: verify_verifyCommand,
    diff: diffCommand,
    report: reportCommand,
    sample: sampleCommand,
    attest: attestCommand,
    publish: publishCommand,
    "declare-gap": declareGapCommand,
    keygen: keygenCommand,
}));

;// CONCATENATED MODULE: ./lib/cli/help.js

const help_INDENT = 28;
/** The list of commands. */
function helpText(commands) {
    const longest = Math.max(...[...commands.keys()].map((name) => name.length));
    const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(longest + 2)}${summary}`);
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
        "  datadog-evidence --version             the version of this program",
        "",
        "Secrets come from the environment or a file, never from a flag. Results go to",
        "stdout, messages to stderr. Exit codes: 0 success, 1 finding, 2 error,",
        "3 incomplete.",
        "",
    ].join("\n");
}
/** `--help` of one command. */
function commandHelp(name, { summary, synopsis, flags, notes, examples = [] }) {
    return [
        ...wrapLabelled("usage:", `datadog-evidence ${name} ${synopsis}`.trimEnd(), "usage: ".length),
        "",
        `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
        "",
        ...Object.entries(flags).flatMap(([flag, row]) => entryLines(flagTerm(flag, row), row.description)),
        ...(Object.keys(flags).length > 0 ? [""] : []),
        ...notes.split("\n\n").flatMap((text) => wrapText(text.replaceAll("\n", " "), WIDTH).concat("")),
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
function entryLines(term, meaning) {
    const [first = "", ...rest] = wrapText(meaning, WIDTH - help_INDENT);
    const head = `  ${term}`;
    const lines = [...rest].map((line) => " ".repeat(help_INDENT) + line);
    if (head.length >= help_INDENT - 1)
        return [head, " ".repeat(help_INDENT) + first, ...lines];
    return [head.padEnd(help_INDENT) + first, ...lines];
}

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
            throw inputFailure(name, `--${alias} is another name for --${flag}; give one of them`);
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
        throw inputFailure(name, `${name} takes no ${JSON.stringify(positionals.join(" "))}`);
    }
    const isRight = count === "many" ? positionals.length > 0 : positionals.length === count;
    if (!isRight)
        throw inputFailure(name, `${name} takes ${what}`);
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
            throw inputFailure(name, `${name}: ${error.message.split(/\. |\.?\n|\.$/)[0]}`);
        const known = Object.keys(options).map((flag) => `--${flag}`);
        throw new failure/* Failure */.HR("input", `${name} has no flag ${unknown}`, {
            hint: suggestionFor(unknown, known) ?? `see: datadog-evidence ${name} --help`,
        });
    }
}
function inputFailure(name, message) {
    return new failure/* Failure */.HR("input", message, { hint: `see: datadog-evidence ${name} --help` });
}
/** `did you mean collect?` for the known word that differs least from a misspelt one; null where none is near. */
function suggestionFor(word, known) {
    const far = Math.max(1, Math.floor(word.replace(/^-+/, "").length / 3));
    const [nearest] = known
        .map((each) => ({ each, distance: editDistance(word, each) }))
        .filter(({ distance }) => distance <= far)
        .toSorted((a, b) => a.distance - b.distance);
    return nearest === undefined ? null : `did you mean ${nearest.each}?`;
}
/** How many letters must be added, left out, replaced or swapped with their neighbour. */
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

;// CONCATENATED MODULE: ./lib/cli/status-line.js
/** Back to the start of the line, and nothing on it. */
const CLEARED = "\r\u001b[K";
/** Whether somebody watches: a terminal, and none of the signs that it is a program's. */
function isWatched(screen, environment) {
    const { NO_COLOR: noColor, CI: ci, TERM: kind } = environment;
    return screen.isTTY === true && !noColor && !ci && kind !== "dumb";
}
/** Lines that stay, and below them one that does not: it is gone before the next line and at the end. */
class StatusLine {
    #screen;
    #shown = "";
    constructor(screen) {
        this.#screen = screen;
    }
    /** Shows the line in place of the last one, cut to the width of the screen; null shows none. */
    show(line) {
        // The last column stays free: some terminals wrap there.
        const room = (this.#screen.columns ?? 80) - 1;
        const next = line === null || line.length <= room ? (line ?? "") : `${line.slice(0, room - 1)}…`;
        if (next === this.#shown)
            return;
        this.#screen.write(`${CLEARED}${next}`);
        this.#shown = next;
    }
    /** A line that stays, above the status. */
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
    ...[...config_inputs/* INPUT_NOTES */.p2.values()].flatMap(({ variable, isSecret }) => (isSecret ? (variable ?? []) : [])),
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_TOKEN",
];
/** The command line. `dist` is the folder the program lies in. Sets the exit code and throws nothing. */
async function runCommandLine(dist, args = process.argv.slice(2)) {
    const secrets = [...(0,platform_secrets/* secretForms */.e)(SECRET_VARIABLES.map((name) => process.env[name]))];
    const conceal = (secret) => void secrets.unshift(...(0,platform_secrets/* secretForms */.e)([secret]));
    const status = new StatusLine(process.stderr);
    const watches = isWatched(process.stderr, process.env);
    const say = (line) => status.print((0,platform_secrets/* concealSecrets */.V)(line, secrets));
    const print = (text) => void process.stdout.write((0,platform_secrets/* concealSecrets */.V)(text, secrets));
    process.stdout.on("error", ignoreClosed);
    process.stderr.on("error", ignoreClosed);
    try {
        const show = watches ? (line) => status.show(line) : null;
        const log = logOf({ say, show }, secrets);
        process.exitCode = await runCommand(args, { dist, print, conceal, log });
        status.show(null);
    }
    catch (error) {
        status.show(null);
        say(`datadog-evidence: ${(0,failure/* explainError */.UW)(error)}`);
        process.exitCode = 2;
    }
}
/** Who reads only the beginning, such as head, closes the pipe. */
function ignoreClosed(error) {
    if (error.code !== "EPIPE")
        throw error;
}
async function runCommand([name, ...args], terminal) {
    if (name === undefined) {
        throw new failure/* Failure */.HR("input", "no command was given", { hint: "see: datadog-evidence --help" });
    }
    if (name === "help" || name === "--help" || name === "-h") {
        const [topic] = args;
        terminal.print(topic === undefined ? helpText(COMMANDS) : commandHelp(topic, commandNamed(topic)));
        return 0;
    }
    if (name === "--version") {
        terminal.print(`${version/* VERSION */.x}\n`);
        return 0;
    }
    const command = commandNamed(name);
    const given = parseArguments(name, { command, args });
    if ((0,config_flags/* isFlagSet */.HX)(given, "help"))
        terminal.print(commandHelp(name, command));
    else if ((0,config_flags/* isFlagSet */.HX)(given, "version"))
        terminal.print(`${version/* VERSION */.x}\n`);
    else
        return command.run(given, { ...terminal, environment: process.env, cancellation: cancellation/* cancellation */.W });
    return 0;
}
function commandNamed(name) {
    const command = COMMANDS.get(name);
    if (command !== undefined)
        return command;
    const known = [...COMMANDS.keys()];
    throw new failure/* Failure */.HR("input", `there is no command ${JSON.stringify(name)}`, {
        hint: suggestionFor(name, known) ?? `the commands are ${known.join(", ")}`,
    });
}
/** In a job of GitHub Actions the log of this program is read for commands too. */
function logOf({ say, show, }, secrets) {
    const safe = (line) => (0,sanitize/* logLine */.BP)((0,platform_secrets/* concealSecrets */.V)(line, secrets));
    // Whoever watches reads; whoever does not may want to search whole lines.
    const width = show === null ? Infinity : (process.stderr.columns ?? 80);
    const tell = (line, indent = "") => {
        for (const part of wrapText(line, width - indent.length))
            say(`${indent}${part}`);
    };
    return {
        info: (line) => tell(safe(line)),
        warning: (line) => tell(`warning: ${safe(line)}`),
        debug: () => { },
        group(title, lines) {
            tell(safe(title));
            for (const line of lines)
                tell(safe(line), "  ");
        },
        status: (line) => show?.(line === null ? null : safe(line)),
    };
}


/***/ })

};
