import { DAY_MS } from "../../platform/time.ts";
import { PEOPLE } from "./people.ts";
import { hex, whole } from "./stable.ts";

/** A suppression rule as `GET …/configuration/suppressions` answers it. */
export type RawSuppression = ReturnType<typeof suppression>;

/** Returns the suppression rules of Northwind Freight: one in force, one switched off. */
export function suppressions(): RawSuppression[] {
  return [
    suppression("Penetration test in staging", { enabled: true, query: "env:staging" }),
    suppression("Migration of the customs gateway", { enabled: false, query: "service:customs-gateway" }),
  ];
}

function suppression(name: string, { enabled, query }: { enabled: boolean; query: string }) {
  const created = Date.UTC(2025, 5, 2) + whole(`${name} created`, 300) * DAY_MS;
  const author = { handle: PEOPLE.mei.handle, name: PEOPLE.mei.name };
  return {
    id: [hex(name, 3), hex(`${name} 2`, 3), hex(`${name} 3`, 3)].join("-"),
    type: "suppressions",
    attributes: {
      creation_date: created,
      creator: author,
      data_exclusion_query: "",
      description: `Agreed with ${author.name}`,
      editable: true,
      enabled,
      name,
      rule_query: "type:log_detection",
      suppression_query: query,
      tags: ["team:platform-security"],
      update_date: created,
      updater: author,
      version: 1,
    },
  };
}
