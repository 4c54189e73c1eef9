import type { Database } from "@guildhall/db";
import { deliverDue } from "./deliver.ts";
import type { Handler } from "./handler.ts";
import { happenScheduled } from "./happen-scheduled.ts";
import { relayOutbox } from "./relay-outbox.ts";
import type { OnStep } from "./step.ts";

interface Options {
  database: Database;
  handlers: readonly Handler[];
  onError: (error: unknown, where: Record<string, unknown>) => void;
  onStep?: OnStep;
  /** How long to sleep, in milliseconds, when nothing calls. */
  idle?: number;
}

export interface Relay {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when what is under way is committed. */
  stop(): Promise<void>;
}

/** Carries facts to their handlers until stopped. Any number of relays may run, in any number of processes. */
export function startRelay({ database, handlers, onError, onStep = () => undefined, idle = 1_000 }: Options): Relay {
  let stopping = false;
  let called = false;
  let stir: () => void = () => undefined;
  const now = () => new Date();

  const round = async (): Promise<number> => {
    const happened = await happenScheduled(database, now(), onStep, (error) => onError(error, { at: "scheduled" }));
    const relayed = await relayOutbox(database, handlers, now());
    if (relayed > 0) onStep("outbox-relayed");
    const delivered = await deliverDue({ database, handlers, now, onStep, onFailure: (error, delivery) => onError(error, { ...delivery }) });
    return happened + relayed + delivered;
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
      const busy = await round().catch((error: unknown) => {
        onError(error, { at: "relay" });
        return 0;
      });
      if (busy === 0 && !called && !stopping) await rest(idle);
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
export async function drainRelay({ database, handlers, onError, onStep = () => undefined }: Options): Promise<void> {
  const now = () => new Date();
  for (;;) {
    const happened = await happenScheduled(database, now(), onStep, (error) => onError(error, {}));
    const relayed = await relayOutbox(database, handlers, now());
    const delivered = await deliverDue({ database, handlers, now, onStep, onFailure: (error, delivery) => onError(error, { ...delivery }) });
    if (happened + relayed + delivered === 0) return;
  }
}
