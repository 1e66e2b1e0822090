/** What profiles showed, and what was changed for it; written by people, unlike the tables. */
export const NOTES = `## What profiles showed, and what was changed

- **Waiting, one page after another.** Nearly all of the time under latency. Lists in order of time are divided into
  slices that are read at once (\`src/collectors/slices.ts\`); where to divide depends only on what was answered.
- **A page that lives until it is projected.** A page of raw signals is 1.5 MB of text and several times that as
  objects, and what outlives a scavenge makes V8 enlarge its young generation for good. Pages are parsed record by
  record and each is projected at once (\`src/datadog/records.ts\`); answers are read into one buffer of their length.
- **Raw events that nobody reads.** \`samples\` is most of a signal, and parsing it was half of what collecting cost;
  it is passed over by its brackets, and what is parsed of a record is what may be kept of it.
- **Evidence in one text.** It was serialised twice, parsed once more to look for secrets, and copied by validation.
  Files are made once, from a thousand records at a time, and looked through line by line.
- **Keys prepared for every pseudonym.** An HMAC with a key object instead of its bytes saves a tenth of a
  second for 4,000 findings.

Slices cost about a third more requests than one list: a first look that is asked again, and an end for each.

What is left is V8's young generation: it doubles each time as much has survived as it holds, up to 128 MB, and the
records of the evidence are objects in memory until the files are made.
`;
