(function (root) {
  "use strict";
  var key = "duizhao-view";
  var views = root.getAttribute("data-views").split(" ");

  function known(view) { return views.indexOf(view) < 0 ? null : view; }
  function asked() { var found = /[?&]lang=([\w-]+)/.exec(location.search); return found && known(found[1].toLowerCase()); }
  function kept() { try { return known(localStorage.getItem(key)); } catch (error) { return null; } }
  function keep(view) { try { localStorage.setItem(key, view); } catch (error) { /* The choice holds for this page. */ } }

  function show(view) {
    root.setAttribute("data-view", view);
    document.querySelectorAll("[data-set]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-set") === view));
    });
  }

  // What stands at the top of the window stays there when what is above it grows or shrinks.
  function steady(change) {
    var blocks = document.querySelectorAll("main .pair, main h1, main h2, main h3, main h4, main tr");
    var at = Array.prototype.find.call(blocks, function (block) { return block.getBoundingClientRect().bottom > 80; });
    var before = at && at.getBoundingClientRect().top;
    change();
    if (at && window.scrollY > 0) { window.scrollBy(0, at.getBoundingClientRect().top - before); }
  }

  show(asked() || kept() || "both");
  document.addEventListener("DOMContentLoaded", function () {
    var box = document.querySelector(".switch");
    if (!box) { return; }
    box.hidden = false;
    show(root.getAttribute("data-view"));
    box.addEventListener("click", function (event) {
      var button = event.target.closest("[data-set]");
      var view = button && known(button.getAttribute("data-set"));
      if (!view) { return; }
      steady(function () { show(view); });
      keep(view);
      // A language in the address would win over the choice when the page is loaded again.
      if (asked()) { try { history.replaceState(null, "", location.pathname + location.hash); } catch (error) { /* As it is. */ } }
    });
  });
})(document.documentElement);
