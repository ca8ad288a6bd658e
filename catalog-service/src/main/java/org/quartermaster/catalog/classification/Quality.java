package org.quartermaster.catalog.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the last evaluation. */
@ApplicationScoped
class Quality {
    private static final TypeReference<List<ClassificationEvaluation>> ONE = new TypeReference<>() {};
    private static final String LAST = """
            select id, model_version, measured_at, cast(bins as text) as evaluation from catalog.calibration
            where kind = $1 order by measured_at desc, id desc limit 1
            """;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    Quality(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** 404 while nothing was measured. */
    Uni<QualityView> last(Caller caller, Fields query) {
        var system = query.word("system", ClassSystem.class).or(ClassSystem.UNSPSC);
        query.checkQuery();
        return database.read(caller, LAST, system.word() + CalibrationTable.EVALUATION)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> view(system, row));
    }

    private QualityView view(ClassSystem system, Row row) {
        var evaluation = json.read(row.getString("evaluation"), ONE).get(0);
        var kinds = new TreeMap<String, Integer>();
        evaluation.kinds().forEach((kind, names) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), names));
        return new QualityView(
                system,
                row.getString("model_version"),
                Columns.instant(row.getOffsetDateTime("measured_at")),
                evaluation.names(),
                evaluation.first(),
                evaluation.amongFive(),
                evaluation.calibrationError(),
                evaluation.curve(),
                kinds,
                row.getLong("id"));
    }
}
