import type { DescribedAnswers } from '@lianxi/chassis';

/** Written by `npm run api:describe` from what the controllers here return. */
export const investigationAnswers: DescribedAnswers = {
  operations: {
    PublicationsController_figures: {"type":"array","items":{"$ref":"#/components/schemas/DecisionFigure"}},
    PublicationsController_page: {"$ref":"#/components/schemas/PublicationPage"},
    StandingBatchesController_progress: {"$ref":"#/components/schemas/StandingBatch"},
    StandingBatchesController_rows: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/StandingBatchRow"}},"next":{"anyOf":[{"type":"null"},{"type":"number"}]}},"required":["lines","next"]},
    StandingBatchesController_statement: {"type":"object","properties":{"note":{"type":"string"}},"required":["note"]},
    StandingController_ask: {"$ref":"#/components/schemas/StandingAnswer"},
    StandingController_askAgain: {"$ref":"#/components/schemas/StandingAnswer"},
    StandingController_key: {"type":"object","properties":{"key":{"type":"string"}},"required":["key"]},
  },
  schemas: {
    DecisionFigure: {"type":"object","properties":{"year":{"type":"number"},"field":{"type":"string"},"decisions":{"anyOf":[{"type":"null"},{"type":"number"}]}},"required":["year","field","decisions"]},
    Label: {"type":"object","properties":{"zh":{"type":"string"},"en":{"type":"string"}},"required":["zh","en"]},
    Publication: {"type":"object","properties":{"id":{"type":"string"},"kind":{"type":"string"},"kindLabel":{"$ref":"#/components/schemas/Label"},"body":{"type":"string"},"bodyNames":{"$ref":"#/components/schemas/Label"},"publishedOn":{"type":"string"},"title":{"anyOf":[{"type":"null"},{"type":"string"}],"description":"Null once withdrawn."},"summary":{"anyOf":[{"type":"null"},{"type":"string"}]},"withdrawn":{"anyOf":[{"type":"null"},{"type":"object","properties":{"on":{"type":"string"},"ground":{"$ref":"#/components/schemas/Label"}},"required":["on"]}]}},"required":["id","kind","body","publishedOn","title","summary","withdrawn"]},
    PublicationPage: {"type":"object","properties":{"publications":{"type":"array","items":{"$ref":"#/components/schemas/Publication"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}],"description":"Where the next page begins; null at the end."}},"required":["publications","next"]},
    StandingAnswer: {"type":"object","properties":{"answer":{"$ref":"#/components/schemas/StandingStatement"},"note":{"type":"string","description":"The same as a signed note, to be checked offline with the key of `/v1/standing/key`."}},"required":["answer","note"]},
    StandingBatch: {"type":"object","properties":{"id":{"type":"string"},"for":{"enum":["funding-ban","one-vote-veto"]},"on":{"type":"string"},"rows":{"type":"number"},"answered":{"type":"number"}},"required":["id","for","on","rows","answered"]},
    StandingBatchRow: {"type":"object","properties":{"place":{"type":"number"},"subject":{"type":"string"},"entries":{"anyOf":[{"type":"array","items":{"$ref":"#/components/schemas/StandingFound"}},{"type":"null"}]}},"required":["place","subject","entries"]},
    StandingFound: {"type":"object","properties":{"isSuspended":{"type":"boolean"},"appeal":{"enum":["changed","final-review-open","none","recheck-open","revoked","upheld"]},"kind":{"enum":["funding-ban","one-vote-veto"]},"city":{"type":"string"},"decision":{"type":"string","description":"Which decision ordered it."},"clause":{"type":"string"},"from":{"type":"string"},"to":{"anyOf":[{"type":"null"},{"type":"string"}],"description":"Its last day; null where none is printed."}},"required":["isSuspended","appeal","kind","city","decision","clause","from","to"]},
    StandingStatement: {"type":"object","properties":{"statement":{"enum":["lianxi-standing/1"]},"city":{"type":"string"},"for":{"enum":["funding-ban","one-vote-veto"]},"on":{"type":"string"},"answeredAt":{"type":"string"},"subject":{"type":"string","description":"The keyed hash by which it can be asked again."},"commitment":{"type":"object","properties":{"salt":{"type":"string"},"sha256":{"type":"string"}},"required":["salt","sha256"],"description":"`sha256` of salt and number: whoever knows the number can see that the answer is about it. Absent where no number was given."},"entries":{"type":"array","items":{"$ref":"#/components/schemas/StandingFound"}},"meaning":{"$ref":"#/components/schemas/Label"},"unconfirmed":{"type":"array","items":{"$ref":"#/components/schemas/Label"},"description":"What is not confirmed in the rules that the answer rests on."}},"required":["statement","city","for","on","answeredAt","subject","entries","meaning","unconfirmed"]},
  },
};
