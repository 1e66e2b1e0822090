import { createHash } from "node:crypto";

/**
 * Returns hexadecimal digits that depend on nothing but the label, so that a
 * fictional record looks the same in every run and whatever stands beside it.
 */
export function stableHex(label: string, length: number): string {
  return createHash("sha256").update(`Northwind Freight: ${label}`).digest("hex").slice(0, length);
}

/** Returns a version 4 UUID that depends on nothing but the label. */
export function stableUuid(label: string): string {
  const digits = stableHex(`uuid of ${label}`, 32);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

/** Returns a whole number from 0 up to, not including, `below`, that depends on nothing but the label. */
export function stableNumber(label: string, below: number): number {
  return Number.parseInt(stableHex(label, 8), 16) % below;
}

/** Returns one of the values, chosen by the label alone. */
export function stablePick<Value>(label: string, values: readonly [Value, ...Value[]]): Value {
  return values[stableNumber(label, values.length)] ?? values[0];
}
