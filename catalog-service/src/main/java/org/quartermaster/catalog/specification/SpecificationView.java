package org.quartermaster.catalog.specification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.platform.rest.Versioned;

/**
 * A specification as clients see it.
 *
 * @param dimension what the unit measures, where we know it
 * @param canonicalLow in the base unit of the dimension
 * @param canonicalHigh in the base unit of the dimension
 */
@Schema(name = "ProductSpecification")
record SpecificationView(
        long id,
        long productId,
        String specName,
        String specValue,
        String specCategory,
        String unit,
        boolean isSearchable,
        String featureId,
        String valueCode,
        BigDecimal valueNum,
        BigDecimal valueLow,
        BigDecimal valueHigh,
        Boolean valueBool,
        String dimension,
        BigDecimal canonicalLow,
        BigDecimal canonicalHigh,
        String noValueReason,
        String source,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static SpecificationView of(Specification specification) {
        return new SpecificationView(
                specification.id,
                specification.productId,
                specification.specName,
                specification.specValue,
                specification.specCategory,
                specification.unit,
                specification.isSearchable,
                specification.featureId,
                specification.valueCode,
                specification.valueNum,
                specification.valueLow,
                specification.valueHigh,
                specification.valueBool,
                specification.dimension,
                specification.canonicalLow,
                specification.canonicalHigh,
                specification.noValueReason,
                specification.source,
                specification.createdAt,
                specification.updatedAt,
                RowTags.version(specification));
    }
}
