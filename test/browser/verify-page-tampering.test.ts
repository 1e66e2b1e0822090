import { expect } from "vitest";

import { Failure } from "../../src/failure.ts";
import { askCommandLine } from "../support/command-line.ts";
import { monthOf, ROOTS, TODAY } from "../support/month.ts";
import { SECOND_VERIFIER, type Asked } from "../support/second-verifier.ts";
import { verdictOver } from "../support/stream.ts";
import { temporaryFolder } from "../support/temp.ts";
import { HANDED_OVER } from "../tampering/handed-over.ts";
import { HISTORY } from "../tampering/history.ts";
import { GROUPS } from "../tampering/table.ts";
import { deskTest as test, expectSame } from "./desk.ts";
import type { PageAnswer, VerifyPage } from "./verify-page.ts";

const rows = GROUPS.flatMap((group) => group.rows);
const handedOver = HANDED_OVER.flatMap((group) => group.rows);
const history = HISTORY.flatMap((group) => group.rows);

test.for(rows)(
  "$attack: the page says the same, exit $exit",
  async ({ attempt, sentence, exit }, { desk }) => {
    const answers = await answersTo(desk, attempt);

    expect(answers.at(-1)).toMatchObject({ exit, text: expect.stringContaining(plain(sentence)) });
  },
);

test.for(handedOver)(
  "$attack: the page says the same, exit $exit",
  async ({ attempt, words, exit }, { desk }) => {
    await using root = await temporaryFolder();

    const answers = await answersTo(desk, () => attempt(root.path));

    expect(answers.at(-1)).toMatchObject({ exit, text: expect.stringContaining(plain(words)) });
  },
);

test.for(history)(
  "$attack, $month: the page says the same, exit $alone.exit alone, $withCopies.exit with copies",
  async ({ month: kind, alter, alone, withCopies }, { desk }) => {
    await using month = await monthOf(kind);
    await alter(month);

    const answers = await answersTo(desk, async () => {
      const asked = { roots: ROOTS, now: TODAY };
      await verdictOver(month.folder, asked);
      await verdictOver(month.folder, { ...asked, witness: month.witness });
    });

    expect(answers.map(({ exit }) => exit)).toEqual([alone.exit, withCopies.exit]);
  },
);

/** What the page answers to all that the attempt asks of our verify. The command line must print the same. */
async function answersTo(desk: VerifyPage, attempt: () => Promise<unknown>): Promise<readonly PageAnswer[]> {
  const answers: PageAnswer[] = [];
  const ask = async (asked: Asked): Promise<void> => {
    const answer = await desk.ask(asked);
    answers.push(answer);
    expectSame(answer, await askCommandLine(asked));
  };
  await SECOND_VERIFIER.run(ask, async () => {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  });
  if (answers.length === 0) throw new Error("the page was not asked");
  return answers;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
