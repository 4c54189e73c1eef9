import { SaxesParser } from "saxes";
import { limits } from "../limits.ts";
import { isFileRefusal, refuseFile } from "../refuse-file.ts";

type Attributes = Readonly<Record<string, string>>;

/** What to do at a tag or text; names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML piece by piece, and yields after each so that what the handlers gathered can be handed on. Document types
 * are refused, and with them every entity of one's own; so is what never comes to an end.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let sinceEvent = 0;
  const eventful =
    <Args extends readonly unknown[]>(handle: (...args: Args) => void) =>
    (...args: Args) => {
      sinceEvent = 0;
      handle(...args);
    };
  parser.on("doctype", () => {
    throw refuseFile("imports.workbook-broken");
  });
  parser.on(
    "opentag",
    eventful(({ name, attributes }) => handlers.open(local(name), attributes)),
  );
  parser.on(
    "closetag",
    eventful(({ name }) => handlers.close(local(name))),
  );
  parser.on(
    "text",
    eventful((text) => handlers.text(text)),
  );
  parser.on(
    "cdata",
    eventful((text) => handlers.text(text)),
  );
  try {
    let decoder: TextDecoder | null = null;
    for await (const piece of bytes) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      sinceEvent += piece.length;
      parser.write(decoder.decode(piece, { stream: true }));
      if (sinceEvent > limits.xmlText) throw refuseFile("imports.unpacks-too-large");
      yield;
    }
    parser.write(decoder?.decode() ?? "").close();
    yield;
  } catch (error) {
    throw isFileRefusal(error) ? error : refuseFile("imports.workbook-broken");
  }
}

/** Reads small XML to its end. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, handlers: Partial<XmlHandlers>): Promise<void> {
  const nothing = () => undefined;
  const all = { open: nothing, close: nothing, text: nothing, ...handlers };
  const reading = readXml(bytes, all);
  while (!(await reading.next()).done);
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(start: Uint8Array): string {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0x3c && start[1] === 0)) return "utf-16le";
  if ((start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0 && start[1] === 0x3c)) return "utf-16be";
  return "utf-8";
}
