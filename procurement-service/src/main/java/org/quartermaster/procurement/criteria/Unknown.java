package org.quartermaster.procurement.criteria;

/** What is done with a tender of which it is not known whether it fulfils a criterion. */
public enum Unknown {
    EXCLUDE,
    INCLUDE
}
