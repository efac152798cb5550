/** What to do first, for the terminal and for the browser's first tab. */
import type { AccountInfo } from "../../sandbox/accounts.ts";

export function welcomeSteps(origin: string, { userName, password }: AccountInfo): string[] {
  return [
    "Click the puzzle piece in the toolbar, pin Llavero, and click its icon.",
    `Connect to ${origin} and allow it.`,
    `Sign in as ${userName} with the password ${password}.`,
  ];
}

/** What a real cloud beside the consoles is for. */
export const cloudSteps: readonly string[] = [
  "Open Services, choose Objects-r1 / production, and press Export as….",
  "Copy openrc (bash, zsh, sh), paste it into a terminal of yours, and press Enter.",
  "There, “openstack container create first; openstack container list” answers: it is a real cloud.",
];

export function welcomePage(steps: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Try Llavero</title>
    <style>
      body { max-width: 38rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.1rem / 1.6 system-ui, sans-serif; }
      li { margin-block: 0.6rem; }
    </style>
  </head>
  <body>
    <h1>Try Llavero</h1>
    <ol>
      ${steps.map((step) => `<li>${step}</li>`).join("\n      ")}
    </ol>
    <p>The console itself is in the next tab. More people to sign in as are listed in the terminal.</p>
  </body>
</html>
`;
}
