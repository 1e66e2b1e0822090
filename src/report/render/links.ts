import { appHost, isDatadogSite } from "../../evidence/origin.ts";
import { markup, type Markup } from "./markup.ts";
import { htmlOf, name, phrase, phraseOf, soft, type Phrase, type Words } from "./phrases.ts";

/** A name, as a link when the address is a page of the given Datadog site. */
export function datadogLink(
  site: string,
  link: {
    readonly href: string;
    readonly label: string;
    /** Whether paper shows the address too. */
    readonly onPaper?: boolean;
  },
): Phrase {
  const url = webAddress(link.href);
  const label = name(link.label);
  if (url === null || !isDatadogSite(site) || url.host !== appHost(site)) return label;
  return linkTo(url, { label, onPaper: link.onPaper === true });
}

/** The run's number, as a link when the address is that of a run of the repository. */
export function githubLink(run: {
  readonly url: string;
  readonly repository: string;
  readonly id: string;
}): Phrase {
  const url = webAddress(run.url);
  // The host is not compared: GitHub Enterprise has its own.
  const path = `/${run.repository}/actions/runs/${run.id}`;
  if (url === null || !`${url.pathname}/`.startsWith(`${path}/`)) return name(run.id);
  return phrase`${linkTo(url, { label: name(run.id), onPaper: true })} ${soft(`on ${url.host}`)}`;
}

function webAddress(href: string): URL | null {
  const url = URL.parse(href);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  return url;
}

/** Markdown that people also read as it is shows the words alone. */
function linkTo(url: URL, { label, onPaper }: { label: Words; onPaper: boolean }): Phrase {
  const kind: Markup = onPaper ? markup` class="address"` : markup``;
  return phraseOf(
    () => markup`<a href="${url.href}" rel="noreferrer"${kind}>${htmlOf(label)}</a>`,
    phrase`${label}`.markdown,
  );
}
