// The page of a packet: keeps what is typed, and makes the packet file of it.
// Nothing is loaded and nothing is sent. Every sentence comes from the page, every text stays text.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("daten").textContent);
  const { paket, datei, worte, hoechstens } = data;
  const questions = [...document.querySelectorAll("[data-frage]")];
  const signature = document.getElementById("von");
  const said = document.getElementById("meldung");
  const kept = document.getElementById("behalten");
  const KEY = `gartenjahr-paket-${paket.paket}`;
  let answers = questions.map(() => null); // { wert, geaendert }, as they stand in the file
  let unsaved = false;

  // Reading and writing fields: one entry for each kind there is

  const chosen = (field) => [...field.querySelectorAll("input:checked")].map((box) => box.value);
  const choose = (field, values) => {
    for (const box of field.querySelectorAll("input")) box.checked = values.includes(box.value);
  };
  const area = (field) => field.querySelector("textarea, input");
  const text = { read: (field) => area(field).value.trim() && area(field).value,
    write: (field, value) => { area(field).value = value || ""; grow(area(field)); } };
  const KINDS = {
    text,
    line: text,
    number: text,
    date: { read: (field) => isoDay(area(field).value.trim()),
      write: (field, value) => { area(field).value = germanDay(value || ""); } },
    choice: { read: (field) => chosen(field)[0] || "",
      write: (field, value) => choose(field, [value || ""]) },
    scale: { read: (field) => Number(chosen(field)[0]) || "",
      write: (field, value) => choose(field, [String(value || "")]) },
    checks: { read: chosen, write: (field, value) => choose(field, value || []) },
    entries: { read: (field) => rows(field).map(valueOf).filter(holds),
      write: (field, value) => {
        const wanted = value && value.length ? value : [{}];
        rows(field).slice(1).forEach((row) => row.remove());
        while (rows(field).length < wanted.length) addRow(field);
        rows(field).forEach((row, n) => fill(row, wanted[n]));
      } },
  };

  const holds = (value) => Object.keys(value).length > 0;
  const fieldsIn = (place) => [...place.querySelectorAll("[data-feld]")]
    .filter((field) => field.parentElement.closest("[data-zeile], [data-frage]") === place);

  function valueOf(place) {
    const value = {};
    for (const field of fieldsIn(place)) {
      const part = KINDS[field.dataset.art].read(field);
      if (part !== "" && part.length !== 0) value[field.dataset.feld] = part;
    }
    return value;
  }

  function fill(place, value) {
    for (const field of fieldsIn(place)) {
      KINDS[field.dataset.art].write(field, value[field.dataset.feld]);
    }
  }

  function isoDay(typed) {
    const found = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(typed);
    if (!found) return typed;
    const [day, month, year] = found.slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return real ? date.toISOString().slice(0, 10) : typed;
  }

  function germanDay(kept) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(kept);
    return found ? `${Number(found[3])}.${Number(found[2])}.${found[1]}` : kept;
  }

  // Lists: the first row is the pattern of the others

  const rows = (field) => [...field.querySelectorAll("[data-zeile]")];
  let copies = 0;

  function addRow(field) {
    const row = rows(field)[0].cloneNode(true);
    copies += 1;
    for (const input of row.querySelectorAll("input[type=radio]")) input.name += `-${copies}`;
    rows(field).pop().after(row);
    fill(row, {});
    number(field);
    return row;
  }

  function number(field) {
    rows(field).forEach((row, n) => {
      for (const place of row.querySelectorAll(".nummer")) place.textContent = n + 1;
    });
  }

  function removeRow(row) {
    const field = row.closest("[data-art=entries]");
    if (rows(field).length > 1) row.remove();
    else fill(row, {});
    number(field);
    field.querySelector(".dazu").focus();
  }

  // Keeping

  function note() {
    questions.forEach((question, n) => {
      const wert = valueOf(question);
      const before = answers[n];
      if (JSON.stringify(before ? before.wert : {}) === JSON.stringify(wert)) return;
      // Of two answers the later one must have the later instant, even if the clock was set back.
      const last = Math.max(0, ...answers.filter(Boolean).map((each) => Date.parse(each.geaendert)));
      const geaendert = new Date(Math.max(Date.now(), last + 1)).toISOString();
      answers[n] = holds(wert) ? { wert, geaendert } : null;
      unsaved = true;
    });
    keep();
  }

  function keep() {
    let told = worte.behalten;
    try {
      localStorage.setItem(KEY, JSON.stringify({ von: signature.value, answers, unsaved }));
    } catch {
      told = worte.nichtBehalten;
    }
    if (kept.textContent !== told) kept.textContent = told;
  }

  function show(found) {
    signature.value = found.von || signature.value;
    answers = questions.map((_, n) => found.answers[n] || null);
    questions.forEach((question, n) => fill(question, answers[n] ? answers[n].wert : {}));
  }

  function restore() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      if (found) {
        show(found);
        unsaved = found.unsaved;
      }
    } catch { /* Nothing was kept, or nothing may be read. */ }
  }

  function forget() {
    if (!confirm(worte.loeschenSicher)) return;
    answers = questions.map(() => null);
    questions.forEach((question) => fill(question, {}));
    signature.value = paket.fuer;
    unsaved = false;
    try { localStorage.removeItem(KEY); } catch { /* Nothing was kept. */ }
    say(worte.geloescht);
  }

  // The packet file

  function packetNow() {
    const fragen = paket.fragen.map((frage, n) => {
      const given = answers[n];
      const antwort = given && { stand: "answered", wert: given.wert, geaendert: given.geaendert };
      return { ...frage, antwort };
    });
    const content = { ...paket, von: signature.value.trim(), fragen };
    return { ...content, pruefsumme: sha256(canonical({ ...content, format: undefined })) };
  }

  // The spelling of which the checksum is taken: keys in order, no blanks, nothing but ASCII.
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value && typeof value === "object") {
      const members = Object.keys(value).filter((key) => value[key] !== undefined).sort();
      return `{${members.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
    }
    const code = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return JSON.stringify(value).replace(/[\u007f-\uffff]/g, code);
  }

  // SHA-256 (FIPS 180-4) of ASCII text; the browser's own is not there for every page on a disk.
  function sha256(ascii) {
    const fraction = (number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
    const primes = [];
    for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
    const k = primes.map((p) => fraction(Math.cbrt(p)));
    const state = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
    const length = ascii.length;
    const bytes = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
    for (let n = 0; n < length; n += 1) bytes[n] = ascii.charCodeAt(n);
    bytes[length] = 0x80;
    const view = new DataView(bytes.buffer);
    view.setUint32(bytes.length - 8, Math.floor(length / 2 ** 29));
    view.setUint32(bytes.length - 4, length << 3);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    const w = new Int32Array(64);
    for (let start = 0; start < bytes.length; start += 64) {
      for (let n = 0; n < 16; n += 1) w[n] = view.getInt32(start + n * 4);
      for (let n = 16; n < 64; n += 1) {
        const s0 = turn(w[n - 15], 7) ^ turn(w[n - 15], 18) ^ (w[n - 15] >>> 3);
        const s1 = turn(w[n - 2], 17) ^ turn(w[n - 2], 19) ^ (w[n - 2] >>> 10);
        w[n] = w[n - 16] + s0 + w[n - 7] + s1;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let n = 0; n < 64; n += 1) {
        const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
        const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[n] + w[n]) | 0;
        const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((part, n) => { state[n] = (state[n] + part) | 0; });
    }
    return state.map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }

  function save() {
    note();
    if (!answers.some(Boolean)) return say(worte.leer);
    const blob = new Blob([`${JSON.stringify(packetNow(), null, 2)}\n`], { type: "application/json" });
    if (blob.size > hoechstens) return say(worte.zuGross);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = datei;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    keep();
    return say(signature.value.trim() ? worte.gespeichert : worte.gespeichertOhneName);
  }

  async function open(file) {
    try {
      const found = JSON.parse(await file.text());
      if (found.paket !== paket.paket) return say(worte.fremd);
      const given = found.fragen.map((each) => each.antwort);
      if (answers.some(Boolean) && !confirm(worte.ersetzenSicher)) return undefined;
      show({ von: found.von, answers: given.map((each) => each && each.wert && each) });
      keep();
      return say(worte.geoeffnet);
    } catch {
      return say(worte.fremd);
    }
  }

  // Saying; the same sentence twice is said twice

  function say(sentence) {
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = sentence; });
  }

  // Paper shows the whole text, however tall its field is

  function grow(field) {
    if (field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }

  function ontoPaper() {
    for (const field of document.querySelectorAll("textarea")) {
      let paper = field.nextElementSibling;
      if (!paper) {
        paper = document.createElement("span");
        paper.className = "papier";
        paper.setAttribute("aria-hidden", "true");
        field.after(paper);
      }
      paper.textContent = field.value;
    }
  }

  // Begin

  document.getElementById("bogen").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    grow(event.target);
    note();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".dazu")) {
      const row = addRow(button.closest("[data-art=entries]"));
      row.querySelector("input, textarea").focus();
    } else if (button.matches(".weg")) {
      removeRow(button.closest("[data-zeile]"));
      note();
    } else if (button.id === "speichern") save();
    else if (button.id === "drucken") print();
    else if (button.id === "loeschen") forget();
  });
  document.getElementById("oeffnen").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) open(file);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });
  window.addEventListener("beforeprint", ontoPaper);
  restore();
  keep();
  document.body.classList.add("bereit");
})();
