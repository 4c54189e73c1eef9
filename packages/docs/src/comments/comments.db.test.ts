import { rejects } from "node:assert/strict";
import { type Id, newId, plainFromRichText, richTextFromPlain } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { docsTrace } from "../docs-trace.ts";
import { getDocument } from "../documents/document.queries.ts";
import { removeDocument } from "../documents/remove-document.ts";
import { documentField } from "../editor/document-node.ts";
import { guest, lineOf, nobodyElse, plain, talkingHall } from "../test/talking-hall.ts";
import { anchorsIn } from "./anchored-words.ts";
import { beginThread } from "./begin-thread.ts";
import { changeComment, removeComment, restoreComment } from "./change-comment.ts";
import { reactToComment } from "./react.ts";
import { replyInThread } from "./reply.ts";
import { resolveThread } from "./resolve-thread.ts";
import { listThreads } from "./thread.queries.ts";

const db = useDatabase();
const said = (text: string) => richTextFromPlain(text);
const notThere = { code: "core.not-found" };
const refused = { code: "core.forbidden" };

test("who may only comment speaks about words without writing a letter, and nobody is told that they wrote", async () => {
  const { begin, chen, lin, threads, says, settle, facts, launch, as } = await talkingHall(db);
  await settle();
  const id = await begin(chen, "upper spring");
  expect(await threads(lin)).toMatchObject([
    { id, quote: "upper spring", isLost: false, resolvedAt: null, comments: [{ author: { id: chen.personId } }] },
  ]);
  const doc = await says();
  expect(plain(lineOf(doc.getXmlFragment(documentField)))).toBe("Water at the upper spring.");
  expect(anchorsIn(doc).get(id)?.quote).toBe("upper spring");
  await settle();
  expect((await facts("docs.document-edited")).map((fact) => Object.values(fact))).not.toContainEqual(
    expect.arrayContaining([chen.personId]),
  );
  expect((await as(lin, (ctx) => getDocument(ctx, launch))).editedBy).toBe(lin.personId);
});

test("who may only read hears nothing of what is said; who may not even read finds nothing there", async () => {
  const { begin, lin, chen, somebody, share, threads, launch, as, hall } = await talkingHall(db);
  const id = await begin(lin, "upper spring");
  const [reader, stranger, viewer] = [
    await somebody("Mei", null),
    await somebody("Zhou", null),
    await somebody("Ann", "viewer"),
  ];
  await share(reader, "view");
  const kept = [
    [reader, refused],
    [viewer, refused],
    [stranger, notThere],
    [guest, notThere],
  ] as const;
  for (const [who, answer] of kept) {
    await rejects(threads(who), answer);
    await rejects(begin(who, null), answer);
    await rejects(
      as(who, (ctx) => replyInThread(ctx, { threadId: id, body: said("Hm") })),
      answer,
    );
    await rejects(
      as(who, (ctx) => resolveThread(ctx, { threadId: id, resolved: "yes" })),
      answer,
    );
  }
  const comment = (await threads(chen))[0]?.comments[0]?.id;
  await rejects(
    as(reader, (ctx) => reactToComment(ctx, { commentId: comment, sign: "👍", on: "yes" })),
    refused,
  );
  // Somebody of another hall, by the very ids.
  const elsewhere = await given(db).tenant();
  await elsewhere.inside(async (ctx) => {
    await rejects(listThreads(ctx, launch), notThere);
    await rejects(beginThread(ctx, { documentId: launch, body: said("Hm") }), notThere);
    await rejects(replyInThread(ctx, { threadId: id, body: said("Hm") }), notThere);
    await rejects(removeComment(ctx, { commentId: comment }), notThere);
  });
  expect(hall.tenant.id).not.toBe(elsewhere.tenant.id);
});

test("a thread goes on, is resolved by whoever writes or began it, and is open again with the next word", async () => {
  const { begin, lin, chen, somebody, share, threads, as, facts } = await talkingHall(db);
  const mei = await somebody("Mei", null);
  await share(mei, "comment");
  const id = await begin(chen, "upper spring");
  await as(lin, (ctx) => replyInThread(ctx, { threadId: id, body: said("It is.") }));
  const resolve = (who: typeof mei, resolved: string) =>
    as(who, (ctx) => resolveThread(ctx, { threadId: id, resolved }));
  await rejects(resolve(mei, "yes"), refused);
  await resolve(chen, "yes");
  await resolve(chen, "yes");
  expect(await threads(lin)).toMatchObject([{ resolvedBy: "陈雨泽", mayResolve: true }]);
  expect(await threads(mei)).toMatchObject([{ mayResolve: false }]);
  await as(mei, (ctx) => replyInThread(ctx, { threadId: id, body: said("Not in autumn.") }));
  expect(await threads(lin)).toMatchObject([{ resolvedAt: null, comments: [{}, {}, {}] }]);
  expect(await facts("docs.thread-resolved")).toHaveLength(1);
  expect(await facts("docs.thread-reopened")).toHaveLength(1);
  await resolve(lin, "yes");
  await resolve(lin, "no");
  expect(await threads(lin)).toMatchObject([{ resolvedAt: null }]);
});

