package org.quartermaster.catalog.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;

/** The rows by which models are published: a new calibration tells every replica to load its model anew. */
@ApplicationScoped
class CalibrationTable {
    /** Kind of the rows that hold an evaluation, after the word of the system. */
    static final String EVALUATION = ".evaluation";

    private static final TypeReference<List<StoredCalibration>> BINS = new TypeReference<>() {};
    private static final String INSERT = """
            insert into catalog.calibration (kind, model_version, bins, sample_size, measured_at)
            values (?, ?, cast(? as jsonb), ?, clock_timestamp())
            """;
    private static final String NEWEST = """
            select id, cast(bins as text) from catalog.calibration where kind = ? order by measured_at desc, id desc
            limit 1
            """;

    private final DatabaseJson json;

    @Inject
    CalibrationTable(DatabaseJson json) {
        this.json = json;
    }

    /** A calibration and the row that holds it. */
    record Stored(long id, Calibration calibration) {}

    Optional<Stored> newest(Connection connection, ClassSystem system) throws SQLException {
        return Sql.query(
                        connection,
                        NEWEST,
                        row -> new Stored(row.getLong(1), StoredCalibration.read(json.read(row.getString(2), BINS))),
                        system.word())
                .stream()
                .findFirst();
    }

    void add(Connection connection, String kind, String modelVersion, Object bins, int sample) throws SQLException {
        Sql.update(connection, INSERT, kind, modelVersion, json.text(bins), sample);
    }
}
