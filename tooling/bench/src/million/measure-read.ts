import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import { percentile } from "../percentile.ts";
import { inside } from "./inside.ts";
import type { OpenHall } from "./open-hall.ts";
import { sayTenant } from "./say-tenant.ts";
import { type Statement, sentStatements } from "./sent-statements.ts";
import type { Read } from "./staff-reads.ts";

/** Milliseconds. */
interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export interface MeasuredRead {
  readonly name: string;
  /** What it sends, as it sends it. */
  readonly statements: readonly Statement[];
  /** The query function of the product, from asking to its answer. */
  readonly product: Latency;
  /** Its statements under row-level security, ready made. */
  readonly policy: Latency;
  /** The same without row-level security, but for a predicate in each. */
  readonly raw: Latency;
}

const rounds = 300;
const warmUp = 30;

/** Times the three sides of a read, each in a transaction, one at a time, in turns whose order alternates. */
export async function measureRead(hall: OpenHall, { name, ask }: Read): Promise<MeasuredRead> {
  const { database, app, owner, scope } = hall;
  const { id } = scope.tenant;
  const byPolicy = await inside(app, id, () => sentStatements(app, scope, ask));
  const byPredicate = await inside(owner, id, () => sentStatements(owner, scope, ask, [sayTenant(id)]));
  if (!isDeepStrictEqual(byPolicy.answer, byPredicate.answer))
    throw new Error(`"${name}" is answered otherwise by predicate than by policy.`);

  const samples = { product: [] as number[], policy: [] as number[], raw: [] as number[] };
  const sides: (readonly [number[], () => Promise<unknown>])[] = [
    [samples.product, () => database.withTenant(scope, ask, { readOnly: true })],
    [samples.policy, () => inside(app, id, () => send(app, byPolicy.statements))],
    [samples.raw, () => inside(owner, id, () => send(owner, byPredicate.statements))],
  ];
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [times, work] of round % 2 === 0 ? sides : sides.toReversed()) {
      const startedAt = performance.now();
      await work();
      if (round >= warmUp) times.push(performance.now() - startedAt);
    }
  }
  return {
    name,
    statements: byPolicy.statements,
    product: latency(samples.product),
    policy: latency(samples.policy),
    raw: latency(samples.raw),
  };
}

async function send(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values);
}

function latency(samples: readonly number[]): Latency {
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) };
}
