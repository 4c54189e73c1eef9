import { listPeopleGrid } from "@guildhall/people";
import { median } from "../median.ts";
import { inside } from "../million/inside.ts";
import type { OpenHall } from "../million/open-hall.ts";
import type { BothWays } from "./questions.ts";

export interface Asked extends BothWays {
  /** Milliseconds in the server, page and count, under row-level security. */
  readonly grid: number;
  /** The same written by hand, tenant and all, as PostgreSQL itself would plan it. */
  readonly byHand: number;
}

const size = 50;
const rounds = 3;
/** By hand some never end. */
const patience = "3s";

/** Asks each question once to warm up and then three times, and once by hand. */
export async function askQuestions(hall: OpenHall, questions: readonly BothWays[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const each of questions) {
    const ask = () =>
      hall.database.withTenant(
        hall.scope,
        (ctx) => listPeopleGrid(ctx, { question: each.question, page: { size, cursor: null } }),
        { readOnly: true },
      );
    await ask();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timed(ask));
    asked.push({ ...each, grid: median(times), byHand: await timed(() => byHand(hall, each)) });
  }
  return asked;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function byHand({ owner, scope }: OpenHall, { where, order }: BothWays): Promise<void> {
  const from = `from person r where r.tenant_id = '${scope.tenant.id}' and r.canonical_id is null and r.erased_at is null and ${where}`;
  await inside(owner, scope.tenant.id, async () => {
    await owner.query(`set local statement_timeout = '${patience}'`);
    for (const statement of [
      `select r.id, r.full_name ${from} order by ${order} limit ${size + 1}`,
      `select count(*) from (select ${from} limit 10001) c`,
    ]) {
      await owner.query("savepoint asked");
      await owner.query(statement).catch(() => owner.query("rollback to savepoint asked"));
    }
  });
}
