import { getCountries } from "libphonenumber-js/min";
import { headerKey } from "../mapping/header-key.ts";

/** The ISO code of a country by its code or its name in English or Chinese; null for what is none. */
export function parseCountry(text: string): string | null {
  const key = headerKey(text);
  if (key === "") return null;
  names ??= listNames();
  return names.get(key) ?? null;
}

let names: Map<string, string> | undefined;

function listNames(): Map<string, string> {
  const list = new Map<string, string>();
  for (const language of ["en", "zh-CN", "zh-TW"]) {
    const display = new Intl.DisplayNames([language], { type: "region" });
    for (const code of getCountries()) list.set(headerKey(display.of(code) ?? code), code);
  }
  for (const [name, code] of Object.entries(otherNames)) list.set(headerKey(name), code);
  for (const code of getCountries()) list.set(code.toLowerCase(), code);
  return list;
}

const otherNames: Readonly<Record<string, string>> = {
  UK: "GB",
  "Great Britain": "GB",
  England: "GB",
  Scotland: "GB",
  Wales: "GB",
  "Northern Ireland": "GB",
  GBR: "GB",
  USA: "US",
  "U.S.": "US",
  "United States of America": "US",
  America: "US",
  CHN: "CN",
  PRC: "CN",
  "P.R. China": "CN",
  "People's Republic of China": "CN",
  "Mainland China": "CN",
  中国大陆: "CN",
  大陆: "CN",
  中华人民共和国: "CN",
  "Hong Kong": "HK",
  香港: "HK",
  中国香港: "HK",
  Macau: "MO",
  Macao: "MO",
  澳门: "MO",
  中国澳门: "MO",
  台湾: "TW",
  中国台湾: "TW",
  Korea: "KR",
  "Republic of Korea": "KR",
  南韩: "KR",
  Holland: "NL",
  "The Netherlands": "NL",
  Deutschland: "DE",
  DEU: "DE",
  Österreich: "AT",
  Schweiz: "CH",
  Suisse: "CH",
  España: "ES",
  Brasil: "BR",
  Italia: "IT",
  "Czech Republic": "CZ",
  Russia: "RU",
  UAE: "AE",
};
