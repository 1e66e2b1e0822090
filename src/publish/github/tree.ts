import { z } from "zod";

import { readVisibilityWord } from "../../platform/visibility.ts";
import type { GitHubClient } from "./client.ts";
import { latestDays, type StoredBlob } from "../layout.ts";

/** State of the repository and its branch, as far as we need it. */
export interface RepositoryState {
  readonly isPublic: boolean;
  readonly isArchived: boolean;
  readonly isEmpty: boolean;
  /** Commit of the branch; null where the branch does not exist. */
  readonly head: string | null;
  readonly branch: string | null;
}

const Ref = z.looseObject({ name: z.string(), target: z.looseObject({ oid: z.string() }) }).nullable();
const State = z.looseObject({
  repository: z.looseObject({
    visibility: z.string(),
    isArchived: z.boolean(),
    isEmpty: z.boolean(),
    ref: Ref.optional(),
    defaultBranchRef: Ref.optional(),
  }),
});

interface Where {
  readonly repository: string;
  readonly client: GitHubClient;
  readonly signal: AbortSignal;
}

/** Reads the head of the branch; of the default branch where it is null. */
export async function readRepositoryState(
  branch: string | null,
  { repository, client, signal }: Where,
): Promise<RepositoryState> {
  const field =
    branch === null
      ? "defaultBranchRef { name target { oid } }"
      : "ref(qualifiedName: $ref) { name target { oid } }";
  const text = `query Head($owner: String!, $name: String!${branch === null ? "" : ", $ref: String!"}) {
    repository(owner: $owner, name: $name) { visibility isArchived isEmpty ${field} }
  }`;
  const variables = {
    ...ownerAndName(repository),
    ...(branch === null ? {} : { ref: `refs/heads/${branch}` }),
  };
  const { repository: found } = await client.query(State, { text, variables }, signal);
  const ref = found.ref ?? found.defaultBranchRef ?? null;
  return {
    isPublic: readVisibilityWord(found.visibility) === "public",
    isArchived: found.isArchived,
    isEmpty: found.isEmpty,
    head: ref?.target.oid ?? null,
    branch: ref?.name ?? branch,
  };
}

const Entry = z.looseObject({
  name: z.string(),
  type: z.string(),
  oid: z.string(),
  mode: z.int(),
  size: z.int(),
});
type Entry = z.infer<typeof Entry>;
const Tree = z.looseObject({ oid: z.string(), entries: z.array(Entry).optional() });
const Nested = z.looseObject({
  oid: z.string(),
  entries: z
    .array(Entry.extend({ object: z.looseObject({ entries: z.array(Entry).optional() }).nullable() }))
    .optional(),
});

const ENTRIES = "entries { name type oid mode size }";
const NESTED = `entries { name type oid mode size object { ... on Tree { ${ENTRIES} } } }`;

/** Reads the ids of these files and folders in the commit; null for one that does not exist. */
export async function readIds(
  paths: readonly string[],
  commit: string,
  where: Where,
): Promise<readonly (string | null)[]> {
  const found = await readObjects(
    z.looseObject({ oid: z.string() }),
    "oid",
    paths.map((path) => `${commit}:${path}`),
    where,
  );
  return found.map((object) => object?.oid ?? null);
}

/** Reads the latest days of a stream: `2026/2026-11-22`. */
export async function readLatestDays(
  stream: string,
  commit: string,
  where: Where,
): Promise<readonly string[]> {
  const [tree] = await readObjects(Nested, `... on Tree { oid ${NESTED} }`, [`${commit}:${stream}`], where);
  const days = (tree?.entries ?? []).flatMap(({ name: year, object }) =>
    (object?.entries ?? []).filter(({ type }) => type === "tree").map(({ name: day }) => `${year}/${day}`),
  );
  return latestDays(days);
}

/** Lists the files of every folder in these folders. */
export async function listFilesOfFolders(
  folders: readonly string[],
  commit: string,
  where: Where,
): Promise<readonly StoredBlob[]> {
  const trees = await readObjects(
    Nested,
    `... on Tree { oid ${NESTED} }`,
    folders.map((each) => `${commit}:${each}`),
    where,
  );
  return trees.flatMap((tree, index) =>
    (tree?.entries ?? []).flatMap(({ name, object }) =>
      blobsOf(`${folders[index]}/${name}`, object?.entries ?? []),
    ),
  );
}

/** Lists the files of this folder. */
export async function listFilesOfFolder(
  folder: string,
  commit: string,
  where: Where,
): Promise<readonly StoredBlob[]> {
  const [tree] = await readObjects(Tree, `... on Tree { oid ${ENTRIES} }`, [`${commit}:${folder}`], where);
  return blobsOf(folder, tree?.entries ?? []);
}

/** Reads small files by the ids of their blobs; one that GitHub truncates is left out. */
export async function readTexts(ids: readonly string[], where: Where): Promise<ReadonlyMap<string, Buffer>> {
  const Blob = z.looseObject({ text: z.string().nullable(), isTruncated: z.boolean() });
  const found = await readObjects(Blob, "... on Blob { text isTruncated }", ids, where);
  return new Map(
    found.flatMap((blob, index) =>
      blob === null || blob.text === null || blob.isTruncated
        ? []
        : [[ids[index] ?? "", Buffer.from(blob.text)]],
    ),
  );
}

/** Objects in one request: GitHub limits its cost. */
const OBJECTS_AT_ONCE = 100;

/** Reads git objects by expression, in that order; null for one that does not exist. */
async function readObjects<T>(
  shape: z.ZodType<T>,
  selection: string,
  expressions: readonly string[],
  { repository, client, signal }: Where,
): Promise<readonly (T | null)[]> {
  const all: (T | null)[] = [];
  for (let at = 0; at < expressions.length; at += OBJECTS_AT_ONCE) {
    const some = expressions.slice(at, at + OBJECTS_AT_ONCE);
    const fields = some.map((_, index) => `o${index}: object(expression: $e${index}) { ${selection} }`);
    const declared = some.map((_, index) => `, $e${index}: String!`).join("");
    const text = `query Objects($owner: String!, $name: String!${declared}) {
      repository(owner: $owner, name: $name) { ${fields.join("\n")} }
    }`;
    const named = Object.fromEntries(some.map((expression, index) => [`e${index}`, expression]));
    const Response = z.looseObject({ repository: z.record(z.string(), shape.nullable()) });
    const response = await client.query(
      Response,
      { text, variables: { ...ownerAndName(repository), ...named } },
      signal,
    );
    all.push(...some.map((_, index) => response.repository[`o${index}`] ?? null));
  }
  return all;
}

/** Only regular files: we never write links. */
function blobsOf(folder: string, entries: readonly Entry[]): readonly StoredBlob[] {
  return entries
    .filter(({ type, mode }) => type === "blob" && mode !== 0o120000)
    .map(({ name, oid, size }) => ({ path: `${folder}/${name}`, id: oid, size }));
}

function ownerAndName(repository: string): { readonly owner: string; readonly name: string } {
  const [owner = "", name = ""] = repository.split("/");
  return { owner, name };
}
