import { documentField } from "@guildhall/docs/schemas";
import { type LiveRoom, openLiveRoom, type RoomState } from "@guildhall/sync/client";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { DocumentRoom, Writer } from "../document-props.ts";
import { keptName, noteUnsaved, setAside } from "../kept/kept-copies.ts";

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
        // What was written and never stored is put aside, from where it is offered and never merged.
        clearData: async () => {
          if (!hasUnsaved(live.state)) await keeper.clearData();
        },
      },
    }),
  });
  const unwatch = keeper && me ? watch(live, keeper, { room: room.name, personId: me.id }) : undefined;
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
      unwatch?.();
      live.close();
      void keeper?.destroy();
      doc.destroy();
    },
  };
}

/** Remembers on the device whether something was never stored, and puts it aside once it may not be any more. */
function watch(live: LiveRoom, keeper: IndexeddbPersistence, whose: { room: string; personId: string }): () => void {
  let noted: boolean | null = null;
  let isAside = false;
  const look = () => {
    const { state } = live;
    const isUnsaved = hasUnsaved(state);
    if (isAside || state.is === "connecting") return;
    if (isUnsaved && isLost(state)) {
      isAside = true;
      void setAside(whose, live.doc)
        .then(() => keeper.clearData())
        // What stands on this page is not what the document says.
        .then(() => state.is === "read-only" && location.reload());
    } else if (isUnsaved !== noted) {
      noted = isUnsaved;
      void noteUnsaved(keeper, isUnsaved);
    }
  };
  look();
  return live.subscribe(look);
}

/** Whether what was written here will not be taken any more. */
export function isLost(state: RoomState): boolean {
  if (state.is === "read-only") return state.unsaved;
  return state.is === "ended" && state.unsaved && (state.why === "forbidden" || state.why === "gone");
}

export function hasUnsaved(state: RoomState): boolean {
  return state.is === "saving" || ("unsaved" in state && state.unsaved);
}

/** Of one person, one document and one generation of it: what another wrote on this device is not theirs. */
function keep({ name, generation }: DocumentRoom, { id }: Writer, doc: Y.Doc): IndexeddbPersistence | undefined {
  if (typeof indexedDB === "undefined") return undefined;
  return new IndexeddbPersistence(keptName({ room: name, personId: id }, generation), doc);
}
