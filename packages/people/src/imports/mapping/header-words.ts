import { headerKey } from "./header-key.ts";
import type { ImportFieldType, PersonTarget, Target } from "./target.ts";

/** What columns are called in English and Chinese, by what they hold. Compared as `headerKey` writes them. */
const personWords: Readonly<Partial<Record<PersonTarget, string>>> = {
  "full-name":
    "name, full name, display name, contact name, contact, customer name, client name, member name, attendee name, guest name, person, 姓名, 全名, 名字, 客户姓名, 客户名称, 客户, 联系人, 联系人姓名, 会员姓名, 真实姓名, 称呼, 用户姓名, 参会人, 参会人姓名, 嘉宾姓名, 学员姓名, name 姓名, 姓名 name",
  "family-name":
    "last name, surname, family name, lastname, lname, last, 姓, 姓氏, nachname, nom de famille, apellido, apellidos, cognome, sobrenome",
  "given-name":
    "first name, given name, forename, firstname, fname, first, christian name, 名, vorname, prénom, nombre, nome",
  email:
    "email, e-mail, email address, e-mail address, mail, primary email, work email, personal email, home email, business email, contact email, secondary email, other email, additional email addresses, additional emails, email 1, email 2, email 3, buyer email, email 1 value, email 2 value, e-mail 1 value, e-mail 2 value, 邮箱, 电子邮箱, 电子邮件, 邮件, 邮箱地址, 邮件地址, 联系邮箱, 工作邮箱, correo, correo electrónico, courriel",
  phone:
    "phone, phone number, telephone, tel, mobile, mobile phone, mobile number, mobile phone number, cell, cell phone, cellphone, work phone, home phone, business phone, other phone, contact number, contact phone, phone no, mobile no, whatsapp, whatsapp number, whatsapp phone number, phone 1 value, phone 2 value, phone 1, phone 2, sms phone number, default address phone, 电话, 手机, 手机号, 手机号码, 电话号码, 联系电话, 联系方式, 移动电话, 固定电话, 座机, 客户手机号, 联系手机, telefon, handy, téléphone, teléfono, telefono, móvil",
  company:
    "company, company name, organization, organisation, organization name, organisation name, account name, employer, business, business name, firm, associated company, primary company, default address company, 公司, 公司名称, 单位, 工作单位, 企业, 企业名称, 机构, 组织, 所在公司, firma, unternehmen, entreprise, empresa, azienda",
  "job-title": "job title, title, position, job, role, occupation, 职位, 职务, 头衔, 岗位, 职称, puesto, cargo, poste",
  tags: "tags, tag, labels, label, groups, categories, 标签, 客户标签, 会员标签, 用户标签, 分组, 标记",
  stage: "stage, lifecycle stage, lifecycle, pipeline stage, 阶段, 客户阶段, 生命周期, 生命周期阶段",
  owner:
    "owner, contact owner, account owner, lead owner, record owner, assigned to, assignee, sales rep, salesperson, relationship owner, 负责人, 跟进人, 归属人, 所属销售, 归属导购, 客户经理, 销售",
  language: "language, preferred language, locale, lang, 语言, 首选语言, 语种",
  "time-zone": "time zone, timezone, tz, 时区",
  note: "notes, note, comment, comments, remarks, remark, memo, description, 备注, 说明, 留言, 客户备注, 描述, 附注, notiz, notizen, bemerkung, bemerkungen",
  since:
    "since, created, created at, created date, create date, date created, created on, date added, added on, added at, customer since, member since, joined, joined at, join date, date joined, registered, registered at, registration date, date registered, signup date, sign up date, order date, 加入时间, 入群时间, 创建时间, 创建日期, 注册时间, 注册日期, 添加时间, 成为客户时间, 入会时间, 首次下单时间, 客户创建时间",
  "email-consent":
    "accepts email marketing, accepts marketing, email marketing, email opt in, email consent, newsletter, subscribed, subscription status, email subscription status, marketing contact status, email marketing consent, confirm time, 邮件订阅, 订阅邮件, 是否订阅, 接受邮件营销, 订阅状态",
  "email-consent-ended": "unsub time, unsubscribed at, unsubscribe date, unsubscribe time, opted out at, 退订时间",
  "sms-consent":
    "accepts sms marketing, sms marketing, sms opt in, sms consent, text opt in, sms marketing consent, sms subscription status, 短信订阅, 接受短信营销, 短信营销",
};

const handleWords: Readonly<Record<string, string>> = {
  wechat: "wechat, wechat id, wechat account, weixin, wx, wxid, 微信, 微信号, 微信id, 微信账号, 微信号码",
  instagram: "instagram, instagram handle, ig, instagram username",
  x: "twitter, twitter handle, twitter username, x handle",
  linkedin: "linkedin, linkedin url, linkedin profile",
  facebook: "facebook, facebook url",
  telegram: "telegram, telegram handle, telegram username",
  xiaohongshu: "小红书, 小红书号, xiaohongshu, red id",
  douyin: "抖音, 抖音号, douyin, tiktok, tiktok handle",
  weibo: "微博, 微博账号, weibo",
  qq: "qq, qq号, qq号码",
};

/** What a column is by custom where no person has it: the type that a field for it would have. */
const fieldWords: Readonly<Partial<Record<ImportFieldType, string>>> = {
  url: "website, web site, url, homepage, blog, website url, 网站, 网址, 主页, 官网",
  date: "birthday, birthdate, birth date, date of birth, dob, anniversary, 生日, 出生日期, 出生年月, 纪念日",
};

const countryWords =
  "country, country code, country region, mailing country, default address country code, cc, home country, billing country, shipping country, 国家, 国家地区, 国家代码, land, pays, país";

const byKey = new Map<string, Target>();
for (const [to, words] of Object.entries(personWords)) {
  const target = { to } as Target;
  for (const word of split(words)) byKey.set(word, target);
}
for (const [provider, words] of Object.entries(handleWords))
  for (const word of split(words)) byKey.set(word, { to: "handle", provider });

const fieldTypeByKey = new Map<string, ImportFieldType>();
for (const [type, words] of Object.entries(fieldWords))
  for (const word of split(words)) fieldTypeByKey.set(word, type as ImportFieldType);

const countryKeys = new Set(split(countryWords));

function split(words: string): string[] {
  return words.split(",").map(headerKey);
}

/** What a column's name says it is; null if nothing. Names in two languages ("Name / 姓名") are asked part by part. */
export function targetByHeader(name: string): Target | null {
  for (const key of keysOf(name)) {
    const target = byKey.get(key);
    if (target) return target;
  }
  return null;
}

export function fieldTypeByHeader(name: string): ImportFieldType | null {
  for (const key of keysOf(name)) {
    const type = fieldTypeByKey.get(key);
    if (type) return type;
  }
  return null;
}

export const isCountryHeader = (name: string) => keysOf(name).some((key) => countryKeys.has(key));

function keysOf(name: string): string[] {
  const parts = name.split(/[/|()（）【】[\]:：\n]+/).map(headerKey);
  return [headerKey(name), ...parts].filter((key) => key !== "");
}
