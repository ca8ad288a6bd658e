package org.quartermaster.catalog.etim;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.ModelPublication;
import org.quartermaster.catalog.product.ProductRefresh;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.platform.job.JobRun;

/** Imports an ETIM release; twice has the effect of once. */
@Singleton
class EtimImport extends ReferenceImport {
    private final ModelPublication models;
    private final ProductRefresh articles;
    private final ObjectMapper json;

    @Inject
    EtimImport(ReferenceImports imports, ModelPublication models, ProductRefresh articles, ObjectMapper json) {
        super("etim", imports);
        this.models = models;
        this.articles = articles;
        this.json = json;
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var stage = new EtimStage(connection, json, run::error);
        stage.read(run.input());
        var report = new EtimMerge(connection, stage, run::error).run(options.dryRun());
        articles.ofClasses(connection);
        return report;
    }

    @Override
    protected void changed(JobRun run) throws SQLException {
        models.publish(run, ClassSystem.ETIM);
    }
}
