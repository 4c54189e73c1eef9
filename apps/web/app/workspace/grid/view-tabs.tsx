import { m } from "@guildhall/i18n/messages";
import {
  Button,
  ButtonLink,
  CheckboxField,
  FormActions,
  FormFields,
  Menu,
  MenuItem,
  PopoverCard,
  TabLinks,
  TextField,
  WithScript,
} from "@guildhall/ui";
import { restingState, sameState } from "@guildhall/ui/grid";
import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { sayAnswer } from "../../shell/error-words.ts";
import type { GridData } from "./load-grid.ts";
import { RenameView } from "./rename-view.tsx";
import type { RecordGridModel } from "./use-record-grid.ts";

interface ViewTabsProps {
  readonly grid: "people" | "companies";
  readonly data: GridData;
  readonly model: RecordGridModel;
}
interface Answer {
  readonly result?: { readonly error?: Record<string, string[] | null> | null };
}

/** The ways of looking at a grid that were kept: all of it, one's own, those that others share. */
export function ViewTabs({ grid, data, model }: ViewTabsProps) {
  const { t, state, base } = model;
  const fetcher = useFetcher<Answer>();
  const [renaming, setRenaming] = useState<string>();
  const address = `${model.own}/views`;
  const current = data.views.find(({ id }) => id === data.view);
  const changed = !sameState(state, base ?? restingState);
  const send = (fields: Record<string, string>) => fetcher.submit(fields, { method: "post", action: address });
  const posted = JSON.stringify(state);
  const here = `/w/${model.hall.slug}/${grid}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s1">
      <TabLinks
        label={t(m.grid_views)}
        tabs={[
          { href: here, label: t(m.grid_view_all), current: !current },
          ...data.views.map((view) => ({
            href: `${here}?view=${view.id}`,
            label: view.name,
            current: view.id === data.view,
            ...(view.shared && { count: t(m.grid_view_shared) }),
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-s1">
        <WithScript>
          {current?.mayChange && changed && (
            <Button size="s" look="quiet" onPress={() => send({ act: "update", view: current.id, state: posted })}>
              {t(m.grid_view_update)}
            </Button>
          )}
        </WithScript>
        {current && changed && (
          <ButtonLink size="s" look="quiet" icon="undo" href={`${here}?view=${current.id}`}>
            {t(m.grid_view_restore)}
          </ButtonLink>
        )}
        <WithScript>
          {(changed || !current) && (
            <SaveView
              key={data.view}
              fetcher={fetcher}
              address={address}
              posted={posted}
              mayShare={data.mayEdit}
              model={model}
            />
          )}
          {current?.mayChange && (
            <Menu
              label={t(m.grid_view_menu, { name: current.name })}
              button={<Button size="s" look="quiet" icon="more" label={t(m.grid_view_menu, { name: current.name })} />}
            >
              {(data.mayEdit && current.mine) || current.shared ? (
                <MenuItem
                  icon="people"
                  onAction={() => send({ act: current.shared ? "unshare" : "share", view: current.id })}
                >
                  {t(current.shared ? m.grid_view_unshare : m.grid_view_share)}
                </MenuItem>
              ) : null}
              <MenuItem icon="edit" onAction={() => setRenaming(current.id)}>
                {t(m.grid_view_rename)}
              </MenuItem>
              <MenuItem icon="remove" danger onAction={() => send({ act: "delete", view: current.id })}>
                {t(m.grid_view_delete)}
              </MenuItem>
            </Menu>
          )}
        </WithScript>
        {current && renaming === current.id && (
          <RenameView view={current} address={address} model={model} onDone={() => setRenaming(undefined)} />
        )}
      </div>
    </div>
  );
}

interface SaveViewProps {
  readonly fetcher: ReturnType<typeof useFetcher<Answer>>;
  readonly address: string;
  readonly posted: string;
  readonly mayShare: boolean;
  readonly model: RecordGridModel;
}

function SaveView({ fetcher, address, posted, mayShare, model }: SaveViewProps) {
  const { t, locale } = model;
  const wrong = fetcher.data?.result?.error?.name?.map((code) => sayAnswer(locale, code));
  return (
    <PopoverCard
      label={t(m.grid_view_save)}
      button={
        <Button size="s" look="quiet" icon="plus">
          {t(m.grid_view_save)}
        </Button>
      }
    >
      <fetcher.Form method="post" action={address}>
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="state" value={posted} />
        <FormFields>
          <TextField id="view-name" name="name" label={t(m.grid_view_name)} maxLength={80} required error={wrong} />
          {mayShare && <CheckboxField id="view-shared" name="shared" label={t(m.grid_view_for_all)} />}
          <FormActions>
            <Button type="submit" look="primary" pending={fetcher.state !== "idle"}>
              {t(m.grid_view_keep)}
            </Button>
          </FormActions>
        </FormFields>
      </fetcher.Form>
    </PopoverCard>
  );
}
