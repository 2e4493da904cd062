(async () => {
  const version = Number(document.querySelector('meta[name="crosscheck-version"]').content);
  const live = document.getElementById("live");
  for (;;) {
    let pause = 50;
    try {
      const answer = await fetch(`/changes?since=${version}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      if ((await answer.json()).version > version) return location.reload();
      live.textContent = "";
    } catch {
      live.textContent = "Disconnected: this page is no longer kept up to date.";
      pause = 2000;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
})();
