package org.quartermaster.procurement.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How bad an issue is. */
@Schema(name = "OcdsIssueSeverity")
enum Severity {
    ERROR,
    WARNING
}
