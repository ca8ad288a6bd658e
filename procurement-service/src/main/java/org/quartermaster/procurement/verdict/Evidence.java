package org.quartermaster.procurement.verdict;

/** Where a term was found: the field, and the text around it. */
public record Evidence(String term, String field, String text) {}
