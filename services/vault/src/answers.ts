import type { DescribedAnswers } from '@lianxi/chassis';

/** Written by `npm run api:describe` from what the controllers here return. */
export const vaultAnswers: DescribedAnswers = {
  operations: {
    OpeningsController_list: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/OpeningLine"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
    OpeningsController_read: {"$ref":"#/components/schemas/OpeningView"},
    OpeningsController_show: {"$ref":"#/components/schemas/ShownIdentity"},
    ToldController_told: {"type":"array","items":{"$ref":"#/components/schemas/ToldOpening"}},
  },
  schemas: {
    Challenge: {"type":"object","properties":{"opening":{"type":"string"},"vault":{"type":"string"},"shares":{"type":"array","items":{"type":"object","properties":{"sealed":{"type":"string","description":"base64 of a libsodium sealed box."},"pair":{"type":"string","description":"The two keys that open it together, `A+B`."},"key":{"type":"string","description":"The custodian's key this half is sealed to."}},"required":["sealed","pair","key"]}}},"required":["opening","vault","shares"]},
    Clause: {"type":"object","properties":{"id":{"type":"string"},"instrument":{"$ref":"#/components/schemas/Label"},"section":{"type":"string"},"confirmed":{"type":"boolean"},"unsure":{"type":"string"}},"required":["id","instrument","section","confirmed"]},
    FormField: {"type":"object","properties":{"name":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"},"type":{"enum":["amount","body","case","code","count","day","facts","identity","paper","post","text","unit","yes-no"]},"required":{"type":"boolean"},"outside":{"type":"boolean","enum":[true],"description":"A body that has no desk in this system; otherwise one that has."},"anyRole":{"type":"boolean","enum":[true],"description":"A post of whatever role; otherwise one that work is assigned to."},"options":{"type":"array","items":{"type":"object","properties":{"code":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"}},"required":["code","label"]}}},"required":["name","label","type"]},
    Identity: {"type":"object","properties":{"name":{"type":"string"},"phone":{"type":"string"},"email":{"type":"string"},"address":{"type":"string"},"idNumber":{"type":"string"}}},
    Label: {"type":"object","properties":{"zh":{"type":"string"},"en":{"type":"string"}},"required":["zh","en"]},
    OfferedAct: {"type":"object","properties":{"act":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"},"form":{"type":"array","items":{"$ref":"#/components/schemas/FormField"}},"clause":{"$ref":"#/components/schemas/Clause"},"consequence":{"$ref":"#/components/schemas/Label"},"to":{"type":"string"},"group":{"anyOf":[{"type":"null"},{"type":"string"}],"description":"What it is for where it accompanies the procedure; null of a step of the procedure itself."}},"required":["act","label","form","to","group"]},
    OpeningLine: {"type":"object","properties":{"city":{"type":"string"},"id":{"type":"string"},"case_id":{"type":"string"},"state":{"type":"string"},"version":{"type":"number"},"asked_post":{"type":"string"},"asked_body":{"type":"string"},"reason":{"type":"string"},"tell":{"enum":["tell","withheld"]},"asked_at":{"type":"string"},"opened_at":{"anyOf":[{"type":"null"},{"type":"string"}]},"open_until":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["city","id","case_id","state","version","asked_post","asked_body","reason","tell","asked_at","opened_at","open_until"]},
    OpeningView: {"type":"object","properties":{"opening":{"$ref":"#/components/schemas/OpeningLine"},"reasons":{"anyOf":[{"type":"null"},{"type":"string"}],"description":"Why the officer asks, in the officer's words; for custodians."},"acts":{"type":"array","items":{"$ref":"#/components/schemas/OfferedAct"}},"challenge":{"anyOf":[{"$ref":"#/components/schemas/Challenge"},{"type":"null"}],"description":"For a custodian: the halves by the key they are sealed to, and whose key what is opened must be sealed to again."}},"required":["opening","reasons","acts","challenge"]},
    ShownIdentity: {"type":"object","properties":{"identity":{"$ref":"#/components/schemas/Identity"},"until":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["identity","until"]},
    ToldOpening: {"type":"object","properties":{"at":{"type":"string"},"body":{"type":"string"},"reason":{"$ref":"#/components/schemas/Label"}},"required":["at","body"]},
  },
};
