import { runClosed } from "./closed-loop.ts";
import { runOpen } from "./open-loop.ts";
import { gather, type Party } from "./party.ts";
import { type Target, Visitor } from "./visitor.ts";

/** What visitors are to do. The time that it took comes back with it, in milliseconds. */
export type Drive =
  | {
      readonly do: "gather";
      readonly target: Target;
      readonly rooms: readonly string[];
      readonly writers: number;
      readonly readers: number;
    }
  | { readonly do: "write"; readonly window: number; readonly seconds: number }
  | { readonly do: "type"; readonly perSecond: number; readonly seconds: number; readonly presencePerSecond: number }
  | { readonly do: "join"; readonly target: Target; readonly room: string; readonly joiners: number }
  | { readonly do: "leave" };

export interface Driven {
  readonly milliseconds: number;
  readonly updates: number;
  /** Milliseconds each. */
  readonly delivery: readonly number[];
  readonly stored: readonly number[];
}

let parties: Party[] = [];
let stores = false;

process.on("message", (asked: Drive) => {
  const startedAt = performance.now();
  void drive(asked).then((driven) =>
    process.send?.({ milliseconds: performance.now() - startedAt, updates: 0, delivery: [], stored: [], ...driven }),
  );
});
process.once("disconnect", () => process.exit(0));

async function drive(asked: Drive): Promise<Partial<Driven>> {
  switch (asked.do) {
    case "gather":
      stores = asked.target.server === "ours";
      parties = await gather(asked.target, asked);
      return {};
    case "write":
      return runClosed(parties, { ...asked, stores });
    case "type":
      return runOpen(parties, { ...asked, stores });
    case "join":
      return { delivery: await join(asked.target, asked.room, asked.joiners) };
    case "leave":
      for (const visitor of parties.flatMap(({ writers, readers }) => [...writers, ...readers])) visitor.leave();
      parties = [];
      return {};
  }
}

/** All at once; how long each of them waits for the whole of the room. */
async function join(target: Target, room: string, joiners: number): Promise<number[]> {
  const startedAt = performance.now();
  const visitors = Array.from({ length: joiners }, () => new Visitor(target, room));
  const waits = await Promise.all(
    visitors.map(async (visitor) => {
      await visitor.enter();
      return performance.now() - startedAt;
    }),
  );
  for (const visitor of visitors) visitor.leave();
  return waits;
}
