/** Every results file as raw data, byte for byte what the verdicts were judged from. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContributed, loadResults } from '../../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...loadResults(), ...loadContributed()].map(({ name, results }) => ({ params: { file: name }, props: { results } }));

export const GET: APIRoute = ({ props }) => Response.json(props.results);
