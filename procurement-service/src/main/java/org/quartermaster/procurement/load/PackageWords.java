package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.read.PackageFacts;

/** What the packages of a file say of their source, which goes out again with its releases. */
final class PackageWords {
    private static final List<String> OF_PUBLISHER = List.of("name", "scheme", "uid", "uri");

    /** NB: what a data admin said stays; a source that an import made has its id for a name until then. */
    private static final String KEEP = """
            update procurement.ocds_sources s
            set extensions = said.extensions, publisher = said.publisher, licence = said.licence
            from (
              select source_id, coalesce(licence, ?) as licence,
                array(select distinct e from unnest(extensions || cast(? as text[])) e order by e) as extensions,
                case when publisher = jsonb_build_object('name', source_id)
                  then coalesce(cast(? as jsonb), publisher) else publisher end as publisher
              from procurement.ocds_sources where source_id = ?
            ) said
            where said.source_id = s.source_id
              and (s.extensions, s.publisher, s.licence) is distinct from (said.extensions, said.publisher, said.licence)
            """;

    private final TreeSet<String> extensions = new TreeSet<>();
    private ObjectNode publisher;
    private String licence;

    void add(PackageFacts facts) {
        extensions.addAll(facts.extensions());
        licence = licence == null ? facts.license() : licence;
        if (publisher == null
                && facts.publisher() != null
                && Texts.of(facts.publisher().path("name")) != null) {
            publisher = Json.NODES.objectNode();
            OF_PUBLISHER.forEach(member -> {
                var text = Texts.of(facts.publisher().path(member));
                if (text != null) {
                    publisher.put(member, text);
                }
            });
        }
    }

    void keep(Connection connection, String source) throws SQLException {
        var said = publisher == null ? null : Json.text(publisher);
        Sql.update(connection, KEEP, licence, extensions.toArray(String[]::new), said, source);
    }
}
