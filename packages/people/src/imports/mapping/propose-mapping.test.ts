import { expect, test } from "vitest";
import { detectPreset } from "./detect-preset.ts";
import { headerKey } from "./header-key.ts";
import type { ProposalOptions } from "./proposal.ts";
import { proposeMapping } from "./propose-mapping.ts";
import { rememberMapping } from "./remember-mapping.ts";
import { mappingSchema, type Target } from "./target.ts";

type Columns = Readonly<Record<string, string | readonly string[]>>;

/** Proposes for columns, each with its cells. */
function propose(columns: Columns, options: Partial<ProposalOptions> = {}) {
  const names = Object.keys(columns);
  const cells = names.map((name) => [columns[name] ?? []].flat());
  const height = Math.max(...cells.map((each) => each.length));
  const rows = Array.from({ length: height }, (_, at) => ({ cells: cells.map((each) => each[at] ?? "") }));
  const proposal = proposeMapping(names, rows, { customFields: [], ...options });
  expect(mappingSchema.parse(proposal.mapping)).toEqual(proposal.mapping);
  const targets = Object.fromEntries(proposal.columns.map(({ name, target }) => [name, short(target)]));
  return { proposal, targets, formatOf: (name: string) => proposal.mapping.columns[names.indexOf(name)] };
}

function short(target: Target): string {
  if (target.to === "field") return `field ${target.fieldId}`;
  if (target.to === "new-field") return `new ${target.type}`;
  return "provider" in target ? `${target.to} ${target.provider}` : target.to;
}

const many = (count: number, cell: string) => Array.from({ length: count }, () => cell);

test("columns are known by name in English and Chinese, whatever their case and punctuation", () => {
  const known: readonly (readonly [string, string, string])[] = [
    ["E-MAIL ADDRESS", "a@example.com", "email"],
    ["e_mail", "a@example.com", "email"],
    ["邮箱", "a@example.com", "email"],
    ["Mobile Phone", "+44 7700 900277", "phone"],
    ["手机号码", "13800138000", "phone"],
    ["Full name", "Ada Lovelace", "full-name"],
    ["姓名 (Name)", "陈雨泽", "full-name"],
    ["firstName", "Ada", "given-name"],
    ["LAST_NAME", "Lovelace", "family-name"],
    ["Organisation", "Analytical Engines", "company"],
    ["职位", "店长", "job-title"],
    ["微信号", "wx_yuze", "handle wechat"],
    ["标签", "露营;徒步", "tags"],
    ["Customer since", "2021-03-04", "since"],
    ["Accepts email marketing", "yes", "email-consent"],
    ["负责人", "林巧", "owner"],
    ["Website", "https://example.com", "new url"],
    ["备注", "喜欢露营", "note"],
  ];
  for (const [name, cell, target] of known)
    expect([name, propose({ [name]: cell }).targets[name]]).toEqual([name, target]);
});

test("columns without a telling name are known by what stands in them", () => {
  const { targets } = propose({
    a: ["a@example.com", "b@example.com", "oops"].concat(many(8, "c@example.com")),
    b: many(11, "+44 7700 900277"),
    c: Array.from({ length: 11 }, (_, at) => `https://example.com/${at}`),
    d: many(11, "2025-03-09"),
    e: many(11, "2025-03-09 12:00"),
    f: many(11, "€ 12,50"),
    g: ["yes", "no"].concat(many(9, "yes")),
    h: Array.from({ length: 11 }, (_, at) => `${at}.5`),
    i: Array.from({ length: 11 }, (_, at) => ["Gold", "Silver"][at % 2] ?? ""),
    j: Array.from({ length: 11 }, (_, at) => ["a;b", "b;c"][at % 2] ?? ""),
    k: Array.from({ length: 11 }, (_, at) => `word ${at}`),
    l: many(11, "long ".repeat(60)),
    m: [],
    n: many(11, "01067"),
  });
  expect(targets).toEqual({
    a: "email",
    b: "phone",
    c: "new url",
    d: "new date",
    e: "new date-time",
    f: "new money",
    g: "new boolean",
    h: "new number",
    i: "new select",
    j: "new multi-select",
    k: "new text",
    l: "new long-text",
    m: "skip",
    n: "new select",
  });
});

