/** The picture of each page where its link is shared: `/social/claims/gil.png`. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { dependencies } from '../../../package.json';
import { CARD_SIZE } from '../../publishing/card-address.ts';
import { cardContent } from '../../publishing/card-content.ts';
import { keptBetweenBuilds } from '../../publishing/kept-between-builds.ts';
import { drawCard } from '../../publishing/social-card.ts';
import drawing from '../../publishing/social-card.ts?raw';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('docs')).map(({ id, data }) => ({
    params: { page: id },
    props: { content: cardContent(data) },
  }));

const { satori, sharp, '@fontsource/inter': font } = dependencies;

export const GET: APIRoute = async ({ props: { content } }) => {
  const picture = await keptBetweenBuilds({ content, size: CARD_SIZE, drawing, satori, sharp, font }, () =>
    drawCard(content),
  );
  return new Response(picture, { headers: { 'Content-Type': 'image/png' } });
};
