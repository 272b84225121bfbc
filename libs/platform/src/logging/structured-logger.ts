import type { LoggerService } from '@nestjs/common';
import { type Logger, type LoggerOptions, pino } from 'pino';

/** Lines leave together: writing each by itself costs a request more than routing it. What is wrong is written at once. */
const together = { minLength: 8_192, periodicFlush: 100, sync: false };
const errorLevel = 50;

/** Lines of JSON for every process: level, time, process, context, message and fields. */
export function rootLogger(processName: string, level: string): Logger {
  const output = pino.destination({ dest: 1, ...together });
  const options: LoggerOptions = {
    level,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        '*.password',
        '*.token',
        '*.connectionString',
      ],
      censor: '[removed]',
    },
    hooks: {
      logMethod(line, write, at) {
        write.apply(this, line);
        if (at >= errorLevel) {
          output.flushSync();
        }
      },
    },
  };
  return pino(options, output);
}

/** Nest's logger over pino. A first argument that is an object becomes fields. */
export class StructuredLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((one): one is string => typeof one === 'string');
    const context = texts.at(-1);
    if (typeof message === 'object' && message !== null) {
      this.logger[level]({ ...message, context }, texts.length > 1 ? texts[0] : undefined);
    } else {
      this.logger[level]({ context, ...(texts.length > 1 && { stack: texts[0] }) }, String(message));
    }
  }
}
