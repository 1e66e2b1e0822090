export const id = 849;
export const ids = [849];
export const modules = {

/***/ 50849:
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
// EXTERNAL MODULE: ./lib/attest/seal.js
var seal = __webpack_require__(82088);
// EXTERNAL MODULE: ./lib/attest/time.js + 1 modules
var time = __webpack_require__(18724);
// EXTERNAL MODULE: ./lib/evidence/contradictions.js
var contradictions = __webpack_require__(291);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/evidence/files.js
var evidence_files = __webpack_require__(22322);
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
;// CONCATENATED MODULE: ./lib/publish/git.js




/**
 * What git must not inherit: our secrets, which no program that git starts
 * needs, and the repository of a git that started us.
 */
const WITHHELD = /^(?:DD_|SIGNING_KEY|PSEUDONYM_KEY|GITHUB_TOKEN|INPUT_|ACTIONS_|GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX)$)/;
/** No hook runs: one could change the evidence after it was signed, or stop it. */
const WITHOUT_HOOKS = ["-c", "core.hooksPath=/dev/null"];
/** The largest file of a run, with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Runs git in the folder and answers with what it wrote. Rejects as `execFile` does, with `stderr` on the error. */
async function git(folder, args, call = {}) {
    const inherited = Object.entries(process.env).filter(([name]) => !WITHHELD.test(name));
    const env = {
        ...Object.fromEntries(inherited),
        ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
        ...(call.date === undefined ? {} : dated(call.date)),
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
    // A git that ends before it has read everything tells why by its exit.
    child.stdin?.on("error", () => { });
    const { input } = call;
    if (typeof input !== "object")
        child.stdin?.end(input);
    const fed = typeof input !== "object" || child.stdin === null ? null : feed(child.stdin, input);
    const said = await promise;
    const trouble = await fed;
    if (trouble !== null)
        throw trouble;
    return said;
}
/** Feeds git piece by piece. Answers with what went wrong: git would take what ends too early for the whole. */
async function feed(stdin, input) {
    try {
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(input, { highWaterMark: 1 }), stdin);
        return null;
    }
    catch (error) {
        return error;
    }
}
function dated(date) {
    return { GIT_AUTHOR_DATE: date.toISOString(), GIT_COMMITTER_DATE: date.toISOString() };
}
/** The same as text without white space at its ends. */
async function gitText(folder, args, call = {}) {
    return (await git(folder, args, call)).toString("utf8").trim();
}
/** What git said when it ended badly. */
function lastWords(error) {
    return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}
/** An error of git or of the file system, and no failure that has its sentence already. */
function isForeseen(error) {
    if (!(error instanceof Error) || error instanceof failure/* Failure */.HR)
        return false;
    return "stderr" in error || "code" in error;
}
/** In one line, what git said last, or what happened. */
function wordsOf(error) {
    return lastWords(error).split("\n").at(-1) || error.message;
}

// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
;// CONCATENATED MODULE: ./lib/publish/local-blobs.js


/** What git has is kept in memory up to this size; a larger blob is asked for again. */
const LARGEST_KEPT = 10_000_000;
/** The blobs of a repository, each read or written once as long as it is not large. */
class LocalBlobs {
    #folder;
    /** What was read, and what was written wherever that lies, by the id of its blob. */
    #known = new Map();
    /** Ids of what was written, by its sha256. */
    #ids = new Map();
    constructor(folder) {
        this.#folder = folder;
    }
    /** Asks one git for all of these, so that they are known when they are asked for one by one. */
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
    /** The id of the blob of this file, which is stored as it is: no filter of the repository changes what was signed. */
    async write(file) {
        const known = this.#ids.get(file.sha256);
        if (known !== undefined)
            return known;
        const id = await gitText(this.#folder, ["hash-object", "-w", "--stdin", "--no-filters"], {
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
/** Bytes of many blobs, in the order of the ids, by one git. */
async function readFrom(folder, ids) {
    if (ids.length === 0)
        return [];
    const all = await git(folder, ["cat-file", "--batch"], { input: `${ids.join("\n")}\n` });
    let at = 0;
    return ids.map(() => {
        const end = all.indexOf(10, at);
        const [, size] = /^\w+ blob (\d+)$/.exec(all.subarray(at, end).toString()) ?? [];
        if (size === undefined) {
            throw new failure/* Failure */.HR("not-published", `${folder} is damaged: git does not find what a commit holds`, {
                hint: "see git fsck; another clone may have what is missing",
            });
        }
        const start = end + 1;
        at = start + Number(size) + 1;
        return all.subarray(start, start + Number(size));
    });
}

;// CONCATENATED MODULE: ./lib/publish/local-git.js



/** Throws unless the folder is a git work tree on a branch; used before anything is collected. */
async function ensureWorkTree(folder) {
    const answer = await gitText(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
    if (answer !== "true") {
        throw new failure/* Failure */.HR("input", `repository: ${folder} is a git repository without a work tree`);
    }
    await ensureBranch(folder);
}
/** Throws where a commit would be on no branch. */
async function ensureBranch(folder) {
    try {
        await git(folder, ["symbolic-ref", "--quiet", "HEAD"]);
    }
    catch (error) {
        const isDetached = error instanceof Error && "code" in error && error.code === 1;
        if (!isDetached)
            throw error;
        throw new failure/* Failure */.HR("input", `repository: HEAD of ${folder} is detached, so a commit would be on no branch`, {
            hint: "check out the branch that holds the evidence: git switch BRANCH",
            cause: error,
        });
    }
}
function noWorkTree(folder) {
    return (error) => {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        if (lastWords(error).includes("safe.directory")) {
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
async function workTreeFacts(folder) {
    const asked = ["rev-parse", "--show-cdup", "--git-path", "MERGE_HEAD", "--show-prefix"];
    const [cdup = "", mergeHead = "", prefix = ""] = (await git(folder, asked)).toString("utf8").split("\n");
    const top = external_node_path_.resolve(folder, cdup);
    return { prefix, top, mergeHead: external_node_path_.resolve(folder, mergeHead), commit: await commitSettings(folder) };
}
async function commitSettings(folder) {
    const wanted = ["config", "--get-regexp", "^(user\\.(name|email)|commit\\.gpgsign)$"];
    const set = await gitText(folder, wanted).catch(() => "");
    const isSet = (name) => set.split("\n").some((line) => line.startsWith(`${name} `));
    const fallback = { "user.name": "datadog-evidence", "user.email": "datadog-evidence@localhost" };
    const signs = isSet("commit.gpgsign")
        ? await gitText(folder, ["config", "--type=bool", "commit.gpgsign"])
        : "false";
    return {
        // A machine without an identity can commit too; one with an identity keeps it.
        config: Object.entries(fallback).flatMap(([name, value]) => isSet(name) ? [] : ["-c", `${name}=${value}`]),
        flags: signs === "true" ? ["-S"] : [],
    };
}

;// CONCATENATED MODULE: ./lib/publish/local-tree.js





/** No command line grows longer than a system allows. */
const MOST_ARGUMENTS = 500;
/** The regular files of the commit at these paths, each of a file or, with a slash at its end, of a folder. */
async function blobsAt(folder, commit, paths) {
    if (paths.length === 0)
        return [];
    const listed = await lines(folder, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...paths]);
    return listed.flatMap((line) => {
        const [, mode = "", id = "", file = ""] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
        return mode.startsWith("100") ? [{ path: file, id }] : [];
    });
}
/** The latest days that the stream's folder has in the commit: `2026/2026-11-22`. */
async function latestDaysIn(folder, commit, stream) {
    const days = [];
    for (const year of (await foldersIn(folder, commit, stream)).toSorted().toReversed()) {
        const inYear = await foldersIn(folder, commit, `${stream}/${year}`);
        days.push(...(0,layout/* daysAmong */.oc)(inYear.map((day) => `${year}/${day}`)));
        if (days.length >= layout/* LATEST_DAYS */.yY)
            break;
    }
    return (0,layout/* daysAmong */.oc)(days).slice(-layout/* LATEST_DAYS */.yY);
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
/** The signed run folders of the latest days that lie in the work tree and not among those given. */
async function uncommittedRuns(stream, committed) {
    const years = await namesIn(stream);
    const days = await Promise.all(years.map(async (year) => (await namesIn(external_node_path_.join(stream, year))).map((day) => `${year}/${day}`)));
    const runs = [];
    for (const day of (0,layout/* daysAmong */.oc)(days.flat()).slice(-layout/* LATEST_DAYS */.yY)) {
        for (const name of await namesIn(external_node_path_.join(stream, day))) {
            const place = `${day}/${name}`;
            if (!(0,layout/* isRunPlace */.Bo)(place) || committed.has(place))
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
/** Names of the folders in a folder; none where there is no such folder. */
async function namesIn(folder) {
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        if (error instanceof Error && "code" in error && /ENOENT|ENOTDIR/.test(String(error.code)))
            return [];
        throw error;
    }
}
/** Those of the files that the index knows. */
async function indexed(folder, files) {
    const known = new Set();
    for (let at = 0; at < files.length; at += MOST_ARGUMENTS) {
        const some = files.slice(at, at + MOST_ARGUMENTS).map((file) => `:(top,literal)${file}`);
        for (const file of await lines(folder, ["ls-files", "-z", "--full-name", "--", ...some]))
            known.add(file);
    }
    return known;
}
/** Lines of `git update-index --index-info`, which puts the blobs into an index. */
function indexInfo(blobs) {
    return blobs.map(({ id, path: file }) => `100644 blob ${id}\t${file}\0`).join("");
}
async function lines(folder, args) {
    const text = (await git(folder, args)).toString("utf8");
    return text.split("\0").filter((line) => line !== "");
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/publish/run-folder.js
var run_folder = __webpack_require__(12423);
;// CONCATENATED MODULE: ./lib/publish/work-tree.js







/** How long another git may hold the index before we leave it alone. */
const PATIENCE_MS = 3000;
const LONGEST_WAIT_MS = 100;
/**
 * Lets work tree and index follow a commit, which does not depend on them.
 * Answers with what could not be done; the next run tries again.
 */
async function followed(commit, following) {
    const { blobs, streams, guide, folder } = following;
    try {
        const ends = [...(await blobsAt(folder, commit, [guide]))];
        for (const stream of streams) {
            // One that was killed before its work tree followed is the last of its stream.
            const days = await latestDaysIn(folder, commit, stream);
            const paths = days.map((day) => `${stream}/${day}/`);
            ends.push(...(await blobsAt(folder, commit, paths)));
        }
        return await settled([...blobs, ...ends], following);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) && !isForeseen(error))
            throw error;
        return [`it is committed, but the work tree did not follow: ${wordsOf(error)}`];
    }
}
/**
 * What the commit holds and the index does not know is written and added. What
 * the index knows is the user's, with every change and removal.
 */
async function settled(blobs, { folder, root, read, signal }) {
    const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
    const known = await indexed(folder, unique.map(({ path: file }) => file));
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
            warnings.push(`it is committed, but the work tree did not follow: ${error.message}`);
        }
    }
    const refused = await added(missing, folder, signal);
    return refused === null ? warnings : [...warnings, refused];
}
/** A folder that is not there comes as a whole; what is there stays, and only gets what it lacks. */
async function writeAll(folder, files) {
    const isRun = files.every(({ name }) => name !== layout/* GUIDE_NAME */.h9);
    try {
        if (isRun)
            return await (0,run_folder/* writeRunFolder */.Rq)(folder, files);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        // Somebody may have been faster, who writes the same.
    }
    for (const file of files)
        await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(folder, file.name), file.pieces());
    return undefined;
}
/** Adds the blobs to the user's index, for which many may wait. */
async function added(blobs, folder, signal) {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
        try {
            await git(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
            return null;
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                throw error;
            const said = lastWords(error).split("\n")[0] ?? "";
            if (!said.includes("index.lock") || signal.aborted || Date.now() > until) {
                return `it is committed, but git's index did not follow: ${said}`;
            }
            await (0,external_node_timers_promises_.setTimeout)(LONGEST_WAIT_MS * Math.random());
        }
    }
}

;// CONCATENATED MODULE: ./lib/publish/local-branch.js












/**
 * The branch that a local work tree has checked out. A commit is made without
 * the user's index and becomes the head in one step, if the head is still what
 * it was; only then the work tree follows.
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
    async append({ runs, guide, message }, onto, signal) {
        const top = await this.#top();
        try {
            await this.#refuseMerge();
            const files = runs.flatMap((run) => run.files.map((file) => ({ file, folder: external_node_path_.posix.join(top, run.stream, run.place) })));
            if (guide !== null)
                files.push({ file: await this.#guide(guide), folder: top });
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
            const warnings = await followed(commit, {
                blobs,
                streams: streams.map((stream) => external_node_path_.posix.join(top, stream)),
                guide: external_node_path_.posix.join(top, layout/* GUIDE_NAME */.h9),
                folder: this.#folder,
                root,
                read: async ({ id }) => this.#blobs.content(id),
                signal,
            });
            return { commit, url: null, warnings };
        }
        catch (error) {
            if (!isForeseen(error))
                throw error;
            throw this.#failed(signal.aborted ? "it took too long" : lastWords(error), error);
        }
    }
    async #head() {
        const folder = this.#folder;
        await ensureBranch(folder);
        const commit = await this.#commitAtHead();
        const top = await this.#top();
        const guide = external_node_path_.posix.join(top, layout/* GUIDE_NAME */.h9);
        // Once it is staged or committed the guide belongs to the people of the repository.
        const known = await indexed(folder, [guide]);
        const hasGuide = known.size > 0 || (commit !== null && (await blobsAt(folder, commit, [guide])).length > 0);
        const below = (stream) => external_node_path_.posix.join(top, stream);
        return {
            commit,
            hasGuide,
            latest: async (stream) => this.#reading(async () => {
                const days = commit === null ? [] : await latestDaysIn(folder, commit, below(stream));
                const runs = await this.#runsIn(commit, below(stream), days);
                const places = new Set(runs.map(({ place }) => place));
                const uncommitted = await uncommittedRuns(external_node_path_.join(this.workTree, stream), places);
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
            return await gitText(this.#folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR)
                throw error;
            // An unborn branch is no trouble; it only has no commit.
            return null;
        }
    }
    async #runsIn(commit, stream, below) {
        if (commit === null)
            return [];
        const folders = below.map((each) => `${stream}/${each}/`);
        const blobs = await blobsAt(this.#folder, commit, folders);
        // A chain is read by its bundles, so one git fetches them all when the first is asked for.
        let bundles = null;
        return (0,layout/* runsAmong */.D1)(blobs, stream, async (blob) => {
            if ((0,layout/* isBundle */.bn)(blob))
                await (bundles ??= this.#blobs.fetch(blobs.filter(layout/* isBundle */.bn).map(({ id }) => id)));
            return (0,file/* bytesOf */.$$)(await this.#blobs.content(blob.id));
        });
    }
    async #commit(blobs, { parent, message, signal, }) {
        const folder = this.#folder;
        const temporary = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "datadog-evidence-index-"));
        const index = external_node_path_.join(temporary, "index");
        try {
            await git(folder, ["read-tree", ...(parent === null ? ["--empty"] : [parent])], { index });
            await git(folder, ["update-index", "-z", "--index-info"], { index, input: indexInfo(blobs) });
            const tree = await gitText(folder, ["write-tree"], { index });
            const { config, flags } = (await this.#known()).commit;
            const parents = parent === null ? [] : ["-p", parent];
            return await gitText(folder, [...config, "commit-tree", ...flags, ...parents, "-F", "-", tree], {
                input: `${message}\n`,
                signal,
                date: this.#now?.(),
            });
        }
        finally {
            await (0,promises_.rm)(temporary, { recursive: true, force: true });
        }
    }
    /** Makes the commit the head; answers with a failure where somebody else moved it first. */
    async #moveHead(commit, parent, message) {
        try {
            // No signal: whoever is stopped here could not tell whether the head has moved.
            await git(this.#folder, ["update-ref", "-m", `commit: ${message}`, "HEAD", commit, parent ?? ""]);
            return null;
        }
        catch (error) {
            const said = lastWords(error);
            if (!/cannot lock ref|unable to lock|File exists|reference already exists/i.test(said))
                throw error;
            return this.#failed(said, error);
        }
    }
    /** In the middle of a merge the index says what the next commit holds, and that one would lose what we add now. */
    async #refuseMerge() {
        if (!(0,external_node_fs_.existsSync)((await this.#known()).mergeHead))
            return;
        throw new failure/* Failure */.HR("not-published", `git could not commit in ${this.name}: a merge is not finished`, {
            hint: "finish it with git commit or git merge --abort; the run goes into the next commit",
        });
    }
    /** A guide that somebody wrote, and did not commit yet, is theirs. */
    async #guide(text) {
        try {
            return (0,file/* fileOf */.W7)(layout/* GUIDE_NAME */.h9, await (0,promises_.readFile)(external_node_path_.join(this.workTree, layout/* GUIDE_NAME */.h9)));
        }
        catch {
            return (0,file/* fileOf */.W7)(layout/* GUIDE_NAME */.h9, text);
        }
    }
    /** The folder of the streams, from the top of the repository. */
    async #top() {
        return external_node_path_.posix.join((await this.#known()).prefix, this.#path);
    }
    async #known() {
        return (this.#facts ??= workTreeFacts(this.#folder));
    }
    /** What cannot be read is a sentence: a damaged repository must not cost the evidence. */
    async #reading(step) {
        try {
            return await step();
        }
        catch (error) {
            if (!isForeseen(error))
                throw error;
            throw new failure/* Failure */.HR("not-published", `${this.name} cannot be read: ${wordsOf(error)}`, {
                hint: "check the repository with git fsck, and its permissions and disk",
                cause: error,
            });
        }
    }
    #readable(run) {
        const files = [...run.files].map(([name, read]) => [name, async () => this.#reading(read)]);
        return { ...run, files: new Map(files) };
    }
    #failed(said, cause) {
        const last = said.split("\n").at(-1);
        const why = last ? `: ${last}` : "";
        return new failure/* Failure */.HR("not-published", `git could not commit in ${this.name}${why}`, {
            hint: "the run folder is written and goes into the next commit, once git works",
            cause,
        });
    }
}

// EXTERNAL MODULE: ./lib/publish/onto-chain.js
var onto_chain = __webpack_require__(83503);
// EXTERNAL MODULE: ./lib/publish/stream-end.js
var stream_end = __webpack_require__(76431);
// EXTERNAL MODULE: ./lib/sealing.js + 5 modules
var lib_sealing = __webpack_require__(10612);
// EXTERNAL MODULE: ./lib/verify/run-folder.js
var verify_run_folder = __webpack_require__(58257);
// EXTERNAL MODULE: ./lib/commands/command.js
var command = __webpack_require__(85583);
// EXTERNAL MODULE: ./lib/evidence/json.js
var evidence_json = __webpack_require__(92031);
// EXTERNAL MODULE: ./lib/evidence/reassembly.js
var reassembly = __webpack_require__(74452);
;// CONCATENATED MODULE: ./lib/commands/evidence-file.js





