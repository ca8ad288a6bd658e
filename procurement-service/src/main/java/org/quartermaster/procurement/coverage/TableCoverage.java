package org.quartermaster.procurement.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a table is as the service needs it.
 *
 * @param problems what is wrong with it; none where it is ok
 */
@Schema(name = "TableCoverage")
public record TableCoverage(String table, boolean ok, List<String> problems) {
    static TableCoverage of(String table, List<String> problems) {
        return new TableCoverage(table, problems.isEmpty(), problems);
    }
}
