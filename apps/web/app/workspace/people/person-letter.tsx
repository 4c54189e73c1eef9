import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormActions, Section, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { PictureForm } from "../../shell/picture-form.tsx";
import { pictureMegabytes } from "../../shell/picture-input.ts";
import { useWords } from "../../shell/words.ts";
import { RecordTags } from "../tags/record-tags.tsx";
import { useHall } from "../use-hall.ts";
import { PersonCompany } from "./person-company.tsx";
import { PersonFields } from "./person-fields.tsx";
import type { PersonPage } from "./person-page.ts";
import { PersonReach } from "./person-reach.tsx";
import { PersonStanding } from "./person-standing.tsx";
import { PersonTies } from "./person-ties.tsx";

interface PersonLetterProps {
  readonly page: PersonPage;
}

/** What is known of somebody, as one would tell it: where they stand, how to reach them, what they are to others. */
export function PersonLetter({ page }: PersonLetterProps) {
  const { person, mayEdit, staff, tags, others } = page;
  const { t } = useWords();
  const { slug } = useHall();
  return (
    <div className="grid gap-s5">
      {mayEdit && <PersonStanding person={person} staff={staff} />}
      <Section title={t(m.record_reach)}>
        <PersonReach identities={person.identities} mayEdit={mayEdit} />
      </Section>
      {(mayEdit || person.tags.length > 0) && (
        <Section title={t(m.record_tags)}>
          <RecordTags tags={person.tags} known={tags} mayEdit={mayEdit} />
        </Section>
      )}
      {(mayEdit || person.positions.length > 0) && (
        <Section title={t(m.record_company)}>
          <PersonCompany positions={person.positions} />
          {mayEdit && (
            <p>
              <TextLink href={`/w/${slug}/people/${person.id}/positions`} alone>
                {t(person.positions.length > 0 ? m.record_positions_edit : m.record_positions_add_first)}
              </TextLink>
            </p>
          )}
        </Section>
      )}
      <Section title={t(m.record_fields)}>
        <PersonFields person={person} />
      </Section>
      {(mayEdit || person.relationships.length > 0) && (
        <Section title={t(m.record_ties)}>
          <PersonTies ties={person.relationships} mayEdit={mayEdit} others={others} />
        </Section>
      )}
    </div>
  );
}

/** What is seldom done with a record: its picture, taking it along, merging, forgetting. */
export function PersonUpkeep({ page: { person, maySetPicture, mayErase, mayMerge } }: PersonLetterProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-s5">
      {maySetPicture && (
        <Section title={t(m.people_picture)} description={t(m.people_picture_hint, { limit: pictureMegabytes })}>
          <PictureForm />
        </Section>
      )}
      {mayErase && <Keeping personId={person.id} mayMerge={mayMerge} />}
    </div>
  );
}

function Keeping({ personId, mayMerge }: { readonly personId: string; readonly mayMerge: boolean }) {
  const { t } = useWords();
  const { slug } = useHall();
  const address = `/w/${slug}/people/${personId}`;
  return (
    <Section title={t(m.record_keep)}>
      <Form method="post" action={`${address}/export`} reloadDocument>
        <FormActions>
          <Button type="submit" icon="download">
            {t(m.record_export)}
          </Button>
          {mayMerge && (
            <ButtonLink href={`${address}/merge`} icon="people">
              {t(m.merge_start)}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={`${address}/erase`}>
            {t(m.record_erase)}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
