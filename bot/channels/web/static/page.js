// What the page does better with a script: replies without a reload, a field that grows, words kept
// while there is no connection. Without it every step is a form, and all of it works.
"use strict";
(() => {
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (what, from = document) => from.querySelector(what);
  const body = document.body, base = body.dataset.base, words = body.dataset;

  // -- copying

  const showCopy = () => { for (const each of all("[data-copy]")) each.hidden = false; };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const what = one(`#${button.dataset.copy}`);
    const bySelection = () => { getSelection().selectAllChildren(what); return document.execCommand("copy"); };
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(what.textContent).then(() => true, bySelection) : bySelection();
    if (done) button.textContent = button.dataset.done;
  });
  showCopy();
  if (!base) return;

  // -- what is kept in this browser

  const opening = new Promise((done, failed) => {
    const asked = indexedDB.open("coach", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("queue", { autoIncrement: true });
      asked.result.createObjectStore("field");
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  async function kept(store, how, mode = "readonly") {
    const transaction = (await opening).transaction(store, mode);
    const asked = how(transaction.objectStore(store));
    return new Promise((done, failed) => {
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
  }
  const change = (store, how) => kept(store, how, "readwrite");
  const queued = async () => {
    const [keys, items] = await Promise.all([
      kept("queue", (s) => s.getAllKeys()), kept("queue", (s) => s.getAll()),
    ]);
    return keys.map((key, at) => ({ key, ...items[at] })).filter((each) => each.base === base);
  };

  // -- the field

  function grow(field) {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }
  let later = 0;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.id !== "text" || !field.form || field.form.id !== "talk") return;
    grow(field);
    clearTimeout(later);
    later = setTimeout(() => change("field", (s) => s.put(field.value, base)).catch(() => {}), 300);
  });
  const emptied = () => { clearTimeout(later); return change("field", (s) => s.delete(base)).catch(() => {}); };
  async function refill() {
    const field = one("#talk #text");
    const typed = field && !field.value ? await kept("field", (s) => s.get(base)).catch(() => "") : "";
    if (typed && !field.value) { field.value = typed; grow(field); const more = field.closest("details"); if (more) more.open = true; }
  }

  // -- a page in the place of this one, with the live region left where it is

  function show(html, { mine = true } = {}) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const before = one("main"), after = one("main", page);
    if (!after) return;
    const focused = document.activeElement, inField = focused && focused.id === "text";
    const field = one("#talk #text"), typed = field ? field.value : "";
    const at = inField ? [focused.selectionStart, focused.selectionEnd] : null;
    const now = one("#now", before), next = one("#now", after);
    if (now && next && now.tagName === "SECTION" && next.tagName === "SECTION") {
      now.innerHTML = next.innerHTML;
      for (const each of [...before.children]) if (each !== now) each.remove();
      let above = true;
      for (const each of [...after.children]) {
        if (each === next) above = false;
        else if (above) before.insertBefore(each, now);
        else before.append(each);
      }
    } else before.replaceWith(after);
    for (const part of [".top", ".foot"]) one(part).innerHTML = one(part, page).innerHTML;
    document.title = page.title;
    const fresh = one("#talk #text");
    if (!mine && fresh && typed && !fresh.value) fresh.value = typed;
    ready();
    if (inField && fresh && fresh.offsetParent) {
      fresh.focus({ preventScroll: true });
      if (!mine) fresh.setSelectionRange(...at);
    } else if (mine) one("#now").focus({ preventScroll: true });
    if (mine) scrollTo(0, 0);
  }
  function refusal(html) {  // a page without a field: what was typed stays where it is instead
    const page = new DOMParser().parseFromString(html, "text/html");
    return one("#talk", page) ? "" : all("h1, .now-what", page).map((each) => each.textContent).join(" ");
  }
  function note(text) {
    const now = one("#now");  // the one live region, so that it is read, and read once
    const found = one(".note", now) || now.appendChild(document.createElement("p"));
    found.className = "note";
    found.textContent = text;
  }

  async function listWaiting() {
    const items = await queued().catch(() => []), now = one("#now");
    for (const each of all(".waiting")) each.remove();
    if (!items.length || !now) return;
    const made = document.createElement("section"), title = made.appendChild(document.createElement("h2"));
    made.className = "waiting";
    title.textContent = words.waiting;
    for (const each of items) made.appendChild(document.createElement("p")).textContent = each.fields.text;
    now.after(made);
  }

  // -- sending, in order, each once

  async function post(item) {
    const fields = new URLSearchParams(item.fields);
    const send = () => fetch(item.action,
      { method: "POST", body: fields, credentials: "same-origin", headers: { "X-Live": "1" } });
    const answer = await send();
    if (answer.status !== 403) return answer;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = one("#talk [name=csrf]", page);
    if (!token) return answer;
    fields.set("csrf", token.value);
    return send();
  }
  let flushing = null;
  const flush = () => (flushing ||= (navigator.locks
    ? navigator.locks.request("coach", sendAll) : sendAll()).finally(() => { flushing = null; }));
  async function sendAll() {
    for (const item of await queued().catch(() => [])) {
      let answer;
      try { answer = await post(item); } catch { return; }
      if (answer.status === 429 || answer.status >= 500) return;
      await change("queue", (s) => s.delete(item.key));
      show(await answer.text(), { mine: false });
      await listWaiting();
    }
  }
  async function keepForLater(item) {
    await change("queue", (s) => s.add({ ...item, base }));
    await emptied();
    const field = one("#talk #text");
    if (field) { field.value = ""; grow(field); }
    renew();
    note(words.offline);
    await listWaiting();
  }
  const renew = () => { const key = one("#talk [name=key]"); if (key) key.value = crypto.randomUUID(); };

  document.addEventListener("submit", async (event) => {
    const form = event.target, pressed = event.submitter;
    if (form.id !== "talk") return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    const fields = Object.fromEntries(new FormData(form));
    if (pressed && pressed.name) fields[pressed.name] = pressed.value;
    const item = { action: form.action, fields };
    try {
      await flush();
      if ((await queued().catch(() => [])).length) throw new TypeError("others wait");
      const answer = await post(item);
      const html = await answer.text();
      if (answer.status < 400 && !fields.press && !fields.command) await emptied();
      const why = answer.ok ? "" : refusal(html);
      if (why) note(why); else show(html);
    } catch (error) {
      if (fields.text && fields.text.trim() && !fields.command) {
        delete fields.press;
        delete fields.version;
        await keepForLater(item).catch(() => note(words.failed));
      } else note(words.away);
    } finally { delete form.dataset.busy; await catchUp(); }
  });

  // -- what comes from elsewhere

  let source = null, newest = 0;
  function listen() {
    if (source || !one("#talk [name=version]") || one("#talk [name=version]").value === "0") return;
    source = new EventSource(`${base}events`);
    source.onmessage = (event) => { newest = Number(event.data); return catchUp(); };
    source.onerror = () => { if (source.readyState === 2) source = null; };
  }
  async function catchUp() {  // what this page has sent itself it shows without asking again
    const form = one("#talk");
    if (form && !form.dataset.busy && newest > Number(form.dataset.turn)) {
      const answer = await fetch(base, { credentials: "same-origin" }).catch(() => null);
      if (answer && answer.ok && !one("#talk[data-busy]")) {
        const html = await answer.text();
        const page = new DOMParser().parseFromString(html, "text/html");
        if (one("#now", page).innerHTML !== one("#now").innerHTML) show(html, { mine: false });
      }
    }
  }

  function ready() {
    showCopy();
    const token = one("#talk [name=csrf]");
    if (token && token.value) change("field", (s) => s.put(token.value, "csrf")).catch(() => {});
    listen();
  }
  async function begin() {
    const token = one("#talk [name=csrf]");
    if (token && !token.value) token.value = (await kept("field", (s) => s.get("csrf")).catch(() => "")) || "";
    if (words.isOffline !== undefined) renew();
    ready();
    await refill();
    if ((await queued().catch(() => [])).length) { note(words.offline); await listWaiting(); await flush(); }
  }
  addEventListener("online", flush);
  setInterval(async () => { if ((await queued().catch(() => [])).length) flush(); }, 4000);
  if (base === "/" && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
  begin();
})();
