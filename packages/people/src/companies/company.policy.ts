import { policy } from "@guildhall/core";

export const companyPolicy = policy<null>()({
  view: (actor) => actor.can("companies.view"),
  edit: (actor) => actor.can("companies.edit"),
});
