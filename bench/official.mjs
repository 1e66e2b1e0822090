// What a program does that drains the three sets with Datadog's own client: its
// pagination helpers and its retry, a hundred records a page, nothing kept.
import { client, v1, v2 } from "@datadog/datadog-api-client";

const [url, order, from, to] = process.argv.slice(2);
const configuration = client.createConfiguration({
  authMethods: { apiKeyAuth: "0".repeat(32), appKeyAuth: "1".repeat(40) },
  baseServer: new client.BaseServerConfiguration(url, {}),
  enableRetry: true,
});
const security = new v2.SecurityMonitoringApi(configuration);
const monitoring = new v1.MonitorsApi(configuration);

const sets = [
  () =>
    security.searchSecurityMonitoringSignalsWithPagination({
      body: {
        filter: { query: "status:(critical OR high)", from: new Date(from), to: new Date(to) },
        page: { limit: 100 },
        sort: "timestamp",
      },
    }),
  () =>
    monitoring.listMonitorsWithPagination({ monitorTags: "compliance", withDowntimes: true, pageSize: 100 }),
  () =>
    security.searchSecurityFindingsWithPagination({
      body: {
        data: {
          attributes: {
            filter:
              "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)",
            page: { limit: 100 },
            sort: "@detection_changed_at",
          },
        },
      },
    }),
];

async function drained(set) {
  let count = 0;
  for await (const _ of set()) count += 1;
  return count;
}

const counts = [];
if (order === "at-once") counts.push(...(await Promise.all(sets.map(drained))));
else for (const set of sets) counts.push(await drained(set));
console.log(JSON.stringify(counts));
