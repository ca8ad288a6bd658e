package org.quartermaster.catalog.safetyreference;

import java.util.List;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.platform.rest.Fields;

/** A kind of protective equipment as a request gives it. */
record PpeTypeInput(
        String code,
        String name,
        String nameAr,
        String unspscCode,
        String etimClass,
        List<String> oshaSections,
        String consensusFamily)
        implements SafetyInput<PpeTypeInput> {
    private static final String SECTIONS = "osha_sections";

    static final SafetyList<PpeTypeInput, PpeTypeView> LIST = new SafetyList<>(
            "ppetype",
            "code",
            false,
            "ppe_type",
            PpeTypeInput.class,
            PpeTypeView.class,
            PpeTypeView::code,
            view -> "ppe-types/" + PathPart.of(view.code()));

    static PpeTypeInput read(Fields fields) {
        var input = new PpeTypeInput(
                SafetyFields.requiredCode(fields, "code"),
                SafetyFields.requiredName(fields, "name"),
                SafetyFields.name(fields, "name_ar"),
                SafetyFields.unspsc(fields),
                SafetyFields.etim(fields),
                SafetyFields.texts(fields, SECTIONS, SafetyFields.NAME),
                SafetyFields.code(fields, "consensus_family"));
        fields.checkStrictly();
        return input;
    }

    @Override
    public PpeTypeInput checked(CodeCheck check) {
        return new PpeTypeInput(
                code, name, nameAr, unspscCode, etimClass, check.standards(SECTIONS, oshaSections), consensusFamily);
    }
}
