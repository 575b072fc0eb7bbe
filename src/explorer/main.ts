import "./looks/base.css";
import "./looks/pieces.css";
import { recallTheme } from "./state/theme.js";
import { openShell } from "./views/shell.js";

recallTheme();
openShell(document.body);
