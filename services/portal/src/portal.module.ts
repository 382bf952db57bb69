import { Module, type DynamicModule } from '@nestjs/common';
import { PostsInbox } from '@lianxi/department';
import { ChangesController } from './changes/changes.controller';
import { OpenStreams } from './changes/open-streams';
import { Departments } from './departments/departments';
import { DepartmentsController } from './departments/departments.controller';
import { AskServices } from './desk/ask-services';
import { DeskController } from './desk/desk.controller';
import { Drafts } from './drafts/drafts';
import { DraftsController } from './drafts/drafts.controller';
import { FiltersController } from './filters/filters.controller';
import { SavedFilters } from './filters/saved-filters';
import { HelpController } from './help/help.controller';
import { ImportsController } from './imports/imports.controller';
import { InboxController } from './inbox/inbox.controller';
import { OperationController } from './operation/operation.controller';
import { PORTAL, type PortalConfiguration } from './portal-configuration';
import { PublicController } from './public/public.controller';
import { Reports } from './public/reports';
import { PublicationsPageController } from './public/publications-page.controller';
import { StatusPageController } from './public/status-page.controller';
import { SessionController } from './session/session.controller';
import { SessionHooks } from './session/session-hooks';
import { Sessions } from './session/sessions';
import { OpenIdClient } from './sign-in/open-id-client';
import { SignInController } from './sign-in/sign-in.controller';
import { Training } from './training/training';
import { TrainingController } from './training/training.controller';
import { SendUploads } from './uploads/send-uploads';
import { Uploads } from './uploads/uploads';
import { PublicUploadsController, UploadsController } from './uploads/uploads.controller';
import { SecurityHeaders } from './web/security-headers';
import { WebPagesController } from './web/web-pages.controller';
import { WordsController } from './words/words.controller';

/** The desk's backend: it signs people in, keeps their tokens, and asks the departments' services for them. It holds no case. */
@Module({})
export class PortalModule {
  static with(configuration: PortalConfiguration): DynamicModule {
    return {
      module: PortalModule,
      controllers: [
        SignInController,
        SessionController,
        DepartmentsController,
        DeskController,
        ImportsController,
        ChangesController,
        InboxController,
        OperationController,
        HelpController,
        FiltersController,
        DraftsController,
        TrainingController,
        WordsController,
        PublicController,
        UploadsController,
        PublicUploadsController,
        StatusPageController,
        PublicationsPageController,
        PostsInbox,
        WebPagesController,
      ],
      providers: [
        { provide: PORTAL, useValue: configuration },
        OpenIdClient,
        Sessions,
        SessionHooks,
        OpenStreams,
        SecurityHeaders,
        Departments,
        AskServices,
        Drafts,
        SavedFilters,
        Uploads,
        SendUploads,
        Reports,
        Training,
      ],
    };
  }
}
