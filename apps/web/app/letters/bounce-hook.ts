import { forbidden, invalid } from "@guildhall/core";
import { storeCallback } from "@guildhall/jobs";
import { bounceReportSchema, bounceSource, verifyHookSignature } from "@guildhall/mail";
import { route } from "../server/define-route.ts";

/** Where a mail provider, or the script that reads the bounce mailbox, reports what came back; signed with the installation's secret. */
export const action = route({ area: "public", machine: true }).action(async ({ house, request }) => {
  const body = await request.text();
  if (!verifyHookSignature(house.secret, body, request.headers.get("x-guildhall-signature"))) throw forbidden();
  const report = bounceReportSchema.safeParse(readJson(body));
  if (!report.success) throw invalid("core.invalid");
  const answer = await storeCallback(house.database, { source: bounceSource.name, key: report.data.id, body });
  return Response.json({ answer });
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("core.invalid");
  }
}
