/** `node scripts/testing/render.ts <folder>`: renders the site from the results in RESULTS_FOLDER, measuring nothing. */
import { whileBuilding } from '../site/build-lock.ts';
import { renderSite } from '../site/build-site.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Expected the folder to render into.');
await whileBuilding(() => renderSite(folder, console.log));
