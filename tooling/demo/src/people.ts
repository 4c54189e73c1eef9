interface DemoPerson {
  readonly fullName: string;
  readonly email: string;
  readonly phone: string;
}

const family = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "司马", "徐", "孙", "马", "何"];
const given = [
  "雨泽",
  "一诺",
  "欣怡",
  "浩宇",
  "梓萱",
  "敏",
  "子涵",
  "思远",
  "若曦",
  "天佑",
  "静",
  "明轩",
  "佳琪",
  "宇航",
];
const first = [
  "José",
  "Zoë",
  "Björn",
  "Kwame",
  "François",
  "Aoife",
  "Sofía",
  "Maja",
  "Tom",
  "Priya",
  "Lena",
  "Ivo",
  "Ruth",
  "Noor",
];
const last = [
  "García Márquez",
  "Ó Súilleabháin",
  "Šimić",
  "Okafor",
  "Wei",
  "Null",
  "Hansen",
  "Patel",
  "Novák",
  "Rossi",
  "Müller",
  "Young",
  "Østergaard",
  "True",
  "Silva",
  "Dubois",
];

/** A hall's first customers. Addresses and numbers are made up and reserved for that. */
export function demoPeople(slug: string): DemoPerson[] {
  const chinese = slug === "yuanshan";
  return Array.from({ length: 120 }, (_, n) => {
    const inChinese = chinese ? n % 4 !== 3 : n % 6 === 5;
    const fullName = inChinese
      ? `${pick(family, n * 7)}${pick(given, n * 5)}`
      : `${pick(first, n * 3)} ${pick(last, n * 5)}`;
    return {
      fullName,
      email: `${slug}.${n + 1}@example.com`,
      phone: inChinese
        ? `+86199${String(10_000_000 + n * 7_919).slice(0, 8)}`
        : `+447700${String(900_000 + n).padStart(6, "0")}`,
    };
  });
}

function pick(from: readonly string[], n: number): string {
  return from[n % from.length] ?? "";
}
