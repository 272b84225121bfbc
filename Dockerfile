# Builds with everything, runs with what is needed, as a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /weftway
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node tools/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /weftway
RUN useradd --system --uid 10001 --home-dir /weftway --shell /usr/sbin/nologin weftway \
  && mkdir /data && chown weftway /data
COPY --from=build /weftway/package.json ./
COPY --from=build /weftway/nest-cli.json ./
COPY --from=build /weftway/node_modules ./node_modules
COPY --from=build /weftway/dist ./dist
USER weftway
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=5 \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.WORKER_PORT??process.env.PORT??3000)+(process.env.WORKER_PORT?'/health':'/v1/public/health/ready')).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "dist/apps/api/bundle/main.js"]
