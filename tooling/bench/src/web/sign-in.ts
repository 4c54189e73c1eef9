export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in by the login form, as a browser without script would, and returns the Cookie header to send from then on. */
export async function signIn(address: string, { email, password }: Credentials): Promise<string> {
  const answer = await fetch(`${address}/login`, {
    method: "POST",
    headers: { origin: address },
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  if (answer.status !== 303 || cookies.length === 0)
    throw new Error(`Signing in as ${email} was answered with ${answer.status}.`);
  return cookies.join("; ");
}
