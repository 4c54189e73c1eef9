import { type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import {
  beginThread,
  type Commenter,
  changeComment,
  reactToComment,
  removeComment,
  replyInThread,
  resolveThread,
  restoreComment,
} from "@guildhall/docs";
import {
  beginThreadInput,
  changeCommentInput,
  reactInput,
  replyInput,
  resolveThreadInput,
} from "@guildhall/docs/schemas";
import { data } from "@remix-run/node";
import { z } from "zod";
import { seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";

interface Place {
  readonly documentId: Id<"document">;
  readonly who: Commenter;
  /** Where somebody without script goes on. */
  readonly back: string;
  /** A guest said by what name they go. */
  readonly onNamed?: (name: string) => void;
}

type Done = { readonly threadId: string | null } | { readonly commentId: string };

/** Does what a form about what is said asks for: its act says what, and to which. */
export async function doComment(ctx: Ctx, form: FormData, place: Place) {
  const [act = "", id = ""] = String(form.get("act") ?? "").split(" ");
  const take = acts[act];
  if (!take) throw notFound();
  const beside = form.get("beside") === "yes";
  return take(ctx, form, { ...place, id }, (done) => {
    const threadId = "threadId" in done ? done.threadId : null;
    if (beside) return data({ done: true, threadId });
    const to = "commentId" in done ? `comment-${done.commentId}` : threadId ? `thread-${threadId}` : "";
    return seeOther(to ? `${place.back}#${to}` : place.back);
  });
}

type Answer = ReturnType<typeof answerForm<z.ZodObject, Response | ReturnType<typeof data>>>;
type Take = (
  ctx: Ctx,
  form: FormData,
  place: Place & { readonly id: string },
  then: (done: Done) => Response | ReturnType<typeof data>,
) => Answer;

const words = { body: changeCommentInput.shape.body, guestName: replyInput.shape.guestName };
const nothing = z.object({});

const acts: Readonly<Record<string, Take>> = {
  begin: (ctx, form, { documentId, who, onNamed }, then) =>
    answerForm(form, beginThreadInput.omit({ documentId: true }), async (said) => {
      const threadId = await beginThread(ctx, { documentId, ...said }, who);
      if (said.guestName) onNamed?.(said.guestName);
      return then({ threadId });
    }),
  reply: (ctx, form, { id, who, onNamed }, then) =>
    answerForm(form, z.object(words), async (said) => {
      const threadId = idOf("document_thread", id);
      await replyInThread(ctx, { threadId, ...said }, who);
      if (said.guestName) onNamed?.(said.guestName);
      return then({ threadId });
    }),
  change: (ctx, form, { id, who }, then) =>
    answerForm(form, changeCommentInput.pick({ body: true }), async ({ body }) => {
      const commentId = idOf("document_comment", id);
      await changeComment(ctx, { commentId, body }, who);
      return then({ commentId });
    }),
  remove: (ctx, form, { id, who }, then) =>
    answerForm(form, nothing, async () => {
      await removeComment(ctx, { commentId: idOf("document_comment", id) }, who);
      return then({ threadId: null });
    }),
  restore: (ctx, form, { id, who }, then) =>
    answerForm(form, nothing, async () => {
      const commentId = idOf("document_comment", id);
      await restoreComment(ctx, { commentId }, who);
      return then({ commentId });
    }),
  react: (ctx, form, { id, who }, then) =>
    answerForm(form, reactInput.omit({ commentId: true }), async (sign) => {
      const commentId = idOf("document_comment", id);
      await reactToComment(ctx, { commentId, ...sign }, who);
      return then({ commentId });
    }),
  resolve: (ctx, form, { id, who }, then) =>
    answerForm(form, resolveThreadInput.omit({ threadId: true }), async ({ resolved }) => {
      const threadId = idOf("document_thread", id);
      await resolveThread(ctx, { threadId, resolved }, who);
      return then({ threadId });
    }),
};

/** What names none is not there. */
function idOf<Brand extends string>(brand: Brand, text: string): Id<Brand> {
  const parsed = idSchema(brand).safeParse(text);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
