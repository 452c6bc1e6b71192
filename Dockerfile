# The coach in a small container: no root, nothing writable but the data. docs/operators.md runs it.
FROM python:3.11-slim AS build
WORKDIR /src
COPY . .
RUN python -m venv /opt/coach \
 && /opt/coach/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
 && /opt/coach/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data coach \
 && install -d -o coach -m 0700 /data /key
COPY --from=build /opt/coach /opt/coach
USER 10001
ENV PATH=/opt/coach/bin:$PATH COACH_DATA=/data/data COACH_KEY_FILE=/key/database.key \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
VOLUME ["/data", "/key"]
HEALTHCHECK --interval=60s --timeout=20s --start-period=20s CMD coach status --json > /dev/null
STOPSIGNAL SIGTERM
ENTRYPOINT ["coach"]
CMD ["run"]
