import { idSchema, invalid, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { approveRequests, declineRequests, listWaiting } from "@guildhall/people";
import { EmptyState, FormError, Notice } from "@guildhall/ui";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { sayAnswer } from "../../shell/error-words.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { MembersFrame } from "./members-frame.tsx";
import { RequestTable } from "./request-table.tsx";

const count = z.coerce.number().int().min(0).max(200).optional().catch(undefined);

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({ decided: count, left: count }),
  permission: "members.manage",
});

export const loader = here.loader(async ({ ctx, search: { decided = 0, left = 0, ...page } }) => ({
  waiting: await listWaiting(ctx, page),
  decided,
  left,
}));

/** Either the button in a row, for that one, or the one above, for those whose boxes are ticked. */
const decision = z.object({
  act: z.string().regex(/^(approve|decline)(:[0-9a-f-]{36})?$/),
  request: z.array(idSchema("join_request")).max(200).default([]),
});

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), decision, async ({ act, request: chosen }) => {
    const [verb, one] = act.split(":");
    const ids = one ? [one] : chosen;
    if (ids.length === 0) throw invalid("people.nobody-chosen");
    const { decided, left } = await house.database.withTenant(scope, (ctx) =>
      verb === "approve" ? approveRequests(ctx, ids, house.publicUrl()) : declineRequests(ctx, ids),
    );
    return seeOther(`/w/${params.tenant}/members?decided=${decided}&left=${left}`);
  }),
);

export const meta = pageTitle(m.portal_members);

export default function Requests() {
  const { waiting, decided, left } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  useLive("people.");
  const wrong = answer && "result" in answer ? answer.result.error?.[""]?.[0] : undefined;
  return (
    <MembersFrame>
      {wrong && <FormError title={sayAnswer(locale, wrong)} />}
      {!wrong && decided > 0 && (
        <Notice tone="success" title={t(m.portal_decided_done, { count: decided })} live>
          {left > 0 && t(m.portal_left_done, { count: left })}
        </Notice>
      )}
      {!wrong && decided === 0 && left > 0 && (
        <Notice tone="warning" title={t(m.portal_left_done, { count: left })} live />
      )}
      {waiting.rows.length === 0 ? (
        <EmptyState kind="all-done" title={t(m.portal_requests_none_title)} text={t(m.portal_requests_none_text)} />
      ) : (
        <RequestTable requests={waiting.rows} />
      )}
      <CursorPager page={waiting} />
    </MembersFrame>
  );
}
