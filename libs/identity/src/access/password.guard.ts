import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { InputPipe } from '#platform';
import { identityErrors } from '../identity.errors.js';
import { SignIn } from '../session/session.dto.js';

/** Passport's local strategy behind the same validation and the same problem documents as every route. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  private readonly input = new InputPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.body = await this.input.transform(request.body ?? null, { type: 'body', metatype: SignIn });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<Person>(error: unknown, person: Person | false): Person {
    if (error) {
      throw error;
    }
    if (!person) {
      throw identityErrors.credentials_wrong();
    }
    return person;
  }
}
