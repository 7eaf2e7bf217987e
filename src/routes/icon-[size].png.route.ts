import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, ICON_SIZES } from '../publishing/icon.ts';

export const getStaticPaths: GetStaticPaths = () => ICON_SIZES.map((size) => ({ params: { size: `${size}` } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await drawIcon(Number(params.size)), { headers: { 'Content-Type': 'image/png' } });
