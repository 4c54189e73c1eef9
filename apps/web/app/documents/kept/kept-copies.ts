import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as idb from "lib0/indexeddb";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/** Words that were written on this device and may not be stored any more, of one person and one document. */
export interface KeptCopy {
  readonly state: Uint8Array;
  readonly at: number;
}

interface Whose {
  /** The document's room, as the sync server calls it. */
  readonly room: string;
  readonly personId: string;
}

const store = "copies";
const unsaved = "unsaved";
const keyOf = ({ room, personId }: Whose) => `${room}:${personId}`;

/** What is kept of a document on this device while somebody may write in it. */
export function keptName({ room, personId }: Whose, generation: number): string {
  return `guildhall:${room}:${generation}:${personId}`;
}

/** Remembers whether something in it was never stored; it outlives the page. */
export async function noteUnsaved(keeper: IndexeddbPersistence, isUnsaved: boolean): Promise<void> {
  await (isUnsaved ? keeper.set(unsaved, 1) : keeper.del(unsaved));
}

/** Puts a copy of a document aside, where nothing is ever merged from. */
export async function setAside(whose: Whose, doc: Y.Doc): Promise<void> {
  const packed = pack({ state: Y.encodeStateAsUpdate(doc), at: Date.now() });
  await inCopies((copies) => idb.put(copies, packed, keyOf(whose)));
  told.dispatchEvent(new Event(keyOf(whose)));
}

const told = new EventTarget();

/** Calls `tell` when a copy of it is put aside by this page, until the returned function is called. */
export function onSetAside(whose: Whose, tell: () => void): () => void {
  told.addEventListener(keyOf(whose), tell);
  return () => told.removeEventListener(keyOf(whose), tell);
}

export async function dropCopy(whose: Whose): Promise<void> {
  await inCopies((copies) => idb.del(copies, keyOf(whose)));
}

/**
 * The copy of what somebody wrote here and might not store; null where there is none. Where they may not write any more,
 * what was never stored is put aside first, and what was stored does not stay on the device.
 */
export async function findCopy(whose: Whose, mayWrite: boolean): Promise<KeptCopy | null> {
  if (typeof indexedDB === "undefined") return null;
  if (!mayWrite) for (const name of await namesOf(whose)) await settle(whose, name);
  const found: unknown = await inCopies((copies) => idb.get(copies, keyOf(whose)));
  return found instanceof ArrayBuffer ? unpack(found) : null;
}

function pack({ state, at }: KeptCopy): ArrayBuffer {
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, at);
    encoding.writeVarUint8Array(encoder, state);
  });
  return Uint8Array.from(bytes).buffer;
}

function unpack(packed: ArrayBuffer): KeptCopy {
  const decoder = decoding.createDecoder(new Uint8Array(packed));
  const at = decoding.readVarUint(decoder);
  return { at, state: decoding.readVarUint8Array(decoder) };
}

/** Of every generation: one that was replaced is not merged either. */
async function namesOf({ room, personId }: Whose): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name = "" }) =>
    name.startsWith(`guildhall:${room}:`) && name.endsWith(`:${personId}`) ? [name] : [],
  );
}

async function settle(whose: Whose, name: string): Promise<void> {
  const doc = new Y.Doc();
  const keeper = new IndexeddbPersistence(name, doc);
  await keeper.whenSynced;
  if ((await keeper.get(unsaved)) !== undefined) await setAside(whose, doc);
  await keeper.clearData();
  doc.destroy();
}

async function inCopies<Result>(work: (copies: IDBObjectStore) => Promise<Result>): Promise<Result> {
  const database = await idb.openDB("guildhall-copies", (fresh) => idb.createStores(fresh, [[store]]));
  try {
    const [copies] = idb.transact(database, [store]);
    if (!copies) throw new Error("The device keeps no copies.");
    return await work(copies);
  } finally {
    database.close();
  }
}
