import { invalid } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { enterByNoticeKey, noticeChoices, saveNoticeSettings, stopMail, topicsFor } from "@guildhall/notify";
import { noticeSettingsInput } from "@guildhall/notify/schemas";
import { suiteNotices } from "@guildhall/suite";
import { Button, ButtonLink, Notice, PageHeader, Row, Stack } from "@guildhall/ui";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChoicesForm } from "../notices/choices-form.tsx";
import { topicsIn } from "../notices/topics-in.ts";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";

// The link in the mail is the only key that is needed, so mail programs may post to it by themselves (RFC 8058).
const door = route({
  area: "public",
  machine: true,
  params: z.object({ token: z.string().max(2_000) }),
  search: z.object({ saved: z.literal("1").optional() }),
});

/** The status of what was here, and will not be again. */
const over = 410;

export const loader = door.loader(async ({ house, visit, params, search }) => {
  const { tenant, scope, reader, key, reach } = await enterByNoticeKey(house.database, house.secret, params.token);
  if (reach === "nothing") return data({ reach, name: tenant.name }, { status: over });
  const topics = topicsIn(await visit.locale(), reader);
  return {
    reach,
    name: tenant.name,
    token: params.token,
    stops: key.stops,
    topic: topics.find(({ name }) => name === key.stops)?.label ?? null,
    topics,
    choices: await house.database.withTenant(scope, (ctx) => noticeChoices(ctx, suiteNotices, key.personId), {
      readOnly: true,
    }),
    saved: search.saved === "1",
  };
});

export const action = door.action(async ({ house, params, request }) => {
  const { scope, reader, key, reach } = await enterByNoticeKey(house.database, house.secret, params.token);
  if (reach === "nothing") return data({ stopped: false }, { status: over });
  const form = await request.formData();
  if (form.get("act") === "save") {
    const names = topicsFor(reader, suiteNotices.topics).map(({ name }) => name);
    return answerForm(form, noticeSettingsInput(names), async (chosen) => {
      if (reach !== "choose") throw invalid("notify.link-old");
      await house.database.withTenant(scope, (ctx) => saveNoticeSettings(ctx, suiteNotices, chosen));
      return seeOther(`/notices/${params.token}?saved=1`);
    });
  }
  const { stops } = key;
  if (stops !== null) await house.database.withTenant(scope, (ctx) => stopMail(ctx, suiteNotices, stops));
  return data({ stopped: stops !== null });
});

export const meta = pageTitle(m.notices_title);

/** What a mail's reader still wants to hear of, without signing in. */
export default function NoticeChoicesByMail() {
  const { t } = useWords();
  const shown = useLoaderData<typeof loader>();
  return (
    <FrontFrame>
      <div className="mx-auto max-w-letter">
        <Stack gap={5}>
          {shown.reach === "nothing" ? (
            <>
              <PageHeader size="l" title={t(m.notices_link_over_title)} description={t(m.notices_link_over_text)} />
              <Row>
                <ToAccount />
              </Row>
            </>
          ) : (
            <Choices {...shown} />
          )}
        </Stack>
      </div>
    </FrontFrame>
  );
}

type Shown = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { reach: "nothing" }>;

function Choices({ reach, name, token, stops, topic, topics, choices, saved }: Shown) {
  const { t } = useWords();
  const answer = useActionData<typeof action>();
  const stopped = answer !== undefined && "stopped" in answer && answer.stopped;
  const done = topic === null ? t(m.notices_digest_stopped, { name }) : t(m.notices_topic_stopped, { name, topic });
  return (
    <>
      <PageHeader
        size="l"
        title={t(m.letters_unsubscribe_title, { name })}
        description={reach === "choose" ? t(m.notices_by_link_text) : t(m.notices_link_stop_only)}
      />
      {saved && <Notice tone="success" live title={t(m.notices_saved)} />}
      {stopped && <Notice tone="success" live title={done} />}
      {!stopped && stops !== null && (
        <Form method="post" action={`/notices/${token}`}>
          <Button type="submit" look="primary" name="act" value="stop">
            {topic === null ? t(m.notices_stop_digest) : t(m.notices_stop_topic, { topic })}
          </Button>
        </Form>
      )}
      {reach === "choose" ? (
        <ChoicesForm key={JSON.stringify(choices)} topics={topics} choices={choices} action={`/notices/${token}`} />
      ) : (
        <Row>
          <ToAccount />
        </Row>
      )}
    </>
  );
}

function ToAccount() {
  const { t } = useWords();
  return <ButtonLink href="/account/notifications">{t(m.notices_link_over_choose)}</ButtonLink>;
}
