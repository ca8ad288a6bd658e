package org.quartermaster.procurement.billing;

/** How often is paid. */
enum Interval {
    MONTH,
    YEAR
}
