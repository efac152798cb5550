/**
 * Words that a brand's console uses instead of its family's, so that people read here what they read there.
 * Source: the knowledge base of TIGO MCO (*Eliminar*, *endpoint*) beside that of CloudOps (*Revocar*, *punto final*).
 */
import type { Messages } from "./en.ts";

type Words = Partial<Messages>;

const tigo: Readonly<Record<string, Words>> = {
  es: {
    "keys.endpoint": "Endpoint",
    "keys.copyEndpoint": "Copiar endpoint",
    "keys.revoke": "Eliminar {name}",
    "keys.revokeTitle": "Eliminar clave API",
    "keys.revokeSubmit": "Eliminar",
    "keys.revoking": "Eliminando…",
    "keys.revoked": "Se eliminó {name}",
    "fresh.lost":
      "{name} se creó, pero su valor nunca llegó y no se puede volver a mostrar. ¿Eliminarla y generar otra?",
    "fresh.lostRevoke": "Eliminar {name}",
    "export.endpoint": "Endpoint S3",
    "fresh.revokeStrays.one": "Eliminar la otra {name}",
    "fresh.revokeStrays.other": "Eliminar las otras",
  },
};

/** A brand's own words in a language; none for most. */
export function wordsOfBrand(brand: string, language: string): Words {
  return (/\btigo\b/i.test(brand) ? tigo[language] : undefined) ?? {};
}
