package org.quartermaster.procurement.exchange;

/**
 * A part of an export, small enough to be held in memory.
 *
 * @param content whole lines
 * @param last the id of its last tender
 */
record ExportPart(String content, String last, int tenders, int releases) {}
