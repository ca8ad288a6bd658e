package org.quartermaster.procurement.cpv;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something odd about a CPV code that is accepted all the same.
 *
 * @param value as it was given
 */
@Schema(name = "CpvWarning")
public record CpvWarning(String code, String value, String message) {}
