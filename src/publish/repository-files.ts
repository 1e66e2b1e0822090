/** Explains how to verify, beside all streams. */
export const VERIFY_NAME = "VERIFY.md";

/** Its one rule covers the folder that it is in, so it never touches other people's files. */
const ATTRIBUTES_NAME = ".gitattributes";
/** Git for Windows changes line endings at checkout by default, and then no signature fits. */
const ATTRIBUTES = "* -text\n";

/** A file beside the runs, written once, where it is absent. */
export interface RepositoryFile {
  /** Below the folder of the streams: `VERIFY.md`, `prod/.gitattributes`. */
  readonly path: string;
  readonly text: string;
}

/** The files that belong beside the runs of these streams. */
export function repositoryFiles(
  streams: readonly string[],
  verifyInstructions: string,
): readonly RepositoryFile[] {
  const attributes = repositoryPaths(streams).slice(1);
  return [
    { path: VERIFY_NAME, text: verifyInstructions },
    ...attributes.map((each) => ({ path: each, text: ATTRIBUTES })),
  ];
}

/** Their paths: `VERIFY.md` first. */
export function repositoryPaths(streams: readonly string[]): readonly string[] {
  return [VERIFY_NAME, ...streams.map((stream) => `${stream}/${ATTRIBUTES_NAME}`)];
}
