import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/**
 * Who may reach a route at all; the engine decides about the act itself afterwards. A route without a policy does not boot.
 * `public`: no token; `signed-in`: any person with a token; `any-post`: any valid post of an officer; otherwise the roles listed.
 */
export type RoutePolicy = 'public' | 'signed-in' | 'any-post' | readonly string[];

export const POLICY = 'lianxi:policy';
export const Policy = (policy: RoutePolicy): CustomDecorator => SetMetadata(POLICY, policy);
