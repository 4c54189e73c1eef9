import { m } from "@guildhall/i18n/messages";
import { Button, Icon, TextField } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import type { Slug } from "./use-slug.ts";

interface SlugFieldProps {
  readonly name: string;
  readonly host: string;
  readonly slug: Slug;
  readonly error: readonly string[];
}

/** The address of a hall, with word while it is typed of whether it can be had. */
export function SlugField({ name, host, slug, error }: SlugFieldProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-s1">
      <TextField
        name={name}
        label={t(m.signup_slug)}
        description={t(m.signup_slug_hint, { host })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={48}
        value={slug.value}
        onChange={(event) => slug.choose(event.currentTarget.value)}
        error={slug.state === "free" ? [] : error}
      />
      <div role="status" className="flex min-h-target flex-wrap items-center gap-s2 text-s">
        {slug.state === "free" && (
          <span className="flex items-center gap-s1 text-jade">
            <Icon name="check" />
            {t(m.signup_slug_free, { slug: slug.value.trim().toLowerCase() })}
          </span>
        )}
        {slug.state === "taken" && error.length === 0 && <span className="text-ochre">{t(m.signup_slug_taken)}</span>}
        {slug.state === "malformed" && error.length === 0 && (
          <span className="text-ochre">{t(m.error_tenancy_slug_malformed)}</span>
        )}
        {slug.suggestion && slug.suggestion !== slug.value && (
          <Button size="s" onPress={() => slug.choose(slug.suggestion ?? "")}>
            {t(m.signup_slug_instead, { slug: slug.suggestion })}
          </Button>
        )}
      </div>
    </div>
  );
}
