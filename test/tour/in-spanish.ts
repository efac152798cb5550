/** Another console, in another language and in the dark. */
import assert from "node:assert/strict";
import type { Part } from "./step.ts";
import { passwordOf } from "./visit.ts";

const NAME = "respaldo-facturas";

export const inSpanish: Part = {
  browser: { language: "es", colorScheme: "dark" },
  steps: [
    {
      name: "spanish-connect",
      title: "Speaks Spanish in a Spanish browser, is dark in a dark one, and connects TIGO MCO",
      async run({ popup, sandbox }) {
        await popup.find("heading", "Conectar una consola");
        assert.equal(await popup.page.evaluate(() => document.documentElement.lang), "es");
        const ground = await popup.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(ground, "rgb(20, 23, 28)", "The popup is not dark.");
        await popup.fill("Dirección", sandbox.tigo.origin);
        await popup.click("button", "Conectar");
        await popup.waitForText("Una consola CloudMC llamada TIGO MCO");
      },
    },
    {
      name: "spanish-sign-in",
      title: "Signs in to TIGO MCO as ana, and lists her keys in Spanish",
      async run({ popup, sandbox }) {
        await popup.fill("Nombre de usuario", "ana");
        await popup.fill("Contraseña", passwordOf(sandbox, "ana"));
        await popup.click("button", "Iniciar sesión");
        await popup.waitForText("14 claves");
        await popup.waitForText("Nunca usada");
      },
    },
    {
      name: "spanish-key",
      title: `Generates the key ${NAME} there`,
      async run({ popup }) {
        await popup.click("button", "Generar clave de API");
        await popup.fill("Nombre", NAME);
        await popup.click("button", "Generar");
        await popup.find("region", `Nueva clave API ${NAME}`);
        await popup.waitForText("15 claves");
      },
    },
    {
      name: "spanish-ask",
      title: "Asks in the words of TIGO MCO before it revokes the key",
      async run({ popup }) {
        await popup.fill("Buscar claves", NAME);
        await popup.click("button", `Eliminar ${NAME}`);
        await popup.find("dialog", "Eliminar clave API");
        await popup.waitForText("Nunca se usó.");
      },
    },
    {
      name: "spanish-revoke",
      title: "Revokes it",
      async run({ popup }) {
        await popup.click("button", "Eliminar");
        await popup.waitForText(`Se eliminó ${NAME}`);
        await popup.waitForText(`Ninguna clave coincide con “${NAME}”`);
      },
    },
  ],
};