/** The evidence of a run folder. Throws a sentence where it is missing, damaged or of another kind. */
function evidenceOf({ files }) {
    const bytes = files.get(evidence_files/* EVIDENCE_NAME */.wm);
    if (bytes === undefined)
        throw new failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} is missing`);
    const json = (0,evidence_json/* readJson */.V)(bytes);
    if ("trouble" in json)
        throw new failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} ${json.trouble}`);
    const evidence = schema/* Evidence */.of.safeParse(json.value);
    if (evidence.success)
        return evidence.data;
    throw new failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} does not follow its schema`, { cause: evidence.error });
}
/** The evidence with the records that moved out to files of their own. */
function wholeEvidenceOf({ files }) {
    const whole = (0,reassembly/* evidenceIn */.n)(files);
    if ("evidence" in whole)
        return whole.evidence;
    throw new failure/* Failure */.HR("unreadable", whole.trouble);
}

// EXTERNAL MODULE: ./lib/attest/identity-token.js
var identity_token = __webpack_require__(93815);
// EXTERNAL MODULE: ./lib/attest/instance.js
var instance = __webpack_require__(55434);
// EXTERNAL MODULE: ./lib/config.js
var lib_config = __webpack_require__(12193);
;// CONCATENATED MODULE: ./lib/commands/signing-key.js



/** The shortest key that we take, in base64, has 160 characters. */
const LONGEST_NAME = 150;
/** The private key as text, from the file of `--signing-key`, else SIGNING_KEY; undefined where neither is given. */
async function signingKeyText(given, environment) {
    const file = (0,command/* flag */.Jt)(given, "signing-key");
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

;// CONCATENATED MODULE: ./lib/commands/signing-asked.js





/** The inputs that say how to sign, as flags. */
const FLAGS = ["signing", "timestamp-url", "allow-public-log"];
/** The flags of commands that sign and do not collect. */
const SIGNING_FLAGS = [
    ["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"],
    ["--signing HOW", "auto (the default), keyless or key"],
    ["--timestamp-url URL", "RFC 3161 timestamp authority, or none"],
    ["--allow-public-log true", "sign for a repository that is not public in the public Sigstore"],
];
const SIGNING_OPTIONS = Object.fromEntries(["signing-key", ...FLAGS].map((name) => [name, { type: "string" }]));
/** How to sign, as for `collect`. Throws all that speaks against it at once. */
async function signingAsked(given, environment) {
    const flags = FLAGS.flatMap((name) => {
        const value = (0,command/* flag */.Jt)(given, name);
        return value ? [[name, value]] : [];
    });
    const inputs = {
        ...Object.fromEntries(flags),
        "signing-key": await signingKeyText(given, environment),
        "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
    };
    return (0,lib_config/* signingAlone */.X8)(inputs, {
        hasIdentity: (0,identity_token/* canIdentify */.B)(environment),
        otherProblems: (0,instance/* localProblems */.i)(environment),
    });
}

;// CONCATENATED MODULE: ./lib/commands/attest.js



















const attest_attest = {
    summary: "sign a run folder that was left unsigned",
    synopsis: "RUN_FOLDER [--signing-key FILE] [flags]",
    flags: [
        ["--repository DIR", "link it to the end of its stream in that git work tree, for publish"],
        ["--path PATH", "folder of the streams in it, where that is not its top"],
        ...SIGNING_FLAGS,
    ],
    notes: `Writes ${evidence_files/* BUNDLE_NAME */.ft} beside the evidence, which is not changed. A folder that is signed\nalready is refused. More than an hour after collecting, the statement says that it is signed late.`,
    options: { repository: { type: "string" }, path: { type: "string" }, ...SIGNING_OPTIONS },
    async run(given, { environment, cancellation, conceal, log, print }) {
        const asked = (0,command/* oneRunFolder */.u)(given, "attest");
        const chosen = await signingAsked(given, environment);
        const folder = await (0,verify_run_folder/* readRunFolder */.M)(asked);
        const signed = new failure/* Failure */.HR("input", `${asked} is signed already`);
        if (folder.files.has(evidence_files/* BUNDLE_NAME */.ft))
            throw signed;
        const evidence = evidenceOf(folder);
        const tail = await tailIn(given, evidence, chosen.by === "key" ? chosen.key : null);
        const moved = schema/* ITEM_IDS */.FT.filter((id) => folder.files.has((0,evidence_files/* recordsFileName */.aG)(id)));
        const against = (0,contradictions/* contradictionIn */.V)(evidence, new Set(moved));
        if (against !== null) {
            throw new failure/* Failure */.HR("unreadable", `${evidence_files/* EVIDENCE_NAME */.wm} contradicts itself: ${against}`, {
                hint: "it was changed since it was collected, so there is nothing to sign",
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
        const sealing = await (0,lib_sealing/* sealingOf */.j)(chosen, { environment, signal, conceal, log });
        if (sealing === null)
            throw new failure/* Failure */.HR("input", "signing: none signs nothing; use auto, keyless or key");
        const attested = (0,attest/* attester */.ze)(sealing(signal, (0,time/* lateness */.ev)(evidence.collectedAt, new Date())));
        const attestation = await attested(evidence, files, tail);
        if (!(await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(folder.path, evidence_files/* BUNDLE_NAME */.ft), attestation.bundle)))
            throw signed;
        log.info((0,seal/* signedInWords */.P)(attestation));
        const { reason } = attestation.statement.predicate.assurance;
        if (reason !== undefined)
            log.warning(reason.message);
        print(`${folder.path}\n`);
        return 0;
    },
};
/** The end of the stream's chain in the repository that was named; null where none was. */
async function tailIn(given, evidence, own) {
    const repository = (0,command/* flag */.Jt)(given, "repository");
    if (!repository)
        return null;
    await ensureWorkTree(repository);
    const branch = new LocalBranch({ folder: external_node_path_.resolve(repository), path: (0,command/* flag */.Jt)(given, "path") || "." });
    const { stream, source } = evidence;
    const end = await (0,stream_end/* streamEnd */.s)(await branch.head(), { name: stream.name, site: source.site }, own);
    (0,onto_chain/* refuseLate */.bl)(evidence, end);
    return end.tail;
}

// EXTERNAL MODULE: ./lib/collectors/spool.js
var collectors_spool = __webpack_require__(89611);
// EXTERNAL MODULE: ./lib/connections.js
var connections = __webpack_require__(70050);
// EXTERNAL MODULE: ./lib/identity.js
var identity = __webpack_require__(95365);
// EXTERNAL MODULE: ./lib/report/guide.js
var report_guide = __webpack_require__(67878);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/run.js + 33 modules
var run = __webpack_require__(36759);
;// CONCATENATED MODULE: ./lib/commands/collect.js
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

















/** Inputs of the Action that mean something else here, or nothing. */
const NOT_FLAGS = new Set([
    "repository",
    "branch",
    "seed",
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
        ["--json", "print what came of the run as JSON instead of its folder"],
        ...INPUT_FLAGS.map(([name, note]) => [
            `--${name} ${name.toUpperCase().replaceAll("-", "_")}`,
            [
                firstSentence(note.description),
                ...(note.default === undefined ? [] : [`(default ${note.default})`]),
            ].join(" "),
        ]),
    ],
    examples: [
        ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
        ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
    ],
    notes: [
        "Keys come from the environment: DD_API_KEY, DD_APP_KEY, DD_SITE, SIGNING_KEY,",
        "SIGNING_KEY_PASSPHRASE, PSEUDONYM_KEY. Behind a proxy: HTTPS_PROXY.",
        "",
        "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired.",
        "2: could not. 3: written, but not complete.",
    ].join("\n"),
    options: {
        ...Object.fromEntries(["out", "repository", "signing-key", ...INPUT_FLAGS.map(([name]) => name)].map((name) => [
            name,
            { type: "string" },
        ])),
        json: { type: "boolean" },
    },
    async run(given, terminal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { environment, log, print, cancellation, conceal, dist } = terminal;
            const { config, out, repository, apiUrl } = await checked(given, terminal);
            const signal = cancellation();
            const spool = __addDisposableResource(env_1, new collectors_spool/* Spool */.Q(), false);
            const { published, exit } = await (0,run/* run */.e)(config, {
                run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
                collector: async () => (0,identity/* collectorIdentity */.K3)(dist),
                apiUrl,
                repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
                sealing: await (0,lib_sealing/* sealingOf */.j)(config.chosen, { environment, signal, conceal, log }),
                to: {
                    out,
                    artifact: null,
                    guide: (0,report_guide/* verifyGuide */.k)(),
                    companions: () => [],
                },
                signal,
                spool,
                now: () => new Date(),
                log,
            });
            if (given.flags["json"] === true)
                print(`${JSON.stringify(outcomeOf({ published, exit }), null, 2)}\n`);
            else if (published.isWritten)
                print(`${published.folder}\n`);
            for (const reason of exit.reasons)
                log.warning((0,report_text/* logLine */.BP)(reason));
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
/** What came of the run, for programs; the evidence itself stays in its file. */
function outcomeOf({ published, exit }) {
    const { evidence, isWritten, folder, evidenceSha256, attestation, commit } = published;
    return {
        outcome: evidence.outcome,
        exitCode: exit.code,
        reasons: exit.reasons.map(report_text/* logLine */.BP),
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
    await noting(() => (0,command/* refuseWords */.EW)(given, "collect"));
    const [out, repository] = [(0,command/* flag */.Jt)(given, "out"), (0,command/* flag */.Jt)(given, "repository")];
    if (!out && !repository)
        problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
    if (out)
        await noting(async () => (0,run_folder/* ensureWritable */.ZZ)(out, "out"));
    if (repository) {
        await noting(async () => {
            await ensureWorkTree(repository);
            await (0,run_folder/* ensureWritable */.ZZ)(repository, "repository");
        });
    }
    const apiUrl = await noting(() => apiUrlOf(environment["DD_API_URL"]));
    const before = problems.length;
    const key = await noting(async () => signingKeyText(given, environment));
    // Of a key that cannot be read, that is all there is to say.
    const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};
    const fromEnvironment = Object.entries(FROM_ENVIRONMENT).map(([name, variable]) => [
        name,
        environment[variable],
    ]);
    const fromFlags = INPUT_FLAGS.flatMap(([name]) => {
        const value = (0,command/* flag */.Jt)(given, name);
        return value === undefined ? [] : [[name, value]];
    });
    const raw = {
        ...Object.fromEntries([...fromEnvironment, ...fromFlags]),
        "signing-key": key,
        ...unread,
    };
    if ((0,command/* flag */.Jt)(given, "signing") === "none" && !out) {
        problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
    }
    if ((0,command/* flag */.Jt)(given, "commit") === "false" && (!out || !repository)) {
        problems.push("commit: false leaves the run to publish, so name the repository with --repository DIR and a folder with --out DIR");
    }
    const config = (0,lib_config/* configOf */.W1)(raw, {
        otherProblems: [...problems, ...(0,instance/* localProblems */.i)(environment)],
        hasIdentity: (0,identity_token/* canIdentify */.B)(environment),
    });
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
    const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && (0,connections/* isLoopback */.U9)(text);
    if (isAllowed)
        return new URL(text).origin;
    throw new failure/* Failure */.HR("input", "DD_API_URL: may only name this machine, such as http://127.0.0.1:8080", {
        hint: "to ask Datadog itself, leave it out and set DD_SITE",
    });
}
function firstSentence(text) {
    return text.split(/(?<=\.)\s/)[0] ?? text;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./lib/evidence/canonical.js
var canonical = __webpack_require__(13431);
// EXTERNAL MODULE: ./lib/evidence/gap.js
var evidence_gap = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/evidence/leaks.js
var leaks = __webpack_require__(75417);
// EXTERNAL MODULE: ./lib/publish/grow.js
var grow = __webpack_require__(60948);
// EXTERNAL MODULE: ./lib/publish/signed-run.js
var signed_run = __webpack_require__(94939);
;// CONCATENATED MODULE: ./lib/publish/declare.js








/** What the last run of a stream says of it. Throws where there is none: then nothing was due. */
async function streamAt(head, name) {
    const runs = await Promise.all((await head.latest(name)).map(signed_run/* signedRun */.A));
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
function gapFile(gap) {
    return (0,file/* fileOf */.W7)(evidence_gap/* GAP_NAME */.F, `${JSON.stringify(gap, null, 2)}\n`);
}
/** Signs the declaration onto the end of its stream's chain and commits it; again, whenever somebody is faster. */
async function declared(gap, attest, { branch, own, guide, signal, }) {
    const { stream, declaredAt, run, range } = gap;
    const files = [gapFile(gap)];
    const place = (0,evidence_files/* runFolder */.kQ)({ collectedAt: declaredAt, run });
    let isIn = false;
    const landed = await (0,grow/* grown */.g)(branch, {
        streams: [stream.name],
        signal,
        plan: async (head) => {
            // A commit whose answer was lost may have landed.
            if (isIn && (await head.runAt(stream.name, place)) !== null)
                return null;
            isIn = true;
            const end = await (0,stream_end/* streamEnd */.s)(head, stream, own);
            const { bundle } = await attest(gap, files, end.tail);
            const waiting = await Promise.all(end.waiting.map(async (each) => (0,onto_chain/* newRunOf */.p1)(each, stream.name)));
            const bundled = [...files, (0,file/* fileOf */.W7)(evidence_files/* BUNDLE_NAME */.ft, bundle)];
            return {
                runs: [...waiting, { stream: stream.name, place, files: bundled }],
                guide: head.hasGuide ? null : guide,
                message: `${stream.name}: gap declared from ${range.from} to ${range.to}`,
            };
        },
    });
    return { place, grown: landed };
}

// EXTERNAL MODULE: ./lib/secrets.js
var lib_secrets = __webpack_require__(80150);
// EXTERNAL MODULE: ./lib/evidence/moments.js + 1 modules
var moments = __webpack_require__(15420);
// EXTERNAL MODULE: ./lib/verify/run-summary.js + 1 modules
var run_summary = __webpack_require__(8306);
// EXTERNAL MODULE: ./lib/verify/slots.js + 1 modules
var slots = __webpack_require__(99723);
;// CONCATENATED MODULE: ./lib/verify/declarable.js






/** Why the range is no gap of the stream; null where it is one. */
async function undeclarable({ range, stream: { cadence } }, stream, now) {
    const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
    if (to > now.getTime()) {
        return { message: `to: ${range.to} is yet to come`, hint: "declare a gap once it is over" };
    }
    const first = Math.ceil(from / moments/* CADENCE_MS */.Tp[cadence]) * moments/* CADENCE_MS */.Tp[cadence];
    if (first + moments/* CADENCE_MS */.Tp[cadence] > to) {
        return {
            message: `from, to: no slot of ${cadence} lies wholly between ${range.from} and ${range.to}`,
            hint: "name whole days, or whole slots of the stream in UTC",
        };
    }
    const runs = [];
    for (const place of stream.runs) {
        const at = (0,run_summary/* claimedTime */.Nv)(place);
        if (at === null)
            continue;
        runs.push(at);
        const slot = (0,slots/* slotStart */.px)(at, cadence);
        const isTouched = slot < to && slot + moments/* CADENCE_MS */.Tp[cadence] > from;
        if (isTouched && !(await isGap(external_node_path_.join(stream.path, place)))) {
            return {
                message: `from, to: the slot of ${(0,run_summary/* iso */.KH)(slot)} has the run ${place}`,
                hint: "declare only what is missing; a run that is not complete speaks for itself",
            };
        }
    }
    const begins = Math.min(...runs);
    if (from >= (0,slots/* slotStart */.px)(begins, cadence))
        return null;
    return {
        message: `from: nothing was due before the first run, ${(0,run_summary/* iso */.KH)(begins)}`,
        hint: "begin with a slot after it",
    };
}
async function isGap(folder) {
    return (await (0,promises_.readdir)(folder)).includes(evidence_gap/* GAP_NAME */.F);
}

// EXTERNAL MODULE: ./lib/verify/period-range.js
var period_range = __webpack_require__(1360);
// EXTERNAL MODULE: ./lib/verify/stream-folders.js
var stream_folders = __webpack_require__(57977);
;// CONCATENATED MODULE: ./lib/commands/declare-gap.js




















const NEEDED = ["repository", "stream", "from", "to", "cause", "role"];
const MORE = ["ticket", "path"];
/** Reading, signing and committing; a timestamp authority may be slow. */
const LONGEST_MS = 120_000;
const declareGap = {
    summary: "say why runs are missing, signed, in the chain",
    synopsis: "--repository DIR --stream NAME [flags]",
    flags: [
        ["--repository DIR", "git work tree that holds the stream"],
        ["--path PATH", "folder of the streams in it, where that is not its top"],
        ["--stream NAME", "stream in which runs are missing"],
        ["--from DAY", "first day or instant in UTC without a run"],
        ["--to DAY", "last day, which is included, or instant"],
        ["--cause TEXT", "why there were no runs: one line, without names of people"],
        ["--ticket TEXT", "where the incident or decision is recorded"],
        ["--role ROLE", "role of whoever declares it, never a name"],
        ...SIGNING_FLAGS,
    ],
    notes: [
        "Commits gap.json and its signature like a run. A declared gap is shown as declared and",
        "never as met; one that is yet to come, holds no whole slot, or touches a slot that has a",
        "run is refused. Prints the folder. Exit 0: declared. 2: could not.",
    ].join("\n"),
    options: {
        ...Object.fromEntries([...NEEDED, ...MORE].map((name) => [name, { type: "string" }])),
        ...SIGNING_OPTIONS,
    },
    async run(given, { environment, cancellation, conceal, log, print }) {
        const said = await declare_gap_checked(given);
        const chosen = await signingAsked(given, environment);
        const own = chosen.by === "key" ? chosen.key : null;
        const signal = AbortSignal.any([cancellation(), AbortSignal.timeout(LONGEST_MS)]);
        const branch = new LocalBranch({ folder: said.repository, path: said.path });
        const now = new Date();
        const gap = {
            schema: "datadog-evidence-gap/v1",
            stream: await streamAt(await branch.head(), said.stream),
            declaredAt: (0,canonical/* instant */.uR)(now),
            range: { from: (0,canonical/* instant */.uR)(new Date(said.from)), to: (0,canonical/* instant */.uR)(new Date(said.to)) },
            cause: said.cause,
            ticket: said.ticket,
            role: said.role,
            run: (0,identity/* runIdentity */.yK)(environment, await (0,identity/* eventPayload */.Z3)(environment)),
        };
        await refuseUndeclarable(gap, { folder: external_node_path_.join(said.repository, said.path, said.stream), now });
        refuseLeaks(gap, environment);
        const sealing = await (0,lib_sealing/* sealingOf */.j)(chosen, { environment, signal, conceal, log });
        if (sealing === null)
            throw new failure/* Failure */.HR("input", "signing: a gap is only declared signed; use auto, keyless or key");
        const guide = (0,report_guide/* verifyGuide */.k)();
        const { place, grown } = await declared(gap, (0,attest/* gapAttester */.N)(sealing(signal)), {
            branch,
            own,
            guide,
            signal,
        });
        for (const warning of grown?.warnings ?? [])
            log.warning(warning);
        log.info(`declared from ${gap.range.from} to ${gap.range.to}, commit ${grown?.commit}`);
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
    (0,command/* refuseWords */.EW)(given, "declare-gap");
    const problems = NEEDED.flatMap((name) => ((0,command/* flag */.Jt)(given, name) ? [] : [`${name}: is required`]));
    const said = Said.safeParse({
        stream: (0,command/* flag */.Jt)(given, "stream") ?? "",
        cause: (0,command/* flag */.Jt)(given, "cause") ?? "",
        ticket: (0,command/* flag */.Jt)(given, "ticket") ?? null,
        role: (0,command/* flag */.Jt)(given, "role") ?? "",
    });
    for (const { path: [name], } of said.error?.issues ?? []) {
        if ((0,command/* flag */.Jt)(given, String(name)))
            problems.push(`${String(name)}: must be one line of at most 500 characters, a stream's name as its folder`);
    }
    const { from, to } = period(given, problems);
    if (problems.length > 0 || !said.success || from === null || to === null) {
        throw new failure/* Failure */.HR("input", problems.join("\n"), { hint: "see: datadog-evidence declare-gap --help" });
    }
    const repository = external_node_path_.resolve((0,command/* flag */.Jt)(given, "repository") ?? "");
    await ensureWorkTree(repository);
    return { repository, path: (0,command/* flag */.Jt)(given, "path") || ".", from, to, ...said.data };
}
function period(given, problems) {
    try {
        return (0,period_range/* askedPeriod */.up)({ from: (0,command/* flag */.Jt)(given, "from"), to: (0,command/* flag */.Jt)(given, "to") }, new Date());
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        problems.push(error.message);
        return { from: null, to: null };
    }
}
async function refuseUndeclarable(gap, { folder, now }) {
    const found = await (0,stream_folders/* lyingAt */.pn)(folder);
    const [stream] = found.kind === "streams" ? found.streams : [];
    if (stream === undefined)
        throw new failure/* Failure */.HR("input", `stream: ${folder} is no stream`);
    const trouble = await undeclarable(gap, stream, now);
    if (trouble !== null)
        throw new failure/* Failure */.HR("input", trouble.message, { hint: trouble.hint });
}
/** What is committed cannot be taken back. */
function refuseLeaks(gap, environment) {
    const secrets = (0,lib_secrets/* formsOf */.X)([environment["SIGNING_KEY"], environment["SIGNING_KEY_PASSPHRASE"]]);
    const [leak] = (0,leaks/* leaksIn */.W)([gapFile(gap)], secrets);
    if (leak === undefined)
        return;
    throw new failure/* Failure */.HR("input", `nothing was declared: ${leak.where} holds ${leak.what}`, {
        hint: "leave it out of cause, ticket and role",
    });
}

// EXTERNAL MODULE: ./lib/evidence/compare.js
var compare = __webpack_require__(48718);
// EXTERNAL MODULE: ./lib/evidence/comparison.js + 1 modules
var comparison = __webpack_require__(9860);
;// CONCATENATED MODULE: ./lib/report/difference.js

/** Two runs, record by record. */
function differenceOf(runs) {
    return (0,comparison/* comparisonOf */.j)(runs).map(itemDifference);
}
const NONE = { new: [], late: [], gone: [], unresolved: [], changed: [], left: [] };
function itemDifference(item) {
    const { id, comparable, why } = item;
    const how = { ...NONE, id, comparable, why };
    if (item.found === null)
        return how;
    if (item.id === "security-signals") {
        const { both, vanished, late, left, new: come } = item.found;
        const isHidden = why.includes("other-privacy") ? isText : isNothing;
        return {
            ...how,
            new: of(come),
            late: of(late),
            gone: of(vanished),
            changed: changed(both, isHidden),
            left: of(left) ?? [],
        };
    }
    if (item.id === "compliance-monitors") {
        const { both, gone, new: come } = item.found;
        return { ...how, new: of(come), gone: of(gone), changed: changed(both, isNothing) };
    }
    const { both, vanished, unresolved, new: come } = item.found.pairs;
    return {
        ...how,
        new: of(come),
        gone: of(vanished),
        unresolved: of(unresolved),
        changed: changed(both, isNothing),
    };
}
function of(pairs) {
    return pairs && pairs.flatMap(({ before, now }) => now ?? before ?? []);
}
/** What is kept of a signal at one level of privacy only. */
function isText(field) {
    return field === "title" || field === "rule.name" || field === "tags";
}
function isNothing() {
    return false;
}
function changed(both, isHidden) {
    return both.flatMap(({ before, now }) => {
        const fields = fieldsBetween(before, now).filter(({ field }) => !isHidden(field));
        return fields.length === 0 ? [] : [{ record: now, fields }];
    });
}
/** The fields of two records whose values differ, those inside objects by their path. */
function fieldsBetween(before, now) {
    const [one, other] = [new Map(leaves(before)), new Map(leaves(now))];
    const names = [...new Set([...one.keys(), ...other.keys()])];
    return names.flatMap((field) => {
        const change = { field, before: one.get(field) ?? null, now: other.get(field) ?? null };
        return JSON.stringify(change.before) === JSON.stringify(change.now) ? [] : [change];
    });
}
function leaves(value, path = "") {
    return Object.entries(value).flatMap(([name, member]) => typeof member === "object" && member !== null && !Array.isArray(member)
        ? leaves(member, `${path}${name}.`)
        : [[`${path}${name}`, member]]);
}

// EXTERNAL MODULE: ./lib/report/run-order.js
var run_order = __webpack_require__(83506);
// EXTERNAL MODULE: ./lib/report/run-words.js
var run_words = __webpack_require__(46007);
// EXTERNAL MODULE: ./lib/report/since.js
var since = __webpack_require__(68796);
;// CONCATENATED MODULE: ./lib/report/diff.js






