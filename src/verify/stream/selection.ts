import { z } from "zod";

import { Failure } from "../../failure.ts";
import type { SampleSelection } from "./sample.ts";

/** The days of a list with commas, each once, in order; null where one is no day. */
export function listDays(text: string): readonly string[] | null {
  const days = text.split(",").map((day) => day.trim());
  return days.every((day) => z.iso.date().safeParse(day).success) ? [...new Set(days)].toSorted() : null;
}

/** Whether the text is a number of runs to choose. */
export function isCount(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}

/** What the auditor wrote about a sample; not given where nothing was written. */
export interface SelectionTexts {
  readonly dates?: string | undefined;
  readonly nonce?: string | undefined;
  readonly count?: string | undefined;
}

/** How the auditor had a sample drawn; null where the texts say nothing. Throws a `Failure` where they cannot be used. */
export function parseSelection({ dates, nonce, count }: SelectionTexts): SampleSelection | null {
  const isLot = nonce !== undefined || count !== undefined;
  if (dates === undefined && !isLot) return null;
  if (dates === undefined) {
    if (count !== undefined && !isCount(count)) {
      throw new Failure("input", "count: must be a number of runs", { hint: "write 25" });
    }
    return { kind: "nonce", nonce: nonce ?? null, count: count === undefined ? null : Number(count) };
  }
  if (isLot) {
    throw new Failure("input", "dates, nonce, count: a sample is chosen by days or by lot, not by both", {
      hint: "name --dates, or --nonce and --count",
    });
  }
  const days = listDays(dates);
  if (days === null) {
    throw new Failure("input", "dates: must be a list of days", { hint: "write 2026-04-01,2026-05-17" });
  }
  return { kind: "dates", dates: days };
}
