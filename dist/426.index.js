export const id = 426;
export const ids = [426];
export const modules = {

/***/ 85799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ wrapText),
/* harmony export */   aH: () => (/* binding */ wrapLabelled),
/* harmony export */   lR: () => (/* binding */ WIDTH)
/* harmony export */ });
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
function wrapLabelled(label, text, { indent, width = WIDTH }) {
    return wrapText(text, width - indent).map((line, index) => (index === 0 ? label : "").padEnd(indent) + line);
}


/***/ }),

/***/ 74313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkOf),
/* harmony export */   F: () => (/* binding */ exitCodeOf)
/* harmony export */ });
/** The lines that there can be about the subject. */
function checkOf({ id, without, needed = true, permission }) {
    const line = (status) => (found, hint) => ({
        id,
        status,
        needed,
        permission: permission ?? null,
        message: `${found}; without ${without}`,
        hint: hint ?? null,
    });
    return { ok: line("ok"), warning: line("warning"), error: line("error"), unknown: line("unknown") };
}
/** 2 where a run would fail, 3 where it would be incomplete or prove less, 0 where all is ready. */
function exitCodeOf(checks) {
    if (checks.some(({ status }) => status === "error"))
        return 2;
    const isLess = checks.some(({ status, needed }) => status === "warning" || (status === "unknown" && needed));
    return isLess ? 3 : 0;
}


/***/ }),

/***/ 25529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ doctorJson),
/* harmony export */   H: () => (/* binding */ doctorVerdict),
/* harmony export */   Ot: () => (/* binding */ doctorSummary),
/* harmony export */   mH: () => (/* binding */ doctorTable)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _report_job_summary_shorten_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14594);
/* harmony import */ var _report_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);
/* harmony import */ var _report_render_renderer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83952);
/* harmony import */ var _report_render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85600);
/* harmony import */ var _report_render_wrap_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85799);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74313);







const VERDICTS = {
    0: "Ready: a run would be complete.",
    2: "Not ready: a run would fail.",
    3: "Nearly ready: a run would be incomplete or prove less.",
};
/** What the doctor found, as one sentence. */
function doctorVerdict(checks) {
    return VERDICTS[(0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodeOf */ .F)(checks)];
}
/** The lines for a terminal of that width. */
function doctorTable(checks, { width, paint }) {
    const indent = Math.max(...Object.keys(TONES).map((mark) => mark.length)) + 2;
    const lines = checks.flatMap(({ status, id, needed, message, hint }) => [
        `${paint(TONES[status], status)}${" ".repeat(indent - status.length)}${id}${needed ? "" : " (optional)"}`,
        ...[(0,_report_render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__/* .logLine */ .BP)(message), ...(hint === null ? [] : [`hint: ${(0,_report_render_sanitize_js__WEBPACK_IMPORTED_MODULE_4__/* .logLine */ .BP)((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(hint))}`])].flatMap((text) => (0,_report_render_wrap_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapLabelled */ .aH)("", text, { indent, width })),
    ]);
    return `${[...lines, "", doctorVerdict(checks)].join("\n")}\n`;
}
const TONES = {
    ok: "good",
    warning: "doubtful",
    error: "bad",
    unknown: "doubtful",
};
/** The job summary as Markdown. */
function doctorSummary(checks) {
    const rows = checks.map(({ status, id, needed, message, hint }) => [
        status === "ok" ? status : (0,_report_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)(status),
        (0,_report_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(id),
        needed ? "needed" : "optional",
        message,
        (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceCase */ .o3)(hint ?? ""),
    ]);
    const content = (0,_report_render_renderer_js__WEBPACK_IMPORTED_MODULE_2__/* .stackMarkdown */ .EK)([
        (0,_report_render_renderer_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)({ caption: "", columns: ["Status", "Check", "A run", "Found", "What to do"], rows }),
    ]);
    const text = `## ${(0,_report_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownOf */ .RQ)(doctorVerdict(checks))}\n\n${content}\n`;
    return (0,_report_job_summary_shorten_js__WEBPACK_IMPORTED_MODULE_6__/* .shortenSummary */ .Q)(text, "the log of this step");
}
/** The same for programs. */
function doctorJson(checks) {
    return `${JSON.stringify({ exitCode: (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodeOf */ .F)(checks), checks }, null, 2)}\n`;
}


/***/ }),

