import type { RichText } from "@guildhall/core";
import { richTextFromPlain } from "@guildhall/core";
import { drainRelay } from "@guildhall/jobs";
import { listNotices, openNotice, openNoticeRegister } from "@guildhall/notify";
import { type TestDatabase, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { changeComment, removeComment } from "../comments/change-comment.ts";
import { findMentionable } from "../comments/mentionable.ts";
import { replyInThread } from "../comments/reply.ts";
import { resolveThread } from "../comments/resolve-thread.ts";
import { revokeGrant } from "../sharing/change-grant.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import type { Somebody } from "../test/hall-with-documents.ts";
import { guest, talkingHall } from "../test/talking-hall.ts";
import { docsHandlers, docsNotices } from "./docs-handlers.ts";

const db = useDatabase();
const register = openNoticeRegister(docsNotices);

const to = (...people: Somebody[]): RichText => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Ask " },
        ...people.map(({ personId }) => ({
          type: "mention" as const,
          attrs: { kind: "person" as const, id: personId },
        })),
      ],
    },
  ],
});

async function noticingHall(database: TestDatabase) {
  const given = await talkingHall(database);
  const settle = async () => {
    await given.settle();
    await drainRelay({
      database: database.database,
      handlers: docsHandlers,
      onError: (error) => {
        throw error;
      },
    });
  };
  await settle();
  const page = { size: 20, cursor: null };
  const lines = async (who: Somebody) => (await given.as(who, (ctx) => listNotices(ctx, register, { page }))).rows;
  return {
    ...given,
    settle,
    lines,
    /** What was told to somebody since they last asked. */
    titles: async (who: Somebody) => (await lines(who)).map(({ title }) => title),
    mails: async (who: Somebody) =>
      (
        await database.owner.query<{ kind: string; mail_as: string }>(
          "select kind, mail_as from notification where person_id = $1 order by created_at, id",
          [who.personId],
        )
      ).rows.map(({ kind, mail_as }) => `${kind} ${mail_as}`),
  };
}

test("who begins a thread is heard by those who wrote there, who answers by those who take part; nobody hears themselves", async () => {
  const { begin, lin, chen, somebody, share, settle, titles, mails, as } = await noticingHall(db);
  const mei = await somebody("Mei", null);
  await share(mei, "comment");
  await settle();
  const before = await titles(mei);
  const threadId = await begin(chen, "upper spring");
  await settle();
  expect(await titles(lin)).toEqual(["陈雨泽 commented on Launch"]);
  await as(lin, (ctx) => replyInThread(ctx, { threadId, body: richTextFromPlain("It is.") }));
  await settle();
  expect(await titles(chen)).toContain("林乔 commented on Launch");
  expect(await titles(lin)).toHaveLength(1);
  expect(await titles(mei)).toEqual(before);
  expect(await mails(lin)).toEqual(["docs.commented digest"]);
});

test("several comments on one document are one line until it is read", async () => {
  const { begin, lin, chen, settle, lines, as } = await noticingHall(db);
  const first = await begin(chen, "upper spring");
  await begin(chen, "Water");
  await begin(chen, null);
  await settle();
  const [line, ...others] = await lines(lin);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ title: "3 new comments on Launch", topic: "docs-comments" });
  const place = await as(lin, (ctx) => openNotice(ctx, register, { noticeId: line?.id }));
  expect(place.workspace).toContain(`?thread=${first}`);
  expect(place.portal).toBe(place.workspace);
  await begin(chen, null, "And the wood?");
  await settle();
  expect(await lines(lin)).toMatchObject([{ title: "陈雨泽 commented on Launch", text: "And the wood?" }, {}]);
});

test("whoever is spoken to hears it once, by mail at once, and not a second time as somebody who takes part", async () => {
  const { begin, lin, chen, somebody, share, settle, titles, mails, as, threads } = await noticingHall(db);
  const mei = await somebody("Mei", null);
  await share(mei, "comment");
  await settle();
  const threadId = await begin(lin, "upper spring", to(chen));
  await settle();
  expect(await titles(chen)).toContain("林乔 mentioned you in a comment on Launch");
  expect((await mails(chen)).filter((each) => !each.includes("shared"))).toEqual(["docs.mentioned-in-comment now"]);
  const commentId = (await threads(lin))[0]?.comments[0]?.id;
  await as(lin, (ctx) => changeComment(ctx, { commentId, body: to(chen, mei) }));
  await settle();
  expect((await titles(chen)).filter((title) => title.includes("mentioned"))).toHaveLength(1);
  expect(await titles(mei)).toContain("林乔 mentioned you in a comment on Launch");
  // Spoken to is taking part.
  await as(lin, (ctx) => replyInThread(ctx, { threadId, body: richTextFromPlain("Anybody?") }));
  await settle();
  expect(await titles(mei)).toContain("林乔 commented on Launch");
});

