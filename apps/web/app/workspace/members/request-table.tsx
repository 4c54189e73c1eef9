import { m } from "@guildhall/i18n/messages";
import type { WaitingRequest } from "@guildhall/people/schemas";
import {
  Avatar,
  Button,
  CheckboxField,
  Chip,
  type ChipTone,
  TextLink,
  Time,
  useShortcuts,
  VisuallyHidden,
} from "@guildhall/ui";
import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const reasons = {
  approval: [m.portal_reason_approval, "neutral"],
  "shared-address": [m.portal_reason_shared, "ochre"],
  "person-taken": [m.portal_reason_taken, "ochre"],
  "shown-out": [m.portal_reason_shown_out, "ochre"],
  "two-records": [m.portal_reason_two, "indigo"],
} as const satisfies Record<WaitingRequest["reason"], readonly [unknown, ChipTone]>;

/**
 * Those who wait: one decided in its row, many by their boxes. By keyboard: j and k walk the boxes, space ticks, a lets
 * the chosen in, d declines them.
 */
export function RequestTable({ requests }: { readonly requests: readonly WaitingRequest[] }) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const pending = useNavigation().state === "submitting";
  const walk = (step: number) => {
    const boxes: HTMLElement[] = [...(form.current?.querySelectorAll<HTMLElement>("input[type=checkbox]") ?? [])];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? boxes.indexOf(focused) : -1;
    boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
  };
  const press = (act: string) => form.current?.querySelector<HTMLButtonElement>(`button[value=${act}]`)?.click();
  useShortcuts({ j: () => walk(1), k: () => walk(-1), a: () => press("approve"), d: () => press("decline") });
  return (
    <Form method="post" ref={form} className="grid gap-s3">
      <div className="flex flex-wrap items-center gap-s2">
        <Button type="submit" name="act" value="approve" look="primary" pending={pending}>
          {t(m.portal_approve_chosen)}
        </Button>
        <Button type="submit" name="act" value="decline">
          {t(m.portal_decline_chosen)}
        </Button>
      </div>
      <ul aria-label={t(m.portal_requests_title)} className="grid border-t">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </Form>
  );
}

function RequestRow({ request }: { readonly request: WaitingRequest }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const { id, kind, reason, fullName: name, email, note, createdAt, claimsPersonId, claimsName } = request;
  const [word, tone] = reasons[reason];
  return (
    <li className="grid grid-cols-[auto_1fr] items-start gap-x-s3 gap-y-s2 border-b px-s2 py-s3 has-checked:bg-seal-tint sm:grid-cols-[auto_1fr_auto]">
      <div className="flex items-center gap-s3">
        <CheckboxField
          id={`request-${id}`}
          name="request"
          value={id}
          label={<VisuallyHidden>{t(m.portal_request_choose, { name })}</VisuallyHidden>}
        />
        <Avatar id={id} name={name} size="m" />
      </div>
      <div className="grid min-w-0 gap-s1">
        <p className="flex flex-wrap items-center gap-x-s2 gap-y-s1">
          <span className="min-w-0 break-words font-semibold">{name}</span>
          <Chip tone={tone}>{t(word)}</Chip>
          <span className="text-s text-ink-3">
            <Time value={createdAt} locale={locale} zone={hall.timeZone} show="moment" />
          </span>
        </p>
        <p className="break-words text-s text-ink-2">{email}</p>
        {note && <p className="max-w-read whitespace-pre-line break-words leading-read">{note}</p>}
        {claimsPersonId && (
          <p className="text-s">
            <TextLink href={`/w/${hall.slug}/people/${claimsPersonId}`} alone>
              {t(m.portal_request_claims, { name: claimsName ?? "…" })}
            </TextLink>
          </p>
        )}
      </div>
      <div className="col-start-2 flex items-center gap-s2 sm:col-start-3">
        {kind === "join" && (
          <Button type="submit" name="act" value={`approve:${id}`} size="s">
            {t(m.portal_approve)}
          </Button>
        )}
        <Button type="submit" name="act" value={`decline:${id}`} size="s" look="quiet">
          {t(m.portal_decline)}
        </Button>
      </div>
    </li>
  );
}
