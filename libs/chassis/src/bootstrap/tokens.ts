/** Names under which Nest hands out what is not a class. */
export const SERVICE = Symbol('ServiceDefinition');
export const CONFIGURATION = Symbol('Configuration');
export const OFFICER_SOURCE = Symbol('OfficerSource');
export const COURIER_SOURCE = Symbol('CourierSource');
export const OFFICER_POOL = Symbol('OfficerPool');
export const COURIER_POOL = Symbol('CourierPool');