/***/ 37194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ examineSetup)
});

// EXTERNAL MODULE: ./lib/config/read-config.js
var read_config = __webpack_require__(89359);
// EXTERNAL MODULE: ./lib/datadog/client.js + 5 modules
var client = __webpack_require__(27437);
// EXTERNAL MODULE: ./lib/datadog/sites.js
var sites = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/config/access.js
var access = __webpack_require__(19682);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: ./lib/run/access.js + 1 modules
var run_access = __webpack_require__(88991);
// EXTERNAL MODULE: ./lib/setup/check.js
var setup_check = __webpack_require__(74313);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/collectors/coverage.js
var coverage = __webpack_require__(47676);
// EXTERNAL MODULE: ./lib/datadog/pagination.js
var pagination = __webpack_require__(18840);
// EXTERNAL MODULE: ./lib/datadog/retry.js
var retry = __webpack_require__(8132);
// EXTERNAL MODULE: ./lib/datadog/validate-access.js
var validate_access = __webpack_require__(98745);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/evidence/rules/clock-skew.js
var clock_skew = __webpack_require__(10578);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/setup/permissions.js
var setup_permissions = __webpack_require__(51721);
;// CONCATENATED MODULE: ./lib/setup/datadog-checks.js










/**
 * What a run would meet at Datadog: access, permissions, tag, posture management, rate limits and clock. `site` is null
 * where a server on this machine answers in place of Datadog.
 */
async function datadogChecks(datadog, { config, site }) {
    const owner = await (0,validate_access/* validateAccess */.d)(datadog, site);
    const rows = setup_permissions/* PERMISSIONS */.J.filter(({ item }) => config.items.includes(item));
    const access = (0,setup_check/* checkOf */.E)({
        id: "access",
        without: "access to Datadog, nothing is collected and the run ends with exit 2",
    });
    if (owner instanceof failure/* Failure */.HR) {
        const refused = access.error(owner.message, owner.hint);
        const permissions = rows.map((row) => (0,setup_check/* checkOf */.E)(describe(row, config)).unknown(`${row.name} (${row.id}): not known, because Datadog was not open`));
        return [refused, ...permissions, clockCheck(datadog)];
    }
    const permissions = await Promise.all(rows.map(async (row) => permissionCheck(datadog, { row, config })));
    const mayList = permissions.some(({ id, status }) => id === "monitors_read" && status === "ok");
    const [tag, cspm] = await Promise.all([
        mayList ? tagCheck(datadog, config["monitor-tag"]) : null,
        config.items.includes("cspm-findings") ? cspmCheck(datadog) : null,
    ]);
    return [
        access.ok(`${ACCESS_WORDS[datadog.credentials.mode]} open ${site ?? "the server of DD_API_URL"}, organisation ${owner.organizationId ?? "not named"}`),
        ...permissions,
        ...[tag, cspm].filter((check) => check !== null),
        rateLimitCheck(datadog),
        clockCheck(datadog),
    ];
}
const ACCESS_WORDS = {
    keys: "API key and application key",
    token: "the access token can",
    delegated: "the identity of this workflow can",
};
async function permissionCheck(datadog, { row, config }) {
    const about = describe(row, config);
    const check = (0,setup_check/* checkOf */.E)(about);
    const { json, failure } = await firstRefusal(datadog, row);
    const title = `${row.name} (${row.id})`;
    if (failure === null) {
        const read = row.read(json);
        if (read !== null)
            return check.ok(`${title}: ${read}`);
        return check.unknown(`${title}: Datadog's answer is not as expected`);
    }
    const isRefused = failure.code === "permission" || failure.code === "not-available";
    if (!isRefused)
        return check.unknown(`${title}: ${failure.message}`, failure.hint);
    return check[about.needed ? "error" : "warning"](`${title}: refused (${failure.message})`, row.grant ?? `${GRANT} ${title}; if the key or token is scoped, add that scope too`);
}
const GRANT = "in Datadog, Organization Settings > Roles, open the role of the key's owner and grant";
function describe({ id, without, isNeeded }, config) {
    const needed = isNeeded || (id === "security_monitoring_findings_read" && config.cspm === "required");
    return { id, permission: id, without: `the permission, ${without}`, needed };
}
/**
 * The search for findings also opens with a permission that every role has and may then hold vulnerabilities only; the
 * legacy count needs the right one.
 */
