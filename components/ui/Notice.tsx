/** Something the user should know: an error is an alert, the rest is read when one comes to it. */
import { CircleCheck, Info, TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import styles from "./Notice.module.css";

export interface NoticeProps {
  kind: "bad" | "warn" | "good";
  /** What happened. */
  title: string;
  /** What it means, what to do next. */
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

const shapes = { bad: TriangleAlert, warn: Info, good: CircleCheck } as const;

export function Notice({ kind, title, children, actions }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[kind]}`} role={kind === "bad" ? "alert" : undefined}>
      <Icon shape={shapes[kind]} />
      <div class={styles.text}>
        <strong>{title}</strong>
        {children !== undefined && <div class={styles.detail}>{children}</div>}
        {actions !== undefined && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
