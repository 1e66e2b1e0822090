import type { Command } from "./command.ts";
import { attestCommand } from "./commands/attest.ts";
import { collectCommand } from "./commands/collect.ts";
import { declareGapCommand } from "./commands/declare-gap.ts";
import { demoCommand } from "./commands/demo.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { initCommand } from "./commands/init.ts";
import { keygenCommand } from "./commands/keygen.ts";
import { policyCommand } from "./commands/policy.ts";
import { publishCommand } from "./commands/publish.ts";
import { reportCommand } from "./commands/report.ts";
import { sampleCommand } from "./commands/sample.ts";
import { statusCommand } from "./commands/status.ts";
import { verifyCommand } from "./commands/verify.ts";

/** Every command by its name, in the order of `--help`. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    init: initCommand,
    collect: collectCommand,
    doctor: doctorCommand,
    demo: demoCommand,
    verify: verifyCommand,
    status: statusCommand,
    policy: policyCommand,
    diff: diffCommand,
    report: reportCommand,
    sample: sampleCommand,
    attest: attestCommand,
    publish: publishCommand,
    "declare-gap": declareGapCommand,
    keygen: keygenCommand,
  }),
);
