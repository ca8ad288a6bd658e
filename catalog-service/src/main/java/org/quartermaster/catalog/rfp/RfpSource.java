package org.quartermaster.catalog.rfp;

/** Where a request came from. */
public enum RfpSource {
    UPLOAD,
    API,
    TENDER
}
