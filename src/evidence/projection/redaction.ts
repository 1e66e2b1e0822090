import { foldForeign, foldWithPlaces } from "../../platform/fold.ts";
import { readCharacter } from "./read-character.ts";

/**
 * What is replaced inside a kept text: it identifies a person or opens a door. The text stays evidence. All kinds
 * are listed here, each with the document that defines its form.
 */

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Redaction {
  /** The word in `[redacted: …]`. */
  readonly what: "webhook" | "email" | "ip" | "private key" | "token";
  /** The kind as a sentence names it. */
  readonly kind: string;
  /** Where the form is defined. */
  readonly source: string;
  /** Matches a part of every text of this kind. Letters match in either case. */
  readonly hint: RegExp;
  readonly find: (text: string) => Iterable<Stretch>;
}

/** The sign of an address, as it is, in a URL, in HTML, in a program, in a mail, and as people write it out. */
const AT = /@|%(?:25)?40|&#0{0,6}64;|&#x0{0,6}40;|&commat;|\\u0040|\\x40|=40|\s?[[({]at[\])}]\s?/gi;

/** Forms that nothing but a secret has. Each vendor's own prefix, so that ordinary words never match. */
const TOKENS: readonly Redaction[] = [
  {
    what: "private key",
    kind: "a private key",
    source: "RFC 7468",
    hint: /-----BEGIN/,
    find: findPrivateKeys,
  },
  {
    what: "token",
    kind: "a Datadog key or token",
    source: "https://docs.datadoghq.com/account_management/api-app-keys/",
    ...matching(/(?<![0-9A-Za-z])dd(?:app|ap|pat|sat)_[0-9A-Za-z_]{20,}/g),
  },
  {
    what: "token",
    kind: "a GitHub token",
    source: "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
    ...matching(/(?<![0-9A-Za-z])(?:gh[oprsu]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/g),
  },
  {
    what: "token",
    kind: "an AWS access key",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    ...matching(/(?<![0-9A-Za-z])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])/g),
  },
  {
    what: "token",
    kind: "a Slack token",
    source: "https://docs.slack.dev/authentication/tokens/",
    ...matching(/(?<![0-9A-Za-z])(?:xox[abeprs]|xapp)-[0-9A-Za-z-]{10,}/g),
  },
  {
    what: "token",
    kind: "a GitLab token",
    source: "https://docs.gitlab.com/security/tokens/#token-prefixes",
    ...matching(/(?<![0-9A-Za-z])gl(?:pat|dt|rt|cbt|ptt|oas|agent)-[0-9A-Za-z_-]{20,}/g),
  },
  {
    what: "token",
    kind: "a Google API key",
    source: "https://cloud.google.com/docs/authentication/api-keys",
    ...matching(/(?<![0-9A-Za-z])AIza[0-9A-Za-z_-]{35}/g),
  },
  { what: "token", kind: "a JSON Web Token", source: "RFC 7519", hint: /eyJ/, find: findJsonWebTokens },
];

const REDACTIONS: readonly Redaction[] = [
  ...TOKENS,
  {
    what: "webhook",
    kind: "a webhook",
    source: "the services' own pages, beside each in WEBHOOKS",
    hint: /https?:|\.(?:com|us|cn|org|powerplatform)/,
    find: findWebhooks,
  },
  {
    what: "email",
    kind: "an e-mail address",
    source: "RFC 5322, 3.4.1; RFC 6531",
    hint: AT,
    find: findEmails,
  },
  // Not by word boundaries: `ip_10.0.0.1` and `host10.0.0.1` name a machine as well.
  {
    what: "ip",
    kind: "an IPv4 address",
    source: "RFC 3986, 3.2.2",
    ...matching(/(?<!\d)(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?!\d)/g),
  },
  {
    what: "ip",
    kind: "an IPv4 address in the name of a host",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
    ...matching(/(?<![0-9A-Za-z])(?:ip|ec2)(?:-(?:25[0-5]|2[0-4]\d|[01]?\d?\d)){4}(?![0-9])/gi),
  },
  {
    what: "ip",
    kind: "an IPv6 address",
    source: "RFC 4291, 2.2; RFC 4007, 11",
    hint: /:[0-9a-f]{0,4}:/,
    find: findIpv6,
  },
  {
    what: "ip",
    kind: "an IPv6 address in the name of a host",
    source: "RFC 3596, 2.5; https://learn.microsoft.com/windows/win32/winsock/ipv6-literal-net-names",
    ...matching(/(?:[0-9a-f]\.){4,32}ip6\.(?:arpa|int)|[0-9a-fs-]{2,60}\.ipv6-literal\.net/gi),
  },
];

