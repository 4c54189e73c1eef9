import { listTimeline } from "@guildhall/people";
import { atMost, type Figure, goalAtMost } from "../figure.ts";
import type { OpenHall } from "../million/open-hall.ts";
import { percentile } from "../percentile.ts";

const lines = 100_000;
const size = 50;
const rounds = 300;
const warmUp = 30;
/** Milliseconds. */
const goal = 100;
/** Whoever it is, whom it names, and the transaction round it come on top of the one statement. */
const bar = 12;

/** The first page of a timeline of 100,000 lines, whole and of a rare kind, against the bare statement on its index. */
export async function timelineFigures(hall: OpenHall): Promise<readonly Figure[]> {
  await seedLines(hall);
  const whole = await measure(hall, () => read(hall, []));
  const rare = await measure(hall, () => read(hall, ["membership"]));
  return [
    goalAtMost(goal, { name: "timeline, first page, p95", value: whole.product, unit: "ms", against: against(whole) }),
    atMost(bar, { name: "timeline, first page", value: whole.product / whole.raw, unit: "x", against: against(whole) }),
    goalAtMost(goal, { name: "timeline, a rare kind, p95", value: rare.product, unit: "ms", against: against(rare) }),
  ];
}

/** The owner of the hall has come and gone for years; every five hundredth time their role changed. */
async function seedLines({ owner, scope, personId }: OpenHall): Promise<void> {
  await owner.query(
    `insert into timeline_entry (tenant_id, subject_type, subject_id, at, id, name, kind, actor_person_id, payload, active)
     select $1, 'person', $2, timestamptz '2026-01-01Z' - n * interval '7 minutes', uuidv7(), 'people.person-updated',
       case when n % 500 = 0 then 'membership' else 'record' end, $2, '{"fields": ["fullName"]}', n % 7 = 0
     from generate_series(1, $3::int) n`,
    [scope.tenant.id, personId, lines],
  );
  await owner.query("vacuum analyze timeline_entry");
}

function read({ database, scope, personId }: OpenHall, kinds: readonly "membership"[]) {
  return database.withTenant(scope, (ctx) => listTimeline(ctx, personId, { kinds, page: { size, cursor: null } }), {
    readOnly: true,
  });
}

interface Measured {
  readonly product: number;
  readonly raw: number;
}

/** In turns, so that both meet the same machine. */
async function measure({ owner, scope, personId }: OpenHall, ask: () => Promise<unknown>): Promise<Measured> {
  const [product, raw]: [number[], number[]] = [[], []];
  const bare = () =>
    owner.query(
      "select * from timeline_entry where tenant_id = $1 and subject_id = $2 order by at desc, id desc limit $3",
      [scope.tenant.id, personId, size + 1],
    );
  for (let round = 0; round < warmUp + rounds; round++)
    for (const [times, work] of [[product, ask] as const, [raw, bare] as const]) {
      const startedAt = performance.now();
      await work();
      if (round >= warmUp) times.push(performance.now() - startedAt);
    }
  return { product: percentile(product, 0.95), raw: percentile(raw, 0.95) };
}

const against = ({ raw }: Measured) => `the bare statement ${raw.toFixed(2)} ms`;
