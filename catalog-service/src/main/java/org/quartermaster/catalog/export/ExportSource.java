package org.quartermaster.catalog.export;

import java.util.List;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What can be exported: a bean of the feature that knows its rows. Columns that imports read have the names that they read. */
public interface ExportSource {
    /** The name of the kind, such as {@code products}. */
    String kind();

    /** SQL of the number of a row, which is its own and never changes; an export runs in the order of it. */
    String key();

    List<ExportColumn> columns();

    /**
     * The rows of the tenant that a filter leaves.
     *
     * @param select what to select of them
     * @param filter has the names of the filters of the kind's list; what is wrong in it is noted there
     */
    ListQuery rows(String select, Caller caller, Fields filter);
}
