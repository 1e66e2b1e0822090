/** The Action from its source, with a clock that stands still: `GOLDEN_NOW` says where, `GOLDEN_DIST` what its files are. */
const { GOLDEN_NOW: now = "", GOLDEN_DIST: dist = "" } = process.env;
const at = Date.parse(now);

globalThis.Date = new Proxy(Date, {
  construct: (date, given, self) => Reflect.construct(date, given.length === 0 ? [at] : given, self),
  get: (date, name) => (name === "now" ? () => at : Reflect.get(date, name)),
});

const { runEvidenceAction } = await import("../../src/action/main.ts");
await runEvidenceAction(dist);
