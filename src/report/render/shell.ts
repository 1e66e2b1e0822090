/** The flags of `verify` that name the workflow of GitHub, also of an enterprise, that signed keyless. */
export function workflowFlags(identity: string): readonly [identity: string, issuer: string] {
  const host = URL.parse(identity)?.host ?? "github.com";
  const issuer = `token.actions.${host === "github.com" ? "githubusercontent.com" : host}`;
  return [`--identity ${shellWord(identity)}`, `--issuer https://${issuer}`];
}

/** Text as one word of a shell command. */
export function shellWord(text: string): string {
  if (/^[\w.\/][\w.\/\-]*$/v.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
