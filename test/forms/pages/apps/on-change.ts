/** Takes values over on `change`. */
import { commitOn } from "./commits.ts";

commitOn("change");
