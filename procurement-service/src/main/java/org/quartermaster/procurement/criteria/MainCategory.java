package org.quartermaster.procurement.criteria;

/** What is bought (OCDS mainProcurementCategory). */
public enum MainCategory {
    GOODS,
    WORKS,
    SERVICES
}
