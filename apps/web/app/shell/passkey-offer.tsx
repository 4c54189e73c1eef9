import { useEffect, useRef } from "react";
import { offerPasskeys, withdrawPasskeys } from "./passkey-ceremony.ts";

/**
 * Lets the browser offer passkeys at a field with `autocomplete="username webauthn"`, where it can, and signs in with
 * the one that is chosen. Shows nothing itself.
 */
export function PasskeyOffer({ action }: { readonly action: string }) {
  const answer = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let here = true;
    void offerPasskeys().then((credential) => {
      if (!here || credential === null || !answer.current) return;
      answer.current.value = credential;
      answer.current.form?.submit();
    });
    return () => {
      here = false;
      void withdrawPasskeys();
    };
  }, []);
  return (
    <form method="post" action={action} hidden>
      <input type="hidden" name="credential" ref={answer} />
    </form>
  );
}