test("who may not hear what is said cannot be spoken to, and is told nothing", async () => {
  const { begin, lin, chen, somebody, share, settle, titles, threads, as, launch } = await noticingHall(db);
  const [reader, stranger, viewer] = [
    await somebody("Mei", null),
    await somebody("Zhou", null),
    await somebody("Ann", "viewer"),
  ];
  await share(reader, "view");
  await settle();
  await begin(lin, null, to(reader, stranger, viewer));
  await settle();
  expect((await titles(reader)).filter((title) => title.includes("comment"))).toEqual([]);
  for (const who of [stranger, viewer]) expect(await titles(who)).toEqual([]);
  expect(JSON.stringify(await threads(lin))).not.toContain('"mention"');
  const names = async (who: Pick<Somebody, "actor">, typed: string) =>
    (await as(who, (ctx) => findMentionable(ctx, launch, typed))).map(({ name }) => name);
  for (const typed of ["", "m", "z", "a"]) expect(await names(lin, typed)).not.toContain("Mei");
  // A member is offered colleagues of the house and those who took part, and not whom else it was shared with.
  const other = await somebody("Otto", null);
  await share(other, "comment");
  expect(await names(chen, "")).toEqual(["林乔"]);
  expect(await names(chen, "otto")).toEqual([]);
  expect(await names(lin, "ot")).toEqual(["Otto"]);
  await begin(other, null);
  expect(await names(chen, "otto")).toEqual(["Otto"]);
});

test("what somebody may see no longer when they look says nothing any more; a comment taken back neither", async () => {
  const { begin, lin, chen, settle, titles, as, hall, threads, launch } = await noticingHall(db);
  await begin(lin, "upper spring", to(chen));
  await begin(chen, "Water", "Secret of Chen");
  await settle();
  const mine = (await threads(chen)).flatMap(({ comments }) => comments).find(({ mayChange }) => mayChange);
  await as(chen, (ctx) => removeComment(ctx, { commentId: mine?.id }));
  expect(await titles(lin)).toEqual(["Something you can no longer see"]);
  const { rows } = await db.owner.query(
    "select g.id from document_grant g join document d on d.scope_id = g.scope_id where d.id = $1 and g.person_id = $2",
    [launch, chen.personId],
  );
  await as(lin, (ctx) => revokeGrant(ctx, { grantId: rows[0].id }));
  expect(new Set(await titles(chen))).toEqual(new Set(["Something you can no longer see"]));
  expect(hall.tenant.id).toBeTruthy();
});

test("those who take part hear when a thread is resolved", async () => {
  const { begin, lin, chen, settle, titles, as } = await noticingHall(db);
  const threadId = await begin(chen, "upper spring");
  await as(lin, (ctx) => resolveThread(ctx, { threadId, resolved: "yes" }));
  await settle();
  expect(await titles(chen)).toContain("林乔 resolved a thread in Launch");
  expect(await titles(lin)).toEqual(["陈雨泽 commented on Launch"]);
});

test("a guest is called by the name they gave", async () => {
  const { begin, lin, linkTo, settle, titles } = await noticingHall(db);
  await begin(guest, "upper spring", "Hello", { key: await linkTo("comment"), secret: "s" }, { guestName: "Ann" });
  await settle();
  expect(await titles(lin)).toEqual(["Ann (guest) commented on Launch"]);
});

test("whoever a document names hears it once, however often the words are cut out and put in again", async () => {
  const { write, lin, chen, settle, titles, pass } = await noticingHall(db);
  const name = (id: string) =>
    write(lin, (_, root) => {
      const [line, mention] = [new Y.XmlElement("paragraph"), new Y.XmlElement("mention")];
      for (const [key, value] of Object.entries({ kind: "person", id, label: "Chen" }))
        mention.setAttribute(key, value);
      line.insert(0, [mention]);
      root.push([line]);
    });
  const cut = () => write(lin, (_, root) => root.delete(root.length - 1, 1));
  const named = async () => (await titles(chen)).filter((title) => title === "林乔 mentioned you in Launch");
  await name(chen.personId);
  await settle();
  expect(await named()).toHaveLength(1);
  for (let nth = 0; nth < 3; nth++) {
    await cut();
    await settle();
    expect(await named()).toEqual([]);
    await name(chen.personId);
    await settle();
    expect(await named()).toHaveLength(1);
  }
  pass(1);
  await name(lin.personId);
  await settle();
  expect(await titles(lin)).toEqual([]);
});

test("whoever is let into a document or a space by name hears of it", async () => {
  const { as, lin, spaceId, somebody, share, settle, titles } = await noticingHall(db);
  const mei = await somebody("Mei", null);
  await share(mei, "view");
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { spaceId }, grantee: { kind: "person", personId: mei.personId }, role: "view" }),
  );
  await settle();
  expect((await titles(mei)).sort()).toEqual(["林乔 let you into Launch", "林乔 let you into the space Plans"]);
});
