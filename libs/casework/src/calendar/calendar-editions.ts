import type { CalendarEdition } from './working-calendar';

const days = (year: number, list: string): string[] => list.split(' ').map((day) => `${year}-${day}`);

/** The State Council's yearly holiday notices: weekdays off, and weekend days worked instead (调休). A spec compares every day with the package chinese-days. */
export const calendarEditions: readonly CalendarEdition[] = [
  {
    id: 'state-council-2024',
    year: 2024,
    issuedOn: '2023-10-25',
    source: '国办发明电〔2023〕7号',
    restDays: days(
      2024,
      '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    ),
    makeUpWorkingDays: days(2024, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'),
  },
  {
    id: 'state-council-2025',
    year: 2025,
    issuedOn: '2024-11-12',
    source: '国办发明电〔2024〕12号',
    restDays: days(2025, '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08'),
    makeUpWorkingDays: days(2025, '01-26 02-08 04-27 09-28 10-11'),
  },
  {
    id: 'state-council-2026',
    year: 2026,
    issuedOn: '2025-11-04',
    source: '国办发明电〔2025〕7号',
    restDays: days(
      2026,
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    ),
    makeUpWorkingDays: days(2026, '01-04 02-14 02-28 05-09 09-20 10-10'),
  },
];
