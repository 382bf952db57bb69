import { Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ChassisModule } from '../bootstrap/chassis.module';
import type { ServiceDefinition } from '../bootstrap/service-definition';
import { withAnswers, type DescribedAnswers } from './described-answers';

/** The service's OpenAPI document, as it is served under /docs-json. */
export function documentOf(app: INestApplication, { title, answers = [] }: Pick<ServiceDefinition, 'title' | 'answers'>): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle(`${title.zh} ${title.en}`)
    .setDescription('不得填写或上传国家秘密。State secrets must not be entered or uploaded.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  return withAnswers(SwaggerModule.createDocument(app, about), answers);
}

/** The document of a service that does not run: nothing of it is started, and no database is asked. */
export async function describeService(
  definition: Pick<ServiceDefinition, 'title' | 'imports'>,
  answers: readonly DescribedAnswers[],
): Promise<OpenAPIObject> {
  @Module({ imports: [ChassisModule.described(), ...definition.imports] })
  class DescribedModule {}
  const app = await NestFactory.create(DescribedModule, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  return documentOf(app, { title: definition.title, answers });
}