test("a name that its cells contradict is not believed", () => {
  const { targets } = propose({
    Name: ["a@example.com", "b@example.com"],
    Email: ["yes", "no"],
    Phone: ["Ada", "Bob"],
  });
  expect(targets).toEqual({ Name: "email", Email: "new boolean", Phone: "new text" });
});

test("where one column can be it, the surest is, and the others become fields", () => {
  const { targets } = propose({
    Name: "Ada",
    "Full name": "Ada Lovelace",
    Email: "a@example.com",
    "Other email": "b@example.com",
  });
  expect(targets).toEqual({ Name: "full-name", "Full name": "new text", Email: "email", "Other email": "email" });
});

test("fields that are there are used again, by name, under a preset as well", () => {
  const customFields = [
    { id: "f1", name: "Lead status", type: "select" as const },
    { id: "f2", name: "Shoe size", type: "number" as const },
  ];
  expect(propose({ "SHOE SIZE": "42", "Lead Status": "Open" }, { customFields }).targets).toEqual({
    "SHOE SIZE": "field f2",
    "Lead Status": "field f1",
  });
  expect(
    propose({ "Record ID": "1", "Lead Status": "Open", "Create Date": "2025-03-09" }, { customFields }).targets,
  ).toEqual({
    "Record ID": "external-id hubspot",
    "Lead Status": "field f1",
    "Create Date": "since",
  });
});

test("what somebody chose the last time comes first, unless the field is gone", () => {
  const columns = { Email: "a@example.com", City: "Leeds", Size: "42" };
  const { proposal } = propose(columns);
  const chosen = rememberMapping(Object.keys(columns), {
    ...proposal.mapping,
    columns: [
      { column: 0, target: { to: "email" } },
      { column: 1, target: { to: "skip" } },
      { column: 2, target: { to: "field", fieldId: "gone", type: "number" }, decimalMark: "," },
    ],
  });
  expect(Object.keys(chosen)).toEqual(["email", "city", "size"]);
  expect(propose(columns, { remembered: chosen }).targets).toEqual({
    Email: "email",
    City: "skip",
    Size: "new number",
  });
  const customFields = [{ id: "gone", name: "Number", type: "number" as const }];
  const again = propose(columns, { remembered: chosen, customFields });
  expect([again.targets, again.formatOf("Size")?.decimalMark]).toEqual([
    { Email: "email", City: "skip", Size: "field gone" },
    ",",
  ]);
});

test("names that would be something else to an object are names", () => {
  const columns = ["__proto__", "constructor", "toString", "Email"];
  const proposal = proposeMapping(columns, [{ cells: ["a", "b", "c", "a@example.com"] }], {
    customFields: [],
    remembered: {},
  });
  expect(proposal.columns.map(({ target }) => short(target))).toEqual(["new text", "new text", "new text", "email"]);
});

test("what a date column leaves open, another of the file may tell; else it is doubtful", () => {
  const open = ["03/07/1980", "08/05/1979"];
  expect(propose({ Birthdate: open, Joined: ["20/01/2024", "01/02/2024"] }).formatOf("Birthdate")?.dateOrder).toBe(
    "dmy",
  );
  const { proposal, formatOf } = propose({ Birthdate: open });
  expect([proposal.columns[0]?.doubt, formatOf("Birthdate")?.dateOrder]).toEqual(["imports.date-doubtful", undefined]);
  const american = propose({ Birthdate: open }, { defaultCountry: "US" });
  expect([american.proposal.columns[0]?.doubt, american.formatOf("Birthdate")?.dateOrder]).toEqual([
    "imports.date-doubtful",
    "mdy",
  ]);
});

test("what a number column leaves open, the country may tell, and it stays doubtful", () => {
  const { proposal, formatOf } = propose({ Score: ["1.234", "5.678"] }, { defaultCountry: "DE" });
  expect([proposal.columns[0]?.doubt, formatOf("Score")?.decimalMark]).toEqual(["imports.number-doubtful", ","]);
});

