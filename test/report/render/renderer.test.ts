import { expect, test } from "vitest";

import { escapeCss, escapeHtml, markup } from "../../../src/report/render/markup.ts";
import { reportHtml, reportMarkdown, type Report } from "../../../src/report/render/page.ts";
import {
  code,
  digest,
  joinWords,
  jump,
  name,
  phrase,
  range,
  soft,
  strong,
  time,
} from "../../../src/report/render/phrases.ts";
import type { Words } from "../../../src/report/render/phrases.ts";
import {
  bullets,
  columns,
  commands,
  details,
  either,
  facts,
  figures,
  paragraph,
  quote,
  section,
  steps,
  table,
} from "../../../src/report/render/renderer.ts";
import { shellWord } from "../../../src/report/render/shell.ts";
import type { Block } from "../../../src/report/render/renderer.ts";

const HOSTILE = `<img src=x onerror="a"> | *b* [c](https://evil.example) @octocat\n# d`;

test("a template escapes every string, and takes markup as it is", () => {
  const bold = markup`<b>${"a & b"}</b>`;

  expect(markup`<p title="${'"'}">${bold}${[bold, "<"]}${7}</p>`.toString()).toBe(
    '<p title="&quot;"><b>a &amp; b</b><b>a &amp; b</b>&lt;7</p>',
  );
});

test.each<[string, Words, string, string]>([
  ["text", "a < b", "a &lt; b", "a &lt; b"],
  ["a number", 61_240, "61\u202f240", "61\u202f240"],
  ["a name", name("W"), "<bdi>W</bdi>", "W"],
  [
    "an instant",
    time("2026-08-05T06:17:31Z"),
    '<time datetime="2026-08-05T06:17:31Z">2026-08-05T06:17:31Z</time>',
    "2026-08-05T06:17:31Z",
  ],
  ["what is no instant", time("soon"), "<bdi>soon</bdi>", "soon"],
  ["a digest", digest("ab12"), '<span class="digest">ab12</span>', "ab12"],
  ["a remark", soft("as declared"), '<span class="soft">as declared</span>', "(as declared)"],
  ["strong words", strong("no"), "<strong>no</strong>", "**no**"],
  ["code", code("--from"), "<code>--from</code>", "`--from`"],
  ["words that lead somewhere", jump("gaps", "section 2"), '<a href="#gaps">section 2</a>', "section 2"],
  [
    "days",
    range("2026-08-05 to 2026-08-06"),
    '<span class="nowrap">2026-08-05</span> to <span class="nowrap">2026-08-06</span>',
    "2026-08-05 to 2026-08-06",
  ],
  [
    "text with blanks at its ends",
    phrase`${"of 8; "}${strong("b")}${" or "}${2}`,
    "of 8; <strong>b</strong> or 2",
    "of 8; **b** or 2",
  ],
  ["a flag among words", "add --witness DIR", "add --witness DIR", "add --witness DIR"],
  [
    "a sentence",
    phrase`Valid until ${time("2026-08-05")}; ${joinWords(["a", 2, strong("b")])}.`,
    'Valid until <time datetime="2026-08-05">2026-08-05</time>; a, 2, <strong>b</strong>.',
    "Valid until 2026-08-05; a, 2, **b**.",
  ],
])("writes %s in both notations", (_, words, html, text) => {
  const { html: asHtml, markdown } = phrase`${words}`;

  expect(asHtml().toString()).toBe(html);
  expect(markdown()).toBe(text);
});

test("a section says the same in both notations", () => {
  const block = section({ id: "a", title: "A title", no: 2, lead: "How to read it." }, [
    paragraph("Some words.", "more"),
    bullets(["one", "two"]),
    steps([phrase`see ${jump("b", "b")}`]),
    facts([["Term", code("--x")]]),
    figures([{ label: "open", value: 3, isFloor: true }]),
    columns([paragraph("main")], [paragraph("note")]),
    quote("reason", [paragraph("why"), paragraph("so")]),
    details("2 requests", [commands(["a \\", "  --b   c"])]),
    either(() => markup`<svg></svg>`, [paragraph("the same in words")]),
  ]);

  expect(block.html().toString()).toBe(`<section id="a" aria-labelledby="h-a">
<div class="head"><h2 id="h-a"><span class="no">2</span>A title</h2>
<p>How to read it.</p></div>
<p class="more">Some words.</p>
<ul>
<li>one</li>
<li>two</li>
</ul>
<ol>
<li>see <a href="#b">b</a></li>
</ol>
<dl class="facts">
<div><dt>Term</dt><dd><code>--x</code></dd></div>
</dl>
<dl class="figures">
<div><dt>open</dt><dd><small>at least </small>3</dd></div>
</dl>
<div class="cols">
<div>
<p>main</p>
</div>
<div class="notes">
<p>note</p>
</div>
</div>
<div class="reason">
<p>why</p>
<p>so</p>
</div>
<details><summary>2 requests</summary>
<pre>a \\
  --b   c</pre>
</details>
<svg></svg>
</section>`);
  expect(block.markdown()).toBe(`## 2. A title

How to read it.

Some words.

- one
- two

1. see b

- Term: \`--x\`

| open |
| --- |
| at least 3 |

main

note

> why
>
> so

2 requests

    a \\
      --b   c

the same in words`);
});

