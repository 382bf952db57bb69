import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { ask } from '../api/client';
import { useAsk } from '../api/use-ask';
import type { BegunExercise, ExerciseView, TrainingView } from '../api/views';
import { useAttempt } from '../forms/use-attempt';
import { Answer, Page, Part } from '../frame/page';
import { Trouble } from '../frame/trouble';
import { useSpeaker } from '../words/language';

/** What can be practised, and how far one is. */
export function TrainingPage(): ReactNode {
  const { say } = useSpeaker();
  const asking = useAsk<TrainingView>('/api/training');
  return (
    <Page title={say('training')}>
      <p className="hint">{say('trainingHint')}</p>
      <Answer asking={asking}>
        {({ exercises }) =>
          exercises.length === 0 ? (
            <p role="status">{say('trainingNone')}</p>
          ) : (
            exercises.map((exercise) => <ExercisePart key={exercise.id} exercise={exercise} />)
          )
        }
      </Answer>
    </Page>
  );
}

function ExercisePart({ exercise: { id, title, lesson, steps, begun } }: { readonly exercise: ExerciseView }): ReactNode {
  const { say, word } = useSpeaker();
  return (
    <Part title={word(title)} id={id} extra={<BeginButton id={id} again={begun !== null} />}>
      <p>{word(lesson)}</p>
      <ol className="steps">
        {steps.map(({ act, label, who, done }) => (
          <li key={act} data-done={done}>
            {word(label)} <span className="hint">{who.map((role) => word(role)).join(' · ')}</span>{' '}
            {done && <strong>✓ {say('stepDone')}</strong>}
          </li>
        ))}
      </ol>
      {begun !== null && (
        <p className="row">
          <Link to={`/case/${begun.service}/${begun.caseId}`}>{say('practiceCase')}</Link>
          {steps.every(({ done }) => done) && <strong role="status">{say('practiceDone')}</strong>}
        </p>
      )}
    </Part>
  );
}

function BeginButton({ id, again }: { readonly id: string; readonly again: boolean }): ReactNode {
  const { say } = useSpeaker();
  const go = useNavigate();
  const { problem, isSending, attempt } = useAttempt<BegunExercise>(({ service, caseId }) => void go(`/case/${service}/${caseId}`));
  return (
    <span>
      {problem && <Trouble problem={problem} />}
      <Button
        type={again ? 'default' : 'primary'}
        loading={isSending}
        onClick={() => void attempt((key) => ask<BegunExercise>(`/api/training/${id}`, { method: 'POST', key }))}
      >
        {say(again ? 'practiceAgain' : 'practiceBegin')}
      </Button>
    </span>
  );
}
