/** The shape of a results file as JSON Schema (2020-12), made from the schema that the build itself checks them with. */
import type { APIRoute } from 'astro';
import { resultsJsonSchema } from '../../evidence/results-json-schema.ts';

export const GET: APIRoute = ({ site }) =>
  Response.json(resultsJsonSchema(new URL(`${import.meta.env.BASE_URL}data/results.schema.json`, site).href));
