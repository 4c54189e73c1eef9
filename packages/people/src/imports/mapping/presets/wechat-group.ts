import type { Preset } from "../preset.ts";

/** A list of a WeChat group's members, as tools for groups write it. The remark there is the name one knows them by. */
export const wechatGroup: Preset = {
  name: "wechat-group",
  marks: [
    { of: ["微信号", "微信ID", "wxid"], least: 1 },
    { of: ["群昵称", "群内昵称", "入群时间", "邀请人", "加入时间"], least: 1 },
    { of: ["备注", "备注名", "昵称", "微信昵称", "群昵称"], least: 1 },
  ],
  columns: {
    微信号: "handle:wechat",
    微信ID: "handle:wechat",
    wxid: "handle:wechat",
    备注: "full-name",
    备注名: "full-name",
    昵称: "field:text",
    微信昵称: "field:text",
    群昵称: "field:text",
    群内昵称: "field:text",
    性别: "field:select",
    地区: "field:text",
    加入时间: "since",
    入群时间: "since",
    邀请人: "field:text",
    手机号: "phone",
    标签: "tags",
  },
  dateOrder: "ymd",
};
