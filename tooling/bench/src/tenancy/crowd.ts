import { type Database, openDatabase } from "@guildhall/db";
import { asOwner } from "../as-owner.ts";
import { type Comparison, compare } from "../compare.ts";
import { step } from "../progress.ts";
import { settle } from "../settle.ts";
import type { TemporaryCluster } from "../temporary-cluster.ts";
import { type ProductQueries, productQueries } from "./product-queries.ts";
import { seed } from "./seed.ts";

export interface QueryInACrowd extends Comparison {
  readonly query: string;
}

const neighbours = 9_999;
const peopleOfNeighbours = 20;
const peopleOfMeasured = 1_000;

/** What 10,000 halls in one database do to each query of one of them that has the same rows when it is alone. */
export async function measureCrowd(cluster: TemporaryCluster): Promise<QueryInACrowd[]> {
  const opened: Database[] = [];
  const openHall = async (name: string, others: number): Promise<ProductQueries> => {
    const { urls } = await cluster.open(name);
    await asOwner(urls.owner, async (owner) => {
      await seed(owner, { tenants: 1, peopleEach: peopleOfMeasured, named: "measured" });
      if (others > 0) await seed(owner, { tenants: others, peopleEach: peopleOfNeighbours, named: "neighbour" });
      await settle(owner);
    });
    const database = openDatabase(urls, { poolSize: 12 });
    opened.push(database);
    return productQueries(database, "measured-1");
  };

  try {
    const alone = await step("Seeding a hall that is alone", () => openHall("alone", 0));
    const crowded = await step(`Seeding the same hall among ${neighbours} others`, () =>
      openHall("crowded", neighbours),
    );
    const measured: QueryInACrowd[] = [];
    for (const [query, run] of Object.entries(crowded)) {
      const peer = alone[query];
      if (!peer) throw new Error(`Nobody asks "${query}" of the hall that is alone.`);
      measured.push({
        query,
        ...(await step(query, () =>
          compare(run, peer, { rounds: 100, times: 4, lanes: query === "relay round, 1 fact" ? 1 : 6 }),
        )),
      });
    }
    return measured;
  } finally {
    await Promise.all(opened.map((database) => database.close()));
  }
}
