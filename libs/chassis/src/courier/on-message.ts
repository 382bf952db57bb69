import { EventPattern } from '@nestjs/microservices';

/** The method takes messages of this kind, in the transaction its context carries. */
export const OnMessage = (kind: string): MethodDecorator => EventPattern<string>(kind) as MethodDecorator;