const WIDTH = 80;
const MOST_LISTED = 20;
/** Where records begin, after their mark and kind. */
const INDENT = 14;
/** The differences for people, 80 columns wide; without `all` at most twenty of a kind. */
function diffText({ before, now }, all) {
    const isBackwards = before.evidence.collectedAt > now.evidence.collectedAt;
    const remarks = (0,since/* remarksOn */.rc)((0,compare/* changesBetween */.i)(before, now.evidence));
    const items = differenceOf({ before: before.evidence, now: now.evidence });
    const lines = [
        "Compared as the files are; nothing here was verified.",
        runLine("A", before),
        runLine("B", now),
        ...(isBackwards ? ["B is the earlier of the two, so all of this reads backwards."] : []),
        ...(remarks.length === 0 ? [] : [""]),
        ...remarks.flatMap((remark) => wrapped((0,run_words/* sentence */.em)((0,run_words/* sentenceCase */.o3)(remark)))),
        ...items.flatMap((item) => itemLines(item, all)),
    ];
    return `${lines.join("\n")}\n`;
}
/** The differences for programs: every record, every field. */
function diffJson({ before, now }) {
    const { nowSkipped, versions } = (0,compare/* changesBetween */.i)(before, now.evidence);
    const items = differenceOf({ before: before.evidence, now: now.evidence });
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
    return `  ${label}  ${collectedAt}  ${diff_short(stream.name, 20)}, ${outcome}, sha256 ${sha256.slice(0, 12)}`;
}
function itemLines(item, all) {
    const name = (0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item.id]);
    const why = (0,since/* obstaclesOf */._M)(item);
    if (item.comparable === "no")
        return ["", ...wrapped(`${name}: not comparable, for ${why}.`)];
    const kinds = kindsOf(item);
    const unknown = kinds.flatMap(([, kind, records]) => (records === null ? [kind] : []));
    const some = kinds.flatMap(([mark, kind, records]) => records === null || records.length === 0 ? [] : [{ mark, kind, records }]);
    const counts = some.map(({ kind, records }) => `${records.length} ${kind}`).join(", ");
    return [
        "",
        ...wrapped(`${name}: ${counts === "" ? "no difference" : counts}`),
        ...(unknown.length === 0 ? [] : wrapped(`Not known: ${unknown.join(", ")}.`)),
        ...(why === "" ? [] : wrapped((0,run_words/* sentence */.em)((0,run_words/* sentenceCase */.o3)(why)))),
        ...((item.unresolved ?? []).length > 0
            ? ["Doubtful ones are gone too, but likely were not resolved."]
            : []),
        ...some.flatMap((kind) => recordLines(kind, all)),
    ];
}
function kindsOf(item) {
    const doubtful = new Set(item.unresolved);
    const gone = item.gone?.filter((record) => !doubtful.has(record)) ?? null;
    return [
        ["+", "new", plain(item.new)],
        ["+", "come late", plain(item.late)],
        ["-", item.id === "security-signals" ? "vanished" : "gone", plain(gone)],
        ["-", "doubtful", plain(item.unresolved ?? [])],
        ["~", "changed", item.changed],
        [" ", "left window", plain(item.left)],
    ];
}
function plain(records) {
    return records && records.map((record) => ({ record, fields: [] }));
}
function recordLines({ mark, kind, records, }, all) {
    const shown = all ? records : records.slice(0, MOST_LISTED);
    const more = records.length - shown.length;
    const start = `${mark} ${kind}`.padEnd(INDENT);
    return [
        ...shown.flatMap((each) => changedLines(start, each)),
        ...(more > 0 ? [`${" ".repeat(INDENT)}and ${more} more ${kind}; --all lists them`] : []),
    ];
}
function changedLines(start, { record, fields }) {
    return [`${start}${inShort(record)}`, ...fieldLines(fields)];
}
/** One record on one line: how grave it is, which one, then what it is called. */
function inShort(record) {
    const [grave, which, called] = partsOf(record);
    const start = `${diff_short(grave, 9).padEnd(10)}${which}  `;
    return `${start}${diff_short(called, WIDTH - INDENT - start.length)}`;
}
function partsOf(record) {
    if ("triage" in record)
        return [record.severity, diff_short(record.timestamp, 16, ""), (0,run_order/* signalName */.yD)(record)];
    if ("verdict" in record)
        return [record.state, String(record.id), (0,run_order/* monitorName */.UK)(record)];
    const resource = record.resource?.replace(/^hmac-sha256:/, "") ?? "no resource ";
    return [record.severity, diff_short(resource, 12, ""), (0,run_order/* findingName */.f$)(record)];
}
function fieldLines(fields) {
    const width = Math.max(...fields.map(({ field }) => field.length)) + 2;
    const room = WIDTH - INDENT - 2 - width - " → ".length;
    return fields.map(({ field, before, now }) => {
        const [one, other] = [valueText(before), valueText(now)];
        const half = Math.floor(room / 2);
        // What one of them leaves free the other may use.
        const values = [
            diff_short(one, Math.max(half, room - other.length)),
            diff_short(other, Math.max(half, room - one.length)),
        ];
        return `${" ".repeat(INDENT + 2)}${field.padEnd(width)}${values.join(" → ")}`;
    });
}
function valueText(value) {
    if (value === null)
        return "none";
    return (0,report_text/* logLine */.BP)(typeof value === "string" ? value : JSON.stringify(value));
}
/** Text of others in so many columns. */
function diff_short(text, room, more = "…") {
    const points = Array.from((0,report_text/* logLine */.BP)(text));
    return points.length > room ? `${points.slice(0, room - more.length).join("")}${more}` : points.join("");
}
function wrapped(text) {
    const lines = [];
    for (const word of (0,report_text/* logLine */.BP)(text).split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
            lines[lines.length - 1] = `${last} ${word}`;
        }
        else {
            lines.push(lines.length === 0 ? word : `  ${diff_short(word, WIDTH - 2)}`);
        }
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/commands/stream-days.js




const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YEAR = /^\d{4}$/;
const RUN = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;
/** Whether the word is a day such as 2026-11-22. */
function isDay(word) {
    return DAY.test(word);
}
/** The folder of the last run of a day. Throws a sentence with the nearest runs where the day has none. */
async function runOfDay(stream, day) {
    if (!isDay(day)) {
        throw new failure/* Failure */.HR("input", `${JSON.stringify(day)} is not a day`, {
            hint: "with --stream give two days such as 2026-11-22, else two run folders",
        });
    }
    const days = await daysOf(stream);
    const found = days.includes(day) ? await lastRunOf(stream, day) : null;
    if (found !== null)
        return found;
    const near = [
        await firstWithRun(stream, days.filter((each) => each < day).toReversed()),
        await firstWithRun(stream, days.filter((each) => each > day)),
    ].filter((each) => each !== null);
    throw new failure/* Failure */.HR("input", `${stream} has no run of ${day}`, {
        hint: near.length === 0
            ? "it has no run at all; name the folder of one stream, such as compliance-evidence/prod"
            : `the nearest runs are of ${near.join(" and ")}`,
    });
}
async function daysOf(stream) {
    const days = [];
    for (const year of await stream_days_foldersIn(stream, YEAR)) {
        days.push(...(await stream_days_foldersIn(external_node_path_.join(stream, year), DAY)));
    }
    return days;
}
/** Null where the day holds no evidence: a declared gap lies in a run folder too. */
async function lastRunOf(stream, day) {
    const folder = external_node_path_.join(stream, day.slice(0, 4), day);
    for (const run of (await stream_days_foldersIn(folder, RUN)).toReversed()) {
        const names = await (0,promises_.readdir)(external_node_path_.join(folder, run));
        if (names.includes(evidence_files/* EVIDENCE_NAME */.wm))
            return external_node_path_.join(folder, run);
    }
    return null;
}
async function firstWithRun(stream, days) {
    for (const day of days) {
        if ((await lastRunOf(stream, day)) !== null)
            return day;
    }
    return null;
}
/** Names of the folders in a folder, ascending; links are not followed. Throws where it cannot be read. */
async function stream_days_foldersIn(folder, shape) {
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        return entries
            .flatMap((entry) => (entry.isDirectory() && shape.test(entry.name) ? [entry.name] : []))
            .toSorted();
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("unreadable", `${folder} cannot be read as a folder (${code})`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/commands/diff.js








const diff = {
    summary: "compare two runs, record by record",
    synopsis: "A B [--stream DIR] [--all] [--json]",
    flags: [
        ["--stream DIR", "folder of the stream in which the days are looked up"],
        ["--all", "list every record, not only twenty of a kind"],
        ["--json", "print every record and field as JSON"],
    ],
    notes: [
        "A and B are two run folders, or two days such as 2026-11-22 whose last runs count.",
        "Shows what is new, gone and changed, field by field. It compares the files as they",
        "are; whether they are genuine is what verify answers. Exit 0: compared, whatever the",
        "differences. 2: could not.",
    ].join("\n"),
    options: { stream: { type: "string" }, all: { type: "boolean" }, json: { type: "boolean" } },
    async run(given, { print }) {
        const [before, now] = await Promise.all((await foldersOf(given)).map(compared));
        if (before === undefined || now === undefined)
            throw new Error("there are always two runs");
        const pair = { before, now };
        print(given.flags["json"] === true ? diffJson(pair) : diffText(pair, given.flags["all"] === true));
        return 0;
    },
};
async function foldersOf(given) {
    const { words } = given;
    const stream = (0,command/* flag */.Jt)(given, "stream");
    if (words.length !== 2) {
        throw new failure/* Failure */.HR("input", "diff takes two runs", { hint: "see: datadog-evidence diff --help" });
    }
    if (stream !== undefined) {
        const folders = [];
        for (const day of words)
            folders.push(await runOfDay(stream, day));
        return folders;
    }
    const day = words.find(isDay);
    if (day !== undefined) {
        throw new failure/* Failure */.HR("input", `nothing says in which stream to look for the run of ${day}`, {
            hint: "name the folder of the stream: --stream compliance-evidence/prod",
        });
    }
    return words;
}
async function compared(folder) {
    const { files } = await (0,verify_run_folder/* readRunFolder */.M)(folder);
    const read = (0,reassembly/* evidenceIn */.n)(files);
    if ("trouble" in read)
        throw new failure/* Failure */.HR("unreadable", `${folder}: ${read.trouble}`);
    return { folder, sha256: (0,canonical/* sha256 */.sc)(files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? ""), evidence: read.evidence };
}

;// CONCATENATED MODULE: ./lib/report/columns.js
/** What a terminal is sure to show in one line. */
const columns_WIDTH = 80;
/** The text in lines of at most this width; a longer word keeps a line to itself. */
function columns_wrapped(text, width) {
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
function labelled(label, text, indent) {
    return columns_wrapped(text, columns_WIDTH - indent).map((line, index) => index === 0 ? label.padEnd(indent) + line : " ".repeat(indent) + line);
}

;// CONCATENATED MODULE: ./lib/commands/help.js

const help_INDENT = 28;
/** The list of commands. */
function overview(commands) {
    const longest = Math.max(...[...commands.keys()].map((name) => name.length));
    const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(longest + 2)}${summary}`);
    return [
        "datadog-evidence: signed, honest compliance evidence from Datadog",
        "",
        "usage: datadog-evidence COMMAND [flags]",
        "",
        ...lines,
        "",
        "Start here:",
        "  datadog-evidence demo                  the whole job, without an account",
        "  datadog-evidence COMMAND --help        each command, with its flags",
        "",
        "Secrets come from the environment or a file, never as a flag. Data goes to",
        "stdout, talk to stderr. Exit 0: good. 1: a finding. 2: could not. 3: incomplete.",
        "",
    ].join("\n");
}
/** `--help` of one command. */
function help(name, { summary, synopsis, flags, notes, examples = [] }) {
    return [
        ...labelled("usage:", `datadog-evidence ${name} ${synopsis}`.trimEnd(), "usage: ".length),
        "",
        `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
        "",
        ...flags.flatMap(([flag, meaning]) => entry(flag, meaning)),
        ...(flags.length > 0 ? [""] : []),
        ...notes.split("\n\n").flatMap((text) => columns_wrapped(text.replaceAll("\n", " "), columns_WIDTH).concat("")),
        ...exampleLines(examples),
    ].join("\n");
}
function exampleLines(examples) {
    if (examples.length === 0)
        return [];
    return ["Examples:", ...examples.flatMap(([what, command]) => [`  # ${what}`, `  ${command}`]), ""];
}
function entry(flag, meaning) {
    const [first = "", ...rest] = columns_wrapped(meaning, columns_WIDTH - help_INDENT);
    const head = `  ${flag}`;
    const lines = [...rest].map((line) => " ".repeat(help_INDENT) + line);
    if (head.length >= help_INDENT - 1)
        return [head, " ".repeat(help_INDENT) + first, ...lines];
    return [head.padEnd(help_INDENT) + first, ...lines];
}

// EXTERNAL MODULE: ./lib/attest/key.js
var key = __webpack_require__(81358);
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
        (0,command/* refuseWords */.EW)(given, "keygen");
        const folder = (0,command/* flag */.Jt)(given, "out") || ".";
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
        await (0,run_folder/* makeFolder */.fc)(external_node_path_.dirname(file));
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

// EXTERNAL MODULE: ./lib/publish/github-branch.js + 3 modules
var github_branch = __webpack_require__(3106);
;// CONCATENATED MODULE: ./lib/publish/publish-folders.js






/** GitHub takes 100 requests at once, and other jobs ask too. */
const STREAMS_AT_ONCE = 10;
/**
 * Commits signed run folders of any streams in one commit, each where its
 * statement puts it. Nothing is signed here, so a folder must follow the end of
 * its stream; one that does not is refused and keeps no other from its place.
 */
async function publishFolders(branch, folders, { guide, signal }) {
    const unfit = [];
    const brought = [];
    for (const folder of folders) {
        const read = await broughtFrom(folder);
        if (read instanceof failure/* Failure */.HR)
            unfit.push({ path: folder.path, why: read });
        else
            brought.push(read);
    }
    const streams = Map.groupBy(brought, ({ run }) => run.statement.predicate.stream.name);
    const groups = [...streams.values()];
    let sorted = { runs: [], added: [], alreadyThere: [], refused: [] };
    const plan = async (head) => {
        const each = [];
        for (let at = 0; at < groups.length; at += STREAMS_AT_ONCE) {
            const some = groups.slice(at, at + STREAMS_AT_ONCE);
            each.push(...(await Promise.all(some.map(async (runs) => sortedInto(head, runs)))));
        }
        sorted = {
            runs: each.flatMap(({ runs }) => runs),
            added: each.flatMap(({ added }) => added),
            alreadyThere: each.flatMap(({ alreadyThere }) => alreadyThere),
            refused: each.flatMap(({ refused }) => refused),
        };
        if (sorted.runs.length === 0)
            return null;
        return { runs: sorted.runs, guide: head.hasGuide ? null : guide, message: messageOf(sorted.runs) };
    };
    const grew = streams.size === 0 ? null : await (0,grow/* grown */.g)(branch, { streams: [...streams.keys()], plan, signal });
    const { runs, added, alreadyThere, refused } = sorted;
    return { landed: runs.length === 0 ? null : grew, added, alreadyThere, refused: [...unfit, ...refused] };
}
async function broughtFrom({ path, files }) {
    const at = {
        place: path,
        isCommitted: false,
        files: new Map([...files].map(([name, bytes]) => [name, async () => bytes])),
    };
    const run = await (0,signed_run/* signedRun */.A)(at);
    if ("trouble" in run) {
        return new failure/* Failure */.HR("not-published", `${path} ${run.trouble}`, {
            hint: "sign it onto its chain first: datadog-evidence attest DIR --repository DIR",
        });
    }
    const content = await (0,signed_run/* contentOf */.$)(run, null);
    if ("trouble" in content)
        return new failure/* Failure */.HR("not-published", `${path} ${content.trouble}`);
    const { predicate } = run.statement;
    const place = (0,evidence_files/* runFolder */.kQ)(predicate);
    return { path, run: { ...run, at: { ...at, place } } };
}
/** The runs of one stream, in the order of its chain. */
async function sortedInto(head, brought) {
    const [first] = brought;
    if (first === undefined)
        return { runs: [], added: [], alreadyThere: [], refused: [] };
    const { stream } = first.run.statement.predicate;
    const end = await (0,stream_end/* streamEnd */.s)(head, stream, null);
    const waiting = await Promise.all(end.waiting.map(async (run) => (0,onto_chain/* newRunOf */.p1)(run, stream.name)));
    let { tail } = end;
    const runs = [];
    const added = [];
    const alreadyThere = [];
    const refused = [];
    for (const { path, run } of brought.toSorted(bySequence)) {
        const there = await foundIn(end, head, run);
        if (there === "same") {
            (isWaiting(end, run) ? added : alreadyThere).push(path);
            continue;
        }
        const why = there === "other" ? otherThere(path, run) : unlinkable({ path, run }, { ...end, tail });
        if (why !== null || run.link === null) {
            refused.push({ path, why: why ?? unchained(path) });
            continue;
        }
        tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence: null };
        runs.push(await (0,onto_chain/* newRunOf */.p1)(run, stream.name));
        added.push(path);
    }
    return { runs: [...waiting, ...runs], added, alreadyThere, refused };
}
function isWaiting({ waiting }, { contentSha256 }) {
    return waiting.some((each) => each.contentSha256 === contentSha256);
}
/** Whether the repository holds this run, or another one by its name. */
async function foundIn(end, head, run) {
    const { predicate } = run.statement;
    const isNamed = (each) => each.statement.predicate.run.id === predicate.run.id &&
        each.statement.predicate.run.attempt === predicate.run.attempt;
    const named = end.runs.find(isNamed);
    if (named !== undefined)
        return isSame(named, run) ? "same" : "other";
    const placed = await head.runAt(predicate.stream.name, run.at.place);
    if (placed === null)
        return null;
    const there = await (0,signed_run/* signedRun */.A)(placed);
    return "statement" in there && isSame(there, run) ? "same" : "other";
}
function isSame(one, other) {
    return one.contentSha256 === other.contentSha256;
}
function unlinkable({ path, run }, end) {
    if (run.link === null)
        return unchained(path);
    const { stream, collectedAt } = run.statement.predicate;
    try {
        (0,onto_chain/* refuseLate */.bl)({ collectedAt, stream }, end);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return error;
        throw error;
    }
    if ((0,stream_end/* follows */.p)(end.tail, run))
        return null;
    const wants = run.link.sequence === 1 ? "to be the first run" : `to follow run ${run.link.sequence - 1}`;
    const has = end.tail.next === 1 ? "has no run yet" : `ends with run ${end.tail.next - 1}`;
    return new failure/* Failure */.HR("not-published", `${path} was signed ${wants} of ${stream.name}, which ${has} and another statement`, {
        hint: "publish cannot sign it again; keep the folder as a witness, and collect again",
    });
}
function unchained(path) {
    return new failure/* Failure */.HR("not-published", `${path} is signed outside of any chain`, {
        hint: "collect with the repository and commit: false, so that the run is signed for its place",
    });
}
function otherThere(path, { statement: { predicate } }) {
    const { stream, run } = predicate;
    return new failure/* Failure */.HR("not-published", `${path}: ${stream.name} holds other evidence of the run ${run.id}, attempt ${run.attempt} already`, { hint: "what is committed stays; keep the folder as a witness" });
}
function messageOf(runs) {
    const streams = [...new Set(runs.map(({ stream }) => stream))].join(", ");
    const places = runs.map(({ stream, place }) => `${stream}/${place}`);
    return [`${streams}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}`, "", ...places].join("\n");
}
function bySequence(a, b) {
    return (a.run.link?.sequence ?? 0) - (b.run.link?.sequence ?? 0);
}

;// CONCATENATED MODULE: ./lib/report/roll-summary.js

/** A matrix has 256 jobs at most. The summary of a job has a limit too. */
const MOST = 300;
/** The summary of many streams as Markdown. The worst are told first, so that no limit hides them. */
function rollSummary(lines, { repository, commit }) {
    const good = lines.filter(({ became }) => became === "committed" || became === "there already");
    const streams = new Set(lines.map(({ stream, folder }) => stream ?? folder));
    const there = new Set(good.map(({ stream, folder }) => stream ?? folder));
    const more = lines.length - MOST;
    return [
        `## ${there.size} of ${streams.size} streams are in ${(0,report_text/* markdown */.wD)(repository)}`,
        "",
        commit === null ? "Nothing was committed." : `Commit \`${commit}\`.`,
        "",
        "| Stream | Run | Collected | Why |",
        "| --- | --- | --- | --- |",
        ...lines
            .slice(0, MOST)
            .map(({ stream, became, outcome, why }) => `| ${(0,report_text/* markdown */.wD)(stream ?? "unknown")} | ${became} | ${(0,report_text/* markdown */.wD)(outcome ?? "–")} | ${(0,report_text/* markdown */.wD)(why ?? "")} |`),
        ...(more > 0 ? ["", `And ${more} more.`] : []),
        "",
    ].join("\n");
}

;// CONCATENATED MODULE: ./lib/commands/roll-call.js






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
        hint: "name the streams, parted by commas: --expect prod,stage",
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
            return { ...said, became: "not published", why: refusal.why.message };
        const became = published.added.includes(folder.path) ? "committed" : "there already";
        return { ...said, became, why: null };
    });
    const unread = unreadable.map(({ path, why }) => ({
        folder: path,
        stream: null,
        became: "not published",
        outcome: null,
        why: why.message,
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
    const json = bytes === undefined ? null : (0,evidence_json/* readJson */.V)(bytes);
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

;// CONCATENATED MODULE: ./lib/commands/publish.js















/** Artifacts and streams are a few folders deep; more is no place that we wrote. */
const DEEPEST = 8;
const TIMEOUT_MS = 10 * 60_000;
const publish = {
    summary: "commit signed run folders, of any streams, in one commit",
    synopsis: "DIR… (--repository DIR | --github NAME) [flags]",
    flags: [
        ["--repository DIR", "a local git work tree"],
        ["--github NAME", "a repository on GitHub, owner/name, with GITHUB_TOKEN"],
        ["--branch BRANCH", "its branch on GitHub (default: its default branch)"],
        ["--path PATH", "folder of the repository that holds the streams (default .)"],
        ["--allow-public", "publish although everybody may read that repository"],
        ["--expect STREAMS", "streams, parted by commas, of which a run must have come"],
        ["--summary FILE", "append a table of all streams, in Markdown"],
    ],
    notes: [
        "DIR is a run folder, or a folder of many, such as downloaded artifacts. Nothing is",
        "signed here: a run must follow the end of its stream, as collect --commit false",
        "leaves it. One that does not is refused by name and keeps no other from its place.",
        "Exit 0: all are in the repository. 2: one or more are not. With --expect, 2 also",
        "when no run of a stream came or nothing was collected, 3 when a run is partial.",
    ].join("\n"),
    options: {
        repository: { type: "string" },
        github: { type: "string" },
        branch: { type: "string" },
        path: { type: "string" },
        "allow-public": { type: "boolean" },
        expect: { type: "string" },
        summary: { type: "string" },
    },
    async run(given, { environment, log, print, cancellation }) {
        const expected = expectedStreams((0,command/* flag */.Jt)(given, "expect"));
        const branch = await branchOf(given, environment);
        const { folders, unreadable } = await runFoldersIn(given.words, expected !== null);
        const published = await attempted(async () => publishFolders(branch, folders, {
            guide: (0,report_guide/* verifyGuide */.k)(),
            signal: AbortSignal.any([cancellation(), AbortSignal.timeout(TIMEOUT_MS)]),
        }));
        const lines = rollCall(folders, { published, unreadable, expected: expected ?? [] });
        const commit = published instanceof failure/* Failure */.HR ? null : (published.landed?.commit ?? null);
        const summary = (0,command/* flag */.Jt)(given, "summary");
        if (summary !== undefined)
            await append(summary, rollSummary(lines, { repository: branch.name, commit }));
        if (published instanceof failure/* Failure */.HR) {
            for (const line of shortcomings(lines))
                log.warning((0,report_text/* logLine */.BP)(line));
            throw published;
        }
        const { landed, added, alreadyThere } = published;
        for (const folder of added)
            print(`${folder}\n`);
        for (const folder of alreadyThere)
            log.info((0,report_text/* logLine */.BP)(`${folder} is in ${branch.name} already`));
        if (landed !== null)
            log.info((0,report_text/* logLine */.BP)(`commit ${landed.commit} of ${branch.name}, ${added.length} added`));
        for (const warning of landed?.warnings ?? [])
            log.warning((0,report_text/* logLine */.BP)(warning));
        for (const { why } of [...unreadable, ...published.refused]) {
            log.warning((0,report_text/* logLine */.BP)([why.message, why.hint].filter(Boolean).join("; ")));
        }
        if (expected === null)
            return unreadable.length + published.refused.length === 0 ? 0 : 2;
        for (const line of shortcomings(lines))
            log.warning((0,report_text/* logLine */.BP)(line));
        return rollExit(lines);
    },
};
/** A summary is written of what failed too. */
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
        const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("input", `summary: ${file} cannot be written (${why})`, { cause: error });
    }
}
async function branchOf(given, environment) {
    const [repository, github] = [(0,command/* flag */.Jt)(given, "repository"), (0,command/* flag */.Jt)(given, "github")];
    if ((repository === undefined) === (github === undefined)) {
        throw new failure/* Failure */.HR("input", "publish takes one repository", {
            hint: "name a git work tree with --repository DIR, or --github OWNER/NAME",
        });
    }
    const inputs = (0,lib_config/* repositoryInputs */.OG)({
        repository: github,
        "repository-token": github === undefined ? undefined : environment["GITHUB_TOKEN"],
        branch: (0,command/* flag */.Jt)(given, "branch"),
        path: (0,command/* flag */.Jt)(given, "path"),
    });
    if (repository !== undefined) {
        await ensureWorkTree(repository);
        return new LocalBranch({ folder: external_node_path_.resolve(repository), path: inputs.path });
    }
    if (inputs.repository === null || inputs["repository-token"] === null) {
        throw new failure/* Failure */.HR("input", "GITHUB_TOKEN: is needed to publish to GitHub", {
            hint: "give it by the environment; it must be allowed to write the contents of that repository",
        });
    }
    return new github_branch/* GitHubBranch */.k({
        repository: inputs.repository,
        token: inputs["repository-token"],
        branch: inputs.branch,
        path: inputs.path,
        apiUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
        allowPublic: given.flags["allow-public"] === true,
        seed: false,
    });
}
/** Every run folder at or below these paths; that there is none at all is for those to say who expect some. */
async function runFoldersIn(paths, mayBeNone) {
    if (paths.length === 0) {
        throw new failure/* Failure */.HR("input", "publish takes one or more run folders", {
            hint: "see: datadog-evidence publish --help",
        });
    }
    const folders = [];
    const unreadable = [];
    for (const each of paths) {
        const found = await below(each, DEEPEST);
        if (found.length === 0 && !mayBeNone) {
            throw new failure/* Failure */.HR("unreadable", `${each} holds no run folder`, {
                hint: "name a folder such as prod/2026/2026-11-22/061731Z-123-1, or one above it",
            });
        }
        for (const folder of found) {
            try {
                folders.push({ path: folder, files: (await (0,verify_run_folder/* readRunFolder */.M)(folder)).files });
            }
            catch (error) {
                if (!(error instanceof failure/* Failure */.HR))
                    throw error;
                unreadable.push({ path: folder, why: error });
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
        const why = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        throw new failure/* Failure */.HR("unreadable", `${folder} cannot be read as a folder (${why})`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/attest/statement.js
var attest_statement = __webpack_require__(98316);
// EXTERNAL MODULE: ./lib/heap.js
var heap = __webpack_require__(23825);
;// CONCATENATED MODULE: ./lib/report/csv.js

/**
 * What makes a spreadsheet take a cell for a formula, in both widths. A sheet that splits at another
 * separator than ours would also find a beginning after that separator.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(?<start>(?:^|[;,|\t])["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;
/** A cell of Excel holds 32,767 characters. */
const LONGEST_CELL = 32_000;
/** Excel takes UTF-8 for the local code page unless the file begins with this mark. */
const MARK = "\ufeff";
/**
 * A table as CSV after RFC 4180, every cell in quotes: UTF-8 with a byte order mark, lines ending in CRLF.
 * Text in it is one line each, and no spreadsheet takes it for a formula: where it would, an apostrophe
 * stands before it.
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
    return (0,report_text/* visible */.RK)(text, LONGEST_CELL).replaceAll(FORMULA, "$<start>'");
}

;// CONCATENATED MODULE: ./lib/report/period-csv.js

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

// EXTERNAL MODULE: ./lib/report/html.js
var report_html = __webpack_require__(37325);
;// CONCATENATED MODULE: ./lib/report/markdown-notation.js


/** What can end neither its quotes nor the cell of a table. */
const IS_CODE = /^[\w*,.\/\-][\w *,.\/\-]{0,98}[\w*,.\/\-]$/v;
/** Sentences as Markdown that people also read as it is. */
const MARKDOWN = {
    name: markdown_notation_name,
    time: markdown_notation_name,
    number: report_html/* number */.ai,
    digest: markdown_notation_name,
    soft: (text) => `(${markdown_notation_name(text)})`,
    code: (text) => (IS_CODE.test(text) ? `\`${text}\`` : markdown_notation_name(text)),
    strong: (text) => `**${markdown_notation_name(text)}**`,
    // A heading's address differs between viewers, so the words alone must do.
    link: (_, words) => words,
    span: markdown_notation_name,
};
/** A table, its cells being Markdown already; nothing where it has no row. */
function table(columns, rows) {
    if (rows.length === 0)
        return [];
    return [row(columns), row(columns.map(() => "---")), ...rows.map(row), ""];
}
/** Sentences, one below the other; they may hold what somebody else wrote. */
function bullets(sentences) {
    if (sentences.length === 0)
        return [];
    return [...sentences.map((sentence) => `- ${(0,report_text/* prose */.CS)((0,report_text/* visible */.RK)(sentence, 1000))}`), ""];
}
/** Lines that are shown as they are. */
function block(lines) {
    // Indented, not fenced: whatever a line holds, it cannot end the block.
    return [...lines.map((line) => `    ${(0,report_text/* visible */.RK)(line, 4000)}`), ""];
}
function row(cells) {
    return `| ${cells.join(" | ")} |`;
}
function markdown_notation_name(text) {
    return (0,report_text/* prose */.CS)((0,report_text/* visible */.RK)(text));
}

;// CONCATENATED MODULE: ./lib/report/period-calendar.js
const MARKS = {
    met: "·",
    late: "L",
    partial: "P",
    failed: "F",
    declared: "D",
    missing: "M",
};
const DAY_MS = 86_400_000;
/** Longer than this the strip is no page any more. */
const MOST_MONTHS = 13;
/** A strip for each month with a mark for each day; only for slots that are days. */
function calendar(slots) {
    if (slots.length === 0 || !slots.every(period_calendar_isDay))
        return [];
    const months = Map.groupBy(slots, ({ from }) => from.slice(0, 7));
    if (months.size > MOST_MONTHS)
        return [];
    const used = Object.entries(MARKS).filter(([name]) => slots.some(({ state }) => state === name));
    return [
        "",
        ...[...months].map(([month, days]) => `${month.padEnd(12)}${strip(days)}`),
        `${" ".repeat(12)}${used.map(([name, mark]) => `${mark} ${name}`).join(", ")}; a blank was not due`,
    ];
}
function period_calendar_isDay({ from, to }) {
    return Date.parse(to) - Date.parse(from) === DAY_MS;
}
function strip(days) {
    const marks = new Map(days.map(({ from, state }) => [Number(from.slice(8, 10)), MARKS[state]]));
    return Array.from({ length: 31 }, (_, index) => marks.get(index + 1) ?? " ")
        .join("")
        .trimEnd();
}

;// CONCATENATED MODULE: ./lib/report/period-words.js
const period_words_DAY_MS = 86_400_000;
/** The letters of slots that are not plainly met. */
const LETTERS = {
    met: "",
    late: "L",
    partial: "P",
    failed: "F",
    missing: "M",
    declared: "D",
};
/** A period by its dates where both ends are midnight, as people name it: the last day is included. */
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
    return `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
}
/** Slots that follow one another as days, or as hours of days. */
function spanOf({ from, to }) {
    if (isMidnight(from) && isMidnight(to))
        return periodInWords({ from, to });
    const begins = `${dayOf(from)} ${from.slice(11, 16)}`;
    const isSameDay = dayOf(from) === dayOf(to) || Date.parse(to) - Date.parse(from) < period_words_DAY_MS;
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
/** A share in percent with one digit, cut so that only all is 100. */
function share(part, whole) {
    if (whole === 0)
        return "no share";
    return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
function isMidnight(instant) {
    return instant.endsWith("T00:00:00Z");
}

;// CONCATENATED MODULE: ./lib/report/period-checks.js



/** A list that is longer is for `verify --json`. */
const SHOWN = 100;
/** Whether anything was verified, and when. */
function verifiedInWords({ isVerified, madeAt }) {
    return isVerified
        ? `What was verified ${madeAt}, offline.`
        : "Nothing was verified: no key and no trusted root was given. What the files say of themselves was compared.";
}
/** Problems by what they say about: the checks of a period. */
const KINDS = [
    ["Signatures, digests, schema, counts and promises of every run", ["not-genuine"]],
    ["Every run lies where it belongs, once", ["wrong-folder", "other-stream", "duplicate"]],
    ["Chain: no number missing, no fork, no break", ["broken-link", "fork", "missing-run", "restart", "order"]],
    ["What statements tell of changes follows from the runs", ["changes"]],
    ["Trusted time never runs backwards", ["time"]],
    ["Independent copies hold the same", ["rewritten", "removed", "sample"]],
];
/** What was checked, and what came of it. */
function checks({ verdict, isVerified }) {
    const { slots, runs, timed, witness, problems } = verdict;
    const rows = KINDS.map(([check, codes]) => {
        const failed = problems.filter(({ code }) => codes.includes(code)).length;
        const isOpen = !isMade(codes, { timed, witness, isVerified });
        const holds = failed > 0 ? false : isOpen ? null : true;
        return {
            holds,
            check,
            expected: isOpen ? "not given" : "0 wrong",
            found: isOpen && failed === 0 ? "–" : `${(0,report_html/* number */.ai)(failed)} wrong`,
        };
    });
    const isWhole = slots.due === slots.met + slots.late;
    return [
        ...rows,
        {
            holds: runs.genuine === runs.complete + runs.declarations,
            check: "Runs complete",
            expected: (0,report_html/* number */.ai)(runs.genuine - runs.declarations),
            found: (0,report_html/* number */.ai)(runs.complete),
        },
        {
            holds: isWhole,
            check: (0,run_words/* sentenceCase */.o3)(`${unitOf(verdict)}s that were due and met`),
            expected: (0,report_html/* number */.ai)(slots.due),
            found: (0,report_html/* number */.ai)(slots.met + slots.late),
        },
    ];
}
/** Whether a check was made at all: what was not given cannot hold. */
function isMade(codes, { timed, witness, isVerified, }) {
    if (codes.includes("not-genuine"))
        return isVerified;
    if (codes.includes("time"))
        return timed > 0;
    return codes.includes("rewritten") ? witness !== null : true;
}
/** What there is to name of the runs, each list under its title; an empty one is left out. */
function listsOf(verdict) {
    const { problems, unchecked, outside, remarks } = verdict;
    const lists = [
        ["Wrong, the first first", problems.map(inWords)],
        ["Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)],
        ["Wrong outside the period, which decides nothing here", outside.map(inWords)],
        ["Signed long after their time, as their statements say", late(verdict)],
        ["Remarks", remarks],
    ];
    return lists
        .filter(([, sentences]) => sentences.length > 0)
        .map(([title, sentences]) => [title, cut(sentences)]);
}
/** What these files cannot prove. */
function openPoints({ verdict, isVerified }) {
    return [
        ...(isVerified ? [] : ["who made these files: no signature was checked"]),
        ...verdict.notProven,
        "whether Datadog’s answers are right: the digests show what it answered, not that it was true",
    ].map(run_words/* sentence */.em);
}
const DECLARED_COLUMNS = ["Range", "Cause", "Ticket", "Declared by"];
/** Gaps that somebody declared: the cells of a table. */
function period_checks_declared({ declarations }, to) {
    return declarations.map(({ range, collectedAt, cause, ticket, role }) => [
        to.span(spanOf(range)),
        to.name(cause),
        ticket === null ? "none" : to.name(ticket),
        `${to.name(role)}, ${to.name(collectedAt)}`,
    ]);
}
function cut(sentences) {
    const more = sentences.length - SHOWN;
    return [...sentences.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more, in verify --json`] : [])];
}
function inWords({ run, detail }) {
    return `${run} ${detail}`;
}
/** Runs that were left unsigned at first. */
function late({ signedLate }) {
    return signedLate.map(({ run, collectedAt, signedAt }) => `${run}: collected ${collectedAt}, ${signedAt === null ? "signed at a time that nothing proves" : `signed ${signedAt}`}`);
}

