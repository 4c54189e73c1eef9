import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** Write in a room, so many at once, each in a paragraph of their own, at the pace of a quick hand. */
export interface Write {
  readonly url: string;
  readonly cookie: string;
  readonly room: string;
  readonly writers: number;
  /** The fragment that holds the document's blocks. */
  readonly field: string;
}

/** Milliseconds between two letters: sixty words a minute. */
const pause = 200;

process.on("message", (asked: Write) => void write(asked));

async function write({ url, cookie, room, writers, field }: Write): Promise<void> {
  const lines = Array.from({ length: writers }, () => enter(url, cookie, room));
  await Promise.all(lines.map(({ synced }) => synced));
  const timers = lines.map(({ provider, doc }, nth) => {
    const text = paragraphOf(doc.getXmlFragment(field), nth * 7 + 3);
    const letters = "and so we write on 我们继续写 ";
    let typed = 0;
    return setInterval(
      () => {
        text.insert(text.length, letters[typed++ % letters.length] ?? "");
        const here = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, text.length)));
        provider.awareness.setLocalStateField("cursor", { anchor: here, head: here });
      },
      pause * (0.8 + (0.4 * nth) / writers),
    );
  });
  process.once("disconnect", () => {
    for (const timer of timers) clearInterval(timer);
    for (const { provider } of lines) provider.destroy();
    process.exit(0);
  });
  process.send?.("writing");
}

function enter(url: string, cookie: string, room: string) {
  const doc = new Y.Doc();
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: url } });
    }
  }
  const provider = new WebsocketProvider(`${url.replace(/^http/, "ws")}/sync`, room, doc, {
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  });
  provider.awareness.setLocalStateField("user", { name: "Writer", color: "#1b6f54" });
  const synced = new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  return { doc, provider, synced };
}

function paragraphOf(root: Y.XmlFragment, place: number): Y.XmlText {
  const paragraphs = root
    .toArray()
    .filter((block) => block instanceof Y.XmlElement)
    .filter((block) => block.nodeName === "paragraph");
  const text = paragraphs[place % paragraphs.length]?.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("There is no paragraph to write in.");
  return text;
}
