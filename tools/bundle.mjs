// Writes api and worker, as they were built, each into a few files: three thousand modules found and read one by one take longer to
// start than all that they do then. What is not bundled is found in node_modules as ever; dist/apps/*/src runs as well, more slowly.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** Native, with files of their own beside their code, asked for by name while running (two of them would not know each other), or there for few. */
const apart = [
  '@aws-sdk',
  '@expo-google-fonts',
  '@node-rs',
  '@opentelemetry',
  'bullmq',
  'fontkit',
  'pdfkit',
  'pg',
  'piscina',
  'sharp',
  'swagger-ui-dist',
  'typeorm',
];
/** What Nest and TypeORM ask for and do without where it is not installed. */
const notInstalled =
  /^(@nestjs\/(microservices|platform-express|websockets)|@fastify\/view|@google-cloud|@sap|pg-native|react-native|ts-node|typeorm-)/;
const otherDatabases =
  /^(better-sqlite3|hdb|mongodb|mssql|mysql|oracledb|pg-query-stream|redis|sql\.js|sqlite3)/;

/** By themselves, so that none loads what another begins with; threads lie beside their process. */
const bundles = [
  { input: 'dist/apps/api/src/main.js', folder: 'dist/apps/api/bundle' },
  { input: 'dist/apps/worker/src/main.js', folder: 'dist/apps/worker/bundle' },
  {
    input: 'dist/libs/ordering/src/order-document/press/order-press.worker.js',
    folder: 'dist/apps/worker/bundle',
  },
];

/** @param {string} id as it is imported */
function stays(id) {
  return (
    /^[@a-z]/i.test(id) &&
    !path.isAbsolute(id) &&
    (apart.some((name) => id === name || id.startsWith(`${name}/`)) ||
      notInstalled.test(id) ||
      otherDatabases.test(id))
  );
}

for (const folder of new Set(bundles.map((one) => one.folder))) {
  await rm(folder, { recursive: true, force: true });
}
for (const { input, folder } of bundles) {
  const bundle = await rolldown({
    input,
    platform: 'node',
    external: stays,
    logLevel: 'warn',
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    // Names of classes are told in the log and are the names of schemas in the OpenAPI document.
    keepNames: true,
    // Stack traces lead into these files, which say of each part where it is from; maps of a size with all of it would be read at each start.
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  for (const chunk of output.filter((one) => one.type === 'chunk')) {
    const file = path.join(folder, chunk.fileName);
    // One sign beyond Latin-1 would make V8 keep the whole text at twice its size.
    const text = (await readFile(file, 'utf8')).replace(
      /[^\x00-\xff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    await writeFile(file, text);
  }
}