/**
 * Addresses whose path is a secret, by host and the beginning of the path. Any other address of the web is taken for a
 * webhook where it says so itself.
 */
const WEBHOOKS: readonly RegExp[] = [
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/, also GovSlack
  /hooks\.slack(?:-gov)?\.com/gi,
  // https://discord.com/developers/docs/resources/webhook, also of a named version of the API
  /discord(?:app)?\.com\/api\/(?:v\d{1,3}\/)?webhooks/gi,
  // https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
  /outlook\.office(?:365)?\.com\/webhook|webhook\.office(?:365)?\.com/gi,
  // https://learn.microsoft.com/azure/logic-apps/logic-apps-http-endpoint, also of Power Automate and sovereign clouds
  /logic\.azure\.(?:com|us|cn)|api\.powerplatform\.(?:com|us|cn)|environment\.api\.(?:gov|high)\.powerplatform/gi,
  // https://support.pagerduty.com/main/docs/service-regions
  /events\.(?:eu\.)?pagerduty\.com/gi,
  // https://developers.google.com/workspace/chat/quickstart/webhooks
  /chat\.googleapis\.com\/v\d{1,3}\/spaces/gi,
  // https://help.splunk.com/en/splunk-on-call, REST endpoint integration
  /alert\.victorops\.com\/integrations/gi,
  // https://core.telegram.org/bots/api#making-requests
  /api\.telegram\.org\/bot/gi,
  // https://help.zapier.com/hc/en-us/articles/8496288690317, https://ifttt.com/maker_webhooks
  /hooks\.zapier\.com|maker\.ifttt\.com/gi,
  // https://help.make.com/webhooks, by region
  /hook\.(?:[a-z]{2}\d{1,2}\.)?(?:make|integromat)\.com/gi,
];

