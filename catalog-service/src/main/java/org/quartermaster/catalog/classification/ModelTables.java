package org.quartermaster.catalog.classification;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Sql;

/** Reads what models are made of. */
final class ModelTables {
    private static final String COMMODITIES = """
            select c.code, c.title, left(c.code, 6),
              (select array_agg(t.title order by t.language) from catalog.unspsctitle t where t.code = c.code)
            from catalog.unspsccode c where c.level = 4 and c.state <> 'deleted'
            """;
    private static final String CLASSES = """
            select c.class_code, c.description_en, c.group_id,
              (select array_agg(s.synonym order by s.synonym) from catalog.etimsynonym s where s.class_id = c.id)
            from catalog.etimclass c where c.is_current
            """;
    private static final String EXAMPLES =
            "select text, code, weight from catalog.classificationexample where system = ?";
    private static final String UNSPSC_TITLES = """
            select code, title, 'en', null from catalog.unspsccode
            union all select code, title, language, null from catalog.unspsctitle
            """;
    private static final String ETIM_TITLES = """
            select code, name, 'en', null from catalog.etimgroup
            union all select c.class_code, t.title, t.language, c.group_id from catalog.etimclass c,
              lateral (values ('en', description_en), ('de', description_de), ('fr', description_fr),
                ('nl', description_nl)) as t (language, title)
            where c.is_current and t.title is not null
            """;

    private ModelTables() {}

    static List<ClassificationLabel> labels(Connection connection, ClassSystem system) throws SQLException {
        return Sql.query(connection, system == ClassSystem.UNSPSC ? COMMODITIES : CLASSES, ModelTables::label);
    }

    private static ClassificationLabel label(ResultSet row) throws SQLException {
        var titles = new ArrayList<String>();
        titles.add(row.getString(2));
        Array others = row.getArray(4);
        if (others != null) {
            titles.addAll(Arrays.asList((String[]) others.getArray()));
        }
        return new ClassificationLabel(
                row.getString(1), titles.stream().distinct().toList(), row.getString(3));
    }

    static List<LabelledText> examples(Connection connection, ClassSystem system) throws SQLException {
        return Sql.query(
                connection,
                EXAMPLES,
                row -> new LabelledText(row.getString(1), row.getString(2), row.getInt(3)),
                system.word());
    }

    static Titles titles(Connection connection, ClassSystem system) throws SQLException {
        var translated = new HashMap<String, Map<String, String>>();
        var groups = new HashMap<String, String>();
        Sql.query(connection, system == ClassSystem.UNSPSC ? UNSPSC_TITLES : ETIM_TITLES, row -> {
            if (row.getString(4) != null) {
                groups.put(row.getString(1), row.getString(4));
            }
            return translated
                    .computeIfAbsent(row.getString(3), language -> new HashMap<>())
                    .put(row.getString(1), row.getString(2));
        });
        return new Titles(translated.getOrDefault("en", Map.of()), translated, groups);
    }
}
