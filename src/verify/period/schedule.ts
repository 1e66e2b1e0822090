import { Cron } from "croner";

/** Five fields, as GitHub takes them; anything else is ignored. */
const FIELDS = /^(?:[\dA-Za-z*/,-]{1,40} ){4}[\dA-Za-z*/,-]{1,40}$/;

/** Reads schedules in cron form, in UTC, each once. */
export class Schedules {
  readonly #known = new Map<string, Cron | null>();

  /** When the schedule first fires at or after the instant; null where it is no schedule or never fires. */
  firstFire(schedule: string, from: number): number | null {
    const cron = this.#read(schedule);
    const fire = cron?.nextRun(new Date(from - 1)) ?? null;
    // Looking for a date that never comes takes long, so it is looked for once.
    if (fire === null) this.#known.set(schedule, null);
    return fire?.getTime() ?? null;
  }

  #read(schedule: string): Cron | null {
    const known = this.#known.get(schedule);
    if (known !== undefined) return known;
    const cron = FIELDS.test(schedule) ? cronOf(schedule) : null;
    this.#known.set(schedule, cron);
    return cron;
  }
}

function cronOf(schedule: string): Cron | null {
  try {
    return new Cron(schedule, { utcOffset: 0, paused: true, mode: "5-part" });
  } catch {
    // What is signed may be no schedule at all; then lateness counts from the slot's beginning.
    return null;
  }
}
