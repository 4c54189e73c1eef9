import { listen } from "@guildhall/db";
import { type LiveNotice, liveChannel, readLiveNotice } from "@guildhall/jobs";

/** Hands what happens, in whatever process, to the pages of this one that watch. */
export interface LiveHub {
  /** Calls `onNotice` for each fact of the tenant until the returned function is called. */
  subscribe(tenantId: string, onNotice: (notice: LiveNotice) => void): () => void;
  watchers(): number;
  close(): Promise<void>;
}

export function openLiveHub({ url, onError }: { url: string; onError: (error: Error) => void }): LiveHub {
  const watching = new Map<string, Set<(notice: LiveNotice) => void>>();
  const ear = listen({
    url,
    channels: [liveChannel],
    onNotice: (_, payload) => {
      for (const notice of readLiveNotice(payload))
        for (const tell of watching.get(notice.tenantId) ?? []) tell(notice);
    },
    onError,
  });
  return {
    subscribe: (tenantId, onNotice) => {
      const room = watching.get(tenantId) ?? new Set();
      watching.set(tenantId, room.add(onNotice));
      return () => {
        room.delete(onNotice);
        if (room.size === 0) watching.delete(tenantId);
      };
    },
    watchers: () => [...watching.values()].reduce((sum, room) => sum + room.size, 0),
    close: () => ear.close(),
  };
}
