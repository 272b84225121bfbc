import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, PublicRoute, Requires, SignedIn } from '#identity';
import { openTestContext, type TestContext } from '../support/context.js';
import { faultsOfRoutes, routesOf } from './routes.js';

describe('routes', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('each declare who may call them, with a permission that exists, behind the one door of their controller', () => {
    const routes = routesOf(context.app);
    expect(routes.length).toBeGreaterThan(60);
    expect(faultsOfRoutes(routes)).toEqual([]);
  });
});

@Controller('v1/buyer/things')
class Undeclared {
  @Get()
  list(): void {}
}

@Controller(['v1/buyer/both', 'v1/cooperative/both'])
class TwoPrefixes {
  @Get()
  @Requires('orders.read')
  list(): void {}
}

@Controller('v1')
class TwoMethods {
  @Get('buyer/one')
  @Requires('orders.read')
  one(): void {}

  @Get(['admin/two'])
  @SignedIn()
  two(): void {}
}

@Controller('v1/buyer/misspelt')
class UnknownPermission {
  @Post()
  @Requires('orders.reed' as Permission)
  make(): void {}
}

@Controller('v1/buyer/open')
class Open {
  @Get()
  @PublicRoute()
  list(): void {}
}

@Controller('v1/buyers')
class NoDoor {
  @Get()
  @Requires('orders.read')
  list(): void {}
}

@Controller('v1/buyer/heedless')
class Heedless {
  @Get()
  @Requires('awards.confirm')
  look(): void {}

  @Post()
  @Requires('awards.confirm')
  confirm(): void {}
}

@Controller('v1/buyer/sound')
class Sound {
  @Get(':id')
  @Requires('orders.read')
  byId(): void {}
}

@Module({
  controllers: [Undeclared, TwoPrefixes, TwoMethods, UnknownPermission, Open, NoDoor, Heedless, Sound],
})
class BuyerDoor {}

describe('routes that break the rules', () => {
  it('are each named with what is wrong', async () => {
    const planted = await NestFactory.createApplicationContext(BuyerDoor, { logger: false });
    try {
      expect(faultsOfRoutes(routesOf(planted)).sort()).toEqual([
        'Heedless.confirm uses awards.confirm without a proof of now',
        'NoDoor.list is behind no door: v1/buyers',
        'Open.list is open to all behind v1/buyer',
        'TwoMethods serves v1/admin and v1/buyer',
        'TwoMethods.two is collected by BuyerDoor, and its path is v1/admin/two',
        'TwoPrefixes serves v1/buyer and v1/cooperative',
        'TwoPrefixes.list is collected by BuyerDoor, and its path is v1/cooperative/both',
        'Undeclared.list does not declare who may call it',
        'UnknownPermission.make asks for the permission orders.reed, which does not exist',
      ]);
    } finally {
      await planted.close();
    }
  });
});
