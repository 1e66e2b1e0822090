import { isBuiltin } from "node:module";
import path from "node:path";

import { rolldown } from "rolldown";

import { pageHtml } from "./page-html.ts";

const root = path.resolve(import.meta.dirname, "..");
const browser = (name: string): string => path.join(root, "src", "browser", name);

/** What the browser has in the place of Node's modules. The rest of them is nowhere asked for, so it is empty. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  crypto: browser("node/node-crypto.ts"),
  util: browser("node/node-util.ts"),
  buffer: path.join(root, "node_modules", "buffer", "index.js"),
};

/** The page with which auditors verify in a browser: one file, the same bytes on every machine. */
export async function buildPage(): Promise<string> {
  const [worker, page] = await Promise.all([programOf("worker.ts"), programOf("page.ts")]);
  return pageHtml({ worker, page });
}

async function programOf(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: browser(entry),
    cwd: root,
    platform: "browser",
    treeshake: true,
    transform: {
      define: {
        "process.env.NODE_ENV": '"production"',
        global: "globalThis",
        "globalThis.Buffer": "Buffer",
        "import.meta.url": '""',
      },
      inject: { Buffer: ["buffer", "Buffer"] },
    },
    plugins: [
      {
        name: "in-place-of-node",
        resolveId(source: string) {
          const name = source.replace(/^node:/, "");
          const ours = IN_PLACE_OF[name];
          if (ours !== undefined) return ours;
          return isBuiltin(source) ? `\0empty:${name}` : null;
        },
        load: (id: string) => (id.startsWith("\0empty:") ? "export default {};" : null),
      },
    ],
    onLog(level, log) {
      if (level === "warn") throw new Error(`the page: ${log.message}`);
    },
  });
  try {
    const { output } = await bundle.generate({
      format: "iife",
      minify: true,
      codeSplitting: false,
      comments: { legal: false },
    });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
