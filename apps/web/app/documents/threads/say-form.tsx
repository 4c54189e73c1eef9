import type { SubmissionResult } from "@conform-to/react";
import type { RichText } from "@guildhall/core";
import { changeCommentInput, longestGuestName } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormActions, FormFields, TextField } from "@guildhall/ui";
import { RichTextField } from "@guildhall/ui/rich-text";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { z } from "zod";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { textOf } from "../../workspace/timeline/use-work-form.ts";
import { useTalk } from "./talk-place.ts";
import { useDeed } from "./use-deed.ts";

const said = changeCommentInput.pick({ body: true }).extend({ guestName: z.string().max(longestGuestName).optional() });

interface SayFormProps {
  /** What is done with it, and to which: "reply 0198…". */
  readonly act: string;
  readonly label: string;
  readonly send: string;
  readonly startsWith?: RichText | string;
  readonly onChange?: (json: string) => void;
  /** It is only changed: whoever said it said by what name before. */
  readonly named?: boolean;
  /** More that is posted, as it is when it is sent. */
  readonly also?: () => Promise<Readonly<Record<string, string>>>;
  readonly onDone?: (threadId: string | null) => void;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
}

/** Somewhere to say something. Ctrl or ⌘ with Enter sends it, Esc leaves it. */
export function SayForm({
  act,
  label,
  send,
  startsWith,
  onChange,
  named = false,
  also,
  onDone,
  onCancel,
  autoFocus = false,
}: SayFormProps) {
  const { t } = useWords();
  const { asGuest, guestName, mentions, beside: isBeside } = useTalk();
  const { fetcher, address, isSending, beside } = useDeed(onDone);
  const { form, fields, errorsOf, summary } = useSchemaForm(said, { act, beside });
  const element = useRef<HTMLFormElement>(null);
  const bodyId = useId();
  useFocus(bodyId, autoFocus);
  const [round, setRound] = useState(0);
  useTaken(act, () => {
    setRound((before) => before + 1);
    onDone?.(null);
  });
  // Before its editor, to which it would be a line break.
  const onKeyDownFirst = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    element.current?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing || event.defaultPrevented || !onCancel) return;
    event.stopPropagation();
    onCancel();
  };
  const sendBeside = async (posted: HTMLFormElement) => {
    const data = new FormData(posted);
    data.set("beside", "yes");
    const more = also ? await also() : {};
    for (const [name, value] of Object.entries(more)) data.set(name, value);
    fetcher.submit(data, { method: "post", action: address });
  };
  return (
    <Form
      ref={element}
      id={form.id}
      method="post"
      action={address}
      preventScrollReset
      noValidate={form.noValidate}
      onKeyDownCapture={onKeyDownFirst}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        form.onSubmit(event);
        if (!isBeside || event.defaultPrevented) return;
        event.preventDefault();
        void sendBeside(event.currentTarget);
      }}
    >
      <input type="hidden" name="act" value={act} />
      <FormFields>
        <FormSummary summary={{ ...summary, fieldErrors: [] }} />
        <RichTextField
          key={round}
          id={bodyId}
          name={fields.body.name}
          label={label}
          mentions={mentions}
          defaultValue={textOf(fields.body.initialValue) ?? startsWith}
          error={errorsOf(fields.body)}
          onChange={onChange}
          required
        />
        {asGuest && !named && (
          <TextField
            id={`${bodyId}-name`}
            name={fields.guestName.name}
            label={t(m.comments_guest_name)}
            description={t(m.comments_guest_name_text)}
            required
            maxLength={longestGuestName}
            autoComplete="name"
            defaultValue={fields.guestName.initialValue ?? guestName ?? ""}
            error={errorsOf(fields.guestName)}
          />
        )}
        <FormActions>
          <Button type="submit" size="s" look="primary" pending={isSending}>
            {send}
          </Button>
          {onCancel && (
            <Button size="s" look="quiet" onPress={onCancel}>
              {t(m.shell_cancel)}
            </Button>
          )}
        </FormActions>
      </FormFields>
    </Form>
  );
}

/** Calls `then` once a form that is a page's own was taken: what was written in it has gone. */
function useTaken(act: string, then: () => void): void {
  const { state, formData } = useNavigation();
  const answer = useActionData<{ readonly result?: SubmissionResult<string[]> }>();
  const isSent = useRef(false);
  const latest = useRef({ then, answer });
  latest.current = { then, answer };
  const isMine = formData?.get("act") === act;
  useEffect(() => {
    if (isMine) isSent.current = true;
    if (state !== "idle" || !isSent.current) return;
    isSent.current = false;
    if (latest.current.answer?.result?.initialValue?.["act"] !== act) latest.current.then();
  }, [act, isMine, state]);
}

/** Once its editor has come, which may take a moment. */
function useFocus(id: string, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    let frame = 0;
    const until = performance.now() + 3_000;
    const look = () => {
      const field = document.getElementById(id);
      if (field?.isContentEditable) return field.focus();
      if (performance.now() < until) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [id, wanted]);
}
