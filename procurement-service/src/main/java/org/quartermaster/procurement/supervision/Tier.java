package org.quartermaster.procurement.supervision;

/** The plans, as users carry a copy of that of their home organization. */
enum Tier {
    FREE,
    STARTER,
    PROFESSIONAL,
    ENTERPRISE
}
