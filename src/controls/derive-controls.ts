import type { Control, Evidence, ItemId } from "../evidence/schema.ts";
import { findCatalogue, type CatalogueRow, type MappingVersion } from "./catalogue.ts";
import { CONTROL_CONDITIONS, NEEDS, type ConditionFacts, type Need } from "./conditions.ts";
import type { MappingFile, OwnControl } from "./mapping-schema.ts";

/** Where the controls of a run come from. */
export interface ControlSources {
  readonly version: MappingVersion;
  /** The ids of the catalogues, in the order of the evidence. */
  readonly frameworks: readonly string[];
  /** The organisation's own; null where it gave none. */
  readonly mapping: MappingFile | null;
}

/**
 * The controls that each item of a run supports, by framework. Evidence supports
 * a control; it never shows that one is met.
 */
export function deriveControls(
  facts: ConditionFacts,
  { version, frameworks, mapping }: ControlSources,
): (item: ItemId) => Control[] {
  const held = new Set(NEEDS.filter((need) => CONTROL_CONDITIONS[need].holds(facts)));
  const own = mapping?.controls ?? [];
  const all = [
    ...frameworks.flatMap((id) => {
      const catalogue = findCatalogue(version, id);
      return catalogue === null ? [] : [{ id, name: catalogue.framework, rows: catalogue.controls }];
    }),
    ...(mapping?.frameworks ?? []).map(({ id, name }) => ({ id, name, rows: [] })),
  ];
  return (item) =>
    all.flatMap(({ id, name, rows }) =>
      controlsOf(name, {
        rows: rows.filter((row) => row.item === item),
        own: own.filter((row) => row.framework === id && row.item === item),
        held,
      }),
    );
}

/** The evidence with its controls, which may depend on the results of its policy. */
export function withControls(
  evidence: Evidence,
  { policy, ...sources }: ControlSources & Pick<ConditionFacts, "policy">,
): Evidence {
  const controls = deriveControls({ evidence, policy }, sources);
  return { ...evidence, items: evidence.items.map((item) => ({ ...item, controls: controls(item.id) })) };
}

/** The rows that there are of one framework and one item. */
interface RowsOfItem {
  readonly rows: readonly CatalogueRow[];
  readonly own: readonly OwnControl[];
  readonly held: ReadonlySet<Need>;
}

function controlsOf(framework: string, { rows, own, held }: RowsOfItem): readonly Control[] {
  const isKnown = new Set(rows.map(({ id }) => id));
  const pairs = [
    ...rows.map((row) => [row, own.find(({ id }) => id === row.id)] as const),
    ...own.filter(({ id }) => !isKnown.has(id)).map((each) => [null, each] as const),
  ];
  return pairs.flatMap(([row, override]) => {
    const before = row === null ? null : supportOf(row, held);
    const merged = override === undefined ? row : mergeRows(row, override);
    const support = merged === null ? null : supportOf(merged, held);
    if (merged === null || support === null) return [];
    const { id, title } = merged;
    const did = override === undefined ? null : changeOf({ row, before }, { title, support });
    const why = override?.why ?? null;
    return [{ framework, id, title, support, ...(did === null ? {} : { organisation: { did, why } }) }];
  });
}

function mergeRows(row: CatalogueRow | null, own: OwnControl): CatalogueRow {
  const { item, id, title, support, needs } = own;
  return {
    item,
    id,
    title: title ?? row?.title ?? id,
    support: support ?? row?.support ?? "claimed",
    // The conditions of the catalogue belong to the support that the catalogue names.
    needs: needs ?? (support === undefined ? row?.needs : undefined) ?? [],
  };
}

/** The support that a row gives in a run; null where the control is not named. */
function supportOf(
  { support, needs }: Pick<CatalogueRow, "support" | "needs">,
  held: ReadonlySet<Need>,
): Control["support"] | null {
  if (needs.every((need) => held.has(need))) return support;
  return support === "direct" ? "claimed" : null;
}

type OrganisationChange = NonNullable<Control["organisation"]>["did"];

/** What the organisation's own row changed in this run; null where that is nothing. */
function changeOf(
  { row, before }: { readonly row: CatalogueRow | null; readonly before: Control["support"] | null },
  now: Pick<Control, "title" | "support">,
): OrganisationChange | null {
  if (row === null) return "added";
  if (now.support !== before) return before === "direct" ? "lowered" : "raised";
  return row.title === now.title ? null : "renamed";
}
