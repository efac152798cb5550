/** Says what was done, once, without taking the focus. */
import styles from "./Status.module.css";

export function Status({ message }: { message: { id: number; text: string } | null }) {
  return (
    <div class={styles.place} role="status">
      {message !== null && (
        <div class={styles.status} key={message.id}>
          {message.text}
        </div>
      )}
    </div>
  );
}
