import { idSchema, type Locale } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countAudiences, getAudience, listAudiences } from "@guildhall/people";
import { type Audience, allStaff } from "@guildhall/people/schemas";
import type { Role } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { defineLiveBlock } from "./live-block-kind.ts";

const offered = 12;

/** How many people are in an audience. */
export const audienceBlock = defineLiveBlock({
  kind: "audience-count",
  permission: "people.view",
  params: z.strictObject({ audienceId: idSchema("audience") }),
  follows: {
    ofThese: [],
    // Who joins an audience is what that fact is about, not the audience.
    any: ["people.audience-", "people.people-", "people.person-erased", "people.staff-", "people.role-", "tenancy."],
  },
  words: (locale) => ({
    label: m.live_blocks_audience({}, { locale }),
    ask: m.live_blocks_ask_audience({}, { locale }),
  }),
  load: async (ctx, { audienceId }) => {
    const audience = await getAudience(ctx, audienceId);
    const { count, more } = (await countAudiences(ctx, [audienceId])).get(audienceId) ?? { count: 0, more: false };
    return {
      shown: {
        shape: "figure",
        title: nameOf(audience, ctx.locale),
        path: `audiences/${audienceId}`,
        figure: `${formatNumber(count, ctx.locale)}${more ? "+" : ""}`,
        unit: m.live_blocks_people({ count }, { locale: ctx.locale }),
      },
      about: null,
    };
  },
  choices: async (ctx, query) => {
    const asked = query.trim().toLowerCase();
    const { rows } = await listAudiences(ctx, { size: 200, cursor: null });
    const found = rows
      .map((audience) => ({ id: audience.id, label: nameOf(audience, ctx.locale) }))
      .filter(({ label }) => label.toLowerCase().includes(asked))
      .slice(0, offered);
    const counts = await countAudiences(
      ctx,
      found.map(({ id }) => id),
    );
    return found.map(({ id, label }) => {
      const { count = 0, more = false } = counts.get(id) ?? {};
      return {
        label,
        hint: m.live_blocks_total(
          { figure: `${formatNumber(count, ctx.locale)}${more ? "+" : ""}`, count },
          { locale: ctx.locale },
        ),
        face: null,
        params: { audienceId: id },
      };
    });
  },
});

/** An audience of a role is called by the role's key. */
function nameOf({ kind, name }: Pick<Audience, "kind" | "name">, locale: Locale): string {
  if (kind !== "role") return name;
  if (name === allStaff) return m.audiences_all_staff({}, { locale });
  const word = Object.entries(roleWords).find(([role]) => role === name)?.[1];
  return word ? word({}, { locale }) : name;
}

const roleWords: Readonly<Record<Role, typeof m.auth_role_owner>> = {
  owner: m.auth_role_owner,
  admin: m.auth_role_admin,
  manager: m.auth_role_manager,
  staff: m.auth_role_staff,
  viewer: m.auth_role_viewer,
};