async function firstRefusal(datadog, { id, request }) {
    const patienceMs = retry/* AUXILIARY_PATIENCE_MS */.Ku;
    const window = (0,times/* windowBefore */.Yy)(new Date());
    const first = await datadog.request({ ...request(window), patienceMs });
    if (first.failure !== null || id !== "security_monitoring_findings_read")
        return first;
    const second = await datadog.request({ ...(0,coverage/* checkCountRequest */.pV)("critical", "all"), patienceMs });
    return second.failure?.code === "permission" ? second : first;
}
const MonitorPage = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }));
const MONITORS_PER_PAGE = 100;
/** More monitors are not looked through for a tag that is nearly right. */
const MOST_PAGES = 50;
/** How many monitors carry the tag, and how many one that is nearly the same. */
async function tagCheck(datadog, tag) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "monitor-tag",
        without: "a monitor that carries it, compliance-monitors is empty and unknown, and the run ends with exit 3",
    });
    const counts = await countTags(datadog);
    if (counts instanceof failure/* Failure */.HR) {
        return check.unknown(`tag ${tag}: ${counts.message}`, counts.hint);
    }
    // `compliance:soc2`, `Compliance` and `compliances` are near `compliance`.
    const near = [...counts.monitors]
        .filter(([name]) => name !== tag && name.toLowerCase().startsWith(tag.toLowerCase()))
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 5)
        .map(([name, count]) => `${name} (${count})`);
    const carried = counts.monitors.get(tag) ?? 0;
    const nearly = near.length === 0 ? "no tag is nearly the same" : `nearly the same: ${near.join(", ")}`;
    const least = counts.isWhole ? "" : "at least ";
    const found = `${least}${carried} monitors carry exactly the tag ${tag}; ${nearly}`;
    if (carried > 0)
        return check.ok(found);
    return check.warning(found, `add the tag ${tag} to the monitors that support a control (Monitors > Manage Monitors > Edit Tags), or set monitor-tag`);
}
/** Monitors by tag, of as many monitors as are looked through. */
async function countTags(datadog) {
    const counts = new Map();
    let after = 0;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const reply = await datadog.request({
            method: "GET",
            path: "/api/v1/monitor",
            query: { page_size: MONITORS_PER_PAGE, id_offset: after },
            permission: "monitors_read",
            patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku,
        });
        if (reply.failure !== null)
            return reply.failure;
        const monitors = MonitorPage.safeParse(reply.json).data;
        if (monitors === undefined)
            return new failure/* Failure */.HR("shape", "Datadog's list of monitors is not as expected");
        for (const { tags } of monitors) {
            for (const each of new Set(tags))
                counts.set(each, (counts.get(each) ?? 0) + 1);
        }
        const last = Math.max(after, ...monitors.map(({ id }) => id));
        if (last === after)
            return { monitors: counts, isWhole: true };
        after = last;
    }
    return { monitors: counts, isWhole: false };
}
async function cspmCheck(datadog) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "cspm",
        needed: false,
        without: "an account, a result of no findings stays unknown, because nothing shows that anything was checked",
    });
    const accounts = await (0,coverage/* countCoveredAccounts */.gY)({ datadog, ledger: new pagination/* RequestLedger */.PO() });
    if (accounts === null)
        return check.unknown("Datadog does not say whether Cloud Security is enabled");
    if (accounts > 0)
        return check.ok(`Cloud Security covers ${accounts} cloud accounts`);
    return check.warning("Cloud Security covers no cloud account", "connect the accounts in Cloud Security, or leave cspm-findings out of items");
}
function rateLimitCheck(datadog) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "rate-limits",
        needed: false,
        without: "requests left, a run waits until the limit resets, or names the limit as the reason",
    });
    const limits = datadog.remainingLimits.toSorted((a, b) => a.left - b.left);
    const [least] = limits;
    if (least === undefined)
        return check.unknown("Datadog named no rate limit");
    const found = `at least ${least.left} requests are left in each of ${limits.length} rate limits (least: ${least.family})`;
    if (least.left > 0)
        return check.ok(found);
    return check.warning(found, "run at another time, or ask Datadog to raise the limit");
}
function clockCheck({ clockSkewMs }) {
    const about = {
        id: "clock",
        without: "a clock that is right, times carry a caveat, and beyond an hour every item is partial",
    };
    const check = (0,setup_check/* checkOf */.E)(about);
    if (clockSkewMs === null)
        return (0,setup_check/* checkOf */.E)({ ...about, needed: false }).unknown("no answer carried a date");
    const seconds = Math.round(Math.abs(clockSkewMs) / 1000);
    const found = `the clocks of this machine and of Datadog are ${seconds} s apart`;
    if (Math.abs(clockSkewMs) <= clock_skew/* REMARKABLE_SKEW_MS */.zF)
        return check.ok(found);
    return check.warning(found, "set the clock of this machine, by NTP for instance");
}

// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/setup/proxy-check.js



/** How the requests of a run would leave this machine. A proxy's user and password are not repeated. */
function proxyCheck(environment, apiUrl) {
    const about = { id: "proxy", needed: false, without: "a proxy, requests leave this machine directly" };
    const check = (0,setup_check/* checkOf */.E)(about);
    const refused = (0,failure/* catchFailure */.Oh)(() => (0,connections/* ensureProxy */.ty)(apiUrl));
    if (refused instanceof failure/* Failure */.HR) {
        return (0,setup_check/* checkOf */.E)({ ...about, needed: true }).error(refused.message, refused.hint);
    }
    const proxy = environment["HTTPS_PROXY"] || environment["https_proxy"] || "";
    const found = URL.canParse(proxy)
        ? `requests go through the proxy ${new URL(proxy).host}`
        : "no proxy is set";
    if (environment["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0")
        return check.ok(found);
    return check.warning(`${found}, and NODE_TLS_REJECT_UNAUTHORIZED=0 turns the check of certificates off`, "unset it, and give Node the certificate of the proxy by NODE_EXTRA_CA_CERTS");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/run/signer.js + 4 modules
var run_signer = __webpack_require__(34542);
// EXTERNAL MODULE: ./lib/sign/timestamp/timestamp.js + 1 modules
var timestamp = __webpack_require__(37919);
;// CONCATENATED MODULE: ./lib/setup/signing-checks.js





const SIGNING = (0,setup_check/* checkOf */.E)({
    id: "signing",
    without: "a signature, the evidence stays unsigned and is not committed, and the run ends with exit 2",
});
/** Whether a run could sign, and get a trusted time. */
async function signingChecks({ chosen }, context) {
    if (chosen.by === "none") {
        return [
            SIGNING.error("signing is none", "give signing-key (make one with: npx datadog-evidence keygen), or sign keyless in a job with permissions: id-token: write"),
        ];
    }
    if (chosen.by === "keyless")
        return [await keylessCheck(chosen, context)];
    const key = SIGNING.ok(`the signing key can be read; its public key has the fingerprint ${chosen.key.fingerprint}`);
    return [key, await timestampCheck(chosen.timestampUrl, context.signal)];
}
async function keylessCheck(chosen, context) {
    const lines = [];
    const keep = (line) => void lines.push(line);
    const log = { info: keep, warning: keep, debug() { }, group() { } };
    const signer = await (0,failure/* awaitFailure */.DT)(async () => (0,run_signer/* signerFor */.k)(chosen, { ...context, log }));
    return signer instanceof failure/* Failure */.HR
        ? SIGNING.error(signer.message, signer.hint)
        : SIGNING.ok(lines.join("; "));
}
async function timestampCheck(url, signal) {
    const check = (0,setup_check/* checkOf */.E)({
        id: "timestamp",
        needed: false,
        without: "a timestamp, only the signer says when the evidence was signed",
    });
    if (url === null) {
        return check.warning("timestamp-url is none, so nothing proves when a run was signed", "leave timestamp-url out, or name an authority that your auditor accepts");
    }
    // Over random bytes: the authority learns nothing.
    const answer = await (0,failure/* awaitFailure */.DT)(async () => (0,timestamp/* requestTimestamp */.uN)((0,external_node_crypto_.randomBytes)(32), { url, check: run_signer/* checkTimestamp */.R, signal }));
    if (answer instanceof failure/* Failure */.HR)
        return check.warning(answer.message, answer.hint);
    return check.ok(`${new URL(url).host} gives timestamps; its time is ${answer.time.toISOString()}`);
}

;// CONCATENATED MODULE: ./lib/setup/doctor.js
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










/** A run would need minutes; what does not answer in this time is not ready. */
const DEADLINE_MS = 120_000;
/** The inputs without which Datadog cannot be asked, and those that change what is asked. */
const DATADOG_INPUTS = ["api-key", "app-key", "access-token", "org-id", "site", "allow-unverified-tls"];
/**
 * Looks at everything that a run would need. It only reads, and writes nothing. Where some inputs are wrong, the others
 * are looked at all the same.
 */
async function examineSetup(raw, context) {
    const { environment, signal, conceal } = context;
    const { config, problems } = (0,read_config/* inspectInputs */.Ac)(raw, context);
    // By these inputs Datadog can be asked although others are wrong.
    const chosen = Object.fromEntries(DATADOG_INPUTS.map((name) => [name, raw[name]]));
    const readable = config ?? (0,read_config/* inspectInputs */.Ac)({ ...chosen, signing: "none" }, { environment }).config;
    const apiUrl = context.apiUrl ?? (0,sites/* apiUrlOf */.po)(readable?.site ?? "datadoghq.com");
    const proxy = proxyCheck(environment, apiUrl);
    // Without a connection every request would fail in the same way.
    const isClosed = readable === null || proxy.status === "error";
    const [atDatadog, ofSigning, ofStorage] = await Promise.all([
        isClosed ? [] : askDatadog(readable, { ...context, apiUrl }),
        config === null || proxy.status === "error"
            ? []
            : signingChecks(config, { environment, signal, conceal }),
        config === null || proxy.status === "error" ? [] : context.storageChecks(config),
    ]);
    return [...inputChecks(problems), proxy, ...atDatadog, ...ofSigning, ...ofStorage];
}
function inputChecks(problems) {
    // Another way is no fault of its own: it is what else to do about the first key that is missing.
    const faults = problems.filter((problem) => problem !== access/* OTHER_ACCESS */.u2);
    return faults.map((problem, index) => {
        const [, name = "inputs"] = /^([a-z-]+)[,: ]/.exec(problem) ?? [];
        const hint = index === 0 && faults.length < problems.length ? access/* OTHER_ACCESS */.u2 : undefined;
        return (0,setup_check/* checkOf */.E)({
            id: name,
            without: "a correct value, the run ends with exit 2 before it asks anything",
        }).error(problem, hint);
    });
}
async function askDatadog(config, { apiUrl, environment, signal, conceal, log }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const datadog = __addDisposableResource(env_1, new client/* Datadog */.Z({
            apiUrl,
            credentials: (0,run_access/* credentialsFor */.O)(config.access, { apiUrl, environment, conceal }),
            signal,
            deadline: Date.now() + DEADLINE_MS,
            userAgent: `datadog-evidence/${version/* VERSION */.x}`,
            log,
        }), true);
        return await datadogChecks(datadog, { config, site: (0,sites/* siteAt */.LA)(apiUrl, config.site) });
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


/***/ }),

/***/ 51721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PERMISSIONS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _collectors_cspm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48970);
/* harmony import */ var _collectors_detection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50623);
/* harmony import */ var _collectors_signals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5061);
/* harmony import */ var _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52838);





