import type { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { POLICY } from '../identity/policy';

export class RouteWithoutPolicy extends Error {
  readonly code = 'route-without-policy';
}

/** A forgotten policy must be found at start, not by whoever reaches the route first. */
export function refuseUnguardedRoutes(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector): void {
  for (const { metatype, instance } of discovery.getControllers()) {
    if (!metatype || !instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      if (!method || reflector.get(PATH_METADATA, method) === undefined) continue;
      if (reflector.getAllAndOverride(POLICY, [method, metatype]) === undefined)
        throw new RouteWithoutPolicy(`${metatype.name}.${name} has no policy.`);
    }
  }
}
