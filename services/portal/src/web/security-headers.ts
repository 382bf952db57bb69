import { randomBytes } from 'node:crypto';
import { Injectable, Inject, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';

const nonces = new WeakMap<FastifyReply, string>();

/** The one-time word by which this answer's own styles are known to the browser. */
export function nonceOf(reply: FastifyReply): string {
  const nonce = nonces.get(reply) ?? randomBytes(16).toString('base64url');
  nonces.set(reply, nonce);
  return nonce;
}

/** Nothing is loaded, framed or sent anywhere but here; styles are ours or carry this answer's word. */
const policyFor = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    // PDFs that are compared: bytes the page itself fetched.
    `frame-src blob:`,
    `object-src 'none'`,
  ].join('; ');

/** On every answer, errors too: the browser is told to trust as little as possible. */
@Injectable()
export class SecurityHeaders implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/docs')) return;
      void reply
        .header('content-security-policy', policyFor(nonceOf(reply)))
        .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
        .header('referrer-policy', 'no-referrer')
        .header('x-frame-options', 'DENY')
        .header('cross-origin-resource-policy', 'same-origin');
    });
  }
}
