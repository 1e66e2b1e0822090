import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";

import { expect, test } from "vitest";

import { askChoices } from "../../src/setup/ask-choices.ts";
import type { SetupChoices } from "../../src/setup/workflow-files.ts";

const GIVEN: SetupChoices = {
  site: "datadoghq.eu",
  stream: "prod",
  organization: "Northwind",
  cadence: "daily",
  access: "keys",
  signing: "key",
  keep: "this",
  hasPolicy: false,
  hasWatcher: false,
};

const [ENTER, DOWN, LEFT, BACK, STOP] = ["\r", "\u001b[B", "\u001b[D", "\u007f", "\u0003"];

/** Answers each question with its keys, in turn, and waits until it is asked. */
async function answering(answers: readonly (readonly string[])[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (piece) => (shown += piece));
  const choices = askChoices(GIVEN, { input, output });
  for (const [index, keys] of answers.entries()) {
    while (!shown.includes(QUESTIONS[index] ?? "")) await setImmediate();
    for (const key of keys) {
      input.write(key);
      await setImmediate();
    }
  }
  return { choices: await choices, shown };
}

const QUESTIONS = [
  "Which site",
  "What is the stream",
  "How often",
  "get at Datadog",
  "What signs",
  "Where is the evidence",
  "Do you have a policy",
  "Be told",
];

test("what was given is the answer to every question", async () => {
  const { choices } = await answering(QUESTIONS.map(() => [ENTER]));

  expect(choices).toEqual(GIVEN);
});

test("the answers are the choices, and where no evidence is kept nobody is asked about watching it", async () => {
  const { choices, shown } = await answering([
    [ENTER],
    ["-", "e", "u", ENTER],
    [DOWN, ENTER],
    [DOWN, DOWN, ENTER],
    [DOWN, ENTER],
    [DOWN, DOWN, ENTER],
    [LEFT, ENTER],
  ]);

  expect(choices).toEqual({
    ...GIVEN,
    stream: "prod-eu",
    cadence: "hourly",
    access: "delegated",
    signing: "keyless",
    keep: "none",
    hasPolicy: true,
  });
  expect(shown).not.toContain("Be told");
});

test("an answer that is no name of a stream is refused, and asked for again", async () => {
  const { choices, shown } = await answering([
    [ENTER],
    ["/", "x", ENTER, BACK, BACK, ENTER],
    ...QUESTIONS.slice(2).map(() => [ENTER]),
  ]);

  expect(shown).toContain("stream: must be 1 to 63 letters");
  expect(choices).toEqual(GIVEN);
});

test.each(QUESTIONS.map((question, index) => [question, index] as const))(
  "who stops at %s has chosen nothing",
  async (_, index) => {
    const { choices } = await answering([...QUESTIONS.slice(0, index).map(() => [ENTER]), [STOP]]);

    expect(choices).toBeNull();
  },
);
