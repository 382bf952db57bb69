import type { CaseView, LetterView, ProfileView, WorklistLine } from '@lianxi/department';
import type { CasePageView, CheckedWorkbookView, DeskPageView, ForeseenView, LetterPageView, LettersPageView, ProfileAnswer, SessionInfo, TrainingView as ShownTraining, WordsView } from '../../web/src/api/views';
import type { DeskPage, LettersPage } from '../desk/desk.controller';
import type { CheckedWorkbook } from '../imports/imports.controller';
import type { Foreseen } from '../public/foresee-decision';
import type { SessionView } from '../session/session.controller';
import type { TrainingView } from '../training/training';
import type { Words } from '../words/words';

/** Compiles only while what is answered has at least what the pages read from it. */
type Shows<Answered extends Read, Read> = [Answered, Read];

export type PagesAgree = [
  Shows<CaseView, CasePageView>, Shows<ProfileView, ProfileAnswer>, Shows<SessionView, SessionInfo>, Shows<Words, WordsView>, Shows<Foreseen, ForeseenView>, Shows<CheckedWorkbook, CheckedWorkbookView>,
  Shows<LetterView, LetterPageView>, Shows<TrainingView, ShownTraining>, Shows<LettersPage, LettersPageView>,
  Shows<Omit<DeskPage, 'lines'>, Omit<DeskPageView, 'lines'>>, Shows<WorklistLine, Pick<DeskPageView['lines'][number], 'id' | 'at'>>,
];
