/**
 * zod, set up for an extension: without its compiled parsers, which want `new Function` and so break our content
 * security policy. Everything that parses imports `z` from here.
 */
import { z } from "zod";

z.config({ jitless: true });

export { z };
