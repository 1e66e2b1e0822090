/**
 * How a page writes what is more than its own plain words, so that the same sentences serve HTML and Markdown.
 * Whatever somebody else wrote goes through `name` and is text and nothing else.
 */
export interface Notation {
  readonly name: (text: string) => string;
  /** An instant. */
  readonly time: (text: string) => string;
  readonly number: (value: number) => string;
  readonly digest: (text: string) => string;
  /** Second thoughts. */
  readonly soft: (text: string) => string;
  /** A word of a program. */
  readonly code: (text: string) => string;
  readonly strong: (text: string) => string;
  /** Words that lead to a place of the page. */
  readonly link: (anchor: string, words: string) => string;
  /** Days or hours from one to another. */
  readonly span: (text: string) => string;
}
