/** The style sheet of the consoles' pages and of the identity provider's. */

/** For a brand's colour. */
export function styleSheet(primaryColor: string): string {
  return `:root { --primary-color: ${primaryColor}; color-scheme: light; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #f4f6f8; }
header { display: flex; gap: .75rem; align-items: center; padding: .5rem 1.5rem; color: #fff; background: var(--primary-color); }
header p { margin: 0; font-weight: 600; flex: 1; }
main { max-width: 60rem; margin: 1.5rem auto; padding: 1.5rem; background: #fff; border-radius: .5rem; }
main.narrow { max-width: 24rem; }
h1 { margin-top: 0; font-size: 1.4rem; }
label { display: block; margin: .75rem 0; }
input { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; border: 1px solid #667; border-radius: .25rem; }
button, a.button { display: inline-block; padding: .5rem 1rem; font: inherit; color: #fff; background: var(--primary-color); border: 1px solid #fff; border-radius: .25rem; text-decoration: none; }
a { color: var(--primary-color); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem; text-align: start; border-bottom: 1px solid #d5dae0; overflow-wrap: anywhere; }
code { padding: .1rem .3rem; background: #eef1f4; overflow-wrap: anywhere; }
[role=alert] { padding: .75rem; color: #7a1020; background: #fde8ea; border-radius: .25rem; }
[role=status] { padding: .75rem; background: #e6f4ea; border-radius: .25rem; }
`;
}
