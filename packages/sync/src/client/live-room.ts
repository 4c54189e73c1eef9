import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { askFrame, frameType } from "../wire/frames.ts";
import { HttpExchange } from "./http-exchange.ts";
import { type HttpLine, httpLine } from "./http-line.ts";
import { Marks } from "./marks.ts";
import { roomSocket } from "./room-socket.ts";
import { type EndReason, endOf, type RoomFacts, type RoomState, stateOf } from "./room-state.ts";

/** Keeps a document on this device; `IndexeddbPersistence` of y-indexeddb is one. */
export interface RoomKeeper {
  readonly whenSynced: Promise<unknown>;
  clearData(): Promise<void>;
}

/** A room that this page is in. */
export interface LiveRoom {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** y-websocket's own, for editors that ask for one. */
  readonly provider: WebsocketProvider;
  readonly state: RoomState;
  /** Calls `tell` whenever the state has changed, until the returned function is called. */
  subscribe(tell: (state: RoomState) => void): () => void;
  /** Calls `hear` when something that belongs to the room and does not stand in it has changed, or may have. */
  onTold(hear: () => void): () => void;
  /** Resolves once all that was changed here is stored. */
  whenSaved(): Promise<void>;
  close(): void;
}

interface Options {
  /** Of the server, as `wss://hall.example/sync`. */
  readonly url: string;
  /** As `roomName` says it. */
  readonly room: string;
  readonly doc?: Y.Doc;
  readonly generation: number;
  readonly schemaVersion: number;
  /** What the link that opens the room carries. */
  readonly key?: string;
  readonly keeper?: RoomKeeper;
  /** What a browser has by itself. */
  readonly WebSocket?: typeof globalThis.WebSocket;
  readonly fetch?: typeof globalThis.fetch;
  /** Bytes of the largest frame. */
  readonly largest?: number;
  /** Milliseconds between two looks where no WebSocket gets through. */
  readonly pollEvery?: number;
}

const slowest = 10_000; // between two attempts

/** Enters a room and stays in it, come what may, until it is closed or has ended. */
export function openLiveRoom(options: Options): LiveRoom {
  return new OpenRoom(options);
}

