/** A key's new name, typed in its row. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { KeysModel } from "../lib/models/keys.ts";
import { t } from "../lib/models/language.ts";
import styles from "./KeyList.module.css";
import { isFocusNowhere } from "./lost-focus.ts";
import { Button } from "./ui/Button.tsx";
import field from "./ui/Field.module.css";

export interface RenameFormProps {
  keys: KeysModel;
  newName: string;
  name: string;
  /** Of its row. */
  index: number;
}

export function RenameForm({ keys, newName, name, index }: RenameFormProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const row = input.current?.closest("li");
    // opened from its row, or there when the popup opens; never out of another box that somebody types in
    if (!isFocusNowhere() && !row?.contains(document.activeElement)) return;
    input.current?.focus();
    input.current?.select();
  }, []);
  // the row moves, such as when the whole list becomes known
  useLayoutEffect(() => {
    if (document.activeElement === input.current) input.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [index]);
  return (
    <form
      class={styles.form}
      aria-label={t("keys.rename", { name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keys.renaming.run();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        keys.closeRename();
      }}
    >
      <input
        ref={input}
        class={field.input}
        type="text"
        dir="auto"
        aria-label={t("keys.newName")}
        value={newName}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => keys.typeNewName(event.currentTarget.value)}
      />
      <Button small onClick={keys.closeRename}>
        {t("app.cancel")}
      </Button>
      <Button small kind="primary" type="submit" busy={keys.renaming.busy.value}>
        {t("app.save")}
      </Button>
    </form>
  );
}
