import { documentField } from "@guildhall/docs/schemas";
import { type LiveRoom, openLiveRoom, type RoomState } from "@guildhall/sync/client";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { DocumentRoom, Writer } from "../document-props.ts";

/** A room that this page is in, and what of it is kept on the device. */
export interface EnteredRoom {
  readonly live: LiveRoom;
  readonly fragment: Y.XmlFragment;
  /** Calls `tell` when the state has changed and when there is something to show. */
  subscribe(tell: () => void): () => void;
  /** There is something to show and to write in. */
  readonly hasCome: boolean;
  leave(): void;
}

export function enterRoom(room: DocumentRoom, me: Writer | null, mayEdit: boolean): EnteredRoom {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment(documentField);
  const keeper = me && mayEdit ? keep(room, me, doc) : undefined;
  const live = openLiveRoom({
    url: room.url,
    room: room.name,
    generation: room.generation,
    schemaVersion: room.schemaVersion,
    doc,
    ...(room.key !== undefined && { key: room.key }),
    ...(keeper && {
      keeper: {
        whenSynced: keeper.whenSynced,
        // What was written and never stored is offered first, and goes with the page that offered it.
        clearData: async () => {
          if (!hasUnsaved(live.state)) await keeper.clearData();
        },
      },
    }),
  });
  return {
    live,
    fragment,
    get hasCome() {
      return fragment.length > 0 || ["saved", "saving", "read-only"].includes(live.state.is);
    },
    subscribe: (tell) => {
      const leave = live.subscribe(tell);
      fragment.observe(tell);
      return () => {
        leave();
        fragment.unobserve(tell);
      };
    },
    leave: () => {
      live.close();
      void keeper?.destroy();
      doc.destroy();
    },
  };
}

export function hasUnsaved(state: RoomState): boolean {
  return state.is === "saving" || ("unsaved" in state && state.unsaved);
}

/** Of one person, one document and one generation of it: what another wrote on this device is not theirs. */
function keep({ name, generation }: DocumentRoom, { id }: Writer, doc: Y.Doc): IndexeddbPersistence | undefined {
  if (typeof indexedDB === "undefined") return undefined;
  return new IndexeddbPersistence(`guildhall:${name}:${generation}:${id}`, doc);
}
