package org.quartermaster.vehicle.document;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What a document is for. */
enum DocumentKind {
    PROOF_OF_OWNERSHIP,
    REGISTRATION,
    INVOICE,
    PHOTO,
    OTHER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<DocumentKind> {
        Stored() {
            super(DocumentKind.class);
        }
    }
}
