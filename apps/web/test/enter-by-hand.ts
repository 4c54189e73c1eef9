import { documentField, documentSchemaVersion } from "@guildhall/docs/schemas";
import { expect } from "@guildhall/testing/browser";
import type { BrowserContext } from "@playwright/test";
import * as Y from "yjs";

/** A room over HTTP, for what no editor of this edition would write. */
export async function enterByHand(context: BrowserContext, baseURL: string | undefined, name: string) {
  const address = `/sync/${name}?generation=1&schema=${documentSchemaVersion}`;
  const headers = { origin: baseURL ?? "", "content-type": "application/octet-stream" };
  const doc = new Y.Doc();
  const look = async () => {
    const answer = await context.request.post(address, { headers, data: Buffer.from(Y.encodeStateVector(doc)) });
    expect(answer.status()).toBe(200);
    Y.applyUpdate(doc, await answer.body());
    return doc.getXmlFragment(documentField);
  };
  return {
    look,
    change: async (work: (root: Y.XmlFragment) => void) => {
      const root = await look();
      const before = Y.encodeStateVector(doc);
      doc.transact(() => work(root));
      const update = Buffer.from(Y.encodeStateAsUpdate(doc, before));
      const answer = await context.request.put(address, { headers, data: update });
      expect(answer.ok()).toBe(true);
    },
  };
}
