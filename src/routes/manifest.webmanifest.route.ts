/** https://www.w3.org/TR/appmanifest/: name and icons for a shortcut to the site. Addresses in it are relative to itself. */
import type { APIRoute } from 'astro';
import { ICON_SIZES } from '../publishing/icon.ts';

export const GET: APIRoute = () => {
  const manifest = {
    name: 'Thread or Process',
    start_url: './',
    scope: './',
    display: 'browser',
    background_color: '#fdfcf8',
    theme_color: '#fdfcf8',
    icons: [
      { src: 'favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      ...ICON_SIZES.map((size) => ({ src: `icon-${size}.png`, type: 'image/png', sizes: `${size}x${size}` })),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