// EXTERNAL MODULE: ./lib/report/run-proof.js
var run_proof = __webpack_require__(43836);
;// CONCATENATED MODULE: ./lib/report/period-commands.js

/** What stands beside the commands. */
const EXPLAINED = {
    lead: "Offline, with tools we did not write. This page is only a way to read the records; where they differ, the records are right.",
    single: "One record, with openssl, jq and coreutils",
    compare: "Get the public key, or the names of workflow and repository, by another way than this repository. What this page says of them is not proof:",
};
/** The command that checks the period offline, and what it will answer. */
function verifyLines({ verdict, folder }) {
    const { period, signers } = verdict;
    const isKey = signers.every(({ value }) => /^[0-9a-f]{64}$/v.test(value));
    const trust = isKey
        ? "--key signing-key.pub.pem"
        : "--trusted-root trusted_root.jsonl --identity WORKFLOW --issuer ISSUER";
    return [
        `datadog-evidence verify ${(0,run_proof/* shellWord */.r7)(folder)} \\`,
        ...(period === null ? [] : [`  --from ${period.from} --to ${period.to} \\`]),
        `  ${trust}`,
        `# ${EXPECTED[verdict.exitCode]}`,
    ];
}
const EXPECTED = {
    0: "exit code 0: genuine and complete",
    1: "exit code 1: not genuine",
    2: "exit code 2: could not be checked in full",
    3: "exit code 3: genuine, but a run is not complete or a slot is missing or declared",
};

;// CONCATENATED MODULE: ./lib/report/period-facts.js


/** Whose evidence it is, of when, and how much of it there is. */
function aboutStream({ verdict, runs }, to) {
    const { period, slots, first, uncovered, items } = verdict;
    const source = runs.findLast((run) => run.source !== null)?.source ?? null;
    const organization = organizationOf(runs);
    const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
    return [
        [
            "Organisation",
            organization === null
                ? "not declared"
                : `${to.name(organization)} ${to.soft("as declared by the user")}`,
        ],
        [
            "Audit period",
            period === null
                ? "not known"
                : `${to.time(period.from)} to ${to.time(period.to)}, the end not included`,
        ],
        [
            "Stream",
            `${to.name(verdict.stream)}${first === null ? "" : `; first run of the period ${to.time(first.collectedAt)}`}`,
        ],
        [
            "Source",
            `Datadog, ${to.name(verdict.site ?? "site not known")}${source?.organizationId == null ? "" : `, organisation ${to.name(source.organizationId)}`}`,
        ],
        [
            "Cadence",
            `${period_facts_since(verdict.cadences, to)}${schedules.length === 0 ? "" : `, scheduled ${to.code(schedules.join(", "))} UTC`}`,
        ],
        [
            "Slots met",
            `${to.number(slots.met + slots.late)} of ${to.number(slots.due)}, ${share(slots.met + slots.late, slots.due)}`,
        ],
        [
            "Signals cover",
            items["security-signals"] === undefined
                ? "not collected"
                : uncovered.length === 0
                    ? "every moment of the period"
                    : `all but ${uncovered
                        .slice(0, 3)
                        .map((window) => `${to.time(window.from)} to ${to.time(window.to)}`)
                        .join("; ")}${uncovered.length > 3 ? `; and ${to.number(uncovered.length - 3)} more` : ""}`,
        ],
        ["Readings", readingsInWords(verdict, to)],
    ];
}
function readingsInWords({ items }, to) {
    const parts = Object.entries(run_words/* ITEM_NAMES */.fH).flatMap(([id, called]) => {
        const found = Object.entries(items).find(([each]) => each === id)?.[1];
        return found === undefined ? [] : [`${called} complete in ${to.number(found.complete)} runs`];
    });
    return parts.length === 0 ? "none" : `${parts.join(", ")}; a lost reading cannot be made up later`;
}
/** What the evidence is signed and made with. */
function aboutProof({ verdict, isVerified, madeAt, version, runs: reported }, to) {
    const { runs, timed, chain, witness, last, declarations } = verdict;
    const of = isVerified
        ? `${to.number(runs.genuine)} of ${to.number(runs.found)} run folders`
        : "not checked";
    return [
        ["Signatures", `${of}; ${isVerified ? "" : "claimed: "}${period_facts_since(verdict.signers, to, signer)}`],
        ["Trusted time", isVerified ? `${to.number(timed)} of ${to.number(runs.genuine)}` : "not checked"],
        [
            "Chain",
            chain.from === null
                ? "not chained: a deleted run would not be noticed"
                : `no. ${to.number(chain.from)} to ${to.number(chain.to ?? chain.from)}${chain.restarts.length === 0 ? ", no restart" : `, begun anew ${to.number(chain.restarts.length)} times`}${chain.notChained === 0 ? "" : `; ${to.number(chain.notChained)} not chained`}`,
        ],
        [
            "Second copy",
            witness === null
                ? "none compared"
                : `of ${to.number(witness.runs)} runs; ${to.number(witness.same)} are the same`,
        ],
        ["Declared gaps", declarations.length === 0 ? "none" : to.number(declarations.length)],
        ["Collector", period_facts_since(verdict.collectors, to, madeWith)],
        ["Mapping", period_facts_since(verdict.mappings, to, madeWith)],
        ["Rules", `version ${period_facts_since(verdict.rules, to)}`],
        [
            "Last statement",
            last === null
                ? "none"
                : `${last.sequence === null ? "" : `no. ${to.number(last.sequence)}, `}${to.digest(last.statement)}`,
        ],
        [
            "Prepared",
            `${to.time(madeAt)} by datadog-evidence ${to.name(version)}, from ${to.number(reported.length)} runs`,
        ],
    ];
}
/** A version with the digest that stands behind it. */
function madeWith(value, to) {
    const [, version = value, sha256 = ""] = /^(.*), sha256 ([0-9a-f]{64})$/v.exec(value) ?? [];
    return sha256 === "" ? to.name(value) : `${to.name(version)} ${to.digest(`${sha256.slice(0, 16)}…`)}`;
}
function signer(value, to) {
    return /^[0-9a-f]{64}$/v.test(value) ? `key ${to.digest(value)}` : to.name(value);
}
/** What stayed the same for a while, and since when. */
function period_facts_since(spans, to, show = to.name) {
    const [only] = spans;
    if (only === undefined)
        return "not known";
    if (spans.length === 1)
        return show(only.value, to);
    const shown = spans.slice(0, 3).map(({ value, from }) => `${show(value, to)} from ${to.time(from)}`);
    return `${shown.join("; ")}${spans.length > 3 ? `; and ${to.number(spans.length - 3)} changes more` : ""}`;
}

;// CONCATENATED MODULE: ./lib/report/html-notation.js

/** Sentences as HTML. */
const HTML = {
    name: report_html/* name */.UU,
    time: report_html/* time */.kB,
    number: report_html/* number */.ai,
    digest: report_html/* digest */.br,
    soft: report_html/* soft */.LN,
    code: (text) => `<code>${(0,report_html/* escapeHtml */.ZD)(text)}</code>`,
    strong: (text) => `<strong>${(0,report_html/* escapeHtml */.ZD)(text)}</strong>`,
    link: (anchor, words) => `<a href="#${anchor}">${words}</a>`,
    // Days and hours break between them, never within.
    span: (text) => text
        .split(" to ")
        .map((part) => `<span class="nowrap">${(0,report_html/* escapeHtml */.ZD)(part)}</span>`)
        .join(" to "),
};

;// CONCATENATED MODULE: ./lib/report/period-gaps.js




/** More rows than this nobody reads; `verify --json` has them all. */
const ROWS_SHOWN = 400;
/** Every slot that is not plainly met, with its reason. */
function gaps(report) {
    const rows = period_gaps_rowsOf(report);
    const count = rows.reduce((sum, { slots }) => sum + slots.length, 0);
    const all = report.verdict.slotList.filter(({ state }) => state !== "met").length;
    const runs = new Map(report.runs.map((run) => [run.place, run]));
    const unit = unitOf(report.verdict);
    const html = rows.length === 0
        ? `<p>Every ${unit} that was due was collected completely and in time.</p>`
        : `${(0,report_html/* table */.tp)({
            html: {
                caption: `The ${(0,report_html/* number */.ai)(all)} ${unit}s that are not plainly collected`,
                rows: rows.map((row) => rowHtml(row, runs)).join("\n"),
            },
            columns: [(0,run_words/* sentenceCase */.o3)(unit), "", "State, what is lacking, and why"],
            kind: "gaps",
        })}${count === all ? "" : `\n<p class="more">${(0,report_html/* number */.ai)(all - count)} more are in <code>verify --json</code>.</p>`}`;
    return (0,report_html/* section */.uW)({ id: "gaps", title: "Gaps and late slots", no: 2, html });
}
/** The rows of the table, as far as they are shown. */
function period_gaps_rowsOf({ verdict }) {
    const rows = [];
    for (const slot of verdict.slotList) {
        if (slot.state === "met")
            continue;
        const last = rows.at(-1);
        const before = last?.slots.at(-1);
        if (last !== undefined && before !== undefined && belongsTo(before, slot))
            last.slots.push(slot);
        else
            rows.push({ anchor: anchorOf(slot), slots: [slot] });
    }
    return rows.slice(0, ROWS_SHOWN);
}
function belongsTo(before, slot) {
    // What has a run of its own has a row of its own.
    const isSame = before.state === slot.state && before.detail === slot.detail && before.to === slot.from;
    return isSame && (slot.state === "missing" || slot.state === "declared");
}
function rowHtml({ anchor, slots }, runs) {
    const [first] = slots;
    if (first === undefined)
        return "";
    const days = HTML.span(spanOfRow({ slots }));
    const mark = `<i class="swatch ${first.state.charAt(0)}" aria-hidden="true">${LETTERS[first.state]}</i>`;
    return `<tr id="${anchor}"><th scope="row">${days}</th><td>${mark}</td><td><b>${stateInWords(first)}.</b> ${why(first, { runs, to: HTML })}</td></tr>`;
}
/** The slots of a row, from the first to the last. */
function spanOfRow({ slots }) {
    const [first] = slots;
    return spanOf({ from: first?.from ?? "", to: slots.at(-1)?.to ?? "" });
}
/** What became of a slot. */
function stateInWords({ state }) {
    return (0,run_words/* sentenceCase */.o3)(state === "declared" ? "declared gap" : state);
}
/** What a slot lacks, and why. */
function why(slot, { runs, to }) {
    const run = slot.run === null ? undefined : runs.get(slot.run);
    const lacking = run?.items.filter(({ status }) => status !== "complete") ?? [];
    if (run === undefined || lacking.length === 0 || slot.state === "late") {
        const detail = slot.detail === null ? "" : to.name((0,run_words/* sentence */.em)(slot.detail));
        return slot.state === "late" && run?.schedule === null && run.source !== null
            ? `${detail} Started by hand or outside GitHub.`
            : detail;
    }
    const reasons = lacking.map(({ id, status, reason, counts }) => {
        const floor = status === "partial" && counts !== null ? ` At least ${to.number(counts["total"] ?? 0)} in all.` : "";
        const said = reason === null ? "" : `: ${to.name(reason.message)} ${to.code(reason.code)}`;
        return `${(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[id])} ${status}${said}.${floor}`;
    });
    return `${reasons.join(" ")} ${to.soft(`run of ${dayOf(run.collectedAt)} ${run.collectedAt.slice(11, 19)}Z`)}`;
}

;// CONCATENATED MODULE: ./lib/report/period-judgement.js



const WORDS = {
    0: { word: "Genuine and complete", kind: "complete" },
    1: { word: "Not genuine", kind: "failed" },
    2: { word: "Not checked in full", kind: "failed" },
    3: { word: "Genuine but incomplete", kind: "partial" },
};
/** The verdict in a few words, and what kind of outcome that is. */
function wordOf({ verdict, isVerified }) {
    return isVerified ? WORDS[verdict.exitCode] : { word: "Not verified", kind: "failed" };
}
/** What was due and what came of it, in plain sentences. */
function lead({ verdict, isVerified }) {
    const { slots, runs, problems } = verdict;
    const unit = unitOf(verdict);
    const lacking = [
        slots.failed > 0 && `${quantityOf(slots.failed, unit)} left only a signed record of failure`,
        slots.missing > 0 && `${quantityOf(slots.missing, unit)} left nothing`,
        slots.declared > 0 && `${quantityOf(slots.declared, unit)} lay in a gap that was declared afterwards`,
    ].filter((clause) => clause !== false);
    const sentences = [
        slots.due === 0
            ? "No evidence was due that this report could find."
            : `Evidence was due on ${quantityOf(slots.due, unit)}. It was collected completely on ${(0,report_html/* number */.ai)(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${(0,report_html/* number */.ai)(slots.partial)}` : ""}.`,
        ...(lacking.length > 0 ? [`Of the others, ${(0,run_words/* list */.p_)(lacking)}.`] : []),
        isVerified
            ? problems.length === 0 && verdict.unchecked.length === 0
                ? `Every one of the ${(0,report_html/* number */.ai)(runs.genuine)} files that exist is genuine.`
                : "Not everything that is here is genuine or could be checked; see Verdicts."
            : "Nothing of it was verified: this page shows what the files say.",
    ];
    return sentences.join(" ");
}
/** Why the verdict is what it is. */
function judgement({ verdict, isVerified }, to) {
    if (!isVerified) {
        return `${to.strong("No key and no trusted root was given, so no signature was checked.")} Anybody could have written what this page shows. Make it again with ${to.code("--key")}.`;
    }
    const { runs, timed, problems, exitCode } = verdict;
    const first = problems[0];
    const parts = [
        first === undefined
            ? `All ${to.number(runs.genuine)} statements are validly signed${timed === runs.genuine && timed > 0 ? ", carry a trusted time" : ""}${chainInBrief(verdict)}.`
            : `${(0,run_words/* sentenceCase */.o3)(first.code.replaceAll("-", " "))}: ${to.name(first.run)} ${to.name(first.detail)}.`,
        exitCode === 3
            ? `${to.link("gaps", "Section 2")} names each slot that is not complete, with its reason.`
            : "",
        `${to.link("verdicts", "What was not proven")} stands in section 6. ${to.soft(`Exit code\u00a0${exitCode}`)}.`,
    ];
    return parts.filter(Boolean).join(" ");
}
function chainInBrief({ chain, witness, runs }) {
    const linked = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
    const copied = witness !== null && witness.same === runs.genuine ? "; an independent copy is the same" : "";
    return `${linked}${copied}`;
}

;// CONCATENATED MODULE: ./lib/report/period-readings.js

/** What each item read at each slot: that of the run which names the slot. */
function readingsOf({ verdict, runs }) {
    const byPlace = new Map(runs.map((run) => [run.place, run]));
    const items = schema/* ITEM_IDS */.FT.flatMap((id) => {
        const bySlot = verdict.slotList.map(({ run }) => byPlace.get(run)?.items.find((item) => item.id === id) ?? null);
        return bySlot.some((item) => item !== null) ? [{ id, bySlot }] : [];
    });
    return { items, symbols: symbolsOf(items) };
}
/** Whether the numbers of an item may be drawn and compared: a floor may not. */
function isKnown(item) {
    return item !== null && item.status === "complete" && item.counts !== null;
}
/** The strip of an item, which shows its state at each slot, as it is drawn wherever it is used. */
function stripOf(id) {
    return `<use href="#by-slot-${id}" width="100%" height="8"/>`;
}
function symbolsOf(items) {
    const symbols = items.map(({ id, bySlot }) => {
        const states = bySlot.map((item) => item?.state ?? null);
        return `<symbol id="by-slot-${id}" viewBox="0 0 ${Math.max(1, states.length)} 8" preserveAspectRatio="none">
<path class="bar-c" d="${runsOf(states, "clear")
            .map(([at, length]) => `M${at} 7h${length}`)
            .join("")}"/>
