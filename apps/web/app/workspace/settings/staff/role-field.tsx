import { m } from "@guildhall/i18n/messages";
import { RadioField } from "@guildhall/ui";
import { roleName } from "../../../shell/role-name.ts";
import { useWords } from "../../../shell/words.ts";

const meanings: Readonly<Record<string, typeof m.staff_role_admin_text>> = {
  admin: m.staff_role_admin_text,
  manager: m.staff_role_manager_text,
  staff: m.staff_role_staff_text,
  viewer: m.staff_role_viewer_text,
};

interface RoleFieldProps {
  readonly name: string;
  readonly roles: readonly string[];
  readonly defaultValue?: string | undefined;
  readonly error: readonly string[];
}

/** One of the roles that somebody may give, each with what it means. */
export function RoleField({ name, roles, defaultValue, error }: RoleFieldProps) {
  const { t } = useWords();
  return (
    <RadioField
      name={name}
      label={t(m.people_role)}
      required
      defaultValue={defaultValue}
      error={error}
      options={roles.map((role) => {
        const meaning = meanings[role];
        return { value: role, label: t(roleName(role)), description: meaning && t(meaning) };
      })}
    />
  );
}
