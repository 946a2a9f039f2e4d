extension Assets {
    /// The one script: keys, zoom, going on by itself while a run is at work. All else works without it.
    static let script = #"""
        "use strict";
        (() => {
          const isTyping = (element) => element && (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable);
          // In a list the next hit gets the focus; behind the last one, and elsewhere, the link for the key is followed.
          const follow = (key) => {
            const hits = [...document.querySelectorAll(".hits > li > p:first-child a")];
            if (hits.length && (key === "n" || key === "p")) {
              const at = hits.indexOf(document.activeElement), next = key === "n" ? at + 1 : at < 0 ? -1 : at - 1;
              if (hits[next]) { hits[next].focus(); return true; }
            }
            const target = document.querySelector('[data-key="' + key + '"]');
            if (target) { target.click(); return true; }
            return false;
          };

          // Zoom: the width of the page's picture within its frame.
          const sheet = document.getElementById("sheet");
          const frame = sheet && sheet.parentElement;
          const steps = [100, 140, 200, 280, 400];
          let step = 0;
          const zoom = (next) => {
            if (!sheet) return;
            const x = (frame.scrollLeft + frame.clientWidth / 2) / Math.max(1, sheet.clientWidth);
            const y = (frame.scrollTop + frame.clientHeight / 2) / Math.max(1, sheet.clientHeight);
            step = Math.max(0, Math.min(steps.length - 1, next));
            sheet.style.width = steps[step] + "%";
            frame.scrollLeft = x * sheet.clientWidth - frame.clientWidth / 2;
            frame.scrollTop = y * sheet.clientHeight - frame.clientHeight / 2;
          };
          const tools = document.getElementById("zoom");
          if (sheet && tools) {
            for (const [words, by] of [["Enlarge", 1], ["Smaller", -1]]) {
              const button = document.createElement("button");
              button.type = "button";
              button.className = "second";
              button.textContent = words;
              button.addEventListener("click", () => zoom(step + by));
              tools.append(button, " ");
            }
            tools.hidden = false;
          }

          // The figure is brought into the frame once its picture is there.
          const toHit = () => {
            const hit = sheet && sheet.querySelector("rect.hit");
            if (hit) {
              const place = hit.getBoundingClientRect(), own = frame.getBoundingClientRect();
              frame.scrollTop += place.top - own.top - frame.clientHeight / 3;
            }
          };
          const picture = sheet && sheet.querySelector("img");
          if (picture) { if (picture.complete) toHit(); else picture.addEventListener("load", toHit, { once: true }); }
          const mark = document.getElementById("hit");
          if (mark && mark.closest(".text")) { const box = mark.closest(".text"); box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3; }

          const citation = document.getElementById("citation");
          if (citation) {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "second";
            button.textContent = "Copy citation";
            button.addEventListener("click", () => {
              citation.select();
              const done = () => { button.textContent = "Copied"; };
              if (navigator.clipboard) navigator.clipboard.writeText(citation.value).then(done, () => document.execCommand("copy") && done());
              else if (document.execCommand("copy")) done();
            });
            citation.after(button);
          }

          const facets = document.querySelector(".facets > details");
          if (facets && matchMedia("(max-width: 820px)").matches) facets.open = false;

          document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (isTyping(document.activeElement)) {
              if (event.key === "Escape") document.activeElement.blur();
              return;
            }
            let taken = true;
            switch (event.key) {
              case "/": document.getElementById("q").focus(); document.getElementById("q").select(); break;
              case "?": location.href = "/help"; break;
              case "+": case "=": zoom(step + 1); break;
              case "-": zoom(step - 1); break;
              case "n": case "p": case "r": case "w": taken = follow(event.key); break;
              default: taken = false;
            }
            if (taken) event.preventDefault();
          });

          // While a run is at work the start view looks again.
          if (document.body.dataset.what === "live") {
            const again = () => { if (isTyping(document.activeElement) || document.hidden) setTimeout(again, 2000); else location.reload(); };
            setTimeout(again, 5000);
          }
        })();
        """#
}
