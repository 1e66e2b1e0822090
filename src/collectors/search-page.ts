import { z } from "zod";

/** After the last page it is absent, null or empty. */
const PageCursor = z.string().nullish();

const PageAnswer = z.object({
  data: z.array(z.unknown()).nullable(),
  meta: z
    .object({
      status: z.string().nullish(),
      warnings: z.array(z.unknown()).nullish(),
      page: z.object({ after: PageCursor }).nullish(),
    })
    .nullish(),
  errors: z.array(z.unknown()).nullish(),
});

interface SearchPage {
  /** Empty if the records were taken out of the page before. */
  readonly records: readonly unknown[];
  readonly next: string | null;
  readonly unfinished: string | null;
  /** Whether the answer has null in place of the list. */
  readonly isNull: boolean;
}

/**
 * Reads a page of the searches for signals and findings. An empty page is `{"data":[]}`, without `meta`. A
 * status other than `done`, a warning or an error beside the data means that the page may be incomplete.
 */
export function readSearchPage(json: unknown): SearchPage | null {
  const page = PageAnswer.safeParse(json);
  if (!page.success) return null;
  const { data, meta, errors } = page.data;
  return {
    records: data ?? [],
    next: meta?.page?.after || null,
    unfinished: unfinishedReason(meta, errors),
    isNull: data === null,
  };
}

function unfinishedReason(
  meta: z.infer<typeof PageAnswer>["meta"],
  errors: z.infer<typeof PageAnswer>["errors"],
): string | null {
  const status = meta?.status ?? "done";
  if (status !== "done") return /^[\w-]{1,40}$/.test(status) ? `status ${status}` : "a status not known";
  if ((meta?.warnings ?? []).length > 0) return "with a warning";
  return (errors ?? []).length > 0 ? "with an error" : null;
}
