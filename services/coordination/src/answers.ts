import type { DescribedAnswers } from '@lianxi/chassis';

/** Written by `npm run api:describe` from what the controllers here return. */
export const coordinationAnswers: DescribedAnswers = {
  operations: {
    AbsencesController_end: {"type":"object","properties":{"id":{"type":"string"},"revision":{"type":"number"}},"required":["id","revision"]},
    AbsencesController_list: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/AbsenceView"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
    ContactsController_end: {"type":"object","properties":{"id":{"type":"string"},"revision":{"type":"number"}},"required":["id","revision"]},
    ContactsController_list: {"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","additionalProperties":{}}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
    ContactsController_register: {"type":"object","properties":{"id":{"type":"string"},"revision":{"type":"number"}},"required":["id","revision"]},
    EditionsController_list: {"type":"object","additionalProperties":{}},
    EditionsController_read: {"type":"object","additionalProperties":{}},
    OfficeController_act: {"$ref":"#/components/schemas/DesignationDone"},
    OfficeController_appoint: {"type":"object","properties":{"id":{"type":"string"},"revision":{"type":"number"}},"required":["id","revision"]},
    OfficeController_designations: {"$ref":"#/components/schemas/DesignationsPage"},
    OfficeController_index: {"$ref":"#/components/schemas/IndexPage"},
    OfficeController_leads: {"type":"object","additionalProperties":{}},
    OfficeController_posts: {"$ref":"#/components/schemas/PostsPage"},
  },
  schemas: {
    AbsenceView: {"type":"object","properties":{"id":{"type":"string"},"post":{"anyOf":[{"type":"null"},{"type":"string"}]},"deputy":{"anyOf":[{"type":"null"},{"type":"string"}]},"kind":{"anyOf":[{"enum":["holiday-duty","leave"]},{"type":"null"}]},"from":{"type":"string"},"until":{"anyOf":[{"type":"null"},{"type":"string"}]},"role":{"type":"string"}},"required":["id","post","deputy","kind","from","until","role"]},
    Clause: {"type":"object","properties":{"id":{"type":"string"},"instrument":{"$ref":"#/components/schemas/Label"},"section":{"type":"string"},"confirmed":{"type":"boolean"},"unsure":{"type":"string"}},"required":["id","instrument","section","confirmed"]},
    DesignationDone: {"type":"object","properties":{"designationId":{"type":"string"},"act":{"type":"string"},"state":{"type":"string"},"version":{"type":"number"}},"required":["designationId","act","state","version"]},
    DesignationView: {"type":"object","properties":{"id":{"type":"string"},"case_id":{"type":"string"},"city":{"type":"string"},"state":{"type":"string"},"epoch":{"type":"number"},"holder":{"type":"string"},"service":{"type":"string"},"candidates":{"type":"array","items":{"type":"string"}},"suggestions":{"type":"array","items":{"type":"string"}},"facts":{"type":"object","additionalProperties":{}},"decision":{"anyOf":[{"type":"null"},{"type":"object","additionalProperties":{}}]},"views":{"type":"array","items":{"type":"object","properties":{"body":{"type":"string"},"view":{"type":"string"}},"required":["body","view"]}},"lead":{"anyOf":[{"type":"null"},{"type":"string"}]},"mark":{"type":"string"},"version":{"type":"number"},"due_on":{"type":"string"},"requested_at":{"type":"string"},"acts":{"type":"array","items":{"$ref":"#/components/schemas/OfferedAct"}}},"required":["id","case_id","city","state","epoch","holder","service","candidates","suggestions","facts","decision","views","lead","mark","version","due_on","requested_at","acts"]},
    DesignationsPage: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/DesignationView"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
    FormField: {"type":"object","properties":{"name":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"},"type":{"enum":["amount","body","case","code","count","day","facts","identity","paper","post","text","unit","yes-no"]},"required":{"type":"boolean"},"outside":{"type":"boolean","enum":[true],"description":"A body that has no desk in this system; otherwise one that has."},"anyRole":{"type":"boolean","enum":[true],"description":"A post of whatever role; otherwise one that work is assigned to."},"options":{"type":"array","items":{"type":"object","properties":{"code":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"}},"required":["code","label"]}}},"required":["name","label","type"]},
    IndexLine: {"type":"object","properties":{"case_id":{"type":"string"},"number":{"anyOf":[{"type":"null"},{"type":"string"}]},"kind":{"type":"string"},"state":{"type":"string"},"holder":{"type":"string"},"service":{"type":"string"},"lead":{"anyOf":[{"type":"null"},{"type":"string"}]},"interim":{"type":"boolean"},"rules":{"type":"array","items":{"type":"string"}},"edition":{"anyOf":[{"type":"null"},{"type":"string"}]},"mark":{"type":"string"},"epoch":{"type":"number"},"since":{"type":"string"}},"required":["case_id","number","kind","state","holder","service","lead","interim","rules","edition","mark","epoch","since"]},
    IndexPage: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/IndexLine"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
    Label: {"type":"object","properties":{"zh":{"type":"string"},"en":{"type":"string"}},"required":["zh","en"]},
    OfferedAct: {"type":"object","properties":{"act":{"type":"string"},"label":{"$ref":"#/components/schemas/Label"},"form":{"type":"array","items":{"$ref":"#/components/schemas/FormField"}},"clause":{"$ref":"#/components/schemas/Clause"},"consequence":{"$ref":"#/components/schemas/Label"},"to":{"type":"string"}},"required":["act","label","form","to"]},
    PostLine: {"type":"object","properties":{"body":{"type":"string"},"role":{"type":"string"},"city":{"type":"string"},"absence":{"anyOf":[{"enum":["holiday-duty","leave"]},{"type":"null"}]},"id":{"type":"string"},"valid_from":{"type":"string"},"valid_until":{"anyOf":[{"type":"null"},{"type":"string"}]},"deputy_for":{"anyOf":[{"type":"null"},{"type":"string"}]},"revision":{"type":"number"},"acting_from":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["body","role","city","absence","id","valid_from","valid_until","deputy_for","revision","acting_from"]},
    PostsPage: {"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/PostLine"}},"next":{"anyOf":[{"type":"null"},{"type":"string"}]}},"required":["lines","next"]},
  },
};
