package org.quartermaster.procurement.tender;

/**
 * What was odd about the releases of a tender.
 *
 * @param pointer the place in the compiled release, or null
 */
public record TenderWarning(String code, String pointer, String message) {}
