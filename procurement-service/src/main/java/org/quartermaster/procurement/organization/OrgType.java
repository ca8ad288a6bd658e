package org.quartermaster.procurement.organization;

/** What an organization does in procurement. */
public enum OrgType {
    SUPPLIER,
    BUYER,
    CONSULTANT,
    PUBLIC_BODY,
    OTHER
}
