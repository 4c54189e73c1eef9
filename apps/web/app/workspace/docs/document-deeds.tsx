import type { Document } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Menu, MenuItem, WithoutScript, WithScript } from "@guildhall/ui";
import { useSubmit } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "../people/small-form.tsx";

interface DocumentDeedsProps {
  readonly document: Pick<Document, "id" | "spaceId" | "favourite">;
  readonly base: string;
  readonly mayEdit: boolean;
  readonly mayDuplicate: boolean;
  readonly hasBelow: boolean;
}

/** What can be done with a document besides writing in it. The rarer things are in a menu, and lie open without script. */
export function DocumentDeeds({ document, base, mayEdit, mayDuplicate, hasBelow }: DocumentDeedsProps) {
  const { t } = useWords();
  const submit = useSubmit();
  const here = `${base}/${document.id}`;
  const duplicate = (below: "yes" | "no") => submit({ act: "duplicate", below }, { method: "post" });
  return (
    <div className="flex flex-wrap items-center justify-end gap-s1">
      <SmallForm act="keep" values={{ keep: document.favourite ? "no" : "yes" }}>
        <Button
          type="submit"
          size="s"
          look="quiet"
          icon={document.favourite ? "check" : "heart"}
          label={t(document.favourite ? m.docs_unkeep : m.docs_keep_at_hand)}
        />
      </SmallForm>
      <ButtonLink size="s" icon="people" href={`${here}/people`}>
        {t(m.docs_share_short)}
      </ButtonLink>
      <WithScript>
        <Menu label={t(m.docs_more)} button={<Button size="s" look="quiet" icon="more" label={t(m.docs_more)} />}>
          {mayEdit && (
            <MenuItem icon="clock" href={`${here}/history`}>
              {t(m.versions_title)}
            </MenuItem>
          )}
          {mayEdit && (
            <MenuItem icon="people" href={`${here}/history?look=who`}>
              {t(m.versions_who_wrote)}
            </MenuItem>
          )}
          {mayDuplicate && (
            <MenuItem icon="copy" onAction={() => duplicate("no")}>
              {t(m.docs_duplicate)}
            </MenuItem>
          )}
          {mayDuplicate && hasBelow && (
            <MenuItem onAction={() => duplicate("yes")}>{t(m.docs_duplicate_below)}</MenuItem>
          )}
          <MenuItem icon="download" href={`${here}/take`}>
            {t(m.docs_files_take)}
          </MenuItem>
          {mayEdit && (
            <MenuItem href={`${base}/import?to=${document.spaceId}.${document.id}`}>{t(m.docs_files_bring)}</MenuItem>
          )}
          {mayEdit && <MenuItem href={`${here}/move`}>{t(m.docs_move)}</MenuItem>}
          {mayEdit && (
            <MenuItem icon="remove" danger onAction={() => submit({ act: "remove" }, { method: "post" })}>
              {t(m.docs_remove)}
            </MenuItem>
          )}
        </Menu>
      </WithScript>
      <WithoutScript>
        <ButtonLink size="s" look="quiet" href={`${here}/take`}>
          {t(m.docs_files_take)}
        </ButtonLink>
        {mayDuplicate && (
          <SmallForm act="duplicate">
            <Button type="submit" size="s" look="quiet">
              {t(m.docs_duplicate)}
            </Button>
          </SmallForm>
        )}
        {mayDuplicate && hasBelow && (
          <SmallForm act="duplicate" values={{ below: "yes" }}>
            <Button type="submit" size="s" look="quiet">
              {t(m.docs_duplicate_below)}
            </Button>
          </SmallForm>
        )}
        {mayEdit && (
          <>
            <ButtonLink size="s" look="quiet" href={`${here}/history`}>
              {t(m.versions_title)}
            </ButtonLink>
            <ButtonLink size="s" look="quiet" href={`${here}/move`}>
              {t(m.docs_move)}
            </ButtonLink>
            <SmallForm act="remove">
              <Button type="submit" size="s" look="quiet">
                {t(m.docs_remove)}
              </Button>
            </SmallForm>
          </>
        )}
      </WithoutScript>
    </div>
  );
}
