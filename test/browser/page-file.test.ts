import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, readFile, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";

import { expect, onTestFinished, test } from "vitest";

import { buildPage } from "../../scripts/build-page.ts";
import { listening } from "../support/listening.ts";
import { ROOT } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { deskTest } from "./desk.ts";

const MOST_BYTES = 1_500_000;

test("the page is the same, byte for byte, wherever and in whatever surroundings it is built", async () => {
  await using folder = await temporaryFolder();
  const copy = path.join(folder.path, "another", "checkout");
  for (const name of ["src", "scripts", "package.json", "tsconfig.json"]) {
    await cp(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
  const program =
    'const { buildPage } = await import("./scripts/build-page.ts"); process.stdout.write(await buildPage());';

  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    cwd: copy,
    env: { PATH: process.env["PATH"], TZ: "Pacific/Apia", LANG: "de_DE.UTF-8", HOME: folder.path },
    maxBuffer: 10 * MOST_BYTES,
  });

  expect(digestOf(stdout)).toBe(digestOf(await buildPage()));
});

test("the page is one small file that asks nobody: no address in it is loaded", async () => {
  const html = await buildPage();
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const [markup = ""] = html.split('<script type="application/json"');

  expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    expect.stringMatching(/^script-src 'sha256-[^' ]+'$/),
    expect.stringMatching(/^style-src 'sha256-[^' ]+'$/),
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(markup.match(/ (?:src|href|action|srcset)="[^"]*"/g)).toEqual([
    ' href="data:,"',
    ' href="#question"',
  ]);
  expect(html.match(/<script[^>]*>/g)).toHaveLength(2);
});

test("a release has the page, and its digest among the checksums", async () => {
  const workflow = await readFile(path.join(ROOT, ".github/workflows/release.yml"), "utf8");

  expect(workflow).toContain("cp dist/verify.html verify.html");
  expect(workflow).toContain("sha256sum verify.html dist/* > checksums.txt");
  expect(workflow).toMatch(/gh release create "\$GITHUB_REF_NAME" verify\.html checksums\.txt/);
});

/** Each a way out of the page, or of text into a program: an expression that is "open" where the way is. */
const WAYS_OUT: readonly (readonly [what: string, way: (url: string) => string])[] = [
  ["a request", (url) => `fetch("${url}").then(() => "open", () => "closed")`],
  [
    "a socket",
    (url) =>
      `new Promise((resolve) => { try { const socket = new WebSocket("${url}"); socket.onopen = () => resolve("open"); socket.onerror = () => resolve("closed"); } catch { resolve("closed"); } })`,
  ],
  [
    "a text as a program",
    () => `(() => { try { return (0, eval)("1") === 1 ? "open" : "closed"; } catch { return "closed"; } })()`,
  ],
];

deskTest.for(WAYS_OUT)("the policy closes %s, in the page and in its program", async ([, way], { desk }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("open");
  });
  const { url, close } = await listening(server);
  onTestFinished(close);
  const { page } = desk;
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  // In a task that the page's own message began: what the tool evaluates may do more.
  const asOwn = `new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = async () => { port1.close(); done(await ${way(url)}); }; port2.postMessage(0); })`;

  expect([await page.evaluate(asOwn), await worker.evaluate(asOwn)]).toEqual(["closed", "closed"]);
  expect(asked).toEqual([]);
});

deskTest("the policy lets no script, image, frame or form of another's in", async ({ desk }) => {
  const refused = await desk.page.evaluate(async () => {
    const directives: string[] = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      directives.push(effectiveDirective),
    );
    for (const [name, attribute] of [
      ["script", "src"],
      ["img", "src"],
      ["iframe", "src"],
      ["link", "href"],
    ] as const) {
      const made = document.createElement(name);
      if (name === "link") made.setAttribute("rel", "stylesheet");
      made.setAttribute(attribute, "https://example.com/x");
      document.body.append(made);
    }
    const inline = document.createElement("script");
    inline.textContent = "document.body.dataset.owned = 'yes'";
    document.body.append(inline);
    const image = document.createElement("img");
    image.setAttribute("onerror", "document.body.dataset.owned = 'yes'");
    image.setAttribute("src", "data:,none");
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { directives: [...new Set(directives)].toSorted(), owned: document.body.dataset["owned"] ?? null };
  });

  expect(refused).toEqual({
    directives: ["frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-elem"],
    owned: null,
  });
});

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
