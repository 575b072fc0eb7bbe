import { ask } from "../../api/ask.js";
import { graphInfoQuestion } from "../../api/documents.generated.js";
import { h } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { texts } from "../../texts/english.js";
import type { OpenView } from "../view.js";

/** The start page. */
export function open(): OpenView {
  return {
    async show(_place, stage) {
      stage.title(texts.views.ask);
      const { graph } = await ask(graphInfoQuestion, {}, stage.signal);
      mount(stage.host, h("h1", { tabindex: "-1" }, texts.views.ask), h("p", {}, graph?.version));
    },
  };
}
