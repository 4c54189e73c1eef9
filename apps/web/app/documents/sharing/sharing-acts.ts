import type { Ctx } from "@guildhall/db";
import { changeGrant, grantAccess, openLink, revokeGrant, setInherits, shareByMail } from "@guildhall/docs";
import { endOfDay, type SharedThing } from "@guildhall/docs/schemas";
import { seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import {
  changeGrantForm,
  inheritForm,
  revokeForm,
  shareGroupInput,
  shareLinkInput,
  shareMailInput,
  sharePersonInput,
} from "./sharing-inputs.ts";

interface Around {
  /** The page of who may see it. */
  readonly back: string;
  /** Links in letters lead there. */
  readonly publicUrl: string;
}

/** What can be done on the page of who may see a document or a space; back to it afterwards. */
export function doSharing(ctx: Ctx, on: SharedThing, form: FormData, { back, publicUrl }: Around) {
  const done = () => seeOther(back);
  const expiresAt = (until: string | undefined) => (until ? endOfDay(until, ctx.tenant.timeZone) : null);
  switch (form.get("act")) {
    case "link":
      return answerForm(form, shareLinkInput, async ({ role, until }) => {
        await openLink(ctx, { on, role, expiresAt: expiresAt(until) });
        return done();
      });
    case "mail":
      return answerForm(form, shareMailInput, async ({ email, fullName, role, until }) => {
        await shareByMail(ctx, { on, email, fullName, role, expiresAt: expiresAt(until) }, publicUrl);
        return seeOther(`${back}?sent=1`);
      });
    case "group":
      return answerForm(form, shareGroupInput, async ({ group, role, until }) => {
        const grantee = group === "members" ? { kind: "members" } : { kind: "audience", audienceId: group };
        await grantAccess(ctx, { on, grantee, role, expiresAt: expiresAt(until) });
        return done();
      });
    case "change":
      return answerForm(form, changeGrantForm, async ({ grantId, role, until }) => {
        await changeGrant(ctx, { grantId, role, expiresAt: expiresAt(until) });
        return done();
      });
    case "revoke":
      return answerForm(form, revokeForm, async ({ grantId }) => {
        await revokeGrant(ctx, { grantId });
        return done();
      });
    case "inherit":
      return answerForm(form, inheritForm, async ({ inherits }) => {
        if ("documentId" in on) await setInherits(ctx, { documentId: on.documentId, inherits: inherits === "yes" });
        return done();
      });
    default:
      return answerForm(form, sharePersonInput, async ({ personId, role, until }) => {
        await grantAccess(ctx, { on, grantee: { kind: "person", personId }, role, expiresAt: expiresAt(until) });
        return done();
      });
  }
}
