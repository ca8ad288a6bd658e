package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** What a type of equipment has to bear by its standard, as a request gives it. */
record EquipmentSpecificationInput(
        String equipmentType,
        Long ansiStandardId,
        String ppeCode,
        String requiredMarking,
        String protectionLevel,
        JsonNode specifications,
        JsonNode testSpecifications,
        List<String> suitableFor,
        List<String> notSuitableFor,
        String notes)
        implements SafetyInput<EquipmentSpecificationInput> {
    private static final String PPE = "ppe_code";

    static final SafetyList<EquipmentSpecificationInput, EquipmentSpecificationView> LIST = new SafetyList<>(
            "ansiequipmentspecification",
            "id",
            false,
            "equipment_specification",
            EquipmentSpecificationInput.class,
            EquipmentSpecificationView.class,
            view -> Long.toString(view.id()),
            view -> "equipment-specifications/" + view.id());

    /** How much it protects. */
    enum Protection {
        BASIC,
        MODERATE,
        HIGH,
        MAXIMUM
    }

    static EquipmentSpecificationInput read(Fields fields) {
        fields.require("ansi_standard_id");
        var input = new EquipmentSpecificationInput(
                SafetyFields.requiredCode(fields, "equipment_type"),
                Numbers.id(fields, "ansi_standard_id").value(),
                SafetyFields.code(fields, PPE),
                SafetyFields.name(fields, "required_marking"),
                Words.of(fields.word("protection_level", Protection.class).or(Protection.BASIC)),
                SafetyFields.object(fields, "specifications"),
                SafetyFields.object(fields, "test_specifications"),
                SafetyFields.texts(fields, "suitable_for", SafetyFields.NAME),
                SafetyFields.texts(fields, "not_suitable_for", SafetyFields.NAME),
                SafetyFields.text(fields, "notes"));
        fields.checkStrictly();
        return input;
    }

    @Override
    public EquipmentSpecificationInput checked(CodeCheck check) {
        if (ppeCode != null) {
            check.equipment(PPE, ppeCode);
        }
        return this;
    }
}
