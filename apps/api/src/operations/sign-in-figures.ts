import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SignInThrottle } from '#identity';
import { ProcessFigures } from '#platform';

/** Tells Prometheus how many guess at passwords: the platform does not know what signing in is. */
@Injectable()
export class SignInFigures implements OnModuleInit {
  constructor(
    private readonly figures: ProcessFigures,
    private readonly throttle: SignInThrottle,
  ) {}

  onModuleInit(): void {
    this.figures.gauge(
      'weftway_sign_ins_blocked',
      'Accounts and network addresses that have to wait before they may sign in',
      () => this.throttle.blocked(),
    );
  }
}
