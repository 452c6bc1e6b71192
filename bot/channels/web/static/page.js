// What the page does better with a script: replies without a reload, a field that grows, words kept
// while there is no connection. Without it every step is a form, and all of it works.
"use strict";
(() => {
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (what, from = document) => from.querySelector(what);
  const body = document.body, base = body.dataset.base, words = body.dataset;

  // -- copying

  const showCopy = () => { for (const each of all(".copy")) each.hidden = false; };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const what = button.parentElement.previousElementSibling;
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
    ]).catch(() => [[], []]);
    return keys.map((key, at) => ({ key, ...items[at] })).filter((each) => each.base === base);
  };
  const draft = (key) => kept("field", (s) => s.get(key)).catch(() => "");
  const keepDraft = (key, typed) => change("field", (s) => s.put(typed, key)).catch(() => {});

  // -- the field

  function grow(field) {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }
  let later = 0;
  const isChange = (form) => form.classList.contains("change");
  const drawer = (form) => (isChange(form) ? form.getAttribute("action") : base);
  document.addEventListener("input", (event) => {
    const field = event.target, form = field.form;
    if (!form || field.tagName !== "TEXTAREA" || !(form.id === "talk" || isChange(form))) return;
    grow(field);
    clearTimeout(later);
    const typed = isChange(form) ? { typed: field.value, before: field.defaultValue } : field.value;
    later = setTimeout(() => keepDraft(drawer(form), typed), 300);
  });
  const emptied = (form) => {
    clearTimeout(later);
    return change("field", (s) => s.delete(drawer(form))).catch(() => {});
  };
  function fill(field, typed) {
    const more = field.closest("details");
    field.value = typed;
    grow(field);
    if (more) more.open = true;
  }
  async function refill() {
    const field = one("#talk #text"), typed = field && !field.value && await draft(base);
    if (typed && !field.value) fill(field, typed);
  }
  async function refillChange() {  // only over the same words: others may have come from elsewhere
    const field = one("#change"), found = field && await draft(drawer(field.form));
    const same = found && found.before === field.defaultValue && field.value === field.defaultValue;
    if (field) fill(field, same ? found.typed : field.value);
  }

  // -- a page in the place of this one, with the live region left where it is

  function show(html, { mine = true, to = [] } = {}) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const before = one("main"), after = one("main", page);
    if (!after) return;
    const focused = document.activeElement, inField = focused && focused.id === "text";
    const field = one("#talk #text"), typed = field ? field.value : "";
    const at = focused && focused.tagName === "TEXTAREA" ? [focused.selectionStart, focused.selectionEnd] : null;
    const open = mine ? null : one("form.change"), stays = !mine || to.length;
    const now = one("#now", before), next = one("#now", after);
    if (now && next && now.tagName === "SECTION" && next.tagName === "SECTION") {
      if (now.innerHTML !== next.innerHTML) now.innerHTML = next.innerHTML;
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
    if (stays && fresh && typed && fresh.value !== typed) fill(fresh, [fresh.value, typed].filter(Boolean).join("\n\n"));
    if (open && !one("form.change")) {  // what is being changed here stays open
      const place = one(`#${open.dataset.to}`);
      if (place) place.replaceChildren(place.firstElementChild, open); else one("#now").after(open);
      if (open.contains(focused)) { focused.focus({ preventScroll: true }); focused.setSelectionRange(...at); }
    }
    ready();
    const target = to.map((id) => document.getElementById(id)).find(Boolean);
    if (target) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    } else if (inField && fresh && fresh.offsetParent) {
      fresh.focus({ preventScroll: true });
      if (!mine) fresh.setSelectionRange(...at);
    } else if (mine) one("#now").focus({ preventScroll: true });
    if (mine && !target) scrollTo(0, 0);
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
    found.scrollIntoView({ block: "nearest" });
  }

  async function listWaiting() {
    const items = await queued(), now = one("#now");
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
    for (const item of await queued()) {
      let answer;
      try { answer = await post(item); } catch { return; }
      if (answer.status === 429 || answer.status >= 500) return;
      await change("queue", (s) => s.delete(item.key));
      show(await answer.text(), { mine: false });
      await listWaiting();
    }
  }
  async function keepForLater(item, form) {
    await change("queue", (s) => s.add({ ...item, base }));
    await emptied(form);
    const field = one("#talk #text");
    if (isChange(form)) {  // the old words stand until the new ones are out
      form.replaceWith(one("textarea", form).defaultValue);
    }
    else if (field) { field.value = ""; grow(field); }
    renew();
    note(words.offline);
    await listWaiting();
  }
  const renew = () => { const key = one("#talk [name=key]"); if (key) key.value = crypto.randomUUID(); };

  document.addEventListener("submit", async (event) => {
    const form = event.target, pressed = event.submitter;
    if (form.id !== "talk" && !isChange(form)) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    const fields = Object.fromEntries(new FormData(form));
    if (pressed && pressed.name) fields[pressed.name] = pressed.value;
    const item = { action: form.action, fields };
    try {
      await flush();
      if ((await queued()).length) throw new TypeError("others wait");
      const answer = await post(item);
      const html = await answer.text();
      if (answer.status < 400 && !fields.press && !fields.command) await emptied(form);
      const why = answer.ok ? "" : refusal(html), to = isChange(form) ? ["change", form.dataset.to] : [];
      if (why) note(why); else show(html, { to });
    } catch (error) {
      if (fields.text && fields.text.trim() && !fields.command) {
        delete fields.press;
        delete fields.version;
        delete fields.place;
        await keepForLater(item, form).catch(() => note(words.failed));
      } else note(words.away);
    } finally { delete form.dataset.busy; await catchUp(); }
  });

  // -- opening an answer to change it, and leaving it as it was

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.live");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = link.closest("form.change");
    if (form) await emptied(form);
    const answer = await fetch(link.href, { credentials: "same-origin" }).catch(() => null);
    if (answer && answer.ok) show(await answer.text(), { to: [link.hash.slice(1)] });
    else if (answer) location.assign(link.href); else note(words.away);
    await refillChange();
  });

  // -- what comes from elsewhere

  let source = null, newest = null;
  function listen() {
    if (source || !one("#talk [name=version]") || one("#talk [name=version]").value === "0") return;
    source = new EventSource(`${base}events`);
    source.onmessage = (event) => { newest = event.data; return catchUp(); };
    source.onerror = () => { if (source.readyState === 2) source = null; };
  }
  async function catchUp() {  // what this page has sent itself it shows without asking again
    const form = one("#talk");
    const turn = form && !form.dataset.busy && form.dataset.turn;  // what is shown once has none
    if (turn && newest !== null && newest !== turn) {
      const answer = await fetch(base, { credentials: "same-origin" }).catch(() => null);
      if (answer) newest = null;
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
    if (token && token.value) keepDraft("csrf", token.value);
    listen();
  }
  async function begin() {
    const token = one("#talk [name=csrf]");
    if (token && !token.value) token.value = (await draft("csrf")) || "";
    if (words.isOffline !== undefined) renew();
    ready();
    await Promise.all([refill(), refillChange()]);
    if ((await queued()).length) { note(words.offline); await listWaiting(); await flush(); }
  }
  addEventListener("online", flush);
  setInterval(async () => { if ((await queued()).length) flush(); }, 4000);
  if (base === "/" && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
  begin();
})();
