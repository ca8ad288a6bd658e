package org.quartermaster.catalog.productclassification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The life of a classification: what was confirmed or rejected can only be superseded. */
@Schema(name = "ClassificationStatus")
enum Status {
    PROPOSED,
    CONFIRMED,
    REJECTED,
    SUPERSEDED
}
