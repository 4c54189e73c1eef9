import { m } from "@guildhall/i18n/messages";
import { Button, Dialog, FormActions, FormFields, TextField } from "@guildhall/ui";
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { sayAnswer } from "../../shell/error-words.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

interface RenameViewProps {
  readonly view: { readonly id: string; readonly name: string };
  readonly address: string;
  readonly model: RecordGridModel;
  readonly onDone: () => void;
}

/** Calls a view by another name. */
export function RenameView({ view, address, model, onDone }: RenameViewProps) {
  const { t, locale } = model;
  const fetcher = useFetcher<{ readonly result?: { readonly error?: Record<string, string[] | null> | null } }>();
  const wrong = fetcher.data?.result?.error?.name?.map((code) => sayAnswer(locale, code));
  const { name } = view;
  const sent = useRef(false);
  const { state } = fetcher;
  const refused = wrong !== undefined;
  useEffect(() => {
    if (state === "idle" && sent.current && !refused) onDone();
    sent.current = state !== "idle";
  }, [state, refused, onDone]);
  return (
    <Dialog open title={t(m.grid_view_rename)} closeLabel={t(m.ui_close)} onOpenChange={(open) => !open && onDone()}>
      <fetcher.Form method="post" action={address}>
        <input type="hidden" name="act" value="rename" />
        <input type="hidden" name="view" value={view.id} />
        <FormFields>
          <TextField
            id="view-new-name"
            name="name"
            label={t(m.grid_view_name)}
            defaultValue={name}
            maxLength={80}
            required
            error={wrong}
            data-autofocus
          />
          <FormActions>
            <Button type="submit" look="primary" pending={fetcher.state !== "idle"}>
              {t(m.grid_view_keep)}
            </Button>
          </FormActions>
        </FormFields>
      </fetcher.Form>
    </Dialog>
  );
}
