package org.quartermaster.procurement.passage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.text.SearchVector;

/** Passages in the database, and how far they have been made. */
@ApplicationScoped
class Passages {
    private static final String BEGUN = """
            insert into procurement.passage_progress (model) values (?) on conflict do nothing
            """;
    private static final String QUEUE_ALL = """
            insert into procurement.passage_queue (doc_id)
            select doc_id from procurement.tender_documents where content_text is not null on conflict do nothing
            """;
    private static final String CHANGED = """
            select distinct on (c.tender_id) c.tender_id, c.position from procurement.tender_changes c
            where c.position > ? and c.position <= ? order by c.tender_id, c.position
            """;
    private static final String TENDERS = """
            select t.tender_id, cast(null as uuid), concat_ws(E'\\n\\n', t.title, t.description, (
                select string_agg(concat_ws(E'\\n', l.title, l.description), E'\\n\\n' order by l.lot_id)
                from procurement.tender_lots l where l.tender_id = t.tender_id))
            from procurement.tenders t where t.tender_id = any (?)
            """;
    private static final String DOCUMENTS = """
            with taken as (
              delete from procurement.passage_queue where doc_id = any (?) returning doc_id
            )
            select d.tender_id, d.doc_id, d.content_text from procurement.tender_documents d join taken using (doc_id)
            """;
    private static final String INSERT = """
            insert into procurement.embeddings (embed_id, tender_id, doc_id, chunk_index, chunk_text, start_char,
              end_char, search, vector, model)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as tsvector), cast(? as real[]), ?)
            """;

    /** Where the model begins, all documents are cut anew for it. */
    void begin(Connection connection, String model) throws SQLException {
        if (Sql.update(connection, BEGUN, model) > 0) {
            Sql.update(connection, QUEUE_ALL);
        }
    }

    /** The last position that was cut; locks it. */
    long position(Connection connection, String model) throws SQLException {
        var sql = "select position from procurement.passage_progress where model = ? for update";
        return Sql.query(connection, sql, row -> row.getLong(1), model).get(0);
    }

    void reached(Connection connection, String model, long position) throws SQLException {
        Sql.update(connection, "update procurement.passage_progress set position = ? where model = ?", position, model);
    }

    /** The last position of the next so many changes; the one given where there are none. */
    long end(Connection connection, long position, int most) throws SQLException {
        var sql = """
                select coalesce(max(position), ?) from (
                  select position from procurement.tender_changes where position > ? order by position limit ?
                ) next
                """;
        return Sql.query(connection, sql, row -> row.getLong(1), position, position, most)
                .get(0);
    }

    /** What the tenders say that changed after the one position and up to the other. */
    List<PassageText> tenders(Connection connection, long after, long last) throws SQLException {
        var changed = Sql.query(connection, CHANGED, row -> row.getString(1), after, last);
        return Sql.query(connection, TENDERS, PassageText::of, (Object) changed.toArray(String[]::new));
    }

    List<UUID> queued(Connection connection, int most) throws SQLException {
        var sql = "select doc_id from procurement.passage_queue order by created_at, doc_id limit ?";
        return Sql.query(connection, sql, row -> row.getObject(1, UUID.class), most);
    }

    /** Takes documents from the queue; those that another transaction took are left out. */
    List<PassageText> documents(Connection connection, List<UUID> ids) throws SQLException {
        return Sql.query(connection, DOCUMENTS, PassageText::of, (Object) ids.toArray(UUID[]::new));
    }

    /** NB: of every model, so that none of a text that is gone is found. */
    void clear(Connection connection, PassageText text) throws SQLException {
        if (text.document() == null) {
            var sql = "delete from procurement.embeddings where tender_id = ? and doc_id is null";
            Sql.update(connection, sql, text.tender());
        } else {
            Sql.update(connection, "delete from procurement.embeddings where doc_id = ?", text.document());
        }
    }

    void insert(Connection connection, PassageText text, List<Chunk> chunks, List<float[]> vectors, String model)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var i = 0; i < chunks.size(); i++) {
                var chunk = chunks.get(i);
                insert.setObject(1, Ids.uuid());
                insert.setString(2, text.tender());
                insert.setObject(3, text.document());
                insert.setInt(4, chunk.index());
                insert.setString(5, chunk.text());
                insert.setInt(6, chunk.start());
                insert.setInt(7, chunk.end());
                insert.setString(8, SearchVector.ofChunk(chunk.text()).literal());
                insert.setString(9, literal(vectors.get(i)));
                insert.setString(10, model);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String literal(float[] vector) {
        var text = new StringBuilder("{");
        for (var i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append('}').toString();
    }
}
