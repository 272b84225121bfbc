import 'reflect-metadata';
import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import {
  Deliveries,
  LiveRelay,
  ProcessFigures,
  ReadinessCheck,
  Relay,
  rootLogger,
  Settings,
  SettingsError,
  startTracing,
  stopTracing,
  StructuredLogger,
} from '#platform';
import { WorkerModule } from './worker.module.js';

/** Starts the worker: first the queues' workers, then the relay that feeds them. */
async function main(): Promise<void> {
  const settings = new Settings(process.env, 'worker');
  const logger = rootLogger('worker', settings.logLevel);
  await startTracing('worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.for(settings), {
    logger: new StructuredLogger(logger),
    abortOnError: false,
  });
  await app.get(ReadinessCheck).assertMigrated();
  const deliveries = app.get(Deliveries);
  const relay = app.get(Relay);
  await deliveries.start();
  await relay.start();
  const liveRelay = app.get(LiveRelay);
  liveRelay.start();
  const health = healthServer(app.get(ProcessFigures));
  logger.info('The worker is working');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) {
      return;
    }
    stopping = true;
    health?.close();
    await liveRelay.stop();
    await relay.stop();
    await deliveries.stop();
    await app.close();
    await stopTracing();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // Started by another process, the worker does not outlive it.
  process.once('disconnect', () => void stop());
}

/** For who watches the process: `WORKER_PORT` opens `/health` and `/metrics`. */
function healthServer(figures: ProcessFigures): ReturnType<typeof createServer> | null {
  const port = Number(process.env.WORKER_PORT ?? 0);
  if (!port) {
    return null;
  }
  return createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.setHeader('content-type', 'application/json').end('{"live":true}');
      return;
    }
    figures.registry.metrics().then(
      (text) => response.setHeader('content-type', figures.registry.contentType).end(text),
      () => response.writeHead(500).end(),
    );
  }).listen(port);
}

try {
  await main();
} catch (error) {
  if (error instanceof SettingsError) {
    console.error(error.message);
  } else {
    rootLogger('worker', 'info').fatal({ err: error }, 'The worker cannot start');
  }
  process.exit(1);
}
