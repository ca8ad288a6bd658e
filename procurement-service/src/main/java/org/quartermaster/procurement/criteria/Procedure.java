package org.quartermaster.procurement.criteria;

/** How a tender is awarded (OCDS procurementMethod). */
public enum Procedure {
    OPEN,
    SELECTIVE,
    LIMITED,
    DIRECT
}
