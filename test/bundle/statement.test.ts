import { expect, test } from "vitest";

import { runAttester, keySigner } from "../../src/sign/attest.ts";
import { Statement } from "../../src/bundle/statement.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { evidenceOf, HASH, monitor, monitorsItem, newKey } from "../support/evidence.ts";

const attest = runAttester(keySigner(newKey()));
const first = { next: 1, last: null, restart: null, evidence: null };
const now = evidenceOf([monitorsItem([monitor({ id: 2 })])]);

test("the statement tells what changed since the run before", async () => {
  const before = { evidence: evidenceOf([monitorsItem()]), sha256: HASH, policy: null };
  const last = { sequence: 1, statement: HASH };

  const { statement } = await attest(now, evidenceFiles(now), { ...first, next: 2, last, evidence: before });

  expect(statement.predicate.changes).toMatchObject({
    comparedWith: HASH,
    items: [{ id: "compliance-monitors", changes: { gone: { count: 1, ids: [1] }, new: { ids: [2] } } }],
  });
  expect(Statement.parse(statement)).toEqual(statement);
});

test.each([
  ["first of its chain", first],
  ["not chained", null],
])("a run that is %s tells no changes", async (_, tail) => {
  const { statement } = await attest(now, evidenceFiles(now), tail);

  expect(statement.predicate.changes).toBeNull();
});
