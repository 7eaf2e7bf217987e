/** The schema of results files in a form that other languages read. */
import { z } from 'zod';
import { resultsSchema } from '../measurement/results.ts';

/**
 * Shapes and bounds. What one part says of another, such as a cell naming a session of its file, no JSON Schema can say:
 * the build checks that besides.
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
