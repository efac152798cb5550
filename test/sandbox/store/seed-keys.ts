/** The keys that accounts start with: a written-out list of believable ones, and as many made-up ones as asked for. */
import type { SeedAccount } from "../accounts.ts";
import type { NewKey } from "./api-keys.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Name, age, and for a used key how long ago and from where. Addresses are from the documentation ranges. */
const REALISTIC: readonly (readonly [name: string, age: number, lastUse?: number, ip?: string])[] = [
  ["terraform-production", 410 * DAY, 3 * MINUTE, "203.0.113.24"],
  ["ci-runner", 188 * DAY, 26 * MINUTE, "198.51.100.7"],
  ["backup-nightly", 365 * DAY, 9 * HOUR, "203.0.113.80"],
  ["grafana-billing-dashboard", 95 * DAY, 2 * HOUR, "198.51.100.42"],
  ["ana-laptop", 62 * DAY, DAY, "192.0.2.118"],
  ["ana-laptop", 700 * DAY, 430 * DAY, "192.0.2.33"],
  ["old-migration-script", 900 * DAY, 812 * DAY, "203.0.113.5"],
  ["monitoring (zabbix)", 240 * DAY, 40_000, "2001:db8::5:12"],
  ["staging-deploy", 33 * DAY, 5 * DAY, "198.51.100.7"],
  ["prueba de integración", 12 * DAY],
  ["temporary-audit-2024", 20 * DAY],
  ["🚀 despliegue", 8 * DAY, 7 * HOUR, "203.0.113.24"],
  ["مفتاح النسخ الاحتياطي", 50 * DAY, 31 * DAY, "2001:db8::a:1"],
  ["<script>alert(1)</script>", 2 * DAY],
];

const APPLICATIONS = ["terraform", "ci-runner", "backup", "grafana", "ansible", "rclone", "monitoring", "deploy"];

/** The keys for an account, relative to a moment. */
export function seedKeys(keys: SeedAccount["keys"], now: number): NewKey[] {
  const iso = (ago: number) => new Date(now - ago).toISOString();
  if (keys === "realistic") {
    return REALISTIC.map(([name, age, lastUse, lastIp]) => ({
      name,
      creationDate: iso(age),
      lastIp,
      lastActivity: lastUse === undefined ? undefined : iso(lastUse),
    }));
  }
  return Array.from({ length: keys }, (_, index) => {
    const used = index % 4 !== 3;
    return {
      name: `${APPLICATIONS[index % APPLICATIONS.length]}-${String(index + 1).padStart(5, "0")}`,
      creationDate: iso(DAY + (keys - index) * 7 * MINUTE),
      lastIp: used ? `198.51.100.${1 + (index % 254)}` : undefined,
      lastActivity: used ? iso(((index * 37) % 1440) * MINUTE) : undefined,
    };
  });
}
