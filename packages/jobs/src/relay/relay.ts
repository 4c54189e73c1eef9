import type { Database } from "@guildhall/db";
import { type Pace, productionPace } from "../pace.ts";
import { abandonOrphans } from "./abandon-orphans.ts";
import { deliverDue } from "./deliver.ts";
import type { Handler } from "./handler.ts";
import { happenScheduled } from "./happen-scheduled.ts";
import { relayOutbox } from "./relay-outbox.ts";
import { releaseAll } from "./release-followers.ts";
import type { OnStep } from "./step.ts";

interface Options {
  database: Database;
  handlers: readonly Handler[];
  onError: (error: unknown, where: Record<string, unknown>) => void;
  onStep?: OnStep;
  pace?: Partial<Pace>;
  /** Tells the pages that watch what has happened, once it is on its way to the handlers. */
  announce?: (notices: readonly string[]) => Promise<void>;
}

export interface Relay {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when what is under way is committed. */
  stop(): Promise<void>;
}

/** How often deliveries without a handler are looked for. */
const tidying = 60_000;

/** Carries facts to their handlers until stopped. Any number of relays may run, in any number of processes. */
export function startRelay(options: Options): Relay {
  const { database, handlers, onError } = options;
  const { idle } = { ...productionPace, ...options.pace };
  let stopping = false;
  let called = false;
  let stir: () => void = () => undefined;
  let tidied = 0;

  const tidy = async (): Promise<void> => {
    const now = new Date();
    if (now.getTime() - tidied < tidying) return;
    if (tidied === 0) await releaseAll(database, now);
    await abandonOrphans(
      database,
      handlers.map(({ name }) => name),
      now,
    );
    tidied = now.getTime();
  };

  const rest = (milliseconds: number) =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, milliseconds);
      stir = () => {
        clearTimeout(timer);
        resume();
      };
    });

  const running = (async () => {
    while (!stopping) {
      called = false;
      await tidy().catch((error: unknown) => onError(error, { at: "tidy" }));
      const busy = await round(options);
      if (!busy && !called && !stopping) await rest(idle);
    }
  })();

  return {
    wake: () => {
      called = true;
      stir();
    },
    stop: async () => {
      stopping = true;
      stir();
      await running;
    },
  };
}

/** Carries everything that is due now, and what follows from it, then returns. For tests and for imports that wait. */
export async function drainRelay(options: Options): Promise<void> {
  while (await round(options));
}

/** Each part by itself: one that cannot work does not stop the others. True when there was something to do. */
async function round({
  database,
  handlers,
  onError,
  onStep = () => undefined,
  pace,
  announce = async () => undefined,
}: Options): Promise<boolean> {
  const now = () => new Date();
  const paces = { ...productionPace, ...pace };
  const part = (at: string, work: () => Promise<boolean>) =>
    work().catch((error: unknown) => {
      onError(error, { at });
      return false;
    });
  const happened = await part("scheduled", () =>
    happenScheduled({
      database,
      now: now(),
      pauses: paces.pauses,
      onStep,
      onFailure: (error, which) => onError(error, { ...which }),
    }),
  );
  const relayed = await part("outbox", async () => {
    const { taken, notices } = await relayOutbox(database, handlers, now());
    if (taken > 0) onStep("outbox-relayed");
    if (notices.length > 0) announce(notices).catch((error: unknown) => onError(error, { at: "live" }));
    return taken > 0;
  });
  const delivered = await part("deliveries", () =>
    deliverDue({
      database,
      handlers,
      now,
      pace: paces,
      onStep,
      onFailure: (error, delivery) => onError(error, { ...delivery }),
    }),
  );
  return happened || relayed || delivered;
}
