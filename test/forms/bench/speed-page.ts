/** A large page: 5,000 elements, 200 fields, and among them one form to sign in to OpenStack. */
import { toHtml } from "../pages/html.ts";
import { shell } from "../pages/page.ts";
import { type Branch, branch, type Control, isControl, type Tree } from "../pages/tree.ts";

export const ELEMENTS = 5_000;
export const FIELDS = 200;

const LOGIN = [
  ["username", "text", "User Name"],
  ["password", "password", "Password"],
  ["domain", "text", "Domain"],
  ["region", "text", "Region"],
] as const;

const SETTINGS = ["Flavor", "Volume size", "Security group", "Server name", "Subnet", "Quota", "Image", "Description"];
const PER_SECTION = 14;

export function speedPage(): string {
  const login = branch(
    "form",
    { action: "/auth/login", method: "post" },
    branch("h1", {}, "Log in"),
    ...LOGIN.map(([name, type, label]) => row(name, type, label)),
    branch("button", { type: "submit" }, "Sign In"),
  );
  const sections = Array.from({ length: (FIELDS - LOGIN.length) / PER_SECTION }, (_, index) => section(index));
  const main = branch("main", {}, login, ...sections);
  // html, head with five, and body.
  const rest = ELEMENTS - count(main) - 8;
  return shell({ title: "Dashboard", lang: "en", body: toHtml([main, table(rest)]) });
}

function section(index: number): Branch {
  const rows = Array.from({ length: PER_SECTION }, (_, place) => {
    const what = SETTINGS[(index + place) % SETTINGS.length] ?? "Setting";
    return row(`setting_${index}_${place}`, "text", `${what} ${index}`);
  });
  return branch("form", { id: `settings-${index}` }, branch("h2", {}, `Settings ${index}`), ...rows);
}

function row(name: string, type: string, label: string): Branch {
  const control: Control = {
    control: name,
    tag: "input",
    attributes: { id: `id_${name}`, name, type },
    options: [],
    initial: "",
  };
  return branch("div", { class: "row" }, branch("label", { for: `id_${name}` }, label), control);
}

/** A table of servers, as dashboards show; four cells a row, and a link in the first. */
function table(elements: number): Branch {
  const rows = Math.floor((elements - 2) / 6);
  const cells = (index: number) => [
    branch("td", {}, branch("a", { href: `#${index}` }, `server-${index}`)),
    ...["active", "10.0.0.7", "m1.small"].map((text) => branch("td", {}, text)),
  ];
  const body = Array.from({ length: rows }, (_, index) => branch("tr", {}, ...cells(index)));
  return branch("table", {}, branch("tbody", {}, ...body));
}

function count(tree: Tree): number {
  if (typeof tree === "string") return 0;
  return isControl(tree) ? 1 : tree.children.reduce((sum, child) => sum + count(child), 1);
}
