import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("front/front.tsx"),
  route("login", "front/login.tsx"),
  route("logout", "front/logout.ts"),
  route("language", "shell/language.ts"),
  route("account", "account/halls.tsx"),
  route("w/:tenant", "workspace/workspace.tsx", [
    index("workspace/home.ts"),
    route("people", "workspace/people/people.tsx"),
    route("people/new", "workspace/people/new-person.tsx"),
    route("people/:person", "workspace/people/person.tsx"),
    route("audit", "workspace/audit/audit.tsx"),
  ]),
  route("w/:tenant/live", "workspace/live/live.ts"),
  route("w/:tenant/files/:file", "workspace/file.ts"),
  route("console", "console/console.tsx", [
    index("console/state.tsx"),
    route("halls", "console/halls/halls.tsx"),
    route("halls/:hall", "console/halls/hall.tsx"),
    route("work", "console/work/work.tsx"),
  ]),
  layout("dev/dev.tsx", [
    route("dev/mail", "dev/mail.tsx"),
    route("dev/mail/:message", "dev/mail-message.tsx"),
    route("dev/sms", "dev/sms.tsx"),
  ]),
  route("dev/mail/:message/html", "dev/mail-html.ts"),
  route("dev/ui", "dev/ui.tsx"),
  route("unsubscribe/:token", "letters/unsubscribe.tsx"),
  route("hooks/mail/bounce", "letters/bounce-hook.ts"),
  route("*", "front/nowhere.tsx"),
] satisfies RouteConfig;
