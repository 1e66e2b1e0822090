import { z } from "zod";

import type { PageEnd } from "../datadog/pagination.ts";

const PageAnswer = z.object({
  data: z.array(z.unknown()).nullable(),
  meta: z
    .object({
      status: z.string().nullish(),
      warnings: z.array(z.unknown()).nullish(),
      /** After the last page, `after` is absent, null or empty. */
      page: z.object({ after: z.string().nullish() }).nullish(),
    })
    .nullish(),
  errors: z.array(z.unknown()).nullish(),
});

interface SearchPage extends PageEnd<string> {
  /** Empty if the records were taken out of the page before. */
  readonly records: readonly unknown[];
}

/**
 * Reads a page of the searches for signals and findings. An empty page is `{"data":[]}`, without `meta`. A
 * status other than `done`, a warning or an error beside the data means that the page may be incomplete.
 */
export function readSearchPage(json: unknown): SearchPage | null {
  const page = PageAnswer.safeParse(json);
  if (!page.success) return null;
  const { data, meta } = page.data;
  return {
    records: data ?? [],
    next: meta?.page?.after || null,
    unfinished: unfinishedReason(page.data),
    isNull: data === null,
  };
}

function unfinishedReason({ meta, errors }: z.infer<typeof PageAnswer>): string | null {
  const status = meta?.status ?? "done";
  if (status !== "done") return /^[\w-]{1,40}$/.test(status) ? `status ${status}` : "a status not known";
  if ((meta?.warnings ?? []).length > 0) return "with a warning";
  return (errors ?? []).length > 0 ? "with an error" : null;
}
