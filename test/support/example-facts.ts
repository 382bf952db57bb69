/** Facts of plain matters, to be changed where a test is about one of them. */
export const aiMatter = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  city: 'beijing', kind: 'incident', fields: ['ai'], aiStage: 'research', unit: { kind: 'university', educationSystem: true, affiliation: 'moe' }, funding: 'none', fundManager: null, receivedBy: 'bj-agri', ...change,
});

export const healthMatter = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  city: 'beijing', kind: 'incident', fields: ['human-life-medicine'], unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' }, funding: 'none', fundManager: null, receivedBy: 'bj-agri', ...change,
});
