import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Chip, Notice, Row, Section, Stack } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";

/** The authenticator app, and the codes for the day its phone is lost. */
export function AuthenticatorPart({ app, codesLeft }: { readonly app: boolean; readonly codesLeft: number }) {
  const { t } = useWords();
  if (!app)
    return (
      <Section title={t(m.account_app_title)} description={t(m.account_app_text)}>
        <Form method="post" action="/account/security">
          <Button type="submit" name="act" value="begin-app" icon="phone">
            {t(m.account_app_set_up)}
          </Button>
        </Form>
      </Section>
    );
  return (
    <>
      <Section
        title={t(m.account_app_title)}
        description={t(m.account_app_on_text)}
        actions={<Chip tone="jade">{t(m.account_on)}</Chip>}
      >
        <Form method="post" action="/account/security">
          <Row>
            <Button type="submit" name="act" value="begin-app">
              {t(m.account_app_replace)}
            </Button>
            <Button type="submit" name="act" value="remove-app" look="danger">
              {t(m.account_app_remove)}
            </Button>
          </Row>
        </Form>
      </Section>
      <Section
        title={t(m.account_codes_title)}
        description={t(m.account_codes_text)}
        actions={
          <Chip tone={codesLeft > 2 ? "neutral" : "ochre"}>{t(m.account_codes_left, { count: codesLeft })}</Chip>
        }
      >
        <Stack gap={3}>
          {codesLeft <= 2 && <Notice tone="warning" title={t(m.account_codes_few)} />}
          <Row>
            <ButtonLink href="/account/security/codes">{t(m.account_codes_renew)}</ButtonLink>
          </Row>
        </Stack>
      </Section>
    </>
  );
}
