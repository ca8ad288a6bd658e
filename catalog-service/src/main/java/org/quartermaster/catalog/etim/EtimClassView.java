package org.quartermaster.catalog.etim;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A class of ETIM.
 *
 * @param features of a class that is read alone
 * @param synonyms of a class that is read alone
 */
@Schema(name = "EtimClass")
record EtimClassView(
        String classCode,
        long version,
        String groupId,
        String groupName,
        String descriptionEn,
        String descriptionDe,
        String descriptionFr,
        String descriptionNl,
        String parentClass,
        boolean isCurrent,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<EtimFeatureView> features,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<EtimSynonymView> synonyms,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static final String COLUMNS = """
            c.class_code, c.version, c.group_id, g.name as group_name, c.description_en, c.description_de,
            c.description_fr, c.description_nl, c.parent_class, c.is_current, c.created_at, c.updated_at\
            """;
    static final String FROM = "catalog.etimclass c join catalog.etimgroup g on g.code = c.group_id";

    static EtimClassView of(Row row) {
        return of(row, null, null);
    }

    static EtimClassView of(Row row, List<EtimFeatureView> features, List<EtimSynonymView> synonyms) {
        return new EtimClassView(
                row.getString("class_code"),
                row.getInteger("version"),
                row.getString("group_id"),
                row.getString("group_name"),
                row.getString("description_en"),
                row.getString("description_de"),
                row.getString("description_fr"),
                row.getString("description_nl"),
                row.getString("parent_class"),
                row.getBoolean("is_current"),
                features,
                synonyms,
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")));
    }
}
