import { newId } from "@guildhall/core";
import * as Y from "yjs";
import type { Logged, RoomBatch, RoomKey, RoomLog } from "../log/room-log.ts";
import type { stagedTime } from "./staged-time.ts";

export type StoreTurn = "well" | "fails" | "unheard" | "lies" | "hangs";
export type LoadTurn = "well" | "fails";

interface Beginnings {
  /** The text that is stored already. */
  readonly already?: string;
  readonly failingLoads?: number;
}

/** A room's log on a stage: it stores and loads as it is told, turn by turn, and well once nothing more was said. */
export function stagedLog(time: ReturnType<typeof stagedTime>, { already, failingLoads = 0 }: Beginnings) {
  const rows: Uint8Array[] = [];
  if (already !== undefined) {
    const doc = new Y.Doc();
    doc.getText("text").insert(0, already);
    rows.push(Y.encodeStateAsUpdate(doc));
  }
  const storeTurns: StoreTurn[] = [];
  const loadTurns: LoadTurn[] = Array.from({ length: failingLoads }, () => "fails");
  let hanging = Promise.withResolvers<void>();

  const store = async (batches: readonly RoomBatch[]): Promise<(number | null)[]> => {
    const turn = storeTurns.shift() ?? "well";
    await time.sleep(3);
    if (turn === "hangs") await hanging.promise;
    if (turn === "fails") throw new Error("PostgreSQL is away.");
    const bases = batches.map(({ entries }) => {
      const base = rows.length;
      if (turn !== "lies") rows.push(...entries.map(({ update }) => update));
      return base;
    });
    if (turn === "unheard") throw new Error("The line was cut after the commit.");
    return bases;
  };
  const load = async () => {
    const turn = loadTurns.shift() ?? "well";
    const [tail, headSeq] = [[...rows], rows.length];
    await time.sleep(4);
    if (turn === "fails") throw new Error("PostgreSQL is away.");
    return { headSeq, snapshot: null, tail };
  };
  const log: RoomLog = {
    store,
    load,
    since: async (_, seq): Promise<Logged[]> => rows.slice(seq).map((update, n) => ({ seq: seq + n + 1, update })),
    heads: async () => [],
  };
  const doc = (): Y.Doc => {
    const all = new Y.Doc();
    for (const update of rows) Y.applyUpdate(all, update);
    return all;
  };
  const key: RoomKey = { tenantId: newId<"tenant">(), id: newId<"sync_room">(), generation: 1 };
  return {
    key,
    log,
    length: () => rows.length,
    doc,
    text: () => doc().getText("text").toString(),
    nextStore: (turn: StoreTurn) => void storeTurns.push(turn),
    nextLoad: (turn: LoadTurn) => void loadTurns.push(turn),
    release: () => hanging.resolve(),
    /** Nothing fails any more. */
    recover() {
      storeTurns.length = 0;
      loadTurns.length = 0;
      hanging.resolve();
      hanging = Promise.withResolvers();
      hanging.resolve();
    },
    /** Another node stores something. */
    storeElsewhere() {
      const now = doc();
      const before = Y.encodeStateVector(now);
      now.getText("text").insert(0, "(elsewhere)");
      rows.push(Y.encodeStateAsUpdate(now, before));
    },
  };
}
