/** A page's address under the site's base. @param path from the site's root, with a leading slash */
export function address(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
