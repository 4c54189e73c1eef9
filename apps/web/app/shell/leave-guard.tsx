import { LeaveDialog, useDirtyForm } from "@guildhall/ui";
import { useBlocker, useNavigation } from "@remix-run/react";
import { useEffect } from "react";

/** Asks before somebody moves on from the form of this id with edits that are not saved. Stands anywhere on its page. */
export function LeaveGuard({ form }: { readonly form: string }) {
  const { dirty, look } = useDirtyForm(form);
  const { state } = useNavigation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  // Sent and answered: where the answer was no, what was written is still not saved.
  useEffect(() => {
    if (state === "idle") look();
  }, [state, look]);
  return (
    <LeaveDialog
      open={blocker.state === "blocked"}
      onStay={() => blocker.reset?.()}
      onLeave={() => blocker.proceed?.()}
    />
  );
}
