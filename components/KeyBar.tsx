/** Above the keys: searching them and asking for a new one, or the form for that. */
import { Plus } from "lucide";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { KeysModel } from "../lib/models/keys.ts";
import { plural, t } from "../lib/models/language.ts";
import { GenerateForm } from "./GenerateForm.tsx";
import styles from "./KeysView.module.css";
import { useLostFocus } from "./lost-focus.ts";
import { Button } from "./ui/Button.tsx";
import { Icon } from "./ui/Icon.tsx";
import { SearchBox } from "./ui/SearchBox.tsx";

export function KeyBar({ keys, searchBox }: { keys: KeysModel; searchBox: RefObject<HTMLInputElement | null> }) {
  const { search, generate } = keys.draft.value;
  const total = keys.total.value;
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // the form is gone: given up, or a key came of it
  useLostFocus(place, () => button.current?.focus());
  return (
    <div ref={place}>
      {generate === null ? (
        <div class={styles.bar}>
          <SearchBox
            label={t("keys.search")}
            placeholder={total === 0 ? t("keys.search") : plural("keys.searchCount", total)}
            clearLabel={t("keys.clearSearch")}
            value={search}
            onInput={keys.search}
            inputRef={searchBox}
          />
          <Button kind="primary" buttonRef={button} onClick={() => keys.openGenerate()}>
            <Icon shape={Plus} />
            {t("keys.generate")}
          </Button>
        </div>
      ) : (
        <GenerateForm keys={keys} name={generate.name} />
      )}
    </div>
  );
}
