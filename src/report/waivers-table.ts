import type { Waiver } from "../policy/schema.ts";
import { name, phrase, time } from "./render/phrases.ts";
import { table, type Block } from "./render/renderer.ts";

/** Waivers with the state of each. */
export function waiversTable(
  caption: string,
  waivers: readonly { readonly waiver: Waiver; readonly state: string }[],
): Block {
  return table({
    caption,
    aside: "a waiver hides nothing: what it covers stays in every count and list",
    columns: ["Waiver", "State", "In force", "By"],
    below: "Why",
    rows: waivers.map(({ waiver: { id, expect, since, until, why, ticket, by }, state }) => ({
      cells: [
        phrase`${name(id)} of ${name(expect)}`,
        state,
        phrase`${time(since)} to ${time(until)}`,
        name(by),
      ],
      below: phrase`${name(why)}${ticket === null ? "" : phrase` (${name(ticket)})`}`,
    })),
    kind: "overview",
  });
}
