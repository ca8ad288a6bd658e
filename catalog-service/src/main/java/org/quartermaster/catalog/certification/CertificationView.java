package org.quartermaster.catalog.certification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.platform.rest.Versioned;

/** A certificate as clients see it. */
@Schema(name = "ProductCertification")
record CertificationView(
        long id,
        long productId,
        Long standardId,
        String standardText,
        String marking,
        String level,
        String certificateNo,
        LocalDate validFrom,
        LocalDate validTo,
        String source,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static CertificationView of(Certification certification) {
        return new CertificationView(
                certification.id,
                certification.productId,
                certification.standardId,
                certification.standardText,
                certification.marking,
                certification.level,
                certification.certificateNo,
                certification.validFrom,
                certification.validTo,
                certification.source,
                certification.createdAt,
                certification.updatedAt,
                RowTags.version(certification));
    }
}
