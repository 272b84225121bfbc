import { Param, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import { DomainError, type FieldError } from '../errors/domain-error.js';
import { errors } from '../errors/platform.errors.js';
import { rememberValidationMetadata } from './validation-metadata.js';

function places(found: readonly ValidationError[], prefix: string): FieldError[] {
  return found.flatMap((error) => {
    const pointer = `${prefix}/${told(error.property).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
      pointer,
      code: code === 'whitelistValidation' ? 'unknown_field' : code,
      detail: detail.replaceAll(error.property, told(error.property)),
    }));
    return [...own.slice(0, 1), ...places(error.children ?? [], pointer)];
  });
}

/** A field's name as it is told back: one that somebody made up may be as long as a body. */
function told(name: string): string {
  return name.length > 100 ? `${name.slice(0, 100)}…` : name;
}

/** Bodies and queries by their class, unknown fields refused, errors by pointer (a query's as `?name`). */
export class InputPipe extends ValidationPipe {
  constructor() {
    rememberValidationMetadata();
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (found) => errors.invalid_input({ errors: places(found, '') }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (
      metadata.type === 'body' &&
      (typeof value !== 'object' || value === null || Array.isArray(value)) &&
      isClass(metadata)
    ) {
      throw errors.invalid_input({
        errors: [{ pointer: '', code: 'object', detail: 'Send a JSON object.' }],
      });
    }
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      // One pipe serves every parameter of every request at once, so it is told here, not in its factory, what was asked.
      throw metadata.type === 'query' && error instanceof DomainError
        ? errors.invalid_input({
            errors: error.errors.map((one) => ({ ...one, pointer: `?${one.pointer.slice(1)}` })),
          })
        : error;
    }
  }
}

function isClass(metadata: ArgumentMetadata): boolean {
  return typeof metadata.metatype === 'function' && metadata.metatype !== Object;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    // What cannot be an id is not there, like an id that is not visible.
    if (!uuid.test(value)) {
      throw errors.not_found();
    }
    return value.toLowerCase();
  }
}

/** A record's id in the path. */
export function Id(name = 'id'): ParameterDecorator {
  return Param(name, new IdPipe());
}