/** The text with `[redacted: …]` in place of what identifies somebody or opens a door, and how often that was needed. */
export function redactText(text: string): { readonly text: string; readonly hits: number } {
  const { plain, places } = foldWithPlaces(text, readCharacter);
  const found = [
    ...findAll(text),
    ...(places === null
      ? []
      : findAll(plain).map(({ what, start, end }) => ({
          what,
          start: places[start] ?? 0,
          end: places[end] ?? text.length,
        }))),
  ];
  if (found.length === 0) return { text, hits: 0 };
  let clean = "";
  let hits = 0;
  let from = 0;
  for (const { what, start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // One within another is gone with it.
    if (start >= from) {
      clean += `${text.slice(from, start)}[redacted: ${what}]`;
      hits += 1;
    }
    from = Math.max(from, end);
  }
  return { text: clean + text.slice(from), hits };
}

const ANY_HINT = anyHint(REDACTIONS);
const TOKEN_HINT = anyHint(TOKENS);

/** One pattern for all hints, so that a text without any is tested once, not once for each kind. */
function anyHint(redactions: readonly Redaction[]): RegExp {
  return new RegExp(redactions.map(({ hint }) => hint.source).join("|"), "i");
}

function findAll(text: string): readonly (Stretch & Pick<Redaction, "what">)[] {
  if (!ANY_HINT.test(text)) return [];
  return REDACTIONS.flatMap(({ what, find }) =>
    [...find(text)].map(({ start, end }) => ({ what, start, end })),
  );
}

/** What kind of secret the text holds by its form, such as `a GitHub token`; null when it holds none. */
export function findTokenKind(text: string): string | null {
  const plain = foldForeign(text, readCharacter);
  if (!TOKEN_HINT.test(plain)) return null;
  for (const { kind, find } of TOKENS) for (const _ of find(plain)) return kind;
  return null;
}

function matching(pattern: RegExp): Pick<Redaction, "hint" | "find"> {
  return {
    hint: pattern,
    find: function* (text) {
      for (const { index, 0: found } of text.matchAll(pattern))
        yield { start: index, end: index + found.length };
    },
  };
}

const KEY_BEGINS = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/g;
const KEY_ENDS = /-----END [A-Z ]{0,40}PRIVATE KEY(?:-----)?/g;

/** From the first line to the last; to the end of the text where that is missing. */
function* findPrivateKeys(text: string): Generator<Stretch> {
  let from = 0;
  for (const { index } of text.matchAll(KEY_BEGINS)) {
    if (index < from) continue;
    KEY_ENDS.lastIndex = index;
    const last = KEY_ENDS.exec(text);
    from = last === null ? text.length : last.index + last[0].length;
    yield { start: index, end: from };
  }
}

/** A run of characters that a token may have, dots included. */
const DOTTED = /[0-9A-Za-z_.-]+/g;

/** Three parts, of which two are objects. Not by one expression: from each `eyJ` it would look on to the end. */
function* findJsonWebTokens(text: string): Generator<Stretch> {
  if (!text.includes("eyJ")) return;
  for (const { index, 0: run } of text.matchAll(DOTTED)) {
    const parts = run.split(".");
    const isToken = parts.some((header, at) => {
      const [payload = "", signature = ""] = parts.slice(at + 1, at + 3);
      const begin = header.indexOf("eyJ");
      return begin >= 0 && header.length - begin >= 13 && /^eyJ.{10}/.test(payload) && signature.length >= 10;
    });
    if (isToken) yield { start: index, end: index + run.length };
  }
}

/** A character that ends an address. */
const URL_ENDS = /[\s"'<>)]/;
const WEB_ADDRESS = /https?:\/\/[^\s"'<>)]*/gi;
const OWN_WORD = /webhook|\/hooks\//i;

function* findWebhooks(text: string): Generator<Stretch> {
  let from = 0;
  for (const { index, 0: address } of text.matchAll(WEB_ADDRESS)) {
    const isWebhook = OWN_WORD.test(address) || WEBHOOKS.some((known) => address.search(known) >= 0);
    if (isWebhook) yield { start: index, end: index + address.length };
  }
  // Without its scheme, or with an encoded one.
  for (const known of WEBHOOKS) {
    from = 0;
    for (const { index } of text.matchAll(known)) {
      if (index < from) continue;
      from = index;
      while (from < text.length && !URL_ENDS.test(text.charAt(from))) from += 1;
      yield { start: index, end: from };
    }
  }
}

/** Labels with dots between them, each written in as many ways; or an address in brackets. */
const MAIL_DOMAIN =
  /[\p{L}\p{M}\p{N}_-]+(?:(?:\.|%(?:25)?2[eE]|&#0{0,6}46;|&period;|\s?[[({](?:dot|DOT)[\])}]\s?)[\p{L}\p{M}\p{N}_-]+)+|\[[^\]\s]{2,80}\]/uy;

/** What the part before the sign cannot hold, unless it is in quotes. */
const BEFORE_LOCAL = new Set('\t\n\v\f\r @<>()[]",;:\\\u00a0\u2028\u2029');
const LONGEST_LOCAL = 256;

function* findEmails(text: string): Generator<Stretch> {
  for (const { index, 0: sign } of text.matchAll(AT)) {
    const start = localStart(text, index);
    if (start === index) continue;
    MAIL_DOMAIN.lastIndex = index + sign.length;
    const domain = MAIL_DOMAIN.exec(text);
    if (domain !== null) yield { start, end: index + sign.length + domain[0].length };
  }
}

function localStart(text: string, end: number): number {
  const furthest = Math.max(0, end - LONGEST_LOCAL);
  if (text[end - 1] === '"') {
    const opened = text.lastIndexOf('"', end - 2);
    return end >= 2 && opened >= furthest ? opened : end;
  }
  let start = end;
  while (start > furthest && !BEFORE_LOCAL.has(text.charAt(start - 1))) start -= 1;
  return start;
}

const IPV6 =
  /(?:(?:[0-9a-f]{1,4}:){6}(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){1,5}(?::[0-9a-f]{1,4}){0,4}:(?:\d{1,3}\.){3}\d{1,3}|::(?:[0-9a-f]{1,4}:){0,5}(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::[0-9a-f]{1,4}|[0-9a-f]{1,4}::)(?:%(?:25)?[0-9a-z._~-]{1,32})?/gi;

const LETTER = /[\p{L}\p{N}]/u;

/** Finds an address whatever surrounds it. Names in a program, such as `std::deque`, are told apart by their neighbours. */
function* findIpv6(text: string): Generator<Stretch> {
  for (const { index, 0: found } of text.matchAll(IPV6)) {
    const end = index + found.length;
    const [before, after] = [text.charAt(index - 1), text.charAt(end)];
    const isWithinWord = LETTER.test(before) || LETTER.test(after);
    const groups = found.split(/[:%.]/).filter((group) => group !== "").length;
    if (
      groups === 1
        ? isWithinWord || before === ":" || /^:[0-9a-f:]/i.test(text.slice(end, end + 2))
        : isWithinWord && !/\d/.test(found)
    )
      continue;
    yield { start: index, end };
  }
}