test("a table shows checks as marks and as words, and leaves a column of marks out of Markdown", () => {
  const checks = table({
    caption: "Is this everything?",
    aside: "check by check",
    columns: ["Check", "Found"],
    rows: [
      { cells: ["a", 2], holds: true },
      { cells: ["b", "end"], holds: false },
      { cells: ["c", "–"], holds: null },
    ],
    kind: "checks numeric",
  });
  const grouped = table({
    caption: "Days",
    columns: ["Day", "", "Why"],
    groups: [{ heading: "August", rows: [{ cells: ["05", "P", "lost"], id: "s-1" }, ["", "", "more"]] }],
    scroll: "Days of August",
  });

  expect(checks.html().toString())
    .toBe(`<table class="checks numeric"><caption>Is this everything? <span class="soft">· check by check</span></caption>
<thead><tr><td class="mark"></td><th scope="col">Check</th><th scope="col">Found</th></tr></thead>
<tbody>
<tr><td class="mark yes"><span class="sign" aria-hidden="true">✓</span><span class="vh">holds</span></td><th scope="row">a</th><td>2</td></tr>
<tr class="fails"><td class="mark no"><span class="sign" aria-hidden="true">×</span><span class="vh">fails</span></td><th scope="row">b</th><td>end</td></tr>
<tr><td class="mark na"><span class="sign" aria-hidden="true">–</span><span class="vh">not given</span></td><th scope="row">c</th><td>–</td></tr>
</tbody>
</table>`);
  expect(checks.markdown()).toBe(`Is this everything? (check by check):

| Check | Found | Holds |
| --- | --- | --- |
| a | 2 | yes |
| b | end | **no** |
| c | – | not given |`);
  expect(grouped.html().toString())
    .toBe(`<div class="scroll" role="region" tabindex="0" aria-label="Days of August"><table><caption>Days</caption>
<thead><tr><th scope="col">Day</th><td class="mark"></td><th scope="col">Why</th></tr></thead>
<tbody><tr><th class="group" colspan="3" scope="rowgroup">August</th></tr>
<tr id="s-1"><th scope="row">05</th><td>P</td><td>lost</td></tr>
<tr><td></td><td></td><td>more</td></tr></tbody>
</table></div>`);
  expect(grouped.markdown()).toBe(`Days:

| Day | Why |
| --- | --- |
| August |  |
| 05 | lost |
|  | more |`);
});

test("text of others stays text in every block and phrase, in both notations", () => {
  const words = [
    HOSTILE,
    name(HOSTILE),
    time(HOSTILE),
    code(HOSTILE),
    digest(HOSTILE),
    soft(HOSTILE),
    range(HOSTILE),
  ];
  const content: readonly Block[] = [
    bullets(words),
    paragraph(joinWords(words)),
    table({
      caption: HOSTILE,
      columns: [HOSTILE, "b"],
      rows: [{ cells: [HOSTILE, "b"], below: HOSTILE }],
      below: HOSTILE,
    }),
    facts([[HOSTILE, HOSTILE]]),
    figures([{ label: HOSTILE, value: 1 }]),
    commands([HOSTILE]),
    details(HOSTILE, []),
  ];
  const report: Report = {
    title: HOSTILE,
    running: { left: HOSTILE, right: HOSTILE, foot: HOSTILE },
    style: "",
    masthead: {
      what: HOSTILE,
      title: HOSTILE,
      when: HOSTILE,
      leads: [HOSTILE],
      verdict: { kind: "failed", word: HOSTILE, sentences: [HOSTILE] },
    },
    content: [section({ id: "a", title: HOSTILE, lead: HOSTILE }, content)],
    foot: phrase`${HOSTILE}`,
  };

  const html = reportHtml(report);
  const markdown = reportMarkdown(report);
  const shown = markdown.split("\n").filter((line) => !line.startsWith("    "));

  expect(html).not.toMatch(/<img|<[^>]*\sonerror=/v);
  expect(shown.join("\n")).not.toMatch(/<img|\]\(|https:\/\/evil|@octocat|^# d/mv);
  expect(shown.filter((line) => line.startsWith("|")).map((line) => line.split("|").length)).toEqual([
    5, 5, 5, 3, 3, 3,
  ]);
});

test("escapes markup and shows what cannot be seen", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
  expect(escapeHtml("a\u202Eb\u0000c\u200Bd\uD800")).toBe("a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+D800⟩");
  expect(escapeHtml("two\nlines, 👩‍💻 and שלום")).toBe("two\nlines, 👩‍💻 and שלום");
  expect(name("😀".repeat(201)).html().toString()).toContain(
    `${"😀".repeat(100)}</span></bdi>… <span class="soft">1 more characters in evidence.json</span> …<bdi>`,
  );
  expect(escapeCss(`"</style>\n\\`)).toBe(String.raw`\22 \3c \2f style\3e  \5c `);
});

test("quotes what is not plain in the commands", () => {
  expect(shellWord("prod/2026/2026-08-05/061731Z-123-1")).toBe("prod/2026/2026-08-05/061731Z-123-1");
  expect(shellWord("it's; rm -rf ~")).toBe(String.raw`'it'\''s; rm -rf ~'`);
});
