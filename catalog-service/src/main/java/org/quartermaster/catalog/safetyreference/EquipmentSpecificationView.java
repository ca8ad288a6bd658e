package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** What a type of equipment has to bear and withstand by its standard. */
@Schema(name = "EquipmentSpecification")
record EquipmentSpecificationView(
        long id,
        String equipmentType,
        long ansiStandardId,
        String ppeCode,
        String requiredMarking,
        String protectionLevel,
        @Schema(type = SchemaType.OBJECT) JsonNode specifications,
        @Schema(type = SchemaType.OBJECT) JsonNode testSpecifications,
        List<String> suitableFor,
        List<String> notSuitableFor,
        String notes,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
