import iso27001In202611 from "./catalogues/2026-11/iso27001.json" with { type: "json" };
import soc2In202611 from "./catalogues/2026-11/soc2.json" with { type: "json" };
import iso27001 from "./catalogues/2026-12/iso27001.json" with { type: "json" };
import soc2 from "./catalogues/2026-12/soc2.json" with { type: "json" };
import nistCsf from "./catalogues/2026-12/nist-csf.json" with { type: "json" };
import nist80053 from "./catalogues/2026-12/nist-800-53.json" with { type: "json" };
import pciDss from "./catalogues/2026-12/pci-dss.json" with { type: "json" };
import hipaa from "./catalogues/2026-12/hipaa.json" with { type: "json" };
import nis2 from "./catalogues/2026-12/nis2.json" with { type: "json" };
import nis220242690 from "./catalogues/2026-12/nis2-2024-2690.json" with { type: "json" };
import dora from "./catalogues/2026-12/dora.json" with { type: "json" };
import dora20241774 from "./catalogues/2026-12/dora-2024-1774.json" with { type: "json" };
import cis from "./catalogues/2026-12/cis.json" with { type: "json" };
import c5 from "./catalogues/2026-12/c5.json" with { type: "json" };
import secnumcloud from "./catalogues/2026-12/secnumcloud.json" with { type: "json" };
import fedramp20x from "./catalogues/2026-12/fedramp-20x.json" with { type: "json" };

/** The catalogue files of each version of the mapping, by the id of their framework. A version that was published never changes. */
export const CATALOGUE_FILES = {
  "2026-11": {
    iso27001: iso27001In202611,
    soc2: soc2In202611,
  },
  "2026-12": {
    iso27001: iso27001,
    soc2: soc2,
    "nist-csf": nistCsf,
    "nist-800-53": nist80053,
    "pci-dss": pciDss,
    hipaa: hipaa,
    nis2: nis2,
    "nis2-2024-2690": nis220242690,
    dora: dora,
    "dora-2024-1774": dora20241774,
    cis: cis,
    c5: c5,
    secnumcloud: secnumcloud,
    "fedramp-20x": fedramp20x,
  },
} as const;
