/** The schema of results files in a form that other languages read. */
import { z } from 'zod';
import { resultsSchema } from '../measurement/results.ts';

/**
 * Shapes and bounds. JSON Schema can't express relations between parts, such as a cell naming a session of its
 * file: the build checks those.
 * @param address where the schema is published, its `$id`
 */
export function resultsJsonSchema(address: string): object {
  return {
    $id: address,
    title: 'Results of one machine',
    description: 'What one machine measured: its sessions, the experiments’ words, and cells of raw samples.',
    ...z.toJSONSchema(resultsSchema),
  };
}