test("everybody changes and takes back their own words; who manages takes back others'", async () => {
  const { begin, lin, chen, somebody, share, threads, as } = await talkingHall(db);
  const mei = await somebody("Mei", null);
  await share(mei, "edit");
  await begin(chen, "upper spring");
  const commentId = (await threads(chen))[0]?.comments[0]?.id;
  for (const who of [mei, lin])
    await rejects(
      as(who, (ctx) => changeComment(ctx, { commentId, body: said("No") })),
      refused,
    );
  await rejects(
    as(mei, (ctx) => removeComment(ctx, { commentId })),
    refused,
  );
  await as(chen, (ctx) => changeComment(ctx, { commentId, body: said("Is it cold?") }));
  expect(await threads(chen)).toMatchObject([
    { comments: [{ edited: true, mayChange: true, mayRemove: true, author: { name: "陈雨泽" } }] },
  ]);
  expect(await threads(mei)).toMatchObject([{ comments: [{ mayChange: false, mayRemove: false }] }]);
  await as(lin, (ctx) => removeComment(ctx, { commentId }));
  expect(await threads(chen)).toEqual([]);
  await rejects(
    as(chen, (ctx) => changeComment(ctx, { commentId, body: said("Hm") })),
    notThere,
  );
  await as(chen, (ctx) => restoreComment(ctx, { commentId }));
  const [thread] = await threads(lin);
  expect(thread?.comments.map(({ body }) => plainFromRichText(body))).toEqual(["Is it cold?"]);
});

test("a comment is answered with a sign, each sign once by each", async () => {
  const { begin, lin, chen, threads, as, pass } = await talkingHall(db);
  await begin(lin, "upper spring");
  const commentId = (await threads(chen))[0]?.comments[0]?.id;
  const react = (who: typeof lin, sign: string, on = "yes") =>
    as(who, (ctx) => reactToComment(ctx, { commentId, sign, on }));
  await react(chen, "👍");
  await react(chen, "👍");
  pass(1);
  await react(lin, "👍");
  await react(lin, "🎉");
  await react(lin, "🎉", "no");
  expect(await threads(chen)).toMatchObject([
    { comments: [{ reactions: [{ sign: "👍", names: ["陈雨泽", "林乔"], mine: true }] }] },
  ]);
  await rejects(react(lin, "💩"), { name: "ZodError" });
});

test("who came by a link speaks by the name they give, and only the browser that spoke changes what it said", async () => {
  const { linkTo, begin, threads, as, lin } = await talkingHall(db);
  const [reads, comments] = [await linkTo("view"), await linkTo("comment")];
  const by = (key: string | null, secret: string | null) => ({ key, secret });
  await rejects(begin(guest, "upper spring", "Hello", by(reads, "one"), { guestName: "Ann" }), refused);
  await rejects(begin(guest, "upper spring", "Hello", by(null, "one"), { guestName: "Ann" }), notThere);
  await rejects(begin(guest, "upper spring", "Hello", by(comments, "one")), { code: "docs.guest-name-missing" });
  await begin(guest, "upper spring", "Hello", by(comments, "one"), { guestName: "Ann" });
  const [thread] = await threads(lin);
  expect(thread?.comments).toMatchObject([{ author: { id: null, name: "Ann", isGuest: true }, mayChange: false }]);
  const commentId = thread?.comments[0]?.id;
  const change = (secret: string | null) =>
    as(guest, (ctx) => changeComment(ctx, { commentId, body: said("Hi") }, by(comments, secret)));
  for (const secret of [null, "two", ""]) await rejects(change(secret), refused);
  await change("one");
  expect(await threads(guest, by(comments, "one"))).toMatchObject([
    { mayResolve: true, comments: [{ mayChange: true }] },
  ]);
  await rejects(
    as(guest, (ctx) => reactToComment(ctx, { commentId, sign: "👍", on: "yes" }, by(comments, "one"))),
    refused,
  );
  const { rows } = await db.owner.query("select guest_key from document_comment where id = $1", [commentId]);
  expect(String(rows[0].guest_key)).not.toContain("one");
});

test("strangers with a link cannot flood a document; who works there is not shut out by them", async () => {
  const { linkTo, begin, lin, pass } = await talkingHall(db);
  const key = await linkTo("comment");
  const speak = () => begin(guest, null, "Buy!", { key, secret: "s" }, { guestName: "Ann" });
  for (let nth = 0; nth < 60; nth++) await speak();
  await rejects(speak(), { code: "docs.guests-too-many", kind: "limited" });
  await begin(lin, null, "Enough.");
  pass(11);
  await speak();
});

