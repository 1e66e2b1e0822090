import {
  array,
  assert,
  constantFrom,
  dictionary,
  json,
  letrec,
  nat,
  oneof,
  property,
  record,
  string,
} from "fast-check";
import { expect, test } from "vitest";

import { parseRecords } from "../../src/datadog/record-parser.ts";

const itself = (raw: unknown): unknown => raw;

/** The whole that was split, or that it is no JSON. */
function whole(text: string, unread?: string): unknown {
  const bytes = Buffer.from(text);
  try {
    const { json: rest, records } = parseRecords(bytes, {
      keep: itself,
      ...(unread === undefined ? {} : { unread }),
    });
    if (Array.isArray(rest)) return records;
    return records.length === 0 || typeof rest !== "object" ? rest : { ...rest, data: records };
  } catch (error) {
    if (error instanceof SyntaxError) return "not JSON";
    throw error;
  }
}

function plain(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text).toString("utf8"));
  } catch {
    return "not JSON";
  }
}

const bodies = record({
  before: array(json({ maxDepth: 2 }), { maxLength: 2 }),
  records: array(json({ maxDepth: 3 }), { maxLength: 5 }),
  after: array(json({ maxDepth: 2 }), { maxLength: 2 }),
  indent: constantFrom(0, 1, "\t", "\r\n"),
  isObject: constantFrom(true, true, false),
});

const texts = bodies.map(({ before, records, after, indent, isObject }) => {
  const data = records.map(plain);
  const object = Object.fromEntries([
    ...before.map((each, at) => [`before ${at} "data"`, plain(each)] as const),
    ["data", data],
    ...after.map((each, at) => [`after \\${at}`, plain(each)] as const),
  ]);
  return JSON.stringify(isObject ? object : data, null, indent);
});

test("record by record a body reads as it does in one", () => {
  assert(
    property(texts, (text) => {
      expect(whole(text)).toEqual(plain(text));
    }),
    { numRuns: 500 },
  );
});

test("whatever is no JSON is none record by record either, and what is JSON stays it", () => {
  assert(
    property(texts, nat(), nat({ max: 3 }), string({ maxLength: 2 }), (text, place, length, other) => {
      const at = place % (text.length + 1);
      const damaged = text.slice(0, at) + other + text.slice(at + length);

      expect(whole(damaged)).toEqual(plain(damaged));
    }),
    { numRuns: 3000 },
  );
});

/** The value with every member of that name as null. */
function withoutMember(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutMember(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === name ? null : withoutMember(member, name)]),
  );
}

const NAMES = ["samples", "sample", 'sam"ples', "other"] as const;
const nested = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 4 },
    constantFrom<unknown>(...NAMES, 1, null, true, "]}", 'x\\"'),
    array(tie("value"), { maxLength: 3 }),
    dictionary(constantFrom(...NAMES), tie("value"), { maxKeys: 3 }),
  ),
}));

test("what nobody reads is passed over wherever it stands, and nothing else is", () => {
  assert(
    property(array(nested.value, { maxLength: 4 }), constantFrom(0, 1), (data, indent) => {
      const text = JSON.stringify({ data, meta: { samples: 1 } }, null, indent);

      expect(whole(text, "samples")).toEqual({ data: withoutMember(data, "samples"), meta: { samples: 1 } });
    }),
    { numRuns: 1000 },
  );
});

test.for(['[{"samples":}]', '[{"samples":[}]', '[{"samples":[1}', '[{"samples" 1}]', '[{"samples":1,}]'])(
  "%j is no JSON, whatever of it is read",
  (text) => {
    expect(whole(text, "samples")).toBe("not JSON");
  },
);

test.for([
  "",
  " ",
  "[",
  "]",
  "{",
  "[1,]",
  "[,1]",
  "[1 2]",
  "[1}",
  "[{]}]",
  '{"data":[1,]}',
  '{"data":[1]',
  '{"data":[1]}}',
  '{"data":[1],}',
  '{"data":[1] "b":2}',
  '{"a":1 "data":[1]}',
  '{"a":,"data":[1]}',
  '{"data":["\\"]"]}',
  '{"data":["a',
  "\ufeff[]",
  "[1] 2",
  "7",
  '"data"',
  "null",
])("%j reads as it does in one", (text) => {
  expect(whole(text)).toEqual(plain(text));
});

test.for(['{"d\\u0061ta":[1]}', '{"\\u0064ata":[1],"meta":{}}', '{"__proto__":{"data":[2]},"data":[1]}'])(
  "%j is a list however its name is written",
  (text) => {
    expect(parseRecords(Buffer.from(text), { keep: itself }).records).toEqual([1]);
    expect(whole(text)).toEqual(plain(text));
  },
);

test.for([
  '{"data":null,"data":[1]}',
  '{"data":[],"data":[1]}',
  '{"data":[1],"data":[2]}',
  '{"data":[1],"d\\u0061ta":[2]}',
])("of %j nobody can say which list counts, so no record of it is left out in silence", (text) => {
  expect(whole(text)).toBe("not JSON");
});

test("what is kept of a record is all that is left of it", () => {
  const bytes = Buffer.from('{"data":[{"id":1,"secret":"x"},{"id":2}],"meta":{"page":{}}}');

  expect(parseRecords(bytes, { keep: (raw) => Object.keys(Object(raw)) })).toEqual({
    json: { data: [], meta: { page: {} } },
    records: [["id", "secret"], ["id"]],
  });
});
