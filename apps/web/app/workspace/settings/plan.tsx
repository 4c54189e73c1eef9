import { countStoredBytes } from "@guildhall/files";
import { formatBytes, formatDate, formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countSeats, peopleRoom } from "@guildhall/people";
import { entitled, limitOf } from "@guildhall/tenancy";
import { Chip, Notice, PageHeader, Progress, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "settings.edit" });

interface Allowance {
  /** Null for as much as they like. */
  readonly most: number | null;
  readonly used: number;
}

export const loader = here.open(async ({ scope, visit, house, params }) => {
  const trialEndsAt = (await visit.access(params.tenant))?.tenant.trialEndsAt ?? null;
  const plan = await house.database.withTenant(
    scope,
    async (ctx) => {
      const seats = await countSeats(ctx);
      return {
        seats: { most: seats.most, used: seats.taken } satisfies Allowance,
        people: (await peopleRoom(ctx)) satisfies Allowance,
        files: { most: await limitOf(ctx, "files.bytes"), used: await countStoredBytes(ctx) } satisfies Allowance,
        branding: await entitled(ctx, "branding"),
      };
    },
    { readOnly: true },
  );
  return { ...plan, trialUntil: trialEndsAt && trialEndsAt > scope.clock.now() ? trialEndsAt : null };
});

export const meta = pageTitle(m.settings_plan);

/** What the hall may use, and how much of it is used. */
export default function Plan() {
  const { seats, people, files, branding, trialUntil } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.settings_plan)} description={t(m.settings_plan_text)} />
      {trialUntil && (
        <Notice title={t(m.settings_plan_trial, { date: formatDate(trialUntil, { locale, timeZone: hall.timeZone }) })}>
          {t(m.settings_plan_trial_text)}
        </Notice>
      )}
      <div className="grid max-w-form gap-s5">
        <Used label={t(m.settings_plan_seats)} of={seats} say={number} />
        <Used label={t(m.settings_plan_people)} of={people} say={number} />
        <Used label={t(m.settings_plan_files)} of={files} say={(value) => formatBytes(value, locale)} />
        <p className="flex flex-wrap items-center justify-between gap-s3 border-t pt-s3 text-s">
          {t(m.settings_plan_branding)}
          <Chip tone={branding ? "jade" : "neutral"}>{branding ? t(m.settings_plan_yes) : t(m.settings_plan_no)}</Chip>
        </p>
      </div>
    </Stack>
  );
}

interface UsedProps {
  readonly label: string;
  readonly of: Allowance;
  readonly say: (value: number) => string;
}

function Used({ label, of: { most, used }, say }: UsedProps) {
  const { t } = useWords();
  if (most === null)
    return (
      <p className="flex flex-wrap items-baseline justify-between gap-s3 text-s">
        {label}
        <span className="tabular text-ink-2">{t(m.settings_plan_unlimited, { used: say(used) })}</span>
      </p>
    );
  return (
    <div className="grid gap-s2">
      <Progress
        label={label}
        value={used}
        max={most}
        figure={t(m.settings_plan_used, { used: say(used), most: say(most) })}
      />
      {used >= most && <p className="text-s text-ink-2">{t(m.settings_plan_full)}</p>}
    </div>
  );
}
