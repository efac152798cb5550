/** The line on top: which console, and the ways out of the popup. */
import { AppWindow, Check, ChevronDown, Globe, LogOut, PanelRight, Plus, Settings } from "lucide";
import type { App } from "../lib/models/app.ts";
import { t } from "../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../lib/storage/items.ts";
import { BrandMark } from "./BrandMark.tsx";
import styles from "./Header.module.css";
import { Icon } from "./ui/Icon.tsx";
import { IconButton } from "./ui/IconButton.tsx";
import { Menu, type MenuEntry } from "./ui/Menu.tsx";

/** Where our page is shown. */
export type Surface = "popup" | "window" | "panel";

export interface HeaderProps {
  app: App;
  surface: Surface;
  profile: ConsoleProfile | null;
}

/** Opens something else, and gives way to it when told to, unless it did not open. */
async function open(what: () => Promise<void>, givesWay = false): Promise<void> {
  try {
    await what();
    if (givesWay) window.close();
  } catch (fault) {
    console.error("Llavero: not opened", fault);
  }
}

export function Header({ app, surface, profile }: HeaderProps) {
  const { edge } = app;
  const { panel } = edge;
  return (
    <header class={styles.header}>
      {profile === null ? <span class={styles.name}>Llavero</span> : <ConsoleSwitcher app={app} profile={profile} />}
      {surface !== "window" && (
        <IconButton
          label={t("header.openWindow")}
          shape={AppWindow}
          onClick={() => void open(edge.openInWindow, true)}
        />
      )}
      {panel !== null && (
        <IconButton
          label={t(panel.kind === "sidePanel" ? "header.openPanel" : "header.openSidebar")}
          shape={PanelRight}
          onClick={() => void open(panel.open, true)}
        />
      )}
      <IconButton label={t("header.settings")} shape={Settings} onClick={() => void open(edge.openSettings)} />
    </header>
  );
}

function ConsoleSwitcher({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { consoles, currentSession } = app.state;
  const session = currentSession.value;
  const account = session === null || session.state === "none" ? null : session.account;
  const name = consoleName(profile);
  const isSignedIn = session?.state === "open";
  const entries: MenuEntry[] = [
    ...consoles.value.list.map((one) => ({
      label: consoleName(one),
      ...(one.id === profile.id ? { shape: Check } : {}),
      checked: one.id === profile.id,
      onChoose: () => void app.consoles.selecting.run(one.id),
    })),
    { label: t("header.connectAnother"), shape: Plus, startsGroup: true, onChoose: () => app.connect.open() },
    {
      label: t("header.openConsole"),
      shape: Globe,
      startsGroup: true,
      onChoose: () => void open(() => app.edge.openTab(profile.origin)),
    },
  ];
  if (isSignedIn) {
    const onChoose = async () => {
      if (await app.consoles.signingOut.run(profile.id)) app.announce(t("signIn.out", { name }));
    };
    entries.push({ label: t("header.signOut"), shape: LogOut, onChoose: () => void onChoose() });
  }
  return (
    <div class={styles.grow}>
      <Menu label={t("header.console", { name })} entries={entries} buttonClass={styles.switcher}>
        <BrandMark name={name} logo={profile.logo} />
        <b class={styles.text}>{name}</b>
        <Icon shape={ChevronDown} size={14} />
      </Menu>
      {/* beside the button, not in it: its name is the console's alone */}
      <small class={styles.account}>{account?.organization ?? account?.userName ?? t("header.signedOut")}</small>
    </div>
  );
}
