/** Who can read a repository; unknown where no source says. */
export type Visibility = "public" | "not-public" | "unknown";

/** Reads a visibility in any spelling. What is neither public nor another known word says nothing. */
export function readVisibilityWord(text: string | null | undefined): Visibility {
  const word = (text ?? "").trim().toLowerCase();
  if (word === "public") return "public";
  return word === "private" || word === "internal" ? "not-public" : "unknown";
}
