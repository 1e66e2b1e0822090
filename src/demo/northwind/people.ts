/** Somebody who works at Northwind Freight. */
export interface NorthwindPerson {
  readonly id: number;
  readonly name: string;
  readonly handle: string;
}

/** The people of Northwind Freight, whose names and addresses must never reach evidence. */
export const NORTHWIND_PEOPLE = {
  ines: { id: 2041711, name: "Ines Okafor", handle: "ines.okafor@northwind-freight.example" },
  tomas: { id: 2041764, name: "Tomas Lindqvist", handle: "tomas.lindqvist@northwind-freight.example" },
  mei: { id: 2041802, name: "Mei Castellanos", handle: "mei.castellanos@northwind-freight.example" },
} satisfies Record<string, NorthwindPerson>;
