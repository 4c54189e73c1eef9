import { type Id, systemActor, systemClock } from "@guildhall/core";
import { type DB, openDatabase, type Scope } from "@guildhall/db";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { asOwner } from "../as-owner.ts";
import { type Comparison, compare } from "../compare.ts";
import { step } from "../progress.ts";
import { settle } from "../settle.ts";
import type { TemporaryCluster } from "../temporary-cluster.ts";
import { seed } from "./seed.ts";
import { fiveReadsAndAList, type Hall } from "./unit-of-work.ts";

const tenants = 100;
const peopleEach = 1_000;

/** What it costs to let the database keep tenants apart: withTenant against a transaction in which every statement does. */
export async function measurePolicyCost(cluster: TemporaryCluster): Promise<Comparison> {
  const { urls } = await cluster.open("policy");
  const halls = await step(`Seeding ${tenants * peopleEach} people in ${tenants} halls`, () =>
    asOwner(urls.owner, async (owner) => {
      await seed(owner, { tenants, peopleEach, named: "hall" });
      await settle(owner);
      return readHalls(owner);
    }),
  );

  const database = openDatabase(urls, { poolSize: 6 });
  const plain = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: urls.owner, max: 6 }) }),
  });
  const [next, nextOfPeer] = [walk(halls), walk(halls)]; // both sides visit the same halls in the same order
  try {
    return await step("Five reads and a list, by policy and by predicate", () =>
      compare(
        () => {
          const hall = next();
          return database.withTenant(scopeOf(hall.tenantId), (ctx) => fiveReadsAndAList(ctx.db, hall, "policy"));
        },
        () => plain.transaction().execute((transaction) => fiveReadsAndAList(transaction, nextOfPeer(), "predicate")),
        { rounds: 200, times: 4, lanes: 6 },
      ),
    );
  } finally {
    await Promise.all([database.close(), plain.destroy()]);
  }
}

async function readHalls(owner: pg.Client): Promise<Hall[]> {
  const { rows } = await owner.query<Hall>(`
    select tenant_id as "tenantId", array_agg(id) as people
    from (select tenant_id, id, row_number() over (partition by tenant_id order by md5(id::text)) as place from person) shuffled
    where place <= 5 group by tenant_id order by tenant_id`);
  return rows;
}

function walk(halls: readonly Hall[]): () => Hall {
  let at = 0;
  return () => {
    const hall = halls[at++ % halls.length];
    if (!hall) throw new Error("No hall was seeded.");
    return hall;
  };
}

function scopeOf(id: Id<"tenant">): Scope {
  const tenant = { id, slug: "hall", name: "Hall", locale: "zh-CN", timeZone: "Asia/Shanghai", accent: null } as const;
  return { tenant, actor: systemActor, clock: systemClock, locale: "zh-CN", requestId: null };
}
