import type { Id } from "@guildhall/core";
import type { FieldOption, FieldType } from "../../../fields/field.ts";
import { fold } from "../../../fields/read-options.ts";
import { tagKey } from "../../../tags/tag.ts";
import { nextId } from "./ids.ts";

export interface NewCompany {
  readonly id: Id<"company">;
  readonly name: string;
}

export interface NewTag {
  readonly id: Id<"tag">;
  readonly name: string;
}

/** What the hall has of the words that rows use. */
export interface KnownWords {
  readonly tags: readonly NewTag[];
  readonly companies: readonly NewCompany[];
  readonly domains: readonly { readonly domain: string; readonly company: NewCompany }[];
}

/** A field that a column goes into. */
export interface FieldRule {
  readonly id: Id<"field">;
  readonly type: FieldType;
  readonly name: string;
  options: FieldOption[];
  /** Whether values that it does not offer yet become its options: so it is where the import made the field. */
  readonly open: boolean;
}

/** The tags and companies that rows name: what the hall has, and what it will have to get. */
export class Words {
  readonly #tags = new Map<string, NewTag>();
  readonly #companies = new Map<string, NewCompany>();
  readonly #domains = new Map<string, Id<"company">>();
  readonly #companyNames = new Map<Id<"company">, string>();
  #newTags: NewTag[] = [];
  #newCompanies: NewCompany[] = [];

  /** Of two companies of one name the first that is learnt stands. */
  learn({ tags, companies, domains }: KnownWords): void {
    for (const tag of tags) this.#keepTag(tag);
    for (const company of companies) this.#keepCompany(company);
    for (const { domain, company } of domains) {
      this.#domains.set(domain, company.id);
      this.#companyNames.set(company.id, company.name);
    }
  }

  /** The tag of this name, made where there is none. */
  tag(name: string): Id<"tag"> {
    const known = this.#tags.get(tagKey(name));
    if (known) return known.id;
    const made: NewTag = { id: nextId(), name };
    this.#keepTag(made);
    this.#newTags.push(made);
    return made.id;
  }

  /** The company of this name, made where there is none. */
  company(name: string): Id<"company"> {
    const known = this.knownCompany(name);
    if (known) return known;
    const made: NewCompany = { id: nextId(), name };
    this.#keepCompany(made);
    this.#newCompanies.push(made);
    return made.id;
  }

  knownCompany(name: string): Id<"company"> | null {
    return this.#companies.get(fold(name))?.id ?? null;
  }

  /** The company whose people have addresses of this domain. */
  companyOfDomain(domain: string): Id<"company"> | null {
    return this.#domains.get(domain) ?? null;
  }

  companyName(id: Id<"company">): string {
    return this.#companyNames.get(id) ?? "";
  }

  /** What has been made since this was last asked. */
  takeNew(): { readonly tags: readonly NewTag[]; readonly companies: readonly NewCompany[] } {
    const made = { tags: this.#newTags, companies: this.#newCompanies };
    this.#newTags = [];
    this.#newCompanies = [];
    return made;
  }

  #keepTag(tag: NewTag): void {
    this.#tags.set(tagKey(tag.name), tag);
  }

  #keepCompany(company: NewCompany): void {
    const key = fold(company.name);
    if (!this.#companies.has(key)) this.#companies.set(key, company);
    this.#companyNames.set(company.id, company.name);
  }
}
