import { mkdir } from 'node:fs/promises';
import S3rver from 's3rver';

export interface S3Server {
  /** What api and worker are given to use it. */
  env: {
    S3_BUCKET: string;
    S3_ENDPOINT: string;
    AWS_REGION: string;
    AWS_ACCESS_KEY_ID: string;
    AWS_SECRET_ACCESS_KEY: string;
  };
  stop: () => Promise<void>;
}

/** A small store that speaks S3, with its objects in a folder. Its one key is known to everyone. */
export async function startS3Server(folder: string): Promise<S3Server> {
  await mkdir(folder, { recursive: true });
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: folder,
    silent: true,
    configureBuckets: [{ name: 'weftway', configs: [] }],
  });
  const { port } = await server.run();
  let stopped = false;
  return {
    env: {
      S3_BUCKET: 'weftway',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    stop: async () => {
      if (!stopped) {
        stopped = true;
        await server.close();
      }
    },
  };
}
