import { richTextFromPlain } from "@guildhall/core";
import type { TestHouse } from "../use-house.ts";
import { walker } from "../walker.ts";
import { type Door, letterAfter, lin, somebody, type Ways } from "./door.ts";

/** To the forms about spaces and documents, each time one of its own: much there takes it away. */
export function docsDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  let count = 0;
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await house.ask(path, {
      method: "POST",
      body: new URLSearchParams(form),
      cookie: await house.signIn(lin),
    });
    return answer.headers.get("location")?.split("/").at(-1) ?? "";
  };
  const space = (open = "staff") => post("/w/yuanshan/docs/spaces/new", { name: `空间 ${++count}`, open });
  const document = async (open?: string) =>
    post("/w/yuanshan/docs/new", { spaceId: await space(open), title: `文档 ${++count}` });
  const shared = async () => {
    const id = await document();
    await post(`/w/yuanshan/docs/${id}/people`, { act: "link", role: "view" });
    return id;
  };
  /** With a comment of a guest's, a member's and a colleague's, one of them resolved. */
  const spokenAbout = async () => {
    const id = await document("members");
    await post(`/w/yuanshan/docs/${id}/people`, { act: "link", role: "comment" });
    const link = await house.ask(`/w/yuanshan/docs/${id}/people`, { cookie: await house.signIn(lin) });
    const key = /\?key=([\w-]{22})/.exec(await link.text())?.[1] ?? "";
    const begin = { act: "begin", body: JSON.stringify(richTextFromPlain("水够吗？")) };
    await post(`/w/yuanshan/docs/${id}/comments`, begin);
    await house.ask(`/c/yuanshan/docs/${id}/comments`, {
      method: "POST",
      body: new URLSearchParams(begin),
      cookie: await house.signIn("member@yuanshan.example"),
    });
    const body = new URLSearchParams({ ...begin, guestName: "安" });
    const said = await house.ask(`/c/yuanshan/docs/${id}/comments?key=${key}`, { method: "POST", body });
    return {
      id,
      key,
      guest:
        said.headers
          .getSetCookie()
          .find((each) => each.startsWith("guest="))
          ?.split(";")[0] ?? "",
    };
  };
  /** Written from a template and emptied again, so that there are two moments; the first of them has a name. */
  const rewritten = async () => {
    const id = await post("/w/yuanshan/docs/new", { spaceId: await space("members"), template: "meeting" });
    const history = `/w/yuanshan/docs/${id}/history`;
    await post(history, { act: "name", seq: "1", name: "第一稿" });
    await post(history, { act: "restore", seq: "0", base: "1" });
    return id;
  };
  const past = (asked: string) => at(rewritten, (id) => `${id}/history?${asked}`);
  /** A space and a document, since each has a form of its own. */
  const thrown = async () => {
    await post(`/w/yuanshan/docs/spaces/${await space()}/settings`, { act: "remove" });
    await post(`/w/yuanshan/docs/${await document()}`, { act: "remove" });
    return "";
  };
  const at = (make: () => Promise<string>, path: (id: string) => string) => async (): Promise<Door> => ({
    path: `/w/yuanshan/docs/${path(await make())}`,
    cookie: await house.signIn(lin),
  });

  return {
    "workspace/docs/space-people": { "of a space": at(space, (id) => `spaces/${id}/people`) },
    "workspace/docs/space-settings": { "of a space": at(space, (id) => `spaces/${id}/settings`) },
    "workspace/docs/trash": { "with something": at(thrown, () => "trash") },
    "workspace/docs/document": { "of the hall": at(document, (id) => id) },
    "workspace/docs/document-people": { "with a link": at(shared, (id) => `${id}/people`) },
    "workspace/docs/move": { "of a document": at(document, (id) => `${id}/move`) },
    "workspace/docs/comments": {
      "with some": async () => ({
        path: `/w/yuanshan/docs/${(await spokenAbout()).id}/comments`,
        cookie: await house.signIn(lin),
      }),
    },
    "workspace/docs/history": {
      "of a named moment": past("at=1&look=text"),
      "of a moment without a name": past("look=text"),
      "of a moment just brought back": past("at=2&since=1&done=0"),
    },
    "portal/docs/history": {
      "of a moment without a name": async () => ({
        path: `/c/yuanshan/docs/${await rewritten()}/history?look=text`,
        cookie: await house.signIn("member@yuanshan.example"),
      }),
    },
    "portal/docs/comments": {
      "as a member": async () => ({
        path: `/c/yuanshan/docs/${(await spokenAbout()).id}/comments`,
        cookie: await house.signIn("member@yuanshan.example"),
      }),
      "by a link": async () => {
        const { id, key, guest } = await spokenAbout();
        return { path: `/c/yuanshan/docs/${id}/comments?key=${key}`, cookie: guest };
      },
    },
    "portal/docs/guest": {
      "as nobody yet": async () => {
        const id = await document();
        const email = somebody();
        const sharer = walker(house, await house.signIn(lin));
        const share = () => sharer.go(`/w/yuanshan/docs/${id}/people`, { act: "mail", email, role: "edit" });
        return { path: (await letterAfter(house, email, share)).path, cookie: "" };
      },
    },
    "portal/docs/document": {
      "as a member": async () => ({
        path: `/c/yuanshan/docs/${await document("members")}`,
        cookie: await house.signIn("member@yuanshan.example"),
      }),
    },
  };
}
