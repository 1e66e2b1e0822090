import type { Control, ItemId } from "../../evidence/schema.ts";
import { compareControlIds } from "../words.ts";
import { isKnown, type Reading } from "./readings.ts";
import type { PeriodReport } from "./model.ts";

type OrganisationChange = NonNullable<Control["organisation"]>["did"];

/** How an item supports a control over the slots of a period. */
export interface ItemSupport {
  readonly id: ItemId;
  /** Slots in which the item is complete and names the control. */
  readonly complete: number;
  /** Of these, those in which the support is only claimed. */
  readonly claimed: number;
  /** Of these, those in which the organisation's own mapping made the support what it is, by what it did. */
  readonly byOrganisation: Readonly<Partial<Record<OrganisationChange, number>>>;
  /** The newest reason that the organisation gives; null where it gives none. */
  readonly why: string | null;
  readonly clear: number;
  readonly attention: number;
  readonly unknown: number;
}

/** A control, and what supports it. */
export interface SupportedControl {
  readonly control: Pick<Control, "framework" | "id" | "title">;
  readonly anchor: string;
  readonly items: readonly ItemSupport[];
}

/** The controls of each framework that any run of the period names, by their numbers. */
export type ControlsByFramework = ReadonlyMap<string, readonly SupportedControl[]>;

/** Sums up what supports the controls of the period. */
export function supportedControls({ runs }: PeriodReport, readings: readonly Reading[]): ControlsByFramework {
  const named = new Map<string, Control>();
  for (const { items } of runs) {
    for (const { controls } of items) {
      for (const control of controls) named.set(`${control.framework}\n${control.id}`, control);
    }
  }
  const controls = [...named.values()]
    .toSorted((a, b) => compareControlIds(a.framework, b.framework) || compareControlIds(a.id, b.id))
    .map((control, index) => ({
      control,
      anchor: `control-${index + 1}`,
      items: readings.flatMap((reading) => itemSupport(reading, control)),
    }));
  return Map.groupBy(controls, ({ control }) => control.framework);
}

function itemSupport({ id, bySlot }: Reading, control: Control): readonly ItemSupport[] {
  const figures = { complete: 0, claimed: 0, clear: 0, attention: 0, unknown: 0 };
  const byOrganisation: Partial<Record<OrganisationChange, number>> = {};
  let why: string | null = null;
  let isNamed = false;
  for (const item of bySlot) {
    const here = item?.controls.find(
      (each) => each.framework === control.framework && each.id === control.id,
    );
    if (item === null || here === undefined) continue;
    isNamed = true;
    figures[item.state] += 1;
    if (!isKnown(item)) continue;
    figures.complete += 1;
    if (here.support === "claimed") figures.claimed += 1;
    if (here.organisation === undefined) continue;
    const { did } = here.organisation;
    byOrganisation[did] = (byOrganisation[did] ?? 0) + 1;
    why = here.organisation.why;
  }
  return isNamed ? [{ id, ...figures, byOrganisation, why }] : [];
}
