export const id = 1;
export const ids = [1];
export const modules = {

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