<path class="bar-a" d="${runsOf(states, "attention")
            .map(([at, length]) => `M${at} 4h${length}`)
            .join("")}"/>
<path class="bar-u" d="${runsOf(states, "unknown")
            .map(([at, length]) => `M${at} .5h${length}v7h-${length}z`)
            .join("")}"/>
</symbol>`;
    });
    return `<svg class="vh" aria-hidden="true" width="0" height="0"><defs>\n${symbols.join("\n")}\n</defs></svg>\n`;
}
/** Where the value stands in a row, as starts and lengths. */
function runsOf(values, wanted) {
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

;// CONCATENATED MODULE: ./lib/report/period-control-facts.js

/** The controls that any run of the period names, by framework and number. */
function controlsOf(report, readings) {
    const named = new Map();
    for (const { items } of report.runs) {
        for (const { controls } of items) {
            for (const control of controls)
                named.set(`${control.framework}\n${control.id}`, control);
        }
    }
    return [...named.values()]
        .toSorted((a, b) => period_control_facts_compare(a.framework, b.framework) || period_control_facts_compare(a.id, b.id))
        .map((control, index) => ({
        control,
        anchor: `control-${index + 1}`,
        items: readings.items.flatMap((reading) => supporting(reading, control)),
    }));
}
function supporting({ id, bySlot }, control) {
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
function period_control_facts_compare(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
}

;// CONCATENATED MODULE: ./lib/report/period-control-notes.js
const NOTES = new Map([
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
function notesOn({ framework, id }) {
    return (NOTES.get(`${framework} ${id}`) ?? {
        hidden: [
            "Whether the items mapped to this control are the right ones: the mapping is the organisation’s.",
        ],
        ask: ["The reasons for the mapping"],
    });
}

;// CONCATENATED MODULE: ./lib/report/period-controls.js








/** More days than this are a matter for the table of gaps. */
const DAYS_SHOWN = 20;
/** What the sheets are, and are not. */
const CONTROLS_LEAD = "One sheet for each. “Supports” means: relevant to the control, and verifiable. Whether the control is met is for an auditor to say. “Attention” is a result, not a failure of the control: something was found that a person should look at.";
/** One sheet for each control: what supports it, what the evidence does not show, what to ask for elsewhere. */
function controlSections(report, readings) {
    const sheets = controlsOf(report, readings).map((supported) => sheet(supported, { report, readings }));
    return (0,report_html/* section */.uW)({
        id: "controls",
        title: "Controls",
        no: 4,
        lead: CONTROLS_LEAD,
        html: sheets.length === 0 ? "<p>No run of the period names a control.</p>" : sheets.join("\n"),
    });
}
function sheet({ control, anchor, items }, context) {
    const { hidden, ask } = notesOn(control);
    return `<article class="control" id="${anchor}" aria-labelledby="h-${anchor}">
<div class="head"><h3 id="h-${anchor}"><b>${(0,report_html/* name */.UU)(control.id)}</b> <span>${(0,report_html/* name */.UU)(control.title)}</span></h3>
<p>${(0,report_html/* name */.UU)(control.framework)}</p></div>
${itemTable(items, { ...context, control: control.id })}
<div class="pair">
<div class="shows"><h4>What supports it</h4>
${(0,report_html/* bullets */.e5)(items.flatMap((item) => supports(item, context)))}</div>
<div class="shows-not"><h4>What this evidence does not show</h4>
${(0,report_html/* bullets */.e5)(hidden)}</div>
</div>
<div class="pair">
<div><h4>${(0,run_words/* sentenceCase */.o3)(unitOf(context.report.verdict))}s to ask about</h4>
<p>${toAskAbout(items, { ...context, to: HTML })}</p></div>
<div class="ask"><h4>To be asked for elsewhere</h4>
${(0,report_html/* bullets */.e5)(ask)}</div>
</div>
<div class="paper working" aria-hidden="true">Auditor’s notes</div>
</article>`;
}
function itemTable(items, { report, control }) {
    const { due } = report.verdict.slots;
    const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) => {
        const cells = [
            `${(0,report_html/* number */.ai)(complete)} of ${(0,report_html/* number */.ai)(due)}`,
            (0,report_html/* number */.ai)(complete - claimed),
            (0,report_html/* number */.ai)(claimed),
            (0,report_html/* number */.ai)(clear),
            (0,report_html/* number */.ai)(attention),
            (0,report_html/* number */.ai)(unknown),
            `<svg class="strip" aria-hidden="true">${stripOf(id)}</svg>`,
        ];
        return `<tr><th scope="row"><a href="#trend-${id}">${(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[id])}</a></th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
    const shown = (0,report_html/* table */.tp)({
        html: { caption: '<span class="vh">Supporting items, </span>Slots of the period', rows: rows.join("\n") },
        columns: ["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown", "By slot"],
        kind: "by-item numeric",
    });
    return `<div class="scroll" role="region" tabindex="0" aria-label="${(0,report_html/* escapeHtml */.ZD)(`Items that support ${control}`)}">${shown}</div>`;
}
/** In plain sentences, how an item supports a control. */
function supports({ id, complete, claimed }, { report, readings }) {
    const unit = unitOf(report.verdict);
    const { due } = report.verdict.slots;
    const called = (0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[id]);
    const direct = complete - claimed;
    const bySlot = readings.items.find((reading) => reading.id === id)?.bySlot ?? [];
    const known = bySlot.filter(isKnown);
    const [first, last] = [known[0]?.counts, known.at(-1)?.counts];
    return [
        `${called} were obtained completely on ${(0,report_html/* number */.ai)(complete)} of ${quantityOf(due, unit)} that were due.`,
        ...(claimed > 0
            ? [
                direct > 0
                    ? `The records bear on the control directly on ${(0,report_html/* number */.ai)(direct)} of them; on ${(0,report_html/* number */.ai)(claimed)} it is only claimed.`
                    : "On none of them do the records bear on the control directly: it is only claimed.",
            ]
            : []),
        ...(first == null || last == null ? [] : [between(id, { first, last })]),
    ];
}
function between(id, { first, last }) {
    const names = id === "compliance-monitors" ? ["total", "failing", "muted"] : ["critical", "high"];
    const of = (counts) => names.map((each) => `${(0,report_html/* number */.ai)(counts[each] ?? 0)} ${each}`).join(", ");
    return `At the first complete reading: ${of(first)}. At the last: ${of(last)}.`;
}
/** Where an item that supports the control is not complete, with links to the reasons. */
function toAskAbout(items, { report, readings, to }) {
    const ids = new Set(items.map(({ id }) => id));
    const lacking = new Set(readings.items
        .filter(({ id }) => ids.has(id))
        .flatMap(({ bySlot }) => [...bySlot.keys()].filter((index) => !isKnown(bySlot[index] ?? null)))
        .map((index) => report.verdict.slotList[index]?.from));
    const rows = period_gaps_rowsOf(report).filter(({ slots }) => slots.some(({ from }) => lacking.has(from)));
    if (rows.length === 0)
        return "None.";
    const shown = rows.slice(0, DAYS_SHOWN).map((row) => to.link(row.anchor, to.span(spanOfRow(row))));
    const more = rows.length - shown.length;
    return `${shown.join(", ")}${more > 0 ? `, and ${to.number(more)} more in ${to.link("gaps", "section 2")}` : ""}`;
}

;// CONCATENATED MODULE: ./lib/report/period-trend-facts.js



/** What is drawn of an item: counts, each with its stroke. */
const DRAWN = {
    "security-signals": {
        what: "Critical and high signals of the 7 days before each run.",
        lines: [
            { count: "high", label: "high", stroke: "s2", by: ["most", "last"] },
            { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
        ],
    },
    "compliance-monitors": {
        what: "Tagged monitors that were not passing at the time of each run.",
        lines: [
            { count: "failing", label: "failing", stroke: "s1", by: ["most", "last"] },
            { count: "notEvaluated", label: "not evaluated", stroke: "s3", by: ["most"] },
        ],
    },
    "cspm-findings": {
        what: "Failing cloud posture checks at the time of each run.",
        lines: [
            { count: "high", label: "high", stroke: "s2", by: ["last"] },
            { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
            { count: "muted", label: "muted", stroke: "s3", by: ["last"] },
        ],
    },
};
/** What the numbers of the table by month are. */
const BY_MONTH = "Known, Clear, Attention: number of slots";
/** The counts of an item at each slot, where they are known. */
function linesOf({ id, bySlot }) {
    return DRAWN[id].lines.map(({ count, label, stroke }) => ({
        label,
        stroke,
        values: bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
    }));
}
/** Where an item stood at last, and how often it is known. */
function lastInWords(reading) {
    const { bySlot } = reading;
    const last = linesOf(reading).map(({ label, values }) => {
        const value = values.findLast((each) => each !== null);
        return value == null ? `${label} not known` : `${(0,report_html/* number */.ai)(value)} ${label}`;
    });
    const known = bySlot.filter(isKnown).length;
    return `Last: ${(0,run_words/* list */.p_)(last)}. Known for ${(0,report_html/* number */.ai)(known)} of ${(0,report_html/* number */.ai)(bySlot.length)} slots.`;
}
/** The counts of an item by month, as a table in words. */
function byMonth({ reading, slots }) {
    const { id, bySlot } = reading;
    const { lines } = DRAWN[id];
    const drawn = linesOf(reading);
    const months = Map.groupBy(slots.keys(), (index) => slots[index]?.from.slice(0, 7) ?? "");
    const rows = [...months].map(([month, indexes]) => {
        const known = indexes.filter((index) => isKnown(bySlot[index] ?? null));
        const cells = drawn.flatMap(({ values }, line) => {
            const of = known.flatMap((index) => values[index] ?? []);
            const told = { most: extremes(of)[1], last: of.at(-1) ?? 0 };
            return (lines[line]?.by ?? []).map((by) => (of.length === 0 ? "not known" : (0,report_html/* number */.ai)(told[by])));
        });
        const inState = (state) => (0,report_html/* number */.ai)(indexes.filter((index) => bySlot[index]?.state === state).length);
        return [month, (0,report_html/* number */.ai)(known.length)].concat(cells, inState("clear"), inState("attention"));
    });
    const columns = lines.flatMap(({ label, by }) => by.map((which) => `${(0,run_words/* sentenceCase */.o3)(label)}, ${which}`));
    return { columns: ["Month", "Known", ...columns, "Clear", "Attention"], rows };
}
/** The least and the most of some counts. */
function extremes(values) {
    return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, 0]);
}

;// CONCATENATED MODULE: ./lib/report/period-markdown-items.js








const { name: period_markdown_items_name } = MARKDOWN;
/** What supports which control, and how often. */
function supportedControls(report, readings) {
    const { verdict } = report;
    const rows = controlsOf(report, readings).map(({ control, items }) => {
        const supported = items.map(({ id, complete, claimed }) => `${run_words/* ITEM_NAMES */.fH[id]} ${(0,report_html/* number */.ai)(complete)}${claimed > 0 ? ` (${(0,report_html/* number */.ai)(claimed)} only claimed)` : ""}`);
        return [period_markdown_items_name(control.framework), period_markdown_items_name(control.id), period_markdown_items_name(control.title), supported.join(", ")];
    });
    if (rows.length === 0)
        return ["No run names a control.", ""];
    return [
        `What supports which control, and on how many of the ${(0,report_html/* number */.ai)(verdict.slots.due)} ${unitOf(verdict)}s that were due it is complete:`,
        "",
        ...table(["Framework", "Control", "Title", "Supported by"], rows),
    ];
}
/** The counts of each item by month. */
function trendTables({ verdict }, { items }) {
    if (items.length === 0)
        return ["No run of the period holds an item.", ""];
    return [
        "A number stands only where it is known; nothing is filled in.",
        "",
        ...items.flatMap((reading) => {
            const { columns, rows } = byMonth({ reading, slots: verdict.slotList });
            return [
                `### ${(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[reading.id])}`,
                "",
                `${DRAWN[reading.id].what} ${lastInWords(reading)} By month (${BY_MONTH}):`,
                "",
                ...table(columns, rows),
            ];
        }),
    ];
}
/** For each control what supports it, what the evidence does not show, and what to ask for elsewhere. */
function controlSheets(report, readings) {
    const sheets = controlsOf(report, readings);
    if (sheets.length === 0)
        return ["No run of the period names a control.", ""];
    return [CONTROLS_LEAD, "", ...sheets.flatMap((supported) => period_markdown_items_sheet(supported, { report, readings }))];
}
function period_markdown_items_sheet({ control, items }, sheets) {
    const { verdict } = sheets.report;
    const { hidden, ask } = notesOn(control);
    const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) => [(0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[id]), `${(0,report_html/* number */.ai)(complete)} of ${(0,report_html/* number */.ai)(verdict.slots.due)}`].concat([complete - claimed, claimed, clear, attention, unknown].map(report_html/* number */.ai)));
    return [
        `### ${period_markdown_items_name(control.id)} ${period_markdown_items_name(control.title)} (${period_markdown_items_name(control.framework)})`,
        "",
        ...table(["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown"], rows),
        "What supports it:",
        "",
        ...bullets(items.flatMap((item) => supports(item, sheets))),
        "What this evidence does not show:",
        "",
        ...bullets(hidden),
        `${(0,run_words/* sentenceCase */.o3)(unitOf(verdict))}s to ask about: ${toAskAbout(items, { ...sheets, to: MARKDOWN })}`,
        "",
        "To be asked for elsewhere:",
        "",
        ...bullets(ask),
    ];
}

;// CONCATENATED MODULE: ./lib/report/period-changes.js



/** More rows than this nobody reads. */
const period_changes_SHOWN = 200;
/** What the words of a statement mean. */
const MEANINGS = new Map([
    ["security-signals vanished", "no longer listed, although inside the window"],
    ["security-signals altered", "something other than the triage changed"],
    ["compliance-monitors gone", "no longer tagged, or deleted"],
    ["compliance-monitors muted", "muted"],
    ["compliance-monitors redefined", "watch something else than before"],
    ["cspm-findings unresolved", "no longer listed, and more likely not checked than resolved"],
    ["cspm-findings muted", "muted"],
]);
/** What evidence is collected with and signed by, and when it changed. */
function changesSection({ verdict }) {
    const made = changesMade(verdict, HTML).map(period_changes_rowHtml);
    return (0,report_html/* section */.uW)({
        id: "changes",
        title: "Changes",
        no: 5,
        html: `${made.length === 0
            ? `<p>${ALL_THE_SAME}</p>`
            : (0,report_html/* table */.tp)({
                html: { caption: MADE_CAPTION, rows: made.join("\n") },
                columns: MADE_COLUMNS,
                kind: "changes",
            })}\n${notable(verdict.changes)}`,
    });
}
/** Where nothing changed in what evidence is made with. */
const ALL_THE_SAME = "Cadence, collector, control mapping, rules and signer stayed the same.";
const MADE_CAPTION = "Changes in what evidence is made with";
const MADE_COLUMNS = ["From", "What", "Before", "Then"];
/** What evidence is made with and signed by, where that changed: the cells of a table. */
function changesMade(verdict, to) {
    const changes = [
        ...period_changes_changed("Cadence", verdict.cadences),
        ...period_changes_changed("Collector", verdict.collectors),
        ...period_changes_changed("Control mapping", verdict.mappings),
        ...period_changes_changed("Version of the rules", verdict.rules),
        ...period_changes_changed("Signer", verdict.signers),
        ...verdict.chain.restarts.map(({ collectedAt, reason }) => ({
            at: collectedAt,
            what: "The chain was begun anew",
            before: "",
            now: reason.message,
        })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return changes.map(({ at, what, before, now }) => [
        to.time(at),
        what,
        before === "" ? "" : to.name(before),
        to.name(now),
    ]);
}
/** Where no run tells of a change that matters. */
const NOTHING_NOTABLE = "No run tells of a change that a person should look at.";
const NOTABLE_CAPTION = "Changes of records that ask for a person";
const NOTABLE_COLUMNS = ["Run", "Item", "What", "Records"];
/** Changes since the run before that a person should look at: the cells of a table, and how many more there are. */
function notableChanges(changes, to) {
    const rows = changes.slice(0, period_changes_SHOWN).map(({ collectedAt, item, what, count }) => {
        const meaning = MEANINGS.get(`${item} ${what}`) ?? what.replaceAll("-", " ");
        return [
            to.time(collectedAt),
            (0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[item]),
            to.name(meaning),
            count === null ? "" : to.number(count),
        ];
    });
    return { rows, more: changes.length - rows.length };
}
function notable(changes) {
    if (changes.length === 0)
        return `<p>${NOTHING_NOTABLE}</p>`;
    const { rows, more } = notableChanges(changes, HTML);
    const rest = more > 0 ? `\n<p class="more">${(0,report_html/* number */.ai)(more)} more are in <code>verify --json</code>.</p>` : "";
    return `${(0,report_html/* table */.tp)({
        html: { caption: NOTABLE_CAPTION, rows: rows.map(period_changes_rowHtml).join("\n") },
        columns: NOTABLE_COLUMNS,
        kind: "changes",
    })}${rest}`;
}
function period_changes_rowHtml([first = "", ...rest]) {
    return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
function period_changes_changed(what, list) {
    return list
        .slice(1)
        .map(({ value, from }, index) => ({ at: from, what, before: list[index]?.value ?? "", now: value }));
}

;// CONCATENATED MODULE: ./lib/report/period-files.js



const FILES_COLUMNS = ["Day", "No.", "Folder", "Results", "Verdict", "SHA-256 of the file"];
/** Every record file with its digest and verdict. */
function filesSection(report) {
    const months = filesOf(report, HTML);
    const count = months.reduce((sum, { lines }) => sum + lines.length, 0);
    const bodies = months.map(({ month, lines }) => `<tbody><tr><th colspan="6" scope="rowgroup">${(0,report_html/* escapeHtml */.ZD)(month)} ${(0,report_html/* soft */.LN)(`${(0,report_html/* number */.ai)(lines.length)} records`)}</th></tr>\n${lines.map(lineHtml).join("\n")}</tbody>`);
    return (0,report_html/* section */.uW)({
        id: "records",
        title: "Records and digests",
        no: 7,
        lead: filesInWords(report.verdict.stream),
        html: `<div class="scroll" role="region" tabindex="0" aria-labelledby="files-caption">
<table class="files"><caption id="files-caption">${(0,report_html/* number */.ai)(count)} records</caption>
<thead><tr>${FILES_COLUMNS.map((column) => `<th scope="col">${column}</th>`).join("")}</tr></thead>
${bodies.join("\n")}
</table></div>`,
    });
}
/** How to read the table. */
function filesInWords(stream) {
    return `Each folder lies below ${stream}, by year and day, and holds evidence.json, or gap.json where a gap was declared. Results are those of signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder hold.`;
}
/** Every record file by month, each as the cells of its line. */
function filesOf({ verdict, isVerified, runs }, to) {
    const bad = [
        ...verdict.problems.flatMap(({ code, run }) => code === "not-genuine" ? [[run, "× not genuine"]] : []),
        ...verdict.unchecked.map(({ run }) => [run, "– not checked"]),
    ];
    const lines = [
        ...runs.map((run) => ({ place: run.place, isBad: false, cells: runCells(run, { isVerified, to }) })),
        ...bad.map(([place, word]) => ({ place, isBad: true, cells: badCells(place, { word, to }) })),
    ].toSorted((a, b) => (a.place < b.place ? -1 : 1));
    const months = Map.groupBy(lines, ({ place }) => monthOf(place));
    return [...months].map(([month, of]) => ({ month, lines: of }));
}
const IDS = ["security-signals", "compliance-monitors", "cspm-findings"];
function runCells({ place, sequence, outcome, items, contentSha256, collectedAt }, { isVerified, to }) {
    const results = IDS.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(" ");
    return [
        dayOf(collectedAt).slice(8),
        sequence === null ? "–" : to.number(sequence),
        to.name(folderOf(place)),
        outcome === null ? "declared gap" : results,
        isVerified ? `✓${outcome === null || outcome === "complete" ? "" : ` ${outcome}`}` : "not verified",
        to.digest(contentSha256),
    ];
}
function badCells(place, { word, to }) {
    const day = place.split("/")[1] ?? "";
    return [to.name(day.slice(8)), "–", to.name(folderOf(place)), "–", word, "not known"];
}
function lineHtml({ isBad, cells: [day = "", ...rest] }) {
    return `<tr${isBad ? ' class="fails"' : ""}><th scope="row">${day}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
function folderOf(place) {
    return place.split("/").at(-1) ?? place;
}
function monthOf(place) {
    return place.split("/")[1]?.slice(0, "2026-11".length) ?? "elsewhere";
}

;// CONCATENATED MODULE: ./lib/report/period-markdown-proof.js





/** What evidence is made with and signed by, and what changed in its records. */
function changes({ verdict }) {
    const made = changesMade(verdict, MARKDOWN);
    const { rows, more } = notableChanges(verdict.changes, MARKDOWN);
    return [
        ...(made.length === 0 ? [ALL_THE_SAME, ""] : captioned(MADE_CAPTION, table(MADE_COLUMNS, made))),
        ...(rows.length === 0 ? [NOTHING_NOTABLE, ""] : captioned(NOTABLE_CAPTION, table(NOTABLE_COLUMNS, rows))),
        ...(more > 0 ? [`${(0,report_html/* number */.ai)(more)} more are in verify --json.`, ""] : []),
    ];
}
/** What was checked, what failed, and what these files cannot prove. */
function verdicts(report) {
    const rows = checks(report).map(({ holds, check, expected, found }) => [
        check,
        expected,
        found,
        holds === null ? "not given" : holds ? "yes" : "**no**",
    ]);
    return [
        verifiedInWords(report),
        "",
        ...table(["Check", "Expected", "Found", "Holds"], rows),
        ...listsOf(report.verdict).flatMap(([title, sentences]) => captioned(title, bullets(sentences))),
        ...captioned("What was not proven", bullets(openPoints(report))),
    ];
}
/** Every record file with its digest and verdict. */
function records(report) {
    return [
        filesInWords(MARKDOWN.name(report.verdict.stream)),
        "",
        ...filesOf(report, MARKDOWN).flatMap(({ month, lines }) => [
            `### ${MARKDOWN.name(month)}, ${(0,report_html/* number */.ai)(lines.length)} records\n`,
            table(FILES_COLUMNS, lines.map(({ cells }) => cells)).join("\n"),
        ]),
    ];
}
function captioned(caption, lines) {
    return [`${caption}:`, "", ...lines];
}

;// CONCATENATED MODULE: ./lib/report/period-markdown.js













/**
 * The report on a period for people without a browser: what the page says, in its order and under its numbers.
 * Nothing that somebody else named becomes markup.
 */
