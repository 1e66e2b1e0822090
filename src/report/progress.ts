import { visibleLine } from "./render/sanitize.ts";

interface Fetched {
  readonly path: string;
  readonly pages: number;
  readonly items: number;
}

/** What people call the records of an endpoint; other endpoints are named by the end of their path. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["/api/v2/security_monitoring/signals/search", "signals"],
  ["/api/v1/monitor", "monitors"],
  ["/api/v2/security/findings/search", "findings"],
]);

/**
 * Returns a listener that keeps the status line of the log up to date: each listing with its pages and records so
 * far, then any other request.
 */
export function trackProgress(log: { status?(line: string | null): void }): (fetched: Fetched) => void {
  const listings = new Map<string, string>();
  return ({ path, pages, items }) => {
    const name = NAMES.get(path);
    if (name !== undefined) listings.set(name, progress(name, { pages, items }));
    const besides = name === undefined ? [visibleLine(path.split("/").at(-1) ?? "")] : [];
    log.status?.(`fetching ${[...listings.values(), ...besides].join(" · ")}`);
  };
}

function progress(name: string, { pages, items }: Pick<Fetched, "pages" | "items">): string {
  if (pages === 0) return name;
  return `${name} ${items} (${pages} ${pages === 1 ? "page" : "pages"})`;
}
