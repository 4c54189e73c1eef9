import { Button, type ButtonLook, type IconName } from "@guildhall/ui";
import { Form, useNavigation } from "@remix-run/react";

interface Deed {
  readonly act: "preview" | "run" | "pause" | "resume" | "cancel" | "undo";
  readonly label: string;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
}

/** Buttons that each do one thing to an import. */
export function DeedForm({ deeds }: { readonly deeds: readonly Deed[] }) {
  const navigation = useNavigation();
  const under = navigation.state === "submitting" ? navigation.formData?.get("act") : null;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-s2">
      {deeds.map(({ act, label, look = "plain", icon }) => (
        <Button
          key={act}
          type="submit"
          name="act"
          value={act}
          look={look}
          pending={under === act}
          {...(icon && { icon })}
        >
          {label}
        </Button>
      ))}
    </Form>
  );
}
