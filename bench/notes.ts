/** The first paragraph of the page. */
export const INTRODUCTION = `Times, memory and requests of the built program. The [glossary](glossary.md) explains the words; for GitHub's limits see
[many organisations](scale.md).
`;

/** What profiles showed, and what was changed for it; written by people, unlike the tables. */
export const NOTES = `## What profiles showed, and what was changed

- **Waiting for one page after another** was nearly all of the time with latency. Lists in order of time are now divided
  into slices that are read at once (\`src/collectors/slicing/plan.ts\`). Only the answers decide where to divide. A first
  page from a quiet hour once led to five slices of fifty pages; now Datadog's own count says how many records follow.
- **Pages held while the next was awaited.** A paused generator keeps its last value: 200 of them, one for each slice,
  held 20,000 records. Now each page is a separate call (\`src/datadog/pagination.ts\`).
- **A whole page as objects.** A page of raw signals is 1.5 MB of text and several times that as objects. Now a page is
  parsed record by record, and each record is reduced to its kept fields at once (\`src/datadog/record-parser.ts\`).
- **Raw events that nobody reads.** \`samples\` is most of a signal, and parsing it took half of the time of collecting. The
  parser now skips it by its brackets, and parses only fields that may be kept.
- **Memory for each answer.** New buffers for every page accumulate faster than they are freed. A pool now lends and takes
  back buffers (\`src/datadog/buffer-pool.ts\`): 10 % less time, 30 MB less. A timer for each request also lived for 30 s
  after its answer.
- **Records as objects, and in one text.** Evidence was serialised twice, parsed once more to look for secrets, and copied
  by validation. Now a record is one line in a spool, written once (\`src/collectors/store/spool.ts\`). The index of a record
  takes fifty bytes in typed arrays; a \`Map\` of ids took two hundred.
- **V8's own memory.** Its young generation doubles each time that as much has survived as it holds, up to 128 MB, and
  garbage may grow to several times the live objects. Two flags, set while running (\`src/platform/heap.ts\`), save a third
  of the memory.
- **verify: waiting for small files.** Awaiting each read was a quarter of the time; files are now read in turn. Structure
  is read from bytes, values are compared directly and not by their canonical text, libraries are imported once, and
  values that runs have in common are kept once. The rest is parsing JSON and checking it against the schema.

**What is left.** If the server answers at once and the list is short, most of our time is work that the bare limit does
not do: projecting, proving, looking for secrets, signing and writing, about half a second in a fresh process. verify
takes 1.1 to 1.2 ms a run more than any program must; the aim was 1 ms. A third of that is parsing JSON and a fifth is the
schema. Text with a single character outside of ASCII takes twice the memory.
`;
