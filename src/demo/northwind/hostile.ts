/** A signal title that whoever triggers a rule could choose: it must stay inert wherever it is shown. */
export const HOSTILE_TITLE =
  "SQL injection from `<img src=x onerror=alert(1)>` | @here | \u202Etxt.exe\n::error::injected by a title";

/** A monitor name as nobody should write it, with the tag that goes with it. */
export const HOSTILE_MONITOR = {
  name: "Login | failures `rm -rf /` <script>alert(1)</script> @here \u202Egnp.js\n::error::injected by a name",
  tag: "note:<img src=x onerror=alert(1)>|`@here`",
} as const;
