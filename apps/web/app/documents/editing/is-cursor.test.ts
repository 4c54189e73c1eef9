import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { isCursor } from "./is-cursor.ts";

describe("what somebody's page says of their caret", () => {
  const doc = new Y.Doc();
  const root = doc.getXmlFragment("document");
  const words = new Y.XmlText("Stalls, power, tea.");
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [words]);
  root.insert(0, [line, new Y.XmlElement("paragraph")]);
  const said = (type: Y.AbstractType<Y.YEvent<Y.XmlFragment>>, index: number) =>
    JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(type, index)));
  const places = [said(root as never, 0), said(root as never, 2), said(words as never, 3), said(words as never, 19)];

  test.each(places.map((place) => [JSON.stringify(place), place]))("is a place where Yjs made one: %s", (_, place) => {
    expect(isCursor({ anchor: place, head: place })).toBe(true);
  });

  test.each([
    null,
    5,
    {},
    { anchor: 5, head: 5 },
    { anchor: {}, head: {} },
    { anchor: { tname: "elsewhere" }, head: { tname: "elsewhere" } },
    { anchor: { item: { client: "x", clock: 1 } }, head: { tname: "document" } },
    { anchor: { tname: "document" }, head: { item: { client: 1, clock: 0.5 } } },
    { anchor: { type: { client: 1 } }, head: { tname: "document" } },
    { anchor: { tname: "document", assoc: "0" }, head: { tname: "document" } },
  ])("is none where it is %j", (cursor) => expect(isCursor(cursor)).toBe(false));
});
