package org.quartermaster.catalog.safetyreference;

import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.platform.rest.Fields;

/** A hazard as a request gives it. */
record HazardInput(String code, String name, String nameAr, String description) implements SafetyInput<HazardInput> {
    static final SafetyList<HazardInput, HazardView> LIST = new SafetyList<>(
            "hazard",
            "code",
            false,
            "hazard",
            HazardInput.class,
            HazardView.class,
            HazardView::code,
            view -> "hazards/" + PathPart.of(view.code()));

    static HazardInput read(Fields fields) {
        var input = new HazardInput(
                SafetyFields.requiredCode(fields, "code"),
                SafetyFields.requiredName(fields, "name"),
                SafetyFields.name(fields, "name_ar"),
                SafetyFields.text(fields, "description"));
        fields.checkStrictly();
        return input;
    }

    @Override
    public HazardInput checked(CodeCheck check) {
        return this;
    }
}
