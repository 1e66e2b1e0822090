import { createHash } from "node:crypto";

/**
 * Returns hexadecimal digits that depend only on the label: a fictional record is the
 * same in every run, whatever other records there are.
 */
export function stableHex(label: string, length: number): string {
  return createHash("sha256").update(`Northwind Freight: ${label}`).digest("hex").slice(0, length);
}

/** Returns a version 4 UUID that depends only on the label. */
export function stableUuid(label: string): string {
  const digits = stableHex(`uuid of ${label}`, 32);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");
}

/** Returns a whole number from 0 up to, not including, `below`, that depends only on the label. */
export function stableNumber(label: string, below: number): number {
  return Number.parseInt(stableHex(label, 8), 16) % below;
}

/** Returns one of the values, chosen by the label alone. */
export function stablePick<Value>(label: string, values: readonly [Value, ...Value[]]): Value {
  return values[stableNumber(label, values.length)] ?? values[0];
}
