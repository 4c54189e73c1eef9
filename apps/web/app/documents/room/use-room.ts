import type { RoomState } from "@guildhall/sync/client";
import { useEffect, useRef, useState } from "react";
import type { DocumentRoom, Writer } from "../document-props.ts";
import { type EnteredRoom, enterRoom, hasUnsaved, isLost } from "./enter-room.ts";

interface Seen {
  readonly room: EnteredRoom | null;
  readonly state: RoomState;
  readonly hasCome: boolean;
}

/** In the room for as long as the page shows it. */
export function useRoom(room: DocumentRoom, me: Writer | null, mayEdit: boolean): Seen {
  const [seen, setSeen] = useState<Seen>({ room: null, state: { is: "connecting" }, hasCome: false });
  const first = useRef({ room, me, mayEdit });
  useEffect(() => {
    const { room: where, me: who, mayEdit: may } = first.current;
    const entered = enterRoom(where, who, may);
    const look = () => {
      const { state } = entered.live;
      setSeen((before) =>
        before.room === entered && before.state === state && before.hasCome === entered.hasCome
          ? before
          : { room: entered, state, hasCome: before.hasCome || entered.hasCome },
      );
    };
    look();
    const unsubscribe = entered.subscribe(look);
    return () => {
      unsubscribe();
      entered.leave();
    };
  }, []);
  useStayAsked(seen.state, me !== null);
  return seen;
}

/** Asks before the page goes while something is stored nowhere. */
function useStayAsked(state: RoomState, isKept: boolean): void {
  const isAside = isKept && isLost(state);
  const isAtRisk = hasUnsaved(state) && !isAside && !("kept" in state && state.kept);
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtRisk]);
}
