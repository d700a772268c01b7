# The service with its weights. Runs as a user without rights, on a root filesystem that cannot be written: only /data
# (the archive) and /tmp (uploads being read) need to be. See docs/running.md.
FROM node:22-slim AS build
WORKDIR /app
COPY . .
# npm ci builds; what only builds and tests need goes again
RUN npm ci && npm prune --omit=dev --ignore-scripts \
 && rm -rf packages/*/test packages/*/src

FROM node:22-slim
ENV NODE_ENV=production ONRECORD_HOST=0.0.0.0 ONRECORD_PORT=4173 ONRECORD_ARCHIVE=/data/archive.db
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages packages
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 4173
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:4173/health/ready').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/server/bin/onrecord.js"]
CMD ["serve"]
