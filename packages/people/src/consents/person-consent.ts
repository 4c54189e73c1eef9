import { idSchema } from "@guildhall/core";
import { consentPurposeSchema } from "@guildhall/mail/schemas";
import { z } from "zod";

export const personConsentInput = z.object({
  personId: idSchema("person"),
  identityId: idSchema("person_identity"),
  purpose: consentPurposeSchema,
  granted: z.boolean(),
});
