package org.quartermaster.procurement.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.cpv.CpvImport;
import org.quartermaster.procurement.document.DocumentService;
import org.quartermaster.procurement.document.NewDocument;
import org.quartermaster.procurement.imports.Intake;

/** The tenders of the demo, which come in as a data admin's files would, and two documents. Blocking. */
@ApplicationScoped
class DemoTenders {
    static final String GLOVES = "ocds-qmdemo-mk-001";
    static final String FIRE_GEAR = "ocds-qmdemo-en-001";

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final String CODE = "select 1 from procurement.cpv_codes limit 1";
    private static final String PUBLISHERS = """
            insert into procurement.ocds_sources
              (source_id, name, publisher, timezone, default_currency, country, language)
            select source_id, name, jsonb_build_object('name', name), timezone, currency, country, language
            from (values
              ('demo-mk', 'Invented notices in Macedonian', 'Europe/Skopje', 'MKD', 'MK', 'mk'),
              ('demo-sr', 'Invented notices in Serbian', 'Europe/Belgrade', 'RSD', 'RS', 'sr'),
              ('demo-en', 'Invented notices in English', 'UTC', 'EUR', null, 'en')
            ) as invented (source_id, name, timezone, currency, country, language)
            on conflict do nothing
            """;
    private static final String FIRST_DAY = """
            select cast(cast(created_at at time zone 'UTC' as date) as text)
            from procurement.ocds_sources where source_id = 'demo-mk'
            """;
    private static final String LOADING = """
            select 1 from procurement.ocds_imports where source_id = ? and state in ('queued', 'running') limit 1
            """;
    private static final String DOCUMENT = """
            select 1 from procurement.tender_documents where tender_id = ? and file_name = ?
            """;

    private final SystemWrites writes;
    private final SystemConnection database;
    private final Intake intake;
    private final DocumentService documents;

    @Inject
    DemoTenders(SystemWrites writes, SystemConnection database, Intake intake, DocumentService documents) {
        this.writes = writes;
        this.database = database;
        this.intake = intake;
        this.documents = documents;
    }

    /** Makes the publishers, and the list of codes where there is none. */
    void prepare(Caller caller) throws SQLException, IOException {
        writes.<Object, IOException>write(caller, unit -> {
            Sql.update(unit.connection(), PUBLISHERS);
            if (!has(unit.connection(), CODE)) {
                CpvImport.run(unit.connection(), CpvImport.bundled(), "en", error -> {});
            }
            return null;
        });
    }

    /**
     * Imports the files one after the other, as the later ones change what the earlier ones brought. NB: they are dated
     * from the first start, so that after one that was broken off the same bytes come again, of which nothing is taken twice.
     */
    void load(Caller caller) throws SQLException, IOException, InterruptedException {
        var firstDay = LocalDate.parse(ask(FIRST_DAY).get(0));
        for (var notices : DemoNotices.ALL) {
            awaitLoaded(notices.source());
            intake.take(caller, notices.source(), new ByteArrayInputStream(notices.text(firstDay)));
            awaitLoaded(notices.source());
        }
    }

    private void awaitLoaded(String source) throws SQLException, InterruptedException {
        while (!ask(LOADING, source).isEmpty()) {
            Thread.sleep(LOOK.toMillis());
        }
    }

    void document(Caller caller) throws SQLException, IOException {
        add(caller, GLOVES, "gloves.txt", "mk");
        add(caller, FIRE_GEAR, "fire-gear.pdf", "en");
    }

    private void add(Caller caller, String tender, String name, String language) throws SQLException, IOException {
        if (ask(DOCUMENT, tender, name).isEmpty()) {
            try (var file = DemoNotices.open(name)) {
                var bytes = file.readAllBytes();
                var document = new NewDocument(
                        name, "technicalSpecifications", language, bytes.length, () -> new ByteArrayInputStream(bytes));
                documents.add(caller, tender, document);
            }
        }
    }

    private List<String> ask(String sql, Object... parameters) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(connection, sql, row -> row.getString(1), parameters);
        }
    }

    private static boolean has(Connection connection, String sql) throws SQLException {
        return !Sql.query(connection, sql, row -> row.getString(1)).isEmpty();
    }
}
