import { endDevice, endOtherDevices, listDevices } from "@guildhall/auth";
import { formatRelative } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Button, DeviceItem, Notice, PageHeader, Row, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { whoIsHere } from "../server/who-is-here.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";

export const meta = pageTitle(m.account_devices_title);

const here = route({ area: "account", search: z.object({ done: z.string().max(20).optional() }) });

export const loader = here.loader(async ({ visit, house, search }) => {
  const who = await whoIsHere(visit);
  const [now, locale] = [new Date(), await visit.locale()];
  const devices = await listDevices(house.database, who, now);
  return {
    ended: search.done === "ended",
    devices: devices.map(({ id, browser, system, kind, ip, current, lastSeenAt, signedInAt }) => ({
      id,
      browser,
      system,
      kind,
      ip,
      current,
      seen: formatRelative(lastSeenAt, now, locale),
      since: formatRelative(signedInAt, now, locale),
    })),
  };
});

export const action = here.action(async ({ request, visit, house }) => {
  const who = await whoIsHere(visit);
  const form = Object.fromEntries(await request.formData());
  if (form.act === "others") await endOtherDevices(house.database, who);
  else await endDevice(house.database, who, form);
  return form.device === who.sessionId
    ? seeOther("/login", { "set-cookie": house.sessions.cookie(null) })
    : seeOther("/account/devices?done=ended");
});

export default function Devices() {
  const { t } = useWords();
  const { devices, ended } = useLoaderData<typeof loader>();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_devices_title)} description={t(m.account_devices_text)} />
      {ended && <Notice tone="success" live title={t(m.account_devices_ended)} />}
      <ul className="border-t">
        {devices.map(({ id, browser, system, kind, ip, current, seen, since }) => (
          <DeviceItem
            key={id}
            kind={kind}
            name={deviceName(browser, system)}
            current={current}
            seen={
              <>
                {ip ?? t(m.account_devices_no_address)} · {current ? t(m.account_devices_since, { since }) : seen}
              </>
            }
            action={
              <Form method="post">
                <input type="hidden" name="device" value={id} />
                <Button type="submit" size="s">
                  {t(m.account_devices_end)}
                </Button>
              </Form>
            }
          />
        ))}
      </ul>
      {devices.length > 1 && (
        <Form method="post">
          <Row>
            <Button type="submit" name="act" value="others" look="danger">
              {t(m.account_devices_end_others)}
            </Button>
          </Row>
        </Form>
      )}
    </Stack>
  );

  function deviceName(browser: string | null, system: string | null): string {
    if (browser && system) return t(m.account_device_name, { browser, system });
    return browser ?? system ?? t(m.account_device_unknown);
  }
}
