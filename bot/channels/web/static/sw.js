// Without a connection: a page to write on. No page that holds a word of anybody is kept here.
"use strict";
const SHELL = "coach-shell";
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL)
    .then((shell) => shell.addAll(["/offline", "/static/page.css", "/static/page.js"]))
    .then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const asked = event.request, path = new URL(asked.url).pathname;
  if (asked.method !== "GET") return;
  if (asked.mode === "navigate") {
    event.respondWith(fetch(asked).catch(() => caches.match("/offline")));
  } else if (path.startsWith("/static/")) {
    event.respondWith(fetch(asked).catch(() => caches.match(path)));
  }
});
