import type { Change as LoggedChange } from "@guildhall/sync";
import * as Y from "yjs";

/** What a change of a room says, taken apart. */
export interface ReadChange extends LoggedChange {
  readonly put: readonly Put[];
  readonly took: readonly { readonly client: number; readonly from: number; readonly to: number }[];
}

/** A letter, several in a row, or a part, on its way into a room. */
export interface Put {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  /** Null for parts and dresses. */
  readonly text: string | null;
  /** What it stands in and beside. */
  readonly near: readonly Y.ID[];
}

export function readChange(change: LoggedChange): ReadChange {
  const { structs, ds } = Y.decodeUpdate(change.update);
  return {
    ...change,
    put: structs.flatMap((struct) => {
      if (struct instanceof Y.Skip) return [];
      const { client, clock } = struct.id;
      const range = { client, from: clock, to: clock + struct.length };
      if (!(struct instanceof Y.Item)) return [{ ...range, text: null, near: [] }];
      const { content, origin, rightOrigin, parent } = struct;
      const near = [parent instanceof Y.ID ? parent : null, origin, rightOrigin].flatMap((id) => id ?? []);
      return [{ ...range, text: content instanceof Y.ContentString ? content.str : null, near }];
    }),
    took: [...ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
    ),
  };
}
