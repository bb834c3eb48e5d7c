// Runs in the page before anything of its own: notes when what somebody waits for has been painted. Times in
// milliseconds since the navigation began.
(() => {
  const waited = {
    home: () => document.querySelector('button[aria-label^="Run "]') !== null,
    turns: () =>
      [...document.querySelectorAll('article[data-turn] p')].some((text) => text.textContent.length > 40),
  };
  const marks = {};
  const waiting = [];
  window.marks = marks;
  /** Resolves with all marks once this one is set. */
  window.whenMarked = (name) =>
    new Promise((resolve) => {
      if (marks[name] !== undefined) resolve(marks);
      else waiting.push({ name, resolve });
    });
  const afterPaint = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const observer = new MutationObserver(() => {
    for (const [name, isThere] of Object.entries(waited)) {
      if (name in marks || !isThere()) continue;
      marks[name] = undefined;
      afterPaint(() => {
        marks[name] = performance.now();
        for (const one of waiting) if (one.name === name) one.resolve(marks);
      });
    }
    if (Object.keys(waited).every((name) => name in marks)) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener(
    'click',
    (event) => {
      marks.click = event.timeStamp;
    },
    { capture: true },
  );
})();
