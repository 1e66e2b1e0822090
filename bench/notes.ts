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
- **Redaction, kind by kind.** Since each kind of secret has a search of its own, a text met thirty of them, and small
  signals took three times as long. One expression of all their hints now decides whether to search at all
  (\`src/evidence/projection/redaction.ts\`).
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
  values that runs have in common are kept once.
- **verify: a schema that copies.** The library of schemas copies every object, which was a quarter of the time and most
  of the garbage. A check made from the same schema accepts what our own program wrote as it is
  (\`src/evidence/files/parse-known.ts\`); all else goes to the schema. A catalogue is read and hashed once, not for each run.
- **verify: one core.** A stream of 800 runs or more is divided among up to four threads, each with runs that follow each
  other (\`src/cli/verify-threads.ts\`). Each thread has a heap of its own, about 40 MB.
- **The page: one question to the browser for each file.** Reading a zip in 35,000 parts was half of the time; it is now
  read in blocks of 1 MB (\`src/browser/files/block-reader.ts\`), and the files of a folder 32 runs at a time.
- **The page: digests and curves in JavaScript.** They were a third of the rest. Web Crypto is asynchronous and \`verify\` is
  not, so the browser hashes and verifies in advance (\`src/browser/check-ahead.ts\`). Only signatures that it found to be
  right are remembered; whatever is not known in advance is worked out as before.

**What is left.** If the server answers at once and the list is short, most of our time is work that the bare limit does
not do: projecting, proving, looking for secrets, signing and writing, about half a second in a fresh process. Of the time of
verify, a third is decoding and parsing JSON: a text with a single character outside of Latin 1 takes twice the memory and
many times as long to decode. About a tenth each is garbage, the signature, and comparing with the run before. A report keeps
every run for the page that it makes, so it is not divided among threads. In the page, unpacking is a sixth, parsing a fifth.
Certificates of keyless signing are still verified in JavaScript there, with several signatures for each run.
`;
