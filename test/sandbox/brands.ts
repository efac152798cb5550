/** The two CloudMC brands that the sandbox plays: everything that differs between them, as data. */

export type BrandId = "cloudops" | "tigo";

export interface Brand {
  readonly id: BrandId;
  /** What the console calls itself, in its title and in `GET /brandings`. */
  readonly name: string;
  /** The language of its own web pages, and the default one of its API. */
  readonly language: "en" | "es";
  /** As the API spells it: comma-separated. */
  readonly activeLanguages: string;
  readonly primaryColor: string;
  readonly initials: string;
  /** Cookies ignore ports, so two consoles on one host must not share a cookie name. */
  readonly cookiePrefix: string;
}

/** Both brands, by id. */
export const brands: Readonly<Record<BrandId, Brand>> = {
  cloudops: {
    id: "cloudops",
    name: "CloudOps",
    language: "en",
    activeLanguages: "en,fr",
    primaryColor: "#0b6e7f",
    initials: "CO",
    cookiePrefix: "cloudops",
  },
  tigo: {
    id: "tigo",
    name: "TIGO MCO",
    language: "es",
    activeLanguages: "es,en",
    primaryColor: "#00377d",
    initials: "TM",
    cookiePrefix: "tigo_mco",
  },
};

/** A square logo, an SVG document. */
export function squareLogo(brand: Pick<Brand, "primaryColor" | "initials">): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">',
    `<rect width="32" height="32" rx="6" fill="${brand.primaryColor}"/>`,
    `<text x="16" y="21" font-family="sans-serif" font-size="13" text-anchor="middle" fill="#fff">${brand.initials}</text>`,
    "</svg>",
  ].join("");
}

/** The brand's colours, as the custom properties of a style sheet. */
export function colorSheet(brand: Brand): string {
  return `:root {\n  --primary-color: ${brand.primaryColor};\n  --primary-text-color: #ffffff;\n}\n`;
}
