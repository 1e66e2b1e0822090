import { writeFile } from "node:fs/promises";
import path from "node:path";

import { vi } from "vitest";

import { reportCommand } from "../../src/cli/commands/report.ts";
import { verifyCommand } from "../../src/cli/commands/verify.ts";
import { parseArguments } from "../../src/cli/parse-arguments.ts";
import { Failure } from "../../src/failure.ts";
import { sampleTexts, trustTexts } from "./asked-texts.ts";
import type { Asked } from "./second-verifier.ts";
import { temporaryFolder } from "./temp.ts";
import { KeptTerminal } from "./terminal.ts";

/** What the command line answers. */
export interface CommandAnswer {
  readonly exit: number;
  /** What it prints; the sentence and its hint where nothing was decided. */
  readonly printed: string;
  readonly isDecided: boolean;
}

/** Asks the command `verify`, or another one with its flags, in this process, at the time that was meant. */
export async function askCommandLine(
  asked: Asked,
  command: keyof typeof COMMANDS = "verify",
): Promise<CommandAnswer> {
  await using folder = await temporaryFolder();
  const { key, keys, "trusted-root": root, ...names } = trustTexts(asked.trust);
  const pems = key.match(/-----BEGIN [^-]*-----[^-]*-----END [^-]*-----/g) ?? [];
  const files = [
    ...pems.map((pem) => ["key", pem] as const),
    ["keys", keys] as const,
    ["trusted-root", root] as const,
  ];
  const args = [asked.folder];
  for (const [index, [flag, text]] of files.entries()) {
    if (text === "") continue;
    const file = path.join(folder.path, `${index}`);
    await writeFile(file, text);
    args.push(`--${flag}`, file);
  }
  const texts = { ...names, ...sampleTexts(asked), from: asked.from, to: asked.to, witness: asked.copies };
  for (const [flag, text = ""] of Object.entries(texts)) if (text !== "") args.push(`--${flag}`, text);
  if (asked.trust.requiresTime === true) args.push("--require-time");
  if (asked.requiresExpectations === true) args.push("--require-expectations");
  return await answerTo(command, { args, now: asked.now });
}

const COMMANDS = { verify: verifyCommand, report: reportCommand } as const;

async function answerTo(
  name: keyof typeof COMMANDS,
  { args, now }: { readonly args: readonly string[]; readonly now: Date },
): Promise<CommandAnswer> {
  const command = COMMANDS[name];
  const terminal = new KeptTerminal();
  vi.useFakeTimers({ toFake: ["Date"], now });
  try {
    const exit = await command.run(parseArguments(name, { command, args }), terminal);
    return { exit, printed: terminal.printed, isDecided: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { exit: 2, printed: [error.message, error.hint ?? ""].join("\n"), isDecided: false };
  } finally {
    vi.useRealTimers();
  }
}
