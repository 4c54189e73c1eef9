import { randomInt } from "node:crypto";
import { countAttempt, findAccount, issueToken, type TokenKind, takeToken } from "@guildhall/auth";
import { type Id, idSchema, invalid, localeSchema, systemClock } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, type Scope, systemScope } from "@guildhall/db";
import { defineTask, enqueueJob, type Task } from "@guildhall/jobs";
import { queueMessage, smsCode } from "@guildhall/mail";
import { z } from "zod";
import { enterHall } from "../members/enter-hall.ts";
import { readJoining } from "../members/join-hall.ts";
import { claimCodeInput, claimPhoneInput, type JoinOutcome } from "../members/member.ts";

const minutes = 10;
const claimCode: TokenKind<z.ZodObject> = { purpose: "claim-phone", payload: z.object({}), seconds: minutes * 60 };
const sendCodeJob = "people.send-claim-code";

interface Claimer {
  readonly userId: Id<"user_account">;
  /** Where they ask from: limits count it. */
  readonly network: string | null;
}

/**
 * Sends a code to a number, if the hall has a record with it; the answer and its time are the same if not, since a job
 * looks. Limits count by who asks and by number, so that nobody's phone is rung all night.
 */
export async function startPhoneClaim(
  database: Database,
  scope: Scope,
  input: unknown,
  { userId, network }: Claimer,
): Promise<void> {
  const { phone } = claimPhoneInput.parse(input);
  const limits = [
    ...(network ? [{ key: `claim-send-ip:${network}`, most: 20, within: 3_600 }] : []),
    { key: `claim-send-user:${userId}`, most: 5, within: 3_600 },
    { key: `claim-send-phone:${phone}`, most: 5, within: 3_600 },
  ];
  await countAttempt(database, limits, systemClock.now());
  await database.withTenant(scope, (ctx) =>
    enqueueJob(
      ctx.db,
      sendCodeJob,
      { tenantId: ctx.tenant.id, userId, phone, locale: scope.locale },
      { maxAttempts: 3 },
    ),
  );
}

/** The job that looks whether there is a record with the number, and only then sends. */
export const sendClaimCode: Task = defineTask({
  name: sendCodeJob,
  payload: z.object({
    tenantId: idSchema("tenant"),
    userId: idSchema("user_account"),
    phone: z.string(),
    locale: localeSchema,
  }),
  run: async ({ tenantId, userId, phone, locale }, { database }) => {
    const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantById(db, tenantId));
    if (tenant?.status !== "active") return;
    const scope = systemScope(tenant);
    const known = await database.withTenant(scope, (ctx) => findByPhone(ctx, phone), { readOnly: true });
    if (!known) return;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await database.withPlatform("sign-in", (db) =>
      issueToken(db, claimCode, {
        userId,
        payload: {},
        now: systemClock.now(),
        secret: secretOf({ tenantId, userId, phone, code }),
      }),
    );
    await database.withTenant(scope, (ctx) =>
      queueMessage(ctx, {
        template: smsCode,
        purpose: "transactional",
        recipient: phone,
        locale,
        input: { code, minutes },
      }),
    );
  },
});

/** Makes the record with this number the user's own, once the code that was sent there came back. */
export async function claimByPhone(
  database: Database,
  scope: Scope,
  input: unknown,
  { userId, network }: Claimer,
): Promise<JoinOutcome> {
  const { phone, code } = claimCodeInput.parse(input);
  const limits = [
    ...(network ? [{ key: `claim-code-ip:${network}`, most: 60, within: 600 }] : []),
    { key: `claim-code-user:${userId}:${phone}`, most: 5, within: 600 },
  ];
  await countAttempt(database, limits, systemClock.now());
  const secret = secretOf({ tenantId: scope.tenant.id, userId, phone, code });
  const taken = await database.withPlatform("sign-in", async (db) => {
    const account = await findAccount(db, userId);
    return account && (await takeToken(db, claimCode, secret, systemClock.now())) ? account : null;
  });
  if (!taken) throw invalid("people.code-wrong", { code: "people.code-wrong" });
  return database.withTenant(scope, async (ctx) => {
    const personId = await findByPhone(ctx, phone);
    if (!personId) throw invalid("people.code-wrong", { code: "people.code-wrong" });
    const joining = await readJoining(ctx);
    if (joining === "invitation") return { kind: "invitation-needed" };
    const joiner = {
      userId,
      fullName: taken.fullName ?? taken.email.split("@")[0] ?? taken.email,
      email: taken.email,
      locale: scope.locale,
      note: null,
    };
    const claim = { personId, by: "phone" } as const;
    const outcome = await enterHall(ctx, { joiner, claim, asks: joining === "approval", invited: false });
    if (outcome.kind === "joined") await markProven(ctx, phone);
    return outcome;
  });
}

function markProven(ctx: Ctx, phone: string) {
  return ctx.db
    .updateTable("person_identity")
    .set({ verified_at: ctx.clock.now() })
    .where("kind", "=", "phone")
    .where("provider", "=", "")
    .where("value", "=", phone)
    .execute();
}

async function findByPhone(ctx: Ctx, phone: string): Promise<Id<"person"> | null> {
  const row = await ctx.db
    .selectFrom("person_identity")
    .innerJoin("person", (join) =>
      join
        .onRef("person.tenant_id", "=", "person_identity.tenant_id")
        .onRef("person.id", "=", "person_identity.person_id"),
    )
    .select("person_id")
    .where("kind", "=", "phone")
    .where("provider", "=", "")
    .where("value", "=", phone)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

interface CodeParts {
  readonly tenantId: string;
  readonly userId: string;
  readonly phone: string;
  readonly code: string;
}

/** The code is good for this hall, this account and this number alone. */
function secretOf({ tenantId, userId, phone, code }: CodeParts): string {
  return `${tenantId}:${userId}:${phone}:${code}`;
}
