// The pages of this repository in Chromium: node page.mjs FOLDER PAGES… writes screenshots to FOLDER and ends with 1
// if anything about a page is wrong. The first page is the recap, the second one has every kind of block.
import { chromium } from "playwright-core";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const [recap, blocks] = files.map((file) => pathToFileURL(path.resolve(file)).href);
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 812 };
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

fs.mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: QUIET });
let failures = 0;
let checks = 0;

function check(what, is, detail = "") {
  checks += 1;
  if (is) { return; }
  failures += 1;
  console.error(`failed: ${what}${detail && `: ${JSON.stringify(detail)}`}`);
}

// Opens a page; whatever it asks for elsewhere, and whatever it complains about, is a failure.
async function open(address, options, then) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.on("request", (request) => check(`${address} asks for nothing elsewhere`, /^(file|data):/.test(request.url()), request.url()));
  page.on("console", (line) => check(`${address} says nothing`, false, line.text()));
  page.on("pageerror", (error) => check(`${address} has no error`, false, error.message));
  await page.goto(address);
  await then(page);
  await context.close();
}

// Which languages show: whether any text of each is laid out, and which button is pressed.
const state = (page) => page.evaluate(() => {
  const shows = (key) => [...document.querySelectorAll(`main [data-l=${key}]`)].some((it) => it.getClientRects().length > 0);
  const pressed = [...document.querySelectorAll("[aria-pressed=true]")].map((it) => it.dataset.set).join();
  const box = document.querySelector(".switch");
  return { en: shows("en"), zh: shows("zh"), view: document.documentElement.dataset.view, pressed,
    switched: box.getClientRects().length > 0, search: location.search };
});
const views = { both: { en: true, zh: true }, zh: { en: false, zh: true }, en: { en: true, zh: false } };
async function expect(page, view, what) {
  const seen = await state(page);
  const is = seen.en === views[view].en && seen.zh === views[view].zh && seen.view === view && seen.pressed === view;
  check(what, is && seen.switched, seen);
}

// The contrast of every text with what lies behind it, as the browser computed both.
const contrasts = (page) => page.evaluate(() => {
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) { return colour; }
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.getClientRects().length === 0) { continue; }
    const [one, other] = [light(parts(getComputedStyle(element).color)), light(behind(element))];
    found.push([(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), walker.currentNode.data.trim().slice(0, 40)]);
  }
  return found.sort((a, b) => a[0] - b[0]);
});

for (const address of [recap, blocks]) {
  for (const colorScheme of ["light", "dark"]) {
    await open(address, { colorScheme }, async (page) => {
      const found = await contrasts(page);
      check(`${address} has text`, found.length > 40, found.length);
      check(`contrast of ${address}, ${colorScheme}`, found[0][0] >= 4.5, found[0]);
      console.log(`least contrast, ${colorScheme}: ${found[0][0].toFixed(2)} (${found[0][1]})`);
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      check(`${colorScheme} is ${colorScheme}`, (dark === "rgb(18, 18, 18)") === (colorScheme === "dark"), dark);
    });
  }
  // Nothing is wider than a phone but what scrolls by itself.
  await open(address, { viewport: PHONE }, async (page) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    check(`${address} fits a phone`, width <= PHONE.width, width);
  });
}

await open(recap, {}, async (page) => {
  await expect(page, "both", "both languages show at first");
  for (const view of ["zh", "en", "both", "zh"]) {
    await page.click(`[data-set=${view}]`);
    await expect(page, view, `the button ${view} chooses`);
  }
  await page.reload();
  await expect(page, "zh", "the choice is kept over a reload");
  await page.goto(`${recap}?lang=en`);
  await expect(page, "en", "?lang= wins over the choice");
  await page.goto(`${recap}?lang=tlh`);
  await expect(page, "zh", "a language that the page does not have is none");
  await page.goto(`${recap}?lang=en`);
  await page.click("[data-set=both]");
  await expect(page, "both", "a button wins over the address");
  check("and the address gives way", (await state(page)).search === "");
  await page.reload();
  await expect(page, "both", "also after a reload");
});

