import type { Figure } from "./figure.ts";
import { step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { openHall } from "./sync/hall.ts";
import { coldOpen, crowd, joiners, manyRooms } from "./sync/rooms.ts";
import { only } from "./sync/size.ts";
import { evenly, throughput } from "./sync/throughput.ts";
import type { Row } from "./table.ts";
import { openCluster } from "./temporary-cluster.ts";
import { openChildren } from "./web/child.ts";

/**
 * Raw frames over real sockets: our server with all of it in PostgreSQL, beside two that keep it in memory. Each server is
 * a process of its own, and so are its visitors.
 */
export async function sync(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  const rows: Row[] = [];
  const figures: Figure[] = [];
  try {
    const hall = await openHall(await cluster.open("sync"));
    for (const [name, measure] of Object.entries({ throughput, evenly })) {
      if (!name.includes(only)) continue;
      const part = await measure(hall);
      rows.push(...part.rows);
      figures.push(...part.figures);
    }
    for (const [name, measure] of Object.entries({ crowd, manyRooms, joiners, coldOpen })) {
      if (!name.includes(only)) continue;
      const children = openChildren();
      figures.push(...(await measure(children, hall).finally(children.stop)));
    }
  } finally {
    await cluster.close();
  }
  return { head: ["", "updates/s", "µs of CPU each", "p50 ms", "p99 ms"], rows, figures };
}
