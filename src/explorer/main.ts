import "./components/base.css";
import "./components/pieces.css";
import { alsoSend } from "./api/ask.js";
import { keyHeaders } from "./state/key.js";
import { recallTheme } from "./state/theme.js";
import { openShell } from "./views/shell.js";

recallTheme();
alsoSend(keyHeaders);
openShell(document.body);
