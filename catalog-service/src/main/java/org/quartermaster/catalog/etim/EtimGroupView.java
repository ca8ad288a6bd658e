package org.quartermaster.catalog.etim;

import io.vertx.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of ETIM classes. */
@Schema(name = "EtimGroup")
record EtimGroupView(String code, String name, long classes) {
    static final String COLUMNS = """
            g.code, g.name, (select count(*) from catalog.etimclass c where c.group_id = g.code and c.is_current)
              as classes\
            """;

    static EtimGroupView of(Row row) {
        return new EtimGroupView(row.getString("code"), row.getString("name"), row.getLong("classes"));
    }
}
