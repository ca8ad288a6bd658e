package org.quartermaster.procurement.billing;

/** The plans that can be bought. */
enum PaidPlan {
    STARTER,
    PROFESSIONAL,
    ENTERPRISE
}
