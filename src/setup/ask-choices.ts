import type { Readable, Writable } from "node:stream";

import { inputProblems } from "../config/read-config.ts";
import { siteOf } from "../datadog/sites.ts";
import { SETUP_WORDS, type SetupChoices } from "./workflow-files.ts";

/** What each word means, as somebody chooses it. */
const LABELS: Readonly<Record<string, string>> = {
  daily: "every day",
  hourly: "every hour",
  keys: "an API key and an application key",
  token: "an access token",
  delegated: "no stored secret: the identity of the workflow (Preview in Datadog)",
  key: "a key of our own",
  keyless: "no key: the identity of the workflow, by Sigstore",
  this: "a branch of this repository",
  app: "another repository, by a GitHub App",
  none: "nowhere: artifacts alone, which GitHub deletes",
};

/** Where questions are asked and answered. */
interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks for each choice, with what was given as the default; null where the user stops. */
export async function askChoices(given: SetupChoices, streams: Streams): Promise<SetupChoices | null> {
  try {
    const ask = await questionsOn(streams);
    const choices = {
      ...given,
      site: siteOf(await ask.text("Which site is your Datadog on?", { name: "site", first: given.site })),
      stream: await ask.text("What is the stream called?", { name: "stream", first: given.stream }),
      cadence: await ask.word("How often is evidence collected?", SETUP_WORDS.cadence, given.cadence),
      access: await ask.word("How does the run get at Datadog?", SETUP_WORDS.access, given.access),
      signing: await ask.word("What signs the evidence?", SETUP_WORDS.signing, given.signing),
      keep: await ask.word("Where is the evidence kept?", SETUP_WORDS.keep, given.keep),
      hasPolicy: await ask.yes("Do you have a policy (policy.json)?", given.hasPolicy),
    };
    // Artifacts alone cannot be watched.
    if (choices.keep === "none") return { ...choices, hasWatcher: false };
    return { ...choices, hasWatcher: await ask.yes("Be told when evidence stops?", given.hasWatcher) };
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

/** The user stopped, by Ctrl-C or Escape. */
class Stopped extends Error {}

/** The answer. Throws `Stopped` for the symbol that the user gives by stopping. */
function answerOf<T>(answer: T): Exclude<T, symbol> {
  if (!isAnswer(answer)) throw new Stopped();
  return answer;
}

function isAnswer<T>(answer: T): answer is Exclude<T, symbol> {
  return typeof answer !== "symbol";
}

/** The kinds of question. Each throws `Stopped` where the user stops instead of answering. */
async function questionsOn(streams: Streams) {
  const { confirm, select, text } = await import("@clack/prompts");
  return {
    text: async (message: string, { name, first }: { name: "site" | "stream"; first: string }) =>
      answerOf(
        await text({
          ...streams,
          message,
          initialValue: first,
          validate: (value = "") => inputProblems({ [name]: value })[0],
        }),
      ),
    word: async <Word extends string>(
      message: string,
      words: readonly Word[],
      first: Word,
    ): Promise<Word> => {
      const options = words.map((value): { value: string; label: string } => ({
        value,
        label: LABELS[value] ?? value,
      }));
      const answer = answerOf(await select<string>({ ...streams, message, initialValue: first, options }));
      return words.find((word) => word === answer) ?? first;
    },
    yes: async (message: string, first: boolean) =>
      answerOf(await confirm({ ...streams, message, initialValue: first })),
  };
}