test("words that nobody can find any more cannot be spoken about, and nothing is left of the attempt", async () => {
  const { begin, write, lin, chen, placesOf, launch, as, threads } = await talkingHall(db);
  const places = await placesOf("upper spring");
  await write(lin, (words) => words.delete(0, words.length));
  const late = as(chen, (ctx) => beginThread(ctx, { documentId: launch, ...places, body: said("Clean?") }));
  await rejects(late, { code: "docs.words-gone" });
  for (const from of ["AAAA", "____", "zzzzzzzzzzzz"])
    await rejects(
      as(chen, (ctx) => beginThread(ctx, { documentId: launch, from, to: places.to, body: said("Clean?") })),
      { code: "docs.words-gone" },
    );
  expect(await threads(lin)).toEqual([]);
  await begin(chen, null, "What of the water?");
  expect(await threads(lin)).toMatchObject([{ quote: null, isLost: false }]);
});

test("a thread whose words were deleted says so with the words, and stands on them again when they come back", async () => {
  const { begin, write, settle, lin, chen, threads } = await talkingHall(db);
  const id = await begin(chen, "upper spring");
  await write(lin, (words) => words.delete(10, 16));
  await settle();
  expect(await threads(lin)).toMatchObject([{ id, quote: "upper spring", isLost: true }]);
  // As by undo of a page that knew no marks, or by putting an older text back.
  await write(lin, (words) => words.insert(10, "he upper spring."));
  await settle();
  await settle();
  expect(await threads(lin)).toMatchObject([{ id, quote: "upper spring", isLost: false }]);
});

test("a thread goes along with words that are cut out and put in elsewhere, and says what stands there by then", async () => {
  const { begin, write, settle, lin, chen, threads, says } = await talkingHall(db);
  const id = await begin(chen, "upper spring");
  await write(lin, (words) => {
    const [piece] = words.toDelta().filter(({ attributes }: { attributes?: object }) => attributes);
    words.delete(13, 12);
    words.insert(0, "spring house and ", piece.attributes);
  });
  await settle();
  expect(anchorsIn(await says()).get(id)?.quote).toBe("spring house and ");
  expect(await threads(lin)).toMatchObject([{ id, isLost: false, quote: "spring house and " }]);
});

test("many who speak about one line at once are all heard, each about their own words", async () => {
  const { begin, lin, chen, threads } = await talkingHall(db);
  const quotes = ["Water", "at the", "upper", "spring", "upper spring", "the upper"];
  await Promise.all(quotes.map((quote, nth) => begin(nth % 2 ? lin : chen, quote)));
  expect((await threads(lin)).map(({ quote }) => quote).sort()).toEqual([...quotes].sort());
});

test("of a day and a document, whoever speaks has one line of their timeline", async () => {
  const { begin, chen, facts, pass, launch } = await talkingHall(db);
  await begin(chen, "Water");
  pass(30);
  await begin(chen, "upper");
  expect(await facts("docs.document-commented")).toEqual([{ documentId: launch, personId: chen.personId }]);
  pass(24 * 60);
  await begin(chen, null);
  expect(await facts("docs.document-commented")).toHaveLength(2);
});

test("a document in the trash takes what is said along; one that is purged leaves nothing", async () => {
  const { begin, lin, threads, launch, as, hall } = await talkingHall(db);
  await begin(lin, "upper spring");
  await as(lin, (ctx) => removeDocument(ctx, { documentId: launch }));
  await rejects(threads(lin), notThere);
  await db.owner.query("delete from document where id = $1", [launch]);
  for (const table of ["document_thread", "document_comment", "document_reaction"]) {
    const { rows } = await db.owner.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [
      hall.tenant.id,
    ]);
    expect(rows[0].n).toBe(0);
  }
});

test("whoever is forgotten leaves their words without a name, and nothing breaks", async () => {
  const { begin, lin, chen, threads, as, hall } = await talkingHall(db);
  const id = await begin(chen, "upper spring");
  const commentId = (await threads(lin))[0]?.comments[0]?.id;
  await as(chen, (ctx) => reactToComment(ctx, { commentId, sign: "👍", on: "yes" }));
  await as(chen, (ctx) => resolveThread(ctx, { threadId: id, resolved: "yes" }));
  const traced = { id: chen.personId, ids: [chen.personId], emails: [], phones: [] };
  expect(await hall.inside((ctx) => docsTrace.collect(ctx, traced))).toMatchObject({
    said: [{ text: "Is it clean?" }],
  });
  await hall.inside((ctx) => docsTrace.erase(ctx, traced));
  expect(await threads(lin)).toMatchObject([
    { resolvedBy: null, comments: [{ author: { id: null, name: null, isGuest: false }, reactions: [] }] },
  ]);
});

test("nothing empty, endless or unknown is taken", async () => {
  const { begin, chen, as } = await talkingHall(db);
  const threadId = await begin(chen, null);
  for (const body of [said("  "), said("x".repeat(4_001)), "<b>", undefined])
    await rejects(
      as(chen, (ctx) => replyInThread(ctx, { threadId, body })),
      { name: "ZodError" },
    );
  await rejects(
    as(chen, (ctx) => replyInThread(ctx, { threadId: newId() as Id<"document_thread">, body: said("Hm") })),
    notThere,
  );
  expect(nobodyElse.key).toBeNull();
});