const Total = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ meta: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ page: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ total_count: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr() }) }) });
const Suppressions = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()).nullable() });
const SignalCount = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        attributes: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ columns: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ values: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable()) })) }),
    }),
});
/** Every permission that a run uses, needed ones first. */
const PERMISSIONS = [
    {
        id: "security_monitoring_signals_read",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.security_monitoring_signals_read,
        item: "security-signals",
        isNeeded: true,
        without: "security-signals fails and the run ends with exit 3",
        request: (window) => (0,_collectors_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .signalSearchRequest */ .o8)(_collectors_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNALS_QUERY */ .t, window, { limit: 1 }),
        read: () => "the list of security signals can be read",
    },
    {
        id: "monitors_read",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.monitors_read,
        item: "compliance-monitors",
        isNeeded: true,
        without: "compliance-monitors fails and the run ends with exit 3",
        request: () => ({
            method: "GET",
            path: "/api/v1/monitor",
            query: { page_size: 1, id_offset: 0 },
            permission: "monitors_read",
        }),
        read: () => "the list of monitors can be read",
    },
    {
        id: "security_monitoring_findings_read",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.security_monitoring_findings_read,
        item: "cspm-findings",
        isNeeded: false,
        without: "cspm-findings is skipped (with cspm: required it fails, exit 3)",
        request: _collectors_cspm_js__WEBPACK_IMPORTED_MODULE_0__/* .anyFindingRequest */ .f,
        read: () => "posture findings can be read",
    },
    {
        id: "timeseries_query",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.timeseries_query,
        item: "security-signals",
        isNeeded: false,
        without: "the number of signals is not compared with Datadog's own count: drained, not reconciled",
        grant: "every role has it, so add the scope timeseries_query to the key or token",
        request: (window) => (0,_collectors_detection_js__WEBPACK_IMPORTED_MODULE_1__/* .signalCountRequest */ .B0)(_collectors_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNALS_QUERY */ .t, window),
        read(json) {
            const columns = SignalCount.safeParse(json).data?.data.attributes.columns;
            // Where nothing matches, the column is empty.
            return columns === undefined
                ? null
                : `Datadog counts ${columns[0]?.values[0] ?? 0} critical and high signals of the last 7 days`;
        },
    },
    {
        id: "security_monitoring_rules_read",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.security_monitoring_rules_read,
        item: "security-signals",
        isNeeded: false,
        without: "a week without signals stays unknown, because nothing shows that detection is alive",
        request: () => (0,_collectors_detection_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesPage */ .lX)(0),
        read(json) {
            const total = Total.safeParse(json).data?.meta.page.total_count;
            return total === undefined ? null : `${total} security rules are in sight`;
        },
    },
    {
        id: "security_monitoring_suppressions_read",
        name: _datadog_permission_names_js__WEBPACK_IMPORTED_MODULE_3__/* .PERMISSION_NAMES */ .z.security_monitoring_suppressions_read,
        item: "security-signals",
        isNeeded: false,
        without: "the evidence does not say how many suppressions silence detections",
        request: () => _collectors_detection_js__WEBPACK_IMPORTED_MODULE_1__/* .SUPPRESSIONS_REQUEST */ .h1,
        read(json) {
            const { data: answer } = Suppressions.safeParse(json);
            return answer === undefined ? null : `${answer.data?.length ?? 0} suppression rules are in sight`;
        },
    },
];


/***/ })

};
