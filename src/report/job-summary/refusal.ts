import { markdownOf } from "../render/phrases.ts";
import { bullets, paragraph, stackMarkdown } from "../render/renderer.ts";

/** The job summary, as Markdown, of a job that ended with an error before it had anything to show. */
export function refusalSummary(title: string, error: string): string {
  const [what = "", ...rest] = error.split("\n");
  const problems = rest.filter((line) => line.startsWith("  ")).map((line) => line.trim());
  const hints = rest.filter((line) => !line.startsWith("  "));
  const content = stackMarkdown([
    paragraph(what),
    ...(problems.length === 0 ? [] : [bullets(problems)]),
    ...hints.map((hint) => paragraph(hint)),
  ]);
  return `## ${markdownOf(title)}\n\n${content}\n`;
}