await open(recap, {}, async (page) => {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  check("the first stop of the keyboard is the way past the buttons", first === "skip", first);
  await page.keyboard.press("Enter");
  check("which leads to the text", (await page.evaluate(() => document.activeElement.tagName)) === "MAIN");
  const place = () => page.evaluate(() => document.querySelector("#opening-speeches").getBoundingClientRect().top);
  await page.evaluate(() => document.querySelector("#opening-speeches").scrollIntoView());
  const before = await place();
  // Playwright scrolls before it clicks; a reader does not.
  await page.locator("[data-set=zh]").dispatchEvent("click");
  check("a click keeps the place in the text", Math.abs((await place()) - before) < 120, [before, await place()]);
});

// Storage that is forbidden, as in a private window or a sandbox.
await open(recap, {}, async (page) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } }));
  await page.reload();
  await page.click("[data-set=en]");
  await expect(page, "en", "the switch works without storage");
});

await open(recap, { javaScriptEnabled: false }, async (page) => {
  check("without JavaScript the switch is hidden", !(await page.locator(".switch").isVisible()));
  for (const key of ["en", "zh"]) {
    check(`without JavaScript ${key} shows`, await page.locator(`article p[data-l=${key}]`).first().isVisible());
  }
});

await open(recap, {}, async (page) => {
  const [en, zh] = await page.locator(".text > .pair").first().locator("> *").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  check("side by side on a desktop", Math.abs(en.top - zh.top) < 1 && zh.left > en.right, [en, zh]);
  await page.setViewportSize(PHONE);
  const [top, below] = await page.locator(".text > .pair").first().locator("> *").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  check("below each other on a phone", below.top >= top.bottom && below.left === top.left, [top, below]);
});

await open(blocks, {}, async (page) => {
  check("no script of a document runs", (await page.title()) === "各种内容块 | Every kind of block", await page.title());
  const sizes = await page.evaluate(() => [...document.images].map((it) => it.naturalWidth));
  check("images beside the page show", sizes.length === 2 && sizes.every((width) => width === 480), sizes);
  // An item's second column begins where that of a paragraph does, and has its own mark.
  const left = await page.evaluate(() => [".text > .pair", "li > .pair", "blockquote > .pair", "li li > .pair"].map((it) => {
    const own = document.querySelector(it).children[1];
    return Math.round(own.getBoundingClientRect().left - parseFloat(getComputedStyle(own).marginInlineStart));
  }));
  check("the right column is one line", new Set(left).size === 1, left);
  await page.click("sup.note [href='#fn-1'] >> nth=1");
  check("a reference leads to its note", await page.evaluate(() => location.hash) === "#fn-1");
  const back = page.locator("#fn-1 [role=doc-backlink]").nth(1);
  const to = await back.getAttribute("href");
  await back.click();
  check("and the note back", await page.evaluate(() => location.hash) === to);
});

for (const [name, address] of [["recap", recap], ["blocks", blocks]]) {
  const shot = (what, options, whole, then = async () => {}) => open(address, options, async (page) => {
    await then(page);
    await page.screenshot({ path: path.join(folder, `${name}-${what}.png`), fullPage: whole });
  });
  await shot("desktop", {}, true);
  await shot("phone", { viewport: PHONE }, true);
  await shot("dark", { colorScheme: "dark" }, true);
  await shot("chinese", {}, false, (page) => page.click("[data-set=zh]"));
  await shot("print", { viewport: { width: 660, height: 940 } }, true, (page) => page.emulateMedia({ media: "print" }));
  await open(address, {}, (page) => page.pdf({ path: path.join(folder, `${name}.pdf`), format: "A4" }));
}

await browser.close();
console.log(`${checks} checks, ${failures} failed; screenshots in ${folder}`);
process.exit(failures === 0 && checks > 0 ? 0 : 1);
