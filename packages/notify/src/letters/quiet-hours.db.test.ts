import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { chooses, roleChanges, subjects } from "../test/reader-choices.ts";
import { staffedHall } from "../test/staffed-hall.ts";

const db = useDatabase();

describe("quiet hours", () => {
  const quiet = { quiet: true, quietFrom: "22:00", quietTo: "07:00" };

  test("hold mail until they end where its reader is, and then send it once", async () => {
    const hall = await staffedHall(db);
    const [here, there] = [
      await hall.insider("admin", { timeZone: "Asia/Shanghai" }),
      await hall.insider("admin", { timeZone: "America/New_York" }),
    ];
    for (const who of [here, there]) await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z"); // 23:30 in Shanghai, 10:30 in New York
    for (const who of [here, there]) await roleChanges(hall, who);
    await hall.mails();
    expect(await hall.mailOf(here)).toEqual([]);
    expect(await hall.mailOf(there)).toHaveLength(1);
    await hall.at("2026-03-02T22:59:59Z");
    await hall.mails();
    expect(await hall.mailOf(here)).toEqual([]);
    await hall.at("2026-03-02T23:00:00Z");
    await hall.mails();
    await hall.mails();
    expect(await hall.mailOf(here)).toHaveLength(1);
  });

  test("end by the clock on the wall in the night in which the clocks change", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Europe/London" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-29T00:30:00Z"); // half an hour before the clocks go forward
    await roleChanges(hall, who);
    await hall.mails();
    await hall.at("2026-03-29T05:59:59Z");
    await hall.mails();
    expect(await hall.mailOf(who)).toEqual([]);
    await hall.at("2026-03-29T06:00:00Z"); // seven in London by summer time
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(1);
  });

  test("let through what cannot wait, and nothing else with it", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Asia/Shanghai" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z");
    await roleChanges(hall, who);
    await hall.happens("tenancy.closing-started", { tenantId: hall.tenant.id });
    await hall.mails();
    expect(await subjects(hall, who)).toEqual(["远山户外 is about to close"]);
    await hall.at("2026-03-02T23:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(2);
  });

  test("that are given up send what they held", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Asia/Shanghai" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z");
    await roleChanges(hall, who);
    await hall.mails();
    await chooses(hall, who, { quiet: false });
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(1);
  });
});
