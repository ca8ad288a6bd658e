package org.quartermaster.procurement.vector;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/**
 * The column of vectors, which is a plain array until the server has the extension pgvector.
 * NB: the server of the tests has no such extension; they see that the array stays, and why, and that the schema check
 * takes either type, but not the conversion itself.
 */
final class VectorColumn {
    private static final String KNOWN = "select 1 from pg_available_extensions where name = 'vector'";

    private VectorColumn() {}

    /**
     * What came of a conversion.
     *
     * @param converted whether vectors are now of pgvector's type
     * @param note why they are not; null where they are
     */
    record Conversion(boolean converted, String note) {}

    /** Converts the column where the server can; does nothing where that is done. As the owner of the tables. */
    static Conversion convert(Connection owner) throws SQLException {
        if (Sql.query(owner, "select procurement.use_pgvector()", row -> row.getBoolean(1))
                .get(0)) {
            return new Conversion(true, null);
        }
        var isThere = !Sql.query(owner, KNOWN, row -> 1).isEmpty();
        return new Conversion(false, isThere ? "pgvector_not_usable" : "pgvector_not_installed");
    }

    /** The lines that the command prints. */
    static List<String> lines(Conversion conversion) {
        return conversion.converted()
                ? List.of("Vectors are of pgvector's type, with an index.")
                : List.of(
                        "Vectors stay real[]: " + conversion.note() + ".",
                        "Search works as before. Run this again when the extension vector is there.");
    }
}
