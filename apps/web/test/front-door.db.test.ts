import { expect, test } from "vitest";
import { useHouse } from "./use-house.ts";

const house = useHouse({ UPLOAD_LIMIT_MB: "1" });

test("every answer has a policy with a nonce of its own, and no script may be inline without it", async () => {
  const answers = await Promise.all([house.ask("/"), house.ask("/")]);
  const policies = answers.map((answer) => answer.headers.get("content-security-policy") ?? "");
  const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(new Set(nonces).size).toBe(2);
  for (const [n, answer] of answers.entries()) {
    const html = await answer.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonces[n]}"`);
    expect(policies[n]).not.toContain("unsafe-inline'; script");
    expect(/script-src[^;]*unsafe-inline/.test(policies[n] ?? "")).toBe(false);
  }
});

test("answers carry the headers that keep them where they belong", async () => {
  const { headers } = await house.ask("/login");
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cache-control": "private, no-store",
  });
  expect(headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/);
});

test("a stranger's request id is not taken over, where no proxy is trusted", async () => {
  const { headers } = await house.ask("/", { headers: { "x-request-id": "forged-by-a-stranger" } });
  expect(headers.get("x-request-id")).not.toBe("forged-by-a-stranger");
});

test("built files are kept for a year, pages for no time", async () => {
  const html = await (await house.ask("/")).text();
  const asset = /\/assets\/[\w.-]+\.css/.exec(html)?.[0] ?? "";
  const answer = await house.ask(asset);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("pages are compressed for who can read that", async () => {
  const answer = await fetch(`${house.address}/`, { headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(await answer.text()).toContain("</html>");
});

test("a body over the limit is refused, whether it says its size or not", async () => {
  const cookie = await house.signIn("lin@yuanshan.example");
  const big = new Uint8Array(1_200_000);
  const honest = await house.ask("/w/yuanshan/people/new", {
    method: "POST",
    cookie,
    body: big,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(honest.status).toBe(413);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let n = 0; n < 12; n++) controller.enqueue(new Uint8Array(100_000).fill(97));
      controller.close();
    },
  });
  const silent = await house.ask("/w/yuanshan/people/new", {
    method: "POST",
    cookie,
    body: stream,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    ...{ duplex: "half" },
  });
  expect(silent.status).toBe(413);
});

test("health says alive, ready, and what the figures are", async () => {
  expect(await (await house.ask("/healthz")).json()).toEqual({ status: "alive" });
  expect(await (await house.ask("/readyz")).json()).toEqual({ status: "ready" });
  const metrics = await (await house.ask("/metrics")).text();
  expect(metrics).toContain("http_requests_total");
  expect(metrics).toContain("database_connections");
  expect(metrics).not.toContain("yuanshan");
});

test("an error page says what happened in the reader's language, and holds the number that finds it", async () => {
  const chinese = await house.ask("/no/such/place", { headers: { "accept-language": "zh-CN,zh;q=0.9" } });
  expect(chinese.status).toBe(404);
  const html = await chinese.text();
  expect(html).toContain('lang="zh-CN"');
  expect(html).toContain("这里什么也没有");
  const cookie = await house.signIn("viewer@yuanshan.example");
  const forbidden = await house.ask("/w/yuanshan/audit", { cookie });
  expect(forbidden.status).toBe(403);
  expect(await forbidden.text()).toContain(forbidden.headers.get("x-request-id"));
});

test("the language is the person's, then the one chosen here, then the browser's", async () => {
  const langOf = async (answer: Response) => /<html lang="([\w-]+)"/.exec(await answer.text())?.[1];
  expect(await langOf(await house.ask("/", { headers: { "accept-language": "fr, zh-TW;q=0.8" } }))).toBe("zh-CN");
  expect(await langOf(await house.ask("/", { headers: { "accept-language": "zh-CN", cookie: "locale=en" } }))).toBe(
    "en",
  );
  const cookie = await house.signIn("lin@yuanshan.example");
  expect(await langOf(await house.ask("/account", { cookie, headers: { "accept-language": "en" } }))).toBe("zh-CN");
});

test("after signing in, nobody is sent to another site", async () => {
  const credentials = new URLSearchParams({ email: "lin@yuanshan.example", password: "guildhall-demo" });
  for (const to of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    const answer = await house.ask(`/login?to=${encodeURIComponent(to)}`, { method: "POST", body: credentials });
    expect(answer.headers.get("location")).toBe("/account");
  }
});

test("what happens in a hall is heard by who watches it there, and by nobody in another", async () => {
  const [lin, maya] = [await house.signIn("lin@yuanshan.example"), await house.signIn("maya@harbor.example")];
  const leave = new AbortController();
  const listen = async (path: string, cookie: string) => {
    const answer = await house.ask(path, { cookie, signal: leave.signal });
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = { text: "" };
    const reading = (async () => {
      for (;;) {
        const next = await reader?.read().catch(() => undefined);
        if (!next || next.done) return;
        heard.text += next.value;
        if (heard.text.includes("people.person-created")) return;
      }
    })();
    return { heard, reading };
  };
  const here = await listen("/w/yuanshan/live", lin);
  const there = await listen("/w/harbor/live", maya);
  await house.ask("/w/yuanshan/people/new", {
    method: "POST",
    cookie: lin,
    body: new URLSearchParams({ fullName: "新来的人" }),
  });
  await here.reading;
  expect(here.heard.text).toContain("people.person-created");
  expect(there.heard.text).not.toContain("people.person-created");
  leave.abort();
});

test("what was typed is still there after an error, with the reason beside its field, without script", async () => {
  const cookie = await house.signIn("maya@harbor.example");
  const answer = await house.ask("/w/harbor/people/new", {
    method: "POST",
    cookie,
    body: new URLSearchParams({ fullName: "José García Márquez", email: "not-an-address", phone: "123" }),
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="José García Márquez"');
  expect(html).toContain('value="not-an-address"');
  expect(html).toContain("This is not an e-mail address.");
  expect(html).toContain("country code");
});