test("an amount's currency is named by its column or its cells", () => {
  expect(propose({ "累计消费金额(元)": "12.50" }).formatOf("累计消费金额(元)")?.currency).toBe("CNY");
  expect(propose({ "Total (EUR)": ["€ 12.50", "€ 3"] }).formatOf("Total (EUR)")?.currency).toBe("EUR");
  expect(propose({ Paid: ["£12.50", "£3"] }).formatOf("Paid")?.currency).toBe("GBP");
});

test("Chinese mobiles without a country are read as China's; somebody else's choice stands", () => {
  expect(propose({ 手机: ["13800138000", "139 0013 9000"] }).proposal.mapping.defaultCountry).toBe("CN");
  expect(propose({ 手机: ["13800138000"] }, { defaultCountry: "US" }).proposal.mapping.defaultCountry).toBe("US");
});

test("numbers that name no country are to be looked at, unless something tells it", () => {
  const rows = [
    ["Ada", "07700 900267"],
    ["Bob", "+44 7700 900285"],
  ].map((cells) => ({ cells }));
  const doubts = (options: { defaultCountry?: string } = {}) =>
    proposeMapping(["Name", "Phone"], rows, { customFields: [], ...options }).columns.map(({ doubt }) => doubt);
  expect(doubts()).toEqual([null, "imports.phone-country-missing"]);
  expect(doubts({ defaultCountry: "GB" })).toEqual([null, null]);
});

test("a column of countries tells how phones are read", () => {
  expect(propose({ Phone: "07700 900277", Country: "United Kingdom" }).proposal.mapping.countryColumn).toBe(1);
  expect(propose({ Phone: "07700 900277", Country: "Atlantis" }).proposal.mapping.countryColumn).toBeNull();
});

/** The columns of real exports, as those systems name them. */
const exports = {
  hubspot:
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Primary Associated Company ID,Last Activity Date,Lead Status,Marketing contact status,Create Date,Associated Company",
  salesforce:
    "Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Fax,Mobile,Email,Account Owner,Contact ID",
  mailchimp:
    "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS",
  eventbrite:
    "Order no.,Order Date,First Name,Surname,Email,Quantity,Price Tier,Ticket Type,Attendee no.,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home City,Home Country,Mobile Phone",
  shopify:
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags",
  youzan: "客户姓名,客户昵称,免费等级,付费等级,客户手机号,客户积分,客户储值余额",
  "wechat-group": "微信号,群昵称,备注,地区,加入时间",
} as const;

test.each(Object.entries(exports))(
  "an export of %s is known, and none of its columns is a stranger",
  (name, header) => {
    const columns = header.split(",");
    expect(detectPreset(columns)).toBe(name);
    expect(detectPreset(columns.map((column) => ` ${column.toUpperCase()} `))).toBe(name);
    const filled = proposeMapping(columns, [{ cells: columns.map(() => "x") }], { customFields: [] });
    expect(filled.columns.filter(({ why }) => why !== "preset").map((column) => column.name)).toEqual([]);
  },
);

test.each(["Name,Email,Phone", "姓名,手机号,备注", "First Name,Last Name,Email,Tags", "", "Email Address,First Name"])(
  "%s is nobody's export",
  (header) => {
    expect(detectPreset(header.split(","))).toBeNull();
  },
);

test("names are compared without case, width, spaces and punctuation", () => {
  for (const name of ["E-mail Address", "e_mail address", "ＥＭＡＩＬ　ＡＤＤＲＥＳＳ", "emailAddress"])
    expect(headerKey(name)).toBe("emailaddress");
});

test("cells made to be slow are looked at as quickly as any", () => {
  const cell = `http://${"a.".repeat(200_000)} b`;
  expect(propose({ x: many(20, cell) }).targets).toEqual({ x: "new long-text" });
});

test("thousands of columns and fields are matched in one look each", () => {
  const columns = Array.from({ length: 10_000 }, (_, at) => `Column ${at}`);
  const customFields = columns.slice(0, 500).map((name) => ({ id: name, name, type: "text" as const }));
  const proposal = proposeMapping(columns, [{ cells: columns }], { customFields });
  expect(proposal.columns.filter(({ target }) => target.to === "field")).toHaveLength(500);
});
