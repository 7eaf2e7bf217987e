/** The picture of each page where its link is shared: `/social/claims/gil.png`. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardContent } from '../../publishing/card-content.ts';
import { drawCard } from '../../publishing/social-card.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('docs')).map(({ id, data }) => ({
    params: { page: id },
    props: { content: cardContent(data) },
  }));

export const GET: APIRoute = async ({ props }) =>
  new Response(await drawCard(props.content), { headers: { 'Content-Type': 'image/png' } });
