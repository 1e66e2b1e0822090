/** The people of Northwind Freight. Their names and addresses must never reach evidence. */
export const NORTHWIND_PEOPLE = {
  ines: { id: 2041711, name: "Ines Okafor", handle: "ines.okafor@northwind-freight.example" },
  tomas: { id: 2041764, name: "Tomas Lindqvist", handle: "tomas.lindqvist@northwind-freight.example" },
  mei: { id: 2041802, name: "Mei Castellanos", handle: "mei.castellanos@northwind-freight.example" },
};

/** All of them, to pick one. */
export const NORTHWIND_STAFF = [NORTHWIND_PEOPLE.ines, NORTHWIND_PEOPLE.tomas, NORTHWIND_PEOPLE.mei] as const;

/** A signal title that an attacker could choose. It must stay inert wherever it is shown. */
export const HOSTILE_TITLE =
  "SQL injection from `<img src=x onerror=alert(1)>` | @here | \u202Etxt.exe\n::error::injected by a title";

/** A monitor name that must stay inert as well, and the tag that goes with it. */
export const HOSTILE_MONITOR = {
  name: "Login | failures `rm -rf /` <script>alert(1)</script> @here \u202Egnp.js\n::error::injected by a name",
  tag: "note:<img src=x onerror=alert(1)>|`@here`",
} as const;
