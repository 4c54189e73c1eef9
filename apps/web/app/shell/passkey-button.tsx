import { m } from "@guildhall/i18n/messages";
import { Button, Notice, WithScript } from "@guildhall/ui";
import { useRef, useState } from "react";
import { signWithPasskey } from "./passkey-ceremony.ts";
import { useWords } from "./words.ts";

interface PasskeyButtonProps {
  /** Where what the passkey signed is posted, as `credential`. */
  readonly action: string;
  readonly look?: "primary" | "plain";
}

/** Signs with a passkey, and posts that. Where no script runs there are no passkeys, and it says nothing. */
export function PasskeyButton({ action, look = "plain" }: PasskeyButtonProps) {
  const { t } = useWords();
  const answer = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"ready" | "asking" | "refused">("ready");
  const ask = async () => {
    setState("asking");
    const credential = await signWithPasskey();
    if (credential === null || !answer.current) return setState("refused");
    answer.current.value = credential;
    answer.current.form?.submit();
  };
  return (
    <WithScript>
      <form method="post" action={action} className="grid gap-s3">
        <input type="hidden" name="credential" ref={answer} />
        <Button look={look} size="l" wide icon="key" pending={state === "asking"} onPress={() => void ask()}>
          {t(m.account_passkey_use)}
        </Button>
        {state === "refused" && (
          <Notice tone="warning" live title={t(m.account_passkey_not_used)}>
            {t(m.account_passkey_not_used_text)}
          </Notice>
        )}
      </form>
    </WithScript>
  );
}
