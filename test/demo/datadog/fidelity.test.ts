import { expect, test } from "vitest";

import { valueAtPath } from "../../../src/demo/datadog/query.ts";
import { makeNorthwind } from "../../../src/demo/northwind/organisation.ts";
import { startDatadog } from "../../support/datadog.ts";
import { needsShared } from "../../support/shared.ts";
import { asker, FINDINGS, findingsBody, NOW } from "./ask.ts";
import {
  AGAINST_THE_SPECIFICATION,
  RELIED_ON,
  UNRECORDED,
  UNRECORDED_REFUSALS,
  UNSPECIFIED,
} from "./deviations.ts";
import { EXCHANGES, type Exchange } from "./exchanges.ts";
import { recordings, schemaOf, shapeOf } from "./original.ts";

/**
 * So that the double cannot drift from the original: what it answers is held
 * against Datadog's specification and against recorded answers, which lie
 * beside the repository and are never copied into it.
 */

const northwind = makeNorthwind(NOW);

test.for(EXCHANGES.filter(({ what }) => !UNSPECIFIED.has(what)))(
  "$what: the answer is as specified, or among those known not to be",
  async (exchange, context) => {
    needsShared(context);
    const valid = schemaOf(exchange);

    const { status, body } = await answered(exchange);

    expect(status).toBe(exchange.status);
    expect({ isValid: valid?.(body), errors: valid?.errors }).toMatchObject(
      AGAINST_THE_SPECIFICATION.has(exchange.what) ? { isValid: false } : { isValid: true, errors: null },
    );
  },
);

test("too many requests get an empty 429", async () => {
  const tooMany = EXCHANGES.filter(({ status }) => status === 429);

  expect(await Promise.all(tooMany.map(answered))).toEqual([{ status: 429, body: undefined }]);
});

test.for(Object.keys(UNRECORDED))(
  "%s emits nothing unrecorded but what is listed",
  async (route, context) => {
    needsShared(context);
    const known = recordedShape(route);

    const emitted = await emittedShape(route);

    expect([...emitted.difference(known)].toSorted()).toEqual(
      Object.keys(UNRECORDED[route] ?? {}).toSorted(),
    );
  },
);

test.for(Object.keys(RELIED_ON))(
  "%s: all that evidence relies on is recorded and emitted",
  async (route, context) => {
    needsShared(context);
    const reliedOn = RELIED_ON[route] ?? [];

    const both = (await emittedShape(route)).intersection(recordedShape(route));

    expect(reliedOn.filter((line) => !both.has(line))).toEqual([]);
  },
);

test("refusals hold nothing unrecorded but what is listed", async (context) => {
  needsShared(context);
  const known = recordings().filter(({ status }) => status >= 400);

  const emitted = await Promise.all(
    EXCHANGES.filter(({ status }) => status >= 400 && status !== 429).map(answered),
  );

  const unrecorded = shapes(emitted).difference(shapes(known));
  expect([...unrecorded].toSorted()).toEqual(Object.keys(UNRECORDED_REFUSALS).toSorted());
});

const get = (path: string, query = "", headers?: Record<string, string>): Exchange => ({
  what: "",
  method: "GET",
  path,
  query,
  status: 0,
  ...(headers === undefined ? {} : { headers }),
});

test.for<{ ours: Exchange; theirs: string; status: number }>([
  { ours: get("/api/v1/validate"), theirs: "/api/v1/validate", status: 200 },
  { ours: get("/api/v1/validate", "", {}), theirs: "/api/v1/validate", status: 403 },
  { ours: get("/api/v1/monitor", "?group_states=notagroupstate"), theirs: "/api/v1/monitor", status: 400 },
  {
    ours: get("/api/v1/monitor/search", "?query=status:notastatus"),
    theirs: "/api/v1/monitor/search",
    status: 400,
  },
  { ours: { ...get(FINDINGS), method: "POST", body: { page: {} } }, theirs: FINDINGS, status: 400 },
  {
    ours: { ...get(FINDINGS), method: "POST", body: findingsBody({ cursor: "invalid_cursor" }) },
    theirs: "/api/v2/security/findings",
    status: 400,
  },
])("$status of $theirs is word for word as recorded", async ({ ours, theirs, status }, context) => {
  needsShared(context);
  const original = recordings().find((recorded) => recorded.path === theirs && recorded.status === status);

  const answer = await answered(ours);

  expect(answer).toEqual({ status, body: original?.body });
});

/** A monitor or a legacy finding on its own has the shape of one in a list. */
function recordedShape(route: string): Set<string> {
  const answers = recordings().filter(({ method, status }) => method !== "DELETE" && status === 200);
  const details = answers.filter(
    ({ path }) => route === "/api/v1/monitor" && /^\/api\/v1\/monitor\/\d+$/.test(path),
  );
  const lists = answers.filter(
    ({ path, body }) => path === route && (route !== "/api/v1/monitor" || Array.isArray(body)),
  );
  const findings = answers.filter(
    ({ path }) =>
      route === "/api/v2/posture_management/findings" &&
      path.startsWith(`${route}/`) &&
      !path.endsWith("/mute"),
  );
  return shapes([
    ...lists,
    ...details.map(({ body }) => ({ body: [body] })),
    ...findings.map(({ body }) => ({ body: { data: [valueAtPath(body, "data")] } })),
  ]);
}

async function emittedShape(route: string): Promise<Set<string>> {
  const exchanges = EXCHANGES.filter(({ path, status }) => path === route && status === 200);
  return shapes(await Promise.all(exchanges.map(answered)));
}

function shapes(answers: readonly { body: unknown }[]): Set<string> {
  return new Set(answers.flatMap(({ body }) => [...shapeOf(body)]));
}

async function answered(exchange: Exchange): Promise<{ status: number; body: unknown }> {
  const changed = { ...northwind, ...exchange.change };
  await using datadog = await startDatadog(changed, { now: () => NOW, ...exchange.options });
  const body = exchange.method === "POST" ? (exchange.body ?? {}) : undefined;
  const ask = asker(datadog, changed);
  const response = await ask(`${exchange.path}${exchange.query ?? ""}`, body, exchange.headers);

  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
