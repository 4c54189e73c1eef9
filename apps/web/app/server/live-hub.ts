import { type LiveBus, type LiveNotice, readLiveNotice } from "@guildhall/jobs";

/** Hands what happens, in whatever process, to the pages of this one that watch. */
export interface LiveHub {
  /** Calls `tell` for each fact of the tenant, and with null when some may have been missed, until the returned function is called. */
  subscribe(tenantId: string, tell: (notice: LiveNotice | null) => void): () => void;
  watchers(): number;
  close(): Promise<void>;
}

export function openLiveHub(bus: LiveBus): LiveHub {
  const watching = new Map<string, Set<(notice: LiveNotice | null) => void>>();
  const ear = bus.hear(
    (notices) => {
      for (const notice of readLiveNotice(notices))
        for (const tell of watching.get(notice.tenantId) ?? []) tell(notice);
    },
    () => {
      for (const room of watching.values()) for (const tell of room) tell(null);
    },
  );
  return {
    subscribe: (tenantId, tell) => {
      const room = watching.get(tenantId) ?? new Set();
      watching.set(tenantId, room.add(tell));
      return () => {
        room.delete(tell);
        if (room.size === 0) watching.delete(tenantId);
      };
    },
    watchers: () => [...watching.values()].reduce((sum, room) => sum + room.size, 0),
    close: () => ear.close(),
  };
}
