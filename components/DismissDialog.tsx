/** Asks before something goes that cannot be shown again. */
import { t } from "../lib/models/language.ts";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";

export interface DismissDialogProps {
  title: string;
  text: string;
  onDismiss: () => void;
  onClose: () => void;
}

export function DismissDialog({ title, text, onDismiss, onClose }: DismissDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button autofocus onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button kind="danger" onClick={onDismiss}>
            {t("fresh.dismiss")}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
