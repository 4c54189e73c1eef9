import { type Id, invalid } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { receiveFile } from "@guildhall/files";
import { requireMaySetPicture, setPicture } from "@guildhall/people";
import { pictureInput, pictureMegabytes } from "../shell/picture-input.ts";
import { seeOther } from "./define-route.ts";
import { answerForm } from "./form-action.ts";
import type { House } from "./house.ts";

interface Sitting {
  readonly house: House;
  /** As who whoever sends it is in the hall of that person. */
  readonly scope: Scope;
  readonly personId: Id<"person">;
  /** Where they go once it hangs. */
  readonly next: string;
}

/** Answers a posted picture of a person: whether it may be set is asked before its bytes are taken in. */
export async function takePicture(form: FormData, { house, scope, personId, next }: Sitting) {
  const picture = form.get("picture");
  const take = async () => {
    if (!(picture instanceof File) || picture.size === 0) throw invalid("files.missing");
    await house.database.withTenant(scope, (ctx) => requireMaySetPicture(ctx, personId), { readOnly: true });
    const received = await receiveFile(house.files, scope.tenant.id, {
      content: picture.stream(),
      name: picture.name,
      limitBytes: pictureMegabytes * 1_048_576,
      accept: ["image"],
    });
    await house.database.withTenant(scope, (ctx) => setPicture(ctx, personId, received));
    return seeOther(next);
  };
  return answerForm(form, pictureInput, take, { field: "picture" });
}
