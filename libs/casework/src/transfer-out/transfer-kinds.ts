import type { Label } from '../procedure/label';

/** What is transferred to whom; only that of a suspected crime has steps and periods in print. */
export const suspectedCrime = 'suspected-crime';

export const transferKinds: readonly { readonly code: string; readonly label: Label }[] = [
  { code: suspectedCrime, label: { zh: '涉嫌犯罪（公安机关）', en: 'Suspected crime (public security)' } },
  {
    code: 'supervisory-organ',
    label: { zh: '公职人员职务违法、职务犯罪线索（监察机关）', en: 'Duty offences of officials (supervisory organ)' },
  },
  { code: 'party-discipline', label: { zh: '党员违纪线索（纪检机关）', en: 'Offences against Party discipline (discipline body)' } },
  { code: 'other-authority', label: { zh: '不属本机关职责（其他主管机关）', en: 'Not this body’s duty (another authority)' } },
];
