import { m } from "@guildhall/i18n/messages";
import { ButtonLink } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import { onTheWay } from "./onward.ts";

interface PasskeyDoorProps {
  /** Where somebody was going, inside this house. */
  readonly to: string | undefined;
}

/** The way in with a passkey, among the others on the sign-in page. */
export function PasskeyDoor({ to }: PasskeyDoorProps) {
  const { t } = useWords();
  return (
    <ButtonLink href={onTheWay("/login/passkey", to)} icon="key" size="l" wide>
      {t(m.account_passkey_use)}
    </ButtonLink>
  );
}
