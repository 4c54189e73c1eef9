import { m } from "@guildhall/i18n/messages";
import { type Permission, permissions, permissionsOf, roles } from "@guildhall/tenancy/schemas";
import {
  Icon,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  VisuallyHidden,
} from "@guildhall/ui";
import { roleName } from "../../../shell/role-name.ts";
import { useWords } from "../../../shell/words.ts";

const words: Record<Permission, typeof m.staff_may_enter> = {
  "workspace.enter": m.staff_may_enter,
  "people.view": m.staff_may_view_people,
  "people.edit": m.staff_may_edit_people,
  "people.bulk-edit": m.staff_may_bulk_edit,
  "work.view": m.work_may_view,
  "work.edit": m.work_may_edit,
  "work.manage": m.work_may_manage,
  "companies.view": m.companies_may_view,
  "companies.edit": m.companies_may_edit,
  "docs.create-space": m.docs_may_create_space,
  "docs.manage-all": m.docs_may_manage_all,
  "fields.manage": m.fields_may_manage,
  "members.manage": m.staff_may_manage_members,
  "audit.view": m.staff_may_view_audit,
  "history.undo": m.staff_may_undo,
  "settings.edit": m.staff_may_edit_settings,
  "staff.manage": m.staff_may_manage_staff,
  "tenant.export": m.staff_may_export,
  "tenant.own": m.staff_may_own,
};

/** What each role may do, from the one table of permissions. */
export function RoleTable() {
  const { t } = useWords();
  return (
    <Table label={t(m.staff_roles)}>
      <TableHead>
        <TableColumn>{t(m.staff_may)}</TableColumn>
        {roles.map((role) => (
          <TableColumn key={role}>{t(roleName(role))}</TableColumn>
        ))}
      </TableHead>
      <TableBody>
        {permissions.map((permission) => (
          <TableRow key={permission}>
            <TableLead>{t(words[permission])}</TableLead>
            {roles.map((role) => (
              <TableCell key={role}>
                {permissionsOf[role].has(permission) ? (
                  <span className="text-jade">
                    <Icon name="check" />
                    <VisuallyHidden>{t(m.staff_yes)}</VisuallyHidden>
                  </span>
                ) : (
                  <span className="text-ink-3">
                    <span aria-hidden="true">–</span>
                    <VisuallyHidden>{t(m.staff_no)}</VisuallyHidden>
                  </span>
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
