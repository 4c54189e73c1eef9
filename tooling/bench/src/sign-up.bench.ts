import { createUser } from "@guildhall/auth";
import { systemClock } from "@guildhall/core";
import { openDatabase } from "@guildhall/db";
import { openHall } from "@guildhall/people";
import pg from "pg";
import { atMost } from "./figure.ts";
import { median } from "./median.ts";
import { step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { openCluster } from "./temporary-cluster.ts";

const halls = 100;

/** How long a company waits between its press and its hall: everything that a workspace begins with, on disk. */
export async function signUp(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  try {
    const { urls } = await cluster.open("sign_up");
    const database = openDatabase(urls);
    const owner = new pg.Client({ connectionString: urls.owner });
    await owner.connect();
    const [opened, written] = await step(`Opening ${halls} halls`, async () => {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let n = 0; n < halls; n++) {
        const email = `owner.${n}@hall.example`;
        const userId = await createUser(database, { email, password: null });
        const hall = { company: "远山户外", slug: `hall-${n}`, fullName: "林乔", timeZone: "Asia/Shanghai" };
        const as = { userId, email, locale: "zh-CN", now: systemClock.now() } as const;
        ours.push(await timed(() => openHall(database, hall, as)));
        theirs.push(
          await timed(() =>
            owner.query("insert into tenant (slug, name, created_at) values ($1, 'Bare', $2)", [`bare-${n}`, as.now]),
          ),
        );
      }
      return [ours, theirs];
    });
    await owner.end();
    await database.close();
    const slowest = Math.max(...opened);
    const bare = `one bare row on disk ${median(written).toFixed(1)} ms`;
    return {
      head: ["", "median ms", "slowest ms"],
      rows: [
        ["a workspace", median(opened).toFixed(1), slowest.toFixed(1)],
        ["one bare row", median(written).toFixed(1), Math.max(...written).toFixed(1)],
      ],
      figures: [
        atMost(300, { name: `creating a workspace, slowest of ${halls}`, value: slowest, unit: "ms", against: bare }),
      ],
    };
  } finally {
    await cluster.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
