/** The page's HTML with its nonce, which is another in every answer, taken out. */
export async function fetchPage(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(url, { headers: { ...headers }, redirect: "manual" });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  if (!nonce) throw new Error(`${url} came without a nonce.`);
  return html.replaceAll(nonce, "");
}
