import { atMost } from "./figure.ts";
import { step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { openCluster } from "./temporary-cluster.ts";
import { measureCrowd, type QueryInACrowd } from "./tenancy/crowd.ts";
import { measurePolicyCost } from "./tenancy/policy-cost.ts";

/** What keeping tenants apart costs: row-level security in itself, and 10,000 of them in one database. */
export async function tenancy(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  try {
    const policy = await measurePolicyCost(cluster);
    const crowd = await measureCrowd(cluster);
    const worst = crowd.reduce((most, each) => (each.ratio > most.ratio ? each : most));
    const rows = [{ query: "5 reads and 50 rows, withTenant", ...policy }, ...crowd];
    return {
      head: ["query", "µs", "against µs", "ratio"],
      rows: rows.map(({ query, subject, peer, ratio }) => [
        query,
        subject.toFixed(0),
        peer.toFixed(0),
        ratio.toFixed(2),
      ]),
      figures: [
        atMost(1.15, {
          name: "withTenant, five reads and a list of 50",
          value: policy.ratio,
          unit: "× a plain transaction with predicates",
          against: `plain transaction ${policy.peer.toFixed(0)} µs, withTenant ${policy.subject.toFixed(0)} µs`,
        }),
        ...[worst, ...crowd.filter((each) => each !== worst)].map(inACrowd),
      ],
    };
  } finally {
    await cluster.close();
  }
}

function inACrowd({ query, ratio, subject, peer }: QueryInACrowd) {
  return atMost(1.2, {
    name: `10,000 tenants: ${query}`,
    value: ratio,
    unit: "× with one tenant",
    against: `one tenant ${peer.toFixed(0)} µs, 10,000 tenants ${subject.toFixed(0)} µs`,
  });
}
