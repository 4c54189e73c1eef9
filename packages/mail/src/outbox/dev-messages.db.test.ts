import { newId } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { postOffice, sendingIn } from "../test/sending.ts";
import { getDevMessage, listDevMessages } from "./dev-messages.ts";

const db = useDatabase();
const { queueNotice, queueReset, send } = sendingIn(db);

test("/dev/mail lists what every house sent, newest first, and shows each whole", async () => {
  const [hall, neighbour] = [await given(db).tenant(), await given(db).tenant()];
  const ids = [await queueNotice(hall), await queueNotice(neighbour), await queueReset()];
  for (const id of ids) await send(postOffice(), id);

  const first = await listDevMessages(db.database, "email", { size: 2, cursor: null });
  const rest = await listDevMessages(db.database, "email", { size: 2, cursor: first.next });
  expect([...first.rows, ...rest.rows].map((message) => message.id)).toEqual([...ids].reverse());
  expect(first.rows[0]).toMatchObject({ tenantId: null, subject: "Set a new password for Guildhall", state: "sent" });
  expect((await listDevMessages(db.database, "sms", { size: 2, cursor: null })).rows).toEqual([]);

  const shown = await getDevMessage(db.database, first.rows[0]?.id ?? newId());
  expect(shown.html).toContain("s3cret-t0ken");
  await expect(getDevMessage(db.database, newId())).rejects.toThrow("core.not-found");
});
