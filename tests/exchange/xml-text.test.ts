import { expect, it } from "vitest";
import { xmlText } from "../../src/exchange/xml-text.js";

it("writes what XML would read otherwise as references, and what it cannot hold as U+FFFD", () => {
  expect(xmlText(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&apos;");
  expect(xmlText("a\tb\r\nc")).toBe("a&#9;b&#13;&#10;c");
  expect(xmlText("\u0000\u0008\u001f\ud800\udc00\ud800x\uffff")).toBe(
    "\ufffd\ufffd\ufffd\ud800\udc00\ufffdx\ufffd",
  );
  expect(xmlText("华为 é 🎓")).toBe("华为 é 🎓");
  expect(xmlText(-1.5)).toBe("-1.5");
});
