/** Loads once: the bundled program would build the namespace again for each import. */
function once<Library>(load: () => Promise<Library>): () => Promise<Library> {
  let loaded: Promise<Library> | undefined;
  return async () => (loaded ??= load());
}

/** The libraries of Sigstore that every run needs, loaded with the first of them. */
export const sigstoreBundle = once(async () => import("@sigstore/bundle"));
export const sigstoreCore = once(async () => import("@sigstore/core"));
