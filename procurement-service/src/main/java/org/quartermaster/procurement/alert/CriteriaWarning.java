package org.quartermaster.procurement.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something odd about criteria that are accepted all the same.
 *
 * @param value as it was given
 */
@Schema(name = "CriteriaWarning")
public record CriteriaWarning(String code, String value) {}
