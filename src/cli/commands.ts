import type { Command } from "./command.ts";
import { attest } from "./commands/attest.ts";
import { collect } from "./commands/collect.ts";
import { declareGap } from "./commands/declare-gap.ts";
import { demo } from "./commands/demo.ts";
import { diff } from "./commands/diff.ts";
import { keygen } from "./commands/keygen.ts";
import { publish } from "./commands/publish.ts";
import { report } from "./commands/report.ts";
import { sample } from "./commands/sample.ts";
import { verify } from "./commands/verify.ts";

/** Every command by its name, in the order of `--help`. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    collect,
    demo,
    verify,
    diff,
    report,
    sample,
    attest,
    publish,
    "declare-gap": declareGap,
    keygen,
  }),
);
