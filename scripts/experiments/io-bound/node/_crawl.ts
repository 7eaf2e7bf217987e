// Follows links from page to page. Runs the same in Node.js and in a browser.

/** The addresses that a page links to. */
export async function fetchLinks(url: string): Promise<string[]> {
  const text = await (await fetch(url)).text();
  return [...text.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => new URL(path, url).href);
}

/** Visits every page once, at most `inFlight` at a time, and returns how many there were. */
export function crawl(start: string, inFlight: number, visit: (url: string) => Promise<string[]>): Promise<number> {
  const seen = new Set([start]);
  const waiting = [start];
  let flying = 0;
  return new Promise((done, fail) => {
    function visitMore() {
      while (flying < inFlight && waiting.length > 0) {
        flying++;
        visit(waiting.shift() ?? '').then(follow, fail);
      }
      if (flying === 0) done(seen.size);
    }
    function follow(links: string[]) {
      flying--;
      for (const link of links.filter((link) => !seen.has(link))) {
        seen.add(link);
        waiting.push(link);
      }
      visitMore();
    }
    visitMore();
  });
}
