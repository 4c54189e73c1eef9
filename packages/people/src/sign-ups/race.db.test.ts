import { createUser } from "@guildhall/auth";
import { testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { openHall } from "./open-hall.ts";

const db = useDatabase();

/** Six companies that want one address in the same moment. */
async function race(slug: string): Promise<PromiseSettledResult<string>[]> {
  const companies = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const email = `${slug}.${n}@hall.example`;
      return { email, userId: await createUser(db.database, { email, password: null }) };
    }),
  );
  return Promise.allSettled(
    companies.map((owner) =>
      openHall(db.database, { company: "Far Hills", slug, fullName: "Ada" }, { ...owner, locale: "en", now: testNow }),
    ),
  );
}

const hallsAt = async (slug: string) => (await db.owner.query("select from tenant where slug = $1", [slug])).rowCount;

test("of those who want one address at once one gets it, and the others are told beside the field", async () => {
  const results = await race("far-hills");
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({ code: "tenancy.slug-taken", fields: { slug: "tenancy.slug-taken" } });
  expect(await hallsAt("far-hills")).toBe(1);
});

test("without the unique key several would have it: looking first is not enough", async () => {
  await db.owner.query("alter table tenant drop constraint tenant_slug_key");
  await race("near-hills");
  expect(await hallsAt("near-hills")).toBeGreaterThan(1);
});
