# docker build -t promolint . && docker run --rm -v "$PWD:/work" promolint
FROM node:22-slim AS build
WORKDIR /promolint
COPY . .
RUN npm ci --no-audit --no-fund

FROM node:22-slim
# The build is one bundle: it needs no packages.
COPY --from=build /promolint/package.json /promolint/package.json
COPY --from=build /promolint/bin /promolint/bin
COPY --from=build /promolint/dist /promolint/dist
COPY --from=build /promolint/rules /promolint/rules
COPY --from=build /promolint/schema /promolint/schema
RUN ln -s /promolint/bin/promolint.js /usr/local/bin/promolint
USER node
WORKDIR /work
ENTRYPOINT ["promolint"]
