import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { listDevMessages } from "@guildhall/mail";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { MessageList } from "./message-list.tsx";

export const loader = route({ area: "dev", search: pageSchema }).loader(({ house, search }) =>
  listDevMessages(house.database, "email", search),
);

export default function Mail() {
  return (
    <MessageList
      title={m.dev_mail_title}
      text={m.dev_mail_text}
      messages={useLoaderData<typeof loader>()}
      opens="/dev/mail"
    />
  );
}
