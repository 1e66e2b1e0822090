import { runFolder } from "../../bundle/run-path.ts";

const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;

/** What dictates the folder of a run. */
export interface Placed {
  readonly stream: string;
  readonly collectedAt: string;
  readonly run: { readonly id: string; readonly attempt: number };
}

interface Place {
  readonly trouble: string | null;
  readonly holds: string | null;
  readonly remark: string | null;
}

/** A folder that looks like a run's must be this run's; one that was copied elsewhere under another name is let be. */
export function placeOf(folder: string, placed: Placed): Place {
  const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...folder.split(/[\\/]/)].slice(-4);
  const dictated = runFolder(placed);
  const place = (which: Partial<Place>): Place => ({ trouble: null, holds: null, remark: null, ...which });
  if (!RUN_NAME.test(name)) {
    return place({
      remark: "the folder does not have the name of a run folder, so its place was not checked",
    });
  }
  if (!dictated.endsWith(`/${name}`)) {
    return place({ trouble: `the folder is named ${name} but the evidence belongs in ${dictated}` });
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return place({
      holds: `is named as the evidence says: ${name}`,
      remark: "the folder does not lie below a stream, so only its name was checked",
    });
  }
  if (!/^\d{4}$/.test(year)) {
    if (!dictated.endsWith(`/${day}/${name}`)) {
      return place({ trouble: `the run lies in ${day} but belongs in ${dictated}` });
    }
    return place({
      holds: `lies as the evidence says, as far as its day: ${day}/${name}`,
      remark: "the folder does not lie below a stream, so only its name and day were checked",
    });
  }
  if (`${year}/${day}/${name}` !== dictated) {
    return place({ trouble: `the run lies in ${year}/${day} but belongs in ${dictated}` });
  }
  if (stream !== placed.stream) {
    return place({
      trouble: `the run lies in stream ${stream} but belongs to ${placed.stream}: if the folder ${stream} is a copy, name it ${placed.stream} again`,
    });
  }
  return place({ holds: `lies where the evidence says: ${dictated}` });
}
