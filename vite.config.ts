import { defineConfig } from "vite";

/** Builds the explorer beside the compiled server. Nothing inline, nothing from elsewhere: its policy refuses that. */
export default defineConfig({
  root: "src/explorer",
  logLevel: "warn",
  build: {
    outDir: "../../dist/pages",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // How long a busy machine takes over which part of a build is no warning to somebody who starts a server.
    rolldownOptions: { checks: { bundlerTimings: false } },
    // The canvas is loaded when it is opened: 131 kB compressed.
    chunkSizeWarningLimit: 600,
  },
  worker: { format: "es" },
});
