/** Has the browser make a passkey; its answer as text, or null where its owner, or the browser, would not. */
export async function makePasskey(): Promise<string | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const optionsJSON = await challengeFrom("/account/security/new-passkey/challenge");
  if (!optionsJSON) return null;
  return startRegistration({ optionsJSON }).then(JSON.stringify, () => null);
}

/** Has the browser sign with a passkey of its owner's choosing; null where they would not. */
export async function signWithPasskey(): Promise<string | null> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = await challengeFrom("/login/passkey/challenge");
  if (!optionsJSON) return null;
  return startAuthentication({ optionsJSON }).then(JSON.stringify, () => null);
}

/** Lets the browser offer passkeys where an address is typed; resolves once one is chosen, and with null where it cannot. */
export async function offerPasskeys(): Promise<string | null> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await import("@simplewebauthn/browser");
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const optionsJSON = await challengeFrom("/login/passkey/challenge");
  if (!optionsJSON) return null;
  return startAuthentication({ optionsJSON, useBrowserAutofill: true }).then(JSON.stringify, () => null);
}

/** Stops offering: the page is being left. */
export async function withdrawPasskeys(): Promise<void> {
  const { WebAuthnAbortService } = await import("@simplewebauthn/browser");
  WebAuthnAbortService.cancelCeremony();
}

async function challengeFrom(address: string) {
  const answer = await fetch(address, { method: "POST" }).catch(() => null);
  if (answer?.redirected) window.location.assign(answer.url); // it has to be proved again first
  return answer?.ok && !answer.redirected ? answer.json() : null;
}
