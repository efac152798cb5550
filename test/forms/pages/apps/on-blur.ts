/** Takes values over when a field loses the focus. */
import { commitOn } from "./commits.ts";

commitOn("blur");
