import type { Outcome, OutgoingSms, Transport } from "./transport.ts";

interface Options {
  deadlineMs?: number;
}

/**
 * SMS through the HTTP gateway at `url`, with the user and password in it as basic auth: POST of `{ to, text, id }`.
 * A gateway that is given an id again sends nothing twice, and answers 2xx or 409.
 */
export function smsGateway(url: string, { deadlineMs = 20_000 }: Options = {}): Transport<OutgoingSms> {
  const { endpoint, authorization } = apart(url);
  return {
    embedded: false,
    deliver: async ({ id, to, text }) => {
      try {
        const answer = await fetch(endpoint, {
          method: "POST",
          headers: { "content-type": "application/json", ...(authorization && { authorization }) },
          body: JSON.stringify({ to, text, id }),
          redirect: "manual",
          signal: AbortSignal.timeout(deadlineMs),
        });
        await answer.body?.cancel();
        return outcomeOfStatus(answer.status);
      } catch (error) {
        return { kind: "postponed", reason: "server-unreachable", detail: error instanceof Error ? error.name : "" };
      }
    },
  };
}

function apart(url: string): { endpoint: string; authorization: string | null } {
  const endpoint = new URL(url);
  const credentials = `${decodeURIComponent(endpoint.username)}:${decodeURIComponent(endpoint.password)}`;
  endpoint.username = "";
  endpoint.password = "";
  return {
    endpoint: endpoint.href,
    authorization: credentials === ":" ? null : `Basic ${Buffer.from(credentials).toString("base64")}`,
  };
}

const accepted = (status: number) => (status >= 200 && status < 300) || status === 409;
const lastingNo: ReadonlySet<number> = new Set([400, 410, 413, 422]);

function outcomeOfStatus(status: number): Outcome {
  if (accepted(status)) return { kind: "accepted" };
  if (lastingNo.has(status)) return { kind: "failed", reason: "content-refused" };
  const reason = status === 401 || status === 403 ? "sender-refused" : "server-unreachable";
  return { kind: "postponed", reason, detail: String(status) };
}
