package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.util.HexFormat;
import java.util.List;
import org.quartermaster.catalog.print.PrintedQuotation.Company;
import org.quartermaster.catalog.print.QuotationPdf;
import org.quartermaster.catalog.storedfile.StoredFiles;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Quotations as PDF. What was sent is kept as it was sent, whatever becomes of settings, fonts or the library. */
@ApplicationScoped
class QuotationFiles {
    private static final String COMPANY = """
            select company ->> 'name' as name, company ->> 'address' as address, company ->> 'tax_id' as tax_id,
              company ->> 'pdf_language' as language
            from catalog.catalogsetting where tenant_id = $1
            """;
    private static final String KEPT = """
            select f.content from catalog.quotation q
            join catalog.storedfile f on f.tenant_id = q.tenant_id and f.sha256 = q.pdf_sha256
            where q.tenant_id = $1 and q.id = $2
            """;

    private static final String PDF = "application/pdf";

    private final TenantDatabase database;
    private final StoredFiles stored;
    private final QuotationJson json;

    @Inject
    QuotationFiles(TenantDatabase database, StoredFiles stored, QuotationJson json) {
        this.database = database;
        this.stored = stored;
        this.json = json;
    }

    /** A file and the tag that it is known by. */
    record PdfFile(byte[] content, EntityTag tag) {}

    /** Prints a quotation that is being sent, and keeps the file; gives the SHA-256 of its bytes. */
    Uni<Buffer> keep(UnitOfWork unit, FullQuotation full) {
        var tenant = unit.caller().tenant();
        return unit.run(COMPANY, tenant)
                .map(QuotationFiles::letterhead)
                .chain(letterhead -> HeavyWork.run(
                        () -> QuotationPdf.write(Printing.sent(full, json.lines(full), letterhead, unit.now()))))
                .call(file -> stored.keep(unit, file, PDF))
                .map(file -> Buffer.buffer(StoredFiles.hash(file)));
    }

    /** The file that was sent; of what was not, one that says that it is a draft. */
    Uni<PdfFile> get(Caller caller, FullQuotation full) {
        return database.readAll(
                        caller,
                        List.of(Query.of(KEPT, caller.tenant(), full.head().id), Query.of(COMPANY, caller.tenant())))
                .chain(results -> {
                    var kept = results.get(0);
                    return kept.size() > 0
                            ? Uni.createFrom()
                                    .item(() ->
                                            sent(full.head(), kept.iterator().next()))
                            : draft(full, results.get(1));
                });
    }

    private static PdfFile sent(Quotation head, Row row) {
        var hash = HexFormat.of().formatHex(head.pdfSha256);
        return new PdfFile(row.getBuffer("content").getBytes(), new EntityTag(hash));
    }

    private Uni<PdfFile> draft(FullQuotation full, RowSet<Row> company) {
        return HeavyWork.run(() -> {
            var printed = Printing.draft(full, json.lines(full), letterhead(company));
            return new PdfFile(QuotationPdf.write(printed), ETags.of(full.head().version, printed.toString()));
        });
    }

    private static Printing.Letterhead letterhead(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new Printing.Letterhead(new Company(null, null, null), null);
        }
        var row = rows.iterator().next();
        return new Printing.Letterhead(
                new Company(row.getString("name"), row.getString("address"), row.getString("tax_id")),
                row.getString("language"));
    }
}
