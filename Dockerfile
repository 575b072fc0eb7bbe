# The program with its seed: docker build -t exposure-graph . && docker run --rm exposure-graph --help
# Images are named by digest, so that the same file builds the same program: docker buildx imagetools inspect node:22-bookworm-slim
# tells today's, for a newer one.
# Everything that it writes lies in /data: the SQLite store (unless EXPOSURE_STORE names another) and the log of writes.

FROM node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package here needs a script of its own to be installed.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY src ./src
COPY schema ./schema
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c
WORKDIR /app
ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    EXPOSURE_HOST=0.0.0.0 \
    EXPOSURE_STORE=sqlite:/data/graph.db \
    EXPOSURE_AUDIT_LOG=/data/audit.jsonl
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY schema ./schema
COPY seed ./seed
RUN mkdir /data && chown node:node /data
# The user "node" of the image.
USER 1000
VOLUME /data
EXPOSE 4000
# Whether it lives; whether it can answer is /health/ready.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.EXPOSURE_PORT || 4000) + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
