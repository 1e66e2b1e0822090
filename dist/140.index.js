export const id = 140;
export const ids = [140];
export const modules = {

/***/ 24467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ NO_REQUESTS),
/* harmony export */   m: () => (/* binding */ PAGE_SIZE)
/* harmony export */ });
/** Records per page: the largest number that every endpoint accepts, far below the number that times out. */
const PAGE_SIZE = 100;
/** No request was made. */
const NO_REQUESTS = { requests: [], listings: [], agreements: [], total: null, proofs: [] };


/***/ }),

/***/ 47676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gY: () => (/* binding */ countCoveredAccounts),
/* harmony export */   ls: () => (/* binding */ countChecks),
/* harmony export */   pV: () => (/* binding */ checkCountRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57697);
/* harmony import */ var _datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18840);
/* harmony import */ var _evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98827);



const CoverageAnswer = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        attributes: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
            total_coverage: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
                configured_resources_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
                partially_configured_resources_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative().default(0),
            }),
        }),
    }),
});
/** The number of cloud accounts that Cloud Security covers; null if the key has no access. Without accounts, zero findings prove nothing. */
async function countCoveredAccounts(client) {
    const reply = await (0,_datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOnce */ .L4)(client, {
        method: "GET",
        path: "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts",
    });
    const coverage = CoverageAnswer.safeParse(reply.json);
    if (!coverage.success)
        return null;
    const { total_coverage: total } = coverage.data.data.attributes;
    return total.configured_resources_count + total.partially_configured_resources_count;
}
const CountAnswer = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    meta: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ page: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ total_filtered_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative() }) }),
});
/**
 * The number of critical and high misconfiguration checks: the failing ones, or all. Only the legacy
 * endpoint has a count. Its `status` is the severity and takes one value, so this asks twice; null
 * without both answers. Datadog plans to remove the endpoint.
 */
async function countChecks(client, which) {
    const count = async (severity) => {
        const { json } = await (0,_datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOnce */ .L4)(client, checkCountRequest(severity, which));
        return CountAnswer.safeParse(json).data?.meta.page.total_filtered_count ?? null;
    };
    const [critical, high] = await Promise.all([count("critical"), count("high")]);
    return critical === null || high === null ? null : critical + high;
}
/** The legacy count of checks of one severity, which only `security_monitoring_findings_read` gives access to. */
function checkCountRequest(severity, which) {
    return {
        method: "GET",
        path: _evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_1__/* .OLDER_FINDINGS_PATH */ .Qq,
        query: {
            "filter[vulnerability_type]": "misconfiguration",
            "filter[status]": severity,
            ...(which === "failing" ? { "filter[evaluation]": "fail" } : {}),
            "page[limit]": 1,
        },
        permission: "security_monitoring_findings_read",
    };
}


/***/ }),

/***/ 48970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ anyFindingRequest),
  i: () => (/* binding */ findingsCollector)
});

// EXTERNAL MODULE: ./lib/evidence/rules/recount.js
var recount = __webpack_require__(38721);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/datadog/pagination.js
var pagination = __webpack_require__(18840);
// EXTERNAL MODULE: ./lib/evidence/projection/caveats.js
var caveats = __webpack_require__(15814);
// EXTERNAL MODULE: ./lib/evidence/rules/completeness.js
var completeness = __webpack_require__(54873);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/projection/instants.js
var instants = __webpack_require__(46685);
// EXTERNAL MODULE: ./lib/evidence/projection/projection.js
var projection = __webpack_require__(87650);
;// CONCATENATED MODULE: ./lib/evidence/projection/finding.js



const RawFinding = schemas/* object */.Ikc({
    finding_type: projection/* optionalText */.mR,
    severity: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    title: projection/* optionalText */.mR,
    rule: schemas/* object */.Ikc({ id: projection/* recordId */.Re, name: projection/* optionalText */.mR }).nullish().catch(null),
    resource_id: projection/* optionalText */.mR,
    resource_type: projection/* optionalText */.mR,
    cloud_resource: schemas/* object */.Ikc({ cloud_provider: projection/* optionalText */.mR }).nullish().catch(null),
    compliance: schemas/* object */.Ikc({ evaluation: projection/* optionalText */.mR }).nullish().catch(null),
    first_seen_at: instants/* rawTime */.kT,
    detection_changed_at: instants/* rawTime */.kT,
    workflow: schemas/* object */.Ikc({
        mute: schemas/* object */.Ikc({
            is_muted: schemas/* boolean */.zMY().nullish().catch(null),
            reason: projection/* optionalText */.mR,
            expire_at: instants/* rawTime */.kT,
        })
            .nullish()
            .catch(null),
    })
        .nullish()
        .catch(null),
});
const FindingEnvelope = schemas/* object */.Ikc({
    id: projection/* recordId */.Re,
    // Datadog documents it without `custom`; recorded answers have it.
    attributes: schemas/* object */.Ikc({ attributes: schemas/* looseObject */._H3({ custom: schemas/* unknown */.L5J().optional() }) }),
});
/** Why a finding of another type is left out. */
const NOT_MISCONFIGURATION = "it is not a misconfiguration";
/** Projects a posture finding. Failing critical and high misconfigurations are kept, including muted ones. */
function projectFinding(raw, options) {
    const { secrets, pseudonyms } = options;
    const envelope = FindingEnvelope.safeParse(raw);
    if (!envelope.success) {
        const unusable = (0,projection/* idOfUnusable */.i9)(raw, secrets);
        const named = unusable === null ? null : pseudonyms.of("finding", unusable);
        return { misshapen: (0,projection/* firstBadField */.cX)(envelope.error), id: named };
    }
    const id = pseudonyms.of("finding", envelope.data.id);
    const { attributes } = envelope.data.attributes;
    const [base, fields] = attributes.custom === undefined
        ? ["attributes.attributes.", attributes]
        : ["attributes.attributes.custom.", attributes.custom];
    const parsed = RawFinding.safeParse(fields);
    if (!parsed.success)
        return { misshapen: base + (0,projection/* firstBadField */.cX)(parsed.error), id };
    const found = parsed.data;
    if (found.finding_type && found.finding_type !== "misconfiguration") {
        return { excluded: NOT_MISCONFIGURATION, id };
    }
    const evaluation = found.compliance?.evaluation?.toLowerCase();
    if (evaluation === undefined)
        return { misshapen: `${base}compliance.evaluation`, id };
    if (evaluation !== "fail")
        return { excluded: "its check does not fail", id };
    const severity = (0,projection/* urgentSeverity */.h9)(found.severity);
    if (severity === null)
        return { excluded: projection/* NOT_URGENT */.GF, id };
    if (found.status === "auto_closed" || found.status === "resolved")
        return { excluded: "it is closed", id };
    return keepFinding(found, { id, severity }, options);
}
function keepFinding(found, known, { privacy, secrets, pseudonyms, links, now }) {
    const keep = (0,projection/* newTextKeeper */._W)({ privacy, secrets });
    const times = (0,instants/* newTimeKeeper */.ut)(now);
    const { rule, status, workflow, resource_id: resource } = found;
    const mute = workflow?.mute;
    const isCalledMuted = mute?.is_muted === true || status === "muted";
    const muteEnd = (0,instants/* readInstant */.Wr)(mute?.expire_at);
    const hasEnded = muteEnd !== null && muteEnd <= now;
    const muted = isCalledMuted && !hasEnded;
    return keep.result({
        ...known,
        status: keep.word("status", status),
        title: keep.text("title", found.title),
        rule: rule ? { id: keep.id("rule.id", rule.id), name: keep.text("rule.name", rule.name) } : null,
        resource: resource ? pseudonyms.of("resource", resource) : null,
        resourceType: keep.wordOrNull("resourceType", found.resource_type),
        cloudProvider: keep.wordOrNull("cloudProvider", found.cloud_resource?.cloud_provider),
        muted,
        muteReason: keep.wordOrNull("muteReason", muted ? mute?.reason : null),
        muteExpires: muted && muteEnd !== null ? (0,instants/* formatInstant */.r4)(muteEnd) : null,
        firstSeen: times.optional(found.first_seen_at),
        changed: times.optional(found.detection_changed_at),
        link: links.rule(rule?.id ?? null),
    }, {
        "unknown-status": !["open", "muted", "in-progress"].includes(status),
        "mute-without-expiry": muted && muteEnd === null,
        "mute-ended": isCalledMuted && hasEnded,
        "unusable-time": times.hasUnusable(),
    });
}

// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/evidence/rules/states.js
var states = __webpack_require__(98827);
// EXTERNAL MODULE: ./lib/collectors/collector.js
var collector = __webpack_require__(24467);
// EXTERNAL MODULE: ./lib/collectors/coverage.js
var coverage = __webpack_require__(47676);
// EXTERNAL MODULE: ./lib/collectors/store/batch.js + 1 modules
var batch = __webpack_require__(51498);
// EXTERNAL MODULE: ./lib/collectors/search-page.js
var search_page = __webpack_require__(61936);
// EXTERNAL MODULE: ./lib/collectors/slicing/read-slices.js + 1 modules
var read_slices = __webpack_require__(30217);
;// CONCATENATED MODULE: ./lib/collectors/cspm.js













const FINDINGS_QUERY = "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
/** The same without the failing part. */
const ANY_FINDINGS_QUERY = FINDINGS_QUERY.replace(" @compliance.evaluation:fail", "");
const FINDINGS_PERMISSION = "security_monitoring_findings_read";
/** Failing critical and high posture checks, muted ones included. */
const findingsCollector = {
    id: "cspm-findings",
    async collect(scope) {
        const { datadog } = scope;
        const { collected, readAgain: _, ...read } = await (0,read_slices/* readTimeline */.G)(datadog, findingsTimeline(scope));
        const ledger = new pagination/* RequestLedger */.PO(read.requests);
        const { stopped } = collected;
        const isRefused = stopped?.code === "permission" || stopped?.code === "not-available";
        const [accounts, checks, sight] = await Promise.all([
            stopped === null || isRefused ? (0,coverage/* countCoveredAccounts */.gY)({ datadog, ledger }) : null,
            stopped === null ? (0,coverage/* countChecks */.ls)({ datadog, ledger }, "all") : null,
            stopped === null && collected.records.length === 0 ? proveSight(scope, ledger) : [],
        ]);
        const listed = (0,batch/* countListed */.DF)(collected);
        const isDoubtful = stopped === null && (listed === 0 || collected.nullLists > 0);
        const total = isDoubtful ? await confirmCount({ datadog, ledger }, listed) : null;
        const proofs = [...(accounts === null ? [] : [(0,completeness/* checkAtLeastOne */.nz)(states/* ACCOUNTS_COVERED */.cR, accounts)]), ...sight];
        return findingsItem(scope, collected, {
            how: { ...read, requests: ledger.requests, total, proofs },
            accounts,
            checks,
        });
    },
    failed: (scope, reason) => findingsItem(scope, (0,batch/* noRecords */.KC)(scope.spool, reason), { how: collector/* NO_REQUESTS */.h, accounts: null, checks: null }),
};
function findingsItem({ links, cspmRequired }, collected, found) {
    const { records } = collected;
    const observed = (0,batch/* collectionOf */.iw)(collected, found.how);
    const collection = cspmRequired ? observed : skippedWhereMissing(observed, found.accounts);
    return {
        id: "cspm-findings",
        title: "Failing critical and high cloud posture checks",
        link: links.findings(FINDINGS_QUERY),
        controls: [],
        window: null,
        population: populationOf(found, records.length),
        collection,
        result: (0,states/* findingsResult */.Lq)(collection, records),
        records,
        caveats: [
            ...(0,caveats/* recordCaveats */.Fy)({ what: "findings", ...collected }),
            ...(found.how.total === null
                ? ["Datadog gives no count of findings to compare with: an omission by its search would not show"]
                : []),
        ],
    };
}
/**
 * The legacy count, if the search finds no failing check or ends with null: it must agree. Other numbers are
 * not compared, because the two count closed checks differently.
 */
async function confirmCount(client, listed) {
    const failing = await (0,coverage/* countChecks */.ls)(client, "failing");
    const where = listed === 0 ? "finds none" : "ends with null";
    const name = `failing checks by the legacy count, where the search ${where}`;
    return failing === null ? null : { name, expected: failing, actual: listed };
}
/**
 * Whether the key can see misconfigurations at all. The search also opens with
 * `appsec_vm_read`, which every role has, and then may hold vulnerabilities only.
 */
async function proveSight({ datadog, projection }, ledger) {
    const reply = await (0,pagination/* requestOnce */.L4)({ datadog, ledger }, anyFindingRequest());
    const page = (0,search_page/* readSearchPage */.i)(reply.json);
    if (page === null)
        return [];
    const misconfigurations = page.records
        .map((raw) => projectFinding(raw, projection))
        .filter((seen) => ("excluded" in seen ? seen.excluded !== NOT_MISCONFIGURATION : "kept" in seen));
    return [(0,completeness/* checkAtLeastOne */.nz)(states/* FINDINGS_SEEN */.Zl, misconfigurations.length)];
}
/** The population. The legacy count is not used if it is smaller than the number of failing checks. */
function populationOf({ accounts, checks }, failing) {
    return checks === null || checks === 0 || checks < failing
        ? { what: "cloud accounts covered by Cloud Security", size: accounts }
        : { what: "critical and high misconfiguration checks, passing, failing and muted", size: checks };
}
/**
 * A finding that changes moves to the end of the list. A change during the run has a time after its start,
 * and the clocks may differ by this much, so the newest stretch is a slice that is read last.
 */
const UNSETTLED_MS = time/* HOUR_MS */.iQ;
function findingsTimeline({ window, pageSize, projection, spool, }) {
    return {
        what: "findings",
        whole: { from: null, to: null },
        horizon: Date.parse(window.to) - UNSETTLED_MS,
        countRecords: async () => read_slices/* NO_COUNT */.K,
        isLasting: false,
        storage: { spool, shape: schema/* RECORD_SCHEMAS */.LI["cspm-findings"] },
        pagingFor: (span) => ({
            pageSize,
            requestAfter: (cursor, limit) => findingSearchRequest(span, { limit, ...(cursor === null ? {} : { cursor }) }),
            keep: (raw) => projectFinding(raw, projection),
            read: search_page/* readSearchPage */.i,
        }),
        timeOf: ({ changed }) => (changed === null ? null : Date.parse(changed)),
    };
}
/**
 * The request for a stretch. It uses a bound and its negation: each finding matches one of the two, even
 * one that has no time, and however Datadog reads the bound.
 */
function findingSearchRequest({ from, to }, page) {
    const bounds = [
        ...(from === null ? [] : [`-@detection_changed_at:<${from}`]),
        ...(to === null ? [] : [`@detection_changed_at:<${to}`]),
    ];
    return postSearch([FINDINGS_QUERY, ...bounds].join(" "), page);
}
/** One critical or high misconfiguration, passing or failing. */
function anyFindingRequest() {
    return postSearch(ANY_FINDINGS_QUERY, { limit: 1 });
}
function postSearch(filter, page) {
    return {
        method: "POST",
        path: recount/* LISTING_PATHS */.k3["cspm-findings"],
        body: { data: { attributes: { filter, page, sort: "@detection_changed_at" } } },
        permission: FINDINGS_PERMISSION,
    };
}
/**
 * An organisation without Cloud Security answers 403 or 404: the item is skipped, not failed. If accounts
 * are covered, the product is there and the permission is missing.
 */
function skippedWhereMissing(collection, accounts) {
    const { status, reason } = collection;
    if (status !== "failed" || (reason?.code !== "permission" && reason?.code !== "not-available"))
        return collection;
    // A 404 is never about a permission.
    if (accounts !== null && accounts > 0)
        return { ...collection, status: "skipped", reason };
    return {
        ...collection,
        status: "skipped",
        reason: {
            code: "not-available",
            message: `${reason.message}, or Cloud Security is not enabled`,
            hint: `enable Cloud Security, give the application key ${FINDINGS_PERMISSION}, or leave cspm-findings out of the items`,
        },
    };
}


/***/ }),

/***/ 50623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ signalCountRequest),
/* harmony export */   QY: () => (/* binding */ fetchSignalCount),
/* harmony export */   Vd: () => (/* binding */ countRules),
/* harmony export */   aO: () => (/* binding */ countSuppressions),
/* harmony export */   h1: () => (/* binding */ SUPPRESSIONS_REQUEST),
/* harmony export */   lX: () => (/* binding */ rulesPage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
/* harmony import */ var _datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18840);
/* harmony import */ var _datadog_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8132);



const ScalarAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        attributes: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            // A count of nothing comes as no value, or as null.
            columns: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([
                zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ values: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([]), zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().nullable()])]) }),
            ]),
        }),
    }),
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(""), zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([])]).nullish(),
});
/**
 * The number of signals of the window that match, by Datadog's own count of events, which is not the
 * search that lists them. Returns the reason if there is no count.
 */
async function fetchSignalCount(client, { query, window }) {
    const reply = await (0,_datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOnce */ .L4)(client, signalCountRequest(query, window));
    if (reply.failure !== null)
        return { none: reply.failure.message };
    const scalar = ScalarAnswer.safeParse(reply.json);
    if (!scalar.success)
        return { none: "its answer to POST /api/v2/query/scalar has no count" };
    return { count: scalar.data.data.attributes.columns[0].values[0] ?? 0 };
}
/** Datadog's own count of the signals of the window. */
function signalCountRequest(query, window) {
    return {
        method: "POST",
        path: "/api/v2/query/scalar",
        body: {
            data: {
                type: "scalar_request",
                attributes: {
                    from: Date.parse(window.from),
                    // The end is no part of what is counted, but a part of what the search lists.
                    to: Date.parse(window.to) + 1,
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
    };
}
const RULES_PER_PAGE = 100;
/** A few thousand rules are usual. Far more means that the pages never end. */
const MOST_RULE_PAGES = 200;
/** Rules of these types check cloud postures and create findings, not signals. */
const POSTURE_TYPES = new Set(["cloud_configuration", "infrastructure_configuration"]);
const RulesAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        isEnabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        isDeleted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    }))
        .nullable(),
    meta: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ page: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ total_count: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().nullish() }).nullish() }).nullish(),
});
const NO_RULES = { none: "Datadog's list of detection rules cannot be read to its end" };
/** The numbers of detection rules, or why they are not known: the key has no access, or the list is not complete. */
async function countRules({ datadog, ledger }) {
    const entry = ledger.open(rulesPage(0));
    /** Whether each rule is enabled, by id; null for a deleted rule and for a rule of another kind. */
    const seen = new Map();
    for (let page = 0; page < MOST_RULE_PAGES; page += 1) {
        const reply = await datadog.request(rulesPage(page));
        entry.pages.push(reply.page);
        if (reply.failure !== null)
            return { none: reply.failure.message };
        const rules = RulesAnswer.safeParse(reply.json);
        if (!rules.success)
            return NO_RULES;
        const { data, meta } = rules.data;
        const before = seen.size;
        for (const { id, type, isEnabled, isDeleted } of data ?? []) {
            seen.set(id, isDeleted === true || POSTURE_TYPES.has(type) ? null : isEnabled);
        }
        const total = meta?.page?.total_count ?? null;
        if (seen.size === total || (total === null && data?.length === 0)) {
            entry.drained = true;
            const states = [...seen.values()];
            return {
                enabled: states.filter((isEnabled) => isEnabled === true).length,
                disabled: states.filter((isEnabled) => isEnabled === false).length,
            };
        }
        // If Datadog ignored the page number, this would never end.
        if (seen.size === before)
            return NO_RULES;
    }
    return NO_RULES;
}
/** One page of the detection rules. */
function rulesPage(page) {
    return {
        method: "GET",
        path: "/api/v2/security_monitoring/rules",
        query: { "page[size]": RULES_PER_PAGE, "page[number]": page },
        permission: "security_monitoring_rules_read",
        patienceMs: _datadog_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .AUXILIARY_PATIENCE_MS */ .Ku,
    };
}
/** The list of suppression rules; without a page size all of them come. */
const SUPPRESSIONS_REQUEST = {
    method: "GET",
    path: "/api/v2/security_monitoring/configuration/suppressions",
    permission: "security_monitoring_suppressions_read",
};
const SuppressionsAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ attributes: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ enabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() }) })).nullable(),
    meta: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ page: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ totalCount: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullish() }).nullish() }).nullish(),
});
const NO_SUPPRESSIONS = { none: "Datadog's list of suppression rules cannot be read to its end" };
/** The number of enabled suppression rules, or why it is not known. */
async function countSuppressions(client) {
    const reply = await (0,_datadog_pagination_js__WEBPACK_IMPORTED_MODULE_0__/* .requestOnce */ .L4)(client, SUPPRESSIONS_REQUEST);
    if (reply.failure !== null)
        return { none: reply.failure.message };
    const suppressions = SuppressionsAnswer.safeParse(reply.json);
    if (!suppressions.success)
        return NO_SUPPRESSIONS;
    const { data, meta } = suppressions.data;
    const total = meta?.page?.totalCount ?? null;
    // Null in place of a list is an empty one only where the count says so.
    if (data === null)
        return total === 0 ? { count: 0 } : NO_SUPPRESSIONS;
    if ((total ?? data.length) > data.length)
        return NO_SUPPRESSIONS;
    return { count: data.filter(({ attributes }) => attributes.enabled).length };
}


/***/ }),

/***/ 61936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readSearchPage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57697);

const PageAnswer = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullable(),
    meta: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
        warnings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
        /** After the last page, `after` is absent, null or empty. */
        page: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ after: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() }).nullish(),
    })
        .nullish(),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
});
/**
 * Reads a page of the searches for signals and findings. An empty page is `{"data":[]}`, without `meta`. A
 * status other than `done`, a warning or an error beside the data means that the page may be incomplete.
 */
function readSearchPage(json) {
    const page = PageAnswer.safeParse(json);
    if (!page.success)
        return null;
    const { data, meta } = page.data;
    return {
        records: data ?? [],
        next: meta?.page?.after || null,
        unfinished: unfinishedReason(page.data),
        isNull: data === null,
    };
}
function unfinishedReason({ meta, errors }) {
    const status = meta?.status ?? "done";
    if (status !== "done")
        return /^[\w-]{1,40}$/.test(status) ? `status ${status}` : "a status not known";
    if ((meta?.warnings ?? []).length > 0)
        return "with a warning";
    return (errors ?? []).length > 0 ? "with an error" : null;
}


/***/ }),

/***/ 5061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TF: () => (/* binding */ signalsCollector),
/* harmony export */   o8: () => (/* binding */ signalSearchRequest),
/* harmony export */   t: () => (/* binding */ SIGNALS_QUERY)
/* harmony export */ });
/* harmony import */ var _evidence_rules_recount_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38721);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81526);
/* harmony import */ var _datadog_pagination_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18840);
/* harmony import */ var _evidence_projection_caveats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15814);
/* harmony import */ var _evidence_rules_completeness_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54873);
/* harmony import */ var _evidence_projection_signal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20303);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35498);
/* harmony import */ var _evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98827);
/* harmony import */ var _collector_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24467);
/* harmony import */ var _detection_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50623);
/* harmony import */ var _store_batch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51498);
/* harmony import */ var _search_page_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(61936);
/* harmony import */ var _slicing_read_slices_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(30217);













/** The severity of a signal is `status`; `@severity` is that of a finding. */
const SIGNALS_QUERY = "status:(critical OR high)";
/** Critical and high security signals of the window, in any triage state. */
const signalsCollector = {
    id: "security-signals",
    async collect(scope) {
        const { datadog, window } = scope;
        const { readAgain, ...read } = await (0,_slicing_read_slices_js__WEBPACK_IMPORTED_MODULE_12__/* .readTimeline */ .G)(datadog, signalsTimeline(scope));
        const ledger = new _datadog_pagination_js__WEBPACK_IMPORTED_MODULE_2__/* .RequestLedger */ .PO(read.requests);
        const how = { ...read, requests: ledger.requests };
        if (read.collected.stopped !== null)
            return signalsItem(scope, read.collected, {
                how: { ...how, total: null, proofs: [] },
                ...WITHOUT_SURVEY,
            });
        const [{ counted, collected, listings }, rules, suppressions] = await Promise.all([
            compareWithCount({ datadog, ledger }, { ...read, readAgain, window }),
            (0,_detection_js__WEBPACK_IMPORTED_MODULE_9__/* .countRules */ .Vd)({ datadog, ledger }),
            (0,_detection_js__WEBPACK_IMPORTED_MODULE_9__/* .countSuppressions */ .aO)({ datadog, ledger }),
        ]);
        const actual = (0,_store_batch_js__WEBPACK_IMPORTED_MODULE_10__/* .countListed */ .DF)(collected);
        const total = "count" in counted ? { name: SIGNALS_TOTAL, expected: counted.count, actual } : null;
        const proofs = actual === 0 ? await proveDetection({ datadog, ledger }, { window, rules }) : [];
        return signalsItem(scope, collected, {
            how: { ...how, listings, total, proofs },
            population: "none" in rules ? UNCOUNTED_POPULATION : { what: "enabled detection rules", size: rules.enabled },
            caveats: [
                ...("none" in counted
                    ? [
                        `Datadog gave no count of signals to compare with, so an omission by its search would not show: ${counted.none}`,
                    ]
                    : []),
                ...suppressionCaveats(suppressions),
                ...ruleCaveats(rules),
            ],
        });
    },
    failed: (scope, reason) => signalsItem(scope, (0,_store_batch_js__WEBPACK_IMPORTED_MODULE_10__/* .noRecords */ .KC)(scope.spool, reason), { how: _collector_js__WEBPACK_IMPORTED_MODULE_8__/* .NO_REQUESTS */ .h, ...WITHOUT_SURVEY }),
};
/** Signals of the last minutes may be indexed between the list and the count. */
const TAIL_MS = 15 * 60_000;
/**
 * Counts the signals of the window. If the list has another number, its last minutes are read and the count
 * is asked once more: what was indexed meanwhile then is in both, and what the list omits is still missing.
 */
async function compareWithCount(client, { collected, listings, readAgain, window, }) {
    const asked = { query: SIGNALS_QUERY, window };
    const counted = await (0,_detection_js__WEBPACK_IMPORTED_MODULE_9__/* .fetchSignalCount */ .QY)(client, asked);
    const isSettled = "none" in counted || counted.count === (0,_store_batch_js__WEBPACK_IMPORTED_MODULE_10__/* .countListed */ .DF)(collected);
    if (isSettled || collected.misshapen.length > 0)
        return { counted, collected, listings };
    const to = Date.parse(window.to);
    const tail = await readAgain({ from: Math.max(Date.parse(window.from), to - TAIL_MS), to });
    client.ledger.requests.push(tail.entry);
    return {
        counted: await (0,_detection_js__WEBPACK_IMPORTED_MODULE_9__/* .fetchSignalCount */ .QY)(client, asked),
        collected: tail.collected,
        listings: [...listings, tail.entry],
    };
}
const SIGNALS_TOTAL = "query/scalar count of critical and high signals in the window";
const UNCOUNTED_POPULATION = {
    what: "security signals of every severity in the window; Datadog gives no count",
    size: null,
};
/** The population and caveats if the list was not read to its end. */
const WITHOUT_SURVEY = {
    population: UNCOUNTED_POPULATION,
    caveats: ["a detection that a suppression rule suppresses never becomes a signal"],
};
function signalsItem({ links, window }, collected, found) {
    const { records } = collected;
    const collection = (0,_store_batch_js__WEBPACK_IMPORTED_MODULE_10__/* .collectionOf */ .iw)(collected, found.how);
    return {
        id: "security-signals",
        title: "Critical and high security signals of the last 7 days",
        link: links.signals(SIGNALS_QUERY, window),
        controls: [],
        window,
        population: found.population,
        collection,
        result: (0,_evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_7__/* .signalsResult */ .X2)(collection, records),
        records,
        caveats: [...(0,_evidence_projection_caveats_js__WEBPACK_IMPORTED_MODULE_3__/* .recordCaveats */ .Fy)({ what: "signals", ...collected }), ...found.caveats],
    };
}
/** The `timestamp` of a signal is when it was created, and never changes. */
function signalsTimeline({ datadog, window, pageSize, projection, spool, }) {
    const whole = { from: Date.parse(window.from), to: Date.parse(window.to) };
    return {
        what: "signals",
        whole,
        horizon: whole.to,
        countRecords: async () => {
            const ledger = new _datadog_pagination_js__WEBPACK_IMPORTED_MODULE_2__/* .RequestLedger */ .PO();
            const counted = await (0,_detection_js__WEBPACK_IMPORTED_MODULE_9__/* .fetchSignalCount */ .QY)({ datadog, ledger }, { query: SIGNALS_QUERY, window });
            return { requests: ledger.requests, count: "count" in counted ? counted.count : null };
        },
        isLasting: true,
        storage: { spool, shape: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .RECORD_SCHEMAS */ .LI["security-signals"] },
        pagingFor: ({ from, to }) => {
            const stretch = { from: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(from ?? whole.from), to: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(to ?? whole.to) };
            return {
                pageSize,
                requestAfter: (cursor, limit) => signalSearchRequest(SIGNALS_QUERY, stretch, { limit, ...(cursor === null ? {} : { cursor }) }),
                keep: (raw) => (0,_evidence_projection_signal_js__WEBPACK_IMPORTED_MODULE_5__/* .projectSignal */ .u)(raw, { ...projection, window }),
                // The raw events: most of a signal's size, and never part of evidence.
                unread: "samples",
                read: _search_page_js__WEBPACK_IMPORTED_MODULE_11__/* .readSearchPage */ .i,
            };
        },
        timeOf: ({ timestamp }) => Date.parse(timestamp),
    };
}
function suppressionCaveats(suppressions) {
    if ("none" in suppressions) {
        return [
            `the number of enabled suppression rules is not known, and a detection that they suppress never becomes a signal: ${suppressions.none}`,
        ];
    }
    if (suppressions.count === 0)
        return [];
    return [
        `suppression rules enabled: ${suppressions.count}; a detection that they suppress never becomes a signal`,
    ];
}
function ruleCaveats(rules) {
    if ("none" in rules)
        return [`the number of enabled detection rules is not known: ${rules.none}`];
    if (rules.disabled === 0)
        return [];
    return [`detection rules disabled: ${rules.disabled}; nothing that they would detect becomes a signal`];
}
/** Without a critical or high signal, enabled rules or any other signal show that detection works at all. */
async function proveDetection(client, { window, rules }) {
    const watching = "none" in rules ? [] : [(0,_evidence_rules_completeness_js__WEBPACK_IMPORTED_MODULE_4__/* .checkAtLeastOne */ .nz)(_evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_7__/* .RULES_ENABLED */ .cO, rules.enabled)];
    if (!("none" in rules) && rules.enabled > 0)
        return watching;
    const reply = await (0,_datadog_pagination_js__WEBPACK_IMPORTED_MODULE_2__/* .requestOnce */ .L4)(client, signalSearchRequest("*", window, { limit: 1 }));
    const page = (0,_search_page_js__WEBPACK_IMPORTED_MODULE_11__/* .readSearchPage */ .i)(reply.json);
    return page === null ? watching : [...watching, (0,_evidence_rules_completeness_js__WEBPACK_IMPORTED_MODULE_4__/* .checkAtLeastOne */ .nz)(_evidence_rules_states_js__WEBPACK_IMPORTED_MODULE_7__/* .SIGNALS_SEEN */ ._I, page.records.length)];
}
/** One page of the search for signals of the window. */
function signalSearchRequest(query, { from, to }, page) {
    return {
        method: "POST",
        path: _evidence_rules_recount_js__WEBPACK_IMPORTED_MODULE_0__/* .LISTING_PATHS */ .k3["security-signals"],
        body: { filter: { query, from, to }, page, sort: "timestamp" },
        permission: "security_monitoring_signals_read",
    };
}


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ NO_COUNT),
  G: () => (/* binding */ readTimeline)
});

// EXTERNAL MODULE: ./lib/datadog/pagination.js
var pagination = __webpack_require__(18840);
// EXTERNAL MODULE: ./lib/collectors/store/batch.js + 1 modules
var batch = __webpack_require__(51498);
// EXTERNAL MODULE: ./lib/collectors/store/record-index.js + 1 modules
var record_index = __webpack_require__(50423);
;// CONCATENATED MODULE: ./lib/collectors/slicing/plan.js
/** The most slices that one is divided into: twice as many as are read at once, so that a long one delays less. */
const MOST_SLICES = 16;
/** Smaller slices cost more requests than they save waiting. */
const SMALLEST_SLICE_PAGES = { counted: 4, whole: 6, slice: 16 };
/** With fewer pages left, dividing a list, or a slice of it, is not worth it. */
const WORTH_DIVIDING = { whole: 12, slice: 32 };
/** The number of pages to read before the first estimate. A slice had one already. */
const PAGES_BEFORE = { whole: 1, slice: 4 };
/** A divided slice is read again from its start, so this many times as many pages must be left as were read. */
const TO_COME = 4;
/**
 * The most pages left, per page read, that an estimate of a slice may give: a batch of one second says
 * nothing about the next hours, and there are many batches.
 */
const MOST_BELIEVED = 48;
/** A page whose records span less time says nothing about the next hours. */
const SHORTEST_PAGE_MS = 1000;
const SECOND_MS = 1000;
/**
 * Estimates the rest of a slice; null if it is not worth dividing. It depends only on the answers, so that
 * the same answers give the same slices.
 *
 * The density of the last page gives the number of pages left. This is done after 1, 2, 4, 8 … pages: a
 * quiet list is read on, and a busy hour in it is divided when it is reached. For a slice, the density of
 * the second half of its pages counts, and only up to a bound, because a page of one batch is no measure.
 */
function estimateSlice({ span, isWhole, pages, halfway, times: timesOf, horizon, }) {
    const kind = isWhole ? "whole" : "slice";
    if (pages < PAGES_BEFORE[kind] || !isPowerOfTwo(pages))
        return null;
    const times = timesOf();
    const first = times[0] ?? null;
    const last = times.at(-1) ?? null;
    const isAscending = times.every((time, at) => time !== null && time >= (times[at - 1] ?? time));
    if (first === null || last === null || !isAscending)
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
 * The slices to read in place of one; null if it is better read as it is. If Datadog gives a count, that
 * is used instead of the estimate.
 */
function divideSlice({ span, isWhole, last, end, horizon, toCome }, counted) {
    const kind = isWhole ? "whole" : "slice";
    const pages = counted ?? toCome;
    if (pages < WORTH_DIVIDING[kind])
        return null;
    const smallest = SMALLEST_SLICE_PAGES[counted === null ? kind : "counted"];
    const count = Math.min(MOST_SLICES, Math.floor(pages / smallest));
    // Whole seconds, because Datadog may cut off fractions.
    const seamsBetween = Array.from({ length: count - 1 }, (_, at) => Math.floor((last + ((at + 1) * (end - last)) / count) / SECOND_MS) * SECOND_MS);
    const inside = [...new Set(seamsBetween)].filter((seam) => seam > last && seam < end);
    if (inside.length === 0)
        return null;
    const ends = [...inside, ...(span.to === null ? [horizon] : []), span.to];
    return ends.map((to, at) => ({ from: at === 0 ? span.from : (ends[at - 1] ?? null), to }));
}
/** Checks that the slices, in their order, cover the whole without a hole or an overlap. */
function checkSeams(slices, whole, what) {
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
/** Whether the number of pages is 1, 2, 4, 8 …, after which the rest is estimated. */
function isPowerOfTwo(count) {
    return Number.isInteger(Math.log2(count));
}

;// CONCATENATED MODULE: ./lib/collectors/slicing/read-slices.js




/** There is no count. */
const NO_COUNT = { requests: [], count: null };
/**
 * Reads a timeline to its end or to a failure: a short one as a whole, a long one in parallel slices, each
 * listed in the evidence with requests of its own. A failure of one slice never loses the others.
 */
async function readTimeline(datadog, timeline) {
    const results = await readSlice(datadog, timeline, { span: timeline.whole, isWhole: true });
    const slices = results.flatMap((result) => ("batch" in result ? [result] : []));
    const probes = results.flatMap((result) => ("seenIds" in result ? [result] : []));
    const batches = slices.map(({ batch }) => batch);
    const { spool } = timeline.storage;
    return {
        agreements: probes.length === 0 ? [] : checkSlices(slices, probes, timeline),
        collected: (0,batch/* mergeBatches */.jj)(batches, spool),
        requests: results.map(({ entry }) => entry),
        listings: slices.map(({ entry }) => entry),
        readAgain: async (span) => {
            const { slice, readOn } = openSlice(datadog, timeline, span);
            await readOn();
            return { collected: (0,batch/* mergeBatches */.jj)([...batches, slice.batch], spool), entry: slice.entry };
        },
    };
}
/** A span that is read page by page. Reading can stop after a page and go on later. */
function openSlice(datadog, timeline, span) {
    const paging = timeline.pagingFor(span);
    const pages = new pagination/* PageReader */.Xh(datadog, paging);
    const slice = { entry: pages.entry, span, batch: (0,batch/* newBatch */.fG)(), isIgnored: false };
    const readOn = async (isWanted) => (0,batch/* fillBatch */.Ks)(slice.batch, { pages, storage: timeline.storage, isWanted });
    return { slice, readOn, pageSize: paging.pageSize };
}
async function readSlice(datadog, timeline, { span, isWhole, onPage = () => { }, }) {
    const { horizon, timeOf } = timeline;
    const { slice, readOn, pageSize } = openSlice(datadog, timeline, span);
    const { entry, batch } = slice;
    const seen = { rest: null, halfway: null };
    await readOn((page) => {
        const times = () => page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
        if (!isWhole && times().some((time) => isOutside(time, span)))
            slice.isIgnored = true;
        onPage(slice.isIgnored);
        if (slice.isIgnored)
            return false;
        if (entry.drained || page.length < pageSize)
            return true;
        const pages = entry.pages.length;
        seen.rest = estimateSlice({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
        if (isPowerOfTwo(pages))
            seen.halfway = times().at(-1) ?? null;
        return seen.rest === null;
    });
    // A slice that Datadog refused has no page.
    onPage(isUseless(slice));
    const { rest } = seen;
    if (rest === null || slice.isIgnored)
        return [slice];
    const counted = isWhole ? await timeline.countRecords() : NO_COUNT;
    const counts = counted.requests.map((asked) => probeOf(asked));
    const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
    const slices = divideSlice(rest, left);
    if (slices === null) {
        await readOn();
        return [...counts, slice];
    }
    const results = await readSlices(datadog, timeline, slices);
    if (!results.some(isUseless) && !losesRecords(batch.index, results))
        return [probeOf(entry, batch.index), ...counts, ...results];
    // Datadog accepted the request for the whole, so it refuses, ignores or misreads the bounds of slices.
    const asked = results.map((result) => probeOf(result.entry));
    await readOn();
    return [...counts, ...asked, slice];
}
/**
 * Reads the slices in parallel. The first page of the last closed one comes before all others, so that a
 * Datadog that ignores the bounds costs one page, not one page for each slice. The
 * open slice comes last: a record that moves there while the others are read is then read again.
 */
async function readSlices(datadog, timeline, slices) {
    const { closed = [], open = [] } = Object.groupBy(slices, ({ to }) => (to === null ? "open" : "closed"));
    const tried = closed.at(-1);
    if (tried === undefined)
        return [];
    const firstPage = Promise.withResolvers();
    const first = readSlice(datadog, timeline, {
        span: tried,
        isWhole: false,
        onPage: firstPage.resolve,
    });
    if (await firstPage.promise)
        return first;
    const others = closed
        .slice(0, -1)
        .map(async (span) => readSlice(datadog, timeline, { span, isWhole: false }));
    const results = (await Promise.all([...others, first])).flat();
    if (results.some(isUseless))
        return results;
    for (const span of open)
        results.push(...(await readSlice(datadog, timeline, { span, isWhole: false })));
    return results;
}
/** Bounds may be cut to whole seconds, and an end may be part of a slice. */
const BOUND_TOLERANCE_MS = 1000;
function isOutside(time, { from, to }) {
    if (time === null)
        return false;
    if (from !== null && time < from - BOUND_TOLERANCE_MS)
        return true;
    return to !== null && time > to + BOUND_TOLERANCE_MS;
}
function probeOf(entry, seenIds = new record_index/* RecordIndex */.a()) {
    return { entry: { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) }, seenIds };
}
/** Whether Datadog ignored the bounds of a slice, or refused them. */
function isUseless(result) {
    if (!("batch" in result))
        return false;
    const { pages } = result.entry;
    return result.isIgnored || (pages.length === 1 && pages[0]?.status === 400);
}
/** Whether the slices lack most records of the probe. A few may move or end meanwhile, but not most of a page. */
function losesRecords(seenIds, results) {
    const batches = results.flatMap((result) => ("batch" in result ? [result.batch] : []));
    if (batches.some(({ stopped }) => stopped !== null))
        return false;
    return seenIds.countIn(batches.map(({ index }) => index)) * 2 < seenIds.size;
}
/** Checks that the slices join, and that they list again what the probes saw, where it lasts. */
function checkSlices(slices, probes, { what, whole, isLasting }) {
    const seams = checkSeams(slices.map(({ span }) => span), whole, what);
    if (!isLasting || slices.some(({ batch }) => batch.stopped !== null))
        return [seams];
    const seen = new record_index/* RecordIndex */.a();
    for (const { seenIds } of probes)
        seen.merge(seenIds);
    const actual = seen.countIn(slices.map(({ batch }) => batch.index));
    return [
        seams,
        {
            name: `${what} that the first probe saw and the slices listed again`,
            expected: seen.size,
            actual,
            ok: actual === seen.size,
        },
    ];
}


/***/ }),

/***/ 51498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iw: () => (/* binding */ collectionOf),
  DF: () => (/* binding */ countListed),
  Ks: () => (/* binding */ fillBatch),
  jj: () => (/* binding */ mergeBatches),
  fG: () => (/* binding */ newBatch),
  KC: () => (/* binding */ noRecords),
  qo: () => (/* binding */ reasonFor)
});

// EXTERNAL MODULE: ./lib/evidence/rules/completeness.js
var completeness = __webpack_require__(54873);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
;// CONCATENATED MODULE: ./lib/collectors/store/record-lines.js



/** Fewer bytes of records are held as objects, which is cheaper than reading them again. */
const FEW_BYTES = 1024 * 1024;
/** The number of bytes read at once. */
const PIECE_BYTES = 64 * 1024;
/** The records of these lines, in this order. */
function readRecords(spool, { length: count, size, ...lines }, few = FEW_BYTES) {
    if (size <= few) {
        return Array.from(lines.all(), ({ at, length }) => JSON.parse(spool.read(at, length).toString("utf8")));
    }
    const digest = (0,external_node_crypto_.createHash)("sha256");
    const begin = spool.size;
    const room = Buffer.allocUnsafe(PIECE_BYTES);
    for (const { at, length } of lines.all()) {
        const line = spool.read(at, length, room);
        digest.update(line);
        spool.append(line);
    }
    const sha256 = digest.digest("hex");
    return new NdjsonRecords(count, {
        size,
        sha256,
        *pieces() {
            const again = (0,external_node_crypto_.createHash)("sha256");
            for (let at = 0; at < size; at += PIECE_BYTES) {
                const piece = spool.read(begin + at, Math.min(PIECE_BYTES, size - at));
                again.update(piece);
                yield piece;
            }
            // The signature names the digest of what was written, so nothing else may be published.
            if (again.digest("hex") !== sha256) {
                throw new failure/* Failure */.HR("not-published", "the records were not read back as they were written", {
                    hint: "check the disk that holds the temporary folder",
                });
            }
        },
    });
}
/** Records that are parsed when they are read. They were checked when they were written. */
class NdjsonRecords {
    length;
    lines;
    constructor(length, lines) {
        this.length = length;
        this.lines = lines;
    }
    *values() {
        for (const line of (0,file/* readLines */.Se)(this.lines)) {
            const record = JSON.parse(line);
            yield record;
        }
    }
    [Symbol.iterator]() {
        return this.values();
    }
}

// EXTERNAL MODULE: ./lib/collectors/store/record-index.js + 1 modules
var record_index = __webpack_require__(50423);
;// CONCATENATED MODULE: ./lib/collectors/store/batch.js




/** An empty batch. */
function newBatch() {
    return { index: new record_index/* RecordIndex */.a(), misshapen: [], pages: 0, received: 0, nullLists: 0, stopped: null };
}
/** Adds a page to a batch. */
function addPage(batch, { records, isNull }, { spool, shape }) {
    const { index, misshapen } = batch;
    batch.received += records.length;
    batch.pages += 1;
    batch.nullLists += Number(isNull);
    for (const [nth, projected] of records.entries()) {
        if ("misshapen" in projected) {
            const place = `record ${nth + 1} of page ${batch.pages}`;
            misshapen.push({ field: projected.misshapen, id: projected.id, place });
        }
        // A record may be kept on one page and left out on another. The last one counts.
        else if ("excluded" in projected)
            index.leaveOut(projected.id, { excluded: projected.excluded });
        else if ("withheld" in projected) {
            const { id, withheld } = projected;
            // An id that holds a secret is not named.
            const name = withheld.includes("id") ? "one" : id;
            index.leaveOut(id, { withheld: `${name} in ${withheld.join(", ")}` });
        }
        else {
            const { kept, remarks, redactions } = projected;
            const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
            const name = remarks.includes("unusable-time") ? String(kept.id) : null;
            const note = remarks.length + redactions === 0 ? null : { remarks, redactions, name };
            index.put(kept, { at, length: spool.size - at }, note);
        }
    }
}
/** Reads pages into a batch to the end or to a failure, or while they are wanted. Keeps what came before a failure. */
async function fillBatch(batch, from) {
    const { pages, storage, isWanted = () => true } = from;
    try {
        await pages.readWhile((page) => {
            addPage(batch, page, storage);
            return isWanted(page.records);
        });
    }
    catch (error) {
        batch.stopped = reasonFor(error);
    }
}
/** The records of all batches, in the index of the first. If several batches have a record, the last one counts. */
function mergeBatches(batches, spool) {
    const [first, ...later] = batches;
    const index = first?.index ?? new record_index/* RecordIndex */.a();
    for (const batch of later)
        index.merge(batch.index);
    const misshapen = batches.flatMap((batch, slice) => batch.misshapen.map(({ field, id, place }) => ({
        field,
        name: id ?? (batches.length === 1 ? place : `${place} of slice ${slice + 1}`),
    })));
    return {
        records: readRecords(spool, index.lines(spool)),
        received: batches.reduce((sum, { received }) => sum + received, 0),
        unique: index.size + misshapen.length,
        misshapen,
        ...tallyNotes(index.notes()),
        nullLists: batches.reduce((sum, { nullLists }) => sum + nullLists, 0),
        stopped: batches.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    };
}
function tallyNotes(notes) {
    const excluded = new Map();
    const withheld = [];
    const remarks = new Map();
    const withUnusableTime = [];
    let redactions = 0;
    for (const note of notes) {
        if ("excluded" in note)
            countUp(excluded, note.excluded);
        else if ("withheld" in note)
            withheld.push(note.withheld);
        else {
            redactions += note.redactions;
            for (const remark of note.remarks)
                countUp(remarks, remark);
            if (note.name !== null)
                withUnusableTime.push(note.name);
        }
    }
    return { excluded, withheld: withheld.toSorted(), remarks, withUnusableTime, redactions };
}
function countUp(counts, what) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
}
/** No records, for a listing that could not be requested. */
function noRecords(spool, reason) {
    return mergeBatches([{ ...newBatch(), stopped: reason }], spool);
}
/** The number of records that were listed. One that could not be read, or that holds a secret, was in the list too. */
function countListed({ records, misshapen, withheld }) {
    return records.length + misshapen.length + withheld.length;
}
/** The collection of an item, derived from what was collected and how. */
function collectionOf(collected, how) {
    const excluded = collected.unique - countListed(collected);
    return (0,completeness/* deriveCollection */.Sf)({ ...how, ...collected, kept: collected.records.length, excluded });
}
/** A foreseen failure as a reason of the evidence. Throws any other error. */
function reasonFor(error) {
    if (!(error instanceof failure/* Failure */.HR) || !(0,failure/* isReasonCode */.O8)(error.code))
        throw error;
    return { code: error.code, message: error.message, hint: error.hint ?? null };
}


/***/ }),

/***/ 50423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ RecordIndex)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/collectors/store/digest-set.js

/** Words of 32 bits that are kept of each digest: 128 bits distinguish any ids. */
const WORDS_EACH = 4;
const FIRST_CAPACITY = 256;
/**
 * A set of ids, numbered from 0 in the order in which they were added. It keeps a digest of each id in
 * about 24 bytes; a `Map` of the ids takes ten times that.
 */
class DigestSet {
    size = 0;
    #words = new Uint32Array(FIRST_CAPACITY * WORDS_EACH);
    /** A hash table of numbers plus one, by the beginning of the digest; 0 is free. At most half full. */
    #table = new Uint32Array(FIRST_CAPACITY * 2);
    #sought = new Uint32Array(WORDS_EACH);
    /** The number of an id, which is added if it is new. */
    add(id) {
        // As text: hundreds of thousands of buffers would fragment memory.
        const digest = (0,external_node_crypto_.hash)("sha256", id, "binary");
        for (let word = 0; word < WORDS_EACH; word += 1)
            this.#sought[word] = wordIn(digest, word);
        return this.#add(this.#sought);
    }
    /** Adds the id with that number in the other set, and returns its number here. */
    addFrom(other, nth) {
        return this.#add(other.#digest(nth));
    }
    /** Whether the id with that number in the other set is in this one. */
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
        this.#words.set(digest, nth * WORDS_EACH);
        if (this.size * 2 >= this.#table.length)
            this.#grow();
        return nth;
    }
    /** The slot of the digest in the table, or the free slot for it. */
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
        for (let word = 0; word < WORDS_EACH; word += 1) {
            if (digest[word] !== this.#words[nth * WORDS_EACH + word])
                return false;
        }
        return true;
    }
    #digest(nth) {
        return this.#words.subarray(nth * WORDS_EACH, (nth + 1) * WORDS_EACH);
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

;// CONCATENATED MODULE: ./lib/collectors/store/record-index.js

/**
 * The index of the records while a listing is read. There may be hundreds of thousands, so it takes about
 * fifty bytes for each; the records themselves are in the spool.
 */
class RecordIndex {
    #ids = new DigestSet();
    #keys = new NumberColumn();
    /** The keys that are not numbers. */
    #texts = new Map();
    #places = new NumberColumn();
    #lengths = new NumberColumn();
    #notes = new Map();
    /** The number of records, without duplicates. */
    get size() {
        return this.#ids.size;
    }
    /** Adds a record, or replaces the one with its id. */
    put({ id, timestamp }, line, note) {
        this.#put(this.#ids.add(String(id)), { key: sortKeyOf(timestamp ?? id), line, note });
    }
    /** Notes that the record with this id is not kept. */
    leaveOut(id, why) {
        this.#put(this.#ids.add(id), { key: 0, line: NO_PLACE, note: why });
    }
    /** Adds the records of another index, which replace those with the same id. */
    merge(other) {
        for (let nth = 0; nth < other.size; nth += 1) {
            this.#put(this.#ids.addFrom(other.#ids, nth), {
                key: other.#keyOf(nth),
                line: other.#lineOf(nth),
                note: other.#notes.get(nth) ?? null,
            });
        }
    }
    /** The number of ids that are in any of the others too. */
    countIn(others) {
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
    /** The places of the kept records in the order of the file: signals by (timestamp, id), others by id. */
    lines(spool) {
        const sorted = this.#kept().toSorted((a, b) => compareKeys(this.#keyOf(a), this.#keyOf(b)));
        const size = sorted.reduce((sum, nth) => sum + this.#lengths.get(nth), 0);
        return { length: sorted.length, size, all: () => this.#inOrder(sorted, spool) };
    }
    #kept() {
        return Uint32Array.from({ length: this.size }, (_, nth) => nth).filter((nth) => !this.#isLeftOut(nth));
    }
    /** Records with the same key are ordered by id. Few share one. */
    *#inOrder(sorted, spool) {
        for (let from = 0; from < sorted.length;) {
            const key = this.#keyOf(sorted[from] ?? 0);
            let to = from + 1;
            while (to < sorted.length && this.#keyOf(sorted[to] ?? 0) === key)
                to += 1;
            if (to === from + 1)
                yield this.#lineOf(sorted[from] ?? 0);
            else {
                const named = Array.from(sorted.subarray(from, to), (nth) => {
                    const line = this.#lineOf(nth);
                    const { id } = JSON.parse(spool.read(line.at, line.length).toString("utf8"));
                    return { id: String(id), line };
                });
                for (const { line } of named.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
                    yield line;
            }
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
        return note !== undefined && ("excluded" in note || "withheld" in note);
    }
}
/** A growing list of numbers of eight bytes. */
class NumberColumn {
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
const NO_PLACE = { at: 0, length: 0 };
/** The length of a time with a year of four digits. Texts with longer years do not sort like their numbers. */
const ISO_LENGTH = 24;
/** The number of a time as Datadog writes it, which sorts like the text and takes less memory. */
function sortKeyOf(text) {
    if (typeof text === "number")
        return text;
    const ms = Date.parse(text);
    return text.length === ISO_LENGTH && !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}
/** Compares keys as texts, by code unit. */
function compareKeys(a, b) {
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


/***/ }),

/***/ 36629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ RecordSpool)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);





const BLOCK_BYTES = 1024 * 1024;
/** The number of blocks in memory before a file is created. */
const IN_MEMORY = 4;
/**
 * Bytes that are written once and read by their place. After a few megabytes they go to a file without a
 * name, which ends with the process. If the disk refuses them they stay in memory, so no record is lost.
 */
class RecordSpool {
    /** The number of bytes, which is the place of the next ones. */
    size = 0;
    /** Null for a block that is in the file, at its own place. */
    #blocks = [];
    #inMemory;
    #folder;
    /** Null before it is needed, and if it cannot be created. */
    #file = null;
    #isRefused = false;
    /** The memory of the block moved out last. It is reused one block later: appended bytes may still point into it. */
    #spare = null;
    constructor({ folder = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), inMemory = IN_MEMORY } = {}) {
        this.#folder = folder;
        this.#inMemory = inMemory;
    }
    /** Appends bytes and returns the place of the first one. */
    append(bytes) {
        const place = this.size;
        for (let done = 0; done < bytes.length;) {
            const within = this.size % BLOCK_BYTES;
            if (within === 0)
                this.#begin();
            const copied = bytes.copy(this.#blocks.at(-1) ?? Buffer.alloc(0), within, done);
            done += copied;
            this.size += copied;
        }
        return place;
    }
    /** Appends a text in UTF-8 and returns its place. The spool grows by its length in bytes. */
    write(text) {
        const within = this.size % BLOCK_BYTES;
        // A character takes at most three bytes for each of its code units.
        if (within === 0 || within + text.length * 3 > BLOCK_BYTES)
            return this.append(Buffer.from(text));
        const place = this.size;
        this.size += this.#blocks.at(-1)?.write(text, within) ?? 0;
        return place;
    }
    /** Reads bytes. They may be in `room`, if given, until the caller passes it again. */
    read(place, length, room) {
        const within = place % BLOCK_BYTES;
        if (within + length <= BLOCK_BYTES) {
            const block = this.#blocks[Math.floor(place / BLOCK_BYTES)] ?? null;
            if (block !== null)
                return block.subarray(within, within + length);
            const isRoom = room !== undefined && room.length >= length;
            return this.#fromFile(place, isRoom ? room.subarray(0, length) : Buffer.allocUnsafe(length));
        }
        const first = BLOCK_BYTES - within;
        return Buffer.concat([this.read(place, first), this.read(place + first, length - first)]);
    }
    [Symbol.dispose]() {
        if (this.#file !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#file);
        this.#file = null;
        this.#blocks.length = 0;
    }
    /** Starts a new block, and moves a full one out of memory. */
    #begin() {
        const last = this.#blocks.length - 1;
        const left = last >= this.#inMemory ? this.#moveOut(last) : null;
        this.#blocks.push(this.#spare ?? Buffer.allocUnsafe(BLOCK_BYTES));
        this.#spare = left;
    }
    /** Moves a block to the file and returns its memory; null if it stays in memory. */
    #moveOut(nth) {
        const block = this.#blocks[nth] ?? null;
        if (this.#isRefused || block === null)
            return null;
        try {
            this.#file ??= unnamedFile(this.#folder);
            for (let done = 0; done < BLOCK_BYTES;) {
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#file, block, done, BLOCK_BYTES - done, nth * BLOCK_BYTES + done);
            }
            this.#blocks[nth] = null;
            return block;
        }
        catch {
            // Blocks that are in the file already can still be read.
            this.#isRefused = true;
            return null;
        }
    }
    #fromFile(place, into) {
        if (this.#file === null)
            throw new Error("the spool has nothing at this place");
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
/** A file without a name: nobody else can open it, and it is gone when the process ends. */
function unnamedFile(folder) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, `datadog-evidence-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex")}`);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(name, "wx+", 0o600);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(name);
    return file;
}


/***/ }),

/***/ 19682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ ACCESS_INPUTS),
/* harmony export */   YE: () => (/* binding */ chooseAccess),
/* harmony export */   u2: () => (/* binding */ OTHER_ACCESS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57697);

/** The inputs that say how Datadog is asked. */
const ACCESS_INPUTS = {
    "api-key": secretInput("a key").meta({
        description: "Datadog API key, 32 hexadecimal characters. Give it together with app-key, unless access-token or org-id is set.",
        variable: "DD_API_KEY",
        isSecret: true,
    }),
    "app-key": secretInput("a key").meta({
        description: "Datadog application key. Use one that belongs to a service account; the README lists the permissions it needs.",
        variable: "DD_APP_KEY",
        isSecret: true,
    }),
    "access-token": secretInput("a token", { longest: 16_384 }).meta({
        description: "Personal, service or delegated access token of Datadog, in place of the two keys. It needs the same permissions.",
        variable: "DD_ACCESS_TOKEN",
        isSecret: true,
    }),
    "org-id": zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
        error: "must be the public id of the organisation, such as 01234567-89ab-cdef-0123-456789abcdef",
    })
        .transform((id) => id.toLowerCase())
        .nullable()
        .default(null)
        .meta({
        description: "Public id of the Datadog organisation, for access without a stored secret: the job's GitHub identity is exchanged for a Datadog token. Needs permissions: id-token: write, and an identity mapping in Datadog (Preview).",
        variable: "DD_ORG_ID",
        argument: "ID",
    }),
};
/** The choice, and what speaks against it; null where a problem leaves none. */
function chooseAccess(given, hasIdentity) {
    const { "api-key": apiKey, "app-key": appKey, "access-token": token, "org-id": organizationId } = given;
    const ways = [
        ...(apiKey === undefined && appKey === undefined ? [] : ["api-key with app-key"]),
        ...(token === undefined ? [] : ["access-token"]),
        ...(organizationId === undefined ? [] : ["org-id"]),
    ];
    if (ways.length > 1) {
        return { access: null, problems: [`${ways.join(" and ")}: give one of them, not several`] };
    }
    if (token !== undefined)
        return { access: { by: "token", token }, problems: misplacedToken(token) };
    if (organizationId !== undefined) {
        const access = { by: "delegated", organizationId: organizationId.toLowerCase() };
        return { access, problems: hasIdentity ? [] : [NO_IDENTITY] };
    }
    if (apiKey !== undefined && appKey !== undefined) {
        return { access: { by: "keys", apiKey, appKey }, problems: swappedKeys(apiKey, appKey) };
    }
    const missing = [
        ...(apiKey === undefined ? [requiredInput("api-key", "DD_API_KEY")] : []),
        ...(appKey === undefined ? [requiredInput("app-key", "DD_APP_KEY")] : []),
    ];
    return { access: null, problems: [...missing, ...(ways.length === 0 ? [OTHER_ACCESS] : [])] };
}
/** What is said where neither the two keys nor anything in their place is given. */
const OTHER_ACCESS = "access-token, org-id: one of them can replace the two keys (command line: DD_ACCESS_TOKEN, or DD_ORG_ID in a job of GitHub Actions)";
const NO_IDENTITY = "org-id: needs the identity of a job of GitHub Actions; give the job permissions: id-token: write, or use access-token or keys";
function requiredInput(name, variable) {
    return `${name}: is required: give it as a secret (command line: ${variable})`;
}
/**
 * Keys pasted into each other's place are the most frequent mistake, and Datadog only says Forbidden. Lengths alone
 * refuse nothing: Datadog publishes none for its newer keys.
 */
function swappedKeys(apiKey, appKey) {
    const isPrefixed = /^ddapp?_/i.test(apiKey);
    const isAppKey = isPrefixed || /^[0-9a-f]{40}$/i.test(apiKey);
    if (isAppKey && /^[0-9a-f]{32}$/i.test(appKey))
        return ["api-key, app-key: the two keys are swapped"];
    return isPrefixed ? ["api-key: this is an application key; an API key has 32 hexadecimal characters"] : [];
}
function misplacedToken(token) {
    const isKey = /^ddapp?_/i.test(token) || /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/i.test(token);
    return isKey ? ["access-token: this is a key, not a token; give keys as api-key with app-key"] : [];
}
const QUOTED = /^(?:"[^"]*"|'[^']*'|`[^`]*`)$/;
/** Placeholders that examples show in place of a key. A real key has digits, or a prefix of Datadog's. */
const PLACEHOLDER = /^(?:<[^<>]*>|\$\{?[A-Za-z_]+\}?|\.{3}|[xX*]{4,}|(?:your|my|the|an?|insert|replace|enter|put)[-_][a-z_-]*|(?:dd[-_])?(?:api|app(?:lication)?|access)[-_]?(?:key|token)|change[-_]?me|todo|placeholder|dummy|secret|none|null|undefined)$/i;
/** A secret that an HTTP header can carry. No message repeats any of it. */
function secretInput(what, { longest = 200 } = {}) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[\x21-\x7e]+$/, {
        error: `does not look like ${what}: it holds spaces or other characters that do not belong there`,
    })
        .max(longest, { error: `does not look like ${what}: it is too long` })
        .refine((text) => !QUOTED.test(text), { error: "is in quotes; give it without them" })
        .refine((text) => !PLACEHOLDER.test(text), {
        error: `is the placeholder of an example, not ${what}; put the real one in its place`,
    })
        .nullable()
        .default(null);
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ decideExit),
/* harmony export */   MJ: () => (/* binding */ parseGates),
/* harmony export */   Nk: () => (/* binding */ readMetric),
/* harmony export */   OO: () => (/* binding */ GATE_WORDS),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
/* harmony import */ var _policy_describe_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81619);

/** The metrics that a threshold may name. */
const METRICS = {
    critical: { "security-signals": "critical", "cspm-findings": "critical" },
    high: { "security-signals": "high", "cspm-findings": "high" },
    "critical-signals": { "security-signals": "critical" },
    "high-signals": { "security-signals": "high" },
    "open-signals": { "security-signals": "open" },
    "failing-monitors": { "compliance-monitors": "failing" },
    "not-evaluated-monitors": { "compliance-monitors": "notEvaluated" },
    "muted-monitors": { "compliance-monitors": "muted" },
    "critical-findings": { "cspm-findings": "critical" },
    "high-findings": { "cspm-findings": "high" },
};
/** The value of a metric in the evidence; null if not known. */
function readMetric(name, { items }) {
    const counted = METRICS[name];
    const known = items.flatMap(({ id, result: { counts } }) => {
        const count = Object.entries(counts ?? {}).find(([each]) => each === counted[id]);
        return count === undefined ? [] : [count[1]];
    });
    return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
}
/** The gates of a list such as `incomplete, critical>0`; null if a word is unknown. */
function parseGates(list) {
    const words = splitWords(list);
    if (words.length === 0)
        return null;
    if (words.includes("never"))
        return words.length === 1 ? [] : null;
    const gates = words.map(gateOf);
    return gates.every((gate) => gate !== null) ? gates : null;
}
/** The words of a list, which commas or spaces separate. */
function splitWords(list) {
    return list.split(/[\s,]+/).filter((word) => word !== "");
}
/** What `fail-on` accepts, for its error message. */
const GATE_WORDS = `incomplete, expectations, attention, never, or a threshold such as critical>0 on ${Object.keys(METRICS).join(", ")}`;
function gateOf(word) {
    if (word === "incomplete" || word === "attention" || word === "expectations")
        return { kind: word };
    const [, name, operator, digits] = /^([a-z-]+)(>=?)(\d{1,9})$/.exec(word) ?? [];
    if (name === undefined || !isMetric(name) || (operator !== ">" && operator !== ">="))
        return null;
    return { kind: "threshold", metric: name, operator, value: Number(digits) };
}
function isMetric(name) {
    return Object.hasOwn(METRICS, name);
}
/** The exit of a run: 2 goes before 1, 1 before 3, and 3 before 0. It is decided after everything is written, signed and published. */
function decideExit(evidence, { gates, undone, changes, }) {
    const lost = lostItems(evidence);
    const couldNot = [...(evidence.outcome === "failed" ? nothingCollected(lost) : []), ...undone];
    const content = gates.flatMap((gate) => firedReasons(gate, evidence)).map((message) => ({ message }));
    const missing = gates.some(({ kind }) => kind === "incomplete")
        ? [
            ...(evidence.outcome === "failed" ? [] : lost.map(lossOf)),
            ...untaggedMonitors(evidence),
            ...noLongerCollected(changes).map((message) => ({ message })),
        ]
        : [];
    const all = [...couldNot, ...content, ...missing];
    const code = couldNot.length > 0 ? 2 : content.length > 0 ? 1 : missing.length > 0 ? 3 : 0;
    return {
        code,
        reasons: all.map(({ message }) => message),
        hints: [...new Set(all.flatMap(({ hint }) => hint ?? []))],
    };
}
function firedReasons(gate, evidence) {
    if (gate.kind === "incomplete")
        return [];
    if (gate.kind === "expectations") {
        // What is unknown fires nothing here either: its item is not complete.
        return (0,_policy_describe_result_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenExpectations */ .R1)(evidence).map(_policy_describe_result_js__WEBPACK_IMPORTED_MODULE_0__/* .describeResult */ .dy);
    }
    if (gate.kind === "attention") {
        return evidence.items
            .filter(({ result }) => result.state === "attention")
            .map(({ id }) => `${id} needs attention`);
    }
    const actual = readMetric(gate.metric, evidence);
    // An unknown number fires no threshold; "incomplete" covers that.
    if (actual === null)
        return [];
    const isOver = gate.operator === ">" ? actual > gate.value : actual >= gate.value;
    if (!isOver)
        return [];
    // Where an item of the metric is not complete, the number is only a minimum.
    const counted = METRICS[gate.metric];
    const isMinimum = evidence.items.some(({ id, collection }) => collection.status !== "complete" && Object.hasOwn(counted, id));
    const floor = isMinimum ? "at least " : "";
    return [`${gate.metric} is ${floor}${actual}, which is ${gate.operator} ${gate.value}`];
}
/** The items that are partial or failed, those with the same cause together: one advice serves them all. */
function lostItems({ items }) {
    const lost = items.filter(({ collection: { status } }) => status === "partial" || status === "failed");
    const causes = Map.groupBy(lost, ({ collection: { status, reason } }) => [status, reason?.code, reason?.hint ?? reason?.message].join(" "));
    return [...causes.values()].map((members) => {
        const [first] = members;
        return {
            items: members.map(({ id }) => id),
            status: first?.collection.status ?? "failed",
            messages: [...new Set(members.map(({ collection }) => collection.reason?.message ?? "unknown reason"))],
            hint: first?.collection.reason?.hint ?? null,
        };
    });
}
function lossOf({ items, status, messages, hint }) {
    const verb = items.length === 1 ? "is" : "are";
    return { message: `${items.join(", ")} ${verb} ${status}: ${messages.join("; ")}`, hint };
}
/** One cause for all is part of the first sentence; several causes are a sentence each. */
function nothingCollected(lost) {
    const [first, ...others] = lost;
    if (first === undefined)
        return [{ message: "nothing could be collected" }];
    if (others.length > 0)
        return [{ message: "nothing could be collected" }, ...lost.map(lossOf)];
    return [{ message: `nothing could be collected: ${first.messages.join("; ")}`, hint: first.hint }];
}
function untaggedMonitors({ items }) {
    return items.flatMap(({ id, collection, result: { reason } }) => collection.status === "complete" && reason?.code === "no-monitors"
        ? [{ message: `${id}: ${reason.message}`, hint: reason.hint }]
        : []);
}
/** The items that only the run before had. A failed one is already listed as incomplete. */
function noLongerCollected(changes) {
    return (changes?.nowSkipped ?? []).flatMap(({ id, now }) => {
        if (now === "failed")
            return [];
        return [`${id} ${now === "absent" ? "was not requested" : "is skipped"}, but the run before had it`];
    });
}


/***/ }),

/***/ 66097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ SECRET_NAMES),
/* harmony export */   G0: () => (/* binding */ Inputs),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   WK: () => (/* binding */ inputsFrom),
/* harmony export */   eJ: () => (/* binding */ inputFlags),
/* harmony export */   p2: () => (/* binding */ INPUT_NOTES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57697);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(88532);
/* harmony import */ var _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28716);
/* harmony import */ var _datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3694);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81526);
/* harmony import */ var _policy_quote_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(77592);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19682);
/* harmony import */ var _fail_on_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3828);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80149);










/**
 * One entry for each input of the Action, under the same name. `action.yml`, docs/reference.md, the flags of
 * `collect` and the variables that it reads are made from it: see `InputNote`. A secret is never a flag.
 */
const Inputs = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    ..._access_js__WEBPACK_IMPORTED_MODULE_5__/* .ACCESS_INPUTS */ .Hp,
    site: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().default("datadoghq.com").transform(failing(_datadog_sites_js__WEBPACK_IMPORTED_MODULE_1__/* .siteOf */ .zU)).meta({
        description: "Datadog site, such as datadoghq.eu, or the address of your Datadog in the browser. If you give it as a secret, GitHub masks it in every link.",
        argument: "SITE",
        variable: "DD_SITE",
    }),
    stream: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default("default")
        .refine((name) => _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .StreamName */ .iN.safeParse(name).success, {
        error: "must be 1 to 63 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
    })
        .meta({
        description: "Name of the stream of evidence of one Datadog organisation, such as prod. It becomes a folder name.",
        argument: "NAME",
    }),
    cadence: zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n([..._evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br, "hourly", "daily"], {
        error: `must be one of ${[..._evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .CADENCES */ .br, "hourly", "daily"].join(", ")}`,
    })
        .default("P1D")
        .transform((word) => (word === "hourly" ? "PT1H" : word === "daily" ? "P1D" : word))
        .meta({
        description: "How often evidence is due: hourly (PT1H), PT6H, PT12H or daily (P1D).",
        argument: "DURATION",
    }),
    policy: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullable().default(null).meta({
        description: "JSON file of what you expect of the evidence, and of the exceptions you accept: see docs/expectations.md. In the Action, a file of the workspace. It is signed with the run.",
        argument: "FILE",
    }),
    mapping: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullable().default(null).meta({
        description: "JSON file of controls that you add or see in another way: see docs/controls.md. In the Action, a file of the workspace. It is signed with the run.",
        argument: "FILE",
    }),
    frameworks: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default(_controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_FRAMEWORKS */ .sw.join(","))
        .transform(listOf(_controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAMEWORK_IDS */ .Gt))
        .meta({
        description: `Frameworks whose controls the evidence names, separated by commas: ${_controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAMEWORK_IDS */ .Gt.join(", ")}. See docs/controls.md.`,
        argument: "FRAMEWORKS",
    }),
    items: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().default(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT.join(",")).transform(listOf(_evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ITEM_IDS */ .FT)).meta({
        description: "Evidence items to collect, separated by commas.",
        argument: "ITEMS",
    }),
    cspm: zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(["auto", "required"], { error: "must be auto or required" }).default("auto").meta({
        description: "What happens when cloud posture findings are not available: auto skips the item and names the reason, required makes it fail.",
        argument: "MODE",
    }),
    "monitor-tag": zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default("compliance")
        .refine((tag) => /^[^\s,"\\]{1,200}$/.test(tag), {
        error: "must be one tag without spaces, commas or quotes: Datadog cannot find tags that hold them",
    })
        .meta({ description: "Exact tag of the monitors to collect.", argument: "TAG" }),
    organization: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .max(200, { error: "must be at most 200 characters" })
        .refine((name) => !/\p{C}/u.test(name), { error: "must not hold control characters" })
        .nullable()
        .default(null)
        .meta({ description: "Organisation name to record in the evidence.", argument: "NAME" }),
    ..._signing_js__WEBPACK_IMPORTED_MODULE_7__/* .SIGNING_INPUTS */ .ik,
    "pseudonym-key": zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .min(16, { error: "must be at least 16 characters" })
        .nullable()
        .default(null)
        .meta({
        description: "Secret from which pseudonyms of resources are made. Keep the same value as long as you want to compare runs. If unset, the application key is used, and pseudonyms change when it is rotated; without keys, the organisation's public id, which is no secret.",
        variable: "PSEUDONYM_KEY",
        isSecret: true,
    }),
    privacy: zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(["standard", "minimal"], { error: "must be standard or minimal" })
        .default("standard")
        .meta({
        description: "standard keeps names and titles; minimal keeps only ids, states and counts.",
        argument: "LEVEL",
    }),
    "raw-pages": yesOrNo(false).meta({
        description: "Set to true to add Datadog's raw answers to the artifact, to check the sha256 of each page. They contain personal data, so this is refused in a public repository, even with allow-public.",
    }),
    "fail-on": zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default("incomplete,expectations")
        .transform(parsing(_fail_on_js__WEBPACK_IMPORTED_MODULE_6__/* .parseGates */ .MJ, `must be ${_fail_on_js__WEBPACK_IMPORTED_MODULE_6__/* .GATE_WORDS */ .OO}`))
        .meta({
        description: "What makes a run fail after its evidence was published: incomplete, expectations (one of the policy is broken), attention, thresholds such as critical>0, separated by commas, or never.",
        argument: "GATES",
    }),
    deadline: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default("PT10M")
        .transform(parsing(deadlineMs, "must be a duration such as PT10M, from PT10S to PT6H"))
        .meta({
        description: "Maximum duration of the run. The evidence lists what was not collected in time.",
        argument: "DURATION",
    }),
    repository: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .refine((name) => REPOSITORY.test(name), {
        error: "must be owner/name, such as acme/compliance-evidence",
    })
        .nullable()
        .default(null)
        .meta({
        description: "Evidence repository, owner/name, to which each run is committed; each run then links to the previous one. Use a separate private repository.",
    }),
    "repository-token": zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token with contents: write for that repository: github.token if it is this repository, else the token of a GitHub App.",
        isSecret: true,
    }),
    branch: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .refine(isBranchName, { error: "must be the name of a branch, such as main" })
        .nullable()
        .default(null)
        .meta({ description: "Branch of the evidence repository. Defaults to its default branch." }),
    seed: yesOrNo(false).meta({
        description: "Set to true to create what is not there: the first commit of an empty evidence repository, or the branch that you name, which then holds evidence alone.",
    }),
    commit: yesOrNo(true).meta({
        description: "Set to false to sign the run without committing it; commit it later with npx datadog-evidence publish.",
        argument: "BOOLEAN",
    }),
    path: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .default(".")
        .refine(isFolderBelow, { error: "must be a folder inside the repository, such as evidence/datadog" })
        .meta({
        description: "Folder of the evidence repository that holds the streams.",
        argument: "PATH",
    }),
    check: yesOrNo(false).meta({
        description: "Set to true to check keys, permissions, tag, signing and evidence repository instead of collecting. Nothing is written, and the job summary shows what a run would do.",
    }),
    "allow-public": yesOrNo(false).meta({
        description: "Set to true to publish evidence in a public repository, where anyone can read it.",
    }),
    "allow-unverified-tls": yesOrNo(false).meta({
        description: "Set to true to collect although NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of certificates; every item then carries a caveat. Rather name your own authority in NODE_EXTRA_CA_CERTS.",
        argument: "BOOLEAN",
    }),
    "retention-days": zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .transform(parsing(daysKept, "must be a whole number from 1 to 400"))
        .nullable()
        .default(null)
        .meta({
        description: "Days that GitHub keeps the artifact, 1 to 90 (400 in private repositories). Defaults to the repository's setting.",
    }),
});
const InputNote = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    description: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    /** The word for the value in `--help`; absent if the input is no flag. */
    argument: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().exactOptional(),
    /** The variable that gives the input on the command line. */
    variable: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().exactOptional(),
    isSecret: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY().default(false),
});
/** The notes on every input, by name, in their order. */
const INPUT_NOTES = new Map(Object.entries(Inputs.shape).map(([name, input]) => [
    name,
    { ...InputNote.parse(input.meta()), ...defaultOf(input) },
]));
/** The default of an input as text. Where the schema ends with a transform, the default comes before it. */
function defaultOf(input) {
    const outer = input instanceof zod__WEBPACK_IMPORTED_MODULE_8__/* .ZodPipe */ .utH ? input.in : input;
    const value = outer instanceof zod__WEBPACK_IMPORTED_MODULE_8__/* .ZodDefault */ .XiL ? outer.def.defaultValue : undefined;
    return typeof value === "string" ? { default: value } : {};
}
const INPUT_NAMES = [...INPUT_NOTES.keys()];
/** Inputs whose values never become a flag, a line of the log or part of a file. */
const SECRET_NAMES = INPUT_NAMES.filter((name) => INPUT_NOTES.get(name)?.isSecret === true);
/** Inputs as flags, under the same names; `--help` shows the first sentence of their description. */
function inputFlags(names) {
    return Object.fromEntries(names.map((name) => {
        const { description, argument = "TEXT", default: byDefault, } = INPUT_NOTES.get(name) ?? { description: "" };
        const [first = ""] = description.split(/(?<=\.)\s/);
        return [
            name,
            { argument, description: byDefault === undefined ? first : `${first} (default ${byDefault})` },
        ];
    }));
}
/** The inputs that environment variables give on the command line. */
function inputsFrom(environment) {
    return Object.fromEntries([...INPUT_NOTES].flatMap(([name, { variable }]) => {
        const value = variable === undefined ? undefined : environment[variable];
        return value === undefined ? [] : [[name, value]];
    }));
}
/** Turns a function that throws a failure into a transform that reports it. */
function failing(parse) {
    return (text, context) => {
        const value = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .catchFailure */ .Oh)(() => parse(text));
        if (!(value instanceof _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            return value;
        context.addIssue({ code: "custom", message: (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureLine */ .Pu)(value).replace(/^site /, "") });
        return zod__WEBPACK_IMPORTED_MODULE_9__/* .NEVER */ .tm;
    };
}
/** Some of the known words, in the order of the program. */
function listOf(known) {
    return (text, context) => {
        const words = (0,_fail_on_js__WEBPACK_IMPORTED_MODULE_6__/* .splitWords */ .yM)(text);
        const chosen = known.filter((word) => words.includes(word));
        const misspelt = words.find((word) => !known.some((one) => one === word));
        if (chosen.length > 0 && misspelt === undefined)
            return chosen;
        const why = misspelt === undefined ? "" : `${(0,_policy_quote_text_js__WEBPACK_IMPORTED_MODULE_10__/* .quoteText */ .o)(misspelt)} is not known; `;
        context.addIssue({ code: "custom", message: `${why}must be one or more of ${known.join(", ")}` });
        return zod__WEBPACK_IMPORTED_MODULE_9__/* .NEVER */ .tm;
    };
}
/** Turns a function that returns null for what it cannot read into a transform that reports it. */
function parsing(parse, message) {
    return (text, context) => {
        const value = parse(text);
        if (value !== null)
            return value;
        context.addIssue({ code: "custom", message });
        return zod__WEBPACK_IMPORTED_MODULE_9__/* .NEVER */ .tm;
    };
}
function yesOrNo(byDefault) {
    return zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
        .default(byDefault ? "true" : "false")
        .transform((text) => text === "true");
}
/** The milliseconds of a deadline; null if the text is no valid deadline. */
function deadlineMs(text) {
    const ms = (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDuration */ .lM)(text);
    return ms !== null && ms >= 10_000 && ms <= 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_4__/* .HOUR_MS */ .iQ ? ms : null;
}
/** The days of `retention-days`; null if the text is no valid number of days. */
function daysKept(text) {
    const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    return days >= 1 && days <= 400 ? days : null;
}
const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
/** Whether git accepts the name of a branch, without its rarer rules. */
function isBranchName(name) {
    return (/^(?!.*(?:\/\/|\.\.|\.lock(?:\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9._/+@#-]{0,199}$/.test(name) &&
        !/[/.]$/.test(name));
}
function isFolderBelow(folder) {
    return folder === "." || folder.split("/").every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
}


/***/ }),

/***/ 89359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ inspectInputs),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   GQ: () => (/* binding */ UNVERIFIED_TLS),
/* harmony export */   Uf: () => (/* binding */ configuredTerms),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   ac: () => (/* binding */ readSigning),
/* harmony export */   ri: () => (/* binding */ inputProblems),
/* harmony export */   sb: () => (/* binding */ readRepositoryInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(57697);
/* harmony import */ var _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28716);
/* harmony import */ var _controls_read_mapping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29989);
/* harmony import */ var _evidence_projection_redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51787);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7742);
/* harmony import */ var _platform_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35074);
/* harmony import */ var _evidence_secret_scan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29803);
/* harmony import */ var _policy_read_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85339);
/* harmony import */ var _sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40352);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19682);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(36725);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(66097);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(80149);














/**
 * The inputs as the program uses them. Throws one `Failure` that names every problem, including those found
 * elsewhere, before the first request.
 */
function readConfig(raw, known = {}) {
    const { config, problems } = inspectInputs(raw, known);
    if (config === null)
        throw failureOf(problems);
    return config;
}
/** What is wrong with these inputs, whatever others there are: a sentence each that begins with the input's name. */
function inputProblems(raw) {
    return _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .Inputs */ .G0.safeParse(raw).error?.issues.map(issueInWords) ?? [];
}
/** The secrets among the inputs. */
function secretsOf(config) {
    const secrets = Object.entries(config).filter(([name]) => _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .SECRET_NAMES */ .AS.includes(name));
    return secrets.map(([, value]) => value).filter((value) => typeof value === "string");
}
/** The inputs as the program uses them, or every problem with them: a sentence each that begins with the input's name. */
function inspectInputs(raw, { environment = {}, policy = null, mapping = null, otherProblems = [] } = {}) {
    const given = givenOf(raw);
    const parsed = _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .Inputs */ .G0.safeParse(given);
    const hasIdentity = (0,_sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_8__/* .canRequestIdentityToken */ .r)(environment);
    const isUnverified = (0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_4__/* .isTlsUnverified */ .xY)(environment);
    const { access, problems: againstAccess } = (0,_access_js__WEBPACK_IMPORTED_MODULE_9__/* .chooseAccess */ .YE)(given, hasIdentity);
    const { signing: chosen, problems: againstSigning } = (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .chooseSigning */ .T)(given, hasIdentity);
    const terms = parsed.data && { privacy: parsed.data.privacy, monitorTag: parsed.data["monitor-tag"] };
    const read = policy === null ? { given: null, problems: [] } : (0,_policy_read_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .givenPolicyOf */ .B)(policy, terms ?? null);
    // Where the frameworks themselves are a problem, no entry of the mapping is one.
    const frameworks = parsed.data?.frameworks ?? _controls_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .FRAMEWORK_IDS */ .Gt;
    const mapped = mapping === null ? { given: null, problems: [] } : (0,_controls_read_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .givenMappingOf */ .h)(mapping, frameworks);
    const problems = [
        ...againstAccess,
        ...(parsed.success ? [] : parsed.error.issues.map(issueInWords)),
        ...read.problems.map((problem) => `policy: ${problem}`),
        ...mapped.problems.map((problem) => `mapping: ${problem}`),
        ...againstSigning,
        ...(given["repository"] !== undefined && given["repository-token"] === undefined ? [NO_TOKEN] : []),
        ...exposureProblems(given, { policy: read.given, mapping: mapped.given }),
        ...(isUnverified && given["allow-unverified-tls"] !== "true" ? [UNVERIFIED_TLS_INPUT] : []),
        ...otherProblems,
    ];
    if (!parsed.success || access === null || chosen === null || problems.length > 0) {
        return { config: null, problems: [...new Set(problems)] };
    }
    return {
        config: {
            ...parsed.data,
            access,
            chosen,
            isTlsUnverified: isUnverified,
            givenPolicy: read.given,
            givenMapping: mapped.given,
        },
        problems: [],
    };
}
/** Why nothing is sent where no certificate is checked. */
const UNVERIFIED_TLS = "NODE_TLS_REJECT_UNAUTHORIZED: 0 turns off the check of certificates, so any server could pose as another and get the keys; unset it, and name your own authority in NODE_EXTRA_CA_CERTS";
const UNVERIFIED_TLS_INPUT = `${UNVERIFIED_TLS}, or set allow-unverified-tls: true`;
/** How to sign, for a command that does not collect. Throws one `Failure` that names every problem. */
function readSigning(raw, { environment = {}, otherProblems = [] }) {
    const given = givenOf(raw);
    const parsed = zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej(_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .SIGNING_INPUTS */ .ik).safeParse(given);
    const { signing, problems: againstIt } = (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .chooseSigning */ .T)(given, (0,_sign_keyless_identity_token_js__WEBPACK_IMPORTED_MODULE_8__/* .canRequestIdentityToken */ .r)(environment));
    const problems = [
        ...(parsed.success ? [] : parsed.error.issues.map(issueInWords)),
        ...againstIt,
        ...exposureProblems(given),
        ...((0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_4__/* .isTlsUnverified */ .xY)(environment) ? [UNVERIFIED_TLS] : []),
        ...otherProblems,
    ];
    if (signing === null || problems.length > 0)
        throw failureOf(problems);
    return signing;
}
function givenOf(raw) {
    return Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => {
        if (value === undefined || value.trim() === "")
            return [];
        return [[name, VERBATIM.has(name) ? value : value.trim()]];
    }));
}
const TermsInputs = _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .Inputs */ .G0.pick({ privacy: true, "monitor-tag": true });
/** What a run with these flags would keep of tags. Throws where they cannot be used. */
function configuredTerms(given) {
    const { privacy, "monitor-tag": monitorTag } = parseInputs(TermsInputs, (0,_flags_js__WEBPACK_IMPORTED_MODULE_13__/* .flagTexts */ .xU)(given, Object.keys(TermsInputs.shape)));
    return { privacy, monitorTag };
}
const RepositoryInputs = _inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .Inputs */ .G0.pick({
    repository: true,
    "repository-token": true,
    branch: true,
    path: true,
});
/** The inputs that name a place in an evidence repository, checked like those of a run. */
function readRepositoryInputs(raw) {
    return parseInputs(RepositoryInputs, raw);
}
function parseInputs(schema, raw) {
    const parsed = schema.safeParse(givenOf(raw));
    if (!parsed.success)
        throw failureOf(parsed.error.issues.map(issueInWords));
    return parsed.data;
}
const NO_TOKEN = "repository-token: is required with repository: use ${{ github.token }} for this repository, else the token of a GitHub App with contents: write for it";
/** Inputs that keep white space at their ends. */
const VERBATIM = new Set(["signing-key-passphrase", "pseudonym-key"]);
/** All problems of the input as one failure. */
function failureOf(problems) {
    const unique = [...new Set(problems)];
    if (unique.length === 1)
        return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", unique.join(""));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR("input", [`${unique.length} inputs need attention:`, ...unique.map((each) => `  ${each}`)].join("\n"));
}
function issueInWords(issue) {
    if (issue.code === "unrecognized_keys")
        return `${issue.keys.join(", ")}: there is no such input`;
    return `${issue.path.join(".")}: ${issue.message}`;
}
/**
 * Refuses a secret in an input that becomes a folder name, a sentence or a link, and in a file that is published with
 * the run, by its place there.
 */
function exposureProblems(given, files = {}) {
    const secrets = new _platform_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .SecretSearch */ .p(_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .SECRET_NAMES */ .AS.map((name) => given[name]));
    const inInputs = Object.entries(given).flatMap(([name, value = ""]) => {
        if (_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .SECRET_NAMES */ .AS.includes(name))
            return [];
        if (secrets.isIn(value))
            return [`${name}: contains a secret of this run, and everyone could read it`];
        const kind = (0,_evidence_projection_redaction_js__WEBPACK_IMPORTED_MODULE_2__/* .findTokenKind */ .F)(value);
        return kind === null ? [] : [`${name}: contains ${kind}, and everyone could read it`];
    });
    const inFiles = Object.entries(files).flatMap(([input, taken]) => (0,_evidence_secret_scan_js__WEBPACK_IMPORTED_MODULE_6__/* .findLeaks */ .Y)(taken === null ? [] : [taken.file], secrets).map(({ where, what }) => `${input}: ${where} holds ${what}, and everyone could read it`));
    return [...inInputs, ...inFiles];
}


/***/ }),

/***/ 80149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooseSigning),
/* harmony export */   ik: () => (/* binding */ SIGNING_INPUTS),
/* harmony export */   nf: () => (/* binding */ assuranceShortfall),
/* harmony export */   w5: () => (/* binding */ assuranceLevel)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57697);
/* harmony import */ var _sign_signing_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83864);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);



/** Sigstore's own authority, whose root ships with the program. It sees the digest of a signature and the client's address. */
const TIMESTAMP_URL = "https://timestamp.sigstore.dev/api/v1/timestamp";
const LEVELS = ["key", "key+time", "keyless"];
/** The inputs that say how evidence is signed. */
const SIGNING_INPUTS = {
    signing: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["auto", "keyless", "key", "none"], { error: "must be auto, keyless, key or none" })
        .default("auto")
        .meta({
        description: "How evidence is signed: keyless in the name of the workflow (needs permissions: id-token: write), by key with signing-key, or none, which ends with exit 2 and an artifact named UNSIGNED. auto is keyless if the job has that permission, else key. If the chosen method is not available, the run fails; there is no fallback.",
        argument: "METHOD",
    }),
    "signing-key": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Private key to sign with: ECDSA P-256 or Ed25519 as PKCS#8 PEM. Line breaks may be written as \\n, or the whole text as base64.",
        argument: "FILE",
        variable: "SIGNING_KEY",
        isSecret: true,
    }),
    "signing-key-passphrase": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Passphrase of an encrypted signing-key.",
        variable: "SIGNING_KEY_PASSPHRASE",
        isSecret: true,
    }),
    "timestamp-url": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .default(TIMESTAMP_URL)
        .superRefine((url, context) => {
        const message = troubleWithUrl(url);
        if (message !== null)
            context.addIssue({ code: "custom", message });
    })
        .meta({
        description: "URL of the RFC 3161 timestamp authority used with signing: key, or none. Leave it out for keyless signing, which uses Sigstore's own.",
        argument: "URL",
    }),
    "min-assurance": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(LEVELS, { error: "must be key, key+time or keyless" }).default("key").meta({
        description: "Minimum assurance: key, key+time or keyless. A run that reaches less is published and ends with exit 2.",
        argument: "LEVEL",
    }),
    "allow-public-log": zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["true", "false"], { error: "must be true or false" })
        .default("false")
        .transform((text) => text === "true")
        .meta({
        description: "Set to true to let a repository that is not public sign in the public Sigstore, whose logs then publish its name, its workflow and when it runs.",
        argument: "BOOLEAN",
    }),
    "attestation-token": zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable().default(null).meta({
        description: "Token with attestations: write, such as github.token, to also store the signed statement as a GitHub attestation. Needs keyless signing.",
        isSecret: true,
    }),
};
/** The choice, and what speaks against it; null where a problem leaves none. */
function chooseSigning(given, hasIdentity) {
    const { signing: mode = "auto", "timestamp-url": url = TIMESTAMP_URL, "min-assurance": least = "key", } = given;
    if (mode === "none") {
        const problem = `min-assurance: ${least} cannot be reached with signing: none`;
        return { signing: { by: "none" }, problems: least === "key" ? [] : [problem] };
    }
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
/** The problem of a `min-assurance` that signing with a key cannot reach; it is known before anything is collected. */
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
            problem: `signing-key: is required to sign (command line: --signing-key FILE or SIGNING_KEY); make one with: npx datadog-evidence keygen${orKeyless}`,
        };
    }
    const key = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .catchFailure */ .Oh)(() => (0,_sign_signing_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readSigningKey */ .j)(text, passphrase ?? null));
    return key instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR
        ? { key: null, problem: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(key).replace(/^(?:signing-key )?/, "signing-key: ") }
        : { key, problem: null };
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
/** The level of assurance that a statement promises; null where there is no statement. */
function assuranceLevel(statement) {
    if (statement === null)
        return null;
    const { signing, timestamp } = statement.predicate.assurance;
    if (signing === "keyless")
        return "keyless";
    return timestamp ? "key+time" : "key";
}
/** Why less was reached than is good enough; null where it is enough, or nothing was signed. */
function assuranceShortfall(statement, least) {
    const level = assuranceLevel(statement);
    if (level === null || LEVELS.indexOf(level) >= LEVELS.indexOf(least))
        return null;
    const why = statement?.predicate.assurance.reason?.message;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-signed", `the evidence is signed by ${level} only, and min-assurance asks for ${least}${why === undefined ? "" : `: ${why}`}`, { hint: "it is kept as it is; run again for evidence with what is missing" });
}


/***/ }),

/***/ 27437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ Datadog)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(71957);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
// EXTERNAL MODULE: ./lib/datadog/errors.js
var errors = __webpack_require__(85915);
;// CONCATENATED MODULE: ./lib/datadog/response.js




/** The value of a good answer, or the failure. */
function classifyResponse(answer, { read, ...asked }) {
    const { status, headers, bytes } = answer;
    const { what } = asked;
    if (status < 200 || status >= 300)
        return (0,errors/* refusalFailure */.$G)(answer, asked);
    const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
    if (coding !== "" && coding !== "identity") {
        return new lib_failure/* Failure */.HR("not-json", `Datadog's answer to ${what} is compressed (${coding.slice(0, 40)}), which was not asked for`, { hint: "a proxy seems to compress answers; let it pass api.<site> unchanged" });
    }
    try {
        return read(bytes);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const type = headers.get("content-type") ?? "";
        if (/\bjson\b/i.test(type) || bytes.toString("utf8").trim() === "") {
            return new lib_failure/* Failure */.HR("truncated", `Datadog's answer to ${what} is not whole JSON`, { cause: error });
        }
        return new lib_failure/* Failure */.HR("not-json", `Datadog answered ${what} with ${type.split(";")[0] || "an unnamed type"} instead of JSON`, { hint: "a proxy or a maintenance page may have answered instead of Datadog", cause: error });
    }
}
/** Whether another attempt may succeed. */
function isTransient(failure, answer) {
    if (failure.code === "truncated")
        return true;
    if (failure.code === "unreachable")
        return !(0,errors/* isLastingTrouble */.w)(failure.cause);
    // Without an answer of this request, the failure is that of obtaining its credentials.
    if (answer === null)
        return failure.code === "server-error" || failure.code === "rate-limited";
    return failure.code === "server-error" || (0,http/* isTransientStatus */.D)(answer.status);
}
const EMPTY_SHA256 = (0,external_node_crypto_.createHash)("sha256").digest("hex");
/** An answer as the evidence lists it; without one, the status is 0. */
function pageOf(answer, attempts) {
    return {
        status: answer?.status ?? 0,
        items: 0,
        bytes: answer?.bytes.length ?? 0,
        sha256: answer?.sha256 ?? EMPTY_SHA256,
        attempts,
    };
}

// EXTERNAL MODULE: ./lib/platform/secrets.js
var secrets = __webpack_require__(35074);
;// CONCATENATED MODULE: ./lib/datadog/buffer-pool.js
/** Smaller buffers are not worth keeping. */
const SMALLEST_KEPT = 65_536;
/** About as many answers are read at once. */
const MOST_KEPT = 12;
/**
 * Buffers for answers that are reused for the next answers. A new buffer for each page would pile up
 * faster than it is freed, and fragment memory.
 */
class BufferPool {
    /** In ascending order of size. */
    #free = [];
    /** A buffer of at least that size, with arbitrary content, that nobody else uses. */
    lend(size) {
        const body = this.#free.find(({ length }) => length >= size);
        if (body === undefined)
            return Buffer.allocUnsafe(Math.max(size, SMALLEST_KEPT));
        this.#free = this.#free.filter((free) => free !== body);
        return body;
    }
    /** Takes back a buffer that nobody reads any more. */
    takeBack({ buffer }) {
        if (buffer.byteLength < SMALLEST_KEPT)
            return;
        const free = [...this.#free, Buffer.from(buffer)].toSorted((a, b) => a.length - b.length);
        this.#free = free.slice(-MOST_KEPT);
    }
}

;// CONCATENATED MODULE: ./lib/datadog/rate-limiter.js

/** The most parallel requests of one family. More would gain little and strain the API. */
const MOST_AT_ONCE = 8;
/** The most parallel requests while the remaining number is not known. */
const AT_ONCE_UNKNOWN = 2;
/**
 * Delays requests so that they respect Datadog's rate limits. A request waits for its turn, and afterwards
 * reports what the answer says about the limit. There are never more requests than the last answers left,
 * counting those under way. If none remain, they wait for `X-RateLimit-Reset`, a number of seconds from
 * now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
class RateLimiter {
    #world;
    #families = new Map();
    constructor(world) {
        this.#world = world;
    }
    /** Resolves when a request of the family may be sent. Throws if a limit lasts beyond the deadline or `patienceMs`. */
    async turn(family, patienceMs = Number.POSITIVE_INFINITY) {
        const known = this.#knownOf(family);
        const latest = this.#world.now() + patienceMs;
        // Several may wait for one reset, and the first one to go may meet another limit.
        for (;;) {
            const now = this.#world.now();
            const room = roomIn(known, now);
            // Nothing is left, and no answer is pending that could change that.
            if (room === 0 && known.underWay === 0)
                known.opensAt = Math.max(known.opensAt, known.endsAt);
            if (known.opensAt > now) {
                await this.#waitUntilOpen(family, { now, latest });
            }
            else if (known.heldUntil > now) {
                await this.#wait(known, known.heldUntil - now);
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
    }
    /** Ends a turn, with the answer or null. */
    learn(family, answer) {
        const known = this.#knownOf(family);
        known.underWay = Math.max(0, known.underWay - 1);
        if (answer !== null)
            learnLimit(known, answer, this.#world.now());
        else
            countRequest(known);
        for (const wake of known.queue.splice(0))
            wake();
    }
    /** Delays the whole family, because one of its requests must wait. */
    hold(family, ms) {
        const known = this.#knownOf(family);
        known.heldUntil = Math.max(known.heldUntil, this.#world.now() + ms);
    }
    /** What the answers said about each family that has a limit. */
    remaining() {
        return [...this.#families].flatMap(([family, { left }]) => (left === null ? [] : [{ family, left }]));
    }
    async #waitUntilOpen(family, { now, latest }) {
        const known = this.#knownOf(family);
        const ms = known.opensAt - now;
        const isTooLate = known.opensAt >= this.#world.deadline;
        if (isTooLate || known.opensAt > latest) {
            const seconds = Math.ceil(ms / 1000);
            throw new lib_failure/* Failure */.HR("rate-limited", isTooLate
                ? `Datadog's rate limit for ${family} resets in ${seconds} s, after the deadline of this run`
                : `Datadog's rate limit for ${family} resets in ${seconds} s, and this request does not wait that long`, { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" });
        }
        if (known.waiting === null)
            this.#world.onWait(family, ms);
        known.hasAnswered = false;
        await this.#wait(known, ms);
    }
    /** Waits; requests that wait at the same time share one wait. */
    async #wait(known, ms) {
        known.waiting ??= this.#world.wait(ms).finally(() => {
            known.waiting = null;
        });
        return known.waiting;
    }
    #knownOf(family) {
        const known = this.#families.get(family) ?? {
            underWay: 0,
            left: null,
            endsAt: 0,
            hasAnswered: false,
            opensAt: 0,
            heldUntil: 0,
            waiting: null,
            queue: [],
        };
        this.#families.set(family, known);
        return known;
    }
}
/** The number of requests that may be under way now. */
function roomIn(known, now) {
    if (known.left !== null && now >= known.endsAt) {
        known.left = null;
        known.hasAnswered = false;
    }
    if (known.left !== null)
        return Math.min(MOST_AT_ONCE, known.left);
    return known.hasAnswered ? MOST_AT_ONCE : AT_ONCE_UNKNOWN;
}
/** Answers can overtake each other, so within a period the smallest remaining number counts. */
function learnLimit(known, { status, headers }, now) {
    const reset = secondsUntilReset(headers, now);
    const said = headers.get("x-ratelimit-remaining") ?? "";
    const remaining = /^\d{1,9}$/.test(said) ? Number(said) : null;
    known.hasAnswered = true;
    if (reset === null || remaining === null)
        countRequest(known);
    if (reset === null)
        return;
    const ends = now + reset * 1000;
    if (status === 429 || remaining === 0)
        known.opensAt = Math.max(known.opensAt, ends);
    if (remaining === null)
        return;
    known.left = known.left === null || now >= known.endsAt ? remaining : Math.min(known.left, remaining);
    known.endsAt = Math.max(known.endsAt, ends);
}
/** Counts a request whose answer does not give the remaining number: Datadog may have counted it. */
function countRequest(known) {
    if (known.left !== null)
        known.left = Math.max(0, known.left - 1);
}
/** Seconds until the limit resets, or null where the answer does not say. */
function secondsUntilReset(headers, now) {
    return secondsIn(headers.get("x-ratelimit-reset"), now) ?? secondsUntilRetry(headers, now);
}
/** Seconds until a new attempt is welcome: `Retry-After` as seconds or as a date, or null where the answer has none. */
function secondsUntilRetry(headers, now) {
    const said = headers.get("retry-after");
    const seconds = secondsIn(said, now);
    if (seconds !== null || said === null || !/GMT$/i.test(said.trim()))
        return seconds;
    // The date is by the clock of who sent it.
    const theirs = Date.parse(headers.get("date") ?? "");
    const wait = Date.parse(said) - (Number.isNaN(theirs) ? now : theirs);
    return Number.isNaN(wait) ? null : wholeSeconds(wait / 1000);
}
/** So large a number is a Unix time, not a wait. */
const LEAST_UNIX_SECONDS = 1_000_000_000;
function secondsIn(said, now) {
    const seconds = said === null || said.trim() === "" ? Number.NaN : Number(said);
    if (!Number.isFinite(seconds) || seconds <= 0)
        return null;
    if (seconds < LEAST_UNIX_SECONDS)
        return wholeSeconds(seconds);
    const isMilliseconds = seconds >= LEAST_UNIX_SECONDS * 1000;
    return wholeSeconds((isMilliseconds ? seconds / 1000 : seconds) - now / 1000);
}
/** Whole seconds, so that a fraction never causes requests without a pause. */
function wholeSeconds(seconds) {
    return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}

;// CONCATENATED MODULE: ./lib/datadog/record-parser.js
const QUOTE_BYTE = 0x22;
const COMMA_BYTE = 0x2c;
const COLON_BYTE = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE_BYTE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/**
 * Parses a body record by record, so that only one raw record is in memory: a list, or an object with a
 * list under `data`. A body without such a list is parsed as a whole and has no records. Throws a
 * `SyntaxError` if the body is not JSON.
 */
function parseRecords(bytes, { keep, unread }) {
    const key = unread === undefined ? null : Buffer.from(JSON.stringify(unread));
    const list = listIn(bytes);
    if (list === null)
        return { json: withoutList(bytes.toString("utf8")), records: [] };
    const records = [];
    let at = afterSpace(bytes, list + 1);
    while (bytes[at] !== CLOSE_LIST) {
        const { end, raw } = parseValueAt(bytes, at, key);
        records.push(keep(raw));
        at = afterSpace(bytes, end);
        if (bytes[at] === COMMA_BYTE)
            at = afterSpace(bytes, at + 1, CLOSE_LIST);
        else if (bytes[at] !== CLOSE_LIST)
            throw new SyntaxError("a list does not go on");
    }
    const rest = bytes.toString("utf8", 0, list + 1) + bytes.toString("utf8", at);
    return { json: withoutList(rest), records };
}
/** Parses the rest. Throws if it still has a list: the body then names the list twice. */
function withoutList(text) {
    const json = JSON.parse(text);
    const isObject = typeof json === "object" && json !== null;
    const list = isObject && "data" in json ? json.data : json;
    if (Array.isArray(list) && list.length > 0)
        throw new SyntaxError("the body has two lists");
    return json;
}
/** The position where the list begins; null if there is none. */
function listIn(bytes) {
    let at = afterSpace(bytes, 0);
    if (bytes[at] === OPEN_LIST)
        return at;
    if (bytes[at] !== OPEN_OBJECT)
        return null;
    at = afterSpace(bytes, at + 1);
    while (bytes[at] === QUOTE_BYTE) {
        const end = afterString(bytes, at);
        // A name may contain escapes.
        const isData = JSON.parse(bytes.toString("utf8", at, end)) === "data";
        const colon = afterSpace(bytes, end);
        if (bytes[colon] !== COLON_BYTE)
            return null;
        const value = afterSpace(bytes, colon + 1);
        if (isData)
            return bytes[value] === OPEN_LIST ? value : null;
        const comma = afterSpace(bytes, afterValue(bytes, value));
        if (bytes[comma] !== COMMA_BYTE)
            return null;
        at = afterSpace(bytes, comma + 1);
    }
    return null;
}
/** The value that begins at a position, without the skipped parts, and its end. */
function parseValueAt(bytes, from, key) {
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
/** The end of the value that begins at a position, which is not checked here. Notes the values to skip. */
function afterValue(bytes, from, unread) {
    let depth = 0;
    let at = from;
    while (at < bytes.length) {
        const byte = bytes[at];
        if (byte === QUOTE_BYTE) {
            const end = afterString(bytes, at);
            if (depth === 0)
                return end;
            at =
                unread !== undefined && isAt(bytes, at, end, unread.key) ? skipValue(bytes, end, unread.passed) : end;
            continue;
        }
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            depth += 1;
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
            // A number or a word ends where the list or object around it ends.
            if (depth === 0)
                return at;
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
        else if (byte === COMMA_BYTE && depth === 0)
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
/** The end of the member's value; the same text may also be a value itself, and is then not skipped. */
function skipValue(bytes, from, passed) {
    const colon = afterSpace(bytes, from);
    if (bytes[colon] !== COLON_BYTE)
        return from;
    const begin = afterSpace(bytes, colon + 1);
    const end = afterValue(bytes, begin);
    // Without a value there is nothing to skip, and parsing reports it.
    if (end > begin)
        passed.push(begin, end);
    return end;
}
function afterString(bytes, from) {
    let at = from + 1;
    while (at < bytes.length) {
        const byte = bytes[at];
        if (byte === QUOTE_BYTE)
            return at + 1;
        at += byte === ESCAPE_BYTE ? 2 : 1;
    }
    throw new SyntaxError("the body ends within a text");
}
/** The position of the next byte that is not white space. Throws if it is `never`. */
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

// EXTERNAL MODULE: ./lib/datadog/retry.js
var retry = __webpack_require__(8132);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
;// CONCATENATED MODULE: ./lib/datadog/transport.js





/** Sends a request. Throws a `Failure` without a whole answer. Redirects are answers and never followed. */
async function sendRequest({ method, url, headers, body }, over) {
    const what = `${method} ${url.pathname}`;
    // Unlike AbortSignal.timeout, the timer ends with the answer: thousands arrive before the first would end.
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
                "accept-encoding": "identity",
                ...headers,
                ...(body === undefined ? {} : { "content-type": "application/json" }),
            },
            body: body === undefined ? null : JSON.stringify(body),
        });
        hasHead = true;
        const answered = headersOf(response.headers);
        const said = Number(answered.get("content-length"));
        const { bytes, sha256 } = await readBody(response.body, { ...over, what, said });
        return { status: response.statusCode, headers: answered, bytes, sha256 };
    }
    catch (error) {
        if (error instanceof lib_failure/* Failure */.HR || !(0,connections/* isTransportError */.yM)(error))
            throw error;
        if (hasHead)
            throw new lib_failure/* Failure */.HR("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
        throw (0,errors/* unreachableFailure */.xK)(what, { error, timedOut: late.signal.aborted, host: url.host });
    }
    finally {
        clearTimeout(timer);
    }
}
/** The largest buffer that is reserved because of a `content-length`. */
const MOST_AHEAD = 16 * 1024 * 1024;
async function readBody(body, { what, said, largestBody, bodies }) {
    const digest = (0,external_node_crypto_.createHash)("sha256");
    // One buffer for the whole answer, so that each chunk can be freed at once.
    let whole = bodies.lend(said > 0 && said <= MOST_AHEAD ? said : 0);
    let size = 0;
    for await (const chunk of body) {
        if (size + chunk.length > largestBody) {
            throw new lib_failure/* Failure */.HR("cap", `Datadog's answer to ${what} is larger than ${largestBody} bytes`, {
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










/** No page of a search is nearly that large. */
const LARGEST_BODY = 256 * 1024 * 1024;
/** A client for one Datadog organisation. It retries temporary failures and names all others. */
class Datadog {
    /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
    clockSkewMs = null;
    #options;
    #dispatcher;
    #buffers = new BufferPool();
    #limiter;
    #loggedWaits = new Map();
    constructor(options) {
        this.#options = {
            attemptTimeoutMs: retry/* ATTEMPT_TIMEOUT_MS */.FR,
            largestBody: LARGEST_BODY,
            now: Date.now,
            wait: async (ms, signal) => (0,promises_.setTimeout)(ms, undefined, { signal }),
            random: Math.random,
            log: () => { },
            debug: () => { },
            onFetch: () => { },
            onPage: async () => { },
            secrets: new secrets/* SecretSearch */.p(),
            ...options,
        };
        this.#dispatcher = (0,connections/* dispatcherFor */.tR)(options.apiUrl);
        this.#limiter = new RateLimiter({
            now: this.#options.now,
            wait: async (ms) => {
                const stopped = await this.#pause(ms);
                if (stopped !== null)
                    throw stopped;
            },
            deadline: options.deadline,
            onWait: (family, ms) => this.#logWait(family, `waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
        });
    }
    /**
     * Sends the request until there is an answer, a refusal, failures for longer than `patienceMs`, or the
     * deadline. A foreseen failure is part of the reply; only bugs throw.
     */
    async request(request) {
        return this.#requestUntilDone(request, (bytes) => ({
            json: JSON.parse(bytes.toString("utf8")),
        }));
    }
    /** Requests a list in the same way. Only the kept part of each record stays in memory. */
    async requestList(request, rules) {
        return this.#requestUntilDone(request, (bytes) => parseRecords(bytes, rules));
    }
    async #requestUntilDone(request, read) {
        const { now, debug, onPage } = this.#options;
        const family = limitFamilyOf(request);
        const streak = { failures: 0, since: 0 };
        let page = pageOf(null, 1);
        for (let attempts = 1;; attempts += 1) {
            const turn = await (0,lib_failure/* awaitFailure */.DT)(async () => this.#limiter.turn(family, request.patienceMs));
            if (turn instanceof lib_failure/* Failure */.HR)
                return { page, json: null, failure: turn };
            const began = now();
            const { answer, result, isReplaced = false } = await this.#attempt(request, read);
            debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
            page = pageOf(answer, attempts);
            if (answer !== null) {
                await onPage(page, answer.bytes);
                this.#buffers.takeBack(answer.bytes);
            }
            if (!(result instanceof lib_failure/* Failure */.HR))
                return { page, failure: null, ...result };
            // After a 401 the request is sent again if there are other credentials. If those are refused too, it fails.
            if (isReplaced)
                continue;
            const failure = await this.#waitToRetry(request, { answer, failure: result, began, streak });
            if (failure !== null)
                return { page, json: null, failure };
        }
    }
    /** Waits until the next attempt and returns null; or returns the failure if there is no next attempt. */
    async #waitToRetry(request, attempt) {
        const { now, random, deadline, log } = this.#options;
        const { answer, failure, began, streak } = attempt;
        const { patienceMs = retry/* GIVE_UP_AFTER_MS */.E_ } = request;
        const family = limitFamilyOf(request);
        const reset = answer === null ? null : secondsToWait(answer, now());
        if (reset !== null && request.patienceMs === undefined) {
            streak.failures = 0;
            // A rate limit with a reset time is no failure: the limiter waits until then, within the deadline.
            if (answer?.status === 429)
                return null;
            if (now() + reset * 1000 >= deadline)
                return failure;
            this.#logWait(family, `${failure.message}; waiting ${reset} s, as the answer says`);
            this.#limiter.hold(family, reset * 1000);
            return null;
        }
        if (streak.failures === 0)
            streak.since = began;
        const failingForMs = now() - streak.since;
        if (reset !== null && failingForMs + reset * 1000 > patienceMs)
            return failure;
        streak.failures += 1;
        const backoff = (0,retry/* retryDelay */.a2)({
            isTransient: isTransient(failure, answer),
            attempt: streak.failures,
            failingForMs,
            random: random(),
            patienceMs,
        });
        if (backoff === null)
            return failure;
        const delay = Math.max(backoff, (reset ?? 0) * 1000);
        if (now() + delay >= deadline)
            return failure;
        if (answer?.status === 429)
            this.#limiter.hold(family, delay);
        if (streak.failures === 3)
            log(`${failure.message}; trying again for up to ${patienceMs / 1000} s`);
        return this.#pause(delay);
    }
    /** Who sends the requests. */
    get credentials() {
        return this.#options.credentials;
    }
    /** How many requests are left according to the answers. */
    get remainingLimits() {
        return this.#limiter.remaining();
    }
    /** Passes progress on to `onFetch`. */
    reportProgress(fetched) {
        this.#options.onFetch(fetched);
    }
    async [Symbol.asyncDispose]() {
        await this.#dispatcher.destroy();
    }
    /** Logs a wait, at most once a minute for each family. */
    #logWait(family, line) {
        const now = this.#options.now();
        if (now - (this.#loggedWaits.get(family) ?? Number.NEGATIVE_INFINITY) < WAIT_LOG_MS)
            return;
        this.#loggedWaits.set(family, now);
        this.#options.log(line);
    }
    /** Sends the request once and reads the whole answer. */
    async #attempt(request, read) {
        const { now, credentials, secrets } = this.#options;
        let answer = null;
        try {
            const began = now();
            const sent = await this.#send(request);
            answer = sent.answer;
            this.#measureSkew(answer, began);
            secrets.add(...credentials.secrets());
            return {
                answer,
                result: classifyResponse(answer, {
                    what: limitFamilyOf(request),
                    permission: request.permission,
                    access: credentials.mode,
                    secrets,
                    read,
                }),
                isReplaced: answer.status === 401 && credentials.discard(sent.headers),
            };
        }
        catch (error) {
            if (error instanceof lib_failure/* Failure */.HR)
                return { answer: null, result: error };
            throw error;
        }
        finally {
            this.#limiter.learn(limitFamilyOf(request), answer);
        }
    }
    /** Sends the request with credentials. Returns the answer, and the headers that held the credentials. */
    async #send({ method, path, query = {}, body, patienceMs = Infinity }) {
        const { apiUrl, credentials, signal, userAgent, attemptTimeoutMs, largestBody } = this.#options;
        const url = new URL(path, apiUrl);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, String(value));
        try {
            const headers = await credentials.headers(signal);
            const answer = await sendRequest({ method, url, body, headers: { ...headers, "user-agent": userAgent } }, {
                dispatcher: this.#dispatcher,
                signal,
                timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
                largestBody,
                bodies: this.#buffers,
            });
            return { answer, headers };
        }
        catch (error) {
            throw this.#stopReason() ?? error;
        }
    }
    /** `Date` has whole seconds; half a second is the best guess for the fraction. */
    #measureSkew({ headers }, began) {
        const said = Date.parse(headers.get("date") ?? "");
        if (this.clockSkewMs !== null || Number.isNaN(said))
            return;
        const ours = (began + this.#options.now()) / 2;
        this.clockSkewMs = Math.round(said + 500 - ours);
    }
    /** Waits. Returns the failure if the run was stopped meanwhile. */
    async #pause(ms) {
        try {
            await this.#options.wait(ms, this.#options.signal);
        }
        catch (error) {
            if (this.#stopReason() === null)
                throw error;
        }
        return this.#stopReason();
    }
    /** The failure that stopped the run, which is the signal's reason; null if it goes on. */
    #stopReason() {
        const { aborted, reason } = this.#options.signal;
        if (!aborted)
            return null;
        return reason instanceof lib_failure/* Failure */.HR
            ? reason
            : new lib_failure/* Failure */.HR("cancelled", "the run was cancelled", { cause: reason });
    }
}
/** The method and path, which share a rate limit. */
function limitFamilyOf({ method, path }) {
    return `${method} ${path}`;
}
/** A limit that repeats is logged this often. */
const WAIT_LOG_MS = 60_000;
/** Seconds that the answer asks to wait, null if it asks for none. */
function secondsToWait({ status, headers }, now) {
    if (status === 429)
        return secondsUntilReset(headers, now);
    return status === 503 ? secondsUntilRetry(headers, now) : null;
}


/***/ }),

/***/ 69972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YY: () => (/* binding */ keyCredentials),
/* harmony export */   l: () => (/* binding */ REFUSAL_WORDS),
/* harmony export */   wb: () => (/* binding */ tokenCredentials)
/* harmony export */ });
/* harmony import */ var _permission_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52838);

/** An API key together with an application key. */
function keyCredentials({ apiKey, appKey }) {
    return fixedCredentials("keys", {
        headers: { "dd-api-key": apiKey, "dd-application-key": appKey },
        secrets: [apiKey, appKey],
    });
}
/** A personal, service or delegated token that somebody else obtained. */
function tokenCredentials(token) {
    return fixedCredentials("token", {
        headers: { authorization: `Bearer ${token}` },
        secrets: [token],
    });
}
function fixedCredentials(mode, { headers, secrets }) {
    return {
        mode,
        organizationId: null,
        headers: async () => Promise.resolve(headers),
        secrets: () => secrets,
        discard: () => false,
    };
}
/** Permissions that every role has and none can be given. They matter only as the scope of a key or token. */
const SCOPES_ONLY = new Set(["timeseries_query", "events_read"]);
/** The hint for a key or token, which may be scoped, and whose owner has roles. */
function grantOwner(credential) {
    return (permission) => SCOPES_ONLY.has(permission)
        ? `every role has ${permission}; if the ${credential} is scoped, add that scope`
        : `give the ${credential}'s owner a role with ${(0,_permission_names_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionInWords */ .Y)(permission)}, and, if the ${credential} is scoped, add that scope`;
}
/** The words about a refusal for each way of access. */
const REFUSAL_WORDS = {
    keys: {
        subject: "the application key",
        grant: grantOwner("key"),
        unauthorized: "the application key is missing, wrong or revoked",
    },
    token: {
        subject: "the access token",
        grant: grantOwner("token"),
        unauthorized: "the access token is wrong, expired or revoked; check DD_ACCESS_TOKEN (input access-token)",
    },
    delegated: {
        subject: "the account of the identity mapping",
        grant: (permission) => `give the account that Datadog's identity mapping names a role with ${(0,_permission_names_js__WEBPACK_IMPORTED_MODULE_0__/* .permissionInWords */ .Y)(permission)}`,
        unauthorized: "Datadog no longer accepts the delegated token; check that the identity mapping and its account are still enabled",
    },
};


/***/ }),

/***/ 85915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ refusalFailure),
/* harmony export */   _y: () => (/* binding */ FAILURE_HINTS),
/* harmony export */   w: () => (/* binding */ isLastingTrouble),
/* harmony export */   xK: () => (/* binding */ unreachableFailure)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _evidence_projection_redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51787);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41352);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69972);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8132);






/**
 * An error status as a failure. Recorded errors have seven shapes: a list of texts, alone or beside a status, a list
 * of JSON:API objects, lists of texts by id, one object with details, HTML from what stands before the API, and nothing.
 */
function refusalFailure({ status, bytes }, { what, permission, access, secrets }) {
    const { subject, grant, unauthorized } = _credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .REFUSAL_WORDS */ .l[access];
    const said = errorSentences(bytes, secrets);
    const details = said.length === 0 ? "" : `: ${said.join("; ")}`;
    if (status >= 300 && status < 400) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("refused", `Datadog redirected ${what} (${status})`, {
            hint: "redirects are not followed, because keys would travel with them; check for a proxy in between",
        });
    }
    if (status === 403 && isWebPage(bytes.toString("utf8", 0, 100))) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("refused", `${what} was refused (403) by a web page, not by Datadog's API${details}`, {
            hint: "Datadog answers a malformed key like this, and so does a proxy that blocks the request",
        });
    }
    if (status === 403 && permission !== undefined) {
        const lack = `${subject} lacks ${permission}`;
        const isCertain = said.some((sentence) => sentence.includes(LACKS_PERMISSION));
        const why = isCertain ? `: ${lack}` : `${details}; most likely ${lack}`;
        return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("permission", `Datadog refused ${what} (403)${why}`, { hint: grant(permission) });
    }
    const isTrouble = status !== 401 && said.some((sentence) => TROUBLE.test(sentence));
    const code = isTrouble ? "server-error" : (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonForStatus */ .WB)(status);
    const verb = code === "server-error" ? "failed" : "refused";
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(code, `Datadog ${verb} ${what} (${status})${details}`, {
        hint: status === 401 ? unauthorized : FAILURE_HINTS[code],
    });
}
/** The only words of a 403 that are about a permission. "Forbidden" alone has several causes. */
const LACKS_PERMISSION = "Failed permission authorization checks";
/** Datadog reports some faults of its own as 400 or 404. */
const TROUBLE = /\bUnexpected internal error\b|\brpc error: code = (?:Internal|Unavailable|DeadlineExceeded|Unknown|ResourceExhausted|Aborted)\b/i;
/** What to do about a failure, for the codes that have one cure. */
const FAILURE_HINTS = {
    "not-available": "the product may not be enabled for this organisation, or not on this site",
    "rate-limited": "run less often, or ask Datadog to raise the limit",
    "server-error": "see https://status.datadoghq.com and run again",
    unreachable: "check the network; behind a proxy, set HTTPS_PROXY",
};
/** The answer never came. */
function unreachableFailure(what, { error, timedOut, host }) {
    const why = timedOut ? "no answer in time" : (refusalByProxy(error) ?? errorNameOf(error));
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("unreachable", `Datadog could not be reached for ${what} at ${host} (${why})`, {
        hint: hintFor(error),
        cause: error,
    });
}
/** Whether the error is about a certificate, which will still be wrong in a minute. */
function isCertificateTrouble(error) {
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|PRX_TLS/.test(errorNameOf(error)))
        return true;
    return error instanceof Error && error.cause !== undefined && isCertificateTrouble(error.cause);
}
/** Whether the same request will be refused again: a certificate stays wrong, and so does a proxy's user or password. */
function isLastingTrouble(error) {
    return isCertificateTrouble(error) || proxyStatus(error) === "407";
}
/** The proxy's answer to CONNECT reaches us only as a sentence of undici's. */
function proxyStatus(error) {
    return error instanceof Error ? (/^Proxy response \((\d{3})\)/.exec(error.message)?.[1] ?? null) : null;
}
function refusalByProxy(error) {
    const status = proxyStatus(error);
    return status === null ? null : `the proxy answered ${status}`;
}
function hintFor(error) {
    if (isCertificateTrouble(error)) {
        return "a proxy seems to intercept TLS; name its certificate in NODE_EXTRA_CA_CERTS";
    }
    if (refusalByProxy(error) !== null) {
        return "ask whoever runs the proxy in HTTPS_PROXY to let api.<site> through; a user and password go into its address";
    }
    return FAILURE_HINTS.unreachable;
}
function errorNameOf(error) {
    if (!(error instanceof Error))
        return "unknown error";
    if ("code" in error && typeof error.code === "string")
        return error.code;
    return error.cause instanceof Error ? errorNameOf(error.cause) : error.name;
}
const LONGEST_SENTENCE = 500;
function isWebPage(text) {
    return /^\s*</.test(text);
}
/** What the error body says, at most three sentences, without control characters, keys and addresses. */
function errorSentences(bytes, secrets) {
    const text = bytes.subarray(0, 10_000).toString("utf8");
    return wordsIn(text)
        .flatMap((words) => sentenceOf(words, secrets))
        .slice(0, 3);
}
const ErrorObject = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().catch(undefined),
    detail: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().catch(undefined),
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().catch(undefined),
    details: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }))
        .optional()
        .catch(undefined),
});
const ErrorBody = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    errors: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()), zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()))])
        .optional()
        .catch(undefined),
    error: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional(),
});
/** The words of each error in the body, in any of the recorded shapes. */
function wordsIn(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        if (!isWebPage(text))
            return [[text]];
        // The title and headings of a page, as proxies write them.
        const found = text.matchAll(/<(title|h1|h2|p)\b[^<>]{0,200}>([^<]*)/gi);
        return [Array.from(found, ([, , words = ""]) => words)];
    }
    const body = ErrorBody.safeParse(parsed);
    if (!body.success)
        return [];
    const { errors, error } = body.data;
    const one = error === undefined ? [] : [objectWords(error)];
    if (errors === undefined)
        return one;
    if (Array.isArray(errors))
        return [...one, ...errors.map(objectWords)];
    return [...one, ...Object.entries(errors).map(([id, words]) => [`${id}: ${words.join(", ")}`])];
}
function objectWords(error) {
    if (typeof error !== "object" || error === null)
        return [String(error)];
    const { data } = ErrorObject.safeParse(error);
    const { title, detail, message, details = [] } = data ?? {};
    return [title, detail, message, ...details.map((each) => each.message)].filter((word) => word !== undefined);
}
function sentenceOf(words, secrets) {
    const said = [...new Set(words)]
        .join(", ")
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
        .trim();
    const safe = (0,_evidence_projection_redaction_js__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .R)(secrets.conceal(said)).text;
    return safe === "" ? [] : [(0,_platform_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(safe, LONGEST_SENTENCE)];
}


/***/ }),

/***/ 18840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ requestOnce),
/* harmony export */   PO: () => (/* binding */ RequestLedger),
/* harmony export */   Xh: () => (/* binding */ PageReader)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8132);


/** The requests of one item, as its evidence lists them. */
class RequestLedger {
    requests;
    constructor(requests = []) {
        this.requests = [...requests];
    }
    /** Adds an entry for a request. The cursors of later pages are not part of it. */
    open(question) {
        const entry = newEntry(question);
        this.requests.push(entry);
        return entry;
    }
}
function newEntry({ method, path, query = {}, body = {} }) {
    return { method, path, query: { ...query }, body: { ...body }, drained: false, pages: [] };
}
/** Even smaller pages do not help. */
const SMALLEST_PAGE = 25;
/** No organisation has nearly as many. More means that the pages never end. */
const MOST_PAGES = 20_000;
/** How often a page that may be incomplete is requested. */
const UNFINISHED_ATTEMPTS = 3;
/** How many empty pages in a row are followed to the next page that they name. */
const MOST_EMPTY_PAGES = 5;
/** The pages of a listing, read in one go or in several. */
class PageReader {
    /** The listing as the ledger has it. */
    entry;
    #datadog;
    #paging;
    #seen = new Set();
    #size;
    #cursor = null;
    #unfinished = 0;
    #empty = 0;
    #items = 0;
    constructor(datadog, paging) {
        this.entry = newEntry(paging.requestAfter(null, paging.pageSize));
        this.#datadog = datadog;
        this.#paging = paging;
        this.#size = paging.pageSize;
    }
    /**
     * Reads the pages after those that were taken, until the last one or until `take` returns false. Each request goes
     * into the entry, which is drained when the last page is taken. Throws the failure that ended reading early.
     */
    async readWhile(take) {
        // One call per page, so that a page can be freed while the next one is read.
        while (await this.#next(take))
            ;
    }
    /** Reads a page. Returns whether to read the next one. */
    async #next(take) {
        const { method, path, pages } = this.entry;
        const what = `${method} ${path}`;
        if (pages.length >= MOST_PAGES)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("cap", `${what} did not end within ${MOST_PAGES} pages`);
        this.#reportProgress();
        const request = this.#paging.requestAfter(this.#cursor, this.#size);
        const reply = await this.#datadog.requestList(request, this.#paging);
        pages.push(reply.page);
        if (reply.failure !== null) {
            if (isTooSlow(reply) && this.#shrink())
                return true;
            throw reply.failure;
        }
        const { records } = reply;
        const page = this.#paging.read(reply.json, records);
        if (page === null)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("shape", `Datadog's answer to ${what} is not the list it should be`);
        const { next, unfinished, isNull } = page;
        if (unfinished !== null && (this.#unfinished += 1) < UNFINISHED_ATTEMPTS)
            return true;
        pages[pages.length - 1] = { ...reply.page, items: records.length };
        this.#items += records.length;
        this.#reportProgress();
        const isLast = next === null;
        this.entry.drained = isLast && unfinished === null;
        const isWanted = take({ records, isNull });
        if (unfinished !== null) {
            throw sourceTimeout(what, `but says that its own search did not finish (${unfinished})`);
        }
        if (isLast)
            return false;
        this.#empty = records.length === 0 ? this.#empty + 1 : 0;
        if (this.#empty > MOST_EMPTY_PAGES) {
            throw sourceTimeout(what, `with ${this.#empty} empty pages in a row, and each names a next page`);
        }
        this.#goTo(next, what);
        return isWanted;
    }
    /** Halves the size of the next pages. Returns whether that was possible. */
    #shrink() {
        if (this.#size <= SMALLEST_PAGE)
            return false;
        this.#size = Math.max(SMALLEST_PAGE, Math.floor(this.#size / 2));
        return true;
    }
    #goTo(next, what) {
        if (this.#seen.has(next)) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("cursor-repeated", `Datadog repeated a cursor of ${what}; reading on would never end`);
        }
        this.#seen.add(next);
        this.#cursor = next;
        this.#unfinished = 0;
    }
    #reportProgress() {
        const { path, pages } = this.entry;
        this.#datadog.reportProgress({ path, pages: pages.length, items: this.#items });
    }
}
function sourceTimeout(what, how) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("source-timeout", `Datadog answered ${what} ${how}`, {
        hint: "the list may be short; run again when Datadog is less busy",
    });
}
/** Whether the page failed again and again, or took too long, so that a smaller one may come. */
function isTooSlow({ page, failure }) {
    const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
    return page.status >= 500 || isTimeout;
}
/** Sends one request that is not a list, such as a count, with little patience. */
async function requestOnce({ datadog, ledger }, question) {
    const entry = ledger.open(question);
    datadog.reportProgress({ path: entry.path, pages: 0, items: 0 });
    const reply = await datadog.request({ patienceMs: _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .AUXILIARY_PATIENCE_MS */ .Ku, ...question });
    entry.pages.push(reply.page);
    entry.drained = reply.failure === null;
    return reply;
}


/***/ }),

/***/ 52838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ permissionInWords),
/* harmony export */   z: () => (/* binding */ PERMISSION_NAMES)
/* harmony export */ });
/** What the page of a role in Datadog calls the permissions that a run uses. */
const PERMISSION_NAMES = {
    security_monitoring_signals_read: "Security Signals Read",
    monitors_read: "Monitors Read",
    security_monitoring_findings_read: "Security Monitoring Findings Read",
    timeseries_query: "Timeseries",
    security_monitoring_rules_read: "Security Rules Read",
    security_monitoring_suppressions_read: "Security Suppressions Read",
};
const NAMES = new Map(Object.entries(PERMISSION_NAMES));
/** A permission by the name that people find in Datadog, and its id. */
function permissionInWords(id) {
    const name = NAMES.get(id);
    return name === undefined ? id : `${name} (${id})`;
}


/***/ }),

/***/ 8132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ GIVE_UP_AFTER_MS),
/* harmony export */   FR: () => (/* binding */ ATTEMPT_TIMEOUT_MS),
/* harmony export */   Ku: () => (/* binding */ AUXILIARY_PATIENCE_MS),
/* harmony export */   WB: () => (/* binding */ reasonForStatus),
/* harmony export */   a2: () => (/* binding */ retryDelay)
/* harmony export */ });
/** A request gives up after failures for this long. */
const GIVE_UP_AFTER_MS = 60_000;
/** The patience for a request that an item does not depend on, such as a count to compare with. */
const AUXILIARY_PATIENCE_MS = 15_000;
/** One attempt may take this long, body included. */
const ATTEMPT_TIMEOUT_MS = 30_000;
const FIRST_BACKOFF_MS = 300;
const LONGEST_BACKOFF_MS = 10_000;
/**
 * How long to wait before the next attempt; null to give up.
 *
 * `attempt` is 1 after the first failure, `failingForMs` the time since the first of these failures,
 * `random` a number in [0, 1) that spreads clients which failed at the same time.
 */
function retryDelay(failure) {
    if (!failure.isTransient)
        return null;
    const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failure.attempt - 1), LONGEST_BACKOFF_MS);
    const wait = Math.round(ceiling * (0.5 + failure.random / 2));
    return failure.failingForMs + wait > (failure.patienceMs ?? GIVE_UP_AFTER_MS) ? null : wait;
}
/** The reason code of an error status. */
function reasonForStatus(status) {
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


/***/ }),

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ siteAt),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   zU: () => (/* binding */ siteOf)
/* harmony export */ });
/* unused harmony export DATADOG_SITES */
/* harmony import */ var _evidence_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34791);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);


/** The nine Datadog sites (https://docs.datadoghq.com/getting_started/site). An API host is always `api.<site>`. */
const DATADOG_SITES = [
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
 * The site that the text names: a site, its app or API host, or an address copied from the browser. Throws
 * for anything else, so that no key is sent to a host that is not Datadog's.
 */
function siteOf(text) {
    const host = text
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/[/?#][^]*/, "")
        .replace(/:443$/, "")
        .replace(/\.$/, "");
    const site = DATADOG_SITES.find((known) => host === known || host === `api.${known}` || host === (0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .appHost */ .gM)(known));
    if (site !== undefined)
        return site;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "site is not one of Datadog's", {
        hint: `use one of ${DATADOG_SITES.join(", ")}`,
    });
}
/** The address of the site's API. */
function apiUrlOf(site) {
    return `https://api.${site}`;
}
/** The site where the address is that of its API; null where another server answers in place of Datadog. */
function siteAt(apiUrl, site) {
    return apiUrl === apiUrlOf(site) ? site : null;
}
/** Links to pages of the site's user interface. Every variable part is encoded. */
function linksOf(site) {
    const app = `https://${(0,_evidence_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .appHost */ .gM)(site)}`;
    return {
        signals: (query, window) => `${app}/security?${queryString({ query, start: Date.parse(window.from), end: Date.parse(window.to) })}`,
        signal: (id) => `${app}/security/signal?${queryString({ event: id })}`,
        monitors: (query) => `${app}/monitors/manage?${queryString({ q: query })}`,
        monitor: (id) => `${app}/monitors/${id}`,
        findings: (query) => `${app}/security/compliance?${queryString({ query })}`,
        rule: (id) => 
        // A browser takes an id of dots for a folder above, encoded or not.
        id === null || /^\.{1,2}$/.test(id)
            ? `${app}/security/compliance`
            : `${app}/security/rules/view/${encodeURIComponent(id)}`,
    };
}
function queryString(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("&");
}


/***/ }),

/***/ 98745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ validateAccess)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57697);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8132);



/**
 * Asks whether the credentials work before anything is collected. Returns their owner, or the failure that every item
 * would meet. `site` is null where a server on this machine answers in place of Datadog.
 */
async function validateAccess(datadog, site) {
    const server = site === null
        ? { name: "the server of DD_API_URL", mistake: "DD_API_URL names the wrong server" }
        : {
            name: site,
            mistake: `the organisation is on another site: compare ${site} with the address of your Datadog in the browser`,
        };
    return datadog.credentials.mode === "keys" ? validateKeys(datadog, server) : validateToken(datadog, server);
}
const ValidateAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), attributes: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ api_key_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) }),
});
/**
 * `validate_keys` (in the clients since 2026-05) tests both keys, `v1/validate` the API key alone, `v2/validate`
 * (unstable) names the organisation.
 */
async function validateKeys(datadog, server) {
    const both = await datadog.request({ method: "GET", path: "/api/v2/validate_keys" });
    const { status } = both.page;
    if (status === 401 || status === 403)
        return findWrongKey(datadog, server);
    if (both.failure !== null && STOPPING_CODES.has(both.failure.code))
        return both.failure;
    const named = await datadog.request({
        method: "GET",
        path: "/api/v2/validate",
        patienceMs: _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .AUXILIARY_PATIENCE_MS */ .Ku,
    });
    const owner = ValidateAnswer.safeParse(named.json);
    if (!owner.success)
        return { organizationId: null, apiKeyId: null };
    return { organizationId: owner.data.data.id, apiKeyId: owner.data.data.attributes.api_key_id };
}
const CurrentUserAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        relationships: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ org: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) }) }) }),
    }),
});
/**
 * `current_user` takes every kind of token and names the organisation. A scoped token may not be allowed to read it,
 * which says nothing about the items.
 */
async function validateToken(datadog, server) {
    const { credentials } = datadog;
    const { page, json, failure } = await datadog.request({ method: "GET", path: "/api/v2/current_user" });
    if (failure !== null && page.status === 401 && credentials.mode === "token") {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("refused", `the access token is not valid on ${server.name}`, {
            hint: `either DD_ACCESS_TOKEN (input access-token) is wrong, expired or revoked, or ${server.mistake}`,
            cause: failure,
        });
    }
    // Without an answer there may be no token either, and each item would meet the same.
    const isStopping = failure !== null && (page.status === 0 || STOPPING_CODES.has(failure.code));
    if (isStopping && failure.code !== "truncated")
        return failure;
    const owner = CurrentUserAnswer.safeParse(json).data?.data.relationships.org.data.id ?? null;
    return { organizationId: credentials.organizationId ?? owner, apiKeyId: null };
}
/** Failures that every item would meet. The items themselves report all others. */
const STOPPING_CODES = new Set(["unreachable", "refused", "deadline", "cancelled"]);
async function findWrongKey(datadog, { name, mistake }) {
    const alone = await datadog.request({ method: "GET", path: "/api/v1/validate" });
    if (alone.failure === null) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("refused", `the application key is not valid on ${name}, although the API key is`, {
            hint: "check DD_APP_KEY (input app-key): it is 40 characters or begins with ddapp_, and its owner must be enabled",
        });
    }
    if (alone.page.status === 403 && alone.failure.code === "refused") {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("refused", `a web page refused the API key before ${name} could look at it`, {
            hint: "check DD_API_KEY (input api-key): it is 32 hexadecimal characters; if it is, a proxy in between blocks the address",
        });
    }
    if (alone.page.status === 401 || alone.page.status === 403) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("refused", `the API key is not valid on ${name}`, {
            hint: `either DD_API_KEY (input api-key) is wrong or revoked, or ${mistake}`,
        });
    }
    return alone.failure;
}


/***/ }),

/***/ 29803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findLeak),
/* harmony export */   Y: () => (/* binding */ findLeaks)
/* harmony export */ });
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);
/* harmony import */ var _projection_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51787);


/**
 * Every text in the files that holds a key in use, in any of its forms, or
 * something in the shape of a secret. Evidence goes where it can never be taken
 * back, so one hit stops publication.
 */
function findLeaks(files, secrets) {
    return files.flatMap((file) => [...suspectTexts(file, secrets)].flatMap(([where, text]) => {
        const what = secretKindOf(text, secrets);
        return what === null ? [] : [{ where: `${file.name} ${where}`, what }];
    }));
}
/**
 * The texts, each with its path, of what may hold a secret: of single lines of
 * NDJSON, else of the whole. Found line by line, as our own files are written:
 * parsed in one, a large file would take many times its size.
 */
function* suspectTexts(file, secrets) {
    let before = 0;
    for (const block of (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlocks */ .v_)(file)) {
        const lines = (0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .uz)(block);
        // No text goes on in another line, so most blocks are done with.
        const isSuspect = mayHide(block) || secretKindOf(block, secrets) !== null;
        for (const [at, line] of isSuspect ? lines.entries() : []) {
            if (!isSuspectLine(line, secrets))
                continue;
            if (!file.name.endsWith(".ndjson")) {
                yield* textsIn(JSON.parse((0,_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readBytes */ .io)(file).toString("utf8")), "");
                return;
            }
            yield* textsIn(JSON.parse(line), `line ${before + at + 1}`);
        }
        before += lines.length;
    }
}
/** Without an escape, what JSON holds is what is written. */
function mayHide(written) {
    return written.includes("\\");
}
function isSuspectLine(line, secrets) {
    if (secretKindOf(line, secrets) !== null)
        return true;
    if (!mayHide(line))
        return false;
    return writtenTexts(line).some((text) => secretKindOf(text, secrets) !== null);
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
function findLeak(bytes, secrets) {
    const content = bytes.toString("utf8");
    const written = secretKindOf(content, secrets);
    // Without an escape, what JSON holds is what is written.
    if (written !== null || !content.includes("\\"))
        return written;
    for (const text of textsOfAnswer(content)) {
        const what = secretKindOf(text, secrets);
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
function secretKindOf(text, secrets) {
    return secrets.isIn(text) ? "a key that this run uses" : (0,_projection_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .findTokenKind */ .F)(text);
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

/***/ 85196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation),
/* harmony export */   d: () => (/* binding */ abortAfter)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);

/**
 * A signal that aborts when the user or the runner stops the process. GitHub sends SIGINT and, 7.5 s later,
 * SIGTERM. What was collected until then is still written, signed and published.
 */
function cancellation() {
    const controller = new AbortController();
    const stop = () => controller.abort(new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("cancelled", "the run was cancelled while it collected"));
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    return controller.signal;
}
/** A signal that aborts that long after the given one, so that work under way can end. */
function abortAfter(signal, ms) {
    const controller = new AbortController();
    const wait = () => void setTimeout(() => controller.abort(), ms).unref();
    if (signal.aborted)
        wait();
    else
        signal.addEventListener("abort", wait, { once: true });
    return controller.signal;
}


/***/ }),

/***/ 7742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   nN: () => (/* binding */ isSafeForTokens),
/* harmony export */   tR: () => (/* binding */ dispatcherFor),
/* harmony export */   ty: () => (/* binding */ ensureProxy),
/* harmony export */   xY: () => (/* binding */ isTlsUnverified),
/* harmony export */   yM: () => (/* binding */ isTransportError)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


/**
 * Connections to the origin, through the proxy that the environment names; never through one to our own machine.
 * Throws where the address of the proxy is malformed.
 */
function dispatcherFor(origin) {
    return isLoopback(origin) ? new undici__WEBPACK_IMPORTED_MODULE_0__/* .Agent */ .g6(CONNECTIONS) : throughProxy();
}
/**
 * Throws where the address of the proxy is malformed: for libraries that make their own connections, which throw
 * errors of any kind, some of them with the proxy's password.
 */
function ensureProxy(origin) {
    dispatcherFor(origin);
}
/**
 * Whether Node accepts any certificate here, by NODE_TLS_REJECT_UNAUTHORIZED: then any server may pose as Datadog or
 * GitHub, and gets our keys.
 */
function isTlsUnverified(environment) {
    return environment["NODE_TLS_REJECT_UNAUTHORIZED"] === "0";
}
/** Enough for two lists that are read in slices and all other requests, so that none waits for a socket. */
const CONNECTIONS = { connections: 24, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } };
/** Connections through the proxy that the environment names, if any. */
function throughProxy() {
    try {
        return new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2(CONNECTIONS);
    }
    catch (error) {
        const isForeseen = [TypeError, URIError, undici__WEBPACK_IMPORTED_MODULE_0__/* .errors */ .sO.InvalidArgumentError].some((kind) => error instanceof kind);
        if (!isForeseen)
            throw error;
        // Without the cause, which contains the address and with it the proxy's password.
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy", {
            hint: "write it as http://proxy.example:8080",
        });
    }
}
/** Whether the address is on this machine. */
function isLoopback(url) {
    const { hostname } = new URL(url);
    return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/** Whether a token may be sent there: to this machine, or by https. */
function isSafeForTokens(url) {
    return URL.canParse(url) && (new URL(url).protocol === "https:" || isLoopback(url));
}
/** Whether the error is one of sockets, DNS, TLS or time-outs. An invalid argument is a bug of ours. */
function isTransportError(error) {
    if (!(error instanceof Error))
        return false;
    if (error.name === "AbortError" || error.name === "TimeoutError")
        return true;
    if (!("code" in error) || error.code === "UND_ERR_INVALID_ARG")
        return false;
    // Not every INVALID is an argument: a certificate of another name is ERR_TLS_CERT_ALTNAME_INVALID.
    return !String(error.code).startsWith("ERR_INVALID_");
}


/***/ }),

/***/ 17061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Keeps V8 from taking memory that it does not need. Thousands of pages or runs pass through and leave
 * little behind. Yet V8 doubles its young generation up to 128 MB, which it never gives back, and keeps
 * several times as much garbage as live objects. V8 reads both flags whenever the heap grows, so they can
 * be set at run time.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)("--semi-space-growth-factor=1");
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)("--heap-growing-percent=50");
}


/***/ }),

/***/ 71267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTransientStatus),
/* harmony export */   a: () => (/* binding */ httpRequest)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7742);
/* harmony import */ var _waiting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76032);




const MOST_ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 400;
/** Responses of these services are a few kilobytes. */
const LARGEST_RESPONSE = 1_000_000;
/**
 * Sends the request, up to three times: no answer, 408, 429 and 5xx may be temporary. Redirects are returned and
 * never followed, because a token must not reach another host. Throws where `HTTPS_PROXY` is malformed.
 */
async function httpRequest(request, signal) {
    const dispatcher = (0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatcherFor */ .tR)(request.url);
    try {
        for (let attempt = 1;; attempt += 1) {
            const response = await sendOnce(request, { dispatcher, signal });
            const isTemporary = !response.ok || isTransientStatus(response.status);
            if (!isTemporary || attempt >= MOST_ATTEMPTS || signal.aborted)
                return response;
            if (!(await (0,_waiting_js__WEBPACK_IMPORTED_MODULE_3__/* .waitUnlessAborted */ .D)(FIRST_WAIT_MS * attempt, signal)))
                return response;
        }
    }
    finally {
        await dispatcher.destroy();
    }
}
/** Whether another attempt may succeed: 408, 429 and 5xx are temporary. */
function isTransientStatus(status) {
    return status === 408 || status === 429 || status >= 500;
}
async function sendOnce({ method, url, headers, body }, { dispatcher, signal }) {
    const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
    try {
        const response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .request */ .Em)(url, {
            method: method ?? "GET",
            dispatcher,
            signal: AbortSignal.any([signal, timeout]),
            headers: { ...headers, "user-agent": "datadog-evidence" },
            body: body ?? null,
        });
        const chunks = [];
        let size = 0;
        for await (const chunk of response.body) {
            if (!Buffer.isBuffer(chunk))
                continue;
            size += chunk.length;
            if (size > LARGEST_RESPONSE)
                return { ok: false, reason: `answered with more than ${LARGEST_RESPONSE} bytes` };
            chunks.push(chunk);
        }
        return { ok: true, status: response.statusCode, bytes: Buffer.concat(chunks) };
    }
    catch (error) {
        if (!(0,_connections_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransportError */ .yM)(error))
            throw error;
        if (signal.aborted)
            return { ok: false, reason: "did not answer in the time that was left" };
        if (timeout.aborted)
            return { ok: false, reason: `did not answer within ${ATTEMPT_TIMEOUT_MS / 1000} s` };
        return { ok: false, reason: `could not be reached (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)})` };
    }
}


/***/ }),

/***/ 72135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readVisibilityWord)
/* harmony export */ });
/** Reads a visibility in any spelling. What is neither public nor another known word says nothing. */
function readVisibilityWord(text) {
    const word = (text ?? "").trim().toLowerCase();
    if (word === "public")
        return "public";
    return word === "private" || word === "internal" ? "not-public" : "unknown";
}


/***/ }),

/***/ 76032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ waitUnlessAborted),
/* harmony export */   X: () => (/* binding */ stopWaitingOnAbort)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** Waits that long. Returns false where the signal ended the wait early. */
async function waitUnlessAborted(ms, signal) {
    return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, true, { signal }).catch(() => false);
}
/** The result of work that takes no signal. Throws the error as soon as the signal aborts; the work itself goes on. */
async function stopWaitingOnAbort(work, signal, toError) {
    const aborted = Promise.withResolvers();
    const stop = () => aborted.reject(toError());
    if (signal.aborted)
        stop();
    signal.addEventListener("abort", stop, { once: true });
    try {
        return await Promise.race([work, aborted.promise]);
    }
    finally {
        signal.removeEventListener("abort", stop);
    }
}


/***/ }),

/***/ 83174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ describeExpectation)
/* harmony export */ });
const RECORDS = {
    "security-signals": ["signal", "signals"],
    "compliance-monitors": ["monitor", "monitors"],
    "cspm-findings": ["finding", "findings"],
};
/** What `population` counts, which of signals is what would raise them. */
const POPULATION_WORDS = {
    "security-signals": "enabled detection rules",
    "compliance-monitors": "monitors in the organisation",
    "cspm-findings": "configuration checks or covered cloud accounts",
};
/** What the expectation demands, as a sentence without its end, such as `no signal with severity critical, older than PT24H`. */
function describeExpectation({ item, demand }) {
    const [one, many] = RECORDS[item];
    const of = (count) => `${count} ${count === 1 ? one : many}`;
    if (demand.form === "present") {
        return `${of(demand.ids.length)} by id ${demand.ids.length === 1 ? "is" : "are"} there`;
    }
    if (demand.form === "atLeast")
        return `at least ${of(demand.least)}${describeCondition(demand.where)}`;
    if (demand.form === "population")
        return `at least ${demand.least} ${POPULATION_WORDS[item]}`;
    const age = demand.age === null ? "" : `, older than ${demand.age.text}`;
    return `no ${one}${describeCondition(demand.where)}${age}`;
}
function describeCondition(where) {
    if (where.size === 0)
        return "";
    return ` with ${[...where].map(([field, values]) => `${field} ${values.map(String).join(" or ")}`).join(", ")}`;
}


/***/ }),

/***/ 81619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ describeJudgement),
/* harmony export */   R1: () => (/* binding */ brokenExpectations),
/* harmony export */   SO: () => (/* binding */ GIVEN_BY_THE_RUN),
/* harmony export */   UF: () => (/* binding */ describeMeasure),
/* harmony export */   W: () => (/* binding */ worstResultOf),
/* harmony export */   dy: () => (/* binding */ describeResult),
/* harmony export */   iX: () => (/* binding */ resultsWorstFirst)
/* harmony export */ });
/** Whose policy it is, for every page that shows one. */
const GIVEN_BY_THE_RUN = "The run itself gave the policy, so anyone who can change the workflow can change it; what was loosened since the run before is named.";
/** From the worst to the best. */
const RESULTS = [
    "broken",
    "unknown",
    "accepted",
    "met",
];
/** The results of the policy, the worst first; those that are alike stay in the order of the policy. */
function resultsWorstFirst({ policy }) {
    return (policy?.results ?? []).toSorted((a, b) => RESULTS.indexOf(a.result) - RESULTS.indexOf(b.result));
}
/** The worst of the results; null where there is none. */
function worstResultOf(results) {
    return RESULTS.find((each) => results.includes(each)) ?? null;
}
/** The expectations that are broken, in the order of the policy. */
function brokenExpectations({ policy }) {
    return (policy?.results ?? []).filter(({ result }) => result === "broken");
}
/** A result as a line, such as `named-monitors: broken, 2 of 4 not there: 41201096, 41201097`. */
function describeResult(result) {
    return `${result.id}: ${describeJudgement(result)}`;
}
/** A result without the name of its expectation. */
function describeJudgement(result) {
    const { result: word, waivers, offenders } = result;
    const { count, ids } = offenders;
    const more = count > ids.length ? ` and ${count - ids.length} more` : "";
    // Records that were not read may hold what is missing.
    const named = ids.length === 0 || word === "unknown" ? "" : `: ${ids.join(", ")}${more}`;
    const accepted = waivers.length === 0 ? "" : `; waived by ${waivers.join(", ")}`;
    return `${word}, ${describeMeasure(result)}${named}${accepted}`;
}
/** What was counted against what is demanded, such as `2, at least 3 expected`. */
function describeMeasure({ result, measured, limit, offenders }) {
    if (measured === null)
        return "nothing was counted";
    if (result === "unknown")
        return `at least ${measured} counted, and not all is known`;
    if (limit === 0)
        return measured === 0 ? "none found" : `${measured} found, and none is allowed`;
    if (offenders.count > 0)
        return `${offenders.count} of ${limit} not there`;
    return `${measured}, at least ${limit} expected`;
}


/***/ }),

/***/ 58299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ ChainAppender),
/* harmony export */   Y7: () => (/* binding */ tryStep),
/* harmony export */   ah: () => (/* binding */ appendRun)
/* harmony export */ });
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81006);
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30963);
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8449);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14478);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);
/* harmony import */ var _chain_head_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49821);
/* harmony import */ var _commit_with_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29776);
/* harmony import */ var _sign_after_chain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10817);
/* harmony import */ var _signer_check_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4552);










/**
 * Signs one entry for the end of its chain and commits it there. Another stream that was faster costs another try with
 * the same signature; the entry is signed again only where its own chain went on. After a failure it holds how far it
 * came.
 */
class ChainAppender {
    #entry;
    #attest;
    #place;
    /** The position for which the attestation was signed, in canonical form. */
    #signedFor = null;
    /** The run that only claimed to be ours, so that nobody is asked twice. */
    #stranger = null;
    /** The chain as it was read last. */
    chain = null;
    /** This very entry, where the chain holds it already. */
    existing = null;
    /** The last one that was signed; null after a signing step that failed. */
    attestation = null;
    hasFailedToSign = false;
    isRefused = false;
    signatures = 0;
    attempts = 0;
    constructor(entry, attest) {
        this.#entry = entry;
        this.#place = (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_9__/* .runPath */ .t0)(entry);
        this.#attest = attest;
    }
    /** Appends the entry. With `commits: false` it is only signed for its place. Throws what keeps it from its place. */
    async append({ commits, ...options }) {
        const { stream, message } = this.#entry;
        const { check } = options;
        const plan = {
            addTo: async (chain, head) => this.#addTo(chain, { head, check, commits }),
            message: (runs) => {
                const others = runs.map(({ place }) => place).filter((place) => place !== this.#place);
                const body = others.length === 0 ? [] : ["", "With runs that waited to be committed:", ...others];
                return [message, ...body].join("\n");
            },
        };
        return (0,_commit_with_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .commitWithRetry */ .C)([stream], plan, options);
    }
    /** Signs for this position, unless that is what was signed last: a timestamp costs somebody else's work. */
    async sign(tail) {
        const position = (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(tail && [tail.next, tail.last?.statement ?? null, { ...tail.restart }, tail.evidence?.sha256 ?? null]);
        if (this.attestation !== null && this.#signedFor === position)
            return this.attestation;
        this.attestation = null;
        this.hasFailedToSign = true;
        this.attestation = await this.#attest(this.#entry.files, tail);
        this.hasFailedToSign = false;
        this.#signedFor = position;
        this.signatures += 1;
        return this.attestation;
    }
    async #addTo(chain, { head, check, commits }) {
        const { stream, run, collectedAt, files } = this.#entry;
        const place = this.#place;
        this.attempts += 1;
        this.chain = chain;
        const found = await (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .findRun */ .Lc)({ run, place, contentSha256: files[0]?.sha256 ?? "" }, chain, {
            head,
            check,
        });
        if (found === "other")
            throw this.#refuse((0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .otherRunFailure */ .Ij)(stream, run));
        if (found !== null && found.signer === "claimed") {
            // Whoever read the evidence elsewhere may have signed it first.
            const own = this.attestation ?? (await this.sign(null));
            if (!(0,_signer_check_js__WEBPACK_IMPORTED_MODULE_8__/* .isOfSameWorkflow */ .lF)(found.read, own))
                throw this.#refuseSigned((0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .otherSignatureFailure */ .PJ)(stream, run));
        }
        this.existing = found;
        if (found?.at.isCommitted === true)
            return null;
        const late = (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .lateRunFailure */ .oL)(collectedAt, chain);
        if (late !== null)
            throw this.#refuse(late);
        const signed = found === null ? await this.signAfter(chain) : null;
        // Only our own certificate shows who certifies us, so this can be asked after signing at the earliest.
        const obstacle = signed === null
            ? null
            : (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_5__/* .claimedObstacle */ .Ff)({ run, collectedAt }, chain, ({ read }) => (0,_signer_check_js__WEBPACK_IMPORTED_MODULE_8__/* .isOfSameWorkflow */ .lF)(read, signed));
        if (obstacle !== null)
            throw this.#refuseSigned(obstacle);
        if (!commits)
            return null;
        if (signed === null)
            return [];
        return [{ stream: stream.name, place, files: [...files, (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE_NAME */ .ft, signed.bundle)] }];
    }
    /** Signs for the end of the chain, and without a comparison where somebody else made what it compares with. */
    async signAfter(chain) {
        const after = await (0,_sign_after_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .signAfterChain */ .Z)(chain, {
            sign: async (tail) => this.sign(tail),
            isStranger: ({ link }) => link !== null && link.statement === this.#stranger,
        });
        this.#stranger = after.stranger?.link?.statement ?? this.#stranger;
        this.chain = after.chain;
        return after.signed;
    }
    #refuse(failure) {
        this.isRefused = true;
        return failure;
    }
    /** Refuses what was signed for a place that it does not get: it is signed again, outside of the chain. */
    #refuseSigned(failure) {
        this.attestation = null;
        this.#signedFor = null;
        return this.#refuse(failure);
    }
}
/**
 * Signs the evidence for the end of its stream's chain and commits it there. Never throws a `Failure`: what could not
 * be done is in `undone`, and evidence that the repository does not take is signed all the same.
 */
async function appendRun({ evidence, files }, attest, { recalled, ...options }) {
    const { stream, source, run, collectedAt, outcome } = evidence;
    const message = `${stream.name}: evidence of ${collectedAt}, ${outcome}`;
    const entry = { stream: { name: stream.name, site: source.site }, run, collectedAt, files, message };
    const appender = new ChainAppender(entry, attest);
    const undone = [];
    const landed = await tryStep(undone, async () => appender.append(options));
    const existing = appender.existing === null ? null : toAttestation(appender.existing);
    if (existing === null && appender.attestation === null && !appender.hasFailedToSign) {
        // What the chain refuses, or whose place is not known, is signed outside of it.
        const chain = appender.isRefused ? null : (appender.chain ?? recalled);
        await tryStep(undone, async () => (chain === null ? appender.sign(null) : appender.signAfter(chain)));
    }
    const { warnings = [] } = appender.chain ?? recalled ?? {};
    const isInRepository = options.commits || appender.existing !== null;
    return {
        attestation: existing ?? appender.attestation,
        landed: isInRepository ? landed : null,
        signatures: appender.signatures,
        retries: Math.max(0, appender.attempts - 1),
        undone: [...undone, ...(landed?.undone ?? [])],
        warnings: [...warnings, ...(landed?.warnings ?? [])],
    };
}
/** Runs the step and returns its result; null where it failed in a foreseen way, which is added to `undone`. */
async function tryStep(undone, step) {
    const result = await (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .awaitFailure */ .DT)(step);
    if (!(result instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR))
        return result;
    undone.push(result);
    return null;
}
function toAttestation({ statement, bundle, signedBy }) {
    if (statement.predicateType !== _bundle_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .PREDICATE_TYPE */ .To)
        return null;
    return { statement, bundle, signedBy: signedBy ?? "", issuer: null, signedAt: null };
}


/***/ }),

/***/ 49821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ tailAfter),
/* harmony export */   Ee: () => (/* binding */ withoutComparison),
/* harmony export */   Ff: () => (/* binding */ claimedObstacle),
/* harmony export */   Go: () => (/* binding */ isNextInChain),
/* harmony export */   Ij: () => (/* binding */ otherRunFailure),
/* harmony export */   Lc: () => (/* binding */ findRun),
/* harmony export */   PJ: () => (/* binding */ otherSignatureFailure),
/* harmony export */   ly: () => (/* binding */ bySequence),
/* harmony export */   oL: () => (/* binding */ lateRunFailure),
/* harmony export */   q: () => (/* binding */ readChainHead),
/* harmony export */   xx: () => (/* binding */ readRuns)
/* harmony export */ });
/* harmony import */ var _evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30963);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81526);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81006);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14165);
/* harmony import */ var _signed_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94939);






/** Why a chain restarts, each the end of a sentence about the last run. We sign these, so they quote nothing. */
const RESTARTS = {
    unreadable: "has no signature or no content that can be read",
    "too-large": "is larger than a run can be",
    "not-genuine": "was not signed by the key that it names, or contradicts itself",
    changed: "does not have the files that were signed",
    "other-stream": "is of another stream or another Datadog site",
};
/**
 * Reads the end of the stream's chain at that head of the branch. A last run that has no bundle, was changed or belongs
 * to another stream is never skipped in silence: the chain restarts after it, and the next statement says why. Whoever
 * may write the repository may have written that run: it is read within bounds, and nothing that it says is repeated.
 */
async function readChainHead(head, stream, check) {
    const read = await readRuns(await head.latest(stream.name), check);
    const committed = read.filter(({ at: { isCommitted } }) => isCommitted);
    const end = await committedEnd(committed, stream);
    // A run in the work tree that is not signed waits for `attest`.
    const uncommitted = read.filter((run) => "statement" in run).filter(({ at }) => !at.isCommitted);
    return appendUncommittedRuns(end, uncommitted);
}
/** Reads what the bundles of these runs say, as far as they are not too many or too large. */
async function readRuns(runs, check) {
    const bundles = runs.map(({ place, files }) => ({ path: place, size: files.get(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft)?.size ?? 0 }));
    const readable = new Set((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .readableBundles */ .iT)(bundles).map(({ path }) => path));
    return Promise.all(runs.map(async (at) => {
        if (readable.has(at.place))
            return (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedRun */ .Cd)(at, check);
        return { at, code: "too-large", trouble: "is too large, or one of too many" };
    }));
}
async function committedEnd(read, stream) {
    const runs = read.filter((run) => "statement" in run);
    const chained = runs.filter(({ link }) => link !== null).toSorted(bySequence);
    const last = chained.at(-1);
    const startAt = (restart) => ({
        stream,
        tail: { next: (last?.link?.sequence ?? 0) + 1, last: null, restart, evidence: null },
        end: null,
        compared: null,
        newest: newestOf(chained.filter(isOwn)),
        runs,
        waiting: [],
        warnings: restart === null ? [] : [`the chain of ${stream.name} restarts: ${restart.message}`],
    });
    const restartAfter = ({ place }, code) => {
        // The name of the run, after `2026/2026-11-22/061731Z`, is a stranger's text.
        const unnamed = place.slice(0, place.indexOf("Z-") + 1);
        return startAt({ code, message: `the run ${unnamed} ${RESTARTS[code]}` });
    };
    const broken = read.find((run) => "trouble" in run && (last === undefined || run.at.place > last.at.place));
    if (broken !== undefined && "trouble" in broken)
        return restartAfter(broken.at, broken.code);
    if (last === undefined)
        return startAt(null);
    const { name, site } = last.statement.predicate.stream;
    if (name !== stream.name || site !== stream.site)
        return restartAfter(last.at, "other-stream");
    // A key may have been replaced. The other key cannot be checked here, so only number and digest of that run are used.
    if (last.signer === "other") {
        return { ...startAt(null), ...endAt(last, null), warnings: [otherSigner(last)] };
    }
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readContent */ .c_)(last);
    if ("trouble" in content)
        return restartAfter(last.at, content.code);
    return { ...startAt(null), ...endAt(last, await evidenceBefore(last, content, chained)) };
}
/** The chain as it ends with this run, and with the evidence that the next run is compared with. */
function endAt(run, before) {
    return { tail: tailAfter(run, before?.evidence ?? null), end: run, compared: before?.run ?? null };
}
/** The end of the chain after this run. */
function tailAfter({ link }, evidence) {
    return { next: (link?.sequence ?? 0) + 1, last: link, restart: null, evidence };
}
/** Appends uncommitted runs to the chain, as long as each names the one before. */
async function appendUncommittedRuns(end, waiting) {
    let last = end;
    const linked = [];
    const warnings = [...end.warnings];
    for (const run of waiting.toSorted(bySequence)) {
        const content = isNextInChain(last.tail, run) ? await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readContent */ .c_)(run) : null;
        if (content === null || "trouble" in content) {
            warnings.push(`the run ${run.at.place} in the work tree is not committed, because it does not follow the end of the chain`);
            continue;
        }
        const before = run.signer === "other" ? null : await evidenceBefore(run, content, [...end.runs, ...linked]);
        last = endAt(run, before);
        linked.push(run);
    }
    const runs = [...end.runs, ...linked];
    const newest = newestOf(runs.filter((run) => run.link !== null && isOwn(run)));
    return { ...end, ...last, newest, runs, waiting: linked, warnings };
}
/** Whether the run was signed for that position. */
function isNextInChain(tail, { statement }) {
    const { sequence, previous } = statement.predicate;
    return sequence === tail.next && (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(previous) === (0,_evidence_files_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(tail.last);
}
/** The evidence that was collected last, and its run: the run itself, or the one before a declared gap. */
async function evidenceBefore(run, { evidence, policy }, runs) {
    if (evidence !== null)
        return { run, evidence: { evidence, policy, sha256: run.contentSha256 } };
    const { previous } = run.statement.predicate;
    const before = runs.find(({ link }) => link !== null && link.statement === previous?.statement);
    if (before === undefined || before.signer === "other")
        return null;
    const content = await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readContent */ .c_)(before);
    return "trouble" in content ? null : evidenceBefore(before, content, runs);
}
/** The same chain without evidence to compare with, because its last run only claims to be ours. */
function withoutComparison(chain, stranger) {
    return {
        ...chain,
        tail: { ...chain.tail, evidence: null },
        compared: null,
        warnings: [...chain.warnings, otherSigner(stranger)],
    };
}
function otherSigner({ at, signedBy }) {
    const whom = signedBy === null ? "keyless" : `by the key ${signedBy}`;
    return `the run ${at.place} is signed ${whom}; that signature was not verified here, so the chain continues after it without a comparison`;
}
function newestOf(runs) {
    return (runs
        .map(({ statement }) => statement.predicate.collectedAt)
        .toSorted()
        .at(-1) ?? null);
}
/** Whether the run is our own. A stranger's run may claim any time, and must not keep ours from the chain. */
function isOwn({ signer }) {
    return signer === "own";
}
/** By place in the chain; where two runs claim the same place, the later folder last. Verifying finds both. */
function bySequence(a, b) {
    const difference = (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0);
    if (difference !== 0)
        return difference;
    return a.at.place < b.at.place ? -1 : 1;
}
/** The run in the repository that has this run's name or place; `other` where its content differs. */
async function findRun({ run, place, contentSha256 }, { stream, runs }, { head, check }) {
    // A stranger may give a run any name.
    const named = runs.find((other) => {
        const isOurs = other.signer === "own" || (other.signer === "claimed" && other.contentSha256 === contentSha256);
        return isOurs && hasName(other, run);
    });
    const stored = named === undefined ? await head.runAt(stream.name, place) : null;
    const found = named ?? (stored === null ? null : await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedRun */ .Cd)(stored, check));
    if (found === null)
        return null;
    const isSame = "statement" in found && found.signer !== "other" && found.contentSha256 === contentSha256;
    return isSame ? found : "other";
}
function hasName({ statement: { predicate } }, { id, attempt }) {
    return predicate.run.id === id && predicate.run.attempt === attempt;
}
/**
 * Some runs only claim to be ours. If one of them is ours and blocks this run, returns why; else null. Anybody can make
 * such a claim, so `isOurs` asks who signed that run.
 */
function claimedObstacle({ run, collectedAt }, chain, isOurs) {
    const claimed = chain.runs.filter((other) => {
        if (other.signer !== "claimed")
            return false;
        return hasName(other, run) || isFarBefore(collectedAt, other.statement.predicate.collectedAt);
    });
    const ours = claimed.filter(isOurs);
    if (ours.some((other) => hasName(other, run)))
        return otherRunFailure(chain.stream, run);
    return lateRunFailure(collectedAt, { ...chain, newest: newestOf(ours) });
}
/** The repository holds different evidence under the name of this run. */
function otherRunFailure({ name }, { id, attempt }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `the stream ${name} already has other evidence of the run ${id}, attempt ${attempt}`, {
        hint: "give each collecting step of a workflow its own stream; a re-run is a new attempt and adds its own run",
    });
}
/** The repository holds this very evidence, which somebody else signed. */
function otherSignatureFailure({ name }, { id, attempt }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `the stream ${name} already has the evidence of the run ${id}, attempt ${attempt}, with the signature of somebody else`, {
        hint: "find out who can write to the repository; keep the artifact of this run, which has our signature",
    });
}
/** No run lasts longer, so one that is older than the newest by more did not race with it. */
const LATEST_MS = 6 * _platform_time_js__WEBPACK_IMPORTED_MODULE_2__/* .HOUR_MS */ .iQ;
function isFarBefore(collectedAt, newest) {
    return Date.parse(collectedAt) < Date.parse(newest) - LATEST_MS;
}
/** The chain has much newer evidence, so the run cannot become its end; null where it can. */
function lateRunFailure(collectedAt, { stream, newest }) {
    if (newest === null || !isFarBefore(collectedAt, newest))
        return null;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("not-published", `the stream ${stream.name} already has newer evidence (${newest}) than this run (${collectedAt})`, { hint: "check the clock of this machine; a run can be added until 6 hours after the newest one" });
}


/***/ }),

/***/ 29776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ commitWithRetry)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76032);
/* harmony import */ var _chain_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49821);
/* harmony import */ var _repository_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22041);
/* harmony import */ var _signed_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94939);





/** The longest wait, as a multiple of the first. */
const LONGEST_WAIT = 40;
/** GitHub takes 100 requests at once, and other jobs send some too. */
const STREAMS_AT_ONCE = 10;
/**
 * Reads the chains of the streams, commits what the plan adds to them, and does it again whenever the branch has moved
 * or an answer was lost. Only the signal ends it: another stream may be busy for long. Returns the head where there is
 * nothing to add, null where there is no head either. Throws where the branch refuses for good, or time is up.
 */
async function commitWithRetry(streams, { addTo, message }, { branch, check, verifyInstructions, signal }) {
    const names = streams.map(({ name }) => name);
    let last = null;
    for (let retries = 0;; retries += 1) {
        if (signal.aborted) {
            if (last !== null)
                throw last;
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("not-published", `there was no time left to commit to ${branch.name}`, {
                hint: "raise the deadline",
            });
        }
        const head = await branch.head(names, signal);
        const runs = [];
        for (let at = 0; at < streams.length; at += STREAMS_AT_ONCE) {
            const some = streams.slice(at, at + STREAMS_AT_ONCE).map(async (stream) => {
                const chain = await (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_2__/* .readChainHead */ .q)(head, stream, check);
                const added = await addTo(chain, head);
                return added === null ? [] : (await (0,_signed_run_js__WEBPACK_IMPORTED_MODULE_3__/* .toNewRuns */ .CM)(chain.waiting, stream.name)).concat(added);
            });
            runs.push(...(await Promise.all(some)).flat());
        }
        if (runs.length === 0) {
            return head.commit === null
                ? null
                : { commit: head.commit, url: null, undone: [], warnings: [], added: [], retries };
        }
        const growing = [...new Set(runs.map(({ stream }) => stream))];
        const files = (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryFiles */ .gF)(growing, verifyInstructions).filter(({ path }) => !head.existing.has(path));
        const addition = { runs, files, message: message(runs) };
        const appended = await branch.append(addition, head, signal);
        if ("commit" in appended)
            return { ...appended, added: runs, retries };
        last = appended.again;
        // Random, because equal waits would meet again.
        await (0,_platform_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitUnlessAborted */ .D)(branch.firstWaitMs * Math.min(LONGEST_WAIT, 2 ** retries) * Math.random(), signal);
    }
}


/***/ }),

/***/ 563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ gitHubApiUrl)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7742);


const PUBLIC_API = "https://api.github.com";
/** The address of GitHub's API. Throws where a token would travel to it as plain text. */
function gitHubApiUrl(environment) {
    const url = environment["GITHUB_API_URL"] || PUBLIC_API;
    if ((0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_1__/* .isSafeForTokens */ .nN)(url))
        return url;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("input", "GITHUB_API_URL: is not an https address, so everybody on the way could read the token", { hint: "use a runner that reaches GitHub by https; nothing was sent" });
}


/***/ }),

/***/ 16885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ GitHubBranch)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/file.js
var evidence_file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(71957);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: external "node:stream/web"
var web_ = __webpack_require__(37830);
// EXTERNAL MODULE: ./lib/platform/connections.js
var connections = __webpack_require__(7742);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
;// CONCATENATED MODULE: ./lib/publish/github/errors.js


/** Longer than any sentence; a page of a proxy may be of any length. */
const LONGEST_WORDS = 1500;
/** The two kinds of error: of HTTP, and of GraphQL in a response with status 200. */
const HttpError = schemas/* looseObject */._H3({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* looseObject */._H3({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })
        .optional()
        .catch(undefined),
});
const GraphqlError = schemas/* looseObject */._H3({
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP() })).min(1),
});
/** The refusal that an error of the client means; null for any other error, which is a bug. */
function classifyError(error, target) {
    const refusals = new Refusals(target, error);
    const graphql = GraphqlError.safeParse(error);
    if (graphql.success) {
        const { errors, headers } = graphql.data;
        const [{ type = "", message } = { message: "" }] = errors;
        const isLimited = /rate.?limit/i.test(`${type} ${message}`);
        return isLimited ? refusals.rateLimit(headers) : refusals.byType(type, message);
    }
    // A response that was cut off does not parse, or reading it ends with an error.
    const isCut = error instanceof errors/* ZodError */.G || (error instanceof TypeError && error.message === "terminated");
    if (isCut)
        return refusals.unanswered("its response was cut off or has an unexpected form");
    const http = HttpError.safeParse(error);
    if (!http.success)
        return null;
    const { status, response } = http.data;
    // The client adds a link to the documentation of its request.
    const message = http.data.message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
    if (response === undefined)
        return refusals.unanswered(message);
    if (status >= 500)
        return refusals.unanswered(`status ${status}`);
    const { headers } = response;
    const saysLimit = /rate limit|abuse/i.test(message) || "retry-after" in headers || headers["x-ratelimit-remaining"] === "0";
    const isLimited = status === 429 || (status === 403 && saysLimit);
    return isLimited ? refusals.rateLimit(headers) : refusals.byStatus(status, message);
}
/** The refusals that one error can mean. */
class Refusals {
    #target;
    /** Names the target in sentences. */
    #name;
    #cause;
    constructor(target, cause) {
        this.#target = target;
        this.#name =
            target.branch === null ? target.repository : `the branch ${target.branch} of ${target.repository}`;
        this.#cause = cause;
    }
    byStatus(status, message) {
        if (status === 401) {
            return this.#never("GitHub does not accept repository-token (401)", "it is wrong, expired or revoked; the token of a GitHub App is valid for one hour, so create it in the same job");
        }
        const byWords = this.#byWords(message);
        if (byWords !== null)
            return byWords;
        if (status === 404)
            return this.#noAccess();
        if (status === 403)
            return this.#forbidden(message);
        if (status === 413)
            return tooLargeRefusal(this.#target, this.#cause);
        // GitHub's error for a file that exists. A refusal by a rule of the repository has status 409 too.
        const isThere = status === 422 && message.includes("wasn't supplied");
        const isRule = /protected branch|pull request|signed commits|status check/i.test(message);
        if ((status === 409 && !isRule) || isThere)
            return this.#look(`another change reached ${this.#name} first`);
        return this.#byMessage(`${message} (status ${status})`);
    }
    byType(type, message) {
        if (type === "STALE_DATA")
            return this.#look(`another commit reached ${this.#name} first`);
        const byWords = this.#byWords(message);
        if (byWords !== null)
            return byWords;
        if (type === "BRANCH_PROTECTION_RULE_VIOLATION")
            return this.#protected(message);
        // The next read of the repository shows whether the branch was deleted.
        const isGone = /\b(?:branch|ref)\b/i.test(message) && /not (?:be )?(?:found|exist)|resolve/i.test(message);
        if (this.#target.isWriting && isGone)
            return this.#look(`${this.#name} is gone: ${ownWords(message)}`);
        if (type === "NOT_FOUND")
            return this.#noAccess();
        if (type === "INSUFFICIENT_SCOPES")
            return this.#forbidden(message);
        // GitHub's messages, without a type, when it ran out of time.
        const isUnanswered = /something went wrong|couldn.t respond|timed? ?out|try again later/i.test(message);
        if (isUnanswered || type === "SERVICE_UNAVAILABLE")
            return this.unanswered(message);
        const isForbidden = type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message);
        return isForbidden ? this.#forbidden(message) : this.#byMessage(message);
    }
    unanswered(reason) {
        return this.#look(`GitHub did not answer: ${ownWords(reason)}`, "see https://www.githubstatus.com; a re-run collects its own evidence");
    }
    rateLimit(headers) {
        const { failure } = this.#never("GitHub's rate limit for repository-token is used up", "use the token of a GitHub App, which has its own limit");
        return { failure, again: "wait", waitMs: waitIn(headers) };
    }
    /** What any part of GitHub, or a proxy before it, says in its own words: they matter more than the status. */
    #byWords(message) {
        if (/rule violation|ruleset|secret detected|push protection/i.test(message))
            return this.#ruleset(message);
        if (/not authorized to push|push restriction|restricts? who can push/i.test(message)) {
            return this.#never(`${this.#name} is protected: ${ownWords(message)}`, "add the GitHub App of repository-token to those who may push to that branch, or name another branch");
        }
        if (/SAML|single sign-on|\bSSO\b/i.test(message)) {
            return this.#never(this.#accessSentence(message), "authorize that token for single sign-on of the organization, or use the token of a GitHub App, which needs none");
        }
        if (/IP allow list|\bIP address\b/i.test(message)) {
            return this.#never(this.#accessSentence(message), "use a runner whose address is on the allow list of the organization or enterprise");
        }
        // A head that moved, in the words of git: for those GitHub has no type.
        const hasMoved = /is at [0-9a-f]{7,64} but expected|expected branch to point to/i.test(message);
        return hasMoved ? this.#look(`another commit reached ${this.#name} first`) : null;
    }
    /** Not all of GitHub's types are documented, and people search for its messages. */
    #byMessage(message) {
        if (/archived/i.test(message)) {
            return { failure: archivedFailure(this.#target, this.#cause), again: "never", waitMs: null };
        }
        if (/protected branch/i.test(message))
            return this.#protected(message);
        if (/pull request|signed commits|status check/i.test(message))
            return this.#ruleset(message);
        if (/not accessible/i.test(message))
            return this.#forbidden(message);
        if (/too large|too big|exceeds|payload/i.test(message))
            return tooLargeRefusal(this.#target, this.#cause);
        const request = this.#target.isWriting ? "the commit to" : "a request for";
        return this.#never(`GitHub refused ${request} ${this.#name}: ${ownWords(message)}`);
    }
    /** The rule is named after an empty line, so the whole message is kept. */
    #ruleset(message) {
        const isSecret = /secret detected|push protection/i.test(message);
        return this.#never(`a ruleset of ${this.#target.repository} refuses the commit: ${ownWords(message)}`, isSecret
            ? "look in the run folder of the artifact for what GitHub takes for a secret; remove it from Datadog, or let an administrator allow it"
            : "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are");
    }
    /** GitHub answers in the same way for a repository that does not exist and one that the token may not read. */
    #noAccess() {
        const { repository, isWriting } = this.#target;
        return this.#never(`there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "read"} it`, NO_ACCESS_HINT);
    }
    #forbidden(message) {
        if (!this.#target.isWriting) {
            const isUsual = /not accessible|^forbidden$|^$/i.test(message.trim());
            return isUsual ? this.#noAccess() : this.#never(this.#accessSentence(message), NO_ACCESS_HINT);
        }
        return this.#never(`repository-token may read ${this.#target.repository} but may not write to it: ${ownWords(message)}`, "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository");
    }
    #protected(message) {
        return this.#never(`${this.#name} is protected: ${ownWords(message)}`, "allow the GitHub App of repository-token to bypass required pull requests in that branch's protection, or name another branch");
    }
    #accessSentence(message) {
        const { repository, isWriting } = this.#target;
        return `GitHub does not let repository-token ${isWriting ? "write to" : "read"} ${repository}: ${ownWords(message)}`;
    }
    #look(message, hint) {
        return { ...this.#never(message, hint), again: "look" };
    }
    #never(message, hint) {
        const failure = new lib_failure/* Failure */.HR("not-published", message, { hint, cause: this.#cause });
        return { failure, again: "never", waitMs: null };
    }
}
const NO_ACCESS_HINT = "check the name; a workflow's token only works for its own repository; for another one, use the token of a GitHub App that is installed there with contents: write";
/** The repository accepts no commits. */
function archivedFailure({ repository }, cause) {
    return new lib_failure/* Failure */.HR("not-published", `${repository} is archived, so GitHub accepts no commit`, {
        hint: "unarchive it, or name another repository",
        cause,
    });
}
/** The run does not fit in one commit. */
function tooLargeRefusal({ repository }, cause) {
    const message = `the run is too large for one commit to ${repository}: GitHub accepts about 40 MB`;
    const hint = "split the stream by items, or commit with git: npx datadog-evidence publish DIR --repository DIR";
    return { failure: new lib_failure/* Failure */.HR("not-published", message, { hint, cause }), again: "never", waitMs: null };
}
/** Seconds to wait are in `retry-after`; the time of the next hour's allowance is in `x-ratelimit-reset`. */
function waitIn(headers) {
    const after = Number(headers["retry-after"] ?? Number.NaN);
    if (after >= 0)
        return after * 1000;
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    return headers["x-ratelimit-remaining"] === "0" && reset > 0
        ? Math.max(0, reset * 1000 - Date.now())
        : null;
}
/** A sentence of GitHub or of a proxy as one line: it names the rule or the reason, often after an empty line. */
function ownWords(text) {
    const words = text.includes("<") ? text.replaceAll(/<[^<>]*>/g, "\n") : text;
    const lines = words.split(/[\r\n]/).map((line) => line.replaceAll(/\s+/g, " ").trim());
    const whole = lines.filter((line) => line !== "").join("; ");
    return whole.length > LONGEST_WORDS ? `${whole.slice(0, LONGEST_WORDS)}…` : whole;
}

;// CONCATENATED MODULE: ./lib/publish/github/client.js







const Body = schemas/* instanceof */.Nlp(web_.ReadableStream);
const Seeded = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
/** A write whose answer is lost: it may have happened. */
class UnansweredWrite extends lib_failure/* Failure */.HR {
}
const SEED_MESSAGE = "how to verify what comes";
const Refused = schemas/* object */.Ikc({ status: schemas/* literal */.euz(422), message: schemas/* string */.YjP() });
const ATTEMPT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/**
 * Sends requests to GitHub, and waits as long as GitHub asks. Reads are sent again after a lost answer; a write whose
 * answer is lost throws `UnansweredWrite`. Every refusal is a `Failure`.
 */
class GitHubClient {
    #access;
    #octokit = null;
    constructor(access) {
        this.#access = access;
    }
    async query(shape, { text, variables }, signal) {
        return this.#sendWithRetry(false, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    async mutate(shape, { text, variables }, signal) {
        return this.#sendWithRetry(true, signal, async (octokit, request) => shape.parse(await octokit.graphql(text, { ...variables, request })));
    }
    /** Reads the bytes of a file in a commit. */
    async file(path, commit, signal) {
        const [owner = "", repo = ""] = this.#access.repository.split("/");
        return this.#sendWithRetry(false, signal, async (octokit, request) => {
            const { data } = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
                owner,
                repo,
                path,
                ref: commit,
                headers: { accept: "application/vnd.github.raw+json" },
                // The bytes as they are: signed content must not be parsed and written again.
                request: { ...request, parseSuccessResponseBody: false },
            });
            return (0,consumers_.buffer)(Body.parse(data));
        });
    }
    /** Creates the first commit of an empty repository, with this one file, and returns its id. */
    async seed(file, signal) {
        const { repository, branch } = this.#access;
        const [owner = "", repo = ""] = repository.split("/");
        return this.#sendWithRetry(true, signal, async (octokit, request) => {
            const { data } = await octokit.request("PUT /repos/{owner}/{repo}/contents/{path}", {
                owner,
                repo,
                path: file.path,
                message: SEED_MESSAGE,
                content: Buffer.from(file.text).toString("base64"),
                ...(branch === null ? {} : { branch }),
                request,
            });
            return Seeded.parse(data).commit.sha;
        });
    }
    /**
     * Creates the branch with this one file as its first commit, which has no commit before it, and returns the
     * commit's id. Throws `UnansweredWrite` where somebody else made the branch meanwhile.
     */
    async seedBranch(file, branch, signal) {
        const [owner = "", repo = ""] = this.#access.repository.split("/");
        return this.#sendWithRetry(true, signal, async (octokit, request) => {
            const where = { owner, repo, request };
            const entry = { path: file.path, mode: "100644", type: "blob", content: file.text };
            const tree = await octokit.request("POST /repos/{owner}/{repo}/git/trees", { ...where, tree: [entry] });
            const commit = await octokit.request("POST /repos/{owner}/{repo}/git/commits", {
                ...where,
                message: SEED_MESSAGE,
                tree: tree.data.sha,
                parents: [],
            });
            const { sha } = commit.data;
            try {
                await octokit.request("POST /repos/{owner}/{repo}/git/refs", {
                    ...where,
                    ref: `refs/heads/${branch}`,
                    sha,
                });
            }
            catch (error) {
                const refused = Refused.safeParse(error).data?.message ?? "";
                if (!refused.includes("Reference already exists"))
                    throw error;
                throw new UnansweredWrite("not-published", `somebody else made the branch ${branch}`, {
                    cause: error,
                });
            }
            return sha;
        });
    }
    async #sendWithRetry(isWriting, signal, step) {
        const { repository, branch } = this.#access;
        const target = { repository, branch, isWriting };
        for (let attempt = 0;; attempt += 1) {
            try {
                const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]) };
                return await step(await this.#connected(), request);
            }
            catch (error) {
                if (error instanceof UnansweredWrite)
                    throw error;
                const refusal = classifyError(error, target);
                if (refusal === null)
                    throw error;
                const { failure, again, waitMs } = refusal;
                if (again === "never")
                    throw failure;
                if (again === "look" && isWriting)
                    throw new UnansweredWrite(failure.code, failure.message, failure);
                const ms = waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
                if (!(await (0,waiting/* waitUnlessAborted */.D)(ms, signal)))
                    throw failure;
            }
        }
    }
    async #connected() {
        const { token, apiUrl } = this.#access;
        (0,connections/* ensureProxy */.ty)(apiUrl);
        this.#octokit ??= __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351)).then(({ getOctokit: connect }) => connect(token, { baseUrl: apiUrl, userAgent: "datadog-evidence", log: SILENT }));
        return this.#octokit;
    }
}
/** The client's own log would name addresses, and bypass ours. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() {
    // Silent.
}

// EXTERNAL MODULE: ./lib/platform/visibility.js
var visibility = __webpack_require__(72135);
// EXTERNAL MODULE: ./lib/publish/layout.js
var layout = __webpack_require__(14165);
;// CONCATENATED MODULE: ./lib/publish/github/tree.js



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
/** Reads the head of the branch; of the default branch where it is null. */
async function readRepositoryState(branch, { repository, client, signal }) {
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
        isPublic: (0,visibility/* readVisibilityWord */.z)(found.visibility) === "public",
        isArchived: found.isArchived,
        isEmpty: found.isEmpty,
        head: ref?.target.oid ?? null,
        branch: ref?.name ?? branch,
    };
}
const Entry = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    oid: schemas/* string */.YjP(),
    mode: schemas/* int */.Whr(),
    size: schemas/* int */.Whr(),
});
const Tree = schemas/* looseObject */._H3({ oid: schemas/* string */.YjP(), entries: schemas/* array */.YOg(Entry).optional() });
const Nested = schemas/* looseObject */._H3({
    oid: schemas/* string */.YjP(),
    entries: schemas/* array */.YOg(Entry.extend({ object: schemas/* looseObject */._H3({ entries: schemas/* array */.YOg(Entry).optional() }).nullable() }))
        .optional(),
});
const ENTRIES = "entries { name type oid mode size }";
const NESTED = `entries { name type oid mode size object { ... on Tree { ${ENTRIES} } } }`;
/** Reads the ids of these files and folders in the commit; null for one that does not exist. */
async function readIds(paths, commit, where) {
    const found = await readObjects(schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }), "oid", paths.map((path) => `${commit}:${path}`), where);
    return found.map((object) => object?.oid ?? null);
}
/** Reads the latest days of a stream: `2026/2026-11-22`. */
async function readLatestDays(stream, commit, where) {
    const [tree] = await readObjects(Nested, `... on Tree { oid ${NESTED} }`, [`${commit}:${stream}`], where);
    const days = (tree?.entries ?? []).flatMap(({ name: year, object }) => (object?.entries ?? []).filter(({ type }) => type === "tree").map(({ name: day }) => `${year}/${day}`));
    return (0,layout/* latestDays */.$N)(days);
}
/** Lists the files of every folder in these folders. */
async function listFilesOfFolders(folders, commit, where) {
    const trees = await readObjects(Nested, `... on Tree { oid ${NESTED} }`, folders.map((each) => `${commit}:${each}`), where);
    return trees.flatMap((tree, index) => (tree?.entries ?? []).flatMap(({ name, object }) => blobsOf(`${folders[index]}/${name}`, object?.entries ?? [])));
}
/** Lists the files of this folder. */
async function listFilesOfFolder(folder, commit, where) {
    const [tree] = await readObjects(Tree, `... on Tree { oid ${ENTRIES} }`, [`${commit}:${folder}`], where);
    return blobsOf(folder, tree?.entries ?? []);
}
/** Reads small files by the ids of their blobs; one that GitHub truncates is left out. */
async function readTexts(ids, where) {
    const Blob = schemas/* looseObject */._H3({ text: schemas/* string */.YjP().nullable(), isTruncated: schemas/* boolean */.zMY() });
    const found = await readObjects(Blob, "... on Blob { text isTruncated }", ids, where);
    return new Map(found.flatMap((blob, index) => blob === null || blob.text === null || blob.isTruncated
        ? []
        : [[ids[index] ?? "", Buffer.from(blob.text)]]));
}
/** Objects in one request: GitHub limits its cost. */
const OBJECTS_AT_ONCE = 100;
/** Reads git objects by expression, in that order; null for one that does not exist. */
async function readObjects(shape, selection, expressions, { repository, client, signal }) {
    const all = [];
    for (let at = 0; at < expressions.length; at += OBJECTS_AT_ONCE) {
        const some = expressions.slice(at, at + OBJECTS_AT_ONCE);
        const fields = some.map((_, index) => `o${index}: object(expression: $e${index}) { ${selection} }`);
        const declared = some.map((_, index) => `, $e${index}: String!`).join("");
        const text = `query Objects($owner: String!, $name: String!${declared}) {
      repository(owner: $owner, name: $name) { ${fields.join("\n")} }
    }`;
        const named = Object.fromEntries(some.map((expression, index) => [`e${index}`, expression]));
        const Response = schemas/* looseObject */._H3({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), shape.nullable()) });
        const response = await client.query(Response, { text, variables: { ...ownerAndName(repository), ...named } }, signal);
        all.push(...some.map((_, index) => response.repository[`o${index}`] ?? null));
    }
    return all;
}
/** Only regular files: we never write links. */
function blobsOf(folder, entries) {
    return entries
        .filter(({ type, mode }) => type === "blob" && mode !== 0o120000)
        .map(({ name, oid, size }) => ({ path: `${folder}/${name}`, id: oid, size }));
}
function ownerAndName(repository) {
    const [owner = "", name = ""] = repository.split("/");
    return { owner, name };
}

// EXTERNAL MODULE: ./lib/publish/repository-files.js
var repository_files = __webpack_require__(22041);
;// CONCATENATED MODULE: ./lib/publish/github/branch.js









/** In base64, as GitHub counts; it refuses 40 MiB. */
const LARGEST_COMMIT = 40_000_000;
const Committed = schemas/* looseObject */._H3({
    createCommitOnBranch: schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP(), url: schemas/* string */.YjP() }) }),
});
const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;
/**
 * A branch on GitHub. Each commit is one mutation that names the head it expects, and GitHub signs it. Nothing is ever
 * forced, overwritten or deleted.
 */
class GitHubBranch {
    name;
    workTree = null;
    /** GitHub limits writes to about 80 a minute. */
    firstWaitMs = 500;
    #repository;
    #client;
    /** The latest runs of a stream, by name and tree id: they never change under the same id. */
    #latest = new Map();
    /** The name of the branch, once it is known. */
    #branch;
    /** Whether the repository has no branch at all. */
    #isEmpty = false;
    /** The signal of the latest call; files of an earlier head are read with it too. */
    #signal = AbortSignal.abort();
    constructor(repository) {
        this.name = repository.repository;
        this.#repository = repository;
        this.#branch = repository.branch;
        this.#client = new GitHubClient(repository);
    }
    async head(streams, signal) {
        this.#signal = signal;
        const state = await readRepositoryState(this.#repository.branch, this.#where());
        this.#refuse(state);
        this.#branch = state.branch;
        this.#isEmpty = state.isEmpty;
        const { head: commit } = state;
        if (commit === null) {
            return { commit, existing: new Set(), latest: async () => [], runAt: async () => null };
        }
        const folders = streams.map((stream) => this.#below(stream));
        const files = (0,repository_files/* repositoryPaths */.D4)(streams);
        const paths = [...folders, ...files.map((file) => this.#below(file))];
        const ids = await readIds(paths, commit, this.#where());
        const trees = ids.slice(0, folders.length);
        const fileIds = ids.slice(folders.length);
        return {
            commit,
            existing: new Set(files.filter((_, index) => fileIds[index] !== null)),
            latest: async (stream) => {
                const tree = trees[streams.indexOf(stream)] ?? null;
                if (tree === null)
                    return [];
                return cached(this.#latest, `${stream} ${tree}`, async () => this.#latestIn(stream, commit));
            },
            runAt: async (stream, place) => {
                const blobs = await listFilesOfFolder(this.#below(`${stream}/${place}`), commit, this.#where());
                return this.#runs(stream, commit, blobs)[0] ?? null;
            },
        };
    }
    async append({ runs, files, message }, onto, signal) {
        this.#signal = signal;
        const sizes = runs.flatMap((run) => run.files.map(({ size }) => 4 * Math.ceil(size / 3)));
        if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_COMMIT) {
            throw tooLargeRefusal(this.#repository).failure;
        }
        const additions = runs.flatMap(({ stream, place, files: runFiles }) => runFiles.map((file) => ({
            path: this.#below(`${stream}/${place}/${file.name}`),
            contents: (0,evidence_file/* readBytes */.io)(file).toString("base64"),
        })));
        try {
            const seeded = onto.commit === null ? await this.#seed(files, signal) : null;
            for (const { path: file, text } of files) {
                if (file === repository_files/* VERIFY_NAME */.Wv && seeded !== null)
                    continue;
                additions.push({ path: this.#below(file), contents: Buffer.from(text).toString("base64") });
            }
            const [headline = "", ...body] = message.split("\n");
            const input = {
                branch: { repositoryNameWithOwner: this.name, branchName: this.#branch },
                expectedHeadOid: seeded ?? onto.commit,
                message: { headline, ...(body.length === 0 ? {} : { body: body.join("\n").trim() }) },
                fileChanges: { additions },
            };
            const { createCommitOnBranch: landed } = await this.#client.mutate(Committed, { text: COMMIT, variables: { input } }, signal);
            return { commit: landed.commit.oid, url: landed.commit.url, undone: [], warnings: [] };
        }
        catch (error) {
            // The commit may have landed: the next read of the head shows it.
            if (error instanceof UnansweredWrite)
                return { again: error };
            throw error;
        }
    }
    /** Creates the first commit where there is no branch to append to. A new branch begins with it, and holds nothing else. */
    async #seed(files, signal) {
        const text = files.find(({ path: file }) => file === repository_files/* VERIFY_NAME */.Wv)?.text ?? "";
        const file = { path: this.#below(repository_files/* VERIFY_NAME */.Wv), text };
        const { branch: named } = this.#repository;
        const commit = this.#isEmpty || named === null
            ? await this.#client.seed(file, signal)
            : await this.#client.seedBranch(file, named, signal);
        const { branch } = await readRepositoryState(this.#repository.branch, this.#where());
        this.#branch = branch;
        return commit;
    }
    #refuse(state) {
        const { allowPublic, seed, branch } = this.#repository;
        if (state.isPublic && !allowPublic) {
            throw new lib_failure/* Failure */.HR("input", `the evidence repository ${this.name} is public, so anyone could read the evidence`, { hint: "make it private, or set allow-public: true to publish anyway" });
        }
        if (state.isArchived)
            throw archivedFailure(this.#repository);
        if (state.head !== null || (seed && (state.isEmpty || this.#repository.branch !== null)))
            return;
        if (state.isEmpty) {
            throw new lib_failure/* Failure */.HR("not-published", `${this.name} is empty, so there is no branch to add to`, {
                hint: "give it a first commit, such as a README.md, or set seed: true",
            });
        }
        throw new lib_failure/* Failure */.HR("not-published", `${this.name} has no branch ${branch ?? "by default"}`, {
            hint: "correct the input branch, or set seed: true, and the run creates it",
        });
    }
    async #latestIn(stream, commit) {
        const folder = this.#below(stream);
        const days = await readLatestDays(folder, commit, this.#where());
        const folders = days.map((day) => `${folder}/${day}`);
        return this.#runs(stream, commit, await listFilesOfFolders(folders, commit, this.#where()));
    }
    #runs(stream, commit, blobs) {
        const read = new Map();
        const texts = new Map();
        const bytes = async (blob) => {
            // Reading a chain needs all bundles, so one request fetches them all.
            const ids = (0,layout/* readableBundles */.iT)(blobs.filter(layout/* isBundle */.bn)).map(({ id }) => id);
            const bundles = (0,layout/* isBundle */.bn)(blob)
                ? await cached(texts, "bundles", async () => readTexts(ids, this.#where()))
                : null;
            return bundles?.get(blob.id) ?? this.#client.file(blob.path, commit, this.#signal);
        };
        return (0,layout/* groupRuns */.KH)(blobs, this.#below(stream), async (blob) => cached(read, blob.path, async () => bytes(blob)));
    }
    #where() {
        return { repository: this.name, client: this.#client, signal: this.#signal };
    }
    /** The path from the top of the repository. */
    #below(name) {
        return external_node_path_.posix.join(this.#repository.path, name);
    }
}
/** The result of the first call for this key, unless it failed. */
async function cached(map, key, load) {
    const result = map.get(key) ?? load();
    map.set(key, result);
    try {
        return await result;
    }
    catch (error) {
        map.delete(key);
        throw error;
    }
}


/***/ }),

/***/ 14165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ latestDays),
/* harmony export */   KH: () => (/* binding */ groupRuns),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   iT: () => (/* binding */ readableBundles),
/* harmony export */   yY: () => (/* binding */ LATEST_DAYS)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8449);
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32959);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81006);





/** Evidence may be hours late, so the end of a chain is in the last day or the one before. */
const LATEST_DAYS = 2;
/**
 * The latest days among these folders of a stream, `2026/2026-11-22`, in order. Those yet to come are left out: a folder
 * that anybody puts there would hide the end of the chain for good. Clocks may differ by a day.
 */
function latestDays(folders) {
    const tomorrow = (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(Date.now() + _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    return (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_4__/* .sortDayFolders */ .Q4)(folders)
        .filter((folder) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(folder) <= tomorrow)
        .slice(-LATEST_DAYS);
}
/** Two days have at most 48 runs by schedule; what is beyond this number is not looked at. */
const MOST_RUNS = 1000;
/** Bytes of bundles that are read to find the end of a chain. Ours have some kilobytes. */
const MOST_BUNDLE_BYTES = 64_000_000;
/** Whether this is the bundle of a run; those are fetched together. */
function isBundle({ path: file }) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(file) === _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft;
}
/** Those of the bundles that are read: the newest first, until they are too many. */
function readableBundles(bundles) {
    let room = MOST_BUNDLE_BYTES;
    return bundles
        .filter(({ size }) => size <= _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .LARGEST_BUNDLE */ .q)
        .toSorted((a, b) => (a.path < b.path ? 1 : -1))
        .slice(0, MOST_RUNS)
        .filter(({ size }) => {
        room -= size;
        return room >= 0;
    });
}
/** Groups blobs below the stream's folder by run folder. */
function groupRuns(blobs, stream, read) {
    const runs = new Map();
    for (const blob of blobs) {
        const place = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(stream, blob.path));
        if (!(0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunPath */ .fr)(place))
            continue;
        const files = runs.get(place) ?? new Map();
        files.set(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(blob.path), { size: blob.size, read: async () => read(blob) });
        runs.set(place, files);
    }
    return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}


/***/ }),

/***/ 22041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ repositoryPaths),
/* harmony export */   Wv: () => (/* binding */ VERIFY_NAME),
/* harmony export */   gF: () => (/* binding */ repositoryFiles)
/* harmony export */ });
/** Explains how to verify, beside all streams. */
const VERIFY_NAME = "VERIFY.md";
/** Its one rule covers the folder that it is in, so it never touches other people's files. */
const ATTRIBUTES_NAME = ".gitattributes";
/** Git for Windows changes line endings at checkout by default, and then no signature fits. */
const ATTRIBUTES = "* -text\n";
/** The files that belong beside the runs of these streams. */
function repositoryFiles(streams, verifyInstructions) {
    const attributes = repositoryPaths(streams).slice(1);
    return [
        { path: VERIFY_NAME, text: verifyInstructions },
        ...attributes.map((each) => ({ path: each, text: ATTRIBUTES })),
    ];
}
/** Their paths: `VERIFY.md` first. */
function repositoryPaths(streams) {
    return [VERIFY_NAME, ...streams.map((stream) => `${stream}/${ATTRIBUTES_NAME}`)];
}


/***/ }),

/***/ 10817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ signAfterChain)
/* harmony export */ });
/* harmony import */ var _chain_head_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49821);
/* harmony import */ var _signer_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4552);


/**
 * Signs for the end of the chain. Where somebody else made that end, or the evidence before it, the second signature is
 * without a comparison: only our own certificate shows who certifies us. Throws what signing throws.
 */
async function signAfterChain(chain, { sign, isStranger = () => false, }) {
    // A comparison trusts these runs although they only claim to be ours: the end, and the run whose evidence is compared.
    const trusted = chain.tail.evidence === null ? [] : [chain.end, chain.compared];
    const claimed = trusted.filter((run) => run !== null).filter(({ signer }) => signer === "claimed");
    let stranger = claimed.find(isStranger) ?? null;
    if (stranger === null) {
        const signed = await sign(chain.tail);
        stranger = claimed.find(({ read }) => !(0,_signer_check_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfSameWorkflow */ .lF)(read, signed)) ?? null;
        if (stranger === null)
            return { signed, chain, stranger };
    }
    const safe = (0,_chain_head_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutComparison */ .Ee)(chain, stranger);
    return { signed: await sign(safe.tail), chain: safe, stranger };
}


/***/ }),

/***/ 94939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ toNewRuns),
/* harmony export */   Cd: () => (/* binding */ readSignedRun),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   p: () => (/* binding */ verificationProblem)
/* harmony export */ });
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32959);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3345);
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12743);
/* harmony import */ var _evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81006);
/* harmony import */ var _verify_run_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72423);
/* harmony import */ var _verify_run_read_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5740);
/* harmony import */ var _verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57442);
/* harmony import */ var _verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58702);








/** No stream gets this far; beyond it a stranger's number would become ours. */
const HIGHEST_NUMBER = 1_000_000_000;
/** Git hosts take no larger file, so no run of ours has one. */
const LARGEST_FILE = 100 * 1024 * 1024;
/** What the bundle of a run folder says, or why it says nothing. */
async function readSignedRun(at, check) {
    const file = at.files.get(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft);
    if (file === undefined)
        return { at, code: "unreadable", trouble: "is not signed" };
    if (file.size > _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_BUNDLE */ .q) {
        return { at, code: "too-large", trouble: `cannot be used: the bundle is too large (${file.size} bytes)` };
    }
    const bytes = await file.read();
    const read = await (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(bytes);
    if ("trouble" in read)
        return { at, code: "unreadable", trouble: `cannot be used: ${read.trouble}` };
    if ("trouble" in read.statement) {
        return { at, code: "unreadable", trouble: `has a statement that ${read.statement.trouble}` };
    }
    const signer = await check(read);
    if (signer === "forged") {
        return { at, code: "not-genuine", trouble: "was not signed by the key that it names" };
    }
    const statement = read.statement.value;
    const { sequence } = statement.predicate;
    if (signer !== "own" && sequence !== null && sequence > HIGHEST_NUMBER) {
        return { at, code: "unreadable", trouble: "has a number in its chain that is too high" };
    }
    return {
        at,
        read,
        statement,
        link: sequence === null ? null : { sequence, statement: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(read.payload) },
        contentSha256: (0,_verify_run_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentDigest */ .eZ)(statement),
        signer,
        signedBy: read.signer.kind === "key" ? read.signer.fingerprint : null,
        bundle: bytes.toString("utf8"),
    };
}
/** The runs as they are committed: the signed files and the bundle of each. */
async function toNewRuns(runs, stream) {
    return Promise.all(runs.map(async ({ at, statement, bundle }) => {
        const files = statement.subject.map(async ({ name }) => (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(name, (await at.files.get(name)?.read()) ?? Buffer.alloc(0)));
        return {
            stream,
            place: at.place,
            files: [...(await Promise.all(files)), (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(_evidence_files_evidence_files_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_NAME */ .ft, bundle)],
        };
    }));
}
/** The signed content, or why no run can be linked to this one. */
async function readContent(signed) {
    const files = await readSignedFiles(signed);
    if ("trouble" in files)
        return { code: "too-large", trouble: `cannot be linked to: ${files.trouble}` };
    const { run, findings } = await (0,_verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_7__/* .readUnverifiedRun */ .J)((0,_verify_run_read_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .runFolderOf */ .Xm)(signed.read, files));
    if (run !== null)
        return { evidence: run.evidence, policy: run.policy };
    const failed = findings.find(({ ok }) => !ok);
    const code = failed === undefined ? undefined : CODES[failed.check];
    return { code: code ?? "not-genuine", trouble: `cannot be linked to: ${failed?.detail ?? "unknown"}` };
}
/** Why the run does not verify for a reader with this trust; null where it does. */
async function verificationProblem(signed, trust) {
    const files = await readSignedFiles(signed);
    if ("trouble" in files)
        return files.trouble;
    const verdict = await (0,_verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyRun */ .$)((0,_verify_run_read_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .runFolderOf */ .Xm)(signed.read, files), trust);
    return verdict.isGenuine ? null : (0,_verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .failureDetail */ .Kc)(verdict);
}
/** The bytes of the files that the statement names, without those that are missing; or which one is too large. */
async function readSignedFiles({ at, statement, }) {
    const files = new Map();
    for (const { name } of statement.subject) {
        const file = at.files.get(name);
        if (file === undefined)
            continue;
        if (file.size > LARGEST_FILE)
            return { trouble: `${name} is too large (${file.size} bytes)` };
        files.set(name, await file.read());
    }
    return files;
}
/** The code of a run, by the check that it fails. */
const CODES = {
    subjects: "changed",
    statement: "unreadable",
    evidence: "unreadable",
};


/***/ }),

/***/ 4552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fx: () => (/* binding */ signerCheck),
/* harmony export */   lF: () => (/* binding */ isOfSameWorkflow),
/* harmony export */   sf: () => (/* binding */ readNamedSigner),
/* harmony export */   yR: () => (/* binding */ trustedSignerCheck)
/* harmony export */ });
/* harmony import */ var _bundle_public_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16857);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41262);
/* harmony import */ var _sign_keyless_fulcio_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2146);
/* harmony import */ var _verify_run_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49986);
/* harmony import */ var _verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57442);
/* harmony import */ var _verify_trust_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32147);






/**
 * Tells the signatures of this key from others. Where signing is keyless, the signature must fit the certificate in the
 * bundle. Who issued that certificate is left to `verify`, because no root is at hand while evidence is collected.
 */
function signerCheck(own) {
    return async (read) => {
        const { signer } = read;
        if (signer.kind === "certificate") {
            if (own !== null)
                return "other";
            return (await isSignedBy((0,_sign_keyless_fulcio_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificate */ .w)(signer.der)?.publicKey ?? null, read)) ? "claimed" : "forged";
        }
        if (signer.fingerprint !== own?.fingerprint)
            return "other";
        return (await isSignedBy((0,_bundle_public_key_js__WEBPACK_IMPORTED_MODULE_0__/* .readVerifyingKey */ .D)(own.publicPem).key, read)) ? "own" : "forged";
    };
}
/** Tells the signatures of whom the caller trusts from others. */
function trustedSignerCheck(trust) {
    return async (read) => {
        if (!("ok" in (await (0,_verify_run_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignature */ .j)(read, trust, new _verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .CheckLog */ .Zt()))))
            return "own";
        const { signer } = read;
        const isNamed = signer.kind === "key" && trust.keys.some(({ fingerprint }) => fingerprint === signer.fingerprint);
        return isNamed ? "forged" : "other";
    };
}
/** The signer that a bundle names, not verified: `the key <fingerprint>`, or the identity in its certificate. */
async function readNamedSigner({ signer }) {
    if (signer.kind === "key")
        return `the key ${signer.fingerprint ?? "without a name"}`;
    const certified = await (0,_verify_trust_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readCertifiedIdentity */ .U)(signer.der);
    return `${certified?.identity ?? "an unnamed identity"} of ${certified?.issuer ?? "an unnamed issuer"}`;
}
/** Whether the certificate in the bundle is of the workflow that signs now, from the authority that certified it now. */
function isOfSameWorkflow({ signer }, { signedBy, issuer }) {
    if (signer.kind !== "certificate" || issuer === null)
        return false;
    const [certificate, authority] = [(0,_sign_keyless_fulcio_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificate */ .w)(signer.der), (0,_sign_keyless_fulcio_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificate */ .w)(issuer)];
    if (certificate === null || authority === null)
        return false;
    const isNamed = certificate.subjectAltName === `URI:${signedBy}`;
    return isNamed && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}
async function isSignedBy(key, read) {
    if (key === null)
        return false;
    try {
        return (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignatureBy */ .sl)(key, { bytes: await (0,_verify_run_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .signedBytes */ .S)(read), signature: read.signature });
    }
    catch {
        // A certificate may hold a key of a kind that does not sign.
        return false;
    }
}


/***/ }),

/***/ 66907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ withVerification)
/* harmony export */ });
/* harmony import */ var _bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32959);
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12743);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _verify_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5740);
/* harmony import */ var _verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57442);
/* harmony import */ var _verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58702);






/** Beyond this size only the statement is checked: the digests of the files were computed as they were written. */
const LARGEST_IN_MEMORY = 32 * 1024 * 1024;
/**
 * The same signing step, which verifies what it signed before it returns. It throws a `Failure` where nobody could
 * verify that later: an exit of 0 must never stand for evidence that is not genuine.
 */
function withVerification(attest, check) {
    return async (files, tail) => {
        const attestation = await attest(files, tail);
        const trouble = await troubleWith(attestation, { files, check });
        if (trouble === null)
            return attestation;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `the signed evidence cannot be verified: ${trouble}`, {
            hint: "this is a fault of the program or of the signing key; the evidence is kept without a signature",
        });
    };
}
/** Why the run would not verify, as a sentence; null where it does. */
async function troubleWith({ bundle }, { files, check }) {
    const read = await (0,_bundle_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(Buffer.from(bundle));
    if ("trouble" in read)
        return read.trouble;
    // Of a keyless signature of our own, too, only the certificate beside it is known here.
    if (!["own", "claimed"].includes(await check(read)))
        return "the signature is not by the key that signs";
    const isSmall = files.reduce((sum, { size }) => sum + size, 0) <= LARGEST_IN_MEMORY;
    const contents = new Map(isSmall ? files.map((file) => [file.name, (0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readBytes */ .io)(file)]) : []);
    const verdict = await (0,_verify_run_verify_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readUnverifiedRun */ .J)((0,_verify_run_read_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .runFolderOf */ .Xm)(read, contents), { mayLackEvidence: !isSmall });
    return verdict.run === null ? (0,_verify_run_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .failureDetail */ .Kc)(verdict) : null;
}


/***/ }),

/***/ 42613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ writeOnce),
/* harmony export */   PJ: () => (/* binding */ isLink),
/* harmony export */   Qn: () => (/* binding */ ensureCreatable),
/* harmony export */   Rq: () => (/* binding */ writeRunFolder),
/* harmony export */   ZZ: () => (/* binding */ ensureWritable),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   xO: () => (/* binding */ ensureNoLinks)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);





/**
 * Throws where a name of the path below the root is a link: a link that somebody committed would lead what we write to
 * any place of this machine.
 */
async function ensureNoLinks(root, below) {
    let folder = root;
    for (const name of below.split(/[/\\]/)) {
        folder = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name);
        if (!(await isLink(folder)))
            continue;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} is a link, and evidence is never written through a link`, {
            hint: "remove the link, and find out who made it",
        });
    }
}
/** Whether the file itself is a link. */
async function isLink(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file)).isSymbolicLink();
    }
    catch (error) {
        // What does not exist yet is made as a folder; other trouble is found when it is written.
        if (["ENOENT", "ENOTDIR", "EACCES"].includes((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)))
            return false;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${file} cannot be read (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, { cause: error });
    }
}
/** Writes the files as one folder, complete or not at all. Throws where the folder exists or cannot be written. */
async function writeRunFolder(folder, files) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(folder);
    const draft = draftOf(folder);
    try {
        await makeFolder(parent);
        if (await exists(folder))
            throw existsFailure(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(draft);
        for (const file of files)
            await writeThrough(node_path__WEBPACK_IMPORTED_MODULE_3__.join(draft, file.name), file.pieces());
        // On one file system a rename is one step, and it fails where the folder exists and is not empty.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, folder);
    }
    catch (error) {
        await discard(draft);
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR)
            throw error;
        // A rename fails in this way when another process was first.
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) === "ENOTEMPTY")
            throw existsFailure(folder);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, {
            hint: "check the permissions of the folder and the free space of the disk",
            cause: error,
        });
    }
}
/** Writes a file, complete or not at all, unless it exists. Returns whether it wrote. Throws where it cannot. */
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
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${file} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, { cause: error });
    }
}
/** Makes the folder and those above it, one by one: Node's own recursion never ends below /proc. */
async function makeFolder(folder) {
    try {
        await makeOne(folder);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder));
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) !== "ENOENT" || parent === node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder))
            throw error;
        await makeFolder(parent);
        await makeOne(folder);
    }
}
/** Another process may make it at the same time. */
async function makeOne(folder) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder);
    }
    catch (error) {
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) !== "EEXIST" || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(folder)).isDirectory())
            throw error;
    }
}
/** Makes the folder where it does not exist. Throws where it cannot be written. Call it before collecting. */
async function ensureWritable(folder, input) {
    try {
        await makeFolder(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("input", `${input}: the folder ${folder} cannot be written (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error)})`, {
            cause: error,
        });
    }
}
/** Throws where the folder could not be made and written to: as `ensureWritable`, but makes nothing. */
async function ensureCreatable(folder, input) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(folder).catch(() => null);
    const parent = node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder));
    if (found === null && parent !== node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(folder))
        return ensureCreatable(parent, input);
    if (found?.isDirectory() === false)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("input", `${input}: ${folder} is not a folder`);
    // The folder is there, so nothing is made.
    return ensureWritable(folder, input);
}
function existsFailure(folder) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("not-published", `${folder} already exists, and evidence is never overwritten`);
}
/** A hidden name in the same folder: a rename is then one step, and no reader takes the draft for the result. */
function draftOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), `.${node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`);
}
async function discard(draft) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { recursive: true, force: true });
    }
    catch {
        // A draft that is left over does no harm, and the error before this one matters.
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
        if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) === "ENOENT")
            return false;
        throw error;
    }
}


/***/ }),

/***/ 54987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   W1: () => (/* binding */ changesInWords),
/* harmony export */   WR: () => (/* binding */ changeSinceLastRun),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   bQ: () => (/* binding */ reviewInWords),
/* harmony export */   iw: () => (/* binding */ hintsOf),
/* harmony export */   rc: () => (/* binding */ remarksOn),
/* harmony export */   s2: () => (/* binding */ nonEmptyChanges),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _evidence_comparison_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1965);
/* harmony import */ var _evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30754);
/* harmony import */ var _evidence_comparison_policy_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90709);
/* harmony import */ var _record_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60904);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58191);
/* harmony import */ var _render_sanitize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85600);






/** What a statement says about the run before; null is an unsigned run. */
function changeSinceLastRun(statement) {
    if (statement === null)
        return { notCompared: "not signed, so nothing was compared" };
    const { sequence, previous, restart, changes } = statement.predicate;
    if (changes !== null)
        return { changes };
    if (sequence === null)
        return { notCompared: "not chained, so there is no earlier run to compare with" };
    if (restart !== null)
        return { notCompared: `the chain was restarted, so nothing was compared: ${restart.message}` };
    return {
        notCompared: previous === null
            ? "first run: nothing to compare with"
            : "the run before has no evidence to compare with, or another key signed it",
    };
}
const HINT_WORDS = {
    "fewer-covered": "less is covered than before",
    "rule-gone": "all findings of a rule disappeared at once",
    "resource-gone": "all findings of a resource disappeared at once",
};
const OBSTACLES = {
    "absent-before": "the run before did not request it",
    "absent-now": "this run did not request it",
    "lost-before": "the run before did not obtain it",
    "lost-now": "this run did not obtain it",
    "partial-before": "the run before has only part of it",
    "partial-now": "this run has only part of it",
    "other-site": "the run before used another site",
    "other-organization": "the run before used another organisation",
    "other-query": "the run before used another query",
    "other-pseudonym-key": "the run before used another pseudonym key",
    "other-privacy": "the run before kept other fields",
    "other-rules": "the run before was collected by other rules",
};
/** The kinds of change that occurred, and those of which nothing is known. */
function nonEmptyChanges(item) {
    return (0,_evidence_comparison_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .listedChanges */ .D1)(item).filter((change) => change.list === null || change.list.count > 0);
}
/** What a change that a person should review means, in the words of a report over a period. */
function reviewInWords({ item, what }) {
    if (item === "policy")
        return (0,_evidence_comparison_policy_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .policyChangeWords */ .Cm)(what);
    const kinds = _evidence_comparison_change_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_KINDS */ .tO[item];
    return kinds[what]?.review ?? what.replaceAll("-", " ");
}
/** Why the item is comparable only in part or not at all, as a phrase; empty where it is comparable. */
function obstaclesOf({ why }) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(why.map((each) => OBSTACLES[each]));
}
/** Why findings are probably gone without having been resolved; empty where there is no such reason. */
function hintsOf(item) {
    return item.id === "cspm-findings" ? (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)((item.changes?.hints ?? []).map((hint) => HINT_WORDS[hint])) : "";
}
/** The changes of an item as one phrase. */
function changesInWords(since, id) {
    if ("notCompared" in since)
        return since.notCompared;
    const item = since.changes.items.find((each) => each.id === id);
    if (item === undefined)
        return "not compared";
    const why = obstaclesOf(item);
    if (item.comparable === "no")
        return `not comparable: ${why}`;
    const changes = nonEmptyChanges(item);
    const known = changes.flatMap((change) => change.list === null ? [] : [`${change.list.count} ${change.kind.words}`]);
    const unknown = changes.flatMap((change) => (change.list === null ? [change.kind.words] : []));
    const phrases = [
        ...(unknown.length === 0 ? [] : [`${unknown.join(" and ")}: not known`]),
        known.length > 0 ? known.join(", ") : `${unknown.length === 0 ? "" : "else "}no change`,
    ];
    return `${phrases.join("; ")}${why === "" ? "" : ` (${why})`}`;
}
/** How the policy changed, items that are no longer collected, and versions that changed, a sentence each. */
function remarksOn({ nowSkipped, versions, policy, }) {
    return [
        ...(0,_evidence_comparison_policy_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .listedPolicyChanges */ .xP)(policy).map(({ words, ids }) => `policy: ${words}: ${ids.join(", ")}`),
        ...nowSkipped.map(({ id, was, now }) => {
            const state = now === "absent" ? "not requested" : now;
            return `the ${_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ITEM_NAMES */ .fH[id]} were ${was} in the run before and are ${state} now`;
        }),
        ...versions.map(({ what, before, now }) => `${VERSIONS[what]} from ${before} to ${now}`),
    ];
}
const VERSIONS = {
    collector: "the collector changed",
    mapping: "the control mapping changed",
    rules: "the version of the rules changed",
};
/** The names of the records with these ids, by id; records that this run does not have are left out. */
function namesIn(evidence, { id }, ids) {
    const records = (0,_record_names_js__WEBPACK_IMPORTED_MODULE_4__/* .recordsById */ .T)(evidence, { item: id, ids }).values();
    return new Map(records.map((record) => [record.id, (0,_record_names_js__WEBPACK_IMPORTED_MODULE_4__/* .recordName */ .x)(record)]));
}
/** The changes of a run for a log, a line each. */
function changeLines(since) {
    if ("notCompared" in since)
        return [(0,_render_sanitize_js__WEBPACK_IMPORTED_MODULE_5__/* .logLine */ .BP)(since.notCompared)];
    return [
        ...since.changes.items.map(({ id }) => `${_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ITEM_NAMES */ .fH[id]}: ${changesInWords(since, id)}`),
        ...remarksOn(since.changes),
    ].map(_render_sanitize_js__WEBPACK_IMPORTED_MODULE_5__/* .logLine */ .BP);
}


/***/ }),

/***/ 18667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ PROPOSED_DAYS),
/* harmony export */   BW: () => (/* binding */ expectationTitle),
/* harmony export */   Zy: () => (/* binding */ proposeWaiver),
/* harmony export */   g9: () => (/* binding */ nameOffenders)
/* harmony export */ });
/* harmony import */ var _platform_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81526);
/* harmony import */ var _policy_describe_expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83174);
/* harmony import */ var _record_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60904);



/** The first offenders of a result by name; records that are not there by their ids. */
function nameOffenders({ item: of, offenders: { ids } }, evidence) {
    const item = evidence.items.find(({ id }) => id === of);
    if (item === undefined)
        return [];
    const found = (0,_record_names_js__WEBPACK_IMPORTED_MODULE_2__/* .recordsById */ .T)(evidence, { item: of, ids });
    return ids.map((id) => {
        const record = found.get(id);
        if (record !== undefined)
            return { label: (0,_record_names_js__WEBPACK_IMPORTED_MODULE_2__/* .recordName */ .x)(record), link: record.link };
        if (typeof id === "string")
            return { label: id, link: null };
        return { label: `monitor ${id}`, link: new URL(`/monitors/${id}`, item.link).href };
    });
}
/** How long the waiver lasts that a report proposes. */
const PROPOSED_DAYS = 30;
/** The waiver that would accept a broken expectation for a month, as a line of JSON to complete and review. */
function proposeWaiver({ id, offenders }, collectedAt) {
    return JSON.stringify({
        id: `${id.slice(0, 50)}-1`,
        expect: id,
        ...(offenders.ids.length === 0 ? {} : { records: offenders.ids }),
        since: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(collectedAt),
        until: (0,_platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(Date.parse(collectedAt) + PROPOSED_DAYS * _platform_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO),
        why: "REASON",
        by: "ROLE",
    });
}
/** What an expectation is called: its title, else what it demands. */
function expectationTitle(policy, id) {
    const expectation = policy?.expectations.find((each) => each.id === id);
    if (expectation === undefined)
        return null;
    return expectation.title ?? (0,_policy_describe_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .describeExpectation */ .u)(expectation);
}


/***/ }),

/***/ 62939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ resultLines),
/* harmony export */   UX: () => (/* binding */ answersInWords),
/* harmony export */   X2: () => (/* binding */ exitLine),
/* harmony export */   oz: () => (/* binding */ evidenceGroups),
/* harmony export */   pm: () => (/* binding */ sharedCaveats)
/* harmony export */ });
/* harmony import */ var _evidence_rules_recount_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38721);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _policy_describe_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81619);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);
/* harmony import */ var _render_sanitize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85600);





/**
 * What a user asks of a run afterwards, a group for each item with its state in the title. What the reasons of the exit
 * say is not said here too, and neither is the same cause or caveat twice.
 */
function evidenceGroups({ items }, { reasons }) {
    const shared = sharedCaveats(items);
    const told = new Map();
    const groups = items.map((item) => {
        const { collection, result, title } = item;
        const reason = collection.reason ?? result.reason;
        const before = reasons.some((each) => each.includes(reason?.message ?? "\n"))
            ? "see the end of this log"
            : told.get(reason?.message ?? "");
        if (reason !== null && before === undefined)
            told.set(reason.message, `as for: ${title}`);
        return {
            title: `${title}: ${collection.status}, ${result.state}`,
            lines: [
                ...itemLines(item),
                ...(reason === null ? [] : [`${reason.code}: ${before ?? (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(reason)}`]),
                ...item.caveats.filter((caveat) => !shared.includes(caveat)),
            ],
        };
    });
    return [...groups, ...(shared.length === 0 ? [] : [{ title: "Every item", lines: shared }])].map(({ title, lines }) => ({ title: (0,_render_sanitize_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)(title), lines: lines.map(_render_sanitize_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP) }));
}
/** The caveats that every one of several items has. */
function sharedCaveats([first, ...others]) {
    if (first === undefined || others.length === 0)
        return [];
    return first.caveats.filter((caveat) => others.every(({ caveats }) => caveats.includes(caveat)));
}
function itemLines(item) {
    const { collection, population, window } = item;
    const { status, grade } = collection;
    const answers = answersInWords(collection.requests.flatMap(({ pages }) => pages));
    // A failed item received nothing that could be counted; "0 records" would read as none there.
    const isKnown = status === "complete" || status === "partial";
    const received = isKnown ? `${collection.received} records received` : "records not known";
    return [
        isKnown ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countsInWords */ .Pe)(item) : "counts not known",
        ...(grade === null ? [] : [_words_js__WEBPACK_IMPORTED_MODULE_2__/* .GRADE_WORDS */ .eD[grade].brief]),
        `${answers}, ${received}${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
        ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
    ];
}
/** The last line of a run: its exit code, and why. */
function exitLine({ outcome, items }, exit) {
    const { code, reasons, hints } = exit;
    if (code !== 0) {
        const why = `exit ${code} because ${reasons.join("; ")}`;
        return (0,_render_sanitize_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)({ message: why, hint: hints.map(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em).join(" ") }));
    }
    const skipped = items.filter(({ collection }) => collection.status === "skipped").map(({ id }) => id);
    const remarks = [
        ...(skipped.length === 0 ? [] : [`skipped: ${skipped.join(", ")}`]),
        ...(outcome === "complete" ? [] : ["fail-on does not ask for complete evidence"]),
    ];
    return `${outcome}, exit 0${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
}
/** The result of each expectation, the worst first, a line each. */
function resultLines(evidence) {
    return (0,_policy_describe_result_js__WEBPACK_IMPORTED_MODULE_4__/* .resultsWorstFirst */ .iX)(evidence).map((result) => (0,_render_sanitize_js__WEBPACK_IMPORTED_MODULE_3__/* .logLine */ .BP)((0,_policy_describe_result_js__WEBPACK_IMPORTED_MODULE_4__/* .describeResult */ .dy)(result)));
}
/** How many exchanges there were, and how many of them brought no usable answer. */
function answersInWords(pages) {
    const good = pages.filter(({ status }) => (0,_evidence_rules_recount_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnswered */ .Qy)(status)).length;
    const bad = pages.length - good;
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quantityOf */ .Ri)(good, "answer");
    return bad === 0 ? words : `${words}, ${bad} refused or lost`;
}


/***/ }),

/***/ 87828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ recordsToReview),
/* harmony export */   o: () => (/* binding */ lossesInWords)
/* harmony export */ });
/* harmony import */ var _policy_waivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9787);
/* harmony import */ var _record_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60904);
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18137);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);




/**
 * Why items need review as a whole, those with the same cause together. A reason of which `isSaid` knows that it is said
 * elsewhere is left out.
 */
function lossesInWords(items, isSaid = () => false) {
    const lost = items.filter(({ collection, result }) => collection.status !== "complete" || result.state === "unknown");
    const causes = Map.groupBy(lost, ({ collection, result }) => [collection.status, (collection.reason ?? result.reason)?.message].join(" "));
    return [...causes.values()].map((members) => ({ items: members, words: lossInWords(members, isSaid) }));
}
function lossInWords(items, isSaid) {
    const named = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .itemNames */ .SV)(items);
    const [first] = items;
    const what = {
        complete: `The state of the ${named} is unknown.`,
        partial: `Only part of the ${named} was obtained.`,
        failed: `The ${named} were not obtained.`,
        skipped: `The ${named} were skipped.`,
    }[first?.collection.status ?? "failed"];
    const reason = first?.collection.reason ?? first?.result.reason ?? null;
    const gone = items.filter(({ window, collection: { status } }) => window === null && (status === "partial" || status === "failed"));
    const whose = gone.length === items.length ? "" : ` of the ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .itemNames */ .SV)(gone)}`;
    return (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .joinWords */ .yZ)([
        (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)(what),
        ...(reason === null || isSaid(reason.message) ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonInWords */ .jA)(reason)]),
        ...(gone.length === 0 ? [] : [`A later run cannot recover this moment${whose}.`]),
    ], " ");
}
/** Nobody would start on a longer list; the tables of the report have the rest. */
const MOST_NAMED = 20;
/**
 * The records that a person must review: critical signals that are not archived, failing monitors, muted or not, and
 * critical findings that are not muted. The items share the room for names, so that many of one item hide none of another. A waiver hides
 * no record: its id stands beside it.
 */
function recordsToReview({ items, collectedAt }, policy) {
    const urgent = items.map((item) => ({
        item,
        ...urgentRecords(item, (0,_policy_waivers_js__WEBPACK_IMPORTED_MODULE_0__/* .waivedRecords */ .pP)(policy, { collectedAt, item: item.id })),
    }));
    const shares = fairShares(urgent.map(({ named }) => named.length), MOST_NAMED);
    return urgent.map(({ item, named, more }, index) => {
        const share = shares[index] ?? 0;
        const others = named.slice(share).reduce((sum, { count }) => sum + count, 0);
        return { item, named: named.slice(0, share), more: more + others };
    });
}
/** Divides the room: each gets as much as the others until it has what it wants. */
function fairShares(wanted, room) {
    const shares = wanted.map(() => 0);
    for (let given = 0; given < room; given += 1) {
        const [next] = wanted
            .map((want, index) => ({ index, share: shares[index] ?? 0, isMet: (shares[index] ?? 0) >= want }))
            .filter(({ isMet }) => !isMet)
            .toSorted((one, other) => one.share - other.share);
        if (next === undefined)
            break;
        shares[next.index] = next.share + 1;
    }
    return shares;
}
/** The urgent records of an item by name, each name once, and the number of those that are not named. */
function urgentRecords({ records }, waivedBy) {
    const groups = new Map();
    let more = 0;
    for (const record of records) {
        const urgency = urgencyOf(record);
        if (urgency === null)
            continue;
        const { at, state } = urgency;
        const [label, waivers] = [(0,_record_names_js__WEBPACK_IMPORTED_MODULE_3__/* .recordName */ .x)(record), waivedBy.get(record.id) ?? []];
        const key = JSON.stringify([state, label, waivers]);
        const group = groups.get(key);
        if (group !== undefined)
            groups.set(key, { ...group, count: group.count + 1, at: earliest(group.at, at) });
        else if (groups.size < MOST_NAMED)
            groups.set(key, { ...urgency, label, link: record.link, waivers, count: 1 });
        else
            more += 1;
    }
    const named = [...groups.values()].map(({ label, link, count, at, waivers, describe }) => {
        const waived = waivers.length === 0 ? "" : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `, waived by ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .joinWords */ .yZ)(waivers.map(_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU))}`;
        return { what: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${describe(count, at)}${waived}`, count, label, link };
    });
    return { named, more };
}
/** Why a person must review the record; null where nobody must. */
function urgencyOf(record) {
    if ("triage" in record) {
        // A signal under review is not done, and a triage state that we do not know counts as open.
        if (record.severity !== "critical" || record.triage.state === "archived")
            return null;
        const state = record.triage.state === "under_review" ? "under review" : "open";
        return {
            at: record.timestamp,
            state,
            describe: (count, at) => count === 1
                ? (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `Critical signal of ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(at ?? "")}, ${state}`
                : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${count} critical signals, the first of ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(at ?? "")}, ${state}`,
        };
    }
    if ("verdict" in record) {
        if (record.verdict !== "failing")
            return null;
        const muted = muteInWords(record);
        return {
            at: record.stateSince,
            state: `${record.state}${muted}`,
            describe: (count, at) => count === 1
                ? (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `Monitor in state ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(record.state)}${since(" since ", at)}${muted}`
                : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${count} monitors in state ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(record.state)}${since(", the first since ", at)}${muted}`,
        };
    }
    if (record.severity !== "critical" || record.muted)
        return null;
    return {
        at: record.firstSeen,
        state: "failing",
        describe: (count, at) => {
            const where = count === 1 ? "" : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) ` on ${count} resources`;
            return (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `Critical posture check failing${where}${since(", first seen ", at)}`;
        },
    };
}
function muteInWords({ muted, mutedScope }) {
    if (!muted)
        return "";
    return mutedScope === "part" ? ", muted in part" : ", muted";
}
function since(words, instant) {
    return instant === null ? "" : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ) `${words}${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(instant)}`;
}
/** Times of records are written alike, so their order is that of their text. */
function earliest(one, other) {
    if (one === null || other === null)
        return one ?? other;
    return other < one ? other : one;
}


/***/ }),

/***/ 60904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ recordsById),
/* harmony export */   x: () => (/* binding */ recordName)
/* harmony export */ });
/** The name of a record: its title or name, else its rule, else its id. */
function recordName(record) {
    if ("verdict" in record)
        return record.name ?? `monitor ${record.id}`;
    if ("triage" in record)
        return record.title ?? record.rule?.name ?? record.id;
    return record.title ?? record.rule?.name ?? record.rule?.id ?? record.id;
}
/** The records of an item with these ids; those that the run does not have are left out. */
function recordsById({ items }, { item: of, ids }) {
    const wanted = new Set(ids);
    const found = new Map();
    const item = items.find(({ id }) => id === of);
    // A long list is on disk, so that it is not read for nothing.
    if (item === undefined || wanted.size === 0)
        return found;
    for (const record of item.records)
        if (wanted.has(record.id))
            found.set(record.id, record);
    return found;
}


/***/ }),

/***/ 95137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ workflowFlags),
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** The flags of `verify` that name the workflow of GitHub, also of an enterprise, that signed keyless. */
function workflowFlags(identity) {
    const host = URL.parse(identity)?.host ?? "github.com";
    const issuer = `token.actions.${host === "github.com" ? "githubusercontent.com" : host}`;
    return [`--identity ${shellWord(identity)}`, `--issuer https://${issuer}`];
}
/** Text as one word of a shell command. */
function shellWord(text) {
    if (/^[\w.\/][\w.\/\-]*$/v.test(text))
        return text;
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 40085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ evidenceSha256Of),
/* harmony export */   p: () => (/* binding */ runFacts)
/* harmony export */ });
/* harmony import */ var _bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8449);
/* harmony import */ var _changes_in_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54987);


/** The facts of a run for its report. */
function runFacts({ statement, signedBy, ...run }) {
    return {
        ...run,
        evidenceSha256: evidenceSha256Of(run),
        attestation: statement === null ? null : attestationOf(statement, signedBy),
        since: (0,_changes_in_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSinceLastRun */ .WR)(statement),
        folder: (0,_bundle_run_path_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInRepository */ .zB)(run.evidence),
    };
}
/** The digest of `evidence.json`. */
function evidenceSha256Of({ files }) {
    return files[0]?.sha256 ?? "";
}
function attestationOf({ predicate }, signedBy) {
    const { assurance, sequence } = predicate;
    const { signing, timestamp } = assurance;
    return { signing, timestamp, sequence, keyFingerprint: signing === "key" ? signedBy : null };
}


/***/ }),

/***/ 76787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ runReport)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/report/render/page.js
var page = __webpack_require__(6988);
// EXTERNAL MODULE: ./lib/report/render/phrases.js
var phrases = __webpack_require__(18137);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/report/render/more.js
var render_more = __webpack_require__(1846);
// EXTERNAL MODULE: ./lib/report/render/renderer.js
var renderer = __webpack_require__(83952);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
;// CONCATENATED MODULE: ./lib/report/run/changes.js






/** What changed since the run before, as the signed statement says. */
function changesSection(since, evidence) {
    const content = "notCompared" in since ? [(0,renderer/* paragraph */.FY)((0,words/* sentence */.em)(since.notCompared))] : comparison(since.changes, evidence);
    return (0,renderer/* section */.uW)({ id: "changes", title: "Since the run before" }, content);
}
function comparison(changes, evidence) {
    const remarks = (0,changes_in_words/* remarksOn */.rc)(changes);
    return [
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Compared with the run whose ${(0,phrases/* code */.aY)("evidence.json")} has the SHA-256 ${(0,phrases/* digest */.br)(changes.comparedWith)}.`),
        (0,renderer/* table */.tp)({
            caption: "What changed",
            aside: "at most 20 of each kind are named",
            columns: ["Item", "Change", "Which"],
            rows: changes.items.flatMap((item) => changeRows(item, evidence)),
            kind: "changes",
        }),
        ...(remarks.length === 0 ? [] : [(0,renderer/* bullets */.e5)(remarks.map(words/* sentence */.em))]),
    ];
}
function changeRows(item, evidence) {
    const reasons = (0,changes_in_words/* obstaclesOf */._M)(item);
    const hints = (0,changes_in_words/* hintsOf */.iw)(item);
    const rows = [
        ...(item.comparable === "no" ? [["not comparable", (0,words/* sentence */.em)(reasons)]] : []),
        ...(0,changes_in_words/* nonEmptyChanges */.s2)(item).map((change) => changeCells(change, (0,changes_in_words/* namesIn */.wX)(evidence, item, change.list?.ids ?? []))),
        ...(item.comparable === "in-part" ? [["comparable in part", (0,words/* sentence */.em)(reasons)]] : []),
        ...(hints === "" ? [] : [["why likely not resolved", (0,words/* sentence */.em)(hints)]]),
    ];
    const shown = rows.length === 0 ? [["no change", ""]] : rows;
    return shown.map(([change, which], index) => [
        index === 0 ? (0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id]) : "",
        change,
        which,
    ]);
}
function changeCells({ kind, list }, names) {
    if (list === null)
        return [kind.words, (0,phrases/* soft */.LN)("not known")];
    const { count, ids } = list;
    const total = (0,phrases/* phrase */.MZ) `${count} ${kind.words}`;
    if (kind.isRoutine)
        return [total, ""];
    const more = count - ids.length;
    const which = ids.map((id) => {
        const called = names.get(id);
        // A record that is gone has no name in this run's evidence.
        return called === undefined ? (0,phrases/* digest */.br)(String(id)) : (0,phrases/* name */.UU)(called);
    });
    return [total, (0,phrases/* stackWords */.q)([...which, ...(0,render_more/* andMore */.v)(more).map((words) => (0,phrases/* soft */.LN)(words))])];
}

// EXTERNAL MODULE: ./lib/controls/catalogue.js + 17 modules
var catalogue = __webpack_require__(28716);
// EXTERNAL MODULE: ./lib/controls/conditions.js
var conditions = __webpack_require__(32754);
;// CONCATENATED MODULE: ./lib/report/run/controls.js






/** One sheet for each framework of the run: which item supports which of its controls, and how. */
function controlsSection({ evidence }) {
    const rows = evidence.items.flatMap((item) => item.controls.map((control) => ({ item, control })));
    const frameworks = Map.groupBy(rows, ({ control }) => control.framework);
    if (frameworks.size === 0)
        return [];
    return [
        (0,renderer/* section */.uW)({
            id: "controls",
            title: "Controls",
            lead: "Direct: the item shows the control, or a part of it, at work. Claimed: the item contributes, and the organisation must argue how. Whether a control is met is for an auditor to say.",
        }, [...frameworks].map(([framework, controls], index) => (0,renderer/* article */.jZ)({ id: `framework-${index + 1}`, title: (0,phrases/* name */.UU)(framework), ...editionLead(framework) }, [
            (0,renderer/* table */.tp)({
                caption: (0,phrases/* phrase */.MZ) `Controls of ${(0,phrases/* name */.UU)(framework)}`,
                columns: ["Control", "Title", "Item", "State", "Support"],
                rows: [
                    ...Map.groupBy(controls, ({ control }) => `${control.id}\n${control.title}`).values(),
                ].flatMap(rowsOfControl),
                kind: "controls",
                scroll: `Controls of ${framework}`,
            }),
        ]))),
    ];
}
/** Which edition the catalogue is of; nothing for a framework of the organisation's own. */
function editionLead(framework) {
    const edition = (0,catalogue/* editionOf */.yU)(framework);
    return edition === null ? {} : { lead: `Edition: ${edition}.` };
}
/** A row for each item that supports the control; the first one names it. */
function rowsOfControl(supports) {
    return supports.map(({ item, control }, index) => [
        index === 0 ? (0,phrases/* name */.UU)(control.id) : "",
        index === 0 ? (0,phrases/* name */.UU)(control.title) : "",
        (0,phrases/* jump */.lA)(item.id, (0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])),
        (0,phrases/* stateWord */.kc)(item.result.state),
        (0,phrases/* phrase */.MZ) `${(0,words/* supportInWords */.OW)(control)}${remarkOn(item, control)}`,
    ]);
}
/** Why the support is what it is, where there is more to say. */
function remarkOn({ id: item }, control) {
    const { organisation, support, framework, id } = control;
    if (organisation !== undefined) {
        return organisation.why === null ? "" : (0,phrases/* phrase */.MZ) ` ${(0,phrases/* soft */.LN)((0,phrases/* phrase */.MZ) `because ${(0,phrases/* name */.UU)(organisation.why)}`)}`;
    }
    const needs = support === "claimed" ? (0,catalogue/* conditionsOf */.yb)({ framework, item, id }) : [];
    if (needs.length === 0)
        return "";
    return (0,phrases/* phrase */.MZ) ` ${(0,phrases/* soft */.LN)(`direct only with ${(0,words/* list */.p_)(needs.map((need) => conditions/* CONTROL_CONDITIONS */.D[need].words))}`)}`;
}

// EXTERNAL MODULE: ./lib/policy/describe-expectation.js
var describe_expectation = __webpack_require__(83174);
// EXTERNAL MODULE: ./lib/policy/describe-result.js
var describe_result = __webpack_require__(81619);
// EXTERNAL MODULE: ./lib/policy/waivers.js
var waivers = __webpack_require__(9787);
// EXTERNAL MODULE: ./lib/report/expectations.js
var expectations = __webpack_require__(18667);
// EXTERNAL MODULE: ./lib/report/render/links.js
var links = __webpack_require__(27582);
// EXTERNAL MODULE: ./lib/report/waivers-table.js
var waivers_table = __webpack_require__(94422);
;// CONCATENATED MODULE: ./lib/report/run/expectations.js









/** The results of the policy that the run was given, the worst first. */
function expectationsSection({ evidence, policy }) {
    if (evidence.policy === null)
        return [];
    const results = (0,describe_result/* resultsWorstFirst */.iX)(evidence);
    const broken = results.filter(({ result }) => result === "broken");
    return [
        (0,renderer/* section */.uW)({ id: "expectations", title: "Expectations", lead: describe_result/* GIVEN_BY_THE_RUN */.SO }, [
            (0,renderer/* table */.tp)({
                caption: "What the organisation demands, and the results",
                columns: ["Expectation", "Result", "Counted", "Offenders"],
                below: "Demand",
                rows: results.map((result) => ({
                    cells: [
                        (0,phrases/* name */.UU)(result.id),
                        (0,phrases/* resultWord */.kV)(result.result),
                        (0,describe_result/* describeMeasure */.UF)(result),
                        offendersCell(result, evidence),
                    ],
                    below: demandLine(result, policy),
                    id: `expectation-${result.id}`,
                })),
                kind: "overview expectations",
            }),
            ...broken.map((result) => (0,renderer/* details */.zH)((0,phrases/* phrase */.MZ) `The waiver that would accept ${(0,phrases/* name */.UU)(result.id)} for ${expectations/* PROPOSED_DAYS */.$G} days`, [
                (0,renderer/* paragraph */.FY)("Complete it, have it reviewed, and add it to accept in the policy file."),
                (0,renderer/* commands */.Pi)([(0,expectations/* proposeWaiver */.Zy)(result, evidence.collectedAt)]),
            ])),
            ...(policy === null || policy.waivers.length === 0
                ? []
                : [(0,waivers_table/* waiversTable */._)("Waivers", (0,waivers/* waiverStates */.RT)(policy, evidence))]),
            (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `SHA-256 of ${(0,phrases/* code */.aY)("policy.json")}: ${(0,phrases/* digest */.br)(evidence.policy.sha256)}.`),
        ]),
    ];
}
function demandLine(result, policy) {
    const expectation = policy?.expectations.find(({ id }) => id === result.id);
    if (expectation === undefined)
        return (0,phrases/* phrase */.MZ) `of ${(0,phrases/* code */.aY)(result.item)}; the policy itself could not be read`;
    const title = expectation.title === null ? "" : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(expectation.title)}: `;
    return (0,phrases/* phrase */.MZ) `${title}${(0,phrases/* name */.UU)((0,describe_expectation/* describeExpectation */.u)(expectation))}`;
}
function offendersCell(result, evidence) {
    // Records that were not read may hold what is missing.
    if (result.result === "unknown" || result.offenders.count === 0)
        return "";
    const more = result.offenders.count - result.offenders.ids.length;
    const named = (0,expectations/* nameOffenders */.g9)(result, evidence).map(({ label, link }) => link === null ? (0,phrases/* name */.UU)(label) : (0,links/* datadogLink */.r)(evidence.source.site, { href: link, label }));
    const waived = result.waivers.length === 0 ? [] : [(0,phrases/* soft */.LN)((0,phrases/* phrase */.MZ) `waived: ${(0,phrases/* joinWords */.yZ)(result.waivers.map(phrases/* name */.UU))}`)];
    return (0,phrases/* stackWords */.q)([...named, ...(0,render_more/* andMore */.v)(more).map((words) => (0,phrases/* soft */.LN)(words)), ...waived]);
}
/** The results of the expectations of one item, for its own section. */
function resultsOfItem(item, { evidence, policy }) {
    return (0,describe_result/* resultsWorstFirst */.iX)(evidence)
        .filter((result) => result.item === item)
        .map((result) => {
        const title = (0,expectations/* expectationTitle */.BW)(policy, result.id);
        return (0,phrases/* phrase */.MZ) `${(0,phrases/* resultWord */.kV)(result.result)} ${(0,phrases/* name */.UU)(result.id)}${title === null ? "" : (0,phrases/* phrase */.MZ) `: ${(0,phrases/* name */.UU)(title)}`}`;
    });
}

// EXTERNAL MODULE: ./lib/report/render/markup.js
var markup = __webpack_require__(81431);
;// CONCATENATED MODULE: ./lib/report/run/limits.js

/** What no run can show about an item, whatever its result. */
const LIMITS = {
    "security-signals": [
        "Signals below high, and detections that a suppression rule silenced.",
        "That detection works on every system: a quiet week and a broken sensor can look alike.",
        "Who triaged a signal, or whether the decision was right.",
        "Triage after the time of collection; later runs show it.",
    ],
    "compliance-monitors": [
        "The time between two runs: a monitor can fail and recover unseen.",
        "Systems that no tagged monitor watches; the tag decides the population.",
        "That an alert reaches a person.",
    ],
    "cspm-findings": [
        "Cloud accounts that are not connected to Datadog.",
        "Checks that pass or are below high: the query asks only for failing ones.",
        "Whether a muted finding was rightly accepted.",
    ],
};
/** What a run does not prove. */
function limitsSection({ evidence }) {
    const isPartlyBlind = evidence.items.some((item) => item.collection.grade !== "reconciled");
    const limits = [
        "That a control is met. The evidence supports controls; an auditor decides whether they are met.",
        "That Datadog was right. The evidence is what Datadog answered to the named keys at the named time.",
        ...(isPartlyBlind
            ? [
                "That Datadog left nothing out, for items that are not reconciled: it gives no count to compare with.",
            ]
            : []),
        "Anything outside the named site, organisation, queries and window, or before or after this run.",
        "That no run is missing. One run cannot show that; verify the whole stream for the period.",
        "That the records support a control marked claimed: the control is only mapped to the item, so ask for other evidence. Records do support a control marked direct.",
    ];
    return (0,renderer/* section */.uW)({ id: "limits", title: "What this evidence does not show" }, [(0,renderer/* bullets */.e5)(limits)]);
}

// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/report/record-names.js
var record_names = __webpack_require__(60904);
;// CONCATENATED MODULE: ./lib/report/record-order.js

/** The first of the records in a reader's order, without holding all of them. */
function firstRecords(records, most, order) {
    let first = [];
    for (const record of records) {
        first.push(record);
        // Sorting leaves what is equal in the order of the file.
        if (first.length >= 2 * most)
            first = first.toSorted(order).slice(0, most);
    }
    return first.toSorted(order).slice(0, most);
}
/** The order of signals: critical first, then open, then newest. */
function bySignalOrder(a, b) {
    return (severityRank(a) - severityRank(b) || triageRank(a) - triageRank(b) || ascending(b.timestamp, a.timestamp));
}
/** The order of monitors: failing first, then by name. */
function byMonitorOrder(a, b) {
    return monitorRank(a) - monitorRank(b) || ascending((0,record_names/* recordName */.x)(a), (0,record_names/* recordName */.x)(b));
}
/** The order of findings: muted last, critical first. */
function byFindingOrder(a, b) {
    return (Number(a.muted) - Number(b.muted) ||
        severityRank(a) - severityRank(b) ||
        ascending((0,record_names/* recordName */.x)(a), (0,record_names/* recordName */.x)(b)));
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

;// CONCATENATED MODULE: ./lib/report/run/records.js







/** A longer table is not read; the evidence has all records. */
const ROWS_SHOWN = 500;
/** The first characters of a pseudonym's hash tell resources apart. */
const PSEUDONYM_SHOWN = 12;
/** The records of an item as a table, the most urgent first, or a sentence on why there is none. */
function recordsTable(item, { site, files, waived }) {
    if (item.records.length === 0)
        return [(0,renderer/* paragraph */.FY)(absenceInWords(item, files))];
    const { what, order, columns, kind, rows } = listingOf(item, { site, waived });
    const total = item.records.length;
    const more = total - rows.length;
    const caption = `${(0,words/* quantityOf */.Ri)(total, what)}${(0,words/* isFloor */.b5)(item) ? " seen; there may be more" : ""}`;
    const rest = (0,phrases/* phrase */.MZ) `The first ${ROWS_SHOWN} are shown. ${more} more are in ${(0,phrases/* code */.aY)(fileOfRecords(item, files))}.`;
    return [
        (0,renderer/* table */.tp)({ caption, aside: order, columns, rows, kind, headingColumn: 1 }),
        ...(more === 0 ? [] : [(0,renderer/* paragraph */.FY)(rest, "more")]),
    ];
}
function listingOf(item, context) {
    if (item.id === "security-signals") {
        return {
            what: "signal",
            order: "critical first, then by triage state, newest first",
            columns: ["Severity", "Signal", "Triage"],
            kind: "records wide",
            rows: firstRecords(item.records, ROWS_SHOWN, bySignalOrder).map((record) => signalRow(record, context)),
        };
    }
    if (item.id === "compliance-monitors") {
        return {
            what: "monitor",
            order: "failing first, then not evaluated, then muted, by name",
            columns: ["State", "Monitor", "Since"],
            kind: "records",
            rows: firstRecords(item.records, ROWS_SHOWN, byMonitorOrder).map((record) => monitorRow(record, context)),
        };
    }
    return {
        what: "failing check",
        order: "muted last, critical first, by title",
        columns: ["Severity", "Check and resource", "First seen"],
        kind: "records",
        rows: firstRecords(item.records, ROWS_SHOWN, byFindingOrder).map((record) => findingRow(record, context)),
    };
}
/** The file that holds the records of an item. */
function fileOfRecords({ id }, files) {
    const moved = (0,evidence_files/* recordsFileName */.aG)(id);
    return files.some((file) => file.name === moved) ? moved : evidence_files/* EVIDENCE_NAME */.wm;
}
/** Why an item has no records to show. */
function absenceInWords(item, files) {
    const figures = (0,words/* figuresOf */.h5)(item);
    if (figures === null)
        return "No record was obtained. It is not known whether there is any.";
    const holder = fileOfRecords(item, files);
    if (holder !== evidence_files/* EVIDENCE_NAME */.wm)
        return `The records are in ${holder}, beside evidence.json.`;
    if (figures.some(([, value]) => value > 0))
        return "The records themselves are not in this file.";
    if ((0,words/* isFloor */.b5)(item))
        return "No record arrived before the answer was cut short.";
    return "Datadog gave no record for this query.";
}
function signalRow(signal, context) {
    const { triage, severity, timestamp } = signal;
    const notes = [
        triage.archiveReason === null ? "" : withoutUnderscores(triage.archiveReason),
        triage.assigned ? "assigned" : "",
        triage.incidents === 0 ? "" : (0,words/* quantityOf */.Ri)(triage.incidents, "incident"),
    ].filter(Boolean);
    const type = signal.rule?.type ?? null;
    return [
        (0,phrases/* styled */.I4)(severity, severity),
        recordCell(signal, { ...context, details: [(0,phrases/* time */.kB)(timestamp), ...(type === null ? [] : [(0,phrases/* name */.UU)(type)])] }),
        withDetails((0,phrases/* name */.UU)(withoutUnderscores(triage.state)), notes.length === 0 ? [] : [(0,phrases/* name */.UU)(notes.join(", "))]),
    ];
}
function monitorRow(monitor, context) {
    const { id, type, state, verdict } = monitor;
    const flags = [
        muteInWords(monitor),
        monitor.draft ? "draft" : "",
        monitor.paused ? "paused" : "",
        monitor.watchesClock ? "watches the clock" : "",
    ].filter(Boolean);
    const shown = withDetails((0,phrases/* name */.UU)(state), verdict === "notEvaluated" ? ["not evaluated"] : []);
    return [
        verdict === "failing" ? (0,phrases/* strong */.ko)(shown) : shown,
        recordCell(monitor, { ...context, details: [type, String(id), ...flags].map(phrases/* name */.UU) }),
        dayCell(monitor.stateSince),
    ];
}
function muteInWords({ muted, mutedScope, mutedUntil }) {
    if (!muted)
        return "";
    const what = mutedScope === "part" ? "muted in part" : "muted";
    return mutedUntil === null ? `${what}, no end given` : `${what} until ${(0,phrases/* shownTime */.h5)(mutedUntil)}`;
}
function findingRow(finding, context) {
    const { severity, muteReason, muteExpires } = finding;
    const resource = finding.resource?.replace("hmac-sha256:", "").slice(0, PSEUDONYM_SHOWN) ?? null;
    const muted = [
        "muted",
        muteReason === null ? "" : withoutUnderscores(muteReason),
        muteExpires === null ? "no end given" : `until ${(0,phrases/* shownTime */.h5)(muteExpires)}`,
    ].filter(Boolean);
    const details = [
        finding.cloudProvider,
        finding.resourceType,
        resource,
        finding.muted ? muted.join(", ") : null,
    ].filter((detail) => detail !== null);
    return [
        (0,phrases/* styled */.I4)(severity, severity),
        recordCell(finding, { ...context, details: details.map(phrases/* name */.UU) }),
        dayCell(finding.firstSeen),
    ];
}
/** The record by name, with details and the waivers in force: they hide nothing, so it is listed like any other. */
function recordCell(record, { site, waived, details }) {
    const waivers = waived.get(record.id) ?? [];
    const notes = waivers.length === 0 ? [] : [(0,phrases/* phrase */.MZ) `waiver ${(0,phrases/* joinWords */.yZ)(waivers.map(phrases/* name */.UU))}`];
    return withDetails((0,links/* datadogLink */.r)(site, { href: record.link, label: (0,record_names/* recordName */.x)(record) }), [
        ...details,
        ...notes,
    ]);
}
function dayCell(instant) {
    return instant === null ? (0,phrases/* soft */.LN)("not known") : (0,phrases/* day */.vd)(instant);
}
/** A title with what else is known of the record, smaller. */
function withDetails(title, details) {
    return details.length === 0
        ? (0,phrases/* phrase */.MZ) `${title}`
        : (0,phrases/* phrase */.MZ) `${title} ${(0,phrases/* soft */.LN)((0,phrases/* joinWords */.yZ)(details, " · "), "meta")}`;
}
function withoutUnderscores(text) {
    return text.replaceAll("_", " ");
}

// EXTERNAL MODULE: ./lib/evidence/rules/recount.js
var recount = __webpack_require__(38721);
;// CONCATENATED MODULE: ./lib/report/run/requests.js





/** A longer list is not read; evidence.json has all pages. */
const PAGES_SHOWN = 200;
const REQUESTS_SHOWN = 50;
/** Every request of an item with the digest of every answer, folded away. */
function requestLedger(item) {
    const { requests } = item.collection;
    if (requests.length === 0)
        return (0,renderer/* paragraph */.FY)("No request was made for this item.");
    const shown = requests.slice(0, REQUESTS_SHOWN);
    return (0,renderer/* details */.zH)(`${(0,words/* quantityOf */.Ri)(requests.length, "request")}, with the digest of each answer`, [
        ...shown.map((request, index) => requestEntry(request, { item, position: index + 1 })),
        ...(0,render_more/* moreIn */.x)((0,phrases/* code */.aY)("evidence.json"), { more: requests.length - shown.length, what: "requests" }),
    ]);
}
/** What a request is called in the ledger and among the checks, for instance "request 2, GET /api/v1/monitor". */
function requestName({ method, path }, position) {
    return `request ${position}, ${method} ${path}`;
}
function requestEntry(request, { item, position }) {
    const shown = request.pages.slice(0, PAGES_SHOWN);
    const end = request.drained ? "read to its end" : "not read to its end";
    return (0,renderer/* box */.aP)("ledger", [
        (0,renderer/* heading */.R_)((0,phrases/* phrase */.MZ) `Request ${position} ${(0,phrases/* soft */.LN)(end)}`, { level: 4 }),
        (0,renderer/* paragraph */.FY)((0,phrases/* code */.aY)(`${request.method} ${request.path}${queryInWords(request)}`)),
        ...(Object.keys(request.body).length === 0 ? [] : [(0,renderer/* commands */.Pi)([JSON.stringify(request.body, null, 2)])]),
        (0,renderer/* table */.tp)({
            caption: "Pages",
            aside: "SHA-256 of each answer as it arrived",
            columns: ["Page", "Status", "Items", "Bytes", "Attempts", "SHA-256"],
            rows: shown.map((page, index) => pageRow(page, index + 1)),
            kind: "numeric",
            scroll: `Pages of request ${position} for ${words/* ITEM_NAMES */.fH[item.id]}`,
        }),
        ...(0,render_more/* moreIn */.x)((0,phrases/* code */.aY)("evidence.json"), { more: request.pages.length - shown.length, what: "pages" }),
    ]);
}
function pageRow(page, position) {
    const isAnswer = (0,recount/* isAnswered */.Qy)(page.status);
    return {
        cells: [
            position,
            page.status === 0 ? "no answer" : page.status,
            // An error carries no items; a zero would say that there were none to carry.
            isAnswer ? page.items : "not known",
            page.bytes,
            page.attempts,
            (0,phrases/* digest */.br)(page.sha256),
        ],
        kind: isAnswer ? "" : "fails",
    };
}
function queryInWords(request) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query)) {
        query.append(key, typeof value === "string" ? value : JSON.stringify(value));
    }
    return query.size === 0 ? "" : `?${query.toString()}`;
}

;// CONCATENATED MODULE: ./lib/report/run/item.js











/** One item in full: result, completeness with its numbers, records, requests, limits. */
function itemSection(item, report) {
    const { evidence, files, policy } = report;
    const { id, title, result } = item;
    const head = {
        id,
        title: (0,phrases/* phrase */.MZ) `${(0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[id])} ${(0,phrases/* stateWord */.kc)(result.state)}`,
        lead: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(title)}, ${windowInWords(item, evidence.collectedAt)}.${queryLink(item, evidence.source.site)}`,
        kind: `item is-${result.state}`,
    };
    return (0,renderer/* section */.uW)(head, [
        ...reasonBlocks(item),
        figuresBlock(item),
        (0,renderer/* columns */.YB)([
            (0,renderer/* heading */.R_)("Completeness"),
            (0,renderer/* paragraph */.FY)(completenessWords(item)),
            populationFacts(item, evidence.collectedAt),
            checksTable(item),
        ], [
            ...controlBlocks(item),
            ...expectationBlocks(item, report),
            ...(item.caveats.length === 0
                ? []
                : [(0,renderer/* heading */.R_)("Caveats of this run"), (0,renderer/* box */.aP)("caveats", [(0,renderer/* bullets */.e5)(item.caveats)])]),
            (0,renderer/* heading */.R_)("What this item does not show"),
            (0,renderer/* bullets */.e5)(LIMITS[id]),
        ]),
        (0,renderer/* heading */.R_)("Records", { kind: "vh" }),
        ...recordsTable(item, {
            site: evidence.source.site,
            files,
            waived: (0,waivers/* waivedRecords */.pP)(policy, { collectedAt: evidence.collectedAt, item: id }),
        }),
        (0,renderer/* heading */.R_)("Requests", { kind: "vh" }),
        requestLedger(item),
    ]);
}
function windowInWords({ window }, collectedAt) {
    if (window === null)
        return (0,phrases/* phrase */.MZ) `as it was at ${(0,phrases/* time */.kB)(collectedAt)}`;
    return (0,phrases/* phrase */.MZ) `from ${(0,phrases/* time */.kB)(window.from)} to ${(0,phrases/* time */.kB)(window.to)}, the end not included`;
}
function queryLink({ link }, site) {
    const label = "The same query in Datadog, as of now";
    return (0,phrases/* htmlOnly */.K7)(() => (0,markup/* markup */.PT) ` ${(0,links/* datadogLink */.r)(site, { href: link, label, onPaper: true })}.`);
}
function reasonBlocks({ collection, result }) {
    const repeats = collection.reason?.message === result.reason?.message;
    return [collection.reason, repeats ? null : result.reason]
        .filter((reason) => reason !== null)
        .map(({ code: id, message, hint }) => (0,renderer/* quote */.hD)("reason", [
        (0,renderer/* paragraph */.FY)((0,phrases/* strong */.ko)((0,words/* sentence */.em)(message))),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Reason ${(0,phrases/* code */.aY)(id)}.${hint === null ? "" : ` ${(0,words/* sentence */.em)(hint)}`}`, "soft"),
    ]));
}
function figuresBlock(item) {
    const known = (0,words/* figuresOf */.h5)(item);
    if (known === null)
        return (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `Counts: ${(0,phrases/* strong */.ko)("not known")}.`, "no-figures");
    return (0,renderer/* figures */.u5)(known.map(([label, value]) => ({ label, value, isFloor: (0,words/* isFloor */.b5)(item) })));
}
function completenessWords({ collection }) {
    const { status, grade } = collection;
    const graded = grade === null
        ? ""
        : (0,phrases/* phrase */.MZ) `, ${(0,phrases/* phraseOf */.J8)(() => (0,markup/* markup */.PT) `<i>${grade}</i>`, () => grade)}`;
    return (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(status)}${graded}. ${(0,words/* completenessInWords */.TS)(collection)}`;
}
function populationFacts({ id, collection, population, window }, collectedAt) {
    const { status, received, unique, sourceTotal } = collection;
    // What an unfinished request did not bring must not read as a zero.
    const arrived = (count) => count === 0 && (status === "failed" || status === "skipped") ? "not known" : count;
    const { what, size } = population;
    return (0,renderer/* facts */.Ix)([
        // The population of signals is the signals: what is counted here are the rules that would raise them.
        ...(id === "security-signals" && size !== null
            ? [[(0,failure/* sentenceCase */.o3)(what), size]]
            : [["Population", (0,phrases/* name */.UU)(what)], ["How many", size ?? "not known"]]),
        [
            "Window",
            window === null
                ? (0,phrases/* phrase */.MZ) `none: a state, at ${(0,phrases/* time */.kB)(collectedAt)}`
                : (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(window.from)} to ${(0,phrases/* time */.kB)(window.to)}`,
        ],
        ["Received", arrived(received)],
        ["Unique", arrived(unique)],
        ["Datadog’s total", sourceTotal ?? "not given"],
    ]);
}
function checksTable({ collection }) {
    const { requests, sourceTotal, unique, status } = collection;
    const rows = [
        ...collection.checks.map(({ ok, name: check, expected, actual }) => ({
            holds: ok,
            cells: [(0,phrases/* name */.UU)(check), expected, actual],
        })),
        ...requests.map((request, index) => ({
            // A complete item does not depend on it: it was a probe, or asked for a number that Datadog did not give.
            holds: request.drained || status !== "complete" ? request.drained : null,
            cells: [
                (0,phrases/* phrase */.MZ) `Read to its end: ${(0,phrases/* name */.UU)(requestName(request, index + 1))}`,
                status === "complete" && !request.drained ? "not needed" : "end",
                request.drained ? "end" : "not reached",
            ],
        })),
        ...(sourceTotal === null && (status === "complete" || status === "partial")
            ? [{ holds: null, cells: ["Datadog’s own total equals ours", "not given", unique] }]
            : []),
    ];
    if (rows.length === 0)
        return (0,renderer/* paragraph */.FY)("No check could be made.");
    return (0,renderer/* table */.tp)({
        caption: "Is this everything?",
        aside: "check by check",
        columns: ["Check", "Expected", "Found"],
        rows,
        kind: "checks numeric",
    });
}
function controlBlocks({ controls, result }) {
    if (controls.length === 0)
        return [(0,renderer/* heading */.R_)("Supports"), (0,renderer/* paragraph */.FY)("No control.")];
    const isKnown = result.state !== "unknown";
    return [
        (0,renderer/* heading */.R_)(isKnown ? "Supports" : "Would support, if the state were known"),
        (0,renderer/* bullets */.e5)(controls.map(({ framework, id, title, ...how }) => (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(`${framework} ${id}`)}, ${(0,phrases/* name */.UU)(title)} ${(0,phrases/* soft */.LN)(`(${(0,words/* supportInWords */.OW)(how)})`)}`)),
    ];
}
function expectationBlocks({ id }, report) {
    const results = resultsOfItem(id, report);
    return results.length === 0 ? [] : [(0,renderer/* heading */.R_)("Judged by"), (0,renderer/* bullets */.e5)(results)];
}

// EXTERNAL MODULE: ./lib/report/run/model.js
var model = __webpack_require__(40085);
// EXTERNAL MODULE: ./lib/report/needs-review.js
var needs_review = __webpack_require__(87828);
;// CONCATENATED MODULE: ./lib/report/run/needs-review.js






/** What a person must review, the most urgent first: what was not obtained, then what is open. */
function needsReviewSection({ evidence, policy }) {
    const { items, source } = evidence;
    const lines = [
        ...(0,needs_review/* lossesInWords */.o)(items).map((loss) => (0,phrases/* phrase */.MZ) `${loss.words} ${seeItems(loss.items)}`),
        ...(0,needs_review/* recordsToReview */.k)(evidence, policy).flatMap((records) => recordLines(records, source.site)),
        ...items.flatMap(countLines),
    ];
    const content = lines.length === 0 ? (0,renderer/* paragraph */.FY)("Nothing in this run needs review.") : (0,renderer/* steps */.Ci)(lines, "needs");
    return (0,renderer/* section */.uW)({ id: "needs", title: "Needs review" }, [content]);
}
function recordLines({ item, named, more }, site) {
    const lines = named.map(({ what, label, link }) => (0,phrases/* phrase */.MZ) `${what}: ${(0,links/* datadogLink */.r)(site, { href: link, label })}`);
    return more === 0 ? lines : [...lines, (0,phrases/* phrase */.MZ) `${more} more of this kind. ${seeItems([item])}`];
}
/** The counts for which an item is in the state attention; floors are not added up. */
function countLines(item) {
    if (item.result.state === "clear")
        return [];
    const asking = ASKING[item.id];
    const figures = ((0,words/* figuresOf */.h5)(item) ?? []).filter(([label, value]) => value > 0 && asking.includes(label));
    if (figures.length === 0)
        return [];
    const counts = figures.map(([label, value]) => `${(0,words/* countInWords */.K4)(item, value)} ${label}`).join(", ");
    return [(0,phrases/* phrase */.MZ) `${(0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])}: ${counts}. ${seeItems([item])}`];
}
const ASKING = {
    "security-signals": ["open", "under review"],
    "compliance-monitors": ["failing", "not evaluated", "muted"],
    "cspm-findings": ["critical", "high", "muted"],
};
function seeItems(items) {
    return (0,phrases/* phrase */.MZ) `See ${(0,phrases/* joinWords */.yZ)(items.map(({ id }) => (0,phrases/* jump */.lA)(id, words/* ITEM_NAMES */.fH[id])))}.`;
}

;// CONCATENATED MODULE: ./lib/report/run/overview.js





const CADENCES_IN_WORDS = {
    PT1H: "one run an hour",
    PT6H: "one run every 6 hours",
    PT12H: "one run every 12 hours",
    P1D: "one run a day",
};
/** What this is and what to think of it. */
function runMasthead({ evidence, attestation }) {
    const { stream, source } = evidence;
    const sequence = attestation?.sequence ?? null;
    const ordinal = sequence === null ? "" : (0,phrases/* phrase */.MZ) `, no. ${sequence}`;
    return {
        what: (0,phrases/* phrase */.MZ) `one run${ordinal} of stream ${(0,phrases/* name */.UU)(stream.name)}`,
        title: (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)((0,page/* organizationTitle */.CS)(source.organization))}, ${(0,phrases/* name */.UU)(stream.name)}`,
        when: (0,phrases/* time */.kB)(evidence.collectedAt),
        leads: [
            ...(0,words/* runOriginSentences */.OB)(evidence).map((words) => (0,phrases/* strong */.ko)(words)),
            (0,words/* outcomeInWords */.Lz)(evidence),
            (0,words/* statesInWords */.Bs)(evidence.items),
        ],
        verdict: {
            kind: evidence.outcome,
            word: `Collection: ${evidence.outcome}`,
            sentences: [signedInWords(attestation), (0,phrases/* phrase */.MZ) `Valid until ${(0,phrases/* time */.kB)(evidence.validUntil)}.`],
        },
    };
}
/** The items in one table: result, numbers, completeness, controls. */
function itemsTable({ evidence }) {
    return (0,renderer/* table */.tp)({
        caption: "The items of this run",
        columns: ["Item", "Result", "Counted", "Collection"],
        below: "Controls",
        rows: evidence.items.map((item) => ({
            cells: [
                (0,phrases/* jump */.lA)(item.id, (0,failure/* sentenceCase */.o3)(words/* ITEM_NAMES */.fH[item.id])),
                (0,phrases/* stateWord */.kc)(item.result.state),
                (0,words/* countsInWords */.Pe)(item),
                collectionInBrief(item),
            ],
            below: controlsInBrief(item),
        })),
        kind: "overview",
    });
}
/** Where and when the run was made, and its place in the chain. */
function aboutSection({ evidence, evidenceSha256, attestation }) {
    const { source, stream, run } = evidence;
    const seconds = Math.round((Date.parse(evidence.collectedAt) - Date.parse(evidence.startedAt)) / 1000);
    const left = [
        ["Outcome", (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(evidence.outcome)} ${(0,phrases/* soft */.LN)("of the collection, not of any control")}`],
        ["Collected at", (0,phrases/* phrase */.MZ) `${(0,phrases/* time */.kB)(evidence.collectedAt)}, started ${Math.max(seconds, 0)} s before`],
        ["Valid until", (0,phrases/* time */.kB)(evidence.validUntil)],
        ["Source", (0,phrases/* phrase */.MZ) `Datadog, site ${(0,phrases/* name */.UU)(source.site)}, API ${(0,phrases/* code */.aY)(source.apiUrl)}`],
        ["Organisation", (0,words/* organizationInWords */.g0)(source.organization)],
        ["Organisation id", source.organizationId === null ? "not known" : (0,phrases/* name */.UU)(source.organizationId)],
        ["Clock", clockInWords(source.clockSkewMs)],
    ];
    const right = [
        ["Stream", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(stream.name)}, ${CADENCES_IN_WORDS[stream.cadence]} (${stream.cadence})`],
        ["Place in chain", chainPlace(attestation)],
        ["Signature", signedInWords(attestation)],
        ["Key", attestation?.keyFingerprint == null ? "none" : (0,phrases/* digest */.br)(attestation.keyFingerprint)],
        ["Started by", (0,phrases/* phrase */.MZ) `${run.github === null ? "hand" : (0,phrases/* name */.UU)(run.github.event)}, attempt ${run.attempt}`],
        ["Access to Datadog", accessInWords(source)],
        ["evidence.json", (0,phrases/* digest */.br)(evidenceSha256)],
    ];
    return (0,renderer/* section */.uW)({ id: "about", title: "About this run" }, [(0,renderer/* box */.aP)("two", [(0,renderer/* facts */.Ix)(left), (0,renderer/* facts */.Ix)(right)])]);
}
/** How the run was signed, as a sentence; nothing here has been verified. */
function signedInWords(attestation) {
    if (attestation === null)
        return "Not signed: nothing here proves who made this, or when.";
    const how = attestation.signing === "key" ? "with a key" : "without a key, in the name of the workflow";
    return `Signed ${how}, ${attestation.timestamp ? "with a trusted time" : "without a trusted time"}.`;
}
function collectionInBrief({ collection }) {
    const { status, grade, reason } = collection;
    const how = grade === null ? (reason?.code ?? null) : words/* GRADE_WORDS */.eD[grade].brief;
    return how === null ? (0,phrases/* collectionWord */.FU)(status) : (0,phrases/* phrase */.MZ) `${(0,phrases/* collectionWord */.FU)(status)} ${(0,phrases/* soft */.LN)(how)}`;
}
function controlsInBrief(item) {
    if (item.controls.length === 0)
        return "Supports no control.";
    const verb = item.result.state === "unknown" ? "Would support" : "Supports";
    const frameworks = Map.groupBy(item.controls, (control) => control.framework);
    const parts = [...frameworks].map(([framework, controls]) => (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(framework)} ${(0,phrases/* joinWords */.yZ)(controls.map((control) => (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(control.id)} (${(0,words/* supportInWords */.OW)(control)})`))}`);
    return (0,phrases/* phrase */.MZ) `${verb} ${(0,phrases/* joinWords */.yZ)(parts, " · ")}`;
}
function accessInWords({ access, apiKeyId }) {
    if (access === "token")
        return "access token";
    if (access === "delegated")
        return "delegated token, in the name of the workflow: no stored secret";
    return apiKeyId === null ? "API key, id not known" : (0,phrases/* phrase */.MZ) `API key, id ${(0,phrases/* name */.UU)(apiKeyId)}`;
}
function clockInWords(skewMs) {
    if (skewMs === null)
        return "not known: no answer carried a date";
    if (skewMs === 0)
        return "Datadog and the collector agree";
    return (0,phrases/* phrase */.MZ) `Datadog ${Math.abs(skewMs)} ms ${skewMs > 0 ? "ahead of" : "behind"} the collector`;
}
function chainPlace(attestation) {
    if (attestation === null)
        return "none: not signed";
    return attestation.sequence === null ? "none: not chained" : (0,phrases/* phrase */.MZ) `no. ${attestation.sequence}`;
}

// EXTERNAL MODULE: ./lib/report/render/shell.js
var shell = __webpack_require__(95137);
;// CONCATENATED MODULE: ./lib/report/run/proof.js




/** Which code made the evidence, and what it was allowed to keep. */
function makingSection({ evidence }) {
    const { collector, mapping, privacy, rules, schema } = evidence;
    const right = (0,renderer/* facts */.Ix)([
        ["Collector", (0,phrases/* phrase */.MZ) `${collector.name} ${(0,phrases/* name */.UU)(collector.version)} ${(0,phrases/* digest */.br)(collector.sha256)}`],
        ["Control mapping", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(mapping.version)} ${(0,phrases/* digest */.br)(mapping.sha256)}`],
        ["Rules", (0,phrases/* phrase */.MZ) `version ${rules}, schema ${schema}`],
        [
            "Privacy",
            (0,phrases/* phrase */.MZ) `${privacy.level}: allow-listed fields only; pseudonyms by key ${(0,phrases/* name */.UU)(privacy.pseudonymKeyId)}`,
        ],
    ]);
    return (0,renderer/* section */.uW)({ id: "making", title: "How it was made" }, [
        (0,renderer/* box */.aP)("two", [(0,renderer/* facts */.Ix)(originFacts(evidence)), right]),
    ]);
}
/** The files of the run with their digests. */
function filesSection({ files, folder }) {
    return (0,renderer/* section */.uW)({ id: "files", title: "Files" }, [
        (0,renderer/* table */.tp)({
            caption: "Files of the run",
            aside: `in ${folder}`,
            columns: ["File", "Bytes", "SHA-256"],
            rows: files.map((file) => [(0,phrases/* name */.UU)(file.name), file.size, (0,phrases/* digest */.br)(file.sha256)]),
            kind: "files",
        }),
    ]);
}
/** The commands that check the run offline. */
function verificationSection(report) {
    const { attestation } = report;
    const lead = "Offline, with our program or with tools that others wrote. This page is only a way to read evidence.json; where the two differ, the file is right.";
    const content = attestation === null ? unsignedVerification(report) : [signedVerification({ ...report, attestation })];
    return (0,renderer/* section */.uW)({ id: "verify", title: "Verify it yourself", lead }, content);
}
function originFacts({ run }) {
    const { github, id, attempt } = run;
    if (github === null)
        return [["Run", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(id)}, attempt ${attempt}, outside GitHub Actions`]];
    const { repository, repositoryId, schedule, event, url } = github;
    return [
        ["Repository", (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(repository)} ${(0,phrases/* soft */.LN)(`id ${repositoryId}`)}`],
        ["Workflow", (0,phrases/* name */.UU)(github.workflowRef)],
        ["Workflow commit", (0,phrases/* digest */.br)(github.workflowSha)],
        ["Run", (0,phrases/* phrase */.MZ) `${(0,links/* githubLink */.K)({ url, repository, id })}, attempt ${attempt}`],
        ["Started by", schedule === null ? (0,phrases/* name */.UU)(event) : (0,phrases/* phrase */.MZ) `${(0,phrases/* name */.UU)(event)}, ${(0,phrases/* code */.aY)(schedule)}`],
    ];
}
function unsignedVerification({ folder, evidenceSha256 }) {
    return [
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* strong */.ko)("This run is not signed")}, so there is no signature to check. The first command only checks that the file is the one this page was made from.`),
        (0,renderer/* commands */.Pi)([`cd ${(0,shell/* shellWord */.r)(folder)}`, `echo '${evidenceSha256}  evidence.json' | sha256sum -c -`]),
        (0,renderer/* paragraph */.FY)("You can sign it later; the timestamp then shows when."),
        (0,renderer/* commands */.Pi)([`npx datadog-evidence attest ${(0,shell/* shellWord */.r)(folder)}`]),
    ];
}
function signedVerification(report) {
    const { attestation, evidenceSha256, evidence } = report;
    const expected = evidence.outcome === "complete" ? "0: genuine and complete" : "3: genuine, but not complete";
    return (0,renderer/* columns */.YB)([
        (0,renderer/* heading */.R_)("With our verifier"),
        (0,renderer/* commands */.Pi)(verifierCommands(report)),
        (0,renderer/* paragraph */.FY)(`Expected exit code ${expected}. 1 means not genuine, 2 means that it could not be checked.`),
        (0,renderer/* heading */.R_)("With openssl, jq and coreutils"),
        (0,renderer/* commands */.Pi)(opensslCommands(report)),
    ], [
        (0,renderer/* heading */.R_)("What to compare"),
        ...identityBlocks(attestation),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `SHA-256 of ${(0,phrases/* code */.aY)("evidence.json")}`),
        (0,renderer/* paragraph */.FY)((0,phrases/* digest */.br)(evidenceSha256)),
        (0,renderer/* paragraph */.FY)((0,phrases/* phrase */.MZ) `${(0,phrases/* code */.aY)("VERIFY.md")} has more ways, for instance how to check the trusted time.`),
    ]);
}
function identityBlocks({ signing, keyFingerprint }) {
    if (signing === "keyless") {
        return [
            (0,renderer/* paragraph */.FY)("The workflow and the repository must be the ones you expect. What this page says about them is not proof."),
        ];
    }
    return [
        (0,renderer/* paragraph */.FY)("Get the public key from its owner by another way than this repository. SHA-256 of its DER form:"),
        ...(keyFingerprint === null ? [] : [(0,renderer/* paragraph */.FY)((0,phrases/* digest */.br)(keyFingerprint))]),
    ];
}
/** The command that verifies the run with this program. */
function verifierCommands({ evidence, attestation, folder }) {
    const verify = `npx datadog-evidence verify ${(0,shell/* shellWord */.r)(folder)}`;
    if (attestation.signing === "key") {
        const time = attestation.timestamp ? ["--trusted-root trusted_root.jsonl --require-time"] : [];
        return [[verify, "--key signer.pub.pem", ...time].join(" \\\n  ")];
    }
    const { github } = evidence.run;
    const expected = github === null
        ? []
        : [
            ...(0,shell/* workflowFlags */.V)(`${URL.parse(github.url)?.origin ?? "https://github.com"}/${github.workflowRef}`),
            `--repository-id ${(0,shell/* shellWord */.r)(github.repositoryId)}`,
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
        `D=${(0,shell/* shellWord */.r)(folder)}`,
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

// EXTERNAL MODULE: ./lib/report/render/style.js
var style = __webpack_require__(26674);
;// CONCATENATED MODULE: ./lib/report/run/style.js

/** The stylesheet of the run report. */
const RUN_STYLE = `${style/* STYLE */.Y}
/* 10 · A run */
.needs { padding-left: 1.4rem; margin: 0; }
.overview > tbody > tr > * { padding-top: .5rem; padding-bottom: .5rem; }
.overview > tbody > tr:not(:last-child) > * { border-bottom: 0; padding-bottom: 0; }
.overview .supports { padding-top: .15rem; }
.overview td .soft { display: block; }
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
  .records th:first-child { width: 5rem; }
  .records th:last-child, .records.wide th:last-child { width: 6rem; }
  .overview th, .overview td { padding-right: .5rem; }
}
@media (max-width: 24rem) { .overview .sign { display: block; } .overview th, .overview td { padding-right: .35rem; } }
@media print { .records.wide th:last-child { width: 13rem; } }
`;

;// CONCATENATED MODULE: ./lib/report/run/report.js













/** The report of one run, for either notation. */
function runReport(run) {
    const report = (0,model/* runFacts */.p)(run);
    const { evidence, evidenceSha256, attestation } = report;
    const { stream, source, collectedAt, outcome, items, collector } = evidence;
    const organization = (0,page/* organizationTitle */.CS)(source.organization);
    const sequence = attestation?.sequence ?? null;
    const called = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
    return {
        title: `${(0,time/* dayOf */.kb)(collectedAt)} · ${stream.name} · ${outcome} — evidence, ${organization}`,
        running: {
            left: `${organization} · stream ${stream.name} · ${called}`,
            right: collectedAt,
            foot: `evidence.json sha256 ${evidenceSha256}`,
        },
        style: RUN_STYLE,
        masthead: runMasthead(report),
        content: [
            ...expectationsSection(report),
            itemsTable(report),
            needsReviewSection(report),
            changesSection(report.since, evidence),
            aboutSection(report),
            ...items.map((item) => itemSection(item, report)),
            ...controlsSection(report),
            makingSection(report),
            filesSection(report),
            verificationSection(report),
            limitsSection(report),
        ],
        foot: (0,phrases/* phrase */.MZ) `Made by datadog-evidence ${collector.version} from one ${(0,phrases/* code */.aY)("evidence.json")}.`,
    };
}


/***/ }),

/***/ 12824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ verifyGuide)
/* harmony export */ });
/** Returns `VERIFY.md`: literal commands that work in any run folder, with tools that we did not write. */
function verifyGuide() {
    return GUIDE;
}
const GUIDE = `# How to verify this evidence

Each run has its own folder, \`<stream>/<year>/<day>/<time>-<run>-<attempt>\`, with

- \`evidence.json\`: what Datadog said, and how completely it was collected (\`gap.json\` for a declared gap,
  which says why a run is missing);
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

A run is signed either with a key, or keyless, by the workflow that collected, with a certificate that is
valid for a few minutes. \`jq .verificationMaterial evidence.sigstore.json\` shows which: a \`publicKey\` or a \`certificate\`.

**Bring your own trust.** Get the public key, or the name of the workflow, from the people who sign, not
from this repository: a key that is stored beside the evidence proves nothing. Save the key as \`signing-key.pub.pem\`
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
npx datadog-evidence verify . --key signing-key.pub.pem
\`\`\`

Signed keyless, by a workflow of the repository with that number (\`gh api repos/OWNER/NAME --jq .id\`):

\`\`\`sh
npx datadog-evidence verify . --trusted-root trusted_root.jsonl --issuer https://token.actions.githubusercontent.com --repository-id "$REPOSITORY_ID"
\`\`\`

It also checks that the evidence follows its schema, that counts and states follow from the records, that
statement and evidence agree, that the signing time is right, that the signature has everything it promises, and
that the run is in the folder where it belongs. Exit codes: 0 genuine and complete, 1 not genuine, 2 error,
3 genuine, but the run is not complete.

## With openssl, jq and sha256sum

In the folder of a run, in one shell; \`KEY\` and \`ROOT\` are the paths of your key and your trusted
root. First take the bundle apart. The signature covers the statement with its type and length before it.

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
them with what the signers gave you. The step *The certificate* checks that the certificate itself is genuine.

\`\`\`sh
jq -r .verificationMaterial.certificate.rawBytes $B | base64 -d | openssl x509 -inform DER -out "$W/leaf.pem"
openssl x509 -in "$W/leaf.pem" -pubkey -noout > "$W/leaf.pub"
openssl dgst -sha256 -verify "$W/leaf.pub" -signature "$W/signature" "$W/signed"
openssl x509 -in "$W/leaf.pem" -noout -ext subjectAltName
openssl x509 -in "$W/leaf.pem" -noout -text | grep -A1 -E '57264\\.1\\.(8|15|17|21):'
\`\`\`

**The time**, where the run carries a timestamp. It prints \`Verification: OK\`, and the time of the signature:

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
at the time that the step before has proven.

\`\`\`sh
jq -r '.certificateAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/authorities.pem"
openssl verify -attime "$(date -u -d "$SEEN" +%s)" -CAfile "$W/authorities.pem" -untrusted "$W/authorities.pem" -purpose any "$W/leaf.pem"
\`\`\`

**The files.** Do this only after the signature was verified. It prints one \`OK\` for each file:

\`\`\`sh
jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

The statement says what its signature promises, such as a timestamp. A run that promises a timestamp and has
none was tampered with:

\`\`\`sh
jq .predicate.assurance "$W/payload"
\`\`\`

## With cosign 3

cosign checks one file at a time, and each file that the statement names must pass. \`each\` runs a command for every one
of them, and fails where one fails or where the statement names none:

\`\`\`sh
each() { jq -r .dsseEnvelope.payload evidence.sigstore.json | base64 -d | jq -r '.subject[].name' | (N=0; while read -r FILE; do "$@" "./$FILE" || exit 1; N=1; done; [ "$N" = 1 ]); }
\`\`\`

Signed with a key, offline. It prints \`Verified OK\` for each file:

\`\`\`sh
each cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog
\`\`\`

The same with its timestamp:

\`\`\`sh
each cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog --use-signed-timestamps --trusted-root trusted_root.json
\`\`\`

Keyless on GitHub's own instance, which has no logs; without \`--insecure-ignore-tlog\` and
\`--insecure-ignore-sct\` for a public repository. cosign takes one root, so give it the line of
\`trusted_root.jsonl\` that names the authority:

\`\`\`sh
each cosign verify-blob-attestation --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --trusted-root trusted_root.json --use-signed-timestamps --insecure-ignore-tlog --insecure-ignore-sct --certificate-oidc-issuer https://token.actions.githubusercontent.com --certificate-identity "$WORKFLOW"
\`\`\`

cosign needs \`--insecure-ignore-tlog\` for a signature that is in no public log. cosign 2.5 also needs
\`--new-bundle-format\`, and a \`--trusted-root\` where there is a key alone, or it asks the network for one. For a declared gap, use
\`https://datadog-evidence.github.io/gap/v1\` as the type.

## With gh

Only for keyless runs, because \`gh\` does not support keys. \`REPOSITORY\` is the repository of the workflow that
signed, such as \`acme/compliance\`. \`each\` is the command of the section before.

\`\`\`sh
each gh attestation verify --repo "$REPOSITORY" --bundle evidence.sigstore.json --predicate-type https://datadog-evidence.github.io/evidence/v1 --custom-trusted-root trusted_root.jsonl
\`\`\`

## What a good signature does not show

It does not show that no day is missing, that no holder of the key signed something false within the hour, or
that a control is met. Without a timestamp from an authority that you accept, it does not show the time either:
the time is then the signer's own claim. Evidence supports a control; the auditor judges whether it is enough.
`;


/***/ }),

/***/ 94422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ waiversTable)
/* harmony export */ });
/* harmony import */ var _render_phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18137);
/* harmony import */ var _render_renderer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83952);


/** Waivers with the state of each. */
function waiversTable(caption, waivers) {
    return (0,_render_renderer_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)({
        caption,
        aside: "a waiver hides nothing: what it covers stays in every count and list",
        columns: ["Waiver", "State", "In force", "By"],
        below: "Why",
        rows: waivers.map(({ waiver: { id, expect, since, until, why, ticket, by }, state }) => ({
            cells: [
                (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(id)} of ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(expect)}`,
                state,
                (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(since)} to ${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(until)}`,
                (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(by),
            ],
            below: (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) `${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(why)}${ticket === null ? "" : (0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ) ` (${(0,_render_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(ticket)})`}`,
        })),
        kind: "overview",
    });
}


/***/ }),

/***/ 88991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ credentialsFor),
  Y: () => (/* binding */ pseudonymSource)
});

// EXTERNAL MODULE: ./lib/datadog/credentials.js
var credentials = __webpack_require__(69972);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
// EXTERNAL MODULE: ./lib/datadog/errors.js
var errors = __webpack_require__(85915);
// EXTERNAL MODULE: ./lib/datadog/retry.js
var retry = __webpack_require__(8132);
;// CONCATENATED MODULE: ./lib/datadog/delegated-token.js






/** The validity of a token for which Datadog gives none; its own clients assume the same. */
const DEFAULT_LIFETIME_MS = 15 * 60_000;
/** A token is renewed this long before it expires, so that it never expires between sending and checking. */
const RENEWED_BEFORE_MS = 2 * 60_000;
/** A token that is refused sooner than this after it was obtained is not replaced: the next one would be refused too. */
const SHORTEST_USE_MS = 30_000;
const Response = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        attributes: schemas/* object */.Ikc({
            access_token: schemas/* string */.YjP().regex(/^[\x21-\x7e]{8,16384}$/),
            /** Seconds since 1970. */
            expires: schemas/* union */.KCZ([schemas/* string */.YjP().regex(/^\d{1,12}$/), schemas/* number */.aig().nonnegative()]).optional(),
        }),
    }),
});
/**
 * Access without a stored secret: GitHub's identity token is exchanged for a token of Datadog, which is renewed before it
 * expires. https://docs.datadoghq.com/account_management/workload_identity_federation
 */
class DelegatedCredentials {
    mode = "delegated";
    organizationId;
    #options;
    #token = null;
    #exchange = null;
    #secrets = [];
    constructor(options) {
        this.#options = options;
        this.organizationId = options.organizationId;
    }
    async headers(signal) {
        return headersOf(await this.#validToken(signal));
    }
    secrets() {
        return this.#secrets;
    }
    discard(refused) {
        const token = this.#token;
        // Another request may have replaced it in the meantime.
        if (token === null || headersOf(token)["authorization"] !== refused["authorization"])
            return true;
        if (this.#options.now() - token.obtainedAt < SHORTEST_USE_MS)
            return false;
        this.#token = null;
        return true;
    }
    async #validToken(signal) {
        const { now } = this.#options;
        const token = this.#token;
        if (token !== null && now() < renewalTime(token))
            return token;
        // Requests that wait at the same time share one exchange.
        this.#exchange ??= this.#obtain(signal).finally(() => {
            this.#exchange = null;
        });
        try {
            return await this.#exchange;
        }
        catch (error) {
            // A token that is still valid outlives a failed renewal.
            if (error instanceof failure/* Failure */.HR && token !== null && now() < token.expires)
                return token;
            throw error;
        }
    }
    async #obtain(signal) {
        const { prove, now } = this.#options;
        const proof = await prove(`datadog/${this.organizationId}`, signal);
        this.#hide(proof.text);
        const obtainedAt = now();
        const { text, expires } = await this.#exchangeProof(proof, signal);
        this.#hide(text);
        this.#token = { text, obtainedAt, expires: expires ?? obtainedAt + DEFAULT_LIFETIME_MS };
        return this.#token;
    }
    async #exchangeProof(proof, signal) {
        const response = await (0,http/* httpRequest */.a)({
            method: "POST",
            url: new URL(PATH, this.#options.apiUrl).href,
            headers: {
                accept: "application/json",
                authorization: `Delegated ${proof.text}`,
                "content-type": "application/json",
            },
        }, signal);
        if (!response.ok) {
            throw new failure/* Failure */.HR("unreachable", `Datadog could not be asked for a delegated token: it ${response.reason}`, { hint: errors/* FAILURE_HINTS */._y.unreachable });
        }
        if (response.status !== 200) {
            throw refusedExchange(response.status, { proof, organizationId: this.organizationId });
        }
        const parsed = (0,json/* parseJson */.qF)(response.bytes, Response);
        if (parsed === null) {
            throw new failure/* Failure */.HR("refused", `Datadog's answer to POST ${PATH} holds no access token`, {
                hint: "a proxy may have answered in place of Datadog; use keys or an access token until this is solved",
            });
        }
        const { access_token: text, expires } = parsed.data.attributes;
        return { text, expires: expires === undefined ? null : Number(expires) * 1000 };
    }
    #hide(secret) {
        this.#secrets.push(secret);
        this.#options.conceal(secret);
    }
}
const PATH = "/api/v2/delegated-token";
function headersOf({ text }) {
    return { authorization: `Bearer ${text}` };
}
/** Before the end, and at the earliest halfway through a short validity. */
function renewalTime({ obtainedAt, expires }) {
    // However far apart the two clocks are, one token serves more than one request.
    return Math.max(expires - RENEWED_BEFORE_MS, obtainedAt + Math.max((expires - obtainedAt) / 2, SHORTEST_USE_MS));
}
function refusedExchange(status, { proof, organizationId }) {
    if (status === 401) {
        return new failure/* Failure */.HR("refused", `Datadog refused the proof of this workflow (401, POST ${PATH})`, {
            hint: `check that org-id ${organizationId} is the public id of the organisation and that site is its site`,
        });
    }
    if (status === 403) {
        return new failure/* Failure */.HR("refused", `Datadog has no identity mapping for this workflow (403, POST ${PATH})`, {
            hint: `create one for organisation ${organizationId} (POST /api/v2/wif/github/persona_mapping) whose matchers fit ${claimsInWords(proof)}; a mapping cannot be changed, only replaced`,
        });
    }
    if (status === 404) {
        return new failure/* Failure */.HR("refused", `Datadog does not know POST ${PATH} (404)`, {
            hint: "access by org-id is a Preview: ask Datadog to enable it for this organisation, or use keys or an access token",
        });
    }
    if (status >= 300 && status < 400) {
        return new failure/* Failure */.HR("refused", `Datadog redirected POST ${PATH} (${status})`, {
            hint: "redirects are not followed, because the token would travel with them; check for a proxy in between",
        });
    }
    return new failure/* Failure */.HR((0,http/* isTransientStatus */.D)(status) ? (0,retry/* reasonForStatus */.WB)(status) : "refused", `Datadog gave no delegated token (${status}, POST ${PATH})`, { hint: errors/* FAILURE_HINTS */._y["server-error"] });
}
/** The claims that a mapping can match, as its matchers name them. */
function claimsInWords({ subject, repositoryId, workflowRef }) {
    return [
        `sub ${subject}`,
        ...(repositoryId === null ? [] : [`repository_id ${repositoryId}`]),
        ...(workflowRef === null ? [] : [`job_workflow_ref ${workflowRef}`]),
    ].join(", ");
}

// EXTERNAL MODULE: ./lib/sign/keyless/identity-token.js
var identity_token = __webpack_require__(40352);
;// CONCATENATED MODULE: ./lib/run/access.js




/** Makes the credentials that were chosen. Nothing is asked of GitHub or Datadog before the first request. */
function credentialsFor(access, { apiUrl, environment, conceal, }) {
    if (access.by === "keys")
        return (0,credentials/* keyCredentials */.YY)(access);
    if (access.by === "token")
        return (0,credentials/* tokenCredentials */.wb)(access.token);
    return new DelegatedCredentials({
        apiUrl,
        organizationId: access.organizationId,
        prove: async (audience, signal) => proveWorkflow(environment, { audience, signal, conceal }),
        conceal,
        now: Date.now,
    });
}
async function proveWorkflow(environment, options) {
    try {
        return await (0,identity_token/* requestIdentityToken */.l)(environment, options);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        throw new failure/* Failure */.HR("unreachable", error.message, { hint: error.hint, cause: error });
    }
}
/**
 * What pseudonyms are made from: the secret that was given, the application key, or, so that a token which is replaced
 * changes nothing, the public id of the organisation, with a caveat.
 */
function pseudonymSource({ access, "pseudonym-key": given }) {
    return (organizationId) => {
        if (given !== null)
            return { secret: given, caveat: null };
        if (access.by === "keys")
            return { secret: access.appKey, caveat: null };
        if (access.by === "delegated")
            return { secret: access.organizationId, caveat: PUBLIC_ID_CAVEAT };
        if (organizationId !== null)
            return { secret: organizationId, caveat: PUBLIC_ID_CAVEAT };
        return { secret: access.token, caveat: TOKEN_CAVEAT };
    };
}
const PUBLIC_ID_CAVEAT = "pseudonyms are made from the organisation's public id, because no pseudonym-key was given: somebody who knows that id can test a guess of a resource's name";
const TOKEN_CAVEAT = "pseudonyms are made from the access token, because no pseudonym-key was given and Datadog did not name the organisation: they change when the token is replaced";


/***/ }),

/***/ 34091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ collectorIdentity),
/* harmony export */   Z3: () => (/* binding */ eventPayload),
/* harmony export */   yK: () => (/* binding */ runIdentity)
/* harmony export */ });
/* harmony import */ var _platform_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32759);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57697);
/* harmony import */ var _evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3345);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71957);







/**
 * The program that collects. Its digest is the sha256 of the output of `sha256sum *` in `dist`, so that
 * anyone can compute it.
 */
async function collectorIdentity(dist) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(dist, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const lines = await Promise.all(names
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map(async (name) => `${(0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(dist, name)))}  ${name}\n`));
    return { name: "datadog-evidence", version: _platform_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x, sha256: (0,_evidence_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(lines.join("")) };
}
const Event = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    schedule: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional().catch(undefined),
    repository: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ visibility: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().optional(), private: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().optional() })
        .optional()
        .catch(undefined),
});
/** The payload of the event that started the workflow; empty if there is none. */
async function eventPayload(environment) {
    const file = environment["GITHUB_EVENT_PATH"];
    if (file === undefined || file === "")
        return {};
    try {
        return Event.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8")));
    }
    catch {
        // GitHub writes the file. If it is absent or not JSON, there is no payload.
        return {};
    }
}
/** GitHub allows 50 attempts; a number beyond this is none of its own. */
const MOST_ATTEMPTS = 1_000_000;
/** The identity of the run: GitHub's, or a local one with a random id. */
function runIdentity(environment, event) {
    const id = environment["GITHUB_RUN_ID"];
    if (environment["GITHUB_ACTIONS"] !== "true" || id === undefined || !/^\d{1,20}$/.test(id)) {
        return { id: `local-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.randomBytes)(4).toString("hex")}`, attempt: 1, github: null };
    }
    const repository = environment["GITHUB_REPOSITORY"] ?? "";
    const attempt = Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1);
    const url = `${environment["GITHUB_SERVER_URL"] || "https://github.com"}/${repository}/actions/runs/${id}`;
    if (!/^https?:/.test(url) || !URL.canParse(url)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR("input", "GITHUB_SERVER_URL: is not the address of a server", {
            hint: "GitHub's runner sets it; do not change it in the workflow",
        });
    }
    return {
        id,
        attempt: Number.isSafeInteger(attempt) && attempt >= 1 && attempt <= MOST_ATTEMPTS ? attempt : 1,
        github: {
            repository,
            repositoryId: environment["GITHUB_REPOSITORY_ID"] ?? "",
            workflowRef: environment["GITHUB_WORKFLOW_REF"] ?? "",
            workflowSha: environment["GITHUB_WORKFLOW_SHA"] ?? "",
            event: environment["GITHUB_EVENT_NAME"] ?? "",
            schedule: event.schedule ?? null,
            url,
        },
    };
}


/***/ }),

/***/ 73790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/sign/attest.js
var attest = __webpack_require__(41288);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/platform/cancellation.js
var cancellation = __webpack_require__(85196);
// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/datadog/validate-access.js
var validate_access = __webpack_require__(98745);
// EXTERNAL MODULE: ./lib/datadog/sites.js
var sites = __webpack_require__(3694);
// EXTERNAL MODULE: ./lib/evidence/rules/clock-skew.js
var clock_skew = __webpack_require__(10578);
// EXTERNAL MODULE: ./lib/policy/evaluate-policy.js
var evaluate_policy = __webpack_require__(1514);
// EXTERNAL MODULE: ./lib/evidence/projection/times.js + 1 modules
var times = __webpack_require__(60197);
// EXTERNAL MODULE: ./lib/platform/crypto.js
var platform_crypto = __webpack_require__(41262);
;// CONCATENATED MODULE: ./lib/evidence/projection/pseudonym.js

/** Pseudonyms under a key that HKDF derives from the secret. */
function createPseudonyms(secret) {
    const hmac = (0,platform_crypto/* hmacSha256 */.TR)((0,platform_crypto/* deriveKey */.Hz)(secret, "datadog-evidence/pseudonym-key/v1"));
    const keyId = (0,platform_crypto/* deriveKey */.Hz)(secret, "datadog-evidence/pseudonym-key-id/v1").subarray(0, 8).toString("hex");
    return {
        keyId,
        of: (label, value) => `hmac-sha256:${hmac(`${label}\0${value}`)}`,
    };
}

// EXTERNAL MODULE: ./lib/evidence/rules/states.js
var states = __webpack_require__(98827);
// EXTERNAL MODULE: ./lib/controls/catalogue.js + 17 modules
var catalogue = __webpack_require__(28716);
// EXTERNAL MODULE: ./lib/controls/derive-controls.js
var derive_controls = __webpack_require__(73794);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/collectors/collector.js
var collector = __webpack_require__(24467);
// EXTERNAL MODULE: ./lib/collectors/cspm.js + 1 modules
var cspm = __webpack_require__(48970);
// EXTERNAL MODULE: ./lib/collectors/store/batch.js + 1 modules
var store_batch = __webpack_require__(51498);
// EXTERNAL MODULE: ./lib/evidence/rules/recount.js
var recount = __webpack_require__(38721);
// EXTERNAL MODULE: ./lib/datadog/pagination.js
var pagination = __webpack_require__(18840);
// EXTERNAL MODULE: ./lib/evidence/projection/caveats.js
var caveats = __webpack_require__(15814);
// EXTERNAL MODULE: ./lib/evidence/projection/monitor.js + 2 modules
var monitor = __webpack_require__(57348);
// EXTERNAL MODULE: ./lib/evidence/schema.js
var schema = __webpack_require__(35498);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/datadog/retry.js
var retry = __webpack_require__(8132);
;// CONCATENATED MODULE: ./lib/collectors/monitor-search.js





const TotalAnswer = schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ total_count: schemas/* int */.Whr().nonnegative() }) });
const SearchAnswer = schemas/* object */.Ikc({
    monitors: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), tags: schemas/* array */.YOg(schemas/* string */.YjP()) })),
});
const MONITORS_TOTAL = "monitor/search total_count for the tag";
/**
 * Compares the list with the count of monitor/search. Datadog does not document whether list and search
 * also find `compliance:soc2`. So if the two numbers differ, this reads the monitors that search finds and
 * subtracts those with only a longer tag.
 */
async function findControlTotal(client, tag, collected) {
    const actual = (0,store_batch/* countListed */.DF)(collected);
    const query = `tag:${quoteTag(tag)}`;
    const counted = await fetchMonitorCount(client, query);
    if (counted === null) {
        return {
            total: null,
            caveats: [
                "monitor/search gave no count to compare with: a monitor missing from the list would not show",
            ],
        };
    }
    const plain = { total: { name: MONITORS_TOTAL, expected: counted, actual }, caveats: [] };
    if (counted === actual)
        return plain;
    const searched = await searchTags(client, { query, counted });
    if (searched === null || searched.size !== counted)
        return plain;
    const longer = [...searched.values()].filter((tags) => !tags.includes(tag)).length;
    return {
        total: { name: `${MONITORS_TOTAL}, without longer tags`, expected: counted - longer, actual },
        caveats: longer === 0
            ? []
            : [
                `monitor/search counts ${counted}; ${longer} of them have only a longer tag such as ${tag}:x and do not belong`,
            ],
    };
}
/** The number of monitors that match, by Datadog's own count; null if it gives none. */
async function fetchMonitorCount(client, query) {
    const { json } = await (0,pagination/* requestOnce */.L4)(client, searchRequest({ query, page: 0, per_page: 1 }));
    return TotalAnswer.safeParse(json).data?.metadata.total_count ?? null;
}
/** The tags of all monitors that search finds, by id; null if they could not all be read. */
async function searchTags({ datadog, ledger }, { query, counted }) {
    const ask = (page) => searchRequest({ query, page, per_page: collector/* PAGE_SIZE */.m });
    const entry = ledger.open(ask(0));
    const tags = new Map();
    for (let page = 0; tags.size < counted; page += 1) {
        const reply = await datadog.request(ask(page));
        entry.pages.push(reply.page);
        const found = SearchAnswer.safeParse(reply.json);
        if (!found.success)
            return null;
        const before = tags.size;
        for (const each of found.data.monitors)
            tags.set(each.id, each.tags);
        // If Datadog ignored the page number, this would never end.
        if (tags.size === before)
            return null;
    }
    entry.drained = true;
    return tags;
}
function searchRequest(query) {
    return {
        method: "GET",
        path: "/api/v1/monitor/search",
        query,
        permission: "monitors_read",
        patienceMs: retry/* AUXILIARY_PATIENCE_MS */.Ku,
    };
}
/** The tag for a search; reserved characters need quotes. */
function quoteTag(tag) {
    return /^[A-Za-z0-9_/]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "")}"`;
}

;// CONCATENATED MODULE: ./lib/collectors/monitors.js









/** Every monitor with exactly the tag, in any state. */
const monitorsCollector = {
    id: "compliance-monitors",
    async collect(scope) {
        const { datadog, spool, monitorTag: tag } = scope;
        const pages = new pagination/* PageReader */.Xh(datadog, monitorsPaging(scope));
        const ledger = new pagination/* RequestLedger */.PO([pages.entry]);
        const batch = (0,store_batch/* newBatch */.fG)();
        const storage = { spool, shape: schema/* RECORD_SCHEMAS */.LI["compliance-monitors"] };
        await (0,store_batch/* fillBatch */.Ks)(batch, { pages, storage });
        const collected = (0,store_batch/* mergeBatches */.jj)([batch], spool);
        const how = { requests: ledger.requests, listings: [pages.entry], agreements: [], proofs: [] };
        if (collected.stopped !== null)
            return monitorsItem(scope, collected, { how: { ...how, total: null }, size: null, caveats: [] });
        const [{ total, caveats: remarks }, size] = await Promise.all([
            findControlTotal({ datadog, ledger }, tag, collected),
            fetchMonitorCount({ datadog, ledger }, ""),
        ]);
        return monitorsItem(scope, collected, { how: { ...how, total }, size, caveats: remarks });
    },
    failed: (scope, reason) => monitorsItem(scope, (0,store_batch/* noRecords */.KC)(scope.spool, reason), { how: collector/* NO_REQUESTS */.h, size: null, caveats: [] }),
};
function monitorsItem({ links, monitorTag: tag }, collected, found) {
    const { records } = collected;
    const collection = (0,store_batch/* collectionOf */.iw)(collected, found.how);
    return {
        id: "compliance-monitors",
        title: "State of every monitor tagged for compliance",
        link: links.monitors(`tag:${quoteTag(tag)}`),
        controls: [],
        window: null,
        population: { what: "all monitors of the organisation", size: found.size },
        collection,
        result: (0,states/* monitorsResult */.dJ)(collection, records, tag),
        records,
        caveats: [...(0,caveats/* recordCaveats */.Fy)({ what: "monitors", ...collected }), ...found.caveats],
    };
}
/**
 * Keyset paging: `id_offset` is exclusive and ascending. Monitors may be created or deleted meanwhile, and
 * the page size may change: if Datadog takes too long, the pages become smaller.
 */
function monitorsPaging({ projection, monitorTag: tag, pageSize, }) {
    const options = { ...projection, tag };
    return {
        pageSize,
        requestAfter: (after, size) => ({
            method: "GET",
            path: recount/* LISTING_PATHS */.k3["compliance-monitors"],
            query: {
                monitor_tags: tag,
                with_downtimes: true,
                page_size: size,
                id_offset: after ?? 0,
            },
            permission: "monitors_read",
        }),
        keep: (raw) => (0,monitor/* projectMonitor */.GO)(raw, options),
        read(json, records) {
            if (json !== null && !Array.isArray(json))
                return null;
            // The list ends with an empty page, not with a short one.
            const last = records.reduce((most, record) => Math.max(most, idOf(record) ?? -1), -1);
            return { next: last === -1 ? null : last, unfinished: null, isNull: json === null };
        },
    };
}
/** The id, from which the next page continues. A record that cannot be read may have one too. */
function idOf(projected) {
    if ("kept" in projected)
        return projected.kept.id;
    return /^\d{1,16}$/.test(projected.id ?? "") ? Number(projected.id) : null;
}

// EXTERNAL MODULE: ./lib/collectors/signals.js
var signals = __webpack_require__(5061);
;// CONCATENATED MODULE: ./lib/collectors/collect.js
















const ITEM_COLLECTORS = [signals/* signalsCollector */.TF, monitorsCollector, cspm/* findingsCollector */.i];
/** Collects the items. A failure is part of the evidence, and one item's failure never loses the others. */
async function collectEvidence(assignment, world) {
    const { datadog, now } = world;
    const { site, apiUrl, stream, frameworks } = assignment;
    const startedAt = now();
    const [owner, collector] = await Promise.all([
        (0,validate_access/* validateAccess */.d)(datadog, (0,sites/* siteAt */.LA)(apiUrl, site)),
        assignment.collector(),
    ]);
    const named = owner instanceof lib_failure/* Failure */.HR ? { organizationId: null, apiKeyId: null } : owner;
    const { secret, caveat } = assignment.pseudonyms(named.organizationId);
    const pseudonyms = createPseudonyms(secret);
    const scope = scopeOf(assignment, { ...world, startedAt, pseudonyms });
    const wanted = ITEM_COLLECTORS.filter(({ id }) => assignment.items.includes(id));
    const collected = await Promise.all(wanted.map(async (each) => owner instanceof lib_failure/* Failure */.HR ? each.failed(scope, (0,store_batch/* reasonFor */.qo)(owner)) : each.collect(scope)));
    // If the clock was set back during the run, the end must still not be before the start.
    const collectedAt = new Date(Math.max(now().getTime(), startedAt.getTime()));
    const items = collected.map((item) => withCaveats((0,clock_skew/* applyClockSkew */.bP)(item, datadog.clockSkewMs), [
        // Only findings hold pseudonyms.
        ...(caveat === null || item.id !== "cspm-findings" ? [] : [caveat]),
        ...assignment.caveats,
    ]));
    const mapping = assignment.mapping?.file.sha256 ?? null;
    const evidence = {
        schema: "datadog-evidence/v1",
        rules: states/* RULES_VERSION */.rI,
        mapping: {
            version: catalogue/* MAPPING_VERSION */.E8,
            sha256: (0,catalogue/* mappingDigest */.Fe)({ version: catalogue/* MAPPING_VERSION */.E8, frameworks, mapping }),
        },
        stream,
        startedAt: (0,time/* formatTime */.fU)(startedAt),
        collectedAt: (0,time/* formatTime */.fU)(collectedAt),
        validUntil: (0,time/* formatTime */.fU)((0,times/* validUntil */.xZ)(collectedAt, stream.cadence)),
        source: {
            system: "Datadog",
            site,
            access: datadog.credentials.mode,
            apiUrl,
            organization: assignment.organization,
            ...named,
            clockSkewMs: datadog.clockSkewMs,
        },
        collector,
        run: assignment.run,
        privacy: { level: assignment.privacy, pseudonymKeyId: pseudonyms.keyId },
        outcome: (0,states/* outcomeOf */.sG)(items),
        frameworks: [...frameworks],
        policy: null,
        items,
    };
    return judgeEvidence(evidence, assignment);
}
function scopeOf({ site, privacy, secrets, monitorTag, cspmRequired, pageSize = collector/* PAGE_SIZE */.m }, at) {
    const { datadog, spool, startedAt, pseudonyms } = at;
    const links = (0,sites/* linksOf */.hP)(site);
    return {
        datadog,
        spool,
        links,
        projection: { privacy, secrets, pseudonyms, now: startedAt.getTime(), links },
        window: (0,times/* windowBefore */.Yy)(startedAt),
        monitorTag,
        pageSize,
        cspmRequired,
    };
}
/** The evidence with the results of its policy, and the controls that it then supports. */
function judgeEvidence(evidence, { policy, frameworks, mapping }) {
    let results = null;
    if (policy !== null) {
        const found = (0,evaluate_policy/* evaluatePolicy */.U)(policy.policy, evidence);
        if (found === null)
            throw new Error(`there are no rules ${evidence.rules} to judge by`);
        results = { sha256: policy.file.sha256, results: [...found] };
    }
    return (0,derive_controls/* withControls */.$)({ ...evidence, policy: results }, {
        policy: policy?.policy ?? null,
        version: catalogue/* MAPPING_VERSION */.E8,
        frameworks,
        mapping: mapping?.mapping ?? null,
    });
}
function withCaveats(item, caveats) {
    return { ...item, caveats: [...item.caveats, ...caveats] };
}

// EXTERNAL MODULE: ./lib/config/read-config.js
var read_config = __webpack_require__(89359);
// EXTERNAL MODULE: ./lib/datadog/client.js + 5 modules
var client = __webpack_require__(27437);
// EXTERNAL MODULE: ./lib/evidence/files/evidence-files.js
var evidence_files = __webpack_require__(81006);
// EXTERNAL MODULE: ./lib/evidence/secret-scan.js
var secret_scan = __webpack_require__(29803);
// EXTERNAL MODULE: ./lib/config/fail-on.js
var fail_on = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/platform/heap.js
var heap = __webpack_require__(17061);
// EXTERNAL MODULE: ./lib/platform/version.js
var version = __webpack_require__(32759);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/evidence/file.js
var file = __webpack_require__(12743);
// EXTERNAL MODULE: ./lib/bundle/run-path.js
var run_path = __webpack_require__(8449);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
;// CONCATENATED MODULE: ./lib/publish/artifact.js



const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;
/**
 * Uploads through the runner's own service. The client retries 5xx itself but not a reset, after which the artifact may
 * exist: it is looked up before the next attempt. A name that a half-finished upload took gets a number. Throws where
 * GitHub refuses the artifact, or time is up.
 */
async function uploadArtifact(plan, signal) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(659), __webpack_require__.e(690), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
    const client = new DefaultArtifactClient();
    let name = plan.name;
    let isTaken = false;
    for (let attempt = 1;; attempt += 1) {
        try {
            const { id } = await (0,waiting/* stopWaitingOnAbort */.X)(client.uploadArtifact(name, [...plan.files], plan.root, plan.retentionDays === null ? {} : { retentionDays: plan.retentionDays }), signal, noTimeLeft);
            if (id === undefined)
                throw new lib_failure/* Failure */.HR("not-published", `GitHub accepted the artifact ${name} but returned no id`);
            return { name, id };
        }
        catch (error) {
            const known = uploadFailure(error, name);
            const mayExist = isReset(error) || isConflict(error);
            if (!mayExist || attempt >= ATTEMPTS || signal.aborted)
                throw known;
            // Only an artifact that an earlier attempt may have left is ours.
            const found = attempt > 1 || isReset(error) ? await findArtifact(client, { name, signal }) : null;
            if (found !== null)
                return { name, id: found };
            isTaken ||= isConflict(error);
            if (isTaken)
                name = `${plan.name}-${attempt + 1}`;
            if (!(await (0,waiting/* waitUnlessAborted */.D)(FIRST_WAIT_MS * attempt, signal)))
                throw known;
        }
    }
}
async function findArtifact(client, { name, signal }) {
    try {
        return (await (0,waiting/* stopWaitingOnAbort */.X)(client.getArtifact(name), signal, noTimeLeft)).artifact.id;
    }
    catch {
        // It does not exist, or the service is still down: the next upload shows which.
        return null;
    }
}
function noTimeLeft() {
    return new lib_failure/* Failure */.HR("not-published", "the artifact was not uploaded in the time that was left", {
        hint: "raise the deadline",
    });
}
function uploadFailure(error, name) {
    if (error instanceof lib_failure/* Failure */.HR)
        return error;
    const text = error instanceof Error ? error.message : String(error);
    const failure = (message, hint) => new lib_failure/* Failure */.HR("not-published", message, { hint, cause: error });
    if (error instanceof Error && error.name === "GHESNotSupportedError") {
        return failure("an action cannot upload artifacts to this GitHub Enterprise Server", "the evidence is in the directory given by the output `folder`; keep it with a later step");
    }
    if (/quota/i.test(text)) {
        return failure(`the artifact ${name} was refused: the storage quota of GitHub artifacts is used up`, "delete old artifacts, shorten retention-days or raise the quota");
    }
    if (isConflict(error)) {
        return failure(`this workflow run already has an artifact named ${name}`, "give each collecting step of a workflow its own stream");
    }
    if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(text)) {
        return failure("artifacts can only be uploaded by a job of GitHub Actions");
    }
    return failure(`the artifact ${name} was not uploaded: ${refusalWords(error)}`, "run the job again; a re-run is a new attempt and collects its own evidence");
}
/** Without a body, the code of the answer is only in its header. */
const Answered = schemas/* object */.Ikc({
    statusCode: schemas/* number */.aig(),
    code: schemas/* string */.YjP().optional(),
    details: schemas/* object */.Ikc({ errorCode: schemas/* string */.YjP().optional() }).optional().catch(undefined),
});
/** What the client says, and the status and code of an answer: storage often refuses with an empty body. */
function refusalWords(error) {
    const message = error instanceof Error ? error.message : String(error);
    const lines = message.split("\n").map((line) => line.trim());
    const words = lines
        .filter((line) => line !== "")
        .join("; ")
        .slice(0, 1000);
    const { statusCode, code, details } = Answered.safeParse(error).data ?? {};
    const named = code ?? details?.errorCode;
    const status = statusCode === undefined ? null : ["status", statusCode, named].filter(Boolean).join(" ");
    if (status === null)
        return words === "" ? "the service refused it and gave no reason" : words;
    return words === "" ? `the service refused it (${status})` : `${words} (${status})`;
}
function isReset(error) {
    return (error instanceof Error && /ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|UND_ERR_SOCKET/i.test(error.message));
}
function isConflict(error) {
    return error instanceof Error && error.message.includes("(409)");
}

// EXTERNAL MODULE: ./lib/publish/repository-files.js
var repository_files = __webpack_require__(22041);
// EXTERNAL MODULE: ./lib/publish/append-run.js
var append_run = __webpack_require__(58299);
// EXTERNAL MODULE: ./lib/publish/write-folder.js
var write_folder = __webpack_require__(42613);
;// CONCATENATED MODULE: ./lib/publish/publish-run.js









/**
 * Signs and commits, then writes and uploads what landed. A destination that fails never stops another one. Unsigned
 * evidence is kept but never committed. Never throws a `Failure`: see `undone`.
 */
async function publishRun(evidence, attest, { attached, ...options }) {
    const { to, repository, timeouts } = options;
    const files = [...(0,evidence_files/* evidenceFiles */.RL)(evidence), ...attached];
    const { landed, attestation, ...chained } = await signAndCommit({ evidence, files }, attest, options);
    const undone = [...chained.undone];
    const warnings = [...chained.warnings];
    const signed = { evidence, files, attestation };
    const run = {
        ...signed,
        place: external_node_path_.join(evidence.stream.name, ...(0,run_path/* runPath */.t0)(evidence).split("/")),
        contents: attestation === null ? files : [...files, (0,file/* fileOf */.W7)(evidence_files/* BUNDLE_NAME */.ft, attestation.bundle)],
    };
    const { out, tree } = await writeRun(run, { to, repository, landed, undone });
    const artifact = to.artifact === null || out === null
        ? null
        : await (0,append_run/* tryStep */.Y7)(undone, async () => uploadRun(run, { to, out, warnings, signal: timeouts.all }));
    const root = out ?? tree;
    const wanted = root ?? to.out ?? repository?.branch.workTree;
    if (wanted == null)
        throw new Error("publish needs a folder or a local repository");
    return {
        ...signed,
        ...chained,
        undone,
        warnings,
        folder: external_node_path_.resolve(wanted, run.place),
        isWritten: root !== null,
        evidenceSha256: files[0]?.sha256 ?? "",
        commit: landed?.commit ?? null,
        commitUrl: landed?.url ?? null,
        artifact,
    };
}
/** Writes the run below each destination on disk. Returns those below which it is now; null for one where it is not. */
async function writeRun({ evidence, attestation, place, contents }, { to, repository, landed, undone, }) {
    const write = async (root) => {
        await (0,write_folder/* ensureNoLinks */.xO)(root, place);
        await (0,write_folder/* writeRunFolder */.Rq)(external_node_path_.join(root, place), contents);
        for (const file of (0,repository_files/* repositoryFiles */.gF)([evidence.stream.name], to.verifyInstructions)) {
            await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(root, file.path), file.text);
        }
        return root;
    };
    const { out } = to;
    const tree = repository?.branch.workTree ?? null;
    // A commit updates the work tree itself. What was not committed waits there; unsigned evidence only without another folder.
    const usesTree = tree !== null && (attestation === null ? out === null : repository?.commits === true);
    const waits = usesTree && landed === null ? await (0,append_run/* tryStep */.Y7)(undone, async () => write(tree)) : null;
    const inTree = landed?.undone.length === 0 ? tree : waits;
    return {
        tree: usesTree ? inTree : null,
        out: out === null ? null : await (0,append_run/* tryStep */.Y7)(undone, async () => write(out)),
    };
}
/** Signs the evidence, for the chain of its stream where there is a repository, and commits it there. */
async function signAndCommit(run, attest, { to: { verifyInstructions }, repository, timeouts }) {
    if (attest !== null && repository !== null) {
        return (0,append_run/* appendRun */.ah)(run, attest, { ...repository, verifyInstructions, signal: timeouts.commit });
    }
    const undone = [];
    if (attest === null) {
        undone.push(new lib_failure/* Failure */.HR("not-signed", "the evidence is not signed, because signing is none", {
            hint: "sign it later with: npx datadog-evidence attest DIR",
        }));
    }
    const attestation = attest === null ? null : await (0,append_run/* tryStep */.Y7)(undone, async () => attest(run.files, null));
    const signatures = attestation === null ? 0 : 1;
    return { attestation, landed: null, signatures, retries: 0, undone, warnings: [] };
}
/** The name of the artifact: one for each stream, time, run and attempt. */
function artifactName({ stream, collectedAt, run }, isSigned) {
    const time = collectedAt.replaceAll(":", "");
    return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}
async function uploadRun({ place, contents, ...signed }, { to, out, warnings, signal }) {
    const companions = to.extraFiles(signed);
    for (const file of companions)
        await (0,write_folder/* writeOnce */.Fq)(external_node_path_.join(out, file.name), file.pieces());
    const names = [
        ...contents.map(({ name }) => external_node_path_.join(place, name)),
        repository_files/* VERIFY_NAME */.Wv,
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
        const { names: pages, leftOut } = await rawPages.writeBelow(out, signed.evidence);
        warnings.push(...leftOut.map((page) => `a raw page is not in the artifact: ${page}`));
        return await upload(pages);
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR))
            throw error;
        warnings.push(`the raw pages are not in the artifact: ${error.message}`);
        return upload([]);
    }
}

// EXTERNAL MODULE: ./lib/publish/signer-check.js
var signer_check = __webpack_require__(4552);
// EXTERNAL MODULE: ./lib/publish/with-verification.js
var with_verification = __webpack_require__(66907);
// EXTERNAL MODULE: ./lib/publish/chain-head.js
var chain_head = __webpack_require__(49821);
// EXTERNAL MODULE: ./lib/policy/waivers.js
var waivers = __webpack_require__(9787);
// EXTERNAL MODULE: ./lib/verify/period/schedule.js
var period_schedule = __webpack_require__(92062);
;// CONCATENATED MODULE: ./lib/run/schedule-warning.js



/** Long enough to see a week of any schedule. */
const LOOKED_AT_MS = 8 * time/* DAY_MS */.sO;
const MOST_FIRES = 8 * 24 * 2;
/** A sentence where the schedule of the workflow and the cadence of the stream disagree; null where they fit. */
function scheduleWarning({ run, stream }, now) {
    const schedule = run.github?.schedule ?? null;
    if (schedule === null)
        return null;
    const gap = longestGap(schedule, now);
    const due = times/* CADENCE_MS */.Tp[stream.cadence];
    if (gap === null)
        return null;
    if (gap > due) {
        return `the schedule ${schedule} lets ${hours(gap)} pass between two runs, but evidence is due every ${hours(due)} (cadence), so slots will be missing; change one of the two`;
    }
    return gap * 2 > due
        ? null
        : `the schedule ${schedule} runs every ${hours(gap)}, but evidence is due only every ${hours(due)} (cadence); change one of the two`;
}
/** The longest time between two fires of the schedule, in milliseconds; null where it does not fire twice. */
function longestGap(schedule, now) {
    const schedules = new period_schedule/* Schedules */.v();
    let longest = null;
    let last = schedules.firstFire(schedule, now);
    for (let count = 0; last !== null && last < now + LOOKED_AT_MS && count < MOST_FIRES; count += 1) {
        const next = schedules.firstFire(schedule, last + 1);
        if (next === null)
            return longest;
        longest = Math.max(longest ?? 0, next - last);
        last = next;
    }
    return longest;
}
function hours(ms) {
    return `${Math.round((ms / time/* HOUR_MS */.iQ) * 10) / 10} h`;
}

// EXTERNAL MODULE: ./lib/report/job-summary/log-lines.js
var log_lines = __webpack_require__(62939);
// EXTERNAL MODULE: ./lib/report/render/sanitize.js
var sanitize = __webpack_require__(85600);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/progress.js


/** The lists that hold evidence. */
const LISTS = new Map([
    ["/api/v2/security_monitoring/signals/search", "signals"],
    ["/api/v1/monitor", "monitors"],
    ["/api/v2/security/findings/search", "findings"],
]);
/** What else is asked for, in words. */
const OTHER_QUESTIONS = new Map([
    ["/api/v2/validate_keys", "check of the keys"],
    ["/api/v2/validate", "check of the keys"],
    ["/api/v1/validate", "check of the keys"],
    ["/api/v2/current_user", "check of the token"],
    ["/api/v2/delegated-token", "access token"],
    ["/api/v2/query/scalar", "count of signals"],
    ["/api/v2/security_monitoring/rules", "detection rules"],
    ["/api/v2/security_monitoring/configuration/suppressions", "suppression rules"],
    ["/api/v1/monitor/search", "count of monitors"],
    ["/api/v2/csm/onboarding/coverage_analysis/cloud_accounts", "cloud accounts"],
    ["/api/v2/posture_management/findings", "count of posture checks"],
]);
/**
 * Returns a listener that keeps the status line of the log up to date: each listing with its pages and records so
 * far, then any other request.
 */
function trackProgress(log) {
    const listings = new Map();
    return ({ path, pages, items }) => {
        const name = LISTS.get(path);
        if (name !== undefined)
            listings.set(name, pages === 0 ? name : `${name} ${items} (${(0,words/* quantityOf */.Ri)(pages, "page")})`);
        const besides = name === undefined ? [OTHER_QUESTIONS.get(path) ?? (0,sanitize/* visibleLine */.P8)(path)] : [];
        log.status?.(`fetching ${[...listings.values(), ...besides].join(" · ")}`);
    };
}

// EXTERNAL MODULE: ./lib/report/changes-in-words.js
var changes_in_words = __webpack_require__(54987);
// EXTERNAL MODULE: ./lib/report/verify-guide.js
var verify_guide = __webpack_require__(12824);
// EXTERNAL MODULE: ./lib/run/access.js + 1 modules
var access = __webpack_require__(88991);
// EXTERNAL MODULE: ./lib/run/signer.js + 4 modules
var run_signer = __webpack_require__(34542);
// EXTERNAL MODULE: ./lib/config/signing.js
var config_signing = __webpack_require__(80149);
;// CONCATENATED MODULE: ./lib/run/run.js
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



























const UNVERIFIED_TLS_CAVEAT = "collected without a check of certificates (NODE_TLS_REJECT_UNAUTHORIZED=0): any server may have answered in place of Datadog";
/** The part of the deadline for recalling and collecting. The rest is for signing and publishing. */
const COLLECTING = 0.8;
/** The part of the deadline for reading the end of the chain. */
const RECALLING = 0.05;
/** The part of the time for publishing that commits may take, so that the artifact still has time. */
const COMMITTING = 0.6;
/** The runner kills a cancelled job after 10 s; summary and outputs must be written before. */
const PUBLISHING_ONCE_CANCELLED_MS = 4000;
/**
 * One run for one stream. The same for the Action, the command line and the demo. Throws where it cannot sign in the
 * way that was chosen, before anything is collected.
 */
async function run(config, context) {
    const { secrets, signal, to } = context;
    const signer = await (0,run_signer/* signerFor */.k)(config.chosen, context);
    const began = Date.now();
    secrets.add(...(0,read_config/* secretsOf */.Fj)(config));
    const recalled = await recall(config, context);
    const evidence = await collectWithin(config, context, began);
    context.log.status?.(null);
    const attached = [config.givenPolicy, config.givenMapping].flatMap((given) => given?.file ?? []);
    stopLeaks(secrets, [...(0,evidence_files/* evidenceFiles */.RL)(evidence), ...attached]);
    const { repository: branch } = context;
    const timeouts = publishTimeouts(config, signal);
    const attest = attesterOf(signer, {
        evidence,
        secrets,
        check: ownCheck(config),
        // Signing must leave time to publish.
        signal: () => AbortSignal.any([
            timeouts.all,
            AbortSignal.timeout(Math.round((config.deadline * (1 - COLLECTING)) / 2)),
            (0,cancellation/* abortAfter */.d)(signal, PUBLISHING_ONCE_CANCELLED_MS / 2),
        ]),
    });
    const published = await publishRun(evidence, attest, {
        attached,
        to: { extraFiles: () => [], ...to, verifyInstructions: (0,verify_guide/* verifyGuide */.k)() },
        repository: branch === null ? null : { branch, check: ownCheck(config), commits: config.commit, recalled },
        timeouts,
    });
    return { published, exit: reportRun(config, { published, log: context.log }) };
}
/**
 * The end of the stream's chain. If it cannot be read now, the run tries again when it has evidence; only a
 * mistake of the user stops the run.
 */
async function recall(config, { repository, signal, log }) {
    if (repository === null)
        return null;
    const recallSignal = AbortSignal.any([
        signal,
        AbortSignal.timeout(Math.round(config.deadline * RECALLING)),
    ]);
    try {
        const head = await repository.head([config.stream], recallSignal);
        return await (0,chain_head/* readChainHead */.q)(head, { name: config.stream, site: config.site }, ownCheck(config));
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR) || error.code === "input")
            throw error;
        log.warning(`the evidence repository will be asked again: ${error.message}`);
        return null;
    }
}
function ownCheck({ chosen }) {
    return (0,signer_check/* signerCheck */.fx)(chosen.by === "key" ? chosen.key : null);
}
function publishTimeouts({ deadline }, signal) {
    const publishing = deadline * (1 - COLLECTING);
    const within = (part) => AbortSignal.any([
        AbortSignal.timeout(Math.round(publishing * part)),
        (0,cancellation/* abortAfter */.d)(signal, PUBLISHING_ONCE_CANCELLED_MS * part),
    ]);
    return { commit: within(COMMITTING), all: within(1) };
}
async function collectWithin(config, context, began) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, now, apiUrl, secrets } = context;
        const ms = Math.round(config.deadline * COLLECTING) - (Date.now() - began);
        const url = apiUrl ?? (0,sites/* apiUrlOf */.po)(config.site);
        const credentials = (0,access/* credentialsFor */.O)(config.access, { ...context, apiUrl: url });
        (0,heap/* keepHeapSmall */.p)();
        const datadog = __addDisposableResource(env_1, new client/* Datadog */.Z({
            apiUrl: url,
            credentials,
            signal: AbortSignal.any([context.signal, timeIsUp(ms)]),
            deadline: Date.now() + ms,
            userAgent: `datadog-evidence/${version/* VERSION */.x}`,
            log: (line) => log.info(line),
            onFetch: trackProgress(log),
            secrets,
            debug: (line) => log.debug(line),
            onPage: async (page, bytes) => context.to.artifact?.rawPages?.keep(page, bytes),
        }), true);
        const evidence = await collectEvidence({
            stream: { name: config.stream, cadence: config.cadence },
            site: config.site,
            apiUrl: url,
            organization: config.organization,
            items: config.items,
            monitorTag: config["monitor-tag"],
            cspmRequired: config.cspm === "required",
            privacy: config.privacy,
            pseudonyms: (0,access/* pseudonymSource */.Y)(config),
            secrets,
            run: context.run,
            policy: config.givenPolicy,
            frameworks: config.frameworks,
            mapping: config.givenMapping,
            collector: context.collector,
            caveats: [
                ...(apiUrl === null
                    ? []
                    : ["collected from a server on this machine (DD_API_URL), not from Datadog"]),
                ...(config.isTlsUnverified ? [UNVERIFIED_TLS_CAVEAT] : []),
            ],
        }, { datadog, spool: context.spool, now });
        // Tokens that were obtained on the way are secrets, too.
        secrets.add(...credentials.secrets());
        return evidence;
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
/**
 * Throws if a file of the run contains a secret, before anything is written: published evidence cannot be taken back.
 * Records that hold one were left out before.
 */
function stopLeaks(secrets, files) {
    const leaks = (0,secret_scan/* findLeaks */.Y)(files, secrets);
    if (leaks.length === 0)
        return;
    const places = leaks.slice(0, 5).map(({ where, what }) => `${where} holds ${what}`);
    const more = leaks.length > places.length ? [`and ${leaks.length - places.length} more`] : [];
    throw new lib_failure/* Failure */.HR("not-published", `nothing was written or published: ${[...places, ...more].join("; ")}`, {
        hint: "rotate that secret, take it out of the name or tag in Datadog or out of the policy or mapping, and run again",
    });
}
/** A signal that aborts when the time for collecting is over. It does not keep the process alive. */
function timeIsUp(ms) {
    const controller = new AbortController();
    const stop = () => controller.abort(new lib_failure/* Failure */.HR("deadline", `collecting took longer than ${Math.round(ms / 1000)} s`, {
        hint: "raise the deadline, or run when Datadog is less busy",
    }));
    setTimeout(stop, ms).unref();
    return controller.signal;
}
function attesterOf(signer, { evidence, secrets, check, signal, }) {
    if (signer === null)
        return null;
    return (0,with_verification/* withVerification */.u)(async (files, tail) => (0,attest/* runAttester */.w7)(signer(signal()), secrets)(evidence, files, tail), check);
}
/** Logs what was collected, then decides the exit code. */
function reportRun(config, { published, log }) {
    const statement = published.attestation?.statement ?? null;
    const { evidence } = published;
    const shortfall = (0,config_signing/* assuranceShortfall */.nf)(statement, config["min-assurance"]);
    const exit = (0,fail_on/* decideExit */.DP)(evidence, {
        gates: config["fail-on"],
        undone: [...published.undone, ...(shortfall === null ? [] : [shortfall])],
        changes: statement?.predicate.changes ?? null,
    });
    for (const { title, lines } of (0,log_lines/* evidenceGroups */.oz)(evidence, exit))
        log.group(title, lines);
    if (config.givenPolicy !== null)
        log.group("Expectations", (0,log_lines/* resultLines */.DW)(evidence));
    log.group("Since the run before", (0,changes_in_words/* changeLines */.Ow)((0,changes_in_words/* changeSinceLastRun */.WR)(statement)));
    if (published.attestation !== null)
        log.info((0,signing/* describeSignature */.i)(published.attestation));
    const lateWarning = scheduleWarning(evidence, Date.parse(evidence.collectedAt));
    for (const warning of [
        ...published.warnings,
        ...(0,waivers/* policyWarnings */.aF)(config.givenPolicy, evidence),
        ...(lateWarning === null ? [] : [lateWarning]),
    ]) {
        log.warning((0,sanitize/* logLine */.BP)(warning));
    }
    const reason = statement?.predicate.assurance.reason;
    if (reason !== undefined && shortfall === null)
        log.warning(`signed without a timestamp: ${reason.message}`);
    for (const line of chainLines(published))
        log.info(line);
    return exit;
}
/** The place of the run in its chain, and how many attempts that took, for the log. */
function chainLines({ attestation, commit, signatures, retries }) {
    const sequence = attestation?.statement.predicate.sequence ?? null;
    if (sequence === null)
        return [];
    const where = commit === null ? "not committed" : `commit ${commit}`;
    const tries = retries === 0
        ? []
        : [
            `tried again ${run_times(retries)}, because the branch had moved or an answer was lost`,
            `signed ${run_times(signatures)}`,
        ];
    return [[`run ${sequence} of its chain`, where, ...tries].join(", ")];
}
function run_times(count) {
    return count === 1 ? "once" : `${count} times`;
}


/***/ }),

/***/ 34542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ checkTimestamp),
  k: () => (/* binding */ signerFor)
});

// EXTERNAL MODULE: ./lib/sign/attest.js
var attest = __webpack_require__(41288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/bundle/sigstore.js
var sigstore = __webpack_require__(56008);
;// CONCATENATED MODULE: ./lib/sign/timestamp/embedded-certificate.js


const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/**
 * Returns why a timestamp of an unknown authority cannot be used, as the words that follow "the timestamp". Returns null
 * where the embedded certificate confirms the timestamp. The verifier decides whether to trust that authority.
 */
async function embeddedCertificateProblem(token, signature) {
    try {
        const timestamp = await (0,sigstore/* readTimestamp */.L2)(token);
        const certificate = await signerOf(timestamp);
        if (certificate === null)
            return "has no embedded certificate of its authority";
        if (!certificate.keyUsage.includes(TIME_STAMPING))
            return "is signed by a certificate that is not for timestamps";
        const time = timestamp.signingTime;
        if (time < new Date(certificate.validFrom) || time > new Date(certificate.validTo)) {
            return "is from outside the validity period of its certificate";
        }
        const unsupported = (0,sigstore/* unsupportedTimestamp */.Om)(timestamp);
        if (unsupported !== null)
            return unsupported;
        timestamp.verify(signature, certificate.publicKey);
        return null;
    }
    catch {
        // The parser and the check throw errors of many kinds. All of them mean the same.
        return "is not signed by the certificate that is embedded in it";
    }
}
/** Returns the embedded certificate that the signature of the token names; null where there is none. */
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

// EXTERNAL MODULE: ./lib/sign/keyless/identity-token.js
var identity_token = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/sign/keyless/sigstore-instance.js
var sigstore_instance = __webpack_require__(80354);
// EXTERNAL MODULE: ./lib/sign/keyless/fulcio.js
var keyless_fulcio = __webpack_require__(2146);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(57697);
// EXTERNAL MODULE: ./lib/evidence/digest.js
var digest = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/evidence/files/json.js
var json = __webpack_require__(24451);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/waiting.js
var waiting = __webpack_require__(76032);
;// CONCATENATED MODULE: ./lib/sign/keyless/service-options.js



/** Timeout and retries of the Sigstore library. */
const SERVICE_OPTIONS = { timeout: 10_000, retry: { retries: 2, minTimeout: 400, factor: 2 } };
/** Returns the result of a call of the library, which takes no signal itself. Throws when the signal aborts. */
async function withinTimeLeft(work, { name, signal }) {
    return (0,waiting/* stopWaitingOnAbort */.X)(work, signal, () => new failure/* Failure */.HR("not-signed", `${name} did not answer in the time that was left`));
}
const Refused = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ statusCode: schemas/* number */.aig() }) });
const TimedOut = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("request-timeout") }) });
const Unreached = schemas/* object */.Ikc({ cause: schemas/* object */.Ikc({ type: schemas/* literal */.euz("system"), code: schemas/* string */.YjP() }) });
/** Says what an error of the library means, as the words that follow `it`. It never repeats the library's own message. */
function serviceProblem(error) {
    const status = Refused.safeParse(error).data?.cause.statusCode;
    if (status !== undefined)
        return `refused (HTTP status ${status})`;
    if (TimedOut.safeParse(error).success)
        return `did not answer within ${SERVICE_OPTIONS.timeout / 1000} s`;
    const code = Unreached.safeParse(error).data?.cause.code;
    return code === undefined ? "returned an unexpected response" : `could not be reached (${code})`;
}

;// CONCATENATED MODULE: ./lib/sign/keyless/rekor.js





/**
 * Makes a witness of the public transparency log, which stores digests, the signature and the certificate, but not the
 * statement. It uses version 1 of the log: for version 2 the library writes entries that verifiers written in Go refuse.
 */
function rekorWitness({ url, signal }) {
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
            const entry = await uploadEntry(testimony, { name, signal });
            if (!isAbout(entry, signed))
                throw notLogged(name, "returned an entry for another signature");
            return { entry };
        },
    };
}
async function uploadEntry(testimony, { name, signal }) {
    try {
        return (await withinTimeLeft(testimony, { name, signal })).tlogEntries[0];
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        // The library does not check the response, so it throws errors of many kinds.
        throw notLogged(name, serviceProblem(error));
    }
}
function notLogged(name, problem) {
    return new failure/* Failure */.HR("not-signed", `${name} added no entry to its log: it ${problem}`, {
        hint: "run again, or sign later with: npx datadog-evidence attest",
    });
}
const EntryBody = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz("dsse"),
    spec: schemas/* object */.Ikc({
        payloadHash: schemas/* object */.Ikc({ algorithm: schemas/* literal */.euz("sha256"), value: schemas/* string */.YjP() }),
        signatures: schemas/* tuple */.PVZ([schemas/* object */.Ikc({ signature: schemas/* string */.YjP() })]),
    }),
});
/** Whether the entry is about our statement and signature, and proves that it is in the log. */
function isAbout(entry, { envelope, signature }) {
    if (entry?.inclusionPromise === undefined || entry.inclusionProof === undefined)
        return false;
    const body = (0,json/* parseJson */.qF)(entry.canonicalizedBody, EntryBody);
    return (body?.spec.payloadHash.value === (0,digest/* sha256 */.s)(envelope.payload) &&
        body.spec.signatures[0].signature === signature.bytes.toString("base64"));
}

// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
;// CONCATENATED MODULE: ./lib/sign/keyless/keyless.js



/**
 * Signs in the name of the workflow. It requests a new token for each signature, because a token from before collecting
 * would have expired. All witnesses of the instance testify, or it throws.
 */
function keylessStatementSigner({ token, chooseInstance, timestamps, reason, signal, }) {
    return async (toStatement) => {
        const identity = await token();
        const { fulcio, timestamp, rekor } = chooseInstance(identity);
        const witnesses = [
            timestamps(timestamp),
            ...(rekor === null ? [] : [rekorWitness({ url: rekor, signal })]),
        ];
        return (0,signing/* statementSigner */.m)((0,keyless_fulcio/* fulcioSigner */.b)({ url: fulcio, token: identity, signal }), { witnesses, reason })(toStatement);
    };
}

// EXTERNAL MODULE: ./lib/sign/timestamp/timestamp.js + 1 modules
var timestamp = __webpack_require__(37919);
// EXTERNAL MODULE: ./lib/verify/trust/roots.js + 2 modules
var roots = __webpack_require__(91273);
// EXTERNAL MODULE: ./lib/verify/run/timestamps.js
var timestamps = __webpack_require__(5362);
;// CONCATENATED MODULE: ./lib/run/signer.js










const SIGSTORE_AUDIENCE = "sigstore";
/**
 * Prepares to sign in the way that was chosen; there is no fallback. Throws where that cannot work here, before anything
 * is collected. A service that is down now may be back when there is something to sign.
 */
async function signerFor(signing, context) {
    if (signing.by === "none")
        return null;
    if (signing.by === "key") {
        const { key, timestampUrl } = signing;
        return (signal, reason = null) => {
            const witness = timestampUrl === null ? null : (0,timestamp/* timestampWitness */.gY)({ url: timestampUrl, check: checkTimestamp, signal });
            return (0,timestamp/* keyStatementSigner */.Po)((0,attest/* keySigner */.Ye)(key), { witness, reason });
        };
    }
    const { environment, conceal, log } = context;
    const { allowPublicLog } = signing;
    const chooseInstance = (token) => (0,sigstore_instance/* sigstoreInstanceFor */.X)(token, { allowPublicLog, environment });
    const chosen = await requestInstance(chooseInstance, context);
    if (chosen !== null)
        announceInstance(chosen, log);
    return (signal, reason = null) => keylessStatementSigner({
        token: async () => (0,identity_token/* requestIdentityToken */.l)(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }),
        chooseInstance: (token) => ensureSameInstance(chooseInstance(token), chosen),
        timestamps: (url) => (0,timestamp/* timestampWitness */.gY)({ url, check: checkTimestamp, signal }),
        reason,
        signal,
    });
}
/** The instance for a token requested now; null where GitHub's OIDC service is down. */
async function requestInstance(chooseInstance, { environment, signal, conceal, log, }) {
    if (!(0,identity_token/* canRequestIdentityToken */.r)(environment))
        throw new Error("keyless was chosen in a job that has no identity");
    try {
        return chooseInstance(await (0,identity_token/* requestIdentityToken */.l)(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.code !== "not-signed")
            throw error;
        log.warning(`${error.message}; the run tries again when it signs`);
        return null;
    }
}
function announceInstance({ kind, fulcio, isLocal }, log) {
    log.info(kind === "public-good"
        ? "signing keyless with the public Sigstore: the names of repository and workflow and the time of the run become public"
        : `signing keyless with ${new URL(fulcio).host}; nothing becomes public`);
    if (isLocal)
        log.warning("signing with a Sigstore on this machine (SIGSTORE_…_URL), which no verifier trusts");
}
/** Throws where the instance changed: what becomes public was decided before collecting. */
function ensureSameInstance(instance, chosen) {
    if (chosen === null || chosen.kind === instance.kind)
        return instance;
    throw new failure/* Failure */.HR("not-signed", "the visibility of this repository changed while evidence was collected", {
        hint: "run again",
    });
}
/** Checks as `verify` does; a token of an authority that the shipped root does not name must agree with its own certificate. */
const checkTimestamp = async (token, { signature }) => {
    const verdict = await (0,timestamps/* verifyToken */.nr)(token, { signature, roots: await (0,roots/* loadPublicGoodRoots */.KD)() });
    if (verdict.kind === "proven")
        return { ok: true, time: verdict.time, authority: verdict.authority };
    if (verdict.kind === "wrong")
        return { ok: false, trouble: verdict.trouble };
    const problem = await embeddedCertificateProblem(token, signature);
    if (problem !== null)
        return { ok: false, trouble: `the timestamp ${problem}` };
    return { ok: true, time: (await (0,sigstore/* readTimestamp */.L2)(token)).signingTime, authority: null };
};


/***/ }),

/***/ 41288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ gapAttester),
/* harmony export */   Ye: () => (/* binding */ keySigner),
/* harmony export */   w7: () => (/* binding */ runAttester)
/* harmony export */ });
/* harmony import */ var _evidence_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12743);
/* harmony import */ var _evidence_secret_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29803);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96042);
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14478);





/** Signs with a key. */
function keySigner({ privateKey, fingerprint }) {
    return {
        signing: "key",
        async sign(bytes) {
            const { sign } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 19));
            const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
            return {
                bytes: sign(digest, bytes, privateKey),
                // cosign writes the same hint: base64 of the SPKI's sha256.
                by: { hint: Buffer.from(fingerprint, "hex").toString("base64") },
                signedBy: fingerprint,
            };
        },
    };
}
/** Makes the signing step of a run. A plain `Signer` has no witnesses. A statement that holds a secret is not signed. */
function runAttester(by, secrets = NO_SECRETS) {
    return attester(_bundle_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .makeStatement */ .UT, { by, secrets });
}
/** Makes the signing step of a declared gap. A statement that holds a secret is not signed. */
function gapAttester(by, secrets = NO_SECRETS) {
    return attester(_bundle_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .makeGapStatement */ .qH, { by, secrets });
}
function attester(toStatement, { by, secrets }) {
    const sign = typeof by === "function" ? by : (0,_signing_js__WEBPACK_IMPORTED_MODULE_3__/* .statementSigner */ .m)(by);
    return async (content, files, tail) => sign((assurance) => {
        const statement = toStatement(content, { files, tail, assurance });
        const [leak] = (0,_evidence_secret_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .findLeaks */ .Y)([(0,_evidence_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)("statement", JSON.stringify(statement))], secrets);
        if (leak === undefined)
            return statement;
        // Nobody can take back what is signed.
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `nothing was signed: the ${leak.where} holds ${leak.what}`, {
            hint: "replace that secret; if the last run holds it, its repository should be cleaned",
        });
    });
}
const NO_SECRETS = { isIn: () => false };


/***/ }),

/***/ 2146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ fulcioSigner),
/* harmony export */   w: () => (/* binding */ readCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24451);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _platform_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71267);





const Chain = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ chain: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ certificates: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).min(1) }) });
/** The certificate of the signer, then that of its issuer: https://github.com/sigstore/fulcio/blob/main/fulcio.proto */
const Response = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ signedCertificateEmbeddedSct: Chain }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ signedCertificateDetachedSct: Chain }),
])
    .transform((response) => Object.values(response).flatMap(({ chain }) => chain.certificates));
/**
 * Makes a signer whose key exists for one signature. Fulcio certifies the owner of that key. The request holds the
 * identity token. We do not use the library of Sigstore here: it follows redirects with the token, also to plain http.
 */
function fulcioSigner({ url, token, signal, }) {
    const name = `Fulcio (${new URL(url).host})`;
    return {
        signing: "keyless",
        async sign(bytes) {
            const keys = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)("ec", { namedCurve: "P-256" });
            const response = await (0,_platform_http_js__WEBPACK_IMPORTED_MODULE_3__/* .httpRequest */ .a)({
                method: "POST",
                url: `${url}/api/v2/signingCert`,
                headers: { accept: "application/json", "content-type": "application/json" },
                body: Buffer.from(JSON.stringify(certificateRequest(token, keys))),
            }, signal);
            if (!response.ok)
                throw notIssued(name, response.reason);
            if (response.status !== 200 && response.status !== 201) {
                throw notIssued(name, `refused (HTTP status ${response.status})`);
            }
            const chain = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.bytes, Response) ?? [];
            const [certificate = null, issuer = null] = chain.map(readCertificate);
            if (certificate === null)
                throw notIssued(name, "returned an unexpected response");
            return signatureOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)("sha256", bytes, keys.privateKey), { certificate, issuer, bytes, name });
        },
    };
}
/** Makes the request. Its signature over the subject of the token proves that we hold the private key. */
function certificateRequest({ text, subject }, { privateKey, publicKey }) {
    return {
        credentials: { oidcIdentityToken: text },
        publicKeyRequest: {
            publicKey: { algorithm: "ECDSA", content: publicKey.export({ type: "spki", format: "pem" }) },
            proofOfPossession: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)("sha256", Buffer.from(subject), privateKey).toString("base64"),
        },
    };
}
/** Reads a certificate in PEM or DER. Returns null where the bytes are no certificate. */
function readCertificate(encoded) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(encoded);
    }
    catch {
        // Node throws errors of many kinds for bytes that are no certificate.
        return null;
    }
}
function notIssued(name, problem) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `${name} issued no certificate: it ${problem}`, {
        hint: "run again, or sign later with: npx datadog-evidence attest; if your plan has no such service, use signing: key",
    });
}
/** Returns the signature with its certificate. Throws where the certificate is for another key. */
function signatureOf(signature, { certificate, issuer, bytes, name, }) {
    if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)("sha256", bytes, certificate.publicKey, signature)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `${name} issued a certificate for another key`);
    }
    return {
        bytes: signature,
        by: { certificate: certificate.raw, issuer: issuer?.raw ?? null },
        signedBy: certificate.subjectAltName?.replace(/^URI:/, "") ?? "unknown",
    };
}


/***/ }),

/***/ 40352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ requestIdentityToken),
/* harmony export */   r: () => (/* binding */ canRequestIdentityToken)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57697);
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7742);
/* harmony import */ var _evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24451);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71957);
/* harmony import */ var _platform_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71267);





/** Whether the job may request a token. */
function canRequestIdentityToken(environment) {
    return Boolean(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
}
const Response = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const Claims = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    iss: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    sub: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    repository_visibility: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    repository_id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    job_workflow_ref: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
});
/** Requests a new token for this audience, and gives it to `conceal` first. Throws where there is none. */
async function requestIdentityToken(environment, { audience, signal, conceal }) {
    const endpoint = environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
    if (!(0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isSafeForTokens */ .nN)(endpoint)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", "ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service");
    }
    const url = new URL(endpoint);
    url.searchParams.set("audience", audience);
    const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
    const response = await (0,_platform_http_js__WEBPACK_IMPORTED_MODULE_3__/* .httpRequest */ .a)({ url: url.href, headers: { accept: "application/json", authorization: `Bearer ${bearer}` } }, signal);
    if (!response.ok)
        throw noToken(response.reason);
    if (response.status !== 200)
        throw noToken(`refused (status ${response.status})`);
    const text = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.bytes, Response)?.value ?? "";
    if (text !== "")
        conceal(text);
    // Fulcio checks the signature of the token.
    const claims = (0,_evidence_files_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(text.split(".")[1] ?? "", "base64url"), Claims);
    if (claims === null)
        throw noToken("returned an unexpected response");
    return {
        text,
        issuer: claims.iss,
        repositoryVisibility: claims.repository_visibility ?? null,
        subject: claims.sub,
        repositoryId: claims.repository_id ?? null,
        workflowRef: claims.job_workflow_ref ?? null,
    };
}
function noToken(reason) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR("not-signed", `GitHub's OIDC service gave no identity token: it ${reason}`, {
        hint: "give the job permissions: id-token: write; if it has them, run it again",
    });
}


/***/ }),

/***/ 80354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ localServiceProblems),
/* harmony export */   X: () => (/* binding */ sigstoreInstanceFor)
/* harmony export */ });
/* harmony import */ var _platform_visibility_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72135);
/* harmony import */ var _platform_connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7742);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);



const PUBLIC_GOOD = {
    kind: "public-good",
    fulcio: "https://fulcio.sigstore.dev",
    timestamp: "https://timestamp.sigstore.dev/api/v1/timestamp",
    rekor: "https://rekor.sigstore.dev",
};
/** Variables that replace the addresses of an instance, by a server on this machine only. */
const LOCAL = {
    fulcio: "SIGSTORE_FULCIO_URL",
    timestamp: "SIGSTORE_TIMESTAMP_URL",
    rekor: "SIGSTORE_REKOR_URL",
};
/**
 * Chooses the Sigstore instance for the issuer of the token and the visibility of the repository. Nothing of a
 * repository that is not public becomes public unless `allowPublicLog` is set. Throws where no instance trusts the issuer.
 */
function sigstoreInstanceFor({ issuer, repositoryVisibility }, { allowPublicLog, environment }) {
    const host = URL.canParse(issuer) ? new URL(issuer).host : "";
    const [, enterprise] = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(host) ?? [];
    if (enterprise !== undefined)
        return withLocal(gitHubInstance(enterprise), environment);
    if (host === "token.actions.githubusercontent.com") {
        const isPublic = (0,_platform_visibility_js__WEBPACK_IMPORTED_MODULE_2__/* .readVisibilityWord */ .z)(repositoryVisibility) === "public";
        return withLocal(isPublic || allowPublicLog ? PUBLIC_GOOD : gitHubInstance("githubapp.com"), environment);
    }
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing: keyless is not available here: no Sigstore trusts ${issuer.slice(0, 200)}`, { hint: "GitHub Enterprise Server has no Sigstore; use signing: key" });
}
/** Returns the problems with the addresses of local services, each a sentence. */
function localServiceProblems(environment) {
    return Object.values(LOCAL).flatMap((name) => {
        const url = environment[name];
        if (!url || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && (0,_platform_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url)))
            return [];
        return [`${name}: must be an address of this machine, such as http://127.0.0.1:8080`];
    });
}
/** Returns GitHub's own instance, for github.com or for an enterprise at GHE.com. */
function gitHubInstance(host) {
    return {
        kind: "github",
        fulcio: `https://fulcio.${host}`,
        timestamp: `https://timestamp.${host}/api/v1/timestamp`,
        rekor: null,
    };
}
function withLocal(instance, environment) {
    const [problem] = localServiceProblems(environment);
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

/***/ 83864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ generateSigningKey),
/* harmony export */   j: () => (/* binding */ readSigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73546);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);
/* harmony import */ var _platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41262);




const HOW_TO_MAKE_ONE = "make one with: npx datadog-evidence keygen";
/**
 * Reads a PKCS#8 PEM, also with `\n` written out, or base64 of the whole. Throws a sentence for every kind of key that
 * some verifier could not check. No sentence repeats a part of the key.
 */
function readSigningKey(text, passphrase) {
    const pem = pemOf(text);
    const [, problem, hint] = UNFIT.find(([mark]) => mark.test(pem)) ?? [];
    if (problem !== undefined)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", problem, { hint });
    if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is not a private key in PEM form", { hint: HOW_TO_MAKE_ONE });
    }
    if (/^-----BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem) && passphrase === null) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", "signing-key is encrypted and there is no passphrase", {
            hint: "give it as SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)",
        });
    }
    const privateKey = openKey(pem, passphrase);
    const kind = (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOfKey */ .RI)(privateKey);
    if (kind !== "P-256" && kind !== "Ed25519") {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing-key is ${kind}, which not every verifier can check`, {
            hint: `use ECDSA P-256 or Ed25519; ${HOW_TO_MAKE_ONE}`,
        });
    }
    return { privateKey, ...publicPart((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey)) };
}
/** Makes a P-256 key. Its private part is encrypted where there is a passphrase. */
function generateSigningKey(passphrase) {
    const pair = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)("ec", { namedCurve: "P-256" });
    const privatePem = pair.privateKey
        .export({
        type: "pkcs8",
        format: "pem",
        ...(passphrase === null ? {} : { cipher: "aes-256-cbc", passphrase }),
    })
        .toString();
    return { privatePem, ...publicPart(pair.publicKey) };
}
/** Finds the PEM in the text. Its white space may be changed, its `\n` may be written out, or the whole may be base64. */
function pemOf(text) {
    const decoded = Buffer.from((0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .repairPem */ .Em)(text).replaceAll(/\s/g, ""), "base64").toString("utf8");
    const given = (0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .countPems */ .hR)(text) === 0 && (0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .countPems */ .hR)(decoded) > 0 ? decoded : text;
    const begun = (0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .countPems */ .hR)(given);
    if (begun > 1) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", `signing-key has ${begun} BEGIN lines, and one key has one`, {
            hint: "give the private key alone, whole, from its BEGIN line to its END line",
        });
    }
    return `${(0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .repairPem */ .Em)(given).trim()}\n`;
}
/** The mistakes that people make: the mark of what they give, what is wrong with it, and what to do. */
const UNFIT = [
    [
        /BEGIN OPENSSH PRIVATE KEY/,
        "signing-key is in OpenSSH's own format",
        `a PKCS#8 PEM is needed, which begins with -----BEGIN PRIVATE KEY-----; ${HOW_TO_MAKE_ONE}`,
    ],
    [
        /BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/,
        "signing-key is in cosign's own format",
        `cosign can import a PKCS#8 PEM, so begin with that: ${HOW_TO_MAKE_ONE}`,
    ],
    [
        /BEGIN (?:[A-Z]+ )?PUBLIC KEY|BEGIN CERTIFICATE/,
        "signing-key is a public key or certificate",
        "give the private key, which begins with -----BEGIN PRIVATE KEY-----",
    ],
];
function openKey(pem, passphrase) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, ...(passphrase === null ? {} : { passphrase }) });
    }
    catch (error) {
        const isLocked = pem.includes("ENCRYPTED");
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR("input", isLocked ? "signing-key does not open with its passphrase" : "signing-key cannot be read", {
            hint: isLocked
                ? "check SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)"
                : ((0,_bundle_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemDamage */ .Yp)(pem) ?? "paste the key again, all lines from BEGIN to END"),
            cause: error,
        });
    }
}
function publicPart(key) {
    return {
        publicPem: key.export({ type: "spki", format: "pem" }).toString(),
        fingerprint: (0,_platform_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(key),
    };
}


/***/ }),

/***/ 96042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ describeSignature),
/* harmony export */   m: () => (/* binding */ statementSigner)
/* harmony export */ });
/* harmony import */ var _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14478);

/** Says in a line for the log who signed, and when. */
function describeSignature({ statement, signedBy, signedAt }) {
    const { signing } = statement.predicate.assurance;
    const signer = signing === "key" ? `by the key ${signedBy}` : `keyless by ${signedBy}`;
    return `signed ${signer}${signedAt === null ? "" : `, trusted time ${signedAt}`}`;
}
/** Makes a `StatementSigner` of a signer and its witnesses. Where one witness fails, nothing is signed. */
function statementSigner(signer, { witnesses = [], reason = null } = {}) {
    const promised = {
        signing: signer.signing,
        timestamp: witnesses.some(({ gives }) => gives === "timestamp"),
        log: witnesses.some(({ gives }) => gives === "log"),
        ...(reason === null ? {} : { reason }),
    };
    return async (toStatement) => {
        const statement = toStatement(promised);
        const { bundle, signature } = await signEnvelope(statement, signer);
        const { dsseEnvelope: envelope } = bundle.content;
        const testimonies = [];
        // The witnesses testify one after the other, the log last: an entry in a log is permanent.
        for (const witness of witnesses) {
            testimonies.push(await witness.testify({ statement, envelope, signature }));
        }
        const times = testimonies.flatMap((each) => ("timestamp" in each ? [each] : []));
        const entries = testimonies.flatMap((each) => ("entry" in each ? [each.entry] : []));
        return {
            statement,
            bundle: await bundleText(bundle, { times, entries }),
            signedBy: signature.signedBy,
            issuer: "issuer" in signature.by ? signature.by.issuer : null,
            signedAt: times[0]?.time.toISOString() ?? null,
        };
    };
}
/** Signs the statement in a DSSE envelope, in a Sigstore bundle v0.3. */
async function signEnvelope(statement, signer) {
    const [{ toDSSEBundle }, { dsse }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19)),
    ]);
    const artifact = Buffer.from(JSON.stringify(statement));
    const signature = await signer.sign(dsse.preAuthEncoding(_bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc, artifact));
    const bundle = toDSSEBundle({
        artifact,
        artifactType: _bundle_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .PAYLOAD_TYPE */ .Uc,
        signature: signature.bytes,
        ...("hint" in signature.by ? { keyHint: signature.by.hint } : { certificate: signature.by.certificate }),
    });
    // The log must get the same envelope as the bundle.
    for (const each of bundle.content.dsseEnvelope.signatures)
        each.keyid = "";
    return { bundle, signature };
}
async function bundleText(bundle, { times, entries, }) {
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
    // Verifiers written in Go count no signature where the keyid is the hint. That of in-toto finds none without a keyid.
    for (const each of json.dsseEnvelope?.signatures ?? [])
        each.keyid = "";
    return `${JSON.stringify(json)}\n`;
}


/***/ }),

/***/ 37919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Po: () => (/* binding */ keyStatementSigner),
  CO: () => (/* binding */ lateSigningReason),
  uN: () => (/* binding */ requestTimestamp),
  gY: () => (/* binding */ timestampWitness)
});

// EXTERNAL MODULE: ./lib/platform/time.js
var time = __webpack_require__(81526);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/platform/http.js
var http = __webpack_require__(71267);
// EXTERNAL MODULE: ./lib/sign/signing.js
var signing = __webpack_require__(96042);
// EXTERNAL MODULE: ./lib/bundle/statement.js
var statement = __webpack_require__(14478);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/sign/timestamp/request.js

const VERSION_1 = "020101";
/** `AlgorithmIdentifier` of SHA-256 and the tag of the digest, as one `MessageImprint`. */
const IMPRINT = "3031300d060960864801650304020105000420";
/** The nonce has six bytes, because some servers store it in a double. */
const NONCE = "0206";
/** Asks the authority to embed its certificate. Without that, only its customers can check the token. */
const CERT_REQ = "0101ff";
/** Makes a request for a timestamp over these bytes (RFC 3161, section 2.4.1). The authority sees only their digest. */
function timestampRequest(bytes) {
    // The number is positive and of full length, so that DER and every server agree on it.
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
 * Returns why the response cannot be used, as the words that follow the name of the authority. Returns null where the
 * timestamp was granted for this request. This does not check the token itself.
 */
async function timestampResponseProblem(response, { nonce }) {
    const { RFC3161Timestamp } = await __webpack_require__.e(/* import() */ 917).then(__webpack_require__.t.bind(__webpack_require__, 83917, 19));
    try {
        const timestamp = RFC3161Timestamp.parse(Buffer.from(response));
        // 0 means granted, 1 means granted with modifications. Every other status is a refusal.
        if (timestamp.status > 1n)
            return `refused (status ${timestamp.status})`;
        // Five fields are always there. An INTEGER after them can only be the nonce.
        const echoed = timestamp.tstInfo.root.subs.slice(5).find(({ tag }) => tag.isInteger());
        if (echoed?.toInteger() !== nonce)
            return "responded to another request: the nonce is not ours";
        return null;
    }
    catch {
        // The parser throws errors of many kinds. All of them mean the same.
        return "responded with something that is not a timestamp";
    }
}

;// CONCATENATED MODULE: ./lib/sign/timestamp/timestamp.js






const TIMESTAMP_UNAVAILABLE = "timestamp-unavailable";
/** Makes a witness that requests a timestamp (RFC 3161) and checks it at once. An auditor would find a bad one too late. */
function timestampWitness({ url, check, signal, }) {
    return {
        gives: "timestamp",
        async testify({ statement, signature }) {
            const { timestamp, time } = await requestTimestamp(signature.bytes, { url, check, signal });
            refuseDistantTime(statement, { host: new URL(url).host, time });
            return { timestamp, time };
        },
    };
}
/** Requests a timestamp over the bytes and checks it. The authority sees only their digest. Throws where there is none. */
async function requestTimestamp(bytes, { url, check, signal }) {
    const { host } = new URL(url);
    const name = `the timestamp authority ${host}`;
    const query = timestampRequest(bytes);
    const response = await (0,http/* httpRequest */.a)({
        method: "POST",
        url,
        headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
        body: query.der,
    }, signal);
    if (!response.ok)
        throw noTimestamp(`${name} ${response.reason}`);
    if (response.status < 200 || response.status > 299) {
        throw noTimestamp(`${name} refused (HTTP status ${response.status})`);
    }
    const trouble = await timestampResponseProblem(response.bytes, query);
    if (trouble !== null)
        throw noTimestamp(`${name} ${trouble}`);
    const checked = await check(response.bytes, { signature: bytes });
    if (!checked.ok)
        throw noTimestamp(`the timestamp of ${host} cannot be used: ${checked.trouble}`);
    return { timestamp: response.bytes, time: checked.time };
}
function noTimestamp(message) {
    return new failure/* Failure */.HR("no-timestamp", message, {
        hint: "run again, or name another authority as timestamp-url",
    });
}
/** Throws where the timestamp is far from the time of collecting, unless the statement says that it is signed late. */
function refuseDistantTime({ predicate }, { host, time }) {
    const lateMs = time.getTime() - Date.parse(predicate.collectedAt);
    const isDeclared = predicate.assurance.reason?.code === statement/* SIGNED_LATE */.Gb && lateMs > 0;
    if (isDeclared || Math.abs(lateMs) <= statement/* LONGEST_APART_MS */.zT)
        return;
    throw new failure/* Failure */.HR("not-signed", `the time of ${host} (${time.toISOString()}) is more than an hour from the time of collecting (${predicate.collectedAt})`, {
        hint: "set the clock of this machine; sign older evidence with: npx datadog-evidence attest",
    });
}
/** Returns the reason that a statement gives for evidence that was collected more than an hour ago; null for newer evidence. */
function lateSigningReason(collectedAt, now) {
    if (now.getTime() - Date.parse(collectedAt) <= statement/* LONGEST_APART_MS */.zT)
        return null;
    return {
        code: statement/* SIGNED_LATE */.Gb,
        message: `signed on ${(0,time/* dayOf */.kb)(now)}, more than an hour after it was collected`,
    };
}
/**
 * Signs with a key, and with a timestamp where an authority is given. If the authority gives no timestamp, it signs a
 * statement that promises none and says why.
 */
function keyStatementSigner(signer, { witness, reason }) {
    if (witness === null)
        return (0,signing/* statementSigner */.m)(signer, { reason });
    const timed = (0,signing/* statementSigner */.m)(signer, { witnesses: [witness], reason });
    return async (toStatement) => {
        try {
            return await timed(toStatement);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.code !== "no-timestamp")
                throw error;
            // Signing late stays the code, because verify never calls such evidence good, with or without a timestamp.
            const why = reason === null
                ? { code: TIMESTAMP_UNAVAILABLE, message: error.message }
                : { code: reason.code, message: `${reason.message}; ${error.message}` };
            return (0,signing/* statementSigner */.m)(signer, { reason: why })(toStatement);
        }
    };
}


/***/ })

};
