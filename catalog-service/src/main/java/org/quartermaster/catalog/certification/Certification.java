package org.quartermaster.catalog.certification;

import java.time.LocalDate;
import org.quartermaster.catalog.row.CatalogRow;

/** That an article was certified to a standard. */
final class Certification extends CatalogRow {
    public Long productId;
    public Long standardId;

    /** The standard by its name, of bodies that have no rows, such as EN and ISO. */
    public String standardText;

    public String marking;
    public String level;
    public String certificateNo;
    public LocalDate validFrom;
    public LocalDate validTo;
    public String source = "manual";
}
