import type { ServerResponse } from "node:http";

import { encodeBody, sendAnswer, sendHead, type EmbeddedAnswer } from "../../src/demo/datadog/answer.ts";
import { valueAtPath } from "../../src/demo/datadog/query.ts";
import { startServer, type EmbeddedDatadog, type ReceivedRequest } from "../../src/demo/datadog/server.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { applyFault, faultOf, type ServerFault, type ServerFaults } from "./datadog-faults.ts";
import {
  ACCESS_TOKEN,
  answerWithTokens,
  isDatadogRoute,
  type DatadogRoute,
  type TokenAccess,
} from "./datadog-tokens.ts";
import { LIMIT_NAMES, RateLimiter, type RateLimit } from "./rate-limit.ts";

/** How the embedded Datadog differs from one that is well. */
export interface DatadogOptions extends Partial<TokenAccess> {
  readonly faults?: ServerFaults;
  /** Enforced for each endpoint; without it requests are counted and never refused. */
  readonly rateLimit?: RateLimit;
  /** Datadog's clock minus ours, as its `Date` header tells it. */
  readonly clockSkewMs?: number;
  /** Whether a question for the tag `compliance` also finds `compliance:soc2`; Datadog does not say. */
  readonly searchMatchesPrefixes?: boolean;
  /** Leaves out every total that Datadog would give. */
  readonly omitTotals?: boolean;
  /** Our clock; the system's when not given. */
  readonly now?: () => Date;
}

/** The answer to one request too many. The recorded one has no body. */
const TOO_MANY: EmbeddedAnswer = { status: 429, contentType: "application/json", body: undefined };

/** A request, and when it arrived. */
export interface RecordedRequest extends ReceivedRequest {
  readonly at: Date;
}

/** The demo's Datadog, with its requests on record and with what can go wrong. */
export interface TestDatadog extends EmbeddedDatadog {
  /** Grows with each request. */
  readonly requests: readonly RecordedRequest[];
}

/** Starts the demo's Datadog, which answers each request by the fault whose turn it is, the rate limit, the keys, then the truth. */
export async function startDatadog(
  organisation: DatadogOrganisation,
  options: DatadogOptions = {},
): Promise<TestDatadog> {
  const { faults = {}, clockSkewMs = 0, searchMatchesPrefixes = true, omitTotals = false } = options;
  const { now: ourTime = () => new Date() } = options;
  const { accessToken = ACCESS_TOKEN, delegation = "^repo:northwind/" } = options;
  const requests: RecordedRequest[] = [];
  const limiter = new RateLimiter(options.rateLimit);
  const counts = new Map<DatadogRoute, number>();

  const server = await startServer((request, response, url) => {
    const at = ourTime();
    requests.push({ ...request, at });
    const now = new Date(at.getTime() + clockSkewMs);
    const route = `${request.method} ${request.path}`;
    const limitName = isDatadogRoute(route) ? LIMIT_NAMES[route] : "global_org";
    const rate = limiter.take(limitName, now.getTime());
    response.setHeader("date", now.toUTCString());
    response.setHeaders(new Map(Object.entries(rate.headers)));

    let fault: ServerFault = "ok";
    if (isDatadogRoute(route)) {
      const nth = (counts.get(route) ?? 0) + 1;
      counts.set(route, nth);
      fault = faultOf(faults, route, nth);
    }
    const known = searchMatchesPrefixes ? organisation : withoutPrefixMatches(organisation, request);
    const truth = (): EmbeddedAnswer => {
      const answer = answerWithTokens(request, { organisation: known, url, now, accessToken, delegation });
      return omitTotals ? withoutTotals(answer) : answer;
    };
    deliver(response, applyFault(fault, rate.exceeded && isDatadogRoute(route) ? TOO_MANY : truth()), fault);
  });
  return { ...server, requests };
}

/** The organisation without the monitors that the request would find by the beginning of a tag alone. */
function withoutPrefixMatches(
  organisation: DatadogOrganisation,
  { query }: ReceivedRequest,
): DatadogOrganisation {
  const tag = query["monitor_tags"] ?? /\btag:"?([^\s"]+)/.exec(query["query"] ?? "")?.[1];
  if (tag === undefined) return organisation;
  const monitors = organisation.monitors.filter(
    ({ tags }) => tags.includes(tag) || !tags.some((own) => own.startsWith(`${tag}:`)),
  );
  return { ...organisation, monitors };
}

const TOTALS: ReadonlySet<string> = new Set([
  "total_count",
  "total_filtered_count",
  "page_count",
  "totalCount",
]);

function withoutTotals(answer: EmbeddedAnswer): EmbeddedAnswer {
  if (answer.status !== 200) return answer;
  const text = JSON.stringify(answer.body, (key, value: unknown) => (TOTALS.has(key) ? undefined : value));
  const body: unknown = JSON.parse(text);
  const columns = valueAtPath(body, "data.attributes.columns");
  if (Array.isArray(columns)) columns.length = 0;
  return { ...answer, body };
}

/** Sends the answer, in the way that the fault has it. */
function deliver(response: ServerResponse, answer: EmbeddedAnswer, fault: ServerFault): void {
  if (fault === "hang") return;
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = encodeBody(answer);
  const middle = Math.floor(body.length / 2);
  const sendHalf = (then: () => void): void => {
    sendHead(response, answer, body);
    response.flushHeaders();
    response.write(body.subarray(0, middle), then);
  };
  if (fault === "truncate") {
    sendHalf(() => response.socket?.destroy());
  } else if (typeof fault === "object" && "slowHead" in fault) {
    sendLater(response, fault.slowHead, () => sendAnswer(response, answer));
  } else if (typeof fault === "object" && "slowBody" in fault) {
    sendHalf(() => sendLater(response, fault.slowBody, () => response.end(body.subarray(middle))));
  } else {
    sendAnswer(response, answer);
  }
}

/** A client that gave up must not keep the process alive. */
function sendLater(response: ServerResponse, delayMs: number, then: () => void): void {
  if (response.destroyed) return;
  const timer = setTimeout(then, delayMs);
  response.once("close", () => clearTimeout(timer));
}
