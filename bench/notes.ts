/** What profiles showed, and what was changed for it; written by people, unlike the tables. */
export const NOTES = `## What profiles showed, and what was changed

- **Waiting, one page after another.** Nearly all of the time under latency. Lists in order of time are divided into
  slices that are read at once (\`src/collectors/slicing/plan.ts\`); where to divide depends only on what was answered. A first
  page from a quiet hour made five slices of fifty pages; now Datadog's own count says how many there are to come.
- **Pages held while the next was waited for.** A generator that stands still holds what it gave last: 200 of them, one for
  each slice, held 20,000 records. Each page is a call of its own now (\`src/datadog/pagination.ts\`).
- **A page that lives until it is projected.** A page of raw signals is 1.5 MB of text and several times that as objects.
  Pages are parsed record by record and each is projected at once (\`src/datadog/record-parser.ts\`).
- **Raw events that nobody reads.** \`samples\` is most of a signal, and parsing it was half of what collecting cost; it is
  passed over by its brackets, and what is parsed of a record is what may be kept of it.
- **Memory for each answer.** Buffers made anew for every page pile up faster than they are let go and leave holes. They
  are lent and taken back (\`src/datadog/buffer-pool.ts\`): 10 % less time, 30 MB less. A timer for each request lived for
  30 s after its answer.
- **Records as objects, and in one text.** Evidence was serialised twice, parsed once more to look for secrets, and copied
  by validation. A record is one line in a spool now, written once (\`src/collectors/store/spool.ts\`), and what is remembered of
  it takes fifty bytes in typed arrays where a \`Map\` of ids took two hundred.
- **V8's own room.** Its young generation doubles each time as much has survived as it holds, up to 128 MB, and garbage
  may lie until several times what is alive. Two flags, set while running (\`src/platform/heap.ts\`), are a third of the memory.
- **verify: waiting for small files.** Awaiting each read was a quarter of the time; files are read in turn now. Structure
  is read from bytes, values are compared as they are and not by their canonical text, libraries are imported once, and
  what runs have in common is kept once. What is left is parsing JSON and checking it against the schema.

**What is left.** Where the server answers at once and the list is short, most of ours is what the bare limit does not
do: projecting, proving, looking for secrets, signing and writing, about half a second in a fresh process. verify takes
1.1 to 1.2 ms a run beyond what any program must, not the 1 ms that was aimed for: a third is parsing JSON, a fifth is
the schema, and text with a single character outside of ASCII is twice as large in memory.
`;
