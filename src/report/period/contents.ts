import { sentenceCase } from "../../failure.ts";
import { jump, type Phrase } from "../render/phrases.ts";

/** The sections of the report on a period in their order, which is that of their numbers. */
const SECTIONS = {
  days: "Slots by day",
  gaps: "Gaps and late slots",
  expectations: "Expectations",
  trends: "Trends",
  controls: "Controls",
  changes: "Changes",
  verdicts: "Verdicts",
  records: "Records and digests",
  verify: "Verify it yourself",
} as const;

export type SectionId = keyof typeof SECTIONS;

/** The address, the title and the number of every section. */
export const CONTENTS = Object.entries(SECTIONS).map(([id, title], index) => ({ id, title, no: index + 1 }));

/** The address, the title and the number of a section. */
export function sectionHead(id: SectionId): {
  readonly id: string;
  readonly title: string;
  readonly no: number;
} {
  return { id, title: SECTIONS[id], no: CONTENTS.findIndex((each) => each.id === id) + 1 };
}

/** What other sections call a section, such as `section 2`. */
export function sectionName(id: SectionId): string {
  return `section ${sectionHead(id).no}`;
}

/** A link to a section. */
export function sectionLink(id: SectionId): Phrase {
  return jump(id, sectionName(id));
}

/** A link to a section that begins a sentence. */
export function sectionStart(id: SectionId): Phrase {
  return jump(id, sentenceCase(sectionName(id)));
}