function periodMarkdown(report) {
    const { verdict, runs, isVerified } = report;
    const readings = readingsOf(report);
    const organization = MARKDOWN.name(organizationOf(runs) ?? "Datadog");
    const lines = [
        `# Compliance evidence: ${organization}, ${MARKDOWN.name(verdict.stream)}${isVerified ? "" : ", NOT VERIFIED"}`,
        "",
        `Audit period ${periodInWords(verdict.period)}.`,
        "",
        `**${wordOf(report).word}.** ${judgement(report, MARKDOWN)}`,
        "",
        lead(report),
        "",
        ...figures(report),
        ...[...aboutStream(report, MARKDOWN), ...aboutProof(report, MARKDOWN)].map(([term, fact]) => `- ${term}: ${fact}`),
        "",
        ...supportedControls(report, readings),
        "## 1. Slots by day",
        "",
        ...days(report),
        "## 2. Gaps and late slots",
        "",
        ...period_markdown_gaps(report),
        "## 3. Trends",
        "",
        ...trendTables(report, readings),
        "## 4. Controls",
        "",
        ...controlSheets(report, readings),
        "## 5. Changes",
        "",
        ...changes(report),
        "## 6. Verdicts",
        "",
        ...verdicts(report),
        "## 7. Records and digests",
        "",
        ...records(report),
        "## 8. Verify it yourself",
        "",
        ...verification(report),
    ];
    return lines.join("\n");
}
function figures({ verdict }) {
    const { slots } = verdict;
    const columns = [`${(0,run_words/* sentenceCase */.o3)(unitOf(verdict))}s due`, "Met", "Late", "Partial", "Failed", "Missing"];
    const counts = [slots.due, slots.met, slots.late, slots.partial, slots.failed, slots.missing];
    return table([...columns, "Declared gap"], [[...counts, slots.declared].map(report_html/* number */.ai)]);
}
/** A strip for each month; where slots are no days, or the months too many, the table of gaps must do. */
function days({ verdict }) {
    const strips = calendar(verdict.slotList).slice(1);
    const [some] = strips;
    const unit = unitOf(verdict);
    return some === undefined
        ? [`Section 2 names every ${unit} that is not plainly collected; all others were met in time.`, ""]
        : block(strips);
}
function period_markdown_gaps(report) {
    const { verdict } = report;
    const unit = unitOf(verdict);
    const runs = new Map(report.runs.map((run) => [run.place, run]));
    const rows = period_gaps_rowsOf(report);
    const all = verdict.slotList.filter(({ state }) => state !== "met").length;
    const more = all - rows.reduce((sum, { slots }) => sum + slots.length, 0);
    const lines = rows.flatMap((row) => {
        const [first] = row.slots;
        if (first === undefined)
            return [];
        return [[spanOfRow(row), stateInWords(first), why(first, { runs, to: MARKDOWN })]];
    });
    const gapLines = period_checks_declared(verdict, MARKDOWN);
    return [
        ...(lines.length === 0
            ? [`Every ${unit} that was due was collected completely and in time.`, ""]
            : table([(0,run_words/* sentenceCase */.o3)(unit), "State", "What is lacking, and why"], lines)),
        ...(more > 0 ? [`${(0,report_html/* number */.ai)(more)} more are in verify --json.`, ""] : []),
        ...(gapLines.length === 0 ? [] : ["Gaps that somebody declared:", ""]),
        ...table(DECLARED_COLUMNS, gapLines),
    ];
}
function verification(report) {
    const { verdict, runs, version } = report;
    const { signers, last } = verdict;
    return [
        EXPLAINED.lead,
        "",
        ...block(verifyLines(report)),
        "Add --witness DIR with downloaded artifacts or another clone: only an independent copy shows that history was not written anew.",
        "",
        `${EXPLAINED.single}: the commands stand in VERIFY.md, beside the streams, and work in every run folder.`,
        "",
        EXPLAINED.compare,
        "",
        ...bullets(signers.map(({ value, from, runs: of }) => `${value}, ${(0,report_html/* number */.ai)(of)} runs from ${from}`)),
        ...(last === null
            ? []
            : [
                `SHA-256 of the last statement of the period: ${last.statement}. In a chain it stands for all before it.`,
                "",
            ]),
        `Made by datadog-evidence ${MARKDOWN.name(version)} from ${(0,report_html/* number */.ai)(runs.length)} runs${report.isVerified ? "" : ", none of them verified"}.`,
        "",
    ];
}

// EXTERNAL MODULE: ./lib/report/page.js
var page = __webpack_require__(99147);
;// CONCATENATED MODULE: ./lib/report/period-cover.js







/** What this is and what to think of it, as an auditor may file it. */
function masthead(report) {
    const { verdict, runs } = report;
    const { word, kind } = wordOf(report);
    return `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>audit period, stream ${(0,report_html/* name */.UU)(verdict.stream)}</span></div>
<div class="cover cols">
<div>
<h1>${(0,report_html/* name */.UU)((0,report_html/* brief */.dh)(organizationOf(runs) ?? "Datadog"))}, ${(0,report_html/* name */.UU)(verdict.stream)}</h1>
<p class="sub">${(0,report_html/* escapeHtml */.ZD)(periodInWords(verdict.period))}</p>
<p class="lead">${(0,report_html/* escapeHtml */.ZD)(lead(report))}</p>
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
<p>${judgement(report, HTML)}</p>
</div>
</div>
</header>`;
}
/** Figures, facts to file, what supports which control, and the contents. */
function cover(report, readings) {
    const { verdict, runs } = report;
    const { slots } = verdict;
    const unit = unitOf(verdict);
    const figures = [
        [`${unit}s due`, slots.due, ""],
        [slots.late === 0 ? "collected" : `collected, ${(0,report_html/* number */.ai)(slots.late)} late`, slots.met + slots.late, ""],
        ["partial", slots.partial, ' class="sep"'],
        ["failed", slots.failed, ""],
        ["missing", slots.missing, ""],
        ["declared gap", slots.declared, ""],
    ];
    return `<dl class="figures">
${figures.map(([label, value, kind]) => `<div${kind}><dt>${label}</dt><dd>${(0,report_html/* number */.ai)(value)}</dd></div>`).join("\n")}
</dl>
<div class="two">
${(0,report_html/* facts */.Ix)(aboutStream(report, HTML))}
${(0,report_html/* facts */.Ix)(aboutProof(report, HTML))}
</div>
${controlsTable(report, readings)}
<nav aria-label="Contents">
<ol class="contents">
${CONTENTS.map(([id, title], index) => `<li><span class="no">${index + 1}</span><a href="#${id}">${title}</a></li>`).join("\n")}
</ol></nav>
${runs.length === 0 ? "" : '<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>'}`;
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
function controlsTable(report, readings) {
    const { slots } = report.verdict;
    const unit = unitOf(report.verdict);
    const groups = Map.groupBy(controlsOf(report, readings), ({ control }) => control.framework);
    const bodies = [...groups].map(([framework, controls]) => {
        const rows = controls.map(({ control, anchor, items }) => {
            const supported = items.map(({ id, complete, claimed }) => `${run_words/* ITEM_NAMES */.fH[id]} ${(0,report_html/* number */.ai)(complete)}${claimed > 0 ? ` ${(0,report_html/* soft */.LN)(`(${(0,report_html/* number */.ai)(claimed)} only claimed)`)}` : ""}`);
            return `<tr><th scope="row"><a class="id" href="#${anchor}">${(0,report_html/* name */.UU)(control.id)}</a></th><td>${(0,report_html/* name */.UU)(control.title)}</td><td>${supported.join(", ")}</td></tr>`;
        });
        return `<tbody><tr><th class="group" colspan="3" scope="rowgroup">${(0,report_html/* name */.UU)(framework)}</th></tr>\n${rows.join("\n")}</tbody>`;
    });
    if (bodies.length === 0)
        return "<p>No run names a control.</p>";
    return (0,report_html/* table */.tp)({
        html: {
            caption: `What supports which control, and on how many of the ${(0,report_html/* number */.ai)(slots.due)} ${unit}s that were due it is complete`,
            rows: bodies.join("\n"),
        },
        columns: ["Control", "Title", "Supported by"],
        kind: "controls",
    });
}

;// CONCATENATED MODULE: ./lib/report/period-days.js



const period_days_DAY_MS = 86_400_000;
const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/** Each state by the letter of its cell: where nothing is said, nothing is drawn. */
const CLASSES = {
    met: "c",
    late: "l",
    partial: "p",
    failed: "f",
    missing: "m",
    declared: "d",
};
/** Every day of the period: its state by shape, letter and colour. */
function period_days_days(report) {
    const { verdict } = report;
    const { period, slotList } = verdict;
    const unit = unitOf(verdict);
    const lead = unit === "day"
        ? "One slot for each day in UTC. A number alone is a day that was collected in time; a letter leads to its reason. The days that were due are the population to sample from."
        : `A day holds several slots and is named by the worst of them; a number alone is a day on which every ${unit} was collected in time. The slots that were due are the population to sample from.`;
    const byDay = Map.groupBy(slotList, ({ from }) => dayOf(from));
    const linked = new Map(period_gaps_rowsOf(report).flatMap(({ slots, anchor }) => slots.map((slot) => [slot.from, anchor])));
    const months = period === null ? [] : monthsOf(period.from, period.to);
    const tables = months.map((month) => monthTable(month, { period, byDay, linked, unit }));
    return (0,report_html/* section */.uW)({
        id: "days",
        title: "Slots by day",
        no: 1,
        lead,
        html: `<div class="calendar">\n${tables.join("\n")}\n</div>\n${legend(report)}`,
    });
}
function monthsOf(from, to) {
    const months = [];
    const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 7);
    for (let month = from.slice(0, 7); month <= last; month = following(month))
        months.push(month);
    return months;
}
function following(month) {
    const [year = 0, number_ = 0] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number_, 1)).toISOString().slice(0, 7);
}
function monthTable(month, calendar) {
    const first = Date.parse(`${month}-01T00:00:00Z`);
    const length = (Date.parse(`${following(month)}-01T00:00:00Z`) - first) / period_days_DAY_MS;
    // Weeks begin on Monday.
    const before = (new Date(first).getUTCDay() + 6) % 7;
    const cells = [
        ...Array.from({ length: before }, () => "<td></td>"),
        ...Array.from({ length }, (_, index) => dayCell(dayOf(new Date(first + index * period_days_DAY_MS).toISOString()), calendar)),
    ];
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    const slots = [...calendar.byDay].flatMap(([day, of]) => (day.startsWith(month) ? of : []));
    const met = slots.filter(({ state }) => state === "met" || state === "late").length;
    return `<table class="month"><caption>${month} ${(0,report_html/* soft */.LN)(`${(0,report_html/* number */.ai)(met)} of ${(0,report_html/* number */.ai)(slots.length)}`)}</caption>
<thead><tr>${WEEK.map((day) => `<th scope="col">${day}</th>`).join("")}</tr></thead>
<tbody>${weeks.map((week) => `<tr>${week.join("")}</tr>`).join("\n")}</tbody></table>`;
}
function dayCell(day, { period, byDay, linked, unit }) {
    const label = String(Number(day.slice(8)));
    const slots = byDay.get(day);
    const start = `${day}T00:00:00Z`;
    if (slots === undefined) {
        const isInside = period !== null && Date.parse(start) + period_days_DAY_MS > Date.parse(period.from) && start < period.to;
        return isInside ? `<td class="n">${label}<span class="vh"> not due</span></td>` : "<td></td>";
    }
    const state = worstOf(slots.map((slot) => slot.state));
    if (state === "met")
        return `<td class="c">${label}</td>`;
    const here = slots.filter((slot) => slot.state === state);
    const anchor = linked.get(here[0]?.from ?? "");
    const words = unit === "day" ? `${state}, ${day}` : `${here.length} of ${slots.length} ${state}, ${day}`;
    const letter = LETTERS[state];
    return `<td class="${CLASSES[state]}"><a href="#${anchor ?? "gaps"}" aria-label="${letter}: ${words}">${letter}</a></td>`;
}
function legend({ verdict }) {
    const { slots } = verdict;
    const entries = [
        ["met", slots.met, "9", "collected", "complete, in time"],
        ["late", slots.late, "L", "late", "complete, but after the grace"],
        ["partial", slots.partial, "P", "partial", "at least one item not complete"],
        ["failed", slots.failed, "F", "failed", "only a signed record of it"],
        ["missing", slots.missing, "M", "missing", "no record, no explanation"],
        ["declared", slots.declared, "D", "declared gap", "no record; reason signed later"],
    ];
    const lines = entries.map(([state, count, letter, name, meaning]) => `<li><i class="swatch ${CLASSES[state]}" aria-hidden="true">${letter}</i><b>${(0,report_html/* number */.ai)(count)}</b><span>${name}<br>${(0,report_html/* soft */.LN)(meaning)}</span></li>`);
    const notDue = `<li><i class="swatch n" aria-hidden="true">1</i><b></b><span>not due<br>${(0,report_html/* soft */.LN)("before the first run, or not over yet")}</span></li>`;
    return `<ul class="legend" role="list" aria-label="States, with the number of slots in each">\n${[...lines, notDue].join("\n")}\n</ul>`;
}

// EXTERNAL MODULE: ./lib/report/style.js
var style = __webpack_require__(11983);
;// CONCATENATED MODULE: ./lib/report/period-style.js

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
@media (min-width: 60rem) { .trend { grid-template-columns: minmax(0, 1fr) 22rem; } }

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
.files th[colspan] { padding-top: .7rem; font-weight: 600; }
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
  .trend { grid-template-columns: minmax(0, 1fr) 21.5rem; gap: 0 1.5rem; }
  .by-month > * > tr > * { padding-right: .3rem; }
  .files { font-size: 6.6pt; } .files td:last-child:not([colspan]) { font-size: 6pt; }
}
`;

;// CONCATENATED MODULE: ./lib/report/period-plot.js



/** The drawing: x is the slot, y the count, from 116 up to 20. */
const TOP = 20;
const BOTTOM = 116;
/** As many labels as fit below one another on a phone. */
const period_plot_MOST_MONTHS = 5;
const MOST_FLAGS = 12;
/** Lines over the slots, with the grid, the months, the flags of what is lacking, and the strip of states. */
function plot({ id, title, words, lines, slots, }) {
    const width = Math.max(1, slots.length);
    const most = lines.reduce((sum, { values }) => values.reduce((max, value) => Math.max(max, value ?? 0), sum), 0);
    const height = roundUp(most);
    const unknown = runsOf((lines[0]?.values ?? []).map((value) => value === null), true);
    const box = `y="${TOP}" width="100%" height="${BOTTOM - TOP}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
    return `<svg class="plot" height="158" role="img" aria-labelledby="t-${id} d-${id}"><title id="t-${id}">${(0,report_html/* escapeHtml */.ZD)(title)}</title><desc id="d-${id}">${(0,report_html/* escapeHtml */.ZD)(words)}</desc>
${months(slots)}
<svg ${box}>${unknown.map(([at, length]) => `<rect class="void" x="${at}" width="${length}" height="${height}"/>`).join("")}</svg>
${grid(height)}
<line class="axis" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
<svg ${box} overflow="visible"><g transform="matrix(1 0 0 -1 0 ${height})">${lines.map(({ stroke, values }) => `<path class="${stroke}" d="${steps(values)}"/>`).join("")}</g></svg>
${flags(slots, unknown)}<svg y="142" width="100%" height="8">${stripOf(id)}</svg></svg>`;
}
/** A line of steps that breaks where a value is not known: nothing is filled in. */
function steps(values) {
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
    return [height / 2, height]
        .map((value) => {
        const y = BOTTOM - ((BOTTOM - TOP) * value) / height;
        return `<line class="grid" x2="100%" y1="${y}" y2="${y}"/><text class="y" x="-6" y="${y + 4}">${value}</text>`;
    })
        .join("\n");
}
function months(slots) {
    const starts = [...slots.keys()].filter((index) => slots[index]?.from.slice(0, 7) !== slots[index - 1]?.from.slice(0, 7));
    const every = Math.ceil(starts.length / period_plot_MOST_MONTHS);
    return starts
        .filter((_, index) => index % every === 0)
        .map((index) => {
        const x = percent(index, slots.length);
        return `<line class="axis" x1="${x}" x2="${x}" y1="116" y2="134"/><text class="tick" x="${x}" dx="4" y="130">${slots[index]?.from.slice(0, 7)}</text>`;
    })
        .join("");
}
/** Letters over what is not known, where there are few enough to be told apart. */
function flags(slots, unknown) {
    const found = unknown.flatMap(([at, length]) => {
        const states = slots.slice(at, at + length).map(({ state }) => state);
        // Slots side by side may lack it for different reasons.
        return ["partial", "failed", "missing", "declared"].flatMap((state) => runsOf(states, state).map(([from, of]) => ({ at: at + from + of / 2, letter: LETTERS[state] })));
    });
    if (found.length > MOST_FLAGS)
        return "";
    return found
        .map(({ at, letter }) => `<text class="flag" x="${percent(at, slots.length)}" y="13">${letter}</text>`)
        .join("");
}
function percent(part, whole) {
    return `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`;
}

;// CONCATENATED MODULE: ./lib/report/period-trends.js





