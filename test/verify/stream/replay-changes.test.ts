import { expect, test } from "vitest";

import { periodText } from "../../../src/report/period/terminal.ts";
import { monitor, monitorsItem } from "../../support/evidence.ts";
import {
  days,
  evidenceAt,
  gapOf,
  only,
  temporaryStream,
  verdictOver,
  WrittenStream,
} from "../../support/stream.ts";
import { restated, SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

test("changes that do not follow from the two runs are a finding, though the statement is signed", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  await stream.add(evidenceAt("2026-08-05T06:17:31Z", { items: [monitorsItem([monitor({ muted: true })])] }));
  await restated(stream.folder(3), SIGNER, (text) =>
    text.replace('"muted":{"count":1', '"muted":{"count":0'),
  );

  const verdict = only(await stream.verdict());

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems).toMatchObject([
    {
      code: "changes",
      sequence: 3,
      detail: expect.stringContaining("has other changes of compliance-monitors"),
    },
  ]);
});

test("a statement that keeps silent about the run before is a finding", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  await stream.add(evidenceAt("2026-08-05T06:17:31Z"), { ...stream.tail, evidence: null });

  expect(only(await stream.verdict()).problems).toMatchObject([
    { code: "changes", sequence: 3, detail: expect.stringContaining("has no changes") },
  ]);
});

test("runs that swapped their times in a race are compared in the order of the chain", async () => {
  await using stream = await temporaryStream();
  const [first = "", second = ""] = days("2026-08-03", 2);
  await stream.addAll([first, second, "2026-08-04T04:00:00Z", "2026-08-05T06:17:31Z"]);

  const verdict = only(await stream.verdict());

  expect(verdict).toMatchObject({ exitCode: 0, problems: [] });
  expect(verdict.remarks.join()).not.toContain("not derived again");
});

test("a run after a declared gap is compared with the run before it", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  await stream.declare(gapOf("2026-08-05T00:00:00Z", "2026-08-06T00:00:00Z"));
  await stream.addAll(["2026-08-06T10:17:31Z", "2026-08-07T06:17:31Z"]);

  expect(only(await stream.verdict())).toMatchObject({ exitCode: 3, problems: [] });
});

test("a run whose predecessor is not here is said not to be compared", async () => {
  await using root = await temporaryFolder();
  const [elsewhere, here] = [
    new WrittenStream(`${root.path}/elsewhere`),
    new WrittenStream(`${root.path}/here`),
  ];
  await elsewhere.addAll(days("2026-08-03", 2));
  await here.add(evidenceAt("2026-08-05T06:17:31Z"), elsewhere.tail);

  const verdict = only(await verdictOver(`${root.path}/here`));

  expect(verdict.exitCode).toBe(0);
  expect(verdict.remarks.join()).toContain("were not derived again: the run before is not here");
});

test("what was redefined, silenced or removed is shown", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  const redefined = monitor({ muted: true, definitionSha256: "cd".repeat(32) });
  const usual = evidenceAt("2026-08-05T06:17:31Z");
  const [signals] = usual.items;
  await stream.add(
    evidenceAt("2026-08-05T06:17:31Z", { items: [...(signals ? [signals] : []), monitorsItem([redefined])] }),
  );

  const verdict = await stream.verdict();

  expect(only(verdict).changes).toMatchObject([
    { item: "cspm-findings", what: "now-absent", count: null },
    { item: "compliance-monitors", what: "muted", count: 1 },
    { item: "compliance-monitors", what: "redefined", count: 1 },
  ]);
  expect(periodText(verdict)).toContain("2026-08-05T06:17:31Z compliance monitors: definition changed (1)");
});
