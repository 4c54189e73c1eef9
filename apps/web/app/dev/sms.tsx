import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { listDevMessages } from "@guildhall/mail";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { MessageList } from "./message-list.tsx";

export const loader = route({ area: "dev", search: pageSchema }).loader(({ house, search }) =>
  listDevMessages(house.database, "sms", search),
);

export default function Sms() {
  return <MessageList title={m.dev_sms_title} text={m.dev_sms_text} messages={useLoaderData<typeof loader>()} />;
}
