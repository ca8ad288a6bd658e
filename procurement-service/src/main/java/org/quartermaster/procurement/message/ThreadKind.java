package org.quartermaster.procurement.message;

/** Between members of an organization, or with the operator's support. */
enum ThreadKind {
    TENANT,
    SUPPORT
}
