import type { RouteRow } from "./route-row.ts";

/** Spaces and documents. */
export const docsRoutes = {
  "workspace/docs/docs": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs",
    methods: ["GET"],
  },
  "workspace/docs/new-space": {
    area: "workspace",
    permission: "docs.create-space",
    sample: "/w/yuanshan/docs/spaces/new",
    methods: ["GET", "POST"],
    form: { name: "" },
  },
  "workspace/docs/space": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/spaces/{space}",
    methods: ["GET"],
  },
  "workspace/docs/space-people": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/spaces/{space}/people",
    methods: ["GET", "POST"],
    form: { act: "group", group: "" },
  },
  "workspace/docs/space-settings": {
    area: "workspace",
    permission: "workspace.enter",
    granted: ["owner"],
    sample: "/w/yuanshan/docs/spaces/{space}/settings",
    methods: ["GET", "POST"],
    form: { name: "" },
  },
  "workspace/docs/trash": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/trash",
    methods: ["GET", "POST"],
    form: { documentId: "" },
  },
  "workspace/docs/new-document": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/new",
    methods: ["POST"],
    form: { spaceId: "" },
  },
  "workspace/docs/document": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/{document}",
    methods: ["GET", "POST"],
    form: { keep: "" },
  },
  "workspace/docs/document-people": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/docs/{document}/people",
    methods: ["GET", "POST"],
    form: { act: "link", role: "" },
  },
  "workspace/docs/move": {
    area: "workspace",
    permission: "workspace.enter",
    granted: ["owner", "admin", "manager", "staff"],
    sample: "/w/yuanshan/docs/{document}/move",
    methods: ["GET", "POST"],
    form: { parentId: "" },
  },
} satisfies Readonly<Record<string, RouteRow>>;
