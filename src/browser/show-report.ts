import { element, make } from "./elements.ts";

/** Text in a report is escaped, so nothing in it ends a style early or begins one. */
const STYLE = /<style>([^<]*)<\/style>/g;

/**
 * Shows a report that is a page of its own inside of this page, below the verdict on what it shows. Its style goes
 * with it; its policy is not needed, since this page's is stricter.
 */
export function showReport(html: string, verdict: string | null = null): void {
  const styles = [...html.matchAll(STYLE)].map(([, text = ""]) => text);
  // Without its style elements: the policy of this page forbids them, also where nobody sees them.
  const read = new DOMParser().parseFromString(html.replaceAll(STYLE, ""), "text/html");
  const sheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const content = [...(read.querySelector(".page")?.childNodes ?? [])].map((node) =>
    document.importNode(node, true),
  );
  const place = element("report", HTMLElement);
  const above = verdict === null ? [] : [make("p", { className: "above" }, verdict)];
  place.replaceChildren(...above, ...content.map(withoutMain));
  document.adoptedStyleSheets = sheets;
  document.title = read.title;
}

/** A page has one main part, and that is this page's own. */
function withoutMain(node: Node): Node {
  if (!(node instanceof HTMLElement) || node.localName !== "main") return node;
  const part = document.createElement("div");
  part.append(...node.childNodes);
  return part;
}

/** Shows text where a report would be. */
export function showText(text: string): void {
  document.adoptedStyleSheets = [];
  element("report", HTMLElement).replaceChildren(make("pre", {}, text));
}