/** The counts of each item over the period, as a drawing and as a table. */
function trends(report, { items }) {
    const html = items.map((reading) => figure(reading, report)).join("\n");
    return (0,report_html/* section */.uW)({
        id: "trends",
        title: "Trends",
        no: 3,
        lead: "A line is drawn only where the number is known; grey is a slot without one, and nothing is filled in. Under each axis, the result by slot: low is clear, full is attention, hollow is unknown, blank is no evidence.",
        html: html === "" ? "<p>No run of the period holds an item.</p>" : html,
    });
}
function figure(reading, { verdict }) {
    const { id } = reading;
    const { what, lines } = DRAWN[id];
    const title = (0,run_words/* sentenceCase */.o3)(run_words/* ITEM_NAMES */.fH[id]);
    const unit = unitOf(verdict);
    const drawn = linesOf(reading);
    const keys = lines.map(({ label, stroke }) => `<span class="key"><svg viewBox="0 0 24 10" aria-hidden="true"><path class="${stroke}" d="M0 5h24"/></svg>${label}</span>`);
    return `<figure class="trend" id="trend-${id}">
<figcaption><h3>${title}</h3>${what} ${(0,report_html/* escapeHtml */.ZD)(lastInWords(reading))}<span class="keys">${keys.join(" ")}</span></figcaption>
<div>${plot({ id, title: `${title} by ${unit}`, words: description(drawn, unit), lines: drawn, slots: verdict.slotList })}</div>
${period_trends_monthTable({ reading, slots: verdict.slotList }, { title })}
</figure>`;
}
function description(lines, unit) {
    const ranges = lines.map(({ label, values }) => {
        const known = values.filter((value) => value !== null);
        if (known.length === 0)
            return `${label} is not known`;
        const [least, most] = extremes(known);
        return `${label} ranges from ${least} to ${most}`;
    });
    const unknown = lines[0]?.values.filter((value) => value === null).length ?? 0;
    return `${(0,run_words/* sentenceCase */.o3)((0,run_words/* list */.p_)(ranges))}. No line is drawn for ${unknown} ${unit}s. The table has the numbers by month.`;
}
/** The same numbers by month, for whoever does not see the drawing. */
function period_trends_monthTable(of, { title }) {
    const { columns, rows } = byMonth(of);
    const cells = rows.map(([month, ...numbers]) => `<tr><th scope="row">${month}</th>${numbers.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    const shown = (0,report_html/* table */.tp)({
        html: {
            caption: `<span class="vh">${(0,report_html/* escapeHtml */.ZD)(title)}, </span>By month ${(0,report_html/* soft */.LN)(BY_MONTH)}`,
            rows: cells.join("\n"),
        },
        columns,
        kind: "by-month numeric",
    });
    return `<div class="scroll" role="region" tabindex="0" aria-label="${(0,report_html/* escapeHtml */.ZD)(`${title} by month`)}">${shown}</div>`;
}

;// CONCATENATED MODULE: ./lib/report/period-verdicts.js




/** What was checked, what failed, and what these files cannot prove. */
function period_verdicts_verdicts(report) {
    const { verdict, isVerified } = report;
    return (0,report_html/* section */.uW)({
        id: "verdicts",
        title: "Verdicts",
        no: 6,
        lead: verifiedInWords(report),
        html: `<div class="cols"><div>
${(0,report_html/* table */.tp)({
            html: {
                caption: isVerified ? "Check by check" : "Check by check, as far as it goes without a key",
                rows: checks(report).map(checkRow).join("\n"),
            },
            columns: ["", "Check", "Expected", "Found"],
            kind: "checks numeric",
        })}
${listsOf(verdict).map(listed).join("")}${declarations(verdict)}
</div><div class="notes"><h3>What was not proven</h3>
${(0,report_html/* bullets */.e5)(openPoints(report))}</div></div>`,
    });
}
/** The commands that check the period offline. */
function period_verdicts_verification(report) {
    const { signers, last } = report.verdict;
    return (0,report_html/* section */.uW)({
        id: "verify",
        title: "Verify it yourself",
        no: 8,
        lead: EXPLAINED.lead,
        html: `<div class="cols"><div>
<h3>The period</h3>
<pre>${(0,report_html/* escapeHtml */.ZD)(verifyLines(report).join("\n"))}</pre>
<p>Add <code>--witness DIR</code> with downloaded artifacts or another clone: only an independent copy shows that history was not written anew.</p>
<h3>${EXPLAINED.single}</h3>
<p>The commands stand in <code>VERIFY.md</code>, beside the streams, and work in every run folder.</p>
</div><div class="notes"><h3>What to compare</h3>
<p>${EXPLAINED.compare}</p>
${signers.map(({ value, from, runs }) => `<p>${(0,report_html/* name */.UU)(value)}, ${(0,report_html/* number */.ai)(runs)} runs from ${(0,report_html/* time */.kB)(from)}</p>`).join("\n")}
${last === null ? "" : `<p>SHA-256 of the last statement of the period${last.sequence === null ? "" : `, no. ${(0,report_html/* number */.ai)(last.sequence)}`}. In a chain it stands for all before it.</p><p class="digest">${(0,report_html/* escapeHtml */.ZD)(last.statement)}</p>`}</div></div>`,
    });
}
function checkRow({ holds, check, expected, found }) {
    return `<tr${holds === false ? ' class="fails"' : ""}>${(0,report_html/* checkCell */.xp)(holds)}<th scope="row">${(0,report_html/* escapeHtml */.ZD)(check)}</th><td>${expected}</td><td>${found}</td></tr>`;
}
function listed([title, sentences]) {
    return `<h3>${title}</h3>\n<ul>\n${sentences.map((each) => `<li>${(0,report_html/* name */.UU)(each)}</li>`).join("\n")}\n</ul>\n`;
}
function declarations(verdict) {
    if (verdict.declarations.length === 0)
        return "";
    const rows = period_checks_declared(verdict, HTML).map(([range, ...rest]) => `<tr><th scope="row">${range}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    return (0,report_html/* table */.tp)({
        html: { caption: "Gaps that somebody declared", rows: rows.join("\n") },
        columns: DECLARED_COLUMNS,
        kind: "declared",
    });
}

;// CONCATENATED MODULE: ./lib/report/period-report.js













/** A stream over a period as a self-contained page: no script, and no request to anywhere. */
function periodReport(report) {
    const { verdict } = report;
    const organization = (0,report_html/* brief */.dh)(organizationOf(report.runs) ?? "Datadog");
    const period = periodInWords(verdict.period);
    const head = verdict.last;
    const readings = readingsOf(report);
    return (0,page/* page */.M)({
        title: `${period} · ${verdict.stream} · evidence, ${organization}`,
        running: {
            left: `${organization} · stream ${verdict.stream} · evidence${report.isVerified ? "" : " · NOT VERIFIED"}`,
            right: period,
            foot: head === null
                ? "no run"
                : `last statement of the period${head.sequence === null ? "" : `, no. ${head.sequence}`}, sha256 ${head.statement}`,
        },
        style: PERIOD_STYLE,
        html: {
            before: readings.symbols,
            header: masthead(report),
            main: [
                cover(report, readings),
                period_days_days(report),
                gaps(report),
                trends(report, readings),
                controlSections(report, readings),
                changesSection(report),
                period_verdicts_verdicts(report),
                filesSection(report),
                period_verdicts_verification(report),
            ].join("\n\n"),
            foot: `Made by datadog-evidence ${(0,report_html/* escapeHtml */.ZD)(report.version)} from ${report.runs.length} runs.`,
        },
    });
}

// EXTERNAL MODULE: ./lib/report/of-run.js + 10 modules
var of_run = __webpack_require__(22632);
;// CONCATENATED MODULE: ./lib/report/run-csv.js


/**
 * The records of an item as CSV, in the order of the file. Every row says how completely they were
 * collected: a table cut off from its report must not read as the whole.
 */
function recordsCsv(item) {
    const collected = ["collected", () => ((0,run_words/* isFloor */.b5)(item) ? "partial: at least these" : "all")];
    if (item.id === "security-signals")
        return run_csv_table([collected, ...SIGNAL], item.records);
    if (item.id === "compliance-monitors")
        return run_csv_table([collected, ...MONITOR], item.records);
    return run_csv_table([collected, ...FINDING], item.records);
}
/** Runs as CSV, a row for each item of each. Counts that are not known are empty cells. */
function runsCsv(runs) {
    const rows = runs.flatMap((run) => run.evidence.items.map((item) => ({ run, item })));
    return run_csv_table(run_csv_RUN, rows);
}
function run_csv_table(columns, rows) {
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
const run_csv_RUN = [
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
    ["counts are", ({ item }) => countsAre(item)],
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
function countsAre(item) {
    if (item.result.counts === null)
        return "not known";
    return (0,run_words/* isFloor */.b5)(item) ? "at least" : "exact";
}
function count(name) {
    return ({ item }) => {
        const counts = item.result.counts ?? {};
        return counts[name] ?? null;
    };
}

// EXTERNAL MODULE: ./lib/verify/signature.js + 2 modules
var signature = __webpack_require__(69646);
// EXTERNAL MODULE: ./lib/verify/witness.js
var verify_witness = __webpack_require__(13262);
// EXTERNAL MODULE: ./lib/evidence/sharing.js
var sharing = __webpack_require__(11913);
;// CONCATENATED MODULE: ./lib/report/period-runs.js

/** Sums up runs for the report of their period; what they have in common stands in memory once. */
function reporting() {
    const share = (0,sharing/* sharing */.R)();
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

// EXTERNAL MODULE: ./lib/verify/stream-verdict.js + 5 modules
var stream_verdict = __webpack_require__(62319);
;// CONCATENATED MODULE: ./lib/verify/claimed.js












/**
 * What the runs of a stream say of themselves, judged as if it were true: for
 * showing, never for believing. No signature and no digest is checked.
 */
async function claimedVerdict(stream, { asked, now, seen }) {
    const summed = (0,run_summary/* summing */.VQ)();
    const genuine = [];
    const unchecked = [];
    for (const place of stream.runs) {
        const run = await claimedRun(external_node_path_.join(stream.path, place));
        if (typeof run === "string") {
            const at = (0,run_summary/* claimedTime */.Nv)(place);
            const touches = at === null ? null : { from: (0,run_summary/* iso */.KH)(at), to: (0,run_summary/* iso */.KH)(at) };
            unchecked.push({ run: place, why: run, touches });
            continue;
        }
        genuine.push(summed(place, run));
        seen(place, run);
    }
    const doubtful = unchecked.map(({ run: place }) => ({
        place,
        at: (0,run_summary/* claimedTime */.Nv)(place),
        statement: null,
        isUnread: true,
    }));
    const runs = { genuine, doubtful, unchecked, problems: [], remarks: [] };
    return (0,stream_verdict/* judged */.g)(stream, { runs, copies: null, asked, now: now.getTime() });
}
/** A run as its files tell it, or a sentence about why they do not. */
async function claimedRun(folder) {
    try {
        const { files } = await (0,verify_run_folder/* readRunFolder */.M)(folder);
        const signed = signedIn(files.get(evidence_files/* BUNDLE_NAME */.ft));
        if (typeof signed === "string")
            return signed;
        const isGap = files.has(evidence_gap/* GAP_NAME */.F);
        const bytes = files.get(isGap ? evidence_gap/* GAP_NAME */.F : evidence_files/* EVIDENCE_NAME */.wm) ?? Buffer.alloc(0);
        const json = (0,evidence_json/* readJson */.V)(bytes);
        if ("trouble" in json)
            return `${isGap ? evidence_gap/* GAP_NAME */.F : evidence_files/* EVIDENCE_NAME */.wm} ${json.trouble}`;
        const evidence = schema/* Evidence */.of.safeParse(json.value);
        const gap = evidence_gap/* Gap */.X.safeParse(json.value);
        if (!evidence.success && !gap.success)
            return "the evidence does not follow its schema";
        return {
            ...signed,
            evidence: evidence.success ? evidence.data : null,
            gap: gap.success ? gap.data : null,
            contentSha256: (0,canonical/* sha256 */.sc)(bytes),
            reached: signed.statement.predicate.assurance,
            signedAt: null,
        };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return error.message;
    }
}
const Bundle = schemas/* looseObject */._H3({
    dsseEnvelope: schemas/* looseObject */._H3({ payload: schemas/* base64 */.K39() }),
    verificationMaterial: schemas/* looseObject */._H3({ publicKey: schemas/* looseObject */._H3({ hint: schemas/* string */.YjP() }).optional() }),
});
function signedIn(bytes) {
    if (bytes === undefined)
        return `${evidence_files/* BUNDLE_NAME */.ft} is missing`;
    const json = (0,evidence_json/* readJson */.V)(bytes);
    if ("trouble" in json)
        return `${evidence_files/* BUNDLE_NAME */.ft} ${json.trouble}`;
    const bundle = Bundle.safeParse(json.value);
    if (!bundle.success)
        return `${evidence_files/* BUNDLE_NAME */.ft} is no bundle of ours`;
    const payload = Buffer.from(bundle.data.dsseEnvelope.payload, "base64");
    const said = (0,evidence_json/* readJson */.V)(payload);
    const statement = attest_statement/* ChainStatement */.Zx.safeParse("trouble" in said ? null : said.value);
    if (!statement.success)
        return "the statement does not follow its schema";
    const hint = bundle.data.verificationMaterial.publicKey?.hint;
    return {
        statement: statement.data,
        statementSha256: (0,canonical/* sha256 */.sc)(payload),
        signedBy: hint === undefined ? "a certificate" : Buffer.from(hint, "base64").toString("hex"),
    };
}

// EXTERNAL MODULE: ./lib/verify/period.js + 2 modules
var verify_period = __webpack_require__(52377);
;// CONCATENATED MODULE: ./lib/commands/report-period.js








/** What the report on the only stream there is tells. */
async function periodReported(streams, { trust, asked, witness, now, folder }) {
    const [stream, ...more] = streams;
    if (stream === undefined || more.length > 0) {
        throw new failure/* Failure */.HR("input", `${folder} holds ${streams.length} streams, and a report is of one`, {
            hint: `name one of ${streams.map((each) => external_node_path_.join(folder, each.folder)).join(", ")}`,
        });
    }
    if (stream.sample !== null) {
        throw new failure/* Failure */.HR("input", `${folder} is a sample, which holds the report on its period`, {
            hint: "open report.html there; to check the sample: datadog-evidence verify",
        });
    }
    const runs = [];
    const reported = reporting();
    const seen = (place, run) => void runs.push(reported(place, run));
    const verdict = trust === null
        ? await claimedVerdict(stream, { asked, now, seen })
        : (await (0,verify_period/* verifyPeriod */.f)([stream], { trust, asked, witness, now, seen })).streams[0];
    if (verdict === undefined)
        throw new Error("a stream was verified and has no verdict");
    const { period } = verdict;
    const span = period === null ? null : { from: Date.parse(period.from), to: Date.parse(period.to) };
    return {
        verdict,
        isVerified: trust !== null,
        runs: runs
            .filter(({ collectedAt }) => (0,period_range/* touches */.yI)(span, { from: collectedAt, to: collectedAt }))
            .toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)),
        folder,
        madeAt: (0,run_summary/* iso */.KH)(now.getTime()),
        version: identity/* VERSION */.xv,
    };
}

// EXTERNAL MODULE: ./lib/commands/trust.js + 1 modules
var commands_trust = __webpack_require__(81643);
// EXTERNAL MODULE: ./lib/verify/period-verdict.js
var period_verdict = __webpack_require__(20884);
;// CONCATENATED MODULE: ./lib/report/period-page.js





const period_page_INDENT = 12;
/** A page is for reading; all of it is in the JSON. */
const period_page_MOST = 10;
/** The verdict on a period as one page for a terminal. */
function periodPage({ streams, remarks }) {
    const pages = streams.map((stream) => streamPage(stream).join("\n"));
    const rest = section("Remarks", remarks);
    return `${[...pages, ...(rest.length > 0 ? [rest.join("\n").trimStart()] : [])].join("\n\n")}\n`;
}
function streamPage(stream) {
    const { problems, unchecked, outside, remarks, notProven: open } = stream;
    return [
        ...columns_wrapped((0,report_text/* logLine */.BP)(conclusion(stream)), columns_WIDTH),
        "",
        ...facts(stream).flatMap(([label, text]) => labelled(label, (0,report_text/* logLine */.BP)(text), period_page_INDENT)),
        ...calendar(stream.slotList),
        ...section("Wrong, the first first", problems.map(problemInWords)),
        ...section("Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)),
        ...section("Slots that are not plainly met", exceptions(stream)),
        ...section("Signed late, so until then nothing protected what they hold", signedLateInWords(stream)),
        ...section("Changes to look at", changesInWords(stream)),
        ...section("Wrong outside the period, which decides nothing here", outside.map(problemInWords)),
        ...section("Not proven", open),
        ...section("Remarks", remarks),
    ];
}
function section(title, entries) {
    if (entries.length === 0)
        return [];
    const more = entries.length - period_page_MOST;
    const shown = [...entries.slice(0, period_page_MOST), ...(more > 0 ? [`and ${more} more; --json names them all`] : [])];
    return ["", title, ...shown.flatMap((entry) => labelled("  -", (0,report_text/* logLine */.BP)(entry), 4))];
}
function conclusion({ exitCode, stream, period, problems, sample }) {
    const part = sample === null ? "" : `, a sample of ${sample.runs} of ${sample.of} runs`;
    const what = `stream ${stream}${period === null ? "" : `, ${span(period)}`}${part}`;
    if (exitCode === 0)
        return `Genuine and complete: ${what}.`;
    if (exitCode === 3)
        return `Genuine, but not complete: ${what}.`;
    if (exitCode === 2)
        return `Not checked in full: ${what}.`;
    return `Not genuine: ${what}. First bad run: ${problems[0]?.run}.`;
}
function facts(stream) {
    const { runs, slots, cadences, timed, last } = stream;
    const every = cadences.map(({ value }) => value).join(", then ") || "no cadence known";
    return [
        ["runs", `${runs.genuine} genuine: ${nonZero(runs, ["complete", "partial", "failed", "declarations"])}`],
        ["slots", `${slots.due} due (${every}): ${nonZero(slots, period_verdict/* SLOT_STATES */.aQ)}`],
        ["chain", chainInWords(stream)],
        ...(last === null ? [] : [["head", `statement ${last.statement}`]]),
        ...itemFacts(stream),
        ["signals", uncoveredInWords(stream)],
        ["signed", sinceInWords(stream.signers)],
        ["time", timed === 0 ? "no trusted timestamp" : `${timed} of ${runs.genuine} with a trusted timestamp`],
        ["witness", witnessInWords(stream)],
        ...(stream.sample === null ? [] : [["sample", stream.sample.chosen]]),
        ["collector", sinceInWords(stream.collectors)],
        ["mapping", sinceInWords(stream.mappings)],
        ["rules", sinceInWords(stream.rules)],
    ];
}
/** The counts that are not zero, under their names. */
function nonZero(counts, names) {
    const shown = names.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
    return shown.join(", ") || "none";
}
function chainInWords({ chain, problems }) {
    const { from, to, notChained, restarts } = chain;
    const loose = notChained === 0 ? [] : [`${notChained} not chained`];
    if (from === null || to === null)
        return loose.join("") || "no run";
    const isBroken = problems.some(({ code }) => BREAKS.has(code));
    const how = isBroken ? "broken" : restarts.length > 0 ? "begun anew" : "unbroken";
    const anew = restarts.map(({ run, reason }) => `begun anew by ${run}: ${reason.message}`);
    return [`numbers ${from} to ${to}, ${how}`, ...loose, ...anew].join("; ");
}
const BREAKS = new Set([
    "broken-link",
    "fork",
    "missing-run",
    "restart",
    "order",
]);
function itemFacts({ items }) {
    return Object.entries(run_words/* ITEM_NAMES */.fH).flatMap(([id, name]) => {
        const found = Object.entries(items).find(([each]) => each === id);
        if (found === undefined)
            return [];
        return [["", `${name}: ${nonZero(found[1], ["complete", "partial", "skipped", "failed"])}`]];
    });
}
function uncoveredInWords({ uncovered, items, last, sample }) {
    if (items["security-signals"] === undefined)
        return "were not collected";
    if (sample !== null)
        return "of most runs the window is not here, as this is a sample";
    if (uncovered.length === 0)
        return "every moment of the period was looked at";
    const shown = uncovered.slice(0, 3).map((window) => {
        const isEnd = last !== null && window.to > last.collectedAt;
        return isEnd ? `after ${window.from}` : `from ${window.from} to ${window.to}`;
    });
    const more = uncovered.length > 3 ? [`and ${uncovered.length - 3} more`] : [];
    return `not looked at ${[...shown, ...more].join("; ")}`;
}
function witnessInWords({ witness, runs }) {
    if (witness === null)
        return "none given";
    return `copies of ${witness.runs} of ${runs.genuine} runs, of which ${witness.same} hold the same evidence`;
}
function sinceInWords(list) {
    if (list.length === 0)
        return "not known";
    const [only, ...more] = list;
    if (only !== undefined && more.length === 0)
        return shortened(only.value);
    const shown = list.slice(0, 3).map(({ value, from }) => `${shortened(value)} from ${from}`);
    return [...shown, ...(list.length > 3 ? [`and ${list.length - 3} changes more`] : [])].join("; ");
}
/** Enough of a digest to tell two apart; the JSON holds all of it. */
function shortened(text) {
    return text.replaceAll(/([0-9a-f]{16})[0-9a-f]{48}/g, "$1…");
}
function signedLateInWords({ signedLate }) {
    return signedLate.map(({ run, signedAt }) => `${run}: signed ${signedAt ?? "at a time that nothing proves"}`);
}
function exceptions({ slotList }) {
    return slotList
        .filter(({ state }) => state !== "met")
        .map(({ from, to, state, detail }) => `${span({ from, to })} ${state}: ${detail}`);
}
function changesInWords({ changes }) {
    return changes.map(({ item, what, count, collectedAt }) => {
        return `${collectedAt} ${run_words/* ITEM_NAMES */.fH[item]}: ${count === null ? "" : `${count} `}${what.replace("-", " ")}`;
    });
}
function problemInWords({ run, detail }) {
    return `${run} ${detail}`;
}
/** Whole days by their dates, as people name them: the last one is included. */
function span({ from, to }) {
    if (!from.endsWith("T00:00:00Z") || !to.endsWith("T00:00:00Z"))
        return `${from} to ${to}`;
    const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
    const first = from.slice(0, 10);
    return first === last ? first : `${first} to ${last}`;
}

;// CONCATENATED MODULE: ./lib/commands/verify-period.js






/** The flags of `verify` that need more than one run. */
const PERIOD_OPTIONS = {
    from: { type: "string" },
    to: { type: "string" },
    witness: { type: "string" },
};
const PERIOD_FLAGS = [
    ["--from DAY", "of a stream: from this day or instant in UTC on"],
    ["--to DAY", "of a stream: up to this day, which is included, or instant"],
    ["--witness DIR", "of a stream: compare with the copies of runs in DIR"],
];
/** The flags of `verify` by which an auditor says how a sample was to be chosen. */
const SAMPLE_OPTIONS = {
    dates: { type: "string" },
    nonce: { type: "string" },
};
const SAMPLE_FLAGS = [
    ["--dates DAYS", "of a sample: the days that you named, separated by commas"],
    ["--nonce TEXT", "of a sample: the nonce that you named; without either, exit 3 at best"],
];
/** What the auditor named; null where the flags say nothing. Throws where there is no sample to name it of. */
function namedIn(given, streams) {
    const [dates, nonce] = [(0,command/* flag */.Jt)(given, "dates"), (0,command/* flag */.Jt)(given, "nonce")];
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
/** Throws when a single run was given what needs several. */
function refusePeriodFlags(given) {
    const names = Object.keys({ ...PERIOD_OPTIONS, ...SAMPLE_OPTIONS }).filter((name) => (0,command/* flag */.Jt)(given, name) !== undefined);
    if (names.length === 0)
        return;
    throw new failure/* Failure */.HR("input", `${names.join(", ")}: a run folder has no period and no witness`, {
        hint: "name the stream or the repository that the run lies in",
    });
}
/** Verifies streams over a period, prints the page or the JSON, and answers the exit code. */
async function verifyStreams({ streams, skipped }, { path, given, trust, print, }) {
    const now = new Date();
    const asked = (0,period_range/* askedPeriod */.up)({ from: (0,command/* flag */.Jt)(given, "from"), to: (0,command/* flag */.Jt)(given, "to") }, now);
    const folder = (0,command/* flag */.Jt)(given, "witness");
    if (folder !== undefined)
        await (0,verify_witness/* refuseOwnCopy */.EY)(folder, path);
    const witness = folder === undefined ? null : await (0,verify_witness/* readWitness */.oP)(folder, trust);
    const named = namedIn(given, streams);
    const isWhole = streams.every((stream) => stream.folder !== ".");
    const verdict = await (0,verify_period/* verifyPeriod */.f)(streams, { trust, asked, witness, now, named, isWhole, skipped });
    print(given.flags["json"] === true ? asJson(verdict) : periodPage(verdict));
    return verdict.exitCode;
}
function asJson({ exitCode, ...rest }) {
    const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" };
    return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/commands/report.js
























const FORMATS = ["html", "md", "csv"];
/** A period in each format. */
const PERIOD_FORMATS = {
    html: periodReport,
    md: periodMarkdown,
    csv: slotsCsv,
};
const report = {
    summary: "show a run or a period as a page, or as a table",
    synopsis: "FOLDER [--format FORMAT] [flags]",
    flags: [
        ["--format FORMAT", "html (default), md or csv"],
        ["--item ID", `with csv: the records of ${schema/* ITEM_IDS */.FT.join(", ")}; without it, the counts of the run`],
        ["--out FILE", "write to FILE, which must not exist, instead of printing"],
        ...PERIOD_FLAGS,
        ...commands_trust/* TRUST_FLAGS */.LP.map(([name, meaning]) => [name, `of a stream: ${meaning}`]),
    ],
    notes: [
        "FOLDER is the folder of a run, or a stream, or a repository with one stream. The report of a run shows what it says; whether that is genuine is what verify answers. The report of a stream is verified where --key or another flag says whom to trust; without one it says in large letters that it was not.",
        "The page holds no script and asks nothing of the network. CSV is UTF-8 with a byte order mark; where a spreadsheet would take text for a formula, an apostrophe stands before it.",
    ].join("\n\n"),
    examples: [
        ["one run, to read, print or send", "datadog-evidence report RUN_FOLDER > report.html"],
        ["its monitors as a table", "datadog-evidence report RUN_FOLDER --format csv --item compliance-monitors"],
        ["a period for an auditor", "datadog-evidence report STREAM --from 2026-04-01 --to 2026-09-30 --key KEY"],
    ],
    options: {
        format: { type: "string" },
        item: { type: "string" },
        out: { type: "string" },
        ...PERIOD_OPTIONS,
        ...commands_trust/* TRUST_OPTIONS */.Qb,
    },
    async run(given, { print }) {
        (0,heap/* keepHeapSmall */.p)();
        const asked = askedOf(given);
        const folder = (0,command/* oneFolder */.NF)(given, "report");
        const found = await (0,stream_folders/* lyingAt */.pn)(folder);
        const text = found.kind === "run"
            ? await runText(given, { folder, asked })
            : await periodText(found.streams, { given, folder, asked });
        if (asked.out === undefined)
            print(text);
        else
            await written(asked.out, text);
        return 0;
    },
};
/** What the flags ask for; all that is wrong with them at once. */
function askedOf(given) {
    const said = { format: (0,command/* flag */.Jt)(given, "format") ?? "html", item: (0,command/* flag */.Jt)(given, "item") };
    const format = FORMATS.find((known) => known === said.format);
    const item = schema/* ITEM_IDS */.FT.find((known) => known === said.item);
    const problems = [
        ...(format === undefined ? [`--format is one of ${FORMATS.join(", ")}`] : []),
        ...(said.item !== undefined && item === undefined ? [`--item is one of ${schema/* ITEM_IDS */.FT.join(", ")}`] : []),
        ...(said.item !== undefined && format !== "csv" ? ["--item belongs to --format csv"] : []),
    ];
    if (format !== undefined && problems.length === 0)
        return { format, item, out: (0,command/* flag */.Jt)(given, "out") };
    throw new failure/* Failure */.HR("input", `report: ${problems.join("; ")}`, {
        hint: "see: datadog-evidence report --help",
    });
}
async function runText(given, { folder, asked }) {
    refusePeriodFlags(given);
    return textOf(await (0,verify_run_folder/* readRunFolder */.M)(folder), asked);
}
async function periodText(streams, { given, folder, asked }) {
    if (asked.item !== undefined) {
        throw new failure/* Failure */.HR("input", "the records of one item are those of a run, and this is a stream", {
            hint: "name a run folder, or leave --item out",
        });
    }
    const now = new Date();
    const trust = Object.keys(commands_trust/* TRUST_OPTIONS */.Qb).some((name) => given.flags[name] !== undefined)
        ? await (0,commands_trust/* trustIn */.Us)(given)
        : null;
    const copies = (0,command/* flag */.Jt)(given, "witness");
    if (copies !== undefined && trust === null) {
        throw new failure/* Failure */.HR("input", "witness: copies are only compared where a key says what to trust", {
            hint: "name the public key of the people who signed: --key signing-key.pub.pem",
        });
    }
    if (copies !== undefined)
        await (0,verify_witness/* refuseOwnCopy */.EY)(copies, folder);
    const reported = await periodReported(streams, {
        trust,
        asked: (0,period_range/* askedPeriod */.up)({ from: (0,command/* flag */.Jt)(given, "from"), to: (0,command/* flag */.Jt)(given, "to") }, now),
        witness: copies === undefined || trust === null ? null : await (0,verify_witness/* readWitness */.oP)(copies, trust),
        now,
        folder,
    });
    return PERIOD_FORMATS[asked.format](reported);
}
async function textOf(folder, { format, item }) {
    if (item !== undefined)
        return recordsCsv(listable(folder, item));
    const evidence = evidenceOf(folder);
    const claimed = await (0,signature/* claimedPayload */.e)(folder.files.get(evidence_files/* BUNDLE_NAME */.ft));
    const parsed = attest_statement/* Statement */.WZ.safeParse(claimed?.statement);
    const statement = parsed.success ? parsed.data : null;
    if (format === "csv") {
        const bytes = folder.files.get(evidence_files/* EVIDENCE_NAME */.wm) ?? Buffer.alloc(0);
        const sequence = statement?.predicate.sequence ?? null;
        return runsCsv([{ evidence, evidenceSha256: (0,canonical/* sha256 */.sc)(bytes), sequence }]);
    }
    const files = [...folder.files]
        .flatMap(([name, bytes]) => (name === evidence_files/* BUNDLE_NAME */.ft ? [] : [(0,file/* fileOf */.W7)(name, bytes)]))
        .toSorted((a, b) => Number(b.name === evidence_files/* EVIDENCE_NAME */.wm) - Number(a.name === evidence_files/* EVIDENCE_NAME */.wm));
    const run = { evidence, files, statement, signedBy: claimed?.keyFingerprint ?? null };
    return format === "html" ? (0,of_run/* reportOfRun */.Z)(run) : (0,of_run/* markdownOfRun */.K)(run);
}
/** The item with its records. Throws where an empty table would read as none there being any. */
function listable(folder, id) {
    const item = wholeEvidenceOf(folder).items.find((each) => each.id === id);
    if (item === undefined) {
        throw new failure/* Failure */.HR("input", `the run did not collect ${run_words/* ITEM_NAMES */.fH[id]}`, { hint: "name another --item" });
    }
    const { status, reason } = item.collection;
    if (status === "complete" || item.records.length > 0)
        return item;
    throw new failure/* Failure */.HR("input", `the ${run_words/* ITEM_NAMES */.fH[id]} are ${status} and have no records, so an empty table would say what nobody knows`, { hint: reason === null ? undefined : [reason.message, reason.hint].filter(Boolean).join("; ") });
}
async function written(file, text) {
    try {
        await (0,promises_.writeFile)(file, text, { flag: "wx" });
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        if (code === "EEXIST") {
            throw new failure/* Failure */.HR("input", `${file} exists already`, { hint: "name another file, or remove it" });
        }
        throw new failure/* Failure */.HR("input", `${file} cannot be written (${code})`, { cause: error });
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/verify/sample.js
var sample = __webpack_require__(6467);
;// CONCATENATED MODULE: ./lib/commands/sample.js
















const sample_sample = {
    summary: "make a folder with the runs that an auditor chose",
    synopsis: "STREAM --out DIR (--dates DAYS | --count N --nonce TEXT) --key PEM",
    flags: [
        ["--out DIR", "write the sample to DIR, which must be empty or not exist"],
        ["--dates DAYS", "the days that the auditor named, separated by commas"],
        ["--count N", "so many runs, chosen by lot"],
        ["--nonce TEXT", "with --count: a text that the auditor names, so that nobody can aim"],
        ["--from DAY", "the period: from this day or instant in UTC on"],
        ["--to DAY", "the period: up to this day, which is included, or instant"],
        ...commands_trust/* TRUST_FLAGS */.LP,
    ],
    notes: [
        "The sample holds the signed statement of every run of the period, the evidence of the chosen runs, sample.json, report.html and VERIFY.md. The period is verified first; what is not genuine makes no sample.",
        "The lot is drawn by sha256: seed = sha256 of the last statement, a newline and the nonce; the runs whose sha256 of seed, newline and statement is least are chosen. verify draws it again.",
    ].join("\n\n"),
    examples: [
        ["25 runs of half a year", "datadog-evidence sample prod --count 25 --nonce 4711 --out sample --key KEY"],
    ],
    options: {
        out: { type: "string" },
        dates: { type: "string" },
        count: { type: "string" },
        nonce: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        ...commands_trust/* TRUST_OPTIONS */.Qb,
    },
    async run(given, { print }) {
        const folder = (0,command/* oneFolder */.NF)(given, "sample");
        const { out, wish } = sample_askedOf(given);
        const trust = await (0,commands_trust/* trustIn */.Us)(given);
        const now = new Date();
        const asked = (0,period_range/* askedPeriod */.up)({ from: (0,command/* flag */.Jt)(given, "from"), to: (0,command/* flag */.Jt)(given, "to") }, now);
        const found = await (0,stream_folders/* lyingAt */.pn)(folder);
        if (found.kind === "run")
            throw new failure/* Failure */.HR("input", `${folder} is one run, so there is nothing to choose`);
        await ensureEmpty(out);
        const { streams } = found;
        const reported = await periodReported(streams, { trust, asked, witness: null, now, folder });
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
    const out = (0,command/* flag */.Jt)(given, "out");
    const dates = (0,command/* flag */.Jt)(given, "dates")
        ?.split(",")
        .map((date) => date.trim());
    const nonce = (0,command/* flag */.Jt)(given, "nonce");
    const count = (0,command/* flag */.Jt)(given, "count");
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
        : { ...wish, seed: (0,sample/* seedOf */.n3)(head, wish.nonce) };
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
        runs: (0,sample/* chosen */.FV)(choosable, { head, chosenBy })
            .map(({ place, statement, contentSha256 }) => ({ run: place, statement, evidence: contentSha256 }))
            .toSorted((a, b) => (a.run < b.run ? -1 : 1)),
        without: chosenBy.kind === "dates" ? [...(0,sample/* datesWithout */.i7)(choosable, chosenBy.dates)] : [],
    };
}
async function sample_written(out, { stream, reported, drawn, }) {
    const places = new Set(drawn.runs.map(({ run }) => run));
    for (const run of reported.runs) {
        const { files } = await (0,verify_run_folder/* readRunFolder */.M)(external_node_path_.join(stream.path, run.place));
        const kept = [...files].filter(([name]) => isKept(run, name, places));
        await (0,run_folder/* writeRunFolder */.Rq)(external_node_path_.join(out, stream.name, run.place), kept.map(([name, bytes]) => (0,file/* fileOf */.W7)(name, bytes)));
    }
    await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(out, sample/* SAMPLE_NAME */.pl), `${JSON.stringify(drawn, null, 2)}\n`);
    await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(out, "report.html"), periodReport(reported));
    await (0,run_folder/* writeOnce */.Fq)(external_node_path_.join(out, "VERIFY.md"), (0,report_guide/* verifyGuide */.k)());
}
/** All of a chosen run and of a declared gap; of any other only what was signed about it. */
function isKept({ place, outcome }, name, chosenPlaces) {
    if (name === evidence_files/* BUNDLE_NAME */.ft)
        return true;
    return SIGNED.test(name) && (outcome === null || chosenPlaces.has(place));
}
async function ensureEmpty(folder) {
    const entries = await (0,promises_.readdir)(folder).catch((error) => {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return [];
        throw new failure/* Failure */.HR("input", `out: ${folder} is no folder that can be written`, { cause: error });
    });
    if (entries.length > 0) {
        throw new failure/* Failure */.HR("input", `out: ${folder} is not empty`, {
            hint: "name a folder that does not exist yet",
        });
    }
}

;// CONCATENATED MODULE: ./lib/verify/exit-code.js

/** Exit code of `verify` for one run. */
function exitCodeOf({ isUnchecked, run }) {
    if (isUnchecked)
        return 2;
    if (run === null)
        return 1;
    return run.evidence?.outcome === "complete" && !isSignedLate(run) ? 0 : 3;
}
/** Whether the run says that it was signed long after it was collected, which whoever stole the key could say too. */
function isSignedLate({ statement }) {
    return statement.predicate.assurance.reason?.code === attest_statement/* SIGNED_LATE */.Gb;
}

// EXTERNAL MODULE: ./lib/verify/verify-run.js + 11 modules
var verify_run = __webpack_require__(39524);
;// CONCATENATED MODULE: ./lib/commands/verify.js









const verify = {
    summary: "check a run, a stream or a repository, offline",
    synopsis: "FOLDER (--key … | --keys … | --issuer …) [flags]",
    flags: [...commands_trust/* TRUST_FLAGS */.LP, ...PERIOD_FLAGS, ...SAMPLE_FLAGS, ["--json", "print the verdict as JSON"]],
    notes: [
        commands_trust/* TRUST_NOTES */.vs,
        "Exit 0: genuine and complete. 1: not genuine, or a run of the stream is missing.",
        "2: could not check. 3: genuine, but a run is not complete or was signed",
        "late, or a slot is without one.",
    ].join("\n"),
    options: { ...commands_trust/* TRUST_OPTIONS */.Qb, ...PERIOD_OPTIONS, ...SAMPLE_OPTIONS, json: { type: "boolean" } },
    async run(given, { print, log }) {
        (0,heap/* keepHeapSmall */.p)();
        const path = (0,command/* oneFolder */.NF)(given, "verify");
        const trust = await (0,commands_trust/* trustIn */.Us)(given);
        const found = await (0,stream_folders/* lyingAt */.pn)(path);
        if (found.kind === "streams")
            return verifyStreams(found, { path, given, trust, print });
        refusePeriodFlags(given);
        const verdict = await (0,verify_run/* verifyRun */.$)(await (0,verify_run_folder/* readRunFolder */.M)(path), trust);
        const code = exitCodeOf(verdict);
        print(given.flags["json"] === true ? verify_asJson(verdict, code) : asText(verdict));
        for (const remark of verdict.remarks)
            log.info((0,report_text/* logLine */.BP)(`remark: ${remark}`));
        return code;
    },
};
function asText(verdict) {
    const lines = verdict.findings.map(({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(11)} ${(0,report_text/* logLine */.BP)(detail)}`);
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
    if (isSignedLate(run)) {
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
        signedLate: run === null ? null : isSignedLate(run),
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
/** How long a kiosk stays without multi-factor authentication until it is resolved, and another one is found. */
const KIOSK_MS = 14 * 86_400_000;
const each = (resources, rule, more = {}) => resources.map((resource) => ({ rule, resource, ...more }));
const failing = [
    ...each(["northwind-root"], "rootKey"),
    ...each(["nwf-marketing-assets", "nwf-driver-photos"], "publicBucket"),
    ...each(["nwf-public-downloads"], "publicBucket", { status: "muted", mute: { reason: "RISK_ACCEPTED" } }),
    ...each(["orders-replica", "reporting"], "openDatabase"),
    ...each(["bi.contractor", "legacy.deploy", "night.shift"], "mfa"),
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
    ...each(["former.employee"], "mfa", { status: "resolved" }),
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
function postures(now) {
    const nth = Math.floor(now.getTime() / KIOSK_MS);
    const kiosk = (number) => ({
        rule: "mfa",
        resource: `depot.kiosk-${number}`,
        since: number * KIOSK_MS,
    });
    return [...failing, kiosk(nth), ...others, { ...kiosk(nth - 1), status: "resolved" }];
}

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



const findings_DAY_MS = 86_400_000;
/** Returns the findings of Northwind Freight. */
function findings(now) {
    return postures(now).map((posture) => finding(posture, now));
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
    const changed = posture.since ?? Date.UTC(2025, 0, 1) + whole(`${id} changed`, 300 * 24) * 3_600_000;
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
                    first_seen_at: posture.since ?? changed - 30 * findings_DAY_MS,
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
        muted_at: changed + findings_DAY_MS,
        muted_by: "mei.castellanos@northwind-freight.example",
        ...(days === undefined ? {} : { expire_at: renewed(now, days * findings_DAY_MS) }),
    };
    return { mute, ...closed };
}
/** The end of what is renewed each time before it ends. */
function renewed(now, length) {
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
    tagged({
        ...metric("Backup of the order database is late", "max(last_1d):max:backup.age{db:orders} > 93600"),
        otherQuery: "max(last_1d):max:backup.age{db:orders} > 90000",
    }),
    tagged(metric("TLS certificate of the customer portal", "min(last_5m):min:tls.days_left{env:prod} < 10", "Warn")),
    tagged(log("Privileged login outside office hours", "source:okta @usr.role:admin")),
    tagged({ ...log("Log archive was not written", "source:datadog.archives status:error"), alertsIn: "even" }),
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
    tagged({ ...log("Failed administrator logins", "source:okta @evt.outcome:failure"), alertsIn: "odd" }),
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
 * which at any time 9 are OK, 1 Alert, 1 Warn and 3 without a verdict; 2 are muted. Those
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
/** How long a monitor alerts before another one does. */
const SEASON_MS = 10 * monitors_DAY_MS;
/** How long a definition lasts before somebody changes it. */
const PERIOD_MS = 28 * monitors_DAY_MS;
/** Returns the monitors of Northwind Freight, ascending by id. */
function monitors(now) {
    return ROSTER.map((draft, index) => monitor(seasoned(draft, now), { index, now }));
}
/** The draft as it is at that moment. */
function seasoned(draft, now) {
    const season = Math.floor(now.getTime() / SEASON_MS) % 2 === 0 ? "even" : "odd";
    const isChanged = Math.floor(now.getTime() / PERIOD_MS) % 2 === 1;
    return {
        ...draft,
        ...(draft.alertsIn === season ? { state: "Alert" } : {}),
        ...(draft.otherQuery !== undefined && isChanged ? { query: draft.otherQuery } : {}),
    };
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
    const modified = new Date(draft.otherQuery === undefined
        ? created.getTime() + whole(`${label} modified`, 200) * monitors_DAY_MS
        : lastBegin(now, PERIOD_MS));
    const changed = new Date(draft.alertsIn === undefined
        ? modified.getTime() + whole(`${label} changed`, 100 * 24) * 3_600_000
        : lastBegin(now, SEASON_MS));
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
/** When the season or period that holds the moment began. */
function lastBegin(now, length) {
    return Math.floor(now.getTime() / length) * length;
}
/** Without an entry in `silenced`, so that whoever reads only one of the two places misses a mute. */
function downtime(monitorId, now) {
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


const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const SLOW_MS = 30 * HOUR_MS;
/** Four weeks, less the time by which the slow one comes early. */
const SLOW_CYCLE_MS = 4 * WEEK_MS - SLOW_MS;
/** 22 November 2026, a Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22, 6, 17);
const critical = [
    { hours: 5, rule: "rootLogin", archived: "true_positive_benign" },
    { hours: 29, rule: "stuffing", archived: "true_positive_malicious" },
    { hours: 61, rule: "miner", archived: "true_positive_malicious" },
    { hours: 102, rule: "rootLogin", archived: "testing_or_maintenance" },
    { hours: 150, rule: "rootLogin", archived: "remediated" },
];
const high = [
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
function incidents(now) {
    return [
        ...triaged(critical, now, { open: 1, underReview: 1 }),
        ...triaged(high, now, { open: 6, underReview: 4 }),
        ...background(now),
    ];
}
function triaged(habits, now, { open, underReview }) {
    const known = habits
        .flatMap((habit) => occurrences(habit, now.getTime()))
        .filter((each) => each.known <= now.getTime() && each.at > now.getTime() - 240 * HOUR_MS)
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
function occurrences(habit, now) {
    const name = `signal ${habit.rule} ${habit.hours}`;
    const first = SUNDAY - habit.hours * HOUR_MS - whole(name, 900_000);
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
function background(now) {
    const step = 8 * HOUR_MS;
    const last = Math.floor((now.getTime() - 3 * HOUR_MS) / step);
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

;// CONCATENATED MODULE: ./lib/demo/signals.js




const signals_HOUR_MS = 3_600_000;
const RULE_TYPES = {
    log_detection: "Log Detection",
    workload_security: "Workload Security",
    application_security: "Application Security",
};
/** Returns the signals of the ten days before now. */
function signals(now) {
    return incidents(now).map(signal);
}
/**
 * Returns many critical and high signals spread evenly over the six days before
 * now, the first of them the oldest; every third is archived.
 */
function manySignals(count, now) {
    const step = (6 * 24 * signals_HOUR_MS) / count;
    return Array.from({ length: count }, (_, index) => signal({
        rule: index % 5 === 0 ? "rootLogin" : "travel",
        triage: index % 3 === 0 ? "archived:remediated" : "open",
        at: new Date(Math.floor(now.getTime() - (count - index) * step)),
        label: `bulk signal ${index}`,
        title: null,
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
                samples: [signals_sample(rule, { at, host, label, user: person.handle })],
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
function signals_sample(rule, event) {
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

const access_HTML = "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";
/** Returns Datadog's refusal, or null when the keys open the endpoint. */
function refusal(headers, { keys, permission }, organisation) {
    const apiKey = headers["dd-api-key"] ?? "";
    const appKey = headers["dd-application-key"] ?? "";
    if (apiKey === "")
        return errors(403, "API key required");
    // The proxy in front rejects what cannot be a key, before Datadog sees it.
    if (!/^[0-9a-f]+$/i.test(apiKey))
        return { status: 403, contentType: "text/html", body: access_HTML };
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
const list_monitors_MOST = 1000;
/** Answers `GET /api/v1/monitor`. */
function listMonitors({ query, organisation, searchMatchesPrefixes }) {
    const groupStates = query.get("group_states")?.split(",") ?? [];
    if (groupStates.some((state) => !GROUP_STATES.has(state.trim()))) {
        return errors(400, "Invalid group_state filters.");
    }
    const size = number(query, "page_size", 100);
    const page = number(query, "page", 0);
    const offset = number(query, "id_offset", 0);
    if (size === null || size < 1 || size > list_monitors_MOST || page === null || offset === null) {
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
 * `@a.b:(x OR y)`, `@a.b:<7`, a leading `-` or NOT, AND, OR, parentheses, quotes, `*`
 * and `?` in unquoted values; side by side means AND. Returns null for anything else.
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
        const bound = reader.take(/<-?\d+(?=[\s)]|$)/y);
        if (bound !== null)
            return (fields) => fields(field).some((candidate) => Number(candidate) < Number(bound.slice(1)));
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
            items.map((item) => ({ item, place: placeOf(item) })).toSorted((a, b) => paging_compare(a.place, b.place));
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
    return descending ? paging_compare(place, after) < 0 : paging_compare(place, after) > 0;
}
function paging_compare(a, b) {
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







const month_DAY_MS = 86_400_000;
const DAYS = 30;
/** Nobody collected on this day. */
const MISSING = 12;
/** The application key had lost a permission on this day, so that one item failed. */
const PARTIAL = 19;
/** Somebody started a run by hand on this day, which was faster than the scheduled one. */
const RACE = 24;
/** Early enough for its slot, and at no round minute. */
const TIME_OF_DAY_MS = (5 * 60 + 17) * 60_000;
/** Thirty days of runs up to the last that is due, each committed under its date. Answers with the last. */
async function month(now, scene) {
    const today = Math.floor((now.getTime() - TIME_OF_DAY_MS) / month_DAY_MS) * month_DAY_MS + TIME_OF_DAY_MS;
    let clock = () => now;
    const branch = new LocalBranch({ folder: scene.repository, path: ".", now: () => clock() });
    let last = null;
    for (let index = 1; index <= DAYS; index += 1) {
        if (index === MISSING)
            continue;
        const at = new Date(today - (DAYS - index) * month_DAY_MS);
        const northwind = organisation(at);
        clock = clockFrom(at);
        const day = {
            branch,
            now: clock,
            organisation: index === PARTIAL ? withoutMonitors(northwind) : northwind,
        };
        last = await month_dayOf(day, index === DAYS ? scene : { ...scene, log: SILENT }, index === RACE);
    }
    if (last === null)
        throw new Error("the month has no day");
    return last;
}
/** One day's run, and on the day of the race another that lands while it signs. */
async function month_dayOf(day, scene, isRace) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const datadog = month_addDisposableResource(env_1, await startDatadog(day.organisation), true);
        const { branch } = day;
        const byHand = async () => collected(day, { scene, url: datadog.url });
        const repository = isRace ? overtaken(branch, byHand) : branch;
        return await collected({ ...day, branch: repository }, { scene, url: datadog.url });
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
async function collected({ branch, now, organisation: { apiKey, appKey, name } }, { scene, url }) {
    const config = (0,lib_config/* configOf */.W1)({
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
        sealing: await (0,lib_sealing/* sealingOf */.j)(config.chosen, { environment: {}, signal, conceal: () => { }, log }),
        repository: branch,
        to: { out: null, artifact: null, guide: scene.guide, companions: () => [] },
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
function overtaken(branch, other) {
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
const SILENT = { info() { }, warning() { }, debug() { }, group() { } };

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
            (0,command/* refuseWords */.EW)(given, "demo");
            // The bundler takes a path that it can work out itself, and finds, for a file of ours.
            const root = external_node_path_.join(await (0,promises_.realpath)("."), FOLDER);
            const repository = external_node_path_.join(root, REPOSITORY);
            await emptied(root);
            await gitInit(repository);
            const { privatePem, publicPem } = (0,key/* generatedKey */.FQ)(null);
            await (0,promises_.writeFile)(external_node_path_.join(root, KEY_NAME), publicPem);
            const collector = (0,identity/* collectorIdentity */.K3)(dist);
            const spool = demo_addDisposableResource(env_1, new collectors_spool/* Spool */.Q(), false);
            const { published, exit } = await month(new Date(), {
                repository,
                signingKey: privatePem,
                guide: (0,report_guide/* verifyGuide */.k)(),
                collector: async () => collector,
                signal: cancellation(),
                spool,
                log,
            });
            for (const reason of exit.reasons)
                log.warning((0,report_text/* logLine */.BP)(reason));
            if (exit.code !== 0)
                return exit.code;
            const trusted = (0,key/* publicKey */.jE)(publicPem);
            const reported = await reportedMonth(repository, trusted);
            const { exitCode } = reported.verdict;
            print(`${periodPage({ exitCode, streams: [reported.verdict], remarks: [] })}\n`);
            await (0,promises_.writeFile)(external_node_path_.join(root, REPORT_NAME), periodReport(reported));
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
    const found = await (0,stream_folders/* lyingAt */.pn)(repository);
    if (found.kind !== "streams")
        throw new Error("the demo's repository holds no stream");
    const reported = await periodReported(found.streams, {
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

;// CONCATENATED MODULE: ./lib/terminal.js
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

;// CONCATENATED MODULE: ./lib/cli.js



















const COMMANDS = new Map(Object.entries({
    collect: collect,
    demo: demo,
    verify: verify,
    diff: diff,
    report: report,
    sample: sample_sample,
    attest: attest_attest,
    publish: publish,
    "declare-gap": declareGap,
    keygen: keygen,
}));
/** Variables whose values are never repeated. */
const SECRET_VARIABLES = [
    "DD_API_KEY",
    "DD_APP_KEY",
    "SIGNING_KEY",
    "SIGNING_KEY_PASSPHRASE",
    "PSEUDONYM_KEY",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_TOKEN",
];
/** The command line. `dist` is the folder the program lies in. Sets the exit code and throws nothing. */
async function cli(dist, args = process.argv.slice(2)) {
    const secrets = [...(0,lib_secrets/* formsOf */.X)(SECRET_VARIABLES.map((name) => process.env[name]))];
    const conceal = (secret) => void secrets.unshift(...(0,lib_secrets/* formsOf */.X)([secret]));
    const status = new StatusLine(process.stderr);
    const watches = isWatched(process.stderr, process.env);
    const say = (line) => status.print((0,lib_secrets/* concealed */.T)(line, secrets));
    const print = (text) => void process.stdout.write((0,lib_secrets/* concealed */.T)(text, secrets));
    process.stdout.on("error", ignoreClosed);
    process.stderr.on("error", ignoreClosed);
    try {
        const show = watches ? (line) => status.show(line) : null;
        const log = logOf({ say, show }, secrets);
        process.exitCode = await dispatched(args, { dist, print, conceal, log });
        status.show(null);
    }
    catch (error) {
        status.show(null);
        say(`datadog-evidence: ${(0,failure/* explain */.WE)(error)}`);
        process.exitCode = 2;
    }
}
/** Who reads only the beginning, such as head, closes the pipe. */
function ignoreClosed(error) {
    if (error.code !== "EPIPE")
        throw error;
}
async function dispatched([name, ...rest], around) {
    if (name === undefined) {
        throw new failure/* Failure */.HR("input", "no command was given", { hint: "see: datadog-evidence --help" });
    }
    if (name === "help" || name === "--help" || name === "-h") {
        const [about = ""] = rest;
        const command = COMMANDS.get(about);
        around.print(command === undefined ? overview(COMMANDS) : help(about, command));
        return 0;
    }
    if (name === "--version") {
        around.print(`${identity/* VERSION */.xv}\n`);
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
        around.print(help(name, command));
        return 0;
    }
    return command.run(given, { ...around, environment: process.env, cancellation: cancellation/* cancellation */.W });
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
function logOf({ say, show, }, secrets) {
    const safe = (line) => (0,report_text/* logLine */.BP)((0,lib_secrets/* concealed */.T)(line, secrets));
    // Whoever watches reads; whoever does not may want to search whole lines.
    const width = show === null ? Infinity : (process.stderr.columns ?? 80);
    const tell = (line, indent = "") => {
        for (const part of columns_wrapped(line, width - indent.length))
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
