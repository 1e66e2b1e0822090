import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * `npm pack` and `npm publish` call it before and after: the packed
 * `package.json` names no dependency of any kind, because `dist/` holds
 * everything, and no script, because there is nothing to run.
 */
const manifest = path.resolve(import.meta.dirname, "..", "package.json");
const original = `${manifest}.clone`;

const ONLY_OF_CLONES: ReadonlySet<string> = new Set(["scripts", "devDependencies", "optionalDependencies"]);

const [step] = process.argv.slice(2);
if (step === "write") {
  const whole: Record<string, unknown> = JSON.parse(await readFile(manifest, "utf8"));
  const packed = Object.fromEntries(Object.entries(whole).filter(([name]) => !ONLY_OF_CLONES.has(name)));
  await copyFile(manifest, original);
  await writeFile(manifest, `${JSON.stringify(packed, null, 2)}\n`);
} else if (step === "restore") {
  await rename(original, manifest);
} else {
  throw new Error("say write or restore");
}