class OpenRoom implements LiveRoom {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly #marks = new Marks();
  readonly #http: HttpLine;
  readonly #exchange: HttpExchange;
  readonly #told = new Set<(state: RoomState) => void>();
  readonly #heard = new Set<() => void>();
  readonly #keeper: RoomKeeper | undefined;
  #facts: RoomFacts = {
    connected: false,
    hadAll: false,
    synced: false,
    mayEdit: true,
    storing: true,
    unsaved: false,
    kept: false,
    failures: 0,
    ended: null,
  };
  #state: RoomState = stateOf(this.#facts);
  #closed = false;

  constructor({ url, room, doc = new Y.Doc(), generation, schemaVersion, key, keeper, ...options }: Options) {
    this.doc = doc;
    this.#keeper = keeper;
    const params = { generation: String(generation), schema: String(schemaVersion), ...(key !== undefined && { key }) };
    const address = `${url.replace(/^ws/, "http")}/${room}?${new URLSearchParams(params)}`;
    this.#http = httpLine(() => address, options.fetch);
    this.#exchange = new HttpExchange({
      doc,
      http: this.#http,
      marks: this.#marks,
      origin: () => this.provider,
      isWanted: () => !this.#closed && !this.#facts.ended,
      pollEvery: options.pollEvery ?? 2_000,
      onEnd: (why) => this.#end(why),
    });
    // Before the provider's own, so that a change is counted before it is sent.
    doc.on("update", this.#onUpdate);
    this.provider = new WebsocketProvider(url, room, doc, {
      connect: false,
      disableBc: true,
      params,
      WebSocketPolyfill: roomSocket(options.WebSocket ?? globalThis.WebSocket, {
        client: doc.clientID,
        largest: options.largest ?? 1_900_000,
        onOpen: () => this.#marks.connected(),
        onSync: (answer) => {
          if (answer) this.#marks.answered();
          return this.#marks.next();
        },
        divert: (update) => this.#exchange.push(update),
      }),
    });
    this.#listen();
    void keeper?.whenSynced.then(() => this.#note({ kept: true }));
    this.provider.connect();
  }

  get awareness(): Awareness {
    return this.provider.awareness;
  }

  get state(): RoomState {
    return this.#state;
  }

  subscribe(tell: (state: RoomState) => void): () => void {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  }

  onTold(hear: () => void): () => void {
    this.#heard.add(hear);
    return () => this.#heard.delete(hear);
  }

  whenSaved(): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        if (this.#marks.unsaved) return;
        leave();
        done();
      };
      const leave = this.subscribe(look);
      look();
    });
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === this.provider) return;
    this.#marks.changed();
    this.#note({ unsaved: true });
  };

  #listen(): void {
    const { provider } = this;
    provider.on("status", ({ status }) => {
      if (status === "connected") this.#note({ connected: true, failures: 0 });
      else if (status === "disconnected") this.#note({ connected: false, synced: false });
    });
    provider.on("sync", (synced) => {
      // What was told while the line was down is unknown.
      if (synced && this.#facts.hadAll) this.#tell();
      this.#note(synced ? { synced, hadAll: true } : { synced });
    });
    provider.on("connection-close", () => this.#onClose());
    provider.on("closed", ({ code }) => this.#end(endOf(code) ?? "gone"));
    provider.messageHandlers[frameType.stored] = (_encoder, decoder) => {
      this.#marks.returned(decoding.readVarUint(decoder));
      this.#note({ unsaved: this.#marks.unsaved });
    };
    provider.messageHandlers[frameType.standing] = (_encoder, decoder) => {
      const bits = decoding.readVarUint(decoder);
      this.#note({ mayEdit: (bits & 1) > 0, storing: (bits & 2) > 0 });
    };
    provider.messageHandlers[frameType.told] = () => this.#tell();
    provider.messageHandlers[frameType.fetch] = () => void this.#pull();
  }

  #tell(): void {
    for (const hear of this.#heard) hear();
  }

  /** Comes again after a while that differs from page to page, so that a node that comes back is not overrun. */
  #onClose(): void {
    const { provider } = this;
    const wait = Math.min(slowest, 200 * 2 ** provider.wsUnsuccessfulReconnects);
    provider.maxBackoffTime = wait * (0.5 + Math.random() / 2);
    this.#note({ failures: this.#facts.failures + 1 });
    if (!this.#facts.connected) void this.#askWhy();
  }

  /** A browser does not say why a WebSocket was refused; the same door says it over HTTP. */
  async #askWhy(): Promise<void> {
    const { answered, ended } = await this.#http.ask();
    if (ended) this.#end(ended);
    else if (answered && this.#facts.failures >= 3) this.#poll();
  }

  #end(why: EndReason): void {
    this.provider.disconnect();
    this.#note({ ended: why });
    // What may not be read here any more does not stay on the device.
    if (why === "forbidden" || why === "signedOut") void this.#keeper?.clearData();
  }

  /** For a room too large to come over the socket: it comes over HTTP, and the socket is asked again for the rest. */
  async #pull(): Promise<void> {
    const came = await this.#exchange.pull();
    if (came) this.provider.ws?.send(Uint8Array.from(askFrame(Y.encodeStateVector(this.doc))));
    else if (!this.#closed && !this.#facts.ended) this.provider.ws?.close();
  }

  /** Where no WebSocket gets through. */
  #poll(): void {
    this.#exchange.poll({
      isOver: () => this.provider.wsconnected,
      onTurn: (synced) => {
        if (!synced) return this.#note({ connected: false, synced });
        this.#note({ connected: true, synced, hadAll: true, unsaved: this.#marks.unsaved });
        this.#tell();
      },
    });
  }

  #note(facts: Partial<RoomFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    const state = stateOf(this.#facts);
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const tell of this.#told) tell(state);
  }

  close(): void {
    this.#closed = true;
    this.#exchange.stop();
    this.doc.off("update", this.#onUpdate);
    this.provider.destroy();
  }
}
