import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { RegExpParser, visitRegExpAST, type AST } from "@eslint-community/regexpp";
import { parseSync, Visitor } from "oxc-parser";
import { analyse } from "scslre";

/** A regular expression as it is written in a file. */
export interface Expression {
  /** File and line. */
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression below a folder, and every place that makes one of a text. */
export async function expressionsBelow(
  folder: string,
): Promise<{ readonly literals: readonly Expression[]; readonly made: readonly string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const literals: Expression[] = [];
  const made: string[] = [];
  for (const entry of entries.filter(({ name }) => name.endsWith(".ts"))) {
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, "utf8");
    const at = (offset: number): string =>
      `${path.relative(folder, file)}:${text.slice(0, offset).split("\n").length}`;
    new Visitor({
      Literal(node) {
        if (!("regex" in node) || node.regex === null) return;
        const { pattern, flags } = node.regex;
        literals.push({ where: at(node.start), source: pattern, flags });
      },
      NewExpression({ callee, start }) {
        if (callee.type === "Identifier" && callee.name === "RegExp") made.push(at(start));
      },
      CallExpression({ callee, start }) {
        if (callee.type === "Identifier" && callee.name === "RegExp") made.push(at(start));
      },
    }).visit(parseSync(file, text).program);
  }
  return { literals, made };
}

/**
 * Why an expression may take more than linear time on a long text, as a sentence; null when it cannot. It must hold for
 * any text, so this is stricter than a search for texts that are slow.
 */
export function expressionProblem({ source, flags }: Pick<Expression, "source" | "flags">): string | null {
  const [backtracking] = analyse({ source, flags }).reports;
  if (backtracking !== undefined) return `backtracks: ${backtracking.type}`;
  if (flags.includes("y")) return null;
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const problems: string[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(node) {
      if (node.max === Infinity && isScannedAgain(node, flags)) problems.push(node.raw);
    },
  });
  const [first] = problems;
  return first === undefined
    ? null
    : `${first} is scanned again from each place where the expression may begin`;
}

/**
 * Whether one run of text may be scanned from many starts. That takes a scan that can fail at its end, and a beginning
 * that may lie within the run: neither the start of the text, nor a character that the run cannot hold.
 */
function isScannedAgain(quantifier: AST.Quantifier, flags: string): boolean {
  const scanned: AST.Element[] = [quantifier.element];
  let canFail = false;
  let inner: AST.Node = quantifier;
  for (const node of ancestorsOf(quantifier)) {
    if (node.type === "Assertion") {
      if (node.kind === "lookbehind") return true;
      canFail = true;
    }
    if (node.type === "Quantifier") {
      if (node.max > 1) scanned.push(node.element);
      if (node.min > 1) canFail = true;
    }
    if (node.type === "Alternative") {
      const at = node.elements.findIndex((each) => each === inner);
      if (node.elements.slice(at + 1).some((each) => !isOptional(each))) canFail = true;
      for (const before of node.elements.slice(0, at).toReversed()) {
        if (isStart(before, flags) || isBoundary(before, scanned, flags)) return false;
        scanned.push(before);
      }
    }
    inner = node;
  }
  return canFail;
}

function ancestorsOf(node: AST.Node): readonly AST.Node[] {
  return node.parent === null ? [] : [node.parent, ...ancestorsOf(node.parent)];
}

function isOptional(element: AST.Element): boolean {
  if (element.type === "Quantifier") return element.min === 0 || isOptional(element.element);
  if (element.type !== "Group" && element.type !== "CapturingGroup") return false;
  return element.alternatives.some(({ elements }) => elements.every(isOptional));
}

function isStart(element: AST.Element, flags: string): boolean {
  return element.type === "Assertion" && element.kind === "start" && !flags.includes("m");
}

/** Whether the element always takes a character that none of the others can. */
function isBoundary(element: AST.Element, others: readonly AST.Element[], flags: string): boolean {
  if (element.type === "Quantifier") return element.min > 0 && isBoundary(element.element, others, flags);
  if (element.type === "Group" || element.type === "CapturingGroup") {
    return element.alternatives.every(({ elements }) =>
      elements.some((each) => isBoundary(each, others, flags)),
    );
  }
  const own = charactersOf(element, flags);
  if (own.size === 0) return false;
  return others.every((other) =>
    leavesOf(other).every((leaf) => own.isDisjointFrom(charactersOf(leaf, flags))),
  );
}

/** The parts of an element that take one character each. */
function leavesOf(element: AST.Element): readonly AST.Element[] {
  if (element.type === "Quantifier") return leavesOf(element.element);
  if (element.type !== "Group" && element.type !== "CapturingGroup") return [element];
  return element.alternatives.flatMap(({ elements }) => elements.flatMap(leavesOf));
}

const known = new Map<string, ReadonlySet<number>>();

/** The characters that an element may take; none for one that takes no characters. */
function charactersOf(element: AST.Element, flags: string): ReadonlySet<number> {
  if (element.type === "Assertion") return new Set();
  const key = `${flags} ${element.raw}`;
  const found = known.get(key) ?? matching(new RegExp(`^(?:${element.raw})$`, flags.replaceAll(/[gm]/g, "")));
  known.set(key, found);
  return found;
}

/** Those that are told apart anywhere: beyond them, one plane stands for all. */
function matching(expression: RegExp): ReadonlySet<number> {
  const all = new Set<number>();
  for (let code = 0; code < 0x1_1000; code += 1)
    if (expression.test(String.fromCodePoint(code))) all.add(code);
  return all;
}
